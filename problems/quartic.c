/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mu x^2/2 + x^4/4 with mu = 1 and no noise, from x_0 = 10: strongly convex, so PL, and its second derivative mu + 3 x^2
 * has no bound. */
#include "problems.h"

static const double mu = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    real square = x[0] * x[0];
    if (gradient) gradient[0] = x[0] * (mu + square);
    return square * (mu / 2 + square / 4);
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)i;
    value(p, x, g);
}

struct problem *quartic(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "quartic";
    p->title[0] = "a fourth power";
    p->title[1] = "четвёртая степень";
    p->formula = "\\frac\\mu2x^2+\\frac14x^4,\\quad \\mu=1,\\text{ no noise}";
    p->certified[0] = "- $\\mu\\le f''=\\mu+3x^2$, which has no bound: no $L$.\n- $f^*=0$ at $x=0$.\n";
    p->certified[1] = "- $\\mu\\le f''=\\mu+3x^2$, а сверху вторая производная не ограничена: $L$ нет.\n"
                      "- $f^*=0$ при $x=0$.\n";
    p->convex = true;
    p->components = 1;
    p->L = INFINITY;
    p->mu = mu;
    p->lacks = LACKS_SMOOTHNESS;
    p->roundings = 12;
    p->value = value;
    p->component = component;
    p->x_0[0] = 10;
    return p;
}
