/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# RMSProp forgets, AdaGrad does not

The lecture says (slide «RMSProp»):

> Улучшение AdaGrad, которое устраняет его агрессивный, монотонно убывающий шаг
> обучения.
> $$v_j^{(k)} = \gamma v_j^{(k-1)} + (1 - \gamma)(g_j^{(k)})^2,\qquad x_j^{(k)} = x_j^{(k-1)} - \alpha \frac{g_j^{(k)}}{\sqrt{v_j^{(k)} + \epsilon}}$$
> Обеспечивает более тонкую настройку шагов обучения, чем AdaGrad, что делает
> его подходящим для нестационарных задач.

Call $a_k=\frac\alpha{\sqrt{v^{(k)}+\epsilon}}$ the **effective step** of a
coordinate: what its gradient is multiplied by. Let gradients have the size $G$
for $k_0$ steps and a smaller size $g$ afterwards, with any signs. Then, $n$
steps after the switch and with $\epsilon=0$,
$$\begin{aligned}\text{RMSProp:}\quad&v^{(k_0+n)}=g^2+\gamma^n\bigl(v^{(k_0)}-g^2\bigr),\\
  &a_{k_0+n}=\frac\alpha g\Bigl(1+\gamma^n\bigl(\tfrac{v^{(k_0)}}{g^2}-1\bigr)\Bigr)^{-1/2}\to\frac\alpha g,\\[1ex]
  \text{AdaGrad:}\quad&v^{(k_0+n)}=k_0G^2+ng^2,\\
  &a_{k_0+n}=\frac\alpha{\sqrt{k_0G^2+ng^2}}\le\frac\alpha{G\sqrt{k_0}}.\end{aligned} \tag{1}$$
RMSProp's step is back at $\alpha/g$ after about $\ln(G/g)^2/\ln\frac1\gamma$
steps. AdaGrad's never grows again; it takes $k_0(G/g)^2$ steps until the large
gradients weigh no more in $v$ than the small ones since. That RMSProp's step
does not decay has its price: with a constant $\alpha$ it [does not
converge](#the-price).

@figure effective_step Gradients of size 100 for 50 steps, then of size 1: the
    effective step over α

## What it needs

- Nothing of the gradients but their sizes: only squares enter $v$.
- $\gamma<1$. For $\gamma\to1$ RMSProp forgets ever more slowly.
*/
#include "theorem.h"

/* The effective step at iteration k, counted from 1, read off the step from 0. */
static double effective_step(const struct method *method,
                             const struct settings *s, size_t k, double g,
                             real *v) {
    real x = {0}, gradient = real_all(g);
    method->step(s, k - 1, 1, &x, &gradient, v);
    return (-x / gradient)[0];
}

/* Which steps go into the ledger where all are alike: the first ones, and then some, odd and even. */
static bool recorded(size_t k) {
    return k <= 10 || k % 21 == 0;
}

static const struct settings unit = {.alpha = 1, .gamma = 0.9};

static struct settings with_gamma(double gamma) {
    struct settings s = unit;
    s.gamma = gamma;
    return s;
}

/* A switch of scale from G to 1 after k0 steps; signs follow no pattern. */
struct change {
    double G;
    size_t k0;
};
static double gradient_at(struct change c, size_t k) {
    double size = k <= c.k0 ? c.G : 1;
    return (k * k * k / 7 + k) % 3 ? size : -size;
}

/**
## The proof, line by line

### Line 1. The distance shrinks by the same factor each step

Subtract $g^2$ on both sides of the rule, for a step with $|g^{(k)}|=g$:
$$v^{(k)}-g^2=\gamma v^{(k-1)}+(1-\gamma)g^2-g^2=\gamma\,\bigl(v^{(k-1)}-g^2\bigr). \tag{2}$$
*/
static const struct change changes[] = {
    {10, 50}, {100, 50}, {1000, 5}, {0.01, 50}};
static const double gammas[] = {0.9, 0.99};
enum { AFTER = 2000 };

/* All terms of v are positive, and each suffers some three roundings a step, so v is as exact as that; and powers. */
static double relative_error(size_t k, double gamma) {
    return (2 * (double)k + 2 / (1 - gamma) + 16) * DBL_EPSILON;
}

static void distance_shrinks(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(changes); i++)
        for (size_t j = 0; j < COUNT(gammas); j++) {
            struct settings s = with_gamma(gammas[j]);
            real v = {0};
            double before = 0;
            for (size_t k = 1; k <= changes[i].k0 + 100; k++) {
                effective_step(&method_rmsprop, &s, k,
                               gradient_at(changes[i], k), &v);
                if (k > changes[i].k0 && recorded(k - changes[i].k0)) {
                    double left = v[0] - 1, right = gammas[j] * (before - 1);
                    inquiry_exact(
                        q, "scale_switch", "rmsprop", k - changes[i].k0, left,
                        4 * DBL_EPSILON * (v[0] + before + 2), EQUAL, right);
                }
                before = v[0];
            }
        }
}
CLAIM(line_1_distance_shrinks, PROOF_LINE, COMPUTE(distance_shrinks),
      "Equation (2) at each of the first 100 steps after four switches, for "
      "two $\\gamma$.");
/**
### Line 2. All steps since the switch

By induction over $n$, and in the same way before the switch, from 0 towards
$G^2$:
$$v^{(k_0+n)}=g^2+\gamma^n\bigl(v^{(k_0)}-g^2\bigr),\qquad v^{(k_0)}=(1-\gamma^{k_0})\,G^2. \tag{3}$$
AdaGrad adds squares instead, and (1) is its sum. Both are read off the methods'
own states, whose large gradients are first larger than the small ones, then,
for the last switch, a hundred times smaller.
*/
static double v_formula(const struct method *method, struct change c,
                        double gamma, size_t k) {
    bool sums = method == &method_adagrad;
    double before = (double)(k < c.k0 ? k : c.k0), n = (double)k - before;
    if (sums) return before * c.G * c.G + n;
    double at_switch = (1 - pow(gamma, before)) * c.G * c.G;
    return 1 - pow(gamma, n) + pow(gamma, n) * at_switch;
}

static void add_v(struct inquiry *q, const struct method *method,
                  double power_of_gamma) {
    size_t checkpoints[CHECKPOINTS_MAX],
        count = checkpoints_between(1, AFTER, 6, checkpoints);
    for (size_t i = 0; i < COUNT(changes); i++)
        for (size_t j = 0; j < (method == &method_adagrad ? 1 : COUNT(gammas));
             j++) {
            struct settings s = with_gamma(gammas[j]);
            real v = {0};
            for (size_t k = 1, c = 0; c < count; k++) {
                effective_step(method, &s, k, gradient_at(changes[i], k), &v);
                if (k != checkpoints[c]) continue;
                c++;
                double right = v_formula(method, changes[i],
                                         pow(gammas[j], power_of_gamma), k);
                inquiry_exact(q, "scale_switch", method->id, k, v[0],
                              relative_error(k, gammas[j]) * (v[0] + 1), EQUAL,
                              right);
            }
        }
}
static void v_of_rmsprop(struct inquiry *q) {
    add_v(q, &method_rmsprop, 1);
}
static void v_of_adagrad(struct inquiry *q) {
    add_v(q, &method_adagrad, 1);
}
CLAIM(line_2_v_of_rmsprop, PROOF_LINE, COMPUTE(v_of_rmsprop),
      "Equation (3), before and after the switch.");
CLAIM(line_2_v_of_adagrad, PROOF_LINE, COMPUTE(v_of_adagrad),
      "AdaGrad: $v^{(k_0+n)}=k_0G^2+ng^2$.");
/**
### Line 3. The effective step

$a_k=\alpha/\sqrt{v^{(k)}+\epsilon}$ with $v$ from (3) is (1). It is read off
what the methods do to $x$, with $\alpha=1$ and $\epsilon=0$, and, so that the
place of $\epsilon$ is checked too, with $\epsilon=\frac14$ where gradients grow
from 0.01 to 1. $\blacksquare$
*/
static void add_effective(struct inquiry *q, const struct method *method,
                          struct change c, const struct settings *s,
                          double power, size_t later) {
    size_t checkpoints[CHECKPOINTS_MAX],
        count = checkpoints_between(1, AFTER, 20, checkpoints);
    real v = {0};
    for (size_t k = 1, at = 0; at < count; k++) {
        double a = effective_step(method, s, k, gradient_at(c, k), &v);
        if (k != checkpoints[at]) continue;
        at++;
        double formula = v_formula(method, c, pow(s->gamma, power), k + later);
        inquiry_exact(q, "scale_switch", method->id, k, a,
                      2 * relative_error(k, s->gamma) * a, EQUAL,
                      1 / sqrt(formula + s->eps));
    }
}
static void effective_steps(struct inquiry *q) {
    struct settings slow = with_gamma(0.99), guarded = with_gamma(0.9);
    guarded.eps = 0.25;
    add_effective(q, &method_rmsprop, changes[1], &unit, 1, 0);
    add_effective(q, &method_rmsprop, changes[1], &slow, 1, 0);
    add_effective(q, &method_adagrad, changes[1], &unit, 1, 0);
    add_effective(q, &method_rmsprop, changes[3], &guarded, 1, 0);
    add_effective(q, &method_adagrad, changes[3], &guarded, 1, 0);
}
static void effective_steps_one_later(struct inquiry *q) {
    add_effective(q, &method_rmsprop, changes[1], &unit, 1, 1);
}
/* gamma and 1 - gamma confused: 0.1 = 0.9^(ln 0.1 / ln 0.9). */
static void effective_steps_confused(struct inquiry *q) {
    add_effective(q, &method_rmsprop, changes[1], &unit, log(0.1) / log(0.9),
                  0);
}
CLAIM(line_3_effective_steps, PROOF_LINE, COMPUTE(effective_steps),
      "The effective steps of RMSProp and AdaGrad: (1), and with $\\epsilon$.");
CLAIM(control_exponent_n_plus_1, CONTROL, COMPUTE(effective_steps_one_later),
      "RMSProp's effective step would be that of (1) one step later.");
CLAIM(control_gamma_for_1_minus_gamma, CONTROL,
      COMPUTE(effective_steps_confused),
      "RMSProp's effective step would be that of (1) with $1-\\gamma$ in place "
      "of $\\gamma$.");
/**
## How long it takes

### Until the step is back

$a_{k_0+n}\ge(1-\delta)\frac\alpha g$ means
$\gamma^n\bigl(\frac{v^{(k_0)}}{g^2}-1\bigr)\le(1-\delta)^{-2}-1$, that is
$$n\ge\ln\frac{v^{(k_0)}/g^2-1}{(1-\delta)^{-2}-1}\Big/\ln\frac1\gamma, \tag{4}$$
and the first such $n$ is this number rounded up: for $\gamma=0.9$, $\delta=1\%$
and $G=100g$ it is 125. Counted on the method, for $k_0=10$ and
$G/g=k=2,4,\dots,1024$:
*/
enum { RATIOS = 10, FIRST = 10 };

static void compute_steps_until_back(struct inquiry *q) {
    const double delta = 0.01;
    for (size_t j = 0; j < COUNT(gammas); j++)
        for (size_t i = 1; i <= RATIOS; i++) {
            struct change c = {ldexp(1, (int)i), FIRST};
            struct settings s = with_gamma(gammas[j]);
            real v = {0};
            size_t n = 0;
            for (size_t k = 1; k <= c.k0; k++)
                effective_step(&method_rmsprop, &s, k, gradient_at(c, k), &v);
            double above = (1 - pow(gammas[j], FIRST)) * c.G * c.G - 1;
            double formula =
                above > 0 ? log(above / (1 / ((1 - delta) * (1 - delta)) - 1)) /
                                -log(gammas[j])
                          : 0;
            while (n++ < 10000)
                if (effective_step(&method_rmsprop, &s, c.k0 + n,
                                   gradient_at(c, c.k0 + n), &v) >= 1 - delta)
                    break;
            /* Whole numbers; the formula is nowhere within rounding errors of one. */
            inquiry_exact(q, "scale_switch", "rmsprop", (size_t)c.G, (double)n,
                          0, EQUAL, fmax(1, ceil(formula)));
        }
}
CLAIM(steps_until_back, IDENTITY, COMPUTE(compute_steps_until_back),
      "RMSProp's effective step is back within 1% of $\\alpha/g$ after just "
      "the number of steps (4), rounded up.");
/**
AdaGrad's step can only shrink, whatever the gradients are. After the switch it
stays below $\frac\alpha{G\sqrt{k_0}}$:
*/
static double any_gradient(size_t i) {
    return (double)((i * i * i / 7 + 3 * i) % 11) - 4.75;
}

/* The effective step over the one before, for gradients of no pattern and for a switch. */
static void add_change(struct inquiry *q, const struct method *method) {
    for (int pattern = 0; pattern < 2; pattern++) {
        real v = {0};
        double before = 0;
        for (size_t k = 1; k <= 300; k++) {
            double g = pattern ? any_gradient(k) : gradient_at(changes[0], k);
            double a = effective_step(method, &unit, k, g, &v);
            /* v grows or rounds to what it was; the root and two quotients round. */
            if (k > 1 && (recorded(k) || k == changes[0].k0 + 1))
                inquiry_exact(q, pattern ? "any_gradients" : "scale_switch",
                              method->id, k, a / before, 8 * DBL_EPSILON,
                              AT_MOST, 1);
            before = a;
        }
    }
}
static void compute_adagrad_only_shrinks(struct inquiry *q) {
    add_change(q, &method_adagrad);
}
static void rmsprop_only_shrinks(struct inquiry *q) {
    add_change(q, &method_rmsprop);
}

/* The effective step after a switch against a bound for all n. */
static void add_after(struct inquiry *q, const struct method *method,
                      double share) {
    for (size_t i = 0; i < 3; i++) {
        struct change c = changes[i];
        real v = {0};
        for (size_t k = 1; k <= c.k0 + AFTER; k++) {
            double a = effective_step(method, &unit, k, gradient_at(c, k), &v),
                   most = share / (c.G * sqrt((double)c.k0));
            if (k >= c.k0 && (k - c.k0) % 100 == 0)
                inquiry_exact(q, "scale_switch", method->id, k - c.k0 + 1, a,
                              relative_error(k, 0) * (a + most), AT_MOST, most);
        }
    }
}
static void adagrad_stays_below(struct inquiry *q) {
    add_after(q, &method_adagrad, 1);
}
static void adagrad_stays_below_0_95(struct inquiry *q) {
    add_after(q, &method_adagrad, 0.95);
}
static void rmsprop_stays_below(struct inquiry *q) {
    add_after(q, &method_rmsprop, 1);
}

/* And AdaGrad's claimed to come back to within half of alpha / g. */
static void adagrad_comes_back(struct inquiry *q) {
    real v = {0};
    struct change c = changes[0];
    for (size_t k = 1; k <= c.k0 + AFTER; k++) {
        double a =
            effective_step(&method_adagrad, &unit, k, gradient_at(c, k), &v);
        if (k == c.k0 + AFTER)
            inquiry_exact(q, "scale_switch", "adagrad", AFTER, a,
                          relative_error(k, 0) * a, AT_LEAST, 0.5);
    }
}
CLAIM(adagrad_only_shrinks, PROOF_LINE, COMPUTE(compute_adagrad_only_shrinks),
      "$a_k/a_{k-1}\\le1$ for AdaGrad, under gradients of no pattern and after "
      "a switch.");
CLAIM(control_rmsprop_only_shrinks, CONTROL, COMPUTE(rmsprop_only_shrinks),
      "$a_k/a_{k-1}\\le1$ for RMSProp, under the same gradients.");
CLAIM(bound_adagrad_stays_below, BOUND, COMPUTE(adagrad_stays_below),
      "After the switch AdaGrad's effective step is at most "
      "$\\frac\\alpha{G\\sqrt{k_0}}$; $k-1$ steps after it.");
CLAIM(sharp_adagrad_fails_at_0_95, CONTROL, COMPUTE(adagrad_stays_below_0_95),
      "0.95 of that is exceeded.");
CLAIM(control_rmsprop_stays_below, CONTROL, COMPUTE(rmsprop_stays_below),
      "RMSProp's effective step would stay below that.");
CLAIM(control_adagrad_comes_back, CONTROL, COMPUTE(adagrad_comes_back),
      "2000 steps after gradients ten times as large AdaGrad's effective step "
      "would be at least "
      "$\\frac\\alpha{2g}$.");
/**
### Until the past weighs no more than the present

A fairer question to AdaGrad, whose step decays anyway: when is it at least
within $\sqrt2$ of the step of a fresh AdaGrad that was started at the switch?
Then the past makes up half of $v$: at $n=k_0(G/g)^2$, by (1), exactly. For
RMSProp $v$ is $\gamma^nv^{(k_0)}$ from the past and $(1-\gamma^n)g^2$ since, so
that takes
$$n=\Bigl\lceil\ln\bigl(1+v^{(k_0)}/g^2\bigr)\Big/\ln\frac1\gamma\Bigr\rceil \tag{5}$$
steps: the logarithm of $(G/g)^2$ in place of $(G/g)^2$. Counted on the methods
for $k_0=10$ and $G/g=k$:
*/
static void add_forgetting(struct inquiry *q, const struct method *method,
                           double gamma, size_t ratios) {
    for (size_t i = 1; i <= ratios; i++) {
        struct change c = {ldexp(1, (int)i), FIRST};
        struct settings s = with_gamma(gamma);
        real v = {0}, fresh = {0};
        size_t n = 0;
        for (size_t k = 1; k <= c.k0; k++)
            effective_step(method, &s, k, gradient_at(c, k), &v);
        double at_switch = (1 - pow(gamma, FIRST)) * c.G * c.G,
               formula = method == &method_adagrad
                             ? FIRST * c.G * c.G
                             : ceil(log(1 + at_switch) / -log(gamma));
        do {
            n++;
            effective_step(method, &s, c.k0 + n, 1, &v);
            effective_step(method, &s, n, 1, &fresh);
        } while (v[0] > 2 * fresh[0] && n < 1000000);
        /* Whole numbers: AdaGrad's v is one too, and RMSProp's formula is nowhere within rounding errors of one. */
        inquiry_exact(q, "scale_switch", method->id, (size_t)c.G, (double)n, 0,
                      EQUAL, formula);
    }
}
static void compute_forgetting(struct inquiry *q) {
    add_forgetting(q, &method_rmsprop, 0.9, RATIOS);
    add_forgetting(q, &method_rmsprop, 0.99, RATIOS);
    add_forgetting(q, &method_adagrad, 0.9, 7);
}
CLAIM(forgetting, IDENTITY, COMPUTE(compute_forgetting),
      "The past makes up at most half of $v$ after just (5) steps of RMSProp, "
      "and after $k_0(G/g)^2$ of AdaGrad.");
/**
@figure forgetting Steps until the past weighs no more than the present

## The step does not decay

If all $|g^{(i)}|\le G$, then $v^{(k)}$ is a mean of squares of at most $G^2$,
with weights that add up to $1-\gamma^k\le1$:
$$a_k\ge\frac\alpha{\sqrt{G^2+\epsilon}}\quad\text{for every }k, \tag{6}$$
and under a constant gradient $a_k$ tends to that, from above. AdaGrad's step
would be $\frac\alpha{G\sqrt k}$.
*/
static void add_floor(struct inquiry *q, const struct method *method,
                      double share) {
    size_t checkpoints[CHECKPOINTS_MAX],
        count = checkpoints_between(1, 10000, 8, checkpoints);
    for (int pattern = 0; pattern < 2; pattern++) {
        struct settings s = method_settings(method);
        double largest = pattern ? 5.25 : 2,
               least = share * s.alpha / sqrt(largest * largest + s.eps);
        real v = {0};
        for (size_t k = 1, c = 0; c < count; k++) {
            double a = effective_step(method, &s, k,
                                      pattern ? any_gradient(k) : 2, &v);
            if (k != checkpoints[c]) continue;
            c++;
            inquiry_exact(q, pattern ? "any_gradients" : "constant_gradient",
                          method->id, k, a, 2 * relative_error(k, 0.9) * a,
                          AT_LEAST, least);
        }
    }
}
static void floor_of_rmsprop(struct inquiry *q) {
    add_floor(q, &method_rmsprop, 1);
}
static void floor_of_rmsprop_times_1_05(struct inquiry *q) {
    add_floor(q, &method_rmsprop, 1.05);
}
static void floor_of_adagrad(struct inquiry *q) {
    add_floor(q, &method_adagrad, 1);
}
CLAIM(bound_step_does_not_decay, BOUND, COMPUTE(floor_of_rmsprop),
      "Bound (6) for gradients of no pattern and for a constant one.");
CLAIM(sharp_floor_fails_at_1_05, CONTROL, COMPUTE(floor_of_rmsprop_times_1_05),
      "1.05 of bound (6) fails.");
CLAIM(control_floor_of_adagrad, CONTROL, COMPUTE(floor_of_adagrad),
      "Bound (6) for AdaGrad.");
/**
## Average of sizes, or root of the average of squares

The lecture's note puts it so:

> RMSProp делит шаг обучения для веса на скользящее среднее величин недавних
> градиентов для этого веса.

The formula divides by the *root of the moving average of squares*. That is at
least the moving average $u^{(k)}=\gamma u^{(k-1)}+(1-\gamma)|g^{(k)}|$ of
sizes: with the weights $w_i=(1-\gamma)\gamma^{k-i}$, by Cauchy and Schwarz,
$$u^2=\Bigl(\sum_iw_i|g^{(i)}|\Bigr)^2\le\sum_iw_i\cdot\sum_iw_i(g^{(i)})^2\le v. \tag{7}$$
So the steps are at most those that the sentence describes. The two agree if all
gradients are of one size, and differ much if few are large: here, of 10 once in
20 steps and 0.1 else.
*/
static void add_sizes(struct inquiry *q, enum sign sign, bool equal_sizes) {
    struct settings s = with_gamma(0.99);
    real v = {0};
    double u = 0;
    /* Equality is asked for past the start, where u is short of the sizes by 1 - gamma^k. */
    size_t checkpoints[CHECKPOINTS_MAX], first = sign == EQUAL ? 500 : 1;
    size_t count = checkpoints_between(first, 2000, 12, checkpoints);
    for (size_t k = 1, c = 0; c < count; k++) {
        double g = equal_sizes ? 3
                   : k % 20    ? 0.1
                               : 10,
               a = effective_step(&method_rmsprop, &s, k, g, &v);
        u = s.gamma * u + (1 - s.gamma) * g;
        if (k != checkpoints[c]) continue;
        c++;
        inquiry_exact(q, equal_sizes ? "constant_gradient" : "rare_gradients",
                      "rmsprop", k, a, 2 * relative_error(k, s.gamma) / u, sign,
                      1 / u);
    }
}
static void root_above_average(struct inquiry *q) {
    add_sizes(q, AT_MOST, true);
    add_sizes(q, AT_MOST, false);
}
static void root_is_average(struct inquiry *q) {
    add_sizes(q, EQUAL, false);
}
CLAIM(bound_steps_of_the_sentence, BOUND, COMPUTE(root_above_average),
      "$a_k\\le\\alpha/u^{(k)}$, which is (7), for gradients of one size and "
      "where few are large.");
CLAIM(control_average_of_sizes, CONTROL, COMPUTE(root_is_average),
      "$a_k=\\alpha/u^{(k)}$, with the moving average $u$ of sizes, where few "
      "are large.");
/**
@erratum control_average_of_sizes «RMSProp делит шаг обучения для веса на
    скользящее среднее величин недавних градиентов» :: It divides by the root of
    the moving average of their squares, as the formula above that sentence
    says; where few gradients are large the step is several times shorter than
    the sentence would have it.

## A minimum that moves

Let $f_k(x)=|x-c_k|$ with a minimiser that moves by at most $w$ a step. All
subgradients are $\pm1$, so the steps have the length
$a_k=\alpha/\sqrt{1-\gamma^k+\epsilon}$ under RMSProp, and
$\alpha/\sqrt{k+\epsilon}$ under AdaGrad, towards the minimiser. Let
$e_k=|x_k-c_k|$. A step that does not pass the minimiser shortens $e$ by $a$;
one that does leaves it at $a$ at most; then the minimiser moves:
$$e_{k+1}\le\max\bigl(e_k-a_{k+1},\,a_{k+1}\bigr)+w. \tag{8}$$
If $e_0=0$ and $w\le(2-\sqrt2)\frac\alpha{\sqrt{1+\epsilon}}$, RMSProp keeps to
the minimiser as closely as its steps allow,
$$e_k\le a_k+w\quad\text{for every }k\ge1,\qquad a_k\to\frac\alpha{\sqrt{1+\epsilon}}. \tag{9}$$
For $k=1$ this is (8). Then, if (9) holds for $k$, (8) says
$e_{k+1}\le\max(a_k+w-a_{k+1},a_{k+1})+w$, and $a_k+w-a_{k+1}\le a_{k+1}$,
because
$\frac{a_k}{a_{k+1}}\le\sqrt{\frac{1-\gamma^{k+1}}{1-\gamma^k}}\le\sqrt{1+\gamma}\le\sqrt2$
and $w\le(2-\sqrt2)\,a_{k+1}$.

AdaGrad can go no farther than $\sum_{i\le k}\alpha/\sqrt i\le2\alpha\sqrt k$.
From a minimiser that moves away at the speed $w$ it falls behind by
$$e_k\ge wk-2\alpha\sqrt k, \tag{10}$$
without limit. Here $\alpha=0.01$, and the minimiser moves away for ever, or to
and fro between 0 and 1, at $w=\alpha/10$ and $\alpha/2$.
*/
enum { TRACKED = 100000 };
static const double alpha = 0.01;

/* c_k: away for ever, or to 1 and back to 0 and so on. */
static double minimiser(bool to_and_fro, double w, size_t k) {
    double away = w * (double)k;
    if (!to_and_fro) return away;
    double phase = fmod(away, 2);
    return phase < 1 ? phase : 2 - phase;
}

/* e_k, measured after the minimiser's move, and RMSProp's a_k, handed to what makes a bound of them. */
struct tracked {
    size_t k;
    double e, before; /* e_k, e_{k-1} */
    double a, w;      /* RMSProp's a_k; the speed */
};
typedef double limit(const struct tracked *);
static double step_after_step(const struct tracked *t) {
    return fmax(t->before - t->a, t->a) + t->w;
}
static double step_and_speed(const struct tracked *t) {
    return t->a + t->w;
}
static double step_and_speed_times_0_95(const struct tracked *t) {
    return 0.95 * step_and_speed(t);
}
static double falls_behind(const struct tracked *t) {
    return t->w * (double)t->k - 2 * alpha * sqrt((double)t->k);
}

static void add_tracking(struct inquiry *q, const struct method *method,
                         bool to_and_fro, double speed, limit *bound) {
    size_t checkpoints[CHECKPOINTS_MAX],
        count = checkpoints_between(1, TRACKED, 8, checkpoints);
    struct settings s = method_settings(method);
    s.alpha = alpha;
    struct tracked t = {.w = speed * alpha}, worst = t;
    real x = {0}, v = {0};
    double power = 1, now = 0;
    for (size_t c = 0; c < count;) {
        /* At the kink the subgradient is 1: the first step goes the wrong way, which attains (9). */
        real g = real_all(x[0] >= now ? 1 : -1);
        method->step(&s, t.k, 1, &x, &g, &v);
        t.k++;
        now = minimiser(to_and_fro, t.w, t.k);
        power *= s.gamma;
        t.a = alpha / sqrt(1 - power + s.eps);
        t.before = t.e;
        t.e = fabs(x[0] - now);
        /* Every step is looked at, and the worst since the last checkpoint is kept. */
        if (bound == falls_behind || !worst.k ||
            !(t.e / bound(&t) <= worst.e / bound(&worst)))
            worst = t;
        if (t.k != checkpoints[c]) continue;
        c++;
        /* A step rounds x, c and some numbers below 1 that make up its length; (10) adds up all of them. */
        double error = 16 * DBL_EPSILON * (fabs(x[0]) + now + 1);
        inquiry_exact(
            q, to_and_fro ? "to_and_fro" : "moving_away", method->id, worst.k,
            worst.e, bound == falls_behind ? (double)t.k * error : error,
            bound == falls_behind ? AT_LEAST : AT_MOST, bound(&worst));
        worst.k = 0;
    }
}
static void every_path(struct inquiry *q, limit *bound) {
    for (int to_and_fro = 0; to_and_fro < 2; to_and_fro++) {
        add_tracking(q, &method_rmsprop, to_and_fro, 0.1, bound);
        add_tracking(q, &method_rmsprop, to_and_fro, 0.5, bound);
    }
}
static void compute_one_step_of_tracking(struct inquiry *q) {
    every_path(q, step_after_step);
}
static void rmsprop_tracks(struct inquiry *q) {
    every_path(q, step_and_speed);
}
static void rmsprop_tracks_0_95(struct inquiry *q) {
    every_path(q, step_and_speed_times_0_95);
}
static void adagrad_falls_behind(struct inquiry *q) {
    add_tracking(q, &method_adagrad, false, 0.1, falls_behind);
    add_tracking(q, &method_adagrad, false, 0.5, falls_behind);
}
static void rmsprop_falls_behind(struct inquiry *q) {
    add_tracking(q, &method_rmsprop, false, 0.1, falls_behind);
}
static void adagrad_tracks(struct inquiry *q) {
    add_tracking(q, &method_adagrad, false, 0.1, step_and_speed);
    add_tracking(q, &method_adagrad, true, 0.1, step_and_speed);
}
static void too_fast(struct inquiry *q) {
    add_tracking(q, &method_rmsprop, false, 2, step_and_speed);
}
CLAIM(one_step_of_tracking, PROOF_LINE, COMPUTE(compute_one_step_of_tracking),
      "Inequality (8) for a minimiser that moves away, or to and fro.");
CLAIM(bound_rmsprop_tracks, BOUND, COMPUTE(rmsprop_tracks),
      "Bound (9): RMSProp stays within a step and the minimiser's speed.");
CLAIM(sharp_rmsprop_tracks_fails_at_0_95, CONTROL, COMPUTE(rmsprop_tracks_0_95),
      "0.95 of bound (9) is exceeded.");
CLAIM(bound_adagrad_falls_behind, BOUND, COMPUTE(adagrad_falls_behind),
      "Bound (10) from below: AdaGrad loses a minimiser that moves away.");
/**
@figure tracking A minimiser that moves away by a tenth of α a step: the
    distance to it, the worst between two marks

AdaGrad does not do what (9) says, nor RMSProp what (10) says, and a minimiser
that is faster than $\alpha$ escapes RMSProp too.
*/
CLAIM(control_adagrad_tracks, CONTROL, COMPUTE(adagrad_tracks),
      "AdaGrad would stay within RMSProp's bound (9).");
CLAIM(control_rmsprop_falls_behind, CONTROL, COMPUTE(rmsprop_falls_behind),
      "RMSProp would fall behind as (10) says.");
CLAIM(control_minimiser_too_fast, CONTROL, COMPUTE(too_fast),
      "Bound (9) for a minimiser that moves by $2\\alpha$ a step.");
/**
## The price

On a minimum that does **not** move a step that does not decay is a defect, of
which the lecture does not speak here: on $f(x)=|x|$ two consecutive iterates
lie $a_{k+1}\ge\frac\alpha{\sqrt{1+\epsilon}}$ apart, so that
$$\frac{f(x_k)+f(x_{k+1})}2\ge\frac\alpha{2\sqrt{1+\epsilon}}\quad\text{for every }k: \tag{11}$$
RMSProp with a constant $\alpha$ does not converge. AdaGrad does, with gaps like
$\frac\alpha{2\sqrt k}$; what is called its main drawback is what makes it
converge.
*/
static void add_hover(struct inquiry *q, const struct method *method,
                      double share) {
    size_t checkpoints[CHECKPOINTS_MAX],
        count = checkpoints_between(1, 100000, 8, checkpoints);
    struct problem *p = absolute_value();
    struct settings s = method_settings(method);
    s.alpha = 0.05;
    struct trajectory t = trajectory_new(p, method, &s);
    double before = 0;
    for (size_t k = 0, c = 0; c < count; k++) {
        double gap = p->value(p, t.x, NULL)[0];
        if (k == checkpoints[c] + 1) {
            /* x_0 = 1, and each step rounds once; so do the root and the quotient. */
            inquiry_exact(q, "absolute_value", method->id, checkpoints[c],
                          (before + gap) / 2, 16 * DBL_EPSILON, AT_LEAST,
                          share * s.alpha / (2 * sqrt(1 + s.eps)));
            c++;
        }
        before = gap;
        trajectory_step(&t, whole_all(0));
    }
    trajectory_free(&t);
    problem_free(p);
}
static void hover(struct inquiry *q) {
    add_hover(q, &method_rmsprop, 1);
}
static void hover_at_1_05(struct inquiry *q) {
    add_hover(q, &method_rmsprop, 1.05);
}
static void hover_of_adagrad(struct inquiry *q) {
    add_hover(q, &method_adagrad, 1);
}
CLAIM(rmsprop_does_not_converge, SHARPNESS, COMPUTE(hover),
      "Bound (11) from below on $|x|$: RMSProp does not converge.");
CLAIM(sharp_hover_fails_at_1_05, CONTROL, COMPUTE(hover_at_1_05),
      "1.05 of bound (11) fails.");
CLAIM(control_adagrad_does_not_converge, CONTROL, COMPUTE(hover_of_adagrad),
      "Bound (11) for AdaGrad.");
/**
@figure hover A minimum that does not move: the mean gap of two consecutive
    iterates on |x|, from distance 1 with α = 0.05
*/

static const struct claim *const claims[] = {line_1_distance_shrinks,
                                             line_2_v_of_rmsprop,
                                             line_2_v_of_adagrad,
                                             line_3_effective_steps,
                                             control_exponent_n_plus_1,
                                             control_gamma_for_1_minus_gamma,
                                             steps_until_back,
                                             adagrad_only_shrinks,
                                             control_rmsprop_only_shrinks,
                                             bound_adagrad_stays_below,
                                             sharp_adagrad_fails_at_0_95,
                                             control_rmsprop_stays_below,
                                             control_adagrad_comes_back,
                                             forgetting,
                                             bound_step_does_not_decay,
                                             sharp_floor_fails_at_1_05,
                                             control_floor_of_adagrad,
                                             bound_steps_of_the_sentence,
                                             control_average_of_sizes,
                                             one_step_of_tracking,
                                             bound_rmsprop_tracks,
                                             sharp_rmsprop_tracks_fails_at_0_95,
                                             bound_adagrad_falls_behind,
                                             control_adagrad_tracks,
                                             control_rmsprop_falls_behind,
                                             control_minimiser_too_fast,
                                             rmsprop_does_not_converge,
                                             sharp_hover_fails_at_1_05,
                                             control_adagrad_does_not_converge};

static const struct drawing drawings[] = {
    {.name = "effective_step",
     .title = {"Gradients of size 100 for 50 steps, then of size 1",
               "Градиенты величины 100, после 50 шагов величины 1"},
     .x = {"iteration k", "итерация k"},
     .y = {"effective step / α", "эффективный шаг / α"},
     .curves = {{"line_3_effective_steps",
                 0,
                 {"RMSProp, γ = 0.9", "RMSProp, γ = 0.9"}},
                {"line_3_effective_steps",
                 1,
                 {"RMSProp, γ = 0.99", "RMSProp, γ = 0.99"}},
                {"line_3_effective_steps", 2, {"AdaGrad", "AdaGrad"}}}},
    {.name = "forgetting",
     .title = {"Steps until the past weighs no more than the present",
               "Шагов, пока прошлое весит больше настоящего"},
     .x = {"G / g", "G / g"},
     .y = {"steps after the switch", "шагов после смены масштаба"},
     .curves = {{"forgetting", 0, {"RMSProp, γ = 0.9", "RMSProp, γ = 0.9"}},
                {"forgetting", 1, {"RMSProp, γ = 0.99", "RMSProp, γ = 0.99"}},
                {"forgetting", 2, {"AdaGrad", "AdaGrad"}}}},
    {.name = "tracking",
     .title = {"A minimiser that moves away by α / 10 a step",
               "Минимум уходит на α / 10 за шаг"},
     .x = {"iteration k", "итерация k"},
     .y = {"distance to the minimiser", "расстояние до минимума"},
     .curves = {{"bound_rmsprop_tracks", 0, {"RMSProp", "RMSProp"}},
                {"control_adagrad_tracks", 0, {"AdaGrad", "AdaGrad"}}}},
    {.name = "hover",
     .title = {"|x| with a constant α", "|x| с постоянным α"},
     .x = {"iteration k", "итерация k"},
     .y = {"(f(x_k) + f(x_{k+1})) / 2", "(f(x_k) + f(x_{k+1})) / 2"},
     .curves = {{"rmsprop_does_not_converge", 0, {"RMSProp", "RMSProp"}},
                {"control_adagrad_does_not_converge",
                 0,
                 {"AdaGrad", "AdaGrad"}}}},
};

const struct theorem theorem_rmsprop_tracks = {
    .id = "rmsprop_tracks",
    .title = {"RMSProp forgets, AdaGrad does not",
              "RMSProp забывает, AdaGrad нет"},
    .source = "RMSProp",
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## References

- T. Tieleman, G. Hinton, *Lecture 6.5: RMSProp, divide the gradient by a
  running average of its recent magnitude*, Coursera: Neural networks for
  machine learning (2012): the method, and the wording that the lecture took
  over.
- J. Duchi, E. Hazan, Y. Singer, *Adaptive subgradient methods for online
  learning and stochastic optimization*, Journal of Machine Learning Research 12
  (2011): AdaGrad.
*/
