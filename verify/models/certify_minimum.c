/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <gsl/gsl_randist.h>
#include <stdlib.h>

#include "../numbers/eigen.h"
#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "certificates.h"

const char *certify_minimum(const struct problem *p) {
    real *x = allocate(2 * p->dim, sizeof *x), *gradient = x + p->dim;
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_star[j]);
    double f = p->value(p, x, gradient)[0], rounding = p->roundings * DBL_EPSILON * fabs(f);
    double slope2 = real_dot(p->dim, gradient, gradient)[0], width = p->f_star_high - p->f_star_low;
    free(x);
    if (!(width >= 0 && width <= 1e-12 * (1 + fabs(f)))) return "f* is not enclosed to 1e-12";
    if (!(f <= p->f_star_high + rounding)) return "f at x_star is above the enclosure of f*";
    if (!(f >= p->f_star_low - rounding)) return "f at x_star is below the enclosure of f*";
    if (p->mu > 0 && !(f - slope2 / (2 * p->mu) >= p->f_star_low - rounding)) return "f* may lie below its enclosure";
    return NULL;
}

/* Whether f(y) = f* up to rounding in some lane whose y is nearer to x_0 than x_star is. */
static bool any_nearer(const struct problem *p, real y[]) {
    real distance2 = {0};
    for (size_t j = 0; j < p->dim; j++) {
        y[j] = box_project(p->domain, y[j]);
        distance2 += (y[j] - p->x_0[j]) * (y[j] - p->x_0[j]);
    }
    double star = problem_distance(p);
    real f = p->value(p, y, NULL);
    real rounding = p->roundings * DBL_EPSILON * real_abs(f);
    return truth_any((distance2 < star * star * (1 - 1e-9)) & (f <= p->f_star_high + rounding));
}

/* The part of x_0 - x_star along which the Hessian is 0, from x_star. */
static void along_kernel(const struct problem *p, real y[]) {
    size_t n = p->dim;
    double hessian[SEEN * SEEN], values[SEEN], vectors[SEEN * SEEN];
    difference_hessian(p, p->x_star, hessian);
    eigen_system(n, hessian, values, vectors);
    for (size_t j = 0; j < n; j++) y[j] = real_all(p->x_star[j]);
    for (size_t e = 0; e < n; e++) {
        if (fabs(values[e]) > 1e-6 * values[n - 1]) continue;
        double along = 0;
        for (size_t j = 0; j < n; j++) along += vectors[j * n + e] * (p->x_0[j] - p->x_star[j]);
        for (size_t j = 0; j < n; j++) y[j] += along * vectors[j * n + e];
    }
}

/* Where f is least on more than one point, bounds with ||x_0 - x*|| mean the nearest.  Looked for: on the way from x_star
 * to x_0, within the kernel of the Hessian, and in random directions, far and near. */
const char *certify_nearest(const struct problem *p) {
    size_t n = p->dim;
    double start = problem_distance(p);
    if (!(start > 0)) return NULL;
    real *y = allocate(n, sizeof *y);
    double *direction = allocate(n, sizeof *direction);
    for (size_t j = 0; j < n; j++)
        for (unsigned l = 0; l < LANES; l++) y[j][l] = p->x_star[j] + (p->x_0[j] - p->x_star[j]) * exp2(-(double)l / 2);
    bool nearer = any_nearer(p, y);
    if (!nearer && !(p->lacks & LACKS_SMOOTHNESS) && n <= SEEN) {
        along_kernel(p, y);
        nearer = any_nearer(p, y);
    }
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    for (double length = start; !nearer && length > 1e-2 * start; length /= 2) {
        for (unsigned l = 0; l < LANES; l++) {
            gsl_ran_dir_nd(rng, n, direction);
            for (size_t j = 0; j < n; j++) y[j][l] = p->x_star[j] + length * direction[j];
        }
        nearer = any_nearer(p, y);
    }
    gsl_rng_free(rng);
    free(direction);
    free(y);
    return nearer ? "x_star is not the minimiser nearest to x_0" : NULL;
}
