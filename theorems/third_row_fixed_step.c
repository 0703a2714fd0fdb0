/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# The third row, with a fixed step

Of its table of rates, whose third row says that SGD needs $\mathcal
O(1/\varepsilon^2)$ iterations without convexity, the lecture states (slide
«Результаты для градиентного спуска»):

> Оценки скорости не могут быть улучшены при стандартных предположениях.

[The bound](rates.html) behind that entry is
$$\min_{t<k}\mathbb E\|\nabla f(x_t)\|^2\le\frac\Delta{\alpha k}+\frac{\alpha
L\sigma^2}2,\qquad\text{at best}\quad\sigma\sqrt{\frac{2L\Delta}k}, \tag{1}$$
with $\Delta=f(x_0)-f^*$. That *no method at all* has a better exponent is a
theorem of Arjevani, Carmon, Duchi, Foster, Srebro and Woodworth (2023): to find a
point with $\mathbb E\|\nabla f(x)\|\le\epsilon$ takes
$\Omega(L\Delta\sigma^2/\epsilon^4)$ answers of an oracle of variance $\sigma^2$,
and $\epsilon^2$ is the $\varepsilon$ of the table. Their functions have a dimension
that grows as $\epsilon$ falls, along which a method must feel its way, one
coordinate after another. For SGD whose step stays the same one dimension is enough,
and the constant comes out:

**Theorem.** For all $L,\Delta,\sigma>0$ with $\sigma^2\le2L\Delta$, every $k\ge1$ and
every step $\alpha>0$ there is an $L$-smooth function on the line with
$f(x_0)-f^*\le\Delta$, and an unbiased oracle with $\mathbb E\,g_t^2\le\sigma^2$ for all
$t<k$, on which SGD with that step has
$$\min_{t<k}\mathbb E\,f'(x_t)^2\ge\min(\sigma^2,\rho_k),\qquad
  \frac{2(k-1)}{L\sigma^2}\,\rho_k^2+\frac1{2L}\,\rho_k=\Delta. \tag{2}$$
(No gradient at the start is longer than $\sqrt{2L\Delta}$.) For large $k$ that is one
half of (1): $\rho_k\approx\frac12\sigma\sqrt{2L\Delta/k}$.
To reach $\varepsilon<\sigma^2$ takes at least
$\frac{L\Delta\sigma^2}{2\varepsilon^2}-\frac{\sigma^2}{4\varepsilon}$ iterations, where the
table's entry is $\frac{2L\Delta\sigma^2}{\varepsilon^2}$: four times as many.

In words: a short step does not get down a long slope, a long one is thrown about by
noise at the bottom, and no step avoids both. The functions are convex, which the row
does not forbid; convexity does not save the gradient from either.

@figure steps The worse of slope and bottom, by step: no step is below the floor
*/
/**ru 67174067
# Третья строка таблицы: постоянный шаг

О своей таблице скоростей, третья строка которой говорит, что без выпуклости
SGD нужно $\mathcal O(1/\varepsilon^2)$ итераций, лекция утверждает (слайд
«Результаты для градиентного спуска»):

> Оценки скорости не могут быть улучшены при стандартных предположениях.

За этой клеткой таблицы стоит [оценка](rates.html)
$$\min_{t<k}\mathbb E\|\nabla f(x_t)\|^2\le\frac\Delta{\alpha k}+\frac{\alpha
L\sigma^2}2,\qquad\text{в лучшем случае}\quad\sigma\sqrt{\frac{2L\Delta}k}, \tag{1}$$
где $\Delta=f(x_0)-f^*$. То, что лучшего показателя степени нет *ни у какого
метода вообще*, — теорема Арджевани, Кармона, Дучи, Фостера, Сребро и Вудворта
(2023): чтобы найти точку, в которой $\mathbb E\|\nabla f(x)\|\le\epsilon$,
требуется $\Omega(L\Delta\sigma^2/\epsilon^4)$ ответов оракула с дисперсией
$\sigma^2$, причём $\epsilon^2$ — это $\varepsilon$ таблицы. Размерность их
функций растёт с убыванием $\epsilon$, и метод вынужден двигаться ощупью, от
одной координаты к другой. Для SGD с неизменным шагом достаточно одного
измерения, и константа получается явно:

**Теорема.** Для любых $L,\Delta,\sigma>0$, для которых $\sigma^2\le2L\Delta$,
любого $k\ge1$ и любого шага $\alpha>0$ существуют $L$-гладкая функция на
прямой с $f(x_0)-f^*\le\Delta$ и несмещённый оракул с $\mathbb
E\,g_t^2\le\sigma^2$ при всех $t<k$, для которых у SGD с этим шагом
$$\min_{t<k}\mathbb E\,f'(x_t)^2\ge\min(\sigma^2,\rho_k),\qquad
  \frac{2(k-1)}{L\sigma^2}\,\rho_k^2+\frac1{2L}\,\rho_k=\Delta. \tag{2}$$
(Градиент в начальной точке никогда не длиннее $\sqrt{2L\Delta}$.) При больших
$k$ это половина (1): $\rho_k\approx\frac12\sigma\sqrt{2L\Delta/k}$. Чтобы
достичь $\varepsilon<\sigma^2$, нужно не меньше
$\frac{L\Delta\sigma^2}{2\varepsilon^2}-\frac{\sigma^2}{4\varepsilon}$
итераций, тогда как таблице отвечает $\frac{2L\Delta\sigma^2}{\varepsilon^2}$:
вчетверо больше.

Иными словами, при коротком шаге не спуститься с длинного склона, при длинном
шум бросает точку из стороны в сторону у дна, и ни один шаг не избежит того и
другого сразу. Функции здесь выпуклые, чего строка таблицы не запрещает;
выпуклость не спасает градиент ни от одного, ни от другого.

@figure steps Худшее из склона и дна при разных шагах: ни один шаг не
    опускается ниже порога
*/
#include <gsl/gsl_math.h>

#include "../methods/methods.h"
#include "../verify/claims/inquiry.h"
#include "theorem.h"

HYPOTHESIS(fixed_step, "the step is the same all the time",
           "шаг всё время один и тот же", NULL);
HYPOTHESIS(worse_function, "the worse of the functions counts",
           "в счёт идёт худшая из функций", NULL);
HYPOTHESIS(noise, "the oracle of the bottom has noise",
           "у оракула на дне есть шум", NULL);
static const struct hypothesis *const hypotheses[] = {fixed_step,
                                                      worse_function, noise};

/* So that no letter hides behind a 1. */
static const double L = 2, Delta = 1.5, sigma = 0.5;

/* min(sigma^2, rho_k). */
static double floor_at(size_t k) {
    double square = 2 * ((double)k - 1) / (L * sigma * sigma),
           linear = 1 / (2 * L);
    double rho =
        2 * Delta / (linear + sqrt(linear * linear + 4 * square * Delta));
    return smaller(sigma * sigma, rho);
}

/* The step for which the slope and the bottom are equally bad. */
static double best_step(size_t k) {
    return 2 * floor_at(k) / (L * sigma * sigma);
}

/**
## The proof, line by line

### Line 1. A long slope

Let $f'(x)=h$ for $x\ge0$, and $f'(x)=h+Lx$ below, as far as $-h$; the oracle tells
it without noise. From $x_0=(k-1)\alpha h$ a step is $\alpha h$ long, so that
$x_0,\dots,x_{k-1}=0$ all have $f'=h$. The gap at the start is
$(k-1)\alpha h^2+\frac{h^2}{2L}$. It is at most $\Delta$, and $g_t^2\le\sigma^2$, for
$$h^2=\min\Bigl(\sigma^2,\frac\Delta{(k-1)\alpha+\frac1{2L}}\Bigr)=\min_{t<k}f'(x_t)^2. \tag{3}$$
*/
/**ru 2054386819
## Доказательство строка за строкой

### Строка 1. Длинный склон

Пусть $f'(x)=h$ при $x\ge0$ и $f'(x)=h+Lx$ левее, вплоть до значения $-h$;
оракул сообщает производную без шума. Из $x_0=(k-1)\alpha h$ шаг имеет длину
$\alpha h$, так что во всех точках $x_0,\dots,x_{k-1}=0$ производная $f'=h$.
Начальный зазор равен $(k-1)\alpha h^2+\frac{h^2}{2L}$. Он не больше $\Delta$,
и $g_t^2\le\sigma^2$, если
$$h^2=\min\Bigl(\sigma^2,\frac\Delta{(k-1)\alpha+\frac1{2L}}\Bigr)=\min_{t<k}f'(x_t)^2. \tag{3}$$
*/
static double steepness2(double alpha, size_t k) {
    double most = Delta / (((double)k - 1) * alpha + 1 / (2 * L));
    return smaller(sigma * sigma, most);
}

static double slope_at(double h, double x) {
    return larger(smaller(h, h + L * x), -h);
}

/* min f'(x_t)^2 for t < k, along SGD. */
static double least_on_slope(const struct settings *s, double h, double x_0,
                             size_t k) {
    real x = real_all(x_0);
    double least = INFINITY;
    for (size_t t = 0; t < k; t++) {
        real slope = real_all(slope_at(h, x[0]));
        least = smaller(least, gsl_pow_2(slope[0]));
        method_sgd.step(s, t, 1, &x, &slope, NULL);
    }
    return least;
}

/* The slope that is made for alpha and k. */
struct hill {
    double h, x_0;
};
static struct hill hill_for(double alpha, size_t k) {
    double h = sqrt(steepness2(alpha, k));
    return (struct hill){h, ((double)k - 1) * alpha * h};
}
/* It is walked down with these steps. */
static double slope_with(const struct settings *s, double alpha, size_t k) {
    struct hill hill = hill_for(alpha, k);
    return least_on_slope(s, hill.h, hill.x_0, k);
}

static double walked_error(size_t k) {
    return 4 * ((double)k + 4) * DBL_EPSILON * L * Delta;
}

/**
The claims of this page take $L=2$, $\Delta=\frac32$, $\sigma=\frac12$, and steps from
$\frac1{16}$ to 16 times that for which slope and bottom are equally bad.
*/
/**ru 410524028
В утверждениях этой страницы $L=2$, $\Delta=\frac32$, $\sigma=\frac12$, а шаги —
от $\frac1{16}$ того, при котором склон и дно одинаково плохи, до взятого 16
раз.
*/
static const size_t lengths[] = {1, 2, 5, 10, 100, 1000, 10000};
enum { POWER = 4 }; /* steps 2^-POWER, ..., 2^POWER times the best */
static double step_of(size_t k, int power) {
    return ldexp(best_step(k), power);
}

/* What a claim says of one step and one k; NaN: nothing. */
struct comparison {
    double estimate, error, bound;
    enum sign sign;
};
typedef struct comparison at_step(size_t k, double alpha);
static void on_steps(struct inquiry *q) {
    at_step *const *compare = q->with;
    for (int power = -POWER; power <= POWER; power++) {
        size_t first = q->count;
        for (size_t i = 0; i < COUNT(lengths); i++) {
            struct comparison s =
                (*compare)(lengths[i], step_of(lengths[i], power));
            if (!isnan(s.estimate))
                inquiry_exact(q, "third_row", "sgd", lengths[i], s.estimate,
                              s.error, s.sign, s.bound);
        }
        inquiry_which(q, first, "2^%d times the step", power);
    }
}
#define ON_STEPS(function) COMPUTE(on_steps, &(at_step *const){function})

static struct comparison stays_on_slope(size_t k, double alpha) {
    struct settings s = {.alpha = alpha};
    return (struct comparison){slope_with(&s, alpha, k), walked_error(k),
                               steepness2(alpha, k), EQUAL};
}

/* f(x_0) - f*, from -h/L on by trapezoids: f' is linear to 0 and from there. */
static struct comparison gap_of_slope(size_t k, double alpha) {
    struct hill hill = hill_for(alpha, k);
    double h = hill.h, x_0 = hill.x_0, bend = h / L;
    double gap = bend * (slope_at(h, -bend) + slope_at(h, 0)) / 2 +
                 x_0 * (slope_at(h, 0) + slope_at(h, x_0)) / 2;
    bool capped = !(h < sigma); /* then it is shorter than it could be */
    return (struct comparison){gap, 16 * DBL_EPSILON * Delta, Delta,
                               capped ? AT_MOST : EQUAL};
}
CLAIM(line_1_slope, PROOF_LINE, ON_STEPS(stays_on_slope),
      "Equation (3), by walking down.",
      "Равенство (3): спуск по склону пройден шаг за шагом.");
CLAIM(line_1_gap, PROOF_LINE, LOOSE(0.8468, ON_STEPS(gap_of_slope)),
      "The gap at its start is $\\Delta$, or less where $h=\\sigma$.",
      "Зазор в начале этого спуска равен $\\Delta$ или меньше, если "
      "$h=\\sigma$.");
/**
### Line 2. A noisy bottom, steps below $2/L$

Let $f=\frac L2x^2$ and $g=Lx\pm s$ with $s^2=\sigma^2(1-\frac{\alpha L}2)$. The step
makes of $\mathbb Ex_t^2$ $(1-\alpha L)^2\,\mathbb Ex_t^2+\alpha^2s^2$, which has the
fixed point $\frac{\alpha\sigma^2}{2L}$. There $\mathbb Ef'^2=L^2\,\mathbb
Ex^2=\frac{\alpha L\sigma^2}2$ and $\mathbb Eg^2=\mathbb Ef'^2+s^2=\sigma^2$. Start in it: the
gap is $\frac{\alpha\sigma^2}4\le\frac{\sigma^2}{2L}\le\Delta$. So for all $t$
$$\mathbb Ef'(x_t)^2=\frac{\alpha L\sigma^2}2,\qquad\mathbb Eg_t^2=\sigma^2. \tag{4}$$
*/
/**ru 968260600
### Строка 2. Дно с шумом, шаги короче $2/L$

Пусть $f=\frac L2x^2$ и $g=Lx\pm s$, где $s^2=\sigma^2(1-\frac{\alpha L}2)$.
Шаг переводит $\mathbb Ex_t^2$ в $(1-\alpha L)^2\,\mathbb Ex_t^2+\alpha^2s^2$;
неподвижная точка этого преобразования — $\frac{\alpha\sigma^2}{2L}$. В ней
$\mathbb Ef'^2=L^2\,\mathbb Ex^2=\frac{\alpha L\sigma^2}2$ и $\mathbb
Eg^2=\mathbb Ef'^2+s^2=\sigma^2$. Начнём с неё: зазор равен
$\frac{\alpha\sigma^2}4\le\frac{\sigma^2}{2L}\le\Delta$. Поэтому при всех $t$
$$\mathbb Ef'(x_t)^2=\frac{\alpha L\sigma^2}2,\qquad\mathbb Eg_t^2=\sigma^2. \tag{4}$$
*/
struct bottom {
    double s, x_0;
};
static struct bottom bottom_for(double alpha) {
    return (struct bottom){sigma * sqrt(1 - alpha * L / 2),
                           sqrt(alpha * sigma * sigma / (2 * L))};
}
static double thrown_about(double alpha) {
    return alpha * L * sigma * sigma / 2;
}

/* The least E f'^2 for t < k, by the step on E x^2. */
static double in_the_mean(const struct settings *s, struct bottom b, size_t k) {
    double x2 = b.x_0 * b.x_0, least = INFINITY;
    for (size_t t = 0; t < k; t++) {
        double alpha = step_size(s, t);
        least = smaller(least, L * L * x2);
        x2 = gsl_pow_2(1 - alpha * L) * x2 + gsl_pow_2(alpha * b.s);
    }
    return least;
}

/* That and the largest E g^2 along all sequences of signs, a lane each. */
struct thrown {
    double least, moment;
};
enum { SIGNS_MOST = 10 };
static struct thrown by_signs(const struct settings *s, struct bottom b,
                              size_t k) {
    double slope2[SIGNS_MOST] = {0}, moment[SIGNS_MOST] = {0},
           ways = ldexp(1, (int)k);
    for (size_t first = 0; first < (size_t)ways; first += LANES) {
        real x = real_all(b.x_0), counts = real_all(1 / ways);
        for (size_t l = 0; l < LANES; l++)
            if (first + l >= (size_t)ways) counts[l] = 0;
        for (size_t t = 0; t < k; t++) {
            real g = L * x;
            slope2[t] += real_sum(counts * g * g);
            for (size_t l = 0; l < LANES; l++)
                g[l] += (first + l) >> t & 1 ? b.s : -b.s;
            moment[t] += real_sum(counts * g * g);
            method_sgd.step(s, t, 1, &x, &g, NULL);
        }
    }
    struct thrown out = {.least = INFINITY};
    for (size_t t = 0; t < k; t++) {
        out.least = smaller(out.least, slope2[t]);
        out.moment = larger(out.moment, moment[t]);
    }
    return out;
}

static struct comparison all_signs(size_t k, double alpha) {
    struct settings s = {.alpha = alpha};
    if (k > SIGNS_MOST || alpha * L >= 2)
        return (struct comparison){.estimate = NAN};
    return (struct comparison){by_signs(&s, bottom_for(alpha), k).least,
                               256 * DBL_EPSILON * sigma * sigma,
                               thrown_about(alpha), EQUAL};
}
static struct comparison moment_of_signs(size_t k, double alpha) {
    struct settings s = {.alpha = alpha};
    if (k > SIGNS_MOST || alpha * L >= 2)
        return (struct comparison){.estimate = NAN};
    return (struct comparison){by_signs(&s, bottom_for(alpha), k).moment,
                               256 * DBL_EPSILON * sigma * sigma, sigma * sigma,
                               EQUAL};
}
static struct comparison mean_of_signs(size_t k, double alpha) {
    struct settings s = {.alpha = alpha};
    if (alpha * L >= 2) return (struct comparison){.estimate = NAN};
    return (struct comparison){in_the_mean(&s, bottom_for(alpha), k),
                               8 * ((double)k + 4) * DBL_EPSILON * sigma *
                                   sigma,
                               thrown_about(alpha), EQUAL};
}
CLAIM(line_2_bottom, PROOF_LINE, ON_STEPS(all_signs),
      "Equation (4) along all sequences of signs, up to $k=10$.",
      "Равенства (4) по всем последовательностям знаков, до $k=10$.");
CLAIM(line_2_second_moment, PROOF_LINE, ON_STEPS(moment_of_signs),
      "$\\mathbb Eg_t^2=\\sigma^2$ there, along the same.",
      "Там же $\\mathbb Eg_t^2=\\sigma^2$, по тем же последовательностям.");
CLAIM(line_2_for_long, IDENTITY, ON_STEPS(mean_of_signs),
      "Equation (4) by the step on $\\mathbb Ex_t^2$, up to $k=10^4$.",
      "Равенство (4) по рекурсии для $\\mathbb Ex_t^2$, до $k=10^4$.");
/**
### Line 3. Steps from $2/L$ on

They need no noise. On the function of line 1 with $h=\sigma$, but with its bottom at
0, $f'=Lx$ within $|x|\le\frac hL$ and $\pm h$ outside, start at $x_0=\frac hL$: the gap
is $\frac{h^2}{2L}\le\Delta$, and a step of $\alpha h\ge\frac{2h}L$ leads to the other
side, from where the next leads back. So $f'^2=\sigma^2$ all the time.
*/
/**ru 1735022342
### Строка 3. Шаги от $2/L$ и длиннее

Им шум не нужен. Возьмём функцию строки 1 с $h=\sigma$, но с дном в нуле:
$f'=Lx$ при $|x|\le\frac hL$ и $\pm h$ вне этого отрезка. Начнём с $x_0=\frac
hL$: зазор равен $\frac{h^2}{2L}\le\Delta$, и шаг длины $\alpha
h\ge\frac{2h}L$ переводит на другую сторону, откуда следующий возвращает
обратно. Так что всё время $f'^2=\sigma^2$.
*/
/* The slope's function is that one moved by h/L to the left. */
static double flip_with(const struct settings *s, size_t k) {
    return least_on_slope(s, sigma, 0, k);
}
static struct comparison flips(size_t k, double alpha) {
    struct settings s = {.alpha = alpha};
    if (alpha * L < 2) return (struct comparison){.estimate = NAN};
    return (struct comparison){flip_with(&s, k), walked_error(k), sigma * sigma,
                               EQUAL};
}
CLAIM(line_3_flips, PROOF_LINE, ON_STEPS(flips),
      "$f'(x_t)^2=\\sigma^2$ for all steps tried that are at least $\\frac2L$.",
      "$f'(x_t)^2=\\sigma^2$ для всех испытанных шагов, не меньших "
      "$\\frac2L$.");
/**
### Line 4. No step avoids both

From $\frac2L$ on line 3 is enough. Below, let $m$ be the larger of (3) and (4). If the
minimum in (3) is $\sigma^2$, so is $m$ at least. Else $\alpha=\frac{2}{L\sigma^2}\cdot\frac{\alpha
L\sigma^2}2\le\frac{2m}{L\sigma^2}$ by (4), and by (3)
$$\Delta\le m\Bigl((k-1)\alpha+\frac1{2L}\Bigr)\le\frac{2(k-1)}{L\sigma^2}m^2+\frac m{2L}, \tag{5}$$
whose right side grows with $m$ and is $\Delta$ for $m=\rho_k$: so $m\ge\rho_k$.
$\blacksquare$
*/
/**ru 2963982727
### Строка 4. Ни один шаг не избежит того и другого

Начиная с $\frac2L$ достаточно строки 3. Для более коротких шагов пусть $m$ —
большее из (3) и (4). Если минимум в (3) равен $\sigma^2$, то и $m$ не меньше.
Иначе $\alpha=\frac{2}{L\sigma^2}\cdot\frac{\alpha
L\sigma^2}2\le\frac{2m}{L\sigma^2}$ в силу (4), а в силу (3)
$$\Delta\le m\Bigl((k-1)\alpha+\frac1{2L}\Bigr)\le\frac{2(k-1)}{L\sigma^2}m^2+\frac m{2L}, \tag{5}$$
где правая часть растёт вместе с $m$ и равна $\Delta$ при $m=\rho_k$. Значит,
$m\ge\rho_k$. $\blacksquare$
*/
static double worst(const struct settings *s, double alpha, size_t k) {
    if (alpha * L >= 2) return flip_with(s, k);
    return larger(slope_with(s, alpha, k),
                  in_the_mean(s, bottom_for(alpha), k));
}
static struct comparison worst_of_all(size_t k, double alpha) {
    struct settings s = {.alpha = alpha};
    return (struct comparison){worst(&s, alpha, k), walked_error(k),
                               floor_at(k), AT_LEAST};
}
CLAIM(bound, BOUND, ON_STEPS(worst_of_all),
      "(2) for nine steps, from too short to too long, each on its worst "
      "function.",
      "Оценка (2) для девяти шагов, от слишком коротких до слишком длинных, "
      "каждый на худшей для него функции.");
/**
## How sharp it is

With the step $\alpha=\frac{2\rho_k}{L\sigma^2}$ the slope and the bottom are equally bad,
and no worse than (2) says, for every $k$: on these functions the constant is the
right one. And (1) is no more than twice as high:
$$\rho_k\ge\frac12\,\sigma\sqrt{\frac{2L\Delta}k}-\frac{\sigma^2}{8(k-1)}. \tag{6}$$
*/
/**ru 4248434226
## Насколько оценка точна

При шаге $\alpha=\frac{2\rho_k}{L\sigma^2}$ склон и дно одинаково плохи, и не
хуже, чем говорит (2), при любом $k$: на этих функциях константа верна. А (1)
выше не более чем вдвое:
$$\rho_k\ge\frac12\,\sigma\sqrt{\frac{2L\Delta}k}-\frac{\sigma^2}{8(k-1)}. \tag{6}$$
*/
static void at_best(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(lengths); i++) {
        size_t k = lengths[i];
        double alpha = best_step(k);
        struct settings s = {.alpha = alpha};
        inquiry_exact(q, "third_row", "sgd", k, slope_with(&s, alpha, k),
                      walked_error(k), EQUAL, floor_at(k));
        inquiry_which(q, q->count - 1, "the slope");
        double other = alpha * L < 2 ? in_the_mean(&s, bottom_for(alpha), k)
                                     : flip_with(&s, k);
        inquiry_exact(q, "third_row", "sgd", k, other, walked_error(k), EQUAL,
                      floor_at(k));
        inquiry_which(q, q->count - 1, "the bottom");
    }
}
static void larger_at_best(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(lengths); i++) {
        double alpha = best_step(lengths[i]);
        inquiry_exact(
            q, "third_row", "sgd", lengths[i],
            worst(&(struct settings){.alpha = alpha}, alpha, lengths[i]),
            walked_error(lengths[i]), AT_LEAST, floor_at(lengths[i]) / 0.95);
    }
}
static void half(struct inquiry *q) {
    for (size_t k = 10; k <= 1000000; k *= 10) {
        double n = (double)k, upper = sigma * sqrt(2 * L * Delta / n);
        inquiry_exact(q, "third_row", "sgd", k, floor_at(k),
                      16 * DBL_EPSILON * upper, AT_LEAST,
                      upper / 2 - sigma * sigma / (8 * (n - 1)));
    }
}
CLAIM(attained, IDENTITY, COMPUTE(at_best),
      "With that step (2) is an equality on the slope and on the bottom.",
      "При этом шаге (2) обращается в равенство и на склоне, и на дне.");
CLAIM(half_of_the_upper_bound, SHARPNESS, COMPUTE(half),
      "Inequality (6), up to $k=10^6$.", "Неравенство (6), до $k=10^6$.");
/**
## What breaks

**A larger constant.** With that step nothing is above $\frac1{0.95}$ of (2).

**A step that changes.** Made for a fixed step, the functions are no match for one
that is twice as long in the first half of the run and a quarter as long in the
second: it gets down the slope, and comes to rest at the bottom.

**One function alone.** On the slope alone a step of $\frac1L$ is fast, on the bottom
alone a short one lies still where the noise of a long one would have it.

**No noise.** With $s=0$ the bottom holds nobody, and a step of $\frac1L$ is down any
slope.
*/
/**ru 3929300951
## Что ломается {#what-breaks}

**Константа больше.** При этом шаге ничто не выше границы (2), умноженной на
$\frac1{0.95}$.

**Меняющийся шаг.** Построенные для постоянного шага, эти функции не помеха
шагу, который в первой половине запуска вдвое длиннее, а во второй вчетверо
короче: он успевает спуститься по склону и успокаивается у дна.

**Только одна функция.** На одном лишь склоне шаг $\frac1L$ быстр, на одном
лишь дне при коротком шаге точка лежит спокойно там, где при длинном её бросал
бы шум.

**Без шума.** При $s=0$ дно никого не держит, а с шагом $\frac1L$ спускаются с
любого склона.
*/
CLAIM(control_larger_constant, CONTROL, COMPUTE(larger_at_best),
      "A constant larger by a factor of 1/0.95 in (2) is wrong.",
      "Константа в (2), увеличенная в 1/0,95 раза, неверна.");

enum { LENGTH = 1000 };
static double halves(const struct settings *s, size_t k) {
    return k < LENGTH / 2 ? 2 * s->alpha : s->alpha / 4;
}
static void changing_step(struct inquiry *q) {
    double alpha = best_step(LENGTH);
    struct settings s = {.alpha = alpha, .schedule = halves};
    inquiry_exact(q, "third_row", "sgd", LENGTH, worst(&s, alpha, LENGTH),
                  walked_error(LENGTH), AT_LEAST, floor_at(LENGTH));
}
CLAIM(control_changing_step, CONTROL, DROPS(fixed_step, COMPUTE(changing_step)),
      "A step that changes beats (2) on both functions.",
      "Меняющийся шаг опускается ниже (2) на обеих функциях.");

static void one_function(struct inquiry *q) {
    double best = best_step(LENGTH);
    struct settings longer = {.alpha = 1 / L}, shorter = {.alpha = best / 16};
    inquiry_exact(q, "third_row", "sgd", LENGTH,
                  slope_with(&longer, longer.alpha, LENGTH),
                  walked_error(LENGTH), AT_LEAST, floor_at(LENGTH));
    inquiry_which(q, q->count - 1, "the slope");
    inquiry_exact(q, "third_row", "sgd", LENGTH,
                  in_the_mean(&shorter, bottom_for(shorter.alpha), LENGTH),
                  walked_error(LENGTH), AT_LEAST, floor_at(LENGTH));
    inquiry_which(q, q->count - 1, "the bottom");
}
CLAIM(control_one_function, CONTROL,
      DROPS(worse_function, COMPUTE(one_function)),
      "On either function alone a step beats (2).",
      "На каждой из функций в отдельности найдётся шаг, опускающийся ниже "
      "(2).");

static void quiet_bottom(struct inquiry *q) {
    struct settings s = {.alpha = 1 / L};
    struct bottom b = bottom_for(s.alpha);
    b.s = 0;
    double both =
        larger(slope_with(&s, s.alpha, LENGTH), in_the_mean(&s, b, LENGTH));
    inquiry_exact(q, "third_row", "sgd", LENGTH, both, walked_error(LENGTH),
                  AT_LEAST, floor_at(LENGTH));
}
CLAIM(control_no_noise, CONTROL, DROPS(noise, COMPUTE(quiet_bottom)),
      "Without noise a step of $\\frac1L$ beats (2) on both.",
      "Без шума шаг $\\frac1L$ опускается ниже (2) на обеих функциях.");

static const struct claim *const claims[] = {line_1_slope,
                                             line_1_gap,
                                             line_2_bottom,
                                             line_2_second_moment,
                                             line_2_for_long,
                                             line_3_flips,
                                             bound,
                                             attained,
                                             half_of_the_upper_bound,
                                             control_larger_constant,
                                             control_changing_step,
                                             control_one_function,
                                             control_no_noise};

static const struct drawing drawings[] = {
    {.name = "steps",
     .title = {"Too long or too short, no fixed step gets below the floor",
               "Ни слишком длинный, ни короткий шаг не опускается ниже порога"},
     .x = {"iterations {/:Italic k}", "итераций {/:Italic k}"},
     .y = {"least mean square of the gradient",
           "наименьший средний квадрат градиента"},
     .bounds = true,
     .names_bounds = false,
     .curves = {
         {"bound", 2, {"a quarter of the best step", "четверть лучшего шага"}},
         {"bound", 4, {"best step", "лучший шаг"}},
         {"bound",
          7,
          {"eight times the best step", "в 8 раз длиннее лучшего"}}}}};

const struct theorem theorem_third_row_fixed_step = {
    .id = "third_row_fixed_step",
    .title = {"The third row, with a fixed step",
              "Третья строка таблицы: постоянный шаг"},
    .source = "Результаты для градиентного спуска",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise line_1_slope For $k=1000$ somebody misses the best step by a factor of
    four. Predict how much the worse of slope and bottom grows, if the step is
    too long and if it is too short, and how much the right side of (1) grows.
    The numbers are in `reports/results.csv` after
    `descent verify third_row_fixed_step/line_1_slope third_row_fixed_step/line_2_for_long`. ::
    By (4) the bottom is proportional to $\alpha$, so that four times too long
    costs a factor of 4. On the slope (3) is
    $\frac\Delta{(k-1)\alpha+\frac1{2L}}$, and a quarter of the step costs a
    little less, about 3.96, because of the term that does not depend on
    $\alpha$. At its best (1) is a sum of two equal terms, of which only one
    grows: $\frac12\bigl(4+\frac14\bigr)\approx2.1$ times, on either side.
@exercise attained Minimise the right side of (1) over $\alpha$ and compare the
    minimiser, for large $k$, with the step $\frac{2\rho_k}{L\sigma^2}$ for
    which `descent verify third_row_fixed_step/attained` finds slope and bottom
    equally bad. Where then does the factor of two between (1) and (2) come
    from? :: (1) is least where its two terms are equal, for
    $\alpha=\frac1\sigma\sqrt{\frac{2\Delta}{Lk}}$; and with
    $\rho_k\approx\frac12\sigma\sqrt{2L\Delta/k}$ the other step is about the
    same. There the slope is as bad as the first term of (1) allows for large
    $k$, the bottom as bad as the second. The upper bound adds the two terms;
    the lower one takes the worse of two functions, neither of which is bad in
    both ways, and the larger of two equal numbers is half their sum.
@exercise control_no_noise Without noise, with $\alpha=\frac1L$, what does (3)
    say of the slope that is made for this step, and what happens at the bottom,
    where $s=0$ now? How fast does the worse of the two fall with $k$, and whose
    rate is that? Compute it for $k=1000$ with this page's constants and compare
    it with (2) by `descent verify third_row_fixed_step/control_no_noise`. ::
    (3) becomes $\min\bigl(\sigma^2,\frac{2L\Delta}{2k-1}\bigr)$, and at the
    bottom one step leads to 0. So the slope alone counts, and falls like
    $\frac1k$: that is the rate of gradient descent, $\mathcal O(1/\varepsilon)$
    iterations and not $\mathcal O(1/\varepsilon^2)$. With $L=2$ and
    $\Delta=\frac32$ it is $\frac6{1999}\approx0.0030$, where (2) demands about
    0.019. So it is noise that puts the square root into the third row.
*/
/**ru 850253944
## Упражнения

@exercise line_1_slope При $k=1000$ кто-то ошибся в выборе шага вчетверо против
    лучшего. Предскажите, во сколько раз вырастет худшее из склона и дна, если
    шаг слишком длинный и если он слишком короткий, и во сколько раз вырастет
    правая часть (1). Числа будут в файле `reports/results.csv` после
    `descent verify third_row_fixed_step/line_1_slope third_row_fixed_step/line_2_for_long`. ::
    Согласно (4) величина на дне пропорциональна $\alpha$, так что вчетверо
    более длинный шаг обходится ровно вчетверо дороже. На склоне (3) равно
    $\frac\Delta{(k-1)\alpha+\frac1{2L}}$, и четверть шага стоит чуть меньше,
    около 3,96 раза, из-за слагаемого, не зависящего от $\alpha$. Правая часть
    (1) при лучшем шаге — сумма двух равных слагаемых, из которых растёт только
    одно: в $\frac12\bigl(4+\frac14\bigr)\approx2.1$ раза, в какую бы сторону ни
    ошибиться.
@exercise attained Найдите минимум правой части (1) по $\alpha$ и сравните при
    больших $k$ точку минимума с шагом $\frac{2\rho_k}{L\sigma^2}$, при котором
    `descent verify third_row_fixed_step/attained` находит склон и дно одинаково
    плохими. Откуда же берётся двойка между (1) и (2)? :: Правая часть (1)
    наименьшая там, где два её слагаемых равны, при
    $\alpha=\frac1\sigma\sqrt{\frac{2\Delta}{Lk}}$; и при
    $\rho_k\approx\frac12\sigma\sqrt{2L\Delta/k}$ другой шаг примерно таков же.
    Склон при этом шаге настолько плох, насколько при больших $k$ позволяет
    первое слагаемое (1), а дно — насколько позволяет второе. Верхняя оценка
    складывает эти слагаемые, а нижняя берёт худшую из двух функций, ни одна из
    которых не плоха сразу в обоих отношениях; большее из двух равных чисел
    составляет половину их суммы.
@exercise control_no_noise Что говорит (3) при $\alpha=\frac1L$ и без шума о
    склоне, построенном для этого шага, и что происходит на дне, где теперь
    $s=0$? Как быстро худшее из двух убывает с ростом $k$ и чья это скорость?
    Вычислите его при $k=1000$ с константами этой страницы и сравните с (2) с
    помощью `descent verify third_row_fixed_step/control_no_noise`. :: Выражение
    (3) превращается в $\min\bigl(\sigma^2,\frac{2L\Delta}{2k-1}\bigr)$, а на
    дне один шаг приводит в 0. Так что в счёт идёт только склон, и он убывает
    как $\frac1k$: это скорость градиентного спуска, $\mathcal O(1/\varepsilon)$
    итераций, а не $\mathcal O(1/\varepsilon^2)$. При $L=2$ и $\Delta=\frac32$
    получается $\frac6{1999}\approx0.0030$, тогда как (2) требует около 0,019.
    Значит, квадратный корень в третьей строке — дело шума.
*/

/**
## References

- Y. Arjevani, Y. Carmon, J. Duchi, D. Foster, N. Srebro, B. Woodworth, *Lower
  bounds for non-convex stochastic optimization*, Mathematical Programming 199
  (2023): no method is faster.
- S. Ghadimi, G. Lan, *Stochastic first- and zeroth-order methods for nonconvex
  stochastic programming*, SIAM Journal on Optimization 23 (2013): the upper bound
  (1).
- Y. Drori, O. Shamir, *The complexity of finding stationary points with stochastic
  gradient descent*, ICML 2020: SGD's rate is tight on convex functions as well.
*/
/**ru 1394008924
## Литература

- Y. Arjevani, Y. Carmon, J. Duchi, D. Foster, N. Srebro, B. Woodworth, *Lower
  bounds for non-convex stochastic optimization*, Mathematical Programming 199
  (2023): быстрее нет ни одного метода.
- S. Ghadimi, G. Lan, *Stochastic first- and zeroth-order methods for
  nonconvex stochastic programming*, SIAM Journal on Optimization 23 (2013):
  верхняя оценка (1).
- Y. Drori, O. Shamir, *The complexity of finding stationary points with
  stochastic gradient descent*, ICML 2020: скорость SGD точна и на выпуклых
  функциях.
*/
