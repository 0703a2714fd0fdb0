/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Adam need not converge, not even on a line

The lecture says of Adam (slide «Adam (Kingma and Ba, 2014)»):

> Не сходится для некоторых простых задач (даже выпуклых)

with a footnote to Reddi, Kale and Kumar, *On the Convergence of Adam and
Beyond*. Here are their three theorems. All of them play on the interval
$[-1,1]$ with linear functions, where a gradient is a number:
$$f_t(x)=\begin{cases}Cx&\text{now and then,}\\-x&\text{else.}\end{cases}$$
The large slope comes so often that it outweighs the small ones: the best point
for the sum is $x=-1$. But Adam divides a gradient by the root of an average of
squares, and the large gradient is divided by **itself**. It counts as a bounded
number of steps, however large $C$ is, while the small ones that come after it,
once it is forgotten, count as a step each. They win, and Adam ends at $x=+1$,
the worst point of all.

1. **Every third time.** $f_t=Cx$ if $t\bmod3=1$, with $C>2$, $\beta_1=0$,
   $\beta_2=\frac1{1+C^2}$ and $\alpha_t=\frac\alpha{\sqrt t}$,
   $\alpha<\sqrt{1-\beta_2}$: from $x_1=1$, $x_{3t+1}=1$ for all $t$, and the
   average regret tends to $\frac{2C-4}3$.
2. **Any momentum.** For any $\beta_1<\sqrt{\beta_2}$ there is a $C$ such that
   Adam, with $f_t=Cx$ if $t\bmod C=1$, starts every cycle from some cycle on at
   1, wherever it began, and its average regret tends to $\frac2C$.
3. **At random.** For any $\beta_1<\sqrt{\beta_2}$ there is a $C$ such that Adam
   does not tend to $-1$ when the oracle answers $C$ with probability
   $p=\frac{1+\delta}{C+1}$ and else $-1$, though the mean of its answers is
   $\delta>0$ everywhere.

The paper's Adam is `adam_uncorrected`, the lecture's, which corrects the bias,
is `adam`. The theorems are checked for both, the lines of a proof for the one
that they speak of. SGD, and AMSGrad with the maximum that the paper puts in
Adam's denominator, do go to $-1$.

@figure regret_experiment The paper's experiment, $1010x$ at every 101st step
    and else $-10x$: average regret

@figure position_experiment The same runs: where they are

In C, a game of $t=1,2,\dots$ from many starting points at once, one a lane. The
program counts steps from 0: $t=k+1$.
*/
#include "theorem.h"

static const struct method *const adams[] = {&method_adam_uncorrected,
                                             &method_adam};
static const struct box domain = {-1, 1};

struct game {
    const char *name; /* in the ledger */
    const struct method *method;
    struct settings settings;
    size_t period; /* the slope is C in its first step, else -1 */
    double C;
    size_t k;       /* steps taken */
    real x, before; /* the point now and before the last step */
    real state[3];  /* of the method; for Adam and its kin m and v come first */
    double m;       /* m before the last step */
};

static double slope_at(size_t k, size_t period, double C) {
    return k % period == 0 ? C : -1;
}

/* From -1 (lane 0) to 1 (the last lane), evenly. */
static struct game game_new(const struct method *method, double alpha,
                            double beta1, double beta2, size_t period,
                            double C) {
    struct game g = {
        .name = "rare slope", .method = method, .period = period, .C = C};
    g.settings = (struct settings){.alpha = alpha,
                                   .beta1 = beta1,
                                   .beta2 = beta2,
                                   .box = domain,
                                   .schedule = schedule_root};
    for (int l = 0; l < LANES; l++) g.x[l] = -1 + 2.0 * l / (LANES - 1);
    return g;
}
enum { FROM_MINUS_ONE = 0, FROM_ONE = LANES - 1 };

static void game_step(struct game *g) {
    real slope = real_all(slope_at(g->k, g->period, g->C));
    g->before = g->x;
    g->m = g->state[0][0];
    g->method->step(&g->settings, g->k, 1, &g->x, &slope, g->state);
    g->k++;
}

/* v as the last step used it: corrected, if the method corrects. */
static double v_used(const struct game *g) {
    double weights = g->method == &method_adam
                         ? 1 - pow(g->settings.beta2, (double)g->k)
                         : 1;
    return g->state[1][0] / weights;
}

/* Of many comparisons the one that comes nearest to failing, or fails worst. */
struct near {
    bool any;
    size_t k;
    double left, right, error, margin;
};

static void compare(struct near *n, size_t k, double left, double right,
                    double error, enum sign sign) {
    double margin = error + (sign == AT_MOST    ? right - left
                             : sign == AT_LEAST ? left - right
                                                : -fabs(left - right));
    if (n->any && (isnan(n->margin) || margin >= n->margin))
        return; /* a NaN gets in, and stays */
    *n = (struct near){true, k, left, right, error, margin};
}

static void report(struct inquiry *q, const struct game *g,
                   const struct near *n, enum sign sign) {
    inquiry_exact(q, g->name, g->method->id, n->k, n->left, n->error, sign,
                  n->right);
}

/* Rounding of numbers about 1 that come from a few operations. */
static const double few = 16 * DBL_EPSILON;
/* Rounding of a point after k steps: each rounds a few times numbers of about 1, and what is off stays as it is, because
 * slopes do not depend on x, or shrinks where the interval ends. */
static double path_error(size_t k) {
    return few * (double)k;
}

/**
## 1. Every third time

The settings of the theorem, for several $C$:
*/
enum { CYCLES = 10000 };
static const double slopes[] = {2.1, 2.5, 3, 4, 6, 10};
static const char *const slope_names[] = {"C = 2.1", "C = 2.5", "C = 3",
                                          "C = 4",   "C = 6",   "C = 10"};

static double theorem_beta2(double C) {
    return 1 / (1 + C * C);
}
static double theorem_alpha(double C) {
    return 0.9 * sqrt(1 - theorem_beta2(C));
}
static struct game third(const struct method *method, size_t which) {
    double C = slopes[which];
    struct game g =
        game_new(method, theorem_alpha(C), 0, theorem_beta2(C), 3, C);
    g.name = slope_names[which];
    return g;
}

/* Every C, under either Adam; a check looks at a whole cycle's three steps one by one: part 0, 1, 2. */
static void on_cycles(struct inquiry *q, enum sign sign,
                      void (*check)(struct near *, const struct game *,
                                    size_t t, size_t part)) {
    for (size_t m = 0; m < COUNT(adams); m++)
        for (size_t c = 0; c < COUNT(slopes); c++) {
            struct game g = third(adams[m], c);
            struct near n = {0};
            for (size_t t = 0; t < CYCLES; t++)
                for (size_t part = 0; part < 3; part++) {
                    game_step(&g);
                    check(&n, &g, t, part);
                }
            report(q, &g, &n, sign);
        }
}
/**
**Line 1. One step down.** At $t'=3t+1$ the slope is $C$, and
$v_{t'}\ge(1-\beta_2)C^2$ whatever came before. So the step down is
$$x_{3t+1}-x_{3t+2}\le\frac{\alpha C}{\sqrt{3t+1}\,\sqrt{(1-\beta_2)C^2}}=\frac\alpha{\sqrt{(1-\beta_2)(3t+1)}}, \tag{1}$$
and with $\alpha<\sqrt{1-\beta_2}$ it is shorter than 1: from $x_{3t+1}=1$ it
ends above 0. (Bias correction divides $v$ by less than 1; the inequality
stays.)
*/
static void check_down(struct near *n, const struct game *g, size_t t,
                       size_t part) {
    if (part != 0) return;
    double bound =
        g->settings.alpha / sqrt((1 - g->settings.beta2) * (3 * (double)t + 1));
    for (int l = 0; l < LANES; l++)
        compare(n, g->k, g->before[l] - g->x[l], bound, few, AT_MOST);
}
static void down(struct inquiry *q) {
    on_cycles(q, AT_MOST, check_down);
}
static void check_positive(struct near *n, const struct game *g, size_t t,
                           size_t part) {
    double alpha = g->settings.alpha,
           bound =
               1 - alpha / sqrt((1 - g->settings.beta2) * (3 * (double)t + 1));
    (void)part;
    compare(n, g->k, g->x[FROM_ONE], bound, few, AT_LEAST);
}
static void positive(struct inquiry *q) {
    on_cycles(q, AT_LEAST, check_positive);
}
CLAIM(line_1_step_down, PROOF_LINE, COMPUTE(down),
      "Inequality (1), from 16 starting points, for six $C$ and either Adam.");
CLAIM(line_1_stays_above_0, PROOF_LINE, COMPUTE(positive),
      "From 1, all three points of a cycle are at least 1 minus the right side "
      "of (1), which is above 0.");
/**
**Line 2. Two small $v$.** Always $v\le C^2$. So after the next two slopes,
which are $-1$,
$$\begin{aligned}v_{3t+2}&\le\beta_2C^2+(1-\beta_2)=2(1-\beta_2),\\
  v_{3t+3}&\le2\beta_2(1-\beta_2)+(1-\beta_2)=(1+2\beta_2)(1-\beta_2),\end{aligned} \tag{2}$$
since $\beta_2C^2=1-\beta_2$: the large gradient is all but forgotten. (With
bias correction the same two bounds hold: in the first one
$2-\beta_2^{3t+1}\le2(1-\beta_2^{3t+2})$ because $2\beta_2\le1$, and the second
follows likewise.)
*/
static void check_small(struct near *n, const struct game *g, size_t t,
                        size_t part) {
    (void)t;
    double beta2 = g->settings.beta2;
    if (part == 0) return;
    compare(n, g->k, v_used(g), (part == 1 ? 2 : 1 + 2 * beta2) * (1 - beta2),
            few, AT_MOST);
}
static void small_v(struct inquiry *q) {
    on_cycles(q, AT_MOST, check_small);
}
CLAIM(line_2_v_is_small, PROOF_LINE, COMPUTE(small_v),
      "The bounds (2) on $v$ at the two small slopes.");
/**
**Line 3. Two steps up.** Left to themselves they would add up to at least
$$\begin{aligned}&\frac\alpha{\sqrt{(3t+2)v_{3t+2}}}+\frac\alpha{\sqrt{(3t+3)v_{3t+3}}}\\
  &\qquad\ge\frac\alpha{\sqrt{1-\beta_2}}\left[\frac1{\sqrt{2(3t+2)}}+\frac1{\sqrt{(1+2\beta_2)(3t+3)}}\right].\end{aligned} \tag{3}$$
*/
static double up_at_least(double alpha, double beta2, size_t t) {
    return alpha / sqrt(1 - beta2) *
           (1 / sqrt(2 * (3 * (double)t + 2)) +
            1 / sqrt((1 + 2 * beta2) * (3 * (double)t + 3)));
}
static void up(struct inquiry *q) {
    for (size_t m = 0; m < COUNT(adams); m++)
        for (size_t c = 0; c < COUNT(slopes); c++) {
            struct game g = third(adams[m], c);
            struct near n = {0};
            for (size_t t = 0; t < CYCLES; t++) {
                double sum = 0;
                for (size_t part = 0; part < 3; part++) {
                    game_step(&g);
                    /* The move before projection, from the m that the method holds. */
                    if (part)
                        sum -= step_size(&g.settings, g.k - 1) * g.state[0][0] /
                               sqrt(v_used(&g));
                }
                compare(&n, g.k, sum,
                        up_at_least(g.settings.alpha, g.settings.beta2, t), few,
                        AT_LEAST);
            }
            report(q, &g, &n, AT_LEAST);
        }
}
CLAIM(line_3_steps_up, PROOF_LINE, COMPUTE(up),
      "Inequality (3), the two steps up before projection.");
/**
**Line 4. Up outweighs down.** For $t\ge1$ the right side of (3) is at least
that of (1): times $\sqrt{3t+1}$ the bracket is
$\sqrt{\frac{3t+1}{2(3t+2)}}+\sqrt{\frac{3t+1}{(1+2\beta_2)(3t+3)}}$, which
grows with $t$ and is at $t=1$ with $\beta_2\le\frac15$ already
$$\sqrt{\tfrac4{10}}+\sqrt{\tfrac4{6(1+2\beta_2)}}\ge\sqrt{\tfrac25}+\sqrt{\tfrac{10}{21}}=1.3225\ldots \tag{4}$$

*A gap in the paper.* Its proof bounds $3t+2$ and $3t+3$ by $2(3t+1)$ and is
done. But at $t=0$ that says $3\le2$. The paper's line, which has $2(1-\beta_2)$
for both $v$, is in fact false there, and (3) does not do for every $C$ either:
for $\beta_2>\frac16$, $C<\sqrt5$, the bracket is below 1. The first cycle needs
the $v$ that it really has, $v_2=(1-\beta_2)(2-\beta_2)$ and
$v_3=(1-\beta_2)(1+2\beta_2-\beta_2^2)$ (without bias correction). Then
$$\frac1{\sqrt{2(2-\beta_2)}}+\frac1{\sqrt{3(1+2\beta_2-\beta_2^2)}}\ge1.0221\quad\text{for }\beta_2\le\tfrac15, \tag{5}$$
its value at $\beta_2=\frac15$, since it falls with $\beta_2$. With correction
it is
$\sqrt{\frac{1+\beta_2}{2(2-\beta_2)}}+\sqrt{\frac{1+\beta_2+\beta_2^2}{3(1+2\beta_2-\beta_2^2)}}\ge1.077$,
the value at 0.
*/
static const double first_margin = 1.3225;

static void outweighs(struct inquiry *q) {
    for (size_t c = 0; c < COUNT(slopes); c++) {
        struct game g = third(adams[0], c);
        struct near n = {0};
        for (size_t t = 1; t < CYCLES; t++) {
            double ratio = up_at_least(1, g.settings.beta2, t) *
                           sqrt((1 - g.settings.beta2) * (3 * (double)t + 1));
            compare(&n, t, ratio, first_margin, few, AT_LEAST);
        }
        report(q, &g, &n, AT_LEAST);
    }
}

/* The first cycle on a grid of beta2 up to 1/5, read off the methods; alpha = 1 without a box. */
static void first_cycle(struct inquiry *q) {
    for (size_t m = 0; m < COUNT(adams); m++) {
        struct game g = {0};
        struct near n = {0};
        for (size_t i = 1; i <= 1000; i++) {
            double beta2 = (double)i / 5000, C = sqrt(1 / beta2 - 1);
            g = game_new(adams[m], 1, 0, beta2, 3, C);
            g.settings.box = (struct box){0};
            double down_by = 0, up_by = 0;
            for (size_t part = 0; part < 3; part++) {
                game_step(&g);
                *(part ? &up_by : &down_by) += fabs(g.x[0] - g.before[0]);
            }
            compare(&n, i, up_by / down_by,
                    adams[m] == &method_adam ? 1.077 : 1.0221, few, AT_LEAST);
        }
        report(q, &g, &n, AT_LEAST);
    }
}

/* The paper's line: both v bounded by 2 (1 - beta2). */
static void paper_line(struct inquiry *q, size_t first) {
    struct near n = {0};
    for (size_t t = first; t < CYCLES; t++) {
        double ratio =
            sqrt(3 * (double)t + 1) * (1 / sqrt(2 * (3 * (double)t + 2)) +
                                       1 / sqrt(2 * (3 * (double)t + 3)));
        compare(&n, t, ratio, 1, few, AT_LEAST);
    }
    inquiry_exact(q, "rare slope", "adam_uncorrected", n.k, n.left, n.error,
                  AT_LEAST, n.right);
}
/* Line (3) over line (1) in the first cycle, for beta2 up to 1/5. */
static void bracket_at_0(struct inquiry *q) {
    struct near n = {0};
    for (size_t i = 1; i <= 1000; i++) {
        double beta2 = (double)i / 5000;
        compare(&n, i, up_at_least(1, beta2, 0) * sqrt(1 - beta2), 1, few,
                AT_LEAST);
    }
    inquiry_exact(q, "rare slope", "adam_uncorrected", n.k, n.left, n.error,
                  AT_LEAST, n.right);
}
static void paper_line_from_1(struct inquiry *q) {
    paper_line(q, 1);
}
static void paper_line_from_0(struct inquiry *q) {
    paper_line(q, 0);
}
CLAIM(line_4_up_outweighs_down, PROOF_LINE, COMPUTE(outweighs),
      "Up over down is at least 1.3225 for $t\\ge1$.");
CLAIM(line_4_first_cycle, PROOF_LINE, COMPUTE(first_cycle),
      "Inequality (5) and its twin with bias correction, on 1000 values of "
      "$\\beta_2\\le\\frac15$, from the "
      "methods' own moves.");
CLAIM(line_4_as_in_the_paper, PROOF_LINE, COMPUTE(paper_line_from_1),
      "The paper's line, both $v$ bounded by $2(1-\\beta_2)$, for $t\\ge1$.");
CLAIM(control_line_4_as_in_the_paper_at_0, CONTROL, COMPUTE(paper_line_from_0),
      "The paper's line from $t=0$ on.");
CLAIM(control_line_3_is_enough_at_0, CONTROL, COMPUTE(bracket_at_0),
      "At $t=0$ the bracket of (3) is at least 1 for "
      "$\\beta_2=k/5000\\le\\frac15$.");
/**
**Line 5. Back at 1.** Two cases, as in the paper. If the second step arrives at
1, the third stays there, as it goes up. If not, nothing was cut off on the way
up, and by lines 1 to 4 the point would come to $x_{3t+1}$ or beyond: at 1
again. So $x_{3t+1}=1$ for all $t$, exactly, since the projection makes it so.
(Being cut off at $-1$ on the way down would only help. So the condition
$\alpha<\sqrt{1-\beta_2}$ serves line 1's second half alone: Adam returns with
any step.)
*/
static void returns_with(struct inquiry *q, const struct method *method,
                         double alpha_factor, double beta1, double beta2) {
    for (size_t c = 0; c < COUNT(slopes); c++) {
        double C = slopes[c];
        struct game g = game_new(method, alpha_factor * theorem_alpha(C), beta1,
                                 beta2 > 0 ? beta2 : theorem_beta2(C), 3, C);
        g.name = slope_names[c];
        struct near n = {0};
        for (size_t t = 0; t < CYCLES; t++) {
            for (size_t part = 0; part < 3; part++) game_step(&g);
            compare(&n, g.k, g.x[FROM_ONE], 1, 0, EQUAL);
        }
        report(q, &g, &n, EQUAL);
    }
}
static void returns(struct inquiry *q) {
    for (size_t m = 0; m < COUNT(adams); m++)
        returns_with(q, adams[m], 1, 0, 0);
}
static void returns_with_long_steps(struct inquiry *q) {
    for (size_t m = 0; m < COUNT(adams); m++)
        returns_with(q, adams[m], 4, 0, 0);
}
static void returns_with_beta2(struct inquiry *q) {
    for (size_t m = 0; m < COUNT(adams); m++)
        returns_with(q, adams[m], 1, 0, 0.99);
}
static void returns_with_amsgrad(struct inquiry *q) {
    returns_with(q, &method_amsgrad, 1, 0, 0);
}
CLAIM(returns_to_1, IDENTITY, COMPUTE(returns),
      "From $x_1=1$, $x_{3t+1}=1$ exactly, for $10^4$ cycles, six $C$ and "
      "either Adam.");
CLAIM(returns_to_1_with_long_steps, IDENTITY, COMPUTE(returns_with_long_steps),
      "The same with steps four times as long, where "
      "$\\alpha>\\sqrt{1-\\beta_2}$.");
/**
### Regret

The best fixed point is $-1$, for the slopes of a cycle add up to $C-2>0$.
Against it a cycle costs $C\cdot1-x_{3t+2}-x_{3t+3}-(2-C)\ge2C-4$, as no $x$
exceeds 1. By line 1 the two are at least
$1-\frac\alpha{\sqrt{(1-\beta_2)(3t+1)}}$. So after $T=3n$ steps, with
$\sum_{t<n}(3t+1)^{-1/2}\le1+\frac23(\sqrt{T-2}-1)$,
$$\frac{2C-4}3\le\frac{\text{regret}}T\le\frac{2C-4}3+\frac{2\alpha}{T\sqrt{1-\beta_2}}\Bigl(\frac13+\frac23\sqrt{T-2}\Bigr). \tag{6}$$
*/
static double regret_floor(double C) {
    return (2 * C - 4) / 3;
}
static double regret_above(double C, size_t T) {
    double k = (double)T;
    return 2 * theorem_alpha(C) / (k * sqrt(1 - theorem_beta2(C))) *
           (1.0 / 3 + 2.0 / 3 * sqrt(k - 2));
}

/* Checkpoints at the ends of cycles. */
static size_t cycle_ends(size_t period, size_t cycles, size_t out[]) {
    size_t count = checkpoints_between(1, cycles, 8, out);
    for (size_t i = 0; i < count; i++) out[i] *= period;
    return count;
}

/* Average regret from x_1 = 1 against -1, held against floor + above. */
static void regret(struct inquiry *q, const struct method *method,
                   enum sign sign, double factor) {
    size_t ends[CHECKPOINTS_MAX], count = cycle_ends(3, CYCLES, ends);
    for (size_t c = 0; c < COUNT(slopes); c++) {
        struct game g = third(method, c);
        double sum = 0;
        for (size_t i = 0; i < count; i++) {
            while (g.k < ends[i]) {
                double slope = slope_at(g.k, 3, g.C);
                sum += slope * (g.x[FROM_ONE] + 1);
                game_step(&g);
            }
            double k = (double)g.k,
                   bound = factor * regret_floor(g.C) +
                           (sign == AT_MOST ? regret_above(g.C, g.k) : 0);
            /* x_t is a few roundings off, and a sum of k terms below 2 C is rounded k times. */
            double error = (few + k * DBL_EPSILON) * 2 * g.C;
            inquiry_exact(q, g.name, method->id, g.k, sum / k, error, sign,
                          bound);
        }
    }
}
static void compute_regret_at_least(struct inquiry *q) {
    for (size_t m = 0; m < COUNT(adams); m++) regret(q, adams[m], AT_LEAST, 1);
}
static void compute_regret_at_most(struct inquiry *q) {
    for (size_t m = 0; m < COUNT(adams); m++) regret(q, adams[m], AT_MOST, 1);
}
static void regret_at_least_1_05(struct inquiry *q) {
    regret(q, &method_adam_uncorrected, AT_LEAST, 1.05);
}
static void regret_at_most_0_95(struct inquiry *q) {
    regret(q, &method_adam_uncorrected, AT_MOST, 0.95);
}
static void regret_of_the_others(struct inquiry *q) {
    regret(q, &method_amsgrad, AT_LEAST, 1);
    regret(q, &method_sgd, AT_LEAST, 1);
}

/* The best fixed point of the first three functions: sum f_t(x) on a grid is least at -1. */
static void best_point(struct inquiry *q) {
    for (size_t c = 0; c < COUNT(slopes); c++) {
        double C = slopes[c], best = INFINITY, at = NAN;
        for (int i = -100; i <= 100; i++) {
            double x = i / 100.0, sum = 0;
            for (size_t k = 0; k < 3; k++) sum += slope_at(k, 3, C) * x;
            if (sum < best) {
                best = sum;
                at = x;
            }
        }
        inquiry_exact(q, slope_names[c], "adam_uncorrected", c + 1, at, 0,
                      EQUAL, -1);
    }
}
CLAIM(best_fixed_point, IDENTITY, COMPUTE(best_point),
      "Of 201 fixed points $-1$ is the best, for six $C$.");
CLAIM(regret_at_least, BOUND, COMPUTE(compute_regret_at_least),
      "Adam's average regret after whole cycles is at least $\\frac{2C-4}3$.");
CLAIM(
    regret_at_most, BOUND, COMPUTE(compute_regret_at_most),
    "... and at most that plus a term like $T^{-1/2}$, the right side of (6).");
/**
@figure regret Average regret of Adam for three slopes, and (dashed) what it
    tends to; AMSGrad and SGD for $C=3$

### From other starting points

Where the start is not 1, lines 1 to 4 still say that a cycle lifts $x$ by at
least $0.3225\,\frac\alpha{\sqrt{(1-\beta_2)(3t+1)}}$ for $t\ge1$, unless it is
cut off at 1, and by (5) the first cycle does not lower it. The lifts add up
without limit. With $\sum_{t=1}^{n-1}(3t+1)^{-1/2}\ge\frac23(\sqrt{3n+1}-2)$,
$$x_{3n+1}+1\ge\min\Bigl(2,\;x_1+1+\tfrac23\cdot0.3225\,\frac\alpha{\sqrt{1-\beta_2}}\bigl(\sqrt{3n+1}-2\bigr)\Bigr). \tag{7}$$
So Adam arrives at 1 **from everywhere**, even from the optimum $-1$, and then
stays: the paper's start was no accident.
*/
static double lifted_at_least(double C, double start, size_t n) {
    double lift = 2.0 / 3 * (first_margin - 1) * theorem_alpha(C) /
                  sqrt(1 - theorem_beta2(C));
    return fmin(2, start + 1 + fmax(0, lift * (sqrt(3 * (double)n + 1) - 2)));
}
static void from_anywhere(struct inquiry *q) {
    static const size_t starts[] = {FROM_MINUS_ONE, 4, 8, 12};
    size_t ends[CHECKPOINTS_MAX], count = cycle_ends(3, 1000, ends);
    for (size_t m = 0; m < COUNT(adams); m++)
        for (size_t c = 0; c < COUNT(slopes); c++)
            for (size_t s = 0; s < COUNT(starts); s++) {
                struct game g = third(adams[m], c);
                double start = g.x[starts[s]];
                for (size_t i = 0; i < count; i++) {
                    while (g.k < ends[i]) game_step(&g);
                    double distance = g.x[starts[s]] + 1;
                    inquiry_exact(q, g.name, adams[m]->id, g.k, distance,
                                  path_error(g.k), AT_LEAST,
                                  lifted_at_least(g.C, start, g.k / 3));
                }
            }
}
CLAIM(from_anywhere_to_1, BOUND, COMPUTE(from_anywhere),
      "The lower bound (7), from four starting points.");
/**
@figure position Every third slope is 3: Adam from three starting points, SGD
    and AMSGrad from the wrong end

## SGD and AMSGrad on the same slopes

For SGD let $s=S=1$. AMSGrad divides by $\sqrt{\hat v}$ with $\hat
v_t=\max_{i\le t}v_i$, which at once holds the large gradient and never lets it
go: $s\le\sqrt{\hat v}\le S$ with $s^2=v_1=(1-\beta_2)C^2$ and
$S^2=\frac{(1-\beta_2)(C^2+\beta_2+\beta_2^2)}{1-\beta_2^3}$, where $v_{3t+1}$
tends to, growing. Within a cycle $\hat v$ is the same for all three steps. So a
cycle moves the point by
$$\frac\alpha{\sqrt{\hat v}}\Bigl[-\frac C{\sqrt{3t+1}}+\frac1{\sqrt{3t+2}}+\frac1{\sqrt{3t+3}}\Bigr]\le-\frac{\alpha(C-2)}{S\sqrt{3t+1}}, \tag{8}$$
down, until a step is cut off at $-1$. From then on every large step is cut off,
because it is longer than the two small ones before it together. For that
$C\frac sS\ge2\bigl(\frac1{\sqrt2}+\frac1{\sqrt3}\bigr)=2.569$ is enough, which
holds for $C\ge2.6$. In between the two small steps lift the point by no more
than $\frac{2\alpha}{s\sqrt{3t+2}}$. Together, for $C\ge2.6$ and all $n\ge1$,
$$x_{3n+1}+1\le\max\Bigl(\tfrac{2\alpha}{s\sqrt{3n-1}},\;x_1+1-\tfrac{2\alpha(C-2)}{3S}(\sqrt{3n+1}-1)\Bigr)\to0. \tag{9}$$
(For $2<C<2.6$ a later cycle has to be waited for: the three roots become equal,
$\sqrt{\hat v}$ tends to $S$, and $C>2$ is enough.)
*/
static double least_root(double C, bool amsgrad) {
    return amsgrad ? C * sqrt(1 - theorem_beta2(C)) : 1; /* s */
}
static double largest_root(double C, bool amsgrad) {
    double beta2 = theorem_beta2(C);
    return amsgrad ? sqrt((1 - beta2) * (C * C + beta2 + beta2 * beta2) /
                          (1 - beta2 * beta2 * beta2))
                   : 1; /* S */
}

/* What a cycle's three steps would add up to, were none cut off. */
static void cycle_goes_down(struct inquiry *q) {
    static const struct method *const cures[] = {&method_amsgrad, &method_sgd};
    for (size_t m = 0; m < COUNT(cures); m++)
        for (size_t c = 0; c < COUNT(slopes); c++) {
            struct game g = third(cures[m], c);
            bool amsgrad = cures[m] == &method_amsgrad;
            struct near n = {0};
            for (size_t t = 0; t < CYCLES; t++) {
                double sum = 0;
                for (size_t part = 0; part < 3; part++) {
                    double slope = slope_at(g.k, 3, g.C);
                    game_step(&g);
                    sum -= step_size(&g.settings, g.k - 1) * slope /
                           (amsgrad ? sqrt(g.state[2][0]) : 1);
                }
                double bound =
                    -g.settings.alpha * (g.C - 2) /
                    (largest_root(g.C, amsgrad) * sqrt(3 * (double)t + 1));
                compare(&n, g.k, sum, bound, few * g.C, AT_MOST);
            }
            report(q, &g, &n, AT_MOST);
        }
}

static double falls_at_most(double C, double start, size_t n, bool amsgrad) {
    double alpha = theorem_alpha(C), cycles = (double)n,
           s = least_root(C, amsgrad), S = largest_root(C, amsgrad);
    return fmax(2 * alpha / (s * sqrt(3 * cycles - 1)),
                start + 1 -
                    2.0 / 3 * alpha * (C - 2) / S * (sqrt(3 * cycles + 1) - 1));
}
static const size_t first_above_2_6 = 2; /* of slopes */

static void cure(struct inquiry *q, const struct method *method, bool amsgrad,
                 size_t first) {
    size_t ends[CHECKPOINTS_MAX], count = cycle_ends(3, CYCLES, ends);
    for (size_t c = first; c < COUNT(slopes); c++)
        for (int lane = FROM_ONE; lane >= 0; lane -= FROM_ONE) {
            struct game g = third(method, c);
            double start = g.x[lane];
            for (size_t i = 0; i < count; i++) {
                while (g.k < ends[i]) game_step(&g);
                inquiry_exact(q, g.name, method->id, g.k, g.x[lane] + 1,
                              path_error(g.k), AT_MOST,
                              falls_at_most(g.C, start, g.k / 3, amsgrad));
            }
        }
}
static void cure_amsgrad(struct inquiry *q) {
    cure(q, &method_amsgrad, true, first_above_2_6);
}
static void cure_sgd(struct inquiry *q) {
    cure(q, &method_sgd, false, first_above_2_6);
}
static void cure_adam(struct inquiry *q) {
    cure(q, &method_adam_uncorrected, true, first_above_2_6);
}
static void cure_for_every_C(struct inquiry *q) {
    cure(q, &method_amsgrad, true, 0);
}

/* At every step after arrival: x_k + 1 over 2 alpha / (s sqrt(k - 1)), from all starting points. */
static void hovers(struct inquiry *q, double factor) {
    static const struct method *const cures[] = {&method_amsgrad, &method_sgd};
    for (size_t m = 0; m < COUNT(cures); m++)
        for (size_t c = first_above_2_6; c < COUNT(slopes); c++) {
            struct game g = third(cures[m], c);
            double s = least_root(g.C, cures[m] == &method_amsgrad);
            struct near n = {0};
            while (g.k < 3 * CYCLES) {
                game_step(&g);
                if (g.k < 3 * CYCLES / 10)
                    continue; /* by (9) all have arrived */
                for (int l = 0; l < LANES; l++)
                    compare(&n, g.k,
                            (g.x[l] + 1) * s * sqrt((double)g.k - 1) /
                                (2 * g.settings.alpha),
                            factor,
                            few * s * sqrt((double)g.k) / g.settings.alpha,
                            AT_MOST);
            }
            report(q, &g, &n, AT_MOST);
        }
}
static void hovers_within(struct inquiry *q) {
    hovers(q, 1);
}
static void hovers_within_0_95(struct inquiry *q) {
    hovers(q, 0.95);
}
CLAIM(sgd_and_amsgrad_move_down, PROOF_LINE, COMPUTE(cycle_goes_down),
      "Inequality (8), the sum of a cycle's moves before projection.");
CLAIM(amsgrad_goes_to_minus_1, BOUND, COMPUTE(cure_amsgrad),
      "The upper bound (9) for AMSGrad, from either end.");
CLAIM(sgd_goes_to_minus_1, BOUND, COMPUTE(cure_sgd),
      "The upper bound (9) for SGD, from either end.");
CLAIM(hovers_at_minus_1, SHARPNESS, COMPUTE(hovers_within),
      "Once there, both stay within $\\frac{2\\alpha}{s\\sqrt{k-1}}$ of $-1$ "
      "at every step $k$ (the estimate is "
      "the share of that).");
/**
## 2. Any momentum below the root of beta2

Now $f_t=Cx$ if $t\bmod C=1$, with $C$ even, and $-x$ in the other $C-1$ steps
of a cycle. The slopes of a cycle add up to 1: the best point is still $-1$. Let
$\gamma=\frac{\beta_1}{\sqrt{\beta_2}}<1$. The paper asks $C$ to satisfy
$$\begin{aligned}&(1-\beta_1)\beta_1^{C-1}C\le1-\beta_1^{C-1},\qquad\beta_2^{(C-2)/2}C^2\le1,\\
  &\tfrac32\,\frac{1-\beta_1}{\sqrt{1-\beta_2}}\Bigl(1+\gamma\frac{1-\gamma^{C-1}}{1-\gamma}\Bigr)+\frac{\beta_1^{C/2-1}}{1-\beta_1}<\frac C3. \end{aligned}\tag{10}$$
All large enough $C$ do. The least even one, for six pairs, of which the fourth
has $\gamma=0.9997$ and is held up by the last condition, the others by the
second, and none by the first:
*/
static const struct pair {
    double beta1, beta2;
    const char *name;
} pairs[] = {{0, 0.9, "β = 0; 0.9"},       {0.5, 0.9, "β = 0.5; 0.9"},
             {0.9, 0.85, "β = 0.9; 0.85"}, {0.9, 0.8105, "β = 0.9; 0.8105"},
             {0.9, 0.99, "β = 0.9; 0.99"}, {0.9, 0.999, "β = 0.9; 0.999"}};

/* The three conditions as left side minus right side. */
static void conditions(const struct pair *b, double C, double out[3]) {
    double gamma = b->beta1 / sqrt(b->beta2), late = pow(b->beta1, C - 1);
    out[0] = (1 - b->beta1) * late * C - (1 - late);
    out[1] = pow(b->beta2, (C - 2) / 2) * C * C - 1;
    out[2] = 1.5 * (1 - b->beta1) / sqrt(1 - b->beta2) *
                 (1 + gamma * (1 - pow(gamma, C - 1)) / (1 - gamma)) +
             pow(b->beta1, C / 2 - 1) / (1 - b->beta1) - C / 3;
}
static size_t prescribed(const struct pair *b) {
    for (size_t C = 4;; C += 2) {
        double left[3];
        conditions(b, (double)C, left);
        if (left[0] <= 0 && left[1] <= 0 && left[2] < 0) return C;
    }
}
static void conditions_hold(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(pairs); i++) {
        size_t C = prescribed(&pairs[i]);
        double left[3];
        conditions(&pairs[i], (double)C, left);
        /* A power with an exponent near C carries its base's rounding error C times. */
        for (size_t j = 0; j < 3; j++)
            inquiry_exact(q, pairs[i].name, "adam_uncorrected", C, left[j],
                          4 * (double)C * DBL_EPSILON, AT_MOST, 0);
    }
}

static struct game long_game(const struct method *method, size_t pair) {
    size_t C = prescribed(&pairs[pair]);
    struct game g =
        game_new(method, 1, pairs[pair].beta1, pairs[pair].beta2, C, (double)C);
    g.name = pairs[pair].name;
    return g;
}
CLAIM(conditions_have_a_solution, PROOF_LINE, COMPUTE(conditions_hold),
      "Left minus right sides of (10) at the least even $C$, which is $k$ "
      "here, for six pairs of $\\beta$.");
/**
The proof, for cycle $c=0,1,\dots$ and its steps $i=1,\dots,C$, $t=cC+i$,
without bias correction.

**Line 6. No momentum is left over.** A cycle adds to $m_{(c+1)C}$ its large
gradient, $(1-\beta_1)\beta_1^{C-1}C$, and its small ones, $-(1-\beta_1^{C-1})$:
by (10) no more than 0. So $m_{cC}\le0$ for all $c$, and within a cycle
$$m_{cC+i}\le(1-\beta_1)\beta_1^{i-1}C-(1-\beta_1^{i-1}). \tag{11}$$
*/
enum { LONG_CYCLES = 8 };

static void on_long_cycles(struct inquiry *q, enum sign sign,
                           void (*check)(struct near *, const struct game *,
                                         size_t i)) {
    for (size_t p = 0; p < COUNT(pairs); p++) {
        struct game g = long_game(adams[0], p);
        struct near n = {0};
        while (g.k < LONG_CYCLES * g.period) {
            size_t i = g.k % g.period + 1;
            game_step(&g);
            check(&n, &g, i);
        }
        report(q, &g, &n, sign);
    }
}

/* (1 - beta1) beta1^(i-1) C and 1 - beta1^(i-1). */
static double large_part(const struct game *g, size_t i) {
    return (1 - g->settings.beta1) * pow(g->settings.beta1, (double)i - 1) *
           g->C;
}
static double small_part(const struct game *g, size_t i) {
    return 1 - pow(g->settings.beta1, (double)i - 1);
}
/* m adds up a share 1 - beta1 of numbers up to C, so its rounding error stays a few units of C. */
static double m_error(const struct game *g) {
    return few * g->C;
}
static void check_left_over(struct near *n, const struct game *g, size_t i) {
    if (i == g->period)
        compare(n, g->k, g->state[0][0], 0, m_error(g), AT_MOST);
}
static void left_over(struct inquiry *q) {
    on_long_cycles(q, AT_MOST, check_left_over);
}
static void check_m(struct near *n, const struct game *g, size_t i) {
    compare(n, g->k, g->state[0][0], large_part(g, i) - small_part(g, i),
            m_error(g), AT_MOST);
}
static void m_bounded(struct inquiry *q) {
    on_long_cycles(q, AT_MOST, check_m);
}
CLAIM(line_6_no_momentum_left_over, PROOF_LINE, COMPUTE(left_over),
      "At the end of a cycle $m\\le0$.");
CLAIM(line_6_m_in_a_cycle, PROOF_LINE, COMPUTE(m_bounded),
      "Inequality (11) at every step.");
/**
**Line 7. The denominator.** The cycle's own large gradient gives
$v_{cC+i}\ge(1-\beta_2)\beta_2^{i-1}C^2$. In its second half, $i>\frac C2$, all
large gradients together are worth at most
$\frac{1-\beta_2}{1-\beta_2^C}\beta_2^{C/2}C^2\le1$ by (10), and the small ones
at most 1: $v_{cC+i}\le2$.
*/
static void check_v_low(struct near *n, const struct game *g, size_t i) {
    double beta2 = g->settings.beta2,
           bound = (1 - beta2) * pow(beta2, (double)i - 1) * g->C * g->C;
    compare(n, g->k, g->state[1][0], bound,
            ((double)i + 8) * DBL_EPSILON * bound, AT_LEAST);
}
static void v_from_below(struct inquiry *q) {
    on_long_cycles(q, AT_LEAST, check_v_low);
}
static void check_v_high(struct near *n, const struct game *g, size_t i) {
    if (i > g->period / 2) compare(n, g->k, g->state[1][0], 2, few, AT_MOST);
}
static void v_from_above(struct inquiry *q) {
    on_long_cycles(q, AT_MOST, check_v_high);
}
CLAIM(line_7_v_from_below, PROOF_LINE, COMPUTE(v_from_below),
      "$v_{cC+i}\\ge(1-\\beta_2)\\beta_2^{i-1}C^2$ at every step.");
CLAIM(line_7_v_from_above, PROOF_LINE, COMPUTE(v_from_above),
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
static double takes_back(const struct game *g) {
    double gamma = g->settings.beta1 / sqrt(g->settings.beta2);
    return (1 - g->settings.beta1) / sqrt(1 - g->settings.beta2) *
           (1 - pow(gamma, g->C)) / (1 - gamma);
}
static double gives(const struct game *g) {
    double half = pow(g->settings.beta1, g->C / 2);
    return g->C / 2 - half * (1 - half) / (1 - g->settings.beta1);
}
static void whole_cycle(struct inquiry *q) {
    for (size_t p = 0; p < COUNT(pairs); p++) {
        struct game g = long_game(adams[0], p);
        struct near n = {0};
        double sum = 0;
        while (g.k < LONG_CYCLES * g.period) {
            game_step(&g);
            sum -= step_size(&g.settings, g.k - 1) * g.state[0][0] /
                   sqrt(g.state[1][0]);
            if (g.k % g.period) continue;
            double last = step_size(&g.settings, g.k - 1),
                   first = step_size(&g.settings, g.k - g.period);
            double bound = last * gives(&g) / sqrt(2) - first * takes_back(&g);
            compare(&n, g.k, sum, bound, few * g.C * first, AT_LEAST);
            sum = 0;
        }
        report(q, &g, &n, AT_LEAST);
    }
}
/* Rounding of sums of C terms of about C epsilon at most. */
static double cycle_error(const struct game *g) {
    return g->C * DBL_EPSILON * g->C;
}
/* The second inequality of (12), and S/2 - B > 0. */
static void cycle_margin(struct inquiry *q) {
    for (size_t p = 0; p < COUNT(pairs); p++) {
        struct game g = long_game(adams[0], p);
        double margin = gives(&g) / 2 - takes_back(&g);
        inquiry_exact(q, g.name, "adam_uncorrected", g.period, margin,
                      cycle_error(&g), AT_LEAST, takes_back(&g) / 8);
    }
}
static void cycle_ratio(struct inquiry *q) {
    for (size_t p = 0; p < COUNT(pairs); p++) {
        struct game g = long_game(adams[0], p);
        struct near n = {0};
        for (size_t c = 1; c < 1000; c++) {
            double first = step_size(&g.settings, c * g.period),
                   last = step_size(&g.settings, (c + 1) * g.period - 1);
            compare(&n, c, last / sqrt(2) * gives(&g), first / 2 * gives(&g),
                    cycle_error(&g) * first, AT_LEAST);
        }
        report(q, &g, &n, AT_LEAST);
    }
}
CLAIM(line_8_moves_of_a_cycle, PROOF_LINE, COMPUTE(whole_cycle),
      "The moves of a cycle, none cut off, add up to at least the left side of "
      "(12).");
CLAIM(line_8_later_cycles, PROOF_LINE, COMPUTE(cycle_ratio),
      "The second inequality of (12), the terms with $S$, for a thousand "
      "cycles $c=k\\ge1$.");
CLAIM(
    line_8_is_positive, PROOF_LINE, COMPUTE(cycle_margin),
    "$\\frac S2-B\\ge\\frac18B>0$ for the prescribed $C$, which is $k$ here.");
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
static size_t arrived_at(const struct game *g) {
    double tiny = 1 / (g->C * g->C), sum = 0;
    double margin =
        gives(g) / 2 * (1 - tiny * tiny) - takes_back(g) * (1 + tiny);
    size_t c = 1;
    for (; g->settings.alpha * margin * sum < 2; c++)
        sum += 1 / sqrt((double)c * g->C + 1);
    return c;
}
static void check_one_turn(struct near *n, const struct game *g, size_t i) {
    if (i > 1) compare(n, g->k, g->state[0][0], g->m, m_error(g), AT_MOST);
}
static void one_turn(struct inquiry *q) {
    on_long_cycles(q, AT_MOST, check_one_turn);
}
static void long_returns_of(struct inquiry *q, const struct method *method,
                            size_t pair, size_t C) {
    struct game g = long_game(method, pair);
    size_t arrived = arrived_at(&g);
    if (C)
        g = game_new(method, 1, pairs[pair].beta1, pairs[pair].beta2, C,
                     (double)C);
    g.name = pairs[pair].name;
    struct near n = {0};
    while (g.k < (arrived + LONG_CYCLES) * g.period) {
        game_step(&g);
        if (g.k % g.period == 0 && g.k / g.period >= arrived)
            for (int l = 0; l < LANES; l++)
                compare(&n, g.k, g.x[l], 1, 0, EQUAL);
    }
    report(q, &g, &n, EQUAL);
}
static void long_returns(struct inquiry *q) {
    for (size_t m = 0; m < COUNT(adams); m++)
        for (size_t p = 0; p < COUNT(pairs); p++)
            long_returns_of(q, adams[m], p, 0);
}
static void long_returns_with_small_C(struct inquiry *q) {
    for (size_t p = 0; p < COUNT(pairs); p++)
        long_returns_of(q, adams[0], p, 4);
}
static void long_returns_of_amsgrad(struct inquiry *q) {
    for (size_t p = 0; p < COUNT(pairs); p++)
        long_returns_of(q, &method_amsgrad, p, 0);
}

/* Average regret against -1 over the cycles first, ..., last - 1 after arrival, times C/2. */
static double regret_over(struct game *g, size_t first, size_t last) {
    size_t arrived = arrived_at(g);
    double sum = 0;
    while (g->k < (arrived + first) * g->period) game_step(g);
    while (g->k < (arrived + last) * g->period) {
        sum += slope_at(g->k, g->period, g->C) * (g->x[FROM_ONE] + 1);
        game_step(g);
    }
    return sum / (2 * (double)(last - first));
}
/* Of a sum over cycles of period C, with terms up to 2 C in the first step and up to 2 in the others. */
static double regret_error(const struct game *g) {
    return (few + (double)g->k * DBL_EPSILON) * 2 * g->C;
}
static void long_regret_at_least(struct inquiry *q) {
    for (size_t m = 0; m < COUNT(adams); m++)
        for (size_t p = 0; p < COUNT(pairs); p++) {
            struct game g = long_game(adams[m], p);
            double regret = regret_over(&g, 0, LONG_CYCLES);
            inquiry_exact(q, g.name, adams[m]->id, g.k, regret,
                          regret_error(&g), AT_LEAST, 1);
        }
}
/* Three windows of cycles; late ones of the longest cycles would take long. */
static void long_regret_at_most(struct inquiry *q) {
    static const size_t windows[][2] = {{0, 8}, {20, 40}, {80, 160}};
    for (size_t p = 0; p < COUNT(pairs); p++)
        for (size_t w = 0; w < (p + 1 < COUNT(pairs) ? COUNT(windows) : 1);
             w++) {
            struct game g = long_game(adams[0], p);
            double regret = regret_over(&g, windows[w][0], windows[w][1]),
                   step = 0;
            size_t cycles = windows[w][1] - windows[w][0],
                   first = g.k / g.period - cycles;
            for (size_t c = first; c < first + cycles; c++)
                step += step_size(&g.settings, c * g.period) / (double)cycles;
            double bound = 1 + (g.C - 1) / 2 * takes_back(&g) * step;
            inquiry_exact(q, g.name, adams[0]->id, g.k, regret,
                          regret_error(&g), AT_MOST, bound);
        }
}
CLAIM(line_9_one_change_of_sign, PROOF_LINE, COMPUTE(one_turn),
      "Within a cycle $m$ falls from the second step on.");
CLAIM(returns_to_1_with_momentum, IDENTITY, COMPUTE(long_returns),
      "From cycle $c^*$ on every cycle starts at 1 exactly, from 16 starting "
      "points, for six pairs of $\\beta$ "
      "and either Adam.");
CLAIM(regret_with_momentum_at_least, BOUND, COMPUTE(long_regret_at_least),
      "After arrival the average regret times $\\frac C2$ is at least 1.");
CLAIM(regret_with_momentum_at_most, BOUND, COMPUTE(long_regret_at_most),
      "... and at most 1 plus $\\frac{C-1}2B$ times the mean of "
      "$\\alpha_{cC+1}$, in up to three windows of cycles.");
/**
A cycle from 1 costs $C-\sum_{i>1}x_{cC+i}\ge C-(C-1)=1$, while a cycle at $-1$
costs $-1$: the average regret after arrival is at least $\frac2C$. As a cycle's
moves down add up to at most $\alpha_{cC+1}B$, every point in it is at least
$1-\alpha_{cC+1}B$, and the average tends to $\frac2C$.

How much is the proof's $C$ too large? On a long run what counts is the sum of
$-\frac{m}{\sqrt v}$ over one cycle once $m$ and $v$ have become periodic, which
can be computed. The least $C\ge3$ for which it is positive:
*/
/* The sum of -m/sqrt(v) over a cycle, in the limit where m and v are periodic. */
static double limit_drift(double beta1, double beta2, size_t period, double C) {
    double m = 0, v = 0, sum = 0;
    for (size_t k = 0; k < period; k++) {
        double slope = slope_at(k, period, C);
        m = beta1 * m + (1 - beta1) * slope;
        v = beta2 * v + (1 - beta2) * slope * slope;
    }
    m /= 1 - pow(beta1, (double)period);
    v /= 1 - pow(beta2, (double)period);
    for (size_t k = 0; k < period; k++) {
        double slope = slope_at(k, period, C);
        m = beta1 * m + (1 - beta1) * slope;
        v = beta2 * v + (1 - beta2) * slope * slope;
        sum -= m / sqrt(v);
    }
    return sum;
}
static size_t least_wrong(const struct pair *b) {
    size_t C = 3;
    while (limit_drift(b->beta1, b->beta2, C, (double)C) <= 0) C++;
    return C;
}
static void least_C(struct inquiry *q) {
    for (size_t p = 0; p < COUNT(pairs); p++) {
        size_t C = least_wrong(&pairs[p]);
        inquiry_exact(q, pairs[p].name, "adam_uncorrected",
                      prescribed(&pairs[p]), (double)C, 0, AT_MOST,
                      (double)prescribed(&pairs[p]) / 10);
    }
}
/* Where Adam ends with a C half above that, and half of it, so that the drift is no hair's breadth; started at the other
 * end each time. */
static void go_to_the_end(struct inquiry *q, bool wrong) {
    for (size_t p = 0; p < COUNT(pairs); p++) {
        double least = (double)least_wrong(&pairs[p]);
        size_t C = (size_t)(wrong ? 1.5 * least : 0.5 * least);
        struct game g =
            game_new(adams[0], 1, pairs[p].beta1, pairs[p].beta2, C, (double)C);
        while (g.k < 2000 * g.period) game_step(&g);
        double end = g.x[wrong ? FROM_MINUS_ONE : FROM_ONE];
        inquiry_exact(q, pairs[p].name, "adam_uncorrected", g.k, end,
                      path_error(g.k), wrong ? AT_LEAST : AT_MOST,
                      wrong ? 0.9 : -0.9);
    }
}
/* With C = 4, from 1. */
static void small_C_ends(struct inquiry *q) {
    for (size_t p = 0; p < COUNT(pairs); p++) {
        struct game g =
            game_new(adams[0], 1, pairs[p].beta1, pairs[p].beta2, 4, 4);
        while (g.k < 40000) game_step(&g);
        inquiry_exact(q, pairs[p].name, "adam_uncorrected", g.k, g.x[FROM_ONE],
                      path_error(g.k), AT_MOST, -0.9);
    }
}
static void ends_wrong(struct inquiry *q) {
    go_to_the_end(q, true);
}
static void ends_right(struct inquiry *q) {
    go_to_the_end(q, false);
}
CLAIM(least_C_is_far_smaller, SHARPNESS, COMPUTE(least_C),
      "The least $C$ that leads Adam astray in the limit is at most a tenth of "
      "the prescribed one, which is $k$ "
      "here.");
CLAIM(wrong_end_above_the_least_C, SHARPNESS, COMPUTE(ends_wrong),
      "With 1.5 times that least $C$ Adam climbs from $-1$ to above 0.9 within "
      "2000 cycles.");
CLAIM(right_end_below_the_least_C, SHARPNESS, COMPUTE(ends_right),
      "With half of it Adam falls from 1 to below $-0.9$.");
/**
### Where Adam goes wrong

@figure phase_third Every third slope is $C$, $\beta_1=0$: the sum of moves over
    a cycle in the limit. Red: up, to the wrong end

The theorem's $\beta_2=\frac1{1+C^2}$ lies well within the red. The drift
changes its sign once, at a border $\beta_2^*(C)$ above which Adam goes the
right way:
*/
static double border(double C) {
    double low = 0, high = 1 - 1e-9;
    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        *(limit_drift(0, middle, 3, C) > 0 ? &low : &high) = middle;
    }
    return low;
}
static const double border_slopes[] = {2.5, 3, 4, 6, 10};

/* Just below the border (factor < 1) or above it: where Adam ends from the other end. */
static void beside_border(struct inquiry *q, double factor) {
    for (size_t c = 0; c < COUNT(border_slopes); c++) {
        double C = border_slopes[c];
        struct game g = game_new(adams[0], 1, 0, factor * border(C), 3, C);
        while (g.k < 300000) game_step(&g);
        double end = g.x[factor < 1 ? FROM_MINUS_ONE : FROM_ONE];
        inquiry_exact(q, "rare slope", "adam_uncorrected",
                      (size_t)lround(10 * C), end, path_error(g.k),
                      factor < 1 ? AT_LEAST : AT_MOST, factor < 1 ? 0.9 : -0.9);
    }
}
static void below_border(struct inquiry *q) {
    beside_border(q, 0.95);
}
static void above_border(struct inquiry *q) {
    beside_border(q, 1.05);
}
/* The theorem's beta2 against the border. */
static void theorem_inside(struct inquiry *q) {
    for (size_t c = 0; c < COUNT(border_slopes); c++)
        inquiry_exact(q, "rare slope", "adam_uncorrected",
                      (size_t)lround(10 * border_slopes[c]),
                      theorem_beta2(border_slopes[c]), 1e-15, AT_MOST,
                      border(border_slopes[c]));
}
CLAIM(
    phase_below_the_border_wrong, SHARPNESS, COMPUTE(below_border),
    "At $0.95\\beta_2^*(C)$ Adam climbs from $-1$ to above 0.9; $k$ is $10C$.");
CLAIM(
    phase_above_the_border_right, SHARPNESS, COMPUTE(above_border),
    "At $1.05\\beta_2^*(C)$ Adam falls from 1 to below $-0.9$; $k$ is $10C$.");
CLAIM(phase_theorem_is_inside, SHARPNESS, COMPUTE(theorem_inside),
      "$\\frac1{1+C^2}\\le\\beta_2^*(C)$; $k$ is $10C$.");
/**
@figure phase_period $f_t=Cx$ once in $C$ steps, $\beta_1=0.9$: however near
    $\beta_2$ is to 1, a rare enough slope leads Adam astray
*/
/**
### The paper's experiment

$f_t=1010x$ if $t\bmod101=1$, else $-10x$, with $\beta_1=0.9$, $\beta_2=0.99$.
That is $C=101$ ten times over, and far below the prescribed
3218. Adam does not see the factor 10, which cancels; SGD's step takes it up.
      Here Adam starts at the optimum and the other two at the wrong end.
*/
enum { EXPERIMENT_CYCLES = 20000 };
static const double experiment_scale = 10;

static struct game experiment(const struct method *method, double alpha) {
    return game_new(method, alpha, 0.9, 0.99, 101, 101);
}

/* What a run must have come to in the end; before that each checkpoint must lie beyond the one before. */
struct promise {
    const struct method *method;
    double alpha; /* for slopes 101 and -1 */
    size_t start;
    double position, regret;
    enum sign sign;
};
static const struct promise promises[] = {
    {&method_adam, 0.5, FROM_MINUS_ONE, 0.9, 0.18, AT_LEAST},
    {&method_amsgrad, 0.5, FROM_ONE, -0.9, 0.1, AT_MOST},
    {&method_sgd, 0.1, FROM_ONE, -0.9, 0.1, AT_MOST},
};

static void run_experiment(struct inquiry *q, const struct promise *p,
                           bool position) {
    size_t ends[CHECKPOINTS_MAX],
        count = cycle_ends(101, EXPERIMENT_CYCLES, ends);
    struct game g = experiment(p->method, p->alpha);
    double sum = 0, before = 0;
    for (size_t i = 0; i < count; i++) {
        while (g.k < ends[i]) {
            sum += experiment_scale * slope_at(g.k, g.period, g.C) *
                   (g.x[p->start] + 1);
            game_step(&g);
        }
        double estimate = position ? g.x[p->start] : sum / (double)g.k;
        double bound = i + 1 < count ? before
                       : position    ? p->position
                                     : p->regret;
        /* Adam's regret does not rise or fall all the time; after the first few cycles it is never below its limit. */
        if (!position && p->sign == AT_LEAST) bound = p->regret;
        double error =
            path_error(g.k) * (position ? 1 : 2 * experiment_scale * g.C);
        if (i >= 3)
            inquiry_exact(q, "experiment", p->method->id, g.k, estimate, error,
                          p->sign, bound);
        before = estimate;
    }
}
static void experiment_adam_position(struct inquiry *q) {
    run_experiment(q, &promises[0], true);
}
static void experiment_others_position(struct inquiry *q) {
    for (size_t i = 1; i < COUNT(promises); i++)
        run_experiment(q, &promises[i], true);
}
static void experiment_adam_regret(struct inquiry *q) {
    run_experiment(q, &promises[0], false);
}
static void experiment_others_regret(struct inquiry *q) {
    for (size_t i = 1; i < COUNT(promises); i++)
        run_experiment(q, &promises[i], false);
}
CLAIM(experiment_adam_goes_to_1, SHARPNESS, COMPUTE(experiment_adam_position),
      "The paper's experiment: Adam, from the optimum, is nowhere below the "
      "checkpoint before, and in the end "
      "above 0.9.");
CLAIM(experiment_sgd_and_amsgrad_go_to_minus_1, SHARPNESS,
      COMPUTE(experiment_others_position),
      "AMSGrad and SGD, from the wrong end, are nowhere above the checkpoint "
      "before, and in the end below $-0.9$.");
CLAIM(experiment_regret_of_adam, SHARPNESS, COMPUTE(experiment_adam_regret),
      "Its average regret is above 0.18 from the fourth cycle on; "
      "$\\frac{20}{101}=0.198$ is what staying at 1 "
      "costs.");
CLAIM(experiment_regret_of_sgd_and_amsgrad, SHARPNESS,
      COMPUTE(experiment_others_regret),
      "Theirs falls from checkpoint to checkpoint, and in the end is below "
      "0.1, half of that.");
/**
## 3. At random

The oracle answers $C$ with probability $p=\frac{1+\delta}{C+1}$, else $-1$, and
so on average $\delta$. The objective is $f(x)=\delta x$. Let $q=\mathbb
Eg^2=pC^2+1-p$, $m_t=P_t-N_t$ with $P_t$ the large answers' part of the average
and $N_t$ the small ones'.

*The paper's proof is long and asks for a $C$ that it does not name. The one
here is short, and names it.* The lines are checked over all $2^{12}$ sequences
of twelve answers:
*/
static const struct game_of_chance {
    double C, delta, beta1, beta2;
} chances[] = {{10, 0.1, 0, 0.05},
               {10, 0.1, 0.5, 0.5},
               {1000, 0.1, 0.9, 0.99},
               {101, 0.02, 0.9, 0.99}};
enum { ANSWERS = 12, BOXED = 3 };

static double rare(const struct game_of_chance *c) {
    return (1 + c->delta) / (c->C + 1);
}
static double mean_square(const struct game_of_chance *c) {
    return rare(c) * c->C * c->C + 1 - rare(c);
}

/* The problems' oracles: mean delta and second moment q, times the scale. */
static void oracles(struct inquiry *q) {
    static const struct {
        struct problem *(*problem)(void);
        size_t chance;
        double scale;
    } all[] = {{rare_gradient, 0, 1},
               {rarer_gradient, 2, 1},
               {rare_gradient_experiment, 3, 10}};
    for (size_t i = 0; i < COUNT(all); i++) {
        const struct game_of_chance *c = &chances[all[i].chance];
        struct problem *p = all[i].problem();
        real x = {0}, g, scratch;
        double mean = 0, scale = all[i].scale,
               square = second_moment(p, &x, &scratch)[0];
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
}

/* Exact expectations after t answers, t = 1, ..., ANSWERS. */
struct expected {
    double move;             /* of (x_{t+1} - x_t)/alpha_t, no box */
    double large, small;     /* of P/sqrt(v) and N/sqrt(v), v uncorrected */
    double v_given[ANSWERS]; /* of v if the answer j steps before was -1 */
    /* In the box, from each of its starts: of x_t + 1 and of x_{t+1} + 1, and the probability of x_t > 1 - alpha_t U_t. */
    double now[BOXED], next[BOXED], edge[BOXED];
};
static const double boxed_starts[BOXED] = {-1, 0, 1};

/* The longest step up over alpha_t: N <= 1 and v >= 1, each in the measure of its weights so far. */
static double longest_up(const struct game_of_chance *c, bool corrected,
                         size_t t) {
    return corrected ? 1
                     : (1 - pow(c->beta1, (double)t)) /
                           sqrt(1 - pow(c->beta2, (double)t));
}

static void enumerate(const struct game_of_chance *c,
                      const struct method *method,
                      struct expected out[ANSWERS + 1]) {
    double p = rare(c);
    bool corrected = method == &method_adam;
    struct settings free = {.alpha = 0.5,
                            .beta1 = c->beta1,
                            .beta2 = c->beta2,
                            .schedule = schedule_root};
    struct settings boxed = free;
    boxed.box = domain;
    memset(out, 0, (ANSWERS + 1) * sizeof *out);
    for (uint64_t first = 0; first < 1 << ANSWERS; first += LANES) {
        whole sequence;
        for (unsigned l = 0; l < LANES; l++) sequence[l] = first + l;
        real weight = real_all(1), x = {0}, state[2] = {{0}}, large = {0},
             small = {0}, is_small[ANSWERS + 1];
        real y[BOXED], boxed_state[BOXED][2] = {{{0}}};
        for (size_t b = 0; b < BOXED; b++) y[b] = real_all(boxed_starts[b]);
        for (size_t t = 1; t <= ANSWERS; t++) {
            struct expected *e = &out[t];
            truth rarely = (truth)((sequence & 1) == 1);
            real once = real_where((truth)(sequence >> 1 == 0), real_all(1),
                                   (real){0}); /* one for all later answers */
            sequence >>= 1;
            weight *= real_where(rarely, real_all(p), real_all(1 - p));
            real g = real_where(rarely, real_all(c->C), real_all(-1)),
                 before = x;
            is_small[t] = real_where(rarely, (real){0}, real_all(1));
            large = c->beta1 * large +
                    (1 - c->beta1) * real_where(rarely, g, (real){0});
            small = c->beta1 * small + (1 - c->beta1) * is_small[t];
            method->step(&free, t - 1, 1, &x, &g, state);
            double alpha = step_size(&free, t - 1),
                   edge = 1 - alpha * longest_up(c, corrected, t);
            for (int l = 0; l < LANES; l++) {
                double w = weight[l] * once[l], root = sqrt(state[1][l]);
                e->move += w * (x[l] - before[l]) / alpha;
                e->large += w * large[l] / root;
                e->small += w * small[l] / root;
                for (size_t j = 0; j < t; j++)
                    e->v_given[j] +=
                        w * is_small[t - j][l] * state[1][l] / (1 - p);
            }
            for (size_t b = 0; b < BOXED; b++) {
                real y_before = y[b];
                method->step(&boxed, t - 1, 1, &y[b], &g, boxed_state[b]);
                for (int l = 0; l < LANES; l++) {
                    double w = weight[l] * once[l];
                    e->now[b] += w * (y_before[l] + 1);
                    e->next[b] += w * (y[b][l] + 1);
                    e->edge[b] += w * (y_before[l] > edge);
                }
            }
        }
    }
}

/* Sums of 2^12 terms, each from some hundred roundings of numbers of that size; a move is a difference of points that
 * lie up to ANSWERS times as far out. */
static double sum_error(double size) {
    return 400 * ANSWERS * DBL_EPSILON * size;
}
CLAIM(oracles_have_these_moments, IDENTITY, COMPUTE(oracles),
      "The problems' oracles have the mean $\\delta$ ($k=1$) and the second "
      "moment $q$ ($k=2$); in the "
      "experiment times 10 and 100.");
/**
**Line 10. The average square, given a small answer** $j<t$ steps ago:
$$\mathbb E[v_t\mid g_{t-j}=-1]=(1-\beta_2^t)\,q-(1-\beta_2)\beta_2^j\,(q-1). \tag{13}$$
**Line 11. What the large answers take back.** Where $g_{t-j}=C$,
$v_t\ge(1-\beta_2)\beta_2^j(C^2-1)+(1-\beta_2^t)$, for all other squares are at
least 1. So
$$\mathbb E\frac{P_t}{\sqrt{v_t}}\le p\sum_{j<t}\frac{(1-\beta_1)\beta_1^jC}{\sqrt{(1-\beta_2)\beta_2^j(C^2-1)+1-\beta_2^t}}. \tag{14}$$
**Line 12. What the small ones give.** $\frac1{\sqrt v}$ is convex; by Jensen's
inequality
$$\begin{aligned}\mathbb E\frac{N_t}{\sqrt{v_t}}&=(1-p)\sum_{j<t}(1-\beta_1)\beta_1^j\,\mathbb E\Bigl[\frac1{\sqrt{v_t}}\Bigm|g_{t-j}=-1\Bigr]\\
  &\ge(1-p)\sum_{j<t}\frac{(1-\beta_1)\beta_1^j}{\sqrt{\mathbb E[v_t\mid g_{t-j}=-1]}}.\end{aligned} \tag{15}$$
**Line 13. The drift.** Before projection a step of Adam is
$-\alpha_t\frac{m_t}{\sqrt{v_t}}$, so on average at least $\alpha_tc_t$, $c_t$
being (15) minus (14). With bias correction both carry the factor
$\frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}$, which $c_t$ then includes. (14) is of
the order $\frac1C$, for $\beta_1^j\beta_2^{-j/2}=\gamma^j$ adds up; (15) of the
order $\frac1{\sqrt q}\approx\frac1{\sqrt C}$: **for $C$ large enough $c_t>0$**,
and Adam drifts up, though the gradient points down.
*/
static double given_small(const struct game_of_chance *c, size_t t, size_t j) {
    double q = mean_square(c);
    return (1 - pow(c->beta2, (double)t)) * q -
           (1 - c->beta2) * pow(c->beta2, (double)j) * (q - 1);
}
static double takes(const struct game_of_chance *c, size_t t) {
    double sum = 0;
    for (size_t j = 0; j < t; j++)
        sum +=
            (1 - c->beta1) * pow(c->beta1, (double)j) * c->C /
            sqrt((1 - c->beta2) * pow(c->beta2, (double)j) * (c->C * c->C - 1) +
                 1 - pow(c->beta2, (double)t));
    return rare(c) * sum;
}
static double yields(const struct game_of_chance *c, size_t t) {
    double sum = 0;
    for (size_t j = 0; j < t; j++)
        sum += (1 - c->beta1) * pow(c->beta1, (double)j) /
               sqrt(given_small(c, t, j));
    return (1 - rare(c)) * sum;
}
static double correction(const struct game_of_chance *c, bool corrected,
                         size_t t) {
    return corrected ? sqrt(1 - pow(c->beta2, (double)t)) /
                           (1 - pow(c->beta1, (double)t))
                     : 1;
}
/* c_t, with the factor of bias correction. */
static double drift_at(const struct game_of_chance *c, bool corrected,
                       size_t t) {
    return correction(c, corrected, t) * (yields(c, t) - takes(c, t));
}

static void add_expected(struct inquiry *q, size_t m, size_t t, double left,
                         double error, enum sign sign, double right) {
    inquiry_exact(q, "rare_gradient", adams[m]->id, t, left, error, sign,
                  right);
}
static void on_answers(struct inquiry *q,
                       void (*check)(struct inquiry *,
                                     const struct game_of_chance *, size_t m,
                                     size_t t, const struct expected *)) {
    for (size_t m = 0; m < COUNT(adams); m++)
        for (size_t i = 0; i < COUNT(chances); i++) {
            struct expected e[ANSWERS + 1];
            enumerate(&chances[i], adams[m], e);
            for (size_t t = 1; t <= ANSWERS; t++)
                check(q, &chances[i], m, t, &e[t]);
        }
}
static void check_given(struct inquiry *q, const struct game_of_chance *c,
                        size_t m, size_t t, const struct expected *e) {
    for (size_t j = 0; m == 0 && j < t; j++) {
        double right = given_small(c, t, j);
        add_expected(q, m, t, e->v_given[j], sum_error(right), EQUAL, right);
    }
}
static void line_10(struct inquiry *q) {
    on_answers(q, check_given);
}
static void check_takes(struct inquiry *q, const struct game_of_chance *c,
                        size_t m, size_t t, const struct expected *e) {
    if (m == 0)
        add_expected(q, m, t, e->large, sum_error(e->large), AT_MOST,
                     takes(c, t));
}
static void line_11(struct inquiry *q) {
    on_answers(q, check_takes);
}
static void check_yields(struct inquiry *q, const struct game_of_chance *c,
                         size_t m, size_t t, const struct expected *e) {
    if (m == 0)
        add_expected(q, m, t, e->small, sum_error(e->small), AT_LEAST,
                     yields(c, t));
}
static void line_12(struct inquiry *q) {
    on_answers(q, check_yields);
}
/* No move is longer than this, over alpha_t: of the large answers by line 11 without its 1, of the small ones 1, times
 * what bias correction does to the first steps. */
static double longest_move(const struct game_of_chance *c) {
    double gamma = c->beta1 / sqrt(c->beta2);
    return ((1 - c->beta1) / (sqrt(1 - c->beta2) * (1 - gamma)) + 1) /
           (1 - c->beta1);
}
static void check_drift(struct inquiry *q, const struct game_of_chance *c,
                        size_t m, size_t t, const struct expected *e) {
    double right = drift_at(c, m == 1, t);
    add_expected(q, m, t, e->move, sum_error(longest_move(c)), AT_LEAST, right);
}
static void line_13(struct inquiry *q) {
    on_answers(q, check_drift);
}
/* The drift with its sign turned. */
static void check_turned(struct inquiry *q, const struct game_of_chance *c,
                         size_t m, size_t t, const struct expected *e) {
    double right = -drift_at(c, m == 1, t);
    add_expected(q, m, t, e->move, sum_error(longest_move(c)), AT_MOST, right);
}
static void drift_turned(struct inquiry *q) {
    on_answers(q, check_turned);
}
CLAIM(
    line_10_square_given_a_small_answer, PROOF_LINE, COMPUTE(line_10),
    "Equation (13), over all sequences of twelve answers, for four settings.");
CLAIM(line_11_large_answers_take_back, PROOF_LINE, COMPUTE(line_11),
      "Inequality (14), likewise.");
CLAIM(line_12_small_answers_give, PROOF_LINE, COMPUTE(line_12),
      "Inequality (15), likewise.");
CLAIM(line_13_drift, PROOF_LINE, COMPUTE(line_13),
      "The expected move over $\\alpha_t$ is at least $c_t$, for either Adam.");
/**
**Line 14. The end of the interval.** Projection can only take from that at the
upper end. A step up is at most $\alpha_tU_t$ long, $U_t=1$ with correction and
$\frac{1-\beta_1^t}{\sqrt{1-\beta_2^t}}$ without, because $N_t$ and $v_t$ are at
most and at least the sum of their weights. So
$$\mathbb Ex_{t+1}\ge\mathbb Ex_t+\alpha_tc_t-\alpha_tU_t\,\mathbb P(x_t>1-\alpha_tU_t). \tag{16}$$
*/
static void edge_with(struct inquiry *q, const struct game_of_chance *c,
                      size_t m, size_t t, const struct expected *e,
                      double factor) {
    for (size_t b = 0; b < BOXED; b++) {
        double alpha = 0.5 / sqrt((double)t), up = longest_up(c, m == 1, t);
        double right = e->now[b] + factor * alpha * drift_at(c, m == 1, t) -
                       alpha * up * e->edge[b];
        add_expected(q, m, t, e->next[b], sum_error(2), AT_LEAST, right);
    }
}
static void check_edge(struct inquiry *q, const struct game_of_chance *c,
                       size_t m, size_t t, const struct expected *e) {
    edge_with(q, c, m, t, e, 1);
}
static void check_edge_1_05(struct inquiry *q, const struct game_of_chance *c,
                            size_t m, size_t t, const struct expected *e) {
    edge_with(q, c, m, t, e, 1.05);
}
static void line_14(struct inquiry *q) {
    on_answers(q, check_edge);
}
static void line_14_1_05(struct inquiry *q) {
    on_answers(q, check_edge_1_05);
}
CLAIM(line_14_edge, PROOF_LINE, COMPUTE(line_14),
      "Inequality (16), from $-1$, 0, and 1, where every step up is cut off.");
/**
**Line 15. A floor for the distance from the optimum.** Let $y_t=\mathbb
Ex_t+1$. At the end of the interval $x_t+1>2-\alpha_tU_t$. By Markov's
inequality $\mathbb P(x_t>1-\alpha_tU_t)\le\frac{y_t}{2-\alpha_tU_t}$, and (16)
becomes
$$y_{t+1}\ge(1-a_t)\,y_t+\alpha_tc_t,\qquad a_t=\frac{\alpha_tU_t}{2-\alpha_tU_t}. \tag{17}$$
*/
static void check_floor(struct inquiry *q, const struct game_of_chance *c,
                        size_t m, size_t t, const struct expected *e) {
    for (size_t b = 0; b < BOXED; b++) {
        double alpha = 0.5 / sqrt((double)t),
               up = alpha * longest_up(c, m == 1, t);
        double right =
            (1 - up / (2 - up)) * e->now[b] + alpha * drift_at(c, m == 1, t);
        add_expected(q, m, t, e->next[b], sum_error(2), AT_LEAST, right);
    }
}
static void line_15(struct inquiry *q) {
    on_answers(q, check_floor);
}
CLAIM(line_15_floor, PROOF_LINE, COMPUTE(line_15),
      "Inequality (17), from $-1$, 0 and 1.");
/**
From $x_1=0$, $y_1=1$, this recursion gives a number below $\mathbb
Ef(x_t)-f^*=\delta y_t$ for every $t$, as long as $\alpha_tU_t\le1$. Since
$\sum\alpha_t=\infty$ and $\frac{a_t}{\alpha_t}\to\frac12$,
$$\liminf_{t\to\infty}\;\mathbb Ef(x_t)-f^*\ge2\delta c_\infty>0. \tag{18}$$
So no subsequence of the points tends to the optimum in probability. How large
is large enough? For all $t$ it suffices that
$$p\,\frac C{\sqrt{C^2-1}}\cdot\frac1{\sqrt{1-\beta_2}\,(1-\gamma)}<\frac{1-p}{\sqrt q}, \tag{19}$$
(14) without its 1 against the term $j=0$ of (15). The left side is like
$\frac1C$, the right one like $\frac1{\sqrt C}$. For $\delta=0.1$ and the six
pairs of $\beta$:
*/
/* c_t from below: exact for t < MEMORY_LENGTH; beyond, c_t with the first term's factor 1 - beta2^t replaced by 1, the
 * sum over all j in the second, and only MEMORY_LENGTH terms in the first. */
enum { MEMORY_LENGTH = 100 };
static double drift_for_ever(const struct game_of_chance *c) {
    double first = 0, second = 0, q = mean_square(c),
           gamma = c->beta1 / sqrt(c->beta2);
    double floor = 1 - pow(c->beta2, MEMORY_LENGTH);
    for (size_t j = 0; j < MEMORY_LENGTH; j++) {
        double share = (1 - c->beta1) * pow(c->beta1, (double)j),
               left = (1 - c->beta2) * pow(c->beta2, (double)j);
        first += share / sqrt(q - left * (q - 1));
        second += share * c->C / sqrt(left * (c->C * c->C - 1) + floor);
    }
    /* The terms j >= MEMORY_LENGTH, without the floor: C^2 / (C^2 - 1) times a geometric series. */
    double rest = (1 - c->beta1) / sqrt(1 - c->beta2) *
                  pow(gamma, MEMORY_LENGTH) / (1 - gamma);
    return (1 - rare(c)) * first -
           rare(c) * (second + rest * c->C / sqrt(c->C * c->C - 1));
}

/* The least C with (19), to the next whole number. */
static double large_enough(const struct pair *b) {
    for (double C = 2;; C++) {
        struct game_of_chance c = {C, 0.1, b->beta1, b->beta2};
        double left = rare(&c) * C / sqrt(C * C - 1) /
                      (sqrt(1 - b->beta2) * (1 - b->beta1 / sqrt(b->beta2)));
        if (left < (1 - rare(&c)) / sqrt(mean_square(&c))) return C;
    }
}
/* c_t at a few t for that C and larger ones, over 1/sqrt(C). */
static void compute_large_C_drifts(struct inquiry *q) {
    for (size_t p = 0; p < COUNT(pairs); p++)
        for (double factor = 1; factor <= 1000; factor *= 10) {
            struct game_of_chance c = {factor * large_enough(&pairs[p]), 0.1,
                                       pairs[p].beta1, pairs[p].beta2};
            double least = drift_for_ever(&c);
            for (size_t t = 1; t < MEMORY_LENGTH; t += 7)
                least = fmin(least, yields(&c, t) - takes(&c, t));
            inquiry_exact(q, pairs[p].name, "adam_uncorrected",
                          (size_t)lround(c.C), least * sqrt(c.C), sum_error(1),
                          AT_LEAST, 0);
        }
}

CLAIM(large_C_drifts, PROOF_LINE, COMPUTE(compute_large_C_drifts),
      "For the least $C$ with (19), and 10, 100 and 1000 times that, the least "
      "$c_t\\sqrt C$ is above 0; $k$ is "
      "$C$.");
/**
The recursion, in C:
*/
/* delta y after k steps, by the recursion (17). */
static double stays_away(const struct game_of_chance *c, double alpha,
                         bool corrected, size_t k) {
    double ever = drift_for_ever(c), y = 1, forgot_m = 1, forgot_v = 1;
    for (size_t t = 1; t <= k; t++) {
        forgot_m *= c->beta1;
        forgot_v *= c->beta2;
        double step = alpha / sqrt((double)t),
               shrink = (1 - forgot_m) / sqrt(1 - forgot_v);
        double here = t < MEMORY_LENGTH ? yields(c, t) - takes(c, t) : ever,
               up = step * (corrected ? 1 : shrink);
        y = up <= 1 ? (1 - up / (2 - up)) * y +
                          step * here / (corrected ? shrink : 1)
                    : 0;
    }
    return c->delta * y;
}
static double away_rare_uncorrected(const struct constants *c, size_t k) {
    return stays_away(&chances[0], c->alpha, false, k);
}
static double away_rare_corrected(const struct constants *c, size_t k) {
    return stays_away(&chances[0], c->alpha, true, k);
}
static double away_rare_times_1_6(const struct constants *c, size_t k) {
    return 1.6 * away_rare_corrected(c, k);
}
static double away_momentum_uncorrected(const struct constants *c, size_t k) {
    return stays_away(&chances[1], c->alpha, false, k);
}
static double away_momentum_corrected(const struct constants *c, size_t k) {
    return stays_away(&chances[1], c->alpha, true, k);
}
static double away_rarer_uncorrected(const struct constants *c, size_t k) {
    return stays_away(&chances[2], c->alpha, false, k);
}
static double away_rarer_corrected(const struct constants *c, size_t k) {
    return stays_away(&chances[2], c->alpha, true, k);
}

enum {
    RARE_STEPS = 20000,
    RARER_STEPS = 20000,
    LONG_STEPS = 400000,
    DRIFT_STEPS = 100000
};
CLAIM(bound_rare_uncorrected, BOUND,
      MEAN(away_rare_uncorrected,
           AT(rare_gradient, &method_adam_uncorrected,
              {.alpha = 0.5, .beta2 = 0.05, .schedule = schedule_root},
              .first = 1, .steps = RARE_STEPS, .runs = 512),
           .sign = AT_LEAST, .without_sigma2 = true),
      "The floor by (17) without bias correction, $C=10$, $\\beta_1=0$, "
      "$\\beta_2=0.05$.");
CLAIM(bound_rare_corrected, BOUND,
      MEAN(away_rare_corrected,
           AT(rare_gradient, &method_adam,
              {.alpha = 0.5, .beta2 = 0.05, .schedule = schedule_root},
              .first = 1, .steps = RARE_STEPS, .runs = 512),
           .sign = AT_LEAST, .without_sigma2 = true),
      "The floor by (17) with bias correction, $C=10$, $\\beta_1=0$, "
      "$\\beta_2=0.05$.");
CLAIM(bound_momentum_uncorrected, BOUND,
      MEAN(away_momentum_uncorrected,
           AT(rare_gradient, &method_adam_uncorrected,
              {.alpha = 0.5,
               .beta1 = 0.5,
               .beta2 = 0.5,
               .schedule = schedule_root},
              .first = 1, .steps = RARE_STEPS, .runs = 512),
           .sign = AT_LEAST, .without_sigma2 = true),
      "The floor by (17) without bias correction, $C=10$, "
      "$\\beta_1=\\beta_2=0.5$.");
CLAIM(
    bound_momentum_corrected, BOUND,
    MEAN(away_momentum_corrected,
         AT(rare_gradient, &method_adam,
            {.alpha = 0.5,
             .beta1 = 0.5,
             .beta2 = 0.5,
             .schedule = schedule_root},
            .first = 1, .steps = RARE_STEPS, .runs = 512),
         .sign = AT_LEAST, .without_sigma2 = true),
    "The floor by (17) with bias correction, $C=10$, $\\beta_1=\\beta_2=0.5$.");
CLAIM(bound_rarer_uncorrected, BOUND,
      MEAN(away_rarer_uncorrected,
           AT(rarer_gradient, &method_adam_uncorrected,
              {.alpha = 1,
               .beta1 = 0.9,
               .beta2 = 0.99,
               .schedule = schedule_root},
              .first = 1, .steps = RARER_STEPS, .runs = 512),
           .sign = AT_LEAST, .without_sigma2 = true),
      "The floor by (17) without bias correction, $C=1000$, $\\beta_1=0.9$, "
      "$\\beta_2=0.99$.");
CLAIM(bound_rarer_corrected, BOUND,
      MEAN(away_rarer_corrected,
           AT(rarer_gradient, &method_adam,
              {.alpha = 1,
               .beta1 = 0.9,
               .beta2 = 0.99,
               .schedule = schedule_root},
              .first = 1, .steps = RARER_STEPS, .runs = 512),
           .sign = AT_LEAST, .without_sigma2 = true),
      "The floor by (17) with bias correction, $C=1000$, $\\beta_1=0.9$, "
      "$\\beta_2=0.99$.");
/**
### Where it goes

(17) is a floor, and a low one where $C$ is large. What happens is worse. All
runs start in the middle, at 0, where $f-f^*=\delta$; the expected gap **rises**
from there, and in the end is nearly $2\delta$, the largest there is. So it does
in the paper's experiment, $1010x$ with probability 0.01, else $-10x$,
$\beta_1=0.9$, $\beta_2=0.99$, which the floor does not cover: $c_\infty<0$
there, so much is lost in Jensen's inequality.

@figure at_random Many runs at random, $C=10$: the expected gap, with bands; the
    middle is at $\delta=0.1$

@figure at_random_experiment The paper's experiment at random
*/
static double middle(const struct constants *c, size_t k) {
    (void)k;
    return c->gap_0;
}
static double nine_tenths_up(const struct constants *c, size_t k) {
    (void)k;
    return 1.9 * c->gap_0;
}

CLAIM(drifts_the_wrong_way, SHARPNESS,
      MEAN(middle,
           EACH({rare_gradient,
                 &method_adam_uncorrected,
                 {.alpha = 0.5, .beta2 = 0.05, .schedule = schedule_root},
                 .first = 1,
                 .steps = RARE_STEPS,
                 .runs = 512},
                {rare_gradient,
                 &method_adam,
                 {.alpha = 0.5, .beta2 = 0.05, .schedule = schedule_root},
                 .first = 1,
                 .steps = RARE_STEPS,
                 .runs = 512},
                {rarer_gradient,
                 &method_adam_uncorrected,
                 {.alpha = 1,
                  .beta1 = 0.9,
                  .beta2 = 0.99,
                  .schedule = schedule_root},
                 .first = 1,
                 .steps = RARER_STEPS,
                 .runs = 512},
                {rarer_gradient,
                 &method_adam,
                 {.alpha = 1,
                  .beta1 = 0.9,
                  .beta2 = 0.99,
                  .schedule = schedule_root},
                 .first = 1,
                 .steps = RARER_STEPS,
                 .runs = 512},
                {rare_gradient_experiment,
                 &method_adam_uncorrected,
                 {.alpha = 0.5,
                  .beta1 = 0.9,
                  .beta2 = 0.99,
                  .schedule = schedule_root},
                 .first = 1,
                 .steps = DRIFT_STEPS,
                 .runs = 512},
                {rare_gradient_experiment,
                 &method_adam,
                 {.alpha = 0.5,
                  .beta1 = 0.9,
                  .beta2 = 0.99,
                  .schedule = schedule_root},
                 .first = 1,
                 .steps = DRIFT_STEPS,
                 .runs = 512}),
           .sign = AT_LEAST, .without_sigma2 = true),
      "The expected gap is at least what it was at the start: $\\mathbb "
      "Ex_k\\ge0$.");
CLAIM(ends_at_the_wrong_end, SHARPNESS,
      MEAN(nine_tenths_up,
           EACH({rare_gradient,
                 &method_adam,
                 {.alpha = 0.5, .beta2 = 0.05, .schedule = schedule_root},
                 .first = RARE_STEPS,
                 .steps = RARE_STEPS,
                 .runs = 2048},
                {rarer_gradient,
                 &method_adam,
                 {.alpha = 1,
                  .beta1 = 0.9,
                  .beta2 = 0.99,
                  .schedule = schedule_root},
                 .first = RARER_STEPS,
                 .steps = RARER_STEPS,
                 .runs = 2048}),
           .sign = AT_LEAST, .without_sigma2 = true),
      "In the end $\\mathbb Ex_k\\ge0.9$.");
/**
### SGD and AMSGrad at random

Both go the right way, and for the weighted average there is a proof. The step
gives, for either denominator $\sqrt{\hat v_t}$ (1 for SGD),
$$2\alpha_tg_t(x_t-x^*)\le\sqrt{\hat v_t}\,\bigl[(x_t-x^*)^2-(x_{t+1}-x^*)^2\bigr]+\alpha_t^2\frac{g_t^2}{\sqrt{\hat v_t}}.\tag{20}$$
$\hat v_t$ does not fall and is at most $C^2$, so the brackets add up to at most
$4C$ (SGD: to $(x_1-x^*)^2=1$, as nothing changes their weight). For AMSGrad
with $\beta_1=0$, $\hat v_t\ge(1-\beta_2)g_t^2$, so the last term is at most
$\alpha_t^2|g_t|/\sqrt{1-\beta_2}$. These are inequalities of every path:
*/
/* Walks runs of a method; checks (20) at each step, v_hat's bounds, or the brackets' sum, from the gradient drawn. */
static void walk_runs(struct inquiry *q,
                      void (*check)(struct near n[LANES],
                                    const struct trajectory *, real before,
                                    real root, real brackets)) {
    static const struct method *const cures[] = {&method_sgd, &method_amsgrad};
    enum { GROUPS = 8, STEPS = 2000 };
    for (size_t m = 0; m < COUNT(cures); m++) {
        struct problem *p = rare_gradient();
        struct settings settings = {
            .alpha = m ? 2 : 0.2, .beta2 = 0.05, .schedule = schedule_root};
        struct trajectory t = trajectory_new(p, cures[m], &settings);
        struct near n[LANES] = {{0}};
        for (size_t group = 0; group < GROUPS; group++) {
            struct pcg_lanes random = pcg_lanes_of_runs(
                q->options->seed, q->stream + m, group * LANES);
            real brackets = {0};
            trajectory_restart(&t);
            while (t.k < STEPS) {
                real before = t.x[0];
                trajectory_draw(&t, &random, pcg_surplus(p->components));
                real root = m ? real_sqrt(t.state[2]) : real_all(1),
                     far = before + 1, near = t.x[0] + 1;
                brackets += root * (far * far - near * near);
                check(n, &t, before, root, brackets);
            }
        }
        for (int l = 0; l < LANES; l++) {
            struct finding f =
                finding_exact("rare_gradient", cures[m]->id, n[l].k, n[l].left,
                              n[l].error, AT_MOST, n[l].right);
            f.runs = GROUPS;
            inquiry_add(q, f);
        }
        trajectory_free(&t);
        problem_free(p);
    }
}
static void check_step(struct near n[LANES], const struct trajectory *t,
                       real before, real root, real brackets) {
    double alpha = step_size(&t->settings, t->k - 1);
    (void)brackets;
    for (int l = 0; l < LANES; l++) {
        double g = t->gradient[0][l], far = before[l] + 1,
               near = t->x[0][l] + 1, v = root[l];
        compare(&n[l], t->k, 2 * alpha * g * far,
                v * (far * far - near * near) + alpha * alpha * g * g / v,
                few * (v * 8 + alpha * fabs(g) * 8 + alpha * alpha * g * g / v),
                AT_MOST);
    }
}
static void line_16_step(struct inquiry *q) {
    walk_runs(q, check_step);
}
static void check_root(struct near n[LANES], const struct trajectory *t,
                       real before, real root, real brackets) {
    (void)before;
    (void)brackets;
    bool amsgrad = t->method == &method_amsgrad;
    for (int l = 0; l < LANES; l++) {
        double g = fabs(t->gradient[0][l]),
               least = amsgrad ? sqrt(1 - t->settings.beta2) * g : 1;
        compare(&n[l], t->k, least, root[l], few * g, AT_MOST);
    }
}
static void line_16_root(struct inquiry *q) {
    walk_runs(q, check_root);
}
static void check_brackets(struct near n[LANES], const struct trajectory *t,
                           real before, real root, real brackets) {
    (void)before;
    (void)root;
    double most = t->method == &method_amsgrad ? 4 * chances[0].C : 1;
    for (int l = 0; l < LANES; l++)
        compare(&n[l], t->k, brackets[l], most, path_error(t->k) * most,
                AT_MOST);
}
static void compute_line_16_brackets(struct inquiry *q) {
    walk_runs(q, check_brackets);
}
CLAIM(line_16_one_step, PROOF_LINE, COMPUTE(line_16_step),
      "Inequality (20) at every step of 128 runs of SGD and of AMSGrad.");
CLAIM(line_16_denominator, PROOF_LINE, COMPUTE(line_16_root),
      "$\\sqrt{1-\\beta_2}\\,|g_t|\\le\\sqrt{\\hat v_t}$ at every step of "
      "AMSGrad, and SGD's denominator is 1.");
CLAIM(line_16_brackets, PROOF_LINE, COMPUTE(compute_line_16_brackets),
      "The brackets add up to at most 1 (SGD) and $4C$ (AMSGrad) after every "
      "step.");
/**
Taking expectations, with $\mathbb E|g|=pC+1-p$,
$$\mathbb Ef(\bar x_k)-f^*\le\frac1{2\sum_{t\le k}\alpha_t}\begin{cases}1+q\sum_{t\le k}\alpha_t^2&\text{(SGD)},\\
  4C+\frac{pC+1-p}{\sqrt{1-\beta_2}}\sum_{t\le k}\alpha_t^2&\text{(AMSGrad)}.\end{cases}\tag{21}$$
Both tend to 0 like $\frac{\log k}{\sqrt k}$. Adam, which lets $v$ fall again,
has no such bound: the brackets do not telescope, and that is the gap in its
original proof.
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
    return (1 + mean_square(&chances[0]) * squares) / (2 * sum);
}
static double amsgrad_bound(const struct constants *c, size_t k) {
    const struct game_of_chance *o = &chances[0];
    double squares, sum = steps_sum(c->alpha, k, &squares),
                    mean = rare(o) * o->C + 1 - rare(o);
    return (4 * o->C + mean / sqrt(1 - o->beta2) * squares) / (2 * sum);
}
/* Before the end anything holds: the early checkpoints are there for the figure. */
static double anything_before(const struct constants *c, size_t k, size_t end,
                              double factor) {
    return (k < end ? 2 : factor) * c->gap_0;
}
static double a_fifth_at_the_end(const struct constants *c, size_t k) {
    return anything_before(c, k, RARE_STEPS, 0.2);
}
static double four_fifths_at_the_end(const struct constants *c, size_t k) {
    return anything_before(c, k, LONG_STEPS, 0.8);
}
CLAIM(bound_sgd_at_random, BOUND,
      MEAN(sgd_bound,
           AT(rare_gradient, &method_sgd,
              {.alpha = 0.2, .schedule = schedule_root}, .first = 1,
              .steps = RARE_STEPS, .runs = 512),
           .average = true, .without_sigma2 = true),
      "The bound (21) for SGD.");
CLAIM(bound_amsgrad_at_random, BOUND,
      MEAN(amsgrad_bound,
           AT(rare_gradient, &method_amsgrad,
              {.alpha = 2, .beta2 = 0.05, .schedule = schedule_root},
              .first = 1, .steps = RARE_STEPS, .runs = 512),
           .average = true, .without_sigma2 = true),
      "The bound (21) for AMSGrad with $\\beta_1=0$.");
CLAIM(settles_at_random, SHARPNESS,
      MEAN(a_fifth_at_the_end,
           EACH({rare_gradient,
                 &method_sgd,
                 {.alpha = 0.2, .schedule = schedule_root},
                 .first = 1,
                 .steps = RARE_STEPS,
                 .runs = 2048},
                {rare_gradient,
                 &method_amsgrad,
                 {.alpha = 2, .beta2 = 0.05, .schedule = schedule_root},
                 .first = 1,
                 .steps = RARE_STEPS,
                 .runs = 2048}),
           .without_sigma2 = true),
      "In the end the gap of SGD and AMSGrad is at most a fifth of what it was "
      "(before, the bound is the "
      "largest gap there can be).");
CLAIM(settles_in_the_experiment, SHARPNESS,
      MEAN(four_fifths_at_the_end,
           EACH({rare_gradient_experiment,
                 &method_sgd,
                 {.alpha = 0.006, .schedule = schedule_root},
                 .first = 1,
                 .steps = LONG_STEPS,
                 .runs = 1024},
                {rare_gradient_experiment,
                 &method_amsgrad,
                 {.alpha = 2,
                  .beta1 = 0.9,
                  .beta2 = 0.99,
                  .schedule = schedule_root},
                 .first = 1,
                 .steps = LONG_STEPS,
                 .runs = 1024}),
           .without_sigma2 = true),
      "In the paper's experiment, after $4\\cdot10^5$ steps, it is at most "
      "four fifths of that.");
/**
## What breaks

**$\beta_2=0.99$ in the theorem of every third time.** Then $v$ remembers the
large gradient, all steps are divided by nearly the same, and Adam is SGD:
*/
CLAIM(control_beta2_0_99, CONTROL, COMPUTE(returns_with_beta2),
      "With $\\beta_2=0.99$ Adam returns to 1 in the cycle of three.");
/**
**AMSGrad's maximum taken away.** That is Adam without bias correction. What is
proved of AMSGrad, asked of it:
*/
CLAIM(control_maximum_removed, CONTROL, COMPUTE(cure_adam),
      "AMSGrad's bound (9), asked of Adam without bias correction.");
CLAIM(control_maximum_removed_at_random, CONTROL,
      MEAN(amsgrad_bound,
           AT(rare_gradient, &method_adam_uncorrected,
              {.alpha = 2, .beta2 = 0.05, .schedule = schedule_root},
              .first = RARE_STEPS, .steps = RARE_STEPS, .runs = 512),
           .average = true, .without_sigma2 = true),
      "AMSGrad's bound (21), asked of Adam without bias correction.");
/**
**$C<2.6$ in (9):** at $C=2.5$ the point is a little too far from $-1$ after the
second cycle.
*/
CLAIM(control_below_2_6, CONTROL, COMPUTE(cure_for_every_C),
      "Bound (9) for AMSGrad with $C=2.1$ and $2.5$, too.");
/**
**AMSGrad in Adam's place, or SGD.** They do not return to 1, and have no regret
in the limit:
*/
CLAIM(control_amsgrad_returns, CONTROL, COMPUTE(returns_with_amsgrad),
      "AMSGrad returns to 1 in the cycle of three.");
CLAIM(control_amsgrad_returns_with_momentum, CONTROL,
      COMPUTE(long_returns_of_amsgrad),
      "AMSGrad starts every cycle at 1, with momentum.");
CLAIM(control_the_others_have_regret, CONTROL, COMPUTE(regret_of_the_others),
      "The average regret of AMSGrad and of SGD is at least $\\frac{2C-4}3$.");
/**
**Too small a $C$ for the momentum:** with $C=4$ Adam goes right.
*/
CLAIM(control_small_C, CONTROL, COMPUTE(long_returns_with_small_C),
      "With $C=4$ Adam starts every cycle at 1.");
CLAIM(small_C_goes_right, SHARPNESS, COMPUTE(small_C_ends),
      "With $C=4$ Adam is below $-0.9$ after $10^4$ cycles, from 1.");
/**
**The constants.** 1.05 of the regret's limit from below, 0.95 of it from
above, 0.95 of the distance at which SGD and AMSGrad hover, 1.6 of the floor by
(17), to which the runs come that near:
*/
CLAIM(control_regret_1_05, CONTROL, COMPUTE(regret_at_least_1_05),
      "Average regret is at least 1.05 of its limit.");
CLAIM(control_regret_0_95, CONTROL, COMPUTE(regret_at_most_0_95),
      "Average regret is at most (6) with 0.95 of its limit.");
CLAIM(control_hovers_within_0_95, CONTROL, COMPUTE(hovers_within_0_95),
      "SGD and AMSGrad stay within 0.95 of $\\frac{2\\alpha}{s\\sqrt{k-1}}$.");
CLAIM(control_floor_times_1_6, CONTROL,
      MEAN(away_rare_times_1_6,
           AT(rare_gradient, &method_adam,
              {.alpha = 0.5, .beta2 = 0.05, .schedule = schedule_root},
              .first = 1, .steps = RARE_STEPS, .runs = 2048),
           .sign = AT_LEAST, .without_sigma2 = true),
      "1.6 of the floor by (17), with bias correction, $C=10$, $\\beta_1=0$.");
/**
**The drift, times 1.05,** in (16), which is an equality in the first step from
0; **and with its sign turned.** Adam would go down by what (15) and (14)
promise, or stay below the middle:
*/
CLAIM(control_drift_1_05, CONTROL, COMPUTE(line_14_1_05),
      "Inequality (16) with $1.05\\,c_t$.");
CLAIM(control_drift_turned, CONTROL, COMPUTE(drift_turned),
      "The expected move over $\\alpha_t$ is at most $-c_t$.");
CLAIM(control_stays_below_the_middle, CONTROL,
      MEAN(middle,
           EACH({rare_gradient,
                 &method_adam,
                 {.alpha = 0.5, .beta2 = 0.05, .schedule = schedule_root},
                 .first = RARE_STEPS,
                 .steps = RARE_STEPS,
                 .runs = 512},
                {rarer_gradient,
                 &method_adam,
                 {.alpha = 1,
                  .beta1 = 0.9,
                  .beta2 = 0.99,
                  .schedule = schedule_root},
                 .first = RARER_STEPS,
                 .steps = RARER_STEPS,
                 .runs = 512}),
           .without_sigma2 = true),
      "The expected gap of Adam is at most what it was at the start.");

static const struct claim *const claims[] = {
    line_1_step_down,
    line_1_stays_above_0,
    line_2_v_is_small,
    line_3_steps_up,
    line_4_up_outweighs_down,
    line_4_first_cycle,
    line_4_as_in_the_paper,
    control_line_4_as_in_the_paper_at_0,
    control_line_3_is_enough_at_0,
    returns_to_1,
    returns_to_1_with_long_steps,
    best_fixed_point,
    regret_at_least,
    regret_at_most,
    from_anywhere_to_1,
    sgd_and_amsgrad_move_down,
    amsgrad_goes_to_minus_1,
    sgd_goes_to_minus_1,
    hovers_at_minus_1,
    conditions_have_a_solution,
    line_6_no_momentum_left_over,
    line_6_m_in_a_cycle,
    line_7_v_from_below,
    line_7_v_from_above,
    line_8_moves_of_a_cycle,
    line_8_later_cycles,
    line_8_is_positive,
    line_9_one_change_of_sign,
    returns_to_1_with_momentum,
    regret_with_momentum_at_least,
    regret_with_momentum_at_most,
    least_C_is_far_smaller,
    wrong_end_above_the_least_C,
    right_end_below_the_least_C,
    phase_below_the_border_wrong,
    phase_above_the_border_right,
    phase_theorem_is_inside,
    experiment_adam_goes_to_1,
    experiment_sgd_and_amsgrad_go_to_minus_1,
    experiment_regret_of_adam,
    experiment_regret_of_sgd_and_amsgrad,
    oracles_have_these_moments,
    line_10_square_given_a_small_answer,
    line_11_large_answers_take_back,
    line_12_small_answers_give,
    line_13_drift,
    line_14_edge,
    line_15_floor,
    large_C_drifts,
    bound_rare_uncorrected,
    bound_rare_corrected,
    bound_momentum_uncorrected,
    bound_momentum_corrected,
    bound_rarer_uncorrected,
    bound_rarer_corrected,
    drifts_the_wrong_way,
    ends_at_the_wrong_end,
    line_16_one_step,
    line_16_denominator,
    line_16_brackets,
    bound_sgd_at_random,
    bound_amsgrad_at_random,
    settles_at_random,
    settles_in_the_experiment,
    control_beta2_0_99,
    control_maximum_removed,
    control_below_2_6,
    control_maximum_removed_at_random,
    control_amsgrad_returns,
    control_amsgrad_returns_with_momentum,
    control_the_others_have_regret,
    control_small_C,
    small_C_goes_right,
    control_regret_1_05,
    control_regret_0_95,
    control_hovers_within_0_95,
    control_floor_times_1_6,
    control_drift_1_05,
    control_drift_turned,
    control_stays_below_the_middle};

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
    {.name = "regret",
     .title = {"Every third slope is C: average regret",
               "Каждый третий наклон равен C: среднее сожаление"},
     .x = {"iteration t", "итерация t"},
     .y = {"regret / t", "сожаление / t"},
     .linear_y = true,
     .bounds = true,
     .curves = {{.claim = "regret_at_least",
                 .group = 2,
                 .name = {"Adam, C = 3", "Adam, C = 3"}},
                {.claim = "regret_at_least",
                 .group = 3,
                 .name = {"Adam, C = 4", "Adam, C = 4"}},
                {.claim = "regret_at_least",
                 .group = 4,
                 .name = {"Adam, C = 6", "Adam, C = 6"}},
                {.claim = "control_the_others_have_regret",
                 .group = 2,
                 .name = {"AMSGrad, C = 3", "AMSGrad, C = 3"}},
                {.claim = "control_the_others_have_regret",
                 .group = 8,
                 .name = {"SGD, C = 3", "SGD, C = 3"}}}},
    {.name = "position",
     .title = {"Every third slope is 3: distance from the best point",
               "Каждый третий наклон равен 3: расстояние до лучшей точки"},
     .x = {"iteration t", "итерация t"},
     .y = {"x_t + 1", "x_t + 1"},
     .linear_y = true,
     .curves = {{.claim = "from_anywhere_to_1",
                 .group = 8,
                 .name = {"Adam from −1", "Adam из −1"}},
                {.claim = "from_anywhere_to_1",
                 .group = 10,
                 .name = {"Adam from 0.07", "Adam из 0,07"}},
                {.claim = "from_anywhere_to_1",
                 .group = 11,
                 .name = {"Adam from 0.6", "Adam из 0,6"}},
                {.claim = "sgd_goes_to_minus_1",
                 .group = 0,
                 .name = {"SGD from 1", "SGD из 1"}},
                {.claim = "amsgrad_goes_to_minus_1",
                 .group = 0,
                 .name = {"AMSGrad from 1", "AMSGrad из 1"}}}},
    {.name = "regret_experiment",
     .title = {"The paper's experiment: average regret",
               "Эксперимент статьи: среднее сожаление"},
     .x = {"iteration t", "итерация t"},
     .y = {"regret / t", "сожаление / t"},
     .curves = {{.claim = "experiment_regret_of_adam",
                 .name = {"Adam", "Adam"}},
                {.claim = "experiment_regret_of_sgd_and_amsgrad",
                 .name = {"AMSGrad", "AMSGrad"}},
                {.claim = "experiment_regret_of_sgd_and_amsgrad",
                 .group = 1,
                 .name = {"SGD", "SGD"}}}},
    {.name = "position_experiment",
     .title = {"The paper's experiment: positions",
               "Эксперимент статьи: положение"},
     .x = {"iteration t", "итерация t"},
     .y = {"x_t", "x_t"},
     .linear_y = true,
     .curves = {{.claim = "experiment_adam_goes_to_1",
                 .name = {"Adam", "Adam"}},
                {.claim = "experiment_sgd_and_amsgrad_go_to_minus_1",
                 .name = {"AMSGrad", "AMSGrad"}},
                {.claim = "experiment_sgd_and_amsgrad_go_to_minus_1",
                 .group = 1,
                 .name = {"SGD", "SGD"}}}},
    {.name = "at_random",
     .title = {"A rare large gradient at random, C = 10",
               "Редкий большой градиент, случайно, C = 10"},
     .x = {"iteration k", "итерация k"},
     .y = {"E f(x_k) − f^*", "E f(x_k) − f^*"},
     .linear_y = true,
     .curves = {{.claim = "drifts_the_wrong_way",
                 .group = 1,
                 .name = {"Adam", "Adam"}},
                {.claim = "settles_at_random",
                 .group = 1,
                 .name = {"AMSGrad", "AMSGrad"}},
                {.claim = "settles_at_random", .name = {"SGD", "SGD"}}}},
    {.name = "at_random_experiment",
     .title = {"The paper's experiment at random",
               "Эксперимент статьи, случайный порядок"},
     .x = {"iteration k", "итерация k"},
     .y = {"E f(x_k) − f^*", "E f(x_k) − f^*"},
     .linear_y = true,
     .curves = {{.claim = "drifts_the_wrong_way",
                 .group = 5,
                 .name = {"Adam", "Adam"}},
                {.claim = "settles_in_the_experiment",
                 .group = 1,
                 .name = {"AMSGrad", "AMSGrad"}},
                {.claim = "settles_in_the_experiment",
                 .name = {"SGD", "SGD"}}}},
};

const struct theorem theorem_adam_counterexample = {
    .id = "adam_counterexample",
    .title = {"Adam need not converge", "Adam может не сходиться"},
    .source = "Adam (Kingma and Ba, 2014)",
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
  2018: theorems 1 to 3 are 1, 2 and 3 here; algorithm 2 is AMSGrad; section 5
  has the experiment.
- D. Kingma, J. Ba, *Adam: A Method for Stochastic Optimization*, ICLR 2015.
*/
