/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods that divide every coordinate of the gradient by a root of its past squares: the lecture's slides "Adagrad",
 * "RMSProp", "Adam" and "AdamW".  Where epsilon stands, inside the root or outside, is as each slide writes it. */
#include "methods.h"

/* ---- v, and the root of it ----
 *
 * A square leaves the range of a double long before its root does: that of 1e-160 has lost its digits, that of 1e-170 is
 * 0.  So a v below SMALL is kept lifted by LIFT^2, which is exact, and with a minus to tell it from the others. */
static const double SMALL = 0x1p-900, LIFT = 0x1p600;

/* The same where a square is lifted or is to be: rare, and kept out of the way of what is not. */
__attribute__((noinline, cold)) static void gather_lifted(double keep, const real *v, double add, const real *g,
                                                          real *plain) {
    truth was_lifted = *v < 0;
    real lifted = keep * real_where(was_lifted, -*v, *v * LIFT * LIFT) + add * (*g * LIFT) * (*g * LIFT);
    real grown = real_where(lifted <= DBL_MAX, lifted / LIFT / LIFT, add * *g * *g); /* v is nothing beside this g^2 */
    truth small = (lifted > 0) & (lifted < SMALL * LIFT * LIFT);
    *plain = real_where(small, -lifted, real_where(was_lifted, grown, *plain));
}

/* keep v + add g^2. */
static inline real gather_square(double keep, real v, double add, real g) {
    real plain = keep * v + add * g * g;
    /* A lifted v is negative and makes `plain` so; where a gradient has always been 0 there is nothing to lift. */
    if (truth_any(real_less(plain, real_all(SMALL)) & real_less((real){0}, real_abs(v) + real_abs(g))))
        gather_lifted(keep, &v, add, &g, &plain);
    return plain;
}

/* a < b, of squares kept so. */
static truth square_less(real a, real b) {
    const real zero = {0};
    truth plain = real_at_most(zero, a), of_lifted = real_less(a, zero) & (real_less(zero, b) | real_less(b, a));
    return of_lifted | (plain & real_less(a, b)) | (plain & real_at_most(a, zero) & real_less(b, zero));
}

/* The same where v is lifted in some lane. */
__attribute__((noinline, cold)) static void over_lifted(double times, const real *a, const real *v, double inside,
                                                        double share, double outside, real *plain) {
    truth small = *v < 0;
    double lifted = inside * LIFT * LIFT;
    *plain = times * *a / (real_sqrt(real_where(small, (real){0}, *v) + inside) / share + outside);
    if (isinf(lifted)) return; /* v is nothing beside `inside` */
    *plain = real_where(small, times * (*a * LIFT) / (real_sqrt(lifted - *v) / share + outside * LIFT), *plain);
}

/* times a / (sqrt(v + inside) / share + outside). */
static inline real over_root(double times, real a, real v, double inside, double share, double outside) {
    if (!truth_any(real_less(v, (real){0}))) return times * a / (real_sqrt(v + inside) / share + outside);
    real plain;
    over_lifted(times, &a, &v, inside, share, outside, &plain);
    return plain;
}

/* AdaGrad (Duchi, Hazan and Singer 2011; slide "Adagrad"): v += g^2, x -= alpha g / sqrt(v + eps). */
static void adagrad(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real v[]) {
    double alpha = step_size(s, k);
    for (size_t j = 0; j < dim; j++) {
        v[j] = gather_square(1, v[j], 1, g[j]);
        x[j] = box_project(s->box, x[j] - over_root(alpha, g[j], v[j], s->eps, 1, 0));
    }
}

/* RMSProp (Tieleman and Hinton 2012; slide "RMSProp"): v = gamma v + (1 - gamma) g^2, x -= alpha g / sqrt(v + eps). */
static void rmsprop(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real v[]) {
    double alpha = step_size(s, k);
    for (size_t j = 0; j < dim; j++) {
        v[j] = gather_square(s->gamma, v[j], 1 - s->gamma, g[j]);
        x[j] = box_project(s->box, x[j] - over_root(alpha, g[j], v[j], s->eps, 1, 0));
    }
}

/* AdaDelta (Zeiler 2012): v = gamma v + (1 - gamma) g^2, then a step of alpha d, d = g sqrt((u + eps) / (v + eps)), and u
 * gathers d^2 as v does g^2.  His alpha is 1; the state is v, then u. */
static void adadelta(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    double alpha = step_size(s, k);
    real *v = state, *u = state + dim;
    for (size_t j = 0; j < dim; j++) {
        v[j] = gather_square(s->gamma, v[j], 1 - s->gamma, g[j]);
        real step = over_root(1, g[j], v[j], s->eps, 1, 0) * real_sqrt(u[j] + s->eps);
        u[j] = s->gamma * u[j] + (1 - s->gamma) * step * step;
        x[j] = box_project(s->box, x[j] - alpha * step);
    }
}

/* ---- Adam and its kin: m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2 ---- */

/* One coordinate's averages, moved on by its gradient. */
static void move_on(const struct settings *s, real g, real *m, real *v) {
    *m = s->beta1 * *m + (1 - s->beta1) * g;
    *v = gather_square(s->beta2, *v, 1 - s->beta2, g);
}

/* 1 - beta^k, with all its digits where beta is near 1. */
static double weight_held(double beta, double k) {
    return -expm1(k * log(beta)); /* log(0) = -inf is right, too */
}

/* What bias correction divides m and v by at step k, counted from 0: the weights that they hold so far. */
struct correction {
    double m, v;
};
static struct correction correction_at(const struct settings *s, size_t k) {
    return (struct correction){weight_held(s->beta1, (double)k + 1), weight_held(s->beta2, (double)k + 1)};
}

/* m_hat / (sqrt(v_hat) + eps), epsilon outside the root.  The root of v_hat = v / c.v is taken of both, since v_hat may
 * overflow where v does not.  m is no square and not lifted: it is NaN where m has lost digits that count. */
static real direction(const struct settings *s, struct correction c, real m, real v) {
    real ratio = over_root(1, m / c.m, v, 0, sqrt(c.v), s->eps);
    const double least = 0x1p-1000; /* of a denominator: m rounds at 2^-1075 */
    if (s->eps >= least || !truth_any(real_less(v, (real){0}))) return ratio;
    truth lost = (v < 0) & (v > -(least * LIFT) * (least * LIFT)) & (m != 0);
    return real_where(lost, real_all(NAN), ratio);
}

/* A step of Adam with this correction, lambda x in the gradient (`inside`), or beside it (`beside`): the four below. */
static void take_step(const struct settings *s, double alpha, struct correction c, double inside, double beside,
                      size_t dim, real x[], const real g[], real state[]) {
    real *m = state, *v = state + dim;
    for (size_t j = 0; j < dim; j++) {
        move_on(s, g[j] + inside * x[j], &m[j], &v[j]);
        x[j] = box_project(s->box, x[j] - alpha * (direction(s, c, m[j], v[j]) + beside * x[j]));
    }
}

/* Adam (Kingma and Ba 2014; slide "Adam"): x -= alpha m_hat / (sqrt(v_hat) + eps). */
static void adam(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    take_step(s, step_size(s, k), correction_at(s, k), 0, 0, dim, x, g, state);
}

/* Adam as Reddi, Kale and Kumar (2018) analyse it, without bias correction. */
static void adam_uncorrected(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    take_step(s, step_size(s, k), (struct correction){1, 1}, 0, 0, dim, x, g, state);
}

/* Adam with lambda ||x||^2 / 2 added to the loss: its gradient joins g, and is divided as g is. */
static void adam_l2(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    take_step(s, step_size(s, k), correction_at(s, k), s->weight_decay, 0, dim, x, g, state);
}

/* AdamW (Loshchilov and Hutter 2017; slide "AdamW"): x -= alpha (m_hat / (sqrt(v_hat) + eps) + lambda x). */
static void adamw(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    take_step(s, step_size(s, k), correction_at(s, k), 0, s->weight_decay, dim, x, g, state);
}

/* AMSGrad (Reddi, Kale and Kumar 2018, algorithm 2): Adam without bias correction, divided by the largest v so far. */
static void amsgrad(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    double alpha = step_size(s, k);
    real *m = state, *v = state + dim, *largest = state + 2 * dim;
    for (size_t j = 0; j < dim; j++) {
        move_on(s, g[j], &m[j], &v[j]);
        /* Written so that a NaN of v stays. */
        largest[j] = real_where(square_less(v[j], largest[j]), largest[j], v[j]);
        x[j] = box_project(s->box, x[j] - alpha * direction(s, (struct correction){1, 1}, m[j], largest[j]));
    }
}

const struct method method_adagrad = {
    .id = "adagrad",
    .title = {"AdaGrad", "AdaGrad"},
    .colour = 1,
    .rule = "v_j\\leftarrow v_j+g_j^2,\\ x_j\\leftarrow x_j-\\alpha\\frac{g_j}{\\sqrt{v_j+\\epsilon}}",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.01, POSITIVE},
                   {"eps", offsetof(struct settings, eps), 1e-6, NOT_NEGATIVE}},
    .scale_free = true,
    .vectors = 1,
    .step = adagrad,
};

const struct method method_rmsprop = {
    .id = "rmsprop",
    .title = {"RMSProp", "RMSProp"},
    .colour = 3,
    .rule =
        "v_j\\leftarrow\\gamma v_j+(1-\\gamma)g_j^2,\\ x_j\\leftarrow x_j-\\alpha\\frac{g_j}{\\sqrt{v_j+\\epsilon}}",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.001, POSITIVE},
                   {"gamma", offsetof(struct settings, gamma), 0.9, BELOW_ONE},
                   {"eps", offsetof(struct settings, eps), 1e-6, NOT_NEGATIVE}},
    .scale_free = true,
    .vectors = 1,
    .step = rmsprop,
};

const struct method method_adadelta = {
    .id = "adadelta",
    .title = {"AdaDelta", "AdaDelta"},
    .colour = 3,
    .rule = "v_j\\leftarrow\\gamma v_j+(1-\\gamma)g_j^2,\\ "
            "d_j=\\frac{\\sqrt{u_j+\\epsilon}}{\\sqrt{v_j+\\epsilon}}\\,g_j,\\ "
            "u_j\\leftarrow\\gamma u_j+(1-\\gamma)d_j^2,\\ x_j\\leftarrow x_j-\\alpha d_j",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 1, POSITIVE},
                   {"gamma", offsetof(struct settings, gamma), 0.95, BELOW_ONE},
                   {"eps", offsetof(struct settings, eps), 1e-6, POSITIVE}},
    .scale_free = true,
    .vectors = 2,
    .step = adadelta,
};

const struct method method_adam = {
    .id = "adam",
    .title = {"Adam", "Adam"},
    .colour = 5,
    .rule = "m_j\\leftarrow\\beta_1m_j+(1-\\beta_1)g_j,\\ v_j\\leftarrow\\beta_2v_j+(1-\\beta_2)g_j^2,\\ "
            "x_j\\leftarrow x_j-\\alpha\\frac{m_j/(1-\\beta_1^k)}{\\sqrt{v_j/(1-\\beta_2^k)}+\\epsilon}",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.001, POSITIVE},
                   {"beta1", offsetof(struct settings, beta1), 0.9, BELOW_ONE},
                   {"beta2", offsetof(struct settings, beta2), 0.999, BELOW_ONE},
                   {"eps", offsetof(struct settings, eps), 1e-8, NOT_NEGATIVE}},
    .scale_free = true,
    .vectors = 2,
    .step = adam,
};

const struct method method_adam_uncorrected = {
    .id = "adam_uncorrected",
    .title = {"Adam without bias correction", "Adam без коррекции"},
    .colour = 5,
    .rule = "m_j\\leftarrow\\beta_1m_j+(1-\\beta_1)g_j,\\ v_j\\leftarrow\\beta_2v_j+(1-\\beta_2)g_j^2,\\ "
            "x_j\\leftarrow x_j-\\alpha\\frac{m_j}{\\sqrt{v_j}+\\epsilon}",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.001, POSITIVE},
                   {"beta1", offsetof(struct settings, beta1), 0.9, BELOW_ONE},
                   {"beta2", offsetof(struct settings, beta2), 0.999, BELOW_ONE},
                   {"eps", offsetof(struct settings, eps), 1e-8, NOT_NEGATIVE}},
    .scale_free = true,
    .vectors = 2,
    .step = adam_uncorrected,
};

const struct method method_adam_l2 = {
    .id = "adam_l2",
    .title = {"Adam with an l2 term in the gradient", "Adam с l2-регуляризацией"},
    .colour = 5,
    .rule = "\\text{Adam with }g_j+\\lambda x_j\\text{ in place of }g_j",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.001, POSITIVE},
                   {"beta1", offsetof(struct settings, beta1), 0.9, BELOW_ONE},
                   {"beta2", offsetof(struct settings, beta2), 0.999, BELOW_ONE},
                   {"eps", offsetof(struct settings, eps), 1e-8, NOT_NEGATIVE},
                   {"weight-decay", offsetof(struct settings, weight_decay), 0.01, NOT_NEGATIVE}},
    .scale_free = true,
    .vectors = 2,
    .step = adam_l2,
};

const struct method method_amsgrad = {
    .id = "amsgrad",
    .title = {"AMSGrad", "AMSGrad"},
    .colour = 2,
    .rule = "m_j,v_j\\text{ as Adam},\\ \\hat v_j\\leftarrow\\max(\\hat v_j,v_j),\\ "
            "x_j\\leftarrow x_j-\\alpha\\frac{m_j}{\\sqrt{\\hat v_j}+\\epsilon}",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.001, POSITIVE},
                   {"beta1", offsetof(struct settings, beta1), 0.9, BELOW_ONE},
                   {"beta2", offsetof(struct settings, beta2), 0.999, BELOW_ONE},
                   {"eps", offsetof(struct settings, eps), 1e-8, NOT_NEGATIVE}},
    .scale_free = true,
    .vectors = 3,
    .step = amsgrad,
};

const struct method method_adamw = {
    .id = "adamw",
    .title = {"AdamW", "AdamW"},
    .colour = 4,
    .rule = "m_j,v_j\\text{ as Adam},\\ "
            "x_j\\leftarrow x_j-\\alpha\\Bigl(\\frac{\\hat m_j}{\\sqrt{\\hat v_j}+\\epsilon}+\\lambda x_j\\Bigr)",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.001, POSITIVE},
                   {"beta1", offsetof(struct settings, beta1), 0.9, BELOW_ONE},
                   {"beta2", offsetof(struct settings, beta2), 0.999, BELOW_ONE},
                   {"eps", offsetof(struct settings, eps), 1e-8, NOT_NEGATIVE},
                   {"weight-decay", offsetof(struct settings, weight_decay), 0.01, NOT_NEGATIVE}},
    .scale_free = true,
    .vectors = 2,
    .step = adamw,
};
