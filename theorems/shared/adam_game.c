/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "adam_game.h"

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
    g->cost = g->slope * (g->before[FROM_ONE] + 1);
    g->regret += g->cost;
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
                const struct line *line) {
    struct nearest n = {.sign = line->sign};
    while (g->k < cycles * g->period) {
        game_step(g);
        line->check(&n, g);
    }
    game_nearest(q, g, &n);
}

void game_lines(struct inquiry *q, size_t cycles, size_t count,
                struct game (*game)(const struct method *, size_t which)) {
    const struct line *line = q->with;
    for (size_t m = 0; line->of[m]; m++)
        for (size_t i = 0; i < count; i++) {
            struct game g = game(line->of[m], i);
            game_watch(q, &g, cycles, line);
        }
}

size_t cycle_ends(size_t period, size_t cycles, size_t out[]) {
    size_t count = checkpoints_between(1, cycles, 8, out);
    for (size_t i = 0; i < count; i++) out[i] *= period;
    return count;
}

double path_error(const struct game *g, size_t k) {
    double moves = 2 * g->settings.alpha * sqrt((double)k); /* of alpha_t */
    return DBL_EPSILON * (double)k + few * g->C * moves;
}
