/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mu x^2/2 with mu = 1 and no noise, from x_0 = 1: for controls on step sizes. */
#include "problems.h"

static const double mu = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    if (gradient) gradient[0] = mu * x[0];
    return mu / 2 * x[0] * x[0];
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    (void)i;
    g[0] = mu * x[0];
}

struct problem *parabola(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "parabola";
    p->title[0] = "a parabola without noise";
    p->title[1] = "парабола без шума";
    p->formula = "\\frac\\mu2x^2,\\quad \\mu=1,\\text{ no noise}";
    p->certified[0] = "- $L=L_{\\max}=\\mu=f''$, $f^*=0$ at $x=0$.\n";
    p->certified[1] = "- $L=L_{\\max}=\\mu=f''$, $f^*=0$ при $x=0$.\n";
    p->convex = true;
    p->components = 1;
    p->L = p->mu = p->L_max = mu;
    p->roundings = 8;
    p->value = value;
    p->component = component;
    p->quadratic = true;
    p->x_0[0] = 1;
    return p;
}
