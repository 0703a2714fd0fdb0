/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# A constant step on a smooth convex function: the variance is enough

The lecture's slide «Гладкий выпуклый случай с постоянным шагом» bounds the second
moment of the stochastic gradient, calls it a variance («дисперсия»), and asks
for no smoothness: then only the [second moment](convex_constant_step.html) will
do. Where $f$ is convex and $L$-smooth, the step at most $\frac1L$, and
$$\mathbb E\|\nabla f_{i_k}(x_k)-\nabla f(x_k)\|^2\le v\quad\text{along the path},$$
the variance is enough: with $\bar x_k=\frac1k\sum_{t<k}x_t$
$$\mathbb E[f(\bar x_k)-f^*]\le\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)-f^*]
  \le\frac{\|x_0-x^*\|^2}{2\alpha k}+\Bigl(1-\frac1k\Bigr)\frac{\alpha v}2. \tag{1}$$
In words: the bound of the constant step with the variance in place of the second
moment. Without noise that is gradient descent's $\frac{\|x_0-x^*\|^2}{2\alpha
k}$; with noise the floor is as high as the noise alone, not the slope, makes it.
(The middle of (1) is also $\mathbb E f(x_\tau)-f^*$ for an iterate $x_\tau$
picked at random.)

## What it needs

- $f$ is convex and $L$-smooth.
- The oracle is unbiased, and its variance at the points visited is at most $v$.
- $0<\alpha\le\frac1L$.

The bound in C; on the problems where it is tried the variance is the same
everywhere, the square of `noise_star`.
*/
/**ru 852650889
# Постоянный шаг на гладкой выпуклой функции: достаточно дисперсии

На слайде лекции «Гладкий выпуклый случай с постоянным шагом» ограничен второй
момент стохастического градиента, который там назван дисперсией, а гладкость не
требуется: тогда годится только [второй момент](convex_constant_step.html). Если
же $f$ выпуклая и $L$-гладкая, шаг не больше $\frac1L$ и
$$\mathbb E\|\nabla f_{i_k}(x_k)-\nabla f(x_k)\|^2\le v\quad\text{вдоль траектории},$$
то достаточно дисперсии: для $\bar x_k=\frac1k\sum_{t<k}x_t$
$$\mathbb E[f(\bar x_k)-f^*]\le\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)-f^*]
  \le\frac{\|x_0-x^*\|^2}{2\alpha k}+\Bigl(1-\frac1k\Bigr)\frac{\alpha v}2. \tag{1}$$
Словами: это оценка для постоянного шага, в которой вместо второго момента стоит
дисперсия. Без шума это оценка градиентного спуска
$\frac{\|x_0-x^*\|^2}{2\alpha k}$; с шумом шумовой порог определяется одним
только шумом, а не градиентом. (Средняя часть (1) — это также
$\mathbb E f(x_\tau)-f^*$ для точки $x_\tau$, выбранной случайно.)

## Что нужно {#what-it-needs}

- $f$ выпуклая и $L$-гладкая.
- Оракул несмещённый, и его дисперсия в посещённых точках не больше $v$.
- $0<\alpha\le\frac1L$.

Оценка на C; в задачах, на которых она проверяется, дисперсия всюду одинакова и
равна квадрату `noise_star`.
*/
#include <gsl/gsl_math.h>

#include "shared/convex.h"
#include "shared/distances.h"

static double v(const struct constants *c) {
    return c->noise_star * c->noise_star;
}

static double start_term(const struct constants *c, size_t k) {
    return c->distance * c->distance / (2 * c->alpha * (double)k);
}

static double floor_term(const struct constants *c, size_t k) {
    return (1 - 1 / (double)k) * c->alpha * v(c) / 2;
}

static double bound(const struct constants *c, size_t k) {
    return start_term(c, k) + floor_term(c, k);
}

HYPOTHESIS(convex_function, "f is convex", "f выпуклая", is_convex);
HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", is_smooth);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(bounded_variance, "E||grad f_i(x_k) - grad f(x_k)||^2 <= v",
           "E||grad f_i(x_k) - grad f(x_k)||^2 <= v", NULL);
HYPOTHESIS(short_step, "0 < alpha <= 1/L", "0 < alpha <= 1/L",
           is_at_most_1_over_L);
static const struct hypothesis *const hypotheses[] = {
    convex_function, smooth_function, unbiased_oracle, bounded_variance,
    short_step};

/**
## The bound on six problems

Quadratics, with noise that is the same everywhere or without noise, each with
the longest step and with a tenth of it. All expectations are exact.
*/
/**ru 104630504
## Оценка на шести задачах

Квадратичные функции с шумом, одинаковым во всех точках, или без шума, каждая с
наибольшим допустимым шагом и с шагом в десять раз короче. Все математические
ожидания точные.
*/
static double tenth(const struct constants *c, size_t steps) {
    (void)steps;
    return 0.1 / c->L;
}

static const struct setting runs[] = {
    {two_signs, &method_sgd, {.chosen = one_over_L}, 1, .steps = 1000},
    {two_signs, &method_sgd, {.chosen = tenth}, 1, .steps = 1000},
    {shifted_signs, &method_sgd, {.chosen = one_over_L}, 1, .steps = 1000},
    {shifted_signs, &method_sgd, {.chosen = tenth}, 1, .steps = 1000},
    {biased_coin, &method_sgd, {.chosen = one_over_L}, 1, .steps = 1000},
    {biased_coin, &method_sgd, {.chosen = tenth}, 1, .steps = 1000},
    {ill_conditioned, &method_sgd, {.chosen = one_over_L}, 1, .steps = 1000},
    {ill_conditioned, &method_sgd, {.chosen = tenth}, 1, .steps = 1000},
    {two_curvatures, &method_sgd, {.chosen = one_over_L}, 1, .steps = 1000},
    {two_curvatures, &method_sgd, {.chosen = tenth}, 1, .steps = 1000},
    {parabola, &method_sgd, {.chosen = one_over_L}, 1, .steps = 1},
};
CLAIM(bound_at_the_average, BOUND, AVERAGE(bound, ON(runs)),
      "Bound (1) at the average.", "Оценка (1) для средней точки.");
/**
**Gaussian noise** has no range; of what is averaged a bound on the variance is
proved instead, and the mean is measured by the median of the means of blocks of
runs. The bowl is a quadratic, $\log\cosh x$ is none:
*/
/**ru 1348238436
**Гауссов шум** не ограничен; поэтому для усредняемой величины доказывается
оценка дисперсии, а среднее измеряется медианой средних по блокам запусков.
Чаша — квадратичная функция, $\log\cosh x$ — нет:
*/
static const struct setting gaussian[] = {
    {gaussian_bowl,
     &method_sgd,
     {.chosen = tenth},
     1,
     .steps = 100,
     .runs = 262144},
    {gaussian_log_cosh,
     &method_sgd,
     {.chosen = tenth},
     1,
     .steps = 100,
     .runs = 262144},
};
CLAIM(bound_gaussian, BOUND,
      AVERAGE(bound, ON(gaussian), .without_sigma2 = true),
      "Bound (1) at the average, with Gaussian noise.",
      "Оценка (1) для средней точки при гауссовом шуме.");
CLAIM(gaussian_mean_is_measured, IDENTITY,
      AVERAGE(NULL, ONE(gaussian, 0), .without_sigma2 = true),
      "On the bowl the exact mean lies in the interval of the measured one.",
      "Для чаши точное среднее лежит в доверительном интервале измеренного.");
/**
For the middle of (1), the average of the gaps, the same:
*/
/**ru 1271167470
То же для средней части (1), то есть для среднего зазоров:
*/
static void averages(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(runs) && !q->trouble; i++) {
        size_t first = q->count;
        average_of_gaps(q, &runs[i], bound, AT_MOST);
        inquiry_which(q, first, "alpha = %s",
                      runs[i].settings.chosen == one_over_L ? "1/L" : "0.1/L");
    }
}
CLAIM(bound_on_the_average_of_gaps, BOUND, COMPUTE(averages),
      "Bound (1) on the average of the gaps.",
      "Оценка (1) для среднего зазоров.");
/**
@figure shifted_signs Two signs from afar
@figure ill_conditioned An ill-conditioned quadratic
@figure two_curvatures Two curvatures without noise

## The proof, line by line

The lines are checked along runs, with the variance $v_k$ of the very point
where they are: on problems whose variance is not the same everywhere, and where
it is. On a parabola with noise only two things are lost, what a step shorter than
$\frac1L$ leaves over and the last distance; with these put back the lines are
equalities.
*/
/**ru 437946784
@figure shifted_signs Два знака издалека
@figure ill_conditioned Плохо обусловленная квадратичная функция
@figure two_curvatures Две кривизны без шума

## Доказательство строка за строкой

Строки проверяются вдоль запусков, с дисперсией $v_k$ именно в той точке, где
находится метод: и на задачах, где дисперсия от точки зависит, и на тех, где не
зависит. На параболе с шумом теряются только две вещи: остаток, который
образуется, если шаг короче $\frac1L$, и последнее расстояние; если их вернуть,
строки становятся равенствами.
*/
static const struct setting walks[] = {
    {logistic, &method_sgd, {.chosen = one_over_L}, .steps = 20},
    {ridge, &method_sgd, {.chosen = tenth}, .steps = 200},
    {least_squares, &method_sgd, {.chosen = tenth}, .steps = 200},
    {two_signs, &method_sgd, {.chosen = tenth}, .steps = 500},
    {shifted_signs, &method_sgd, {.chosen = one_over_L}, .steps = 500},
    {biased_coin, &method_sgd, {.chosen = one_over_L}, .steps = 500},
    {ill_conditioned, &method_sgd, {.chosen = one_over_L}, .steps = 500},
    {parabola, &method_sgd, {.chosen = one_over_L}, .steps = 1},
};
static const struct setting parabolas[] = {
    {two_signs, &method_sgd, {.chosen = tenth}, .steps = 200},
    {shifted_signs, &method_sgd, {.chosen = tenth}, .steps = 200},
    {biased_coin, &method_sgd, {.chosen = one_over_L}, .steps = 200},
};
static const struct setting even[] = {
    {two_signs, &method_sgd, {.chosen = tenth}, .steps = 500},
    {shifted_signs, &method_sgd, {.chosen = one_over_L}, .steps = 500},
    {biased_coin, &method_sgd, {.chosen = one_over_L}, .steps = 500},
    {ill_conditioned, &method_sgd, {.chosen = one_over_L}, .steps = 500},
    {two_curvatures, &method_sgd, {.chosen = one_over_L}, .steps = 100},
};

/**
### Lines 1 to 3. One step

As for the [decreasing step](convex_decreasing_step_variance.html), which proves
them: the second moment splits, $\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2=\|\nabla
f(x_k)\|^2+v_k$; convexity and smoothness give
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge f(x_k)-f^*+\frac1{2L}\|\nabla f(x_k)\|^2; \tag{2}$$
and with $\alpha\le\frac1L$ the square of the gradient is paid for:
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le\|x_k-x^*\|^2-2\alpha\,(f(x_k)-f^*)+\alpha^2v_k. \tag{3}$$
*/
/**ru 177480223
### Строки 1–3. Один шаг

Как и для [убывающего шага](convex_decreasing_step_variance.html), где они
доказаны: второй момент разлагается,
$\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2=\|\nabla f(x_k)\|^2+v_k$; выпуклость и
гладкость дают
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge f(x_k)-f^*+\frac1{2L}\|\nabla f(x_k)\|^2; \tag{2}$$
и при $\alpha\le\frac1L$ этим покрывается квадрат градиента:
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le\|x_k-x^*\|^2-2\alpha\,(f(x_k)-f^*)+\alpha^2v_k. \tag{3}$$
*/
static struct relation even_noise(const struct step *s) {
    return noise_is(s, v(s->c));
}

static struct relation coercivity_attained(const struct step *s) {
    return as_equality(coercivity(s));
}

static struct relation approach_attained(const struct step *s) {
    struct relation r = quiet_approach(s);
    r.left += left_over(s);
    return as_equality(r);
}
CLAIM(line_1_noise_is_even, IDENTITY, WALK(even_noise, ON(even)),
      "On the problems of the bound $v_k=v$ everywhere.",
      "На задачах, где проверяется оценка, $v_k=v$ во всех точках.");
CLAIM(line_2_coercivity, PROOF_LINE, WALK(coercivity, ON(walks)),
      "Inequality (2).", "Неравенство (2).");
CLAIM(line_2_attained, IDENTITY, WALK(coercivity_attained, ON(parabolas)),
      "On parabolas it is an equality.", "На параболах это равенство.");
CLAIM(line_3_expected_approach, PROOF_LINE, WALK(quiet_approach, ON(walks)),
      "Inequality (3).", "Неравенство (3).");
CLAIM(line_3_attained, IDENTITY, WALK(approach_attained, ON(parabolas)),
      "On parabolas it is an equality, with what is left over put back.",
      "На параболах это равенство, если вернуть остаток.");
/**
### Line 4. The last answer comes too late

$x_{k-1}$ is the last point of the average, so that the answer drawn there does
not matter. The step without its noise, $y=x_{k-1}-\alpha\nabla f(x_{k-1})$, is
no worse: (3) without $v_k$ says
$$2\alpha\,(f(x_{k-1})-f^*)\le\|x_{k-1}-x^*\|^2-\|y-x^*\|^2. \tag{4}$$
*/
/**ru 2562040796
### Строка 4. Последний ответ приходит слишком поздно

$x_{k-1}$ — последняя точка среднего, поэтому ответ, полученный в ней, не имеет
значения. Шаг без шума, $y=x_{k-1}-\alpha\nabla f(x_{k-1})$, не хуже: (3) без
$v_k$ утверждает
$$2\alpha\,(f(x_{k-1})-f^*)\le\|x_{k-1}-x^*\|^2-\|y-x^*\|^2. \tag{4}$$
*/
static struct relation last_step(const struct step *s) {
    real gap = 2 * s->alpha * s->gap, slope = square(s, s->gradient),
         inner = 2 * s->alpha * s->inner,
         arrived = s->distance2 - inner + s->alpha * s->alpha * slope;
    return at_most(gap, s->distance2 - arrived,
                   gap + distance_size(s, s->distance2) + real_abs(inner) +
                       s->alpha * s->alpha * slope);
}

static struct relation last_attained(const struct step *s) {
    struct relation r = last_step(s);
    r.left += left_over(s);
    return as_equality(r);
}
CLAIM(line_4_last_step, PROOF_LINE, WALK(last_step, ON(walks)),
      "Inequality (4).", "Неравенство (4).");
CLAIM(line_4_attained, IDENTITY, WALK(last_attained, ON(parabolas)),
      "On parabolas it is an equality, with what is left over put back.",
      "На параболах это равенство, если вернуть остаток.");
/**
### Line 5. The telescope

Take full expectations of (3) for $t<k-1$ and of (4), add them, and drop
$\|y-x^*\|^2$:
$$\sum_{t=0}^{k-1}2\alpha\,\mathbb E[f(x_t)-f^*]\le\|x_0-x^*\|^2+\alpha^2\sum_{t=0}^{k-2}\mathbb Ev_t. \tag{5}$$
Along a run the surprises of the steps before the last one are put back.
*/
/**ru 3003152584
### Строка 5. Телескопическая сумма

Возьмём полные математические ожидания (3) для $t<k-1$ и (4), сложим их и
отбросим $\|y-x^*\|^2$:
$$\sum_{t=0}^{k-1}2\alpha\,\mathbb E[f(x_t)-f^*]\le\|x_0-x^*\|^2+\alpha^2\sum_{t=0}^{k-2}\mathbb Ev_t. \tag{5}$$
Вдоль запуска возвращаются случайные отклонения всех шагов до последнего.
*/
/* own: the sum of alpha^2 v_t over t < k - 1; complete: less what steps left
 * over, with this one's. */
static struct relation telescope_of(const struct step *s, bool complete) {
    struct sums *sum = sums_before(s);
    real before = sum->surprises, noise = sum->own, left = sum->gaps;
    real start = real_all(s->c->distance * s->c->distance);
    left += 2 * s->alpha * s->gap - before;
    if (complete) {
        noise -= left_over(s);
        left += s->distance2 - 2 * s->alpha * s->inner +
                s->alpha * s->alpha * square(s, s->gradient);
    }
    sum->own += s->alpha * s->alpha * variance(s);
    if (complete) sum->own -= left_over(s);
    sums_with(s, s->alpha * s->alpha * s->mean_square +
                     2 * s->alpha * real_abs(s->inner));
    return at_most(left, start + noise, sum->size + start);
}

static struct relation telescope(const struct step *s) {
    return telescope_of(s, false);
}

static struct relation telescope_complete(const struct step *s) {
    return as_equality(telescope_of(s, true));
}
CLAIM(
    line_5_telescope, PROOF_LINE, WALK(telescope, ON(walks)),
    "Inequality (5) along single runs, with their surprises.",
    "Неравенство (5) вдоль отдельных запусков, с учётом случайных отклонений.");
CLAIM(line_5_attained, IDENTITY, WALK(telescope_complete, ON(parabolas)),
      "On parabolas it is an equality, with what was dropped put back.",
      "На параболах это равенство, если вернуть отброшенное.");
/**
### Line 6. Division, and Jensen's inequality

Divide by $2\alpha k$ and bound $v_t$ by $v$: that is the second inequality of
(1). The first one is Jensen's, on every path. $\blacksquare$
*/
/**ru 2643880980
### Строка 6. Деление и неравенство Йенсена

Разделим на $2\alpha k$ и оценим $v_t$ сверху числом $v$: это второе неравенство
(1). Первое — неравенство Йенсена, верное на каждой траектории. $\blacksquare$
*/
static struct relation division(const struct step *s) {
    struct relation r = telescope_of(s, false);
    double scale = 1 / (2 * s->alpha * (double)(s->k + 1));
    real right = real_all(bound(s->c, s->k + 1));
    return at_most(scale * r.left, right, scale * r.magnitude + right);
}
CLAIM(line_6_jensen, PROOF_LINE, WALK(jensen, ON(walks)),
      "The first inequality of (1).", "Первое неравенство (1).");
CLAIM(line_6_division, PROOF_LINE, WALK(division, ON(even)),
      "The second one along single runs, with their surprises.",
      "Второе — вдоль отдельных запусков, с учётом случайных отклонений.");
/**
## How sharp it is

**The bound on the average of the gaps is attained, for every $k$, with noise.**
On a parabola with noise that is the same everywhere and with $\alpha=\frac1L$ a
step forgets where it began: $x_{t+1}-x^*$ is the noise alone, with the mean
square $\alpha^2v$. So
$$\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)-f^*]=\frac1k\Bigl(\frac L2\|x_0-x^*\|^2+(k-1)\frac L2\alpha^2v\Bigr), \tag{6}$$
which is (1). At the average itself Jensen's inequality gains on it: there (1) is
attained for $k=1$ only.
*/
/**ru 2880103184
## Насколько оценка точна

**Оценка для среднего зазоров достигается при каждом $k$, и притом с шумом.** На
параболе с шумом, одинаковым во всех точках, и с $\alpha=\frac1L$ шаг забывает
своё начало: $x_{t+1}-x^*$ — это один только шум, средний квадрат которого равен
$\alpha^2v$. Поэтому
$$\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)-f^*]=\frac1k\Bigl(\frac L2\|x_0-x^*\|^2+(k-1)\frac L2\alpha^2v\Bigr), \tag{6}$$
а это и есть (1). Для самой средней точки неравенство Йенсена даёт выигрыш: там
(1) достигается только при $k=1$.
*/
static const struct setting forgetful[] = {
    {two_signs, &method_sgd, {.chosen = one_over_L}, 1, .steps = 1000},
    {shifted_signs, &method_sgd, {.chosen = one_over_L}, 1, .steps = 1000},
    {biased_coin, &method_sgd, {.chosen = one_over_L}, 1, .steps = 1000},
};

static void attains(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(forgetful) && !q->trouble; i++)
        average_of_gaps(q, &forgetful[i], bound, EQUAL);
}
CLAIM(attained, IDENTITY, COMPUTE(attains), "Equation (6), on three parabolas.",
      "Равенство (6) на трёх параболах.");
/**
## What breaks

**A longer step.** With $\alpha=\frac{1.05}L$ (1) is beaten at $k=1$ on $\frac
L2x^2$, where its right side is $\frac1{2\alpha}\|x_0-x^*\|^2$.

**No smoothness.** $c|x|$ has no noise, and its method walks to 0 in $k$ steps
with a gap of $\frac{\alpha c^2}2$ more than (1) allows: see
[there](convex_constant_step.html#how-sharp-it-is).

**No convexity.** $1-\cos x$ from $x_0=\pi-2^{-20}$, next to its maximum: the gap
stays near 2 for some twenty steps.

**A biased oracle.** $g=\mu x+b$ leads to $-b/\mu$. Even with $v=b^2$, the mean
square of what it adds, the bound is lower for a short step.

**Noise that is left out.** With $v=0$ the bound on two signs from $x_0=x^*$ is 0,
and in the long run it is too small with Gaussian noise as well.
*/
/**ru 3668506578
## Что ломается {#what-breaks}

**Более длинный шаг.** При $\alpha=\frac{1.05}L$ оценка (1) нарушается для $k=1$
на $\frac L2x^2$, где её правая часть равна $\frac1{2\alpha}\|x_0-x^*\|^2$.

**Без гладкости.** У $c|x|$ нет шума, и метод доходит до 0 за $k$ шагов, причём
зазор на $\frac{\alpha c^2}2$ больше, чем допускает (1): см.
[там](convex_constant_step.html#how-sharp-it-is).

**Без выпуклости.** $1-\cos x$ из $x_0=\pi-2^{-20}$, рядом с максимумом: зазор
остаётся близким к 2 шагов двадцать.

**Смещённый оракул.** $g=\mu x+b$ ведёт в $-b/\mu$. Даже при $v=b^2$, среднем
квадрате добавки, оценка при коротком шаге ниже зазора.

**Неучтённый шум.** При $v=0$ оценка на двух знаках из $x_0=x^*$ равна 0, и с
течением времени она слишком мала и при гауссовом шуме.
*/
static double longer(const struct constants *c, size_t steps) {
    return 1.05 * one_over_L(c, steps);
}
CLAIM(control_longer_step, CONTROL,
      DROPS(short_step, AVERAGE(bound, AT(parabola, &method_sgd,
                                          {.chosen = longer}, 1, .steps = 1))),
      "With $\\alpha=1.05/L$ (1) is beaten.",
      "При $\\alpha=1.05/L$ оценка (1) нарушается.");
CLAIM(control_no_smoothness, CONTROL,
      DROPS(smooth_function,
            AVERAGE(start_term, AT(absolute_value, &method_sgd,
                                   {.alpha = 1.0 / 64}, 64, .steps = 64))),
      "On $|x|$, which has no noise, (1) is beaten.",
      "На $|x|$, где шума нет, (1) нарушается.");
CLAIM(control_no_convexity, CONTROL,
      DROPS(convex_function,
            AVERAGE(bound, AT(cosine, &method_sgd, {.chosen = one_over_L}, 4,
                              .steps = 12))),
      "Without convexity (1) is beaten.", "Без выпуклости (1) нарушается.");
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle,
            AVERAGE(bound, AT(biased_parabola, &method_sgd, {.chosen = tenth},
                              1000, .steps = 1000))),
      "With a biased oracle (1) is beaten.",
      "Со смещённым оракулом (1) нарушается.");
CLAIM(control_no_variance, CONTROL,
      DROPS(bounded_variance,
            AVERAGE(start_term, AT(two_signs, &method_sgd,
                                   {.chosen = one_over_L}, 2, .steps = 1000))),
      "With $v=0$ (1) is beaten where there is noise.",
      "При $v=0$ оценка (1) нарушается там, где есть шум.");
CLAIM(control_gaussian_noise_left_out, CONTROL,
      DROPS(bounded_variance,
            AVERAGE(start_term, .without_sigma2 = true,
                    AT(gaussian_bowl, &method_sgd, {.chosen = one_over_L}, 100,
                       .steps = 100, .runs = 262144))),
      "With $v=0$ (1) is beaten where the noise is Gaussian.",
      "При $v=0$ оценка (1) нарушается там, где шум гауссов.");

static const struct claim *const claims[] = {
    bound_at_the_average,      bound_gaussian,
    gaussian_mean_is_measured, bound_on_the_average_of_gaps,
    line_1_noise_is_even,      line_2_coercivity,
    line_2_attained,           line_3_expected_approach,
    line_3_attained,           line_4_last_step,
    line_4_attained,           line_5_telescope,
    line_5_attained,           line_6_jensen,
    line_6_division,           attained,
    control_longer_step,       control_no_smoothness,
    control_no_convexity,      control_biased_oracle,
    control_no_variance,       control_gaussian_noise_left_out};

static const struct term terms[] = {
    {.name = {"start", "начало"}, .at = start_term},
    {.name = {"floor", "шумовой порог"}, .at = floor_term},
};

const struct theorem theorem_convex_variance = {
    .id = "convex_variance",
    .title =
        {"A constant step on a smooth convex function, by the variance",
         "Постоянный шаг на гладкой выпуклой функции: достаточно дисперсии"},
    .source = "Гладкий выпуклый случай с постоянным шагом",
    HYPOTHESES(hypotheses),
    .terms = terms,
    .term_count = COUNT(terms),
    CLAIMS(claims),
};

/**
## Exercises

@exercise line_3_attained On two signs ($L=v=1$, from $x_0=x^*$) with the short
    step $\alpha=0.1$ the floor of (1) is $\frac{\alpha v}2=0.05$, but
    `descent run two_signs sgd --alpha 0.1` settles at about half of that. Put
    what line 3 leaves over back into (3), and derive where the gap settles. ::
    By (2) twice the step pays $\frac\alpha L\|\nabla f(x_k)\|^2$, and
    $\alpha^2\|\nabla f(x_k)\|^2$ is needed: on a parabola, where
    $\|\nabla f\|^2=2L\,(f-f^*)$, what is left over is
    $2\alpha(1-\alpha L)(f(x_k)-f^*)$. With it (3) is the equality
    $\mathbb E_k\|x_{k+1}-x^*\|^2=\|x_k-x^*\|^2-2\alpha(2-\alpha L)(f(x_k)-f^*)+\alpha^2v$.
    Once the mean distance no longer changes, the gap is
    $\frac{\alpha v}{2(2-\alpha L)}$, about $0.026$; it is all of
    $\frac{\alpha v}2$ only if $\alpha=\frac1L$.
@exercise attained Why is the noise in (1) multiplied by $1-\frac1k$, and could
    a finer proof make that $1-\frac2k$? Compute both sides by hand for $k=2$ on
    two signs with $\alpha=\frac1L$ from $x_0=x^*$, and check with
    `descent verify convex_variance/attained`. :: Of the $k$ points that are
    averaged the first knows no noise, and the answer drawn at the last moves
    only a point outside the average: $k-1$ draws count (line 4 drops the last).
    It cannot be fewer. At $k=2$ the gap of $x_0$ is 0, and $x_1$ is the noise
    alone, with the gap $\frac L2\alpha^2v=\frac{\alpha v}2$ in the mean; the
    average of the two is $\bigl(1-\frac12\bigr)\frac{\alpha v}2$, just (1), and
    with $1-\frac2k$ the right side would be 0.
@exercise control_biased_oracle The biased oracle $g=\mu x+b$ on $\frac\mu2x^2$
    is held against (1) with $v=b^2$. Predict as a function of $\alpha$ by which
    factor it beats the bound in the long run, check that with
    `descent run biased_parabola sgd --alpha 0.1` (there $\mu=1$, $b=\frac12$),
    and explain why $\alpha=\frac1L$ would make a useless control. :: The run
    ends at $-\frac b\mu$ with the gap $\frac{b^2}{2\mu}$, and the bound tends
    to $\frac{\alpha b^2}2$: the factor tends to $\frac1{\alpha\mu}$, ten at
    $\alpha=0.1$. (After a thousand steps the gap at the average is about
    $0.1225$ and the bound about $0.0125$.) For $\alpha=\frac1L=\frac1\mu$ the
    factor tends to 1 and the bound is never beaten: a bias does then no more
    harm than noise of the same square.
*/
/**ru 356211231
## Упражнения

@exercise line_3_attained На двух знаках ($L=v=1$, из $x_0=x^*$) с коротким
    шагом $\alpha=0.1$ шумовой порог в (1) равен $\frac{\alpha v}2=0.05$, но
    `descent run two_signs sgd --alpha 0.1` устанавливается примерно на половине
    этой величины. Верните в (3) остаток, который образуется в строке 3, и
    выведите, где устанавливается зазор. :: В силу (2) удвоенный шаг покрывает
    $\frac\alpha L\|\nabla f(x_k)\|^2$, а нужно покрыть
    $\alpha^2\|\nabla f(x_k)\|^2$: на параболе, где
    $\|\nabla f\|^2=2L\,(f-f^*)$, остаток равен
    $2\alpha(1-\alpha L)(f(x_k)-f^*)$. С ним (3) превращается в равенство
    $\mathbb E_k\|x_{k+1}-x^*\|^2=\|x_k-x^*\|^2-2\alpha(2-\alpha L)(f(x_k)-f^*)+\alpha^2v$.
    Когда среднее расстояние перестаёт меняться, зазор равен
    $\frac{\alpha v}{2(2-\alpha L)}$, около $0.026$; полное $\frac{\alpha v}2$
    получается, только если $\alpha=\frac1L$.
@exercise attained Почему шум в (1) умножается на $1-\frac1k$ и нельзя ли более
    тонким доказательством получить $1-\frac2k$? Вычислите вручную обе части при
    $k=2$ на двух знаках с $\alpha=\frac1L$ из $x_0=x^*$ и проверьте себя:
    `descent verify convex_variance/attained`. :: Из $k$ усредняемых точек
    первая шума ещё не знает, а ответ, полученный в последней, сдвигает лишь
    точку, которая в среднее не входит: значение имеют $k-1$ ответов (последний
    отбрасывает строка 4). Меньше быть не может. При $k=2$ зазор в $x_0$ равен
    0, а $x_1$ — это один только шум, и зазор там в среднем
    $\frac L2\alpha^2v=\frac{\alpha v}2$; среднее двух зазоров равно
    $\bigl(1-\frac12\bigr)\frac{\alpha v}2$, в точности как в (1), а с
    $1-\frac2k$ правая часть была бы равна 0.
@exercise control_biased_oracle Смещённый оракул $g=\mu x+b$ на $\frac\mu2x^2$
    сравнивается с (1) при $v=b^2$. Предскажите, во сколько раз (как функция от
    $\alpha$) он с течением времени превысит границу, проверьте это командой
    `descent run biased_parabola sgd --alpha 0.1` (там $\mu=1$, $b=\frac12$) и
    объясните, почему при $\alpha=\frac1L$ контроль был бы бесполезен. :: Запуск
    приходит в $-\frac b\mu$ с зазором $\frac{b^2}{2\mu}$, а граница стремится к
    $\frac{\alpha b^2}2$: отношение стремится к $\frac1{\alpha\mu}$, то есть к
    десяти при $\alpha=0.1$. (После тысячи шагов зазор в средней точке около
    $0.1225$, а граница около $0.0125$.) При $\alpha=\frac1L=\frac1\mu$
    отношение стремится к 1, и граница не нарушается никогда: смещение вредит
    тогда не больше, чем шум с тем же квадратом.
*/

/**
## References

- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004,
  theorem 2.1.5: inequality (2).
- G. Lan, *An optimal method for stochastic composite optimization*, Mathematical
  Programming 133 (2012): smooth convex functions by the variance.
*/
/**ru 2705511394
## Литература

- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004,
  теорема 2.1.5: неравенство (2).
- G. Lan, *An optimal method for stochastic composite optimization*,
  Mathematical Programming 133 (2012): гладкие выпуклые функции, оценка через
  дисперсию.
*/
