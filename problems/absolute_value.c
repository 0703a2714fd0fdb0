/* SPDX-License-Identifier: GPL-3.0-or-later */
/* P4 and P5: f(x) = c|x| with c = 1, no noise, from x_0 = R = 1.
 *
 * A subgradient method walks towards 0 by alpha_k c a step.  If it arrives there just after k steps,
 * R = c sum alpha_t, nothing is lost in the convex theorems: the weighted mean of x_t for t < k has
 * f = (R^2 + c^2 sum alpha_t^2) / (2 sum alpha_t). */
#include "problems.h"

/* The subgradient at the kink is -c: the method goes back to where it came from, and the convex bound with a
 * constant step is attained again every other step.  A NaN stays one. */
static real slope(const struct problem *p, real x) {
    double c = p->lipschitz;
    return real_where(x > 0, real_all(c), real_where(x <= 0, real_all(-c), x));
}

static real value(const struct problem *p, const real x[], real gradient[]) {
    if (gradient) gradient[0] = slope(p, x[0]);
    return p->lipschitz * real_abs(x[0]);
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)i;
    g[0] = slope(p, x[0]);
}

/* A step towards 0 that passes it ends at most one step away. */
static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)steps;
    double c = p->lipschitz, radius = fmax(fabs(p->x_0[0]), alpha * c);
    return (struct envelope){radius, c * radius, c * c, c * c};
}

struct problem *absolute_value(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "absolute_value";
    p->title[0] = "the absolute value";
    p->title[1] = "модуль";
    p->formula = "c|x|,\\quad c=1,\\text{ no noise}";
    p->certified[0] = "- $\\|\\nabla f\\|\\le c$; the subgradient at the kink is $-c$. Not smooth, no $\\mu$.\n"
                      "- $f^*=0$ at $x=0$.\n"
                      "- envelope: a step towards 0 that passes it ends at most $\\alpha c$ away, so "
                      "$|x_k|\\le\\max(|x_0|,\\alpha c)$.\n";
    p->certified[1] =
        "- $\\|\\nabla f\\|\\le c$; субградиент в точке излома равен $-c$. Функция негладкая, $\\mu$ нет.\n"
        "- $f^*=0$ при $x=0$.\n"
        "- огибающая: шаг в сторону нуля, перескочивший через него, заканчивается не дальше $\\alpha c$ от него, "
        "поэтому $|x_k|\\le\\max(|x_0|,\\alpha c)$.\n";
    p->components = 1;
    p->L = INFINITY;
    p->lacks = LACKS_SMOOTHNESS | LACKS_PL;
    p->convex = true;
    p->lipschitz = 1;
    p->roundings = 4;
    p->value = value;
    p->component = component;
    p->envelope = envelope;
    p->x_0[0] = 1;
    return p;
}
