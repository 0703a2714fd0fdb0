/* Eigenvalues of small symmetric matrices, by GSL. */
#ifndef DESCENT_EIGEN_H
#define DESCENT_EIGEN_H

#include <stddef.h>

/* The least and the largest eigenvalue of a symmetric n x n matrix, row-major.  Their error is a small multiple of
 * n DBL_EPSILON times the largest absolute one. */
void eigen_extremes(size_t n, const double a[], double *least, double *largest);

/* All eigenvalues, ascending, and if `vectors` is not NULL the orthonormal eigenvectors, one a column (n x n,
 * row-major).  The entries must be finite, of whatever size. */
void eigen_system(size_t n, const double a[], double values[], double vectors[]);

#endif
