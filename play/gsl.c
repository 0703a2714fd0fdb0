/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stand-ins for GSL, which is not there in a page: constructors of problems call it to find numbers that the page brings
 * along, found by the native program.  So memory is given, and nothing is computed. */
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_vector.h>
#include <stdlib.h>

gsl_vector *gsl_vector_alloc(const size_t n) {
    gsl_vector *v = calloc(1, sizeof *v);
    *v = (gsl_vector){.size = n, .stride = 1, .data = calloc(n, sizeof(double))};
    return v;
}
void gsl_vector_free(gsl_vector *v) {
    free(v->data);
    free(v);
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
