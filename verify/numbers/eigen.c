/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eigen.h"

#include <float.h>
#include <gsl/gsl_eigen.h>
#include <math.h>

/* A copy of a, by a power of two so that its largest entry lies in [1/2, 1); *exponent undoes it.  Entries that are
 * nothing beside that one, even squared roundings, become 0: GSL's iteration does not end on subnormal numbers. */
static gsl_matrix *unit_copy(size_t n, const double a[], int *exponent) {
    gsl_matrix *copy = gsl_matrix_alloc(n, n);
    double largest = 0;
    for (size_t e = 0; e < n * n; e++) largest = fmax(largest, fabs(a[e]));
    frexp(largest, exponent);
    for (size_t e = 0; e < n * n; e++) {
        double entry = ldexp(a[e], -*exponent);
        gsl_matrix_set(copy, e / n, e % n, fabs(entry) < DBL_EPSILON * DBL_EPSILON ? 0 : entry);
    }
    return copy;
}

void eigen_extremes(size_t n, const double a[], double *least, double *largest) {
    int exponent;
    gsl_matrix *copy = unit_copy(n, a, &exponent);
    gsl_vector *values = gsl_vector_alloc(n);
    gsl_eigen_symm_workspace *work = gsl_eigen_symm_alloc(n);
    gsl_eigen_symm(copy, values, work);
    gsl_vector_minmax(values, least, largest);
    *least = ldexp(*least, exponent);
    *largest = ldexp(*largest, exponent);
    gsl_eigen_symm_free(work);
    gsl_vector_free(values);
    gsl_matrix_free(copy);
}

void eigen_system(size_t n, const double a[], double values[], double vectors[]) {
    int exponent;
    gsl_matrix *copy = unit_copy(n, a, &exponent), *columns = gsl_matrix_alloc(n, n);
    gsl_vector *sorted = gsl_vector_alloc(n);
    gsl_eigen_symmv_workspace *work = gsl_eigen_symmv_alloc(n);
    gsl_eigen_symmv(copy, sorted, columns, work);
    gsl_eigen_symmv_sort(sorted, columns, GSL_EIGEN_SORT_VAL_ASC);
    for (size_t e = 0; e < n; e++) {
        values[e] = ldexp(gsl_vector_get(sorted, e), exponent);
        for (size_t j = 0; vectors && j < n; j++) vectors[j * n + e] = gsl_matrix_get(columns, j, e);
    }
    gsl_eigen_symmv_free(work);
    gsl_vector_free(sorted);
    gsl_matrix_free(columns);
    gsl_matrix_free(copy);
}
