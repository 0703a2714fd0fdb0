/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# A constant step under PL, with the variance in place of the second moment

The lecture's [theorem](pl_constant_step.html) on constant steps asks for
$\mathbb E\|\nabla f_i(x_k)\|^2\le\sigma^2$ and calls that a bounded variance
(«дисперсия»). It is false for the variance. This one is true for it. Let

$$\mathbb E\|\nabla f_{i_k}(x_k)-\nabla f(x_k)\|^2\le v,\qquad
  0<\alpha<\frac2L,\qquad q=1-\alpha\mu(2-\alpha L).$$

Then for every $k\ge0$
$$\mathbb E[f(x_k)-f^*]\le q^k[f(x_0)-f^*]+\frac{\alpha Lv}{2\mu(2-\alpha L)}\bigl(1-q^k\bigr).$$

In words: the part of the second moment that is $\|\nabla f(x_k)\|^2$ need not
be bounded, for it pays for itself as long as the step is shorter than $\frac2L$.
What remains is a property of the noise alone: it does not depend on where the
run begins, and it can be bounded on all of $\mathbb R^n$, which $\sigma^2$
cannot.

@figure shifted_signs Two signs from afar, with a step of $1.7/L$: the bound is
    attained at every $k$

## What it needs

- $f$ is $L$-smooth, and PL: $\|\nabla f(x)\|^2\ge2\mu\,(f(x)-f^*)$.
- An unbiased oracle: $\mathbb E[\nabla f_{i_k}(x_k)\mid x_k]=\nabla f(x_k)$.
- $\mathbb E\|\nabla f_{i_k}(x_k)-\nabla f(x_k)\|^2\le v$ at the points that the
  method visits.
- $0<\alpha<\frac2L$. Then $0\le q<1$, for $\alpha\mu(2-\alpha
  L)\le\alpha L(2-\alpha L)\le1$.

On all problems where the bound is tried, save for the regressions, the variance
is largest at $x^*$, and
$v=\mathbb E\|\nabla f_i(x^*)\|^2$, which line 4 checks:
*/
/**ru 4076638136
# Постоянный шаг при условии PL: до 2/L хватает дисперсии

[Теорема](pl_constant_step.html) лекции о постоянном шаге требует, чтобы
$\mathbb E\|\nabla f_i(x_k)\|^2\le\sigma^2$, и называет это ограниченной
дисперсией. Для дисперсии она неверна. Для дисперсии верна следующая теорема.
Пусть

$$\mathbb E\|\nabla f_{i_k}(x_k)-\nabla f(x_k)\|^2\le v,\qquad
  0<\alpha<\frac2L,\qquad q=1-\alpha\mu(2-\alpha L).$$

Тогда для каждого $k\ge0$
$$\mathbb E[f(x_k)-f^*]\le q^k[f(x_0)-f^*]+\frac{\alpha Lv}{2\mu(2-\alpha L)}\bigl(1-q^k\bigr).$$

Иными словами, ту часть второго момента, которая равна $\|\nabla f(x_k)\|^2$,
ограничивать не нужно: она окупает себя, пока шаг короче $\frac2L$. Остаётся
характеристика одного лишь шума: она не зависит от того, откуда начинается
запуск, и её, в отличие от $\sigma^2$, можно ограничить на всём $\mathbb R^n$.

@figure shifted_signs Два знака издалека, с шагом $1.7/L$: оценка достигается
    при каждом $k$

## Что нужно {#what-it-needs}

- Функция $f$ $L$-гладкая и удовлетворяет условию PL:
  $\|\nabla f(x)\|^2\ge2\mu\,(f(x)-f^*)$.
- Несмещённый оракул: $\mathbb E[\nabla f_{i_k}(x_k)\mid x_k]=\nabla f(x_k)$.
- $\mathbb E\|\nabla f_{i_k}(x_k)-\nabla f(x_k)\|^2\le v$ в тех точках, которые
  посещает метод.
- $0<\alpha<\frac2L$. Тогда $0\le q<1$, так как
  $\alpha\mu(2-\alpha L)\le\alpha L(2-\alpha L)\le1$.

Во всех задачах, на которых испытана оценка, кроме регрессий, дисперсия наибольшая в
$x^*$, и $v=\mathbb E\|\nabla f_i(x^*)\|^2$, что проверяет строка 4:
*/
#include "shared/premises.h"
#include "shared/quadratics.h"
#include "shared/steps.h"
#include "theorem.h"

static double factor(const struct constants *c) {
    return 1 - c->alpha * c->mu * (2 - c->alpha * c->L);
}
static double transient(const struct constants *c, size_t k) {
    return pow(factor(c), (double)k) * c->gap_0;
}
/* With a bound on the variance. */
static double floor_of(const struct constants *c, size_t k, double v) {
    double limit = c->alpha * c->L * v / (2 * c->mu * (2 - c->alpha * c->L));
    return limit * (1 - pow(factor(c), (double)k));
}
static double floor_term(const struct constants *c, size_t k) {
    return floor_of(c, k, c->noise_star * c->noise_star);
}
static double bound(const struct constants *c, size_t k) {
    return transient(c, k) + floor_term(c, k);
}

static bool is_short(const struct premises *p) {
    const struct constants *c = p->constants;
    return c->alpha > 0 && (c->alpha * c->L < 2 || !isfinite(c->L));
}
HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", is_smooth);
HYPOTHESIS(pl_condition, "f satisfies the PL condition with mu > 0",
           "f удовлетворяет условию PL с mu > 0", is_pl);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(bounded_variance, "E||grad f_i(x_k) - grad f(x_k)||^2 <= v",
           "E||grad f_i(x_k) - grad f(x_k)||^2 <= v", NULL);
HYPOTHESIS(short_step, "0 < alpha < 2/L", "0 < alpha < 2/L", is_short);
static const struct hypothesis *const hypotheses[] = {
    smooth_function, pl_condition, unbiased_oracle, bounded_variance,
    short_step};

/**
## The bound on ten problems
*/
/**ru 3600997674
## Оценка на десяти задачах
*/
static const struct setting computed[] = {
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1000},
    {two_signs, &method_sgd, {.alpha = 0.05}, .steps = 1000},
    {shifted_signs, &method_sgd, {.alpha = 0.9}, .steps = 1000},
    {shifted_signs, &method_sgd, {.alpha = 1.7}, .steps = 1000},
    {ill_conditioned, &method_sgd, {.alpha = 0.005}, .steps = 1000},
    {ill_conditioned, &method_sgd, {.alpha = 0.015}, .steps = 1000},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, .steps = 1000},
    {noise_across, &method_sgd, {.alpha = 0.05}, .steps = 1000},
    {two_curvatures, &method_sgd, {.alpha = 0.15}, .steps = 100},
};
static const struct setting sampled[] = {
    {sine_squared,
     &method_sgd,
     {.alpha = 0.05},
     1,
     .steps = 300,
     .runs = 65536},
};
CLAIM(bound_exact, BOUND, MEAN(bound, ON(computed), .without_sigma2 = true),
      "The bound on six problems, with steps up to $1.7/L$.",
      "Оценка на шести задачах, с шагами до $1.7/L$.");
CLAIM(bound_sine_squared, BOUND,
      MEAN(bound, ON(sampled), .without_sigma2 = true),
      "The bound on $x^2+3\\sin^2x$, which is not convex.",
      "Оценка на $x^2+3\\sin^2x$, функции невыпуклой.");
/**
**Gaussian noise** has no range, and no ball holds all runs. On a quadratic $x_k$
is Gaussian itself, which gives the exact variance of $f(x_k)$; with it the mean
is measured by the median of the means of blocks of runs.
*/
/**ru 949552608
**Гауссовский шум** не имеет границ, и никакой шар не содержит всех запусков. На
квадратичной функции точка $x_k$ сама гауссовская, что даёт точную дисперсию
$f(x_k)$; с её помощью среднее измеряется медианой средних по блокам запусков.
*/
static const struct setting gaussian[] = {
    {gaussian_bowl,
     &method_sgd,
     {.alpha = 0.1},
     1,
     .steps = 100,
     .runs = 65536},
    {gaussian_bowl,
     &method_sgd,
     {.alpha = 0.3},
     1,
     .steps = 100,
     .runs = 65536},
};
CLAIM(bound_gaussian, BOUND, MEAN(bound, ON(gaussian), .without_sigma2 = true),
      "The bound with Gaussian noise.", "Оценка при гауссовском шуме.");
CLAIM(gaussian_mean_is_measured, IDENTITY,
      MEAN(NULL, ON(gaussian), .without_sigma2 = true),
      "The exact mean lies in the interval of the measured one.",
      "Точное среднее лежит в доверительном интервале измеренного.");
/**
**Ridge regression and least squares** have a variance that changes with $x$.
There $v$ at $k$ is the largest variance before step $k$. (Two signs are put
beside them: the way must lead to $v=s^2$ again.) The variance is a difference of
two expectations, and both obey the recursion of second moments: $\mathbb
E\|\nabla f_i(x_t)\|^2$, and $\mathbb E\|\nabla f(x_t)\|^2=\operatorname{tr}(H^2\,
\mathbb E(x_t-x^*)(x_t-x^*)^\top)$.
*/
/**ru 2937272910
У **гребневой регрессии и наименьших квадратов** дисперсия меняется вместе с
$x$. Там $v$ при данном $k$ — наибольшая дисперсия до шага $k$. (Рядом
поставлены два знака: этот путь снова должен привести к $v=s^2$.) Дисперсия —
разность двух математических ожиданий, и оба подчиняются рекурсии вторых
моментов: $\mathbb E\|\nabla f_i(x_t)\|^2$ и $\mathbb E\|\nabla
f(x_t)\|^2=\operatorname{tr}(H^2\, \mathbb E(x_t-x^*)(x_t-x^*)^\top)$.
*/
static const struct setting sums[] = {
    {ridge, &method_sgd, {.alpha = 0.05}, 1, .steps = 400},
    {ridge, &method_sgd, {.alpha = 0.01}, 1, .steps = 400},
    {least_squares, &method_sgd, {.alpha = 0.05}, 1, .steps = 400},
    {shifted_signs, &method_sgd, {.alpha = 0.9}, 1, .steps = 400},
};
static void bound_on_sum(struct inquiry *q, const struct setting *setting) {
    struct quadratic f = quadratic_of(setting->problem());
    struct settings settings = setting->settings;
    struct series s;
    if (!inquiry_assumes(q, f.problem, &method_sgd, &settings,
                         setting->steps) ||
        !inquiry_series(q, setting, &s)) {
        quadratic_free(&f);
        return;
    }
    struct constants c = constants_of(f.problem, settings.alpha);
    struct recursion *z = recursion_new(&f, settings.alpha, true, true);
    /* The same with H^2 for H, as a weight of the second moments. */
    struct quadratic squared = f;
    memset(squared.mean, 0, sizeof squared.mean);
    add_product(f.dim, 1, f.mean, f.mean, squared.mean);
    double v = 0, v_error = 0;
    size_t at[CHECKPOINTS_MAX],
        next = 0, count = checkpoints_between(1, setting->steps, 8, at);
    for (size_t k = 1; k <= setting->steps && next < count; k++) {
        struct number slope2 = weighed(z, &squared, false);
        v = larger(v, s.moment[k - 1] - slope2.value);
        v_error = larger(v_error, s.moment_error[k - 1] + slope2.error);
        recursion_step(z);
        if (k != at[next]) continue;
        double right = transient(&c, k) + floor_of(&c, k, v);
        double error = s.gap_error[k] + floor_of(&c, k, v_error) +
                       8 * ((double)k + 8) * DBL_EPSILON * right;
        inquiry_exact(q, f.problem->id, "sgd", k, s.gap[k], error, AT_MOST,
                      right);
        next++;
    }
    recursion_free(z);
    series_free(&s);
    quadratic_free(&f);
}
static void bound_on_sums(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(sums); i++) {
        size_t first = q->count;
        bound_on_sum(q, &sums[i]);
        inquiry_which(q, first, "alpha = %g", sums[i].settings.alpha);
    }
}
CLAIM(bound_sums, BOUND, COMPUTE(bound_on_sums),
      "The bound on ridge regression, least squares and two signs.",
      "Оценка на гребневой регрессии, наименьших квадратах и двух знаках.");
/**
@figure ill_conditioned A quadratic with $L=100\mu$
@figure two_signs Two components of opposite sign
@figure sine_squared A function that is not convex
@figure ratio Estimate over bound on all problems: 1 means attained

## The proof, line by line

### Line 1. Descent in expectation

[Smoothness and unbiasedness](descent_inequality.html) give
$$\mathbb E f(x_{k+1})\le f(x_k)-\alpha\|\nabla f(x_k)\|^2+\alpha^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{1}$$
*/
/**ru 2726567325
@figure ill_conditioned Квадратичная функция с $L=100\mu$
@figure two_signs Два слагаемых противоположного знака
@figure sine_squared Невыпуклая функция
@figure ratio Отношение измеренного к границе на всех задачах: 1 означает, что
    граница достигнута

## Доказательство строка за строкой

### Строка 1. Убывание в среднем

[Гладкость и несмещённость](descent_inequality.html) дают
$$\mathbb E f(x_{k+1})\le f(x_k)-\alpha\|\nabla f(x_k)\|^2+\alpha^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{1}$$
*/
static const struct setting walks[] = {
    {logistic, &method_sgd, {.alpha = 0.2}, .steps = 60},
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {sine_squared, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 200},
    {shifted_signs, &method_sgd, {.alpha = 1.7}, .steps = 200},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, .steps = 200},
    {steady_noise, &method_sgd, {.alpha = 0.5}, .steps = 200},
    {ill_conditioned, &method_sgd, {.alpha = 0.015}, .steps = 200},
    {noise_across, &method_sgd, {.alpha = 0.15}, .steps = 200},
};
/* On these the variance is largest at x*: all but the first so many. */
enum { OTHERS = 3 };
CLAIM(line_1_descent, PROOF_LINE, WALK(expected_descent, ON(walks)),
      "Inequality (1).", "Неравенство (1).");
/**
### Line 2. The second moment taken apart

The noise $\nabla f_{i_k}(x_k)-\nabla f(x_k)$ has mean 0 given $x_k$, so that its
product with $\nabla f(x_k)$ vanishes in the mean:
$$\mathbb E\|\nabla f_{i_k}(x_k)\|^2=\|\nabla f(x_k)\|^2+V_k,\qquad V_k=\mathbb E\|\nabla f_{i_k}(x_k)-\nabla f(x_k)\|^2. \tag{2}$$
Here the variance on the right is summed over the components as it stands, at 64
points on the line through $x_0$ and $x^*$. Put into (1):
$$\mathbb E f(x_{k+1})\le f(x_k)-\alpha\Bigl(1-\frac{\alpha L}2\Bigr)\|\nabla f(x_k)\|^2+\alpha^2\frac L2V_k. \tag{3}$$
*/
/**ru 1966082479
### Строка 2. Второй момент по частям

Шум $\nabla f_{i_k}(x_k)-\nabla f(x_k)$ при данном $x_k$ имеет среднее 0,
поэтому его произведение с $\nabla f(x_k)$ в среднем исчезает:
$$\mathbb E\|\nabla f_{i_k}(x_k)\|^2=\|\nabla f(x_k)\|^2+V_k,\qquad V_k=\mathbb E\|\nabla f_{i_k}(x_k)-\nabla f(x_k)\|^2. \tag{2}$$
При проверке дисперсия справа суммируется по слагаемым, как записана, в 64
точках прямой, проходящей через $x_0$ и $x^*$. Подставим в (1):
$$\mathbb E f(x_{k+1})\le f(x_k)-\alpha\Bigl(1-\frac{\alpha L}2\Bigr)\|\nabla f(x_k)\|^2+\alpha^2\frac L2V_k. \tag{3}$$
*/
enum { GROUPS = 64 / LANES };

static void take_apart(struct inquiry *q) {
    for (size_t s = 0; s < COUNT(walks); s++) {
        struct problem *p = walks[s].problem();
        real *x = allocate(3 * p->dim, sizeof *x), *slope = x + p->dim,
             *g = slope + p->dim;
        struct nearest farthest = {.sign = EQUAL, .in_errors = true};
        for (size_t group = 0; group < GROUPS; group++) {
            real second = {0}, variance = {0};
            for (size_t j = 0; j < p->dim; j++)
                for (unsigned l = 0; l < LANES; l++) {
                    double place = (double)(group * LANES + l) / 32;
                    x[j][l] = place * p->x_0[j] + (1 - place) * p->x_star[j];
                }
            p->value(p, x, slope);
            for (size_t i = 0; i < p->components; i++) {
                real weight = outcome_weight(p, x, whole_all(i)), apart = {0};
                p->component(p, x, whole_all(i), g);
                for (size_t j = 0; j < p->dim; j++)
                    apart += (g[j] - slope[j]) * (g[j] - slope[j]);
                second += weight * real_dot(p->dim, g, g);
                variance += weight * apart;
            }
            real right = real_dot(p->dim, slope, slope) + variance;
            double unit = 4 * DBL_EPSILON *
                          (p->roundings + (double)(p->components + p->dim));
            for (unsigned l = 0; l < LANES; l++)
                nearest_take(&farthest, p->components, second[l], right[l],
                             unit * (second[l] + right[l]));
        }
        inquiry_nearest(q, p->id, "sgd", &farthest);
        free(x);
        problem_free(p);
    }
}
static struct relation taken_apart(const struct step *s) {
    real gain = (1 - s->alpha * s->c->L / 2) * gain_term(s);
    return step_leaves(s, s->gap - gain, noise_price(s));
}
CLAIM(line_2_second_moment_taken_apart, PROOF_LINE, COMPUTE(take_apart),
      "Equation (2), the variance summed over the components.",
      "Равенство (2), с дисперсией, просуммированной по слагаемым.");
CLAIM(line_2_descent, PROOF_LINE, WALK(taken_apart, ON(walks)),
      "Inequality (3).", "Неравенство (3).");
/**
### Line 3. The PL inequality

As $\alpha<\frac2L$ the bracket is positive, and $\|\nabla f(x_k)\|^2$ may be
replaced by the smaller $2\mu(f(x_k)-f^*)$:
$$\mathbb E f(x_{k+1})-f^*\le q\,[f(x_k)-f^*]+\alpha^2\frac L2V_k,\qquad q=1-\alpha\mu(2-\alpha L). \tag{4}$$
*/
/**ru 1214896061
### Строка 3. Неравенство PL

Так как $\alpha<\frac2L$, скобка положительна, и $\|\nabla f(x_k)\|^2$ можно
заменить меньшей величиной $2\mu(f(x_k)-f^*)$:
$$\mathbb E f(x_{k+1})-f^*\le q\,[f(x_k)-f^*]+\alpha^2\frac L2V_k,\qquad q=1-\alpha\mu(2-\alpha L). \tag{4}$$
*/
static struct relation contracted(const struct step *s) {
    return step_leaves(s, factor(s->c) * s->gap, noise_price(s));
}
CLAIM(line_3_pl, PROOF_LINE, WALK(contracted, ON(walks)), "Inequality (4).",
      "Неравенство (4).");
/**
### Line 4. The bounded variance

$V_k\le v$, and
$$\mathbb E f(x_{k+1})-f^*\le q\,[f(x_k)-f^*]+\alpha^2\frac{Lv}2. \tag{5}$$
*/
/**ru 998925809
### Строка 4. Ограниченная дисперсия

$V_k\le v$, и
$$\mathbb E f(x_{k+1})-f^*\le q\,[f(x_k)-f^*]+\alpha^2\frac{Lv}2. \tag{5}$$
*/
static double largest_variance(const struct step *s) {
    return s->c->noise_star * s->c->noise_star;
}
static struct relation variance_is_bounded(const struct step *s) {
    return at_most(variance(s), real_all(largest_variance(s)),
                   s->mean_square + largest_variance(s));
}
static double largest_price(const struct step *s) {
    return s->alpha * s->alpha * s->c->L * largest_variance(s) / 2;
}
static struct relation bounded(const struct step *s) {
    return step_leaves(s, factor(s->c) * s->gap, real_all(largest_price(s)));
}
CLAIM(line_4_variance_is_bounded, PROOF_LINE,
      WALK(variance_is_bounded, .settings = walks + OTHERS,
           .count = COUNT(walks) - OTHERS),
      "$V_k\\le v$ with $v=\\mathbb E\\|\\nabla f_i(x^*)\\|^2$.",
      "$V_k\\le v$, где $v=\\mathbb E\\|\\nabla f_i(x^*)\\|^2$.");
CLAIM(line_4_bounded_variance, PROOF_LINE,
      WALK(bounded, .settings = walks + OTHERS, .count = COUNT(walks) - OTHERS),
      "Inequality (5).", "Неравенство (5).");
/**
### Line 5. The recursion unrolled

Take the full expectation, and apply (5) to itself:
$$\mathbb E f(x_k)-f^*\le q^k[f(x_0)-f^*]+\alpha^2\frac{Lv}2\sum_{t=0}^{k-1}q^t,\qquad
  \sum_{t=0}^{k-1}q^t=\frac{1-q^k}{1-q}=\frac{1-q^k}{\alpha\mu(2-\alpha L)}. \tag{6}$$
That is the theorem. $\blacksquare$ Along single runs $f(x_{k+1})-\sum_{t\le
k}q^{k-t}\xi_t$ stands on the left, with the surprises $\xi_t=f(x_{t+1})-\mathbb
E[f(x_{t+1})\mid x_t]$, whose mean is 0.
*/
/**ru 653637118
### Строка 5. Рекурсия развёрнута

Возьмём полное математическое ожидание и применим (5) повторно:
$$\mathbb E f(x_k)-f^*\le q^k[f(x_0)-f^*]+\alpha^2\frac{Lv}2\sum_{t=0}^{k-1}q^t,\qquad
  \sum_{t=0}^{k-1}q^t=\frac{1-q^k}{1-q}=\frac{1-q^k}{\alpha\mu(2-\alpha L)}. \tag{6}$$
Это и есть теорема. $\blacksquare$ Вдоль отдельных запусков слева стоит
$f(x_{k+1})-\sum_{t\le k}q^{k-t}\xi_t$, где
$\xi_t=f(x_{t+1})-\mathbb E[f(x_{t+1})\mid x_t]$ — случайные отклонения, среднее
которых равно 0.
*/
static struct relation unrolled(const struct step *s) {
    double q = factor(s->c), price = largest_price(s);
    real *surprises = &s->memory[0], *prices = &s->memory[1];
    real *sizes = &s->memory[2];
    *surprises = q * *surprises + (s->next_gap - mean_next_gap(s));
    *prices = q * *prices + price;
    *sizes = q * *sizes + s->next_gap + mean_next_gap(s) + price +
             real_abs(*surprises) + *prices;
    real start = real_all(pow(q, (double)(s->k + 1)) * s->c->gap_0);
    return at_most(s->next_gap - *surprises, start + *prices,
                   s->next_gap + start + *sizes);
}
static struct relation geometric_sum(const struct step *s) {
    real *prices = &s->memory[0], *sizes = &s->memory[1];
    *prices = factor(s->c) * *prices + largest_price(s);
    /* Near k = 0 the right side is a difference of numbers as large as this. */
    double limit = floor_term(s->c, 1) / (1 - factor(s->c));
    *sizes = factor(s->c) * *sizes + *prices + limit;
    return equal(*prices, real_all(floor_term(s->c, s->k + 1)), *sizes);
}
CLAIM(line_5_unrolled, PROOF_LINE,
      WALK(unrolled, .settings = walks + OTHERS,
           .count = COUNT(walks) - OTHERS),
      "The inequality of (6) along single runs.",
      "Неравенство из (6) вдоль отдельных запусков.");
CLAIM(line_5_geometric_sum, PROOF_LINE, WALK(geometric_sum, ON(walks)),
      "The sum of (6), carried term by term.",
      "Сумма из (6), слагаемое за слагаемым.");
/**
## How sharp it is

For $f=\frac\mu2x^2$ with additive noise $L=\mu$, $q=(1-\alpha\mu)^2$, and all
lines are equalities: two signs attain the bound at every $k$, from wherever they
start and with every step below $\frac2L$.
*/
/**ru 3206259198
## Насколько оценка точна

Для $f=\frac\mu2x^2$ с аддитивным шумом $L=\mu$, $q=(1-\alpha\mu)^2$, и все
строки — равенства: два знака достигают оценки при каждом $k$, откуда бы они ни
начинали и с любым шагом меньше $\frac2L$.
*/
static const struct setting attaining[] = {
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1000},
    {shifted_signs, &method_sgd, {.alpha = 0.9}, .steps = 1000},
    {shifted_signs, &method_sgd, {.alpha = 1.7}, .steps = 1000},
};
static struct relation taken_apart_is_equality(const struct step *s) {
    return as_equality(taken_apart(s));
}
static struct relation contracted_is_equality(const struct step *s) {
    return as_equality(contracted(s));
}
static struct relation bounded_is_equality(const struct step *s) {
    return as_equality(bounded(s));
}
static struct relation unrolled_is_equality(const struct step *s) {
    return as_equality(unrolled(s));
}
CLAIM(sharp_line_2, SHARPNESS, WALK(taken_apart_is_equality, ON(attaining)),
      "Inequality (3) as an equality.", "Неравенство (3) как равенство.");
CLAIM(sharp_line_3, SHARPNESS, WALK(contracted_is_equality, ON(attaining)),
      "Inequality (4) as an equality.", "Неравенство (4) как равенство.");
CLAIM(sharp_line_4, SHARPNESS, WALK(bounded_is_equality, ON(attaining)),
      "Inequality (5) as an equality.", "Неравенство (5) как равенство.");
CLAIM(sharp_line_5, SHARPNESS, WALK(unrolled_is_equality, ON(attaining)),
      "Inequality (6) as an equality along single runs.",
      "Неравенство (6) как равенство вдоль отдельных запусков.");
CLAIM(sharp_two_signs, SHARPNESS,
      MEAN(bound, ON(attaining), .sign = EQUAL, .without_sigma2 = true),
      "The bound is the exact expectation at every checkpoint.",
      "Оценка — точное математическое ожидание на каждой контрольной "
      "итерации.");
/**
For $L>\mu$ the bound is attained after one step from the minimiser, whatever
$\frac L\mu$ and $\alpha<\frac2L$, if all the noise lies in a direction of
curvature $L$: both sides are $\frac L2\alpha^2v$. At rest there, where
$\mathbb E f(x_k)=\frac{\alpha v}{2(2-\alpha L)}$, it is $\frac L\mu$ times too
high.
*/
/**ru 1294463911
При $L>\mu$ оценка достигается после одного шага из точки минимума, каковы бы ни
были $\frac L\mu$ и $\alpha<\frac2L$, если весь шум лежит в направлении кривизны
$L$: обе части равны $\frac L2\alpha^2v$. В установившемся режиме, где
$\mathbb E f(x_k)=\frac{\alpha v}{2(2-\alpha L)}$, она завышена там в
$\frac L\mu$ раз.
*/
static double of_bound_at_rest(const struct constants *c, size_t k) {
    return c->mu / c->L * bound(c, k);
}
CLAIM(sharp_after_one_step, SHARPNESS,
      MEAN(bound, .sign = EQUAL, .without_sigma2 = true,
           EACH({noise_across, &method_sgd, {.alpha = 0.05}, 1, .steps = 1},
                {noise_across, &method_sgd, {.alpha = 0.19}, 1, .steps = 1})),
      "For $L=10\\mu$ and noise across the valley, it is for $k=1$.",
      "При $L=10\\mu$ и шуме поперёк долины — при $k=1$.");
CLAIM(
    valley_rests_below_the_floor, SHARPNESS,
    MEAN(
        of_bound_at_rest, .sign = EQUAL, .without_sigma2 = true,
        EACH(
            {noise_across, &method_sgd, {.alpha = 0.05}, 1000, .steps = 1000},
            {noise_across, &method_sgd, {.alpha = 0.15}, 1000, .steps = 1000})),
    "In the long run the gap is there $\\mu/L$ of the bound.",
    "С течением времени зазор составляет там $\\mu/L$ от оценки.");
/**
## What breaks

**A step that is too long**, or negative. Without noise, on
$\frac12(Lx_1^2+\mu x_2^2)$ with $L=10\mu$ and $\alpha=2.5/L$, the gap grows by
about $(1-\alpha L)^2=2.25$ a step, and $q=1.125$.

**A variance that is not bounded by $v$.** Let all of the curvature of
$\frac\mu2x^2$ sit in one of 65 components, so that the variance is $64\mu^2x^2$
and a little. Read $v$ as the variance at $x^*$ alone: $\alpha=\frac{0.1}\mu$ is
short for $f$, too long for that component, and the mean diverges.
*/
/**ru 945995692
## Что ломается {#what-breaks}

**Слишком длинный шаг** или отрицательный. Без шума, на
$\frac12(Lx_1^2+\mu x_2^2)$ с $L=10\mu$ и $\alpha=2.5/L$, зазор за шаг растёт
примерно в $(1-\alpha L)^2=2.25$ раза, а $q=1.125$.

**Дисперсия, не ограниченная числом $v$.** Пусть вся кривизна функции
$\frac\mu2x^2$ сосредоточена в одном из 65 слагаемых, так что дисперсия равна
$64\mu^2x^2$ и ещё немного. Примем за $v$ дисперсию в одной лишь точке $x^*$:
шаг $\alpha=\frac{0.1}\mu$ короток для $f$, слишком длинен для этого слагаемого,
и среднее расходится.
*/
CLAIM(control_step, CONTROL,
      DROPS(short_step, MEAN(bound, .without_sigma2 = true,
                             EACH({two_curvatures,
                                   &method_sgd,
                                   {.alpha = 0.25},
                                   10,
                                   .steps = 10},
                                  {two_curvatures,
                                   &method_sgd,
                                   {.alpha = -0.1},
                                   10,
                                   .steps = 10}))),
      "With $\\alpha=2.5/L$ or $-1/L$ the bound is beaten.",
      "При $\\alpha=2.5/L$ или $-1/L$ оценка нарушена.");
CLAIM(control_variance_at_the_minimiser, CONTROL,
      DROPS(bounded_variance, MEAN(bound, .without_sigma2 = true,
                                   AT(rare_curvature, &method_sgd,
                                      {.alpha = 0.1}, 50, .steps = 50))),
      "With the variance at $x^*$ for $v$ the bound is beaten.",
      "Если взять за $v$ дисперсию в $x^*$, оценка нарушена.");
/**
**Noise that is left out**, when it is Gaussian: with $v=0$ the bound is
$q^k[f(x_0)-f^*]$, which tends to 0.
*/
/**ru 3069152750
**Неучтённый шум**, когда он гауссовский: при $v=0$ оценка равна
$q^k[f(x_0)-f^*]$ и стремится к 0.
*/
CLAIM(control_gaussian_noise_left_out, CONTROL,
      DROPS(bounded_variance,
            MEAN(transient, .without_sigma2 = true,
                 AT(gaussian_bowl, &method_sgd, {.alpha = 0.1}, 20,
                    .steps = 100, .runs = 65536))),
      "With $v=0$ the bound is beaten.", "При $v=0$ оценка нарушена.");
/**
**A biased oracle**, by $b=\frac12$ on $\frac\mu2x^2$, or by an index that
follows $x_k$ (see [there](unbiased_gradient.html#what-breaks)).

**No smoothness**: $\frac\mu2x^2+\frac14x^4$ with a made-up $L=10$. **No PL**:
$\log\cosh x$ from $x_0=100$ with a made-up $\mu=0.4$.
*/
/**ru 47530259
**Смещённый оракул**: смещение $b=\frac12$ на $\frac\mu2x^2$ или индекс, который
следует за $x_k$ (см. [там](unbiased_gradient.html#what-breaks)).

**Нет гладкости**: $\frac\mu2x^2+\frac14x^4$ с выдуманным $L=10$. **Нет PL**:
$\log\cosh x$ из $x_0=100$ с выдуманным $\mu=0.4$.
*/
static double bound_with_made_up_L(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.L = 10;
    return bound(&pretended, k);
}
static double bound_with_made_up_mu(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.mu = 0.4;
    return bound(&pretended, k);
}
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle, MEAN(bound, .without_sigma2 = true,
                                  EACH({biased_parabola,
                                        &method_sgd,
                                        {.alpha = 0.1},
                                        1000,
                                        .steps = 1000},
                                       {index_follows_x,
                                        &method_sgd,
                                        {.alpha = 0.3},
                                        20,
                                        .steps = 20}))),
      "With a biased oracle the bound is beaten.",
      "При смещённом оракуле оценка нарушена.");
CLAIM(control_no_smoothness, CONTROL,
      DROPS(smooth_function,
            MEAN(bound_with_made_up_L, .without_sigma2 = true,
                 AT(quartic, &method_sgd, {.alpha = 0.1}, 1, .steps = 1))),
      "With a made-up $L$ on a function without one the bound is beaten.",
      "С выдуманным $L$ для функции, у которой его нет, оценка нарушена.");
CLAIM(control_no_pl, CONTROL,
      DROPS(pl_condition,
            MEAN(bound_with_made_up_mu, .without_sigma2 = true,
                 AT(log_cosh, &method_sgd, {.alpha = 1}, 10, .steps = 10))),
      "With a made-up $\\mu$ on a function without one the bound is beaten.",
      "С выдуманным $\\mu$ для функции, у которой его нет, оценка нарушена.");

static const struct claim *const claims[] = {
    bound_exact, bound_sine_squared, bound_gaussian, gaussian_mean_is_measured,
    bound_sums,
    /* the proof */
    line_1_descent, line_2_second_moment_taken_apart, line_2_descent, line_3_pl,
    line_4_variance_is_bounded, line_4_bounded_variance, line_5_unrolled,
    line_5_geometric_sum,
    /* what it is worth */
    sharp_line_2, sharp_line_3, sharp_line_4, sharp_line_5, sharp_two_signs,
    sharp_after_one_step, valley_rests_below_the_floor,
    /* what breaks */
    control_step, control_variance_at_the_minimiser,
    control_gaussian_noise_left_out, control_biased_oracle,
    control_no_smoothness, control_no_pl};

static const struct term terms[] = {
    {.name = {"transient", "переходный член"}, .at = transient},
    {.name = {"floor", "шумовой порог"}, .at = floor_term},
};

const struct theorem theorem_pl_constant_step_variance = {
    .id = "pl_constant_step_variance",
    .title = {"A constant step under PL: below 2/L the variance is enough",
              "Постоянный шаг при условии PL: до 2/L хватает дисперсии"},
    HYPOTHESES(hypotheses),
    .terms = terms,
    .term_count = COUNT(terms),
    CLAIMS(claims),
};

/**
## Exercises

@exercise sharp_two_signs Two signs from afar have $L=\mu=s=1$ and start with the gap 0.5. With
    which step does the mean gap neither fall nor rise, and what does a step of 1.7 do to it?
    Predict both from the theorem, then run `descent run shifted_signs sgd --alpha 1.7`. ::
    There the bound is the expectation itself. It rests at $\frac\alpha{2(2-\alpha)}$, which is
    0.5 for $\alpha=1$; moreover $q=0$ then, so that the mean gap is 0.5 at every $k$. With
    $\alpha=1.7$ it rests at $\frac{1.7}{0.6}$, about 2.83, and comes there from below, since
    what is left of the difference shrinks by $q=0.49$ a step. A step below $\frac2L$ keeps the
    gap bounded; it need not make it smaller.
@exercise valley_rests_below_the_floor Across the valley, with $L=10\mu$, SGD rests ten times
    below the bound: `descent run noise_across sgd --alpha 0.15` comes to about 0.15, not to
    1.5. Which line of the proof loses all of that, and why did it lose nothing in the first
    step from $x^*$? :: Line 3. All the motion is along the direction of curvature $L$, where
    lines 1 and 2 are equalities, and $V_k=v$ throughout. But there $\|\nabla f\|^2=2L(f-f^*)$,
    of which PL keeps $2\mu(f-f^*)$, a tenth. What contracts by $\alpha L(2-\alpha L)$ a step is
    taken to contract by $\alpha\mu(2-\alpha L)$ only, and the floor, which is divided by this,
    is $\frac L\mu$ times too high. In the first step from $x^*$ the gradient is 0, and nothing
    can be lost of it.
@exercise control_step Line 3 needs a bracket $1-\frac{\alpha L}2$ that is positive. Suppose
    $\alpha>\frac2L$. By what does smoothness allow us to replace $\|\nabla f\|^2$ then, what
    becomes of $q$, and how fast does the gap grow in
    `descent run two_curvatures sgd --alpha 0.25 --steps 10`, where $L=10$ and $\mu=1$? :: A
    negative bracket wants $\|\nabla f\|^2$ replaced by something larger, and smoothness offers
    $\|\nabla f\|^2\le2L(f-f^*)$. So $L$ takes the place of $\mu$, and $q$ becomes
    $1-\alpha L(2-\alpha L)=(1-\alpha L)^2=2.25$. The steep coordinate does grow by that: after
    ten steps the gap is about 16600, while the bound with $q=1.125$ says 18. For a long step
    the flattest direction no longer decides, the steepest does.
*/
/**ru 2622830938
## Упражнения

@exercise sharp_two_signs У двух знаков издалека $L=\mu=s=1$, а начальный зазор равен 0,5. При
    каком шаге средний зазор не убывает и не растёт и что с ним делает шаг 1,7? Предскажите и то
    и другое по теореме, а затем выполните `descent run shifted_signs sgd --alpha 1.7`. :: Здесь
    оценка и есть само математическое ожидание. Оно устанавливается на уровне
    $\frac\alpha{2(2-\alpha)}$, который равен 0,5 при $\alpha=1$; к тому же тогда $q=0$, так что
    средний зазор равен 0,5 при каждом $k$. При $\alpha=1.7$ уровень равен $\frac{1.7}{0.6}$,
    около 2,83, и зазор приходит к нему снизу, поскольку оставшаяся разность за шаг умножается
    на $q=0.49$. Шаг меньше $\frac2L$ не даёт зазору расти неограниченно, но уменьшать его не
    обязан.
@exercise valley_rests_below_the_floor Поперёк долины, при $L=10\mu$, SGD останавливается
    вдесятеро ниже оценки: `descent run noise_across sgd --alpha 0.15` приходит примерно к 0,15,
    а не к 1,5. Какая строка доказательства теряет этот множитель и почему на первом шаге из
    $x^*$ она не теряла ничего? :: Строка 3. Всё движение идёт вдоль направления кривизны $L$,
    где строки 1 и 2 — равенства, и всё время $V_k=v$. Но там $\|\nabla f\|^2=2L(f-f^*)$, а PL
    оставляет от этого $2\mu(f-f^*)$, десятую часть. Вместо сжатия на $\alpha L(2-\alpha L)$ за
    шаг засчитывается лишь $\alpha\mu(2-\alpha L)$, и порог, который на эту величину делится,
    завышен в $\frac L\mu$ раз. На первом шаге из $x^*$ градиент равен 0, и терять от него
    нечего.
@exercise control_step Строке 3 нужна положительная скобка $1-\frac{\alpha L}2$. Пусть
    $\alpha>\frac2L$. На что тогда гладкость позволяет заменить $\|\nabla f\|^2$, чем становится
    $q$ и с какой скоростью растёт зазор в
    `descent run two_curvatures sgd --alpha 0.25 --steps 10`, где $L=10$ и $\mu=1$? :: При
    отрицательной скобке $\|\nabla f\|^2$ нужно заменить большей величиной, и гладкость даёт
    $\|\nabla f\|^2\le2L(f-f^*)$. На место $\mu$ встаёт $L$, и $q$ превращается в
    $1-\alpha L(2-\alpha L)=(1-\alpha L)^2=2.25$. Крутая координата так и растёт: после десяти
    шагов зазор равен примерно 16 600, а оценка с $q=1.125$ обещает 18. При длинном шаге решает
    уже не самое пологое направление, а самое крутое.
*/

/**
## References

- L. Bottou, F. Curtis, J. Nocedal, *Optimization methods for large-scale
  machine learning*, SIAM Review 60 (2018), theorem 4.6: for strongly convex
  $f$, with a bound on the variance and $\alpha\le\frac1L$.
- H. Karimi, J. Nutini, M. Schmidt, *Linear convergence of gradient and
  proximal-gradient methods under the Polyak-Łojasiewicz condition*, ECML-PKDD
  2016: PL in place of strong convexity.
*/
/**ru 2797867464
## Литература

- L. Bottou, F. Curtis, J. Nocedal, *Optimization methods for large-scale
  machine learning*, SIAM Review 60 (2018), теорема 4.6: для сильно выпуклой
  $f$, с ограничением на дисперсию и $\alpha\le\frac1L$.
- H. Karimi, J. Nutini, M. Schmidt, *Linear convergence of gradient and
  proximal-gradient methods under the Polyak-Łojasiewicz condition*, ECML-PKDD
  2016: PL вместо сильной выпуклости.
*/
