/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "walk.h"

#include <float.h>
#include <stdlib.h>

#include "../models/trajectory.h"
#include "../numbers/fail.h"
#include "../numbers/share.h"

/* What one thread needs besides its trajectory: vectors of dim numbers each. */
struct desk {
    real *x, *state;           /* x_k and the method's vectors there, kept while the trajectory moves on */
    real *gradient;            /* grad f(x_k) */
    real *mean_gradient;       /* E grad f_i(x_k) */
    real *outcome;             /* grad f_i(x_k) */
    real *moved, *moved_state; /* where outcome i would lead */
    struct compensated *sum;   /* of alpha_t x_t */
    real *average;             /* the same divided by the sum of alpha_t */
};

static struct desk desk_new(const struct trajectory *t) {
    const struct problem *p = t->problem;
    return (struct desk){
        .x = allocate(p->dim, sizeof(real)),
        .state = allocate(trajectory_state(t), sizeof(real)),
        .gradient = allocate(p->dim, sizeof(real)),
        .mean_gradient = allocate(p->dim, sizeof(real)),
        .outcome = allocate(p->dim, sizeof(real)),
        .moved = allocate(p->dim, sizeof(real)),
        .moved_state = allocate(trajectory_state(t), sizeof(real)),
        .sum = allocate(p->dim, sizeof(struct compensated)),
        .average = allocate(p->dim, sizeof(real)),
    };
}

static void desk_free(struct desk *d) {
    free(d->x);
    free(d->state);
    free(d->gradient);
    free(d->mean_gradient);
    free(d->outcome);
    free(d->moved);
    free(d->moved_state);
    free(d->sum);
    free(d->average);
}

/* Where outcome `d->outcome` leads from x_k. */
static void move(const struct trajectory *t, struct desk *d, size_t k, const real x[], const real state[]) {
    const size_t dim = t->problem->dim;
    memcpy(d->moved, x, dim * sizeof(real));
    memcpy(d->moved_state, state, trajectory_state(t) * sizeof(real));
    trajectory_move(t, k, d->moved, d->outcome, d->moved_state);
}

/* Everything about x_k that is an expectation over the next index, but for the gap there. */
static void expect(const struct trajectory *t, struct desk *d, struct step *s) {
    const struct problem *p = t->problem;
    s->mean_square = s->mean_inner = s->mean_next_distance2 = (real){0};
    memset(d->mean_gradient, 0, p->dim * sizeof(real));
    for (size_t i = 0; i < p->components; i++) {
        real weight = outcome_weight(p, t->x, whole_all(i));
        p->component(p, t->x, whole_all(i), d->outcome);
        for (size_t j = 0; j < p->dim; j++) d->mean_gradient[j] += weight * d->outcome[j];
        s->mean_square += weight * real_dot(p->dim, d->outcome, d->outcome);
        s->mean_inner += weight * real_dot(p->dim, d->gradient, d->outcome);
        move(t, d, t->k, t->x, t->state);
        s->mean_next_distance2 += weight * squared_distance(p->dim, d->moved, p->x_star);
    }
}

/* What a line may still ask for when the run has moved on to x_{k+1}. */
struct ahead {
    const struct trajectory *trajectory;
    struct desk *desk;
    real mean_next_gap;
    bool known;
};

real mean_next_gap(const struct step *s) {
    struct ahead *a = s->ahead;
    if (a->known) return a->mean_next_gap;
    struct problem *p = a->trajectory->problem;
    size_t now = p->now;
    p->now = s->k; /* as it was asked at x_k */
    a->mean_next_gap = (real){0};
    for (size_t i = 0; i < p->components; i++) {
        real weight = outcome_weight(p, s->x, whole_all(i));
        p->component(p, s->x, whole_all(i), a->desk->outcome);
        move(a->trajectory, a->desk, s->k, s->x, a->desk->state);
        a->mean_next_gap += weight * (p->value(p, a->desk->moved, NULL) - p->f_star_low);
    }
    p->now = now;
    a->known = true;
    return a->mean_next_gap;
}

/* Of scores that differ by roundings the first is kept: which one that is must not depend on the compiler. */
static struct tightest worse_of(struct tightest a, struct tightest b) {
    static const double tie = 1e-12;
    bool b_worse = b.verdict != a.verdict ? b.verdict > a.verdict : b.score > a.score + tie;
    struct tightest worst = b_worse ? b : a;
    worst.any = a.any || b.any;
    worst.closeness = closest_of(a.closeness, b.closeness);
    return worst;
}

static const struct tightest nothing_yet = {.score = -INFINITY, .closeness = NAN};

/* A relation in each lane, whose errors may be so large relative to its sides or to `scale`. */
static struct tightest look(const struct relation *r, double roundings, double most, double scale, size_t k) {
    struct tightest worst = nothing_yet;
    real over = r->sign == AT_MOST    ? r->left - r->right
                : r->sign == AT_LEAST ? r->right - r->left
                                      : real_abs(r->left - r->right);
    for (int l = 0; l < LANES; l++) {
        double magnitude = r->magnitude[l], allowance = DBL_EPSILON / 2 * roundings * magnitude;
        double size = larger(larger(fabs(r->left[l]), fabs(r->right[l])), scale);
        struct tightest here = {
            .verdict = !isfinite(over[l]) || !(allowance <= most * size) ? INVALID
                       : over[l] > allowance                             ? VIOLATED
                                                                         : HOLDS,
            .score = magnitude > 0 ? over[l] / magnitude : -INFINITY, /* nothing to compare: 0 <= 0 */
            .k = k,
            .left = r->left[l],
            .right = r->right[l],
            .sign = r->sign,
            .allowance = allowance,
            .any = true,
            .closeness = closeness_of(r->left[l], r->right[l], allowance, r->sign),
        };
        worst = worse_of(worst, here);
    }
    return worst;
}

static void walk_group(struct trajectory *t, struct desk *d, const struct constants *c, size_t steps,
                       struct relation (*line)(const struct step *), struct pcg_lanes random,
                       const volatile sig_atomic_t *interrupted,
                       void (*note)(void *, size_t k, const struct relation *), void *notes) {
    const struct problem *p = t->problem;
    uint64_t surplus = pcg_surplus(p->components);
    real memory[MEMORY] = {{0}};
    struct compensated gap_sum = {0}, alpha_sum = {0};
    memset(d->sum, 0, p->dim * sizeof *d->sum);
    trajectory_restart(t);
    while (t->k < steps && !(interrupted && *interrupted)) {
        struct ahead ahead = {.trajectory = t, .desk = d};
        struct step s = {.c = c,
                         .k = t->k,
                         .dim = p->dim,
                         .alpha = step_size(&t->settings, t->k),
                         .x = d->x,
                         .gradient = d->gradient,
                         .mean_gradient = d->mean_gradient,
                         .sample = t->gradient,
                         .next_x = t->x,
                         .memory = memory,
                         .ahead = &ahead};
        memcpy(d->x, t->x, p->dim * sizeof(real));
        memcpy(d->state, t->state, trajectory_state(t) * sizeof(real));
        s.gap = p->value(p, t->x, d->gradient) - p->f_star_low;
        s.distance2 = squared_distance(p->dim, t->x, p->x_star);
        expect(t, d, &s);
        compensated_add(&alpha_sum, real_all(s.alpha));
        compensated_add(&gap_sum, s.alpha * s.gap);
        for (size_t j = 0; j < p->dim; j++) {
            compensated_add(&d->sum[j], s.alpha * t->x[j]);
            d->average[j] = compensated_value(&d->sum[j]) / compensated_value(&alpha_sum);
        }
        s.average_gap = p->value(p, d->average, NULL) - p->f_star_low;
        s.gap_average = compensated_value(&gap_sum) / compensated_value(&alpha_sum);
        trajectory_draw(t, &random, surplus);
        s.next_gap = p->value(p, t->x, NULL) - p->f_star_low;
        s.next_distance2 = squared_distance(p->dim, t->x, p->x_star);
        for (size_t j = 0; j < p->dim; j++) {
            s.inner += d->gradient[j] * (d->x[j] - p->x_star[j]);
            s.sample_inner += t->gradient[j] * (d->x[j] - p->x_star[j]);
        }
        struct relation relation = line(&s);
        /* A gap is a difference of numbers as large as f*. */
        relation.magnitude += fabs(p->f_star_low);
        note(notes, s.k, &relation);
    }
}

/* How many roundings either side of a line suffers. */
static double roundings_of(const struct problem *p) {
    return p->roundings + (double)p->components + 16; /* 16: the terms of a line themselves */
}

struct search {
    double roundings, most, scale;
    struct tightest worst;
};

static void note_tightest(void *notes, size_t k, const struct relation *r) {
    struct search *search = notes;
    search->worst = worse_of(search->worst, look(r, search->roundings, search->most, search->scale, k));
}

/* A walk, and where the tightest step of each group of runs goes. */
struct groups {
    const struct walk *walk;
    struct tightest *found;
};

static void walk_one_group(void *context, size_t g) {
    const struct groups *groups = context;
    const struct walk *w = groups->walk;
    if (w->interrupted && *w->interrupted) return;
    struct trajectory t = trajectory_new(w->problem, w->method, w->settings);
    struct desk d = desk_new(&t);
    struct pcg_lanes random = pcg_lanes_of_runs(w->seed, w->claim, g * LANES);
    struct search search = {roundings_of(w->problem), w->most, constants_scale(w->constants), nothing_yet};
    walk_group(&t, &d, w->constants, w->steps, w->line, random, w->interrupted, note_tightest, &search);
    groups->found[g] = search.worst;
    trajectory_free(&t);
    desk_free(&d);
}

struct tightest walk(const struct walk *w) {
    size_t count = (w->runs + LANES - 1) / LANES;
    struct groups groups = {.walk = w, .found = allocate(count, sizeof *groups.found)};
    share(count, walk_one_group, &groups);
    struct tightest worst = nothing_yet;
    for (size_t g = 0; g < count; g++) worst = worse_of(worst, groups.found[g]);
    if (!worst.any) worst.verdict = INVALID; /* no runs or no steps show nothing */
    if (w->interrupted && *w->interrupted) worst.verdict = UNDECIDED;
    free(groups.found);
    return worst;
}

static void add_sides(void *notes, size_t k, const struct relation *r) {
    struct sides *at = (struct sides *)notes + k;
    for (int l = 0; l < LANES; l++) {
        at->left += r->left[l] / SIDES_RUNS;
        at->right += r->right[l] / SIDES_RUNS;
        at->error += r->magnitude[l] / SIDES_RUNS;
    }
    at->sign = r->sign;
}

void walk_sides(const struct problem *p, const struct method *method, const struct settings *settings, size_t steps,
                const struct constants *c, struct relation (*line)(const struct step *), uint64_t seed, uint64_t claim,
                struct sides out[]) {
    struct trajectory t = trajectory_new(p, method, settings);
    struct desk d = desk_new(&t);
    memset(out, 0, steps * sizeof *out);
    for (size_t first = 0; first < SIDES_RUNS; first += LANES)
        walk_group(&t, &d, c, steps, line, pcg_lanes_of_runs(seed, claim, first), NULL, add_sides, out);
    for (size_t k = 0; k < steps; k++) out[k].error *= DBL_EPSILON / 2 * (roundings_of(p) + SIDES_RUNS);
    trajectory_free(&t);
    desk_free(&d);
}
