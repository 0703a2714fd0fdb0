/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# A Newton step by averaged SGD: a rate of 1/k without strong convexity

The last claim of the lecture (slide «Summary»):

> Двухфазный Ньютоновский метод достигает $\mathcal O\left(\frac1k\right)$ без
> сильной выпуклости.

The method is that of Bach and Moulines (2013). It spends $k$ stochastic
gradients in two halves:

1. **Averaged SGD** with steps $\alpha_t=\frac{\alpha_0}{\sqrt{t+1}}$ finds a
   support point $\tilde x=\frac2k\sum_{t<k/2}x_t$.
2. **An online Newton step around it.** Replace every $f_i$ by its second-order
   expansion at $\tilde x$, $q_i(x)=f_i(\tilde x)+\langle\nabla f_i(\tilde
   x),x-\tilde x\rangle+\frac12\langle x-\tilde x,\nabla^2f_i(\tilde x)(x-\tilde
   x)\rangle$, and minimise their mean by averaged SGD with a **constant** step
   $\gamma$, from $\tilde x$. For a regression $\nabla^2f_i$ has rank one, so
   that a step costs no more than one of SGD. The average is the answer.

Neither half would do alone. SGD on $f$ with a constant step does not converge,
averaged or not; with steps $1/\sqrt t$ it is slow. But on a *quadratic* the
average with a constant step does converge, and at the rate $1/n$, however small
the least curvature is: that is the theorem below, proved and checked exactly.
And a Newton step squares the error, so that a support point of gap $1/\sqrt n$
is good enough. The rate of both halves together is measured.

@figure rates Logistic regression without a regulariser: both methods, and
    averaged SGD with a constant step

## The theorem on quadratics

Let $f=\frac1m\sum f_i$ with quadratic components: $\nabla
f_i(x)=H_i(x-x^*)+r_i$, $H=\frac1m\sum H_i\succeq0$, $\frac1m\sum r_i=0$. Let
$d$ be the rank of $H$, and let the constants $\Lambda$, $\sigma^2$ be such that
$$\mathbb E\,H_i^2\preceq \Lambda H,\qquad\mathbb E\,r_ir_i^\top\preceq\sigma^2H. \tag{1}$$
Then SGD with a constant step $\gamma$, $\gamma\Lambda<2$ and $\gamma H\preceq I$
(for which $\gamma\Lambda\le1$ suffices, as $H^2\preceq\mathbb EH_i^2\preceq
\Lambda H$), satisfies for $\bar x_n=\frac1n\sum_{t<n}x_t$ and every $n\ge1$
$$\mathbb E f(\bar x_n)-f^*\le\frac1{2n}\left[\sigma\sqrt{\frac{2d}{2-\gamma\Lambda}}
  +\frac{\|x_0-x^*\|}{\sqrt{\gamma(2-\gamma\Lambda)}}\right]^2. \tag{2}$$
No least eigenvalue appears. Bach and Moulines have $\frac{\sigma\sqrt
d}{1-\sqrt{\gamma\Lambda}}$ and $\frac{\|x_0-x^*\|}{\sqrt\gamma}$ in the brackets.
Both are larger, the first one without limit as $\gamma\Lambda\to1$; they expand
the noise into a series, which the proof below does without.

The constants are not assumed here but computed, as the largest eigenvalues of
$H^{-1/2}\,\mathbb E H_i^2\,H^{-1/2}$ and $H^{-1/2}\,\mathbb E r_ir_i^\top
H^{-1/2}$ on the range of $H$:
*/
/**ru 3906119551
# Ньютоновский шаг усреднённым SGD: 1/k без сильной выпуклости

Последнее утверждение лекции (слайд «Summary»):

> Двухфазный Ньютоновский метод достигает $\mathcal O\left(\frac1k\right)$ без
> сильной выпуклости.

Это метод Баха и Мулина (2013). Он тратит $k$ стохастических градиентов двумя
половинами:

1. **Усреднённый SGD** с шагами $\alpha_t=\frac{\alpha_0}{\sqrt{t+1}}$ находит
   опорную точку $\tilde x=\frac2k\sum_{t<k/2}x_t$.
2. **Онлайновый ньютоновский шаг вокруг неё.** Заменим каждую $f_i$ её
   разложением до второго порядка в точке $\tilde x$, $q_i(x)=f_i(\tilde
   x)+\langle\nabla f_i(\tilde x),x-\tilde x\rangle+\frac12\langle x-\tilde
   x,\nabla^2f_i(\tilde x)(x-\tilde x)\rangle$, и минимизируем среднее этих
   функций усреднённым SGD с **постоянным** шагом $\gamma$, начиная с $\tilde
   x$. Для регрессии ранг $\nabla^2f_i$ равен единице, так что такой шаг стоит
   не больше шага SGD. Ответ — среднее точек.

Ни одной половины в отдельности не хватило бы. SGD для $f$ с постоянным шагом
не сходится ни с усреднением, ни без него; с шагами $1/\sqrt t$ он медленный.
Но на *квадратичной* функции среднее при постоянном шаге сходится, притом со
скоростью $1/n$, как бы мала ни была наименьшая кривизна: такова теорема ниже,
доказанная и проверенная точно. А ньютоновский шаг возводит ошибку в квадрат,
так что достаточно опорной точки с зазором $1/\sqrt n$. Скорость обеих половин
вместе измеряется.

@figure rates Логистическая регрессия без регуляризации: оба метода и
    усреднённый SGD с постоянным шагом

## Теорема о квадратичных функциях

Пусть $f=\frac1m\sum f_i$ с квадратичными слагаемыми: $\nabla
f_i(x)=H_i(x-x^*)+r_i$, $H=\frac1m\sum H_i\succeq0$, $\frac1m\sum r_i=0$.
Пусть $d$ — ранг $H$, а постоянные $\Lambda$, $\sigma^2$ таковы, что
$$\mathbb E\,H_i^2\preceq \Lambda H,\qquad\mathbb E\,r_ir_i^\top\preceq\sigma^2H. \tag{1}$$
Тогда SGD с постоянным шагом $\gamma$, $\gamma\Lambda<2$ и $\gamma H\preceq I$
(для последнего достаточно $\gamma\Lambda\le1$, так как $H^2\preceq\mathbb
EH_i^2\preceq \Lambda H$), удовлетворяет для $\bar x_n=\frac1n\sum_{t<n}x_t$ и
любого $n\ge1$ неравенству
$$\mathbb E f(\bar x_n)-f^*\le\frac1{2n}\left[\sigma\sqrt{\frac{2d}{2-\gamma\Lambda}}
  +\frac{\|x_0-x^*\|}{\sqrt{\gamma(2-\gamma\Lambda)}}\right]^2. \tag{2}$$
Наименьшего собственного значения здесь нет. У Баха и Мулина в скобках стоят
$\frac{\sigma\sqrt d}{1-\sqrt{\gamma\Lambda}}$ и
$\frac{\|x_0-x^*\|}{\sqrt\gamma}$. Обе величины больше, первая — неограниченно
при $\gamma\Lambda\to1$; они разлагают шум в ряд, без которого обходится
доказательство ниже.

Постоянные здесь не предполагаются, а вычисляются как наибольшие собственные
значения матриц $H^{-1/2}\,\mathbb E H_i^2\,H^{-1/2}$ и $H^{-1/2}\,\mathbb E
r_ir_i^\top H^{-1/2}$ на образе $H$:
*/
#include <gsl/gsl_integration.h>
#include <gsl/gsl_math.h>

#include "../problems/logistic_plain.h"
#include "../verify/numbers/confidence.h"
#include "shared/quadratics.h"
#include "theorem.h"

HYPOTHESIS(quadratic_components, "the components are quadratic",
           "слагаемые квадратичны", NULL);
HYPOTHESIS(short_step, "gamma Lambda < 2 and gamma H <= I",
           "gamma Lambda < 2 и gamma H <= I", NULL);
HYPOTHESIS(noise_by_curvature, "E r_i r_i' <= sigma^2 H, in all d directions",
           "E r_i r_i' <= sigma^2 H по всем d направлениям", NULL);
static const struct hypothesis *const hypotheses[] = {
    quadratic_components, short_step, noise_by_curvature};

static double noise_part(const struct quadratic *q, double gamma) {
    return sqrt(2 * q->sigma2 * (double)q->rank / (2 - gamma * q->Lambda));
}

static double start_part(const struct quadratic *q, double gamma) {
    return q->distance / sqrt(gamma * (2 - gamma * q->Lambda));
}

static double bound(const struct quadratic *q, double gamma, size_t n) {
    return gsl_pow_2(noise_part(q, gamma) + start_part(q, gamma)) /
           (2 * (double)n);
}

/**
## The expectation, exactly

All expectations here follow a recursion of matrices. Let $v\mapsto B_iv+c_i$ be
the step of an affine method in deviations from $x^*$, with a uniform index and
$\mathbb Ec_i=0$; for SGD $B_i=I-\gamma H_i$ and $c_i=-\gamma r_i$. Write
$A=\mathbb EB_i$, $m_t=\mathbb Ev_t$, $S_t=\sum_{j<t}v_j$. Then $C_t=\mathbb
Ev_tv_t^\top$, $D_t=\mathbb ES_tv_t^\top$ and $Q_t=\mathbb ES_tS_t^\top$ obey
$$\begin{aligned}
C_{t+1}&=\mathbb E\bigl[B_iC_tB_i^\top+B_im_tc_i^\top+c_im_t^\top B_i^\top+c_ic_i^\top\bigr],\\
D_{t+1}&=(D_t+C_t)A^\top,\qquad Q_{t+1}=Q_t+D_t+D_t^\top+C_t,
\end{aligned} \tag{3}$$
and $\mathbb Ef(\bar x_n)-f^*=\frac1{2n^2}\operatorname{tr}HQ_n$. Each number
comes with a bound on its rounding error, carried through the same recursion: a
step multiplies an error in $C$ by at most $\|\mathbb EB_iB_i^\top\|$, which is
at most 1 for SGD, and adds its own roundings.
*/
/**ru 3244605469
## Математическое ожидание, точно

Все математические ожидания здесь получаются из рекурсии для матриц. Пусть
$v\mapsto B_iv+c_i$ — шаг аффинного метода в отклонениях от $x^*$, индекс
равномерно распределён и $\mathbb Ec_i=0$; для SGD $B_i=I-\gamma H_i$ и
$c_i=-\gamma r_i$. Обозначим $A=\mathbb EB_i$, $m_t=\mathbb Ev_t$,
$S_t=\sum_{j<t}v_j$. Тогда $C_t=\mathbb Ev_tv_t^\top$, $D_t=\mathbb
ES_tv_t^\top$ и $Q_t=\mathbb ES_tS_t^\top$ подчиняются рекурсии
$$\begin{aligned}
C_{t+1}&=\mathbb E\bigl[B_iC_tB_i^\top+B_im_tc_i^\top+c_im_t^\top B_i^\top+c_ic_i^\top\bigr],\\
D_{t+1}&=(D_t+C_t)A^\top,\qquad Q_{t+1}=Q_t+D_t+D_t^\top+C_t,
\end{aligned} \tag{3}$$
и $\mathbb Ef(\bar x_n)-f^*=\frac1{2n^2}\operatorname{tr}HQ_n$. К каждому
числу прилагается граница его ошибки округления, пронесённая через ту же
рекурсию: шаг умножает ошибку в $C$ не более чем на $\|\mathbb
EB_iB_i^\top\|$, что для SGD не больше 1, и добавляет собственные округления.
*/
/* A finding with room for the rounding of the bound. */
static void add(struct inquiry *out, const struct quadratic *q, size_t k,
                struct number estimate, struct number limit) {
    double error =
        estimate.error + limit.error +
        64 * DBL_EPSILON * (fabs(estimate.value) + fabs(limit.value));
    inquiry_exact(out, q->problem->id, "sgd", k, estimate.value, error, AT_MOST,
                  limit.value);
}

/* E f(xbar_n) - f* held against (2). */
struct trial {
    struct problem *(*problem)(void);
    double gamma_Lambda; /* the step */
    size_t n;
    bool curve;                /* at checkpoints from 1 to n, not at n alone */
    double times, power;       /* times (2) times n^power; 0: once */
    double bound_gamma_Lambda; /* (2) for this step instead; 0: for the same */
    bool last_iterate;         /* f at x_n */
    bool one_direction;        /* the noise alone, as if it had only one */
};

static void add_trial(struct inquiry *out, const struct trial *t) {
    struct quadratic q = quadratic_of(t->problem());
    double gamma = t->gamma_Lambda / q.Lambda,
           times = t->times > 0 ? t->times : 1;
    struct recursion *z = recursion_new(&q, gamma, true, !t->one_direction);
    if (t->bound_gamma_Lambda > 0) gamma = t->bound_gamma_Lambda / q.Lambda;
    if (t->one_direction) q.distance = 0, q.rank = 1;
    size_t at[CHECKPOINTS_MAX], before = out->count;
    size_t count = checkpoints_between(t->curve ? 1 : t->n, t->n, 8, at);
    for (size_t c = 0; c < count; c++) {
        while (z->t < at[c]) recursion_step(z);
        struct number gap = weighed(z, &q, !t->last_iterate);
        double limit =
            times * bound(&q, gamma, z->t) * pow((double)z->t, t->power);
        add(out, &q, z->t, (struct number){gap.value / 2, gap.error / 2},
            (struct number){limit, 0});
    }
    inquiry_which(out, before, "gamma Lambda = %g", t->gamma_Lambda);
    recursion_free(z);
    quadratic_free(&q);
}

static void one_trial(struct inquiry *out) {
    add_trial(out, out->with);
}

/* The problems of the theorem, and gamma Lambda on each: the longest step and a
 * shorter one. */
static struct problem *(*const quadratics[])(void) = {
    least_squares, ridge, two_signs, rare_curvature};
static const double steps[] = {1, 1.0 / 16};

static void second_opinion(struct inquiry *out) {
    for (size_t i = 0; i < COUNT(quadratics) * COUNT(steps); i++) {
        struct quadratic q = quadratic_of(quadratics[i / COUNT(steps)]());
        double gamma_Lambda = steps[i % COUNT(steps)],
               gamma = gamma_Lambda / q.Lambda;
        const struct setting setting = {quadratics[i / COUNT(steps)],
                                        &method_sgd, .settings.alpha = gamma,
                                        .steps = 256};
        struct recursion *z = recursion_new(&q, gamma, true, true);
        struct series s;
        bool fine = inquiry_series(out, &setting, &s);
        for (size_t n = 1; fine && n <= setting.steps; n *= 2) {
            while (z->t < n) recursion_step(z);
            for (int average = 0; average < 2; average++) {
                struct number mine = weighed(z, &q, average);
                inquiry_exact(out, q.problem->id, "sgd", n, mine.value / 2,
                              mine.error / 2 +
                                  (average ? s.average_error : s.gap_error)[n],
                              EQUAL, (average ? s.average_gap : s.gap)[n]);
                inquiry_which(out, out->count - 1, "%s, gamma Lambda = %g",
                              average ? "average" : "last iterate",
                              gamma_Lambda);
            }
        }
        if (fine) series_free(&s);
        recursion_free(z);
        quadratic_free(&q);
    }
}
CLAIM(recursion_3_second_opinion, IDENTITY, COMPUTE(second_opinion),
      "(3) at $\\bar x_n$ and at $x_n$ is what the engine's own recursion of "
      "second moments gives, which learns the step from the method.",
      "Рекурсия (3) в $\\bar x_n$ и в $x_n$ даёт то же, что собственная "
      "рекурсия программы для вторых моментов, которая узнаёт шаг от метода.");

static void bound_on_three(struct inquiry *out) {
    for (size_t p = 0; p < 3; p++)
        for (size_t s = 0; s < COUNT(steps); s++)
            add_trial(out, &(const struct trial){quadratics[p], steps[s], 10000,
                                                 .curve = true});
}
CLAIM(bound_2, BOUND,
      LOOSE(0.9664, ALLOWING(1e-5, "10^4 steps of a recursion add up",
                             COMPUTE(bound_on_three))),
      "Bound (2) on least squares of deficient rank, ridge regression and two "
      "signs, each with $\\gamma\\Lambda=1$ and $\\frac1{16}$.",
      "Оценка (2) для наименьших квадратов неполного ранга, гребневой "
      "регрессии и двух знаков, в каждом случае с $\\gamma\\Lambda=1$ и "
      "$\\frac1{16}$.");
/**
(Rare curvature, below, comes nearer still.) Steps up to $\gamma\Lambda=1.9$ are
covered where $\Lambda$ is large against $H$, as it is there: $\Lambda=65\,H$.
*/
/**ru 2157725345
(Редкая кривизна, о которой ниже, подходит к оценке ещё ближе.) Шаги до
$\gamma\Lambda=1.9$ допускаются там, где $\Lambda$ велико по сравнению с $H$,
как в этом примере: $\Lambda=65\,H$.
*/
CLAIM(bound_2_longer_step, BOUND,
      LOOSE(0.9817,
            COMPUTE(one_trial, &(const struct trial){rare_curvature, 1.9,
                                                     100000, .curve = true})),
      "On rare curvature with $\\gamma\\Lambda=1.9$.",
      "Редкая кривизна с $\\gamma\\Lambda=1.9$.");
/**
**However small the least curvature is.** $f=\frac12(x_1^2+\lambda x_2^2)$ from
$(1,1)$, with the noise $\pm1$ along $x_1$ and $\pm\sqrt\lambda$ along $x_2$,
so that $\Lambda=\sigma^2=1$ for every $\lambda$. The bound does not change as
$\lambda\to0$, and holds. A bound of the form $\frac1{\lambda n^2}$, which
averaging has too, would tell nothing.
*/
/**ru 4019279985
**Как бы мала ни была наименьшая кривизна.** $f=\frac12(x_1^2+\lambda x_2^2)$
из точки $(1,1)$, с шумом $\pm1$ вдоль $x_1$ и $\pm\sqrt\lambda$ вдоль $x_2$,
так что $\Lambda=\sigma^2=1$ при любом $\lambda$. Оценка не меняется при
$\lambda\to0$ и остаётся верной. Оценка вида $\frac1{\lambda n^2}$, которая
для усреднения тоже есть, не сказала бы ничего.
*/
static void two_noises(const struct problem *p, const real x[], whole i,
                       real g[]) {
    double lambda = p->data[0];
    g[0] = x[0] + real_where((truth)((i & 1) == 0), real_all(1), real_all(-1));
    g[1] = lambda * x[1] + sqrt(lambda) * real_where((truth)((i & 2) == 0),
                                                     real_all(1), real_all(-1));
}
static real two_squares(const struct problem *p, const real x[], real g[]) {
    if (g) g[0] = x[0], g[1] = p->data[0] * x[1];
    return (x[0] * x[0] + p->data[0] * x[1] * x[1]) / 2;
}
static struct problem *vanishing(double lambda) {
    struct problem *p = problem_new(2, 1);
    p->id = "vanishing";
    p->components = 4;
    p->L = 1;
    p->mu = lambda;
    p->convex = p->quadratic = true;
    p->roundings = 8;
    p->value = two_squares;
    p->component = two_noises;
    p->data[0] = lambda;
    p->x_0[0] = p->x_0[1] = 1;
    return p;
}
static struct problem *vanishing_2(void) {
    return vanishing(1e-2);
}
static struct problem *vanishing_4(void) {
    return vanishing(1e-4);
}
static struct problem *vanishing_8(void) {
    return vanishing(1e-8);
}
static void vanishing_spectra(struct inquiry *out) {
    static struct problem *(*const made[])(void) = {vanishing_2, vanishing_4,
                                                    vanishing_8};
    for (size_t i = 0; i < COUNT(made); i++) {
        size_t before = out->count;
        add_trial(out, &(const struct trial){made[i], 1, 10000, .curve = true});
        inquiry_which(out, before, "lambda = 10^-%zu", (size_t)(2 << i));
    }
}
CLAIM(bound_2_vanishing_curvature, BOUND,
      LOOSE(0.1711, ALLOWING(1e-3, "10^4 steps of a recursion add up",
                             COMPUTE(vanishing_spectra))),
      "For $\\lambda=10^{-2}$, $10^{-4}$, $10^{-8}$, $\\gamma\\Lambda=1$.",
      "При $\\lambda=10^{-2}$, $10^{-4}$, $10^{-8}$, $\\gamma\\Lambda=1$.");
/**
@figure quadratics Least squares of deficient rank: the gap at the average and
    its bound (dashed), with two steps

## The proof, line by line

### Line 1. The constants

With $\Lambda$ and $\sigma^2$ computed as the least such numbers, (1) says that two
matrices have no positive eigenvalue, and that 0 is one: $\mathbb EH_i^2-\Lambda H$
and $\mathbb Er_ir_i^\top-\sigma^2H$. ($\Lambda$ and $\sigma^2$ are taken $10^{-12}$
larger, for rounding.)
*/
/**ru 111206886
@figure quadratics Наименьшие квадраты неполного ранга: зазор в среднем точек
    и его граница (штрихом) при двух шагах

## Доказательство строка за строкой

### Строка 1. Постоянные

Если $\Lambda$ и $\sigma^2$ вычислены как наименьшие из таких чисел, то (1)
говорит, что у двух матриц нет положительных собственных значений, а 0 —
собственное значение: у $\mathbb EH_i^2-\Lambda H$ и у $\mathbb
Er_ir_i^\top-\sigma^2H$. (Из-за округлений $\Lambda$ и $\sigma^2$ взяты на
$10^{-12}$ больше.)
*/
static void constants_line(struct inquiry *out) {
    for (size_t p = 0; p < COUNT(quadratics); p++) {
        struct quadratic q = quadratic_of(quadratics[p]());
        size_t n = q.dim;
        for (size_t which = 0; which < 2; which++) {
            double difference[DIM * DIM], factor = which ? q.sigma2 : q.Lambda;
            const double *left = which ? q.noise : q.square;
            for (size_t e = 0; e < n * n; e++)
                difference[e] = left[e] - factor * q.mean[e];
            double size =
                frobenius(n * n, left) + factor * frobenius(n * n, q.mean);
            inquiry_exact(out, q.problem->id, "sgd", which + 1,
                          largest_eigenvalue(n, difference),
                          (64 * (double)n * DBL_EPSILON + 1e-12) * size, EQUAL,
                          0);
        }
        quadratic_free(&q);
    }
}
CLAIM(line_1_constants, PROOF_LINE, COMPUTE(constants_line),
      "(1): the largest eigenvalue of either difference is 0.",
      "Условие (1): наибольшее собственное значение каждой из разностей "
      "равно 0.");
/**
### Line 2. Start and noise apart

The recursion $\eta_{t+1}=(I-\gamma H_i)\eta_t-\gamma r_i$ of $\eta_t=x_t-x^*$
is linear. So $\eta_t=\eta_t'+\eta_t''$, where $\eta'$ starts at $\eta_0$ and
has no noise, and $\eta''$ starts at 0. In the norm $\sqrt{\mathbb E\langle
u,Hu\rangle}$ Minkowski's inequality says
$$\bigl(\mathbb E\|\bar\eta_n\|_H^2\bigr)^{1/2}\le\bigl(\mathbb E\|\bar\eta_n'\|_H^2\bigr)^{1/2}+\bigl(\mathbb E\|\bar\eta_n''\|_H^2\bigr)^{1/2}. \tag{4}$$
*/
/**ru 53518720
### Строка 2. Начало и шум порознь

Рекурсия $\eta_{t+1}=(I-\gamma H_i)\eta_t-\gamma r_i$ для $\eta_t=x_t-x^*$
линейна. Поэтому $\eta_t=\eta_t'+\eta_t''$, где $\eta'$ начинается с $\eta_0$
и не содержит шума, а $\eta''$ начинается с 0. Для нормы $\sqrt{\mathbb
E\langle u,Hu\rangle}$ неравенство Минковского даёт
$$\bigl(\mathbb E\|\bar\eta_n\|_H^2\bigr)^{1/2}\le\bigl(\mathbb E\|\bar\eta_n'\|_H^2\bigr)^{1/2}+\bigl(\mathbb E\|\bar\eta_n''\|_H^2\bigr)^{1/2}. \tag{4}$$
*/
static struct number root(struct number x) {
    double value = sqrt(larger(x.value, 0)), error = sqrt(x.error);
    /* |sqrt(a) - sqrt(b)| <= sqrt|a - b|, and <= |a - b| over either root. */
    if (value > 0) error = smaller(error, x.error / value);
    return (struct number){value, error};
}

/* The recursions of SGD on one of the problems: all of it, the start alone, the
 * noise alone; and the sum of E||eta_t'||_H^2 up to now. */
enum part { ALL, START, NOISE, PARTS };
struct runs_apart {
    struct quadratic q;
    double gamma, sum;
    struct recursion *part[PARTS];
};

/* What is at most what. */
struct pair {
    struct number left, right;
};
struct line {
    struct pair (*at)(const struct runs_apart *);
};

/* A proof line at powers of 2, on all problems with both steps. */
static void on_recursions(struct inquiry *out) {
    const struct line *line = out->with;
    for (size_t p = 0; p < COUNT(quadratics); p++)
        for (size_t s = 0; s < COUNT(steps); s++) {
            size_t before = out->count;
            struct runs_apart r = {.q = quadratic_of(quadratics[p]())};
            r.gamma = steps[s] / r.q.Lambda;
            for (enum part i = ALL; i < PARTS; i++)
                r.part[i] =
                    recursion_new(&r.q, r.gamma, i != START, i != NOISE);
            for (size_t next = 1; next <= 1000; next *= 2) {
                while (r.part[ALL]->t < next) {
                    r.sum += weighed(r.part[START], &r.q, false).value;
                    for (enum part i = ALL; i < PARTS; i++)
                        recursion_step(r.part[i]);
                }
                struct pair pair = line->at(&r);
                add(out, &r.q, next, pair.left, pair.right);
            }
            inquiry_which(out, before, "gamma Lambda = %g", steps[s]);
            for (enum part i = ALL; i < PARTS; i++) recursion_free(r.part[i]);
            quadratic_free(&r.q);
        }
}

static struct pair minkowski(const struct runs_apart *r) {
    struct number start = root(weighed(r->part[START], &r->q, true));
    struct number noise = root(weighed(r->part[NOISE], &r->q, true));
    return (struct pair){
        root(weighed(r->part[ALL], &r->q, true)),
        {start.value + noise.value, start.error + noise.error}};
}
CLAIM(line_2_start_and_noise_apart, PROOF_LINE,
      COMPUTE(on_recursions, &(const struct line){minkowski}),
      "Minkowski's inequality (4), all three terms computed.",
      "Неравенство Минковского (4), все три члена вычислены.");
/**
### Line 3. The start is forgotten

Without noise, (1) gives $\mathbb E\|\eta_{t+1}'\|^2=\mathbb
E\|\eta_t'\|^2-2\gamma\,\mathbb E\|\eta_t'\|_H^2+\gamma^2\,\mathbb
E\langle\eta_t',\mathbb EH_i^2\,\eta_t'\rangle \le\mathbb
E\|\eta_t'\|^2-\gamma(2-\gamma\Lambda)\,\mathbb E\|\eta_t'\|_H^2$. Sum over $t<n$:
$$\sum_{t<n}\mathbb E\|\eta_t'\|_H^2\le\frac{\|x_0-x^*\|^2}{\gamma(2-\gamma\Lambda)}, \tag{5}$$
*/
/**ru 2186615293
### Строка 3. Начало забывается

Без шума (1) даёт $\mathbb E\|\eta_{t+1}'\|^2=\mathbb
E\|\eta_t'\|^2-2\gamma\,\mathbb E\|\eta_t'\|_H^2+\gamma^2\,\mathbb
E\langle\eta_t',\mathbb EH_i^2\,\eta_t'\rangle \le\mathbb
E\|\eta_t'\|^2-\gamma(2-\gamma\Lambda)\,\mathbb E\|\eta_t'\|_H^2$.
Просуммируем по $t<n$:
$$\sum_{t<n}\mathbb E\|\eta_t'\|_H^2\le\frac{\|x_0-x^*\|^2}{\gamma(2-\gamma\Lambda)}, \tag{5}$$
*/
static struct pair start_summed(const struct runs_apart *r) {
    double t = (double)r->part[START]->t;
    double error = t * weighed(r->part[START], &r->q, false).error +
                   DBL_EPSILON * t * r->sum;
    return (struct pair){{r->sum, error},
                         {gsl_pow_2(start_part(&r->q, r->gamma)), 0}};
}
CLAIM(line_3_start_summed, PROOF_LINE,
      COMPUTE(on_recursions, &(const struct line){start_summed}),
      "Inequality (5), the sum carried term by term.",
      "Неравенство (5), сумма накапливается член за членом.");
/**
and by convexity the average does no worse than the mean of these:
$$\mathbb E\|\bar\eta_n'\|_H^2\le\frac1n\sum_{t<n}\mathbb E\|\eta_t'\|_H^2. \tag{6}$$
*/
/**ru 2283612670
и в силу выпуклости для средней точки получается не больше, чем в среднем по
точкам:
$$\mathbb E\|\bar\eta_n'\|_H^2\le\frac1n\sum_{t<n}\mathbb E\|\eta_t'\|_H^2. \tag{6}$$
*/
static struct pair start_averaged(const struct runs_apart *r) {
    double error =
        weighed(r->part[START], &r->q, false).error + DBL_EPSILON * r->sum;
    return (struct pair){weighed(r->part[START], &r->q, true),
                         {r->sum / (double)r->part[START]->t, error}};
}
CLAIM(line_3_start_averaged, PROOF_LINE,
      COMPUTE(on_recursions, &(const struct line){start_averaged}),
      "Inequality (6).", "Неравенство (6).");
/**
### Line 4. How far the noise carries

$\eta''$ has mean 0, so that $\mathbb E\,\eta_{t+1}''{\eta_{t+1}''}^\top=\mathbb
E(I-\gamma H_i)\,\eta_t''{\eta_t''}^\top(I-\gamma H_i) +\gamma^2\,\mathbb
Er_ir_i^\top$. If it is at most $cI$ at $t$, then by (1) it is at most
$cI-c\gamma(2-\gamma\Lambda)H+\gamma^2\sigma^2H$ at $t+1$, which is $cI$ again for
$c=\gamma\sigma^2/(2-\gamma\Lambda)$:
$$\mathbb E\,\eta_t''{\eta_t''}^\top\preceq\frac{\gamma\sigma^2}{2-\gamma\Lambda}\,I. \tag{7}$$
*/
/**ru 2972180269
### Строка 4. Как далеко уносит шум

Среднее $\eta''$ равно 0, так что $\mathbb
E\,\eta_{t+1}''{\eta_{t+1}''}^\top=\mathbb E(I-\gamma
H_i)\,\eta_t''{\eta_t''}^\top(I-\gamma H_i) +\gamma^2\,\mathbb Er_ir_i^\top$.
Если в момент $t$ эта матрица не больше $cI$, то в силу (1) в момент $t+1$ она
не больше $cI-c\gamma(2-\gamma\Lambda)H+\gamma^2\sigma^2H$, а это снова $cI$
при $c=\gamma\sigma^2/(2-\gamma\Lambda)$:
$$\mathbb E\,\eta_t''{\eta_t''}^\top\preceq\frac{\gamma\sigma^2}{2-\gamma\Lambda}\,I. \tag{7}$$
*/
static struct pair covariance(const struct runs_apart *r) {
    const struct quadratic *q = &r->q;
    double top = largest_eigenvalue(q->dim, r->part[NOISE]->C);
    return (struct pair){
        {top, r->part[NOISE]->C_error},
        {r->gamma * q->sigma2 / (2 - r->gamma * q->Lambda), 0}};
}
CLAIM(line_4_covariance, PROOF_LINE,
      COMPUTE(on_recursions, &(const struct line){covariance}),
      "Inequality (7): the largest eigenvalue of its left side.",
      "Неравенство (7): наибольшее собственное значение его левой части.");
/**
### Line 5. All noise in one

Write the step with the mean Hessian, $\eta_{t+1}''=(I-\gamma
H)\eta_t''+\gamma\zeta_{t+1}$, so that the noise
$\zeta_{t+1}=(H-H_i)\eta_t''-r_i$ contains what the randomness of $H_i$ does. It
has mean 0 given the past. Its two parts are uncorrelated, since $i$ is
independent of $\eta_t''$ and $\mathbb E\eta_t''=0$. By (7) and (1)
$$\mathbb E\,\zeta\zeta^\top=\mathbb E(H-H_i)\,\eta''{\eta''}^\top(H-H_i)+\mathbb Er_ir_i^\top
  \preceq\frac{\gamma\sigma^2}{2-\gamma\Lambda}\,\mathbb EH_i^2+\sigma^2H\preceq\frac{2\sigma^2}{2-\gamma\Lambda}\,H. \tag{8}$$
The claim shows the largest eigenvalue of the left side minus the right side.
*/
/**ru 1163535325
### Строка 5. Весь шум вместе

Запишем шаг со средним гессианом, $\eta_{t+1}''=(I-\gamma
H)\eta_t''+\gamma\zeta_{t+1}$, так что шум $\zeta_{t+1}=(H-H_i)\eta_t''-r_i$
включает и то, что вносит случайность $H_i$. При известном прошлом его среднее
равно 0. Две его части некоррелированы, так как $i$ не зависит от $\eta_t''$ и
$\mathbb E\eta_t''=0$. В силу (7) и (1)
$$\mathbb E\,\zeta\zeta^\top=\mathbb E(H-H_i)\,\eta''{\eta''}^\top(H-H_i)+\mathbb Er_ir_i^\top
  \preceq\frac{\gamma\sigma^2}{2-\gamma\Lambda}\,\mathbb EH_i^2+\sigma^2H\preceq\frac{2\sigma^2}{2-\gamma\Lambda}\,H. \tag{8}$$
Утверждение показывает наибольшее собственное значение разности левой и правой
частей.
*/
static struct pair all_noise(const struct runs_apart *r) {
    const struct quadratic *q = &r->q;
    const struct recursion *z = r->part[NOISE];
    size_t n = q->dim;
    double limit = 2 * q->sigma2 / (2 - r->gamma * q->Lambda),
           difference[DIM * DIM], size = 0;
    memcpy(difference, q->noise, n * n * sizeof *difference);
    for (size_t i = 0; i < q->count; i++) {
        double apart[DIM * DIM], half[DIM * DIM] = {0};
        for (size_t e = 0; e < n * n; e++)
            apart[e] = q->mean[e] - q->h[i * n * n + e];
        add_product(n, 1, apart, z->C, half);
        add_product(n, 1 / (double)q->count, half, apart, difference);
        size += gsl_pow_2(frobenius(n * n, apart)) / (double)q->count;
    }
    double rounding =
        DBL_EPSILON * z->roundings *
        (frobenius(n * n, difference) + limit * frobenius(n * n, q->mean));
    for (size_t e = 0; e < n * n; e++) difference[e] -= limit * q->mean[e];
    return (struct pair){
        {largest_eigenvalue(n, difference), size * z->C_error + rounding},
        {0, 0}};
}
CLAIM(line_5_all_noise, PROOF_LINE,
      COMPUTE(on_recursions, &(const struct line){all_noise}),
      "Inequality (8): no eigenvalue of the difference is positive.",
      "Неравенство (8): у разности нет положительных собственных значений.");
/**
### Line 6. Averaging

As $H^2\preceq\mathbb EH_i^2\preceq \Lambda H$, all eigenvalues of $\gamma H$ are at
most 1. Solve the recursion of line 5 and sum the geometric series, on the range
of $H$: $\bar\eta_n''=\frac1n\sum_{l<n}\bigl[I-(I-\gamma
H)^{n-l}\bigr]H^{-1}\zeta_l$. The $\zeta_l$ are uncorrelated, and the brackets
lie between 0 and $I$:
$$\mathbb E\|\bar\eta_n''\|_H^2\le\frac1{n^2}\sum_{l<n}\frac{2\sigma^2}{2-\gamma\Lambda}\operatorname{tr}\bigl[I-(I-\gamma H)^{n-l}\bigr]^2
  \le\frac1n\cdot\frac{2\sigma^2d}{2-\gamma\Lambda}. \tag{9}$$
With (4), (5), (6) and $f-f^*=\frac12\|\cdot\|_H^2$ this is the theorem.
$\blacksquare$
The last step counts $(I-\gamma H)^{n-l}$ as 0: that takes $n$ large against
$1/\gamma\mu$, and up to $n=512$ the claim comes within 8 %.
*/
/**ru 2765622513
### Строка 6. Усреднение

Так как $H^2\preceq\mathbb EH_i^2\preceq \Lambda H$, все собственные значения
$\gamma H$ не больше 1. Решим рекурсию строки 5 и просуммируем геометрическую
прогрессию на образе $H$: $\bar\eta_n''=\frac1n\sum_{l<n}\bigl[I-(I-\gamma
H)^{n-l}\bigr]H^{-1}\zeta_l$. Величины $\zeta_l$ некоррелированы, а скобки
лежат между 0 и $I$:
$$\mathbb E\|\bar\eta_n''\|_H^2\le\frac1{n^2}\sum_{l<n}\frac{2\sigma^2}{2-\gamma\Lambda}\operatorname{tr}\bigl[I-(I-\gamma H)^{n-l}\bigr]^2
  \le\frac1n\cdot\frac{2\sigma^2d}{2-\gamma\Lambda}. \tag{9}$$
Вместе с (4), (5), (6) и $f-f^*=\frac12\|\cdot\|_H^2$ это и есть теорема.
$\blacksquare$ Последний переход считает $(I-\gamma H)^{n-l}$ нулём: для этого
$n$ должно быть велико по сравнению с $1/\gamma\mu$, и на итерациях до $n=512$
утверждение подходит к границе с точностью до 8 %.
*/
static struct pair noise_averaged(const struct runs_apart *r) {
    double limit =
        gsl_pow_2(noise_part(&r->q, r->gamma)) / (double)r->part[NOISE]->t;
    return (struct pair){weighed(r->part[NOISE], &r->q, true), {limit, 0}};
}
CLAIM(line_6_averaging, PROOF_LINE,
      LOOSE(0.9238,
            COMPUTE(on_recursions, &(const struct line){noise_averaged})),
      "Inequality (9).", "Неравенство (9).");
/**
## How sharp it is

**The noise.** Rare curvature: $f=\frac\mu2x^2$ whose curvature sits in one
component of $m=65$, while the others pull by $\pm s$. There $\Lambda=m\mu$, and for
the longest step, $\gamma\Lambda=1$, the stationary noise of (8) comes out exactly:
it is $1-\frac1{2m}$ of the bound's. As $n$ grows, the bound is attained up to
that, and beaten if shrunk by 5 %, or if it fell like $n^{-1.2}$.
*/
/**ru 1067572989
## Насколько оценка точна

**Шум.** Редкая кривизна: $f=\frac\mu2x^2$, вся кривизна которой сосредоточена
в одном слагаемом из $m=65$, а остальные тянут на $\pm s$. Здесь
$\Lambda=m\mu$, и для самого длинного шага, $\gamma\Lambda=1$, стационарный
шум в (8) получается точно: он составляет $1-\frac1{2m}$ от шума оценки. С
ростом $n$ оценка достигается с точностью до этого и нарушается, если
уменьшить её на 5 % или если бы она убывала как $n^{-1.2}$.
*/
CLAIM(sharp_noise, BOUND,
      COMPUTE(one_trial,
              &(const struct trial){rare_curvature, 1, 100000, .curve = true}),
      "On rare curvature, $\\gamma\\Lambda=1$, the bound holds up to $n=10^5$.",
      "На редкой кривизне, $\\gamma\\Lambda=1$, оценка выполнена до $n=10^5$.");
CLAIM(sharp_noise_fails_at_0_95, CONTROL,
      COMPUTE(one_trial,
              &(const struct trial){rare_curvature, 1, 100000, .times = 0.95}),
      "0.95 of the bound is beaten.",
      "Оценка, умноженная на 0,95, нарушается.");
CLAIM(sharp_noise_fails_at_exponent_1_2, CONTROL,
      COMPUTE(one_trial,
              &(const struct trial){rare_curvature, 1, 100000, .power = -0.2}),
      "The bound with $n^{-1.2}$ in place of $n^{-1}$ is beaten.",
      "Оценка с $n^{-1.2}$ вместо $n^{-1}$ нарушается.");
/**
**The start.** Without noise, $f=\frac\mu2x^2$: $f(\bar x_n)$ is
$\frac{(1-e^{-\tau})^2}\tau$ times $\frac{x_0^2}{2\gamma n}$ for short steps,
where $\tau=n\gamma\mu$. At $\tau=1.256$ that is 0.815 of the bound. Whether the
missing part can be had we do not know.
*/
/**ru 3962844004
**Начало.** Без шума, $f=\frac\mu2x^2$: при коротких шагах $f(\bar x_n)$ равно
$\frac{(1-e^{-\tau})^2}\tau$, умноженному на $\frac{x_0^2}{2\gamma n}$, где
$\tau=n\gamma\mu$. При $\tau=1.256$ это 0,815 от оценки. Можно ли получить
недостающую часть, мы не знаем.
*/
CLAIM(sharp_start, SHARPNESS,
      COMPUTE(one_trial,
              &(const struct trial){parabola, 1e-3, 10000, .curve = true}),
      "Without noise, $\\gamma\\mu=10^{-3}$, the bound holds.",
      "Без шума, $\\gamma\\mu=10^{-3}$, оценка выполнена.");
CLAIM(sharp_start_fails_at_0_8, CONTROL,
      COMPUTE(one_trial,
              &(const struct trial){parabola, 1e-3, 1256, .times = 0.8}),
      "0.8 of the start's part of the bound is beaten at $n=1256$.",
      "Та часть оценки, что отвечает началу, умноженная на 0,8, нарушается "
      "при $n=1256$.");
/**
@figure ratio Estimate over bound on the quadratic problems: 1 means attained

## From quadratics to the logistic loss

The logistic loss $\varphi(z)=\log(1+e^{-z})$ has $|\varphi'''|\le\varphi''$. So
$\varphi''$ changes by at most a factor $e^{\pm|\delta|}$ when $z$ moves by
$\delta$, and the Hessian $H(x)=\frac1m\sum\varphi''(y_i\langle
a_i,x\rangle)\,a_ia_i^\top$ of $f$ by at most a factor $e^{\pm u}$ over a way $v$
with
$$u=\max_i|\langle a_i,v\rangle|,$$
and *that* takes the place of strong convexity.

### Line 7. The expansion

$q_i$ has at $\tilde x$ the gradient of $f_i$; the mean of the $q_i$ has the
Hessian $\tilde H=H(\tilde x)$, so its gradient is 0 at $x_N=\tilde x-\tilde
H^{-1}\nabla f(\tilde x)$. Away from $\tilde x$ the gradients part by at most
$$\|\nabla q_i(\tilde x+v)-\nabla f_i(\tilde x+v)\|\le\frac{\|a_i\|\langle
a_i,v\rangle^2}{12\sqrt3}, \tag{10}$$
as $|\varphi'''|\le\frac1{6\sqrt3}$. The checks are at $\tilde x$ and $v$ on
circles, $v$ in eight directions. The gradients of the mean are held against
those of $f$, which the problem computes apart from its components, the Hessians
against those that Newton's method uses.
*/
/**ru 1879376494
@figure ratio Отношение величины к оценке на квадратичных задачах: 1 означает,
    что оценка достигнута

## От квадратичных функций к логистической

Для логистической функции потерь $\varphi(z)=\log(1+e^{-z})$ верно
$|\varphi'''|\le\varphi''$. Поэтому при сдвиге $z$ на $\delta$ производная
$\varphi''$ меняется не более чем в $e^{\pm|\delta|}$ раз, а гессиан
$H(x)=\frac1m\sum\varphi''(y_i\langle a_i,x\rangle)\,a_ia_i^\top$ функции $f$
на пути $v$ — не более чем в $e^{\pm u}$ раз, где
$$u=\max_i|\langle a_i,v\rangle|,$$
и именно *это* заменяет сильную выпуклость.

### Строка 7. Разложение

В точке $\tilde x$ градиент $q_i$ тот же, что у $f_i$; у среднего функций
$q_i$ гессиан $\tilde H=H(\tilde x)$, поэтому его градиент равен 0 в точке
$x_N=\tilde x-\tilde H^{-1}\nabla f(\tilde x)$. Вдали от $\tilde x$ градиенты
расходятся не более чем на
$$\|\nabla q_i(\tilde x+v)-\nabla f_i(\tilde x+v)\|\le\frac{\|a_i\|\langle
a_i,v\rangle^2}{12\sqrt3}, \tag{10}$$
так как $|\varphi'''|\le\frac1{6\sqrt3}$. Проверки сделаны в $\tilde x$ и для
$v$ на окружностях, $v$ в восьми направлениях. Градиенты среднего сравниваются
с градиентами $f$, которые задача вычисляет отдельно от слагаемых, гессианы —
с теми, которыми пользуется метод Ньютона.
*/
enum { CIRCLES = 8, PLACES = 32, WAYS = 8 };

static void on_circle(const double centre[], double radius, size_t place,
                      size_t places, double out[]) {
    double angle = 2 * M_PI * (double)place / (double)places;
    out[0] = centre[0] + radius * cos(angle);
    out[1] = centre[1] + radius * sin(angle);
}

/* What is to be 0: the gradient of q_i less that of f_i at x~; that of the mean
 * of the q_i at x~ + v less grad f + H v; the same at x_N. */
static void expansion(struct inquiry *out) {
    static const char *const what[] = {"value at x~", "slope of the mean",
                                       "minimiser of the mean"};
    struct problem *p = logistic_plain();
    double reach = logistic_plain_reach(p);
    for (size_t k = 0; k < CIRCLES - 2; k++) {
        double off[3] = {0}, size = 0;
        for (size_t place = 0; place < WAYS * WAYS; place++) {
            double at[2], to[2], step[2], h[4];
            on_circle(p->x_star, ldexp(1, -(int)k), place / WAYS, WAYS, at);
            on_circle(at, 1, place % WAYS, WAYS, to);
            logistic_plain_newton(p, at, step, h);
            real x[2], away[2], least[2], slope[2], g[2], e[2],
                mean[2][2] = {{{0}}};
            for (size_t j = 0; j < 2; j++) {
                x[j] = real_all(at[j]);
                away[j] = real_all(to[j]);
                least[j] = real_all(at[j] - step[j]);
            }
            p->value(p, x, slope);
            for (size_t i = 0; i < p->components; i++) {
                p->component(p, x, whole_all(i), g);
                logistic_plain_expansion(p, x, x, whole_all(i), e);
                off[0] =
                    larger(off[0], hypot(e[0][0] - g[0][0], e[1][0] - g[1][0]));
                for (size_t w = 0; w < 2; w++) {
                    logistic_plain_expansion(p, x, w ? least : away,
                                             whole_all(i), e);
                    for (size_t j = 0; j < 2; j++)
                        mean[w][j] += e[j] / (double)p->components;
                }
            }
            double left[2];
            for (size_t j = 0; j < 2; j++)
                left[j] = mean[0][j][0] - slope[j][0] -
                          h[2 * j] * (to[0] - at[0]) -
                          h[2 * j + 1] * (to[1] - at[1]);
            off[1] = larger(off[1], hypot(left[0], left[1]));
            off[2] = larger(off[2], hypot(mean[1][0][0], mean[1][1][0]));
            size =
                larger(size, reach + reach * reach * hypot(step[0], step[1]));
        }
        for (size_t w = 0; w < COUNT(off); w++) {
            inquiry_exact(out, p->id, "newton", k, off[w],
                          4 * p->roundings * DBL_EPSILON * size, EQUAL, 0);
            inquiry_which(out, out->count - 1, "%s", what[w]);
        }
    }
    problem_free(p);
}
CLAIM(line_7_expansion, PROOF_LINE, COMPUTE(expansion),
      "What is left of the three equalities, on circles of radius $2^{-k}$.",
      "Что остаётся от трёх равенств, на окружностях радиуса $2^{-k}$.");

/* The component and the way for which (10) comes nearest to equality; where v is
 * nearly across a_i both sides are 0 but for rounding. */
static void expansion_error(struct inquiry *out) {
    struct problem *p = logistic_plain();
    for (size_t k = 0; k < CIRCLES - 2; k++) {
        struct finding worst = {0};
        for (size_t place = 0; place < WAYS * WAYS; place++)
            for (size_t i = 0; i < p->components; i++) {
                const double *a = logistic_plain_row(p, i);
                double at[2], to[2];
                on_circle(p->x_star, 1, place / WAYS, WAYS, at);
                on_circle(at, ldexp(1, -(int)k), place % WAYS, WAYS, to);
                real x[2] = {real_all(at[0]), real_all(at[1])},
                     away[2] = {real_all(to[0]), real_all(to[1])}, g[2], e[2];
                p->component(p, away, whole_all(i), g);
                logistic_plain_expansion(p, x, away, whole_all(i), e);
                double way = a[0] * (to[0] - at[0]) + a[1] * (to[1] - at[1]),
                       length = hypot(a[0], a[1]);
                if (fabs(way) < ldexp(0.1, -(int)k)) continue;
                struct finding f =
                    finding_exact(p->id, "newton", k,
                                  hypot(e[0][0] - g[0][0], e[1][0] - g[1][0]),
                                  64 * DBL_EPSILON * length, AT_MOST,
                                  length * way * way / (12 * sqrt(3)));
                double here = f.estimate / f.bound,
                       there = worst.estimate / worst.bound;
                if (!worst.problem || !(here <= there)) worst = f;
            }
        inquiry_add(out, worst);
    }
    problem_free(p);
}
CLAIM(line_7_expansion_error, PROOF_LINE, COMPUTE(expansion_error),
      "Inequality (10) for all components, $\\|v\\|=2^{-k}$.",
      "Неравенство (10) для всех слагаемых, $\\|v\\|=2^{-k}$.");
/**
### Line 8. A Newton step squares the error

Let $u$ be that of $v=\tilde x-x^*$, and $H_\theta=H(\tilde x+\theta(x^*-\tilde
x))$. As $\nabla f(\tilde x)=\int_0^1H_\theta\,d\theta\,(\tilde x-x^*)$ and
$-(e^{\theta u}-1)\tilde H\preceq\tilde H-H_\theta\preceq(e^{\theta u}-1)\tilde
H$,
$$x_N-x^*=\tilde H^{-1}\!\int_0^1(\tilde H-H_\theta)\,d\theta\,(\tilde x-x^*),\qquad
  \|x_N-x^*\|_{\tilde H}\le\frac{e^u-1-u}u\,\|\tilde x-x^*\|_{\tilde H}. \tag{11}$$
It is checked on circles around $x^*$ of radius $2^{-k}$, at the worst of 32
places on each. Gaps are integrals of the Hessian along the way from $x^*$,
$$f(x^*+v)-f^*=\int_0^1(1-\theta)\,\|v\|_{H(x^*+\theta v)}^2\,d\theta, \tag{12}$$
which lose no digits where the gap is small.
*/
/**ru 3318393395
### Строка 8. Ньютоновский шаг возводит ошибку в квадрат

Пусть $u$ взято для $v=\tilde x-x^*$ и $H_\theta=H(\tilde x+\theta(x^*-\tilde
x))$. Так как $\nabla f(\tilde x)=\int_0^1H_\theta\,d\theta\,(\tilde x-x^*)$ и
$-(e^{\theta u}-1)\tilde H\preceq\tilde H-H_\theta\preceq(e^{\theta
u}-1)\tilde H$,
$$x_N-x^*=\tilde H^{-1}\!\int_0^1(\tilde H-H_\theta)\,d\theta\,(\tilde x-x^*),\qquad
  \|x_N-x^*\|_{\tilde H}\le\frac{e^u-1-u}u\,\|\tilde x-x^*\|_{\tilde H}. \tag{11}$$
Это проверено на окружностях вокруг $x^*$ радиуса $2^{-k}$, в худшей из 32
точек каждой. Зазоры — это интегралы гессиана вдоль пути из $x^*$,
$$f(x^*+v)-f^*=\int_0^1(1-\theta)\,\|v\|_{H(x^*+\theta v)}^2\,d\theta, \tag{12}$$
которые не теряют цифр там, где зазор мал.
*/
struct place {
    double u, v;                  /* max_i |<a_i, .>| of x~ - x*, x_N - x* */
    double before, after;         /* the norms of (11) */
    double gap_before, gap_after; /* f - f* at x~ and x_N */
    double error;                 /* of `after` */
    double gap_before_error, gap_after_error;
};

static double norm_in(const double h[], const double v[]) {
    return sqrt(h[0] * v[0] * v[0] + (h[1] + h[2]) * v[0] * v[1] +
                h[3] * v[1] * v[1]);
}

static double width(const struct problem *p, const double v[]) {
    double widest = 0;
    for (size_t i = 0; i < p->components; i++) {
        const double *a = logistic_plain_row(p, i);
        widest = larger(widest, fabs(a[0] * v[0] + a[1] * v[1]));
    }
    return widest;
}

/* (12) by Gauss and Legendre's rule with 16 places: the integrand is analytic
 * in a disc several times as large as the way, so that nothing is left. */
static struct number gap_along(const struct problem *p, const double v[]) {
    enum { NODES = 16 };
    gsl_integration_glfixed_table *rule =
        gsl_integration_glfixed_table_alloc(NODES);
    double sum = 0;
    for (size_t i = 0; i < NODES; i++) {
        double theta, weight, at[2], step[2], h[4];
        gsl_integration_glfixed_point(0, 1, i, &theta, &weight, rule);
        for (size_t j = 0; j < 2; j++) at[j] = p->x_star[j] + theta * v[j];
        logistic_plain_newton(p, at, step, h);
        sum += weight * (1 - theta) * gsl_pow_2(norm_in(h, v));
    }
    gsl_integration_glfixed_table_free(rule);
    /* grad f(x*) is 0 but for its roundings. */
    double slope = p->roundings * DBL_EPSILON * logistic_plain_reach(p);
    return (struct number){sum, slope * hypot(v[0], v[1]) +
                                    p->roundings * DBL_EPSILON * sum};
}

static struct place newton_at(const struct problem *p, const double away[]) {
    double at[2], step[2], h[4], left[2], values[2],
        reach = logistic_plain_reach(p), radius = hypot(away[0], away[1]);
    for (size_t j = 0; j < 2; j++) at[j] = p->x_star[j] + away[j];
    logistic_plain_newton(p, at, step, h);
    eigen_system(2, h, values, NULL);
    for (size_t j = 0; j < 2; j++) left[j] = away[j] - step[j];
    struct number before = gap_along(p, away), after = gap_along(p, left);
    return (struct place){
        .u = width(p, away),
        .v = width(p, left),
        .before = norm_in(h, away),
        .after = norm_in(h, left),
        .gap_before = before.value,
        .gap_after = after.value,
        /* Both derivatives are off by their roundings, x* by Newton's own. */
        .error = 4 * p->roundings * DBL_EPSILON * reach * (1 + reach * radius) /
                 values[0] * sqrt(values[1]),
        .gap_before_error = before.error,
        .gap_after_error = after.error};
}

static void gaps_apart(struct inquiry *out) {
    struct problem *p = logistic_plain();
    for (size_t k = 0; k < CIRCLES - 2; k++)
        for (size_t a = 0; a < WAYS; a++) {
            double at[2], zero[2] = {0}, away[2];
            on_circle(zero, ldexp(1, -(int)k), a, WAYS, away);
            for (size_t j = 0; j < 2; j++) at[j] = p->x_star[j] + away[j];
            struct number gap = gap_along(p, away);
            real x[2] = {real_all(at[0]), real_all(at[1])};
            inquiry_exact(out, p->id, "newton", k, gap.value,
                          gap.error + 2 * p->roundings * DBL_EPSILON +
                              (p->f_star_high - p->f_star_low),
                          EQUAL, p->value(p, x, NULL)[0] - p->f_star_low);
            inquiry_which(out, out->count - 1, "direction %zu", a);
        }
    problem_free(p);
}
CLAIM(line_8_gap_is_an_integral, PROOF_LINE, COMPUTE(gaps_apart),
      "Equation (12) against the difference of values, in eight directions.",
      "Равенство (12) в сравнении с разностью значений, в восьми "
      "направлениях.");

/* a'H^{-1}a, and H^{-1}a. */
static double rise(const double h[], const double a[], double direction[]) {
    double determinant = h[0] * h[3] - h[1] * h[2];
    direction[0] = (h[3] * a[0] - h[1] * a[1]) / determinant;
    direction[1] = (h[0] * a[1] - h[2] * a[0]) / determinant;
    return a[0] * direction[0] + a[1] * direction[1];
}

/* The leverage of datum i at x*, and H(x*)^{-1} a_i. */
static double leverage(const struct problem *p, size_t i, double direction[]) {
    double step[2], h[4];
    logistic_plain_newton(p, p->x_star, step, h);
    return rise(h, logistic_plain_row(p, i), direction);
}

static double largest_leverage(const struct problem *p) {
    double rho2 = 0, direction[2];
    for (size_t i = 0; i < p->components; i++)
        rho2 = larger(rho2, leverage(p, i, direction));
    return rho2;
}

struct newton_line {
    struct finding (*at)(const struct problem *, size_t k,
                         const struct place *);
    /* Ask in the directions of H(x*)^{-1} a_i too. */
    bool towards_data;
    bool far; /* on the largest circle alone */
};

/* The worst place on each circle, as the finding of one of the lines. */
static void on_circles(struct inquiry *out) {
    const struct newton_line *line = out->with;
    struct problem *p = logistic_plain();
    size_t places = PLACES + (line->towards_data ? p->components : 0);
    for (size_t k = 0; k < (line->far ? 1 : CIRCLES); k++) {
        struct finding worst = {0};
        for (size_t a = 0; a < places; a++) {
            double zero[2] = {0}, away[2];
            on_circle(zero, ldexp(1, -(int)k), a % PLACES, PLACES, away);
            if (a >= PLACES) {
                leverage(p, a - PLACES, away);
                double length = hypot(away[0], away[1]);
                for (size_t j = 0; j < 2; j++)
                    away[j] *= ldexp(1, -(int)k) / length;
            }
            struct place s = newton_at(p, away);
            struct finding f = line->at(p, k, &s);
            double here = f.estimate / f.bound,
                   there = worst.estimate / worst.bound;
            if (a == 0 || !(f.sign == AT_LEAST ? here >= there : here <= there))
                worst = f;
        }
        inquiry_add(out, worst);
    }
    problem_free(p);
}

/* (e^u - 1 - u)/u^2, without cancellation for small u. */
static double psi(double u) {
    double sum = 0, term = 0.5;
    for (int n = 3; n < 40; term *= u / n++) sum += term;
    return sum;
}

static struct finding newton_error(const struct problem *p, size_t k,
                                   const struct place *s) {
    return finding_exact(p->id, "newton", k, s->after, s->error, AT_MOST,
                         s->u * psi(s->u) * s->before);
}
CLAIM(line_8_newton_error, PROOF_LINE,
      LOOSE(0.5647, COMPUTE(on_circles,
                            &(const struct newton_line){.at = newton_error})),
      "Inequality (11) at the worst place of each circle.",
      "Неравенство (11) в худшей точке каждой окружности.");
CLAIM(line_8_newton_error_far, PROOF_LINE,
      LOOSE(0.5106,
            COMPUTE(on_circles, &(const struct newton_line){.at = newton_error,
                                                            .far = true})),
      "The same at the distance 1, where $u$ is not small.",
      "То же на расстоянии 1, где $u$ не мало.");
/**
In terms of gaps, with $\psi(u)=\frac{e^u-1-u}{u^2}\approx\frac12$ and
$v=\max_i|\langle a_i,x_N-x^*\rangle|$: (12) gives $\psi(-u)\|\tilde
x-x^*\|_{H(x^*)}^2\le f(\tilde x)-f^*$ and
$f(x_N)-f^*\le\psi(v)\|x_N-x^*\|_{H(x^*)}^2$, hence
$$f(x_N)-f^*\le\frac{\psi(v)}{\psi(-u)}\,e^{2u}u^2\psi(u)^2\,\bigl[f(\tilde x)-f^*\bigr]. \tag{13}$$
The factor is about $u^2/4$. (Both lines are loose, by 1.8 and 3.2 near $x^*$,
by 2 and 26 at the distance 1: they count as if the Hessian changed as fast as
it may all the way, and in the direction of the error.)
*/
/**ru 1888297620
Для зазоров, с $\psi(u)=\frac{e^u-1-u}{u^2}\approx\frac12$ и $v=\max_i|\langle
a_i,x_N-x^*\rangle|$: (12) даёт $\psi(-u)\|\tilde x-x^*\|_{H(x^*)}^2\le
f(\tilde x)-f^*$ и $f(x_N)-f^*\le\psi(v)\|x_N-x^*\|_{H(x^*)}^2$, откуда
$$f(x_N)-f^*\le\frac{\psi(v)}{\psi(-u)}\,e^{2u}u^2\psi(u)^2\,\bigl[f(\tilde x)-f^*\bigr]. \tag{13}$$
Множитель примерно равен $u^2/4$. (Обе оценки, (11) и (13), завышены: вблизи
$x^*$ в 1,8 и в 3,2 раза, на расстоянии 1 — в 2 и в 26 раз; они считают так,
будто гессиан всю дорогу меняется настолько быстро, насколько может, и притом
в направлении ошибки.)
*/
static struct finding newton_gap(const struct problem *p, size_t k,
                                 const struct place *s) {
    double factor =
        psi(s->v) / psi(-s->u) * exp(2 * s->u) * gsl_pow_2(s->u * psi(s->u));
    return finding_exact(p->id, "newton", k, s->gap_after,
                         s->gap_after_error + factor * s->gap_before_error,
                         AT_MOST, factor * s->gap_before);
}
CLAIM(line_8_newton_gap, PROOF_LINE,
      LOOSE(0.3130,
            COMPUTE(on_circles, &(const struct newton_line){.at = newton_gap})),
      "Inequality (13) at the same places.",
      "Неравенство (13) в тех же точках.");
CLAIM(line_8_newton_gap_far, PROOF_LINE,
      LOOSE(0.03842,
            COMPUTE(on_circles, &(const struct newton_line){.at = newton_gap,
                                                            .far = true})),
      "The same at the distance 1.", "То же на расстоянии 1.");
/**
### Line 9. No least curvature

By Cauchy and Schwarz $\langle a_i,v\rangle^2\le a_i^\top
H(x^*)^{-1}a_i\cdot\|v\|_{H(x^*)}^2$, so that
$$f(\tilde x)-f^*\ge\frac{u^2}{\rho^2}\,\psi(-u),\qquad\rho^2=\max_i\,a_i^\top H(x^*)^{-1}a_i. \tag{14}$$
For small gaps (13) and (14) say $f(x_N)-f^*\lesssim\frac{\rho^2}2[f(\tilde
x)-f^*]^2$: a support point of gap $c/\sqrt n$ is as good as
$\frac{\rho^2c^2}{2n}$. The constant step $\frac1{2a^2\sqrt n}$ gives such a
point in $n$ steps, with $c=a^2\|x_0-x^*\|^2+\frac14$, $a=\max_i\|a_i\|$, by
[the theorem on convex functions](convex_constant_step.html).

$\rho^2$ is how far one datum stands out from all of them, weighed by their
curvature: its *leverage*. It is at most $a^2/\lambda_{\min}(H(x^*))$, which is
what one gets from $u\le a\|v\|$. But a linear change of the features, which may
make the least curvature as small as one likes, leaves $\rho^2$ as it is. In
this sense the lecture's «без сильной выпуклости» is true of the constant too.
The check stretches one feature by $2^{-k}$.
*/
/**ru 3862694743
### Строка 9. Без наименьшей кривизны

По неравенству Коши–Буняковского $\langle a_i,v\rangle^2\le a_i^\top
H(x^*)^{-1}a_i\cdot\|v\|_{H(x^*)}^2$, так что
$$f(\tilde x)-f^*\ge\frac{u^2}{\rho^2}\,\psi(-u),\qquad\rho^2=\max_i\,a_i^\top H(x^*)^{-1}a_i. \tag{14}$$
При малых зазорах (13) и (14) говорят, что
$f(x_N)-f^*\lesssim\frac{\rho^2}2[f(\tilde x)-f^*]^2$: опорная точка с зазором
$c/\sqrt n$ даёт зазор $\frac{\rho^2c^2}{2n}$. Постоянный шаг
$\frac1{2a^2\sqrt n}$ приводит к такой точке за $n$ шагов, с
$c=a^2\|x_0-x^*\|^2+\frac14$, $a=\max_i\|a_i\|$, согласно [теореме о выпуклых
функциях](convex_constant_step.html).

Величина $\rho^2$ показывает, насколько одно наблюдение выделяется среди всех,
взвешенных своей кривизной: это *рычаг* наблюдения. Она не больше
$a^2/\lambda_{\min}(H(x^*))$ — а это то, что получается из $u\le a\|v\|$. Но
линейная замена признаков, которая может сделать наименьшую кривизну сколь
угодно малой, не меняет $\rho^2$. В этом смысле слова лекции «без сильной
выпуклости» верны и для константы. Проверка растягивает один признак в
$2^{-k}$ раз.
*/
static struct finding no_least_curvature(const struct problem *p, size_t k,
                                         const struct place *s) {
    double right = gsl_pow_2(s->u) / largest_leverage(p) * psi(-s->u);
    return finding_exact(p->id, "newton", k, s->gap_before,
                         s->gap_before_error +
                             p->roundings * DBL_EPSILON * right,
                         AT_LEAST, right);
}
CLAIM(line_9_leverage, PROOF_LINE,
      COMPUTE(on_circles, &(const struct newton_line){.at = no_least_curvature,
                                                      .towards_data = true}),
      "Inequality (14), at the worst of the 32 places and of those in the "
      "directions $H(x^*)^{-1}a_i$.",
      "Неравенство (14) в худшей из тех же 32 точек и точек в направлениях "
      "$H(x^*)^{-1}a_i$.");

/* The largest leverage with the second feature times 2^-k, and the least
 * curvature there: the determinant over the largest one. */
static void stretched(struct inquiry *out) {
    struct problem *p = logistic_plain();
    double step[2], h[4], direction[2], rho2 = largest_leverage(p);
    logistic_plain_newton(p, p->x_star, step, h);
    for (size_t k = 0; k <= 20; k += 5) {
        double by = ldexp(1, -(int)k), largest = 0;
        double narrow[4] = {h[0], h[1] * by, h[2] * by, h[3] * by * by};
        for (size_t i = 0; i < p->components; i++) {
            const double *a = logistic_plain_row(p, i);
            double b[2] = {a[0], by * a[1]};
            largest = larger(largest, rise(narrow, b, direction));
        }
        double least = (narrow[0] * narrow[3] - narrow[1] * narrow[2]) /
                       largest_eigenvalue(2, narrow);
        inquiry_exact(out, p->id, "newton", k, largest, 1e-12 * rho2, EQUAL,
                      rho2);
        inquiry_which(out, out->count - 1, "leverage");
        inquiry_exact(out, p->id, "newton", k, least, 1e-12 * least, AT_MOST,
                      h[3] * by * by);
        inquiry_which(out, out->count - 1, "least curvature");
    }
    problem_free(p);
}
CLAIM(line_9_leverage_does_not_see_scale, IDENTITY, COMPUTE(stretched),
      "$\\rho^2$ stays, and the least curvature falls like $4^{-k}$.",
      "$\\rho^2$ не меняется, а наименьшая кривизна убывает как $4^{-k}$.");
/**
What is *not* proved here: how the error of the second half, which is random and
made around a random support point, adds to (13). Bach and Moulines do that in
their section 3; here both halves together are measured.

## Both halves, measured

The problem is the lecture's logistic regression without its regulariser, in two
dimensions. It is neither strongly convex nor PL. Steps: $\alpha_0=\frac1{2a^2}$
for SGD, and $\gamma=\frac3{a^2}$ in the second half, where the expansion's
$\|H_i\|\le\frac{a^2}4$, so that $\gamma\Lambda\le\frac34$ for its constant
$\Lambda$ in (1). (Bach and Moulines, in their theorem 3, take the constant step
$\frac1{2a^2\sqrt n}$ in the first half, for which $n$ must be known beforehand,
and $\gamma=\frac1{a^2}$ in the second.) The comparison is with the average of
all $k$ iterates of SGD with the same $\alpha_t$.

A confidence interval needs a certified range, and phase two's iterates have
none that is useful. So the answer is projected onto the disc $\|x\|\le3$, which
contains $x^*$; on it $f-f^*$ is at most its value at the vertices of a polygon
around the disc. A gap $X$ far below that range $G$ would still be lost in an
interval as wide as $G$ demands. But for any level $c$
$$\mathbb E\min(X,c)\le\mathbb EX\le\mathbb E\min(X,c)+(G-c)\,\mathbb P(X>c),$$
where the first term has the small range $c$, and the probability an upper limit
of its own, Clopper and Pearson's.
*/
/**ru 648445189
Что здесь *не* доказано: как ошибка второй половины, случайная и сделанная
вокруг случайной опорной точки, складывается с (13). Бах и Мулин делают это в
своём разделе 3; здесь обе половины вместе измерены.

## Обе половины, измерено

Задача — логистическая регрессия лекции без регуляризации, в двух измерениях.
Она и не сильно выпукла, и не удовлетворяет условию PL. Шаги:
$\alpha_0=\frac1{2a^2}$ для SGD и $\gamma=\frac3{a^2}$ во второй половине, где
для разложения $\|H_i\|\le\frac{a^2}4$, так что $\gamma\Lambda\le\frac34$ для
его постоянной $\Lambda$ в (1). (Бах и Мулин в теореме 3 берут в первой
половине постоянный шаг $\frac1{2a^2\sqrt n}$, для которого $n$ надо знать
заранее, а во второй — $\gamma=\frac1{a^2}$.) Сравнение ведётся со средним
всех $k$ точек SGD с теми же $\alpha_t$.

Доверительному интервалу нужен гарантированный размах значений, а для точек
второй фазы полезного размаха нет. Поэтому ответ проецируется на круг
$\|x\|\le3$, который содержит $x^*$; на нём $f-f^*$ не больше наибольшего из
значений в вершинах многоугольника, описанного вокруг круга. Зазор $X$,
намного меньший этого размаха $G$, всё равно затерялся бы в интервале такой
ширины, какой требует $G$. Но для любого уровня $c$
$$\mathbb E\min(X,c)\le\mathbb EX\le\mathbb E\min(X,c)+(G-c)\,\mathbb P(X>c),$$
где у первого члена малый размах $c$, а у вероятности своя верхняя граница,
граница Клоппера–Пирсона.
*/
enum rule { PLAIN, TWO_PHASE, CONSTANT_STEP, RULES };
static const char *const rule_names[] = {"averaged_sgd", "two_phase",
                                         "averaged_constant_step"};
static const double disc = 3;

/* What LANES runs come to: f - f* at the answer. */
static real answer(const struct problem *p, enum rule rule, size_t k,
                   struct pcg_lanes random) {
    enum { N = 2 };
    uint64_t surplus = pcg_surplus(p->components);
    double a2 = p->lipschitz * p->lipschitz, gamma = 3 / a2;
    struct settings first = {.alpha = 1 / (2 * a2), .schedule = schedule_root};
    size_t half = rule == TWO_PHASE ? k / 2 : rule == PLAIN ? k : 0;
    real x[N], g[N], sum[N] = {{0}}, support[N];
    for (size_t j = 0; j < N; j++) x[j] = real_all(p->x_0[j]);
    for (size_t t = 0; t < k; t++) {
        if (t == half)
            for (size_t j = 0; j < N; j++) {
                x[j] = support[j] = half ? sum[j] / (double)half : x[j];
                sum[j] = (real){0};
            }
        double alpha = t < half ? step_size(&first, t) : gamma;
        whole i = pcg_lanes_below(&random, p->components, surplus);
        if (t >= half && rule == TWO_PHASE)
            logistic_plain_expansion(p, support, x, i, g);
        else
            p->component(p, x, i, g);
        for (size_t j = 0; j < N; j++) {
            sum[j] += x[j];
            x[j] -= alpha * g[j];
        }
    }
    double count = (double)(rule == TWO_PHASE ? k - half : k);
    for (size_t j = 0; j < N; j++) sum[j] /= count;
    real length = real_sqrt(real_dot(N, sum, sum));
    real shrink = real_where(length > disc, disc / length, real_all(1));
    for (size_t j = 0; j < N; j++) sum[j] *= shrink;
    return p->value(p, sum, NULL) - p->f_star_low;
}

/* min(X, c) and how often X > c. */
struct sample {
    struct moments capped;
    size_t beyond;
};

static struct sample run_group(const struct problem *p, enum rule rule,
                               size_t k, double c, double range,
                               struct pcg_lanes random) {
    struct sample out = {0};
    real gap = answer(p, rule, k, random);
    double slack = 0x1p-40 * (range + fabs(p->f_star_low));
    for (int l = 0; l < LANES; l++) {
        bool fine =
            isfinite(gap[l]) && gap[l] >= -slack && gap[l] <= range + slack;
        struct moments one = {
            .count = 1, .broken = !fine, .mean = gap[l] > c ? c : gap[l]};
        out.beyond += gap[l] > c;
        out.capped = moments_merged(out.capped, one);
    }
    return out;
}

/* E f - f* of every rule after so many gradients. */
static const size_t budgets[] = {64, 128, 256, 512, 1024, 2048};
/* LIMITS: of one estimate. */
enum { BUDGETS = COUNT(budgets), K_512 = 3, K_2048 = 5, LIMITS = 3 };
struct estimate {
    struct moments capped;
    struct interval limits;
};
struct estimates {
    struct estimate of[RULES][BUDGETS];
};

/* Groups of runs, which threads share by the hundred or so. */
struct groups {
    const struct problem *problem;
    const struct options *options;
    enum rule rule;
    size_t k, count;
    double c, range;
    uint64_t stream;
    struct sample *part;
};
enum { TOGETHER = 128 };

static void run_groups(void *context, size_t i) {
    const struct groups *r = context;
    const struct options *o = r->options;
    for (size_t g = i * TOGETHER; g < r->count && g < (i + 1) * TOGETHER; g++) {
        if (o->interrupted && *o->interrupted) return;
        r->part[g] =
            run_group(r->problem, r->rule, r->k, r->c, r->range,
                      pcg_lanes_of_runs(o->seed, r->stream, g * LANES));
    }
}

static struct estimate measure(struct inquiry *q, const struct problem *p,
                               enum rule rule, size_t k) {
    const struct options *o = q->options;
    double range = logistic_plain_gap_within(p, disc), n = (double)k;
    /* Far above the gaps, which fall like 1/k or slower. */
    double c = smaller(rule == TWO_PHASE ? 64 / n : 8 / sqrt(n), range);
    /* As many as make the range's share of the interval a fixed part of a gap
     * that falls like 1/k. */
    double wanted = rule == TWO_PHASE ? 9 * n : 3072;
    size_t groups = runs_wanted((size_t)wanted, o);
    struct sample *part = allocate(groups, sizeof *part), all = {0};
    uint64_t stream =
        pcg_name(pcg_name(0, "two_phase_newton/"), rule_names[rule]) + k;
    struct groups r = {p, o, rule, k, groups, c, range, stream, part};
    share((groups + TOGETHER - 1) / TOGETHER, run_groups, &r);
    for (size_t g = 0; g < groups; g++) {
        all.capped = moments_merged(all.capped, part[g].capped);
        all.beyond += part[g].beyond;
    }
    free(part);
    if (all.capped.broken) q->trouble = "a gap is outside its certified range";
    struct estimate e = {all.capped,
                         interval_of_mean(&all.capped, c, o->delta)};
    e.limits.upper +=
        (range - c) *
        limits_of_probability(all.beyond, all.capped.count, o->delta).upper;
    return e;
}

static void measure_all(struct inquiry *q, void *made) {
    struct estimates *out = made;
    struct problem *p = logistic_plain();
    q->trouble =
        certify(p, 1 / (2 * p->lipschitz * p->lipschitz), budgets[BUDGETS - 1]);
    if (!q->trouble && !(hypot(p->x_star[0], p->x_star[1]) < disc))
        q->trouble = "x* lies outside the disc";
    for (enum rule rule = PLAIN; rule < RULES; rule++)
        for (size_t i = 0; i < BUDGETS; i++)
            if (!q->trouble && !inquiry_interrupted(q))
                out->of[rule][i] = measure(q, p, rule, budgets[i]);
    inquiry_interrupted(q);
    problem_free(p);
}
static const struct shared measured = {sizeof(struct estimates), measure_all,
                                       NULL};

/* Against a bound that lies between two limits. */
static void hold(struct inquiry *q, const struct estimates *all, enum rule rule,
                 size_t i, enum sign sign, struct interval bound) {
    const struct estimate *e = &all->of[rule][i];
    inquiry_against(q, "logistic_plain", rule_names[rule], budgets[i],
                    &e->capped, e->limits, sign, bound);
}

/* Both curves: each rule's limits against the other's. */
static void against_each_other(struct inquiry *q) {
    const struct estimates *all = inquiry_shared(q);
    for (size_t i = 0; all && i < BUDGETS; i++)
        hold(q, all, TWO_PHASE, i, AT_MOST, all->of[PLAIN][i].limits);
    for (size_t i = 0; all && i < BUDGETS; i++)
        hold(q, all, PLAIN, i, AT_LEAST, all->of[TWO_PHASE][i].limits);
}
CLAIM(two_phase_below_plain, SHARPNESS,
      COMPUTE(against_each_other, .shares = &measured,
              .limits = 2 * LIMITS * BUDGETS),
      "After as many gradients two phases are below plain averaged SGD.",
      "После того же числа градиентов две фазы ниже обычного усреднённого "
      "SGD.");
/**
**Slopes.** The slope of $\log\mathbb E[f-f^*]$ over $\log k$ between two
budgets $k_1<k_2$ is monotone in both means, so limits of these give limits of
it: from the lower limit at $k_2$ and the upper one at $k_1$, and the other way
around. For $k_1=512$ and $k_2=2048$ the interval of the two phases contains
$-1$ and lies below $-0.8$; that of plain averaged SGD lies above $-0.8$.
*/
/**ru 3889075715
**Наклоны.** Наклон $\log\mathbb E[f-f^*]$ как функции $\log k$ между двумя
бюджетами $k_1<k_2$ монотонен по обоим средним, поэтому границы для них дают
границы для него: из нижней границы при $k_2$ и верхней при $k_1$, и наоборот.
При $k_1=512$ и $k_2=2048$ интервал для двух фаз содержит $-1$ и лежит ниже
$-0.8$; интервал для обычного усреднённого SGD лежит выше $-0.8$.
*/
struct slope {
    enum rule rule;
    enum sign sign;
    double limit;
};

static void hold_slope(struct inquiry *q) {
    const struct slope *slope = q->with;
    const struct estimates *all = inquiry_shared(q);
    if (!all) return;
    const struct estimate *early = &all->of[slope->rule][K_512],
                          *late = &all->of[slope->rule][K_2048];
    double way = log((double)budgets[K_2048] / (double)budgets[K_512]);
    struct moments mean = {.count = late->capped.count,
                           .mean = log(late->capped.mean / early->capped.mean) /
                                   way};
    struct interval limits = {
        log(late->limits.lower / early->limits.upper) / way,
        log(late->limits.upper / early->limits.lower) / way};
    inquiry_measured(q, "logistic_plain", rule_names[slope->rule],
                     budgets[K_2048], &mean, limits, slope->sign, slope->limit);
}
CLAIM(slope_two_phase, IDENTITY,
      WITHIN(0.2,
             COMPUTE(hold_slope, &(const struct slope){TWO_PHASE, EQUAL, -1},
                     .limits = 2 * LIMITS, .shares = &measured)),
      "The interval of the two phases' slope contains $-1$, and is within 0.2 "
      "of it.",
      "Интервал для наклона двух фаз содержит $-1$ и отстоит от этого числа "
      "не больше чем на 0,2.");
CLAIM(slope_two_phase_below_minus_0_8, SHARPNESS,
      COMPUTE(hold_slope, &(const struct slope){TWO_PHASE, AT_MOST, -0.8},
              .limits = 2 * LIMITS, .shares = &measured),
      "It lies below $-0.8$.", "Он лежит ниже $-0.8$.");
CLAIM(slope_plain_above_minus_0_8, SHARPNESS,
      COMPUTE(hold_slope, &(const struct slope){PLAIN, AT_LEAST, -0.8},
              .limits = 2 * LIMITS, .shares = &measured),
      "The interval of plain averaged SGD's slope lies above $-0.8$.",
      "Интервал для наклона обычного усреднённого SGD лежит выше $-0.8$.");
CLAIM(slope_two_phase_is_not_minus_1_2, CONTROL,
      COMPUTE(hold_slope, &(const struct slope){TWO_PHASE, EQUAL, -1.2},
              .limits = 2 * LIMITS, .shares = &measured),
      "The slope of the two phases is not $-1.2$.",
      "Наклон двух фаз не равен $-1.2$.");
/**
With more budget plain averaged SGD gets faster too: once $k$ is large against
the inverse of the curvature at $x^*$, it feels that curvature, and its own rate
tends to $1/k$ (Bach 2014). What the Newton step spares is the wait.

## What breaks

**No second half.** Averaged SGD on the logistic regression itself with the
constant step $\gamma$: the average tends to the mean of a stationary
distribution, which is not $x^*$ where $f$ is no quadratic. Its gap stops
falling, so that what would be $1/k$ from its first budget on is beaten.
*/
/**ru 3522958443
С ростом бюджета и обычный усреднённый SGD становится быстрее: как только $k$
велико по сравнению с величиной, обратной кривизне в $x^*$, он чувствует эту
кривизну, и его собственная скорость стремится к $1/k$ (Бах, 2014).
Ньютоновский шаг избавляет от этого ожидания.

## Что ломается {#what-breaks}

**Без второй половины.** Усреднённый SGD на самой логистической регрессии с
постоянным шагом $\gamma$: среднее стремится к среднему стационарного
распределения, а это не $x^*$, если $f$ не квадратична. Его зазор перестаёт
убывать, так что оценка, которая была бы $1/k$ с первого его бюджета,
нарушается.
*/
static void constant_step_alone(struct inquiry *q) {
    const struct estimates *all = inquiry_shared(q);
    for (size_t i = 0; all && i < BUDGETS; i++) {
        double limit = all->of[CONSTANT_STEP][0].limits.upper *
                       (double)budgets[0] / (double)budgets[i];
        hold(q, all, CONSTANT_STEP, i, AT_MOST,
             (struct interval){limit, limit});
    }
}
CLAIM(control_constant_step_alone, CONTROL,
      DROPS(quadratic_components,
            COMPUTE(constant_step_alone, .shares = &measured,
                    .limits = LIMITS * BUDGETS)),
      "Averaged SGD on $f$ with a constant step does not go on like $1/k$.",
      "Зазор усреднённого SGD на $f$ с постоянным шагом не продолжает "
      "убывать как $1/k$.");
/**
**The last iterate.** On two signs with a constant step $\mathbb Ef(x_n)$ has
the floor $\frac{\gamma s^2}{2(2-\gamma\mu)}$, and any bound that falls like
$1/n$ is beaten.
*/
/**ru 2248908619
**Последняя точка.** На двух знаках с постоянным шагом у $\mathbb Ef(x_n)$
шумовой порог $\frac{\gamma s^2}{2(2-\gamma\mu)}$, и любая оценка, убывающая
как $1/n$, нарушается.
*/
CLAIM(control_last_iterate, CONTROL,
      COMPUTE(one_trial,
              &(const struct trial){two_signs, 1, 1000, .last_iterate = true}),
      "The last iterate in place of the average beats the bound.",
      "Последняя точка вместо среднего нарушает оценку.");
/**
**A step that is too long.** On two signs $\gamma\Lambda=4$: the iterates triple
with every step, and the bound's right side for $\gamma\Lambda=1$ is beaten, which
no shorter step can do.
*/
/**ru 1057302583
**Слишком длинный шаг.** На двух знаках $\gamma\Lambda=4$: точки с каждым
шагом утраиваются, и правая часть оценки для $\gamma\Lambda=1$ нарушается,
чего никакой более короткий шаг сделать не может.
*/
CLAIM(control_step_too_long, CONTROL,
      DROPS(short_step,
            COMPUTE(one_trial, &(const struct trial){two_signs, 4, 20,
                                                     .bound_gamma_Lambda = 1})),
      "With $\\gamma\\Lambda=4$ the bound for $\\gamma\\Lambda=1$ is beaten.",
      "При $\\gamma\\Lambda=4$ оценка для $\\gamma\\Lambda=1$ нарушается.");
/**
**The dimension left out.** $\sigma^2$ in (1) is per direction. On ridge
regression with $d=4$ the bound without $d$ is beaten: the noise of four
directions adds up.
*/
/**ru 527539324
**Без размерности.** $\sigma^2$ в (1) относится к каждому направлению. Для
гребневой регрессии с $d=4$ оценка без $d$ нарушается: шум четырёх направлений
складывается.
*/
CLAIM(control_dimension_left_out, CONTROL,
      DROPS(noise_by_curvature,
            COMPUTE(one_trial, &(const struct trial){ridge, 1.0 / 16, 10000,
                                                     .one_direction = true})),
      "Without the factor $d$ the bound is beaten.",
      "Без множителя $d$ оценка нарушается.");

static const struct claim *const claims[] = {
    recursion_3_second_opinion, bound_2, bound_2_longer_step,
    bound_2_vanishing_curvature, line_1_constants, line_2_start_and_noise_apart,
    line_3_start_summed, line_3_start_averaged, line_4_covariance,
    line_5_all_noise, line_6_averaging, sharp_noise, sharp_noise_fails_at_0_95,
    sharp_noise_fails_at_exponent_1_2, sharp_start, sharp_start_fails_at_0_8,
    /* the logistic loss */
    line_7_expansion, line_7_expansion_error, line_8_gap_is_an_integral,
    line_8_newton_error, line_8_newton_error_far, line_8_newton_gap,
    line_8_newton_gap_far, line_9_leverage, line_9_leverage_does_not_see_scale,
    two_phase_below_plain, slope_two_phase, slope_two_phase_below_minus_0_8,
    slope_plain_above_minus_0_8, slope_two_phase_is_not_minus_1_2,
    control_constant_step_alone, control_last_iterate, control_step_too_long,
    control_dimension_left_out};

static const struct drawing drawings[] = {
    {.name = "quadratics",
     .title = {"Least squares: averaged SGD falls like 1/n below its bound",
               "МНК: усреднённый SGD падает как 1/n ниже границы"},
     .x = {"iteration {/:Italic n}", "итерация {/:Italic n}"},
     .y = {"mean gap", "средний зазор"},
     .bounds = true,
     .curves = {{"bound_2", 0, {"γΛ = 1", "γΛ = 1"}},
                {"bound_2", 1, {"γΛ = 1/16", "γΛ = 1/16"}}}},
    {.name = "rates",
     .title =
         {"A Newton step ends below averaged SGD; a constant step stops",
          "Ньютоновский шаг ниже усреднённого SGD; постоянный останавливается"},
     .x = {"stochastic gradients {/:Italic k}",
           "стохастических градиентов {/:Italic k}"},
     .y = {"mean gap", "средний зазор"},
     .curves = {{"two_phase_below_plain",
                 1,
                 {"averaged SGD", "усреднённый SGD"}},
                {"control_constant_step_alone",
                 0,
                 {"constant step", "постоянный шаг"}},
                {"two_phase_below_plain", 0, {"two phases", "две фазы"}}}},
};

static const struct setting plays[] = {
    {rare_curvature, &method_sgd, {.alpha = 0.005}, .steps = 3000},
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 1000},
};

const struct theorem theorem_two_phase_newton = {
    .id = "two_phase_newton",
    .title = {"A Newton step by averaged SGD: 1/k without strong convexity",
              "Ньютоновский шаг усреднённым SGD: 1/k без сильной выпуклости"},
    .source = "Summary",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    PLAYS(plays),
};

/**
## Exercises

@exercise control_last_iterate On two signs, $\mu=s=1$, from $x_0=x^*=0$, take
    the longest step of the theorem, $\gamma\Lambda=1$, here $\gamma=1$. What is
    the law of $x_1,x_2,\dots$? Compute the mean gap at $x_n$ and at $\bar x_n$
    from it, and compare with
    `descent run two_signs sgd --alpha 1 --steps 1000`. :: The step $x\mapsto
    x-(x\pm1)$ forgets $x$, so that $x_1,x_2,\dots$ are independent signs. At
    $x_n$ the gap is $\frac12$ for ever. $\bar x_n$ is the mean of 0 and $n-1$
    independent signs, with the gap $\frac{n-1}{2n^2}$, about 0.0005 for
    $n=1000$. (2) allows $\frac1n$ there: enough for the average, and exceeded
    by a factor of about 500 at the last iterate.
@exercise bound_2_longer_step The theorem asks for $\gamma\Lambda<2$ and for
    $\gamma H\preceq I$. Which lines of the proof need which of the two? Why
    then is `descent verify two_phase_newton/bound_2_longer_step` about rare
    curvature and not about two signs, and what would be left of (9) on two
    signs with $\gamma\mu=1.9$? :: Lines 3, 4 and 5 divide by $2-\gamma\Lambda$
    and need the first; the second is needed by line 6 alone, for brackets
    between 0 and $I$. With $\gamma\Lambda=1.9$ on rare curvature $\gamma
    H=\frac{1.9}{65}$, far below 1, and (2) holds. On two signs $H=\Lambda=\mu$.
    There the bracket is $1-(-0.9)^{n-l}$, at most 1.9, and its square below 4:
    (9) would need a factor of at most 4 more, and the rate $\frac1n$ would
    survive.
@exercise line_9_leverage_does_not_see_scale Replace all features $a_i$ by
    $Ba_i$ with an invertible matrix $B$. What becomes of the minimiser, of
    $H(x^*)$ and of $\rho^2$? Let $B$ multiply one of two features by $2^{-k}$:
    what becomes of the cruder number $a^2/\lambda_{\min}(H(x^*))$? Check with
    `descent verify two_phase_newton/line_9_leverage_does_not_see_scale`. :: The
    minimiser becomes $B^{-\top}x^*$, so that all $\langle a_i,x^*\rangle$ and
    with them the weights $\varphi''$ stay. Hence $H$ becomes $BHB^\top$, and
    $(Ba_i)^\top(BHB^\top)^{-1}Ba_i=a_i^\top H^{-1}a_i$: $\rho^2$ stays at about
    18.06. The least curvature falls like $4^{-k}$, while $a$ is kept up by the
    other feature, so the cruder number grows like $4^k$.
*/
/**ru 984258151
## Упражнения

@exercise control_last_iterate На двух знаках, $\mu=s=1$, из $x_0=x^*=0$
    возьмите самый длинный шаг, допускаемый теоремой: $\gamma\Lambda=1$, здесь
    $\gamma=1$. Как распределены $x_1,x_2,\dots$? Вычислите отсюда средний зазор
    в $x_n$ и в $\bar x_n$ и сравните с
    `descent run two_signs sgd --alpha 1 --steps 1000`. :: Шаг $x\mapsto
    x-(x\pm1)$ забывает $x$, поэтому $x_1,x_2,\dots$ — независимые знаки. В
    точке $x_n$ зазор всегда равен $\frac12$. А $\bar x_n$ — среднее нуля и
    $n-1$ независимых знаков, и зазор там $\frac{n-1}{2n^2}$, около 0,0005 при
    $n=1000$. Оценка (2) допускает $\frac1n$: для среднего этого достаточно, а
    последняя точка превышает её примерно в 500 раз.
@exercise bound_2_longer_step Теорема требует $\gamma\Lambda<2$ и $\gamma
    H\preceq I$. Каким строкам доказательства нужно первое условие, а каким
    второе? Почему же `descent verify two_phase_newton/bound_2_longer_step`
    относится к редкой кривизне, а не к двум знакам, и что осталось бы от (9) на
    двух знаках при $\gamma\mu=1.9$? :: Строки 3, 4 и 5 делят на
    $2-\gamma\Lambda$, им нужно первое условие; второе нужно только строке 6,
    чтобы скобки лежали между 0 и $I$. На редкой кривизне при
    $\gamma\Lambda=1.9$ имеем $\gamma H=\frac{1.9}{65}$, намного меньше 1, и (2)
    выполнено. На двух знаках $H=\Lambda=\mu$. Скобка там равна
    $1-(-0.9)^{n-l}$, она не больше 1,9, а её квадрат меньше 4: в (9)
    понадобился бы лишний множитель не больше 4, а скорость $\frac1n$
    сохранилась бы.
@exercise line_9_leverage_does_not_see_scale Замените все признаки $a_i$ на
    $Ba_i$ с обратимой матрицей $B$. Что станет с точкой минимума, с $H(x^*)$ и
    с $\rho^2$? Пусть $B$ умножает один из двух признаков на $2^{-k}$: что
    станет с более грубым числом $a^2/\lambda_{\min}(H(x^*))$? Проверьте с
    помощью
    `descent verify two_phase_newton/line_9_leverage_does_not_see_scale`. ::
    Точкой минимума станет $B^{-\top}x^*$, так что все $\langle a_i,x^*\rangle$,
    а с ними и веса $\varphi''$ не изменятся. Поэтому $H$ перейдёт в $BHB^\top$,
    и $(Ba_i)^\top(BHB^\top)^{-1}Ba_i=a_i^\top H^{-1}a_i$: величина $\rho^2$
    остаётся около 18,06. Наименьшая кривизна убывает как $4^{-k}$, а $a$ не
    уменьшается благодаря другому признаку, поэтому более грубое число растёт
    как $4^k$.
*/

/**
## References

- F. Bach, E. Moulines, *Non-strongly-convex smooth stochastic approximation
  with convergence rate O(1/n)*, NIPS 2013: theorem 1 is (2) with larger
  constants, section 3 the two phases.
- F. Bach, *Self-concordant analysis for logistic regression*, Electronic
  Journal of Statistics 4 (2010): what takes the place of strong convexity.
- F. Bach, *Adaptivity of averaged stochastic gradient descent to local strong
  convexity for logistic regression*, JMLR 15 (2014).
- B. Polyak, A. Juditsky, *Acceleration of stochastic approximation by
  averaging*, SIAM Journal on Control and Optimization 30 (1992).
*/
/**ru 1041115104
## Литература

- F. Bach, E. Moulines, *Non-strongly-convex smooth stochastic approximation
  with convergence rate O(1/n)*, NIPS 2013: теорема 1 — это (2), но константы
  в ней больше; раздел 3 — две фазы.
- F. Bach, *Self-concordant analysis for logistic regression*, Electronic
  Journal of Statistics 4 (2010): что заменяет сильную выпуклость.
- F. Bach, *Adaptivity of averaged stochastic gradient descent to local strong
  convexity for logistic regression*, JMLR 15 (2014).
- B. Polyak, A. Juditsky, *Acceleration of stochastic approximation by
  averaging*, SIAM Journal on Control and Optimization 30 (1992).
*/
