/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Least squares that can be solved exactly: all components share a minimiser.
 *
 * 16 rows of 4 features, normal numbers rounded to sixteenths, so that b = Aw and the means are exact, w = (1, -1, 2, 0).
 */
#include <gsl/gsl_randist.h>

#include "../verify/numbers/pcg.h"
#include "linear.h"
#include "problems.h"

enum { M = 16, N = 4 };

struct problem *interpolation(void) {
    static const double w[N] = {1, -1, 2, 0}, x_0[N] = {0, 0, 0, 1};
    double a[M * N], b[M];
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(16, 4));
    for (size_t i = 0; i < M; i++) {
        b[i] = 0;
        for (size_t j = 0; j < N; j++) {
            a[i * N + j] = round(16 * gsl_ran_gaussian(rng, 1)) / 16;
            b[i] += a[i * N + j] * w[j];
        }
    }
    gsl_rng_free(rng);
    struct problem *p = linear_new(M, N, a, b, 0, x_0);
    /* The minimiser is known exactly, and so is the minimum. */
    memcpy(p->x_star, w, sizeof w);
    p->f_star_low = p->f_star_high = 0;
    p->convex = true;
    p->id = "interpolation";
    p->title[0] = "least squares with an exact solution";
    p->title[1] = "МНК с точным решением";
    p->formula = "\\frac1{2m}\\|Ax-b\\|^2,\\quad m=16,\\ n=4,\\ b=Aw";
    p->certified[0] = "- $L$, $\\mu$: extreme eigenvalues of $H=A^\\top A/m$; $L_{\\max}=\\max_i\\|a_i\\|^2$.\n"
                      "- $f^*=0$ at $x=w$, where every component is 0: features in sixteenths make $b=Aw$ exact.\n"
                      "- fading: $\\ell^2=\\|\\mathbb E(H_i-H)^2\\|$, though the noise at $x^*$ is 0 already.\n"
                      "- envelope: for $\\alpha\\max_i\\|a_i\\|^2\\le2$ no step leads away from $w$.\n";
    p->certified[1] =
        "- $L$, $\\mu$ — крайние собственные значения матрицы $H=A^\\top A/m$; $L_{\\max}=\\max_i\\|a_i\\|^2$.\n"
        "- $f^*=0$ при $x=w$, где каждое слагаемое равно 0: признаки кратны одной шестнадцатой, и потому $b=Aw$ "
        "вычисляется точно.\n"
        "- затухание шума: $\\ell^2=\\|\\mathbb E(H_i-H)^2\\|$, хотя в $x^*$ шум и так равен 0.\n"
        "- огибающая: при $\\alpha\\max_i\\|a_i\\|^2\\le2$ ни один шаг не уводит дальше от $w$.\n";
    return p;
}
