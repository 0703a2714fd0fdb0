/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 1 - cos x from x_0 = pi, its maximum, no noise: smooth and not convex.  Gradient descent stays there.  In
 * floating-point numbers it does because sin(M_PI) = 1.2e-16 is less than half the distance from M_PI to its
 * neighbours, 2.2e-16, and is rounded away. */
#include "problems.h"

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    real half = real_sin(x[0] / 2);
    if (gradient) gradient[0] = real_sin(x[0]);
    return 2 * half * half; /* no cancellation near 0 */
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    (void)i;
    g[0] = real_sin(x[0]);
}

struct problem *cosine(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "cosine";
    p->title[0] = "a cosine from its top";
    p->title[1] = "косинус с вершины";
    p->formula = "1-\\cos x,\\quad x_0=\\pi,\\text{ no noise}";
    p->certified = "- $L=1\\ge|\\cos x|=|f''|$; neither convex nor PL: $f'(\\pi)=0$.\n"
                   "- $f^*=0$ at $x=0$; the other minimisers, multiples of $2\\pi$, are no nearer.\n";
    p->components = 1;
    p->L = 1;
    p->lacks = LACKS_PL;
    p->roundings = 16;
    p->value = value;
    p->component = component;
    p->x_0[0] = M_PI;
    return p;
}
