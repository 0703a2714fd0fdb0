/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# An exponentially growing step is weight decay

The lecture's slide «Экспоненциальный шаг обучения» names a paper, *Exponential
Learning Rate Schedules for Deep Learning* (Li and Arora 2019): networks with
batch normalisation train as well when the step *grows* exponentially as with
weight decay and a constant step. This page says what the two have to do with
each other: they are one path in two scales.

With a normalisation behind it, the length of a weight vector $w$ does not
matter: $f_i(cw)=f_i(w)$ for $c>0$.

**Theorem.** Let all $f_i$ be scale-invariant, $0\le\gamma<1$,
$0<\eta\lambda\le(1-\sqrt\gamma)^2$ and $\eta\lambda<1$, and
$$w_{t+1}=w_t-\eta\,\bigl(\nabla f_{i_t}(w_t)+\lambda w_t\bigr)+\gamma\,(w_t-w_{t-1}), \tag{1}$$
momentum with an $\ell_2$ term; for $\gamma=0$ SGD. Let $\rho$ be the larger root of
$$\rho^2-(1+\gamma-\eta\lambda)\,\rho+\gamma=0,\qquad\text{for }\gamma=0:\quad\rho=1-\eta\lambda, \tag{2}$$
and let $v$ have no weight decay, but a growing step, and the same $i_t$:
$$v_{t+1}=v_t-\frac\eta{\rho^{2t+1}}\,\nabla f_{i_t}(v_t)+\frac\gamma{\rho^2}\,(v_t-v_{t-1}). \tag{3}$$
If $w_0=v_0$ and $w_{-1}=\rho^{-1}v_{-1}$, then for every $t$ and every sequence
of indices
$$w_t=\rho^t\,v_t. \tag{4}$$
In particular $f(w_t)=f(v_t)$. The step of $v$ grows by $\rho^{-2}$ a step, for
ever; that it does not diverge is no wonder, as the length of $v$ grows too.

@figure norms Lengths: $\|w_t\|$ under weight decay, $\|v_t\|$ under the growing
    step; both walk through the same directions

## What it needs

Two instances, each of 16 components in 3 dimensions. **Sphere:** least squares of
the direction, $f_i(w)=\frac12\bigl(\frac{a_i\cdot w}{\|w\|}-b_i\bigr)^2$.
**Batch normalisation:** $z_j=a_j\cdot w$ for a batch of four points, less their
mean and over the root of their variance, against labels $b_j$.
*/
/**ru 348783870
# Экспоненциально растущий шаг — это затухание весов

Слайд лекции «Экспоненциальный шаг обучения» называет статью, *Exponential
Learning Rate Schedules for Deep Learning* (Li и Arora, 2019): сети с
батч-нормализацией обучаются с экспоненциально *растущим* шагом не хуже, чем с
затуханием весов и постоянным шагом. На этой странице сказано, что у этих двух
способов общего: это одна траектория в двух масштабах.

Если за вектором весов $w$ следует нормализация, его длина не важна:
$f_i(cw)=f_i(w)$ при $c>0$.

**Теорема.** Пусть все $f_i$ инвариантны к масштабу, $0\le\gamma<1$,
$0<\eta\lambda\le(1-\sqrt\gamma)^2$, $\eta\lambda<1$ и
$$w_{t+1}=w_t-\eta\,\bigl(\nabla f_{i_t}(w_t)+\lambda w_t\bigr)+\gamma\,(w_t-w_{t-1}), \tag{1}$$
то есть метод с моментом и $\ell_2$-слагаемым; при $\gamma=0$ — SGD. Пусть
$\rho$ — больший корень уравнения
$$\rho^2-(1+\gamma-\eta\lambda)\,\rho+\gamma=0,\qquad\text{при }\gamma=0:\quad\rho=1-\eta\lambda, \tag{2}$$
и пусть у $v$ нет затухания весов, но шаг растёт, а $i_t$ те же:
$$v_{t+1}=v_t-\frac\eta{\rho^{2t+1}}\,\nabla f_{i_t}(v_t)+\frac\gamma{\rho^2}\,(v_t-v_{t-1}). \tag{3}$$
Если $w_0=v_0$ и $w_{-1}=\rho^{-1}v_{-1}$, то при каждом $t$ и при любой
последовательности индексов
$$w_t=\rho^t\,v_t. \tag{4}$$
В частности, $f(w_t)=f(v_t)$. Шаг для $v$ растёт с каждой итерацией в
$\rho^{-2}$ раз, и так без конца; что метод не расходится — не чудо, ведь растёт
и длина $v$.

@figure norms Длины: $\|w_t\|$ при затухании весов, $\|v_t\|$ при растущем шаге;
    оба проходят через одни и те же направления

## Что нужно {#what-it-needs}

Два примера, в каждом 16 слагаемых в размерности 3. **Сфера:** наименьшие
квадраты для направления, $f_i(w)=\frac12\bigl(\frac{a_i\cdot
w}{\|w\|}-b_i\bigr)^2$. **Батч-нормализация:** $z_j=a_j\cdot w$ для батча из
четырёх точек, за вычетом их среднего и делённые на корень из их дисперсии,
сравниваются с метками $b_j$.
*/
#include "shared/coordinate.h"
#include "shared/gaussian.h"

HYPOTHESIS(scale_invariant, "f_i(c w) = f_i(w) for c > 0",
           "f_i(c w) = f_i(w) при c > 0", NULL);
HYPOTHESIS(positive_factor, "eta lambda < 1 for SGD: rho > 0",
           "eta lambda < 1 для SGD: rho > 0", NULL);
HYPOTHESIS(real_root, "eta lambda <= (1 - sqrt gamma)^2: rho is real",
           "eta lambda <= (1 - sqrt gamma)^2: rho вещественно", NULL);
HYPOTHESIS(same_indices, "both walk with the same indices",
           "индексы у обеих траекторий одни и те же", NULL);
HYPOTHESIS(same_start, "w_0 = v_0 and w_{-1} = v_{-1}/rho",
           "w_0 = v_0 и w_{-1} = v_{-1}/rho", NULL);
HYPOTHESIS(constant_settings, "eta and lambda do not change",
           "eta и lambda не меняются", NULL);
static const struct hypothesis *const hypotheses[] = {
    scale_invariant, positive_factor, real_root,
    same_indices,    same_start,      constant_settings};

enum { DIM = 3, COMPONENTS = 16, BATCH = 4 };
/* Rows a_i and labels b_i of no pattern, all of them eighths. */
static real feature(whole i, size_t j) {
    real a;
    for (int l = 0; l < LANES; l++)
        a[l] = any_gradient((size_t)i[l] * DIM + j + 1) / 8;
    return a;
}
static real label(whole i) {
    real b;
    for (int l = 0; l < LANES; l++) b[l] = any_gradient((size_t)i[l] + 100) / 8;
    return b;
}
/* f_i(w); its gradient goes to g, unless that is NULL. */
typedef real loss_function(const real w[], whole i, real g[]);
struct loss {
    const char *name;
    loss_function *at;
};
static real on_sphere(const real w[], whole i, real g[]) {
    real length = real_sqrt(real_dot(DIM, w, w)), s = {0};
    for (size_t j = 0; j < DIM; j++) s += feature(i, j) * (w[j] / length);
    real apart = s - label(i);
    for (size_t j = 0; j < DIM && g; j++)
        g[j] = apart / length * (feature(i, j) - s * (w[j] / length));
    return apart * apart / 2;
}
/* The points i, i + 1, ... of a batch go round. */
static real normalised(const real w[], whole i, real g[], double eps) {
    real z[BATCH] = {{0}}, y[BATCH], mean = {0}, variance = {0}, loss = {0};
    real back[BATCH], mean_back = {0}, along = {0};
    for (size_t b = 0; b < BATCH; b++) {
        whole point = (i + b) % COMPONENTS;
        for (size_t j = 0; j < DIM; j++) z[b] += feature(point, j) * w[j];
        y[b] = label(point);
        mean += z[b] / BATCH;
    }
    for (size_t b = 0; b < BATCH; b++) {
        z[b] -= mean;
        variance += z[b] * z[b] / BATCH;
    }
    real size = real_sqrt(variance + eps);
    for (size_t b = 0; b < BATCH; b++) {
        real n = z[b] / size;
        back[b] = (n - y[b]) / BATCH;
        loss += (n - y[b]) * (n - y[b]) / (2 * BATCH);
        mean_back += back[b] / BATCH;
        along += back[b] * n / BATCH;
        z[b] = n;
    }
    for (size_t j = 0; j < DIM && g; j++) {
        g[j] = real_all(0);
        for (size_t b = 0; b < BATCH; b++)
            g[j] += (back[b] - mean_back - z[b] * along) / size *
                    feature((i + b) % COMPONENTS, j);
    }
    return loss;
}
static real with_batches(const real w[], whole i, real g[]) {
    return normalised(w, i, g, 0);
}
static real with_epsilon(const real w[], whole i, real g[]) {
    return normalised(w, i, g, 1e-5);
}
static real plain_squares(const real w[], whole i, real g[]) {
    real apart = -label(i);
    for (size_t j = 0; j < DIM; j++) apart += feature(i, j) * w[j];
    for (size_t j = 0; j < DIM && g; j++) g[j] = apart * feature(i, j);
    return apart * apart / 2;
}
static const struct loss sphere = {"sphere", on_sphere},
                         batches = {"batch normalisation", with_batches},
                         epsilon = {"batch normalisation with epsilon",
                                    with_epsilon},
                         squares = {"least squares", plain_squares};
/* One pass over all weights rounds few numbers; those of a batch may cancel. */
static const double few = 256 * DBL_EPSILON;
/**
## The proof, line by line

**Line 1. Gradients.** Differentiate $f(cw)=f(w)$, in $w$, and in $c$ at $c=1$:
$$\nabla f(cw)=\frac1c\nabla f(w),\qquad\langle w,\nabla f(w)\rangle=0. \tag{5}$$
*/
/**ru 3628566123
## Доказательство строка за строкой

**Строка 1. Градиенты.** Продифференцируем $f(cw)=f(w)$ по $w$, а также по $c$
при $c=1$:
$$\nabla f(cw)=\frac1c\nabla f(w),\qquad\langle w,\nabla f(w)\rangle=0. \tag{5}$$
*/
struct scaling {
    const struct loss *loss;
    enum { VALUE, GRADIENT, ALONG, DIFFERENCES } what;
};
/* Both sides at w, and how far they may err. */
static void compare_at(const struct scaling *s, const real w[], whole i,
                       double c, size_t k, struct nearest *worst) {
    real g[DIM], scaled[DIM], other[DIM];
    for (size_t j = 0; j < DIM; j++) scaled[j] = c * w[j];
    real value = s->loss->at(w, i, g), moved = s->loss->at(scaled, i, other);
    real size = real_sqrt(real_dot(DIM, g, g)) + 1;
    for (size_t j = 0; j < DIM; j++) {
        real left = 1 + c * other[j], right = 1 + g[j], error = few * size;
        if (s->what == VALUE) {
            left = 1 + moved;
            right = 1 + value;
            error = few * (1 + value);
        } else if (s->what == ALONG) {
            left = 1 + real_dot(DIM, w, g);
            right = real_all(1);
            error = few * size * (1 + real_sqrt(real_dot(DIM, w, w)));
        } else if (s->what == DIFFERENCES) {
            static const double h = 1e-4;
            real at[4];
            memcpy(scaled, w, sizeof scaled);
            for (int n = 0; n < 4; n++) { /* -h, -h/2, h/2, h */
                scaled[j] = w[j] + h * (n < 2 ? n - 2 : n - 1) / 2;
                at[n] = s->loss->at(scaled, i, NULL);
            }
            left = 1 + (8 * (at[2] - at[1]) - (at[3] - at[0])) / (6 * h);
            error = 1e-8 * size;
        }
        for (int l = 0; l < LANES; l++)
            nearest_take(worst, k, left[l], right[l], error[l]);
    }
}
static void scale(struct inquiry *q) {
    const struct scaling *s = q->with;
    static const double factors[] = {3, 1.0 / 7, 0x1p40, 1e-9};
    struct pcg_lanes random = inquiry_lanes(q, 0);
    for (size_t k = 1; k <= COUNT(factors); k++) {
        struct nearest worst = {.sign = EQUAL, .in_errors = true};
        for (uint64_t i = 0; i < COMPONENTS; i++) {
            real w[DIM];
            gaussian_fill(&random, DIM, w);
            /* Not so near 0 that differences of 1e-4 are long. */
            for (size_t j = 0; j < DIM; j++)
                w[j] += real_where(real_less(w[j], real_all(0)), real_all(-1),
                                   real_all(1));
            compare_at(s, w, whole_all(i), factors[k - 1], k, &worst);
        }
        inquiry_nearest(q, s->loss->name, "gradient", &worst);
    }
}
CLAIM(line_1_sphere, PROOF_LINE,
      COMPUTE(scale, &(const struct scaling){&sphere, GRADIENT}),
      "Equation (5), left, with 1 on both sides, for four $c$: the sphere ...",
      "Равенство (5), слева, с прибавленной к обеим частям 1, для четырёх $c$: "
      "сфера …");
CLAIM(line_1_batches, PROOF_LINE,
      COMPUTE(scale, &(const struct scaling){&batches, GRADIENT}),
      "... and batch normalisation.", "… и батч-нормализация.");
CLAIM(line_1_along_sphere, PROOF_LINE,
      COMPUTE(scale, &(const struct scaling){&sphere, ALONG}),
      "Equation (5), right, on the sphere ...",
      "Равенство (5), справа, на сфере …");
CLAIM(line_1_along_batches, PROOF_LINE,
      COMPUTE(scale, &(const struct scaling){&batches, ALONG}),
      "... and with batch normalisation.", "… и с батч-нормализацией.");
CLAIM(value_sphere, IDENTITY,
      COMPUTE(scale, &(const struct scaling){&sphere, VALUE}),
      "$f_i(cw)=f_i(w)$ on the sphere ...", "$f_i(cw)=f_i(w)$ на сфере …");
CLAIM(value_batches, IDENTITY,
      COMPUTE(scale, &(const struct scaling){&batches, VALUE}),
      "... and with batch normalisation.", "… и с батч-нормализацией.");
CLAIM(gradient_sphere, IDENTITY,
      COMPUTE(scale, &(const struct scaling){&sphere, DIFFERENCES}),
      "The gradients are those of $f_i$, by differences: the sphere ...",
      "Градиенты — это градиенты $f_i$, через разности: сфера …");
CLAIM(gradient_batches, IDENTITY,
      COMPUTE(scale, &(const struct scaling){&batches, DIFFERENCES}),
      "... and batch normalisation.", "… и батч-нормализация.");
CLAIM(control_value_epsilon, CONTROL,
      DROPS(scale_invariant,
            COMPUTE(scale, &(const struct scaling){&epsilon, VALUE})),
      "$f_i(cw)=f_i(w)$ with $\\epsilon=10^{-5}$ beside the variance.",
      "$f_i(cw)=f_i(w)$ с $\\epsilon=10^{-5}$ рядом с дисперсией.");
/**
**Line 2. SGD.** Put $w_t=\rho^tv_t$ into (1) with $\gamma=0$:
$$w_{t+1}=\rho\,w_t-\eta\nabla f_{i_t}(w_t)=\rho^{t+1}v_t-\eta\rho^{-t}\nabla f_{i_t}(v_t)=\rho^{t+1}\Bigl(v_t-\frac\eta{\rho^{2t+1}}\nabla f_{i_t}(v_t)\Bigr). \tag{6}$$
**Line 3. Momentum.** Divide (1) by $\rho^{t+1}$:
$$v_{t+1}=\frac{1+\gamma-\eta\lambda}\rho\,v_t-\frac\gamma{\rho^2}\,v_{t-1}-\frac\eta{\rho^{2t+1}}\nabla f_{i_t}(v_t), \tag{7}$$
and this is (3) if the first coefficient is $1+\frac\gamma{\rho^2}$, which is (2)
over $\rho^2$. Both roots do. $\blacksquare$

Held against each other at every step of 16 random runs of 600 steps of the
program's own SGD and heavy ball: $w_{t+1}$ from (1), and $\rho^{t+1}v_{t+1}$ from
(3) with $v_t=\rho^{-t}w_t$, $v_{t-1}=\rho^{-t+1}w_{t-1}$; the coordinate, and the
run, where they differ most, with $2\|w_{t+1}\|$ added to both. The start is
$\|w_0\|=1$.
*/
/**ru 915653667
**Строка 2. SGD.** Подставим $w_t=\rho^tv_t$ в (1) с $\gamma=0$:
$$w_{t+1}=\rho\,w_t-\eta\nabla f_{i_t}(w_t)=\rho^{t+1}v_t-\eta\rho^{-t}\nabla f_{i_t}(v_t)=\rho^{t+1}\Bigl(v_t-\frac\eta{\rho^{2t+1}}\nabla f_{i_t}(v_t)\Bigr). \tag{6}$$
**Строка 3. Момент.** Разделим (1) на $\rho^{t+1}$:
$$v_{t+1}=\frac{1+\gamma-\eta\lambda}\rho\,v_t-\frac\gamma{\rho^2}\,v_{t-1}-\frac\eta{\rho^{2t+1}}\nabla f_{i_t}(v_t), \tag{7}$$
а это (3), если первый коэффициент равен $1+\frac\gamma{\rho^2}$, то есть если
верно (2), делённое на $\rho^2$. Годятся оба корня. $\blacksquare$

Обе стороны сопоставлены на каждом шаге 16 случайных запусков по 600 шагов,
которые делают SGD и тяжёлый шарик самой программы: $w_{t+1}$ из (1) и
$\rho^{t+1}v_{t+1}$ из (3) с $v_t=\rho^{-t}w_t$, $v_{t-1}=\rho^{-t+1}w_{t-1}$;
берутся та координата и тот запуск, где они различаются больше всего, и к обеим
сторонам прибавлено $2\|w_{t+1}\|$. В начале $\|w_0\|=1$.
*/
/* What is taken for rho. */
enum root { LARGER, SMALLER, NO_MOMENTUM, RULE_OF_THUMB, MODULUS };
static double root_of(enum root root, double gamma, double decay) {
    double half = (1 + gamma - decay) / 2,
           apart = sqrt(larger(half * half - gamma, 0));
    switch (root) {
        case LARGER: return half + apart;
        case SMALLER: return gamma / (half + apart);
        case NO_MOMENTUM: return 1 - decay;
        case RULE_OF_THUMB: return 1 - decay / (1 - gamma);
        case MODULUS: return sqrt(gamma);
    }
    return NAN;
}
struct pair {
    const struct loss *loss;
    double eta, decay, gamma; /* decay: eta lambda */
    enum root root;
    double exponent; /* of rho in the step: 2 t + so much */
    bool whole;      /* v goes its own way; else it is put at w's each step */
    size_t steps;
    bool other_indices, from_rest, halved; /* eta, from step 50 on */
    bool buffer; /* momentum of v as an average of gradients, see line 4 */
};
/* A method on its way.  For roundings: how far x and x_t - x_{t-1} may be from
 * where exact arithmetic would have taken them. */
struct path {
    const struct method *method;
    struct settings settings;
    real x[DIM], state[DIM];
    real error, state_error;
};
static struct path path_from(const struct pair *a, const real x[]) {
    struct path p = {.method = a->gamma > 0 ? &method_heavy_ball : &method_sgd,
                     .settings = {.alpha = a->eta, .momentum = a->gamma}};
    memcpy(p.x, x, sizeof p.x);
    return p;
}
/* One step with lambda x added to the gradient. */
static void path_step(struct path *p, const struct pair *a, whole i, size_t t,
                      double lambda) {
    const struct settings *s = &p->settings;
    real g[DIM], features = {0};
    real value = a->loss->at(p->x, i, g);
    real length2 = real_dot(DIM, p->x, p->x), length = real_sqrt(length2);
    for (size_t j = 0; j < DIM; j++) {
        g[j] += lambda * p->x[j];
        features += feature(i, j) * feature(i, j);
    }
    /* The gradient on the sphere is Lipschitz with (|a|^2 + 6 |a| |s - b|) /
     * |x|^2, and a bit more at points nearby. */
    real apart = real_sqrt(2 * value),
         L = 1.01 * (features + 6 * real_sqrt(features) * apart) / length2,
         size = real_sqrt(real_dot(DIM, g, g)) +
                real_sqrt(features) * apart / length,
         moved = real_sqrt(real_dot(DIM, p->state, p->state));
    p->method->step(s, t, DIM, p->x, g, p->state);
    p->state_error =
        s->momentum * (p->state_error + few * moved) +
        s->alpha * ((L + lambda) * p->error + few * (size + lambda * length));
    p->error += p->state_error + few * length;
}
/* v_{t+1} = v_t - eta_t m_{t+1}, m_{t+1} = gamma m_t + g. */
static void buffer_step(struct path *p, const struct pair *a, whole i,
                        double last_alpha) {
    real g[DIM];
    a->loss->at(p->x, i, g);
    for (size_t j = 0; j < DIM; j++) {
        real m = -p->state[j] / last_alpha;
        p->x[j] -= p->settings.alpha * (a->gamma * m + g[j]);
    }
}
static void walk_pair(struct inquiry *q) {
    const struct pair *a = q->with;
    const double rho = root_of(a->root, a->gamma, a->decay);
    struct pcg_lanes random = inquiry_lanes(q, 0),
                     others = inquiry_lanes(q, LANES);
    real start[DIM], before[DIM];
    gaussian_fill(&random, DIM, start);
    real length = real_sqrt(real_dot(DIM, start, start));
    for (size_t j = 0; j < DIM; j++) start[j] /= length;
    struct path w = path_from(a, start), v = path_from(a, start);
    v.settings.momentum = a->gamma / (rho * rho);
    /* w starts at rest, w_{-1} = w_0, so v_{-1} = rho v_0. */
    for (size_t j = 0; j < DIM && a->gamma > 0 && !a->from_rest; j++)
        v.state[j] = (1 - rho) * start[j];
    memcpy(before, start, sizeof before);
    struct nearest worst = {.sign = EQUAL, .in_errors = true};
    size_t first = q->count;
    for (size_t t = 0; t < a->steps; t++) {
        whole i = pcg_lanes_below(&random, COMPONENTS, pcg_surplus(COMPONENTS));
        double power = pow(rho, (double)t), n = (double)t;
        if (!a->whole) {
            for (size_t j = 0; j < DIM; j++) {
                v.x[j] = w.x[j] / power;
                v.state[j] = w.x[j] / power - before[j] * rho / power;
            }
            w.error = v.error = v.state_error = w.state_error = real_all(0);
            memcpy(before, w.x, sizeof before);
        }
        if (a->halved && t == 50) w.settings.alpha /= 2;
        path_step(&w, a, i, t, a->decay / a->eta);
        if (a->other_indices)
            i = pcg_lanes_below(&others, COMPONENTS, pcg_surplus(COMPONENTS));
        v.settings.alpha = a->eta * pow(rho, -2 * n - a->exponent);
        if (a->buffer)
            buffer_step(&v, a, i, v.settings.alpha * rho * rho);
        else
            path_step(&v, a, i, t, 0);
        /* Powers are rounded, and so is v's momentum, t times; and where v is
         * put at w's, its state is a difference. */
        real size = real_sqrt(real_dot(DIM, w.x, w.x)),
             error = w.error + rho * power * v.error +
                     few * (4 + n * a->whole) * (size + rho * size);
        for (size_t j = 0; j < DIM; j++) {
            real left = 2 * size + w.x[j],
                 right = 2 * size + rho * power * v.x[j];
            for (int l = 0; l < LANES; l++)
                nearest_take(&worst, t + 1, left[l], right[l], error[l]);
        }
        if (!marked(t + 1, 4, a->steps)) continue;
        inquiry_nearest(q, a->loss->name, w.method->id, &worst);
        q->findings[q->count - 1].k = t + 1;
        worst = (struct nearest){.sign = EQUAL, .in_errors = true};
    }
    inquiry_which(q, first, "eta lambda = %g, momentum %g", a->decay, a->gamma);
}
static const struct pair
    sgd_sphere = {&sphere, 0.05, 0.005, 0, LARGER, 1, .steps = 600},
    sgd_batches = {&batches, 0.05, 0.005, 0, LARGER, 1, .steps = 600},
    heavy_sphere = {&sphere, 0.01, 0.001, 0.9, LARGER, 1, .steps = 600},
    heavy_batches = {&batches, 0.01, 0.001, 0.9, LARGER, 1, .steps = 600},
    heavy_smaller = {&sphere, 0.05, 0.15, 0.3, SMALLER, 1, .steps = 30};
CLAIM(line_2_sgd_sphere, PROOF_LINE, COMPUTE(walk_pair, &sgd_sphere),
      "Equation (6) on the sphere ...", "Равенство (6) на сфере …");
CLAIM(line_2_sgd_batches, PROOF_LINE, COMPUTE(walk_pair, &sgd_batches),
      "... and with batch normalisation.", "… и с батч-нормализацией.");
CLAIM(line_3_momentum_sphere, PROOF_LINE, COMPUTE(walk_pair, &heavy_sphere),
      "Equation (7) on the sphere, for the larger root ...",
      "Равенство (7) на сфере, для большего корня …");
CLAIM(line_3_momentum_batches, PROOF_LINE, COMPUTE(walk_pair, &heavy_batches),
      "... and with batch normalisation.", "… и с батч-нормализацией.");
CLAIM(line_3_smaller_root, PROOF_LINE, COMPUTE(walk_pair, &heavy_smaller),
      "Equation (7) for the smaller root, $\\gamma=0.3$, $\\eta\\lambda=0.15$.",
      "Равенство (7) для меньшего корня, $\\gamma=0.3$, $\\eta\\lambda=0.15$.");
/**
**Line 4. Another momentum.** Libraries often keep an average of gradients,
$m_{t+1}=\gamma m_t+g_t$, $v_{t+1}=v_t-\eta_tm_{t+1}$. Then
$v_t-v_{t-1}=-\eta_{t-1}m_t$, and as $\frac{\eta_t}{\eta_{t-1}}=\rho^{-2}$,
$$\frac\gamma{\rho^2}(v_t-v_{t-1})=-\eta_t\gamma m_t: \tag{8}$$
in this form the momentum is the same $\gamma$ for $v$ as for $w$. (For a constant
step the two forms are the same method.)
*/
/**ru 1010604797
**Строка 4. Другой момент.** Библиотеки часто хранят среднее градиентов,
$m_{t+1}=\gamma m_t+g_t$, $v_{t+1}=v_t-\eta_tm_{t+1}$. Тогда
$v_t-v_{t-1}=-\eta_{t-1}m_t$, а так как $\frac{\eta_t}{\eta_{t-1}}=\rho^{-2}$,
$$\frac\gamma{\rho^2}(v_t-v_{t-1})=-\eta_t\gamma m_t: \tag{8}$$
в этой форме момент для $v$ — то же $\gamma$, что и для $w$. (При постоянном
шаге обе формы — один и тот же метод.)
*/
static const struct pair heavy_buffer = {
    &sphere, 0.01, 0.001, 0.9, LARGER, 1, .steps = 600, .buffer = true};
CLAIM(line_4_buffer, PROOF_LINE, COMPUTE(walk_pair, &heavy_buffer),
      "Equation (7) with $\\gamma m_t$ by (8).",
      "Равенство (7) с $\\gamma m_t$ по (8).");
/**
**Line 5. The larger root.** The roots are real iff
$\eta\lambda\le(1-\sqrt\gamma)^2$. Their product is $\gamma$, so the larger one is
at least $\sqrt\gamma$, and $v$'s momentum $\frac\gamma{\rho^2}$ at most 1, while
with the smaller root it is at least 1. With $p(\rho)$ the polynomial of (2) and
$y=\frac{\eta\lambda}{1-\gamma}$, $p(1-y)=\frac{\gamma}{1-\gamma}\,\eta\lambda y\ge0$;
so
$$\sqrt\gamma\le\rho\le1-\frac{\eta\lambda}{1-\gamma}, \tag{9}$$
an equality on the left for the largest $\eta\lambda$, on the right without momentum.
The right side is the rule of thumb that momentum makes the step $\frac1{1-\gamma}$
times as long. It is not exact.
*/
/**ru 517480642
**Строка 5. Больший корень.** Корни вещественны тогда и только тогда, когда
$\eta\lambda\le(1-\sqrt\gamma)^2$. Их произведение равно $\gamma$, так что
больший не меньше $\sqrt\gamma$, и момент для $v$, $\frac\gamma{\rho^2}$, не
больше 1, тогда как с меньшим корнем он не меньше 1. Если $p(\rho)$ — многочлен
из (2), а $y=\frac{\eta\lambda}{1-\gamma}$, то
$p(1-y)=\frac{\gamma}{1-\gamma}\,\eta\lambda y\ge0$; поэтому
$$\sqrt\gamma\le\rho\le1-\frac{\eta\lambda}{1-\gamma}, \tag{9}$$
причём слева равенство при наибольшем $\eta\lambda$, а справа — без момента.
Правая часть — известное эмпирическое правило: момент удлиняет шаг в
$\frac1{1-\gamma}$ раз. Оно не точно.
*/
static const double momenta[] = {0, 0.3, 0.5, 0.9, 0.99};
struct side {
    enum sign sign;
    enum root against;
    double times; /* the right side of (9) */
};
static void roots(struct inquiry *q) {
    const struct side *side = q->with;
    for (size_t m = 0; m < COUNT(momenta); m++) {
        double gamma = momenta[m], root = sqrt(gamma),
               most = (1 - root) * (1 - root);
        size_t first = q->count;
        if (gamma == 0 && side->against == MODULUS) continue;
        for (size_t k = 1; k <= 10; k++) {
            double decay = k < 10 ? most * (double)k / 10 : most * (1 - 1e-12);
            double rho = root_of(LARGER, gamma, decay);
            if (gamma == 0 && k == 10) continue;
            inquiry_exact(q, "roots", "heavy_ball", k, rho, 1e-9, side->sign,
                          side->times * root_of(side->against, gamma, decay));
        }
        inquiry_which(q, first, "momentum %g", gamma);
    }
}
static void polynomial(struct inquiry *q) {
    const enum root *root = q->with;
    for (size_t m = 1; m < COUNT(momenta); m++) {
        double gamma = momenta[m], slow = 1 - sqrt(gamma), most = slow * slow;
        size_t first = q->count;
        for (size_t k = 1; k < 10; k++) {
            double decay = most * (double)k / 10,
                   rho = root_of(*root, gamma, decay);
            inquiry_exact(q, "roots", "heavy_ball", k, rho * rho + gamma, few,
                          EQUAL, (1 + gamma - decay) * rho);
        }
        inquiry_which(q, first, "momentum %g", gamma);
    }
}
static const enum root larger_root = LARGER, smaller_root = SMALLER,
                       thumb = RULE_OF_THUMB;
CLAIM(line_5_larger_root, PROOF_LINE, COMPUTE(polynomial, &larger_root),
      "Equation (2) for the larger root, $\\eta\\lambda=\\frac k{10}"
      "(1-\\sqrt\\gamma)^2$ ...",
      "Уравнение (2) для большего корня, $\\eta\\lambda=\\frac "
      "k{10}(1-\\sqrt\\gamma)^2$ …");
CLAIM(line_5_smaller_root, PROOF_LINE, COMPUTE(polynomial, &smaller_root),
      "... and for the smaller one.", "… и для меньшего.");
CLAIM(control_rule_of_thumb, CONTROL, COMPUTE(polynomial, &thumb),
      "... and for $1-\\frac{\\eta\\lambda}{1-\\gamma}$.",
      "… и для $1-\\frac{\\eta\\lambda}{1-\\gamma}$.");
CLAIM(bound_root_from_below, BOUND,
      COMPUTE(roots, &(const struct side){AT_LEAST, MODULUS, 1}),
      "Inequality (9), left.", "Неравенство (9), слева.");
CLAIM(bound_root_from_above, BOUND,
      COMPUTE(roots, &(const struct side){AT_MOST, RULE_OF_THUMB, 1}),
      "Inequality (9), right.", "Неравенство (9), справа.");
CLAIM(sharp_root_fails_at_1_05, CONTROL,
      COMPUTE(roots, &(const struct side){AT_LEAST, MODULUS, 1.05}),
      "1.05 of the left side.", "Левая часть, умноженная на 1,05.");
CLAIM(sharp_root_fails_at_0_95, CONTROL,
      COMPUTE(roots, &(const struct side){AT_MOST, RULE_OF_THUMB, 0.95}),
      "0.95 of the right side.", "Правая часть, умноженная на 0,95.");
/**
## The whole path

Both go their own ways from $\|w_0\|=1$ for 100 steps. Roundings grow as paths
that differ drift apart: by the gradients' Lipschitz constant, which is computed
along the path, a step multiplies them by at most
$1+\frac{\eta L}{\|w_t\|^2}$, and $\frac1{1-\gamma}$ times as much with momentum.
*/
/**ru 895934416
## Вся траектория

Обе траектории 100 шагов идут каждая своим путём, от $\|w_0\|=1$. Погрешности
округления растут так же, как расходятся две различные траектории: судя по
постоянной Липшица градиентов, которая вычисляется вдоль траектории, шаг
умножает их не более чем на $1+\frac{\eta L}{\|w_t\|^2}$, а с моментом — на
величину, в $\frac1{1-\gamma}$ раз большую.
*/
static const struct pair path_sgd = {&sphere,       0.004,
                                     0.01,          0,
                                     LARGER,        1,
                                     .whole = true, .steps = 100},
                         path_heavy = {&sphere,       0.0004,      0.001,
                                       0.9,           LARGER,      1,
                                       .whole = true, .steps = 100};
CLAIM(path_of_sgd, BOUND, COMPUTE(walk_pair, &path_sgd),
      "Equation (4), SGD on the sphere, $\\rho^{100}=0.37$.",
      "Равенство (4), SGD на сфере, $\\rho^{100}=0.37$.");
CLAIM(path_of_momentum, BOUND, COMPUTE(walk_pair, &path_heavy),
      "Equation (4), momentum 0.9 on the sphere.",
      "Равенство (4), момент 0,9 на сфере.");
/**
**To the last bit.** If $\rho$ is a power of two, $\eta\lambda=\frac12$, and decay
is applied beside the gradient, $w\leftarrow\rho w$ and then a step, every
operation of one path is that of the other with another exponent. Nothing is
rounded differently: the distance is 0, for 200 steps, in which the step grows to
$2^{401}\eta$.
*/
/**ru 357416452
**До последнего бита.** Если $\rho$ — степень двойки, $\eta\lambda=\frac12$, а
затухание применяется отдельно от градиента, то есть $w\leftarrow\rho w$, а
затем шаг, то каждое действие одной траектории есть действие другой, но с другим
показателем степени. Ничто не округляется иначе: расстояние равно 0 на всех 200
шагах, за которые шаг вырастает до $2^{401}\eta$.
*/
static void to_the_last_bit(struct inquiry *q) {
    const struct pair *a = q->with;
    struct pcg_lanes random = inquiry_lanes(q, 0);
    real w[DIM], v[DIM], g[DIM];
    gaussian_fill(&random, DIM, w);
    memcpy(v, w, sizeof v);
    struct nearest worst = {.sign = EQUAL};
    for (size_t t = 0; t < a->steps; t++) {
        whole i = pcg_lanes_below(&random, COMPONENTS, pcg_surplus(COMPONENTS));
        struct settings decayed = {.alpha = a->eta},
                        longer = {.alpha = ldexp(a->eta, 2 * (int)t + 1)};
        a->loss->at(w, i, g);
        for (size_t j = 0; j < DIM; j++) w[j] /= 2;
        method_sgd.step(&decayed, t, DIM, w, g, NULL);
        a->loss->at(v, i, g);
        method_sgd.step(&longer, t, DIM, v, g, NULL);
        for (size_t j = 0; j < DIM; j++)
            for (int l = 0; l < LANES; l++)
                nearest_take(&worst, t + 1, w[j][l],
                             ldexp(v[j][l], -(int)t - 1), 0);
        if (!marked(t + 1, 4, a->steps)) continue;
        inquiry_nearest(q, a->loss->name, "sgd", &worst);
        q->findings[q->count - 1].k = t + 1;
        worst = (struct nearest){.sign = EQUAL};
    }
}
static const struct pair bits_sphere = {&sphere, 0.05, 0.5,         0,
                                        LARGER,  1,    .steps = 200},
                         bits_batches = {&batches, 0.05, 0.5,         0,
                                         LARGER,   1,    .steps = 200},
                         bits_squares = {&squares, 0.05, 0.5,        0,
                                         LARGER,   1,    .steps = 10};
CLAIM(bits_on_sphere, IDENTITY, COMPUTE(to_the_last_bit, &bits_sphere),
      "$w_t=2^{-t}v_t$ up to an error of 0, on the sphere ...",
      "$w_t=2^{-t}v_t$ с погрешностью 0, на сфере …");
CLAIM(bits_with_batches, IDENTITY, COMPUTE(to_the_last_bit, &bits_batches),
      "... and with batch normalisation.", "… и с батч-нормализацией.");
CLAIM(control_bits_of_squares, CONTROL,
      DROPS(scale_invariant, COMPUTE(to_the_last_bit, &bits_squares)),
      "... and for least squares, whose scale matters.",
      "… и для наименьших квадратов, где масштаб важен.");
/**
## Why a growing step does not diverge

By (5) a gradient is orthogonal to the weights, so lengths follow Pythagoras:
$$\|v_{t+1}\|^2=\|v_t\|^2+\eta_t^2\|\nabla f(v_t)\|^2,\qquad\|w_{t+1}\|^2=\rho^2\|w_t\|^2+\eta^2\|\nabla f(w_t)\|^2 \tag{10}$$
for SGD. Gradients of $w$ are of the size $\frac G{\|w\|}$, so $\|w\|$ settles where
decay and growth are equal, near $\|w\|^4=\frac{\eta G^2}{2\lambda}$; and
$\|v_t\|=\rho^{-t}\|w_t\|$ grows as fast as $\sqrt{\eta_t}$: what matters, the
step over the square of the length, settles too.
*/
/**ru 54450050
## Почему растущий шаг не расходится

В силу (5) градиент ортогонален весам, так что длины подчиняются теореме
Пифагора:
$$\|v_{t+1}\|^2=\|v_t\|^2+\eta_t^2\|\nabla f(v_t)\|^2,\qquad\|w_{t+1}\|^2=\rho^2\|w_t\|^2+\eta^2\|\nabla f(w_t)\|^2 \tag{10}$$
для SGD. Градиенты в точке $w$ имеют величину $\frac G{\|w\|}$, поэтому $\|w\|$
устанавливается там, где затухание равно росту, около $\|w\|^4=\frac{\eta
G^2}{2\lambda}$; а $\|v_t\|=\rho^{-t}\|w_t\|$ растёт так же быстро, как
$\sqrt{\eta_t}$: устанавливается и то, что существенно, — отношение шага к
квадрату длины.
*/
static void length_of(struct inquiry *q, bool grows) {
    const struct pair *a = &sgd_batches;
    const double rho = 1 - a->decay, keep = grows ? 1 : rho;
    struct pcg_lanes random = inquiry_lanes(q, 0);
    real x[DIM], g[DIM];
    gaussian_fill(&random, DIM, x);
    real length2 = real_dot(DIM, x, x);
    for (size_t t = 0; t < 1500; t++) {
        whole i = pcg_lanes_below(&random, COMPONENTS, pcg_surplus(COMPONENTS));
        struct settings s = {.alpha = a->eta};
        if (grows) s.alpha *= pow(rho, -2 * (double)t - 1);
        a->loss->at(x, i, g);
        real right =
            keep * keep * length2 + s.alpha * s.alpha * real_dot(DIM, g, g);
        for (size_t j = 0; j < DIM; j++) x[j] *= keep;
        method_sgd.step(&s, t, DIM, x, g, NULL);
        length2 = real_dot(DIM, x, x);
        if (!marked(t + 1, 8, 1500)) continue;
        double left = real_sum(length2) / LANES;
        inquiry_exact(q, a->loss->name, grows ? "growing step" : "weight decay",
                      t + 1, left, few * left, EQUAL, real_sum(right) / LANES);
    }
}
static void lengths(struct inquiry *q) {
    length_of(q, false);
    length_of(q, true);
}
CLAIM(lengths_by_pythagoras, PROOF_LINE, COMPUTE(lengths),
      "Equation (10), both, in the mean of the same 16 runs.",
      "Равенства (10), оба, в среднем по тем же 16 запускам.");
/**
## What breaks

**Scale invariance:** least squares; and batch normalisation as libraries have it,
with $\epsilon=10^{-5}$ beside the variance, which is noticed as $\|w\|$ falls.
**$\rho$ without the momentum term**, $1-\eta\lambda$, and the rule of thumb
$1-\frac{\eta\lambda}{1-\gamma}$. **The exponent** $2t$ in place of $2t+1$.
**Roots that are not real**, with their modulus $\sqrt\gamma$ for $\rho$.
**$\eta\lambda>1$**, where $\rho<0$ and $w$ changes sides at every step.
**Other indices** for $v$ than for $w$. **Both from rest:** $v_{-1}=v_0$, with
momentum; the first step is wrong already, by $\frac\gamma\rho(1-\rho)w_0$.
**A step that is halved** on the way.
*/
/**ru 1956618251
## Что ломается {#what-breaks}

**Инвариантность к масштабу:** наименьшие квадраты, а также батч-нормализация,
какова она в библиотеках, с $\epsilon=10^{-5}$ рядом с дисперсией, что
становится заметно, когда $\|w\|$ убывает. **$\rho$ без слагаемого с
моментом**, $1-\eta\lambda$, и эмпирическое правило
$1-\frac{\eta\lambda}{1-\gamma}$. **Показатель** $2t$ вместо $2t+1$.
**Невещественные корни**, с модулем $\sqrt\gamma$ в роли $\rho$.
**$\eta\lambda>1$**, когда $\rho<0$ и $w$ на каждом шаге меняет сторону.
**Другие индексы** для $v$, чем для $w$. **Оба из покоя:** $v_{-1}=v_0$, с
моментом; неверен уже первый шаг, на $\frac\gamma\rho(1-\rho)w_0$. **Шаг,
который по пути уменьшили вдвое.**
*/
static const struct pair
    of_squares = {&squares, 0.05, 0.005, 0, LARGER, 1, .steps = 100},
    of_epsilon = {&epsilon, 0.05, 0.005, 0, LARGER, 1, .steps = 600},
    no_momentum = {&sphere, 0.01, 0.001, 0.9, NO_MOMENTUM, 1, .steps = 100},
    by_thumb = {&sphere, 0.01, 0.001, 0.9, RULE_OF_THUMB, 1, .steps = 100},
    off_by_one = {&sphere, 0.05, 0.005, 0, LARGER, 0, .steps = 100},
    complex_roots = {&sphere, 0.01, 0.1, 0.9, MODULUS, 1, .steps = 30},
    negative = {&sphere, 0.05, 1.5, 0, NO_MOMENTUM, 1, .steps = 30},
    other = {&sphere,
             0.004,
             0.01,
             0,
             LARGER,
             1,
             .whole = true,
             .steps = 100,
             .other_indices = true},
    at_rest = {&sphere,       0.0004,       0.001,
               0.9,           LARGER,       1,
               .whole = true, .steps = 100, .from_rest = true},
    halved = {&sphere, 0.05, 0.005, 0, LARGER, 1, .steps = 100, .halved = true};
CLAIM(control_least_squares, CONTROL,
      DROPS(scale_invariant, COMPUTE(walk_pair, &of_squares)),
      "(6) for least squares.", "(6) для наименьших квадратов.");
CLAIM(control_epsilon, CONTROL,
      DROPS(scale_invariant, COMPUTE(walk_pair, &of_epsilon)),
      "(6) for batch normalisation with $\\epsilon=10^{-5}$.",
      "(6) для батч-нормализации с $\\epsilon=10^{-5}$.");
CLAIM(control_without_the_momentum_term, CONTROL,
      COMPUTE(walk_pair, &no_momentum), "(7) with $\\rho=1-\\eta\\lambda$.",
      "(7) с $\\rho=1-\\eta\\lambda$.");
CLAIM(control_thumb_for_rho, CONTROL, COMPUTE(walk_pair, &by_thumb),
      "(7) with $\\rho=1-\\frac{\\eta\\lambda}{1-\\gamma}$.",
      "(7) с $\\rho=1-\\frac{\\eta\\lambda}{1-\\gamma}$.");
CLAIM(control_exponent, CONTROL, COMPUTE(walk_pair, &off_by_one),
      "(6) with $\\rho^{-2t}$.", "(6) с $\\rho^{-2t}$.");
CLAIM(control_complex_roots, CONTROL,
      DROPS(real_root, COMPUTE(walk_pair, &complex_roots)),
      "(7) with $\\rho=\\sqrt\\gamma$, $\\eta\\lambda=0.1$.",
      "(7) с $\\rho=\\sqrt\\gamma$, $\\eta\\lambda=0.1$.");
CLAIM(control_negative_factor, CONTROL,
      DROPS(positive_factor, COMPUTE(walk_pair, &negative)),
      "(6) with $\\eta\\lambda=\\frac32$.", "(6) с $\\eta\\lambda=\\frac32$.");
CLAIM(control_other_indices, CONTROL,
      DROPS(same_indices, COMPUTE(walk_pair, &other)),
      "(4) with other indices for $v$.", "(4) с другими индексами для $v$.");
CLAIM(control_both_from_rest, CONTROL,
      DROPS(same_start, COMPUTE(walk_pair, &at_rest)),
      "(4) with momentum, both from rest.", "(4) с моментом, оба из покоя.");
CLAIM(control_halved_step, CONTROL,
      DROPS(constant_settings, COMPUTE(walk_pair, &halved)),
      "(6) with $\\frac\\eta2$ from step 50 on.",
      "(6) с $\\frac\\eta2$ начиная с шага 50.");

static const struct claim *const claims[] = {line_1_sphere,
                                             line_1_batches,
                                             line_1_along_sphere,
                                             line_1_along_batches,
                                             value_sphere,
                                             value_batches,
                                             gradient_sphere,
                                             gradient_batches,
                                             control_value_epsilon,
                                             line_2_sgd_sphere,
                                             line_2_sgd_batches,
                                             line_3_momentum_sphere,
                                             line_3_momentum_batches,
                                             line_3_smaller_root,
                                             line_4_buffer,
                                             line_5_larger_root,
                                             line_5_smaller_root,
                                             control_rule_of_thumb,
                                             bound_root_from_below,
                                             bound_root_from_above,
                                             sharp_root_fails_at_1_05,
                                             sharp_root_fails_at_0_95,
                                             path_of_sgd,
                                             path_of_momentum,
                                             bits_on_sphere,
                                             bits_with_batches,
                                             control_bits_of_squares,
                                             lengths_by_pythagoras,
                                             control_least_squares,
                                             control_epsilon,
                                             control_without_the_momentum_term,
                                             control_thumb_for_rho,
                                             control_exponent,
                                             control_complex_roots,
                                             control_negative_factor,
                                             control_other_indices,
                                             control_both_from_rest,
                                             control_halved_step};

static const struct drawing drawings[] = {
    {.name = "norms",
     .title =
         {"Under weight decay the length settles, under the growing step it "
          "grows",
          "При затухании весов длина устанавливается, при растущем шаге "
          "растёт"},
     .y = {"squared length", "квадрат длины"},
     .linear_x = true,
     .curves =
         {{"lengths_by_pythagoras", 0, {"weight decay", "затухание весов"}},
          {"lengths_by_pythagoras", 1, {"growing step", "растущий шаг"}}}},
};

const struct theorem theorem_exponential_step_is_weight_decay = {
    .id = "exponential_step_is_weight_decay",
    .title = {"An exponentially growing step is weight decay",
              "Экспоненциально растущий шаг — это затухание весов"},
    .source = "Экспоненциальный шаг обучения",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise lengths_by_pythagoras From the same start and with the same indices,
    for $\eta\lambda=0.005$ and $\gamma=0$, by what factor do $\|v_t\|^2$ and
    $\|w_t\|^2$ differ after 1500 steps, and which of them settles? How does
    $\eta_t/\|v_t\|^2$ compare with $\eta/\|w_t\|^2$, if $\eta_t$ is the step of
    (3)? Check with
    `descent verify exponential_step_is_weight_decay/lengths_by_pythagoras`. ::
    By (4) the factor is $\rho^{-2t}=0.995^{-3000}$, about $3.4\cdot10^6$. The
    mean of $\|w_t\|^2$ settles near 0.16; that of $\|v_t\|^2$ is about
    $5.1\cdot10^5$ by then. As $\eta_t=\eta\rho^{-2t-1}$ has grown by the same
    factor, the two quotients are equal up to a constant $\frac1\rho$: what
    moves directions does not grow at all.
@exercise line_3_smaller_root Compute both roots of (2) for $\gamma=0.3$,
    $\eta\lambda=0.15$, and the momentum that (3) has with either. Show that it
    is always a quotient of the two roots. With the smaller root (7) is true as
    well, as
    `descent verify exponential_step_is_weight_decay/line_3_smaller_root` finds:
    why would nobody want to run it? :: $\rho^2-1.15\rho+0.3=0$ has the roots
    0.75 and 0.4. Their product is $\gamma$, so $\frac\gamma{\rho^2}$ is the
    other root over $\rho$: $\frac8{15}\approx0.53$ with the larger root,
    $\frac{15}8=1.875$ with the smaller one. (7) is an identity for any root of
    (2). But momentum above 1 multiplies $v_t-v_{t-1}$ by 1.875 a step even
    where all gradients are 0, and with it every rounding error.
@exercise control_halved_step Let the step of SGD vary,
    $w_{t+1}=w_t-\eta_t(\nabla f_{i_t}(w_t)+\lambda w_t)$ with
    $\eta_t\lambda<1$. Find numbers $P_t$ such that $w_t=P_tv_t$ for a $v$
    without weight decay, and the step that $v$ needs. What does this $v$ do if
    $\eta$ is halved at step 50, and why does
    `descent verify exponential_step_is_weight_decay/control_halved_step` fail
    from there on? :: Take $P_0=1$ and $P_{t+1}=(1-\eta_t\lambda)P_t$; as in
    (6), $v_{t+1}=v_t-\frac{\eta_t}{P_tP_{t+1}}\nabla f_{i_t}(v_t)$. So the step
    of $v$ must be about halved too, and grow by
    $\bigl(1-\frac{\eta\lambda}2\bigr)^{-2}$ a step afterwards, half as fast.
    The control lets it grow as if nothing had happened: both sides agree up to
    the row $k=32$, and differ in the row $k=56$.
*/
/**ru 2376700609
## Упражнения

@exercise lengths_by_pythagoras При одном и том же начале и одних и тех же
    индексах, $\eta\lambda=0.005$ и $\gamma=0$, во сколько раз различаются
    $\|v_t\|^2$ и $\|w_t\|^2$ через 1500 шагов и что из них устанавливается? Как
    соотносятся $\eta_t/\|v_t\|^2$ и $\eta/\|w_t\|^2$, если $\eta_t$ — шаг в
    (3)? Проверьте с помощью
    `descent verify exponential_step_is_weight_decay/lengths_by_pythagoras`. ::
    Согласно (4) отношение равно $\rho^{-2t}=0.995^{-3000}$, около
    $3.4\cdot10^6$. Среднее $\|w_t\|^2$ устанавливается около 0,16, а среднее
    $\|v_t\|^2$ составляет к этому времени примерно $5.1\cdot10^5$. Поскольку
    $\eta_t=\eta\rho^{-2t-1}$ выросло во столько же раз, два частных равны с
    точностью до постоянного множителя $\frac1\rho$: то, что поворачивает
    направление, вовсе не растёт.
@exercise line_3_smaller_root Вычислите оба корня (2) при $\gamma=0.3$,
    $\eta\lambda=0.15$ и момент, который получается в (3) с каждым из них.
    Покажите, что он всегда равен отношению двух корней. С меньшим корнем (7)
    тоже верно, как показывает
    `descent verify exponential_step_is_weight_decay/line_3_smaller_root`;
    почему же запускать такой метод никто не захочет? :: Уравнение
    $\rho^2-1.15\rho+0.3=0$ имеет корни 0,75 и 0,4. Их произведение равно
    $\gamma$, поэтому $\frac\gamma{\rho^2}$ — это другой корень, делённый на
    $\rho$: $\frac8{15}\approx0.53$ с большим корнем и $\frac{15}8=1.875$ с
    меньшим. Равенство (7) — тождество для любого корня (2). Но момент больше 1
    умножает $v_t-v_{t-1}$ на 1,875 за шаг, даже если все градиенты равны 0, а
    вместе с этой разностью — и каждую ошибку округления.
@exercise control_halved_step Пусть шаг SGD меняется: $w_{t+1}=w_t-\eta_t(\nabla
    f_{i_t}(w_t)+\lambda w_t)$, где $\eta_t\lambda<1$. Найдите такие числа
    $P_t$, что $w_t=P_tv_t$ для $v$ без затухания весов, и шаг, который нужен
    для $v$. Что делает такое $v$, если $\eta$ уменьшается вдвое на шаге 50, и
    почему с этого места нарушается
    `descent verify exponential_step_is_weight_decay/control_halved_step`? ::
    Возьмём $P_0=1$ и $P_{t+1}=(1-\eta_t\lambda)P_t$; как и в (6),
    $v_{t+1}=v_t-\frac{\eta_t}{P_tP_{t+1}}\nabla f_{i_t}(v_t)$. Значит, шаг для
    $v$ тоже должен уменьшиться примерно вдвое, а затем расти в
    $\bigl(1-\frac{\eta\lambda}2\bigr)^{-2}$ раза за шаг, вдвое медленнее. В
    контрольном же утверждении он растёт, как если бы ничего не случилось: обе
    части совпадают вплоть до строки $k=32$ и различаются в строке $k=56$.
*/

/**
## References

- Z. Li, S. Arora, *An exponential learning rate schedule for deep learning*, ICLR
  2020: the theorem, with the momentum of line 4.
- S. Ioffe, C. Szegedy, *Batch normalization: accelerating deep network training
  by reducing internal covariate shift*, ICML 2015.
*/
/**ru 1685389872
## Литература

- Z. Li, S. Arora, *An exponential learning rate schedule for deep learning*,
  ICLR 2020: теорема, с моментом из строки 4.
- S. Ioffe, C. Szegedy, *Batch normalization: accelerating deep network training
  by reducing internal covariate shift*, ICML 2015.
*/
