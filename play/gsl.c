/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stand-ins for GSL, which is not there in a page.  What reads and writes does so; what would have to compute (eigenvalues,
 * factors, random directions) is called by constructors of problems alone, to find numbers that the page brings along, found
 * by the native program: it leaves any numbers behind, and counts how often it was called, for play.c to notice what rests on it. */
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_vector.h>
#include <stdlib.h>
#include <string.h>

#include "playable.h"

double gsl_pow_2(const double x) {
    return x * x;
}

/* ---- vectors and matrices ---- */

gsl_vector *gsl_vector_alloc(const size_t n) {
    gsl_vector *v = calloc(1, sizeof *v);
    *v = (gsl_vector){.size = n, .stride = 1, .data = calloc(n, sizeof(double))};
    return v;
}
void gsl_vector_free(gsl_vector *v) {
    free(v->data);
    free(v);
}
double gsl_vector_get(const gsl_vector *v, const size_t i) {
    return v->data[i * v->stride];
}
void gsl_vector_set(gsl_vector *v, const size_t i, double x) {
    v->data[i * v->stride] = x;
}
void gsl_vector_minmax(const gsl_vector *v, double *least, double *largest) {
    *least = *largest = gsl_vector_get(v, 0);
    for (size_t i = 1; i < v->size; i++) {
        *least = GSL_MIN(*least, gsl_vector_get(v, i));
        *largest = GSL_MAX(*largest, gsl_vector_get(v, i));
    }
}
double gsl_vector_max(const gsl_vector *v) {
    double least, largest;
    gsl_vector_minmax(v, &least, &largest);
    return largest;
}

gsl_matrix *gsl_matrix_alloc(const size_t rows, const size_t columns) {
    gsl_matrix *m = calloc(1, sizeof *m);
    *m = (gsl_matrix){.size1 = rows, .size2 = columns, .tda = columns, .data = calloc(rows * columns, sizeof(double))};
    return m;
}
gsl_matrix *gsl_matrix_calloc(const size_t rows, const size_t columns) {
    return gsl_matrix_alloc(rows, columns);
}
void gsl_matrix_free(gsl_matrix *m) {
    free(m->data);
    free(m);
}
double gsl_matrix_get(const gsl_matrix *m, const size_t i, const size_t j) {
    return m->data[i * m->tda + j];
}
void gsl_matrix_set(gsl_matrix *m, const size_t i, const size_t j, const double x) {
    m->data[i * m->tda + j] = x;
}
void gsl_matrix_set_identity(gsl_matrix *m) {
    for (size_t i = 0; i < m->size1; i++)
        for (size_t j = 0; j < m->size2; j++) gsl_matrix_set(m, i, j, i == j);
}
int gsl_matrix_scale(gsl_matrix *m, const double x) {
    for (size_t i = 0; i < m->size1 * m->size2; i++) m->data[i] *= x;
    return 0;
}
int gsl_matrix_memcpy(gsl_matrix *to, const gsl_matrix *from) {
    for (size_t i = 0; i < to->size1; i++)
        for (size_t j = 0; j < to->size2; j++) gsl_matrix_set(to, i, j, gsl_matrix_get(from, i, j));
    return 0;
}
_gsl_matrix_const_view gsl_matrix_const_view_array(const double *base, const size_t rows, const size_t columns) {
    _gsl_matrix_const_view v;
    memset(&v, 0, sizeof v);
    v.matrix = (gsl_matrix){.size1 = rows, .size2 = columns, .tda = columns, .data = (double *)base};
    return v;
}

/* ---- what would have to compute ---- */

static size_t calls;
size_t stand_in_calls(void) {
    return calls;
}

gsl_rng *gsl_rng_alloc(const gsl_rng_type *type) {
    gsl_rng *r = calloc(1, sizeof *r);
    r->type = type;
    r->state = calloc(1, type->size);
    return r;
}
void gsl_rng_free(gsl_rng *r) {
    free(r->state);
    free(r);
}
void *gsl_rng_state(const gsl_rng *r) {
    return r->state;
}
double gsl_rng_uniform(const gsl_rng *r) {
    return r->type->get_double(r->state);
}
double gsl_ran_gaussian(const gsl_rng *r, const double sigma) {
    calls++;
    return sigma * (gsl_rng_uniform(r) - 0.5);
}
void gsl_ran_dir_nd(const gsl_rng *r, size_t n, double *x) {
    calls++;
    for (size_t i = 0; i < n; i++) x[i] = gsl_rng_uniform(r) - 0.5;
}
gsl_eigen_symm_workspace *gsl_eigen_symm_alloc(const size_t n) {
    (void)n;
    return NULL;
}
void gsl_eigen_symm_free(gsl_eigen_symm_workspace *w) {
    (void)w;
}
int gsl_eigen_symm(gsl_matrix *a, gsl_vector *values, gsl_eigen_symm_workspace *w) {
    (void)w;
    calls++;
    for (size_t i = 0; i < values->size; i++) gsl_vector_set(values, i, gsl_matrix_get(a, i, i));
    return 0;
}
gsl_eigen_symmv_workspace *gsl_eigen_symmv_alloc(const size_t n) {
    (void)n;
    return NULL;
}
void gsl_eigen_symmv_free(gsl_eigen_symmv_workspace *w) {
    (void)w;
}
int gsl_eigen_symmv(gsl_matrix *a, gsl_vector *values, gsl_matrix *vectors, gsl_eigen_symmv_workspace *w) {
    (void)w;
    gsl_matrix_set_identity(vectors);
    return gsl_eigen_symm(a, values, NULL);
}
gsl_eigen_gensymm_workspace *gsl_eigen_gensymm_alloc(const size_t n) {
    (void)n;
    return NULL;
}
void gsl_eigen_gensymm_free(gsl_eigen_gensymm_workspace *w) {
    (void)w;
}
int gsl_eigen_gensymm(gsl_matrix *a, gsl_matrix *b, gsl_vector *values, gsl_eigen_gensymm_workspace *w) {
    (void)b;
    (void)w;
    return gsl_eigen_symm(a, values, NULL);
}
int gsl_linalg_cholesky_decomp1(gsl_matrix *a) {
    (void)a;
    calls++;
    return 0;
}
int gsl_linalg_cholesky_svx(const gsl_matrix *factor, gsl_vector *x) {
    (void)factor;
    (void)x;
    calls++;
    return 0;
}
int gsl_linalg_SV_decomp_jacobi(gsl_matrix *a, gsl_matrix *v, gsl_vector *values) {
    (void)a;
    (void)v;
    (void)values;
    calls++;
    return 0;
}
int gsl_eigen_symmv_sort(gsl_vector *values, gsl_matrix *vectors, gsl_eigen_sort_t order) {
    (void)values;
    (void)vectors;
    (void)order;
    calls++;
    return 0;
}
