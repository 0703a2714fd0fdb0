/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x^2 + c sin^2 x with c = 3, and a milder one with c = 1.2: PL and not convex (Karimi, Nutini and Schmidt 2016, section 2.2),
 * with components f_{1,2}(x) = f(x) +- s x, s = 1.  c is data[0]. */
#include <gsl/gsl_math.h>

#include "problems.h"

static const double s = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    real sine = real_sin(x[0]);
    if (gradient) gradient[0] = 2 * x[0] + p->data[0] * real_sin(2 * x[0]);
    return x[0] * x[0] + p->data[0] * sine * sine;
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    real sign = real_where(whole_is(i, 0), real_all(1), real_all(-1));
    g[0] = 2 * x[0] + p->data[0] * real_sin(2 * x[0]) + s * sign;
}

static double fading(const struct problem *p) {
    (void)p;
    return 0;
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)steps;
    if (!(2 * alpha <= 1)) return (struct envelope){0};
    double c = p->data[0], radius = fmax(fabs(p->x_0[0]), (c + s) / 2);
    double slope = 2 * radius + c;
    return (struct envelope){radius, radius * radius + c, slope * slope + s * s, gsl_pow_2(slope + s)};
}

static struct problem *sum_of(double c) {
    struct problem *p = problem_new(1, 1);
    p->data[0] = c;
    p->components = 2;
    p->L = 2 + 2 * c;
    p->noise = s;
    p->roundings = 16;
    p->value = value;
    p->component = component;
    p->fading = fading;
    p->envelope = envelope;
    p->x_0[0] = 3;
    return p;
}

struct problem *sine_squared(void) {
    struct problem *p = sum_of(3);
    p->id = "sine_squared";
    p->title[0] = "x^2 + 3 sin^2 x";
    p->title[1] = "x^2 + 3 sin^2 x";
    p->formula = "x^2+3\\sin^2x,\\quad f_{1,2}(x)=f(x)\\pm s\\,x,\\ s=1";
    p->certified[0] = "- $L=8$: $f''=2+6\\cos2x\\in[-4,8]$; it is not convex.\n"
                      "- $\\mu=0.1755$: $f'^2/(2f)$ is least near $x=2.2$, where it is $0.17553$ (Karimi, Nutini and "
                      "Schmidt 2016 have $1/32$). For $|x|\\ge3$\n"
                      "  it is at least $(2|x|-3)^2/(2(x^2+3))\\ge\\frac38$. Within, a point where $h=f'^2-2\\mu f>0$ "
                      "speaks for all that are "
                      "so near\n"
                      "  that $2|f'|(L+\\mu)\\ge|h'|$ cannot use $h$ up, and such points cover the interval.\n"
                      "- $f^*=0$ at $x=0$, as $f$ is a sum of squares.\n"
                      "- fading: $\\ell=0$, as the noise is $\\pm s$ everywhere.\n"
                      "- envelope: $x_{k+1}=(1-2\\alpha)x_k-\\alpha(3\\sin2x_k\\pm s)$, so for $2\\alpha\\le1$ it is "
                      "$|x_k|\\le\\max(|x_0|,(3+s)/2)$.\n";
    p->certified[1] =
        "- $L=8$: $f''=2+6\\cos2x\\in[-4,8]$; функция не выпукла.\n"
        "- $\\mu=0.1755$: отношение $f'^2/(2f)$ наименьшее вблизи $x=2.2$, где оно равно $0.17553$ (Karimi, "
        "Nutini и Schmidt 2016 дают $1/32$). При $|x|\\ge3$ оно не меньше $(2|x|-3)^2/(2(x^2+3))\\ge\\frac38$. На "
        "оставшемся отрезке неравенство $h=f'^2-2\\mu f>0$ в одной точке ручается за все столь близкие к ней, что "
        "убывание со скоростью $2|f'|(L+\\mu)\\ge|h'|$ не может исчерпать $h$, и окрестности таких точек "
        "покрывают весь отрезок.\n"
        "- $f^*=0$ при $x=0$, так как $f$ — сумма квадратов.\n"
        "- затухание шума: $\\ell=0$, так как шум всюду равен $\\pm s$.\n"
        "- огибающая: $x_{k+1}=(1-2\\alpha)x_k-\\alpha(3\\sin2x_k\\pm s)$, поэтому при $2\\alpha\\le1$ имеем "
        "$|x_k|\\le\\max(|x_0|,(3+s)/2)$.\n";
    p->mu = 0.1755;
    return p;
}

struct problem *sine_squared_mild(void) {
    struct problem *p = sum_of(1.2);
    p->id = "sine_squared_mild";
    p->title[0] = "x^2 + 1.2 sin^2 x";
    p->title[1] = "x^2 + 1.2 sin^2 x";
    p->formula = "x^2+1.2\\sin^2x,\\quad f_{1,2}(x)=f(x)\\pm s\\,x,\\ s=1";
    p->certified[0] =
        "- $L=4.4$: $f''=2+2.4\\cos2x\\in[-0.4,4.4]$; it is not convex.\n"
        "- $\\mu=0.9368$: $f'^2/(2f)$ is least near $x=2.13$, where it is $0.93688$; certified likewise.\n"
        "- $f^*=0$ at $x=0$, as $f$ is a sum of squares.\n"
        "- fading: $\\ell=0$, as the noise is $\\pm s$ everywhere.\n"
        "- envelope: $x_{k+1}=(1-2\\alpha)x_k-\\alpha(1.2\\sin2x_k\\pm s)$, so for $2\\alpha\\le1$ it is "
        "$|x_k|\\le\\max(|x_0|,(1.2+s)/2)$.\n";
    p->certified[1] =
        "- $L=4.4$: $f''=2+2.4\\cos2x\\in[-0.4,4.4]$; функция не выпукла.\n"
        "- $\\mu=0.9368$: отношение $f'^2/(2f)$ наименьшее вблизи $x=2.13$, где оно равно $0.93688$; доказано так "
        "же.\n"
        "- $f^*=0$ при $x=0$, так как $f$ — сумма квадратов.\n"
        "- затухание шума: $\\ell=0$, так как шум всюду равен $\\pm s$.\n"
        "- огибающая: $x_{k+1}=(1-2\\alpha)x_k-\\alpha(1.2\\sin2x_k\\pm s)$, поэтому при $2\\alpha\\le1$ имеем "
        "$|x_k|\\le\\max(|x_0|,(1.2+s)/2)$.\n";
    p->mu = 0.9368;
    return p;
}
