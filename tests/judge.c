/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts, on toy theorems: what holds, what does not, what cannot be told, and what must never count. */
#include <criterion/criterion.h>

#include "../methods/methods.h"
#include "../problems/problems.h"
#include "../theorems/catalogue.h"
#include "../verify/claims/judge.h"
#include "../verify/numbers/pcg.h"
#include "../verify/runs/runs.h"
#include "../verify/runs/series.h"

static const struct options options = {.seed = 1, .effort = 1, .delta = 1e-9};

/* Judge one claim as if a theorem had no other. */
static struct judgement judged_with(struct claim claim, const struct options *how) {
    static struct claim kept; /* a judgement points to its claim */
    static const struct claim *const only[] = {&kept};
    static struct theorem toy = {.id = "toy", .claims = only, .claim_count = 1};
    kept = claim;
    if (!kept.name) kept.name = "claim";
    return judge(&toy, &kept, how, NULL);
}

static void expect(enum verdict verdict, struct claim claim) {
    struct judgement j = judged_with(claim, &options);
    cr_assert(j.verdict == verdict, "%s, not %s. %s", verdict_name(j.verdict), verdict_name(verdict), j.note);
    size_t settings;
    claim.evidence->settings(&claim, &settings);
    cr_assert(j.row_count >= settings && !j.interrupted);
    if (verdict == INVALID || verdict == UNDECIDED) cr_assert(j.note[0], "no word of why");
    judgement_free(&j);
}

/* ---- bounds ---- */

/* On two_signs with alpha = 0.3 from k = 1 on, E f(x_k) lies between 0.045 and 3/34 = 0.0882..., f below 1/2. */
static double loose(const struct constants *c, size_t k) {
    (void)c;
    (void)k;
    return 0.3;
}
static double tiny(const struct constants *c, size_t k) {
    (void)c;
    (void)k;
    return 0.001;
}
static double not_a_number(const struct constants *c, size_t k) {
    (void)c;
    return k >= 10 ? NAN : 0.3;
}
static double infinite(const struct constants *c, size_t k) {
    (void)c;
    return k >= 10 ? INFINITY : 0.3;
}
static double closed_form(const struct constants *c, size_t k) {
    return c->alpha / (2 * (2 - c->alpha)) * (1 - pow(1 - c->alpha, 2 * (double)k));
}
static double just_above(const struct constants *c, size_t k) {
    return closed_form(c, k) + 1e-10;
}
static double just_below(const struct constants *c, size_t k) {
    return closed_form(c, k) - 1e-10;
}
static double half(const struct constants *c, size_t k) {
    return closed_form(c, k) / 2;
}
static double one_and_a_half(const struct constants *c, size_t k) {
    return closed_form(c, k) * 1.5;
}
/* The floor of the constant-step theorem, which two_signs attains. */
static double floor_of(const struct constants *c, size_t k) {
    (void)k;
    return c->L * c->sigma2 * c->alpha / (4 * c->mu);
}
static double sigma2_of(const struct constants *c, size_t k) {
    (void)k;
    return c->sigma2;
}
static double half_floor(const struct constants *c, size_t k) {
    return floor_of(c, k) / 2;
}
static double floor_and_a_half(const struct constants *c, size_t k) {
    return floor_of(c, k) * 1.5;
}

/* E f(x_k) = (E||grad f_i(x_k)||^2 - 1)/2 rises with k: as a bound true, and attained but for the 1e-9. */
static double half_the_excess(const struct constants *c, size_t k) {
    (void)k;
    return (c->sigma2 - 1) / 2 + 1e-9;
}

static const struct setting short_walk = {two_signs, &method_sgd, {.alpha = 0.3}, .first = 1, .steps = 12};
static const struct setting from_0 = {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 12};
static const struct setting end_only = {two_signs, &method_sgd, {.alpha = 0.3}, .first = 60, .steps = 60};
static const struct setting settled = {two_signs, &method_sgd, {.alpha = 0.3}, .first = 30, .steps = 60};

/* In place of a way to compute means: they are measured, or it is a line that is walked. */
static const struct exact measured = {.name = "measured"}, pathwise = {.name = "pathwise"};

/* The setting as it is, but with its mean found in this way. */
static struct setting found(const struct setting *setting, const struct exact *by, size_t runs) {
    struct setting s = *setting;
    s.by = by == &measured ? NULL : by;
    s.runs = by == &measured ? runs : 0;
    return s;
}

static struct claim claimed(const struct setting *setting, const struct exact *by,
                            double (*bound)(const struct constants *, size_t), size_t runs) {
    static struct setting kept[16]; /* a claim points to its settings; no test has more at once */
    static size_t next;
    struct setting *own = &kept[next++ % COUNT(kept)];
    *own = found(setting, by, runs);
    return (struct claim){
        .kind = SHARPNESS, .evidence = &evidence_mean, .mean = {.bound = bound, .settings = own, .count = 1}};
}

static struct claim equality(struct claim claim) {
    claim.mean.sign = EQUAL;
    return claim;
}

Test(judge, exact_bounds_are_met_to_rounding) {
    static const struct exact *const by[] = {&all_paths, &second_moment_recursion};
    for (size_t i = 0; i < 2; i++) {
        expect(HOLDS, claimed(&from_0, by[i], closed_form, 0));
        expect(HOLDS, claimed(&from_0, by[i], just_above, 0));
        expect(VIOLATED, claimed(&from_0, by[i], just_below, 0));
        expect(HOLDS, equality(claimed(&from_0, by[i], closed_form, 0)));
        expect(VIOLATED, equality(claimed(&from_0, by[i], just_above, 0)));
        expect(VIOLATED, equality(claimed(&from_0, by[i], just_below, 0)));
        expect(VIOLATED, claimed(&short_walk, by[i], half, 0));
        expect(HOLDS, claimed(&short_walk, by[i], one_and_a_half, 0));
    }
}

Test(judge, sigma2_is_the_supremum_before_the_last_step) {
    /* E g^2 = 1 + E x_k^2 rises with k: the supremum over k < 12 is that at 11. */
    static const struct exact *const by[] = {&all_paths, &second_moment_recursion};
    double supremum = 1 + 0.3 / 1.7 * (1 - pow(0.7, 22));
    for (size_t i = 0; i < 2; i++) {
        struct judgement j = judged_with(claimed(&short_walk, by[i], loose, 0), &options);
        cr_assert(fabs(j.met[0].constants.sigma2 - supremum) < 1e-12, "%.17g", j.met[0].constants.sigma2);
        cr_assert(isnan(j.met[0].power), "nothing was sampled");
        judgement_free(&j);
    }
    /* Sampled, it comes from below. */
    struct judgement j = judged_with(claimed(&short_walk, &measured, loose, 100000), &options);
    double low = j.met[0].constants.sigma2;
    cr_assert(low <= supremum && low > supremum - 0.02, "%.17g", low);
    judgement_free(&j);
}

Test(judge, intervals_decide_bounds) {
    expect(HOLDS, claimed(&short_walk, &measured, loose, 1000));
    expect(VIOLATED, claimed(&short_walk, &measured, tiny, 1000));
    expect(HOLDS, claimed(&short_walk, &measured, one_and_a_half, 20000));
    expect(VIOLATED, claimed(&short_walk, &measured, half, 20000));
    /* And bounds that depend on the sigma^2 that was measured. */
    expect(HOLDS, claimed(&settled, &measured, floor_and_a_half, 20000));
    expect(VIOLATED, claimed(&settled, &measured, half_floor, 20000));
}

Test(judge, constants_are_those_of_the_setting) {
    struct judgement j = judged_with(claimed(&short_walk, &second_moment_recursion, loose, 0), &options);
    struct constants c = j.met[0].constants;
    cr_assert(c.L == 1 && c.mu == 1 && c.alpha == 0.3 && c.gap_0 == 0 && c.noise == 1 && c.distance == 0);
    cr_assert(j.met[0].rows == j.row_count && j.met[0].steps == short_walk.steps);
    cr_assert(strcmp(j.met[0].problem, "two_signs") == 0);
    size_t k[CHECKPOINTS_MAX];
    for (size_t r = 0; r < j.row_count; r++) {
        cr_assert(strcmp(j.rows[r].problem, "two_signs") == 0 && strcmp(j.rows[r].method, "sgd") == 0);
        cr_assert(j.rows[r].bound == 0.3 && j.rows[r].runs == 0);
        cr_assert(j.rows[r].lower <= j.rows[r].estimate && j.rows[r].estimate <= j.rows[r].upper);
    }
    cr_assert(j.rows[0].k == 1 && j.rows[j.row_count - 1].k == 12);
    cr_assert(j.row_count == checkpoints_between(1, 12, 8, k), "%zu rows", j.row_count);
    judgement_free(&j);
}

Test(judge, one_bad_setting_decides) {
    static struct setting settings[2];
    settings[0] = short_walk;
    settings[1] = (struct setting){
        parabola, &method_sgd, {.alpha = 0.3}, .first = 1, .steps = 12}; /* f(x_1) = 0.245, then less */
    for (size_t i = 0; i < 2; i++) settings[i].by = &second_moment_recursion;
    struct claim claim = claimed(settings, &second_moment_recursion, loose, 0);
    claim.mean.settings = settings;
    claim.mean.count = 2;
    expect(HOLDS, claim);
    claim.mean.bound = closed_form;
    expect(VIOLATED, claim);
    struct judgement j = judged_with(claim, &options);
    cr_assert(j.met[0].rows + j.met[1].rows == j.row_count);
    for (size_t r = 0; r < j.row_count; r++)
        cr_assert(j.rows[r].verdict == HOLDS || strcmp(j.rows[r].problem, "parabola") == 0);
    judgement_free(&j);
}

/* What inquiry_bound holds against what, on two_signs at k = 12 and 60. */
static void sampled(struct inquiry *q) {
    static const size_t at[] = {12, 60};
    double (*const *bound)(const struct constants *, size_t) = q->with;
    struct problem *p = two_signs();
    struct measurement w = {.problem = p,
                            .method = &method_sgd,
                            .settings = {.alpha = 0.3},
                            .runs = 20000,
                            .checkpoints = at,
                            .count = COUNT(at)};
    inquiry_bound(q, &w, *bound);
    problem_free(p);
}
static double first_only(const struct constants *c, size_t k) {
    return closed_form(c, k) * (k == 12 ? 1.5 : 0.5);
}

Test(judge, computed_claims_hold_samples_against_bounds) {
    static const struct {
        double (*bound)(const struct constants *, size_t);
        enum verdict verdicts[2];
    } cases[] = {{one_and_a_half, {HOLDS, HOLDS}},
                 {half, {VIOLATED, VIOLATED}},
                 {first_only, {HOLDS, VIOLATED}},
                 {floor_and_a_half, {HOLDS, HOLDS}},
                 {half_floor, {VIOLATED, VIOLATED}}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        double (*bound)(const struct constants *, size_t) = cases[i].bound;
        struct claim claim = {
            .kind = SHARPNESS, .evidence = &evidence_own, .own = {.compute = sampled, .with = &bound, .limits = 6}};
        struct judgement j = judged_with(claim, &options);
        cr_assert(j.row_count == 2, "%zu rows. %s", j.row_count, j.note);
        for (size_t r = 0; r < 2; r++) {
            cr_assert(j.rows[r].k == (r ? 60 : 12) && j.rows[r].runs == 20000, "k = %zu", j.rows[r].k);
            cr_assert(j.rows[r].verdict == cases[i].verdicts[r], "case %zu, row %zu: %s", i, r,
                      verdict_name(j.rows[r].verdict));
        }
        judgement_free(&j);
    }
}

/* The weighted average of 500 iterates is much nearer to 0 than the last one. */
Test(judge, average_claims_speak_of_the_average) {
    static const struct setting late = {two_signs, &method_sgd, {.alpha = 0.3}, .first = 500, .steps = 500};
    struct claim claim = claimed(&late, &measured, tiny, 50000);
    claim.mean.bound = half; /* 0.044; the last iterate has 0.088, the average about 0.001 */
    expect(VIOLATED, claim);
    claim.mean.average = true;
    expect(HOLDS, claim);
}

/* ---- more runs ---- */

Test(judge, undecided_asks_for_more_runs) {
    enum { FIRST = 300 };
    /* 1.5 times the expectation is out of reach for 300 runs, not for a few thousand. */
    struct judgement j = judged_with(claimed(&end_only, &measured, one_and_a_half, FIRST), &options);
    size_t taken = j.rows[0].runs;
    cr_assert(j.verdict == HOLDS && taken > FIRST, "%s after %zu runs", verdict_name(j.verdict), taken);
    judgement_free(&j);
    /* So many runs at once decide it on the first look, with the very same numbers: later looks add runs. */
    j = judged_with(claimed(&end_only, &measured, one_and_a_half, taken), &options);
    double at_once = j.rows[0].estimate;
    cr_assert(j.verdict == HOLDS && j.rows[0].runs == taken);
    judgement_free(&j);
    j = judged_with(claimed(&end_only, &measured, one_and_a_half, FIRST), &options);
    cr_assert(fabs(j.rows[0].estimate - at_once) < 1e-12, "%.17g, not %.17g", j.rows[0].estimate, at_once);
    judgement_free(&j);

    /* An attained bound can neither be confirmed nor refuted: the looks end. */
    j = judged_with(claimed(&end_only, &measured, closed_form, FIRST), &options);
    cr_assert(j.verdict == UNDECIDED && j.note[0], "%s", verdict_name(j.verdict));
    cr_assert(j.rows[0].runs > taken, "it gave up after %zu runs", j.rows[0].runs);
    cr_assert(j.row_count == 1, "one row a checkpoint, whatever the number of looks");
    judgement_free(&j);
    /* Nor attained bounds with the sigma^2 of the same runs, of which the lower limit alone would be beaten. */
    expect(UNDECIDED, claimed(&settled, &measured, floor_of, FIRST));
    expect(UNDECIDED, claimed(&settled, &measured, half_the_excess, FIRST));
}

Test(judge, effort_multiplies_runs) {
    struct options twice = options, less = options;
    twice.effort = 2;
    less.effort = 0.1;
    struct judgement one = judged_with(claimed(&end_only, &measured, loose, 5000), &options);
    struct judgement two = judged_with(claimed(&end_only, &measured, loose, 5000), &twice);
    struct judgement few = judged_with(claimed(&end_only, &measured, closed_form, 100), &less);
    cr_assert(one.rows[0].runs == 5000 && two.rows[0].runs == 10000, "%zu, %zu", one.rows[0].runs, two.rows[0].runs);
    cr_assert(few.rows[0].runs >= 10 && few.rows[0].runs < 1000, "%zu", few.rows[0].runs);
    judgement_free(&one);
    judgement_free(&two);
    judgement_free(&few);
}

/* An excess of the stated power over the bound would indeed have been caught. */
Test(judge, power_is_what_so_many_runs_would_catch) {
    struct judgement j = judged_with(claimed(&end_only, &measured, loose, 20000), &options);
    double power = j.met[0].power, width = j.rows[0].upper - j.rows[0].lower;
    cr_assert(power >= width * (1 - 1e-9) && power < 0.05, "power %g, width %g", power, width);
    judgement_free(&j);
}

Test(judge, surer_limits_are_wider) {
    struct options unsure = options;
    unsure.delta = 0.1;
    struct judgement a = judged_with(claimed(&end_only, &measured, loose, 5000), &options);
    struct judgement b = judged_with(claimed(&end_only, &measured, loose, 5000), &unsure);
    cr_assert(a.rows[0].lower < b.rows[0].lower && a.rows[0].upper > b.rows[0].upper);
    judgement_free(&a);
    judgement_free(&b);
}

Test(judge, interrupted_gives_no_verdict) {
    static const volatile sig_atomic_t set = 1;
    struct options stop = options;
    stop.interrupted = &set;
    struct judgement j = judged_with(claimed(&end_only, &measured, loose, 5000), &stop);
    cr_assert(j.interrupted);
    judgement_free(&j);
}

/* ---- measured against exact ---- */

/* The urn, but runs draw its outcomes with a pull towards 0 other than the weights say; at the ends they turn back. */
static void pulled(const real x[], struct pcg_lanes *random, double pull, real g[]) {
    real up = (1 + pull * x[0]) / 2;
    up = real_where(x[0] > 0.99, real_all(1), real_where(x[0] < -0.99, real_all(0), up));
    g[0] = real_where(pcg_lanes_unit(random) < up, real_all(1), real_all(-1));
}
static void pulled_less(const struct problem *p, const real x[], struct pcg_lanes *random, real g[]) {
    (void)p;
    pulled(x, random, 0.5, g);
}
static void pulled_more(const struct problem *p, const real x[], struct pcg_lanes *random, real g[]) {
    (void)p;
    pulled(x, random, 1.5, g);
}
static struct problem *wider(void) {
    struct problem *p = ehrenfest();
    p->draw = pulled_less;
    return p;
}
static struct problem *narrower(void) {
    struct problem *p = ehrenfest();
    p->draw = pulled_more;
    return p;
}

Test(judge, measured_meets_exact) {
    static const struct setting above = {wider, &method_sgd, {.alpha = 1.0 / 3}, .first = 12, .steps = 12};
    static const struct setting below = {narrower, &method_sgd, {.alpha = 1.0 / 3}, .first = 12, .steps = 12};
    static const struct setting urn = {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, .first = 1, .steps = 12};
    const struct {
        const struct setting *setting;
        const struct exact *against;
        enum verdict verdict;
    } cases[] = {{&short_walk, &second_moment_recursion, HOLDS},
                 {&short_walk, &all_paths, HOLDS},
                 {&short_walk, &finite_chain, INVALID}, /* two_signs has none */
                 {&urn, &finite_chain, HOLDS},
                 {&above, &finite_chain, VIOLATED},
                 {&below, &finite_chain, VIOLATED}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct setting setting = found(cases[i].setting, &measured, 50000);
        setting.by = cases[i].against;
        struct claim claim = claimed(&setting, &measured, NULL, 50000);
        claim.mean.settings = &setting;
        expect(cases[i].verdict, claim);
    }
}

Test(judge, what_cannot_be_computed_is_one_row) {
    struct judgement j = judged_with(claimed(&short_walk, &finite_chain, loose, 0), &options);
    cr_assert(j.verdict == INVALID && j.row_count == 1 && j.met[0].rows == 1, "%zu rows", j.row_count);
    cr_assert(j.rows[0].verdict == INVALID && isnan(j.rows[0].estimate) && j.rows[0].k == short_walk.steps);
    judgement_free(&j);
}

/* ---- NaN, infinity and broken promises ---- */

/* Ten equal outcomes in a row lead from 0 to 1 - 0.7^10 under alpha = 0.3; one run in 1024 begins so, and none of the
 * points that certificates are checked at lies there. */
static truth at_the_trap(real x) {
    return real_abs(x - (1 - pow(0.7, 10))) < 1e-9;
}
static void nan_in_a_trap(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    real sign = real_where((truth)(i == 0), real_all(1), real_all(-1));
    g[0] = real_where(at_the_trap(x[0]), real_all(NAN), x[0] + sign);
}
static void infinity_in_a_trap(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    real sign = real_where((truth)(i == 0), real_all(1), real_all(-1));
    g[0] = real_where(at_the_trap(x[0]), real_all(INFINITY), x[0] + sign);
}
static struct problem *trapped_by_nan(void) {
    struct problem *p = two_signs();
    p->component = nan_in_a_trap;
    return p;
}
static struct problem *trapped_by_infinity(void) {
    struct problem *p = two_signs();
    p->component = infinity_in_a_trap;
    return p;
}

/* A ball that runs leave: |x_k| comes near to 1. */
static struct envelope too_small(const struct problem *p, double alpha, size_t steps) {
    (void)p;
    (void)alpha;
    (void)steps;
    return (struct envelope){.radius = 0.9, .gap = 0.5, .moment = 2, .square = 4};
}
static struct problem *outside_its_envelope(void) {
    struct problem *p = two_signs();
    p->envelope = too_small;
    return p;
}

static struct relation gap_at_most(const struct step *s, double bound) {
    return (struct relation){AT_MOST, .left = s->next_gap, .right = real_all(bound),
                             .magnitude = real_abs(s->next_gap) + bound};
}
static struct relation gap_at_most_loose(const struct step *s) {
    return gap_at_most(s, 0.5);
}
static struct relation gap_at_most_tiny(const struct step *s) {
    return gap_at_most(s, 0.001);
}

static struct claim walked(const struct setting *setting, struct relation (*line)(const struct step *)) {
    return (struct claim){.kind = IDENTITY,
                          .evidence = &evidence_walk,
                          .walk = {.line = line, .settings = setting, .count = 1, .runs = 8192}};
}

/* Both a bound that expects to hold and a control that expects to be violated. */
static void expect_both(struct problem *(*make)(void), const struct exact *by, enum verdict bound,
                        enum verdict control) {
    static struct setting setting;
    setting = short_walk;
    setting.problem = make;
    struct claim holds = claimed(&setting, by, loose, 20000), violated = claimed(&setting, by, tiny, 20000);
    if (by == &pathwise) {
        holds = walked(&setting, gap_at_most_loose);
        violated = walked(&setting, gap_at_most_tiny);
    }
    violated.kind = CONTROL;
    violated.expected = VIOLATED;
    expect(bound, holds);
    expect(control, violated);
}

Test(judge, finite_numbers_decide) {
    expect_both(two_signs, &measured, HOLDS, VIOLATED);
    expect_both(two_signs, &all_paths, HOLDS, VIOLATED);
    expect_both(two_signs, &pathwise, HOLDS, VIOLATED);
}

Test(judge, nan_in_one_run_of_a_thousand_is_invalid) {
    expect_both(trapped_by_nan, &measured, INVALID, INVALID);
    expect_both(trapped_by_nan, &all_paths, INVALID, INVALID);
    expect_both(trapped_by_nan, &pathwise, INVALID, INVALID);
}

Test(judge, infinity_in_one_run_of_a_thousand_is_invalid) {
    expect_both(trapped_by_infinity, &measured, INVALID, INVALID);
    expect_both(trapped_by_infinity, &all_paths, INVALID, INVALID);
    expect_both(trapped_by_infinity, &pathwise, INVALID, INVALID);
}

Test(judge, a_sample_outside_its_envelope_is_invalid) {
    expect_both(outside_its_envelope, &measured, INVALID, INVALID);
}

Test(judge, a_broken_sample_spoils_the_comparison_with_exact) {
    static struct setting setting;
    static struct problem *(*const made[])(void) = {trapped_by_nan, trapped_by_infinity, outside_its_envelope};
    for (size_t i = 0; i < 3; i++) {
        setting = short_walk;
        setting.problem = made[i];
        setting.runs = 20000;
        setting.by = &second_moment_recursion; /* it reads the problem off elsewhere, and finds two_signs */
        struct claim claim = claimed(&setting, &measured, NULL, 20000);
        claim.mean.settings = &setting;
        expect(INVALID, claim);
    }
}

/* Between the points of certify's grid, f is NaN at one lattice point of the urn. */
static real nan_at_one_point(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    if (gradient) gradient[0] = x[0];
    return real_where(real_abs(x[0] - 0.025) < 1e-6, real_all(NAN), x[0] * x[0] / 2);
}
static struct problem *urn_with_a_hole(void) {
    struct problem *p = ehrenfest();
    p->value = nan_at_one_point;
    return p;
}
/* And here it is the step from there that is NaN. */
static void nan_step(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    real sign = real_where((truth)(i == 0), real_all(1), real_all(-1));
    g[0] = real_where(real_abs(x[0] - 0.025) < 1e-6, real_all(NAN), sign);
}
static struct problem *urn_with_a_nan_step(void) {
    struct problem *p = ehrenfest();
    p->component = nan_step;
    return p;
}
static double one(const struct constants *c, size_t k) {
    (void)c;
    (void)k;
    return 1;
}

Test(judge, nan_in_a_chain_is_invalid) {
    static struct setting setting = {ehrenfest, &method_sgd, {.alpha = 1.0 / 40}, .first = 1, .steps = 100};
    expect(HOLDS, claimed(&setting, &finite_chain, one, 0));
    expect(VIOLATED, claimed(&setting, &finite_chain, tiny, 0));
    static struct problem *(*const made[])(void) = {urn_with_a_hole, urn_with_a_nan_step};
    for (size_t i = 0; i < 2; i++) {
        setting.problem = made[i];
        expect(INVALID, claimed(&setting, &finite_chain, one, 0));
        expect(INVALID, claimed(&setting, &finite_chain, tiny, 0));
    }
}

/* The recursion reads its matrices off at x*, which certify's grid steps over. */
static void nan_at_the_minimum(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    real sign = real_where((truth)(i == 0), real_all(1), real_all(-1));
    g[0] = real_where(real_abs(x[0]) < 1e-6, real_all(NAN), x[0] + sign);
}
static struct problem *hole_at_the_minimum(void) {
    struct problem *p = two_signs();
    p->component = nan_at_the_minimum;
    return p;
}

Test(judge, nan_in_second_moments_is_invalid, .timeout = 20) {
    expect_both(two_signs, &second_moment_recursion, HOLDS, VIOLATED);
    expect_both(hole_at_the_minimum, &second_moment_recursion, INVALID, INVALID);
}

/* A method that takes the sign alone walks on after a NaN: f is finite again, but E||grad f_i(x_1)||^2 was none, and
 * neither is sigma^2. */
static void sign_step(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    (void)k;
    (void)state;
    for (size_t j = 0; j < dim; j++) x[j] -= s->alpha * real_where(g[j] > 0, real_all(1), real_all(-1));
}
static void nan_at_one_half(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    real sign = real_where((truth)(i == 0), real_all(1), real_all(-1));
    g[0] = real_where(real_abs(x[0] - 0.5) < 1e-9, real_all(NAN), x[0] + sign);
}
static struct problem *hole_at_one_half(void) {
    struct problem *p = two_signs();
    p->component = nan_at_one_half;
    return p;
}

Test(judge, nan_in_sigma2_alone_is_invalid) {
    static struct method by_sign;
    by_sign = method_sgd;
    by_sign.step = sign_step;
    static struct setting setting = {two_signs, &by_sign, {.alpha = 0.5}, .first = 3, .steps = 3};
    expect(HOLDS, claimed(&setting, &all_paths, sigma2_of, 0));
    setting.problem = hole_at_one_half;
    expect(INVALID, claimed(&setting, &all_paths, sigma2_of, 0));
    setting.first = setting.steps = 2; /* whether the NaN comes last... */
    expect(INVALID, claimed(&setting, &all_paths, sigma2_of, 0));
    setting.first = setting.steps = 6; /* ...or several times */
    expect(INVALID, claimed(&setting, &all_paths, sigma2_of, 0));
}

Test(judge, a_bound_that_is_no_number_is_invalid) {
    static const struct exact *const by[] = {&measured, &all_paths, &second_moment_recursion};
    for (size_t i = 0; i < 3; i++) {
        expect(INVALID, claimed(&short_walk, by[i], not_a_number, 2000));
        expect(INVALID, claimed(&short_walk, by[i], infinite, 2000));
    }
}

/* A control must not be beaten by a problem without a certificate, or without a range. */
static struct problem *uncertified(void) {
    struct problem *p = two_signs();
    p->L *= 0.99;
    p->mu *= 0.9;
    return p;
}

Test(judge, no_certificate_is_invalid) {
    expect_both(uncertified, &measured, INVALID, INVALID);
    expect_both(uncertified, &all_paths, INVALID, INVALID);
    expect_both(uncertified, &second_moment_recursion, INVALID, INVALID);
    expect_both(uncertified, &pathwise, INVALID, INVALID);
}

Test(judge, no_range_is_invalid) {
    expect_both(parabola, &measured, INVALID, INVALID);
    static const struct setting long_step = {two_signs, &method_sgd, {.alpha = 1.1}, .first = 1, .steps = 12};
    expect(INVALID, claimed(&long_step, &measured, loose, 1000));
}

/* ---- pathwise ---- */

static struct relation equal_gaps(const struct step *s, double off, int sign) {
    struct relation r = {
        .left = mean_next_gap(s) * (1 + off), .right = mean_next_gap(s), .magnitude = mean_next_gap(s)};
    r.sign = sign < 0 ? AT_MOST : sign > 0 ? AT_LEAST : EQUAL;
    return r;
}
static struct relation at_most_above(const struct step *s) {
    return equal_gaps(s, 1e-12, -1);
}
static struct relation at_most_below(const struct step *s) {
    return equal_gaps(s, -1e-12, -1);
}
static struct relation at_least_above(const struct step *s) {
    return equal_gaps(s, 1e-12, 1);
}
static struct relation at_least_below(const struct step *s) {
    return equal_gaps(s, -1e-12, 1);
}
static struct relation equal_above(const struct step *s) {
    return equal_gaps(s, 1e-12, 0);
}
static struct relation equal_below(const struct step *s) {
    return equal_gaps(s, -1e-12, 0);
}
static struct relation equal_exactly(const struct step *s) {
    return equal_gaps(s, 0x1p-52, 0); /* one rounding */
}

Test(judge, lines_are_checked_to_rounding) {
    expect(VIOLATED, walked(&short_walk, at_most_above));
    expect(HOLDS, walked(&short_walk, at_most_below));
    expect(HOLDS, walked(&short_walk, at_least_above));
    expect(VIOLATED, walked(&short_walk, at_least_below));
    expect(VIOLATED, walked(&short_walk, equal_above));
    expect(VIOLATED, walked(&short_walk, equal_below));
    expect(HOLDS, walked(&short_walk, equal_exactly));
    struct claim one_run = walked(&short_walk, gap_at_most_tiny);
    one_run.walk.runs = 1;
    expect(VIOLATED, one_run);
}

/* Nothing looked at is nothing shown. */
Test(judge, lines_that_were_never_checked_do_not_hold) {
    static const struct setting no_steps = {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 0};
    expect(INVALID, walked(&no_steps, gap_at_most_loose));
}

/* What a line is told, on two_signs: E f(x_{k+1}) = ((1 - alpha)^2 x^2 + alpha^2)/2 and so on. */
static struct relation step_speaks_the_truth(const struct step *s) {
    real x = s->x[0], step = s->alpha * s->sample[0], next = x - step;
    real wrong = real_abs(s->gap - x * x / 2) + real_abs(s->next_gap - next * next / 2) +
                 real_abs(mean_next_gap(s) - (0.49 * x * x + 0.09) / 2) + real_abs(s->mean_square - (x * x + 1)) +
                 real_abs(s->mean_inner - x * x) + real_abs(s->gradient[0] - x) + real_abs(s->mean_gradient[0] - x) +
                 real_abs(real_abs(s->sample[0] - x) - 1);
    /* Memory belongs to the run: it must hold what the last step left there. */
    wrong += s->k ? real_abs(s->memory[0] - x) : real_abs(s->memory[0]) + real_abs(x);
    wrong += real_abs(s->memory[1] - (double)s->k);
    s->memory[0] = next;
    s->memory[1] += 1;
    return (struct relation){EQUAL, .left = wrong, .right = {0}, .magnitude = 10 * (x * x + 1)};
}

/* On the urn E f(x_{k+1}) = ((1 - 2 alpha) x^2 + alpha^2)/2, with probabilities that depend on x. */
static struct relation urn_speaks_the_truth(const struct step *s) {
    real x = s->x[0];
    real wrong = real_abs(mean_next_gap(s) - ((1 - 2 * s->alpha) * x * x + s->alpha * s->alpha) / 2) +
                 real_abs(s->mean_square - 1) + real_abs(s->mean_inner - x * x) + real_abs(s->mean_gradient[0] - x);
    return (struct relation){EQUAL, .left = wrong, .right = {0}, .magnitude = 10 * (x * x + 1)};
}

Test(judge, lines_are_told_the_truth) {
    static const struct setting urn = {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, .first = 1, .steps = 12};
    expect(HOLDS, walked(&short_walk, step_speaks_the_truth));
    expect(HOLDS, walked(&urn, urn_speaks_the_truth));
}

/* x_12 = 1 - 0.7^12 in one run of 4096 only: the last step of a single run decides. */
static struct relation not_so_far(const struct step *s) {
    return (struct relation){AT_MOST, .left = s->next_gap, .right = real_all(pow(1 - pow(0.7, 11), 2) / 2 + 1e-6),
                             .magnitude = real_all(1)};
}

Test(judge, one_step_of_one_run_decides_a_line) {
    struct judgement j = judged_with(walked(&short_walk, not_so_far), &options);
    cr_assert(j.verdict == VIOLATED && j.row_count == 1, "%s", verdict_name(j.verdict));
    cr_assert(j.rows[0].k == 11 && fabs(j.rows[0].estimate - pow(1 - pow(0.7, 12), 2) / 2) < 1e-12, "%.17g at %zu",
              j.rows[0].estimate, j.rows[0].k);
    judgement_free(&j);
}

/* ---- what results depend on ---- */

static void assert_same_rows(const struct judgement *a, const struct judgement *b) {
    cr_assert(a->row_count == b->row_count);
    for (size_t r = 0; r < a->row_count; r++) {
        const struct row *x = &a->rows[r], *y = &b->rows[r];
        cr_assert(x->k == y->k && x->runs == y->runs && x->estimate == y->estimate && x->lower == y->lower &&
                      x->upper == y->upper && x->bound == y->bound && x->verdict == y->verdict,
                  "row %zu", r);
    }
}

Test(judge, results_depend_on_seed_and_name_alone) {
    struct claim claim = claimed(&end_only, &measured, loose, 3000), other = claim;
    other.name = "other";
    struct options reseeded = options;
    reseeded.seed = 2;
    struct judgement alone = judged_with(claim, &options);
    struct judgement renamed = judged_with(other, &options), second = judged_with(claim, &reseeded);
    struct judgement again = judged_with(claim, &options);
    assert_same_rows(&alone, &again);
    cr_assert(alone.rows[0].estimate != renamed.rows[0].estimate, "two claims share their random numbers");
    cr_assert(alone.rows[0].estimate != second.rows[0].estimate, "the seed does not matter");
    judgement_free(&alone);
    judgement_free(&renamed);
    judgement_free(&second);
    judgement_free(&again);
    /* Two settings of one claim are different runs as well. */
    static struct setting twice[2];
    twice[0] = twice[1] = end_only;
    for (size_t i = 0; i < 2; i++) twice[i].runs = 3000;
    claim.mean.settings = twice;
    claim.mean.count = 2;
    struct judgement both = judged_with(claim, &options);
    cr_assert(both.row_count == 2 && both.rows[0].estimate != both.rows[1].estimate);
    judgement_free(&both);
}

/* ---- the error budget ---- */

static size_t limits_of(const struct claim claims[], size_t count) {
    const struct claim *pointers[8];
    for (size_t i = 0; i < count; i++) pointers[i] = &claims[i];
    struct theorem theorem = {.id = "toy", .claims = pointers, .claim_count = count};
    const struct theorem *const theorems[] = {&theorem};
    struct catalogue some = {.theorems = theorems, .theorem_count = 1};
    size_t limits;
    double delta = judge_delta(&some, &limits);
    cr_assert(limits == 0 || fabs(delta * (double)limits - ERROR_BUDGET) <= 1e-12 * ERROR_BUDGET,
              "%zu limits of %g each", limits, delta);
    return limits;
}

Test(judge, the_error_budget_is_shared_by_all_limits) {
    static const struct setting settings[] = {{two_signs, &method_sgd, {.alpha = 0.3}, .first = 1, .steps = 12},
                                              {two_signs, &method_sgd, {.alpha = 0.3}, .first = 1, .steps = 1000}};
    struct claim claims[4] = {claimed(&settings[0], &measured, loose, 10), claimed(&settings[1], &measured, loose, 10),
                              claimed(settings, &all_paths, loose, 0), walked(settings, gap_at_most_loose)};
    size_t a = limits_of(&claims[0], 1), b = limits_of(&claims[1], 1);
    /* Every row has three limits on every look, and there is more than one look. */
    size_t k[CHECKPOINTS_MAX];
    cr_assert(a >= 6 * checkpoints_between(1, 12, 8, k), "%zu", a);
    cr_assert(b > a, "more checkpoints");
    cr_assert(limits_of(claims, 2) == a + b && limits_of(claims, 4) == a + b, "exact claims need none");
    cr_assert(limits_of(&claims[2], 2) == 0);
    const struct setting both[] = {found(&settings[0], &measured, 10), found(&settings[1], &measured, 10)};
    claims[0].mean.count = 2;
    claims[0].mean.settings = both;
    cr_assert(limits_of(claims, 1) == a + b, "settings count like claims");
}

/* The real one: the budget is a millionth, and what check uses is its share. */
Test(judge, the_catalogue_spends_its_budget) {
    size_t limits;
    double delta = judge_delta(&catalogue, &limits);
    cr_assert(limits > 100 && delta > 0);
    cr_assert(delta * (double)limits <= 1e-6 * (1 + 1e-12) && delta * (double)limits >= 0.99e-6);
}

/* ---- sharpness ---- */

Test(judge, sharpness_is_the_largest_ratio_of_the_bounds) {
    struct claim bound = {.kind = BOUND}, control = {.kind = CONTROL}, line = {.kind = PROOF_LINE};
    struct row first[] = {{.k = 0, .estimate = 5, .bound = 5}, {.k = 1, .estimate = 2, .bound = 8}};
    struct row second[] = {{.k = 3, .estimate = 3, .bound = 4}, {.k = 9, .estimate = 1, .bound = 4}};
    struct row third[] = {{.k = 5, .estimate = 9, .bound = 1}};
    struct row fourth[] = {{.k = 5, .estimate = NAN, .bound = 1}, {.k = 6, .estimate = 1, .bound = 0}};
    struct judgement all[] = {{.claim = &bound, .rows = first, .row_count = 2},
                              {.claim = &control, .rows = third, .row_count = 1},
                              {.claim = &line, .rows = third, .row_count = 1},
                              {.claim = &bound, .rows = second, .row_count = 2},
                              {.claim = &bound, .rows = fourth, .row_count = 2}};
    const struct row *at = NULL;
    double sharpest = judge_sharpness(all, 5, &at);
    cr_assert(sharpest == 0.75 && at == &second[0], "%g", sharpest);
    sharpest = judge_sharpness(all, 1, &at);
    cr_assert(sharpest == 0.25 && at == &first[1], "the row at k = 0 must not count: %g", sharpest);
    cr_assert(isnan(judge_sharpness(&all[1], 2, &at)) && isnan(judge_sharpness(all, 0, &at)));
    cr_assert(isnan(judge_sharpness(&all[4], 1, &at)), "neither NaN nor 1/0 is sharp");
}

/* ---- names ---- */

Test(judge, ledger_names) {
    cr_assert_str_eq(verdict_name(HOLDS), "holds");
    cr_assert_str_eq(verdict_name(VIOLATED), "violated");
    cr_assert_str_eq(verdict_name(UNDECIDED), "undecided");
    cr_assert_str_eq(verdict_name(INVALID), "invalid");
    cr_assert_str_eq(kind_name(BOUND), "bound");
    cr_assert_str_eq(kind_name(PROOF_LINE), "proof-line");
    cr_assert_str_eq(kind_name(SHARPNESS), "sharpness");
    cr_assert_str_eq(kind_name(CONTROL), "control");
    cr_assert_str_eq(kind_name(IDENTITY), "identity");
    cr_assert_str_eq(sign_name(AT_MOST), "at_most");
    cr_assert_str_eq(sign_name(AT_LEAST), "at_least");
    cr_assert_str_eq(sign_name(EQUAL), "equal");
}

/* Jensen's inequality is an equality on a linear f; so it must come out, however many terms the averages have. */
static real slope_value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    if (gradient) gradient[0] = real_all(0.1);
    return 0.1 * x[0];
}
static void slope_component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p, (void)x, (void)i;
    g[0] = real_all(0.1);
}
static struct problem *linear(void) {
    struct problem *p = parabola();
    p->value = slope_value;
    p->component = slope_component;
    p->hessian = NULL;
    p->domain = (struct box){-1e4, 1e4};
    p->x_star[0] = -1e4;
    p->x_0[0] = 0;
    p->f_star_low = p->f_star_high = -1e3;
    p->mu = 0;
    p->lacks = LACKS_PL;
    p->estimates = ESTIMATES_L | ESTIMATES_L_MAX;
    return p;
}
static struct relation jensen(const struct step *s) {
    return equal(s->average_gap, s->gap_average, s->average_gap + s->gap_average);
}

Test(judge, averages_do_not_drift) {
    static const struct setting far = {linear, &method_sgd, {.alpha = 0.3}, .first = 1, .steps = 20000};
    struct claim claim = walked(&far, jensen);
    claim.walk.runs = 8;
    expect(HOLDS, claim);
}
