/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods with momentum beta.  Both keep one vector of state. */
#include "methods.h"

/* Heavy ball (Polyak 1964): x_{k+1} = x_k - alpha_k g_k + beta (x_k - x_{k-1}); the state is x_k - x_{k-1}. */
static void heavy_ball(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    double alpha = step_size(s, k);
    for (size_t j = 0; j < dim; j++) {
        state[j] = s->beta * state[j] - alpha * g[j];
        x[j] += state[j];
    }
}

/* Nesterov (1983), written in the point y_k at which the gradient is taken: x_{k+1} = y_k - alpha_k g(y_k),
 * y_{k+1} = x_{k+1} + beta (x_{k+1} - x_k), x_0 = y_0.  The iterate is y; the state is x_k - y_k, 0 at first. */
static void nesterov(const struct settings *s, size_t k, size_t dim, real y[], const real g[], real state[]) {
    double alpha = step_size(s, k);
    for (size_t j = 0; j < dim; j++) {
        real moved = -alpha * g[j] - state[j]; /* x_{k+1} - x_k */
        real next = y[j] - alpha * g[j];
        y[j] = next + s->beta * moved;
        state[j] = -s->beta * moved; /* x_{k+1} - y_{k+1} */
    }
}

const struct method method_heavy_ball = {
    .id = "heavy_ball",
    .title = {"heavy ball", "тяжёлый шарик"},
    .rule = "x_{k+1}=x_k-\\alpha_k\\nabla f_{i_k}(x_k)+\\beta(x_k-x_{k-1})",
    .vectors = 1,
    .step = heavy_ball,
};

const struct method method_nesterov = {
    .id = "nesterov",
    .title = {"Nesterov", "Нестеров"},
    .rule = "x_{k+1}=y_k-\\alpha_k\\nabla f_{i_k}(y_k),\\ y_{k+1}=x_{k+1}+\\beta(x_{k+1}-x_k)",
    .vectors = 1,
    .step = nesterov,
};
