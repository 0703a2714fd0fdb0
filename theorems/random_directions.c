/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Random directions are nearly orthogonal

To look at the loss of a network, the lecture draws it on a plane through the
weights $w_0$ (slide «Проекция функции потерь нейронной сети на плоскость»):

> Мы можем расширить эту идею и построить проекцию поверхности потерь на
> плоскость, которая задается 2 случайными векторами. Два случайных гауссовых
> вектора в пространстве большой размерности с высокой вероятностью
> ортогональны. $$L(\alpha, \beta) = L(w_0 + \alpha w_1 + \beta w_2)$$

How orthogonal, and with which probability?

**Theorem.** Let $x,y\in\mathbb R^p$, $p\ge2$, be independent with the law
$N(0,I)$, and $\cos=\frac{\langle x,y\rangle}{\|x\|\|y\|}$. Then $\cos^2$ has
the law $\mathrm{Beta}\bigl(\frac12,\frac{p-1}2\bigr)$; so
$$\mathbb E\cos^2=\frac1p,\qquad\mathbb P(|\cos|\ge\varepsilon)=I_{1-\varepsilon^2}\Bigl(\frac{p-1}2,\frac12\Bigr), \tag{1}$$
with the regularised incomplete beta function $I$, and for $0<\varepsilon<1$
$$\mathbb P(|\cos|\ge\varepsilon)\le(1-\varepsilon^2)^{\frac{p-1}2},\qquad\mathbb P(|\cos|\ge\varepsilon)\le e^{-p\varepsilon^2/2}. \tag{2}$$
The second is usually stated with a factor 2 in front, which comes from the
proof by moments, is true for $p=1$ too, and is needed only there.

**Corollary.** Not $p$ directions but $\lfloor\sqrt2\,e^{p\varepsilon^2/4}\rfloor$
of them exist with $|\cos|<\varepsilon$ for each pair.

So the lecture is right in the sense that a plane through two random directions
of a network with $p$ weights has axes that meet at a right angle up to about
$\frac1{\sqrt p}$. It is not right that they *are* orthogonal: that has
probability 0. And what a thousand weights do for a tenth, $|\cos|<\frac1{10}$ in
998 cases of 1000, takes a hundred thousand for a hundredth.

@figure mean $\mathbb E\cos^2$ is exactly $\frac1p$ for isotropic vectors, and
    stays large where one coordinate has $p$ times the variance

## What it needs

The law of $x$ must not change under rotations. It need not be Gaussian for that,
but among laws with independent coordinates only the centred Gaussian one with
equal variances is like this (Maxwell), so hypotheses are named after it.
*/
/**ru 527379386
# Случайные направления почти ортогональны

Чтобы рассмотреть функцию потерь сети, лекция рисует её на плоскости, проходящей
через веса $w_0$ (слайд «Проекция функции потерь нейронной сети на плоскость»):

> Мы можем расширить эту идею и построить проекцию поверхности потерь на
> плоскость, которая задается 2 случайными векторами. Два случайных гауссовых
> вектора в пространстве большой размерности с высокой вероятностью
> ортогональны. $$L(\alpha, \beta) = L(w_0 + \alpha w_1 + \beta w_2)$$

Насколько ортогональны и с какой вероятностью?

**Теорема.** Пусть $x,y\in\mathbb R^p$, $p\ge2$, независимы и распределены по
закону $N(0,I)$, и пусть $\cos=\frac{\langle x,y\rangle}{\|x\|\|y\|}$. Тогда
$\cos^2$ имеет распределение $\mathrm{Beta}\bigl(\frac12,\frac{p-1}2\bigr)$;
поэтому
$$\mathbb E\cos^2=\frac1p,\qquad\mathbb P(|\cos|\ge\varepsilon)=I_{1-\varepsilon^2}\Bigl(\frac{p-1}2,\frac12\Bigr), \tag{1}$$
где $I$ — регуляризованная неполная бета-функция, и при $0<\varepsilon<1$
$$\mathbb P(|\cos|\ge\varepsilon)\le(1-\varepsilon^2)^{\frac{p-1}2},\qquad\mathbb P(|\cos|\ge\varepsilon)\le e^{-p\varepsilon^2/2}. \tag{2}$$
Второе неравенство обычно приводят с множителем 2 в правой части; он возникает
из доказательства через моменты, с ним неравенство верно и при $p=1$, и только
там он нужен.

**Следствие.** Существует не $p$ направлений, а
$\lfloor\sqrt2\,e^{p\varepsilon^2/4}\rfloor$, у которых $|\cos|<\varepsilon$ для
каждой пары.

Таким образом, лекция права в том смысле, что у плоскости, проведённой через два
случайных направления сети с $p$ весами, оси встречаются под прямым углом с
точностью примерно до $\frac1{\sqrt p}$. Неверно, что они *ортогональны*:
вероятность этого равна 0. А то, для чего при одной десятой хватает тысячи
весов, $|\cos|<\frac1{10}$ в 998 случаях из 1000, при одной сотой требует ста
тысяч.

@figure mean $\mathbb E\cos^2$ в точности равно $\frac1p$ для изотропных
    векторов и остаётся большим, если дисперсия одной координаты в $p$ раз
    больше, чем у остальных

## Что нужно {#what-it-needs}

Распределение $x$ не должно меняться при поворотах. Быть гауссовым оно для этого
не обязано, но среди распределений с независимыми координатами таково лишь
центрированное гауссово с равными дисперсиями (Максвелл), поэтому условия
названы по нему.
*/
#include <gsl/gsl_sf_gamma.h>

#include "shared/gaussian.h"
#include "shared/quadrature.h"
#include "theorem.h"

HYPOTHESIS(two_dimensions, "p >= 2", "p >= 2", NULL);
HYPOTHESIS(gaussian_law, "the law is Gaussian", "распределение гауссово", NULL);
HYPOTHESIS(isotropic_law, "the covariance is a multiple of I",
           "ковариационная матрица кратна I", NULL);
HYPOTHESIS(centred_law, "the mean is 0", "среднее равно 0", NULL);
HYPOTHESIS(independent_vectors, "x and y are independent", "x и y независимы",
           NULL);
static const struct hypothesis *const hypotheses[] = {
    two_dimensions, gaussian_law, isotropic_law, centred_law,
    independent_vectors};

static const char vectors[] = "two vectors";

/* P(|cos| >= e), as (1) says. */
static double tail(size_t p, double e) {
    return gsl_sf_beta_inc(((double)p - 1) / 2, 0.5, (1 - e) * (1 + e));
}
static double short_tail(size_t p, double e) {
    return pow((1 - e) * (1 + e), ((double)p - 1) / 2);
}
static double gaussian_tail(size_t p, double e) {
    return exp(-(double)p * e * e / 2);
}
/**
## Integrals

Both sides of a line must come from different computations, so what the proof
derives is held against integrals. With $\cos=\sin\theta$ the density of
$\theta$, by lines 1 and 2 below, is $\cos^{p-2}\theta$ up to a factor, on
$[-\frac\pi2,\frac\pi2]$, and smooth for every $p\ge2$. Integrals are
Gauss and Legendre's sums of 512 nodes, and of 1024; their difference is the
stated error.
*/
/**ru 3650157834
## Интегралы

Обе стороны каждой строки должны получаться из разных вычислений, поэтому то,
что выводит доказательство, сравнивается с интегралами. Если $\cos=\sin\theta$,
то плотность $\theta$, согласно строкам 1 и 2 ниже, с точностью до множителя
равна $\cos^{p-2}\theta$ на $[-\frac\pi2,\frac\pi2]$ и гладкая при каждом
$p\ge2$. Интегралы вычисляются как суммы Гаусса–Лежандра с 512 узлами и с 1024;
их разность и есть указанная погрешность.
*/
/* E of cos^(2j), or of exp(s cos), over theta; or what lies beyond e. */
struct angle {
    size_t p;
    double j, s;
};
static double weighed(double theta, const void *with) {
    const struct angle *a = with;
    double c = sin(theta);
    return pow(cos(theta), (double)a->p - 2) * pow(c * c, a->j) * exp(a->s * c);
}
/* From an angle on.  The weight falls like exp(-p theta^2 / 2), so nothing lies
 * beyond 40 / sqrt(p). */
static struct estimate over_angles(struct angle a, double from) {
    double reach = 40 / sqrt((double)a.p), to = from + 2 * reach;
    double all = legendre(-smaller(M_PI_2, reach), smaller(M_PI_2, reach), 1024,
                          weighed, &(struct angle){.p = a.p});
    struct estimate part = integral(from, smaller(M_PI_2, to), weighed, &a);
    return (struct estimate){part.value / all, part.error / all};
}
static struct estimate mean_of(struct angle a) {
    return over_angles(a, -smaller(M_PI_2, 40 / sqrt((double)a.p)));
}

static const size_t dimensions[] = {2, 3, 10, 30, 100, 300, 1000};
/**
## The proof of (1), line by line

**Line 1. One vector is enough.** Let $Q$ be the reflection that takes $y$ to
$\|y\|e_1$. It preserves inner products, so
$$\cos=\frac{\langle Qx,Qy\rangle}{\|Qx\|\|Qy\|}=\frac{(Qx)_1}{\|Qx\|}. \tag{3}$$
Given $y$, the matrix $Q$ is fixed, since $x$ is independent of it; and $Qx$ has
the law $N(0,QQ^\top)=N(0,I)$. So $\cos$ has the law of
$\frac{x_1}{\|x\|}$, whatever $y$ is.

Held against each other on drawn vectors: $1+\cos$ as half the square of
$\frac x{\|x\|}+\frac y{\|y\|}$, and by (3).
*/
/**ru 3933999378
## Доказательство (1) строка за строкой

**Строка 1. Достаточно одного вектора.** Пусть $Q$ — отражение, переводящее $y$
в $\|y\|e_1$. Оно сохраняет скалярные произведения, поэтому
$$\cos=\frac{\langle Qx,Qy\rangle}{\|Qx\|\|Qy\|}=\frac{(Qx)_1}{\|Qx\|}. \tag{3}$$
При данном $y$ матрица $Q$ фиксирована, ведь $x$ от неё не зависит; а $Qx$ имеет
распределение $N(0,QQ^\top)=N(0,I)$. Поэтому $\cos$ распределён как
$\frac{x_1}{\|x\|}$, каков бы ни был $y$.

На разыгранных векторах друг с другом сравниваются $1+\cos$ как половина
квадрата нормы $\frac x{\|x\|}+\frac y{\|y\|}$ и то же по (3).
*/
enum { P_MOST = 1000 };
static void reflect(struct inquiry *q) {
    static real x[P_MOST], y[P_MOST], v[P_MOST];
    for (size_t i = 0; i < COUNT(dimensions); i++) {
        size_t p = dimensions[i], first = q->count;
        struct nearest n = {.sign = EQUAL};
        for (size_t draw = 0; draw < 8; draw++) {
            struct pcg_lanes random = inquiry_lanes(q, draw * LANES);
            gaussian_fill(&random, p, x);
            gaussian_fill(&random, p, y);
            real norm_x = real_sqrt(real_dot(p, x, x)),
                 norm_y = real_sqrt(real_dot(p, y, y)), half = {0};
            for (size_t j = 0; j < p; j++) {
                real sum = x[j] / norm_x + y[j] / norm_y;
                half += sum * sum / 2;
            }
            /* Q = I - 2 v v'/<v, v>, v = y + ||y|| e_1, takes y to -||y|| e_1:
             * this sign cancels nothing. */
            memcpy(v, y, sizeof v);
            real side = real_where(real_less(y[0], real_all(0)), real_all(-1),
                                   real_all(1));
            v[0] += side * norm_y;
            real along = 2 * real_dot(p, v, x) / real_dot(p, v, v),
                 square = {0};
            for (size_t j = 0; j < p; j++) {
                real turned = x[j] - along * v[j];
                square += turned * turned;
            }
            real by_3 = 1 - side * (x[0] - along * v[0]) / real_sqrt(square);
            /* Sums of p products, of vectors of norm 1 but for a few. */
            double error = 4 * ((double)p + 8) * DBL_EPSILON;
            for (int l = 0; l < LANES; l++)
                nearest_take(&n, p, half[l], by_3[l], error);
        }
        inquiry_nearest(q, vectors, "gaussian", &n);
        inquiry_which(q, first, "p = %zu", p);
    }
}
CLAIM(line_1_one_vector, PROOF_LINE, COMPUTE(reflect),
      "Equation (3), for the worst of 128 drawn pairs in each dimension.",
      "Равенство (3) для худшей из 128 разыгранных пар в каждой размерности.");
/**
**Line 2. Two independent sums.** $A=x_1^2$ and $B=x_2^2+\dots+x_p^2$ are
independent, $A$ with the law $\chi^2_1$ and $B$ with $\chi^2_{p-1}$; and
$\frac A{A+B}$ of two such has the law $\mathrm{Beta}(\frac12,\frac{p-1}2)$,
whose distribution function is $I$. Left, integrated over $\sqrt B=u$:
$$\mathbb P\Bigl(\frac A{A+B}\ge\varepsilon^2\Bigr)=\int_0^\infty f_{\sqrt B}(u)\;\mathbb P\Bigl(|x_1|\ge\frac{\varepsilon u}{\sqrt{1-\varepsilon^2}}\Bigr)du=I_{1-\varepsilon^2}\Bigl(\frac{p-1}2,\frac12\Bigr). \tag{4}$$
*/
/**ru 3098605122
**Строка 2. Две независимые суммы.** Величины $A=x_1^2$ и $B=x_2^2+\dots+x_p^2$
независимы, $A$ имеет распределение $\chi^2_1$, а $B$ — $\chi^2_{p-1}$;
отношение $\frac A{A+B}$ двух таких величин имеет распределение
$\mathrm{Beta}(\frac12,\frac{p-1}2)$, функция распределения которого — $I$.
Слева интеграл берётся по $\sqrt B=u$:
$$\mathbb P\Bigl(\frac A{A+B}\ge\varepsilon^2\Bigr)=\int_0^\infty f_{\sqrt B}(u)\;\mathbb P\Bigl(|x_1|\ge\frac{\varepsilon u}{\sqrt{1-\varepsilon^2}}\Bigr)du=I_{1-\varepsilon^2}\Bigl(\frac{p-1}2,\frac12\Bigr). \tag{4}$$
*/
struct radius {
    size_t p;
    double e;
};
static double at_radius(double u, const void *with) {
    const struct radius *r = with;
    double n = (double)r->p - 1, slope = r->e / sqrt((1 - r->e) * (1 + r->e));
    double log_density = (n - 1) * log(u) - u * u / 2 - (n / 2 - 1) * M_LN2 -
                         gsl_sf_lngamma(n / 2);
    return exp(log_density) * erfc(slope * u / M_SQRT2);
}
/* For cosines of k/100. */
static const size_t cosines[] = {1, 2, 5, 10, 15, 20, 30, 40, 50, 60, 70, 80};
static double hundredths(size_t i) {
    return (double)cosines[i] / 100;
}
static void two_sums(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(dimensions); i++) {
        size_t p = dimensions[i], first = q->count;
        for (size_t c = 0; c < COUNT(cosines); c++) {
            struct radius r = {p, hundredths(c)};
            /* The mass lies where the integrand peaks, 12 around it. */
            double peak = sqrt((double)p - 1) * sqrt(1 - r.e * r.e);
            struct estimate a =
                integral(larger(peak - 12, 0), peak + 12, at_radius, &r);
            if (a.value < 1e-200) break;
            inquiry_exact(q, vectors, "gaussian", cosines[c], a.value,
                          a.error + 1e-10 * a.value, EQUAL, tail(p, r.e));
        }
        inquiry_which(q, first, "p = %zu", p);
    }
}
CLAIM(line_2_two_sums, PROOF_LINE, COMPUTE(two_sums),
      "Equation (4); rows are for $\\varepsilon=k/100$.",
      "Равенство (4); в строках таблицы $\\varepsilon=k/100$.");
/**
**Line 3. The mean.** The squared cosines of $x$ with the $p$ axes add up to 1,
and by symmetry have equal means: $\mathbb E\cos^2=\frac1p$. Held against the
integral over angles. $\blacksquare$
*/
/**ru 226189784
**Строка 3. Среднее.** Квадраты косинусов углов между $x$ и $p$ осями в сумме
дают 1, а средние у них в силу симметрии равны: $\mathbb E\cos^2=\frac1p$.
Сравнивается с интегралом по углам. $\blacksquare$
*/
static void means(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(dimensions); i++) {
        size_t p = dimensions[i];
        struct estimate a = mean_of((struct angle){.p = p, .j = 1});
        inquiry_exact(q, vectors, "gaussian", p, a.value, a.error, EQUAL,
                      1 / (double)p);
    }
}
CLAIM(mean_is_one_over_p, IDENTITY, COMPUTE(means),
      "$\\mathbb E\\cos^2=\\frac1p$ for $p=k$, by integration ...",
      "$\\mathbb E\\cos^2=\\frac1p$ для $p=k$ — интегрированием...");
/**
Nothing of this proof enters when vectors are simply drawn:
*/
/**ru 851329082
Если векторы просто разыгрывать, ничто из этого доказательства не используется:
*/
/* How a pair is drawn; z is room for p numbers. */
struct pairs {
    size_t p, draws;
    double variance;  /* of the first coordinate; 0: 1 */
    double shift;     /* of all coordinates' means */
    double in_common; /* y is y + so much x */
};
static real drawn_cosine(const struct pairs *a, struct pcg_lanes *random,
                         real x[], real y[]) {
    gaussian_fill(random, a->p, x);
    gaussian_fill(random, a->p, y);
    if (a->variance > 0) {
        x[0] *= sqrt(a->variance);
        y[0] *= sqrt(a->variance);
    }
    for (size_t j = 0; j < a->p; j++) {
        x[j] += a->shift;
        y[j] += a->shift + a->in_common * x[j];
    }
    return real_dot(a->p, x, y) /
           real_sqrt(real_dot(a->p, x, x) * real_dot(a->p, y, y));
}
/* Moments of cos^2 over the draws, and how many |cos| are at least e. */
static struct moments drawn(struct inquiry *q, const struct pairs *a, double e,
                            size_t *beyond) {
    real *x = allocate(2 * a->p, sizeof *x), *y = x + a->p;
    size_t rounds = runs_wanted(a->draws, q->options) / LANES + 1;
    struct moments all = {0};
    struct pcg_lanes random = inquiry_lanes(q, a->p * LANES);
    *beyond = 0;
    for (size_t i = 0; i < rounds && !inquiry_interrupted(q); i++) {
        real c = drawn_cosine(a, &random, x, y);
        for (int l = 0; l < LANES; l++) {
            *beyond += fabs(c[l]) >= e;
            all = moments_merged(
                all, (struct moments){.count = 1, .mean = c[l] * c[l]});
        }
    }
    free(x);
    return all;
}
static void draw_mean(struct inquiry *q, const struct pairs *a, double bound) {
    size_t beyond;
    struct moments m = drawn(q, a, 1, &beyond);
    inquiry_measured(q, vectors, "gaussian", a->p, &m,
                     interval_of_mean(&m, 1, q->options->delta), EQUAL, bound);
}
static void draw_means(struct inquiry *q) {
    static const size_t p[] = {2, 10, 100};
    for (size_t i = 0; i < COUNT(p); i++)
        draw_mean(q, &(struct pairs){.p = p[i], .draws = 1 << 17},
                  1 / (double)p[i]);
}
CLAIM(mean_of_drawn_vectors, IDENTITY,
      WITHIN(0.1, COMPUTE(draw_means, .limits = 6)),
      "... and by drawing a hundred thousand pairs for each $p$.",
      "...и по сотне тысяч разыгранных пар для каждого $p$.");
/* P(|cos| >= e): the share of drawn pairs, against `times` the bound. */
struct share {
    struct pairs pairs;
    double e;
    enum sign sign;
    double (*bound)(size_t p, double e);
    double times;
};
static void draw_share(struct inquiry *q) {
    const struct share *s = q->with;
    size_t beyond, first = q->count;
    struct moments m = drawn(q, &s->pairs, s->e, &beyond);
    inquiry_share(q, vectors, "gaussian", s->pairs.p, beyond, m.count, s->sign,
                  s->times * s->bound(s->pairs.p, s->e));
    inquiry_which(q, first, "cos of at least %g", s->e);
}
CLAIM(probability_of_drawn_vectors, IDENTITY,
      COMPUTE(draw_share,
              &(const struct share){
                  {.p = 10, .draws = 1 << 19}, 0.5, EQUAL, tail, 1},
              .limits = 2),
      "So is $\\mathbb P(|\\cos|\\ge\\frac12)$ for $p=10$.",
      "Так же проверяется $\\mathbb P(|\\cos|\\ge\\frac12)$ для $p=10$.");
/**
## The proof of (2), line by line

**Line 4. Moments.** From the density of the Beta law,
$$\mathbb E\cos^{2j}=\prod_{i=1}^j\frac{2i-1}{p+2i-2}\le\frac{(2j-1)!!}{p^j}: \tag{5}$$
no more than those of a Gaussian number with variance $\frac1p$. For $j=1$ it is
an equality.
*/
/**ru 3197038847
## Доказательство (2) строка за строкой

**Строка 4. Моменты.** Из плотности бета-распределения
$$\mathbb E\cos^{2j}=\prod_{i=1}^j\frac{2i-1}{p+2i-2}\le\frac{(2j-1)!!}{p^j}: \tag{5}$$
это не больше моментов гауссовой величины с дисперсией $\frac1p$. При $j=1$
имеет место равенство.
*/
static void moments(struct inquiry *q) {
    const enum sign *sign = q->with;
    for (size_t i = 0; i < COUNT(dimensions); i++) {
        size_t p = dimensions[i], first = q->count;
        double product = 1, simpler = 1;
        for (size_t j = 1; j <= 6; j++) {
            double odd = 2 * (double)j - 1, n = (double)p;
            product *= odd / (n + odd - 1);
            simpler *= odd / n;
            struct estimate a = mean_of((struct angle){.p = p, .j = (double)j});
            inquiry_exact(q, vectors, "gaussian", j, a.value, a.error, *sign,
                          *sign == EQUAL ? product : simpler);
        }
        inquiry_which(q, first, "p = %zu", p);
    }
}
static const enum sign is_equal = EQUAL, is_at_most = AT_MOST;
CLAIM(line_4_moments, PROOF_LINE, COMPUTE(moments, &is_equal),
      "Equation (5), left, for $j=k$.", "Равенство (5), слева, для $j=k$.");
CLAIM(line_4_at_most_gaussian, PROOF_LINE, COMPUTE(moments, &is_at_most),
      "Inequality (5), right.", "Неравенство (5), справа.");
/**
**Line 5. The exponential moment.** Odd moments vanish, and
$\frac{(2j-1)!!}{(2j)!}=\frac1{2^jj!}$:
$$\mathbb Ee^{s\cos}=\sum_{j\ge0}\frac{s^{2j}}{(2j)!}\,\mathbb E\cos^{2j}\le\sum_{j\ge0}\frac{(s^2/2p)^j}{j!}=e^{s^2/2p}. \tag{6}$$
*/
/**ru 55780287
**Строка 5. Экспоненциальный момент.** Нечётные моменты равны нулю, и
$\frac{(2j-1)!!}{(2j)!}=\frac1{2^jj!}$:
$$\mathbb Ee^{s\cos}=\sum_{j\ge0}\frac{s^{2j}}{(2j)!}\,\mathbb E\cos^{2j}\le\sum_{j\ge0}\frac{(s^2/2p)^j}{j!}=e^{s^2/2p}. \tag{6}$$
*/
static void exponential_moments(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(dimensions); i++) {
        size_t p = dimensions[i], first = q->count;
        for (size_t k = 1; k <= 64; k *= 2) {
            double s = sqrt((double)p) * (double)k / 8;
            struct estimate a = mean_of((struct angle){.p = p, .s = s});
            inquiry_exact(q, vectors, "gaussian", k, a.value, a.error, AT_MOST,
                          exp(s * s / (2 * (double)p)));
        }
        inquiry_which(q, first, "p = %zu", p);
    }
}
CLAIM(line_5_exponential_moment, PROOF_LINE, COMPUTE(exponential_moments),
      "Inequality (6), for $s=\\frac k8\\sqrt p$.",
      "Неравенство (6) для $s=\\frac k8\\sqrt p$.");
/**
**Line 6. Markov's inequality** for $e^{s\cos}$ with the best $s=p\varepsilon$:
$$\mathbb P(\cos\ge\varepsilon)\le e^{-s\varepsilon}\,\mathbb Ee^{s\cos}\le e^{s^2/2p-s\varepsilon}=e^{-p\varepsilon^2/2}, \tag{7}$$
and twice that for $|\cos|$, as $-\cos$ has the same law. This is the bound with
the factor 2. Neither side of it can come nearer than $\frac12$ to the other:
that is $\mathbb P(\cos\ge0)$.
*/
/**ru 2109096750
**Строка 6. Неравенство Маркова** для $e^{s\cos}$ с наилучшим $s=p\varepsilon$:
$$\mathbb P(\cos\ge\varepsilon)\le e^{-s\varepsilon}\,\mathbb Ee^{s\cos}\le e^{s^2/2p-s\varepsilon}=e^{-p\varepsilon^2/2}, \tag{7}$$
а для $|\cos|$ — вдвое больше, так как $-\cos$ имеет то же распределение. Это
оценка с множителем 2. Отношение её сторон не может превысить $\frac12$: именно
столько составляет $\mathbb P(\cos\ge0)$.
*/
static void one_side(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(dimensions); i++) {
        size_t p = dimensions[i], first = q->count;
        for (size_t c = 0; c < COUNT(cosines); c++) {
            double e = hundredths(c), right = gaussian_tail(p, e);
            if (right < 1e-200) break;
            struct estimate a = over_angles((struct angle){.p = p}, asin(e));
            inquiry_exact(q, vectors, "gaussian", cosines[c], a.value,
                          a.error + 1e-10 * a.value, AT_MOST, right);
        }
        inquiry_which(q, first, "p = %zu", p);
    }
}
CLAIM(line_6_markov, PROOF_LINE, LOOSE(0.497, COMPUTE(one_side)),
      "Inequality (7), the left side by integration.",
      "Неравенство (7), левая часть — интегрированием.");
/**
**Line 7. Without the 2: the first bound of (2).** Let $c$ be the factor of the
density $c\,(1-t^2)^{(p-3)/2}$ of $\cos$, and
$G(\varepsilon)=(1-\varepsilon^2)^{\frac{p-1}2}-\mathbb P(|\cos|\ge\varepsilon)$.
Then
$$G'(\varepsilon)=\bigl(2c-(p-1)\,\varepsilon\bigr)(1-\varepsilon^2)^{\frac{p-3}2}, \tag{8}$$
which is positive first and negative then; so $G$ rises from $G(0)=0$ and falls
to $G(1)=0$, and is nowhere negative. $\square$
*/
/**ru 1820025495
**Строка 7. Без множителя 2: первая оценка в (2).** Пусть $c$ — множитель в
плотности $c\,(1-t^2)^{(p-3)/2}$ величины $\cos$, и
$G(\varepsilon)=(1-\varepsilon^2)^{\frac{p-1}2}-\mathbb
P(|\cos|\ge\varepsilon)$. Тогда
$$G'(\varepsilon)=\bigl(2c-(p-1)\,\varepsilon\bigr)(1-\varepsilon^2)^{\frac{p-3}2}, \tag{8}$$
что сначала положительно, а затем отрицательно; значит, $G$ растёт от $G(0)=0$ и
убывает до $G(1)=0$ и нигде не отрицательна. $\square$
*/
static double above_tail(size_t p, double e) {
    return short_tail(p, e) - tail(p, e);
}
/* f' by differences; with Richardson's extrapolation what is left is of the
 * order of h^4. */
static double slope_of(double (*f)(size_t p, double), size_t p, double at,
                       double h) {
    double wide = f(p, at + h) - f(p, at - h),
           close = f(p, at + h / 2) - f(p, at - h / 2);
    return (8 * close - wide) / (6 * h);
}
static void slope_of_G(struct inquiry *q) {
    for (size_t p = 3; p <= 12; p *= 2) {
        size_t first = q->count;
        double n = (double)p, c = exp(-gsl_sf_lnbeta(0.5, (n - 1) / 2));
        for (size_t k = 1; k < 10; k++) {
            double e = (double)k / 10, size = pow(1 - e * e, (n - 3) / 2);
            inquiry_exact(q, vectors, "gaussian", k,
                          slope_of(above_tail, p, e, 1e-3 / n), 1e-9, EQUAL,
                          (2 * c - (n - 1) * e) * size);
        }
        inquiry_which(q, first, "p = %zu", p);
    }
}
CLAIM(line_7_slope, PROOF_LINE,
      ALLOWING(1e-4, "differences of numbers near 1 are taken",
               COMPUTE(slope_of_G)),
      "Equation (8), by differences, for $\\varepsilon=k/10$.",
      "Равенство (8) по разностям для $\\varepsilon=k/10$.");
/**

**Line 8. Without the 2: the second bound of (2).** For
$H(\varepsilon)=e^{-p\varepsilon^2/2}-\mathbb P(|\cos|\ge\varepsilon)$ the sign of
$H'$ is that of $r=\ln\frac{2c\,(1-x)^{(p-3)/2}}{p\sqrt x\,e^{-px/2}}$,
$x=\varepsilon^2$, and
$$2x(1-x)\frac{dr}{dx}=4x-(1+px^2)\le0\quad\text{for }p\ge4, \tag{9}$$
as $1+px^2\ge2\sqrt px\ge4x$. So $H'$ is positive first, and changes its sign
once at most; $H(0)=0$ and $H(1)=e^{-p/2}>0$, so $H\ge0$.

For $p=2$ and 3 the derivative may change its sign once more. There
$\mathbb P(|\cos|\ge\varepsilon)$ is
$\frac2\pi\arccos\varepsilon\le1-\frac2\pi\varepsilon$ and $1-\varepsilon$. Up to
$\frac2\pi$ and $\frac23$ that is at most
$1-\frac{p\varepsilon^2}2\le e^{-p\varepsilon^2/2}$. Beyond, both sides of (2) fall; so where
$a=b_0<b_1<\dots<b_m=1$ satisfy
$$\mathbb P(|\cos|\ge b_i)\le e^{-pb_{i+1}^2/2}\quad\text{for every }i, \tag{10}$$
(2) holds for every $\varepsilon$ between. Thirty steps do. $\blacksquare$
*/
/**ru 2265817136
**Строка 8. Без множителя 2: вторая оценка в (2).** У
$H(\varepsilon)=e^{-p\varepsilon^2/2}-\mathbb P(|\cos|\ge\varepsilon)$
производная $H'$ имеет тот же знак, что и
$r=\ln\frac{2c\,(1-x)^{(p-3)/2}}{p\sqrt x\,e^{-px/2}}$, $x=\varepsilon^2$, и
$$2x(1-x)\frac{dr}{dx}=4x-(1+px^2)\le0\quad\text{при }p\ge4, \tag{9}$$
поскольку $1+px^2\ge2\sqrt px\ge4x$. Значит, $H'$ сначала положительна и меняет
знак не более одного раза; $H(0)=0$ и $H(1)=e^{-p/2}>0$, поэтому $H\ge0$.

При $p=2$ и 3 производная может сменить знак ещё раз. Там
$\mathbb P(|\cos|\ge\varepsilon)$ равна соответственно
$\frac2\pi\arccos\varepsilon\le1-\frac2\pi\varepsilon$ и $1-\varepsilon$. До
$\frac2\pi$ и $\frac23$ это не больше
$1-\frac{p\varepsilon^2}2\le e^{-p\varepsilon^2/2}$. Дальше обе стороны (2)
убывают; поэтому если $a=b_0<b_1<\dots<b_m=1$ удовлетворяют условию
$$\mathbb P(|\cos|\ge b_i)\le e^{-pb_{i+1}^2/2}\quad\text{для каждого }i, \tag{10}$$
то (2) выполнено для всех $\varepsilon$ между ними. Тридцати шагов хватает.
$\blacksquare$
*/
static void derivative(struct inquiry *q) {
    for (size_t p = 4; p <= 1024; p *= 4) {
        size_t first = q->count;
        for (size_t k = 1; k < 32; k++) {
            double x = (double)k / 32, right = 1 + (double)p * x * x;
            inquiry_exact(q, vectors, "gaussian", k, 4 * x,
                          4 * DBL_EPSILON * right, AT_MOST, right);
        }
        inquiry_which(q, first, "p = %zu", p);
    }
}
CLAIM(line_8_derivative, PROOF_LINE, COMPUTE(derivative),
      "Inequality (9), for $x=k/32$: an equality for $p=4$, $x=\\frac12$.",
      "Неравенство (9) для $x=k/32$: равенство при $p=4$, $x=\\frac12$.");
static double log_ratio(size_t p, double x) {
    double n = (double)p;
    return (n - 3) / 2 * log1p(-x) - log(x) / 2 + n * x / 2;
}
static void slope_of_r(struct inquiry *q) {
    for (size_t p = 4; p <= 1024; p *= 4) {
        size_t first = q->count;
        for (size_t k = 4; k < 29; k++) {
            double n = (double)p, x = (double)k / 32, scale = x * (1 - x),
                   by_differences = slope_of(log_ratio, p, x, 1e-3 * scale);
            inquiry_exact(q, vectors, "gaussian", k,
                          n + 1 + 2 * scale * by_differences, 1e-8 * n, EQUAL,
                          n + 4 * x - n * x * x);
        }
        inquiry_which(q, first, "p = %zu", p);
    }
}
CLAIM(line_8_slope, PROOF_LINE, COMPUTE(slope_of_r),
      "Equation (9), left, with $p+1$ on both sides, by differences.",
      "Равенство (9), слева, с прибавленным к обеим сторонам $p+1$, по "
      "разностям.");
static double staircase_from(size_t p) {
    return p == 2 ? M_2_PI : 2.0 / 3;
}
static void staircase(struct inquiry *q) {
    enum { STEPS = 30 };
    for (size_t p = 2; p <= 3; p++) {
        size_t first = q->count;
        double from = staircase_from(p);
        for (size_t i = 0; i < STEPS; i++) {
            double a = from + (1 - from) * (double)i / STEPS,
                   b = from + (1 - from) * (double)(i + 1) / STEPS;
            double left = p == 2 ? M_2_PI * acos(a) : 1 - a;
            inquiry_exact(q, vectors, "gaussian", i + 1, left, 1e-14, AT_MOST,
                          gaussian_tail(p, b));
        }
        inquiry_which(q, first, "p = %zu", p);
    }
}
static void chord(struct inquiry *q) {
    for (size_t p = 2; p <= 3; p++) {
        double steep = p == 2 ? M_2_PI : 1, to = staircase_from(p);
        inquiry_exact(q, vectors, "gaussian", p, 1 - steep * to, 1e-15, EQUAL,
                      1 - (double)p * to * to / 2);
    }
}
CLAIM(line_8_chord, PROOF_LINE, COMPUTE(chord),
      "At $\\frac2\\pi$ and $\\frac23$, for $p=k$, the chord meets $1-\\frac p2"
      "\\varepsilon^2$.",
      "В точках $\\frac2\\pi$ и $\\frac23$, для $p=k$, хорда встречает "
      "$1-\\frac p2\\varepsilon^2$.");
CLAIM(line_8_two_and_three, PROOF_LINE, LOOSE(0.854, COMPUTE(staircase)),
      "Inequality (10), for $i=k-1$.", "Неравенство (10) для $i=k-1$.");
/**
Both bounds, against the exact probability; the quotient of the sides is in the
tables.
*/
/**ru 2109761895
Обе оценки рядом с точной вероятностью; отношение сторон приведено в таблицах.
*/
struct held {
    double (*bound)(size_t p, double e);
    double times;
    double unit; /* of the cosines, k = 1, 2, ... */
};
static const size_t shown[] = {2, 10, 100, 1000};
static void hold_tails(struct inquiry *q) {
    const struct held *h = q->with;
    for (size_t i = 0; i < COUNT(shown); i++) {
        size_t p = shown[i], first = q->count;
        for (size_t k = 1; k < 100; k++) {
            double e = (double)k * h->unit, right = h->times * h->bound(p, e);
            if (right < 1e-12) break;
            double left = tail(p, e);
            inquiry_exact(q, vectors, "gaussian", k, left, 1e-10 * left,
                          AT_MOST, right);
        }
        inquiry_which(q, first, "p = %zu", p);
    }
}
static const struct held first_bound = {short_tail, 1, 0.01},
                         second_bound = {gaussian_tail, 1, 0.01},
                         first_0_95 = {short_tail, 0.95, 0.001},
                         second_0_95 = {gaussian_tail, 0.95, 0.001};
CLAIM(bound_power, BOUND, COMPUTE(hold_tails, &first_bound),
      "(2), left, for $\\varepsilon=k/100$ ...",
      "(2), слева, для $\\varepsilon=k/100$...");
CLAIM(bound_exponential, BOUND, COMPUTE(hold_tails, &second_bound),
      "... and right.", "...и справа.");
CLAIM(sharp_power_fails_at_0_95, CONTROL, COMPUTE(hold_tails, &first_0_95),
      "0.95 of the left one, for $\\varepsilon=k/1000$.",
      "0,95 левой оценки, для $\\varepsilon=k/1000$.");
CLAIM(sharp_exponential_fails_at_0_95, CONTROL,
      COMPUTE(hold_tails, &second_0_95), "0.95 of the right one.",
      "0,95 правой оценки.");
/**
@figure tails The probability that two random directions meet at a cosine of at
    least $\varepsilon$, and the bound $e^{-p\varepsilon^2/2}$, dashed

Nor can the exponent be improved, though for small $\varepsilon$ alone (1) and
(2) touch trivially, at probability 1. Far out, at
$\varepsilon=\frac{20}{\sqrt p}$ and $p=10^6$, both are some $10^{-88}$, and 1.05
of the exponent would be too much:
*/
/**ru 2830920122
@figure tails Вероятность того, что косинус угла между двумя случайными
    направлениями по модулю не меньше $\varepsilon$, и оценка
    $e^{-p\varepsilon^2/2}$ штрихом

Нельзя улучшить и показатель экспоненты, хотя само по себе соприкосновение (1) и
(2) при малых $\varepsilon$ тривиально: вероятность там равна 1. Далеко, при
$\varepsilon=\frac{20}{\sqrt p}$ и $p=10^6$, обе величины порядка $10^{-88}$, и
показатель, умноженный на 1,05, был бы слишком велик:
*/
static double steeper(size_t p, double e) {
    return exp(-1.05 * (double)p * e * e / 2);
}
static void far_out(struct inquiry *q) {
    const struct held *h = q->with;
    for (size_t k = 12; k <= 20; k += 4) {
        double e = (double)k * h->unit;
        struct estimate a = over_angles((struct angle){.p = 1000000}, asin(e));
        inquiry_exact(q, vectors, "gaussian", k, 2 * a.value,
                      2 * a.error + 1e-8 * a.value,
                      h->bound == tail ? EQUAL : AT_MOST,
                      h->times * h->bound(1000000, e));
    }
}
CLAIM(far_out_probability, IDENTITY,
      COMPUTE(far_out, &(const struct held){tail, 1, 0.001}),
      "(1) for $p=10^6$, $\\varepsilon=k/1000$: the left side by integration.",
      "(1) для $p=10^6$, $\\varepsilon=k/1000$: слева — интегрирование.");
CLAIM(far_out_exponential, SHARPNESS,
      COMPUTE(far_out, &(const struct held){gaussian_tail, 1, 0.001}),
      "(2) for $p=10^6$, $\\varepsilon=k/1000$.",
      "(2) для $p=10^6$, $\\varepsilon=k/1000$.");
CLAIM(sharp_exponent_fails_at_1_05, CONTROL,
      COMPUTE(far_out, &(const struct held){steeper, 1, 0.001}),
      "The same with $e^{-1.05\\,p\\varepsilon^2/2}$.",
      "То же с $e^{-1.05\\,p\\varepsilon^2/2}$.");
/**
## How many directions

*Proof of the corollary.* $N$ random directions have $\frac{N(N-1)}2$ pairs. The
mean number of pairs with $|\cos|\ge\varepsilon$ is at most
$$\frac{N(N-1)}2\,e^{-p\varepsilon^2/2}<\frac{N^2}2\,e^{-p\varepsilon^2/2}\le1\quad\text{if }N\le\sqrt2\,e^{p\varepsilon^2/4}; \tag{11}$$
a whole number with a mean below 1 is 0 sometimes. $\square$
*/
/**ru 653692936
## Сколько направлений

*Доказательство следствия.* У $N$ случайных направлений $\frac{N(N-1)}2$ пар.
Среднее число пар с $|\cos|\ge\varepsilon$ не больше
$$\frac{N(N-1)}2\,e^{-p\varepsilon^2/2}<\frac{N^2}2\,e^{-p\varepsilon^2/2}\le1\quad\text{если }N\le\sqrt2\,e^{p\varepsilon^2/4}; \tag{11}$$
а целое неотрицательное число со средним меньше 1 иногда равно 0. $\square$
*/
static void directions(struct inquiry *q) {
    const double *times = q->with;
    for (size_t k = 18; k <= 60; k += 6) { /* e = 0.3, p = 10 k */
        double p = 10 * (double)k, e = 0.3,
               most = floor(*times * M_SQRT2 * exp(p * e * e / 4));
        inquiry_exact(q, vectors, "gaussian", 10 * k,
                      most * (most - 1) / 2 * exp(-p * e * e / 2), 1e-12,
                      AT_MOST, 1);
    }
}
CLAIM(corollary_many_directions, PROOF_LINE,
      COMPUTE(directions, &(const double){1}),
      "Inequality (11) for $\\varepsilon=0.3$, $p=k$.",
      "Неравенство (11) для $\\varepsilon=0.3$, $p=k$.");
CLAIM(control_more_directions, CONTROL,
      COMPUTE(directions, &(const double){1.05}),
      "The same for 1.05 times as many directions.",
      "То же, когда направлений в 1,05 раза больше.");
/**
Do they come up? Pairs are independent of each other two by two: given a
direction, its cosines with others are independent, and their law does not depend
on it. So with $m=\frac{N(N-1)}2$ and $P$ from (1) the probability that some pair
is too close lies between (Bonferroni)
$$mP-\tfrac12(mP)^2\le\mathbb P(\text{some }|\cos|\ge\varepsilon)\le mP. \tag{12}$$
For $p=50$, $\varepsilon=\frac12$ the corollary promises 32 directions; here are
90, more than the dimension, and half of the draws are good.
*/
/**ru 321740150
Встречаются ли такие наборы? Пары попарно независимы: при данном направлении его
косинусы с другими независимы, и их распределение от него не зависит. Поэтому
при $m=\frac{N(N-1)}2$ и $P$ из (1) вероятность того, что какая-нибудь пара
слишком близка, лежит в пределах (Бонферрони)
$$mP-\tfrac12(mP)^2\le\mathbb P(\text{хотя бы один }|\cos|\ge\varepsilon)\le mP. \tag{12}$$
Для $p=50$, $\varepsilon=\frac12$ следствие обещает 32 направления; здесь их 90,
больше, чем размерность, и половина наборов удачна.
*/
enum { CROWD = 90, CROWD_P = 50 };
static size_t crowds_with_a_close_pair(struct inquiry *q, size_t rounds,
                                       double e) {
    real *x = allocate(CROWD * CROWD_P, sizeof *x);
    struct pcg_lanes random = inquiry_lanes(q, 0);
    size_t close = 0;
    for (size_t i = 0; i < rounds && !inquiry_interrupted(q); i++) {
        real largest = {0};
        gaussian_fill(&random, CROWD * CROWD_P, x);
        for (size_t a = 0; a < CROWD; a++) {
            real *u = x + a * CROWD_P,
                 norm = real_sqrt(real_dot(CROWD_P, u, u));
            for (size_t j = 0; j < CROWD_P; j++) u[j] /= norm;
            for (size_t b = 0; b < a; b++)
                largest = real_max(
                    largest, real_abs(real_dot(CROWD_P, u, x + b * CROWD_P)));
        }
        for (int l = 0; l < LANES; l++) close += largest[l] >= e;
    }
    free(x);
    return close;
}
static void crowd(struct inquiry *q) {
    const double e = 0.5, m = CROWD * (CROWD - 1) / 2,
                 mean = m * tail(CROWD_P, e);
    size_t rounds = runs_wanted(1 << 15, q->options) / LANES + 1,
           close = crowds_with_a_close_pair(q, rounds, e);
    inquiry_share(q, vectors, "gaussian", CROWD, close, rounds * LANES, AT_MOST,
                  mean);
    inquiry_which(q, 0, "at most");
    inquiry_share(q, vectors, "gaussian", CROWD, close, rounds * LANES,
                  AT_LEAST, mean - mean * mean / 2);
    inquiry_which(q, 1, "at least");
}
CLAIM(corollary_drawn, SHARPNESS, COMPUTE(crowd, .limits = 4),
      "Both sides of (12) for 90 directions in 50 dimensions.",
      "Обе стороны (12) для 90 направлений в размерности 50.");
/**
## What breaks

**The lecture's words.** In a thousand dimensions two directions are within a
tenth of orthogonal with a probability of 99.8 %, but within a hundredth in one of
four cases only; in the plane it would be one in sixteen within a tenth.
*/
/**ru 333669091
## Что ломается {#what-breaks}

**Слова лекции.** В тысячемерном пространстве два направления ортогональны с
точностью до одной десятой с вероятностью 99,8 %, но с точностью до одной
сотой — лишь в одном случае из четырёх; на плоскости с точностью до одной
десятой — в одном случае из шестнадцати.
*/
struct words {
    size_t p;
    double e, probability;
};
static void as_said(struct inquiry *q) {
    const struct words *w = q->with;
    double left = tail(w->p, w->e);
    inquiry_exact(q, vectors, "gaussian", w->p, 1 - left, 1e-10, AT_LEAST,
                  w->probability);
    inquiry_which(q, 0, "|cos| below %g", w->e);
}
CLAIM(high_dimension, SHARPNESS,
      COMPUTE(as_said, &(const struct words){1000, 0.1, 0.998}),
      "$|\\cos|<0.1$ with probability 0.998, for $p=1000$.",
      "$|\\cos|<0.1$ с вероятностью 0,998 для $p=1000$.");
CLAIM(control_plane, CONTROL,
      COMPUTE(as_said, &(const struct words){2, 0.1, 0.998}),
      "The same for $p=2$.", "То же для $p=2$.");
CLAIM(control_orthogonal, CONTROL,
      COMPUTE(as_said, &(const struct words){1000, 0.01, 0.9}),
      "$|\\cos|<0.01$ with probability 0.9, for $p=1000$.",
      "$|\\cos|<0.01$ с вероятностью 0,9 для $p=1000$.");
/**
@erratum control_orthogonal «Два случайных гауссовых вектора в пространстве
    большой размерности с высокой вероятностью ортогональны» :: Nearly
    orthogonal: $|\cos|$ is about $\frac1{\sqrt p}$, and at least $\varepsilon$
    with a probability of at most $e^{-p\varepsilon^2/2}$; exactly orthogonal they
    are with probability 0.

**One dimension:** $|\cos|=1$ always, more than $e^{-\varepsilon^2/2}$.
*/
/**ru 2774244656
@erratum control_orthogonal «Два случайных гауссовых вектора в пространстве
    большой размерности с высокой вероятностью ортогональны» :: Почти
    ортогональны: $|\cos|$ порядка $\frac1{\sqrt p}$ и не меньше $\varepsilon$ с
    вероятностью самое большее $e^{-p\varepsilon^2/2}$; точно ортогональны они с
    вероятностью 0.

**Размерность один:** всегда $|\cos|=1$, и вероятность 1 больше, чем
$e^{-\varepsilon^2/2}$.
*/
CLAIM(control_one_dimension, CONTROL,
      DROPS(two_dimensions,
            COMPUTE(
                draw_share,
                &(const struct share){
                    {.p = 1, .draws = 1 << 12}, 0.5, AT_MOST, gaussian_tail, 1},
                .limits = 2)),
      "(2), right, for $p=1$, $\\varepsilon=\\frac12$.",
      "(2), справа, для $p=1$, $\\varepsilon=\\frac12$.");
/**
**A law that is not Gaussian.** Let $x$ and $y$ be $\pm e_i$, with a random sign
and a random $i$. They are centred, have the covariance $\frac1pI$, and
$\mathbb E\cos^2=\frac1p$ still: means say little. But $|\cos|=1$ has the
probability $\frac1p$, not $e^{-p/2}$. All pairs are enumerated.
*/
/**ru 3412209002
**Негауссово распределение.** Пусть $x$ и $y$ равны $\pm e_i$ со случайным
знаком и случайным $i$. Они центрированы, имеют ковариационную матрицу
$\frac1pI$, и по-прежнему $\mathbb E\cos^2=\frac1p$: средние мало о чём говорят.
Но $|\cos|=1$ имеет вероятность $\frac1p$, а не $e^{-p/2}$. Перебираются все
пары.
*/
static void one_hot(struct inquiry *q) {
    const double *e = q->with;
    for (size_t p = 10; p <= 40; p *= 2) {
        double beyond = 0;
        for (size_t a = 0; a < 2 * p; a++)
            for (size_t b = 0; b < 2 * p; b++) {
                double c = a / 2 != b / 2 ? 0 : a % 2 == b % 2 ? 1 : -1;
                beyond += *e > 0 ? fabs(c) >= *e : c * c;
            }
        double share = beyond / (4 * (double)(p * p));
        inquiry_exact(q, vectors, "one coordinate", p, share, 1e-15,
                      *e > 0 ? AT_MOST : EQUAL,
                      *e > 0 ? gaussian_tail(p, *e) : 1 / (double)p);
    }
}
CLAIM(mean_of_coordinates, IDENTITY, COMPUTE(one_hot, &(const double){0}),
      "$\\mathbb E\\cos^2=\\frac1p$ there too ...",
      "$\\mathbb E\\cos^2=\\frac1p$ и здесь...");
CLAIM(control_not_gaussian, CONTROL,
      DROPS(gaussian_law, COMPUTE(one_hot, &(const double){0.9})),
      "... and (2) for $\\varepsilon=0.9$.",
      "...и (2) для $\\varepsilon=0.9$.");
/**
**A covariance that is not isotropic.** If coordinate $i$ has the variance
$\lambda_i$, products of different coordinates have mean 0 by their signs, and
$$\mathbb E\cos^2=\sum_iw_i^2\ge\frac1p,\qquad w_i=\mathbb E\frac{\lambda_ix_i^2}{\sum_j\lambda_jx_j^2}=\int_0^\infty\frac{\lambda_i}{1+2\lambda_is}\prod_j(1+2\lambda_js)^{-\frac12}\,ds: \tag{13}$$
the $w_i$ add up to 1, so it is least, $\frac1p$, where they are equal. (The
integral is that of $\mathbb E\lambda_ix_i^2e^{-s\sum_j\lambda_jx_j^2}$.) With
$\lambda=(p,1,\dots,1)$, half of all variance in one coordinate, it stays above 0.1
in every dimension: $\frac1{\sum w_i^2}$ counts the dimensions that matter.
*/
/**ru 125721521
**Неизотропная ковариация.** Если координата $i$ имеет дисперсию $\lambda_i$, то
произведения разных координат в силу знаков имеют среднее 0, и
$$\mathbb E\cos^2=\sum_iw_i^2\ge\frac1p,\qquad w_i=\mathbb E\frac{\lambda_ix_i^2}{\sum_j\lambda_jx_j^2}=\int_0^\infty\frac{\lambda_i}{1+2\lambda_is}\prod_j(1+2\lambda_js)^{-\frac12}\,ds: \tag{13}$$
числа $w_i$ в сумме дают 1, поэтому наименьшее значение, $\frac1p$, достигается,
когда они равны. (Интегрируется
$\mathbb E\lambda_ix_i^2e^{-s\sum_j\lambda_jx_j^2}$.) При
$\lambda=(p,1,\dots,1)$, когда половина всей дисперсии приходится на одну
координату, это среднее в любой размерности остаётся больше 0,1:
$\frac1{\sum w_i^2}$ — это число существенных измерений.
*/
struct spread {
    double p, variance;
};
/* s = u/(1 - u). */
static double first_weight(double u, const void *with) {
    const struct spread *a = with;
    double s = u / (1 - u), one = 1 + 2 * a->variance * s;
    return a->variance / one / sqrt(one) * pow(1 + 2 * s, -(a->p - 1) / 2) /
           ((1 - u) * (1 - u));
}
static double anisotropic_mean(size_t p, double variance, double *error) {
    struct spread a = {(double)p, variance};
    struct estimate w = {0, 0};
    /* Pieces that grow, as the integrand lives where u is about 1/p. */
    for (double low = 0, high = 1e-4 / a.p; low < 1;
         low = high, high = smaller(4 * high, 1)) {
        struct estimate part = integral(low, high, first_weight, &a);
        w.value += part.value;
        w.error += part.error;
    }
    double rest = 1 - w.value;
    *error = 4 * w.error + 1e-12;
    return w.value * w.value + rest * rest / (a.p - 1);
}
static void anisotropic(struct inquiry *q) {
    const bool *isotropic = q->with; /* as if they were */
    for (size_t i = 0; i < COUNT(dimensions); i++) {
        size_t p = dimensions[i];
        double error, mean = anisotropic_mean(p, (double)p, &error);
        inquiry_exact(q, vectors, "variances p, 1, ..., 1", p, mean, error,
                      *isotropic ? EQUAL : AT_LEAST,
                      *isotropic ? 1 / (double)p : 0.1);
    }
}
static void anisotropic_drawn(struct inquiry *q) {
    static const size_t p[] = {2, 10, 100};
    for (size_t i = 0; i < COUNT(p); i++) {
        double error;
        draw_mean(q,
                  &(struct pairs){
                      .p = p[i], .draws = 1 << 17, .variance = (double)p[i]},
                  anisotropic_mean(p[i], (double)p[i], &error));
    }
}
CLAIM(mean_of_anisotropic_vectors, IDENTITY,
      COMPUTE(anisotropic_drawn, .limits = 6),
      "Equation (13) for $\\lambda=(p,1,\\dots,1)$: vectors are drawn.",
      "Равенство (13) для $\\lambda=(p,1,\\dots,1)$: векторы разыгрываются.");
CLAIM(anisotropic_mean_stays, SHARPNESS,
      COMPUTE(anisotropic, &(const bool){false}),
      "It is at least 0.1 for $p=k$ ...",
      "Это среднее не меньше 0,1 для $p=k$...");
CLAIM(control_mean_anisotropic, CONTROL,
      DROPS(isotropic_law, COMPUTE(anisotropic, &(const bool){true})),
      "... and not $\\frac1p$.", "...и не равно $\\frac1p$.");
CLAIM(control_tail_anisotropic, CONTROL,
      DROPS(isotropic_law,
            COMPUTE(draw_share,
                    &(const struct share){
                        {.p = 100, .draws = 1 << 13, .variance = 100},
                        0.3,
                        AT_MOST,
                        gaussian_tail,
                        1},
                    .limits = 2)),
      "(2), right, for $\\varepsilon=0.3$, $p=100$ and the same $\\lambda$.",
      "(2), справа, для $\\varepsilon=0.3$, $p=100$ и того же $\\lambda$.");
/**
**A mean that is not 0:** all means 1. **Vectors that depend on each other:**
$y+\frac12x$ in place of $y$.
*/
/**ru 2857120940
**Ненулевое среднее:** все средние равны 1. **Зависимые векторы:** $y+\frac12x$
вместо $y$.
*/
CLAIM(control_not_centred, CONTROL,
      DROPS(centred_law,
            COMPUTE(
                draw_share,
                &(const struct share){
                    {100, 1 << 13, .shift = 1}, 0.3, AT_MOST, gaussian_tail, 1},
                .limits = 2)),
      "(2), right, for $\\varepsilon=0.3$, $p=100$ and means 1.",
      "(2), справа, для $\\varepsilon=0.3$, $p=100$ и средних, равных 1.");
CLAIM(control_not_independent, CONTROL,
      DROPS(independent_vectors,
            COMPUTE(draw_share,
                    &(const struct share){
                        {.p = 100, .draws = 1 << 13, .in_common = 0.5},
                        0.3,
                        AT_MOST,
                        gaussian_tail,
                        1},
                    .limits = 2)),
      "The same for $x$ and $y+\\frac12x$.", "То же для $x$ и $y+\\frac12x$.");

static const struct claim *const claims[] = {line_1_one_vector,
                                             line_2_two_sums,
                                             mean_is_one_over_p,
                                             mean_of_drawn_vectors,
                                             probability_of_drawn_vectors,
                                             line_4_moments,
                                             line_4_at_most_gaussian,
                                             line_5_exponential_moment,
                                             line_6_markov,
                                             line_7_slope,
                                             line_8_derivative,
                                             line_8_slope,
                                             line_8_chord,
                                             line_8_two_and_three,
                                             bound_power,
                                             bound_exponential,
                                             sharp_power_fails_at_0_95,
                                             sharp_exponential_fails_at_0_95,
                                             far_out_probability,
                                             far_out_exponential,
                                             sharp_exponent_fails_at_1_05,
                                             corollary_many_directions,
                                             control_more_directions,
                                             corollary_drawn,
                                             high_dimension,
                                             control_plane,
                                             control_orthogonal,
                                             control_one_dimension,
                                             mean_of_coordinates,
                                             control_not_gaussian,
                                             mean_of_anisotropic_vectors,
                                             anisotropic_mean_stays,
                                             control_mean_anisotropic,
                                             control_tail_anisotropic,
                                             control_not_centred,
                                             control_not_independent};

static const struct drawing drawings[] = {
    {.name = "mean",
     .title = {"The squared cosine of two random directions is 1/p on average",
               "Квадрат косинуса двух случайных направлений в среднем 1/p"},
     .x = {"dimension p", "размерность p"},
     .y = {"E cos^2"},
     .curves = {{"mean_is_one_over_p", 0, {"isotropic", "изотропные"}},
                {"anisotropic_mean_stays",
                 0,
                 {"anisotropic", "анизотропные"}}}},
    {.name = "tails",
     .title = {"In high dimensions two directions are nearly orthogonal",
               "В большой размерности два направления почти ортогональны"},
     .x = {"ε"},
     .y = {"P(|cos| ≥ ε)"},
     .linear_x = true,
     .x_unit = 0.01,
     .bounds = true,
     .curves = {{"bound_exponential", 0, {"p = 2"}},
                {"bound_exponential", 1, {"p = 10"}},
                {"bound_exponential", 2, {"p = 100"}},
                {"bound_exponential", 3, {"p = 1000"}}}},
};

const struct theorem theorem_random_directions = {
    .id = "random_directions",
    .title = {"Random directions are nearly orthogonal",
              "Случайные направления почти ортогональны"},
    .source = "Проекция функции потерь нейронной сети на плоскость",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise corollary_many_directions For $\varepsilon=0.3$ the corollary finds
    1207 directions in dimension 300. Conclude from this, without the
    exponential, about how many it finds in dimension 600, and how many more
    dimensions double the number. Check with
    `descent verify random_directions/corollary_many_directions`. :: The number
    is $N\approx\sqrt2\,e^{p\varepsilon^2/4}$, so twice the dimension squares
    the exponential: $N\approx\frac{1207^2}{\sqrt2}$, about a million. It
    doubles with every $\frac{4\ln2}{\varepsilon^2}$ dimensions, about 31. The
    claim puts the whole numbers for both dimensions into (11): the mean number
    of pairs that are too close is at most 1, and very near to it.
@exercise mean_of_coordinates Let $x\ne0$ be any fixed vector, and $y=\pm e_i$
    with a random sign and a uniform $i$. Compute $\mathbb E\cos^2$. How little
    of the law of $y$ does this use, and why is that not enough for (2)? Check
    with `descent verify random_directions/mean_of_coordinates`. ::
    $\cos^2=\frac{x_i^2}{\|x\|^2}$, and its mean over $i$ is
    $\frac1p\sum_i\frac{x_i^2}{\|x\|^2}=\frac1p$, whatever $x$ is. For
    $u=\frac x{\|x\|}$ and $v=\frac y{\|y\|}$ in general
    $\mathbb E\cos^2=u^\top(\mathbb Evv^\top)u$, so that
    $\mathbb Evv^\top=\frac1pI$ is enough: no Gaussian law, nor any law of $x$.
    It does not do for (2), since a mean of $\frac1p$ may come from $|\cos|=1$
    in one case of $p$.
@exercise control_not_centred Give all coordinates of $x$ and $y$ the mean $m$
    and the variance 1, as the outputs of a layer often have. To what does
    $\cos$ tend as $p$ grows, and which step of line 1 is false?
    `descent verify random_directions/control_not_centred` takes $m=1$ and
    $p=100$. :: By the law of large numbers $\frac1p\langle x,y\rangle$ tends to
    $m^2$ and $\frac1p\|x\|^2$ to $1+m^2$, so $\cos$ tends to
    $\frac{m^2}{1+m^2}$, for $m=1$ to $\frac12$, and more dimensions do not
    help. At $p=100$ more than 99 % of the pairs have $|\cos|\ge0.3$, and (2)
    would allow about 1.1 %. In line 1 $Qx$ no longer has the law of $x$: the
    reflection turns the mean as well.
*/
/**ru 4030250050
## Упражнения

@exercise corollary_many_directions При $\varepsilon=0.3$ следствие находит в
    размерности 300 ровно 1207 направлений. Выведите отсюда, не вычисляя
    экспоненту, сколько примерно оно находит в размерности 600 и на сколько
    нужно увеличить размерность, чтобы их стало вдвое больше. Проверьте:
    `descent verify random_directions/corollary_many_directions`. :: Их число
    $N\approx\sqrt2\,e^{p\varepsilon^2/4}$, поэтому при удвоении размерности
    экспонента возводится в квадрат: $N\approx\frac{1207^2}{\sqrt2}$, около
    миллиона. Оно удваивается с каждыми $\frac{4\ln2}{\varepsilon^2}$
    измерениями, то есть примерно с каждым 31. Утверждение подставляет в (11)
    целые числа для обеих размерностей: среднее число слишком близких пар не
    больше 1 и очень близко к этому.
@exercise mean_of_coordinates Пусть $x\ne0$ — любой фиксированный вектор, а
    $y=\pm e_i$ со случайным знаком и равномерно распределённым $i$. Вычислите
    $\mathbb E\cos^2$. Как мало из распределения $y$ здесь используется и почему
    этого не хватает для (2)? Проверьте:
    `descent verify random_directions/mean_of_coordinates`. ::
    $\cos^2=\frac{x_i^2}{\|x\|^2}$, и среднее по $i$ равно
    $\frac1p\sum_i\frac{x_i^2}{\|x\|^2}=\frac1p$, каков бы ни был $x$. Вообще
    для $u=\frac x{\|x\|}$ и $v=\frac y{\|y\|}$ имеем
    $\mathbb E\cos^2=u^\top(\mathbb Evv^\top)u$, так что достаточно
    $\mathbb Evv^\top=\frac1pI$: не нужны ни гауссово распределение, ни вообще
    какое-либо распределение $x$. Для (2) этого мало: среднее $\frac1p$ может
    получиться и оттого, что $|\cos|=1$ в одном случае из $p$.
@exercise control_not_centred Пусть у всех координат $x$ и $y$ среднее $m$ и
    дисперсия 1, как часто бывает у выходов слоя. К чему стремится $\cos$ с
    ростом $p$ и какое место в строке 1 неверно? В
    `descent verify random_directions/control_not_centred` взяты $m=1$ и
    $p=100$. :: По закону больших чисел $\frac1p\langle x,y\rangle$ стремится к
    $m^2$, а $\frac1p\|x\|^2$ — к $1+m^2$, поэтому $\cos$ стремится к
    $\frac{m^2}{1+m^2}$, при $m=1$ — к $\frac12$, и рост размерности не
    помогает. При $p=100$ больше 99 % пар имеют $|\cos|\ge0.3$, а (2) допускала
    бы около 1,1 %. В строке 1 распределение $Qx$ уже не совпадает с
    распределением $x$: отражение поворачивает и среднее.
*/

/**
## References

- R. Vershynin, *High-Dimensional Probability*, Cambridge University Press 2018,
  section 3.2: two independent isotropic vectors are nearly orthogonal.
- H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, *Visualizing the loss
  landscape of neural nets*, NeurIPS 2018: planes through random directions.
*/
/**ru 2042073804
## Литература

- R. Vershynin, *High-Dimensional Probability*, Cambridge University Press 2018,
  раздел 3.2: два независимых изотропных вектора почти ортогональны.
- H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, *Visualizing the loss
  landscape of neural nets*, NeurIPS 2018: плоскости через случайные
  направления.
*/
