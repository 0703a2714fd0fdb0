/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "series.h"

#include <float.h>
#include <stdlib.h>

#include "../models/trajectory.h"
#include "../numbers/compare.h"
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
    real *gradient;
    real worst_off;             /* the largest error of an iterate so far */
    real *before, before_error; /* the iterate before x_k, and how far rounding may have carried it off */
    double weight_sum;
};

/* How far x_k may be off: as far as x_{k-1} was, times what a step can do to a distance, and the step's own roundings.  A
 * gradient step expands distances by alpha L - 1 at most where f is convex, or not at all; elsewhere by 1 + alpha L.  Where
 * f is not smooth its pieces are, with gradients that are constant or nearly so. */
static real error_of_x(struct summing *so_far, const struct trajectory *t) {
    const struct problem *p = so_far->p;
    double alpha = t->k ? step_size(&t->settings, t->k - 1) : 0;
    double L = larger(p->L_max, isfinite(p->L) ? p->L : 0);
    double growth = p->convex ? larger(1, alpha * L - 1) : 1 + alpha * L;
    real size = {0};
    for (size_t j = 0; j < p->dim; j++) {
        size += real_abs(t->x[j]) + (t->k ? real_abs(t->x[j] - so_far->before[j]) : real_all(0));
        so_far->before[j] = t->x[j];
    }
    if (t->k == 0) return so_far->before_error = unit * size;
    return so_far->before_error = growth * so_far->before_error + unit * (p->roundings + 4) * size;
}

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
    real f = p->value(p, t->x, so_far->gradient), second = second_moment(t->problem, t->x, t->scratch);
    real off = error_of_x(so_far, t), slope = real_sqrt(real_dot(p->dim, so_far->gradient, so_far->gradient));
    double curvature = isfinite(p->L) ? p->L : 0;
    real f_off = slope * off + curvature / 2 * off * off;
    if (k == 0) so_far->worst_off = real_all(0);
    so_far->worst_off = real_max(so_far->worst_off, off);
    real f_average = p->value(p, average, so_far->gradient);
    /* The value's own roundings, two for each step that led to x_k and for each weight, and the sum's. */
    double relative = unit * (p->roundings + 8 + 8 * (double)k + (double)(on->paths / LANES + LANES));
    double f_star = fabs(p->f_star_low);
    real once = real_where((truth)(on->ahead == 0), on->weight, real_all(0));
    out->gap[k] += real_sum(once * (f - p->f_star_low));
    out->gap_error[k] += real_sum(once * (real_abs(f) + f_star)) * relative + real_sum(once * f_off);
    out->average_gap[k] += real_sum(once * (f_average - p->f_star_low));
    real average_slope = real_sqrt(real_dot(p->dim, so_far->gradient, so_far->gradient));
    out->average_error[k] +=
        real_sum(once * (real_abs(f_average) + f_star)) * relative +
        real_sum(once * (average_slope * so_far->worst_off + curvature / 2 * so_far->worst_off * so_far->worst_off));
    out->moment[k] += real_sum(once * second);
    /* E||g||^2 moves with x by 2 ||g|| L and L^2 times its square, where the components are as smooth as f. */
    double steep = larger(p->L_max, curvature);
    out->moment_error[k] += real_sum(once * second) * relative +
                            real_sum(once * (2 * real_sqrt(second) * steep * off + steep * steep * off * off));
    double alpha = step_size(&t->settings, k);
    for (size_t j = 0; j < p->dim; j++) sum[j] += alpha * t->x[j];
    so_far->weight_sum += alpha;
}

static const char *by_paths(const struct problem *p, const struct method *m, const struct settings *s,
                            struct series *out) {
    struct summing so_far = {.p = p,
                             .out = out,
                             .sum = allocate(p->dim, sizeof(real)),
                             .average = allocate(p->dim, sizeof(real)),
                             .gradient = allocate(p->dim, sizeof(real)),
                             .before = allocate(p->dim, sizeof(real))};
    const char *trouble = along_all_paths(p, m, s, out->steps, add, &so_far);
    free(so_far.sum);
    free(so_far.average);
    free(so_far.gradient);
    free(so_far.before);
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
