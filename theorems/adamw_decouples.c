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
/**ru 2917968144
# AdamW отделяет затухание весов

Лекция утверждает (слайд «AdamW»):

> Стандартная $\ell_2$-регуляризация добавляет $\lambda \|x\|^2$ к функции
> потерь, что приводит к градиентному слагаемому $\lambda x$. В Adam это
> слагаемое масштабируется адаптивным шагом обучения $(\sqrt{\hat{v}_j} +
> \epsilon)$, связывая затухание весов (weight decay) с величинами градиента.
> AdamW разделяет затухание весов от шага адаптации градиентов.
> $$x_j^{(k)} = x_j^{(k-1)} - \alpha \left( \frac{\hat{m}_j}{\sqrt{\hat{v}_j} + \epsilon} + \lambda x_j^{(k-1)} \right)$$

В формулах: пусть $g^{(1)},g^{(2)},\dots$ — градиенты одной лишь функции
потерь. Adam, в котором вместо $g$ стоит $g+\lambda x$ («Adam с $\ell_2$»),
изменяет координату так:
$$x^{(k)}=x^{(k-1)}-\alpha\,\frac{\hat m^{(k)}}{\sqrt{\hat v^{(k)}}+\epsilon}-\frac{\alpha\lambda}{\sqrt{\hat v^{(k)}}+\epsilon}\,\bar x^{(k)}, \tag{1}$$
где $\hat m$ — среднее градиентов функции потерь, $\hat v$ — среднее величин
$(g+\lambda x)^2$, а $\bar x^{(k)}$ — такое же среднее, как $\hat m$, но точек
$x^{(0)},\dots,x^{(k-1)}$. Веса затухают здесь со скоростью
$\frac{\alpha\lambda}{\sqrt{\hat v}+\epsilon}$: где градиенты функции потерь
во сто раз больше, там вес затухает во сто раз медленнее. У AdamW
$$x^{(k)}=(1-\alpha\lambda)\,x^{(k-1)}-\alpha\,d^{(k)},\qquad d^{(k)}=\frac{\hat m^{(k)}}{\sqrt{\hat v^{(k)}}+\epsilon}, \tag{2}$$
и $d$ ничего не знает о $\lambda$: скорость равна $\alpha\lambda$ при любом
масштабе.

@figure decay Что остаётся от веса при градиентах потерь ±c: у AdamW одно и то
    же при любом c; если слагаемое l2 входит в градиент, остаток зависит от c

## Что нужно {#what-it-needs}

- Для (1) и (2) от градиентов не требуется ничего. Чтобы *скорость* в (1) была
  примерно $\frac{\alpha\lambda}c$, градиенты функции потерь должны иметь
  величину $c$, большую по сравнению с $\lambda|x|$; насколько большую,
  говорит двусторонняя оценка [ниже](#the-rate).
- $\alpha\lambda\le1$, чтобы точки оставались ограниченными.
*/
#include "shared/coordinate.h"

HYPOTHESIS(steps_contract, "$\\alpha\\lambda\\le1$", "$\\alpha\\lambda\\le1$",
           NULL);
HYPOTHESIS(m_forgets_faster, "$\\beta_1^2<\\beta_2$", "$\\beta_1^2<\\beta_2$",
           NULL);
HYPOTHESIS(no_epsilon, "$\\epsilon=0$, for scale invariance",
           "$\\epsilon=0$ для инвариантности к масштабу", NULL);
static const struct hypothesis *const hypotheses[] = {
    steps_contract, m_forgets_faster, no_epsilon};

/* A strong decay, so that few steps show it; rate is alpha. */
static const double lambda = 0.5, rate = 0.01;
static struct walker strong(const struct method *method,
                            const struct sequence *under, double c) {
    struct settings s = method_settings(method);
    s.alpha = rate;
    s.weight_decay = lambda;
    return (struct walker){method, s, .under = under, .scale = c,
                           .x = real_all(1)};
}
static const double scales[] = {1, 10, 100, 1000};
/**
## The gradient of the penalty

$\frac{\partial}{\partial x_j}\|x\|^2=2x_j$. So it is $\frac\lambda2\|x\|^2$
that leads to the term $\lambda x$, not $\lambda\|x\|^2$. The difference
quotient $\frac{h(x+te_j)-h(x-te_j)}{2t}$ of a quadratic is its derivative,
exactly, for every $t$; here $t=\frac12$.
*/
/**ru 1560135308
## Градиент штрафа

$\frac{\partial}{\partial x_j}\|x\|^2=2x_j$. Поэтому к слагаемому $\lambda x$
приводит $\frac\lambda2\|x\|^2$, а не $\lambda\|x\|^2$. Разностное отношение
$\frac{h(x+te_j)-h(x-te_j)}{2t}$ квадратичной функции равно её производной
точно, при любом $t$; здесь $t=\frac12$.
*/
static void differentiate(struct inquiry *q) {
    static const double x[4] = {1, -2.5, 0.125, 30};
    const double *factor = q->with;
    for (size_t j = 0; j < COUNT(x); j++) {
        double side[2] = {0, 0};
        for (int up = 0; up < 2; up++)
            for (size_t i = 0; i < COUNT(x); i++) {
                double y = x[i] + (i == j ? up - 0.5 : 0);
                side[up] += *factor * lambda * y * y;
            }
        double error = 8 * DBL_EPSILON * (side[0] + side[1]);
        inquiry_exact(q, "penalty", "difference_quotient", j + 1,
                      side[1] - side[0], error, EQUAL, lambda * x[j]);
    }
}
static const double half = 0.5, full = 1;
CLAIM(gradient_of_half_the_square, IDENTITY, COMPUTE(differentiate, &half),
      "That of $\\frac\\lambda2\\|x\\|^2$, for $j=k$, is $\\lambda x_k$.",
      "Производная функции $\\frac\\lambda2\\|x\\|^2$ при $j=k$ равна "
      "$\\lambda x_k$.");
CLAIM(control_gradient_of_the_square, CONTROL, COMPUTE(differentiate, &full),
      "That of $\\lambda\\|x\\|^2$, for $j=k$, is $\\lambda x_k$.",
      "Производная функции $\\lambda\\|x\\|^2$ при $j=k$ равна $\\lambda "
      "x_k$.");
/**
@erratum control_gradient_of_the_square «добавляет $\lambda \|x\|^2$ к функции
    потерь, что приводит к градиентному слагаемому $\lambda x$» :: The gradient
    of $\lambda\|x\|^2$ is $2\lambda x$; the term $\lambda x$ belongs to
    $\frac\lambda2\|x\|^2$.

## SGD does not tell the two apart

$$x-\alpha(g+\lambda x)=(1-\alpha\lambda)\,x-\alpha g: \tag{3}$$
with plain SGD an $\ell_2$ term *is* weight decay. With Adam it is not.
*/
/**ru 2312023464
@erratum control_gradient_of_the_square «добавляет $\lambda \|x\|^2$ к функции
    потерь, что приводит к градиентному слагаемому $\lambda x$» :: Градиент
    функции $\lambda\|x\|^2$ равен $2\lambda x$; слагаемое $\lambda x$
    соответствует штрафу $\frac\lambda2\|x\|^2$.

## SGD не различает то и другое

$$x-\alpha(g+\lambda x)=(1-\alpha\lambda)\,x-\alpha g: \tag{3}$$
для обычного SGD слагаемое $\ell_2$ *и есть* затухание весов. Для Adam это не
так.
*/
static void decay_sgd(struct inquiry *q) {
    struct walker inside = strong(&method_sgd, NULL, 1);
    double x = 1;
    for (size_t k = 1; k <= 300; k++) {
        walk_on(&inside, any_gradient(k) + lambda * inside.x[0]);
        x = (1 - rate * lambda) * x - rate * any_gradient(k);
        if (!recorded(k)) continue;
        /* Each step rounds a few numbers below 6. */
        inquiry_exact(q, "any_gradients", "sgd", k, inside.x[0],
                      4 * (double)k * DBL_EPSILON, EQUAL, x);
    }
}
static struct compared same_point(const struct way *w) {
    double error = average_error(w->a.k) * 12;
    return (struct compared){w->a.x[0], w->b.x[0], error, EQUAL};
}
static void decay_adam(struct inquiry *q) {
    struct walker inside = strong(&method_adam_l2, &patternless, 1),
                  apart = strong(&method_adamw, &patternless, 1);
    follow(q, (struct way){inside, 300, 0, same_point, .b = apart}, "from 1");
}
CLAIM(sgd_is_the_same, IDENTITY, COMPUTE(decay_sgd), "SGD walks as (3) says.",
      "SGD идёт так, как говорит (3).");
CLAIM(control_adams_are_the_same, CONTROL, COMPUTE(decay_adam),
      "Adam with $\\ell_2$ would walk as AdamW does.",
      "Adam с $\\ell_2$ шёл бы так же, как AdamW.");
/**
## The proof of (1) and (2), line by line

### Line 1. The average of a sum

Averages are linear: that of $g+\lambda x$ is $\hat m+\lambda\bar x$. Dividing
by $\sqrt{\hat v}+\epsilon$, where $\hat v$ averages $(g+\lambda x)^2$, gives
(1). Held against the program: what a step of Adam with $\ell_2$ adds to the
loss's own part, $x^{(k-1)}-x^{(k)}-\alpha\frac{\hat m}{\sqrt{\hat
v}+\epsilon}$, with $\hat m$ and $\hat v$ from an independent formula.
*/
/**ru 455334693
## Доказательство (1) и (2) строка за строкой

### Строка 1. Среднее суммы

Усреднение линейно: среднее величин $g+\lambda x$ равно $\hat m+\lambda\bar
x$. Деление на $\sqrt{\hat v}+\epsilon$, где $\hat v$ усредняет $(g+\lambda
x)^2$, даёт (1). С программой сравнивается то, что шаг Adam с $\ell_2$
добавляет к собственной части функции потерь,
$x^{(k-1)}-x^{(k)}-\alpha\frac{\hat m}{\sqrt{\hat v}+\epsilon}$, где $\hat m$
и $\hat v$ вычислены по независимой формуле.
*/
/* What there is of the last step of Adam with l2 or AdamW. */
struct decay {
    struct average m, v, x;
    double largest, X;    /* gradient of the loss, and |x|, so far */
    double seen;          /* the step less the loss's part */
    double rate, acts_on; /* of which this is the product, by (1) or (2) */
    double error;
};
static void look_at(const struct walker *w, struct decay *d) {
    bool inside = w->method == &method_adam_l2;
    double x = w->before, g = w->g, felt = inside ? g + lambda * x : g,
           m = averaged(&d->m, g), scale = sqrt(averaged(&d->v, felt * felt)),
           mean = averaged(&d->x, x), eps = w->settings.eps;
    d->largest = larger(d->largest, fabs(g));
    d->X = larger(d->X, fabs(x));
    d->seen = x - w->x[0] - rate * m / (scale + eps);
    d->rate = rate * lambda / (inside ? scale + eps : 1);
    d->acts_on = inside ? mean : x;
    d->error =
        average_error(w->k) * (fabs(x) + fabs(w->x[0]) +
                               rate * (d->largest + lambda) / (scale + eps));
}
static struct compared decay_itself(const struct way *w) {
    const struct decay *d = w->state;
    look_at(&w->a, w->state);
    return (struct compared){d->seen, d->rate * d->acts_on, d->error, EQUAL};
}
static void hold(struct inquiry *q, struct walker w, size_t steps,
                 struct compared (*compare)(const struct way *)) {
    double beta1 = w.settings.beta1, beta2 = w.settings.beta2;
    struct decay d = {.m.beta = beta1, .v.beta = beta2, .x.beta = beta1};
    struct way way = {w, steps, 0, compare, .with = q->with, .state = &d};
    follow(q, way, "times %g, from %g", w.scale, w.x[0]);
}
static void decays(struct inquiry *q) {
    hold(q, strong(q->with, &patternless, 1), 200, decay_itself);
    for (size_t i = 0; i < COUNT(scales); i++)
        hold(q, strong(q->with, &alternating, scales[i]), 200, decay_itself);
}
CLAIM(line_1_decay_of_adam_l2, PROOF_LINE, COMPUTE(decays, &method_adam_l2),
      "Equation (1): the decay in every step of Adam with $\\ell_2$.",
      "Равенство (1): затухание на каждом шаге Adam с $\\ell_2$.");
/**
### Line 2. AdamW

With AdamW $m$ and $v$ are averages of the loss's gradients alone, and $\lambda
x$ is added outside of them: (2) is the slide's formula in another order.
$\blacksquare$ The same difference as in line 1 is $\alpha\lambda x^{(k-1)}$.
*/
/**ru 660793158
### Строка 2. AdamW

В AdamW $m$ и $v$ — средние по градиентам одной лишь функции потерь, а
$\lambda x$ прибавляется вне их: (2) — это формула слайда, записанная в другом
порядке. $\blacksquare$ Та же разность, что и в строке 1, равна $\alpha\lambda
x^{(k-1)}$.
*/
CLAIM(line_2_decay_of_adamw, PROOF_LINE, COMPUTE(decays, &method_adamw),
      "Equation (2): it is $\\alpha\\lambda x^{(k-1)}$ under AdamW.",
      "Равенство (2): у AdamW она равна $\\alpha\\lambda x^{(k-1)}$.");
/**
## The rate

Let all loss gradients be $\pm c$ with $c>\lambda X$, and $|x^{(i)}|\le X$ so
far. Then $|g+\lambda x|$ lies between $c-\lambda X$ and $c+\lambda X$, and so
does $\sqrt{\hat v}$, the root of a mean of squares. The rate of Adam with
$\ell_2$ is therefore
$$\frac{\alpha\lambda}{c+\lambda X+\epsilon}\le\frac{\text{decay in step }k}{\bar x^{(k)}}\le\frac{\alpha\lambda}{c-\lambda X+\epsilon}. \tag{4}$$
Gradients alternate, $c=1,10,100,1000$, $\lambda=0.5$, $\alpha=0.01$,
$x^{(0)}=1$; and $c=10$ with $x^{(0)}=\pm4$, where the first step attains the
left side, or the right one. The rate of AdamW is $\alpha\lambda$.
*/
/**ru 2062634924
## Скорость {#the-rate}

Пусть все градиенты функции потерь равны $\pm c$, где $c>\lambda X$, и до сих
пор $|x^{(i)}|\le X$. Тогда $|g+\lambda x|$ лежит между $c-\lambda X$ и
$c+\lambda X$, и там же лежит $\sqrt{\hat v}$ как корень из среднего
квадратов. Поэтому для скорости Adam с $\ell_2$
$$\frac{\alpha\lambda}{c+\lambda X+\epsilon}\le\frac{\text{затухание на шаге }k}{\bar x^{(k)}}\le\frac{\alpha\lambda}{c-\lambda X+\epsilon}. \tag{4}$$
Градиенты чередуют знак, $c=1,10,100,1000$, $\lambda=0.5$, $\alpha=0.01$,
$x^{(0)}=1$; кроме того, $c=10$ с $x^{(0)}=\pm4$, где первый шаг достигает
левой части или правой. Скорость AdamW равна $\alpha\lambda$.
*/
/* What the rate, over alpha lambda, is held against: `times` the left (1) or
 * right (-1) side of (4), or AdamW's rate (0). */
struct rate {
    const struct method *method;
    int side;
    double times;
};
static struct compared rate_itself(const struct way *w) {
    static const enum sign signs[] = {AT_MOST, EQUAL, AT_LEAST};
    const struct rate *a = w->with;
    const struct decay *d = w->state;
    look_at(&w->a, w->state);
    double size = w->a.scale + a->side * lambda * d->X + w->a.settings.eps,
           right = a->side == 0 ? 1 : 1 / size;
    return (struct compared){
        d->seen / d->acts_on / (rate * lambda), a->times * right,
        d->error / fabs(d->acts_on) / (rate * lambda), signs[a->side + 1]};
}
static void rates(struct inquiry *q) {
    const struct rate *a = q->with;
    /* (4) is tight where c is large beside lambda X, */
    for (size_t i = a->side && a->times != 1 ? 2 : 0; i < COUNT(scales); i++)
        hold(q, strong(a->method, &alternating, scales[i]), 300, rate_itself);
    if (a->times != 1) return;
    /* and at the first step: where x and g agree in sign, or do not. */
    for (int sign = -1; sign <= 1; sign += 2) {
        struct walker far = strong(a->method, &alternating, 10);
        far.x = real_all(4 * sign);
        hold(q, far, 300, rate_itself);
    }
}
static const struct rate above = {&method_adam_l2, -1, 1},
                         below = {&method_adam_l2, 1, 1},
                         above_0_95 = {&method_adam_l2, -1, 0.95},
                         below_1_05 = {&method_adam_l2, 1, 1.05},
                         of_adamw = {&method_adamw, 0, 1},
                         without_scale = {&method_adam_l2, 0, 1};
CLAIM(bound_rate_from_above, BOUND, COMPUTE(rates, &above),
      "The right side of (4); rates are over $\\alpha\\lambda$.",
      "Правая часть (4); скорости отнесены к $\\alpha\\lambda$.");
CLAIM(bound_rate_from_below, BOUND, COMPUTE(rates, &below), "The left one.",
      "Левая часть.");
CLAIM(sharp_rate_from_above_fails_at_0_95, CONTROL, COMPUTE(rates, &above_0_95),
      "0.95 of the right side is a bound.",
      "Правая часть, умноженная на 0,95, — тоже оценка сверху.");
CLAIM(sharp_rate_from_below_fails_at_1_05, CONTROL, COMPUTE(rates, &below_1_05),
      "1.05 of the left side is a bound.",
      "Левая часть, умноженная на 1,05, — тоже оценка снизу.");
CLAIM(rate_of_adamw, IDENTITY, COMPUTE(rates, &of_adamw),
      "The rate of AdamW is $\\alpha\\lambda$, for every $c$.",
      "Скорость AdamW равна $\\alpha\\lambda$ при любом $c$.");
CLAIM(control_rate_without_scale, CONTROL, COMPUTE(rates, &without_scale),
      "So is that of Adam with $\\ell_2$.",
      "Такова же скорость Adam с $\\ell_2$.");
/**
### In the long run

Two weights that start at $+1$ and $-1$ and see the same loss gradients: half of
their difference is what decay has left, for the loss pushes both alike. With
AdamW it is exactly
$$\tfrac12\bigl(x^{(k)}_+-x^{(k)}_-\bigr)=(1-\alpha\lambda)^k, \tag{5}$$
for any gradients of any scale. With Adam and $\ell_2$ it follows $c$.
*/
/**ru 1252449659
### За много шагов

Возьмём два веса, которые начинают с $+1$ и $-1$ и видят одни и те же
градиенты функции потерь: половина их разности — это то, что оставило
затухание, ведь функция потерь толкает оба одинаково. У AdamW она равна в
точности
$$\tfrac12\bigl(x^{(k)}_+-x^{(k)}_-\bigr)=(1-\alpha\lambda)^k, \tag{5}$$
при любых градиентах любого масштаба. У Adam с $\ell_2$ она зависит от $c$.
*/
/* Both see the same d; a step rounds numbers of the size of x, and alpha times
 * some of d's size, 8 at most. */
static struct compared left(const struct way *w) {
    real up = w->a.x, down = w->b.x;
    double size = fabs(up[0]) + fabs(down[0]) + 2, k = (double)w->a.k;
    return (struct compared){(up - down)[0] / 2, pow(1 - rate * lambda, k),
                             4 * (k + 2) * DBL_EPSILON * size, EQUAL};
}
static void hold_left(struct inquiry *q, const struct sequence *under) {
    for (size_t i = 0; i < COUNT(scales); i++) {
        struct walker up = strong(q->with, under, scales[i]), down = up;
        down.x = -up.x;
        follow(q, (struct way){up, 1000, 20, left, .b = down}, "times %g",
               up.scale);
    }
}
static void decay_alone(struct inquiry *q) {
    hold_left(q, &alternating);
    if (q->with == &method_adamw) hold_left(q, &patternless);
}
CLAIM(left_by_adamw, IDENTITY, COMPUTE(decay_alone, &method_adamw),
      "Equation (5) for AdamW, under $\\pm c$ and gradients of no pattern.",
      "Равенство (5) для AdamW при градиентах $\\pm c$ и градиентах без "
      "закономерности.");
CLAIM(control_left_by_adam_l2, CONTROL, COMPUTE(decay_alone, &method_adam_l2),
      "Equation (5) for Adam with $\\ell_2$.",
      "Равенство (5) для Adam с $\\ell_2$.");
/**
## Scale invariance

For $\epsilon=0$ the direction $\hat m/\sqrt{\hat v}$ does not change when all
gradients are multiplied by $c>0$, so neither do the paths of Adam and AdamW. If
$c$ is a power of two, not a single bit changes, since then every product, sum,
root and quotient just changes its exponent; for other $c$ they differ by
rounding. The decay of Adam with $\ell_2$ does change, and so does anything if
$\epsilon$ is not small beside $c$.
*/
/**ru 24904178
## Инвариантность к масштабу

При $\epsilon=0$ направление $\hat m/\sqrt{\hat v}$ не меняется, если все
градиенты умножить на $c>0$; значит, не меняются и траектории Adam и AdamW.
Если $c$ — степень двойки, не меняется ни один бит, потому что тогда у каждого
произведения, суммы, корня и частного меняется только показатель; при других
$c$ траектории различаются на ошибки округления. Затухание Adam с $\ell_2$ при
этом меняется, как и всё остальное, если $\epsilon$ не мало рядом с $c$.
*/
/* x_k under gradients c g against x_k under g; up to `with` times the error of
 * averages in each step's direction, which is 8 at most. */
static struct compared unmoved(const struct way *w) {
    const double *times = w->with;
    double k = (double)w->a.k,
           error = *times * k * rate * average_error(w->a.k) * 16;
    return (struct compared){w->a.x[0], w->b.x[0], error, EQUAL};
}
static void hold_scaled(struct inquiry *q, const struct method *method,
                        double c, double eps, double inexact) {
    struct walker scaled = strong(method, &patternless, c), plain;
    scaled.settings.eps = eps;
    plain = scaled;
    plain.scale = 1;
    follow(q, (struct way){scaled, 200, 0, unmoved, &inexact, .b = plain},
           "times %g", c);
}
static void scale(struct inquiry *q) {
    for (double c = 0x1p-100; c <= 0x1p100; c *= 0x1p50) {
        hold_scaled(q, &method_adam, c, 0, 0);
        hold_scaled(q, &method_adamw, c, 0, 0);
    }
    hold_scaled(q, &method_adam, 1000.0 / 3, 0, 1);
    hold_scaled(q, &method_adamw, 1000.0 / 3, 0, 1);
    hold_scaled(q, &method_adamw, 1e-7, 0, 1);
}
static void scale_adam_l2(struct inquiry *q) {
    hold_scaled(q, &method_adam_l2, 1024, 0, 1);
}
static void scale_with_eps(struct inquiry *q) {
    hold_scaled(q, &method_adamw, 0x1p-30, 1e-8, 1);
}
CLAIM(scaled, IDENTITY, COMPUTE(scale),
      "A factor $c$ changes no path of Adam or AdamW, and no bit if $c=2^i$.",
      "Множитель $c$ не меняет ни одной траектории Adam и AdamW, а при "
      "$c=2^i$ — ни одного бита.");
CLAIM(control_scaled_adam_l2, CONTROL, COMPUTE(scale_adam_l2),
      "The factor 1024 changes no path of Adam with $\\ell_2$.",
      "Множитель 1024 не меняет ни одной траектории Adam с $\\ell_2$.");
CLAIM(control_scaled_with_epsilon, CONTROL,
      DROPS(no_epsilon, COMPUTE(scale_with_eps)),
      "With $\\epsilon=10^{-8}$ the factor $2^{-30}$ changes none of AdamW.",
      "При $\\epsilon=10^{-8}$ множитель $2^{-30}$ не меняет ни одной "
      "траектории AdamW.");
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
/**ru 1480240946
## До шага или после

> Слагаемое затухания весов $\lambda x_j^{(k-1)}$ добавляется после
> адаптивного шага по градиенту.

Добавляется слагаемое *старой* точки, $x^{(k-1)}$: так в формуле, и так
говорит сама фраза. Поэтому порядок не важен: сначала умножить $x$ на
$1-\alpha\lambda$, как делают программы, а потом прибавить шаг — то же самое.
Сжимать точку *после* шага — уже нечто другое, и разница равна
$$(1-\alpha\lambda)(x-\alpha d)-\bigl((1-\alpha\lambda)\,x-\alpha d\bigr)=\alpha^2\lambda\,d. \tag{6}$$
Шаг $d$ считывается с Adam без затухания, состояние которого то же, что у
AdamW.
*/
enum order { SHRINK_FIRST, SHRINK_AFTER, SHRINK_AFTER_LESS_6 };
static struct compared in_order(const struct way *w) {
    const enum order *order = w->with;
    double before = w->a.before, move = w->b.x[0], decay = rate * lambda,
           right = (before + move) * (1 - decay);
    if (*order == SHRINK_FIRST) right = before * (1 - decay) + move;
    if (*order == SHRINK_AFTER_LESS_6) /* in one rounding */
        right = fma(before + move, 1 - decay, decay * move);
    double error = 8 * DBL_EPSILON * (fabs(before) + fabs(move));
    return (struct compared){w->a.x[0], right, error, EQUAL};
}
static void hold_order(struct inquiry *q, enum order order, const char *name) {
    struct walker adamw = strong(&method_adamw, &patternless, 1),
                  adam = strong(&method_adam, &patternless, 1);
    adam.anew = true;
    follow(q, (struct way){adamw, 200, 0, in_order, &order, .b = adam}, "%s",
           name);
}
static void shrink(struct inquiry *q) {
    hold_order(q, SHRINK_FIRST, "before the step");
    hold_order(q, SHRINK_AFTER_LESS_6, "after it, less (6)");
}
static void shrink_after(struct inquiry *q) {
    hold_order(q, SHRINK_AFTER, "after the step");
}
CLAIM(shrinking, IDENTITY, COMPUTE(shrink),
      "AdamW shrinks $x$ first; shrinking it afterwards differs by (6).",
      "AdamW сжимает $x$ до шага; сжатие после него отличается на (6).");
CLAIM(control_shrinking_after, CONTROL, COMPUTE(shrink_after),
      "Shrinking the point after the step is the same.",
      "Сжатие точки после шага даёт то же самое.");
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
/**ru 1630282421
## Точки остаются ограниченными

### Какой длины может быть направление

Для скорректированных весов $p_i=\frac{1-\beta_1}{1-\beta_1^k}\beta_1^{k-i}$ и
$r_i=\frac{1-\beta_2}{1-\beta_2^k}\beta_2^{k-i}$ по неравенству
Коши–Буняковского
$$\hat m^2=\Bigl(\sum_i\frac{p_i}{\sqrt{r_i}}\cdot\sqrt{r_i}\,g^{(i)}\Bigr)^2\le\sum_i\frac{p_i^2}{r_i}\cdot\hat v, \tag{7}$$
каковы бы ни были градиенты, причём первая сумма — геометрическая прогрессия
со знаменателем $\varrho=\beta_1^2/\beta_2$:
$$|d^{(k)}|\le D_k=\frac{1-\beta_1}{1-\beta_1^k}\sqrt{\frac{(1-\beta_2^k)(1-\varrho^k)}{(1-\beta_2)(1-\varrho)}}. \tag{8}$$
Если $\varrho<1$, неравенство о средних
$\beta_2^k+\varrho^k\ge2\sqrt{\beta_2^k\varrho^k}=2\beta_1^k$ даёт
$(1-\beta_2^k)(1-\varrho^k)\le(1-\beta_1^k)^2$, так что $D_k\le
D=\frac{1-\beta_1}{\sqrt{(1-\beta_2)(1-\varrho)}}$ при всех $k$; при
$\beta_1=0.9$, $\beta_2=0.999$ это 7,27, и к этому числу граница (8)
стремится. Равенство в (7) требует, чтобы $g^{(i)}$ были пропорциональны
$p_i/r_i$, то есть чтобы градиенты на каждом шаге росли в $\beta_2/\beta_1$
раз: одна и та же последовательность достигает (8) при каждом $k$. При
постоянном градиенте $d=1$.
*/
static double longest_direction(double beta1, double beta2, size_t k) {
    double ratio = beta1 * beta1 / beta2, n = (double)k;
    return (1 - beta1) / (1 - pow(beta1, n)) *
           sqrt((1 - pow(beta2, n)) * (1 - pow(ratio, n)) /
                ((1 - beta2) * (1 - ratio)));
}
static const struct sequence *const sequences[] = {&growing, &constant,
                                                   &patternless, &alternating};
/* Directions under the first so many sequences are held against `times` (8). */
struct directions {
    size_t sequences;
    enum sign sign;
    double times;
};
static struct compared against_8(const struct way *w) {
    const struct directions *d = w->with;
    const struct settings *s = &w->a.settings;
    double most = longest_direction(s->beta1, s->beta2, w->a.k),
           error = average_error(w->a.k) * most;
    return (struct compared){fabs(w->a.x[0]), d->times * most, error, d->sign};
}
static void directions(struct inquiry *q) {
    static const double betas[][2] = {{0.9, 0.999}, {0.5, 0.9}};
    const struct directions *d = q->with;
    for (size_t i = 0; i < d->sequences; i++)
        for (size_t b = 0; b < COUNT(betas); b++) {
            struct settings s = {
                .alpha = 1, .beta1 = betas[b][0], .beta2 = betas[b][1]};
            struct walker w = {&method_adamw, s, .under = sequences[i],
                               .scale = 1, .anew = true};
            follow(q, (struct way){w, 500, 12, against_8, d, .b = {0}},
                   "betas %g, %g", s.beta1, s.beta2);
        }
}
static const struct directions all = {4, AT_MOST, 1}, attained = {1, EQUAL, 1},
                               less = {1, AT_MOST, 0.95};
CLAIM(bound_direction, BOUND, COMPUTE(directions, &all),
      "Bound (8) for gradients of four patterns and two pairs of $\\beta$.",
      "Оценка (8) для градиентов четырёх видов и двух пар $\\beta$.");
CLAIM(sharp_direction_is_attained, SHARPNESS, COMPUTE(directions, &attained),
      "Gradients that grow by $\\beta_2/\\beta_1$ attain (8) at every $k$.",
      "Градиенты, растущие в $\\beta_2/\\beta_1$ раз за шаг, достигают (8) "
      "при каждом $k$.");
CLAIM(sharp_direction_fails_at_0_95, CONTROL, COMPUTE(directions, &less),
      "0.95 of it bounds them.", "Их ограничивает 0,95 этой оценки.");
/**
Without $\beta_1^2<\beta_2$ no number bounds $d$ for all $k$:
*/
/**ru 1564591152
Без условия $\beta_1^2<\beta_2$ никакое число не ограничивает $d$ сразу при
всех $k$:
*/
static void fall(struct inquiry *q) {
    struct settings s = {.alpha = 1, .beta1 = 0.99, .beta2 = 0.9};
    struct walker w = {&method_adamw, s, .anew = true};
    for (size_t k = 1; k <= 200; k++) {
        walk_on(&w, pow(s.beta2 / s.beta1, (double)k));
        double d = fabs(w.x[0]);
        if (k % 10 == 0)
            inquiry_exact(q, "falling", "adamw", k, d, average_error(k) * d,
                          AT_MOST, 10);
    }
}
CLAIM(control_no_bound_of_the_direction, CONTROL,
      DROPS(m_forgets_faster, COMPUTE(fall)),
      "For $\\beta_1=0.99$, $\\beta_2=0.9$ it stays below 10.",
      "При $\\beta_1=0.99$, $\\beta_2=0.9$ оно остаётся не больше 10.");
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
/**ru 3704077693
### И как далеко уходят веса

Пусть $|d^{(k)}|\le D$ при всех $k$ и $\alpha\lambda\le1$. Согласно (2),
$|x^{(k)}|$ не больше взвешенного среднего величин $|x^{(k-1)}|$ и
$D/\lambda$:
$$|x^{(k)}|\le(1-\alpha\lambda)|x^{(k-1)}|+\alpha\lambda\,\frac D\lambda,\quad\text{откуда}\quad|x^{(k)}|\le\max\Bigl(|x^{(0)}|,\frac D\lambda\Bigr). \tag{9}$$
Это верно для **любой** последовательности градиентов, выпукла функция или
нет, есть шум или нет. У Adam такой оценки нет, а Adam с $\ell_2$ идёт туда,
где $g+\lambda x=0$, как бы далеко это ни было. Оценка достигается в пределе:
при постоянном градиенте $D=1$ и $x^{(k)}\to-\frac1\lambda$, при растущих
градиентах $x\to-\frac D\lambda$.
*/
struct bounded {
    const char *claim;
    const struct method *method;
    const struct sequence *under;
    double alpha, start, scale, times; /* times (9) is the bound */
};
static const struct bounded bounded[] = {
    {"AdamW", &method_adamw, &growing, 0.01, 0, 1, 1},
    {"AdamW", &method_adamw, &constant, 0.01, 0, 1, 1},
    {"AdamW", &method_adamw, &patternless, 0.01, 0, 1, 1},
    {"AdamW", &method_adamw, &alternating, 0.01, 0, 1, 1},
    {"AdamW", &method_adamw, &growing, 2, 0, 1, 1},
    {"AdamW", &method_adamw, &patternless, 0.01, -20, 1, 1},
    {"AdamW", &method_adamw, &patternless, 0.01, 0, 1e6, 1},
    {"AdamW", &method_adamw, &constant, 0.01, 0, 100, 1},
    {"0.95", &method_adamw, &constant, 0.01, 0, 1, 0.95},
    {"0.95", &method_adamw, &growing, 0.01, 0, 1, 0.95},
    {"Adam", &method_adam, &constant, 0.01, 0, 1, 1},
    {"l2", &method_adam_l2, &constant, 0.01, 0, 100, 1},
    {"2.01", &method_adamw, &constant, 4.02, 0, 1, 1}};
static struct compared within_9(const struct way *w) {
    const struct bounded *a = w->with;
    double beta1 = w->a.settings.beta1, beta2 = w->a.settings.beta2;
    double longest =
               (1 - beta1) / sqrt((1 - beta2) * (1 - beta1 * beta1 / beta2)),
           D = a->under == &constant ? 1 : longest;
    /* d errs as averages do, and x adds up at most 1/(alpha lambda) of alpha
     * d's errors. */
    double most = a->times * larger(fabs(a->start), D / lambda),
           error = average_error(w->a.k) * D / lambda;
    return (struct compared){fabs(w->a.x[0]), most, error, AT_MOST};
}
static void stay(struct inquiry *q) {
    for (const struct bounded *a = bounded; a < bounded + COUNT(bounded); a++) {
        if (strcmp(q->with, a->claim) != 0) continue;
        size_t steps = a->under == &growing ? 3000 : 30000;
        struct walker w = strong(a->method, a->under, a->scale);
        w.x = real_all(a->start);
        w.settings.alpha = a->alpha;
        w.settings.eps = 0;
        follow(q, (struct way){w, steps, 8, within_9, .with = a},
               "alpha = %g, from %g, times %g", a->alpha, a->start, a->scale);
    }
}
static void go_on(struct inquiry *q) {
    struct walker w = strong(&method_adam_l2, &constant, 100);
    w.x = (real){0};
    while (w.k < 30000) walk_along(&w);
    inquiry_exact(q, "constant_gradient", "adam_l2", w.k, fabs(w.x[0]),
                  1e5 * DBL_EPSILON * 100 / lambda, AT_LEAST,
                  0.99 * 100 / lambda);
}
CLAIM(bound_weights, BOUND, COMPUTE(stay, "AdamW"), "Bound (9) for AdamW.",
      "Оценка (9) для AdamW.");
CLAIM(sharp_weights_fail_at_0_95, CONTROL, COMPUTE(stay, "0.95"),
      "0.95 of (9) is a bound, for constant and for growing gradients.",
      "Для постоянного и для растущих градиентов верна и оценка (9), "
      "умноженная на 0,95.");
CLAIM(control_adam, CONTROL, COMPUTE(stay, "Adam"), "Bound (9) for Adam.",
      "Оценка (9) для Adam.");
CLAIM(control_adam_l2, CONTROL, COMPUTE(stay, "l2"),
      "Bound (9) for Adam with $\\ell_2$.", "Оценка (9) для Adam с $\\ell_2$.");
CLAIM(adam_l2_goes_on, SHARPNESS, COMPUTE(go_on),
      "In $3\\cdot10^4$ steps it has come to 0.99 of $100/\\lambda$.",
      "За $3\\cdot10^4$ шагов он доходит до 0,99 от $100/\\lambda$.");
CLAIM(control_alpha_lambda_above_1, CONTROL,
      DROPS(steps_contract, COMPUTE(stay, "2.01")),
      "Bound (9) with $\\alpha\\lambda=2.01$.",
      "Оценка (9) при $\\alpha\\lambda=2.01$.");
/**
@figure bounded A constant gradient of size 100: AdamW's weights stop at 1/λ,
    those of Adam with l2 go on to 100/λ
*/
/**ru 1604963233
@figure bounded Постоянный градиент величины 100: веса AdamW останавливаются у
    1/λ, веса Adam с l2 идут дальше, до 100/λ
*/

static const struct claim *const claims[] = {
    gradient_of_half_the_square, control_gradient_of_the_square,
    sgd_is_the_same, control_adams_are_the_same, line_1_decay_of_adam_l2,
    line_2_decay_of_adamw, bound_rate_from_above, bound_rate_from_below,
    sharp_rate_from_above_fails_at_0_95, sharp_rate_from_below_fails_at_1_05,
    rate_of_adamw, control_rate_without_scale, left_by_adamw,
    control_left_by_adam_l2,
    /* besides the rate */
    scaled, control_scaled_adam_l2, control_scaled_with_epsilon, shrinking,
    control_shrinking_after, bound_direction, sharp_direction_is_attained,
    sharp_direction_fails_at_0_95, control_no_bound_of_the_direction,
    bound_weights, sharp_weights_fail_at_0_95, control_adam, control_adam_l2,
    adam_l2_goes_on, control_alpha_lambda_above_1};

static const struct drawing drawings[] = {
    {.name = "decay",
     .title =
         {"AdamW forgets a weight at one rate, Adam with l_2 by the gradient's "
          "size",
          "AdamW забывает вес одинаково, Adam с l_2 по величине градиента"},
     .y = {"half the difference", "полуразность"},
     .linear_y = true,
     .curves = {{"left_by_adamw", 0, {"AdamW, every c", "AdamW, любое c"}},
                {"control_left_by_adam_l2", 0, {"Adam + l_2, c = 1"}},
                {"control_left_by_adam_l2", 1, {"Adam + l_2, c = 10"}},
                {"control_left_by_adam_l2", 2, {"Adam + l_2, c = 100"}}}},
    {.name = "bounded",
     .title = {"AdamW's weight stops at 1/λ, that of Adam with l_2 goes on",
               "Вес AdamW останавливается у 1/λ, у Adam с l_2 растёт дальше"},
     .y = {"|x_k|"},
     .curves = {{"bound_weights", 7, {"AdamW"}},
                {"control_adam_l2", 0, {"Adam + l_2"}}}},
};

const struct theorem theorem_adamw_decouples = {
    .id = "adamw_decouples",
    .title = {"AdamW decouples weight decay", "AdamW отделяет затухание весов"},
    .source = "AdamW",
    HYPOTHESES(hypotheses),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise control_scaled_with_epsilon Somebody divides a loss, and so all its
    gradients, by $10^9$, and leaves $\epsilon=10^{-8}$ as it is. How does the
    first step of AdamW change, and does the loss or the decay gain weight?
    Compare
    `echo 1 | descent trace adamw --alpha 0.01 --weight-decay 0.5 --x0 1` with
    `echo 1e-9 | descent trace adamw --alpha 0.01 --weight-decay 0.5 --x0 1`.
    :: The decay takes $\alpha\lambda=0.005$ off in either case. The direction
    is $\frac g{g+\epsilon}$ and falls from 1 to $\frac1{11}$, so that the loss
    takes off 0.01 at first and about 0.0009 then: the points are 0.985 and
    about 0.994. Beside an $\epsilon$ that is not small, AdamW depends on the
    scale after all, and the decay prevails; with `--eps 0` both print 0.985.
@exercise sharp_direction_is_attained Compute $D$ for $\beta_1=0.5$,
    $\beta_2=0.9$. By how much is the box of (9) smaller than for $\beta_1=0.9$,
    $\beta_2=0.999$, which gradients attain (8), and why do they have to grow?
    `descent verify adamw_decouples/sharp_direction_is_attained` has the
    directions for both pairs. :: With $\varrho=\frac5{18}$ it is
    $D=0.5/\sqrt{0.1\cdot\frac{13}{18}}$, about 1.86 against 7.27: the box is
    about four times smaller. Equality in (7) makes gradients grow by
    $\beta_2/\beta_1=1.8$ a step. As $\beta_1<\beta_2$, $\hat m$ forgets faster
    than $\hat v$: it follows the last and largest gradients while $\hat v$
    still averages the small ones before them.
@exercise control_alpha_lambda_above_1 Where does (9) use $\alpha\lambda\le1$?
    Let $\lambda=0.5$, $\alpha=4.02$, and all gradients be 1; predict the first
    three points from $x^{(0)}=0$ and what becomes of them later, and check with
    `yes 1 | head -3 | descent trace adamw --alpha 4.02 --weight-decay 0.5`.
    :: A mean of $|x^{(k-1)}|$ and $D/\lambda$ needs weights that are not
    negative, that is $1-\alpha\lambda\ge0$. Here
    $x^{(k)}=-1.01\,x^{(k-1)}-4.02$, which makes $-4.02$, about 0.04 and about
    $-4.06$. The fixed point is $-\frac1\lambda=-2$ as ever, but the distance to
    it is multiplied by 1.01 each step, and doubles in about 70 steps; the first
    point already lies beyond the 2 that (9) allows.
*/
/**ru 2334231795
## Упражнения

@exercise control_scaled_with_epsilon Кто-то делит функцию потерь, а с ней и все
    её градиенты, на $10^9$ и оставляет прежнее $\epsilon=10^{-8}$. Как
    изменится первый шаг AdamW и что станет весомее, потери или затухание?
    Сравните
    `echo 1 | descent trace adamw --alpha 0.01 --weight-decay 0.5 --x0 1` и
    `echo 1e-9 | descent trace adamw --alpha 0.01 --weight-decay 0.5 --x0 1`.
    :: Затухание в обоих случаях отнимает $\alpha\lambda=0.005$. Направление
    равно $\frac g{g+\epsilon}$ и уменьшается с 1 до $\frac1{11}$, так что
    потери отнимают сперва 0,01, а потом около 0,0009: получаются точки 0,985 и
    около 0,994. Рядом с $\epsilon$, которое не мало, AdamW всё же зависит от
    масштаба, и затухание берёт верх; с `--eps 0` обе команды дают 0,985.
@exercise sharp_direction_is_attained Вычислите $D$ при $\beta_1=0.5$,
    $\beta_2=0.9$. Насколько куб (9) меньше, чем при $\beta_1=0.9$,
    $\beta_2=0.999$, на каких градиентах (8) достигается и почему им нужно
    расти? В `descent verify adamw_decouples/sharp_direction_is_attained` есть
    направления для обеих пар. :: При $\varrho=\frac5{18}$ получается
    $D=0.5/\sqrt{0.1\cdot\frac{13}{18}}$, около 1,86 вместо 7,27: ребро куба
    примерно вчетверо короче. Равенство в (7) требует, чтобы градиенты росли в
    $\beta_2/\beta_1=1.8$ раза за шаг. Поскольку $\beta_1<\beta_2$, $\hat m$
    забывает быстрее, чем $\hat v$: оно следует за последними и самыми большими
    градиентами, а $\hat v$ всё ещё усредняет и прежние, малые.
@exercise control_alpha_lambda_above_1 Где в (9) используется
    $\alpha\lambda\le1$? Пусть $\lambda=0.5$, $\alpha=4.02$, а все градиенты
    равны 1; предскажите первые три точки из $x^{(0)}=0$ и их дальнейшую судьбу
    и проверьте:
    `yes 1 | head -3 | descent trace adamw --alpha 4.02 --weight-decay 0.5`.
    :: Взвешенному среднему величин $|x^{(k-1)}|$ и $D/\lambda$ нужны
    неотрицательные веса, то есть $1-\alpha\lambda\ge0$. Здесь
    $x^{(k)}=-1.01\,x^{(k-1)}-4.02$, что даёт $-4.02$, около 0,04 и около
    $-4.06$. Неподвижная точка по-прежнему $-\frac1\lambda=-2$, но расстояние до
    неё с каждым шагом умножается на 1,01 и удваивается примерно за 70 шагов;
    уже первая точка лежит за пределом 2, который допускает (9).
*/
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
/**ru 3672018782
## Литература

- I. Loshchilov, F. Hutter, *Decoupled weight decay regularization*, ICLR 2019
  (arXiv:1711.05101): AdamW; предложение 1 — это (3), предложение 2 — что ни с
  каким слагаемым $\ell_2$ Adam не затухает так, как AdamW.
- D. Kingma, J. Ba, *Adam: a method for stochastic optimization*, ICLR 2015
  (arXiv:1412.6980), раздел 2.1: шаг не зависит от масштаба градиентов.
- S. Xie, Z. Li, *Implicit bias of AdamW: $\ell_\infty$-norm constrained
  optimization*, ICML 2024 (arXiv:2404.04454): куб (9) — это множество, на
  котором минимизирует AdamW.
*/
