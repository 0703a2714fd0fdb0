/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Narrow and wide minima

The lecture's slides «Ширина локальных минимумов» («Узкие и широкие локальные
минимумы») show a function with two minima, and what becomes of them when the
test loss is a little beside the training loss. Here
$$f(x)=-e^{-x^2/2w_1^2}-e^{-(x-13)^2/2w_2^2},\qquad w_1=0.9,\ w_2=5. \tag{1}$$

@figure sam_a Two minima of nearly the same depth
@figure sam_b A test loss that is shifted by 1 costs the narrow one more
@figure sam_c The step decides in which of them descent can rest
@figure sgd_local_divergence A step far beyond 2/f'' leaves the narrow minimum for the
    wide one

**Theorem 1 (the price of a shift).** A well $-e^{-x^2/2w^2}$ that is shifted by
$\delta\ne0$ loses $c_w(\delta)=1-e^{-\delta^2/2w^2}$ at its minimum, and for
$w_1<w_2$
$$1<\frac{c_{w_1}(\delta)}{c_{w_2}(\delta)}<\frac{w_2^2}{w_1^2}. \tag{2}$$

**Theorem 2 (where SGD can rest; Wu, Ma and E 2018).** Near a minimum that all
components share, with curvatures of mean $h$ and of deviation $s$,
$v_{k+1}=(1-\alpha h_k)v_k$. Drawn independently,
$$\mathbb E v_k^2=q^kv_0^2,\qquad q=(1-\alpha h)^2+\alpha^2s^2, \tag{3}$$
which falls if and only if $0<\alpha<\frac{2h}{h^2+s^2}$.

**Theorem 3 (a step that is too long leaves).** If $f''\ge h>\frac2\alpha$ on
$[x^*-r,\,x^*+r]$, gradient descent that starts there, and not in $x^*$, gets
farther from $x^*$ at least by the factor $\alpha h-1>1$ a step, until it is
outside.

So the longer the step, the wider the minima in which descent can end, at
$\frac{2h}{h^2+s^2}\le\frac2h$ at the latest.
*/
/**ru 1410091202
# Узкие и широкие минимумы

Слайды лекции «Ширина локальных минимумов» («Узкие и широкие локальные
минимумы») показывают функцию с двумя минимумами и то, что с ними происходит,
когда тестовая функция потерь немного сдвинута относительно обучающей. Здесь
$$f(x)=-e^{-x^2/2w_1^2}-e^{-(x-13)^2/2w_2^2},\qquad w_1=0.9,\ w_2=5. \tag{1}$$

@figure sam_a Два минимума почти одной глубины
@figure sam_b Тестовая функция потерь, сдвинутая на 1, обходится узкому минимуму
    дороже
@figure sam_c Шаг решает, в каком из них может остановиться спуск
@figure sgd_local_divergence Шаг намного больше 2/f'' уводит из узкого минимума в
    широкий

**Теорема 1 (цена сдвига).** Яма $-e^{-x^2/2w^2}$, сдвинутая на $\delta\ne0$,
теряет в своём минимуме $c_w(\delta)=1-e^{-\delta^2/2w^2}$, и при $w_1<w_2$
$$1<\frac{c_{w_1}(\delta)}{c_{w_2}(\delta)}<\frac{w_2^2}{w_1^2}. \tag{2}$$

**Теорема 2 (где может остановиться SGD; Wu, Ma and E 2018).** Вблизи общего
минимума всех слагаемых, кривизны которых имеют среднее $h$ и стандартное
отклонение $s$, $v_{k+1}=(1-\alpha h_k)v_k$. Если кривизны выбираются
независимо, то
$$\mathbb E v_k^2=q^kv_0^2,\qquad q=(1-\alpha h)^2+\alpha^2s^2, \tag{3}$$
и эта величина убывает тогда и только тогда, когда
$0<\alpha<\frac{2h}{h^2+s^2}$.

**Теорема 3 (слишком длинный шаг уводит).** Если $f''\ge h>\frac2\alpha$ на
$[x^*-r,\,x^*+r]$, то градиентный спуск, начатый там, но не в $x^*$, за каждый
шаг удаляется от $x^*$ не меньше чем в $\alpha h-1>1$ раз, пока не выйдет
наружу.

Итак, чем длиннее шаг, тем шире минимумы, в которых может закончиться спуск:
самое позднее при $\frac{2h}{h^2+s^2}\le\frac2h$ минимум его уже не удержит.
*/
#include <gsl/gsl_integration.h>
#include <gsl/gsl_math.h>

#include "theorem.h"

HYPOTHESIS(other_width, "w_1 < w_2", "w_1 < w_2", NULL);
HYPOTHESIS(independent, "curvatures are drawn independently",
           "кривизны выбираются независимо", NULL);
HYPOTHESIS(shared_minimum, "all components share the minimum",
           "у всех слагаемых общий минимум", NULL);
HYPOTHESIS(long_step, "for theorem 3: alpha h > 2 on the interval",
           "для теоремы 3: alpha h > 2 на отрезке", NULL);
HYPOTHESIS(not_at_rest, "for theorem 3: the start is not x*",
           "для теоремы 3: начальная точка — не x*", NULL);
static const struct hypothesis *const hypotheses[] = {
    other_width, independent, shared_minimum, long_step, not_at_rest};

enum { NARROW, WIDE, WELLS };
static const double width[WELLS] = {0.9, 5}, centre[WELLS] = {0, 13};
static const double few = 64 * DBL_EPSILON;

static double value(double x) {
    double sum = 0;
    for (size_t w = 0; w < WELLS; w++)
        sum -= exp(-gsl_pow_2((x - centre[w]) / width[w]) / 2);
    return sum;
}
static double slope(double x) {
    double sum = 0;
    for (size_t w = 0; w < WELLS; w++) {
        double u = (x - centre[w]) / width[w];
        sum += u / width[w] * exp(-u * u / 2);
    }
    return sum;
}
static double curvature(double x) {
    double sum = 0;
    for (size_t w = 0; w < WELLS; w++) {
        double u = (x - centre[w]) / width[w];
        sum += (1 - u * u) / gsl_pow_2(width[w]) * exp(-u * u / 2);
    }
    return sum;
}
/* The minimum of f near a well's centre, by Newton's method. */
static double minimum(size_t well) {
    double x = centre[well];
    for (size_t k = 0; k < 20; k++) x -= slope(x) / curvature(x);
    return x;
}
/**
## The price of a shift

With $u=\frac{\delta^2}{2w^2}$ the price is $1-e^{-u}$, which grows with $u$,
hence
falls with $w$; and $\frac{1-e^{-u}}u=\int_0^1e^{-ut}dt$ falls with $u$, so that
$\frac{c_{w_1}}{c_{w_2}}<\frac{u_1}{u_2}$. $\blacksquare$ Short shifts attain
the right of (2), long ones the
left.
*/
/**ru 2920113898
## Цена сдвига

При $u=\frac{\delta^2}{2w^2}$ цена равна $1-e^{-u}$; она растёт с $u$ и, значит,
убывает с $w$, а $\frac{1-e^{-u}}u=\int_0^1e^{-ut}dt$ убывает с $u$, так что
$\frac{c_{w_1}}{c_{w_2}}<\frac{u_1}{u_2}$. $\blacksquare$ К правой части (2)
приближаются малые сдвиги, к левой — большие.
*/
static double price(double w, double delta) {
    return -expm1(-gsl_pow_2(delta / w) / 2);
}
static double well_slope(double x, void *of) {
    double w = *(const double *)of, u = x / w;
    return u / w * exp(-u * u / 2);
}
static void price_of_a_well(struct inquiry *q) {
    for (size_t w = 0; w < WELLS; w++)
        for (size_t i = 1; i <= 10; i++) {
            gsl_function well = {well_slope, (void *)&width[w]};
            gsl_integration_workspace *work =
                gsl_integration_workspace_alloc(100);
            double lost, error;
            gsl_integration_qag(&well, 0, (double)i / 2, 0, 1e-12, 100,
                                GSL_INTEG_GAUSS31, work, &lost, &error);
            gsl_integration_workspace_free(work);
            inquiry_exact(q, "well", "shift", i, price(width[w], (double)i / 2),
                          error + few, EQUAL, lost);
            inquiry_which(q, q->count - 1, "w = %g", width[w]);
        }
}
CLAIM(line_1_price, PROOF_LINE, COMPUTE(price_of_a_well),
      "$c_w(\\delta)$ is the integral of the well's slope.",
      "$c_w(\\delta)$ — интеграл наклона ямы.");
static void ratio_of_prices(struct inquiry *q) {
    static const double shifts[] = {0.01, 0.1, 1, 3, 10, 20};
    const double *w = q->with;
    double square = gsl_pow_2(w[1] / w[0]);
    for (size_t i = 0; i < COUNT(shifts); i++) {
        double ratio = price(w[0], shifts[i]) / price(w[1], shifts[i]);
        inquiry_exact(q, "well", "shift", i + 1, ratio, few * square, AT_MOST,
                      square);
        inquiry_which(q, q->count - 1, "at most, shift %g", shifts[i]);
        inquiry_exact(q, "well", "shift", i + 1, ratio, few * square, AT_LEAST,
                      1);
        inquiry_which(q, q->count - 1, "at least, shift %g", shifts[i]);
    }
}
CLAIM(bound_prices, BOUND, COMPUTE(ratio_of_prices, &(const double[]){0.9, 5}),
      "(2) for shifts from 0.01 to 20.", "(2) для сдвигов от 0,01 до 20.");
CLAIM(control_other_order, CONTROL,
      DROPS(other_width,
            SOMEWHERE(COMPUTE(ratio_of_prices, &(const double[]){5, 0.9}))),
      "(2) with the widths exchanged.", "(2), если поменять ширины местами.");
/**
The two wells of $f$ overlap a little: at the narrow minimum the slope of the
wide well adds to the price or takes from it.
What the shift costs there, for every $\delta$ of a grid up to 3 to either side,
in terms of the wide one's price:
*/
/**ru 1651212357
Две ямы функции $f$ немного перекрываются: в узком минимуме наклон широкой ямы
прибавляется к цене или вычитается из неё. Сколько стоит там сдвиг, для каждого
$\delta$ из сетки до 3 в обе стороны, в единицах цены для широкого минимума:
*/
static double cost(size_t well, double delta) {
    double x = minimum(well);
    return value(x - delta) - value(x);
}
static void costs(struct inquiry *q) {
    const size_t *dear = q->with; /* the well that is said to pay more */
    for (int side = -1; side <= 1; side += 2) {
        struct nearest n = {.sign = AT_LEAST};
        for (size_t i = 1; i <= 300; i++) {
            double delta = side * (double)i / 100;
            nearest_take(&n, i, cost(*dear, delta) / cost(1 - *dear, delta), 1,
                         few / gsl_pow_2(delta));
        }
        inquiry_nearest(q, "two wells", "shift", &n);
        inquiry_which(q, q->count - 1, side < 0 ? "left" : "right");
    }
}
CLAIM(narrow_pays_more, SHARPNESS,
      ALLOWING(1e-3, "the ratio of two prices that are small",
               COMPUTE(costs, &(const size_t){NARROW})),
      "In $f$ the narrow minimum pays more, for all shifts up to 3.",
      "У $f$ узкий минимум платит больше, при всех сдвигах до 3.");
CLAIM(control_wide_pays_more, CONTROL,
      ALLOWING(1e-3, "as above", COMPUTE(costs, &(const size_t){WIDE})),
      "The wide one does.", "Больше платит широкий.");
static void wells_of_f(struct inquiry *q) {
    for (size_t w = 0; w < WELLS; w++) {
        double x = minimum(w), h = 1e-4;
        double difference =
            (value(x + h) - 2 * value(x) + value(x - h)) / (h * h);
        inquiry_exact(q, "two wells", "curvature", w + 1, curvature(x), 1e-6,
                      EQUAL, difference);
        inquiry_exact(q, "two wells", "slope", w + 1, slope(x + 0.5), 1e-8,
                      EQUAL,
                      (value(x + 0.5 + h) - value(x + 0.5 - h)) / (2 * h));
    }
}
CLAIM(derivatives, IDENTITY,
      ALLOWING(1e-4, "differences in place of derivatives",
               COMPUTE(wells_of_f)),
      "$f'$ and $f''$ against differences of $f$.",
      "$f'$ и $f''$ в сравнении с разностями $f$.");
/**
## Where SGD can rest

$v_{k+1}^2=(1-\alpha h_k)^2v_k^2$, and $h_k$ is independent of $v_k$: the mean
of the factor is
$1-2\alpha h+\alpha^2(h^2+s^2)=q$, which is (3); $q<1$ means
$\alpha(h^2+s^2)<2h$. $\blacksquare$

With curvatures $h\pm s$, $h=1$, $s=\frac12$, all $2^{12}$ sequences of twelve
steps of the method are gone
through. In the figure $s=\frac h2$ for both wells.
*/
/**ru 268420876
## Где может остановиться SGD

$v_{k+1}^2=(1-\alpha h_k)^2v_k^2$, и $h_k$ не зависит от $v_k$: среднее
множителя равно $1-2\alpha h+\alpha^2(h^2+s^2)=q$, а это (3); $q<1$ означает
$\alpha(h^2+s^2)<2h$. $\blacksquare$

Для кривизн $h\pm s$, $h=1$, $s=\frac12$, перебираются все $2^{12}$
последовательностей из двенадцати шагов метода. На рисунке $s=\frac h2$ для
обеих ям.
*/
enum { STEPS = 12, SEQUENCES = 1 << STEPS };
static const double h_mean = 1, h_spread = 0.5;
static double factor(double alpha) {
    return gsl_pow_2(1 - alpha * h_mean) + gsl_pow_2(alpha * h_spread);
}
/* How curvatures are drawn, and whether components share the minimum. */
struct drawn {
    bool once; /* the first one is kept */
    double apart;
    double step;
};
static double mean_square(const struct drawn *d, size_t steps) {
    struct settings settings = {.alpha = d->step};
    double sum = 0;
    for (size_t first = 0; first < SEQUENCES; first += LANES) {
        whole coins = whole_numbered() + first;
        real v = real_all(1), g;
        for (size_t k = 0; k < steps; k++) {
            real sign =
                real_where(whole_is(coins & 1, 1), real_all(1), real_all(-1));
            g = (h_mean + h_spread * sign) * v + d->apart * sign;
            method_sgd.step(&settings, k, 1, &v, &g, NULL);
            if (!d->once) coins >>= 1;
        }
        sum += real_sum(v * v) / SEQUENCES;
    }
    return sum;
}
static void second_moment_by_paths(struct inquiry *q) {
    const struct drawn *d = q->with;
    for (size_t k = 1; k <= STEPS; k++) {
        double is = mean_square(d, k);
        double said = pow(factor(d->step), (double)k);
        inquiry_exact(q, "shared minimum", "sgd", k, is,
                      few * SEQUENCES * larger(is, said), EQUAL, said);
    }
}
CLAIM(line_3_short_step, PROOF_LINE,
      COMPUTE(second_moment_by_paths, &(const struct drawn){.step = 0.3}),
      "(3) with the step 0.3, over all sequences ...",
      "(3) с шагом 0,3, по всем последовательностям ...");
CLAIM(line_3_long_step, PROOF_LINE,
      COMPUTE(second_moment_by_paths, &(const struct drawn){.step = 1.9}),
      "... and with 1.9.", "... и с шагом 1,9.");
CLAIM(control_drawn_once, CONTROL,
      DROPS(independent, SOMEWHERE(COMPUTE(second_moment_by_paths,
                                           &(const struct drawn){
                                               .step = 0.3, .once = true}))),
      "The same with a curvature that is drawn once and kept.",
      "То же с кривизной, выбранной один раз и сохранённой.");
CLAIM(control_minimum_not_shared, CONTROL,
      DROPS(shared_minimum,
            COMPUTE(second_moment_by_paths,
                    &(const struct drawn){.step = 0.3, .apart = 0.2})),
      "The same where the components' minima are apart.",
      "То же, когда минимумы слагаемых различны.");
/**
The border, $\alpha=\frac{2h}{h^2+s^2}=1.6$: a ten-thousandth below,
$\mathbb Ev_k^2$ has fallen after twelve steps,
a ten-thousandth above it has grown, and at the border it has done neither. That
is less than $\frac2h=2$, the limit of gradient descent.
*/
/**ru 3371286014
Граница, $\alpha=\frac{2h}{h^2+s^2}=1.6$: на одну десятитысячную ниже неё
величина $\mathbb Ev_k^2$ за двенадцать шагов убывает, на одну десятитысячную
выше — растёт, а на самой границе не делает ни того ни другого. Это меньше, чем
$\frac2h=2$, предел для градиентного спуска.
*/
static void border(struct inquiry *q) {
    static const struct {
        double part;
        enum sign sign;
    } steps[] = {{0.9999, AT_MOST}, {1, EQUAL}, {1.0001, AT_LEAST}};
    const double *longest = q->with;
    for (size_t i = 0; i < COUNT(steps); i++) {
        const struct drawn d = {.step = steps[i].part * *longest};
        double is = mean_square(&d, STEPS);
        inquiry_exact(q, "shared minimum", "sgd", STEPS, is,
                      few * SEQUENCES * larger(is, 1), steps[i].sign, 1);
        inquiry_which(q, q->count - 1, "%g of the border", steps[i].part);
    }
}
CLAIM(bound_border, BOUND, COMPUTE(border, &(const double){1.6}),
      "The mean square falls below the border, and grows above it.",
      "Средний квадрат ниже границы убывает, а выше неё растёт.");
CLAIM(control_border_of_descent, CONTROL,
      SOMEWHERE(COMPUTE(border, &(const double){2})),
      "With the border of gradient descent, $\\frac2h$, in its place.",
      "Если вместо этой границы взять границу для градиентного спуска, "
      "$\\frac2h$.");
/**
**Most runs are not the mean.** Beyond the border a few runs make the mean grow,
and most may still fall: $\frac1k\log|v_k|$ tends to
$\mathbb E\log|1-\alpha h_k|=\frac12\log|(1-\alpha h)^2-\alpha^2s^2|$, which is
negative for the step 1.7, though $q=1.21$.
So (3) says when the mean square explodes, not when each run does.
*/
/**ru 3658178817
**Большинство запусков — не среднее.** За границей среднее растёт из-за немногих
запусков, а большинство может и убывать: $\frac1k\log|v_k|$ стремится к $\mathbb
E\log|1-\alpha h_k|=\frac12\log|(1-\alpha h)^2-\alpha^2s^2|$, что отрицательно
при шаге 1,7, хотя $q=1.21$. Так что (3) говорит, когда взрывается средний
квадрат, а не каждый запуск.
*/
static double median_square(double step) {
    /* Half of the plus signs: an odd number of steps has no such sequence. */
    double v = 1;
    for (size_t k = 0; k < STEPS; k++) {
        double h = k % 2 ? h_mean + h_spread : h_mean - h_spread;
        v *= 1 - step * h;
    }
    return v * v;
}
static void typical(struct inquiry *q) {
    const double step = 1.7;
    const struct drawn d = {.step = step};
    double mean = mean_square(&d, STEPS);
    inquiry_exact(q, "shared minimum", "sgd", STEPS, mean, few * SEQUENCES,
                  AT_LEAST, 1);
    inquiry_which(q, q->count - 1, "mean");
    inquiry_exact(q, "shared minimum", "sgd", STEPS, median_square(step), few,
                  AT_MOST, 1);
    inquiry_which(q, q->count - 1, "as many of either sign");
}
CLAIM(most_runs_fall, SHARPNESS, COMPUTE(typical),
      "With the step 1.7 $\\mathbb Ev_{12}^2>1$, and with as many of either "
      "sign $v_{12}^2<1$.",
      "При шаге 1,7 $\\mathbb Ev_{12}^2>1$, а если знаков поровну, "
      "$v_{12}^2<1$.");
/**
## A step that is too long leaves

By the mean value theorem $x_{k+1}-x^*=(1-\alpha f''(\xi))(x_k-x^*)$ with $\xi$
between $x_k$ and $x^*$, and
$|1-\alpha f''(\xi)|\ge\alpha h-1$. $\blacksquare$ On the narrow well, with
$r=0.01$ and $r=0.3$, $h$ is the least $f''$ at points $10^{-4}$ apart, less
$10^{-4}\cdot5$, as $|f'''|\le5$. Steps from a grid of points around $x^*$:
*/
/**ru 1518384536
## Слишком длинный шаг уводит

По теореме о среднем $x_{k+1}-x^*=(1-\alpha f''(\xi))(x_k-x^*)$, где $\xi$ лежит
между $x_k$ и $x^*$, и $|1-\alpha f''(\xi)|\ge\alpha h-1$. $\blacksquare$ Для
узкой ямы, при $r=0.01$ и $r=0.3$, за $h$ взято наименьшее значение $f''$ в
точках с промежутком $10^{-4}$ за вычетом $10^{-4}\cdot5$, так как $|f'''|\le5$.
Шаги из точек сетки вокруг $x^*$:
*/
static double least_curvature(double x, double reach) {
    double least = INFINITY;
    for (double d = -reach; d <= reach; d += 1e-4)
        least = smaller(least, curvature(x + d));
    return least - 5e-4;
}
static void leaves(struct inquiry *q) {
    static const double reaches[] = {0.01, 0.3};
    const double *step = q->with;
    double x = minimum(NARROW);
    for (size_t r = 0; r < COUNT(reaches); r++) {
        double reach = reaches[r], h = least_curvature(x, reach);
        struct nearest n = {.sign = AT_LEAST};
        for (size_t i = 1; i <= 100; i++)
            for (int side = -1; side <= 1; side += 2) {
                double d = side * reach * (double)i / 100;
                double next = x + d - *step * slope(x + d);
                nearest_take(&n, i, fabs(next - x), (2 * h - 1) * fabs(d), few);
            }
        inquiry_nearest(q, "two wells", "gradient descent", &n);
        inquiry_which(q, q->count - 1, "r = %g", reach);
    }
}
CLAIM(line_4_leaves, PROOF_LINE, COMPUTE(leaves, &(const double){2}),
      "With the step 2 the distance to the narrow minimum grows by "
      "$2h-1$ a step, for $r=0.01$ and 0.3.",
      "С шагом 2 расстояние до узкого минимума растёт за шаг не меньше чем в "
      "$2h-1$ раз, при $r=0.01$ и 0,3.");
CLAIM(control_short_step_stays, CONTROL,
      DROPS(long_step, COMPUTE(leaves, &(const double){1})),
      "With the step 1 it does.", "С шагом 1 — тоже.");
/**
**So it ends in the wide one.** From 1000 starts in $[-2,20]$, 2000 steps each
of 1 or of 12: with the short one a share of
the starts ends within 0.1 of the narrow minimum, with the long one none. (Who
starts *in* the minimum stays.)
*/
/**ru 1095719687
**Поэтому он приходит в широкий.** Из 1000 начальных точек на $[-2,20]$, по 2000
шагов длины 1 или 12: при коротком шаге некоторая доля начальных точек приводит
на расстояние не больше 0,1 от узкого минимума, при длинном — ни одна. (Кто
начинает *в самом* минимуме, там и остаётся.)
*/
enum { STARTS = 1000, LONG = 2000 };
struct ends {
    double step;
    size_t well;
    enum sign sign;
    double share;
    bool at_rest;
};
static double share_near(const struct ends *e) {
    size_t count = 0;
    double target = minimum(e->well);
    for (size_t i = 0; i < STARTS; i++) {
        double x = e->at_rest ? target : -2 + 22 * ((double)i + 0.5) / STARTS;
        for (size_t k = 0; k < LONG; k++) x -= e->step * slope(x);
        count += fabs(x - target) <= 0.1;
    }
    return (double)count / STARTS;
}
static void ending(struct inquiry *q) {
    const struct ends *e = q->with;
    inquiry_exact(q, "two wells", "gradient descent", LONG, share_near(e), 0,
                  e->sign, e->share);
}
CLAIM(short_step_ends_in_both, SHARPNESS,
      COMPUTE(ending, &(const struct ends){1, NARROW, AT_LEAST, 0.1, false}),
      "With the step 1 more than a tenth ends in the narrow minimum ...",
      "С шагом 1 больше десятой части точек приходит в узкий минимум ...");
CLAIM(long_step_ends_in_none_narrow, SHARPNESS,
      COMPUTE(ending, &(const struct ends){12, NARROW, AT_MOST, 0, false}),
      "... with 12 none ...", "... с шагом 12 — ни одна ...");
CLAIM(long_step_ends_in_the_wide, SHARPNESS,
      COMPUTE(ending, &(const struct ends){12, WIDE, AT_LEAST, 0.9, false}),
      "... and nine tenths in the wide one.",
      "... и девять десятых — в широкий.");
CLAIM(control_long_step_in_narrow, CONTROL,
      COMPUTE(ending, &(const struct ends){12, NARROW, AT_LEAST, 0.1, false}),
      "With 12 a tenth ends in the narrow one.",
      "С шагом 12 десятая часть приходит в узкий.");
static void rests(struct inquiry *q) {
    double x = minimum(NARROW), next = x - 2 * slope(x);
    inquiry_exact(q, "two wells", "gradient descent", 1, fabs(next - x), few,
                  AT_LEAST, 1e-3);
}
CLAIM(control_start_at_rest, CONTROL, DROPS(not_at_rest, COMPUTE(rests)),
      "From the narrow minimum itself the step 2 leads away.",
      "Из самого узкого минимума шаг 2 уводит.");

static const struct claim *const claims[] = {line_1_price,
                                             bound_prices,
                                             control_other_order,
                                             narrow_pays_more,
                                             control_wide_pays_more,
                                             derivatives,
                                             line_3_short_step,
                                             line_3_long_step,
                                             control_drawn_once,
                                             control_minimum_not_shared,
                                             bound_border,
                                             control_border_of_descent,
                                             most_runs_fall,
                                             line_4_leaves,
                                             control_short_step_stays,
                                             short_step_ends_in_both,
                                             long_step_ends_in_none_narrow,
                                             long_step_ends_in_the_wide,
                                             control_long_step_in_narrow,
                                             control_start_at_rest};

/* ---- figures ---- */

enum { CURVE = 501, SHOWN = 60 };
static const double low = -4, high = 24;
static void draw_loss(struct canvas *c, struct pen pen, double shift) {
    double curve[CURVE][2];
    for (size_t i = 0; i < CURVE; i++) {
        curve[i][0] = low + (high - low) * (double)i / (CURVE - 1);
        curve[i][1] = value(curve[i][0] - shift);
    }
    canvas_draw(c, pen, (const double(*)[2])curve, CURVE);
}
static void draw_minima(struct canvas *c) {
    static const char *const names[][2] = {{"narrow", "узкий"},
                                           {"wide", "широкий"}};
    for (size_t w = 0; w < WELLS; w++) {
        double x = minimum(w);
        const double at[][2] = {{x, value(x)}}, below[][2] = {{x + 0.6, -1.09}};
        canvas_draw(c, (struct pen){.kind = STROKE_STARS, .weight = 0.7}, at,
                    1);
        canvas_draw(c,
                    (struct pen){.kind = STROKE_WORDS,
                                 .colour = PEN_INK,
                                 .name = {names[w][0], names[w][1]}},
                    below, 1);
    }
}
static void draw_two(struct canvas *c, const void *with) {
    (void)with;
    draw_loss(c, (struct pen){.colour = 0, .name = {"training", "обучение"}},
              0);
    draw_minima(c);
}
static void draw_shift(struct canvas *c, const void *with) {
    const double *shift = with;
    draw_loss(c, (struct pen){.colour = 0, .name = {"training", "обучение"}},
              0);
    draw_loss(
        c, (struct pen){.colour = 1, .dashed = true, .name = {"test", "тест"}},
        *shift);
    draw_minima(c);
    for (size_t w = 0; w < WELLS; w++) {
        double x = minimum(w);
        const double gap[][2] = {{x, value(x)}, {x, value(x - *shift)}};
        canvas_draw(c, (struct pen){.colour = PEN_INK, .weight = 0.8}, gap, 2);
    }
}
/* q of both wells over the step, s = h/2. */
static void draw_factors(struct canvas *c, const void *with) {
    (void)with;
    static const char *const names[][2] = {{"narrow", "узкий"},
                                           {"wide", "широкий"}};
    double curve[CURVE][2];
    for (size_t w = 0; w < WELLS; w++) {
        double h = curvature(minimum(w));
        for (size_t i = 0; i < CURVE; i++) {
            double alpha = pow(10, -1 + 3 * (double)i / (CURVE - 1));
            curve[i][0] = alpha;
            curve[i][1] = gsl_pow_2(1 - alpha * h) + gsl_pow_2(alpha * h / 2);
        }
        canvas_draw(
            c, (struct pen){.colour = w, .name = {names[w][0], names[w][1]}},
            (const double(*)[2])curve, CURVE);
    }
    const double one[][2] = {{0.1, 1}, {100, 1}};
    canvas_draw(c, (struct pen){.colour = PEN_INK, .dashed = true}, one, 2);
}
static void draw_leaving(struct canvas *c, const void *with) {
    (void)with;
    static const double steps[] = {1, 12};
    for (size_t i = 0; i < COUNT(steps); i++) {
        double x = -1, on[SHOWN][2], in_time[SHOWN][2];
        for (size_t k = 0; k < SHOWN; k++) {
            on[k][0] = in_time[k][1] = x;
            on[k][1] = value(x);
            in_time[k][0] = (double)k;
            x -= steps[i] * slope(x);
        }
        struct pen pen = {.kind = STROKE_POINTS, .colour = i};
        if (i == 0)
            draw_loss(c, (struct pen){.colour = PEN_GREY, .weight = 0.8}, 0);
        canvas_draw(c, pen, (const double(*)[2])on, SHOWN);
        pen = (struct pen){
            .panel = 1,
            .colour = i,
            .name = {i ? "step 12" : "step 1", i ? "шаг 12" : "шаг 1"}};
        canvas_draw(c, pen, (const double(*)[2])in_time, SHOWN);
    }
}
#define LOSS_AXES                                                              \
    {                                                                          \
        .x = {"x", "x"}, .y = {"f(x)", "f(x)"}, .low = {-4, -1.15}, .high = {  \
            24,                                                                \
            0.05                                                               \
        }                                                                      \
    }
static const struct picture pictures[] = {
    {.name = "sam_a",
     .title = {"Two minima of nearly the same depth",
               "Два минимума почти одной глубины"},
     .shows = {"A narrow well about 0 and a wide one about 13.",
               "Узкая яма около 0 и широкая около 13."},
     .panel = {LOSS_AXES},
     .draw = draw_two},
    {.name = "sam_b",
     .title = {"A shift of the test loss costs the narrow minimum more",
               "Сдвиг тестовой функции обходится узкому минимуму дороже"},
     .shows = {"The same function and, dashed, the same shifted by 1: at the "
               "narrow minimum it is higher by a half, at the wide one by a "
               "fiftieth.",
               "Та же функция и, пунктиром, она же со сдвигом 1: в узком "
               "минимуме она выше на половину, в широком на одну пятидесятую."},
     .panel = {LOSS_AXES},
     .draw = draw_shift,
     .with = &(const double){1}},
    {.name = "sam_c",
     .title = {"Longer steps can rest in the wide minimum alone",
               "Длинный шаг может остановиться только в широком минимуме"},
     .shows = {"The factor of the second moment over the step: for the narrow "
               "minimum it exceeds 1 from a step of 1.3 on, for the wide one "
               "from 40 on.",
               "Множитель второго момента по длине шага: для узкого минимума "
               "он больше 1 начиная с шага 1,3, для широкого — с 40."},
     .panel = {{.x = {"step α", "шаг α"},
                .y = {"(1 − αh)^2 + α^2s^2", "(1 − αh)^2 + α^2s^2"},
                .log_x = true,
                .low = {0.1, 0},
                .high = {100, 2}}},
     .draw = draw_factors},
    {.name = "sgd_local_divergence",
     .title =
         {"A step far beyond 2/f'' leaves the narrow minimum for the wide one",
          "Шаг намного больше 2/f'' уводит из узкого минимума в широкий"},
     .shows = {"From -1, descent with the step 1 ends in the narrow minimum, "
               "with the step 12 it leaps out and ends in the wide one.",
               "Из точки -1 спуск с шагом 1 приходит в узкий минимум, с шагом "
               "12 выскакивает и приходит в широкий."},
     .width = 900,
     .height = 400,
     .panel_count = 2,
     .panel = {LOSS_AXES,
               {.x = {"iteration", "итерация"}, .y = {"x_k", "x_k"}}},
     .draw = draw_leaving},
};

const struct theorem theorem_width_of_minima = {
    .id = "width_of_minima",
    .title = {"Narrow and wide minima", "Узкие и широкие минимумы"},
    .source = "Ширина локальных минимумов",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    PICTURES(pictures),
};

/**
## Exercises

@exercise most_runs_fall With the step 1.7, how many of the $2^{12}$ equally likely
    sequences of curvatures make up the mean square after twelve steps,
    $q^{12}\approx10$? Count those with $v_{12}^2>1$; the factors are
    $1-1.7\cdot1.5=-1.55$ and $1-1.7\cdot0.5=0.15$. The mean and the typical
    sequence are in `descent verify width_of_minima/most_runs_fall`. :: With the
    long factor $n$ times $|v_{12}|=1.55^n\cdot0.15^{12-n}$, which is 0.17 for
    $n=9$ and 1.8 for $n=10$. So it is $66+12+1=79$ of 4096 sequences, 2 % of
    them, and they contribute nearly all of the mean, which is 10.1. With as
    many of either factor $v_{12}^2\approx2.5\cdot10^{-8}$.
@exercise control_drawn_once Let a curvature, 0.5 or 1.5, be drawn once and kept,
    with the step 0.3. Which step of the proof of (3) is lost? Find $\mathbb
    Ev_k^2$, and say why it is $q$ for $k=1$ and more than $q^k$ for all
    $k\ge2$. The program's answer:
    `descent verify width_of_minima/control_drawn_once`. :: Now $h_k$ and $v_k$ depend on each other, so the mean of the
    product is not the product of the means. Instead $\mathbb
    Ev_k^2=\frac12\bigl(0.85^{2k}+0.55^{2k}\bigr)$, the mean of a $k$-th power,
    while $q^k=0.5125^k$ is the power of the mean; the former is the larger one
    by Jensen's inequality, and for $k=1$ they are the same. At $k=12$ it is
    0.0101 against 0.00033, about 31 times as much: in the end the flatter one
    decides alone.
@exercise line_4_leaves By theorem 3 descent with the step 2 leaves
    $[x^*-0.3,\,x^*+0.3]$ about the narrow minimum. Does it end in the wide one?
    Predict, then follow it:
    `awk 'BEGIN{x=0.1;for(k=0;k<1000;k++){print x;x-=2*(x/.81*exp(-x*x/1.62)+(x-13)/25*exp(-(x-13)^2/50))}}'`,
    and again with 12 for the first 2.
    The program's answer:
    `descent verify width_of_minima/line_4_leaves`. :: With 12 it ends at 13, with 2 it does
    not: it hops between $-0.54$ and $0.60$ for ever. The theorem promises that
    it leaves the interval, where $f''>\frac2\alpha=1$, and nothing beyond. On
    the narrow well alone $x$ and $-x$ follow each other where
    $f'(x)=\frac{2x}\alpha$, which is
    $e^{-x^2/2w_1^2}=\frac{2w_1^2}\alpha=0.81$, so at $x\approx\pm0.58$; there
    $|1-\alpha f''|\approx0.16$, so that this pair of points attracts. To leave
    a minimum is not yet to leave its well.
*/
/**ru 3172327564
## Упражнения

@exercise most_runs_fall Из скольких среди $2^{12}$ равновероятных
    последовательностей кривизн складывается при шаге 1,7 средний квадрат после
    двенадцати шагов, $q^{12}\approx10$? Сосчитайте те, у которых $v_{12}^2>1$;
    множители равны $1-1.7\cdot1.5=-1.55$ и $1-1.7\cdot0.5=0.15$. Среднее и
    типичную последовательность даёт
    `descent verify width_of_minima/most_runs_fall`. :: Если больший множитель
    встречается $n$ раз, то $|v_{12}|=1.55^n\cdot0.15^{12-n}$: это 0,17 при
    $n=9$ и 1,8 при $n=10$. Значит, таких последовательностей $66+12+1=79$ из
    4096, то есть 2 %, и на них приходится почти всё среднее, равное 10,1. Если
    же множителей поровну, то $v_{12}^2\approx2.5\cdot10^{-8}$.
@exercise control_drawn_once Пусть кривизна, 0,5 или 1,5, выбирается один раз и
    сохраняется, при шаге 0,3. Какой шаг доказательства (3) пропадает? Найдите
    $\mathbb Ev_k^2$ и объясните, почему это $q$ при $k=1$ и больше, чем $q^k$,
    при всех $k\ge2$. Ответ программы:
    `descent verify width_of_minima/control_drawn_once`. :: Теперь $h_k$ зависит от $v_k$, так что среднее
    произведения — не произведение средних. Вместо этого $\mathbb
    Ev_k^2=\frac12\bigl(0.85^{2k}+0.55^{2k}\bigr)$, среднее $k$-й степени, тогда
    как $q^k=0.5125^k$ — степень среднего; по неравенству Йенсена первое больше,
    а при $k=1$ они совпадают. При $k=12$ это 0,0101 против 0,00033, примерно в
    31 раз больше: в конце концов всё решает одна более пологая кривизна.
@exercise line_4_leaves По теореме 3 спуск с шагом 2 уходит с отрезка
    $[x^*-0.3,\,x^*+0.3]$ вокруг узкого минимума. Придёт ли он в широкий?
    Предскажите, затем проследите за ним:
    `awk 'BEGIN{x=0.1;for(k=0;k<1000;k++){print x;x-=2*(x/.81*exp(-x*x/1.62)+(x-13)/25*exp(-(x-13)^2/50))}}'`,
    и ещё раз с 12 вместо первого числа 2. Ответ программы:
    `descent verify width_of_minima/line_4_leaves`. :: С шагом 12 он приходит в 13, с
    шагом 2 — нет: он без конца прыгает между $-0.54$ и $0.60$. Теорема обещает,
    что он уйдёт с отрезка, где $f''>\frac2\alpha=1$, и ничего сверх того. В
    одной лишь узкой яме точки $x$ и $-x$ следуют друг за другом там, где
    $f'(x)=\frac{2x}\alpha$, то есть $e^{-x^2/2w_1^2}=\frac{2w_1^2}\alpha=0.81$,
    при $x\approx\pm0.58$; там $|1-\alpha f''|\approx0.16$, так что эта пара
    точек притягивает. Уйти из минимума ещё не значит уйти из ямы.
*/
/**
## References

- L. Wu, C. Ma, W. E, *How SGD selects the global minima in over-parameterized
  learning: a dynamical stability perspective*, NeurIPS 2018: the factor (3).
- P. Foret, A. Kleiner, H. Mobahi, B. Neyshabur, *Sharpness-aware minimization
  for efficiently improving generalization*, ICLR 2021: a method that asks for wide
  minima.
*/
/**ru 2204696612
## Литература

- L. Wu, C. Ma, W. E, *How SGD selects the global minima in over-parameterized
  learning: a dynamical stability perspective*, NeurIPS 2018: множитель (3).
- P. Foret, A. Kleiner, H. Mobahi, B. Neyshabur, *Sharpness-aware minimization
  for efficiently improving generalization*, ICLR 2021: метод, который ищет
  широкие минимумы.
*/
