/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# A decreasing step on a smooth convex function: the variance is enough

The lecture's slide «Гладкий выпуклый случай с убывающим шагом» asks for
$0<\alpha_0\le\frac1{4L}$ and speaks of a bounded variance («дисперсия»). With
the second moment of the stochastic gradient in place of the variance the step
may be of [any length](convex_decreasing_step.html). This page takes the slide
at its word: let $f$ be convex and $L$-smooth, and
$$\mathbb E\|\nabla f_{i_k}(x_k)-\nabla f(x_k)\|^2\le v\quad\text{along the path},\qquad
  \alpha_k=\frac{\alpha_0}{\sqrt{k+1}},\qquad 0<\alpha_0\le\frac1L.$$
Then, with the same weighted average $\bar x_k$,
$$\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha_0\sqrt k}+\frac{\alpha_0v}{2\ln2}\cdot\frac{\ln(k+1)}{\sqrt k}, \tag{1}$$
and the slide's bound, with $\frac54$ and $5$ for $\frac12$ and $\frac1{2\ln2}$,
all the more. In words: what a smooth function's own gradient adds to the second
moment costs nothing, as long as no step is longer than $\frac1L$. The
difference is large. Without noise (1) falls to 0 whatever the gradient was at
the start.

## What it needs

- $f$ is convex and $L$-smooth.
- The oracle is unbiased, and its variance at the points visited is at most $v$.
- $\alpha_k=\frac{\alpha_0}{\sqrt{k+1}}$ with $0<\alpha_0\le\frac1L$.

The bound in C. `noise_star` is the root of $\mathbb E\|\nabla f_i(x^*)\|^2$,
and on the problems where the bound is tried the variance is the same
everywhere, so that this is the root of $v$.
*/
/**ru 3831743142
# Убывающий шаг на гладкой выпуклой функции: достаточно дисперсии

Слайд лекции «Гладкий выпуклый случай с убывающим шагом» требует
$0<\alpha_0\le\frac1{4L}$ и говорит об ограниченной дисперсии («дисперсия»).
Если вместо дисперсии взять второй момент стохастического градиента, шаг может
иметь [любую длину](convex_decreasing_step.html). На этой странице слайд
понимается буквально: пусть $f$ — выпуклая $L$-гладкая функция и
$$\mathbb E\|\nabla f_{i_k}(x_k)-\nabla f(x_k)\|^2\le v\quad\text{вдоль траектории},\qquad
  \alpha_k=\frac{\alpha_0}{\sqrt{k+1}},\qquad 0<\alpha_0\le\frac1L.$$
Тогда для того же взвешенного среднего $\bar x_k$
$$\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha_0\sqrt k}+\frac{\alpha_0v}{2\ln2}\cdot\frac{\ln(k+1)}{\sqrt k}, \tag{1}$$
и тем более верна оценка слайда, где вместо $\frac12$ и $\frac1{2\ln2}$ стоят
$\frac54$ и $5$. Иными словами, вклад собственного градиента гладкой функции
во второй момент ничего не стоит, пока шаг не длиннее $\frac1L$. Разница
велика. Без шума (1) убывает до 0, каким бы ни был градиент вначале.

## Что нужно {#what-it-needs}

- Функция $f$ выпуклая и $L$-гладкая.
- Оракул несмещённый, и его дисперсия в точках, через которые проходит метод,
  не больше $v$.
- $\alpha_k=\frac{\alpha_0}{\sqrt{k+1}}$, где $0<\alpha_0\le\frac1L$.

Оценка на языке C. `noise_star` — корень из $\mathbb E\|\nabla f_i(x^*)\|^2$;
на задачах, где оценка испытывается, дисперсия всюду одна и та же, так что это
корень из $v$.
*/
#include <gsl/gsl_math.h>

#include "shared/convex.h"
#include "shared/distances.h"

static double v(const struct constants *c) {
    return c->noise_star * c->noise_star;
}

static double start_term(const struct constants *c, size_t k) {
    return sharpened_start(c, k);
}

static double noise_part(const struct constants *c, size_t k) {
    return sharpened_noise(c, v(c), k);
}

static double bound(const struct constants *c, size_t k) {
    return start_term(c, k) + noise_part(c, k);
}

/* The slide's, read with the variance. */
static double slide(const struct constants *c, size_t k) {
    return slides_start(c, k) + slides_noise(c, v(c), k);
}

HYPOTHESIS(convex_function, "f is convex", "f выпуклая", is_convex);
HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", is_smooth);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(bounded_variance, "E||grad f_i(x_k) - grad f(x_k)||^2 <= v",
           "E||grad f_i(x_k) - grad f(x_k)||^2 <= v", NULL);
HYPOTHESIS(short_steps, "0 < alpha_0 <= 1/L", "0 < alpha_0 <= 1/L",
           is_at_most_1_over_L);
HYPOTHESIS(falling_steps, "alpha_k = alpha_0/sqrt(k + 1)",
           "alpha_k = alpha_0/sqrt(k + 1)", falls_like_root);
static const struct hypothesis *const hypotheses[] = {
    convex_function,  smooth_function, unbiased_oracle,
    bounded_variance, short_steps,     falling_steps};

/**
## The bounds on six problems

Six quadratics, four of them with noise, which is the same at every point. Their
expectations are exact. With $\alpha_0=\frac1L$ bound (1) is attained at $k=1$
where there is no noise: $\bar x_1=x_0$, and on $\frac L2x^2$
$$f(x_0)-f^*=\frac L2\|x_0-x^*\|^2=\frac{\|x_0-x^*\|^2}{2\alpha_0}. \tag{2}$$
With the slide's longest step, $\frac1{4L}$, the gap comes to 0.2984 of (1) and
to 0.1193 of the slide's bound, both at $k=4$ on $\frac L2x^2$: so slow a start
is nobody's worst case.
*/
/**ru 2044498787
## Оценки на шести задачах

Шесть квадратичных функций, четыре из них с шумом, одинаковым во всех точках.
Их математические ожидания точны. При $\alpha_0=\frac1L$ оценка (1)
достигается при $k=1$ там, где нет шума: $\bar x_1=x_0$, и на $\frac L2x^2$
$$f(x_0)-f^*=\frac L2\|x_0-x^*\|^2=\frac{\|x_0-x^*\|^2}{2\alpha_0}. \tag{2}$$
При самом длинном шаге слайда, $\frac1{4L}$, зазор составляет 0,2984 от (1) и
0,1193 от оценки слайда, в обоих случаях при $k=4$ на $\frac L2x^2$: столь
медленное начало ни для кого не худший случай.
*/
static double quarter(const struct constants *c, size_t steps) {
    (void)steps;
    return 1 / (4 * c->L);
}

static const struct setting long_steps[] = {
    {two_signs,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     1,
     .steps = 1000},
    {shifted_signs,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     1,
     .steps = 1000},
    {biased_coin,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     1,
     .steps = 1000},
    {ill_conditioned,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     1,
     .steps = 1000},
    {two_curvatures,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     1,
     .steps = 1000},
    {parabola,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     1,
     .steps = 1000},
};
static const struct setting slides_steps[] = {
    {two_signs,
     &method_sgd,
     {.schedule = root, .chosen = quarter},
     1,
     .steps = 1000},
    {shifted_signs,
     &method_sgd,
     {.schedule = root, .chosen = quarter},
     1,
     .steps = 1000},
    {biased_coin,
     &method_sgd,
     {.schedule = root, .chosen = quarter},
     1,
     .steps = 1000},
    {ill_conditioned,
     &method_sgd,
     {.schedule = root, .chosen = quarter},
     1,
     .steps = 1000},
    {two_curvatures,
     &method_sgd,
     {.schedule = root, .chosen = quarter},
     1,
     .steps = 1000},
    {parabola,
     &method_sgd,
     {.schedule = root, .chosen = quarter},
     1,
     .steps = 1000},
};
static const struct setting at_1[] = {{parabola,
                                       &method_sgd,
                                       {.schedule = root, .chosen = one_over_L},
                                       1,
                                       .steps = 1}};
CLAIM(bound_longest_steps, BOUND, AVERAGE(bound, ON(long_steps)),
      "Bound (1) with $\\alpha_0=\\frac1L$.",
      "Оценка (1) при $\\alpha_0=\\frac1L$.");
CLAIM(bound_slides_steps, BOUND,
      LOOSE(0.2984, AVERAGE(bound, ON(slides_steps))),
      "Bound (1) with $\\alpha_0=\\frac1{4L}$.",
      "Оценка (1) при $\\alpha_0=\\frac1{4L}$.");
CLAIM(bound_of_the_slide, BOUND,
      LOOSE(0.1193, CALLED("the slide's", "на слайде",
                           AVERAGE(slide, ON(slides_steps)))),
      "The slide's bound, with the variance and the slide's steps.",
      "Оценка слайда, с дисперсией и с шагами слайда.");
CLAIM(attained_at_1, IDENTITY, AVERAGE(bound, ON(at_1), .sign = EQUAL),
      "Equation (2).", "Равенство (2).");
/**
That the variance is the same everywhere, and what it is, is checked at every
step of runs:
$$\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2=\|\nabla f(x_k)\|^2+v. \tag{3}$$
*/
/**ru 3861505631
Что дисперсия всюду одна и та же и чему она равна, проверяется на каждом шаге
запусков:
$$\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2=\|\nabla f(x_k)\|^2+v. \tag{3}$$
*/
static const struct setting even[] = {
    {two_signs,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 500},
    {shifted_signs,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 500},
    {biased_coin,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 500},
    {ill_conditioned,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 500},
    {two_curvatures,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 100},
    {parabola,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 1},
};

static struct relation even_noise(const struct step *s) {
    return noise_is(s, v(s->c));
}
CLAIM(noise_is_even, IDENTITY, WALK(even_noise, ON(even)), "Equation (3).",
      "Равенство (3).");
/**
@figure two_signs Two signs, from $x_0=x^*$: there is nothing but noise
@figure shifted_signs Two signs from afar
@figure ill_conditioned An ill-conditioned quadratic
@figure two_curvatures Two curvatures without noise

## The proof, line by line

The lines are checked along runs, with the variance $v_k$ of the very point
where they are: on three problems whose variance is not the same everywhere, and
on five where it is. On a parabola with noise no inequality is needed but for
the last distance, which is dropped, and for what a step shorter than $\frac1L$
leaves over. With these put back the lines are equalities, and are checked as
such.
*/
/**ru 1293548993
@figure two_signs Два знака, из $x_0=x^*$: есть только шум
@figure shifted_signs Два знака издалека
@figure ill_conditioned Плохо обусловленная квадратичная функция
@figure two_curvatures Две кривизны без шума

## Доказательство строка за строкой

Строки проверяются вдоль запусков, с дисперсией $v_k$ в той самой точке, где
находится запуск: на трёх задачах, где дисперсия не всюду одинакова, и на
пяти, где одинакова. На параболе с шумом неравенства нужны только для
последнего расстояния, которое отбрасывается, и для того, что остаётся
неиспользованным при шаге короче $\frac1L$. Если вернуть и то и другое, строки
становятся равенствами и проверяются как равенства.
*/
static const struct setting walks[] = {
    {logistic,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 20},
    {ridge,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 200},
    {least_squares,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 200},
    {two_signs,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 500},
    {shifted_signs,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 500},
    {biased_coin,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 500},
    {ill_conditioned,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 500},
    {parabola,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 1},
};
static const struct setting parabolas[] = {
    {two_signs,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 200},
    {shifted_signs,
     &method_sgd,
     {.schedule = root, .chosen = quarter},
     .steps = 200},
    {biased_coin,
     &method_sgd,
     {.schedule = root, .chosen = one_over_L},
     .steps = 200},
};

/**
### Line 1. One step

Expand the square and take the expectation over $i_k$. The oracle is unbiased,
and the second moment is the square of the mean plus the variance:
$$\mathbb E_k\|x_{k+1}-x^*\|^2=\|x_k-x^*\|^2-2\alpha_k\langle\nabla f(x_k),x_k-x^*\rangle
  +\alpha_k^2\|\nabla f(x_k)\|^2+\alpha_k^2v_k. \tag{4}$$
*/
/**ru 3291663602
### Строка 1. Один шаг

Раскроем квадрат и возьмём математическое ожидание по $i_k$. Оракул
несмещённый, а второй момент равен сумме квадрата среднего и дисперсии:
$$\mathbb E_k\|x_{k+1}-x^*\|^2=\|x_k-x^*\|^2-2\alpha_k\langle\nabla f(x_k),x_k-x^*\rangle
  +\alpha_k^2\|\nabla f(x_k)\|^2+\alpha_k^2v_k. \tag{4}$$
*/
CLAIM(line_1_identity_of_the_distance, PROOF_LINE, WALK(square_mean, ON(walks)),
      "Equation (4), its left side as the full sum over all outcomes.",
      "Равенство (4), левая часть — полная сумма по всем исходам.");
/**
### Line 2. Convexity and smoothness together

For a convex $L$-smooth function the tangent inequality has a remainder,
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge f(x_k)-f^*+\frac1{2L}\|\nabla f(x_k)\|^2, \tag{5}$$
since $f-\langle\nabla f(x_k),\cdot\rangle$ is convex, $L$-smooth, and minimal
at $x_k$: a step of $\frac1L$ down from $x^*$ cannot get below that. (Nesterov
2004, theorem 2.1.5.)
*/
/**ru 235745206
### Строка 2. Выпуклость и гладкость вместе

Для выпуклой $L$-гладкой функции в неравенстве с касательной есть остаток,
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge f(x_k)-f^*+\frac1{2L}\|\nabla f(x_k)\|^2, \tag{5}$$
поскольку $f-\langle\nabla f(x_k),\cdot\rangle$ — выпуклая $L$-гладкая функция
с минимумом в $x_k$: шаг $\frac1L$ вниз из $x^*$ не может опуститься ниже
этого минимума. (Нестеров, 2004, теорема 2.1.5.)
*/
static struct relation coercivity_attained(const struct step *s) {
    return as_equality(coercivity(s));
}
CLAIM(line_2_coercivity, PROOF_LINE, WALK(coercivity, ON(walks)),
      "Inequality (5).", "Неравенство (5).");
CLAIM(line_2_attained, IDENTITY, WALK(coercivity_attained, ON(parabolas)),
      "On parabolas it is an equality.",
      "На параболах оно обращается в равенство.");
/**
### Line 3. The gradient pays for itself

Put (5) into (4). The two squares of $\nabla f(x_k)$ add up to
$-\alpha_k\bigl(\frac1L-\alpha_k\bigr)\|\nabla f(x_k)\|^2\le0$, as
$\alpha_k\le\alpha_0\le\frac1L$, and so
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le\|x_k-x^*\|^2-2\alpha_k\,(f(x_k)-f^*)+\alpha_k^2v_k. \tag{6}$$
This is the line of the [theorem with second moments](convex_decreasing_step.html),
with the variance instead.
*/
/**ru 3363183428
### Строка 3. Градиент окупает сам себя

Подставим (5) в (4). Два квадрата $\nabla f(x_k)$ дают в сумме
$-\alpha_k\bigl(\frac1L-\alpha_k\bigr)\|\nabla f(x_k)\|^2\le0$, так как
$\alpha_k\le\alpha_0\le\frac1L$, и потому
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le\|x_k-x^*\|^2-2\alpha_k\,(f(x_k)-f^*)+\alpha_k^2v_k. \tag{6}$$
Это та же строка, что и в [теореме со вторым
моментом](convex_decreasing_step.html), только с дисперсией вместо него.
*/
static struct relation approach_attained(const struct step *s) {
    struct relation r = quiet_approach(s);
    r.left += left_over(s);
    return as_equality(r);
}
CLAIM(line_3_expected_approach, PROOF_LINE, WALK(quiet_approach, ON(walks)),
      "Inequality (6).", "Неравенство (6).");
CLAIM(line_3_attained, IDENTITY, WALK(approach_attained, ON(parabolas)),
      "On parabolas it is an equality, with what is left over put back.",
      "На параболах оно обращается в равенство, если вернуть "
      "неиспользованное.");
/**
### Line 4. The telescope

Move the gap to the left, take full expectations, sum over $t<k$, and drop the
last distance:
$$\sum_{t=0}^{k-1}2\alpha_t\,\mathbb E[f(x_t)-f^*]\le\|x_0-x^*\|^2+\sum_{t=0}^{k-1}\alpha_t^2\,\mathbb Ev_t. \tag{7}$$
Along a run the surprises $\xi_t=\|x_{t+1}-x^*\|^2-\mathbb
E_t\|x_{t+1}-x^*\|^2$ are put back, whose mean is 0.
*/
/**ru 2523986218
### Строка 4. Телескопическая сумма

Перенесём зазор влево, возьмём полное математическое ожидание, просуммируем по
$t<k$ и отбросим последнее расстояние:
$$\sum_{t=0}^{k-1}2\alpha_t\,\mathbb E[f(x_t)-f^*]\le\|x_0-x^*\|^2+\sum_{t=0}^{k-1}\alpha_t^2\,\mathbb Ev_t. \tag{7}$$
Вдоль запуска добавляются случайные отклонения
$\xi_t=\|x_{t+1}-x^*\|^2-\mathbb E_t\|x_{t+1}-x^*\|^2$, среднее которых
равно 0.
*/
static const struct sums *summed(const struct step *s, bool complete) {
    struct sums *before = sums_before(s);
    before->own += s->alpha * s->alpha * variance(s);
    if (complete) before->own -= left_over(s);
    return sums_with(s, s->alpha * s->alpha * s->mean_square);
}

/* Complete: with the last distance, and what steps left over. */
static struct relation telescope_of(const struct step *s, bool complete) {
    const struct sums *sum = summed(s, complete);
    real right = s->c->distance * s->c->distance + sum->own,
         left = sum->gaps - sum->surprises;
    if (complete) left += s->next_distance2;
    return at_most(left, right, sum->size + s->c->distance * s->c->distance);
}

static struct relation telescope(const struct step *s) {
    return telescope_of(s, false);
}

static struct relation telescope_complete(const struct step *s) {
    return as_equality(telescope_of(s, true));
}
CLAIM(line_4_telescope, PROOF_LINE, WALK(telescope, ON(walks)),
      "Inequality (7) along single runs, with their surprises.",
      "Неравенство (7) вдоль отдельных запусков, с учётом случайных "
      "отклонений.");
CLAIM(line_4_attained, IDENTITY, WALK(telescope_complete, ON(parabolas)),
      "On parabolas it is an equality, with what was dropped put back.",
      "На параболах оно обращается в равенство, если вернуть отброшенное.");
/**
### Line 5. Division, and Jensen's inequality

Divide by $2\sum_{t<k}\alpha_t$, and use that $f$ is convex,
$$\mathbb E[f(\bar x_k)-f^*]\le\frac{\sum_{t<k}\alpha_t\,\mathbb E[f(x_t)-f^*]}{\sum_{t<k}\alpha_t}
  \le\frac{\|x_0-x^*\|^2+\sum_{t<k}\alpha_t^2\,\mathbb Ev_t}{2\sum_{t<k}\alpha_t}. \tag{8}$$
*/
/**ru 1243194964
### Строка 5. Деление и неравенство Йенсена

Разделим на $2\sum_{t<k}\alpha_t$ и воспользуемся выпуклостью $f$:
$$\mathbb E[f(\bar x_k)-f^*]\le\frac{\sum_{t<k}\alpha_t\,\mathbb E[f(x_t)-f^*]}{\sum_{t<k}\alpha_t}
  \le\frac{\|x_0-x^*\|^2+\sum_{t<k}\alpha_t^2\,\mathbb Ev_t}{2\sum_{t<k}\alpha_t}. \tag{8}$$
*/
static struct relation division_of(const struct step *s, bool complete) {
    double scale = 1 / (2 * s->c->alpha * root_sum(s->k + 1));
    struct relation r = telescope_of(s, complete);
    real others = r.left - sums_before(s)->gaps;
    return at_most(s->gap_average + scale * others, scale * r.right,
                   scale * r.magnitude + (double)(s->k + 1) * s->gap_average);
}

static struct relation division(const struct step *s) {
    return division_of(s, false);
}

static struct relation division_complete(const struct step *s) {
    return as_equality(division_of(s, true));
}
CLAIM(line_5_jensen, PROOF_LINE, WALK(jensen, ON(walks)),
      "The first inequality of (8), on every path.",
      "Первое неравенство (8), на каждой траектории.");
CLAIM(line_5_division, PROOF_LINE, WALK(division, ON(walks)),
      "The second one along single runs, with their surprises.",
      "Второе — вдоль отдельных запусков, с учётом случайных отклонений.");
CLAIM(line_5_attained, IDENTITY, WALK(division_complete, ON(parabolas)),
      "On parabolas it is an equality, with what was dropped put back.",
      "На параболах оно обращается в равенство, если вернуть отброшенное.");
/**
### Line 6. Together

$v_t\le v$, and the sums of the steps and of their squares are what they were on
the [other page](convex_decreasing_step.html), lines 5 and 6: at least
$\alpha_0\sqrt k$, and at most $\alpha_0^2\frac{\ln(k+1)}{\ln2}$. That is (1),
and the slide's bound follows, since $\frac12\le\frac54$ and
$\frac1{2\ln2}\le5$. $\blacksquare$
*/
/**ru 698289482
### Строка 6. Всё вместе

$v_t\le v$, а суммы шагов и их квадратов те же, что и на [другой
странице](convex_decreasing_step.html) в строках 5 и 6: не меньше
$\alpha_0\sqrt k$ и не больше $\alpha_0^2\frac{\ln(k+1)}{\ln2}$. Это и есть
(1), а оценка слайда отсюда следует, поскольку $\frac12\le\frac54$ и
$\frac1{2\ln2}\le5$. $\blacksquare$
*/
static struct relation together(const struct step *s) {
    const struct sums *sum = summed(s, false);
    double scale = 1 / (2 * s->c->alpha * root_sum(s->k + 1));
    real right = real_all(bound(s->c, s->k + 1));
    return at_most(s->average_gap - scale * sum->surprises, right,
                   scale * sum->size +
                       (double)(s->k + 1) * (right + s->average_gap));
}
CLAIM(line_6_together, PROOF_LINE, WALK(together, ON(even)),
      "Bound (1) along single runs, with their surprises.",
      "Оценка (1) вдоль отдельных запусков, с учётом случайных "
      "отклонений.");
/**
## Where 1/(4L) comes from

Whoever does without (5) has convexity, $\langle\nabla
f(x),x-x^*\rangle\ge f(x)-f^*$, and smoothness,
$$\|\nabla f(x_k)\|^2\le2L\,(f(x_k)-f^*). \tag{9}$$
In (4) that leaves $-2\alpha_k(1-L\alpha_k)(f(x_k)-f^*)$, and for
$\alpha_0\le\frac1{4L}$
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le\|x_k-x^*\|^2-\tfrac32\alpha_k\,(f(x_k)-f^*)+\alpha_k^2v_k. \tag{10}$$
From there on as before: the constants become $\frac23$ and
$\frac2{3\ln2}\approx0.962$, still below the slide's $\frac54$ and $5$. So on the
slide neither the step nor the word «дисперсия» is an error. It only asks for
less than its step could give.
*/
/**ru 1442829450
## Откуда берётся 1/(4L)

Если обходиться без (5), остаются выпуклость, $\langle\nabla
f(x),x-x^*\rangle\ge f(x)-f^*$, и гладкость,
$$\|\nabla f(x_k)\|^2\le2L\,(f(x_k)-f^*). \tag{9}$$
Тогда в (4) получается $-2\alpha_k(1-L\alpha_k)(f(x_k)-f^*)$, и при
$\alpha_0\le\frac1{4L}$
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le\|x_k-x^*\|^2-\tfrac32\alpha_k\,(f(x_k)-f^*)+\alpha_k^2v_k. \tag{10}$$
Дальше — как раньше: константы становятся равными $\frac23$ и
$\frac2{3\ln2}\approx0.962$, что по-прежнему меньше $\frac54$ и $5$ на слайде.
Так что ни шаг, ни слово «дисперсия» на слайде не ошибка. Он лишь
довольствуется меньшим, чем мог бы дать его шаг.
*/
static struct relation smoothness(const struct step *s) {
    real left = square(s, s->gradient), right = 2 * s->c->L * s->gap;
    return at_most(left, right, left + right);
}

static struct relation smoothness_attained(const struct step *s) {
    return as_equality(smoothness(s));
}

static struct relation elementary(const struct step *s) {
    struct relation r = quiet_approach(s);
    r.right += s->alpha * s->gap / 2;
    return r;
}

static double elementary_bound(const struct constants *c, size_t k) {
    return 4.0 / 3 * bound(c, k); /* 4/3 of either constant */
}

static const struct setting quarter_walks[] = {
    {ridge, &method_sgd, {.schedule = root, .chosen = quarter}, .steps = 200},
    {two_signs,
     &method_sgd,
     {.schedule = root, .chosen = quarter},
     .steps = 500},
    {ill_conditioned,
     &method_sgd,
     {.schedule = root, .chosen = quarter},
     .steps = 500},
};
CLAIM(elementary_smoothness, PROOF_LINE, WALK(smoothness, ON(walks)),
      "Inequality (9).", "Неравенство (9).");
CLAIM(elementary_smoothness_attained, IDENTITY,
      WALK(smoothness_attained, ON(parabolas)),
      "On parabolas it is an equality.",
      "На параболах оно обращается в равенство.");
CLAIM(elementary_approach, PROOF_LINE, WALK(elementary, ON(quarter_walks)),
      "Inequality (10).", "Неравенство (10).");
CLAIM(elementary_approach_without_noise, PROOF_LINE,
      LOOSE(9.0 / 13, WALK(elementary, AT(parabola, &method_sgd,
                                          {.schedule = root, .chosen = quarter},
                                          .steps = 1))),
      "The same on $\\frac L2x^2$, where the sides are as 9 to 13.",
      "То же на $\\frac L2x^2$, где стороны относятся как 9 к 13.");
CLAIM(elementary_bound_holds, BOUND,
      LOOSE(0.2238, CALLED("elementary", "простая",
                           AVERAGE(elementary_bound, ON(slides_steps)))),
      "The bound with $\\frac23$ and $\\frac2{3\\ln2}$.",
      "Оценка с $\\frac23$ и $\\frac2{3\\ln2}$.");
/**
## What breaks

**A longer step.** At $k=1$ on $\frac L2x^2$ the first term of (1) is
$\frac1{\alpha_0L}$ of the gap. So $\frac1L$ is the longest step for which (1)
is true; for the slide's bound it is $\frac5{2L}$.
*/
/**ru 1625656971
## Что ломается {#what-breaks}

**Более длинный шаг.** При $k=1$ на $\frac L2x^2$ первое слагаемое (1)
составляет $\frac1{\alpha_0L}$ зазора. Поэтому $\frac1L$ — самый длинный шаг,
при котором верно (1); для оценки слайда это $\frac5{2L}$.
*/
/* The parabola has L = 1. */
CLAIM(control_longer_step, CONTROL,
      DROPS(short_steps, AVERAGE(bound, AT(parabola, &method_sgd,
                                           {.schedule = root, .alpha = 1.05}, 1,
                                           .steps = 1))),
      "With $\\alpha_0=1.05/L$ (1) is beaten.",
      "При $\\alpha_0=1.05/L$ оценка (1) нарушается.");
CLAIM(control_slide_with_longer_step, CONTROL,
      DROPS(short_steps,
            AVERAGE(slide, AT(parabola, &method_sgd,
                              {.schedule = root, .alpha = 3}, 1, .steps = 1))),
      "With $\\alpha_0=3/L$ the slide's bound is beaten, read so.",
      "При $\\alpha_0=3/L$ оценка слайда в таком прочтении нарушается.");
/**
**No smoothness.** $|x|$ has no $L$, hence no longest step. With $\alpha_0=2R$
the slide's bound with variance 0 is $0.625$ at $k=1$, and the gap 1.

*/
/**ru 315026664
**Нет гладкости.** У $|x|$ нет никакого $L$, а значит, и самого длинного шага.
При $\alpha_0=2R$ оценка слайда с дисперсией 0 равна $0.625$ при $k=1$, а
зазор равен 1.
*/
static double slide_without_noise(const struct constants *c, size_t k) {
    return slides_start(c, k);
}
CLAIM(control_no_smoothness, CONTROL,
      DROPS(smooth_function, AVERAGE(slide_without_noise,
                                     AT(absolute_value, &method_sgd,
                                        {2, .schedule = root}, 1, .steps = 1))),
      "On $|x|$, which has no noise, the slide's bound is beaten, read so.",
      "На $|x|$, где шума нет, оценка слайда в таком прочтении "
      "нарушается.");
/**
**No convexity.** $1-\cos x$ from $x_0=\pi-2^{-20}$, next to its maximum: the
gradient is nearly 0, and after 700 of the slide's steps the gap is still near 2.

**A biased oracle.** $g=\mu x+b$ leads to $-b/\mu$. What it adds has the mean
square $b^2$, and with $v=b^2$ the bound tends to 0 all the same.
*/
/**ru 2939489192
**Нет выпуклости.** Возьмём $1-\cos x$ из $x_0=\pi-2^{-20}$, рядом с
максимумом: градиент почти равен 0, и после 700 шагов слайда зазор всё ещё
близок к 2.

**Смещённый оракул.** $g=\mu x+b$ приводит в $-b/\mu$. Средний квадрат того,
что он добавляет, равен $b^2$, и с $v=b^2$ оценка всё равно стремится к 0.
*/
CLAIM(control_no_convexity, CONTROL,
      DROPS(convex_function,
            AVERAGE(slide, AT(cosine, &method_sgd,
                              {.schedule = root, .chosen = quarter}, 700,
                              .steps = 700))),
      "Without convexity the slide's bound is beaten.",
      "Без выпуклости оценка слайда нарушается.");
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle,
            AVERAGE(slide, AT(biased_parabola, &method_sgd,
                              {.schedule = root, .chosen = quarter}, 100000,
                              .steps = 100000))),
      "With a biased oracle the slide's bound is beaten.",
      "При смещённом оракуле оценка слайда нарушается.");
/**
**Noise that is left out.** From $x_0=x^*$ on two signs all is noise, and with
$v=0$ the bound is 0.

**Steps that fall too fast.** With $\alpha_k=\frac{\alpha_0}{k+1}$ a parabola is
descended like $k^{-\alpha_0}$, which for $\alpha_0=0.05$ is nearly not at all.
*/
/**ru 3835621407
**Неучтённый шум.** Если на двух знаках начать в $x_0=x^*$, то всё — шум, а
при $v=0$ оценка равна 0.

**Слишком быстро убывающие шаги.** При $\alpha_k=\frac{\alpha_0}{k+1}$ спуск
по параболе идёт как $k^{-\alpha_0}$, что при $\alpha_0=0.05$ почти не спуск.
*/
static double without_noise(const struct constants *c, size_t k) {
    return start_term(c, k);
}

static double reciprocal(const struct settings *s, size_t k) {
    return s->alpha / ((double)k + 1);
}
CLAIM(control_no_variance, CONTROL,
      DROPS(bounded_variance, AVERAGE(without_noise, ONE(long_steps, 0))),
      "With $v=0$ the bound is beaten where there is noise.",
      "При $v=0$ оценка нарушается там, где есть шум.");
CLAIM(control_steps_fall_too_fast, CONTROL,
      DROPS(falling_steps, AVERAGE(bound, AT(parabola, &method_sgd,
                                             {0.05, .schedule = reciprocal},
                                             100000, .steps = 100000))),
      "With steps that fall like $1/k$ (1) is beaten.",
      "С шагами, убывающими как $1/k$, оценка (1) нарушается.");

static const struct claim *const claims[] = {bound_longest_steps,
                                             bound_slides_steps,
                                             bound_of_the_slide,
                                             attained_at_1,
                                             noise_is_even,
                                             line_1_identity_of_the_distance,
                                             line_2_coercivity,
                                             line_2_attained,
                                             line_3_expected_approach,
                                             line_3_attained,
                                             line_4_telescope,
                                             line_4_attained,
                                             line_5_jensen,
                                             line_5_division,
                                             line_5_attained,
                                             line_6_together,
                                             elementary_smoothness,
                                             elementary_smoothness_attained,
                                             elementary_approach,
                                             elementary_approach_without_noise,
                                             elementary_bound_holds,
                                             control_longer_step,
                                             control_slide_with_longer_step,
                                             control_no_smoothness,
                                             control_no_convexity,
                                             control_biased_oracle,
                                             control_no_variance,
                                             control_steps_fall_too_fast};

static const struct term terms[] = {
    {.name = {"start", "начало"}, .at = start_term},
    {.name = {"noise", "шум"}, .at = noise_part},
};

const struct theorem theorem_convex_decreasing_step_variance = {
    .id = "convex_decreasing_step_variance",
    .title =
        {"A decreasing step on a smooth convex function, by the variance",
         "Убывающий шаг на гладкой выпуклой функции: достаточно дисперсии"},
    .source = "Гладкий выпуклый случай с убывающим шагом",
    HYPOTHESES(hypotheses),
    .terms = terms,
    .term_count = COUNT(terms),
    CLAIMS(claims),
};

/**
## Exercises

@exercise control_no_convexity The control on $1-\cos x$ stops after 700 steps,
    with $\alpha_0=\frac14$ and $L=1$. From which $k$ on is the slide's bound
    with $v=0$ below 2, the largest gap that there is? And how long does the
    point stay near the top, where a step multiplies its distance from $\pi$ by
    at most $1+\alpha_k$? Check with
    `descent run cosine sgd --alpha 0.25 --schedule root --steps 700`. ::
    $\frac54\cdot\frac{\pi^2}{\alpha_0\sqrt k}<2$ means $\sqrt k>\frac52\pi^2$,
    so $k\ge609$. The distance is at most $2^{-20}e^{2\alpha_0\sqrt k}$, and
    below 1 as long as $\sqrt k<40\ln2$, up to $k=768$. At $k=700$, in between,
    the gap at the average is 1.9997 and the bound 1.865. Closer to the top one
    can do the same for any later $k$: without convexity no bound by $L$ and
    $\|x_0-x^*\|$ alone tends to 0.
@exercise elementary_approach_without_noise On $\frac L2x^2$ without noise take
    one step with $\alpha_0=\frac1{4L}$. Compute the left side and the right
    sides of (6) and of (10), as shares of $\|x_0-x^*\|^2$. Which term makes the
    difference between the two sides of (6), and for which $\alpha_0$ is it 0?
    One of the ratios is that of
    `descent verify convex_decreasing_step_variance/elementary_approach_without_noise`. ::
    The step leaves $\frac34$ of the distance, so the left side is $\frac9{16}$.
    (6) has $1-\frac14=\frac{12}{16}$ on the right, (10) has
    $1-\frac3{16}=\frac{13}{16}$; the claim confirms 9 to 13. The difference in
    (6) is what line 3 drops, $\alpha_0\bigl(\frac1L-\alpha_0\bigr)\|\nabla
    f(x_0)\|^2$, here $\frac3{16}$; with $\alpha_0=\frac1L$ nothing is dropped
    in this first step.
@exercise line_2_attained Write (5) for $f(x)=\frac12\sum_j\lambda_jx_j^2$,
    $0\le\lambda_j\le L$, one coordinate after the other. Which coordinates
    attain it? What follows for the problems of
    `descent verify convex_decreasing_step_variance/line_2_attained`, for an
    ill-conditioned quadratic, and for somebody who takes a larger $L$ than need
    be? :: A coordinate contributes
    $\lambda\ge\frac\lambda2+\frac{\lambda^2}{2L}$, times $x^2$, which is
    $\lambda(L-\lambda)\ge0$: an equality for $\lambda=L$ and for $\lambda=0$
    only. The parabolas of the claim have a single curvature, which is $L$, and
    so an equality at every step; an ill-conditioned quadratic has a strict
    inequality wherever $x_j\ne0$ with $0<\lambda_j<L$. With too large an $L$
    (5) remains true, but is attained nowhere off the minimiser, and the longest
    step becomes shorter for nothing.
*/
/**ru 1914973423
## Упражнения

@exercise control_no_convexity Контрольное утверждение о функции $1-\cos x$
    останавливается после 700 шагов, при $\alpha_0=\frac14$ и $L=1$. Начиная с
    какого $k$ оценка слайда с $v=0$ меньше 2, наибольшего возможного зазора? И
    долго ли точка остаётся у вершины, где шаг умножает её расстояние до $\pi$
    не более чем на $1+\alpha_k$? Проверьте с помощью
    `descent run cosine sgd --alpha 0.25 --schedule root --steps 700`. ::
    Неравенство $\frac54\cdot\frac{\pi^2}{\alpha_0\sqrt k}<2$ означает $\sqrt
    k>\frac52\pi^2$, то есть $k\ge609$. Расстояние не больше
    $2^{-20}e^{2\alpha_0\sqrt k}$, и оно меньше 1, пока $\sqrt k<40\ln2$, до
    $k=768$. Между ними, при $k=700$, зазор во взвешенном среднем равен 1,9997,
    а оценка — 1,865. Начав ближе к вершине, того же можно добиться и для любого
    большего $k$: без выпуклости никакая оценка, зависящая только от $L$ и
    $\|x_0-x^*\|$, не стремится к 0.
@exercise elementary_approach_without_noise На функции $\frac L2x^2$ без шума
    сделайте один шаг с $\alpha_0=\frac1{4L}$. Вычислите левую часть и правые
    части (6) и (10) в долях от $\|x_0-x^*\|^2$. Какой член даёт разность двух
    частей (6) и при каком $\alpha_0$ он равен 0? Одно из отношений выдаёт
    `descent verify convex_decreasing_step_variance/elementary_approach_without_noise`. ::
    После шага остаётся $\frac34$ расстояния, поэтому левая часть равна
    $\frac9{16}$. Справа в (6) стоит $1-\frac14=\frac{12}{16}$, а в (10)
    $1-\frac3{16}=\frac{13}{16}$; утверждение подтверждает отношение 9 к 13.
    Разность в (6) — это то, что отбрасывает строка 3,
    $\alpha_0\bigl(\frac1L-\alpha_0\bigr)\|\nabla f(x_0)\|^2$, здесь
    $\frac3{16}$; при $\alpha_0=\frac1L$ на этом первом шаге не отбрасывается
    ничего.
@exercise line_2_attained Запишите (5) для $f(x)=\frac12\sum_j\lambda_jx_j^2$,
    $0\le\lambda_j\le L$, по координатам. На каких координатах достигается
    равенство? Что отсюда следует для задач из
    `descent verify convex_decreasing_step_variance/line_2_attained`, для плохо
    обусловленной квадратичной функции и для того, кто берёт $L$ больше
    необходимого? :: Вклад координаты — неравенство
    $\lambda\ge\frac\lambda2+\frac{\lambda^2}{2L}$, умноженное на $x^2$, то есть
    $\lambda(L-\lambda)\ge0$: равенство только при $\lambda=L$ и при
    $\lambda=0$. У парабол из утверждения одна-единственная кривизна, и она
    равна $L$, поэтому равенство имеет место на каждом шаге; у плохо
    обусловленной функции неравенство строгое всюду, где $x_j\ne0$ при
    $0<\lambda_j<L$. С завышенным $L$ неравенство (5) остаётся верным, но нигде
    вне точки минимума не достигается, а самый длинный шаг напрасно
    укорачивается.
*/

/**
## References

- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004,
  theorem 2.1.5: inequality (5).
- G. Lan, *An optimal method for stochastic composite optimization*, Mathematical
  Programming 133 (2012): smooth convex functions by the variance.
*/
/**ru 41133039
## Литература

- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004,
  теорема 2.1.5: неравенство (5).
- G. Lan, *An optimal method for stochastic composite optimization*,
  Mathematical Programming 133 (2012): гладкие выпуклые функции через
  дисперсию.
*/
