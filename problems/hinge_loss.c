/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A support vector machine without regularisation, on data that a hyperplane separates:
 *
 *     f(x) = 1/m sum_i max(0, 1 - <t_i, x>),  t_i = y_i a_i,  from x_0 = 0.
 *
 * 40 rows of 4 features, uniform on the unit sphere, with labels y_i = sign <a_i, w> for a w of length 1; rows
 * with |<a_i, w>| < 1/4 are drawn again.  So f* = 0.  x_star is the minimiser nearest to 0, the hard-margin
 * machine, up to rounding and pushed out a little so that f(x_star) = 0 without any.
 */
#include <gsl/gsl_randist.h>

#include "../verify/numbers/pcg.h"
#include "problems.h"

enum { M = 40, N = 4 };
static const double margin = 0.25;

static const double *row_of(const struct problem *p, size_t i) {
    return p->data + i * real_stride(N);
}

/* -t where the loss is positive, 0 where it is not, and a NaN stays one. */
static real slope(real loss, real t) {
    return real_where(loss > 0, -t, real_where(loss <= 0, (real){0}, loss));
}

static real value(const struct problem *p, const real x[], real gradient[]) {
    real losses = {0};
    if (gradient)
        for (size_t j = 0; j < N; j++) gradient[j] = (real){0};
    for (size_t i = 0; i < M; i++) {
        const double *t = row_of(p, i);
        real loss = real_all(1);
        for (size_t j = 0; j < N; j++) loss -= t[j] * x[j];
        /* A NaN is neither above 0 nor 0, and must get through. */
        losses += real_where(loss <= 0, real_all(0), loss);
        if (gradient)
            for (size_t j = 0; j < N; j++) gradient[j] += slope(loss, real_all(t[j] / M));
    }
    return losses / M;
}

/* The subgradient at a kink is 0.  The sum has the order of `value`, so that both see the same side of it. */
static void component(const struct problem *p, const real x[], whole i, real g[]) {
    real t[N], loss = real_all(1);
    real_rows(p->data, N, i, t);
    for (size_t j = 0; j < N; j++) loss -= t[j] * x[j];
    for (size_t j = 0; j < N; j++) g[j] = slope(loss, t[j]);
}

/* x* minimises every component: <grad f_i(x), x - x*> >= f_i(x) - f_i(x*) >= 0, along every path. */
static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    double distance = problem_distance(p), c = p->lipschitz;
    double radius = sqrt(distance * distance + (double)steps * alpha * alpha * c * c);
    return (struct envelope){radius, c * radius, c * c, c * c};
}

static double worst_margin(const struct problem *p, const double x[]) {
    double least = INFINITY;
    for (size_t i = 0; i < M; i++) {
        double inner = 0;
        for (size_t j = 0; j < N; j++) inner += row_of(p, i)[j] * x[j];
        least = fmin(least, inner);
    }
    return least;
}

/* Min ||x||^2 subject to <t_i, x> >= 1 by coordinate ascent on its dual: x = sum lambda_i t_i, lambda_i >= 0. */
static void separate(struct problem *p) {
    double lambda[M] = {0}, *x = p->x_star;
    for (int sweep = 0; sweep < 2000; sweep++)
        for (size_t i = 0; i < M; i++) {
            const double *t = row_of(p, i);
            double inner = 0, square = 0;
            for (size_t j = 0; j < N; j++) {
                inner += t[j] * x[j];
                square += t[j] * t[j];
            }
            double next = fmax(0, lambda[i] + (1 - inner) / square);
            for (size_t j = 0; j < N; j++) x[j] += (next - lambda[i]) * t[j];
            lambda[i] = next;
        }
    double scale = (1 + 1e-14) / worst_margin(p, x);
    for (size_t j = 0; j < N; j++) x[j] *= scale;
}

static void draw_data(double table[]) {
    static const double w[N] = {0.5, -0.5, 0.5, 0.5};
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(40, 3));
    for (size_t i = 0; i < M;) {
        double a[N], inner = 0;
        gsl_ran_dir_nd(rng, N, a);
        for (size_t j = 0; j < N; j++) inner += a[j] * w[j];
        if (fabs(inner) < margin) continue;
        for (size_t j = 0; j < N; j++) table[i * real_stride(N) + j] = inner > 0 ? a[j] : -a[j];
        i++;
    }
    gsl_rng_free(rng);
}

struct problem *hinge_loss(void) {
    struct problem *p = problem_new(N, M * real_stride(N));
    p->id = "hinge_loss";
    p->title[0] = "hinge loss";
    p->title[1] = "потери SVM";
    p->formula = "\\frac1m\\sum_{i=1}^m\\max(0,1-y_i\\langle a_i,x\\rangle),\\quad m=40,\\ n=4,\\ \\|a_i\\|=1,\\text{ "
                 "separable}";
    p->certified[0] =
        "- $\\|\\nabla f_i\\|\\le\\|a_i\\|=1$; the subgradient at a kink is 0. Not smooth, no $\\mu$.\n"
        "- $f^*=0$: no loss is negative, and at $x^*$ all of them are 0.\n"
        "- envelope: $x^*$ minimises every component, so $\\langle\\nabla f_i(x),x-x^*\\rangle\\ge0$ and on "
        "every path\n"
        "  $\\|x_k-x^*\\|^2\\le\\|x_0-x^*\\|^2+k\\alpha^2$.\n";
    p->certified[1] =
        "- $\\|\\nabla f_i\\|\\le\\|a_i\\|=1$; субградиент в точке излома равен 0. Функция негладкая, $\\mu$ "
        "нет.\n"
        "- $f^*=0$: потери неотрицательны, а в $x^*$ все они равны 0.\n"
        "- огибающая: $x^*$ — точка минимума каждого слагаемого, поэтому "
        "$\\langle\\nabla f_i(x),x-x^*\\rangle\\ge0$, и на любой траектории "
        "$\\|x_k-x^*\\|^2\\le\\|x_0-x^*\\|^2+k\\alpha^2$.\n";
    p->components = M;
    p->L = INFINITY;
    p->lacks = LACKS_SMOOTHNESS | LACKS_PL;
    p->convex = true;
    p->lipschitz = 1 + 1e-14;
    p->roundings = M + N + 8;
    p->value = value;
    p->component = component;
    p->envelope = envelope;
    draw_data(p->data);
    separate(p);
    return p;
}
