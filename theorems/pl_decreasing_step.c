/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# SGD with a decreasing step under the PL condition

The lecture states (slides «Сходимость. Гладкий PL-случай.»):

> Пусть $f$ — $L$-гладкая функция, удовлетворяющая условию Поляка-Лоясиевича
> (PL) с константой $\mu>0$, а дисперсия стохастического градиента ограничена:
> $\mathbb E[\|\nabla f_i(x_k)\|^2]\le\sigma^2$. Тогда стохастический
> градиентный спуск с убывающим шагом $\alpha_k=\frac{2k+1}{2\mu(k+1)^2}$
> гарантирует
> $$\mathbb E[f(x_k)-f^*]\le\frac{L\sigma^2}{2\mu^2k}.$$

In words: let the step fall like $\frac1{\mu k}$, along a schedule chosen so
that the recursion of the [constant step](pl_constant_step.html) telescopes.
There is no floor: the expected gap goes to 0 at least as fast as $1/k$. And
there is no transient: what the start costs is hidden in $\sigma^2$, and [it can
be a lot](#when-the-bound-says-anything).

@figure steady_noise Steady noise: the expectation tends to the bound

## What it needs

- $f$ is $L$-smooth, and PL: $\|\nabla f(x)\|^2\ge2\mu\,(f(x)-f^*)$.
- An unbiased oracle: $\mathbb E[\nabla f_{i_k}(x_k)\mid x_k]=\nabla f(x_k)$.
- $\mathbb E\|\nabla f_i(x_k)\|^2\le\sigma^2$ at the points that the method
  visits: the second moment, which the lecture calls a variance. As with the
  constant step, $\sigma^2$ is the supremum over $k$ along the path. (With a
  constant step below $\frac2L$ the
  [variance](pl_constant_step_variance.html) is enough. Here the first step may be
  longer than that.)
- The step is just this $\alpha_k$, with this $\mu$. It starts at
  $\alpha_0=\frac1{2\mu}$, whatever $L$ is.
- $k\ge1$. At $k=0$ the bound is infinite.
*/
/**ru 2496343144
# SGD с убывающим шагом при условии PL

Лекция утверждает (слайды «Сходимость. Гладкий PL-случай.»):

> Пусть $f$ — $L$-гладкая функция, удовлетворяющая условию Поляка-Лоясиевича
> (PL) с константой $\mu>0$, а дисперсия стохастического градиента ограничена:
> $\mathbb E[\|\nabla f_i(x_k)\|^2]\le\sigma^2$. Тогда стохастический
> градиентный спуск с убывающим шагом $\alpha_k=\frac{2k+1}{2\mu(k+1)^2}$
> гарантирует
> $$\mathbb E[f(x_k)-f^*]\le\frac{L\sigma^2}{2\mu^2k}.$$

Словами: пусть шаг убывает как $\frac1{\mu k}$, причём расписание шагов выбрано
так, что рекуррентное неравенство для [постоянного шага](pl_constant_step.html)
превращается в телескопическую сумму. Шумового порога нет: средний зазор стремится к
нулю не медленнее, чем $1/k$. Нет и переходного члена: цена начальной точки
спрятана в $\sigma^2$, и [она может оказаться
большой](#when-the-bound-says-anything).

@figure steady_noise Ровный шум: математическое ожидание стремится к границе

## Что нужно {#what-it-needs}

- $f$ является $L$-гладкой и удовлетворяет условию PL: $\|\nabla
  f(x)\|^2\ge2\mu\,(f(x)-f^*)$.
- Оракул несмещённый: $\mathbb E[\nabla f_{i_k}(x_k)\mid x_k]=\nabla f(x_k)$.
- $\mathbb E\|\nabla f_i(x_k)\|^2\le\sigma^2$ в точках, через которые проходит
  метод: это второй момент, который лекция называет дисперсией. Как и при
  постоянном шаге, $\sigma^2$ есть супремум по $k$ вдоль траектории. (При
  постоянном шаге, меньшем $\frac2L$, достаточно
  [дисперсии](pl_constant_step_variance.html). Здесь первый шаг может быть
  длиннее.)
- Шаг — именно это $\alpha_k$, с этим же $\mu$. Он начинается с
  $\alpha_0=\frac1{2\mu}$, каким бы ни было $L$.
- $k\ge1$. При $k=0$ оценка бесконечна.
*/
#include "shared/premises.h"
#include "shared/steps.h"
#include "theorem.h"

static double bound(const struct constants *c, size_t k) {
    return c->L * c->sigma2 / (2 * c->mu * c->mu * (double)k);
}

/* At some k, small and large. */
static bool has_this_step(const struct premises *p) {
    double mu = p->constants->mu;
    static const size_t at[] = {0, 1, 2, 10, 1000};
    for (size_t i = 0; i < COUNT(at) && mu > 0; i++) {
        double next = (double)at[i] + 1,
               alpha = (2 * next - 1) / (2 * mu * next * next);
        if (fabs(step_size(p->settings, at[i]) / alpha - 1) > 1e-9)
            return false;
    }
    return true;
}
HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", is_smooth);
HYPOTHESIS(pl_condition, "f satisfies the PL condition with mu > 0",
           "f удовлетворяет условию PL с mu > 0", is_pl);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(bounded_moment, "E||grad f_i(x_k)||^2 <= sigma^2",
           "E||grad f_i(x_k)||^2 <= sigma^2", NULL);
HYPOTHESIS(this_step, "alpha_k = (2k + 1)/(2 mu (k + 1)^2)",
           "alpha_k = (2k + 1)/(2 mu (k + 1)^2)", has_this_step);
static const struct hypothesis *const hypotheses[] = {
    smooth_function, pl_condition, unbiased_oracle, bounded_moment, this_step};

/**
## The bound on six problems

Iterations are spaced evenly in $\log k$. Where the recursion of second moments
gives the expectation, they go up to $10^4$. Two signs come as near to the bound
as [four fifths](#how-sharp-it-is).
*/
/**ru 1142124065
## Оценка на шести задачах

Контрольные итерации расставлены равномерно по $\log k$. Там, где математическое
ожидание даёт рекурсия вторых моментов, они доходят до $10^4$. На двух знаках
величина доходит до [четырёх пятых](#how-sharp-it-is) границы.
*/
enum { STEPS = 10000, TWO_SIGNS = 2 };
static const struct setting exact[] = {
    {ridge, &method_sgd, {.schedule = schedule_pl}, 1, .steps = STEPS},
    {least_squares, &method_sgd, {.schedule = schedule_pl}, 1, .steps = STEPS},
    {two_signs, &method_sgd, {.schedule = schedule_pl}, 1, .steps = STEPS},
};
CLAIM(bound_exact, BOUND, LOOSE(0.8, MEAN(bound, ON(exact))),
      "The bound on ridge regression, least squares and two signs.",
      "Оценка на гребневой регрессии, МНК и двух знаках.");
/**
**The logistic regression** must be sampled. An interval cannot be narrower than
its certified range over the number of runs, while the bound falls like $1/k$:
every tenfold $k$ asks for ten times the runs, each ten times as long. The full
sums at a checkpoint cost more than the steps between, so there are few of them.
*/
/**ru 2990782303
**Логистическую регрессию** приходится оценивать по выборке запусков.
Доверительный интервал не бывает короче, чем гарантированный размах, делённый на
число запусков, а граница убывает как $1/k$: каждое удесятерение $k$ требует
вдесятеро больше запусков, и каждый из них вдесятеро длиннее. Полные суммы в
контрольной итерации стоят дороже, чем шаги между соседними, поэтому контрольных
итераций мало.
*/
static const size_t few[] = {1, 4, 18, 75, 300};

static void sample_logistic(struct inquiry *q) {
    struct problem *p = logistic();
    struct measurement w = {.problem = p,
                            .method = &method_sgd,
                            .settings = {.schedule = schedule_pl, .mu = p->mu},
                            .runs = 3 << 16,
                            .checkpoints = few,
                            .count = COUNT(few)};
    inquiry_bound(q, &w, bound);
    problem_free(p);
}
CLAIM(bound_logistic, BOUND, COMPUTE(sample_logistic, .limits = 3 * COUNT(few)),
      "The bound on the logistic regression, up to $k=300$.",
      "Оценка на логистической регрессии, до $k=300$.");
/**
**$x^2+3\sin^2x$** has $\mu=0.1755$, so that $\alpha_0\approx2.85$. As long as
$\alpha_k>1$ every step expands, and no run is back before $k\approx10$: no
useful range can be certified, so there is no interval. But all of it can be
enclosed. For the first 12 steps the expectation is the sum over all $2^{12}$
paths. From there on let $r_k=\sqrt{\mathbb E x_k^2}$. As
$x_{k+1}=(1-2\alpha_k)x_k-\alpha_k(3\sin2x_k\pm s)$, by Minkowski
$$|1-2\alpha_k|\,r_k-\alpha_k(3+s)\le r_{k+1}\le|1-2\alpha_k|\,r_k+\alpha_k(3+s), \tag{1}$$
and $x^2\le f(x)\le x^2+3$. While the iterates are huge this pins the
expectation down to many digits; once they are back the upper end remains,
$\mathbb E f(x_k)\le7$ and a little. $\sigma^2$ is taken from the lower end,
$\mathbb E g^2\ge(2r_k-3)^2+s^2$. The bound holds because the excursion pays:
$\sigma^2\approx5\cdot10^4$. Rounding errors are carried along the paths: a step
enlarges the error of $x_k$ by $1+L\alpha_k$ at most, and rounds numbers no
larger than the envelope $m_{k+1}=|1-2\alpha_k|m_k+\alpha_k(3+s)$.
*/
/**ru 4136778119
У функции **$x^2+3\sin^2x$** константа $\mu=0.1755$, так что
$\alpha_0\approx2.85$. Пока $\alpha_k>1$, каждый шаг растягивает, и ни один
запуск не возвращается раньше $k\approx10$: полезного размаха гарантировать
нельзя, и потому нет доверительного интервала. Зато всё можно заключить в
границы. Для первых 12 шагов математическое ожидание есть сумма по всем $2^{12}$
траекториям. Далее пусть $r_k=\sqrt{\mathbb E x_k^2}$. Поскольку
$x_{k+1}=(1-2\alpha_k)x_k-\alpha_k(3\sin2x_k\pm s)$, по неравенству Минковского
$$|1-2\alpha_k|\,r_k-\alpha_k(3+s)\le r_{k+1}\le|1-2\alpha_k|\,r_k+\alpha_k(3+s), \tag{1}$$
и $x^2\le f(x)\le x^2+3$. Пока точки так далеки, это определяет математическое
ожидание со многими верными знаками; когда они вернулись, остаётся верхняя
граница, $\mathbb E f(x_k)\le7$ с небольшим избытком. $\sigma^2$ берётся по
нижней границе, $\mathbb E g^2\ge(2r_k-3)^2+s^2$. Оценка верна, потому что
дальний уход окупается: из-за него $\sigma^2\approx5\cdot10^4$. Ошибки
округления прослежены вдоль траекторий: шаг увеличивает ошибку в $x_k$ не более
чем в $1+L\alpha_k$ раз и округляет числа, не превосходящие огибающей
$m_{k+1}=|1-2\alpha_k|m_k+\alpha_k(3+s)$.
*/
enum { PATH_STEPS = 12 };
static const struct settings falling = {.schedule = schedule_pl};

static double up(double a) {
    return a + 4 * DBL_EPSILON * fabs(a);
}
static double down(double a) {
    return a - 4 * DBL_EPSILON * fabs(a);
}

static void compare_sine_squared(struct inquiry *q, const struct course *c) {
    const struct problem *p = c->problem;
    const struct series *s = &c->series;
    double *most = allocate(STEPS + 1, sizeof *most), sigma2 = 0, error = 0;
    /* |x_k| <= reach, and the computed one is `off` at most. */
    double reach = fabs(p->x_0[0]), off = 0;
    for (size_t k = 0; k <= PATH_STEPS; k++) {
        double alpha = step_size(&c->settings, k),
               slope = 2 * reach + 3 + p->noise;
        error = s->gap_error[k] + slope * off + p->L / 2 * off * off;
        most[k] = s->gap[k] + error;
        sigma2 = larger(sigma2, s->moment[k] - s->moment_error[k] -
                                    (2 * slope + p->L * off) * p->L * off);
        off = (1 + p->L * alpha) * off +
              8 * DBL_EPSILON * (reach + alpha * slope);
        reach = fabs(1 - 2 * alpha) * reach + alpha * (3 + p->noise);
    }
    double low = sqrt(larger(down(s->gap[PATH_STEPS] - error - 3), 0));
    double high = sqrt(up(most[PATH_STEPS]));
    for (size_t k = PATH_STEPS; k < STEPS; k++) {
        double alpha = step_size(&c->settings, k), factor = fabs(1 - 2 * alpha),
               push = alpha * (3 + p->noise);
        double slope = down(2 * low - 3);
        if (slope > 0)
            sigma2 = larger(sigma2, down(slope * slope + p->noise * p->noise));
        low = larger(down(down(factor * low) - up(push)), 0);
        high = up(up(factor * high) + up(push));
        most[k + 1] = up(high * high + 3);
    }
    struct constants constants = c->constants;
    constants.sigma2 = sigma2;
    size_t at[CHECKPOINTS_MAX], count = checkpoints_between(1, STEPS, 8, at);
    for (size_t i = 0; i < count; i++)
        inquiry_exact(q, "sine_squared", "sgd", at[i], most[at[i]], 0, AT_MOST,
                      bound(&constants, at[i]));
    free(most);
}

static void enclose_sine_squared(struct inquiry *q) {
    struct course c =
        course_of(q, sine_squared(), &method_sgd, falling, PATH_STEPS, NULL);
    if (!q->trouble &&
        inquiry_assumes(q, c.problem, &method_sgd, &c.settings, PATH_STEPS))
        compare_sine_squared(q, &c);
    course_free(&c);
}
CLAIM(
    bound_sine_squared, BOUND, LOOSE(0.00964, COMPUTE(enclose_sine_squared)),
    "The bound on $x^2+3\\sin^2x$: all paths, then the upper end of (1).",
    "Оценка на $x^2+3\\sin^2x$: все траектории, затем верхняя граница из (1).");
/**
**$x^2+1.2\sin^2x$** is not convex either, and has $\mu=0.9368$: $\alpha_0=0.53$
makes no excursion, and the sum over all paths shows the bound at work.
*/
/**ru 1800977445
Функция **$x^2+1.2\sin^2x$** тоже не выпукла, но $\mu=0.9368$: при
$\alpha_0=0.53$ нет дальнего ухода, и сумма по всем траекториям показывает
оценку в деле.
*/
CLAIM(bound_sine_squared_mild, BOUND,
      LOOSE(0.01256, MEAN(bound, AT(sine_squared_mild, &method_sgd,
                                    {.schedule = schedule_pl}, 1, .steps = 16,
                                    .by = &all_paths))),
      "The bound on $x^2+1.2\\sin^2x$ over all paths.",
      "Оценка на $x^2+1.2\\sin^2x$ по всем траекториям.");
/**
**Steady noise** is a parabola with an oracle whose second moment is $\sigma^2$
wherever a run can be. So $x_k^2$ obeys a recursion, given $x_k$:
$$\mathbb E\,f(x_{k+1})=(1-2\alpha_k\mu)\,f(x_k)+\tfrac{\mu}{2}\alpha_k^2\sigma^2, \tag{2}$$
for $\mathbb E(x-\alpha g)^2=x^2-2\alpha x\,\mathbb Eg+\alpha^2\,\mathbb Eg^2$.
Its two coefficients are not taken from (2) but read off the oracle, step by
step (`steady_oracle`). The recursion is linear: it holds for expectations too.
*/
/**ru 1177536240
**Ровный шум** — это парабола с оракулом, второй момент которого равен
$\sigma^2$ всюду, куда может попасть запуск. Поэтому для $x_k^2$ при данном
$x_k$ верно рекуррентное соотношение
$$\mathbb E\,f(x_{k+1})=(1-2\alpha_k\mu)\,f(x_k)+\tfrac{\mu}{2}\alpha_k^2\sigma^2, \tag{2}$$
так как $\mathbb E(x-\alpha g)^2=x^2-2\alpha x\,\mathbb Eg+\alpha^2\,\mathbb
Eg^2$. Два его коэффициента не взяты из (2), а прочитаны у оракула, шаг за шагом
(`steady_oracle`). Соотношение линейно, так что верно и для математических
ожиданий.
*/
static const struct setting steady[] = {
    {steady_noise,
     &method_sgd,
     {.schedule = schedule_pl},
     1,
     .steps = STEPS,
     .by = &steady_oracle},
};
CLAIM(bound_steady_noise, BOUND, MEAN(bound, ON(steady)),
      "The bound on steady noise, by (2) as read off the oracle.",
      "Оценка на ровном шуме, по (2), прочитанному у оракула.");
/**
@figure two_signs Two components of opposite sign
@figure ridge Ridge regression
@figure least_squares Least squares of deficient rank
@figure logistic The lecture's logistic regression
@figure sine_squared A function that is not convex: the first steps expand, and
    the bound is far above; from $k\approx10$ on the curve is the upper end, 7

## The proof, line by line

The lecture begins where the proof for the [constant
step](pl_constant_step.html) has its line 6. Nothing there needed a step that
stays the same: the lines that speak of $\alpha$ are checked again, with
$\alpha_k$, in the same way on all six problems. For $\sigma^2$ they take the
certified supremum of $\mathbb E_i\|\nabla f_i\|^2$ where a range of all runs is
certified (logistic regression, two signs, steady noise), and elsewhere the
largest one that the run itself has met: a line that holds with the smaller
number holds with every larger one.
*/
/**ru 4256886326
@figure two_signs Два слагаемых противоположных знаков
@figure ridge Гребневая регрессия
@figure least_squares МНК неполного ранга
@figure logistic Логистическая регрессия из лекции
@figure sine_squared Невыпуклая функция: первые шаги растягивают, и граница
    далеко вверху; начиная с $k\approx10$ кривая — это верхний конец, 7

## Доказательство строка за строкой

Лекция начинает там, где в доказательстве для [постоянного
шага](pl_constant_step.html) стоит строка 6. Ничто до неё не требовало, чтобы
шаг не менялся: строки, в которых есть $\alpha$, проверены заново, с $\alpha_k$,
тем же способом на всех шести задачах. За $\sigma^2$ они принимают
гарантированный супремум $\mathbb E_i\|\nabla f_i\|^2$ там, где гарантирован
размах всех запусков (логистическая регрессия, два знака, ровный шум), а в
остальных случаях — наибольшее значение, встреченное самим запуском: строка,
верная с меньшим числом, верна и с любым числом больше него.
*/
static const struct setting walks[] = {
    {sine_squared, &method_sgd, {.schedule = schedule_pl}, .steps = 500},
    {logistic, &method_sgd, {.schedule = schedule_pl}, .steps = 30},
    {ridge, &method_sgd, {.schedule = schedule_pl}, .steps = 500},
    {least_squares, &method_sgd, {.schedule = schedule_pl}, .steps = 500},
    {two_signs, &method_sgd, {.schedule = schedule_pl}, .steps = 2000},
    {steady_noise, &method_sgd, {.schedule = schedule_pl}, .steps = 2000},
};
enum { STEADY_NOISE = 5 };

static double squared(double a) {
    return a * a;
}

/* k and k + 1 as numbers. */
static double now(const struct step *s) {
    return (double)s->k;
}
static double next(const struct step *s) {
    return (double)s->k + 1;
}

/* sigma^2; the largest one met is in the first number of the line's memory. */
static real second_moment_bound(const struct step *s) {
    real *largest = &s->memory[0];
    *largest = real_max(*largest, s->mean_square);
    return s->c->sigma2 > 0 ? real_all(s->c->sigma2) : *largest;
}

/* L sigma^2/(2 mu^2), by which delta_f may grow in a step. */
static real growth(const struct step *s) {
    return s->c->L / (2 * s->c->mu * s->c->mu) * second_moment_bound(s);
}
/**
### Line 1. One step

Smoothness, unbiasedness and PL give
$$\begin{aligned}\mathbb E f(x_{k+1})-f^*&\le f(x_k)-f^*-\alpha_k\|\nabla f(x_k)\|^2+\alpha_k^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2\\
&\le f(x_k)-f^*-2\alpha_k\mu\,(f(x_k)-f^*)+\alpha_k^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2, \tag{3}\end{aligned}$$
then regrouping and the bound on the second moment
$$\mathbb E f(x_{k+1})-f^*\le(1-2\alpha_k\mu)[f(x_k)-f^*]+\frac{L\sigma^2\alpha_k^2}2. \tag{4}$$
*/
/**ru 3924615501
### Строка 1. Один шаг

Гладкость, несмещённость и PL дают
$$\begin{aligned}\mathbb E f(x_{k+1})-f^*&\le f(x_k)-f^*-\alpha_k\|\nabla f(x_k)\|^2+\alpha_k^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2\\
&\le f(x_k)-f^*-2\alpha_k\mu\,(f(x_k)-f^*)+\alpha_k^2\frac L2\,\mathbb E\|\nabla f_{i_k}(x_k)\|^2, \tag{3}\end{aligned}$$
а затем перегруппировка и граница второго момента —
$$\mathbb E f(x_{k+1})-f^*\le(1-2\alpha_k\mu)[f(x_k)-f^*]+\frac{L\sigma^2\alpha_k^2}2. \tag{4}$$
*/
static struct relation descent_with_pl(const struct step *s) {
    return descends(s, 2 * s->alpha * s->c->mu * s->gap);
}
static struct relation bounded(const struct step *s) {
    real shrunk = shrunk_gap(s);
    real noise = s->alpha * s->alpha * s->c->L / 2 * second_moment_bound(s);
    return contracts(s, shrunk, noise);
}
CLAIM(line_1_expected_descent, PROOF_LINE, WALK(expected_descent, ON(walks)),
      "The first inequality of (3): descent in expectation with $\\alpha_k$.",
      "Первое неравенство (3): спуск в среднем с шагом $\\alpha_k$.");
CLAIM(line_1_pl, PROOF_LINE, WALK(descent_with_pl, ON(walks)),
      "The second inequality of (3): PL.", "Второе неравенство (3): PL.");
CLAIM(line_1_bounded_second_moment, PROOF_LINE, WALK(bounded, ON(walks)),
      "Inequality (4), regrouped, with a bound on the second moment.",
      "Неравенство (4), после перегруппировки, с границей второго момента.");
/**
### Line 2. The step put in

The schedule is the solution of "let the contraction be a ratio of successive
squares":
$$1-2\alpha_k\mu=\frac{(k+1)^2}{(k+1)^2}-\frac{2k+1}{(k+1)^2}=\frac{k^2}{(k+1)^2}. \tag{5}$$
$\alpha_k$ is here the step that the method takes, and $\mu$ the problem's. So
(4) becomes
$$\mathbb E[f(x_{k+1})-f^*]\le\frac{k^2}{(k+1)^2}[f(x_k)-f^*]+\frac{L\sigma^2(2k+1)^2}{8\mu^2(k+1)^4}. \tag{6}$$
*/
/**ru 854164163
### Строка 2. Подстановка шага

Расписание есть решение уравнения «множитель сжатия равен отношению соседних
квадратов»:
$$1-2\alpha_k\mu=\frac{(k+1)^2}{(k+1)^2}-\frac{2k+1}{(k+1)^2}=\frac{k^2}{(k+1)^2}. \tag{5}$$
Здесь $\alpha_k$ — шаг, который делает метод, а $\mu$ — константа задачи.
Поэтому (4) принимает вид
$$\mathbb E[f(x_{k+1})-f^*]\le\frac{k^2}{(k+1)^2}[f(x_k)-f^*]+\frac{L\sigma^2(2k+1)^2}{8\mu^2(k+1)^4}. \tag{6}$$
*/
static struct relation contraction(const struct step *s, double right) {
    return equal(real_all(1 - 2 * s->alpha * s->c->mu), real_all(right),
                 real_all(1 + 2 * s->alpha * s->c->mu));
}
static struct relation common_denominator(const struct step *s) {
    double square = squared(next(s));
    return contraction(s, square / square - (2 * now(s) + 1) / square);
}
static struct relation ratio_of_squares(const struct step *s) {
    return contraction(s, squared(now(s)) / squared(next(s)));
}
static struct relation recursion(const struct step *s) {
    real shrunk = squared(now(s) / next(s)) * s->gap;
    real noise =
        squared(2 * now(s) + 1) / (4 * squared(squared(next(s)))) * growth(s);
    return contracts(s, shrunk, noise);
}
CLAIM(line_2_common_denominator, PROOF_LINE,
      WALK(common_denominator, ON(walks)), "The first equality of (5).",
      "Первое равенство (5).");
CLAIM(line_2_ratio_of_squares, PROOF_LINE, WALK(ratio_of_squares, ON(walks)),
      "The second equality of (5): $1-2\\alpha_k\\mu=k^2/(k+1)^2$.",
      "Второе равенство (5): $1-2\\alpha_k\\mu=k^2/(k+1)^2$.");
CLAIM(line_2_recursion, PROOF_LINE, WALK(recursion, ON(walks)),
      "Inequality (6), the step put in.",
      "Неравенство (6), после подстановки шага.");
/**
### Line 3. A simpler numerator

$$(2k+1)^2<(2k+2)^2=4(k+1)^2. \tag{7}$$
Whole numbers, so that "less" means less by 1 at least: the first claim has 1
taken from its right side. Put into (6):
$$\mathbb E[f(x_{k+1})-f^*]\le\frac{k^2}{(k+1)^2}[f(x_k)-f^*]+\frac{L\sigma^2}{2\mu^2(k+1)^2}. \tag{8}$$
*/
/**ru 2780320591
### Строка 3. Числитель попроще

$$(2k+1)^2<(2k+2)^2=4(k+1)^2. \tag{7}$$
Числа целые, так что «меньше» значит меньше хотя бы на 1: в первом утверждении
из правой части вычтена 1. Подставим в (6):
$$\mathbb E[f(x_{k+1})-f^*]\le\frac{k^2}{(k+1)^2}[f(x_k)-f^*]+\frac{L\sigma^2}{2\mu^2(k+1)^2}. \tag{8}$$
*/
static struct relation odd_square(const struct step *s) {
    return at_most(real_all(squared(2 * now(s) + 1)),
                   real_all(squared(2 * now(s) + 2) - 1), (real){0});
}
static struct relation even_square(const struct step *s) {
    return equal(real_all(squared(2 * now(s) + 2)),
                 real_all(4 * squared(next(s))), (real){0});
}
static struct relation simpler_recursion(const struct step *s) {
    real shrunk = squared(now(s) / next(s)) * s->gap;
    return contracts(s, shrunk, growth(s) / squared(next(s)));
}
CLAIM(line_3_odd_square, PROOF_LINE, WALK(odd_square, ON(walks)),
      "The inequality of (7), strictly: $(2k+1)^2<(2k+2)^2$.",
      "Неравенство в (7), строгое: $(2k+1)^2<(2k+2)^2$.");
CLAIM(line_3_even_square, PROOF_LINE, WALK(even_square, ON(walks)),
      "The equality of (7): $(2k+2)^2=4(k+1)^2$.",
      "Равенство в (7): $(2k+2)^2=4(k+1)^2$.");
CLAIM(line_3_recursion, PROOF_LINE, WALK(simpler_recursion, ON(walks)),
      "Inequality (8), with the simpler numerator.",
      "Неравенство (8), с числителем попроще.");
/**
### Line 4. Multiply by the square

Multiply both sides by $(k+1)^2$,
$$(k+1)^2\,\mathbb E[f(x_{k+1})-f^*]\le k^2\,[f(x_k)-f^*]+\frac{L\sigma^2}{2\mu^2}. \tag{9}$$
take the full expectation, and write $\delta_f(k)\equiv k^2\,\mathbb
E[f(x_k)-f^*]$:
$$\delta_f(k+1)\le\delta_f(k)+\frac{L\sigma^2}{2\mu^2}. \tag{10}$$
This line is about expectations over whole runs, so it is checked where these
are exact: at a checkpoint $k$ the largest increment $\delta_f(i+1)-\delta_f(i)$
among all $i<k$ must be at most the constant. Checkpoints are powers of two.
*/
/**ru 143160773
### Строка 4. Умножение на квадрат

Умножим обе части на $(k+1)^2$,
$$(k+1)^2\,\mathbb E[f(x_{k+1})-f^*]\le k^2\,[f(x_k)-f^*]+\frac{L\sigma^2}{2\mu^2}. \tag{9}$$
возьмём полное математическое ожидание и обозначим $\delta_f(k)\equiv
k^2\,\mathbb E[f(x_k)-f^*]$:
$$\delta_f(k+1)\le\delta_f(k)+\frac{L\sigma^2}{2\mu^2}. \tag{10}$$
Эта строка говорит о математических ожиданиях по целым запускам, поэтому
проверена там, где они вычисляются точно: в контрольной итерации $k$ наибольшее
из приращений $\delta_f(i+1)-\delta_f(i)$ по всем $i<k$ не должно превосходить
постоянной. Контрольные итерации — степени двойки.
*/
static struct relation multiplied(const struct step *s) {
    real left = squared(next(s)) * mean_next_gap(s),
         before = squared(now(s)) * s->gap, noise = growth(s);
    return at_most(left, before + noise, left + before + noise);
}
static void add_increments(struct inquiry *q, const struct course *c) {
    const struct series *s = &c->series;
    double largest = -INFINITY, error = 0;
    for (size_t k = 0; k < s->steps; k++) {
        double before = squared((double)k), after = squared((double)k + 1);
        double e = s->gap_error[k] + DBL_EPSILON * s->gap[k];
        double next_e = s->gap_error[k + 1] + DBL_EPSILON * s->gap[k + 1];
        largest = larger(largest, after * s->gap[k + 1] - before * s->gap[k]);
        error = larger(error, after * next_e + before * e);
        bool power_of_two = ((k + 1) & k) == 0; /* the last one is */
        if (power_of_two)
            inquiry_exact(q, c->problem->id, "sgd", k + 1, largest, error,
                          AT_MOST, bound(&c->constants, 1));
    }
}
/* Rounding errors of the gap come times k^2: hence so few steps. */
static void increments(struct inquiry *q) {
    for (size_t i = 0; i <= COUNT(exact); i++) {
        bool last = i == COUNT(exact);
        struct course c =
            course_of(q, last ? steady_noise() : exact[i].problem(),
                      &method_sgd, falling, 256, last ? &steady_oracle : NULL);
        if (!q->trouble &&
            inquiry_assumes(q, c.problem, &method_sgd, &c.settings, 256))
            add_increments(q, &c);
        course_free(&c);
    }
}
CLAIM(line_4_multiplied, PROOF_LINE, WALK(multiplied, ON(walks)),
      "Inequality (9), multiplied by $(k+1)^2$.",
      "Неравенство (9), после умножения на $(k+1)^2$.");
CLAIM(line_4_increments_of_delta, PROOF_LINE, COMPUTE(increments),
      "Inequality (10): no increment of $\\delta_f$ exceeds the constant.",
      "Неравенство (10): ни одно приращение $\\delta_f$ не превосходит "
      "постоянной.");
/**
### Line 5. The telescoped sum

Sum (10) over $i=0,\dots,k$. On the left all terms but two cancel, and
$\delta_f(0)=0^2\cdot[f(x_0)-f^*]=0$: here the start is forgotten.
$$\sum_{i=0}^k[\delta_f(i+1)-\delta_f(i)]=\delta_f(k+1)-\delta_f(0)=\delta_f(k+1). \tag{11}$$
Along single runs, where $k^2[f(x_k)-f^*]$ stands for $\delta_f(k)$, this sum is
carried term by term. And
$$\sum_{i=0}^k[\delta_f(i+1)-\delta_f(i)]\le\sum_{i=0}^k\frac{L\sigma^2}{2\mu^2},\qquad
  \delta_f(k+1)-\delta_f(0)\le\frac{L\sigma^2(k+1)}{2\mu^2}. \tag{12}$$
To check this along single runs, keep what the expectation throws away, the
surprises $\xi_i=f(x_{i+1})-\mathbb E[f(x_{i+1})\mid x_i]$, whose mean is 0.
Along every run
$$(k+1)^2[f(x_{k+1})-f^*]-\sum_{i=0}^k(i+1)^2\xi_i\le\frac{L\sigma^2(k+1)}{2\mu^2},$$
and its mean over all runs is (12). Divide by $(k+1)^2$,
$$\mathbb E[f(x_{k+1})-f^*]\le\frac{L\sigma^2}{2\mu^2(k+1)}, \tag{13}$$
and call $k+1$ now $k$. $\blacksquare$
*/
/**ru 2812329552
### Строка 5. Телескопическая сумма

Сложим (10) по $i=0,\dots,k$. Слева сокращаются все члены, кроме двух, и
$\delta_f(0)=0^2\cdot[f(x_0)-f^*]=0$: здесь забывается начало.
$$\sum_{i=0}^k[\delta_f(i+1)-\delta_f(i)]=\delta_f(k+1)-\delta_f(0)=\delta_f(k+1). \tag{11}$$
Вдоль отдельных запусков, где вместо $\delta_f(k)$ стоит $k^2[f(x_k)-f^*]$, эта
сумма накапливается член за членом. И
$$\sum_{i=0}^k[\delta_f(i+1)-\delta_f(i)]\le\sum_{i=0}^k\frac{L\sigma^2}{2\mu^2},\qquad
  \delta_f(k+1)-\delta_f(0)\le\frac{L\sigma^2(k+1)}{2\mu^2}. \tag{12}$$
Чтобы проверить это вдоль отдельных запусков, сохраним то, что отбрасывает
математическое ожидание: случайные отклонения $\xi_i=f(x_{i+1})-\mathbb
E[f(x_{i+1})\mid x_i]$, среднее которых равно 0. Вдоль каждого запуска
$$(k+1)^2[f(x_{k+1})-f^*]-\sum_{i=0}^k(i+1)^2\xi_i\le\frac{L\sigma^2(k+1)}{2\mu^2},$$
а среднее этого неравенства по всем запускам есть (12). Разделим на $(k+1)^2$,
$$\mathbb E[f(x_{k+1})-f^*]\le\frac{L\sigma^2}{2\mu^2(k+1)}, \tag{13}$$
и назовём $k+1$ теперь $k$. $\blacksquare$
*/
static struct relation sum_telescopes(const struct step *s) {
    real *sum = &s->memory[1], *sizes = &s->memory[2];
    real before = squared(now(s)) * s->gap,
         after = squared(next(s)) * s->next_gap;
    *sum += after - before;
    *sizes += after + before + real_abs(*sum);
    return equal(*sum, after, *sizes);
}
/* sum (i + 1)^2 xi_i, and the size of all that went into it. */
static real surprises(const struct step *s, real *size) {
    real *sum = &s->memory[1], *sizes = &s->memory[2];
    double square = squared(next(s));
    *sum += square * (s->next_gap - mean_next_gap(s));
    *sizes += square * (s->next_gap + mean_next_gap(s)) + real_abs(*sum);
    *size = *sizes;
    return *sum;
}
static struct relation summed(const struct step *s) {
    real size, surprise = surprises(s, &size),
               after = squared(next(s)) * s->next_gap,
               right = next(s) * growth(s);
    return at_most(after - surprise, right, after + size + right);
}
static struct relation divided(const struct step *s) {
    double square = squared(next(s));
    real size, surprise = surprises(s, &size), right = growth(s) / next(s);
    return at_most(s->next_gap - surprise / square, right,
                   s->next_gap + size / square + right);
}
/* Not on sine_squared, the first: there the sum falls from 10^5 to the size of
 * 1, and is lost among the roundings of its first terms. */
CLAIM(
    line_5_sum_telescopes, PROOF_LINE,
    WALK(sum_telescopes, .settings = walks + 1, .count = COUNT(walks) - 1),
    "Equation (11): the sum is its last term, as $\\delta_f(0)=0$.",
    "Равенство (11): сумма есть её последний член, так как $\\delta_f(0)=0$.");
CLAIM(line_5_summed, PROOF_LINE, WALK(summed, ON(walks)),
      "Inequality (12) along single runs.",
      "Неравенство (12) вдоль отдельных запусков.");
CLAIM(line_5_divided, PROOF_LINE, WALK(divided, ON(walks)),
      "Inequality (13) along single runs.",
      "Неравенство (13) вдоль отдельных запусков.");
/**
The slide «Основные результаты сходимости SGD» states the theorem as (13), for
strongly convex $f$, which are PL with the same $\mu$. For $k\ge0$ it is the
same sequence of inequalities as the one at the top for $k\ge1$, and needs no
claim of its own.

## How sharp it is

For $f=\frac\mu2x^2$ lines 1 and 2 are equalities. What the theorem gives away
is the difference of $(2k+1)^2$ and $(2k+2)^2$, which is 0.75 of the noise at
$k=0$ and fades like $1/k$, and that between $\sigma^2$, a supremum, and the
second moment at each step. So noise whose second moment never changes attains
the bound in the limit. Along its runs each line is an equality once what line 3
loses,
$$1-\Bigl(\frac{2k+1}{2k+2}\Bigr)^2=\frac1{k+1}-\frac1{4(k+1)^2}\quad\text{of}\quad\frac{L\sigma^2}{2\mu^2}$$
in step $k$ after multiplication by $(k+1)^2$, is taken off the right side.
*/
/**ru 1126225551
Слайд «Основные результаты сходимости SGD» формулирует теорему в виде (13), для
сильно выпуклых $f$, которые удовлетворяют PL с тем же $\mu$. При $k\ge0$ это та
же последовательность неравенств, что и в начале страницы при $k\ge1$, и
отдельного утверждения ей не нужно.

## Насколько оценка точна {#how-sharp-it-is}

Для $f=\frac\mu2x^2$ строки 1 и 2 — равенства. Теряет теорема лишь разницу между
$(2k+1)^2$ и $(2k+2)^2$, которая при $k=0$ составляет 0,75 шума и затухает как
$1/k$, и разницу между $\sigma^2$, супремумом, и вторым моментом на каждом шаге.
Поэтому шум, второй момент которого не меняется, в пределе достигает оценки.
Вдоль его запусков каждая строка становится равенством, если из правой части
вычесть то, что теряет строка 3,
$$1-\Bigl(\frac{2k+1}{2k+2}\Bigr)^2=\frac1{k+1}-\frac1{4(k+1)^2}\quad\text{от}\quad\frac{L\sigma^2}{2\mu^2}$$
на шаге $k$ после умножения на $(k+1)^2$.
*/
static const struct setting tight[] = {
    {steady_noise, &method_sgd, {.schedule = schedule_pl}, .steps = 500},
    {two_signs, &method_sgd, {.schedule = schedule_pl}, .steps = 500},
    {noise_across, &method_sgd, {.schedule = schedule_pl}, .steps = 20},
};
enum { OF_STEADY_MOMENT = 1, OF_ONE_CURVATURE = 2 }; /* the first so many */

/* What line 3 loses in step k; summed over all steps so far. */
static double lost(const struct step *s) {
    return 1 / next(s) - 1 / (4 * squared(next(s)));
}
static real all_lost(const struct step *s) {
    s->memory[3] += lost(s);
    return s->memory[3];
}
static struct relation but_for(struct relation r, real loss) {
    r.right -= loss;
    r.magnitude += loss;
    return as_equality(r);
}
static struct relation expected_descent_attained(const struct step *s) {
    return as_equality(expected_descent(s));
}
static struct relation descent_with_pl_attained(const struct step *s) {
    return as_equality(descent_with_pl(s));
}
static struct relation bounded_attained(const struct step *s) {
    return as_equality(bounded(s));
}
static struct relation recursion_attained(const struct step *s) {
    return as_equality(recursion(s));
}
static struct relation odd_square_attained(const struct step *s) {
    return but_for(odd_square(s), real_all(4 * now(s) + 2));
}
static struct relation simpler_recursion_attained(const struct step *s) {
    return but_for(simpler_recursion(s),
                   lost(s) * growth(s) / squared(next(s)));
}
static struct relation multiplied_attained(const struct step *s) {
    return but_for(multiplied(s), lost(s) * growth(s));
}
static struct relation summed_attained(const struct step *s) {
    return but_for(summed(s), all_lost(s) * growth(s));
}
static struct relation divided_attained(const struct step *s) {
    return but_for(divided(s), all_lost(s) * growth(s) / squared(next(s)));
}
CLAIM(sharp_line_1_descent, SHARPNESS,
      WALK(expected_descent_attained, ON(tight)),
      "The first inequality of (3) as an equality, whatever $L/\\mu$.",
      "Первое неравенство (3) — равенство, каким бы ни было $L/\\mu$.");
CLAIM(sharp_line_1_pl, SHARPNESS,
      WALK(descent_with_pl_attained, .settings = tight,
           .count = OF_ONE_CURVATURE),
      "The second one, where $L=\\mu$.",
      "Второе — равенство там, где $L=\\mu$.");
CLAIM(sharp_line_1_bounded, SHARPNESS,
      WALK(bounded_attained, .settings = tight, .count = OF_STEADY_MOMENT),
      "Inequality (4) as an equality.", "Неравенство (4) — равенство.");
CLAIM(sharp_line_2, SHARPNESS,
      WALK(recursion_attained, .settings = tight, .count = OF_STEADY_MOMENT),
      "Inequality (6) as an equality.", "Неравенство (6) — равенство.");
CLAIM(sharp_line_3_odd_square, SHARPNESS,
      WALK(odd_square_attained, .settings = tight, .count = OF_STEADY_MOMENT),
      "$(2k+2)^2-1$ exceeds $(2k+1)^2$ by $4k+2$.",
      "$(2k+2)^2-1$ больше, чем $(2k+1)^2$, на $4k+2$.");
CLAIM(sharp_line_3, SHARPNESS,
      WALK(simpler_recursion_attained, .settings = tight,
           .count = OF_STEADY_MOMENT),
      "Inequality (8), less what is lost.",
      "Неравенство (8) за вычетом потерянного.");
CLAIM(sharp_line_4, SHARPNESS,
      WALK(multiplied_attained, .settings = tight, .count = OF_STEADY_MOMENT),
      "Inequality (9), less what is lost.",
      "Неравенство (9) за вычетом потерянного.");
CLAIM(sharp_line_5_summed, SHARPNESS,
      WALK(summed_attained, .settings = tight, .count = OF_STEADY_MOMENT),
      "Inequality (12), less what is lost in all steps so far.",
      "Неравенство (12) за вычетом потерянного на всех шагах до этого.");
CLAIM(sharp_line_5_divided, SHARPNESS,
      WALK(divided_attained, .settings = tight, .count = OF_STEADY_MOMENT),
      "Inequality (13), likewise.", "Неравенство (13) за вычетом того же.");
/**
**Steady noise.** Multiply (2) by $(k+1)^2$ and sum, from $x_0=0$:
$$k^2\,\mathbb E f(x_k)=\frac{\sigma^2}{8\mu}\sum_{i=1}^k\Bigl(\frac{2i-1}i\Bigr)^2
  =\frac{\sigma^2}{2\mu}\Bigl(k-H_k+\frac14\sum_{i=1}^k\frac1{i^2}\Bigr),\qquad H_k=\sum_{i=1}^k\frac1i, \tag{14}$$
which is $1-\frac{H_k}k+\frac1{4k}\sum\frac1{i^2}$ of the bound: 0.746 at
$k=10$, 0.952 at 100, 0.992 at 1000, and 1 in the limit. At $L=\mu$ no constant
in the theorem can be improved. (14) is checked in all ways there are. Read as a
difference it says what the bound loses there,
$\frac{\sigma^2}{2\mu k^2}\bigl(H_k-\frac14\sum_{i\le k}\frac1{i^2}\bigr)$; that
claim would also fail if the bound were too weak.
*/
/**ru 2880415099
**Ровный шум.** Умножим (2) на $(k+1)^2$ и сложим, начиная с $x_0=0$:
$$k^2\,\mathbb E f(x_k)=\frac{\sigma^2}{8\mu}\sum_{i=1}^k\Bigl(\frac{2i-1}i\Bigr)^2
  =\frac{\sigma^2}{2\mu}\Bigl(k-H_k+\frac14\sum_{i=1}^k\frac1{i^2}\Bigr),\qquad H_k=\sum_{i=1}^k\frac1i, \tag{14}$$
а это доля $1-\frac{H_k}k+\frac1{4k}\sum\frac1{i^2}$ от оценки: 0,746 при
$k=10$, 0,952 при 100, 0,992 при 1000 и 1 в пределе. При $L=\mu$ ни одну
постоянную в теореме улучшить нельзя. Формула (14) проверена всеми способами,
какие есть. Прочитанная как разность, она говорит, сколько здесь теряет оценка,
$\frac{\sigma^2}{2\mu k^2}\bigl(H_k-\frac14\sum_{i\le k}\frac1{i^2}\bigr)$; это
утверждение было бы нарушено и тогда, когда оценка была бы слишком слаба.
*/
static struct relation steady_second_moment(const struct step *s) {
    real right = real_all(s->c->noise * s->c->noise);
    return equal(s->mean_square, right, s->mean_square + right);
}
static struct relation steady_recursion(const struct step *s) {
    double shrink = 1 - 2 * s->alpha * s->c->mu;
    real noise = real_all(s->c->mu / 2 * squared(s->alpha * s->c->noise));
    return equal(mean_next_gap(s), shrink * s->gap + noise,
                 mean_next_gap(s) + s->gap + noise);
}
static double closed_form(const struct constants *c, size_t k) {
    double sum = 0;
    for (size_t i = k; i >= 1; i--) /* small terms are last */
        sum += squared((2 * (double)i - 1) / (double)i);
    return c->noise * c->noise / (8 * c->mu) * sum / squared((double)k);
}
static double loss(const struct constants *c, size_t k) {
    double harmonic = 0, squares = 0;
    for (size_t i = k; i >= 1; i--) {
        harmonic += 1 / (double)i;
        squares += 1 / squared((double)i);
    }
    return c->noise * c->noise / (2 * c->mu) * (harmonic - squares / 4) /
           squared((double)k);
}
static double short_of_bound(const struct constants *c, size_t k) {
    return bound(c, k) - loss(c, k);
}
static const struct setting short_run[] = {
    {steady_noise, &method_sgd, {.schedule = schedule_pl}, 1, .steps = 20},
};
CLAIM(sharp_steady_noise_second_moment, IDENTITY,
      WALK(steady_second_moment, ONE(walks, STEADY_NOISE)),
      "$\\mathbb E g^2=\\sigma^2$ at every point that a run visits.",
      "$\\mathbb E g^2=\\sigma^2$ в каждой точке, через которую проходит "
      "запуск.");
CLAIM(sharp_steady_noise_recursion, IDENTITY,
      WALK(steady_recursion, ONE(walks, STEADY_NOISE)),
      "Equation (2) at every point that a run visits.",
      "Равенство (2) в каждой точке, через которую проходит запуск.");
CLAIM(sharp_steady_noise_over_all_paths, IDENTITY,
      MEAN(closed_form, ON(short_run), .sign = EQUAL),
      "Formula (14) is the expectation over all paths, up to $k=20$.",
      "Формула (14) есть математическое ожидание по всем траекториям, до "
      "$k=20$.");
CLAIM(sharp_steady_noise_measured, SHARPNESS,
      MEAN(closed_form, .sign = EQUAL,
           AT(steady_noise, &method_sgd, {.schedule = schedule_pl}, 1, 300,
              .runs = 131072)),
      "Formula (14) lies in the interval of the measured mean, up to $k=300$.",
      "Формула (14) лежит в доверительном интервале измеренного среднего, до "
      "$k=300$.");
CLAIM(sharp_steady_noise_closed_form, IDENTITY,
      MEAN(closed_form, ON(steady), .sign = EQUAL),
      "The recursion (2) gives (14).", "Рекурсия (2) даёт (14).");
CLAIM(sharp_steady_noise_short_of_bound, IDENTITY,
      MEAN(short_of_bound, ON(steady), .sign = EQUAL),
      "The bound, less what it loses, is the exact expectation.",
      "Оценка за вычетом того, что она теряет, есть точное математическое "
      "ожидание.");
CLAIM(sharp_steady_noise_fails_at_0_95, CONTROL,
      MEAN(bound, .times = 0.95,
           AT(steady_noise, &method_sgd, {.schedule = schedule_pl}, STEPS,
              .steps = STEPS, .by = &steady_oracle)),
      "0.95 of the bound is beaten.", "Оценка, умноженная на 0,95, нарушена.");
/**
**After one step, at any $\frac L\mu$.** From the minimiser with all the noise
across a valley, $\mathbb Ef(x_1)=\frac L2\alpha_0^2s^2=\frac{Ls^2}{8\mu^2}$: a
quarter of the bound, as line 3 loses three. So the $L$ cannot be left out. What
the best factor is for $L>\mu$ and large $k$ we do not know.
*/
/**ru 2117319595
**После одного шага, при любом $\frac L\mu$.** Если начать с минимума, а весь
шум направлен поперёк долины, то $\mathbb Ef(x_1)=\frac
L2\alpha_0^2s^2=\frac{Ls^2}{8\mu^2}$: четверть оценки, так как строка 3 теряет
три четверти. Значит, без $L$ обойтись нельзя. Каков наилучший множитель при
$L>\mu$ и больших $k$, мы не знаем.
*/
static double quarter_of_bound(const struct constants *c, size_t k) {
    return bound(c, k) / 4;
}
static double bound_without_condition(const struct constants *c, size_t k) {
    return c->mu / c->L * bound(c, k);
}
static const struct setting one_step[] = {
    {noise_across, &method_sgd, {.schedule = schedule_pl}, 1, .steps = 1},
};
CLAIM(sharp_after_one_step, SHARPNESS,
      MEAN(quarter_of_bound, ON(one_step), .sign = EQUAL),
      "With noise across a valley, $L=10\\mu$, it is a quarter of the bound.",
      "При шуме поперёк долины, $L=10\\mu$, это четверть оценки.");
CLAIM(control_without_condition_number, CONTROL,
      MEAN(bound_without_condition, ON(one_step)),
      "With $\\mu$ for $L$ the bound is beaten there.",
      "Если вместо $L$ взять $\\mu$, оценка там нарушена.");
/**
**Two signs.** $f_{1,2}(x)=\frac\mu2x^2\pm sx$ is a finite sum, the lecture's
own class. Its second moment $\mu^2\,\mathbb Ex_k^2+s^2$ is largest at $k=1$,
where $x_1=\mp\frac s{2\mu}$, so $\sigma^2=\frac54s^2$; and it tends to $s^2$,
so that the ratio to the bound tends to $\frac45$. In detail:
$(1-\alpha_k\mu)^2=\frac{k^2}{(k+1)^2}+\alpha_k^2\mu^2$, so
$u_k=\frac{\mu^2}{s^2}k^2\,\mathbb Ex_k^2$ obeys
$$u_{k+1}=u_k+\Bigl(\frac{2k+1}{2k+2}\Bigr)^2\Bigl(1+\frac{u_k}{k^2}\Bigr),\qquad u_1=\tfrac14. \tag{15}$$
Put in $u_k=k-d_k$, and it says of the distance $d_k$ from $k$
$$d_{k+1}-\tfrac14=\Bigl(1+\frac1{2k(k+1)}\Bigr)^2\bigl(d_k-\tfrac14\bigr)+\frac1{16k^2(k+1)^2},\qquad d_1=\tfrac34.$$
So $d_k$ grows from $\frac34$ on, but not far: as
$\sum_{k\ge1}\frac1{k(k+1)}=1$, all the factors together are at most $e$, and
the last terms sum to less than $\frac1{16}\cdot\frac13$, so that
$d_k\le\frac14+e(\frac12+\frac1{48})<\frac53$. Hence for all $k\ge1$
$$0.8\Bigl(1-\frac5{3k}\Bigr)\le\frac{\mathbb E f(x_k)}{\text{bound}}=\frac45\cdot\frac{u_k}k\le0.8\Bigl(1-\frac3{4k}\Bigr), \tag{16}$$
the right half with equality at $k=1$.
*/
/**ru 2222316779
**Два знака.** $f_{1,2}(x)=\frac\mu2x^2\pm sx$ — конечная сумма, то есть класс
задач самой лекции. Второй момент $\mu^2\,\mathbb Ex_k^2+s^2$ наибольший при
$k=1$, где $x_1=\mp\frac s{2\mu}$, так что $\sigma^2=\frac54s^2$; и он стремится
к $s^2$, так что отношение к оценке стремится к $\frac45$. Подробнее:
$(1-\alpha_k\mu)^2=\frac{k^2}{(k+1)^2}+\alpha_k^2\mu^2$, поэтому
$u_k=\frac{\mu^2}{s^2}k^2\,\mathbb Ex_k^2$ подчиняется соотношению
$$u_{k+1}=u_k+\Bigl(\frac{2k+1}{2k+2}\Bigr)^2\Bigl(1+\frac{u_k}{k^2}\Bigr),\qquad u_1=\tfrac14. \tag{15}$$
Подставим $u_k=k-d_k$; для расстояния $d_k$ до $k$ это даёт
$$d_{k+1}-\tfrac14=\Bigl(1+\frac1{2k(k+1)}\Bigr)^2\bigl(d_k-\tfrac14\bigr)+\frac1{16k^2(k+1)^2},\qquad d_1=\tfrac34.$$
Итак, $d_k$ растёт, начиная с $\frac34$, но недалеко: поскольку
$\sum_{k\ge1}\frac1{k(k+1)}=1$, произведение всех множителей не больше $e$, а
сумма последних слагаемых меньше $\frac1{16}\cdot\frac13$, так что
$d_k\le\frac14+e(\frac12+\frac1{48})<\frac53$. Следовательно, при всех $k\ge1$
$$0.8\Bigl(1-\frac5{3k}\Bigr)\le\frac{\mathbb E f(x_k)}{\text{оценка}}=\frac45\cdot\frac{u_k}k\le0.8\Bigl(1-\frac3{4k}\Bigr), \tag{16}$$
причём справа при $k=1$ равенство.
*/
/* From k = 2 on, when the path has met its largest second moment. */
static double by_distance(const struct constants *c, size_t k) {
    double d = 0.75;
    for (size_t t = 1; t < k; t++) {
        double pair = (double)t * ((double)t + 1);
        d = 0.25 + squared(1 + 1 / (2 * pair)) * (d - 0.25) +
            1 / (16 * squared(pair));
    }
    return 0.8 * (1 - d / (double)k) * bound(c, k);
}
/* With that from k = 1 on. */
static double bound_of_long_paths(const struct constants *c, size_t k) {
    struct constants known = *c;
    known.sigma2 = 1.25 * squared(c->noise);
    return bound(&known, k);
}
static double less_three_quarters(const struct constants *c, size_t k) {
    return 0.8 * (1 - 0.75 / (double)k) * bound_of_long_paths(c, k);
}
static double less_five_thirds(const struct constants *c, size_t k) {
    return 0.8 * (1 - 5 / (3 * (double)k)) * bound_of_long_paths(c, k);
}
static double faster_rate(const struct constants *c, size_t k) {
    return bound(c, k) / pow((double)k, 0.2);
}
CLAIM(sharp_two_signs_by_recursion, IDENTITY,
      MEAN(by_distance, .sign = EQUAL,
           AT(two_signs, &method_sgd, {.schedule = schedule_pl}, 2,
              .steps = STEPS)),
      "$0.8(1-d_k/k)$ of the bound, by the recursion for $d_k$.",
      "$0.8(1-d_k/k)$ оценки, по рекурсии для $d_k$.");
CLAIM(sharp_two_signs_at_most_four_fifths, SHARPNESS,
      MEAN(less_three_quarters, ONE(exact, TWO_SIGNS)),
      "The right half of (16): the ratio is at most $0.8(1-\\frac3{4k})$.",
      "Правая половина (16): отношение не больше $0.8(1-\\frac3{4k})$.");
CLAIM(sharp_two_signs_at_least_four_fifths, SHARPNESS,
      MEAN(less_five_thirds, ONE(exact, TWO_SIGNS), .sign = AT_LEAST),
      "The left half of (16): the ratio is at least $0.8(1-\\frac5{3k})$.",
      "Левая половина (16): отношение не меньше $0.8(1-\\frac5{3k})$.");
CLAIM(sharp_two_signs_right_half_attained, CONTROL,
      MEAN(less_three_quarters, .times = 0.999,
           AT(two_signs, &method_sgd, {.schedule = schedule_pl}, 1,
              .steps = 1)),
      "0.999 of the right half is beaten at $k=1$.",
      "Правая половина, умноженная на 0,999, нарушена при $k=1$.");
CLAIM(sharp_two_signs_left_half_is_near, CONTROL,
      MEAN(less_five_thirds, .times = 1.0002, .sign = AT_LEAST,
           AT(two_signs, &method_sgd, {.schedule = schedule_pl}, 1000,
              .steps = 1000)),
      "1.0002 times the left half is too much at $k=1000$.",
      "Левая половина, умноженная на 1,0002, слишком велика при $k=1000$.");
CLAIM(sharp_two_signs_measured_equals_exact, SHARPNESS,
      MEAN(AT(two_signs, &method_sgd, {.schedule = schedule_pl}, 1, 100,
              .runs = 262144)),
      "The exact expectation lies in the interval of the measured one.",
      "Точное математическое ожидание лежит в доверительном интервале "
      "измеренного.");
CLAIM(sharp_two_signs_fails_at_rate_1_2, CONTROL,
      MEAN(faster_rate, ONE(exact, TWO_SIGNS)),
      "With $k^{1.2}$ in place of $k$ the bound is beaten.",
      "Если вместо $k$ взять $k^{1.2}$, оценка нарушена.");
/**
@figure ratio Estimate over bound on all problems: 1 means attained; what lies
    below $10^{-6}$ is left out

## When the bound says anything

$\sigma^2$ must bound the second moment along the whole path, and the path
begins with the step $\alpha_0=\frac1{2\mu}$. Along an eigenvector of curvature
$L$ a step multiplies by $1-\alpha_kL$. While $L\le4\mu$ this is at least
$1-\frac L{2\mu}\ge-1$: nothing expands. But for $L>4\mu$ the first steps do,
until $\alpha_k<2/L$. On $\frac12(Lx_1^2+\mu x_2^2)$, without any noise, write
$\kappa=L/\mu$: step $k=0$ multiplies $x_1$ by $\frac\kappa2-1$ in size, and
since $\alpha_k\mu\ge\frac{3}{4(k+1)}$ for $k\ge1$, each further step with
$k+1\le\frac\kappa4$ by 2 at least. On the other side
$\alpha_k\mu\le\frac1{k+1}$, so that steps with $\alpha_kL>1$ multiply by
$\frac{\kappa-j}j$ at most, $j=k+1$, the others by 1. If $\kappa$ is a whole
number, the product of the former is at most a binomial coefficient,
$\binom{\kappa-1}m\le2^{\kappa-1}$. The other coordinate never grows. So, for the
upper limit with whole $\kappa$ and $|x_{0,2}|\le|x_{0,1}|$,
$$\frac{\sigma^2}{\|\nabla f(x_0)\|^2}=1\ \text{ for }\kappa\le4,\qquad
  \Bigl(\frac\kappa2-1\Bigr)^2\,4^{\lfloor\kappa/4\rfloor-1}\le\frac{\sigma^2}{L^2x_{0,1}^2}\le4^{\kappa-1}+\frac1{\kappa^2}\ \text{ for }\kappa\ge4: \tag{17}$$
the constant of the theorem grows exponentially with the condition number. The
bound says something new once it falls below $f(x_0)-f^*$, from
$$k\ge\frac{L\sigma^2}{2\mu^2\,[f(x_0)-f^*]} \tag{18}$$
on. At $\kappa=20$ that takes $5.2\cdot10^{10}$ iterations. The usual remedy,
which is not this theorem's schedule, is to cap the step at $\frac1L$; then
nothing expands at any $\kappa$. Steps $\frac\beta{\gamma+k}$ that begin below
$\frac2L$ have a [theorem of their own](pl_step_beta_over_gamma_plus_k.html), for
the variance. In the rows of these claims $k$ is $\kappa$.
*/
/**ru 1140084816
@figure ratio Отношение величины к её оценке на всех задачах: 1 — оценка
    достигнута; всё, что ниже $10^{-6}$, опущено

## Когда оценка о чём-то говорит {#when-the-bound-says-anything}

$\sigma^2$ должно ограничивать второй момент на всей траектории, а траектория
начинается с шага $\alpha_0=\frac1{2\mu}$. Вдоль собственного вектора с
кривизной $L$ шаг умножает на $1-\alpha_kL$. Пока $L\le4\mu$, это не меньше
$1-\frac L{2\mu}\ge-1$: ничто не растягивается. Но при $L>4\mu$ первые шаги
растягивают, пока не станет $\alpha_k<2/L$. Для функции $\frac12(Lx_1^2+\mu
x_2^2)$, без всякого шума, обозначим $\kappa=L/\mu$: шаг $k=0$ умножает $x_1$ по
абсолютной величине на $\frac\kappa2-1$, а так как
$\alpha_k\mu\ge\frac{3}{4(k+1)}$ при $k\ge1$, каждый следующий шаг с
$k+1\le\frac\kappa4$ умножает не менее чем на 2. С другой стороны,
$\alpha_k\mu\le\frac1{k+1}$, так что шаги с $\alpha_kL>1$ умножают не более чем
на $\frac{\kappa-j}j$, $j=k+1$, а остальные — не более чем на 1. Если $\kappa$
целое, произведение первых не больше биномиального коэффициента,
$\binom{\kappa-1}m\le2^{\kappa-1}$. Другая координата никогда не растёт. Итак
(для верхней границы $\kappa$ целое и $|x_{0,2}|\le|x_{0,1}|$),
$$\frac{\sigma^2}{\|\nabla f(x_0)\|^2}=1\ \text{ при }\kappa\le4,\qquad
  \Bigl(\frac\kappa2-1\Bigr)^2\,4^{\lfloor\kappa/4\rfloor-1}\le\frac{\sigma^2}{L^2x_{0,1}^2}\le4^{\kappa-1}+\frac1{\kappa^2}\ \text{ при }\kappa\ge4: \tag{17}$$
постоянная в теореме растёт с числом обусловленности экспоненциально. Оценка
говорит что-то новое, когда опускается ниже $f(x_0)-f^*$, то есть начиная с
$$k\ge\frac{L\sigma^2}{2\mu^2\,[f(x_0)-f^*]} \tag{18}$$
При $\kappa=20$ на это уходит $5.2\cdot10^{10}$ итераций. Обычное средство (это
уже не расписание из теоремы) — ограничить шаг сверху числом $\frac1L$; тогда
ничто не растягивается ни при каком $\kappa$. О шагах $\frac\beta{\gamma+k}$,
которые начинаются ниже $\frac2L$, есть [отдельная
теорема](pl_step_beta_over_gamma_plus_k.html), с дисперсией. В строках таблиц
этих утверждений $k$ — это $\kappa$.
*/
/* No step is longer than 1/L; the settings' alpha holds that. */
static double schedule_capped(const struct settings *s, size_t k) {
    return smaller(s->alpha, schedule_pl(s, k));
}

/* ||grad f(x_0)||^2. */
static double square_at_start(double kappa) {
    return squared(kappa) + 1;
}

/* The two limits of (17), times L^2 x_{0,1}^2. */
static double least_supremum(double kappa) {
    return squared(kappa * (kappa / 2 - 1)) * pow(4, floor(kappa / 4) - 1);
}
static double largest_supremum(double kappa) {
    return squared(kappa) * pow(4, kappa - 1) + 1;
}

/* sigma^2 on diag(kappa, 1), from (1, 1), against a limit, for some kappa.  A
 * list of such comparisons ends with zeros. */
struct expansion {
    double (*limit)(double kappa);
    enum sign sign;
    size_t first, by, last; /* kappa */
    const char *which;
    struct settings settings;
    double times; /* the limit is so many times that; 0: once */
};

static struct course course_at(struct inquiry *q, size_t kappa,
                               struct settings settings) {
    struct problem *p = two_curvatures();
    p->data[0] = p->L = (double)kappa;
    settings.alpha = 1 / p->L;
    return course_of(q, p, &method_sgd, settings, 200, NULL);
}

static void expansion(struct inquiry *q) {
    for (const struct expansion *e = q->with; e->limit; e++) {
        size_t from = q->count;
        for (size_t kappa = e->first; kappa <= e->last; kappa += e->by) {
            struct course c = course_at(q, kappa, e->settings);
            double limit = e->limit((double)kappa);
            inquiry_exact(q, "two_curvatures", "sgd", kappa, c.constants.sigma2,
                          c.sigma2_error, e->sign,
                          e->times > 0 ? e->times * limit : limit);
            course_free(&c);
        }
        inquiry_which(q, from, "%s", e->which);
    }
}
static const struct expansion none[] = {
    {square_at_start, EQUAL, 1, 1, 4, "",
     .settings = {.schedule = schedule_pl}},
    {square_at_start, EQUAL, 4, 4, 64, "capped",
     .settings = {.schedule = schedule_capped}},
    {0},
};
static const struct expansion exponential[] = {
    {least_supremum, AT_LEAST, 4, 4, 64, "lower",
     .settings = {.schedule = schedule_pl}},
    {largest_supremum, AT_MOST, 4, 4, 64, "upper",
     .settings = {.schedule = schedule_pl}},
    {0},
};
/* Where a limit is near: more of it is too much, or less too little. */
static const struct expansion too_near[] = {
    {least_supremum,
     AT_LEAST,
     4,
     1,
     4,
     "1.07 of the lower",
     {.schedule = schedule_pl},
     1.07},
    {least_supremum,
     AT_LEAST,
     8,
     1,
     8,
     "1.5 of the lower",
     {.schedule = schedule_pl},
     1.5},
    {largest_supremum,
     AT_MOST,
     1,
     1,
     1,
     "0.99 of the upper",
     {.schedule = schedule_pl},
     0.99},
    {0},
};

/* A number lies between two others. */
static void between(struct inquiry *q, const char *problem, size_t k,
                    double number, double error, double low, double high) {
    for (enum sign sign = AT_MOST; sign <= AT_LEAST; sign++) {
        inquiry_exact(q, problem, "sgd", k, number, error, sign,
                      sign == AT_MOST ? high : low);
        inquiry_which(q, q->count - 1, "%s", sign_name(sign));
    }
}

/* (18) at condition number 20. */
static void first_informative(struct inquiry *q) {
    double kappa = 20, gap_0 = (kappa + 1) / 2;
    struct course c = course_at(q, 20, falling);
    double first = kappa * c.constants.sigma2 / (2 * gap_0),
           error = kappa * c.sigma2_error / (2 * gap_0);
    between(q, "two_curvatures", 20, first, error, 5.2e10, 5.3e10);
    course_free(&c);
}
CLAIM(no_expansion, IDENTITY, COMPUTE(expansion, none),
      "For $L\\le4\\mu$, or with capped steps, the gradient is longest first.",
      "При $L\\le4\\mu$, как и при ограниченных сверху шагах, градиент длиннее "
      "всего вначале.");
CLAIM(expansion_is_exponential, SHARPNESS, COMPUTE(expansion, exponential),
      "Both limits (17) of $\\sigma^2$, for $L/\\mu=4,8,\\dots,64$.",
      "Обе границы (17) для $\\sigma^2$, при $L/\\mu=4,8,\\dots,64$.");
CLAIM(first_informative_iteration, SHARPNESS, COMPUTE(first_informative),
      "For $L/\\mu=20$ the iteration (18) is beyond $5.2\\cdot10^{10}$.",
      "При $L/\\mu=20$ итерация (18) лежит дальше $5.2\\cdot10^{10}$.");
CLAIM(
    control_expansion_limits, CONTROL, COMPUTE(expansion, too_near),
    "A little more than the lower limit, or less than the upper, is beaten.",
    "Чуть большее, чем нижняя граница, и чуть меньшее, чем верхняя, нарушено.");
/**
@figure condition $\sigma^2$ on the path against the condition number $L/\mu$,
    with its lower limit (17), and with capped steps

For a finite sum even $L\le4\mu$ does not save it: the curvature of single
components counts. The least-squares problem has $L/\mu=3.2$, but $\|a_i\|^2$ is
larger for some $i$, and the second moment grows to more than 27 times what it
was:
*/
/**ru 2125772435
@figure condition $\sigma^2$ на траектории в зависимости от числа
    обусловленности $L/\mu$, с нижней границей (17) и с ограниченными сверху
    шагами

Конечную сумму не спасает и $L\le4\mu$: важна кривизна отдельных слагаемых. У
задачи наименьших квадратов $L/\mu=3.2$, но $\|a_i\|^2$ для некоторых $i$
больше, и второй момент вырастает более чем в 27 раз против начального:
*/
static void sum_expands(struct inquiry *q) {
    struct course c =
        course_of(q, least_squares(), &method_sgd, falling, 20, NULL);
    const struct series *s = &c.series;
    if (!(c.constants.L <= 4 * c.constants.mu)) q->trouble = "L > 4 mu";
    for (size_t k = 1; k <= s->steps; k++)
        inquiry_exact(q, "least_squares", "sgd", k, s->moment[k],
                      s->moment_error[k] + s->moment_error[0], AT_MOST,
                      s->moment[0]);
    course_free(&c);
}
static void sum_grows(struct inquiry *q) {
    struct course c =
        course_of(q, least_squares(), &method_sgd, falling, 20, NULL);
    if (!q->trouble) {
        double times = c.constants.sigma2 / c.series.moment[0];
        double error = c.sigma2_error / c.series.moment[0] + 1e-12 * times;
        between(q, "least_squares", 20, times, error, 27, 28);
    }
    course_free(&c);
}
CLAIM(sum_grows_27_times, IDENTITY, COMPUTE(sum_grows),
      "It grows to 27 times its start, and not to 28.",
      "Он вырастает в 27 раз против начального, но не в 28.");
CLAIM(control_condition_number_of_f_alone, CONTROL, COMPUTE(sum_expands),
      "With $L\\le4\\mu$ the second moment of a sum stays below its start.",
      "При $L\\le4\\mu$ второй момент суммы не превышает начального.");
/**
## What breaks

**The schedule.** $\alpha_k=\frac1{2\mu(k+1)}$ looks much the same: it has the
same first step and the same order $1/k$. But it falls twice as fast, so that
$1-2\alpha_k\mu=\frac k{k+1}$ and it is $k\,\mathbb E[f(x_k)-f^*]$ that
telescopes: its increments are of order $\frac1k$, and their sum is $\log k$. On
two signs the "bound" is beaten from $k=55$ on, by a factor of 1.12 at $k=100$,
1.58 at 1000 and 2.04 at $10^4$.
*/
/**ru 3605115495
## Что ломается {#what-breaks}

**Расписание.** $\alpha_k=\frac1{2\mu(k+1)}$ выглядит почти так же: тот же
первый шаг и тот же порядок $1/k$. Но этот шаг убывает вдвое быстрее, так что
$1-2\alpha_k\mu=\frac k{k+1}$ и в телескопическую сумму складывается $k\,\mathbb
E[f(x_k)-f^*]$: его приращения порядка $\frac1k$, а их сумма — $\log k$. На двух
знаках эта «оценка» нарушена начиная с $k=55$: в 1,12 раза при $k=100$, в 1,58
раза при 1000 и в 2,04 раза при $10^4$.
*/
static double schedule_half(const struct settings *s, size_t k) {
    return 1 / (2 * s->mu * ((double)k + 1));
}
/* The bound is beaten at all k from 55 on, and at none before. */
static void beaten_from_55(struct inquiry *q) {
    struct settings settings = {.schedule = schedule_half};
    struct course c =
        course_of(q, two_signs(), &method_sgd, settings, STEPS, NULL);
    const struct series *s = &c.series;
    struct nearest before = {.sign = AT_MOST}, after = {.sign = AT_LEAST};
    for (size_t k = 1; k <= s->steps; k++)
        nearest_take(k < 55 ? &before : &after, k,
                     s->gap[k] / bound(&c.constants, k), 1,
                     s->gap_error[k] / bound(&c.constants, k) + 1e-12);
    inquiry_nearest(q, "two_signs", "sgd", &before);
    inquiry_which(q, 0, "before 55");
    inquiry_nearest(q, "two_signs", "sgd", &after);
    inquiry_which(q, 1, "from 55 on");
    course_free(&c);
}
/* By which factors: the first two decimals. */
static void beaten_by(struct inquiry *q) {
    static const struct {
        size_t k;
        double factor;
    } said[] = {{100, 1.12}, {1000, 1.58}, {10000, 2.04}};
    struct settings settings = {.schedule = schedule_half};
    struct course c =
        course_of(q, two_signs(), &method_sgd, settings, STEPS, NULL);
    for (size_t i = 0; i < COUNT(said) && !q->trouble; i++) {
        double right = bound(&c.constants, said[i].k),
               factor = c.series.gap[said[i].k] / right,
               error = c.series.gap_error[said[i].k] / right + 1e-12;
        between(q, "two_signs", said[i].k, factor, error, said[i].factor,
                said[i].factor + 0.01);
    }
    course_free(&c);
}
CLAIM(control_wrong_schedule, CONTROL,
      DROPS(this_step,
            MEAN(bound, AT(two_signs, &method_sgd, {.schedule = schedule_half},
                           1, .steps = STEPS))),
      "With $\\alpha_k=\\frac1{2\\mu(k+1)}$ the bound is beaten.",
      "При $\\alpha_k=\\frac1{2\\mu(k+1)}$ оценка нарушена.");
CLAIM(wrong_schedule_beaten_from_55, IDENTITY, COMPUTE(beaten_from_55),
      "It is beaten at every $k$ from 55 to $10^4$, and at none before.",
      "Она нарушена при каждом $k$ от 55 до $10^4$ и ни при одном раньше.");
CLAIM(wrong_schedule_beaten_by, IDENTITY, COMPUTE(beaten_by),
      "By the factors above, to two decimals.",
      "Во столько раз, сколько сказано выше, с двумя знаками после запятой.");
/**
**Variance in place of the second moment.** Without noise the variance is 0, and
so is the "bound"; a path that has to come back from its own first steps does
not arrive at once.

@erratum control_variance_for_second_moment The lecture calls $\mathbb E\|\nabla
    f_i(x_k)\|^2\le\sigma^2$ a bounded variance («дисперсия»); the theorem is
    true for the second moment, and false for the variance.

**No smoothness.** $\frac\mu2x^2+\frac14x^4$ from $x_0=10$ without noise. The
first step leads from $x_0$ to $-495$, where the gap is of the order $g^4$, and
the bound of the order $g^2$: no made-up $L$ helps from far enough. Here $L=100$.
*/
/**ru 565201604
**Дисперсия вместо второго момента.** Без шума дисперсия равна 0, а с ней и
«оценка»; траектория же, которой надо вернуться после собственных первых шагов,
приходит не сразу.

@erratum control_variance_for_second_moment Лекция называет $\mathbb E\|\nabla
    f_i(x_k)\|^2\le\sigma^2$ ограниченной дисперсией; теорема верна для второго
    момента и неверна для дисперсии.

**Без гладкости.** $\frac\mu2x^2+\frac14x^4$ от точки $x_0=10$ без шума. Первый
шаг ведёт из $x_0$ в $-495$, где зазор порядка $g^4$, а граница порядка $g^2$:
если начать достаточно далеко, не поможет никакое выдуманное $L$. Здесь $L=100$.
*/
static double bound_with_variance(const struct constants *c, size_t k) {
    struct constants misread = *c;
    misread.sigma2 = c->noise * c->noise;
    return bound(&misread, k);
}
static double bound_with_made_up_L(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.L = 100;
    return bound(&pretended, k);
}
CLAIM(control_variance_for_second_moment, CONTROL,
      DROPS(bounded_moment,
            MEAN(bound_with_variance,
                 AT(two_curvatures, &method_sgd, {.schedule = schedule_pl}, 1,
                    .steps = 10))),
      "With $\\sigma^2$ read as the variance the bound is beaten.",
      "Если читать $\\sigma^2$ как дисперсию, оценка нарушена.");
CLAIM(control_no_smoothness, CONTROL,
      DROPS(smooth_function,
            MEAN(bound_with_made_up_L,
                 AT(quartic, &method_sgd, {.schedule = schedule_pl}, 1,
                    .steps = 1))),
      "With a made-up $L$ on a function without one the bound is beaten.",
      "С выдуманным $L$ для функции без него оценка нарушена.");
/**
**No PL.** $\log\cosh x$ from $x_0=100$ has a gradient of at most 1, and no
$\mu$. Make one up, $\mu=0.4$, for the schedule and for the bound: steps of
length $\frac1{\mu k}$ lead no farther than $\frac1\mu\log k$.

**A biased oracle.** $g=\mu x+b$ leads to $-b/\mu$, where the gap is
$\frac{b^2}{2\mu}=0.125$, and no schedule helps. The bound goes to 0. Nor does it
help that each index comes half of the time, if it
[follows $x_k$](unbiased_gradient.html#what-breaks).
*/
/**ru 379849057
**Без PL.** У $\log\cosh x$ от точки $x_0=100$ градиент не больше 1, а $\mu$
нет. Выдумаем его, $\mu=0.4$, и для расписания, и для оценки: шаги длины
$\frac1{\mu k}$ заводят не дальше, чем на $\frac1\mu\log k$.

**Смещённый оракул.** $g=\mu x+b$ ведёт в точку $-b/\mu$, где зазор равен
$\frac{b^2}{2\mu}=0.125$, и никакое расписание не поможет, а граница стремится к 0.
Не помогает и то, что каждый индекс появляется в половине случаев, если он
[следует за $x_k$](unbiased_gradient.html#what-breaks).
*/
static const double made_up_mu = 0.4;

static double schedule_made_up(const struct settings *s, size_t k) {
    struct settings pretended = *s;
    pretended.mu = made_up_mu;
    return schedule_pl(&pretended, k);
}
static double bound_with_made_up_mu(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.mu = made_up_mu;
    return bound(&pretended, k);
}
CLAIM(control_no_pl, CONTROL,
      DROPS(pl_condition,
            MEAN(bound_with_made_up_mu,
                 AT(log_cosh, &method_sgd, {.schedule = schedule_made_up}, 1000,
                    .steps = 1000))),
      "With a made-up $\\mu$ on a function without one the bound is beaten.",
      "С выдуманным $\\mu$ для функции без него оценка нарушена.");
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle, MEAN(bound, EACH({biased_parabola,
                                               &method_sgd,
                                               {.schedule = schedule_pl},
                                               1000,
                                               .steps = 1000},
                                              {index_follows_x,
                                               &method_sgd,
                                               {.schedule = schedule_pl},
                                               20,
                                               .steps = 20}))),
      "With a biased oracle the bound is beaten.",
      "При смещённом оракуле оценка нарушена.");

static const struct claim *const claims[] = {
    bound_exact, bound_logistic, bound_sine_squared, bound_sine_squared_mild,
    bound_steady_noise,
    /* the proof */
    line_1_expected_descent, line_1_pl, line_1_bounded_second_moment,
    line_2_common_denominator, line_2_ratio_of_squares, line_2_recursion,
    line_3_odd_square, line_3_even_square, line_3_recursion, line_4_multiplied,
    line_4_increments_of_delta, line_5_sum_telescopes, line_5_summed,
    line_5_divided,
    /* what it is worth */
    sharp_line_1_descent, sharp_line_1_pl, sharp_line_1_bounded, sharp_line_2,
    sharp_line_3_odd_square, sharp_line_3, sharp_line_4, sharp_line_5_summed,
    sharp_line_5_divided, sharp_steady_noise_second_moment,
    sharp_steady_noise_recursion, sharp_steady_noise_over_all_paths,
    sharp_steady_noise_closed_form, sharp_steady_noise_short_of_bound,
    sharp_steady_noise_measured, sharp_steady_noise_fails_at_0_95,
    sharp_after_one_step, control_without_condition_number,
    sharp_two_signs_by_recursion, sharp_two_signs_at_most_four_fifths,
    sharp_two_signs_at_least_four_fifths, sharp_two_signs_right_half_attained,
    sharp_two_signs_left_half_is_near, sharp_two_signs_measured_equals_exact,
    sharp_two_signs_fails_at_rate_1_2, no_expansion, expansion_is_exponential,
    first_informative_iteration, control_expansion_limits, sum_grows_27_times,
    control_condition_number_of_f_alone, control_wrong_schedule,
    wrong_schedule_beaten_from_55, wrong_schedule_beaten_by,
    control_variance_for_second_moment, control_no_smoothness, control_no_pl,
    control_biased_oracle};

static const struct drawing drawings[] = {
    {.name = "condition",
     .title = {"Where L/μ is large the first steps make σ^2 explode",
               "При большом L/μ первые шаги взрывают σ^2"},
     .x = {"condition number {/:Italic L}/μ",
           "число обусловленности {/:Italic L}/μ"},
     .y = {"σ^2 on the path", "σ^2 на траектории"},
     .linear_x = true,
     .bounds = true,
     .curves = {{"expansion_is_exponential",
                 0,
                 {"this schedule", "это расписание"}},
                {"no_expansion",
                 1,
                 {"steps of 1/{/:Italic L} at most",
                  "шаги не длиннее 1/{/:Italic L}"}}}},
};

const struct theorem theorem_pl_decreasing_step = {
    .id = "pl_decreasing_step",
    .title = {"SGD with a decreasing step under the PL condition",
              "SGD с убывающим шагом при условии PL"},
    .source = "Сходимость. Гладкий PL-случай.",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    .forecast = {.name = {"PL, σ² of the path", "PL, σ² вдоль пути"},
                 .method = &method_sgd,
                 .bound = bound},
};

/**
## Exercises

@exercise sharp_steady_noise_short_of_bound On steady noise the gap starts at a
    quarter of the bound and tends to all of it. Estimate by (14), with
    $H_k\approx\ln k+0.58$ and $\sum_{i\le k}i^{-2}\approx1.64$, from which $k$
    on it takes nine tenths. Then compare `gap` with `bound_pl_decreasing_step`
    in `descent run steady_noise sgd --schedule pl --steps 56`. :: The share is
    $1-\frac1k\bigl(H_k-\frac14\sum_{i\le k}i^{-2}\bigr)\approx1-\frac{\ln
    k+0.17}k$, which passes $0.9$ near $k=38$. The exact shares are 0.886 at
    $k=32$ and 0.907 at $k=42$; the run has samples of them. What is missing
    comes from line 3 alone, which gives away about $\frac1{k+1}$ of the
    constant in step $k$: hence the logarithm.
@exercise line_2_ratio_of_squares On $\frac\mu2x^2$ with steady noise the mean
    gap after one step is $\frac{\sigma^2}{8\mu}$, wherever the run began. Which
    equation of the proof shows it, and why does it not follow that the start
    costs nothing? The program's answer:
    `descent verify pl_decreasing_step/line_2_ratio_of_squares`. :: By (5) the gap is multiplied by
    $1-2\alpha_k\mu=\frac{k^2}{(k+1)^2}$, which is 0 at $k=0$: the first step
    drops $f(x_0)-f^*$ from (2) and leaves
    $\frac\mu2\alpha_0^2\sigma^2=\frac{\sigma^2}{8\mu}$. But $\sigma^2$ has to
    bound the second moment at $x_0$ too, so it is at least $\|\nabla
    f(x_0)\|^2$: from twice as far away that part of the bound is four times as
    large. The start is not forgotten, it is paid for in $\sigma^2$.
@exercise wrong_schedule_beaten_by With $\alpha_k=\frac1{2\mu(k+1)}$ two signs
    beat the bound by a factor that grows with $k$. Derive from
    $\mathbb Ex_{k+1}^2=(1-\alpha_k\mu)^2\,\mathbb Ex_k^2+\alpha_k^2s^2$ what
    each tenfold $k$ adds to it, compare with what
    `descent verify pl_decreasing_step/wrong_schedule_beaten_by` finds, and
    predict the factor at $k=10^6$. :: Times $k+1$ the recursion says that
    $(k+1)\,\mathbb Ex_{k+1}^2$ exceeds $k\,\mathbb Ex_k^2$ by
    $\frac{s^2}{4\mu^2(k+1)}$, up to terms whose sum converges. So $\mathbb
    Ef(x_k)$ is about $\frac{s^2\ln k}{8\mu k}$, and the bound
    $\frac{5s^2}{8\mu k}$, as $\sigma^2=\frac54s^2$: the factor is $0.2\ln k$
    and a constant. A tenfold $k$ adds $0.2\ln10\approx0.46$, which are the
    distances between 1.12, 1.58 and 2.04; at $10^6$ it should be about 2.97.
*/
/**ru 91512047
## Упражнения

@exercise sharp_steady_noise_short_of_bound На ровном шуме зазор сначала
    составляет четверть оценки, а в пределе всю её. Оцените по (14), взяв
    $H_k\approx\ln k+0.58$ и $\sum_{i\le k}i^{-2}\approx1.64$, начиная с какого
    $k$ он занимает девять десятых. Затем сравните `gap` с
    `bound_pl_decreasing_step` в выводе
    `descent run steady_noise sgd --schedule pl --steps 56`. :: Доля равна
    $1-\frac1k\bigl(H_k-\frac14\sum_{i\le k}i^{-2}\bigr)\approx1-\frac{\ln
    k+0.17}k$ и проходит через $0.9$ вблизи $k=38$. Точные доли: 0,886 при
    $k=32$ и 0,907 при $k=42$; запуски дают их выборочные значения. Всё
    недостающее теряет одна строка 3: на шаге $k$ она отдаёт примерно
    $\frac1{k+1}$ постоянной, отсюда и логарифм.
@exercise line_2_ratio_of_squares На $\frac\mu2x^2$ с ровным шумом средний зазор
    после одного шага равен $\frac{\sigma^2}{8\mu}$, откуда бы запуск ни
    начался. Какое равенство доказательства это показывает и почему отсюда не
    следует, что начальная точка ничего не стоит? Ответ программы:
    `descent verify pl_decreasing_step/line_2_ratio_of_squares`. :: Согласно (5), зазор
    умножается на $1-2\alpha_k\mu=\frac{k^2}{(k+1)^2}$, а при $k=0$ это 0:
    первый шаг убирает $f(x_0)-f^*$ из (2) и оставляет
    $\frac\mu2\alpha_0^2\sigma^2=\frac{\sigma^2}{8\mu}$. Но $\sigma^2$ должно
    ограничивать второй момент и в $x_0$, так что оно не меньше $\|\nabla
    f(x_0)\|^2$: если начать вдвое дальше, эта часть оценки вчетверо больше.
    Начальная точка не забыта, за неё заплачено в $\sigma^2$.
@exercise wrong_schedule_beaten_by При $\alpha_k=\frac1{2\mu(k+1)}$ зазор на двух
    знаках превосходит оценку, и отношение их растёт с $k$. Выведите из
    $\mathbb Ex_{k+1}^2=(1-\alpha_k\mu)^2\,\mathbb Ex_k^2+\alpha_k^2s^2$,
    сколько добавляет к этому отношению каждое удесятерение $k$, сравните с тем,
    что находит `descent verify pl_decreasing_step/wrong_schedule_beaten_by`, и
    предскажите отношение при $k=10^6$. :: После умножения на $k+1$ рекурсия
    говорит, что $(k+1)\,\mathbb Ex_{k+1}^2$ больше, чем $k\,\mathbb Ex_k^2$,
    на $\frac{s^2}{4\mu^2(k+1)}$, с точностью до слагаемых, сумма которых сходится.
    Поэтому $\mathbb Ef(x_k)$ — примерно $\frac{s^2\ln k}{8\mu k}$, а оценка
    равна $\frac{5s^2}{8\mu k}$, так как $\sigma^2=\frac54s^2$: отношение есть
    $0.2\ln k$ плюс постоянная. Удесятерение $k$ добавляет
    $0.2\ln10\approx0.46$: таковы расстояния между 1,12, 1,58 и 2,04; при
    $10^6$ должно получиться около 2,97.
*/
/**
## References

- H. Karimi, J. Nutini, M. Schmidt, *Linear convergence of gradient and
  proximal-gradient methods under the Polyak-Łojasiewicz condition*, ECML-PKDD
  2016, theorem 4: this theorem, with this step and this proof.
- H. Robbins, S. Monro, *A stochastic approximation method*, Annals of
  Mathematical Statistics 22 (1951): steps that fall like $1/k$.
- L. Bottou, F. Curtis, J. Nocedal, *Optimization methods for large-scale
  machine learning*, SIAM Review 60 (2018), section 4: schedules that begin
  below $1/L$.
*/
/**ru 743345646
## Литература

- H. Karimi, J. Nutini, M. Schmidt, *Linear convergence of gradient and
  proximal-gradient methods under the Polyak-Łojasiewicz condition*, ECML-PKDD
  2016, теорема 4: эта теорема, с тем же шагом и тем же доказательством.
- H. Robbins, S. Monro, *A stochastic approximation method*, Annals of
  Mathematical Statistics 22 (1951): шаги, убывающие как $1/k$.
- L. Bottou, F. Curtis, J. Nocedal, *Optimization methods for large-scale
  machine learning*, SIAM Review 60 (2018), раздел 4: расписания, которые
  начинаются ниже $1/L$.
*/
