/* Small dense matrices, by value. */
#ifndef DESCENT_MATRIX_H
#define DESCENT_MATRIX_H

#include <gsl/gsl_rng.h>
#include <stddef.h>

enum { LARGEST = 8 };
struct matrix {
    size_t rows, columns;         /* at most LARGEST each */
    double at[LARGEST * LARGEST]; /* row-major */
};

static inline struct matrix product(struct matrix a, struct matrix b) {
    struct matrix c = {.rows = a.rows, .columns = b.columns};
    for (size_t i = 0; i < a.rows; i++)
        for (size_t j = 0; j < b.columns; j++)
            for (size_t l = 0; l < a.columns; l++)
                c.at[i * c.columns + j] += a.at[i * a.columns + l] * b.at[l * b.columns + j];
    return c;
}
struct matrix transposed(struct matrix);
struct matrix first_columns(struct matrix, size_t count);

/* <A, B> = tr A'B. */
double inner_product(struct matrix a, struct matrix b);
/* ||A - B||_F. */
double apart(struct matrix a, struct matrix b);

/* U S^p V'. */
struct matrix spectral(struct matrix u, const double s[], double p, struct matrix v);
/* A^p of a symmetric positive semidefinite matrix, with 0^p = 0 for eigenvalues that are nothing but rounding. */
struct matrix power(struct matrix a, double p);
/* Orthonormal columns, by Householder's QR of a random matrix. */
struct matrix orthonormal(gsl_rng *, size_t rows, size_t columns);

#endif
