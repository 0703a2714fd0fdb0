/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# SGD with a constant step does not converge

The lecture sums up (slide «Summary»):

> SGD с постоянным шагом не сходится даже для PL (сильно выпуклого) случая

The theorem on the [constant step](pl_constant_step.html) bounds the gap from
above by a transient and a floor. An upper bound cannot tell that the floor is
really there: a smaller bound might exist. This page bounds the gap
from *below*. Run $x_{k+1}=x_k-\alpha\nabla f_{i_k}(x_k)$ with $\alpha L\le1$,
and let $s^2=\mathbb E\|\nabla f_i(x^*)\|^2$ be the noise that is left at the
minimiser. Then
$$\mathbb E[f(x_k)-f^*]\ge\frac\mu2\Bigl(D+p^k\bigl(\|x_0-x^*\|^2-D\bigr)\Bigr),\qquad
  D=\frac{\alpha s^2}{\bigl(\sqrt{L(2-\alpha L)}+\ell\sqrt\alpha\bigr)^2}, \tag{1}$$
with $0\le p<1$, so that $\liminf_k\mathbb E f(x_k)-f^*\ge\frac\mu2D>0$ whenever
$s>0$. The one exception is the one that the formula shows: $s=0$, when all
components share a minimiser. Then SGD with a constant step [does
converge](interpolation_converges.html), and linearly. Nor does it help to take
a longer step than $1/L$: [no step at all converges](any_constant_step.html).

@figure dichotomy The noise at the minimiser decides: with it the gap stays,
    without it the gap vanishes

## What it needs

- $f$ is $L$-smooth.
- $f$ grows: $f(x)-f^*\ge\frac\mu2\|x-x^*\|^2$ where the method
  goes. Strong convexity gives that, and so does PL with a single minimiser
  (Karimi, Nutini and Schmidt 2016). On least squares of deficient rank the
  iterates stay in the plane through $x_0$ spanned by the rows, and there it
  holds as well.
- The oracle is unbiased.
- The noise $\xi_i(x)=\nabla f_i(x)-\nabla f(x)$ has the mean square $s^2$ at
  $x^*$, and it fades away from there at most at the rate $\ell$: $\mathbb
  E\|\xi_i(x)\|^2\ge(s-\ell\|x-x^*\|)^2$ while the bracket is positive. If
  $\xi_i$ is $\ell$-Lipschitz in mean square, that is the triangle inequality.
  Additive noise has $\ell=0$, and so has noise with $s=0$: there is nothing to
  fade.
- The step does not change, $\alpha L\le1$, and $p=(1-\alpha L)^2-\alpha\ell\sqrt{\alpha L(2-\alpha
  L)}\ge0$: the step is not too long.

The bound in C:
*/
/**ru 3396277447
# SGD с постоянным шагом не сходится

Лекция подводит итог (слайд «Summary»):

> SGD с постоянным шагом не сходится даже для PL (сильно выпуклого) случая

Теорема о [постоянном шаге](pl_constant_step.html) оценивает зазор сверху суммой
переходного члена и шумового порога. Но из верхней оценки не видно, что этот уровень
действительно существует: возможно, есть оценка и меньше. На этой странице зазор
оценивается *снизу*. Пусть $x_{k+1}=x_k-\alpha\nabla f_{i_k}(x_k)$, где
$\alpha L\le1$, и пусть $s^2=\mathbb E\|\nabla f_i(x^*)\|^2$ — шум, который
остаётся в точке минимума. Тогда
$$\mathbb E[f(x_k)-f^*]\ge\frac\mu2\Bigl(D+p^k\bigl(\|x_0-x^*\|^2-D\bigr)\Bigr),\qquad
  D=\frac{\alpha s^2}{\bigl(\sqrt{L(2-\alpha L)}+\ell\sqrt\alpha\bigr)^2}, \tag{1}$$
где $0\le p<1$, так что $\liminf_k\mathbb E f(x_k)-f^*\ge\frac\mu2D>0$, если
только $s>0$. Единственное исключение — то, которое видно из формулы: $s=0$,
когда у всех слагаемых общая точка минимума. Тогда SGD с постоянным шагом
[сходится](interpolation_converges.html), и притом линейно. Не помогает и шаг
длиннее $1/L$: [ни с каким постоянным шагом метод не
сходится](any_constant_step.html).

@figure dichotomy Всё решает шум в точке минимума: с ним зазор остаётся, без
    него исчезает

## Что нужно {#what-it-needs}

- $f$ $L$-гладкая.
- $f$ растёт: $f(x)-f^*\ge\frac\mu2\|x-x^*\|^2$ всюду, где проходит метод. Это
  следует из сильной выпуклости, а также из PL, если точка минимума единственна
  (Karimi, Nutini and Schmidt 2016). В методе наименьших квадратов с матрицей
  неполного ранга итерации остаются в плоскости, проходящей через $x_0$ и
  натянутой на строки матрицы, и на ней это тоже верно.
- Оракул несмещённый.
- Шум $\xi_i(x)=\nabla f_i(x)-\nabla f(x)$ имеет в $x^*$ средний квадрат $s^2$ и
  с удалением оттуда затухает со скоростью не больше $\ell$:
  $\mathbb E\|\xi_i(x)\|^2\ge(s-\ell\|x-x^*\|)^2$, пока скобка положительна.
  Если $\xi_i$ липшицева в среднем квадратичном с постоянной $\ell$, это
  неравенство треугольника. Для аддитивного шума $\ell=0$, и так же для шума с
  $s=0$: затухать там нечему.
- Шаг не меняется, $\alpha L\le1$ и
  $p=(1-\alpha L)^2-\alpha\ell\sqrt{\alpha L(2-\alpha L)}\ge0$: шаг не слишком
  длинный.

Оценка на C:
*/
#include "../verify/runs/rest.h"
#include "shared/premises.h"
#include "shared/steps.h"
#include "theorem.h"

/* l, D and p. */
static double fading_rate(const struct constants *c) {
    return c->noise_star > 0 ? c->fading : 0;
}

static double resting_distance2(const struct constants *c) {
    double root =
        sqrt(c->L * (2 - c->alpha * c->L)) + fading_rate(c) * sqrt(c->alpha);
    return c->alpha * c->noise_star * c->noise_star / (root * root);
}

static double forgetting(const struct constants *c) {
    double al = c->alpha * c->L;
    return (1 - al) * (1 - al) -
           c->alpha * fading_rate(c) * sqrt(al * (2 - al));
}

static double bound(const struct constants *c, size_t k) {
    double d = resting_distance2(c), start = c->distance * c->distance;
    return c->mu / 2 * (d + pow(forgetting(c), (double)k) * (start - d));
}

static bool is_short(const struct premises *p) {
    return p->constants->alpha > 0 &&
           p->constants->alpha * p->constants->L <= 1;
}
static bool forgets(const struct premises *p) {
    return forgetting(p->constants) >= 0;
}
/* Where L is infinite no step is short, where l is p is not at least 0, and
 * mu = 0 makes (1) trivial: what breaks these three is a letter misread. */
HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", NULL);
HYPOTHESIS(growing_gap, "f - f* >= mu/2 ||x - x*||^2",
           "f - f* >= mu/2 ||x - x*||^2", NULL);
HYPOTHESIS(lasting_noise, "E||xi||^2 >= (s - l||x - x*||)^2",
           "E||xi||^2 >= (s - l||x - x*||)^2", NULL);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(constant_step, "the step is constant", "шаг постоянный",
           is_constant);
HYPOTHESIS(short_step, "0 < alpha <= 1/L", "0 < alpha <= 1/L", is_short);
HYPOTHESIS(forgetting_factor, "p >= 0", "p >= 0", forgets);
static const struct hypothesis *const hypotheses[] = {
    smooth_function, growing_gap, lasting_noise,    unbiased_oracle,
    constant_step,   short_step,  forgetting_factor};

/**
Two signs have $\ell=0$ and $L=\mu$, and there (1) is an equality. [How
loose](#how-loose-it-is-elsewhere) it is elsewhere is told below.
*/
/**ru 2995134442
Для двух знаков $\ell=0$ и $L=\mu$, и там (1) — равенство. [Насколько она
груба](#how-loose-it-is-elsewhere) в остальных случаях, сказано ниже.
*/
static const struct setting run[] = {
    {logistic, &method_sgd, {.alpha = 0.1}, 1, 200, .runs = 32768},
    {sine_squared, &method_sgd, {.alpha = 0.05}, 1, 1000, .runs = 65536},
    {two_signs, &method_sgd, {.alpha = 0.3}, 1, 1000, .runs = 65536},
};
static const struct setting exact[] = {
    {ridge, &method_sgd, {.alpha = 0.05}, 1, .steps = 1000},
    {least_squares, &method_sgd, {.alpha = 0.05}, 1, .steps = 1000},
    {two_signs, &method_sgd, {.alpha = 0.3}, 1, .steps = 1000},
    {shifted_signs, &method_sgd, {.alpha = 0.1}, 1, .steps = 1000},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 10}, 1, .steps = 1000},
    {ill_conditioned, &method_sgd, {.alpha = 0.002}, 1, .steps = 3000},
    {interpolation, &method_sgd, {.alpha = 0.1}, 1, .steps = 300},
    {one_at_a_time, &method_sgd, {.alpha = 0.05}, 1, .steps = 100},
    {fading_signs, &method_sgd, {.alpha = 0.125}, 1, .steps = 16},
};
CLAIM(bound_logistic, BOUND, MEAN(bound, ONE(run, 0), .sign = AT_LEAST),
      "The lower bound (1) on the logistic regression.",
      "Нижняя оценка (1) для логистической регрессии.");
static void where_p_ends(struct inquiry *q) {
    static const double steps[] = {0.352, 0.353};
    struct problem *p = logistic();
    for (size_t i = 0; i < COUNT(steps); i++) {
        struct constants c = constants_of(p, steps[i]);
        inquiry_exact(q, p->id, "sgd", 0, forgetting(&c), 1e-12,
                      i ? AT_MOST : AT_LEAST, 0);
        inquiry_which(q, i, "alpha = %g", steps[i]);
    }
    problem_free(p);
}
CLAIM(steps_on_logistic, IDENTITY, COMPUTE(where_p_ends),
      "There $p\\ge0$ for $\\alpha=0.352$, and no longer for $0.353$; "
      "[any step](any_constant_step.html) has a bound of its own.",
      "В ней $p\\ge0$ при $\\alpha=0.352$, но уже не при $0.353$; для [любого "
      "шага](any_constant_step.html) есть своя оценка.");
CLAIM(bound_sine_squared, BOUND, MEAN(bound, ONE(run, 1), .sign = AT_LEAST),
      "The lower bound (1) on $x^2+3\\sin^2x$, PL and not convex.",
      "Нижняя оценка (1) для $x^2+3\\sin^2x$: условие PL выполнено, выпуклости "
      "нет.");
CLAIM(bound_exact, BOUND, MEAN(bound, ON(exact), .sign = AT_LEAST),
      "The lower bound (1) on nine more problems, exactly.",
      "Нижняя оценка (1) ещё на девяти задачах, точно.");
/**
## The proof, line by line

Every line is checked at every step of every run of a sample, with expectations
over the next index as full sums. Write $r_k=\|x_k-x^*\|$.
*/
/**ru 2186323584
## Доказательство строка за строкой

Каждая строка проверяется на каждом шаге каждого запуска из выборки, причём
математические ожидания по следующему индексу — полные суммы. Обозначим
$r_k=\|x_k-x^*\|$.
*/
static const struct setting walks[] = {
    {logistic, &method_sgd, {.alpha = 0.1}, .steps = 40},
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {sine_squared, &method_sgd, {.alpha = 0.05}, .steps = 500},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 500},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 10}, .steps = 500},
    {shifted_signs, &method_sgd, {.alpha = 0.1}, .steps = 500},
    {ill_conditioned, &method_sgd, {.alpha = 0.002}, .steps = 500},
    {fading_signs, &method_sgd, {.alpha = 0.125}, .steps = 500},
};

static real squared(real a) {
    return a * a;
}

/* The size of all terms in the square of the distance after a step. */
static real distance_terms(const struct step *s) {
    return s->distance2 + s->next_distance2 + s->mean_next_distance2 +
           2 * s->alpha * real_abs(s->inner) +
           s->alpha * s->alpha * (s->mean_square + square(s, s->gradient)) +
           square(s, s->x);
}

/* ||x_k - alpha grad f(x_k) - x*||^2: where gradient descent would lead. */
static real descended(const struct step *s) {
    return s->distance2 - 2 * s->alpha * s->inner +
           s->alpha * s->alpha * square(s, s->gradient);
}

/**
### Line 1. The step and its noise

The step is gradient descent's, plus noise of mean 0. So the cross term
vanishes:
$$\mathbb E\,r_{k+1}^2=\|x_k-\alpha\nabla f(x_k)-x^*\|^2+\alpha^2\,\mathbb E\|\xi_i(x_k)\|^2. \tag{2}$$
*/
/**ru 3455020610
### Строка 1. Шаг и его шум

Шаг есть шаг градиентного спуска плюс шум со средним 0. Поэтому перекрёстный
член исчезает:
$$\mathbb E\,r_{k+1}^2=\|x_k-\alpha\nabla f(x_k)-x^*\|^2+\alpha^2\,\mathbb E\|\xi_i(x_k)\|^2. \tag{2}$$
*/
static struct relation step_and_noise(const struct step *s) {
    real noise =
        s->alpha * s->alpha * (s->mean_square - square(s, s->gradient));
    return equal(s->mean_next_distance2, descended(s) + noise,
                 distance_terms(s));
}
CLAIM(line_1_step_and_noise, PROOF_LINE, WALK(step_and_noise, ON(walks)),
      "Equation (2): the cross term vanishes.",
      "Равенство (2): перекрёстный член исчезает.");
/**
### Line 2. Gradient descent is not too fast

$\|\nabla f(x_k)\|=\|\nabla f(x_k)-\nabla f(x^*)\|\le L\,r_k$, so a step of
gradient descent leaves at least $r_k-\alpha Lr_k$. As $\alpha L\le1$, squares
keep the order:
$$\|x_k-\alpha\nabla f(x_k)-x^*\|^2\ge(1-\alpha L)^2\,r_k^2. \tag{3}$$
*/
/**ru 2053272173
### Строка 2. Градиентный спуск не слишком быстр

$\|\nabla f(x_k)\|=\|\nabla f(x_k)-\nabla f(x^*)\|\le L\,r_k$, поэтому после
шага градиентного спуска остаётся не меньше $r_k-\alpha Lr_k$. Так как
$\alpha L\le1$, при возведении в квадрат порядок сохраняется:
$$\|x_k-\alpha\nabla f(x_k)-x^*\|^2\ge(1-\alpha L)^2\,r_k^2. \tag{3}$$
*/
static struct relation not_too_fast(const struct step *s) {
    double q = 1 - s->alpha * s->c->L;
    return at_least(descended(s), q * q * s->distance2, distance_terms(s));
}
CLAIM(line_2_not_too_fast, PROOF_LINE, WALK(not_too_fast, ON(walks)),
      "Inequality (3): it keeps at least $1-\\alpha L$ of the distance.",
      "Неравенство (3): остаётся не меньше доли $1-\\alpha L$ расстояния.");
/**
### Line 3. The noise is still there

With $(\cdot)_+$ for the positive part,
$$\mathbb E\|\xi_i(x_k)\|^2\ge(s-\ell r_k)_+^2. \tag{4}$$
*/
/**ru 639996739
### Строка 3. Шум ещё есть

Пусть $(\cdot)_+$ обозначает положительную часть; тогда
$$\mathbb E\|\xi_i(x_k)\|^2\ge(s-\ell r_k)_+^2. \tag{4}$$
*/
static real remaining(const struct step *s) {
    return real_max(s->c->noise_star -
                        fading_rate(s->c) * real_sqrt(s->distance2),
                    (real){0});
}

static struct relation noise_remains(const struct step *s) {
    real slope2 = square(s, s->gradient), right = squared(remaining(s));
    return at_least(s->mean_square - slope2, right,
                    s->mean_square + slope2 + right +
                        s->c->noise_star * s->c->noise_star);
}
CLAIM(line_3_noise_remains, PROOF_LINE, WALK(noise_remains, ON(walks)),
      "Inequality (4): the noise fades at most at the rate $\\ell$.",
      "Неравенство (4): шум затухает со скоростью не больше $\\ell$.");
/**
### Line 4. A tangent

By (2), (3) and (4) the next mean square distance is at least $\varphi(r_k^2)$
with $\varphi(t)=(1-\alpha L)^2t+\alpha^2(s-\ell\sqrt t)_+^2$. That function is
convex, since $(s-\ell\sqrt t)^2=s^2-2s\ell\sqrt t+\ell^2t$. Its fixed point
solves $\alpha(s-\ell\sqrt t)=\sqrt{\alpha L(2-\alpha L)}\sqrt t$, which gives
$t=D$, and its slope there is $p$. A convex function lies above its tangent:
$$(1-\alpha L)^2r_k^2+\alpha^2(s-\ell r_k)_+^2\ge D+p\,(r_k^2-D). \tag{5}$$
*/
/**ru 538393516
### Строка 4. Касательная

По (2), (3) и (4) средний квадрат следующего расстояния не меньше
$\varphi(r_k^2)$, где $\varphi(t)=(1-\alpha L)^2t+\alpha^2(s-\ell\sqrt t)_+^2$.
Эта функция выпукла, поскольку $(s-\ell\sqrt t)^2=s^2-2s\ell\sqrt t+\ell^2t$. Её
неподвижная точка — решение уравнения
$\alpha(s-\ell\sqrt t)=\sqrt{\alpha L(2-\alpha L)}\sqrt t$, откуда $t=D$, а
наклон в этой точке равен $p$. Выпуклая функция лежит выше своей касательной:
$$(1-\alpha L)^2r_k^2+\alpha^2(s-\ell r_k)_+^2\ge D+p\,(r_k^2-D). \tag{5}$$
*/
static struct relation tangent(const struct step *s) {
    double q = 1 - s->alpha * s->c->L, d = resting_distance2(s->c),
           p = forgetting(s->c);
    real left =
        q * q * s->distance2 + s->alpha * s->alpha * squared(remaining(s));
    return at_least(left, d + p * (s->distance2 - d),
                    left + d + s->distance2 +
                        s->alpha * s->alpha * s->c->noise_star *
                            s->c->noise_star);
}
CLAIM(line_4_tangent, PROOF_LINE, WALK(tangent, ON(walks)),
      "Inequality (5): the tangent at the fixed point.",
      "Неравенство (5): касательная в неподвижной точке.");
/**
Together:
$$\mathbb E\,r_{k+1}^2-D\ge p\,(r_k^2-D). \tag{6}$$
*/
/**ru 3257666254
Вместе:
$$\mathbb E\,r_{k+1}^2-D\ge p\,(r_k^2-D). \tag{6}$$
*/
static struct relation one_step(const struct step *s) {
    double d = resting_distance2(s->c), p = forgetting(s->c);
    return at_least(s->mean_next_distance2 - d, p * (s->distance2 - d),
                    distance_terms(s) + d);
}
CLAIM(line_4_one_step, PROOF_LINE, WALK(one_step, ON(walks)),
      "Inequality (6), all four lines together.",
      "Неравенство (6), все четыре строки вместе.");
/**
### Line 5. Unrolling

(6) is linear in $r_k^2$, so full expectations go through, and since $p\ge0$ it
may be applied to itself:
$$\mathbb E\,r_k^2-D\ge p^k(r_0^2-D). \tag{7}$$
Along single runs the surprises $\zeta_t=r_{t+1}^2-\mathbb E[r_{t+1}^2\mid
x_t]$, whose mean is 0, are kept: $r_k^2-\sum_{t<k}p^{k-1-t}\zeta_t-D\ge
p^k(r_0^2-D)$.
*/
/**ru 2361106206
### Строка 5. Развёртывание рекурсии

Неравенство (6) линейно по $r_k^2$, поэтому в нём можно перейти к полным
математическим ожиданиям, а так как $p\ge0$, его можно применять к самому себе:
$$\mathbb E\,r_k^2-D\ge p^k(r_0^2-D). \tag{7}$$
Вдоль отдельных запусков сохраняются случайные отклонения
$\zeta_t=r_{t+1}^2-\mathbb E[r_{t+1}^2\mid x_t]$, среднее которых равно 0:
$r_k^2-\sum_{t<k}p^{k-1-t}\zeta_t-D\ge p^k(r_0^2-D)$.
*/
static struct relation unrolling(const struct step *s) {
    double d = resting_distance2(s->c), p = forgetting(s->c);
    real *surprises = &s->memory[0], *sizes = &s->memory[1];
    *surprises = p * *surprises + (s->next_distance2 - s->mean_next_distance2);
    *sizes = p * *sizes + distance_terms(s) + real_abs(*surprises);
    double start =
        pow(p, (double)(s->k + 1)) * (s->c->distance * s->c->distance - d);
    return at_least(s->next_distance2 - *surprises - d, real_all(start),
                    *sizes + d + fabs(start));
}
CLAIM(line_5_unrolling, PROOF_LINE, WALK(unrolling, ON(walks)),
      "Inequality (7) along single runs.",
      "Неравенство (7) вдоль отдельных запусков.");
/**
### Line 6. From distance to gap

$$f(x_k)-f^*\ge\frac\mu2\,r_k^2. \tag{8}$$
With (7) this is (1). $\blacksquare$
*/
/**ru 2689548461
### Строка 6. От расстояния к зазору

$$f(x_k)-f^*\ge\frac\mu2\,r_k^2. \tag{8}$$
Вместе с (7) это даёт (1). $\blacksquare$
*/
static struct relation growth(const struct step *s) {
    real right = s->c->mu / 2 * s->distance2;
    return at_least(s->gap, right, s->gap + right + s->c->mu * square(s, s->x));
}
CLAIM(line_6_growth, PROOF_LINE, WALK(growth, ON(walks)),
      "Inequality (8): the gap grows with the squared distance.",
      "Неравенство (8): зазор растёт вместе с квадратом расстояния.");
/**
## How sharp it is

On the two signs, from the minimiser or from afar, every line is an equality:
the noise does not fade, and $L=\mu$. So (1) *is* the expectation, at every $k$,
and a bound larger by a twentieth is beaten.
*/
/**ru 1205242022
## Насколько оценка точна

На двух знаках, из точки минимума или издалека, каждая строка — равенство: шум
не затухает, и $L=\mu$. Поэтому (1) *и есть* математическое ожидание при каждом
$k$, и оценка, большая на одну двадцатую, нарушается.
*/
static const struct setting late[] = {
    {two_signs, &method_sgd, {.alpha = 0.3}, 100, .steps = 100},
};
CLAIM(sharp_signs, IDENTITY, MEAN(bound, &exact[2], 2, .sign = EQUAL),
      "On both the expectation is the bound (1), at every checkpoint.",
      "На обеих задачах математическое ожидание равно границе (1) на каждой "
      "контрольной итерации.");
static const struct setting signs[] = {
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 200},
    {shifted_signs, &method_sgd, {.alpha = 0.1}, .steps = 200},
};
static struct relation as_fast_as_may_be(const struct step *s) {
    return as_equality(not_too_fast(s));
}
static struct relation all_noise_remains(const struct step *s) {
    return as_equality(noise_remains(s));
}
static struct relation on_the_tangent(const struct step *s) {
    return as_equality(tangent(s));
}
static struct relation exactly_one_step(const struct step *s) {
    return as_equality(one_step(s));
}
static struct relation unrolled(const struct step *s) {
    return as_equality(unrolling(s));
}
static struct relation grows_no_faster(const struct step *s) {
    return as_equality(growth(s));
}
CLAIM(sharp_line_2, SHARPNESS, WALK(as_fast_as_may_be, ON(signs)),
      "There (3) is an equality,", "Там (3) — равенство,");
CLAIM(sharp_line_3, SHARPNESS, WALK(all_noise_remains, ON(signs)),
      "and so are (4),", "а также (4),");
CLAIM(sharp_line_4_tangent, SHARPNESS, WALK(on_the_tangent, ON(signs)), "(5),",
      "(5),");
CLAIM(sharp_line_4, SHARPNESS, WALK(exactly_one_step, ON(signs)), "(6),",
      "(6),");
CLAIM(sharp_line_5, SHARPNESS, WALK(unrolled, ON(signs)), "(7)", "(7)");
CLAIM(sharp_line_6, SHARPNESS, WALK(grows_no_faster, ON(signs)), "and (8).",
      "и (8).");
CLAIM(sharp_two_signs_measured_equals_exact, SHARPNESS,
      MEAN(.settings = &run[2], .count = 1),
      "The exact expectation lies in the interval of the measured one.",
      "Точное математическое ожидание лежит в доверительном интервале "
      "измеренного.");
CLAIM(sharp_two_signs_fails_at_1_05, CONTROL,
      MEAN(bound, ON(late), .times = 1.05, .sign = AT_LEAST),
      "1.05 of the lower bound is beaten.",
      "Нижняя оценка, умноженная на 1,05, нарушается.");
/**
Noise that fades is tried where it fades as fast as it may: $f=\frac\mu2x^2$ with
$\xi=\pm(s-\ell|x|)$. From $|x_0|=\sqrt D$ one step is an equality, as it stands
at the point where the tangent touches: $\mathbb E\,r_1^2=D$. And from beside it
$\mathbb E\,r_1^2$ moves by $p$ times as much as $r_0^2$.
*/
/**ru 4267340754
Затухающий шум испытывается там, где он затухает так быстро, как только может:
$f=\frac\mu2x^2$, $\xi=\pm(s-\ell|x|)$. Из $|x_0|=\sqrt D$ один шаг даёт
равенство, поскольку это точка касания: $\mathbb E\,r_1^2=D$. А рядом с ней
$\mathbb E\,r_1^2$ изменяется в $p$ раз сильнее, чем $r_0^2$.
*/
enum part { FIXED_POINT, SLOPE, SLOPE_OF_NO_FADING };

/* E r_1^2 on two signs that fade, and the error of that, from r_0^2. */
static double next_distance2(struct inquiry *q, struct problem *p, double alpha,
                             double distance2, double *error) {
    struct settings settings = {.alpha = alpha};
    struct series s;
    p->x_0[0] = sqrt(distance2);
    if (!inquiry_assumes(q, p, &method_sgd, &settings, 1)) return NAN;
    q->trouble = all_paths.compute(p, &method_sgd, &settings, 1, &s);
    if (q->trouble) return NAN;
    double next = 2 / p->mu * s.gap[1];
    *error += 2 / p->mu * s.gap_error[1];
    series_free(&s);
    return next;
}

static void touch(struct inquiry *q) {
    static const double steps[] = {0.02, 0.05, 0.125, 0.2};
    enum part part = *(const enum part *)q->with;
    struct problem *p = fading_signs();
    for (size_t i = 0; i < COUNT(steps) && !q->trouble; i++) {
        struct constants c = constants_of(p, steps[i]);
        double d = resting_distance2(&c), error = 4 * DBL_EPSILON * d;
        if (part == FIXED_POINT) {
            double next = next_distance2(q, p, steps[i], d, &error);
            inquiry_exact(q, p->id, "sgd", 1, next, error, EQUAL, d);
        } else {
            /* phi'' enters with the square of the shift. */
            const double shift = 1e-4;
            double above =
                next_distance2(q, p, steps[i], d * (1 + shift), &error);
            double below =
                next_distance2(q, p, steps[i], d * (1 - shift), &error);
            error = error / (2 * shift * d) + shift * shift;
            if (part == SLOPE_OF_NO_FADING) c.fading = 0;
            inquiry_exact(q, p->id, "sgd", 1, (above - below) / (2 * shift * d),
                          error, EQUAL, forgetting(&c));
        }
        inquiry_which(q, q->count - 1, "alpha = %g", steps[i]);
    }
    problem_free(p);
}
CLAIM(fixed_point, IDENTITY, COMPUTE(touch, &(enum part){FIXED_POINT}),
      "From $r_0^2=D$ noise that fades at the rate $\\ell$ leads to $\\mathbb "
      "E\\,r_1^2=D$.",
      "Из $r_0^2=D$ шум, затухающий со скоростью $\\ell$, ведёт к $\\mathbb "
      "E\\,r_1^2=D$.");
CLAIM(slope_at_the_fixed_point, IDENTITY, COMPUTE(touch, &(enum part){SLOPE}),
      "There the derivative of $\\mathbb E\\,r_1^2$ by $r_0^2$ is $p$.",
      "Там производная $\\mathbb E\\,r_1^2$ по $r_0^2$ равна $p$.");
CLAIM(control_slope, CONTROL, COMPUTE(touch, &(enum part){SLOPE_OF_NO_FADING}),
      "It would be $(1-\\alpha L)^2$, what additive noise has.",
      "Она была бы равна $(1-\\alpha L)^2$, как при аддитивном шуме.");
/**
### How loose it is elsewhere

For $\kappa=L/\mu>1$ (1) is never attained. Equality in (3) needs a gradient of
the length $Lr_k$, and then the gap is at least $\|\nabla
f(x_k)\|^2/(2L)=\frac L2r_k^2$, as it is for every $L$-smooth $f$: more than
the $\frac\mu2r_k^2$ of (8). On quadratics with additive noise the [exact
floor](#the-exact-floor-on-quadratics) exceeds that of (1) by a factor between
$\frac\kappa2$ and $2\kappa$. On the ill-conditioned one, $\kappa=100$, it is
95.
*/
/**ru 3100277209
### Насколько она груба в остальных случаях {#how-loose-it-is-elsewhere}

При $\kappa=L/\mu>1$ оценка (1) никогда не достигается. Для равенства в (3)
нужен градиент длины $Lr_k$, а тогда зазор не меньше
$\|\nabla f(x_k)\|^2/(2L)=\frac L2r_k^2$, как и для всякой $L$-гладкой $f$: это
больше, чем $\frac\mu2r_k^2$ в (8). Для квадратичных функций с аддитивным шумом
[точный шумовой порог](#the-exact-floor-on-quadratics) превышает уровень из (1) в
число раз, лежащее между $\frac\kappa2$ и $2\kappa$. Для плохо обусловленной, с
$\kappa=100$, — в 95 раз.
*/
static const struct setting flat[] = {
    {ill_conditioned, &method_sgd, {.alpha = 0.002}, 3000, .steps = 3000},
};
CLAIM(sharp_kappa_is_lost, SHARPNESS,
      MEAN(bound, ON(flat), .times = 95, .sign = AT_LEAST),
      "On the ill-conditioned quadratic 95 times the bound (1) holds.",
      "На плохо обусловленной квадратичной функции выполнена и оценка (1), "
      "умноженная на 95.");
CLAIM(control_kappa_is_lost, CONTROL,
      MEAN(bound, ON(flat), .times = 96, .sign = AT_LEAST),
      "There 96 times the bound (1) is beaten.",
      "Там оценка (1), умноженная на 96, нарушается.");
/**
## The exact floor on quadratics

Let $f$ be quadratic with eigenvalues $\lambda_j$, and let the noise be additive
with the variance $s_j^2$ along the $j$-th eigenvector. Each coordinate goes its
own way, $y_{k+1}=(1-\alpha\lambda)y_k-\alpha\xi$, and
$$\mathbb E f(x_k)-f^*=\sum_j\Bigl[\frac{\lambda_j}2(1-\alpha\lambda_j)^{2k}y_{0,j}^2
  +\frac{\alpha s_j^2}{2(2-\alpha\lambda_j)}\bigl(1-(1-\alpha\lambda_j)^{2k}\bigr)\Bigr]
  \longrightarrow\frac\alpha2\sum_j\frac{s_j^2}{2-\alpha\lambda_j}. \tag{9}$$
The floor hardly knows of the eigenvalues: for $\alpha L\le1$ it lies between
$\frac{\alpha s^2}4$ and $\frac{\alpha s^2}2$ however badly conditioned the
problem is. Already before the limit,
$$\mathbb E f(x_k)-f^*\ge\frac{\alpha s^2}4\bigl(1-(1-\alpha\mu)^{2k}\bigr). \tag{10}$$
The variance, not the condition number, is the bottleneck, as the lecture says
where it speaks of [momentum](momentum_does_not_help.html).
*/
/**ru 511776485
## Точный шумовой порог для квадратичных функций {#the-exact-floor-on-quadratics}

Пусть $f$ квадратичная с собственными значениями $\lambda_j$, а шум аддитивный с
дисперсией $s_j^2$ вдоль $j$-го собственного вектора. Каждая координата движется
сама по себе, $y_{k+1}=(1-\alpha\lambda)y_k-\alpha\xi$, и
$$\mathbb E f(x_k)-f^*=\sum_j\Bigl[\frac{\lambda_j}2(1-\alpha\lambda_j)^{2k}y_{0,j}^2
  +\frac{\alpha s_j^2}{2(2-\alpha\lambda_j)}\bigl(1-(1-\alpha\lambda_j)^{2k}\bigr)\Bigr]
  \longrightarrow\frac\alpha2\sum_j\frac{s_j^2}{2-\alpha\lambda_j}. \tag{9}$$
От собственных значений шумовой порог почти не зависит: при $\alpha L\le1$ он
лежит между $\frac{\alpha s^2}4$ и $\frac{\alpha s^2}2$, как бы плохо ни была
обусловлена задача. И ещё до перехода к пределу
$$\mathbb E f(x_k)-f^*\ge\frac{\alpha s^2}4\bigl(1-(1-\alpha\mu)^{2k}\bigr). \tag{10}$$
Узкое место — дисперсия, а не число обусловленности, как и говорит лекция там,
где речь идёт об [моменте](momentum_does_not_help.html).
*/
/* One coordinate's part of (9), started at distance `start`. */
static double coordinate(const struct constants *c, double lambda, double start,
                         size_t k) {
    double left = pow(1 - c->alpha * lambda, 2 * (double)k);
    return lambda / 2 * left * start * start +
           c->alpha * c->noise * c->noise / (2 * (2 - c->alpha * lambda)) *
               (1 - left);
}

/* On the ill-conditioned quadratic, whose eigenvalues are known and whose
 * x_0 = (1, 1). */
static double two_axes(const struct constants *c, size_t k) {
    return coordinate(c, c->L, 1, k) + coordinate(c, c->mu, 1, k);
}

static double quarter_bound(const struct constants *c, size_t k) {
    double s2 = c->noise_star * c->noise_star;
    return c->alpha * s2 / 4 * (1 - pow(1 - c->alpha * c->mu, 2 * (double)k));
}

static const struct setting additive[] = {
    {two_signs, &method_sgd, {.alpha = 0.01}, 1, .steps = 3000},
    {shifted_signs, &method_sgd, {.alpha = 0.01}, 1, .steps = 3000},
    {ill_conditioned, &method_sgd, {.alpha = 0.01}, 1, .steps = 3000},
    {ill_conditioned, &method_sgd, {.alpha = 0.0005}, 1, .steps = 30000},
};
CLAIM(floor_formula, IDENTITY, MEAN(two_axes, &additive[2], 2, .sign = EQUAL),
      "Formula (9) is the exact expectation on the ill-conditioned quadratic.",
      "Формула (9) — точное математическое ожидание для плохо обусловленной "
      "квадратичной функции.");
CLAIM(bound_quarter, BOUND, MEAN(quarter_bound, ON(additive), .sign = AT_LEAST),
      "The lower bound (10); $\\kappa=100$ on the last does not enter.",
      "Нижняя оценка (10); $\\kappa=100$ в последней задаче в неё не входит.");
CLAIM(sharp_quarter, SHARPNESS,
      MEAN(quarter_bound,
           AT(two_signs, &method_sgd, {.alpha = 0.01}, 1, .steps = 3000),
           .times = 1.0051),
      "On two signs, with a short step, the gap is at most 1.0051 times (10).",
      "На двух знаках при коротком шаге зазор не больше (10), умноженного на "
      "1,0051.");
CLAIM(control_quarter, CONTROL,
      MEAN(quarter_bound,
           AT(two_signs, &method_sgd, {.alpha = 0.01}, 1, .steps = 3000),
           .times = 1.005),
      "It would be at most 1.005 times: it is $2/(2-\\alpha\\mu)$ times.",
      "Он был бы не больше (10), умноженного на 1,005: на самом деле множитель "
      "равен $2/(2-\\alpha\\mu)$.");
/**
When the curvature itself is random, as in ridge regression,
$x_{k+1}-x^*=A_i(x_k-x^*)-\alpha r_i$ with $A_i=I-\alpha H_i$ and $r_i=\nabla
f_i(x^*)$. The mean dies out, and the second moment $S$ rests where
$$S=\mathbb E[A_iSA_i^\top]+\alpha^2\,\mathbb E[r_ir_i^\top],\qquad\mathbb E f-f^*\to\tfrac12\operatorname{tr}(HS): \tag{11}$$
a linear system for the entries of $S$. It is solved here once, and compared
with what the recursion of second moments has reached after $k$ steps. Here the
$A_i$ are symmetric, and so the map $S\mapsto\mathbb E[A_iSA_i]$ is self-adjoint
for the inner product $\operatorname{tr}(ST)$. Its norm is then its largest
eigenvalue, which belongs to a positive semidefinite $S$, and
$\operatorname{tr}\mathbb E[A_iSA_i]\le c\operatorname{tr}S$ with
$c=\|\mathbb EA_i^2\|$. So what rounding left of the equation, divided by $1-c$,
bounds the error of the solution. What is left of the start at step $k$ is
bounded by a second run that starts at rest and draws the same indices: the two
are apart by at most $2c^k(\|x_0-x^*\|^2+\operatorname{tr}S)$
in mean square, so their gaps by at most
$\frac52Lc^{k/2}(\|x_0-x^*\|^2+\operatorname{tr}S)$.
*/
/**ru 276303109
Когда случайна сама кривизна, как в гребневой регрессии,
$x_{k+1}-x^*=A_i(x_k-x^*)-\alpha r_i$, где $A_i=I-\alpha H_i$ и
$r_i=\nabla f_i(x^*)$. Среднее стремится к нулю, а второй момент $S$
устанавливается там, где
$$S=\mathbb E[A_iSA_i^\top]+\alpha^2\,\mathbb E[r_ir_i^\top],\qquad\mathbb E f-f^*\to\tfrac12\operatorname{tr}(HS): \tag{11}$$
это система линейных уравнений для элементов $S$. Здесь она решается один раз и
сравнивается с тем, к чему рекурсия вторых моментов пришла за $k$ шагов. Матрицы
$A_i$ здесь симметричны, поэтому отображение $S\mapsto\mathbb E[A_iSA_i]$
самосопряжено относительно скалярного произведения $\operatorname{tr}(ST)$. Его
норма тогда равна его наибольшему собственному значению, которое отвечает
неотрицательно определённой $S$, и
$\operatorname{tr}\mathbb E[A_iSA_i]\le c\operatorname{tr}S$, где
$c=\|\mathbb EA_i^2\|$. Поэтому невязка, которую округление оставило в
уравнении, делённая на $1-c$, ограничивает ошибку решения. То, что на шаге $k$
осталось от начала, ограничивается с помощью второго запуска, который начинается
в установившемся режиме и выбирает те же индексы: средний квадрат расстояния
между ними не больше $2c^k(\|x_0-x^*\|^2+\operatorname{tr}S)$, а потому их
зазоры отличаются не больше чем на
$\frac52Lc^{k/2}(\|x_0-x^*\|^2+\operatorname{tr}S)$.
*/
static void rest_of_ridge(struct inquiry *q) {
    static const double steps[] = {0.05, 0.02};
    const size_t k = 4000;
    struct problem *p = ridge();
    double distance2 = problem_distance(p) * problem_distance(p);
    for (size_t i = 0; i < COUNT(steps) && !q->trouble; i++) {
        struct settings settings = {.alpha = steps[i]};
        struct rest rest = rest_of(p, steps[i]);
        double start = 2.5 * p->L * pow(rest.contraction, (double)k / 2) *
                       (distance2 + rest.trace);
        struct series s;
        q->trouble =
            second_moment_recursion.compute(p, &method_sgd, &settings, k, &s);
        if (q->trouble) break;
        inquiry_exact(q, "ridge", "sgd", k, s.gap[k],
                      s.gap_error[k] + rest.error + start, EQUAL, rest.gap);
        inquiry_which(q, i, "alpha = %g", steps[i]);
        series_free(&s);
    }
    problem_free(p);
}
CLAIM(floor_of_ridge, IDENTITY, COMPUTE(rest_of_ridge),
      "Ridge regression rests where (11) says, for two steps.",
      "Для гребневой регрессии зазор устанавливается на уровне, который "
      "указывает (11), при двух значениях шага.");
/**
@figure ratio Expectation over bound on all problems: 1 means attained

## What breaks

**Steps that become shorter.** Then the floor sinks with them. With
$\alpha_k=\frac{0.3}{\sqrt{k+1}}$ the bound of the first step is beaten.
*/
/**ru 1634191523
@figure ratio Отношение математического ожидания к границе на всех задачах: 1
    означает, что она достигается

## Что ломается {#what-breaks}

**Шаги, которые становятся короче.** Тогда вместе с ними опускается и шумовой
порог. При $\alpha_k=\frac{0.3}{\sqrt{k+1}}$ оценка для первого шага нарушается.
*/
CLAIM(
    control_decreasing_step, CONTROL,
    DROPS(constant_step,
          MEAN(bound,
               AT(two_signs, &method_sgd,
                  {.alpha = 0.3, .schedule = schedule_root}, 300, .steps = 300),
               .sign = AT_LEAST)),
    "With $\\alpha_k=0.3/\\sqrt{k+1}$ the gap falls below the floor of 0.3.",
    "При $\\alpha_k=0.3/\\sqrt{k+1}$ зазор опускается ниже шумового порога для "
    "шага 0,3.");
/**
**A biased oracle.** Two signs from afar, with answers that exaggerate the
gradient by half: $g=\frac32\mu x\pm s$. The iterates hurry to the minimiser, and
the cross term of line 1 does not vanish.
*/
/**ru 3075384645
**Смещённый оракул.** Два знака издалека с ответами, которые преувеличивают
градиент в полтора раза: $g=\frac32\mu x\pm s$. Итерации спешат к точке
минимума, и перекрёстный член строки 1 не исчезает.
*/
static void exaggerated(const struct problem *p, const real x[], whole i,
                        real g[]) {
    real sign = real_where(whole_is(i, 0), real_all(1), real_all(-1));
    g[0] = 1.5 * p->mu * x[0] + p->noise * sign;
}
static struct problem *exaggerating_signs(void) {
    struct problem *p = shifted_signs();
    p->id = "exaggerating_signs";
    p->component = exaggerated;
    p->envelope = NULL;
    p->L_max = 0;
    p->quadratic = false; /* the recursion takes E grad f_i for the gradient */
    p->lacks = LACKS_UNBIASEDNESS;
    return p;
}
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle, MEAN(bound,
                                  AT(exaggerating_signs, &method_sgd,
                                     {.alpha = 0.3}, 1, .steps = 1),
                                  .sign = AT_LEAST)),
      "With answers that exaggerate the gradient the lower bound is beaten.",
      "При ответах, преувеличивающих градиент, нижняя оценка нарушается.");
/**
**Noise elsewhere than at the minimiser.** On the interpolating problem the
noise at $x_0$ is large. Read as $s$, it would forbid convergence, and the
method converges. It is the noise *at the minimiser* that counts. Nor is it the
upper bound's $\sigma^2$, which includes the gradient itself: on the two signs
that exceeds $s^2$ by the factor $\frac2{2-\alpha\mu}$, and the lower bound with
it is beaten.
*/
/**ru 3594009427
**Шум не в точке минимума.** В задаче с точным решением шум в $x_0$ велик. Если
бы роль $s$ играл он, сходимость была бы невозможна, а метод сходится. Важен
шум *в точке минимума*. Не подходит и $\sigma^2$ из верхней оценки, куда входит
и сам градиент: на двух знаках она превышает $s^2$ в $\frac2{2-\alpha\mu}$ раза,
и нижняя оценка с ней нарушается.
*/
static double of_additive_noise(const struct constants *c, size_t k) {
    struct constants unfading = *c;
    unfading.fading = 0;
    return bound(&unfading, k);
}
static double misread(const struct constants *c, size_t k) {
    struct constants with_second_moment = *c;
    with_second_moment.noise_star = sqrt(c->sigma2); /* at x_0, or at rest */
    return of_additive_noise(&with_second_moment, k);
}
static const struct setting noise_elsewhere[] = {
    {two_signs, &method_sgd, {.alpha = 0.3}, 100, .steps = 100},
    {interpolation, &method_sgd, {.alpha = 0.02}, 1000, .steps = 1000},
};
CLAIM(control_other_noise, CONTROL,
      DROPS(lasting_noise,
            MEAN(misread, ON(noise_elsewhere), .sign = AT_LEAST)),
      "With other noise than that at $x^*$ the lower bound is beaten.",
      "Если взять не тот шум, что в $x^*$, нижняя оценка нарушается.");
/**
**Noise that fades, taken for noise that stays.** The urn's oracle has the
variance $\sigma^2-\mu^2x^2$: it fades away from the minimiser, at the rate
$\ell=\mu$. With $\ell=0$ the bound asks for too much.
*/
/**ru 4127011146
**Затухающий шум, принятый за постоянный.** Оракул урны имеет дисперсию
$\sigma^2-\mu^2x^2$: с удалением от минимума она убывает, и шум затухает со
скоростью $\ell=\mu$. При $\ell=0$ оценка требует слишком многого.
*/
CLAIM(control_no_fading, CONTROL,
      DROPS(lasting_noise, MEAN(of_additive_noise,
                                AT(ehrenfest, &method_sgd, {.alpha = 1.0 / 3},
                                   1000, .steps = 1000),
                                .sign = AT_LEAST)),
      "With $\\ell=0$ for noise that fades the lower bound is beaten.",
      "При $\\ell=0$ для затухающего шума нижняя оценка нарушается.");
/**
**A function that is less smooth than is said, or that grows more slowly.** With
$\frac L2$ for $L$ the bound is beaten on the two signs. With $L$ for $\mu$ it is
beaten on the ill-conditioned quadratic, whose flat coordinate contributes less
to the gap than to the distance.
*/
/**ru 1139685002
**Функция, менее гладкая, чем заявлено, или растущая медленнее.** С $\frac L2$
вместо $L$ оценка нарушается на двух знаках. С $L$ вместо $\mu$ она нарушается
на плохо обусловленной квадратичной функции, пологая координата которой даёт в
зазор меньший вклад, чем в расстояние.
*/
static double with_half_of_L(const struct constants *c, size_t k) {
    struct constants smoother = *c;
    smoother.L /= 2;
    return bound(&smoother, k);
}
static double growing_like_L(const struct constants *c, size_t k) {
    struct constants steeper = *c;
    steeper.mu = steeper.L;
    return bound(&steeper, k);
}
CLAIM(control_smoothness_understated, CONTROL,
      DROPS(smooth_function, MEAN(with_half_of_L, ON(late), .sign = AT_LEAST)),
      "With $L/2$ in place of $L$ the lower bound is beaten.",
      "С $L/2$ вместо $L$ нижняя оценка нарушается.");
CLAIM(control_growth_overstated, CONTROL,
      DROPS(growing_gap, MEAN(growing_like_L, ON(flat), .sign = AT_LEAST)),
      "With $L$ in place of $\\mu$ the lower bound is beaten.",
      "С $L$ вместо $\\mu$ нижняя оценка нарушается.");
/**
**A step beyond $1/L$.** Line 2 fails: with $L=10$, $\mu=1$, $\alpha=0.19$ the
factor $(1-\alpha L)^2=0.81$ bounds what happens to the steep coordinate, while
the flat one shrinks by $(1-\alpha\mu)^2=0.656$.
*/
/**ru 812504314
**Шаг больше $1/L$.** Перестаёт быть верной строка 2: при $L=10$, $\mu=1$,
$\alpha=0.19$ множитель $(1-\alpha L)^2=0.81$ ограничивает то, что происходит с
крутой координатой, тогда как пологая сжимается с множителем
$(1-\alpha\mu)^2=0.656$.
*/
CLAIM(control_step_beyond_1_over_L, CONTROL,
      DROPS(short_step,
            WALK(not_too_fast,
                 AT(two_curvatures, &method_sgd, {.alpha = 0.19}, .steps = 10),
                 .runs = 16)),
      "Inequality (3) fails.", "Неравенство (3) не выполнено.");
/**
**A negative $p$.** Then (6) may not be applied to itself. On the fading signs with
$\alpha=\frac1\mu$, from $x_0=1$ with $s-\ell|x_0|=0$, all is determined:
$|x_1|=0$, $|x_2|=\frac12$, while $p=-\frac12$ and $D=\frac19$ would have
$x_2^2\ge\frac13$.
*/
/**ru 3418944575
**Отрицательное $p$.** Тогда (6) нельзя применять к самому себе. На затухающих
знаках при $\alpha=\frac1\mu$, из $x_0=1$, где $s-\ell|x_0|=0$, всё
предопределено: $|x_1|=0$, $|x_2|=\frac12$, тогда как при $p=-\frac12$ и
$D=\frac19$ должно было бы быть $x_2^2\ge\frac13$.
*/
static struct problem *fading_signs_from_afar(void) {
    struct problem *p = fading_signs();
    p->id = "fading_signs_from_afar";
    p->x_0[0] = 1;
    return p;
}
CLAIM(control_negative_p, CONTROL,
      DROPS(forgetting_factor, MEAN(bound,
                                    AT(fading_signs_from_afar, &method_sgd,
                                       {.alpha = 0.5}, 2, .steps = 2),
                                    .sign = AT_LEAST)),
      "With $p=-\\frac12$ the lower bound (1) is beaten at $k=2$.",
      "При $p=-\\frac12$ нижняя оценка (1) нарушается для $k=2$.");

static const struct claim *const claims[] = {
    bound_logistic, steps_on_logistic, bound_sine_squared, bound_exact,
    /* the proof, how sharp it is */
    line_1_step_and_noise, line_2_not_too_fast, line_3_noise_remains,
    line_4_tangent, line_4_one_step, line_5_unrolling, line_6_growth,
    sharp_signs, sharp_line_2, sharp_line_3, sharp_line_4_tangent, sharp_line_4,
    sharp_line_5, sharp_line_6, sharp_two_signs_measured_equals_exact,
    sharp_two_signs_fails_at_1_05, fixed_point, slope_at_the_fixed_point,
    control_slope, sharp_kappa_is_lost, control_kappa_is_lost, floor_formula,
    bound_quarter, sharp_quarter, control_quarter, floor_of_ridge,
    control_decreasing_step, control_biased_oracle, control_other_noise,
    control_no_fading, control_smoothness_understated,
    control_growth_overstated, control_step_beyond_1_over_L,
    control_negative_p};

static const struct drawing drawings[] = {
    {.name = "dichotomy",
     .title =
         {"Noise at the minimiser keeps the gap; without it the gap vanishes",
          "Шум в минимуме удерживает зазор; без него зазор исчезает"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"},
     .bounds = true,
     .curves =
         {{.claim = "bound_exact", .name = {"ridge", "гребневая регрессия"}},
          {.claim = "bound_exact",
           .group = 3,
           .name = {"two signs from afar", "два знака издалека"}},
          {.claim = "bound_exact",
           .group = 6,
           .name = {"exact solution, α = 0.1", "точное решение, α = 0.1"}},
          {.claim = "bound_exact",
           .group = 7,
           .name = {"one coordinate at a time", "по одной координате"}}}},
};

const struct theorem theorem_constant_step_does_not_converge = {
    .id = "constant_step_does_not_converge",
    .title = {"SGD with a constant step does not converge",
              "SGD с постоянным шагом не сходится"},
    .source = "Summary",
    HYPOTHESES(hypotheses),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    .forecast = {.name = {"from below", "снизу"},
                 .method = &method_sgd,
                 .bound = bound,
                 .sign = AT_LEAST},
};

/**
## Exercises

@exercise floor_formula On the ill-conditioned quadratic ($\lambda=100$ and $1$,
    noise $\pm1$ along either axis) let $\alpha=0.002$. Which share of the floor
    does the steep coordinate carry, and which share of the mean squared
    distance? Predict the floor by (9), then
    `descent run ill_conditioned sgd --alpha 0.002 --steps 3000`. :: Each
    coordinate carries $\frac\alpha{2(2-\alpha\lambda)}$: about 0.00056 the
    steep one and 0.00050 the flat one, nearly alike, together about 0.00106.
    But their mean squares are $\frac\alpha{\lambda(2-\alpha\lambda)}$, and that
    of the steep one is 90 times smaller. That is why (1), which the same
    command prints, is so far below: (3) lets the distance shrink as if all of
    it were along the steep axis, and (8) values it as if all of it were along
    the flat one.
@exercise slope_at_the_fixed_point Line 4 takes a tangent. As $\varphi$ is
    convex, Jensen's inequality alone would give
    $\mathbb E\,r_{k+1}^2\ge\varphi(\mathbb E\,r_k^2)$. Why can this not be
    applied to itself when $\ell>0$, and what does the tangent give up instead?
    The program's answer:
    `descent verify constant_step_does_not_converge/slope_at_the_fixed_point`. :: A lower bound for $\mathbb E\,r_k^2$ may be put into $\varphi$ only if
    $\varphi$ does not fall, and near 0 it falls: for $\ell\sqrt t<s$ its slope
    $(1-\alpha L)^2+\alpha^2\ell^2-\frac{\alpha^2s\ell}{\sqrt t}$ tends to
    $-\infty$. The tangent has the slope $p$ everywhere, which is not negative
    by hypothesis, and so (6) may be unrolled. Nothing is given up where the
    tangent touches, in $t=D$, where the slope of $\varphi$ is $p$ as well: the
    floor is the same, and only the way to it is estimated more coarsely.
@exercise control_biased_oracle The control with a biased oracle has the answers
    $\frac32\mu x\pm s$. Of which function are these unbiased? Predict
    $\mathbb E f(x_1)-f^*$ and what (1) says of it, for $\mu=s=x_0=1$ and
    $\alpha=0.3$, and tell which letter of (1) was misread:
    `descent verify constant_step_does_not_converge/control_biased_oracle`. ::
    Of $\frac34\mu x^2$, which has the same minimiser and $L=\frac32\mu$. So
    $\mathbb E\,r_1^2=(1-\frac32\alpha\mu)^2r_0^2+\alpha^2s^2$, and the gap is
    about 0.196, while (1) with $L=\mu$ has $(1-\alpha\mu)^2$ in its place and
    asks for 0.29. For the distance every line up to (7) holds again with
    $\frac32\mu$ for $L$: this bias is nothing but a smoothness that was
    understated. A bias that moves the point where the mean answer is 0 cannot
    be read like this, as the minimiser is another one then.
*/
/**ru 3896197797
## Упражнения

@exercise floor_formula На плохо обусловленной квадратичной функции
    ($\lambda=100$ и $1$, шум $\pm1$ вдоль каждой оси) пусть $\alpha=0.002$.
    Какую долю шумового порога даёт крутая координата и какую долю среднего
    квадрата расстояния? Предскажите порог по (9), затем выполните
    `descent run ill_conditioned sgd --alpha 0.002 --steps 3000`. :: Каждая
    координата даёт $\frac\alpha{2(2-\alpha\lambda)}$: крутая около 0,00056,
    пологая около 0,00050, почти поровну, а вместе около 0,00106. Но их средние
    квадраты равны $\frac\alpha{\lambda(2-\alpha\lambda)}$, и у крутой он в 90
    раз меньше. Поэтому (1), которую печатает та же команда, лежит так далеко
    внизу: (3) сжимает расстояние так, словно всё оно приходится на крутую
    координату, а (8) оценивает его так, словно всё оно приходится на пологую.
@exercise slope_at_the_fixed_point В строке 4 проводится касательная. Так как
    $\varphi$ выпукла, уже из неравенства Йенсена следовало бы
    $\mathbb E\,r_{k+1}^2\ge\varphi(\mathbb E\,r_k^2)$. Почему его нельзя
    применять к самому себе, когда $\ell>0$, и что теряется с касательной?
    Ответ программы:
    `descent verify constant_step_does_not_converge/slope_at_the_fixed_point`. ::
    Подставлять в $\varphi$ нижнюю оценку для $\mathbb E\,r_k^2$ можно, только
    если $\varphi$ не убывает, а вблизи 0 она убывает: при $\ell\sqrt t<s$ её
    наклон $(1-\alpha L)^2+\alpha^2\ell^2-\frac{\alpha^2s\ell}{\sqrt t}$
    стремится к $-\infty$. Наклон касательной всюду равен $p$, по условию он
    неотрицателен, и потому (6) можно применять многократно. В точке касания
    $t=D$, где и наклон $\varphi$ равен $p$, не теряется ничего: порог тот же, и
    только путь к нему оценён грубее.
@exercise control_biased_oracle В контрольном примере со смещённым оракулом
    ответы равны $\frac32\mu x\pm s$. Для какой функции они несмещённые?
    Предскажите $\mathbb E f(x_1)-f^*$ и то, что говорит о нём (1), при
    $\mu=s=x_0=1$ и $\alpha=0.3$, и скажите, какая буква в (1) прочитана
    неверно:
    `descent verify constant_step_does_not_converge/control_biased_oracle`. ::
    Для $\frac34\mu x^2$, у которой та же точка минимума и $L=\frac32\mu$.
    Поэтому $\mathbb E\,r_1^2=(1-\frac32\alpha\mu)^2r_0^2+\alpha^2s^2$ и зазор
    равен примерно 0,196, тогда как в (1) с $L=\mu$ на этом месте стоит
    $(1-\alpha\mu)^2$, и она требует 0,29. Для расстояния все строки до (7)
    снова верны, если взять $\frac32\mu$ вместо $L$: это смещение — не что иное,
    как преуменьшенная константа гладкости. Смещение, которое сдвигает точку,
    где средний ответ равен 0, так прочесть нельзя: точка минимума тогда другая.
*/
/**
## References

- G. Pflug, *Stochastic minimization with constant step-size: asymptotic laws*,
  SIAM Journal on Control and Optimization 24 (1986): where SGD with a constant
  step comes to rest.
- H. Karimi, J. Nutini, M. Schmidt, *Linear convergence of gradient and
  proximal-gradient methods under the Polyak-Łojasiewicz condition*, ECML-PKDD
  2016, appendix A: PL implies $f-f^*\ge\frac\mu2\operatorname{dist}^2$.
*/
/**ru 668920641
## Литература

- G. Pflug, *Stochastic minimization with constant step-size: asymptotic laws*,
  SIAM Journal on Control and Optimization 24 (1986): где останавливается SGD с
  постоянным шагом.
- H. Karimi, J. Nutini, M. Schmidt, *Linear convergence of gradient and
  proximal-gradient methods under the Polyak-Łojasiewicz condition*, ECML-PKDD
  2016, приложение A: из PL следует $f-f^*\ge\frac\mu2\operatorname{dist}^2$.
*/
