/* Confidence limits of probabilities, quantiles and means of unbounded samples, true at any sample size.  Each is one of
 * two one-sided limits and is wrong with probability at most delta. */
#ifndef DESCENT_CONFIDENCE_H
#define DESCENT_CONFIDENCE_H

#include "interval.h"

/* Of the probability of what happened so often in so many independent draws (Clopper and Pearson 1934): the lower one is
 * the p with P(Bin(draws, p) >= happened) = delta, the upper one that with P(Bin(draws, p) <= happened) = delta. */
struct interval limits_of_probability(size_t happened, size_t draws, double delta);

/* Of every p-quantile q, P(X <= q) >= p and P(X < q) <= p, of the distribution that an independent sample in increasing
 * order came from, 0 < p < 1: two of its members, by their numbers alone.  Infinite where it is too small for that. */
struct interval limits_of_quantile(const double sample[], size_t count, double p, double delta);

/* Into how many blocks a sample is split for the median of means: ceil(8 ln(1/delta)). */
size_t blocks_of_means(double delta);

/* Of the mean of independent samples of a variance of at most `variance`: the median of the means of blocks_of_means(delta)
 * blocks with at least `block` members each, -+ 2 sqrt(variance/block) (Lugosi and Mendelson 2019, theorem 2, which with so
 * many blocks of equal size says sqrt(32 variance ln(1/delta)/n); rounding their number up adds to that).  A mean is
 * beyond that with probability at most 1/4, by Chebyshev; half of k independent ones, at most exp(-k/8), by Hoeffding: on
 * either side together, so that the two limits cost one delta.  Puts the means in order; a NaN among them stays one. */
struct interval limits_by_median_of_means(double means[], size_t block, double variance, double delta);

#endif
