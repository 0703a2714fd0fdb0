/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "convex.h"

#include <gsl/gsl_math.h>

#include "../../verify/runs/runs.h"

/* Tried at the second step: no other schedule here has the same one. */
bool is_at_most_1_over_L(const struct premises *p) {
    double steps = p->constants->L * p->constants->alpha;
    return is_positive(p) && (!is_smooth(p) || steps <= 1 + 1e-12);
}
bool falls_like_root(const struct premises *p) {
    double first = step_size(p->settings, 0),
           second = step_size(p->settings, 1);
    return fabs(second * M_SQRT2 - first) <= 1e-12 * fabs(first);
}

double root(const struct settings *s, size_t k) {
    return schedule_root(s, k);
}

double root_sum(size_t k) {
    double sum = 0;
    for (size_t i = k; i >= 1; i--)
        sum += 1 / sqrt((double)i); /* the small ones first */
    return sum;
}

double harmonic_sum(size_t k) {
    double sum = 0;
    for (size_t i = k; i >= 1; i--) sum += 1 / (double)i;
    return sum;
}

double root_bound(const struct constants *c, double noise, size_t k,
                  double first, double second) {
    double start = c->distance * c->distance / c->alpha,
           rest = c->alpha * noise * log1p((double)k);
    return (first * start + second * rest) / sqrt((double)k);
}

double slides_start(const struct constants *c, size_t k) {
    return root_bound(c, 0, k, 1.25, 0);
}

double slides_noise(const struct constants *c, double noise, size_t k) {
    return root_bound(c, noise, k, 0, 5);
}

double sharpened_start(const struct constants *c, size_t k) {
    return root_bound(c, 0, k, 0.5, 0);
}

double sharpened_noise(const struct constants *c, double noise, size_t k) {
    return root_bound(c, noise, k, 0, 0.5 / M_LN2);
}

double root_quotient(const struct constants *c, double noise, size_t k) {
    return (c->distance * c->distance +
            noise * c->alpha * c->alpha * harmonic_sum(k)) /
           (2 * c->alpha * root_sum(k));
}

void average_of_gaps(struct inquiry *q, const struct setting *s,
                     double (*bound)(const struct constants *, size_t k),
                     enum sign sign) {
    struct series e;
    struct problem *p = s->problem();
    struct settings settings = s->settings;
    struct constants c = constants_of(p, settings.alpha);
    if (settings.chosen) settings.alpha = settings.chosen(&c, s->steps);
    c.alpha = settings.alpha;
    if (inquiry_assumes(q, p, s->method, &settings, s->steps) &&
        inquiry_series(q, s, &e)) {
        double sum = 0, error = 0;
        for (size_t k = 1; k <= s->steps; k++) {
            sum += e.gap[k - 1];
            error += e.gap_error[k - 1];
            if (k != s->steps && k != rung_after(k - 1)) continue;
            double right = bound(&c, k), mean = sum / (double)k;
            inquiry_exact(q, p->id, s->method->id, k, mean,
                          error / (double)k +
                              (double)(k + 16) * DBL_EPSILON * (mean + right),
                          sign, right);
        }
        series_free(&e);
    }
    problem_free(p);
}
