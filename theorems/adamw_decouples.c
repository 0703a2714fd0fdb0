/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# AdamW decouples weight decay

The lecture says (slide «AdamW»):

> Стандартная $\ell_2$-регуляризация добавляет $\lambda \|x\|^2$ к функции
> потерь, что приводит к градиентному слагаемому $\lambda x$. В Adam это
> слагаемое масштабируется адаптивным шагом обучения $(\sqrt{\hat{v}_j} +
> \epsilon)$, связывая затухание весов (weight decay) с величинами градиента.
> AdamW разделяет затухание весов от шага адаптации градиентов.
> $$x_j^{(k)} = x_j^{(k-1)} - \alpha \left( \frac{\hat{m}_j}{\sqrt{\hat{v}_j} + \epsilon} + \lambda x_j^{(k-1)} \right)$$

In formulas: let $g^{(1)},g^{(2)},\dots$ be the gradients of the loss alone.
Adam with $g+\lambda x$ in place of $g$ ("Adam with $\ell_2$") makes of a
coordinate
$$x^{(k)}=x^{(k-1)}-\alpha\,\frac{\hat m^{(k)}}{\sqrt{\hat v^{(k)}}+\epsilon}-\frac{\alpha\lambda}{\sqrt{\hat v^{(k)}}+\epsilon}\,\bar x^{(k)}, \tag{1}$$
where $\hat m$ is the average of the loss's gradients, $\hat v$ that of
$(g+\lambda x)^2$, and $\bar x^{(k)}$ the same average as $\hat m$ of
$x^{(0)},\dots,x^{(k-1)}$. Its weights decay at the rate
$\frac{\alpha\lambda}{\sqrt{\hat v}+\epsilon}$: where the loss's gradients are a
hundred times as large, a weight decays a hundred times as slowly. With AdamW
$$x^{(k)}=(1-\alpha\lambda)\,x^{(k-1)}-\alpha\,d^{(k)},\qquad d^{(k)}=\frac{\hat m^{(k)}}{\sqrt{\hat v^{(k)}}+\epsilon}, \tag{2}$$
and $d$ knows nothing of $\lambda$: the rate is $\alpha\lambda$, whatever the
scale.

@figure decay What is left of a weight under loss gradients ±c: with AdamW the
    same for every c; with the l2 term inside the gradient it depends on c

## What it needs

- Nothing of the gradients for (1) and (2). That the *rate* in (1) is about
  $\frac{\alpha\lambda}c$ needs loss gradients of size $c$ that are large beside
  $\lambda|x|$; the two-sided bound [below](#the-rate) says how large.
- $\alpha\lambda\le1$ for the iterates to stay bounded.
*/
#include "theorem.h"

/* Gradients of no pattern: 11 values between -5 and 5, none of them 0. */
static double any_gradient(size_t i) {
    return (double)((i * i * i / 7 + 3 * i) % 11) - 4.75;
}
/* The loss's gradients c, -c, c, ...: its own push averages out. */
static double alternating(double c, size_t k) {
    return k % 2 ? c : -c;
}

/* Which steps go into the ledger: the first ones, and then some, odd and even. */
static bool recorded(size_t k) {
    return k <= 10 || k % 21 == 0;
}

/* A method's defaults with a strong decay, so that few steps show it. */
static const double lambda = 0.5, rate = 0.01; /* rate is alpha */
static struct settings strong(const struct method *method) {
    struct settings s = method_settings(method);
    s.alpha = rate;
    s.weight_decay = lambda;
    return s;
}

/* One coordinate on its way. */
struct walker {
    const struct method *method;
    struct settings settings;
    real x, state[2];
    size_t k; /* steps taken */
};
static struct walker walker_at(const struct method *method,
                               const struct settings *s, double x) {
    return (struct walker){.method = method, .settings = *s, .x = real_all(x)};
}
static void walk_on(struct walker *w, double g) {
    real gradient = real_all(g);
    w->method->step(&w->settings, w->k++, 1, &w->x, &gradient, w->state);
}

/* The corrected average of a sequence, by its sum: the independent formula. */
struct average {
    double beta, sum, weight;
};
static double averaged(struct average *a, double next) {
    a->sum = a->beta * a->sum + (1 - a->beta) * next;
    a->weight = a->beta * a->weight + (1 - a->beta);
    return a->sum / a->weight;
}

/* Such averages, and so all parts of a step, err by three roundings a step that fade with beta, relative to the largest
 * number in them; 1 - beta^k loses at most a factor 1/(1 - beta) of precision. */
static double roundings(size_t k) {
    return 4 * (double)k + 2 / (1 - 0.999) + 32;
}

/**
## The gradient of the penalty

$\frac{\partial}{\partial x_j}\|x\|^2=2x_j$. So it is $\frac\lambda2\|x\|^2$
that leads to the term $\lambda x$, not $\lambda\|x\|^2$. The difference
quotient $\frac{h(x+te_j)-h(x-te_j)}{2t}$ of a quadratic is its derivative,
exactly, for every $t$; here $t=\frac12$.
*/
static void add_penalty(struct inquiry *q, double factor) {
    static const double x[4] = {1, -2.5, 0.125, 30};
    for (size_t j = 0; j < COUNT(x); j++) {
        double side[2], size = 0;
        for (int up = 0; up < 2; up++) {
            side[up] = 0;
            for (size_t i = 0; i < COUNT(x); i++) {
                double y = x[i] + (i == j ? (up ? 0.5 : -0.5) : 0);
                side[up] += factor * lambda * y * y;
            }
            size += side[up];
        }
        inquiry_exact(q, "penalty", "difference_quotient", j + 1,
                      side[1] - side[0], 8 * DBL_EPSILON * size, EQUAL,
                      lambda * x[j]);
    }
}
static void half_penalty(struct inquiry *q) {
    add_penalty(q, 0.5);
}
static void whole_penalty(struct inquiry *q) {
    add_penalty(q, 1);
}
CLAIM(gradient_of_half_the_square, IDENTITY, COMPUTE(half_penalty),
      "The difference quotient of $\\frac\\lambda2\\|x\\|^2$ in the $k$-th "
      "coordinate is $\\lambda x_k$.");
CLAIM(control_gradient_of_the_square, CONTROL, COMPUTE(whole_penalty),
      "The difference quotient of $\\lambda\\|x\\|^2$ in the $k$-th coordinate "
      "is $\\lambda x_k$.");
/**
@erratum control_gradient_of_the_square «добавляет $\lambda \|x\|^2$ к функции
    потерь, что приводит к градиентному слагаемому $\lambda x$» :: The gradient
    of $\lambda\|x\|^2$ is $2\lambda x$; the term $\lambda x$ belongs to
    $\frac\lambda2\|x\|^2$.

## SGD does not tell the two apart

$$x-\alpha(g+\lambda x)=(1-\alpha\lambda)\,x-\alpha g: \tag{3}$$
with plain SGD an $\ell_2$ term *is* weight decay. With Adam it is not.
*/
static void compute_sgd_is_the_same(struct inquiry *q) {
    struct settings s = {.alpha = rate};
    struct walker inside = walker_at(&method_sgd, &s, 1);
    double x = 1;
    for (size_t k = 1; k <= 300; k++) {
        walk_on(&inside, any_gradient(k) + lambda * inside.x[0]);
        x = (1 - rate * lambda) * x - rate * any_gradient(k);
        if (!recorded(k)) continue;
        /* Each step rounds a few numbers below 6, and keeps less than all of the error. */
        inquiry_exact(q, "any_gradients", "sgd", k, inside.x[0],
                      4 * (double)k * DBL_EPSILON, EQUAL, x);
    }
}

/* Adam with l2 against AdamW, after the same gradients. */
static void adams_are_the_same(struct inquiry *q) {
    struct settings s = strong(&method_adam_l2);
    struct walker inside = walker_at(&method_adam_l2, &s, 1),
                  apart = walker_at(&method_adamw, &s, 1);
    for (size_t k = 1; k <= 300; k++) {
        walk_on(&inside, any_gradient(k));
        walk_on(&apart, any_gradient(k));
        if (!recorded(k)) continue;
        inquiry_exact(q, "any_gradients", "adam_l2", k, inside.x[0],
                      roundings(k) * DBL_EPSILON * 12, EQUAL, apart.x[0]);
    }
}
CLAIM(sgd_is_the_same, IDENTITY, COMPUTE(compute_sgd_is_the_same),
      "SGD with $g+\\lambda x$ walks as (3) says, for 300 steps.");
CLAIM(control_adams_are_the_same, CONTROL, COMPUTE(adams_are_the_same),
      "Adam with $\\ell_2$ would walk as AdamW does.");
/**
## The proof of (1) and (2), line by line

### Line 1. The average of a sum

Averages are linear: that of $g+\lambda x$ is $\hat m+\lambda\bar x$. Dividing
by $\sqrt{\hat v}+\epsilon$, where $\hat v$ averages $(g+\lambda x)^2$, gives
(1). Held against the program: what a step of Adam with $\ell_2$ adds to the
loss's own part, $x^{(k-1)}-x^{(k)}-\alpha\frac{\hat m}{\sqrt{\hat
v}+\epsilon}$, with $\hat m$ and $\hat v$ from an independent formula.
*/
/* The step of Adam with l2 or AdamW less the loss's part, and what (1) or (2) says of it; loss gradients of size c. */
struct decay {
    double seen, rate,
        acts_on; /* the product of the last two is what it should be */
    double size; /* of what was subtracted */
};
struct decaying {
    struct walker walker;
    struct average m, v, x;
    double largest; /* gradient of the loss so far */
};
static struct decaying decaying_from(const struct method *method, double x) {
    struct settings s = strong(method);
    return (struct decaying){.walker = walker_at(method, &s, x),
                             .m = {.beta = s.beta1},
                             .v = {.beta = s.beta2},
                             .x = {.beta = s.beta1}};
}
static struct decay decay_next(struct decaying *d, double g) {
    const struct settings *s = &d->walker.settings;
    bool inside = d->walker.method == &method_adam_l2;
    double x = d->walker.x[0], felt = inside ? g + lambda * x : g,
           m = averaged(&d->m, g), scale = sqrt(averaged(&d->v, felt * felt)),
           mean = averaged(&d->x, x);
    d->largest = fmax(d->largest, fabs(g));
    walk_on(&d->walker, g);
    double own = s->alpha * m / (scale + s->eps);
    return (struct decay){
        .seen = x - d->walker.x[0] - own,
        .rate = s->alpha * lambda / (inside ? scale + s->eps : 1),
        .acts_on = inside ? mean : x,
        .size = fabs(x) + fabs(d->walker.x[0]) +
                s->alpha * (d->largest + lambda) / (scale + s->eps)};
}

static const double scales[] = {1, 10, 100, 1000};

static void add_decay(struct inquiry *q, const struct method *method,
                      bool pattern, size_t steps) {
    for (size_t i = 0; i < (pattern ? 1 : COUNT(scales)); i++) {
        struct decaying d = decaying_from(method, 1);
        for (size_t k = 1; k <= steps; k++) {
            struct decay e = decay_next(
                &d, pattern ? any_gradient(k) : alternating(scales[i], k));
            if (!recorded(k)) continue;
            inquiry_exact(q, pattern ? "any_gradients" : "alternating",
                          method->id, k, e.seen,
                          roundings(k) * DBL_EPSILON * e.size, EQUAL,
                          e.rate * e.acts_on);
        }
    }
}
static void decay_of_adam_l2(struct inquiry *q) {
    add_decay(q, &method_adam_l2, true, 200);
    add_decay(q, &method_adam_l2, false, 200);
}
CLAIM(line_1_decay_of_adam_l2, PROOF_LINE, COMPUTE(decay_of_adam_l2),
      "Equation (1): the decay in every step of Adam with $\\ell_2$, for "
      "gradients of no pattern and for $\\pm c$.");
/**
### Line 2. AdamW

With AdamW $m$ and $v$ are averages of the loss's gradients alone, and $\lambda
x$ is added outside of them: (2) is the slide's formula in another order.
$\blacksquare$ The same difference as in line 1 is $\alpha\lambda x^{(k-1)}$.
*/
static void decay_of_adamw(struct inquiry *q) {
    add_decay(q, &method_adamw, true, 200);
    add_decay(q, &method_adamw, false, 200);
}
CLAIM(line_2_decay_of_adamw, PROOF_LINE, COMPUTE(decay_of_adamw),
      "Equation (2): the decay in every step of AdamW is $\\alpha\\lambda "
      "x^{(k-1)}$.");
/**
## The rate

Let all loss gradients be $\pm c$ with $c>\lambda X$, and $|x^{(i)}|\le X$ so
far. Then $|g+\lambda x|$ lies between $c-\lambda X$ and $c+\lambda X$, and so
does $\sqrt{\hat v}$, the root of a mean of squares. The rate of Adam with
$\ell_2$ is therefore
$$\frac{\alpha\lambda}{c+\lambda X+\epsilon}\le\frac{\text{decay in step }k}{\bar x^{(k)}}\le\frac{\alpha\lambda}{c-\lambda X+\epsilon}. \tag{4}$$
Gradients alternate, $c=1,10,100,1000$, $\lambda=0.5$, $\alpha=0.01$,
$x^{(0)}=1$. The rate of AdamW is $\alpha\lambda$.
*/
/* The rate that a step shows, over alpha lambda. */
static void add_rate(struct inquiry *q, const struct method *method, int side,
                     double share) {
    for (size_t i = 0; i < COUNT(scales); i++) {
        struct decaying d = decaying_from(method, 1);
        double c = scales[i], X = 1;
        for (size_t k = 1; k <= 300; k++) {
            X = fmax(X, fabs(d.walker.x[0]));
            struct decay e = decay_next(&d, alternating(c, k));
            if (!recorded(k)) continue;
            double error = roundings(k) * DBL_EPSILON * e.size /
                           fabs(e.acts_on) / (rate * lambda);
            double right =
                side == 0 ? 1
                          : 1 / (c + side * lambda * X + d.walker.settings.eps);
            inquiry_exact(q, "alternating", method->id, k,
                          e.seen / e.acts_on / (rate * lambda), error,
                          side > 0   ? AT_LEAST
                          : side < 0 ? AT_MOST
                                     : EQUAL,
                          share * right);
        }
    }
}
static void rate_from_above(struct inquiry *q) {
    add_rate(q, &method_adam_l2, -1, 1);
}
static void rate_from_below(struct inquiry *q) {
    add_rate(q, &method_adam_l2, 1, 1);
}
static void rate_from_above_at_0_95(struct inquiry *q) {
    add_rate(q, &method_adam_l2, -1, 0.95);
}
static void rate_from_below_at_1_05(struct inquiry *q) {
    add_rate(q, &method_adam_l2, 1, 1.05);
}
static void compute_rate_of_adamw(struct inquiry *q) {
    add_rate(q, &method_adamw, 0, 1);
}
static void rate_without_scale(struct inquiry *q) {
    add_rate(q, &method_adam_l2, 0, 1);
}
CLAIM(bound_rate_from_above, BOUND, COMPUTE(rate_from_above),
      "The right side of (4); rates are over $\\alpha\\lambda$.");
CLAIM(bound_rate_from_below, BOUND, COMPUTE(rate_from_below),
      "The left side of (4).");
CLAIM(sharp_rate_from_above_fails_at_0_95, CONTROL,
      COMPUTE(rate_from_above_at_0_95), "0.95 of the right side is exceeded.");
CLAIM(sharp_rate_from_below_fails_at_1_05, CONTROL,
      COMPUTE(rate_from_below_at_1_05),
      "1.05 of the left side is not reached.");
CLAIM(rate_of_adamw, IDENTITY, COMPUTE(compute_rate_of_adamw),
      "The rate of AdamW is $\\alpha\\lambda$, for every $c$.");
CLAIM(control_rate_without_scale, CONTROL, COMPUTE(rate_without_scale),
      "The rate of Adam with $\\ell_2$ is $\\alpha\\lambda$, for every $c$.");
/**
### In the long run

Two weights that start at $+1$ and $-1$ and see the same loss gradients: half of
their difference is what decay has left, for the loss pushes both alike. With
AdamW it is exactly
$$\tfrac12\bigl(x^{(k)}_+-x^{(k)}_-\bigr)=(1-\alpha\lambda)^k, \tag{5}$$
for any gradients of any scale. With Adam and $\ell_2$ it follows $c$.
*/
static void add_left(struct inquiry *q, const struct method *method,
                     bool pattern, double c) {
    size_t checkpoints[CHECKPOINTS_MAX],
        count = checkpoints_between(1, 1000, 20, checkpoints);
    struct settings s = strong(method);
    struct walker up = walker_at(method, &s, 1),
                  down = walker_at(method, &s, -1);
    for (size_t k = 1, at = 0; at < count; k++) {
        double g = c * (pattern ? any_gradient(k) : alternating(1, k));
        walk_on(&up, g);
        walk_on(&down, g);
        if (k != checkpoints[at]) continue;
        at++;
        double left = (up.x - down.x)[0] / 2;
        /* Both see the same d; a step rounds numbers of the size of x, and alpha times some of d's size, 8 at most. */
        double error = 4 * (double)(k + 2) * DBL_EPSILON *
                       (fabs(up.x[0]) + fabs(down.x[0]) + 2);
        inquiry_exact(q, pattern ? "any_gradients" : "alternating", method->id,
                      k, left, error, EQUAL, pow(1 - rate * lambda, (double)k));
    }
}
static void compute_left_by_adamw(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(scales); i++)
        add_left(q, &method_adamw, false, scales[i]);
    for (size_t i = 0; i < COUNT(scales); i++)
        add_left(q, &method_adamw, true, scales[i]);
}
static void left_by_adam_l2(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(scales); i++)
        add_left(q, &method_adam_l2, false, scales[i]);
}
CLAIM(left_by_adamw, IDENTITY, COMPUTE(compute_left_by_adamw),
      "Equation (5) for AdamW: $\\pm c$ and gradients of no pattern times $c$, "
      "$c=1,10,100,1000$.");
CLAIM(control_left_by_adam_l2, CONTROL, COMPUTE(left_by_adam_l2),
      "Equation (5) for Adam with $\\ell_2$.");
/**
## Scale invariance

For $\epsilon=0$ the direction $\hat m/\sqrt{\hat v}$ does not change when all
gradients are multiplied by $c>0$, so neither do the paths of Adam and AdamW. If
$c$ is a power of two, not a single bit changes, since then every product, sum,
root and quotient just changes its exponent; for other $c$ they differ by
rounding. The decay of Adam with $\ell_2$ does change, and so does anything if
$\epsilon$ is not small beside $c$.
*/
/* x_k under gradients c g against x_k under g. */
static void add_scaled(struct inquiry *q, const struct method *method, double c,
                       double eps, bool to_the_bit) {
    struct settings s = strong(method);
    s.eps = eps;
    struct walker plain = walker_at(method, &s, 1), scaled = plain;
    for (size_t k = 1; k <= 200; k++) {
        walk_on(&plain, any_gradient(k));
        walk_on(&scaled, c * any_gradient(k));
        if (!recorded(k)) continue;
        /* Each step's direction, 8 at most, errs as averages do. */
        double error =
            to_the_bit ? 0 : (double)k * rate * roundings(k) * DBL_EPSILON * 16;
        inquiry_exact(q, "any_gradients", method->id, k, scaled.x[0], error,
                      EQUAL, plain.x[0]);
    }
}
static void scaled_by_powers(struct inquiry *q) {
    for (int power = -100; power <= 100; power += 50) {
        add_scaled(q, &method_adam, ldexp(1, power), 0, true);
        add_scaled(q, &method_adamw, ldexp(1, power), 0, true);
    }
}
static void scaled_by_any(struct inquiry *q) {
    add_scaled(q, &method_adam, 1000.0 / 3, 0, false);
    add_scaled(q, &method_adamw, 1000.0 / 3, 0, false);
    add_scaled(q, &method_adamw, 1e-7, 0, false);
}
static void scaled_adam_l2(struct inquiry *q) {
    add_scaled(q, &method_adam_l2, 1024, 0, false);
}
static void scaled_with_eps(struct inquiry *q) {
    add_scaled(q, &method_adamw, 0x1p-30, 1e-8, false);
}
CLAIM(scaled_by_powers_of_two, IDENTITY, COMPUTE(scaled_by_powers),
      "With $\\epsilon=0$ gradients times $2^{-100},2^{-50},\\dots,2^{100}$ "
      "leave Adam and AdamW where they "
      "were, to the last bit.");
CLAIM(scaled_by_any_factor, IDENTITY, COMPUTE(scaled_by_any),
      "With $\\epsilon=0$ gradients times $1000/3$ or $10^{-7}$ leave them "
      "there up to rounding.");
CLAIM(control_scaled_adam_l2, CONTROL, COMPUTE(scaled_adam_l2),
      "With $\\epsilon=0$ gradients times 1024 leave Adam with $\\ell_2$ where "
      "it was.");
CLAIM(control_scaled_with_epsilon, CONTROL, COMPUTE(scaled_with_eps),
      "With $\\epsilon=10^{-8}$ gradients times $2^{-30}$ leave AdamW where it "
      "was.");
/**
## Before or after the step

> Слагаемое затухания весов $\lambda x_j^{(k-1)}$ добавляется после адаптивного
> шага по градиенту.

What is added is the term of the *old* point, $x^{(k-1)}$, as the formula has it
and the sentence itself says. So the order does not matter: shrinking $x$ by
$1-\alpha\lambda$ first, as programs do, and adding the step then is the same.
Shrinking the point *after* the step would be something else, by
$$(1-\alpha\lambda)(x-\alpha d)-\bigl((1-\alpha\lambda)\,x-\alpha d\bigr)=\alpha^2\lambda\,d. \tag{6}$$
The step $d$ is read off Adam without decay, whose state is that of AdamW.
*/
enum order { SHRINK_FIRST, SHRINK_AFTER, SHRINK_AFTER_LESS_6 };
static void add_order(struct inquiry *q, enum order order) {
    struct settings s = strong(&method_adamw);
    struct walker adamw = walker_at(&method_adamw, &s, 1),
                  adam = walker_at(&method_adam, &s, 0);
    for (size_t k = 1; k <= 200; k++) {
        double before = adamw.x[0];
        adam.x = (real){0}; /* so that its step is -alpha d */
        walk_on(&adam, any_gradient(k));
        walk_on(&adamw, any_gradient(k));
        if (!recorded(k)) continue;
        double move = adam.x[0], decay = s.alpha * s.weight_decay;
        double right = order == SHRINK_FIRST ? before * (1 - decay) + move
                                             : (before + move) * (1 - decay);
        if (order == SHRINK_AFTER_LESS_6) right += decay * move;
        double error = 8 * DBL_EPSILON * (fabs(before) + fabs(move));
        inquiry_exact(q, "any_gradients", "adamw", k, adamw.x[0], error, EQUAL,
                      right);
    }
}
static void shrink_first(struct inquiry *q) {
    add_order(q, SHRINK_FIRST);
}
static void shrink_after(struct inquiry *q) {
    add_order(q, SHRINK_AFTER);
}
static void shrink_after_less_6(struct inquiry *q) {
    add_order(q, SHRINK_AFTER_LESS_6);
}
CLAIM(shrinking_first_is_the_same, IDENTITY, COMPUTE(shrink_first),
      "AdamW is $(1-\\alpha\\lambda)\\,x^{(k-1)}$ and then Adam's step.");
CLAIM(shrinking_after_differs_by_6, IDENTITY, COMPUTE(shrink_after_less_6),
      "Shrinking the point after the step differs by (6).");
CLAIM(control_shrinking_after, CONTROL, COMPUTE(shrink_after),
      "Shrinking the point after the step would be the same.");
/**
## Iterates stay bounded

### How long a direction can be

With the corrected weights $p_i=\frac{1-\beta_1}{1-\beta_1^k}\beta_1^{k-i}$ and
$r_i=\frac{1-\beta_2}{1-\beta_2^k}\beta_2^{k-i}$, by Cauchy and Schwarz
$$\hat m^2=\Bigl(\sum_i\frac{p_i}{\sqrt{r_i}}\cdot\sqrt{r_i}\,g^{(i)}\Bigr)^2\le\sum_i\frac{p_i^2}{r_i}\cdot\hat v, \tag{7}$$
whatever the gradients, and the first sum is geometric with the ratio
$\varrho=\beta_1^2/\beta_2$:
$$|d^{(k)}|\le D_k=\frac{1-\beta_1}{1-\beta_1^k}\sqrt{\frac{(1-\beta_2^k)(1-\varrho^k)}{(1-\beta_2)(1-\varrho)}}. \tag{8}$$
If $\varrho<1$, the mean inequality
$\beta_2^k+\varrho^k\ge2\sqrt{\beta_2^k\varrho^k}=2\beta_1^k$ gives
$(1-\beta_2^k)(1-\varrho^k)\le(1-\beta_1^k)^2$, so that $D_k\le
D=\frac{1-\beta_1}{\sqrt{(1-\beta_2)(1-\varrho)}}$ for all $k$, which is 7.27 at
$\beta_1=0.9$, $\beta_2=0.999$, and tends to it. Equality in (7) needs $g^{(i)}$
proportional to $p_i/r_i$, that is, gradients that grow by the factor
$\beta_2/\beta_1$ each step: one sequence that attains (8) at every $k$. Under a
constant gradient $d=1$.
*/
/* (8) */
static double longest_direction(double beta1, double beta2, size_t k) {
    double ratio = beta1 * beta1 / beta2, n = (double)k;
    return (1 - beta1) / (1 - pow(beta1, n)) *
           sqrt((1 - pow(beta2, n)) * (1 - pow(ratio, n)) /
                ((1 - beta2) * (1 - ratio)));
}

enum pattern { GROWING, CONSTANT, PATTERNLESS, ALTERNATING };
static const char *const patterns[] = {"growing", "constant_gradient",
                                       "any_gradients", "alternating"};

/* Growing gradients start so low that squares keep within a double's range. */
static double gradient_of(enum pattern pattern, const struct settings *s,
                          size_t k) {
    return pattern == GROWING ? 0x1p-400 * pow(s->beta2 / s->beta1, (double)k)
           : pattern == CONSTANT    ? 1
           : pattern == PATTERNLESS ? any_gradient(k)
                                    : alternating(1, k);
}

static void add_direction(struct inquiry *q, enum pattern pattern,
                          enum sign sign, double share) {
    static const double betas[][2] = {{0.9, 0.999}, {0.5, 0.9}};
    size_t checkpoints[CHECKPOINTS_MAX],
        count = checkpoints_between(1, 500, 12, checkpoints);
    for (size_t b = 0; b < COUNT(betas); b++) {
        struct settings s = {
            .alpha = 1, .beta1 = betas[b][0], .beta2 = betas[b][1]};
        struct walker w = walker_at(&method_adamw, &s, 0);
        for (size_t k = 1, c = 0; c < count; k++) {
            w.x = (real){0};
            walk_on(&w, gradient_of(pattern, &s, k));
            if (k != checkpoints[c]) continue;
            c++;
            double most = longest_direction(s.beta1, s.beta2, k);
            inquiry_exact(q, patterns[pattern], "adamw", k, fabs(w.x[0]),
                          roundings(k) * DBL_EPSILON * most, sign,
                          share * most);
        }
    }
}
static void direction_is_bounded(struct inquiry *q) {
    for (enum pattern p = GROWING; p <= ALTERNATING; p++)
        add_direction(q, p, AT_MOST, 1);
}
static void direction_is_attained(struct inquiry *q) {
    add_direction(q, GROWING, EQUAL, 1);
}
static void direction_at_0_95(struct inquiry *q) {
    add_direction(q, GROWING, AT_MOST, 0.95);
}
/* beta1^2 > beta2: there is no D.  Gradients that fall by beta2 / beta1. */
static void direction_with_late_beta1(struct inquiry *q) {
    struct settings s = {.alpha = 1, .beta1 = 0.99, .beta2 = 0.9};
    struct walker w = walker_at(&method_adamw, &s, 0);
    for (size_t k = 1; k <= 200; k++) {
        w.x = (real){0};
        walk_on(&w, pow(s.beta2 / s.beta1, (double)k));
        if (k % 10 == 0)
            inquiry_exact(q, "falling", "adamw", k, fabs(w.x[0]),
                          roundings(k) * DBL_EPSILON * fabs(w.x[0]), AT_MOST,
                          10);
    }
}
CLAIM(bound_direction, BOUND, COMPUTE(direction_is_bounded),
      "Bound (8) for growing, constant, patternless and alternating gradients, "
      "for two pairs of $\\beta$.");
CLAIM(sharp_direction_is_attained, SHARPNESS, COMPUTE(direction_is_attained),
      "Gradients that grow by $\\beta_2/\\beta_1$ attain (8) at every $k$.");
CLAIM(sharp_direction_fails_at_0_95, CONTROL, COMPUTE(direction_at_0_95),
      "They exceed 0.95 of it.");
/**
Without $\beta_1^2<\beta_2$ no number bounds $d$ for all $k$:
*/
CLAIM(
    control_no_bound_of_the_direction, CONTROL,
    COMPUTE(direction_with_late_beta1),
    "With $\\beta_1=0.99$, $\\beta_2=0.9$ the direction would stay below 10.");
/**
### And how far the weights go

Let $|d^{(k)}|\le D$ for all $k$ and $\alpha\lambda\le1$. By (2), $|x^{(k)}|$ is
at most a mean of $|x^{(k-1)}|$ and $D/\lambda$:
$$|x^{(k)}|\le(1-\alpha\lambda)|x^{(k-1)}|+\alpha\lambda\,\frac D\lambda,\quad\text{hence}\quad|x^{(k)}|\le\max\Bigl(|x^{(0)}|,\frac D\lambda\Bigr). \tag{9}$$
This holds for **every** sequence of gradients, convex or not, noisy or not.
Adam has no such bound, and Adam with $\ell_2$ goes to where $g+\lambda x=0$,
however far that is. It is attained in the limit: under a constant gradient
$D=1$ and $x^{(k)}\to-\frac1\lambda$, under growing gradients $x\to-\frac
D\lambda$.
*/
static void add_bounded(struct inquiry *q, const struct method *method,
                        enum pattern pattern, double alpha, double start,
                        double scale, double share) {
    size_t checkpoints[CHECKPOINTS_MAX],
        count = checkpoints_between(1, pattern == GROWING ? 3000 : 30000, 8,
                                    checkpoints);
    struct settings s = strong(method);
    s.alpha = alpha;
    s.eps = 0;
    double D = pattern == CONSTANT
                   ? 1
                   : (1 - s.beta1) / sqrt((1 - s.beta2) *
                                          (1 - s.beta1 * s.beta1 / s.beta2));
    struct walker w = walker_at(method, &s, start);
    for (size_t k = 1, c = 0; c < count; k++) {
        walk_on(&w, scale * gradient_of(pattern, &s, k));
        if (k != checkpoints[c]) continue;
        c++;
        double most = share * fmax(fabs(start), D / lambda);
        /* d errs as averages do, and x adds up at most 1/(alpha lambda) of alpha d's errors. */
        inquiry_exact(q, patterns[pattern], method->id, k, fabs(w.x[0]),
                      roundings(k) * DBL_EPSILON * D / lambda, AT_MOST, most);
    }
}
static void adamw_is_bounded(struct inquiry *q) {
    for (enum pattern p = GROWING; p <= ALTERNATING; p++)
        add_bounded(q, &method_adamw, p, rate, 0, 1, 1);
    add_bounded(q, &method_adamw, GROWING, 1 / lambda, 0, 1, 1);
    add_bounded(q, &method_adamw, PATTERNLESS, rate, -20, 1, 1);
    add_bounded(q, &method_adamw, PATTERNLESS, rate, 0, 1e6, 1);
    add_bounded(q, &method_adamw, CONSTANT, rate, 0, 100, 1);
}
static void adamw_at_0_95(struct inquiry *q) {
    add_bounded(q, &method_adamw, CONSTANT, rate, 0, 1, 0.95);
    add_bounded(q, &method_adamw, GROWING, rate, 0, 1, 0.95);
}
static void adam_is_bounded(struct inquiry *q) {
    add_bounded(q, &method_adam, CONSTANT, rate, 0, 1, 1);
}
static void adam_l2_is_bounded(struct inquiry *q) {
    add_bounded(q, &method_adam_l2, CONSTANT, rate, 0, 100, 1);
}
/* Where it ends instead. */
static void compute_adam_l2_goes_on(struct inquiry *q) {
    struct settings s = strong(&method_adam_l2);
    struct walker w = walker_at(&method_adam_l2, &s, 0);
    while (w.k < 30000) walk_on(&w, 100);
    inquiry_exact(q, "constant_gradient", "adam_l2", w.k, fabs(w.x[0]),
                  1e5 * DBL_EPSILON * 100 / lambda, AT_LEAST,
                  0.99 * 100 / lambda);
}
static void large_alpha(struct inquiry *q) {
    add_bounded(q, &method_adamw, CONSTANT, 2.01 / lambda, 0, 1, 1);
}
CLAIM(bound_weights, BOUND, COMPUTE(adamw_is_bounded),
      "Bound (9) for AdamW: eight sequences of gradients, starts and steps up "
      "to $\\alpha\\lambda=1$.");
CLAIM(sharp_weights_fail_at_0_95, CONTROL, COMPUTE(adamw_at_0_95),
      "0.95 of (9) is exceeded, under constant and under growing gradients.");
CLAIM(control_adam, CONTROL, COMPUTE(adam_is_bounded),
      "Bound (9) for Adam, under a constant gradient.");
CLAIM(control_adam_l2, CONTROL, COMPUTE(adam_l2_is_bounded),
      "Bound (9) for Adam with $\\ell_2$, under a constant gradient of size "
      "100.");
CLAIM(adam_l2_goes_on, SHARPNESS, COMPUTE(compute_adam_l2_goes_on),
      "Under that gradient Adam with $\\ell_2$ has come to 0.99 of "
      "$100/\\lambda$ after $3\\cdot10^4$ steps.");
CLAIM(control_alpha_lambda_above_1, CONTROL, COMPUTE(large_alpha),
      "Bound (9) with $\\alpha\\lambda=2.01$.");
/**
@figure bounded A constant gradient of size 100: AdamW's weights stop at 1/λ,
    those of Adam with l2 go on to 100/λ
*/

static const struct claim *const claims[] = {
    gradient_of_half_the_square,
    control_gradient_of_the_square,
    sgd_is_the_same,
    control_adams_are_the_same,
    line_1_decay_of_adam_l2,
    line_2_decay_of_adamw,
    bound_rate_from_above,
    bound_rate_from_below,
    sharp_rate_from_above_fails_at_0_95,
    sharp_rate_from_below_fails_at_1_05,
    rate_of_adamw,
    control_rate_without_scale,
    left_by_adamw,
    control_left_by_adam_l2,
    scaled_by_powers_of_two,
    scaled_by_any_factor,
    control_scaled_adam_l2,
    control_scaled_with_epsilon,
    shrinking_first_is_the_same,
    shrinking_after_differs_by_6,
    control_shrinking_after,
    bound_direction,
    sharp_direction_is_attained,
    sharp_direction_fails_at_0_95,
    control_no_bound_of_the_direction,
    bound_weights,
    sharp_weights_fail_at_0_95,
    control_adam,
    control_adam_l2,
    adam_l2_goes_on,
    control_alpha_lambda_above_1};

static const struct drawing drawings[] = {
    {.name = "decay",
     .title = {"What decay leaves of a weight: λ = 0.5, α = 0.01",
               "Что затухание оставляет от веса: λ = 0.5, α = 0.01"},
     .x = {"iteration k", "итерация k"},
     .y = {"half the difference", "полуразность"},
     .linear_y = true,
     .curves = {{"left_by_adamw", 0, {"AdamW, every c", "AdamW, любое c"}},
                {"control_left_by_adam_l2",
                 0,
                 {"Adam + l_2, c = 1", "Adam + l_2, c = 1"}},
                {"control_left_by_adam_l2",
                 1,
                 {"Adam + l_2, c = 10", "Adam + l_2, c = 10"}},
                {"control_left_by_adam_l2",
                 2,
                 {"Adam + l_2, c = 100", "Adam + l_2, c = 100"}}}},
    {.name = "bounded",
     .title = {"A constant gradient of size 100, λ = 0.5",
               "Постоянный градиент величины 100, λ = 0.5"},
     .x = {"iteration k", "итерация k"},
     .y = {"|x_k|", "|x_k|"},
     .curves = {{"bound_weights", 7, {"AdamW", "AdamW"}},
                {"control_adam_l2", 0, {"Adam + l_2", "Adam + l_2"}}}},
};

const struct theorem theorem_adamw_decouples = {
    .id = "adamw_decouples",
    .title = {"AdamW decouples weight decay", "AdamW отделяет затухание весов"},
    .source = "AdamW",
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## References

- I. Loshchilov, F. Hutter, *Decoupled weight decay regularization*, ICLR 2019
  (arXiv:1711.05101): AdamW; proposition 1 is (3), proposition 2 that no
  $\ell_2$ term makes Adam decay as AdamW does.
- D. Kingma, J. Ba, *Adam: a method for stochastic optimization*, ICLR 2015
  (arXiv:1412.6980), section 2.1: the step does not depend on the gradients'
  scale.
- S. Xie, Z. Li, *Implicit bias of AdamW: $\ell_\infty$-norm constrained
  optimization*, ICML 2024 (arXiv:2404.04454): the box of (9) is where AdamW
  minimises.
*/
