/* SPDX-License-Identifier: GPL-3.0-or-later */
/* log cosh x from x_0 = 100, no noise: convex, smooth, and not PL, since its gradient is bounded by 1
 * while f is not. */
#include "problems.h"

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    real size = real_abs(x[0]);
    if (gradient) gradient[0] = real_tanh(x[0]);
    return size + real_log1p(real_exp(-2 * size)) - M_LN2; /* cosh overflows from x = 710 on */
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    (void)i;
    g[0] = real_tanh(x[0]);
}

struct problem *log_cosh(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "log_cosh";
    p->title[0] = "log cosh";
    p->title[1] = "log ch";
    p->formula = "\\log\\cosh x,\\text{ no noise}";
    p->certified[0] = "- $L=1\\ge f''=1/\\cosh^2x$; no $\\mu$: $f$ is not PL.\n- $f^*=0$ at $x=0$.\n";
    p->certified[1] = "- $L=1\\ge f''=1/\\cosh^2x$; $\\mu$ нет: $f$ не удовлетворяет условию PL.\n"
                      "- $f^*=0$ при $x=0$.\n";
    p->convex = true;
    p->components = 1;
    p->L = 1;
    p->lacks = LACKS_PL;
    p->f_star_low = -0x1p-52; /* near 0 the terms, of size log 2, cancel */
    p->f_star_high = 0x1p-52;
    p->roundings = 16;
    p->value = value;
    p->component = component;
    p->x_0[0] = 100;
    return p;
}
