/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trajectory.h"

#include <stdlib.h>

#include "../numbers/fail.h"

/* The matrices that x is made of. */
static size_t block_count(const struct problem *p) {
    return p->blocks ? p->block_count : 1;
}
static size_t block_dim(const struct problem *p, size_t b) {
    return p->blocks ? p->blocks[b].rows * p->blocks[b].columns : p->dim;
}
static struct settings block_settings(const struct trajectory *t, size_t b) {
    struct settings s = t->settings;
    if (t->problem->blocks) s.rows = t->problem->blocks[b].rows;
    return s;
}

size_t trajectory_state(const struct trajectory *t) {
    size_t numbers = 0;
    for (size_t b = 0; b < block_count(t->problem); b++) {
        struct settings s = block_settings(t, b);
        numbers += method_state(t->method, &s, block_dim(t->problem, b));
    }
    return numbers;
}

struct trajectory trajectory_new(const struct problem *p, const struct method *m, const struct settings *s) {
    struct trajectory t = {.method = m};
    if (s) t.settings = *s;
    if (box_closed(p->domain)) t.settings.box = p->domain;
    if (p->rows) t.settings.rows = p->rows;
    t.problem = allocate(1, sizeof *t.problem);
    *t.problem = *p;
    if (p->scratch_numbers) t.problem->scratch = allocate(p->scratch_numbers, sizeof(real));
    t.x = allocate(p->dim, sizeof(real));
    t.gradient = allocate(p->dim, sizeof(real));
    t.state = allocate(trajectory_state(&t), sizeof(real));
    t.scratch = allocate(p->dim, sizeof(real));
    trajectory_restart(&t);
    return t;
}

void trajectory_free(struct trajectory *t) {
    free(t->problem->scratch);
    free(t->problem);
    free(t->x);
    free(t->gradient);
    free(t->state);
    free(t->scratch);
}

void trajectory_restart(struct trajectory *t) {
    t->problem->now = t->k = 0;
    for (size_t j = 0; j < t->problem->dim; j++) t->x[j] = real_all(t->problem->x_0[j]);
    memset(t->state, 0, trajectory_state(t) * sizeof(real));
}

void trajectory_begin(struct trajectory *t, struct pcg_lanes *random) {
    trajectory_restart(t);
    if (t->problem->start) t->problem->start(t->problem, random, t->x);
}

void trajectory_move(const struct trajectory *t, size_t k, real x[], const real gradient[], real state[]) {
    if (!t->problem->blocks) {
        t->method->step(&t->settings, k, t->problem->dim, x, gradient, state);
        return;
    }
    for (size_t b = 0; b < t->problem->block_count; b++) {
        struct settings s = block_settings(t, b);
        size_t dim = block_dim(t->problem, b);
        t->method->step(&s, k, dim, x, gradient, state);
        x += dim;
        gradient += dim;
        state += method_state(t->method, &s, dim);
    }
}

static void use_gradient(struct trajectory *t) {
    trajectory_move(t, t->k, t->x, t->gradient, t->state);
    t->problem->now = ++t->k;
}

void trajectory_step(struct trajectory *t, whole outcome) {
    t->problem->component(t->problem, t->x, outcome, t->gradient);
    use_gradient(t);
}

void trajectory_draw(struct trajectory *t, struct pcg_lanes *random, uint64_t surplus) {
    const struct problem *p = t->problem;
    if (p->draw)
        p->draw(p, t->x, random, t->gradient);
    else
        p->component(p, t->x, outcome_drawn(p, t->x, random, surplus), t->gradient);
    use_gradient(t);
}

whole outcome_weighed(const struct problem *p, const real x[], struct pcg_lanes *g) {
    real u = pcg_lanes_unit(g), reached = {0};
    whole outcome = {0};
    for (size_t i = 0; i + 1 < p->components; i++) {
        reached += p->weight(p, x, whole_all(i));
        outcome += (whole)real_at_most(reached, u) & 1;
    }
    return outcome;
}

real outcome_weight(const struct problem *p, const real x[], whole outcome) {
    return p->weight ? p->weight(p, x, outcome) : real_all(1.0 / (double)p->components);
}

real second_moment(const struct problem *p, const real x[], real scratch[]) {
    if (p->square) return p->square(p, x);
    real sum = {0};
    for (size_t i = 0; i < p->components; i++) {
        p->component(p, x, whole_all(i), scratch);
        real square = real_dot(p->dim, scratch, scratch);
        sum += p->weight ? p->weight(p, x, whole_all(i)) * square : square;
    }
    return p->weight ? sum : sum / (double)p->components;
}

real squared_distance(size_t dim, const real a[], const double b[]) {
    real sum = {0};
    for (size_t j = 0; j < dim; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
    return sum;
}

double second_moment_0(const struct problem *p) {
    struct trajectory t = trajectory_new(p, &(struct method){0}, NULL);
    double square = second_moment(p, t.x, t.scratch)[0];
    trajectory_free(&t);
    return square;
}
