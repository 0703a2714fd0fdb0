/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "convex.h"

#include <gsl/gsl_math.h>

bool is_convex(const struct premises *p) {
    return p->constants->convex;
}
bool is_smooth(const struct premises *p) {
    return isfinite(p->constants->L);
}
bool is_unbiased(const struct premises *p) {
    return !(p->problem->lacks & LACKS_UNBIASEDNESS);
}
bool is_positive(const struct premises *p) {
    return p->constants->alpha > 0;
}

/* Tried at the second step: no other schedule here has the same one. */
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
