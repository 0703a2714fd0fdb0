/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certify.h"

#include <float.h>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_randist.h>
#include <stdlib.h>

#include "../numbers/eigen.h"
#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "trajectory.h"

enum { GROUPS = 64 }; /* of LANES points */

/* Points of the ball around x_star. */
static void points_of_ball(const struct problem *p, double radius, size_t group, gsl_rng *rng, real x[]) {
    double direction[p->dim];
    for (unsigned l = 0; l < LANES; l++) {
        if (p->dim == 1) {
            double place = (double)(group * LANES + l) / (GROUPS * LANES - 1);
            x[0][l] = p->x_star[0] + radius * (2 * place - 1);
            continue;
        }
        gsl_ran_dir_nd(rng, p->dim, direction);
        double length = radius * sqrt(gsl_rng_uniform(rng)); /* more of them near the edge */
        for (size_t j = 0; j < p->dim; j++) x[j][l] = p->x_star[j] + length * direction[j];
    }
}

/* ... and, where f has a domain, of that. */
static void choose_points(const struct problem *p, double radius, size_t group, gsl_rng *rng, real x[]) {
    points_of_ball(p, radius, group, rng, x);
    for (size_t j = 0; j < p->dim; j++) x[j] = box_project(p->domain, x[j]);
}

static bool all(truth t) {
    return !truth_any(~t);
}

/* Oracle against gradient: probabilities, bias.  *square takes E||grad f_i||^2, *largest the largest
 * ||grad f_i||^2 that has a positive probability. */
static const char *check_oracle(const struct problem *p, const real x[], const real gradient[], real *square,
                                real *largest) {
    real mean[p->dim], size[p->dim], outcome[p->dim], total = {0};
    memset(mean, 0, sizeof mean);
    memset(size, 0, sizeof size);
    *square = *largest = (real){0};
    truth possible = real_finite(total);
    for (size_t i = 0; i < p->components; i++) {
        real weight = outcome_weight(p, x, whole_all(i));
        p->component(p, x, whole_all(i), outcome);
        possible &= (weight >= -4 * DBL_EPSILON) & (weight <= 1 + 4 * DBL_EPSILON);
        total += weight;
        real length2 = real_dot(p->dim, outcome, outcome);
        *square += weight * length2;
        *largest = real_where(weight > 0, real_max(*largest, length2), *largest);
        for (size_t j = 0; j < p->dim; j++) {
            mean[j] += weight * outcome[j];
            size[j] += weight * real_abs(outcome[j]);
        }
    }
    double roundings = p->roundings + 2 * (double)p->components + 8;
    if (!all(possible & (real_abs(total - 1) <= roundings * DBL_EPSILON)))
        return "the probabilities of the outcomes do not add up to 1";
    truth unbiased = possible;
    for (size_t j = 0; j < p->dim; j++)
        unbiased &=
            real_abs(mean[j] - gradient[j]) <= roundings * DBL_EPSILON * (size[j] + real_abs(gradient[j])) + 0x1p-1000;
    bool biased = p->lacks & LACKS_UNBIASEDNESS;
    if (!biased && !all(unbiased)) return "E grad f_i is not grad f";
    if (biased && truth_any(unbiased)) return "the oracle is said to be biased and is not";
    return NULL;
}

/* f(y) >= f(x) + <g, y - x> for the (sub)gradient g at x, at the same distances. */
static const char *check_convex(const struct problem *p, const real x[], real f, const real gradient[], double radius,
                                gsl_rng *rng) {
    real y[p->dim];
    double direction[p->dim];
    for (double distance = radius; distance > 1e-5 * radius; distance *= 0.1) {
        gsl_ran_dir_nd(rng, p->dim, direction);
        real inner = {0}, terms = {0};
        for (size_t j = 0; j < p->dim; j++) {
            y[j] = box_project(p->domain, x[j] + distance * direction[j]);
            inner += gradient[j] * (y[j] - x[j]);
            terms += real_abs(gradient[j] * x[j]) + real_abs(gradient[j] * y[j]);
        }
        real f_y = p->value(p, y, NULL);
        real slack = (p->roundings + 8) * DBL_EPSILON * (real_abs(f) + real_abs(f_y) + terms);
        if (!all(f_y >= f + inner - slack)) return "f is not convex, or its gradient is not a subgradient";
    }
    return NULL;
}

/* ||d||^2 <= L_max <d, x - x_star> for d = grad f_i(x) - grad f_i(x_star): what convex components with an
 * L_max-Lipschitz gradient satisfy. */
static const char *check_components(const struct problem *p, const real x[]) {
    real star[p->dim], here[p->dim], there[p->dim];
    for (size_t j = 0; j < p->dim; j++) star[j] = real_all(p->x_star[j]);
    for (size_t i = 0; i < p->components; i++) {
        p->component(p, x, whole_all(i), here);
        p->component(p, star, whole_all(i), there);
        real square = {0}, inner = {0}, size = {0}, distance2 = {0};
        for (size_t j = 0; j < p->dim; j++) {
            square += (here[j] - there[j]) * (here[j] - there[j]);
            inner += (here[j] - there[j]) * (x[j] - star[j]);
            size += real_abs(here[j]) + real_abs(there[j]);
            distance2 += (x[j] - star[j]) * (x[j] - star[j]);
        }
        real rounding = (p->roundings + 8) * DBL_EPSILON * size;
        real slack = rounding * (2 * size + p->L_max * real_sqrt(distance2)) + 1e-12 * square;
        if (!all(square <= p->L_max * inner + slack)) return "a component is not convex and L_max-smooth";
    }
    return NULL;
}

/* E||grad f_i||^2 - ||grad f||^2 >= (s - fading ||x - x_star||)^2 while the bracket is positive. */
static const char *check_fading(const struct problem *p, const real x[], const real gradient[], real square) {
    real distance = {0}, slope = real_dot(p->dim, gradient, gradient);
    for (size_t j = 0; j < p->dim; j++) distance += (x[j] - p->x_star[j]) * (x[j] - p->x_star[j]);
    real left = real_max(problem_noise_star(p) - p->fading(p) * real_sqrt(distance), (real){0});
    real rounding = (p->roundings + (double)p->components + 8) * DBL_EPSILON * (square + slope + left * left);
    return all(square - slope >= left * left - rounding) ? NULL : "the noise fades faster than is said";
}

/* |f(y) - f(x) - <grad f(x), y - x>| <= L/2 ||y - x||^2 at distances from the radius down to 1e-4 of it. */
static const char *check_smooth(const struct problem *p, const real x[], real f, const real gradient[], double radius,
                                gsl_rng *rng) {
    real y[p->dim];
    double direction[p->dim];
    for (double distance = radius; distance > 1e-5 * radius; distance *= 0.1) {
        gsl_ran_dir_nd(rng, p->dim, direction);
        real inner = {0}, terms = {0}, apart2 = {0};
        for (size_t j = 0; j < p->dim; j++) {
            y[j] = box_project(p->domain, x[j] + distance * direction[j]);
            inner += gradient[j] * (y[j] - x[j]);
            apart2 += (y[j] - x[j]) * (y[j] - x[j]);
            terms += real_abs(gradient[j] * x[j]) + real_abs(gradient[j] * y[j]);
        }
        real f_y = p->value(p, y, NULL);
        real left = real_abs(f_y - f - inner);
        real right = p->L / 2 * apart2 * (1 + 8 * DBL_EPSILON) +
                     (p->roundings + 8) * DBL_EPSILON * (real_abs(f) + real_abs(f_y) + terms);
        if (!all(left <= right)) return "f is not L-smooth, or grad f is not its gradient";
    }
    return NULL;
}

static const char *check_curvature(const struct problem *p) {
    if (!p->hessian) return NULL;
    size_t n = p->dim;
    double lower[n * n], upper[n * n], product[n * n], least, largest;
    p->hessian(p, lower, upper);
    eigen_extremes(n, upper, &least, &largest);
    double slack = 16 * (double)n * DBL_EPSILON * fabs(largest); /* of the eigenvalue solver */
    if (!(largest <= p->L + slack)) return "an eigenvalue of the Hessian exceeds L";
    if (!p->quadratic) {
        eigen_extremes(n, lower, &least, &largest);
        return least >= p->mu - slack ? NULL : "an eigenvalue of the Hessian is below mu";
    }
    /* H^2 - mu H >= 0: then ||grad f||^2 = (x-x*)'H^2(x-x*) >= mu (x-x*)'H(x-x*) = 2 mu (f - f*). */
    gsl_matrix_const_view h = gsl_matrix_const_view_array(lower, n, n);
    gsl_matrix_view h2 = gsl_matrix_view_array(product, n, n);
    memcpy(product, lower, sizeof product);
    gsl_blas_dgemm(CblasNoTrans, CblasNoTrans, 1, &h.matrix, &h.matrix, -p->mu, &h2.matrix);
    eigen_extremes(n, product, &least, &largest);
    return least >= -slack * (p->L + p->mu) ? NULL : "H^2 - mu H is not positive semidefinite";
}

static const char *check_minimum(const struct problem *p) {
    real x[p->dim], gradient[p->dim];
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_star[j]);
    double f = p->value(p, x, gradient)[0], rounding = p->roundings * DBL_EPSILON * fabs(f);
    double width = p->f_star_high - p->f_star_low;
    if (!(width >= 0 && width <= 1e-12 * (1 + fabs(f)))) return "f* is not enclosed to 1e-12";
    if (!(f <= p->f_star_high + rounding)) return "f at x_star is above the enclosure of f*";
    if (!(f >= p->f_star_low - rounding)) return "f at x_star is below the enclosure of f*";
    if (p->mu > 0) {
        double below = f - real_dot(p->dim, gradient, gradient)[0] / (2 * p->mu);
        if (!(below >= p->f_star_low - rounding)) return "f* may lie below its enclosure";
    }
    return NULL;
}

static const char *certify_on(const struct problem *p, struct envelope envelope) {
    if (!(p->mu >= 0) || !(p->mu <= p->L * (1 + 1e-12))) return "0 <= mu <= L is not so";
    if ((p->lacks & LACKS_SMOOTHNESS) && isfinite(p->L)) return "L is given for a problem that is not smooth";
    if ((p->lacks & LACKS_PL) && p->mu > 0) return "mu is given for a problem without PL";
    const char *trouble = check_minimum(p);
    if (!trouble) trouble = check_curvature(p);

    bool enveloped = envelope.radius > 0;
    double start = 0;
    for (size_t j = 0; j < p->dim; j++) start = hypot(start, p->x_0[j] - p->x_star[j]);
    double radius = enveloped ? envelope.radius : 2 * start + 1;
    if (!trouble && start > radius * (1 + 1e-12)) trouble = "x_0 lies outside the envelope";

    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    for (size_t group = 0; group < GROUPS && !trouble; group++) {
        real x[p->dim], gradient[p->dim], square, largest;
        choose_points(p, radius, group, rng, x);
        real f = p->value(p, x, gradient);
        trouble = check_oracle(p, x, gradient, &square, &largest);
        if (!trouble && !(p->lacks & LACKS_SMOOTHNESS)) trouble = check_smooth(p, x, f, gradient, radius, rng);
        if (!trouble && p->L_max > 0 && !p->draw) trouble = check_components(p, x);
        if (!trouble && p->fading) trouble = check_fading(p, x, gradient, square);
        if (!trouble && p->convex) trouble = check_convex(p, x, f, gradient, radius, rng);
        if (!trouble && p->lipschitz > 0 && !all(largest <= p->lipschitz * p->lipschitz * (1 + 1e-12)))
            trouble = "a component's gradient is longer than the Lipschitz constant";
        if (trouble) break;
        double rounding = (p->roundings + 8) * DBL_EPSILON;
        real gap = f - p->f_star_low, size = real_abs(f) + fabs(p->f_star_low);
        if (!all(gap >= -rounding * size)) trouble = "f falls below the enclosure of f*";
        /* PL with the smaller gap: the enclosure's upper end. */
        real slope = real_dot(p->dim, gradient, gradient);
        if (!all(slope >= 2 * p->mu * (f - p->f_star_high) - rounding * (slope + 2 * p->mu * size)))
            trouble = "||grad f||^2 >= 2 mu (f - f*) fails";
        if (enveloped && !all(gap <= envelope.gap * (1 + 1e-12) + rounding * size))
            trouble = "f - f* leaves its envelope";
        if (enveloped && !all(square <= envelope.moment * (1 + 1e-12))) trouble = "E||grad f_i||^2 leaves its envelope";
        if (enveloped && !all(largest <= envelope.square * (1 + 1e-12))) trouble = "||grad f_i||^2 leaves its envelope";
    }
    gsl_rng_free(rng);
    return trouble;
}

const char *certify(const struct problem *p, double alpha, size_t steps) {
    return certify_on(p, p->envelope ? p->envelope(p, alpha, steps) : (struct envelope){0});
}

const char *certify_problem(const struct problem *p) {
    return certify(p, isfinite(p->L) && p->L > 0 ? 1 / (20 * p->L) : 0.01, 1);
}
