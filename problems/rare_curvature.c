/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mu x^2/2 with mu = 1, whose curvature sits in one component of m = 65: f_0 = m mu x^2/2, and f_i = +- s x for the
 * others, s = 1, from x_0 = 0.  E H_i^2 = m mu H: the noise of the curvature is as large as it can be. */
#include "problems.h"

enum { M = 65 };
static const double mu = 1, s = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    if (gradient) gradient[0] = mu * x[0];
    return mu / 2 * x[0] * x[0];
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    real sign = real_where((truth)((i & 1) == 0), real_all(1), real_all(-1));
    g[0] = real_where(whole_is(i, 0), M * mu * x[0], s * sign + 0 * x[0]); /* a NaN stays one */
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    (void)p;
    lower[0] = upper[0] = mu;
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    if (!(alpha * M * mu <= 2)) return (struct envelope){0};
    double radius = fabs(p->x_0[0]) + alpha * s * (double)steps, slope = M * mu * radius;
    return (struct envelope){radius, mu / 2 * radius * radius, slope * slope / M + s * s, fmax(slope * slope, s * s)};
}

struct problem *rare_curvature(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "rare_curvature";
    p->title[0] = "rare curvature";
    p->title[1] = "редкая кривизна";
    p->formula = "\\frac\\mu2x^2,\\quad f_0=\\frac{m\\mu}2x^2,\\ f_i=\\pm s\\,x,\\ m=65,\\ \\mu=s=1";
    p->certified[0] =
        "- $L=\\mu=f''$.\n"
        "- $f^*=0$ at $x=0$.\n"
        "- envelope: for $\\alpha m\\mu\\le2$ component 0 does not expand, and the others move by $\\alpha s$.\n";
    p->certified[1] =
        "- $L=\\mu=f''$.\n"
        "- $f^*=0$ при $x=0$.\n"
        "- огибающая: при $\\alpha m\\mu\\le2$ шаг по слагаемому 0 не увеличивает расстояний, а шаг по любому "
        "другому сдвигает точку на $\\alpha s$.\n";
    p->components = M;
    p->L = p->mu = mu;
    p->noise = s;
    p->convex = true;
    p->roundings = 8;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->envelope = envelope;
    p->quadratic = true;
    return p;
}
