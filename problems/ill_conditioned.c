/* SPDX-License-Identifier: GPL-3.0-or-later */
/* (L x_1^2 + mu x_2^2)/2 with L = 100, mu = 1, from (1, 1), and additive noise: +-s in either coordinate, the four
 * pairs of signs being the components, s = 1.  With its full gradient, a case for acceleration. */
#include "problems.h"

enum { N = 2 };
static const double curvature[N] = {100, 1}, s = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    real sum = {0};
    for (size_t j = 0; j < N; j++) {
        if (gradient) gradient[j] = curvature[j] * x[j];
        sum += curvature[j] / 2 * x[j] * x[j];
    }
    return sum;
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    for (size_t j = 0; j < N; j++) {
        real sign = real_where((truth)((i >> j & 1) == 0), real_all(1), real_all(-1));
        g[j] = curvature[j] * x[j] + s * sign;
    }
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    (void)p;
    for (size_t r = 0; r < N; r++)
        for (size_t c = 0; c < N; c++) lower[N * r + c] = upper[N * r + c] = r == c ? curvature[r] : 0;
}

static double fading(const struct problem *p) {
    (void)p;
    return 0;
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)steps;
    if (!(alpha * curvature[0] <= 1)) return (struct envelope){0};
    double radius = 0;
    for (size_t j = 0; j < N; j++) radius = hypot(radius, fmax(fabs(p->x_0[j]), s / curvature[j]));
    double gap = curvature[0] / 2 * radius * radius, slope = curvature[0] * radius, longest = slope + sqrt(N) * s;
    return (struct envelope){radius, gap, slope * slope + N * s * s, longest * longest};
}

struct problem *ill_conditioned(void) {
    struct problem *p = problem_new(N, 0);
    p->id = "ill_conditioned";
    p->title[0] = "an ill-conditioned quadratic";
    p->title[1] = "плохая обусловленность";
    p->formula = "\\frac12(Lx_1^2+\\mu x_2^2)\\pm s\\,x_1\\pm s\\,x_2,\\quad L=100,\\ \\mu=1,\\ s=1";
    p->certified[0] =
        "- $L$, $\\mu$: the two second derivatives; $L_{\\max}=L$; $f^*=0$ at $x=0$.\n"
        "- fading: $\\ell=0$, as the noise is the same everywhere.\n"
        "- envelope: for $\\alpha L\\le1$ every coordinate keeps $|x_j|\\le\\max(|x_{0,j}|,s/\\lambda_j)$.\n";
    p->certified[1] = "- $L$, $\\mu$ — две вторые производные; $L_{\\max}=L$; $f^*=0$ при $x=0$.\n"
                      "- затухание шума: $\\ell=0$, так как шум всюду одинаков.\n"
                      "- огибающая: при $\\alpha L\\le1$ каждая координата остаётся в пределах "
                      "$|x_j|\\le\\max(|x_{0,j}|,s/\\lambda_j)$.\n";
    p->components = 4;
    p->L = p->L_max = curvature[0];
    p->mu = curvature[1];
    p->noise = s;
    p->convex = true;
    p->roundings = 8;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->fading = fading;
    p->envelope = envelope;
    p->quadratic = true;
    p->x_0[0] = p->x_0[1] = 1;
    return p;
}
