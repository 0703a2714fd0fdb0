/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rank-deficient least squares: PL, convex, and not strongly convex.
 *
 * 30 rows of 5 features that are combinations of 3 standard normal factors, y_i = sum of the factors + noise
 * of deviation 1/2.  Minimisers form a plane; x_star is the one nearest to x_0, towards which the mean moves.
 */
#include <gsl/gsl_randist.h>

#include "../verify/numbers/pcg.h"
#include "linear.h"
#include "problems.h"

enum { M = 30, N = 5, RANK = 3 };

struct problem *least_squares(void) {
    static const double x_0[N] = {1, 1, 1, 1, 1};
    static const double mixing[RANK][N] = {{1, 0, 0, 0.5, 0.5}, {0, 1, 0, 0.5, -0.5}, {0, 0, 1, 0, 0.5}};
    double a[M * N], b[M];
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(30, 5));
    for (size_t i = 0; i < M; i++) {
        b[i] = gsl_ran_gaussian(rng, 0.5);
        for (size_t j = 0; j < N; j++) a[i * N + j] = 0;
        for (size_t r = 0; r < RANK; r++) {
            double factor = gsl_ran_gaussian(rng, 1);
            b[i] -= factor;
            for (size_t j = 0; j < N; j++) a[i * N + j] += factor * mixing[r][j];
        }
    }
    gsl_rng_free(rng);
    struct problem *p = linear_new(M, N, a, b, 0, x_0);
    p->id = "least_squares";
    p->title[0] = "rank-deficient least squares";
    p->title[1] = "МНК неполного ранга";
    p->formula = "\\frac1{2m}\\|Ax-b\\|^2,\\quad m=30,\\ n=5,\\ \\operatorname{rank}A=3";
    p->certified[0] = "- $L$: largest eigenvalue of $H=A^\\top A/m$.\n"
                      "- $\\mu$: its least *positive* eigenvalue: $\\|\\nabla f\\|^2=(x-x^*)^\\top "
                      "H^2(x-x^*)\\ge\\mu(x-x^*)^\\top H(x-x^*)=2\\mu(f-f^*)$.\n"
                      "- $f^*$: enclosed at the minimiser nearest to $x_0$.\n"
                      "- $L_{\\max}$: $\\max_i\\|a_i\\|^2$.\n"
                      "- fading: $\\ell^2=\\|\\mathbb E(H_i-H)^2\\|$, since the noise at $x$ is $(H_i-H)(x-x^*)+r_i$.\n"
                      "- envelope: for $\\alpha\\max_i\\|a_i\\|^2\\le2$ no step expands, so "
                      "$\\|x_k-x^*\\|\\le\\|x_0-x^*\\|+\\alpha k\\max_i\\|r_i\\|$:\n"
                      "  it grows with $k$, too wide for an interval, and expectations here are exact instead.\n";
    p->certified[1] =
        "- $L$ — наибольшее собственное значение матрицы $H=A^\\top A/m$.\n"
        "- $\\mu$ — её наименьшее *положительное* собственное значение: "
        "$\\|\\nabla f\\|^2=(x-x^*)^\\top H^2(x-x^*)\\ge\\mu(x-x^*)^\\top H(x-x^*)=2\\mu(f-f^*)$.\n"
        "- $f^*$ заключено в границы в точке минимума, ближайшей к $x_0$.\n"
        "- $L_{\\max}$ — это $\\max_i\\|a_i\\|^2$.\n"
        "- затухание шума: $\\ell^2=\\|\\mathbb E(H_i-H)^2\\|$, так как шум в точке $x$ равен "
        "$(H_i-H)(x-x^*)+r_i$.\n"
        "- огибающая: при $\\alpha\\max_i\\|a_i\\|^2\\le2$ ни один шаг не увеличивает расстояний, поэтому "
        "$\\|x_k-x^*\\|\\le\\|x_0-x^*\\|+\\alpha k\\max_i\\|r_i\\|$; она растёт с $k$ и слишком широка для "
        "доверительного интервала, и потому математические ожидания здесь точные.\n";
    p->convex = true;
    return p;
}
