/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# A decreasing step under PL that begins below 2/L

The lecture's [decreasing step](pl_decreasing_step.html) begins at
$\frac1{2\mu}$, whatever $L$ is, and pays for that with a $\sigma^2$ that grows
exponentially with $\frac L\mu$. The usual remedy is to begin with a short step:
$$\alpha_k=\frac\beta{\gamma+k},\qquad 0<\alpha_0=\frac\beta\gamma<\frac2L,\qquad\rho=2-\alpha_0L,\qquad\beta>\frac1{\rho\mu}.$$
Then, with a bound $v$ on the *variance*, $\mathbb E\|\nabla f_{i_k}(x_k)-\nabla
f(x_k)\|^2\le v$, for every $k\ge0$
$$\mathbb E[f(x_k)-f^*]\le\frac\nu{\gamma+k},\qquad\nu=\max\Bigl\{\frac{\beta^2Lv}{2(\beta\mu\rho-1)},\ \gamma\,[f(x_0)-f^*]\Bigr\}.$$

In words: the rate $1/k$ again, and the constants are polynomial in $L$ and
$\frac1\mu$.

@figure two_signs Two components of opposite sign

## What it needs

- $f$ is $L$-smooth, and PL; the oracle is unbiased; the variance is at most $v$
  at the points that the method visits. On the problems of this page it is
  largest at $x^*$, and $v=\mathbb E\|\nabla f_i(x^*)\|^2$.
- Steps of this form that begin below $\frac2L$ ...
- ... and do not fall too fast: $\beta\mu\rho>1$. For $\alpha_0\le\frac1L$ it is
  enough that $\beta>\frac1\mu$.

The claims have $\beta=\frac2\mu$ or $\beta=\frac1\mu$.
*/
/**ru 3783304164
# Убывающий шаг при условии PL, начиная короче 2/L

[Убывающий шаг](pl_decreasing_step.html) из лекции начинается с
$\frac1{2\mu}$, каково бы ни было $L$, и расплачивается за это тем, что
$\sigma^2$ растёт экспоненциально с $\frac L\mu$. Обычное средство — начинать
с короткого шага:
$$\alpha_k=\frac\beta{\gamma+k},\qquad 0<\alpha_0=\frac\beta\gamma<\frac2L,\qquad\rho=2-\alpha_0L,\qquad\beta>\frac1{\rho\mu}.$$
Тогда, если *дисперсия* не превосходит $v$, $\mathbb E\|\nabla
f_{i_k}(x_k)-\nabla f(x_k)\|^2\le v$, для каждого $k\ge0$
$$\mathbb E[f(x_k)-f^*]\le\frac\nu{\gamma+k},\qquad\nu=\max\Bigl\{\frac{\beta^2Lv}{2(\beta\mu\rho-1)},\ \gamma\,[f(x_0)-f^*]\Bigr\}.$$

Иными словами, скорость снова $1/k$, а константы полиномиальны по $L$ и
$\frac1\mu$.

@figure two_signs Два слагаемых с противоположными знаками

## Что нужно {#what-it-needs}

- Функция $f$ $L$-гладкая и удовлетворяет PL; оракул несмещённый; дисперсия в
  точках, через которые проходит метод, не больше $v$. На задачах этой
  страницы она наибольшая в $x^*$, и $v=\mathbb E\|\nabla f_i(x^*)\|^2$.
- Шаги такого вида, начинающиеся короче $\frac2L$ ...
- ... и убывающие не слишком быстро: $\beta\mu\rho>1$. При
  $\alpha_0\le\frac1L$ достаточно, чтобы $\beta>\frac1\mu$.

В утверждениях $\beta=\frac2\mu$ или $\beta=\frac1\mu$.
*/
#include "shared/premises.h"
#include "shared/steps.h"
#include "theorem.h"

/* beta = 1/mu, and gamma = beta/alpha. */
static double schedule_faster(const struct settings *s, size_t k) {
    return 1 / (1 / s->alpha + s->mu * (double)k);
}
static double rho(const struct constants *c) {
    return 2 - c->alpha * c->L;
}
/* gamma + k. */
static double place(const struct constants *c, double beta, size_t k) {
    return beta / c->alpha + (double)k;
}
static double nu(const struct constants *c, double beta) {
    double v = c->noise_star * c->noise_star;
    double noise = beta * beta * c->L * v / (2 * (beta * c->mu * rho(c) - 1));
    return larger(noise, beta / c->alpha * c->gap_0);
}
static double bound(const struct constants *c, size_t k) {
    double beta = 2 / c->mu;
    return nu(c, beta) / place(c, beta, k);
}
static double bound_faster(const struct constants *c, size_t k) {
    double beta = 1 / c->mu;
    return nu(c, beta) / place(c, beta, k);
}

/* By the first two steps. */
static double beta_of(const struct settings *s) {
    return 1 / (1 / step_size(s, 1) - 1 / step_size(s, 0));
}
static bool is_harmonic(const struct premises *p) {
    double beta = beta_of(p->settings), first = step_size(p->settings, 0);
    static const size_t at[] = {2, 10, 1000};
    for (size_t i = 0; i < COUNT(at); i++) {
        double alpha = 1 / (1 / first + (double)at[i] / beta);
        if (!(fabs(step_size(p->settings, at[i]) / alpha - 1) < 1e-9))
            return false;
    }
    return isfinite(beta);
}
static bool begins_short(const struct premises *p) {
    const struct constants *c = p->constants;
    return c->alpha > 0 && (rho(c) > 0 || !isfinite(c->L));
}
static bool falls_slowly(const struct premises *p) {
    const struct constants *c = p->constants;
    return !(rho(c) > 0 && c->mu > 0) ||
           beta_of(p->settings) * c->mu * rho(c) > 1;
}
HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", is_smooth);
HYPOTHESIS(pl_condition, "f satisfies the PL condition with mu > 0",
           "f удовлетворяет условию PL с mu > 0", is_pl);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(bounded_variance, "E||grad f_i(x_k) - grad f(x_k)||^2 <= v",
           "E||grad f_i(x_k) - grad f(x_k)||^2 <= v", NULL);
HYPOTHESIS(harmonic_step, "alpha_k = beta/(gamma + k)",
           "alpha_k = beta/(gamma + k)", is_harmonic);
HYPOTHESIS(short_first_step, "0 < alpha_0 < 2/L", "0 < alpha_0 < 2/L",
           begins_short);
HYPOTHESIS(slow_enough, "beta mu (2 - alpha_0 L) > 1",
           "beta mu (2 - alpha_0 L) > 1", falls_slowly);
static const struct hypothesis *const hypotheses[] = {
    smooth_function, pl_condition,     unbiased_oracle, bounded_variance,
    harmonic_step,   short_first_step, slow_enough};

/**
## The bound on six problems
*/
/**ru 767370469
## Оценка на шести задачах
*/
#define SLOW(first)                                                            \
    { .alpha = first, .schedule = schedule_harmonic }
#define FAST(first)                                                            \
    { .alpha = first, .schedule = schedule_faster }
static const struct setting computed[] = {
    {two_signs, &method_sgd, SLOW(0.005), 1, .steps = 10000},
    {two_signs, &method_sgd, SLOW(0.5), 1, .steps = 10000},
    {shifted_signs, &method_sgd, SLOW(0.1), 1, .steps = 10000},
    {shifted_signs, &method_sgd, SLOW(1.4), 1, .steps = 10000},
    {ill_conditioned, &method_sgd, SLOW(0.01), 1, .steps = 10000},
    {noise_across, &method_sgd, SLOW(0.1), 1, .steps = 10000},
    {two_curvatures, &method_sgd, SLOW(0.1), 1, .steps = 1000},
};
static const struct setting faster[] = {
    {two_signs, &method_sgd, FAST(0.001), 1, .steps = 200000},
    {two_signs, &method_sgd, FAST(0.5), 1, .steps = 10000},
    {shifted_signs, &method_sgd, FAST(0.1), 1, .steps = 10000},
    {ill_conditioned, &method_sgd, FAST(0.005), 1, .steps = 10000},
};
static const struct setting sampled[] = {
    {sine_squared, &method_sgd, SLOW(0.1), 1, .steps = 300, .runs = 65536},
};
CLAIM(bound_exact, BOUND,
      CALLED("{/:Italic β} = 2/{/:Italic μ}", NULL,
             MEAN(bound, ON(computed), .without_sigma2 = true)),
      "The bound on five problems, $\\beta=2/\\mu$.",
      "Оценка на пяти задачах, $\\beta=2/\\mu$.");
CLAIM(bound_exact_faster, BOUND,
      CALLED("{/:Italic β} = 1/{/:Italic μ}", NULL,
             MEAN(bound_faster, ON(faster), .without_sigma2 = true)),
      "The bound on three problems, $\\beta=1/\\mu$.",
      "Оценка на трёх задачах, $\\beta=1/\\mu$.");
CLAIM(bound_sine_squared, BOUND,
      MEAN(bound, ON(sampled), .without_sigma2 = true),
      "The bound on $x^2+3\\sin^2x$, which is not convex.",
      "Оценка на невыпуклой функции $x^2+3\\sin^2x$.");
/**
@figure ill_conditioned A quadratic with $L=100\mu$
@figure ratio Estimate over bound on all problems: 1 means attained

## The proof, line by line

### Line 1. One step

[As with a constant step](pl_constant_step_variance.html), for $\alpha_k<\frac2L$
$$\mathbb E f(x_{k+1})-f^*\le\bigl(1-\alpha_k\mu(2-\alpha_kL)\bigr)[f(x_k)-f^*]+\alpha_k^2\frac{Lv}2. \tag{1}$$
Steps fall, so $2-\alpha_kL\ge\rho$:
$$\mathbb E f(x_{k+1})-f^*\le(1-\alpha_k\mu\rho)\,[f(x_k)-f^*]+\alpha_k^2\frac{Lv}2. \tag{2}$$
*/
/**ru 3077373357
@figure ill_conditioned Квадратичная функция с $L=100\mu$
@figure ratio Отношение оценки зазора к границе на всех задачах: 1 значит
    «достигается»

## Доказательство строка за строкой

### Строка 1. Один шаг

[Как и при постоянном шаге](pl_constant_step_variance.html), для
$\alpha_k<\frac2L$
$$\mathbb E f(x_{k+1})-f^*\le\bigl(1-\alpha_k\mu(2-\alpha_kL)\bigr)[f(x_k)-f^*]+\alpha_k^2\frac{Lv}2. \tag{1}$$
Шаги убывают, поэтому $2-\alpha_kL\ge\rho$:
$$\mathbb E f(x_{k+1})-f^*\le(1-\alpha_k\mu\rho)\,[f(x_k)-f^*]+\alpha_k^2\frac{Lv}2. \tag{2}$$
*/
static const struct setting walks[] = {
    {sine_squared, &method_sgd, SLOW(0.1), .steps = 200},
    {two_signs, &method_sgd, SLOW(0.5), .steps = 200},
    {shifted_signs, &method_sgd, SLOW(1.4), .steps = 200},
    {steady_noise, &method_sgd, SLOW(0.5), .steps = 200},
    {ill_conditioned, &method_sgd, SLOW(0.01), .steps = 200},
    {noise_across, &method_sgd, SLOW(0.1), .steps = 200},
};
static double largest_variance(const struct step *s) {
    return s->c->noise_star * s->c->noise_star;
}
static real largest_price(const struct step *s) {
    return real_all(s->alpha * s->alpha * s->c->L * largest_variance(s) / 2);
}
static struct relation variance_is_bounded(const struct step *s) {
    return at_most(variance(s), real_all(largest_variance(s)),
                   s->mean_square + largest_variance(s));
}
static struct relation one_step(const struct step *s) {
    double q = 1 - s->alpha * s->c->mu * (2 - s->alpha * s->c->L);
    return step_leaves(s, q * s->gap, largest_price(s));
}
static struct relation with_rho(const struct step *s) {
    double q = 1 - s->alpha * s->c->mu * rho(s->c);
    return step_leaves(s, q * s->gap, largest_price(s));
}
CLAIM(line_1_variance, PROOF_LINE, WALK(variance_is_bounded, ON(walks)),
      "The variance is at most $v$.", "Дисперсия не больше $v$.");
CLAIM(line_1_one_step, PROOF_LINE, WALK(one_step, ON(walks)), "Inequality (1).",
      "Неравенство (1).");
CLAIM(line_1_rho, PROOF_LINE, WALK(with_rho, ON(walks)), "Inequality (2).",
      "Неравенство (2).");
/**
### Line 2. Induction

At $k=0$ the bound is $\frac\nu\gamma\ge f(x_0)-f^*$. If it holds at $k$, write
$m=\gamma+k$, put $\alpha_k=\frac\beta m$ into the full expectation of (2), whose
factor $1-\alpha_k\mu\rho\ge1-\alpha_0L(2-\alpha_0L)$ is not negative, and use
$\beta^2\frac{Lv}2\le(\beta\mu\rho-1)\nu$:
$$\Bigl(1-\frac{\beta\mu\rho}m\Bigr)\frac\nu m+\frac{\beta^2Lv}{2m^2}
  \le\frac{m-\beta\mu\rho+\beta\mu\rho-1}{m^2}\,\nu=\frac{m-1}{m^2}\,\nu\le\frac\nu{m+1}. \tag{3}$$
The last step is $m^2-1\le m^2$. $\blacksquare$
*/
/**ru 2092901936
### Строка 2. Индукция

При $k=0$ оценка равна $\frac\nu\gamma\ge f(x_0)-f^*$. Пусть она верна при
$k$. Обозначим $m=\gamma+k$, подставим $\alpha_k=\frac\beta m$ в полное
математическое ожидание (2), где множитель
$1-\alpha_k\mu\rho\ge1-\alpha_0L(2-\alpha_0L)$ неотрицателен, и воспользуемся
тем, что $\beta^2\frac{Lv}2\le(\beta\mu\rho-1)\nu$:
$$\Bigl(1-\frac{\beta\mu\rho}m\Bigr)\frac\nu m+\frac{\beta^2Lv}{2m^2}
  \le\frac{m-\beta\mu\rho+\beta\mu\rho-1}{m^2}\,\nu=\frac{m-1}{m^2}\,\nu\le\frac\nu{m+1}. \tag{3}$$
Последний переход — это $m^2-1\le m^2$. $\blacksquare$
*/
static struct relation induction(const struct step *s) {
    double beta = 2 / s->c->mu, m = place(s->c, beta, s->k);
    double rest = nu(s->c, beta) / m;
    real left = (1 - s->alpha * s->c->mu * rho(s->c)) * rest + largest_price(s);
    return at_most(left, real_all((m - 1) / m * rest), left + rest);
}
static struct relation to_the_next(const struct step *s) {
    double beta = 2 / s->c->mu, m = place(s->c, beta, s->k);
    return at_most(real_all((m - 1) / (m * m) * nu(s->c, beta)),
                   real_all(bound(s->c, s->k + 1)), real_all(nu(s->c, beta)));
}
CLAIM(line_2_induction, PROOF_LINE, WALK(induction, ON(walks)),
      "The first inequality of (3).", "Первое неравенство (3).");
CLAIM(line_2_to_the_next, PROOF_LINE, WALK(to_the_next, ON(walks)),
      "The second one.", "Второе.");
/**
## How sharp it is

On two signs (1) is an equality; so is (3), but for its last step, as long as
$\nu$ is the first of its two numbers. With $\alpha_0\to0$ also $\rho\to2$, and
the bound is attained in the limit: it is reached to 0.4 % for
$\alpha_0=\frac{0.005}L$, $\beta=\frac2\mu$. The price of the noise is an equality
for $L>\mu$ too, where it is additive.
*/
/**ru 109856729
## Насколько оценка точна {#how-sharp-it-is}

На двух знаках (1) — равенство; (3), кроме последнего перехода, тоже, пока
$\nu$ — первое из двух своих чисел. При $\alpha_0\to0$ также $\rho\to2$, и в
пределе оценка достигается: при $\alpha_0=\frac{0.005}L$, $\beta=\frac2\mu$ до
неё остаётся 0,4 %. Цена шума — равенство и при $L>\mu$, если шум аддитивный.
*/
static const struct setting tight[] = {
    {two_signs, &method_sgd, SLOW(0.5), .steps = 200},
    {shifted_signs, &method_sgd, SLOW(1.4), .steps = 200},
};
static struct relation one_step_attained(const struct step *s) {
    return as_equality(one_step(s));
}
/* What (2) gives away against (1) is in its factor. */
static struct relation with_rho_attained(const struct step *s) {
    struct relation r = with_rho(s);
    double more = s->alpha * s->c->mu * (s->c->alpha - s->alpha) * s->c->L;
    r.right -= more * s->gap;
    return as_equality(r);
}
static struct relation induction_attained(const struct step *s) {
    return as_equality(induction(s));
}
static struct relation to_the_next_attained(const struct step *s) {
    struct relation r = to_the_next(s);
    double beta = 2 / s->c->mu, m = place(s->c, beta, s->k);
    r.right -= nu(s->c, beta) / (m * m * (m + 1));
    return as_equality(r);
}
static const struct setting additive[] = {
    {two_signs, &method_sgd, SLOW(0.5), .steps = 200},
    {ill_conditioned, &method_sgd, SLOW(0.01), .steps = 200},
    {noise_across, &method_sgd, SLOW(0.1), .steps = 200},
};
static struct relation price_attained(const struct step *s) {
    return equal(noise_price(s), largest_price(s), noise_term(s));
}
CLAIM(sharp_one_step, SHARPNESS, WALK(one_step_attained, ON(tight)),
      "Inequality (1) as an equality.", "Неравенство (1) как равенство.");
CLAIM(sharp_rho, SHARPNESS, WALK(with_rho_attained, ON(tight)),
      "Inequality (2), less $\\alpha_k\\mu(\\alpha_0-\\alpha_k)L$ of the gap.",
      "Неравенство (2) за вычетом $\\alpha_k\\mu(\\alpha_0-\\alpha_k)L$ "
      "от зазора.");
CLAIM(sharp_price, SHARPNESS, WALK(price_attained, ON(additive)),
      "The noise costs $\\alpha_k^2Lv/2$ where it is additive.",
      "Там, где шум аддитивный, он обходится в $\\alpha_k^2Lv/2$.");
CLAIM(sharp_induction, SHARPNESS, WALK(induction_attained, ONE(tight, 0)),
      "The first inequality of (3) as an equality.",
      "Первое неравенство (3) как равенство.");
CLAIM(sharp_to_the_next, SHARPNESS, WALK(to_the_next_attained, ON(tight)),
      "The second one, less $\\frac\\nu{m^2(m+1)}$.",
      "Второе за вычетом $\\frac\\nu{m^2(m+1)}$.");
CLAIM(sharp_fails_at_0_99, CONTROL,
      MEAN(bound, .times = 0.99, .without_sigma2 = true,
           AT(two_signs, &method_sgd, SLOW(0.005), 10000, .steps = 10000)),
      "0.99 of the bound is beaten on two signs.",
      "Оценка с множителем 0,99 на двух знаках нарушается.");
CLAIM(sharp_start_fails_at_0_99, CONTROL,
      MEAN(bound, .times = 0.99, .without_sigma2 = true,
           AT(shifted_signs, &method_sgd, SLOW(0.1), .steps = 1)),
      "Where $\\nu$ is the second number, 0.99 of it is beaten at $k=0$.",
      "Там, где $\\nu$ — второе число, оценка с множителем 0,99 "
      "нарушается при $k=0$.");
/**
## What breaks

**Another schedule**: a constant step keeps its floor. **A first step above
$\frac2L$**: $\frac12(Lx_1^2+\mu x_2^2)$ without noise grows at first.
**Steps that fall too fast**: with $\beta=\frac1{2\mu}$ the first number of $\nu$
is negative, and two signs from the minimiser have a "bound" of 0.
*/
/**ru 1135032392
## Что ломается {#what-breaks}

**Другое расписание шагов**: постоянный шаг сохраняет свой шумовой порог.
**Первый шаг длиннее $\frac2L$**: на $\frac12(Lx_1^2+\mu x_2^2)$ без шума
зазор вначале растёт. **Слишком быстро убывающие шаги**: при
$\beta=\frac1{2\mu}$ первое из чисел в $\nu$ отрицательно, и для двух знаков
из точки минимума «оценка» равна 0.
*/
static double schedule_too_fast(const struct settings *s, size_t k) {
    return 1 / (1 / s->alpha + 2 * s->mu * (double)k);
}
static double bound_too_fast(const struct constants *c, size_t k) {
    double beta = 1 / (2 * c->mu);
    return nu(c, beta) / place(c, beta, k);
}
CLAIM(control_constant_step, CONTROL,
      DROPS(harmonic_step, MEAN(bound, .without_sigma2 = true,
                                AT(two_signs, &method_sgd, {.alpha = 0.5}, 1000,
                                   .steps = 1000))),
      "With a constant step the bound is beaten.",
      "При постоянном шаге оценка нарушается.");
CLAIM(control_long_first_step, CONTROL,
      DROPS(short_first_step,
            MEAN(bound, .without_sigma2 = true,
                 AT(two_curvatures, &method_sgd, SLOW(0.25), 1, .steps = 1))),
      "With $\\alpha_0=2.5/L$ the bound is beaten at once.",
      "При $\\alpha_0=2.5/L$ оценка нарушается сразу же.");
CLAIM(control_too_fast, CONTROL,
      DROPS(slow_enough, MEAN(bound_too_fast, .without_sigma2 = true,
                              AT(two_signs, &method_sgd,
                                 {.alpha = 0.1, .schedule = schedule_too_fast},
                                 1, .steps = 100))),
      "With $\\beta=\\frac1{2\\mu}$ the bound is beaten.",
      "При $\\beta=\\frac1{2\\mu}$ оценка нарушается.");
/**
**The variance at $x^*$ alone**: where all of the curvature sits in one of 65
components the variance grows with $x$, and so do the first steps' iterates.
**A biased oracle**; **no smoothness**, with a made-up $L=10$; **no PL**, with a
made-up $\mu=0.4$: as for the constant step.
*/
/**ru 15083760
**Дисперсия только в $x^*$**: там, где вся кривизна сосредоточена в одном из
65 слагаемых, дисперсия растёт с $x$, и на первых шагах сами точки уходят всё
дальше. **Смещённый оракул**; **нет гладкости**, с придуманным $L=10$; **нет
PL**, с придуманным $\mu=0.4$: как и при постоянном шаге.
*/
static double bound_with_made_up_L(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.L = 10;
    return bound(&pretended, k);
}
static const double made_up_mu = 0.4;
static double schedule_made_up(const struct settings *s, size_t k) {
    struct settings pretended = *s;
    pretended.mu = made_up_mu;
    return schedule_harmonic(&pretended, k);
}
static double bound_with_made_up_mu(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.mu = made_up_mu;
    return bound(&pretended, k);
}
CLAIM(control_variance_at_the_minimiser, CONTROL,
      DROPS(bounded_variance,
            MEAN(bound, .without_sigma2 = true,
                 AT(rare_curvature, &method_sgd, SLOW(0.5), 10, .steps = 10))),
      "With the variance at $x^*$ for $v$ the bound is beaten.",
      "С дисперсией в $x^*$ вместо $v$ оценка нарушается.");
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle, MEAN(bound, .without_sigma2 = true,
                                  EACH({biased_parabola, &method_sgd, SLOW(0.1),
                                        1000, .steps = 1000},
                                       {index_follows_x, &method_sgd, SLOW(0.5),
                                        20, .steps = 20}))),
      "With a biased oracle the bound is beaten.",
      "При смещённом оракуле оценка нарушается.");
CLAIM(control_no_smoothness, CONTROL,
      DROPS(smooth_function,
            MEAN(bound_with_made_up_L, .without_sigma2 = true,
                 AT(quartic, &method_sgd, SLOW(0.1), 1, .steps = 1))),
      "With a made-up $L$ on a function without one the bound is beaten.",
      "С придуманным $L$ на функции, у которой его нет, оценка "
      "нарушается.");
CLAIM(control_no_pl, CONTROL,
      DROPS(pl_condition, MEAN(bound_with_made_up_mu, .without_sigma2 = true,
                               AT(log_cosh, &method_sgd,
                                  {.alpha = 1, .schedule = schedule_made_up},
                                  1000, .steps = 1000))),
      "With a made-up $\\mu$ on a function without one the bound is beaten.",
      "С придуманным $\\mu$ на функции, у которой его нет, оценка "
      "нарушается.");

static const struct claim *const claims[] = {
    bound_exact, bound_exact_faster, bound_sine_squared,
    /* the proof */
    line_1_variance, line_1_one_step, line_1_rho, line_2_induction,
    line_2_to_the_next,
    /* what it is worth */
    sharp_one_step, sharp_rho, sharp_price, sharp_induction, sharp_to_the_next,
    sharp_fails_at_0_99, sharp_start_fails_at_0_99,
    /* what breaks */
    control_constant_step, control_long_first_step, control_too_fast,
    control_variance_at_the_minimiser, control_biased_oracle,
    control_no_smoothness, control_no_pl};

const struct theorem theorem_pl_step_beta_over_gamma_plus_k = {
    .id = "pl_step_beta_over_gamma_plus_k",
    .title = {"A decreasing step under PL that begins below 2/L",
              "Убывающий шаг при условии PL, начиная короче 2/L"},
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
};

/**
## Exercises

@exercise sharp_fails_at_0_99 On two signs with $\beta=\frac2\mu$ and
    $\alpha_0=\frac{0.005}L$ the run comes to about 0.997 of the bound. What
    accounts for the rest, and to which part of the bound would it come with
    $\alpha_0=\frac{0.5}L$? Predict, and look at $k=10000$ in the file
    `reports/results.csv` that
    `descent verify pl_step_beta_over_gamma_plus_k/bound_exact` writes. :: Here
    $\nu$ is its first number, $\frac{2Lv}{\mu^2(2\rho-1)}$ with
    $\rho=2-\alpha_0L$. It charges all steps with the $\rho$ of the first one,
    while $2-\alpha_kL$ tends to 2, for which that number is
    $\frac{2Lv}{3\mu^2}$. So in the end the run comes to
    $\frac{2\rho-1}3=1-\frac23\alpha_0L$ of the bound: 0.997 for the short first
    step, and two thirds for the long one. What (3) gives away in its last step
    does not add up: it shrinks like $\frac1k$.
@exercise bound_exact_faster Let $\alpha_0$ be so short that $\rho$ is almost 2.
    For which $\beta$ is the first number of $\nu$ least, how much more is it
    for $\beta=\frac2\mu$, and which line of the proof would fail first as
    $\beta$ falls to $\frac1{2\mu}$? See how near two signs come to the least
    one: `descent verify pl_step_beta_over_gamma_plus_k/bound_exact_faster`. ::
    With $\rho=2$ it is $\frac{Lv}2\cdot\frac{\beta^2}{2\beta\mu-1}$, whose
    derivative is 0 at $\beta=\frac1\mu$. There it is $\frac{Lv}{2\mu^2}$; for
    $\beta=\frac2\mu$ it is $\frac{2Lv}{3\mu^2}$, a third more. On two signs the
    mean gap comes to about 0.994 of the bound with $\beta=\frac1\mu$, so that
    this constant cannot be improved much. Towards $\frac1{2\mu}$ the number
    grows without bound: line 1 does not notice, but line 2 needs
    $\beta^2\frac{Lv}2\le(\beta\mu\rho-1)\nu$, for which at $\beta\mu\rho=1$ no
    $\nu$ is large enough.
@exercise control_constant_step Keep the first step for ever: $\alpha=0.5$ on
    two signs ($L=\mu=s=1$). By about which factor is the bound for $\beta=2$
    beaten after 1000 steps, and how does this factor grow with $k$? Compute it,
    then take the gap from `descent run two_signs sgd --alpha 0.5`. :: A
    constant step rests at $\frac{\alpha s^2}{2(2-\alpha)}=\frac16$. The bound
    has $\gamma=4$, $\rho=\frac32$ and $\nu=1$, and so is $\frac1{4+k}$. It is
    beaten by the factor $\frac{4+k}6$, about 167 at $k=1000$, and the factor
    grows linearly: no other constant in place of $\nu$ would mend this, only
    steps that fall.
*/
/**ru 4186103415
## Упражнения

@exercise sharp_fails_at_0_99 На двух знаках при $\beta=\frac2\mu$ и
    $\alpha_0=\frac{0.005}L$ запуск доходит примерно до 0,997 от оценки. Откуда
    берётся остаток и до какой доли оценки дойдёт запуск при
    $\alpha_0=\frac{0.5}L$? Предскажите и посмотрите на $k=10000$ в файле
    `reports/results.csv`, который записывает
    `descent verify pl_step_beta_over_gamma_plus_k/bound_exact`. :: Здесь $\nu$
    — первое из двух своих чисел, $\frac{2Lv}{\mu^2(2\rho-1)}$, где
    $\rho=2-\alpha_0L$. Оно приписывает всем шагам $\rho$ первого шага, тогда
    как $2-\alpha_kL$ стремится к 2, а при двойке это число равно
    $\frac{2Lv}{3\mu^2}$. Поэтому в конце запуск доходит до доли
    $\frac{2\rho-1}3=1-\frac23\alpha_0L$ от оценки: 0,997 при коротком первом
    шаге и две трети при длинном. То, что отдаёт последний переход в (3), не
    накапливается: оно убывает как $\frac1k$.
@exercise bound_exact_faster Пусть $\alpha_0$ настолько мал, что $\rho$ почти
    равно 2. При каком $\beta$ первое число в $\nu$ наименьшее, насколько оно
    больше при $\beta=\frac2\mu$ и какая строка доказательства нарушится первой,
    когда $\beta$ опустится до $\frac1{2\mu}$? Посмотрите, насколько близко к
    наименьшему подходят два знака:
    `descent verify pl_step_beta_over_gamma_plus_k/bound_exact_faster`. :: При
    $\rho=2$ оно равно $\frac{Lv}2\cdot\frac{\beta^2}{2\beta\mu-1}$, и
    производная обращается в ноль при $\beta=\frac1\mu$. Там оно равно
    $\frac{Lv}{2\mu^2}$, а при $\beta=\frac2\mu$ — $\frac{2Lv}{3\mu^2}$, на
    треть больше. На двух знаках средний зазор при $\beta=\frac1\mu$ доходит
    примерно до 0,994 от оценки, так что заметно улучшить эту константу нельзя.
    При приближении к $\frac1{2\mu}$ число неограниченно растёт: строка 1 этого
    не замечает, но строке 2 нужно $\beta^2\frac{Lv}2\le(\beta\mu\rho-1)\nu$, а
    при $\beta\mu\rho=1$ для этого не хватит никакого $\nu$.
@exercise control_constant_step Сохраните первый шаг навсегда: $\alpha=0.5$ на
    двух знаках ($L=\mu=s=1$). Примерно во сколько раз зазор превысит оценку для
    $\beta=2$ после 1000 шагов и как это отношение растёт с $k$? Вычислите его,
    а затем возьмите зазор из `descent run two_signs sgd --alpha 0.5`. ::
    Постоянный шаг останавливается на уровне
    $\frac{\alpha s^2}{2(2-\alpha)}=\frac16$. У оценки $\gamma=4$,
    $\rho=\frac32$ и $\nu=1$, так что она равна $\frac1{4+k}$. Зазор превышает
    её в $\frac{4+k}6$ раз, при $k=1000$ примерно в 167 раз, и это отношение
    растёт линейно: никакая другая константа вместо $\nu$ дела не исправит,
    нужны убывающие шаги.
*/
/**
## References

- L. Bottou, F. Curtis, J. Nocedal, *Optimization methods for large-scale
  machine learning*, SIAM Review 60 (2018), theorem 4.7: for strongly convex
  $f$, $\alpha_0\le\frac1L$ and $\beta>\frac1\mu$; this is its proof.
- H. Karimi, J. Nutini, M. Schmidt, *Linear convergence of gradient and
  proximal-gradient methods under the Polyak-Łojasiewicz condition*, ECML-PKDD
  2016: PL in place of strong convexity.
*/
/**ru 1284195019
## Литература

- L. Bottou, F. Curtis, J. Nocedal, *Optimization methods for large-scale
  machine learning*, SIAM Review 60 (2018), теорема 4.7: для сильно выпуклых
  $f$, $\alpha_0\le\frac1L$ и $\beta>\frac1\mu$; здесь её доказательство.
- H. Karimi, J. Nutini, M. Schmidt, *Linear convergence of gradient and
  proximal-gradient methods under the Polyak-Łojasiewicz condition*, ECML-PKDD
  2016: PL вместо сильной выпуклости.
*/
