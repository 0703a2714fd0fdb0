/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stochastic problem of Reddi, Kale and Kumar (2018, theorem 3): f(x) = delta x on [-1, 1], least at -1.  The oracle
 * answers C with probability p = (1 + delta)/(C + 1), else -1, so that E g = p C - (1 - p) = delta.  Runs start in the
 * middle, where neither end is favoured. */
#include "rare_gradient.h"

#include "problems.h"

enum { LARGE, SLOPE, SCALE, PROBABILITY, NUMBERS }; /* the data */

static real value(const struct problem *p, const real x[], real gradient[]) {
    double slope = p->data[SCALE] * p->data[SLOPE];
    if (gradient) gradient[0] = slope + 0 * x[0]; /* a NaN stays one */
    return slope * x[0];
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    g[0] = real_where(whole_is(i, 0), real_all(p->data[SCALE] * p->data[LARGE]), real_all(-p->data[SCALE])) + 0 * x[0];
}

static real weight(const struct problem *p, const real x[], whole i) {
    (void)x;
    double rare = p->data[PROBABILITY];
    return real_where(whole_is(i, 0), real_all(rare), real_all(1 - rare));
}

/* The domain is the proof: nothing is farther than 2 from x_star. */
static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)alpha;
    (void)steps;
    double C = p->data[LARGE], rare = p->data[PROBABILITY], scale2 = p->data[SCALE] * p->data[SCALE];
    double slope = p->data[SCALE] * p->data[SLOPE];
    return (struct envelope){2, 2 * slope, scale2 * (rare * C * C + 1 - rare) * (1 + 1e-12), scale2 * C * C};
}

struct problem *rare_gradient_of(double C, double delta, double scale) {
    struct problem *p = problem_new(1, NUMBERS);
    p->formula =
        "s\\delta x\\text{ on }[-1,1],\\ g=sC\\text{ with probability }\\frac{1+\\delta}{C+1},\\text{ else }-s";
    p->certified[0] =
        "- $L=0$; the minimiser over the domain is $x^*=-1$, $f^*=-s\\delta$, with the scale $s=1$, in the "
        "experiment 10.\n"
        "- envelope: every method is projected onto $[-1,1]$.\n";
    p->certified[1] =
        "- $L=0$; точка минимума на допустимом множестве $x^*=-1$, $f^*=-s\\delta$, где масштаб $s=1$, а в "
        "эксперименте — 10.\n"
        "- огибающая: итерации любого метода проецируются на $[-1,1]$.\n";
    p->components = 2;
    p->domain = (struct box){-1, 1};
    p->lacks = LACKS_PL;
    p->convex = true;
    p->lipschitz = scale * C;
    p->roundings = 4;
    p->value = value;
    p->component = component;
    p->weight = weight;
    p->envelope = envelope;
    p->data[LARGE] = C;
    p->data[SLOPE] = delta;
    p->data[SCALE] = scale;
    p->data[PROBABILITY] = (1 + delta) / (C + 1);
    p->x_star[0] = -1;
    p->f_star_low = p->f_star_high = -scale * delta;
    return p;
}

struct problem *rare_gradient(void) {
    struct problem *p = rare_gradient_of(10, 0.1, 1);
    p->id = "rare_gradient";
    p->title[0] = "a rare large gradient, C = 10";
    p->title[1] = "редкий большой градиент, C = 10";
    return p;
}

struct problem *rarer_gradient(void) {
    struct problem *p = rare_gradient_of(1000, 0.1, 1);
    p->id = "rarer_gradient";
    p->title[0] = "a rare large gradient, C = 1000";
    p->title[1] = "редкий большой градиент, C = 1000";
    return p;
}

/* The experiment of the paper's section 5: 1010 x with probability 0.01, else -10 x. */
struct problem *rare_gradient_experiment(void) {
    struct problem *p = rare_gradient_of(101, 0.02, 10);
    p->id = "rare_gradient_experiment";
    p->title[0] = "1010 x, one time in a hundred, else -10 x";
    p->title[1] = "1010 x один раз из ста, иначе -10 x";
    return p;
}
