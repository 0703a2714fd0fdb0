/* SPDX-License-Identifier: GPL-3.0-or-later */
/* f(x) = c max_j |x_j| with c = 1, no noise, from x_0 = (R/sqrt(n)) (1, ..., 1), R = 1: after Nesterov's
 * "worst function in the world" for methods that see subgradients only.
 *
 * The oracle names one largest coordinate, the first.  With the step R/(c sqrt(n)) it takes the coordinates
 * to 0 one after another: for n steps f stays where it was, and so does f of the average. */
#include "max_norm.h"

#include "problems.h"

static const double c = 1, distance = 1;

/* max_j |x_j|; if g is not NULL it takes c sign(x_j) e_j for the first j where that is attained, 0 at 0. */
static real largest(size_t dim, const real x[], real g[]) {
    real best = {0};
    whole at = {0};
    for (size_t j = 0; j < dim; j++) {
        real size = real_abs(x[j]);
        truth greater = (size > best) | (truth)(size != size); /* a NaN must get through, and in the gradient too */
        best = real_where(greater, size, best);
        at = whole_where(greater, whole_all(j), at);
    }
    for (size_t j = 0; g && j < dim; j++) {
        real sign = real_where(x[j] > 0, real_all(c), real_where(x[j] < 0, real_all(-c), c * x[j]));
        g[j] = real_where(whole_is(at, j), sign, real_all(0));
    }
    return best;
}

static real value(const struct problem *p, const real x[], real gradient[]) {
    return c * largest(p->dim, x, gradient);
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)i;
    largest(p->dim, x, g);
}

/* With f* = 0: ||x_{k+1}||^2 = ||x_k||^2 - 2 alpha f(x_k) + alpha^2 ||g||^2. */
static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)p;
    double radius = sqrt(distance * distance + (double)steps * alpha * alpha * c * c);
    return (struct envelope){radius, c * radius, c * c, c * c};
}

struct problem *max_norm_of(size_t dim) {
    struct problem *p = problem_new(dim, 0);
    p->id = "max_norm";
    p->title[0] = "the maximum norm";
    p->title[1] = "максимум-норма";
    p->formula = "c\\max_j|x_j|,\\quad c=1,\\ n=64,\\text{ no noise}";
    p->certified[0] =
        "- $\\|\\nabla f\\|\\le c$: the oracle answers $\\pm c\\,e_j$ for the first largest coordinate $j$. Not "
        "smooth, no $\\mu$.\n"
        "- $f^*=0$ at $x=0$.\n"
        "- envelope: $\\|x_{k+1}\\|^2=\\|x_k\\|^2-2\\alpha f(x_k)+\\alpha^2\\|g\\|^2$, so "
        "$\\|x_k\\|^2\\le\\|x_0\\|^2+k\\alpha^2c^2$.\n";
    p->certified[1] =
        "- $\\|\\nabla f\\|\\le c$: оракул отвечает $\\pm c\\,e_j$, где $j$ — номер первой из наибольших по "
        "модулю координат. Функция негладкая, $\\mu$ нет.\n"
        "- $f^*=0$ при $x=0$.\n"
        "- огибающая: $\\|x_{k+1}\\|^2=\\|x_k\\|^2-2\\alpha f(x_k)+\\alpha^2\\|g\\|^2$, поэтому "
        "$\\|x_k\\|^2\\le\\|x_0\\|^2+k\\alpha^2c^2$.\n";
    p->components = 1;
    p->L = INFINITY;
    p->lacks = LACKS_SMOOTHNESS | LACKS_PL;
    p->convex = true;
    p->lipschitz = c;
    p->roundings = 4;
    p->value = value;
    p->component = component;
    p->envelope = envelope;
    for (size_t j = 0; j < dim; j++) p->x_0[j] = distance / sqrt((double)dim);
    return p;
}

struct problem *max_norm(void) {
    return max_norm_of(64);
}
