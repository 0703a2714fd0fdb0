/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods whose steps have a length of their own because they take of the gradient its signs alone, or its direction: the
 * lecture's picture on the slide "Много методов" has both. */
#include "methods.h"

/* -1, 0 or 1; a NaN stays one. */
static real sign_of(real a) {
    return real_where(a < 0, real_all(-1), real_where(a > 0, real_all(1), a));
}

/* Lion (Chen et al. 2023): x -= alpha (sign(beta1 m + (1 - beta1) g) + lambda x), then m = beta2 m + (1 - beta2) g. */
static void lion(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real m[]) {
    double alpha = step_size(s, k);
    for (size_t j = 0; j < dim; j++) {
        real towards = sign_of(s->beta1 * m[j] + (1 - s->beta1) * g[j]);
        x[j] = box_project(s->box, x[j] - alpha * (towards + s->weight_decay * x[j]));
        m[j] = s->beta2 * m[j] + (1 - s->beta2) * g[j];
    }
}

/* ||a||, whose squares may leave the range of a double. */
static real length_of(size_t dim, const real a[]) {
    real length = {0};
    for (size_t j = 0; j < dim; j++)
        for (int l = 0; l < LANES; l++) length[l] = hypot(length[l], a[j][l]);
    return length;
}

/* Fromage (Bernstein, Vahdat, Yue and Liu 2020), with all of x for one layer:
 * x = (x - alpha g ||x|| / ||g||) / sqrt(1 + alpha^2).  Where a length is 0 it is g without the ratio, as in their program. */
static void fromage(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    (void)state;
    double alpha = step_size(s, k);
    real of_x = length_of(dim, x), of_g = length_of(dim, g);
    truth none = (of_x == 0) | (of_g == 0);
    for (size_t j = 0; j < dim; j++) {
        real turned = real_where(none, g[j], g[j] / of_g * of_x);
        x[j] = box_project(s->box, (x[j] - alpha * turned) / sqrt(1 + alpha * alpha));
    }
}

const struct method method_lion = {
    .id = "lion",
    .title = {"Lion", "Lion"},
    .colour = 4,
    .rule = "x_j\\leftarrow x_j-\\alpha\\bigl(\\operatorname{sign}(\\beta_1m_j+(1-\\beta_1)g_j)+\\lambda x_j\\bigr),\\ "
            "m_j\\leftarrow\\beta_2m_j+(1-\\beta_2)g_j",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 1e-4, POSITIVE},
                   {"beta1", offsetof(struct settings, beta1), 0.9, BELOW_ONE},
                   {"beta2", offsetof(struct settings, beta2), 0.99, BELOW_ONE},
                   {"weight-decay", offsetof(struct settings, weight_decay), 0, NOT_NEGATIVE}},
    .scale_free = true,
    .vectors = 1,
    .step = lion,
};

const struct method method_fromage = {
    .id = "fromage",
    .title = {"Fromage", "Fromage"},
    .colour = 6,
    .rule = "x\\leftarrow\\frac{1}{\\sqrt{1+\\alpha^2}}\\Bigl(x-\\alpha\\frac{\\|x\\|}{\\|g\\|}g\\Bigr)",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.01, POSITIVE}},
    .scale_free = true,
    .step = fromage,
};
