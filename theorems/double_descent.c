/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Double descent: the error peaks where the fit first meets every point

The lecture's slides «Double Descent» and «Polynomial Fitting» show the error of
a fit over the number of its parameters. It falls, rises to a peak where there
are as many parameters as points, and falls again beyond, where infinitely many
fits meet every point and the one of least norm is taken. The picture is
computed here without sampling any noise, and then a theorem is proved in which
both branches of the curve have formulas.

@figure dd Expected errors of the lecture's fit; the peak is not cut off

## The setting

Points $x_1,\dots,x_n\in[-1,1]$, labels $y_i=f(x_i)+\sigma\varepsilon_i$ with
$\mathbb E\varepsilon=0$, $\mathbb E\varepsilon\varepsilon^\top=I$, features
$T_0,\dots,T_{p-1}$ (Chebyshev's polynomials), $A_{ik}=T_k(x_i)$, and
$$\hat\theta=A^+y,\tag{1}$$
the shortest of the vectors with the least squared error. In the picture
$f(x)=\sin4.5x$, $n=50$, $\sigma=0.25$, and points are uniform: they are the
first numbers of the [PCG](https://www.pcg-random.org) generator with its
reference seed 42 and stream 54. The peak's height depends on them: see below.

**Theorem 1.** For test points of any law and $T(x)=(T_0(x),\dots,T_{p-1}(x))$
$$\mathbb E(T(x)\hat\theta-f(x))^2=\mathbb E(T(x)A^+f(X)-f(x))^2+\sigma^2\,\mathbb E\|T(x)A^+\|^2,\tag{2}$$
with $f(X)=(f(x_1),\dots,f(x_n))$, and the mean squared error on the training
points is $\frac1n\|(I-AA^+)f(X)\|^2+\frac{\sigma^2}n(n-p)_+$, so that it is 0
from $p=n$ on. With distinct points $\|A^+\|_F$ rises with every feature up to
$p=n$ and falls or stays with every one beyond. If test points have the arcsine
law, the last term of (2) is between $\frac{\sigma^2}2\|A^+\|_F^2$ and
$\sigma^2\|A^+\|_F^2$.

So what peaks at $p=n$ is the sensitivity to noise; and it does so although all
of these fits have $f$ itself within reach.
*/
/**ru 1208904858
# Двойной спуск: ошибка наибольшая там, где кривая впервые проходит все точки

Слайды лекции «Double Descent» и «Polynomial Fitting» показывают ошибку
приближения в зависимости от числа его параметров. Она убывает, растёт до пика
там, где параметров столько же, сколько точек, и дальше снова убывает; там через
все точки проходит бесконечно много кривых, и берётся та, у которой норма
наименьшая. Здесь эта картина вычисляется без розыгрыша шума, а затем
доказывается теорема, в которой обе ветви кривой заданы формулами.

@figure dd Ожидаемые ошибки приближения из лекции; пик не обрезан

## Постановка

Точки $x_1,\dots,x_n\in[-1,1]$, метки $y_i=f(x_i)+\sigma\varepsilon_i$, где
$\mathbb E\varepsilon=0$, $\mathbb E\varepsilon\varepsilon^\top=I$, признаки
$T_0,\dots,T_{p-1}$ (многочлены Чебышёва), $A_{ik}=T_k(x_i)$ и
$$\hat\theta=A^+y,\tag{1}$$
кратчайший из векторов с наименьшей квадратичной ошибкой. На рисунке
$f(x)=\sin4.5x$, $n=50$, $\sigma=0.25$, а точки распределены равномерно: это
первые числа генератора [PCG](https://www.pcg-random.org) с его эталонным зерном
42 и потоком 54. От них зависит высота пика: см. ниже.

**Теорема 1.** Для тестовых точек с любым законом распределения и
$T(x)=(T_0(x),\dots,T_{p-1}(x))$
$$\mathbb E(T(x)\hat\theta-f(x))^2=\mathbb E(T(x)A^+f(X)-f(x))^2+\sigma^2\,\mathbb E\|T(x)A^+\|^2,\tag{2}$$
где $f(X)=(f(x_1),\dots,f(x_n))$, а средняя квадратичная ошибка на обучающих
точках равна $\frac1n\|(I-AA^+)f(X)\|^2+\frac{\sigma^2}n(n-p)_+$, так что
начиная с $p=n$ она равна 0. Если точки различны, $\|A^+\|_F$ возрастает с
каждым признаком до $p=n$, а дальше с каждым признаком убывает или не меняется.
Если тестовые точки распределены по закону арксинуса, последний член (2) лежит
между $\frac{\sigma^2}2\|A^+\|_F^2$ и $\sigma^2\|A^+\|_F^2$.

Итак, пик при $p=n$ образует чувствительность к шуму, и это при том, что любому
из этих приближений доступна сама $f$.
*/
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>

#include "shared/minimum_norm.h"
#include "theorem.h"

HYPOTHESIS(uncorrelated_noise, "E eps eps' = I", "E eps eps' = I", NULL);
HYPOTHESIS(minimum_norm, "of all fits that are as good it is the shortest",
           "из всех столь же хороших приближений оно кратчайшее", NULL);
HYPOTHESIS(random_points, "the points are drawn at random",
           "точки выбраны случайно", NULL);
HYPOTHESIS(gaussian_features, "features are independent standard normals",
           "признаки — независимые стандартные нормальные величины", NULL);
HYPOTHESIS(away_from_threshold, "p <= n - 2 or p >= n + 2",
           "p <= n - 2 или p >= n + 2", NULL);
static const struct hypothesis *const hypotheses[] = {
    uncorrelated_noise, minimum_norm, random_points, gaussian_features,
    away_from_threshold};

enum { N = 50, FEATURES = 101, FEW = 8, MANY_FOR_FEW = 16, BITS = 256 };
static const double sigma = 0.25;
static const uint64_t reference_seed = 42;

static double seeded_point(uint64_t seed, size_t i) {
    struct pcg random = pcg_seeded(seed, 54);
    for (size_t skipped = 0; skipped < i; skipped++) pcg_64(&random);
    return (double)(pcg_64(&random) >> 11) * 0x1p-52 - 1;
}
/**
## How it is computed

The matrix $A$ has a condition number above $10^{13}$ near $p=n$, and (2) asks for
the square of its inverse. So $A^+$ is computed in MPFR's arithmetic with
256 bits, feature by feature (Greville 1960), and what came out is held against
two equations that only the pseudoinverse satisfies. Their residuals bound its
distance from $A^+$, which is the error bound of all numbers below: at the peak
$2\cdot10^{-26}$, where $\|A^+\|_F=1.5\cdot10^{12}$. The expectations over $x$
and the noise are integrals of polynomials and exact; $f$ enters by its
Chebyshev series, whose coefficients are Bessel functions.
*/
/**ru 583445245
## Как это вычисляется

Вблизи $p=n$ матрица $A$ имеет число обусловленности больше $10^{13}$, а в (2) нужен
квадрат её обратной. Поэтому $A^+$ вычисляется в арифметике MPFR с 256 битами,
признак за признаком (Greville 1960), и результат проверяется двумя уравнениями,
которым удовлетворяет только псевдообратная матрица. Их невязки ограничивают его
расстояние до $A^+$, и это граница погрешности всех чисел ниже: в пике она равна
$2\cdot10^{-26}$, где $\|A^+\|_F=1.5\cdot10^{12}$. Математические ожидания по
$x$ и по шуму — интегралы от многочленов и вычисляются точно; $f$ входит своим
рядом Чебышёва, коэффициенты которого — функции Бесселя.
*/
static bool around_the_peak(size_t p) {
    return p % 10 == 1 || (p >= N - 2 && p <= N + 3);
}
static bool everywhere(size_t p) {
    (void)p;
    return true;
}
struct design {
    const char *id;
    size_t n, count;
    double points[N];
    struct fit fits[FEATURES];
};
enum { LARGE, SMALL, NODES, DESIGNS };
static void compute_designs(struct inquiry *q, void *out) {
    (void)q;
    struct design *d = out;
    d[LARGE] = (struct design){.id = "50 points", .n = N, .count = FEATURES};
    d[SMALL] =
        (struct design){.id = "8 points", .n = FEW, .count = MANY_FOR_FEW};
    d[NODES] = (struct design){
        .id = "8 Chebyshev nodes", .n = FEW, .count = MANY_FOR_FEW};
    for (size_t i = 0; i < N; i++)
        d[LARGE].points[i] = seeded_point(reference_seed, i);
    for (size_t i = 0; i < FEW; i++) {
        d[SMALL].points[i] = seeded_point(reference_seed, i);
        d[NODES].points[i] = cos(M_PI * ((double)i + 0.5) / FEW);
    }
    for (size_t i = 0; i < DESIGNS; i++)
        minimum_norm_fits(d[i].n, d[i].points, BITS, d[i].count,
                          i == LARGE ? around_the_peak : everywhere, d[i].fits);
}
static const struct shared designs = {DESIGNS * sizeof(struct design),
                                      compute_designs, NULL};

/* A square a, |a - a0| being at most `apart` by the root, and some 100 additions
 * of positive doubles. */
static double square_error(double a, double apart) {
    return 2 * sqrt(a) * apart + apart * apart + 128 * DBL_EPSILON * a;
}
/* The law of x has E (T(x) v)^2 <= 3/2 ||v||^2: row sums of the matrix of
 * E T_j T_k are at most 3/2. */
static double size_error(const struct fit *f) {
    return square_error(f->size, f->defect);
}
static double noise_error(const struct fit *f, enum measure m) {
    return square_error(f->noise[m], sqrt(1.5) * f->defect);
}
/* f(X) is at most sqrt(n) long; the series beyond T_100 adds less than 1e-60. */
static double total(const struct fit *f) {
    return f->bias[UNIFORM] + sigma * sigma * f->noise[UNIFORM];
}
static double total_error(const struct fit *f, size_t n) {
    return square_error(f->bias[UNIFORM],
                        sqrt(1.5 * (double)n) * f->defect + 1e-60) +
           sigma * sigma * noise_error(f, UNIFORM);
}
/**
The bound can be seen at work with 30 bits, where the error is large enough:
*/
/**ru 2472190119
Как работает эта граница, видно при 30 битах, где погрешность достаточно велика:
*/
static void at_low_precision(struct inquiry *q) {
    const double *times = q->with;
    const struct design *all = inquiry_shared(q);
    if (!all) return;
    const struct design *d = &all[SMALL];
    struct fit low[MANY_FOR_FEW];
    minimum_norm_fits(d->n, d->points, 30, d->count, everywhere, low);
    for (size_t p = 1; p <= d->count; p++) {
        double size = sqrt(d->fits[p - 1].size);
        inquiry_exact(
            q, d->id, "least squares", p, fabs(sqrt(low[p - 1].size) - size),
            8 * DBL_EPSILON * size, AT_MOST, *times * low[p - 1].defect);
    }
}
CLAIM(error_is_proved, SHARPNESS,
      COMPUTE(at_low_precision, &(const double){1}, .shares = &designs),
      "With 30 bits $\\lVert A^+\\rVert_F$ errs by less than the bound.",
      "При 30 битах погрешность $\\lVert A^+\\rVert_F$ меньше границы.");
CLAIM(control_error_is_smaller, CONTROL,
      SOMEWHERE(COMPUTE(at_low_precision, &(const double){0.05},
                        .shares = &designs)),
      "A twentieth of the bound.", "Одна двадцатая границы.");
/**
## The proof, line by line

### Line 1. Bias and variance

$\hat\theta=A^+f(X)+\sigma A^+\varepsilon$, so that the error at $x$ is a number
plus $\sigma T(x)A^+\varepsilon$. The mean of the latter is 0, and of its square
$\sigma^2T(x)A^+\mathbb E[\varepsilon\varepsilon^\top](T(x)A^+)^\top$. This is
(2). On the training points the same with $(I-AA^+)\varepsilon$ in place of
$T(x)A^+\varepsilon$: $I-AA^+$ is a projection of rank $n-\operatorname{rank}A=
(n-p)_+$, since $\min(n,p)$ features are independent at distinct points.

For eight points and signs $\varepsilon_i=\pm1$ the expectation is a sum over
$2^8$ vectors. Here $A^+$ is taken from a singular value decomposition in
double precision, and the integral over $x$ by a Gaussian rule:
*/
/**ru 1431161650
## Доказательство строка за строкой

### Строка 1. Смещение и дисперсия

$\hat\theta=A^+f(X)+\sigma A^+\varepsilon$, поэтому ошибка в $x$ есть число плюс
$\sigma T(x)A^+\varepsilon$. Среднее второго слагаемого равно 0, а среднее его
квадрата —
$\sigma^2T(x)A^+\mathbb E[\varepsilon\varepsilon^\top](T(x)A^+)^\top$. Это (2).
На обучающих точках — то же самое с $(I-AA^+)\varepsilon$ вместо
$T(x)A^+\varepsilon$: $I-AA^+$ — проектор ранга
$n-\operatorname{rank}A=(n-p)_+$, поскольку в различных точках $\min(n,p)$
признаков независимы.

Для восьми точек и знаков $\varepsilon_i=\pm1$ математическое ожидание — сумма
по $2^8$ векторам. Здесь $A^+$ берётся из сингулярного разложения с двойной
точностью, а интеграл по $x$ — по квадратурной формуле Гаусса:
*/
/* T_0(x), ..., T_{p-1}(x). */
static void chebyshev(double x, size_t p, double t[]) {
    for (size_t k = 0; k < p; k++)
        t[k] = k == 0 ? 1 : k == 1 ? x : 2 * x * t[k - 1] - t[k - 2];
}
/* A+ of a tall n x p matrix A, or of its transpose where it is wide. */
static void pseudoinverse(size_t n, size_t p, const double x[], double to[]) {
    bool wide = p > n;
    size_t rows = wide ? p : n, columns = wide ? n : p;
    gsl_matrix *u = gsl_matrix_alloc(rows, columns),
               *v = gsl_matrix_alloc(columns, columns);
    gsl_vector *s = gsl_vector_alloc(columns),
               *work = gsl_vector_alloc(columns);
    for (size_t i = 0; i < n; i++) {
        double t[FEATURES];
        chebyshev(x[i], p, t);
        for (size_t k = 0; k < p; k++)
            gsl_matrix_set(u, wide ? k : i, wide ? i : k, t[k]);
    }
    gsl_linalg_SV_decomp(u, v, s, work);
    for (size_t k = 0; k < p; k++)
        for (size_t i = 0; i < n; i++) {
            double sum = 0;
            for (size_t c = 0; c < columns; c++)
                sum += gsl_matrix_get(v, wide ? i : k, c) *
                       gsl_matrix_get(u, wide ? k : i, c) /
                       gsl_vector_get(s, c);
            to[k * n + i] = sum;
        }
    gsl_matrix_free(u);
    gsl_matrix_free(v);
    gsl_vector_free(s);
    gsl_vector_free(work);
}
static double fitted(size_t p, const double theta[], double x) {
    double t[FEATURES], sum = 0;
    chebyshev(x, p, t);
    for (size_t k = 0; k < p; k++) sum += theta[k] * t[k];
    return sum;
}
static double target(double x) {
    return sin(target_frequency * x);
}
/* Mean squared error over uniform test points, 64 of a Gaussian rule. */
static double test_error(const gsl_integration_glfixed_table *rule, size_t p,
                         const double theta[]) {
    double sum = 0;
    for (size_t i = 0; i < rule->n; i++) {
        double x, weight;
        gsl_integration_glfixed_point(-1, 1, i, &x, &weight, rule);
        double off = fitted(p, theta, x) - target(x);
        sum += weight / 2 * off * off;
    }
    return sum;
}
static double train_error(size_t n, const double x[], const double y[],
                          size_t p, const double theta[]) {
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        double off = fitted(p, theta, x[i]) - y[i];
        sum += off * off / (double)n;
    }
    return sum;
}
/* Means over all vectors of signs. */
struct means {
    double test, train;
};
static struct means over_all_signs(const double x[], size_t p, bool all_alike) {
    struct means mean = {0};
    double inverse[FEW * MANY_FOR_FEW];
    pseudoinverse(FEW, p, x, inverse);
    gsl_integration_glfixed_table *rule =
        gsl_integration_glfixed_table_alloc(64);
    for (unsigned signs = 0; signs < 1 << FEW; signs++) {
        double y[FEW], theta[MANY_FOR_FEW] = {0};
        for (size_t i = 0; i < FEW; i++) {
            bool up = signs >> (all_alike ? 0 : i) & 1;
            y[i] = target(x[i]) + (up ? sigma : -sigma);
        }
        for (size_t k = 0; k < p; k++)
            for (size_t i = 0; i < FEW; i++)
                theta[k] += inverse[k * FEW + i] * y[i];
        mean.test += test_error(rule, p, theta) / (1 << FEW);
        mean.train += train_error(FEW, x, y, p, theta) / (1 << FEW);
    }
    gsl_integration_glfixed_table_free(rule);
    return mean;
}
/* A singular value decomposition is exact for a matrix that is some ten
 * roundings away.  That moves A+ by 64 u ||A|| ||A+||^2, and A A+ by as much over
 * ||A+||; y is at most 4 long. */
static double by_rounding(const struct fit *f, size_t p, double value,
                          bool training) {
    double a = sqrt((double)(FEW * p)), inverse = sqrt(f->size);
    double moved = 64 * DBL_EPSILON * a * inverse;
    return square_error(value, training ? 4 * moved / sqrt(FEW)
                                        : sqrt(1.5) * 4 * moved * inverse);
}
struct enumeration {
    size_t from, to; /* how many features */
    bool training, all_alike, is_zero;
};
static void enumerated(struct inquiry *q) {
    const struct enumeration *e = q->with;
    const struct design *all = inquiry_shared(q);
    if (!all) return;
    const struct design *d = &all[SMALL];
    for (size_t p = e->from; p <= e->to; p++) {
        const struct fit *f = &d->fits[p - 1];
        struct means mean = over_all_signs(d->points, p, e->all_alike);
        double left = e->training ? mean.train : mean.test;
        double free = p < FEW ? (double)(FEW - p) / FEW : 0;
        double right = e->training ? f->train + sigma * sigma * free : total(f);
        inquiry_exact(q, d->id, "least squares", p, left,
                      by_rounding(f, p, larger(left, right), e->training),
                      EQUAL, e->is_zero ? 0 : right);
    }
}
#define ENUMERATED(...)                                                        \
    COMPUTE(enumerated, &(const struct enumeration){__VA_ARGS__},              \
            .shares = &designs)
CLAIM(line_1_bias_and_variance, PROOF_LINE,
      ENUMERATED(.from = 1, .to = MANY_FOR_FEW),
      "Equation (2), summed over $2^8$ vectors of signs, $p\\le16$.",
      "Равенство (2), сумма по $2^8$ векторам знаков, $p\\le16$.");
CLAIM(line_1_training_error, PROOF_LINE,
      ENUMERATED(.from = 1, .to = MANY_FOR_FEW, .training = true),
      "The training error, summed in the same way.",
      "Ошибка на обучении, вычисленная такой же суммой.");
CLAIM(no_training_error_from_n, IDENTITY,
      ENUMERATED(.from = FEW, .to = MANY_FOR_FEW, .training = true,
                 .is_zero = true),
      "It is 0 from $p=n$ on ...", "Начиная с $p=n$ она равна 0 ...");
CLAIM(control_no_training_error_before, CONTROL,
      ENUMERATED(.from = 1, .to = FEW - 1, .training = true, .is_zero = true),
      "... and it was 0 before.", "... и была равна 0 раньше.");
CLAIM(control_correlated_noise, CONTROL,
      DROPS(uncorrelated_noise,
            ENUMERATED(.from = 1, .to = FEW, .all_alike = true)),
      "Equation (2) where all signs are alike.",
      "Равенство (2), когда все знаки одинаковы.");
/**
### Line 2. What one more feature does

Let $a$ be the new column, $d=A^+a$, and $c=a-Ad$ its part that is orthogonal to
the old ones. While $c\ne0$ the new row of the pseudoinverse is
$c^\top/\|c\|^2$, and $d$ times it is subtracted from the old rows, which are
orthogonal to $c$. Once the old columns span everything, $c=0$, $AA^\top$ grows
by $aa^\top$, and the formula of Sherman and Morrison gives the trace of its
inverse:
$$\|A_p^+\|_F^2=\|A_{p-1}^+\|_F^2+\frac{1+\|d\|^2}{\|c\|^2}\quad(p\le n),\qquad\|A_p^+\|_F^2=\|A_{p-1}^+\|_F^2-\frac{\|(A_{p-1}^+)^\top d\|^2}{1+\|d\|^2}\quad(p>n).\tag{3}$$
*/
/**ru 314761188
### Строка 2. Что делает ещё один признак

Пусть $a$ — новый столбец, $d=A^+a$, а $c=a-Ad$ — его часть, ортогональная
старым. Пока $c\ne0$, новая строка псевдообратной матрицы есть $c^\top/\|c\|^2$,
а из старых строк, которые ортогональны $c$, вычитается $d$, умноженное на неё.
Как только старые столбцы порождают всё пространство, $c=0$, к $AA^\top$
прибавляется $aa^\top$, и формула Шермана–Моррисона даёт след обратной матрицы:
$$\|A_p^+\|_F^2=\|A_{p-1}^+\|_F^2+\frac{1+\|d\|^2}{\|c\|^2}\quad(p\le n),\qquad\|A_p^+\|_F^2=\|A_{p-1}^+\|_F^2-\frac{\|(A_{p-1}^+)^\top d\|^2}{1+\|d\|^2}\quad(p>n).\tag{3}$$
*/
static void by_one_feature(struct inquiry *q) {
    const double *times = q->with;
    const struct design *all = inquiry_shared(q);
    for (size_t i = 0; all && i < DESIGNS; i++)
        for (size_t p = 2; p <= all[i].count; p++) {
            const struct fit *f = &all[i].fits[p - 1], *before = f - 1;
            if (isnan(f->defect) || isnan(before->defect)) continue;
            double change = p <= all[i].n ? (1 + f->reach) / f->residual
                                          : -f->pull / (1 + f->reach);
            inquiry_exact(q, all[i].id, "least squares", p, f->size,
                          size_error(f) + size_error(before), EQUAL,
                          before->size + *times * change);
        }
}
CLAIM(line_2_one_more_feature, PROOF_LINE,
      COMPUTE(by_one_feature, &(const double){1}, .shares = &designs),
      "Equation (3), for 50 points, 8, and 8 Chebyshev nodes.",
      "Равенство (3) для 50 точек, 8 точек и 8 чебышёвских узлов.");
CLAIM(control_one_more_feature, CONTROL,
      COMPUTE(by_one_feature, &(const double){1.05}, .shares = &designs),
      "With 1.05 times that change.", "С этим изменением, умноженным на 1,05.");
/**
So $\|A^+\|_F$ is largest at $p=n$. At the Chebyshev nodes, where $T_n$ is 0, it
is as large at $p=n+1$.
*/
/**ru 2793985535
Итак, $\|A^+\|_F$ наибольшая при $p=n$. В чебышёвских узлах, где $T_n$ равен 0,
она столь же велика и при $p=n+1$.
*/
static void peaks_at_n(struct inquiry *q) {
    const double *times = q->with;
    const struct design *all = inquiry_shared(q);
    for (size_t i = 0; all && i < DESIGNS; i++) {
        const struct fit *top = &all[i].fits[all[i].n - 1];
        for (size_t p = 1; p <= all[i].count; p++) {
            const struct fit *f = &all[i].fits[p - 1];
            if (f == top || isnan(f->defect)) continue;
            inquiry_exact(q, all[i].id, "least squares", p, f->size,
                          size_error(f) + size_error(top), AT_MOST,
                          *times * top->size);
        }
    }
}
CLAIM(bound_peak_at_n, BOUND,
      COMPUTE(peaks_at_n, &(const double){1}, .shares = &designs),
      "$\\lVert A_p^+\\rVert_F\\le\\lVert A_n^+\\rVert_F$.",
      "$\\lVert A_p^+\\rVert_F\\le\\lVert A_n^+\\rVert_F$.");
CLAIM(
    control_peak_at_0_95, CONTROL,
    SOMEWHERE(COMPUTE(peaks_at_n, &(const double){0.95}, .shares = &designs)),
    "0.95 of that square: beaten at the Chebyshev nodes.",
    "Этот квадрат, умноженный на 0,95: оценка нарушается в чебышёвских узлах.");
/**
### Line 3. From the norm to the error

Under the arcsine law $\mathbb ET_jT_k$ is 0 for $j\ne k$, 1 for $j=k=0$, and
$\frac12$ for other $j=k$; so $\mathbb E\|T(x)A^+\|^2$ is the square of the first
row of $A^+$ and half of those of the others:
$$\tfrac12\|A^+\|_F^2\le\mathbb E\|T(x)A^+\|^2\le\|A^+\|_F^2\ \blacksquare\tag{4}$$
For $p=1$ the right one is an equality, and near the peak the left one almost.
Uniform test points, as in the picture, have $\frac\pi2\sqrt{1-x^2}\le\frac\pi2$
times the arcsine density:
$$\mathbb E_{\mathrm{uniform}}\|T(x)A^+\|^2\le\tfrac\pi2\,\mathbb E_{\mathrm{arcsine}}\|T(x)A^+\|^2.\tag{5}$$
*/
/**ru 3650338801
### Строка 3. От нормы к ошибке

По закону арксинуса $\mathbb ET_jT_k$ равно 0 при $j\ne k$, 1 при $j=k=0$ и
$\frac12$ при остальных $j=k$; поэтому $\mathbb E\|T(x)A^+\|^2$ — это квадрат
нормы первой строки $A^+$ и половина квадратов норм остальных:
$$\tfrac12\|A^+\|_F^2\le\mathbb E\|T(x)A^+\|^2\le\|A^+\|_F^2\ \blacksquare\tag{4}$$
При $p=1$ правое неравенство обращается в равенство, а вблизи пика почти
обращается в него левое. У равномерно распределённых тестовых точек, как на
рисунке, плотность равна $\frac\pi2\sqrt{1-x^2}\le\frac\pi2$ от плотности
арксинуса:
$$\mathbb E_{\text{равн}}\|T(x)A^+\|^2\le\tfrac\pi2\,\mathbb E_{\text{арксинус}}\|T(x)A^+\|^2.\tag{5}$$
*/
struct comparison {
    double (*left)(const struct fit *), (*right)(const struct fit *);
    enum sign sign;
    double times;
};
static double size_of(const struct fit *f) {
    return f->size;
}
static double noise_arcsine(const struct fit *f) {
    return f->noise[ARCSINE];
}
static double noise_uniform(const struct fit *f) {
    return f->noise[UNIFORM];
}
static void compare_fits(struct inquiry *q) {
    const struct comparison *c = q->with;
    const struct design *all = inquiry_shared(q);
    for (size_t i = 0; all && i < DESIGNS; i++)
        for (size_t p = 1; p <= all[i].count; p++) {
            const struct fit *f = &all[i].fits[p - 1];
            if (isnan(f->defect)) continue;
            inquiry_exact(q, all[i].id, "least squares", p, c->left(f),
                          2 * size_error(f), c->sign, c->times * c->right(f));
        }
}
#define COMPARED(...)                                                          \
    COMPUTE(compare_fits, &(const struct comparison){__VA_ARGS__},             \
            .shares = &designs)
CLAIM(line_3_at_most, PROOF_LINE, COMPARED(noise_arcsine, size_of, AT_MOST, 1),
      "Inequality (4), right.", "Неравенство (4), правое.");
CLAIM(line_3_at_least, PROOF_LINE,
      COMPARED(noise_arcsine, size_of, AT_LEAST, 0.5), "Inequality (4), left.",
      "Неравенство (4), левое.");
CLAIM(line_3_uniform, PROOF_LINE,
      LOOSE(0.905, COMPARED(noise_uniform, noise_arcsine, AT_MOST, M_PI_2)),
      "Inequality (5).", "Неравенство (5).");
CLAIM(control_line_3_at_0_95, CONTROL,
      SOMEWHERE(COMPARED(noise_arcsine, size_of, AT_MOST, 0.95)),
      "0.95 of (4), right: beaten at $p=1$.",
      "Правое неравенство (4) с множителем 0,95: нарушается при $p=1$.");
CLAIM(control_line_3_at_1_05, CONTROL,
      SOMEWHERE(COMPARED(noise_arcsine, size_of, AT_LEAST, 0.525)),
      "1.05 times (4), left: beaten near the peak.",
      "Левое неравенство (4) с множителем 1,05: нарушается вблизи пика.");
/**
## The peak

At $p=n$ the fit is Lagrange's interpolation, and $T(x)A^+$ consists of his
polynomials $\ell_i(x)=\prod_{j\ne i}\frac{x-x_j}{x_i-x_j}$. That is a product
of numbers with small relative errors, so double precision is enough for
$\frac12\int\sum_i\ell_i^2$: a second computation of the peak. Solved as a least
squares problem in double precision it comes out two billion times too low:
*/
/**ru 3948058504
## Пик

При $p=n$ приближение — интерполяция Лагранжа, и $T(x)A^+$ состоит из его
многочленов $\ell_i(x)=\prod_{j\ne i}\frac{x-x_j}{x_i-x_j}$. Это произведение
чисел с малыми относительными ошибками, поэтому для $\frac12\int\sum_i\ell_i^2$
двойной точности достаточно: это второе вычисление пика. Если же решать с
двойной точностью задачу наименьших квадратов, он получается в два миллиарда раз
ниже:
*/
static double by_lagrange(const struct design *d) {
    gsl_integration_glfixed_table *rule =
        gsl_integration_glfixed_table_alloc(64);
    double sum = 0;
    for (size_t i = 0; i < rule->n; i++) {
        double x, weight;
        gsl_integration_glfixed_point(-1, 1, i, &x, &weight, rule);
        for (size_t j = 0; j < d->n; j++) {
            double l = 1;
            for (size_t m = 0; m < d->n; m++)
                if (m != j)
                    l *= (x - d->points[m]) / (d->points[j] - d->points[m]);
            sum += weight / 2 * l * l;
        }
    }
    gsl_integration_glfixed_table_free(rule);
    return sum;
}
/* Nodes and weights err by some u, products by 4 n u; a polynomial of degree
 * 2 n changes by at most 4 n^2 of its size over a unit (Markov). */
static double lagrange_error(double value) {
    return 64 * (double)(N * N) * DBL_EPSILON * value;
}
static void interpolation_of(struct inquiry *q) {
    const struct design *all = inquiry_shared(q);
    for (size_t i = 0; all && i < DESIGNS; i++) {
        const struct fit *f = &all[i].fits[all[i].n - 1];
        double right = by_lagrange(&all[i]);
        inquiry_exact(
            q, all[i].id, "least squares", all[i].n, f->noise[UNIFORM],
            noise_error(f, UNIFORM) + lagrange_error(right), EQUAL, right);
    }
}
struct limit {
    enum sign sign;
    double bound;
};
static void other_points(struct inquiry *q) {
    const struct limit *x = q->with;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        struct design d = {.n = N};
        for (size_t i = 0; i < N; i++) d.points[i] = seeded_point(seed, i);
        double noise = sigma * sigma * by_lagrange(&d);
        inquiry_exact(q, "50 points", "interpolation", seed, noise,
                      lagrange_error(noise), x->sign, x->bound);
    }
}
static void in_double(struct inquiry *q) {
    struct design d = {.n = N};
    for (size_t i = 0; i < N; i++)
        d.points[i] = seeded_point(reference_seed, i);
    minimum_norm_fits(N, d.points, DBL_MANT_DIG, N, around_the_peak, d.fits);
    double right = by_lagrange(&d);
    inquiry_exact(q, "50 points", "least squares", N,
                  d.fits[N - 1].noise[UNIFORM], lagrange_error(right), EQUAL,
                  right);
}
CLAIM(peak_by_lagrange, IDENTITY, COMPUTE(interpolation_of, .shares = &designs),
      "At $p=n$: $\\mathbb E\\lVert T(x)A^+\\rVert^2=\\frac12\\int\\sum_i"
      "\\ell_i^2$.",
      "При $p=n$: $\\mathbb E\\lVert "
      "T(x)A^+\\rVert^2=\\frac12\\int\\sum_i\\ell_i^2$.");
CLAIM(peaks_of_other_points, SHARPNESS,
      COMPUTE(other_points, &(const struct limit){AT_LEAST, 1e30}),
      "The points of the seeds $k=1,\\dots,6$: more than $10^{30}$ ...",
      "Для точек с зёрнами $k=1,\\dots,6$: больше $10^{30}$ ...");
CLAIM(peaks_of_other_points_at_most, SHARPNESS,
      COMPUTE(other_points, &(const struct limit){AT_MOST, 1e43}),
      "... and less than $10^{43}$.", "... и меньше $10^{43}$.");
CLAIM(control_in_double_precision, CONTROL, COMPUTE(in_double),
      "The same with 53 bits.", "То же с 53 битами.");
/**
For the 50 points the expected error at degree 49 is $4.3\cdot10^{21}$, at
degree 10 it was 0.015, and at degree 100 it is 147. So it does descend twice;
but with these features, all of which it may use alike, the second descent does
not come as low as the first: no degree from 50 to 100 is as good as degree 10.
*/
/**ru 798767541
Для 50 точек математическое ожидание ошибки при степени 49 равно
$4.3\cdot10^{21}$, при степени 10 оно было 0,015, а при степени 100 равно 147.
Так что спуск действительно двойной; но с этими признаками, пользоваться
которыми можно всеми наравне, второй спуск не опускается так низко, как первый:
ни одна степень от 50 до 100 не сравнится со степенью 10.
*/
struct ordering {
    size_t p, than; /* 0: n */
    enum sign sign;
    double times;
    bool padded; /* beyond n the fit keeps to the first n features */
};
static void ordered(struct inquiry *q) {
    const struct design *all = inquiry_shared(q);
    if (!all) return;
    const struct design *d = &all[LARGE];
    for (const struct ordering *o = q->with; o->p; o++) {
        size_t than = o->than ? o->than : d->n;
        const struct fit *f = &d->fits[(o->padded ? d->n : o->p) - 1],
                         *g = &d->fits[than - 1];
        inquiry_exact(q, d->id, o->padded ? "first features" : "least squares",
                      o->p, total(f), total_error(f, N) + total_error(g, N),
                      o->sign, o->times * total(g));
        inquiry_which(q, q->count - 1, "against degree %zu", than - 1);
    }
}
static const struct ordering peak[] = {
    {N, 11, AT_LEAST, 1e22, 0}, {N, 101, AT_LEAST, 1e18, 0}, {0}};
static const struct ordering second_descent[] = {{51, 0, AT_MOST, 0.5, 0},
                                                 {52, 51, AT_MOST, 0.5, 0},
                                                 {53, 52, AT_MOST, 0.5, 0},
                                                 {61, 53, AT_MOST, 0.5, 0},
                                                 {71, 61, AT_MOST, 0.5, 0},
                                                 {81, 71, AT_MOST, 0.5, 0},
                                                 {91, 81, AT_MOST, 0.5, 0},
                                                 {101, 91, AT_MOST, 0.5, 0},
                                                 {0}};
static const struct ordering first_is_lower[] = {{51, 11, AT_LEAST, 1000, 0},
                                                 {61, 11, AT_LEAST, 1000, 0},
                                                 {71, 11, AT_LEAST, 1000, 0},
                                                 {81, 11, AT_LEAST, 1000, 0},
                                                 {91, 11, AT_LEAST, 1000, 0},
                                                 {101, 11, AT_LEAST, 1000, 0},
                                                 {0}};
static const struct ordering padded[] = {
    {51, 0, AT_MOST, 0.5, true}, {101, 0, AT_MOST, 0.5, true}, {0}};
CLAIM(peak_is_high, SHARPNESS, COMPUTE(ordered, peak, .shares = &designs),
      "Degree 49: at least $10^{22}$ times the error at degree 10, and "
      "$10^{18}$ times that at 100.",
      "Степень 49: ошибка не менее чем в $10^{22}$ раз больше, чем при степени "
      "10, и в $10^{18}$ раз больше, чем при 100.");
CLAIM(second_descent_goes_on, SHARPNESS,
      COMPUTE(ordered, second_descent, .shares = &designs),
      "At degrees 50, 51, 52, 60, ..., 100: less than half of the one before.",
      "При степенях 50, 51, 52, 60, ..., 100: меньше половины предыдущей.");
CLAIM(first_descent_is_lower, SHARPNESS,
      COMPUTE(ordered, first_is_lower, .shares = &designs),
      "They all are at least 1000 times worse than degree 10.",
      "Все они не менее чем в 1000 раз хуже степени 10.");
/**
**Least norm.** Beyond degree 49 others meet every point as well, such as the fit
by the first 50 features. It never descends:
*/
/**ru 3995504139
**Наименьшая норма.** За степенью 49 через все точки проходят и другие кривые,
например приближение по первым 50 признакам. Оно уже не спускается:
*/
CLAIM(control_not_of_least_norm, CONTROL,
      DROPS(minimum_norm, COMPUTE(ordered, padded, .shares = &designs)),
      "Half of the peak, for the fit with 0 for all other features.",
      "Половина пика — для приближения, у которого при всех остальных "
      "признаках стоит 0.");
/**
**Random points.** At the Chebyshev nodes $x_i=\cos\frac{(i-1/2)\pi}n$ the
columns $T_0,\dots,T_{n-1}$ are orthogonal, of squared length $n,\frac n2,\dots,
\frac n2$; $T_n=0$, and $T_{n+j}=-T_{n-j}$. So
$$\|A^+\|_F^2=\frac{2p-1}n\ (p\le n),\qquad\frac{2n-1-j}n\ (p=n+1+j,\ 0\le j<n),\tag{6}$$
a tent of height less than 2: there is no peak. What makes it is that random
points come close to each other.
*/
/**ru 1006577991
**Случайные точки.** В чебышёвских узлах $x_i=\cos\frac{(i-1/2)\pi}n$ столбцы
$T_0,\dots,T_{n-1}$ ортогональны, квадраты их длин равны
$n,\frac n2,\dots,\frac n2$; $T_n=0$ и $T_{n+j}=-T_{n-j}$. Поэтому
$$\|A^+\|_F^2=\frac{2p-1}n\ (p\le n),\qquad\frac{2n-1-j}n\ (p=n+1+j,\ 0\le j<n),\tag{6}$$
«шатёр» высотой меньше 2: пика нет. Его порождает то, что случайные точки близко
подходят друг к другу.
*/
static void at_nodes(struct inquiry *q) {
    const struct design *all = inquiry_shared(q);
    if (!all) return;
    const struct design *d = &all[NODES];
    for (size_t p = 1; p <= d->count; p++) {
        const struct fit *f = &d->fits[p - 1];
        size_t n = d->n, parts = p <= n ? 2 * p - 1 : 3 * n - p;
        /* The nodes are rounded, and features move n^2 times as far. */
        inquiry_exact(q, d->id, "least squares", p, f->size,
                      size_error(f) + 16 * (double)(n * n) * DBL_EPSILON, EQUAL,
                      (double)parts / (double)n);
    }
}
static void rises_by_far(struct inquiry *q) {
    const size_t *which = q->with;
    const struct design *all = inquiry_shared(q);
    if (!all) return;
    const struct design *d = &all[*which];
    const struct fit *top = &d->fits[d->n - 1], *half = &d->fits[d->n / 2 - 1];
    inquiry_exact(q, d->id, "least squares", d->n, top->size, size_error(top),
                  AT_LEAST, 100 * half->size);
}
CLAIM(chebyshev_nodes, IDENTITY, COMPUTE(at_nodes, .shares = &designs),
      "Equation (6) at 8 Chebyshev nodes.",
      "Равенство (6) для 8 чебышёвских узлов.");
CLAIM(peak_of_8_points, SHARPNESS,
      COMPUTE(rises_by_far, &(const size_t){SMALL}, .shares = &designs),
      "8 random points: $\\lVert A_n^+\\rVert_F^2\\ge100\\lVert "
      "A_{n/2}^+\\rVert_F^2$.",
      "8 случайных точек: $\\lVert A_n^+\\rVert_F^2\\ge100\\lVert "
      "A_{n/2}^+\\rVert_F^2$.");
CLAIM(control_no_peak_at_chebyshev_nodes, CONTROL,
      DROPS(random_points,
            COMPUTE(rises_by_far, &(const size_t){NODES}, .shares = &designs)),
      "The same at 8 Chebyshev nodes.", "То же в 8 чебышёвских узлах.");
/**
## Gaussian features

Now the rows of $X$ are $n$ independent standard normal vectors of $D$ features,
$y=X\beta+\sigma\xi$ with normal $\xi$, and the fit uses $p$ of the features by
(1). Its risk is $\mathbb E(x^\top\hat\theta-y)^2$ for a new pair $(x,y)$.

**Theorem 2** (Belkin, Hsu and Xu 2019). Let $\beta_{\mathrm{in}}$,
$\beta_{\mathrm{out}}$ be the coefficients of the features that are used and of
the others, and $\tau^2=\|\beta_{\mathrm{out}}\|^2+\sigma^2$. The expected risk is
$$\tau^2\Bigl(1+\frac p{n-p-1}\Bigr)\ (p\le n-2),\qquad\|\beta_{\mathrm{in}}\|^2\Bigl(1-\frac np\Bigr)+\tau^2\Bigl(1+\frac n{p-n-1}\Bigr)\ (p\ge n+2),\tag{7}$$
and infinite for $n-1\le p\le n+1$ if $\tau>0$.

@figure gaussian The risk (7) for $n=40$, $D=100$, $\sigma=\frac15$,
    $\beta=(1,\dots,1)/10$

### Line 4. What is left out is noise

$X\beta=Z\beta_{\mathrm{in}}+X_{\mathrm{out}}\beta_{\mathrm{out}}$, where the last
vector is normal with variance $\|\beta_{\mathrm{out}}\|^2$, and independent of
$Z$. So $y=Z\beta_{\mathrm{in}}+\tau\eta$, and a new pair adds $\tau^2$. As in line
1, given $Z$
$$\mathbb E[\text{risk}\mid Z]=\tau^2+\|(I-Z^+Z)\beta_{\mathrm{in}}\|^2+\tau^2\|Z^+\|_F^2.\tag{8}$$

### Line 5. The trace of an inverse

Let $p\le n$. The reciprocals of the diagonal of $(Z^\top Z)^{-1}$ are the squared
distances $\delta_j^2$ of the columns from the span of the others, so that
$\|Z^+\|_F^2=\sum_j\delta_j^{-2}$; and $\delta_j^2$, the squared length of a
normal vector on the $n-p+1$ dimensions that the others leave, is $\chi^2$ of so
many degrees of freedom. For $m\ge3$
$$\mathbb E\frac1{\chi_m^2}=\int_0^\infty\frac{s^{m/2-2}e^{-s/2}}{2^{m/2}\Gamma(m/2)}\,ds=\frac{\Gamma(m/2-1)}{2\,\Gamma(m/2)}=\frac1{m-2},\tag{9}$$
and it is infinite for $m\le2$. Therefore
$$\mathbb E\|Z^+\|_F^2=\frac p{n-p-1}\ (p\le n-2),\qquad\frac n{p-n-1}\ (p\ge n+2),\tag{10}$$
the second one by the same for $Z^\top$.
*/
/**ru 1321913032
## Гауссовы признаки

Пусть теперь строки $X$ — $n$ независимых стандартных нормальных векторов из $D$
признаков, $y=X\beta+\sigma\xi$ с нормальным $\xi$, а приближение использует $p$
из этих признаков согласно (1). Его риск — $\mathbb E(x^\top\hat\theta-y)^2$ для
новой пары $(x,y)$.

**Теорема 2** (Belkin, Hsu and Xu 2019). Пусть $\beta_{\mathrm{in}}$,
$\beta_{\mathrm{out}}$ — коэффициенты при используемых признаках и при
остальных, и $\tau^2=\|\beta_{\mathrm{out}}\|^2+\sigma^2$. Ожидаемый риск равен
$$\tau^2\Bigl(1+\frac p{n-p-1}\Bigr)\ (p\le n-2),\qquad\|\beta_{\mathrm{in}}\|^2\Bigl(1-\frac np\Bigr)+\tau^2\Bigl(1+\frac n{p-n-1}\Bigr)\ (p\ge n+2),\tag{7}$$
и бесконечен при $n-1\le p\le n+1$, если $\tau>0$.

@figure gaussian Риск (7) для $n=40$, $D=100$, $\sigma=\frac15$,
    $\beta=(1,\dots,1)/10$

### Строка 4. Неучтённое — это шум

$X\beta=Z\beta_{\mathrm{in}}+X_{\mathrm{out}}\beta_{\mathrm{out}}$, где
последний вектор нормален с дисперсией $\|\beta_{\mathrm{out}}\|^2$ и не зависит
от $Z$. Поэтому $y=Z\beta_{\mathrm{in}}+\tau\eta$, а новая пара добавляет
$\tau^2$. Как в строке 1, при заданной $Z$
$$\mathbb E[\text{риск}\mid Z]=\tau^2+\|(I-Z^+Z)\beta_{\mathrm{in}}\|^2+\tau^2\|Z^+\|_F^2.\tag{8}$$

### Строка 5. След обратной матрицы

Пусть $p\le n$. Величины, обратные диагональным элементам $(Z^\top Z)^{-1}$, —
квадраты расстояний $\delta_j^2$ от столбцов до линейной оболочки остальных, так
что $\|Z^+\|_F^2=\sum_j\delta_j^{-2}$; а $\delta_j^2$, квадрат длины нормального
вектора в $n-p+1$ измерениях, которые оставляют остальные столбцы, имеет
распределение $\chi^2$ с таким же числом степеней свободы. При $m\ge3$
$$\mathbb E\frac1{\chi_m^2}=\int_0^\infty\frac{s^{m/2-2}e^{-s/2}}{2^{m/2}\Gamma(m/2)}\,ds=\frac{\Gamma(m/2-1)}{2\,\Gamma(m/2)}=\frac1{m-2},\tag{9}$$
а при $m\le2$ это бесконечно. Поэтому
$$\mathbb E\|Z^+\|_F^2=\frac p{n-p-1}\ (p\le n-2),\qquad\frac n{p-n-1}\ (p\ge n+2),\tag{10}$$
второе — по той же причине для $Z^\top$.
*/
static void draw_normals(gsl_rng *rng, size_t count, double to[]) {
    for (size_t i = 0; i < count; i++)
        to[i] = gsl_ran_gaussian_ziggurat(rng, 1);
}
/* Squared distance of the last of `count` rows of length n from the span of the
 * others; rows are made orthogonal (Gram and Schmidt, twice). */
static double distance_square(size_t n, size_t count, double rows[]) {
    double square = 0;
    for (size_t j = 0; j < count; j++) {
        double *row = rows + j * n;
        for (size_t again = 0; again < 2; again++)
            for (size_t i = 0; i < j; i++) {
                double dot = 0, *other = rows + i * n;
                for (size_t e = 0; e < n; e++) dot += row[e] * other[e];
                for (size_t e = 0; e < n; e++) row[e] -= dot * other[e];
            }
        square = 0;
        for (size_t e = 0; e < n; e++) square += row[e] * row[e];
        for (size_t e = 0; e < n && j + 1 < count; e++) row[e] /= sqrt(square);
    }
    return square;
}
enum { ROWS = 12, COLUMNS = 6 };
/* Entry (j, j) of (Z'Z)^-1 by Cholesky, against the distance of column j. */
static void diagonal(struct inquiry *q) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_of_run(inquiry_seed(q), q->stream, 0));
    double z[COLUMNS * ROWS], gram[COLUMNS * COLUMNS];
    gsl_matrix_view inverse = gsl_matrix_view_array(gram, COLUMNS, COLUMNS);
    for (size_t draw = 1; draw <= 20; draw++) {
        draw_normals(rng, COLUMNS * ROWS, z);
        for (size_t i = 0; i < COLUMNS; i++)
            for (size_t j = 0; j < COLUMNS; j++) {
                double *entry = &gram[i * COLUMNS + j];
                *entry = 0;
                for (size_t e = 0; e < ROWS; e++)
                    *entry += z[i * ROWS + e] * z[j * ROWS + e];
            }
        gsl_linalg_cholesky_decomp1(&inverse.matrix);
        gsl_linalg_cholesky_invert(&inverse.matrix);
        double trace = 0, last = gram[COLUMNS * COLUMNS - 1];
        for (size_t j = 0; j < COLUMNS; j++) trace += gram[j * COLUMNS + j];
        double right = 1 / distance_square(ROWS, COLUMNS, z);
        /* ||Z'Z|| is below 100 here, so cond <= 100 trace. */
        inquiry_exact(q, "12 x 6 normals", "least squares", draw, last,
                      1e4 * trace * last * DBL_EPSILON, EQUAL, right);
    }
    gsl_rng_free(rng);
}
CLAIM(line_5_distances, PROOF_LINE, COMPUTE(diagonal),
      "$(Z^\\top Z)^{-1}_{jj}=\\delta_j^{-2}$, for 20 random $Z$.",
      "$(Z^\\top Z)^{-1}_{jj}=\\delta_j^{-2}$ для 20 случайных $Z$.");

static void distances_are_chi_square(struct inquiry *q) {
    const double *freedom = q->with;
    static const double levels[] = {0.25, 0.5, 0.75};
    size_t draws = runs_wanted(100000, q->options), below[COUNT(levels)] = {0};
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_of_run(inquiry_seed(q), q->stream, 0));
    for (size_t i = 0; i < draws && !inquiry_interrupted(q); i++) {
        double z[COLUMNS * ROWS];
        draw_normals(rng, COLUMNS * ROWS, z);
        double square = distance_square(ROWS, COLUMNS, z);
        for (size_t l = 0; l < COUNT(levels); l++)
            below[l] += square <= gsl_cdf_chisq_Pinv(levels[l], *freedom);
    }
    for (size_t l = 0; l < COUNT(levels); l++)
        inquiry_share(q, "12 x 6 normals", "least squares",
                      (size_t)(100 * levels[l]), below[l], draws, EQUAL,
                      levels[l]);
    gsl_rng_free(rng);
}
CLAIM(
    line_5_law_of_distances, PROOF_LINE,
    COMPUTE(distances_are_chi_square, &(const double){ROWS - COLUMNS + 1},
            .limits = 6),
    "$\\delta_j^2$ is below the quartiles of $\\chi^2_{n-p+1}$ in $k$ % of "
    "all draws.",
    "$\\delta_j^2$ меньше квартилей $\\chi^2_{n-p+1}$ в $k$ % всех испытаний.");
CLAIM(control_law_of_distances, CONTROL,
      COMPUTE(distances_are_chi_square, &(const double){ROWS - COLUMNS},
              .limits = 6),
      "The same with $\\chi^2_{n-p}$.", "То же с $\\chi^2_{n-p}$.");

/* The density of chi_m at r, over r^2. */
static double over_square(double r, void *freedom) {
    double m = *(double *)freedom;
    return exp((m - 3) * log(r) - r * r / 2 - (m / 2 - 1) * M_LN2 -
               gsl_sf_lngamma(m / 2));
}
/* E[1/chi_m^2; chi_m >= least], and its error. */
static struct moments_of_chi {
    double inverse, error;
} inverse_chi_square(size_t m, double least) {
    struct moments_of_chi found;
    double freedom = (double)m, cut[] = {least, sqrt(freedom), 0};
    cut[2] = cut[1] + 40; /* what is beyond is below e^-800 */
    gsl_function f = {over_square, &freedom};
    gsl_integration_workspace *room = gsl_integration_workspace_alloc(1000);
    gsl_integration_qagp(&f, cut, COUNT(cut), 0, 1e-11, 1000, room,
                         &found.inverse, &found.error);
    gsl_integration_workspace_free(room);
    found.error += 1e3 * DBL_EPSILON * found.inverse; /* of the exponent */
    return found;
}
static void inverse_moments(struct inquiry *q) {
    const double *shift = q->with;
    for (size_t m = 3; m <= 60; m++) {
        struct moments_of_chi found = inverse_chi_square(m, 0);
        inquiry_exact(q, "chi-square", "quadrature", m, found.inverse,
                      found.error, EQUAL, 1 / ((double)m - *shift));
    }
}
CLAIM(line_5_inverse_chi_square, PROOF_LINE,
      COMPUTE(inverse_moments, &(const double){2}),
      "Equation (9), by quadrature, $m=3,\\dots,60$.",
      "Равенство (9), численным интегрированием, $m=3,\\dots,60$.");
CLAIM(control_inverse_chi_square, CONTROL,
      COMPUTE(inverse_moments, &(const double){1.95}),
      "It is $\\frac1{m-1.95}$.", "Это $\\frac1{m-1.95}$.");
/**
**A second way.** By Bartlett's decomposition $Z^\top Z=LL^\top$ with independent
entries, $L_{ii}^2\sim\chi^2_{n-i+1}$ and normal ones below. The rows of $L^{-1}$
are $u_i=(e_i-\sum_{j<i}L_{ij}u_j)/L_{ii}$, so that
$$\mathbb E\|u_i\|^2=\mathbb E\frac1{\chi^2_{n-i+1}}\Bigl(1+\sum_{j<i}\mathbb E\|u_j\|^2\Bigr),\tag{11}$$
whose sum must be (10) again:
*/
/**ru 3101437343
**Второй путь.** По разложению Бартлетта $Z^\top Z=LL^\top$ с независимыми
элементами: $L_{ii}^2\sim\chi^2_{n-i+1}$, а под диагональю стоят нормальные.
Строки $L^{-1}$ равны $u_i=(e_i-\sum_{j<i}L_{ij}u_j)/L_{ii}$, так что
$$\mathbb E\|u_i\|^2=\mathbb E\frac1{\chi^2_{n-i+1}}\Bigl(1+\sum_{j<i}\mathbb E\|u_j\|^2\Bigr),\tag{11}$$
и сумма этих величин снова должна дать (10):
*/
static double by_bartlett(size_t n, size_t p, double *error) {
    double sum = 0;
    *error = 0;
    for (size_t i = 1; i <= p; i++) {
        struct moments_of_chi chi = inverse_chi_square(n - i + 1, 0);
        *error += chi.error * (1 + sum) + chi.inverse * *error;
        sum += chi.inverse * (1 + sum);
    }
    return sum;
}
static void traces(struct inquiry *q) {
    const double *shift = q->with;
    for (size_t p = 1; p <= 38; p++) {
        double error, left = by_bartlett(40, p, &error);
        inquiry_exact(q, "40 x p normals", "least squares", p, left, error,
                      EQUAL, (double)p / (40 - (double)p - *shift));
    }
}
CLAIM(line_5_trace, PROOF_LINE, COMPUTE(traces, &(const double){1}),
      "Equation (10) by (11), for $n=40$ and $p=1,\\dots,38$.",
      "Равенство (10) из (11) для $n=40$ и $p=1,\\dots,38$.");
CLAIM(control_trace, CONTROL, COMPUTE(traces, &(const double){0.95}),
      "It is $\\frac p{n-p-0.95}$.", "Это $\\frac p{n-p-0.95}$.");
/**
### Line 6. What few points cannot see

For $p>n$ $I-Z^+Z$ is the projection along the rows of $Z$, which span a uniformly
random subspace of $n$ dimensions: by symmetry each of $p$ orthonormal directions
loses the same share of its square, and together they lose $n$:
$$\mathbb E\|(I-Z^+Z)\beta_{\mathrm{in}}\|^2=\Bigl(1-\frac np\Bigr)\|\beta_{\mathrm{in}}\|^2.\tag{12}$$
For $p\le n$ it is 0. (8), (10) and (12) make (7) $\blacksquare$
*/
/**ru 628075619
### Строка 6. Чего не видно по малому числу точек

При $p>n$ матрица $I-Z^+Z$ — проектор вдоль строк $Z$, которые порождают
случайное равномерно распределённое подпространство размерности $n$: по
симметрии каждое из $p$ ортонормированных направлений теряет одну и ту же долю
своего квадрата, а вместе они теряют $n$:
$$\mathbb E\|(I-Z^+Z)\beta_{\mathrm{in}}\|^2=\Bigl(1-\frac np\Bigr)\|\beta_{\mathrm{in}}\|^2.\tag{12}$$
При $p\le n$ это 0. Из (8), (10) и (12) получается (7) $\blacksquare$
*/
enum { SEEN = 6, FULL = 14, UNDER = 2, OVER = 12 };
static void unseen(struct inquiry *q) {
    size_t draws = runs_wanted(20000, q->options);
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_of_run(inquiry_seed(q), q->stream, 0));
    struct moments share = {0};
    for (size_t i = 0; i < draws && !inquiry_interrupted(q); i++) {
        double rows[(SEEN + 1) * OVER];
        draw_normals(rng, SEEN * OVER, rows);
        for (size_t e = 0; e < OVER; e++) rows[SEEN * OVER + e] = e == 0;
        double x = distance_square(OVER, SEEN + 1, rows);
        share =
            moments_merged(share, (struct moments){1, !(x <= 1 + 1e-12), x, 0});
    }
    if (share.broken) q->trouble = "a share is above 1";
    inquiry_measured(q, "6 x 12 normals", "least squares", OVER, &share,
                     interval_of_mean(&share, 1 + 1e-12, q->options->delta),
                     EQUAL, 1 - (double)SEEN / OVER);
    gsl_rng_free(rng);
}
CLAIM(line_6_unseen, PROOF_LINE, COMPUTE(unseen, .limits = 2),
      "Equation (12) for $n=6$, $p=12$, measured.",
      "Равенство (12) для $n=6$, $p=12$, измерено.");
/**
**From end to end.** Data are drawn, fitted, and the risk is taken: $n=6$ rows of
$D=14$ features, $p=2$ and $p=12$, $\beta=(1,\dots,1)/\sqrt{14}$,
$\sigma=\frac15$. The risk has no bound, and is cut off at 20, which it rarely exceeds:
*/
/**ru 1361892359
**От начала до конца.** Данные порождаются случайно, по ним строится
приближение, и берётся его риск: $n=6$ строк из $D=14$ признаков, $p=2$ и
$p=12$, $\beta=(1,\dots,1)/\sqrt{14}$, $\sigma=\frac15$. Риск не ограничен,
поэтому он обрезается на уровне 20, который превышает редко:
*/
static double tau_square(size_t p, size_t D, double noise) {
    return (double)(D - p) / (double)D + noise * noise;
}
/* (7) with beta = (1, ..., 1) / sqrt(D); NaN near p = n. */
static double expected_risk(size_t n, size_t p, size_t D, double noise) {
    double few = (double)n, used = (double)p, tau2 = tau_square(p, D, noise);
    if (p + 2 <= n) return tau2 * (1 + used / (few - used - 1));
    if (p >= n + 2)
        return used / (double)D * (1 - few / used) +
               tau2 * (1 + few / (used - few - 1));
    return NAN;
}
/* Solves the normal equations of k unknowns with the Gram matrix of `rows`. */
static void solve_gram(size_t k, size_t length, const double rows[],
                       double right[]) {
    double gram[SEEN * SEEN];
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++) {
            gram[i * k + j] = 0;
            for (size_t e = 0; e < length; e++)
                gram[i * k + j] += rows[i * length + e] * rows[j * length + e];
        }
    gsl_matrix_view m = gsl_matrix_view_array(gram, k, k);
    gsl_vector_view b = gsl_vector_view_array(right, k);
    gsl_linalg_cholesky_decomp1(&m.matrix);
    gsl_linalg_cholesky_svx(&m.matrix, &b.vector);
}
/* The risk of a fit of fresh data with p of the features. */
static double drawn_risk(gsl_rng *rng, size_t p, bool signs) {
    static const double noise = 0.2;
    double z[OVER * SEEN], turned[OVER * SEEN], y[SEEN], theta[OVER] = {0};
    const double entry = 1 / sqrt(FULL);
    for (size_t i = 0; i < SEEN; i++) {
        y[i] = noise * gsl_ran_gaussian_ziggurat(rng, 1);
        for (size_t j = 0; j < FULL; j++) {
            double x = gsl_ran_gaussian_ziggurat(rng, 1);
            if (signs) x = x < 0 ? -1 : 1;
            y[i] += entry * x;
            if (j < p) turned[j * SEEN + i] = z[i * p + j] = x;
        }
    }
    if (p < SEEN) {
        for (size_t j = 0; j < p; j++)
            for (size_t i = 0; i < SEEN; i++) theta[j] += z[i * p + j] * y[i];
        solve_gram(p, SEEN, turned, theta);
    } else {
        solve_gram(SEEN, p, z, y);
        for (size_t j = 0; j < p; j++)
            for (size_t i = 0; i < SEEN; i++) theta[j] += z[i * p + j] * y[i];
    }
    double risk = tau_square(p, FULL, noise);
    for (size_t j = 0; j < p; j++)
        risk += (theta[j] - entry) * (theta[j] - entry);
    return risk;
}
struct sampling {
    enum sign sign;
    double times;
    bool one, signs; /* one feature; features of +-1 */
};
static void sampled_risk(struct inquiry *q) {
    static const double most = 20;
    const struct sampling *s = q->with;
    const size_t used[] = {s->one ? 1 : UNDER, OVER};
    for (size_t u = 0; u < (s->one ? 1 : COUNT(used)); u++) {
        size_t draws = runs_wanted(100000, q->options);
        gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
        pcg_gsl_set(rng, pcg_of_run(inquiry_seed(q), q->stream, u));
        struct moments risk = {0};
        for (size_t i = 0; i < draws && !inquiry_interrupted(q); i++) {
            double x = drawn_risk(rng, used[u], s->signs);
            risk = moments_merged(
                risk, (struct moments){1, !(x >= 0), smaller(x, most), 0});
        }
        if (risk.broken) q->trouble = "a risk is no number";
        inquiry_measured(q, "6 points", "least squares", used[u], &risk,
                         interval_of_mean(&risk, most, q->options->delta),
                         s->sign,
                         s->times * expected_risk(SEEN, used[u], FULL, 0.2));
        gsl_rng_free(rng);
    }
}
#define SAMPLED(...)                                                           \
    COMPUTE(sampled_risk, &(const struct sampling){__VA_ARGS__}, .limits = 4)
CLAIM(risk_is_not_higher, SHARPNESS, SAMPLED(.sign = AT_MOST, .times = 1.05),
      "The mean risk, cut off at 20, is at most 1.05 times (7).",
      "Средний риск, обрезанный на уровне 20, не больше (7), умноженного на "
      "1,05.");
CLAIM(risk_is_not_lower, SHARPNESS, SAMPLED(.sign = AT_LEAST, .times = 0.95),
      "And at least 0.95 of it.", "И не меньше 0,95 этой величины.");
CLAIM(control_risk_at_0_9, CONTROL, SAMPLED(.sign = AT_MOST, .times = 0.9),
      "It is at most 0.9 of (7).", "Он не больше (7), умноженного на 0,9.");
/**
## What breaks

**Gaussian features.** Signs have the same mean and the same covariance; but with
one feature $\|z\|^2$ is always $n$, so that the risk is $\tau^2(1+\frac1n)$ in
place of $\tau^2(1+\frac1{n-2})$. **Near the threshold** (10) has no finite value.
$\delta^2$ has two degrees of freedom at $p=n-1$, and one at $p=n$, and without
those below $t$ the mean of $\delta^{-2}$ is already above any bound for some
$t$: 10, with $t=10^{-10}$.
*/
/**ru 1281901914
## Что ломается {#what-breaks}

**Гауссовы признаки.** Знаки имеют то же среднее и ту же ковариацию; но с одним
признаком $\|z\|^2$ всегда равно $n$, так что риск равен $\tau^2(1+\frac1n)$
вместо $\tau^2(1+\frac1{n-2})$. **Вблизи порога** (10) не имеет конечного
значения. $\delta^2$ имеет две степени свободы при $p=n-1$ и одну при $p=n$, и
даже без значений, меньших $t$, среднее $\delta^{-2}$ при некотором $t$ больше
любой границы: больше 10 при $t=10^{-10}$.
*/
CLAIM(control_signs_as_features, CONTROL,
      DROPS(gaussian_features, SAMPLED(.sign = AT_LEAST, .times = 0.97,
                                       .one = true, .signs = true)),
      "At least 0.97 of (7), with one feature that is a sign.",
      "Не меньше (7), умноженного на 0,97, с одним признаком, который есть "
      "знак.");
CLAIM(one_gaussian_feature, SHARPNESS,
      SAMPLED(.sign = AT_LEAST, .times = 0.97, .one = true),
      "So it is with a normal one.", "С нормальным признаком так и есть.");
static void near_threshold(struct inquiry *q) {
    for (size_t m = 1; m <= 2; m++) {
        struct moments_of_chi found = inverse_chi_square(m, 1e-5);
        inquiry_exact(q, "chi-square", "quadrature", m, found.inverse,
                      found.error, AT_MOST, 10);
    }
}
CLAIM(
    control_near_the_threshold, CONTROL,
    DROPS(away_from_threshold, COMPUTE(near_threshold)),
    "$\\mathbb E[\\delta^{-2};\\,\\delta^2\\ge10^{-10}]\\le10$ for one and two "
    "degrees of freedom.",
    "$\\mathbb E[\\delta^{-2};\\,\\delta^2\\ge10^{-10}]\\le10$ для одной и "
    "двух степеней свободы.");

static const struct claim *const claims[] = {error_is_proved,
                                             control_error_is_smaller,
                                             line_1_bias_and_variance,
                                             line_1_training_error,
                                             no_training_error_from_n,
                                             control_no_training_error_before,
                                             control_correlated_noise,
                                             line_2_one_more_feature,
                                             control_one_more_feature,
                                             bound_peak_at_n,
                                             control_peak_at_0_95,
                                             line_3_at_most,
                                             line_3_at_least,
                                             line_3_uniform,
                                             control_line_3_at_0_95,
                                             control_line_3_at_1_05,
                                             peak_by_lagrange,
                                             peaks_of_other_points,
                                             peaks_of_other_points_at_most,
                                             control_in_double_precision,
                                             peak_is_high,
                                             second_descent_goes_on,
                                             first_descent_is_lower,
                                             control_not_of_least_norm,
                                             chebyshev_nodes,
                                             peak_of_8_points,
                                             control_no_peak_at_chebyshev_nodes,
                                             line_5_distances,
                                             line_5_law_of_distances,
                                             control_law_of_distances,
                                             line_5_inverse_chi_square,
                                             control_inverse_chi_square,
                                             line_5_trace,
                                             control_trace,
                                             line_6_unseen,
                                             risk_is_not_higher,
                                             risk_is_not_lower,
                                             control_risk_at_0_9,
                                             control_signs_as_features,
                                             one_gaussian_feature,
                                             control_near_the_threshold};

/* ---- pictures ---- */

static bool nowhere(size_t p) {
    (void)p;
    return false;
}
static void draw_dd(struct canvas *c, const void *with) {
    (void)with;
    static struct fit fits[FEATURES];
    double points[N], test[FEATURES][2], train[FEATURES][2];
    for (size_t i = 0; i < N; i++) points[i] = seeded_point(reference_seed, i);
    minimum_norm_fits(N, points, BITS, FEATURES, nowhere, fits);
    for (size_t k = 0; k < FEATURES; k++) {
        double free = k + 1 < N ? (double)(N - k - 1) / N : 0;
        test[k][0] = train[k][0] = (double)k;
        test[k][1] = total(&fits[k]);
        train[k][1] = fits[k].train + sigma * sigma * free;
    }
    canvas_draw(c, (struct pen){.colour = 2, .name = {"test", "на тесте"}},
                (const double(*)[2])test, FEATURES);
    canvas_draw(c,
                (struct pen){.colour = 5,
                             .name = {"training, 0 from degree 49 on",
                                      "на обучении, 0 начиная со степени 49"}},
                (const double(*)[2])train, N - 1);
}
static void draw_gaussian(struct canvas *c, const void *with) {
    (void)with;
    enum { POINTS = 40, ALL = 100 };
    double risk[ALL + 1][2];
    for (size_t p = 0; p <= ALL; p++) {
        risk[p][0] = (double)p;
        risk[p][1] = expected_risk(POINTS, p, ALL, 0.2);
    }
    canvas_draw(c, (struct pen){.colour = 2, .name = {"risk", "риск"}},
                (const double(*)[2])risk, ALL + 1);
    canvas_draw(c, (struct pen){.colour = PEN_GREY, .dashed = true},
                (const double[][2]){{POINTS, 0.5}, {POINTS, 100}}, 2);
    canvas_draw(c,
                (struct pen){.kind = STROKE_WORDS,
                             .colour = PEN_GREY,
                             .name = {"p = n", "p = n"}},
                (const double[][2]){{POINTS + 1, 70}}, 1);
}
static const struct picture pictures[] = {
    {.name = "dd",
     .title =
         {"Double descent: 10^{21} where the fit first meets all 50 points",
          "Двойной спуск: 10^{21} там, где кривая впервые проходит через "
          "все 50 точек"},
     .shows =
         {"Expected squared errors over the degree from 0 to 100, on a "
          "logarithmic scale: the test error falls to 0.009 at degree 5, "
          "rises to 4e21 at 49 and falls to 147 at 100; the training error "
          "is 0 from 49 on.",
          "Ожидаемые квадратичные ошибки по степени от 0 до 100 в "
          "логарифмическом масштабе: на тесте ошибка падает до 0.009 при "
          "степени 5, растёт до 4e21 при 49 и падает до 147 при 100; на "
          "обучении она равна 0 начиная с 49."},
     .panel = {{.x = {"degree", "степень"},
                .y = {"mean squared error", "средний квадрат ошибки"},
                .log_y = true,
                .low = {0, 1e-4},
                .high = {100, 1e23}}},
     .draw = draw_dd},
    {.name = "gaussian",
     .title = {"Both sides of the threshold in formulas: the second descent "
               "leads lower",
               "Обе стороны порога в формулах: второй спуск ведёт ниже"},
     .shows = {"The expected risk over the number p of features used, out of "
               "100, with 40 points: it rises to infinity at p = 40 and falls "
               "to its least value at p = 100.",
               "Ожидаемый риск по числу p использованных признаков из 100 при "
               "40 точках: он растёт до бесконечности при p = 40 и падает до "
               "наименьшего значения при p = 100."},
     .panel = {{.x = {"features p", "число признаков p"},
                .y = {"expected risk", "ожидаемый риск"},
                .log_y = true,
                .low = {0, 0.5},
                .high = {100, 100}}},
     .draw = draw_gaussian},
};

const struct theorem theorem_double_descent = {
    .id = "double_descent",
    .title = {"Double descent", "Двойной спуск"},
    .source = "Double Descent",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    PICTURES(pictures),
};

/**
## Exercises

@exercise risk_is_not_higher Take $n=6$ points, $D=14$, $\sigma=\frac15$ and
    $\beta=(1,\dots,1)/\sqrt{14}$. Compute the risk (7) for $p=0$, $2$ and $12$.
    Which fit is the best, and does the risk descend at all before it rises?
    Compare with the file `reports/results.csv` of
    `descent verify double_descent/risk_is_not_higher`. :: For $p=0$ it is
    $\tau^2=1.04$. For $p=2$ it is $\frac53\bigl(\frac{12}{14}+0.04\bigr)$,
    about 1.50, and for $p=12$ it is
    $\frac12\cdot\frac{12}{14}+\frac{11}5\bigl(\frac2{14}+0.04\bigr)$, about
    0.83. Two features are worse than none: each of them explains a fourteenth
    of the signal, and costs more than that, as there are so few points; the
    first descent is missing. Twelve of them, twice as many as points, are the
    best of the three. What is drawn and measured agrees: about 1.49 and 0.83.
@exercise control_not_of_least_norm Beyond $p=n$ take the fit that uses the
    first $n$ features only, $\hat\theta=By$ with $A_n^{-1}$ above zeros for
    $B$. Which parts of Theorem 1 stay true for it, which part does not, and
    where does the proof use the least norm? Predict its error at degree 100,
    then `descent verify double_descent/control_not_of_least_norm`. :: Line 1
    only needs a fit that is linear in $y$: (2) holds with $B$ for $A^+$, and
    the training error is 0, as $AB=I$. But $\|B\|_F$ stays $\|A_n^{-1}\|_F$.
    The second equation of (3) is about the trace of $(AA^\top)^{-1}$, which is
    $\|A^+\|_F^2$ because $A^+=A^\top(AA^\top)^{-1}$ is the shortest of all
    right inverses: there the least norm comes in. This fit does not descend,
    and at degree 100 its expected error is that of the peak, about
    $4.3\cdot10^{21}$.
@exercise control_correlated_noise Let the noise be the same at all eight
    points, $\varepsilon=\eta\,(1,\dots,1)$ with $\eta=\pm1$. What does the last
    term of (2) become for $p\le n$, and what becomes of the peak? Compare $p=8$
    in the file `reports/results.csv` of
    `descent verify double_descent/control_correlated_noise`. :: All labels are
    shifted by $\sigma\eta$, and $T_0=1$ is a feature: the columns of $A$ are
    independent, so $A^+(1,\dots,1)^\top$ is the first unit vector, and the fit
    is shifted by the same constant. The term is $\sigma^2$ for every $p\le n$,
    and the peak made by noise is gone: at $p=8$ the expected error is about
    1.6, where (2) has about 124 000. Noise makes the peak only because it
    differs between points that are close to each other.
*/
/**ru 3655190620
## Упражнения

@exercise risk_is_not_higher Возьмите $n=6$ точек, $D=14$, $\sigma=\frac15$ и
    $\beta=(1,\dots,1)/\sqrt{14}$. Вычислите риск (7) при $p=0$, $2$ и $12$.
    Какое приближение лучшее и убывает ли риск вообще, прежде чем расти?
    Сравните с файлом `reports/results.csv`, который записывает
    `descent verify double_descent/risk_is_not_higher`. :: При $p=0$ он равен
    $\tau^2=1.04$. При $p=2$ он равен $\frac53\bigl(\frac{12}{14}+0.04\bigr)$,
    около 1,50, а при $p=12$ —
    $\frac12\cdot\frac{12}{14}+\frac{11}5\bigl(\frac2{14}+0.04\bigr)$, около
    0,83. Два признака хуже, чем ни одного: каждый объясняет четырнадцатую часть
    сигнала, а обходится дороже, потому что точек слишком мало; первого спуска
    нет. Двенадцать признаков, вдвое больше, чем точек, — лучшее из трёх.
    Разыгранное и измеренное с этим согласуется: около 1,49 и 0,83.
@exercise control_not_of_least_norm За $p=n$ возьмите приближение только по
    первым $n$ признакам, $\hat\theta=By$, где $B$ — это $A_n^{-1}$, а под ней
    нули. Какие части теоремы 1 останутся для него верными, какая нет и где
    доказательство пользуется наименьшей нормой? Предскажите его ошибку при
    степени 100, затем выполните
    `descent verify double_descent/control_not_of_least_norm`. :: Строке 1 нужно
    только, чтобы приближение было линейно по $y$: (2) верно с $B$ вместо $A^+$,
    и ошибка на обучении равна 0, так как $AB=I$. Но $\|B\|_F$ остаётся равной
    $\|A_n^{-1}\|_F$. Второе равенство в (3) говорит о следе $(AA^\top)^{-1}$, а
    он равен $\|A^+\|_F^2$, потому что $A^+=A^\top(AA^\top)^{-1}$ — кратчайшая
    из всех правых обратных: здесь и нужна наименьшая норма. У этого приближения
    спуска нет, и при степени 100 его ожидаемая ошибка такая же, как в пике,
    около $4.3\cdot10^{21}$.
@exercise control_correlated_noise Пусть шум одинаков во всех восьми точках,
    $\varepsilon=\eta\,(1,\dots,1)$, где $\eta=\pm1$. Во что превращается
    последний член (2) при $p\le n$ и что происходит с пиком? Сравните $p=8$ в
    файле `reports/results.csv`, который записывает
    `descent verify double_descent/control_correlated_noise`. :: Все метки
    сдвигаются на $\sigma\eta$, а $T_0=1$ — один из признаков: столбцы $A$
    независимы, так что $A^+(1,\dots,1)^\top$ — первый единичный вектор, и
    кривая сдвигается на ту же константу. При каждом $p\le n$ этот член равен
    $\sigma^2$, и пика, созданного шумом, нет: при $p=8$ ожидаемая ошибка около
    1,6, тогда как (2) даёт около 124 000. Шум создаёт пик только потому, что он
    различен в близких друг к другу точках.
*/
/**
## References

- M. Belkin, D. Hsu, S. Ma, S. Mandal, *Reconciling modern machine learning
  practice and the bias-variance trade-off*, PNAS 116 (2019): the lecture's
  source.
- M. Belkin, D. Hsu, J. Xu, *Two models of double descent for weak features*,
  SIAM Journal on Mathematics of Data Science 2 (2020): theorem 2.
- T. Hastie, A. Montanari, S. Rosset, R. Tibshirani, *Surprises in
  high-dimensional ridgeless least squares interpolation*, Annals of Statistics
  50 (2022): the limit of many features.
- T. Greville, *Some applications of the pseudoinverse of a matrix*, SIAM Review
  2 (1960): one more column.
*/
/**ru 4103056089
## Литература

- M. Belkin, D. Hsu, S. Ma, S. Mandal, *Reconciling modern machine learning
  practice and the bias-variance trade-off*, PNAS 116 (2019): источник лекции.
- M. Belkin, D. Hsu, J. Xu, *Two models of double descent for weak features*,
  SIAM Journal on Mathematics of Data Science 2 (2020): теорема 2.
- T. Hastie, A. Montanari, S. Rosset, R. Tibshirani, *Surprises in
  high-dimensional ridgeless least squares interpolation*, Annals of Statistics
  50 (2022): предел при большом числе признаков.
- T. Greville, *Some applications of the pseudoinverse of a matrix*, SIAM Review
  2 (1960): ещё один столбец.
*/
