/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mu x^2/2 with noise of two signs that fades away from the minimiser as fast as it is said to: g = mu x +- (s - l|x|) while
 * the bracket is positive, else mu x; mu = 2, s = l = 1, from x_0 = 1/3.
 *
 * With alpha = 1/mu a step leads to -+ alpha (s - l|x|), so that |x_k| = alpha s/(1 + alpha l) = 1/3 for all k. */
#include "problems.h"

static const double mu = 2, s = 1, fades = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    if (gradient) gradient[0] = mu * x[0];
    return mu / 2 * x[0] * x[0];
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    real sign = real_where(whole_is(i, 0), real_all(1), real_all(-1));
    g[0] = mu * x[0] + sign * real_max(s - fades * real_abs(x[0]), (real){0});
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    (void)p;
    lower[0] = upper[0] = mu;
}

static double fading(const struct problem *p) {
    (void)p;
    return fades;
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)steps;
    if (!(alpha * mu <= 1)) return (struct envelope){0};
    double radius = fmax(fabs(p->x_0[0]), s / mu), slope = mu * radius;
    return (struct envelope){radius, mu / 2 * radius * radius, slope * slope + s * s, (slope + s) * (slope + s)};
}

struct problem *fading_signs(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "fading_signs";
    p->title[0] = "two signs that fade";
    p->title[1] = "затухающие знаки";
    p->formula = "\\frac\\mu2x^2,\\quad g=\\mu x\\pm(s-\\ell|x|)_+,\\ \\mu=2,\\ s=\\ell=1";
    p->certified[0] = "- $L=\\mu=f''$.\n"
                      "- $f^*=0$ at $x=0$.\n"
                      "- fading: the noise is $\\pm(s-\\ell|x|)_+$.\n"
                      "- envelope: $|x_{k+1}|\\le(1-\\alpha\\mu)|x_k|+\\alpha s$, so for $\\alpha\\mu\\le1$ it is "
                      "$|x_k|\\le\\max(|x_0|,s/\\mu)$.\n";
    p->certified[1] =
        "- $L=\\mu=f''$.\n"
        "- $f^*=0$ при $x=0$.\n"
        "- затухание шума: он равен $\\pm(s-\\ell|x|)_+$.\n"
        "- огибающая: $|x_{k+1}|\\le(1-\\alpha\\mu)|x_k|+\\alpha s$, поэтому при $\\alpha\\mu\\le1$ имеем "
        "$|x_k|\\le\\max(|x_0|,s/\\mu)$.\n";
    p->convex = true;
    p->components = 2;
    p->L = p->mu = mu;
    p->noise = s;
    p->roundings = 12;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->fading = fading;
    p->envelope = envelope;
    p->x_0[0] = 1.0 / 3;
    return p;
}
