/* SPDX-License-Identifier: GPL-3.0-or-later */
/* P2, Ehrenfest's urn: f = mu x^2/2, and the oracle answers +sigma with probability (1 + mu x/sigma)/2,
 * else -sigma; mu = sigma = 1, from x_0 = sigma/mu.
 *
 * E g = mu x, and g^2 = sigma^2 always.  With alpha = 1/(M mu), M a whole number, x lives on the lattice
 * j alpha sigma, |j| <= M: the chain of Ehrenfest's urn with 2M balls.  Under SGD
 * E f_k = (1 - 2 alpha mu)^k f_0 + (alpha sigma^2/4)(1 - (1 - 2 alpha mu)^k), which falls short of the
 * constant-step bound by (alpha sigma^2/4)(1 - 2 alpha mu)^k only. */
#include "problems.h"

static const double mu = 1, sigma = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    if (gradient) gradient[0] = mu * x[0];
    return mu / 2 * x[0] * x[0];
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    g[0] = real_where(whole_is(i, 0), real_all(sigma), real_all(-sigma)) + 0 * x[0]; /* a NaN stays one */
}

static real weight(const struct problem *p, const real x[], whole i) {
    (void)p;
    real up = (1 + mu / sigma * x[0]) / 2;
    return real_where(whole_is(i, 0), up, 1 - up);
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    (void)p;
    lower[0] = upper[0] = mu;
}

static double lattice(const struct problem *p, double alpha) {
    (void)p;
    double balls = 1 / (alpha * mu);
    return fabs(balls - round(balls)) < 1e-9 ? alpha * sigma : 0;
}

/* E(g - mu x)^2 = sigma^2 - mu^2 x^2 >= (sigma - mu |x|)^2. */
static double fading(const struct problem *p) {
    (void)p;
    return mu;
}

/* At |x| = sigma/mu the outcome that leads outwards has probability 0; on the lattice that end is met. */
static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)steps;
    if (!(lattice(p, alpha) > 0)) return (struct envelope){0};
    return (struct envelope){sigma / mu, sigma * sigma / (2 * mu), sigma * sigma, sigma * sigma};
}

struct problem *ehrenfest(void) {
    struct problem *p = problem_new(1, 0);
    p->id = "ehrenfest";
    p->title[0] = "Ehrenfest's urn";
    p->title[1] = "урна Эренфестов";
    p->formula =
        "\\frac\\mu2x^2,\\quad g=\\pm\\sigma\\text{ with probability }\\tfrac12(1\\pm\\mu x/\\sigma),\\ \\mu=\\sigma=1";
    p->certified[0] =
        "- $L=\\mu=f''$.\n"
        "- $f^*=0$ at $x=0$.\n"
        "- $\\mathbb E g=\\mu x$ and $g^2=\\sigma^2$, always.\n"
        "- fading: $\\ell=\\mu$, as the variance is $\\sigma^2-\\mu^2x^2\\ge(\\sigma-\\mu|x|)^2$ for "
        "$|x|\\le\\sigma/\\mu$.\n"
        "- envelope: with $\\alpha=1/(M\\mu)$ all steps stay on $j\\alpha\\sigma$, and at $|j|=M$ only the "
        "way back has positive probability.\n";
    p->certified[1] =
        "- $L=\\mu=f''$.\n"
        "- $f^*=0$ при $x=0$.\n"
        "- Всегда $\\mathbb E g=\\mu x$ и $g^2=\\sigma^2$.\n"
        "- затухание шума: $\\ell=\\mu$, так как дисперсия равна $\\sigma^2-\\mu^2x^2\\ge(\\sigma-\\mu|x|)^2$ при "
        "$|x|\\le\\sigma/\\mu$.\n"
        "- огибающая: при $\\alpha=1/(M\\mu)$ все итерации остаются на решётке $j\\alpha\\sigma$, а при $|j|=M$ "
        "положительную вероятность имеет только шаг назад.\n";
    p->convex = true;
    p->components = 2;
    p->L = p->mu = mu;
    p->noise = sigma;
    p->roundings = 8;
    p->value = value;
    p->component = component;
    p->weight = weight;
    p->hessian = hessian;
    p->fading = fading;
    p->envelope = envelope;
    p->lattice = lattice;
    p->x_0[0] = sigma / mu;
    return p;
}
