/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# AdaGrad

The lecture states (slide «Adagrad (Duchi, Hazan, and Singer 2010/Streeter and
MacMahan 2010)»):

> Пусть $g^{(k)} = \nabla f_{i_k}(x^{(k-1)})$, правило обновления для $j = 1,
> \dots, p$:
> $$v_j^{(k)} = v_j^{k-1} + (g_j^{(k)})^2$$
> $$x_j^{(k)} = x_j^{(k-1)} - \alpha \frac{g_j^{(k)}}{\sqrt{v_j^{(k)} + \epsilon}}$$

and makes five notes, each of which is examined below. In words: every
coordinate has a step size of its own,
$$\eta_{t,j}=\frac\alpha{\sqrt{v_{t,j}+\epsilon}},\qquad v_{t,j}=\sum_{s\le t}g_{s,j}^2,$$
the **effective step**. It falls as that coordinate's gradients add up, and
waits while they are zero. What this buys is a theorem of Duchi, Hazan and
Singer (2011, theorem 5). Let convex functions $f_1,f_2,\dots$ come one after
another, chosen by chance or by an adversary, let $g_t$ be a subgradient of
$f_t$ at $x_t$, and let the method project onto a box or run free. Then for
every $x^*$ in the box and every $T$ the **regret** is bounded by
$$\sum_{t=1}^T\bigl(f_t(x_t)-f_t(x^*)\bigr)\le\sum_j\Bigl(\frac{D_\infty^2}{2\alpha}\sqrt{v_{T,j}+\epsilon}
  +\alpha\bigl(\sqrt{v_{T,j}+\epsilon}-\sqrt\epsilon\bigr)\Bigr), \tag{1}$$
where $D_\infty\ge\max_{t\le T}\|x_t-x^*\|_\infty$. With $\epsilon=0$ this is
their $\bigl(\frac{D_\infty^2}{2\alpha}+\alpha\bigr)\sum_j\|g_{1:T,j}\|_2$. For
independent functions with $\mathbb Ef_t=f$ it bounds the average iterate:
$$\mathbb Ef(\bar x_T)-f^*\le\frac1T\,\mathbb E\bigl[\text{right side of (1)}\bigr],\qquad\bar x_T=\frac1T\sum_{t=1}^Tx_t. \tag{2}$$

@figure rare Rare features: the gap at the last iterate, AdaGrad against five
    constant steps and the best decreasing ones; bands are confidence intervals

## What it needs

- Convexity of every $f_t$ for regret; of $f$ for (2). No smoothness.
- An unbiased oracle for (2).
- A bounded path, which a box provides: $D_\infty$ is what is *met on the way*.
- AdaGrad, whose steps never grow.

$\alpha>0$ and $\epsilon\ge0$ may be anything; with $\epsilon=0$, (1) is least
for $\alpha=D_\infty/\sqrt2$. Here iterations count from 1: the start is $x_1$,
not $x_0$.
*/
/**ru 467162836
# AdaGrad

Лекция утверждает (слайд «Adagrad (Duchi, Hazan, and Singer 2010/Streeter and
MacMahan 2010)»):

> Пусть $g^{(k)} = \nabla f_{i_k}(x^{(k-1)})$, правило обновления для $j = 1,
> \dots, p$:
> $$v_j^{(k)} = v_j^{k-1} + (g_j^{(k)})^2$$
> $$x_j^{(k)} = x_j^{(k-1)} - \alpha \frac{g_j^{(k)}}{\sqrt{v_j^{(k)} + \epsilon}}$$

и делает пять замечаний, каждое из которых рассматривается ниже. Словами: у
каждой координаты свой шаг,
$$\eta_{t,j}=\frac\alpha{\sqrt{v_{t,j}+\epsilon}},\qquad v_{t,j}=\sum_{s\le t}g_{s,j}^2,$$
**эффективный шаг**. Он убывает по мере того, как накапливаются градиенты этой
координаты, и не меняется, пока они равны нулю. Что это даёт, говорит теорема
Дучи, Хазана и Сингера (2011, теорема 5). Пусть выпуклые функции $f_1,f_2,\dots$
приходят одна за другой, выбранные случаем или противником, пусть $g_t$ —
субградиент функции $f_t$ в точке $x_t$, и пусть метод проецирует на
параллелепипед (бокс) или ничем не ограничен. Тогда для каждого $x^*$ из бокса и
каждого $T$ **сожаление** ограничено сверху:
$$\sum_{t=1}^T\bigl(f_t(x_t)-f_t(x^*)\bigr)\le\sum_j\Bigl(\frac{D_\infty^2}{2\alpha}\sqrt{v_{T,j}+\epsilon}
  +\alpha\bigl(\sqrt{v_{T,j}+\epsilon}-\sqrt\epsilon\bigr)\Bigr), \tag{1}$$
где $D_\infty\ge\max_{t\le T}\|x_t-x^*\|_\infty$. При $\epsilon=0$ это их
$\bigl(\frac{D_\infty^2}{2\alpha}+\alpha\bigr)\sum_j\|g_{1:T,j}\|_2$. Для
независимых функций с $\mathbb Ef_t=f$ отсюда следует оценка в усреднённой
точке:
$$\mathbb Ef(\bar x_T)-f^*\le\frac1T\,\mathbb E\bigl[\text{правая часть (1)}\bigr],\qquad\bar x_T=\frac1T\sum_{t=1}^Tx_t. \tag{2}$$

@figure rare Редкие признаки: зазор на последней итерации, AdaGrad против пяти
    постоянных шагов и лучших убывающих; полосы — доверительные интервалы

## Что нужно {#what-it-needs}

- Для сожаления — выпуклость каждой $f_t$; для (2) — выпуклость $f$. Гладкость
  не нужна.
- Для (2) — несмещённый оракул.
- Ограниченная траектория, которую обеспечивает бокс: $D_\infty$ — это то, что
  *встретилось по пути*.
- AdaGrad, шаги которого никогда не растут.

$\alpha>0$ и $\epsilon\ge0$ могут быть любыми; при $\epsilon=0$ правая часть (1)
наименьшая для $\alpha=D_\infty/\sqrt2$. Здесь итерации считаются с 1: начальная
точка — $x_1$, а не $x_0$.
*/
#include "../problems/feature_hinge.h"
#include "shared/adversary.h"
#include "shared/premises.h"
#include "shared/race.h"
#include "shared/regret.h"
#include "theorem.h"

static bool is_adagrad(const struct premises *p) {
    return p->method == &method_adagrad;
}
HYPOTHESIS(convex_functions, "f, or every f_t, is convex",
           "f или каждая f_t выпукла", is_convex);
HYPOTHESIS(unbiased_oracle, "E f_t = f", "E f_t = f", is_unbiased);
HYPOTHESIS(bounded_path, "|x_t - x*| <= D_infinity for t <= T",
           "|x_t - x*| <= D_infinity при t <= T", NULL);
HYPOTHESIS(adagrad, "the method is AdaGrad", "метод — AdaGrad", is_adagrad);
static const struct hypothesis *const hypotheses[] = {
    convex_functions, unbiased_oracle, bounded_path, adagrad};

/* The lemma's bound on a sum of g^2 / sqrt(v + eps), from that root. */
static double lemma_bound(double root, double eps) {
    return 2 * (root - sqrt(eps));
}
/* What (1) allows one coordinate. */
static double bound_of(double distance, double alpha, double eps, double v) {
    double root = sqrt(v + eps);
    return distance * distance / (2 * alpha) * root +
           alpha / 2 * lemma_bound(root, eps);
}
/* The alpha for which that is least if D_infinity = 1 and eps = 0. */
static const double best = 1 / M_SQRT2;
/* The right side of (2) for that alpha, where E g_j^2 is the same everywhere. */
static double mean_bound(size_t dim, const double square[], double eps,
                         double T) {
    double sum = 0;
    for (size_t j = 0; j < dim; j++)
        sum += bound_of(1, best, eps, square[j] * T);
    return sum / T;
}
/**
## The rule

The program's method is held against the two lines of the slide, written for one
number at a time. Gradients have random signs and lengths from $10^{-3}$ to
$10^3$; $\epsilon$ is $0$, the lecture's $10^{-6}$, and $1$.
*/
/**ru 1022365314
## Правило

Метод программы сравнивается с двумя строками слайда, записанными для каждого
числа отдельно. Градиенты имеют случайные знаки и длины от $10^{-3}$ до $10^3$;
$\epsilon$ равен $0$, $10^{-6}$, как в лекции, и $1$.
*/
static real random_gradient(struct pcg_lanes *random) {
    real sign =
        real_where(pcg_lanes_unit(random) < 0.5, real_all(-1), real_all(1));
    return sign * real_exp(M_LN10 * (6 * pcg_lanes_unit(random) - 3));
}
static const double epsilons[] = {0, 1e-6, 1};
static const char *const epsilon_ids[] = {
    "adagrad eps = 0", "adagrad eps = 1e-6", "adagrad eps = 1"};
static void moves_as_written(struct inquiry *q) {
    enum { DIM = 3 };
    const struct method *m = q->with;
    for (size_t e = 0; e < COUNT(epsilons); e++) {
        struct settings s = {.alpha = 0.3, .eps = epsilons[e], .gamma = 0.99};
        struct pcg_lanes random = inquiry_lanes(q, e * LANES);
        real x[DIM] = {{0}}, g[DIM], state[DIM] = {{0}};
        double at[DIM][LANES] = {{0}}, v[DIM][LANES] = {{0}}, error = 0;
        for (size_t k = 1; k <= 200; k++) {
            double apart = 0, longest = 0, farthest = 0;
            for (size_t j = 0; j < DIM; j++) g[j] = random_gradient(&random);
            m->step(&s, k - 1, DIM, x, g, state);
            for (size_t n = 0; n < DIM * LANES; n++) {
                size_t j = n / LANES, l = n % LANES;
                v[j][l] = v[j][l] + g[j][l] * g[j][l];
                double step = s.alpha * g[j][l] / sqrt(v[j][l] + s.eps);
                at[j][l] = at[j][l] - step;
                longest = larger(longest, fabs(step));
                farthest = larger(farthest, fabs(at[j][l]));
                apart = larger(apart, fabs(x[j][l] - at[j][l]));
            }
            /* v adds k numbers, a step rounds four times more, its sum once. */
            error += DBL_EPSILON * (((double)k + 4) * longest + farthest);
            if (k % 20 == 0)
                inquiry_exact(q, "random gradients", epsilon_ids[e], k, apart,
                              error, EQUAL, 0);
        }
    }
}
CLAIM(rule_as_written, IDENTITY, COMPUTE(moves_as_written, &method_adagrad),
      "The program's AdaGrad moves as the slide says, for three $\\epsilon$.",
      "AdaGrad программы движется так, как сказано на слайде, при трёх "
      "$\\epsilon$.");
CLAIM(control_rule_of_rmsprop, CONTROL,
      DROPS(adagrad, COMPUTE(moves_as_written, &method_rmsprop)),
      "RMSProp moves so, too.", "RMSProp движется так же.");
/**
The step size is read off the method's own moves: put $x=0$ before a step, and
$-x/g$ after it is $\eta$, with nothing lost by cancellation. It never grows,
and of two coordinates (here: of two runs) the one with more accumulated
gradient has the smaller step.
*/
/**ru 2080120486
Шаг читается по движению самого метода: если перед шагом положить $x=0$, то
после него $-x/g$ равно $\eta$, и ничего не теряется при вычитании. Шаг никогда
не растёт, а из двух координат (здесь: из двух запусков) шаг меньше у той,
которая накопила больше градиентов.
*/
static real effective_step(const struct method *m, const struct settings *s,
                           real g, real *state) {
    real x = {0};
    m->step(s, 0, 1, &x, &g, state);
    return -x / g;
}
/* It suffers at most five roundings, and one more as it is read. */
static const double reading = 6 * DBL_EPSILON / 2;

/* Under random gradients: the largest step so far over the one before it, or
 * over that of another run with less gradient. */
struct steps {
    const struct method *of;
    bool of_others;
};
static void largest_ratio(struct inquiry *q) {
    const struct steps *steps = q->with;
    const struct method *m = steps->of;
    struct settings s = method_settings(m);
    s.beta1 = 0; /* no momentum: a step is its gradient's */
    struct pcg_lanes random = inquiry_lanes(q, 0);
    real state[3] = {{0}}, sum = {0}, before = real_all(INFINITY);
    double most = 0;
    for (size_t k = 1; k <= 1000; k++) {
        real g = random_gradient(&random);
        real eta = effective_step(m, &s, g, state);
        double error = 2 * reading;
        sum += g * g;
        if (!steps->of_others) most = real_largest(most, eta / before);
        before = eta;
        if (k % 100) continue;
        if (steps->of_others) {
            most = 0;
            for (int n = 0; n < LANES * LANES; n++)
                if (sum[n / LANES] > sum[n % LANES])
                    most = larger(most, eta[n / LANES] / eta[n % LANES]);
            error += (double)k * DBL_EPSILON; /* k additions in both sums */
        }
        inquiry_exact(q, "random gradients", m->id, k, most, error, AT_MOST, 1);
    }
}
CLAIM(steps_never_grow, PROOF_LINE,
      COMPUTE(largest_ratio, &(const struct steps){&method_adagrad, false}),
      "No effective step is above the one before: the largest ratio so far.",
      "Никакой эффективный шаг не больше предыдущего: наибольшее из "
      "встретившихся отношений.");
CLAIM(more_gradient_smaller_step, PROOF_LINE,
      COMPUTE(largest_ratio, &(const struct steps){&method_adagrad, true}),
      "The more gradient, the smaller the step: the largest ratio in 16 runs.",
      "Чем больше градиентов, тем меньше шаг: наибольшее отношение в 16 "
      "запусках.");
CLAIM(control_steps_of_rmsprop_never_grow, CONTROL,
      DROPS(adagrad, COMPUTE(largest_ratio,
                             &(const struct steps){&method_rmsprop, false})),
      "RMSProp's steps never grow.", "Шаги RMSProp никогда не растут.");
CLAIM(control_more_gradient_of_rmsprop, CONTROL,
      DROPS(adagrad, COMPUTE(largest_ratio,
                             &(const struct steps){&method_rmsprop, true})),
      "The more gradient, the smaller RMSProp's step.",
      "Чем больше градиентов, тем меньше шаг RMSProp.");
/**
## Rare features

> Шаг обучения для редких информативных признаков убывает медленно.

Let feature $j$ appear in every $P_j$-th example, with gradients $\pm1$. After
$k$ steps it has been seen $k/P_j$ times, and its effective step is exactly
$$\eta_{k,j}=\frac\alpha{\sqrt{k/P_j+\epsilon}}. \tag{3}$$
So all features slow down like $1/\sqrt k$; the rare ones keep longer steps, by
the root of the ratio of the frequencies: $\eta_{k,i}/\eta_{k,j}=\sqrt{P_i/P_j}$
for $\epsilon=0$.
*/
/**ru 2889713416
## Редкие признаки

> Шаг обучения для редких информативных признаков убывает медленно.

Пусть признак $j$ появляется в каждом $P_j$-м примере с градиентами $\pm1$. За
$k$ шагов он встретился $k/P_j$ раз, и его эффективный шаг в точности равен
$$\eta_{k,j}=\frac\alpha{\sqrt{k/P_j+\epsilon}}. \tag{3}$$
Так что шаги для всех признаков убывают как $1/\sqrt k$; для редких они остаются
длиннее, и их отношение равно корню из отношения частот:
$\eta_{k,i}/\eta_{k,j}=\sqrt{P_i/P_j}$ при $\epsilon=0$.
*/
static void rare_steps(struct inquiry *q) {
    static const char *const ids[] = {"every example", "every 4th example",
                                      "every 16th example",
                                      "every 64th example"};
    const double *exponent = q->with; /* of ratios; NULL: it is about (3) */
    struct settings s = {.alpha = 1, .eps = exponent ? 0 : 1e-6};
    double eta = NAN, frequent = NAN;
    for (size_t j = 0, P = 1; j < COUNT(ids); j++, P *= 4) {
        real state = {0};
        for (size_t k = 1, row = P; k <= 4096; k++) {
            real g = real_all(k % P ? 0 : k / P % 2 ? 1 : -1);
            eta = effective_step(&method_adagrad, &s, g, &state)[0];
            if (k < row) continue;
            row *= 2;
            double exact = s.alpha / sqrt((double)(k / P) + s.eps);
            if (!exponent)
                inquiry_exact(q, ids[j], "adagrad", k, eta, 2 * reading * exact,
                              EQUAL, exact);
        }
        if (P == 1) frequent = eta;
        double ratio = eta / frequent, error = 4 * reading * ratio;
        if (exponent && P > 1)
            inquiry_exact(q, ids[j], "adagrad", 4096, ratio, error, EQUAL,
                          pow((double)P, *exponent));
    }
}
CLAIM(steps_of_rare_features, IDENTITY, COMPUTE(rare_steps),
      "Formula (3), for features in every $P$-th example, $\\alpha=1$.",
      "Формула (3) для признаков в каждом $P$-м примере, $\\alpha=1$.");
CLAIM(root_of_frequencies, IDENTITY, COMPUTE(rare_steps, &(const double){0.5}),
      "After 4096 steps: the root of the ratio of the frequencies.",
      "После 4096 шагов: корень из отношения частот…");
CLAIM(control_ratio_of_frequencies, CONTROL,
      COMPUTE(rare_steps, &(const double){1}), "... or the ratio itself.",
      "…или само отношение.");
/**
@figure steps Effective steps of four features; dashed, under them, formula (3)

## Better than SGD on sparse problems

> Может существенно превосходить SGD на разреженных задачах.

Compare (2) with [the convex theorem](convex_constant_step.html). Let an example
show one feature, the $j$-th with probability $p_j$, with gradients $\pm1$, and
let each of $d$ weights start at the distance $D$ from its best value. With the
best $\alpha$ for AdaGrad, and the best step of SGD for $T$ iterations:
$$\text{AdaGrad: }\sqrt2\,D\,\frac{\sum_j\sqrt{p_j}}{\sqrt T},\qquad\text{SGD: }D\,\frac{\sqrt d\,\sqrt{\sum_jp_j}}{\sqrt T}. \tag{4}$$
By the Cauchy-Schwarz inequality $\sum_j\sqrt{p_j}\le\sqrt d\sqrt{\sum_jp_j}$,
with equality for equal $p_j$. If $p_j\propto j^{-2}$, the left sum grows like
$\ln d$ and the right one like $\sqrt d$: it is not zeros in the gradient that
make AdaGrad better but **unequal** frequencies, which no common step suits.

The problem `rare_features` is this case: $d=32$ features, hinge losses, one
label in ten wrong, $0\le x_j\le1$ and $D_\infty=D=1$. Its twin `equal_features`
has the same losses, but every example shows all features with the same weight.
AdaGrad runs with $\alpha=D_\infty/\sqrt2$; SGD with a grid of steps around the
best one, constant and (the lecture's other choice) decreasing like
$\alpha_0/\sqrt{k+1}$. What is measured is the gap at the last iterate, which
the box keeps between 0 and 0.8.
*/
/**ru 1349880794
@figure steps Эффективные шаги для четырёх признаков; штриховые линии под ними —
    формула (3)

## Лучше SGD на разреженных задачах

> Может существенно превосходить SGD на разреженных задачах.

Сравним (2) с [теоремой о выпуклых функциях](convex_constant_step.html). Пусть
пример показывает один признак, $j$-й с вероятностью $p_j$, с градиентами
$\pm1$, и пусть каждый из $d$ весов начинает на расстоянии $D$ от своего лучшего
значения. С лучшим $\alpha$ для AdaGrad и с лучшим шагом SGD для $T$ итераций:
$$\text{AdaGrad: }\sqrt2\,D\,\frac{\sum_j\sqrt{p_j}}{\sqrt T},\qquad\text{SGD: }D\,\frac{\sqrt d\,\sqrt{\sum_jp_j}}{\sqrt T}. \tag{4}$$
По неравенству Коши–Буняковского $\sum_j\sqrt{p_j}\le\sqrt d\sqrt{\sum_jp_j}$, с
равенством при равных $p_j$. Если $p_j\propto j^{-2}$, то левая сумма растёт как
$\ln d$, а правая — как $\sqrt d$: AdaGrad лучше не из-за нулей в градиенте, а
из-за **неравных** частот, для которых никакой общий шаг не годится.

Задача `rare_features` — как раз такой случай: $d=32$ признака, кусочно-линейные
потери (hinge), одна метка из десяти неверна, $0\le x_j\le1$ и $D_\infty=D=1$. В
парной к ней `equal_features` те же потери, но каждый пример показывает все
признаки с одинаковым весом. AdaGrad запускается с $\alpha=D_\infty/\sqrt2$;
SGD — с сеткой шагов около лучшего, постоянных и (второй выбор лекции) убывающих
как $\alpha_0/\sqrt{k+1}$. Измеряется зазор на последней итерации, который бокс
удерживает между 0 и 0,8.
*/
/* (4) for D = 1: AdaGrad's number is (2), and SGD's times root 2 is its limit. */
static void compared(struct inquiry *q) {
    const bool *with_sgd = q->with;
    for (size_t i = 0; i < 2; i++) {
        struct problem *p = i ? equal_features() : rare_features();
        double square[FEATURE_COUNT], roots = 0, sum = 0;
        mean_squares(p, square);
        for (size_t j = 0; j < p->dim; j++) {
            roots += sqrt(square[j]);
            sum += square[j];
        }
        for (size_t T = 1; T <= 1000; T *= 10) {
            double root = sqrt((double)T), adagrads = M_SQRT2 * roots / root,
                   sgds = sqrt((double)p->dim * sum) / root,
                   error = 64 * DBL_EPSILON * adagrads;
            if (*with_sgd)
                inquiry_exact(q, p->id, "adagrad", T, adagrads, error, AT_MOST,
                              M_SQRT2 * sgds);
            else
                inquiry_exact(q, p->id, "adagrad", T,
                              mean_bound(p->dim, square, 0, (double)T), error,
                              EQUAL, adagrads);
        }
        problem_free(p);
    }
}
CLAIM(compared_by_bound, IDENTITY, COMPUTE(compared, &(const bool){false}),
      "AdaGrad's number in (4) is the right side of (2), $\\epsilon=0$.",
      "Число для AdaGrad в (4) — это правая часть (2), $\\epsilon=0$.");
CLAIM(compared_with_sgd, PROOF_LINE, COMPUTE(compared, &(const bool){true}),
      "It is at most $\\sqrt2$ times SGD's, which it is for equal features.",
      "Оно не больше числа для SGD, умноженного на $\\sqrt2$, а при равных "
      "признаках равно ему.");

/* At x = 0 the entry that is not 0 tells the feature, its sign the label. */
static void frequencies(struct inquiry *q) {
    enum { ROUNDS = 1 << 18 };
    struct problem *p = rare_features();
    struct pcg_lanes random = inquiry_lanes(q, 0);
    real x[FEATURE_COUNT] = {{0}}, g[FEATURE_COUNT];
    size_t count[FEATURE_COUNT][2] = {{0}};
    for (size_t round = 0; round < ROUNDS; round++) {
        p->draw(p, x, &random, g);
        for (size_t j = 0; j < FEATURE_COUNT; j++)
            for (int l = 0; l < LANES; l++)
                if (g[j][l] < 0 || g[j][l] > 0) count[j][g[j][l] > 0]++;
    }
    for (size_t wrong = 0; wrong < 2; wrong++)
        for (size_t j = 0; j < FEATURE_COUNT; j++)
            inquiry_share(q, p->id, wrong ? "wrong label" : "right label",
                          j + 1, count[j][wrong], ROUNDS * LANES, EQUAL,
                          p->weight(p, x, whole_all(2 * j + wrong))[0]);
    problem_free(p);
}
CLAIM(rare_features_as_often_as_they_should, IDENTITY,
      WITHIN(0.8, COMPUTE(frequencies, .limits = 128)),
      "Feature $k$ is drawn with $p_k$ (of the rarest, drawn some 400 times, "
      "that "
      "is known to within 0.8 of itself).",
      "Признак $k$ выбирается с вероятностью $p_k$ (для самого редкого, "
      "выбранного около 400 раз, она известна с точностью до 0,8 её самой).");

enum { FEW = 12288, MANY = 16384, MOST = 49152 }; /* runs */
static const struct entrant fixed[] = {
    {"adagrad", &method_adagrad, 1 / M_SQRT2, MANY, NULL},
    {"sgd 0.05", &method_sgd, 0.05, FEW, NULL},
    {"sgd 0.1", &method_sgd, 0.1, FEW, NULL},
    {"sgd 0.2", &method_sgd, 0.2, FEW, NULL},
    {"sgd 0.4", &method_sgd, 0.4, FEW, NULL},
    {"sgd 0.8", &method_sgd, 0.8, FEW, NULL},
    {0}};
static const struct race rare_fixed = {rare_features, 30, 1000, 1.5, fixed};
CLAIM(rare_features_ahead_of_constant_steps, SHARPNESS,
      COMPUTE(race_won, &rare_fixed, .limits = 2 * 6 * 16),
      "AdaGrad leads SGD with constant steps, by a factor of 1.5 at $k=1000$.",
      "AdaGrad опережает SGD с постоянными шагами, при $k=1000$ — в 1,5 раза.");
static const struct entrant root[] = {
    {"adagrad", &method_adagrad, 1 / M_SQRT2, MANY, NULL},
    {"sgd 1/root k", &method_sgd, 1, FEW, schedule_root},
    {"sgd 2/root k", &method_sgd, 2, FEW, schedule_root},
    {"sgd 4/root k", &method_sgd, 4, FEW, schedule_root},
    {"sgd 8/root k", &method_sgd, 8, FEW, schedule_root},
    {0}};
static const struct race rare_root = {rare_features, 100, 1000, 1.25, root};
CLAIM(
    rare_features_ahead_of_decreasing_steps, SHARPNESS,
    COMPUTE(race_won, &rare_root, .limits = 2 * 5 * 16),
    "AdaGrad leads SGD with $\\alpha_0/\\sqrt{k+1}$, in the end by 1.25.",
    "AdaGrad опережает SGD с $\\alpha_0/\\sqrt{k+1}$, в конце — в 1,25 раза.");
/**
### Equal features

With equal features AdaGrad has nothing to adapt. All $|g_{t,j}|$ are equal to
one number $G$, so that $v_{t,j}=G^2t$, and without $\epsilon$ AdaGrad *is* SGD
with the steps $\frac{\alpha/G}{\sqrt{t}}$, on every path. A constant step
chosen for the horizon does better than these.
*/
/**ru 1378700307
### Равные признаки

При равных признаках AdaGrad не к чему приспосабливаться. Все $|g_{t,j}|$ равны
одному числу $G$, так что $v_{t,j}=G^2t$, и без $\epsilon$ AdaGrad — это *и
есть* SGD с шагами $\frac{\alpha/G}{\sqrt{t}}$, на каждой траектории. Постоянный
шаг, выбранный под заданное число итераций, лучше таких шагов.
*/
/* Without eps on equal features, where G = 1/32, so that v is exact; with it on
 * rare ones, where a feature not seen yet would divide 0 by 0. */
static void same_path(struct inquiry *q) {
    const double *eps = q->with;
    struct problem *p = *eps > 0 ? rare_features() : equal_features();
    struct settings adaptive = {.alpha = best, .eps = *eps}, falling = adaptive;
    falling.schedule = schedule_root;
    if (*eps == 0) falling.alpha *= 32;
    struct trajectory a = trajectory_new(p, &method_adagrad, &adaptive),
                      b = trajectory_new(p, &method_sgd, &falling);
    struct pcg_lanes one = inquiry_lanes(q, 0), other = one;
    uint64_t surplus = pcg_surplus(p->components);
    double apart = 0;
    while (a.k < 1000) {
        trajectory_draw(&a, &one, surplus);
        trajectory_draw(&b, &other, surplus);
        for (size_t j = 0; j < p->dim; j++)
            apart = real_largest(apart, real_abs(a.x[j] - b.x[j]));
        /* Both round a step of at most alpha four times, and a sum once. */
        double error = (double)a.k * DBL_EPSILON * (4 * best + 1);
        if (a.k % 100 == 0)
            inquiry_exact(q, p->id, "adagrad", a.k, apart, error, EQUAL, 0);
    }
    trajectory_free(&a);
    trajectory_free(&b);
    problem_free(p);
}
CLAIM(equal_features_same_as_sgd, IDENTITY, COMPUTE(same_path, &epsilons[0]),
      "On equal features AdaGrad is SGD: the largest distance in 16 runs.",
      "При равных признаках AdaGrad — это SGD: наибольшее расстояние в 16 "
      "запусках.");
CLAIM(control_rare_features_same_as_sgd, CONTROL,
      COMPUTE(same_path, &epsilons[1]), "On rare features it is, too.",
      "При редких признаках — тоже.");
static const struct entrant one[] = {
    {"sgd 1", &method_sgd, 1, MOST, NULL},
    {"adagrad", &method_adagrad, 1 / M_SQRT2, MOST, NULL},
    {0}};
static const struct race equal_one = {equal_features, 100, 100, 1.25, one};
CLAIM(equal_features_sgd_ahead, SHARPNESS,
      COMPUTE(race_won, &equal_one, .limits = 4),
      "SGD with the constant step 1 leads, at $k=100$ by a factor of 1.25.",
      "SGD с постоянным шагом 1 впереди, при $k=100$ — в 1,25 раза.");
static const struct entrant longer[] = {
    {"adagrad", &method_adagrad, 1 / M_SQRT2, MANY, NULL},
    {"sgd 0.5", &method_sgd, 0.5, MANY, NULL},
    {"sgd 1", &method_sgd, 1, MANY, NULL},
    {"sgd 2", &method_sgd, 2, MANY, NULL},
    {"sgd 4", &method_sgd, 4, MANY, NULL},
    {"sgd 8", &method_sgd, 8, MANY, NULL},
    {0}};
static const struct race equal_fixed = {equal_features, 10, 100, 1.5, longer};
CLAIM(
    control_equal_features_ahead_of_constant_steps, CONTROL,
    SOMEWHERE(COMPUTE(race_won, &equal_fixed, .limits = 2 * 6 * 16)),
    "AdaGrad leads SGD with all of these constant steps, by a factor of 1.5 at "
    "$k=100$: not with the step 1.",
    "AdaGrad опережает SGD со всеми этими постоянными шагами, при $k=100$ — в "
    "1,5 раза: но не с шагом 1.");
/**
@figure equal Equal features: the same comparison

## The regret bound, line by line

Each line is checked at every step of 64 runs of 1000 steps on seven problems:
the two above, whose box gives $D_\infty=1$, and five without a box, where
$D_\infty$ is the largest distance that the path has met so far. Shown is where
the line is nearest to failing, in the steps to 10, to 100, and to 1000.
*/
/**ru 2344963705
@figure equal Равные признаки: то же сравнение

## Оценка сожаления строка за строкой

Каждая строка проверяется на каждом шаге 64 запусков по 1000 шагов на семи
задачах: двух указанных выше, где бокс даёт $D_\infty=1$, и пяти без бокса, где
$D_\infty$ — наибольшее расстояние, уже встретившееся на траектории. Показано,
где строка ближе всего к нарушению, на шагах до 10, до 100 и до 1000.
*/
static void on_paths(struct inquiry *q) {
    static const double eps = 1e-6;
    check_along_paths(q, q->with, rare_features(), best, eps);
    check_along_paths(q, q->with, equal_features(), best, eps);
    check_along_paths(q, q->with, absolute_value(), 1, eps); /* at 0 at once */
    check_along_paths(q, q->with, max_norm(), 0.5, eps);
    check_along_paths(q, q->with, hinge_loss(), 0.5, eps);
    check_along_paths(q, q->with, absolute_deviations(), 0.5, eps);
    check_along_paths(q, q->with, ridge(), 0.5, eps);
}
/**
**Line 1, one step of one coordinate.** A projection does not lead away from a
point of the box, so $(x_{t+1}-x^*)^2\le(x_t-\eta_tg_t-x^*)^2$, and
$$2\eta_t\,g_t(x_t-x^*)\le(x_t-x^*)^2-(x_{t+1}-x^*)^2+\eta_t^2g_t^2. \tag{5}$$
Without projection it is an equality.
*/
/**ru 3080761607
**Строка 1, один шаг одной координаты.** Проекция не удаляет от точки бокса,
поэтому $(x_{t+1}-x^*)^2\le(x_t-\eta_tg_t-x^*)^2$ и
$$2\eta_t\,g_t(x_t-x^*)\le(x_t-x^*)^2-(x_{t+1}-x^*)^2+\eta_t^2g_t^2. \tag{5}$$
Без проекции это равенство.
*/
static struct relation one_step(const struct path *w,
                                const struct coordinate *c) {
    (void)w;
    real left = 2 * c->eta * c->g * c->off,
         right = c->off * c->off - c->next_off * c->next_off +
                 c->eta * c->eta * c->g * c->g;
    return at_most(left, right, c->length * c->length);
}
static const struct line line_5 = {.each = one_step};
CLAIM(line_5_one_step, PROOF_LINE, COMPUTE(on_paths, &line_5),
      "Inequality (5) in every coordinate.",
      "Неравенство (5) в каждой координате.");
/**
**Line 2, a telescope with weights.** Divide by $2\eta_t$ and sum. As $1/\eta_t$
never falls, with $1/\eta_0:=0$,
$$\sum_{t\le T}\frac{(x_t-x^*)^2-(x_{t+1}-x^*)^2}{2\eta_t}\le\sum_{t\le T}\Bigl(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Bigr)(x_t-x^*)^2
  \le\frac{D_\infty^2}{2\eta_T}. \tag{6}$$
Here is the one use of monotone steps, and of $D_\infty$. A first step that
leads from the distance $D_\infty$ to $x^*$ makes it an equality at $T=1$, and
on $|x|$ it does, but for $\epsilon$.
*/
/**ru 1781179039
**Строка 2, телескопическая сумма с весами.** Разделим на $2\eta_t$ и
просуммируем. Так как $1/\eta_t$ никогда не убывает, то, полагая $1/\eta_0:=0$,
$$\sum_{t\le T}\frac{(x_t-x^*)^2-(x_{t+1}-x^*)^2}{2\eta_t}\le\sum_{t\le T}\Bigl(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Bigr)(x_t-x^*)^2
  \le\frac{D_\infty^2}{2\eta_T}. \tag{6}$$
Это единственное место, где нужны монотонность шагов и $D_\infty$. Если первый
шаг ведёт с расстояния $D_\infty$ прямо в $x^*$, то при $T=1$ это равенство, и
на $|x|$ так и есть, если не считать $\epsilon$.
*/
static struct relation telescope(const struct path *w,
                                 const struct coordinate *c) {
    (void)w;
    return at_most(c->telescope, c->weighted, c->telescope_size + c->weighted);
}
static struct relation weights(const struct path *w,
                               const struct coordinate *c) {
    real right = w->distance * w->distance / (2 * c->eta);
    return at_most(c->weighted, right, c->telescope_size + right);
}
static const struct line line_6 = {.each = telescope},
                         line_6_right = {.each = weights};
CLAIM(line_6_telescope, PROOF_LINE, COMPUTE(on_paths, &line_6),
      "Inequality (6), left, in every coordinate.",
      "Неравенство (6), слева, в каждой координате.");
CLAIM(line_6_distances, PROOF_LINE, COMPUTE(on_paths, &line_6_right),
      "Inequality (6), right, in every coordinate.",
      "Неравенство (6), справа, в каждой координате.");
/**
**Line 3, the lemma.** $a\le2\sqrt{s+a}\,(\sqrt{s+a}-\sqrt s)$ for $s,a\ge0$,
because $\sqrt{s+a}+\sqrt s\le2\sqrt{s+a}$. With $s=v_{t-1}+\epsilon$ and
$a=g_t^2$ the differences telescope:
$$\sum_{t\le T}\frac{g_t^2}{\sqrt{v_t+\epsilon}}\le2\bigl(\sqrt{v_T+\epsilon}-\sqrt\epsilon\bigr). \tag{7}$$
*/
/**ru 2032288556
**Строка 3, лемма.** $a\le2\sqrt{s+a}\,(\sqrt{s+a}-\sqrt s)$ при $s,a\ge0$,
потому что $\sqrt{s+a}+\sqrt s\le2\sqrt{s+a}$. При $s=v_{t-1}+\epsilon$ и
$a=g_t^2$ разности складываются в телескопическую сумму:
$$\sum_{t\le T}\frac{g_t^2}{\sqrt{v_t+\epsilon}}\le2\bigl(\sqrt{v_T+\epsilon}-\sqrt\epsilon\bigr). \tag{7}$$
*/
static struct relation lemma(const struct path *w, const struct coordinate *c) {
    real right;
    for (int l = 0; l < LANES; l++) right[l] = lemma_bound(c->root[l], w->eps);
    return at_most(c->squares, right, c->squares + 2 * c->root);
}
static const struct line line_7 = {.each = lemma};
/* For constant gradients 1, read off the method's own steps: the sum against the
 * lemma, or so many times the right side of that. */
struct ones {
    double eps, times;
};
static void lemma_sums(struct inquiry *q) {
    const struct ones *ones = q->with;
    struct settings s = {.alpha = 1, .eps = ones->eps};
    real state = {0};
    double sum = 0;
    for (size_t k = 1, row = 10; k <= 100000; k++) {
        sum += effective_step(&method_adagrad, &s, real_all(1), &state)[0];
        if (k < row) continue;
        row *= 10;
        /* k terms of relative error 6 ulp/2, k additions */
        double error = ((double)k + 6) * DBL_EPSILON * sum;
        double bound = lemma_bound(sqrt((double)k + s.eps), s.eps);
        inquiry_exact(q, "constant gradients", "adagrad", k, sum, error,
                      AT_MOST, ones->times * bound);
    }
}
CLAIM(line_7_lemma, PROOF_LINE, LOOSE(0.98, COMPUTE(on_paths, &line_7)),
      "Inequality (7) in every coordinate, in 1000 steps.",
      "Неравенство (7) в каждой координате, за 1000 шагов.");
CLAIM(
    line_7_constant_gradients, PROOF_LINE,
    COMPUTE(lemma_sums, &(const struct ones){0, 1}),
    "Inequality (7) for constant gradients and $\\epsilon=0$ in $10^5$ steps.",
    "Неравенство (7) для постоянных градиентов и $\\epsilon=0$ за $10^5$ "
    "шагов.");
CLAIM(line_7_large_eps, PROOF_LINE,
      COMPUTE(lemma_sums, &(const struct ones){1e6, 1}),
      "The same for $\\epsilon=10^6$.", "То же при $\\epsilon=10^6$.");
/**
**Line 4, all coordinates.** (5) over $2\eta_t$, summed, with (6) and half of
$\alpha$ times (7), and then summed over $j$:
$$\sum_{t\le T}\langle g_t,x_t-x^*\rangle\le\sum_j\Bigl(\frac{D_\infty^2}{2\alpha}\sqrt{v_{T,j}+\epsilon}
  +\alpha\bigl(\sqrt{v_{T,j}+\epsilon}-\sqrt\epsilon\bigr)\Bigr). \tag{8}$$
Random examples stay well below it, [an
adversary](#an-adversary-who-attains-it) does not.
*/
/**ru 3736813791
**Строка 4, все координаты.** Неравенство (5), делённое на $2\eta_t$ и
просуммированное, вместе с (6) и (7), умноженным на половину $\alpha$, после
суммирования по $j$ даёт
$$\sum_{t\le T}\langle g_t,x_t-x^*\rangle\le\sum_j\Bigl(\frac{D_\infty^2}{2\alpha}\sqrt{v_{T,j}+\epsilon}
  +\alpha\bigl(\sqrt{v_{T,j}+\epsilon}-\sqrt\epsilon\bigr)\Bigr). \tag{8}$$
Случайные примеры остаются заметно ниже этой границы,
[противник](#an-adversary-who-attains-it) — нет.
*/
static struct relation all_coordinates(const struct path *w) {
    struct relation r = {.sign = AT_MOST};
    for (size_t j = 0; j < w->dim; j++) {
        const struct coordinate *c = &w->c[j];
        for (int l = 0; l < LANES; l++)
            r.right[l] += bound_of(w->distance[l], w->alpha, w->eps, c->v[l]);
        r.left += c->inner;
        /* What rounds in a step of (5) is divided by 2 eta. */
        r.magnitude += c->inner_size + c->telescope_size;
    }
    r.magnitude += r.right + w->alpha * sqrt(w->eps) * (double)w->dim;
    return r;
}
static const struct line line_8 = {.all = all_coordinates};
CLAIM(line_8_regret, PROOF_LINE, LOOSE(0.696, COMPUTE(on_paths, &line_8)),
      "Inequality (8), the bound on linearised regret.",
      "Неравенство (8), оценка линеаризованного сожаления.");
/**
**Line 5, convexity.** $f_t(x_t)-f_t(x^*)\le\langle g_t,x_t-x^*\rangle$, which
gives (1) $\blacksquare$. For (2) take the mean given $x_t$: the oracle is
unbiased, and what is needed and checked is
$$f(x_t)-f^*\le\langle\nabla f(x_t),x_t-x^*\rangle. \tag{9}$$
*/
/**ru 2567070579
**Строка 5, выпуклость.** $f_t(x_t)-f_t(x^*)\le\langle g_t,x_t-x^*\rangle$, что
даёт (1) $\blacksquare$ Для (2) возьмём математическое ожидание при заданном
$x_t$: оракул несмещённый, и нужно (и проверяется) следующее:
$$f(x_t)-f^*\le\langle\nabla f(x_t),x_t-x^*\rangle. \tag{9}$$
*/
static struct relation convexity(const struct path *w) {
    struct relation r = {AT_MOST, .left = w->f - w->f_star,
                         .magnitude = real_abs(w->f) + real_abs(w->f_star)};
    for (size_t j = 0; j < w->dim; j++) {
        const struct coordinate *c = &w->c[j];
        real longest = real_abs(c->x) + real_abs(c->star);
        r.right += c->slope * c->off;
        r.magnitude += real_abs(c->slope) * longest;
    }
    return r;
}
static const struct line line_9 = {.all = convexity};
CLAIM(line_9_convexity, PROOF_LINE, COMPUTE(on_paths, &line_9),
      "Inequality (9).", "Неравенство (9).");
/**
**Line 6, the average.** By Jensen's inequality
$$f(\bar x_T)\le\frac1T\sum_{t\le T}f(x_t). \tag{10}$$
Expectations of (10), (9) and (8) in a row are (2).
*/
/**ru 4181213955
**Строка 6, среднее.** По неравенству Йенсена
$$f(\bar x_T)\le\frac1T\sum_{t\le T}f(x_t). \tag{10}$$
Математические ожидания (10), (9) и (8), взятые подряд, дают (2).
*/
static struct relation average(const struct path *w) {
    real f = w->problem->value(w->problem, w->mean, w->scratch),
         values = w->f_sum / (double)w->T,
         size = real_abs(f) + real_abs(values);
    /* How f answers to roundings of the mean. */
    for (size_t j = 0; j < w->dim; j++)
        size += real_abs(w->scratch[j] * w->mean[j]);
    return at_most(f, values, size);
}
static const struct line line_10 = {.all = average};
CLAIM(line_10_average, PROOF_LINE, COMPUTE(on_paths, &line_10),
      "Inequality (10).", "Неравенство (10).");
/**
### In expectation

The bound (2) on the two problems with a box. A feature's gradient is $\pm G$
with the probability $p_j$, whatever $x_t$ is; so $\mathbb Ev_{T,j}=G^2p_jT$,
and $\mathbb E\sqrt{v+\epsilon}\le\sqrt{\mathbb Ev+\epsilon}$.
*/
/**ru 1072048057
### В среднем

Оценка (2) на двух задачах с боксом. Градиент признака равен $\pm G$ с
вероятностью $p_j$, каково бы ни было $x_t$; поэтому $\mathbb Ev_{T,j}=G^2p_jT$
и $\mathbb E\sqrt{v+\epsilon}\le\sqrt{\mathbb Ev+\epsilon}$.
*/
static void expected_gaps(struct inquiry *q) {
    size_t k[CHECKPOINTS_MAX], count = checkpoints_between(1, 316, 8, k);
    struct moments gap[CHECKPOINTS_MAX];
    struct interval limits[CHECKPOINTS_MAX];
    struct settings s = {.alpha = best, .eps = 1e-6};
    bool fine = true;
    for (uint64_t i = 0; i < 2 && fine; i++) {
        struct problem *p = i == 0 ? rare_features() : equal_features();
        struct measurement m = {.problem = p,
                                .method = &method_adagrad,
                                .settings = s,
                                .runs = 4096,
                                .average = true,
                                .stream = i,
                                .checkpoints = k,
                                .count = count};
        double square[FEATURE_COUNT];
        mean_squares(p, square);
        fine = inquiry_assumes(q, p, m.method, &s, k[count - 1]) &&
               inquiry_gaps(q, &m, gap, limits);
        for (size_t c = 0; c < count && fine; c++) {
            inquiry_measured(q, p->id, "adagrad", k[c], &gap[c], limits[c],
                             AT_MOST,
                             mean_bound(p->dim, square, s.eps, (double)k[c]));
        }
        problem_free(p);
    }
}
CLAIM(bound_expected_gap, BOUND,
      COMPUTE(expected_gaps, .limits = 2 * 2 * 21, .average = true),
      "The bound (2) on the average iterate.",
      "Граница (2) в усреднённой точке.");
/**
@figure ratio The average iterate's expected gap over (2): random examples are
    no adversaries

## An adversary who attains it

The constants of (1) are the best possible, for every $\alpha$. Let one number
$x\in[0,D]$ play against linear functions $f_t(x)=g_tx$ with $g_t=\pm1$, and
start at $D$. The adversary has two phases.

1. *Hover.* She keeps $x$ near $D$: up ($g=-1$) whenever that step would stay
   inside, else down. Each step pays for itself, as the last term of (5): in all
   $\sum\frac{\eta_t}2\approx\alpha\sqrt T$, the second term of (1).
2. *Descend.* As soon as the steps that remain just suffice to reach 0, she
   answers $g=1$ to the end. That lasts about $\frac D\alpha\sqrt T$ steps at a
   mean distance of $\frac D2$: $\frac{D^2}{2\alpha}\sqrt T$, the first term.

Against $x^*=0$ the regret is $\sum_tg_tx_t$, and its ratio to (1) tends to 1,
since hovering leaves a distance of at most $\eta_t$ to $D$: a loss of order
$\ln T$ against $\sqrt T$. The program's AdaGrad moves $x$, with $\epsilon=0$.
*/
/**ru 1387610929
@figure ratio Отношение среднего зазора в усреднённой точке к границе (2):
    случайные примеры — не противники

## Противник, который достигает границы {#an-adversary-who-attains-it}

Константы в (1) — наилучшие возможные, при каждом $\alpha$. Пусть одно число
$x\in[0,D]$ играет против линейных функций $f_t(x)=g_tx$ с $g_t=\pm1$ и начинает
из $D$. Игра противника состоит из двух фаз.

1. *Удержание.* Он держит $x$ вблизи $D$: вверх ($g=-1$) всякий раз, когда такой
   шаг не вывел бы наружу, иначе вниз. Каждый шаг платит за себя последним
   членом в (5): в сумме $\sum\frac{\eta_t}2\approx\alpha\sqrt T$, второй член в
   (1).
2. *Спуск.* Как только оставшихся шагов едва хватает, чтобы дойти до 0, он до
   конца отвечает $g=1$. Это длится около $\frac D\alpha\sqrt T$ шагов при
   среднем расстоянии $\frac D2$: $\frac{D^2}{2\alpha}\sqrt T$, первый член.

По отношению к $x^*=0$ сожаление равно $\sum_tg_tx_t$, и его отношение к правой
части (1) стремится к 1, так как при удержании расстояние до $D$ не больше
$\eta_t$: это потеря порядка $\ln T$ по сравнению с $\sqrt T$. Точку $x$ двигает
AdaGrad программы, с $\epsilon=0$.
*/
/* How she plays, and what is claimed of her regret. */
struct play {
    const char *problem;
    size_t first; /* T; then ten times as much, and so on */
    double start; /* x_1, and what is taken for D_infinity = D = 1 */
    enum sign sign;
    double factor; /* of (1) */
    bool every;    /* for every alpha below, not for the best one only */
    bool unboxed;  /* without the box */
    double eps;
};
static const double ratios_to_best[] = {0.1, 0.25, 1, 4, 10};
static const char *const ratio_ids[] = {"adagrad 0.1 best", "adagrad 0.25 best",
                                        "adagrad best", "adagrad 4 best",
                                        "adagrad 10 best"};
enum { LONGEST = 100000 };
static void regrets(struct inquiry *q) {
    const struct play *play = q->with;
    for (size_t i = 0; i < COUNT(ratio_ids); i++) {
        double c = ratios_to_best[i], alpha = c * best;
        struct duel duel = {&method_adagrad,
                            {.alpha = alpha, .eps = play->eps},
                            play->start,
                            !play->unboxed};
        /* Ten times longer for the best one, to come that near to (1). */
        size_t last = play->unboxed ? LONGEST / 10
                      : c == 1      ? 10 * LONGEST
                                    : LONGEST;
        for (size_t T = play->first; T <= last; T *= 10) {
            double bound = bound_of(play->start, alpha, play->eps, (double)T);
            if (c != 1 && !play->every) continue;
            struct regret r = adversary_regret(&duel, T);
            inquiry_exact(q, play->problem, ratio_ids[i], T, r.sum, r.error,
                          play->sign, play->factor * bound);
        }
    }
}
static const struct play adversary = {.problem = "adversary",
                                      .first = 10,
                                      .start = 1,
                                      .sign = AT_MOST,
                                      .factor = 1,
                                      .every = true},
                         with_eps = {.problem = "adversary, eps = 10^6",
                                     .first = LONGEST,
                                     .start = 1,
                                     .sign = AT_MOST,
                                     .factor = 1,
                                     .eps = 1e6},
                         attains = {.problem = "adversary",
                                    .first = LONGEST,
                                    .start = 1,
                                    .sign = AT_LEAST,
                                    .factor = 0.95,
                                    .every = true},
                         beats = {.problem = "adversary",
                                  .first = LONGEST,
                                  .start = 1,
                                  .sign = AT_MOST,
                                  .factor = 0.95};
CLAIM(bound_adversary, BOUND, COMPUTE(regrets, &adversary),
      "Her regret is at most (1), for $\\alpha$ from a tenth of the best one.",
      "Сожаление против него не больше (1), для $\\alpha$ от десятой доли "
      "лучшего.");
CLAIM(bound_adversary_with_eps, BOUND, COMPUTE(regrets, &with_eps),
      "The same for $\\epsilon=10^6$ and the best $\\alpha$.",
      "То же при $\\epsilon=10^6$ и лучшем $\\alpha$.");
CLAIM(sharp_adversary, SHARPNESS, COMPUTE(regrets, &attains),
      "After $10^5$ steps it is at least 0.95 of (1), for each $\\alpha$.",
      "После $10^5$ шагов оно не меньше 0,95 от (1), при каждом $\\alpha$.");
CLAIM(control_bound_at_0_95, CONTROL, COMPUTE(regrets, &beats),
      "0.95 of the bound (1) is beaten at the best $\\alpha$.",
      "0,95 границы (1) нарушается при лучшем $\\alpha$.");
/**
@figure adversary The adversary's regret for three steps $\alpha$, where
    $\alpha^*$ is the best one; the bounds, dashed, are met

Constant gradients attain the lemma's 2, as $\sum_{t\le T}t^{-1/2}\ge2\sqrt T-2$
(line 3 above). With 1.9 in its place it is false:
*/
/**ru 2310167014
@figure adversary Сожаление против этого противника при трёх шагах $\alpha$, где
    $\alpha^*$ — лучший из них; границы (штриховые линии) достигаются

На постоянных градиентах достигается двойка из леммы, так как
$\sum_{t\le T}t^{-1/2}\ge2\sqrt T-2$ (строка 3 выше). С 1,9 на её месте лемма
неверна:
*/
CLAIM(control_lemma_at_1_9, CONTROL,
      COMPUTE(lemma_sums, &(const struct ones){0, 0.95}),
      "(7) with 1.9 in place of 2, for constant gradients.",
      "(7) с 1,9 вместо 2, для постоянных градиентов.");
/**
## The step size does need a choice

> AdaGrad не требует настройки шага обучения: $\alpha > 0$ — фиксированная
> константа, и скорость обучения естественно уменьшается по итерациям.

Three things are true. By (1) the regret is $\mathcal O(\sqrt T)$ for **every**
$\alpha$, without any schedule. The best $\alpha=D_\infty/\sqrt2$ depends
neither on $T$ nor on how often a feature appears; so the method, in its
authors' words, "significantly simplifies setting a learning rate". Nor does it
depend on the scale of the gradients: multiply one coordinate of all of them by
a constant, and without $\epsilon$ nothing changes; not one bit by powers of 2.
*/
/**ru 1709013164
## Шаг всё же нужно выбирать

> AdaGrad не требует настройки шага обучения: $\alpha > 0$ — фиксированная
> константа, и скорость обучения естественно уменьшается по итерациям.

Три вещи верны. Согласно (1), сожаление есть $\mathcal O(\sqrt T)$ при
**каждом** $\alpha$, без всякого расписания шагов. Лучшее
$\alpha=D_\infty/\sqrt2$ не зависит ни от $T$, ни от того, как часто появляется
признак; так что метод, по словам его авторов, «значительно упрощает выбор
шага». Не зависит оно и от масштаба градиентов: если одну и ту же координату
всех градиентов умножить на константу, то без $\epsilon$ ничего не изменится, а
при умножении на степени 2 — ни в одном бите.
*/
static void scaled_path(struct inquiry *q) {
    enum { DIM = 3 };
    static const double scale[DIM] = {1, 0x1p20, 0x1p-20};
    const struct method *m = q->with;
    struct settings s = {.alpha = 0.1};
    struct pcg_lanes random = inquiry_lanes(q, 0);
    real x[DIM] = {{0}}, y[DIM] = {{0}}, g[DIM], scaled[DIM],
         state[DIM] = {{0}}, other[DIM] = {{0}};
    double apart = 0;
    for (size_t k = 1; k <= 1000; k++) {
        for (size_t j = 0; j < DIM; j++) {
            g[j] = random_gradient(&random);
            scaled[j] = scale[j] * g[j];
        }
        m->step(&s, k - 1, DIM, x, g, state);
        m->step(&s, k - 1, DIM, y, scaled, other);
        for (size_t j = 0; j < DIM; j++)
            apart = real_largest(apart, real_abs(x[j] - y[j]));
        if (k % 100 == 0)
            inquiry_exact(q, "random gradients", m->id, k, apart, 0, EQUAL, 0);
    }
}
CLAIM(scale_does_not_matter, IDENTITY, COMPUTE(scaled_path, &method_adagrad),
      "The same path, bit by bit, when gradients are scaled by $2^{\\pm20}$.",
      "Та же траектория, бит в бит, когда градиенты умножены на $2^{\\pm20}$.");
CLAIM(control_scale_of_sgd_does_not_matter, CONTROL,
      DROPS(adagrad, COMPUTE(scaled_path, &method_sgd)),
      "SGD takes the same path, too.", "SGD тоже идёт по той же траектории.");
/**
But the constant depends on $\alpha$, which is a length in the space of $x$, and
$D_\infty$ is seldom known. With $\alpha=c\,D_\infty/\sqrt2$ the bound is
$\frac12(c+\frac1c)$ times the best one, and the adversary shows that this is no
artefact of the proof: ten times too long or too short costs a factor of 5.
*/
/**ru 2834737341
Но константа зависит от $\alpha$, а это длина в пространстве $x$, и $D_\infty$
известно редко. При $\alpha=c\,D_\infty/\sqrt2$ граница в $\frac12(c+\frac1c)$
раз больше лучшей, и противник показывает, что дело не в доказательстве: шаг, в
десять раз более длинный или более короткий, чем надо, обходится в 5 раз дороже.
*/
static void cost_of_alpha(struct inquiry *q) {
    const double *most = q->with; /* NULL: it is at least by the formula */
    double least = bound_of(1, best, 0, LONGEST);
    for (size_t i = 0; i < COUNT(ratio_ids); i++) {
        double c = ratios_to_best[i];
        struct duel duel = {&method_adagrad, {.alpha = c * best}, 1, true};
        if (most && c == 1) continue;
        struct regret r = adversary_regret(&duel, LONGEST);
        inquiry_exact(q, "adversary", ratio_ids[i], LONGEST, r.sum / least,
                      r.error / least, most ? AT_MOST : AT_LEAST,
                      most ? *most : 0.95 * (c + 1 / c) / 2);
    }
}
CLAIM(alpha_costs_its_factor, SHARPNESS, COMPUTE(cost_of_alpha),
      "Her regret over the best bound is at least $0.95\\frac12(c+\\frac1c)$.",
      "Отношение сожаления к лучшей границе не меньше "
      "$0.95\\frac12(c+\\frac1c)$.");
CLAIM(control_alpha_does_not_matter, CONTROL,
      COMPUTE(cost_of_alpha, &(const double){2}), "At most 2 for all $c\\ne1$.",
      "Не больше 2 при всех $c\\ne1$.");

static const struct entrant alphas[] = {
    {"adagrad", &method_adagrad, 1 / M_SQRT2, MANY, NULL},
    {"adagrad quarter step", &method_adagrad, 1 / M_SQRT2 / 4, MANY, NULL},
    {"adagrad fourfold step", &method_adagrad, 1 / M_SQRT2 * 4, MANY, NULL},
    {0}};
static const struct race rare_alpha = {rare_features, 1000, 1000, 1.25, alphas};
CLAIM(alpha_matters_on_rare_features, SHARPNESS,
      COMPUTE(race_won, &rare_alpha, .limits = 6),
      "A quarter and four times the step of theory are worse by 1.25.",
      "С шагом вчетверо короче и вчетверо длиннее, чем по теории, результат "
      "хуже в 1,25 раза.");
/**
@erratum control_alpha_does_not_matter «AdaGrad не требует настройки шага
    обучения» :: No schedule is needed, and the rate $1/\sqrt T$ does not depend
    on $\alpha$; but the constant does, in the worst case by the factor
    $\frac12(c+\frac1c)$ for a step $c$ times the best one.

## The drawback: the denominator only grows

> Основной недостаток — монотонное накопление градиентов в знаменателе. AdaDelta,
> Adam, AMSGrad и др. улучшают это, популярны в обучении глубоких нейронных
> сетей.

After $k$ gradients of size $G$ the effective step is $\frac{\alpha}{G\sqrt k}$,
whether or not the method has arrived anywhere. And it never forgets: after $n$
gradients of size $G$ and $m$ of size 1 it is
$$\eta=\frac\alpha{\sqrt{G^2n+m}}, \tag{11}$$
so that it takes $m=3G^2n$ steps before the large gradients only halve it. What
a method does that forgets is the theorem [RMSProp](rmsprop_tracks.html).

Of the three that improve on it AdaDelta and Adam forget, while AMSGrad's
denominator never falls either: it holds the *largest* average of squares so
far, and not their sum. So its steps never grow; but under gradients of one size
$G$ they fade no further than to $\frac\alpha G$:
$\eta_k=\frac\alpha{G\sqrt{1-\beta_2^k}}$ without momentum.
*/
/**ru 3281818737
@erratum control_alpha_does_not_matter «AdaGrad не требует настройки шага
    обучения» :: Расписание не нужно, и скорость $1/\sqrt T$ не зависит от
    $\alpha$; но константа зависит: в худшем случае множитель равен
    $\frac12(c+\frac1c)$ при шаге, который в $c$ раз больше лучшего.

## Недостаток: знаменатель только растёт

> Основной недостаток — монотонное накопление градиентов в знаменателе. AdaDelta,
> Adam, AMSGrad и др. улучшают это, популярны в обучении глубоких нейронных
> сетей.

После $k$ градиентов величины $G$ эффективный шаг равен
$\frac{\alpha}{G\sqrt k}$, пришёл ли метод куда-нибудь или нет. И он никогда не
забывает: после $n$ градиентов величины $G$ и $m$ градиентов величины 1 он равен
$$\eta=\frac\alpha{\sqrt{G^2n+m}}, \tag{11}$$
так что проходит $m=3G^2n$ шагов, прежде чем большие градиенты будут уменьшать
его только вдвое. Что делает метод, который забывает, говорит теорема
[RMSProp](rmsprop_tracks.html).

Из трёх методов, которые улучшают это, AdaDelta и Adam забывают, а знаменатель
AMSGrad тоже никогда не убывает: в нём *наибольшее* из уже встретившихся средних
квадратов, а не их сумма. Поэтому его шаги никогда не растут; но при градиентах
одной величины $G$ они уменьшаются лишь до $\frac\alpha G$:
$\eta_k=\frac\alpha{G\sqrt{1-\beta_2^k}}$ без момента.
*/
static void denominators(struct inquiry *q) {
    static const struct {
        const char *id;
        double size;
        size_t tens, last, times; /* gradients of size 10 before; rows */
    } of[] = {{"gradients 0.01", 0.01, 0, 4096, 4},
              {"gradients 1", 1, 0, 4096, 4},
              {"gradients 100", 100, 0, 4096, 4},
              {"gradients 10 then 1", 1, 100, 30000, 10}};
    struct settings s = {.alpha = 1};
    for (size_t i = 0; i < COUNT(of); i++) {
        real g = real_all(of[i].size), state = {0};
        for (size_t k = 0; k < of[i].tens; k++)
            effective_step(&method_adagrad, &s, real_all(10), &state);
        for (size_t k = 1, row = 1; k <= of[i].last; k++) {
            double eta = effective_step(&method_adagrad, &s, g, &state)[0];
            if (k < row && k < of[i].last) continue;
            row *= of[i].times;
            double exact = 1 / (of[i].size * sqrt((double)k)),
                   error = 2 * reading + ((double)k + 2) * DBL_EPSILON / 2;
            if (of[i].tens) { /* v is a whole number, and exact */
                exact = 1 / sqrt((double)(100 * of[i].tens + k));
                error = 2 * reading;
            } /* else it carries the roundings of k additions and of squares */
            inquiry_exact(q, of[i].id, "adagrad", k, eta, error * exact, EQUAL,
                          exact);
        }
    }
}
CLAIM(denominator_only_grows, IDENTITY, COMPUTE(denominators),
      "$k$ gradients of sizes 0.01, 1, 100; and (11) with $G=10$, $n=100$.",
      "$k$ градиентов величины 0,01, 1, 100; и (11) с $G=10$, $n=100$.");
static void steps_of_amsgrad(struct inquiry *q) {
    struct settings s = {.alpha = 1, .beta2 = 0.999};
    real state[3] = {{0}}, g = real_all(100);
    for (size_t k = 1, row = 1; k <= 4096; k++) {
        double eta = effective_step(&method_amsgrad, &s, g, state)[0];
        if (k < row) continue;
        row *= 4;
        /* v adds up k products, 1 - beta2^k is good to an ulp of 1. */
        double held = 1 - pow(s.beta2, (double)k), exact = 0.01 / sqrt(held),
               error = reading + ((double)k + 1 / held) * DBL_EPSILON;
        inquiry_exact(q, "gradients 100", "amsgrad", k, eta, error * exact,
                      EQUAL, exact);
    }
}
CLAIM(steps_of_amsgrad_never_grow, SHARPNESS,
      COMPUTE(largest_ratio, &(const struct steps){&method_amsgrad, false}),
      "AMSGrad's steps never grow, without momentum: the largest ratio so far.",
      "Шаги AMSGrad без момента никогда не растут: наибольшее из "
      "встретившихся отношений.");
CLAIM(steps_of_amsgrad_stay, IDENTITY, COMPUTE(steps_of_amsgrad),
      "AMSGrad's steps under gradients of size 100, $\\beta_2=0.999$.",
      "Шаги AMSGrad при градиентах величины 100, $\\beta_2=0.999$.");
/**
**AdaDelta** (Zeiler 2012) averages squares as RMSProp does, and has for $\alpha$
an average of its own steps:
$$v\leftarrow\gamma v+(1-\gamma)g^2,\qquad d=\sqrt{\frac{u+\epsilon}{v+\epsilon}}\;g,\qquad u\leftarrow\gamma u+(1-\gamma)d^2,\qquad x\leftarrow x-d. \tag{12}$$
Let $|g|=G$ from now on, and $v=G^2$ (it is, up to $\gamma^k$). Then
$u\leftarrow\gamma u+(1-\gamma)\frac{G^2}{G^2+\epsilon}(u+\epsilon)$. This has the
fixed point $G^2$, and $u-G^2$ shrinks by the factor
$r=1-(1-\gamma)\frac\epsilon{G^2+\epsilon}$, so that $n$ steps later
$$u=G^2-r^n(G^2-u_0),\qquad\eta=\sqrt{\frac{u+\epsilon}{G^2+\epsilon}}\to1. \tag{13}$$
The drawback is turned round: where AdaGrad's steps fall like $1/\sqrt k$ those of
AdaDelta, tiny at first, **grow**, like $\frac1G\sqrt{(1-\gamma)\epsilon k}$ for
long. It ends as gradient descent with a step of 1, whatever the function's
curvature is. So it is $\epsilon$ that sets the learning rate.
*/
/**ru 2232678872
**AdaDelta** (Zeiler 2012) усредняет квадраты, как RMSProp, а вместо $\alpha$
берёт среднее собственных шагов:
$$v\leftarrow\gamma v+(1-\gamma)g^2,\qquad d=\sqrt{\frac{u+\epsilon}{v+\epsilon}}\;g,\qquad u\leftarrow\gamma u+(1-\gamma)d^2,\qquad x\leftarrow x-d. \tag{12}$$
Пусть далее $|g|=G$ и $v=G^2$ (так и есть с точностью до $\gamma^k$). Тогда
$u\leftarrow\gamma u+(1-\gamma)\frac{G^2}{G^2+\epsilon}(u+\epsilon)$.
Неподвижная точка этого — $G^2$, а $u-G^2$ за шаг умножается на
$r=1-(1-\gamma)\frac\epsilon{G^2+\epsilon}$, так что через $n$ шагов
$$u=G^2-r^n(G^2-u_0),\qquad\eta=\sqrt{\frac{u+\epsilon}{G^2+\epsilon}}\to1. \tag{13}$$
Недостаток выворачивается наизнанку: там, где шаги AdaGrad убывают как
$1/\sqrt k$, шаги AdaDelta, вначале крошечные, **растут**, долгое время как
$\frac1G\sqrt{(1-\gamma)\epsilon k}$. Кончается это градиентным спуском с шагом
1, какова бы ни была кривизна функции. Так что шаг обучения задаёт именно
$\epsilon$.
*/
static void adadelta_moves(struct inquiry *q) {
    enum { STEPS = 100 };
    const double *keep = q->with;
    struct settings s = {.alpha = 1, .gamma = 0.8, .eps = 0.25};
    struct pcg_lanes random = inquiry_lanes(q, 0);
    real state[2] = {{0}};
    double g[STEPS], d[STEPS];
    for (size_t k = 0; k < STEPS; k++) {
        real drawn = random_gradient(&random), x = {0};
        g[k] = drawn[0];
        method_adadelta.step(&s, k, 1, &x, &drawn, state);
        /* Both averages as sums. */
        double v = 0, u = 0;
        for (size_t i = 0; i <= k; i++)
            v += (1 - *keep) * pow(*keep, (double)(k - i)) * g[i] * g[i];
        for (size_t i = 0; i < k; i++)
            u += (1 - *keep) * pow(*keep, (double)(k - 1 - i)) * d[i] * d[i];
        d[k] = sqrt((u + s.eps) / (v + s.eps)) * g[k];
        /* Terms of sums round some ten times; a d's errors fade in u. */
        double error = 32 / (1 - *keep) * 4 * DBL_EPSILON * fabs(d[k]);
        if (k < 5 || k % 10 == 9)
            inquiry_exact(q, "random gradients", "adadelta", k + 1, -x[0],
                          error, EQUAL, d[k]);
    }
}
static void steps_of_adadelta(struct inquiry *q) {
    static const double eps[] = {1e-6, 0.04}, sizes[] = {1, 0.01, 10};
    enum { BEFORE = 1000 }; /* 0.95^1000 is 0 beside 1 */
    const double *times = q->with;
    for (size_t i = 0; i < COUNT(eps) * COUNT(sizes); i++) {
        struct settings s = method_settings(&method_adadelta);
        real g = real_all(sizes[i % COUNT(sizes)]), state[2] = {{0}};
        double square = g[0] * g[0], u_0 = 0;
        s.eps = eps[i / COUNT(sizes)];
        double shrink = *times * (1 - s.gamma) * s.eps / (square + s.eps);
        for (size_t n = 1, row = 1; n <= 4096 + BEFORE; n++) {
            if (n == BEFORE + 1) u_0 = state[1][0];
            double eta = effective_step(&method_adadelta, &s, g, state)[0];
            if (n < BEFORE + row) continue;
            double gone = expm1(((double)row - 1) * log1p(-shrink));
            double u = u_0 + (u_0 - square) * gone; /* gone is r^n - 1 */
            double exact = sqrt((u + s.eps) / (square + s.eps));
            /* Each step rounds u eight times. */
            double error = (16 * (double)row + 16) * DBL_EPSILON * exact;
            inquiry_exact(q, "equal gradients", "adadelta", row, eta, error,
                          EQUAL, exact);
            row *= 4;
        }
        inquiry_which(q, q->count - 7, "G = %g, eps = %g", g[0], s.eps);
    }
}
CLAIM(adadelta_as_written, IDENTITY,
      COMPUTE(adadelta_moves, &(const double){0.8}),
      "The program's AdaDelta is (12), with both averages written as sums.",
      "AdaDelta программы — это (12), где оба средних записаны как суммы.");
CLAIM(control_adadelta_of_another_gamma, CONTROL,
      COMPUTE(adadelta_moves, &(const double){0.81}),
      "It is with $\\gamma=0.81$ in place of 0.8.",
      "Так и есть с $\\gamma=0.81$ вместо 0,8.");
CLAIM(steps_of_adadelta_grow, IDENTITY,
      COMPUTE(steps_of_adadelta, &(const double){1}),
      "(13), for gradients of three sizes and two $\\epsilon$.",
      "(13) для градиентов трёх величин и двух $\\epsilon$.");
CLAIM(control_steps_of_adadelta_grow_faster, CONTROL,
      SOMEWHERE(COMPUTE(steps_of_adadelta, &(const double){1.05})),
      "With $1-r$ 1.05 times as large.", "С $1-r$, увеличенным в 1,05 раза.");
/**
@erratum steps_of_amsgrad_never_grow «AdaDelta, Adam, AMSGrad и др. улучшают
    это» is said of a denominator that only grows. AMSGrad's only grows as well;
    what it does not do is add up.

## Epsilon

> Константа $\epsilon$ обычно устанавливается в $10^{-6}$ для обеспечения
> отсутствия деления на ноль или слишком больших шагов.

Without $\epsilon$ the first step has the length $\alpha$ however small the
gradient is, and a first gradient of zero moves $x$ by $0/0$: on sparse data
that happens at once, in every coordinate not seen yet. With $\epsilon$ under
the root the first step is
$$\alpha\frac{|g|}{\sqrt{g^2+\epsilon}}\le\alpha\min\Bigl(1,\frac{|g|}{\sqrt\epsilon}\Bigr), \tag{14}$$
which is short for gradients below $\sqrt\epsilon=10^{-3}$. And no later step is
longer than $\alpha$ either, because $v\ge g^2$.
*/
/**ru 637608055
@erratum steps_of_amsgrad_never_grow «AdaDelta, Adam, AMSGrad и др. улучшают
    это» сказано о знаменателе, который только растёт. У AMSGrad он тоже только
    растёт, но не накапливается как сумма.

## Эпсилон

> Константа $\epsilon$ обычно устанавливается в $10^{-6}$ для обеспечения
> отсутствия деления на ноль или слишком больших шагов.

Без $\epsilon$ длина первого шага равна $\alpha$, как бы мал ни был градиент, а
первый градиент, равный нулю, сдвигает $x$ на $0/0$: на разреженных данных это
случается сразу же, в каждой координате, которая ещё не встречалась. С
$\epsilon$ под корнем первый шаг равен
$$\alpha\frac{|g|}{\sqrt{g^2+\epsilon}}\le\alpha\min\Bigl(1,\frac{|g|}{\sqrt\epsilon}\Bigr), \tag{14}$$
и он короток для градиентов меньше $\sqrt\epsilon=10^{-3}$. И никакой более
поздний шаг тоже не длиннее $\alpha$, потому что $v\ge g^2$.
*/
static const double first_gradients[] = {1e-12, 1e-9, 1e-6, 1e-3, 1, 1e3, 1e6};
/* Where the first step leads from x. */
static real first_step(real x, double g, double eps) {
    struct settings s = {.alpha = 0.5, .eps = eps};
    real slope = real_all(g), state = {0};
    method_adagrad.step(&s, 0, 1, &x, &slope, &state);
    return x;
}

static void first_steps(struct inquiry *q) {
    const double *at_most = q->with; /* eps; NULL: the length itself, for two */
    for (size_t e = 0; e < 2; e++)
        for (size_t i = 0; i < COUNT(first_gradients); i++) {
            double g = first_gradients[i], eps = epsilons[e],
                   length = -first_step((real){0}, g, eps)[0],
                   exact = 0.5 / sqrt(1 + eps / g / g),
                   bound = 0.5 * smaller(1, g / sqrt(1e-6));
            /* some 14 roundings of an ulp/2 */
            if (!at_most)
                inquiry_exact(q, "first gradient", epsilon_ids[e], i + 1,
                              length, 8 * DBL_EPSILON * exact, EQUAL, exact);
            else if (*at_most == eps)
                inquiry_exact(q, "first gradient", "adagrad", i + 1, length,
                              8 * DBL_EPSILON * bound, AT_MOST, bound);
        }
}
CLAIM(first_step_length, IDENTITY, COMPUTE(first_steps),
      "(14), left, with $\\epsilon=10^{-6}$ and without.",
      "(14), слева, с $\\epsilon=10^{-6}$ и без него.");
CLAIM(first_step_at_most, SHARPNESS, COMPUTE(first_steps, &epsilons[1]),
      "(14), right, with $\\epsilon=10^{-6}$.",
      "(14), справа, с $\\epsilon=10^{-6}$.");
CLAIM(control_first_step_without_eps, CONTROL,
      COMPUTE(first_steps, &epsilons[0]), "(14), right, without $\\epsilon$.",
      "(14), справа, без $\\epsilon$.");

static void longest_steps(struct inquiry *q) {
    const struct method *m = q->with;
    for (size_t e = 0; e < COUNT(epsilons); e++) {
        struct settings s = {.alpha = 0.5, .eps = epsilons[e], .gamma = 0.9};
        struct pcg_lanes random = inquiry_lanes(q, e * LANES);
        real state = {0};
        double longest = 0;
        for (size_t k = 1; k <= 1000; k++) {
            real g = random_gradient(&random), x = {0};
            m->step(&s, k - 1, 1, &x, &g, &state);
            longest = real_largest(longest, real_abs(x));
            if (k % 100 == 0)
                inquiry_exact(q, "random gradients", epsilon_ids[e], k, longest,
                              2 * reading * s.alpha, AT_MOST, s.alpha);
        }
    }
}
CLAIM(no_step_beyond_alpha, SHARPNESS, COMPUTE(longest_steps, &method_adagrad),
      "No step is longer than $\\alpha$, on random gradients.",
      "Ни один шаг не длиннее $\\alpha$, на случайных градиентах.");
CLAIM(control_steps_of_rmsprop_beyond_alpha, CONTROL,
      DROPS(adagrad, COMPUTE(longest_steps, &method_rmsprop)),
      "No step of RMSProp is longer than $\\alpha$.",
      "Ни один шаг RMSProp не длиннее $\\alpha$.");

/* In how many lanes is x no number any more? */
static void zero_gradient(struct inquiry *q) {
    for (size_t e = 0; e < 2; e++) {
        real x = first_step(real_all(1), 0, epsilons[e]);
        double lost = 0;
        for (int l = 0; l < LANES; l++)
            lost += isnan(x[l]) ? 1 : x[l] == 1 ? 0 : NAN;
        inquiry_exact(q, "first gradient 0", epsilon_ids[e], 1, lost, 0, EQUAL,
                      e == 0 ? LANES : 0);
    }
}
CLAIM(zero_gradient_needs_eps, IDENTITY, COMPUTE(zero_gradient),
      "A first gradient of 0: no number without $\\epsilon$, no move with it.",
      "Первый градиент 0: без $\\epsilon$ получается не число, с ним движения "
      "нет.");
/**
## What breaks

**No box.** An adversary who pushes $x$ up for half of the time, then down,
collects $T^{3/2}$, whatever $D_\infty$ is promised:
*/
/**ru 164659275
## Что ломается {#what-breaks}

**Нет бокса.** Противник, который половину времени толкает $x$ вверх, а потом
вниз, набирает $T^{3/2}$, какое бы $D_\infty$ ни было обещано:
*/
static const struct play boxless = {.problem = "adversary without a box",
                                    .first = 100,
                                    .start = 1,
                                    .sign = AT_MOST,
                                    .factor = 1,
                                    .every = true,
                                    .unboxed = true};
CLAIM(control_without_a_box, CONTROL,
      DROPS(bounded_path, COMPUTE(regrets, &boxless)),
      "The bound (1) with $D_\\infty=1$, without a box.",
      "Граница (1) с $D_\\infty=1$, без бокса.");
/**
**The distance of the start** in place of the largest distance on the way. From
$x_1=x^*=0$ the bound would be $\alpha\sqrt T$; the adversary first lifts $x$ to
1, and then plays as before:
*/
/**ru 1051557874
**Расстояние от начальной точки** вместо наибольшего расстояния по пути. Из
$x_1=x^*=0$ граница была бы $\alpha\sqrt T$; противник сначала поднимает $x$ до
1, а потом играет как прежде:
*/
static const struct play from_0 = {.problem = "adversary from 0",
                                   .first = LONGEST,
                                   .start = 0,
                                   .sign = AT_MOST,
                                   .factor = 1};
CLAIM(control_distance_of_the_start, CONTROL,
      DROPS(bounded_path, COMPUTE(regrets, &from_0)),
      "The bound (1) with $\\|x_1-x^*\\|_\\infty=0$ for $D_\\infty$.",
      "Граница (1) с $\\|x_1-x^*\\|_\\infty=0$ вместо $D_\\infty$.");
/**
**Convexity.** Line 5, (9), on the double well:
*/
/**ru 1147164972
**Выпуклость.** Строка 5, (9), на двух ямах:
*/
static void on_double_well(struct inquiry *q) {
    check_along_paths(q, &line_9, double_well(), 0.5, 1e-6);
}
CLAIM(control_without_convexity, CONTROL,
      DROPS(convex_functions, COMPUTE(on_double_well)),
      "Inequality (9) on a function that is not convex.",
      "Неравенство (9) на невыпуклой функции.");
/**
**An unbiased oracle.** Without noise (2) says, of every path, that the sum of
the gaps is at most the right side of (1). On ridge regression with its full
gradient it is (with room to spare: its gradients shrink); on $\frac\mu2x^2$ with the oracle $\mu x+b$ AdaGrad tends to
$-\frac b\mu$, where the gap is 0.125, its gradients add up to a finite $v$, and
the sum of the gaps grows like $T$:
*/
/**ru 2397311826
**Несмещённый оракул.** Без шума (2) говорит о каждой траектории, что сумма
зазоров не больше правой части (1). На гребневой регрессии с полным градиентом
так и есть (с запасом: её градиенты уменьшаются); на $\frac\mu2x^2$ с оракулом
$\mu x+b$ AdaGrad стремится к $-\frac b\mu$, где зазор равен 0,125, его
градиенты накапливают конечное $v$, а сумма зазоров растёт как $T$:
*/
static struct relation gaps(const struct path *w) {
    struct relation r = all_coordinates(w);
    r.left = w->f_sum - (double)w->T * w->f_star;
    r.magnitude += w->f_sum + (double)w->T * real_abs(w->f_star);
    return r;
}
static const struct line sum_of_gaps = {.all = gaps};
static void with_full_gradient(struct inquiry *q) {
    check_along_paths(q, &sum_of_gaps, problem_full(ridge()), 0.5, 1e-6);
}
static void on_biased_parabola(struct inquiry *q) {
    check_along_paths(q, &sum_of_gaps, biased_parabola(), 0.5, 1e-6);
}
CLAIM(bound_with_full_gradient, BOUND,
      LOOSE(0.2436, COMPUTE(with_full_gradient)),
      "The sum of the gaps of ridge regression, without noise, is at most (1).",
      "Сумма зазоров гребневой регрессии без шума не больше (1).");
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle, SOMEWHERE(COMPUTE(on_biased_parabola))),
      "The sum of the gaps is at most (1) with a biased oracle: not so after "
      "some time.",
      "Сумма зазоров не больше (1) со смещённым оракулом: через некоторое "
      "время это не так.");

static const struct claim *const claims[] = {
    rule_as_written,
    control_rule_of_rmsprop,
    steps_never_grow,
    more_gradient_smaller_step,
    control_steps_of_rmsprop_never_grow,
    control_more_gradient_of_rmsprop,
    steps_of_rare_features,
    root_of_frequencies,
    control_ratio_of_frequencies,
    compared_by_bound,
    compared_with_sgd,
    rare_features_as_often_as_they_should,
    rare_features_ahead_of_constant_steps,
    rare_features_ahead_of_decreasing_steps,
    equal_features_same_as_sgd,
    control_rare_features_same_as_sgd,
    equal_features_sgd_ahead,
    control_equal_features_ahead_of_constant_steps,
    line_5_one_step,
    line_6_telescope,
    line_6_distances,
    line_7_lemma,
    line_7_constant_gradients,
    line_7_large_eps,
    line_8_regret,
    line_9_convexity,
    line_10_average,
    bound_expected_gap,
    bound_adversary,
    bound_adversary_with_eps,
    sharp_adversary,
    control_bound_at_0_95,
    control_lemma_at_1_9,
    scale_does_not_matter,
    control_scale_of_sgd_does_not_matter,
    alpha_costs_its_factor,
    control_alpha_does_not_matter,
    alpha_matters_on_rare_features,
    denominator_only_grows,
    steps_of_amsgrad_never_grow,
    steps_of_amsgrad_stay,
    adadelta_as_written,
    control_adadelta_of_another_gamma,
    steps_of_adadelta_grow,
    control_steps_of_adadelta_grow_faster,
    first_step_length,
    first_step_at_most,
    control_first_step_without_eps,
    no_step_beyond_alpha,
    control_steps_of_rmsprop_beyond_alpha,
    zero_gradient_needs_eps,
    control_without_a_box,
    control_distance_of_the_start,
    control_without_convexity,
    bound_with_full_gradient,
    control_biased_oracle};

static const char rare[] = "rare_features_ahead_of_constant_steps",
                  falls[] = "rare_features_ahead_of_decreasing_steps",
                  even[] = "control_equal_features_ahead_of_constant_steps",
                  features[] = "steps_of_rare_features",
                  regret_of[] = "bound_adversary";
static const struct drawing drawings[] = {
    {.name = "rare",
     .title = {"Rare features: AdaGrad ends below every constant step of SGD",
               "Редкие признаки: AdaGrad ниже SGD с любым постоянным шагом"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"},
     .curves = {{rare, 0, {"AdaGrad", "AdaGrad"}},
                {rare, 1, {"SGD, 0.05", "SGD, 0.05"}},
                {rare, 2, {"SGD, 0.1", "SGD, 0.1"}},
                {rare, 3, {"SGD, 0.2", "SGD, 0.2"}},
                {rare, 4, {"SGD, 0.4", "SGD, 0.4"}},
                {rare, 5, {"SGD, 0.8", "SGD, 0.8"}},
                {falls, 3, {"SGD, 4/√(k+1)", "SGD, 4/√(k+1)"}}}},
    {.name = "equal",
     .title = {"Equal features: AdaGrad against five steps of SGD",
               "Равные признаки: AdaGrad и пять шагов SGD"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"},
     .curves = {{even, 0, {"AdaGrad", "AdaGrad"}},
                {even, 1, {"SGD, 0.5", "SGD, 0.5"}},
                {even, 2, {"SGD, 1", "SGD, 1"}},
                {even, 3, {"SGD, 2", "SGD, 2"}},
                {even, 4, {"SGD, 4", "SGD, 4"}},
                {even, 5, {"SGD, 8", "SGD, 8"}}}},
    {.name = "steps",
     .title = {"The rarer the feature, the longer AdaGrad's step for it",
               "Чем реже признак, тем длиннее для него шаг AdaGrad"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"effective step / α", "эффективный шаг / α"},
     .bounds = true,
     .curves = {{features, 0, {"every example", "в каждом примере"}},
                {features, 1, {"every 4th", "в каждом 4-м"}},
                {features, 2, {"every 16th", "в каждом 16-м"}},
                {features, 3, {"every 64th", "в каждом 64-м"}}}},
    {.name = "adversary",
     .title = {"An adversary meets AdaGrad's regret bound for each step",
               "Противник достигает границы сожаления AdaGrad при каждом шаге"},
     .x = {"iterations T", "число итераций T"},
     .y = {"regret", "сожаление"},
     .bounds = true,
     .curves = {{regret_of, 0, {"α = 0.1 α^*", "α = 0.1 α^*"}},
                {regret_of, 2, {"α = α^* = D/√2", "α = α^* = D/√2"}},
                {regret_of, 3, {"α = 4 α^*", "α = 4 α^*"}}}},
};

static const struct setting plays[] = {
    {rare_features,
     &method_adagrad,
     {.alpha = M_SQRT1_2, .eps = 1e-6},
     .steps = 1000},
    {rare_features, &method_sgd, {.alpha = 0.1}, .steps = 1000},
    {equal_features,
     &method_adagrad,
     {.alpha = M_SQRT1_2, .eps = 1e-6},
     .steps = 1000},
};

const struct theorem theorem_adagrad = {
    .id = "adagrad",
    .title = {"AdaGrad", "AdaGrad"},
    .source =
        "Adagrad (Duchi, Hazan, and Singer 2010/Streeter and MacMahan 2010)",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    PLAYS(plays),
};

/**
## Exercises

@exercise equal_features_same_as_sgd On `equal_features` all $|g_{t,j}|$ are
    $\frac1{32}$. With which $\alpha_0$ is SGD with the steps
    $\frac{\alpha_0}{\sqrt t}$ the same method as the AdaGrad of
    `descent run equal_features adagrad --alpha 0.5 --eps 0 --steps 100`? Find
    it, and run it. :: After $t$ steps $v=\frac t{32^2}$, so that AdaGrad's step
    is $\frac{32\,\alpha}{\sqrt t}$, and $\alpha_0=16$. With
    `descent run equal_features sgd --alpha 16 --schedule root --steps 100` the
    last gap is again about 0.005: the same within its limits, because the two
    commands draw different examples. From the same draws the paths are the
    same. (The average differs all the same: the program weighs it by
    $\alpha_k$, and for AdaGrad $\alpha_k$ is constant.)
@exercise control_steps_of_rmsprop_never_grow Go through lines 1 to 3 of the
    proof for RMSProp with a constant $\alpha$ and $\epsilon=0$. Which of (5),
    (6) and (7) fail? By which factor can a step exceed the one before it if
    $\gamma=0.9$? Compare with
    `descent verify adagrad/control_steps_of_rmsprop_never_grow`. :: (5) holds
    for any positive step. (6) fails: as $v_t\ge\gamma v_{t-1}$, a step may grow
    by the factor $\frac1{\sqrt\gamma}$, about 1.054, and it does so after a
    gradient that is nearly 0; then $\frac1{2\eta_t}-\frac1{2\eta_{t-1}}$ is
    negative, and $(x_t-x^*)^2$ beside it may not be replaced by $D_\infty^2$.
    (7) fails as well: under gradients of one size $v$ does not grow, and the
    left side does, like $T$.
@exercise control_without_a_box Without a box the adversary answers $g=-1$ in
    the first half of $T$ steps, and $g=1$ in the second one. How far does she
    get $x$ away from $x^*=0$? So by which power of $T$ does her regret grow,
    and is (1) false if $D_\infty$ is the largest distance on the way? Look at
    $T=1000$ and $10000$ in the file `reports/results.csv` of
    `descent verify adagrad/control_without_a_box`. :: The steps
    $\frac\alpha{\sqrt t}$ add up to about $\alpha\sqrt{2T}$ in the first half,
    so in $T$ steps the regret grows like $T^{3/2}$, and over tenfold $T$ by a
    factor of about 31: for the best $\alpha$ it is about 1820, and then 57 200.
    With $D_\infty\approx\alpha\sqrt{2T}$ the first term of (1) is about
    $\alpha T^{3/2}$, which is more than that. So (1) is true, and useless: it
    bounds the regret by a $D_\infty$ that the adversary may choose.
*/
/**ru 3630254811
## Упражнения

@exercise equal_features_same_as_sgd На `equal_features` все $|g_{t,j}|$ равны
    $\frac1{32}$. При каком $\alpha_0$ SGD с шагами $\frac{\alpha_0}{\sqrt t}$ —
    тот же метод, что и AdaGrad в
    `descent run equal_features adagrad --alpha 0.5 --eps 0 --steps 100`?
    Найдите его и выполните запуск. :: После $t$ шагов $v=\frac t{32^2}$, так
    что шаг AdaGrad равен $\frac{32\,\alpha}{\sqrt t}$ и $\alpha_0=16$. С
    `descent run equal_features sgd --alpha 16 --schedule root --steps 100`
    последний зазор снова около 0,005: тот же в пределах своих границ, потому
    что эти две команды выбирают разные примеры. При одних и тех же примерах
    совпадают и траектории. (Среднее всё же отличается: программа берёт его с
    весами $\alpha_k$, а у AdaGrad $\alpha_k$ постоянно.)
@exercise control_steps_of_rmsprop_never_grow Пройдите строки 1–3 доказательства
    для RMSProp с постоянным $\alpha$ и $\epsilon=0$. Что из (5), (6) и (7)
    нарушается? Во сколько раз шаг может превзойти предыдущий при $\gamma=0.9$?
    Сравните с `descent verify adagrad/control_steps_of_rmsprop_never_grow`. ::
    (5) верно при любом положительном шаге. (6) нарушается: так как
    $v_t\ge\gamma v_{t-1}$, шаг может вырасти в $\frac1{\sqrt\gamma}$ раза, то
    есть примерно в 1,054 раза, и вырастает после почти нулевого градиента;
    тогда $\frac1{2\eta_t}-\frac1{2\eta_{t-1}}$ отрицательно, и стоящее рядом
    $(x_t-x^*)^2$ нельзя заменить на $D_\infty^2$. Нарушается и (7): при
    градиентах одной величины $v$ не растёт, а левая часть растёт как $T$.
@exercise control_without_a_box Без бокса противник на первой половине из $T$
    шагов отвечает $g=-1$, а на второй — $g=1$. Как далеко от $x^*=0$ он уводит
    $x$? С какой степенью $T$ поэтому растёт сожаление и неверно ли (1), если
    $D_\infty$ — наибольшее расстояние по пути? Посмотрите на $T=1000$ и $10000$
    в файле `reports/results.csv`, который записывает
    `descent verify adagrad/control_without_a_box`. :: На первой половине шаги
    $\frac\alpha{\sqrt t}$ дают в сумме около $\alpha\sqrt{2T}$, поэтому за $T$
    шагов сожаление растёт как $T^{3/2}$, а при десятикратном $T$ — примерно в
    31 раз: при лучшем $\alpha$ оно около 1820, а затем 57 200. При
    $D_\infty\approx\alpha\sqrt{2T}$ первый член (1) — около $\alpha T^{3/2}$,
    что больше этого. Значит, (1) верно, но бесполезно: оно ограничивает
    сожаление через $D_\infty$, которое может выбирать противник.
*/
/**
## References

- J. Duchi, E. Hazan, Y. Singer, *Adaptive subgradient methods for online
  learning and stochastic optimization*, Journal of Machine Learning Research 12
  (2011): theorem 5 is (1) for composite mirror descent with diagonal matrices,
  section 1.3 the sparse example with probabilities $p_j\propto j^{-a}$.
- H. McMahan, M. Streeter, *Adaptive bound optimization for online convex
  optimization*, COLT (2010): the same method, found independently.
- M. Zeiler, *ADADELTA: an adaptive learning rate method* (2012).
- N. Cesa-Bianchi, A. Conconi, C. Gentile, *On the generalization ability of
  on-line learning algorithms*, IEEE Transactions on Information Theory 50
  (2004): from regret to (2).
*/
/**ru 2158831799
## Литература

- J. Duchi, E. Hazan, Y. Singer, *Adaptive subgradient methods for online
  learning and stochastic optimization*, Journal of Machine Learning Research 12
  (2011): теорема 5 — это (1) для составного зеркального спуска с диагональными
  матрицами, раздел 1.3 — разреженный пример с вероятностями
  $p_j\propto j^{-a}$.
- H. McMahan, M. Streeter, *Adaptive bound optimization for online convex
  optimization*, COLT (2010): тот же метод, найденный независимо.
- M. Zeiler, *ADADELTA: an adaptive learning rate method* (2012).
- N. Cesa-Bianchi, A. Conconi, C. Gentile, *On the generalization ability of
  on-line learning algorithms*, IEEE Transactions on Information Theory 50
  (2004): от сожаления к (2).
*/
