/* SPDX-License-Identifier: GPL-3.0-or-later */
/* log cosh x with Gaussian noise of standard deviation s = 1, from x_0 = 3: convex, smooth, and not PL.
 *
 * Steps of at most 2/L take two points no farther apart, so that x_k changes with the noise of step t at a rate of
 * alpha_t s at most.  The Gaussian Poincare inequality, Var F(xi) <= E||grad F(xi)||^2, bounds the variance of f(x_k), whose
 * slope is at most 1, by s^2 sum alpha_t^2. */
#include "../verify/numbers/pcg.h"
#include "problems.h"

static const double s = 1;

/* +-s: as the Gaussian number, of mean 0 and variance s^2. */
static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    g[0] = real_tanh(x[0]) + real_where(whole_is(i, 0), real_all(s), real_all(-s));
}

static void draw(const struct problem *p, const real x[], struct pcg_lanes *random, real g[]) {
    (void)p;
    g[0] = real_tanh(x[0]) + s * pcg_lanes_gaussian(random);
}

/* The noise of step t is in the points after it only, which have `later` of the average's whole weight. */
static double variance(const struct problem *p, const struct settings *settings, size_t k, bool average) {
    double sum = 0, weight = 0, later = 0;
    for (size_t t = k; t-- > 0;) weight += step_size(settings, t);
    for (size_t t = k; t-- > 0;) {
        double alpha = step_size(settings, t), share = average ? later / weight : 1;
        if (!(alpha >= 0 && alpha * p->L <= 2)) return INFINITY;
        sum += alpha * alpha * s * s * share * share;
        later += alpha;
    }
    return sum;
}

static double fading(const struct problem *p) {
    (void)p;
    return 0;
}

struct problem *gaussian_log_cosh(void) {
    struct problem *p = log_cosh();
    p->id = "gaussian_log_cosh";
    p->title[0] = "log cosh with Gaussian noise";
    p->title[1] = "log ch с гауссовым шумом";
    p->formula = "\\log\\cosh x,\\quad g=\\tanh x+s\\,\\xi,\\ \\xi\\sim\\mathcal N(0,1),\\ s=1";
    p->certified[0] =
        "- $L=L_{\\max}=1\\ge f''=1/\\cosh^2x$; no $\\mu$: $f$ is not PL.\n- $f^*=0$ at $x=0$.\n"
        "- fading: $\\ell=0$, as the noise is the same everywhere.\n"
        "- no envelope, as the noise is unbounded; steps of at most $2/L$ do not expand and $|f'|\\le1$, so that "
        "$f(x_k)$ changes with the noise of step $t$ at a rate of $\\alpha_ts$ at most, and by the Gaussian "
        "Poincaré inequality $\\operatorname{Var}f(x_k)\\le s^2\\sum\\alpha_t^2$.\n";
    p->certified[1] =
        "- $L=L_{\\max}=1\\ge f''=1/\\cosh^2x$; $\\mu$ нет: $f$ не удовлетворяет условию PL.\n"
        "- $f^*=0$ при $x=0$.\n"
        "- затухание шума: $\\ell=0$, так как шум всюду одинаков.\n"
        "- огибающей нет, так как шум не ограничен; шаг не длиннее $2/L$ не увеличивает расстояний, и "
        "$|f'|\\le1$, так что $f(x_k)$ меняется с шумом шага $t$ со скоростью не больше $\\alpha_ts$, и по "
        "гауссову неравенству Пуанкаре $\\operatorname{Var}f(x_k)\\le s^2\\sum\\alpha_t^2$.\n";
    p->components = 2;
    p->L_max = 1;
    p->noise = s;
    p->component = component;
    p->draw = draw;
    p->second_order = true;
    p->variance = variance;
    p->fading = fading;
    p->x_0[0] = 3;
    return p;
}
