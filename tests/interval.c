/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running moments, and whether intervals keep their promise: each limit is wrong with probability at most delta. */
#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "../verify/numbers/interval.h"
#include "../verify/numbers/pcg.h"

/* ---- moments ---- */

enum { SIZE = 60 };

static void draw(double sample[SIZE]) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    for (size_t i = 0; i < SIZE; i++) sample[i] = 1e3 + gsl_ran_exponential(rng, 2);
    gsl_rng_free(rng);
}

/* Two passes over the definition. */
static struct moments moments_of(const double sample[], size_t count) {
    struct moments m = {.count = count};
    for (size_t i = 0; i < count; i++) m.mean += sample[i] / (double)count;
    for (size_t i = 0; i < count; i++) m.deviations += (sample[i] - m.mean) * (sample[i] - m.mean);
    return m;
}

static bool close_to(double a, double b) {
    return fabs(a - b) <= 1e-12 * (fabs(a) + fabs(b));
}

static void assert_same(struct moments a, struct moments b, const char *what, size_t which) {
    cr_assert(a.count == b.count && a.broken == b.broken, "%s %zu: counts", what, which);
    cr_assert(close_to(a.mean, b.mean), "%s %zu: mean %.17g, not %.17g", what, which, a.mean, b.mean);
    cr_assert(fabs(a.deviations - b.deviations) <= 1e-9 * (a.deviations + b.deviations),
              "%s %zu: deviations %.17g, not %.17g", what, which, a.deviations, b.deviations);
}

Test(interval, merged_moments_are_those_of_the_union) {
    double sample[SIZE];
    draw(sample);
    struct moments whole_sample = moments_of(sample, SIZE);
    for (size_t split = 0; split <= SIZE; split++) {
        struct moments a = moments_of(sample, split), b = moments_of(sample + split, SIZE - split);
        assert_same(moments_merged(a, b), whole_sample, "split", split);
        assert_same(moments_merged(b, a), whole_sample, "split, the other way round,", split);
    }
    /* One by one, and pairs first. */
    struct moments one_by_one = {0}, pairs = {0};
    for (size_t i = 0; i < SIZE; i++) one_by_one = moments_merged(one_by_one, moments_of(sample + i, 1));
    for (size_t i = 0; i < SIZE; i += 2)
        pairs = moments_merged(pairs, moments_merged(moments_of(sample + i, 1), moments_of(sample + i + 1, 1)));
    assert_same(one_by_one, whole_sample, "one by one", 1);
    assert_same(pairs, whole_sample, "pairs", 2);
}

Test(interval, merging_counts_the_broken) {
    struct moments a = {.count = 5, .broken = 2, .mean = 1}, b = {.count = 7, .broken = 3, .mean = 2}, none = {0};
    cr_assert(moments_merged(a, b).broken == 5);
    cr_assert(moments_merged(none, b).broken == 3 && moments_merged(a, none).broken == 2);
    cr_assert(moments_merged(none, none).count == 0 && moments_merged(none, none).broken == 0);
}

Test(interval, merging_keeps_a_nan) {
    struct moments fine = {.count = 4, .mean = 1, .deviations = 2}, nan = {.count = 1, .mean = NAN};
    cr_assert(isnan(moments_merged(fine, nan).mean) && isnan(moments_merged(nan, fine).mean));
    struct moments merged = moments_merged(nan, fine);
    struct interval i = interval_of_mean(&merged, 1, 0.05);
    cr_assert(isnan(i.lower) && isnan(i.upper), "[%g, %g] says something about a NaN", i.lower, i.upper);
}

Test(interval, variance_is_unbiased) {
    static const double sample[] = {1, 2, 4, 9};
    struct moments m = moments_of(sample, 4), one = moments_of(sample, 1), none = {0};
    cr_assert(close_to(moments_variance(&m), 38.0 / 3), "%g", moments_variance(&m));
    cr_assert(isnan(moments_variance(&one)) && isnan(moments_variance(&none)));
}

/* ---- the limits ---- */

/* Half widths worked out apart from this program, from theorem 4 of Maurer and Pontil:
 * sqrt(2 V ln(2/delta)/n) + 7 range ln(2/delta)/(3(n - 1)). */
Test(interval, half_widths_are_those_of_the_theorem) {
    static const struct {
        struct moments m;
        double range, delta, half_width;
    } cases[] = {
        {{.count = 2, .mean = 50, .deviations = 0.5}, 100, 0.05, 862.1077205282382},
        {{.count = 100, .mean = 0.3, .deviations = 4}, 1, 0.05, 0.14154102200850521},
        {{.count = 10000, .mean = 2, .deviations = 30000}, 7, 1e-9, 0.14834647711594276},
        {{.count = 1000, .mean = 0.1, .deviations = 0.5}, 0.5, 1e-6, 0.020754640213910026},
    };
    for (size_t i = 1; i < sizeof cases / sizeof *cases; i++) {
        struct interval got = interval_of_mean(&cases[i].m, cases[i].range, cases[i].delta);
        cr_assert(fabs(got.lower - (cases[i].m.mean - cases[i].half_width)) <= 1e-14, "case %zu: lower", i);
        cr_assert(fabs(got.upper - (cases[i].m.mean + cases[i].half_width)) <= 1e-14, "case %zu: upper", i);
    }
    /* Two members say next to nothing: the first case is clipped on both sides. */
    struct interval clipped = interval_of_mean(&cases[0].m, cases[0].range, cases[0].delta);
    cr_assert(clipped.lower == 0 && clipped.upper == 100);
}

Test(interval, limits_stay_within_the_range) {
    struct moments low = {.count = 50, .mean = 0.01, .deviations = 0.1}, high = low;
    high.mean = 2.99;
    struct interval a = interval_of_mean(&low, 3, 0.01), b = interval_of_mean(&high, 3, 0.01);
    cr_assert(a.lower == 0 && a.upper > 0.01 && a.upper < 3);
    cr_assert(b.upper == 3 && b.lower < 2.99 && b.lower > 0);
    struct moments one = {.count = 1, .mean = 1}, none = {0};
    struct interval c = interval_of_mean(&one, 3, 0.01), d = interval_of_mean(&none, 3, 0.01);
    cr_assert(c.lower == 0 && c.upper == 3 && d.lower == 0 && d.upper == 3);
}

Test(interval, surer_or_wider_ranged_is_wider) {
    struct moments m = {.count = 100000, .mean = 2, .deviations = 5000};
    struct interval before = {2, 2};
    for (double delta = 0.5; delta > 1e-15; delta /= 10) {
        struct interval i = interval_of_mean(&m, 4, delta);
        cr_assert(i.lower < before.lower && i.upper > before.upper, "delta %g", delta);
        before = i;
    }
    before = (struct interval){2, 2};
    for (double range = 3; range < 1000; range *= 2) {
        struct interval i = interval_of_mean(&m, range, 1e-9);
        cr_assert(i.lower < before.lower && i.upper > before.upper, "range %g", range);
        before = i;
    }
    before = (struct interval){0, 4};
    for (size_t n = 1000; n < 1000000; n *= 10) {
        struct moments more = {.count = n, .mean = 2, .deviations = 0.05 * (double)n};
        struct interval i = interval_of_mean(&more, 4, 1e-9);
        cr_assert(i.lower > before.lower && i.upper < before.upper, "%zu samples", n);
        before = i;
    }
}

/* ---- coverage ---- */

/* The moments of n independent draws from a distribution on [0, 1]. */
static struct moments one_by_one(gsl_rng *rng, size_t n, double (*sample)(const gsl_rng *)) {
    struct moments m = {.count = n};
    for (size_t i = 1; i <= n; i++) {
        double x = sample(rng), apart = x - m.mean;
        m.mean += apart / (double)i;
        m.deviations += apart * (x - m.mean);
    }
    return m;
}
static double sample_beta(const gsl_rng *rng) {
    return gsl_ran_beta(rng, 0.5, 5);
}
static struct moments uniform(gsl_rng *rng, size_t n) {
    return one_by_one(rng, n, gsl_rng_uniform);
}
static struct moments beta(gsl_rng *rng, size_t n) {
    return one_by_one(rng, n, sample_beta);
}
/* 1 with probability 0.001, else 0: the count of ones says it all. */
static struct moments rare(gsl_rng *rng, size_t n) {
    double ones = gsl_ran_binomial(rng, 0.001, (unsigned)n), size = (double)n;
    return (struct moments){.count = n, .mean = ones / size, .deviations = ones * (size - ones) / size};
}

/* What a statistics course would take: mean -+ the Student quantile times the standard error. */
static struct interval student(const struct moments *m, double range, double delta) {
    (void)range;
    double n = (double)m->count, half = gsl_cdf_tdist_Qinv(delta, n - 1) * sqrt(moments_variance(m) / n);
    return (struct interval){m->mean - half, m->mean + half};
}

struct misses {
    size_t low, high; /* the lower limit lies above the mean, the upper one below it */
};

enum { REPETITIONS = 100000 };

static struct misses misses_of(struct moments (*sample)(gsl_rng *, size_t), double mean, size_t n, double delta,
                               struct interval (*limits)(const struct moments *, double, double)) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(n, 1));
    struct misses misses = {0};
    for (size_t r = 0; r < REPETITIONS; r++) {
        struct moments m = sample(rng, n);
        struct interval i = limits(&m, 1, delta);
        misses.low += !(i.lower <= mean);
        misses.high += !(i.upper >= mean);
    }
    gsl_rng_free(rng);
    return misses;
}

/* Whether so many misses could be chance: if the promise is kept, more than this has probability 1e-9. */
static bool kept(size_t misses, double delta) {
    return misses == 0 || gsl_cdf_binomial_Q((unsigned)misses - 1, delta, REPETITIONS) >= 1e-9;
}

static void check_coverage(struct moments (*sample)(gsl_rng *, size_t), double mean, const size_t sizes[],
                           size_t count) {
    for (size_t i = 0; i < count; i++)
        for (double delta = 0.05; delta < 1; delta += 0.25) {
            struct misses m = misses_of(sample, mean, sizes[i], delta, interval_of_mean);
            cr_assert(kept(m.low, delta), "n = %zu, delta = %g: lower limit wrong %zu times", sizes[i], delta, m.low);
            cr_assert(kept(m.high, delta), "n = %zu, delta = %g: upper limit wrong %zu times", sizes[i], delta, m.high);
        }
}

Test(interval, covers_the_mean_of_uniform_samples) {
    static const size_t sizes[] = {2, 3, 10, 100};
    check_coverage(uniform, 0.5, sizes, 4);
}

Test(interval, covers_the_mean_of_skewed_samples) {
    static const size_t sizes[] = {2, 5, 20};
    check_coverage(beta, 0.5 / 5.5, sizes, 3);
}

Test(interval, covers_the_mean_of_a_rare_event) {
    static const size_t sizes[] = {2, 10, 100, 1000, 10000, 100000, 1000000};
    check_coverage(rare, 0.001, sizes, 7);
}

/* With enough data the limits must come into play, or the tests above would pass for [0, 1] as well. */
Test(interval, narrows_down_on_the_mean) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    struct moments m = rare(rng, 1000000), u = uniform(rng, 1000000);
    struct interval i = interval_of_mean(&m, 1, 0.05), j = interval_of_mean(&u, 1, 0.05);
    cr_assert(i.lower > 0.0008 && i.upper < 0.0012, "[%g, %g]", i.lower, i.upper);
    cr_assert(j.lower > 0.498 && j.upper < 0.502, "[%g, %g]", j.lower, j.upper);
    gsl_rng_free(rng);
}

/* The same harness finds out an interval that breaks its promise: nine samples of 100 in ten have no 1 at
 * all, and Student's interval is then [0, 0]. */
Test(interval, coverage_catches_student) {
    struct misses m = misses_of(rare, 0.001, 100, 0.05, student);
    cr_assert(!kept(m.high, 0.05), "only %zu misses", m.high);
    cr_assert(m.high > REPETITIONS / 2, "only %zu misses", m.high);
    /* And passes it where it is right. */
    struct misses u = misses_of(uniform, 0.5, 100, 0.06, student);
    cr_assert(kept(u.low, 0.06) && kept(u.high, 0.06) && u.low > 0 && u.high > 0, "%zu, %zu", u.low, u.high);
}
