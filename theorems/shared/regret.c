/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "regret.h"

#include <float.h>
#include <stdlib.h>

#include "../../methods/methods.h"
#include "../../verify/models/trajectory.h"
#include "../../verify/numbers/fail.h"

static void advance(struct path *w, struct trajectory *t,
                    struct pcg_lanes *random) {
    const struct problem *p = w->problem;
    w->T++;
    w->f = p->value(p, t->x, w->scratch);
    w->f_sum += w->f;
    for (size_t j = 0; j < w->dim; j++) {
        w->c[j].x = t->x[j];
        w->c[j].slope = w->scratch[j];
    }
    trajectory_draw(t, random, pcg_surplus(p->components));
    for (size_t j = 0; j < w->dim; j++) {
        struct coordinate *c = &w->c[j];
        c->off = c->x - c->star;
        c->next_off = t->x[j] - c->star;
        c->g = t->gradient[j];
        c->v += c->g * c->g;
        real flatter = c->root / (2 * w->alpha); /* 1 / (2 eta_{t-1}), or 0 */
        c->root = real_sqrt(c->v + w->eps);
        c->eta = w->alpha / c->root;
        c->weighted += (1 / (2 * c->eta) - flatter) * c->off * c->off;
        c->length = real_abs(c->x) + real_abs(t->x[j]) + real_abs(c->star) +
                    c->eta * real_abs(c->g);
        c->inner += c->g * c->off;
        c->inner_size += real_abs(c->g) * c->length;
        c->telescope +=
            (c->off * c->off - c->next_off * c->next_off) / (2 * c->eta);
        c->telescope_size += c->length * c->length / (2 * c->eta);
        c->squares += c->g * c->g / c->root;
        c->sum += c->x;
        w->distance = real_max(real_abs(c->off), w->distance);
        w->mean[j] = c->sum / (double)w->T;
    }
}

/* All sums, and v, carry the roundings of T additions; a gradient or a value of
 * f has its problem's.  Nearness is counted in these, so that no violation hides
 * behind another step. */
static void take(struct nearest *n, const struct path *w, struct relation r) {
    double roundings = (double)(w->T + w->dim) + w->problem->roundings + 16;
    for (int l = 0; l < LANES; l++)
        nearest_take(n, w->T, r.left[l], r.right[l],
                     roundings * DBL_EPSILON * r.magnitude[l]);
}

void check_along_paths(struct inquiry *q, const struct line *line,
                       struct problem *p, double alpha, double eps) {
    const size_t d = p->dim;
    struct settings s = {.alpha = alpha, .eps = eps};
    struct trajectory t = trajectory_new(p, &method_adagrad, &s);
    struct nearest nearest[] = {
        {.in_errors = true}, {.in_errors = true}, {.in_errors = true}};
    real *star = allocate(3 * d, sizeof *star), *mean = star + d,
         *scratch = mean + d;
    struct coordinate *c = allocate(d, sizeof *c);
    for (size_t run = 0; run < 64; run += LANES) {
        struct pcg_lanes random = pcg_lanes_of_runs(
            inquiry_seed(q), q->stream ^ pcg_name(0, p->id), run);
        memset(c, 0, d * sizeof *c);
        for (size_t j = 0; j < d; j++)
            star[j] = c[j].star = real_all(p->x_star[j]);
        struct path w = {.problem = p,
                         .alpha = s.alpha,
                         .eps = s.eps,
                         .dim = d,
                         .c = c,
                         .f_star = p->value(p, star, NULL),
                         .mean = mean,
                         .scratch = scratch};
        trajectory_restart(&t);
        while (w.T < 1000) {
            advance(&w, &t, &random);
            struct nearest *n = &nearest[w.T <= 10 ? 0 : w.T <= 100 ? 1 : 2];
            if (line->all) take(n, &w, line->all(&w));
            for (size_t j = 0; j < d && line->each; j++)
                take(n, &w, line->each(&w, &c[j]));
        }
    }
    for (size_t i = 0; i < COUNT(nearest); i++)
        inquiry_nearest(q, p->id, "adagrad", &nearest[i]);
    free(star);
    free(c);
    trajectory_free(&t);
    problem_free(p);
}

void mean_squares(const struct problem *p, double square[]) {
    real *x = allocate(2 * p->dim, sizeof *x), *g = x + p->dim;
    memset(square, 0, p->dim * sizeof *square);
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_0[j]);
    for (size_t i = 0; i < p->components; i++) {
        p->component(p, x, whole_all(i), g);
        double weight = outcome_weight(p, x, whole_all(i))[0];
        for (size_t j = 0; j < p->dim; j++)
            square[j] += weight * g[j][0] * g[j][0];
    }
    free(x);
}
