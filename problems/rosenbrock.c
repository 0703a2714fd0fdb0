/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rosenbrock's function (1 - x)^2 + 100 (y - x^2)^2 on the square [-3, 3]^2 from (0.1, 3), no noise: a narrow bent valley.
 * Not convex, and L-smooth on a bounded set only: hence the domain. */
#include <gsl/gsl_math.h>

#include "problems.h"

static const double edge = 3;

static real value(const struct problem *p, const real x[], real gradient[]) {
    (void)p;
    real along = 1 - x[0], across = x[1] - x[0] * x[0];
    if (gradient) {
        gradient[0] = -2 * along - 400 * x[0] * across;
        gradient[1] = 200 * across;
    }
    return along * along + 100 * across * across;
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)i;
    value(p, x, g);
}

/* Everything is largest at the corner (-3, -3). */
static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)p, (void)alpha, (void)steps;
    double along = 1 + edge, across = edge + edge * edge;
    double square = gsl_pow_2(2 * along + 400 * edge * across) + gsl_pow_2(200 * across);
    return (struct envelope){M_SQRT2 * along, along * along + 100 * across * across, square, square};
}

struct problem *rosenbrock(void) {
    struct problem *p = problem_new(2, 0);
    p->id = "rosenbrock";
    p->title[0] = "Rosenbrock's function";
    p->title[1] = "функция Розенброка";
    p->formula = "(1-x)^2+100(y-x^2)^2\\text{ on }[-3,3]^2,\\text{ no noise}";
    p->certified[0] = "- $L$: the Hessian's entries are $2-400y+1200x^2\\in[-1198,12002]$, $-400x$ and $200$; its "
                      "eigenvalues are the\n"
                      "  largest in absolute value at $(\\pm3,-3)$. On the whole plane there is no $L$.\n"
                      "- $\\mu=0$: on the whole plane $f$ is neither convex nor PL. (Without a projection it is PL on "
                      "every strip $|x|\\le X$:\n"
                      "  see the theorem of its name.)\n"
                      "- $f^*=0$ at $(1,1)$, as $f$ is a sum of squares.\n"
                      "- envelope: the values at the corner $(-3,-3)$, where every term is largest.\n";
    p->certified[1] =
        "- $L$: элементы гессиана — $2-400y+1200x^2\\in[-1198,12002]$, $-400x$ и $200$; его собственные значения "
        "наибольшие по модулю в точках $(\\pm3,-3)$. На всей плоскости $L$ нет.\n"
        "- $\\mu=0$: на всей плоскости $f$ не выпукла и не удовлетворяет условию PL. (Без проекции она "
        "удовлетворяет ему на каждой полосе $|x|\\le X$: см. теорему, названную её именем.)\n"
        "- $f^*=0$ в точке $(1,1)$, так как $f$ — сумма квадратов.\n"
        "- огибающая: значения в углу $(-3,-3)$, где каждый член наибольший.\n";
    p->domain = (struct box){-edge, edge};
    p->components = 1;
    double xx = 2 + 400 * edge + 1200 * edge * edge, xy = 400 * edge, yy = 200;
    p->L = (xx + yy) / 2 + hypot((xx - yy) / 2, xy);
    p->lacks = LACKS_PL;
    p->roundings = 32;
    p->value = value;
    p->component = component;
    p->envelope = envelope;
    p->x_0[0] = 0.1;
    p->x_0[1] = 3;
    p->x_star[0] = p->x_star[1] = 1;
    return p;
}
