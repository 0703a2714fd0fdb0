/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "series.h"

#include <float.h>
#include <stdlib.h>

#include "../models/trajectory.h"
#include "../numbers/fail.h"

static const double unit = DBL_EPSILON / 2; /* the largest relative error of one rounding */

const char *along_all_paths(const struct problem *p, const struct method *m, const struct settings *s, size_t steps,
                            void (*look)(const struct on_paths *, void *), void *with) {
    const size_t most = (size_t)1 << 22;
    struct on_paths on = {.paths = 1};
    for (size_t k = 0; k < steps && p->components > 1; k++)
        if ((on.paths *= p->components) > most) return "there are more than 2^22 paths";
    if (p->draw) return "its oracle is not a draw of one outcome";

    struct trajectory t = trajectory_new(p, m, s);
    on.at = &t;
    for (size_t first = 0; first < on.paths; first += LANES) {
        on.ahead = whole_numbered() + first;
        on.weight = real_where((truth)(on.ahead < on.paths), real_all(1), real_all(0));
        trajectory_restart(&t);
        for (size_t k = 0;; k++) {
            look(&on, with);
            if (k == steps) break;
            /* Step k takes the k-th digit of the path's number to the base `components`. */
            whole outcome = on.ahead % p->components;
            on.ahead /= p->components;
            on.weight *= outcome_weight(t.problem, t.x, outcome);
            trajectory_step(&t, outcome);
        }
    }
    trajectory_free(&t);
    return NULL;
}

/* A series that is being summed up, and the average of the paths at hand. */
struct summing {
    const struct problem *p;
    struct series *out;
    real *sum, *average;
    double weight_sum;
};

static void add(const struct on_paths *on, void *with) {
    struct summing *so_far = with;
    const struct trajectory *t = on->at;
    const struct problem *p = so_far->p;
    const size_t k = t->k;
    struct series *out = so_far->out;
    real *sum = so_far->sum, *average = so_far->average;
    if (k == 0) {
        so_far->weight_sum = 0;
        memset(sum, 0, p->dim * sizeof(real));
    }
    for (size_t j = 0; j < p->dim; j++) average[j] = k ? sum[j] / so_far->weight_sum : t->x[j];
    real f = p->value(p, t->x, NULL), second = second_moment(t->problem, t->x, t->scratch);
    real f_average = p->value(p, average, NULL);
    /* The value's own roundings, two for each step that led to x_k and for each weight, and the sum's. */
    double relative = unit * (p->roundings + 8 + 8 * (double)k + (double)(on->paths / LANES + LANES));
    double f_star = fabs(p->f_star_low);
    real once = real_where((truth)(on->ahead == 0), on->weight, real_all(0));
    out->gap[k] += real_sum(once * (f - p->f_star_low));
    out->gap_error[k] += real_sum(once * (real_abs(f) + f_star)) * relative;
    out->average_gap[k] += real_sum(once * (f_average - p->f_star_low));
    out->average_error[k] += real_sum(once * (real_abs(f_average) + f_star)) * relative;
    out->moment[k] += real_sum(once * second);
    out->moment_error[k] += real_sum(once * second) * relative;
    double alpha = step_size(&t->settings, k);
    for (size_t j = 0; j < p->dim; j++) sum[j] += alpha * t->x[j];
    so_far->weight_sum += alpha;
}

static const char *by_paths(const struct problem *p, const struct method *m, const struct settings *s,
                            struct series *out) {
    struct summing so_far = {
        .p = p, .out = out, .sum = allocate(p->dim, sizeof(real)), .average = allocate(p->dim, sizeof(real))};
    const char *trouble = along_all_paths(p, m, s, out->steps, add, &so_far);
    free(so_far.sum);
    free(so_far.average);
    return trouble;
}

static const char *compute(const struct problem *p, const struct method *m, const struct settings *s, size_t steps,
                           struct series *out) {
    *out = series_new(steps);
    const char *trouble = by_paths(p, m, s, out);
    if (trouble) series_free(out);
    return trouble;
}

const struct exact all_paths = {"all paths", compute};
