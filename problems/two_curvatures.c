/* SPDX-License-Identifier: GPL-3.0-or-later */
/* (L x_1^2 + mu x_2^2)/2 with L = 10, mu = 1 and no noise, from (1, 1).  As L > 4 mu, there are steps
 * 2/L < alpha < 1/(2 mu): the constant-step theorem allows them, and gradient descent diverges.
 *
 * The two curvatures are the problem's data, so that a claim may try others: it sets data[0] and L alike. */
#include "problems.h"

static real value(const struct problem *p, const real x[], real gradient[]) {
    const double *curvature = p->data;
    real sum = {0};
    for (size_t j = 0; j < 2; j++) {
        if (gradient) gradient[j] = curvature[j] * x[j];
        sum += curvature[j] / 2 * x[j] * x[j];
    }
    return sum;
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    const double *curvature = p->data;
    (void)i;
    for (size_t j = 0; j < 2; j++) g[j] = curvature[j] * x[j];
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    const double *curvature = p->data;
    for (size_t r = 0; r < 2; r++)
        for (size_t c = 0; c < 2; c++) lower[2 * r + c] = upper[2 * r + c] = r == c ? curvature[r] : 0;
}

struct problem *two_curvatures(void) {
    struct problem *p = problem_new(2, 2);
    p->id = "two_curvatures";
    p->title[0] = "two curvatures without noise";
    p->title[1] = "две кривизны без шума";
    p->formula = "\\frac12(Lx_1^2+\\mu x_2^2),\\quad L=10,\\ \\mu=1,\\text{ no noise}";
    p->certified[0] = "- $L=L_{\\max}$, $\\mu$: the two second derivatives; $f^*=0$ at $x=0$.\n";
    p->certified[1] = "- $L=L_{\\max}$, $\\mu$ — две вторые производные; $f^*=0$ при $x=0$.\n";
    p->components = 1;
    p->L = p->L_max = p->data[0] = 10;
    p->mu = p->data[1] = 1;
    p->roundings = 8;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->convex = true;
    p->quadratic = true;
    p->x_0[0] = p->x_0[1] = 1;
    return p;
}
