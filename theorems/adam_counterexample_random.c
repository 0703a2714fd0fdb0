/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Adam need not converge, on average either

The lecture says of Adam (slide «Adam (Kingma and Ba, 2014)»):

> Не сходится для некоторых простых задач (даже выпуклых)

[In a game on $[-1,1]$](adam_counterexample.html) large slopes $C$ and small
ones $-1$ come in an order that leads Adam to the worst point, [whatever its
momentum](adam_counterexample_momentum.html). Chance leads it there as well,
which is the third theorem of Reddi, Kale and Kumar:

> **Theorem.** For any $\beta_1<\sqrt{\beta_2}<1$ and $\delta>0$ there is a $C$
> such that Adam with the steps $\alpha_t=\frac\alpha{\sqrt t}$ does not tend to
> the minimum $-1$ of $f(x)=\delta x$ on $[-1,1]$, when the oracle answers $C$
> with probability $p=\frac{1+\delta}{C+1}$, else $-1$, and so on average
> $\delta$.

*The paper's proof is long and asks for a $C$ that it does not name. The one
here is short, and names it.* It is for the paper's Adam, `adam_uncorrected`,
and for the lecture's, `adam`. SGD and AMSGrad do go to $-1$. Lines and formulas
are numbered through the three pages.

@figure at_random Many runs at random, $C=10$: the expected gap, with bands; the
    middle is at $\delta=0.1$

## What it needs

- Momentum that is forgotten sooner than squares are:
  $\gamma=\frac{\beta_1}{\sqrt{\beta_2}}<1$.
- A large answer so rare that $C$ satisfies (19) below.
- Answers that are drawn anew, whatever came before.
- Adam, and steps $\frac\alpha{\sqrt t}$: they tend to 0, and their sum is
  infinite.

Let $q=\mathbb Eg^2=pC^2+1-p$, and $m_t=P_t-N_t$ with $P_t$ the large answers'
part of the average and $N_t$ the small ones'. The lines are checked over all
$2^{12}$ sequences of twelve answers:
*/
/**ru 172516597
# Adam может не сходиться и в среднем

Лекция говорит об Adam (слайд «Adam (Kingma and Ba, 2014)»):

> Не сходится для некоторых простых задач (даже выпуклых)

[В игре на $[-1,1]$](adam_counterexample.html) большие наклоны $C$ и малые
$-1$ идут в таком порядке, который приводит Adam в худшую точку, [каким бы ни
был его момент](adam_counterexample_momentum.html). Туда же его приводит и
случай: это третья теорема Редди, Кале и Кумара:

> **Теорема.** Для любых $\beta_1<\sqrt{\beta_2}<1$ и $\delta>0$ найдётся
> такое $C$, что Adam с шагами $\alpha_t=\frac\alpha{\sqrt t}$ не стремится к
> минимуму $-1$ функции $f(x)=\delta x$ на $[-1,1]$, если оракул отвечает $C$
> с вероятностью $p=\frac{1+\delta}{C+1}$ и $-1$ в остальных случаях, то есть
> в среднем $\delta$.

*Доказательство в статье длинное и требует некоторого $C$, не называя его.
Приведённое здесь коротко и называет его явно.* Оно относится и к Adam из
статьи, `adam_uncorrected`, и к Adam из лекции, `adam`. SGD и AMSGrad идут в
$-1$, как и следует. Нумерация строк и формул сквозная на всех трёх страницах.

@figure at_random Много случайных запусков, $C=10$: средний зазор с полосами;
    середине отрезка отвечает $\delta=0.1$

## Что нужно {#what-it-needs}

- Момент, который забывается скорее, чем квадраты:
  $\gamma=\frac{\beta_1}{\sqrt{\beta_2}}<1$.
- Столь редкий большой ответ, чтобы $C$ удовлетворяло (19) ниже.
- Ответы, которые разыгрываются заново, что бы ни было раньше.
- Adam и шаги $\frac\alpha{\sqrt t}$: они стремятся к 0, а их сумма
  бесконечна.

Пусть $q=\mathbb Eg^2=pC^2+1-p$ и $m_t=P_t-N_t$, где $P_t$ — вклад в среднее
больших ответов, а $N_t$ — малых. Строки проверяются на всех $2^{12}$
последовательностях из двенадцати ответов:
*/
#include "shared/adam_game.h"

static const struct chance {
    double C, delta, beta1, beta2;
} chances[] = {{10, 0.1, 0, 0.05},
               {10, 0.1, 0.5, 0.5},
               {1000, 0.1, 0.9, 0.99},
               {101, 0.02, 0.9, 0.99}};
enum { RARE, MOMENTUM, RARER, PAPERS, CHANCES }; /* their numbers */

static bool is_short(const struct premises *p) {
    return p->settings->beta1 < sqrt(p->settings->beta2) ||
           p->settings->beta1 == 0;
}
HYPOTHESIS(short_momentum, "beta1 < sqrt(beta2)", "beta1 < sqrt(beta2)",
           is_short);
HYPOTHESIS(rare_answer, "C satisfies (19)", "C удовлетворяет (19)", NULL);
HYPOTHESIS(fresh_answers, "answers are independent", "ответы независимы", NULL);
HYPOTHESIS(adam, "the method is Adam, with or without bias correction",
           "метод — Adam, с коррекцией смещения или без неё", NULL);
HYPOTHESIS(falling_steps, "alpha_t = alpha/sqrt(t)", "alpha_t = alpha/sqrt(t)",
           NULL);
static const struct hypothesis *const hypotheses[] = {
    short_momentum, rare_answer, fresh_answers, adam, falling_steps};

/* Say of the last finding which one it is about. */
static void name_chance(struct inquiry *q, const struct chance *c) {
    inquiry_which(q, q->count - 1, "C = %g, beta = %g; %g", c->C, c->beta1,
                  c->beta2);
}
static double rare(const struct chance *c) {
    return (1 + c->delta) / (c->C + 1);
}
static double mean_square(const struct chance *c) {
    return rare(c) * c->C * c->C + 1 - rare(c);
}

static void oracle(struct inquiry *q, struct problem *p, double scale,
                   const struct chance *c) {
    real x = {0}, g, scratch;
    double mean = 0, square = second_moment(p, &x, &scratch)[0];
    for (size_t outcome = 0; outcome < p->components; outcome++) {
        p->component(p, &x, whole_all(outcome), &g);
        mean += outcome_weight(p, &x, whole_all(outcome))[0] * g[0];
    }
    inquiry_exact(q, p->id, "sgd", 1, mean, few * scale * c->C, EQUAL,
                  scale * c->delta);
    inquiry_exact(q, p->id, "sgd", 2, square, few * square, EQUAL,
                  scale * scale * mean_square(c));
    problem_free(p);
}
static void oracles(struct inquiry *q) {
    oracle(q, rare_gradient(), 1, &chances[RARE]);
    oracle(q, rarer_gradient(), 1, &chances[RARER]);
    oracle(q, rare_gradient_experiment(), 10, &chances[PAPERS]);
}
CLAIM(oracles_have_these_moments, IDENTITY, COMPUTE(oracles),
      "The problems' oracles have the mean $\\delta$ ($k=1$) and the second "
      "moment $q$ ($k=2$); in the experiment times 10 and 100.",
      "Оракулы этих задач имеют среднее $\\delta$ ($k=1$) и второй момент "
      "$q$ ($k=2$); в эксперименте они в 10 и в 100 раз больше.");

/* Exact expectations after t answers. */
enum { ANSWERS = 12, STARTS = 3 };
struct expected {
    double move;             /* of (x_{t+1} - x_t)/alpha_t, no box */
    double large, small;     /* of P/sqrt(v) and N/sqrt(v), v uncorrected */
    double v_given[ANSWERS]; /* of v if the answer j steps before was -1 */
    /* In the box, from each of its starts: of x_t + 1 and of x_{t+1} + 1, and
     * the probability of x_t > 1 - alpha_t U_t. */
    double now[STARTS], next[STARTS], edge[STARTS];
};
static const double starts[STARTS] = {-1, 0, 1};
/* So short that a point at 1 - alpha U is nearly one at 1, which is where
 * Markov's inequality is an equality. */
static const double answers_alpha = 0.01;

/* What bias correction divides a step by: the weights so far of m over the root
 * of those of v. */
static double weights(const struct chance *c, size_t t) {
    return (1 - pow(c->beta1, (double)t)) / sqrt(1 - pow(c->beta2, (double)t));
}
/* U_t, the longest step up over alpha_t: N <= 1 and v >= 1, each in the measure
 * of its weights so far. */
static double longest_up(const struct chance *c, bool corrected, size_t t) {
    return corrected ? 1 : weights(c, t);
}

/* Adds sixteen sequences of answers, one a lane: bit t - 1 is 1 where answer t
 * is large.  Or, in pairs, every other answer repeats the one before. */
static void add_sequences(const struct chance *c, bool corrected, bool paired,
                          whole sequence, struct expected out[ANSWERS + 1]) {
    double p = rare(c);
    const struct method *method = adams[corrected];
    struct settings open = {.alpha = answers_alpha,
                            .beta1 = c->beta1,
                            .beta2 = c->beta2,
                            .schedule = schedule_root};
    struct settings boxed = open;
    boxed.box = (struct box){-1, 1};
    real weight = real_all(1), x = {0}, state[2] = {{0}};
    real large = {0}, small = {0}, is_small[ANSWERS + 1];
    real y[STARTS], boxed_state[STARTS][2] = {{{0}}};
    for (size_t b = 0; b < STARTS; b++) y[b] = real_all(starts[b]);
    for (size_t t = 1; t <= ANSWERS; t++) {
        struct expected *e = &out[t];
        truth rarely = (truth)((sequence & 1) == 1);
        sequence >>= 1;
        real is_small_now = real_where(rarely, (real){0}, real_all(1));
        real chance = real_where(rarely, real_all(p), real_all(1 - p));
        if (paired && t % 2 == 0)
            chance = real_where((truth)(is_small[t - 1] == 0), 1 - is_small_now,
                                is_small_now);
        weight *= chance;
        /* Of all sequences that begin so, the one whose later answers are small
         * stands for the others. */
        real w = real_where((truth)(sequence == 0), weight, (real){0});
        real g = real_where(rarely, real_all(c->C), real_all(-1)), before = x;
        is_small[t] = is_small_now;
        large = c->beta1 * large +
                (1 - c->beta1) * real_where(rarely, g, (real){0});
        small = c->beta1 * small + (1 - c->beta1) * is_small[t];
        method->step(&open, t - 1, 1, &x, &g, state);
        double alpha = step_size(&open, t - 1);
        double edge = 1 - alpha * longest_up(c, corrected, t);
        for (int l = 0; l < LANES; l++) {
            double v = state[1][l];
            e->move += w[l] * (x[l] - before[l]) / alpha;
            e->large += w[l] * large[l] / sqrt(v);
            e->small += w[l] * small[l] / sqrt(v);
            for (size_t j = 0; j < t; j++)
                e->v_given[j] += w[l] * is_small[t - j][l] * v / (1 - p);
        }
        for (size_t b = 0; b < STARTS; b++) {
            real was = y[b];
            method->step(&boxed, t - 1, 1, &y[b], &g, boxed_state[b]);
            for (int l = 0; l < LANES; l++) {
                e->now[b] += w[l] * (was[l] + 1);
                e->next[b] += w[l] * (y[b][l] + 1);
                e->edge[b] += w[l] * (was[l] > edge);
            }
        }
    }
}
/* Sums of 2^12 terms, each from some hundred roundings of numbers of that size;
 * a move is a difference of points that lie up to ANSWERS times as far out. */
static double sum_error(double size) {
    return 400 * ANSWERS * DBL_EPSILON * size;
}

/* What a line of the proof is about: t answers, and of them a memory of some
 * age, or one of the starts. */
struct answers {
    const struct chance *c;
    bool corrected;
    size_t t, which;
    const struct expected *e;
    double times; /* the drift is taken so many times */
};
struct both_sides {
    double left, right, size; /* of the numbers that were added up */
};
struct answers_line {
    const char *name;
    enum sign sign;
    struct both_sides (*sides)(const struct answers *);
    const struct method *const *of;
    size_t first, end; /* ages or starts; no end: ages up to t */
    size_t from;       /* the first t */
    double times;
    bool paired; /* the answers are */
};
static void answer(struct inquiry *q, const struct answers_line *line, size_t m,
                   const struct chance *c) {
    struct expected e[ANSWERS + 1] = {0};
    for (uint64_t first = 0; first < 1 << ANSWERS; first += LANES)
        add_sequences(c, m, line->paired, whole_numbered() + first, e);
    for (size_t j = line->first; j < (line->end ? line->end : ANSWERS); j++)
        for (size_t t = line->end ? line->from : j + 1; t <= ANSWERS; t++) {
            struct answers a = {c, m, t, j, &e[t], line->times};
            struct both_sides s = line->sides(&a);
            inquiry_exact(q, "rare_gradient", line->of[m]->id, t, s.left,
                          sum_error(s.size), line->sign, s.right);
            inquiry_which(q, q->count - 1, "%s: C = %g, beta = %g; %g, no. %zu",
                          line->name, c->C, c->beta1, c->beta2, j);
        }
}
static void on_answers(struct inquiry *q) {
    const struct answers_line *line = q->with;
    for (size_t m = 0; line->of[m]; m++)
        for (size_t i = 0; i < CHANCES; i++) answer(q, line, m, &chances[i]);
}
/**
## The proof

**Line 10. The average square, given a small answer** $j<t$ steps ago:
$$\mathbb E[v_t\mid g_{t-j}=-1]=(1-\beta_2^t)\,q-(1-\beta_2)\beta_2^j\,(q-1). \tag{13}$$
*/
/**ru 713236330
## Доказательство

**Строка 10. Средний квадрат при условии малого ответа** за $j<t$ шагов до
этого:
$$\mathbb E[v_t\mid g_{t-j}=-1]=(1-\beta_2^t)\,q-(1-\beta_2)\beta_2^j\,(q-1). \tag{13}$$
*/
static double given_small(const struct chance *c, size_t t, size_t j) {
    double q = mean_square(c);
    return (1 - pow(c->beta2, (double)t)) * q -
           (1 - c->beta2) * pow(c->beta2, (double)j) * (q - 1);
}
static struct both_sides square_given_small(const struct answers *a) {
    double right = given_small(a->c, a->t, a->which);
    return (struct both_sides){a->e->v_given[a->which], right, right};
}
/**
**Line 11. What the large answers take back.** Where $g_{t-j}=C$,
$v_t\ge(1-\beta_2)\beta_2^j(C^2-1)+(1-\beta_2^t)$, for all other squares are at
least 1. So
$$\mathbb E\frac{P_t}{\sqrt{v_t}}\le p\sum_{j<t}\frac{(1-\beta_1)\beta_1^jC}{\sqrt{(1-\beta_2)\beta_2^j(C^2-1)+1-\beta_2^t}}. \tag{14}$$

**Line 12. What the small ones give.** $\frac1{\sqrt v}$ is convex; by Jensen's
inequality
$$\begin{aligned}\mathbb E\frac{N_t}{\sqrt{v_t}}&=(1-p)\sum_{j<t}(1-\beta_1)\beta_1^j\,\mathbb E\Bigl[\frac1{\sqrt{v_t}}\Bigm|g_{t-j}=-1\Bigr]\\
  &\ge(1-p)\sum_{j<t}\frac{(1-\beta_1)\beta_1^j}{\sqrt{\mathbb E[v_t\mid g_{t-j}=-1]}}.\end{aligned} \tag{15}$$
In the first step both are equalities. Later (14) is nearly one where large
answers are rare, and Jensen's inequality takes the more the more $v_t$ varies.
*/
/**ru 3294885494
**Строка 11. Что отнимают большие ответы.** Если $g_{t-j}=C$, то
$v_t\ge(1-\beta_2)\beta_2^j(C^2-1)+(1-\beta_2^t)$, потому что все остальные
квадраты не меньше 1. Поэтому
$$\mathbb E\frac{P_t}{\sqrt{v_t}}\le p\sum_{j<t}\frac{(1-\beta_1)\beta_1^jC}{\sqrt{(1-\beta_2)\beta_2^j(C^2-1)+1-\beta_2^t}}. \tag{14}$$

**Строка 12. Что дают малые.** Функция $\frac1{\sqrt v}$ выпукла; по
неравенству Йенсена
$$\begin{aligned}\mathbb E\frac{N_t}{\sqrt{v_t}}&=(1-p)\sum_{j<t}(1-\beta_1)\beta_1^j\,\mathbb E\Bigl[\frac1{\sqrt{v_t}}\Bigm|g_{t-j}=-1\Bigr]\\
  &\ge(1-p)\sum_{j<t}\frac{(1-\beta_1)\beta_1^j}{\sqrt{\mathbb E[v_t\mid g_{t-j}=-1]}}.\end{aligned} \tag{15}$$
На первом шаге оба — равенства. Позже (14) — почти равенство, если большие
ответы редки, а неравенство Йенсена теряет тем больше, чем сильнее меняется
$v_t$.
*/
static double takes(const struct chance *c, size_t t) {
    double sum = 0;
    for (size_t j = 0; j < t; j++)
        sum +=
            (1 - c->beta1) * pow(c->beta1, (double)j) * c->C /
            sqrt((1 - c->beta2) * pow(c->beta2, (double)j) * (c->C * c->C - 1) +
                 1 - pow(c->beta2, (double)t));
    return rare(c) * sum;
}
static double yields(const struct chance *c, size_t t) {
    double sum = 0;
    for (size_t j = 0; j < t; j++)
        sum += (1 - c->beta1) * pow(c->beta1, (double)j) /
               sqrt(given_small(c, t, j));
    return (1 - rare(c)) * sum;
}
static struct both_sides large_take(const struct answers *a) {
    return (struct both_sides){a->e->large, takes(a->c, a->t), a->e->large};
}
static struct both_sides small_give(const struct answers *a) {
    return (struct both_sides){a->e->small, yields(a->c, a->t), a->e->small};
}
/* How each is called, and on what it is asked. */
static const struct answers_line
    line_10 = {"(13)", EQUAL, square_given_small, uncorrected, 0, 0, 1,
               1,      false},
    pairs_10 = {"(13)", EQUAL, square_given_small, uncorrected, 0, 1, 2,
                1,      true},
    line_11 = {"(14)", AT_MOST, large_take, uncorrected, 0, 1, 1, 1, false},
    late_11 = {"(14)", AT_MOST, large_take, uncorrected, 0, 1, 12, 1, false},
    line_12 = {"(15)", AT_LEAST, small_give, uncorrected, 0, 1, 1, 1, false},
    late_12 = {"(15)", AT_LEAST, small_give, uncorrected, 0, 1, 12, 1, false};
CLAIM(line_10_square_given_small, PROOF_LINE, COMPUTE(on_answers, &line_10),
      "(13), over all sequences of answers, for four settings.",
      "Равенство (13) по всем последовательностям ответов, для четырёх "
      "наборов параметров.");
CLAIM(line_11_large_take, PROOF_LINE, COMPUTE(on_answers, &line_11), "(14).",
      "Неравенство (14).");
CLAIM(line_12_small_give, PROOF_LINE, COMPUTE(on_answers, &line_12), "(15).",
      "Неравенство (15).");
CLAIM(line_11_after_12_answers, PROOF_LINE, COMPUTE(on_answers, &late_11),
      "(14) at $t=12$ alone, after the first step's equality.",
      "Неравенство (14) только при $t=12$, не на первом шаге, где оно — "
      "равенство.");
CLAIM(line_12_after_12_answers, PROOF_LINE,
      LOOSE(0.86, COMPUTE(on_answers, &late_12)), "(15) at $t=12$ alone.",
      "Неравенство (15) только при $t=12$.");
/**
**Line 13. The drift.** Before projection a step of Adam is
$-\alpha_t\frac{m_t}{\sqrt{v_t}}$, so on average at least $\alpha_tc_t$, $c_t$
being (15) minus (14). With bias correction both carry the factor
$\frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}$, which $c_t$ then includes. (14) is of
the order $\frac1C$, for $\beta_1^j\beta_2^{-j/2}=\gamma^j$ adds up; (15) of the
order $\frac1{\sqrt q}\approx\frac1{\sqrt C}$: **for $C$ large enough $c_t>0$**,
and Adam drifts up, though the negative gradient points down.
*/
/**ru 1863416187
**Строка 13. Снос.** До проекции шаг Adam равен
$-\alpha_t\frac{m_t}{\sqrt{v_t}}$, то есть в среднем не меньше $\alpha_tc_t$,
где $c_t$ — это (15) минус (14). При коррекции смещения обе величины получают
множитель $\frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}$, который тогда входит и в
$c_t$. Порядок (14) равен $\frac1C$, так как сумма множителей
$\beta_1^j\beta_2^{-j/2}=\gamma^j$ конечна, а порядок (15) — $\frac1{\sqrt
q}\approx\frac1{\sqrt C}$: **при достаточно большом $C$ верно $c_t>0$**, и
Adam сносит вверх, хотя антиградиент направлен вниз.
*/
static double drift_of(const struct chance *c, bool corrected, size_t t) {
    return (yields(c, t) - takes(c, t)) / (corrected ? weights(c, t) : 1);
}
static double drift_at(const struct answers *a) {
    return drift_of(a->c, a->corrected, a->t);
}
/* No move is longer than this, over alpha_t: of the large answers by line 11
 * without its 1, of the small ones 1, times what bias correction does to the
 * first steps. */
static double longest_move(const struct chance *c) {
    double gamma = c->beta1 / sqrt(c->beta2);
    return ((1 - c->beta1) / (sqrt(1 - c->beta2) * (1 - gamma)) + 1) /
           (1 - c->beta1);
}
static struct both_sides drift(const struct answers *a) {
    double right = a->times * drift_at(a);
    return (struct both_sides){a->e->move, right, longest_move(a->c)};
}
static const struct answers_line line_13 = {"c_t", AT_LEAST, drift, adams, 0,
                                            1,     1,        1,     false};
CLAIM(line_13_drift, PROOF_LINE, COMPUTE(on_answers, &line_13),
      "The expected move over $\\alpha_t$ is at least $c_t$, for either Adam.",
      "Средний сдвиг, делённый на $\\alpha_t$, не меньше $c_t$ для обоих "
      "вариантов Adam.");
/**
**Line 14. The end of the interval.** Projection can only take from that at the
upper end. A step up is at most $\alpha_tU_t$ long, $U_t=1$ with correction and
$\frac{1-\beta_1^t}{\sqrt{1-\beta_2^t}}$ without, because $N_t$ and $v_t$ are at
most and at least the sum of their weights. So
$$\mathbb Ex_{t+1}\ge\mathbb Ex_t+\alpha_tc_t-\alpha_tU_t\,\mathbb P(x_t>1-\alpha_tU_t). \tag{16}$$

**Line 15. A floor for the distance from the optimum.** Let $y_t=\mathbb
Ex_t+1$. At the end of the interval $x_t+1>2-\alpha_tU_t$. By Markov's
inequality $\mathbb P(x_t>1-\alpha_tU_t)\le\frac{y_t}{2-\alpha_tU_t}$, and (16)
becomes
$$y_{t+1}\ge(1-a_t)\,y_t+\alpha_tc_t,\qquad a_t=\frac{\alpha_tU_t}{2-\alpha_tU_t}. \tag{17}$$
*/
/**ru 2709720253
**Строка 14. Конец отрезка.** Проекция может убавить от этого только у
верхнего конца. Шаг вверх не длиннее $\alpha_tU_t$, где $U_t=1$ с коррекцией и
$\frac{1-\beta_1^t}{\sqrt{1-\beta_2^t}}$ без неё, потому что $N_t$ не больше,
а $v_t$ не меньше суммы своих весов. Поэтому
$$\mathbb Ex_{t+1}\ge\mathbb Ex_t+\alpha_tc_t-\alpha_tU_t\,\mathbb P(x_t>1-\alpha_tU_t). \tag{16}$$

**Строка 15. Нижняя граница расстояния до оптимума.** Пусть $y_t=\mathbb
Ex_t+1$. У конца отрезка $x_t+1>2-\alpha_tU_t$. По неравенству Маркова
$\mathbb P(x_t>1-\alpha_tU_t)\le\frac{y_t}{2-\alpha_tU_t}$, и (16)
превращается в
$$y_{t+1}\ge(1-a_t)\,y_t+\alpha_tc_t,\qquad a_t=\frac{\alpha_tU_t}{2-\alpha_tU_t}. \tag{17}$$
*/
/* The right side of (17) from y, without Markov's 2 where it is another. */
static double next_floor(double y, double alpha, double up, double drift,
                         double markovs_2) {
    double step = alpha * up;
    return y + alpha * drift - step * y / (markovs_2 - step);
}
/* Both over alpha_t, with c_t alone on the right. */
static struct both_sides at_the_end(const struct answers *a) {
    const struct expected *e = a->e;
    size_t b = a->which;
    double alpha = answers_alpha / sqrt((double)a->t);
    double up = longest_up(a->c, a->corrected, a->t);
    double left = (e->next[b] - e->now[b]) / alpha + up * e->edge[b];
    return (struct both_sides){left, a->times * drift_at(a), 2 / alpha};
}
static struct both_sides floor_of(const struct answers *a, double markovs_2) {
    const struct expected *e = a->e;
    size_t b = a->which;
    double alpha = answers_alpha / sqrt((double)a->t);
    double up = longest_up(a->c, a->corrected, a->t);
    double rest = next_floor(e->now[b], alpha, up, 0, markovs_2);
    return (struct both_sides){(e->next[b] - rest) / alpha, drift_at(a),
                               2 / alpha};
}
static struct both_sides floor_17(const struct answers *a) {
    return floor_of(a, 2);
}
static struct both_sides floor_with_3(const struct answers *a) {
    return floor_of(a, 3);
}
static const struct answers_line
    line_14 = {"(16)", AT_LEAST, at_the_end, adams, 0, 2, 1, 1, false},
    at_1_14 = {"(16)", AT_LEAST, at_the_end, adams, 2, 3, 1, 1, false},
    line_15 = {"(17)", AT_LEAST, floor_17, adams, 0, 2, 1, 1, false},
    at_1_15 = {"(17)", AT_LEAST, floor_17, adams, 2, 3, 1, 1, false},
    threes = {"(17)", AT_LEAST, floor_with_3, adams, 2, 3, 1, 1, false},
    faster = {"(16)", AT_LEAST, at_the_end, adams, 1, 2, 1, 1.05, false};
CLAIM(line_14_end_of_the_interval, PROOF_LINE, COMPUTE(on_answers, &line_14),
      "(16), from $-1$ and from 0, solved for $c_t$.",
      "Неравенство (16) из $-1$ и из 0, разрешённое относительно $c_t$.");
CLAIM(line_14_at_1, PROOF_LINE, COMPUTE(on_answers, &at_1_14),
      "(16) from 1, where every step up is cut off.",
      "Неравенство (16) из 1, где срезается всякий шаг вверх.");
CLAIM(line_15_floor, PROOF_LINE, COMPUTE(on_answers, &line_15),
      "(17), from $-1$ and from 0, solved for $c_t$.",
      "Неравенство (17) из $-1$ и из 0, разрешённое относительно $c_t$.");
CLAIM(line_15_at_1, PROOF_LINE, COMPUTE(on_answers, &at_1_15),
      "(17) from 1, where Markov's inequality is nearly an equality.",
      "Неравенство (17) из 1, где неравенство Маркова — почти равенство.");

/* What method `m` adds to x by so many answers -1 in a row, over alpha_t. */
static void longest_steps(struct inquiry *q) {
    for (size_t m = 0; adams[m]; m++)
        for (size_t i = 0; i < CHANCES; i++) {
            const struct chance *c = &chances[i];
            struct settings s = {
                .alpha = 1, .beta1 = c->beta1, .beta2 = c->beta2};
            real state[2] = {{0}}, g = real_all(-1);
            for (size_t t = 1; t <= ANSWERS; t++) {
                real x = {0};
                adams[m]->step(&s, t - 1, 1, &x, &g, state);
                double up = longest_up(c, m, t);
                inquiry_exact(q, "rare_gradient", adams[m]->id, t, x[0],
                              4 * few * up, EQUAL, up);
                name_chance(q, c);
            }
        }
}
CLAIM(line_14_longest_step, PROOF_LINE, COMPUTE(longest_steps),
      "$U_t$ is the step, over $\\alpha_t$, after $t$ answers $-1$ in a row.",
      "$U_t$ — это шаг, делённый на $\\alpha_t$, после $t$ ответов $-1$ "
      "подряд.");
/**
From $x_1=0$, $y_1=1$, this recursion gives a number below $\mathbb
Ef(x_t)-f^*=\delta y_t$ for every $t$, as long as $\alpha_tU_t\le1$. Since
$\sum\alpha_t=\infty$ and $\frac{a_t}{\alpha_t}\to\frac12$,
$$\liminf_{t\to\infty}\;\mathbb Ef(x_t)-f^*\ge2\delta c_\infty>0. \tag{18}$$
So no subsequence of the points tends to the optimum in probability. How large
is large enough? For all $t$ it suffices that
$$p\,\frac C{\sqrt{C^2-1}}\cdot\frac1{\sqrt{1-\beta_2}\,(1-\gamma)}<\frac{1-p}{\sqrt q}, \tag{19}$$
(14) without its 1 against the term $j=0$ of (15), both over $1-\beta_1$. The
left side is like $\frac1C$, the right one like $\frac1{\sqrt C}$. For
$\delta=0.1$ and the six pairs of $\beta$:
*/
/**ru 1586018432
Начатая с $x_1=0$, $y_1=1$, эта рекурсия при каждом $t$ даёт число, не
превосходящее $\mathbb Ef(x_t)-f^*=\delta y_t$, пока $\alpha_tU_t\le1$.
Поскольку $\sum\alpha_t=\infty$ и $\frac{a_t}{\alpha_t}\to\frac12$,
$$\liminf_{t\to\infty}\;\mathbb Ef(x_t)-f^*\ge2\delta c_\infty>0. \tag{18}$$
Так что никакая подпоследовательность точек не стремится к оптимуму по
вероятности. Что значит «достаточно большое»? Для всех $t$ хватает того, чтобы
было
$$p\,\frac C{\sqrt{C^2-1}}\cdot\frac1{\sqrt{1-\beta_2}\,(1-\gamma)}<\frac{1-p}{\sqrt q}, \tag{19}$$
то есть (14) без единицы под корнем против члена $j=0$ в (15), оба делённые на
$1-\beta_1$. Левая часть ведёт себя как $\frac1C$, правая как $\frac1{\sqrt
C}$. Для $\delta=0.1$ и шести пар $\beta$:
*/
/* c_t from below: exact for t < MEMORY_LENGTH; beyond, c_t with the first
 * term's factor 1 - beta2^t replaced by 1, the sum over all j in the second,
 * and only MEMORY_LENGTH terms in the first. */
enum { MEMORY_LENGTH = 100 };
static double drift_for_ever(const struct chance *c) {
    double first = 0, second = 0, q = mean_square(c),
           gamma = c->beta1 / sqrt(c->beta2);
    double floor = 1 - pow(c->beta2, MEMORY_LENGTH);
    for (size_t j = 0; j < MEMORY_LENGTH; j++) {
        double share = (1 - c->beta1) * pow(c->beta1, (double)j),
               left = (1 - c->beta2) * pow(c->beta2, (double)j);
        first += share / sqrt(q - left * (q - 1));
        second += share * c->C / sqrt(left * (c->C * c->C - 1) + floor);
    }
    /* The terms j >= MEMORY_LENGTH, without the floor: C^2 / (C^2 - 1) times a
     * geometric series. */
    double rest = (1 - c->beta1) / sqrt(1 - c->beta2) *
                  pow(gamma, MEMORY_LENGTH) / (1 - gamma);
    return (1 - rare(c)) * first -
           rare(c) * (second + rest * c->C / sqrt(c->C * c->C - 1));
}

/* (19)'s sides. */
static double takes_at_most(const struct chance *c) {
    return rare(c) * c->C / sqrt(c->C * c->C - 1) /
           (sqrt(1 - c->beta2) * (1 - c->beta1 / sqrt(c->beta2)));
}
static double yields_at_least(const struct chance *c) {
    return (1 - rare(c)) / sqrt(mean_square(c));
}
/* The least whole C with (19) for each of the six pairs. */
static const double large_enough[PAIRS] = {14,       60,    15649,
                                           73800767, 14605, 134308};
static struct chance pair_with(size_t p, double C) {
    return (struct chance){C, 0.1, pairs[p].beta1, pairs[p].beta2};
}
static void least_solutions(struct inquiry *q) {
    for (size_t p = 0; p < PAIRS; p++)
        for (int less = 0; less < 2; less++) {
            struct chance c = pair_with(p, large_enough[p] - less);
            inquiry_exact(q, pairs[p].name, "adam_uncorrected",
                          (size_t)lround(c.C), takes_at_most(&c), few,
                          less ? AT_LEAST : AT_MOST, yields_at_least(&c));
        }
}
/* (14) and (15) over 1 - beta1 against (19)'s sides, for these memories. */
struct side {
    bool small;
    double C;
    const struct betas *betas;
    size_t count;
};
static void sides_of_19(struct inquiry *q) {
    const struct side *side = q->with;
    for (size_t p = 0; p < side->count; p++)
        for (size_t t = 1; t <= 1000; t *= 10) {
            const struct betas *b = &side->betas[p];
            struct chance c = {side->C, 0.1, b->beta1, b->beta2};
            double momentum = 1 - b->beta1;
            if (side->small)
                inquiry_exact(q, b->name, "adam_uncorrected", t,
                              yields_at_least(&c), sum_error(1), AT_MOST,
                              yields(&c, t) / momentum);
            else
                inquiry_exact(q, b->name, "adam_uncorrected", t,
                              takes(&c, t) / momentum, sum_error(1), AT_MOST,
                              takes_at_most(&c));
        }
}
/* c_t for large t against what is proved to be below it for ever. */
static void for_ever(struct inquiry *q) {
    for (size_t i = 0; i < CHANCES; i++)
        for (size_t t = MEMORY_LENGTH; t <= 10000; t *= 10) {
            const struct chance *c = &chances[i];
            inquiry_exact(q, "rare_gradient", "adam_uncorrected", t,
                          drift_of(c, false, t), sum_error(1), AT_LEAST,
                          drift_for_ever(c));
            name_chance(q, c);
        }
}
static void goes_up(struct inquiry *q) {
    const double *only = q->with; /* this C; NULL: the theorem's, and larger */
    for (size_t p = 0; p < PAIRS; p++)
        for (double factor = 1; factor <= (only ? 1 : 1000); factor *= 10) {
            double C = only ? *only : factor * large_enough[p];
            struct chance c = pair_with(p, C);
            double least = drift_for_ever(&c);
            for (size_t t = 1; t < MEMORY_LENGTH; t += 7)
                least = smaller(least, drift_of(&c, false, t));
            inquiry_exact(q, pairs[p].name, "adam_uncorrected",
                          (size_t)lround(c.C), least * sqrt(c.C), sum_error(1),
                          AT_LEAST, 0);
        }
}
CLAIM(least_large_C, IDENTITY, COMPUTE(least_solutions),
      "(19) holds for the least $C$, which is $k$, and not for $C-1$.",
      "Условие (19) выполнено для наименьшего $C$, а это $k$, и не выполнено "
      "для $C-1$.");
CLAIM(line_19_large_take, PROOF_LINE,
      LOOSE(0.866,
            COMPUTE(sides_of_19, &(const struct side){false, 2, pairs, PAIRS})),
      "(14)'s right side over $1-\\beta_1$ is at most (19)'s left one, "
      "$C=2$.",
      "Правая часть (14), делённая на $1-\\beta_1$, не больше левой части "
      "(19), $C=2$.");
CLAIM(line_19_small_give, PROOF_LINE,
      LOOSE(0.949, COMPUTE(sides_of_19,
                           &(const struct side){true, 1000, pairs, PAIRS})),
      "(19)'s right side is at most (15)'s over $1-\\beta_1$, $C=1000$.",
      "Правая часть (19) не больше правой части (15), делённой на "
      "$1-\\beta_1$, $C=1000$.");
CLAIM(line_19_large_take_with_momentum, PROOF_LINE,
      COMPUTE(sides_of_19, &(const struct side){false, 1000, &pairs[1], 1}),
      "The same for $C=1000$, $\\beta=(0.5,\\,0.9)$.",
      "То же при $C=1000$, $\\beta=(0.5,\\,0.9)$.");
CLAIM(line_19_small_give_with_momentum, PROOF_LINE,
      LOOSE(0.477, COMPUTE(sides_of_19,
                           &(const struct side){true, 1000, &pairs[1], 1})),
      "(15)'s likewise, whose other terms are given away.",
      "Так же и для (15), все прочие члены которой при этом отброшены.");
CLAIM(drift_lasts, PROOF_LINE, COMPUTE(for_ever),
      "$c_t$ is at least what the program takes for it from $t=100$ on.",
      "Начиная с $t=100$, $c_t$ не меньше того, что вместо него берёт "
      "программа.");
CLAIM(large_C_drifts, PROOF_LINE, COMPUTE(goes_up),
      "For the least $C$ with (19), and 10, 100 and 1000 times that, the least "
      "$c_t\\sqrt C$ is above 0; $k$ is $C$.",
      "Для наименьшего $C$, удовлетворяющего (19), и для значений, больших "
      "его в 10, 100 и 1000 раз, наименьшее $c_t\\sqrt C$ больше 0; $k$ — "
      "это $C$.");
/**
## The floor

The recursion (17), in C, its limit (18), and expectations from the middle
against it: all sequences of twelve answers, then runs. The floor is Markov's
inequality at every step, while most points are away from the end of the
interval at first; and after $2\cdot10^4$ steps the gap is 1.58 times as large
($C=10$, $\beta_1=0$), 8.5 times ($\beta_1=0.5$), 53 times ($C=1000$), for most
points are near that end, and projection cuts off far less than a whole step.
*/
/**ru 1809291459
## Нижняя граница

Рекурсия (17), записанная на языке C, её предел (18) и сравнение с ней средних
при начале в середине: сначала все последовательности из двенадцати ответов,
потом запуски. Эта граница пользуется неравенством Маркова на каждом шаге,
тогда как поначалу большинство точек далеки от конца отрезка; а после
$2\cdot10^4$ шагов зазор больше её в 1,58 раза ($C=10$, $\beta_1=0$), в 8,5
раза ($\beta_1=0.5$), в 53 раза ($C=1000$), потому что большинство точек у
этого конца, а проекция отсекает куда меньше целого шага.
*/
/* delta y after k steps. */
static double stays_away(const struct chance *c, double alpha, bool corrected,
                         size_t k) {
    double ever = drift_for_ever(c), y = 1;
    for (size_t t = 1; t <= k; t++) {
        double step = alpha / sqrt((double)t), up = longest_up(c, corrected, t),
               late = ever / (corrected ? weights(c, t) : 1),
               here = t < MEMORY_LENGTH ? drift_of(c, corrected, t) : late;
        y = step * up <= 1 ? next_floor(y, step, up, here, 2) : 0;
    }
    return c->delta * y;
}
/* Without (raw) and with bias correction (hat). */
static double rare_raw(const struct constants *c, size_t k) {
    return stays_away(&chances[RARE], c->alpha, false, k);
}
static double rare_hat(const struct constants *c, size_t k) {
    return stays_away(&chances[RARE], c->alpha, true, k);
}
static double beta_raw(const struct constants *c, size_t k) {
    return stays_away(&chances[MOMENTUM], c->alpha, false, k);
}
static double beta_hat(const struct constants *c, size_t k) {
    return stays_away(&chances[MOMENTUM], c->alpha, true, k);
}
static double rarer_raw(const struct constants *c, size_t k) {
    return stays_away(&chances[RARER], c->alpha, false, k);
}
static double rarer_hat(const struct constants *c, size_t k) {
    return stays_away(&chances[RARER], c->alpha, true, k);
}

/* Over the limit in (18): the floor after so many steps. */
struct limit {
    double at_least, at_most; /* which */
    bool constant_steps;
};
static const struct {
    double (*floor)(const struct constants *, size_t k);
    const struct chance *of;
    const char *name;
} floors[] = {{rare_raw, &chances[RARE], "raw"},
              {rare_hat, &chances[RARE], "corrected"},
              {beta_raw, &chances[MOMENTUM], "raw"},
              {beta_hat, &chances[MOMENTUM], "corrected"},
              {rarer_raw, &chances[RARER], "raw"},
              {rarer_hat, &chances[RARER], "corrected"}};
static void limit_of_floor(struct inquiry *q) {
    const double *times = q->with; /* at least; NULL: at most the limit */
    for (size_t i = 0; i < COUNT(floors); i++) {
        const struct chance *c = floors[i].of;
        double limit = 2 * c->delta * drift_for_ever(c);
        const struct constants k = {.alpha = 0.5};
        double at = floors[i].floor(&k, 100000);
        inquiry_exact(q, "rare_gradient", floors[i].name, 100000, at,
                      sum_error(1) * at, times ? AT_LEAST : AT_MOST,
                      times ? *times * limit : limit);
        name_chance(q, c);
    }
}
/* The same recursion with steps that stay as long as they are. */
static void limit_of_constant_steps(struct inquiry *q) {
    for (size_t i = 0; i < CHANCES - 1; i++) { /* as the last does not drift */
        const struct chance *c = &chances[i];
        double y = 1, drift = drift_for_ever(c);
        for (size_t t = 1; t <= 1000; t++) y = next_floor(y, 0.5, 1, drift, 2);
        inquiry_exact(q, "rare_gradient", "adam_uncorrected", 1000,
                      c->delta * y, sum_error(1), AT_LEAST,
                      0.99 * 2 * c->delta * drift);
        name_chance(q, c);
    }
}
CLAIM(floor_tends_to_its_limit, PROOF_LINE, COMPUTE(limit_of_floor),
      "After $10^5$ steps the floor is at most $2\\delta c_\\infty$.",
      "После $10^5$ шагов нижняя граница не больше $2\\delta c_\\infty$.");
CLAIM(floor_is_at_its_limit, PROOF_LINE,
      COMPUTE(limit_of_floor, &(const double){0.99}),
      "After $10^5$ steps the floor is at least 0.99 of $2\\delta c_\\infty$.",
      "После $10^5$ шагов нижняя граница не меньше 0,99 от $2\\delta "
      "c_\\infty$.");

enum { STEPS = 20000, LONG_STEPS = 400000, DRIFT_STEPS = 100000 };

static const struct setting drifts[] = {
    {rare_gradient, &method_adam_uncorrected, .first = 1, .steps = STEPS,
     .runs = 512, .settings = {0.5, .beta2 = 0.05, .schedule = schedule_root}},
    {rare_gradient, &method_adam, .first = 1, .steps = STEPS, .runs = 512,
     .settings = {0.5, .beta2 = 0.05, .schedule = schedule_root}},
    {rarer_gradient, &method_adam_uncorrected, .first = 1, .steps = STEPS,
     .runs = 512,
     .settings = {1, .beta1 = 0.9, .beta2 = 0.99, .schedule = schedule_root}},
    {rarer_gradient, &method_adam, .first = 1, .steps = STEPS, .runs = 512,
     .settings = {1, .beta1 = 0.9, .beta2 = 0.99, .schedule = schedule_root}},
    {rare_gradient_experiment, &method_adam_uncorrected, .first = 1,
     .steps = DRIFT_STEPS, .runs = 512,
     .settings = {0.5, .beta1 = 0.9, .beta2 = 0.99, .schedule = schedule_root}},
    {rare_gradient_experiment, &method_adam, .first = 1, .steps = DRIFT_STEPS,
     .runs = 512,
     .settings = {0.5, .beta1 = 0.9, .beta2 = 0.99, .schedule = schedule_root}},
    /* the six above again below; for the floor only: */
    {rare_gradient, &method_adam_uncorrected, .first = 1, .steps = STEPS,
     .runs = 512,
     .settings = {0.5, .beta1 = 0.5, .beta2 = 0.5, .schedule = schedule_root}},
    {rare_gradient, &method_adam, .first = 1, .steps = STEPS, .runs = 512,
     .settings = {0.5, .beta1 = 0.5, .beta2 = 0.5, .schedule = schedule_root}}};
/* All sequences of twelve answers. */
static const struct setting twelve[] = {
    {rare_gradient,
     &method_adam_uncorrected,
     {0.5, .beta2 = 0.05, .schedule = schedule_root},
     1,
     .steps = ANSWERS},
    {rare_gradient,
     &method_adam,
     {0.5, .beta2 = 0.05, .schedule = schedule_root},
     1,
     .steps = ANSWERS},
    {rare_gradient,
     &method_adam_uncorrected,
     {0.5, .beta1 = 0.5, .beta2 = 0.5, .schedule = schedule_root},
     1,
     .steps = ANSWERS},
    {rare_gradient,
     &method_adam,
     {0.5, .beta1 = 0.5, .beta2 = 0.5, .schedule = schedule_root},
     1,
     .steps = ANSWERS},
    {rarer_gradient,
     &method_adam_uncorrected,
     {0.1, .beta1 = 0.9, .beta2 = 0.99, .schedule = schedule_root},
     1,
     .steps = ANSWERS},
    {rarer_gradient,
     &method_adam,
     {0.1, .beta1 = 0.9, .beta2 = 0.99, .schedule = schedule_root},
     1,
     .steps = ANSWERS}};
CLAIM(floor_rare_uncorrected, BOUND,
      LOOSE(0.676, MEAN(rare_raw, ONE(twelve, 0), .sign = AT_LEAST,
                        .without_sigma2 = true)),
      "The exact gap in twelve steps: without correction, $C=10$, "
      "$\\beta=(0,\\,0.05)$.",
      "Точный зазор за двенадцать шагов: без коррекции, $C=10$, "
      "$\\beta=(0,\\,0.05)$.");
CLAIM(floor_rare_corrected, BOUND,
      LOOSE(0.6875, MEAN(rare_hat, ONE(twelve, 1), .sign = AT_LEAST,
                         .without_sigma2 = true)),
      "The exact gap in twelve steps: with correction, $C=10$, "
      "$\\beta=(0,\\,0.05)$.",
      "Точный зазор за двенадцать шагов: с коррекцией, $C=10$, "
      "$\\beta=(0,\\,0.05)$.");
CLAIM(floor_momentum_uncorrected, BOUND,
      LOOSE(0.799, MEAN(beta_raw, ONE(twelve, 2), .sign = AT_LEAST,
                        .without_sigma2 = true)),
      "The exact gap in twelve steps: without correction, $C=10$, "
      "$\\beta=(0.5,\\,0.5)$.",
      "Точный зазор за двенадцать шагов: без коррекции, $C=10$, "
      "$\\beta=(0.5,\\,0.5)$.");
CLAIM(floor_momentum_corrected, BOUND,
      LOOSE(0.6875, MEAN(beta_hat, ONE(twelve, 3), .sign = AT_LEAST,
                         .without_sigma2 = true)),
      "The exact gap in twelve steps: with correction, $C=10$, "
      "$\\beta=(0.5,\\,0.5)$.",
      "Точный зазор за двенадцать шагов: с коррекцией, $C=10$, "
      "$\\beta=(0.5,\\,0.5)$.");
CLAIM(floor_rarer_uncorrected, BOUND,
      LOOSE(0.95, MEAN(rarer_raw, ONE(twelve, 4), .sign = AT_LEAST,
                       .without_sigma2 = true)),
      "The exact gap in twelve steps: without correction, $C=1000$, "
      "$\\beta=(0.9,\\,0.99)$.",
      "Точный зазор за двенадцать шагов: без коррекции, $C=1000$, "
      "$\\beta=(0.9,\\,0.99)$.");
CLAIM(floor_rarer_corrected, BOUND,
      LOOSE(0.95, MEAN(rarer_hat, ONE(twelve, 5), .sign = AT_LEAST,
                       .without_sigma2 = true)),
      "The exact gap in twelve steps: with correction, $C=1000$, "
      "$\\beta=(0.9,\\,0.99)$.",
      "Точный зазор за двенадцать шагов: с коррекцией, $C=1000$, "
      "$\\beta=(0.9,\\,0.99)$.");
/* And by runs. */
CLAIM(bound_rare_uncorrected, BOUND,
      MEAN(rare_raw, drifts, 1, .sign = AT_LEAST, .without_sigma2 = true),
      "The floor (17) without correction, $C=10$, $\\beta=(0,\\,0.05)$.",
      "Нижняя граница (17) без коррекции, $C=10$, $\\beta=(0,\\,0.05)$.");
CLAIM(bound_rare_corrected, BOUND,
      MEAN(rare_hat, drifts + 1, 1, .sign = AT_LEAST, .without_sigma2 = true),
      "The floor (17) with correction, $C=10$, $\\beta=(0,\\,0.05)$.",
      "Нижняя граница (17) с коррекцией, $C=10$, $\\beta=(0,\\,0.05)$.");
CLAIM(bound_momentum_uncorrected, BOUND,
      MEAN(beta_raw, drifts + 6, 1, .sign = AT_LEAST, .without_sigma2 = true),
      "The floor (17) without correction, $C=10$, $\\beta=(0.5,\\,0.5)$.",
      "Нижняя граница (17) без коррекции, $C=10$, $\\beta=(0.5,\\,0.5)$.");
CLAIM(bound_momentum_corrected, BOUND,
      MEAN(beta_hat, drifts + 7, 1, .sign = AT_LEAST, .without_sigma2 = true),
      "The floor (17) with correction, $C=10$, $\\beta=(0.5,\\,0.5)$.",
      "Нижняя граница (17) с коррекцией, $C=10$, $\\beta=(0.5,\\,0.5)$.");
CLAIM(bound_rarer_uncorrected, BOUND,
      MEAN(rarer_raw, drifts + 2, 1, .sign = AT_LEAST, .without_sigma2 = true),
      "The floor (17) without correction, $C=1000$, $\\beta=(0.9,\\,0.99)$.",
      "Нижняя граница (17) без коррекции, $C=1000$, $\\beta=(0.9,\\,0.99)$.");
CLAIM(bound_rarer_corrected, BOUND,
      MEAN(rarer_hat, drifts + 3, 1, .sign = AT_LEAST, .without_sigma2 = true),
      "The floor (17) with correction, $C=1000$, $\\beta=(0.9,\\,0.99)$.",
      "Нижняя граница (17) с коррекцией, $C=1000$, $\\beta=(0.9,\\,0.99)$.");
/**
(17) is a floor, and a low one where $C$ is large. What happens is worse. All
runs start in the middle, at 0, where $f-f^*=\delta$; the expected gap **rises**
from there, and in the end is nearly $2\delta$, the largest there is. So it does
in the paper's experiment, $1010x$ with probability 0.01, else $-10x$,
$\beta_1=0.9$, $\beta_2=0.99$, which the floor does not cover: $c_\infty<0$
there, so much is lost in Jensen's inequality.

@figure at_random_experiment The paper's experiment at random
*/
/**ru 3914229382
Оценка (17) — нижняя граница, причём низкая, если $C$ велико. На деле всё
хуже. Все запуски начинают в середине, в 0, где $f-f^*=\delta$; средний зазор
оттуда **растёт** и под конец почти равен $2\delta$, наибольшему возможному.
Так же обстоит дело и в эксперименте из статьи: $1010x$ с вероятностью 0,01,
иначе $-10x$, $\beta_1=0.9$, $\beta_2=0.99$; нижняя граница его не охватывает:
там $c_\infty<0$, так много теряется в неравенстве Йенсена.

@figure at_random_experiment Эксперимент из статьи, случайный порядок
*/
static double middle(const struct constants *c, size_t k) {
    (void)k;
    return c->gap_0;
}
static const struct setting ends[] = {
    {rare_gradient, &method_adam, .first = STEPS, .steps = STEPS, .runs = 2048,
     .settings = {0.5, .beta2 = 0.05, .schedule = schedule_root}},
    {rarer_gradient, &method_adam, .first = STEPS, .steps = STEPS, .runs = 2048,
     .settings = {1, .beta1 = 0.9, .beta2 = 0.99, .schedule = schedule_root}}};
CLAIM(drifts_the_wrong_way, SHARPNESS,
      MEAN(middle, drifts, 6, .sign = AT_LEAST, .without_sigma2 = true),
      "The expected gap never falls below the start's: $\\mathbb Ex_k\\ge0$.",
      "Средний зазор никогда не опускается ниже начального: $\\mathbb "
      "Ex_k\\ge0$.");
CLAIM(ends_at_the_wrong_end, SHARPNESS,
      MEAN(middle, ON(ends), .times = 1.9, .sign = AT_LEAST,
           .without_sigma2 = true),
      "In the end $\\mathbb Ex_k\\ge0.9$.", "В конце $\\mathbb Ex_k\\ge0.9$.");
/**
## SGD and AMSGrad at random

Both go the right way, and for the weighted average there is a proof. The step
gives, for either denominator $\sqrt{\hat v_t}$ (1 for SGD),
$$2\alpha_tg_t(x_t-x^*)\le\sqrt{\hat v_t}\,\bigl[(x_t-x^*)^2-(x_{t+1}-x^*)^2\bigr]+\alpha_t^2\frac{g_t^2}{\sqrt{\hat v_t}}.\tag{20}$$
$\hat v_t$ does not fall and is at most $C^2$, so the brackets add up to at most
$4\sqrt{\hat v_k}\le4C$ (SGD: to $(x_1-x^*)^2=1$, as nothing changes their
weight). For AMSGrad
with $\beta_1=0$, $\hat v_t\ge(1-\beta_2)g_t^2$, so the last term is at most
$\alpha_t^2|g_t|/\sqrt{1-\beta_2}$. These are inequalities of every path:
*/
/**ru 301456903
## SGD и AMSGrad в случайном порядке

Оба идут в нужную сторону, и для взвешенного среднего этому есть
доказательство. Шаг даёт для любого из двух знаменателей $\sqrt{\hat v_t}$ (1
для SGD)
$$2\alpha_tg_t(x_t-x^*)\le\sqrt{\hat v_t}\,\bigl[(x_t-x^*)^2-(x_{t+1}-x^*)^2\bigr]+\alpha_t^2\frac{g_t^2}{\sqrt{\hat v_t}}.\tag{20}$$
$\hat v_t$ не убывает и не больше $C^2$, поэтому сумма скобок не больше
$4\sqrt{\hat v_k}\le4C$ (для SGD — не больше $(x_1-x^*)^2=1$, так как их вес
ничто не меняет). У AMSGrad с $\beta_1=0$ верно $\hat v_t\ge(1-\beta_2)g_t^2$,
так что последний член не больше $\alpha_t^2|g_t|/\sqrt{1-\beta_2}$. Эти
неравенства верны на каждой траектории:
*/
/* A step of sixteen runs, and the brackets' sums so far. */
struct path {
    bool amsgrad;
    size_t k;
    double alpha;
    real g, far, near, root, brackets; /* x_t + 1 and x_{t+1} + 1 */
};
/* A relation whose magnitude is the rounding error, for SGD or AMSGrad. */
struct path_line {
    struct relation (*check)(const struct path *);
    bool of_amsgrad;
};
static void on_paths(struct inquiry *q) {
    enum { GROUPS = 8, WALKED = 2000 };
    const struct path_line *line = q->with;
    size_t m = line->of_amsgrad;
    struct problem *p = rare_gradient();
    struct settings settings = {.alpha = m ? 2 : 0.2,
                                .beta2 = chances[RARE].beta2,
                                .schedule = schedule_root};
    struct trajectory t =
        trajectory_new(p, m ? &method_amsgrad : &method_sgd, &settings);
    struct nearest n[LANES] = {{.sign = AT_MOST}};
    for (size_t group = 0; group < GROUPS; group++) {
        struct pcg_lanes random =
            pcg_lanes_of_runs(inquiry_seed(q), q->stream + m, group * LANES);
        struct path s = {.amsgrad = m};
        trajectory_restart(&t);
        while (t.k < WALKED) {
            s.far = t.x[0] + 1;
            trajectory_draw(&t, &random, pcg_surplus(p->components));
            s.k = t.k;
            s.near = t.x[0] + 1;
            s.g = t.gradient[0];
            s.alpha = step_size(&t.settings, t.k - 1);
            s.root = m ? real_sqrt(t.state[2]) : real_all(1);
            s.brackets += s.root * (s.far * s.far - s.near * s.near);
            struct relation r = line->check(&s);
            for (int l = 0; l < LANES; l++)
                nearest_take(&n[l], t.k, r.left[l], r.right[l], r.magnitude[l]);
        }
    }
    for (int l = 0; l < LANES; l++) {
        inquiry_nearest(q, p->id, t.method->id, &n[l]);
        q->findings[q->count - 1].runs = GROUPS;
        inquiry_which(q, q->count - 1, "lane %d", l);
    }
    trajectory_free(&t);
    problem_free(p);
}
static struct relation one_step(const struct path *s) {
    double alpha = s->alpha;
    real g = s->g, v = s->root, last = alpha * alpha * g * g / v;
    real right = v * (s->far * s->far - s->near * s->near) + last;
    real size = v * 8 + alpha * real_abs(g) * 8 + last;
    return at_most(2 * alpha * g * s->far, right, few * size);
}
static struct relation denominator(const struct path *s) {
    real g = real_abs(s->g), least = sqrt(1 - chances[RARE].beta2) * g;
    return at_most(least, s->root, few * g);
}
static struct relation largest_denominator(const struct path *s) {
    return at_most(s->root, real_all(chances[RARE].C), few * s->root);
}
static struct relation brackets(const struct path *s) {
    real most = s->amsgrad ? 4 * s->root : s->root;
    return at_most(s->brackets, most, few * (double)s->k * most);
}
CLAIM(line_16_one_step_of_sgd, PROOF_LINE,
      COMPUTE(on_paths, &(const struct path_line){one_step, false}),
      "Inequality (20) at every step of 128 runs of SGD.",
      "Неравенство (20) на каждом шаге 128 запусков SGD.");
CLAIM(line_16_one_step_of_amsgrad, PROOF_LINE,
      COMPUTE(on_paths, &(const struct path_line){one_step, true}),
      "Inequality (20) at every step of 128 runs of AMSGrad.",
      "Неравенство (20) на каждом шаге 128 запусков AMSGrad.");
CLAIM(line_16_denominator, PROOF_LINE,
      COMPUTE(on_paths, &(const struct path_line){denominator, true}),
      "AMSGrad's denominator is at least $\\sqrt{1-\\beta_2}\\,|g_t|$.",
      "Знаменатель AMSGrad не меньше $\\sqrt{1-\\beta_2}\\,|g_t|$.");
CLAIM(line_16_largest_denominator, PROOF_LINE,
      COMPUTE(on_paths, &(const struct path_line){largest_denominator, true}),
      "It is at most $C$.", "Он не больше $C$.");
CLAIM(line_16_brackets_of_sgd, PROOF_LINE,
      COMPUTE(on_paths, &(const struct path_line){brackets, false}),
      "SGD's brackets add up to at most 1 at any step.",
      "Сумма скобок SGD на любом шаге не больше 1.");
CLAIM(line_16_brackets_of_amsgrad, PROOF_LINE,
      LOOSE(0.925,
            COMPUTE(on_paths, &(const struct path_line){brackets, true})),
      "AMSGrad's brackets add up to at most $4\\sqrt{\\hat v_k}$ at any step.",
      "Сумма скобок AMSGrad на любом шаге не больше $4\\sqrt{\\hat v_k}$.");
/**
Taking expectations, with $\mathbb E|g|=pC+1-p$,
$$\mathbb Ef(\bar x_k)-f^*\le\frac1{2\sum_{t\le k}\alpha_t}\begin{cases}1+q\sum_{t\le k}\alpha_t^2&\text{(SGD)},\\
  4C+\frac{pC+1-p}{\sqrt{1-\beta_2}}\sum_{t\le k}\alpha_t^2&\text{(AMSGrad)}.\end{cases}\tag{21}$$
Both tend to 0 like $\frac{\log k}{\sqrt k}$. Adam, which lets $v$ fall again,
has no such bound: the brackets do not telescope, and that is the gap in its
original proof.
*/
/**ru 3298900504
Взяв математическое ожидание, с $\mathbb E|g|=pC+1-p$ получаем
$$\mathbb Ef(\bar x_k)-f^*\le\frac1{2\sum_{t\le k}\alpha_t}\begin{cases}1+q\sum_{t\le k}\alpha_t^2&\text{(SGD)},\\
  4C+\frac{pC+1-p}{\sqrt{1-\beta_2}}\sum_{t\le k}\alpha_t^2&\text{(AMSGrad)}.\end{cases}\tag{21}$$
Обе оценки стремятся к 0 как $\frac{\log k}{\sqrt k}$. У Adam, который
позволяет $v$ снова убывать, такой оценки нет: скобки не сворачиваются в
телескопическую сумму, и в этом состоит пробел в его первоначальном
доказательстве.
*/
static double steps_sum(double alpha, size_t k, double *squares) {
    double sum = 0;
    *squares = 0;
    for (size_t t = 1; t <= k; t++) {
        sum += alpha / sqrt((double)t);
        *squares += alpha * alpha / (double)t;
    }
    return sum;
}
static double sgd_bound(const struct constants *c, size_t k) {
    double squares, sum = steps_sum(c->alpha, k, &squares);
    return (1 + mean_square(&chances[RARE]) * squares) / (2 * sum);
}
static double amsgrad_bound(const struct constants *c, size_t k) {
    const struct chance *o = &chances[RARE];
    double squares, sum = steps_sum(c->alpha, k, &squares),
                    mean = rare(o) * o->C + 1 - rare(o);
    return (4 * o->C + mean / sqrt(1 - o->beta2) * squares) / (2 * sum);
}
/* Before the end anything holds: the early checkpoints are there for the
 * figure. */
static double a_fifth_at_the_end(const struct constants *c, size_t k) {
    return (k < STEPS ? 2 : 0.2) * c->gap_0;
}
static double four_fifths_at_the_end(const struct constants *c, size_t k) {
    return (k < LONG_STEPS ? 2 : 0.8) * c->gap_0;
}
static const struct setting averaged[] = {
    {rare_gradient, &method_sgd, .first = 1, .steps = STEPS, .runs = 512,
     .settings = {.alpha = 0.2, .schedule = schedule_root}},
    {rare_gradient, &method_amsgrad, .first = 1, .steps = STEPS, .runs = 512,
     .settings = {.alpha = 2, .beta2 = 0.05, .schedule = schedule_root}}};
static const struct setting settling[] = {
    {rare_gradient, &method_sgd, .first = 1, .steps = STEPS, .runs = 2048,
     .settings = {.alpha = 0.2, .schedule = schedule_root}},
    {rare_gradient, &method_amsgrad, .first = 1, .steps = STEPS, .runs = 2048,
     .settings = {.alpha = 2, .beta2 = 0.05, .schedule = schedule_root}}};
static const struct setting papers[] = {
    {rare_gradient_experiment, &method_sgd, .first = 1, .steps = LONG_STEPS,
     .runs = 1024, .settings = {.alpha = 0.006, .schedule = schedule_root}},
    {rare_gradient_experiment, &method_amsgrad, .first = 1, .steps = LONG_STEPS,
     .runs = 1024,
     .settings = {2, .beta1 = 0.9, .beta2 = 0.99, .schedule = schedule_root}}};
static const struct setting averaged_twelve[] = {
    {rare_gradient,
     &method_sgd,
     {.alpha = 0.2, .schedule = schedule_root},
     1,
     .steps = ANSWERS},
    {rare_gradient,
     &method_amsgrad,
     {2, .beta2 = 0.05, .schedule = schedule_root},
     1,
     .steps = ANSWERS}};
CLAIM(bound_of_sgd, BOUND,
      LOOSE(0.105, AVERAGE(sgd_bound, ONE(averaged_twelve, 0),
                           .without_sigma2 = true)),
      "The bound (21) for SGD, the exact mean in twelve steps.",
      "Оценка (21) для SGD, точное среднее за двенадцать шагов.");
CLAIM(bound_of_amsgrad, BOUND,
      LOOSE(0.0503, AVERAGE(amsgrad_bound, ONE(averaged_twelve, 1),
                            .without_sigma2 = true)),
      "The bound (21) for AMSGrad with $\\beta_1=0$, likewise.",
      "Оценка (21) для AMSGrad с $\\beta_1=0$, так же.");
CLAIM(bound_sgd_at_random, BOUND,
      MEAN(sgd_bound, averaged, 1, .average = true, .without_sigma2 = true),
      "The bound (21) for SGD.", "Оценка (21) для SGD.");
CLAIM(bound_amsgrad_at_random, BOUND,
      MEAN(amsgrad_bound, averaged + 1, 1, .average = true,
           .without_sigma2 = true),
      "The bound (21) for AMSGrad with $\\beta_1=0$.",
      "Оценка (21) для AMSGrad с $\\beta_1=0$.");
CLAIM(settles_at_random, SHARPNESS,
      MEAN(a_fifth_at_the_end, ON(settling), .without_sigma2 = true),
      "In the end SGD's and AMSGrad's gap is at most a fifth of the start's.",
      "В конце зазор SGD и AMSGrad не больше пятой части начального.");
CLAIM(
    settles_in_the_experiment, SHARPNESS,
    MEAN(four_fifths_at_the_end, ON(papers), .without_sigma2 = true),
    "In the experiment, after $4\\cdot10^5$ steps, it is at most four fifths.",
    "В эксперименте после $4\\cdot10^5$ шагов он не больше четырёх пятых "
    "начального.");
/**
## What breaks

**AMSGrad's maximum taken away.** That is Adam without bias correction. What is
proved of AMSGrad, asked of it:
*/
/**ru 4091972534
## Что ломается {#what-breaks}

**Из AMSGrad убран максимум.** Это Adam без коррекции смещения. Потребуем от
него того, что доказано для AMSGrad:
*/
static const struct setting without_maximum[] = {
    {rare_gradient, &method_adam_uncorrected, .first = STEPS, .steps = STEPS,
     .runs = 512, .settings = {2, .beta2 = 0.05, .schedule = schedule_root}}};
CLAIM(control_maximum_removed_at_random, CONTROL,
      MEAN(amsgrad_bound, ON(without_maximum), .average = true,
           .without_sigma2 = true),
      "AMSGrad's bound (21), asked of Adam without bias correction.",
      "Оценка (21) для AMSGrad, отнесённая к Adam без коррекции смещения.");
/**
**AMSGrad in Adam's place** goes below the floor. **Answers in pairs,** every
other one a copy of the one before, keep their mean and their mean square, but
not (13). **Momentum longer than the memory of squares,** $\gamma>1$, makes (19)
true for nothing: its left side is negative. **A small $C$:** with $C=4$
the drift comes to be downwards. **Steps that do not fall:** the
recursion stays below (18).
*/
/**ru 535328907
**AMSGrad вместо Adam** опускается ниже нижней границы. **Ответы парами,** где
каждый второй повторяет предыдущий, сохраняют среднее и средний квадрат, но не
(13). **Момент длиннее памяти о квадратах,** $\gamma>1$, делает (19) верным
впустую: его левая часть отрицательна. **Малое $C$:** при $C=4$ снос в конце
концов направлен вниз. **Неубывающие шаги:** рекурсия остаётся ниже (18).
*/
static const struct setting of_amsgrad[] = {
    {rare_gradient, &method_amsgrad, .first = STEPS, .steps = STEPS,
     .runs = 512, .settings = {2, .beta2 = 0.05, .schedule = schedule_root}}};
static const struct betas long_momentum[] = {{0.9, 0.5, "β = 0.9; 0.5"}};
CLAIM(control_floor_of_amsgrad, CONTROL,
      DROPS(adam, MEAN(rare_raw, ON(of_amsgrad), .sign = AT_LEAST,
                       .without_sigma2 = true)),
      "The floor (17), asked of AMSGrad.",
      "Нижняя граница (17), отнесённая к AMSGrad.");
CLAIM(control_answers_in_pairs, CONTROL,
      DROPS(fresh_answers, COMPUTE(on_answers, &pairs_10)),
      "(13) with $j=0$ for answers in pairs.",
      "Равенство (13) с $j=0$ для ответов парами.");
CLAIM(control_long_momentum, CONTROL,
      DROPS(short_momentum,
            COMPUTE(sides_of_19,
                    &(const struct side){false, 1000, long_momentum, 1})),
      "(14)'s right side over $1-\\beta_1$ is at most (19)'s left one, "
      "$\\beta=(0.9,\\,0.5)$.",
      "Правая часть (14), делённая на $1-\\beta_1$, не больше левой части "
      "(19), $\\beta=(0.9,\\,0.5)$.");
CLAIM(control_small_C, CONTROL,
      DROPS(rare_answer, COMPUTE(goes_up, &(const double){4})),
      "For $C=4$ the least $c_t\\sqrt C$ is above 0.",
      "При $C=4$ наименьшее $c_t\\sqrt C$ больше 0.");
CLAIM(
    control_constant_steps, CONTROL,
    DROPS(falling_steps, COMPUTE(limit_of_constant_steps)),
    "With $\\alpha_t=\\frac12$ and $U=1$ the recursion (17) comes to at least "
    "0.99 of $2\\delta c_\\infty$.",
    "При $\\alpha_t=\\frac12$ и $U=1$ рекурсия (17) доходит не менее чем "
    "до 0,99 от $2\\delta c_\\infty$.");
/**
**The constants.** 1.05 of the limit (18); 3 in place of 2 in (17), which is
Markov's inequality with a wrong denominator; and 1.05 of the drift in (16),
which is an equality in the first step from 0. And Adam does not stay below the
middle:
*/
/**ru 37309707
**Константы.** Предел (18), умноженный на 1,05; 3 вместо 2 в (17), то есть
неравенство Маркова с неверным знаменателем; и снос в (16), умноженный на
1,05, при том что на первом шаге из 0 там равенство. И Adam не остаётся ниже
середины:
*/
static const struct setting below_the_middle[] = {
    {rare_gradient, &method_adam, .first = STEPS, .steps = STEPS, .runs = 512,
     .settings = {0.5, .beta2 = 0.05, .schedule = schedule_root}},
    {rarer_gradient, &method_adam, .first = STEPS, .steps = STEPS, .runs = 512,
     .settings = {1, .beta1 = 0.9, .beta2 = 0.99, .schedule = schedule_root}}};
CLAIM(control_limit_1_05, CONTROL,
      COMPUTE(limit_of_floor, &(const double){1.05}),
      "After $10^5$ steps the floor is at least 1.05 of $2\\delta c_\\infty$.",
      "После $10^5$ шагов нижняя граница не меньше 1,05 от $2\\delta "
      "c_\\infty$.");
CLAIM(control_markov_with_3, CONTROL, COMPUTE(on_answers, &threes),
      "(17) from 1 with $3-\\alpha_tU_t$ in place of $2-\\alpha_tU_t$.",
      "Неравенство (17) из 1 с $3-\\alpha_tU_t$ вместо $2-\\alpha_tU_t$.");
CLAIM(control_drift_1_05, CONTROL, COMPUTE(on_answers, &faster),
      "Inequality (16) from 0 with $1.05\\,c_t$.",
      "Неравенство (16) из 0 с $1.05\\,c_t$.");
CLAIM(control_stays_below_the_middle, CONTROL,
      MEAN(middle, ON(below_the_middle), .without_sigma2 = true),
      "The expected gap of Adam is at most what it was at the start.",
      "Средний зазор Adam не больше, чем был в начале.");

static const struct claim *const claims[] = {
    oracles_have_these_moments, line_10_square_given_small, line_11_large_take,
    line_12_small_give, line_11_after_12_answers, line_12_after_12_answers,
    line_13_drift, line_14_end_of_the_interval, line_14_at_1, line_15_floor,
    line_15_at_1, line_14_longest_step, least_large_C, line_19_large_take,
    line_19_small_give, line_19_large_take_with_momentum,
    line_19_small_give_with_momentum, drift_lasts, large_C_drifts,
    floor_tends_to_its_limit, floor_is_at_its_limit, floor_rare_uncorrected,
    floor_rare_corrected, floor_momentum_uncorrected, floor_momentum_corrected,
    floor_rarer_uncorrected, floor_rarer_corrected, bound_rare_uncorrected,
    bound_rare_corrected, bound_momentum_uncorrected, bound_momentum_corrected,
    bound_rarer_uncorrected, bound_rarer_corrected, drifts_the_wrong_way,
    ends_at_the_wrong_end, line_16_one_step_of_sgd, line_16_one_step_of_amsgrad,
    line_16_denominator, line_16_largest_denominator, line_16_brackets_of_sgd,
    line_16_brackets_of_amsgrad, bound_of_sgd, bound_of_amsgrad,
    bound_sgd_at_random, bound_amsgrad_at_random, settles_at_random,
    settles_in_the_experiment,
    /* what breaks */
    control_maximum_removed_at_random, control_floor_of_amsgrad,
    control_answers_in_pairs, control_long_momentum, control_small_C,
    control_constant_steps, control_limit_1_05, control_markov_with_3,
    control_drift_1_05, control_stays_below_the_middle};

static const struct drawing drawings[] = {
    {.name = "at_random",
     .title = {"Rare large gradients at random: Adam drifts the wrong way",
               "Редкие большие градиенты: Adam сносит не туда"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"},
     .linear_y = true,
     .curves = {{"drifts_the_wrong_way", 1, {"Adam", "Adam"}},
                {"settles_at_random", 1, {"AMSGrad", "AMSGrad"}},
                {"settles_at_random", 0, {"SGD", "SGD"}}}},
    {.name = "at_random_experiment",
     .title = {"The paper's experiment at random: Adam drifts the wrong way",
               "Эксперимент статьи, случайный порядок: Adam сносит не туда"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"},
     .linear_y = true,
     .curves = {{"drifts_the_wrong_way", 5, {"Adam", "Adam"}},
                {"settles_in_the_experiment", 1, {"AMSGrad", "AMSGrad"}},
                {"settles_in_the_experiment", 0, {"SGD", "SGD"}}}},
};

const struct theorem theorem_adam_counterexample_random = {
    .id = "adam_counterexample_random",
    .title = {"Adam need not converge, on average either",
              "Adam может не сходиться и в среднем"},
    .source = "Adam (Kingma and Ba, 2014)",
    .drawn_as = "adam_counterexample",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise ends_at_the_wrong_end For $C=10$ the oracle's mean is $\delta=0.1>0$,
    so SGD goes down to $-1$. Which way does the first step of Adam go on
    average? Predict where the runs of
    `descent run rare_gradient adam --alpha 0.5 --beta1 0 --beta2 0.05 --schedule root --steps 20000 --runs 2048`
    end, and what changes with `--beta2 0.999`. :: The first step is $\alpha$
    against the sign of the answer, hence up with probability $1-p=0.9$. With
    the short memory $\sqrt{v_t}$ is near 1 except just after a large answer, so
    later steps are like the first: the gap ends near 0.2, the largest there is.
    With $\beta_2=0.999$ $v_t$ forgets no large answer and stays near $q$, so
    that Adam is nearly SGD with another step: its gap ends below 0.02. For that
    memory (19) asks for a $C$ beyond 1000.
@exercise least_large_C Simplify (19) for large $C$, with
    $p\approx\frac{1+\delta}C$ and $q\approx(1+\delta)C$, to a lower limit for
    $C$. How does it grow as $\beta_2$ or $\gamma$ tends to 1? Evaluate it for
    $\delta=0.1$, $\beta=(0.9,\,0.999)$, and compare with the least $C$ that
    `descent verify adam_counterexample_random/least_large_C` confirms. :: (19)
    becomes
    $\frac{1+\delta}C\cdot\frac1{\sqrt{1-\beta_2}\,(1-\gamma)}<\frac1{\sqrt{(1+\delta)C}}$,
    hence $C>\frac{(1+\delta)^3}{(1-\beta_2)(1-\gamma)^2}$: in proportion to the
    memory of squares $\frac1{1-\beta_2}$, and to the square of
    $\frac1{1-\gamma}$. Here it is about $1.343\cdot10^5$, and the least whole
    $C$ is 134308. So for the usual $\beta$ (19) asks for slopes that are large
    beyond all practice; that does not mean that Adam is safe below.
@exercise control_answers_in_pairs Let every second answer be a copy of the one
    before. Compute $\mathbb E[v_2\mid g_2=-1]$ and compare it with (13) for
    $j=0$: by how much is (13) wrong, and which step in its derivation is? Why
    is it right at odd $t$ all the same? See
    `descent verify adam_counterexample_random/control_answers_in_pairs` for
    $C=10$, $\beta_2=0.05$. :: $g_2=-1$ says $g_1=-1$, so that $v_2=1-\beta_2^2$
    for certain, less than (13) by $(1-\beta_2)\beta_2(q-1)$; in numbers 0.9975
    and not 1.46775. (13) takes the mean $q$ for every square but that of
    $g_{t-j}$, which is right only if these answers do not depend on $g_{t-j}$.
    At odd $t$ the last answer has no copy yet and is independent of all before
    it.
*/
/**ru 1377859
## Упражнения

@exercise ends_at_the_wrong_end При $C=10$ среднее оракула равно $\delta=0.1>0$,
    поэтому SGD спускается к $-1$. Куда в среднем ведёт первый шаг Adam?
    Предскажите, где закончатся запуски
    `descent run rare_gradient adam --alpha 0.5 --beta1 0 --beta2 0.05 --schedule root --steps 20000 --runs 2048`
    и что изменится с `--beta2 0.999`. :: Первый шаг имеет длину $\alpha$ и
    направлен против знака ответа, то есть вверх с вероятностью $1-p=0.9$. При
    короткой памяти $\sqrt{v_t}$ близко к 1 всегда, кроме моментов сразу после
    большого ответа, и следующие шаги похожи на первый: зазор в конце близок к
    0,2, наибольшему возможному. При $\beta_2=0.999$ $v_t$ не забывает больших
    ответов и держится около $q$, так что Adam — почти SGD с другим шагом: зазор
    в конце меньше 0,02. Для такой памяти (19) требует $C$ больше 1000.
@exercise least_large_C Упростите (19) для больших $C$, где
    $p\approx\frac{1+\delta}C$ и $q\approx(1+\delta)C$, до нижней границы для
    $C$. Как она растёт, когда $\beta_2$ или $\gamma$ стремится к 1? Вычислите
    её при $\delta=0.1$, $\beta=(0.9,\,0.999)$ и сравните с наименьшим $C$,
    которое подтверждает
    `descent verify adam_counterexample_random/least_large_C`. :: Неравенство
    (19) превращается в
    $\frac{1+\delta}C\cdot\frac1{\sqrt{1-\beta_2}\,(1-\gamma)}<\frac1{\sqrt{(1+\delta)C}}$,
    откуда $C>\frac{(1+\delta)^3}{(1-\beta_2)(1-\gamma)^2}$: граница
    пропорциональна памяти квадратов $\frac1{1-\beta_2}$ и квадрату числа
    $\frac1{1-\gamma}$. Здесь это около $1.343\cdot10^5$, а наименьшее целое $C$
    равно 134308. Так что при обычных $\beta$ условие (19) требует наклонов,
    какие на практике не встречаются; но это не значит, что при меньших Adam
    безопасен.
@exercise control_answers_in_pairs Пусть каждый второй ответ повторяет
    предыдущий. Вычислите $\mathbb E[v_2\mid g_2=-1]$ и сравните с (13) при
    $j=0$: на сколько ошибается (13) и какой шаг в его выводе неверен? Почему
    оно тем не менее верно при нечётных $t$? Посмотрите
    `descent verify adam_counterexample_random/control_answers_in_pairs` для
    $C=10$, $\beta_2=0.05$. :: Из $g_2=-1$ следует $g_1=-1$, поэтому
    $v_2=1-\beta_2^2$ наверняка, меньше (13) на $(1-\beta_2)\beta_2(q-1)$; в
    числах 0,9975, а не 1,46775. В (13) каждый квадрат, кроме квадрата
    $g_{t-j}$, заменён своим средним $q$, а это верно, только если остальные
    ответы не зависят от $g_{t-j}$. При нечётном $t$ у последнего ответа ещё нет
    повторения, и от всех предыдущих он не зависит.
*/

/**
## References

- S. Reddi, S. Kale, S. Kumar, *On the Convergence of Adam and Beyond*, ICLR
  2018: theorem 3; algorithm 2 is AMSGrad.
- D. Kingma, J. Ba, *Adam: A Method for Stochastic Optimization*, ICLR 2015.
*/
/**ru 1830870566
## Литература

- S. Reddi, S. Kale, S. Kumar, *On the Convergence of Adam and Beyond*, ICLR
  2018: теорема 3; алгоритм 2 — это AMSGrad.
- D. Kingma, J. Ba, *Adam: A Method for Stochastic Optimization*, ICLR 2015.
*/
