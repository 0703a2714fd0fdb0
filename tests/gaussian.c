/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gaussian noise: its distribution, the variances that problems prove of what is averaged, and means measured by them. */
#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "../methods/methods.h"
#include "../problems/problems.h"
#include "../verify/claims/judge.h"
#include "../verify/models/trajectory.h"
#include "../verify/runs/runs.h"

enum { DRAWS = 1 << 20 };

/* Whether a count of draws fits a probability: else it was a chance of less than 1e-9. */
static bool fits(size_t count, double p) {
    return gsl_cdf_binomial_P((unsigned)count, p, DRAWS) > 5e-10 &&
           (!count || gsl_cdf_binomial_Q((unsigned)count - 1, p, DRAWS) > 5e-10);
}

Test(gaussian, numbers_have_the_distribution) {
    static const double points[] = {-4, -2.5, -1, -0.3, 0, 0.3, 1, 2.5, 4};
    struct pcg_lanes random = pcg_lanes_of_runs(1, 2, 0);
    size_t below[9] = {0};
    for (size_t i = 0; i < DRAWS; i += LANES) {
        real z = pcg_lanes_gaussian(&random);
        for (size_t l = 0; l < LANES; l++)
            for (size_t c = 0; c < 9; c++) below[c] += z[l] < points[c];
    }
    for (size_t c = 0; c < 9; c++)
        cr_assert(fits(below[c], gsl_cdf_ugaussian_P(points[c])), "%zu below %g", below[c], points[c]);
}

static struct problem *(*const problems[])(void) = {gaussian_bowl, gaussian_log_cosh};

/* What is drawn has the mean and the covariance of the outcomes, to 6 standard errors. */
Test(gaussian, outcomes_have_its_moments) {
    for (size_t i = 0; i < 2; i++) {
        struct problem *p = problems[i]();
        real x[2] = {real_all(0.7), real_all(-0.4)}, g[2] = {{0}};
        double drawn[2] = {0}, square[2][2] = {{0}}, of[2] = {0}, square_of[2][2] = {{0}};
        struct pcg_lanes random = pcg_lanes_of_runs(1, i, 0);
        for (size_t d = 0; d < DRAWS; d += LANES) {
            p->draw(p, x, &random, g);
            for (size_t a = 0; a < p->dim; a++) {
                drawn[a] += real_sum(g[a]) / DRAWS;
                for (size_t b = 0; b < p->dim; b++) square[a][b] += real_sum(g[a] * g[b]) / DRAWS;
            }
        }
        for (size_t o = 0; o < p->components; o++) {
            p->component(p, x, whole_all(o), g);
            for (size_t a = 0; a < p->dim; a++) {
                of[a] += g[a][0] / (double)p->components;
                for (size_t b = 0; b < p->dim; b++) square_of[a][b] += g[a][0] * g[b][0] / (double)p->components;
            }
        }
        for (size_t a = 0; a < p->dim; a++) {
            cr_assert(fabs(drawn[a] - of[a]) < 6.0 / 1024, "%s: %g, not %g", p->id, drawn[a], of[a]);
            for (size_t b = 0; b < p->dim; b++)
                cr_assert(fabs(square[a][b] - square_of[a][b]) < 6 * 3.0 / 1024, "%s", p->id);
        }
        problem_free(p);
    }
}

/* The variance of a sample over the one that is proved, of f(x_k) and f(xbar_k) after 1, 7 and 40 steps. */
enum { CHECKED = 3 };
static void variance_ratios(const struct problem *p, double ratio[CHECKED][2]) {
    static const size_t at[CHECKED] = {1, 7, 40};
    const struct settings settings = {.alpha = 0.3};
    struct measured m[CHECKED] = {0};
    const struct runs runs = {.problem = p,
                              .method = &method_sgd,
                              .settings = &settings,
                              .checkpoints = at,
                              .checkpoint_count = CHECKED,
                              .average = true,
                              .seed = 3,
                              .count = 400000};
    cr_assert(runs_measure(&runs, m));
    for (size_t c = 0; c < CHECKED; c++) {
        double last = problem_variance(p, &method_sgd, &settings, at[c], false);
        double average = problem_variance(p, &method_sgd, &settings, at[c], true);
        ratio[c][0] = moments_variance(&m[c].gap) / last;
        ratio[c][1] = average > 0 ? moments_variance(&m[c].average_gap) / average : 1; /* xbar_1 = x_0 */
        cr_assert(average > 0 || moments_variance(&m[c].average_gap) == 0);
    }
}

Test(gaussian, variances_are_those_that_are_proved) {
    double ratio[CHECKED][2];
    struct problem *bowl = gaussian_bowl(), *log_cosh_too = gaussian_log_cosh();
    variance_ratios(bowl, ratio);
    for (size_t c = 0; c < CHECKED; c++)
        for (size_t a = 0; a < 2; a++) cr_assert(fabs(ratio[c][a] - 1) < 0.03, "%zu, %zu: %g", c, a, ratio[c][a]);
    variance_ratios(log_cosh_too, ratio); /* a bound, near where f is all but straight */
    for (size_t c = 0; c < CHECKED; c++)
        for (size_t a = 0; a < 2; a++) cr_assert(ratio[c][a] < 1.005, "%zu, %zu: %g", c, a, ratio[c][a]);
    cr_assert(ratio[0][0] > 0.5 && ratio[1][1] > 0.5, "%g, %g: half the bound would do", ratio[0][0], ratio[1][1]);
    problem_free(bowl);
    problem_free(log_cosh_too);
}

/* ---- means ---- */

static const struct options options = {.seed = 1, .effort = 1, .delta = 1e-9};

static void expect(enum verdict verdict, struct problem *(*problem)(void), const struct method *method,
                   double (*bound)(const struct constants *, size_t), bool without_sigma2) {
    const struct setting setting = {problem, method, {.alpha = 0.3}, 5, .steps = 20, .runs = 100000};
    const struct claim claim = {
        .name = "measured",
        .kind = bound ? SHARPNESS : IDENTITY,
        .evidence = &evidence_mean,
        .mean = {.bound = bound, .settings = &setting, .count = 1, .without_sigma2 = without_sigma2}};
    static const struct theorem toy = {.id = "toy"};
    struct judgement j = judge(&toy, &claim, &options, NULL);
    cr_expect(j.verdict == verdict, "%s, not %s. %s", verdict_name(j.verdict), verdict_name(verdict), j.note);
    judgement_free(&j);
}

static double much(const struct constants *c, size_t k) {
    (void)k;
    return 4 * c->gap_0;
}
static double little(const struct constants *c, size_t k) {
    (void)k;
    return 0.1 * c->gap_0;
}

/* Its mean is exact, its variance said to be far too small. */
static double too_small(const struct problem *p, const struct settings *s, size_t k, bool average) {
    (void)p;
    (void)s;
    (void)average;
    return 1e-8 / (double)k;
}
static struct problem *with_too_small_a_variance(void) {
    struct problem *p = gaussian_bowl();
    p->variance = too_small;
    return p;
}
static struct problem *without_a_variance(void) {
    struct problem *p = gaussian_bowl();
    p->variance = NULL;
    return p;
}
/* The wrong mean: outcomes with 1.05 of the noise, for what is computed only. */
static void louder(const struct problem *p, const real x[], whole i, real g[]) {
    p->value(p, x, g);
    for (size_t j = 0; j < p->dim; j++) g[j] += real_where(whole_is(i >> j & 1, 1), real_all(1.05), real_all(-1.05));
}
static struct problem *computed_with_more_noise(void) {
    struct problem *p = gaussian_bowl();
    p->component = louder;
    p->noise = 1.05;
    return p;
}

Test(gaussian, means_are_measured_by_their_variance) {
    expect(HOLDS, gaussian_bowl, &method_sgd, NULL, true);
    expect(VIOLATED, computed_with_more_noise, &method_sgd, NULL, true);
    expect(VIOLATED, with_too_small_a_variance, &method_sgd, NULL, true);
    expect(HOLDS, gaussian_log_cosh, &method_sgd, much, true);
    expect(VIOLATED, gaussian_bowl, &method_sgd, little, true);
    expect(INVALID, gaussian_bowl, &method_sgd, much, false); /* sigma^2 would need limits too */
    expect(INVALID, without_a_variance, &method_sgd, much, true);
    expect(INVALID, gaussian_bowl, &method_heavy_ball, much, true); /* the variance is SGD's */
}
