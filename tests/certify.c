/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates: the catalogue's problems have them, and a problem with one wrong number or formula has not. */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "../problems/logistic.h"
#include "../problems/logistic_plain.h"
#include "../problems/problems.h"
#include "../theorems/catalogue.h"
#include "../verify/claims/inquiry.h"
#include "../verify/models/certificates.h"
#include "../verify/models/certify.h"
#include "../verify/models/matrices.h"
#include "../verify/models/trajectory.h"
#include "../verify/numbers/fail.h"

Test(certify, passes_every_setting_of_every_claim) {
    size_t settings = 0;
    for (size_t t = 0; t < catalogue.theorem_count; t++)
        for (size_t i = 0; i < catalogue.theorems[t]->claim_count; i++) {
            const struct claim *claim = catalogue.theorems[t]->claims[i];
            size_t count;
            const struct setting *all = claim->evidence->settings(claim, &count);
            for (size_t s = 0; s < count; s++, settings++) {
                const struct setting *setting = &all[s];
                struct problem *p = setting->problem();
                struct settings first = setting->settings;
                struct constants given = constants_of(p, first.alpha);
                first.mu = p->mu;
                if (first.chosen) first.alpha = first.chosen(&given, setting->steps);
                double step = step_size(&first, 0);
                const char *trouble = certify(p, step, setting->steps);
                cr_assert(!trouble, "%s, alpha = %g, in %s: %s", p->id, step, claim->name, trouble);
                problem_free(p);
            }
        }
    cr_assert(settings > 0);
}

/* Seen as gradient descent does, and by batches of two. */
Test(certify, passes_problems_made_from_others) {
    for (size_t i = 0; i < catalogue.problem_count; i++) {
        struct problem *p = catalogue.problems[i](), *full = problem_full(catalogue.problems[i]());
        cr_expect(!certify_problem(full), "%s: %s", p->id, certify_problem(full));
        cr_expect(!full->draw && !full->square && full->noise == 0, "%s: an oracle of its own", p->id);
        problem_free(full);
        if (p->weight || p->draw) {
            problem_free(p);
            continue;
        }
        p = problem_batch(p, 2, true);
        cr_expect(!certify_problem(p), "batches of %s: %s", p->id, certify_problem(p));
        problem_free(p);
    }
}

/* ---- sabotage ---- */

static const double alpha = 0.04;   /* a step for which every problem with an envelope knows it... */
static const double urn = 1.0 / 40; /* ...but the urn, which needs one of its lattice */

/* The problem passes as it is, fails when altered, and the message names what is wrong; it is released. */
static void check_caught(struct problem *(*make)(void), void (*alter)(struct problem *), const char *names) {
    struct problem *p = make();
    double step = p->lattice ? urn : alpha;
    const char *before = certify(p, step, 100);
    cr_assert(!before, "%s, before: %s", p->id, before);
    alter(p);
    const char *trouble = certify(p, step, 100);
    cr_assert(trouble, "%s: nobody noticed (%s)", p->id, names);
    cr_assert(strstr(trouble, names), "%s: \"%s\" does not speak of \"%s\"", p->id, trouble, names);
    problem_free(p);
}

static void lower_L(struct problem *p) {
    p->L *= 0.99;
    p->mu *= 0.9; /* mu stays below it */
}
static void raise_mu(struct problem *p) {
    p->mu *= 1.01;
    p->L *= 1.1; /* L stays above it */
}

Test(certify, catches_L_too_small) {
    check_caught(two_signs, lower_L, "exceeds L");
    check_caught(ehrenfest, lower_L, "exceeds L");
    check_caught(ridge, lower_L, "exceeds L");
    check_caught(least_squares, lower_L, "exceeds L");
    check_caught(logistic, lower_L, "exceeds L");
    check_caught(two_curvatures, lower_L, "exceeds L");
    /* These have no matrices: pairs of points must tell. */
    check_caught(parabola, lower_L, "L-smooth");
    check_caught(sine_squared, lower_L, "L-smooth");
}

Test(certify, catches_mu_too_large) {
    check_caught(two_signs, raise_mu, "H^2 - mu H");
    check_caught(ridge, raise_mu, "H^2 - mu H");
    check_caught(least_squares, raise_mu, "H^2 - mu H");
    check_caught(two_curvatures, raise_mu, "H^2 - mu H");
    check_caught(logistic, raise_mu, "below mu");
    check_caught(ehrenfest, raise_mu, "below mu");
    check_caught(parabola, raise_mu, "2 mu (f - f*)");
}

static void mu_above_L(struct problem *p) {
    p->mu = 1.001 * p->L;
}
static void make_up_mu(struct problem *p) {
    p->mu = 0.4;
    p->lacks = LACKS_NOTHING;
}
static void drop_matrices(struct problem *p) {
    p->hessian = NULL;
    raise_mu(p);
}

Test(certify, catches_mu_on_the_ball) {
    check_caught(ridge, mu_above_L, "mu <= L");
    check_caught(log_cosh, make_up_mu, "2 mu (f - f*)");
    check_caught(sine_squared, make_up_mu, "2 mu (f - f*)");
    check_caught(two_signs, drop_matrices, "2 mu (f - f*)");
    check_caught(ehrenfest, drop_matrices, "2 mu (f - f*)");
}

static void raise_f_star(struct problem *p) {
    p->f_star_low += 1e-9;
    p->f_star_high += 1e-9;
}
static void lower_f_star(struct problem *p) {
    p->f_star_low -= 1e-9;
    p->f_star_high -= 1e-9;
}
static void widen_f_star(struct problem *p) {
    p->f_star_low -= 1e-9;
}
static void turn_f_star(struct problem *p) {
    p->f_star_high = p->f_star_low - 1e-15 * (1 + fabs(p->f_star_low));
}
static void move_x_star(struct problem *p) {
    p->x_star[0] += 1e-4;
}
/* x_star is off by 1e-7 and f there by 5e-15, which the width allows; but f* = 0 is not enclosed. */
static void enclose_too_tightly(struct problem *p) {
    p->x_star[0] = 1e-7;
    p->f_star_low = 4e-15;
    p->f_star_high = 6e-15;
}

Test(certify, catches_a_wrong_minimum) {
    static struct problem *(*const made[])(void) = {two_signs, ehrenfest,      ridge,    least_squares, logistic,
                                                    parabola,  two_curvatures, log_cosh, sine_squared};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        check_caught(made[i], lower_f_star, "f*");
        check_caught(made[i], widen_f_star, "f*");
        check_caught(made[i], turn_f_star, "f*");
        check_caught(made[i], raise_f_star, "f*");
        check_caught(made[i], move_x_star, "f*");
    }
    check_caught(two_signs, enclose_too_tightly, "below its enclosure");
}

/* ---- wrong formulas: each wraps a right one ---- */

static struct problem right;

static void halved_component(const struct problem *p, const real x[], whole i, real g[]) {
    right.component(p, x, i, g);
    for (size_t j = 0; j < p->dim; j++) g[j] *= 0.5;
}
static real halved_gradient(const struct problem *p, const real x[], real gradient[]) {
    real f = right.value(p, x, gradient);
    for (size_t j = 0; gradient && j < p->dim; j++) gradient[j] *= 0.5;
    return f;
}
static real shifted_value(const struct problem *p, const real x[], real gradient[]) {
    return right.value(p, x, gradient) + 1e-9;
}
static real nan_far_out(const struct problem *p, const real x[], real gradient[]) {
    real f = right.value(p, x, gradient);
    return real_where(x[0] - p->x_star[0] > 0.2, real_all(NAN), f);
}
static void nan_component(const struct problem *p, const real x[], whole i, real g[]) {
    right.component(p, x, i, g);
    g[0] = real_where((truth)(i == p->components - 1) & (x[0] - p->x_star[0] > 0.2), real_all(NAN), g[0]);
}
static void tilted_component(const struct problem *p, const real x[], whole i, real g[]) {
    right.component(p, x, i, g);
    g[p->dim - 1] += 1e-9;
}

static void halve_component(struct problem *p) {
    right = *p;
    p->component = halved_component;
}
static void tilt_component(struct problem *p) {
    right = *p;
    p->component = tilted_component;
}
static void halve_gradient(struct problem *p) {
    right = *p;
    p->value = halved_gradient;
}
static void halve_both(struct problem *p) {
    right = *p;
    p->component = halved_component;
    p->value = halved_gradient;
    p->mu /= 8; /* what is left of PL: it is f that must give the gradient away */
    problem_enclose_minimum(p);
}
static void shift_value(struct problem *p) {
    right = *p;
    p->value = shifted_value;
}
static void break_value(struct problem *p) {
    right = *p;
    p->value = nan_far_out;
}
static void break_component(struct problem *p) {
    right = *p;
    p->component = nan_component;
}

Test(certify, catches_wrong_gradients) {
    static struct problem *(*const made[])(void) = {two_signs, ehrenfest, ridge,          least_squares,
                                                    logistic,  parabola,  two_curvatures, sine_squared};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        check_caught(made[i], halve_component, "E grad f_i is not grad f");
        check_caught(made[i], tilt_component, "E grad f_i is not grad f");
        check_caught(made[i], halve_gradient, "E grad f_i is not grad f");
        check_caught(made[i], shift_value, "f*");
    }
    check_caught(parabola, halve_both, "L-smooth");
    check_caught(two_signs, halve_both, "L-smooth");
    check_caught(ridge, halve_both, "L-smooth");
    check_caught(logistic, halve_both, "L-smooth");
}

Test(certify, catches_nan) {
    check_caught(two_signs, break_value, "L-smooth");
    check_caught(logistic, break_value, "L-smooth");
    check_caught(two_signs, break_component, "grad f");
    check_caught(ridge, break_component, "grad f");
}

static void nan_L(struct problem *p) {
    p->L = NAN;
}
static void nan_mu(struct problem *p) {
    p->mu = NAN;
}
static void nan_f_star(struct problem *p) {
    p->f_star_low = p->f_star_high = NAN;
}

Test(certify, catches_constants_that_are_no_numbers) {
    check_caught(two_signs, nan_L, "mu <= L");
    check_caught(two_signs, nan_mu, "mu <= L");
    check_caught(two_signs, nan_f_star, "f*");
}

/* ---- probabilities ---- */

static real too_much(const struct problem *p, const real x[], whole i) {
    return 1.000001 * right.weight(p, x, i);
}
static real too_little(const struct problem *p, const real x[], whole i) {
    return 0.999999 * right.weight(p, x, i);
}
static real beyond_one(const struct problem *p, const real x[], whole i) {
    (void)p;
    (void)x;
    return real_where((truth)(i == 0), real_all(1.25), real_all(-0.25));
}
static void weigh_too_much(struct problem *p) {
    right = *p;
    p->weight = too_much;
}
static void weigh_too_little(struct problem *p) {
    right = *p;
    p->weight = too_little;
}
static void weigh_beyond_one(struct problem *p) {
    p->weight = beyond_one;
}

Test(certify, catches_weights_that_are_no_probabilities) {
    check_caught(ehrenfest, weigh_too_much, "probabilities");
    check_caught(ehrenfest, weigh_too_little, "probabilities");
    check_caught(ehrenfest, weigh_beyond_one, "probabilities"); /* they do add up to 1 */
    check_caught(two_signs, weigh_beyond_one, "probabilities");
}

/* ---- envelopes ---- */

static struct envelope shrink; /* factors */

static struct envelope shrunk(const struct problem *p, double step, size_t steps) {
    struct envelope e = right.envelope(p, step, steps);
    e.radius *= shrink.radius;
    e.gap *= shrink.gap;
    e.moment *= shrink.moment;
    e.square *= shrink.square;
    return e;
}
static void shrink_envelope(struct problem *p) {
    right = *p;
    p->envelope = shrunk;
}

Test(certify, catches_an_envelope_too_small) {
    /* Those of one dimension are attained at the edge of the ball. */
    static struct problem *(*const made[])(void) = {two_signs, ehrenfest};
    for (size_t i = 0; i < 2; i++) {
        shrink = (struct envelope){.radius = 1, .gap = 0.99, .moment = 1, .square = 1};
        check_caught(made[i], shrink_envelope, "f - f* leaves");
        shrink = (struct envelope){.radius = 1, .gap = 1, .moment = 0.99, .square = 1};
        check_caught(made[i], shrink_envelope, "E||grad f_i||^2 leaves");
        shrink = (struct envelope){.radius = 1, .gap = 1, .moment = 1, .square = 0.99};
        check_caught(made[i], shrink_envelope, "||grad f_i||^2 leaves");
    }
    /* In more dimensions random points come near to the edge. */
    shrink = (struct envelope){.radius = 1, .gap = 0.3, .moment = 1, .square = 1};
    check_caught(ridge, shrink_envelope, "f - f* leaves");
    shrink = (struct envelope){.radius = 1, .gap = 1, .moment = 0.01, .square = 1};
    check_caught(ridge, shrink_envelope, "E||grad f_i||^2 leaves");
    /* A ball that the runs do not even start in. */
    shrink = (struct envelope){.radius = 0.9, .gap = 1, .moment = 1, .square = 1};
    check_caught(sine_squared, shrink_envelope, "x_0 lies outside");
    check_caught(ehrenfest, shrink_envelope, "x_0 lies outside");
}

/* ---- what problems lack ---- */

static void say_biased(struct problem *p) {
    p->lacks = LACKS_UNBIASEDNESS;
}
static void say_nothing(struct problem *p) {
    p->lacks = LACKS_NOTHING;
}
static void say_not_pl(struct problem *p) {
    p->lacks = LACKS_PL;
}

Test(certify, catches_lies_about_what_a_problem_lacks) {
    check_caught(two_signs, say_biased, "said to be biased");
    check_caught(parabola, say_biased, "said to be biased");
    check_caught(biased_parabola, say_nothing, "E grad f_i is not grad f");
    check_caught(two_signs, say_not_pl, "without PL");
}

/* ---- a domain ---- */

static void open_domain(struct problem *p) {
    p->domain = (struct box){0, 0};
}
static void widen_domain(struct problem *p) {
    p->domain.high *= 1.2;
}
static void lower_L_by_a_tenth(struct problem *p) {
    p->L *= 0.9;
}

/* What is promised on a domain is asked for there, at both points of a pair, and only there. */
Test(certify, looks_at_the_domain) {
    check_caught(rosenbrock, open_domain, "L-smooth");
    check_caught(rosenbrock, widen_domain, "L-smooth");
    check_caught(rosenbrock, lower_L_by_a_tenth, "L-smooth"); /* which is L at two corners only */
    shrink = (struct envelope){.radius = 1, .gap = 0.99, .moment = 1, .square = 1};
    check_caught(rosenbrock, shrink_envelope, "f - f* leaves");
}

/* Strong convexity is known within 1/a of a point, a the longest row: the minimiser lies there if the slope is below m/(2a). */
Test(certify, a_minimum_is_enclosed_from_nearby) {
    struct problem *p = logistic_plain();
    double a = logistic_plain_reach(p), star = p->x_star[0], high = p->f_star_high;
    size_t near = 0, far = 0;
    for (double off = 0; off < 2; off += 0.01) {
        double step[2], h[4];
        p->x_star[0] = star + off;
        logistic_plain_newton(p, p->x_star, step, h);
        real x[] = {real_all(p->x_star[0]), real_all(p->x_star[1])}, g[2];
        p->value(p, x, g);
        double m = ((h[0] + h[3]) / 2 - hypot((h[0] - h[3]) / 2, h[1])) / M_E;
        bool known = hypot(g[0][0], g[1][0]) < m / (2 * a);
        logistic_plain_enclose(p);
        cr_expect(isfinite(p->f_star_low) == known && p->f_star_low <= high && p->f_star_high >= high, "%g off", off);
        *(known ? &near : &far) += 1;
    }
    cr_assert(near && far);
    problem_free(p);
}

/* The hull's corners are x_0 and points that the data tell: the highest may be either. */
Test(certify, a_hull_holds_where_runs_begin) {
    struct problem *p = logistic();
    double longest2, near = logistic_gap_on_hull(p, &longest2);
    cr_assert(near > problem_gap_0(p) && fabs(longest2 - 10) < 1e-9, "%g", longest2);
    for (size_t j = 0; j < p->dim; j++) p->x_0[j] = 50;
    double far = logistic_gap_on_hull(p, &longest2), gap = problem_gap_0(p);
    cr_assert(gap > near && far >= gap && far < gap * (1 + 1e-9), "%g, from %g", far, gap);
    problem_free(p);
}

/* (x_1^2 + x_2^2)/2, but for a dent of width 1/1000 at x_1 = data[0], where the curvature is 2. */
static real dented_value(const struct problem *p, const real x[], real gradient[]) {
    static const double width = 1e-3;
    real t = (x[0] - p->data[0]) / width, dent = real_exp(-t * t);
    if (gradient) gradient[0] = x[0] + width * t * dent, gradient[1] = x[1];
    return (real_dot(2, x, x) - width * width * dent) / 2;
}

/* No point of a ball is likely to lie in so narrow a dent: 0, x_star and x_0 are looked at by themselves. */
Test(certify, looks_where_runs_begin_and_end) {
    static const double places[] = {0, 1, 2, 40};
    struct problem *p = problem_new(2, 1);
    p->id = "dented";
    p->L = 1;
    p->roundings = 8;
    p->value = dented_value;
    p->x_star[0] = places[1];
    p->x_0[0] = places[2];
    for (size_t i = 0; i < COUNT(places); i++) {
        p->data[0] = places[i];
        struct witness w = {0};
        const char *trouble = certify_curvature(p, 3, &w);
        cr_expect(i < 3 ? trouble && strstr(trouble, "exceeds L") : !trouble, "at %g: %s", places[i],
                  trouble ? trouble : "nobody noticed");
    }
    problem_free(p);
}

/* ---- what must pass ---- */

/* Constants on the safe side are true, if not sharp: they pass where a problem says so. */
Test(certify, passes_constants_on_the_safe_side) {
    static struct problem *(*const made[])(void) = {two_signs, ehrenfest, ridge, least_squares, logistic, sine_squared};
    shrink = (struct envelope){.radius = 1, .gap = 2, .moment = 2, .square = 2};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        struct problem *p = made[i]();
        p->L *= 1.01;
        p->mu *= 0.99;
        p->estimates |= ESTIMATES_L | ESTIMATES_MU;
        shrink_envelope(p);
        const char *trouble = certify(p, p->lattice ? urn : alpha, 100);
        cr_assert(!trouble, "%s: %s", p->id, trouble);
        problem_free(p);
    }
}

/* Whatever a gradient is made of pieces: a NaN is on no side of a kink, and must reach it in every problem's f and in each
 * of its components. */
static bool holds_nan(size_t dim, const real g[]) {
    for (size_t j = 0; j < dim; j++)
        if (isnan(g[j][0])) return true;
    return false;
}
Test(certify, every_gradient_passes_a_nan_on) {
    for (size_t i = 0; i < catalogue.problem_count; i++) {
        struct problem *p = catalogue.problems[i]();
        real *x = allocate(p->dim, sizeof *x), *g = allocate(p->dim, sizeof *g);
        for (size_t j = 0; j < p->dim; j++) x[j] = real_all(NAN);
        cr_expect(isnan(p->value(p, x, g)[0]) && holds_nan(p->dim, g), "%s: f or its gradient has lost it", p->id);
        for (size_t c = 0; p->component && c < p->components && c < 64; c++) {
            p->component(p, x, whole_all(c), g);
            cr_expect(holds_nan(p->dim, g), "%s: component %zu has lost it", p->id, c);
        }
        free(x);
        free(g);
        problem_free(p);
    }
}

/* Nor do they write beyond their last coordinate. */
Test(certify, every_gradient_ends_with_its_last_coordinate) {
    for (size_t i = 0; i < catalogue.problem_count; i++) {
        struct problem *p = catalogue.problems[i]();
        real *x = allocate(p->dim, sizeof *x), *g = allocate(p->dim + 1, sizeof *g);
        for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_0[j]);
        g[p->dim] = real_all(7);
        p->value(p, x, g);
        cr_expect(g[p->dim][0] == 7, "%s: its gradient has one coordinate more", p->id);
        for (size_t c = 0; p->component && c < p->components && c < 64; c++) {
            p->component(p, x, whole_all(c), g);
            cr_expect(g[p->dim][0] == 7, "%s: component %zu has one coordinate more", p->id, c);
        }
        free(x);
        free(g);
        problem_free(p);
    }
}

/* ---- constants that are off ---- */

static double fading_factor;

static double other_fading(const struct problem *p) {
    return fading_factor * right.fading(p);
}

/* Makes a constant so many times as large; whether the problem states it at all. */
static bool multiply(struct problem *p, unsigned which, double factor) {
    if (which == ESTIMATES_FADING) {
        if (!p->fading || !(p->fading(p) > 0)) return false;
        right = *p;
        fading_factor = factor;
        p->fading = other_fading;
        return true;
    }
    double *number = which == ESTIMATES_L       ? &p->L
                     : which == ESTIMATES_MU    ? &p->mu
                     : which == ESTIMATES_L_MAX ? &p->L_max
                                                : &p->lipschitz;
    if (!(*number > 0) || !isfinite(*number)) return false;
    if (which == ESTIMATES_L && factor < 1) p->mu = fmin(p->mu, factor * p->L); /* not for that reason */
    *number *= factor;
    return true;
}

static bool notices(struct problem *(*make)(void), unsigned which, double factor) {
    struct problem *p = make();
    bool noticed = !multiply(p, which, factor) || certify_problem(p);
    problem_free(p);
    return noticed;
}

/* Each constant of each problem, 0.3 % larger and 0.3 % smaller: both are noticed, or the problem says that it is an estimate.
 * Then one side may go unnoticed, but not the promise. */
Test(certify, catches_every_constant_that_is_off) {
    static const unsigned constants[] = {ESTIMATES_L, ESTIMATES_MU, ESTIMATES_LIPSCHITZ, ESTIMATES_L_MAX,
                                         ESTIMATES_FADING};
    for (size_t i = 0; i < catalogue.problem_count; i++)
        for (size_t c = 0; c < COUNT(constants); c++) {
            struct problem *(*make)(void) = catalogue.problems[i];
            if (constants[c] == ESTIMATES_LIPSCHITZ && (make == absolute_value || make == steep_value))
                continue; /* their slope is made of it, so that they are other problems then */
            struct problem *p = make();
            bool estimate = p->estimates & constants[c];
            const char *id = p->id;
            bool larger = notices(make, constants[c], 1.003), smaller = notices(make, constants[c], 0.997);
            cr_expect(estimate || (larger && smaller), "%s: constant %u may be 0.3 %% %s", id, constants[c],
                      larger ? "smaller" : "larger");
            cr_expect(!estimate || !larger || !smaller, "%s: constant %u is no estimate", id, constants[c]);
            problem_free(p);
        }
}

static void say_estimates(struct problem *p) {
    p->estimates = ESTIMATES_L | ESTIMATES_MU | ESTIMATES_LIPSCHITZ | ESTIMATES_L_MAX | ESTIMATES_FADING;
}
static void say_nothing_of_estimates(struct problem *p) {
    p->estimates = 0;
}

Test(certify, catches_lies_about_estimates) {
    check_caught(parabola, say_estimates, "L is said to be an estimate");
    check_caught(rosenbrock, say_estimates, "L is said to be an estimate");
    check_caught(quartic, say_estimates, "mu is said to be an estimate");
    check_caught(logistic, say_estimates, "is said to be an estimate");
    check_caught(hinge_loss, say_estimates, "the Lipschitz constant is said to be an estimate");
    check_caught(logistic, say_nothing_of_estimates, "mu could be larger");
    check_caught(double_well, say_nothing_of_estimates, "smoother");
}

static void raise_mu_a_little(struct problem *p) {
    p->mu *= 1.0002;
}
/* f'^2/(2f) is 0.1755309860 at its least, and at least 0.1755310770 at the points of the grid. */
static void raise_mu_between_points(struct problem *p) {
    p->mu = 0.17553103;
}

Test(certify, proves_pl_between_points) {
    check_caught(sine_squared, raise_mu_a_little, "2 mu (f - f*)");
    check_caught(sine_squared_mild, raise_mu_a_little, "2 mu (f - f*)");
    check_caught(sine_squared, raise_mu_between_points, "between the points");
}

/* f_{1,2} = (1 +- 3) x^2/2: their mean is convex, and neither curvature exceeds 4. */
static void bent_component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    g[0] = real_where(whole_is(i, 0), 4 * x[0], -2 * x[0]);
}
static void bend_components(struct problem *p) {
    p->components = 2;
    p->component = bent_component;
    p->L_max = 4;
}

Test(certify, catches_components_that_are_not_convex) {
    check_caught(parabola, bend_components, "not convex and L_max-smooth");
}

/* ---- noise ---- */

static void lower_noise(struct problem *p) {
    p->noise *= 0.98;
}
static void raise_noise(struct problem *p) {
    p->noise *= 1.02;
}

Test(certify, catches_a_wrong_scale_of_the_noise) {
    size_t noisy = 0;
    for (size_t i = 0; i < catalogue.problem_count; i++) {
        struct problem *p = catalogue.problems[i]();
        bool stated = p->noise > 0;
        problem_free(p);
        if (!stated) continue;
        noisy++;
        /* Or, where the noise makes the gradient, as a bias. */
        check_caught(catalogue.problems[i], lower_noise, "");
        check_caught(catalogue.problems[i], raise_noise, "");
    }
    cr_expect(noisy >= 10, "%zu", noisy);
}

/* ---- convexity ---- */

static void say_not_convex(struct problem *p) {
    p->convex = false;
    p->L_max = 0;
}
static void say_convex(struct problem *p) {
    p->convex = true;
}

Test(certify, catches_lies_about_convexity) {
    for (size_t i = 0; i < catalogue.problem_count; i++) {
        struct problem *p = catalogue.problems[i]();
        bool convex = p->convex, smooth = !(p->lacks & LACKS_SMOOTHNESS);
        problem_free(p);
        if (convex && smooth) check_caught(catalogue.problems[i], say_not_convex, "looks convex");
        if (!convex) check_caught(catalogue.problems[i], say_convex, "not convex");
    }
}

/* ---- envelopes and minimisers ---- */

/* Everything about the envelope is true but that runs stay in it. */
static double too_small_by;
static struct envelope (*whole_envelope)(const struct problem *, double, size_t);
static struct envelope kept_too_small(const struct problem *p, double step, size_t steps) {
    struct envelope e = whole_envelope(p, step, steps);
    e.radius *= too_small_by;
    return e;
}

Test(certify, takes_no_envelope_on_trust) {
    static const struct {
        struct problem *(*make)(void);
        double by;
    } cases[] = {{logistic, 0.01},          {ridge, 0.01},    {least_squares, 0.01}, {logistic_plain, 0.5},
                 {sine_squared_mild, 0.05}, {two_signs, 0.9}, {hinge_loss, 0.5},     {max_norm, 0.01},
                 {ehrenfest, 0.5}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct problem *p = cases[i].make();
        double step = p->lattice ? urn : alpha;
        const char *before = certify(p, step, 100);
        cr_expect(!before, "%s as it is: %s", p->id, before);
        for (size_t j = 0; j < p->dim; j++) /* not for leaving x_0 out */
            p->x_0[j] = p->x_star[j] + 0.01 * (p->x_0[j] - p->x_star[j]);
        whole_envelope = p->envelope;
        too_small_by = cases[i].by;
        p->envelope = kept_too_small;
        const char *trouble = certify_envelope(p, step, 100);
        cr_expect(trouble && strstr(trouble, "envelope"), "%s: %s", p->id, trouble ? trouble : "nobody noticed");
        problem_free(p);
    }
}

/* Another minimiser on the edge of where f = 0: the way from there to x_0 = 0 leads out of it. */
static void walk_along_the_edge(struct problem *p) {
    static const double w[] = {0.5, -0.5, 0.5, 0.5};
    real x[4];
    double low = 1, high = 8;
    for (int halving = 0; halving < 60; halving++) {
        double middle = (low + high) / 2;
        for (size_t j = 0; j < 4; j++) x[j] = real_all(middle * w[j]);
        if (p->value(p, x, NULL)[0] > 0)
            low = middle;
        else
            high = middle;
    }
    for (size_t j = 0; j < 4; j++) p->x_star[j] = high * w[j];
}

/* (x_1 - 1)^2/2 + c x_2^2/2, with c = 0 unless it is `steep`, from 0. */
static real ditch_value(const struct problem *p, const real x[], real gradient[]) {
    real off = x[0] - p->data[0];
    if (gradient) gradient[0] = off, gradient[1] = p->data[1] * x[1];
    return (off * off + p->data[1] * x[1] * x[1]) / 2;
}
static void ditch_component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)i;
    ditch_value(p, x, g);
}
static struct problem *ditch(double steep) {
    struct problem *p = problem_new(2, 2);
    p->id = "ditch";
    p->components = 1;
    p->data[0] = p->x_star[0] = 1;
    p->data[1] = steep;
    p->L = fmax(1, steep);
    p->convex = true;
    p->roundings = 8;
    p->value = ditch_value;
    p->component = ditch_component;
    return p;
}

Test(certify, catches_a_minimiser_that_is_not_the_nearest) {
    check_caught(hinge_loss, walk_along_the_edge, "nearest");
    static const double kernel[] = {-5, -5, 0, 10, 0};
    struct problem *p = least_squares();
    for (size_t j = 0; j < p->dim && j < COUNT(kernel); j++) p->x_star[j] += kernel[j];
    const char *trouble = certify(p, alpha, 100);
    cr_expect(trouble && strstr(trouble, "nearest"), "least squares: %s", trouble ? trouble : "nobody noticed");
    problem_free(p);
    /* Along a single direction in which f is flat. */
    p = ditch(0);
    cr_expect(!certify_nearest(p), "%s", certify_nearest(p));
    p->x_star[1] = 0.5;
    trouble = certify_nearest(p);
    cr_expect(trouble && strstr(trouble, "nearest"), "flat: %s", trouble ? trouble : "nobody noticed");
    problem_free(p);
    p = hinge_loss();
    for (size_t j = 0; j < p->dim; j++) p->x_star[j] *= 3;
    trouble = certify_problem(p);
    cr_expect(trouble && strstr(trouble, "nearest"), "hinge loss: %s", trouble ? trouble : "nobody noticed");
    problem_free(p);
}

/* ---- generated data ---- */

/* Problems whose data are drawn or computed, as they came out when these lines were written: other data, or none, give other
 * numbers. */
struct known {
    struct problem *(*make)(void);
    double at_start, least, distance, square_0;
};

Test(certify, generated_problems_are_what_they_were) {
    static const struct known known[] = {
        {logistic, 1.74687724884, 0.62563322984, 1.37019492028, 4.17646750722},
        {ridge, 11.5626016172, 1.11416299937, 3.5167363039, 98.443296646},
        {least_squares, 11.0769187801, 0.0642087805489, 3.58374708663, 157.570813375},
        {interpolation, 2.27697753906, 0, 2.64575131106, 23.1763715744},
        {hinge_loss, 1, 0, 3.67136669452, 1},
        {absolute_deviations, 1.09682124182, 0.126994076134, 2.40734058607, 1},
        {logistic_plain, 0.69314718056, 0.49450539161, 1.92669672197, 0.303252644285},
        {kronecker, 4.54220561366, 0, 5.74456264654, 7.95408329356},
        {rare_features, 1, 0.2, 5.65685424949, 1},
        {equal_features, 1, 0.2, 5.65685424949, 0.03125},
        {sine_squared, 9.05974457002, 0, 3, 27.6436992505},
        {sine_squared_mild, 9.02389782801, 0, 3, 33.0888419756},
        {biased_coin, 0.0388349514563, 0, 0.394131711266, 3.88349514563},
        {double_well, 0.2, -0.209159537083, 2.08803391469, 0.04},
        {rarer_gradient, 0, -0.1, 1, 1099.9},
        {rare_gradient_experiment, 0, -0.2, 1, 10300},
    };
    for (size_t i = 0; i < COUNT(known); i++) {
        struct problem *p = known[i].make();
        const struct known *k = &known[i];
        double start = problem_gap_0(p) + p->f_star_low, distance = problem_distance(p), square = second_moment_0(p);
        cr_expect(fabs(start - k->at_start) <= 1e-9 * (1 + start), "%s: f(x_0) = %.12g", p->id, start);
        cr_expect(fabs(p->f_star_low - k->least) <= 1e-9, "%s: f* = %.12g", p->id, p->f_star_low);
        cr_expect(fabs(distance - k->distance) <= 1e-9 * (1 + distance), "%s: R = %.12g", p->id, distance);
        cr_expect(fabs(square - k->square_0) <= 1e-9 * (1 + square), "%s: E||g||^2 = %.12g", p->id, square);
        problem_free(p);
    }
}

/* ---- every step ---- */

/* Envelopes are asked for steps of any length: those that a problem has are true, and where it has none it says so. */
Test(certify, envelopes_are_true_for_every_step) {
    static const double steps[] = {0.001, 0.01, 0.0625, 0.19, 0.3, 0.5, 0.8, 1, 1.9, 2.1, 3.5, 5, 20};
    for (size_t i = 0; i < catalogue.problem_count; i++)
        for (size_t s = 0; s < COUNT(steps); s++) {
            struct problem *p = catalogue.problems[i]();
            for (int far = 0; far < 2 && p->envelope; far++) {
                size_t horizon = far ? (size_t)(10 / steps[s]) + 1 : 50;
                const char *trouble = certify_envelope(p, steps[s], horizon);
                cr_expect(!trouble, "%s, %zu steps of %g: %s", p->id, horizon, steps[s], trouble);
            }
            problem_free(p);
        }
}

/* The centre is the minimiser, wherever that is. */
static real off_centre_value(const struct problem *p, const real x[], real gradient[]) {
    real off = x[0] - p->x_star[0];
    if (gradient) gradient[0] = off;
    return off * off / 2;
}
static void off_centre_component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)i;
    off_centre_value(p, x, g);
}
static struct envelope of_one(const struct problem *p, double step, size_t steps) {
    (void)p, (void)step, (void)steps;
    return (struct envelope){.radius = 1, .gap = 0.5, .moment = 1, .square = 1};
}

Test(certify, envelopes_lie_around_the_minimiser) {
    struct problem *p = parabola();
    p->value = off_centre_value;
    p->component = off_centre_component;
    p->envelope = of_one;
    p->x_star[0] = 5;
    p->x_0[0] = 5.9;
    cr_expect(!certify_envelope(p, 0.5, 10), "%s", certify_envelope(p, 0.5, 10));
    p->x_0[0] = -5;
    cr_expect(certify_envelope(p, 0.5, 10), "nobody noticed");
    problem_free(p);
}

/* A step of 1/4 goes from the ball of radius 1 out along the second axis alone. */
Test(certify, envelopes_hold_in_all_directions) {
    struct problem *p = ditch(9);
    p->envelope = of_one;
    cr_expect(certify_envelope(p, 0.25, 10), "nobody noticed");
    cr_expect(!certify_envelope(p, 0.2, 10), "%s", certify_envelope(p, 0.2, 10));
    problem_free(p);
}

/* One that grows, and stops too early. */
static struct envelope of_ten_steps(const struct problem *p, double step, size_t steps) {
    return right.envelope(p, step, steps < 10 ? steps : 10);
}

Test(certify, looks_at_envelopes_after_the_last_step) {
    static struct problem *(*const made[])(void) = {rare_curvature, absolute_deviations, logistic_plain};
    for (size_t i = 0; i < COUNT(made); i++) {
        struct problem *p = made[i]();
        right = *p;
        p->envelope = of_ten_steps;
        cr_expect(!certify_envelope(p, 0.01, 9), "%s: nothing is wrong yet", p->id);
        cr_expect(certify_envelope(p, 0.01, 100), "%s: nobody noticed", p->id);
        problem_free(p);
    }
}

/* One that grows fast enough, but does not hold the start. */
static struct envelope from_nothing(const struct problem *p, double step, size_t steps) {
    struct envelope e = right.envelope(p, step, steps);
    e.radius -= right.envelope(p, step, 0).radius * (1 - 1e-6);
    return e;
}
static void forget_the_start(struct problem *p) {
    right = *p;
    p->envelope = from_nothing;
}

Test(certify, looks_at_envelopes_before_the_first_step) {
    struct problem *p = least_squares();
    forget_the_start(p);
    const char *trouble = certify_envelope(p, alpha, 1000);
    cr_expect(trouble && strstr(trouble, "of no steps"), "%s", trouble ? trouble : "nobody noticed");
    problem_free(p);
}

/* An envelope that was proved for shorter steps. */
static struct envelope of_shorter_steps(const struct problem *p, double step, size_t steps) {
    return right.envelope(p, step / 512, steps);
}

Test(certify, catches_steps_that_are_too_long_for_an_envelope) {
    static struct problem *(*const made[])(void) = {
        two_signs,       sine_squared,        ridge,        least_squares, interpolation,  biased_coin,    fading_signs,
        ill_conditioned, one_at_a_time,       logistic,     steady_noise,  rare_curvature, logistic_plain, hinge_loss,
        max_norm,        absolute_deviations, shifted_signs};
    for (size_t i = 0; i < COUNT(made); i++) {
        struct problem *p = made[i]();
        double step = p->L > 0 && isfinite(p->L) ? 8 / p->L : 3;
        right = *p;
        p->envelope = of_shorter_steps;
        const char *trouble = certify_envelope(p, step, 3);
        cr_expect(trouble, "%s: nobody noticed", p->id);
        problem_free(p);
    }
}

/* lower too high by 1 %: no eigenvalue of upper exceeds L, and mu is given up. */
static void raised_matrix(const struct problem *p, double lower[], double upper[]) {
    right.hessian(p, lower, upper);
    for (size_t j = 0; j < p->dim; j++) lower[j * p->dim + j] *= 1.01;
}

Test(certify, holds_the_matrices_against_the_gradient) {
    static struct problem *(*const made[])(void) = {two_curvatures, two_signs, ehrenfest, kronecker, ridge};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        struct problem *p = made[i]();
        cr_expect(!matrices_agree(p), "%s: its own", p->id);
        right = *p;
        p->hessian = raised_matrix;
        cr_expect(matrices_agree(p), "%s: nobody noticed", p->id);
        problem_free(p);
    }
}
