/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Least squares on data, f_i(x) = (<a_i, x> - b_i)^2/2 + l2/2 ||x||^2.
 *
 * With d = x - x*, r_i = <a_i, x*> - b_i, G = A'A/m and H = G + l2 I:
 *
 *     f(x) = f(x*) + <grad f(x*), d> + d'Hd/2,
 *     E||grad f_i(x)||^2 = d'Qd + 2 <q, d> + E||a||^2 r^2 + 2 l2 <x, Gd + e> + l2^2 ||x||^2,
 *
 * Q = E||a||^2 a a', q = E||a||^2 r a, e = E r a.  So neither needs the rows again, and a million of them cost a run
 * nothing but what its steps read.
 *
 * f* is enclosed by f(x*) - ||grad f(x*)||^2/(2 mu) <= f* <= f(x*), where mu is the least eigenvalue of H that is more than
 * rounding, the PL constant of a quadratic.  The envelopes are those of linear.h. */
#include <gsl/gsl_math.h>
#include <stdlib.h>

#include "../verify/numbers/eigen.h"
#include "../verify/numbers/fail.h"
#include "models.h"

/* What lies after the rows. */
struct parts {
    double *gram, *fourth; /* G and Q, n x n */
    double *slope, *cubic; /* e and q */
    double *l2, *minimum, *noise, *stiffest, *spread;
    double *end;
};
static struct parts parts_of(const struct problem *p) {
    size_t n = p->dim;
    double *gram = p->data + p->components * real_stride(n + 1), *slope = gram + 2 * n * n, *l2 = slope + 2 * n;
    return (struct parts){gram, gram + n * n, slope, slope + n, l2, l2 + 1, l2 + 2, l2 + 3, l2 + 4, l2 + 5};
}

static real value(const struct problem *p, const real x[], real gradient[]) {
    size_t n = p->dim;
    struct parts t = parts_of(p);
    real along = {0};
    for (size_t r = 0; r < n; r++) {
        real curved = *t.l2 * (x[r] - p->x_star[r]), at = real_all(t.slope[r] + *t.l2 * p->x_star[r]);
        for (size_t c = 0; c < n; c++) curved += t.gram[r * n + c] * (x[c] - p->x_star[c]);
        along += (x[r] - p->x_star[r]) * (curved / 2 + at);
        if (gradient) gradient[r] = curved + at;
    }
    return *t.minimum + along;
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    size_t n = p->dim;
    double l2 = *parts_of(p).l2;
    real row[FEATURES_MAX + 1];
    real_rows(p->data, n + 1, i, row);
    real residual = real_dot(n, row, x) - row[n];
    for (size_t j = 0; j < n; j++) g[j] = residual * row[j] + l2 * x[j];
}

static real square(const struct problem *p, const real x[]) {
    size_t n = p->dim;
    struct parts t = parts_of(p);
    real sum = real_all(*t.noise);
    for (size_t r = 0; r < n; r++) {
        real fourth = {0}, mean = real_all(t.slope[r]);
        for (size_t c = 0; c < n; c++) {
            fourth += t.fourth[r * n + c] * (x[c] - p->x_star[c]);
            mean += t.gram[r * n + c] * (x[c] - p->x_star[c]);
        }
        sum += (x[r] - p->x_star[r]) * (fourth + 2 * t.cubic[r]) + *t.l2 * x[r] * (2 * mean + *t.l2 * x[r]);
    }
    return real_max(sum, (real){0});
}

static void copy_hessian(const struct problem *p, double h[]) {
    size_t n = p->dim;
    struct parts t = parts_of(p);
    memcpy(h, t.gram, n * n * sizeof *h);
    for (size_t j = 0; j < n; j++) h[j * n + j] += *t.l2;
}
static void hessian(const struct problem *p, double lower[], double upper[]) {
    copy_hessian(p, lower);
    copy_hessian(p, upper);
}

/* The root of the largest eigenvalue of E(H_i - H)^2 = Q - G^2, see linear.c. */
static double fading(const struct problem *p) {
    size_t n = p->dim;
    struct parts t = parts_of(p);
    double *spread = allocate(n * n, sizeof *spread), least, largest;
    memcpy(spread, t.fourth, n * n * sizeof *spread);
    for (size_t r = 0; r < n; r++)
        for (size_t c = 0; c < n; c++)
            for (size_t j = 0; j < n; j++) spread[r * n + c] -= t.gram[r * n + j] * t.gram[j * n + c];
    eigen_extremes(n, spread, &least, &largest);
    free(spread);
    return sqrt(fmax(largest, 0)) * (1 + 1e-12) + 1e-6 * p->L;
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    struct parts t = parts_of(p);
    double start = problem_distance(p), radius;
    if (*t.l2 > 0 && alpha * *t.stiffest <= 1)
        radius = fmax(start, *t.spread / *t.l2);
    else if (!(*t.l2 > 0) && alpha * *t.stiffest <= 2)
        radius = start + alpha * (double)steps * *t.spread;
    else
        return (struct envelope){0};
    double moment = gsl_pow_2(*t.stiffest * radius + *t.spread);
    return (struct envelope){radius, p->L / 2 * radius * radius, moment, moment};
}

/* At x_star: f, e, q, E||a||^2 r^2 and the largest ||grad f_i||; returns E|r| ||a||, for the roundings of e. */
static double look_at_star(const struct dataset *s, struct problem *p) {
    size_t n = p->dim;
    struct parts t = parts_of(p);
    size_t sums = 2 * n + 3;
    double *block = allocate(2 * sums, sizeof *block), *total = block + sums, square_star = 0;
    *t.spread = 0;
    for (size_t i = 0; i < s->rows; i++) {
        const double *a = s->row + i * dataset_stride(s);
        double r = -a[n], length2 = 0, own = 0;
        for (size_t j = 0; j < n; j++) {
            r += a[j] * p->x_star[j];
            length2 += a[j] * a[j];
        }
        for (size_t j = 0; j < n; j++) {
            block[j] += r * a[j];
            block[n + j] += length2 * r * a[j];
            own += gsl_pow_2(r * a[j] + *t.l2 * p->x_star[j]);
        }
        block[2 * n] += r * r / 2;
        block[2 * n + 1] += length2 * r * r;
        block[2 * n + 2] += fabs(r) * sqrt(length2);
        *t.spread = fmax(*t.spread, sqrt(own));
        if ((i + 1) % ROWS_PER_BLOCK && i + 1 < s->rows) continue;
        for (size_t e = 0; e < sums; e++) total[e] += block[e] / (double)s->rows;
        memset(block, 0, sums * sizeof *block);
    }
    memcpy(t.slope, total, n * sizeof *total);
    memcpy(t.cubic, total + n, n * sizeof *total);
    for (size_t j = 0; j < n; j++) square_star += p->x_star[j] * p->x_star[j];
    *t.minimum = total[2 * n] + *t.l2 / 2 * square_star;
    *t.noise = total[2 * n + 1];
    double size = total[2 * n + 2];
    free(block);
    return size;
}

/* x_star -= H^+ grad f(x_star), leaving out directions of eigenvalue 0. */
static void improve(struct problem *p, const double values[], const double vectors[]) {
    size_t n = p->dim;
    struct parts t = parts_of(p);
    double *step = allocate(n, sizeof *step);
    for (size_t e = 0; e < n; e++) {
        double along = 0;
        if (!(values[e] > NULL_SHARE * values[n - 1])) continue;
        for (size_t j = 0; j < n; j++) along += vectors[j * n + e] * (t.slope[j] + *t.l2 * p->x_star[j]);
        for (size_t j = 0; j < n; j++) step[j] += vectors[j * n + e] * along / values[e];
    }
    for (size_t j = 0; j < n; j++) p->x_star[j] -= step[j];
    free(step);
}

struct problem *fit_least_squares(struct dataset *s, double l2, size_t *rank, const char **objection) {
    size_t n = s->features;
    struct problem *p = dataset_problem(s, n, 2 * n * n + 2 * n + 5);
    struct parts t = parts_of(p);
    p->id = "least_squares";
    p->title[0] = "least squares on data";
    p->title[1] = "МНК на данных";
    p->quadratic = true;
    p->value = value;
    p->component = component;
    p->square = square;
    p->hessian = hessian;
    p->fading = fading;
    p->envelope = envelope;
    *t.l2 = l2;
    dataset_moments(s, 0, t.gram);
    dataset_moments(s, 2, t.fourth);
    double *values = allocate(n + 2 * n * n, sizeof *values), *vectors = values + n, *h = vectors + n * n, trace = 0;
    *rank = dataset_rank(s, t.gram, values);
    copy_hessian(p, h);
    eigen_system(n, h, values, vectors);
    size_t first = 0;
    while (first < n && !(values[first] > NULL_SHARE * values[n - 1])) first++;
    for (size_t j = 0; j < n; j++) trace += h[j * n + j];
    double error = (p->roundings + 8 * (double)n) * DBL_EPSILON * trace, size = 0, slope = 0;
    if (first < n) {
        p->L = values[n - 1] * (1 + 1e-12) + error;
        p->mu = values[first] * (1 - 1e-12) - error;
        enum { IMPROVEMENTS = 4 }; /* the first is the solution, the others take its roundings off */
        for (int i = 0; i < IMPROVEMENTS; i++) {
            look_at_star(s, p);
            improve(p, values, vectors);
        }
    } else {
        *objection = "all features are 0";
    }
    size = look_at_star(s, p);
    double longest = dataset_longest(s);
    *t.stiffest = longest * longest + l2;
    p->L_max = *t.stiffest;
    for (size_t j = 0; j < n; j++) slope = hypot(slope, t.slope[j] + l2 * p->x_star[j]);
    slope += p->roundings * DBL_EPSILON * size;
    double rounding = p->roundings * DBL_EPSILON * *t.minimum;
    p->f_star_high = *t.minimum + rounding;
    p->f_star_low = fmax(0, *t.minimum - slope * slope / (2 * p->mu) - rounding);
    free(values);
    if (!*objection && !(p->mu > 0 && p->f_star_high < INFINITY)) *objection = "its eigenvalues are lost in rounding";
    if (!*objection) return p;
    problem_free(p);
    return NULL;
}
