/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sum_j lambda_j x_j^2/2 with lambda = 3/2, 1 and Gaussian noise of standard deviation s = 1 in each coordinate, from (1/2, 1/2).
 *
 * Under SGD x_k is Gaussian with independent coordinates, whose means m and variances V obey m' = (1 - alpha lambda) m and
 * V' = (1 - alpha lambda)^2 V + alpha^2 s^2.  The variance of x^2 is then 2 V^2 + 4 m^2 V, so that of f(x_k) is known
 * exactly.  The same holds of the average, a linear function of the noise. */
#include "../verify/numbers/pcg.h"
#include "problems.h"

enum { DIM = 2 };
static const double lambda[DIM] = {1.5, 1}, s = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    real f = {0};
    for (size_t j = 0; j < DIM; j++) {
        if (gradient) gradient[j] = lambda[j] * x[j];
        f += lambda[j] / 2 * x[j] * x[j];
    }
    return f;
}

/* All signs of +-s: as the Gaussian numbers, of mean 0 and covariance s^2 I. */
static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    for (size_t j = 0; j < DIM; j++) {
        whole up = i >> j & 1;
        g[j] = lambda[j] * x[j] + real_where(whole_is(up, 1), real_all(s), real_all(-s));
    }
}

static void draw(const struct problem *p, const real x[], struct pcg_lanes *random, real g[]) {
    (void)p;
    for (size_t j = 0; j < DIM; j++) g[j] = lambda[j] * x[j] + s * pcg_lanes_gaussian(random);
}

static double variance(const struct problem *p, const struct settings *settings, size_t k, bool average) {
    double sum = 0;
    for (size_t j = 0; j < DIM; j++) {
        /* Means and variances of x_t and of the sum of alpha_t x_t, and the covariance of both. */
        double m = p->x_0[j], v = 0, sum_m = 0, sum_v = 0, both = 0, weight = 0;
        for (size_t t = 0; t < k; t++) {
            double alpha = step_size(settings, t), factor = 1 - alpha * lambda[j];
            sum_m += alpha * m;
            sum_v += alpha * (2 * both + alpha * v);
            both = factor * (both + alpha * v);
            m *= factor;
            v = factor * factor * v + alpha * alpha * s * s;
            weight += alpha;
        }
        if (average && k) {
            m = sum_m / weight;
            v = sum_v / (weight * weight);
        }
        sum += lambda[j] * lambda[j] / 4 * (2 * v * v + 4 * m * m * v);
    }
    return sum;
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    (void)p;
    for (size_t i = 0; i < DIM; i++)
        for (size_t j = 0; j < DIM; j++) lower[i * DIM + j] = upper[i * DIM + j] = i == j ? lambda[j] : 0;
}

static double fading(const struct problem *p) {
    (void)p;
    return 0;
}

struct problem *gaussian_bowl(void) {
    struct problem *p = problem_new(DIM, 0);
    p->id = "gaussian_bowl";
    p->title[0] = "a bowl with Gaussian noise";
    p->title[1] = "чаша с гауссовым шумом";
    p->formula = "\\tfrac34x_1^2+\\tfrac12x_2^2,\\quad g=\\nabla f(x)+s\\,\\xi,\\ \\xi\\sim\\mathcal N(0,I),\\ s=1";
    p->certified[0] =
        "- $L=L_{\\max}=\\tfrac32$, $\\mu=1$: the curvatures; $f^*=0$ at $x=0$.\n"
        "- fading: $\\ell=0$, as the noise is the same everywhere.\n"
        "- no envelope, as the noise is unbounded; the variance of $f(x_k)$ is exact: each coordinate of $x_k$ is "
        "Gaussian, with mean $m$ and variance $V$ say, and $x^2$ has the variance $2V^2+4m^2V$.\n";
    p->certified[1] =
        "- $L=L_{\\max}=\\tfrac32$, $\\mu=1$ — кривизны; $f^*=0$ при $x=0$.\n"
        "- затухание шума: $\\ell=0$, так как шум всюду одинаков.\n"
        "- огибающей нет, так как шум не ограничен; дисперсия $f(x_k)$ известна точно: каждая координата $x_k$ "
        "гауссова, скажем, со средним $m$ и дисперсией $V$, а дисперсия $x^2$ равна $2V^2+4m^2V$.\n";
    p->convex = true;
    p->components = 1 << DIM;
    p->L = p->L_max = lambda[0];
    p->mu = lambda[1];
    p->noise = s;
    p->roundings = 8;
    p->value = value;
    p->component = component;
    p->draw = draw;
    p->second_order = true;
    p->variance = variance;
    p->hessian = hessian;
    p->fading = fading;
    p->quadratic = true;
    for (size_t j = 0; j < DIM; j++) p->x_0[j] = 0.5;
    return p;
}
