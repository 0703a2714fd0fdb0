/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eigen.h"

#include <gsl/gsl_eigen.h>

void eigen_extremes(size_t n, const double a[], double *least, double *largest) {
    gsl_matrix *copy = gsl_matrix_alloc(n, n);
    gsl_vector *values = gsl_vector_alloc(n);
    gsl_eigen_symm_workspace *work = gsl_eigen_symm_alloc(n);
    gsl_matrix_const_view view = gsl_matrix_const_view_array(a, n, n);
    gsl_matrix_memcpy(copy, &view.matrix);
    gsl_eigen_symm(copy, values, work);
    gsl_vector_minmax(values, least, largest);
    gsl_eigen_symm_free(work);
    gsl_vector_free(values);
    gsl_matrix_free(copy);
}

void eigen_system(size_t n, const double a[], double values[], double vectors[]) {
    gsl_matrix *copy = gsl_matrix_alloc(n, n), *columns = gsl_matrix_alloc(n, n);
    gsl_vector *sorted = gsl_vector_alloc(n);
    gsl_eigen_symmv_workspace *work = gsl_eigen_symmv_alloc(n);
    gsl_matrix_const_view view = gsl_matrix_const_view_array(a, n, n);
    gsl_matrix_memcpy(copy, &view.matrix);
    gsl_eigen_symmv(copy, sorted, columns, work);
    gsl_eigen_symmv_sort(sorted, columns, GSL_EIGEN_SORT_VAL_ASC);
    for (size_t e = 0; e < n; e++) {
        values[e] = gsl_vector_get(sorted, e);
        for (size_t j = 0; vectors && j < n; j++) vectors[j * n + e] = gsl_matrix_get(columns, j, e);
    }
    gsl_eigen_symmv_free(work);
    gsl_vector_free(sorted);
    gsl_matrix_free(columns);
    gsl_matrix_free(copy);
}
