/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "matrix.h"

#include <float.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "eigen.h"

struct matrix transposed(struct matrix a) {
    struct matrix b = {.rows = a.columns, .columns = a.rows};
    for (size_t i = 0; i < a.rows; i++)
        for (size_t j = 0; j < a.columns; j++) b.at[j * a.rows + i] = a.at[i * a.columns + j];
    return b;
}

struct matrix first_columns(struct matrix a, size_t count) {
    struct matrix b = {.rows = a.rows, .columns = count};
    for (size_t i = 0; i < a.rows; i++)
        for (size_t j = 0; j < count; j++) b.at[i * count + j] = a.at[i * a.columns + j];
    return b;
}

double inner_product(struct matrix a, struct matrix b) {
    double sum = 0;
    for (size_t e = 0; e < a.rows * a.columns; e++) sum += a.at[e] * b.at[e];
    return sum;
}

double apart(struct matrix a, struct matrix b) {
    double sum = 0;
    for (size_t e = 0; e < a.rows * a.columns; e++) sum = hypot(sum, a.at[e] - b.at[e]);
    return sum;
}

struct matrix spectral(struct matrix u, const double s[], double p, struct matrix v) {
    for (size_t i = 0; i < u.rows; i++)
        for (size_t j = 0; j < u.columns; j++) u.at[i * u.columns + j] *= pow(s[j], p);
    return product(u, transposed(v));
}

struct matrix power(struct matrix a, double p) {
    double values[LARGEST];
    struct matrix q = {.rows = a.rows, .columns = a.rows};
    eigen_system(a.rows, a.at, values, q.at);
    double noise = 4 * (double)a.rows * DBL_EPSILON * values[a.rows - 1];
    for (size_t i = 0; i < a.rows; i++)
        if (values[i] <= noise) {
            values[i] = 1;
            for (size_t j = 0; j < a.rows; j++) q.at[j * a.rows + i] = 0;
        }
    return spectral(q, values, p, q);
}

struct matrix orthonormal(gsl_rng *rng, size_t rows, size_t columns) {
    struct matrix square = {.rows = rows, .columns = rows};
    gsl_matrix *a = gsl_matrix_alloc(rows, rows), *q = gsl_matrix_alloc(rows, rows), *r = gsl_matrix_alloc(rows, rows);
    gsl_vector *tau = gsl_vector_alloc(rows);
    for (size_t e = 0; e < rows * rows; e++) gsl_matrix_set(a, e / rows, e % rows, gsl_ran_gaussian_ziggurat(rng, 1));
    gsl_linalg_QR_decomp(a, tau);
    gsl_linalg_QR_unpack(a, tau, q, r);
    for (size_t e = 0; e < rows * rows; e++) square.at[e] = gsl_matrix_get(q, e / rows, e % rows);
    gsl_matrix_free(a);
    gsl_matrix_free(q);
    gsl_matrix_free(r);
    gsl_vector_free(tau);
    return first_columns(square, columns);
}
