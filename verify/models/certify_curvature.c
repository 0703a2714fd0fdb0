/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_randist.h>
#include <stdlib.h>

#include "../numbers/compare.h"
#include "../numbers/eigen.h"
#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "certificates.h"

const char *certify_matrices(const struct problem *p) {
    if (!p->hessian) return NULL;
    size_t n = p->dim;
    double *lower = allocate(3 * n * n, sizeof *lower), *upper = lower + n * n, *product = upper + n * n;
    double least, largest;
    p->hessian(p, lower, upper);
    eigen_extremes(n, upper, &least, &largest);
    double slack = 16 * (double)n * DBL_EPSILON * fabs(largest); /* of the eigenvalue solver */
    const char *trouble = largest <= p->L + slack ? NULL : "an eigenvalue of the Hessian exceeds L";
    if (!trouble && !p->quadratic) {
        eigen_extremes(n, lower, &least, &largest);
        if (!(least >= p->mu - slack)) trouble = "an eigenvalue of the Hessian is below mu";
    } else if (!trouble) {
        /* H^2 - mu H >= 0: then ||grad f||^2 = (x-x*)'H^2(x-x*) >= mu (x-x*)'H(x-x*) = 2 mu (f - f*). */
        gsl_matrix_const_view h = gsl_matrix_const_view_array(lower, n, n);
        gsl_matrix_view h2 = gsl_matrix_view_array(product, n, n);
        memcpy(product, lower, n * n * sizeof *product);
        gsl_blas_dgemm(CblasNoTrans, CblasNoTrans, 1, &h.matrix, &h.matrix, -p->mu, &h2.matrix);
        eigen_extremes(n, product, &least, &largest);
        if (!(least >= -slack * (p->L + p->mu))) trouble = "H^2 - mu H is not positive semidefinite";
    }
    free(lower);
    return trouble;
}

/* ---- derivatives of the gradient, by central differences ---- */

static const double precision = 1e-6; /* of these, relative to the largest */

static double stride(const struct problem *p, const double at[]) {
    double size = 1;
    for (size_t j = 0; j < p->dim; j++) size = fmax(size, fabs(at[j]));
    return 1e-5 * size;
}

void difference_hessian(const struct problem *p, const double at[], double matrix[]) {
    size_t n = p->dim;
    real x[SEEN] = {0}, ahead[SEEN] = {0}, behind[SEEN] = {0};
    double h = stride(p, at);
    for (size_t j = 0; j < n; j++) x[j] = real_all(at[j]);
    for (size_t j = 0; j < n; j++) x[j][j] = at[j] + h;
    p->value(p, x, ahead);
    for (size_t j = 0; j < n; j++) x[j][j] = at[j] - h;
    p->value(p, x, behind);
    for (size_t r = 0; r < n; r++)
        for (size_t c = 0; c < n; c++) matrix[r * n + c] = (ahead[r][c] - behind[r][c]) / (2 * h);
    for (size_t r = 0; r < n; r++)
        for (size_t c = 0; c < r; c++)
            matrix[r * n + c] = matrix[c * n + r] = (matrix[r * n + c] + matrix[c * n + r]) / 2;
}

static const char *look_at(const struct problem *p, const double at[], struct witness *w) {
    size_t n = p->dim;
    double h[SEEN * SEEN], values[SEEN];
    difference_hessian(p, at, h);
    eigen_system(n, h, values, NULL);
    double largest = larger(fabs(values[0]), fabs(values[n - 1]));
    w->L = larger(w->L, largest);
    w->least = smaller(w->least, values[0]);
    if (!(largest <= p->L * (1 + precision))) return "the curvature of f exceeds L";
    return NULL;
}

/* At x_star, f - f* = sum lambda_j z_j^2/2 and ||grad f||^2 = sum lambda_j^2 z_j^2 to second order. */
static void least_positive(const struct problem *p, struct witness *w) {
    size_t n = p->dim;
    double h[SEEN * SEEN], values[SEEN];
    difference_hessian(p, p->x_star, h);
    eigen_system(n, h, values, NULL);
    for (size_t e = 0; e < n; e++)
        if (values[e] > precision * values[n - 1]) w->mu = smaller(w->mu, values[e]);
}

static bool inside(const struct problem *p, const double at[]) {
    for (size_t j = 0; j < p->dim && box_closed(p->domain); j++)
        if (!(at[j] >= p->domain.low && at[j] <= p->domain.high)) return false;
    return true;
}

/* At 0, x_star, x_0, the corners of a domain, and at points of the ball: a grid of it in one dimension. */
const char *certify_curvature(const struct problem *p, double radius, struct witness *w) {
    enum { RANDOM = 16, GRID = 1024, CORNERS = 4 };
    size_t n = p->dim;
    if (n > SEEN) return NULL;
    if (p->mu > 0) least_positive(p, w);
    if (p->lacks & LACKS_SMOOTHNESS) return NULL;
    double at[SEEN] = {0};
    const char *trouble = inside(p, at) ? look_at(p, at, w) : NULL;
    if (!trouble) trouble = look_at(p, p->x_star, w);
    if (!trouble) trouble = look_at(p, p->x_0, w);
    for (size_t corner = 0; !trouble && box_closed(p->domain) && n <= CORNERS && corner < (size_t)1 << n; corner++) {
        for (size_t j = 0; j < n; j++) at[j] = corner >> j & 1 ? p->domain.high : p->domain.low;
        trouble = look_at(p, at, w);
    }
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    for (size_t i = 0; !trouble && i < (n == 1 ? GRID : RANDOM); i++) {
        double length = n == 1 ? radius * (2 * ((double)i + 0.5) / GRID - 1) : radius * gsl_rng_uniform(rng);
        if (n == 1)
            at[0] = 1;
        else
            gsl_ran_dir_nd(rng, n, at);
        for (size_t j = 0; j < n; j++) at[j] = p->x_star[j] + length * at[j];
        if (inside(p, at)) trouble = look_at(p, at, w);
    }
    gsl_rng_free(rng);
    return trouble;
}

/* ---- between points ---- */

/* phi = f'^2 - 2 mu (f - f*) > 0 on [low, high]: where phi at the middle cannot be used up, as |phi'| = 2 |f'| |f'' - mu|,
 * and else on both halves.  Down to 1e-6 of the radius around x_star, where f'' at x_star speaks. */
static bool pl_within(const struct problem *p, double low, double high, double radius) {
    double middle = (low + high) / 2, half = (high - low) / 2;
    if (fabs(middle - p->x_star[0]) + half < 1e-6 * radius) return true;
    real x = real_all(middle), slope;
    double f = p->value(p, &x, &slope)[0], g = fabs(slope[0]);
    double phi = g * g - 2 * p->mu * (f - p->f_star_low);
    double rounding = 4 * p->roundings * DBL_EPSILON * (g * g + 2 * p->mu * (fabs(f) + fabs(p->f_star_low)));
    if (phi - rounding > 2 * (g + p->L * half) * (p->L + p->mu) * half) return true;
    if (!(half > 1e-9 * radius)) return false;
    return pl_within(p, low, middle, radius) && pl_within(p, middle, high, radius);
}

const char *certify_between(const struct problem *p, double radius) {
    if (p->dim > 1 || p->convex || !(p->mu > 0) || !isfinite(p->L) || box_closed(p->domain)) return NULL;
    double star = p->x_star[0];
    bool holds = pl_within(p, star - radius, star, radius) && pl_within(p, star, star + radius, radius);
    return holds ? NULL : "||grad f||^2 >= 2 mu (f - f*) fails between the points of the grid";
}
