/* Expectations computed, not sampled.  Their only error is rounding, and it comes with each number. */
#ifndef DESCENT_EXACT_H
#define DESCENT_EXACT_H

#include "../models/method.h"
#include "../models/problem.h"
#include "../models/trajectory.h"

/* E[f(x_k) - f*] and E||grad f_i(x_k)||^2 for every k = 0, ..., steps, each with a bound on its rounding error. */
struct series {
    size_t steps;
    double *gap, *gap_error;
    double *moment, *moment_error;
    /* E[f(xbar_k) - f*]; NaN by CHAIN, and by SECOND_MOMENT if the method has vectors. */
    double *average_gap, *average_error;
};

/* A way to compute the series of a method on a problem. */
struct exact {
    const char *name;
    /* NULL on success, else why this problem or method cannot be treated so; the series is then empty. */
    const char *(*compute)(const struct problem *, const struct method *, const struct settings *, size_t steps,
                           struct series *);
};

/* All components^steps sequences of outcomes, each with its probability.  Any problem and method, while there are at most
 * 2^22 sequences.  A single component means a single path, of any length. */
extern const struct exact all_paths;

/* Quadratic components and a method that is affine in its state.  With z = (x - x*, the method's vectors, 1) a step is
 * z -> B_i z, so Z_k = E[z_k z_k'] obeys Z_{k+1} = sum_i p_i B_i Z_k B_i', and both expectations are linear in Z_k.  B_i is
 * read off the method itself, by stepping from the unit vectors.  Rounding: one application of the map errs by at most
 * gamma * sum p_i ||B_i||^2 ||Z||; later maps carry the error on, and as the map preserves the order of symmetric
 * matrices, without amplifying it by more than the norm of E[A_i A_i'] (A_i: the part of B_i that acts on z without its 1).
 * Where that norm exceeds 1, as with momentum, a matrix that bounds the error moves on with Z instead.  Averages: the
 * moments of sum alpha_t (x_t - x*) with itself and with z obey linear recursions as well. */
extern const struct exact second_moment_recursion;

/* A problem on a lattice and a method without memory.  The distribution on the lattice points is multiplied by the
 * transition matrix; all terms are nonnegative, so relative errors just add up. */
extern const struct exact finite_chain;

/* A problem in one dimension whose oracle has the same E g^2 wherever a run can be, and a method without memory, such
 * that E f(x_{k+1}) given x_k is an affine function of f(x_k).  Its two coefficients are read off the oracle at every k, at
 * the minimiser and at the edge of the envelope; at a grid of points between the oracle must agree with them. */
extern const struct exact steady_oracle;

/* What suits a problem: its lattice's chain, all paths where there is but one, the recursion on quadratics, else all
 * paths. */
const struct exact *exact_for(const struct problem *, const struct settings *);

/* What along_all_paths shows: x_k on LANES of all the paths. */
struct on_paths {
    const struct trajectory *at; /* x_k and k */
    size_t paths;                /* there are in all */
    real weight;                 /* the probability of each path's outcomes so far; 0 in lanes without a path */
    whole ahead;                 /* its outcomes to come, as a number: paths that part only from here on are one path so
                                    far, and an expectation counts the one where this is 0 */
};
/* Shows LANES paths at k = 0, ..., steps, then the next ones.  NULL on success, else why there are no such paths. */
const char *along_all_paths(const struct problem *, const struct method *, const struct settings *, size_t steps,
                            void (*look)(const struct on_paths *, void *with), void *with);

struct series series_new(size_t steps);
void series_free(struct series *);
/* sup over k < steps of E||grad f_i(x_k)||^2; a NaN gets in, and stays. */
double series_sigma2(const struct series *);

#endif
