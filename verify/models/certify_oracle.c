/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <stdlib.h>

#include "../numbers/compare.h"
#include "../numbers/eigen.h"
#include "../numbers/fail.h"
#include "certificates.h"
#include "trajectory.h"

static bool all(truth t) {
    return !truth_any(~t);
}

const char *certify_oracle(const struct problem *p, struct group *group) {
    size_t n = p->dim;
    real *mean = allocate(3 * n, sizeof *mean), *size = mean + n, *outcome = size + n, total = {0};
    group->square = group->largest = (real){0};
    truth possible = real_finite(total);
    for (size_t i = 0; i < p->components; i++) {
        real weight = outcome_weight(p, group->x, whole_all(i));
        p->component(p, group->x, whole_all(i), outcome);
        possible &= (weight >= -4 * DBL_EPSILON) & (weight <= 1 + 4 * DBL_EPSILON);
        total += weight;
        real length2 = real_dot(n, outcome, outcome);
        group->square += weight * length2;
        group->largest = real_where(weight > 0, real_max(group->largest, length2), group->largest);
        for (size_t j = 0; j < n; j++) {
            mean[j] += weight * outcome[j];
            size[j] += weight * real_abs(outcome[j]);
        }
    }
    double roundings = p->roundings + 2 * (double)p->components + 8;
    truth unbiased = possible;
    for (size_t j = 0; j < n; j++) {
        real error = roundings * DBL_EPSILON * (size[j] + real_abs(group->gradient[j])) + 0x1p-1000;
        unbiased &= real_abs(mean[j] - group->gradient[j]) <= error;
    }
    free(mean);
    if (!all(possible & (real_abs(total - 1) <= roundings * DBL_EPSILON)))
        return "the probabilities of the outcomes do not add up to 1";
    bool biased = p->lacks & LACKS_UNBIASEDNESS;
    if (!biased && !all(unbiased)) return "E grad f_i is not grad f";
    if (biased && truth_any(unbiased)) return "the oracle is said to be biased and is not";
    return NULL;
}

/* ---- noise ---- */

const char *certify_noise(const struct problem *p) {
    if (p->noise == 0 || (p->draw && !p->second_order)) return NULL;
    size_t n = p->dim;
    real *x = allocate(2 * n, sizeof *x), *outcome = x + n;
    double *low = allocate(2 * n, sizeof *low), *high = low + n, widest = 0;
    for (size_t j = 0; j < n; j++) {
        x[j] = real_all(p->x_star[j]);
        low[j] = INFINITY;
        high[j] = -INFINITY;
    }
    for (size_t i = 0; i < p->components; i++) {
        if (!(outcome_weight(p, x, whole_all(i))[0] > 0)) continue;
        p->component(p, x, whole_all(i), outcome);
        for (size_t j = 0; j < n; j++) {
            low[j] = smaller(low[j], outcome[j][0]);
            high[j] = larger(high[j], outcome[j][0]);
        }
    }
    for (size_t j = 0; j < n; j++) widest = larger(widest, (high[j] - low[j]) / 2);
    free(low);
    free(x);
    return fabs(widest - p->noise) <= 1e-9 * widest ? NULL
                                                    : "the answers at x_star are not as far apart as the noise says";
}

const char *certify_fading(const struct problem *p, const struct group *group, double noise_star, struct witness *w) {
    if (!p->fading) return NULL;
    double fading = p->fading(p);
    real distance = real_sqrt(squared_distance(p->dim, group->x, p->x_star));
    real slope = real_dot(p->dim, group->gradient, group->gradient), variance = group->square - slope;
    real left = real_max(noise_star - fading * distance, (real){0});
    real rounding = (p->roundings + (double)p->components + 8) * DBL_EPSILON * (group->square + slope + left * left);
    real seen = (noise_star - real_sqrt(real_max(variance, (real){0}))) / distance;
    w->fading = real_largest(w->fading, real_where(distance > 1e-6, seen, (real){0}));
    return all(variance >= left * left - rounding) ? NULL : "the noise fades faster than is said";
}

/* E D_i'D_i for the derivative D_i of the noise of component i at a point, by central differences; n x n. */
static void noise_slopes(const struct problem *p, const double at[], double square[]) {
    size_t n = p->dim;
    const double h = 1e-5;
    real x[2][SEEN], mean[2][SEEN], one[2][SEEN];
    for (int side = 0; side < 2; side++) {
        for (size_t j = 0; j < n; j++) x[side][j] = real_all(at[j]);
        for (size_t j = 0; j < n; j++) x[side][j][j] += side ? -h : h;
        p->value(p, x[side], mean[side]);
    }
    memset(square, 0, n * n * sizeof *square);
    for (size_t i = 0; i < p->components; i++) {
        for (int side = 0; side < 2; side++) p->component(p, x[side], whole_all(i), one[side]);
        for (size_t j = 0; j < n; j++) one[0][j] = (one[0][j] - mean[0][j] - (one[1][j] - mean[1][j])) / (2 * h);
        for (size_t r = 0; r < n; r++)
            for (size_t c = 0; c < n; c++)
                for (size_t j = 0; j < n; j++) square[r * n + c] += one[0][j][r] * one[0][j][c] / (double)p->components;
    }
}

const char *certify_noise_slope(const struct problem *p, struct witness *w) {
    bool biased = p->lacks & LACKS_UNBIASEDNESS; /* what differs then is not the noise alone */
    if (!p->fading || p->weight || (p->draw && !p->second_order) || biased || p->dim > SEEN) return NULL;
    double zero[SEEN] = {0}, square[SEEN * SEEN], least, largest, fading = p->fading(p);
    for (int at = 0; at < 2; at++) {
        noise_slopes(p, at ? p->x_star : zero, square);
        eigen_extremes(p->dim, square, &least, &largest);
        double slope = sqrt(larger(largest, 0));
        w->fading = larger(w->fading, slope);
        if (!(slope <= fading * (1 + 1e-6) + 1e-6)) return "the noise changes faster than is said";
    }
    return NULL;
}

/* ---- components ---- */

/* ||d||^2 <= L_max <d, x - x_star> for d = grad f_i(x) - grad f_i(x_star): what convex components with an L_max-Lipschitz
 * gradient satisfy. */
const char *certify_components(const struct problem *p, const struct group *group) {
    if (!(p->L_max > 0) || (p->draw && !p->second_order)) return NULL;
    size_t n = p->dim;
    real *star = allocate(3 * n, sizeof *star), *here = star + n, *there = here + n;
    for (size_t j = 0; j < n; j++) star[j] = real_all(p->x_star[j]);
    bool holds = true;
    for (size_t i = 0; i < p->components && holds; i++) {
        p->component(p, group->x, whole_all(i), here);
        p->component(p, star, whole_all(i), there);
        real square = {0}, inner = {0}, size = {0}, distance2 = {0};
        for (size_t j = 0; j < n; j++) {
            square += (here[j] - there[j]) * (here[j] - there[j]);
            inner += (here[j] - there[j]) * (group->x[j] - star[j]);
            size += real_abs(here[j]) + real_abs(there[j]);
            distance2 += (group->x[j] - star[j]) * (group->x[j] - star[j]);
        }
        real rounding = (p->roundings + 8) * DBL_EPSILON * size;
        real slack = rounding * (2 * size + p->L_max * real_sqrt(distance2)) + 1e-12 * square;
        holds = all(square <= p->L_max * inner + slack);
    }
    free(star);
    return holds ? NULL : "a component is not convex and L_max-smooth";
}

/* A component in each lane; the last one again where there are no more. */
static whole from_component(const struct problem *p, size_t first) {
    whole i = first + whole_numbered(), last = whole_all(p->components - 1);
    return whole_where((truth)(i < p->components), i, last);
}

/* v over its length, where that is not 0; the length. */
static real normalise(size_t n, real v[]) {
    real length = real_sqrt(real_dot(n, v, v)), factor = real_where(length > 0, 1 / length, real_all(1));
    for (size_t j = 0; j < n; j++) v[j] *= factor;
    return length;
}

/* The curvature of components i at 0 along the direction that it stretches most: the power method on central differences,
 * from the components' gradients.  room holds 4 n numbers. */
static real stiffness(const struct problem *p, whole i, real room[]) {
    enum { POWERS = 400 }; /* at most: until none grows by more than 1e-6 of itself */
    size_t n = p->dim;
    real *u = room, *x = u + n, *ahead = x + n, *behind = ahead + n, stretch = {0};
    const double h = 1e-4;
    memset(x, 0, n * sizeof *x);
    p->component(p, x, i, u);
    for (size_t j = 0; j < n; j++) u[j] = real_where(real_abs(u[j]) > 0, u[j], real_all(1e-3));
    normalise(n, u);
    for (int power = 0; power < POWERS; power++) {
        for (size_t j = 0; j < n; j++) x[j] = h * u[j];
        p->component(p, x, i, ahead);
        for (size_t j = 0; j < n; j++) x[j] = -h * u[j];
        p->component(p, x, i, behind);
        for (size_t j = 0; j < n; j++) u[j] = (ahead[j] - behind[j]) / (2 * h);
        real before = stretch;
        stretch = normalise(n, u);
        if (power && !truth_any(stretch - before > 1e-6 * stretch)) break;
    }
    return stretch;
}

/* ||grad f_i|| far from x_star, to where f_i grows. */
static real far_out(const struct problem *p, whole i, real room[]) {
    size_t n = p->dim;
    real *x = room, *g = x + n;
    for (size_t j = 0; j < n; j++) x[j] = real_all(p->x_star[j]);
    p->component(p, x, i, g);
    normalise(n, g);
    for (size_t j = 0; j < n; j++) x[j] = box_project(p->domain, x[j] + 1e6 * g[j]);
    p->component(p, x, i, g);
    return real_sqrt(real_dot(n, g, g));
}

const char *certify_stiffest(const struct problem *p, struct witness *w) {
    size_t n = p->dim;
    real *room = allocate(4 * n, sizeof *room);
    for (size_t i = 0; i < p->components; i += LANES) {
        whole those = from_component(p, i);
        if (p->L_max > 0) w->L_max = real_largest(w->L_max, stiffness(p, those, room));
        if (p->lipschitz > 0) w->lipschitz = real_largest(w->lipschitz, far_out(p, those, room));
    }
    free(room);
    if (p->L_max > 0 && !(w->L_max <= p->L_max * (1 + 1e-6))) return "a component's curvature exceeds L_max";
    if (p->lipschitz > 0 && !(w->lipschitz <= p->lipschitz * (1 + 1e-12)))
        return "a component's gradient is longer than the Lipschitz constant";
    return NULL;
}
