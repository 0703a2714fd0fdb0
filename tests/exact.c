/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact expectations: three ways to compute them, held against each other and against formulas. */
#include <criterion/criterion.h>
#include <math.h>

#include "../methods/methods.h"
#include "../problems/problems.h"
#include "../verify/runs/series.h"

static struct series computed(const struct exact *by, const struct problem *p, double alpha, size_t steps) {
    struct settings settings = {.alpha = alpha};
    struct series s;
    const char *trouble = by->compute(p, &method_sgd, &settings, steps, &s);
    cr_assert(!trouble, "%s: %s", p->id, trouble);
    cr_assert(s.steps == steps);
    return s;
}

/* Equal up to the errors that both state, which in turn must be so small that this says something. */
static void check_equal(const char *what, size_t k, double a, double a_error, double b, double b_error, double scale) {
    cr_assert(a_error >= 0 && a_error <= 1e-9 * scale, "%s at k = %zu: error %g of %g", what, k, a_error, scale);
    cr_assert(b_error >= 0 && b_error <= 1e-9 * scale, "%s at k = %zu: error %g of %g", what, k, b_error, scale);
    cr_assert(fabs(a - b) <= a_error + b_error, "%s at k = %zu: %.17g +- %.2g, and %.17g +- %.2g", what, k, a, a_error,
              b, b_error);
}

static double largest(const double a[], size_t count) {
    double most = 0;
    for (size_t i = 0; i < count; i++) most = fmax(most, a[i]);
    return most;
}

static void check_agreement(struct problem *p, double alpha, size_t steps, const struct exact *one,
                            const struct exact *other) {
    struct series a = computed(one, p, alpha, steps), b = computed(other, p, alpha, steps);
    double moment = largest(a.moment, steps + 1), gap = fmax(largest(a.gap, steps + 1), moment / p->L);
    for (size_t k = 0; k <= steps; k++) {
        check_equal("gap", k, a.gap[k], a.gap_error[k], b.gap[k], b.gap_error[k], gap);
        check_equal("moment", k, a.moment[k], a.moment_error[k], b.moment[k], b.moment_error[k], moment);
        if (!isnan(a.average_gap[k]) && !isnan(b.average_gap[k]))
            check_equal("gap of the average", k, a.average_gap[k], a.average_error[k], b.average_gap[k],
                        b.average_error[k], gap);
    }
    series_free(&a);
    series_free(&b);
    problem_free(p);
}

Test(exact, paths_and_second_moments_agree) {
    for (size_t k = 0; k <= 14; k++) check_agreement(two_signs(), 0.3, k, &all_paths, &second_moment_recursion);
    check_agreement(two_signs(), 0.05, 14, &all_paths, &second_moment_recursion);
    check_agreement(two_signs(), 1.7, 14, &all_paths, &second_moment_recursion); /* steps that overshoot */
    check_agreement(ridge(), 0.05, 3, &all_paths, &second_moment_recursion);
    check_agreement(least_squares(), 0.05, 4, &all_paths, &second_moment_recursion);
    /* A single path may be long. */
    check_agreement(parabola(), 0.1, 200, &all_paths, &second_moment_recursion);
    check_agreement(two_curvatures(), 0.19, 200, &all_paths, &second_moment_recursion);
}

Test(exact, paths_and_chain_agree) {
    for (size_t k = 0; k <= 12; k += 3) check_agreement(ehrenfest(), 1.0 / 3, k, &all_paths, &finite_chain);
    check_agreement(ehrenfest(), 1.0 / 40, 14, &all_paths, &finite_chain);
}

/* A component twice as likely as the others is a component listed twice: weights against plain counting. */
static real two_thirds(const struct problem *p, const real x[], whole i) {
    (void)p;
    (void)x;
    return real_where((truth)(i == 0), real_all(2.0 / 3), real_all(1.0 / 3));
}
static void three_components(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    g[0] = x[0] + real_where((truth)(i < 2), real_all(1), real_all(-2));
}
static void two_components(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    g[0] = x[0] + real_where((truth)(i == 0), real_all(1), real_all(-2));
}

Test(exact, paths_carry_the_weights_of_outcomes) {
    enum { K = 8 };
    struct problem *p = two_signs();
    p->x_0[0] = 0.5;
    p->component = two_components;
    p->weight = two_thirds;
    struct series weighted = computed(&all_paths, p, 0.3, K);
    p->component = three_components;
    p->weight = NULL;
    p->components = 3;
    struct series listed = computed(&all_paths, p, 0.3, K), recursion = computed(&second_moment_recursion, p, 0.3, K);
    for (size_t k = 0; k <= K; k++) {
        check_equal("gap", k, weighted.gap[k], weighted.gap_error[k], listed.gap[k], listed.gap_error[k], 1);
        check_equal("moment", k, weighted.moment[k], weighted.moment_error[k], listed.moment[k], listed.moment_error[k],
                    10);
        check_equal("gap", k, recursion.gap[k], recursion.gap_error[k], listed.gap[k], listed.gap_error[k], 1);
    }
    series_free(&weighted);
    series_free(&listed);
    series_free(&recursion);
    problem_free(p);
}

/* ---- formulas ---- */

/* E x_k^2 = alpha s^2 (1 - (1 - alpha mu)^{2k}) / (mu (2 - alpha mu)), mu = s = 1; E g^2 = E x^2 + s^2. */
static void check_two_signs(const struct exact *by, double alpha, size_t steps) {
    struct problem *p = two_signs();
    struct series s = computed(by, p, alpha, steps);
    for (size_t k = 0; k <= steps; k++) {
        double square = alpha * -expm1(2 * (double)k * log1p(-alpha)) / (2 - alpha), rounding = 1e-14 * (double)(k + 1);
        check_equal("gap", k, s.gap[k], s.gap_error[k], square / 2, rounding, fmax(1, (double)k / 100));
        check_equal("moment", k, s.moment[k], s.moment_error[k], square + 1, rounding, fmax(1, (double)k / 100));
    }
    series_free(&s);
    problem_free(p);
}

Test(exact, two_signs_follow_their_formula) {
    check_two_signs(&all_paths, 0.3, 14);
    check_two_signs(&all_paths, 0.9, 14);
    check_two_signs(&second_moment_recursion, 0.3, 1000);
    check_two_signs(&second_moment_recursion, 0.01, 1000);
}

/* E f_k = (1 - 2 alpha mu)^k f_0 + (alpha sigma^2/4)(1 - (1 - 2 alpha mu)^k), mu = sigma = 1, f_0 = 1/2; g^2 = 1. */
static void check_ehrenfest(const struct exact *by, unsigned balls, size_t steps) {
    struct problem *p = ehrenfest();
    double alpha = 1.0 / balls;
    struct series s = computed(by, p, alpha, steps);
    for (size_t k = 0; k <= steps; k++) {
        double transient = pow(1 - 2 * alpha, (double)k), rounding = 1e-15 * (double)(k + 1);
        check_equal("gap", k, s.gap[k], s.gap_error[k], transient / 2 + alpha / 4 * (1 - transient), rounding, 1);
        check_equal("moment", k, s.moment[k], s.moment_error[k], 1, 0, 1);
    }
    series_free(&s);
    problem_free(p);
}

Test(exact, ehrenfest_follows_its_formula) {
    check_ehrenfest(&all_paths, 3, 14);
    check_ehrenfest(&finite_chain, 3, 1000);
    check_ehrenfest(&finite_chain, 40, 1000);
}

/* The first two steps of a problem, by hand: x_0 = 3, f_{1,2} = x^2 + 3 sin^2 x +- x. */
Test(exact, paths_of_sine_squared_by_hand) {
    struct problem *p = sine_squared();
    double alpha = 0.05, x_0 = p->x_0[0], gap[3] = {0}, moment[3] = {0};
    for (int path = 0; path < 4; path++) {
        double x = x_0;
        for (int k = 0; k <= 2; k++) {
            double slope = 2 * x + 3 * sin(2 * x);
            gap[k] += (x * x + 3 * sin(x) * sin(x)) / 4;
            moment[k] += (slope * slope + 1) / 4;
            x -= alpha * (slope + (path >> k & 1 ? -1 : 1));
        }
    }
    struct series s = computed(&all_paths, p, alpha, 2);
    for (size_t k = 0; k <= 2; k++) {
        check_equal("gap", k, s.gap[k], s.gap_error[k], gap[k], 1e-13, 10);
        check_equal("moment", k, s.moment[k], s.moment_error[k], moment[k], 1e-13, 50);
    }
    series_free(&s);
    problem_free(p);
}

/* Without noise every step multiplies x - x* by 1 - alpha mu. */
Test(exact, second_moments_without_noise_are_a_geometric_series) {
    struct problem *p = parabola();
    struct series s = computed(&second_moment_recursion, p, 0.25, 60);
    for (size_t k = 0; k <= 60; k++) {
        double square = pow(0.75, 2 * (double)k);
        check_equal("gap", k, s.gap[k], s.gap_error[k], square / 2, 1e-14, 1);
        check_equal("moment", k, s.moment[k], s.moment_error[k], square, 1e-14, 1);
    }
    series_free(&s);
    problem_free(p);
}

/* A method with a memory: x_{k+1} = x_k - alpha v_{k+1}, v_{k+1} = v_k/2 + g_k. */
static void heavy_step(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real v[]) {
    (void)k;
    for (size_t j = 0; j < dim; j++) {
        v[j] = 0.5 * v[j] + g[j];
        x[j] -= s->alpha * v[j];
    }
}
/* A step that shrinks. */
static double falling_size(const struct settings *s, size_t k) {
    return s->alpha / (double)(k + 1);
}
Test(exact, second_moments_of_other_methods) {
    enum { K = 3 };
    struct method heavy = method_sgd;
    heavy.vectors = 1;
    heavy.step = heavy_step;
    const struct method *const methods[] = {&heavy, &method_sgd};
    const struct settings settings[] = {{.alpha = 0.05}, {.alpha = 0.05, .schedule = falling_size}};
    struct problem *p = ridge();
    for (size_t i = 0; i < 2; i++) {
        struct series paths, recursion;
        cr_assert(!all_paths.compute(p, methods[i], &settings[i], K, &paths));
        cr_assert(!second_moment_recursion.compute(p, methods[i], &settings[i], K, &recursion));
        /* The heavy ball's matrices have norms above 1, so that the errors it states grow faster. */
        double gap = 1000 * paths.gap[0], moment = 1000 * paths.moment[0];
        for (size_t k = 0; k <= K; k++) {
            check_equal("gap", k, paths.gap[k], paths.gap_error[k], recursion.gap[k], recursion.gap_error[k], gap);
            check_equal("moment", k, paths.moment[k], paths.moment_error[k], recursion.moment[k],
                        recursion.moment_error[k], moment);
        }
        series_free(&paths);
        series_free(&recursion);
    }
    problem_free(p);
}

/* ---- what it refuses ---- */

static void check_refused(const struct exact *by, struct problem *p, const struct method *m, double alpha,
                          size_t steps) {
    struct settings settings = {.alpha = alpha};
    struct series s;
    const char *trouble = by->compute(p, m, &settings, steps, &s);
    cr_assert(trouble && *trouble, "%s: %s was not refused", p->id, by->name);
    problem_free(p);
}

static double long_at_first(const struct settings *s, size_t k) {
    return k == 0 ? 1e6 : s->alpha;
}

Test(exact, refuses_what_it_cannot_treat) {
    struct method remembering = method_sgd;
    remembering.vectors = 1;
    check_refused(&second_moment_recursion, sine_squared(), &method_sgd, 0.05, 3);
    check_refused(&second_moment_recursion, logistic(), &method_sgd, 0.05, 3);
    struct problem *weighted = two_signs(); /* quadratic, but its outcomes are not equally likely */
    weighted->weight = two_thirds;
    check_refused(&second_moment_recursion, weighted, &method_sgd, 0.3, 3);
    check_refused(&finite_chain, two_signs(), &method_sgd, 0.3, 3);
    check_refused(&finite_chain, ridge(), &method_sgd, 0.05, 3);
    check_refused(&finite_chain, ehrenfest(), &method_sgd, 0.3, 3); /* off the lattice */
    check_refused(&finite_chain, ehrenfest(), &remembering, 1.0 / 3, 3);
    check_refused(&steady_oracle, steady_noise(), &remembering, 0.1, 3);
    struct settings falling = {.alpha = 1.0 / 3, .schedule = falling_size}; /* one transition matrix does not fit all */
    struct problem *urn = ehrenfest();
    struct series s;
    cr_assert(finite_chain.compute(urn, &method_sgd, &falling, 3, &s));
    problem_free(urn);
    struct settings too_long = {.alpha = 0.1, .schedule = long_at_first}; /* the range must hold for the first step */
    struct problem *steady = steady_noise();
    cr_assert(steady_oracle.compute(steady, &method_sgd, &too_long, 3, &s));
    problem_free(steady);
    check_refused(&all_paths, two_signs(), &method_sgd, 0.3, 23); /* 2^23 paths */
    check_refused(&all_paths, two_signs(), &method_sgd, 0.3, 64); /* 2^64 paths: the count itself overflows */
    check_refused(&all_paths, logistic(), &method_sgd, 0.2, 3);
}

/* ---- what is stated must be true ---- */

static real far_value(const struct problem *p, const real x[], real gradient[]) {
    real off = x[0] - p->x_star[0];
    if (gradient) gradient[0] = off;
    return off * off / 2;
}
static void far_component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)i;
    g[0] = x[0] - p->x_star[0];
}

/* (x - 1000.1)^2 / 2: near the end the gap is made of the roundings of x alone. */
Test(exact, paths_state_the_error_of_x) {
    struct problem *p = parabola();
    p->value = far_value;
    p->component = far_component;
    p->x_star[0] = 1000.1;
    p->x_0[0] = 0;
    struct series s = computed(&all_paths, p, 0.5, 120);
    for (size_t k = 0; k <= 120; k++) {
        double right = 1000.1 * 1000.1 / 2 * pow(0.5, 2 * (double)k);
        cr_assert(fabs(s.gap[k] - right) <= s.gap_error[k], "k = %zu: %g, not %g +- %g", k, s.gap[k], right,
                  s.gap_error[k]);
        cr_assert(s.gap_error[k] < 1e-9 * 1000.1 * 1000.1, "k = %zu: an error of %g", k, s.gap_error[k]);
    }
    series_free(&s);
    problem_free(p);
}

/* Noise that is ten times as loud from k = 5 on. */
static void louder(const struct problem *p, const real x[], whole i, real g[]) {
    double size = p->now < 5 ? 1 : 10;
    g[0] = x[0] + real_where((truth)(i == 0), real_all(size), real_all(-size));
}

Test(exact, second_moments_follow_an_oracle_that_changes) {
    struct problem *p = two_signs();
    p->component = louder;
    check_agreement(p, 0.3, 10, &all_paths, &second_moment_recursion);
    p = two_signs();
    p->component = louder;
    struct series s = computed(&second_moment_recursion, p, 0.3, 6);
    cr_assert(s.moment[5] > 100 && s.moment[4] < 2, "%g, %g", s.moment[4], s.moment[5]);
    cr_assert(fabs(s.gap[6] - (0.49 * s.gap[5] + 0.09 * 50)) < 1e-12, "%g", s.gap[6]);
    series_free(&s);
    problem_free(p);
}

/* What a way to compute cannot say it must not seem to say. */
Test(exact, averages_that_are_not_computed_are_no_numbers) {
    static const struct {
        struct problem *(*problem)(void);
        const struct exact *by;
        double alpha;
    } ways[] = {{ehrenfest, &finite_chain, 0.1}, {steady_noise, &steady_oracle, 0.1}};
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
        struct problem *p = ways[w].problem();
        struct series s = computed(ways[w].by, p, ways[w].alpha, 10);
        for (size_t k = 0; k <= 10; k++)
            cr_expect(isnan(s.average_gap[k]) && isnan(s.average_error[k]), "%s at k = %zu", p->id, k);
        series_free(&s);
        problem_free(p);
    }
}
