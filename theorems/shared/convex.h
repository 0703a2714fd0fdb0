/* What the pages on convex functions have in common, beside lines of proofs. */
#ifndef DESCENT_CONVEX_H
#define DESCENT_CONVEX_H

#include "../../verify/claims/inquiry.h"
#include "../theorem.h"
#include "premises.h"

enum { DIM_MOST = 16 }; /* of problems whose paths are all walked here */

/* 0 < alpha_0 <= 1/L, but for rounding, if there is an L. */
bool is_at_most_1_over_L(const struct premises *);
/* alpha_k = alpha_0/sqrt(k + 1). */
bool falls_like_root(const struct premises *);

/* schedule_root, by a name that leaves room in a line for the rest of a
 * setting. */
double root(const struct settings *, size_t k);

/* The sums of i^(-1/2) and of i^(-1) for i = 1, ..., k. */
double root_sum(size_t k);
double harmonic_sum(size_t k);

/* first R^2/(alpha_0 sqrt k) + second alpha_0 noise ln(k + 1)/sqrt k. */
double root_bound(const struct constants *, double noise, size_t k,
                  double first, double second);
/* The slide's bound, 5/4 and 5, and the sharpened one, 1/2 and 1/(2 ln 2), each
 * as its two terms; noise is sigma^2, or the variance. */
double slides_start(const struct constants *, size_t k);
double slides_noise(const struct constants *, double noise, size_t k);
double sharpened_start(const struct constants *, size_t k);
double sharpened_noise(const struct constants *, double noise, size_t k);
/* (R^2 + noise sum alpha_t^2) / (2 sum alpha_t) for such steps. */
double root_quotient(const struct constants *, double noise, size_t k);

/* The average of E f(x_t) - f* over t < k, against a bound: at the checkpoints of
 * a setting. */
void average_of_gaps(struct inquiry *, const struct setting *,
                     double (*bound)(const struct constants *, size_t k),
                     enum sign);

#endif
