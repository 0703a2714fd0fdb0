/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x^2 + 3 sin^2 x: PL and not convex (Karimi, Nutini and Schmidt 2016, section 2.2), with components
 * f_{1,2}(x) = x^2 + 3 sin^2 x +- s x, s = 1. */
#include <gsl/gsl_math.h>

#include "problems.h"

static const double s = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    real sine = real_sin(x[0]);
    if (gradient) gradient[0] = 2 * x[0] + 3 * real_sin(2 * x[0]);
    return x[0] * x[0] + 3 * sine * sine;
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    real sign = real_where(whole_is(i, 0), real_all(1), real_all(-1));
    g[0] = 2 * x[0] + 3 * real_sin(2 * x[0]) + s * sign;
}

static double fading(const struct problem *p) {
    (void)p;
    return 0;
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)steps;
    if (!(2 * alpha <= 1)) return (struct envelope){0};
    double radius = fmax(fabs(p->x_0[0]), (3 + s) / 2);
    double slope = 2 * radius + 3;
    return (struct envelope){radius, radius * radius + 3, slope * slope + s * s, gsl_pow_2(slope + s)};
}

struct problem *sine_squared(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "sine_squared";
    p->title[0] = "x^2 + 3 sin^2 x";
    p->title[1] = "x^2 + 3 sin^2 x";
    p->formula = "x^2+3\\sin^2x,\\quad f_{1,2}(x)=f(x)\\pm s\\,x,\\ s=1";
    p->certified = "- $L=8$: $f''=2+6\\cos2x\\in[-4,8]$; it is not convex.\n"
                   "- $\\mu=1/32$: Karimi, Nutini and Schmidt 2016; checked on a grid of the envelope.\n"
                   "- $f^*=0$ at $x=0$, as $f$ is a sum of squares.\n"
                   "- fading: $\\ell=0$, as the noise is $\\pm s$ everywhere.\n"
                   "- envelope: $x_{k+1}=(1-2\\alpha)x_k-\\alpha(3\\sin2x_k\\pm s)$, so for $2\\alpha\\le1$ it is "
                   "$|x_k|\\le\\max(|x_0|,(3+s)/2)$.\n";
    p->components = 2;
    p->L = 8;
    p->mu = 1.0 / 32;
    p->noise = s;
    p->roundings = 16;
    p->value = value;
    p->component = component;
    p->fading = fading;
    p->envelope = envelope;
    p->x_0[0] = 3;
    return p;
}
