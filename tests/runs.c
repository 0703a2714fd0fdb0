/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Monte Carlo: against a plain loop, against itself in other orders, and against exact expectations. */
#include <criterion/criterion.h>
#include <stdlib.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#include "../methods/methods.h"
#include "../problems/problems.h"
#include "../verify/numbers/fail.h"
#include "../verify/numbers/pcg.h"
#include "../verify/runs/bundle.h"
#include "../verify/runs/runs.h"
#include "../verify/runs/series.h"
#include "../verify/runs/walk.h"

/* A step that shrinks, so that the weighted average is no plain one. */
static double falling_size(const struct settings *s, size_t k) {
    return s->alpha / (double)(k + 1);
}
static const size_t checkpoints[] = {0, 1, 7, 50};
enum { CHECKPOINTS = sizeof checkpoints / sizeof *checkpoints, STEPS = 50 };
static const struct settings constant = {.alpha = 0.05}, falling = {.alpha = 0.05, .schedule = falling_size};

struct results {
    struct measured at[CHECKPOINTS];
    struct moments squares[STEPS];
};

static void add(struct results *out, const struct problem *p, const struct settings *s, uint64_t seed, uint64_t claim,
                size_t first, size_t count) {
    struct runs r = {.problem = p,
                     .method = &method_sgd,
                     .settings = s,
                     .checkpoints = checkpoints,
                     .checkpoint_count = CHECKPOINTS,
                     .average = true,
                     .squares = out->squares,
                     .seed = seed,
                     .claim = claim,
                     .first = first,
                     .count = count};
    cr_assert(runs_measure(&r, out->at));
}

static bool close_to(double a, double b, double tolerance) {
    return fabs(a - b) <= tolerance * (fabs(a) + fabs(b));
}

/* The same moments up to rounding, `scale` being the size of the samples. */
static bool same(struct moments a, struct moments b) {
    return a.count == b.count && a.broken == b.broken && close_to(a.mean, b.mean, 1e-12) &&
           fabs(a.deviations - b.deviations) <=
               1e-12 * (double)a.count * a.mean * a.mean + 1e-9 * (a.deviations + b.deviations);
}

static void assert_same(const struct results *a, const struct results *b) {
    for (size_t c = 0; c < CHECKPOINTS; c++) {
        cr_assert(same(a->at[c].gap, b->at[c].gap), "gap at %zu", checkpoints[c]);
        cr_assert(same(a->at[c].average_gap, b->at[c].average_gap), "gap of the average at %zu", checkpoints[c]);
        cr_assert(same(a->at[c].second, b->at[c].second), "second moment at %zu", checkpoints[c]);
    }
    for (size_t k = 0; k < STEPS; k++) cr_assert(same(a->squares[k], b->squares[k]), "square at %zu", k);
}

/* ---- against a plain loop ---- */

enum { DIM_MOST = 16 }; /* of the problems replayed */

static double gap_of(const struct problem *p, const double x[]) {
    real lanes[DIM_MOST];
    for (size_t j = 0; j < p->dim; j++) lanes[j] = real_all(x[j]);
    return p->value(p, lanes, NULL)[0] - p->f_star_low;
}

static void gradient_of(const struct problem *p, const double x[], uint64_t outcome, double g[]) {
    real lanes[DIM_MOST], gradient[DIM_MOST];
    for (size_t j = 0; j < p->dim; j++) lanes[j] = real_all(x[j]);
    p->component(p, lanes, whole_all(outcome), gradient);
    for (size_t j = 0; j < p->dim; j++) g[j] = gradient[j][0];
}

static double weight_of(const struct problem *p, const double x[], uint64_t outcome) {
    real lanes[DIM_MOST];
    for (size_t j = 0; j < p->dim; j++) lanes[j] = real_all(x[j]);
    return p->weight ? p->weight(p, lanes, whole_all(outcome))[0] : 1 / (double)p->components;
}

/* A uniform index by Lemire's method, or an outcome by where a uniform number falls among the weights. */
static uint64_t outcome_of(const struct problem *p, const double x[], struct pcg *random) {
    if (!p->weight) {
        uint64_t product;
        do product = pcg_32(random) * p->components;
        while ((uint32_t)product < (UINT64_C(1) << 32) % p->components);
        return product >> 32;
    }
    double u = (double)(pcg_64(random) >> 11) * 0x1p-53;
    uint64_t outcome = 0;
    for (double reached = weight_of(p, x, 0); outcome + 1 < p->components && u >= reached; outcome++)
        reached += weight_of(p, x, outcome + 1);
    return outcome;
}

/* SGD as a student would write it, with the numbers of run `run`. */
static void replay(struct results *out, const struct problem *p, const struct settings *s, uint64_t seed,
                   uint64_t claim, size_t run) {
    struct pcg random = pcg_of_run(seed, claim, run);
    double x[DIM_MOST], g[DIM_MOST], sum[DIM_MOST] = {0}, average[DIM_MOST], weights = 0;
    memcpy(x, p->x_0, p->dim * sizeof *x);
    memcpy(average, p->x_0, p->dim * sizeof *x);
    *out = (struct results){0};
    for (size_t k = 0, c = 0; k <= STEPS; k++) {
        if (k == checkpoints[c]) {
            double second = 0;
            for (uint64_t i = 0; i < p->components; i++) {
                gradient_of(p, x, i, g);
                for (size_t j = 0; j < p->dim; j++) second += weight_of(p, x, i) * g[j] * g[j];
            }
            out->at[c].gap = (struct moments){.count = 1, .mean = gap_of(p, x)};
            out->at[c].average_gap = (struct moments){.count = 1, .mean = gap_of(p, average)};
            out->at[c].second = (struct moments){.count = 1, .mean = second};
            c++;
        }
        if (k == STEPS) break;
        double alpha = step_size(s, k), square = 0;
        gradient_of(p, x, outcome_of(p, x, &random), g);
        weights += alpha;
        for (size_t j = 0; j < p->dim; j++) {
            sum[j] += alpha * x[j];
            average[j] = sum[j] / weights;
            square += g[j] * g[j];
            x[j] -= alpha * g[j];
        }
        out->squares[k] = (struct moments){.count = 1, .mean = square};
    }
}

static void check_replay(struct problem *p, const struct settings *s) {
    cr_assert(p->dim <= DIM_MOST);
    for (size_t run = 0; run < 40; run += 3) {
        struct results plain, engine = {0};
        replay(&plain, p, s, 5, 6, run);
        add(&engine, p, s, 5, 6, run, 1);
        assert_same(&plain, &engine);
    }
    problem_free(p);
}

Test(runs, are_those_of_a_plain_loop) {
    check_replay(ridge(), &constant);
    check_replay(ridge(), &falling);
    check_replay(logistic(), &constant);
    check_replay(ehrenfest(), &constant); /* outcomes weighted by x */
}

/* ---- against itself ---- */

Test(runs, any_run_can_be_replayed_alone) {
    enum { RUNS = 41 };
    struct problem *p = ridge();
    struct results together = {0}, merged = {0};
    add(&together, p, &falling, 1, 2, 0, RUNS);
    for (size_t r = 0; r < RUNS; r++) {
        struct results alone = {0};
        add(&alone, p, &falling, 1, 2, r, 1);
        for (size_t c = 0; c < CHECKPOINTS; c++) {
            cr_assert(alone.at[c].gap.count == 1 && alone.at[c].gap.deviations == 0);
            merged.at[c].gap = moments_merged(merged.at[c].gap, alone.at[c].gap);
            merged.at[c].average_gap = moments_merged(merged.at[c].average_gap, alone.at[c].average_gap);
            merged.at[c].second = moments_merged(merged.at[c].second, alone.at[c].second);
        }
        for (size_t k = 0; k < STEPS; k++) merged.squares[k] = moments_merged(merged.squares[k], alone.squares[k]);
    }
    cr_assert(together.at[CHECKPOINTS - 1].gap.count == RUNS);
    assert_same(&together, &merged);
    problem_free(p);
}

/* Counts on both sides of a group of lanes, of a block and of a batch. */
Test(runs, may_be_split_into_calls) {
    static const size_t counts[][2] = {{1, 1},   {16, 16},   {15, 2},   {100, 28},
                                       {128, 1}, {137, 863}, {1, 8192}, {8193, 1000}};
    struct problem *p = ridge();
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        size_t first = counts[i][0], second = counts[i][1];
        struct results one = {0}, two = {0};
        add(&one, p, &constant, 1, 2, 0, first + second);
        add(&two, p, &constant, 1, 2, 0, first);
        add(&two, p, &constant, 1, 2, first, second);
        cr_assert(one.at[0].gap.count == first + second && one.squares[0].count == first + second);
        assert_same(&one, &two);
    }
    problem_free(p);
}

#ifdef _OPENMP
Test(runs, do_not_depend_on_the_number_of_threads) {
    struct problem *p = ridge();
    struct results by[4];
    for (int threads = 1; threads <= 4; threads++) {
        struct results *r = &by[threads - 1];
        memset(r, 0, sizeof *r);
        omp_set_num_threads(threads);
        add(r, p, &falling, 1, 2, 0, 10001);
        cr_assert(memcmp(r, &by[0], sizeof *r) == 0, "%d threads give other bits than one", threads);
    }
    problem_free(p);
}
#endif

Test(runs, other_seeds_are_other_runs) {
    struct problem *p = ridge();
    struct results base = {0}, seed = {0}, claim = {0}, later = {0};
    add(&base, p, &constant, 1, 2, 0, 100);
    add(&seed, p, &constant, 2, 2, 0, 100);
    add(&claim, p, &constant, 1, 3, 0, 100);
    add(&later, p, &constant, 1, 2, 100, 100);
    const struct results *const others[] = {&seed, &claim, &later};
    for (size_t i = 0; i < 3; i++) {
        cr_assert(others[i]->at[0].gap.mean == base.at[0].gap.mean, "x_0 is the same");
        for (size_t c = 1; c < CHECKPOINTS; c++)
            cr_assert(others[i]->at[c].gap.mean != base.at[c].gap.mean, "case %zu at %zu", i, checkpoints[c]);
    }
    problem_free(p);
}

Test(runs, begin_at_x_0) {
    struct problem *p = ridge();
    struct results r = {0};
    add(&r, p, &falling, 1, 2, 0, 1000);
    double gap_0 = problem_gap_0(p);
    cr_assert(close_to(r.at[0].gap.mean, gap_0, 1e-14) && r.at[0].gap.deviations == 0);
    cr_assert(close_to(r.at[0].average_gap.mean, gap_0, 1e-14));
    cr_assert(close_to(r.at[1].average_gap.mean, gap_0, 1e-14), "xbar_1 is x_0");
    cr_assert(r.at[1].gap.deviations > 0);
    problem_free(p);
}

Test(runs, stop_when_interrupted) {
    static const volatile sig_atomic_t set = 1, clear = 0;
    struct problem *p = two_signs();
    struct measured out[CHECKPOINTS] = {0};
    struct runs r = {.problem = p,
                     .method = &method_sgd,
                     .settings = &constant,
                     .checkpoints = checkpoints,
                     .checkpoint_count = CHECKPOINTS,
                     .count = 1000,
                     .interrupted = &set};
    cr_assert(!runs_measure(&r, out));
    r.interrupted = &clear;
    memset(out, 0, sizeof out);
    cr_assert(runs_measure(&r, out) && out[0].gap.count == 1000);
    problem_free(p);
}

/* The gap, and the number of the step. */
static struct relation gap_and_k(const struct step *s) {
    return at_least(s->gap, real_all((double)s->k), 1 + s->gap);
}

Test(runs, sides_of_a_line_are_means_of_the_first_runs) {
    struct problem *p = ridge();
    struct constants c = constants_of(p, falling.alpha);
    struct sides sides[STEPS];
    struct results r = {0};
    walk_sides(p, &method_sgd, &falling, STEPS, &c, gap_and_k, 1, 2, sides);
    add(&r, p, &falling, 1, 2, 0, SIDES_RUNS);
    for (size_t i = 0; checkpoints[i] < STEPS; i++)
        cr_assert(close_to(sides[checkpoints[i]].left, r.at[i].gap.mean, 1e-12), "at %zu", checkpoints[i]);
    for (size_t k = 0; k < STEPS; k++) {
        cr_assert(sides[k].right == (double)k && sides[k].sign == AT_LEAST, "at %zu", k);
        cr_assert(sides[k].error > 0 && sides[k].error < 1e-12 * sides[k].left, "an error of %g", sides[k].error);
    }
    problem_free(p);
}

Test(runs, the_most_of_a_bundle_is_that_of_every_lane) {
    for (int l = 0; l < LANES; l++) {
        real a = real_all(1);
        a[l] = 2;
        cr_assert(most_of(a) == 2 && least_of(-a) == -2, "lane %d", l);
        a[l] = NAN;
        cr_assert(isnan(most_of(a)) && isnan(least_of(a)), "lane %d", l);
    }
}

/* ---- broken samples ---- */

/* How many samples of 1000 runs of two_signs are broken under an envelope, of each quantity at the last checkpoint. */
static void broken_under(struct envelope e, size_t *gap, size_t *average, size_t *second, size_t *square) {
    struct problem *p = two_signs();
    struct results out = {0};
    struct settings long_step = {.alpha = 0.3};
    struct runs r = {.problem = p,
                     .method = &method_sgd,
                     .settings = &long_step,
                     .checkpoints = checkpoints,
                     .checkpoint_count = CHECKPOINTS,
                     .average = true,
                     .squares = out.squares,
                     .envelope = e,
                     .count = 1000};
    cr_assert(runs_measure(&r, out.at));
    cr_assert(out.at[0].gap.broken == 0, "x_0 = 0 lies in any envelope");
    *gap = out.at[CHECKPOINTS - 1].gap.broken;
    *average = out.at[CHECKPOINTS - 1].average_gap.broken;
    *second = out.at[CHECKPOINTS - 1].second.broken;
    *square = 0;
    for (size_t k = 0; k < STEPS; k++) *square += out.squares[k].broken;
    problem_free(p);
}

Test(runs, count_samples_outside_the_envelope) {
    struct problem *p = two_signs();
    const struct envelope proved = p->envelope(p, 0.3, STEPS);
    problem_free(p);
    size_t gap, average, second, square;
    broken_under(proved, &gap, &average, &second, &square);
    cr_assert(!gap && !average && !second && !square, "%zu, %zu, %zu, %zu", gap, average, second, square);
    broken_under((struct envelope){0}, &gap, &average, &second, &square);
    cr_assert(!gap && !average && !second && !square, "without an envelope: %zu, %zu, %zu, %zu", gap, average, second,
              square);

    /* |x_k| has a deviation of 0.42: at 0.6 a good part lies outside, the average of 50 hardly ever. */
    struct envelope e = proved;
    e.radius = 0.6;
    broken_under(e, &gap, &average, &second, &square);
    cr_assert(gap > 50 && gap < 400 && !average && !second && !square, "radius: %zu", gap);
    e = proved;
    e.gap = 0.18;
    broken_under(e, &gap, &average, &second, &square);
    cr_assert(gap > 50 && gap < 400 && !average && !second && !square, "gap: %zu", gap);
    e.gap = 1e-6;
    broken_under(e, &gap, &average, &second, &square);
    cr_assert(gap > 900 && average > 900 && !second && !square, "gap: %zu, average: %zu", gap, average);
    e = proved;
    e.moment = 1.36;
    broken_under(e, &gap, &average, &second, &square);
    cr_assert(second > 50 && second < 400 && !gap && !average && !square, "moment: %zu", second);
    e = proved;
    e.square = 2;
    broken_under(e, &gap, &average, &second, &square);
    cr_assert(square > 0 && !gap && !average && !second, "square: %zu", square);
}

/* One run in 32 begins with five steps down, to (1 - 0.7^5); from there it goes nowhere. */
static void trap(const struct problem *p, const real x[], whole i, real g[], double bottom) {
    (void)p;
    real sign = real_where((truth)(i == 0), real_all(1), real_all(-1));
    g[0] = real_where(real_abs(x[0] - (1 - pow(0.7, 5))) < 1e-9, real_all(bottom), x[0] + sign);
}
static void trap_of_nan(const struct problem *p, const real x[], whole i, real g[]) {
    trap(p, x, i, g, NAN);
}
static void trap_of_infinity(const struct problem *p, const real x[], whole i, real g[]) {
    trap(p, x, i, g, INFINITY);
}

Test(runs, count_what_is_no_number) {
    static void (*const traps[])(const struct problem *, const real[], whole, real[]) = {trap_of_nan, trap_of_infinity};
    static const size_t at[] = {4, 5, 6, 20};
    enum { RUNS = 1600, LAST = 3 };
    for (size_t i = 0; i < 2; i++)
        for (int enveloped = 0; enveloped < 2; enveloped++) {
            struct problem *p = two_signs();
            p->component = traps[i];
            struct settings long_step = {.alpha = 0.3};
            struct measured out[4] = {0};
            struct moments squares[20] = {0};
            struct runs r = {.problem = p,
                             .method = &method_sgd,
                             .settings = &long_step,
                             .checkpoints = at,
                             .checkpoint_count = 4,
                             .average = true,
                             .squares = squares,
                             .count = RUNS};
            if (enveloped) r.envelope = p->envelope(p, 0.3, 20);
            cr_assert(runs_measure(&r, out));
            size_t trapped = out[1].second.broken;
            cr_assert(trapped > 20 && trapped < 90, "%zu of %d runs at the trap", trapped, RUNS);
            cr_assert(!out[0].second.broken && !out[0].gap.broken && !out[1].gap.broken);
            /* None is dropped: those runs stay broken to the end, and are counted among all. */
            for (size_t c = 2; c <= LAST; c++) {
                cr_assert(out[c].gap.count == RUNS && out[c].gap.broken >= trapped, "%zu", out[c].gap.broken);
                cr_assert(out[c].second.broken >= trapped && out[c].average_gap.broken >= (c == LAST ? trapped : 0));
                cr_assert(!isfinite(out[c].gap.mean) && !isfinite(out[c].second.mean));
            }
            cr_assert(squares[10].count == RUNS && squares[10].broken > 0 && !isfinite(squares[10].mean));
            problem_free(p);
        }
}

/* ---- against exact expectations ---- */

static void check_interval(const char *what, size_t k, const struct moments *m, double range, double exact,
                           double error) {
    struct interval i = interval_of_mean(m, range, 1e-9);
    cr_assert(i.lower <= exact + error && exact - error <= i.upper, "%s at k = %zu: %g is not in [%g, %g]", what, k,
              exact, i.lower, i.upper);
    /* The interval is the guarantee; as the seed is fixed, this coarser statement has no chance in it, and sharper
     * teeth: six standard errors. */
    double standard_error = sqrt(moments_variance(m) / (double)m->count);
    cr_assert(fabs(m->mean - exact) <= 6 * standard_error + error + 1e-12 * exact, "%s at k = %zu: %g, not %g +- %g",
              what, k, m->mean, exact, standard_error);
    cr_assert(standard_error <= 0.01 * exact, "%s at k = %zu: too few runs to say anything", what, k);
}

static void check_against(const struct exact *exact, struct problem *p, double alpha, size_t steps, size_t count) {
    struct settings at = {.alpha = alpha};
    struct series s;
    const char *trouble = exact->compute(p, &method_sgd, &at, steps, &s);
    cr_assert(!trouble, "%s: %s", p->id, trouble);
    struct envelope e = p->envelope(p, alpha, steps);
    cr_assert(e.radius > 0, "%s has no envelope", p->id);
    size_t k[CHECKPOINTS_MAX], checkpoint_count = checkpoints_between(1, steps, 8, k);
    struct measured *m = allocate(checkpoint_count, sizeof *m);
    struct moments *squares = allocate(steps, sizeof *squares);
    struct runs r = {.problem = p,
                     .method = &method_sgd,
                     .settings = &at,
                     .checkpoints = k,
                     .checkpoint_count = checkpoint_count,
                     .envelope = e,
                     .squares = squares,
                     .seed = 1,
                     .claim = pcg_name(0, p->id),
                     .count = count};
    cr_assert(runs_measure(&r, m));
    for (size_t c = 0; c < checkpoint_count; c++) {
        cr_assert(m[c].gap.count == count && !m[c].gap.broken && !m[c].second.broken);
        check_interval("gap", k[c], &m[c].gap, e.gap, s.gap[k[c]], s.gap_error[k[c]]);
        check_interval("second moment", k[c], &m[c].second, e.moment, s.moment[k[c]], s.moment_error[k[c]]);
    }
    /* Drawn squares have the expectation of full sums. */
    for (size_t i = 0; i < steps; i++) {
        cr_assert(squares[i].count == count && !squares[i].broken);
        check_interval("square", i, &squares[i], e.square, s.moment[i], s.moment_error[i]);
    }
    free(m);
    free(squares);
    series_free(&s);
    problem_free(p);
}

Test(runs, agree_with_paths) {
    check_against(&all_paths, two_signs(), 0.3, 12, 200000);
    check_against(&all_paths, sine_squared(), 0.05, 12, 200000);
    check_against(&all_paths, ehrenfest(), 1.0 / 3, 12, 200000);
}

Test(runs, agree_with_second_moments) {
    check_against(&second_moment_recursion, two_signs(), 0.3, 200, 100000);
    check_against(&second_moment_recursion, ridge(), 0.05, 200, 100000);
    check_against(&second_moment_recursion, least_squares(), 0.05, 200, 100000);
}

Test(runs, agree_with_the_chain) {
    check_against(&finite_chain, ehrenfest(), 1.0 / 3, 200, 100000);
    check_against(&finite_chain, ehrenfest(), 1.0 / 40, 200, 100000);
}

/* ---- checkpoints ---- */

Test(runs, checkpoints_are_even_in_the_logarithm) {
    static const struct {
        size_t first, last, per_decade;
    } cases[] = {{0, 1000, 8}, {1, 1000, 8}, {1, 10, 3},       {0, 1, 8},     {1, 2, 8},
                 {5, 777, 8},  {50, 51, 8},  {1, 1000000, 20}, {0, 12345, 1}, {999, 1000000, 4}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t k[CHECKPOINTS_MAX] = {0}, first = cases[i].first, last = cases[i].last, per_decade = cases[i].per_decade;
        size_t count = checkpoints_between(first, last, per_decade, k);
        cr_assert(count >= 2 && count <= CHECKPOINTS_MAX);
        cr_assert(k[0] == first && k[count - 1] == last, "%zu to %zu: %zu to %zu", first, last, k[0], k[count - 1]);
        double ratio = pow(10, 1.0 / (double)per_decade);
        for (size_t c = 0; c + 1 < count; c++) {
            cr_assert(k[c + 1] > k[c], "%zu to %zu: %zu after %zu", first, last, k[c + 1], k[c]);
            /* No gap is wider than the even spacing, up to rounding to whole numbers. */
            if (k[c] > 0)
                cr_assert((double)k[c + 1] <= ratio * ((double)k[c] + 0.5) + 0.5 || k[c + 1] == k[c] + 1,
                          "%zu to %zu: %zu after %zu", first, last, k[c + 1], k[c]);
        }
        /* And there are no more than the spacing asks for: its decades, both ends, and the 0. */
        double decades = log10((double)last / (first ? (double)first : 1.0));
        cr_assert((double)count <= decades * (double)per_decade + 3, "%zu to %zu: %zu checkpoints", first, last, count);
        /* Where whole numbers are dense enough to follow, they are all there. */
        if (first >= 999) cr_assert((double)count >= decades * (double)per_decade, "%zu checkpoints", count);
    }
}

Test(runs, checkpoints_of_a_single_step) {
    for (size_t k = 0; k <= 10000; k += 1000) {
        size_t out[CHECKPOINTS_MAX] = {0};
        cr_assert(checkpoints_between(k, k, 8, out) == 1 && out[0] == k, "%zu", k);
    }
}

Test(runs, paths_of_a_bundle_end_where_they_should) {
    static const size_t steps[] = {5, 100, 0}, most[] = {100, 3, 10}, points[] = {6, 3, 1};
    for (size_t i = 0; i < 3; i++) {
        double point[100][2];
        struct bundle b = bundle_begin(rosenbrock(), &method_sgd, 1e-3, 0.1),
                      twin = bundle_begin(rosenbrock(), &method_sgd, 1e-3, 0.1);
        size_t count = bundle_path(&b, steps[i], most[i], point);
        cr_assert(count == points[i], "%zu points", count);
        for (size_t k = 0; k < count; k++, bundle_step(&twin))
            cr_assert(point[k][0] == twin.x[0][0] && point[k][1] == twin.x[1][0], "k = %zu", k);
        bundle_end(&b);
        bundle_end(&twin);
    }
}

Test(runs, a_bundle_goes_as_far_as_it_is_told) {
    struct bundle b = bundle_begin(rosenbrock(), &method_sgd, 1e-3, 0.1),
                  twin = bundle_begin(rosenbrock(), &method_sgd, 1e-3, 0.1);
    static const size_t to[] = {0, 3, 3, 7};
    for (size_t i = 0; i < 4; i++) {
        bundle_go(&b, to[i]);
        while (twin.k < to[i]) bundle_step(&twin);
        cr_assert(b.k == to[i], "k = %zu", b.k);
        cr_assert(b.x[0][1] == twin.x[0][1] && b.x[1][1] == twin.x[1][1]);
    }
    bundle_end(&b);
    bundle_end(&twin);
}
