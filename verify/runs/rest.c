/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rest.h"

#include <float.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdlib.h>

#include "../models/trajectory.h"
#include "../numbers/eigen.h"
#include "../numbers/fail.h"

/* A_i, row by row, and r_i, read off the oracle. */
static void read_component(const struct trajectory *t, double alpha, size_t i, double a[], double r[]) {
    const struct problem *p = t->problem;
    real *x = t->x, *g = t->gradient;
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_star[j]);
    p->component(p, x, whole_all(i), g);
    for (size_t j = 0; j < p->dim; j++) r[j] = g[j][0];
    for (size_t c = 0; c < p->dim; c++) {
        x[c] += 1;
        p->component(p, x, whole_all(i), g);
        x[c] -= 1;
        for (size_t j = 0; j < p->dim; j++) {
            double moved = alpha * (g[j][0] - r[j]);
            a[j * p->dim + c] = j == c ? 1 - moved : -moved;
        }
    }
}

struct rest rest_of(const struct problem *p, double alpha) {
    const size_t n = p->dim;
    gsl_matrix *system = gsl_matrix_calloc(n * n, n * n), *lu = gsl_matrix_alloc(n * n, n * n);
    gsl_vector *noise = gsl_vector_calloc(n * n), *s = gsl_vector_alloc(n * n);
    double weight = 1.0 / (double)p->components, *square = allocate(n * n, sizeof *square);
    double *h = allocate(n * n, sizeof *h), *a = allocate(n * n, sizeof *a), *r = allocate(n, sizeof *r);
    struct trajectory t = trajectory_new(p, &(struct method){0}, NULL);
    for (size_t i = 0; i < p->components; i++) {
        read_component(&t, alpha, i, a, r);
        for (size_t j = 0; j < n; j++)
            for (size_t q = 0; q < n; q++) {
                h[j * n + q] += weight * ((j == q) - a[j * n + q]) / alpha;
                *gsl_vector_ptr(noise, j * n + q) += weight * alpha * alpha * r[j] * r[q];
                for (size_t m = 0; m < n; m++) {
                    square[j * n + q] += weight * a[j * n + m] * a[q * n + m];
                    for (size_t l = 0; l < n; l++)
                        *gsl_matrix_ptr(system, j * n + q, m * n + l) -= weight * a[j * n + m] * a[q * n + l];
                }
            }
    }
    for (size_t j = 0; j < n * n; j++) *gsl_matrix_ptr(system, j, j) += 1;
    gsl_permutation *order = gsl_permutation_alloc(n * n);
    int sign;
    gsl_matrix_memcpy(lu, system);
    gsl_linalg_LU_decomp(lu, order, &sign);
    gsl_linalg_LU_solve(lu, order, noise, s);

    struct rest out = {0};
    double least, left_over = 0, norm = 0, h_norm = 0;
    eigen_extremes(n, square, &least, &out.contraction);
    for (size_t j = 0; j < n * n; j++) {
        double residual = -gsl_vector_get(noise, j);
        for (size_t m = 0; m < n * n; m++) residual += gsl_matrix_get(system, j, m) * gsl_vector_get(s, m);
        left_over = hypot(left_over, residual);
        norm = hypot(norm, gsl_vector_get(s, j));
        out.gap += h[j] * gsl_vector_get(s, j) / 2;
        h_norm = hypot(h_norm, h[j]);
    }
    /* A_i and r_i are read off with a few roundings of numbers as large as the data and x*. */
    double read = 64 * (p->roundings + (double)p->components) * DBL_EPSILON * norm;
    out.error = h_norm * (left_over + read) / (1 - out.contraction) + read * h_norm;
    for (size_t j = 0; j < n; j++) out.trace += gsl_vector_get(s, j * n + j);
    trajectory_free(&t);
    free(square);
    free(h);
    free(a);
    free(r);
    gsl_permutation_free(order);
    gsl_matrix_free(system);
    gsl_matrix_free(lu);
    gsl_vector_free(noise);
    gsl_vector_free(s);
    return out;
}
