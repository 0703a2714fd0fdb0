/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Least absolute deviations with bounded noise:
 *
 *     f(x) = 1/m sum_i |<a_i, x> - b_i|,  from x_0 = 0.
 *
 * 20 directions a_i, uniform on the unit sphere in 3 dimensions, each measured twice: b = <a_i, w> +- e_i with e_i
 * uniform on [0, 1/4), w = (2, -1, 1).  A pair adds |r - e| + |r + e| = 2 max(|r|, e), so f* = mean e_i, wherever
 * |<a_i, x - w>| <= e_i for all i: the noise makes the minimum positive, and no step is free of it.  x_star is the point
 * of this polytope around w that is nearest to 0.
 */
#include <gsl/gsl_randist.h>

#include "../verify/numbers/pcg.h"
#include "problems.h"

enum { M = 40, N = 3 };
static const double largest_error = 0.25;

/* `slope` times the sign of the residual: 0 at the kink, and a NaN stays one. */
static real signed_by(real residual, real slope) {
    const real none = {0};
    return real_where(residual > 0, slope, real_where(residual < 0, -slope, real_where(residual == 0, none, residual)));
}

/* One row of data a component: a_i, then b_i. */
static const double *row_of(const struct problem *p, size_t i) {
    return p->data + i * real_stride(N + 1);
}

static real value(const struct problem *p, const real x[], real gradient[]) {
    real sum = {0};
    if (gradient)
        for (size_t j = 0; j < N; j++) gradient[j] = (real){0};
    for (size_t i = 0; i < M; i++) {
        const double *row = row_of(p, i);
        real residual = real_all(-row[N]);
        for (size_t j = 0; j < N; j++) residual += row[j] * x[j];
        sum += real_abs(residual);
        if (gradient)
            for (size_t j = 0; j < N; j++) gradient[j] += signed_by(residual, real_all(row[j] / M));
    }
    return sum / M;
}

/* The subgradient at a kink is 0.  The sum has the order of `value`, so that both see the same side of it. */
static void component(const struct problem *p, const real x[], whole i, real g[]) {
    real row[N + 1];
    real_rows(p->data, N + 1, i, row);
    real residual = -row[N];
    for (size_t j = 0; j < N; j++) residual += row[j] * x[j];
    for (size_t j = 0; j < N; j++) g[j] = signed_by(residual, row[j]);
}

/* b_i - <a_i, x*>. */
static double residual_at_star(const struct problem *p, size_t i) {
    double residual = row_of(p, i)[N];
    for (size_t j = 0; j < N; j++) residual -= row_of(p, i)[j] * p->x_star[j];
    return residual;
}

/* <grad f_i(x), x - x*> >= f_i(x) - f_i(x*) >= -max f_i(x*), along every path. */
static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    double distance = problem_distance(p), c = p->lipschitz, largest = 0;
    for (size_t i = 0; i < M; i++) largest = fmax(largest, fabs(residual_at_star(p, i)));
    double radius = sqrt(distance * distance + (double)steps * (2 * alpha * largest + alpha * alpha * c * c));
    return (struct envelope){radius, c * radius, c * c, c * c};
}

/* Min ||x||^2 subject to b_{i+1} <= <a_i, x> <= b_i for each pair, by coordinate ascent on its dual, as in hinge_loss.c:
 * x = sum lambda_i a_i, with lambda_i <= 0 for the rows of b + e and >= 0 for those of b - e. */
static void approach(struct problem *p) {
    double lambda[M] = {0};
    for (int sweep = 0; sweep < 2000; sweep++)
        for (size_t i = 0; i < M; i++) {
            double next = lambda[i] + residual_at_star(p, i);
            next = i % 2 ? fmax(0, next) : fmin(0, next);
            for (size_t j = 0; j < N; j++) p->x_star[j] += (next - lambda[i]) * row_of(p, i)[j];
            lambda[i] = next;
        }
}

struct problem *absolute_deviations(void) {
    static const double w[N] = {2, -1, 1};
    struct problem *p = problem_new(N, M * real_stride(N + 1));
    p->id = "absolute_deviations";
    p->title[0] = "least absolute deviations";
    p->title[1] = "наименьшие модули";
    p->formula = "\\frac1m\\sum_{i=1}^m|\\langle a_i,x\\rangle-b_i|,\\quad m=40,\\ n=3,\\ \\|a_i\\|=1";
    p->certified[0] =
        "- $\\|\\nabla f_i\\|\\le\\|a_i\\|=1$; the subgradient at a kink is 0. Not smooth, no $\\mu$.\n"
        "- $f^*$: rows come in pairs with $b=\\langle a_i,w\\rangle\\pm e_i$, which add $2\\max(|\\langle "
        "a_i,x-w\\rangle|,e_i)\\ge2e_i$, with equality on a polytope around $w$; $x^*$ is its point nearest to 0.\n"
        "- envelope: $\\langle\\nabla f_i(x),x-x^*\\rangle\\ge f_i(x)-f_i(x^*)\\ge-\\max_if_i(x^*)$, so on every path\n"
        "  $\\|x_k-x^*\\|^2\\le\\|x_0-x^*\\|^2+k(2\\alpha\\max_if_i(x^*)+\\alpha^2)$.\n";
    p->certified[1] =
        "- $\\|\\nabla f_i\\|\\le\\|a_i\\|=1$; субградиент в точке излома равен 0. Функция негладкая, $\\mu$ "
        "нет.\n"
        "- $f^*$: строки идут парами с $b=\\langle a_i,w\\rangle\\pm e_i$, и вклад пары равен "
        "$2\\max(|\\langle a_i,x-w\\rangle|,e_i)\\ge2e_i$, причём равенство достигается на многограннике вокруг "
        "$w$; $x^*$ — его ближайшая к 0 точка.\n"
        "- огибающая: $\\langle\\nabla f_i(x),x-x^*\\rangle\\ge f_i(x)-f_i(x^*)\\ge-\\max_if_i(x^*)$, поэтому на "
        "любой траектории $\\|x_k-x^*\\|^2\\le\\|x_0-x^*\\|^2+k(2\\alpha\\max_if_i(x^*)+\\alpha^2)$.\n";
    p->components = M;
    p->L = INFINITY;
    p->lacks = LACKS_SMOOTHNESS | LACKS_PL;
    p->convex = true;
    p->lipschitz = 1 + 1e-14;
    p->roundings = M + N + 8;
    p->value = value;
    p->component = component;
    p->envelope = envelope;
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(20, 3));
    double sum = 0;
    for (size_t i = 0; i < M; i += 2) {
        double a[N], error = largest_error * gsl_rng_uniform(rng), inner = 0;
        gsl_ran_dir_nd(rng, N, a);
        for (size_t j = 0; j < N; j++) inner += a[j] * w[j];
        for (size_t sign = 0; sign < 2; sign++) {
            double *row = p->data + (i + sign) * real_stride(N + 1);
            memcpy(row, a, sizeof a);
            row[N] = inner + (sign ? -error : error);
        }
        sum += row_of(p, i)[N] - row_of(p, i + 1)[N];
    }
    gsl_rng_free(rng);
    /* The pairs as they were rounded: twice e_i is what b + e and b - e are apart. */
    double rounding = M * 0x1p-52 * sum / M;
    p->f_star_low = sum / M - rounding;
    p->f_star_high = sum / M + rounding;
    approach(p);
    return p;
}
