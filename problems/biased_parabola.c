/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mu x^2/2 with mu = 1 and an oracle that always answers mu x + b, b = 1/2, from x_0 = 0: what a small
 * bias does.  b is the problem's data. */
#include "problems.h"

static const double mu = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    if (gradient) gradient[0] = mu * x[0];
    return mu / 2 * x[0] * x[0];
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)i;
    g[0] = mu * x[0] + p->data[0];
}

struct problem *biased_parabola(void) {
    struct problem *p = problem_new(1, 1);
    p->id = "biased_parabola";
    p->title[0] = "a parabola with a biased oracle";
    p->title[1] = "парабола со смещённым оракулом";
    p->formula = "\\frac\\mu2x^2,\\quad g=\\mu x+b,\\ \\mu=1,\\ b=\\tfrac12";
    p->certified[0] =
        "- $L=L_{\\max}=\\mu=f''$, $f^*=0$ at $x=0$.\n- The oracle is biased on purpose: $\\mathbb E g-\\nabla f=b$.\n";
    p->certified[1] = "- $L=L_{\\max}=\\mu=f''$, $f^*=0$ при $x=0$.\n"
                      "- Оракул смещён намеренно: $\\mathbb E g-\\nabla f=b$.\n";
    p->convex = true;
    p->components = 1;
    p->L = p->mu = p->L_max = mu;
    p->lacks = LACKS_UNBIASEDNESS;
    p->roundings = 8;
    p->value = value;
    p->component = component;
    p->data[0] = 0.5;
    return p;
}
