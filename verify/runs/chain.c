/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "series.h"

#include <float.h>
#include <gsl/gsl_blas.h>

#include "../models/trajectory.h"

static const double unit = DBL_EPSILON / 2; /* the largest relative error of one rounding */

static const char *by_chain(const struct problem *p, const struct method *m, const struct settings *s,
                            struct series *out) {
    if (!p->lattice || p->dim != 1) return "the problem has no lattice";
    if (m->vectors || m->matrices) return "the method has a memory";
    if (s->schedule) return "the step size changes";
    struct envelope envelope = p->envelope(p, s->alpha, out->steps);
    double spacing = p->lattice(p, s->alpha);
    if (!(envelope.radius > 0) || !(spacing > 0)) return "this step size leaves the lattice";

    /* Points x_0 + h z within the envelope. */
    double x_0 = p->x_0[0], reach = envelope.radius * (1 + 1e-9);
    long low = (long)ceil((p->x_star[0] - reach - x_0) / spacing);
    long high = (long)floor((p->x_star[0] + reach - x_0) / spacing);
    size_t points = (size_t)(high - low + 1);
    gsl_matrix *transition = gsl_matrix_calloc(points, points); /* column: from, row: to */
    gsl_vector *gap = gsl_vector_alloc(points), *moment = gsl_vector_alloc(points);
    gsl_vector *now = gsl_vector_calloc(points), *next = gsl_vector_calloc(points);
    struct trajectory t = trajectory_new(p, m, s);
    const char *trouble = NULL;
    for (size_t first = 0; first < points; first += LANES) {
        whole index = whole_numbered() + first;
        index = whole_where((truth)(index < points), index, whole_all(points - 1));
        real here;
        for (int l = 0; l < LANES; l++) here[l] = x_0 + spacing * (double)(low + (long)index[l]);
        t.x[0] = here;
        real f = p->value(p, t.x, NULL), second = second_moment(p, t.x, t.scratch);
        for (unsigned l = 0; l < LANES && first + l < points; l++) {
            gsl_vector_set(gap, first + l, f[l] - p->f_star_low);
            gsl_vector_set(moment, first + l, second[l]);
        }
        for (size_t i = 0; i < p->components; i++) {
            t.k = 0;
            t.x[0] = here;
            real weight = outcome_weight(p, t.x, whole_all(i));
            trajectory_step(&t, whole_all(i));
            for (unsigned l = 0; l < LANES && first + l < points; l++) {
                if (weight[l] < 4 * unit) continue; /* an impossible outcome at the edge, up to rounding */
                double place = (t.x[0][l] - x_0) / spacing, nearest = round(place);
                if (!(fabs(place - nearest) <= 1e-9) || nearest < (double)low || nearest > (double)high)
                    trouble = "a step leaves the lattice";
                else
                    *gsl_matrix_ptr(transition, (size_t)((long)nearest - low), first + l) += weight[l];
            }
        }
    }
    trajectory_free(&t);

    gsl_vector_set(now, (size_t)-low, 1);
    for (size_t k = 0; !trouble; k++) {
        double relative = unit * (p->roundings + (double)points + 4 + (double)k * (double)(points + 8));
        gsl_blas_ddot(now, gap, &out->gap[k]);
        gsl_blas_ddot(now, moment, &out->moment[k]);
        out->gap_error[k] = relative * (out->gap[k] + fabs(p->f_star_low));
        out->moment_error[k] = relative * out->moment[k];
        out->average_gap[k] = out->average_error[k] = NAN; /* the chain forgets where it was */
        if (k == out->steps) break;
        gsl_blas_dgemv(CblasNoTrans, 1, transition, now, 0, next);
        gsl_vector_memcpy(now, next);
    }
    gsl_matrix_free(transition);
    gsl_vector_free(gap);
    gsl_vector_free(moment);
    gsl_vector_free(now);
    gsl_vector_free(next);
    return trouble;
}

static const char *compute(const struct problem *p, const struct method *m, const struct settings *s, size_t steps,
                           struct series *out) {
    *out = series_new(steps);
    const char *trouble = by_chain(p, m, s, out);
    if (trouble) series_free(out);
    return trouble;
}

const struct exact finite_chain = {"finite chain", compute};
