/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# No constant step converges

The lecture sums up (slide «Summary»):

> SGD с постоянным шагом не сходится даже для PL (сильно выпуклого) случая

A [lower bound](constant_step_does_not_converge.html) for the gap after $k$ steps
needs a step of at most $1/L$, and one that is shorter still where the noise fades.
That SGD does not converge needs no such thing. Let $s^2=\mathbb E\|\nabla
f_i(x^*)\|^2$ be the noise that is left at the minimiser, and let it fade away
from there at most at the rate $\ell$. Then for **every** $\alpha>0$, from any
start, and for every $k$
$$\max\bigl(\mathbb E\,r_k^2,\ \mathbb E\,r_{k+1}^2\bigr)\ge r^2,\qquad r_k=\|x_k-x^*\|,\qquad
  r=\frac{\alpha s}{1+\alpha\ell}. \tag{1}$$
So of any two successive iterates one is away from the minimiser by $r$ or
more in mean square, and if $f(x)-f^*\ge\frac\mu2\|x-x^*\|^2$, one of the two mean
gaps is at least $\frac\mu2r^2$. Nothing is asked of $f$ beside that: it need not be
smooth, nor convex, and $f$ enters (1) by its minimiser alone.

@figure two_steps The larger of two successive mean gaps stays above the floor,
    for steps long and short

## What it needs

- The oracle is unbiased.
- The noise $\xi_i(x)=\nabla f_i(x)-\nabla f(x)$ has $\mathbb
  E\|\xi_i(x)\|^2\ge(s-\ell\|x-x^*\|)^2$ while the bracket is positive, as it has if
  $\xi_i$ is $\ell$-Lipschitz in mean square. Where $s=0$ (1) says nothing, and
  SGD [may converge](interpolation_converges.html).
- The step is constant. How long it is does not matter.
- For gaps: $f$ grows, $f(x)-f^*\ge\frac\mu2\|x-x^*\|^2$ where the method goes.

The bound in C:
*/
/**ru 3297827374
# Никакой постоянный шаг не сходится

Лекция подводит итог (слайд «Summary»):

> SGD с постоянным шагом не сходится даже для PL (сильно выпуклого) случая

[Нижняя оценка](constant_step_does_not_converge.html) зазора после $k$ шагов
требует, чтобы шаг был не больше $1/L$, а там, где шум затухает, ещё короче.
Чтобы SGD не сходился, ничего такого не нужно. Пусть $s^2=\mathbb E\|\nabla
f_i(x^*)\|^2$ — шум, который остаётся в минимуме, и пусть при удалении от
минимума он затухает не быстрее, чем со скоростью $\ell$. Тогда при **каждом**
$\alpha>0$, из любой начальной точки и при каждом $k$
$$\max\bigl(\mathbb E\,r_k^2,\ \mathbb E\,r_{k+1}^2\bigr)\ge r^2,\qquad r_k=\|x_k-x^*\|,\qquad
  r=\frac{\alpha s}{1+\alpha\ell}. \tag{1}$$
Итак, из любых двух соседних точек хотя бы одна удалена от минимума в среднем
квадратичном на $r$ или больше, а если $f(x)-f^*\ge\frac\mu2\|x-x^*\|^2$, то
хотя бы один из двух средних зазоров не меньше $\frac\mu2r^2$. Кроме этого, от
$f$ ничего не требуется: она не обязана быть ни гладкой, ни выпуклой, и в (1)
$f$ входит только через свой минимум.

@figure two_steps Больший из двух соседних средних зазоров остаётся выше шумового
    порога, при шагах коротких и длинных

## Что нужно {#what-it-needs}

- Оракул несмещённый.
- Для шума $\xi_i(x)=\nabla f_i(x)-\nabla f(x)$ верно $\mathbb
  E\|\xi_i(x)\|^2\ge(s-\ell\|x-x^*\|)^2$, пока скобка положительна; так будет,
  если $\xi_i$ является $\ell$-липшицевым в среднем квадратичном. Там, где
  $s=0$, (1) ничего не говорит, и SGD [может
  сходиться](interpolation_converges.html).
- Шаг постоянный. Какой он длины, неважно.
- Для зазоров: $f$ растёт, $f(x)-f^*\ge\frac\mu2\|x-x^*\|^2$ там, где проходит
  метод.

Оценка на языке C:
*/
#include "shared/premises.h"
#include "shared/steps.h"
#include "theorem.h"

/* r^2. */
static double remaining_distance2(const struct constants *c) {
    double root = c->alpha * c->noise_star / (1 + c->alpha * c->fading);
    return root * root;
}

static double bound(const struct constants *c) {
    return c->mu / 2 * remaining_distance2(c);
}

static bool is_constant_step(const struct premises *p) {
    return is_constant(p) && is_positive(p);
}
/* Where no l is certified it is infinite, and where no mu is it is 0: (1) is
 * trivial then. */
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(lasting_noise, "E||xi||^2 >= (s - l||x - x*||)^2",
           "E||xi||^2 >= (s - l||x - x*||)^2", NULL);
HYPOTHESIS(constant_step, "the step is constant, alpha > 0",
           "шаг постоянный, alpha > 0", is_constant_step);
HYPOTHESIS(growing_gap, "f - f* >= mu/2 ||x - x*||^2",
           "f - f* >= mu/2 ||x - x*||^2", NULL);
static const struct hypothesis *const hypotheses[] = {
    unbiased_oracle, lasting_noise, constant_step, growing_gap};

/**
## The bound, for steps short and long

Two successive mean gaps, of which one must reach $\frac\mu2r^2$. The steps go from
short ones to ones with which the iterates fly apart ($\alpha>2/L$). On the last
problem the noise fades as fast as it is said to, from $|x_0|=\frac13$ on; with
$\alpha=\frac1\mu$ (1) is an equality there, at every $k$.
*/
/**ru 2923335578
## Оценка при коротких и длинных шагах

Два соседних средних зазора, хотя бы один из которых должен достичь
$\frac\mu2r^2$. Шаги — от коротких до таких, при которых точки разлетаются
($\alpha>2/L$). В последней задаче шум затухает ровно так быстро, как сказано,
начиная с $|x_0|=\frac13$; при $\alpha=\frac1\mu$ (1) там обращается в
равенство, при каждом $k$.
*/
static const struct setting exact[] = {
    {ridge, &method_sgd, {.alpha = 0.05}, 1, .steps = 1000},
    {ridge, &method_sgd, {.alpha = 0.5}, 1, .steps = 20},
    {least_squares, &method_sgd, {.alpha = 0.05}, 1, .steps = 100},
    {ill_conditioned, &method_sgd, {.alpha = 0.002}, 1, .steps = 3000},
    {ill_conditioned, &method_sgd, {.alpha = 0.021}, 1, .steps = 100},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 10}, 1, .steps = 1000},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 2}, 1, .steps = 100},
    {ehrenfest, &method_sgd, {.alpha = 1}, 1, .steps = 9},
    {two_signs, &method_sgd, {.alpha = 0.3}, 1, .steps = 100},
    {two_signs, &method_sgd, {.alpha = 1}, 1, .steps = 100},
    {two_signs, &method_sgd, {.alpha = 2.5}, 1, .steps = 20},
    {shifted_signs, &method_sgd, {.alpha = 1.5}, 1, .steps = 100},
    {sine_squared, &method_sgd, {.alpha = 0.4}, 1, .steps = 12},
    {fading_signs, &method_sgd, {.alpha = 0.1}, 1, .steps = 16},
    {fading_signs, &method_sgd, {.alpha = 0.5}, 1, .steps = 16},
    {fading_signs, &method_sgd, {.alpha = 0.9}, 1, .steps = 16},
};

/* How a claim reads (1). */
struct reading {
    const struct setting *settings;
    size_t count;
    enum sign sign;
    double times;
    bool one_iterate; /* the latter alone, not the larger of two */
    bool unfading;    /* l = 0 */
    bool steep;       /* L for mu */
};

static double bound_as_read(const struct reading *r, struct constants c) {
    if (r->unfading) c.fading = 0;
    if (r->steep) c.mu = c.L;
    return r->times * bound(&c);
}

/* Of one setting: the larger of the mean gaps at k - 1 and k. */
static void two_successive(struct inquiry *q, const struct reading *r,
                           const struct setting *setting) {
    struct problem *p = setting->problem();
    const struct settings settings = setting->settings;
    struct constants c = constants_of(p, step_size(&settings, 0));
    double limit = bound_as_read(r, c), width = p->f_star_high - p->f_star_low;
    size_t first = q->count, ks[CHECKPOINTS_MAX];
    size_t count = checkpoints_between(setting->first, setting->steps, 8, ks);
    struct series s = {0};
    if (inquiry_assumes(q, p, setting->method, &settings, setting->steps) &&
        inquiry_series(q, setting, &s))
        for (size_t i = 0; i < count; i++) {
            size_t k = ks[i], at = k;
            if (!r->one_iterate && !(s.gap[k] >= s.gap[k - 1])) at = k - 1;
            double error = s.gap_error[at] + width + 8 * DBL_EPSILON * limit;
            inquiry_exact(q, p->id, setting->method->id, k, s.gap[at], error,
                          r->sign, limit);
        }
    inquiry_which(q, first, "alpha = %g", c.alpha);
    series_free(&s);
    problem_free(p);
}

static void hold_to(struct inquiry *q) {
    const struct reading *r = q->with;
    for (size_t i = 0; i < r->count && !inquiry_interrupted(q); i++)
        two_successive(q, r, &r->settings[i]);
}
CLAIM(bound_exact, BOUND,
      COMPUTE(hold_to,
              &(struct reading){ON(exact), .sign = AT_LEAST, .times = 1}),
      "One of two successive mean gaps is at least $\\frac\\mu2r^2$.",
      "Один из двух соседних средних зазоров не меньше $\\frac\\mu2r^2$.");
/**
The lecture's logistic regression, measured. Its noise fades, $\ell\approx0.93$, and so
the other page's $p$ is negative from $\alpha\approx0.3524$ on, while the theorem on
the constant step allows every $\alpha<\frac1{2\mu}=\frac12$. Here these steps are
covered, and ones beyond $\frac1L$.
*/
/**ru 2081533025
Логистическая регрессия из лекции, по измерениям. Её шум затухает,
$\ell\approx0.93$, и потому $p$ с другой страницы отрицательно начиная с
$\alpha\approx0.3524$, тогда как теорема о постоянном шаге допускает любое
$\alpha<\frac1{2\mu}=\frac12$. Здесь охвачены и такие шаги, и шаги больше
$\frac1L$.
*/
static void on_logistic(struct inquiry *q) {
    static const double steps[] = {0.1, 0.36, 0.4, 0.45, 0.499, 1};
    static const size_t ks[] = {1, 2, 9, 10, 19, 20};
    for (size_t i = 0; i < COUNT(steps) && !inquiry_interrupted(q); i++) {
        struct problem *p = logistic();
        struct settings settings = {.alpha = steps[i]};
        struct constants c = constants_of(p, steps[i]);
        struct measurement runs = {.problem = p,
                                   .method = &method_sgd,
                                   .settings = settings,
                                   .runs = 16384,
                                   .stream = i,
                                   .checkpoints = ks,
                                   .count = COUNT(ks)};
        struct moments gap[COUNT(ks)];
        struct interval limits[COUNT(ks)];
        size_t first = q->count;
        if (inquiry_assumes(q, p, &method_sgd, &settings, ks[COUNT(ks) - 1]) &&
            inquiry_gaps(q, &runs, gap, limits))
            for (size_t k = 0; k < COUNT(ks); k += 2) {
                size_t at = gap[k].mean > gap[k + 1].mean ? k : k + 1;
                struct interval both = {
                    larger(limits[k].lower, limits[k + 1].lower),
                    larger(limits[k].upper, limits[k + 1].upper)};
                inquiry_measured(q, p->id, "sgd", ks[k + 1], &gap[at], both,
                                 AT_LEAST, bound(&c));
            }
        inquiry_which(q, first, "alpha = %g", steps[i]);
        problem_free(p);
    }
}
CLAIM(bound_logistic, BOUND, COMPUTE(on_logistic, .limits = 2 * 6 * 6),
      "The same on the logistic regression, for six steps from 0.1 to 1.",
      "То же на логистической регрессии, для шести шагов от 0,1 до 1.");
/**
@figure ratio The larger of two gaps over the bound: 1 means attained

## The proof, line by line

The first two lines are checked at every step of every run of a sample, with
expectations over the next index as full sums.
*/
/**ru 962426310
@figure ratio Отношение большего из двух зазоров к границе: 1 — оценка
    достигнута

## Доказательство строка за строкой

Первые две строки проверены на каждом шаге каждого запуска из выборки, с
математическими ожиданиями по следующему индексу в виде полных сумм.
*/
static const struct setting walks[] = {
    {logistic, &method_sgd, {.alpha = 0.45}, .steps = 40},
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {sine_squared, &method_sgd, {.alpha = 0.4}, .steps = 200},
    {two_signs, &method_sgd, {.alpha = 1}, .steps = 200},
    {shifted_signs, &method_sgd, {.alpha = 1.5}, .steps = 200},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 2}, .steps = 200},
    {fading_signs, &method_sgd, {.alpha = 0.5}, .steps = 200},
};
/**
### Line 1. Only the noise is kept

The step is gradient descent's, plus noise of mean 0, so that the cross term
vanishes. What gradient descent would leave of the distance is a square, and is
dropped:
$$\mathbb E\,r_{k+1}^2=\|x_k-\alpha\nabla f(x_k)-x^*\|^2+\alpha^2\,\mathbb E\|\xi_i(x_k)\|^2
  \ge\alpha^2\,\mathbb E\|\xi_i(x_k)\|^2. \tag{2}$$
With $\alpha=\frac1\mu$ on a parabola that square is 0.
*/
/**ru 2382231440
### Строка 1. Сохраняем один лишь шум

Шаг — это шаг градиентного спуска плюс шум со средним 0, так что перекрёстное
слагаемое исчезает. То, что оставил бы от расстояния градиентный спуск, есть
квадрат, и он отброшен:
$$\mathbb E\,r_{k+1}^2=\|x_k-\alpha\nabla f(x_k)-x^*\|^2+\alpha^2\,\mathbb E\|\xi_i(x_k)\|^2
  \ge\alpha^2\,\mathbb E\|\xi_i(x_k)\|^2. \tag{2}$$
При $\alpha=\frac1\mu$ на параболе этот квадрат равен 0.
*/
static struct relation noise_is_kept(const struct step *s) {
    double a2 = s->alpha * s->alpha;
    real slope2 = square(s, s->gradient);
    return at_least(s->mean_next_distance2, a2 * (s->mean_square - slope2),
                    s->mean_next_distance2 + s->distance2 + square(s, s->x) +
                        a2 * (s->mean_square + slope2));
}
CLAIM(line_1_noise_is_kept, PROOF_LINE, WALK(noise_is_kept, ON(walks)),
      "Inequality (2): a step adds the noise to the distance.",
      "Неравенство (2): шаг прибавляет шум к расстоянию.");
/**
### Line 2. The noise is still there

With $(\cdot)_+$ for the positive part,
$$\mathbb E\|\xi_i(x_k)\|^2\ge(s-\ell r_k)_+^2. \tag{3}$$
*/
/**ru 2790761802
### Строка 2. Шум ещё здесь

Если $(\cdot)_+$ обозначает положительную часть, то
$$\mathbb E\|\xi_i(x_k)\|^2\ge(s-\ell r_k)_+^2. \tag{3}$$
*/
static struct relation noise_remains(const struct step *s) {
    real slope2 = square(s, s->gradient);
    real bracket = real_max(
        s->c->noise_star - s->c->fading * real_sqrt(s->distance2), (real){0});
    return at_least(s->mean_square - slope2, bracket * bracket,
                    s->mean_square + slope2 +
                        2 * s->c->noise_star * s->c->noise_star);
}
CLAIM(line_2_noise_remains, PROOF_LINE, WALK(noise_remains, ON(walks)),
      "Inequality (3): the noise fades at most at the rate $\\ell$.",
      "Неравенство (3): шум затухает не быстрее, чем со скоростью $\\ell$.");
/**
### Line 3. Full expectations

$t\mapsto(s-\ell\sqrt t)_+^2$ is convex, so by Jensen's inequality (2) and (3) make
$$\mathbb E\,r_{k+1}^2\ge\alpha^2\bigl(s-\ell\sqrt{\mathbb E\,r_k^2}\bigr)_+^2. \tag{4}$$
This is checked for parabolas, where $\mathbb E\,r_k^2=\frac2\mu\,\mathbb
E[f(x_k)-f^*]$.
*/
/**ru 3061692672
### Строка 3. Полные математические ожидания

Функция $t\mapsto(s-\ell\sqrt t)_+^2$ выпукла, поэтому по неравенству Йенсена
(2) и (3) дают
$$\mathbb E\,r_{k+1}^2\ge\alpha^2\bigl(s-\ell\sqrt{\mathbb E\,r_k^2}\bigr)_+^2. \tag{4}$$
Это проверено для парабол, где $\mathbb E\,r_k^2=\frac2\mu\,\mathbb
E[f(x_k)-f^*]$.
*/
static const struct setting one_dimension[] = {
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 10}, .steps = 100},
    {ehrenfest, &method_sgd, {.alpha = 1}, .steps = 100},
    {two_signs, &method_sgd, {.alpha = 1}, .steps = 100},
    {two_signs, &method_sgd, {.alpha = 2.5}, .steps = 20},
    {fading_signs, &method_sgd, {.alpha = 0.1}, .steps = 16},
    {fading_signs, &method_sgd, {.alpha = 0.5}, .steps = 16},
    {fading_signs, &method_sgd, {.alpha = 0.9}, .steps = 16},
};

static void jensen(struct inquiry *q) {
    const struct reading *read = q->with;
    for (size_t i = 0; i < read->count && !q->trouble; i++) {
        const struct setting *setting = &read->settings[i];
        struct problem *p = setting->problem();
        struct constants c = constants_of(p, setting->settings.alpha);
        struct series s = {0};
        if (inquiry_assumes(q, p, &method_sgd, &setting->settings,
                            setting->steps) &&
            inquiry_series(q, setting, &s))
            for (size_t k = 0; k < setting->steps; k++) {
                double r = sqrt(2 / p->mu * s.gap[k]);
                double kept = c.alpha * larger(c.noise_star - c.fading * r, 0);
                double error = s.gap_error[k] + s.gap_error[k + 1];
                error += 16 * DBL_EPSILON * (s.gap[k] + s.gap[k + 1] + 1);
                inquiry_exact(q, p->id, "sgd", k + 1, 2 / p->mu * s.gap[k + 1],
                              4 / p->mu * error, read->sign, kept * kept);
            }
        inquiry_which(q, q->count - (s.gap ? setting->steps : 0), "alpha = %g",
                      c.alpha);
        series_free(&s);
        problem_free(p);
    }
}
CLAIM(line_3_jensen, PROOF_LINE,
      COMPUTE(jensen, &(struct reading){ON(one_dimension), .sign = AT_LEAST}),
      "Inequality (4) for full expectations.",
      "Неравенство (4) для полных математических ожиданий.");
/**
### Line 4. Near or far, but not twice near

$r=\frac{\alpha s}{1+\alpha\ell}$ solves $r=\alpha(s-\ell r)$. If
$\mathbb E\,r_k^2<r^2$, the right side of (4) exceeds $\alpha^2(s-\ell r)^2=r^2$, and
so does $\mathbb E\,r_{k+1}^2$. This is (1), and with the growth of $f$ it is the
claim on gaps. $\blacksquare$

## How sharp it is

On the fading signs with $\alpha=\frac1\mu$ a step leads from $x$ to
$\mp\alpha(s-\ell|x|)$. From $|x_0|=r$ it never leaves $|x|=r$, and (1) is
an equality at every $k$: neither $\ell$ nor $\alpha$ nor $s$ could stand otherwise.
So it is, with $\ell=0$, on the two signs.
*/
/**ru 2332199650
### Строка 4. Близко или далеко, но не дважды близко

$r=\frac{\alpha s}{1+\alpha\ell}$ есть решение уравнения $r=\alpha(s-\ell r)$.
Если $\mathbb E\,r_k^2<r^2$, то правая часть (4) больше $\alpha^2(s-\ell
r)^2=r^2$, а с ней и $\mathbb E\,r_{k+1}^2$. Это (1), а вместе с ростом $f$ —
утверждение о зазорах. $\blacksquare$

## Насколько оценка точна {#how-sharp-it-is}

На затухающих знаках при $\alpha=\frac1\mu$ шаг ведёт из $x$ в
$\mp\alpha(s-\ell|x|)$. Траектория из $|x_0|=r$ никогда не покидает $|x|=r$, и
(1) — равенство при каждом $k$: ни $\ell$, ни $\alpha$, ни $s$ не могли бы
стоять здесь иначе. То же верно, с $\ell=0$, на двух знаках.
*/
static const struct setting attained[] = {
    {fading_signs, &method_sgd, {.alpha = 0.5}, 1, .steps = 16},
    {two_signs, &method_sgd, {.alpha = 1}, 1, .steps = 100},
};
CLAIM(sharp_attained, IDENTITY,
      COMPUTE(hold_to,
              &(struct reading){ON(attained), .sign = EQUAL, .times = 1}),
      "On both the larger of two successive gaps is $\\frac\\mu2r^2$.",
      "На обеих задачах больший из двух соседних зазоров равен "
      "$\\frac\\mu2r^2$.");
static struct relation noise_is_all(const struct step *s) {
    return as_equality(noise_is_kept(s));
}
static struct relation noise_is_that(const struct step *s) {
    return as_equality(noise_remains(s));
}
CLAIM(sharp_line_1, SHARPNESS, WALK(noise_is_all, ON(attained)),
      "There (2) is an equality,", "Там (2) — равенство,");
CLAIM(sharp_line_2, SHARPNESS, WALK(noise_is_that, ON(attained)), "so is (3),",
      "(3) тоже,");
CLAIM(sharp_line_3, SHARPNESS,
      COMPUTE(jensen, &(struct reading){ON(attained), .sign = EQUAL}),
      "and so is (4).", "и (4) тоже.");
CLAIM(sharp_fails_at_1_05, CONTROL,
      COMPUTE(hold_to,
              &(struct reading){ON(attained), .sign = AT_LEAST, .times = 1.05}),
      "1.05 of it is beaten.", "Оценка, умноженная на 1,05, нарушена.");
/**
Two successive iterates are needed. On Ehrenfest's urn with $\alpha=\frac1\mu$,
from $x_0=\frac\sigma\mu$, every other iterate *is* the minimiser:
*/
/**ru 3913820974
Две соседние точки нужны. На урне Эренфестов при $\alpha=\frac1\mu$, от
$x_0=\frac\sigma\mu$, каждая вторая точка *и есть* минимум:
*/
static const struct setting to_and_fro[] = {
    {ehrenfest, &method_sgd, {.alpha = 1}, 1, .steps = 9},
};
CLAIM(control_one_iterate, CONTROL,
      COMPUTE(hold_to, &(struct reading){ON(to_and_fro), .sign = AT_LEAST,
                                         .times = 1, .one_iterate = true}),
      "Each single gap would be at least $\\frac\\mu2r^2$.",
      "Каждый отдельный зазор был бы не меньше $\\frac\\mu2r^2$.");
/**
## What breaks

**A biased oracle.** One that always answers $\mu x+b$ has $s=b$ and $\ell=0$, by
the letter of $\mathbb E\|\nabla f_i(x)-\nabla f(x)\|^2$. It comes to rest at
$|x|=b/\mu$, which is nearer than $\alpha b$ if $\alpha>\frac1\mu$.
*/
/**ru 3148670918
## Что ломается {#what-breaks}

**Смещённый оракул.** У того, который всегда отвечает $\mu x+b$, буквально по
определению $\mathbb E\|\nabla f_i(x)-\nabla f(x)\|^2$ получается $s=b$ и
$\ell=0$. Метод останавливается в $|x|=b/\mu$, а это ближе, чем $\alpha b$, если
$\alpha>\frac1\mu$.
*/
static const struct setting biased[] = {
    {biased_parabola, &method_sgd, {.alpha = 1.5}, 2, .steps = 100},
};
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle,
            COMPUTE(hold_to, &(struct reading){ON(biased), .sign = AT_LEAST,
                                               .times = 1, .unfading = true})),
      "With an error that is not noise two successive gaps are smaller.",
      "При ошибке, которая не есть шум, два соседних зазора меньше.");
/**
**Noise that fades, taken for noise that stays.**
*/
/**ru 1829752196
**Затухающий шум, принятый за незатухающий.**
*/
CLAIM(control_no_fading, CONTROL,
      DROPS(lasting_noise,
            COMPUTE(hold_to,
                    &(struct reading){ONE(attained, 0), .sign = AT_LEAST,
                                      .times = 1, .unfading = true})),
      "With $\\ell=0$ the bound asks too much of the fading signs.",
      "При $\\ell=0$ оценка требует от затухающих знаков слишком многого.");
/**
**Steps that become shorter.** Then SGD does converge.
*/
/**ru 865688574
**Шаги, которые становятся короче.** Тогда SGD сходится.
*/
static const struct setting decreasing[] = {
    {two_signs,
     &method_sgd,
     {.alpha = 0.3, .schedule = schedule_root},
     100,
     .steps = 1000},
};
CLAIM(
    control_decreasing_step, CONTROL,
    DROPS(constant_step,
          COMPUTE(hold_to, &(struct reading){ON(decreasing), .sign = AT_LEAST,
                                             .times = 1})),
    "With $\\alpha_k=0.3/\\sqrt{k+1}$ the floor of $0.3$ is left behind.",
    "При $\\alpha_k=0.3/\\sqrt{k+1}$ шумовой порог для $0.3$ остаётся позади.");
/**
**Growth overstated.** Much of the distance may lie in directions along which $f$
is flat. On the ill-conditioned quadratic $\frac L2r^2$ is too much.
*/
/**ru 2511902139
**Преувеличенный рост.** Большая часть расстояния может приходиться на
направления, вдоль которых $f$ полога. На плохо обусловленной квадратичной
функции $\frac L2r^2$ — слишком много.
*/
static const struct setting flat[] = {
    {ill_conditioned, &method_sgd, {.alpha = 0.01}, 1000, .steps = 1000},
};
CLAIM(control_growth_overstated, CONTROL,
      DROPS(growing_gap,
            COMPUTE(hold_to, &(struct reading){ON(flat), .sign = AT_LEAST,
                                               .times = 1, .steep = true})),
      "With $L$ in place of $\\mu$ the bound is beaten.",
      "Если вместо $\\mu$ взять $L$, оценка нарушена.");

static const struct claim *const claims[] = {bound_exact,
                                             bound_logistic,
                                             line_1_noise_is_kept,
                                             line_2_noise_remains,
                                             line_3_jensen,
                                             sharp_attained,
                                             sharp_line_1,
                                             sharp_line_2,
                                             sharp_line_3,
                                             sharp_fails_at_1_05,
                                             control_one_iterate,
                                             control_biased_oracle,
                                             control_no_fading,
                                             control_decreasing_step,
                                             control_growth_overstated};

static const struct drawing drawings[] = {
    {.name = "two_steps",
     .title = {"Of two successive gaps the larger stays above the floor",
               "Больший из двух соседних зазоров остаётся выше порога"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"},
     .bounds = true,
     .curves = {{.claim = "bound_logistic",
                 .group = 0,
                 .name = {"logistic regression, α = 0.1",
                          "логистическая регрессия, α = 0.1"}},
                {.claim = "bound_logistic",
                 .group = 4,
                 .name = {"logistic regression, α = 0.499",
                          "логистическая регрессия, α = 0.499"}},
                {.claim = "bound_exact",
                 .group = 0,
                 .name = {"ridge, α = 0.05", "гребневая регрессия, α = 0.05"}},
                {.claim = "bound_exact",
                 .group = 14,
                 .name = {"two signs that fade, α = 1/μ",
                          "затухающие знаки, α = 1/μ"}}}},
};

const struct theorem theorem_any_constant_step = {
    .id = "any_constant_step",
    .title = {"No constant step converges",
              "Никакой постоянный шаг не сходится"},
    .source = "Summary",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise bound_exact On two signs ($\mu=s=1$, $\ell=0$) start from $x^*$ with
    $\alpha=0.3$. At which $k$ is (1) an equality, and how many times above it
    does the gap come to rest? Derive the factor, and check with
    `descent run two_signs sgd --alpha 0.3`. :: At $k=0$: the first step leads
    to $\mp\alpha s$, where the gap is $\frac\mu2r^2=0.045$: at $x^*$ gradient
    descent leaves no distance for line 1 to drop. Later on it leaves
    $(1-\alpha\mu)^2\,\mathbb E\,r_k^2$, and the fixed point is
    $\frac1{\alpha\mu(2-\alpha\mu)}$ times the bound, nearly twice: about 0.088.
    The factor is 1 for $\alpha=\frac1\mu$ alone, when a step leaves nothing of
    the old point.
@exercise control_biased_oracle `descent run biased_parabola sgd --alpha 1.5`
    comes to rest at a gap of 0.125, where (1) with $\mu=1$, $s=b=\frac12$ and
    $\ell=0$ asks for 0.28. Put the point of rest, $x=-b$, into both sides of
    (2), and find what is missing there. :: The step leads from $-b$ to itself,
    so the left side is $b^2$. On the right, gradient descent leaves
    $\frac14b^2$ and the error adds $\frac94b^2$, which is too much by
    $\frac32b^2$. Missing is the cross term
    $-2\alpha\langle x-\alpha\nabla f(x)-x^*,\mathbb E\,\xi\rangle=-\frac32b^2$:
    it vanishes for noise of mean 0, and this error has the mean $b$.
@exercise control_decreasing_step With $\alpha_k=0.3/\sqrt{k+1}$ the gap sinks
    far below the floor for 0.3. Does any line of the proof fail for these
    steps? Predict the gap after 1000 of them, and compare with
    `descent run two_signs sgd --alpha 0.3 --schedule root`. :: No line does:
    (4) holds for each step with its own $\alpha_k$, and what it forbids is to
    come nearer than a distance $\alpha_ks$ that itself shrinks. What fails is
    to read it with $\alpha_0$. As the steps change slowly, the gap is nearly
    that of a constant step of the present length, for $\mu=s=1$ about
    $\frac{\alpha_k}4$; with $\alpha_k$ of about 0.0095 that makes about 0.0024.
    The run shows about 0.0025, where the floor for 0.3 was 0.045.
*/
/**ru 763799676
## Упражнения

@exercise bound_exact В задаче о двух знаках ($\mu=s=1$, $\ell=0$) начните с
    $x^*$ при $\alpha=0.3$. При каком $k$ в (1) равенство и во сколько раз выше
    окажется зазор в конце концов? Выведите множитель и проверьте:
    `descent run two_signs sgd --alpha 0.3`. :: При $k=0$: первый шаг ведёт в
    $\mp\alpha s$, где зазор равен $\frac\mu2r^2=0.045$: в $x^*$ градиентный
    спуск не оставляет расстояния, которое могла бы отбросить строка 1. Потом он
    оставляет $(1-\alpha\mu)^2\,\mathbb E\,r_k^2$, и неподвижная точка в
    $\frac1{\alpha\mu(2-\alpha\mu)}$ раз больше оценки, почти вдвое: около
    0,088. Множитель равен 1 только при $\alpha=\frac1\mu$, когда шаг ничего не
    оставляет от прежней точки.
@exercise control_biased_oracle Запуск
    `descent run biased_parabola sgd --alpha 1.5` приходит к зазору 0,125, хотя
    (1) с $\mu=1$, $s=b=\frac12$ и $\ell=0$ требует 0,28. Подставьте точку покоя
    $x=-b$ в обе части (2) и найдите, чего там недостаёт. :: Шаг ведёт из $-b$ в
    неё же, так что левая часть равна $b^2$. Справа градиентный спуск оставляет
    $\frac14b^2$, а ошибка добавляет $\frac94b^2$, и это больше на $\frac32b^2$.
    Недостаёт перекрёстного слагаемого
    $-2\alpha\langle x-\alpha\nabla f(x)-x^*,\mathbb E\,\xi\rangle=-\frac32b^2$:
    для шума со средним 0 оно исчезает, а у этой ошибки среднее $b$.
@exercise control_decreasing_step При $\alpha_k=0.3/\sqrt{k+1}$ зазор опускается
    намного ниже шумового порога для 0,3. Нарушается ли для таких шагов хоть
    одна строка доказательства? Предскажите зазор после 1000 шагов и сравните с
    `descent run two_signs sgd --alpha 0.3 --schedule root`. :: Ни одна: (4)
    верно для каждого шага с его собственным $\alpha_k$, и запрещает оно подойти
    ближе чем на расстояние $\alpha_ks$, которое само уменьшается. Неверно лишь
    читать его с $\alpha_0$. Шаги меняются медленно, поэтому зазор почти такой
    же, как при постоянном шаге той же длины, для $\mu=s=1$ — около
    $\frac{\alpha_k}4$; при $\alpha_k$ около 0,0095 получается около 0,0024.
    Запуск показывает около 0,0025, а порог для 0,3 был 0,045.
*/
/**
## References

- G. Pflug, *Stochastic minimization with constant step-size: asymptotic laws*,
  SIAM Journal on Control and Optimization 24 (1986): where SGD with a constant
  step comes to rest.
*/
/**ru 171426504
## Литература

- G. Pflug, *Stochastic minimization with constant step-size: asymptotic laws*,
  SIAM Journal on Control and Optimization 24 (1986): где останавливается SGD с
  постоянным шагом.
*/
