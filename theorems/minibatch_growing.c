/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Batches that grow keep the linear rate

The lecture asks what the error of a mini-batch does to the rate (slide «Влияние
ошибки на скорость сходимости»), and answers for the step $\frac1L$ and a batch
that stays as it is: the method stops at [a noise floor](minibatch_descent.html).
Here is the same for every step up to $\frac1L$ and for batches that grow.

**Theorem.** Let $f$ be $L$-smooth, let $\|\nabla f\|^2\ge2\mu(f-f^*)$, and let
$x_{k+1}=x_k-\alpha(\nabla f(x_k)+e_k)$ with $0<\alpha\le\frac1L$. For every
error $e_k$
$$f(x_{k+1})\le f(x_k)-\frac\alpha2\|\nabla f(x_k)\|^2+\frac\alpha2\|e_k\|^2. \tag{1}$$
If $\mathbb E\|e_k\|^2\le M\rho^k$ with $\rho<1$, then with $q=1-\alpha\mu$
$$\mathbb E[f(x_k)-f^*]\le q^k[f(x_0)-f^*]+\frac{\alpha M}2\sum_{t<k}q^{k-1-t}\rho^t. \tag{2}$$
The sum is $\frac{q^k-\rho^k}{q-\rho}$, or $kq^{k-1}$ where $\rho=q$: the rate is
linear, with the slower of the two factors. The error of a batch of $b$ has the
mean square $S^2/b$, so that $b_k$ must grow like $\rho^{-k}$: few iterations,
with as many gradients in all as SGD takes for the same accuracy.
*/
/**ru 741839380
# Растущие батчи сохраняют линейную скорость

Лекция спрашивает, как ошибка мини-батча сказывается на скорости сходимости
(слайд «Влияние ошибки на скорость сходимости»), и отвечает для шага $\frac1L$
и батча неизменного размера: метод останавливается на [шумовом
пороге](minibatch_descent.html). Здесь разобраны все шаги до $\frac1L$ и батчи,
размер которых растёт.

**Теорема.** Пусть $f$ — $L$-гладкая функция, $\|\nabla f\|^2\ge2\mu(f-f^*)$ и
$x_{k+1}=x_k-\alpha(\nabla f(x_k)+e_k)$, где $0<\alpha\le\frac1L$. При любой
ошибке $e_k$
$$f(x_{k+1})\le f(x_k)-\frac\alpha2\|\nabla f(x_k)\|^2+\frac\alpha2\|e_k\|^2. \tag{1}$$
Если $\mathbb E\|e_k\|^2\le M\rho^k$, где $\rho<1$, то при $q=1-\alpha\mu$
$$\mathbb E[f(x_k)-f^*]\le q^k[f(x_0)-f^*]+\frac{\alpha M}2\sum_{t<k}q^{k-1-t}\rho^t. \tag{2}$$
Сумма равна $\frac{q^k-\rho^k}{q-\rho}$, а если $\rho=q$, то $kq^{k-1}$:
скорость линейная, и определяет её более медленный из двух множителей. Средний
квадрат ошибки батча из $b$ слагаемых равен $S^2/b$, поэтому $b_k$ должно
расти как $\rho^{-k}$: итераций мало, а градиентов в сумме столько же, сколько
требуется SGD для той же точности.
*/
#include "../problems/erring.h"
#include "shared/premises.h"
#include "shared/steps.h"
#include "theorem.h"

static bool is_at_most_1_over_L(const struct premises *p) {
    const struct constants *c = p->constants;
    return c->alpha > 0 &&
           (!isfinite(c->L) || c->alpha * c->L <= 1 + DBL_EPSILON);
}
HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", is_smooth);
HYPOTHESIS(pl_condition, "for (2): f satisfies the PL condition",
           "для (2): f удовлетворяет условию PL", NULL);
HYPOTHESIS(short_step, "0 < alpha <= 1/L", "0 < alpha <= 1/L",
           is_at_most_1_over_L);
HYPOTHESIS(errors_fall, "for (2): E||e_k||^2 <= M rho^k",
           "для (2): E||e_k||^2 <= M rho^k", NULL);
static const struct hypothesis *const hypotheses[] = {
    smooth_function, pl_condition, short_step, errors_fall};

static double half_over_L(const struct constants *c, size_t steps) {
    (void)steps;
    return 0.5 / c->L;
}
/**
## The proof, line by line

Errors are none, random of all lengths, reversing ($e=-2\nabla f$), and those of
an oracle; steps are $\frac1L$ and $\frac1{2L}$.
*/
/**ru 2419864822
## Доказательство строка за строкой

Ошибок либо нет, либо они случайны и имеют любую длину, либо разворачивают шаг
($e=-2\nabla f$), либо берутся из оракула; шаги равны $\frac1L$ и
$\frac1{2L}$.
*/
static const struct setting walks[] = {
    {ridge_exact, &method_sgd, {.chosen = half_over_L}, .steps = 40},
    {ridge_random, &method_sgd, {.chosen = one_over_L}, .steps = 200},
    {sine_squared_random, &method_sgd, {.chosen = half_over_L}, .steps = 200},
    {least_squares_random, &method_sgd, {.chosen = half_over_L}, .steps = 200},
    {sine_squared_reversing, &method_sgd, {.chosen = half_over_L}, .steps = 40},
    {parabola_random, &method_sgd, {.chosen = one_over_L}, .steps = 200},
    {parabola_random, &method_sgd, {.chosen = half_over_L}, .steps = 200},
    {two_signs, &method_sgd, {.chosen = one_over_L}, .steps = 200},
    {parabola_reversing, &method_sgd, {.chosen = half_over_L}, .steps = 40},
};

/* All that is squared below, e among it. */
static real size_of(const struct step *s) {
    return s->alpha * (square(s, s->gradient) + square(s, s->sample));
}
/**
### Line 1. The square of the whole step

From [the Lipschitz gradient](descent_inequality.html), with $g=\nabla f(x_k)$:
$f(x_{k+1})\le f(x_k)-\alpha\langle g,g+e\rangle+\frac{L\alpha^2}2\|g+e\|^2$. As
$L\alpha\le1$,
$$f(x_{k+1})\le f(x_k)-\alpha\langle g,g+e\rangle+\frac\alpha2\|g+e\|^2. \tag{3}$$
*/
/**ru 733771422
### Строка 1. Квадрат всего шага

Из [липшицевости градиента](descent_inequality.html), обозначив $g=\nabla
f(x_k)$, получаем $f(x_{k+1})\le f(x_k)-\alpha\langle
g,g+e\rangle+\frac{L\alpha^2}2\|g+e\|^2$. Так как $L\alpha\le1$,
$$f(x_{k+1})\le f(x_k)-\alpha\langle g,g+e\rangle+\frac\alpha2\|g+e\|^2. \tag{3}$$
*/
static struct relation whole_step(const struct step *s) {
    real inner = s->alpha * real_dot(s->dim, s->gradient, s->sample);
    real right = s->gap - inner + s->alpha / 2 * square(s, s->sample);
    return at_most(s->next_gap, right, s->next_gap + s->gap + size_of(s));
}
CLAIM(line_1_whole_step, PROOF_LINE, WALK(whole_step, ON(walks), .runs = 16),
      "Inequality (3).", "Неравенство (3).");
/**
### Line 2. The products cancel

$$-\alpha\langle g,g+e\rangle+\frac\alpha2\|g+e\|^2=-\frac\alpha2\|g\|^2+\frac\alpha2\|e\|^2, \tag{4}$$
whatever $\alpha$ is: this is (1).
*/
/**ru 3631915948
### Строка 2. Скалярные произведения сокращаются

$$-\alpha\langle g,g+e\rangle+\frac\alpha2\|g+e\|^2=-\frac\alpha2\|g\|^2+\frac\alpha2\|e\|^2, \tag{4}$$
каково бы ни было $\alpha$; это и есть (1).
*/
static struct relation products_cancel(const struct step *s) {
    real left = -s->alpha * real_dot(s->dim, s->gradient, s->sample) +
                s->alpha / 2 * square(s, s->sample);
    real right = s->alpha / 2 * (error_square(s) - square(s, s->gradient));
    return equal(left, right, 4 * size_of(s));
}
static struct relation lemma_with(const struct step *s, double times) {
    real right =
        s->gap +
        s->alpha / 2 * (times * error_square(s) - square(s, s->gradient));
    return at_most(s->next_gap, right, s->next_gap + s->gap + 4 * size_of(s));
}
static struct relation lemma(const struct step *s) {
    return lemma_with(s, 1);
}
CLAIM(line_2_products_cancel, PROOF_LINE,
      WALK(products_cancel, ON(walks), .runs = 16), "Equation (4).",
      "Равенство (4).");
CLAIM(line_2_lemma, PROOF_LINE, WALK(lemma, ON(walks), .runs = 16),
      "Inequality (1), the lemma.", "Неравенство (1), лемма.");
/**
### Line 3. PL

$$f(x_{k+1})-f^*\le(1-\alpha\mu)\,[f(x_k)-f^*]+\frac\alpha2\|e_k\|^2. \tag{5}$$
*/
/**ru 3662709630
### Строка 3. Условие PL

$$f(x_{k+1})-f^*\le(1-\alpha\mu)\,[f(x_k)-f^*]+\frac\alpha2\|e_k\|^2. \tag{5}$$
*/
static struct relation with_pl(const struct step *s) {
    real right =
        (1 - s->alpha * s->c->mu) * s->gap + s->alpha / 2 * error_square(s);
    return at_most(s->next_gap, right, s->next_gap + s->gap + 4 * size_of(s));
}
CLAIM(line_3_pl, PROOF_LINE, WALK(with_pl, ON(walks), .runs = 16),
      "Inequality (5).", "Неравенство (5).");
/**
### Line 4. Unrolling

Apply (5) to itself:
$$f(x_k)-f^*\le q^k[f(x_0)-f^*]+\frac\alpha2\sum_{t<k}q^{k-1-t}\|e_t\|^2. \tag{6}$$
Take expectations, and $\mathbb E\|e_t\|^2\le M\rho^t$. $\blacksquare$
*/
/**ru 3979204430
### Строка 4. Развёртывание рекурсии

Применим (5) к самому себе:
$$f(x_k)-f^*\le q^k[f(x_0)-f^*]+\frac\alpha2\sum_{t<k}q^{k-1-t}\|e_t\|^2. \tag{6}$$
Остаётся взять математическое ожидание и воспользоваться тем, что $\mathbb
E\|e_t\|^2\le M\rho^t$. $\blacksquare$
*/
static struct relation unrolled(const struct step *s) {
    double q = 1 - s->alpha * s->c->mu;
    real *sum = &s->memory[0], *size = &s->memory[1];
    *sum = q * *sum + s->alpha / 2 * error_square(s);
    *size = q * *size + *sum + size_of(s);
    real start = real_all(pow(q, (double)(s->k + 1)) * s->c->gap_0);
    return at_most(s->next_gap, start + *sum, s->next_gap + start + 4 * *size);
}
CLAIM(line_4_unrolling, PROOF_LINE, WALK(unrolled, ON(walks), .runs = 16),
      "Inequality (6) along single runs.",
      "Неравенство (6) вдоль отдельных запусков.");
/**
On a parabola a step of $\frac1L$ loses nothing: (3), (1), (5) and (6) are
equalities for every error.
*/
/**ru 2864182960
На параболе с шагом $\frac1L$ ничего не теряется: при любой ошибке (3), (1),
(5) и (6) — равенства.
*/
static const struct setting parabolas[] = {
    {parabola_random, &method_sgd, {.chosen = one_over_L}, .steps = 200},
    {parabola_reversing, &method_sgd, {.chosen = one_over_L}, .steps = 40},
    {two_signs, &method_sgd, {.chosen = one_over_L}, .steps = 200},
};
static struct relation whole_step_as_equality(const struct step *s) {
    return as_equality(whole_step(s));
}
static struct relation lemma_as_equality(const struct step *s) {
    return as_equality(lemma(s));
}
static struct relation with_pl_as_equality(const struct step *s) {
    return as_equality(with_pl(s));
}
static struct relation unrolled_as_equality(const struct step *s) {
    return as_equality(unrolled(s));
}
CLAIM(sharp_line_1, SHARPNESS,
      WALK(whole_step_as_equality, ON(parabolas), .runs = 16),
      "On parabolas (3) is an equality, ...",
      "На параболах (3) — равенство, ...");
CLAIM(sharp_line_2, SHARPNESS,
      WALK(lemma_as_equality, ON(parabolas), .runs = 16), "... (1) too, ...",
      "... (1) тоже, ...");
CLAIM(sharp_line_3, SHARPNESS,
      WALK(with_pl_as_equality, ON(parabolas), .runs = 16), "... (5) ...",
      "... (5) ...");
CLAIM(sharp_line_4, SHARPNESS,
      WALK(unrolled_as_equality, ON(parabolas), .runs = 16), "... and (6).",
      "... и (6).");
/**
## The bound

Two signs whose noise falls as if every batch were twice the one before, $g=\mu
x\pm s\,2^{-k/2}$, so that $M=s^2$ and $\rho=\frac12$; and the ill-conditioned
quadratic with the same, where $\mathbb E\|e_k\|^2=2s^2\rho^k$.
*/
/**ru 2315943933
## Оценка

Два знака, шум которых убывает так, как если бы каждый батч был вдвое больше
предыдущего, $g=\mu x\pm s\,2^{-k/2}$, так что $M=s^2$ и $\rho=\frac12$; и
плохо обусловленная квадратичная функция с таким же шумом, где $\mathbb
E\|e_k\|^2=2s^2\rho^k$.
*/
static const double rho = 0.5;

static void quieter(const struct problem *p, const real x[], whole i,
                    real g[]) {
    real slope[2];
    double loud = pow(rho, (double)p->now / 2);
    p->inner->value(p->inner, x, slope);
    p->inner->component(p->inner, x, i, g);
    for (size_t j = 0; j < p->dim; j++)
        g[j] = slope[j] + loud * (g[j] - slope[j]);
}
/* Takes the problem over. */
static struct problem *with_growing_batches(struct problem *inner,
                                            const char *id) {
    struct problem *p = problem_full(inner);
    p->id = id;
    p->components = inner->components;
    p->component = quieter;
    return p;
}
static struct problem *growing_two_signs(void) {
    return with_growing_batches(shifted_signs(), "growing_two_signs");
}
static struct problem *growing_ill_conditioned(void) {
    return with_growing_batches(ill_conditioned(), "growing_ill_conditioned");
}

static double geometric(double a, double b, size_t k) {
    double sum = 0, power = 1;
    for (size_t t = 0; t < k; t++, power *= b)
        sum += pow(a, (double)(k - 1 - t)) * power;
    return sum;
}
static double bound(const struct constants *c, size_t k) {
    double q = 1 - c->alpha * c->mu, M = c->noise_star * c->noise_star;
    return pow(q, (double)k) * c->gap_0 +
           c->alpha * M / 2 * geometric(q, rho, k);
}
CLAIM(bound_attained, BOUND,
      MEAN(bound, .without_sigma2 = true,
           AT(growing_two_signs, &method_sgd, {.chosen = one_over_L}, 1,
              .steps = 60, .by = &second_moment_recursion)),
      "(2) on two signs with $\\alpha=\\frac1L$ ...",
      "Оценка (2) на двух знаках с $\\alpha=\\frac1L$ ...");
CLAIM(bound_is_an_equality, IDENTITY,
      MEAN(bound, .without_sigma2 = true, .sign = EQUAL,
           AT(growing_two_signs, &method_sgd, {.chosen = one_over_L}, 1,
              .steps = 60, .by = &second_moment_recursion)),
      "... where it is an equality, $\\frac{s^2}{2\\mu}\\rho^{k-1}$.",
      "... где она обращается в равенство, "
      "$\\frac{s^2}{2\\mu}\\rho^{k-1}$.");
CLAIM(bound_shorter_step, BOUND,
      LOOSE(0.5,
            MEAN(bound, .without_sigma2 = true,
                 AT(growing_two_signs, &method_sgd, {.chosen = half_over_L}, 1,
                    .steps = 60, .by = &second_moment_recursion))),
      "(2) on two signs with $\\alpha=\\frac1{2L}$.",
      "Оценка (2) на двух знаках с $\\alpha=\\frac1{2L}$.");
CLAIM(bound_ill_conditioned, BOUND,
      LOOSE(0.0099, MEAN(bound, .without_sigma2 = true,
                         AT(growing_ill_conditioned, &method_sgd,
                            {.chosen = one_over_L}, 1, .steps = 1000,
                            .by = &second_moment_recursion))),
      "(2) where $L=100\\,\\mu$.", "Оценка (2) при $L=100\\,\\mu$.");
/**
With a shorter step a gradient step leaves $(1-\alpha\mu)^2$ of the gap where PL
counts $1-\alpha\mu$, and with $L=100\,\mu$ most of the gap at the start is gone
after one step: (2) is loose there.

## What breaks

**A batch that stays as it is.** Two signs with the same noise at every step
stop at $\frac{s^2}{2\mu}$, and (2) with $\rho=\frac12$ is beaten.
*/
/**ru 2402525238
При более коротком шаге шаг по градиенту оставляет от зазора долю
$(1-\alpha\mu)^2$, тогда как условие PL учитывает $1-\alpha\mu$, а при
$L=100\,\mu$ основная часть начального зазора исчезает за один шаг: здесь
оценка (2) груба.

## Что ломается {#what-breaks}

**Батч неизменного размера.** Два знака с одинаковым шумом на каждом шаге
останавливаются на $\frac{s^2}{2\mu}$, и оценка (2) с $\rho=\frac12$
нарушается.
*/
CLAIM(fails_at_0_95, CONTROL,
      MEAN(bound, .without_sigma2 = true, .times = 0.95,
           AT(growing_two_signs, &method_sgd, {.chosen = one_over_L}, 1,
              .steps = 60, .by = &second_moment_recursion)),
      "0.95 of (2) is beaten.", "Оценка (2) с множителем 0,95 нарушается.");
CLAIM(control_same_batch, CONTROL,
      DROPS(errors_fall, MEAN(bound, .without_sigma2 = true,
                              AT(shifted_signs, &method_sgd,
                                 {.chosen = one_over_L}, 1, .steps = 20))),
      "With a batch that does not grow (2) is beaten.",
      "Если батч не растёт, оценка (2) нарушается.");
/**
**A step beyond 1/L.** On a parabola without an error $\alpha=\frac3{2L}$ leaves a
quarter of the gap, and (1) says that less than nothing is left.

**No smoothness, no PL.** $\frac12x^2+\frac14x^4$ with a made-up $L=10$, and
$\log\cosh x$ with a made-up $\mu=0.4$, as on
[the page on constant steps](pl_constant_step.html).
*/
/**ru 1868429775
**Шаг длиннее 1/L.** На параболе без ошибки $\alpha=\frac3{2L}$ оставляет
четверть зазора, а по (1) должно остаться меньше, чем ничего.

**Нет гладкости, нет PL.** Функции $\frac12x^2+\frac14x^4$ с придуманным
$L=10$ и $\log\cosh x$ с придуманным $\mu=0.4$, как [на странице о постоянном
шаге](pl_constant_step.html).
*/
CLAIM(control_step_beyond_1_over_L, CONTROL,
      DROPS(short_step,
            WALK(lemma, AT(parabola, &method_sgd, {.alpha = 1.5}, .steps = 5),
                 .runs = 16)),
      "With $\\alpha=\\frac3{2L}$ and no error (1) fails.",
      "При $\\alpha=\\frac3{2L}$ и без ошибки (1) неверно.");
CLAIM(control_no_smoothness, CONTROL,
      DROPS(smooth_function,
            WALK(lemma, AT(quartic, &method_sgd, {.alpha = 0.1}, .steps = 1),
                 .runs = 16)),
      "On a function without $L$ (1) fails.",
      "На функции, у которой нет $L$, (1) неверно.");
static double with_made_up_mu(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.mu = 0.4;
    return bound(&pretended, k);
}
CLAIM(control_no_pl, CONTROL,
      DROPS(pl_condition,
            MEAN(with_made_up_mu, .without_sigma2 = true,
                 AT(log_cosh, &method_sgd, {.alpha = 1}, 10, .steps = 10))),
      "With a made-up $\\mu$ on a function without one (2) is beaten.",
      "С придуманным $\\mu$ на функции, у которой его нет, оценка (2) "
      "нарушается.");

static const struct claim *const claims[] = {
    line_1_whole_step,     line_2_products_cancel,
    line_2_lemma,          line_3_pl,
    line_4_unrolling,      sharp_line_1,
    sharp_line_2,          sharp_line_3,
    sharp_line_4,          bound_attained,
    bound_is_an_equality,  bound_shorter_step,
    bound_ill_conditioned, fails_at_0_95,
    control_same_batch,    control_step_beyond_1_over_L,
    control_no_smoothness, control_no_pl};

const struct theorem theorem_minibatch_growing = {
    .id = "minibatch_growing",
    .title = {"Batches that grow keep the linear rate",
              "Растущие батчи сохраняют линейную скорость"},
    .source = "Влияние ошибки на скорость сходимости",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
};

/**
## Exercises

@exercise control_same_batch Let the batch stay as it is:
    `descent run shifted_signs sgd --alpha 1 --steps 20` (there $\mu=L=s=1$).
    Predict at which $k$ the bound (2) with $\rho=\frac12$ is first beaten, and
    by which factor it is at $k=20$. :: As $q=0$, every iterate is the noise of
    the last step alone, and the gap is $\frac{s^2}{2\mu}=0.5$ for all $k\ge1$.
    The bound is $\frac{s^2}{2\mu}2^{-(k-1)}$: equal at $k=1$, since the first
    batch is the same, and beaten from $k=2$ on by the factor $2^{k-1}$, which
    at $k=20$ is $2^{19}$, more than half a million.
@exercise sharp_line_2 The error $e_k=-2\nabla f(x_k)$ reverses the step, so
    that the method climbs. What does (1) still promise, and is that too
    pessimistic? Compute the factor by which the gap grows on $\frac L2x^2$ for
    $\alpha=\frac1L$, from (1) and from the step itself, and run
    `descent verify minibatch_growing/sharp_line_2`. :: With
    $\|e_k\|^2=4\|\nabla f(x_k)\|^2$ (1) says
    $f(x_{k+1})\le f(x_k)+\frac{3\alpha}2\|\nabla f(x_k)\|^2$: there is a
    promise of descent only for errors shorter than the gradient. On the
    parabola $\|\nabla f\|^2=2L\,(f-f^*)$, so that the right side allows $1+3=4$
    times the gap; and the step leads from $x$ to $2x$, where the gap is four
    times what it was. It is not too pessimistic: (1) is an equality.
@exercise bound_is_an_equality On two signs let $\alpha=\frac1L$ and the batches
    have $b_t=2^t$ draws. How many gradients $N$ of components have been asked
    for when $x_k$ is reached, and what is the gap times $N$?
    (`descent verify minibatch_growing/bound_is_an_equality` checks the gap.) ::
    $N=1+2+\dots+2^{k-1}=2^k-1$, and the gap is
    $\frac{s^2}{2\mu}\rho^{k-1}=\frac{s^2}{\mu2^k}$ for $\rho=\frac12$. Their
    product is $\frac{s^2}\mu\cdot\frac N{N+1}$: counted in gradients the gap
    falls like $\frac1N$, no faster than that of SGD with steps like $\frac1k$.
    The rate is linear in the iterations alone, which is worth having if a batch
    is computed in parallel.
*/
/**ru 720776474
## Упражнения

@exercise control_same_batch Пусть размер батча не меняется:
    `descent run shifted_signs sgd --alpha 1 --steps 20` (там $\mu=L=s=1$).
    Предскажите, при каком $k$ оценка (2) с $\rho=\frac12$ нарушится впервые и
    во сколько раз она будет превышена при $k=20$. :: Так как $q=0$, каждая
    точка — это один только шум последнего шага, и зазор равен
    $\frac{s^2}{2\mu}=0.5$ при всех $k\ge1$. Граница же равна
    $\frac{s^2}{2\mu}2^{-(k-1)}$: при $k=1$ она совпадает с зазором, ведь первый
    батч тот же, а начиная с $k=2$ превышена в $2^{k-1}$ раз, что при $k=20$
    составляет $2^{19}$, больше полумиллиона.
@exercise sharp_line_2 Ошибка $e_k=-2\nabla f(x_k)$ разворачивает шаг, и метод
    поднимается. Что ещё обещает (1) и не слишком ли это пессимистично?
    Вычислите, во сколько раз растёт зазор на $\frac L2x^2$ при
    $\alpha=\frac1L$, — по (1) и по самому шагу — и выполните
    `descent verify minibatch_growing/sharp_line_2`. :: При
    $\|e_k\|^2=4\|\nabla f(x_k)\|^2$ из (1) следует
    $f(x_{k+1})\le f(x_k)+\frac{3\alpha}2\|\nabla f(x_k)\|^2$: спуск обещан
    только для ошибок короче градиента. На параболе
    $\|\nabla f\|^2=2L\,(f-f^*)$, так что правая часть допускает зазор, больший
    в $1+3=4$ раза; а шаг ведёт из $x$ в $2x$, где зазор как раз вчетверо больше
    прежнего. Пессимизма здесь нет: (1) — равенство.
@exercise bound_is_an_equality Пусть на двух знаках $\alpha=\frac1L$, а батчи
    состоят из $b_t=2^t$ выбранных слагаемых. Сколько градиентов слагаемых $N$
    запрошено к тому времени, когда достигнута точка $x_k$, и чему равно
    произведение зазора на $N$? (Зазор проверяет
    `descent verify minibatch_growing/bound_is_an_equality`.) ::
    $N=1+2+\dots+2^{k-1}=2^k-1$, а зазор равен
    $\frac{s^2}{2\mu}\rho^{k-1}=\frac{s^2}{\mu2^k}$ при $\rho=\frac12$. Их
    произведение равно $\frac{s^2}\mu\cdot\frac N{N+1}$: если считать градиенты,
    зазор убывает как $\frac1N$, не быстрее, чем у SGD с шагами порядка
    $\frac1k$. Скорость линейна только по итерациям, и это ценно, если батч
    вычисляется параллельно.
*/

/**
## References

- M. Friedlander, M. Schmidt, *Hybrid deterministic-stochastic methods for data
  fitting*, SIAM Journal on Scientific Computing 34 (2012): linear rates with
  errors that fall, and batches that grow.
- R. Byrd, G. Chin, J. Nocedal, Y. Wu, *Sample size selection in optimization
  methods for machine learning*, Mathematical Programming 134 (2012).
*/
/**ru 1785453024
## Литература

- M. Friedlander, M. Schmidt, *Hybrid deterministic-stochastic methods for
  data fitting*, SIAM Journal on Scientific Computing 34 (2012): линейная
  скорость при убывающих ошибках, растущие батчи.
- R. Byrd, G. Chin, J. Nocedal, Y. Wu, *Sample size selection in optimization
  methods for machine learning*, Mathematical Programming 134 (2012).
*/
