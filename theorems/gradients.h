/* Gradients of matrices whose singular values are known before any method is
 * asked, and what Shampoo and Muon make of them. */
#ifndef DESCENT_GRADIENTS_H
#define DESCENT_GRADIENTS_H

#include "../methods/methods.h"
#include "../verify/claims/inquiry.h"
#include "../verify/numbers/pcg.h"

enum { LARGEST = 8 };
struct matrix {
    size_t rows, columns;
    double at[LARGEST * LARGEST]; /* row-major */
};

static inline struct matrix product(struct matrix a, struct matrix b) {
    struct matrix c = {.rows = a.rows, .columns = b.columns};
    for (size_t i = 0; i < a.rows; i++)
        for (size_t j = 0; j < b.columns; j++)
            for (size_t l = 0; l < a.columns; l++)
                c.at[i * c.columns + j] +=
                    a.at[i * a.columns + l] * b.at[l * b.columns + j];
    return c;
}
struct matrix transposed(struct matrix);
/* U S^p V'. */
struct matrix spectral(struct matrix u, const double s[], double p,
                       struct matrix v);
/* <A, B> = tr A'B. */
double inner_product(struct matrix a, struct matrix b);
/* ||A - B||_F. */
double apart(struct matrix a, struct matrix b);
/* Orthonormal columns, by Householder's QR of a random matrix. */
struct matrix orthonormal(gsl_rng *, size_t rows, size_t columns);

/* A kind of matrix; its id stands where other theorems name a problem. */
struct form {
    const char *id;
    size_t rows, columns, rank;
    bool drowned; /* singular values 1, ..., 1, 1/kappa, not in equal ratios */
};
/* Of full rank; that of the first four is above 1. */
enum { SHAPES = 6, WITH_RANK = 4 };
extern const struct form shapes[SHAPES];

struct gradient {
    struct matrix u, v, g;    /* g = U S V' */
    double s[LARGEST], kappa; /* from 1 to 1/kappa */
};
/* 16 of a form; `set` tells apart those of one claim. */
void random_gradients(const struct inquiry *, size_t set, const struct form *,
                      double kappa, struct gradient out[LANES]);
/* U V'. */
struct matrix polar(const struct gradient *);

/* What a method subtracts from W at the last of `count` gradients G. */
struct matrix step_of(const struct method *, struct settings, size_t count,
                      struct matrix g);
/* The same for alpha = 1: Shampoo of this gradient alone; Muon without
 * momentum, by a singular value decomposition for 0 iterations. */
struct matrix shampoo_step(struct matrix g, double eps);
struct matrix muon_step(struct matrix g, size_t iterations);

/* How far rounding may drive these steps from U V', and eigenvalues of sums of
 * `inner` products from theirs: proved in shampoo_is_muon.c. */
double shampoo_bound(const struct gradient *);
double muon_bound(const struct gradient *);
double eigen_error(const struct gradient *, size_t order, size_t inner);

#endif
