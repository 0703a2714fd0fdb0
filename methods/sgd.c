/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stochastic gradient descent, x_{k+1} = x_k - alpha_k grad f_{i_k}(x_k) (slide "Задача с конечной суммой"). */
#include "methods.h"

static void step(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    (void)state;
    real_add_scaled(dim, x, -step_size(s, k), g);
}

const struct method method_sgd = {
    .id = "sgd",
    .title = {"SGD", "СГС"},
    .rule = "x_{k+1}=x_k-\\alpha_k\\nabla f_{i_k}(x_k)",
    .step = step,
};
