/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods with momentum. */
#include "methods.h"

/* Heavy ball (Polyak 1964): x_{k+1} = x_k - alpha_k g_k + beta (x_k - x_{k-1}); the state is x_k - x_{k-1}. */
static void heavy_ball(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    double alpha = step_size(s, k);
    for (size_t j = 0; j < dim; j++) {
        real moved = s->momentum * state[j] - alpha * g[j], next = box_project(s->box, x[j] + moved);
        state[j] = box_closed(s->box) ? next - x[j] : moved;
        x[j] = next;
    }
}

/* Nesterov (1983), written in the point y_k at which the gradient is taken: x_{k+1} = y_k - alpha_k g(y_k),
 * y_{k+1} = x_{k+1} + beta (x_{k+1} - x_k), x_0 = y_0.  The iterate is y; the state is x_k - y_k, 0 at first.  A box
 * confines both. */
static void nesterov(const struct settings *s, size_t k, size_t dim, real y[], const real g[], real state[]) {
    double alpha = step_size(s, k);
    for (size_t j = 0; j < dim; j++) {
        real next = box_project(s->box, y[j] - alpha * g[j]);                                /* x_{k+1} */
        real moved = box_closed(s->box) ? next - y[j] - state[j] : -alpha * g[j] - state[j]; /* x_{k+1} - x_k */
        y[j] = box_project(s->box, next + s->momentum * moved);
        state[j] = box_closed(s->box) ? next - y[j] : -s->momentum * moved; /* x_{k+1} - y_{k+1} */
    }
}

/* NAG-GS (Leplat et al. 2022): the flow x' = v - x, gamma v' = mu (x - v) - grad f(x), gamma' = mu - gamma in implicit
 * steps of alpha, each of which knows what the one before it found (Gauss and Seidel):
 *     v = (gamma v + alpha (mu x - g)) / (gamma + alpha mu),  gamma = (gamma + alpha mu) / (1 + alpha),
 *     x = (x + alpha v) / (1 + alpha).
 * The state is v - x, 0 at first, then how far gamma has come from where it began.  A box confines x. */
static void nag_gs(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    double alpha = step_size(s, k), mu = s->damping;
    real *apart = state, *gone = state + dim;
    for (size_t j = 0; j < dim; j++) {
        real gamma = s->gamma + gone[j];
        real pulled = (gamma * apart[j] - alpha * g[j]) / (gamma + alpha * mu); /* v_{k+1} - x_k */
        real next = box_project(s->box, x[j] + alpha / (1 + alpha) * pulled);
        apart[j] = box_closed(s->box) ? x[j] + pulled - next : pulled / (1 + alpha);
        gone[j] = (gone[j] + alpha * (mu - s->gamma)) / (1 + alpha);
        x[j] = next;
    }
}

const struct method method_heavy_ball = {
    .id = "heavy_ball",
    .title = {"heavy ball", "тяжёлый шарик"},
    .colour = 7,
    .rule = "x_{k+1}=x_k-\\alpha_k\\nabla f_{i_k}(x_k)+\\beta(x_k-x_{k-1})",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.01, POSITIVE},
                   {"momentum", offsetof(struct settings, momentum), 0.9, BELOW_ONE}},
    .vectors = 1,
    .step = heavy_ball,
};

const struct method method_nesterov = {
    .id = "nesterov",
    .title = {"Nesterov", "Нестеров"},
    .colour = 9,
    .rule = "x_{k+1}=y_k-\\alpha_k\\nabla f_{i_k}(y_k),\\ y_{k+1}=x_{k+1}+\\beta(x_{k+1}-x_k)",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.01, POSITIVE},
                   {"momentum", offsetof(struct settings, momentum), 0.9, BELOW_ONE}},
    .vectors = 1,
    .step = nesterov,
};

const struct method method_nag_gs = {
    .id = "nag_gs",
    .title = {"NAG-GS", "NAG-GS"},
    .colour = 7,
    .rule = "v\\leftarrow\\frac{\\gamma v+\\alpha(\\mu x-\\nabla f_{i_k}(x))}{\\gamma+\\alpha\\mu},\\ "
            "\\gamma\\leftarrow\\frac{\\gamma+\\alpha\\mu}{1+\\alpha},\\ x\\leftarrow\\frac{x+\\alpha v}{1+\\alpha}",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.01, POSITIVE},
                   {"gamma", offsetof(struct settings, gamma), 1, POSITIVE},
                   {"damping", offsetof(struct settings, damping), 1, NOT_NEGATIVE}},
    .vectors = 2,
    .step = nag_gs,
};
