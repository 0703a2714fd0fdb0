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

All large enough $C$ do. The least even one is taken, for six pairs, of which
the fourth has $\gamma=0.9997$ and is held up by the last condition, the others
by the second, and none by the first:
*/
#include "shared/adam_game.h"

/* The three conditions as left side minus right side. */
static void conditions(const struct betas *b, double C, double out[3]) {
    double gamma = b->beta1 / sqrt(b->beta2), late = pow(b->beta1, C - 1);
    out[0] = (1 - b->beta1) * late * C - (1 - late);
    out[1] = pow(b->beta2, (C - 2) / 2) * C * C - 1;
    out[2] = 1.5 * (1 - b->beta1) / sqrt(1 - b->beta2) *
                 (1 + gamma * (1 - pow(gamma, C - 1)) / (1 - gamma)) +
             pow(b->beta1, C / 2 - 1) / (1 - b->beta1) - C / 3;
}
static size_t prescribed(const struct betas *b) {
    for (size_t C = 4;; C += 2) {
        double left[3];
        conditions(b, (double)C, left);
        if (left[0] <= 0 && left[1] <= 0 && left[2] < 0) return C;
    }
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
      "Left minus right sides of (10) at the least even $C$, which is $k$.");

/**
## The proof

It is for cycle $c=0,1,\dots$ and its steps $i=1,\dots,C$, $t=cC+i$, without
bias correction.

**Line 6. No momentum is left over.** A cycle adds to $m_{(c+1)C}$ its large
gradient, $(1-\beta_1)\beta_1^{C-1}C$, and its small ones, $-(1-\beta_1^{C-1})$:
by (10) no more than 0. So $m_{cC}\le0$ for all $c$, and within a cycle
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
    double beta1 = g->settings.beta1, kept = pow(beta1, (double)g->i - 1);
    double bound = (1 - beta1) * kept * g->C - (1 - kept);
    nearest_take(n, g->k, g->state[0][0], bound, m_error(g));
}
CLAIM(line_6_no_momentum_left_over, PROOF_LINE,
      COMPUTE(on_pairs, &(const struct line){AT_MOST, left_over, uncorrected}),
      "At the end of a cycle $m\\le0$.");
CLAIM(line_6_m_in_a_cycle, PROOF_LINE,
      COMPUTE(on_pairs,
              &(const struct line){AT_MOST, m_in_a_cycle, uncorrected}),
      "Inequality (11) at every step.");
/**
**Line 7. The denominator.** The cycle's own large gradient gives
$v_{cC+i}\ge(1-\beta_2)\beta_2^{i-1}C^2$. In its second half, $i>\frac C2$, all
large gradients together are worth at most
$\frac{1-\beta_2}{1-\beta_2^C}\beta_2^{C/2}C^2\le1$ by (10), and the small ones
at most 1: $v_{cC+i}\le2$.
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
      "$v_{cC+i}\\ge(1-\\beta_2)\\beta_2^{i-1}C^2$ at every step.");
CLAIM(line_7_v_from_above, PROOF_LINE,
      COMPUTE(on_pairs,
              &(const struct line){AT_MOST, v_from_above, uncorrected}),
      "$v\\le2$ in the second half of every cycle.");
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
$2B+\frac{\beta_1^{C/2}}{1-\beta_1}$.
*/
static double takes_back(const struct game *g) { /* B */
    double gamma = g->settings.beta1 / sqrt(g->settings.beta2);
    return (1 - g->settings.beta1) / sqrt(1 - g->settings.beta2) *
           (1 - pow(gamma, g->C)) / (1 - gamma);
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
static void goes_up(struct nearest *n, const struct game *g) {
    if (g->i < g->period) return;
    double first = first_step(g, g->cycle), last = last_step(g, g->cycle);
    double bound = last * gives(g) / sqrt(2) - first * takes_back(g);
    nearest_take(n, g->k, g->drift, bound, few * g->C * first);
}
/* Rounding of sums of C terms of about C epsilon at most. */
static double cycle_error(const struct game *g) {
    return g->C * DBL_EPSILON * g->C;
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
        double margin = gives(&g) / 2 - takes_back(&g);
        inquiry_exact(q, g.name, g.method->id, g.period, margin,
                      cycle_error(&g), AT_LEAST, takes_back(&g) / 8);
    }
}
CLAIM(line_8_moves_of_a_cycle, PROOF_LINE,
      COMPUTE(on_pairs, &(const struct line){AT_LEAST, goes_up, uncorrected}),
      "A cycle's moves, none cut off, add up to at least (12)'s left side.");
CLAIM(line_8_later_cycles, PROOF_LINE, COMPUTE(later_cycles),
      "The second inequality of (12), terms with $S$, for 1000 cycles $c=k$.");
CLAIM(line_8_is_positive, PROOF_LINE, COMPUTE(positive),
      "$\\frac S2-B\\ge\\frac18B>0$ for the prescribed $C$, which is $k$.");
/**
**Line 9. First down, then up.** Within a cycle $m$ only falls after its first
step, towards $-1$, so it changes its sign at most once: the moves down come
first. What cuts moves up off is the end at 1, and a point that starts at 1 is
there again if every tail of the cycle's moves adds up to at least 0 (to be cut
off at $-1$ only helps). A tail that starts after the change of sign does; one
that starts before is at least the whole. So if $x_{cC+1}=1$ then
$x_{(c+1)C+1}=1$ for $c\ge1$, and if it is not there yet the cycle lifts it by
(12). The lifts add up without limit: from the cycle $c^*$ on with $\alpha
M\sum_{c=1}^{c^*-1}(cC+1)^{-1/2}\ge2$ the point starts every cycle at 1,
from **whatever** start, where $M=\frac S2-B$. Bias correction multiplies the
moves by $\frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}$. For $t>C$ that is at least
$1-C^{-4}$ and at most $1+C^{-2}$, because $\beta_2^t\le C^{-4}$ by (10), and
$\beta_1^t$ is below its root. So the same is true with $M=\frac
S2(1-C^{-4})-B(1+C^{-2})$, which is taken for both; it is positive as (10) says
even $\frac S2>\frac98B$.
*/
static void one_turn(struct nearest *n, const struct game *g) {
    if (g->i > 1)
        nearest_take(n, g->k, g->state[0][0], g->m_before, m_error(g));
}
static size_t arrived_at(const struct game *g) { /* c* */
    double tiny = 1 / (g->C * g->C), sum = 0;
    double margin =
        gives(g) / 2 * (1 - tiny * tiny) - takes_back(g) * (1 + tiny);
    size_t c = 1;
    for (; g->settings.alpha * margin * sum < 2; c++)
        sum += 1 / sqrt((double)c * g->C + 1);
    return c;
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
      "Within a cycle $m$ falls from the second step on.");
CLAIM(returns_to_1_with_momentum, IDENTITY,
      COMPUTE(returns, &(const struct variant){adams, 0}),
      "From cycle $c^*$ on all cycles start at 1, from 16 starting points.");
/**
### Regret

A cycle from 1 costs $C-\sum_{i>1}x_{cC+i}\ge C-(C-1)=1$, while a cycle at $-1$
costs $-1$: the average regret after arrival is at least $\frac2C$. As a cycle's
moves down add up to at most $\alpha_{cC+1}B$, every point in it is at least
$1-\alpha_{cC+1}B$, and the average tends to $\frac2C$.
*/
/* Average regret against -1 over the cycles first, ..., last - 1 after arrival,
 * times C/2. */
static double regret_over(struct game *g, size_t first, size_t last) {
    size_t arrived = arrived_at(g);
    game_until(g, (arrived + first) * g->period);
    g->regret = 0;
    game_until(g, (arrived + last) * g->period);
    return g->regret / (2 * (double)(last - first));
}
/* Of a sum over cycles of period C, with terms up to 2 C in the first step and
 * up to 2 in the others. */
static double regret_error(const struct game *g) {
    return (few + (double)g->k * DBL_EPSILON) * 2 * g->C;
}
/* In windows of cycles; late ones of the longest cycles would take long. */
struct regret {
    const struct method *const *by;
    enum sign sign;
    size_t windows;
};
static void regret(struct inquiry *q) {
    static const size_t windows[][2] = {{0, SHORT_RUN}, {20, 40}, {80, 160}};
    const struct regret *of = q->with;
    for (size_t m = 0; of->by[m]; m++)
        for (size_t p = 0; p < PAIRS; p++)
            for (size_t w = 0; w < (p + 1 < PAIRS ? of->windows : 1); w++) {
                struct game g = prescribed_game(of->by[m], p);
                double sum = regret_over(&g, windows[w][0], windows[w][1]);
                size_t cycles = windows[w][1] - windows[w][0];
                double step = 0;
                for (size_t c = g.cycle + 1 - cycles; c <= g.cycle; c++)
                    step += first_step(&g, c) / (double)cycles;
                double above = (g.C - 1) / 2 * takes_back(&g) * step;
                inquiry_exact(q, g.name, g.method->id, g.k, sum,
                              regret_error(&g), of->sign,
                              of->sign == AT_LEAST ? 1 : 1 + above);
            }
}
CLAIM(regret_with_momentum_at_least, BOUND,
      COMPUTE(regret, &(const struct regret){adams, AT_LEAST, 1}),
      "After arrival the average regret times $\\frac C2$ is at least 1.");
CLAIM(regret_with_momentum_at_most, BOUND,
      COMPUTE(regret, &(const struct regret){uncorrected, AT_MOST, 3}),
      "... and at most 1 plus $\\frac{C-1}2B$ times the mean of "
      "$\\alpha_{cC+1}$, in up to three windows of cycles.");
/**
## Where Adam goes wrong

How much is the proof's $C$ too large? On a long run what counts is the sum of
$-\frac{m}{\sqrt v}$ over one cycle once $m$ and $v$ have become periodic, which
can be computed. The least $C\ge3$ for which it is positive is far smaller. With
half as much again, so that the drift is no hair's breadth, Adam goes to the
wrong end, and with half of it to the right one, started at the other end each
time:
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
                  path_error(steps), wrong ? AT_LEAST : AT_MOST,
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
      "That least $C$ is at most a tenth of the prescribed one, which is $k$.");
CLAIM(ends_change_at_the_least_C, SHARPNESS, COMPUTE(beside_least_C),
      "With 1.5 times that $C$ Adam climbs from $-1$ to above 0.9 within 2000 "
      "cycles, with half of it falls from 1 to below $-0.9$.");
/**
@figure phase_period $f_t=Cx$ once in $C$ steps, $\beta_1=0.9$: however near
    $\beta_2$ is to 1, a rare enough slope leads Adam astray

@figure phase_third Every third slope is $C$, $\beta_1=0$: the sum of moves over
    a cycle in the limit. Red: up, to the wrong end

In [the cycle of three](adam_counterexample.html) the theorem's
$\beta_2=\frac1{1+C^2}$ lies well within the red. The drift changes its sign
once, at a border $\beta_2^*(C)$ above which Adam goes the right way:
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
static void theorem_inside(struct inquiry *q) {
    for (size_t c = 0; c < COUNT(border_slopes); c++) {
        double C = border_slopes[c];
        inquiry_exact(q, "rare slope", "adam_uncorrected",
                      (size_t)lround(10 * C), 1 / (1 + C * C), 1e-15, AT_MOST,
                      border(C));
    }
}
CLAIM(phase_changes_at_the_border, SHARPNESS, COMPUTE(beside_border),
      "At $0.95\\beta_2^*(C)$ Adam climbs from $-1$ to above 0.9, at "
      "$1.05\\beta_2^*(C)$ falls from 1 to below $-0.9$; $k$ is $10C$.");
CLAIM(phase_theorem_is_inside, SHARPNESS, COMPUTE(theorem_inside),
      "$\\frac1{1+C^2}\\le\\beta_2^*(C)$; $k$ is $10C$.");
/**
## The paper's experiment

$f_t=1010x$ if $t\bmod101=1$, else $-10x$, with $\beta_1=0.9$, $\beta_2=0.99$.
That is $C=101$ ten times over, and far below the prescribed 3218. Adam does not
see the factor 10, which cancels; SGD's step takes it up. Here Adam starts at
the optimum and the other two at the wrong end.

@figure regret_experiment The same runs: average regret
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
        double size = position ? 1 : 2 * experiment_scale * g.C;
        if (i >= 3)
            inquiry_exact(q, "experiment", p->method->id, g.k, estimate,
                          path_error(g.k) * size, p->sign, bound);
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
      "AMSGrad and SGD are nowhere above it, and in the end below $-0.9$.");
CLAIM(experiment_regrets, SHARPNESS, COMPUTE(experiment, &(const bool){false}),
      "Adam's average regret is above 0.18 from the fourth cycle on, where 1 "
      "costs $\\frac{20}{101}=0.198$; theirs falls, in the end below 0.1.");
/**
## What breaks

**AMSGrad in Adam's place** never forgets the large slope, and does not return:
*/
CLAIM(control_amsgrad_returns_with_momentum, CONTROL,
      COMPUTE(returns, &(const struct variant){amsgrad, 0}),
      "AMSGrad starts every cycle at 1, with momentum.");
/**
**Too small a $C$ for the momentum:** with $C=4$ Adam goes right.
*/
static void with_small_C(struct inquiry *q) {
    for (size_t p = 0; p < PAIRS; p++) {
        struct game g = game_of_pair(adams[0], p, 4);
        ends(q, &g, 40000, false, 0);
    }
}
CLAIM(control_small_C, CONTROL,
      COMPUTE(returns, &(const struct variant){uncorrected, 4}),
      "With $C=4$ Adam starts every cycle at 1.");
CLAIM(small_C_goes_right, SHARPNESS, COMPUTE(with_small_C),
      "With $C=4$ Adam is below $-0.9$ after $10^4$ cycles, from 1.");

static const struct claim *const claims[] = {
    conditions_have_a_solution, line_6_no_momentum_left_over,
    line_6_m_in_a_cycle, line_7_v_from_below, line_7_v_from_above,
    line_8_moves_of_a_cycle, line_8_later_cycles, line_8_is_positive,
    line_9_one_change_of_sign, returns_to_1_with_momentum,
    regret_with_momentum_at_least, regret_with_momentum_at_most,
    least_C_is_far_smaller, ends_change_at_the_least_C,
    phase_changes_at_the_border, phase_theorem_is_inside, experiment_positions,
    experiment_regrets,
    /* what breaks */
    control_amsgrad_returns_with_momentum, control_small_C, small_C_goes_right};

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
     .title = {"Every third slope is C: where Adam goes wrong",
               "Каждый третий наклон равен C: где Adam ошибается"},
     .x = {"C", "C"},
     .y = {"β_2", "β_2"},
     .low = {2, 0.005},
     .high = {12, 0.7},
     .height = third_height,
     .height_name = {"move in a cycle", "сдвиг за цикл"},
     .divided = true},
    {.name = "phase_period",
     .title = {"One slope in C is C: where Adam goes wrong",
               "Один наклон из C равен C: где Adam ошибается"},
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
     .title = {"The paper's experiment: average regret",
               "Эксперимент статьи: среднее сожаление"},
     .x = {"iteration t", "итерация t"},
     .y = {"regret / t", "сожаление / t"},
     .curves = {{"experiment_regrets", 0, {"Adam", "Adam"}},
                {"experiment_regrets", 1, {"AMSGrad", "AMSGrad"}},
                {"experiment_regrets", 2, {"SGD", "SGD"}}}},
    {.name = "position_experiment",
     .title = {"The paper's experiment: positions",
               "Эксперимент статьи: положение"},
     .x = {"iteration t", "итерация t"},
     .y = {"x_t", "x_t"},
     .linear_y = true,
     .curves = {{"experiment_positions", 0, {"Adam", "Adam"}},
                {"experiment_positions", 1, {"AMSGrad", "AMSGrad"}},
                {"experiment_positions", 2, {"SGD", "SGD"}}}},
};

const struct theorem theorem_adam_counterexample_momentum = {
    .id = "adam_counterexample_momentum",
    .title = {"Adam need not converge, whatever its momentum",
              "Adam может не сходиться при любой инерции"},
    .source = "Adam (Kingma and Ba, 2014)",
    .drawn_as = "adam_counterexample",
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    .maps = maps,
    .map_count = COUNT(maps),
};

/**
## References

- S. Reddi, S. Kale, S. Kumar, *On the Convergence of Adam and Beyond*, ICLR
  2018: theorem 2; section 5 has the experiment.
- D. Kingma, J. Ba, *Adam: A Method for Stochastic Optimization*, ICLR 2015.
*/
