/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "series.h"

#include <float.h>

#include "../models/trajectory.h"
#include "../numbers/compare.h"

/* E f(x_{k+1}) - f* given x_k = x in each lane, and E g^2 there. */
static real expected_next(const struct problem *p, const struct method *m, const struct settings *s, size_t k,
                          const real x[], real *second) {
    real sum = {0};
    *second = (real){0};
    for (size_t i = 0; i < p->components; i++) {
        real g[1], weight = outcome_weight(p, x, whole_all(i)), next[1] = {x[0]};
        p->component(p, x, whole_all(i), g);
        m->step(s, k, 1, next, g, NULL);
        sum += weight * (p->value(p, next, NULL) - p->f_star_low);
        *second += weight * g[0] * g[0];
    }
    return sum;
}

static const char *read_off(const struct problem *p, const struct method *m, const struct settings *s,
                            struct series *out) {
    if (p->dim != 1) return "the problem has more than one dimension";
    if (m->vectors || m->matrices) return "the method has a memory";
    if (p->draw) return "its oracle is not a draw of one outcome";
    struct envelope e = p->envelope ? p->envelope(p, step_size(s, 0), out->steps) : (struct envelope){0};
    if (!(e.radius > 0)) return "no range is certified for this step size";
    double unit = DBL_EPSILON / 2 * (p->roundings + 16);
    real x[1]; /* from edge to edge, and the minimiser in the middle */
    for (int l = 0; l < LANES; l++) x[0][l] = p->x_star[0] + e.radius * (2 * l / (LANES - 1.0) - 1);
    x[0][LANES / 2] = p->x_star[0];
    real f = p->value(p, x, NULL) - p->f_star_low;
    out->gap[0] = problem_gap_0(p);
    for (size_t k = 0; k <= out->steps; k++) {
        real second, next = expected_next(p, m, s, k, x, &second);
        double constant = next[LANES / 2], slope = (next[0] - constant) / f[0];
        double slack = unit * (next[0] + constant), slope_error = slack / f[0];
        out->moment[k] = second[0];
        out->moment_error[k] = 4 * unit * second[0];
        for (int l = 0; l < LANES; l++) {
            out->moment[k] = smaller(out->moment[k], second[l]);
            if (!(fabs(second[l] - second[0]) <= out->moment_error[k])) return "E g^2 is not the same everywhere";
            if (!(fabs(next[l] - (slope * f[l] + constant)) <= 4 * slack))
                return "E f(x_{k+1}) is not an affine function of f(x_k)";
        }
        if (k == out->steps) break;
        out->gap[k + 1] = slope * out->gap[k] + constant;
        out->gap_error[k + 1] = (fabs(slope) + slope_error) * out->gap_error[k] + slope_error * out->gap[k] +
                                unit * (fabs(slope) * out->gap[k] + constant);
    }
    for (size_t k = 0; k <= out->steps; k++) out->average_gap[k] = out->average_error[k] = NAN;
    return NULL;
}

static const char *compute(const struct problem *p, const struct method *m, const struct settings *s, size_t steps,
                           struct series *out) {
    *out = series_new(steps);
    const char *trouble = read_off(p, m, s, out);
    if (trouble) series_free(out);
    return trouble;
}

const struct exact steady_oracle = {"steady oracle", compute};
