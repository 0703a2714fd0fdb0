/* What the two logistic regressions share, m rows of n features each:
 *
 *     f(x) = mu/2 ||x||^2 + 1/m sum_i log(1 + exp(-<t_i, x>)),  grad f_i(x) = mu x - s_i t_i,
 *
 * with t_i = y_i a_i, since labels and features enter only so, and s_i = 1/(1 + exp(<t_i, x>)).  The table holds t_i, one
 * row a component.  In line, so that m, n and mu are constants to the compiler: the oracle is the dearest part of many runs.
 */
#ifndef DESCENT_LOGISTIC_LOSS_H
#define DESCENT_LOGISTIC_LOSS_H

#include <gsl/gsl_randist.h>

#include "../verify/models/problem.h"
#include "../verify/numbers/pcg.h"

enum { LOGISTIC_N = 10 }; /* n at most */

/* f(x), and if gradient is not NULL that too. */
static inline real logistic_loss(const struct problem *p, size_t m, size_t n, double mu, const real x[],
                                 real gradient[]) {
    const size_t stride = real_stride(n);
    real losses = {0};
    if (gradient)
        for (size_t j = 0; j < n; j++) gradient[j] = (real){0};
    for (size_t i = 0; i < m; i++) {
        const double *t = p->data + i * stride;
        real margin = {0};
        for (size_t j = 0; j < n; j++) margin += t[j] * x[j];
        /* log(1 + exp(-z)) without overflow: max(-z, 0) + log1p(exp(-|z|)). */
        real e = real_exp(-real_abs(margin));
        losses += real_max(-margin, (real){0}) + real_log1p(e);
        if (gradient) {
            real s = real_where(margin > 0, e, real_all(1)) / (1 + e);
            for (size_t j = 0; j < n; j++) gradient[j] -= s * t[j];
        }
    }
    if (gradient)
        for (size_t j = 0; j < n; j++) gradient[j] = mu * x[j] + gradient[j] / (double)m;
    return mu / 2 * real_dot(n, x, x) + losses / (double)m;
}

/* grad f_i(x). */
static inline void logistic_oracle(const struct problem *p, size_t n, double mu, const real x[], whole i, real g[]) {
    real t[LOGISTIC_N];
    real_rows(p->data, n, i, t);
    real s = 1 / (1 + real_exp(real_dot(n, t, x)));
    for (size_t j = 0; j < n; j++) g[j] = mu * x[j] - s * t[j];
}

/* Adds the Hessian of the losses' mean at x to h, n x n. */
static inline void logistic_add_hessian(const struct problem *p, size_t m, size_t n, const double x[], double h[]) {
    for (size_t i = 0; i < m; i++) {
        const double *t = p->data + i * real_stride(n);
        double margin = 0;
        for (size_t j = 0; j < n; j++) margin += t[j] * x[j];
        double s = 1 / (1 + exp(margin));
        for (size_t r = 0; r < n; r++)
            for (size_t c = 0; c < n; c++) h[r * n + c] += s * (1 - s) * t[r] * t[c] / (double)m;
    }
}

/* Fills the table: a_i uniform on the sphere, each feature then times its length; y_i = +1 with the probability that the
 * model of weights w gives, which are standard normal if w is NULL.  All from PCG with a fixed seed. */
static inline void logistic_draw(double table[], size_t m, size_t n, const double length[], const double given[]) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(m, n));
    double w[LOGISTIC_N], a[LOGISTIC_N];
    for (size_t j = 0; j < n; j++) w[j] = given ? given[j] : gsl_ran_gaussian(rng, 1);
    for (size_t i = 0; i < m; i++) {
        gsl_ran_dir_nd(rng, n, a);
        double margin = 0;
        for (size_t j = 0; j < n; j++) margin += (a[j] *= length[j]) * w[j];
        double y = gsl_rng_uniform(rng) < 1 / (1 + exp(-margin)) ? 1 : -1;
        for (size_t j = 0; j < n; j++) table[i * real_stride(n) + j] = y * a[j];
    }
    gsl_rng_free(rng);
}

#endif
