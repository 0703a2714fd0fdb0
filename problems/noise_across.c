/* SPDX-License-Identifier: GPL-3.0-or-later */
/* (L x_1^2 + mu x_2^2)/2 with L = 10, mu = 1, from the minimiser, and components +-s x_1 on top, s = 1: all of the noise
 * lies across the valley, where the curvature is L, while mu is that along it.
 *
 * The first step leads to E f(x_1) = alpha^2 L s^2/2, which is 2 alpha mu times L sigma^2 alpha/(4 mu), whatever L/mu: the
 * floor of the constant-step theorem is attained as alpha tends to 1/(2 mu).  At rest E f = alpha E||g||^2/4, without L/mu.
 *
 * The two curvatures are the problem's data, so that a claim may try others: it sets data[0], L and L_max alike. */
#include "problems.h"

enum { N = 2 };
static const double s = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    const double *curvature = p->data;
    real sum = {0};
    for (size_t j = 0; j < N; j++) {
        if (gradient) gradient[j] = curvature[j] * x[j];
        sum += curvature[j] / 2 * x[j] * x[j];
    }
    return sum;
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    value(p, x, g);
    g[0] += s * real_where(whole_is(i, 0), real_all(1), real_all(-1));
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    const double *curvature = p->data;
    for (size_t r = 0; r < N; r++)
        for (size_t c = 0; c < N; c++) lower[N * r + c] = upper[N * r + c] = r == c ? curvature[r] : 0;
}

static double fading(const struct problem *p) {
    (void)p;
    return 0;
}

struct problem *noise_across(void) {
    struct problem *p = problem_new(N, N);
    p->id = "noise_across";
    p->title[0] = "noise across a valley";
    p->title[1] = "шум поперёк долины";
    p->formula = "\\frac12(Lx_1^2+\\mu x_2^2)\\pm s\\,x_1,\\quad L=10,\\ \\mu=1,\\ s=1";
    p->certified[0] = "- $L=L_{\\max}$, $\\mu$: the two second derivatives; $f^*=0$ at $x=0$.\n"
                      "- fading: $\\ell=0$, as the noise is the same everywhere.\n";
    p->certified[1] = "- $L=L_{\\max}$, $\\mu$ — две вторые производные; $f^*=0$ при $x=0$.\n"
                      "- затухание шума: $\\ell=0$, так как шум всюду одинаков.\n";
    p->components = 2;
    p->L = p->L_max = p->data[0] = 10;
    p->mu = p->data[1] = 1;
    p->noise = s;
    p->convex = true;
    p->roundings = 8;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->fading = fading;
    p->quadratic = true;
    return p;
}
