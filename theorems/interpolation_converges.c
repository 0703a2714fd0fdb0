/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Components that share a minimiser: a constant step converges

[A constant step does not converge](constant_step_does_not_converge.html), for
the noise that is left at the minimiser keeps the iterates away. The exception is
the case without such noise. Let every $f_i$ be convex with an
$L_{\max}$-Lipschitz gradient, and let all of them be minimised at the same
$x^*$. Let $f$ be $\mu$-strongly convex and $L$-smooth. Then SGD with a constant
step $0<\alpha<2/L_{\max}$ has
$$\mathbb E\|x_k-x^*\|^2\le\rho^k\|x_0-x^*\|^2,\qquad\mathbb E f(x_k)-f^*\le\frac L2\,\rho^k\|x_0-x^*\|^2,\qquad
  \rho=1-\alpha\mu(2-\alpha L_{\max}). \tag{1}$$
The best step, $\alpha=1/L_{\max}$, gives $\rho=1-\mu/L_{\max}$.
Overparametrised models come near to this case: they fit every example.

@figure linear Mean gap and the bound (1) on two problems

## What it needs

- All components have a minimiser in common: $\nabla f_i(x^*)=0$ for all $i$.
- Every $f_i$ is convex and $L_{\max}$-smooth. That $f$ is $L$-smooth is not
  enough for the rate.
- $f$ is strongly convex with the constant $\mu$.
- The oracle is unbiased.
- The step is constant, $0<\alpha<2/L_{\max}$.

The bound in C:
*/
/**ru 1024536768
# Общий минимум слагаемых: постоянный шаг сходится

[SGD с постоянным шагом не сходится](constant_step_does_not_converge.html): шум,
который остаётся в точке минимума, не подпускает к ней итерации. Исключение —
случай, когда такого шума нет. Пусть каждая $f_i$ выпукла и её градиент
$L_{\max}$-липшицев, и пусть все они достигают минимума в одной и той же точке
$x^*$. Пусть $f$ $\mu$-сильно выпукла и $L$-гладкая. Тогда для SGD с постоянным
шагом $0<\alpha<2/L_{\max}$
$$\mathbb E\|x_k-x^*\|^2\le\rho^k\|x_0-x^*\|^2,\qquad\mathbb E f(x_k)-f^*\le\frac L2\,\rho^k\|x_0-x^*\|^2,\qquad
  \rho=1-\alpha\mu(2-\alpha L_{\max}). \tag{1}$$
Лучший шаг $\alpha=1/L_{\max}$ даёт $\rho=1-\mu/L_{\max}$. К этому случаю близки
модели с избытком параметров: они подгоняются под каждый пример.

@figure linear Средний зазор и граница (1) на двух задачах

## Что нужно {#what-it-needs}

- У всех слагаемых есть общая точка минимума: $\nabla f_i(x^*)=0$ для всех $i$.
- Каждая $f_i$ выпукла и $L_{\max}$-гладкая. Для такой скорости недостаточно,
  чтобы $f$ была $L$-гладкой.
- Функция $f$ сильно выпукла с константой $\mu$.
- Оракул несмещённый.
- Шаг постоянный, $0<\alpha<2/L_{\max}$.

Граница на языке C:
*/
#include "shared/premises.h"
#include "shared/steps.h"
#include "theorem.h"

static double rate(const struct constants *c) {
    return 1 - c->alpha * c->mu * (2 - c->alpha * c->L_max);
}

static double upper(const struct constants *c, size_t k) {
    return c->L / 2 * pow(rate(c), (double)k) * c->distance * c->distance;
}

static bool is_shared(const struct premises *p) {
    return p->constants->noise_star == 0;
}
static bool is_short(const struct premises *p) {
    double longest = p->constants->alpha * p->constants->L_max;
    return longest > 0 && longest < 2;
}
/* Without L_max no step is short, and mu = 0 gives no rate. */
HYPOTHESIS(shared_minimiser, "grad f_i(x*) = 0 for all i",
           "grad f_i(x*) = 0 для всех i", is_shared);
HYPOTHESIS(smooth_components, "every f_i is convex and L_max-smooth",
           "каждая f_i выпукла и L_max-гладкая", NULL);
HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", NULL);
HYPOTHESIS(strongly_convex, "f is mu-strongly convex", "f mu-сильно выпукла",
           NULL);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(constant_step, "the step is constant", "шаг постоянный",
           is_constant);
HYPOTHESIS(short_step, "0 < alpha < 2/L_max", "0 < alpha < 2/L_max", is_short);
static const struct hypothesis *const hypotheses[] = {
    shared_minimiser, smooth_components, smooth_function, strongly_convex,
    unbiased_oracle,  constant_step,     short_step};

static const struct setting shared[] = {
    {interpolation, &method_sgd, {.alpha = 0.1}, .steps = 100},
    {one_at_a_time, &method_sgd, {.alpha = 0.1}, .steps = 100},
};
static const struct setting linear[] = {
    {interpolation, &method_sgd, {.alpha = 0.1}, .steps = 300},
    {interpolation, &method_sgd, {.alpha = 0.02}, .steps = 1000},
    {one_at_a_time, &method_sgd, {.alpha = 0.25}, .steps = 60},
    {one_at_a_time, &method_sgd, {.alpha = 0.05}, .steps = 100},
};
CLAIM(bound_linear_rate, BOUND, MEAN(upper, ON(linear)),
      "The linear rate (1) on two problems with a shared minimiser.",
      "Линейная скорость (1) на двух задачах с общей точкой минимума.");
/**
## The proof, line by line

Write $r_k=\|x_k-x^*\|$. Expand the square, and use that the oracle is unbiased:
$$\mathbb E\,r_{k+1}^2=r_k^2-2\alpha\langle\nabla f(x_k),x_k-x^*\rangle+\alpha^2\,\mathbb E\|\nabla f_i(x_k)\|^2. \tag{2}$$
*/
/**ru 1471970346
## Доказательство строка за строкой

Обозначим $r_k=\|x_k-x^*\|$. Раскроем квадрат и воспользуемся тем, что оракул
несмещённый:
$$\mathbb E\,r_{k+1}^2=r_k^2-2\alpha\langle\nabla f(x_k),x_k-x^*\rangle+\alpha^2\,\mathbb E\|\nabla f_i(x_k)\|^2. \tag{2}$$
*/
/* The size of all terms in the square of the distance after a step. */
static real distance_terms(const struct step *s) {
    return s->distance2 + s->next_distance2 + s->mean_next_distance2 +
           2 * s->alpha * real_abs(s->inner) +
           s->alpha * s->alpha * s->mean_square + square(s, s->x);
}

static struct relation expansion(const struct step *s) {
    real right = s->distance2 - 2 * s->alpha * s->inner +
                 s->alpha * s->alpha * s->mean_square;
    return equal(s->mean_next_distance2, right, distance_terms(s));
}
CLAIM(line_1_expansion, PROOF_LINE, WALK(expansion, ON(shared)),
      "Equation (2) for shared minimisers.",
      "Равенство (2) при общей точке минимума.");
/**
For convex, $L_{\max}$-smooth $f_i$ with $\nabla f_i(x^*)=0$ the gradient is
co-coercive, $\|\nabla f_i(x)\|^2\le L_{\max}\langle\nabla f_i(x),x-x^*\rangle$.
In the mean,
$$\mathbb E\|\nabla f_i(x_k)\|^2\le L_{\max}\langle\nabla f(x_k),x_k-x^*\rangle: \tag{3}$$
the noise vanishes together with the gradient.
*/
/**ru 3294981686
Для выпуклых $L_{\max}$-гладких $f_i$ с $\nabla f_i(x^*)=0$ градиент обладает
свойством кокоэрцитивности: $\|\nabla f_i(x)\|^2\le L_{\max}\langle\nabla
f_i(x),x-x^*\rangle$. В среднем
$$\mathbb E\|\nabla f_i(x_k)\|^2\le L_{\max}\langle\nabla f(x_k),x_k-x^*\rangle: \tag{3}$$
шум исчезает вместе с градиентом.
*/
static struct relation noise_vanishes(const struct step *s) {
    real right = s->c->L_max * s->inner;
    real data = s->c->L_max * s->c->L_max *
                (s->distance2 + square(s, s->x) * DBL_EPSILON);
    return at_most(s->mean_square, right,
                   s->mean_square + real_abs(right) + data);
}
CLAIM(line_2_noise_vanishes, PROOF_LINE, WALK(noise_vanishes, ON(shared)),
      "Inequality (3): co-coercive components.",
      "Неравенство (3): слагаемые кокоэрцитивны.");
/**
Strong convexity gives
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge\mu\,r_k^2, \tag{4}$$
*/
/**ru 3703160771
Сильная выпуклость даёт
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge\mu\,r_k^2, \tag{4}$$
*/
static struct relation strong_convexity(const struct step *s) {
    real right = s->c->mu * s->distance2;
    return at_least(s->inner, right,
                    real_abs(s->inner) + right + s->c->L * s->distance2);
}
CLAIM(line_3_strong_convexity, PROOF_LINE, WALK(strong_convexity, ON(shared)),
      "Inequality (4).", "Неравенство (4).");
/**
and since $2-\alpha L_{\max}\ge0$, (2), (3) and (4) make
$$\mathbb E\,r_{k+1}^2\le r_k^2-\alpha(2-\alpha L_{\max})\langle\nabla f(x_k),x_k-x^*\rangle\le\rho\,r_k^2. \tag{5}$$
*/
/**ru 2675322040
и так как $2-\alpha L_{\max}\ge0$, из (2), (3) и (4) следует
$$\mathbb E\,r_{k+1}^2\le r_k^2-\alpha(2-\alpha L_{\max})\langle\nabla f(x_k),x_k-x^*\rangle\le\rho\,r_k^2. \tag{5}$$
*/
static struct relation contraction(const struct step *s) {
    return at_most(s->mean_next_distance2, rate(s->c) * s->distance2,
                   distance_terms(s));
}
static struct relation descent(const struct step *s) {
    double gain = s->alpha * (2 - s->alpha * s->c->L_max);
    return at_most(s->mean_next_distance2, s->distance2 - gain * s->inner,
                   distance_terms(s));
}
CLAIM(line_4_descent, PROOF_LINE, WALK(descent, ON(shared)),
      "The first inequality of (5).", "Первое неравенство в (5).");
CLAIM(line_4_contraction, PROOF_LINE, WALK(contraction, ON(shared)),
      "Inequality (5): one step contracts.",
      "Неравенство (5): один шаг сжимает.");
/**
Full expectations, $k$ times, bound the distance, and smoothness makes that a gap:
$$f(x_k)-f^*\le\tfrac L2\,r_k^2. \tag{6}$$
$\blacksquare$
*/
/**ru 3168189902
Полное математическое ожидание, взятое $k$ раз, даёт оценку расстояния, а
гладкость превращает её в оценку зазора:
$$f(x_k)-f^*\le\tfrac L2\,r_k^2. \tag{6}$$
$\blacksquare$
*/
static struct relation smoothness(const struct step *s) {
    real right = s->c->L / 2 * s->distance2;
    return at_most(s->gap, right, s->gap + right + s->c->L * square(s, s->x));
}
CLAIM(line_5_smoothness, PROOF_LINE, WALK(smoothness, ON(shared)),
      "Inequality (6).", "Неравенство (6).");
/**
## How sharp it is

On the problem that shows one coordinate at a time, $f_i=\frac{L_{\max}}2x_i^2$,
every line is an equality, as $\|\nabla f_i(x)\|^2=
L_{\max}^2x_i^2=L_{\max}\langle\nabla f_i(x),x\rangle$ and $f=\frac\mu2\|x\|^2$
with $\mu=L=L_{\max}/n$. So (1) is the expectation at every $k$.
*/
/**ru 541830573
## Насколько оценка точна

На задаче, которая показывает по одной координате, $f_i=\frac{L_{\max}}2x_i^2$,
все строки — равенства, поскольку $\|\nabla f_i(x)\|^2=
L_{\max}^2x_i^2=L_{\max}\langle\nabla f_i(x),x\rangle$ и $f=\frac\mu2\|x\|^2$ с
$\mu=L=L_{\max}/n$. Поэтому (1) есть само математическое ожидание при каждом
$k$.
*/
CLAIM(sharp_one_at_a_time, IDENTITY,
      MEAN(upper, .settings = &linear[2], .count = 2, .sign = EQUAL),
      "On it the expectation is the bound (1), at every checkpoint.",
      "На ней математическое ожидание совпадает с границей (1) на каждой "
      "контрольной итерации.");
static const struct setting single[] = {
    {one_at_a_time, &method_sgd, {.alpha = 0.1}, .steps = 50},
    {one_at_a_time, &method_sgd, {.alpha = 0.3}, .steps = 50},
};
static struct relation noise_is_that(const struct step *s) {
    return as_equality(noise_vanishes(s));
}
static struct relation descends_by(const struct step *s) {
    return as_equality(descent(s));
}
static struct relation contracts_to(const struct step *s) {
    return as_equality(contraction(s));
}
CLAIM(sharp_line_2, SHARPNESS, WALK(noise_is_that, ON(single)),
      "There (3) is an equality.", "Там (3) — равенство.");
CLAIM(sharp_line_4_descent, SHARPNESS, WALK(descends_by, ON(single)),
      "There the first inequality of (5) is one,",
      "Там первое неравенство в (5) — равенство,");
CLAIM(sharp_line_4_contraction, SHARPNESS, WALK(contracts_to, ON(single)),
      "and the second one, too.", "и второе тоже.");
CLAIM(sharp_one_at_a_time_fails_at_0_95, CONTROL,
      MEAN(upper, ONE(linear, 2), .times = 0.95), "0.95 of it is beaten.",
      "0,95 этой границы нарушается.");
/**
@figure ratio Expectation over bound: 1 means attained

## What breaks

**No shared minimiser.** Ridge regression keeps a noise at $x^*$. The linear rate
is beaten.
*/
/**ru 3631853910
@figure ratio Отношение математического ожидания к границе: 1 означает, что она
    достигается

## Что ломается {#what-breaks}

**Нет общей точки минимума.** В гребневой регрессии шум в точке $x^*$ остаётся.
Оценка с линейной скоростью нарушается.
*/
CLAIM(control_no_shared_minimiser, CONTROL,
      DROPS(shared_minimiser,
            MEAN(upper,
                 AT(ridge, &method_sgd, {.alpha = 0.05}, 1000, .steps = 1000))),
      "With noise at $x^*$ the bound (1) is beaten.",
      "С шумом в $x^*$ граница (1) нарушается.");
/**
**A step beyond $2/L_{\max}$.** Then (5) needs $\langle\nabla
f(x_k),x_k-x^*\rangle\le\mu r_k^2$, the wrong way round. On $\frac12(Lx_1^2+\mu
x_2^2)$, a single component with $L_{\max}=L=10$, a step of $0.3$ multiplies
$x_1^2$ by 4, while $\rho=1.3$.
*/
/**ru 3798642313
**Шаг длиннее $2/L_{\max}$.** Тогда для (5) нужно $\langle\nabla
f(x_k),x_k-x^*\rangle\le\mu r_k^2$, то есть неравенство в другую сторону. На
$\frac12(Lx_1^2+\mu x_2^2)$, единственном слагаемом с $L_{\max}=L=10$, шаг $0.3$
умножает $x_1^2$ на 4, тогда как $\rho=1.3$.
*/
CLAIM(control_step_too_long, CONTROL,
      DROPS(short_step,
            MEAN(upper, AT(two_curvatures, &method_sgd, {.alpha = 0.3}, 50,
                           .steps = 50, .by = &second_moment_recursion))),
      "With a step beyond $2/L_{\\max}$ the bound (1) is beaten.",
      "При шаге длиннее $2/L_{\\max}$ граница (1) нарушается.");
/**
**Steps that become shorter.** Then the rate is not linear.
*/
/**ru 3742188482
**Укорачивающиеся шаги.** Тогда сходимость не линейная.
*/
CLAIM(control_decreasing_step, CONTROL,
      DROPS(constant_step,
            MEAN(upper, AT(one_at_a_time, &method_sgd,
                           {.alpha = 0.25, .schedule = schedule_root}, 20,
                           .steps = 20))),
      "With $\\alpha_k=0.25/\\sqrt{k+1}$ the rate of $0.25$ is beaten.",
      "При $\\alpha_k=0.25/\\sqrt{k+1}$ скорость для шага $0.25$ нарушается.");
/**
**A biased oracle.** One that belittles the gradient of $\frac\mu2x^2$ by half,
$g=\frac12\mu x$, has no noise at $x^*=0$, and converges too slowly.
*/
/**ru 3710572834
**Смещённый оракул.** Оракул, который вдвое преуменьшает градиент функции
$\frac\mu2x^2$, $g=\frac12\mu x$, не имеет шума в точке $x^*=0$, но сходится
слишком медленно.
*/
static void belittled(const struct problem *p, const real x[], whole i,
                      real g[]) {
    (void)i;
    g[0] = p->mu * x[0] / 2;
}
static struct problem *belittling(void) {
    struct problem *p = parabola();
    p->id = "belittling";
    p->component = belittled;
    p->L_max = p->L;
    p->estimates = ESTIMATES_L_MAX; /* that of the gradient it belittles */
    p->quadratic = false; /* the recursion takes E grad f_i for the gradient */
    p->lacks = LACKS_UNBIASEDNESS;
    return p;
}
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle, MEAN(upper, AT(belittling, &method_sgd,
                                            {.alpha = 0.5}, 1, .steps = 10))),
      "With an oracle that belittles the gradient the bound (1) is beaten.",
      "С оракулом, который преуменьшает градиент, граница (1) нарушается.");
/**
**Letters misread.** It is the smoothness of the components that limits the rate,
not that of $f$: on the problem of one coordinate at a time $L_{\max}=4$, and the
rate with $L=1$ in its place is beaten. So is that with $L$ for $\mu$ on the
problem with an exact solution; and there, at $k=0$, the bound with $\mu$ for $L$.
*/
/**ru 2610356325
**Неверно прочитанные буквы.** Скорость ограничена гладкостью слагаемых, а не
гладкостью $f$: на задаче «по одной координате» $L_{\max}=4$, и оценка со
скоростью, где на его месте $L=1$, нарушается. Нарушается и скорость с $L$
вместо $\mu$ на задаче с точным решением; и там же при $k=0$ нарушена оценка с
$\mu$ вместо $L$.
*/
static double of_smooth_function(const struct constants *c, size_t k) {
    struct constants smooth = *c;
    smooth.L_max = c->L;
    return upper(&smooth, k);
}
static double of_condition_1(const struct constants *c, size_t k) {
    struct constants well = *c;
    well.mu = c->L;
    return upper(&well, k);
}
static double of_a_flat_function(const struct constants *c, size_t k) {
    struct constants flat = *c;
    flat.L = c->mu;
    return upper(&flat, k);
}
CLAIM(control_smoothness_of_the_sum, CONTROL,
      DROPS(smooth_components, MEAN(of_smooth_function, ONE(linear, 2))),
      "With $L$ in place of $L_{\\max}$ the bound (1) is beaten.",
      "С $L$ вместо $L_{\\max}$ граница (1) нарушается.");
CLAIM(control_strong_convexity_overstated, CONTROL,
      DROPS(strongly_convex, MEAN(of_condition_1, ONE(linear, 0))),
      "With $L$ in place of $\\mu$ the bound (1) is beaten.",
      "С $L$ вместо $\\mu$ граница (1) нарушается.");
CLAIM(control_smoothness_understated, CONTROL,
      DROPS(smooth_function, MEAN(of_a_flat_function, ONE(linear, 0))),
      "With $\\mu$ in place of $L$ the bound (1) is beaten.",
      "С $\\mu$ вместо $L$ граница (1) нарушается.");

static const struct claim *const claims[] = {
    bound_linear_rate,
    line_1_expansion,
    line_2_noise_vanishes,
    line_3_strong_convexity,
    line_4_descent,
    line_4_contraction,
    line_5_smoothness,
    sharp_one_at_a_time,
    sharp_line_2,
    sharp_line_4_descent,
    sharp_line_4_contraction,
    sharp_one_at_a_time_fails_at_0_95,
    control_no_shared_minimiser,
    control_step_too_long,
    control_decreasing_step,
    control_biased_oracle,
    control_smoothness_of_the_sum,
    control_strong_convexity_overstated,
    control_smoothness_understated};

static const struct drawing drawings[] = {
    {.name = "linear",
     .title = {"With a shared minimiser SGD converges at a linear rate",
               "При общем минимуме SGD сходится линейно"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"},
     .linear_x = true,
     .bounds = true,
     .curves = {{.claim = "bound_linear_rate",
                 .name = {"exact solution, α = 0.1",
                          "точное решение, α = 0.1"}},
                {.claim = "bound_linear_rate",
                 .group = 3,
                 .name = {"one coordinate at a time", "по одной координате"}}}},
};

const struct theorem theorem_interpolation_converges = {
    .id = "interpolation_converges",
    .title = {"Components that share a minimiser: a constant step converges",
              "Общий минимум слагаемых: постоянный шаг сходится"},
    .source = "Summary",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    .forecast = {.name = {"shared minimiser", "общий минимум"},
                 .method = &method_sgd,
                 .bound = upper,
                 .given = is_constant,
                 .asks = "a constant step"},
};

/**
## Exercises

@exercise sharp_line_4_contraction On the problem of one coordinate at a time
    $\mu=1$ and $L_{\max}=4$. Order the steps $0.1$, $0.2$ and $0.3$ by their
    speed, then compare `descent run one_at_a_time sgd --alpha 0.3 --steps 20`
    with the same for the other two. :: The last two are equally fast.
    Completing the square,
    $\rho=1-\frac\mu{L_{\max}}+\mu L_{\max}\bigl(\alpha-\frac1{L_{\max}}\bigr)^2$:
    a step too long and one too short by the same amount cost the same, as the
    coordinate that is drawn is multiplied by $-0.2$ or by $0.2$. The factors
    are $0.84$, $0.76$ and $0.76$, and after twenty steps the gaps are about
    $0.06$ and twice somewhat more than $0.008$.
@exercise sharp_one_at_a_time Take the best step, $\alpha=\frac14$, on that
    problem of four coordinates, and forget the theorem. Find
    $\mathbb E\|x_k-x^*\|^2$ merely by counting which coordinates have been
    drawn; what do most runs look like after twenty steps,
    `descent run one_at_a_time sgd --alpha 0.25 --steps 20`? :: As
    $1-\alpha L_{\max}=0$, a step sets the coordinate that is drawn to 0 and
    leaves the others alone. A coordinate has not been drawn in $k$ steps with
    the probability $\bigl(\frac34\bigr)^k$, so
    $\mathbb E\|x_k-x^*\|^2=\bigl(\frac34\bigr)^k\|x_0-x^*\|^2$: this is (1), as
    an equality. Most runs are exactly at the minimum: some coordinate is left
    with a probability of at most $4\bigl(\frac34\bigr)^{20}$, hardly more than
    one in a hundred, and the mean gap, $2\bigl(\frac34\bigr)^{20}$, is that of
    these few.
@exercise control_decreasing_step Where noise is left at the minimiser, a step
    that shrinks ends up ahead. Predict what it does here, with
    $\alpha_k=\frac{0.25}{\sqrt{k+1}}$, and run
    `descent run one_at_a_time sgd --alpha 0.25 --schedule root --steps 20`.
    Which term of a bound would have to be there for shrinking to pay? :: It
    only loses: the gap after twenty steps is about $0.085$, some thirteen times
    the $2\cdot0.75^{20}$ of the constant step. A step of $\alpha_k$ multiplies
    the mean square of the distance by $1-\alpha_k\mu(2-\alpha_kL_{\max})$,
    which is least for $\frac1{L_{\max}}$, the very first step; later factors
    tend to 1. Shorter steps trade contraction for a lower noise floor, and (1)
    has no such term to lower.
*/
/**ru 2723808002
## Упражнения

@exercise sharp_line_4_contraction В задаче «по одной координате» $\mu=1$ и
    $L_{\max}=4$. Расположите шаги $0.1$, $0.2$ и $0.3$ по скорости, а затем
    сравните `descent run one_at_a_time sgd --alpha 0.3 --steps 20` с такими же
    запусками для двух других. :: Два последних одинаково быстры. Если выделить
    полный квадрат,
    $\rho=1-\frac\mu{L_{\max}}+\mu L_{\max}\bigl(\alpha-\frac1{L_{\max}}\bigr)^2$:
    слишком длинный и слишком короткий шаг при одинаковом отклонении обходятся
    одинаково, ведь выпавшая координата умножается на $-0.2$ или на $0.2$.
    Множители равны $0.84$, $0.76$ и $0.76$, а зазоры после двадцати шагов —
    примерно $0.06$ и дважды чуть больше $0.008$.
@exercise sharp_one_at_a_time Возьмите в этой задаче с четырьмя координатами
    лучший шаг $\alpha=\frac14$ и забудьте теорему. Найдите
    $\mathbb E\|x_k-x^*\|^2$, только подсчитывая, какие координаты уже выпали;
    как выглядит большинство запусков после двадцати шагов,
    `descent run one_at_a_time sgd --alpha 0.25 --steps 20`? :: Так как
    $1-\alpha L_{\max}=0$, шаг обнуляет выпавшую координату и не трогает
    остальные. Координата ни разу не выпала за $k$ шагов с вероятностью
    $\bigl(\frac34\bigr)^k$, поэтому
    $\mathbb E\|x_k-x^*\|^2=\bigl(\frac34\bigr)^k\|x_0-x^*\|^2$: это (1) в виде
    равенства. Большинство запусков находится точно в минимуме: какая-нибудь
    координата осталась с вероятностью не больше $4\bigl(\frac34\bigr)^{20}$, то
    есть едва ли чаще, чем в одном случае из ста, и средний зазор
    $2\bigl(\frac34\bigr)^{20}$ создают эти немногие.
@exercise control_decreasing_step Там, где в точке минимума остаётся шум,
    убывающий шаг в конце концов выигрывает. Предскажите, что он даст здесь при
    $\alpha_k=\frac{0.25}{\sqrt{k+1}}$, и выполните
    `descent run one_at_a_time sgd --alpha 0.25 --schedule root --steps 20`.
    Какой член должен был бы стоять в оценке, чтобы укорачивать шаг было
    выгодно? :: Он только проигрывает: после двадцати шагов зазор около $0.085$,
    примерно в тринадцать раз больше, чем $2\cdot0.75^{20}$ у постоянного шага.
    Шаг $\alpha_k$ умножает средний квадрат расстояния на
    $1-\alpha_k\mu(2-\alpha_kL_{\max})$, и этот множитель меньше всего при
    $\frac1{L_{\max}}$, на самом первом шаге; дальше множители стремятся к 1.
    Короткие шаги меняют быстрое сжатие на низкий шумовой порог, а в (1) такого
    члена нет, и понижать нечего.
*/

/**
## References

- T. Strohmer, R. Vershynin, *A randomized Kaczmarz algorithm with exponential
  convergence*, Journal of Fourier Analysis and Applications 15 (2009): the
  interpolating least squares.
- D. Needell, N. Srebro, R. Ward, *Stochastic gradient descent, weighted
  sampling, and the randomized Kaczmarz algorithm*, Mathematical Programming 155
  (2016): the linear rate (1), with the noise at the minimiser as its limit.
*/
/**ru 3258374391
## Литература

- T. Strohmer, R. Vershynin, *A randomized Kaczmarz algorithm with exponential
  convergence*, Journal of Fourier Analysis and Applications 15 (2009):
  наименьшие квадраты с точным решением (интерполяция).
- D. Needell, N. Srebro, R. Ward, *Stochastic gradient descent, weighted
  sampling, and the randomized Kaczmarz algorithm*, Mathematical Programming 155
  (2016): линейная скорость (1), пределом которой служит шум в точке минимума.
*/
