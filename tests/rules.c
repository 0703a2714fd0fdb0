/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the judge asks of claims beside their numbers: hypotheses, nearness, errors, controls that bite everywhere. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "../methods/methods.h"
#include "../methods/schedules.h"
#include "../problems/problems.h"
#include "../verify/claims/course.h"
#include "../verify/claims/inquiry.h"
#include "../verify/claims/judge.h"
#include "../verify/models/certified.h"
#include "../verify/runs/series.h"

static bool is_short(const struct premises *p) {
    return p->constants->alpha < 0.5;
}
static bool is_noisy(const struct premises *p) {
    return p->constants->noise > 0;
}
HYPOTHESIS(short_step, "alpha < 1/2", "", is_short);
HYPOTHESIS(noise, "there is noise", "", is_noisy);
HYPOTHESIS(moment_is_second, "sigma^2 is the second moment", "", NULL);
static const struct hypothesis *const hypotheses[] = {short_step, noise, moment_is_second};

static const struct options options = {.seed = 1, .effort = 1, .delta = 1e-9};

static struct judgement judged(const struct claim *claim) {
    static const struct claim *only[1];
    static struct theorem toy = {.id = "toy", HYPOTHESES(hypotheses), CLAIMS(only)};
    only[0] = claim;
    return judge(&toy, claim, &options, NULL);
}

static void expect(enum verdict verdict, const struct claim *claim) {
    struct judgement j = judged(claim);
    cr_expect(j.verdict == verdict, "%s: %s, not %s. %s", claim->name, verdict_name(j.verdict), verdict_name(verdict),
              j.note);
    cr_expect(verdict != INVALID || j.note[0], "%s: no word of why", claim->name);
    judgement_free(&j);
}

static double big(const struct constants *c, size_t k) {
    (void)k;
    return c->gap_0 + 10;
}
static double tiny(const struct constants *c, size_t k) {
    (void)c;
    (void)k;
    return 1e-3;
}

/* ---- hypotheses ---- */

#define TWO_SIGNS(step) AT(two_signs, &method_sgd, {.alpha = step}, 1, .steps = 12)
#define PARABOLA(step) AT(parabola, &method_sgd, {.alpha = step}, 1, .steps = 1)

CLAIM(satisfied, SHARPNESS, MEAN(big, TWO_SIGNS(0.3)), "");
CLAIM(broken, SHARPNESS, MEAN(big, TWO_SIGNS(0.6)), "");
CLAIM(beyond, SHARPNESS, BEYOND(MEAN(big, TWO_SIGNS(0.6))), "");
CLAIM(drops_it, CONTROL, DROPS(short_step, MEAN(tiny, TWO_SIGNS(0.6))), "");
CLAIM(drops_none, CONTROL, DROPS(short_step, MEAN(tiny, TWO_SIGNS(0.3))), "");
CLAIM(drops_another, CONTROL, DROPS(noise, MEAN(tiny, TWO_SIGNS(0.6))), "");
CLAIM(drops_two, CONTROL, DROPS(short_step, MEAN(tiny, PARABOLA(0.6))), "");
CLAIM(drops_words, CONTROL, DROPS(moment_is_second, MEAN(tiny, TWO_SIGNS(0.3))), "");

Test(rules, a_broken_hypothesis_is_invalid) {
    expect(HOLDS, satisfied);
    expect(INVALID, broken);
    expect(HOLDS, beyond);
}

Test(rules, a_control_drops_what_it_says_and_no_more) {
    expect(VIOLATED, drops_it);
    expect(INVALID, drops_none);
    expect(INVALID, drops_another);
    expect(INVALID, drops_two);
    expect(VIOLATED, drops_words);
}

static void assume(struct inquiry *q) {
    struct problem *p = two_signs();
    const struct settings *settings = q->with;
    if (inquiry_assumes(q, p, &method_sgd, settings, 12)) inquiry_exact(q, p->id, "sgd", 1, 1, 0, AT_MOST, 1);
    problem_free(p);
}
static const struct settings admitted = {.alpha = 0.3}, too_long = {.alpha = 0.6};
CLAIM(assumes, SHARPNESS, COMPUTE(assume, &admitted), "");
CLAIM(assumes_too_much, SHARPNESS, COMPUTE(assume, &too_long), "");

Test(rules, computed_claims_can_ask_too) {
    expect(HOLDS, assumes);
    expect(INVALID, assumes_too_much);
}

/* ---- interrupts ---- */

static void measure(struct inquiry *q) {
    struct problem *p = two_signs();
    static const size_t checkpoints[] = {1, 12};
    const struct measurement w = {.problem = p,
                                  .method = &method_sgd,
                                  .settings = {.alpha = 0.3},
                                  .runs = 1000,
                                  .checkpoints = checkpoints,
                                  .count = COUNT(checkpoints)};
    struct moments gap[COUNT(checkpoints)];
    struct interval limits[COUNT(checkpoints)];
    if (inquiry_gaps(q, &w, gap, limits))
        inquiry_against(q, p->id, "sgd", 1, &gap[0], limits[0], AT_MOST, (struct interval){10, 11});
    problem_free(p);
}
CLAIM(measures, SHARPNESS, COMPUTE(measure), "");

Test(rules, an_interrupted_measurement_gives_no_verdict) {
    static const struct theorem toy = {.id = "toy"};
    static const volatile sig_atomic_t set = 1;
    for (int i = 0; i < 2; i++) {
        struct options asked = options;
        if (i) asked.interrupted = &set;
        struct judgement j = judge(&toy, measures, &asked, NULL);
        cr_expect(j.interrupted == i && (i || j.verdict == HOLDS), "%s", j.note);
        judgement_free(&j);
    }
}

/* ---- certificates ---- */

static struct problem *uncertified(void) {
    struct problem *p = parabola();
    p->L *= 0.9;
    return p;
}
static struct problem *(*const some_problems[])(void) = {two_signs, uncertified};

static void name_it(struct inquiry *q) {
    inquiry_exact(q, q->with, "sgd", 1, 1, 0, AT_MOST, 1);
}
CLAIM(names_a_good_one, SHARPNESS, COMPUTE(name_it, "two_signs"), "");
CLAIM(names_a_bad_one, SHARPNESS, COMPUTE(name_it, "parabola"), "");
CLAIM(names_none, SHARPNESS, COMPUTE(name_it, "a game"), "");

Test(rules, problems_that_findings_name_are_certified) {
    static const struct catalogue few = {.problems = some_problems, .problem_count = 2};
    struct options asked = options;
    asked.catalogue = &few;
    asked.certificates = certificates_new();
    static const struct claim *const claims[] = {names_a_good_one, names_a_bad_one, names_none};
    static const struct theorem toy = {.id = "toy", CLAIMS(claims)};
    for (int twice = 0; twice < 2; twice++)
        for (size_t i = 0; i < 3; i++) {
            struct judgement j = judge(&toy, claims[i], &asked, NULL);
            cr_expect(j.verdict == (i == 1 ? INVALID : HOLDS), "%s: %s", claims[i]->name, verdict_name(j.verdict));
            judgement_free(&j);
        }
    struct problem *bad = uncertified(), *good = parabola(), *other = two_signs();
    cr_expect(certified(asked.certificates, bad, 0.1, 5) && certified(asked.certificates, bad, 0.1, 5));
    cr_expect(!certified(asked.certificates, good, 0.1, 5), "instances of one name are told apart");
    cr_expect(!certified(asked.certificates, other, 0.1, 5) && !certified(asked.certificates, other, 0.1, 5));
    problem_free(bad);
    problem_free(good);
    problem_free(other);
    certificates_free(asked.certificates);
}

/* ---- controls ---- */

static const struct setting two[] = {{two_signs, &method_sgd, {.alpha = 0.3}, 1, .steps = 12},
                                     {two_signs, &method_sgd, {.alpha = 0.001}, 1, .steps = 12}}; /* E f <= 6e-6 */
CLAIM(everywhere, CONTROL, MEAN(tiny, ONE(two, 0)), "");
CLAIM(in_one_place, CONTROL, MEAN(tiny, ON(two)), "");
CLAIM(somewhere, CONTROL, SOMEWHERE(MEAN(tiny, ON(two))), "");

Test(rules, controls_bite_on_every_curve) {
    expect(VIOLATED, everywhere);
    expect(HOLDS, in_one_place);
    expect(VIOLATED, somewhere);
}

/* ---- nearness ---- */

struct number {
    double estimate, error, bound;
    enum sign sign;
};
static void show(struct inquiry *q) {
    const struct number *n = q->with;
    inquiry_exact(q, "", "", 1, n->estimate, n->error, n->sign, n->bound);
}
#define NUMBER(...) COMPUTE(show, &(const struct number){__VA_ARGS__})

CLAIM(near, PROOF_LINE, NUMBER(0.995, 0, 1, AT_MOST), "");
CLAIM(far, PROOF_LINE, NUMBER(0.985, 0, 1, AT_MOST), "");
CLAIM(near_from_above, PROOF_LINE, NUMBER(1.005, 0, 1, AT_LEAST), "");
CLAIM(far_from_above, PROOF_LINE, NUMBER(1.015, 0, 1, AT_LEAST), "");
CLAIM(near_below_0, BOUND, NUMBER(-1.005, 0, -1, AT_MOST), "");
CLAIM(far_below_0, BOUND, NUMBER(-1.015, 0, -1, AT_MOST), "");
CLAIM(loose, PROOF_LINE, LOOSE(0.5, NUMBER(0.5, 0, 1, AT_MOST)), "");
CLAIM(looser, PROOF_LINE, LOOSE(0.5, NUMBER(0.49, 0, 1, AT_MOST)), "");
CLAIM(less_loose, PROOF_LINE, LOOSE(0.5, NUMBER(0.53, 0, 1, AT_MOST)), "");
CLAIM(not_a_line, SHARPNESS, NUMBER(0.5, 0, 1, AT_MOST), "");
CLAIM(equality, PROOF_LINE, NUMBER(1, 0, 1, EQUAL), "");
CLAIM(against_0, PROOF_LINE, NUMBER(-1, 0, 0, AT_MOST), "");
CLAIM(hidden, PROOF_LINE, ALLOWING(0.01, "", NUMBER(1, 0.002, 1, AT_MOST)), "");

Test(rules, inequalities_come_as_near_as_they_say) {
    expect(HOLDS, near);
    expect(INVALID, far);
    expect(HOLDS, near_from_above);
    expect(INVALID, far_from_above);
    expect(HOLDS, near_below_0);
    expect(INVALID, far_below_0);
    expect(HOLDS, loose);
    expect(INVALID, looser);
    expect(INVALID, less_loose);
    expect(HOLDS, not_a_line);
    expect(HOLDS, equality);
    expect(HOLDS, against_0);
    expect(INVALID, hidden);
}

static struct relation gap_under(const struct step *s, double bound) {
    return at_most(s->next_gap, real_all(bound), s->next_gap + bound);
}
static struct relation under_its_largest(const struct step *s) {
    return gap_under(s, 0.045);
}
static struct relation under_its_double(const struct step *s) {
    return gap_under(s, 0.09);
}
/* From 0 a step of 0.3 leads to +-0.3, where f = 0.045. */
#define ONE_STEP AT(two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1)
CLAIM(line_near, PROOF_LINE, WALK(under_its_largest, ONE_STEP), "");
CLAIM(line_far, PROOF_LINE, WALK(under_its_double, ONE_STEP), "");
CLAIM(line_loose, PROOF_LINE, LOOSE(0.5, WALK(under_its_double, ONE_STEP)), "");

Test(rules, so_do_lines_along_paths) {
    expect(HOLDS, line_near);
    expect(INVALID, line_far);
    expect(HOLDS, line_loose);
}

/* A bound that starts from what is there at k = 0 comes no nearer by that. */
static double from_the_start(const struct constants *c, size_t k) {
    return k ? 2 * c->gap_0 : c->gap_0;
}
CLAIM(bound_at_the_start, BOUND, MEAN(from_the_start, AT(ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, .steps = 12)), "");

Test(rules, k_0_does_not_count) {
    expect(INVALID, bound_at_the_start);
}

/* ---- errors ---- */

CLAIM(small_error, IDENTITY, NUMBER(3, 2.9e-6, 3, EQUAL), "");
CLAIM(large_error, IDENTITY, NUMBER(3, 3.1e-6, 3, EQUAL), "");
CLAIM(allowed_error, IDENTITY, ALLOWING(1e-5, "", NUMBER(3, 2.9e-5, 3, EQUAL)), "");
CLAIM(beyond_the_allowed, IDENTITY, ALLOWING(1e-5, "", NUMBER(3, 3.1e-5, 3, EQUAL)), "");
CLAIM(vanishing, IDENTITY, NUMBER(1e-17, 1e-15, 0, EQUAL), "");
CLAIM(all_error, IDENTITY, NUMBER(0, 1e-15, 1e-15, EQUAL), "");
CLAIM(drowning, IDENTITY, NUMBER(6e-7, 0.5, 0, AT_MOST), "");
CLAIM(no_error_at_all, IDENTITY, NUMBER(1, INFINITY, 1, AT_MOST), "");

static struct relation padded(const struct step *s) {
    return equal(s->next_gap, s->next_gap, real_all(1e9));
}
CLAIM(padded_line, IDENTITY, WALK(padded, ONE_STEP), "");

Test(rules, errors_are_small_against_what_they_belong_to) {
    expect(HOLDS, small_error);
    expect(INVALID, large_error);
    expect(HOLDS, allowed_error);
    expect(INVALID, beyond_the_allowed);
    expect(HOLDS, vanishing);
    expect(HOLDS, all_error);
    expect(INVALID, drowning);
    expect(INVALID, no_error_at_all);
    expect(INVALID, padded_line);
}

static void compare_nothing(struct inquiry *q) {
    static const struct nearest none = {.sign = AT_MOST};
    inquiry_exact(q, "", "", 1, 0, 0, AT_MOST, 0);
    inquiry_nearest(q, "", "", &none);
}
CLAIM(empty, IDENTITY, COMPUTE(compare_nothing), "");

Test(rules, nothing_compared_is_nothing_shown) {
    expect(INVALID, empty);
}

/* ---- bounds that are estimates ---- */

struct sampled {
    double lower, upper, bound, spread;
    enum sign sign;
    size_t runs;
};
static void show_sampled(struct inquiry *q) {
    const struct sampled *s = q->with;
    inquiry_add(q, (struct finding){.problem = "",
                                    .method = "",
                                    .k = 1,
                                    .runs = s->runs,
                                    .estimate = (s->lower + s->upper) / 2,
                                    .lower = s->lower,
                                    .upper = s->upper,
                                    .bound = s->bound,
                                    .spread = s->spread,
                                    .sign = s->sign,
                                    .sampled = true});
}
#define SAMPLED(...) COMPUTE(show_sampled, &(const struct sampled){__VA_ARGS__}, .limits = 2)

CLAIM(apart_below, IDENTITY, SAMPLED(1, 2, 4, 1.5, AT_MOST, 9), "");
CLAIM(overlapping, IDENTITY, SAMPLED(1, 2, 2.5, 1, AT_MOST, 9), "");
CLAIM(apart_above, IDENTITY, SAMPLED(1, 2, 0.5, 0.4, AT_MOST, 9), "");
CLAIM(overlapping_above, IDENTITY, SAMPLED(1, 2, 0.5, 0.6, AT_MOST, 9), "");
CLAIM(at_least_apart, IDENTITY, SAMPLED(1, 2, 0.5, 0.4, AT_LEAST, 9), "");
CLAIM(at_least_overlapping, IDENTITY, SAMPLED(1, 2, 0.5, 0.6, AT_LEAST, 9), "");
CLAIM(at_least_violated, IDENTITY, SAMPLED(1, 2, 4, 1.5, AT_LEAST, 9), "");
CLAIM(nobody_ran, IDENTITY, SAMPLED(1, 2, 4, 1.5, AT_MOST, 0), "");

Test(rules, an_estimated_bound_has_two_ends) {
    expect(HOLDS, apart_below);
    expect(UNDECIDED, overlapping);
    expect(VIOLATED, apart_above);
    expect(UNDECIDED, overlapping_above);
    expect(HOLDS, at_least_apart);
    expect(UNDECIDED, at_least_overlapping);
    expect(VIOLATED, at_least_violated);
    expect(INVALID, nobody_ran);
}

CLAIM(close_enough, IDENTITY, SAMPLED(0.96, 1.04, 1, 0, EQUAL, 9), "");
CLAIM(too_wide, IDENTITY, SAMPLED(0.94, 1.04, 1, 0, EQUAL, 9), "");
CLAIM(wide_as_it_says, IDENTITY, WITHIN(0.07, SAMPLED(0.94, 1.04, 1, 0, EQUAL, 9)), "");
CLAIM(elsewhere, IDENTITY, SAMPLED(1.01, 1.04, 1, 0, EQUAL, 9), "");

Test(rules, a_wide_interval_shows_no_equality) {
    expect(HOLDS, close_enough);
    expect(UNDECIDED, too_wide);
    expect(HOLDS, wide_as_it_says);
    expect(VIOLATED, elsewhere);
}

/* ---- sigma^2 ---- */

/* On a parabola, where g^2 = 2 f falls, the supremum before k is that at 0 for all k; f(x_k) stays below it. */
static double sigma2_of(const struct constants *c, size_t k) {
    (void)k;
    return c->sigma2;
}
/* E g^2 = 1 + E x_k^2 rises on two_signs: before k it is that at k - 1. */
static double moment_before(const struct constants *c, size_t k) {
    double am = c->alpha * c->mu, before = k ? (double)k - 1 : 0;
    double gap = c->alpha / (2 * (2 - am)) * (1 - pow(1 - am, 2 * before));
    return c->sigma2 - (1 + 2 * gap);
}
static double moment_before_is_it(const struct constants *c, size_t k) {
    double gap = c->alpha / (2 * (2 - c->alpha)) * (1 - pow(1 - c->alpha, 2 * (double)k));
    return gap + moment_before(c, k);
}
CLAIM(supremum_before_k, IDENTITY, MEAN(moment_before_is_it, .sign = EQUAL, TWO_SIGNS(0.3)), "");

Test(rules, sigma2_is_the_supremum_before_k) {
    expect(HOLDS, supremum_before_k);
    static const struct setting paths = {two_signs, &method_sgd, {.alpha = 0.3}, 1, 12, .by = &all_paths};
    static const struct setting runs = {two_signs, &method_sgd, {.alpha = 0.3}, 1, 12, .runs = 20000};
    const struct setting *const both[] = {&paths, &runs};
    for (size_t i = 0; i < 2; i++) {
        const struct claim claim = {.name = "sigma2",
                                    .kind = SHARPNESS,
                                    .evidence = &evidence_mean,
                                    .mean = {.bound = sigma2_of, .settings = both[i], .count = 1}};
        struct judgement j = judged(&claim);
        cr_expect(j.verdict == HOLDS);
        for (size_t r = 0; r < j.row_count; r++) {
            double before = 1 + 0.3 / 1.7 * (1 - pow(0.7, 2 * ((double)j.rows[r].k - 1)));
            double off = before - j.rows[r].bound; /* measured, it comes from below */
            cr_expect(off > -1e-12 && off < (i ? 0.1 : 1e-12), "%zu: %g", j.rows[r].k, off);
        }
        judgement_free(&j);
    }
}

/* ---- probabilities and medians over seeds ---- */

static real side_of(const struct problem *p, const real x[]) {
    (void)p;
    return x[0];
}
static real nothing(const struct problem *p, const real x[]) { /* 0 has not happened */
    (void)p;
    return 0 * x[0];
}
static real not_a_number(const struct problem *p, const real x[]) {
    (void)p;
    return x[0] / x[0] * NAN;
}
static real unlike_the_first(const struct problem *p, const real x[]) { /* 0 at -0.3, else infinite */
    (void)p;
    return real_where(x[0] > 0, real_all(INFINITY), (real){0});
}

/* One step of two signs: x_1 = +-0.3, each with probability 1/2, and f(x_1) = 0.045. */
struct over_seeds {
    size_t seeds;
    real (*number)(const struct problem *, const real x[]);
    enum sign sign;
    double bound;
    bool median;
};
static void over_seeds(struct inquiry *q) {
    const struct over_seeds *o = q->with;
    struct problem *p = two_signs();
    const struct run_to_end run = {p, &method_sgd, {.alpha = 0.3}, 1, o->number};
    const struct seeds seeds = {o->seeds, .number = number_at_end, .with = &run};
    (o->median ? inquiry_median : inquiry_probability)(q, &seeds, p->id, "sgd", 1, o->sign, o->bound);
    problem_free(p);
}
#define OFTEN(...) COMPUTE(over_seeds, &(const struct over_seeds){__VA_ARGS__, .median = false}, .limits = 2)
#define MEDIAN(...) COMPUTE(over_seeds, &(const struct over_seeds){__VA_ARGS__, .median = true}, .limits = 2)
CLAIM(often, IDENTITY, OFTEN(20000, side_of, AT_LEAST, 0.45), "");
CLAIM(not_always, IDENTITY, OFTEN(20000, side_of, AT_MOST, 0.55), "");
CLAIM(too_often, IDENTITY, OFTEN(20000, side_of, AT_MOST, 0.45), "");
CLAIM(too_seldom, IDENTITY, OFTEN(20000, side_of, AT_LEAST, 0.55), "");
CLAIM(on_the_edge, IDENTITY, OFTEN(20000, side_of, AT_LEAST, 0.5), "");
CLAIM(each_time, IDENTITY, OFTEN(40, NULL, AT_LEAST, 0.5), "");
CLAIM(each_of_a_few, IDENTITY, OFTEN(29, NULL, AT_LEAST, 0.5), "");
CLAIM(each_of_enough, IDENTITY, OFTEN(30, NULL, AT_LEAST, 0.5), "");
CLAIM(never, IDENTITY, OFTEN(40, nothing, AT_MOST, 0.5), "");
CLAIM(no_event, IDENTITY, OFTEN(40, not_a_number, AT_LEAST, 0.5), "");
CLAIM(median_is_it, IDENTITY, MEDIAN(40, NULL, EQUAL, 0.045), "");
CLAIM(median_is_above, IDENTITY, MEDIAN(40, NULL, AT_MOST, 0.0449), "");
CLAIM(median_of_a_few, IDENTITY, MEDIAN(29, NULL, AT_MOST, 1), "");
CLAIM(median_of_two_points, IDENTITY, MEDIAN(4000, side_of, AT_MOST, 0.1), "");
CLAIM(median_lies_between, IDENTITY, MEDIAN(4000, side_of, AT_MOST, 0.31), "");
CLAIM(median_without_end, IDENTITY, MEDIAN(40, unlike_the_first, AT_MOST, 1), "");

Test(rules, probabilities_and_medians_over_seeds) {
    expect(HOLDS, often);
    expect(HOLDS, not_always);
    expect(VIOLATED, too_often);
    expect(VIOLATED, too_seldom);
    expect(UNDECIDED, on_the_edge);
    expect(HOLDS, each_time);
    expect(UNDECIDED, each_of_a_few); /* 2^-29 > 1e-9 > 2^-30 */
    expect(HOLDS, each_of_enough);
    expect(HOLDS, never);
    expect(INVALID, no_event);
    expect(HOLDS, median_is_it);
    expect(VIOLATED, median_is_above);
    expect(UNDECIDED, median_of_a_few);
    expect(UNDECIDED, median_of_two_points);
    expect(HOLDS, median_lies_between);
    expect(INVALID, median_without_end);
}

/* A range is certified for the first step, which is the longest: 1.2/mu is too long on two signs, and 0.85 would do. */
static void first_step_too_long(struct inquiry *q) {
    static const size_t checkpoints[] = {5};
    struct problem *p = two_signs();
    const struct measurement w = {.problem = p,
                                  .method = &method_sgd,
                                  .settings = {.alpha = *(const double *)q->with, .schedule = schedule_root},
                                  .runs = 1000,
                                  .checkpoints = checkpoints,
                                  .count = 1};
    struct moments gap;
    struct interval limits;
    if (inquiry_gaps(q, &w, &gap, &limits)) inquiry_measured(q, p->id, "sgd", 5, &gap, limits, AT_MOST, 10);
    problem_free(p);
}
CLAIM(long_first_step, IDENTITY, COMPUTE(first_step_too_long, &(const double){1.2}, .limits = 2), "");
CLAIM(short_first_step, IDENTITY, COMPUTE(first_step_too_long, &(const double){0.9}, .limits = 2), "");
static double ten(const struct constants *c, size_t k) {
    (void)c, (void)k;
    return 10;
}
CLAIM(mean_of_long_first_step, IDENTITY,
      MEAN(ten, .without_sigma2 = true,
           AT(two_signs, &method_sgd, {.alpha = 1.2, .schedule = schedule_root}, .steps = 5, .runs = 1000)),
      "");
Test(rules, a_range_is_asked_of_the_first_step) {
    expect(HOLDS, short_first_step);
    const struct claim *const beyond_range[] = {long_first_step, mean_of_long_first_step};
    for (size_t i = 0; i < COUNT(beyond_range); i++) { /* and not found out when a run has left it */
        const struct theorem toy = {.id = "toy", .claims = &beyond_range[i], .claim_count = 1};
        struct judgement j = judge(&toy, beyond_range[i], &options, NULL);
        cr_expect(j.verdict == INVALID && strstr(j.note, "no range is certified for this step size"), "%s", j.note);
        judgement_free(&j);
    }
}

/* Seed i draws from the stream of run i, alone or among others. */
static real first_unit(struct pcg_lanes *random, const void *with) {
    (void)with;
    return pcg_lanes_unit(random);
}
Test(rules, seeds_have_streams_of_their_own) {
    bool drew = false;
    struct inquiry q = {.options = &options, .drew = &drew, .stream = 5};
    const struct seeds s = {3 * LANES + 1, .stream = 2, .number = first_unit};
    size_t count;
    double *numbers = inquiry_numbers(&q, &s, &count);
    cr_assert(drew && count == 3 * LANES + 1);
    for (size_t i = 0; i < count; i++) {
        struct pcg alone = pcg_of_run(options.seed, 7, i);
        cr_assert(numbers[i] == (double)(pcg_64(&alone) >> 11) * 0x1p-53, "seed %zu", i);
    }
    free(numbers);
}

/* ---- seeds ---- */

static void draw_one(struct inquiry *q) {
    struct pcg_lanes random = inquiry_lanes(q, 0);
    double x = pcg_lanes_unit(&random)[0];
    inquiry_exact(q, "", "", 1, x, 0, EQUAL, x);
}
CLAIM(drawn, IDENTITY, COMPUTE(draw_one), "");

Test(rules, rows_of_random_instances_name_their_seed) {
    static const struct claim *const claims[] = {drawn, near, satisfied, line_near, close_enough};
    static const bool seeded[] = {true, false, false, true, false};
    for (size_t i = 0; i < COUNT(claims); i++) {
        struct judgement j = judged(claims[i]);
        cr_expect(j.row_count && j.rows[0].seeded == seeded[i], "%s", claims[i]->name);
        judgement_free(&j);
    }
}

/* ---- courses ---- */

static double halved(const struct settings *s, size_t k) {
    return ldexp(s->alpha, -(int)k);
}
/* Schedules fall: what is said of a step is said of the first.  From 0 the second moment is 1, and a step further 1.09. */
static void take_a_course(struct inquiry *q) {
    struct course c =
        course_of(q, two_signs(), &method_sgd, (struct settings){.alpha = 0.3, .schedule = halved}, 2, NULL);
    inquiry_exact(q, c.problem->id, "sgd", 0, c.constants.alpha, 0, EQUAL, 0.3);
    inquiry_exact(q, c.problem->id, "sgd", 1, c.constants.sigma2, 1e-15, EQUAL, 1.09);
    inquiry_exact(q, c.problem->id, "sgd", 2, c.settings.mu, 0, EQUAL, c.problem->mu);
    course_free(&c);
}
CLAIM(course, IDENTITY, COMPUTE(take_a_course), "");

Test(rules, a_course_speaks_of_its_first_step) {
    expect(HOLDS, course);
}
