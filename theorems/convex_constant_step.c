/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# SGD with a constant step on a convex function

The lecture states (slide «Гладкий выпуклый случай с постоянным шагом»):

> Пусть $f$ — выпуклая функция (не обязательно гладкая), а дисперсия
> стохастического градиента ограничена $\mathbb E[\|\nabla
> f_{i_k}(x_k)\|^2]\le\sigma^2\quad\forall k$. Если SGD использует постоянный
> шаг $\alpha_t\equiv\alpha>0$, то для любого $k\ge1$
> $$\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha k}+\frac{\alpha\sigma^2}2,$$
> где $\bar x_k=\frac1k\sum_{t=0}^{k-1}x_t$.
>
> При выборе постоянного $\alpha=\frac{\|x_0-x^*\|}{\sigma\sqrt k}$ (зависящего
> от $k$) имеем
> $$\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|\sigma}{\sqrt k}=\mathcal O\left(\frac1{\sqrt k}\right).$$

In words: convexity alone is enough, if one looks at the average of all iterates
and not at the last one. The **start** is forgotten like $1/k$; the **floor**
stays, and is proportional to the step. Someone who knows beforehand how many
iterations there will be balances the two, and the error falls like $1/\sqrt k$.

@figure corollary The corollary: a run of its own for every $k$, with the step
    chosen for that $k$; bounds dashed

## What it needs

- $f$ is convex. It need not be smooth, and PL is not asked for. Where $f$ has a
  kink, $\nabla f_i$ is any subgradient; the problems here say which.
- The oracle is unbiased: $\mathbb E[\nabla f_{i_k}(x_k)\mid x_k]=\nabla
  f(x_k)$, a subgradient of $f$.
- $\mathbb E\|\nabla f_{i_k}(x_k)\|^2\le\sigma^2$ at the points that the method
  visits. As in the [PL theorem](pl_constant_step.html), $\sigma^2$ is measured
  where the theorem puts it: the supremum over $t<k$ along the path.
- $\alpha>0$, however large. If the iterates grow, $\sigma^2$ grows with them.
- $x^*$ is a minimiser, whichever is nearest to $x_0$.

@erratum bound_hinge_loss_longer_step The slide's heading says «Гладкий выпуклый
    случай», but nothing here is smooth or needs to be: the bound holds on the
    hinge loss (and the statement itself says «не обязательно гладкая»).

The bound in C:
*/
/**ru 2492218133
# SGD с постоянным шагом на выпуклой функции

Лекция утверждает (слайд «Гладкий выпуклый случай с постоянным шагом»):

> Пусть $f$ — выпуклая функция (не обязательно гладкая), а дисперсия
> стохастического градиента ограничена $\mathbb E[\|\nabla
> f_{i_k}(x_k)\|^2]\le\sigma^2\quad\forall k$. Если SGD использует постоянный
> шаг $\alpha_t\equiv\alpha>0$, то для любого $k\ge1$
> $$\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha k}+\frac{\alpha\sigma^2}2,$$
> где $\bar x_k=\frac1k\sum_{t=0}^{k-1}x_t$.
>
> При выборе постоянного $\alpha=\frac{\|x_0-x^*\|}{\sigma\sqrt k}$ (зависящего
> от $k$) имеем
> $$\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|\sigma}{\sqrt k}=\mathcal O\left(\frac1{\sqrt k}\right).$$

Иными словами, одной выпуклости достаточно, если смотреть на среднее всех
точек, а не на последнюю из них. **Начало** забывается как $1/k$; **шумовой
порог** остаётся и пропорционален шагу. Тот, кто заранее знает число итераций,
уравновешивает эти два слагаемых, и ошибка убывает как $1/\sqrt k$.

@figure corollary Следствие: для каждого $k$ свой запуск с шагом, выбранным
    для этого $k$; пунктиром показаны границы

## Что нужно {#what-it-needs}

- Функция $f$ выпукла. Гладкость не нужна, и условие PL не предполагается.
  Там, где у $f$ излом, $\nabla f_i$ — любой субградиент; какой именно,
  сказано в описании задач.
- Оракул несмещённый: $\mathbb E[\nabla f_{i_k}(x_k)\mid x_k]=\nabla f(x_k)$,
  а это субградиент $f$.
- $\mathbb E\|\nabla f_{i_k}(x_k)\|^2\le\sigma^2$ в точках, через которые
  проходит метод. Как и в [теореме для PL](pl_constant_step.html), $\sigma^2$
  измеряется там, где его использует теорема: это супремум по $t<k$ вдоль
  траектории.
- $\alpha>0$, каким бы большим шаг ни был. Если точки уходят далеко, вместе с
  ними растёт $\sigma^2$.
- $x^*$ — точка минимума, ближайшая к $x_0$.

@erratum bound_hinge_loss_longer_step Заголовок слайда говорит «Гладкий
    выпуклый случай», но ничего гладкого здесь нет и не требуется: оценка
    верна для потерь SVM (да и в самой формулировке сказано «не обязательно
    гладкая»).

Оценка на языке C:
*/
#include "../problems/max_norm.h"
#include "shared/convex.h"
#include "shared/distances.h"
#include "shared/steps.h"
#include "theorem.h"

static double start_term(const struct constants *c, size_t k) {
    return c->distance * c->distance / (2 * c->alpha * (double)k);
}

static double floor_term(const struct constants *c, size_t k) {
    (void)k;
    return c->alpha * c->sigma2 / 2;
}

static double bound(const struct constants *c, size_t k) {
    return start_term(c, k) + floor_term(c, k);
}

HYPOTHESIS(convex_function, "f is convex", "f выпуклая", is_convex);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(bounded_moment, "E||grad f_i(x_k)||^2 <= sigma^2",
           "E||grad f_i(x_k)||^2 <= sigma^2", NULL);
HYPOTHESIS(positive_step, "alpha > 0", "alpha > 0", is_positive);
static const struct hypothesis *const hypotheses[] = {
    convex_function, unbiased_oracle, bounded_moment, positive_step};

/**
## The bound on nine problems

Four of them are not smooth: the **hinge loss** of a support vector machine
without regularisation on separable data, so that $f^*=0$ is known; **least
absolute deviations** with noise in pairs $\pm e_i$, so that $f^*$ is the mean
of $e_i$; $|x|$; and the maximum norm. Four are smooth, and so much more benign
than the theorem's worst case that they stay far below it. What is measured is
always $f$ at the average $\bar x_k$. For quadratics its expectation is exact:
the second moments of $\sum_t(x_t-x^*)$ obey a linear recursion, like those of
$x_t$. For problems without noise there is one path only. On the ninth problem,
two curvatures with $\alpha>2/L$, gradient descent diverges, and so does its
average. The bound holds all the same, because $\sigma^2$ is the supremum along
that very path.
*/
/**ru 2601359382
## Оценка на девяти задачах

Четыре из них негладкие: **потери SVM** (hinge loss) без регуляризации на
разделимых данных, так что известно, что $f^*=0$; **наименьшие модули** с
шумом, входящим парами $\pm e_i$, так что $f^*$ — среднее чисел $e_i$; функция
$|x|$; и максимум-норма. Четыре гладкие, и они настолько благополучнее худшего
случая теоремы, что остаются намного ниже оценки. Измеряется всегда $f$ в
средней точке $\bar x_k$. Для квадратичных функций математическое ожидание
вычисляется точно: вторые моменты суммы $\sum_t(x_t-x^*)$ подчиняются линейной
рекурсии, как и вторые моменты $x_t$. Для задач без шума траектория всего
одна. На девятой задаче, двух кривизнах с $\alpha>2/L$, градиентный спуск
расходится, и его среднее тоже. Оценка тем не менее верна, потому что
$\sigma^2$ — супремум вдоль этой самой траектории.
*/
static const struct setting run[] = {
    {logistic, &method_sgd, {.alpha = 0.2}, 1, 1000, .runs = 8192},
    {logistic, &method_sgd, {.alpha = 0.05}, 1, 1000, .runs = 8192},
    {hinge_loss, &method_sgd, {.alpha = 0.5}, 1, 1000, .runs = 16384},
    {hinge_loss, &method_sgd, {.alpha = 0.1}, 1, 1000, .runs = 16384},
    {absolute_deviations, &method_sgd, {.alpha = 0.2}, 1, 1000, .runs = 16384},
    {absolute_deviations, &method_sgd, {.alpha = 0.05}, 1, 1000, .runs = 16384},
};
CLAIM(bound_logistic_longer_step, BOUND, AVERAGE(bound, &run[0], 1),
      "The bound on the logistic regression, $\\alpha=0.2$.",
      "Оценка на логистической регрессии, $\\alpha=0.2$.");
CLAIM(bound_logistic_shorter_step, BOUND, AVERAGE(bound, &run[1], 1),
      "The bound on the logistic regression, $\\alpha=0.05$.",
      "Оценка на логистической регрессии, $\\alpha=0.05$.");
CLAIM(bound_hinge_loss_longer_step, BOUND, AVERAGE(bound, &run[2], 1),
      "The bound on the hinge loss, $\\alpha=0.5$.",
      "Оценка для потерь SVM, $\\alpha=0.5$.");
CLAIM(bound_hinge_loss_shorter_step, BOUND, AVERAGE(bound, &run[3], 1),
      "The bound on the hinge loss, $\\alpha=0.1$.",
      "Оценка для потерь SVM, $\\alpha=0.1$.");
CLAIM(bound_absolute_deviations_longer_step, BOUND, AVERAGE(bound, &run[4], 1),
      "The bound on least absolute deviations, $\\alpha=0.2$.",
      "Оценка в задаче наименьших модулей, $\\alpha=0.2$.");
CLAIM(bound_absolute_deviations_shorter_step, BOUND, AVERAGE(bound, &run[5], 1),
      "The bound on least absolute deviations, $\\alpha=0.05$.",
      "Оценка в задаче наименьших модулей, $\\alpha=0.05$.");

static const struct setting exact[] = {
    {ridge, &method_sgd, {.alpha = 0.05}, 1, .steps = 1000},
    {ridge, &method_sgd, {.alpha = 0.01}, 1, .steps = 1000},
    {least_squares, &method_sgd, {.alpha = 0.05}, 1, .steps = 1000},
    {least_squares, &method_sgd, {.alpha = 0.01}, 1, .steps = 1000},
    {two_signs, &method_sgd, {.alpha = 0.3}, 1, .steps = 1000},
    {two_signs, &method_sgd, {.alpha = 0.05}, 1, .steps = 1000},
    {absolute_value, &method_sgd, {.alpha = 1.0 / 64}, 1, .steps = 1000},
    {absolute_value, &method_sgd, {.alpha = 1.0 / 512}, 1, .steps = 1000},
    {max_norm, &method_sgd, {.alpha = 1.0 / 8}, 1, .steps = 1000},
    {max_norm, &method_sgd, {.alpha = 1.0 / 16}, 1, .steps = 1000},
};
static const struct setting diverging[] = {
    {two_curvatures, &method_sgd, {.alpha = 0.3}, 1, .steps = 12},
};
CLAIM(bound_exact, BOUND, AVERAGE(bound, ON(exact)), "The bound on five more.",
      "Оценка ещё на пяти задачах.");
CLAIM(holds_while_diverging, SHARPNESS, AVERAGE(bound, ON(diverging)),
      "The bound where iterates and average diverge, $\\alpha=3/L$.",
      "Оценка там, где расходятся и итерации, и их среднее, "
      "$\\alpha=3/L$.");
/**
@figure hinge_loss Hinge loss: $f^*=0$ is reached exactly, since all components
    share the minimiser
@figure absolute_deviations Least absolute deviations
@figure absolute_value The absolute value: each of the two runs meets the bound
    when it arrives at 0, and every other step from then on
@figure max_norm The maximum norm
@figure logistic Logistic regression
@figure ridge Ridge regression
@figure least_squares Least squares of deficient rank
@figure two_signs Two components of opposite sign, from $x_0=x^*$

## The proof, line by line

The lecture proves it in seven lines. They are checked in two ways. **Along
paths**: at every step of every run of a sample, on eight problems, with
expectations over the next index as full sums. A line about full expectations,
summed over $t$, is checked there with what the expectation throws away put
back: the surprise
$$\xi_t=\|x_{t+1}-x^*\|^2-\mathbb E_t\|x_{t+1}-x^*\|^2,\qquad\mathbb E\,\xi_t=0. \tag{0}$$
**[Over all paths](#over-all-paths)**: where there are few enough sequences of
indices, all of them are walked, and full expectations are exact. What the page
of the [decreasing step](convex_decreasing_step.html) needs as well stands in
`theorems/shared/distances.c`. These are the walks along paths:
*/
/**ru 4221424676
@figure hinge_loss Потери SVM: $f^*=0$ достигается точно, так как точка
    минимума у всех слагаемых общая
@figure absolute_deviations Наименьшие модули
@figure absolute_value Модуль: каждый из двух запусков достигает границы,
    когда приходит в 0, и далее через шаг
@figure max_norm Максимум-норма
@figure logistic Логистическая регрессия
@figure ridge Гребневая регрессия
@figure least_squares МНК неполного ранга
@figure two_signs Два слагаемых с противоположными знаками, из $x_0=x^*$

## Доказательство строка за строкой

Лекция доказывает теорему в семь строк. Они проверяются двумя способами.
**Вдоль траекторий**: на каждом шаге каждого запуска из выборки, на восьми
задачах, причём математические ожидания по следующему индексу вычисляются как
полные суммы. В строку о полных математических ожиданиях, просуммированную по
$t$, при этом возвращается то, что ожидание отбрасывает, — случайное
отклонение
$$\xi_t=\|x_{t+1}-x^*\|^2-\mathbb E_t\|x_{t+1}-x^*\|^2,\qquad\mathbb E\,\xi_t=0. \tag{0}$$
**[По всем траекториям](#over-all-paths)**: там, где последовательностей
индексов достаточно мало, перебираются они все, и полные математические
ожидания точны. То, что нужно и странице об [убывающем
шаге](convex_decreasing_step.html), находится в `theorems/shared/distances.c`.
Вот запуски, вдоль которых проверяются строки:
*/
static const struct setting walks[] = {
    {logistic, &method_sgd, {.alpha = 0.2}, .steps = 20},
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1000},
    {absolute_value, &method_sgd, {.alpha = 1.0 / 64}, .steps = 200},
    {max_norm, &method_sgd, {.alpha = 1.0 / 8}, .steps = 100},
    {hinge_loss, &method_sgd, {.alpha = 0.5}, .steps = 200},
    {absolute_deviations, &method_sgd, {.alpha = 0.2}, .steps = 200},
};
/**
On $2|x|$ with $\alpha=\frac3{128}$ the method walks straight from 3 to 0, in 64
steps, and no line but the one that drops the last distance loses anything on the way. There
the inequalities are checked once more, as equalities: a term that is a little
too large would not be noticed otherwise.
*/
/**ru 2386324031
На $2|x|$ с $\alpha=\frac3{128}$ метод идёт прямо из 3 в 0 за 64 шага, и ни
одна строка, кроме той, что отбрасывает последнее расстояние, по пути ничего
не теряет. Там неравенства проверяются ещё раз, уже как равенства: иначе
слагаемое, которое чуть больше нужного, осталось бы незамеченным.
*/
static const struct setting straight[] = {
    {steep_value, &method_sgd, {.alpha = 3.0 / 128}, .steps = 64},
};

/**
### Line 1. The square of the distance

> Начнём с разложения квадрата расстояния до минимума

$$\|x_{k+1}-x^*\|^2=\|x_k-\alpha\nabla f_{i_k}(x_k)-x^*\|^2=\|x_k-x^*\|^2-2\alpha\langle\nabla f_{i_k}(x_k),x_k-x^*\rangle
  +\alpha^2\|\nabla f_{i_k}(x_k)\|^2. \tag{1}$$
*/
/**ru 680328647
### Строка 1. Квадрат расстояния

> Начнём с разложения квадрата расстояния до минимума

$$\|x_{k+1}-x^*\|^2=\|x_k-\alpha\nabla f_{i_k}(x_k)-x^*\|^2=\|x_k-x^*\|^2-2\alpha\langle\nabla f_{i_k}(x_k),x_k-x^*\rangle
  +\alpha^2\|\nabla f_{i_k}(x_k)\|^2. \tag{1}$$
*/
CLAIM(line_1_square_of_the_distance, PROOF_LINE, WALK(square_drawn, ON(walks)),
      "Equation (1) for the index that was drawn.",
      "Равенство (1) для выбранного индекса.");
/**
### Line 2. Conditional expectation, and three hypotheses

> Берём условное матожидание по $i_k$ (обозначим $\mathbb E_k[\cdot]=\mathbb
> E[\cdot\mid x_k]$), используем свойство $\mathbb E_k[\nabla
> f_{i_k}(x_k)]=\nabla f(x_k)$, ограниченность дисперсии и выпуклость

Unbiasedness turns the mean of (1) into
$$\mathbb E_k\|x_{k+1}-x^*\|^2=\|x_k-x^*\|^2-2\alpha\langle\nabla f(x_k),x_k-x^*\rangle
  +\alpha^2\,\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2. \tag{2}$$
The left side is a sum over all places to which one step may lead; the right
side takes $\nabla f$ from the objective, not from the oracle.
*/
/**ru 3512400299
### Строка 2. Условное математическое ожидание и три условия теоремы

> Берём условное матожидание по $i_k$ (обозначим $\mathbb E_k[\cdot]=\mathbb
> E[\cdot\mid x_k]$), используем свойство $\mathbb E_k[\nabla
> f_{i_k}(x_k)]=\nabla f(x_k)$, ограниченность дисперсии и выпуклость

Благодаря несмещённости среднее от (1) принимает вид
$$\mathbb E_k\|x_{k+1}-x^*\|^2=\|x_k-x^*\|^2-2\alpha\langle\nabla f(x_k),x_k-x^*\rangle
  +\alpha^2\,\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2. \tag{2}$$
Левая часть — сумма по всем точкам, в которые может привести один шаг; в
правой части $\nabla f$ берётся из целевой функции, а не из оракула.
*/
CLAIM(line_2_unbiasedness, PROOF_LINE, WALK(unbiasedness, ON(walks)),
      "The oracle is unbiased: $\\mathbb E_k\\nabla f_{i_k}=\\nabla f$.",
      "Оракул несмещённый: $\\mathbb E_k\\nabla f_{i_k}=\\nabla f$.");
CLAIM(line_2_identity_of_the_distance, PROOF_LINE, WALK(square_mean, ON(walks)),
      "Equation (2), its left side as the full sum over all outcomes.",
      "Равенство (2), левая часть — полная сумма по всем исходам.");
/**
Convexity: $f$ lies above its tangent at $x_k$, at the point $x^*$ too,
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge f(x_k)-f^*; \tag{3}$$
*/
/**ru 449372665
Выпуклость: график $f$ лежит выше касательной в точке $x_k$, в том числе и в
точке $x^*$,
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge f(x_k)-f^*; \tag{3}$$
*/
static struct relation convexity_attained(const struct step *s) {
    return as_equality(convexity(s));
}
CLAIM(line_2_convexity, PROOF_LINE, WALK(convexity, ON(walks)),
      "Inequality (3): convexity along the path.",
      "Неравенство (3): выпуклость вдоль траектории.");
CLAIM(line_2_convexity_attained, IDENTITY,
      WALK(convexity_attained, ON(straight)), "There it is an equality.",
      "Там оно обращается в равенство.");
/**
and the second moment is bounded,
$$\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2\le\sigma^2. \tag{4}$$
Along a single path it may exceed its mean over all paths; so in the pathwise
checks $\sigma^2$ is the certified supremum on a ball that no run can leave.
Over all paths it is what the theorem says, $\sup_t\mathbb E\|\nabla
f_{i_t}(x_t)\|^2$.
*/
/**ru 4288504532
а второй момент ограничен,
$$\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2\le\sigma^2. \tag{4}$$
Вдоль одной траектории он может превысить своё среднее по всем траекториям;
поэтому в проверках вдоль траекторий $\sigma^2$ — доказанный супремум по шару,
из которого не может выйти ни один запуск. По всем траекториям это то, о чём
говорит теорема, $\sup_t\mathbb E\|\nabla f_{i_t}(x_t)\|^2$.
*/
static struct relation bounded(const struct step *s) {
    return at_most(s->mean_square, real_all(s->c->sigma2),
                   s->mean_square + s->c->sigma2);
}
static struct relation bounded_attained(const struct step *s) {
    return as_equality(bounded(s));
}
CLAIM(line_2_bounded_second_moment, PROOF_LINE, WALK(bounded, ON(walks)),
      "Inequality (4), with the certified $\\sigma^2$.",
      "Неравенство (4) с доказанным $\\sigma^2$.");
CLAIM(line_2_second_moment_attained, IDENTITY,
      WALK(bounded_attained, ON(straight)), "There it is an equality.",
      "Там оно обращается в равенство.");
/**
Together:
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le\|x_k-x^*\|^2-2\alpha\,(f(x_k)-f^*)+\alpha^2\sigma^2. \tag{5}$$
*/
/**ru 1862733010
Вместе:
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le\|x_k-x^*\|^2-2\alpha\,(f(x_k)-f^*)+\alpha^2\sigma^2. \tag{5}$$
*/
static struct relation approach_attained(const struct step *s) {
    return as_equality(approach(s));
}
CLAIM(line_2_expected_approach, PROOF_LINE, WALK(approach, ON(walks)),
      "Inequality (5).", "Неравенство (5).");
CLAIM(line_2_approach_attained, IDENTITY, WALK(approach_attained, ON(straight)),
      "There it is an equality.", "Там оно обращается в равенство.");
/**
### Line 3. The gap to the left

> Переносим слагаемое с $f(x_k)$ влево и берём полное матожидание

$$2\alpha\,\mathbb E[f(x_k)-f^*]\le\mathbb E\|x_k-x^*\|^2-\mathbb E\|x_{k+1}-x^*\|^2+\alpha^2\sigma^2. \tag{6}$$
Along a path, the last expectation is taken given $x_k$; over all paths, (6) is
checked as it stands.
*/
/**ru 2536791251
### Строка 3. Зазор переносится влево

> Переносим слагаемое с $f(x_k)$ влево и берём полное матожидание

$$2\alpha\,\mathbb E[f(x_k)-f^*]\le\mathbb E\|x_k-x^*\|^2-\mathbb E\|x_{k+1}-x^*\|^2+\alpha^2\sigma^2. \tag{6}$$
Вдоль траектории последнее математическое ожидание берётся при данном $x_k$;
по всем траекториям (6) проверяется в том виде, в каком написано.
*/
static struct relation gap_to_the_left(const struct step *s) {
    real noise = real_all(s->alpha * s->alpha * s->c->sigma2),
         left = 2 * s->alpha * s->gap;
    return at_most(left, s->distance2 - s->mean_next_distance2 + noise,
                   left + distance_size(s, s->mean_next_distance2) + noise);
}
static struct relation gap_attained(const struct step *s) {
    return as_equality(gap_to_the_left(s));
}
CLAIM(line_3_gap_to_the_left, PROOF_LINE, WALK(gap_to_the_left, ON(walks)),
      "Inequality (6), given $x_k$.", "Неравенство (6) при данном $x_k$.");
CLAIM(line_3_attained, IDENTITY, WALK(gap_attained, ON(straight)),
      "There it is an equality.", "Там оно обращается в равенство.");
/**
### Line 4. The telescope

> Суммируем (телескопируем) по $t=0,\dots,k-1$

$$\sum_{t=0}^{k-1}2\alpha\,\mathbb E[f(x_t)-f^*]\le\sum_{t=0}^{k-1}\bigl(\mathbb E\|x_t-x^*\|^2-\mathbb E\|x_{t+1}-x^*\|^2\bigr)
  +\sum_{t=0}^{k-1}\alpha^2\sigma^2. \tag{7}$$
Along a path the surprises $\xi_t$ stand on the right, since $\mathbb
E_t\|x_{t+1}-x^*\|^2=\|x_{t+1}-x^*\|^2-\xi_t$. The sums over $t$ are carried
along from step to step, among them that of $\|x_t-x^*\|^2-\|x_{t+1}-x^*\|^2$:
*/
/**ru 3176578288
### Строка 4. Телескопическая сумма

> Суммируем (телескопируем) по $t=0,\dots,k-1$

$$\sum_{t=0}^{k-1}2\alpha\,\mathbb E[f(x_t)-f^*]\le\sum_{t=0}^{k-1}\bigl(\mathbb E\|x_t-x^*\|^2-\mathbb E\|x_{t+1}-x^*\|^2\bigr)
  +\sum_{t=0}^{k-1}\alpha^2\sigma^2. \tag{7}$$
Вдоль траектории справа стоят случайные отклонения $\xi_t$, поскольку $\mathbb
E_t\|x_{t+1}-x^*\|^2=\|x_{t+1}-x^*\|^2-\xi_t$. Суммы по $t$ накапливаются от
шага к шагу, в том числе сумма $\|x_t-x^*\|^2-\|x_{t+1}-x^*\|^2$:
*/
static const struct sums *summed(const struct step *s) {
    real *approaches = &sums_before(s)->own;
    *approaches += s->distance2 - s->next_distance2;
    return sums_with(s, real_abs(*approaches));
}

static real noises(const struct step *s) {
    return real_all((double)(s->k + 1) * s->alpha * s->alpha * s->c->sigma2);
}

static struct relation sum_of_line_3(const struct step *s) {
    const struct sums *sum = summed(s);
    return at_most(sum->gaps, sum->own + sum->surprises + noises(s),
                   sum->size + noises(s));
}
static struct relation sum_attained(const struct step *s) {
    return as_equality(sum_of_line_3(s));
}
CLAIM(line_4_sum_of_line_3, PROOF_LINE, WALK(sum_of_line_3, ON(walks)),
      "Inequality (7) along single runs, with their surprises.",
      "Неравенство (7) вдоль отдельных запусков, с учётом случайных "
      "отклонений.");
CLAIM(line_4_sum_attained, IDENTITY, WALK(sum_attained, ON(straight)),
      "There it is an equality.", "Там оно обращается в равенство.");
/**
All but the ends of the first sum on the right cancel,
$$\sum_{t=0}^{k-1}\bigl(\|x_t-x^*\|^2-\|x_{t+1}-x^*\|^2\bigr)=\|x_0-x^*\|^2-\|x_k-x^*\|^2, \tag{8}$$
*/
/**ru 915808822
В первой сумме справа сокращается всё, кроме её концов,
$$\sum_{t=0}^{k-1}\bigl(\|x_t-x^*\|^2-\|x_{t+1}-x^*\|^2\bigr)=\|x_0-x^*\|^2-\|x_k-x^*\|^2, \tag{8}$$
*/
static struct relation telescope(const struct step *s) {
    const struct sums *sum = summed(s);
    real first = real_all(s->c->distance * s->c->distance);
    return equal(sum->own, first - s->next_distance2, sum->size + first);
}
CLAIM(line_4_telescope, PROOF_LINE, WALK(telescope, ON(walks)),
      "Equation (8): the telescoping sum.",
      "Равенство (8): телескопическая сумма.");
/**
and the last distance is dropped. This is where the theorem loses something,
unless the method ends at $x^*$:
$$\sum_{t=0}^{k-1}2\alpha\,\mathbb E[f(x_t)-f^*]\le\|x_0-x^*\|^2+k\,\alpha^2\sigma^2. \tag{9}$$
*/
/**ru 2604492532
и последнее расстояние отбрасывается. Именно здесь теорема что-то теряет, если
только метод не заканчивает в $x^*$:
$$\sum_{t=0}^{k-1}2\alpha\,\mathbb E[f(x_t)-f^*]\le\|x_0-x^*\|^2+k\,\alpha^2\sigma^2. \tag{9}$$
*/
static struct relation dropped(const struct step *s) {
    const struct sums *sum = summed(s);
    real first = real_all(s->c->distance * s->c->distance);
    return at_most(sum->gaps - sum->surprises, first + noises(s),
                   sum->size + first + noises(s));
}

/* With the last distance put back. */
static struct relation not_dropped(const struct step *s) {
    struct relation r = dropped(s);
    r.left += s->next_distance2;
    return as_equality(r);
}
CLAIM(line_4_last_distance_dropped, PROOF_LINE, WALK(dropped, ON(walks)),
      "Inequality (9) along single runs, with their surprises.",
      "Неравенство (9) вдоль отдельных запусков, с учётом случайных "
      "отклонений.");
CLAIM(line_4_last_distance_kept, IDENTITY, WALK(not_dropped, ON(straight)),
      "There it loses the last distance, and nothing else.",
      "Там оно теряет последнее расстояние, и больше ничего.");
/**
### Line 5. Division

> Делим на $2\alpha k$

$$\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha k}+\frac{\alpha\sigma^2}2. \tag{10}$$
*/
/**ru 213846999
### Строка 5. Деление

> Делим на $2\alpha k$

$$\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha k}+\frac{\alpha\sigma^2}2. \tag{10}$$
*/
static struct relation divided(const struct step *s, real left) {
    const struct sums *sum = summed(s);
    double count = (double)(s->k + 1), scale = 1 / (2 * s->alpha * count);
    real right = real_all(bound(s->c, s->k + 1));
    return at_most(left - scale * sum->surprises, right,
                   scale * (sum->size + 2 * s->alpha * count * left) + right);
}

static struct relation division(const struct step *s) {
    return divided(s, s->gap_average);
}
/* The last distance, divided as well, put back. */
static struct relation kept(const struct step *s, struct relation r) {
    r.left += s->next_distance2 / (2 * s->alpha * (double)(s->k + 1));
    return as_equality(r);
}

static struct relation division_whole(const struct step *s) {
    return kept(s, division(s));
}
CLAIM(line_5_division, PROOF_LINE, WALK(division, ON(walks)),
      "Inequality (10) along single runs, with their surprises.",
      "Неравенство (10) вдоль отдельных запусков, с учётом случайных "
      "отклонений.");
CLAIM(line_5_last_distance_kept, IDENTITY, WALK(division_whole, ON(straight)),
      "There it loses the last distance, and nothing else.",
      "Там оно теряет последнее расстояние, и больше ничего.");
/**
### Line 6. Jensen's inequality

> Используя выпуклость $f$ и неравенство Йенсена для усреднённой точки $\bar
> x_k=\frac1k\sum_{t=0}^{k-1}x_t$

$$\mathbb E[f(\bar x_k)]\le\mathbb E\Bigl[\frac1k\sum_{t=0}^{k-1}f(x_t)\Bigr]=\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)],\qquad
  \mathbb E[f(\bar x_k)-f^*]\le\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)-f^*]. \tag{11}$$
It holds on every path, before any expectation. The average is a sum of $k$
numbers, and loses as much by rounding.
*/
/**ru 2789805462
### Строка 6. Неравенство Йенсена

> Используя выпуклость $f$ и неравенство Йенсена для усреднённой точки $\bar
> x_k=\frac1k\sum_{t=0}^{k-1}x_t$

$$\mathbb E[f(\bar x_k)]\le\mathbb E\Bigl[\frac1k\sum_{t=0}^{k-1}f(x_t)\Bigr]=\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)],\qquad
  \mathbb E[f(\bar x_k)-f^*]\le\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)-f^*]. \tag{11}$$
Это верно на каждой траектории, ещё до всякого математического ожидания.
Среднее — сумма $k$ чисел и теряет столько же на округлениях.
*/
static struct relation jensen_attained(const struct step *s) {
    return as_equality(jensen(s));
}
CLAIM(line_6_jensen, PROOF_LINE, WALK(jensen, ON(walks)), "Inequality (11).",
      "Неравенство (11).");
CLAIM(line_6_attained, IDENTITY, WALK(jensen_attained, ON(straight)),
      "There it is an equality on this side of the kink.",
      "Там, по эту сторону излома, оно обращается в равенство.");
/**
### Line 7. Together

> Объединяя (5) и (6), получаем искомую оценку

From (10) and (11), $\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha
k}+\frac{\alpha\sigma^2}2$. $\blacksquare$
*/
/**ru 293448660
### Строка 7. Всё вместе

> Объединяя (5) и (6), получаем искомую оценку

Из (10) и (11) $\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha
k}+\frac{\alpha\sigma^2}2$. $\blacksquare$
*/
static struct relation together(const struct step *s) {
    return divided(s, s->average_gap);
}
static struct relation together_whole(const struct step *s) {
    return kept(s, together(s));
}
CLAIM(line_7_together, PROOF_LINE, WALK(together, ON(walks)),
      "The bound along single runs, with their surprises.",
      "Оценка вдоль отдельных запусков, с учётом случайных отклонений.");
CLAIM(line_7_last_distance_kept, IDENTITY, WALK(together_whole, ON(straight)),
      "There it loses the last distance, and nothing else.",
      "Там она теряет последнее расстояние, и больше ничего.");
/**
### Over all paths

Each path has a number, whose digits to the base $n$ are the indices drawn.
Where there are few enough of them, all are walked, and lines 2 to 6 are checked
as they stand, with full expectations and $\sigma^2=\sup_t\mathbb E\|\nabla
f_{i_t}(x_t)\|^2$, for every $k$ up to the last. In line 4 the sum is compared
with the sharper middle of the lecture's chain, which still has $\mathbb
E\|x_k-x^*\|^2$. On $2|x|$ with $\alpha=\frac3{64}$ every line is an equality up
to the arrival at 0 after 32 steps; (10), which has dropped the last distance,
at the arrival only.
*/
/**ru 925757683
### По всем траекториям {#over-all-paths}

У каждой траектории есть номер, цифры которого в системе счисления с
основанием $n$ — это выбранные индексы. Там, где траекторий достаточно мало,
перебираются все, и строки 2–6 проверяются в том виде, в каком написаны, с
полными математическими ожиданиями и с $\sigma^2=\sup_t\mathbb E\|\nabla
f_{i_t}(x_t)\|^2$, для каждого $k$ вплоть до последнего. В строке 4 сумма
сравнивается с более точным средним звеном цепочки из лекции, где ещё стоит
$\mathbb E\|x_k-x^*\|^2$. На $2|x|$ с $\alpha=\frac3{64}$ каждая строка —
равенство вплоть до прихода в 0 через 32 шага; (10), где последнее расстояние
отброшено, — только в момент прихода.
*/
enum { ENUMERATED = 5, STRAIGHT = 2, ARRIVAL = 32, LONGEST = 60 };
static const struct setting enumerated[ENUMERATED] = {
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 3},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 12},
    {steep_value, &method_sgd, {.alpha = 1.5 / ARRIVAL}, .steps = LONGEST},
    {hinge_loss, &method_sgd, {.alpha = 0.5}, .steps = 3},
    {absolute_deviations, &method_sgd, {.alpha = 0.2}, .steps = 3},
};

struct expected {
    double distance2;   /* E||x_k - x*||^2 */
    double inner;       /* E<grad f(x_k), x_k - x*> */
    double square;      /* E||grad f_i(x_k)||^2 */
    double gap;         /* E f(x_k) - f* */
    double average_gap; /* E f(xbar_k) - f* */
    double size;        /* of the numbers that went into these */
    double gaps;        /* the sum of the gaps up to this one */
    double sigma2;      /* the supremum of the squares up to this one */
    double noises;      /* (k + 1) alpha^2 sigma^2 */
};

struct expectations {
    size_t paths; /* there are */
    struct expected at[LONGEST + 1];
};

/* What add_paths adds to. */
struct adding {
    real *sum; /* of x_0, ..., x_{k-1} on the paths at hand */
    struct expectations *to;
};

static void add_paths(const struct on_paths *on, void *with) {
    const struct adding *adding = with;
    struct expectations *out = adding->to;
    const struct trajectory *t = on->at;
    const struct problem *p = t->problem;
    struct expected *at = &out->at[t->k];
    real gradient[DIM_MOST], average[DIM_MOST], inner = {0}, size = {0};
    real gap = p->value(p, t->x, gradient) - p->f_star_low;
    for (size_t j = 0; j < p->dim; j++) {
        real off = t->x[j] - p->x_star[j], *sum = &adding->sum[j];
        inner += gradient[j] * off;
        size += off * off + t->x[j] * t->x[j] + gradient[j] * gradient[j];
        average[j] = t->k ? *sum / (double)t->k : t->x[j];
        *sum = t->k ? *sum + t->x[j] : t->x[j];
    }
    size += gap + 2 * fabs(p->f_star_low);
    real average_gap = p->value(p, average, NULL) - p->f_star_low;
    real square = second_moment(p, t->x, t->scratch);
    real distance2 = squared_distance(p->dim, t->x, p->x_star);
    real each = real_where(on->weight > 0, real_all(1.0 / (double)on->paths),
                           real_all(0));
    at->distance2 += real_sum(each * distance2);
    at->inner += real_sum(each * inner);
    at->square += real_sum(each * square);
    at->gap += real_sum(each * gap);
    at->average_gap += real_sum(each * average_gap);
    at->size += real_sum(each * size);
    out->paths = on->paths;
}

static void sum_up(struct expected at[], size_t steps, double alpha) {
    double gaps = 0, sigma2 = 0;
    for (size_t k = 0; k < steps; k++) {
        at[k].gaps = gaps += at[k].gap;
        at[k].sigma2 = sigma2 = larger(sigma2, at[k].square);
        at[k].noises = (double)(k + 1) * alpha * alpha * sigma2;
    }
}

/* Of every setting; made once for the lines that follow. */
static void enumerate(struct inquiry *q, void *out) {
    for (size_t i = 0; i < ENUMERATED && !q->trouble; i++) {
        const struct setting *s = &enumerated[i];
        struct expectations *to = (struct expectations *)out + i;
        struct problem *p = s->problem();
        real sum[DIM_MOST];
        struct adding adding = {sum, to};
        if (p->dim > DIM_MOST)
            q->trouble = "a problem of too many dimensions";
        else
            q->trouble = along_all_paths(p, s->method, &s->settings, s->steps,
                                         add_paths, &adding);
        sum_up(to->at, s->steps, s->settings.alpha);
        problem_free(p);
    }
}
static const struct shared enumeration = {
    ENUMERATED * sizeof(struct expectations), enumerate, NULL};

/* Which of the lines, and whether it is an equality. */
struct over {
    size_t line;
    bool attained;
};

static void check_line(struct inquiry *q, const struct problem *p,
                       const struct setting *s, const struct expectations *e,
                       const struct over *over) {
    struct constants c = constants_of(p, s->settings.alpha);
    double size = c.distance * c.distance;
    size_t sums = e->paths / LANES + LANES,
           steps = over->attained ? ARRIVAL : s->steps;
    for (size_t k = 0; k < steps; k++) {
        const struct expected *now = &e->at[k], *next = now + 1;
        c.sigma2 = now->sigma2;
        double noise = c.alpha * c.alpha * c.sigma2, count = (double)(k + 1);
        const struct {
            double left, right;
        } lines[] = {
            [2] = {next->distance2, now->distance2 - 2 * c.alpha * now->inner +
                                        c.alpha * c.alpha * now->square},
            [3] = {2 * c.alpha * now->gap,
                   now->distance2 - next->distance2 + noise},
            [4] = {2 * c.alpha * now->gaps, /* fma: they may cancel */
                   fma(c.distance, c.distance, -next->distance2) + now->noises},
            [5] = {now->gaps / count, bound(&c, k + 1)},
            [6] = {next->average_gap, now->gaps / count},
        };
        /* Each term is a sum over groups of paths; its numbers came k steps. */
        size +=
            (1 + c.alpha * c.alpha) * (now->size + next->size + now->square);
        double roundings = p->roundings + (double)(sums + 2 * p->components) +
                           16 * (double)(k + 2);
        bool equal = over->line == 2 || over->attained;
        if (over->attained && over->line == 5 && k + 1 < steps) continue;
        inquiry_exact(q, p->id, "sgd", k + 1, lines[over->line].left,
                      DBL_EPSILON / 2 * roundings * size,
                      equal ? EQUAL : AT_MOST, lines[over->line].right);
    }
}

static void check_settings(struct inquiry *q, const struct over *over) {
    const struct expectations *all = inquiry_shared(q);
    for (size_t i = 0; i < ENUMERATED && all; i++) {
        const struct setting *s = &enumerated[i];
        if (over->attained && i != STRAIGHT) continue;
        struct problem *p = s->problem();
        if (inquiry_assumes(q, p, s->method, &s->settings, s->steps))
            check_line(q, p, s, &all[i], over);
        problem_free(p);
    }
}

static void over_all_paths(struct inquiry *q) {
    check_settings(q, q->with);
}

static void attained_over_all_paths(struct inquiry *q) {
    for (size_t line = 3; line <= 6; line++) {
        size_t first = q->count;
        check_settings(q, &(struct over){line, true});
        inquiry_which(q, first, "line %zu", line);
    }
}
CLAIM(line_2_over_all_paths, PROOF_LINE,
      COMPUTE(over_all_paths, &(const struct over){2, false},
              .shares = &enumeration),
      "Equation (2), exactly.", "Равенство (2), точно.");
CLAIM(line_3_over_all_paths, PROOF_LINE,
      COMPUTE(over_all_paths, &(const struct over){3, false},
              .shares = &enumeration),
      "Inequality (6), exactly.", "Неравенство (6), точно.");
CLAIM(line_4_over_all_paths, PROOF_LINE,
      COMPUTE(over_all_paths, &(const struct over){4, false},
              .shares = &enumeration),
      "Inequality (7), exactly.", "Неравенство (7), точно.");
CLAIM(line_5_over_all_paths, PROOF_LINE,
      COMPUTE(over_all_paths, &(const struct over){5, false},
              .shares = &enumeration),
      "Inequality (10), exactly.", "Неравенство (10), точно.");
CLAIM(line_6_over_all_paths, PROOF_LINE,
      COMPUTE(over_all_paths, &(const struct over){6, false},
              .shares = &enumeration),
      "Inequality (11), exactly.", "Неравенство (11), точно.");
CLAIM(lines_attained_over_all_paths, IDENTITY,
      COMPUTE(attained_over_all_paths, .shares = &enumeration),
      "On $2|x|$ these four are equalities.",
      "На $2|x|$ эти четыре неравенства обращаются в равенства.");
/**
## The corollary: a step for a given number of iterations

$\frac{R^2}{2\alpha k}+\frac{\alpha\sigma^2}2$ with $R=\|x_0-x^*\|$ is a convex
function of $\alpha$, and least where both terms are equal:
$$\min_{\alpha>0}\Bigl(\frac{R^2}{2\alpha k}+\frac{\alpha\sigma^2}2\Bigr)=\frac{R\sigma}{\sqrt k}\quad\text{at}\quad
  \alpha=\frac R{\sigma\sqrt k}. \tag{12}$$
Steps up to 1024 times as long and as short do no better.
*/
/**ru 1601078414
## Следствие: шаг для заданного числа итераций

Сумма $\frac{R^2}{2\alpha k}+\frac{\alpha\sigma^2}2$, где $R=\|x_0-x^*\|$, —
выпуклая функция от $\alpha$; она наименьшая, когда оба слагаемых равны:
$$\min_{\alpha>0}\Bigl(\frac{R^2}{2\alpha k}+\frac{\alpha\sigma^2}2\Bigr)=\frac{R\sigma}{\sqrt k}\quad\text{при}\quad
  \alpha=\frac R{\sigma\sqrt k}. \tag{12}$$
Шаги, которые длиннее или короче этого не более чем в 1024 раза, не лучше.
*/
static double corollary(const struct constants *c, size_t k) {
    return c->distance * sqrt(c->sigma2) / sqrt((double)k);
}

/* The bound with the step 2^power R/(sigma sqrt k), against the corollary, for
 * some R and sigma. */
static void bound_at_step(struct inquiry *q, int power, enum sign sign) {
    size_t first = q->count;
    for (size_t k = 1; k <= 1000000; k *= 10) {
        struct constants c = {.distance = 3, .sigma2 = 7};
        c.alpha = ldexp(c.distance / sqrt(c.sigma2 * (double)k), power);
        double value = bound(&c, k);
        inquiry_exact(q, "", "", k, value, 16 * DBL_EPSILON * value, sign,
                      corollary(&c, k));
    }
    inquiry_which(q, first, "2^%d times the best step, %s", power,
                  sign_name(sign));
}

static void best_step(struct inquiry *q) {
    bound_at_step(q, 0, EQUAL);
    for (int power = -10; power <= 10; power++)
        bound_at_step(q, power, AT_LEAST);
}
CLAIM(corollary_best_step, IDENTITY, COMPUTE(best_step),
      "Equation (12) for $k$ up to $10^6$, and no other step does better.",
      "Равенство (12) для $k$ до $10^6$; никакой другой шаг не лучше.");
/**
Nobody knows $\sigma$ beforehand, but a Lipschitz constant will do: if no
$\nabla f_i$ is longer than $c$, then $\sigma=c$ is a valid choice. So it is on
the problems without smoothness. Each $k$ is a run of its own, with its own
step:
*/
/**ru 2558542941
Никто не знает $\sigma$ заранее, но годится и константа Липшица: если ни один
из $\nabla f_i$ не длиннее $c$, то можно взять $\sigma=c$. Так и сделано в
задачах без гладкости. Для каждого $k$ — свой запуск со своим шагом:
*/
static double best_for_steps(const struct constants *c, size_t steps) {
    return c->distance / (c->lipschitz * sqrt((double)steps));
}

static const size_t lengths[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

/* On which problem each k has a run of its own, or runs. */
struct horizons {
    struct problem *(*problem)(void); /* NULL: the maximum norm on R^k */
    size_t runs;                      /* 0: there is no noise */
    enum sign sign;
    size_t but; /* so many of the lengths, the last ones */
};

static void for_each_k(struct inquiry *q) {
    const struct horizons *h = q->with;
    for (size_t i = 0; i < COUNT(lengths) - h->but; i++) {
        size_t k = lengths[i];
        struct problem *p = h->problem ? h->problem() : max_norm_of(k);
        struct constants c = constants_of(p, 1);
        c.sigma2 = c.lipschitz * c.lipschitz;
        double limit = corollary(&c, k);
        struct measurement of = {.problem = p,
                                 .method = &method_sgd,
                                 .settings = {.alpha = best_for_steps(&c, k)},
                                 .runs = h->runs,
                                 .average = true,
                                 .from_above = true,
                                 .stream = i,
                                 .checkpoints = &k,
                                 .count = 1};
        struct moments gap;
        struct interval limits;
        struct series s;
        if (h->runs && inquiry_gaps(q, &of, &gap, &limits))
            inquiry_measured(q, p->id, "sgd", k, &gap, limits, h->sign, limit);
        if (!h->runs)
            q->trouble = all_paths.compute(p, of.method, &of.settings, k, &s);
        if (!h->runs && !q->trouble) {
            double error = s.average_error[k] + 8 * DBL_EPSILON * limit;
            inquiry_exact(q, p->id, "sgd", k, s.average_gap[k], error, h->sign,
                          limit);
            series_free(&s);
        }
        problem_free(p);
        if (q->trouble || q->interrupted) return;
    }
}

static const struct horizons on_line = {.problem = absolute_value};
static const struct horizons on_hinge = {hinge_loss, .runs = 16384};
static const struct horizons on_median = {absolute_deviations, .runs = 16384};
static const struct horizons on_max_norm = {.sign = EQUAL, .but = 1};
enum { LIMITS = 2 * COUNT(lengths) };
CLAIM(corollary_absolute_value, SHARPNESS, COMPUTE(for_each_k, &on_line),
      "The corollary on the absolute value, a run for each $k$.",
      "Следствие для модуля, для каждого $k$ свой запуск.");
CLAIM(corollary_hinge_loss, SHARPNESS, COMPUTE(for_each_k, &on_hinge, LIMITS),
      "The corollary on the hinge loss, runs of their own for each $k$.",
      "Следствие для потерь SVM, для каждого $k$ свои запуски.");
CLAIM(corollary_absolute_deviations, SHARPNESS,
      COMPUTE(for_each_k, &on_median, LIMITS),
      "The corollary on least absolute deviations, the same.",
      "Следствие в задаче наименьших модулей, так же.");
/**
## How sharp it is

**For every $k$, the bound is attained.** Let $f(x)=c|x|$ without noise, so
$\sigma=c$, and start at $x_0=R=\alpha ck$. The method walks straight to 0 and
arrives there after just $k$ steps. Nothing is lost: (3) is an equality because
$f$ is linear on the way, (4) because there is no noise, (9) because $x_k=x^*$,
and Jensen's inequality because all $x_t$ lie on one side of the kink:
$$f(\bar x_k)=\frac ck\sum_{t=0}^{k-1}\alpha c\,(k-t)=\frac{\alpha c^2(k+1)}2=\frac{R^2}{2\alpha k}+\frac{\alpha\sigma^2}2. \tag{13}$$
With a fixed step the floor is attained as well: at the kink the oracle answers
$-c$, the run jumps between 0 and $\alpha c$ for ever, and whenever it is at 0,
the gap of the average is the bound again.
*/
/**ru 2194956785
## Насколько оценка точна {#how-sharp-it-is}

**Оценка достигается для каждого $k$.** Пусть $f(x)=c|x|$ без шума, так что
$\sigma=c$, и пусть $x_0=R=\alpha ck$. Метод идёт прямо к 0 и приходит туда
ровно за $k$ шагов. Ничего не теряется: (3) — равенство, потому что на этом
пути $f$ линейна, (4) — потому что нет шума, (9) — потому что $x_k=x^*$, а
неравенство Йенсена — потому что все $x_t$ лежат по одну сторону от излома:
$$f(\bar x_k)=\frac ck\sum_{t=0}^{k-1}\alpha c\,(k-t)=\frac{\alpha c^2(k+1)}2=\frac{R^2}{2\alpha k}+\frac{\alpha\sigma^2}2. \tag{13}$$
При фиксированном шаге достигается и шумовой порог: в точке излома оракул
отвечает $-c$, точка без конца прыгает между 0 и $\alpha c$, и всякий раз,
когда она в 0, зазор среднего снова равен оценке.
*/
static double arriving(const struct constants *c, size_t steps) {
    return c->distance / (c->lipschitz * (double)steps);
}

/* From the longest to the shortest, as a curve of the ledger ends where k
 * starts anew; then the fixed step. */
static const struct setting attaining[] = {
    {steep_value, &method_sgd, {.chosen = arriving}, 1000, .steps = 1000},
    {steep_value, &method_sgd, {.chosen = arriving}, 50, .steps = 50},
    {steep_value, &method_sgd, {.chosen = arriving}, 5, .steps = 5},
    {steep_value, &method_sgd, {.chosen = arriving}, 2, .steps = 2},
    {steep_value, &method_sgd, {.chosen = arriving}, 1, .steps = 1},
    {absolute_value, &method_sgd, {.alpha = 1.0 / 64}, 1000, .steps = 1000},
};
enum { ARRIVING = 5 };

static double closed_form(const struct constants *c, size_t k) {
    return c->alpha * c->lipschitz * c->lipschitz * ((double)k + 1) / 2;
}

CLAIM(attained_closed_form, IDENTITY,
      AVERAGE(closed_form, attaining, ARRIVING, .sign = EQUAL),
      "Equation (13): the gap of the average is $\\alpha c^2(k+1)/2$.",
      "Равенство (13): зазор среднего равен $\\alpha c^2(k+1)/2$.");
CLAIM(attained, IDENTITY, AVERAGE(bound, ON(attaining), .sign = EQUAL),
      "The gap of the average *equals* the bound, for $k=1,2,5,50,1000$.",
      "Зазор среднего *равен* оценке при $k=1,2,5,50,1000$.");
CLAIM(attained_fails_at_0_95, CONTROL,
      AVERAGE(bound, attaining, ARRIVING, .times = 0.95), "0.95 of it fails.",
      "С множителем 0,95 она неверна.");
/**
**The corollary is attained too**, in as many dimensions as there are steps. Let
$f(x)=c\max_j|x_j|$ on $\mathbb R^k$, start at $x_0=\frac R{\sqrt
k}(1,\dots,1)$, and let the oracle name the first largest coordinate. The step
$\alpha=\frac R{c\sqrt k}$ takes one coordinate after another to 0. As long as
one is left, $f(x_t)=\frac{cR}{\sqrt k}$; the coordinate that is taken last has
never moved before, so $f(\bar x_k)=\frac{cR}{\sqrt k}$ as well, which *is* the
corollary. (On the line it is not attained: $c|x|$ gets there early and stays
near the minimum.)
*/
/**ru 4217933369
**Следствие тоже достигается**, если размерность равна числу шагов. Пусть
$f(x)=c\max_j|x_j|$ на $\mathbb R^k$, $x_0=\frac R{\sqrt k}(1,\dots,1)$, и
пусть оракул указывает первую из наибольших координат. Шаг $\alpha=\frac
R{c\sqrt k}$ обращает в 0 одну координату за другой. Пока остаётся хотя бы
одна, $f(x_t)=\frac{cR}{\sqrt k}$; координата, до которой очередь доходит
последней, прежде не двигалась, поэтому и $f(\bar x_k)=\frac{cR}{\sqrt k}$, а
это и *есть* следствие. (На прямой оно не достигается: на $c|x|$ метод
приходит раньше и остаётся вблизи минимума.)
*/
static double moved_exponent(const struct constants *c, size_t k) {
    return corollary(c, k) * pow((double)k, -0.2);
}

static const struct setting best[] = {
    {max_norm, &method_sgd, {.chosen = best_for_steps}, 64, .steps = 64},
};
CLAIM(corollary_attained, IDENTITY, COMPUTE(for_each_k, &on_max_norm),
      "On the maximum norm in $\\mathbb R^k$ the corollary *equals* the gap.",
      "Для максимум-нормы в $\\mathbb R^k$ следствие *равно* зазору.");
CLAIM(corollary_fails_at_0_95, CONTROL,
      AVERAGE(corollary, ON(best), .times = 0.95), "0.95 of it is beaten.",
      "С множителем 0,95 оно нарушается.");
CLAIM(corollary_fails_at_exponent_0_7, CONTROL,
      AVERAGE(moved_exponent, ON(best)), "$R\\sigma/k^{0.7}$ is beaten.",
      "Оценка $R\\sigma/k^{0.7}$ нарушается.");
/**
@figure ratio Estimate over bound on all problems: 1 means attained

**Two ways to the same average.** Averages of quadratics come from a recursion
of second moments, other exact ones from all paths. On two signs both are
possible:
*/
/**ru 3837476142
@figure ratio Отношение оценки зазора к границе на всех задачах: 1 значит
    «достигается»

**Два пути к одному среднему.** Средние для квадратичных функций получены из
рекурсии для вторых моментов, остальные точные средние — перебором всех
траекторий. На двух знаках возможно и то и другое:
*/
static void two_ways(struct inquiry *q) {
    struct problem *p = two_signs();
    p->x_0[0] = 1.5; /* so that the transient is compared as well */
    struct settings settings = {.alpha = 0.3};
    struct series paths, moments;
    q->trouble = all_paths.compute(p, &method_sgd, &settings, 14, &paths);
    if (!q->trouble) {
        q->trouble = second_moment_recursion.compute(p, &method_sgd, &settings,
                                                     14, &moments);
        for (size_t k = 0; !q->trouble && k <= 14; k++)
            inquiry_exact(q, "two_signs", "sgd", k, moments.average_gap[k],
                          moments.average_error[k] + paths.average_error[k],
                          EQUAL, paths.average_gap[k]);
        if (!q->trouble) series_free(&moments);
        series_free(&paths);
    }
    problem_free(p);
}
CLAIM(averages_two_ways, IDENTITY, COMPUTE(two_ways),
      "All paths and the recursion give the same $\\mathbb E f(\\bar x_k)$.",
      "Перебор всех траекторий и рекурсия дают одно и то же $\\mathbb E "
      "f(\\bar x_k)$.");
/**
## What breaks

**The last iterate in place of the average.** On $c|x|$ with $\alpha=R/9.9$ the
method ends up jumping between $0.9\alpha c$ and $-0.1\alpha c$. After an odd
number of steps $f(x_k)=0.9\,\alpha c^2$, while the bound tends to $\alpha
c^2/2$. The average of the two has a gap of $0.4\,\alpha c^2$.

*/
/**ru 2748392515
## Что ломается {#what-breaks}

**Последняя точка вместо среднего.** На $c|x|$ с $\alpha=R/9.9$ метод в конце
концов прыгает между $0.9\alpha c$ и $-0.1\alpha c$. После нечётного числа
шагов $f(x_k)=0.9\,\alpha c^2$, тогда как оценка стремится к $\alpha c^2/2$. У
среднего этих двух точек зазор равен $0.4\,\alpha c^2$.
*/
static const struct setting jumping[] = {
    {absolute_value, &method_sgd, {.alpha = 1 / 9.9}, 9999, .steps = 9999},
};
CLAIM(control_last_iterate, CONTROL, MEAN(bound, ON(jumping)),
      "At the last iterate the bound is beaten.",
      "В последней точке оценка нарушается.");
/**
**No convexity.** $1-\cos x$ from $x_0=\pi-2^{-20}$, next to its maximum, with
$\alpha=1$: the gradient is nearly 0, and the gap stays near 2 for some twenty
steps. The "bound" is down to $0.41$ at $k=12$.
*/
/**ru 3339167197
**Нет выпуклости.** Возьмём $1-\cos x$ из $x_0=\pi-2^{-20}$, рядом с
максимумом, с $\alpha=1$: градиент почти равен 0, и около двадцати шагов зазор
остаётся близок к 2. «Оценка» же при $k=12$ уже опустилась до $0.41$.
*/
CLAIM(control_no_convexity, CONTROL,
      DROPS(convex_function, AVERAGE(bound, AT(cosine, &method_sgd,
                                               {.alpha = 1}, 4, .steps = 12))),
      "Without convexity the bound is beaten.",
      "Без выпуклости оценка нарушается.");
/**
**A biased oracle.** $g=\mu x+b$ from $x_0=x^*=0$ moves towards $-b/\mu$, where
the gap is $\frac{b^2}{2\mu}=0.125$. The bound is $\alpha b^2/2=0.0125$ for
$\alpha=0.1$.
*/
/**ru 2546211468
**Смещённый оракул.** С $g=\mu x+b$ из $x_0=x^*=0$ точка движется к $-b/\mu$,
где зазор равен $\frac{b^2}{2\mu}=0.125$. Оценка же равна $\alpha
b^2/2=0.0125$ при $\alpha=0.1$.
*/
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle,
            AVERAGE(bound, AT(biased_parabola, &method_sgd, {.alpha = 0.1},
                              1000, .steps = 1000))),
      "With a biased oracle the bound is beaten.",
      "При смещённом оракуле оценка нарушается.");
/**
**A step the wrong way.** With $\alpha=-0.1$ both terms are negative, and no gap
is.
*/
/**ru 787330888
**Шаг не в ту сторону.** При $\alpha=-0.1$ оба слагаемых отрицательны, а зазор
отрицательным не бывает.
*/
CLAIM(control_negative_step, CONTROL,
      DROPS(positive_step, AVERAGE(bound, AT(parabola, &method_sgd,
                                             {.alpha = -0.1}, 1, .steps = 10))),
      "With a negative step the bound is beaten.",
      "При отрицательном шаге оценка нарушается.");
/**
**Variance in place of the second moment.** There is no noise in (13), so its
variance is 0. A bound with $\sigma^2=0$ is short by $\alpha c^2/2$, for every
$k$. (Where $f$ is smooth and $\alpha\le\frac1L$, which the slide does not ask
for, [the variance is enough](convex_variance.html); where every component is,
even [the variance at $x^*$](convex_variance_at_minimiser.html).)

@erratum control_variance_for_second_moment The condition is called a bounded
    variance («дисперсия»), but it bounds the second moment, and with the
    variance the theorem is false.

**A step for another $k$.** The corollary's step depends on $k$ («зависящего от
$k$»). Take the one for $k=50$ and run on to $k=1000$: the average stops
improving at the floor of that step, and $\frac{R\sigma}{\sqrt k}$ is beaten.
*/
/**ru 2463070572
**Дисперсия вместо второго момента.** В (13) нет шума, поэтому дисперсия равна
нулю. Оценке с $\sigma^2=0$ недостаёт $\alpha c^2/2$ при каждом $k$. (Если $f$
гладкая и $\alpha\le\frac1L$, чего слайд не требует, то [достаточно
дисперсии](convex_variance.html); если гладко каждое слагаемое — даже
[дисперсии в $x^*$](convex_variance_at_minimiser.html).)

@erratum control_variance_for_second_moment Условие названо ограниченностью
    дисперсии («дисперсия»), но ограничивает оно второй момент, а с дисперсией
    теорема неверна.

**Шаг для другого $k$.** Шаг в следствии зависит от $k$ («зависящего от $k$»).
Возьмём шаг для $k=50$ и продолжим до $k=1000$: среднее перестаёт улучшаться
на шумовом пороге для этого шага, и оценка $\frac{R\sigma}{\sqrt k}$ нарушается.
*/
static double bound_with_variance(const struct constants *c, size_t k) {
    struct constants misread = *c;
    misread.sigma2 = c->noise * c->noise;
    return bound(&misread, k);
}

static double best_for_50(const struct constants *c, size_t steps) {
    (void)steps;
    return best_for_steps(c, 50);
}

static const struct setting too_long[] = {
    {absolute_value, &method_sgd, {.chosen = best_for_50}, 1000, .steps = 1000},
};
CLAIM(control_variance_for_second_moment, CONTROL,
      DROPS(bounded_moment, AVERAGE(bound_with_variance, attaining, ARRIVING)),
      "With $\\sigma^2$ read as the variance the bound is beaten.",
      "Если понимать $\\sigma^2$ как дисперсию, оценка нарушается.");
CLAIM(control_another_k, CONTROL, AVERAGE(corollary, ON(too_long)),
      "With the step for $k=50$ the corollary is beaten at $k=1000$.",
      "С шагом для $k=50$ следствие при $k=1000$ нарушается.");

static const struct claim *const claims[] = {
    bound_logistic_longer_step,
    bound_logistic_shorter_step,
    bound_hinge_loss_longer_step,
    bound_hinge_loss_shorter_step,
    bound_absolute_deviations_longer_step,
    bound_absolute_deviations_shorter_step,
    bound_exact,
    holds_while_diverging,
    line_1_square_of_the_distance,
    line_2_unbiasedness,
    line_2_identity_of_the_distance,
    line_2_convexity,
    line_2_convexity_attained,
    line_2_bounded_second_moment,
    line_2_second_moment_attained,
    line_2_expected_approach,
    line_2_approach_attained,
    line_3_gap_to_the_left,
    line_3_attained,
    line_4_sum_of_line_3,
    line_4_sum_attained,
    line_4_telescope,
    line_4_last_distance_dropped,
    line_4_last_distance_kept,
    line_5_division,
    line_5_last_distance_kept,
    line_6_jensen,
    line_6_attained,
    line_7_together,
    line_7_last_distance_kept,
    line_2_over_all_paths,
    line_3_over_all_paths,
    line_4_over_all_paths,
    line_5_over_all_paths,
    line_6_over_all_paths,
    lines_attained_over_all_paths,
    corollary_best_step,
    corollary_absolute_value,
    corollary_hinge_loss,
    corollary_absolute_deviations,
    attained_closed_form,
    attained,
    attained_fails_at_0_95,
    corollary_attained,
    corollary_fails_at_0_95,
    corollary_fails_at_exponent_0_7,
    averages_two_ways,
    control_last_iterate,
    control_no_convexity,
    control_biased_oracle,
    control_negative_step,
    control_variance_for_second_moment,
    control_another_k};

static const struct term terms[] = {
    {.name = {"start", "начало"}, .at = start_term},
    {.name = {"floor", "шумовой порог"}, .at = floor_term},
};

static const struct drawing drawings[] = {
    {.name = "corollary",
     .title = {"With the best step for each k the gap stays below the bound",
               "С лучшим шагом для каждого k зазор ниже границы"},
     .x = {"number of iterations {/:Italic k}, known beforehand",
           "число итераций {/:Italic k}, известное заранее"},
     .y = {"E[{/:Italic f}(average) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}(среднее) − {/:Italic f}^{ *}]"},
     .bounds = true,
     .curves = {{.claim = "corollary_attained",
                 .name = {"maximum norm in R^k", "максимум-норма в R^k"}},
                {.claim = "corollary_absolute_value"},
                {.claim = "corollary_hinge_loss"},
                {.claim = "corollary_absolute_deviations"}}},
};

const struct theorem theorem_convex_constant_step = {
    .id = "convex_constant_step",
    .title = {"SGD with a constant step on a convex function",
              "SGD с постоянным шагом на выпуклой функции"},
    .source = "Гладкий выпуклый случай с постоянным шагом",
    HYPOTHESES(hypotheses),
    .terms = terms,
    .term_count = COUNT(terms),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    .forecast = {.name = {"convex, σ² of the path", "выпуклая, σ² вдоль пути"},
                 .method = &method_sgd,
                 .bound = bound,
                 .average = true,
                 .given = is_constant,
                 .asks = "a constant step"},
};

/**
## Exercises

@exercise line_7_last_distance_kept
    `descent run steep_value sgd --alpha 0.0234375 --steps 64` walks down $2|x|$
    from 3 to 0. At $k=32$ its bound exceeds the gap of the average by exactly
    1.5. Derive this number from the line of the proof that loses it, and
    predict the difference at $k=56$. :: Line 4 drops the last distance, which
    after the division is $\frac{\|x_k-x^*\|^2}{2\alpha k}$; before the kink all
    else is an equality. At $k=32$ the method has come half of its way, to 1.5,
    and 2.25/1.5 is 1.5. At $k=56$ it stands at 0.375, so the difference is
    about 0.054, and at $k=64$ nothing is left to lose.
@exercise control_another_k The step $\alpha=\frac R{\sigma\sqrt m}$ was planned
    for $m$ iterations, and the run takes $k$. By which factor does the bound
    then exceed the corollary for $k$, and is it worse to stop early or to go on
    too long? Try $m=50$ and $k=1000$ on $|x|$:
    `descent run absolute_value sgd --alpha 0.141421 --steps 1000`. :: The bound
    becomes $\frac12\bigl(\theta+\frac1\theta\bigr)\frac{R\sigma}{\sqrt k}$ with
    $\theta=\sqrt{k/m}$, and does not tell $\theta$ from $\frac1\theta$: both
    errors cost the same factor, a quarter more if the plan was wrong by four.
    Here $\theta=\sqrt{20}$, and the bound is about 0.074 where the corollary
    has 0.032. The run does need more than the corollary: its average is left at
    about 0.056.
@exercise control_last_iterate At the kink of $c|x|$ the method ends up jumping
    between $\theta\alpha c$ and $-(1-\theta)\alpha c$. What does each of (10)
    and (11) give away there, and at which line would a proof about $x_k$ in
    place of $\bar x_k$ break off? See $\theta=0.9$ with
    `descent run absolute_value sgd --alpha 0.10101010101 --steps 9999`. :: The
    mean of the two gaps is $\frac{\alpha c^2}2$ whatever $\theta$ is, so in the
    limit (10) gives away nothing. Jensen's inequality does, for the points lie
    on both sides of the kink and their average is only
    $\bigl|\theta-\frac12\bigr|\alpha c$ away. A proof about $x_k$ would end
    with line 5, where the last gap is but one of $k$ summands and may well
    exceed their mean: here it is about 0.091 where the bound is about 0.051.
*/
/**ru 4252098846
## Упражнения

@exercise line_7_last_distance_kept Команда
    `descent run steep_value sgd --alpha 0.0234375 --steps 64` спускается по
    $2|x|$ из 3 в 0. При $k=32$ оценка больше зазора среднего ровно на 1,5.
    Выведите это число из той строки доказательства, где оно теряется, и
    предскажите разность при $k=56$. :: Строка 4 отбрасывает последнее
    расстояние, которое после деления равно $\frac{\|x_k-x^*\|^2}{2\alpha k}$;
    до излома всё остальное — равенства. При $k=32$ пройдена половина пути, до
    точки 1,5, и 2,25/1,5 — это 1,5. При $k=56$ точка находится в 0,375, так что
    разность около 0,054, а при $k=64$ терять уже нечего.
@exercise control_another_k Шаг $\alpha=\frac R{\sigma\sqrt m}$ рассчитан на $m$
    итераций, а их делают $k$. Во сколько раз оценка тогда больше, чем в
    следствии для $k$, и что хуже: остановиться раньше времени или зайти слишком
    далеко? Испытайте $m=50$ и $k=1000$ на $|x|$:
    `descent run absolute_value sgd --alpha 0.141421 --steps 1000`. :: Оценка
    превращается в
    $\frac12\bigl(\theta+\frac1\theta\bigr)\frac{R\sigma}{\sqrt k}$ с
    $\theta=\sqrt{k/m}$ и не отличает $\theta$ от $\frac1\theta$: обе ошибки
    обходятся одинаково, а при ошибке в четыре раза — на четверть дороже. Здесь
    $\theta=\sqrt{20}$, и оценка около 0,074, тогда как следствие даёт 0,032.
    Запуску и в самом деле мало того, что допускает следствие: зазор среднего
    остаётся около 0,056.
@exercise control_last_iterate У излома $c|x|$ метод в конце концов прыгает
    между $\theta\alpha c$ и $-(1-\theta)\alpha c$. Сколько теряет там каждое из
    неравенств (10) и (11) и на какой строке оборвалось бы доказательство для
    $x_k$ вместо $\bar x_k$? Посмотрите на $\theta=0.9$:
    `descent run absolute_value sgd --alpha 0.10101010101 --steps 9999`.
    :: Среднее двух зазоров равно $\frac{\alpha c^2}2$ при любом $\theta$, так
    что в пределе (10) ничего не теряет. Теряет неравенство Йенсена: точки лежат
    по разные стороны излома, и их среднее отстоит от него лишь на
    $\bigl|\theta-\frac12\bigr|\alpha c$. Доказательство для $x_k$ оборвалось бы
    на строке 5: последний зазор там — лишь одно из $k$ слагаемых и вполне может
    быть больше их среднего; здесь он около 0,091, тогда как оценка около 0,051.
*/
/**
## References

- N. Z. Shor, *Minimization methods for non-differentiable functions*, Springer
  1985: the distance to the minimiser as the measure of progress.
- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004,
  section 3.2.1: the maximum of coordinates as the worst function for
  subgradients.
- A. Nemirovski, A. Juditsky, G. Lan, A. Shapiro, *Robust stochastic
  approximation approach to stochastic programming*, SIAM Journal on
  Optimization 19 (2009), section 2.2: this theorem with its averaged iterate.
*/
/**ru 1793120904
## Литература

- N. Z. Shor, *Minimization methods for non-differentiable functions*,
  Springer 1985: расстояние до точки минимума как мера продвижения.
- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004,
  раздел 3.2.1: максимум координат как худшая функция для субградиентных
  методов.
- A. Nemirovski, A. Juditsky, G. Lan, A. Shapiro, *Robust stochastic
  approximation approach to stochastic programming*, SIAM Journal on
  Optimization 19 (2009), раздел 2.2: эта теорема с её усреднённой точкой.
*/
