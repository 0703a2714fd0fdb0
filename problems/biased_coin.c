/* SPDX-License-Identifier: GPL-3.0-or-later */
/* f(x) = mu (x - d)^2/2 behind a coin: n = 20 components f_i(x) = mu x^2/2 - s b_i x + mu d^2/2 with 11 signs b_i = +1
 * and 9 signs b_i = -1, so that an answer mu x - s b is one flip of a coin of bias delta = 1/10, and d = delta s/mu.
 *
 * With mu = 1/2 and s = 2/sqrt(1 + 3 delta^2), E g^2 <= 4 wherever |x| <= d.  Of the pairs that
 * theorems/rates_cannot_be_improved.c uses, it is one of k = 98; the other one is its mirror image. */
#include <gsl/gsl_math.h>

#include "problems.h"

enum { N = 20, PLUS = 11 };
static const double mu = 0.5, sigma = 2, delta = 0.1;

static double scale(void) {
    return sigma / sqrt(1 + 3 * delta * delta);
}

static real value(const struct problem *p, const real x[], real gradient[]) {
    real away = x[0] - p->x_star[0];
    if (gradient) gradient[0] = mu * away;
    return mu / 2 * away * away;
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    real sign = real_where((truth)(i < PLUS), real_all(1), real_all(-1));
    g[0] = mu * x[0] - p->noise * sign;
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    (void)p;
    lower[0] = upper[0] = mu;
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)steps;
    if (!(alpha * mu <= 1)) return (struct envelope){0};
    double s = p->noise, radius = s / mu + p->x_star[0], slope = mu * radius;
    return (struct envelope){radius, mu / 2 * radius * radius, slope * slope + s * s,
                             gsl_pow_2(slope + s + mu * p->x_star[0])};
}

struct problem *biased_coin(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "biased_coin";
    p->title[0] = "a parabola behind a coin";
    p->title[1] = "парабола за монетой";
    p->formula =
        "\\frac\\mu2(x-d)^2,\\quad g=\\mu x-s\\,b,\\ b=\\pm1\\text{ with probability }\\tfrac12(1\\pm\\delta),\\ "
        "d=\\delta s/\\mu,\\ \\mu=\\tfrac12,\\ \\delta=\\tfrac1{10}";
    p->certified[0] =
        "- $L=\\mu=f''$.\n"
        "- $f^*=0$ at $x=d$: the constants of the components are chosen so.\n"
        "- envelope: $x_{k+1}=(1-\\alpha\\mu)x_k+\\alpha sb$, so for $\\alpha\\mu\\le1$ it is $|x_k|\\le s/\\mu$.\n";
    p->certified[1] = "- $L=\\mu=f''$.\n"
                      "- $f^*=0$ при $x=d$: так подобраны константы в слагаемых.\n"
                      "- огибающая: $x_{k+1}=(1-\\alpha\\mu)x_k+\\alpha sb$, поэтому при $\\alpha\\mu\\le1$ имеем "
                      "$|x_k|\\le s/\\mu$.\n";
    p->components = N;
    p->L = p->mu = mu;
    p->noise = scale();
    p->convex = true;
    p->roundings = 16;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->envelope = envelope;
    p->quadratic = true;
    p->x_star[0] = delta * scale() / mu;
    return p;
}
