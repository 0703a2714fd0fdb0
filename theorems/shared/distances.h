/* Lines about the distance to x*, for proofs on convex functions. */
#ifndef DESCENT_DISTANCES_H
#define DESCENT_DISTANCES_H

#include "steps.h"

/* A distance is a difference of numbers as large as x_k, and loses as much by
 * rounding as they do. */
real distance_size(const struct step *, real next_distance2);

/* ||x_{k+1} - x*||^2 = ||x_k - x*||^2 - 2 alpha <grad f_i(x_k), x_k - x*>
 *                      + alpha^2 ||grad f_i(x_k)||^2, for the index drawn. */
struct relation square_drawn(const struct step *);
/* Its expectation given x_k, the left side as the sum over all outcomes. */
struct relation square_mean(const struct step *);
/* <grad f(x_k), x_k - x*> >= f(x_k) - f*. */
struct relation convexity(const struct step *);
/* E_k ||x_{k+1} - x*||^2
 *     <= ||x_k - x*||^2 - 2 alpha (f(x_k) - f*) + alpha^2 sigma^2. */
struct relation approach(const struct step *);
/* Where f is smooth, the variance takes the second moment's place:
 * E_k ||grad f_i||^2 = ||grad f||^2 + noise. */
struct relation noise_is(const struct step *, double noise);
/* <grad f(x_k), x_k - x*> >= f(x_k) - f* + ||grad f(x_k)||^2/(2 L). */
struct relation coercivity(const struct step *);
/* alpha (1/L - alpha) ||grad f(x_k)||^2: what a step shorter than 1/L leaves. */
real left_over(const struct step *);
/* E_k ||x_{k+1} - x*||^2
 *     <= ||x_k - x*||^2 - 2 alpha (f(x_k) - f*) + alpha^2 variance. */
struct relation quiet_approach(const struct step *);

/* f(xbar_{k+1}) - f* is at most the weighted average of f(x_t) - f*, t <= k. */
struct relation jensen(const struct step *);

/* What a line sums up over t <= k, in its memory. */
struct sums {
    real gaps;      /* of 2 alpha_t (f(x_t) - f*) */
    real surprises; /* of ||x_{t+1} - x*||^2 - E_t ||x_{t+1} - x*||^2 */
    real own;       /* whatever else the theorem sums up */
    real size;      /* of all that went into these */
};
/* The sums over the steps before step k; the theorem adds to `own` itself. */
struct sums *sums_before(const struct step *);
/* Then the other sums take in step k; own_size is the size of `own`. */
const struct sums *sums_with(const struct step *, real own_size);

#endif
