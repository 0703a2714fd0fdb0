/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Shampoo with a memory: sums, averages, and steps saved

For a matrix of weights with gradients $G_k$ the lecture's Shampoo makes the
step $W_{k+1}=W_k-\alpha L_k^{-1/4}G_kR_k^{-1/4}$. With the last gradient alone
in $L$ and $R$ this is [Muon's step, $UV^\top$](shampoo_is_muon.html). This page
lets them remember, says how long the steps are then, and counts steps: on a
quadratic made for it Shampoo needs a third of those of SGD and Adam.

## Sums, averages, and the last gradient

The lecture's slides have three Shampoos. $L\approx\sum_kG_kG_k^\top$ is that of
Gupta, Koren and Singer, as in AdaGrad; $L_k=\beta L_{k-1}+(1-\beta)G_kG_k^\top$
is an average; and the derivation of Muon has the last gradient alone,
$\beta=0$. From $L_0=R_0=0$ and $k$ equal gradients, $L_k=cGG^\top$ and
$R_k=cG^\top G$ with $c=k$ for the sum and
$c=(1-\beta)(1+\beta+\dots+\beta^{k-1})=1-\beta^k$ for the average, so
$$L_k^{-1/4}GR_k^{-1/4}=c^{-1/4}c^{-1/4}\,UV^\top=\begin{cases}UV^\top/\sqrt k&\text{sum},\\UV^\top/\sqrt{1-\beta^k}&\text{average}.\end{cases}\tag{1}$$
The first step of the average is $1/\sqrt{1-\beta}$ times too long (ten times
for $\beta=0.99$): the slide has no correction of the bias that the slide «Adam»
explains. Then it tends to Muon's. The sum's step falls like $1/\sqrt k$ and
makes a schedule of its own.

@figure memory The length of Shampoo's step after $k$ equal gradients

@erratum control_sum_is_the_average $L \approx \sum_k G_k G_k^T$ :: The sum and
    the average $\beta L_{k-1}+(1-\beta)G_kG_k^\top$ are two methods: after $k$
    equal gradients the sum's step is $\sqrt{(1-\beta^k)/k}$ of the average's,
    which tends to 0 and cannot be absorbed in $\alpha$.
*/
/**ru 1350358799
# Shampoo с памятью: суммы, средние и число шагов

Для матрицы весов с градиентами $G_k$ метод Shampoo из лекции делает шаг
$W_{k+1}=W_k-\alpha L_k^{-1/4}G_kR_k^{-1/4}$. Если в $L$ и $R$ входит один
только последний градиент, это [шаг Muon, $UV^\top$](shampoo_is_muon.html). На
этой странице им разрешено помнить прошлое, найдена длина шагов в этом случае и
подсчитано число шагов: на квадратичной функции, построенной специально для
него, Shampoo нужна треть того числа шагов, которое нужно SGD и Adam.

## Суммы, средние и последний градиент

На слайдах лекции три разных Shampoo. $L\approx\sum_kG_kG_k^\top$ — это метод
Gupta, Koren и Singer, как в AdaGrad; $L_k=\beta L_{k-1}+(1-\beta)G_kG_k^\top$ —
среднее; а в выводе Muon стоит один последний градиент, $\beta=0$. Если начать с
$L_0=R_0=0$, то после $k$ равных градиентов $L_k=cGG^\top$ и $R_k=cG^\top G$,
где $c=k$ для суммы и $c=(1-\beta)(1+\beta+\dots+\beta^{k-1})=1-\beta^k$ для
среднего, так что
$$L_k^{-1/4}GR_k^{-1/4}=c^{-1/4}c^{-1/4}\,UV^\top=\begin{cases}UV^\top/\sqrt k&\text{сумма},\\UV^\top/\sqrt{1-\beta^k}&\text{среднее}.\end{cases}\tag{1}$$
Первый шаг среднего слишком длинен, в $1/\sqrt{1-\beta}$ раз (в десять раз при
$\beta=0.99$): на слайде нет коррекции смещения, которую объясняет слайд «Adam».
Затем он стремится к шагу Muon. Шаг суммы убывает как $1/\sqrt k$ и сам задаёт
расписание.

@figure memory Длина шага Shampoo после $k$ равных градиентов

@erratum control_sum_is_the_average $L \approx \sum_k G_k G_k^T$ :: Сумма и
    среднее $\beta L_{k-1}+(1-\beta)G_kG_k^\top$ — два разных метода: после $k$
    равных градиентов шаг суммы составляет $\sqrt{(1-\beta^k)/k}$ от шага
    среднего, а эта доля стремится к 0, и включить её в $\alpha$ нельзя.
*/
#include "../verify/runs/sprint.h"
#include "shared/shampoo_is_muon.h"

HYPOTHESIS(curvatures_differ,
           "the Hessian is a Kronecker product of ill-conditioned factors",
           "гессиан есть произведение Кронекера плохо обусловленных множителей",
           NULL);
HYPOTHESIS(steps_fall, "the step falls, by its schedule or as the sum grows",
           "шаг убывает — по расписанию или из-за роста суммы", NULL);
static const struct hypothesis *const hypotheses[] = {curvatures_differ,
                                                      steps_fall};

static const double betas[] = {0.5, 0.9, 0.99, 1}; /* 1: the sum */

/* Lengths <step, U V'> / r of the gradient whose step is farthest from U V',
 * against 1 / sqrt(c), or that of the sum. */
static void lengths(struct inquiry *q, size_t which, bool as_sum) {
    static const struct form wide = {"3x5", 3, 5, 3};
    struct settings s = {.alpha = 1, .beta2 = betas[which]};
    size_t k[CHECKPOINTS_MAX], count = checkpoints_between(1, 100, 8, k);
    struct gradient d[LANES];
    random_gradients(q, which, &wide, 2, d);
    for (size_t i = 0; i < count; i++) {
        double off = -1, length = 0, n = (double)k[i];
        for (size_t l = 0; l < LANES; l++) {
            struct matrix step = step_of(&method_shampoo, s, k[i], d[l].g);
            double here = apart(step, polar(&d[l]));
            if (isnan(off) || here <= off) continue;
            off = here;
            length = inner_product(step, polar(&d[l])) / (double)wide.rank;
        }
        double c = s.beta2 < 1 && !as_sum ? 1 - pow(s.beta2, n) : n;
        /* Remembering rounds three times a step, as three more terms would. */
        double error = shampoo_bound(d) + 3 * n * eigen_error(d, 1, 0) * 4;
        inquiry_exact(q, wide.id, "shampoo", k[i], length, 1 / sqrt(c) * error,
                      EQUAL, 1 / sqrt(c));
    }
    inquiry_which(q, q->count - count, "beta = %g", s.beta2);
}
static void remember(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(betas); i++) lengths(q, i, false);
}
static void average_as_sum(struct inquiry *q) {
    lengths(q, 1, true);
}
CLAIM(equal_gradients, IDENTITY, COMPUTE(remember),
      "(1), for averages of $\\beta=0.5$, 0.9, 0.99, and for the sum.",
      "(1), для средних с $\\beta=0.5$, 0,9, 0,99 и для суммы.");
CLAIM(control_sum_is_the_average, CONTROL, COMPUTE(average_as_sum),
      "The step of the average, $\\beta=0.9$, is $UV^\\top/\\sqrt k$.",
      "Шаг среднего, $\\beta=0.9$, равен $UV^\\top/\\sqrt k$.");
/**
## Does it save steps?

> Вычислительно дороже, чем Adam, но может сходиться быстрее или приводить к
> лучшим решениям по числу шагов.

On a quadratic made for it, it does. Let
$$f(W)=\tfrac12\operatorname{tr}(AWBW^\top)\tag{2}$$
with $A$ and $B$ of condition 30 each, whose eigenvectors are no coordinate
axes. The gradient is $AWB$, the Hessian $B\otimes A$ of condition 900: a
Kronecker product, as Shampoo supposes. The gradients at unit matrices show it:
*/
/**ru 372831627
## Экономит ли он шаги?

> Вычислительно дороже, чем Adam, но может сходиться быстрее или приводить к
> лучшим решениям по числу шагов.

На квадратичной функции, построенной для него, — да. Пусть
$$f(W)=\tfrac12\operatorname{tr}(AWBW^\top)\tag{2}$$
где $A$ и $B$ — матрицы с числом обусловленности 30 каждая, собственные векторы
которых не направлены по осям координат. Градиент есть $AWB$, гессиан $B\otimes
A$ имеет число обусловленности 900: это произведение Кронекера, как и
предполагает Shampoo. Это видно по градиентам в матричных единицах:
*/
static void hessian_columns(struct inquiry *q) {
    struct problem *p = kronecker();
    double lower[256], upper[256], worst = 0;
    real w[16] = {{0}}, g[16];
    for (size_t j = 0; j < 16; j++) w[j][j] = 1;
    p->value(p, w, g);
    p->hessian(p, lower, upper);
    for (size_t e = 0; e < 256; e++) {
        double column = g[e / 16][e % 16];
        worst = larger(worst, fabs(lower[e] - column));
        worst = larger(worst, fabs(upper[e] - column));
    }
    /* A product of two entries below 1, and sums with zeros. */
    inquiry_exact(q, p->id, "sgd", 16, worst, 2 * DBL_EPSILON, EQUAL, 0);
    problem_free(p);
}
CLAIM(hessian_is_the_kronecker_product, IDENTITY, COMPUTE(hessian_columns),
      "The Hessian of (2) is $B\\otimes A$.",
      "Гессиан функции (2) есть $B\\otimes A$.");
/**
There is no noise, so the steps until the gap is first at most $10^{-8}$ of what
it was can be counted. (Adam swings to and fro, and passes the mark before it
stays below: that counts as well, in its favour.)

Every method has the best of its choices, from each start anew: the schedules
$\alpha_k=\alpha$, $\alpha/\sqrt{k+1}$ and $\alpha\cdot0.95^k$ with
$\alpha=2^{-6},2^{-5},\dots,2^4$; for SGD, whose step is no length, with
$\alpha=(2-2^{-j})/L$, $j=0,\dots,8$, and the optimal $\frac2{L+\mu}$. Adam may
choose $\beta_1\in\{0,0.9\}$ and $\beta_2\in\{0.9,0.99,0.999\}$ too; Shampoo
chooses nothing else: the sum, or the average with $\beta=0.9$.
*/
/**ru 1484211289
Шума нет, так что можно сосчитать шаги до тех пор, когда зазор впервые станет не
больше $10^{-8}$ начального. (Adam колеблется и пересекает отметку раньше, чем
остаётся под ней окончательно: засчитывается и такое пересечение, ему на
пользу.)

Каждый метод получает лучший из своих вариантов, для каждого начала заново:
расписания $\alpha_k=\alpha$, $\alpha/\sqrt{k+1}$ и $\alpha\cdot0.95^k$ с
$\alpha=2^{-6},2^{-5},\dots,2^4$; для SGD, у которого шаг не есть длина, с
$\alpha=(2-2^{-j})/L$, $j=0,\dots,8$, и с оптимальным $\frac2{L+\mu}$. Adam
может выбирать также $\beta_1\in\{0,0.9\}$ и $\beta_2\in\{0.9,0.99,0.999\}$;
Shampoo больше ничего не выбирает: это либо сумма, либо среднее с $\beta=0.9$.
*/
enum contestant { SGD, ADAM, SUM, AVERAGE, CONTESTANTS };
static const struct method *const contestants[CONTESTANTS] = {
    &method_sgd, &method_adam, &method_shampoo, &method_shampoo};
static const char *const names[CONTESTANTS] = {"", "", "sum", "average"};

static double schedule_geometric(const struct settings *s, size_t k) {
    return s->alpha * pow(0.95, (double)k);
}
enum { CHOICES = 11 * 6 * 3 };
/* Long steps first: they set a limit to the others. */
static size_t choices(const struct problem *p, enum contestant who,
                      struct settings out[CHOICES]) {
    static double (*const tried[])(const struct settings *, size_t) = {
        NULL, schedule_root, schedule_geometric};
    size_t count = 0;
    for (int i = 0; i < (who == SGD ? 10 : 11); i++)
        for (int j = 0; j < (who == ADAM ? 6 : 1); j++)
            for (size_t n = 0; n < COUNT(tried); n++) {
                struct settings s = method_settings(contestants[who]);
                s.alpha = who != SGD ? ldexp(1, 4 - i)
                          : i < 9    ? (2 - ldexp(1, -i)) / p->L
                                     : 2 / (p->L + p->mu);
                if (who == ADAM) s.beta1 = j % 2 ? 0 : 0.9;
                s.beta2 = who == ADAM  ? 1 - pow(10, -1 - j / 2)
                          : who == SUM ? 1
                                       : 0.9;
                s.schedule = tried[n];
                out[count++] = s;
            }
    return count;
}
static const double target = 1e-8;
/* Each contestant from the problem's start and from 15 random ones. */
struct contest {
    struct fewest fewest[CONTESTANTS];
    struct settings best[CONTESTANTS]; /* of the choices, from x_0 */
};
static void compete(struct inquiry *q, const struct problem *p,
                    enum contestant last, struct contest *out) {
    /* SGD's longest steps have no envelope that would ask for a range. */
    q->trouble = certify(p, 1, 1);
    for (enum contestant who = SGD; who <= last && !q->trouble; who++) {
        struct settings tried[CHOICES];
        size_t count = choices(p, who, tried);
        struct sprint race = {p, contestants[who], target,
                              who < SUM ? 4000 : 300, q->options->interrupted};
        out->fewest[who] = sprint_fewest(&race, tried, count);
        out->best[who] = tried[out->fewest[who].by[0]];
    }
    inquiry_interrupted(q);
}
static void everyone(struct inquiry *q, void *out) {
    struct problem *p = kronecker();
    compete(q, p, AVERAGE, out);
    problem_free(p);
}
static const struct shared contest = {sizeof(struct contest), everyone, NULL};

/* Steps of the others against `times` those of Shampoo, from start k - 1. */
static void others(struct inquiry *q, const struct contest *c,
                   enum contestant who, double times) {
    for (enum contestant rival = SGD; rival <= ADAM; rival++)
        for (size_t l = 0; l < LANES; l++)
            inquiry_exact(q, "kronecker", contestants[rival]->id, l + 1,
                          c->fewest[rival].steps[l], 0, AT_LEAST,
                          times * c->fewest[who].steps[l]);
    inquiry_which(q, q->count - 2 * LANES, "against the %s", names[who]);
}
static void others_need_thrice(struct inquiry *q) {
    const struct contest *c = inquiry_shared(q);
    for (enum contestant who = SUM; c && who <= AVERAGE; who++)
        others(q, c, who, 3);
}
CLAIM(a_third_of_the_steps, SHARPNESS,
      COMPUTE(others_need_thrice, .shares = &contest),
      "From 16 starts SGD and Adam need three times Shampoo's steps or more.",
      "Из 16 начальных точек SGD и Adam нужно втрое больше шагов, чем Shampoo, "
      "или ещё больше.");
/**
The gaps stay in order on the way, each method with the fastest of its choices
from the problem's start. Only Shampoo's first two steps are too long.

@figure steps The gap on the Kronecker-structured quadratic, each method with
    the fastest of its choices
*/
/**ru 255257303
По пути зазоры сохраняют тот же порядок, если каждый метод берёт самый быстрый
из своих вариантов для начальной точки задачи. Слишком длинны лишь первые два
шага Shampoo.

@figure steps Зазор на кронекеровой квадратичной функции, каждый метод — с самым
    быстрым из своих вариантов
*/
enum { LAST = 2000 };
/* One below the other to the target, but for its first `above` steps. */
static void below(struct inquiry *q, const struct contest *c,
                  enum contestant who, enum contestant other, size_t above) {
    double own[LAST + 1], others_own[LAST + 1];
    struct problem *p = kronecker();
    sprint_path(p, contestants[who], &c->best[who], LAST, own);
    sprint_path(p, contestants[other], &c->best[other], LAST, others_own);
    size_t last = 1, k[CHECKPOINTS_MAX];
    while (last < LAST && own[last] > target) last++;
    size_t count = checkpoints_between(1, last, 40, k);
    for (size_t i = 0; i < count; i++)
        inquiry_exact(q, p->id, contestants[who]->id, k[i], own[k[i]], 0,
                      k[i] <= above ? AT_LEAST : AT_MOST, others_own[k[i]]);
    inquiry_which(q, q->count - count, "%s", names[who]);
    problem_free(p);
}
static void one_below_the_other(struct inquiry *q) {
    const struct contest *c = inquiry_shared(q);
    if (!c) return;
    below(q, c, SUM, ADAM, 2);
    below(q, c, AVERAGE, ADAM, 2);
    below(q, c, ADAM, SGD, 0);
}
CLAIM(gap_order, SHARPNESS, COMPUTE(one_below_the_other, .shares = &contest),
      "Shampoo's gaps are below Adam's from step 3 on, and Adam's below SGD's.",
      "Зазоры Shampoo ниже, чем у Adam, начиная с шага 3, а у Adam ниже, чем у "
      "SGD.");
/**
SGD can be followed by hand: in the eigenvectors of $A=B$ the entry $w_{ij}$
shrinks by $1-\alpha\lambda_i\lambda_j$ a step.
*/
/**ru 1580284458
За SGD можно проследить вручную: в базисе собственных векторов $A=B$ элемент
$w_{ij}$ за шаг умножается на $1-\alpha\lambda_i\lambda_j$.
*/
static void closed_form(struct inquiry *q) {
    const struct contest *c = inquiry_shared(q);
    if (!c) return;
    double ratio[LAST + 1], values[4], vectors[16];
    size_t k[CHECKPOINTS_MAX], count = checkpoints_between(1, LAST, 20, k);
    struct problem *p = kronecker();
    struct settings s = c->best[SGD];
    sprint_path(p, &method_sgd, &s, LAST, ratio);
    struct matrix w = {.rows = 4, .columns = 4}, basis = w;
    eigen_system(4, p->data, values, vectors);
    memcpy(w.at, p->x_0, sizeof vectors);
    memcpy(basis.at, vectors, sizeof vectors);
    w = product(product(transposed(basis), w), basis);
    double gap_0 = problem_gap_0(p), size = inner_product(w, w);
    double slowest =
        larger(fabs(1 - s.alpha * p->mu), fabs(1 - s.alpha * p->L));
    for (size_t i = 0; i < count; i++) {
        double gap = 0, steps = (double)k[i];
        for (size_t e = 0; e < 16; e++) {
            double lambda = values[e / 4] * values[e % 4];
            gap += lambda / 2 * w.at[e] * w.at[e] *
                   pow(1 - s.alpha * lambda, 2 * steps);
        }
        /* A step rounds at most 32 times, relative to ||w_k||, and shrinks what
         * the steps before left as it shrinks w. */
        double error = 32 * (double)(k[i] + 1) * DBL_EPSILON * size *
                       pow(slowest, 2 * steps - 1);
        inquiry_exact(q, p->id, "sgd", k[i], ratio[k[i]], error / gap_0, EQUAL,
                      gap / gap_0);
    }
    problem_free(p);
}
CLAIM(sgd_closed_form, IDENTITY,
      ALLOWING(1e-5,
               "2000 steps round, and the gap falls to $10^{-8}$ of itself",
               COMPUTE(closed_form, .shares = &contest)),
      "SGD's gap is $\\sum_{ij}\\frac{\\lambda_i\\lambda_j}2"
      "(1-\\alpha\\lambda_i\\lambda_j)^{2k}w_{ij}^2$.",
      "Зазор SGD равен "
      "$\\sum_{ij}\\frac{\\lambda_i\\lambda_j}2(1-\\alpha\\lambda_i\\lambda_j)^"
      "{2k}w_{ij}^2$.");
/**
Three warnings. The fast runs owe something to their schedule: the average has a
step of its own length however small the gradient, so at a constant $\alpha$ it
hovers about the minimiser and needs a step that falls; the sum does not, since
its step falls with the gradient. On an **isotropic** quadratic, $A=B=I$, there
is nothing to learn: SGD with $\alpha=1/L$ is done in one step, and Shampoo is
not. And a step of Shampoo costs two eigenvalue problems of order $m$ and $n$,
Adam's $mn$ roots.
*/
/**ru 1265022410
Три предостережения. Быстрые запуски кое-чем обязаны расписанию: у среднего шаг
сохраняет свою длину, как бы ни был мал градиент, так что при постоянном
$\alpha$ он витает около минимума и нуждается в убывающем шаге; у суммы этого
нет, потому что её шаг убывает вместе с градиентом. На **изотропной**
квадратичной функции, $A=B=I$, выяснять нечего: SGD с $\alpha=1/L$ управляется
за один шаг, а Shampoo — нет. И шаг Shampoo стоит двух задач на собственные
значения порядков $m$ и $n$, а шаг Adam — $mn$ корней.
*/
static void average_constant(struct inquiry *q) {
    struct problem *p = kronecker();
    struct sprint race = {p, &method_shampoo, target, 300, NULL};
    double lowest = INFINITY;
    for (int i = -6; i <= 4 && !inquiry_interrupted(q); i++) {
        struct settings s = {.alpha = ldexp(1, i), .beta2 = 0.9};
        struct finish finish = sprint_run(&race, &s);
        double worst = 0;
        for (size_t l = 0; l < LANES; l++)
            worst = larger(worst, finish.least[l]);
        lowest = smaller(lowest, worst);
    }
    inquiry_exact(q, p->id, "shampoo", 300, lowest, 0, AT_MOST, target);
    problem_free(p);
}
static void isotropic(struct inquiry *q) {
    struct problem *p = kronecker();
    struct contest c;
    for (size_t i = 0; i < 32; i++) p->data[i] = i % 16 % 5 == 0;
    p->L = p->L_max = p->mu = 1;
    compete(q, p, SUM, &c);
    for (size_t l = 0; l < LANES && !q->trouble; l++)
        inquiry_exact(q, p->id, "sgd", l + 1, c.fewest[SGD].steps[l], 0,
                      AT_LEAST, c.fewest[SUM].steps[l]);
    problem_free(p);
}
CLAIM(control_average_with_a_constant_step, CONTROL,
      DROPS(steps_fall, COMPUTE(average_constant)),
      "With a constant step the average reaches $10^{-8}$ within 300 steps.",
      "При постоянном шаге среднее достигает $10^{-8}$ за 300 шагов.");
CLAIM(control_sum_on_isotropic, CONTROL,
      DROPS(curvatures_differ, COMPUTE(isotropic)),
      "If $A=B=I$, SGD needs at least as many steps as the sum.",
      "Если $A=B=I$, то SGD нужно не меньше шагов, чем сумме.");

static const struct claim *const claims[] = {
    equal_gradients, control_sum_is_the_average,
    /* Steps. */
    hessian_is_the_kronecker_product, a_third_of_the_steps, gap_order,
    sgd_closed_form, control_average_with_a_constant_step,
    control_sum_on_isotropic};

static const struct drawing drawings[] = {
    {.name = "memory",
     .title = {"Shampoo's sum shortens its steps for ever, an average stops",
               "Сумма в Shampoo укорачивает шаги всегда, среднее нет"},
     .x = {"k", "k"},
     .y = {"length over that of UV'", "длина к длине UV'"},
     .curves =
         {{"equal_gradients", 0, {"average, β = 0.5", "среднее, β = 0.5"}},
          {"equal_gradients", 1, {"average, β = 0.9", "среднее, β = 0.9"}},
          {"equal_gradients", 2, {"average, β = 0.99", "среднее, β = 0.99"}},
          {"equal_gradients", 3, {"sum", "сумма"}}}},
    {.name = "steps",
     .title =
         {"Kronecker-structured quadratic: Shampoo is ahead of SGD and Adam",
          "Кронекерова квадратичная функция: Shampoo впереди SGD и Adam"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"f(W_k) / f(W_0)", "f(W_k) / f(W_0)"},
     .curves = {{"sgd_closed_form", 0, {"SGD", "SGD"}},
                {"gap_order", 2, {"Adam", "Adam"}},
                {"gap_order", 0, {"Shampoo, sum", "Shampoo, сумма"}},
                {"gap_order", 1, {"Shampoo, average", "Shampoo, среднее"}}}},
};

const struct theorem theorem_shampoo_remembers = {
    .id = "shampoo_remembers",
    .title = {"Shampoo with a memory: sums, averages, and steps saved",
              "Shampoo с памятью: суммы, средние и число шагов"},
    .source = "Shampoo",
    .drawn_as = "shampoo_is_muon",
    HYPOTHESES(hypotheses),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise equal_gradients Shampoo gets the gradient $G=\mathrm{diag}(3,1)$ four
    times, with $\alpha=1$. Does the first entry move three times as far as the
    last? Predict all four positions for the sum, then
    `yes '3 0 0 1' | head -4 | descent trace shampoo --shape 2x2 --alpha 1 --beta2 1`,
    and the same for the average with `--beta2 0.9`. :: Both move alike: $U=V=I$,
    and of the singular values nothing is left in $UV^\top$. By (1) the sum
    moves by $1,\frac1{\sqrt2},\frac1{\sqrt3},\frac12$, to $-2.78$, and goes on
    like $2\sqrt k$. The average moves by $\frac1{\sqrt{1-0.9^k}}$, at first
    $\sqrt{10}\approx3.16$ and to $-9.08$ in four steps, each of which is
    shorter than the one before; in the end they have the length 1.
@exercise a_third_of_the_steps Let the entries of $W$ in (2) be independent, with
    mean 0 and variance 1. Find the means of $GG^\top$ and of $G^\top G$ for
    $G=AWB$, put them into Shampoo's step for $L$ and $R$, and compare the
    condition of the map from $W$ to the step with that of the Hessian.
    The program's answer:
    `descent verify shampoo_remembers/a_third_of_the_steps`. :: As
    $\mathbb E\,WB^2W^\top=\operatorname{tr}(B^2)I$, the means are
    $\operatorname{tr}(B^2)A^2$ and $\operatorname{tr}(A^2)B^2$. Their powers
    $-\frac14$ are multiples of $A^{-1/2}$ and $B^{-1/2}$, so the step is a
    multiple of $A^{1/2}WB^{1/2}$. The eigenvalues of that map are
    $\sqrt{\lambda_i\lambda_j}$, in place of SGD's $\lambda_i\lambda_j$: the
    condition is $\sqrt{900}=30$. So fewer steps are to be expected, and the
    claim counts at most a third of SGD's and of Adam's.
@exercise control_sum_on_isotropic Let $A=B=I$, so that $G=W=U\Sigma V^\top$. Where
    does the first step of Shampoo's sum lead, and from which $W$ can it reach
    the minimum at once? How many steps does it take from the starts of
    `descent verify shampoo_remembers/control_sum_on_isotropic`? :: It leads to
    $U(\Sigma-\alpha I)V^\top$: every singular value falls by the same $\alpha$,
    however large it is. So one step is enough only if all of them are equal,
    and $\alpha$ is equal to them. From these starts they are not: with the best
    of its choices the sum takes 5 or 6 steps, SGD with $\alpha=1$ one. To
    forget the singular values is a gain where they mislead, and a loss where
    they tell the distance.
*/
/**ru 3264196088
## Упражнения

@exercise equal_gradients Shampoo получает градиент $G=\mathrm{diag}(3,1)$ четыре
    раза, при $\alpha=1$. Сдвинется ли первый элемент втрое дальше, чем
    последний? Предскажите все четыре положения для суммы, затем выполните
    `yes '3 0 0 1' | head -4 | descent trace shampoo --shape 2x2 --alpha 1 --beta2 1`
    и то же для среднего, с `--beta2 0.9`. :: Оба движутся одинаково: $U=V=I$, и
    от сингулярных чисел в $UV^\top$ ничего не остаётся. По (1) сумма сдвигает
    на $1,\frac1{\sqrt2},\frac1{\sqrt3},\frac12$, всего до $-2.78$, и дальше
    идёт как $2\sqrt k$. Среднее сдвигает на $\frac1{\sqrt{1-0.9^k}}$, сначала
    на $\sqrt{10}\approx3.16$, а за четыре шага до $-9.08$; каждый его шаг
    короче предыдущего, и в пределе длина шага равна 1.
@exercise a_third_of_the_steps Пусть элементы $W$ в (2) независимы, со средним 0
    и дисперсией 1. Найдите средние $GG^\top$ и $G^\top G$ для $G=AWB$,
    подставьте их в шаг Shampoo вместо $L$ и $R$ и сравните обусловленность
    отображения, переводящего $W$ в этот шаг, с обусловленностью гессиана.
    Ответ программы:
    `descent verify shampoo_remembers/a_third_of_the_steps`. ::
    Так как $\mathbb E\,WB^2W^\top=\operatorname{tr}(B^2)I$, эти средние равны
    $\operatorname{tr}(B^2)A^2$ и $\operatorname{tr}(A^2)B^2$. Их степени
    $-\frac14$ кратны $A^{-1/2}$ и $B^{-1/2}$, так что шаг кратен
    $A^{1/2}WB^{1/2}$. Собственные значения этого отображения —
    $\sqrt{\lambda_i\lambda_j}$ вместо $\lambda_i\lambda_j$ у SGD:
    обусловленность равна $\sqrt{900}=30$. Значит, шагов следует ждать меньше, и
    утверждение насчитывает их не больше трети от числа шагов SGD и Adam.
@exercise control_sum_on_isotropic Пусть $A=B=I$, так что $G=W=U\Sigma V^\top$.
    Куда ведёт первый шаг Shampoo с суммой и из каких $W$ он может сразу попасть
    в минимум? Сколько шагов ему нужно из начальных точек утверждения
    `descent verify shampoo_remembers/control_sum_on_isotropic`? :: Он ведёт в
    $U(\Sigma-\alpha I)V^\top$: каждое сингулярное число уменьшается на одно и
    то же $\alpha$, как бы велико оно ни было. Поэтому одного шага достаточно,
    только если все они равны между собой и равны $\alpha$. В этих начальных
    точках они не равны: с лучшим из вариантов сумме нужно 5 или 6 шагов, а SGD
    с $\alpha=1$ — один. Забыть сингулярные числа выгодно там, где они сбивают с
    пути, и невыгодно там, где они сообщают расстояние.
*/
/**
## References

- V. Gupta, T. Koren, Y. Singer, *Shampoo: preconditioned stochastic tensor
  optimization*, ICML 2018: algorithm 1, with sums and $\epsilon I$.
- R. Anil, V. Gupta, T. Koren, K. Regan, Y. Singer, *Scalable second order
  optimization for deep learning*, 2020.
*/
/**ru 4174438894
## Литература

- V. Gupta, T. Koren, Y. Singer, *Shampoo: preconditioned stochastic tensor
  optimization*, ICML 2018: алгоритм 1, с суммами и $\epsilon I$.
- R. Anil, V. Gupta, T. Koren, K. Regan, Y. Singer, *Scalable second order
  optimization for deep learning*, 2020.
*/
