/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# A noise bound that is known beforehand

[The theorem on constant steps](pl_constant_step.html) asks for a $\sigma^2$ with
$\mathbb E\|\nabla f_i(x_k)\|^2\le\sigma^2$ at all points that the method visits:
a supremum along the path, which nobody knows before the path is walked. Here is
a condition on the *function*, the same at every $x$ (**expected smoothness**, or
ABC), with which the theorem holds and all of its letters can be computed first:
$$\mathbb E\|\nabla f_i(x)\|^2\le2A\,[f(x)-f^*]+B\,\|\nabla f(x)\|^2+C. \tag{1}$$

**Theorem.** Let $f$ be $L$-smooth, $\|\nabla f\|^2\ge2\mu(f-f^*)$, the oracle
unbiased, (1), and $0<\alpha\le\frac2{LB}$. With
$$q=1-2\alpha\mu\Bigl(1-\frac{LB\alpha}2\Bigr)+LA\alpha^2$$
SGD satisfies
$$\mathbb E[f(x_k)-f^*]\le q^k[f(x_0)-f^*]+\frac{LC\alpha^2}2\cdot\frac{1-q^k}{1-q}. \tag{2}$$
Where $q<1$ the floor is $\frac{LC\alpha}{2(2\mu-LB\alpha\mu-LA\alpha)}$. With $A=B=0$
it is the lecture's.

If every component is convex and $L_{\max}$-smooth, then $\|\nabla f_i(x)-\nabla
f_i(x^*)\|^2$ is in the mean at most $2L_{\max}(f(x)-f^*)$, and (1) holds with
$$A=2L_{\max},\qquad B=0,\qquad C=2\,\mathbb E\|\nabla f_i(x^*)\|^2. \tag{3}$$
*/
/**ru 1107720402
# Оценка шума, известная заранее

[Теорема о постоянном шаге](pl_constant_step.html) требует такого $\sigma^2$,
что $\mathbb E\|\nabla f_i(x_k)\|^2\le\sigma^2$ во всех точках, которые посещает
метод: верхней грани вдоль траектории, которой никто не знает, пока траектория
не пройдена. Вот условие на *функцию*, одно и то же для всех $x$ (**ожидаемая
гладкость**, или ABC), при котором теорема верна, а все её буквы можно вычислить
заранее:
$$\mathbb E\|\nabla f_i(x)\|^2\le2A\,[f(x)-f^*]+B\,\|\nabla f(x)\|^2+C. \tag{1}$$

**Теорема.** Пусть функция $f$ $L$-гладкая, $\|\nabla f\|^2\ge2\mu(f-f^*)$,
оракул несмещённый, выполнено (1) и $0<\alpha\le\frac2{LB}$. Тогда, если
положить
$$q=1-2\alpha\mu\Bigl(1-\frac{LB\alpha}2\Bigr)+LA\alpha^2$$
то для SGD
$$\mathbb E[f(x_k)-f^*]\le q^k[f(x_0)-f^*]+\frac{LC\alpha^2}2\cdot\frac{1-q^k}{1-q}. \tag{2}$$
При $q<1$ шумовой порог равен $\frac{LC\alpha}{2(2\mu-LB\alpha\mu-LA\alpha)}$.
При $A=B=0$ это теорема лекции.

Если каждое слагаемое выпукло и $L_{\max}$-гладко, то
$\|\nabla f_i(x)-\nabla f_i(x^*)\|^2$ в среднем не больше $2L_{\max}(f(x)-f^*)$,
и (1) выполнено с
$$A=2L_{\max},\qquad B=0,\qquad C=2\,\mathbb E\|\nabla f_i(x^*)\|^2. \tag{3}$$
*/
#include "shared/premises.h"
#include "shared/steps.h"
#include "theorem.h"

struct abc {
    double A, B, C;
};
static double factor(const struct constants *c, struct abc n) {
    double a = c->alpha;
    return 1 - 2 * a * c->mu * (1 - c->L * n.B * a / 2) + c->L * n.A * a * a;
}
static double bound(const struct constants *c, struct abc n, size_t k) {
    double q = factor(c, n), power = pow(q, (double)k);
    double noise = c->L * n.C * c->alpha * c->alpha / 2;
    return power * c->gap_0 + noise * (1 - power) / (1 - q);
}

HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", is_smooth);
HYPOTHESIS(pl_condition, "f satisfies the PL condition with mu > 0",
           "f удовлетворяет условию PL с mu > 0", is_pl);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(abc_condition, "E||grad f_i||^2 <= 2A(f - f*) + B||grad f||^2 + C",
           "E||grad f_i||^2 <= 2A(f - f*) + B||grad f||^2 + C", NULL);
HYPOTHESIS(short_step, "0 < alpha <= 2/(L B)", "0 < alpha <= 2/(L B)", NULL);
static const struct hypothesis *const hypotheses[] = {
    smooth_function, pl_condition, unbiased_oracle, abc_condition, short_step};
/**
## Three oracles

**Convex components**, (3): ridge regression, least squares, and a problem whose
components share their minimiser, where $C=0$. **Two signs**: $g=\mu x\pm s$ has
the second moment $\|\nabla f\|^2+s^2$, so $A=0$, $B=1$, $C=s^2$. **Rare
curvature**: of $m=65$ components one has the curvature $m\mu$ and the others
pull by $\pm s$, so $\mathbb Eg^2=m\mu^2x^2+s^2\frac{m-1}m$, and $A=m\mu$, $B=0$,
$C=s^2\frac{m-1}m$. In the last two (1) is an equality.
*/
/**ru 449330935
## Три оракула

**Выпуклые слагаемые**, (3): гребневая регрессия, наименьшие квадраты и задача,
у слагаемых которой общая точка минимума, так что $C=0$. **Два знака**:
$g=\mu x\pm s$ имеет второй момент $\|\nabla f\|^2+s^2$, поэтому $A=0$, $B=1$,
$C=s^2$. **Редкая кривизна**: из $m=65$ слагаемых одно имеет кривизну $m\mu$, а
остальные тянут на $\pm s$, поэтому $\mathbb Eg^2=m\mu^2x^2+s^2\frac{m-1}m$, и
$A=m\mu$, $B=0$, $C=s^2\frac{m-1}m$. В двух последних случаях (1) — равенство.
*/
static struct abc of_components(const struct constants *c) {
    return (struct abc){2 * c->L_max, 0, 2 * c->noise_star * c->noise_star};
}
static struct abc of_signs(const struct constants *c) {
    return (struct abc){0, 1, c->noise * c->noise};
}
enum { M = 65 };
static struct abc of_rare(const struct constants *c) {
    return (struct abc){M * c->mu, 0, c->noise * c->noise * (M - 1) / M};
}

static double bound_components(const struct constants *c, size_t k) {
    return bound(c, of_components(c), k);
}
static double bound_signs(const struct constants *c, size_t k) {
    return bound(c, of_signs(c), k);
}
static double bound_rare(const struct constants *c, size_t k) {
    return bound(c, of_rare(c), k);
}

/* The condition of convex components is known, and any step is short to it. */
static bool has_convex_components(const struct premises *p) {
    return p->constants->L_max > 0 && is_constant(p);
}

/* For convex components: q = 1 - 3 alpha mu/2. */
static double quarter(const struct constants *c, size_t steps) {
    (void)steps;
    return c->mu / (4 * c->L * c->L_max);
}
static const struct setting components[] = {
    {ridge, &method_sgd, {.chosen = quarter}, 1, .steps = 3000},
    {least_squares, &method_sgd, {.chosen = quarter}, 1, .steps = 3000},
    {interpolation, &method_sgd, {.chosen = quarter}, 1, .steps = 1000},
    {two_signs, &method_sgd, {.chosen = quarter}, 1, .steps = 1000},
};
static const struct setting signs[] = {
    {two_signs, &method_sgd, {.alpha = 0.3}, 1, .steps = 300},
    {shifted_signs, &method_sgd, {.alpha = 0.9}, 1, .steps = 300},
    {shifted_signs, &method_sgd, {.alpha = 1.7}, 1, .steps = 300},
};
static const struct setting rare[] = {
    {rare_curvature, &method_sgd, {.alpha = 0.005}, 1, .steps = 3000},
    {rare_curvature, &method_sgd, {.alpha = 0.025}, 1, .steps = 3000},
};
CLAIM(bound_convex_components, BOUND,
      MEAN(bound_components, ON(components), .without_sigma2 = true),
      "(2) with (3) on four finite sums.",
      "(2) с (3) на четырёх конечных суммах.");
CLAIM(bound_two_signs, BOUND,
      MEAN(bound_signs, ON(signs), .without_sigma2 = true),
      "(2) on two signs, steps up to $\\frac{1.7}L$.",
      "(2) на двух знаках, с шагами до $\\frac{1.7}L$.");
CLAIM(bound_rare_curvature, BOUND,
      MEAN(bound_rare, ON(rare), .without_sigma2 = true),
      "(2) on rare curvature.", "(2) на редкой кривизне.");
/**
## The proof, line by line

### Line 1. Expected descent

As in [the theorem on constant steps](pl_constant_step.html): smoothness, the
expectation over the next index, and an unbiased oracle give
$$\mathbb Ef(x_{k+1})\le f(x_k)-\alpha\|\nabla f(x_k)\|^2+\frac{L\alpha^2}2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{4}$$
*/
/**ru 19734148
## Доказательство строка за строкой

### Строка 1. Убывание в среднем

Как и в [теореме о постоянном шаге](pl_constant_step.html), гладкость,
математическое ожидание по следующему индексу и несмещённость оракула дают
$$\mathbb Ef(x_{k+1})\le f(x_k)-\alpha\|\nabla f(x_k)\|^2+\frac{L\alpha^2}2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2. \tag{4}$$
*/
static const struct setting walked_components[] = {
    {ridge, &method_sgd, {.chosen = quarter}, .steps = 200},
    {least_squares, &method_sgd, {.chosen = quarter}, .steps = 200},
    {interpolation, &method_sgd, {.chosen = quarter}, .steps = 100},
};
static const struct setting walked_signs[] = {
    {shifted_signs, &method_sgd, {.alpha = 0.9}, .steps = 200}};
static const struct setting walked_rare[] = {
    {rare_curvature, &method_sgd, {.alpha = 0.025}, .steps = 200}};
CLAIM(line_1_expected_descent, PROOF_LINE,
      WALK(expected_descent, ON(walked_components)), "Inequality (4) ...",
      "Неравенство (4) ...");
CLAIM(line_1_on_two_signs, PROOF_LINE, WALK(expected_descent, ON(walked_signs)),
      "... and on two signs.", "... и на двух знаках.");
/**
### Line 2. The condition

(1), at every point of every run:
*/
/**ru 235024512
### Строка 2. Условие

(1), в каждой точке каждого запуска:
*/
static struct relation condition(const struct step *s, struct abc n) {
    real right = 2 * n.A * s->gap + n.B * square(s, s->gradient) + n.C;
    return at_most(s->mean_square, right, s->mean_square + right);
}
static struct relation condition_components(const struct step *s) {
    return condition(s, of_components(s->c));
}
static struct relation condition_signs(const struct step *s) {
    return as_equality(condition(s, of_signs(s->c)));
}
static struct relation condition_rare(const struct step *s) {
    return as_equality(condition(s, of_rare(s->c)));
}
CLAIM(line_2_condition, PROOF_LINE,
      LOOSE(0.5, WALK(condition_components, AT(two_signs, &method_sgd,
                                               {.alpha = 0.3}, .steps = 100))),
      "(1) with (3) on two signs, of which it takes twice what is there ...",
      "(1) с (3) на двух знаках, где оценка вдвое больше самой величины ...");
CLAIM(line_2_on_finite_sums, SHARPNESS,
      WALK(condition_components, ON(walked_components)),
      "... and where components differ.", "... и там, где слагаемые различны.");
CLAIM(line_2_on_two_signs, PROOF_LINE, WALK(condition_signs, ON(walked_signs)),
      "(1) is an equality on two signs ...",
      "(1) — равенство на двух знаках ...");
CLAIM(line_2_on_rare_curvature, PROOF_LINE,
      WALK(condition_rare, ON(walked_rare)), "... and on rare curvature.",
      "... и на редкой кривизне.");
/**
### Line 3. PL

Put (1) into (4). The gradient's coefficient $-\alpha(1-\frac{LB\alpha}2)$ is not
positive, so PL may replace $\|\nabla f\|^2$ by $2\mu(f-f^*)$:
$$\mathbb Ef(x_{k+1})-f^*\le q\,[f(x_k)-f^*]+\frac{LC\alpha^2}2. \tag{5}$$
*/
/**ru 2087219243
### Строка 3. PL

Подставим (1) в (4). Коэффициент $-\alpha(1-\frac{LB\alpha}2)$ при квадрате
нормы градиента неположителен, поэтому в силу PL можно заменить $\|\nabla f\|^2$
на $2\mu(f-f^*)$:
$$\mathbb Ef(x_{k+1})-f^*\le q\,[f(x_k)-f^*]+\frac{LC\alpha^2}2. \tag{5}$$
*/
static struct relation one_step(const struct step *s, struct abc n) {
    real noise = real_all(s->c->L * n.C * s->alpha * s->alpha / 2);
    real rest = factor(s->c, n) * s->gap;
    return at_most(mean_next_gap(s), rest + noise,
                   mean_next_gap(s) + (2 + n.A * s->alpha) * s->gap + noise);
}
static struct relation one_step_components(const struct step *s) {
    return one_step(s, of_components(s->c));
}
static struct relation one_step_signs(const struct step *s) {
    return as_equality(one_step(s, of_signs(s->c)));
}
static struct relation one_step_rare(const struct step *s) {
    return as_equality(one_step(s, of_rare(s->c)));
}
CLAIM(line_3_one_step, PROOF_LINE,
      WALK(one_step_components, ON(walked_components)),
      "Inequality (5), where components are convex.",
      "Неравенство (5), когда слагаемые выпуклы.");
CLAIM(line_3_on_two_signs, PROOF_LINE, WALK(one_step_signs, ON(walked_signs)),
      "(5) is an equality on two signs ...",
      "(5) — равенство на двух знаках ...");
CLAIM(line_3_on_rare_curvature, PROOF_LINE,
      WALK(one_step_rare, ON(walked_rare)), "... and on rare curvature.",
      "... и на редкой кривизне.");
/**
Take the full expectation, and (5) $k$ times: the geometric sum
$\sum_{t<k}q^t=\frac{1-q^k}{1-q}$ gives (2). $\blacksquare$

## How sharp it is

On two signs and on rare curvature nothing is lost:
*/
/**ru 3648035431
Возьмём полное математическое ожидание и применим (5) $k$ раз: геометрическая
сумма $\sum_{t<k}q^t=\frac{1-q^k}{1-q}$ даёт (2). $\blacksquare$

## Насколько оценка точна

На двух знаках и на редкой кривизне ничего не теряется:
*/
CLAIM(attained_on_two_signs, IDENTITY,
      MEAN(bound_signs, ON(signs), .without_sigma2 = true, .sign = EQUAL),
      "(2) is an equality on two signs ...",
      "(2) — равенство на двух знаках ...");
CLAIM(attained_on_rare_curvature, IDENTITY,
      MEAN(bound_rare, ON(rare), .without_sigma2 = true, .sign = EQUAL),
      "... and on rare curvature.", "... и на редкой кривизне.");
CLAIM(fails_at_0_95, CONTROL,
      MEAN(bound_rare, .times = 0.95, .without_sigma2 = true,
           AT(rare_curvature, &method_sgd, {.alpha = 0.025}, 3000,
              .steps = 3000)),
      "0.95 of (2) is beaten.", "Оценка (2), умноженная на 0,95, нарушается.");
/**
**Against the supremum along the path.** On ridge regression the second moment is
98.4 at the start and near 4 at rest. The theorem on constant steps must take
the former for its $\sigma^2$, and the floor here is lower than its:
*/
/**ru 3017303009
**В сравнении с верхней гранью вдоль траектории.** У гребневой регрессии второй
момент в начале равен 98,4, а в установившемся режиме близок к 4. Теорема о
постоянном шаге вынуждена принять за $\sigma^2$ первое из этих чисел, и шумовой
порог здесь ниже, чем у неё:
*/
static void floors(struct inquiry *q) {
    const struct setting *setting = q->with;
    struct problem *p = setting->problem();
    struct settings settings = {
        .alpha = quarter(
            &(struct constants){.mu = p->mu, .L = p->L, .L_max = p->L_max}, 0)};
    struct series s;
    if (inquiry_assumes(q, p, &method_sgd, &settings, setting->steps) &&
        inquiry_series(q, setting, &s)) {
        struct constants c = constants_of(p, settings.alpha);
        struct abc n = of_components(&c);
        double along_the_path = c.L * series_sigma2(&s) * c.alpha / (4 * c.mu);
        double here = c.L * n.C * c.alpha * c.alpha / (2 * (1 - factor(&c, n)));
        inquiry_exact(q, p->id, "sgd", setting->steps, here,
                      1e-9 * along_the_path, AT_MOST, along_the_path / 8);
        series_free(&s);
    }
    problem_free(p);
}
CLAIM(floor_is_lower, SHARPNESS, COMPUTE(floors, &components[0]),
      "On ridge regression by a factor of more than 8.",
      "На гребневой регрессии — более чем в 8 раз.");
/**
## What breaks

**Noise that is not counted.** $C=0$ on two signs. **A biased oracle.** $g=\mu
x+b$ has $\mathbb Eg^2\le2\mu^2x^2+2b^2$, so $A=0$, $B=2$, $C=2b^2$, and goes to
the wrong place. **A step that is too long**, beyond $\frac2{LB}$, where PL would
be used the wrong way round: $\frac12(10x_1^2+x_2^2)$ without noise, $B=1$,
$\alpha=0.3$. **No smoothness, no PL**: made-up constants, as on the page on
constant steps.
*/
/**ru 1134627272
## Что ломается {#what-breaks}

**Неучтённый шум.** $C=0$ на двух знаках. **Смещённый оракул.** Для $g=\mu x+b$
имеем $\mathbb Eg^2\le2\mu^2x^2+2b^2$, так что $A=0$, $B=2$, $C=2b^2$, и метод
приходит не туда. **Слишком длинный шаг**, больше $\frac2{LB}$, когда PL
применялось бы в обратную сторону: $\frac12(10x_1^2+x_2^2)$ без шума, $B=1$,
$\alpha=0.3$. **Нет гладкости, нет PL**: выдуманные константы, как на странице о
постоянном шаге.
*/
static double bound_without_C(const struct constants *c, size_t k) {
    struct abc n = of_signs(c);
    n.C = 0;
    return bound(c, n, k);
}
CLAIM(control_noise_not_counted, CONTROL,
      DROPS(abc_condition,
            MEAN(bound_without_C, .without_sigma2 = true,
                 AT(two_signs, &method_sgd, {.alpha = 0.3}, 1, .steps = 10))),
      "With $C=0$ on two signs (2) is beaten.",
      "При $C=0$ на двух знаках (2) нарушается.");
/* g = mu x + b with b = 1/2. */
static double bound_biased(const struct constants *c, size_t k) {
    return bound(c, (struct abc){0, 2, 0.5}, k);
}
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle, MEAN(bound_biased, .without_sigma2 = true,
                                  AT(biased_parabola, &method_sgd,
                                     {.alpha = 0.1}, 1000, .steps = 1000))),
      "With a biased oracle (2) is beaten.",
      "При смещённом оракуле (2) нарушается.");
static double bound_quiet(const struct constants *c, size_t k) {
    return bound(c, (struct abc){0, 1, 0}, k);
}
CLAIM(control_step_too_long, CONTROL,
      DROPS(short_step, MEAN(bound_quiet, .without_sigma2 = true,
                             AT(two_curvatures, &method_sgd, {.alpha = 0.3}, 20,
                                .steps = 20))),
      "With $\\alpha=0.3>\\frac2L$ (2) is beaten.",
      "При $\\alpha=0.3>\\frac2L$ (2) нарушается.");
static double bound_with_made_up_L(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.L = 10;
    return bound_quiet(&pretended, k);
}
CLAIM(control_no_smoothness, CONTROL,
      DROPS(smooth_function,
            MEAN(bound_with_made_up_L, .without_sigma2 = true,
                 AT(quartic, &method_sgd, {.alpha = 0.1}, 1, .steps = 1))),
      "With a made-up $L$ on a function without one (2) is beaten.",
      "С выдуманным $L$ для функции, у которой его нет, (2) нарушается.");
static double bound_with_made_up_mu(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.mu = 0.4;
    return bound_quiet(&pretended, k);
}
CLAIM(control_no_pl, CONTROL,
      DROPS(pl_condition,
            MEAN(bound_with_made_up_mu, .without_sigma2 = true,
                 AT(log_cosh, &method_sgd, {.alpha = 1}, 10, .steps = 10))),
      "With a made-up $\\mu$ on a function without one (2) is beaten.",
      "С выдуманным $\\mu$ для функции, у которой его нет, (2) нарушается.");

static const struct claim *const claims[] = {bound_convex_components,
                                             bound_two_signs,
                                             bound_rare_curvature,
                                             line_1_expected_descent,
                                             line_1_on_two_signs,
                                             line_2_condition,
                                             line_2_on_finite_sums,
                                             line_2_on_two_signs,
                                             line_2_on_rare_curvature,
                                             line_3_one_step,
                                             line_3_on_two_signs,
                                             line_3_on_rare_curvature,
                                             attained_on_two_signs,
                                             attained_on_rare_curvature,
                                             fails_at_0_95,
                                             floor_is_lower,
                                             control_noise_not_counted,
                                             control_biased_oracle,
                                             control_step_too_long,
                                             control_no_smoothness,
                                             control_no_pl};

const struct theorem theorem_expected_smoothness = {
    .id = "expected_smoothness",
    .title = {"A noise bound that is known beforehand",
              "Оценка шума, известная заранее"},
    .source = "Гладкий PL-случай с постоянным шагом",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .forecast = {.name = {"PL, noise known beforehand",
                          "PL, шум известен заранее"},
                 .method = &method_sgd,
                 .bound = bound_components,
                 .given = has_convex_components,
                 .asks = "convex, L_max-smooth components and a constant step"},
};

/**
## Exercises

@exercise attained_on_two_signs For the noise $\pm s$ on $\frac\mu2x^2$, where
    $L=\mu$, write the floor of (2) as a function of $\alpha$. On two signs from
    afar, $\mu=s=1$, the step is made 1.9 times as long, $1.7$ in place of
    $0.9$: predict how many times as high the floor becomes, and compare the
    last lines of `descent run shifted_signs sgd --alpha 0.9 --steps 300` and
    `descent run shifted_signs sgd --alpha 1.7 --steps 300`. :: $A=0$, $B=1$,
    $C=s^2$ give $\frac{\alpha s^2}{2(2-\alpha\mu)}$, which is nearly linear for
    short steps, but grows without limit as $\alpha\mu\to2$. It rises from
    $\frac9{22}\approx0.41$ to $\frac{17}6\approx2.83$, about 6.9 times. As (2)
    is an equality here, these are the mean gaps themselves.
@exercise line_2_condition Derive (3) from $\|a\|^2\le2\|a-b\|^2+2\|b\|^2$ with
    $a=\nabla f_i(x)$, $b=\nabla f_i(x^*)$. On two signs the right side of (1)
    then is twice the left, as
    `descent verify expected_smoothness/line_2_condition` shows: which of the
    two inequalities that you used loses this factor, and which loses
    nothing? :: On two signs $a-b=\mu x$ and $b=\pm s$, so $\mathbb
    E\|a-b\|^2=\mu^2x^2=2L_{\max}(f-f^*)$: the smoothness of components loses
    nothing. All is lost with the squares. In truth $\mathbb
    E\|a\|^2=\mu^2x^2+s^2$, as the cross term $2\,\mathbb E\langle a-b,b\rangle$
    vanishes in the mean; the inequality of squares counts it as $\mathbb
    E\|a-b\|^2+\mathbb E\|b\|^2$, which is as much again.
@exercise control_step_too_long With $\alpha=0.3$ on $\frac12(10x_1^2+x_2^2)$
    the coefficient of $\|\nabla f\|^2$ in line 3 is positive. Which inequality
    between $\|\nabla f\|^2$ and $f-f^*$ is of use then, and what does it make
    of $q$? Compare this with (2)'s own $q$, and with the growth of the gap from
    $k=18$ to $k=20$ in
    `descent run two_curvatures sgd --alpha 0.3 --steps 20`. :: Now an upper
    bound is needed, smoothness: $\|\nabla f\|^2\le2L(f-f^*)$. It puts $L$ in
    the place of $\mu$; with $A=0$ and $B=1$ that is $1-2\alpha
    L\bigl(1-\frac{L\alpha}2\bigr)=(1-\alpha L)^2=4$. And the gap grows 16 times
    in two steps, for nearly all of it lies along $x_1$. (2) has $q=1.3$, and is
    exceeded by a factor of about $5\cdot10^9$ at $k=20$.
*/
/**ru 2717901337
## Упражнения

@exercise attained_on_two_signs Для шума $\pm s$ на функции $\frac\mu2x^2$, где
    $L=\mu$, запишите шумовой порог из (2) как функцию от $\alpha$. На двух
    знаках издалека, $\mu=s=1$, шаг удлинён в 1,9 раза: $1.7$ вместо $0.9$.
    Предскажите, во сколько раз вырастет порог, и сравните последние строки
    `descent run shifted_signs sgd --alpha 0.9 --steps 300` и
    `descent run shifted_signs sgd --alpha 1.7 --steps 300`. :: При $A=0$,
    $B=1$, $C=s^2$ получается $\frac{\alpha s^2}{2(2-\alpha\mu)}$: для коротких
    шагов это почти линейная функция, но при $\alpha\mu\to2$ она неограниченно
    растёт. Порог поднимается с $\frac9{22}\approx0.41$ до
    $\frac{17}6\approx2.83$, примерно в 6,9 раза. Поскольку (2) здесь равенство,
    это и есть сами средние зазоры.
@exercise line_2_condition Выведите (3) из $\|a\|^2\le2\|a-b\|^2+2\|b\|^2$, где
    $a=\nabla f_i(x)$, $b=\nabla f_i(x^*)$. На двух знаках правая часть (1)
    оказывается тогда вдвое больше левой, как показывает
    `descent verify expected_smoothness/line_2_condition`. Какое из двух
    использованных неравенств теряет этот множитель, а какое не теряет
    ничего? :: На двух знаках $a-b=\mu x$ и $b=\pm s$, поэтому $\mathbb
    E\|a-b\|^2=\mu^2x^2=2L_{\max}(f-f^*)$: гладкость слагаемых не теряет ничего.
    Всё теряется в неравенстве с квадратами. На самом деле $\mathbb
    E\|a\|^2=\mu^2x^2+s^2$, так как смешанное слагаемое $2\,\mathbb E\langle
    a-b,b\rangle$ в среднем исчезает; а это неравенство считает его равным
    $\mathbb E\|a-b\|^2+\mathbb E\|b\|^2$, то есть ещё раз той же величине.
@exercise control_step_too_long При $\alpha=0.3$ на функции
    $\frac12(10x_1^2+x_2^2)$ коэффициент при $\|\nabla f\|^2$ в строке 3
    положителен. Какое неравенство между $\|\nabla f\|^2$ и $f-f^*$ тогда
    годится и каким станет $q$? Сравните его с тем $q$, что стоит в (2), и с
    ростом зазора от $k=18$ до $k=20$ в
    `descent run two_curvatures sgd --alpha 0.3 --steps 20`. :: Теперь нужна
    оценка сверху, то есть гладкость: $\|\nabla f\|^2\le2L(f-f^*)$. Она ставит
    $L$ на место $\mu$; при $A=0$ и $B=1$ получается $1-2\alpha
    L\bigl(1-\frac{L\alpha}2\bigr)=(1-\alpha L)^2=4$. И зазор за два шага
    вырастает в 16 раз, потому что почти весь он приходится на $x_1$. В (2) же
    $q=1.3$, и при $k=20$ эта оценка превышена примерно в $5\cdot10^9$ раз.
*/

/**
@figure ratio Expectation over bound: 1 means attained

## References

- A. Khaled, P. Richtárik, *Better theory for SGD in the nonconvex world*,
  arXiv:2002.03329 (2020): the condition (1), and rates under it.
- R. Gower, N. Loizou, X. Qian, A. Sailanbayev, E. Shulgin, P. Richtárik, *SGD:
  general analysis and improved rates*, ICML 2019: expected smoothness, and (3).
*/
/**ru 2815551517
@figure ratio Математическое ожидание, делённое на границу: 1 означает, что она
    достигнута

## Литература

- A. Khaled, P. Richtárik, *Better theory for SGD in the nonconvex world*,
  arXiv:2002.03329 (2020): условие (1) и скорости сходимости при нём.
- R. Gower, N. Loizou, X. Qian, A. Sailanbayev, E. Shulgin, P. Richtárik, *SGD:
  general analysis and improved rates*, ICML 2019: ожидаемая гладкость и (3).
*/
