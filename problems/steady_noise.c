/* SPDX-License-Identifier: GPL-3.0-or-later */
/* P3: f = mu x^2/2 with an oracle whose second moment is sigma^2 wherever a run can be; mu = 1/2, sigma = 2, x_0 = 0.
 *
 * At x >= 0 write u = mu x.  The oracle answers g = u - sigma with probability d/(d + sigma), else g = u + d, where
 * d = (sigma^2 - u^2)/sigma; it is mirrored for x < 0.  A mean of 0 with jumps -sigma and d has variance sigma d, so
 * E g = u and E g^2 = u^2 + sigma d = sigma^2.  The jump outwards leads from x to (1 - alpha mu) x + alpha sigma, which
 * stays within sigma/mu while alpha mu <= 1; at |x| = sigma/mu it has probability 0.
 *
 * With the decreasing step of the PL theorem k^2 E f_k = (sigma^2/(8 mu)) sum_{i<=k} ((2i - 1)/i)^2: its bound is attained
 * in the limit. */
#include "problems.h"

static const double mu = 0.5, sigma = 2;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    if (gradient) gradient[0] = mu * x[0];
    return mu / 2 * x[0] * x[0];
}

/* d; 0 beyond sigma/mu, where rounding may lead. */
static real inwards(real u) {
    real d = (sigma - u) * (sigma + u) / sigma;
    return real_where(d <= 0, (real){0}, d); /* a NaN stays one */
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    real u = real_abs(mu * x[0]);
    real sign = real_where(x[0] >= 0, real_all(1), real_all(-1));
    g[0] = sign * (u + real_where(whole_is(i, 0), real_all(-sigma), inwards(u)));
}

static real weight(const struct problem *p, const real x[], whole i) {
    (void)p;
    real d = inwards(real_abs(mu * x[0]));
    return real_where(whole_is(i, 0), d, real_all(sigma)) / (d + sigma);
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    (void)p;
    lower[0] = upper[0] = mu;
}

/* The longest answer is u + d = sigma (t + 1 - t^2) with t = u/sigma, at most 5 sigma/4. */
static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)p;
    (void)steps;
    if (!(alpha * mu <= 1)) return (struct envelope){0};
    return (struct envelope){sigma / mu, sigma * sigma / (2 * mu), sigma * sigma, 25.0 / 16 * sigma * sigma};
}

struct problem *steady_noise(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "steady_noise";
    p->title[0] = "steady noise";
    p->title[1] = "ровный шум";
    p->formula = "\\frac\\mu2x^2,\\quad \\mathbb E g=\\mu x,\\ \\mathbb E g^2=\\sigma^2\\text{ for "
                 "}|x|\\le\\sigma/\\mu,\\ \\mu=\\tfrac12,\\ \\sigma=2";
    p->certified[0] =
        "- $L=\\mu=f''$.\n"
        "- $f^*=0$ at $x=0$.\n"
        "- the oracle, for $u=\\mu x\\ge0$ and $d=(\\sigma^2-u^2)/\\sigma$: $g=u-\\sigma$ with probability "
        "$\\frac d{d+\\sigma}$, else $g=u+d$; mirrored for $x<0$. So $\\mathbb E g=u$ and $\\mathbb "
        "Eg^2=u^2+\\sigma d=\\sigma^2$.\n"
        "- envelope: outwards $x$ moves to $(1-\\alpha\\mu)x+\\alpha\\sigma$, inwards to at least $-\\alpha\\sigma$; "
        "for "
        "$\\alpha\\mu\\le1$ both lie within $|x|\\le\\sigma/\\mu$, where $g^2\\le\\frac{25}{16}\\sigma^2$.\n";
    p->certified[1] = "- $L=\\mu=f''$.\n"
                      "- $f^*=0$ при $x=0$.\n"
                      "- оракул при $u=\\mu x\\ge0$ и $d=(\\sigma^2-u^2)/\\sigma$: $g=u-\\sigma$ с вероятностью "
                      "$\\frac d{d+\\sigma}$, иначе $g=u+d$; при $x<0$ — зеркально. Поэтому $\\mathbb E g=u$ и "
                      "$\\mathbb Eg^2=u^2+\\sigma d=\\sigma^2$.\n"
                      "- огибающая: наружу $x$ переходит в $(1-\\alpha\\mu)x+\\alpha\\sigma$, внутрь — не дальше "
                      "$-\\alpha\\sigma$; при $\\alpha\\mu\\le1$ обе точки лежат в пределах $|x|\\le\\sigma/\\mu$, где "
                      "$g^2\\le\\frac{25}{16}\\sigma^2$.\n";
    p->components = 2;
    p->L = p->mu = mu;
    p->noise = sigma;
    p->convex = true;
    p->roundings = 12;
    p->value = value;
    p->component = component;
    p->weight = weight;
    p->hessian = hessian;
    p->envelope = envelope;
    return p;
}
