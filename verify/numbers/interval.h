/* Running moments, and confidence intervals that hold for every sample size. */
#ifndef DESCENT_INTERVAL_H
#define DESCENT_INTERVAL_H

#include <stddef.h>

/* Count, mean and sum of squared deviations of a sample (Welford 1962), and how many of its members
 * were NaN, infinite or outside their certified range. */
struct moments {
    size_t count, broken;
    double mean, deviations;
};

/* The moments of two samples together (Chan, Golub and LeVeque 1983). */
struct moments moments_merged(struct moments, struct moments);
double moments_variance(const struct moments *); /* unbiased; NaN below two members */

struct interval {
    double lower, upper;
};

/* Empirical Bernstein bounds for the mean of independent samples in [0, range] (Maurer and Pontil 2009,
 * theorem 4).  Each of the two limits is wrong with probability at most delta, at any sample size.
 * Below two members it is all of [0, range]. */
struct interval interval_of_mean(const struct moments *, double range, double delta);

#endif
