/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Where a network starts

The lecture (slide «Правильная инициализация нейронной сети важна»):

> Не инициализируйте все веса одинаково — почему? Случайная инициализация:
> задавайте случайно, например, из гауссовского распределения $N(0, \sigma^2)$,
> где стандартное отклонение $\sigma$ зависит от числа нейронов в слое. Это
> обеспечивает нарушение симметрии. *Symmetry breaking*.

and on the next slide, «Влияние инициализации весов нейронной сети на сходимость
методов», two pictures of He, Zhang, Ren and Sun: «22-layer ReLU net: good init
converges faster», «30-layer ReLU net: good init is able to converge». This page
proves what these pictures rest on, and answers the question.

**Theorem.** Let $h_{l+1}=\varphi(W_lh_l)$ with $\varphi(z)=\max(z,0)$, where the
rows of $W_l$ have a law that is symmetric ($w$ and $-w$), whose entries are
uncorrelated and have the variance $\frac{s^2}{n_l}$, independently of all that
comes before. Then *exactly*, for every $h_l$,
$$\mathbb E\bigl[\|h_{l+1}\|^2\bigm|h_l\bigr]=\frac{s^2}2\cdot\frac{n_{l+1}}{n_l}\,\|h_l\|^2,\qquad\mathbb E\|h_l\|^2=\Bigl(\frac{s^2}2\Bigr)^l\|h_0\|^2\quad\text{for equal widths}. \tag{1}$$
He's $s^2=2$ keeps the signal; Xavier's $s^2=1$ leaves $2^{-22}$ of it after 22
layers and $2^{-30}$ after 30. Backwards, if $w\cdot h\ne0$ almost surely for
$h\ne0$, and the gradient $u$ that arrives at the last layer is independent of the
weights, with $\mathbb Euu^\top=\tau^2I$,
$$\mathbb E\Bigl\|\Bigl(\frac{\partial h_L}{\partial h_0}\Bigr)^{\!\top}u\Bigr\|^2=\tau^2\,n_0\prod_{l<L}\frac{s^2}2\cdot\frac{n_{l+1}}{n_l}. \tag{2}$$
How far a network is from its mean depends on depth over width: with Gaussian
weights and $n$ units in every layer
$$\mathbb E\|h_l\|^4=\Bigl[\Bigl(\frac{s^2}2\Bigr)^2\Bigl(1+\frac5n\Bigr)\Bigr]^l\|h_0\|^4. \tag{3}$$

**Theorem (equal weights).** Units of a layer that start with the same incoming
and the same outgoing weights have the same weights after every step of SGD, of
momentum and of Adam, bit for bit: the layer is worth a single unit for ever.

@figure depth $\mathbb E\|h_l\|^2$ in a ReLU network, over the depth $l$
*/
/**ru 2081093169
# Откуда начинает сеть

Лекция утверждает (слайд «Правильная инициализация нейронной сети важна»):

> Не инициализируйте все веса одинаково — почему? Случайная инициализация:
> задавайте случайно, например, из гауссовского распределения $N(0, \sigma^2)$,
> где стандартное отклонение $\sigma$ зависит от числа нейронов в слое. Это
> обеспечивает нарушение симметрии. *Symmetry breaking*.

а на следующем слайде, «Влияние инициализации весов нейронной сети на сходимость
методов», показывает две картинки из статьи He, Zhang, Ren и Sun: «22-layer ReLU
net: good init converges faster», «30-layer ReLU net: good init is able to
converge». Здесь доказано то, на чём основаны эти картинки, и дан ответ на
вопрос.

**Теорема.** Пусть $h_{l+1}=\varphi(W_lh_l)$, где $\varphi(z)=\max(z,0)$, строки
матрицы $W_l$ имеют симметричное распределение (одно и то же у $w$ и $-w$), а их
элементы некоррелированы и имеют дисперсию $\frac{s^2}{n_l}$, независимо от
всего, что было раньше. Тогда *точно*, при каждом $h_l$,
$$\mathbb E\bigl[\|h_{l+1}\|^2\bigm|h_l\bigr]=\frac{s^2}2\cdot\frac{n_{l+1}}{n_l}\,\|h_l\|^2,\qquad\mathbb E\|h_l\|^2=\Bigl(\frac{s^2}2\Bigr)^l\|h_0\|^2\quad\text{при равных ширинах}. \tag{1}$$
Начальные веса Хе, $s^2=2$, сохраняют сигнал; веса Ксавье, $s^2=1$, оставляют от
него $2^{-22}$ после 22 слоёв и $2^{-30}$ после 30. В обратную сторону: если
$w\cdot h\ne0$ почти наверное при $h\ne0$, а градиент $u$, пришедший к
последнему слою, не зависит от весов и $\mathbb Euu^\top=\tau^2I$, то
$$\mathbb E\Bigl\|\Bigl(\frac{\partial h_L}{\partial h_0}\Bigr)^{\!\top}u\Bigr\|^2=\tau^2\,n_0\prod_{l<L}\frac{s^2}2\cdot\frac{n_{l+1}}{n_l}. \tag{2}$$
Насколько сеть далека от своего среднего, зависит от отношения глубины к ширине:
при гауссовских весах и $n$ нейронах в каждом слое
$$\mathbb E\|h_l\|^4=\Bigl[\Bigl(\frac{s^2}2\Bigr)^2\Bigl(1+\frac5n\Bigr)\Bigr]^l\|h_0\|^4. \tag{3}$$

**Теорема (равные веса).** Нейроны одного слоя, которые начинают с одинаковыми
входящими и одинаковыми исходящими весами, имеют одинаковые веса после каждого
шага SGD, метода с моментом и Adam, бит в бит: слой навсегда остаётся
равноценен одному нейрону.

@figure depth $\mathbb E\|h_l\|^2$ в ReLU-сети в зависимости от глубины $l$
*/
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "shared/coordinate.h"
#include "shared/gaussian.h"
#include "shared/quadrature.h"

HYPOTHESIS(symmetric_rows, "a row w is as probable as -w",
           "строка w столь же вероятна, как и -w", NULL);
HYPOTHESIS(uncorrelated_entries,
           "entries of a row are uncorrelated, of variance s^2/n",
           "элементы строки некоррелированы, с дисперсией s^2/n", NULL);
HYPOTHESIS(relu_alone, "the activation is ReLU, and there is no bias",
           "активация — ReLU, смещений нет", NULL);
HYPOTHESIS(own_weights, "the weights of a layer are independent of the others",
           "веса слоя не зависят от остальных", NULL);
HYPOTHESIS(no_ties, "w.h is not 0, except for h = 0",
           "w.h не равно 0, кроме как при h = 0", NULL);
HYPOTHESIS(balanced_gradient, "the gradient that arrives has E uu' = tau^2 I",
           "у приходящего градиента E uu' = tau^2 I", NULL);
HYPOTHESIS(gaussian_weights, "weights are Gaussian", "веса гауссовские", NULL);
HYPOTHESIS(equal_start, "units start with equal weights, incoming and outgoing",
           "нейроны начинают с равных весов, входящих и исходящих", NULL);
HYPOTHESIS(nothing_apart, "nothing random is drawn for each unit apart",
           "ничто случайное не выбирается для каждого нейрона отдельно", NULL);
static const struct hypothesis *const hypotheses[] = {
    symmetric_rows,    uncorrelated_entries, relu_alone,  own_weights,  no_ties,
    balanced_gradient, gaussian_weights,     equal_start, nothing_apart};

static double relu(double z) {
    return z > 0 ? z : 0;
}
/* Sums of at most 2^20 positive numbers. */
static const double few = 0x1p20 * DBL_EPSILON;
/**
## The proof, line by line

**Line 1. One unit, before its activation.** Entries are uncorrelated with
variance $\frac{s^2}n$, so $z=w\cdot h$ has
$$\mathbb Ez^2=\sum_{i,j}h_ih_j\,\mathbb Ew_iw_j=\frac{s^2}n\|h\|^2. \tag{4}$$
**Line 2. One unit, after it.** $\varphi(z)^2+\varphi(-z)^2=z^2$ for every $z$,
and $-z$ is as probable as $z$:
$$\mathbb E\varphi(z)^2=\tfrac12\,\mathbb E\bigl[\varphi(z)^2+\varphi(-z)^2\bigr]=\tfrac12\,\mathbb Ez^2. \tag{5}$$
With signs for weights, $w_i=\pm\frac s{\sqrt n}$, both are sums over $2^n$ rows.
*/
/**ru 1994485016
## Доказательство строка за строкой

**Строка 1. Один нейрон, до активации.** Элементы некоррелированы и имеют
дисперсию $\frac{s^2}n$, так что для $z=w\cdot h$
$$\mathbb Ez^2=\sum_{i,j}h_ih_j\,\mathbb Ew_iw_j=\frac{s^2}n\|h\|^2. \tag{4}$$
**Строка 2. Один нейрон, после активации.** $\varphi(z)^2+\varphi(-z)^2=z^2$ при
каждом $z$, а $-z$ столь же вероятно, как и $z$:
$$\mathbb E\varphi(z)^2=\tfrac12\,\mathbb E\bigl[\varphi(z)^2+\varphi(-z)^2\bigr]=\tfrac12\,\mathbb Ez^2. \tag{5}$$
Если веса — знаки, $w_i=\pm\frac s{\sqrt n}$, то оба ожидания суть суммы по
$2^n$ строкам.
*/
/* Moments over all rows of n signs at an h of no pattern, or at e_1. */
struct unit {
    double z2, y2, y4; /* of z, and of y = phi(z) */
    double h2;         /* ||h||^2 */
};
static struct unit signs_at(size_t n, double s2, const double h[]) {
    struct unit u = {0};
    double rows = ldexp(1, (int)n), size = sqrt(s2 / (double)n);
    for (size_t j = 0; j < n; j++) u.h2 += h[j] * h[j];
    for (size_t row = 0; row < (size_t)1 << n; row++) {
        double z = 0;
        for (size_t j = 0; j < n; j++) z += row >> j & 1 ? h[j] : -h[j];
        z *= size;
        double y = relu(z);
        u.z2 += z * z / rows;
        u.y2 += y * y / rows;
        u.y4 += y * y * y * y / rows;
    }
    return u;
}
enum { N_MOST = 20 };
/* No two sums of these with signs are equal. */
static void patternless_input(double h[N_MOST]) {
    for (size_t j = 0; j < N_MOST; j++) h[j] = exp(-(double)j / 7) - 0.3;
}
static void one_unit(struct inquiry *q) {
    const bool *activated = q->with;
    double h[N_MOST];
    patternless_input(h);
    for (size_t n = 1; n <= 14; n++) {
        struct unit u = signs_at(n, 2, h);
        inquiry_exact(q, "signs", "forward", n, *activated ? u.y2 : u.z2,
                      few * u.z2, EQUAL,
                      *activated ? u.z2 / 2 : 2 / (double)n * u.h2);
    }
}
CLAIM(line_1_before_the_activation, PROOF_LINE,
      COMPUTE(one_unit, &(const bool){false}),
      "Equation (4) for $n=k$ signs, $s^2=2$.",
      "Равенство (4) для $n=k$ знаков, $s^2=2$.");
CLAIM(line_2_after_it, PROOF_LINE, COMPUTE(one_unit, &(const bool){true}),
      "Equation (5).", "Равенство (5).");
/**
**Line 3. A layer, and all of them.** A layer has $n_{l+1}$ such units:
(1), left. The right side depends on $h_l$ through $\|h_l\|^2$ alone, and linearly,
so expectations may be taken one after the other: (1), right.

Here every network is enumerated: two units a layer, all matrices that the law
admits in each layer, up to $16^5$ networks. Laws: **signs**; **turned signs**,
where every row is turned by an angle of its own (entries are uncorrelated, not
independent); **one weight**, $\pm\sqrt2$ in one of two places.
*/
/**ru 3291141907
**Строка 3. Один слой и все слои.** В слое $n_{l+1}$ таких нейронов: это (1),
слева. Правая часть зависит от $h_l$ только через $\|h_l\|^2$, причём линейно,
так что математические ожидания можно брать одно за другим: это (1), справа.

Здесь перебраны все сети: по два нейрона в слое, в каждом слое все матрицы,
которые допускает распределение, до $16^5$ сетей. Распределения: **знаки**;
**повёрнутые знаки**, где каждая строка повёрнута на свой угол (элементы
некоррелированы, но не независимы); **один вес**, $\pm\sqrt2$ на одном из двух
мест.
*/
struct row {
    double w[2];
};
/* Rows of variance 1, all as probable. */
struct law {
    const char *name;
    size_t rows;
    struct row (*row)(size_t i, size_t unit);
};
static struct row sign_row(size_t i, size_t unit) {
    (void)unit;
    return (struct row){{i & 1 ? 1 : -1, i & 2 ? 1 : -1}};
}
static struct row turned_row(size_t i, size_t unit) {
    double angle = 0.4 + 0.7 * (double)unit;
    struct row r = sign_row(i, unit);
    return (struct row){{cos(angle) * r.w[0] - sin(angle) * r.w[1],
                         sin(angle) * r.w[0] + cos(angle) * r.w[1]}};
}
static struct row one_weight(size_t i, size_t unit) {
    (void)unit;
    double size = i & 1 ? M_SQRT2 : -M_SQRT2;
    return (struct row){{i & 2 ? size : 0, i & 2 ? 0 : size}};
}
/* sqrt 2 with probability 1/3, -1/sqrt 2 with 2/3, each entry apart. */
static struct row skew_row(size_t i, size_t unit) {
    (void)unit;
    return (struct row){
        {i % 3 ? -M_SQRT1_2 : M_SQRT2, i / 3 ? -M_SQRT1_2 : M_SQRT2}};
}
static struct row same_sign(size_t i, size_t unit) {
    (void)unit;
    double w = i ? 1 : -1;
    return (struct row){{w, w}};
}
static struct row all_equal(size_t i, size_t unit) {
    (void)i;
    (void)unit;
    return (struct row){{1, 1}};
}
static const struct law signs = {"signs", 4, sign_row},
                        turned = {"turned signs", 4, turned_row},
                        one_of_two = {"one weight", 4, one_weight},
                        skew = {"skew", 9, skew_row},
                        same = {"same sign", 2, same_sign},
                        constants_only = {"all weights equal", 1, all_equal};

enum { DEPTH_MOST = 5 };
struct network {
    const struct law *law;
    double s2;
    size_t depth;
    bool linear, shared; /* no activation; the same weights in all layers */
    double bias;
    double input[2]; /* h_0 */
};
/* Means over all networks, by depth. */
struct means {
    double square[DEPTH_MOST + 1], fourth[DEPTH_MOST + 1];
    double jacobian[DEPTH_MOST + 1]; /* ||dh_l/dh_0||_F^2 */
    double gradient[DEPTH_MOST + 1]; /* ||(dh_l/dh_0)'(1, 1)||^2 */
    double along[DEPTH_MOST + 1];    /* ||(dh_l/dh_0) h_0 - h_l||^2 */
};
/* All continuations of a network from h, with the Jacobian a so far. */
static void continue_with(const struct network *net, size_t level,
                          const double h[2], const double a[4], double weight,
                          const size_t chosen[2], struct means *out) {
    double size = sqrt(net->s2 / 2), h2 = h[0] * h[0] + h[1] * h[1];
    out->square[level] += weight * h2;
    out->fourth[level] += weight * h2 * h2;
    for (size_t e = 0; e < 4; e++) out->jacobian[level] += weight * a[e] * a[e];
    for (size_t j = 0; j < 2; j++)
        out->gradient[level] += weight * (a[j] + a[2 + j]) * (a[j] + a[2 + j]);
    for (size_t i = 0; i < 2; i++) {
        double apart =
            a[2 * i] * net->input[0] + a[2 * i + 1] * net->input[1] - h[i];
        out->along[level] += weight * apart * apart;
    }
    if (level == net->depth) return;
    size_t rows = net->law->rows;
    bool again = net->shared && level > 0;
    double share = again ? weight : weight / (double)(rows * rows);
    for (size_t pair = 0; pair < (again ? 1 : rows * rows); pair++) {
        size_t row[2] = {again ? chosen[0] : pair / rows,
                         again ? chosen[1] : pair % rows};
        double next[2], jacobian[4];
        for (size_t i = 0; i < 2; i++) {
            struct row r = net->law->row(row[i], i);
            double z = size * (r.w[0] * h[0] + r.w[1] * h[1]) + net->bias;
            bool passes = net->linear || z > 0;
            next[i] = passes ? z : 0;
            for (size_t j = 0; j < 2; j++)
                jacobian[2 * i + j] =
                    passes ? size * (r.w[0] * a[j] + r.w[1] * a[2 + j]) : 0;
        }
        continue_with(net, level + 1, next, jacobian, share, row, out);
    }
}
static struct means means_of(const struct network *net) {
    static const double identity[4] = {1, 0, 0, 1};
    struct means out = {{0}, {0}, {0}, {0}, {0}};
    continue_with(net, 0, net->input, identity, 1, (const size_t[2]){0, 0},
                  &out);
    return out;
}
static void hold_forward(struct inquiry *q, const struct network *net) {
    struct means m = means_of(net);
    size_t first = q->count;
    for (size_t l = 1; l <= net->depth; l++) {
        double right = pow(net->s2 / 2, (double)l) * m.square[0];
        inquiry_exact(q, net->law->name, "forward", l, m.square[l], few * right,
                      EQUAL, right);
    }
    inquiry_which(q, first, "s^2 = %g", net->s2);
}
static void forward(struct inquiry *q) {
    static const struct law *const laws[] = {&signs, &turned, &one_of_two};
    if (q->with) {
        hold_forward(q, q->with);
        return;
    }
    for (size_t i = 0; i < COUNT(laws); i++)
        for (double s2 = 1; s2 <= 2; s2++)
            hold_forward(
                q, &(struct network){
                       laws[i], s2, DEPTH_MOST, false, false, 0, {1, -0.3}});
}
CLAIM(line_3_all_networks, PROOF_LINE, COMPUTE(forward),
      "Equation (1) for $l=k$ layers: all networks of three laws.",
      "Равенство (1) для $l=k$ слоёв: все сети трёх распределений.");
/**
**Line 4. Masks are fair coins.** The unit passes on what comes if
$w\cdot h>0$. With no ties one of $w$ and $-w$ passes, and $ww^\top$ is the same
for both, so for every $h\ne0$
$$\mathbb E\bigl[1_{w\cdot h>0}\,ww^\top\bigr]=\tfrac12\,\mathbb Eww^\top=\frac{s^2}{2n}I. \tag{6}$$
*/
/**ru 782806400
**Строка 4. Маски — честные монеты.** Нейрон пропускает пришедшее, если $w\cdot
h>0$. Если нули исключены, проходит ровно один из $w$ и $-w$, а $ww^\top$ у
обоих одно и то же, поэтому при каждом $h\ne0$
$$\mathbb E\bigl[1_{w\cdot h>0}\,ww^\top\bigr]=\tfrac12\,\mathbb Eww^\top=\frac{s^2}{2n}I. \tag{6}$$
*/
static void masks(struct inquiry *q) {
    double h[N_MOST];
    const bool *tied = q->with;
    patternless_input(h);
    if (*tied) h[1] = h[0];
    for (size_t n = 2; n <= (*tied ? 2 : 12); n++) {
        struct nearest worst = {.sign = EQUAL};
        double at[N_MOST][N_MOST] = {{0}}, rows = ldexp(1, (int)n);
        for (size_t row = 0; row < (size_t)1 << n; row++) {
            double w[N_MOST], z = 0;
            for (size_t j = 0; j < n; j++) {
                w[j] = row >> j & 1 ? 1 : -1;
                z += w[j] * h[j];
            }
            for (size_t i = 0; i < n && z > 0; i++)
                for (size_t j = 0; j < n; j++) at[i][j] += w[i] * w[j] / rows;
        }
        /* Halves and their sums, which are exact. */
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j <= i; j++)
                nearest_take(&worst, n, 1 + at[i][j], i == j ? 1.5 : 1, 0);
        inquiry_nearest(q, "signs", "backward", &worst);
    }
}
CLAIM(line_4_masks, PROOF_LINE, COMPUTE(masks, &(const bool){false}),
      "Equation (6) with $I$ added, the worst entry, for $n=k$ signs, $s^2=n$.",
      "Равенство (6), к которому прибавлена $I$, худший элемент, для $n=k$ "
      "знаков, $s^2=n$.");
/**
**Line 5. Backwards.** Let $J_l=\frac{\partial h_l}{\partial h_0}$. A row of
$J_{l+1}$ is $1_{w\cdot h_l>0}\,w^\top J_l$, so by (6)
$$\mathbb E\bigl[\|J_{l+1}\|_F^2\bigm|h_l,J_l\bigr]=n_{l+1}\operatorname{tr}\bigl(J_l^\top\tfrac{s^2}{2n_l}J_l\bigr)=\frac{s^2}2\cdot\frac{n_{l+1}}{n_l}\|J_l\|_F^2. \tag{7}$$
If $h_l=0$, then no unit of layer $l$ passes, hence $J_l=0$, and (7) is true as
well. So $\mathbb E\|J_L\|_F^2=\|I\|_F^2\prod$; and
$\mathbb E\|J_L^\top u\|^2=\tau^2\,\mathbb E\|J_L\|_F^2$. That is (2).
$\blacksquare$

Of networks with two units a quarter dies in every layer, $h_l=0$; (2) is exact
in spite of them.
*/
/**ru 1901700058
**Строка 5. Назад.** Пусть $J_l=\frac{\partial h_l}{\partial h_0}$. Строка
матрицы $J_{l+1}$ есть $1_{w\cdot h_l>0}\,w^\top J_l$, так что в силу (6)
$$\mathbb E\bigl[\|J_{l+1}\|_F^2\bigm|h_l,J_l\bigr]=n_{l+1}\operatorname{tr}\bigl(J_l^\top\tfrac{s^2}{2n_l}J_l\bigr)=\frac{s^2}2\cdot\frac{n_{l+1}}{n_l}\|J_l\|_F^2. \tag{7}$$
Если $h_l=0$, то ни один нейрон слоя $l$ ничего не пропускает, значит, $J_l=0$,
и (7) тоже верно. Итак, $\mathbb E\|J_L\|_F^2=\|I\|_F^2\prod$; и $\mathbb
E\|J_L^\top u\|^2=\tau^2\,\mathbb E\|J_L\|_F^2$. Это и есть (2). $\blacksquare$

Из сетей с двумя нейронами в слое на каждом слое умирает четверть, $h_l=0$;
равенство (2) точно, несмотря на это.
*/
static void backward(struct inquiry *q) {
    const struct network *net = q->with;
    struct means m = means_of(net);
    for (size_t l = 1; l <= net->depth; l++) {
        double right = 2 * pow(net->s2 / 2, (double)l);
        inquiry_exact(q, net->law->name, "backward", l, m.jacobian[l],
                      few * right, EQUAL, right);
    }
}
static void derivative(struct inquiry *q) {
    struct means m = means_of(q->with);
    for (size_t l = 1; l <= DEPTH_MOST; l++)
        inquiry_exact(q, "turned signs", "backward", l, m.along[l], few, EQUAL,
                      0);
}
static void balanced_or_not(struct inquiry *q) {
    const struct network *net = q->with;
    struct means m = means_of(net);
    for (size_t l = 1; l <= net->depth; l++) {
        double right = 2 * pow(net->s2 / 2, (double)l);
        inquiry_exact(q, net->law->name, "backward", l, m.gradient[l],
                      few * right, EQUAL, right);
    }
}
static const struct network turned_he = {&turned, 2, DEPTH_MOST, false,
                                         false,   0, {1, -0.3}},
                            turned_xavier = {&turned, 1, DEPTH_MOST, false,
                                             false,   0, {1, -0.3}};
CLAIM(
    line_5_derivative, PROOF_LINE, COMPUTE(derivative, &turned_he),
    "Rows of $J$: ReLU networks are homogeneous, $J_lh_0=h_l$ in all of them.",
    "Строки матрицы $J$: ReLU-сети однородны, $J_lh_0=h_l$ во всех из них.");
CLAIM(line_5_backward_he, PROOF_LINE, COMPUTE(backward, &turned_he),
      "Equation (2) for all networks of turned signs, $s^2=2$, $L=k$ ...",
      "Равенство (2) для всех сетей из повёрнутых знаков, $s^2=2$, $L=k$ …");
CLAIM(line_5_backward_xavier, PROOF_LINE, COMPUTE(backward, &turned_xavier),
      "... and $s^2=1$.", "… и $s^2=1$.");
/**
With different widths one cannot have both: per unit, (1) multiplies by
$\frac{n_lv}2$ and (2) by $\frac{n_{l+1}v}2$, where $v$ is the variance of a
weight. He et al. choose one of them; Glorot and Bengio's ("Xavier")
$v=\frac2{n_l+n_{l+1}}$ lies between, for linear units.

## The fourth moment

Given $h$, the $z_i$ are independent and Gaussian with variance
$v=\frac{s^2}n\|h\|^2$. With $y_i=\varphi(z_i)^2$, $\mathbb Ey_i=\frac v2$ and
$\mathbb Ey_i^2=\frac{3v^2}2$ (half of a Gaussian's moments), so
$$\mathbb E\Bigl(\sum_iy_i\Bigr)^2=n\,\frac{3v^2}2+n(n-1)\frac{v^2}4=\frac{v^2n^2}4\Bigl(1+\frac5n\Bigr): \tag{8}$$
(3), as it depends on $\|h\|$ alone. Left: both moments of a layer from
integrals over the normal density, raised to the power $l$.
*/
/**ru 3934625093
При разных ширинах нельзя получить и то и другое: в расчёте на один нейрон (1)
умножает на $\frac{n_lv}2$, а (2) — на $\frac{n_{l+1}v}2$, где $v$ — дисперсия
веса. Хе с соавторами выбирают одно из двух; предложенное Глоро и Бенжио
(«Ксавье») $v=\frac2{n_l+n_{l+1}}$ лежит между ними, для линейных нейронов.

## Четвёртый момент

При данном $h$ величины $z_i$ независимы и гауссовские с дисперсией
$v=\frac{s^2}n\|h\|^2$. Для $y_i=\varphi(z_i)^2$ имеем $\mathbb Ey_i=\frac v2$ и
$\mathbb Ey_i^2=\frac{3v^2}2$ (половины гауссовских моментов), так что
$$\mathbb E\Bigl(\sum_iy_i\Bigr)^2=n\,\frac{3v^2}2+n(n-1)\frac{v^2}4=\frac{v^2n^2}4\Bigl(1+\frac5n\Bigr): \tag{8}$$
отсюда (3), поскольку это зависит только от $\|h\|$. Слева — оба момента слоя,
вычисленные через интегралы с нормальной плотностью и возведённые в степень $l$.
*/
static double half_normal(double z, const void *with) {
    const double *power = with;
    return pow(z, *power) * gsl_ran_ugaussian_pdf(z);
}
/* E||h_l||^power for Gaussian weights and ||h_0|| = 1. */
static struct estimate gaussian_layers(double n, double s2, size_t l,
                                       int power) {
    struct estimate y = integral(0, 40, half_normal, &(double){2}),
                    y2 = integral(0, 40, half_normal, &(double){4});
    double v = s2 / n, square = n * v * y.value,
           fourth = v * v * (n * y2.value + n * (n - 1) * y.value * y.value),
           mean = pow(power == 2 ? square : fourth, (double)l);
    return (struct estimate){mean, mean * (double)l * 4 *
                                       (y.error + y2.error + DBL_EPSILON)};
}
struct layers {
    double n, s2;
    int power;
    double times; /* the 5 of (3) is so much */
};
static void by_depth(struct inquiry *q) {
    const struct layers *a = q->with;
    double one = a->s2 / 2;
    if (a->power == 4) one *= one * (1 + a->times / a->n);
    for (size_t l = 1; l <= 30; l++) {
        struct estimate e = gaussian_layers(a->n, a->s2, l, a->power);
        inquiry_exact(q, "gaussian weights", a->s2 > 1 ? "he" : "xavier", l,
                      e.value, e.error, EQUAL, pow(one, (double)l));
    }
}
CLAIM(mean_square_he, IDENTITY,
      COMPUTE(by_depth, &(const struct layers){64, 2, 2, 5}),
      "$\\mathbb E\\|h_l\\|^2=1$ with $s^2=2$, at every depth $l=k$ up to 30.",
      "$\\mathbb E\\|h_l\\|^2=1$ при $s^2=2$, на каждой глубине $l=k$ до 30.");
CLAIM(mean_square_xavier, IDENTITY,
      COMPUTE(by_depth, &(const struct layers){64, 1, 2, 5}),
      "It is $2^{-l}$ with $s^2=1$: $2^{-22}$ at 22, $2^{-30}$ at 30.",
      "Это $2^{-l}$ при $s^2=1$: $2^{-22}$ на глубине 22, $2^{-30}$ на глубине "
      "30.");
CLAIM(fourth_moment_he, IDENTITY,
      COMPUTE(by_depth, &(const struct layers){64, 2, 4, 5}),
      "Equation (3) for 64 units, $s^2=2$.",
      "Равенство (3) для 64 нейронов, $s^2=2$.");
CLAIM(control_fourth_moment, CONTROL,
      COMPUTE(by_depth, &(const struct layers){64, 2, 4, 4.75}),
      "Equation (3) with $4.75$ in place of 5.",
      "Равенство (3), где вместо 5 стоит $4.75$.");
/**
**Signs do better.** For them $\mathbb Ez^4=\frac{s^4}{n^2}(3\|h\|^4-2\sum_jh_j^4)$
is less, and the factor of a layer lies between $1+\frac1n$, where $h$ has one
coordinate, and $1+\frac5n$, which it comes near to where $h$ has many equal ones:
$$\Bigl(1+\frac1n\Bigr)\|h_l\|^4\le\Bigl(\frac2{s^2}\Bigr)^2\,\mathbb E\bigl[\|h_{l+1}\|^4\bigm|h_l\bigr]\le\Bigl(1+\frac5n\Bigr)\|h_l\|^4. \tag{9}$$
*/
/**ru 4171708418
**Со знаками лучше.** Для них $\mathbb
Ez^4=\frac{s^4}{n^2}(3\|h\|^4-2\sum_jh_j^4)$ меньше, и множитель слоя лежит
между $1+\frac1n$, когда у $h$ одна координата, и $1+\frac5n$, к которому он
близок, когда у $h$ много равных координат:
$$\Bigl(1+\frac1n\Bigr)\|h_l\|^4\le\Bigl(\frac2{s^2}\Bigr)^2\,\mathbb E\bigl[\|h_{l+1}\|^4\bigm|h_l\bigr]\le\Bigl(1+\frac5n\Bigr)\|h_l\|^4. \tag{9}$$
*/
static void fourth_of_signs(struct inquiry *q) {
    const enum sign *sign = q->with;
    for (size_t n = 2; n <= N_MOST; n += 3) {
        double h[3][N_MOST] = {{1}}, N = (double)n;
        patternless_input(h[1]);
        for (size_t j = 0; j < n; j++) h[2][j] = 1;
        static const char *const names[] = {"one coordinate", "no pattern",
                                            "equal coordinates"};
        for (size_t i = 0; i < 3; i++) {
            struct unit u = signs_at(n, 2, h[i]);
            double fourth = N * u.y4 + N * (N - 1) * u.y2 * u.y2,
                   more = *sign == AT_LEAST ? 1 : 5;
            inquiry_exact(q, names[i], "signs", n, fourth / (u.h2 * u.h2),
                          few * N, *sign, 1 + more / N);
        }
    }
}
static const enum sign is_at_most = AT_MOST, is_at_least = AT_LEAST;
CLAIM(signs_at_most_gaussian, BOUND, COMPUTE(fourth_of_signs, &is_at_most),
      "Inequality (9), right, for $n=k$ signs ...",
      "Неравенство (9), справа, для $n=k$ знаков …");
CLAIM(signs_at_least_1_over_n, BOUND, COMPUTE(fourth_of_signs, &is_at_least),
      "... and left.", "… и слева.");
/**
## Networks that are drawn

**The law of a layer.** With Gaussian weights $\|h_{l+1}\|^2$ is
$\frac{s^2}n\|h_l\|^2$ times $\chi^2_K$, where $K$, the number of units that pass,
is binomial with $\frac12$. The probability that it exceeds $\|h_l\|^2$, against
layers of 8 units that are drawn:
*/
/**ru 2230017591
## Случайные сети

**Распределение слоя.** При гауссовских весах $\|h_{l+1}\|^2$ есть
$\frac{s^2}n\|h_l\|^2$, умноженное на $\chi^2_K$, где $K$, число открытых
нейронов, имеет биномиальное распределение с вероятностью $\frac12$. Вероятность
того, что эта величина больше $\|h_l\|^2$, сравнивается с долей среди случайных
слоёв из 8 нейронов:
*/
static void draw_layers(struct inquiry *q) {
    enum { N = 8 };
    size_t rounds = runs_wanted(1 << 17, q->options) / LANES + 1,
           larger_ones = 0, others = 0;
    struct pcg_lanes random = inquiry_lanes(q, 0);
    double h[N_MOST], h2 = 0, probability = 0;
    patternless_input(h);
    for (size_t j = 0; j < N; j++) h2 += h[j] * h[j];
    for (size_t i = 0; i < rounds && !inquiry_interrupted(q); i++) {
        real square = {0};
        for (size_t unit = 0; unit < N; unit++) {
            real w[N], z = {0};
            gaussian_fill(&random, N, w);
            for (size_t j = 0; j < N; j++) z += w[j] * h[j];
            z = real_max(z, real_all(0));
            square += z * z * 2 / N;
        }
        for (int l = 0; l < LANES; l++)
            square[l] > h2 ? larger_ones++ : others++;
    }
    if (!q->interrupted && larger_ones + others != rounds * LANES)
        q->trouble = "a layer is not counted once";
    for (unsigned k = 1; k <= N; k++)
        probability +=
            gsl_ran_binomial_pdf(k, 0.5, N) * gsl_cdf_chisq_Q((double)N / 2, k);
    inquiry_share(q, "gaussian weights", "he", 1, larger_ones, rounds * LANES,
                  EQUAL, probability);
}
CLAIM(law_of_a_layer, IDENTITY, COMPUTE(draw_layers, .limits = 2),
      "$\\mathbb P(\\|h_1\\|>\\|h_0\\|)$, with $s^2=2$.",
      "$\\mathbb P(\\|h_1\\|>\\|h_0\\|)$, при $s^2=2$.");
/**
**Thirty layers.** By Markov's inequality and (1) at most one network in 32 has
more than 32 times the mean; so with $s^2=1$ at most one in 32 has more than
$2^{-25}$ of its signal left after 30 layers. With $s^2=2$ nine in ten keep
$2^{-10}$ at least: this is measured, with 32 signs to a unit, and not proved; (3)
tells that they differ much, as $(1+\frac5{32})^{30}=78$.
*/
/**ru 3112508060
**Тридцать слоёв.** По неравенству Маркова и (1) не более чем у одной сети из 32
величина больше среднего в 32 раза; значит, при $s^2=1$ не более чем у одной из
32 после 30 слоёв остаётся больше $2^{-25}$ сигнала. При $s^2=2$ девять из
десяти сохраняют не менее $2^{-10}$: это измерено, с 32 знаками у нейрона, но не
доказано; (3) говорит, что разброс между сетями велик, так как
$(1+\frac5{32})^{30}=78$.
*/
enum { WIDTH = 32, LAYERS = 30 };
struct drawn {
    double s2, from; /* ||h_30||^2 beyond this is counted */
    enum sign sign;
    double bound;
};
static void draw_networks(struct inquiry *q) {
    const struct drawn *d = q->with;
    size_t rounds = runs_wanted(1 << 14, q->options) / LANES + 1, beyond = 0;
    struct pcg_lanes random = inquiry_lanes(q, 0);
    for (size_t i = 0; i < rounds && !inquiry_interrupted(q); i++) {
        real h[WIDTH];
        for (size_t j = 0; j < WIDTH; j++) h[j] = real_all(1 / sqrt(WIDTH));
        for (size_t l = 0; l < LAYERS; l++) {
            real next[WIDTH];
            for (size_t unit = 0; unit < WIDTH; unit++) {
                whole bits = pcg_lanes_32(&random);
                real z = {0};
                for (size_t j = 0; j < WIDTH; j++) /* a sign bit of each */
                    z += (real)((whole)h[j] ^ (bits >> j << 63));
                next[unit] = real_max(z, real_all(0)) * sqrt(d->s2 / WIDTH);
            }
            memcpy(h, next, sizeof h);
        }
        real square = real_dot(WIDTH, h, h);
        for (int lane = 0; lane < LANES; lane++)
            beyond += square[lane] >= d->from;
    }
    inquiry_share(q, "32 signs", d->s2 > 1 ? "he" : "xavier", LAYERS, beyond,
                  rounds * LANES, d->sign, d->bound);
}
CLAIM(thirty_layers_xavier, SHARPNESS,
      COMPUTE(draw_networks, &(const struct drawn){1, 0x1p-25, AT_MOST, 0x1p-5},
              .limits = 2),
      "With $s^2=1$: $\\mathbb P(\\|h_{30}\\|^2\\ge2^{-25})\\le\\frac1{32}$.",
      "При $s^2=1$: $\\mathbb P(\\|h_{30}\\|^2\\ge2^{-25})\\le\\frac1{32}$.");
CLAIM(thirty_layers_he, SHARPNESS,
      COMPUTE(draw_networks, &(const struct drawn){2, 0x1p-10, AT_LEAST, 0.9},
              .limits = 2),
      "With $s^2=2$: $\\mathbb P(\\|h_{30}\\|^2\\ge2^{-10})\\ge\\frac9{10}$.",
      "При $s^2=2$: $\\mathbb P(\\|h_{30}\\|^2\\ge2^{-10})\\ge\\frac9{10}$.");
CLAIM(control_thirty_layers_xavier, CONTROL,
      COMPUTE(draw_networks, &(const struct drawn){1, 0x1p-10, AT_LEAST, 0.9},
              .limits = 2),
      "The same with $s^2=1$.", "То же при $s^2=1$.");
/**
## Why not all weights alike

*Proof of the theorem on equal weights.* Let
$f=c+\sum_iv_i\,\varphi(w_i\cdot x+b_i)$ and a loss $\ell(f)$. Then
$$\frac{\partial\ell}{\partial v_i}=\ell'\varphi(z_i),\qquad\frac{\partial\ell}{\partial w_i}=\ell'v_i\,1_{z_i>0}\,x,\qquad z_i=w_i\cdot x+b_i, \tag{10}$$
are the same number for units with the same $(w_i,b_i,v_i)$. SGD, momentum and
Adam move every weight by one and the same function of that weight's own
gradients so far. So the weights are the same after the step, and by induction
after all. $\blacksquare$ No rounding enters, since equal numbers undergo equal
operations.

Sixteen units learn the sign of $x_1x_2$ at the four points $(\pm1,\pm1)$, from
one random point a step; 16 runs of 4000 steps. How far apart are the weights of
any two units, at most, since the last mark?
*/
/**ru 1146466578
## Почему нельзя брать все веса одинаковыми

*Доказательство теоремы о равных весах.* Пусть $f=c+\sum_iv_i\,\varphi(w_i\cdot
x+b_i)$ и дана функция потерь $\ell(f)$. Тогда
$$\frac{\partial\ell}{\partial v_i}=\ell'\varphi(z_i),\qquad\frac{\partial\ell}{\partial w_i}=\ell'v_i\,1_{z_i>0}\,x,\qquad z_i=w_i\cdot x+b_i, \tag{10}$$
— одно и то же число для нейронов с одинаковыми $(w_i,b_i,v_i)$. SGD, метод с
моментом и Adam сдвигают каждый вес с помощью одной и той же функции от
собственных градиентов этого веса за всё прошедшее время. Поэтому веса одинаковы
и после шага, а по индукции — после всех шагов. $\blacksquare$ Округление ничего
не меняет, так как равные числа проходят через равные действия.

Шестнадцать нейронов учатся знаку $x_1x_2$ в четырёх точках $(\pm1,\pm1)$, по
одной случайной точке на шаг; 16 запусков по 4000 шагов. Насколько самое большее
расходятся веса каких-либо двух нейронов со времени прошлой отметки?
*/
enum { UNITS = 16, PER_UNIT = 4, WEIGHTS = PER_UNIT * UNITS + 1, STEPS = 4000 };
struct start {
    const struct method *method;
    double alpha;
    double noise;    /* normal, so much, on every weight */
    double outgoing; /* what v_1 has more than the others */
    bool dropout;    /* each unit is left out of a step with probability 1/2 */
};
/* The gradient at one of the four points; which units are kept (1) or not (0).
 * Returns the loss (f - y)^2 / 2. */
static real learn_from(const real w[], whole point, const real kept[],
                       real gradient[]) {
    real x[2], f = w[WEIGHTS - 1], passed[UNITS];
    for (uint64_t j = 0; j < 2; j++)
        x[j] =
            real_where(whole_is(point >> j & 1, 1), real_all(1), real_all(-1));
    for (size_t i = 0; i < UNITS; i++) {
        const real *unit = w + PER_UNIT * i;
        real z = unit[0] * x[0] + unit[1] * x[1] + unit[2];
        passed[i] = real_max(z, real_all(0)) * kept[i];
        f += unit[3] * passed[i];
    }
    real apart = f - x[0] * x[1];
    for (size_t i = 0; i < UNITS; i++) {
        real *to = gradient + PER_UNIT * i,
             back = apart * w[PER_UNIT * i + 3] *
                    real_where(real_less(real_all(0), passed[i]), kept[i],
                               real_all(0));
        to[0] = back * x[0];
        to[1] = back * x[1];
        to[2] = back;
        to[3] = apart * passed[i];
    }
    gradient[WEIGHTS - 1] = apart;
    return apart * apart / 2;
}
/* The loss is a quadratic of each weight where no unit switches, so differences
 * give its derivatives exactly. */
static void differentiate(struct inquiry *q) {
    static const double h = 0x1p-20;
    struct pcg_lanes random = inquiry_lanes(q, 0);
    real w[WEIGHTS], gradient[WEIGHTS], unused[WEIGHTS], kept[UNITS];
    gaussian_fill(&random, WEIGHTS, w);
    for (size_t i = 0; i < UNITS; i++) kept[i] = real_all(1);
    for (uint64_t point = 0; point < 4; point++) {
        struct nearest worst = {.sign = EQUAL};
        learn_from(w, whole_all(point), kept, gradient);
        for (size_t i = 0; i < WEIGHTS; i++) {
            real middle = w[i], side[2];
            for (int up = 0; up < 2; up++) {
                w[i] = middle + (up ? h : -h);
                side[up] = learn_from(w, whole_all(point), kept, unused);
            }
            w[i] = middle;
            for (int l = 0; l < LANES; l++) /* losses are below 1000 */
                nearest_take(&worst, point + 1,
                             1000 + (side[1][l] - side[0][l]) / (2 * h),
                             1000 + gradient[i][l],
                             64 * 1000 * DBL_EPSILON / h);
        }
        inquiry_nearest(q, "sixteen units", "gradient", &worst);
    }
}
CLAIM(line_of_equal_units, PROOF_LINE, COMPUTE(differentiate),
      "Equation (10), by differences, with 1000 added: the worst of 16 runs.",
      "Равенство (10), через разности, с прибавлением 1000: худший из 16 "
      "запусков.");
/* The mean loss at the four points. */
static real loss_of(const real w[]) {
    real kept[UNITS], gradient[WEIGHTS], sum = {0};
    for (size_t i = 0; i < UNITS; i++) kept[i] = real_all(1);
    for (uint64_t point = 0; point < 4; point++)
        sum += learn_from(w, whole_all(point), kept, gradient) / 4;
    return sum;
}
static real farthest_apart(const real w[]) {
    real most = {0};
    for (size_t i = 1; i < UNITS; i++)
        for (size_t e = 0; e < PER_UNIT; e++)
            most = real_max(most, real_abs(w[PER_UNIT * i + e] - w[e]));
    return most;
}
/* What is found of 16 runs: at marks the largest distance since the last one, or
 * the least loss; at the end how many have learned. */
enum found { DISTANCE, LOSS, LEARNED };
struct training {
    struct start start;
    enum found found;
    enum sign sign;
    double bound;
};
static double find(enum found found, const real w[]) {
    double count = 0;
    real loss = loss_of(w);
    for (int l = 0; l < LANES; l++) count += loss[l] < 0.1;
    return found == LEARNED ? count : -real_largest(-INFINITY, -loss);
}
static void train(struct inquiry *q) {
    const struct training *t = q->with;
    const struct start *a = &t->start;
    struct settings settings = method_settings(a->method);
    struct pcg_lanes random = inquiry_lanes(q, 0);
    real w[WEIGHTS], gradient[WEIGHTS], state[2 * WEIGHTS], kept[UNITS];
    static const double first[PER_UNIT] = {0.5, -0.5, 0.5, 0.25};
    settings.alpha = a->alpha;
    memset(state, 0, sizeof state);
    gaussian_fill(&random, WEIGHTS, w);
    for (size_t i = 0; i < WEIGHTS; i++)
        w[i] = a->noise * w[i] + (i < WEIGHTS - 1 ? first[i % PER_UNIT] : 0);
    w[3] += a->outgoing;
    for (size_t i = 0; i < UNITS; i++) kept[i] = real_all(1);
    double farthest = 0;
    for (size_t k = 1; k <= STEPS; k++) {
        if (a->dropout)
            for (size_t i = 0; i < UNITS; i++)
                kept[i] = __builtin_convertvector(
                    pcg_lanes_below(&random, 2, pcg_surplus(2)), real);
        learn_from(w, pcg_lanes_below(&random, 4, pcg_surplus(4)), kept,
                   gradient);
        a->method->step(&settings, k - 1, WEIGHTS, w, gradient, state);
        farthest = real_largest(farthest, farthest_apart(w));
        if (t->found == LEARNED ? k < STEPS : !marked(k, 8, STEPS)) continue;
        inquiry_exact(q, "sixteen units", a->method->id, k,
                      t->found == DISTANCE ? farthest : find(t->found, w),
                      t->found == LOSS ? 1e-12 : 0, t->sign, t->bound);
        farthest = 0;
    }
}
static const struct training alike_sgd = {
    {&method_sgd, 0.05, 0, 0, false}, DISTANCE, EQUAL, 0};
static const struct training alike_momentum = {
    {&method_heavy_ball, 0.002, 0, 0, false}, DISTANCE, EQUAL, 0};
static const struct training alike_adam = {
    {&method_adam, 0.01, 0, 0, false}, DISTANCE, EQUAL, 0};
CLAIM(equal_under_sgd, IDENTITY, COMPUTE(train, &alike_sgd),
      "Under SGD they stay equal: the distance is 0, up to an error of 0 ...",
      "При SGD они остаются равными: расстояние равно 0 с погрешностью 0 …");
CLAIM(equal_under_momentum, IDENTITY, COMPUTE(train, &alike_momentum),
      "... under momentum, ...", "… при методе с моментом …");
CLAIM(equal_under_adam, IDENTITY, COMPUTE(train, &alike_adam),
      "... and under Adam.", "… и при Adam.");
/**
**What it costs.** Units that are alike make $f=c+V\varphi(w\cdot x+b)$, one unit,
and that is monotone along $w$. Along any $w$ the four points come in the order of
labels $+,-,-,+$ or $-,+,+,-$ (or can be put so, where they coincide). A monotone
$g_1\le g_2\le g_3\le g_4$ misses the first three labels of $+,-,-,+$ by
$$(1-g_1)^2+(1+g_2)^2+(1+g_3)^2\ge(1-g_1)^2+2\,(1+g_1)^2\ge\tfrac83 \tag{11}$$
if $g_1\ge-1$, and by more than 4 else; other cases are its mirror images. So the
mean of $\frac12(f-y)^2$ is never below $\frac13$, however many units there are.
*/
/**ru 1473726871
**Чего это стоит.** Одинаковые нейроны дают $f=c+V\varphi(w\cdot x+b)$, один
нейрон, а это монотонно вдоль $w$. Вдоль любого $w$ четыре точки идут в порядке
меток $+,-,-,+$ или $-,+,+,-$ (или могут быть так переставлены, если совпадают).
Монотонная последовательность $g_1\le g_2\le g_3\le g_4$ отстоит от первых трёх
меток набора $+,-,-,+$ на
$$(1-g_1)^2+(1+g_2)^2+(1+g_3)^2\ge(1-g_1)^2+2\,(1+g_1)^2\ge\tfrac83 \tag{11}$$
если $g_1\ge-1$, и больше чем на 4 в противном случае; остальные случаи — его
зеркальные отражения. Значит, среднее от $\frac12(f-y)^2$ никогда не опускается
ниже $\frac13$, сколько бы ни было нейронов.
*/
static const struct training loss_sgd = {
    {&method_sgd, 0.05, 0, 0, false}, LOSS, AT_LEAST, 1.0 / 3};
static const struct training loss_momentum = {
    {&method_heavy_ball, 0.002, 0, 0, false}, LOSS, AT_LEAST, 1.0 / 3};
static const struct training loss_adam = {
    {&method_adam, 0.01, 0, 0, false}, LOSS, AT_LEAST, 1.0 / 3};
CLAIM(loss_of_equal_units_sgd, BOUND, COMPUTE(train, &loss_sgd),
      "The least loss of 16 runs is at least $\\frac13$: SGD, ...",
      "Наименьшие потери в 16 запусках не меньше $\\frac13$: SGD …");
CLAIM(loss_of_equal_units_momentum, BOUND, COMPUTE(train, &loss_momentum),
      "... momentum ...", "… метод с моментом …");
CLAIM(loss_of_equal_units_adam, BOUND, COMPUTE(train, &loss_adam),
      "... and Adam.", "… и Adam.");
/**
**Symmetry breaking.** With normal noise of $10^{-3}$ on every weight units part,
and runs go on to learn all four labels. (How many do is measured, and depends on
the start: others lead to local minima, at $\frac14$ and $\frac13$.)
*/
/**ru 3371504051
**Нарушение симметрии.** С нормальным шумом величины $10^{-3}$ на каждом весе
нейроны расходятся, и дальше запуски выучивают все четыре метки. (Сколько
запусков, измерено, и это зависит от начала: другие начала ведут в локальные
минимумы, на уровнях $\frac14$ и $\frac13$.)
*/
static const struct training noisy_sgd = {
    {&method_sgd, 0.05, 1e-3, 0, false}, DISTANCE, EQUAL, 0};
static const struct training noisy_momentum = {
    {&method_heavy_ball, 0.002, 1e-3, 0, false}, DISTANCE, EQUAL, 0};
static const struct training noisy_adam = {
    {&method_adam, 0.01, 1e-3, 0, false}, DISTANCE, EQUAL, 0};
static const struct training learn_sgd = {
    {&method_sgd, 0.05, 1e-3, 0, false}, LEARNED, AT_LEAST, 5};
static const struct training learn_momentum = {
    {&method_heavy_ball, 0.002, 1e-3, 0, false}, LEARNED, AT_LEAST, 5};
static const struct training learn_adam = {
    {&method_adam, 0.01, 1e-3, 0, false}, LEARNED, AT_LEAST, 5};
static const struct training loss_of_noisy = {
    {&method_sgd, 0.05, 1e-3, 0, false}, LOSS, AT_LEAST, 1.0 / 3};
static const struct training outgoing = {
    {&method_sgd, 0.05, 0, 1e-3, false}, DISTANCE, EQUAL, 0};
static const struct training dropped = {
    {&method_sgd, 0.05, 0, 0, true}, DISTANCE, EQUAL, 0};
CLAIM(learned_sgd, SHARPNESS, COMPUTE(train, &learn_sgd),
      "In 5 of 16 runs at least the loss is below $\\frac1{10}$: SGD, ...",
      "По крайней мере в 5 запусках из 16 потери ниже $\\frac1{10}$: SGD …");
CLAIM(learned_momentum, SHARPNESS, COMPUTE(train, &learn_momentum),
      "... momentum ...", "… метод с моментом …");
CLAIM(learned_adam, SHARPNESS, COMPUTE(train, &learn_adam), "... and Adam.",
      "… и Adam.");
CLAIM(control_noise_sgd, CONTROL,
      DROPS(equal_start, COMPUTE(train, &noisy_sgd)),
      "Units with noise stay equal: not under SGD, ...",
      "Нейроны с шумом остаются равными: неверно при SGD …");
CLAIM(control_noise_momentum, CONTROL,
      DROPS(equal_start, COMPUTE(train, &noisy_momentum)),
      "... nor under momentum, ...", "… неверно при методе с моментом …");
CLAIM(control_noise_adam, CONTROL,
      DROPS(equal_start, COMPUTE(train, &noisy_adam)), "... nor under Adam.",
      "… и неверно при Adam.");
CLAIM(control_loss_of_noisy_units, CONTROL,
      DROPS(equal_start, COMPUTE(train, &loss_of_noisy)),
      "Nor is their loss at least $\\frac13$.",
      "И потери их не меньше $\\frac13$: тоже неверно.");
/**
@figure parting How far units part that start with a noise of $10^{-3}$; without
    it the distance is 0 at every step

It is not enough that incoming weights are equal, if one outgoing weight is not;
and dropout, which leaves out each unit by a coin of its own, breaks the symmetry
too.
*/
/**ru 666039738
@figure parting Насколько расходятся нейроны, начавшие с шумом величины
    $10^{-3}$; без него расстояние равно 0 на каждом шаге

Недостаточно, чтобы входящие веса были равны, если один исходящий вес
отличается; нарушает симметрию и дропаут, который выключает каждый нейрон по
броску его собственной монеты.
*/
CLAIM(control_one_outgoing_weight, CONTROL,
      DROPS(equal_start, COMPUTE(train, &outgoing)),
      "Units stay equal if one outgoing weight has $10^{-3}$ more.",
      "Нейроны остаются равными, если один исходящий вес больше на $10^{-3}$.");
CLAIM(control_dropout, CONTROL, DROPS(nothing_apart, COMPUTE(train, &dropped)),
      "Units stay equal under dropout.",
      "Нейроны остаются равными при дропауте.");
/**
## What breaks

(1) for networks of two units, all enumerated. **Rows that are not symmetric:**
$\sqrt2$ with probability $\frac13$ and $-\frac1{\sqrt2}$ with $\frac23$, which
have mean 0 and variance 1; and the same weight everywhere. **Entries that are
correlated:** both of one sign. **Another activation:** none at all, where
$\frac{s^2}2$ becomes $s^2$: this is where Xavier's $s^2=1$ is from; or a bias of
$\frac12$. **The same weights in every layer**, as in a recurrent network.
*/
/**ru 939527960
## Что ломается {#what-breaks}

(1) для сетей по два нейрона в слое, перебраны все. **Несимметричные строки:**
$\sqrt2$ с вероятностью $\frac13$ и $-\frac1{\sqrt2}$ с вероятностью $\frac23$,
где среднее 0 и дисперсия 1; а также один и тот же вес всюду. **Коррелированные
элементы:** оба одного знака. **Другая активация:** никакой, и тогда
$\frac{s^2}2$ превращается в $s^2$ — отсюда и происходит $s^2=1$ Ксавье; или же
смещение, равное $\frac12$. **Одни и те же веса в каждом слое**, как в
рекуррентной сети.
*/
static const struct network of_skew = {&skew, 2, 3, false, false, 0, {1, -0.3}};
static const struct network of_constants = {&constants_only, 2, 3,        false,
                                            false,           0, {1, -0.3}};
static const struct network of_same = {&same, 2, 3, false, false, 0, {1, -0.3}};
static const struct network of_linear = {&signs, 2, 3,        true,
                                         false,  0, {1, -0.3}};
static const struct network of_bias = {&signs, 2,   3,        false,
                                       false,  0.5, {1, -0.3}};
static const struct network of_shared = {&turned, 2, 3,        false,
                                         true,    0, {1, -0.3}};
static const struct network of_ties = {&signs, 2, 3, false, false, 0, {1, 1}};
CLAIM(control_not_symmetric, CONTROL,
      DROPS(symmetric_rows, COMPUTE(forward, &of_skew)),
      "(1) for rows that are not symmetric.", "(1) для несимметричных строк.");
CLAIM(control_all_weights_equal, CONTROL,
      DROPS(symmetric_rows, COMPUTE(forward, &of_constants)),
      "(1) where all weights are $\\frac s{\\sqrt n}$.",
      "(1), когда все веса равны $\\frac s{\\sqrt n}$.");
CLAIM(control_correlated, CONTROL,
      DROPS(uncorrelated_entries, COMPUTE(forward, &of_same)),
      "(1) for correlated entries.", "(1) для коррелированных элементов.");
CLAIM(control_linear, CONTROL, DROPS(relu_alone, COMPUTE(forward, &of_linear)),
      "(1) for linear units.", "(1) для линейных нейронов.");
CLAIM(control_bias, CONTROL, DROPS(relu_alone, COMPUTE(forward, &of_bias)),
      "(1) with a bias.", "(1) со смещением.");
CLAIM(control_shared_weights, CONTROL,
      DROPS(own_weights, COMPUTE(forward, &of_shared)),
      "(1) with the same weights in every layer.",
      "(1) с одними и теми же весами в каждом слое.");
/**
(2) and (6): **ties**, as signs have them at $h=(1,1)$; **a gradient
that is not balanced**, $u=(1,1)$: the gradients that units send back point the
same way, along $h$, and add up. He et al. assume the weights and the gradients
that arrive to be independent, which they are not; (2) does without it, but needs
$\mathbb Euu^\top=\tau^2I$. And (9), right, as an equality needs weights that are
Gaussian.
*/
/**ru 1374654123
(2) и (6): **нули**, какие бывают у знаков при $h=(1,1)$; **несбалансированный
градиент**, $u=(1,1)$: градиенты, которые нейроны посылают назад, направлены в
одну сторону, вдоль $h$, и складываются. Хе с соавторами предполагают веса и
приходящие градиенты независимыми, а они зависимы; (2) обходится без этого, но
требует $\mathbb Euu^\top=\tau^2I$. А чтобы (9), справа, было равенством, нужны
гауссовские веса.
*/
static const enum sign is_equal = EQUAL;
CLAIM(control_masks_with_ties, CONTROL,
      DROPS(no_ties, COMPUTE(masks, &(const bool){true})),
      "(6) for two signs and $h=(1,1)$.", "(6) для двух знаков и $h=(1,1)$.");
CLAIM(control_backward_with_ties, CONTROL,
      DROPS(no_ties, COMPUTE(backward, &of_ties)),
      "(2) for plain signs from $h_0=(1,1)$.",
      "(2) для простых знаков от $h_0=(1,1)$.");
CLAIM(control_gradient_not_balanced, CONTROL,
      DROPS(balanced_gradient, COMPUTE(balanced_or_not, &turned_he)),
      "(2) for $u=(1,1)$.", "(2) для $u=(1,1)$.");
CLAIM(control_fourth_of_signs, CONTROL,
      DROPS(gaussian_weights, COMPUTE(fourth_of_signs, &is_equal)),
      "(8) for signs.", "(8) для знаков.");

static const struct claim *const claims[] = {line_1_before_the_activation,
                                             line_2_after_it,
                                             line_3_all_networks,
                                             line_4_masks,
                                             line_5_derivative,
                                             line_5_backward_he,
                                             line_5_backward_xavier,
                                             mean_square_he,
                                             mean_square_xavier,
                                             fourth_moment_he,
                                             control_fourth_moment,
                                             signs_at_most_gaussian,
                                             signs_at_least_1_over_n,
                                             law_of_a_layer,
                                             thirty_layers_xavier,
                                             thirty_layers_he,
                                             control_thirty_layers_xavier,
                                             line_of_equal_units,
                                             equal_under_sgd,
                                             equal_under_momentum,
                                             equal_under_adam,
                                             loss_of_equal_units_sgd,
                                             loss_of_equal_units_momentum,
                                             loss_of_equal_units_adam,
                                             learned_sgd,
                                             learned_momentum,
                                             learned_adam,
                                             control_noise_sgd,
                                             control_noise_momentum,
                                             control_noise_adam,
                                             control_loss_of_noisy_units,
                                             control_one_outgoing_weight,
                                             control_dropout,
                                             control_not_symmetric,
                                             control_all_weights_equal,
                                             control_correlated,
                                             control_linear,
                                             control_bias,
                                             control_shared_weights,
                                             control_masks_with_ties,
                                             control_backward_with_ties,
                                             control_gradient_not_balanced,
                                             control_fourth_of_signs};

static const struct drawing drawings[] = {
    {.name = "depth",
     .title = {"He's weights keep a ReLU network's signal, Xavier's halve it "
               "per layer",
               "Веса Хе хранят сигнал ReLU-сети, веса Ксавье вдвое ослабляют "
               "его в слое"},
     .x = {"layer l", "слой l"},
     .y = {"E||h_l||^2"},
     .linear_x = true,
     .curves = {{"mean_square_he", 0, {"He, s^2 = 2", "Хе, s^2 = 2"}},
                {"mean_square_xavier",
                 0,
                 {"Xavier, s^2 = 1", "Ксавье, s^2 = 1"}}}},
    {.name = "parting",
     .title = {"Units that start with a noise of 0.001 part",
               "Нейроны с начальным шумом 0,001 расходятся"},
     .y = {"distance of two units", "расстояние двух нейронов"},
     .curves = {{"control_noise_sgd", 0, {"SGD", "SGD"}},
                {"control_noise_momentum", 0, {"heavy ball", "тяжёлый шарик"}},
                {"control_noise_adam", 0, {"Adam"}}}},
};

const struct theorem theorem_initialisation = {
    .id = "initialisation",
    .title = {"Where a network starts", "Откуда начинает сеть"},
    .source = "Правильная инициализация нейронной сети важна",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise fourth_moment_he What does (3) say of the variance of $\|h_l\|^2$ over
    the square of its mean? Compute it for 64 units and 30 layers, and compare
    with row $k=30$ after `descent verify initialisation/fourth_moment_he`. How
    wide must 30 layers be for it to be at most 1, and how does that width grow
    with the depth? :: It is $\bigl(1+\frac5n\bigr)^l-1$, whatever $s^2$ is. For
    64 units and 30 layers that is about 8.55; the row shows the fourth moment,
    9.55, and the mean is 1. At most 1 takes $n\ge5/(2^{1/30}-1)$, 214 units,
    and $n\approx\frac{5l}{\ln2}\approx7.2\,l$ in general: width in proportion
    to depth. A mean that is kept says little of a single network that is deep
    and narrow.
@exercise control_one_outgoing_weight All units start alike, but $v_1$ is larger
    by $10^{-3}$. By (10), which weights of unit 1 part further from those of
    the others in the first step of SGD, if the units pass, and which only from
    the second on? Would another common value of all $v_i$ do as well? Watch the
    distance in `reports/results.csv` after
    `descent verify initialisation/control_one_outgoing_weight`. :: In the first
    step all $z_i$ are equal, hence all $\frac{\partial\ell}{\partial v_i}$, and
    the difference of the $v_i$ stays as it is. But
    $\frac{\partial\ell}{\partial w_i}$ has the factor $v_i$, so $w_1$ and $b_1$
    part at once; from then on $z_1$ differs, and so does the gradient of $v_1$.
    The distance is 0.001 after one step and more than a hundred times as much
    after 316. Another common value changes nothing: the units are alike then,
    and the theorem holds.
@exercise control_linear Let $\varphi(z)=z$ for $z\ge0$ and $\varphi(z)=az$ for
    $z<0$, with $0\le a\le1$. What takes the place of (5), and which $s^2$ keeps
    the signal? Read off the two ends, $a=0$ and $a=1$, and predict by how much
    He's $s^2=2$ makes (1) wrong for three linear layers; then run
    `descent verify initialisation/control_linear`. ::
    $\varphi(z)^2+\varphi(-z)^2=(1+a^2)z^2$ for every $z$, so line 2 gives
    $\mathbb E\varphi(z)^2=\frac{1+a^2}2\,\mathbb Ez^2$ in the same way. The
    signal is kept for $s^2=\frac2{1+a^2}$, He's 2 at $a=0$ and Xavier's 1 at
    $a=1$. With $s^2=2$ every linear layer doubles the mean of $\|h_l\|^2$,
    where (1) has it constant: 8 times as much after three.
*/
/**ru 2607751796
## Упражнения

@exercise fourth_moment_he Что говорит (3) о дисперсии $\|h_l\|^2$, делённой на
    квадрат среднего? Вычислите это отношение для 64 нейронов и 30 слоёв и
    сравните со строкой $k=30$ после
    `descent verify initialisation/fourth_moment_he`. Какой ширины должны быть
    30 слоёв, чтобы оно было не больше 1, и как эта ширина растёт с глубиной? ::
    Оно равно $\bigl(1+\frac5n\bigr)^l-1$, каково бы ни было $s^2$. Для 64
    нейронов и 30 слоёв это около 8,55; в строке стоит четвёртый момент, 9,55, а
    среднее равно 1. Чтобы отношение было не больше 1, нужно
    $n\ge5/(2^{1/30}-1)$, то есть 214 нейронов, а в общем случае
    $n\approx\frac{5l}{\ln2}\approx7.2\,l$: ширина пропорциональна глубине. О
    единственной глубокой и узкой сети сохранённое среднее говорит мало.
@exercise control_one_outgoing_weight Все нейроны начинают одинаковыми, только
    $v_1$ больше на $10^{-3}$. Какие веса нейрона 1 согласно (10) отходят от
    весов остальных уже на первом шаге SGD (если нейроны пропускают сигнал), а
    какие лишь начиная со второго? Помогло бы другое общее значение всех $v_i$?
    Проследите за расстоянием в файле `reports/results.csv` после
    `descent verify initialisation/control_one_outgoing_weight`. :: На первом
    шаге все $z_i$ равны, поэтому равны и все $\frac{\partial\ell}{\partial
    v_i}$, и разность между $v_i$ остаётся прежней. Но в
    $\frac{\partial\ell}{\partial w_i}$ есть множитель $v_i$, так что $w_1$ и
    $b_1$ отходят сразу; с этого момента $z_1$ отличается от остальных, а с ним
    и производная по $v_1$. Расстояние равно 0,001 после одного шага, а после
    316 шагов превышает это число больше чем в сто раз. Другое общее значение
    ничего не меняет: нейроны тогда одинаковы, и теорема верна.
@exercise control_linear Пусть $\varphi(z)=z$ при $z\ge0$ и $\varphi(z)=az$ при
    $z<0$, где $0\le a\le1$. Что встанет на место (5) и при каком $s^2$ сигнал
    сохраняется? Посмотрите, что получается на концах, при $a=0$ и $a=1$,
    предскажите, во сколько раз ошибётся (1) с начальными весами Хе, $s^2=2$,
    для трёх линейных слоёв, и запустите
    `descent verify initialisation/control_linear`. :: Для каждого $z$ имеем
    $\varphi(z)^2+\varphi(-z)^2=(1+a^2)z^2$, поэтому строка 2 точно так же даёт
    $\mathbb E\varphi(z)^2=\frac{1+a^2}2\,\mathbb Ez^2$. Сигнал сохраняется при
    $s^2=\frac2{1+a^2}$: это 2, как у Хе, при $a=0$ и 1, как у Ксавье, при
    $a=1$. При $s^2=2$ каждый линейный слой удваивает среднее $\|h_l\|^2$, а
    согласно (1) оно постоянно: после трёх слоёв больше в 8 раз.
*/

/**
## References

- K. He, X. Zhang, S. Ren, J. Sun, *Delving deep into rectifiers: surpassing
  human-level performance on ImageNet classification*, ICCV 2015: the two
  pictures, and $s^2=2$.
- X. Glorot, Y. Bengio, *Understanding the difficulty of training deep
  feedforward neural networks*, AISTATS 2010: $s^2=1$, for linear units.
- B. Hanin, D. Rolnick, *How to start training: the effect of initialization and
  architecture*, NeurIPS 2018: depth over width.
*/
/**ru 3475122194
## Литература

- K. He, X. Zhang, S. Ren, J. Sun, *Delving deep into rectifiers: surpassing
  human-level performance on ImageNet classification*, ICCV 2015: две картинки и
  $s^2=2$.
- X. Glorot, Y. Bengio, *Understanding the difficulty of training deep
  feedforward neural networks*, AISTATS 2010: $s^2=1$, для линейных нейронов.
- B. Hanin, D. Rolnick, *How to start training: the effect of initialization and
  architecture*, NeurIPS 2018: отношение глубины к ширине.
*/
