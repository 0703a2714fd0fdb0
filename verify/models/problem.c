/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "problem.h"

#include <float.h>
#include <stdlib.h>

#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "trajectory.h"

struct problem *problem_new(size_t dim, size_t numbers) {
    struct problem *p = allocate(1, sizeof *p);
    p->dim = dim;
    p->numbers = numbers;
    p->x_0 = allocate(dim, sizeof *p->x_0);
    p->x_star = allocate(dim, sizeof *p->x_star);
    p->data = allocate(numbers, sizeof *p->data);
    return p;
}

void problem_free(struct problem *p) {
    if (!p) return;
    problem_free(p->inner);
    free(p->x_0);
    free(p->x_star);
    free(p->data);
    free(p);
}

void problem_enclose_minimum(struct problem *p) {
    real *x = allocate(2 * p->dim, sizeof *x), *gradient = x + p->dim;
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_star[j]);
    double f = p->value(p, x, gradient)[0];
    double rounding = p->roundings * DBL_EPSILON / 2 * fabs(f);
    p->f_star_high = f + rounding;
    p->f_star_low = f - real_dot(p->dim, gradient, gradient)[0] / (2 * p->mu) - rounding;
    free(x);
}

double problem_distance(const struct problem *p) {
    double sum = 0;
    for (size_t j = 0; j < p->dim; j++) sum += (p->x_0[j] - p->x_star[j]) * (p->x_0[j] - p->x_star[j]);
    return sqrt(sum);
}

double problem_noise_star(const struct problem *p) {
    struct trajectory t = trajectory_new(p, &(struct method){0}, NULL);
    for (size_t j = 0; j < p->dim; j++) t.x[j] = real_all(p->x_star[j]);
    double square = second_moment(p, t.x, t.scratch)[0];
    trajectory_free(&t);
    return sqrt(square);
}

bool problem_confines(const struct problem *p, const struct method *m) {
    bool remembers = m->vectors || m->matrices;
    return p->envelope && (!remembers || box_closed(p->domain));
}

double problem_variance(const struct problem *p, const struct method *m, const struct settings *s, size_t k,
                        bool average) {
    return p->variance && !m->vectors && !m->matrices ? p->variance(p, s, k, average) : INFINITY;
}

double problem_gap_0(const struct problem *p) {
    real *x = allocate(p->dim, sizeof *x);
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_0[j]);
    double f = p->value(p, x, NULL)[0];
    free(x);
    return f - p->f_star_low;
}

struct constants constants_of(const struct problem *p, double alpha) {
    return (struct constants){.L = p->L,
                              .mu = p->mu,
                              .alpha = alpha,
                              .gap_0 = problem_gap_0(p),
                              .sigma2 = NAN,
                              .noise = p->noise,
                              .noise_star = problem_noise_star(p),
                              .fading = p->fading ? p->fading(p) : INFINITY,
                              .L_max = p->L_max,
                              .distance = problem_distance(p),
                              .lipschitz = p->lipschitz,
                              .convex = p->convex};
}

/* ---- problems made from others ---- */

/* A problem with the objective, start and constants of another one, which it owns. */
static struct problem *made_from(struct problem *inner) {
    struct problem *p = problem_new(inner->dim, 1);
    double *x_0 = p->x_0, *x_star = p->x_star, *data = p->data;
    *p = *inner;
    p->x_0 = x_0;
    p->x_star = x_star;
    p->data = data;
    p->numbers = 1;
    memcpy(x_0, inner->x_0, inner->dim * sizeof *x_0);
    memcpy(x_star, inner->x_star, inner->dim * sizeof *x_star);
    p->inner = inner;
    return p;
}

static real inner_value(const struct problem *p, const real x[], real gradient[]) {
    return p->inner->value(p->inner, x, gradient);
}

static void inner_hessian(const struct problem *p, double lower[], double upper[]) {
    p->inner->hessian(p->inner, lower, upper);
}

static struct envelope inner_envelope(const struct problem *p, double alpha, size_t steps) {
    return p->inner->envelope(p->inner, alpha, steps);
}

static void full_component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)i;
    p->inner->value(p->inner, x, g);
}

struct problem *problem_full(struct problem *inner) {
    struct problem *p = made_from(inner);
    p->components = 1;
    p->scratch_numbers = 0;
    p->value = inner_value;
    p->component = full_component;
    p->weight = NULL;
    p->draw = NULL;
    p->square = NULL;
    p->hessian = inner->hessian ? inner_hessian : NULL;
    p->envelope = NULL; /* its steps are other steps */
    p->variance = NULL;
    p->second_order = false;
    p->lattice = NULL;
    p->fading = NULL;
    p->noise = 0;
    p->L_max = inner->convex && isfinite(inner->L) ? inner->L : 0;
    p->estimates = inner->estimates & (ESTIMATES_L | ESTIMATES_MU);
    if (p->estimates & ESTIMATES_L) p->estimates |= ESTIMATES_L_MAX;
    if (inner->components > 1) p->estimates |= ESTIMATES_LIPSCHITZ; /* a mean is shorter */
    p->lacks &= ~(unsigned)LACKS_UNBIASEDNESS;
    return p;
}

static void inner_component(const struct problem *p, const real x[], whole i, real g[]) {
    p->inner->component(p->inner, x, i, g);
}

enum { BATCH_DIM = 64 }; /* of a problem that is drawn in batches, at most */

static void draw_with_replacement(const struct problem *p, const real x[], struct pcg_lanes *random, real g[]) {
    uint64_t surplus = pcg_surplus(p->components);
    real one[BATCH_DIM];
    memset(g, 0, p->dim * sizeof(real));
    for (size_t b = 0; b < p->batch; b++) {
        p->inner->component(p->inner, x, pcg_lanes_below(random, p->components, surplus), one);
        for (size_t j = 0; j < p->dim; j++) g[j] += one[j] / (double)p->batch;
    }
}

/* Selection sampling (Fan, Muller and Rezucha 1962): component i joins with probability (still wanted) /
 * (still to come). */
static void draw_without_replacement(const struct problem *p, const real x[], struct pcg_lanes *random, real g[]) {
    real one[BATCH_DIM], wanted = real_all((double)p->batch);
    memset(g, 0, p->dim * sizeof(real));
    for (size_t i = 0; i < p->components; i++) {
        truth joins = pcg_lanes_unit(random) * (double)(p->components - i) < wanted;
        p->inner->component(p->inner, x, whole_all(i), one);
        real share = real_where(joins, real_all(1), (real){0});
        wanted -= share;
        for (size_t j = 0; j < p->dim; j++) g[j] += share * one[j] / (double)p->batch;
    }
}

/* ||grad f||^2 + S^2/b, times (n - b)/(n - 1) without replacement; S^2 = E||grad f_i - grad f||^2. */
static real batch_square(const struct problem *p, const real x[]) {
    real gradient[BATCH_DIM], one[BATCH_DIM], mean_square = {0};
    p->inner->value(p->inner, x, gradient);
    for (size_t i = 0; i < p->components; i++) {
        p->inner->component(p->inner, x, whole_all(i), one);
        mean_square += real_dot(p->dim, one, one) / (double)p->components;
    }
    double n = (double)p->components, b = (double)p->batch;
    double factor = p->draw == draw_with_replacement ? 1 / b : n > 1 ? (n - b) / (n - 1) / b : 0;
    real slope = real_dot(p->dim, gradient, gradient);
    return slope + factor * (mean_square - slope);
}

struct problem *problem_batch(struct problem *inner, size_t batch, bool replacement) {
    if (inner->draw) fail("batches of a problem whose gradients are drawn whole");
    if (inner->weight) fail("batches of a problem whose index is not uniform");
    if (inner->dim > BATCH_DIM) fail("batches of a problem of more than %d dimensions", BATCH_DIM);
    struct problem *p = made_from(inner);
    p->value = inner_value;
    p->component = inner_component;
    p->hessian = inner->hessian ? inner_hessian : NULL;
    p->envelope = inner->envelope ? inner_envelope : NULL; /* a mean of steps that keep within a ball keeps within it */
    p->batch = batch;
    p->draw = replacement ? draw_with_replacement : draw_without_replacement;
    p->square = batch_square;
    p->fading = NULL;
    return p;
}

double constants_scale(const struct constants *c) {
    return c->gap_0 > 0 && isfinite(c->gap_0) ? c->gap_0 : 1;
}
