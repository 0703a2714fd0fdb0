/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lecture's problem: l2-regularised logistic regression, m = 200, n = 10, mu = 1, labels +-1 (slide
 * "Основная проблема SGD").
 *
 *     f(x) = mu/2 ||x||^2 + 1/m sum_i log(1 + exp(-y_i <a_i, x>)),  grad f_i(x) = mu x - s_i y_i a_i,
 *
 * with s_i = 1/(1 + exp(y_i <a_i, x>)).  Data: a_i uniform on the sphere of radius sqrt(n), as if rows of
 * standard normal features had been normalised; y_i = +1 with the probability that a model w of standard
 * normal weights gives.  All from PCG with a fixed seed.
 */
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_randist.h>

#include "../verify/numbers/eigen.h"
#include "../verify/numbers/pcg.h"
#include "problems.h"

enum { M = 200, N = 10 };
static const double mu = 1;

/* One row of data a component: t_i = y_i a_i, since labels and features enter only so. */

static real value(const struct problem *p, const real x[], real gradient[]) {
    const size_t stride = real_stride(N);
    real losses = {0};
    if (gradient)
        for (size_t j = 0; j < N; j++) gradient[j] = (real){0};
    for (size_t i = 0; i < M; i++) {
        const double *t = p->data + i * stride;
        real margin = {0};
        for (size_t j = 0; j < N; j++) margin += t[j] * x[j];
        /* log(1 + exp(-z)) without overflow: max(-z, 0) + log1p(exp(-|z|)). */
        real e = real_exp(-real_abs(margin));
        losses += real_max(-margin, (real){0}) + real_log1p(e);
        if (gradient) {
            real s = real_where(margin > 0, e, real_all(1)) / (1 + e);
            for (size_t j = 0; j < N; j++) gradient[j] -= s * t[j];
        }
    }
    if (gradient)
        for (size_t j = 0; j < N; j++) gradient[j] = mu * x[j] + gradient[j] / M;
    return mu / 2 * real_dot(N, x, x) + losses / M;
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    real t[N];
    real_rows(p->data, N, i, t);
    real s = 1 / (1 + real_exp(real_dot(N, t, x)));
    for (size_t j = 0; j < N; j++) g[j] = mu * x[j] - s * t[j];
}

/* A'A/(4m) + mu I from above, as s(1 - s) <= 1/4; mu I from below. */
static void hessian(const struct problem *p, double lower[], double upper[]) {
    for (size_t r = 0; r < N; r++)
        for (size_t c = 0; c < N; c++) {
            double sum = 0;
            for (size_t i = 0; i < M; i++) {
                const double *t = p->data + i * real_stride(N);
                sum += t[r] * t[c];
            }
            lower[r * N + c] = r == c ? mu : 0;
            upper[r * N + c] = sum / (4 * M) + lower[r * N + c];
        }
}

/* Only the part -s(<t_i, x>) t_i of a component's gradient is random; between two points it differs by at most
 * ||t_i|| |<t_i, x - y>|/4, in mean square by (||t||^2/16) times the largest eigenvalue of E t t'. */
static double fading(const struct problem *p) {
    return sqrt(N * (p->L - mu) / 4) * (1 + 1e-12);
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)steps;
    if (!(alpha * mu <= 1)) return (struct envelope){0};
    double start = 0, star = 0, row = sqrt(N);
    for (size_t j = 0; j < N; j++) {
        start = hypot(start, p->x_0[j]);
        star = hypot(star, p->x_star[j]);
    }
    double reach = fmax(start, row / mu), radius = reach + star;
    double square = gsl_pow_2(mu * (radius + star) + row);
    return (struct envelope){radius, p->L / 2 * radius * radius, square, square};
}

/* Newton's method on f, from 0; it converges in a handful of steps. */
static void minimise(struct problem *p) {
    gsl_matrix *h = gsl_matrix_alloc(N, N);
    gsl_vector *step = gsl_vector_alloc(N);
    for (int iteration = 0; iteration < 30; iteration++) {
        real x[N], gradient[N];
        for (size_t j = 0; j < N; j++) x[j] = real_all(p->x_star[j]);
        value(p, x, gradient);
        gsl_matrix_set_identity(h);
        gsl_matrix_scale(h, mu);
        for (size_t i = 0; i < M; i++) {
            const double *t = p->data + i * real_stride(N);
            double margin = 0;
            for (size_t j = 0; j < N; j++) margin += t[j] * p->x_star[j];
            double s = 1 / (1 + exp(margin));
            for (size_t r = 0; r < N; r++)
                for (size_t c = 0; c < N; c++) *gsl_matrix_ptr(h, r, c) += s * (1 - s) * t[r] * t[c] / M;
        }
        for (size_t j = 0; j < N; j++) gsl_vector_set(step, j, gradient[j][0]);
        gsl_linalg_cholesky_decomp1(h);
        gsl_linalg_cholesky_svx(h, step);
        for (size_t j = 0; j < N; j++) p->x_star[j] -= gsl_vector_get(step, j);
    }
    gsl_matrix_free(h);
    gsl_vector_free(step);
}

static void draw_data(double table[]) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(200, 10));
    double w[N], a[N];
    for (size_t j = 0; j < N; j++) w[j] = gsl_ran_gaussian(rng, 1);
    for (size_t i = 0; i < M; i++) {
        gsl_ran_dir_nd(rng, N, a);
        double margin = 0;
        for (size_t j = 0; j < N; j++) margin += (a[j] *= sqrt(N)) * w[j];
        double y = gsl_rng_uniform(rng) < 1 / (1 + exp(-margin)) ? 1 : -1;
        for (size_t j = 0; j < N; j++) table[i * real_stride(N) + j] = y * a[j];
    }
    gsl_rng_free(rng);
}

/* The largest eigenvalue of the upper Hessian bound. */
static double smoothness(const struct problem *p) {
    double lower[N * N], upper[N * N], least, largest;
    hessian(p, lower, upper);
    eigen_extremes(N, upper, &least, &largest);
    return largest * (1 + 1e-12);
}

struct problem *logistic(void) {
    struct problem *p = problem_new(N, M * real_stride(N));
    p->id = "logistic";
    p->title[0] = "logistic regression";
    p->title[1] = "логистическая регрессия";
    p->formula = "\\frac\\mu2\\|x\\|^2+\\frac1m\\sum_{i=1}^m\\log(1+e^{-y_i\\langle a_i,x\\rangle}),\\quad m=200,\\ "
                 "n=10,\\ \\mu=1";
    p->certified =
        "- $L$: the largest eigenvalue of $\\mu I + A^\\top A/(4m)$, since $s(1-s)\\le\\frac14$.\n"
        "- $\\mu$: the regulariser makes $f$ $\\mu$-strongly convex, hence PL.\n"
        "- $f^*$: $f(y)-\\|\\nabla f(y)\\|^2/(2\\mu)\\le f^*\\le f(y)$ at Newton's end point $y$.\n"
        "- $L_{\\max}=\\mu+\\frac14\\|a_i\\|^2$, and $\\|a_i\\|^2=n$.\n"
        "- fading: $\\ell^2=\\frac n4(L-\\mu)$: the random part $-s_iy_ia_i$ of a component's gradient changes by at "
        "most\n"
        "  $\\frac14\\|a_i\\||\\langle a_i,x-y\\rangle|$ from $x$ to $y$.\n"
        "- envelope: $x_{k+1}=(1-\\alpha\\mu)x_k+\\alpha s_i y_i a_i$ with $0<s_i<1$, so for $\\alpha\\mu\\le1$\n"
        "  $\\|x_k\\|\\le\\max(\\|x_0\\|,\\max_i\\|a_i\\|/\\mu)$.\n";
    p->convex = true;
    p->components = M;
    p->mu = mu;
    p->roundings = M + N + 16;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->fading = fading;
    p->envelope = envelope;
    draw_data(p->data);
    p->L = smoothness(p);
    p->L_max = (mu + N / 4.0) * (1 + 1e-12);
    minimise(p);
    problem_enclose_minimum(p);
    for (size_t j = 0; j < N; j++) p->x_0[j] = 0.5;
    return p;
}
