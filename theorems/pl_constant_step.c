/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# SGD with a constant step under the PL condition

The lecture states (slide «Гладкий PL-случай с постоянным шагом»):

> Пусть $f$ — $L$-гладкая функция, удовлетворяющая условию Поляка-Лоясиевича
> (PL) с константой $\mu>0$, а дисперсия стохастического градиента ограничена:
> $\mathbb E[\|\nabla f_i(x_k)\|^2]\le\sigma^2$. Тогда стохастический
> градиентный спуск с постоянным шагом $\alpha<\frac1{2\mu}$ гарантирует
> $$\mathbb E[f(x_k)-f^*]\le(1-2\alpha\mu)^k[f(x_0)-f^*]+\frac{L\sigma^2\alpha}{4\mu}.$$

In words: run $x_{k+1}=x_k-\alpha\nabla f_{i_k}(x_k)$ with a step that never
changes. Then the expected gap is at most the sum of two terms. The
**transient** forgets where the run began, at a geometric rate. The **floor** is
proportional to the step and to the noise: no iteration brings it down.

@figure logistic The lecture's logistic regression: mean gap, its confidence
    band, and the bound with its two terms

## What it needs

- $f$ is $L$-smooth: its gradient is $L$-Lipschitz.
- PL: $\|\nabla f(x)\|^2\ge2\mu\,(f(x)-f^*)$. No convexity; minimisers need not
  be unique.
- An unbiased oracle: $\mathbb E[\nabla f_{i_k}(x_k)\mid x_k]=\nabla f(x_k)$.
- $\mathbb E\|\nabla f_{i}(x_k)\|^2\le\sigma^2$ *at the points that the method
  visits*. The lecture calls this a bounded variance («дисперсия»); it is the
  second moment, and [the difference matters](#what-breaks). (There is a theorem
  that is true for the [variance](pl_constant_step_variance.html); it asks for
  $\alpha<\frac2L$.) By PL the second moment is at
  least $2\mu(f(x)-f^*)$, which no bound on all of $\mathbb R^n$ can allow, so
  $\sigma^2$ is here the supremum over $k$ along the path.
- $0<\alpha<\frac1{2\mu}$. Nothing in the proof asks for a step below $2/L$; if
  it is above, the iterates may grow, and $\sigma^2$ grows with them.

The bound in C, one function a term, because the figures draw each:
*/
/**ru 3659500126
# SGD с постоянным шагом при условии PL

Лекция утверждает (слайд «Гладкий PL-случай с постоянным шагом»):

> Пусть $f$ — $L$-гладкая функция, удовлетворяющая условию Поляка-Лоясиевича
> (PL) с константой $\mu>0$, а дисперсия стохастического градиента ограничена:
> $\mathbb E[\|\nabla f_i(x_k)\|^2]\le\sigma^2$. Тогда стохастический
> градиентный спуск с постоянным шагом $\alpha<\frac1{2\mu}$ гарантирует
> $$\mathbb E[f(x_k)-f^*]\le(1-2\alpha\mu)^k[f(x_0)-f^*]+\frac{L\sigma^2\alpha}{4\mu}.$$

Иными словами, будем повторять $x_{k+1}=x_k-\alpha\nabla f_{i_k}(x_k)$ с
шагом, который никогда не меняется. Тогда математическое ожидание зазора не
превосходит суммы двух членов. **Переходный член** с геометрической скоростью
забывает, откуда начался запуск. **Шумовой порог** пропорционален шагу и шуму:
никакие итерации его не понижают.

@figure logistic Логистическая регрессия из лекции: средний зазор, его
    доверительная полоса и граница с двумя её членами

## Что нужно {#what-it-needs}

- Функция $f$ $L$-гладкая: её градиент липшицев с константой $L$.
- PL: $\|\nabla f(x)\|^2\ge2\mu\,(f(x)-f^*)$. Выпуклость не нужна; точка
  минимума не обязана быть единственной.
- Несмещённый оракул: $\mathbb E[\nabla f_{i_k}(x_k)\mid x_k]=\nabla f(x_k)$.
- $\mathbb E\|\nabla f_{i}(x_k)\|^2\le\sigma^2$ *в точках, через которые
  проходит метод*. Лекция называет это ограниченностью дисперсии
  («дисперсия»); на самом деле это второй момент, и [разница
  существенна](#what-breaks). (Есть и теорема, верная для
  [дисперсии](pl_constant_step_variance.html); она требует $\alpha<\frac2L$.)
  В силу PL второй момент не меньше $2\mu(f(x)-f^*)$, и никакая граница на
  всём $\mathbb R^n$ этого не допускает, поэтому $\sigma^2$ здесь — супремум
  по $k$ вдоль траектории.
- $0<\alpha<\frac1{2\mu}$. Доказательство нигде не требует шага короче $2/L$;
  если он длиннее, точки могут уходить всё дальше, и вместе с ними растёт
  $\sigma^2$.

Оценка на языке C; каждый член — отдельная функция, потому что на рисунках
показаны оба:
*/
#include "shared/premises.h"
#include "shared/steps.h"
#include "theorem.h"

static double transient(const struct constants *c, size_t k) {
    return pow(1 - 2 * c->alpha * c->mu, (double)k) * c->gap_0;
}

static double floor_term(const struct constants *c, size_t k) {
    (void)k;
    return c->L * c->sigma2 * c->alpha / (4 * c->mu);
}

static double bound(const struct constants *c, size_t k) {
    return transient(c, k) + floor_term(c, k);
}

static bool is_short(const struct premises *p) {
    return p->constants->alpha > 0 &&
           !(2 * p->constants->mu * p->constants->alpha >= 1);
}
HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", is_smooth);
HYPOTHESIS(pl_condition, "f satisfies the PL condition with mu > 0",
           "f удовлетворяет условию PL с mu > 0", is_pl);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(bounded_moment, "E||grad f_i(x_k)||^2 <= sigma^2",
           "E||grad f_i(x_k)||^2 <= sigma^2", NULL);
HYPOTHESIS(short_step, "0 < alpha < 1/(2 mu)", "0 < alpha < 1/(2 mu)",
           is_short);
static const struct hypothesis *const hypotheses[] = {
    smooth_function, pl_condition, unbiased_oracle, bounded_moment, short_step};

/**
## The bound on six problems

Each problem is tried with a longer and a shorter step, at iterations spaced
evenly in $\log k$ up to 1000. Where the expectation can be computed, it is; on
the logistic regression and on $x^2+3\sin^2x$ it is estimated from seeded runs,
and the whole confidence interval must lie below the bound. On the seventh,
$x^2+1.2\sin^2x$, one step and all paths of 16 steps are enough.
*/
/**ru 2634948504
## Оценка на шести задачах

На каждой задаче испытаны два шага, подлиннее и покороче, на итерациях до
1000, равномерно расположенных по $\log k$. Там, где математическое ожидание
можно вычислить, оно вычисляется; на логистической регрессии и на
$x^2+3\sin^2x$ оно оценивается по запускам с заданными зёрнами, и ниже границы
должен лежать весь доверительный интервал. Для седьмой, $x^2+1.2\sin^2x$,
достаточно одного шага и всех траекторий из 16 итераций.
*/
static const struct setting computed[] = {
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 1000},
    {ridge, &method_sgd, {.alpha = 0.01}, .steps = 1000},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 1000},
    {least_squares, &method_sgd, {.alpha = 0.01}, .steps = 1000},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1000},
    {two_signs, &method_sgd, {.alpha = 0.05}, .steps = 1000},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, .steps = 1000},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 40}, .steps = 1000},
};
static const struct setting sampled[] = {
    {logistic, &method_sgd, {.alpha = 0.2}, .steps = 1000, .runs = 32768},
    {logistic, &method_sgd, {.alpha = 0.05}, .steps = 1000, .runs = 32768},
    {sine_squared, &method_sgd, {.alpha = 0.05}, .steps = 1000, .runs = 131072},
    {sine_squared, &method_sgd, {.alpha = 0.01}, .steps = 1000, .runs = 131072},
};
CLAIM(bound_exact, BOUND, MEAN(bound, ON(computed)),
      "The bound on ridge and least squares, two signs and Ehrenfest's urn.",
      "Оценка на гребневой регрессии, МНК, двух знаках и урне Эренфестов.");
CLAIM(bound_logistic_longer_step, BOUND, MEAN(bound, ONE(sampled, 0)),
      "The bound on the logistic regression, $\\alpha=0.2$.",
      "Оценка на логистической регрессии, $\\alpha=0.2$.");
CLAIM(bound_logistic_shorter_step, BOUND, MEAN(bound, ONE(sampled, 1)),
      "The bound on the logistic regression, $\\alpha=0.05$.",
      "Оценка на логистической регрессии, $\\alpha=0.05$.");
CLAIM(bound_sine_squared_mild, BOUND,
      LOOSE(0.1798,
            MEAN(bound, AT(sine_squared_mild, &method_sgd, {.alpha = 0.3}, 1,
                           .steps = 16, .by = &all_paths))),
      "The bound on $x^2+1.2\\sin^2x$, $L/\\mu=4.7$, over all paths.",
      "Оценка на $x^2+1.2\\sin^2x$, $L/\\mu=4.7$, по всем траекториям.");
CLAIM(bound_sine_squared_longer_step, BOUND, MEAN(bound, ONE(sampled, 2)),
      "The bound on $x^2+3\\sin^2x$, $\\alpha=0.05$.",
      "Оценка на $x^2+3\\sin^2x$, $\\alpha=0.05$.");
CLAIM(bound_sine_squared_shorter_step, BOUND, MEAN(bound, ONE(sampled, 3)),
      "The bound on $x^2+3\\sin^2x$, $\\alpha=0.01$.",
      "Оценка на $x^2+3\\sin^2x$, $\\alpha=0.01$.");
/**
@figure ridge Ridge regression
@figure least_squares Least squares of deficient rank
@figure sine_squared A function that is not convex
@figure two_signs Two components of opposite sign
@figure ehrenfest Ehrenfest's urn

## The proof, line by line

Every line is checked at every step of every run of a sample, on all six
problems. Its expectations are over the next index alone, given $x_k$: full sums
over all components, so that a line may fail by rounding only.
*/
/**ru 642724792
@figure ridge Гребневая регрессия
@figure least_squares МНК неполного ранга
@figure sine_squared Невыпуклая функция
@figure two_signs Два слагаемых с противоположными знаками
@figure ehrenfest Урна Эренфестов

## Доказательство строка за строкой

Каждая строка проверяется на каждом шаге каждого запуска из выборки, на всех
шести задачах. Математические ожидания в ней берутся только по следующему
индексу, при данном $x_k$: это полные суммы по всем слагаемым, так что
нарушить строку может только округление.
*/
static const struct setting walks[] = {
    {logistic, &method_sgd, {.alpha = 0.2}, .steps = 60},
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {sine_squared, &method_sgd, {.alpha = 0.05}, .steps = 1000},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1000},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, .steps = 1000},
};
/**
### Line 1. Descent along the step

An $L$-smooth function lies below its parabola: $f(y)\le f(x)+\langle\nabla
f(x),y-x\rangle+\frac L2\|y-x\|^2$. Put $y=x_{k+1}=x_k-\alpha\nabla
f_{i_k}(x_k)$:
$$f(x_{k+1})\le f(x_k)-\alpha\langle\nabla f(x_k),\nabla f_{i_k}(x_k)\rangle+\alpha^2\frac L2\|\nabla f_{i_k}(x_k)\|^2. \tag{1}$$
The lines are checked with the gap $f-f^*$ on both sides: rounding is smaller.
*/
/**ru 1349901691
### Строка 1. Спуск вдоль шага

График $L$-гладкой функции лежит ниже её параболы: $f(y)\le f(x)+\langle\nabla
f(x),y-x\rangle+\frac L2\|y-x\|^2$. Подставим $y=x_{k+1}=x_k-\alpha\nabla
f_{i_k}(x_k)$:
$$f(x_{k+1})\le f(x_k)-\alpha\langle\nabla f(x_k),\nabla f_{i_k}(x_k)\rangle+\alpha^2\frac L2\|\nabla f_{i_k}(x_k)\|^2. \tag{1}$$
Строки проверяются с зазором $f-f^*$ в обеих частях: так меньше округление.
*/
static struct relation descent(const struct step *s) {
    real inner = s->alpha * real_dot(s->dim, s->gradient, s->sample);
    real parabola = s->alpha * s->alpha * s->c->L / 2 * square(s, s->sample);
    real size = s->next_gap + s->gap + real_abs(inner) + parabola;
    return at_most(s->next_gap, s->gap - inner + parabola, size);
}
CLAIM(line_1_descent_along_the_step, PROOF_LINE, WALK(descent, ON(walks)),
      "Inequality (1) for the index that was drawn.",
      "Неравенство (1) для выбранного индекса.");
/**
### Line 2. Conditional expectation

Take the expectation over $i_k$ on both sides, with $x_k$ held fixed:
$$\mathbb E f(x_{k+1})\le f(x_k)-\alpha\,\mathbb E\langle\nabla f(x_k),\nabla f_{i_k}(x_k)\rangle
  +\alpha^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{2}$$
The last term, `noise_term`, goes through the proof unchanged.
*/
/**ru 1182845043
### Строка 2. Условное математическое ожидание

Возьмём математическое ожидание обеих частей по $i_k$ при фиксированном $x_k$:
$$\mathbb E f(x_{k+1})\le f(x_k)-\alpha\,\mathbb E\langle\nabla f(x_k),\nabla f_{i_k}(x_k)\rangle
  +\alpha^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{2}$$
Последнее слагаемое, `noise_term`, проходит через всё доказательство без
изменений.
*/
static struct relation expected(const struct step *s) {
    real left = mean_next_gap(s), inner = s->alpha * s->mean_inner;
    return at_most(left, s->gap - inner + noise_term(s),
                   left + s->gap + real_abs(inner) + noise_term(s));
}
CLAIM(line_2_conditional_expectation, PROOF_LINE, WALK(expected, ON(walks)),
      "Inequality (2), with both expectations as full sums.",
      "Неравенство (2), оба математических ожидания — полные суммы.");
/**
### Line 3. Unbiasedness

An inner product is linear in its second argument, so the expectation moves
inside, $\mathbb E\langle\nabla f(x_k),\nabla f_{i_k}(x_k)\rangle=\langle\nabla
f(x_k),\mathbb E\nabla f_{i_k}(x_k)\rangle$, and a uniform index makes the
stochastic gradient unbiased:
$$\mathbb E\nabla f_{i_k}(x_k)=\frac1n\sum_{i=1}^n\nabla f_i(x_k)=\nabla f(x_k). \tag{3}$$
The left side is summed from the oracle's answers, the right side computed from
a formula for $\nabla f$ of its own; their difference must have the length 0.
Together they turn (2) into what the lecture calls inequality (1):
$$\mathbb E f(x_{k+1})\le f(x_k)-\alpha\|\nabla f(x_k)\|^2+\alpha^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{4}$$
*/
/**ru 2164271406
### Строка 3. Несмещённость

Скалярное произведение линейно по второму аргументу, поэтому математическое
ожидание вносится внутрь, $\mathbb E\langle\nabla f(x_k),\nabla
f_{i_k}(x_k)\rangle=\langle\nabla f(x_k),\mathbb E\nabla f_{i_k}(x_k)\rangle$,
а при равномерно распределённом индексе стохастический градиент не смещён:
$$\mathbb E\nabla f_{i_k}(x_k)=\frac1n\sum_{i=1}^n\nabla f_i(x_k)=\nabla f(x_k). \tag{3}$$
Левая часть — сумма ответов оракула, правая вычисляется по отдельной формуле
для $\nabla f$; длина их разности должна быть равна 0. Вместе они превращают
(2) в то, что в лекции названо неравенством (1):
$$\mathbb E f(x_{k+1})\le f(x_k)-\alpha\|\nabla f(x_k)\|^2+\alpha^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{4}$$
*/
CLAIM(line_3_linearity, PROOF_LINE, WALK(linearity, ON(walks)),
      "The expectation moves inside the inner product.",
      "Математическое ожидание вносится внутрь скалярного произведения.");
CLAIM(line_3_unbiasedness, PROOF_LINE, WALK(unbiasedness, ON(walks)),
      "Equation (3): the oracle is unbiased.",
      "Равенство (3): оракул несмещённый.");
CLAIM(line_3_expected_descent, PROOF_LINE, WALK(expected_descent, ON(walks)),
      "Inequality (4), the lecture's (1).",
      "Неравенство (4), в лекции это (1).");
/**
### Line 4. The PL inequality

Where the gap is large, so is the gradient:
$$\|\nabla f(x_k)\|^2\ge2\mu\,(f(x_k)-f^*). \tag{5}$$
*/
/**ru 4293312040
### Строка 4. Неравенство PL

Где велик зазор, велик и градиент:
$$\|\nabla f(x_k)\|^2\ge2\mu\,(f(x_k)-f^*). \tag{5}$$
*/
static struct relation pl(const struct step *s) {
    real left = square(s, s->gradient), right = 2 * s->c->mu * s->gap;
    return at_least(left, right, left + right);
}
CLAIM(line_4_pl, PROOF_LINE, WALK(pl, ON(walks)), "Inequality (5): PL.",
      "Неравенство (5): PL.");
/**
### Line 5. Subtract f* and regroup

Put (5) into (4), subtract $f^*$ on both sides, and collect the gap:
$$\mathbb E f(x_{k+1})-f^*\le(1-2\alpha\mu)\,[f(x_k)-f^*]+\alpha^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{6}$$
*/
/**ru 2376885316
### Строка 5. Вычитание f* и приведение подобных

Подставим (5) в (4), вычтем $f^*$ из обеих частей и соберём слагаемые с
зазором:
$$\mathbb E f(x_{k+1})-f^*\le(1-2\alpha\mu)\,[f(x_k)-f^*]+\alpha^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{6}$$
*/
static struct relation regrouped(const struct step *s) {
    real shrunk = shrunk_gap(s);
    return contracts(s, shrunk, noise_term(s));
}
CLAIM(line_5_subtract_and_regroup, PROOF_LINE, WALK(regrouped, ON(walks)),
      "Inequality (6), after PL and regrouping.",
      "Неравенство (6), после PL и приведения подобных.");
/**
### Line 6. Bounded second moment

Replace the second moment by its bound:
$$\mathbb E f(x_{k+1})-f^*\le(1-2\alpha\mu)\,[f(x_k)-f^*]+\frac{L\sigma^2\alpha^2}2. \tag{7}$$
Along a single path $\mathbb E_i\|\nabla f_i(x_k)\|^2$ may exceed its mean over
all paths, so $\sigma^2$ is here the certified supremum on the envelope, a ball
that no run can leave.
*/
/**ru 3805590359
### Строка 6. Ограниченность второго момента

Заменим второй момент его границей:
$$\mathbb E f(x_{k+1})-f^*\le(1-2\alpha\mu)\,[f(x_k)-f^*]+\frac{L\sigma^2\alpha^2}2. \tag{7}$$
Вдоль одной траектории $\mathbb E_i\|\nabla f_i(x_k)\|^2$ может превысить своё
среднее по всем траекториям, поэтому $\sigma^2$ здесь — доказанный супремум по
огибающей, т. е. по шару, из которого не может выйти ни один запуск.
*/
static struct relation bounded(const struct step *s) {
    real noise = real_all(s->alpha * s->alpha * s->c->L / 2 * s->c->sigma2);
    return contracts(s, shrunk_gap(s), noise);
}
CLAIM(line_6_bounded_second_moment, PROOF_LINE, WALK(bounded, ON(walks)),
      "Inequality (7), with the certified $\\sigma^2$.",
      "Неравенство (7) с доказанным $\\sigma^2$.");
/**
### Line 7. Unrolling the recursion

Write $q=1-2\alpha\mu\in(0,1)$, take the full expectation of (6), and apply it
to itself $k$ times:
$$\mathbb E f(x_k)-f^*\le q^k[f(x_0)-f^*]+\alpha^2\frac L2\sum_{t=0}^{k-1}q^{\,k-1-t}\,\mathbb E\|\nabla f_{i_t}(x_t)\|^2. \tag{8}$$
To check this along single runs, keep what the expectation throws away: the
surprise $\xi_t=f(x_{t+1})-\mathbb E[f(x_{t+1})\mid x_t]$, whose mean is 0.
Along every run
$$f(x_{k+1})-f^*-\sum_{t=0}^kq^{\,k-t}\xi_t\le q^{k+1}[f(x_0)-f^*]
  +\alpha^2\frac L2\sum_{t=0}^kq^{\,k-t}\,\mathbb E_i\|\nabla f_i(x_t)\|^2,$$
and its mean over all runs is (8) at $k+1$. Both sums are carried along from step to
step, and so is the size of all that went into them, for the rounding allowance.
*/
/**ru 2945084995
### Строка 7. Развёртывание рекурсии

Обозначим $q=1-2\alpha\mu\in(0,1)$, возьмём полное математическое ожидание (6)
и применим неравенство к самому себе $k$ раз:
$$\mathbb E f(x_k)-f^*\le q^k[f(x_0)-f^*]+\alpha^2\frac L2\sum_{t=0}^{k-1}q^{\,k-1-t}\,\mathbb E\|\nabla f_{i_t}(x_t)\|^2. \tag{8}$$
Чтобы проверить это вдоль отдельных запусков, сохраним то, что математическое
ожидание отбрасывает: случайное отклонение $\xi_t=f(x_{t+1})-\mathbb
E[f(x_{t+1})\mid x_t]$, среднее которого равно 0. Вдоль каждого запуска
$$f(x_{k+1})-f^*-\sum_{t=0}^kq^{\,k-t}\xi_t\le q^{k+1}[f(x_0)-f^*]
  +\alpha^2\frac L2\sum_{t=0}^kq^{\,k-t}\,\mathbb E_i\|\nabla f_i(x_t)\|^2,$$
и среднее этого по всем запускам — (8) с $k+1$. Обе суммы накапливаются от
шага к шагу, а вместе с ними и величина всего, что в них вошло, — чтобы знать
допуск на округление.
*/
static struct relation unrolled(const struct step *s) {
    double q = 1 - 2 * s->alpha * s->c->mu;
    real *surprises = &s->memory[0], *noises = &s->memory[1];
    real *sizes = &s->memory[2];
    *surprises = q * *surprises + (s->next_gap - mean_next_gap(s));
    *noises = q * *noises + noise_term(s);
    *sizes = q * *sizes + s->next_gap + mean_next_gap(s) + noise_term(s) +
             real_abs(*surprises) + *noises;
    real start = real_all(pow(q, (double)(s->k + 1)) * s->c->gap_0);
    return at_most(s->next_gap - *surprises, start + *noises,
                   s->next_gap + real_abs(start) + *sizes);
}
CLAIM(line_7_unrolling_the_recursion, PROOF_LINE, WALK(unrolled, ON(walks)),
      "The unrolled recursion (8) along single runs.",
      "Развёрнутая рекурсия (8) вдоль отдельных запусков.");
/**
### Line 8. The geometric sum

Bound every second moment in (8) by $\sigma^2$. What is left is a geometric sum,
and $\sum_{t=0}^{k-1}q^t\le\frac1{1-q}=\frac1{2\alpha\mu}$:
$$\alpha^2\frac{L\sigma^2}2\sum_{t=0}^{k-1}q^t\le\alpha^2\frac{L\sigma^2}2\cdot\frac1{2\alpha\mu}=\frac{L\sigma^2\alpha}{4\mu}. \tag{9}$$
With (8) this is the theorem. $\blacksquare$
*/
/**ru 906191938
### Строка 8. Геометрическая сумма

Оценим каждый второй момент в (8) числом $\sigma^2$. Останется геометрическая
сумма, а $\sum_{t=0}^{k-1}q^t\le\frac1{1-q}=\frac1{2\alpha\mu}$:
$$\alpha^2\frac{L\sigma^2}2\sum_{t=0}^{k-1}q^t\le\alpha^2\frac{L\sigma^2}2\cdot\frac1{2\alpha\mu}=\frac{L\sigma^2\alpha}{4\mu}. \tag{9}$$
Вместе с (8) это и есть теорема. $\blacksquare$
*/
static struct relation geometric_sum(const struct step *s) {
    double q = 1 - 2 * s->alpha * s->c->mu;
    double scale = s->alpha * s->alpha * s->c->L * s->c->sigma2 / 2;
    real *sum = &s->memory[0], *sizes = &s->memory[1];
    *sum = q * *sum + 1;
    *sizes = q * *sizes + *sum;
    real limit = real_all(floor_term(s->c, s->k));
    return at_most(scale * *sum, limit, limit + scale * *sizes);
}
CLAIM(line_8_geometric_sum, PROOF_LINE, WALK(geometric_sum, ON(walks)),
      "Inequality (9), the sum carried term by term.",
      "Неравенство (9), сумма накапливается слагаемое за слагаемым.");
/**
## How sharp it is

**Nothing is lost line by line.** For $f=\frac L2x^2$ the parabola of line 1 is
$f$ itself, whatever the noise; as $L=\mu$, PL is an equality too. And there are
oracles whose second moment is $\sigma^2$ wherever a run can be (Ehrenfest's urn
and steady noise), so that line 6 loses nothing. Then all lines are equalities,
but for the tail of the sum in line 8:
$$\alpha^2\frac{L\sigma^2}2\sum_{t=0}^kq^t=\frac{L\sigma^2\alpha}{4\mu}\bigl(1-q^{k+1}\bigr).$$
Lines 1 to 3 do not know $\mu$; they are equalities also where all the noise
lies in one direction, of curvature $L$, and $L=10\mu$ (noise across a valley).
*/
/**ru 231604480
## Насколько оценка точна {#how-sharp-it-is}

**Ни в одной строке ничего не теряется.** Для $f=\frac L2x^2$ парабола из
строки 1 — это сама $f$, каков бы ни был шум; так как $L=\mu$, то и PL —
равенство. А бывают оракулы, у которых второй момент равен $\sigma^2$ всюду,
где может оказаться запуск (урна Эренфестов и ровный шум), и тогда ничего не
теряет и строка 6. В этом случае все строки — равенства, кроме хвоста суммы в
строке 8:
$$\alpha^2\frac{L\sigma^2}2\sum_{t=0}^kq^t=\frac{L\sigma^2\alpha}{4\mu}\bigl(1-q^{k+1}\bigr).$$
Строки 1–3 не знают о $\mu$; они обращаются в равенства и тогда, когда весь
шум лежит в одном направлении с кривизной $L$, а $L=10\mu$ (шум поперёк
долины).
*/
static const struct setting tight[] = {
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, .steps = 200},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 40}, .steps = 200},
    {steady_noise, &method_sgd, {.alpha = 0.3}, .steps = 200},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 200},
    {parabola, &method_sgd, {.alpha = 0.2}, .steps = 20},
    {noise_across, &method_sgd, {.alpha = 0.05}, .steps = 200},
};
enum { OF_STEADY_MOMENT = 3, OF_ONE_CURVATURE = 5 }; /* the first so many */

static struct relation descent_attained(const struct step *s) {
    return as_equality(descent(s));
}
static struct relation expected_attained(const struct step *s) {
    return as_equality(expected(s));
}
static struct relation expected_descent_attained(const struct step *s) {
    return as_equality(expected_descent(s));
}
static struct relation pl_attained(const struct step *s) {
    return as_equality(pl(s));
}
static struct relation regrouped_attained(const struct step *s) {
    return as_equality(regrouped(s));
}
static struct relation bounded_attained(const struct step *s) {
    return as_equality(bounded(s));
}
static struct relation unrolled_attained(const struct step *s) {
    return as_equality(unrolled(s));
}
static struct relation geometric_sum_attained(const struct step *s) {
    struct relation r = geometric_sum(s);
    r.right *= 1 - pow(1 - 2 * s->alpha * s->c->mu, (double)s->k + 1);
    return as_equality(r);
}
CLAIM(sharp_line_1, SHARPNESS, WALK(descent_attained, ON(tight)),
      "Inequality (1) as an equality.", "Неравенство (1) как равенство.");
CLAIM(sharp_line_2, SHARPNESS, WALK(expected_attained, ON(tight)),
      "Inequality (2) as an equality.", "Неравенство (2) как равенство.");
CLAIM(sharp_line_3, SHARPNESS, WALK(expected_descent_attained, ON(tight)),
      "Inequality (4) as an equality.", "Неравенство (4) как равенство.");
CLAIM(sharp_line_4, SHARPNESS,
      WALK(pl_attained, .settings = tight, .count = OF_ONE_CURVATURE),
      "Inequality (5) as an equality, where $L=\\mu$.",
      "Неравенство (5) как равенство, где $L=\\mu$.");
CLAIM(sharp_line_5, SHARPNESS,
      WALK(regrouped_attained, .settings = tight, .count = OF_ONE_CURVATURE),
      "Inequality (6) as an equality, where $L=\\mu$.",
      "Неравенство (6) как равенство, где $L=\\mu$.");
CLAIM(sharp_line_6, SHARPNESS,
      WALK(bounded_attained, .settings = tight, .count = OF_STEADY_MOMENT),
      "Inequality (7) as an equality, where $\\mathbb Eg^2=\\sigma^2$ always.",
      "Неравенство (7) как равенство, где всегда $\\mathbb "
      "Eg^2=\\sigma^2$.");
CLAIM(sharp_line_7, SHARPNESS,
      WALK(unrolled_attained, .settings = tight, .count = OF_ONE_CURVATURE),
      "The unrolled recursion (8) as an equality, where $L=\\mu$.",
      "Развёрнутая рекурсия (8) как равенство, где $L=\\mu$.");
CLAIM(sharp_line_8, SHARPNESS, WALK(geometric_sum_attained, ON(walks)),
      "The geometric sum in closed form.",
      "Геометрическая сумма в явном виде.");
/**
**At $L=\mu$** two problems come arbitrarily near to the bound, with steps of
any length: there no constant in it can be improved.

**Two signs.** $f_{1,2}(x)=\frac\mu2x^2\pm sx$ from $x_0=0$. Then
$x_{k+1}=(1-\alpha\mu)x_k\mp\alpha s$, the cross terms vanish in the mean, and
$$\mathbb E f(x_k)=\frac\mu2\,\mathbb E x_k^2=\frac{\alpha s^2}{2(2-\alpha\mu)}\bigl(1-(1-\alpha\mu)^{2k}\bigr).\tag{10}$$
As $L=\mu$ and $\sigma^2=\sup_k\mathbb E g^2=\mu^2\sup_k\mathbb
Ex_k^2+s^2=\frac{2s^2}{2-\alpha\mu}$, the limit of (10) *is* the floor.
*/
/**ru 3136580307
**При $L=\mu$** две задачи подходят к границе сколь угодно близко, с шагом
любой длины: ни одну константу в ней здесь улучшить нельзя.

**Два знака.** $f_{1,2}(x)=\frac\mu2x^2\pm sx$ из $x_0=0$. Тогда
$x_{k+1}=(1-\alpha\mu)x_k\mp\alpha s$, перекрёстные члены в среднем исчезают,
и
$$\mathbb E f(x_k)=\frac\mu2\,\mathbb E x_k^2=\frac{\alpha s^2}{2(2-\alpha\mu)}\bigl(1-(1-\alpha\mu)^{2k}\bigr).\tag{10}$$
Так как $L=\mu$ и $\sigma^2=\sup_k\mathbb E g^2=\mu^2\sup_k\mathbb
Ex_k^2+s^2=\frac{2s^2}{2-\alpha\mu}$, предел (10) и *есть* шумовой порог.
*/
static double two_signs_gap(const struct constants *c, size_t k) {
    double am = c->alpha * c->mu;
    return c->alpha * c->noise * c->noise / (2 * (2 - am)) *
           (1 - pow(1 - am, 2 * (double)k));
}
CLAIM(sharp_two_signs_closed_form, IDENTITY,
      MEAN(two_signs_gap, .sign = EQUAL,
           AT(two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1000)),
      "Formula (10) is the exact expectation.",
      "Формула (10) — точное математическое ожидание.");
/**
**Ehrenfest's urn.** $f=\frac\mu2x^2$, and the oracle answers $+\sigma$ with
probability $\frac12(1+\mu x/\sigma)$, else $-\sigma$. Then $\mathbb Eg=\mu x$
while $g^2=\sigma^2$ always, so lines 4 and 6 are equalities, and line 1 is one
for a parabola. Nothing is lost but the tail of the geometric sum:
$$\mathbb E f(x_k)=(1-2\alpha\mu)^kf(x_0)+\frac{\alpha\sigma^2}4\bigl(1-(1-2\alpha\mu)^k\bigr)
  =\text{bound}-\frac{\alpha\sigma^2}4(1-2\alpha\mu)^k. \tag{11}$$
Both terms of the theorem are attained. This claim also fails if the bound
were *too weak*: an exponent $k-1$, or a larger constant. On both problems the
mean is measured too, and the bound followed to $k=10^4$ and made smaller.
*/
/**ru 3617900935
**Урна Эренфестов.** $f=\frac\mu2x^2$, и оракул отвечает $+\sigma$ с
вероятностью $\frac12(1+\mu x/\sigma)$, иначе $-\sigma$. Тогда $\mathbb Eg=\mu
x$, а $g^2=\sigma^2$ всегда, поэтому строки 4 и 6 — равенства, а строка 1 —
равенство для параболы. Не теряется ничего, кроме хвоста геометрической суммы:
$$\mathbb E f(x_k)=(1-2\alpha\mu)^kf(x_0)+\frac{\alpha\sigma^2}4\bigl(1-(1-2\alpha\mu)^k\bigr)
  =\text{граница}-\frac{\alpha\sigma^2}4(1-2\alpha\mu)^k. \tag{11}$$
Оба члена теоремы достигаются. Это утверждение нарушилось бы и в том случае,
если бы граница была *слишком слабой*: с показателем $k-1$ или с большей
константой. На обеих задачах среднее ещё и измеряется, а граница
прослеживается до $k=10^4$ и уменьшается.
*/
static double ehrenfest_gap(const struct constants *c, size_t k) {
    return bound(c, k) - c->alpha * c->noise * c->noise / 4 *
                             pow(1 - 2 * c->alpha * c->mu, (double)k);
}
CLAIM(sharp_ehrenfest_short_of_bound, IDENTITY,
      MEAN(ehrenfest_gap, .sign = EQUAL,
           AT(ehrenfest, &method_sgd, {.alpha = 1.0 / 40}, .steps = 1000)),
      "Formula (11): the exact expectation is just that below the bound.",
      "Формула (11): точное математическое ожидание ниже границы ровно на "
      "столько.");
static const struct setting seeded[] = {
    {two_signs, &method_sgd, {.alpha = 0.3}, 1, 1000, .runs = 262144},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, 1, 1000, .runs = 262144},
};
static const struct setting long_runs[] = {
    {two_signs, &method_sgd, {.alpha = 0.1}, 1, .steps = 10000},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 10}, 1, .steps = 10000},
};
static const struct setting late[] = {
    {two_signs, &method_sgd, {.alpha = 0.3}, 1000, .steps = 1000},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, 1000, .steps = 1000},
};
CLAIM(sharp_two_signs_measured_equals_exact, SHARPNESS, MEAN(ONE(seeded, 0)),
      "On two signs the exact mean lies in the interval of the measured one.",
      "На двух знаках точное среднее лежит в доверительном интервале "
      "измеренного.");
CLAIM(sharp_ehrenfest_measured_equals_exact, SHARPNESS, MEAN(ONE(seeded, 1)),
      "On Ehrenfest's urn the exact mean lies in the interval as well.",
      "На урне Эренфестов точное среднее тоже лежит в этом интервале.");
CLAIM(sharp_below_bound, SHARPNESS, MEAN(bound, ON(long_runs)),
      "The exact mean stays below the bound up to $k=10^4$.",
      "Точное среднее остаётся ниже границы до $k=10^4$.");
CLAIM(sharp_fails_at_0_95, CONTROL, MEAN(bound, ON(late), .times = 0.95),
      "0.95 of the bound is beaten.", "Оценка с множителем 0,95 нарушается.");
/**
@figure ratio Estimate over bound on all problems: 1 means attained

**At $L>\mu$** the factor $\frac L\mu$ of the floor cannot be left out either,
but only long steps are known to need it. Let all the noise, $\pm s$, lie across
a valley, where the curvature is $L$, and begin at the minimiser. One step leads
to $\mathbb Ef(x_1)=\frac L2\alpha^2s^2$, and $\sigma^2=s^2$ so far, so that
$$\mathbb E f(x_1)=2\alpha\mu\cdot\frac{L\sigma^2\alpha}{4\mu}, \tag{12}$$
which is 0.998 of the bound for $\alpha=\frac{0.499}\mu$, at *any* $\frac L\mu$.
With a fixed step $\alpha<\frac2L$ it is another matter in the long run. On any
quadratic $\langle\nabla f(x),x-x^*\rangle=2(f(x)-f^*)$, and so
$$\mathbb E\|x_{k+1}-x^*\|^2=\mathbb E\|x_k-x^*\|^2-4\alpha\,\mathbb E[f(x_k)-f^*]+\alpha^2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2: \tag{13}$$
at rest, where $\mathbb E\|x_k-x^*\|^2$ no longer changes,
$$\mathbb E[f(x_k)-f^*]=\tfrac\alpha4\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{14}$$
There the floor is $\frac L\mu$ times too high, or more. For steps
$\alpha>\frac2L$ nothing rests; the noiseless iterates across the valley grow by
$\alpha L-1$ a step, and the ratio to the bound tends to
$2\alpha\mu(1-\frac1{\alpha L})^2$, less than (12). So these are the largest
ratios known to us, for $\frac L\mu=2$, 10 and 100 alike: $2\alpha\mu$ after one
step, and $\frac\mu L$ at rest. What the best factor is for small $\alpha\mu$ we
do not know.
*/
/**ru 1576963848
@figure ratio Отношение оценки зазора к границе на всех задачах: 1 значит
    «достигается»

**При $L>\mu$** множитель $\frac L\mu$ в шумовом пороге тоже нельзя отбросить, но
известно лишь, что он нужен для длинных шагов. Пусть весь шум, $\pm s$,
направлен поперёк долины, где кривизна равна $L$, и начнём в точке минимума.
Один шаг даёт $\mathbb Ef(x_1)=\frac L2\alpha^2s^2$, и пока что
$\sigma^2=s^2$, так что
$$\mathbb E f(x_1)=2\alpha\mu\cdot\frac{L\sigma^2\alpha}{4\mu}, \tag{12}$$
что составляет 0,998 границы при $\alpha=\frac{0.499}\mu$ и *любом* $\frac
L\mu$. При фиксированном шаге $\alpha<\frac2L$ дальше дело обстоит иначе. На
любой квадратичной функции $\langle\nabla f(x),x-x^*\rangle=2(f(x)-f^*)$, и
поэтому
$$\mathbb E\|x_{k+1}-x^*\|^2=\mathbb E\|x_k-x^*\|^2-4\alpha\,\mathbb E[f(x_k)-f^*]+\alpha^2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2: \tag{13}$$
в установившемся режиме, когда $\mathbb E\|x_k-x^*\|^2$ больше не меняется,
$$\mathbb E[f(x_k)-f^*]=\tfrac\alpha4\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{14}$$
Там шумовой порог завышен в $\frac L\mu$ раз или более. При шагах
$\alpha>\frac2L$ ничего не устанавливается; без шума отклонение поперёк долины
за шаг растёт в $\alpha L-1$ раз, и отношение к границе стремится к
$2\alpha\mu(1-\frac1{\alpha L})^2$, что меньше, чем в (12). Итак, вот
наибольшие известные нам отношения, одинаково для $\frac L\mu=2$, 10 и 100:
$2\alpha\mu$ после одного шага и $\frac\mu L$ в установившемся режиме. Каков
наилучший множитель при малых $\alpha\mu$, мы не знаем.
*/
static struct problem *valley(double kappa, const char *id) {
    struct problem *p = noise_across();
    p->id = id;
    p->data[0] = p->L = p->L_max = kappa;
    return p;
}
static struct problem *valley_2(void) {
    return valley(2, "valley_2");
}
static struct problem *valley_10(void) {
    return valley(10, "valley_10");
}
static struct problem *valley_100(void) {
    return valley(100, "valley_100");
}
static const struct setting one_step[] = {
    {valley_2, &method_sgd, {.alpha = 0.1}, 1, .steps = 1},
    {valley_2, &method_sgd, {.alpha = 0.499}, 1, .steps = 1},
    {valley_10, &method_sgd, {.alpha = 0.1}, 1, .steps = 1},
    {valley_10, &method_sgd, {.alpha = 0.499}, 1, .steps = 1},
    {valley_100, &method_sgd, {.alpha = 0.1}, 1, .steps = 1},
    {valley_100, &method_sgd, {.alpha = 0.499}, 1, .steps = 1},
};
static const struct setting valleys_at_rest[] = {
    {valley_2, &method_sgd, {.alpha = 0.1}, 1000, .steps = 1000},
    {valley_10, &method_sgd, {.alpha = 0.05}, 1000, .steps = 1000},
    {valley_100, &method_sgd, {.alpha = 0.005}, 1000, .steps = 1000},
};
static const struct setting expanding[] = {
    {two_curvatures, &method_sgd, {.alpha = 0.3}, 50, .steps = 50},
    {two_curvatures, &method_sgd, {.alpha = 0.4}, 50, .steps = 50},
};
static double of_bound_after_one_step(const struct constants *c, size_t k) {
    return 2 * c->alpha * c->mu * bound(c, k);
}
static double of_bound_at_rest(const struct constants *c, size_t k) {
    return c->mu / c->L * bound(c, k);
}
static double of_bound_expanding(const struct constants *c, size_t k) {
    double loss = 1 - 1 / (c->alpha * c->L);
    return 2 * c->alpha * c->mu * loss * loss * bound(c, k);
}
CLAIM(sharp_after_one_step, SHARPNESS,
      MEAN(of_bound_after_one_step, ON(one_step), .sign = EQUAL),
      "Equation (12) for $L/\\mu=2$, 10 and 100.",
      "Равенство (12) для $L/\\mu=2$, 10 и 100.");
CLAIM(valleys_rest_below_the_floor, SHARPNESS,
      MEAN(of_bound_at_rest, ON(valleys_at_rest), .sign = EQUAL),
      "At rest the gap is $\\mu/L$ of the bound, for $L/\\mu=2$, 10 and 100.",
      "В установившемся режиме зазор составляет $\\mu/L$ границы, для "
      "$L/\\mu=2$, 10 и 100.");
CLAIM(two_curvatures_expand_below_the_bound, SHARPNESS,
      MEAN(of_bound_expanding, ON(expanding), .sign = EQUAL),
      "With $\\alpha>2/L$ it is $2\\alpha\\mu(1-\\frac1{\\alpha L})^2$ of it.",
      "При $\\alpha>2/L$ он составляет $2\\alpha\\mu(1-\\frac1{\\alpha "
      "L})^2$ её.");

static struct relation squared_distance_of_quadratics(const struct step *s) {
    real gain = 4 * s->alpha * s->gap;
    real price = s->alpha * s->alpha * s->mean_square;
    return equal(s->mean_next_distance2, s->distance2 - gain + price,
                 s->mean_next_distance2 + s->distance2 + gain + price);
}
static const struct setting quadratics[] = {
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 200},
    {ill_conditioned, &method_sgd, {.alpha = 0.018}, .steps = 200},
    {noise_across, &method_sgd, {.alpha = 0.05}, .steps = 200},
};
static void at_rest(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(quadratics); i++) {
        struct setting setting = quadratics[i];
        setting.steps = 800;
        struct series s;
        if (!inquiry_series(q, &setting, &s)) return;
        struct problem *p = setting.problem();
        size_t k = setting.steps;
        double quarter = setting.settings.alpha / 4;
        inquiry_exact(q, p->id, "sgd", k, s.gap[k],
                      s.gap_error[k] + quarter * s.moment_error[k] +
                          p->f_star_high - p->f_star_low,
                      EQUAL, quarter * s.moment[k]);
        problem_free(p);
        series_free(&s);
    }
}
CLAIM(quadratics_step_by_step, IDENTITY,
      WALK(squared_distance_of_quadratics, ON(quadratics)),
      "Equation (13) at every step, given $x_k$.",
      "Равенство (13) на каждом шаге, при данном $x_k$.");
CLAIM(quadratics_at_rest, IDENTITY, COMPUTE(at_rest),
      "Equation (14) after 800 steps.", "Равенство (14) после 800 шагов.");

static double bound_without_condition(const struct constants *c, size_t k) {
    return transient(c, k) + c->sigma2 * c->alpha / 4;
}
CLAIM(
    control_without_condition_number, CONTROL,
    MEAN(bound_without_condition,
         EACH({valley_10, &method_sgd, {.alpha = 0.4}, 1, .steps = 1},
              {two_curvatures, &method_sgd, {.alpha = 0.3}, 50, .steps = 50})),
    "Without $L/\\mu$ in the floor the bound is beaten.",
    "Без $L/\\mu$ в шумовом пороге оценка нарушается.");
/**
## The form for strongly convex functions

The slide «Основные результаты сходимости SGD» states the theorem once more:

> Пусть $f$ — $L$-гладкая $\mu$-сильно выпуклая функция, а дисперсия
> стохастического градиента конечна ($\mathbb E[\|\nabla
> f_i(x_k)\|^2]\le\sigma^2$). Тогда траектория стохастического градиентного
> спуска с постоянным шагом $\alpha<\frac1{2\mu}$ будет гарантировать:
> $$\mathbb E[f(x_{k+1})-f^*]\le(1-2\alpha\mu)^k[f(x_0)-f^*]+\frac{L\sigma^2\alpha}{4\mu}.$$

It is true, and weaker on both counts. A $\mu$-strongly convex function is PL
with the same $\mu$ (minimise both sides of $f(y)\ge f(x)+\langle\nabla
f(x),y-x\rangle+\frac\mu2\|y-x\|^2$ over $y$), while least squares of deficient
rank and $x^2+3\sin^2x$ are PL and not strongly convex. And the theorem has at
$k+1$ the exponent $k+1$ where the slide has $k$: with $q=1-2\alpha\mu$
$$q^{k+1}[f(x_0)-f^*]+\frac{L\sigma^2\alpha}{4\mu}=q^k[f(x_0)-f^*]+\frac{L\sigma^2\alpha}{4\mu}-2\alpha\mu\,q^k[f(x_0)-f^*]. \tag{15}$$
The slide gives away the last term, the progress of one step. On Ehrenfest's urn
nothing else separates its form from the exact expectation but the tail (11):
after $k+1$ steps, which in C and in the claims are $k$, the difference is
$$2\alpha\mu\,q^k f(x_0)+\frac{\alpha\sigma^2}4q^{k+1}, \tag{16}$$
*/
/**ru 584260682
## Формулировка для сильно выпуклых функций

Слайд «Основные результаты сходимости SGD» формулирует теорему ещё раз:

> Пусть $f$ — $L$-гладкая $\mu$-сильно выпуклая функция, а дисперсия
> стохастического градиента конечна ($\mathbb E[\|\nabla
> f_i(x_k)\|^2]\le\sigma^2$). Тогда траектория стохастического градиентного
> спуска с постоянным шагом $\alpha<\frac1{2\mu}$ будет гарантировать:
> $$\mathbb E[f(x_{k+1})-f^*]\le(1-2\alpha\mu)^k[f(x_0)-f^*]+\frac{L\sigma^2\alpha}{4\mu}.$$

Это верно, но слабее сразу в двух отношениях. Всякая $\mu$-сильно выпуклая
функция удовлетворяет PL с тем же $\mu$ (возьмём минимум по $y$ обеих частей
$f(y)\ge f(x)+\langle\nabla f(x),y-x\rangle+\frac\mu2\|y-x\|^2$), тогда как
МНК неполного ранга и $x^2+3\sin^2x$ условию PL удовлетворяют, а сильно
выпуклыми не являются. К тому же теорема даёт для $k+1$ показатель $k+1$ там,
где на слайде $k$: при $q=1-2\alpha\mu$
$$q^{k+1}[f(x_0)-f^*]+\frac{L\sigma^2\alpha}{4\mu}=q^k[f(x_0)-f^*]+\frac{L\sigma^2\alpha}{4\mu}-2\alpha\mu\,q^k[f(x_0)-f^*]. \tag{15}$$
Последнее слагаемое, продвижение за один шаг, слайд отдаёт даром. На урне
Эренфестов его формулировку ничто больше не отделяет от точного
математического ожидания, кроме хвоста (11): после $k+1$ шагов, число которых
в программе и в утверждениях обозначено $k$, разность равна
$$2\alpha\mu\,q^k f(x_0)+\frac{\alpha\sigma^2}4q^{k+1}, \tag{16}$$
*/
static double strongly_convex_form(const struct constants *c, size_t after) {
    return transient(c, after - 1) + floor_term(c, after - 1);
}
static double short_of_form(const struct constants *c, size_t after) {
    double q = 1 - 2 * c->alpha * c->mu, power = pow(q, (double)after - 1);
    double given_away = 2 * c->alpha * c->mu * power * c->gap_0;
    double tail = c->alpha * c->noise * c->noise / 4 * power * q;
    return strongly_convex_form(c, after) - given_away - tail;
}
CLAIM(strongly_convex_short_of_form, IDENTITY,
      MEAN(short_of_form, .sign = EQUAL,
           AT(ehrenfest, &method_sgd, {.alpha = 1.0 / 40}, 1, .steps = 1000)),
      "Formula (16): the exact expectation is just that below the form.",
      "Формула (16): точное математическое ожидание ниже этой "
      "формулировки ровно на столько.");
/**
@erratum strongly_convex_short_of_form «Основные результаты сходимости SGD»
    bounds the gap after $k+1$ steps with the exponent $k$; the proof gives
    $k+1$, and Ehrenfest's urn attains that up to the tail of a geometric sum.

## What breaks

Each control drops one hypothesis and must come out *violated*, or the checks
above would prove nothing.

**A step that is too long**, or negative. $\frac\mu2x^2$ without noise,
$\alpha=0.9/\mu$: after one step the "bound" is $-0.35f(x_0)$, and the gap is
$0.01f(x_0)$. And $\alpha=-0.1/\mu$: the gap grows by 1.21 a step, more than the
"bound".

**A biased oracle.** $g=\mu x+b$ from $x_0=0$ moves towards $-b/\mu$, where the
gap is $\frac{b^2}{2\mu}=0.125$. With $\alpha=0.1$ the bound is $0.00625$. The
check of line 3 sees even a bias of $10^{-10}$.

**An index that follows $x_k$.** Two signs, but the oracle takes the component
that leads away from 0. Each index still comes [half of the
time](unbiased_gradient.html#what-breaks); the runs end at $\pm\frac s\mu$, where
the gap is $0.5$.
*/
/**ru 4195553284
@erratum strongly_convex_short_of_form Слайд «Основные результаты сходимости
    SGD» оценивает зазор после $k+1$ шагов с показателем $k$; доказательство
    даёт $k+1$, и урна Эренфестов достигает этого с точностью до хвоста
    геометрической суммы.

## Что ломается {#what-breaks}

Каждый контроль отбрасывает одно условие и должен оказаться *нарушенным*,
иначе проверки выше ничего бы не доказывали.

**Слишком длинный шаг** или отрицательный. Возьмём $\frac\mu2x^2$ без шума и
$\alpha=0.9/\mu$: после одного шага «оценка» равна $-0.35f(x_0)$, а зазор
равен $0.01f(x_0)$. А при $\alpha=-0.1/\mu$ зазор за шаг растёт в 1,21 раза,
быстрее, чем «оценка».

**Смещённый оракул.** С $g=\mu x+b$ из $x_0=0$ точка движется к $-b/\mu$, где
зазор равен $\frac{b^2}{2\mu}=0.125$. При $\alpha=0.1$ оценка равна $0.00625$.
Проверка строки 3 замечает даже смещение в $10^{-10}$.

**Индекс, зависящий от $x_k$.** Два знака, но оракул берёт то слагаемое,
которое уводит от 0. Каждый индекс по-прежнему выпадает [в половине
случаев](unbiased_gradient.html#what-breaks); запуски заканчиваются в
$\pm\frac s\mu$, где зазор равен $0.5$.
*/
CLAIM(
    control_step_too_long, CONTROL,
    DROPS(short_step,
          MEAN(bound,
               EACH({parabola, &method_sgd, {.alpha = 0.9}, 1, .steps = 1},
                    {parabola, &method_sgd, {.alpha = -0.1}, 1, .steps = 1}))),
    "With $\\alpha=0.9/\\mu$ or $-0.1/\\mu$ the bound is beaten at once.",
    "При $\\alpha=0.9/\\mu$ или $-0.1/\\mu$ оценка нарушается сразу же.");
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle,
            MEAN(bound, AT(biased_parabola, &method_sgd, {.alpha = 0.1}, 1000,
                           .steps = 1000))),
      "With a biased oracle the bound is beaten.",
      "При смещённом оракуле оценка нарушается.");
CLAIM(control_tiny_bias, CONTROL,
      DROPS(unbiased_oracle,
            WALK(unbiasedness,
                 AT(barely_biased, &method_sgd, {.alpha = 0.1}, .steps = 20))),
      "A bias of $10^{-10}$ breaks equation (3).",
      "Смещение в $10^{-10}$ нарушает равенство (3).");
CLAIM(control_index_follows_x, CONTROL,
      DROPS(unbiased_oracle, MEAN(bound, AT(index_follows_x, &method_sgd,
                                            {.alpha = 0.3}, 20, .steps = 20))),
      "With an index that depends on $x_k$ the bound is beaten.",
      "С индексом, зависящим от $x_k$, оценка нарушается.");
/**
**Variance in place of the second moment.** The word «дисперсия» suggests
$\sigma^2=s^2$ on the two signs, where the noise has just that variance. But
then the floor is $0.075$ for $\mu=s=1$, $\alpha=0.3$, and the gap tends to
$0.0882$. Worse, on $\frac12(Lx_1^2+\mu x_2^2)$ without noise the variance is 0:
for $2/L<\alpha<\frac1{2\mu}$ the "bound" tends to 0, and the iterates diverge.
*/
/**ru 509464203
**Дисперсия вместо второго момента.** Слово «дисперсия» подсказывает взять на
двух знаках $\sigma^2=s^2$: именно такова там дисперсия шума. Но тогда шумовой
порог равен $0.075$ при $\mu=s=1$, $\alpha=0.3$, а зазор стремится к $0.0882$.
Хуже того, на $\frac12(Lx_1^2+\mu x_2^2)$ без шума дисперсия равна 0: при
$2/L<\alpha<\frac1{2\mu}$ «оценка» стремится к 0, а итерации расходятся.
*/
static double bound_with_variance(const struct constants *c, size_t k) {
    struct constants misread = *c;
    misread.sigma2 = c->noise * c->noise;
    return bound(&misread, k);
}
static const struct setting misread[] = {
    {two_signs, &method_sgd, {.alpha = 0.3}, 1000, .steps = 1000},
    {two_curvatures, &method_sgd, {.alpha = 0.3}, 50, .steps = 50},
};
CLAIM(control_variance_for_second_moment, CONTROL,
      DROPS(bounded_moment, MEAN(bound_with_variance, ON(misread))),
      "With $\\sigma^2$ read as the variance the bound is beaten on both.",
      "Если понимать $\\sigma^2$ как дисперсию, оценка нарушается на "
      "обеих задачах.");
/**
@erratum control_variance_for_second_moment The lecture calls $\mathbb E\|\nabla
    f_i(x_k)\|^2\le\sigma^2$ a bounded variance («дисперсия»); the theorem is
    true for the second moment, and false for the variance, which needs
    another [theorem](pl_constant_step_variance.html).

**No smoothness.** $\frac\mu2x^2+\frac14x^4$ from $x_0=10$ without noise. Where
$|x|$ is large a step leads to about $\alpha|g|$, where the gap is of the order
$\alpha^4g^4$, and the floor of the order $g^2$: whatever $L$ is made up, it is
beaten far enough out, and the iterates run away. Here $L=100$, $\alpha=0.1$.

**No PL.** $\log\cosh x$ has a gradient of at most 1, and no $\mu$. Make one up,
$\mu=0.4$: from $x_0=100$ ten steps of length 1 lead to a gap of $89.3$, where
the "bound" is $0.625$.
*/
/**ru 87953006
@erratum control_variance_for_second_moment Лекция называет условие $\mathbb
    E\|\nabla f_i(x_k)\|^2\le\sigma^2$ ограниченностью дисперсии
    («дисперсия»); теорема верна для второго момента и неверна для дисперсии,
    для которой нужна другая [теорема](pl_constant_step_variance.html).

**Нет гладкости.** Возьмём $\frac\mu2x^2+\frac14x^4$ из $x_0=10$ без шума.
Там, где $|x|$ велико, шаг приводит примерно в точку с модулем $\alpha|g|$,
где зазор порядка $\alpha^4g^4$, а шумовой порог порядка $g^2$: какое бы $L$ ни
придумать, достаточно далеко оценка нарушится, а точки уйдут в бесконечность.
Здесь $L=100$, $\alpha=0.1$.

**Нет PL.** У $\log\cosh x$ градиент не превосходит 1, и никакого $\mu$ нет.
Придумаем его, $\mu=0.4$: из $x_0=100$ десять шагов длины 1 приводят к зазору
$89.3$, где «оценка» равна $0.625$.
*/
static double bound_with_made_up_L(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.L = 100;
    return bound(&pretended, k);
}
CLAIM(control_no_smoothness, CONTROL,
      DROPS(smooth_function,
            MEAN(bound_with_made_up_L,
                 AT(quartic, &method_sgd, {.alpha = 0.1}, 1, .steps = 1))),
      "With a made-up $L$ on a function without one the bound is beaten.",
      "С придуманным $L$ на функции, у которой его нет, оценка "
      "нарушается.");

static double bound_with_made_up_mu(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.mu = 0.4;
    return bound(&pretended, k);
}
CLAIM(control_no_pl, CONTROL,
      DROPS(pl_condition,
            MEAN(bound_with_made_up_mu,
                 AT(log_cosh, &method_sgd, {.alpha = 1}, 10, .steps = 10))),
      "With a made-up $\\mu$ on a function without one the bound is beaten.",
      "С придуманным $\\mu$ на функции, у которой его нет, оценка "
      "нарушается.");

static const struct claim *const claims[] = {
    bound_exact, bound_logistic_longer_step, bound_logistic_shorter_step,
    bound_sine_squared_mild, bound_sine_squared_longer_step,
    bound_sine_squared_shorter_step,
    /* the proof */
    line_1_descent_along_the_step, line_2_conditional_expectation,
    line_3_linearity, line_3_unbiasedness, line_3_expected_descent, line_4_pl,
    line_5_subtract_and_regroup, line_6_bounded_second_moment,
    line_7_unrolling_the_recursion, line_8_geometric_sum,
    /* what it is worth */
    sharp_line_1, sharp_line_2, sharp_line_3, sharp_line_4, sharp_line_5,
    sharp_line_6, sharp_line_7, sharp_line_8, sharp_two_signs_closed_form,
    sharp_two_signs_measured_equals_exact, sharp_ehrenfest_short_of_bound,
    sharp_ehrenfest_measured_equals_exact, sharp_below_bound,
    sharp_fails_at_0_95, sharp_after_one_step, valleys_rest_below_the_floor,
    two_curvatures_expand_below_the_bound, quadratics_step_by_step,
    quadratics_at_rest, control_without_condition_number,
    strongly_convex_short_of_form,
    /* what breaks */
    control_step_too_long, control_biased_oracle, control_tiny_bias,
    control_index_follows_x, control_variance_for_second_moment,
    control_no_smoothness, control_no_pl};

static const struct term terms[] = {
    {.name = {"transient", "переходный член"}, .at = transient},
    {.name = {"floor", "шумовой порог"}, .at = floor_term},
};

const struct theorem theorem_pl_constant_step = {
    .id = "pl_constant_step",
    .title = {"SGD with a constant step under the PL condition",
              "SGD с постоянным шагом при условии PL"},
    .source = "Гладкий PL-случай с постоянным шагом",
    HYPOTHESES(hypotheses),
    .terms = terms,
    .term_count = COUNT(terms),
    .claims = claims,
    .claim_count = COUNT(claims),
    .forecast = {.name = {"PL, σ² of the path", "PL, σ² вдоль пути"},
                 .method = &method_sgd,
                 .bound = bound,
                 .given = is_constant,
                 .asks = "a constant step"},
};

/**
## Exercises

@exercise valleys_rest_below_the_floor Let all the noise lie across a valley,
    with $L=10\mu$, and let the run come to rest:
    `descent run noise_across sgd --alpha 0.05`. Predict the quotient of the
    last gap and the bound, and name the one line of the proof that loses the
    rest. :: It is about $\frac1{10}$: at rest the gap is $\frac\mu L$ of the
    bound. Line 4 loses all of it, for the gradient lies across the valley,
    where $\|\nabla f\|^2=2L\,(f-f^*)$, and PL counts only $2\mu\,(f-f^*)$. The
    others lose nothing: lines 1 to 3 are equalities there, the second moment at
    rest is $\sigma^2$, and the tail of the sum in line 8 has died out.
@exercise sharp_ehrenfest_short_of_bound On Ehrenfest's urn only line 8 is not
    an equality. Derive from this alone by how much the bound exceeds the gap at
    $k=0$, and after how many steps the excess has halved if $\alpha=\frac1{40}$
    and $\mu=1$; then run
    `descent verify pl_constant_step/sharp_ehrenfest_short_of_bound`. :: The
    true sum has the terms $t<k$, the bound adds all later ones:
    $\alpha^2\frac{L\sigma^2}2\cdot\frac{q^k}{1-q}=\frac{\alpha\sigma^2}4q^k$,
    as $L=\mu$. At $k=0$ the sum is empty, and the excess is the whole floor
    $\frac{\alpha\sigma^2}4$, though no noise has been met yet. Here $q=0.95$,
    and as $q^{13}>\frac12>q^{14}$, it has halved after 14 steps.
@exercise control_step_too_long On $\frac\mu2x^2$ without noise the step
    $\alpha=\frac{0.9}\mu$ does very well:
    `descent run parabola sgd --alpha 0.9 --steps 1` leaves one hundredth of the
    gap. But the theorem forbids it, and its "bound" would be negative. Which
    line of the proof is the first to fail at $k=1$? :: Line 8. For $k=1$ its
    sum is the single term 1, while $\frac1{1-q}=\frac1{2\alpha\mu}=\frac1{1.8}$
    is less: a geometric sum may be cut off from above by $\frac1{1-q}$ only if
    $q\ge0$, that is $\alpha\le\frac1{2\mu}$. The lines before hold: (8) with
    $k=1$ says $q+(\alpha\mu)^2=-0.8+0.81=0.01$ of $f(x_0)$, exactly what is
    left. (From $k=2$ on line 7 needs $q\ge0$ as well, since it multiplies an
    inequality by $q$.)
*/
/**ru 2032782289
## Упражнения

@exercise valleys_rest_below_the_floor Пусть весь шум направлен поперёк долины,
    $L=10\mu$, а запуск доведён до установившегося режима:
    `descent run noise_across sgd --alpha 0.05`. Предскажите отношение
    последнего зазора к границе и назовите ту единственную строку
    доказательства, в которой теряется остальное. :: Оно равно примерно
    $\frac1{10}$: в установившемся режиме зазор составляет $\frac\mu L$ границы.
    Всё теряется в строке 4: градиент направлен поперёк долины, где
    $\|\nabla f\|^2=2L\,(f-f^*)$, а PL учитывает только $2\mu\,(f-f^*)$.
    Остальные строки не теряют ничего: строки 1–3 здесь равенства, второй момент
    в установившемся режиме равен $\sigma^2$, а хвост суммы в строке 8 уже
    затух.
@exercise sharp_ehrenfest_short_of_bound На урне Эренфестов равенством не
    является только строка 8. Выведите отсюда, на сколько граница больше зазора
    при $k=0$ и за сколько шагов этот избыток уменьшается вдвое, если
    $\alpha=\frac1{40}$ и $\mu=1$; затем выполните
    `descent verify pl_constant_step/sharp_ehrenfest_short_of_bound`. :: В
    настоящей сумме есть члены с $t<k$, граница же прибавляет и все последующие:
    $\alpha^2\frac{L\sigma^2}2\cdot\frac{q^k}{1-q}=\frac{\alpha\sigma^2}4q^k$,
    поскольку $L=\mu$. При $k=0$ сумма пуста, и избыток равен всему шумовому
    порогу $\frac{\alpha\sigma^2}4$, хотя шума ещё не было. Здесь $q=0.95$, и
    так как $q^{13}>\frac12>q^{14}$, избыток уменьшается вдвое за 14 шагов.
@exercise control_step_too_long На $\frac\mu2x^2$ без шума шаг
    $\alpha=\frac{0.9}\mu$ очень хорош:
    `descent run parabola sgd --alpha 0.9 --steps 1` оставляет от зазора одну
    сотую. Но теорема его запрещает, и её «оценка» была бы отрицательной. Какая
    строка доказательства первой становится неверной при $k=1$? :: Строка 8. При
    $k=1$ её сумма состоит из единственного члена 1, а
    $\frac1{1-q}=\frac1{2\alpha\mu}=\frac1{1.8}$ меньше: оценить геометрическую
    сумму сверху числом $\frac1{1-q}$ можно, только если $q\ge0$, то есть
    $\alpha\le\frac1{2\mu}$. Предыдущие строки верны: (8) при $k=1$ даёт долю
    $q+(\alpha\mu)^2=-0.8+0.81=0.01$ от $f(x_0)$, ровно то, что осталось.
    (Начиная с $k=2$ условие $q\ge0$ нужно и строке 7: она умножает неравенство
    на $q$.)
*/

/**
## References

- B. Polyak, *Gradient methods for the minimisation of functionals*, USSR
  Computational Mathematics and Mathematical Physics 3 (1963): the condition.
- H. Karimi, J. Nutini, M. Schmidt, *Linear convergence of gradient and
  proximal-gradient methods under the Polyak-Łojasiewicz condition*, ECML-PKDD
  2016, theorem 4: this theorem and its decreasing-step companion.
- A. Maurer, M. Pontil, *Empirical Bernstein bounds and sample variance
  penalization*, COLT 2009, theorem 4: the intervals.
- P. and T. Ehrenfest, *Über zwei bekannte Einwände gegen das Boltzmannsche
  H-Theorem*, Physikalische Zeitschrift 8 (1907): the urn.
*/
/**ru 859566455
## Литература

- B. Polyak, *Gradient methods for the minimisation of functionals*, USSR
  Computational Mathematics and Mathematical Physics 3 (1963): само условие.
- H. Karimi, J. Nutini, M. Schmidt, *Linear convergence of gradient and
  proximal-gradient methods under the Polyak-Łojasiewicz condition*, ECML-PKDD
  2016, теорема 4: эта теорема и её аналог для убывающего шага.
- A. Maurer, M. Pontil, *Empirical Bernstein bounds and sample variance
  penalization*, COLT 2009, теорема 4: доверительные интервалы.
- P. and T. Ehrenfest, *Über zwei bekannte Einwände gegen das Boltzmannsche
  H-Theorem*, Physikalische Zeitschrift 8 (1907): урна.
*/
