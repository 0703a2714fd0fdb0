/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# What a Lipschitz gradient says about a step of SGD

The lecture's proofs begin with this (slides «Следствие из липшицевости
градиента»):

> Липшицевость градиента означает:
> $$f(x_{k+1})\le f(x_k)+\langle\nabla f(x_k),x_{k+1}-x_k\rangle+\frac L2\|x_{k+1}-x_k\|^2$$
> [...] Поскольку равномерное выборочное распределение означает несмещенную
> оценку градиента:
> $$\mathbb E[f(x_{k+1})]\le f(x_k)-\alpha_k\|\nabla f(x_k)\|^2+\alpha_k^2\frac L2\,\mathbb E[\|\nabla f_{i_k}(x_k)\|^2]\quad(1)$$

In words: a step gains $\alpha_k\|\nabla f\|^2$, as gradient descent would, and
pays for the noise with the square of the step. Everything else in the lecture
is made of this inequality.

@figure ratio Inequality (5) along SGD: its left side over its right side, in
    the mean of 64 runs; 1 means that nothing is given away

## What it needs

- $f$ is $L$-smooth: $\|\nabla f(x)-\nabla f(y)\|\le L\|x-y\|$. Only $f$ as a
  whole: its components need not be.
- For the last line alone, the oracle is unbiased.
- *Not* convexity, not PL, no bound on the step, and no bound on the noise. (5)
  below, which is the lecture's (1), holds for a step of any length; whether its
  right side is below $f(x_k)$ is [another matter](#what-breaks).

The proof is checked at every step of seeded runs on ten smooth problems, with
noise and without, one of them not convex, one without PL, with constant steps
(two of them above $2/L$) and a decreasing one.
*/
/**ru 528950185
# Следствие из липшицевости градиента для шага SGD

С этого начинаются доказательства лекции (слайды «Следствие из липшицевости
градиента»):

> Липшицевость градиента означает:
> $$f(x_{k+1})\le f(x_k)+\langle\nabla f(x_k),x_{k+1}-x_k\rangle+\frac L2\|x_{k+1}-x_k\|^2$$
> [...] Поскольку равномерное выборочное распределение означает несмещенную
> оценку градиента:
> $$\mathbb E[f(x_{k+1})]\le f(x_k)-\alpha_k\|\nabla f(x_k)\|^2+\alpha_k^2\frac L2\,\mathbb E[\|\nabla f_{i_k}(x_k)\|^2]\quad(1)$$

Словами: шаг даёт выигрыш $\alpha_k\|\nabla f\|^2$, как и шаг градиентного
спуска, а за шум платит пропорционально квадрату шага. Всё остальное в лекции
построено на этом неравенстве.

@figure ratio Неравенство (5) вдоль траекторий SGD: отношение левой части к
    правой в среднем по 64 запускам; 1 означает, что оценка ничего не теряет

## Что нужно {#what-it-needs}

- Функция $f$ является $L$-гладкой: $\|\nabla f(x)-\nabla f(y)\|\le L\|x-y\|$.
  Это требуется только от $f$ в целом, а не от её слагаемых.
- Только для последней строки: оракул несмещённый.
- *Не* нужны ни выпуклость, ни PL, ни ограничение на шаг, ни ограничение на шум.
  Неравенство (5) ниже (в лекции это (1)) выполнено при шаге любой длины; меньше
  ли его правая часть, чем $f(x_k)$, — [другой вопрос](#what-breaks).

Доказательство проверяется на каждом шаге запусков с заданным зерном на десяти
гладких задачах, с шумом и без него; одна из них невыпуклая, одна не
удовлетворяет PL; шаги постоянные (два из них больше $2/L$) и один убывающий.
*/
#include "shared/premises.h"
#include "shared/steps.h"
#include "theorem.h"

HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", is_smooth);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
static const struct hypothesis *const hypotheses[] = {smooth_function,
                                                      unbiased_oracle};

static const struct setting walks[] = {
    {logistic, &method_sgd, {.alpha = 0.2}, .steps = 40},
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {sine_squared, &method_sgd, {.alpha = 0.05}, .steps = 1000},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1000},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, .steps = 1000},
    {parabola, &method_sgd, {.alpha = 0.5}, .steps = 100},
    {two_curvatures, &method_sgd, {.alpha = 0.25}, .steps = 20},
    {noise_across, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {log_cosh, &method_sgd, {.alpha = 1}, .steps = 200},
    {ridge, &method_sgd, {.schedule = schedule_pl}, .steps = 200},
    {sine_squared, &method_sgd, {.alpha = 0.5}, .steps = 1000},
    {logistic, &method_sgd, {.schedule = schedule_pl}, .steps = 20},
};

/**
## The proof, line by line

### Line 1. An L-smooth function lies below its parabola

Along the segment, $f(y)-f(x)=\int_0^1\langle\nabla f(x+t(y-x)),y-x\rangle\,dt$.
Subtract $\langle\nabla f(x),y-x\rangle$; by the Cauchy-Schwarz inequality what is
left is at most $\int_0^1Lt\|y-x\|^2\,dt=\frac L2\|y-x\|^2$. With $x=x_k$ and $y=x_{k+1}$:
$$f(x_{k+1})\le f(x_k)+\langle\nabla f(x_k),x_{k+1}-x_k\rangle+\frac L2\|x_{k+1}-x_k\|^2. \tag{1}$$
Nothing is said here of how $x_{k+1}$ came about. All lines subtract $f^*$ on
both sides, which makes rounding smaller.
*/
/**ru 1344157494
## Доказательство строка за строкой

### Строка 1. L-гладкая функция лежит ниже своей параболы

Вдоль отрезка $f(y)-f(x)=\int_0^1\langle\nabla f(x+t(y-x)),y-x\rangle\,dt$.
Вычтем $\langle\nabla f(x),y-x\rangle$; по неравенству Коши–Буняковского остаток
не больше $\int_0^1Lt\|y-x\|^2\,dt=\frac L2\|y-x\|^2$. При $x=x_k$ и
$y=x_{k+1}$:
$$f(x_{k+1})\le f(x_k)+\langle\nabla f(x_k),x_{k+1}-x_k\rangle+\frac L2\|x_{k+1}-x_k\|^2. \tag{1}$$
Здесь ничего не сказано о том, как получена точка $x_{k+1}$. Во всех строках из
обеих частей вычитается $f^*$: так меньше ошибки округления.
*/
static struct relation parabola_above(const struct step *s, double L) {
    real inner = {0}, length2 = {0}, size = {0};
    for (size_t j = 0; j < s->dim; j++) {
        real moved = s->next_x[j] - s->x[j];
        real ends = real_abs(s->next_x[j]) + real_abs(s->x[j]);
        inner += s->gradient[j] * moved;
        length2 += moved * moved;
        size += real_abs(s->gradient[j]) * ends;
        size += L * real_abs(moved) * ends;
    }
    return at_most(s->next_gap, s->gap + inner + L / 2 * length2,
                   s->next_gap + s->gap + size);
}

static struct relation lipschitz(const struct step *s) {
    return parabola_above(s, s->c->L);
}
CLAIM(line_1_lipschitz, PROOF_LINE, WALK(lipschitz, ON(walks), .runs = 16),
      "Inequality (1): $f$ lies below its parabola at $x_{k+1}$.",
      "Неравенство (1): в точке $x_{k+1}$ функция $f$ лежит ниже своей "
      "параболы.");
/**
### Line 2. The step of SGD

Put $x_{k+1}-x_k=-\alpha_k\nabla f_{i_k}(x_k)$, whatever index was drawn:
$$f(x_{k+1})\le f(x_k)-\alpha_k\langle\nabla f(x_k),\nabla f_{i_k}(x_k)\rangle+\alpha_k^2\frac L2\|\nabla f_{i_k}(x_k)\|^2. \tag{2}$$
*/
/**ru 2119478302
### Строка 2. Шаг SGD

Подставим $x_{k+1}-x_k=-\alpha_k\nabla f_{i_k}(x_k)$, какой бы индекс ни выпал:
$$f(x_{k+1})\le f(x_k)-\alpha_k\langle\nabla f(x_k),\nabla f_{i_k}(x_k)\rangle+\alpha_k^2\frac L2\|\nabla f_{i_k}(x_k)\|^2. \tag{2}$$
*/
static struct relation sgd_step(const struct step *s) {
    real inner = s->alpha * real_dot(s->dim, s->gradient, s->sample);
    real price = s->alpha * s->alpha * s->c->L / 2 * square(s, s->sample);
    real size =
        s->alpha * real_sqrt(square(s, s->gradient) * square(s, s->sample));
    return at_most(s->next_gap, s->gap - inner + price,
                   s->next_gap + s->gap + size + price);
}
CLAIM(line_2_sgd_step, PROOF_LINE, WALK(sgd_step, ON(walks), .runs = 16),
      "Inequality (2) for the index that was drawn.",
      "Неравенство (2) для выпавшего индекса.");
/**
### Line 3. The expectation over the index

Take the expectation over $i_k$ on both sides, $x_k$ held fixed:
$$\mathbb E[f(x_{k+1})]\le\mathbb E\Bigl[f(x_k)-\alpha_k\langle\nabla f(x_k),\nabla f_{i_k}(x_k)\rangle
  +\alpha_k^2\frac L2\|\nabla f_{i_k}(x_k)\|^2\Bigr]. \tag{3}$$
Both expectations are sums over all components, so that no sampling error is
left.
*/
/**ru 2716452934
### Строка 3. Математическое ожидание по индексу

Возьмём от обеих частей математическое ожидание по $i_k$ при фиксированном
$x_k$:
$$\mathbb E[f(x_{k+1})]\le\mathbb E\Bigl[f(x_k)-\alpha_k\langle\nabla f(x_k),\nabla f_{i_k}(x_k)\rangle
  +\alpha_k^2\frac L2\|\nabla f_{i_k}(x_k)\|^2\Bigr]. \tag{3}$$
Оба математических ожидания — это суммы по всем слагаемым, так что ошибки
выборки не остаётся.
*/
/* E f(x_{k+1}) <= f(x_k) - alpha inner + alpha^2 L/2 E||grad f_i(x_k)||^2: the
 * lines from here on differ in the inner product. */
static struct relation in_expectation(const struct step *s, real inner,
                                      double L) {
    real next = mean_next_gap(s);
    real price = s->alpha * s->alpha * L / 2 * s->mean_square;
    real size = s->alpha * real_sqrt(square(s, s->gradient) * s->mean_square);
    return at_most(next, s->gap - s->alpha * inner + price,
                   next + s->gap + size + price);
}

static struct relation expectation(const struct step *s) {
    return in_expectation(s, s->mean_inner, s->c->L);
}
CLAIM(line_3_expectation, PROOF_LINE, WALK(expectation, ON(walks), .runs = 16),
      "Inequality (3), with both expectations as full sums.",
      "Неравенство (3); оба математических ожидания — полные суммы.");
/**
### Line 4. Linearity

Given $x_k$, the gradient $\nabla f(x_k)$ is no longer random, and an inner
product is linear in its second argument: $\mathbb E\langle\nabla f(x_k),\nabla
f_{i_k}(x_k)\rangle=\langle\nabla f(x_k),\mathbb E\nabla f_{i_k}(x_k)\rangle$.
So
$$\mathbb E[f(x_{k+1})]\le f(x_k)-\alpha_k\langle\nabla f(x_k),\mathbb E[\nabla f_{i_k}(x_k)]\rangle
  +\alpha_k^2\frac L2\,\mathbb E[\|\nabla f_{i_k}(x_k)\|^2]. \tag{4}$$
*/
/**ru 940364815
### Строка 4. Линейность

При заданном $x_k$ градиент $\nabla f(x_k)$ уже не случаен, а скалярное
произведение линейно по второму аргументу: $\mathbb E\langle\nabla f(x_k),\nabla
f_{i_k}(x_k)\rangle=\langle\nabla f(x_k),\mathbb E\nabla f_{i_k}(x_k)\rangle$.
Поэтому
$$\mathbb E[f(x_{k+1})]\le f(x_k)-\alpha_k\langle\nabla f(x_k),\mathbb E[\nabla f_{i_k}(x_k)]\rangle
  +\alpha_k^2\frac L2\,\mathbb E[\|\nabla f_{i_k}(x_k)\|^2]. \tag{4}$$
*/
static struct relation mean_moved_inside(const struct step *s) {
    real inner = real_dot(s->dim, s->gradient, s->mean_gradient);
    return in_expectation(s, inner, s->c->L);
}
CLAIM(line_4_linearity, PROOF_LINE, WALK(linearity, ON(walks), .runs = 16),
      "The expectation moves inside the inner product.",
      "Математическое ожидание вносится внутрь скалярного произведения.");
CLAIM(line_4_mean_moved_inside, PROOF_LINE,
      WALK(mean_moved_inside, ON(walks), .runs = 16), "Inequality (4).",
      "Неравенство (4).");
/**
### Line 5. A uniform index makes the estimate unbiased

With $\mathbb E[\nabla f_{i_k}(x_k)]=\nabla f(x_k)$ the inner product is
$\|\nabla f(x_k)\|^2$:
$$\mathbb E[f(x_{k+1})]\le f(x_k)-\alpha_k\|\nabla f(x_k)\|^2+\alpha_k^2\frac L2\,\mathbb E[\|\nabla f_{i_k}(x_k)\|^2]. \tag{5}$$
This is the lecture's inequality (1). $\blacksquare$ Its left side is an
expectation given $x_k$; take the full expectation on both sides, and it holds
for $\mathbb E[f(x_k)]$ too.
*/
/**ru 2850448037
### Строка 5. При равномерном выборе индекса оценка несмещённая

Если $\mathbb E[\nabla f_{i_k}(x_k)]=\nabla f(x_k)$, то скалярное произведение
равно $\|\nabla f(x_k)\|^2$:
$$\mathbb E[f(x_{k+1})]\le f(x_k)-\alpha_k\|\nabla f(x_k)\|^2+\alpha_k^2\frac L2\,\mathbb E[\|\nabla f_{i_k}(x_k)\|^2]. \tag{5}$$
Это неравенство (1) лекции. $\blacksquare$ Его левая часть — условное
математическое ожидание при заданном $x_k$; если взять от обеих частей полное
математическое ожидание, то неравенство окажется верным и для
$\mathbb E[f(x_k)]$.
*/
static struct relation inequality(const struct step *s, double L) {
    return in_expectation(s, square(s, s->gradient), L);
}

static struct relation inequality_1(const struct step *s) {
    return inequality(s, s->c->L);
}
CLAIM(line_5_unbiasedness, PROOF_LINE,
      WALK(unbiasedness, ON(walks), .runs = 16), "The oracle is unbiased.",
      "Оракул несмещённый.");
CLAIM(line_5_inequality_1, PROOF_LINE,
      WALK(inequality_1, ON(walks), .runs = 16),
      "Inequality (5), the lecture's (1).", "Неравенство (5), в лекции (1).");
/**
## How much it gives away

How far apart are the two sides of (5)? Both are averaged over 64 seeded runs at
each iteration, the left one as the full sum over the next index. The claim is
that the left one stays below the right one; the tables and the figure show by
how much.
*/
/**ru 1008194415
## Сколько теряется

Насколько далеки друг от друга две части неравенства (5)? Обе усредняются на
каждой итерации по 64 запускам с заданным зерном, левая — как полная сумма по
следующему индексу. Утверждается, что левая остаётся не больше правой; таблицы и
рисунок показывают, насколько.
*/
static struct relation inequality_1_in_the_mean(const struct step *s) {
    real next = mean_next_gap(s), gain = gain_term(s);
    real price = s->alpha * s->alpha * s->c->L / 2 * s->mean_square;
    return at_most(next, s->gap - gain + price, next + s->gap + gain + price);
}

static void slack(struct inquiry *q, struct problem *p, double alpha,
                  size_t steps) {
    inquiry_sides(q, p, &method_sgd, (struct settings){.alpha = alpha}, steps,
                  inequality_1_in_the_mean);
}

static void slack_of_inequality_1(struct inquiry *q) {
    slack(q, logistic(), 0.2, 40);
    slack(q, ridge(), 0.05, 100);
    slack(q, least_squares(), 0.05, 100);
    slack(q, sine_squared(), 0.05, 100);
    slack(q, two_signs(), 0.3, 100);
    slack(q, ehrenfest(), 1.0 / 3, 100);
}
CLAIM(bound_inequality_1, BOUND, COMPUTE(slack_of_inequality_1),
      "Inequality (5) in the mean of 64 runs of SGD, on six problems.",
      "Неравенство (5) в среднем по 64 запускам SGD на шести задачах.");
/**
@figure logistic Logistic regression: a gap of SGD at the next step, and what
    (5) allows
@figure ridge Ridge regression
@figure least_squares Least squares of deficient rank
@figure sine_squared A function that is not convex, whose curvature runs from −4
    to 8
@figure two_signs Two components of opposite sign: the two sides are one
@figure ehrenfest Ehrenfest's urn: likewise

## How sharp it is

For a parabola $f=\frac L2x^2$ the "parabola above" is $f$ itself. Then all lines
are equalities, at every step of every run, with noise of any kind: nothing in
them can be improved. That does not ask for $L=\mu$: it is the same where $f$
has a second, smaller curvature, in whose direction no run moves (noise across a
valley).
*/
/**ru 3208860524
@figure logistic Логистическая регрессия: зазор SGD на следующем шаге и то, что
    допускает (5)
@figure ridge Гребневая регрессия
@figure least_squares Наименьшие квадраты неполного ранга
@figure sine_squared Невыпуклая функция, кривизна которой меняется от −4 до 8
@figure two_signs Два слагаемых с разными знаками: обе части совпадают
@figure ehrenfest Урна Эренфестов: то же самое

## Насколько оценка точна

Для параболы $f=\frac L2x^2$ «парабола сверху» — это сама $f$. Тогда все строки
обращаются в равенства, на каждом шаге каждого запуска и при любом шуме:
улучшить в них ничего нельзя. Равенство $L=\mu$ для этого не нужно: то же верно,
когда у $f$ есть вторая, меньшая кривизна, но ни один запуск в её направлении не
движется (шум поперёк долины).
*/
static const struct setting parabolas[] = {
    {parabola, &method_sgd, {.alpha = 0.5}, .steps = 40},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1000},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, .steps = 1000},
    {two_signs, &method_sgd, {.schedule = schedule_pl}, .steps = 1000},
    {noise_across, &method_sgd, {.alpha = 0.05}, .steps = 1000},
};

static struct relation lipschitz_is_equality(const struct step *s) {
    return as_equality(lipschitz(s));
}
static struct relation sgd_step_is_equality(const struct step *s) {
    return as_equality(sgd_step(s));
}
static struct relation expectation_is_equality(const struct step *s) {
    return as_equality(expectation(s));
}
static struct relation mean_moved_inside_is_equality(const struct step *s) {
    return as_equality(mean_moved_inside(s));
}
static struct relation inequality_1_is_equality(const struct step *s) {
    return as_equality(inequality_1(s));
}
CLAIM(sharp_lipschitz_is_equality, SHARPNESS,
      WALK(lipschitz_is_equality, ON(parabolas), .runs = 16),
      "On parabolas (1) is an equality.", "На параболах (1) — равенство.");
CLAIM(sharp_sgd_step_is_equality, SHARPNESS,
      WALK(sgd_step_is_equality, ON(parabolas), .runs = 16), "So is (2).",
      "(2) — тоже.");
CLAIM(sharp_expectation_is_equality, SHARPNESS,
      WALK(expectation_is_equality, ON(parabolas), .runs = 16), "So is (3).",
      "(3) — тоже.");
CLAIM(sharp_mean_moved_inside_is_equality, SHARPNESS,
      WALK(mean_moved_inside_is_equality, ON(parabolas), .runs = 16),
      "So is (4).", "(4) — тоже.");
CLAIM(sharp_inequality_1_is_equality, SHARPNESS,
      WALK(inequality_1_is_equality, ON(parabolas), .runs = 16),
      "So is (5), whatever the noise.", "(5) — тоже, каков бы ни был шум.");
/**
A constant that is five in a hundred too small is beaten:
*/
/**ru 1317106438
Константа, уменьшенная на пять сотых, уже не годится:
*/
static struct relation lipschitz_at_0_95(const struct step *s) {
    return parabola_above(s, 0.95 * s->c->L);
}
CLAIM(sharp_lipschitz_fails_at_0_95, CONTROL,
      WALK(lipschitz_at_0_95, ON(parabolas), .runs = 16),
      "With $0.95L$ line (1) is beaten.", "С $0.95L$ строка (1) нарушается.");

static struct relation inequality_1_at_0_95(const struct step *s) {
    return inequality(s, 0.95 * s->c->L);
}
CLAIM(sharp_inequality_1_fails_at_0_95, CONTROL,
      WALK(inequality_1_at_0_95, ON(parabolas), .runs = 16),
      "With $0.95L$ inequality (5) is beaten.",
      "С $0.95L$ неравенство (5) нарушается.");
/**
## What breaks

**An L that holds only far away.** $x^2+3\sin^2x$ looks from afar like $x^2$,
with $L=2$. Nearer to its minimum the second derivative is 8.
*/
/**ru 1792966781
## Что ломается {#what-breaks}

**Константа L, верная только вдали.** Издалека $x^2+3\sin^2x$ выглядит как
$x^2$, и $L=2$. Ближе к минимуму вторая производная равна 8.
*/
static const struct setting near_minimum[] = {
    {sine_squared, &method_sgd, {.alpha = 0.05}, .steps = 1000}};

static struct relation lipschitz_from_afar(const struct step *s) {
    return parabola_above(s, 2);
}
CLAIM(control_lipschitz_from_afar, CONTROL,
      WALK(lipschitz_from_afar, ON(near_minimum), .runs = 16),
      "With $L=2$ on $x^2+3\\sin^2x$ line (1) is beaten.",
      "С $L=2$ для $x^2+3\\sin^2x$ строка (1) нарушается.");

static struct relation inequality_1_from_afar(const struct step *s) {
    return inequality(s, 2);
}
CLAIM(control_inequality_1_from_afar, CONTROL,
      WALK(inequality_1_from_afar, ON(near_minimum), .runs = 16),
      "With $L=2$ on $x^2+3\\sin^2x$ inequality (5) is beaten.",
      "С $L=2$ для $x^2+3\\sin^2x$ неравенство (5) нарушается.");
/**
**No Lipschitz gradient.** $|x|$ has a corner. Whatever $L$ is made up, a short
enough step across the corner beats it: gradient descent with step $\alpha$ from
$x\in(0,\frac\alpha2)$ has $f(x_{k+1})=\alpha-x$ on the left, and
$x-\alpha+\frac L2\alpha^2$ on the right. Here $L=100$ and $\alpha=0.001$.
*/
/**ru 3065793649
**Градиент не липшицев.** У $|x|$ есть излом. Какое бы $L$ ни придумать,
достаточно короткий шаг через излом его опровергнет: у градиентного спуска с
шагом $\alpha$ из точки $x\in(0,\frac\alpha2)$ слева стоит
$f(x_{k+1})=\alpha-x$, а справа $x-\alpha+\frac L2\alpha^2$. Здесь $L=100$ и
$\alpha=0.001$.
*/
static struct problem *corner(void) {
    struct problem *p = absolute_value();
    p->id = "corner";
    p->roundings = 8;
    p->x_0[0] = 0.0102;
    return p;
}
static const struct setting corners[] = {
    {corner, &method_sgd, {.alpha = 0.001}, .steps = 40}};

static struct relation lipschitz_made_up(const struct step *s) {
    return parabola_above(s, 100);
}
CLAIM(control_lipschitz_at_a_corner, CONTROL,
      DROPS(smooth_function, WALK(lipschitz_made_up, ON(corners), .runs = 16)),
      "On $|x|$ a made-up $L=100$ is beaten in line (1).",
      "На $|x|$ с придуманным $L=100$ строка (1) нарушается.");

static struct relation inequality_1_made_up(const struct step *s) {
    return inequality(s, 100);
}
CLAIM(control_inequality_1_at_a_corner, CONTROL,
      DROPS(smooth_function,
            WALK(inequality_1_made_up, ON(corners), .runs = 16)),
      "On $|x|$ a made-up $L=100$ is beaten in (5).",
      "На $|x|$ с придуманным $L=100$ неравенство (5) нарушается.");
/**
**A biased oracle.** With $g=\mu x+b$ the lines up to (4) still hold, for they
speak of $\mathbb E[\nabla f_{i_k}(x_k)]$ and not of $\nabla f(x_k)$. Line 5
does not. A bias of $10^{-10}$ is found out as well.
*/
/**ru 2378722332
**Смещённый оракул.** При $g=\mu x+b$ строки до (4) включительно остаются
верными: в них речь идёт о $\mathbb E[\nabla f_{i_k}(x_k)]$, а не о
$\nabla f(x_k)$. Строка 5 неверна. Обнаруживается и смещение в $10^{-10}$.
*/
static const struct setting biased[] = {
    {biased_parabola, &method_sgd, {.alpha = 0.1}, .steps = 100}};

CLAIM(line_4_holds_with_a_bias, PROOF_LINE,
      BEYOND(WALK(mean_moved_inside, ON(biased), .runs = 16)),
      "Inequality (4) with a biased oracle.",
      "Неравенство (4) со смещённым оракулом.");
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle, WALK(inequality_1, ON(biased), .runs = 16)),
      "With a bias (5) is beaten.", "При смещении (5) нарушается.");
CLAIM(control_tiny_bias, CONTROL,
      DROPS(unbiased_oracle,
            WALK(unbiasedness,
                 AT(barely_biased, &method_sgd, {.alpha = 0.1}, .steps = 20))),
      "A bias of $10^{-10}$ is no rounding error.",
      "Смещение $10^{-10}$ — не ошибка округления.");
/**
**Descent?** The name «лемма о спуске» promises too much. $f(x_k)$ need not
fall, not even in expectation: near the minimum the price of the noise is more
than the gain; and for $\alpha>\frac2L$ the parabola itself rises, without any
noise. The inequality holds in both cases (the step 0.5 on $x^2+3\sin^2x$ above
is $4/L$).
*/
/**ru 1623029181
**Спуск?** Название «лемма о спуске» обещает слишком много. Значение $f(x_k)$ не
обязано убывать, даже в среднем: вблизи минимума цена шума больше выигрыша, а
при $\alpha>\frac2L$ растёт сама парабола, без всякого шума. Неравенство верно в
обоих случаях (шаг 0,5 для $x^2+3\sin^2x$ выше — это $4/L$).
*/
static const struct setting noisy_minimum[] = {
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 10}};
static const struct setting beyond_2_over_L[] = {
    {parabola, &method_sgd, {.alpha = 2.1}, .steps = 10}};

static struct relation f_falls(const struct step *s) {
    return at_most(mean_next_gap(s), s->gap, mean_next_gap(s) + s->gap);
}
CLAIM(control_f_falls_at_a_noisy_minimum, CONTROL,
      WALK(f_falls, ON(noisy_minimum), .runs = 16),
      "At the minimum of two signs $\\mathbb E f(x_{k+1})\\le f(x_k)$ fails.",
      "В минимуме двух знаков $\\mathbb E f(x_{k+1})\\le f(x_k)$ неверно.");
CLAIM(control_f_falls_beyond_2_over_L, CONTROL,
      WALK(f_falls, ON(beyond_2_over_L), .runs = 16),
      "With $\\alpha=2.1/L$ and no noise $f(x_{k+1})\\le f(x_k)$ fails.",
      "При $\\alpha=2.1/L$ и без шума $f(x_{k+1})\\le f(x_k)$ неверно.");
CLAIM(inequality_1_holds_beyond_2_over_L, PROOF_LINE,
      WALK(inequality_1, ON(beyond_2_over_L), .runs = 16),
      "Inequality (5) in the same place.", "Там же неравенство (5).");

static const struct claim *const claims[] = {
    line_1_lipschitz, line_2_sgd_step, line_3_expectation, line_4_linearity,
    line_4_mean_moved_inside, line_5_unbiasedness, line_5_inequality_1,
    bound_inequality_1, sharp_lipschitz_is_equality, sharp_sgd_step_is_equality,
    sharp_expectation_is_equality, sharp_mean_moved_inside_is_equality,
    sharp_inequality_1_is_equality, sharp_lipschitz_fails_at_0_95,
    sharp_inequality_1_fails_at_0_95,
    /* what breaks */
    control_lipschitz_from_afar, control_inequality_1_from_afar,
    control_lipschitz_at_a_corner, control_inequality_1_at_a_corner,
    line_4_holds_with_a_bias, control_biased_oracle, control_tiny_bias,
    control_f_falls_at_a_noisy_minimum, control_f_falls_beyond_2_over_L,
    inequality_1_holds_beyond_2_over_L};

const struct theorem theorem_descent_inequality = {
    .id = "descent_inequality",
    .title = {"What a Lipschitz gradient says about a step of SGD",
              "Следствие из липшицевости градиента для шага SGD"},
    .source = "Следствие из липшицевости градиента",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
};

/**
## Exercises

@exercise sharp_inequality_1_is_equality On two signs ($L=\mu=s=1$) with
    $\alpha=0.3$, at which gap are gain and price in (5) equal? What has that
    gap to do with a long run? Predict, and compare with the last row of
    `descent run two_signs sgd --alpha 0.3`. :: At a gap $\Delta$ the gain is
    $2\alpha L\Delta$, and the price is $\frac{\alpha^2L}2(2L\Delta+s^2)$. They
    are equal at $\Delta=\frac{\alpha s^2}{2(2-\alpha L)}$, about 0.088. Since
    (5) is an equality here, it is a recursion for the mean gap,
    $\mathbb E\Delta_{k+1}=(1-\alpha L)^2\,\mathbb E\Delta_k+\frac{\alpha^2Ls^2}2$,
    and this is its fixed point: from below it the mean gap rises, from above it
    falls, and there it stays. The last row prints this number within its
    limits.
@exercise line_4_linearity Suppose that the step looks at the draw: $\alpha_k$
    is computed from $\nabla f_{i_k}(x_k)$, as it is when long gradients are
    clipped. Which is the first line of the proof that fails as it is written?
    Would it fail as well if $\alpha_k$ were computed from $x_k$ alone?
    The program's answer:
    `descent verify descent_inequality/line_4_linearity`. :: Lines
    1 and 2 hold for any step whatever, and (3) has $\alpha_k$ inside the
    expectation. Line 4 is the first to fail: it takes $\alpha_k$ out, and
    $\mathbb E[\alpha_k\nabla f_{i_k}(x_k)]$ is not
    $\alpha_k\,\mathbb E[\nabla f_{i_k}(x_k)]$ if $\alpha_k$ depends on $i_k$.
    So a clipped gradient is biased even where the gradient itself is not. A
    step computed from $x_k$ is known before the draw, and then linearity is all
    that line 4 needs.
@exercise control_biased_oracle The oracle answers $\mu x+b$ on
    $f=\frac\mu2x^2$. On which side of the minimum is (5) beaten, and on which
    does it hold in spite of the bias? Predict where a run ends and with which
    gap if $\mu=1$ and $b=\frac12$, and whether the step matters:
    `descent run biased_parabola sgd --alpha 0.1`. :: By (4), an equality here,
    the gain is $\alpha\,\mu x\,(\mu x+b)$, where (5) counts $\alpha(\mu x)^2$.
    So (5) is beaten where $xb<0$, and holds where $xb\ge0$. It is the bad side
    to which the run goes: for every $\alpha<\frac2\mu$ it ends at
    $x=-\frac b\mu$, where the oracle answers 0, with the gap
    $\frac{b^2}{2\mu}=0.125$. The step decides only how soon.
*/
/**ru 3479054809
## Упражнения

@exercise sharp_inequality_1_is_equality На двух знаках ($L=\mu=s=1$) при
    $\alpha=0.3$: при каком зазоре выигрыш и цена в (5) равны? Что этот зазор
    говорит о долгом запуске? Предскажите и сравните с последней строкой
    `descent run two_signs sgd --alpha 0.3`. :: При зазоре $\Delta$ выигрыш
    равен $2\alpha L\Delta$, а цена — $\frac{\alpha^2L}2(2L\Delta+s^2)$. Они
    равны при $\Delta=\frac{\alpha s^2}{2(2-\alpha L)}$, то есть около 0,088.
    Поскольку (5) здесь — равенство, это рекурсия для среднего зазора,
    $\mathbb E\Delta_{k+1}=(1-\alpha L)^2\,\mathbb E\Delta_k+\frac{\alpha^2Ls^2}2$,
    и найденное число — её неподвижная точка: ниже него средний зазор растёт,
    выше — убывает, на нём и остаётся. В последней строке это число лежит в
    напечатанных границах.
@exercise line_4_linearity Пусть шаг выбирается после розыгрыша индекса:
    $\alpha_k$ вычисляется по $\nabla f_{i_k}(x_k)$, как бывает, когда длинные
    градиенты обрезают. Какая строка доказательства первой перестаёт быть верной
    в том виде, в каком она записана? Перестала бы она быть верной, если бы
    $\alpha_k$ вычислялся только по $x_k$? Ответ программы:
    `descent verify descent_inequality/line_4_linearity`. :: Строки 1 и 2 верны при любом шаге,
    а в (3) множитель $\alpha_k$ стоит под знаком математического ожидания.
    Первой нарушается строка 4: она выносит $\alpha_k$, а
    $\mathbb E[\alpha_k\nabla f_{i_k}(x_k)]$ не равно
    $\alpha_k\,\mathbb E[\nabla f_{i_k}(x_k)]$, если $\alpha_k$ зависит от
    $i_k$. Поэтому обрезанный градиент смещён даже там, где сам градиент не
    смещён. Шаг, вычисленный по $x_k$, известен до розыгрыша, и тогда строке 4
    достаточно линейности.
@exercise control_biased_oracle Для $f=\frac\mu2x^2$ оракул отвечает $\mu x+b$.
    По какую сторону от минимума (5) нарушается, а по какую верно, несмотря на
    смещение? Предскажите, где заканчивается запуск и с каким зазором, если
    $\mu=1$ и $b=\frac12$, и важен ли шаг:
    `descent run biased_parabola sgd --alpha 0.1`. :: Согласно (4) — здесь это
    равенство — выигрыш равен $\alpha\,\mu x\,(\mu x+b)$, а (5) насчитывает
    $\alpha(\mu x)^2$. Значит, (5) нарушается там, где $xb<0$, и верно там, где
    $xb\ge0$. Запуск идёт как раз в плохую сторону: при всяком
    $\alpha<\frac2\mu$ он заканчивается в $x=-\frac b\mu$, где оракул отвечает
    0, с зазором $\frac{b^2}{2\mu}=0.125$. Шаг определяет лишь, как скоро.
*/
/**
## References

- Yu. Nesterov, *Lectures on convex optimization*, second edition, Springer
  2018, lemma 1.2.3: line 1 and its converse.
- L. Bottou, F. Curtis, J. Nocedal, *Optimization methods for large-scale
  machine learning*, SIAM Review 60 (2018), lemma 4.2: lines 2 to 5.
*/
/**ru 2741847475
## Литература

- Yu. Nesterov, *Lectures on convex optimization*, второе издание, Springer
  2018, лемма 1.2.3: строка 1 и обратное утверждение.
- L. Bottou, F. Curtis, J. Nocedal, *Optimization methods for large-scale
  machine learning*, SIAM Review 60 (2018), лемма 4.2: строки 2–5.
*/
