/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Adam need not converge, whatever its momentum

The lecture says of Adam (slide «Adam (Kingma and Ba, 2014)»):

> Не сходится для некоторых простых задач (даже выпуклых)

[In a game on $[-1,1]$](adam_counterexample.html) where every third function is
$Cx$ and the others are $-x$, Adam without momentum and with a short memory ends
at the worst point. Here is the second theorem of Reddi, Kale and Kumar: no
choice of $\beta_1$ and $\beta_2$ is safe. Let
$$f_t(x)=\begin{cases}Cx&\text{if }t\bmod C=1,\\-x&\text{else,}\end{cases}$$
with $C$ even. The slopes of a cycle of $C$ steps add up to 1: the best point is
$-1$.

> **Theorem.** For any $\beta_1<\sqrt{\beta_2}<1$ there is a $C$ such that Adam
> with the steps $\alpha_t=\frac\alpha{\sqrt t}$ starts every cycle from some
> cycle on at $+1$, wherever it began, and its average regret tends to
> $\frac2C$.

It is proved for the paper's Adam, `adam_uncorrected`, and then for the
lecture's, `adam`, which corrects the bias. [The third
theorem](adam_counterexample_random.html) draws the slopes at random. Lines and
formulas are numbered through the three pages.

@figure position_experiment The paper's experiment, $1010x$ at every 101st step
    and else $-10x$: where Adam, AMSGrad and SGD are

## What it needs

- Momentum that is forgotten sooner than squares are:
  $\gamma=\frac{\beta_1}{\sqrt{\beta_2}}<1$.
- A large slope so rare that it is forgotten when it comes again. The paper asks
  $C$ to satisfy
$$\begin{aligned}&(1-\beta_1)\beta_1^{C-1}C\le1-\beta_1^{C-1},\qquad\beta_2^{(C-2)/2}C^2\le1,\\
  &\tfrac32\,\frac{1-\beta_1}{\sqrt{1-\beta_2}}\Bigl(1+\gamma\frac{1-\gamma^{C-1}}{1-\gamma}\Bigr)+\frac{\beta_1^{C/2-1}}{1-\beta_1}<\frac C3. \end{aligned}\tag{10}$$

- Adam, and steps $\frac\alpha{\sqrt t}$. (With steps that do not fall it
  starts its cycles at 1 as well, but the regret's limit is larger.)

All large enough $C$ satisfy (10). The least even one is taken, for six pairs,
of which the fourth has $\gamma=0.9997$ and is held up by the last condition,
the others by the second, and none by the first. In C, with names for what the
proof will call them: the first condition says that a bound on $m$, see (11), is
at most 0 at the end of a cycle, and in the third stands $B$ of line 8, as
$1+\gamma\frac{1-\gamma^{C-1}}{1-\gamma}=\frac{1-\gamma^C}{1-\gamma}$.
*/
/**ru 522137515
# Adam может не сходиться при любом моменте

Лекция говорит об Adam (слайд «Adam (Kingma and Ba, 2014)»):

> Не сходится для некоторых простых задач (даже выпуклых)

[В игре на отрезке $[-1,1]$](adam_counterexample.html), где каждая третья
функция — $Cx$, а остальные — $-x$, Adam без момента и с короткой памятью
приходит в худшую точку. Здесь — вторая теорема Редди, Кале и Кумара: никакой
выбор $\beta_1$ и $\beta_2$ не спасает. Пусть
$$f_t(x)=\begin{cases}Cx&\text{если }t\bmod C=1,\\-x&\text{иначе,}\end{cases}$$
где $C$ чётно. Наклоны за цикл из $C$ шагов дают в сумме 1: лучшая точка —
$-1$.

> **Теорема.** Для любых $\beta_1<\sqrt{\beta_2}<1$ найдётся такое $C$, что
> Adam с шагами $\alpha_t=\frac\alpha{\sqrt t}$ начиная с некоторого цикла
> начинает каждый цикл в точке $+1$, откуда бы он ни стартовал, а его среднее
> сожаление стремится к $\frac2C$.

Она доказывается для Adam из статьи, `adam_uncorrected`, а затем для Adam из
лекции, `adam`, с коррекцией смещения. В [третьей
теореме](adam_counterexample_random.html) наклоны выбираются случайно.
Нумерация строк и формул общая для трёх страниц.

@figure position_experiment Эксперимент из статьи, $1010x$ на каждом 101-м
    шаге и $-10x$ на остальных: где находятся Adam, AMSGrad и SGD

## Что нужно {#what-it-needs}

- Момент, который забывается раньше, чем квадраты:
  $\gamma=\frac{\beta_1}{\sqrt{\beta_2}}<1$.
- Большой наклон, столь редкий, что к своему следующему появлению он уже
  забыт. Статья требует, чтобы $C$ удовлетворяло условиям
$$\begin{aligned}&(1-\beta_1)\beta_1^{C-1}C\le1-\beta_1^{C-1},\qquad\beta_2^{(C-2)/2}C^2\le1,\\
  &\tfrac32\,\frac{1-\beta_1}{\sqrt{1-\beta_2}}\Bigl(1+\gamma\frac{1-\gamma^{C-1}}{1-\gamma}\Bigr)+\frac{\beta_1^{C/2-1}}{1-\beta_1}<\frac C3. \end{aligned}\tag{10}$$

- Adam и шаги $\frac\alpha{\sqrt t}$. (С неубывающими шагами он тоже начинает
  свои циклы в точке 1, но предел сожаления больше.)

Условиям (10) удовлетворяют все достаточно большие $C$. Берётся наименьшее
чётное, для шести пар; у четвёртой из них $\gamma=0.9997$, и её сдерживает
последнее условие, остальные — второе, а первое — ни одну. В программе, с
названиями для того, о чём пойдёт речь в доказательстве: первое условие
означает, что граница для $m$, см. (11), в конце цикла не больше 0, а в
третьем стоит $B$ из строки 8, так как
$1+\gamma\frac{1-\gamma^{C-1}}{1-\gamma}=\frac{1-\gamma^C}{1-\gamma}$.
*/
#include "shared/adam_game.h"

HYPOTHESIS(short_momentum, "beta1 < sqrt(beta2)", "beta1 < sqrt(beta2)", NULL);
HYPOTHESIS(rare_slope, "C satisfies (10)", "C удовлетворяет (10)", NULL);
HYPOTHESIS(adam, "the method is Adam, with or without bias correction",
           "метод — Adam, с коррекцией смещения или без неё", NULL);
HYPOTHESIS(falling_steps, "alpha_t = alpha/sqrt(t)", "alpha_t = alpha/sqrt(t)",
           NULL);
static const struct hypothesis *const hypotheses[] = {
    short_momentum, rare_slope, adam, falling_steps};

/* (11)'s right side. */
static double m_at_most(double beta1, double C, double i) {
    double kept = pow(beta1, i - 1);
    return (1 - beta1) * kept * C - (1 - kept);
}
/* B, what a cycle takes back at most. */
static double takes_back(double beta1, double beta2, double C) {
    double gamma = beta1 / sqrt(beta2);
    return (1 - beta1) / sqrt(1 - beta2) * (1 - pow(gamma, C)) / (1 - gamma);
}
/* The three conditions as left side minus right side. */
static void conditions(const struct betas *b, double C, double out[3]) {
    out[0] = m_at_most(b->beta1, C, C);
    out[1] = pow(b->beta2, (C - 2) / 2) * C * C - 1;
    out[2] = 1.5 * takes_back(b->beta1, b->beta2, C) +
             pow(b->beta1, C / 2 - 1) / (1 - b->beta1) - C / 3;
}
static size_t prescribed(const struct betas *b) {
    for (size_t C = 4;; C += 2) {
        double left[3];
        conditions(b, (double)C, left);
        if (left[0] <= 0 && left[1] <= 0 && left[2] < 0) return C;
    }
}
static void least_solutions(struct inquiry *q) {
    static const size_t known[PAIRS] = {204, 204, 120, 218, 3218, 42622};
    for (size_t p = 0; p < PAIRS; p++)
        inquiry_exact(q, pairs[p].name, "adam_uncorrected", known[p],
                      (double)prescribed(&pairs[p]), 0, EQUAL,
                      (double)known[p]);
}
static void conditions_hold(struct inquiry *q) {
    for (size_t p = 0; p < PAIRS; p++) {
        size_t C = prescribed(&pairs[p]);
        double left[3];
        conditions(&pairs[p], (double)C, left);
        for (size_t j = 0; j < 3; j++) {
            /* A power with an exponent near C carries its base's rounding
             * error C times. */
            double error = 4 * (double)C * DBL_EPSILON;
            inquiry_exact(q, pairs[p].name, "adam_uncorrected", C, left[j],
                          error, AT_MOST, 0);
            inquiry_which(q, q->count - 1, "condition %zu", j + 1);
        }
    }
}
/* The C up to 1000 that comes nearest to all three, for a long momentum. */
static void nearest_solution(struct inquiry *q) {
    const struct betas *b = q->with;
    double best = INFINITY;
    size_t at = 0;
    for (size_t C = 4; C <= 1000; C += 2) {
        double left[3];
        conditions(b, (double)C, left);
        double worst = larger(left[0], larger(left[1], left[2]));
        if (worst < best) {
            best = worst;
            at = C;
        }
    }
    inquiry_exact(q, b->name, "adam_uncorrected", at, best,
                  4 * (double)at * DBL_EPSILON, AT_MOST, 0);
}

static struct game game_of_pair(const struct method *method, size_t pair,
                                size_t C) {
    const struct betas *b = &pairs[pair];
    struct game g = game_new(method, 1, b->beta1, b->beta2, C, (double)C);
    g.name = b->name;
    return g;
}
static struct game prescribed_game(const struct method *method, size_t pair) {
    return game_of_pair(method, pair, prescribed(&pairs[pair]));
}
enum { SHORT_RUN = 8 }; /* cycles */
static void on_pairs(struct inquiry *q) {
    game_lines(q, SHORT_RUN, PAIRS, prescribed_game);
}
CLAIM(conditions_have_a_solution, PROOF_LINE, COMPUTE(conditions_hold),
      "Left minus right sides of (10) at the least even $C$, which is $k$.",
      "Разности левых и правых частей (10) при наименьшем чётном $C$, оно "
      "же $k$.");
CLAIM(least_even_C, IDENTITY, COMPUTE(least_solutions),
      "That $C$ is 204 (twice), 120, 218, 3218 and 42622.",
      "Это $C$ равно 204 (дважды), 120, 218, 3218 и 42622.");

/**
## The proof

It is for cycle $c=0,1,\dots$ and its steps $i=1,\dots,C$, $t=cC+i$, without
bias correction.

**Line 6. No momentum is left over.** A cycle adds to $m_{(c+1)C}$ its large
gradient, $(1-\beta_1)\beta_1^{C-1}C$, and its small ones, $-(1-\beta_1^{C-1})$:
by (10) no more than 0. So $m_{cC}\le0$ for all $c$, and within a cycle
$$m_{cC+i}\le(1-\beta_1)\beta_1^{i-1}C-(1-\beta_1^{i-1}). \tag{11}$$
*/
/**ru 3790603133
## Доказательство

Оно проводится для цикла $c=0,1,\dots$ и его шагов $i=1,\dots,C$, $t=cC+i$,
без коррекции смещения.

**Строка 6. Момента не остаётся.** Цикл добавляет к $m_{(c+1)C}$ свой большой
градиент, $(1-\beta_1)\beta_1^{C-1}C$, и свои малые, $-(1-\beta_1^{C-1})$: в
силу (10) не больше 0. Поэтому $m_{cC}\le0$ при всех $c$, а внутри цикла
$$m_{cC+i}\le(1-\beta_1)\beta_1^{i-1}C-(1-\beta_1^{i-1}). \tag{11}$$
*/
/* m adds up a share 1 - beta1 of numbers up to C, so its rounding error stays a
 * few units of C. */
static double m_error(const struct game *g) {
    return few * g->C;
}
static void left_over(struct nearest *n, const struct game *g) {
    if (g->i == g->period) nearest_take(n, g->k, g->state[0][0], 0, m_error(g));
}
static void m_in_a_cycle(struct nearest *n, const struct game *g) {
    double bound = m_at_most(g->settings.beta1, g->C, (double)g->i);
    nearest_take(n, g->k, g->state[0][0], bound, m_error(g));
}
CLAIM(line_6_no_momentum_left_over, PROOF_LINE,
      COMPUTE(on_pairs, &(const struct line){AT_MOST, left_over, uncorrected}),
      "At the end of a cycle $m\\le0$.", "В конце цикла $m\\le0$.");
CLAIM(line_6_m_in_a_cycle, PROOF_LINE,
      COMPUTE(on_pairs,
              &(const struct line){AT_MOST, m_in_a_cycle, uncorrected}),
      "Inequality (11) at every step.", "Неравенство (11) на каждом шаге.");
/**
**Line 7. The denominator.** The cycle's own large gradient gives
$v_{cC+i}\ge(1-\beta_2)\beta_2^{i-1}C^2$. In its second half, $i>\frac C2$, all
large gradients together are worth at most
$\frac{1-\beta_2}{1-\beta_2^C}\beta_2^{C/2}C^2\le1$ by (10), and the small ones
at most 1: $v_{cC+i}\le2$. (Of this 2 the large ones in fact use no more than
$\frac{\beta_2(1-\beta_2)}{1-\beta_2^C}$, as $\beta_2^{C/2}C^2\le\beta_2$ by
(10).)
*/
/**ru 877569671
**Строка 7. Знаменатель.** Большой градиент самого цикла даёт
$v_{cC+i}\ge(1-\beta_2)\beta_2^{i-1}C^2$. Во второй половине цикла, $i>\frac
C2$, все большие градиенты вместе дают в силу (10) не более
$\frac{1-\beta_2}{1-\beta_2^C}\beta_2^{C/2}C^2\le1$, а малые — не более 1:
$v_{cC+i}\le2$. (На самом деле из этой двойки большие градиенты занимают не
более $\frac{\beta_2(1-\beta_2)}{1-\beta_2^C}$, так как
$\beta_2^{C/2}C^2\le\beta_2$ в силу (10).)
*/
static void v_from_below(struct nearest *n, const struct game *g) {
    double beta2 = g->settings.beta2, i = (double)g->i;
    double bound = (1 - beta2) * pow(beta2, i - 1) * g->C * g->C;
    nearest_take(n, g->k, game_v(g), bound, (i + 8) * DBL_EPSILON * bound);
}
static void v_from_above(struct nearest *n, const struct game *g) {
    if (g->i > g->period / 2) nearest_take(n, g->k, game_v(g), 2, few);
}
CLAIM(line_7_v_from_below, PROOF_LINE,
      COMPUTE(on_pairs,
              &(const struct line){AT_LEAST, v_from_below, uncorrected}),
      "$v_{cC+i}\\ge(1-\\beta_2)\\beta_2^{i-1}C^2$ at every step.",
      "$v_{cC+i}\\ge(1-\\beta_2)\\beta_2^{i-1}C^2$ на каждом шаге.");
CLAIM(line_7_v_from_above, PROOF_LINE,
      LOOSE(0.563, COMPUTE(on_pairs, &(const struct line){AT_MOST, v_from_above,
                                                          uncorrected})),
      "$v\\le2$ in the second half of every cycle.",
      "$v\\le2$ во второй половине каждого цикла.");
/**
**Line 8. The whole cycle goes up.** Split (11): of the moves
$-\alpha_t\frac{m_t}{\sqrt{v_t}}$ the large part takes back at most
$\alpha_{cC+1}B$,
$B=\frac{1-\beta_1}{\sqrt{1-\beta_2}}\frac{1-\gamma^C}{1-\gamma}$, by the first
half of line 7; the small part gives at least
$\alpha_{(c+1)C}\frac1{\sqrt2}\sum_{i>C/2}(1-\beta_1^{i-1})=\alpha_{(c+1)C}\frac
S{\sqrt2}$, $S=\frac C2-\beta_1^{C/2}\frac{1-\beta_1^{C/2}}{1-\beta_1}$, by the
second. So the moves of a cycle, if none is cut off, add up to at least
$$\alpha_{(c+1)C}\frac S{\sqrt2}-\alpha_{cC+1}B\;\ge\;\alpha_{cC+1}\Bigl(\frac S2-B\Bigr)\quad(c\ge1), \tag{12}$$
as $\frac{cC+1}{(c+1)C}\ge\frac12$ then. By (10) it is positive: three halves of
(10) are $\frac C2>\frac94B+\frac32\frac{\beta_1^{C/2-1}}{1-\beta_1}$, more than
$2B+\frac{\beta_1^{C/2}}{1-\beta_1}$. As $v$ is nearly 1 in the second half, and
the first half's small part is given away, the small part is worth more than
(12) says.
*/
/**ru 273493516
**Строка 8. Цикл в целом ведёт вверх.** Разобьём (11) на две части, от
большого градиента и от малых: из сдвигов $-\alpha_t\frac{m_t}{\sqrt{v_t}}$
первая часть отнимает, в силу первой половины строки 7, не более
$\alpha_{cC+1}B$,
$B=\frac{1-\beta_1}{\sqrt{1-\beta_2}}\frac{1-\gamma^C}{1-\gamma}$; вторая
даёт, в силу второй половины той же строки, не менее
$\alpha_{(c+1)C}\frac1{\sqrt2}\sum_{i>C/2}(1-\beta_1^{i-1})=\alpha_{(c+1)C}\frac
S{\sqrt2}$, $S=\frac C2-\beta_1^{C/2}\frac{1-\beta_1^{C/2}}{1-\beta_1}$.
Значит, сдвиги за цикл, если ни один не обрезан, дают в сумме не менее
$$\alpha_{(c+1)C}\frac S{\sqrt2}-\alpha_{cC+1}B\;\ge\;\alpha_{cC+1}\Bigl(\frac S2-B\Bigr)\quad(c\ge1), \tag{12}$$
так как тогда $\frac{cC+1}{(c+1)C}\ge\frac12$. В силу (10) это положительно:
условие (10), умноженное на три вторых, — это $\frac
C2>\frac94B+\frac32\frac{\beta_1^{C/2-1}}{1-\beta_1}$, больше чем
$2B+\frac{\beta_1^{C/2}}{1-\beta_1}$. Поскольку во второй половине $v$ почти
равно 1, а часть от малых градиентов из первой половины цикла отдана даром,
эта часть даёт больше, чем говорит (12).
*/
static double back(const struct game *g) {
    return takes_back(g->settings.beta1, g->settings.beta2, g->C);
}
static double gives(const struct game *g) { /* S */
    double half = pow(g->settings.beta1, g->C / 2);
    return g->C / 2 - half * (1 - half) / (1 - g->settings.beta1);
}
/* alpha_t of the first and of the last step of a cycle. */
static double first_step(const struct game *g, size_t cycle) {
    return step_size(&g->settings, cycle * g->period);
}
static double last_step(const struct game *g, size_t cycle) {
    return step_size(&g->settings, (cycle + 1) * g->period - 1);
}
/* Rounding of sums of C terms of about C epsilon at most. */
static double cycle_error(const struct game *g) {
    return g->C * DBL_EPSILON * g->C;
}

/* Of the cycle's moves so far what the two parts of (11) are worth by the
 * method's v: the large one, and the small one in the second half. */
struct parts {
    double large, small;
};
static void split(struct parts *parts, const struct game *g) {
    if (g->i == 1) *parts = (struct parts){0};
    double beta1 = g->settings.beta1, kept = pow(beta1, (double)g->i - 1);
    double unit = step_size(&g->settings, g->k - 1) / sqrt(game_v(g));
    parts->large += unit * (1 - beta1) * kept * g->C;
    if (g->i > g->period / 2) parts->small += unit * (1 - kept);
}
/* A cycle's large part over alpha_{cC+1}, its small one over alpha_{(c+1)C},
 * and its moves, each against the other side. */
static void worth(struct inquiry *q) {
    for (size_t p = 0; p < PAIRS; p++) {
        struct game g = prescribed_game(adams[0], p);
        struct parts parts = {0};
        struct nearest large = {.sign = AT_MOST}, small = large, all = large;
        while (g.k < SHORT_RUN * g.period) {
            game_step(&g);
            split(&parts, &g);
            if (g.i < g.period) continue;
            double first = first_step(&g, g.cycle),
                   last = last_step(&g, g.cycle), least = gives(&g) / sqrt(2),
                   error = cycle_error(&g);
            nearest_take(&large, g.k, parts.large / first, back(&g), error);
            nearest_take(&small, g.k, least, parts.small / last, error);
            nearest_take(&all, g.k, least * last / first - back(&g),
                         g.drift / first, error);
        }
        const struct nearest *const of[] = {&large, &small, &all};
        static const char *const which[] = {"large", "small", "all"};
        const size_t *only = q->with;
        game_nearest(q, &g, of[*only]);
        inquiry_which(q, q->count - 1, "%s", which[*only]);
    }
}
static void later_cycles(struct inquiry *q) {
    for (size_t p = 0; p < PAIRS; p++) {
        struct game g = prescribed_game(adams[0], p);
        struct nearest n = {.sign = AT_LEAST};
        for (size_t c = 1; c < 1000; c++) {
            double first = first_step(&g, c), last = last_step(&g, c);
            nearest_take(&n, c, last / sqrt(2) * gives(&g),
                         first / 2 * gives(&g), cycle_error(&g) * first);
        }
        game_nearest(q, &g, &n);
    }
}
static void positive(struct inquiry *q) {
    for (size_t p = 0; p < PAIRS; p++) {
        struct game g = prescribed_game(adams[0], p);
        double margin = gives(&g) / 2 - back(&g);
        inquiry_exact(q, g.name, g.method->id, g.period, margin,
                      cycle_error(&g), AT_LEAST, back(&g) / 8);
    }
}
CLAIM(line_8_large_part, PROOF_LINE, COMPUTE(worth, &(const size_t){0}),
      "The large part of a cycle's moves takes back at most $\\alpha_{cC+1}B$.",
      "Часть сдвигов за цикл от большого градиента отнимает не более "
      "$\\alpha_{cC+1}B$.");
CLAIM(
    line_8_small_part, PROOF_LINE,
    LOOSE(0.7, COMPUTE(worth, &(const size_t){1})),
    "$\\alpha_{(c+1)C}\\frac S{\\sqrt2}$ is at most what the small part gives "
    "in the second half of a cycle.",
    "$\\alpha_{(c+1)C}\\frac S{\\sqrt2}$ не больше того, что даёт часть "
    "от малых градиентов во второй половине цикла.");
CLAIM(line_8_moves_of_a_cycle, PROOF_LINE,
      LOOSE(0.24, COMPUTE(worth, &(const size_t){2})),
      "(12)'s left side is at most the sum of a cycle's moves, none cut off.",
      "Левая часть (12) не больше суммы сдвигов за цикл, из которых ни "
      "один не обрезан.");
CLAIM(line_8_later_cycles, PROOF_LINE, COMPUTE(later_cycles),
      "The second inequality of (12), terms with $S$, for 1000 cycles $c=k$.",
      "Второе неравенство (12), слагаемые с $S$, для 1000 циклов $c=k$.");
CLAIM(line_8_is_positive, PROOF_LINE, COMPUTE(positive),
      "$\\frac S2-B\\ge\\frac18B>0$ for the prescribed $C$, which is $k$.",
      "$\\frac S2-B\\ge\\frac18B>0$ для предписанного $C$, оно же $k$.");
/**
**Line 9. First down, then up.** Within a cycle $m$ only falls after its first
step, towards $-1$, so it changes its sign at most once: the moves down come
first. What cuts moves up off is the end at 1, and a point that starts at 1 is
there again if every tail of the cycle's moves adds up to at least 0 (to be cut
off at $-1$ only helps). A tail that starts after the change of sign does; one
that starts before is at least the whole. So if $x_{cC+1}=1$ then
$x_{(c+1)C+1}=1$ for $c\ge1$, and if it is not there yet the cycle lifts it by
(12).

Bias correction multiplies the moves by
$\frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}$. For $t>C$ that is at least $1-C^{-4}$
and at most $1+C^{-2}$. From below, because $\beta_2^t\le C^{-4}$ by (10). From
above, because
$$\beta_1^t\le\beta_2^{t/2}\le\beta_2^{3/2}\,\beta_2^{(C-2)/2}\le\beta_2^{3/2}C^{-2},\qquad\frac1{1-\beta_2^{3/2}C^{-2}}\le1+C^{-2},$$
the last as $\beta_2^{3/2}(1+C^{-2})\le1$: by (10)
$\beta_2^{-3/2}\ge C^{6/(C-2)}\ge1+\frac{6\ln C}{C-2}$. So a cycle lifts either
Adam by at least $\alpha_{cC+1}M$,
$$M=\frac S2(1-C^{-4})-B(1+C^{-2}),$$
which is positive as (10) says even $\frac S2>\frac98B$. The lifts add up
without limit: from the cycle $c^*$ on with $\alpha
M\sum_{c=1}^{c^*-1}(cC+1)^{-1/2}\ge2$ the point starts every cycle at 1, from
**whatever** start. (A cycle in fact lifts by more than twice $M$; so $c^*$ is
several times too late.)
*/
/**ru 1027731519
**Строка 9. Сначала вниз, потом вверх.** Внутри цикла $m$ после первого шага
только убывает, к $-1$, поэтому меняет знак не более одного раза: сдвиги вниз
идут первыми. Сдвиги вверх обрезает только край 1, и точка, начавшая в 1,
снова окажется там, если любой хвост сдвигов цикла имеет неотрицательную сумму
(обрезание у $-1$ только помогает). Для хвоста, который начинается после
перемены знака, это так; хвост, который начинается раньше, не меньше всей
суммы. Значит, если $x_{cC+1}=1$, то $x_{(c+1)C+1}=1$ при $c\ge1$, а если
точка ещё не там, цикл поднимает её в силу (12).

Коррекция смещения умножает сдвиги на
$\frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}$. При $t>C$ это не меньше $1-C^{-4}$ и
не больше $1+C^{-2}$. Снизу — потому что $\beta_2^t\le C^{-4}$ в силу (10).
Сверху — потому что
$$\beta_1^t\le\beta_2^{t/2}\le\beta_2^{3/2}\,\beta_2^{(C-2)/2}\le\beta_2^{3/2}C^{-2},\qquad\frac1{1-\beta_2^{3/2}C^{-2}}\le1+C^{-2},$$
последнее верно, так как $\beta_2^{3/2}(1+C^{-2})\le1$: в силу (10)
$\beta_2^{-3/2}\ge C^{6/(C-2)}\ge1+\frac{6\ln C}{C-2}$. Поэтому и тот и другой
Adam поднимается за цикл не менее чем на $\alpha_{cC+1}M$,
$$M=\frac S2(1-C^{-4})-B(1+C^{-2}),$$
и это положительно, так как (10) даёт даже $\frac S2>\frac98B$. Подъёмы
накапливаются неограниченно: начиная с цикла $c^*$, для которого $\alpha
M\sum_{c=1}^{c^*-1}(cC+1)^{-1/2}\ge2$, точка начинает каждый цикл в 1,
**откуда бы** она ни стартовала. (На самом деле цикл поднимает более чем на
удвоенное $M$, так что $c^*$ наступает в несколько раз позже, чем нужно.)
*/
static void one_turn(struct nearest *n, const struct game *g) {
    if (g->i > 1)
        nearest_take(n, g->k, g->state[0][0], g->m_before, m_error(g));
}
/* One of the three steps for t = C + 1, where they are hardest. */
static void powers(struct inquiry *q) {
    const size_t *step = q->with;
    for (size_t p = 0; p < PAIRS; p++) {
        const struct betas *b = &pairs[p];
        double C = (double)prescribed(b), t = C + 1;
        const double sides[][2] = {
            {pow(b->beta1, t) * C * C, pow(b->beta2, t / 2) * C * C},
            {pow(b->beta2, t / 2) * C * C, pow(b->beta2, 1.5)},
            {pow(b->beta2, 1.5) * (1 + 1 / (C * C)), 1}};
        inquiry_exact(q, b->name, "adam", (size_t)t, sides[*step][0],
                      4 * C * DBL_EPSILON, AT_MOST, sides[*step][1]);
    }
}
/* What bias correction makes of the moves at t = C + 1, over 1, by the two
 * methods' own moves: C^2 times that, against 1 or, of less than 1, C^-2. */
static void corrections(struct inquiry *q) {
    const bool *below = q->with;
    /* C^-2 of the last pair, C^-4 of all but the first drown in roundings. */
    for (size_t p = 0; p < (*below ? 1 : PAIRS - 1); p++) {
        struct game both[2];
        for (size_t m = 0; m < 2; m++) {
            both[m] = prescribed_game(adams[m], p);
            both[m].settings.box = (struct box){0};
            game_until(&both[m], both[m].period);
            both[m].x = (real){0}; /* so that nothing of the move is lost */
            game_step(&both[m]);
        }
        double C = both[0].C, over = both[1].x[0] / both[0].x[0] - 1;
        inquiry_exact(q, both[0].name, "adam", both[0].k,
                      *below ? -over : C * C * over,
                      (*below ? 1 : C * C) * 4 * DBL_EPSILON, AT_MOST,
                      *below ? pow(C, -4) : 1);
    }
}
static double lift(const struct game *g) { /* M */
    double tiny = 1 / (g->C * g->C);
    return gives(g) / 2 * (1 - tiny * tiny) - back(g) * (1 + tiny);
}
static void least_lift(struct nearest *n, const struct game *g) {
    if (g->i < g->period || g->cycle < 1) return;
    double first = first_step(g, g->cycle);
    nearest_take(n, g->k, lift(g), g->drift / first, cycle_error(g));
}
static size_t arrived_at(const struct game *g) { /* c* */
    double sum = 0;
    size_t c = 1;
    for (; g->settings.alpha * lift(g) * sum < 2; c++)
        sum += 1 / sqrt((double)c * g->C + 1);
    return c;
}
/* Steps so short that, at a constant pace, c* would be FAR cycles away: when
 * does the point that starts at -1 start a cycle at 1? */
static void arrives(struct inquiry *q) {
    enum { FAR = 400 };
    for (size_t m = 0; adams[m]; m++)
        for (size_t p = 0; p < 4; p++) { /* the others have long cycles */
            struct game g = prescribed_game(adams[m], p);
            g.settings.alpha = sqrt(g.C / FAR) / lift(&g);
            size_t arrived = arrived_at(&g), c = 0;
            while (c <= arrived && g.x[FROM_MINUS_ONE] < 1)
                game_until(&g, ++c * g.period);
            inquiry_exact(q, g.name, g.method->id, arrived, (double)c, 0,
                          AT_MOST, (double)arrived);
        }
}

/* By these methods, with this C for the prescribed one. */
struct variant {
    const struct method *const *by;
    size_t C;
};
static void returns(struct inquiry *q) {
    const struct variant *v = q->with;
    for (size_t m = 0; v->by[m]; m++)
        for (size_t p = 0; p < PAIRS; p++) {
            struct game g = prescribed_game(v->by[m], p);
            size_t arrived = arrived_at(&g);
            if (v->C) g = game_of_pair(v->by[m], p, v->C);
            struct nearest n = {.sign = EQUAL};
            for (size_t c = arrived; c <= arrived + SHORT_RUN; c++) {
                game_until(&g, c * g.period);
                for (int l = 0; l < LANES; l++)
                    nearest_take(&n, g.k, g.x[l], 1, 0);
            }
            game_nearest(q, &g, &n);
        }
}
CLAIM(line_9_one_change_of_sign, PROOF_LINE,
      COMPUTE(on_pairs, &(const struct line){AT_MOST, one_turn, uncorrected}),
      "Within a cycle $m$ falls from the second step on.",
      "Внутри цикла $m$ убывает начиная со второго шага.");
CLAIM(line_9_momentum_is_shorter, PROOF_LINE,
      LOOSE(0.93, COMPUTE(powers, &(const size_t){0})),
      "$\\beta_1^tC^2\\le\\beta_2^{t/2}C^2$ for $t=C+1=k$.",
      "$\\beta_1^tC^2\\le\\beta_2^{t/2}C^2$ при $t=C+1=k$.");
CLAIM(line_9_squares_are_forgotten, PROOF_LINE,
      COMPUTE(powers, &(const size_t){1}),
      "$\\beta_2^{t/2}C^2\\le\\beta_2^{3/2}$ for $t=C+1=k$.",
      "$\\beta_2^{t/2}C^2\\le\\beta_2^{3/2}$ при $t=C+1=k$.");
CLAIM(line_9_room, PROOF_LINE, COMPUTE(powers, &(const size_t){2}),
      "$\\beta_2^{3/2}(1+C^{-2})\\le1$.", "$\\beta_2^{3/2}(1+C^{-2})\\le1$.");
CLAIM(
    line_9_correction_above, PROOF_LINE,
    LOOSE(0.0418, COMPUTE(corrections, &(const bool){false})),
    "Bias correction makes moves longer by at most $C^{-2}$ at $t=C+1$; times "
    "$C^2$.",
    "Коррекция смещения удлиняет сдвиги не более чем на долю $C^{-2}$ "
    "при $t=C+1$; здесь умножено на $C^2$.");
CLAIM(line_9_correction_below, PROOF_LINE,
      LOOSE(0.36, ALLOWING(2e-6, "C^-4 is that near to a rounding",
                           COMPUTE(corrections, &(const bool){true}))),
      "It makes them shorter by at most $C^{-4}$.",
      "Она укорачивает их не более чем на долю $C^{-4}$.");
CLAIM(line_9_lift, PROOF_LINE,
      LOOSE(0.463, COMPUTE(on_pairs,
                           &(const struct line){AT_MOST, least_lift, adams})),
      "$M$ is at most a cycle's moves over $\\alpha_{cC+1}$, $c\\ge1$.",
      "$M$ не больше суммы сдвигов за цикл, делённой на $\\alpha_{cC+1}$, "
      "$c\\ge1$.");
CLAIM(
    arrives_by_c_star, PROOF_LINE, LOOSE(0.132, COMPUTE(arrives)),
    "The first cycle that starts at 1, from $-1$, is at most $c^*$, with short "
    "steps.",
    "Номер первого цикла, начатого в 1, если стартовать из $-1$, не "
    "больше $c^*$, при коротких шагах.");
CLAIM(returns_to_1_with_momentum, IDENTITY,
      COMPUTE(returns, &(const struct variant){adams, 0}),
      "From cycle $c^*$ on all cycles start at 1, from 16 starting points.",
      "Начиная с цикла $c^*$ все циклы начинаются в 1, из 16 начальных "
      "точек.");
/**
### Regret

A cycle from 1 costs $C-\sum_{i>1}x_{cC+i}\ge C-(C-1)=1$, while a cycle at $-1$
costs $-1$: the average regret after arrival is at least $\frac2C$. As a cycle's
moves down add up to at most $\alpha_{cC+1}B$, every point in it is at least
$1-\alpha_{cC+1}B$, and the average regret is at most
$$\frac2C\Bigl(1+\frac{C-1}2B\,\alpha_{cC+1}\Bigr)\to\frac2C. \tag{12'}$$
The last term is small where steps are short; the game is played with steps for
which it is 0.02 in the cycles from 40 to 59, started at 1. (It takes all points
of a cycle to dip as deep as the lowest; few do.)
*/
/**ru 1106683077
### Сожаление

Цикл, начатый в 1, обходится в $C-\sum_{i>1}x_{cC+i}\ge C-(C-1)=1$, а цикл в
$-1$ — в $-1$: среднее сожаление после прихода не меньше $\frac2C$. Так как
сдвиги вниз за цикл дают в сумме не более $\alpha_{cC+1}B$, каждая точка в нём
не меньше $1-\alpha_{cC+1}B$, и среднее сожаление не больше
$$\frac2C\Bigl(1+\frac{C-1}2B\,\alpha_{cC+1}\Bigr)\to\frac2C. \tag{12'}$$
Последнее слагаемое мало, когда коротки шаги; игра идёт с такими шагами, что в
циклах с номерами от 40 до 59, начатых в 1, оно равно 0,02. (Оно исходит из
того, что все точки цикла опускаются так же глубоко, как самая нижняя; на деле
— немногие.)
*/
enum { FIRST = 40, LAST = 60 };
/* (12')'s last term in the cycle FIRST. */
static double dip(const struct game *g) {
    return (g->C - 1) / 2 * back(g) * first_step(g, FIRST);
}
/* Average regret against -1 over the cycles from FIRST to LAST - 1, times C/2:
 * itself, or what it is above so many times its limit. */
struct regret {
    const struct method *const *by;
    double times;
    bool constant_steps;
};
static void regrets(struct inquiry *q, bool from_above) {
    const struct regret *of = q->with;
    for (size_t m = 0; of->by[m]; m++)
        for (size_t p = 0; p < PAIRS - 1; p++) { /* the last has long cycles */
            struct game g = prescribed_game(of->by[m], p);
            g.settings.alpha *= 0.02 / dip(&g);
            double above = dip(&g);
            if (of->constant_steps) g.settings.schedule = NULL;
            game_until(&g, FIRST * g.period);
            if (!(g.x[FROM_ONE] >= 1) && !of->constant_steps)
                q->trouble = "the point is not at 1 yet";
            g.regret = 0;
            game_until(&g, LAST * g.period);
            double cycles = LAST - FIRST, sum = g.regret / (2 * cycles);
            /* A cycle's sums, of at most 2 C + cycles, and its points, which
             * start at 1 exactly, round C times. */
            double error = g.C * DBL_EPSILON * (2 * g.C + cycles);
            if (from_above)
                inquiry_exact(q, g.name, g.method->id, g.k, sum - of->times,
                              error, AT_MOST, above);
            else
                inquiry_exact(q, g.name, g.method->id, g.k, sum, error,
                              AT_LEAST, of->times);
        }
}
static void regret_from_below(struct inquiry *q) {
    regrets(q, false);
}
static void regret_from_above(struct inquiry *q) {
    regrets(q, true);
}
CLAIM(regret_with_momentum_at_least, BOUND,
      COMPUTE(regret_from_below, &(const struct regret){adams, 1, false}),
      "The average regret times $\\frac C2$ is at least 1.",
      "Среднее сожаление, умноженное на $\\frac C2$, не меньше 1.");
CLAIM(regret_with_momentum_at_most, BOUND,
      LOOSE(0.144, COMPUTE(regret_from_above,
                           &(const struct regret){uncorrected, 1, false})),
      "What it is above 1 is at most (12')'s last term in the first of the "
      "cycles.",
      "То, на сколько оно превышает 1, не больше последнего слагаемого "
      "(12') в первом из циклов.");
/**
## Where Adam goes wrong

How much is the proof's $C$ too large? On a long run what counts is the sum of
$-\frac{m}{\sqrt v}$ over one cycle once $m$ and $v$ have become periodic, which
can be computed. The least $C\ge3$ for which it is positive is far smaller. With
half as much again, so that the drift is no hair's breadth, Adam goes to the
wrong end, and with half of it to the right one, started at the other end each
time:
*/
/**ru 1443307582
## Где Adam ошибается

Во сколько раз $C$ из доказательства больше, чем нужно? На длинном запуске
решает сумма $-\frac{m}{\sqrt v}$ за один цикл, когда $m$ и $v$ уже стали
периодическими, а её можно вычислить. Наименьшее $C\ge3$, при котором она
положительна, намного меньше. Если взять в полтора раза больше, чтобы снос не
был на волоске от нуля, Adam приходит не в тот конец, а если вдвое меньше — в
тот, всякий раз начиная с противоположного конца:
*/
static void average_in(double *m, double *v, double beta1, double beta2,
                       double slope) {
    *m = beta1 * *m + (1 - beta1) * slope;
    *v = beta2 * *v + (1 - beta2) * slope * slope;
}
/* The sum of -m/sqrt(v) over a cycle, in the limit where they are periodic. */
static double limit_drift(double beta1, double beta2, size_t period, double C) {
    double m = 0, v = 0, sum = 0;
    for (size_t k = 0; k < period; k++)
        average_in(&m, &v, beta1, beta2, k ? -1 : C);
    m /= 1 - pow(beta1, (double)period);
    v /= 1 - pow(beta2, (double)period);
    for (size_t k = 0; k < period; k++) {
        average_in(&m, &v, beta1, beta2, k ? -1 : C);
        sum -= m / sqrt(v);
    }
    return sum;
}
static size_t least_wrong(const struct betas *b) {
    size_t C = 3;
    while (limit_drift(b->beta1, b->beta2, C, (double)C) <= 0) C++;
    return C;
}
static void least_C(struct inquiry *q) {
    for (size_t p = 0; p < PAIRS; p++) {
        double least = (double)least_wrong(&pairs[p]);
        size_t C = prescribed(&pairs[p]);
        inquiry_exact(q, pairs[p].name, "adam_uncorrected", C, least, 0,
                      AT_MOST, (double)C / 10);
    }
}
/* Where a game has ended that should come to the wrong end, or to the right
 * one, from the other; k is the number of steps unless told. */
static void ends(struct inquiry *q, struct game *g, size_t steps, bool wrong,
                 size_t k) {
    game_until(g, steps);
    double end = g->x[wrong ? FROM_MINUS_ONE : FROM_ONE];
    inquiry_exact(q, g->name, g->method->id, k ? k : steps, end,
                  path_error(g, steps), wrong ? AT_LEAST : AT_MOST,
                  wrong ? 0.9 : -0.9);
}
static void beside_least_C(struct inquiry *q) {
    for (size_t p = 0; p < PAIRS; p++)
        for (int wrong = 0; wrong < 2; wrong++) {
            double least = (double)least_wrong(&pairs[p]);
            size_t C = (size_t)(wrong ? 1.5 * least : 0.5 * least);
            struct game g = game_of_pair(adams[0], p, C);
            ends(q, &g, 2000 * C, wrong, 0);
        }
}
CLAIM(least_C_is_far_smaller, SHARPNESS, COMPUTE(least_C),
      "That least $C$ is at most a tenth of the prescribed one, which is $k$.",
      "Это наименьшее $C$ не больше десятой доли предписанного, которое "
      "обозначено $k$.");
CLAIM(ends_change_at_the_least_C, SHARPNESS, COMPUTE(beside_least_C),
      "With 1.5 times that $C$ Adam climbs from $-1$ to above 0.9 within 2000 "
      "cycles, with half of it falls from 1 to below $-0.9$.",
      "При $C$, в 1,5 раза большем, Adam за 2000 циклов поднимается из "
      "$-1$ выше 0,9, а при вдвое меньшем опускается из 1 ниже $-0.9$.");
/**
@figure phase_period $f_t=Cx$ once in $C$ steps, $\beta_1=0.9$: however near
    $\beta_2$ is to 1, a rare enough slope leads Adam astray

@figure phase_third Every third slope is $C$, $\beta_1=0$: the sum of moves over
    a cycle in the limit. Red: up, to the wrong end

In [the cycle of three](adam_counterexample.html) the theorem's
$\beta_2=\frac1{1+C^2}$ lies well within the red. The drift changes its sign
once (on a grid of 4000 values of $\beta_2$), at a border $\beta_2^*(C)$ above which Adam goes the right way:
*/
/**ru 1639974545
@figure phase_period $f_t=Cx$ один раз за $C$ шагов, $\beta_1=0.9$: как бы
    близко к 1 ни было $\beta_2$, достаточно редкий наклон уводит Adam не туда

@figure phase_third Каждый третий наклон равен $C$, $\beta_1=0$: сумма сдвигов
    за цикл в пределе. Красное: вверх, не в тот конец

В [цикле из трёх шагов](adam_counterexample.html) значение
$\beta_2=\frac1{1+C^2}$ из теоремы лежит глубоко в красном. Снос меняет знак
один раз (на сетке из 4000 значений $\beta_2$), на границе $\beta_2^*(C)$,
выше которой Adam идёт куда надо:
*/
static const double border_slopes[] = {2.5, 3, 4, 6, 10};

static double border(double C) {
    double low = 0, high = 1 - 1e-9;
    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        *(limit_drift(0, middle, 3, C) > 0 ? &low : &high) = middle;
    }
    return low;
}
static void beside_border(struct inquiry *q) {
    for (size_t c = 0; c < COUNT(border_slopes); c++)
        for (int wrong = 0; wrong < 2; wrong++) {
            double C = border_slopes[c], factor = wrong ? 0.95 : 1.05;
            struct game g = game_new(adams[0], 1, 0, factor * border(C), 3, C);
            ends(q, &g, 300000, wrong, (size_t)lround(10 * C));
            inquiry_which(q, q->count - 1, "beta2 = %.4f", g.settings.beta2);
        }
}
static void sign_changes(struct inquiry *q) {
    enum { VALUES = 4000 };
    for (size_t c = 0; c < COUNT(border_slopes); c++) {
        double C = border_slopes[c], changes = 0;
        bool up = limit_drift(0, 0, 3, C) > 0;
        for (size_t i = 1; i < VALUES; i++) {
            bool still = limit_drift(0, (double)i / VALUES, 3, C) > 0;
            changes += still != up;
            up = still;
        }
        /* From up to down. */
        inquiry_exact(q, "rare slope", "adam_uncorrected",
                      (size_t)lround(10 * C), up ? NAN : changes, 0, EQUAL, 1);
    }
}
static void theorem_inside(struct inquiry *q) {
    for (size_t c = 0; c < COUNT(border_slopes); c++) {
        double C = border_slopes[c];
        inquiry_exact(q, "rare slope", "adam_uncorrected",
                      (size_t)lround(10 * C), 1 / (1 + C * C), 1e-15, AT_MOST,
                      border(C));
    }
}
CLAIM(phase_has_one_border, SHARPNESS, COMPUTE(sign_changes),
      "The drift in the limit changes its sign once as $\\beta_2$ grows, from "
      "up to down; $k$ is $10C$.",
      "С ростом $\\beta_2$ снос в пределе меняет знак один раз, с подъёма "
      "на спуск; $k$ — это $10C$.");
CLAIM(phase_changes_at_the_border, SHARPNESS, COMPUTE(beside_border),
      "At $0.95\\beta_2^*(C)$ Adam climbs from $-1$ to above 0.9, at "
      "$1.05\\beta_2^*(C)$ falls from 1 to below $-0.9$; $k$ is $10C$.",
      "При $0.95\\beta_2^*(C)$ Adam поднимается из $-1$ выше 0,9, при "
      "$1.05\\beta_2^*(C)$ опускается из 1 ниже $-0.9$; $k$ — это $10C$.");
CLAIM(phase_theorem_is_inside, SHARPNESS, COMPUTE(theorem_inside),
      "$\\frac1{1+C^2}\\le\\beta_2^*(C)$; $k$ is $10C$.",
      "$\\frac1{1+C^2}\\le\\beta_2^*(C)$; $k$ — это $10C$.");
/**
## The paper's experiment

$f_t=1010x$ if $t\bmod101=1$, else $-10x$, with $\beta_1=0.9$, $\beta_2=0.99$.
That is $C=101$ ten times over, and far below the prescribed 3218. Adam does not
see the factor 10, which cancels; SGD's step takes it up. Here Adam starts at
the optimum and the other two at the wrong end.

@figure regret_experiment The same runs: average regret
*/
/**ru 228499315
## Эксперимент из статьи

$f_t=1010x$, если $t\bmod101=1$, иначе $-10x$, при $\beta_1=0.9$,
$\beta_2=0.99$. Это $C=101$, умноженное на десять, и намного меньше
предписанных 3218. Множителя 10 Adam не видит: он сокращается; у SGD его берёт
на себя шаг. Здесь Adam начинает в оптимуме, а два других метода — не в том
конце.

@figure regret_experiment Те же запуски: среднее сожаление
*/
enum { EXPERIMENT_CYCLES = 20000 };
static const double experiment_scale = 10;

/* What a run must have come to in the end; before that each checkpoint must lie
 * beyond the one before. */
static const struct promise {
    const struct method *method;
    double alpha; /* for slopes 101 and -1 */
    size_t start;
    double position, regret;
    enum sign sign;
} promises[] = {
    {&method_adam, 0.5, FROM_MINUS_ONE, 0.9, 0.18, AT_LEAST},
    {&method_amsgrad, 0.5, FROM_ONE, -0.9, 0.1, AT_MOST},
    {&method_sgd, 0.1, FROM_ONE, -0.9, 0.1, AT_MOST},
};

static void keep_promise(struct inquiry *q, const struct promise *p,
                         bool position) {
    size_t ends_at[CHECKPOINTS_MAX];
    size_t count = cycle_ends(101, EXPERIMENT_CYCLES, ends_at);
    struct game g = game_new(p->method, p->alpha, 0.9, 0.99, 101, 101);
    double sum = 0, before = 0;
    for (size_t i = 0; i < count; i++) {
        while (g.k < ends_at[i]) {
            game_step(&g);
            sum += experiment_scale * g.slope * (g.before[p->start] + 1);
        }
        double estimate = position ? g.x[p->start] : sum / (double)g.k;
        double in_the_end = position ? p->position : p->regret;
        double bound = i + 1 < count ? before : in_the_end;
        /* Adam's regret does not rise or fall all the time; after the first few
         * cycles it is never below its limit. */
        if (!position && p->sign == AT_LEAST) bound = p->regret;
        /* The slopes' average size is below 2; sums stay below that of their
         * terms, and round at every step. */
        double error = path_error(&g, g.k);
        if (!position)
            error = 2 * experiment_scale * (error + (double)g.k * DBL_EPSILON);
        if (i >= 3)
            inquiry_exact(q, "experiment", p->method->id, g.k, estimate, error,
                          p->sign, bound);
        before = estimate;
    }
}
static void experiment(struct inquiry *q) {
    const bool *position = q->with;
    for (size_t i = 0; i < COUNT(promises); i++)
        keep_promise(q, &promises[i], *position);
}
CLAIM(experiment_positions, SHARPNESS, COMPUTE(experiment, &(const bool){true}),
      "Adam is nowhere below the checkpoint before, and in the end above 0.9; "
      "AMSGrad and SGD are nowhere above it, and in the end below $-0.9$.",
      "Adam нигде не ниже, чем на предыдущей контрольной итерации, и в "
      "конце выше 0,9; AMSGrad и SGD нигде не выше, и в конце ниже "
      "$-0.9$.");
CLAIM(experiment_regrets, SHARPNESS, COMPUTE(experiment, &(const bool){false}),
      "Adam's average regret is above 0.18 from the fourth cycle on, where 1 "
      "costs $\\frac{20}{101}=0.198$; theirs falls, in the end below 0.1.",
      "Среднее сожаление Adam выше 0,18 начиная с четвёртого цикла, тогда "
      "как в точке 1 оно равно $\\frac{20}{101}=0.198$; у двух других оно "
      "убывает, в конце ниже 0,1.");
/**
## What breaks

**AMSGrad in Adam's place** never forgets the large slope, and does not return:
*/
/**ru 1977964356
## Что ломается {#what-breaks}

**AMSGrad вместо Adam** никогда не забывает большой наклон и не возвращается:
*/
CLAIM(control_amsgrad_returns_with_momentum, CONTROL,
      DROPS(adam, COMPUTE(returns, &(const struct variant){amsgrad, 0})),
      "AMSGrad starts every cycle at 1, with momentum.",
      "AMSGrad начинает каждый цикл в 1, с моментом.");
/**
**Momentum longer than the memory of squares,** $\gamma>1$: no $C$ up to 1000
satisfies (10) for $\beta_1=0.95$, $\beta_2=0.8$.
*/
/**ru 1243593673
**Момент дольше памяти о квадратах,** $\gamma>1$: ни одно $C$ до 1000 не
удовлетворяет (10) при $\beta_1=0.95$, $\beta_2=0.8$.
*/
CLAIM(control_long_momentum, CONTROL,
      DROPS(short_momentum,
            COMPUTE(nearest_solution,
                    &(const struct betas){0.95, 0.8, "β = 0.95; 0.8"})),
      "The largest of the left minus right sides of (10) is at most 0 for the "
      "$C=k$ that makes it least.",
      "Наибольшая из разностей левых и правых частей (10) не больше 0 для "
      "того $C=k$, при котором она наименьшая.");
/**
**Too small a $C$ for the momentum:** with $C=4$ Adam goes right.
*/
/**ru 1349763772
**Слишком малое для момента $C$:** при $C=4$ Adam идёт куда надо.
*/
static void with_small_C(struct inquiry *q) {
    for (size_t p = 0; p < PAIRS; p++) {
        struct game g = game_of_pair(adams[0], p, 4);
        ends(q, &g, 40000, false, 0);
    }
}
CLAIM(control_small_C, CONTROL,
      DROPS(rare_slope,
            COMPUTE(returns, &(const struct variant){uncorrected, 4})),
      "With $C=4$ Adam starts every cycle at 1.",
      "При $C=4$ Adam начинает каждый цикл в 1.");
CLAIM(small_C_goes_right, SHARPNESS, COMPUTE(with_small_C),
      "With $C=4$ Adam is below $-0.9$ after $10^4$ cycles, from 1.",
      "При $C=4$ Adam, начав в 1, после $10^4$ циклов находится ниже "
      "$-0.9$.");
/**
**Steps that do not fall** dip as deep in every cycle; **and the constants,**
1.05 and 0.95 of the regret's limit:
*/
/**ru 3857588039
**Неубывающие шаги** опускают точку одинаково глубоко в каждом цикле; **и
константы,** 1,05 и 0,95 предела сожаления:
*/
CLAIM(control_constant_steps, CONTROL,
      DROPS(falling_steps,
            COMPUTE(regret_from_above,
                    &(const struct regret){uncorrected, 1, true})),
      "(12') with steps $\\alpha_t=\\alpha$.",
      "Оценка (12') с шагами $\\alpha_t=\\alpha$.");
CLAIM(control_regret_1_05, CONTROL,
      COMPUTE(regret_from_below, &(const struct regret){adams, 1.05, false}),
      "The average regret times $\\frac C2$ is at least 1.05.",
      "Среднее сожаление, умноженное на $\\frac C2$, не меньше 1,05.");
CLAIM(control_regret_0_95, CONTROL,
      COMPUTE(regret_from_above,
              &(const struct regret){uncorrected, 0.95, false}),
      "The average regret times $\\frac C2$ is at most 0.95 plus (12')'s last "
      "term.",
      "Среднее сожаление, умноженное на $\\frac C2$, не больше 0,95 плюс "
      "последнее слагаемое (12').");

static const struct claim *const claims[] = {
    conditions_have_a_solution, least_even_C, line_6_no_momentum_left_over,
    line_6_m_in_a_cycle, line_7_v_from_below, line_7_v_from_above,
    line_8_large_part, line_8_small_part, line_8_moves_of_a_cycle,
    line_8_later_cycles, line_8_is_positive, line_9_one_change_of_sign,
    line_9_momentum_is_shorter, line_9_squares_are_forgotten, line_9_room,
    line_9_correction_above, line_9_correction_below, line_9_lift,
    arrives_by_c_star, returns_to_1_with_momentum,
    regret_with_momentum_at_least, regret_with_momentum_at_most,
    least_C_is_far_smaller, ends_change_at_the_least_C, phase_has_one_border,
    phase_changes_at_the_border, phase_theorem_is_inside, experiment_positions,
    experiment_regrets,
    /* what breaks */
    control_amsgrad_returns_with_momentum, control_long_momentum,
    control_small_C, small_C_goes_right, control_constant_steps,
    control_regret_1_05, control_regret_0_95};

static double third_height(double C, double beta2) {
    return limit_drift(0, beta2, 3, C);
}
/* The sum over a cycle is about C where all steps count the same. */
static double period_height(double C, double tenth_power) {
    return limit_drift(0.9, 1 - pow(10, -tenth_power), (size_t)lround(C),
                       (double)lround(C)) /
           C;
}

static const struct map maps[] = {
    {.name = "phase_third",
     .title = {"Every third slope is C: in the red Adam goes to the wrong end",
               "Каждый третий наклон равен C: в красном Adam уходит не туда"},
     .x = {"C", "C"},
     .y = {"β_2", "β_2"},
     .low = {2, 0.005},
     .high = {12, 0.7},
     .height = third_height,
     .height_name = {"move in a cycle", "сдвиг за цикл"},
     .divided = true},
    {.name = "phase_period",
     .title =
         {"A rare enough slope leads Adam astray, however near β_2 is to 1",
          "Достаточно редкий наклон сбивает Adam при любом β_2 < 1"},
     .x = {"C", "C"},
     .y = {"−log_{10}(1 − β_2)", "−log_{10}(1 − β_2)"},
     .low = {3, 0.8},
     .high = {160, 3.5},
     .height = period_height,
     .height_name = {"move in a cycle / C", "сдвиг за цикл / C"},
     .divided = true},
};

static const struct drawing drawings[] = {
    {.name = "regret_experiment",
     .title = {"The paper's experiment: Adam's average regret hardly falls",
               "Эксперимент статьи: среднее сожаление Adam почти не падает"},
     .x = {"iteration {/:Italic t}", "итерация {/:Italic t}"},
     .y = {"regret / t", "сожаление / t"},
     .curves = {{"experiment_regrets", 0, {"Adam", "Adam"}},
                {"experiment_regrets", 1, {"AMSGrad", "AMSGrad"}},
                {"experiment_regrets", 2, {"SGD", "SGD"}}}},
    {.name = "position_experiment",
     .title = {"The paper's experiment: Adam goes to the wrong end",
               "Эксперимент статьи: Adam уходит не в тот конец"},
     .x = {"iteration {/:Italic t}", "итерация {/:Italic t}"},
     .y = {"x_t", "x_t"},
     .linear_y = true,
     .curves = {{"experiment_positions", 0, {"Adam", "Adam"}},
                {"experiment_positions", 1, {"AMSGrad", "AMSGrad"}},
                {"experiment_positions", 2, {"SGD", "SGD"}}}},
};

const struct theorem theorem_adam_counterexample_momentum = {
    .id = "adam_counterexample_momentum",
    .title = {"Adam need not converge, whatever its momentum",
              "Adam может не сходиться при любом моменте"},
    .source = "Adam (Kingma and Ba, 2014)",
    .drawn_as = "adam_counterexample",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    MAPS(maps),
};

/**
## Exercises

@exercise ends_change_at_the_least_C For $\beta_1=0$, $\beta_2=0.9$ condition (10)
    asks for $C=204$. Where does Adam go with $C=10$ from $-1$, and with $C=3$
    from 1? Predict, then write slopes by
    `awk 'BEGIN{for(t=0;t<20000;t++)print t%10?-1:10}' >slopes` and play with
    `descent trace adam_uncorrected --alpha 1 --beta1 0 --beta2 0.9 --eps 0 --schedule root --box -1,1 --x0 -1 <slopes | tail -1`;
    for the other game write 3 for 10, and start at 1. ::
    With $C=10$ it climbs to 1, with $C=3$ it falls below $-0.9$. (10) is enough
    for the proof, not necessary: the proof gives away the small moves of half a
    cycle and several factors. What decides in the long run is the sum of moves
    over a cycle when $m$ and $v$ are periodic, and for this pair it first
    points up at $C=7$. The claim plays one and a half times and half of that $C$,
    which are 10 and 3.
@exercise least_even_C Why does (10) ask for the same $C$ with
    $(\beta_1,\beta_2)=(0,0.9)$ and $(0.5,0.9)$? And if $\beta_2$ goes from 0.99
    to 0.999, with $\beta_1=0.9$, so that squares are remembered ten times as
    long: does $C$ grow tenfold, less, or more? The program's answer:
    `descent verify adam_counterexample_momentum/least_even_C`. :: The condition that binds
    there is the second one, $(C-2)\ln\frac1{\beta_2}\ge4\ln C$, which has no
    $\beta_1$ in it: $C=204$ both times. It says
    $C\approx\frac{4\ln C}{1-\beta_2}$: the denominator gives ten times, and
    $\ln C$ grows besides, from about 8.1 to about 10.7. So $C$ grows 13
    times, from 3218 to 42622.
@exercise experiment_positions AMSGrad divides by the square root of the largest
    $v$ so far. Show that in the paper's experiment it therefore goes to the
    right end whatever $\beta_1$ is. At which place does the argument fail for
    Adam? The program's answer:
    `descent verify adam_counterexample_momentum/experiment_positions`. :: In the long run its denominator does not change any more, and
    within a cycle the step hardly falls, so that the moves of a cycle add up to
    a negative multiple of the sum of $m$. Momentum spreads each slope over the
    steps to come with weights whose sum is 1, so this is the sum of the slopes,
    $1010-100\cdot10=10$: down, to $-1$. For Adam the denominator changes within
    the cycle, and it is largest just after the large slope, when $m$ points
    down; the moves up are divided by less. In the claim AMSGrad ends below
    $-0.9$, Adam above 0.9.
*/
/**ru 2891691788
## Упражнения

@exercise ends_change_at_the_least_C При $\beta_1=0$, $\beta_2=0.9$ условие (10)
    требует $C=204$. Куда пойдёт Adam при $C=10$ из $-1$ и при $C=3$ из 1?
    Предскажите, затем запишите наклоны командой
    `awk 'BEGIN{for(t=0;t<20000;t++)print t%10?-1:10}' >slopes` и сыграйте:
    `descent trace adam_uncorrected --alpha 1 --beta1 0 --beta2 0.9 --eps 0 --schedule root --box -1,1 --x0 -1 <slopes | tail -1`;
    во второй игре пишите 3 вместо 10 и начинайте в 1. :: При $C=10$ он поднимается в 1, при $C=3$ опускается ниже
    $-0.9$. Условие (10) достаточно для доказательства, но не необходимо:
    доказательство отдаёт даром малые сдвиги за половину цикла и несколько
    множителей. В конечном счёте решает сумма сдвигов за цикл, когда $m$ и $v$
    уже периодичны, а она для этой пары впервые направлена вверх при $C=7$.
    Утверждение играет с $C$, в полтора раза большим и вдвое меньшим, то есть с
    10 и 3.
@exercise least_even_C Почему (10) требует одного и того же $C$ при
    $(\beta_1,\beta_2)=(0,0.9)$ и $(0.5,0.9)$? А если при $\beta_1=0.9$ перейти
    от $\beta_2$, равного 0,99, к 0,999, так что квадраты помнятся вдесятеро
    дольше, вырастет ли $C$ вдесятеро, меньше или больше?
    Ответ программы:
    `descent verify adam_counterexample_momentum/least_even_C`. :: Решает там второе
    условие, $(C-2)\ln\frac1{\beta_2}\ge4\ln C$, в котором нет $\beta_1$: оба
    раза $C=204$. Оно говорит, что $C\approx\frac{4\ln C}{1-\beta_2}$:
    знаменатель даёт множитель десять, но растёт и $\ln C$, примерно от 8,1 до
    10,7. Поэтому $C$ вырастает в 13 раз, от 3218 до 42622.
@exercise experiment_positions AMSGrad делит на корень из наибольшего до сих пор
    $v$. Покажите, что поэтому в эксперименте статьи он приходит в правильный
    конец при любом $\beta_1$. В каком месте это рассуждение неверно для Adam?
    Ответ программы:
    `descent verify adam_counterexample_momentum/experiment_positions`. :: Со временем знаменатель у него перестаёт меняться, а шаг в пределах цикла
    почти не убывает, так что сдвиги за цикл дают в сумме отрицательное кратное
    суммы $m$. Момент распределяет каждый наклон по следующим шагам с весами,
    сумма которых 1, поэтому это сумма наклонов, $1010-100\cdot10=10$: вниз, к
    $-1$. У Adam знаменатель меняется внутри цикла, и больше всего он сразу
    после большого наклона, когда $m$ тянет вниз; сдвиги вверх делятся на
    меньшее. В утверждении AMSGrad оказывается ниже $-0.9$, а Adam — выше 0,9.
*/
/**
## References

- S. Reddi, S. Kale, S. Kumar, *On the Convergence of Adam and Beyond*, ICLR
  2018: theorem 2; section 5 has the experiment.
- D. Kingma, J. Ba, *Adam: A Method for Stochastic Optimization*, ICLR 2015.
*/
/**ru 2292345672
## Литература

- S. Reddi, S. Kale, S. Kumar, *On the Convergence of Adam and Beyond*, ICLR
  2018: теорема 2; эксперимент — в разделе 5.
- D. Kingma, J. Ba, *Adam: A Method for Stochastic Optimization*, ICLR 2015.
*/
