/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ridge regression: strongly convex, quadratic, so that its expectations are known exactly.
 *
 * 40 rows of 4 standard normal features, y_i = <a_i, w> + noise of deviation 1/2, w = (1, -1, 2, 0), lambda = 1/2.
 */
#include <gsl/gsl_randist.h>

#include "../verify/numbers/pcg.h"
#include "linear.h"
#include "problems.h"

enum { M = 40, N = 4 };

struct problem *ridge(void) {
    static const double w[N] = {1, -1, 2, 0}, x_0[N] = {2, 2, 2, 2};
    double a[M * N], b[M];
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(40, 4));
    for (size_t i = 0; i < M; i++) {
        b[i] = gsl_ran_gaussian(rng, 0.5);
        for (size_t j = 0; j < N; j++) b[i] += (a[i * N + j] = gsl_ran_gaussian(rng, 1)) * w[j];
    }
    gsl_rng_free(rng);
    struct problem *p = linear_new(M, N, a, b, 0.5, x_0);
    p->id = "ridge";
    p->title[0] = "ridge regression";
    p->title[1] = "гребневая регрессия";
    p->formula = "\\frac1{2m}\\|Ax-b\\|^2+\\frac\\lambda2\\|x\\|^2,\\quad m=40,\\ n=4,\\ \\lambda=\\tfrac12";
    p->certified[0] =
        "- $L$, $\\mu$: extreme eigenvalues of $H=A^\\top A/m+\\lambda I$.\n"
        "- $f^*$: enclosed at the solution of $Hx=A^\\top b/m$.\n"
        "- $L_{\\max}$: $\\max_i\\|a_i\\|^2+\\lambda$.\n"
        "- fading: $\\ell^2=\\|\\mathbb E(H_i-H)^2\\|$, since the noise at $x$ is $(H_i-H)(x-x^*)+r_i$.\n"
        "- envelope: $x_{k+1}-x^*=(I-\\alpha H_i)(x_k-x^*)-\\alpha r_i$ with $r_i=\\nabla f_i(x^*)$, so for\n"
        "  $\\alpha\\max_i\\|H_i\\|\\le1$ it is $\\|x_k-x^*\\|\\le\\max(\\|x_0-x^*\\|,\\max_i\\|r_i\\|/\\lambda)$.\n";
    p->certified[1] =
        "- $L$, $\\mu$ — крайние собственные значения матрицы $H=A^\\top A/m+\\lambda I$.\n"
        "- $f^*$ заключено в границы в решении системы $Hx=A^\\top b/m$.\n"
        "- $L_{\\max}$ — это $\\max_i\\|a_i\\|^2+\\lambda$.\n"
        "- затухание шума: $\\ell^2=\\|\\mathbb E(H_i-H)^2\\|$, так как шум в точке $x$ равен "
        "$(H_i-H)(x-x^*)+r_i$.\n"
        "- огибающая: $x_{k+1}-x^*=(I-\\alpha H_i)(x_k-x^*)-\\alpha r_i$, где $r_i=\\nabla f_i(x^*)$, поэтому при "
        "$\\alpha\\max_i\\|H_i\\|\\le1$ имеем "
        "$\\|x_k-x^*\\|\\le\\max(\\|x_0-x^*\\|,\\max_i\\|r_i\\|/\\lambda)$.\n";
    p->convex = true;
    return p;
}
