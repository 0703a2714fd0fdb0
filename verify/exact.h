/* Expectations computed, not sampled.  Their only error is rounding, and it comes with each number. */
#ifndef DESCENT_EXACT_H
#define DESCENT_EXACT_H

#include "theorem.h"

/* E[f(x_k) - f*] and E||grad f_i(x_k)||^2 for every k = 0, ..., steps, each with a bound on its rounding error. */
struct series {
    size_t steps;
    double *gap, *gap_error;
    double *moment, *moment_error;
    /* E[f(xbar_k) - f*]; NaN by CHAIN, and by SECOND_MOMENT if the method has vectors. */
    double *average_gap, *average_error;
};

/* Compute the series by PATHS, SECOND_MOMENT or CHAIN.  NULL on success, else why this problem or
 * method cannot be treated so.
 *
 * PATHS: all components^steps sequences of outcomes, each with its probability.  Any problem and method,
 *   while there are at most 2^22 sequences.  A single component means a single path, of any length.
 *
 * SECOND_MOMENT: quadratic components and a method that is affine in its state.  With z = (x - x*, the
 *   method's vectors, 1) a step is z -> B_i z, so Z_k = E[z_k z_k'] obeys Z_{k+1} = sum_i p_i B_i Z_k B_i',
 *   and both expectations are linear in Z_k.  B_i is read off the method itself, by stepping from the
 *   unit vectors.  Rounding: one application of the map errs by at most
 *   gamma * sum p_i ||B_i||^2 ||Z||; later maps carry the error on, and as the map preserves the order of symmetric
 *   matrices, without amplifying it by more than the norm of E[A_i A_i'] (A_i: the part of B_i that acts on z
 *   without its 1).  Where that norm exceeds 1, as with momentum, a matrix that bounds the error moves on with Z
 *   instead.  Averages: the moments of sum alpha_t (x_t - x*) with itself and with z obey linear
 *   recursions as well.
 *
 * CHAIN: a problem on a lattice and a method without memory.  The distribution on the lattice points is
 *   multiplied by the transition matrix; all terms are nonnegative, so relative errors just add up. */
const char *series_compute(enum evidence, const struct problem *, const struct method *, const struct settings *,
                           size_t steps, struct series *);
void series_free(struct series *);

#endif
