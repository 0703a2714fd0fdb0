/* SPDX-License-Identifier: GPL-3.0-or-later */
/* P1: f_{1,2}(x) = mu x^2/2 +- s x with mu = s = 1, from x_0 = 0.
 *
 * E x_k^2 = alpha s^2 (1 - (1 - alpha mu)^{2k}) / (mu (2 - alpha mu)) under SGD with a constant step, so
 * sup E g^2 = 2 s^2/(2 - alpha mu), and E f tends to L sigma^2 alpha/(4 mu): the floor of the constant-step
 * theorem is attained inside the lecture's own class of finite sums. */
#include "problems.h"

static const double mu = 1, s = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    if (gradient) gradient[0] = mu * x[0];
    return mu / 2 * x[0] * x[0];
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    real sign = real_where(whole_is(i, 0), real_all(1), real_all(-1));
    g[0] = mu * x[0] + s * sign;
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    (void)p;
    lower[0] = upper[0] = mu;
}

static double fading(const struct problem *p) {
    (void)p;
    return 0;
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)steps;
    if (!(alpha * mu <= 1)) return (struct envelope){0};
    double radius = fmax(fabs(p->x_0[0]), s / mu);
    double slope = mu * radius;
    return (struct envelope){radius, mu / 2 * radius * radius, slope * slope + s * s, (slope + s) * (slope + s)};
}

struct problem *two_signs(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "two_signs";
    p->title[0] = "two signs";
    p->title[1] = "два знака";
    p->formula = "\\frac\\mu2x^2,\\quad f_{1,2}(x)=f(x)\\pm s\\,x,\\ \\mu=s=1";
    p->certified[0] = "- $L=\\mu=f''$.\n"
                      "- $f^*=0$ at $x=0$.\n"
                      "- $L_{\\max}=f_i''=\\mu$; fading: $\\ell=0$, as the noise is $\\pm s$ everywhere.\n"
                      "- envelope: $x_{k+1}=(1-\\alpha\\mu)x_k\\mp\\alpha s$, so for $\\alpha\\mu\\le1$ it is "
                      "$|x_k|\\le\\max(|x_0|,s/\\mu)$.\n";
    p->certified[1] = "- $L=\\mu=f''$.\n"
                      "- $f^*=0$ при $x=0$.\n"
                      "- $L_{\\max}=f_i''=\\mu$; затухание шума: $\\ell=0$, так как шум всюду равен $\\pm s$.\n"
                      "- огибающая: $x_{k+1}=(1-\\alpha\\mu)x_k\\mp\\alpha s$, поэтому при $\\alpha\\mu\\le1$ имеем "
                      "$|x_k|\\le\\max(|x_0|,s/\\mu)$.\n";
    p->convex = true;
    p->components = 2;
    p->L = p->mu = mu;
    p->L_max = mu;
    p->noise = s;
    p->roundings = 8;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->fading = fading;
    p->envelope = envelope;
    p->quadratic = true;
    return p;
}
