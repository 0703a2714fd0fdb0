/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 1 - cos x from x_0 = pi - 2^-20, next to its maximum, no noise: smooth and not convex.  The gradient there is 1e-6, and
 * gradient descent with steps of 1/L doubles it each time: it stays near the top for some twenty of them. */
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
    p->title[0] = "a cosine from near its top";
    p->title[1] = "косинус вблизи вершины";
    p->formula = "1-\\cos x,\\quad x_0=\\pi-2^{-20},\\text{ no noise}";
    p->certified[0] = "- $L=1\\ge|\\cos x|=|f''|$; neither convex nor PL: $f'(\\pi)=0$.\n"
                      "- $f^*=0$ at $x=0$; the other minimisers, multiples of $2\\pi$, are no nearer.\n";
    p->certified[1] = "- $L=1\\ge|\\cos x|=|f''|$; функция не выпукла и не удовлетворяет условию PL: $f'(\\pi)=0$.\n"
                      "- $f^*=0$ при $x=0$; остальные точки минимума, кратные $2\\pi$, не ближе к началу запуска.\n";
    p->components = 1;
    p->L = 1;
    p->lacks = LACKS_PL;
    p->roundings = 16;
    p->value = value;
    p->component = component;
    p->x_0[0] = M_PI - 0x1p-20;
    return p;
}
