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
