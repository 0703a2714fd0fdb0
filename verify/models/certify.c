/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certify.h"

#include <float.h>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_randist.h>
#include <stdlib.h>

#include "../numbers/compare.h"
#include "../numbers/eigen.h"
#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "matrices.h"
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

/* The constants of a quadratic are its Hessian's eigenvalues, so they are no larger and no smaller than they need be. */
static const char *check_tight_quadratic(const struct problem *p) {
    if (!p->hessian || !p->quadratic) return NULL;
    size_t n = p->dim;
    double *lower = allocate(n * n, sizeof *lower), *upper = allocate(n * n, sizeof *upper);
    double *values = allocate(n, sizeof *values), least = INFINITY;
    p->hessian(p, lower, upper);
    eigen_system(n, upper, values, NULL);
    for (size_t i = n; i-- > 0;)
        if (values[i] > 1e-10 * values[n - 1]) least = values[i];
    const char *trouble = NULL;
    if (!(p->estimates & ESTIMATES_L) && !(values[n - 1] >= p->L * (1 - 1e-9)))
        trouble = "L is larger than the largest eigenvalue of the Hessian";
    if (!(p->estimates & ESTIMATES_MU) && p->mu > 0 && !(least <= p->mu * (1 + 1e-9)))
        trouble = "mu is smaller than the least eigenvalue of the Hessian but 0";
    free(lower);
    free(upper);
    free(values);
    return trouble;
}

/* In one dimension a fine grid of the ball shows how large |f''| gets, as a quotient of gradients, and how small
 * ||grad f||^2 / (2 (f - f*)): L and mu are within 1 % of that. */
static const char *check_tight_line(const struct problem *p, double radius) {
    enum { PLACES = 1 << 14 };
    if (p->dim != 1) return NULL;
    double step = 2 * radius / PLACES, largest = 0, least = INFINITY, before = NAN;
    for (size_t i = 0; i <= PLACES; i++) {
        double place = box_project(p->domain, real_all(p->x_star[0] - radius + step * (double)i))[0];
        real x = real_all(place), gradient;
        double gap = p->value(p, &x, &gradient)[0] - p->f_star_low, slope = gradient[0];
        if (i && place != p->domain.low) largest = larger(largest, fabs(slope - before) / step);
        if (gap > 1e-6 * step * step && fabs(place - p->x_star[0]) > step / 2)
            least = smaller(least, slope * slope / (2 * gap));
        before = slope;
    }
    if (isfinite(p->L) && !(largest <= p->L * (1 + 1e-6))) return "|f''| is larger than L somewhere";
    if (isfinite(p->L) && !(p->estimates & ESTIMATES_L) && !(largest >= 0.99 * p->L))
        return "L is larger than |f''| ever is";
    if (!(p->estimates & ESTIMATES_MU) && p->mu > 0 && !(least <= 1.01 * p->mu))
        return "mu is smaller than ||grad f||^2/(2 (f - f*)) ever is";
    return NULL;
}

/* x_star is the minimiser nearest to x_0, of which bounds speak: for a quadratic x_0 - x_star is orthogonal to the kernel of
 * the Hessian; elsewhere no point in a direction that brings it nearer to x_0 is a minimiser. */
static const char *check_nearest(const struct problem *p, gsl_rng *rng) {
    static const char trouble[] = "x_star is not the minimiser that is nearest to x_0";
    size_t n = p->dim;
    double away = problem_distance(p);
    if (!(away > 0)) return NULL;
    bool nearest = true;
    if (p->quadratic && p->hessian) {
        double *lower = allocate(n * n, sizeof *lower), *upper = allocate(n * n, sizeof *upper);
        double *values = allocate(n, sizeof *values), *vectors = allocate(n * n, sizeof *vectors);
        p->hessian(p, lower, upper);
        eigen_system(n, upper, values, vectors);
        for (size_t i = 0; i < n && values[i] <= 1e-10 * values[n - 1]; i++) {
            double along = 0;
            for (size_t j = 0; j < n; j++) along += vectors[j * n + i] * (p->x_0[j] - p->x_star[j]);
            nearest &= fabs(along) <= 1e-7 * away;
        }
        free(lower);
        free(upper);
        free(values);
        free(vectors);
        return nearest ? NULL : trouble;
    }
    enum { DIRECTIONS = 256 };
    double *direction = allocate(n, sizeof *direction);
    real *x = allocate(n, sizeof *x);
    for (size_t d = 0; d < DIRECTIONS && nearest; d++) {
        gsl_ran_dir_nd(rng, n, direction);
        double inner = 0;
        for (size_t j = 0; j < n; j++) inner += direction[j] * (p->x_0[j] - p->x_star[j]);
        double mixed = d % 2 ? 1 : 0.05; /* every other one leads almost straight to x_0 */
        double sign = inner < 0 ? -1 : 1;
        for (size_t j = 0; j < n; j++) {
            double to_x_0 = (p->x_0[j] - p->x_star[j]) / away;
            double along = mixed * sign * direction[j] + (1 - mixed) * to_x_0;
            x[j] = box_project(p->domain, real_all(p->x_star[j] + 0.1 * away * along));
        }
        double f = p->value(p, x, NULL)[0];
        nearest = f - p->f_star_high > (p->roundings + 8) * DBL_EPSILON * (fabs(f) + fabs(p->f_star_high));
    }
    free(direction);
    free(x);
    return nearest ? NULL : trouble;
}

/* The ball that a step does not leave. */
static double invariant_radius(const struct problem *p, const struct envelope *e) {
    double star2 = 0;
    for (size_t j = 0; j < p->dim; j++) star2 += p->x_star[j] * p->x_star[j];
    return p->about_0 ? e->radius - sqrt(star2) : e->radius;
}
static real squared_distance_in(const struct problem *p, const real x[]) {
    return p->about_0 ? real_dot(p->dim, x, x) : squared_distance(p->dim, x, p->x_star);
}

/* From x onto the ball's sphere, or into the ball; for a lattice onto its nearest point. */
static void push(const struct problem *p, const struct envelope *e, bool onto, double alpha, real x[]) {
    if (p->lattice) {
        double h = p->lattice(p, alpha);
        for (int l = 0; l < LANES; l++) x[0][l] = p->x_0[0] + h * round((x[0][l] - p->x_0[0]) / h);
        return;
    }
    real length = real_sqrt(squared_distance_in(p, x)), radius = real_all(invariant_radius(p, e));
    real factor = real_where(length > 0, radius / length, real_all(0));
    if (!onto) factor = real_where(length > radius, factor, real_all(1));
    for (size_t j = 0; j < p->dim; j++) {
        double centre = p->about_0 ? 0 : p->x_star[j];
        x[j] = box_project(p->domain, centre + (x[j] - centre) * factor);
    }
}

/* One step of alpha, or of a quarter of it, from x with each outcome that is possible there, stays in the ball: a run cannot
 * leave it then.  A ball that grows with the number of steps must hold what one step more makes of it. */
static const char *check_invariance(const struct problem *p, const struct envelope *after, double alpha,
                                    const real x[]) {
    real *g = allocate(p->dim, sizeof *g), *moved = allocate(p->dim, sizeof *moved);
    double most = invariant_radius(p, after) * invariant_radius(p, after) * (1 + 1e-9);
    bool within = true;
    for (size_t i = 0; i < p->components && within; i++) {
        truth possible = outcome_weight(p, x, whole_all(i)) > 1e-9;
        p->component(p, x, whole_all(i), g);
        for (double step = alpha; step >= alpha / 4; step *= 0.25) {
            for (size_t j = 0; j < p->dim; j++) moved[j] = box_project(p->domain, x[j] - step * g[j]);
            within &= all(~possible | (squared_distance_in(p, moved) <= most));
            if (p->lattice) break; /* its runs take no other step */
        }
    }
    free(g);
    free(moved);
    return within ? NULL : "a step leads out of the envelope";
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

static const char *certify_on(const struct problem *p, struct envelope envelope, double alpha, size_t steps) {
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
    if (!trouble) trouble = check_nearest(p, rng);
    struct envelope after = enveloped ? p->envelope(p, alpha, steps + 1) : (struct envelope){0};
    double longest = 0;
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
        for (int l = 0; l < LANES; l++) longest = larger(longest, largest[l]);
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
    for (size_t group = 0; group < GROUPS && !trouble && enveloped; group += 4) {
        real x[p->dim];
        choose_points(p, radius, group, rng, x);
        for (int onto = 0; onto < 2 && !trouble; onto++) {
            push(p, &envelope, onto, alpha, x);
            trouble = check_invariance(p, &after, alpha, x);
        }
    }
    if (!trouble) trouble = check_tight_quadratic(p);
    if (!trouble && !(p->quadratic && p->hessian)) trouble = check_tight_line(p, radius);
    if (!trouble && p->lipschitz > 0 && !(p->estimates & ESTIMATES_LIPSCHITZ) &&
        !(longest >= 0.98 * p->lipschitz * p->lipschitz))
        trouble = "the Lipschitz constant is larger than any component's gradient";
    gsl_rng_free(rng);
    return trouble;
}

const char *certify(const struct problem *p, double alpha, size_t steps) {
    const char *trouble =
        certify_on(p, p->envelope ? p->envelope(p, alpha, steps) : (struct envelope){0}, alpha, steps);
    return trouble ? trouble : matrices_agree(p);
}

const char *certify_problem(const struct problem *p) {
    return certify(p, isfinite(p->L) && p->L > 0 ? 1 / (20 * p->L) : 0.01, 1);
}
