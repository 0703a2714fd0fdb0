/* SPDX-License-Identifier: GPL-3.0-or-later */
/* f_i(x) = L_max x_i^2/2 for i = 1, ..., 4 with L_max = 4: every component knows one coordinate, so L = mu = 1, and
 * all share the minimiser 0.  SGD multiplies the coordinate that was drawn by 1 - alpha L_max. */
#include "linear.h"
#include "problems.h"

enum { N = 4 };

struct problem *one_at_a_time(void) {
    static const double a[N * N] = {2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2}, b[N], x_0[N] = {1, 1, 1, 1};
    struct problem *p = linear_new(N, N, a, b, 0, x_0);
    for (size_t j = 0; j < N; j++) p->x_star[j] = 0;
    p->f_star_low = p->f_star_high = 0;
    p->L = p->mu = 1;
    p->L_max = 4;
    p->convex = true;
    p->id = "one_at_a_time";
    p->title[0] = "one coordinate at a time";
    p->title[1] = "по одной координате";
    p->formula = "\\frac12\\|x\\|^2,\\quad f_i(x)=\\frac{L_{\\max}}2x_i^2,\\ n=L_{\\max}=4";
    p->certified[0] = "- $L=\\mu=1$: $f=\\frac12\\|x\\|^2$; $L_{\\max}=f_i''=4$.\n"
                      "- $f^*=0$ at $x=0$, where every component is 0.\n"
                      "- fading: $\\ell^2=\\|\\mathbb E(H_i-H)^2\\|=3$, though the noise at $x^*$ is 0 already.\n"
                      "- envelope: for $\\alpha L_{\\max}\\le2$ no step leads away from 0.\n";
    p->certified[1] = "- $L=\\mu=1$: $f=\\frac12\\|x\\|^2$; $L_{\\max}=f_i''=4$.\n"
                      "- $f^*=0$ при $x=0$, где каждое слагаемое равно 0.\n"
                      "- затухание шума: $\\ell^2=\\|\\mathbb E(H_i-H)^2\\|=3$, хотя в $x^*$ шум и так равен 0.\n"
                      "- огибающая: при $\\alpha L_{\\max}\\le2$ ни один шаг не уводит дальше от нуля.\n";
    return p;
}
