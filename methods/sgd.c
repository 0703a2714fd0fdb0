/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stochastic gradient descent, x_{k+1} = x_k - alpha_k grad f_{i_k}(x_k) (slide "Задача с конечной суммой").  Constant or
 * decreasing, that is the schedule's business; the average of its iterates is the observer's. */
#include "methods.h"

static void step(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    (void)state;
    real_add_scaled(dim, x, -step_size(s, k), g);
    if (box_closed(s->box))
        for (size_t j = 0; j < dim; j++) x[j] = box_project(s->box, x[j]);
}

const struct method method_sgd = {
    .id = "sgd",
    .title = {"SGD", "SGD"},
    .rule = "x_{k+1}=x_k-\\alpha_k\\nabla f_{i_k}(x_k)",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.01, POSITIVE}},
    .step = step,
};
