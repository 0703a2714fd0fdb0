/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Adam's bias correction

The lecture says of Adam (slide «Adam»):

> $$m_j^{(k)} = \beta_1 m_j^{(k-1)} + (1 - \beta_1) g_j^{(k)},\qquad v_j^{(k)} = \beta_2 v_j^{(k-1)} + (1 - \beta_2) (g_j^{(k)})^2$$
> $$\hat{m}_j = \frac{m_j^{(k)}}{1 - \beta_1^k},\qquad \hat{v}_j = \frac{v_j^{(k)}}{1 - \beta_2^k}$$
> Компенсирует смещение к нулю в начальных моментах, наблюдаемое в других
> методах (например, RMSProp), что делает оценки более точными.

In words: both averages start at 0, so that for a while they hold too little. If
the gradients $g^{(1)},g^{(2)},\dots$ of a coordinate all have the mean $\mathbb
Eg$ and the second moment $\mathbb Eg^2$, then for every $k$
$$\mathbb E\,\hat m^{(k)}=\mathbb Eg,\qquad\mathbb E\,\hat v^{(k)}=\mathbb Eg^2, \tag{1}$$
exactly, whereas $\mathbb Em^{(k)}=(1-\beta_1^k)\,\mathbb Eg$ and $\mathbb
Ev^{(k)}=(1-\beta_2^k)\,\mathbb Eg^2$. RMSProp's $v$ is short by $1-\gamma^k$ in
the same way.

What this does to the step is less obvious. Where $m$ is too small and $v$ is
too small, their ratio $m/\sqrt v$ is too **large**: at $\beta_1=0.9$,
$\beta_2=0.999$ the first step without correction is $3.16\,\alpha$ long, the
twelfth $6.57\,\alpha$ (if gradients do not change), and with correction it is
$\alpha$.

@figure step_ratio The step without bias correction over the step with it: the
    missing correction makes steps longer, for thousands of iterations

## What it needs

- Every $g^{(i)}$ has the same mean (for $m$) and the same second moment (for
  $v$). If they drift, $\hat m$ lags behind ([below](#what-breaks)).
- Independence is not needed for (1): it is a statement on means.
- In a run $g^{(k)}=\nabla f_{i_k}(x^{(k-1)})$ and $x$ moves, so (1) holds as
  far as the gradient's distribution changes little within the $\frac1{1-\beta}$
  last steps.
*/
/**ru 1070704852
# Коррекция смещения в Adam

Лекция говорит об Adam (слайд «Adam»):

> $$m_j^{(k)} = \beta_1 m_j^{(k-1)} + (1 - \beta_1) g_j^{(k)},\qquad v_j^{(k)} = \beta_2 v_j^{(k-1)} + (1 - \beta_2) (g_j^{(k)})^2$$
> $$\hat{m}_j = \frac{m_j^{(k)}}{1 - \beta_1^k},\qquad \hat{v}_j = \frac{v_j^{(k)}}{1 - \beta_2^k}$$
> Компенсирует смещение к нулю в начальных моментах, наблюдаемое в других
> методах (например, RMSProp), что делает оценки более точными.

Словами: оба средних начинаются с 0, и потому некоторое время они слишком малы.
Если у всех градиентов $g^{(1)},g^{(2)},\dots$ одной координаты среднее равно
$\mathbb Eg$, а второй момент $\mathbb Eg^2$, то при каждом $k$
$$\mathbb E\,\hat m^{(k)}=\mathbb Eg,\qquad\mathbb E\,\hat v^{(k)}=\mathbb Eg^2, \tag{1}$$
в точности, тогда как $\mathbb Em^{(k)}=(1-\beta_1^k)\,\mathbb Eg$ и $\mathbb
Ev^{(k)}=(1-\beta_2^k)\,\mathbb Eg^2$. Величина $v$ в RMSProp точно так же
занижена: в ней множитель $1-\gamma^k$.

Как это сказывается на шаге, не столь очевидно. Когда слишком малы и $m$, и $v$,
их отношение $m/\sqrt v$ слишком **велико**: при $\beta_1=0.9$, $\beta_2=0.999$
первый шаг без коррекции имеет длину $3.16\,\alpha$, двенадцатый —
$6.57\,\alpha$ (если градиенты не меняются), а с коррекцией длина равна
$\alpha$.

@figure step_ratio Отношение шага без коррекции смещения к шагу с коррекцией:
    без неё шаги длиннее, и так тысячи итераций

## Что нужно {#what-it-needs}

- У всех $g^{(i)}$ одно и то же среднее (для $m$) и один и тот же второй момент
  (для $v$). Если они меняются, $\hat m$ отстаёт ([ниже](#what-breaks)).
- Независимость для (1) не нужна: это утверждение о средних.
- При запуске метода $g^{(k)}=\nabla f_{i_k}(x^{(k-1)})$ и $x$ движется, так что
  (1) верно настолько, насколько мало меняется распределение градиента за
  последние $\frac1{1-\beta}$ шагов.
*/
#include "shared/laws.h"

HYPOTHESIS(
    moments_stay,
    "every $g^{(i)}$ has the same mean and the same second moment",
    "у всех $g^{(i)}$ одно и то же среднее и один и тот же второй момент",
    NULL);
static const struct hypothesis *const hypotheses[] = {moments_stay};

/**
## How the averages are read

From the methods themselves: the state of Adam is $m$, then $v$; that of RMSProp
is $v$. But $\hat m$ and $\hat v$ are in no state, only in the step. They can be
read off the step, from $x=0$ and with $\alpha=1$:

- with an $\epsilon$ of $2^{200}$, in which $\sqrt{\hat v}$ drowns, the step is
  $-\hat m/\epsilon$;
- with $\beta_1=0$ and $\epsilon=0$ the step is $-g/\sqrt{\hat v}$.
*/
/**ru 1632618968
## Как прочесть средние

По самим методам: состояние Adam — это $m$, затем $v$; состояние RMSProp — это
$v$. Но $\hat m$ и $\hat v$ нет ни в каком состоянии, они есть только в шаге. Их
можно прочесть по шагу из $x=0$ при $\alpha=1$:

- при $\epsilon$, равном $2^{200}$, в котором $\sqrt{\hat v}$ тонет, шаг равен
  $-\hat m/\epsilon$;
- при $\beta_1=0$ и $\epsilon=0$ шаг равен $-g/\sqrt{\hat v}$.
*/
static const struct method *adam(bool corrected) {
    return corrected ? &method_adam : &method_adam_uncorrected;
}

/* m (power 1) or v (power 2), as the state has it. */
static real in_state(struct walker *w, real g, int power) {
    walk_lanes(w, g);
    return w->state[power == 1 ? 0 : w->method->vectors - 1];
}
/* m_hat or v_hat, or the plain ones of a method without them. */
static real in_step(struct walker *w, real g, int power) {
    /* A power of two: neither the division nor the product rounds. */
    w->settings.eps = power == 1 ? 0x1p200 : 0;
    if (power == 1) return direction(w, g) * 0x1p200;
    w->settings.beta1 = 0;
    real ratio = g / direction(w, g);
    return ratio * ratio;
}

/* The beta of m, then that of v, which is gamma as well. */
static const double standard[2] = {0.9, 0.999}, of_rmsprop[2] = {0, 0.9};
static const double betas_tried[][2] = {{0.9, 0.999}, {0.5, 0.9}, {0.99, 0.9}};

static struct walker walker_with(const struct method *method,
                                 const double betas[2]) {
    struct settings s = {
        .alpha = 1, .beta1 = betas[0], .beta2 = betas[1], .gamma = betas[1]};
    return (struct walker){.method = method, .settings = s};
}
static void name_case(struct inquiry *q, size_t first, int power,
                      const double betas[2]) {
    inquiry_which(q, first, "%s, beta_1 = %g, beta_2 = %g",
                  power == 1 ? "m" : "v", betas[0], betas[1]);
}

/* Roundings of an average, in units of DBL_EPSILON times the largest number in
 * it: three a step, half an epsilon each, of which each step keeps beta. */
static double roundings_of(double beta, size_t k) {
    return 2 * smaller((double)k, 1 / (1 - beta)) + 2;
}
/* And after division by 1 - beta^k, of which pow gives the last places only: an
 * error of DBL_EPSILON in beta^k.  A weight errs by three roundings a step,
 * relative to itself. */
static double roundings_corrected(double beta, size_t k) {
    return 2 * (double)k + 2 / (1 - beta) + 8;
}

/**
## The proof, line by line

### Line 1. The recursion unrolled

From $m^{(0)}=0$, for any gradients,
$$m^{(k)}=(1-\beta_1)\sum_{i=1}^k\beta_1^{k-i}g^{(i)}, \tag{2}$$
by induction: $\beta_1$ times the sum for $k-1$ raises every exponent by one,
and the new term has the exponent 0. The same with $\beta_2$ and $(g^{(i)})^2$
for $v$, and with $\gamma$ for RMSProp.
*/
/**ru 1254628261
## Доказательство строка за строкой

### Строка 1. Развёрнутая рекурсия

Из $m^{(0)}=0$ при любых градиентах следует
$$m^{(k)}=(1-\beta_1)\sum_{i=1}^k\beta_1^{k-i}g^{(i)}, \tag{2}$$
по индукции: умножение суммы для $k-1$ на $\beta_1$ увеличивает каждый
показатель на единицу, а у нового слагаемого показатель 0. То же верно с
$\beta_2$ и $(g^{(i)})^2$ для $v$ и с $\gamma$ для RMSProp.
*/
static double power_of_any(int power, size_t i) {
    return pow(any_gradient(i), power);
}
/* The right side of (2), and of (3). */
static double weighted(double beta, size_t k, int power,
                       double (*term)(int power, size_t i)) {
    double sum = 0;
    for (size_t i = 1; i <= k; i++)
        sum += pow(beta, (double)(k - i)) * term(power, i);
    return (1 - beta) * sum;
}

static void unroll(struct inquiry *q, const struct method *method, int power) {
    for (size_t b = 0; b < COUNT(betas_tried); b++) {
        size_t first = q->count;
        double beta = betas_tried[b][power - 1];
        struct walker w = walker_with(method, betas_tried[b]);
        for (size_t k = 1; k <= 300; k++) {
            double seen = in_state(&w, real_all(any_gradient(k)), power)[0];
            if (k >= 5 && k % 50 != 0) continue;
            /* The sum's weights add up to at most 1/(1 - beta); it has k terms
             * and each a few roundings. */
            double error = (roundings_of(beta, k) + (double)k + 4) *
                           DBL_EPSILON * (power == 1 ? 5.25 : 28);
            inquiry_exact(q, "any_gradients", method->id, k, seen, error, EQUAL,
                          weighted(beta, k, power, power_of_any));
        }
        name_case(q, first, power, betas_tried[b]);
    }
}
static void unroll_all(struct inquiry *q) {
    for (int power = 1; power <= 2; power++) {
        unroll(q, &method_adam, power);
        unroll(q, &method_adam_uncorrected, power);
    }
    unroll(q, &method_rmsprop, 2);
}
CLAIM(line_1_unrolled, PROOF_LINE, COMPUTE(unroll_all),
      "Equation (2) for $m$ and $v$, with and without correction, and for "
      "RMSProp's $v$, up to 300 gradients of no pattern.",
      "Равенство (2) для $m$ и $v$, с коррекцией и без неё, и для $v$ в "
      "RMSProp; до 300 градиентов без всякой закономерности.");
/**
With (2) the rules can be written without a memory, and the methods held against
them: steps of $\alpha\frac{m}{\sqrt v+\epsilon}$, with both divided by
$1-\beta^k$ for Adam, with the largest $v$ so far for AMSGrad, and
$\alpha\frac g{\sqrt{v+\epsilon}}$ for RMSProp. Here $\epsilon=\frac14$, so that
its place matters.
*/
/**ru 458931429
Благодаря (2) правила можно записать без памяти и сравнить с ними методы: шаги
$\alpha\frac{m}{\sqrt v+\epsilon}$, где для Adam обе величины делятся на
$1-\beta^k$, для AMSGrad берётся наибольшее $v$ за все прошедшие шаги, а для
RMSProp шаг $\alpha\frac g{\sqrt{v+\epsilon}}$. Здесь $\epsilon=\frac14$, чтобы
его место имело значение.
*/
static double step_by_rule(const struct settings *s, const struct method *m,
                           size_t k) {
    double v = 0, g = any_gradient(k);
    if (m == &method_rmsprop)
        return g / sqrt(weighted(s->gamma, k, 2, power_of_any) + s->eps);
    for (size_t i = m == &method_amsgrad ? 1 : k; i <= k; i++)
        v = larger(v, weighted(s->beta2, i, 2, power_of_any));
    double average = weighted(s->beta1, k, 1, power_of_any), n = (double)k;
    if (m != &method_adam) return average / (sqrt(v) + s->eps);
    return average / (1 - pow(s->beta1, n)) /
           (sqrt(v / (1 - pow(s->beta2, n))) + s->eps);
}
static void by_rule(struct inquiry *q) {
    static const struct method *const methods[] = {
        &method_adam, &method_adam_uncorrected, &method_amsgrad,
        &method_rmsprop};
    for (size_t i = 0; i < COUNT(methods); i++)
        for (size_t b = 0; b < COUNT(betas_tried); b++) {
            size_t first = q->count;
            struct walker w = walker_with(methods[i], betas_tried[b]);
            w.settings.eps = 0.25;
            for (size_t k = 1; k <= 100; k++) {
                double step = direction(&w, real_all(any_gradient(k)))[0];
                /* Averages as in (2), over an epsilon of 1/4 or more. */
                double error = (roundings_corrected(betas_tried[b][1], k) +
                                roundings_corrected(betas_tried[b][0], k)) *
                               DBL_EPSILON * 4 * 28;
                if (k <= 5 || k % 10 == 0)
                    inquiry_exact(q, "any_gradients", methods[i]->id, k, step,
                                  error, EQUAL,
                                  step_by_rule(&w.settings, methods[i], k));
            }
            inquiry_which(q, first, "beta_1 = %g, beta_2 = %g",
                          betas_tried[b][0], betas_tried[b][1]);
        }
}
CLAIM(rules_as_written, IDENTITY, COMPUTE(by_rule),
      "Steps of Adam, with and without correction, AMSGrad and RMSProp.",
      "Шаги Adam с коррекцией и без неё, AMSGrad и RMSProp.");
/**
### Line 2. The mean goes through

Expectation is linear, so it passes the sum, whatever the gradients' joint
distribution:
$$\mathbb Em^{(k)}=(1-\beta_1)\sum_{i=1}^k\beta_1^{k-i}\,\mathbb Eg^{(i)}. \tag{3}$$

The left side is computed by going through **all paths** of outcomes, each with
its probability, of four small distributions:

| distribution | a gradient is | $\mathbb Eg$ | $\mathbb Eg^2$ |
|---|---|---|---|
| `two_values` | 4 with probability $\frac14$, else $-1$ | $\frac14$ | $\frac{19}4$ |
| `three_values` | $-2$, $1$, $5$ with probabilities $\frac12$, $\frac14$, $\frac14$ | $\frac12$ | $\frac{17}2$ |
| `persistent` | 1 or $-3$; the last one again with probability $\frac78$ | $-1$ | 5 |
| `drifting` | that of `two_values`, plus $\frac i2$ at step $i$ | $\frac14+\frac i2$ | |
*/
/**ru 3164502029
### Строка 2. Математическое ожидание проходит внутрь

Математическое ожидание линейно, поэтому оно проходит под знак суммы, каково бы
ни было совместное распределение градиентов:
$$\mathbb Em^{(k)}=(1-\beta_1)\sum_{i=1}^k\beta_1^{k-i}\,\mathbb Eg^{(i)}. \tag{3}$$

Левая часть вычисляется перебором **всех траекторий** исходов, каждая со своей
вероятностью, для четырёх небольших распределений:

| распределение | градиент равен | $\mathbb Eg$ | $\mathbb Eg^2$ |
|---|---|---|---|
| `two_values` | 4 с вероятностью $\frac14$, иначе $-1$ | $\frac14$ | $\frac{19}4$ |
| `three_values` | $-2$, $1$, $5$ с вероятностями $\frac12$, $\frac14$, $\frac14$ | $\frac12$ | $\frac{17}2$ |
| `persistent` | 1 или $-3$; прежний повторяется с вероятностью $\frac78$ | $-1$ | 5 |
| `drifting` | как в `two_values`, плюс $\frac i2$ на шаге $i$ | $\frac14+\frac i2$ | |
*/
static const struct law laws[] = {
    {"two_values", 2, 12, {4, -1}, {0.25, 0.75}, 0, 0},
    {"three_values", 3, 8, {-2, 1, 5}, {0.5, 0.25, 0.25}, 0, 0},
    {"persistent", 2, 12, {1, -3}, {0.5, 0.5}, 0.875, 0}};
static const struct law drifting = {"drifting",   2, 12, {4, -1},
                                    {0.25, 0.75}, 0, 0.5};

static double drifting_moment(int power, size_t i) {
    return law_moment(&drifting, power, i);
}
static void pass_through(struct inquiry *q) {
    for (size_t b = 0; b < COUNT(betas_tried); b++)
        for (int power = 1; power <= 2; power++) {
            size_t first = q->count;
            double beta = betas_tried[b][power - 1];
            struct walker w = walker_with(&method_adam, betas_tried[b]);
            struct expected e = law_expect(&drifting, w, in_state, power, 0);
            for (size_t k = 1; k <= drifting.length; k++) {
                double error = (roundings_of(beta, k) + (double)k +
                                law_roundings(&drifting)) *
                               DBL_EPSILON * pow(law_largest(&drifting), power);
                inquiry_exact(q, "drifting", "adam", k, e.mean[k], error, EQUAL,
                              weighted(beta, k, power, drifting_moment));
            }
            name_case(q, first, power, betas_tried[b]);
        }
}
CLAIM(
    line_2_means_pass_through, PROOF_LINE, COMPUTE(pass_through),
    "Equation (3) for $m$ and $v$ over all paths, though the mean drifts.",
    "Равенство (3) для $m$ и $v$ по всем траекториям, хотя среднее меняется.");
/**
### Line 3. The weights add up

If $\mathbb Eg^{(i)}=\mathbb Eg$ for all $i$, it comes out of the sum, and what
stays is geometric:
$$(1-\beta_1)\sum_{i=1}^k\beta_1^{k-i}=1-\beta_1^k. \tag{4}$$
The left side is what the method makes of gradients that are all 1.
*/
/**ru 1142159707
### Строка 3. Веса складываются

Если $\mathbb Eg^{(i)}=\mathbb Eg$ при всех $i$, этот множитель выносится из
суммы, и остаётся геометрическая прогрессия:
$$(1-\beta_1)\sum_{i=1}^k\beta_1^{k-i}=1-\beta_1^k. \tag{4}$$
Левая часть — это то, что метод получает из градиентов, каждый из которых
равен 1.
*/
static double held(double beta, size_t k) {
    return 1 - pow(beta, (double)k);
}
static void add_weights(struct inquiry *q, const struct method *method,
                        int power, const double betas[2]) {
    size_t first = q->count;
    struct walker w = walker_with(method, betas);
    double beta = betas[power - 1];
    for (size_t k = 1; k <= 10000; k++) {
        double seen = in_state(&w, real_all(1), power)[0];
        if (!marked(k, 8, 10000)) continue;
        double error = (roundings_of(beta, k) + 2) * DBL_EPSILON;
        inquiry_exact(q, "ones", method->id, k, seen, error, EQUAL,
                      held(beta, k));
    }
    name_case(q, first, power, betas);
}
static void add_all_weights(struct inquiry *q) {
    add_weights(q, &method_adam, 1, standard);
    add_weights(q, &method_rmsprop, 2, of_rmsprop);
    add_weights(q, &method_adam, 2, standard);
}
CLAIM(line_3_weights_add_up, PROOF_LINE, COMPUTE(add_all_weights),
      "Equation (4) for Adam's $m$ and $v$ and RMSProp's $v$, to $k=10^4$.",
      "Равенство (4) для $m$ и $v$ в Adam и для $v$ в RMSProp, до $k=10^4$.");
/**
@figure weights How much weight each average holds after k steps: what is
    missing to 1 is the bias towards zero

### Line 4. Division

So $\mathbb Em^{(k)}=(1-\beta_1^k)\,\mathbb Eg$, and dividing by $1-\beta_1^k$,
which depends on $k$ alone, gives (1). $\blacksquare$

Without the division the averages are short by that factor, exactly: those of
Adam without correction, as its steps show them, and RMSProp's.
*/
/**ru 1762801711
@figure weights Какой вес накоплен в каждом среднем после k шагов: чего не
    хватает до 1, то и есть смещение к нулю

### Строка 4. Деление

Итак, $\mathbb Em^{(k)}=(1-\beta_1^k)\,\mathbb Eg$, и деление на $1-\beta_1^k$,
зависящее только от $k$, даёт (1). $\blacksquare$

Без деления в средних остаётся ровно этот лишний множитель: и в средних Adam без
коррекции, прочитанных по его шагам, и в среднем RMSProp.
*/
/* E of m_hat, or of a plain m, also in mean square about the mean of g. */
static struct expected expect_m(const struct law *l, struct walker w) {
    return law_expect(l, w, in_step, 1, law_moment(l, 1, 0));
}
/* E of an average, corrected or not, as steps show it.  Not corrected it is
 * short, by what is held after k steps, or `late` more. */
static void hold_means(struct inquiry *q, const struct method *method,
                       int power, int late) {
    for (const struct law *l = laws; l < laws + COUNT(laws); l++)
        for (size_t b = 0; b < COUNT(betas_tried); b++) {
            const double *betas = betas_tried[b], beta = betas[power - 1];
            size_t first = q->count;
            struct walker w = walker_with(method, betas);
            struct expected e =
                power == 1 ? expect_m(l, w) : law_expect(l, w, in_step, 2, 0);
            for (size_t k = 1; k <= l->length; k++) {
                double share =
                    method == &method_adam ? 1 : held(beta, k + (size_t)late);
                /* Reading v_hat off a quotient adds four roundings, squared. */
                double error =
                    (roundings_corrected(beta, k) + law_roundings(l)) *
                    DBL_EPSILON * pow(law_largest(l), power);
                inquiry_exact(q, l->id, method->id, k, e.mean[k], error, EQUAL,
                              share * law_moment(l, power, 0));
            }
            name_case(q, first, power, betas);
        }
}
static void unbiased(struct inquiry *q) {
    hold_means(q, &method_adam, 1, 0);
    hold_means(q, &method_adam, 2, 0);
}
static void fall_short(struct inquiry *q) {
    hold_means(q, &method_adam_uncorrected, 1, 0);
    hold_means(q, &method_adam_uncorrected, 2, 0);
    hold_means(q, &method_rmsprop, 2, 0);
}
CLAIM(line_4_unbiased, PROOF_LINE, COMPUTE(unbiased),
      "Equations (1) over all paths of three laws, read off Adam's steps.",
      "Равенства (1) по всем траекториям трёх распределений, прочитанные по "
      "шагам Adam.");
CLAIM(uncorrected_are_short, IDENTITY, COMPUTE(fall_short),
      "Means without correction are those times $1-\\beta_1^k$ for $m$ and "
      "$1-\\beta_2^k$ for $v$; RMSProp's $v$, $1-\\gamma^k$.",
      "Средние без коррекции — те же, умноженные на $1-\\beta_1^k$ для $m$ и "
      "на $1-\\beta_2^k$ для $v$; для $v$ в RMSProp — на $1-\\gamma^k$.");
/**
## On real gradients

The lecture's logistic regression, $x$ held at $x_0$, gradients $\nabla
f_i(x_0)$ of random components: a distribution that stays the same, of the
coordinate whose mean is farthest from 0. Seeded runs, and intervals that hold
for every sample size. The range that they need is certified by line 1: $\hat m$
is a weighted mean of gradients and lies between the least and the largest of
them, $m$ between them and 0, and $v$ and $\hat v$ lie between 0 and the largest
square. All is divided by the true mean, so that 1 is right.
*/
/**ru 2675235696
## На настоящих градиентах

Логистическая регрессия из лекции; $x$ удерживается в точке $x_0$, и берутся
градиенты $\nabla f_i(x_0)$ случайных слагаемых: распределение, которое не
меняется, у той координаты, среднее которой дальше всего от 0. Запуски с
заданным зерном и доверительные интервалы, верные при любом объёме выборки.
Размах, который для них нужен, гарантирован строкой 1: $\hat m$ есть взвешенное
среднее градиентов и лежит между наименьшим и наибольшим из них, $m$ — между
ними и 0, а $v$ и $\hat v$ лежат между 0 и наибольшим квадратом. Всё делится на
истинное среднее, так что верное значение — 1.
*/
static const size_t looked_at[] = {1, 2, 5, 10, 20, 50, 100};
enum { LOOKED_AT = COUNT(looked_at), LIMITS = 2 * LOOKED_AT };
/* The coordinate of grad f_i(x_0) whose mean is farthest from 0, in every
 * component, over that mean. */
static double *one_coordinate(const struct problem *p) {
    real *x = allocate(2 * p->dim, sizeof *x), *gradient = x + p->dim;
    size_t j = 0;
    for (size_t i = 0; i < p->dim; i++) x[i] = real_all(p->x_0[i]);
    p->value(p, x, gradient);
    for (size_t i = 1; i < p->dim; i++)
        if (fabs(gradient[i][0]) > fabs(gradient[j][0])) j = i;
    double mean = gradient[j][0];
    double *values = allocate(p->components, sizeof *values);
    for (size_t i = 0; i < p->components; i++) {
        p->component(p, x, whole_all(i), gradient);
        values[i] = gradient[j][0] / mean;
    }
    free(x);
    return values;
}

/* The interval of an average over the true moment contains 1, or lies within a
 * margin around it. */
struct sampled {
    bool corrected;
    int power;
    double margin;
};
static void sample(struct inquiry *q) {
    const struct sampled *a = q->with;
    const struct method *method = adam(a->corrected);
    struct problem *p = logistic();
    double low = 0, high = 0, square = 0, *values = one_coordinate(p);
    for (size_t i = 0; i < p->components; i++) {
        low = smaller(low, values[i]);
        high = larger(high, values[i]);
        square += values[i] * values[i] / (double)p->components;
    }
    if (a->power == 2) high = larger(low * low, high * high), low = 0;
    /* Rounding may carry an average out of its range, by this much. */
    double slack = roundings_corrected(standard[a->power - 1], 100) *
                   DBL_EPSILON * larger(-low, high);
    struct walks walks = {.start = walker_with(method, standard),
                          .gradients = values,
                          .count = p->components,
                          .look = in_step,
                          .power = a->power,
                          .low = low - slack,
                          .high = high + slack,
                          .unit = a->power == 1 ? 1 : square,
                          .at = looked_at,
                          .looks = LOOKED_AT};
    struct moments seen[LOOKED_AT];
    struct interval in[LOOKED_AT];
    const enum sign signs[] = {AT_LEAST, EQUAL, AT_MOST};
    const char *const names[] = {"from below", "", "from above"};
    bool fine = measure_walks(q, &walks, seen, in);
    for (int side = a->margin > 0 ? -1 : 0; fine && side <= 1; side += 2) {
        for (size_t c = 0; c < LOOKED_AT; c++)
            inquiry_measured(q, "logistic", method->id, looked_at[c], &seen[c],
                             in[c], signs[side + 1], 1 + side * a->margin);
        inquiry_which(q, q->count - LOOKED_AT, "%s", names[side + 1]);
    }
    free(values);
    problem_free(p);
}
CLAIM(sampled_m_hat_contains_the_mean, IDENTITY,
      COMPUTE(sample, &(const struct sampled){true, 1, 0}, LIMITS),
      "The interval of $\\mathbb E\\,\\hat m^{(k)}/\\mathbb Eg$ contains 1.",
      "Доверительный интервал $\\mathbb E\\,\\hat m^{(k)}/\\mathbb Eg$ "
      "содержит 1.");
CLAIM(sampled_v_hat_contains_the_second_moment, IDENTITY,
      WITHIN(0.1, COMPUTE(sample, &(const struct sampled){true, 2, 0}, LIMITS)),
      "The interval of $\\mathbb E\\,\\hat v^{(k)}/\\mathbb Eg^2$ contains 1.",
      "Доверительный интервал $\\mathbb E\\,\\hat v^{(k)}/\\mathbb Eg^2$ "
      "содержит 1.");
CLAIM(control_sampled_m, CONTROL,
      COMPUTE(sample, &(const struct sampled){false, 1, 0}, LIMITS),
      "That of $\\mathbb Em^{(k)}/\\mathbb Eg$, without correction, does.",
      "Доверительный интервал $\\mathbb Em^{(k)}/\\mathbb Eg$, без коррекции, "
      "— тоже.");
CLAIM(control_sampled_v, CONTROL,
      COMPUTE(sample, &(const struct sampled){false, 2, 0}, LIMITS),
      "That of $\\mathbb Ev^{(k)}/\\mathbb Eg^2$, without correction, does.",
      "Доверительный интервал $\\mathbb Ev^{(k)}/\\mathbb Eg^2$, без "
      "коррекции, — тоже.");
/**
An interval that is too wide would contain anything; this one is within 10% of
the truth:
*/
/**ru 1805185542
Слишком широкий доверительный интервал содержал бы что угодно; этот не выходит
за 10 % от истины:
*/
CLAIM(sampled_m_hat_within_a_tenth, SHARPNESS,
      COMPUTE(sample, &(const struct sampled){true, 1, 0.1}, LIMITS),
      "That of $\\mathbb E\\,\\hat m^{(k)}/\\mathbb Eg$ is in $[0.9,1.1]$.",
      "Доверительный интервал $\\mathbb E\\,\\hat m^{(k)}/\\mathbb Eg$ лежит в "
      "$[0.9,1.1]$.");
/**
@figure sampled Logistic regression, gradients at a fixed point: averages over
    their true means; bands are confidence intervals

## What it does to the step

### The first step

With correction $\hat m=g$ and $\hat v=g^2$ after one gradient, whatever
$\beta_1$ and $\beta_2$ are, so
$$|x^{(1)}-x^{(0)}|=\alpha\frac{|g|}{|g|+\epsilon}\le\alpha. \tag{5}$$
Without it $m=(1-\beta_1)g$ and $v=(1-\beta_2)g^2$: for $\epsilon=0$ the step is
$\alpha\frac{1-\beta_1}{\sqrt{1-\beta_2}}$ long, $3.16\,\alpha$. RMSProp has no
$m$ to shorten it: $\frac\alpha{\sqrt{1-\gamma}}$, which at $\gamma=0.9$ is
$3.16\,\alpha$ as well. Gradients of $10^{k-9}$, $k=1,\dots,17$, and
$\alpha=10^{-3}$:
*/
/**ru 872118079
@figure sampled Логистическая регрессия, градиенты в неподвижной точке:
    отношение средних к их истинным значениям; полосы — доверительные интервалы

## Что это делает с шагом

### Первый шаг

С коррекцией после одного градиента $\hat m=g$ и $\hat v=g^2$, каковы бы ни были
$\beta_1$ и $\beta_2$, поэтому
$$|x^{(1)}-x^{(0)}|=\alpha\frac{|g|}{|g|+\epsilon}\le\alpha. \tag{5}$$
Без неё $m=(1-\beta_1)g$ и $v=(1-\beta_2)g^2$: при $\epsilon=0$ длина шага равна
$\alpha\frac{1-\beta_1}{\sqrt{1-\beta_2}}$, то есть $3.16\,\alpha$. У RMSProp
нет $m$, которое бы его укорачивало: $\frac\alpha{\sqrt{1-\gamma}}$, что при
$\gamma=0.9$ тоже равно $3.16\,\alpha$. Градиенты $10^{k-9}$, $k=1,\dots,17$, и
$\alpha=10^{-3}$:
*/
static double ratio_of_steps(const double betas[2], size_t k) {
    return held(betas[0], k) / sqrt(held(betas[1], k));
}
/* Lengths are held against `times` alpha r_k; k = 0: against `times` alpha. */
struct length {
    bool corrected;
    enum sign sign;
    double times;
    size_t k;
};
static double right_of(const struct length *a, const double betas[2]) {
    return a->times * (a->k ? ratio_of_steps(betas, a->k) : 1);
}
static void take_first_steps(struct inquiry *q, const struct method *method,
                             const double betas[2], double eps) {
    size_t first = q->count;
    const struct length *a = q->with;
    for (size_t k = 1; k <= 17; k++) {
        struct walker w = walker_with(method, betas);
        w.settings.alpha = 1e-3;
        w.settings.eps = eps;
        double step = direction(&w, real_all(pow(10, (double)k - 9)))[0],
               right = right_of(a, betas) * w.settings.alpha;
        /* Some ten roundings, relative to the step. */
        inquiry_exact(q, "first_gradient", method->id, k, step,
                      16 * DBL_EPSILON * right, a->sign, right);
    }
    inquiry_which(q, first, "eps = %g", eps);
}
static void first_steps(struct inquiry *q) {
    const struct length *a = q->with;
    take_first_steps(q, adam(a->corrected), standard, 0);
    if (!a->corrected) take_first_steps(q, &method_rmsprop, of_rmsprop, 0);
}
static void first_steps_with_eps(struct inquiry *q) {
    take_first_steps(q, &method_adam, standard, 1e-8);
    first_steps(q);
}
static const struct length at_most_1 = {true, AT_MOST, 1, 0},
                           just_1 = {true, EQUAL, 1, 0},
                           at_most_0_95 = {true, AT_MOST, 0.95, 0},
                           just_r_1 = {false, EQUAL, 1, 1};
CLAIM(bound_first_step, BOUND, COMPUTE(first_steps_with_eps, &at_most_1),
      "Adam's is at most $\\alpha$ long, for $\\epsilon=10^{-8}$ and 0.",
      "У Adam его длина не больше $\\alpha$, при $\\epsilon=10^{-8}$ и при 0.");
CLAIM(sharp_first_step_is_alpha, SHARPNESS, COMPUTE(first_steps, &just_1),
      "With $\\epsilon=0$ it is $\\alpha$.",
      "При $\\epsilon=0$ она равна $\\alpha$.");
CLAIM(sharp_first_step_fails_at_0_95, CONTROL,
      COMPUTE(first_steps, &at_most_0_95), "It is at most $0.95\\,\\alpha$.",
      "Она не больше $0.95\\,\\alpha$.");
CLAIM(first_step_uncorrected, IDENTITY, COMPUTE(first_steps, &just_r_1),
      "It is $3.16\\,\\alpha$ without correction, and under RMSProp.",
      "Без коррекции и в RMSProp она равна $3.16\\,\\alpha$.");
/**
### Every step

With and without correction $m$ and $v$ are the same numbers, so for
$\epsilon=0$ and **any** gradients
$$\frac{\text{step without correction}}{\text{step with it}}=r_k=\frac{1-\beta_1^k}{\sqrt{1-\beta_2^k}}, \tag{6}$$
and RMSProp's step over that of Adam with $\beta_1=0$, $\beta_2=\gamma$ is
$\frac1{\sqrt{1-\gamma^k}}$. For large $k$ both tend to 1, but at
$\beta_2=0.999$ that takes thousands of steps. If the gradient stays the same,
every step with correction is $\alpha$ long, and those without it are
$r_k\alpha$. Beyond $k=100$ $r_k\le(1-\beta_2^{100})^{-1/2}<3.3$, so that
looking at $k\le100$ finds its largest value: $r_{12}=6.57$.
*/
/**ru 3079315658
### Каждый шаг

С коррекцией и без неё $m$ и $v$ — одни и те же числа, поэтому при $\epsilon=0$
и **любых** градиентах
$$\frac{\text{шаг без коррекции}}{\text{шаг с коррекцией}}=r_k=\frac{1-\beta_1^k}{\sqrt{1-\beta_2^k}}, \tag{6}$$
а отношение шага RMSProp к шагу Adam с $\beta_1=0$, $\beta_2=\gamma$ равно
$\frac1{\sqrt{1-\gamma^k}}$. При больших $k$ оба стремятся к 1, но при
$\beta_2=0.999$ на это уходят тысячи шагов. Если градиент не меняется, каждый
шаг с коррекцией имеет длину $\alpha$, а без неё — $r_k\alpha$. После $k=100$
верно $r_k\le(1-\beta_2^{100})^{-1/2}<3.3$, так что наибольшее значение
достаточно искать при $k\le100$: это $r_{12}=6.57$.
*/
static void compare_steps(struct inquiry *q, const struct method *method,
                          const double betas[2]) {
    struct walker with = walker_with(&method_adam, betas),
                  without = walker_with(method, betas);
    size_t first = q->count;
    for (size_t k = 1; k <= 10000; k++) {
        real g = real_all(any_gradient(k)), corrected = direction(&with, g),
             plain = direction(&without, g);
        if (!marked(k, 8, 10000)) continue;
        double formula = ratio_of_steps(betas, k), m = fabs(with.state[0][0]);
        /* Relative errors: of m, whose terms may cancel; of v; of both
         * corrections; of ten operations more. */
        double relative = 2 * roundings_of(betas[0], k) * 5.25 / m +
                          2 * roundings_of(betas[1], k) +
                          4 / held(betas[0], k) + 4 / held(betas[1], k) + 10;
        inquiry_exact(q, "any_gradients", method->id, k, (plain / corrected)[0],
                      relative * DBL_EPSILON * formula, EQUAL, formula);
    }
    inquiry_which(q, first, "beta_1 = %g, beta_2 = %g", betas[0], betas[1]);
}
static void step_ratios(struct inquiry *q) {
    compare_steps(q, &method_adam_uncorrected, standard);
    compare_steps(q, &method_adam_uncorrected, (double[]){0.9, 0.99});
    compare_steps(q, &method_rmsprop, of_rmsprop);
}
CLAIM(step_ratio, IDENTITY, COMPUTE(step_ratios),
      "Equation (6) for any gradients up to $k=10^4$, and for RMSProp.",
      "Равенство (6) для любых градиентов до $k=10^4$, и для RMSProp.");
/* Under a gradient that stays 1. */
static void steps_under_ones(struct inquiry *q) {
    const struct length *a = q->with;
    const struct method *method = adam(a->corrected);
    struct walker w = walker_with(method, standard);
    for (size_t k = 1; k <= 100; k++) {
        double step = direction(&w, real_all(1))[0];
        double relative = roundings_of(0.9, k) / held(0.9, k) +
                          roundings_of(0.999, k) / held(0.999, k) + 10;
        inquiry_exact(q, "ones", method->id, k, step,
                      relative * DBL_EPSILON * step, a->sign,
                      right_of(a, standard));
    }
}
static const struct length below_r_12 = {false, AT_MOST, 1, 12},
                           below_less = {false, AT_MOST, 0.95, 12},
                           below_1 = {false, AT_MOST, 1, 0};
CLAIM(steps_corrected, IDENTITY, COMPUTE(steps_under_ones, &just_1),
      "Under a constant gradient every step of Adam is $\\alpha$ long.",
      "При постоянном градиенте длина каждого шага Adam равна $\\alpha$.");
CLAIM(bound_steps_uncorrected, BOUND, COMPUTE(steps_under_ones, &below_r_12),
      "Without correction it is at most $r_{12}\\,\\alpha$ long.",
      "Без коррекции она не больше $r_{12}\\,\\alpha$.");
CLAIM(sharp_steps_uncorrected_fail_at_0_95, CONTROL,
      COMPUTE(steps_under_ones, &below_less), "0.95 of that is a bound.",
      "0,95 этой величины — тоже граница.");
/**
Averages that are too small do not make steps that are too small:
*/
/**ru 2270527952
Слишком малые средние не делают шаги слишком малыми:
*/
CLAIM(control_steps_uncorrected_within_alpha, CONTROL,
      COMPUTE(steps_under_ones, &below_1),
      "Without correction it would be at most $\\alpha$ long.",
      "Без коррекции длина была бы не больше $\\alpha$.");
/**
## Unbiased, but more accurate?

The lecture goes on «что делает оценки более точными». As to bias, yes. In mean
square it depends. Let gradients be independent with variance $\sigma^2$ and
mean $\mu$, and $c=1-\beta_1^k$. The variance of $\hat m$ is $\sigma^2$ times
the sum of squares of its weights,
$$\mathbb E(\hat m-\mu)^2=\sigma^2S_k,\qquad S_k=\frac{(1-\beta_1)(1+\beta_1^k)}{(1+\beta_1)(1-\beta_1^k)}, \tag{7}$$
and as $m=c\,\hat m$,
$$\mathbb E(m-\mu)^2=c^2\sigma^2S_k+(1-c)^2\mu^2. \tag{8}$$
So $\hat m$ is the better estimate exactly if $(1-c)\mu^2>(1+c)\,\sigma^2S_k$.
At $k=1$ that is $\sigma^2<\frac{\beta_1}{2-\beta_1}\mu^2$: the signal must
exceed the noise. Where gradients are mostly noise, as near a minimum, the
shrunken $m$ is the more accurate one, and ever so slightly it is for every law
with $\sigma>0$ once $k$ is large, for $1-c$ tends to 0 and $(1+c)S_k$ does not.
*/
/**ru 2591284587
## Несмещённые, но точнее ли?

Лекция продолжает: «что делает оценки более точными». В отношении смещения — да.
В среднеквадратичном смысле — смотря по обстоятельствам. Пусть градиенты
независимы, их дисперсия $\sigma^2$, а среднее $\mu$, и пусть $c=1-\beta_1^k$.
Дисперсия $\hat m$ равна $\sigma^2$, умноженной на сумму квадратов весов,
$$\mathbb E(\hat m-\mu)^2=\sigma^2S_k,\qquad S_k=\frac{(1-\beta_1)(1+\beta_1^k)}{(1+\beta_1)(1-\beta_1^k)}, \tag{7}$$
и так как $m=c\,\hat m$,
$$\mathbb E(m-\mu)^2=c^2\sigma^2S_k+(1-c)^2\mu^2. \tag{8}$$
Значит, $\hat m$ — лучшая оценка тогда и только тогда, когда
$(1-c)\mu^2>(1+c)\,\sigma^2S_k$. При $k=1$ это
$\sigma^2<\frac{\beta_1}{2-\beta_1}\mu^2$: сигнал должен превосходить шум. Там,
где градиенты — большей частью шум, как вблизи минимума, точнее уменьшенное $m$,
а при больших $k$ оно, пусть и ненамного, точнее для каждого распределения с
$\sigma>0$: ведь $1-c$ стремится к 0, а $(1+c)S_k$ — нет.
*/
static const struct law clear = {"mostly_signal", 2, 12, {2, 1},
                                 {0.5, 0.5},      0, 0};
/* A square of numbers below 2 largest: twice the relative error of each, and
 * that of a sum over paths. */
static double spread_error(const struct law *l, double beta, size_t k) {
    double size = 2 * law_largest(l);
    return (2 * roundings_corrected(beta, k) + law_roundings(l)) * DBL_EPSILON *
           size * size;
}
/* (7), or without correction (8). */
static double spread_formula(const struct law *l, const struct method *method,
                             double beta, size_t k) {
    double mean = law_moment(l, 1, 0),
           variance = law_moment(l, 2, 0) - mean * mean;
    double c = held(beta, k), S = (1 - beta) * (2 - c) / ((1 + beta) * c);
    if (method == &method_adam) return variance * S;
    double bias = (1 - c) * mean;
    return c * c * variance * S + bias * bias;
}
static void hold_spread(struct inquiry *q, const struct law *l,
                        const struct method *method, const double betas[2]) {
    size_t first = q->count;
    struct expected e = expect_m(l, walker_with(method, betas));
    for (size_t k = 1; k <= l->length; k++)
        inquiry_exact(q, l->id, method->id, k, e.square[k],
                      spread_error(l, betas[0], k), EQUAL,
                      spread_formula(l, method, betas[0], k));
    name_case(q, first, 1, betas);
}
static void spreads(struct inquiry *q) {
    const struct law *const independent[] = {laws, laws + 1, &clear};
    for (size_t i = 0; i < COUNT(independent); i++)
        for (size_t b = 0; b < COUNT(betas_tried); b++) {
            const struct law *l = independent[i];
            hold_spread(q, l, &method_adam, betas_tried[b]);
            hold_spread(q, l, &method_adam_uncorrected, betas_tried[b]);
        }
}
static void more_accurate(struct inquiry *q) {
    const struct law *l = q->with;
    struct walker with = walker_with(&method_adam, standard),
                  without = walker_with(&method_adam_uncorrected, standard);
    struct expected right = expect_m(l, without), left = expect_m(l, with);
    for (size_t k = 1; k <= l->length; k++)
        inquiry_exact(q, l->id, "adam", k, left.square[k],
                      2 * spread_error(l, 0.9, k), AT_MOST, right.square[k]);
}
CLAIM(mean_squares, IDENTITY, COMPUTE(spreads),
      "Equations (7) and (8) over all paths, three laws and three $\\beta_1$.",
      "Равенства (7) и (8) по всем траекториям, три распределения и три "
      "$\\beta_1$.");
CLAIM(more_accurate_with_signal, SHARPNESS, COMPUTE(more_accurate, &clear),
      "Where the signal exceeds the noise, $\\hat m$ is the better estimate.",
      "Когда сигнал превосходит шум, $\\hat m$ — лучшая оценка.");
CLAIM(control_more_accurate_always, CONTROL, COMPUTE(more_accurate, laws),
      "The same where gradients are mostly noise.",
      "То же, когда градиенты — большей частью шум.");
/**
@erratum control_more_accurate_always «Компенсирует смещение к нулю в начальных
    моментах, […] что делает оценки более точными» :: The correction removes the
    bias; in mean square it makes the estimates worse where gradients are mostly
    noise, at the first step whenever
    $\sigma^2>\frac{\beta_1}{2-\beta_1}(\mathbb Eg)^2$.

@figure accuracy Mean square error of the average of gradients: with the signal
    above the noise the correction helps, with the noise above the signal it
    harms

## What breaks

**A mean that drifts.** With $\mathbb Eg^{(i)}=a+di$ the weights of (3), divided
by $1-\beta_1^k$, are still a mean, but of the past. Its age is
$\sum_{j<k}j\beta_1^j\big/\sum_{j<k}\beta_1^j$, and
$$\mathbb E\,\hat m^{(k)}=\mathbb Eg^{(k)}-d\Bigl(\frac{\beta_1}{1-\beta_1}-\frac{k\beta_1^k}{1-\beta_1^k}\Bigr): \tag{9}$$
$\hat m$ lags by up to $\frac{\beta_1}{1-\beta_1}$ steps, nine at $\beta_1=0.9$.
*/
/**ru 3652396138
@erratum control_more_accurate_always «Компенсирует смещение к нулю в начальных
    моментах, […] что делает оценки более точными» :: Коррекция убирает
    смещение; в среднеквадратичном смысле она ухудшает оценки там, где
    градиенты — большей частью шум, на первом шаге — всякий раз, когда
    $\sigma^2>\frac{\beta_1}{2-\beta_1}(\mathbb Eg)^2$.

@figure accuracy Средний квадрат ошибки среднего градиентов: когда сигнал
    сильнее шума, коррекция помогает, когда шум сильнее сигнала — вредит

## Что ломается {#what-breaks}

**Среднее меняется.** При $\mathbb Eg^{(i)}=a+di$ веса из (3), делённые на
$1-\beta_1^k$, по-прежнему дают среднее, но прошлого. Его возраст равен
$\sum_{j<k}j\beta_1^j\big/\sum_{j<k}\beta_1^j$, и
$$\mathbb E\,\hat m^{(k)}=\mathbb Eg^{(k)}-d\Bigl(\frac{\beta_1}{1-\beta_1}-\frac{k\beta_1^k}{1-\beta_1^k}\Bigr): \tag{9}$$
$\hat m$ отстаёт на величину до $\frac{\beta_1}{1-\beta_1}$ шагов, то есть до
девяти при $\beta_1=0.9$.
*/
static void drift(struct inquiry *q) {
    const bool *lags = q->with;
    for (size_t b = 0; b < COUNT(betas_tried); b++) {
        size_t first = q->count;
        double beta = betas_tried[b][0];
        struct walker w = walker_with(&method_adam, betas_tried[b]);
        struct expected e = law_expect(&drifting, w, in_step, 1, 0);
        for (size_t k = 1; k <= drifting.length; k++) {
            double c = held(beta, k),
                   age = beta / (1 - beta) - (double)k * (1 - c) / c,
                   now = law_moment(&drifting, 1, k);
            /* Both terms of the age are up to 1/(1 - beta) long, and as
             * inexact. */
            double error =
                (roundings_corrected(beta, k) + law_roundings(&drifting)) *
                    law_largest(&drifting) +
                8 * drifting.drift / ((1 - beta) * (1 - beta));
            inquiry_exact(q, "drifting", "adam", k, e.mean[k],
                          error * DBL_EPSILON, EQUAL,
                          *lags ? now - drifting.drift * age : now);
        }
        name_case(q, first, 1, betas_tried[b]);
    }
}
CLAIM(drift_lags, IDENTITY, COMPUTE(drift, &(const bool){true}),
      "Equation (9) over all paths.", "Равенство (9) по всем траекториям.");
CLAIM(control_drift, CONTROL,
      DROPS(moments_stay, COMPUTE(drift, &(const bool){false})),
      "There is no lag: $\\mathbb E\\,\\hat m^{(k)}=\\mathbb Eg^{(k)}$.",
      "Отставания нет: $\\mathbb E\\,\\hat m^{(k)}=\\mathbb Eg^{(k)}$.");
/**
**Another exponent.** Code that counts $k$ from 0 and forgets the one divides by
$1-\beta^{k-1}$ (by 0 at first), or, counting twice, by $1-\beta^{k+1}$. Then
the mean of $m$ would have to be that times $\mathbb Eg$:
*/
/**ru 970918146
**Другой показатель.** Программа, которая считает $k$ от 0 и забывает единицу,
делит на $1-\beta^{k-1}$ (вначале на 0), а если единица учтена дважды — на
$1-\beta^{k+1}$. Тогда среднее $m$ должно было бы равняться этой величине,
умноженной на $\mathbb Eg$:
*/
static void miscount(struct inquiry *q) {
    const int *late = q->with;
    hold_means(q, &method_adam_uncorrected, 1, *late);
}
CLAIM(control_exponent_less_one, CONTROL, COMPUTE(miscount, &(const int){-1}),
      "$\\mathbb Em^{(k)}=(1-\\beta_1^{k-1})\\,\\mathbb Eg$.",
      "$\\mathbb Em^{(k)}=(1-\\beta_1^{k-1})\\,\\mathbb Eg$.");
CLAIM(control_exponent_and_one, CONTROL, COMPUTE(miscount, &(const int){1}),
      "$\\mathbb Em^{(k)}=(1-\\beta_1^{k+1})\\,\\mathbb Eg$.",
      "$\\mathbb Em^{(k)}=(1-\\beta_1^{k+1})\\,\\mathbb Eg$.");
/**
**One correction without the other.** With $\hat m$ and a plain $v$ the first
step is $\frac\alpha{\sqrt{1-\beta_2}}=31.6\,\alpha$ long, with a plain $m$ and
$\hat v$ only $(1-\beta_1)\,\alpha$.
*/
/**ru 2643390819
**Одна коррекция без другой.** С $\hat m$ и $v$ без коррекции длина первого шага
равна $\frac\alpha{\sqrt{1-\beta_2}}=31.6\,\alpha$, а с $m$ без коррекции и
$\hat v$ — только $(1-\beta_1)\,\alpha$.
*/
/* Adam with one of the corrections, of m or of v. */
static void one_step(const struct settings *s, size_t k, real x[],
                     const real g[], real state[], bool of_m) {
    state[0] = s->beta1 * state[0] + (1 - s->beta1) * g[0];
    state[1] = s->beta2 * state[1] + (1 - s->beta2) * g[0] * g[0];
    double c = held(of_m ? s->beta1 : s->beta2, k + 1);
    real m = of_m ? state[0] / c : state[0], v = of_m ? state[1] : state[1] / c;
    x[0] -= step_size(s, k) * m / (real_sqrt(v) + s->eps);
}
static void only_m(const struct settings *s, size_t k, size_t dim, real x[],
                   const real g[], real state[]) {
    (void)dim;
    one_step(s, k, x, g, state, true);
}
static void only_v(const struct settings *s, size_t k, size_t dim, real x[],
                   const real g[], real state[]) {
    (void)dim;
    one_step(s, k, x, g, state, false);
}
static const struct method half_corrected[] = {
    {.id = "adam_only_m_corrected", .vectors = 2, .step = only_m},
    {.id = "adam_only_v_corrected", .vectors = 2, .step = only_v}};
/* Its first step, and then the hundredth under a constant gradient, against
 * alpha times 1, or times what the other correction would have made up for. */
static void correct_one(struct inquiry *q) {
    const bool *as_they_are = q->with;
    for (size_t i = 0; i < COUNT(half_corrected); i++) {
        struct walker w = walker_with(&half_corrected[i], standard);
        for (size_t k = 1; k <= 100; k++) {
            double step = direction(&w, real_all(1))[0],
                   error = 4000 * DBL_EPSILON;
            double right =
                i == 0 ? 1 / sqrt(held(standard[1], k)) : held(standard[0], k);
            if (k == 1 || k == 10 || k == 100)
                inquiry_exact(q, "ones", w.method->id, k, step, error * step,
                              EQUAL, *as_they_are ? right : 1);
        }
    }
}
CLAIM(one_corrected, IDENTITY, COMPUTE(correct_one, &(const bool){true}),
      "Steps with $\\hat m$, $v$ are $\\alpha/\\sqrt{1-\\beta_2^k}$ long, with "
      "$m$, $\\hat v$ $(1-\\beta_1^k)\\,\\alpha$, for a constant gradient.",
      "При постоянном градиенте длина шагов с $\\hat m$, $v$ равна "
      "$\\alpha/\\sqrt{1-\\beta_2^k}$, а с $m$, $\\hat v$ — "
      "$(1-\\beta_1^k)\\,\\alpha$.");
CLAIM(control_one_corrected, CONTROL,
      COMPUTE(correct_one, &(const bool){false}),
      "With only one of the two corrected those steps are $\\alpha$ long.",
      "Лишь с одной из двух коррекций длина этих шагов равна $\\alpha$.");
/**
**The mean of the step.** Both parts of the step are unbiased, the step is not:
$\mathbb E\frac{\hat m}{\sqrt{\hat v}}$ is not $\frac{\mathbb Eg}{\sqrt{\mathbb
Eg^2}}$. After one gradient it is $\mathbb E\operatorname{sign}g$. For
`two_values` that is $-\frac12$ while $\mathbb Eg=\frac14$: the mean first step
climbs, away from where gradient descent would go.
*/
/**ru 1919012466
**Среднее шага.** Обе составные части шага не смещены, а сам шаг смещён:
$\mathbb E\frac{\hat m}{\sqrt{\hat v}}$ — это не
$\frac{\mathbb Eg}{\sqrt{\mathbb Eg^2}}$. После одного градиента это
$\mathbb E\operatorname{sign}g$. Для `two_values` это $-\frac12$, хотя
$\mathbb Eg=\frac14$: первый шаг в среднем поднимается, прочь от того места,
куда пошёл бы градиентный спуск.
*/
/* With eps = 0, m_hat / sqrt(v_hat). */
static real ratio_of_averages(struct walker *w, real g, int power) {
    (void)power;
    return direction(w, g);
}
static void mean_direction(struct inquiry *q) {
    const bool *only_first = q->with;
    for (const struct law *l = laws; l < laws + COUNT(laws); l++) {
        struct expected e = law_expect(l, walker_with(&method_adam, standard),
                                       ratio_of_averages, 1, 0);
        double signs = 0,
               ratio = law_moment(l, 1, 0) / sqrt(law_moment(l, 2, 0));
        for (size_t o = 0; o < l->outcomes; o++)
            signs += copysign(l->probability[o], l->value[o]);
        for (size_t k = 1; k <= (*only_first ? 1 : l->length); k++) {
            /* |m_hat| <= largest and sqrt(v_hat) >= 1, the least gradient. */
            double error =
                (2 * roundings_corrected(standard[1], k) + law_roundings(l)) *
                DBL_EPSILON * law_largest(l);
            inquiry_exact(q, l->id, "adam", k, e.mean[k], error, EQUAL,
                          *only_first ? signs : ratio);
        }
    }
}
CLAIM(
    mean_first_step_is_a_sign, IDENTITY,
    COMPUTE(mean_direction, &(const bool){true}),
    "The mean first step is $-\\alpha\\,\\mathbb E\\operatorname{sign}g$.",
    "Среднее первого шага равно $-\\alpha\\,\\mathbb E\\operatorname{sign}g$.");
CLAIM(control_mean_of_ratio, CONTROL,
      COMPUTE(mean_direction, &(const bool){false}),
      "The mean of the ratio is $\\mathbb Eg/\\sqrt{\\mathbb Eg^2}$.",
      "Среднее отношения равно $\\mathbb Eg/\\sqrt{\\mathbb Eg^2}$.");

static const struct claim *const claims[] = {
    /* averages */
    line_1_unrolled, rules_as_written, line_2_means_pass_through,
    line_3_weights_add_up, line_4_unbiased, uncorrected_are_short,
    sampled_m_hat_contains_the_mean, sampled_v_hat_contains_the_second_moment,
    sampled_m_hat_within_a_tenth, control_sampled_m, control_sampled_v,
    /* steps */
    bound_first_step, sharp_first_step_is_alpha, sharp_first_step_fails_at_0_95,
    first_step_uncorrected, step_ratio, steps_corrected,
    bound_steps_uncorrected, sharp_steps_uncorrected_fail_at_0_95,
    control_steps_uncorrected_within_alpha, mean_squares,
    more_accurate_with_signal, control_more_accurate_always, drift_lags,
    control_drift, control_exponent_less_one, control_exponent_and_one,
    one_corrected, control_one_corrected, mean_first_step_is_a_sign,
    control_mean_of_ratio};

static const struct drawing drawings[] = {
    {.name = "step_ratio",
     .title = {"Without bias correction steps are longer, for thousands of "
               "iterations",
               "Без коррекции смещения шаги длиннее, тысячи итераций"},
     .y = {"ratio of steps", "отношение шагов"},
     .linear_y = true,
     .curves = {{"step_ratio", 0, {"β_1 = 0.9, β_2 = 0.999"}},
                {"step_ratio", 1, {"β_1 = 0.9, β_2 = 0.99"}},
                {"step_ratio", 2, {"RMSProp, γ = 0.9"}}}},
    {.name = "weights",
     .title = {"Averages begin far from full weight: the rest is the bias",
               "Вначале среднему недостаёт веса: остаток и есть смещение"},
     .y = {"1 - β^k"},
     .linear_y = true,
     .curves = {{"line_3_weights_add_up", 1,
                 .name = {"m; RMSProp's v: 0.9", "m; v в RMSProp: 0.9"}},
                {"line_3_weights_add_up", 2,
                 .name = {"Adam's v: 0.999", "v в Adam: 0.999"}}}},
    {.name = "sampled",
     .title =
         {"Logistic regression: corrected averages are unbiased from the start",
          "Логистическая регрессия: средние с коррекцией не смещены с начала"},
     .y = {"mean of the average / truth", "среднее оценки / истина"},
     .linear_y = true,
     .curves = {{"sampled_v_hat_contains_the_second_moment",
                 .name = {"v, corrected", "v с коррекцией"}},
                {"sampled_m_hat_contains_the_mean",
                 .name = {"m, corrected", "m с коррекцией"}},
                {"control_sampled_m", 0, {"m, uncorrected", "m без коррекции"}},
                {"control_sampled_v",
                 .name = {"v, uncorrected", "v без коррекции"}}}},
    {.name = "accuracy",
     .title =
         {"Correction helps with strong signal and harms with strong noise",
          "Коррекция помогает сильному сигналу и вредит при сильном шуме"},
     .y = {"E (estimate - E g)^2", "E (оценка - E g)^2"},
     .linear_x = true,
     .panels = 2,
     .panel = {{"noise above signal", "шум сильнее сигнала"},
               {"signal above noise", "сигнал сильнее шума"}},
     .panel_of = {0, 0, 1, 1},
     .curves = {{"mean_squares", 0, {"corrected", "с коррекцией"}},
                {"mean_squares", 1, {"uncorrected", "без коррекции"}},
                {"mean_squares", 12, {"corrected", "с коррекцией"}},
                {"mean_squares", 13, {"uncorrected", "без коррекции"}}}},
};

static const struct setting plays[] = {
    {ill_conditioned,
     &method_adam,
     {.alpha = 0.01, .beta1 = 0.9, .beta2 = 0.999, .eps = 1e-8},
     .steps = 1000},
    {ill_conditioned,
     &method_adam_uncorrected,
     {.alpha = 0.01, .beta1 = 0.9, .beta2 = 0.999, .eps = 1e-8},
     .steps = 1000},
};

const struct theorem theorem_adam_bias_correction = {
    .id = "adam_bias_correction",
    .title = {"Adam's bias correction", "Коррекция смещения в Adam"},
    .source = "Adam",
    HYPOTHESES(hypotheses),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    PLAYS(plays),
};

/**
## Exercises

@exercise step_ratio Under a constant gradient and without correction Adam's
    steps are $r_k\,\alpha$ long. From which $k$ on are they too long by less
    than one percent, at $\beta_2=0.999$ and at $0.99$? Check the first with
    `yes 1 | head -n 3930 | descent trace adam_uncorrected --alpha 1 --eps 0 | tail -n 2`.
    :: For such $k$ the numerator of (6) is as good as 1, and
    $\frac1{\sqrt{1-\beta_2^k}}\le1.01$ means
    $\beta_2^k\le1-1.01^{-2}\approx0.0197$, that is
    $k\ge\frac{\ln0.0197}{\ln\beta_2}$: about 3900 steps, and about 390. The
    time is some four times $\frac1{1-\beta_2}$, the memory of $v$; $\beta_1$
    has no part in it. The two last iterates of the trace are just less than
    $1.01$ apart.
@exercise line_4_unbiased Suppose that gradients repeat, as those of
    `persistent` do: the last one comes again with probability $\frac78$. Which
    of the equations (1) and (7) remain true, and which line of the proof tells
    them apart? `descent verify adam_bias_correction/line_4_unbiased` covers
    this law. :: (1) remains true for both averages: line 2 moves the mean into
    the sum, whatever the joint law, and line 3 needs equal means only. (7) does
    not: that the variance of a sum is the sum of the variances needs gradients
    that are uncorrelated. Repeated ones are correlated positively, and $\hat m$
    varies more than (7) says, as an average of many copies of one gradient is
    no better than that gradient: unbiased is not accurate.
@exercise mean_first_step_is_a_sign The mean gradient of `three_values` is
    $\frac12$, so a step of gradient descent goes downhill. Where does Adam's
    first step with $\epsilon=0$ lead in the mean? Find out what Adam makes of a
    single 5, `printf '5\n' | descent trace adam --alpha 1 --eps 0`, then invent
    a law with $\mathbb Eg>0$ under which the first step climbs by nearly
    $\alpha$ in the mean. :: Nowhere: the trace prints $-1$, as it would for a
    gradient of 1, since the first step is $-\alpha\operatorname{sign}g$; of the
    signs one half are $-1$, two quarters are $+1$, and their mean is 0. A law
    that climbs is $-1$ most of the time, and with a small probability $\delta$
    a number $M>\frac1\delta$: then $\mathbb Eg>0$, but the mean first step is
    $\alpha(1-2\delta)$.
*/
/**ru 4096911624
## Упражнения

@exercise step_ratio При постоянном градиенте и без коррекции длина шагов Adam
    равна $r_k\,\alpha$. Начиная с какого $k$ они длиннее нужного меньше чем на
    один процент, если $\beta_2=0.999$ и если $0.99$? Проверьте первый ответ
    командой
    `yes 1 | head -n 3930 | descent trace adam_uncorrected --alpha 1 --eps 0 | tail -n 2`.
    :: При таких $k$ числитель в (6) практически равен 1, а
    $\frac1{\sqrt{1-\beta_2^k}}\le1.01$ означает, что
    $\beta_2^k\le1-1.01^{-2}\approx0.0197$, то есть
    $k\ge\frac{\ln0.0197}{\ln\beta_2}$: около 3900 шагов и около 390. Это
    примерно вчетверо больше, чем $\frac1{1-\beta_2}$, память величины $v$;
    $\beta_1$ здесь ни при чём. Две последние точки в выводе отстоят друг от
    друга чуть меньше чем на $1.01$.
@exercise line_4_unbiased Пусть градиенты повторяются, как у `persistent`:
    прежний появляется снова с вероятностью $\frac78$. Какие из равенств (1) и
    (7) остаются верными и какая строка доказательства их различает? Это
    распределение проверяет
    `descent verify adam_bias_correction/line_4_unbiased`. :: (1) остаётся
    верным для обоих средних: строка 2 вносит математическое ожидание под знак
    суммы при любом совместном распределении, а строке 3 нужны только равные
    средние. (7) — нет: дисперсия суммы равна сумме дисперсий, лишь если
    градиенты некоррелированы. У повторяющихся корреляция положительна, и
    разброс $\hat m$ больше, чем в (7): среднее многих копий одного градиента
    ничем не лучше его самого. Несмещённость — ещё не точность.
@exercise mean_first_step_is_a_sign Средний градиент для `three_values` равен
    $\frac12$, так что шаг градиентного спуска ведёт вниз. Куда в среднем ведёт
    первый шаг Adam при $\epsilon=0$? Узнайте, что Adam делает из единственного
    числа 5, `printf '5\n' | descent trace adam --alpha 1 --eps 0`, а затем
    придумайте распределение с $\mathbb Eg>0$, при котором первый шаг в среднем
    поднимается почти на $\alpha$. :: Никуда: команда печатает $-1$, как
    напечатала бы и для градиента 1, ведь первый шаг равен
    $-\alpha\operatorname{sign}g$; половина знаков — $-1$, две четверти — $+1$,
    и в среднем выходит 0. Вверх ведёт, например, градиент, который почти всегда
    равен $-1$, а с малой вероятностью $\delta$ — числу $M>\frac1\delta$: тогда
    $\mathbb Eg>0$, но средний первый шаг равен $\alpha(1-2\delta)$.
*/

/**
## References

- D. Kingma, J. Ba, *Adam: a method for stochastic optimization*, ICLR 2015
  (arXiv:1412.6980), section 3: the correction for $v$, with (3) as its equation
  (3).
- S. Reddi, S. Kale, S. Kumar, *On the convergence of Adam and beyond*, ICLR
  2018: Adam without correction, and what a mean step that climbs leads to.
*/
/**ru 2747290329
## Литература

- D. Kingma, J. Ba, *Adam: a method for stochastic optimization*, ICLR 2015
  (arXiv:1412.6980), раздел 3: коррекция для $v$, где (3) — это их уравнение
  (3).
- S. Reddi, S. Kale, S. Kumar, *On the convergence of Adam and beyond*, ICLR
  2018: Adam без коррекции и то, к чему ведёт шаг, который в среднем
  поднимается.
*/
