/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# A mini-batch is gradient descent with an error

The lecture states (slides «Мини-батч как градиентный спуск с ошибкой», «Влияние
ошибки на скорость сходимости»):

> Метод SG с выборкой $B_k$ ("мини-батч") использует итерации:
> $$x_{k+1}=x_k-\alpha_k\Bigl(\frac1{|B_k|}\sum_{i\in B_k}\nabla f_i(x_k)\Bigr).$$
> Посмотрим на это как на "градиентный метод с ошибкой":
> $x_{k+1}=x_k-\alpha_k(\nabla f(x_k)+e_k)$, где $e_k$ — разница между
> аппроксимированным и истинным градиентом. Если вы используете
> $\alpha_k=\frac1L$, то используя лемму о спуске, этот алгоритм имеет:
> $$f(x_{k+1})\le f(x_k)-\frac1{2L}\|\nabla f(x_k)\|^2+\frac1{2L}\|e_k\|^2,$$
> для любой ошибки $e_k$.

In words: a step makes progress as long as the error is shorter than the
gradient. Near the minimum the gradient is short and the error is not, so
progress ends at a **noise floor**; a larger batch has a smaller error, and
lowers it.

@figure logistic_floors The lecture's logistic regression with a step 1/L: the
    mean gap by batch size; bands are confidence intervals

## What it needs

- $f$ is $L$-smooth. Not its components, and no convexity.
- The step is $\alpha_k=\frac1L$, exactly: the formula fails for longer
  steps *and* for shorter ones ([below](#what-breaks)).
- Nothing of $e_k$: it may be random, zero, or chosen by an adversary who sees
  $x_k$.
*/
/**ru 2409770500
# Мини-батч как градиентный спуск с ошибкой

Лекция утверждает (слайды «Мини-батч как градиентный спуск с ошибкой», «Влияние
ошибки на скорость сходимости»):

> Метод SG с выборкой $B_k$ ("мини-батч") использует итерации:
> $$x_{k+1}=x_k-\alpha_k\Bigl(\frac1{|B_k|}\sum_{i\in B_k}\nabla f_i(x_k)\Bigr).$$
> Посмотрим на это как на "градиентный метод с ошибкой":
> $x_{k+1}=x_k-\alpha_k(\nabla f(x_k)+e_k)$, где $e_k$ — разница между
> аппроксимированным и истинным градиентом. Если вы используете
> $\alpha_k=\frac1L$, то используя лемму о спуске, этот алгоритм имеет:
> $$f(x_{k+1})\le f(x_k)-\frac1{2L}\|\nabla f(x_k)\|^2+\frac1{2L}\|e_k\|^2,$$
> для любой ошибки $e_k$.

Словами: шаг продвигает вперёд, пока ошибка короче градиента. Вблизи минимума
градиент короток, а ошибка — нет, и продвижение прекращается на **шумовом пороге**;
у большего батча ошибка меньше, и этот уровень ниже.

@figure logistic_floors Логистическая регрессия из лекции с шагом 1/L: средний
    зазор при разных размерах батча; полосы — доверительные интервалы

## Что нужно {#what-it-needs}

- Функция $f$ $L$-гладкая. Не её слагаемые; выпуклость не нужна.
- Шаг $\alpha_k=\frac1L$, в точности: формула неверна и для более длинных, *и*
  для более коротких шагов ([ниже](#what-breaks)).
- От $e_k$ не требуется ничего: ошибка может быть случайной, нулевой или
  выбранной противником, который видит $x_k$.
*/
#include "../problems/erring.h"
#include "../problems/logistic.h"
#include "shared/batches.h"
#include "shared/premises.h"
#include "shared/steps.h"
#include "theorem.h"

static bool is_1_over_L(const struct premises *p) {
    double L = p->constants->L;
    return !isfinite(L) || fabs(p->constants->alpha * L - 1) < 1e-12;
}
HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", is_smooth);
HYPOTHESIS(step_of_1_over_L, "alpha = 1/L", "alpha = 1/L", is_1_over_L);
HYPOTHESIS(pl_condition, "for (5): f satisfies the PL condition",
           "для (5): f удовлетворяет условию PL", NULL);
HYPOTHESIS(error_counted, "for (5): E||e_k||^2 is bounded by s^2",
           "для (5): E||e_k||^2 не больше s^2", NULL);
static const struct hypothesis *const hypotheses[] = {
    smooth_function, step_of_1_over_L, pl_condition, error_counted};

/**
## Errors of all kinds

Gradient descent with an error is made from a problem by giving it an oracle
that answers $\nabla f(x)+e$. Four errors that no sampling would make:

- **none** at all;
- **random**, in all directions, of all lengths from $10^{-3}$ to $10^3$;
- **reversing**, $e=-2\nabla f(x)$: the method climbs the gradient instead of
  descending it;
- **huge**, $e=100\,\nabla f(x)$, along the gradient.

And those that the lecture is about: batches of 10, drawn with replacement and
without. The step is taken from the problem, `one_over_L`:
*/
/**ru 2120688946
## Ошибки всех видов

Градиентный спуск с ошибкой получается из задачи, если дать ей оракул, который
отвечает $\nabla f(x)+e$. Четыре ошибки, каких никакая выборка не даст:

- **нулевая**;
- **случайная**, во всех направлениях и всех длин от $10^{-3}$ до $10^3$;
- **обращающая**, $e=-2\nabla f(x)$: метод поднимается по градиенту, вместо того
  чтобы спускаться;
- **огромная**, $e=100\,\nabla f(x)$, вдоль градиента.

И те, о которых говорит лекция: батчи по 10, выбранные с возвращением и без. Шаг
берётся из самой задачи, `one_over_L`:
*/
static const struct setting walks[] = {
    {logistic_exact, &method_sgd, {.chosen = one_over_L}, .steps = 40},
    {ridge_exact, &method_sgd, {.chosen = one_over_L}, .steps = 40},
    {sine_squared_exact, &method_sgd, {.chosen = one_over_L}, .steps = 200},
    {logistic_random, &method_sgd, {.chosen = one_over_L}, .steps = 200},
    {ridge_random, &method_sgd, {.chosen = one_over_L}, .steps = 200},
    {least_squares_random, &method_sgd, {.chosen = one_over_L}, .steps = 200},
    {sine_squared_random, &method_sgd, {.chosen = one_over_L}, .steps = 1000},
    {log_cosh_random, &method_sgd, {.chosen = one_over_L}, .steps = 1000},
    {logistic_reversing, &method_sgd, {.chosen = one_over_L}, .steps = 40},
    {ridge_reversing, &method_sgd, {.chosen = one_over_L}, .steps = 40},
    {sine_squared_reversing, &method_sgd, {.chosen = one_over_L}, .steps = 40},
    {log_cosh_reversing, &method_sgd, {.chosen = one_over_L}, .steps = 40},
    {logistic_huge, &method_sgd, {.chosen = one_over_L}, .steps = 10},
    {sine_squared_huge, &method_sgd, {.chosen = one_over_L}, .steps = 10},
    {logistic_batch, &method_sgd, {.chosen = one_over_L}, .steps = 20},
    {ridge_batch, &method_sgd, {.chosen = one_over_L}, .steps = 200},
    {logistic_without, &method_sgd, {.chosen = one_over_L}, .steps = 20},
    {least_squares_without, &method_sgd, {.chosen = one_over_L}, .steps = 200},
    {sine_squared, &method_sgd, {.chosen = one_over_L}, .steps = 1000},
    {two_signs, &method_sgd, {.chosen = one_over_L}, .steps = 1000},
};

/**
## The proof, line by line

All lines are checked at each step of every run of all these methods. None of
them contains an expectation. They subtract $f^*$ on both sides, which makes
rounding smaller.

### Line 1. The descent lemma

From [the Lipschitz gradient](descent_inequality.html), with
$x_{k+1}-x_k=-\alpha(\nabla f(x_k)+e_k)$ for any step:
$$f(x_{k+1})\le f(x_k)-\alpha\langle\nabla f(x_k),\nabla f(x_k)+e_k\rangle+\alpha^2\frac L2\|\nabla f(x_k)+e_k\|^2. \tag{1}$$
*/
/**ru 2204590640
## Доказательство строка за строкой

Все строки проверяются на каждом шаге каждого запуска всех этих методов. Ни в
одной из них нет математического ожидания. Из обеих частей вычитается $f^*$: так
меньше ошибки округления.

### Строка 1. Лемма о спуске

Из [липшицевости градиента](descent_inequality.html) при
$x_{k+1}-x_k=-\alpha(\nabla f(x_k)+e_k)$ для любого шага
$$f(x_{k+1})\le f(x_k)-\alpha\langle\nabla f(x_k),\nabla f(x_k)+e_k\rangle+\alpha^2\frac L2\|\nabla f(x_k)+e_k\|^2. \tag{1}$$
*/
/* ||grad f||^2 + ||g||^2, the size of all that is squared or multiplied below,
 * e among it. */
static real size_of(const struct step *s) {
    return square(s, s->gradient) + square(s, s->sample);
}

static struct relation descent_lemma(const struct step *s) {
    real inner = s->alpha * real_dot(s->dim, s->gradient, s->sample);
    real parabola = s->alpha * s->alpha * s->c->L / 2 * square(s, s->sample);
    return at_most(s->next_gap, s->gap - inner + parabola,
                   s->next_gap + s->gap + s->alpha * size_of(s) + parabola);
}
CLAIM(line_1_descent_lemma, PROOF_LINE,
      WALK(descent_lemma, ON(walks), .runs = 16),
      "Inequality (1) for any error, with $\\alpha=1/L$.",
      "Неравенство (1) для любой ошибки, с $\\alpha=1/L$.");
/**
### Line 2. With the step 1/L the products cancel

Write $g=\nabla f(x_k)$ and expand the square:
$$\begin{aligned}-\frac1L\langle g,g+e_k\rangle+\frac1{2L}\|g+e_k\|^2
  &=-\frac1L\|g\|^2-\frac1L\langle g,e_k\rangle+\frac1{2L}\|g\|^2+\frac1L\langle g,e_k\rangle+\frac1{2L}\|e_k\|^2\\
  &=-\frac1{2L}\|g\|^2+\frac1{2L}\|e_k\|^2.\end{aligned}\tag{2}$$
What the error does along the gradient, for good or ill, drops out. No other
step does this.
*/
/**ru 1590000606
### Строка 2. При шаге 1/L произведения сокращаются

Обозначим $g=\nabla f(x_k)$ и раскроем квадрат:
$$\begin{aligned}-\frac1L\langle g,g+e_k\rangle+\frac1{2L}\|g+e_k\|^2
  &=-\frac1L\|g\|^2-\frac1L\langle g,e_k\rangle+\frac1{2L}\|g\|^2+\frac1L\langle g,e_k\rangle+\frac1{2L}\|e_k\|^2\\
  &=-\frac1{2L}\|g\|^2+\frac1{2L}\|e_k\|^2.\end{aligned}\tag{2}$$
То, что ошибка делает вдоль градиента, к добру или к худу, выпадает. Ни при
каком другом шаге этого не происходит.
*/
static struct relation products_cancel(const struct step *s) {
    double L = s->c->L;
    real left = -real_dot(s->dim, s->gradient, s->sample) / L +
                square(s, s->sample) / (2 * L);
    real right = (error_square(s) - square(s, s->gradient)) / (2 * L);
    return equal(left, right, 4 * size_of(s) / L);
}
CLAIM(line_2_products_cancel, PROOF_LINE,
      WALK(products_cancel, ON(walks), .runs = 16),
      "Equation (2): along the gradient the error drops out.",
      "Равенство (2): вдоль градиента ошибка выпадает.");
/**
### Line 3. Together

$$f(x_{k+1})\le f(x_k)-\frac1{2L}\|\nabla f(x_k)\|^2+\frac1{2L}\|e_k\|^2. \tag{3}$$
$\blacksquare$
*/
/**ru 631473684
### Строка 3. Вместе

$$f(x_{k+1})\le f(x_k)-\frac1{2L}\|\nabla f(x_k)\|^2+\frac1{2L}\|e_k\|^2. \tag{3}$$
$\blacksquare$
*/
static struct relation lemma_with(const struct step *s, double share_of_error) {
    double L = s->c->L;
    real right = s->gap - square(s, s->gradient) / (2 * L) +
                 share_of_error * error_square(s) / (2 * L);
    return at_most(s->next_gap, right,
                   s->next_gap + s->gap + 4 * size_of(s) / L);
}

static struct relation lemma(const struct step *s) {
    return lemma_with(s, 1);
}
CLAIM(line_3_lemma, PROOF_LINE, WALK(lemma, ON(walks), .runs = 16),
      "Inequality (3), the lemma, for errors that are zero, random, reversing, "
      "huge, and those of batches.",
      "Неравенство (3), лемма, для ошибок нулевых, случайных, обращающих, "
      "огромных и для ошибок батчей.");
/**
How much (3) gives away is seen best in the mean. For batches of 10 (of 2 and of
1 where there are only two components) both sides of (3) are averaged over 64
seeded runs at each iteration:
*/
/**ru 3472744942
Сколько теряется в (3), лучше всего видно в среднем. Для батчей по 10 (по 2 и по
1 там, где слагаемых всего два) обе части (3) усредняются на каждой итерации по
64 запускам с заданным зерном:
*/
static struct relation lemma_in_the_mean(const struct step *s) {
    struct relation r = lemma(s);
    real squares = 4 * square(s, s->gradient) + 4 * error_square(s);
    r.magnitude = s->next_gap + s->gap + squares / s->c->L;
    return r;
}

static void slack(struct inquiry *q, struct problem *p) {
    struct settings settings = {.alpha = 1 / p->L};
    inquiry_sides(q, p, &method_sgd, settings, 100, lemma_in_the_mean);
}

static void lemma_for_batches(struct inquiry *q) {
    slack(q, problem_batch(logistic(), 10, false));
    slack(q, problem_batch(ridge(), 10, false));
    slack(q, problem_batch(least_squares(), 10, false));
    slack(q, sine_squared());
    slack(q, problem_batch(two_signs(), 2, true));
}
CLAIM(bound_lemma_for_batches, BOUND, COMPUTE(lemma_for_batches),
      "Inequality (3) in the mean of 64 runs with batches, on five problems.",
      "Неравенство (3) в среднем по 64 запускам с батчами на пяти задачах.");
/**
@figure logistic Logistic regression, batches of 10: the next gap, and what (3)
    allows
@figure ratio All five: 1 means that nothing is given away

## How sharp it is

For $f=\frac L2x^2$ the parabola of the descent lemma is $f$ itself, and (3) is
an equality for every error: random, reversing, huge, or the noise of an oracle.
*/
/**ru 575677967
@figure logistic Логистическая регрессия, батчи по 10: следующий зазор и то, что
    допускает (3)
@figure ratio Все пять задач: 1 означает, что ничего не теряется

## Насколько оценка точна

Для $f=\frac L2x^2$ парабола из леммы о спуске — это сама $f$, и (3) есть
равенство для любой ошибки: случайной, обращающей, огромной или порождённой
шумом оракула.
*/
static const struct setting parabolas[] = {
    {parabola_random, &method_sgd, {.chosen = one_over_L}, .steps = 1000},
    {two_signs, &method_sgd, {.chosen = one_over_L}, .steps = 1000},
    {parabola_reversing, &method_sgd, {.chosen = one_over_L}, .steps = 40},
    {ehrenfest, &method_sgd, {.chosen = one_over_L}, .steps = 1000},
    {parabola_huge, &method_sgd, {.chosen = one_over_L}, .steps = 20},
};

static struct relation lemma_is_equality(const struct step *s) {
    struct relation r = lemma(s);
    return equal(r.left, r.right, r.magnitude);
}

static struct relation lemma_at_0_95(const struct step *s) {
    return lemma_with(s, 0.95);
}
CLAIM(sharp_lemma_is_equality, SHARPNESS,
      WALK(lemma_is_equality, ON(parabolas), .runs = 16),
      "On parabolas (3) is an equality, whatever the error.",
      "На параболах (3) — равенство, какова бы ни была ошибка.");
CLAIM(sharp_lemma_fails_at_0_95, CONTROL,
      WALK(lemma_at_0_95, ON(parabolas), .runs = 16),
      "With 0.95 of the error's term (3) is beaten.",
      "С 0,95 члена с ошибкой (3) нарушается.");
/**
## How long the error of a batch is

Let $S^2=\frac1n\sum_i\|\nabla f_i(x)-\nabla f(x)\|^2$, and let the batch have
$b$ members. Drawn with replacement, its members are independent; drawn without,
they repel each other, and a full batch has no error at all:
$$\mathbb E\,e=0,\qquad\mathbb E\|e\|^2=\frac{S^2}b\ \text{ (with replacement)},\qquad
  \mathbb E\|e\|^2=\frac{S^2}b\cdot\frac{n-b}{n-1}\ \text{ (without)}. \tag{4}$$
For one coordinate $e=\frac1b\sum_{i\in B}z_i$ with $\sum_iz_i=0$, so $\mathbb
Ez_iz_j=0$ for two independent members and $\mathbb
Ez_iz_j=\frac1{n(n-1)}\bigl((\sum z)^2-\sum z^2\bigr)=-\frac{S^2}{n-1}$ for two
different ones; there are $b(b-1)$ such pairs beside $b$ squares, and
$\frac1{b^2}\bigl(bS^2-b(b-1)\frac{S^2}{n-1}\bigr)$ is (4). The same holds of
the whole matrix $\mathbb E\,ee^\top$, with the covariance of the components in
place of $S^2$.

For few components this is checked by going through *all* batches: the first
eight components of the logistic regression taken as a sum of their own, with
every $b$ up to 8 (up to 6 with replacement: $8^6$ batches); and ridge
regression ($n=40$) with $b\le3$.
*/
/**ru 938131529
## Какова длина ошибки батча {#how-long-the-error-of-a-batch-is}

Пусть $S^2=\frac1n\sum_i\|\nabla f_i(x)-\nabla f(x)\|^2$, а в батче $b$
элементов. Если он выбран с возвращением, элементы независимы; если без
возвращения — они отталкивают друг друга, и у полного батча ошибки нет вовсе:
$$\mathbb E\,e=0,\qquad\mathbb E\|e\|^2=\frac{S^2}b\ \text{ (с возвращением)},\qquad
  \mathbb E\|e\|^2=\frac{S^2}b\cdot\frac{n-b}{n-1}\ \text{ (без него)}. \tag{4}$$
Для одной координаты $e=\frac1b\sum_{i\in B}z_i$, где $\sum_iz_i=0$, поэтому
$\mathbb Ez_iz_j=0$ для двух независимых элементов и $\mathbb
Ez_iz_j=\frac1{n(n-1)}\bigl((\sum z)^2-\sum z^2\bigr)=-\frac{S^2}{n-1}$ для двух
различных; таких пар $b(b-1)$ наряду с $b$ квадратами, и
$\frac1{b^2}\bigl(bS^2-b(b-1)\frac{S^2}{n-1}\bigr)$ есть (4). То же верно для
всей матрицы $\mathbb E\,ee^\top$, с ковариационной матрицей слагаемых вместо
$S^2$.

При малом числе слагаемых это проверяется перебором *всех* батчей: первые восемь
слагаемых логистической регрессии, взятые как отдельная сумма, при каждом $b$ до
8 (до 6 с возвращением: $8^6$ батчей), и гребневая регрессия ($n=40$) при
$b\le3$.
*/
/* What a claim holds against the enumeration: a quantity of (4), or its length
 * with the factor 1/b throughout. */
enum quantity { MEAN_ERROR, LENGTH, COVARIANCE, WRONG_LENGTH };

static void hold_against(struct inquiry *q, const char *id,
                         const struct cloud *c, size_t b, bool replacement) {
    enum quantity quantity = *(const enum quantity *)q->with;
    struct errors sums = all_batches(c, b, replacement);
    double share =
               batch_factor(c->n, b, replacement || quantity == WRONG_LENGTH),
           trace = 0, mean2 = 0, apart2 = 0;
    for (size_t j = 0; j < c->dim; j++) {
        mean2 += sums.mean[j] * sums.mean[j] / (sums.batches * sums.batches);
        trace += sums.covariance[j * c->dim + j] / sums.batches;
    }
    for (size_t e = 0; e < c->dim * c->dim; e++) {
        double said = share * c->covariance[e];
        double apart = sums.covariance[e] / sums.batches - said;
        apart2 = fma(apart, apart, apart2);
    }
    if (quantity == MEAN_ERROR)
        inquiry_exact(q, id, batch_drawn[replacement], b, sqrt(mean2),
                      sums.rounding * sqrt(c->s2), EQUAL, 0);
    else if (quantity == COVARIANCE)
        inquiry_exact(q, id, batch_drawn[replacement], b, sqrt(apart2),
                      sums.rounding * c->s2, EQUAL, 0);
    else
        inquiry_exact(q, id, batch_drawn[replacement], b, trace,
                      sums.rounding * c->s2, EQUAL, share * c->s2);
}

static void enumerate(struct inquiry *q) {
    static const struct {
        struct problem *(*problem)(void);
        size_t components, most[2]; /* batches without replacement, and with */
    } sums[] = {{logistic, 8, {8, 6}}, {ridge, 40, {3, 3}}};
    bool both = *(const enum quantity *)q->with != WRONG_LENGTH;
    for (size_t i = 0; i < COUNT(sums); i++) {
        struct problem *p = sums[i].problem();
        struct cloud *c = cloud_at_start(p, sums[i].components, NULL);
        for (int replacement = both; replacement >= 0; replacement--)
            for (size_t b = 1; b <= sums[i].most[replacement]; b++)
                hold_against(q, p->id, c, b, replacement);
        free(c);
        problem_free(p);
    }
}
CLAIM(error_has_mean_0, IDENTITY,
      COMPUTE(enumerate, &(enum quantity){MEAN_ERROR}),
      "$\\mathbb E\\,e=0$ over all batches.",
      "$\\mathbb E\\,e=0$ по всем батчам.");
CLAIM(error_length, IDENTITY, COMPUTE(enumerate, &(enum quantity){LENGTH}),
      "Formula (4) over all batches, with and without replacement.",
      "Формула (4) по всем батчам, с возвращением и без.");
CLAIM(error_covariance, IDENTITY,
      COMPUTE(enumerate, &(enum quantity){COVARIANCE}),
      "$\\mathbb E\\,ee^\\top=\\varphi\\operatorname{Cov}$ over all batches.",
      "$\\mathbb E\\,ee^\\top=\\varphi\\operatorname{Cov}$ по всем батчам.");

/* E||g||^2 of a batch as the engine has it, which bounds take for sigma^2:
 * ||grad f||^2 + E||e||^2. */
static void second_moment_by_enumeration(struct inquiry *q) {
    for (int replacement = 1; replacement >= 0; replacement--)
        for (size_t b = 1; b <= 3; b++) {
            struct problem *p = problem_batch(ridge(), b, replacement);
            struct cloud *c = cloud_at_start(p, p->components, NULL);
            struct errors sums = all_batches(c, b, replacement);
            real x[BATCH_DIM], gradient[BATCH_DIM], scratch[BATCH_DIM];
            for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_0[j]);
            p->value(p, x, gradient);
            double sum = real_dot(p->dim, gradient, gradient)[0];
            for (size_t j = 0; j < p->dim; j++)
                sum += sums.covariance[j * p->dim + j] / sums.batches;
            double error = (p->roundings * DBL_EPSILON + sums.rounding) * sum;
            inquiry_exact(q, p->id, batch_drawn[replacement], b,
                          second_moment(p, x, scratch)[0], error, EQUAL, sum);
            free(c);
            problem_free(p);
        }
}
CLAIM(second_moment_of_a_batch, IDENTITY, COMPUTE(second_moment_by_enumeration),
      "The engine's $\\mathbb E\\|g\\|^2$ of a batch is $\\|\\nabla "
      "f\\|^2+\\mathbb E\\|e\\|^2$ over all batches.",
      "Величина $\\mathbb E\\|g\\|^2$ батча, которую берёт программа, равна "
      "$\\|\\nabla f\\|^2+\\mathbb E\\|e\\|^2$ по всем батчам.");
/**
Without replacement the factor $\frac{n-b}{n-1}$ may not be left out:
*/
/**ru 3629790568
Без возвращения множитель $\frac{n-b}{n-1}$ опустить нельзя:
*/
CLAIM(control_error_length_without_its_factor, CONTROL,
      COMPUTE(enumerate, &(enum quantity){WRONG_LENGTH}),
      "Without replacement $S^2/b$ alone is wrong.",
      "Без возвращения $S^2/b$ без множителя неверно.");
/**
@figure error_length All batches of eight components: the mean square of the
    error falls like 1/b, and without replacement to nothing

For the lecture's $n=200$ the batches cannot be counted. They are drawn at
$x_0$, by the very code that runs use, and (4) must lie in the interval of the
mean, which must lie within 10% of it to either side. The range that an
interval needs: with replacement $\|e\|\le\max_i\|z_i\|$; without, also
$\|e\|^2\le\frac{n-b}b\lambda_{\max}$, with $\lambda_{\max}$ the largest
eigenvalue of $\frac1n\sum_iz_iz_i^\top$, from the inequality of Cauchy and
Schwarz for a direction's sum over the batch and over the rest.
*/
/**ru 1408280926
@figure error_length Все батчи из восьми слагаемых: средний квадрат ошибки
    убывает как 1/b, а без возвращения — до нуля

Для $n=200$ из лекции все батчи не перебрать. Они выбираются в точке $x_0$ тем
самым кодом, которым пользуются запуски, и (4) должно лежать в доверительном
интервале среднего, а тот — не выходить за 10 % от (4) ни в одну сторону. Размах,
который нужен для интервала: с возвращением $\|e\|\le\max_i\|z_i\|$; без
возвращения ещё и $\|e\|^2\le\frac{n-b}b\lambda_{\max}$, где $\lambda_{\max}$ —
наибольшее собственное значение матрицы $\frac1n\sum_iz_iz_i^\top$; это следует
из неравенства Коши–Буняковского для сумм проекций на направление по батчу и по
остальным слагаемым.
*/
static void hold_errors(struct inquiry *q, const struct drawn_errors *e,
                        enum sign sign, double bound) {
    inquiry_measured(q, "logistic", batch_drawn[e->replacement], e->b,
                     &e->square, e->limits, sign, bound);
    inquiry_which(q, q->count - 1, "%s", sign_name(sign));
}

static const size_t batches[] = {1, 10, 50, 100};

static void drawn_length(struct inquiry *q) {
    for (int replacement = 1; replacement >= 0; replacement--)
        for (size_t i = 0; i < COUNT(batches); i++) {
            struct drawn_errors e =
                draw_errors(q, logistic(), batches[i], replacement);
            double length = e.s2 * batch_factor(200, batches[i], replacement);
            hold_errors(q, &e, EQUAL, length);
        }
}
CLAIM(drawn_error_length, IDENTITY,
      WITHIN(0.1, COMPUTE(drawn_length, .limits = 4 * COUNT(batches))),
      "For batches drawn of $n=200$ formula (4) lies in the interval of "
      "$\\mathbb E\\|e\\|^2$, and that within 10% of it.",
      "Для батчей, выбранных при $n=200$, формула (4) лежит в доверительном "
      "интервале $\\mathbb E\\|e\\|^2$, а он — в пределах 10 % от неё.");

static void drawn_length_without_its_factor(struct inquiry *q) {
    for (size_t i = 1; i < COUNT(batches); i++) {
        struct drawn_errors e = draw_errors(q, logistic(), batches[i], false);
        hold_errors(q, &e, EQUAL, e.s2 / (double)batches[i]);
    }
}
CLAIM(control_drawn_error_length_without_its_factor, CONTROL,
      COMPUTE(drawn_length_without_its_factor, .limits = 2 * COUNT(batches)),
      "For batches drawn without replacement $S^2/b$ alone is wrong.",
      "Для батчей, выбранных без возвращения, $S^2/b$ без множителя неверно.");
/**
Finally, that the engine draws every batch with the probability it should: three
of six components, each with a unit vector of its own for a gradient, so that
the answer shows who was drawn. Without replacement there are 20 batches,
equally likely; with replacement 56, and one with $c_i$ copies of component $i$
has probability $\frac{3!}{\prod_ic_i!}6^{-3}$.
*/
/**ru 1606369994
Наконец, проверяется, что программа выбирает каждый батч с той вероятностью, с
какой должна: три из шести слагаемых, градиент каждого — свой единичный вектор,
так что по ответу видно, кто был выбран. Без возвращения батчей 20, все
равновероятны; с возвращением их 56, и батч, в котором слагаемое $i$ встречается
$c_i$ раз, имеет вероятность $\frac{3!}{\prod_ic_i!}6^{-3}$.
*/
enum { URN_DRAWS = 1 << 20 };

static void add_urn(struct inquiry *q, bool replacement) {
    static const double factorial[] = {1, 1, 2, 6};
    size_t seen[1 << (2 * URN)] = {0}, number = 0;
    count_urn(q, replacement, URN_DRAWS, seen);
    for (size_t key = 0; key < COUNT(seen); key++) {
        size_t members = 0;
        double n = URN_DRAWS, frequency = (double)seen[key] / n, ways = 6;
        for (size_t j = 0; j < URN; j++) {
            members += key >> (2 * j) & 3;
            ways /= factorial[key >> (2 * j) & 3];
        }
        bool possible = members == URN_BATCH && (replacement || ways == 6);
        if (!possible && !seen[key]) continue;
        struct moments m = {.count = URN_DRAWS,
                            .mean = frequency,
                            .deviations = n * frequency * (1 - frequency)};
        struct interval limits = {frequency, frequency};
        if (possible) limits = interval_of_mean(&m, 1, q->options->delta);
        double chance = replacement ? ways / (URN * URN * URN) : 1.0 / 20;
        inquiry_measured(q, "urn", batch_drawn[replacement], ++number, &m,
                         limits, EQUAL, possible ? chance : 0);
    }
}

static void both_urns(struct inquiry *q) {
    add_urn(q, true);
    add_urn(q, false);
}
CLAIM(batches_have_their_probabilities, IDENTITY,
      WITHIN(0.25, COMPUTE(both_urns, .limits = 2 * (56 + 20))),
      "Each batch of three out of six is drawn as often as it should be.",
      "Каждый батч из трёх слагаемых среди шести выбирается так часто, как "
      "должен.");
/**
## The noise floor

With (3), PL and the length of the error the gap obeys $\mathbb
E[f(x_{k+1})-f^*]\le(1-\frac\mu L)\,\mathbb E[f(x_k)-f^*]+\frac1{2L}\mathbb
E\|e_k\|^2$, so that
$$\mathbb E[f(x_k)-f^*]\le\Bigl(1-\frac\mu L\Bigr)^k[f(x_0)-f^*]+\frac{\sup_t\mathbb E\|e_t\|^2}{2\mu}. \tag{5}$$
This is the slide «Основная проблема SGD»: gradient descent goes down in a
straight line, and each batch size stops at a floor of its own.

With $L=\mu$ (5) is attained: two signs with $\alpha=\frac1L$ are thrown to $\mp
s/\mu$ by every step, where the gap is $\frac{s^2}{2\mu}$. With $L=100\,\mu$ it is
not, for a step of $\frac1L$ leaves less noise along the flat direction than
PL allows for.
*/
/**ru 1099237751
## Шумовой порог {#the-noise-floor}

Из (3), PL и длины ошибки следует, что зазор подчиняется неравенству $\mathbb
E[f(x_{k+1})-f^*]\le(1-\frac\mu L)\,\mathbb E[f(x_k)-f^*]+\frac1{2L}\mathbb
E\|e_k\|^2$, так что
$$\mathbb E[f(x_k)-f^*]\le\Bigl(1-\frac\mu L\Bigr)^k[f(x_0)-f^*]+\frac{\sup_t\mathbb E\|e_t\|^2}{2\mu}. \tag{5}$$
Это слайд «Основная проблема SGD»: градиентный спуск идёт вниз по прямой, а SGD
с каждым размером батча останавливается на своём уровне.

При $L=\mu$ оценка (5) достигается: в задаче «два знака» с $\alpha=\frac1L$
каждый шаг отбрасывает точку в $\mp s/\mu$, где зазор равен $\frac{s^2}{2\mu}$.
При $L=100\,\mu$ она не достигается: шаг $\frac1L$ оставляет вдоль пологого
направления меньше шума, чем допускает PL.
*/
static double floor_5(const struct constants *c, size_t k) {
    double s = c->noise_star; /* the noise is the same everywhere */
    return pow(1 - c->mu / c->L, (double)k) * c->gap_0 + s * s / (2 * c->mu);
}
CLAIM(
    floor_is_attained, IDENTITY,
    MEAN(floor_5, .sign = EQUAL, .without_sigma2 = true,
         EACH({two_signs, &method_sgd, {.chosen = one_over_L}, 1, .steps = 100},
              {shifted_signs,
               &method_sgd,
               {.chosen = one_over_L},
               1,
               .steps = 100})),
    "(5) is an equality on two signs from the first step on.",
    "(5) — равенство на двух знаках начиная с первого шага.");
CLAIM(floor_fails_at_0_95, CONTROL,
      MEAN(floor_5, .times = 0.95, .without_sigma2 = true,
           AT(two_signs, &method_sgd, {.chosen = one_over_L}, 1, .steps = 100)),
      "0.95 of (5) is beaten.", "0,95 от (5) нарушается.");
CLAIM(bound_floor_ill_conditioned, BOUND,
      LOOSE(0.00971, MEAN(floor_5, .without_sigma2 = true,
                          AT(ill_conditioned, &method_sgd,
                             {.chosen = one_over_L}, 1, .steps = 1000))),
      "(5) where $L=100\\,\\mu$.", "(5) при $L=100\\,\\mu$.");
/**

### Exactly, on ridge regression

For quadratic components the expectation needs only the first two moments of the
noise. A single component whose noise is made shorter, $g=\nabla
f+\sqrt\varphi\,(\nabla f_i-\nabla f)$ with $\varphi$ the factor of (4), has the
same two moments as a whole batch, matrix and all (that is what
`error_covariance` is for). So the recursion of second moments gives $\mathbb E
f(x_k)$ of mini-batch SGD without a single draw, here with $\alpha=0.05$.
*/
/**ru 2410364770

### Точные значения на гребневой регрессии

Если слагаемые квадратичны, математическому ожиданию нужны только первые два
момента шума. У одного слагаемого с укороченным шумом, $g=\nabla
f+\sqrt\varphi\,(\nabla f_i-\nabla f)$, где $\varphi$ — множитель из (4), те же
два момента, что и у целого батча, вместе со всей матрицей (для этого и нужно
утверждение `error_covariance`). Поэтому рекурсия для вторых моментов даёт
$\mathbb E f(x_k)$ для мини-батч SGD без единой случайной выборки; здесь
$\alpha=0.05$.
*/
static const char *ridge_series(size_t batch, bool replacement, size_t steps,
                                struct series *series) {
    struct problem *p = batch_as_shorter_noise(ridge(), batch, replacement);
    struct settings settings = {.alpha = 0.05};
    const char *trouble = second_moment_recursion.compute(
        p, &method_sgd, &settings, steps, series);
    problem_free(p);
    return trouble;
}
/**
That it does so is checked where all batches can be gone through: one step from
$x_0$, with each of the $40^2$ pairs, or $\binom{40}2$.
*/
/**ru 1931271490
Что это так, проверяется там, где можно перебрать все батчи: один шаг из $x_0$ с
каждой из $40^2$ пар или из $\binom{40}2$.
*/
static void one_step_by_enumeration(struct inquiry *q) {
    for (int replacement = 1; replacement >= 0; replacement--) {
        struct problem *p = ridge();
        size_t n = p->components, dim = p->dim;
        struct series series;
        q->trouble = ridge_series(2, replacement, 1, &series);
        if (q->trouble) break;
        double sum = 0, count = 0;
        real x[BATCH_DIM], one[BATCH_DIM], two[BATCH_DIM], moved[BATCH_DIM];
        for (size_t j = 0; j < dim; j++) x[j] = real_all(p->x_0[j]);
        for (size_t a = 0; a < n; a++)
            for (size_t b = 0; b < n; b++) {
                if (!replacement && a == b) continue;
                p->component(p, x, whole_all(a), one);
                p->component(p, x, whole_all(b), two);
                for (size_t j = 0; j < dim; j++)
                    moved[j] = x[j] - 0.05 * (one[j] + two[j]) / 2;
                sum += p->value(p, moved, NULL)[0] - p->f_star_low;
                count++;
            }
        double error =
            series.gap_error[1] + (p->roundings + count + 32) * DBL_EPSILON *
                                      (sum / count + fabs(p->f_star_low));
        inquiry_exact(q, "ridge", batch_drawn[replacement], 1, series.gap[1],
                      error, EQUAL, sum / count);
        series_free(&series);
        problem_free(p);
    }
}
CLAIM(shorter_noise_is_a_batch, IDENTITY, COMPUTE(one_step_by_enumeration),
      "One step with shortened noise has the expected gap of one step with "
      "each of all pairs.",
      "Один шаг с укороченным шумом имеет такой же средний зазор, как один шаг "
      "с каждой из всех пар.");
/**
The noise can only add: for a quadratic the mean of $x_k$ is the point where
gradient descent would be, and by Jensen $\mathbb Ef(x_k)\ge f(\mathbb Ex_k)$.

@figure ridge_floors Ridge regression, exactly: gradient descent keeps going
    down, each batch size stops at its own floor
*/
/**ru 1983967160
Шум может только прибавлять: для квадратичной функции среднее $x_k$ — это точка,
где находился бы градиентный спуск, и по неравенству Йенсена
$\mathbb Ef(x_k)\ge f(\mathbb Ex_k)$.

@figure ridge_floors Гребневая регрессия, точно: градиентный спуск идёт вниз и
    дальше, SGD с каждым размером батча останавливается на своём уровне
*/
enum { RIDGE = 40, LATE = 200 };

static void gaps_by_batch(struct inquiry *q) {
    static const size_t sizes[] = {1, 4, 10, 20, RIDGE};
    static const char *const names[] = {"batch_of_1", "batch_of_4",
                                        "batch_of_10", "batch_of_20",
                                        "gradient_descent"};
    struct series exact, noisy;
    q->trouble = ridge_series(RIDGE, false, LATE, &exact);
    for (size_t i = 0; i < COUNT(sizes) && !q->trouble; i++) {
        q->trouble = ridge_series(sizes[i], false, LATE, &noisy);
        for (size_t k = 0; k <= LATE && !q->trouble; k += 2)
            inquiry_exact(q, "ridge", names[i], k, noisy.gap[k],
                          noisy.gap_error[k] + exact.gap_error[k], AT_LEAST,
                          exact.gap[k]);
        if (!q->trouble) series_free(&noisy);
    }
    if (!q->trouble) series_free(&exact);
}
#define rounding_of_f                                                          \
    "moments are exact to 1e-11 of the gap at the start, and gaps fall below"
CLAIM(noise_only_adds, SHARPNESS,
      ALLOWING(0.2, rounding_of_f, COMPUTE(gaps_by_batch)),
      "The expected gap of a batch is never below that of gradient descent.",
      "Средний зазор с батчем никогда не меньше, чем у градиентного спуска.");
/**
The floor is proportional to $\varphi$ up to a little that long errors add by
way of the gradients they cause: a batch of $b$ stops at $\varphi$ times the
floor of a single draw or below it, but not below 0.8 of that. Only the full
batch has no floor.
*/
/**ru 1382115438
Шумовой порог пропорционален $\varphi$ с точностью до малого вклада, который
длинные ошибки вносят через вызванные ими градиенты: батч из $b$ элементов
останавливается на уровне одиночной выборки, умноженном на $\varphi$, или ниже,
но не ниже 0,8 этой величины. Только у полного батча шумового порога нет.
*/
/* How the floors of batches stand to that of a single draw: at most or at least
 * (by sign) so many times b^power; phi in place of 1/b. */
struct law {
    size_t first, last;
    bool drawn[2];             /* without replacement, with */
    double times[2], power[2]; /* times 0: nothing is claimed */
};

static double multiple(const struct law *law, enum sign sign, size_t b,
                       bool replacement) {
    return law->power[sign] == -1 ? batch_factor(RIDGE, b, replacement)
                                  : pow((double)b, law->power[sign]);
}

struct floor {
    double gap, error;
};
static struct floor ridge_floor(struct inquiry *q, size_t b, bool replacement) {
    struct series s;
    q->trouble = ridge_series(b, replacement, LATE, &s);
    if (q->trouble) return (struct floor){NAN, NAN};
    struct floor floor = {s.gap[LATE], s.gap_error[LATE]};
    series_free(&s);
    return floor;
}

static void ridge_floors(struct inquiry *q) {
    const struct law *law = q->with;
    for (enum sign sign = AT_MOST; sign <= AT_LEAST; sign++)
        for (int replacement = 1; replacement >= 0; replacement--) {
            if (!law->drawn[replacement] || law->times[sign] == 0) continue;
            struct floor one = ridge_floor(q, 1, replacement);
            for (size_t b = law->first; b <= law->last && !q->trouble; b++) {
                double scale = multiple(law, sign, b, replacement);
                if (scale == 0) continue; /* the full batch */
                struct floor many = ridge_floor(q, b, replacement);
                inquiry_exact(q, "ridge", batch_drawn[replacement], b, many.gap,
                              many.error + one.error, sign,
                              law->times[sign] * one.gap * scale);
                inquiry_which(q, q->count - 1, "%s", sign_name(sign));
            }
        }
}

static const struct law about_phi = {
    1, RIDGE, {true, true}, {1, 0.8}, {-1, -1}};
static const struct law nothing = {
    RIDGE, RIDGE, {true, false}, {1e-8, 0}, {0, 0}};
CLAIM(floor_about_phi, SHARPNESS,
      ALLOWING(1e-5, rounding_of_f, COMPUTE(ridge_floors, &about_phi)),
      "A batch's floor is 0.8 to 1 times $\\varphi$ that of a single draw.",
      "Шумовой порог батча составляет от 0,8 до 1 уровня одиночной выборки, "
      "умноженного на $\\varphi$.");
CLAIM(no_floor_for_the_full_batch, SHARPNESS,
      ALLOWING(0.2, rounding_of_f, COMPUTE(ridge_floors, &nothing)),
      "A full batch goes below $10^{-8}$ of the floor of a single draw.",
      "Полный батч опускается ниже $10^{-8}$ уровня одиночной выборки.");
/**
An exponent of $b$ that is off by 0.2 to either side does not fit:
*/
/**ru 1258792339
Показатель степени при $b$, изменённый на 0,2 в ту или другую сторону, не
подходит:
*/
static const struct law other_powers = {
    10, RIDGE, {false, true}, {1, 0.8}, {-1.2, -0.8}};
CLAIM(control_floor_exponents, CONTROL,
      ALLOWING(1e-5, rounding_of_f, COMPUTE(ridge_floors, &other_powers)),
      "It would be at most $b^{-1.2}$ or at least $0.8\\,b^{-0.8}$ times.",
      "Отношение было бы не больше $b^{-1.2}$ или не меньше $0.8\\,b^{-0.8}$.");
/**
@figure floor_by_batch Ridge regression, exactly: the floor by batch size, with
    the dashed line φ times the floor of a single draw

### Measured, on the lecture's logistic regression

With the lemma's step $\alpha=\frac1L$, and batches of 1, 10, 50 and 100 of the
200, drawn with replacement. The interval needs a range for the gap. As $\nabla
f_i(x)=\mu x-s_it_i$ with $0<s_i<1$, a step is
$x_{k+1}=(1-\alpha\mu)x_k+\alpha\mu\cdot\frac1b\sum_{i\in B}s_it_i/\mu$, a mean
of points in the convex hull of $x_0$, $0$ and all $t_i/\mu$; so no run leaves
the hull, and the convex $f$ is largest at one of its corners. In the same way
$S^2\le\frac1n\sum_i\|s_it_i\|^2\le\max_i\|t_i\|^2$, which makes (5) hold by a
wide margin: it is there to hold, and the claims about $\frac1b$ to be tight.
*/
/**ru 612499465
@figure floor_by_batch Гребневая регрессия, точно: шумовой порог при разных
    размерах батча; штриховая линия — уровень одиночной выборки, умноженный на φ

### Измерения на логистической регрессии из лекции

С шагом леммы $\alpha=\frac1L$ и батчами по 1, 10, 50 и 100 из 200, выбранными с
возвращением. Для доверительного интервала нужен размах зазора. Поскольку
$\nabla f_i(x)=\mu x-s_it_i$, где $0<s_i<1$, шаг имеет вид
$x_{k+1}=(1-\alpha\mu)x_k+\alpha\mu\cdot\frac1b\sum_{i\in B}s_it_i/\mu$: это
среднее точек выпуклой оболочки $x_0$, $0$ и всех $t_i/\mu$. Поэтому ни один
запуск не покидает оболочки, а выпуклая $f$ принимает на ней наибольшее значение
в одной из вершин. Таким же образом
$S^2\le\frac1n\sum_i\|s_it_i\|^2\le\max_i\|t_i\|^2$, отчего (5) выполнено с
большим запасом: от него требуется только быть верным, а точными должны быть
утверждения о $\frac1b$.
*/
static const size_t checkpoints[] = {0, 1, 2, 4, 6};
enum {
    CHECKPOINTS = COUNT(checkpoints),
    BATCHES = COUNT(batches),
    LAST = CHECKPOINTS - 1
};

/* The floors of all batches, and max ||t_i||^2. */
struct floors {
    double longest;
    struct moments gap[BATCHES][CHECKPOINTS];
    struct interval limits[BATCHES][CHECKPOINTS];
};

static void measure_floors(struct inquiry *q, void *made) {
    struct floors *out = made;
    for (size_t i = 0; i < BATCHES && !inquiry_interrupted(q); i++) {
        struct problem *p = problem_batch(logistic(), batches[i], true);
        double range = logistic_gap_on_hull(p->inner, &out->longest);
        size_t wanted = (size_t)1 << (15 + i);
        uint64_t stream = pcg_name(0, "minibatch_descent/floors") + i;
        struct batch_runs runs = {p,      range,       wanted,
                                  stream, checkpoints, CHECKPOINTS};
        batch_gaps(q, &runs, out->gap[i], out->limits[i]);
        problem_free(p);
    }
}
static const struct shared measured_floors = {sizeof(struct floors),
                                              measure_floors, NULL};

static void bound_on_floors(struct inquiry *q) {
    static const char *const names[] = {"batch_of_1", "batch_of_10",
                                        "batch_of_50", "batch_of_100"};
    const struct floors *floors = inquiry_shared(q);
    if (!floors) return;
    struct problem *p = logistic();
    for (size_t i = 0; i < BATCHES; i++)
        for (size_t c = 0; c < CHECKPOINTS; c++) {
            size_t k = checkpoints[c];
            double shrunk = pow(1 - p->mu / p->L, (double)k);
            double share = batch_factor(p->components, batches[i], true);
            double bound = shrunk * problem_gap_0(p) +
                           floors->longest * share / (2 * p->mu);
            inquiry_measured(q, p->id, names[i], k, &floors->gap[i][c],
                             floors->limits[i][c], AT_MOST, bound);
        }
    problem_free(p);
}
CLAIM(logistic_floors, SHARPNESS,
      COMPUTE(bound_on_floors, .shares = &measured_floors,
              .limits = 2 * BATCHES * CHECKPOINTS),
      "Inequality (5) with batches of 1, 10, 50 and 100.",
      "Неравенство (5) с батчами по 1, 10, 50 и 100.");

static double without_error(const struct constants *c, size_t k) {
    return pow(1 - c->mu / c->L, (double)k) * c->gap_0;
}
static double one_in_10_8(const struct constants *c, size_t k) {
    (void)c;
    (void)k;
    return 1e-8;
}
CLAIM(logistic_gradient_descent, SHARPNESS,
      MEAN(without_error,
           AT(logistic_exact, &method_sgd, {.chosen = one_over_L}, .steps = 6)),
      "Inequality (5) without an error.", "Неравенство (5) без ошибки.");
CLAIM(logistic_gradient_descent_reaches_1e_8, SHARPNESS,
      MEAN(one_in_10_8, AT(logistic_exact, &method_sgd, {.chosen = one_over_L},
                           .first = 6, .steps = 6)),
      "Gradient descent is below $10^{-8}$ after 6 iterations.",
      "Градиентный спуск после 6 итераций ниже $10^{-8}$.");
/**
Each floor is about $\frac1b$ of that of a single draw:
*/
/**ru 2056208029
Каждый уровень составляет около $\frac1b$ уровня одиночной выборки:
*/
static void floors_by_batch(struct inquiry *q) {
    const struct floors *floors = inquiry_shared(q);
    if (!floors) return;
    const struct law *law = q->with;
    struct interval one = floors->limits[0][LAST];
    for (enum sign sign = AT_MOST; sign <= AT_LEAST; sign++)
        for (size_t i = 1; i < BATCHES; i++) {
            double scale =
                law->times[sign] * multiple(law, sign, batches[i], true);
            struct interval bound = {scale * one.lower, scale * one.upper};
            inquiry_against(q, "logistic", batch_drawn[true], batches[i],
                            &floors->gap[i][LAST], floors->limits[i][LAST],
                            sign, bound);
            inquiry_which(q, q->count - 1, "%s", sign_name(sign));
        }
}

static const struct law about_one_over_b = {.times = {1.3, 0.5},
                                            .power = {-1, -1}};
static const struct law not_about_it = {.times = {1, 1}, .power = {-1.2, -0.8}};
CLAIM(logistic_floor_by_batch, SHARPNESS,
      COMPUTE(floors_by_batch, &about_one_over_b, .shares = &measured_floors,
              .limits = 4 * BATCHES),
      "A batch's floor is $0.5/b$ to $1.3/b$ times that of a single draw.",
      "Шумовой порог батча составляет от $0.5/b$ до $1.3/b$ уровня одиночной "
      "выборки.");
CLAIM(control_logistic_floor_exponents, CONTROL,
      COMPUTE(floors_by_batch, &not_about_it, .shares = &measured_floors,
              .limits = 4 * BATCHES),
      "It would be at most $b^{-1.2}$ times, or at least $b^{-0.8}$ times.",
      "Отношение было бы не больше $b^{-1.2}$ или не меньше $b^{-0.8}$.");
/**
## What breaks

**A step of 2/L.** On a parabola without any error $x_{k+1}=-x_k$: the method
jumps to and fro, and never descends. The lemma would have it at the minimum
after one step.
*/
/**ru 75219479
## Что ломается {#what-breaks}

**Шаг 2/L.** На параболе без всякой ошибки $x_{k+1}=-x_k$: метод прыгает туда и
обратно и никогда не спускается. По лемме он был бы в минимуме после одного
шага.
*/
static const struct setting twice[] = {
    {parabola, &method_sgd, {.alpha = 2}, .steps = 10}};

static struct relation any_descent(const struct step *s) {
    real some = s->gap - 0.01 * square(s, s->gradient) / (2 * s->c->L);
    return at_most(s->next_gap, some, s->next_gap + s->gap);
}
CLAIM(control_step_of_2_over_L, CONTROL,
      DROPS(step_of_1_over_L, WALK(lemma, ON(twice), .runs = 16)),
      "With $\\alpha=2/L$ and no error (3) fails.",
      "При $\\alpha=2/L$ и без ошибки (3) неверно.");
CLAIM(control_step_of_2_over_L_descends_at_all, CONTROL,
      DROPS(step_of_1_over_L, WALK(any_descent, ON(twice), .runs = 16)),
      "There $f$ would fall by a hundredth of what the lemma promises.",
      "Там $f$ убывала бы на сотую долю того, что обещает лемма.");
/**
**A shorter step.** This one is less obvious: with $\frac1{2L}$ line 1 still
holds, and (3) does not. $\alpha=\frac1L$ is not a bound on the step but the
step.
*/
/**ru 733516785
**Более короткий шаг.** Это не столь очевидно: при $\frac1{2L}$ строка 1 ещё
верна, а (3) — нет. Равенство $\alpha=\frac1L$ — не ограничение на шаг, а сам
шаг.
*/
CLAIM(control_shorter_step, CONTROL,
      DROPS(step_of_1_over_L,
            WALK(lemma, AT(parabola, &method_sgd, {.alpha = 0.5}, .steps = 10),
                 .runs = 16)),
      "With $\\alpha=\\frac1{2L}$ and no error (3) fails.",
      "При $\\alpha=\\frac1{2L}$ и без ошибки (3) неверно.");
/**
**A gain in spite of the error.** That a step descends whatever the error is,
without the term $\frac1{2L}\|e_k\|^2$, fails for a reversing error and for a
batch.
*/
/**ru 2984227734
**Выигрыш вопреки ошибке.** Утверждение, что шаг ведёт вниз при любой ошибке,
без члена $\frac1{2L}\|e_k\|^2$, неверно для обращающей ошибки и для батча.
*/
static const struct setting erring[] = {
    {sine_squared_reversing, &method_sgd, {.chosen = one_over_L}, .steps = 20},
    {logistic_batch, &method_sgd, {.chosen = one_over_L}, .steps = 10},
};

static struct relation lemma_without_error(const struct step *s) {
    return lemma_with(s, 0);
}
CLAIM(control_no_error_term, CONTROL,
      WALK(lemma_without_error, ON(erring), .runs = 16),
      "Without the error's term (3) fails.",
      "Без члена с ошибкой (3) неверно.");

/**
**No smoothness.** $\frac12x^2+\frac14x^4$ has no $L$. Make one up, $L=10$: a step
of $\frac1{10}$ from $x_0=10$ leads to $-91$.

**No PL.** $\log\cosh x$ has a gradient of at most 1, and no $\mu$. Make one up,
$\mu=0.4$: from $x_0=100$ ten steps of length 1 lead to a gap of $89.3$, where (5)
would have $0.6$.

**An error that is not counted.** (5) with $s^2=0$ on two signs.
*/
/**ru 2844659597
**Нет гладкости.** У $\frac12x^2+\frac14x^4$ нет $L$. Придумаем его, $L=10$: шаг
$\frac1{10}$ из $x_0=10$ приводит в $-91$.

**Нет PL.** У $\log\cosh x$ градиент не больше 1 и нет $\mu$. Придумаем его,
$\mu=0.4$: из $x_0=100$ десять шагов длины 1 приводят к зазору $89.3$, тогда как
по (5) было бы $0.6$.

**Неучтённая ошибка.** Оценка (5) с $s^2=0$ на двух знаках.
*/
static struct relation lemma_with_made_up_L(const struct step *s) {
    struct constants pretended = *s->c;
    struct step made_up = *s;
    pretended.L = 10;
    made_up.c = &pretended;
    return lemma(&made_up);
}
CLAIM(control_no_smoothness, CONTROL,
      DROPS(smooth_function,
            WALK(lemma_with_made_up_L,
                 AT(quartic, &method_sgd, {.alpha = 0.1}, .steps = 1))),
      "With a made-up $L$ on a function without one (3) fails.",
      "С придуманным $L$ для функции, у которой его нет, (3) неверно.");
static double with_made_up_mu(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.mu = 0.4;
    return floor_5(&pretended, k);
}
CLAIM(control_no_pl, CONTROL,
      DROPS(pl_condition,
            MEAN(with_made_up_mu, .without_sigma2 = true,
                 AT(log_cosh, &method_sgd, {.alpha = 1}, 10, .steps = 10))),
      "With a made-up $\\mu$ on a function without one (5) is beaten.",
      "С придуманным $\\mu$ для функции, у которой его нет, (5) нарушается.");
static double without_errors(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.noise_star = 0;
    return floor_5(&pretended, k);
}
CLAIM(control_error_not_counted, CONTROL,
      DROPS(error_counted, MEAN(without_errors, .without_sigma2 = true,
                                AT(two_signs, &method_sgd,
                                   {.chosen = one_over_L}, 1, .steps = 100))),
      "With $s=0$ on two signs (5) is beaten.",
      "С $s=0$ на двух знаках (5) нарушается.");

static const struct claim *const claims[] = {
    line_1_descent_lemma, line_2_products_cancel, line_3_lemma,
    bound_lemma_for_batches, sharp_lemma_is_equality, sharp_lemma_fails_at_0_95,
    error_has_mean_0, error_length, error_covariance, second_moment_of_a_batch,
    control_error_length_without_its_factor, drawn_error_length,
    control_drawn_error_length_without_its_factor,
    batches_have_their_probabilities,
    /* the noise floor */
    floor_is_attained, floor_fails_at_0_95, bound_floor_ill_conditioned,
    shorter_noise_is_a_batch, noise_only_adds, floor_about_phi,
    no_floor_for_the_full_batch, control_floor_exponents, logistic_floors,
    logistic_gradient_descent, logistic_gradient_descent_reaches_1e_8,
    logistic_floor_by_batch, control_logistic_floor_exponents,
    control_step_of_2_over_L, control_step_of_2_over_L_descends_at_all,
    control_shorter_step, control_no_error_term, control_no_smoothness,
    control_no_pl, control_error_not_counted};

static const struct drawing drawings[] = {
    {.name = "logistic_floors",
     .title = {"Logistic regression: each batch size has its own floor",
               "Логистическая регрессия: у каждого батча свой порог"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"},
     .linear_x = true,
     .curves = {{"logistic_floors", 0, {"SGD (batch 1)", "SGD (батч 1)"}},
                {"logistic_floors", 1, {"batch 10", "батч 10"}},
                {"logistic_floors", 2, {"batch 50", "батч 50"}},
                {"logistic_floors", 3, {"batch 100", "батч 100"}},
                {"logistic_gradient_descent", 0, {"GD", "GD"}}}},
    {.name = "ridge_floors",
     .title = {"Ridge regression: only the full batch has no floor",
               "Гребневая регрессия: порога нет лишь у полного батча"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"},
     .linear_x = true,
     .curves = {{"noise_only_adds", 0, {"SGD (batch 1)", "SGD (батч 1)"}},
                {"noise_only_adds", 1, {"batch 4", "батч 4"}},
                {"noise_only_adds", 2, {"batch 10", "батч 10"}},
                {"noise_only_adds", 3, {"batch 20", "батч 20"}},
                {"noise_only_adds", 4, {"GD (batch 40)", "GD (батч 40)"}}}},
    {.name = "floor_by_batch",
     .title = {"The larger the batch, the lower the floor; without replacement "
               "more so",
               "Чем больше батч, тем ниже порог; без возвращения ещё ниже"},
     .x = {"batch {/:Italic b}", "батч {/:Italic b}"},
     .y = {"E[{/:Italic f}({/:Italic x_{200}}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_{200}}) − {/:Italic f}^{ *}]"},
     .bounds = true,
     .curves = {{"floor_about_phi", 0, {"with replacement", "с возвращением"}},
                {"floor_about_phi", 1, {"without", "без возвращения"}}}},
    {.name = "error_length",
     .title =
         {"The batch's error falls like 1/b, without replacement to nothing",
          "Ошибка батча падает как 1/b, без возвращения до нуля"},
     .x = {"batch {/:Italic b}", "батч {/:Italic b}"},
     .y = {"E‖{/:Italic e}‖^2", "E‖{/:Italic e}‖^2"},
     .linear_x = true,
     .linear_y = true,
     .bounds = true,
     .curves = {{"error_length", 0, {"with replacement", "с возвращением"}},
                {"error_length", 1, {"without", "без возвращения"}}}},
};

const struct theorem theorem_minibatch_descent = {
    .id = "minibatch_descent",
    .title = {"A mini-batch is gradient descent with an error",
              "Мини-батч как градиентный спуск с ошибкой"},
    .source = "Мини-батч как градиентный спуск с ошибкой",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise error_length From $n=8$ components batches of two are drawn, then
    batches of four. How many times smaller does $\mathbb E\|e\|^2$ become with
    replacement, and how many times without? Predict it, and read the rows that
    `descent verify minibatch_descent/error_length` writes. :: With replacement
    two times, from about 0.670 to about 0.335. Without, $\frac{n-b}{b(n-1)}$
    falls from $\frac37$ to $\frac17$: three times, from about 0.574 to about
    0.191. The larger batch not only averages over more members, it also leaves
    fewer components out, four in place of six.
@exercise control_shorter_step Repeat line 2 with $\alpha=\frac tL$, $0<t<1$.
    Which product survives, and what share of the promised descent is left at
    $t=\frac12$ if there is no error? Check with
    `descent run parabola sgd --alpha 0.5 --steps 1`. :: What remains is
    $-\frac1L\bigl(t-\frac{t^2}2\bigr)\|g\|^2- \frac{t(1-t)}L\langle
    g,e_k\rangle+ \frac{t^2}{2L}\|e_k\|^2$: along the gradient the error counts
    again. Without it and with $t=\frac12$ the descent is $\frac3{8L}\|g\|^2$,
    three quarters of what (3) promises. On the parabola $\frac1{2L}\|g\|^2$ is
    all of the gap, so that a quarter of it is left, 0.125 of 0.5, where (3) has
    nothing.
@exercise bound_floor_ill_conditioned The ill-conditioned quadratic has $L=100$,
    $\mu=1$, and the noise $\pm s$ in either coordinate, $s=1$. Compute its
    floor for $\alpha=\frac1L$ coordinate by coordinate, check it with
    `descent run ill_conditioned sgd --alpha 0.01`, and say what (5) gets wrong
    in each of the two. :: A coordinate of curvature $\lambda$ comes to rest at
    $\frac{\alpha s^2}{2(2-\alpha\lambda)}$: 0.005 in the steep one and about
    0.0025 in the flat one, 0.0075 together, where (5) has $\frac{2s^2}{2\mu}$,
    that is 1. Along the steep coordinate the waste is in PL: a step forgets the
    past at once, and not by the factor $1-\frac\mu L$. Along the flat one it is
    in the descent lemma: noise lifts $f$ there by $\frac\mu2\alpha^2s^2$ a
    step, and not by $\frac L2\alpha^2s^2$.
*/
/**ru 3993480712
## Упражнения

@exercise error_length Из $n=8$ слагаемых выбирают батчи по два, затем батчи по
    четыре. Во сколько раз уменьшится $\mathbb E\|e\|^2$ с возвращением и во
    сколько — без? Предскажите и сравните со строками, которые записывает
    `descent verify minibatch_descent/error_length`. :: С возвращением — в два
    раза, примерно с 0,670 до 0,335. Без возвращения $\frac{n-b}{b(n-1)}$
    уменьшается с $\frac37$ до $\frac17$: в три раза, примерно с 0,574 до 0,191.
    Больший батч не только усредняет по большему числу элементов, но и оставляет
    в стороне меньше слагаемых: четыре вместо шести.
@exercise control_shorter_step Повторите строку 2 с $\alpha=\frac tL$, $0<t<1$.
    Какое произведение уцелеет и какая доля обещанного убывания остаётся при
    $t=\frac12$, если ошибки нет? Проверьте:
    `descent run parabola sgd --alpha 0.5 --steps 1`. :: Остаётся
    $-\frac1L\bigl(t-\frac{t^2}2\bigr)\|g\|^2- \frac{t(1-t)}L\langle
    g,e_k\rangle+ \frac{t^2}{2L}\|e_k\|^2$: вдоль градиента ошибка снова
    существенна. Без неё при $t=\frac12$ убывание равно $\frac3{8L}\|g\|^2$, то
    есть трём четвертям того, что обещает (3). На параболе $\frac1{2L}\|g\|^2$ —
    это весь зазор, так что от него остаётся четверть, 0,125 от 0,5, тогда как
    по (3) не осталось бы ничего.
@exercise bound_floor_ill_conditioned У плохо обусловленной квадратичной функции
    $L=100$, $\mu=1$ и шум $\pm s$ по каждой из координат, $s=1$. Вычислите её
    шумовой порог при $\alpha=\frac1L$ по координатам, проверьте его командой
    `descent run ill_conditioned sgd --alpha 0.01` и скажите, в чём ошибается
    (5) для каждой из двух координат. :: Координата с кривизной $\lambda$
    приходит к зазору $\frac{\alpha s^2}{2(2-\alpha\lambda)}$: 0,005 для крутой
    и около 0,0025 для пологой, вместе около 0,0075, а в (5) стоит
    $\frac{2s^2}{2\mu}$, то есть 1. Для крутой координаты расточительно условие
    PL: шаг забывает прошлое сразу, а не с множителем $1-\frac\mu L$. Для
    пологой — лемма о спуске: шум поднимает там $f$ за шаг на
    $\frac\mu2\alpha^2s^2$, а не на $\frac L2\alpha^2s^2$.
*/
/**
## References

- M. Friedlander, M. Schmidt, *Hybrid deterministic-stochastic methods for data
  fitting*, SIAM Journal on Scientific Computing 34 (2012): gradient descent
  with an error, the lemma, and batches that grow.
- W. Cochran, *Sampling techniques*, third edition, Wiley 1977, theorem 2.2: the
  variance of a mean drawn without replacement.
- C. Fan, M. Muller, I. Rezucha, *Development of sampling plans by using
  sequential (item by item) selection techniques and digital computers*, Journal
  of the American Statistical Association 57 (1962): how the batches without
  replacement are drawn.
*/
/**ru 484227082
## Литература

- M. Friedlander, M. Schmidt, *Hybrid deterministic-stochastic methods for data
  fitting*, SIAM Journal on Scientific Computing 34 (2012): градиентный спуск с
  ошибкой, лемма и растущие батчи.
- W. Cochran, *Sampling techniques*, третье издание, Wiley 1977, теорема 2.2:
  дисперсия среднего при выборе без возвращения.
- C. Fan, M. Muller, I. Rezucha, *Development of sampling plans by using
  sequential (item by item) selection techniques and digital computers*, Journal
  of the American Statistical Association 57 (1962): как выбираются батчи без
  возвращения.
*/
