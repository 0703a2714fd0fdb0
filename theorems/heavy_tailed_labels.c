/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Heavy-tailed labels: gradient descent takes classes one after another

The lecture asks «Почему Adam работает хуже для CV, чем для LLM?», and answers:
«Метки имеют тяжелые хвосты!» and «SGD медленно прогрессирует на редких классах».
Here is the smallest problem in which that can be proved (Kunstner et al. 2024).

There are $c$ classes; class $k$ is seen with probability $\pi_k$ and has an input
of its own, $e_k$. Softmax regression with weights $W\in\mathbb R^{c\times c}$
minimises
$$f(W)=\sum_{k=1}^c\pi_k\ell_k,\qquad\ell_k=-\ln\frac{e^{W_{kk}}}{\sum_je^{W_{jk}}},\tag{1}$$
from $W=0$, where every $\ell_k=\ln c$. Words are distributed about as
$\pi_k=\frac1{kH_c}$ with $H_c=1+\frac12+\dots+\frac1c$ (Zipf's law).

@figure PTB_classes A million words drawn from Zipf's law; the Penn Treebank of
    the lecture's picture is not free

**Theorem.** Let $s=\alpha\pi_kt$ and $s_{1/2}=(1-\frac1c)\ln(1+\sqrt c)+
\frac1{\sqrt c}$, and let $\tau=\alpha\pi_1t$, $a=\lfloor\tau/(\ln c+0.05)\rfloor\le
c$, $b=\lceil\tau/\ln c\rceil-1$.

1. Gradient descent with the step $\alpha$ first has $\ell_k\le\frac12\ln c$ after
   $t_k$ steps with
   $$\frac{2s_{1/2}}{1+e^{\alpha\pi_k}}\le\alpha\pi_kt_k<s_{1/2}+\alpha\pi_k:\tag{2}$$
   the time is inversely proportional to the frequency.
2. Under Zipf's law with $c\ge13$ its total loss is, after $t$ steps,
   $$1-\frac{H_b+2}{H_c}\le\frac{f(W_t)}{\ln c}\le1-\frac{H_a-1/\ln c}{H_c}.\tag{3}$$
   As $H_n\approx\ln n$, that is $1-\frac{\ln\tau}{\ln c}$ up to terms of the order
   $\frac{\ln\ln c}{\ln c}$. Steps up to $\frac2L=\frac4{\pi_1}$ make $\tau\le4t$.
3. Adam, RMSProp and AdaGrad with $\epsilon=0$ give all classes the same loss at
   every step, whatever the $\pi_k$. For sign descent (Adam with
   $\beta_1=\beta_2=0$) it is $\ln(1+(c-1)e^{-2\alpha t})$.

@figure total Total loss over $\tau$ for $c=10^4$, between the bounds (3)
*/
/**ru 2149398007
# Метки с тяжёлыми хвостами: градиентный спуск осваивает классы один за другим

Лекция спрашивает: «Почему Adam работает хуже для CV, чем для LLM?» — и
отвечает: «Метки имеют тяжелые хвосты!» и «SGD медленно прогрессирует на редких
классах». Вот наименьшая задача, в которой это можно доказать (Kunstner et al.
2024).

Есть $c$ классов; класс $k$ встречается с вероятностью $\pi_k$, и у него есть
собственный вход $e_k$. Softmax-регрессия с весами $W\in\mathbb R^{c\times c}$
минимизирует
$$f(W)=\sum_{k=1}^c\pi_k\ell_k,\qquad\ell_k=-\ln\frac{e^{W_{kk}}}{\sum_je^{W_{jk}}},\tag{1}$$
начиная с $W=0$, где все $\ell_k=\ln c$. Слова распределены примерно как
$\pi_k=\frac1{kH_c}$ с $H_c=1+\frac12+\dots+\frac1c$ (закон Ципфа).

@figure PTB_classes Миллион слов, выбранных по закону Ципфа; корпус Penn
    Treebank с рисунка лекции не распространяется свободно

**Теорема.** Пусть $s=\alpha\pi_kt$ и $s_{1/2}=(1-\frac1c)\ln(1+\sqrt c)+
\frac1{\sqrt c}$, и пусть $\tau=\alpha\pi_1t$,
$a=\lfloor\tau/(\ln c+0.05)\rfloor\le c$, $b=\lceil\tau/\ln c\rceil-1$.

1. Градиентный спуск с шагом $\alpha$ впервые достигает $\ell_k\le\frac12\ln c$
   через $t_k$ шагов, причём
   $$\frac{2s_{1/2}}{1+e^{\alpha\pi_k}}\le\alpha\pi_kt_k<s_{1/2}+\alpha\pi_k:\tag{2}$$
   это время обратно пропорционально частоте.
2. При законе Ципфа с $c\ge13$ его полные потери после $t$ шагов таковы:
   $$1-\frac{H_b+2}{H_c}\le\frac{f(W_t)}{\ln c}\le1-\frac{H_a-1/\ln c}{H_c}.\tag{3}$$
   Поскольку $H_n\approx\ln n$, это $1-\frac{\ln\tau}{\ln c}$ с точностью до
   членов порядка $\frac{\ln\ln c}{\ln c}$. При шагах до $\frac2L=\frac4{\pi_1}$
   будет $\tau\le4t$.
3. Adam, RMSProp и AdaGrad с $\epsilon=0$ на каждом шаге дают всем классам
   одинаковые потери, каковы бы ни были $\pi_k$. Для знакового спуска (Adam с
   $\beta_1=\beta_2=0$) они равны $\ln(1+(c-1)e^{-2\alpha t})$.

@figure total Полные потери в зависимости от $\tau$ при $c=10^4$, между
    границами (3)
*/
#include "theorem.h"

HYPOTHESIS(own_inputs, "every class has an input of its own",
           "у каждого класса собственный вход", NULL);
HYPOTHESIS(from_zero, "W = 0 at first", "вначале W = 0", NULL);
HYPOTHESIS(zipf, "pi_k is proportional to 1/k", "pi_k пропорционально 1/k",
           NULL);
HYPOTHESIS(stable_step, "alpha <= 2/L", "alpha <= 2/L", NULL);
HYPOTHESIS(epsilon_is_0, "epsilon = 0", "epsilon = 0", NULL);
HYPOTHESIS(full_gradient, "the gradient is that of all classes",
           "градиент берётся по всем классам", NULL);
static const struct hypothesis *const hypotheses[] = {
    own_inputs, from_zero, zipf, stable_step, epsilon_is_0, full_gradient};

static double harmonic(size_t n) {
    double sum = 0;
    for (size_t k = n; k > 0; k--) sum += 1 / (double)k;
    return sum;
}
/* pi_1, ..., pi_c. */
static void fill_shares(size_t c, bool equal, double share[]) {
    double sum = equal ? (double)c : harmonic(c);
    for (size_t k = 1; k <= c; k++)
        share[k - 1] = 1 / (equal ? sum : (double)k * sum);
}
static double loss_at(size_t c, double margin) {
    return log1p((double)(c - 1) * exp(-margin));
}
/**
## The proof, line by line

### Line 1. Margins

$\partial f/\partial W_{jk}=\pi_k(p_{jk}-[j=k])$ with the softmax $p_{jk}$ of
column $k$. From 0 all $W_{jk}$ with $j\ne k$ stay equal, for any method that
treats coordinates alike. With the margin $m=W_{kk}-W_{jk}$, $\ell_k=\ln(1+(c-1)
e^{-m})$, and the derivatives are $-\pi_kq$ at $j=k$ and $\frac{\pi_kq}{c-1}$
elsewhere, where $q=1-e^{-\ell_k}$. So gradient descent moves
$$m\leftarrow m+\alpha\pi_kh(m),\qquad h(m)=\frac{c\,q}{c-1}=\frac c{e^m+c-1},\tag{4}$$
and sign descent $m\leftarrow m+2\alpha$. The whole of $W$ is moved here by the
project's methods, $c=32$, and compared with (4) after each step, at the $j$ where
it is farthest off.
*/
/**ru 2561073522
## Доказательство строка за строкой

### Строка 1. Отступы

$\partial f/\partial W_{jk}=\pi_k(p_{jk}-[j=k])$, где $p_{jk}$ — softmax столбца
$k$. Если начать с 0, все $W_{jk}$ с $j\ne k$ остаются равными при любом методе,
который обращается с координатами одинаково. При отступе $m=W_{kk}-W_{jk}$ имеем
$\ell_k=\ln(1+(c-1) e^{-m})$, а производные равны $-\pi_kq$ при $j=k$ и
$\frac{\pi_kq}{c-1}$ при остальных индексах, где $q=1-e^{-\ell_k}$. Поэтому
градиентный спуск действует так:
$$m\leftarrow m+\alpha\pi_kh(m),\qquad h(m)=\frac{c\,q}{c-1}=\frac c{e^m+c-1},\tag{4}$$
а знаковый спуск $m\leftarrow m+2\alpha$. Здесь методы проекта двигают всю
матрицу $W$, $c=32$, и после каждого шага она сравнивается с (4) при том $j$,
при котором отличие наибольшее.
*/
static double speed(size_t c, double margin) {
    return (double)c / (exp(margin) + (double)(c - 1));
}
enum { FULL = 32, FULL_STEPS = 100 };
struct full {
    const struct method *method;
    struct settings settings;
    bool shared_input, elsewhere; /* all inputs are e_1; W is not 0 at first */
};
struct weights {
    real w[FULL * FULL]; /* column by column; lanes are alike */
    real state[2 * FULL * FULL];
    double share[FULL];
    size_t k;
};
static void start(struct weights *w, const struct full *f) {
    memset(w, 0, sizeof *w);
    fill_shares(FULL, false, w->share);
    for (size_t e = 0; f->elsewhere && e < FULL * FULL; e++)
        w->w[e] = real_all((double)(e * e % 7) / 7);
}
static void move(struct weights *w, const struct full *f) {
    real gradient[FULL * FULL];
    memset(gradient, 0, sizeof gradient);
    for (size_t k = 0; k < FULL; k++) {
        size_t input = f->shared_input ? 0 : k;
        real odds[FULL], sum = {0};
        for (size_t j = 0; j < FULL; j++)
            sum += odds[j] = real_exp(w->w[input * FULL + j]);
        for (size_t j = 0; j < FULL; j++)
            gradient[input * FULL + j] +=
                w->share[k] * (odds[j] / sum - (j == k ? 1.0 : 0.0));
    }
    f->method->step(&f->settings, w->k++, FULL * FULL, w->w, gradient,
                    w->state);
}
/* W_kk - W_jk, at the j where it is farthest from `expected`. */
static double margin_of(const struct weights *w, const struct full *f, size_t k,
                        double expected) {
    const real *column = &w->w[(f->shared_input ? 0 : k) * FULL];
    double found = expected;
    for (size_t j = 0; j < FULL; j++) {
        double m = column[k][0] - column[j][0];
        if (j != k && !(fabs(m - expected) <= fabs(found - expected)))
            found = m;
    }
    return found;
}
/* Each step rounds some 32 times numbers of the size 1 + m, and (4) takes two
 * margins no farther apart if alpha pi_k <= 4. */
static double margin_error(size_t steps, double m) {
    return 32 * (double)steps * DBL_EPSILON * (1 + m);
}
static const size_t watched[] = {0, 1, 7, FULL - 1};
static void margins(struct inquiry *q) {
    const struct full *f = q->with;
    bool by_sign = f->method != &method_sgd;
    for (size_t i = 0; i < COUNT(watched); i++) {
        struct weights *w = allocate(1, sizeof *w);
        start(w, f);
        size_t k = watched[i];
        double m = (w->w[k * FULL + k] - w->w[k * FULL + (k + 1) % FULL])[0];
        for (size_t t = 1; t <= FULL_STEPS; t++) {
            move(w, f);
            m += by_sign ? 2 * f->settings.alpha
                         : f->settings.alpha * w->share[k] * speed(FULL, m);
            inquiry_exact(q, "32 classes", f->method->id, t,
                          margin_of(w, f, k, m), margin_error(t, fabs(m)),
                          EQUAL, m);
        }
        inquiry_which(q, q->count - FULL_STEPS, "class %zu", k + 1);
        free(w);
    }
}
static const struct full descent = {&method_sgd, {.alpha = 10}, 0, 0},
                         sign_descent = {&method_adam, {.alpha = 0.05}, 0, 0},
                         one_input = {&method_sgd, {.alpha = 10}, true, 0},
                         not_from_zero = {&method_sgd, {.alpha = 10}, 0, true};
CLAIM(line_1_gradient_descent, PROOF_LINE, COMPUTE(margins, &descent),
      "Equation (4), by steps of SGD on all of $W$ with the full gradient.",
      "Равенство (4) для шагов SGD на всей $W$ с полным градиентом.");
CLAIM(line_1_sign_descent, PROOF_LINE, COMPUTE(margins, &sign_descent),
      "$m=2\\alpha t$, by Adam's with $\\beta_1=\\beta_2=\\epsilon=0$.",
      "$m=2\\alpha t$ для шагов Adam с $\\beta_1=\\beta_2=\\epsilon=0$.");
CLAIM(control_one_input_for_all, CONTROL,
      DROPS(own_inputs, COMPUTE(margins, &one_input)),
      "Equation (4) where all classes have the same input.",
      "Равенство (4), когда у всех классов один и тот же вход.");
CLAIM(control_not_from_zero, CONTROL,
      DROPS(from_zero, COMPUTE(margins, &not_from_zero)),
      "Equation (4) from another start.",
      "Равенство (4) из другой начальной точки.");
/**
### Line 2. The clock

$h$ falls from $h(0)=1$, and $\frac1h$ is convex. Let
$$S(m)=\int_0^m\frac{dm}h=\Bigl(1-\frac1c\Bigr)m+\frac{e^m-1}c.\tag{5}$$
A step of length $\eta h(m)$, $\eta=\alpha\pi_k$, from $m$ to $m'$ adds to $S$ at
least $\frac{m'-m}{h(m)}=\eta$, and by convexity at most $\frac{m'-m}2(\frac1{h(m)}+
\frac1{h(m')})=\frac\eta2(1+\frac{h(m)}{h(m')})$, where $\frac{h(m)}{h(m')}=
\frac{e^{m'}+c-1}{e^m+c-1}\le e^{m'-m}\le e^\eta$. Hence after $t$ steps
$$\eta t\le S(m_t)\le\frac{1+e^\eta}2\eta t.\tag{6}$$
*/
/**ru 1074250887
### Строка 2. Часы

$h$ убывает от $h(0)=1$, а $\frac1h$ выпукла. Пусть
$$S(m)=\int_0^m\frac{dm}h=\Bigl(1-\frac1c\Bigr)m+\frac{e^m-1}c.\tag{5}$$
Шаг длины $\eta h(m)$, $\eta=\alpha\pi_k$, из $m$ в $m'$ прибавляет к $S$ не
меньше $\frac{m'-m}{h(m)}=\eta$ и в силу выпуклости не больше
$\frac{m'-m}2(\frac1{h(m)}+ \frac1{h(m')})=\frac\eta2(1+\frac{h(m)}{h(m')})$,
где $\frac{h(m)}{h(m')}= \frac{e^{m'}+c-1}{e^m+c-1}\le e^{m'-m}\le e^\eta$.
Отсюда после $t$ шагов
$$\eta t\le S(m_t)\le\frac{1+e^\eta}2\eta t.\tag{6}$$
*/
static double clock_at(size_t c, double m) {
    return (1 - 1 / (double)c) * m + expm1(m) / (double)c;
}
enum { MANY = 10000 };
/* eta, and which side of (6), times so much. */
struct clocks {
    enum sign sign;
    double times;
};
static const double etas[] = {4, 1, 0.1, 0.01};
static void clocks(struct inquiry *q) {
    const struct clocks *x = q->with;
    for (size_t i = 0; i < COUNT(etas); i++) {
        double m = 0, eta = etas[i];
        size_t first = q->count;
        for (size_t t = 1; t <= 10000; t++) {
            m += eta * speed(MANY, m);
            if (t > 10 && t % 100) continue;
            double side = x->sign == AT_LEAST ? 1 : (1 + exp(eta)) / 2;
            double right = x->times * side * eta * (double)t;
            inquiry_exact(q, "10^4 classes", "sgd", t, clock_at(MANY, m),
                          (margin_error(t, m) + 4 * DBL_EPSILON) *
                              (1 + exp(m) / MANY),
                          x->sign, right);
        }
        inquiry_which(q, first, "eta = %g", eta);
    }
}
#define CLOCKS(...) COMPUTE(clocks, &(const struct clocks){__VA_ARGS__})
CLAIM(line_2_at_least, PROOF_LINE, CLOCKS(AT_LEAST, 1), "Inequality (6), left.",
      "Неравенство (6), слева.");
CLAIM(line_2_at_most, PROOF_LINE, CLOCKS(AT_MOST, 1), "Inequality (6), right.",
      "Неравенство (6), справа.");
CLAIM(control_line_2_at_1_05, CONTROL, SOMEWHERE(CLOCKS(AT_LEAST, 1.05)),
      "1.05 times (6), left: beaten for short steps.",
      "Левая часть (6), умноженная на 1,05: нарушается при коротких шагах.");
CLAIM(control_line_2_at_0_95, CONTROL, SOMEWHERE(CLOCKS(AT_MOST, 0.95)),
      "0.95 of (6), right: the same.",
      "Правая часть (6), умноженная на 0,95: то же.");
/**
### Line 3. Half of the loss

$\ell_k=\frac12\ln c$ where $1+(c-1)e^{-m}=\sqrt c$, that is $e^m=1+\sqrt c$, where
$S=s_{1/2}$. $S$ rises: the loss is above a half as long as $S(m_t)<s_{1/2}$. After
$t_k$ steps it is not, and with (6), right, this is the left of (2); one step
before it was, and with (6), left, $\eta(t_k-1)<s_{1/2}$. This is part 1.
*/
/**ru 1048783752
### Строка 3. Половина потерь

$\ell_k=\frac12\ln c$ там, где $1+(c-1)e^{-m}=\sqrt c$, то есть $e^m=1+\sqrt c$,
а там $S=s_{1/2}$. $S$ возрастает: потери больше половины, пока
$S(m_t)<s_{1/2}$. После $t_k$ шагов это уже не так, и вместе с правой частью (6)
это даёт левую часть (2); одним шагом раньше это ещё было так, и вместе с левой
частью (6) это даёт $\eta(t_k-1)<s_{1/2}$. Пункт 1 доказан.
*/
static size_t steps_to_half(size_t c, double eta) {
    size_t t = 0;
    for (double m = 0; loss_at(c, m) > log((double)c) / 2; t++)
        m += eta * speed(c, m);
    return t;
}
static double half_time(size_t c) {
    double root = sqrt((double)c);
    return (1 - 1 / (double)c) * log1p(root) + 1 / root;
}
struct halving {
    double fastest; /* alpha pi_1 */
    enum sign sign;
    double times;
    const struct halving *also;
};
/* For class k the time alpha pi_k t_k. */
static void halve(struct inquiry *q) {
    for (const struct halving *x = q->with; x; x = x->also) {
        size_t first = q->count;
        for (size_t k = 1; k <= 1000; k = k < 10 ? k + 1 : k * 10) {
            double eta = x->fastest / (double)k;
            double side = x->sign == AT_MOST
                              ? half_time(MANY) + eta
                              : 2 * half_time(MANY) / (1 + exp(eta));
            inquiry_exact(q, "10^4 classes", "sgd", k,
                          eta * (double)steps_to_half(MANY, eta),
                          8 * DBL_EPSILON * side, x->sign, x->times * side);
        }
        inquiry_which(q, first, "alpha pi_1 = %g", x->fastest);
    }
}
#define HALVED(s, t)                                                           \
    COMPUTE(halve, &(const struct halving){                                    \
                       0.05, s, t, &(const struct halving){4, s, t, NULL}})
CLAIM(bound_half_time_from_above, BOUND, HALVED(AT_MOST, 1),
      "$\\alpha\\pi_kt_k$ is below the right of (2), for the classes $k$.",
      "$\\alpha\\pi_kt_k$ меньше правой части (2) для классов $k$.");
CLAIM(bound_half_time_from_below, BOUND, HALVED(AT_LEAST, 1),
      "And at least its left.", "И не меньше левой.");
CLAIM(control_half_time_at_0_95, CONTROL, SOMEWHERE(HALVED(AT_MOST, 0.95)),
      "0.95 of (2), right.", "Правая часть (2), умноженная на 0,95.");
CLAIM(control_half_time_at_1_05, CONTROL, SOMEWHERE(HALVED(AT_LEAST, 1.05)),
      "1.05 times (2), left.", "Левая часть (2), умноженная на 1,05.");
/**
### Line 4. The total loss from below

$h\le1$, so $m\le\alpha\pi_kt=\frac\tau k$; and $\ell_k$, as a function of $m$, has
slopes above $-1$. So $\ell_k\ge\ln c-\frac\tau k$, and
$$\frac{f(W_t)}{\ln c}\ge\sum_k\pi_k\Bigl(1-\frac\tau{k\ln c}\Bigr)_+\ge1-\frac{H_b}{H_c}-\frac\tau{H_c\ln c}\sum_{k>b}\frac1{k^2}\ge1-\frac{H_b+2}{H_c},\tag{7}$$
as the sum over $k>b$ is below $\frac1{b+1/2}\le\frac2{b+1}$, and $\frac\tau{\ln
c}\le b+1$.

### Line 5. The total loss from above

By (6) gradient descent is never behind its flow, $S(m)=s$, along which
$\frac{d\ell}{ds}=-q\,h\le-q^2$ with $q=1-e^{-\ell}$. From $\ln c$ down to 1 that
takes at most
$$\int_1^{\ln c}\frac{d\ell}{(1-e^{-\ell})^2}=\Bigl[\ln(e^\ell-1)-\frac1{e^\ell-1}\Bigr]_1^{\ln c}\le\ln c+0.05=:s_1,\tag{8}$$
and below 1, where $q\ge(1-\frac1e)\ell$, $\frac1\ell$ grows by at least $r=
(1-\frac1e)^2$ a unit of $s$. So
$$\ell_k\le\frac1{1+r(\tau/k-s_1)}\quad\text{for }k\le a,\tag{9}$$
where $k(1+r(\frac\tau k-s_1))=r\tau-(rs_1-1)k\ge a$ since $\tau\ge as_1$ and
$rs_1\ge1$. These classes have at most the loss $\frac1{H_c}\sum_{k\le a}\frac1a=
\frac1{H_c}$ together, the others at most $\ln c$ each: (3), right $\blacksquare$

With $c=10^4$ classes and the step $\alpha=\frac4{\pi_1}=\frac2L$ (the second
derivatives of a softmax are at most $\frac12$), at $t=1,2,5,\dots,1000$:
*/
/**ru 1248694818
### Строка 4. Полные потери снизу

$h\le1$, поэтому $m\le\alpha\pi_kt=\frac\tau k$; а наклоны $\ell_k$ как функции
$m$ больше $-1$. Значит, $\ell_k\ge\ln c-\frac\tau k$ и
$$\frac{f(W_t)}{\ln c}\ge\sum_k\pi_k\Bigl(1-\frac\tau{k\ln c}\Bigr)_+\ge1-\frac{H_b}{H_c}-\frac\tau{H_c\ln c}\sum_{k>b}\frac1{k^2}\ge1-\frac{H_b+2}{H_c},\tag{7}$$
поскольку сумма по $k>b$ меньше $\frac1{b+1/2}\le\frac2{b+1}$, а
$\frac\tau{\ln c}\le b+1$.

### Строка 5. Полные потери сверху

По (6) градиентный спуск никогда не отстаёт от своего потока $S(m)=s$, вдоль
которого $\frac{d\ell}{ds}=-q\,h\le-q^2$ с $q=1-e^{-\ell}$. От $\ln c$ до 1
проходит время не больше
$$\int_1^{\ln c}\frac{d\ell}{(1-e^{-\ell})^2}=\Bigl[\ln(e^\ell-1)-\frac1{e^\ell-1}\Bigr]_1^{\ln c}\le\ln c+0.05=:s_1,\tag{8}$$
а ниже 1, где $q\ge(1-\frac1e)\ell$, величина $\frac1\ell$ за единицу $s$ растёт
не меньше чем на $r= (1-\frac1e)^2$. Поэтому
$$\ell_k\le\frac1{1+r(\tau/k-s_1)}\quad\text{при }k\le a,\tag{9}$$
где $k(1+r(\frac\tau k-s_1))=r\tau-(rs_1-1)k\ge a$, так как $\tau\ge as_1$ и
$rs_1\ge1$. У этих классов вместе потери не больше $\frac1{H_c}\sum_{k\le
a}\frac1a= \frac1{H_c}$, у остальных — не больше $\ln c$ у каждого; это правая
часть (3) $\blacksquare$

При $c=10^4$ классах и шаге $\alpha=\frac4{\pi_1}=\frac2L$ (вторые производные
softmax не больше $\frac12$), при $t=1,2,5,\dots,1000$:
*/
enum { BLOCKS = MANY / LANES };
/* All margins of 10^4 classes; each class is a lane of W_kk and of W_jk. */
struct classes {
    real share[BLOCKS], w[2 * BLOCKS], state[4 * BLOCKS];
    size_t k;
};
static struct classes *classes_new(bool equal) {
    struct classes *s = allocate(1, sizeof *s);
    fill_shares(MANY, equal, (double *)s->share);
    return s;
}
static real odds_against(size_t c, real margin) {
    return (double)(c - 1) * real_exp(-margin);
}
static void classes_move(struct classes *s, const struct method *method,
                         const struct settings *settings) {
    real gradient[2 * BLOCKS];
    for (size_t b = 0; b < BLOCKS; b++) {
        real odds = odds_against(MANY, s->w[b] - s->w[BLOCKS + b]);
        real wrong = s->share[b] * odds / (1 + odds);
        gradient[b] = -wrong;
        gradient[BLOCKS + b] = wrong / (MANY - 1.0);
    }
    method->step(settings, s->k++, 2 * BLOCKS, s->w, gradient, s->state);
}
/* f(W) / ln c. */
static double total_loss(const struct classes *s) {
    struct compensated sum = {0};
    for (size_t b = 0; b < BLOCKS; b++) {
        real odds = odds_against(MANY, s->w[b] - s->w[BLOCKS + b]);
        compensated_add(&sum, s->share[b] * real_log1p(odds));
    }
    return real_sum(compensated_value(&sum)) / log(MANY);
}
static double from_below(double tau) {
    double ratio = tau / log(MANY);
    size_t b = ratio > 0 ? (size_t)ceil(ratio) - 1 : 0;
    return 1 - (harmonic(b < MANY ? b : MANY) + 2) / harmonic(MANY);
}
static double from_above(double tau) {
    size_t a = (size_t)(tau / (log(MANY) + 0.05));
    return 1 - (harmonic(a < MANY ? a : MANY) - 1 / log(MANY)) / harmonic(MANY);
}
/* (7), in the middle. */
static double sum_from_below(double tau) {
    double sum = 0;
    for (size_t k = MANY; k > 0; k--)
        sum += larger(0, 1 - tau / ((double)k * log(MANY))) / (double)k;
    return sum / harmonic(MANY);
}
struct bracket {
    double (*bound)(double tau);
    enum sign sign;
    double fastest; /* alpha pi_1 */
    double taken;   /* what the bound takes it for; 0: that */
    bool equal;     /* frequencies; the step is of the same tau */
};
static void brackets(struct inquiry *q) {
    const struct bracket *x = q->with;
    static const size_t at[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    struct classes *s = classes_new(x->equal);
    struct settings settings = {.alpha = x->fastest / s->share[0][0]};
    for (size_t i = 0; i < COUNT(at); i++) {
        while (s->k < at[i]) classes_move(s, &method_sgd, &settings);
        double tau = (x->taken > 0 ? x->taken : x->fastest) * (double)at[i];
        inquiry_exact(q, "10^4 classes", "sgd", at[i], total_loss(s),
                      margin_error(at[i], 20), x->sign, x->bound(tau));
    }
    free(s);
}
#define BRACKET(...) COMPUTE(brackets, &(const struct bracket){__VA_ARGS__})
CLAIM(line_4_sum, PROOF_LINE,
      BRACKET(.bound = sum_from_below, .sign = AT_LEAST, .fastest = 0.4),
      "Inequality (7), left, with a tenth of that step.",
      "Неравенство (7), слева, с шагом, в десять раз меньшим.");
CLAIM(bound_total_from_below, BOUND,
      LOOSE(0.923,
            BRACKET(.bound = from_below, .sign = AT_LEAST, .fastest = 4)),
      "Inequality (3), left.", "Неравенство (3), слева.");
CLAIM(bound_total_from_above, BOUND,
      LOOSE(0.917, BRACKET(.bound = from_above, .sign = AT_MOST, .fastest = 4)),
      "Inequality (3), right.", "Неравенство (3), справа.");
/* (9) on the flow itself: the loss at time s, by bisection of (5). */
static void below_one(struct inquiry *q) {
    const double *times = q->with;
    double s_1 = log(MANY) + 0.05, r = (1 - exp(-1)) * (1 - exp(-1));
    for (size_t i = 0; i <= 100; i++) {
        double s = s_1 + 0.1 * (double)(i * i), low = 0, high = s;
        for (size_t halving = 0; halving < 100; halving++) {
            double middle = (low + high) / 2;
            *(clock_at(MANY, middle) < s ? &low : &high) = middle;
        }
        inquiry_exact(q, "10^4 classes", "flow", i, loss_at(MANY, low), 1e-12,
                      AT_MOST, *times / (1 + r * (s - s_1)));
    }
}
CLAIM(line_5_below_one, PROOF_LINE, COMPUTE(below_one, &(const double){1}),
      "Inequality (9), along the flow.", "Неравенство (9) вдоль потока.");
CLAIM(control_line_5_at_0_95, CONTROL,
      COMPUTE(below_one, &(const double){0.95}), "0.95 of it.",
      "0,95 этой границы.");
/**
**The longest stable step.** A longer step never hurts here, since margins only
grow, so the best step of any grid is its last. Up to $\frac2L$, and after 1000
steps, gradient descent is left with 0.229 of its loss (2.1 of 9.2; (3) says
0.116 to 0.332), and sign descent, by Adam's steps of 0.05, with nothing:
*/
/**ru 4022168677
**Самый длинный устойчивый шаг.** Более длинный шаг здесь никогда не вредит,
потому что отступы только растут, так что лучший шаг любой сетки — последний.
Если брать шаги до $\frac2L$, то после 1000 шагов у градиентного спуска остаётся
0,229 его потерь (2,1 из 9,2; по (3) — от 0,116 до 0,332), а у знакового спуска,
шагами Adam длины 0,05, — ничего:
*/
static void after_1000_steps(struct inquiry *q) {
    double before = 1;
    for (size_t i = 0; i < 4; i++) {
        struct classes *s = classes_new(false);
        struct settings settings = {.alpha = 4 / s->share[0][0] /
                                             pow(4, 3.0 - (double)i)};
        while (s->k < 1000) classes_move(s, &method_sgd, &settings);
        double now = total_loss(s);
        inquiry_exact(q, "10^4 classes", "sgd", i + 1, now,
                      margin_error(1000, 20), AT_MOST, before);
        before = now;
        free(s);
    }
}
CLAIM(
    longer_is_better, SHARPNESS, COMPUTE(after_1000_steps),
    "With the steps $4^{-3},\\dots,4^0$ times $\\frac2L$: each is better than "
    "the one before.",
    "С шагами $4^{-3},\\dots,4^0$, умноженными на $\\frac2L$: каждый лучше "
    "предыдущего.");
static void by_sign(struct inquiry *q) {
    struct classes *s = classes_new(false);
    struct settings settings = {.alpha = 0.05};
    for (size_t t = 1; t <= 1000; t++) {
        classes_move(s, &method_adam, &settings);
        if (t % 100 && t > 10) continue;
        double m = 2 * settings.alpha * (double)t, right = loss_at(MANY, m);
        inquiry_exact(q, "10^4 classes", "adam", t, total_loss(s) * log(MANY),
                      right * margin_error(t, m) + 8 * DBL_EPSILON * right,
                      EQUAL, right);
    }
    free(s);
}
CLAIM(sign_descent_is_one_curve, IDENTITY, COMPUTE(by_sign),
      "Part 3 for sign descent: total loss $\\ln(1+(c-1)e^{-2\\alpha t})$.",
      "Пункт 3 для знакового спуска: полные потери $\\ln(1+(c-1)e^{-2\\alpha "
      "t})$.");
/**
### Line 6. Methods that know no scale

Suppose all classes had the same margins up to some step. Then their gradients so
far are the same sequence, times $\pi_k$. Steps of Adam, RMSProp and AdaGrad with
$\epsilon=0$ do not change when all gradients of a coordinate are multiplied by a
positive number, so the margins are the same after the next step. This is part 3
$\blacksquare$ On all of $W$, $c=32$, the margins of four classes after each step
against that of the first class:
*/
/**ru 3831682634
### Строка 6. Методы, которым неизвестен масштаб

Пусть до некоторого шага отступы всех классов одинаковы. Тогда их градиенты
вплоть до этого шага — одна и та же последовательность, умноженная на $\pi_k$.
Шаги Adam, RMSProp и AdaGrad с $\epsilon=0$ не меняются, когда все градиенты
одной координаты умножаются на положительное число, так что и после следующего
шага отступы одинаковы. Это пункт 3 $\blacksquare$ На всей $W$, $c=32$, отступы
четырёх классов после каждого шага сравниваются с отступом первого класса:
*/
static void alike(struct inquiry *q) {
    const struct full *f = q->with;
    for (; f->method; f++) {
        struct weights *w = allocate(1, sizeof *w);
        start(w, f);
        for (size_t t = 1; t <= FULL_STEPS; t++) {
            move(w, f);
            double first = (w->w[0] - w->w[1])[0];
            double worst = first;
            for (size_t i = 0; i < COUNT(watched); i++) {
                double m = margin_of(w, f, watched[i], first);
                if (!(fabs(m - first) <= fabs(worst - first))) worst = m;
            }
            /* A relative error of gradients moves a step by twice that, and an
             * error of m the next gradients by as much: e^(2m) in all. */
            inquiry_exact(q, "32 classes", f->method->id, t, worst,
                          margin_error(t, first) * exp(2 * first), EQUAL,
                          first);
        }
        free(w);
    }
}
static const struct full scale_free[] = {
    {&method_adam, {.alpha = 0.02, .beta1 = 0.9, .beta2 = 0.999}, 0, 0},
    {&method_rmsprop, {.alpha = 0.01, .gamma = 0.9}, 0, 0},
    {&method_adagrad, {.alpha = 0.1}, 0, 0},
    {0}};
static const struct full with_epsilon[] = {
    {&method_adam,
     {.alpha = 0.02, .beta1 = 0.9, .beta2 = 0.999, .eps = 1e-4},
     0,
     0},
    {0}};
static const struct full of_descent[] = {{&method_sgd, {.alpha = 0.3}, 0, 0},
                                         {0}};
CLAIM(line_6_all_alike, PROOF_LINE, COMPUTE(alike, scale_free),
      "All margins are equal, with Adam, RMSProp and AdaGrad.",
      "Все отступы равны у Adam, RMSProp и AdaGrad.");
CLAIM(control_epsilon, CONTROL,
      DROPS(epsilon_is_0, COMPUTE(alike, with_epsilon)),
      "The same with Adam and $\\epsilon=10^{-4}$.",
      "То же с Adam и $\\epsilon=10^{-4}$.");
CLAIM(control_gradient_descent_alike, CONTROL, COMPUTE(alike, of_descent),
      "The same with gradient descent.", "То же с градиентным спуском.");
/**
## With sampling

Batches of 32 labels, $c=300$. A batch moves only the classes that are in it, so
that «SGD» has $\ell_k\in[0,\ln c]$ as before, and so has Adam: all gradients of a
coordinate have one sign; its $\epsilon=10^{-12}$ leaves classes at rest that were
not yet seen. SGD has the step $\frac2L$, Adam (0.9, 0.999) the step
0.5, with which it is *behind* on the most frequent class at first. Classes are
grouped by frequency into tenths of the data, as in the lecture's picture.

@figure sgd_adam_imb The total loss, mean of 64 runs
@figure sgd_adam_imb_leg The same by groups of classes
*/
/**ru 1611745069
## С выборкой

Батчи по 32 метки, $c=300$. Батч двигает только те классы, которые в нём есть,
так что у «SGD» по-прежнему $\ell_k\in[0,\ln c]$, и у Adam тоже: все градиенты
одной координаты одного знака; его $\epsilon=10^{-12}$ оставляет на месте
классы, которые ещё не встречались. У SGD шаг $\frac2L$, у Adam (0,9; 0,999) шаг
0,5, с которым он на самом частом классе вначале *отстаёт*. Классы сгруппированы
по частоте в десятые доли данных, как на рисунке лекции.

@figure sgd_adam_imb Полные потери, среднее по 64 запускам
@figure sgd_adam_imb_leg То же по группам классов
*/
enum { SOME = 300, BATCH = 32, GROUPS = 10, SAMPLED_STEPS = 100 };
struct sampler {
    double share[SOME], below[SOME]; /* cumulated */
    size_t group[SOME];
    double weight[GROUPS];
};
static void sampler_fill(struct sampler *s, bool equal) {
    memset(s, 0, sizeof *s);
    fill_shares(SOME, equal, s->share);
    double sum = 0;
    for (size_t k = 0; k < SOME; k++) {
        s->group[k] = (size_t)(GROUPS * (sum + s->share[k] / 2));
        s->weight[s->group[k]] += s->share[k];
        s->below[k] = sum += s->share[k];
    }
}
static size_t drawn_class(const struct sampler *s, double u) {
    size_t low = 0, high = SOME - 1; /* the first class with u < below */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (u < s->below[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
struct sampled_run {
    real w[2 * SOME], state[4 * SOME]; /* W_kk of all classes, then W_jk */
    size_t k;
};
static void sampled_move(struct sampled_run *r, const struct sampler *s,
                         const struct method *method,
                         const struct settings *settings,
                         struct pcg_lanes *random) {
    real gradient[2 * SOME], wrong[SOME];
    memset(gradient, 0, sizeof gradient);
    for (size_t k = 0; k < SOME; k++) {
        real odds = odds_against(SOME, r->w[k] - r->w[SOME + k]);
        wrong[k] = odds / (1 + odds) / BATCH;
    }
    for (size_t i = 0; i < BATCH; i++) {
        real u = pcg_lanes_unit(random);
        for (size_t l = 0; l < LANES; l++) {
            size_t k = drawn_class(s, u[l]);
            gradient[k][l] -= wrong[k][l];
            gradient[SOME + k][l] += wrong[k][l] / (SOME - 1);
        }
    }
    method->step(settings, r->k++, 2 * SOME, r->w, gradient, r->state);
}
/* Mean loss of a group of classes in each run; GROUPS: of all. */
static real group_loss(const struct sampled_run *r, const struct sampler *s,
                       size_t group) {
    real sum = {0};
    double weight = 0;
    for (size_t k = 0; k < SOME; k++) {
        if (group < GROUPS && s->group[k] != group) continue;
        sum += s->share[k] *
               real_log1p(odds_against(SOME, r->w[k] - r->w[SOME + k]));
        weight += s->share[k];
    }
    return sum / weight;
}
/* What the two are run with. */
static const struct method *const racers[] = {&method_sgd, &method_adam};
static struct settings racing(const struct sampler *s, size_t racer) {
    return racer ? (struct settings){.alpha = 0.5,
                                     .beta1 = 0.9,
                                     .beta2 = 0.999,
                                     .eps = 1e-12}
                 : (struct settings){.alpha = 4 / s->share[0]};
}
struct sampled {
    size_t racer, group, step;
    enum sign sign;
    double bound; /* of the loss, over ln c */
    bool equal;
    const struct sampled *also;
};
static void sampled_losses(struct inquiry *q) {
    for (const struct sampled *x = q->with; x; x = x->also) {
        struct sampler s;
        sampler_fill(&s, x->equal);
        struct settings settings = racing(&s, x->racer);
        size_t bundles = (runs_wanted(2048, q->options) + LANES - 1) / LANES;
        struct moments loss = {0};
        for (size_t b = 0; b < bundles && !inquiry_interrupted(q); b++) {
            struct pcg_lanes random = inquiry_lanes(q, b * LANES);
            struct sampled_run *r = allocate(1, sizeof *r);
            while (r->k < x->step)
                sampled_move(r, &s, racers[x->racer], &settings, &random);
            real found = group_loss(r, &s, x->group) / log(SOME);
            for (size_t l = 0; l < LANES; l++)
                loss = moments_merged(
                    loss,
                    (struct moments){1, !(found[l] <= 1 + 1e-12), found[l], 0});
            free(r);
        }
        if (loss.broken) q->trouble = "a loss is above ln c";
        inquiry_measured(q, "300 classes", racers[x->racer]->id, x->step, &loss,
                         interval_of_mean(&loss, 1 + 1e-12, q->options->delta),
                         x->sign, x->bound);
        if (x->group < GROUPS)
            inquiry_which(q, q->count - 1, "tenth %zu of the data",
                          x->group + 1);
    }
}
enum { BY_SGD, BY_ADAM, RAREST = GROUPS - 1 };
static const struct sampled adam_is_behind[] = {
    {BY_SGD, 0, 3, AT_MOST, 0.1, false, &adam_is_behind[1]},
    {BY_ADAM, 0, 3, AT_LEAST, 0.4, false, NULL}};
static const struct sampled rare_classes[] = {
    {BY_SGD, RAREST, SAMPLED_STEPS, AT_LEAST, 0.6, false, &rare_classes[1]},
    {BY_ADAM, RAREST, SAMPLED_STEPS, AT_MOST, 0.2, false, NULL}};
static const struct sampled all_classes[] = {
    {BY_SGD, GROUPS, SAMPLED_STEPS, AT_LEAST, 0.1, false, &all_classes[1]},
    {BY_ADAM, GROUPS, SAMPLED_STEPS, AT_MOST, 0.05, false, NULL}};
static const struct sampled equal_classes[] = {
    {BY_SGD, GROUPS, SAMPLED_STEPS, AT_LEAST, 0.1, true, NULL}};
CLAIM(sampled_frequent_class, SHARPNESS,
      COMPUTE(sampled_losses, adam_is_behind, .limits = 4),
      "The most frequent class after 3 steps: SGD has less than 0.1 of its "
      "loss left, Adam more than 0.4.",
      "Самый частый класс после 3 шагов: у SGD осталось меньше 0,1 потерь, у "
      "Adam больше 0,4.");
CLAIM(sampled_rare_classes, SHARPNESS,
      COMPUTE(sampled_losses, rare_classes, .limits = 4),
      "The rarest tenth after 100 steps: SGD has more than 0.6 of its loss "
      "left, Adam less than 0.2.",
      "Самая редкая десятая после 100 шагов: у SGD осталось больше 0,6 потерь, "
      "у Adam меньше 0,2.");
CLAIM(sampled_total, SHARPNESS,
      COMPUTE(sampled_losses, all_classes, .limits = 4),
      "All classes: SGD more than 0.1, Adam less than 0.05.",
      "Все классы: у SGD больше 0,1, у Adam меньше 0,05.");
CLAIM(control_sampled_equal, CONTROL,
      DROPS(zipf, COMPUTE(sampled_losses, equal_classes, .limits = 2)),
      "SGD has more than 0.1 left where all classes are equally frequent.",
      "У SGD остаётся больше 0,1, когда все классы одинаково часты.");
/**
**Sign descent needs the full gradient.** With batches of which a rare class is
seldom part it moves that class as seldom: one curve for all is lost.
*/
/**ru 1379900498
**Знаковому спуску нужен полный градиент.** С батчами, в которые редкий класс
попадает редко, он так же редко и двигает этот класс: одной кривой на всех
больше нет.
*/
static void signs_of_batches(struct inquiry *q) {
    struct sampler s;
    sampler_fill(&s, false);
    struct sampled_run *r = allocate(1, sizeof *r);
    struct pcg_lanes random = inquiry_lanes(q, 0);
    struct settings settings = {.alpha = 0.05, .eps = 1e-300};
    while (r->k < SAMPLED_STEPS)
        sampled_move(r, &s, &method_adam, &settings, &random);
    for (size_t k = 1; k <= SOME; k *= 10)
        inquiry_exact(q, "300 classes", "adam", k,
                      (r->w[k - 1] - r->w[SOME + k - 1])[0],
                      margin_error(SAMPLED_STEPS, 10), EQUAL,
                      2 * settings.alpha * SAMPLED_STEPS);
    free(r);
}
CLAIM(control_signs_of_batches, CONTROL,
      DROPS(full_gradient, COMPUTE(signs_of_batches)),
      "$m=2\\alpha t$ for sign descent on batches of 32.",
      "$m=2\\alpha t$ для знакового спуска на батчах по 32.");
/**
## What breaks

**Zipf's law.** Where all classes are equally frequent, all take $t$ such that
$\alpha t/c$ reaches $s_{1/2}$, at the same time: with the step $\frac2L=4c$ two
steps for $c=10^4$. **The step.** The inputs are orthogonal and nothing is noisy, so a huge step
makes all margins huge at once. It is $\alpha\le\frac2L$ that makes (3) speak of
$t$; in networks, whose inputs are not orthogonal, longer ones diverge.
*/
/**ru 3863629414
## Что ломается {#what-breaks}

**Закон Ципфа.** Если все классы одинаково часты, то для всех одновременно
наступает $t$, при котором $\alpha t/c$ достигает $s_{1/2}$: с шагом
$\frac2L=4c$ это два шага при $c=10^4$. **Шаг.** Входы ортогональны, шума нет, так что
огромный шаг сразу делает огромными все отступы. Именно $\alpha\le\frac2L$
заставляет (3) говорить о $t$; в сетях, где входы не ортогональны, более длинные
шаги расходятся.
*/
CLAIM(control_equal_frequencies, CONTROL,
      DROPS(zipf, BRACKET(.bound = from_below, .sign = AT_LEAST, .fastest = 4,
                          .equal = true)),
      "Inequality (3), left, where $\\pi_k=\\frac1c$.",
      "Неравенство (3), слева, при $\\pi_k=\\frac1c$.");
CLAIM(control_huge_step, CONTROL,
      DROPS(stable_step, BRACKET(.bound = from_below, .sign = AT_LEAST,
                                 .fastest = 1e6, .taken = 4)),
      "Inequality (3), left, with $\\tau=4t$ and the step "
      "$\\frac{10^6}{\\pi_1}$.",
      "Неравенство (3), слева, с $\\tau=4t$ и шагом $\\frac{10^6}{\\pi_1}$.");

static const struct claim *const claims[] = {line_1_gradient_descent,
                                             line_1_sign_descent,
                                             control_one_input_for_all,
                                             control_not_from_zero,
                                             line_2_at_least,
                                             line_2_at_most,
                                             control_line_2_at_1_05,
                                             control_line_2_at_0_95,
                                             bound_half_time_from_above,
                                             bound_half_time_from_below,
                                             control_half_time_at_0_95,
                                             control_half_time_at_1_05,
                                             line_4_sum,
                                             bound_total_from_below,
                                             bound_total_from_above,
                                             line_5_below_one,
                                             control_line_5_at_0_95,
                                             longer_is_better,
                                             sign_descent_is_one_curve,
                                             line_6_all_alike,
                                             control_epsilon,
                                             control_gradient_descent_alike,
                                             sampled_frequent_class,
                                             sampled_rare_classes,
                                             sampled_total,
                                             control_sampled_equal,
                                             control_signs_of_batches,
                                             control_equal_frequencies,
                                             control_huge_step};

/* ---- pictures ---- */

static int descending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}
static void draw_words(struct canvas *c, const void *with) {
    (void)with;
    enum { WORDS = 1000000 };
    double share[MANY], below[MANY], seen[MANY] = {0}, sum = 0;
    double(*points)[2] = allocate(MANY, sizeof *points);
    fill_shares(MANY, false, share);
    for (size_t k = 0; k < MANY; k++) below[k] = sum += share[k];
    struct pcg random = pcg_seeded(42, 54);
    for (size_t i = 0; i < WORDS; i++) {
        double u = (double)(pcg_64(&random) >> 11) * 0x1p-53;
        size_t low = 0, high = MANY - 1;
        while (low < high) {
            size_t middle = (low + high) / 2;
            *(u < below[middle] ? &high : &low) =
                u < below[middle] ? middle : middle + 1;
        }
        seen[low]++;
    }
    qsort(seen, MANY, sizeof *seen, descending);
    size_t count = 0;
    for (size_t k = 0; k < MANY && seen[k] > 0; k++) {
        if (k > 100 && k % 50) continue;
        points[count][0] = (double)(k + 1);
        points[count++][1] = seen[k];
    }
    canvas_draw(c, (struct pen){.colour = 2, .name = {"counts", "частоты"}},
                (const double(*)[2])points, count);
    canvas_draw(c,
                (struct pen){.colour = PEN_GREY,
                             .dashed = true,
                             .name = {"Zipf's law, 1/k", "закон Ципфа, 1/k"}},
                (const double[][2]){{1, WORDS * share[0]},
                                    {MANY, WORDS * share[MANY - 1]}},
                2);
    free(points);
}
static void draw_total(struct canvas *c, const void *with) {
    (void)with;
    static double found[200][2], low[200][2], high[200][2];
    size_t count = 0;
    struct classes *s = classes_new(false);
    struct settings settings = {.alpha = 4 / s->share[0][0]};
    for (double next = 1; s->k < 20000; next *= 1.06) {
        while (s->k < (size_t)next) classes_move(s, &method_sgd, &settings);
        double tau = 4 * (double)s->k;
        found[count][0] = low[count][0] = high[count][0] = tau;
        found[count][1] = total_loss(s);
        low[count][1] = from_below(tau);
        high[count++][1] = from_above(tau);
        if (count == COUNT(found)) break;
    }
    free(s);
    canvas_draw(c,
                (struct pen){.colour = 0,
                             .name = {"gradient descent", "градиентный спуск"}},
                (const double(*)[2])found, count);
    canvas_draw(c, (struct pen){.colour = PEN_GREY, .dashed = true},
                (const double(*)[2])low, count);
    canvas_draw(c,
                (struct pen){.colour = PEN_GREY,
                             .dashed = true,
                             .name = {"bounds", "границы"}},
                (const double(*)[2])high, count);
}
/* Mean losses over 64 runs: of `group`, or for GROUPS of all. */
static void draw_race(struct canvas *c, size_t racer, size_t group,
                      struct pen pen) {
    struct sampler s;
    sampler_fill(&s, false);
    struct settings settings = racing(&s, racer);
    double points[SAMPLED_STEPS + 1][2] = {{0}};
    for (size_t b = 0; b < 4; b++) {
        struct sampled_run *r = allocate(1, sizeof *r);
        struct pcg_lanes random = pcg_lanes_of_runs(42, 54, b * LANES);
        for (size_t t = 0; t <= SAMPLED_STEPS; t++) {
            points[t][0] = (double)t;
            points[t][1] += real_sum(group_loss(r, &s, group)) / (4 * LANES);
            sampled_move(r, &s, racers[racer], &settings, &random);
        }
        free(r);
    }
    canvas_draw(c, pen, (const double(*)[2])points, SAMPLED_STEPS + 1);
}
static void draw_both(struct canvas *c, const void *with) {
    (void)with;
    for (size_t racer = 0; racer < COUNT(racers); racer++)
        draw_race(c, racer, GROUPS,
                  (struct pen){.colour = racers[racer]->colour,
                               .name = {racers[racer]->title[0],
                                        racers[racer]->title[1]}});
}
static void draw_groups(struct canvas *c, const void *with) {
    (void)with;
    for (size_t racer = 0; racer < COUNT(racers); racer++) {
        struct pen pen = {.panel = racer, .colour = PEN_WARMTH};
        for (size_t group = 0; group < GROUPS; group++) {
            pen.warmth = (double)group / (GROUPS - 1);
            draw_race(c, racer, group, pen);
        }
        pen.kind = STROKE_WORDS;
        pen.name[0] = "rarest tenth";
        pen.name[1] = "самая редкая десятая";
        canvas_draw(c, pen, (const double[][2]){{50, 5.3}}, 1);
        pen.warmth = 0;
        pen.name[0] = "most frequent class";
        pen.name[1] = "самый частый класс";
        canvas_draw(c, pen, (const double[][2]){{50, 5.7}}, 1);
    }
}
static const struct picture pictures[] = {
    {.name = "PTB_classes",
     .title =
         {"Words have heavy tails: few are seen often, most of them seldom",
          "У слов тяжёлые хвосты: немногие часты, большинство редки"},
     .shows = {"How often each of 10000 classes was seen among a million draws "
               "from Zipf's law, by rank, on logarithmic axes: a straight line "
               "from 102000 to a few. The Penn Treebank itself is not free.",
               "Сколько раз каждый из 10000 классов встретился среди миллиона "
               "случайных слов по закону Ципфа, по рангу, в логарифмических "
               "осях: прямая от 102000 до нескольких. Сам Penn Treebank не "
               "распространяется свободно."},
     .panel = {{.x = {"rank of the class k", "ранг класса k"},
                .y = {"samples", "число примеров"},
                .log_x = true,
                .log_y = true}},
     .draw = draw_words},
    {.name = "total",
     .title = {"Gradient descent's loss falls with the logarithm of time",
               "Потери градиентного спуска убывают с логарифмом времени"},
     .shows =
         {"Total loss of gradient descent over ln c as the time tau grows "
          "from 4 to 80000 on a logarithmic axis: close to a straight line "
          "between a lower and an upper bound.",
          "Потери градиентного спуска в долях ln c при росте времени tau от "
          "4 до 80000 в логарифмической шкале: почти прямая между нижней и "
          "верхней границами."},
     .panel = {{.x = {"τ = α π_1 t", "τ = α π_1 t"},
                .y = {"loss / ln c", "потери / ln c"},
                .log_x = true,
                .low = {4, 0},
                .high = {80000, 1.05}}},
     .draw = draw_total},
    {.name = "sgd_adam_imb",
     .title = {"On heavy-tailed labels Adam leaves SGD behind",
               "На метках с тяжёлыми хвостами Adam обгоняет SGD"},
     .shows = {"Mean total loss of SGD and of Adam over 100 steps with batches "
               "of 32 from 300 classes: SGD is ahead for a few steps, then it "
               "slows down, and Adam passes it.",
               "Средние потери SGD и Adam за 100 шагов с батчами по 32 из 300 "
               "классов: сначала SGD впереди, затем он замедляется, и Adam "
               "обгоняет его."},
     .panel = {{.x = {"iterations", "число итераций"},
                .y = {"loss", "потери"},
                .low = {0, 0},
                .high = {100, 6}}},
     .draw = draw_both},
    {.name = "sgd_adam_imb_leg",
     .title = {"SGD leaves rare classes behind, Adam much less",
               "SGD оставляет редкие классы позади, Adam — гораздо меньше"},
     .shows =
         {"Mean loss by tenths of the data, from the most frequent class to "
          "the rarest ones: with SGD they fall one after another, and the "
          "rarest keep 0.69 of their loss after 100 steps; with Adam they fall "
          "closer together, and the rarest keep 0.13.",
          "Средние потери по десятым долям данных, от самого частого класса до "
          "самых редких: у SGD они падают по очереди, и у самых редких через "
          "100 шагов остаётся 0.69; у Adam — почти вместе, и остаётся 0.13."},
     .width = 800,
     .height = 400,
     .panel_count = 2,
     .panel = {{.title = {"SGD", "SGD"},
                .x = {"iterations", "число итераций"},
                .y = {"loss", "потери"},
                .low = {0, 0},
                .high = {100, 6}},
               {.title = {"Adam", "Adam"},
                .x = {"iterations", "число итераций"},
                .y = {"loss", "потери"},
                .low = {0, 0},
                .high = {100, 6}}},
     .draw = draw_groups},
};

const struct theorem theorem_heavy_tailed_labels = {
    .id = "heavy_tailed_labels",
    .title = {"Heavy-tailed labels", "Метки с тяжёлыми хвостами"},
    .source = "Почему Adam работает хуже для CV, чем для LLM?",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    PICTURES(pictures),
};

/**
## Exercises

@exercise bound_half_time_from_above Let $c=10^4$ and $\alpha\pi_1=0.05$. Predict from (2) after
    how many steps of gradient descent class 1 and class 1000 have half of their loss, under
    Zipf's law. Then make the step 80 times longer: does it save a factor of 80 in both?
    The program's answer:
    `descent verify heavy_tailed_labels/bound_half_time_from_above`. ::
    $s_{1/2}$ is about 4.62. Class 1 needs about $4.62/0.05$ steps, 93 when rounded up, and
    class 1000 a thousand times as many, about 92500. With $\alpha\pi_1=4$ class 1000 is still
    slow, $\alpha\pi_k=0.004$, so both sides of (2) nearly agree, and it needs 1157 steps, about
    80 times fewer. Class 1 needs 2: the number is whole, and one step, from 0 to the margin 4,
    is not enough for $e^m=1+\sqrt c$. A longer step still saves time on the rare classes when
    there is none left to save on the frequent ones.
@exercise control_epsilon A frequent class sends the gradient 1 and a rare one $10^{-4}$, three
    times. Predict Adam's steps with $\epsilon=0$ and with $\epsilon=10^{-4}$, then run
    `printf '1 0.0001\n1 0.0001\n1 0.0001\n' | descent trace adam --alpha 0.1 --eps 0.0001` and
    the same with `--eps 0`. What does that say of part 3? :: With constant gradients, and
    thanks to the bias correction, Adam's step is $\alpha\frac g{|g|+\epsilon}$. With
    $\epsilon=0$ it is 0.1 for both, with $\epsilon=10^{-4}$ still about 0.1 for the frequent
    class, but 0.05 for the rare one, whose gradient is no larger than $\epsilon$. Line 6 needs
    a step that does not change when all gradients are multiplied by $\pi_k$, and $\epsilon$ has
    a scale. So classes rarer than about $\epsilon$ fall behind, and for $\epsilon$ large
    against all gradients Adam is gradient descent with momentum.
@exercise control_equal_frequencies Keep $\alpha\pi_1=4$ and $c=10^4$, but let all classes be
    equally frequent. Which of lines 1 to 6 stay true? Predict how much of the loss is left
    after two steps, and what the left side of (3) says; then see
    `descent verify heavy_tailed_labels/control_equal_frequencies`. :: Lines 1, 2, 3 and 6 speak
    of one class at a time and hold for any $\pi_k$; in lines 4 and 5 the bounds for a single
    class do as well, but the sums over classes use $\pi_k=\frac1{kH_c}$. Now every class does
    what the most frequent one did, and that has less than half of its loss after two steps: the
    total is about 0.16 of $\ln c$, while (3) does not let it below 0.796. It is the long row of
    slow classes that makes the total loss fall like a logarithm, and not the slowness of any
    one of them.
*/
/**ru 3752688271
## Упражнения

@exercise bound_half_time_from_above Пусть $c=10^4$ и $\alpha\pi_1=0.05$. Предскажите по (2),
    через сколько шагов градиентного спуска у класса 1 и у класса 1000 остаётся половина потерь
    при законе Ципфа. Затем сделайте шаг в 80 раз длиннее: сократится ли в 80 раз и то и другое?
    Ответ программы:
    `descent verify heavy_tailed_labels/bound_half_time_from_above`. :: $s_{1/2}$ равно примерно 4,62. Классу 1 нужно около $4.62/0.05$ шагов, с округлением
    вверх 93, а классу 1000 — в тысячу раз больше, около 92 500. При $\alpha\pi_1=4$ класс 1000
    всё ещё медленный, $\alpha\pi_k=0.004$, так что обе части (2) почти совпадают, и ему нужно
    1157 шагов, примерно в 80 раз меньше. Классу 1 нужно 2: число целое, а одного шага, от 0 до
    отступа 4, для $e^m=1+\sqrt c$ не хватает. Более длинный шаг ещё экономит время на редких
    классах, когда на частых экономить уже нечего.
@exercise control_epsilon Частый класс трижды присылает градиент 1, а редкий — $10^{-4}$.
    Предскажите шаги Adam при $\epsilon=0$ и при $\epsilon=10^{-4}$, а затем выполните
    `printf '1 0.0001\n1 0.0001\n1 0.0001\n' | descent trace adam --alpha 0.1 --eps 0.0001` и то
    же с `--eps 0`. Что это говорит о пункте 3? :: При постоянных градиентах благодаря коррекции
    смещения шаг Adam равен $\alpha\frac g{|g|+\epsilon}$. При $\epsilon=0$ это 0,1 для обоих, а
    при $\epsilon=10^{-4}$ — всё ещё около 0,1 для частого класса, но 0,05 для редкого, градиент
    которого не больше $\epsilon$. Строке 6 нужен шаг, который не меняется, когда все градиенты
    умножаются на $\pi_k$, а у $\epsilon$ есть масштаб. Поэтому классы более редкие, чем
    примерно $\epsilon$, отстают, а при $\epsilon$, большом по сравнению со всеми градиентами,
    Adam — это градиентный спуск с моментом.
@exercise control_equal_frequencies Оставьте $\alpha\pi_1=4$ и $c=10^4$, но пусть все классы
    одинаково часты. Какие из строк 1–6 остаются верными? Предскажите, какая доля потерь
    останется после двух шагов и что утверждает левая часть (3); затем посмотрите
    `descent verify heavy_tailed_labels/control_equal_frequencies`. :: Строки 1, 2, 3 и 6
    говорят об одном классе и верны при любых $\pi_k$; в строках 4 и 5 то же относится к оценкам
    для отдельного класса, но суммы по классам используют $\pi_k=\frac1{kH_c}$. Теперь каждый
    класс делает то же, что делал самый частый, а у того после двух шагов меньше половины
    потерь: всего остаётся около 0,16 от $\ln c$, тогда как (3) не пускает ниже 0,796.
    Логарифмическое убывание полных потерь создаёт длинный ряд медленных классов, а не
    медленность какого-то одного из них.
*/

/**
## References

- F. Kunstner, A. Milligan, R. Yadav, M. Schmidt, A. Bietti, *Heavy-tailed class
  imbalance and why Adam outperforms gradient descent on language models*,
  NeurIPS 2024: the lecture's source, and the problem (1).
- F. Kunstner, F. Bach, *Scaling laws for gradient descent and sign descent for
  linear bigram models under Zipf's law*, arXiv:2505.19227 (2025): the logarithm
  in (3), for a quadratic loss.
*/
/**ru 2287463624
## Литература

- F. Kunstner, A. Milligan, R. Yadav, M. Schmidt, A. Bietti, *Heavy-tailed class
  imbalance and why Adam outperforms gradient descent on language models*,
  NeurIPS 2024: источник лекции и задача (1).
- F. Kunstner, F. Bach, *Scaling laws for gradient descent and sign descent for
  linear bigram models under Zipf's law*, arXiv:2505.19227 (2025): логарифм в
  (3) для квадратичной функции потерь.
*/
