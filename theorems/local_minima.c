/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Gradient descent is caught in a local minimum, SGD jumps out

The lecture says («Весёлые истории»):

> Градиентный спуск сходится к локальному минимуму
>
> Стохастический градиентный спуск выпрыгивает из локальных минимумов

and shows it on a well with waves in it,
$$f(x)=-\varphi(x)\,(1+c\sin\kappa x),\qquad c=0.07,\ \kappa=15,\quad\varphi(x)=\tfrac1{\sqrt{2\pi}}e^{-x^2/2}. \tag{1}$$

@figure gd_scalar_convergence Gradient descent from a point near the minimum
@figure gd_scalar_convergence_to_local_minimum From farther off it is caught
@figure sgd_escape With noise of deviation 0.9 and the step 0.1 it comes out

**Theorem 1 (the trap).** Let $|f''|\le L$, $0<\alpha\le\frac1L$ and
$f'(a)<0<f'(b)$,
$a<b$. Gradient descent that starts in $[a,b]$ never leaves it.

**Theorem 2 (what SGD sees; Kleinberg, Li and Yuan 2018).** Let
$x_{t+1}=x_t-\alpha(f'(x_t)+\omega_t)$ with independent noise of mean 0, and
$y_t=x_t-\alpha f'(x_t)$: where $x_{t+1}$ would be in the mean. Then
$$\mathbb E[y_{t+1}\mid y_t]=y_t-\alpha F'(y_t),\qquad F(y)=\mathbb E f(y-\alpha\omega): \tag{2}$$
$y$ descends on a *smoothed* function, in which waves shorter than
$\alpha\omega$ are gone.
*/
/**ru 1474309441
# Градиентный спуск застревает в локальном минимуме, SGD выпрыгивает

Лекция утверждает («Весёлые истории»):

> Градиентный спуск сходится к локальному минимуму
>
> Стохастический градиентный спуск выпрыгивает из локальных минимумов

и показывает это на яме с волнами:
$$f(x)=-\varphi(x)\,(1+c\sin\kappa x),\qquad c=0.07,\ \kappa=15,\quad\varphi(x)=\tfrac1{\sqrt{2\pi}}e^{-x^2/2}. \tag{1}$$

@figure gd_scalar_convergence Градиентный спуск из точки вблизи минимума
@figure gd_scalar_convergence_to_local_minimum Издалека он застревает
@figure sgd_escape Со стандартным отклонением шума 0,9 и шагом 0,1 он выбирается

**Теорема 1 (ловушка).** Пусть $|f''|\le L$, $0<\alpha\le\frac1L$ и
$f'(a)<0<f'(b)$, $a<b$. Градиентный спуск, начатый на отрезке $[a,b]$, никогда
его не покидает.

**Теорема 2 (что видит SGD; Kleinberg, Li, Yuan 2018).** Пусть
$x_{t+1}=x_t-\alpha(f'(x_t)+\omega_t)$ с независимым шумом со средним 0 и
$y_t=x_t-\alpha f'(x_t)$ — точка, где $x_{t+1}$ оказалась бы в среднем. Тогда
$$\mathbb E[y_{t+1}\mid y_t]=y_t-\alpha F'(y_t),\qquad F(y)=\mathbb E f(y-\alpha\omega): \tag{2}$$
$y$ спускается по *сглаженной* функции, в которой волны короче $\alpha\omega$
исчезли.
*/
#include <gsl/gsl_deriv.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_math.h>

#include "theorem.h"

HYPOTHESIS(inward, "f'(a) < 0 < f'(b)", "f'(a) < 0 < f'(b)", NULL);
HYPOTHESIS(short_step, "alpha <= 1/L", "alpha <= 1/L", NULL);
HYPOTHESIS(mean_0, "for (2): the noise is independent of x, with mean 0",
           "для (2): шум не зависит от x, среднее 0", NULL);
HYPOTHESIS(long_noise, "for the way out: alpha omega is as long as the waves",
           "для выхода: длина alpha omega такая же, как у волн", NULL);
static const struct hypothesis *const hypotheses[] = {inward, short_step,
                                                      mean_0, long_noise};

static const double waves = 0.07, kappa = 15, alpha = 0.1, deviation = 0.9;
static const double phi_0 = 0.39894228040143268; /* phi(0) */

static double phi(double x) {
    return phi_0 * exp(-x * x / 2);
}
static double value(double x, void *unused) {
    (void)unused;
    return -phi(x) * (1 + waves * sin(kappa * x));
}
static double slope(double x, void *unused) {
    (void)unused;
    double g = 1 + waves * sin(kappa * x), dg = waves * kappa * cos(kappa * x);
    return phi(x) * (x * g - dg);
}
static double curvature(double x) {
    double g = 1 + waves * sin(kappa * x), dg = waves * kappa * cos(kappa * x);
    double ddg = -waves * kappa * kappa * sin(kappa * x);
    return phi(x) * ((1 - x * x) * g + 2 * x * dg - ddg);
}
/* f' in lanes. */
static real slopes(real x) {
    real wave = waves * real_sin(kappa * x);
    real turned = waves * kappa * real_sin(kappa * x + M_PI_2);
    return phi_0 * real_exp(-x * x / 2) * (x * (1 + wave) - turned);
}
static const double few = 64 * DBL_EPSILON; /* for numbers of the size 1 */
/**
## The trap, line by line

**Line 1. The curvature.** With $g=1+c\sin\kappa x$
$$f'=\varphi\,(xg-g'),\qquad f''=\varphi\,\bigl((1-x^2)g+2xg'-g''\bigr), \tag{3}$$
and as $\varphi|1-x^2|\le\varphi(0)$ and $\varphi|x|\le\varphi(1)$,
$$|f''|\le L=\varphi(0)\,(1+c+c\kappa^2)+2c\kappa\,\varphi(1)=7.2. \tag{4}$$
*/
/**ru 3576935781
## Ловушка строка за строкой

**Строка 1. Кривизна.** При $g=1+c\sin\kappa x$
$$f'=\varphi\,(xg-g'),\qquad f''=\varphi\,\bigl((1-x^2)g+2xg'-g''\bigr), \tag{3}$$
и так как $\varphi|1-x^2|\le\varphi(0)$ и $\varphi|x|\le\varphi(1)$,
$$|f''|\le L=\varphi(0)\,(1+c+c\kappa^2)+2c\kappa\,\varphi(1)=7.2. \tag{4}$$
*/
static double smoothness(void) {
    return phi_0 * (1 + waves + waves * kappa * kappa) +
           2 * waves * kappa * phi(1);
}
static void derivatives(struct inquiry *q) {
    gsl_function f = {value, NULL}, df = {slope, NULL};
    size_t k = 0;
    for (double x = -2; x <= 2; x += 0.23) {
        double d, dd, error;
        gsl_deriv_central(&f, x, 1e-3, &d, &error);
        inquiry_exact(q, "well", "slope", ++k, slope(x, NULL), error, EQUAL, d);
        gsl_deriv_central(&df, x, 1e-3, &dd, &error);
        inquiry_exact(q, "well", "curvature", k, curvature(x), error, EQUAL,
                      dd);
    }
}
CLAIM(line_1_derivatives, IDENTITY,
      ALLOWING(1e-4, "differences in place of derivatives",
               COMPUTE(derivatives)),
      "(3) against differences of $f$ and of $f'$.",
      "(3) в сравнении с разностями $f$ и $f'$.");
static void curvature_bounded(struct inquiry *q) {
    struct nearest n = {.sign = AT_MOST};
    size_t k = 0;
    for (double x = -5; x <= 5; x += 1e-4)
        nearest_take(&n, k++, fabs(curvature(x)), smoothness(), few * 10);
    inquiry_nearest(q, "well", "grid", &n);
}
CLAIM(line_1_smooth, PROOF_LINE, LOOSE(0.923, COMPUTE(curvature_bounded)),
      "(4) on a grid.", "(4) на сетке.");
/**
**Line 2. No leap.** $x\mapsto x-\alpha f'(x)$ has the derivative
$1-\alpha f''\ge0$: it
does not fall, so it maps $[a,b]$ into
$$[\,a-\alpha f'(a),\ b-\alpha f'(b)\,]\subset[a,b]. \tag{5}$$
$\blacksquare$

Between two neighbouring local maxima, $10^{-3}$ away from each, there is such
an interval. From each of 200 points of each of them (the ends included) a
thousand steps are made.
*/
/**ru 2697273420
**Строка 2. Без скачков.** Производная отображения $x\mapsto x-\alpha f'(x)$
равна $1-\alpha f''\ge0$: оно не убывает и потому переводит $[a,b]$ в
$$[\,a-\alpha f'(a),\ b-\alpha f'(b)\,]\subset[a,b]. \tag{5}$$
$\blacksquare$

Между двумя соседними локальными максимумами, на расстоянии $10^{-3}$ от
каждого, лежит такой отрезок. Из каждой из 200 точек каждого отрезка (включая
концы) делается тысяча шагов.
*/
enum { BASINS_MAX = 16, STARTS = 200, LONG = 1000 };
struct basins {
    size_t count;
    double a[BASINS_MAX], b[BASINS_MAX];
};
/* Intervals between neighbouring maxima, which are changes of sign of f' from
 * plus to minus. */
static struct basins basins_of_well(void) {
    struct basins found = {0};
    double last = NAN;
    const double h = 1e-5;
    for (double x = -1.5; x <= 1.5; x += h)
        if (slope(x, NULL) > 0 && slope(x + h, NULL) <= 0) {
            if (isfinite(last) && found.count < BASINS_MAX) {
                found.a[found.count] = last + 1e-3;
                found.b[found.count++] = x - 1e-3;
            }
            last = x;
        }
    return found;
}
/* Steps of that length, from all over each interval, moved or not: how far from
 * its one end, and from its other, they lead. */
struct caught {
    double step, moved;
};
static void stays(struct inquiry *q) {
    const struct caught *c = q->with;
    struct basins all = basins_of_well();
    for (size_t i = 0; i < all.count; i++) {
        double a = all.a[i] + c->moved, b = all.b[i] + c->moved;
        double lowest = b, highest = a;
        for (size_t s = 0; s < STARTS; s++) {
            double x = a + (b - a) * (double)s / (STARTS - 1);
            for (size_t k = 0; k < LONG; k++) {
                x -= c->step * slope(x, NULL);
                lowest = smaller(lowest, x);
                highest = larger(highest, x);
            }
        }
        inquiry_exact(q, "well", "gradient descent", i + 1, highest - a, few,
                      AT_MOST, b - a);
        inquiry_which(q, q->count - 1, "right");
        inquiry_exact(q, "well", "gradient descent", i + 1, b - lowest, few,
                      AT_MOST, b - a);
        inquiry_which(q, q->count - 1, "left");
    }
}
CLAIM(bound_trap, BOUND, COMPUTE(stays, &(const struct caught){.step = 0.1}),
      "No path leaves its interval, with the step 0.1 ...",
      "Ни одна траектория не покидает своего отрезка: с шагом 0,1…");
CLAIM(bound_trap_longest_step, BOUND,
      COMPUTE(stays, &(const struct caught){.step = 0.138}),
      "... nor with 0.138, just below $\\frac1L$.",
      "…и с шагом 0,138, чуть меньшим $\\frac1L$.");
CLAIM(control_step_too_long, CONTROL,
      DROPS(short_step,
            SOMEWHERE(COMPUTE(stays, &(const struct caught){.step = 2}))),
      "With the step 2 none does.", "С шагом 2 — тоже ни одна.");
CLAIM(control_slope_outward, CONTROL,
      DROPS(inward,
            SOMEWHERE(COMPUTE(stays, &(const struct caught){.step = 0.1,
                                                            .moved = 0.02}))),
      "None leaves an interval that reaches beyond a maximum by 0.02.",
      "Ни одна не покидает отрезка, который заходит за максимум на 0,02.");
/**
**The price.** From 0.95 the path ends in the minimum at 0.87, whose value is
higher than the least one by more than 0.1:
*/
/**ru 3738997644
**Цена.** Из точки 0,95 траектория приходит в минимум в точке 0,87, значение в
котором больше наименьшего более чем на 0,1:
*/
static const double caught_at = 0.95, free_at = 0.28;
static double end_of(double x) {
    for (size_t k = 0; k < LONG; k++) x -= alpha * slope(x, NULL);
    return x;
}
static double value_of(double x, const void *unused) {
    (void)unused;
    return value(x, NULL);
}
static void price(struct inquiry *q) {
    const enum sign *sign = q->with;
    double lowest = least_around(0, 3, 3000, value_of, NULL);
    inquiry_exact(q, "well", "gradient descent", LONG,
                  value(end_of(caught_at), NULL) - lowest, few, *sign,
                  *sign == AT_LEAST ? 0.1 : 1e-3);
}
CLAIM(price_of_the_trap, SHARPNESS,
      COMPUTE(price, &(const enum sign){AT_LEAST}),
      "From 0.95 gradient descent ends more than 0.1 above the minimum.",
      "Из 0,95 градиентный спуск приходит в точку, где значение больше "
      "минимума более чем на 0,1.");
CLAIM(control_descent_finds_the_minimum, CONTROL,
      COMPUTE(price, &(const enum sign){AT_MOST}),
      "It ends within a thousandth of it.",
      "Оно отличается от минимума не больше чем на тысячную.");
static void good_start(struct inquiry *q) {
    double lowest = least_around(0, 3, 3000, value_of, NULL);
    inquiry_exact(q, "well", "gradient descent", LONG,
                  value(end_of(free_at), NULL) - lowest, few, AT_MOST, 1e-9);
}
CLAIM(from_a_good_start, SHARPNESS,
      ALLOWING(1e-4, "a gap of nothing has an error only", COMPUTE(good_start)),
      "From 0.28 it finds it.", "Из 0,28 он находит минимум.");
/**
## The smoothed function, line by line

**Line 3. The change of variables.** $x_{t+1}=y_t-\alpha\omega_t$, hence
$$y_{t+1}=y_t-\alpha\omega_t-\alpha f'(y_t-\alpha\omega_t), \tag{6}$$
of which the mean is (2), since $\mathbb E\,\omega_t=0$ and $\mathbb E
f'(y-\alpha\omega)=F'(y)$. Runs of the method, in $x$, against (6), step by
step:
*/
/**ru 2215202500
## Сглаженная функция строка за строкой

**Строка 3. Замена переменных.** $x_{t+1}=y_t-\alpha\omega_t$, откуда
$$y_{t+1}=y_t-\alpha\omega_t-\alpha f'(y_t-\alpha\omega_t), \tag{6}$$
среднее этого есть (2), так как $\mathbb E\,\omega_t=0$ и
$\mathbb E f'(y-\alpha\omega)=F'(y)$. Запуски метода в переменной $x$
сравниваются с (6) шаг за шагом:
*/
static void change_of_variables(struct inquiry *q) {
    struct settings settings = {.alpha = alpha};
    struct pcg_lanes random = inquiry_lanes(q, 0);
    struct nearest n = {.sign = EQUAL};
    real x = real_all(caught_at);
    for (size_t k = 0; k < LONG; k++) {
        real noise = deviation * pcg_lanes_gaussian(&random),
             g = slopes(x) + noise;
        real before = x;
        method_sgd.step(&settings, k, 1, &x, &g, NULL);
        for (unsigned l = 0; l < LANES; l++) {
            double y = before[l] - alpha * slope(before[l], NULL);
            double shaken = y - alpha * noise[l];
            nearest_take(&n, k, x[l] - alpha * slope(x[l], NULL),
                         shaken - alpha * slope(shaken, NULL), 4 * few);
        }
    }
    inquiry_nearest(q, "well", "sgd", &n);
}
CLAIM(line_3_change_of_variables, PROOF_LINE, COMPUTE(change_of_variables),
      "(6) along sixteen runs of a thousand steps.",
      "(6) вдоль шестнадцати запусков по тысяче шагов.");
/**
**Line 4. The smoothed function** for Gaussian noise of deviation $s/\alpha$.
The product of the densities of
$X\sim N(0,1)$ and of $y-X\sim N(0,s^2)$ is $N(y;\,0,\,1+s^2)$ times that of
$X\sim N(\frac y{1+s^2},\frac{s^2}{1+s^2})$,
under which $\mathbb E\sin\kappa X$ is known:
$$F(y)=-\tfrac1\sigma\,\varphi\bigl(\tfrac y\sigma\bigr)(1+c'\sin\kappa'y),\quad\sigma^2=1+s^2,\ \kappa'=\frac\kappa{\sigma^2},\ c'=c\,e^{-\kappa^2s^2/2\sigma^2}: \tag{7}$$
the same well, a little wider, with lower waves: $c'=0.028$ for $s=0.09$. (2)
with this $F$, against
a Gaussian quadrature of (6):
*/
/**ru 1767164212
**Строка 4. Сглаженная функция** для гауссовского шума со стандартным
отклонением $s/\alpha$. Произведение плотностей $X\sim N(0,1)$ и
$y-X\sim N(0,s^2)$ равно $N(y;\,0,\,1+s^2)$, умноженному на плотность
$X\sim N(\frac y{1+s^2},\frac{s^2}{1+s^2})$, при которой $\mathbb E\sin\kappa X$
известно:
$$F(y)=-\tfrac1\sigma\,\varphi\bigl(\tfrac y\sigma\bigr)(1+c'\sin\kappa'y),\quad\sigma^2=1+s^2,\ \kappa'=\frac\kappa{\sigma^2},\ c'=c\,e^{-\kappa^2s^2/2\sigma^2}: \tag{7}$$
та же яма, чуть шире и с волнами пониже: $c'=0.028$ при $s=0.09$. Равенство (2)
с этой $F$ сравнивается с гауссовой квадратурой от (6):
*/
struct smoothed {
    double sigma2, c, k;
};
static struct smoothed smoothed_by(double s) {
    double sigma2 = 1 + s * s;
    return (struct smoothed){sigma2,
                             waves * exp(-kappa * kappa * s * s / (2 * sigma2)),
                             kappa / sigma2};
}
/* F'(y). */
static double smooth_slope(const struct smoothed *f, double y) {
    double sigma = sqrt(f->sigma2);
    return phi(y / sigma) / (sigma * f->sigma2) *
           (y * (1 + f->c * sin(f->k * y)) -
            f->sigma2 * f->c * f->k * cos(f->k * y));
}
/* E of a power of y_{t+1} given y_t = y, by the rule of Gauss and Hermite. */
enum { NODES = 64 };
static gsl_integration_fixed_workspace *rule_new(void) {
    return gsl_integration_fixed_alloc(gsl_integration_fixed_hermite, NODES, 0,
                                       0.5, 0, 0);
}
static double next_moment(const gsl_integration_fixed_workspace *w, double y,
                          double by, double shift, int power) {
    const double *node = gsl_integration_fixed_nodes(w),
                 *weight = gsl_integration_fixed_weights(w);
    double sum = 0;
    for (size_t i = 0; i < NODES; i++) {
        double x = y - by * (deviation * node[i] + shift);
        sum += weight[i] * gsl_pow_int(x - by * slope(x, NULL), power);
    }
    return sum * phi_0;
}
static void mean_of_next(struct inquiry *q) {
    const double *shift = q->with;
    struct smoothed f = smoothed_by(alpha * deviation);
    gsl_integration_fixed_workspace *w = rule_new();
    size_t k = 0;
    for (double y = -2; y <= 2; y += 0.17)
        inquiry_exact(q, "well", "sgd", ++k,
                      next_moment(w, y, alpha, *shift, 1), 100 * few, EQUAL,
                      y - alpha * smooth_slope(&f, y));
    gsl_integration_fixed_free(w);
}
CLAIM(line_4_smoothed, PROOF_LINE, COMPUTE(mean_of_next, &(const double){0}),
      "(2) with (7), at points of $[-2,2]$.", "(2) с (7) в точках $[-2,2]$.");
CLAIM(control_noise_with_a_mean, CONTROL,
      DROPS(mean_0, COMPUTE(mean_of_next, &(const double){0.1})),
      "The same with noise of mean 0.1.", "То же с шумом со средним 0,1.");
/**
**Line 5. It points to the centre.** From (7), as $\sin\ge-1$ and $\cos\le1$,
$$\sigma^3\frac{yF'(y)}{\varphi(y/\sigma)}\ge(1-c')\,y^2-\sigma^2c'\kappa'\,|y|,\quad\text{so}\quad yF'(y)>0\ \text{ for }\ |y|>d=\frac{\sigma^2c'\kappa'}{1-c'}: \tag{8}$$
$d=0.44$, where without noise it is 1.13. The minima of $f$ in between are none
of $F$.
*/
/**ru 1719038071
**Строка 5. К центру.** Из (7), поскольку $\sin\ge-1$ и $\cos\le1$,
$$\sigma^3\frac{yF'(y)}{\varphi(y/\sigma)}\ge(1-c')\,y^2-\sigma^2c'\kappa'\,|y|,\quad\text{поэтому}\quad yF'(y)>0\ \text{ при }\ |y|>d=\frac{\sigma^2c'\kappa'}{1-c'}: \tag{8}$$
$d=0.44$, тогда как без шума получается 1,13. Минимумы $f$, лежащие между этими
значениями, не являются минимумами $F$.
*/
static void to_the_centre(struct inquiry *q) {
    const double *s = q->with;
    struct smoothed f = smoothed_by(*s);
    struct nearest n = {.sign = AT_LEAST};
    double sigma = sqrt(f.sigma2);
    size_t k = 0;
    for (double y = 0.1; y <= 6; y += 1e-3)
        for (int side = -1; side <= 1; side += 2) {
            double left = side * y * smooth_slope(&f, side * y) *
                          gsl_pow_3(sigma) / phi(y / sigma);
            nearest_take(&n, k++, left,
                         (1 - f.c) * y * y - f.sigma2 * f.c * f.k * y,
                         few * 100);
        }
    inquiry_nearest(q, "well", "smoothed", &n);
}
CLAIM(line_5_to_the_centre, PROOF_LINE,
      LOOSE(0.973, COMPUTE(to_the_centre, &(const double){0.09})),
      "(8), left, on a grid.", "(8), слева, на сетке.");

/* How many minima a smoothed function has beyond 0.44, on either side. */
static void minima_beyond(struct inquiry *q) {
    const double *s = q->with;
    struct smoothed f = smoothed_by(*s);
    size_t count = 0;
    const double h = 1e-4;
    for (double y = -3; y < 3; y += h)
        count += fabs(y) > 0.44 && smooth_slope(&f, y) < 0 &&
                 smooth_slope(&f, y + h) >= 0;
    inquiry_exact(q, "well", "smoothed", 1, (double)count, 0, EQUAL, 0);
}
CLAIM(no_minima_beyond, IDENTITY, COMPUTE(minima_beyond, &(const double){0.09}),
      "$F$ has no minimum with $|y|>0.44$ ...",
      "У $F$ нет минимумов с $|y|>0.44$…");
CLAIM(control_minima_of_f, CONTROL,
      DROPS(long_noise, COMPUTE(minima_beyond, &(const double){0})),
      "... and $f$ has none.", "…и у $f$ нет.");
/**
**Line 6. The distance falls.** $\mathbb E[y_{t+1}^2\mid y_t]<y_t^2$ for
$0.75\le|y_t|\le1.5$. By the quadrature at points $h=10^{-4}$ apart,
and between them as the difference changes by at most
$2|y|+2(1+\alpha L)\,\mathbb E|y_{t+1}|\le12$ a unit there:
*/
/**ru 2142936162
**Строка 6. Расстояние убывает.** $\mathbb E[y_{t+1}^2\mid y_t]<y_t^2$ при
$0.75\le|y_t|\le1.5$. В точках с промежутком $h=10^{-4}$ это даёт квадратура, а
между ними — то, что разность меняется там не быстрее чем на $2|y|+2(1+\alpha
L)\,\mathbb E|y_{t+1}|\le12$ на единицу длины:
*/
static void distance_falls(struct inquiry *q) {
    const double *s = q->with; /* the step */
    const double h = 1e-4, modulus = 12 * h / 2;
    gsl_integration_fixed_workspace *w = rule_new();
    for (int side = -1; side <= 1; side += 2) {
        double least = INFINITY;
        for (double y = 0.75; y <= 1.5; y += h)
            least = smaller(least, y * y - next_moment(w, side * y, *s, 0, 2));
        inquiry_exact(q, "well", "sgd", 1, least - modulus, 100 * few, AT_LEAST,
                      0);
        inquiry_which(q, q->count - 1, side < 0 ? "left" : "right");
    }
    gsl_integration_fixed_free(w);
}
CLAIM(line_6_distance_falls, SHARPNESS,
      COMPUTE(distance_falls, &(const double){0.1}),
      "The mean of $y^2$ falls wherever $0.75\\le|y|\\le1.5$.",
      "Среднее $y^2$ убывает всюду, где $0.75\\le|y|\\le1.5$.");
/**
## Out of the trap

From 0.95, in a thousand steps of 0.1, with Gaussian noise of deviation 0.9:
most runs are near the centre,
$|x|\le0.75$, then. The share of runs is a mean of numbers in $[0,1]$, which an
interval suits. Without noise none
gets there, and with steps of 0.001 hardly any in twenty times as many: $\alpha\omega$
is too short to smooth the waves then.
*/
/**ru 2038961402
## Выход из ловушки

Из точки 0,95 за тысячу шагов длины 0,1 с гауссовским шумом, стандартное
отклонение которого 0,9, большинство запусков оказывается вблизи центра,
$|x|\le0.75$. Доля запусков — это среднее чисел из $[0,1]$, для которого годится
доверительный интервал. Без шума туда не попадает ни один, а с шагами 0,001 —
почти ни один и за число шагов в двадцать раз большее: тогда $\alpha\omega$ слишком
коротко, чтобы сгладить волны.
*/
struct escape {
    double step, noise;
    size_t steps;
};
static void escapes(struct inquiry *q) {
    const struct escape *e = q->with;
    size_t bundles = runs_wanted(1 << 12, q->options) / LANES, near = 0;
    struct settings settings = {.alpha = e->step};
    for (size_t b = 0; b < bundles && !inquiry_interrupted(q); b++) {
        struct pcg_lanes random = inquiry_lanes(q, b * LANES);
        real x = real_all(caught_at);
        for (size_t k = 0; k < e->steps; k++) {
            real g = slopes(x) + e->noise * pcg_lanes_gaussian(&random);
            method_sgd.step(&settings, k, 1, &x, &g, NULL);
        }
        for (unsigned l = 0; l < LANES; l++) near += fabs(x[l]) <= 0.75;
    }
    inquiry_share(q, "well", "sgd", e->steps, near, bundles * LANES, AT_LEAST,
                  0.75);
}
CLAIM(sgd_escapes, SHARPNESS,
      COMPUTE(escapes, &(const struct escape){0.1, 0.9, 1000}, .limits = 2),
      "From the trap at least three quarters of the runs are near the centre "
      "after a thousand steps.",
      "Не менее трёх четвертей запусков из ловушки через тысячу шагов "
      "находятся вблизи центра.");
CLAIM(control_no_noise, CONTROL,
      DROPS(long_noise, COMPUTE(escapes, &(const struct escape){0.1, 0, 1000},
                                .limits = 2)),
      "The same without noise.", "То же без шума.");
CLAIM(control_short_noise, CONTROL,
      DROPS(long_noise,
            COMPUTE(escapes, &(const struct escape){0.001, 0.9, 20000},
                    .limits = 2)),
      "The same with steps of 0.001.", "То же с шагами 0,001.");

static const struct claim *const claims[] = {line_1_derivatives,
                                             line_1_smooth,
                                             bound_trap,
                                             bound_trap_longest_step,
                                             control_step_too_long,
                                             control_slope_outward,
                                             price_of_the_trap,
                                             control_descent_finds_the_minimum,
                                             from_a_good_start,
                                             line_3_change_of_variables,
                                             line_4_smoothed,
                                             control_noise_with_a_mean,
                                             line_5_to_the_centre,
                                             no_minima_beyond,
                                             control_minima_of_f,
                                             line_6_distance_falls,
                                             sgd_escapes,
                                             control_no_noise,
                                             control_short_noise};

/* ---- figures ---- */

enum { CURVE = 401, SHOWN = 300 };
static void draw_well(struct canvas *c) {
    double curve[CURVE][2];
    for (size_t i = 0; i < CURVE; i++) {
        curve[i][0] = -2 + 4 * (double)i / (CURVE - 1);
        curve[i][1] = value(curve[i][0], NULL);
    }
    canvas_draw(c, (struct pen){.colour = PEN_GREY, .weight = 0.8},
                (const double(*)[2])curve, CURVE);
    double low = -0.2, high = 0.3; /* of the valley with the least value */
    while (high - low > 1e-9) {
        double middle = (low + high) / 2;
        if (slope(middle, NULL) < 0)
            low = middle;
        else
            high = middle;
    }
    const double star[][2] = {{low, value(low, NULL)}};
    canvas_draw(c, (struct pen){.kind = STROKE_STARS}, star, 1);
}
struct shown {
    double from, noise;
};
static void draw_path(struct canvas *c, const void *with) {
    const struct shown *s = with;
    double on[SHOWN + 1][2], in_time[SHOWN + 1][2];
    struct pcg_lanes random = pcg_lanes_of_runs(1, pcg_name(0, "well"), 0);
    real x = real_all(s->from);
    for (size_t k = 0; k <= SHOWN; k++) {
        on[k][0] = in_time[k][1] = x[0];
        on[k][1] = value(x[0], NULL);
        in_time[k][0] = (double)k;
        x -= alpha * (slopes(x) + s->noise * pcg_lanes_gaussian(&random));
    }
    draw_well(c);
    canvas_draw(c,
                (struct pen){.kind = STROKE_POINTS, .colour = 0, .weight = 0.7},
                (const double(*)[2])on, SHOWN + 1);
    canvas_draw(c,
                (struct pen){.kind = STROKE_POINTS,
                             .colour = PEN_INK,
                             .weight = 1.4,
                             .name = {"start", "начало"}},
                (const double(*)[2])on, 1);
    if (s->noise > 0)
        canvas_draw(c, (struct pen){.panel = 1, .colour = 0, .weight = 0.7},
                    (const double(*)[2])in_time, SHOWN + 1);
}
#define WELL_AXES                                                              \
    {                                                                          \
        .x = {"x", "x"}, .y = { "f(x)", "f(x)" }                               \
    }
static const struct picture pictures[] = {
    {.name = "gd_scalar_convergence",
     .title = {"Gradient descent finds the minimum",
               "Градиентный спуск находит минимум"},
     .shows =
         {"A well with waves; the points of gradient descent run down into "
          "the deepest valley.",
          "Яма с волнами; точки градиентного спуска сбегают в самую "
          "глубокую впадину."},
     .panel = {WELL_AXES},
     .draw = draw_path,
     .with = &(const struct shown){0.28, 0}},
    {.name = "gd_scalar_convergence_to_local_minimum",
     .title = {"Gradient descent is caught in a local minimum",
               "Градиентный спуск застревает в локальном минимуме"},
     .shows = {"The same well; from farther off the points end in a shallow "
               "valley on the slope.",
               "Та же яма; издалека точки останавливаются в мелкой впадине на "
               "склоне."},
     .panel = {WELL_AXES},
     .draw = draw_path,
     .with = &(const struct shown){1.05, 0}},
    {.name = "sgd_escape",
     .title = {"SGD jumps out of the local minimum",
               "SGD выпрыгивает из локального минимума"},
     .shows = {"Left, the points of SGD from the same start lie in several "
               "valleys, most of them about the deepest; right, x over "
               "iterations.",
               "Слева точки SGD из того же начала лежат в нескольких впадинах, "
               "большей частью около самой глубокой; справа x по итерациям."},
     .width = 900,
     .height = 400,
     .panel_count = 2,
     .panel = {WELL_AXES,
               {.x = {"iteration", "итерация"}, .y = {"x_k", "x_k"}}},
     .draw = draw_path,
     .with = &(const struct shown){1.05, 0.9}},
};

const struct theorem theorem_local_minima = {
    .id = "local_minima",
    .title = {"Gradient descent is caught, SGD jumps out",
              "Градиентный спуск застревает, SGD выпрыгивает"},
    .source = "Весёлые истории",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    PICTURES(pictures),
};

/**
## Exercises

@exercise control_slope_outward Move every interval of Theorem 1 to the right by
    0.02, so that its right end lies beyond the maximum. On which side do paths
    leave it, on which do they not, and what does line 2 need for each side
    alone? `descent verify local_minima/control_slope_outward` keeps the sides
    apart. :: They leave on the right, all four intervals, and none on the left.
    Beyond the maximum $f'(b)<0$, hence $b-\alpha f'(b)>b$, and a path that
    starts there runs down into the next valley. At the left end $f'(a)<0$ is as
    before, and a map that does not fall keeps order: from the right of $a$ no
    path gets to its left, whatever happens at $b$.
@exercise control_noise_with_a_mean Let the noise have the mean $m$ in place
    of 0. On which function does $y$ descend then? Go through line 3 again, and
    compare the answer with the rows of
    `descent verify local_minima/control_noise_with_a_mean`, where
    $m=\alpha=0.1$ and the right side is still that for the mean 0. :: (6) is as
    it was, but its mean is $y_t-\alpha m-\alpha F'(y_t)$, with
    $F(y)=\mathbb E f(y-\alpha\omega)$ for this very noise: $y$ descends on
    $F(y)+my$, a tilted well. The tilt moves every step by $-\alpha m=-0.01$,
    and the two sides of the rows differ by 0.007 to 0.012, for the smoothed
    well is also shifted, by $\alpha m$.
@exercise control_short_noise The same noise of deviation 0.9, but with steps of
    0.001 in place of 0.1: use (7) to predict whether SGD still gets out of the
    trap if it is given twenty times as many steps, and check with
    `descent verify local_minima/control_short_noise`. Is the deviation of the
    noise a measure of how much it smooths? :: Now $s=0.0009$, and $c'$ is less
    than $c$ by not even a ten-thousandth part: $F$ is $f$, minima and all, and
    $d$ is 1.13 again. Near the centre are less than 2 % of the runs, and not
    three quarters. The deviation is none: what smooths is the length of
    $\alpha\omega$, and that has become a hundred times shorter than it was, far
    shorter than the waves.
*/
/**ru 3185920304
## Упражнения

@exercise control_slope_outward Сдвиньте каждый отрезок теоремы 1 вправо на
    0,02, так чтобы его правый конец лежал за максимумом. С какой стороны
    траектории его покидают, с какой — нет и что нужно строке 2 для каждой
    стороны в отдельности? В `descent verify local_minima/control_slope_outward`
    стороны разделены. :: Покидают справа, все четыре отрезка, и ни один —
    слева. За максимумом $f'(b)<0$, откуда $b-\alpha f'(b)>b$, и траектория,
    которая начинается там, скатывается в следующую впадину. На левом конце
    по-прежнему $f'(a)<0$, а отображение, которое не убывает, сохраняет порядок:
    справа от $a$ ни одна траектория не попадёт левее, что бы ни происходило в
    $b$.
@exercise control_noise_with_a_mean Пусть у шума среднее $m$ вместо 0. По какой
    функции тогда спускается $y$? Пройдите строку 3 ещё раз и сравните ответ со
    строками `descent verify local_minima/control_noise_with_a_mean`, где
    $m=\alpha=0.1$, а правая часть осталась той, что для среднего 0. :: (6)
    остаётся прежним, но его среднее равно $y_t-\alpha m-\alpha F'(y_t)$, где
    $F(y)=\mathbb E f(y-\alpha\omega)$ — для этого самого шума: $y$ спускается
    по $F(y)+my$, по наклонённой яме. Наклон сдвигает каждый шаг на
    $-\alpha m=-0.01$, и две части в строках различаются на величину от 0,007 до
    0,012, поскольку и сглаженная яма сдвинута, на $\alpha m$.
@exercise control_short_noise Тот же шум со стандартным отклонением 0,9, но шаги
    0,001 вместо 0,1: предскажите по (7), выберется ли SGD из ловушки, если дать
    ему в двадцать раз больше шагов, и проверьте:
    `descent verify local_minima/control_short_noise`. Можно ли по отклонению
    шума судить о том, как сильно он сглаживает? :: Теперь $s=0.0009$, и $c'$
    меньше $c$ даже не на одну десятитысячную долю: $F$ — это $f$ со всеми её
    минимумами, и $d$ снова равно 1,13. Вблизи центра оказываются менее 2 %
    запусков, а не три четверти. По отклонению судить нельзя: сглаживает
    $\alpha\omega$, а эта длина стала в сто раз меньше прежней и намного короче
    волн.
*/
/**
## References

- R. Kleinberg, Y. Li, Y. Yuan, *An alternative view: when does SGD escape local
  minima?*, ICML 2018: SGD as descent on a smoothed function.
*/
/**ru 2663192200
## Литература

- R. Kleinberg, Y. Li, Y. Yuan, *An alternative view: when does SGD escape local
  minima?*, ICML 2018: SGD как спуск по сглаженной функции.
*/
