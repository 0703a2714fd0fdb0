/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "adam_game.h"

const struct method *const adams[PLAYERS] = {&method_adam_uncorrected,
                                             &method_adam};
const struct method *const cures[PLAYERS] = {&method_amsgrad, &method_sgd};

const struct betas pairs[PAIRS] = {
    {0, 0.9, "β = 0; 0.9"},       {0.5, 0.9, "β = 0.5; 0.9"},
    {0.9, 0.85, "β = 0.9; 0.85"}, {0.9, 0.8105, "β = 0.9; 0.8105"},
    {0.9, 0.99, "β = 0.9; 0.99"}, {0.9, 0.999, "β = 0.9; 0.999"}};

struct game game_new(const struct method *method, double alpha, double beta1,
                     double beta2, size_t period, double C) {
    struct game g = {
        .name = "rare slope", .method = method, .period = period, .C = C};
    g.settings = (struct settings){.alpha = alpha,
                                   .beta1 = beta1,
                                   .beta2 = beta2,
                                   .box = {-1, 1},
                                   .schedule = schedule_root};
    for (int l = 0; l < LANES; l++) g.x[l] = -1 + 2.0 * l / (LANES - 1);
    return g;
}

double game_v(const struct game *g) {
    double weights = g->method == &method_adam
                         ? 1 - pow(g->settings.beta2, (double)g->k)
                         : 1;
    return g->state[1][0] / weights;
}

double game_cost(const struct game *g, size_t lane) {
    return g->slope * (g->before[lane] + 1);
}

/* The last step before projection, from the m and v that the method holds. */
static double move(const struct game *g) {
    double alpha = step_size(&g->settings, g->k - 1);
    if (g->method == &method_sgd) return -alpha * g->slope;
    double v = g->method == &method_amsgrad ? g->state[2][0] : game_v(g);
    return -alpha * g->state[0][0] / sqrt(v);
}

void game_step(struct game *g) {
    g->cycle = g->k / g->period;
    g->i = g->k % g->period + 1;
    g->slope = g->i == 1 ? g->C : -1;
    g->m_before = g->state[0][0];
    g->before = g->x;
    real slope = real_all(g->slope);
    g->method->step(&g->settings, g->k, 1, &g->x, &slope, g->state);
    g->k++;
    double moved = move(g);
    g->drift = (g->i == 1 ? 0 : g->drift) + moved;
    g->rise = g->i == 1 ? 0 : g->rise + moved;
}

void game_until(struct game *g, size_t steps) {
    while (g->k < steps) game_step(g);
}

void game_nearest(struct inquiry *q, const struct game *g,
                  const struct nearest *n) {
    inquiry_nearest(q, g->name, g->method->id, n);
}

void game_watch(struct inquiry *q, struct game *g, size_t cycles,
                enum sign sign,
                void (*check)(struct nearest *, const struct game *)) {
    struct nearest n = {.sign = sign};
    while (g->k < cycles * g->period) {
        game_step(g);
        check(&n, g);
    }
    game_nearest(q, g, &n);
}

size_t cycle_ends(size_t period, size_t cycles, size_t out[]) {
    size_t count = checkpoints_between(1, cycles, 8, out);
    for (size_t i = 0; i < count; i++) out[i] *= period;
    return count;
}

double path_error(size_t k) {
    return few * (double)k;
}
