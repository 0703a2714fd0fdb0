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
gradients weigh no more in $v$ than the small ones since. But a step that does
not decay has its price: RMSProp [does not converge](#the-price).

@figure effective_step Gradients of size 100 for 50 steps, then of size 1: the
    effective step over α

## What it needs

- Nothing of the gradients but their sizes: only squares enter $v$.
- $\gamma<1$. For $\gamma\to1$ RMSProp forgets ever more slowly.
*/
/**ru 316751320
# RMSProp забывает, AdaGrad нет

Лекция утверждает (слайд «RMSProp»):

> Улучшение AdaGrad, которое устраняет его агрессивный, монотонно убывающий шаг
> обучения.
> $$v_j^{(k)} = \gamma v_j^{(k-1)} + (1 - \gamma)(g_j^{(k)})^2,\qquad x_j^{(k)} = x_j^{(k-1)} - \alpha \frac{g_j^{(k)}}{\sqrt{v_j^{(k)} + \epsilon}}$$
> Обеспечивает более тонкую настройку шагов обучения, чем AdaGrad, что делает
> его подходящим для нестационарных задач.

Назовём $a_k=\frac\alpha{\sqrt{v^{(k)}+\epsilon}}$ **эффективным шагом**
координаты: это то, на что умножается её градиент. Пусть градиенты на протяжении
$k_0$ шагов имеют величину $G$, а затем меньшую величину $g$, с любыми знаками.
Тогда через $n$ шагов после смены масштаба и при $\epsilon=0$
$$\begin{aligned}\text{RMSProp:}\quad&v^{(k_0+n)}=g^2+\gamma^n\bigl(v^{(k_0)}-g^2\bigr),\\
  &a_{k_0+n}=\frac\alpha g\Bigl(1+\gamma^n\bigl(\tfrac{v^{(k_0)}}{g^2}-1\bigr)\Bigr)^{-1/2}\to\frac\alpha g,\\[1ex]
  \text{AdaGrad:}\quad&v^{(k_0+n)}=k_0G^2+ng^2,\\
  &a_{k_0+n}=\frac\alpha{\sqrt{k_0G^2+ng^2}}\le\frac\alpha{G\sqrt{k_0}}.\end{aligned} \tag{1}$$
Шаг RMSProp возвращается к $\alpha/g$ примерно через
$\ln(G/g)^2/\ln\frac1\gamma$ шагов. Шаг AdaGrad больше никогда не растёт; нужно
$k_0(G/g)^2$ шагов, чтобы большие градиенты весили в $v$ не больше, чем малые,
пришедшие после них. Но у шага, который не затухает, есть своя цена: RMSProp [не
сходится](#the-price).

@figure effective_step Градиенты величины 100 на протяжении 50 шагов, затем
    величины 1: эффективный шаг, делённый на α

## Что нужно {#what-it-needs}

- От градиентов — ничего, кроме их величин: в $v$ входят только квадраты.
- $\gamma<1$. При $\gamma\to1$ RMSProp забывает всё медленнее.
*/
#include "shared/coordinate.h"

HYPOTHESIS(old_squares_fade,
           "$\\gamma<1$: every square is forgotten at the same rate",
           "$\\gamma<1$: все квадраты забываются с одной и той же скоростью",
           NULL);
HYPOTHESIS(minimiser_is_slow, "$w\\le2a_{k+1}-a_k$ for every $k$, in (9)",
           "$w\\le2a_{k+1}-a_k$ при каждом $k$, в (9)", NULL);
static const struct hypothesis *const hypotheses[] = {old_squares_fade,
                                                      minimiser_is_slow};

/* A switch of scale from G to 1 after k0 steps; signs follow no pattern. */
struct change {
    double G;
    size_t k0;
};
static const struct change changes[] = {
    {10, 50}, {100, 50}, {1000, 5}, {0.01, 50}};
static double switched(const struct walker *w, size_t k) {
    const struct change *c = w->with;
    double size = k <= c->k0 ? c->G : 1;
    return (k * k * k / 7 + k) % 3 ? size : -size;
}
static const struct sequence scale_switch = {"scale_switch", switched};
enum { FIRST = 10, AFTER = 2000 };

/* A walker after so many steps of a switch, or (NULL) of constant gradients. */
static struct walker walker(const struct method *method, double gamma,
                            const struct change *c, size_t steps) {
    struct settings s = {.alpha = 1, .gamma = gamma};
    struct walker w = {method, s, .scale = 1, .with = c, .anew = true};
    w.under = c ? &scale_switch : &constant;
    while (w.k < steps) walk_along(&w);
    return w;
}

/**
## The proof, line by line

### Line 1. The distance shrinks by the same factor each step

Subtract $g^2$ on both sides of the rule, for a step with $|g^{(k)}|=g$:
$$v^{(k)}-g^2=\gamma v^{(k-1)}+(1-\gamma)g^2-g^2=\gamma\,\bigl(v^{(k-1)}-g^2\bigr). \tag{2}$$
*/
/**ru 1727030742
## Доказательство строка за строкой

### Строка 1. Расстояние на каждом шаге сокращается с одним и тем же множителем

Вычтем $g^2$ из обеих частей правила на шаге, где $|g^{(k)}|=g$:
$$v^{(k)}-g^2=\gamma v^{(k-1)}+(1-\gamma)g^2-g^2=\gamma\,\bigl(v^{(k-1)}-g^2\bigr). \tag{2}$$
*/
static struct compared distances(const struct way *w) {
    double *before = w->state, v = w->a.state[0][0],
           gamma = w->a.settings.gamma;
    double left = v - 1, right = gamma * (*before - 1),
           error = 4 * DBL_EPSILON * (v + *before + 2);
    *before = v;
    return (struct compared){left, right, error, EQUAL};
}
static void shrink(struct inquiry *q) {
    for (const struct change *c = changes; c < changes + COUNT(changes); c++)
        for (int slow = 0; slow < 2; slow++) {
            double gamma = slow ? 0.99 : 0.9;
            struct walker w = walker(&method_rmsprop, gamma, c, c->k0);
            double before = w.state[0][0];
            follow(q, (struct way){w, 100, 0, distances, .state = &before},
                   "gamma = %g, G = %g", gamma, c->G);
        }
}
CLAIM(line_1_distance_shrinks, PROOF_LINE, COMPUTE(shrink),
      "Equation (2) for 100 steps after four switches, for two $\\gamma$.",
      "Равенство (2) на 100 шагах после четырёх смен масштаба, при двух "
      "значениях $\\gamma$.");
/**
### Line 2. All steps since the switch

By induction over $n$, and before the switch likewise, from 0 towards $G^2$:
$$v^{(k_0+n)}=g^2+\gamma^n\bigl(v^{(k_0)}-g^2\bigr),\qquad v^{(k_0)}=(1-\gamma^{k_0})\,G^2. \tag{3}$$
AdaGrad adds squares instead, and (1) is its sum. Both are read off the methods'
own states, whose large gradients are first larger than the small ones, then,
for the last switch, a hundred times smaller.
*/
/**ru 4034003088
### Строка 2. Все шаги после смены

По индукции по $n$; точно так же и до смены масштаба, от 0 к $G^2$:
$$v^{(k_0+n)}=g^2+\gamma^n\bigl(v^{(k_0)}-g^2\bigr),\qquad v^{(k_0)}=(1-\gamma^{k_0})\,G^2. \tag{3}$$
AdaGrad же складывает квадраты, и в (1) стоит их сумма. Обе величины читаются из
состояний самих методов; при этом первые градиенты больше последующих, а при
последней смене, наоборот, в сто раз меньше.
*/
static double v_formula(const struct method *method, const struct change *c,
                        double gamma, size_t k) {
    double before = (double)(k < c->k0 ? k : c->k0), n = (double)k - before;
    if (method == &method_adagrad) return before * c->G * c->G + n;
    double at_switch = (1 - pow(gamma, before)) * c->G * c->G;
    return 1 - pow(gamma, n) + pow(gamma, n) * at_switch;
}
static struct compared v_itself(const struct way *w) {
    const struct change *c = w->a.with;
    double v = w->a.state[0][0], gamma = w->a.settings.gamma;
    return (struct compared){v, v_formula(w->a.method, c, gamma, w->a.k),
                             v_error(w->a.k, gamma) * (v + 1), EQUAL};
}
static void hold_switch(struct inquiry *q, struct walker w, size_t per_decade,
                        struct compared (*compare)(const struct way *)) {
    const struct change *c = w.with;
    follow(q, (struct way){w, AFTER, per_decade, compare, .with = q->with},
           "gamma = %g, G = %g, eps = %g", w.settings.gamma, c->G,
           w.settings.eps);
}
static void v_of_both(struct inquiry *q) {
    for (const struct change *c = changes; c < changes + COUNT(changes); c++) {
        hold_switch(q, walker(&method_rmsprop, 0.9, c, 0), 6, v_itself);
        hold_switch(q, walker(&method_rmsprop, 0.99, c, 0), 6, v_itself);
        hold_switch(q, walker(&method_adagrad, 0.9, c, 0), 6, v_itself);
    }
}
CLAIM(line_2_v, PROOF_LINE, COMPUTE(v_of_both), "The $v$ of (1) and (3).",
      "$v$ из (1) и (3).");
/**
### Line 3. The effective step

$a_k=\alpha/\sqrt{v^{(k)}+\epsilon}$ with $v$ from (3) is (1). It is read off
what the methods do to $x$, with $\alpha=1$ and $\epsilon=0$, and, so that the
place of $\epsilon$ is checked too, with $\epsilon=\frac14$ where gradients grow
from 0.01 to 1. $\blacksquare$
*/
/**ru 3456138837
### Строка 3. Эффективный шаг

$a_k=\alpha/\sqrt{v^{(k)}+\epsilon}$ с $v$ из (3) — это (1). Эффективный шаг
определяется по тому, как методы изменяют $x$, при $\alpha=1$ и $\epsilon=0$, а
чтобы проверить и место $\epsilon$ — при $\epsilon=\frac14$ там, где градиенты
возрастают с 0,01 до 1. $\blacksquare$
*/
/* The claim may misread (1): gamma for 1 - gamma, or one step later. */
static struct compared against_1(const struct way *w) {
    const char *misread = w->with;
    const struct settings *s = &w->a.settings;
    double a = effective_step(&w->a),
           gamma = strcmp(misread, "gamma") == 0 ? 1 - s->gamma : s->gamma;
    size_t k = w->a.k + (strcmp(misread, "later") == 0);
    double v = v_formula(w->a.method, w->a.with, gamma, k);
    return (struct compared){a, 1 / sqrt(v + s->eps),
                             2 * v_error(w->a.k, s->gamma) * a, EQUAL};
}
static void steps(struct inquiry *q) {
    struct walker w[] = {walker(&method_rmsprop, 0.9, changes + 1, 0),
                         walker(&method_rmsprop, 0.99, changes + 1, 0),
                         walker(&method_adagrad, 0.9, changes + 1, 0),
                         walker(&method_rmsprop, 0.9, changes + 3, 0),
                         walker(&method_adagrad, 0.9, changes + 3, 0)};
    w[3].settings.eps = w[4].settings.eps = 0.25;
    for (size_t i = 0; i < (strlen(q->with) ? 1 : COUNT(w)); i++)
        hold_switch(q, w[i], 20, against_1);
}
CLAIM(line_3_effective_steps, PROOF_LINE, COMPUTE(steps, ""),
      "The effective steps of RMSProp and AdaGrad: (1), and with $\\epsilon$.",
      "Эффективные шаги RMSProp и AdaGrad: (1), а также с $\\epsilon$.");
CLAIM(control_exponent_n_plus_1, CONTROL, COMPUTE(steps, "later"),
      "RMSProp's effective step is that of (1) one step later.",
      "Эффективный шаг RMSProp — это (1) на один шаг позже.");
CLAIM(control_gamma_for_1_minus_gamma, CONTROL, COMPUTE(steps, "gamma"),
      "RMSProp's is (1) with $1-\\gamma$ in place of $\\gamma$.",
      "Шаг RMSProp — это (1) с $1-\\gamma$ вместо $\\gamma$.");
/**
## How long it takes

### Until the step is back

$a_{k_0+n}\ge(1-\delta)\frac\alpha g$ means
$\gamma^n\bigl(\frac{v^{(k_0)}}{g^2}-1\bigr)\le(1-\delta)^{-2}-1$, that is
$$n\ge\ln\frac{v^{(k_0)}/g^2-1}{(1-\delta)^{-2}-1}\Big/\ln\frac1\gamma, \tag{4}$$
and the first such $n$ is this number rounded up: for $\gamma=0.9$, $\delta=1\%$
and $G=100g$ it is 125. Counted for $k_0=10$ and $G/g=k=2,4,\dots,1024$:
*/
/**ru 4003721463
## Сколько это занимает

### Пока шаг не вернётся

$a_{k_0+n}\ge(1-\delta)\frac\alpha g$ означает
$\gamma^n\bigl(\frac{v^{(k_0)}}{g^2}-1\bigr)\le(1-\delta)^{-2}-1$, то есть
$$n\ge\ln\frac{v^{(k_0)}/g^2-1}{(1-\delta)^{-2}-1}\Big/\ln\frac1\gamma, \tag{4}$$
и первое такое $n$ — это число, округлённое вверх: при $\gamma=0.9$,
$\delta=1\%$ и $G=100g$ оно равно 125. Подсчёт для $k_0=10$ и
$G/g=k=2,4,\dots,1024$:
*/
/* Steps after the switch until RMSProp's is back, or until the past makes up
 * half of v: twice what a method has that starts there. */
static void count(struct inquiry *q, const struct method *method, double gamma,
                  int ratios) {
    const bool *until_back = q->with, back = *until_back;
    const double delta = 0.01, allowed = 1 / ((1 - delta) * (1 - delta)) - 1;
    size_t first = q->count;
    for (int i = 1; i <= ratios; i++) {
        struct change c = {ldexp(1, i), FIRST};
        struct walker w = walker(method, gamma, &c, FIRST),
                      fresh = walker(method, gamma, NULL, 0);
        double v = (1 - pow(gamma, FIRST)) * c.G * c.G, rate = -log(gamma),
               formula = method == &method_adagrad ? FIRST * c.G * c.G
                         : !back                   ? ceil(log(1 + v) / rate)
                         : v > 1
                             ? larger(1, ceil(log((v - 1) / allowed) / rate))
                             : 1;
        do {
            walk_along(&w);
            walk_along(&fresh);
        } while ((back ? effective_step(&w) < 1 - delta
                       : w.state[0][0] > 2 * fresh.state[0][0]) &&
                 fresh.k < 1000000);
        /* Whole numbers; no formula is within rounding errors of the next. */
        inquiry_exact(q, "scale_switch", method->id, (size_t)c.G,
                      (double)fresh.k, 0, EQUAL, formula);
    }
    inquiry_which(q, first, "gamma = %g", gamma);
}
static void count_all(struct inquiry *q) {
    const bool *back = q->with;
    count(q, &method_rmsprop, 0.9, 10);
    count(q, &method_rmsprop, 0.99, 10);
    if (!*back) count(q, &method_adagrad, 0.9, 7);
}
CLAIM(steps_until_back, IDENTITY, COMPUTE(count_all, &(const bool){true}),
      "RMSProp's step is back within 1% of $\\alpha/g$ after (4), rounded up.",
      "Шаг RMSProp отличается от $\\alpha/g$ не больше чем на 1 % через число "
      "шагов (4), округлённое вверх.");
/**
AdaGrad's step can only shrink, whatever the gradients are. After the switch it
stays below $\frac\alpha{G\sqrt{k_0}}$:
*/
/**ru 1360294831
Шаг AdaGrad может только уменьшаться, каковы бы ни были градиенты. После смены
масштаба он остаётся ниже $\frac\alpha{G\sqrt{k_0}}$:
*/
static struct compared to_before(const struct way *w) {
    double *before = w->state, a = effective_step(&w->a), ratio = a / *before;
    *before = a;
    /* v grows or rounds to what it was; the root and two quotients round. */
    return (struct compared){ratio, 1, 8 * DBL_EPSILON, AT_MOST};
}
static bool after_1(size_t k) {
    return k > 1 && (recorded(k) || k == changes[0].k0 + 1);
}
static void ratios(struct inquiry *q) {
    double before = 0;
    struct walker w = walker(q->with, 0.9, &changes[0], 0);
    struct way way = {w, 300, 0, to_before, .state = &before, .shown = after_1};
    follow(q, way, "after a switch");
    way.a.under = &patternless;
    follow(q, way, "of no pattern");
}
CLAIM(adagrad_only_shrinks, PROOF_LINE, COMPUTE(ratios, &method_adagrad),
      "$a_k/a_{k-1}\\le1$ for AdaGrad, for any gradients and after a switch.",
      "$a_k/a_{k-1}\\le1$ для AdaGrad, при любых градиентах и после смены "
      "масштаба.");
CLAIM(control_rmsprop_only_shrinks, CONTROL, COMPUTE(ratios, &method_rmsprop),
      "$a_k/a_{k-1}\\le1$ for RMSProp, under the same gradients.",
      "$a_k/a_{k-1}\\le1$ для RMSProp, при тех же градиентах.");
struct held {
    const struct method *method;
    double times; /* the bound */
};
static const struct held adagrad = {&method_adagrad, 1},
                         rmsprop = {&method_rmsprop, 1},
                         rmsprop_more = {&method_rmsprop, 1.05},
                         adagrad_less = {&method_adagrad, 0.95};
static struct compared after_switch(const struct way *w) {
    const struct held *h = w->with;
    const struct change *c = w->a.with;
    double a = effective_step(&w->a),
           most = h->times / (c->G * sqrt((double)c->k0));
    return (struct compared){a, most, v_error(w->a.k, 0) * (a + most), AT_MOST};
}
static bool hundredth(size_t k) {
    return k % 100 == 1;
}
static void stay_below(struct inquiry *q) {
    const struct held *h = q->with;
    for (const struct change *c = changes; c < changes + 3; c++) {
        struct walker w = walker(h->method, 0.9, c, c->k0 - 1);
        struct way way = {w, AFTER + 1, 0, after_switch, h, .shown = hundredth};
        follow(q, way, "G = %g", c->G);
    }
}
static void come_back(struct inquiry *q) {
    size_t steps = changes[0].k0 + AFTER;
    struct walker w = walker(&method_adagrad, 0.9, &changes[0], steps);
    double a = effective_step(&w), error = v_error(steps, 0) * a;
    inquiry_exact(q, "scale_switch", "adagrad", AFTER, a, error, AT_LEAST, 0.5);
}
CLAIM(bound_adagrad_stays_below, BOUND, COMPUTE(stay_below, &adagrad),
      "AdaGrad's stays below that, $k-1$ steps after the switch.",
      "Шаг AdaGrad остаётся ниже этой границы, через $k-1$ шагов после смены.");
CLAIM(sharp_adagrad_fails_at_0_95, CONTROL, COMPUTE(stay_below, &adagrad_less),
      "0.95 of that is a bound.",
      "Та же граница, умноженная на 0,95, — тоже граница.");
CLAIM(control_rmsprop_stays_below, CONTROL, COMPUTE(stay_below, &rmsprop),
      "RMSProp's effective step stays below that.",
      "Эффективный шаг RMSProp остаётся ниже той же границы.");
CLAIM(control_adagrad_comes_back, CONTROL, COMPUTE(come_back),
      "2000 steps after $G=10g$ AdaGrad's is at least $\\frac\\alpha{2g}$.",
      "Через 2000 шагов после $G=10g$ шаг AdaGrad не меньше "
      "$\\frac\\alpha{2g}$.");
/**
### Until the past weighs no more than the present

A fairer question to AdaGrad, whose step decays anyway: when is it at least
within $\sqrt2$ of the step of a fresh AdaGrad that was started at the switch?
Then the past makes up half of $v$: at $n=k_0(G/g)^2$, by (1), exactly. For
RMSProp $v$ is $\gamma^nv^{(k_0)}$ from the past and $(1-\gamma^n)g^2$ since, so
that takes
$$n=\Bigl\lceil\ln\bigl(1+v^{(k_0)}/g^2\bigr)\Big/\ln\frac1\gamma\Bigr\rceil \tag{5}$$
steps: the logarithm of $(G/g)^2$ in its place. Counted as above, $G/g=k$:
*/
/**ru 3002435875
### Пока прошлое не станет весить не больше настоящего

Более справедливый вопрос к AdaGrad, шаг которого и так затухает: когда этот шаг
станет самое большее в $\sqrt2$ раз меньше шага нового AdaGrad, запущенного в
момент смены? Тогда прошлое составляет половину $v$: согласно (1) — в точности
при $n=k_0(G/g)^2$. У RMSProp $v$ состоит из $\gamma^nv^{(k_0)}$, оставшегося от
прошлого, и $(1-\gamma^n)g^2$, накопленного с тех пор, так что для этого нужно
$$n=\Bigl\lceil\ln\bigl(1+v^{(k_0)}/g^2\bigr)\Big/\ln\frac1\gamma\Bigr\rceil \tag{5}$$
шагов: на месте $(G/g)^2$ стоит логарифм этого числа. Подсчёт как выше, $G/g=k$:
*/
CLAIM(forgetting, IDENTITY, COMPUTE(count_all, &(const bool){false}),
      "That takes (5) steps of RMSProp, and $k_0(G/g)^2$ of AdaGrad.",
      "RMSProp для этого нужно (5) шагов, а AdaGrad — $k_0(G/g)^2$.");
/**
@figure forgetting Steps until the past weighs no more than the present

## The step does not decay

If all $|g^{(i)}|\le G$, then $v^{(k)}$ is a mean of squares of at most $G^2$,
with weights that add up to $1-\gamma^k\le1$:
$$a_k\ge\frac\alpha{\sqrt{G^2+\epsilon}}\quad\text{for every }k, \tag{6}$$
and falls to that if $g$ is constant. AdaGrad's is then $\frac\alpha{G\sqrt k}$.
*/
/**ru 3344888894
@figure forgetting Число шагов, после которого прошлое весит не больше
    настоящего

## Шаг не затухает

Если все $|g^{(i)}|\le G$, то $v^{(k)}$ — среднее квадратов, не превышающих
$G^2$, с весами, сумма которых $1-\gamma^k\le1$:
$$a_k\ge\frac\alpha{\sqrt{G^2+\epsilon}}\quad\text{при каждом }k, \tag{6}$$
и до этой величины шаг опускается, если $g$ постоянен. У AdaGrad он тогда равен
$\frac\alpha{G\sqrt k}$.
*/
static struct compared from_6(const struct way *w) {
    const struct held *h = w->with;
    const struct settings *s = &w->a.settings;
    double a = effective_step(&w->a), G = w->a.under == &patternless ? 5.25 : 2;
    return (struct compared){a, h->times * s->alpha / sqrt(G * G + s->eps),
                             2 * v_error(w->a.k, 0.9) * a, AT_LEAST};
}
static void keep_up(struct inquiry *q) {
    const struct held *h = q->with;
    struct way way = {walker(h->method, 0.9, NULL, 0), 10000, 8, from_6,
                      .with = h};
    way.a.settings = method_settings(h->method);
    way.a.scale = 2;
    follow(q, way, "constant");
    if (h->times > 1) return; /* a constant gradient comes down to (6) */
    way.a.under = &patternless;
    way.a.scale = 1;
    follow(q, way, "of no pattern");
}
CLAIM(bound_step_does_not_decay, BOUND, COMPUTE(keep_up, &rmsprop),
      "Bound (6) for gradients of no pattern and for a constant one.",
      "Оценка (6) для градиентов без закономерности и для постоянного.");
CLAIM(sharp_floor_fails_at_1_05, CONTROL, COMPUTE(keep_up, &rmsprop_more),
      "1.05 of it is a bound.", "Она же, умноженная на 1,05, — тоже оценка.");
CLAIM(control_floor_of_adagrad, CONTROL, COMPUTE(keep_up, &adagrad),
      "Bound (6) for AdaGrad.", "Оценка (6) для AdaGrad.");
/**
## Average of sizes, or root of the average of squares

The lecture's note puts it so:

> RMSProp делит шаг обучения для веса на скользящее среднее величин недавних
> градиентов для этого веса.

The formula divides by the *root of the moving average of squares*. That is at
least the moving average $u^{(k)}=\gamma u^{(k-1)}+(1-\gamma)|g^{(k)}|$ of
sizes: with the weights $w_i=(1-\gamma)\gamma^{k-i}$, by Cauchy and Schwarz,
$$u^2=\Bigl(\sum_iw_i|g^{(i)}|\Bigr)^2\le\sum_iw_i\cdot\sum_iw_i(g^{(i)})^2\le v. \tag{7}$$
So the steps are at most those of the sentence. The two agree if all gradients
are of one size, and differ much if few are large: here 10 once in 20, else 0.1.
*/
/**ru 1909573672
## Среднее величин или корень из среднего квадратов

В заметке лекции сказано так:

> RMSProp делит шаг обучения для веса на скользящее среднее величин недавних
> градиентов для этого веса.

Формула же делит на *корень из скользящего среднего квадратов*. Он не меньше
скользящего среднего величин $u^{(k)}=\gamma u^{(k-1)}+(1-\gamma)|g^{(k)}|$: с
весами $w_i=(1-\gamma)\gamma^{k-i}$ по неравенству Коши–Буняковского
$$u^2=\Bigl(\sum_iw_i|g^{(i)}|\Bigr)^2\le\sum_iw_i\cdot\sum_iw_i(g^{(i)})^2\le v. \tag{7}$$
Поэтому шаги не больше тех, о которых говорит эта фраза. Обе величины совпадают,
если все градиенты одной величины, и сильно различаются, если большие среди них
редки: здесь один из 20 равен 10, остальные — 0,1.
*/
static double rarely_large(const struct walker *w, size_t k) {
    (void)w;
    return k % 20 ? 0.1 : 10;
}
static const struct sequence rare = {"rare_gradients", rarely_large};
static struct compared over_u(const struct way *w) {
    double *u = w->state, gamma = w->a.settings.gamma;
    *u = gamma * *u + (1 - gamma) * w->a.g;
    return (struct compared){effective_step(&w->a), 1 / *u,
                             2 * v_error(w->a.k, gamma) / *u,
                             w->with ? EQUAL : AT_MOST};
}
/* Past the start, where u is short of the sizes by 1 - gamma^k. */
static bool late(size_t k) {
    return k == 500 || (k > 500 && marked(k, 12, 2000));
}
static void sizes(struct inquiry *q) {
    double u = 0;
    struct walker w = walker(&method_rmsprop, 0.99, NULL, 0);
    w.under = &rare;
    follow(q,
           (struct way){w, 2000, 12, over_u, q->with, &u,
                        .shown = q->with ? late : NULL},
           "few are large");
    if (q->with) return;
    w.under = &constant;
    w.scale = 3;
    u = 0;
    follow(q, (struct way){w, 2000, 12, over_u, .state = &u}, "of one size");
}
CLAIM(bound_steps_of_the_sentence, BOUND, COMPUTE(sizes),
      "$a_k\\le\\alpha/u^{(k)}$, where few are large and where all are alike.",
      "$a_k\\le\\alpha/u^{(k)}$ — и когда большие градиенты редки, и когда все "
      "одинаковы.");
CLAIM(control_average_of_sizes, CONTROL, COMPUTE(sizes, "equal"),
      "$a_k=\\alpha/u^{(k)}$, where few are large.",
      "$a_k=\\alpha/u^{(k)}$, когда большие градиенты редки.");
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
If $e_0=0$ and $w\le2a_{k+1}-a_k$ for every $k\ge1$, RMSProp keeps to the
minimiser as closely as its steps allow,
$$e_k\le a_k+w\quad\text{for every }k\ge1,\qquad a_k\to\frac\alpha{\sqrt{1+\epsilon}}. \tag{9}$$
For $k=1$ this is (8). Then, if (9) holds for $k$, (8) says
$e_{k+1}\le\max(a_k+w-a_{k+1},a_{k+1})+w$, and $a_k+w-a_{k+1}\le a_{k+1}$.
This much is needed: if the minimiser runs away from the first step on, then
$e_2=a_1-a_2+2w$, which is more than $a_2+w$ as soon as $w>2a_2-a_1$. Whatever
$\gamma$ is, $w\le(2-\sqrt2)\frac\alpha{\sqrt{1+\epsilon}}$ is slow enough, since
$$\frac{a_k}{a_{k+1}}\le\sqrt{\frac{1-\gamma^{k+1}}{1-\gamma^k}}\le\sqrt{1+\gamma}\le\sqrt2.$$
For $\gamma=0.42$, where it is about the least, $2a_2-a_1=0.89\,\alpha$.

AdaGrad can go no farther than $\sum_{i\le k}\alpha/\sqrt i\le2\alpha\sqrt k$.
From a minimiser that moves away at the speed $w$ it falls behind by
$$e_k\ge wk-2\alpha\sqrt k, \tag{10}$$
without limit. Here $\alpha=0.01$, and the minimiser moves away for ever, or to
and fro between 0 and 1, at $w=\alpha/10$ and $\alpha/2$.
*/
/**ru 1145453199
@erratum control_average_of_sizes «RMSProp делит шаг обучения для веса на
    скользящее среднее величин недавних градиентов» :: Он делит на корень из
    скользящего среднего их квадратов, как и записано в формуле над этой фразой;
    там, где большие градиенты редки, шаг в несколько раз короче, чем следует из
    фразы.

## Минимум, который движется

Пусть $f_k(x)=|x-c_k|$, и точка минимума за шаг сдвигается не больше чем на $w$.
Все субградиенты равны $\pm1$, поэтому шаги направлены к точке минимума и имеют
длину $a_k=\alpha/\sqrt{1-\gamma^k+\epsilon}$ у RMSProp и
$\alpha/\sqrt{k+\epsilon}$ у AdaGrad. Пусть $e_k=|x_k-c_k|$. Шаг, который не
переходит через точку минимума, уменьшает $e$ на $a$; после шага, который
переходит, остаётся не больше $a$; затем точка минимума сдвигается:
$$e_{k+1}\le\max\bigl(e_k-a_{k+1},\,a_{k+1}\bigr)+w. \tag{8}$$
Если $e_0=0$ и $w\le2a_{k+1}-a_k$ при каждом $k\ge1$, то RMSProp держится у
точки минимума так близко, как позволяют его шаги:
$$e_k\le a_k+w\quad\text{при каждом }k\ge1,\qquad a_k\to\frac\alpha{\sqrt{1+\epsilon}}. \tag{9}$$
При $k=1$ это (8). Далее, если (9) верно для $k$, то по (8)
$e_{k+1}\le\max(a_k+w-a_{k+1},a_{k+1})+w$, а $a_k+w-a_{k+1}\le a_{k+1}$. Столько
и нужно: если точка минимума убегает с первого же шага, то $e_2=a_1-a_2+2w$, что
больше $a_2+w$, как только $w>2a_2-a_1$. Каково бы ни было $\gamma$, скорость
$w\le(2-\sqrt2)\frac\alpha{\sqrt{1+\epsilon}}$ достаточно мала, поскольку
$$\frac{a_k}{a_{k+1}}\le\sqrt{\frac{1-\gamma^{k+1}}{1-\gamma^k}}\le\sqrt{1+\gamma}\le\sqrt2.$$
При $\gamma=0.42$, где эта величина почти наименьшая, $2a_2-a_1=0.89\,\alpha$.

AdaGrad не может уйти дальше чем на
$\sum_{i\le k}\alpha/\sqrt i\le2\alpha\sqrt k$. От точки минимума, которая
удаляется со скоростью $w$, он отстаёт на
$$e_k\ge wk-2\alpha\sqrt k, \tag{10}$$
то есть неограниченно. Здесь $\alpha=0.01$, а точка минимума удаляется всё время
или движется туда и обратно между 0 и 1, со скоростью $w=\alpha/10$ и
$\alpha/2$.
*/
static const double alpha = 0.01;
/* e_k, measured after the minimiser's move, is held against `times` the right
 * side of an equation. */
struct tracking {
    int equation;
    const struct method *method;
    double times;
    int ways;         /* 2: to and fro, too */
    double speeds[2]; /* over alpha; 0: none */
    double gamma;     /* 0: the usual one */
};
static struct compared tracked(const struct way *way) {
    const struct walker *w = &way->a;
    const struct tracking *a = way->with;
    double *power = way->state, k = (double)w->k, now = minimiser(w, w->k),
           e = fabs(w->x[0] - now),
           before = fabs(w->before - minimiser(w, w->k - 1));
    *power *= w->settings.gamma;
    double step = alpha / sqrt(1 - *power + w->settings.eps);
    double bound = a->equation == 8   ? larger(before - step, step) + w->speed
                   : a->equation == 9 ? step + w->speed
                                      : w->speed * k - 2 * alpha * sqrt(k);
    /* A step rounds x, c and its own length; (10) adds up all of these. */
    double error = 16 * DBL_EPSILON * (fabs(w->x[0]) + now + 1);
    if (a->equation == 10)
        return (struct compared){e, a->times * bound, k * error, AT_LEAST};
    return (struct compared){e, a->times * bound, error, AT_MOST};
}
static void track(struct inquiry *q) {
    const struct tracking *a = q->with;
    const struct sequence *const ways[] = {&moving_away, &to_and_fro};
    for (int j = 0; j < a->ways; j++)
        for (int i = 0; i < 2 && a->speeds[i] > 0; i++) {
            double power = 1;
            struct walker w = {a->method, method_settings(a->method),
                               .under = ways[j], .scale = 1,
                               .speed = a->speeds[i] * alpha};
            w.settings.alpha = alpha;
            if (a->gamma > 0) {
                double first = 1 - a->gamma, eps = w.settings.eps,
                       second = 1 - a->gamma * a->gamma;
                w.settings.gamma = a->gamma;
                w.speed *= 2 / sqrt(second + eps) - 1 / sqrt(first + eps);
            }
            struct way way = {
                w, 100000, 8, tracked, a, &power, .between = a->equation < 10};
            follow(q, way, "w = %g alpha", a->speeds[i]);
        }
}
static const struct tracking by_8 = {8, &method_rmsprop, 1, 2, {0.1, 0.5}, 0},
                             by_9 = {9, &method_rmsprop, 1, 2, {0.1, 0.5}, 0},
                             less = {9, &method_rmsprop, 0.95,
                                     2, {0.1, 0.5},      0},
                             by_10 = {10, &method_adagrad, 1, 1, {0.1, 0.5}, 0},
                             adagrad_9 = {9, &method_adagrad, 1, 2, {0.1}, 0},
                             rmsprop_10 = {10, &method_rmsprop, 1, 1, {0.1}, 0},
                             too_fast = {9, &method_rmsprop, 1, 1, {2}, 0},
                             /* Over 2 a_2 - a_1. */
    at_limit = {9, &method_rmsprop, 1, 1, {0.95, 1 - 1e-9}, 0.42},
                             beyond = {9, &method_rmsprop, 1, 1, {1.05}, 0.42};
CLAIM(one_step_of_tracking, PROOF_LINE, COMPUTE(track, &by_8), "Bound (8).",
      "Оценка (8).");
CLAIM(bound_rmsprop_tracks, BOUND, COMPUTE(track, &by_9), "Bound (9).",
      "Оценка (9).");
CLAIM(
    bound_rmsprop_tracks_at_the_limit, BOUND, COMPUTE(track, &at_limit),
    "Bound (9) for $\\gamma=0.42$ at 0.95 of $w=2a_2-a_1$, and just below it.",
    "Оценка (9) для $\\gamma=0.42$ при 0,95 от $w=2a_2-a_1$ и чуть ниже этого "
    "значения.");
CLAIM(control_just_too_fast, CONTROL,
      DROPS(minimiser_is_slow, COMPUTE(track, &beyond)),
      "Bound (9) for $\\gamma=0.42$ at $w=1.05\\,(2a_2-a_1)$.",
      "Оценка (9) для $\\gamma=0.42$ при $w=1.05\\,(2a_2-a_1)$.");
CLAIM(sharp_rmsprop_tracks_fails_at_0_95, CONTROL, COMPUTE(track, &less),
      "0.95 of (9) is a bound.",
      "Граница (9), умноженная на 0,95, — тоже граница.");
CLAIM(bound_adagrad_falls_behind, BOUND, COMPUTE(track, &by_10), "Bound (10).",
      "Оценка (10).");
/**
@figure tracking A minimiser that moves away by a tenth of α a step: the
    distance to it, the worst between two marks

AdaGrad does not do what (9) says, nor RMSProp what (10) says, and a minimiser
that is faster than $\alpha$ escapes RMSProp too.
*/
/**ru 3762488142
@figure tracking Точка минимума, которая удаляется на десятую долю α за шаг:
    расстояние до неё, наихудшее между двумя отметками

AdaGrad не делает того, что утверждает (9), а RMSProp — того, что утверждает
(10); и от RMSProp точка минимума, движущаяся быстрее $\alpha$, тоже убегает.
*/
CLAIM(control_adagrad_tracks, CONTROL,
      DROPS(old_squares_fade, COMPUTE(track, &adagrad_9)),
      "AdaGrad stays within RMSProp's bound (9).",
      "AdaGrad остаётся в пределах границы (9) для RMSProp.");
CLAIM(control_rmsprop_falls_behind, CONTROL, COMPUTE(track, &rmsprop_10),
      "RMSProp falls behind as (10) says.",
      "RMSProp отстаёт так, как утверждает (10).");
CLAIM(
    control_minimiser_too_fast, CONTROL,
    DROPS(minimiser_is_slow, COMPUTE(track, &too_fast)),
    "Bound (9) for a minimiser that moves by $2\\alpha$ a step.",
    "Оценка (9) для точки минимума, которая за шаг сдвигается на $2\\alpha$.");
/**
What is shown of such a path is its worst step between two marks. A single step
that breaks a bound, far from any mark, must not be lost:
*/
/**ru 2932004305
От такой траектории показывается только её наихудший шаг между двумя отметками.
Единственный шаг, нарушающий оценку вдали от всякой отметки, не должен
потеряться:
*/
static struct compared broken_once(const struct way *w) {
    return (struct compared){w->a.k == 137 ? 2 : 0.5, 1, 0, AT_MOST};
}
static void plant(struct inquiry *q) {
    struct walker w = walker(&method_rmsprop, 0.9, NULL, 0);
    follow(q, (struct way){w, 1000, 8, broken_once, .between = true},
           "step 137 of 1000");
}
CLAIM(control_planted_between_marks, CONTROL, COMPUTE(plant),
      "A bound that step 137 of 1000 breaks, and no other.",
      "Оценка, которую нарушает шаг 137 из 1000, и только он.");
/**
## The price

On a minimum that does **not** move a step that does not decay is a defect, of
which the lecture does not speak here: on $f(x)=|x|$ two consecutive iterates
lie $a_{k+1}\ge\frac\alpha{\sqrt{1+\epsilon}}$ apart, so that
$$\frac{f(x_k)+f(x_{k+1})}2\ge\frac\alpha{2\sqrt{1+\epsilon}}\quad\text{for every }k: \tag{11}$$
RMSProp with a constant $\alpha$ does not converge. AdaGrad does, with gaps like
$\frac\alpha{2\sqrt k}$: by what is called its main drawback.
*/
/**ru 1976474927
## Цена {#the-price}

Если минимум **не** движется, незатухающий шаг — недостаток, о котором лекция
здесь не говорит: на $f(x)=|x|$ две соседние итерации отстоят друг от друга на
$a_{k+1}\ge\frac\alpha{\sqrt{1+\epsilon}}$, так что
$$\frac{f(x_k)+f(x_{k+1})}2\ge\frac\alpha{2\sqrt{1+\epsilon}}\quad\text{при каждом }k: \tag{11}$$
RMSProp с постоянным $\alpha$ не сходится. AdaGrad сходится, с зазорами порядка
$\frac\alpha{2\sqrt k}$, — благодаря тому, что называют его основным
недостатком.
*/
static struct compared mean_of_two(const struct way *w) {
    const struct held *h = w->with;
    const struct settings *s = &w->a.settings;
    double mean = (fabs(w->a.before) + fabs(w->a.x[0])) / 2,
           least = h->times * s->alpha / (2 * sqrt(1 + s->eps));
    /* x_0 = 1, and each step rounds once; so do the root and the quotient. */
    return (struct compared){mean, least, 16 * DBL_EPSILON, AT_LEAST};
}
static void hover(struct inquiry *q) {
    const struct held *h = q->with;
    struct walker w = {h->method, method_settings(h->method), .under = &still,
                       .scale = 1, .x = real_all(1)};
    w.settings.alpha = 0.05;
    walk_along(&w); /* k is the number of the point before the last step */
    follow(q, (struct way){w, 100000, 8, mean_of_two, .with = h}, "from 1");
}
CLAIM(rmsprop_does_not_converge, SHARPNESS, COMPUTE(hover, &rmsprop),
      "Bound (11) from below: RMSProp does not converge.",
      "Оценка (11) снизу: RMSProp не сходится.");
CLAIM(sharp_hover_fails_at_1_05, CONTROL, COMPUTE(hover, &rmsprop_more),
      "1.05 of (11) is a bound.",
      "Граница (11), умноженная на 1,05, — тоже граница.");
CLAIM(control_adagrad_does_not_converge, CONTROL, COMPUTE(hover, &adagrad),
      "Bound (11) for AdaGrad.", "Оценка (11) для AdaGrad.");
/**
@figure hover A minimum that does not move: the mean gap of two consecutive
    iterates on |x|, from distance 1 with α = 0.05
*/
/**ru 1460118545
@figure hover Минимум, который не движется: средний зазор двух соседних итераций
    на |x|, с расстояния 1 при α = 0,05
*/

static const struct claim *const claims[] = {
    line_1_distance_shrinks, line_2_v, line_3_effective_steps,
    control_exponent_n_plus_1, control_gamma_for_1_minus_gamma,
    steps_until_back, adagrad_only_shrinks, control_rmsprop_only_shrinks,
    bound_adagrad_stays_below, sharp_adagrad_fails_at_0_95,
    control_rmsprop_stays_below, control_adagrad_comes_back, forgetting,
    bound_step_does_not_decay, sharp_floor_fails_at_1_05,
    control_floor_of_adagrad, bound_steps_of_the_sentence,
    control_average_of_sizes,
    /* on |x| */
    one_step_of_tracking, bound_rmsprop_tracks,
    bound_rmsprop_tracks_at_the_limit, control_just_too_fast,
    control_planted_between_marks, sharp_rmsprop_tracks_fails_at_0_95,
    bound_adagrad_falls_behind, control_adagrad_tracks,
    control_rmsprop_falls_behind, control_minimiser_too_fast,
    rmsprop_does_not_converge, sharp_hover_fails_at_1_05,
    control_adagrad_does_not_converge};

static const struct drawing drawings[] = {
    {.name = "effective_step",
     .title =
         {"RMSProp regains its step after large gradients, AdaGrad does not",
          "RMSProp возвращает шаг после больших градиентов, AdaGrad нет"},
     .y = {"effective step / α", "эффективный шаг / α"},
     .curves = {{"line_3_effective_steps", 0, {"RMSProp, γ = 0.9"}},
                {"line_3_effective_steps", 1, {"RMSProp, γ = 0.99"}},
                {"line_3_effective_steps", 2, {"AdaGrad"}}}},
    {.name = "forgetting",
     .title = {"RMSProp forgets like log(G/g), AdaGrad like (G/g)^2",
               "RMSProp забывает как log(G/g), AdaGrad как (G/g)^2"},
     .x = {"G / g"},
     .y = {"steps after the switch", "шагов после смены масштаба"},
     .curves = {{"forgetting", 0, {"RMSProp, γ = 0.9"}},
                {"forgetting", 1, {"RMSProp, γ = 0.99"}},
                {"forgetting", 2, {"AdaGrad"}}}},
    {.name = "tracking",
     .title = {"RMSProp keeps up with a moving minimum, AdaGrad falls behind",
               "RMSProp поспевает за минимумом, AdaGrad отстаёт"},
     .y = {"distance to the minimiser", "расстояние до минимума"},
     .curves = {{"bound_rmsprop_tracks", 0, {"RMSProp"}},
                {"control_adagrad_tracks", 0, {"AdaGrad"}}}},
    {.name = "hover",
     .title = {"With a constant α RMSProp hovers, AdaGrad converges",
               "С постоянным α RMSProp зависает, AdaGrad сходится"},
     .y = {"(f(x_k) + f(x_{k+1})) / 2"},
     .curves = {{"rmsprop_does_not_converge", 0, {"RMSProp"}},
                {"control_adagrad_does_not_converge", 0, {"AdaGrad"}}}},
};

const struct theorem theorem_rmsprop_tracks = {
    .id = "rmsprop_tracks",
    .title = {"RMSProp forgets, AdaGrad does not",
              "RMSProp забывает, AdaGrad нет"},
    .source = "RMSProp",
    HYPOTHESES(hypotheses),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise line_3_effective_steps RMSProp starts from $v^{(0)}=0$ and corrects
    nothing. How long is its very first step, and how does it depend on the
    gradient and on $\gamma$? Compare
    `echo 100 | descent trace rmsprop --alpha 1 --eps 0` with
    `echo 0.01 | descent trace rmsprop --alpha 1 --eps 0` and with
    `echo 100 | descent trace adagrad --alpha 1 --eps 0`. :: By (3) with $k_0=1$
    it is $\frac\alpha{\sqrt{1-\gamma}}$, whatever the gradient: about 3.16 for
    $\gamma=0.9$, and ten times $\alpha$ for 0.99. Under gradients of one size
    it then comes down to $\alpha$. A $v$ that forgets slowly also takes long to
    learn how large gradients are, and steps are too long until then. AdaGrad's
    $v$ has the first square in full, and its first step is $\alpha$.
@exercise forgetting The large gradients become twice as large. How much longer
    does it take until the past weighs no more than the present, for RMSProp
    with $\gamma=0.9$, with $\gamma=0.99$, and for AdaGrad? Answer from (5),
    then read the rows of `descent verify rmsprop_tracks/forgetting`. :: While
    $v^{(k_0)}$ is large beside $g^2$, doubling $G$ adds $2\ln2/\ln\frac1\gamma$
    to (5), whatever $G$ was: about 13 steps for 0.9 and about 138 for 0.99.
    AdaGrad needs four times as many steps as before. From $G/g=64$ to 128 the
    counts are 75 and 89, 595 and 733, 40960 and 163840.
@exercise control_minimiser_too_fast Let the minimiser run away at $w=2\alpha$ a
    step. Which step of the proof of (9) is lost, and how far behind is RMSProp
    after $10^5$ steps with $\alpha=0.01$? Predict, then look at the last row of
    `descent verify rmsprop_tracks/control_minimiser_too_fast`. :: Lost is
    $a_k+w-a_{k+1}\le a_{k+1}$, which once the steps have settled at $\alpha$
    says $w\le\alpha$. Without it (8) keeps its first branch: the distance grows
    by $w-\alpha=\alpha$ a step and is about 1000, where (9) has 0.03. That the
    first steps are longer than $\alpha$ delays this by a few steps and no more.
*/
/**ru 3381565517
## Упражнения

@exercise line_3_effective_steps RMSProp начинает с $v^{(0)}=0$ и ничего не
    корректирует. Какова длина его самого первого шага и как она зависит от
    градиента и от $\gamma$? Сравните
    `echo 100 | descent trace rmsprop --alpha 1 --eps 0` с
    `echo 0.01 | descent trace rmsprop --alpha 1 --eps 0` и с
    `echo 100 | descent trace adagrad --alpha 1 --eps 0`. :: По (3) с $k_0=1$
    она равна $\frac\alpha{\sqrt{1-\gamma}}$, каким бы ни был градиент: около
    3,16 при $\gamma=0.9$ и в десять раз больше $\alpha$ при 0,99. При
    градиентах одной величины она потом убывает до $\alpha$. Та $v$, которая
    медленно забывает, и величину градиентов узнаёт долго, а шаги до тех пор
    слишком длинны. У AdaGrad первый квадрат входит в $v$ целиком, и первый шаг
    равен $\alpha$.
@exercise forgetting Большие градиенты становятся вдвое больше. Насколько дольше
    ждать, пока прошлое станет весить не больше настоящего, у RMSProp с
    $\gamma=0.9$, с $\gamma=0.99$ и у AdaGrad? Ответьте с помощью (5), а затем
    посмотрите строки `descent verify rmsprop_tracks/forgetting`. :: Пока
    $v^{(k_0)}$ велико рядом с $g^2$, удвоение $G$ прибавляет к (5) величину
    $2\ln2/\ln\frac1\gamma$, каким бы ни было $G$: около 13 шагов при 0,9 и
    около 138 при 0,99. AdaGrad нужно вчетверо больше шагов, чем прежде. При
    переходе от $G/g=64$ к 128 получается 75 и 89, 595 и 733, 40960 и 163840.
@exercise control_minimiser_too_fast Пусть точка минимума убегает со скоростью
    $w=2\alpha$ за шаг. Какое место в доказательстве (9) теряет силу и насколько
    отстанет RMSProp через $10^5$ шагов при $\alpha=0.01$? Предскажите, а затем
    посмотрите последнюю строку
    `descent verify rmsprop_tracks/control_minimiser_too_fast`. :: Теряет силу
    неравенство $a_k+w-a_{k+1}\le a_{k+1}$, которое при установившихся шагах
    $\alpha$ означает $w\le\alpha$. Без него в (8) остаётся первый случай:
    расстояние растёт на $w-\alpha=\alpha$ за шаг и достигает примерно 1000,
    тогда как по (9) было бы 0,03. То, что первые шаги длиннее $\alpha$, лишь
    откладывает это на несколько шагов.
*/
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
/**ru 3428680606
## Литература

- T. Tieleman, G. Hinton, *Lecture 6.5: RMSProp, divide the gradient by a
  running average of its recent magnitude*, Coursera: Neural networks for
  machine learning (2012): метод и формулировка, которую переняла лекция.
- J. Duchi, E. Hazan, Y. Singer, *Adaptive subgradient methods for online
  learning and stochastic optimization*, Journal of Machine Learning Research 12
  (2011): AdaGrad.
*/
