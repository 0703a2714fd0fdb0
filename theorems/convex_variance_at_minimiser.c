/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# A constant step on convex components: the variance at the minimiser is enough

On a quadratic of the lecture's kind, a finite sum $f=\frac1n\sum f_i$ of squares,
neither the second moment nor the variance of $\nabla f_i$ is bounded: both grow
with the distance from $x^*$. Where every *component* is convex and
$L_{\max}$-smooth nothing needs to be bounded along the path. It is enough to know
the noise at the minimiser,
$$s^2=\mathbb E\|\nabla f_i(x^*)\|^2,$$
and to keep the step below $\frac1{L_{\max}}$: with $\bar x_k=\frac1k\sum_{t<k}x_t$
$$\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha k}+\frac{\alpha s^2}{2(1-\alpha L_{\max})}. \tag{1}$$
In words: the lecture's bound for the constant step, with $\sigma^2$ taken at a
single point. Where components share a minimiser $s=0$, and SGD with a constant
step converges as fast as gradient descent.

## What it needs

- Every $f_i$ is convex and $L_{\max}$-smooth.
- The oracle is unbiased: $f=\mathbb Ef_i$.
- $s^2=\mathbb E\|\nabla f_i(x^*)\|^2$, which is the variance there.
- $0<\alpha<\frac1{L_{\max}}$.

The bound in C; `noise_star` is $s$.
*/
/**ru 957097622
# Постоянный шаг, выпуклые слагаемые: достаточно дисперсии в точке минимума

На квадратичной функции того вида, какой есть в лекции, — конечной сумме
$f=\frac1n\sum f_i$ квадратов — не ограничены ни второй момент, ни дисперсия
$\nabla f_i$: обе величины растут с удалением от $x^*$. Если же
каждое *слагаемое* выпукло и $L_{\max}$-гладко, то вдоль траектории ничего
ограничивать не нужно. Достаточно знать шум в точке минимума,
$$s^2=\mathbb E\|\nabla f_i(x^*)\|^2,$$
и держать шаг меньше $\frac1{L_{\max}}$: для $\bar x_k=\frac1k\sum_{t<k}x_t$
$$\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha k}+\frac{\alpha s^2}{2(1-\alpha L_{\max})}. \tag{1}$$
Иначе говоря, это оценка лекции для постоянного шага, где $\sigma^2$ берётся в
одной-единственной точке. Если у слагаемых есть общая точка минимума, то $s=0$,
и SGD с постоянным шагом сходится так же быстро, как градиентный спуск.

## Что нужно {#what-it-needs}

- Каждая $f_i$ выпукла и $L_{\max}$-гладкая.
- Оракул несмещённый: $f=\mathbb Ef_i$.
- $s^2=\mathbb E\|\nabla f_i(x^*)\|^2$, что и есть дисперсия в этой точке.
- $0<\alpha<\frac1{L_{\max}}$.

Оценка на C; `noise_star` — это $s$.
*/
#include <gsl/gsl_math.h>

#include "shared/convex.h"
#include "shared/distances.h"

static double start_term(const struct constants *c, size_t k) {
    return c->distance * c->distance / (2 * c->alpha * (double)k);
}

static double s2(const struct constants *c) {
    return c->noise_star * c->noise_star / (1 - c->alpha * c->L_max);
}

static double floor_term(const struct constants *c, size_t k) {
    (void)k;
    return c->alpha * s2(c) / 2;
}

static double bound(const struct constants *c, size_t k) {
    return start_term(c, k) + floor_term(c, k);
}

static bool has_convex_components(const struct premises *p) {
    return p->constants->L_max > 0;
}
static bool is_short(const struct premises *p) {
    double steps = p->constants->alpha * p->constants->L_max;
    return p->constants->alpha > 0 && steps < 1;
}
HYPOTHESIS(convex_components, "every f_i is convex and L_max-smooth",
           "каждая f_i выпукла и L_max-гладкая", has_convex_components);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(noise_at_minimiser, "E||grad f_i(x*)||^2 = s^2",
           "E||grad f_i(x*)||^2 = s^2", NULL);
HYPOTHESIS(short_step, "0 < alpha < 1/L_max", "0 < alpha < 1/L_max", is_short);
static const struct hypothesis *const hypotheses[] = {
    convex_components, unbiased_oracle, noise_at_minimiser, short_step};

/**
## The bound on seven problems

Ridge regression and two of least squares, one of which can be solved exactly;
one coordinate at a time; two signs from afar, and two problems without noise.
All expectations are exact. On $\frac L2x^2$ (1) is attained at $k=1$ up to the
factor $\alpha L_{\max}$, which may be as near to 1 as one likes.
*/
/**ru 3351463222
## Оценка на семи задачах

Это гребневая регрессия и две задачи наименьших квадратов, одна из которых имеет
точное решение; движение по одной координате; два знака издалека и две задачи
без шума. Все математические ожидания вычислены точно. На $\frac L2x^2$ оценка
(1) достигается при $k=1$ с точностью до множителя $\alpha L_{\max}$, который
может быть сколь угодно близок к 1.
*/
static double half(const struct constants *c, size_t steps) {
    (void)steps;
    return 0.5 / c->L_max;
}

static double nearly(const struct constants *c, size_t steps) {
    (void)steps;
    return 0.995 / c->L_max;
}

static const struct setting runs[] = {
    {ridge, &method_sgd, {.chosen = half}, 1, .steps = 1000},
    {least_squares, &method_sgd, {.chosen = half}, 1, .steps = 1000},
    {interpolation, &method_sgd, {.chosen = nearly}, 1, .steps = 1000},
    {one_at_a_time, &method_sgd, {.chosen = nearly}, 1, .steps = 1000},
    {shifted_signs, &method_sgd, {.chosen = half}, 1, .steps = 1000},
    {two_curvatures, &method_sgd, {.chosen = nearly}, 1, .steps = 1000},
    {parabola, &method_sgd, {.chosen = nearly}, 1, .steps = 10},
};
CLAIM(bound_at_the_average, BOUND, AVERAGE(bound, ON(runs)),
      "Bound (1) at the average.", "Оценка (1) в средней точке.");
/**
The floor is what noise at $x^*$ makes. On two signs from $x_0=x^*$ the average
of the gaps, which (1) bounds as well, comes to 0.471 of it for
$\alpha=0.1/L_{\max}$: to one half for short steps. There the last distance, which
the proof drops, is as large as the sum of the gaps.
*/
/**ru 746347356
Шумовой порог порождён шумом в $x^*$. На двух знаках из $x_0=x^*$ среднее
зазоров, для которого (1) тоже верна, доходит до 0,471 от неё при
$\alpha=0.1/L_{\max}$, а для коротких шагов — до половины. Последнее расстояние,
которое доказательство отбрасывает, там так же велико, как сумма зазоров.
*/
static double tenth(const struct constants *c, size_t steps) {
    (void)steps;
    return 0.1 / c->L_max;
}

static const struct setting noise_alone[] = {
    {two_signs, &method_sgd, {.chosen = tenth}, 1, .steps = 1000}};

static void averages(struct inquiry *q) {
    average_of_gaps(q, noise_alone, bound, AT_MOST);
}
CLAIM(bound_floor, BOUND, LOOSE(0.4711, COMPUTE(averages)),
      "Bound (1) on the average of the gaps, where there is noise alone.",
      "Оценка (1) для среднего зазоров там, где есть только шум.");
/**
@figure ridge Ridge regression
@figure interpolation Least squares with an exact solution: no floor
@figure one_at_a_time One coordinate at a time: no floor
@figure shifted_signs Two signs from afar

## The proof, line by line

Lines 2 and 3 are about all components at once. They are checked at all points
that SGD can reach in a few steps on five problems. The other lines are checked
along runs.
*/
/**ru 1647069941
@figure ridge Гребневая регрессия
@figure interpolation Метод наименьших квадратов с точным решением: шумового порога
    нет
@figure one_at_a_time По одной координате: шумового порога нет
@figure shifted_signs Два знака издалека

## Доказательство строка за строкой

Строки 2 и 3 относятся ко всем слагаемым сразу. Они проверяются на пяти задачах
во всех точках, в которые SGD может попасть за несколько шагов. Остальные строки
проверяются вдоль запусков.
*/
static const struct setting points[] = {
    {ridge, &method_sgd, {.chosen = half}, .steps = 2},
    {interpolation, &method_sgd, {.chosen = nearly}, .steps = 3},
    {one_at_a_time, &method_sgd, {.chosen = nearly}, .steps = 5},
    {two_signs, &method_sgd, {.chosen = half}, .steps = 12},
    {shifted_signs, &method_sgd, {.chosen = half}, .steps = 12},
};

/* At LANES points, with D_i = grad f_i(x) - grad f_i(x*). */
struct point {
    const struct constants *c;
    real gap, inner;     /* f(x) - f*, <grad f(x), x - x*> */
    real moment, change; /* E||grad f_i(x)||^2, E||D_i||^2 */
    real remainder;      /* E||root(c) D_i - grad f_i(x*)/root(c)||^2 */
    real size;
};

/* A line at a point. */
typedef struct relation at_point(const struct point *);

struct looking {
    const struct constants *c;
    at_point *line;
    struct nearest nearest;
};

/* Young's c of line 3. */
static double young(const struct constants *c) {
    return 1 / (c->alpha * c->L_max) - 1;
}

static void look_at(const struct on_paths *on, void *with) {
    struct looking *l = with;
    const struct problem *p = on->at->problem;
    const real *x = on->at->x;
    real slope[DIM_MOST], here[DIM_MOST], there[DIM_MOST], star[DIM_MOST];
    struct point at = {.c = l->c, .gap = p->value(p, x, slope) - p->f_star_low};
    double root_c = sqrt(young(l->c)), each = 1 / (double)p->components;
    for (size_t j = 0; j < p->dim; j++) {
        star[j] = real_all(p->x_star[j]);
        at.inner += slope[j] * (x[j] - star[j]);
        at.size += real_abs(slope[j]) * (real_abs(x[j]) + real_abs(star[j]));
    }
    for (size_t i = 0; i < p->components; i++) {
        p->component(p, x, whole_all(i), here);
        p->component(p, star, whole_all(i), there);
        for (size_t j = 0; j < p->dim; j++) {
            real change = here[j] - there[j],
                 rest = root_c * change - there[j] / root_c;
            at.moment += each * here[j] * here[j];
            at.change += each * change * change;
            at.remainder += each * rest * rest;
            at.size += each * (here[j] * here[j] + there[j] * there[j]) *
                       (1 + 1 / p->L_max);
        }
    }
    struct relation r = l->line(&at);
    l->nearest.sign = r.sign;
    double error = 1e3 * DBL_EPSILON;
    for (int lane = 0; lane < LANES; lane++)
        if (on->weight[lane] > 0)
            nearest_take(&l->nearest, on->at->k, r.left[lane], r.right[lane],
                         error * (r.magnitude[lane] + at.size[lane]));
}

struct at_points {
    at_point *line;
    size_t first, count; /* of the points' settings */
};

static void check_points(struct inquiry *q) {
    const struct at_points *w = q->with;
    for (size_t i = w->first; i < w->first + w->count && !q->trouble; i++) {
        const struct setting *s = &points[i];
        struct problem *p = s->problem();
        struct constants c = constants_of(p, 1);
        struct settings settings = {.alpha = s->settings.chosen(&c, s->steps)};
        c.alpha = settings.alpha;
        struct looking l = {.c = &c, .line = w->line};
        if (p->dim > DIM_MOST) q->trouble = "a problem of too many dimensions";
        if (!q->trouble &&
            inquiry_assumes(q, p, s->method, &settings, s->steps))
            q->trouble =
                along_all_paths(p, s->method, &settings, s->steps, look_at, &l);
        if (!q->trouble) inquiry_nearest(q, p->id, s->method->id, &l.nearest);
        problem_free(p);
    }
}

static const struct setting walks[] = {
    {logistic, &method_sgd, {.chosen = half}, .steps = 20},
    {ridge, &method_sgd, {.chosen = half}, .steps = 200},
    {least_squares, &method_sgd, {.chosen = half}, .steps = 200},
    {interpolation, &method_sgd, {.chosen = half}, .steps = 50},
    {one_at_a_time, &method_sgd, {.chosen = nearly}, .steps = 20},
    {shifted_signs, &method_sgd, {.chosen = half}, .steps = 500},
    {parabola, &method_sgd, {.chosen = nearly}, .steps = 1},
};
/**
### Line 1. One step

$$\mathbb E_k\|x_{k+1}-x^*\|^2=\|x_k-x^*\|^2-2\alpha\langle\nabla f(x_k),x_k-x^*\rangle
  +\alpha^2\,\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2. \tag{2}$$
*/
/**ru 4170715447
### Строка 1. Один шаг

$$\mathbb E_k\|x_{k+1}-x^*\|^2=\|x_k-x^*\|^2-2\alpha\langle\nabla f(x_k),x_k-x^*\rangle
  +\alpha^2\,\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2. \tag{2}$$
*/
CLAIM(line_1_identity_of_the_distance, PROOF_LINE, WALK(square_mean, ON(walks)),
      "Equation (2), its left side as the full sum over all outcomes.",
      "Равенство (2), левая часть — полная сумма по всем исходам.");
/**
### Line 2. Every component is convex and smooth

For each $f_i$ the tangent inequality at $x$ has a remainder (Nesterov 2004,
theorem 2.1.5): $f_i(x^*)\ge f_i(x)+\langle\nabla
f_i(x),x^*-x\rangle+\frac1{2L_{\max}}\|D_i\|^2$ with $D_i=\nabla f_i(x)-\nabla
f_i(x^*)$. Their mean is
$$\langle\nabla f(x),x-x^*\rangle\ge f(x)-f^*+\frac1{2L_{\max}}\,\mathbb E\|D_i\|^2. \tag{3}$$
*/
/**ru 1200929245
### Строка 2. Каждое слагаемое выпуклое и гладкое

У неравенства касательной для каждой $f_i$ в точке $x$ есть остаток (Нестеров
2004, теорема 2.1.5): $f_i(x^*)\ge f_i(x)+\langle\nabla
f_i(x),x^*-x\rangle+\frac1{2L_{\max}}\|D_i\|^2$, где
$D_i=\nabla f_i(x)-\nabla f_i(x^*)$. Среднее этих неравенств:
$$\langle\nabla f(x),x-x^*\rangle\ge f(x)-f^*+\frac1{2L_{\max}}\,\mathbb E\|D_i\|^2. \tag{3}$$
*/
static struct relation coercive(const struct point *at) {
    real right = at->gap + at->change / (2 * at->c->L_max);
    return at_least(at->inner, right, at->inner + right);
}

static struct relation coercive_attained(const struct point *at) {
    return as_equality(coercive(at));
}
CLAIM(line_2_coercivity, PROOF_LINE,
      COMPUTE(check_points,
              &(const struct at_points){coercive, 0, COUNT(points)}),
      "Inequality (3) on five problems.", "Неравенство (3) на пяти задачах.");
CLAIM(line_2_attained, IDENTITY,
      COMPUTE(check_points, &(const struct at_points){coercive_attained, 2, 3}),
      "It is an equality where all components are as stiff as $L_{\\max}$.",
      "Это равенство, если жёсткость всех слагаемых равна $L_{\\max}$.");
/**
### Line 3. The noise at the minimiser

$\|a+b\|^2\le(1+c)\|a\|^2+(1+\frac1c)\|b\|^2$ for any $c>0$. With $a=D_i$,
$b=\nabla f_i(x^*)$ and $1+c=\frac1{\alpha L_{\max}}$
$$\mathbb E\|\nabla f_i(x)\|^2\le\frac{\mathbb E\|D_i\|^2}{\alpha L_{\max}}+\frac{s^2}{1-\alpha L_{\max}}, \tag{4}$$
and what the right side has more is $\mathbb E\|\sqrt c\,D_i-\nabla
f_i(x^*)/\sqrt c\|^2$.
*/
/**ru 3637347982
### Строка 3. Шум в точке минимума

При любом $c>0$ верно $\|a+b\|^2\le(1+c)\|a\|^2+(1+\frac1c)\|b\|^2$. Для
$a=D_i$, $b=\nabla f_i(x^*)$ и $1+c=\frac1{\alpha L_{\max}}$
$$\mathbb E\|\nabla f_i(x)\|^2\le\frac{\mathbb E\|D_i\|^2}{\alpha L_{\max}}+\frac{s^2}{1-\alpha L_{\max}}, \tag{4}$$
и правая часть больше левой на
$\mathbb E\|\sqrt c\,D_i-\nabla f_i(x^*)/\sqrt c\|^2$.
*/
static struct relation young_split(const struct point *at) {
    real right = at->change / (at->c->alpha * at->c->L_max) + s2(at->c);
    return at_most(at->moment, right, at->moment + right);
}

static struct relation young_complete(const struct point *at) {
    struct relation r = young_split(at);
    r.left += at->remainder;
    r.magnitude += at->remainder;
    return as_equality(r);
}
CLAIM(line_3_moment, PROOF_LINE,
      COMPUTE(check_points,
              &(const struct at_points){young_split, 0, COUNT(points)}),
      "Inequality (4).", "Неравенство (4).");
CLAIM(line_3_complete, IDENTITY,
      COMPUTE(check_points,
              &(const struct at_points){young_complete, 0, COUNT(points)}),
      "With the remainder it is an equality.",
      "С учётом остатка это равенство.");
/**
### Line 4. The change pays for itself

Put (3) and (4) into (2). The terms with $\mathbb E\|D_i\|^2$ cancel, and
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le\|x_k-x^*\|^2-2\alpha\,(f(x_k)-f^*)+\frac{\alpha^2s^2}{1-\alpha L_{\max}}. \tag{5}$$
Its two terms are each checked alone as well: the noise on two signs at $x^*$, for
a short step; the start on one coordinate at a time, for a long one.
*/
/**ru 2966904657
### Строка 4. Изменение градиента платит за себя само

Подставим (3) и (4) в (2). Слагаемые с $\mathbb E\|D_i\|^2$ сокращаются, и
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le\|x_k-x^*\|^2-2\alpha\,(f(x_k)-f^*)+\frac{\alpha^2s^2}{1-\alpha L_{\max}}. \tag{5}$$
Два слагаемых этой оценки проверяются и по отдельности: шум — на двух знаках в
$x^*$, при коротком шаге; начало — на движении по одной координате, при длинном.
*/
static real noise_of(const struct step *s) {
    return real_all(s->alpha * s->alpha * s2(s->c));
}

static struct relation settled(const struct step *s) {
    real descent = 2 * s->alpha * s->gap,
         size = distance_size(s, s->mean_next_distance2);
    return at_most(s->mean_next_distance2, s->distance2 - descent + noise_of(s),
                   size + descent + noise_of(s));
}

static double hundredth(const struct constants *c, size_t steps) {
    (void)steps;
    return 0.005 / c->L_max;
}

static const struct setting from_star[] = {
    {two_signs, &method_sgd, {.chosen = hundredth}, .steps = 1}};
static const struct setting from_afar[] = {
    {one_at_a_time, &method_sgd, {.chosen = nearly}, .steps = 1}};
CLAIM(line_4_expected_approach, PROOF_LINE, WALK(settled, ON(walks)),
      "Inequality (5).", "Неравенство (5).");
CLAIM(line_4_noise, PROOF_LINE, WALK(settled, ON(from_star)),
      "The same at $x^*$, where it is all noise.",
      "То же в $x^*$, где есть только шум.");
CLAIM(line_4_start, PROOF_LINE, WALK(settled, ON(from_afar)),
      "The same without noise.", "То же без шума.");
/**
### Line 5. The telescope, the division, and Jensen's inequality

As always: full expectations, the sum over $t<k$, without the last distance; then
divide by $2\alpha k$, and use that $f$ is convex. $\blacksquare$ Where the
components share a minimiser the sum is nearly an equality if the last distance is
put back.
*/
/**ru 1971534112
### Строка 5. Телескопическая сумма, деление и неравенство Йенсена

Как обычно: полные математические ожидания, сумма по $t<k$ без последнего
расстояния; затем деление на $2\alpha k$ и выпуклость $f$. $\blacksquare$ Там,
где у слагаемых общая точка минимума, сумма — почти равенство, если вернуть
последнее расстояние.
*/
static struct relation telescope(const struct step *s) {
    sums_before(s)->own += noise_of(s);
    const struct sums *sum = sums_with(s, noise_of(s));
    real right = s->c->distance * s->c->distance + sum->own;
    return at_most(sum->gaps - sum->surprises, right, sum->size + right);
}

/* With the last distance, from so many steps on: the first ones would do if the
 * sums did not grow. */
static struct relation kept_from(const struct step *s, size_t steps) {
    struct relation r = telescope(s);
    r.left += s->next_distance2;
    return s->k + 1 >= steps ? r : at_most((real){0}, (real){0}, (real){0});
}

static struct relation kept_from_20(const struct step *s) {
    return kept_from(s, 20);
}

static struct relation kept_from_2(const struct step *s) {
    return kept_from(s, 2);
}

static struct relation division(const struct step *s) {
    struct relation r = telescope(s);
    double scale = 1 / (2 * s->alpha * (double)(s->k + 1));
    real others = r.left - sums_before(s)->gaps,
         right = real_all(bound(s->c, s->k + 1));
    return at_most(s->average_gap + scale * others, right,
                   scale * r.magnitude +
                       (double)(s->k + 1) * (right + s->average_gap));
}

static const struct setting shared_minimiser[] = {
    {one_at_a_time, &method_sgd, {.chosen = nearly}, .steps = 40}};
static const struct setting short_noise[] = {
    {two_signs, &method_sgd, {.chosen = hundredth}, .steps = 2}};
CLAIM(line_5_telescope, PROOF_LINE, WALK(telescope, ON(walks)),
      "The sum along single runs, with their surprises.",
      "Сумма вдоль отдельных запусков с их случайными отклонениями.");
CLAIM(line_5_last_distance_kept, PROOF_LINE,
      WALK(kept_from_20, ON(shared_minimiser)),
      "With the last distance, where there is no noise at $x^*$.",
      "С последним расстоянием там, где в $x^*$ нет шума.");
CLAIM(line_5_noise_kept, PROOF_LINE, WALK(kept_from_2, ON(short_noise)),
      "With the last distance, where there is nothing but noise.",
      "С последним расстоянием там, где нет ничего, кроме шума.");
CLAIM(line_5_jensen, PROOF_LINE, WALK(jensen, ON(walks)),
      "Jensen's inequality, on every path.",
      "Неравенство Йенсена на каждой траектории.");
CLAIM(line_5_division, PROOF_LINE, WALK(division, ON(walks)),
      "Bound (1) along single runs, with their surprises.",
      "Оценка (1) вдоль отдельных запусков с их случайными отклонениями.");
/**
## What breaks

**A longer step.** With $\alpha=\frac{1.05}{L_{\max}}$ the right side of (1) is less
than the gap at $k=1$ on $\frac L2x^2$, where there is no noise.

**Components that are not convex.** $1-\cos x$ from $x_0=\pi-2^{-20}$, next to its
maximum: the gap stays near 2 for some thirty steps of $\frac12$.

**A biased oracle.** $g=\mu x+b$ leads to $-b/\mu$, and the bound for a short step is
lower, although $s^2=b^2$.

**Noise that is left out.** With $s=0$ the bound on two signs is $0$ from $x_0=x^*$.
*/
/**ru 2842739922
## Что ломается {#what-breaks}

**Более длинный шаг.** При $\alpha=\frac{1.05}{L_{\max}}$ правая часть (1)
меньше зазора при $k=1$ на $\frac L2x^2$, где шума нет.

**Невыпуклые слагаемые.** $1-\cos x$ из $x_0=\pi-2^{-20}$, возле максимума:
зазор остаётся близким к 2 в течение примерно тридцати шагов длины $\frac12$.

**Смещённый оракул.** $g=\mu x+b$ приводит в $-b/\mu$, а оценка для короткого
шага ниже, хотя $s^2=b^2$.

**Шум, который не учли.** С $s=0$ оценка на двух знаках из $x_0=x^*$ равна $0$.
*/
static double longer(const struct constants *c, size_t steps) {
    (void)steps;
    return 1.05 / c->L_max;
}
CLAIM(control_longer_step, CONTROL,
      DROPS(short_step, AVERAGE(bound, AT(parabola, &method_sgd,
                                          {.chosen = longer}, 1, .steps = 1))),
      "With $\\alpha=1.05/L_{\\max}$ (1) is beaten.",
      "При $\\alpha=1.05/L_{\\max}$ оценка (1) нарушается.");
CLAIM(control_no_convexity, CONTROL,
      DROPS(convex_components,
            AVERAGE(bound,
                    AT(cosine, &method_sgd, {.alpha = 0.5}, 6, .steps = 20))),
      "Without convexity (1) is beaten.",
      "Без выпуклости оценка (1) нарушается.");
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle,
            AVERAGE(bound, AT(biased_parabola, &method_sgd, {.chosen = tenth},
                              1000, .steps = 1000))),
      "With a biased oracle (1) is beaten.",
      "При смещённом оракуле оценка (1) нарушается.");
CLAIM(control_no_noise, CONTROL,
      DROPS(noise_at_minimiser,
            AVERAGE(start_term, AT(two_signs, &method_sgd, {.chosen = half}, 2,
                                   .steps = 1000))),
      "With $s=0$ (1) is beaten where there is noise.",
      "С $s=0$ оценка (1) нарушается там, где есть шум.");

static const struct claim *const claims[] = {bound_at_the_average,
                                             bound_floor,
                                             line_1_identity_of_the_distance,
                                             line_2_coercivity,
                                             line_2_attained,
                                             line_3_moment,
                                             line_3_complete,
                                             line_4_expected_approach,
                                             line_4_noise,
                                             line_4_start,
                                             line_5_telescope,
                                             line_5_last_distance_kept,
                                             line_5_noise_kept,
                                             line_5_jensen,
                                             line_5_division,
                                             control_longer_step,
                                             control_no_convexity,
                                             control_biased_oracle,
                                             control_no_noise};

static const struct term terms[] = {
    {.name = {"start", "начало"}, .at = start_term},
    {.name = {"floor", "шумовой порог"}, .at = floor_term},
};

const struct theorem theorem_convex_variance_at_minimiser = {
    .id = "convex_variance_at_minimiser",
    .title = {"A constant step on convex components, by the variance at x*",
              "Постоянный шаг, выпуклые слагаемые: достаточно дисперсии в x*"},
    .source = "Гладкий выпуклый случай с постоянным шагом",
    HYPOTHESES(hypotheses),
    .terms = terms,
    .term_count = COUNT(terms),
    CLAIMS(claims),
    .forecast = {.name = {"convex, variance at {/:Italic x}*",
                          "выпуклая, дисперсия в {/:Italic x}*"},
                 .method = &method_sgd,
                 .bound = bound,
                 .average = true,
                 .given = is_constant,
                 .asks = "a constant step"},
};

/**
## Exercises

@exercise bound_floor Two signs come to rest at the gap $\frac{\alpha s^2}{2(2-h)}$ with
    $h=\alpha L$. Which share of the floor of (1) is that for short steps, for $h=0.1$, and for
    $h\to1$? Compare the second with the gap that `descent run two_signs sgd --alpha 0.1` comes
    to. :: The floor is $\frac{\alpha s^2}{2(1-h)}$, so the share is $\frac{1-h}{2-h}$: one half
    for short steps, 0.474 for $h=0.1$ (about 0.026 of 0.056), and nothing in the limit $h\to1$.
    There (1) gives most away: both signs have the same curvature, their noise is the same
    everywhere, and no step below $\frac2L$ is too long for them. The average of the gaps, which
    the claim compares, is 0.471 of the floor after 1000 steps from $x^*$, since the first gaps
    are smaller.
@exercise line_3_moment Take $c=1$ in line 3, whatever the step. What becomes of (4), which
    steps does line 4 then allow, and which floor comes out? Where is that as good as (1), and
    where is it worse? The program's answer:
    `descent verify convex_variance_at_minimiser/line_3_moment`. :: Inequality (4) becomes
    $\mathbb E\|\nabla f_i(x)\|^2\le2\,\mathbb E\|D_i\|^2+2s^2$. In line 4 the terms with
    $\mathbb E\|D_i\|^2$ no longer cancel but add up to $2\alpha^2-\frac\alpha{L_{\max}}$ times
    it, which may be dropped for $\alpha\le\frac1{2L_{\max}}$, and the floor is $\alpha s^2$.
    With $\alpha=\frac1{2L_{\max}}$, a step with which the claim checks three of its problems,
    $c=1$ is the very choice of line 3. For shorter steps (1) has the lower floor, down to half
    of it, and it allows steps twice as long.
@exercise control_longer_step Without noise gradient descent converges on $\frac L2x^2$ with
    every step below $\frac2L$. Put $k=1$ into (1) all the same: for which steps is it true
    there? Predict both sides for $L=x_0=1$, $\alpha=1.05$, and compare with
    `descent verify convex_variance_at_minimiser/control_longer_step`. :: The average $\bar x_1$
    is $x_0$ itself, whatever the step. So (1) says
    $\frac L2\|x_0-x^*\|^2\le\frac1{2\alpha}\|x_0-x^*\|^2$, that is, $\alpha\le\frac1L$. With
    $\alpha=1.05$ the left side is 0.5 and the right side 0.476. It is not the method that fails
    but the promise, whose first term shrinks as the step grows while the method has not yet
    moved. So no better proof will bring the first term of (1) beyond $\frac1L$.
*/
/**ru 1712612157
## Упражнения

@exercise bound_floor На двух знаках зазор устанавливается равным $\frac{\alpha s^2}{2(2-h)}$,
    где $h=\alpha L$. Какую долю шумового порога в (1) это составляет при коротких шагах, при
    $h=0.1$ и при $h\to1$? Вторую сравните с зазором, к которому приходит
    `descent run two_signs sgd --alpha 0.1`. :: Порог равен $\frac{\alpha s^2}{2(1-h)}$, так что
    доля равна $\frac{1-h}{2-h}$: одна вторая при коротких шагах, 0,474 при $h=0.1$ (около 0,026
    от 0,056) и ничто в пределе $h\to1$. Там (1) теряет больше всего: у обоих знаков одна и та
    же кривизна, шум у них всюду одинаков, и никакой шаг меньше $\frac2L$ для них не слишком
    длинен. Среднее зазоров, которое сравнивает утверждение, после 1000 шагов из $x^*$
    составляет 0,471 порога, потому что первые зазоры меньше.
@exercise line_3_moment Возьмите в строке 3 $c=1$ при любом шаге. Во что превратится (4), какие
    шаги тогда допустит строка 4 и какой получится шумовой порог? Где это не хуже (1), а где
    хуже? Ответ программы:
    `descent verify convex_variance_at_minimiser/line_3_moment`. :: Неравенство (4) превратится в
    $\mathbb E\|\nabla f_i(x)\|^2\le2\,\mathbb E\|D_i\|^2+2s^2$. В строке 4 слагаемые с
    $\mathbb E\|D_i\|^2$ уже не сокращаются, а складываются с коэффициентом
    $2\alpha^2-\frac\alpha{L_{\max}}$; их можно отбросить при $\alpha\le\frac1{2L_{\max}}$, и
    порог равен $\alpha s^2$. При $\alpha=\frac1{2L_{\max}}$ — с этим шагом утверждение
    проверяет три из своих задач — $c=1$ есть в точности выбор строки 3. При более коротких
    шагах порог в (1) ниже, вплоть до половины этого, и к тому же (1) допускает шаги вдвое
    длиннее.
@exercise control_longer_step Без шума градиентный спуск на $\frac L2x^2$ сходится при каждом
    шаге меньше $\frac2L$. Подставьте всё же в (1) $k=1$: при каких шагах оценка там верна?
    Предскажите обе части для $L=x_0=1$, $\alpha=1.05$ и сравните с
    `descent verify convex_variance_at_minimiser/control_longer_step`. :: Среднее $\bar x_1$
    есть сама точка $x_0$, каков бы ни был шаг. Поэтому (1) утверждает, что
    $\frac L2\|x_0-x^*\|^2\le\frac1{2\alpha}\|x_0-x^*\|^2$, то есть $\alpha\le\frac1L$. При
    $\alpha=1.05$ левая часть равна 0,5, а правая — 0,476. Подводит не метод, а обещание: его
    первое слагаемое уменьшается с ростом шага, хотя метод ещё не сдвинулся с места. Так что
    никакое лучшее доказательство не перенесёт первое слагаемое (1) за $\frac1L$.
*/

/**
## References

- F. Bach, E. Moulines, *Non-asymptotic analysis of stochastic approximation
  algorithms for machine learning*, NIPS 2011: the noise at $x^*$ in place of a
  bound along the path.
- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004,
  theorem 2.1.5: line 2.
*/
/**ru 4123705993
## Литература

- F. Bach, E. Moulines, *Non-asymptotic analysis of stochastic approximation
  algorithms for machine learning*, NIPS 2011: шум в $x^*$ вместо ограничения
  вдоль траектории.
- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004,
  теорема 2.1.5: строка 2.
*/
