/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the limits of probabilities, quantiles and means keep their promise on hard distributions: each is wrong with
 * probability at most delta.  And whether they are no wider than they need be. */
#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sort.h>
#include <math.h>

#include "../verify/numbers/confidence.h"
#include "../verify/numbers/fail.h"
#include "../verify/numbers/pcg.h"

enum { REPETITIONS = 100000 };

/* Whether so many misses could be chance: if the promise is kept, more than this has probability 1e-9. */
static bool kept(size_t misses, double delta) {
    return misses == 0 || gsl_cdf_binomial_Q((unsigned)misses - 1, delta, REPETITIONS) >= 1e-9;
}

static gsl_rng *rng_of(uint64_t stream) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(7, stream));
    return rng;
}

struct misses {
    size_t low, high;
};
static void miss(struct misses *m, struct interval i, double target) {
    m->low += !(i.lower <= target);
    m->high += !(i.upper >= target);
}
static void assert_kept(struct misses m, double delta, const char *what, double which) {
    cr_assert(kept(m.low, delta), "%s %g, delta %g: lower limit wrong %zu times", what, which, delta, m.low);
    cr_assert(kept(m.high, delta), "%s %g, delta %g: upper limit wrong %zu times", what, which, delta, m.high);
}

/* ---- a probability ---- */

/* With nothing and with all of n closed forms: delta^(1/n). */
Test(confidence, probability_at_the_ends) {
    static const double deltas[] = {0.5, 0.05, 1e-6, 1e-12};
    for (size_t d = 0; d < 4; d++)
        for (size_t n = 1; n < 1000000000; n = 3 * n + 1) {
            double delta = deltas[d], apart = -expm1(log(delta) / (double)n);
            struct interval none = limits_of_probability(0, n, delta), all = limits_of_probability(n, n, delta);
            cr_assert(none.lower == 0 && all.upper == 1);
            cr_assert(fabs(none.upper - apart) <= 1e-6 * apart, "n %zu: %.17g, not %.17g", n, none.upper, apart);
            cr_assert(fabs(1 - all.lower - apart) <= 1e-6 * apart, "n %zu: %.17g", n, all.lower);
        }
    struct interval nothing = limits_of_probability(0, 0, 0.05);
    cr_assert(nothing.lower == 0 && nothing.upper == 1);
    /* 40 of 40 seeds: more than 1/2, at 2^-40 and not at less. */
    cr_assert(limits_of_probability(40, 40, 0x1.001p-40).lower > 0.5 &&
              limits_of_probability(40, 40, 0x1p-41).lower < 0.5);
}

/* What defines them: what happened, or more, is exactly as probable as delta. */
Test(confidence, probability_solves_its_equation) {
    static const double deltas[] = {0.4, 0.05, 1e-6, 1e-11};
    static const size_t sizes[] = {1, 2, 7, 40, 1000, 100000};
    for (size_t d = 0; d < 4; d++)
        for (size_t s = 0; s < 6; s++)
            for (size_t k = 1, n = sizes[s]; k < n; k = 2 * k + 1) {
                struct interval i = limits_of_probability(k, n, deltas[d]);
                double above = gsl_cdf_binomial_Q((unsigned)k - 1, i.lower, (unsigned)n) / deltas[d];
                double below = gsl_cdf_binomial_P((unsigned)k, i.upper, (unsigned)n) / deltas[d];
                cr_assert(fabs(above - 1) < 1e-6 && fabs(below - 1) < 1e-6, "%zu of %zu at %g: %g, %g", k, n, deltas[d],
                          above, below);
            }
}

/* The exact probabilities of a miss are sums of binomials; here they are counted.  The limits are made once for each count. */
static struct misses misses_of_probability(double p, size_t n, double delta) {
    gsl_rng *rng = rng_of(n);
    struct interval *made = allocate(n + 1, sizeof *made);
    struct misses m = {0};
    for (size_t r = 0; r < REPETITIONS; r++) {
        size_t happened = gsl_ran_binomial(rng, p, (unsigned)n);
        if (made[happened].upper == 0) made[happened] = limits_of_probability(happened, n, delta);
        miss(&m, made[happened], p);
    }
    free(made);
    gsl_rng_free(rng);
    return m;
}

Test(confidence, covers_a_probability) {
    static const double ps[] = {0.0001, 0.001, 0.03, 0.5, 0.9, 0.999, 0.99999};
    static const size_t sizes[] = {1, 2, 20, 100, 1000};
    for (size_t i = 0; i < 7; i++)
        for (size_t s = 0; s < 5; s++)
            for (int d = 0; d < 2; d++) {
                double delta = d ? 0.2 : 0.01;
                assert_kept(misses_of_probability(ps[i], sizes[s], delta), delta, "p", ps[i]);
            }
}

/* Where a count is worth little the promise is used up: limits that were wider by much would be wrong less often. */
Test(confidence, probability_is_not_more_careful_than_it_needs_be) {
    for (double delta = 0.01; delta < 0.3; delta *= 4) {
        struct misses m = misses_of_probability(0.5, 10000, delta);
        cr_assert((double)m.low > 0.9 * delta * REPETITIONS && (double)m.high > 0.9 * delta * REPETITIONS,
                  "delta %g: %zu and %zu misses", delta, m.low, m.high);
    }
}

/* ---- a quantile ---- */

static double two_points(const gsl_rng *rng) { /* every number in [0, 1] is a median */
    return gsl_rng_uniform(rng) < 0.5 ? 0 : 1;
}
static double mostly_nothing(const gsl_rng *rng) { /* an atom at the median, 0 */
    double u = gsl_rng_uniform(rng);
    return u < 0.3 ? -1 : u < 0.7 ? 0 : 1e9;
}
static double cauchy(const gsl_rng *rng) {
    return gsl_ran_cauchy(rng, 1);
}

static struct misses misses_of_quantile(double (*draw)(const gsl_rng *), double p, double target, size_t n,
                                        double delta) {
    gsl_rng *rng = rng_of(n);
    double sample[256];
    struct misses m = {0};
    for (size_t r = 0; r < REPETITIONS; r++) {
        for (size_t i = 0; i < n; i++) sample[i] = draw(rng);
        gsl_sort(sample, 1, n);
        miss(&m, limits_of_quantile(sample, n, p, delta), target);
    }
    gsl_rng_free(rng);
    return m;
}

Test(confidence, covers_a_quantile) {
    static const size_t sizes[] = {1, 9, 25};
    for (size_t s = 0; s < 3; s++)
        for (double delta = 0.02; delta < 0.3; delta *= 5) {
            size_t n = sizes[s];
            for (double median = 0; median <= 1; median += 0.5)
                assert_kept(misses_of_quantile(two_points, 0.5, median, n, delta), delta, "two points", median);
            assert_kept(misses_of_quantile(mostly_nothing, 0.5, 0, n, delta), delta, "an atom", (double)n);
            assert_kept(misses_of_quantile(cauchy, 0.5, 0, n, delta), delta, "Cauchy", (double)n);
            assert_kept(misses_of_quantile(cauchy, 0.9, gsl_cdf_cauchy_Pinv(0.9, 1), n, delta), delta, "Cauchy, 0.9",
                        (double)n);
        }
}

/* The numbers of the members, worked out by hand: P(Bin(10, 1/2) <= 1) = 11/1024, P(Bin(10, 1/2) <= 2) = 56/1024. */
Test(confidence, quantile_takes_the_innermost_members) {
    static const double sample[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    static const struct {
        size_t count;
        double p, delta, lower, upper;
    } cases[] = {
        {10, 0.5, 11.001 / 1024, 2, 9},
        {10, 0.5, 10.999 / 1024, 1, 10},
        {10, 0.5, 56.001 / 1024, 3, 8},
        {10, 0.5, 1.001 / 1024, 1, 10},
        {10, 0.5, 0.999 / 1024, -INFINITY, INFINITY},
        {1, 0.5, 0.51, 1, 1},
        {1, 0.5, 0.49, -INFINITY, INFINITY},
        {0, 0.5, 0.49, -INFINITY, INFINITY},
        {10, 0.9, 0.071, 8, INFINITY}, /* P(Bin(10, 0.9) <= 7) = 0.0702; P(Bin(10, 0.9) >= 10) = 0.349 */
        {10, 0.1, 0.071, -INFINITY, 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct interval got = limits_of_quantile(sample, cases[i].count, cases[i].p, cases[i].delta);
        cr_assert(got.lower == cases[i].lower && got.upper == cases[i].upper, "case %zu: [%g, %g]", i, got.lower,
                  got.upper);
    }
}

/* With a density the number of members below is all that counts, and the promise is all but used up. */
Test(confidence, quantile_is_not_more_careful_than_it_needs_be) {
    const size_t n = 50;
    const double delta = 1.0001 * gsl_cdf_binomial_P(17, 0.5, (unsigned)n); /* 0.0164 */
    struct misses m = misses_of_quantile(gsl_rng_uniform, 0.5, 0.5, n, delta);
    assert_kept(m, delta, "uniform", (double)n);
    cr_assert((double)m.low > 0.9 * delta * REPETITIONS && (double)m.high > 0.9 * delta * REPETITIONS,
              "%zu and %zu misses of %g", m.low, m.high, delta * REPETITIONS);
}

/* ---- a mean ---- */

/* 1 + a Pareto tail of index 2.1: third moments are infinite; with mean 2.1/1.1 and variance 2.1/(1.1^2 0.1). */
static double pareto(const gsl_rng *rng) {
    return gsl_ran_pareto(rng, 2.1, 1);
}
/* Variance 1: 0 mostly, else far away. */
static double rare(const gsl_rng *rng) {
    const double p = 0.02;
    return gsl_rng_uniform(rng) < p ? 1 / sqrt(p * (1 - p)) : 0;
}
static double gaussian(const gsl_rng *rng) {
    return gsl_ran_ugaussian(rng);
}

static struct misses misses_of_mean(double (*draw)(const gsl_rng *), double mean, double variance, size_t block,
                                    double delta) {
    gsl_rng *rng = rng_of(block);
    double means[64];
    size_t blocks = blocks_of_means(delta);
    struct misses m = {0};
    for (size_t r = 0; r < REPETITIONS; r++) {
        for (size_t b = 0; b < blocks; b++) {
            means[b] = 0;
            for (size_t i = 0; i < block; i++) means[b] += draw(rng) / (double)block;
        }
        miss(&m, limits_by_median_of_means(means, block, variance, delta), mean);
    }
    gsl_rng_free(rng);
    return m;
}

Test(confidence, covers_the_mean_of_heavy_tails) {
    static const size_t blocks[] = {1, 2, 5};
    for (size_t b = 0; b < 3; b++)
        for (double delta = 0.1; delta < 1; delta += 0.4) {
            struct misses heavy = misses_of_mean(pareto, 2.1 / 1.1, 2.1 / (1.21 * 0.1), blocks[b], delta);
            struct misses seldom = misses_of_mean(rare, 0.02 / sqrt(0.02 * 0.98), 1, blocks[b], delta);
            struct misses normal = misses_of_mean(gaussian, 0, 1, blocks[b], delta);
            /* Both limits are paid by one delta. */
            assert_kept((struct misses){heavy.low + heavy.high, 0}, delta, "Pareto, blocks of", (double)blocks[b]);
            assert_kept((struct misses){seldom.low + seldom.high, 0}, delta, "rare, blocks of", (double)blocks[b]);
            assert_kept((struct misses){normal.low + normal.high, 0}, delta, "Gaussian, blocks of", (double)blocks[b]);
        }
}

/* Chebyshev's inequality, on which the theorem rests, is attained by +-1 with probability 1/8 each, 2 standard deviations
 * away: with the variance as it is no single one is beyond the limits, with 0.99 of it a quarter is. */
static double chebyshev(const gsl_rng *rng) {
    double u = gsl_rng_uniform(rng);
    return u < 0.125 ? -1 : u < 0.25 ? 1 : 0;
}
Test(confidence, coverage_catches_a_wrong_variance) {
    struct misses fine = misses_of_mean(chebyshev, 0, 0.25, 1, 0.9);
    struct misses wrong = misses_of_mean(chebyshev, 0, 0.99 * 0.25, 1, 0.9);
    cr_assert(fine.low + fine.high == 0, "%zu misses", fine.low + fine.high);
    cr_assert(kept(wrong.low + wrong.high, 0.25) && !kept(wrong.low + wrong.high, 0.24), "%zu misses",
              wrong.low + wrong.high);
    cr_assert(kept(wrong.low, 0.125) && kept(wrong.high, 0.125) && !kept(wrong.low, 0.12));
}

/* ceil(8 ln(1/delta)) blocks; the radius is 2 standard deviations of a block's mean, never less than the theorem's
 * sqrt(32 v ln(1/delta)/n), and not much more. */
Test(confidence, median_of_means_is_that_of_the_theorem) {
    static const struct {
        double delta;
        size_t blocks;
    } cases[] = {{0.05, 24}, {1e-6, 111}, {1e-11, 203}, {0.9, 1}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++)
        cr_assert(blocks_of_means(cases[c].delta) == cases[c].blocks, "%g: %zu", cases[c].delta,
                  blocks_of_means(cases[c].delta));
    double means[111];
    for (size_t i = 0; i < 111; i++) means[i] = (double)(i * 50 % 111); /* 0, ..., 110, shuffled */
    struct interval i = limits_by_median_of_means(means, 400, 9, 1e-6);
    double radius = sqrt(32 * 9 * log(1e6) / (111 * 400));
    cr_assert(fabs((i.lower + i.upper) / 2 - 55) < 1e-12, "centre %g", (i.lower + i.upper) / 2);
    cr_assert(fabs(i.upper - 55.3) < 1e-12, "%.17g", i.upper);
    cr_assert(i.upper - 55 >= radius && i.upper - 55 < 1.01 * radius, "%g, the theorem's is %g", i.upper - 55, radius);
    means[7] = NAN;
    i = limits_by_median_of_means(means, 400, 9, 1e-6);
    cr_assert(isnan(i.lower) && isnan(i.upper), "a NaN has to stay one");
    i = limits_by_median_of_means(means, 0, 9, 1e-6);
    cr_assert(i.lower == -INFINITY && i.upper == INFINITY, "nothing is known of no samples");
}
