/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "series.h"

#include <float.h>
#include <stdlib.h>

#include "../models/trajectory.h"
#include "../numbers/fail.h"

static const double unit = DBL_EPSILON / 2; /* the largest relative error of one rounding */

static const char *by_paths(const struct problem *p, const struct method *m, const struct settings *s,
                            struct series *out) {
    const size_t most = (size_t)1 << 22;
    size_t paths = 1;
    for (size_t k = 0; k < out->steps && p->components > 1; k++)
        if ((paths *= p->components) > most) return "there are more than 2^22 paths";

    if (p->draw) return "its oracle is not a draw of one outcome";
    struct trajectory t = trajectory_new(p, m, s);
    real *sum = allocate(p->dim, sizeof(real)), *average = allocate(p->dim, sizeof(real));
    for (size_t first = 0; first < paths; first += LANES) {
        whole path = whole_numbered() + first;
        real weight = real_where((truth)(path < paths), real_all(1), real_all(0));
        double weight_sum = 0;
        trajectory_restart(&t);
        memset(sum, 0, p->dim * sizeof(real));
        for (size_t k = 0;; k++) {
            for (size_t j = 0; j < p->dim; j++) average[j] = k ? sum[j] / weight_sum : t.x[j];
            real f = p->value(p, t.x, NULL), second = second_moment(t.problem, t.x, t.scratch);
            real f_average = p->value(p, average, NULL);
            /* The value's own roundings, two for each step that led to x_k and for each weight, and the sum's. */
            double relative = unit * (p->roundings + 8 + 8 * (double)k + (double)(paths / LANES + LANES));
            double f_star = fabs(p->f_star_low);
            /* Paths that part only from here on are one path so far: count the one whose later digits are all 0. */
            real once = real_where((truth)(path == 0), weight, real_all(0));
            out->gap[k] += real_sum(once * (f - p->f_star_low));
            out->gap_error[k] += real_sum(once * (real_abs(f) + f_star)) * relative;
            out->average_gap[k] += real_sum(once * (f_average - p->f_star_low));
            out->average_error[k] += real_sum(once * (real_abs(f_average) + f_star)) * relative;
            out->moment[k] += real_sum(once * second);
            out->moment_error[k] += real_sum(once * second) * relative;
            if (k == out->steps) break;
            double alpha = step_size(s, k);
            for (size_t j = 0; j < p->dim; j++) sum[j] += alpha * t.x[j];
            weight_sum += alpha;
            /* Step k takes the k-th digit of the path's number to the base `components`. */
            whole outcome = path % p->components;
            path /= p->components;
            weight *= outcome_weight(t.problem, t.x, outcome);
            trajectory_step(&t, outcome);
        }
    }
    free(sum);
    free(average);
    trajectory_free(&t);
    return NULL;
}

static const char *compute(const struct problem *p, const struct method *m, const struct settings *s, size_t steps,
                           struct series *out) {
    *out = series_new(steps);
    const char *trouble = by_paths(p, m, s, out);
    if (trouble) series_free(out);
    return trouble;
}

const struct exact all_paths = {"all paths", compute};
