/* SPDX-License-Identifier: GPL-3.0-or-later */
/* (x^2 - 1)^2/4 + x/5 from x_0 = 1, no noise: not convex.  Gradient descent stays in the well where it starts,
 * and that is not the deeper one. */
#include "problems.h"

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    real well = x[0] * x[0] - 1;
    if (gradient) gradient[0] = x[0] * well + 0.2;
    return well * well / 4 + 0.2 * x[0];
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)i;
    value(p, x, g);
}

struct problem *double_well(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "double_well";
    p->title[0] = "two wells";
    p->title[1] = "две ямы";
    p->formula = "\\tfrac14(x^2-1)^2+\\tfrac x5,\\text{ no noise}";
    p->certified[0] = "- $L=500$ for $|x|\\le12$, where $f''=3x^2-1\\le431$; the runs stay in $[0.8,1]$, so $L$ is an "
                      "estimate. Neither convex nor PL.\n"
                      "- $f^*$: $f'$ has three roots, and $f$ is least at the one below $-1$, where $f''>2$: so\n"
                      "  $f(y)-f'(y)^2/4\\le f^*\\le f(y)$ at Newton's end point $y$.\n";
    p->certified[1] =
        "- $L=500$ при $|x|\\le12$, где $f''=3x^2-1\\le431$; запуски не выходят из $[0.8,1]$, так что $L$ — "
        "оценка с запасом. Функция не выпукла и не удовлетворяет условию PL.\n"
        "- $f^*$: у $f'$ три корня, и $f$ наименьшая в том из них, который меньше $-1$, где $f''>2$; поэтому "
        "$f(y)-f'(y)^2/4\\le f^*\\le f(y)$ в точке $y$, на которой остановился метод Ньютона.\n";
    p->components = 1;
    p->L = 500;
    p->estimates = ESTIMATES_L;
    p->lacks = LACKS_PL;
    p->roundings = 16;
    p->value = value;
    p->component = component;
    p->x_0[0] = 1;
    double y = -1.1;
    for (int step = 0; step < 20; step++) y -= (y * (y * y - 1) + 0.2) / (3 * y * y - 1);
    real x = real_all(y), slope;
    double f = value(p, &x, &slope)[0], rounding = p->roundings * 0x1p-53 * (1 + fabs(f));
    p->x_star[0] = y;
    p->f_star_low = f - slope[0] * slope[0] / 4 - rounding;
    p->f_star_high = f + rounding;
    return p;
}
