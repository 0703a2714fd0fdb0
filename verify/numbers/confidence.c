/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confidence.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>

#include "fail.h"

/* ---- a probability ---- */

/* Whether p is so small that what happened, or more than that, is as improbable as delta. */
static bool too_small(double p, size_t happened, size_t draws, double delta) {
    return gsl_cdf_beta_P(p, (double)happened, (double)(draws - happened) + 1) <= delta;
}

/* The largest such p; from bisection, since GSL's own inverse goes round in circles at 1e-11.  Its scale is logarithmic, as
 * probabilities near 0 matter, and the end that is returned keeps the promise. */
static double lower_limit(size_t happened, size_t draws, double delta) {
    if (!happened) return 0;
    double low = log(delta) / (double)happened - log((double)draws), high = 0; /* P(Bin >= k) <= (draws p)^k */
    for (int halvings = 0; halvings < 60; halvings++) {
        double middle = (low + high) / 2;
        *(too_small(exp(middle), happened, draws, delta) ? &low : &high) = middle;
    }
    return exp(low);
}

struct interval limits_of_probability(size_t happened, size_t draws, double delta) {
    if (happened > draws) fail("%zu of %zu draws", happened, draws);
    return (struct interval){lower_limit(happened, draws, delta), 1 - lower_limit(draws - happened, draws, delta)};
}

/* ---- a quantile ---- */

/* The largest number j <= count with P(Bin(count, p) <= j - 1) <= delta; 0 if there is none. */
static size_t members_below(size_t count, double p, double delta) {
    size_t low = 0, high = count + 1;
    while (high - low > 1) {
        size_t j = low + (high - low) / 2;
        *(gsl_cdf_binomial_P((unsigned)(j - 1), p, (unsigned)count) <= delta ? &low : &high) = j;
    }
    return low;
}

/* The j-th member lies above q only if fewer than j lie at or below it, each with probability p at least.  From above the
 * same with -X, whose quantile is that of 1 - p. */
struct interval limits_of_quantile(const double sample[], size_t count, double p, double delta) {
    if (count > UINT_MAX) fail("a quantile of %zu numbers, more than %u", count, UINT_MAX);
    size_t below = members_below(count, p, delta), above = members_below(count, 1 - p, delta);
    return (struct interval){below ? sample[below - 1] : -INFINITY, above ? sample[count - above] : INFINITY};
}

/* ---- a mean ---- */

size_t blocks_of_means(double delta) {
    return (size_t)ceil(-8 * log(delta));
}

struct interval limits_by_median_of_means(double means[], size_t block, double variance, double delta) {
    size_t count = blocks_of_means(delta);
    if (!block) return (struct interval){-INFINITY, INFINITY};
    for (size_t i = 0; i < count; i++)
        if (isnan(means[i])) return (struct interval){NAN, NAN};
    gsl_sort(means, 1, count);
    double median = gsl_stats_median_from_sorted_data(means, 1, count), radius = 2 * sqrt(variance / (double)block);
    return (struct interval){median - radius, median + radius};
}
