/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Acceleration on convex functions with noise

The lecture sums up (slide «Summary»):

> Ускорения Нестерова/Поляка не улучшают скорость сходимости

That is so where noise rules: no method gets below a multiple of
$\frac{R\sigma}{\sqrt k}$ on [convex functions](rates_cannot_be_improved.html). But
SGD's bound there has [another term](convex_variance.html), $\frac{LR^2}{2k}$ for the
longest step, that noise has no part in; and this one acceleration does improve, to
$\mathcal O(LR^2/k^2)$, without loss in the other (Lan 2012).

Let $f$ be convex and $L$-smooth, the oracle unbiased, its variance at most $v$, and
$R=\|x_0-x^*\|$. Take $z_0=x_0$, weights $w_t=c\,(t+1)$ with $0<c\le\frac1{2L}$, and
$W_t=w_0+\dots+w_{t-1}=\frac c2t(t+1)$. Step by
$$y_t=\frac{W_tx_t+w_tz_t}{W_{t+1}},\qquad z_{t+1}=z_t-w_tg_t,\qquad x_{t+1}=\frac{W_tx_t+w_tz_{t+1}}{W_{t+1}}, \tag{1}$$
where $g_t$ is the oracle's answer at $y_t$. So $x_k$ is the weighted average of
$z_1,\dots,z_k$, and gradients are taken between the average and the point that
moves.

**Theorem.** For every $k\ge1$
$$\mathbb E[f(x_k)-f^*]\le\frac1{W_k}\Bigl[\frac{R^2}2+\frac v2\sum_{t<k}w_t^2\Bigl(1+\frac{Lw_t^2}{W_{t+1}}\Bigr)\Bigr]
  \le\frac{R^2}{c\,k(k+1)}+\frac{cv(2k+1)}3. \tag{2}$$
With $c=\min\bigl(\frac1{2L},R\sqrt{3/(v\,k(k+1)(2k+1))}\bigr)$, for which $k$ has to be
known,
$$\mathbb E[f(x_k)-f^*]\le\frac{2LR^2}{k(k+1)}+2R\sqrt{\frac{v(2k+1)}{3k(k+1)}}\le\frac{2LR^2}{k^2}+1.64\,R\sqrt{\frac vk}. \tag{3}$$

In words: $\mathcal O(1/\varepsilon^2)$ iterations stay $\mathcal O(1/\varepsilon^2)$,
because of the noise; but those that smoothness asks for are $\mathcal
O(1/\sqrt\varepsilon)$ in place of $\mathcal O(1/\varepsilon)$. It pays where the noise
is so small, or made so small by a large batch, that they are the most.

@figure slope On a long slope without noise: SGD with its longest step, and
    acceleration
*/
/**ru 2963014483
# Ускорение на выпуклых функциях с шумом

Лекция подводит итог (слайд «Summary»):

> Ускорения Нестерова/Поляка не улучшают скорость сходимости

Это так, когда господствует шум: на [выпуклых
функциях](rates_cannot_be_improved.html) ни один метод не опускается ниже
$\frac{R\sigma}{\sqrt k}$, умноженного на некоторую постоянную. Но в оценке для
SGD там есть и [другое слагаемое](convex_variance.html), $\frac{LR^2}{2k}$ при
самом длинном шаге, к которому шум не причастен; и его ускорение всё же
улучшает, до $\mathcal O(LR^2/k^2)$, без потерь в остальном (Lan 2012).

Пусть $f$ выпукла и $L$-гладкая, оракул несмещённый, его дисперсия не больше
$v$, и $R=\|x_0-x^*\|$. Возьмём $z_0=x_0$, веса $w_t=c\,(t+1)$, где
$0<c\le\frac1{2L}$, и $W_t=w_0+\dots+w_{t-1}=\frac c2t(t+1)$. Шаг таков:
$$y_t=\frac{W_tx_t+w_tz_t}{W_{t+1}},\qquad z_{t+1}=z_t-w_tg_t,\qquad x_{t+1}=\frac{W_tx_t+w_tz_{t+1}}{W_{t+1}}, \tag{1}$$
где $g_t$ — ответ оракула в точке $y_t$. Таким образом, $x_k$ есть взвешенное
среднее точек $z_1,\dots,z_k$, а градиенты берутся между этим средним и
движущейся точкой.

**Теорема.** При каждом $k\ge1$
$$\mathbb E[f(x_k)-f^*]\le\frac1{W_k}\Bigl[\frac{R^2}2+\frac v2\sum_{t<k}w_t^2\Bigl(1+\frac{Lw_t^2}{W_{t+1}}\Bigr)\Bigr]
  \le\frac{R^2}{c\,k(k+1)}+\frac{cv(2k+1)}3. \tag{2}$$
Если $c=\min\bigl(\frac1{2L},R\sqrt{3/(v\,k(k+1)(2k+1))}\bigr)$, для чего надо
знать $k$, то
$$\mathbb E[f(x_k)-f^*]\le\frac{2LR^2}{k(k+1)}+2R\sqrt{\frac{v(2k+1)}{3k(k+1)}}\le\frac{2LR^2}{k^2}+1.64\,R\sqrt{\frac vk}. \tag{3}$$

Словами: $\mathcal O(1/\varepsilon^2)$ итераций из-за шума так и остаются
$\mathcal O(1/\varepsilon^2)$; но тех, которых требует гладкость, становится
$\mathcal O(1/\sqrt\varepsilon)$ вместо $\mathcal O(1/\varepsilon)$. Это
окупается там, где шум так мал (или сделан так мал большим батчем), что именно
их больше всего.

@figure slope На длинном склоне без шума: SGD с самым длинным шагом и ускорение
*/
#include <gsl/gsl_math.h>

#include "../methods/methods.h"
#include "../problems/problems.h"
#include "../verify/claims/inquiry.h"
#include "../verify/numbers/fail.h"
#include "shared/premises.h"
#include "theorem.h"

HYPOTHESIS(convex_function, "f is convex", "f выпукла", is_convex);
HYPOTHESIS(smooth_function, "f is L-smooth", "f L-гладкая", is_smooth);
HYPOTHESIS(unbiased_oracle, "E g_t = grad f(y_t)", "E g_t = grad f(y_t)",
           is_unbiased);
HYPOTHESIS(bounded_variance, "E||g_t - grad f(y_t)||^2 <= v",
           "E||g_t - grad f(y_t)||^2 <= v", NULL);
HYPOTHESIS(small_weights, "w_t = c(t + 1), c <= 1/(2L)",
           "w_t = c(t + 1), c <= 1/(2L)", NULL);
static const struct hypothesis *const hypotheses[] = {
    convex_function, smooth_function, unbiased_oracle, bounded_variance,
    small_weights};

static double w(double c, size_t t) {
    return c * ((double)t + 1);
}
static double W(double c, size_t t) {
    return c / 2 * (double)t * ((double)t + 1);
}

/* The method (1), in LANES runs. */
enum { DIM = 10 };
struct points {
    double c;
    size_t t, dim;
    real x[DIM], y[DIM], z[DIM];
};
static void look(struct points *p) {
    for (size_t j = 0; j < p->dim; j++)
        p->y[j] = (W(p->c, p->t) * p->x[j] + w(p->c, p->t) * p->z[j]) /
                  W(p->c, p->t + 1);
}
static struct points starting(double c, size_t dim, const double x_0[]) {
    struct points p = {.c = c, .dim = dim};
    for (size_t j = 0; j < dim; j++) p.x[j] = p.z[j] = real_all(x_0[j]);
    look(&p);
    return p;
}
static void step(struct points *p, const real g[]) {
    for (size_t j = 0; j < p->dim; j++) {
        p->z[j] -= w(p->c, p->t) * g[j];
        p->x[j] = (W(p->c, p->t) * p->x[j] + w(p->c, p->t) * p->z[j]) /
                  W(p->c, p->t + 1);
    }
    p->t++;
    look(p);
}

/* The first bound of (2), and the second. */
struct letters {
    double L, R, v;
};
static double bound(const struct letters *a, double c, size_t k) {
    double noise = 0;
    for (size_t t = 0; t < k; t++)
        noise += gsl_pow_2(w(c, t)) * a->v / 2 *
                 (1 + a->L * gsl_pow_2(w(c, t)) / W(c, t + 1));
    return (a->R * a->R / 2 + noise) / W(c, k);
}
static double plain_bound(const struct letters *a, double c, size_t k) {
    double n = (double)k;
    return a->R * a->R / (c * n * (n + 1)) + c * a->v * (2 * n + 1) / 3;
}
static double tuned(const struct letters *a, size_t k) {
    double n = (double)k,
           most = a->R * sqrt(3 / (a->v * n * (n + 1) * (2 * n + 1)));
    return smaller(1 / (2 * a->L), most);
}
static double tuned_bound(const struct letters *a, size_t k) {
    double n = (double)k;
    return 2 * a->L * a->R * a->R / (n * (n + 1)) +
           2 * a->R * sqrt(a->v * (2 * n + 1) / (3 * n * (n + 1)));
}

/**
## The proof, line by line

The lines are checked at every step of sixteen seeded runs on seven problems, the
expectations as full sums over the components, with $c=\frac1{2L}$ and a tenth of it.
*/
/**ru 3064131036
## Доказательство строка за строкой

Строки проверены на каждом шаге шестнадцати запусков с заданными зёрнами на семи
задачах, математические ожидания — полными суммами по слагаемым, с
$c=\frac1{2L}$ и с десятой долей этого.
*/
static const struct walked {
    struct problem *(*problem)(void);
    size_t steps;
} walked[] = {{parabola, 20},        {log_cosh, 40},      {logistic, 25},
              {ridge, 12},           {least_squares, 12}, {shifted_signs, 200},
              {ill_conditioned, 200}};

/* What the lines speak of at one step: f is less f*. */
struct at_step {
    double L, w, W, next_W;
    size_t dim;
    const real *gradient; /* at y_t */
    real f_x, f_y;
    real moved, inner;       /* ||z_t - x*||^2/2, <grad f(y_t), z_t - x*> */
    real mean_square;        /* E||g||^2 */
    real mean_f, mean_moved; /* E f(x_{t+1}), E||z_{t+1} - x*||^2/2 */
    real next_f, along,
        length2; /* of this run: f(x_{t+1}), and of z_{t+1} - z_t */
};

/* One step of all lanes: fills in the letters, and goes on by a drawn index. */
static struct at_step one_step(const struct problem *p, struct points *at,
                               struct pcg_lanes *random, const real star[],
                               real gradient[]) {
    size_t dim = p->dim;
    real g[DIM];
    struct at_step s = {.L = p->L,
                        .w = w(at->c, at->t),
                        .W = W(at->c, at->t),
                        .next_W = W(at->c, at->t + 1),
                        .dim = dim,
                        .gradient = gradient};
    s.f_x = p->value(p, at->x, NULL) - p->f_star_low;
    s.f_y = p->value(p, at->y, gradient) - p->f_star_low;
    for (size_t j = 0; j < dim; j++) {
        real off = at->z[j] - star[j];
        s.moved += off * off / 2;
        s.inner += gradient[j] * off;
    }
    for (size_t i = 0; i < p->components; i++) {
        struct points next = *at;
        real share = real_all(1 / (double)p->components);
        p->component(p, at->y, whole_all(i), g);
        step(&next, g);
        s.mean_square += share * real_dot(dim, g, g);
        s.mean_f += share * (p->value(p, next.x, NULL) - p->f_star_low);
        for (size_t j = 0; j < dim; j++)
            s.mean_moved +=
                share * (next.z[j] - star[j]) * (next.z[j] - star[j]) / 2;
    }
    struct points before = *at;
    p->component(
        p, at->y,
        pcg_lanes_below(random, p->components, pcg_surplus(p->components)), g);
    step(at, g);
    s.next_f = p->value(p, at->x, NULL) - p->f_star_low;
    for (size_t j = 0; j < dim; j++) {
        real d = at->z[j] - before.z[j];
        s.along += gradient[j] * d;
        s.length2 += d * d;
    }
    return s;
}

/* A line, in all lanes. */
typedef struct relation line(const struct at_step *);
static void on_runs(struct inquiry *q) {
    line *const *line_of = q->with;
    for (int tenth = 0; tenth < 2; tenth++)
        for (size_t i = 0; i < COUNT(walked); i++) {
            struct problem *p = walked[i].problem();
            if (p->dim > DIM) fail("%s has too many dimensions", p->id);
            struct settings first = {.alpha = (tenth ? 0.1 : 1) / (2 * p->L)};
            inquiry_assumes(q, p, &method_sgd, &first, walked[i].steps);
            struct points at = starting(first.alpha, p->dim, p->x_0);
            struct pcg_lanes random = inquiry_lanes(q, i * LANES);
            real star[DIM], gradient[DIM];
            for (size_t j = 0; j < p->dim; j++)
                star[j] = real_all(p->x_star[j]);
            struct nearest n = {.in_errors = true};
            for (size_t t = 0; t < walked[i].steps; t++) {
                struct at_step s = one_step(p, &at, &random, star, gradient);
                struct relation r = (*line_of)(&s);
                double room =
                    (p->roundings + (double)p->components + 64) * DBL_EPSILON;
                n.sign = r.sign;
                for (int l = 0; l < LANES; l++)
                    nearest_take(&n, t, r.left[l], r.right[l],
                                 room * (r.magnitude[l] +
                                         s.next_W * fabs(p->f_star_low)));
            }
            inquiry_nearest(q, p->id, "accelerated", &n);
            inquiry_which(q, q->count - 1, "c = %s",
                          tenth ? "0.05/L" : "0.5/L");
            problem_free(p);
        }
}
#define ON_RUNS(function) COMPUTE(on_runs, &(line *const){function})

/**
### Line 1. Smoothness between $y_t$ and $x_{t+1}$

By (1) $x_{t+1}-y_t=\frac{w_t}{W_{t+1}}(z_{t+1}-z_t)$. $f$ lies below its parabola at
$y_t$; times $W_{t+1}$:
$$W_{t+1}f(x_{t+1})\le W_{t+1}f(y_t)+w_t\langle\nabla f(y_t),z_{t+1}-z_t\rangle+\frac{Lw_t^2}{2W_{t+1}}\|z_{t+1}-z_t\|^2. \tag{4}$$
*/
/**ru 1106223312
### Строка 1. Гладкость между $y_t$ и $x_{t+1}$

В силу (1) $x_{t+1}-y_t=\frac{w_t}{W_{t+1}}(z_{t+1}-z_t)$. Функция $f$ лежит
ниже своей параболы в точке $y_t$; умножим на $W_{t+1}$:
$$W_{t+1}f(x_{t+1})\le W_{t+1}f(y_t)+w_t\langle\nabla f(y_t),z_{t+1}-z_t\rangle+\frac{Lw_t^2}{2W_{t+1}}\|z_{t+1}-z_t\|^2. \tag{4}$$
*/
static struct relation smoothness(const struct at_step *s) {
    real curve = s->L * s->w * s->w / (2 * s->next_W) * s->length2,
         left = s->next_W * s->next_f, here = s->next_W * s->f_y;
    return at_most(left, here + s->w * s->along + curve,
                   left + here + s->w * real_abs(s->along) + curve);
}
CLAIM(line_1_smoothness, PROOF_LINE, ON_RUNS(smoothness), "Inequality (4).",
      "Неравенство (4).");
/**
### Line 2. Convexity, towards $x_t$ and towards $x^*$

$f(x_t)$ and $f^*$ lie above the tangent at $y_t$. Weigh these with $W_t$ and $w_t$; by
(1) $W_t(x_t-y_t)=w_t(y_t-z_t)$, and what remains is
$$W_{t+1}(f(y_t)-f^*)\le W_t(f(x_t)-f^*)+w_t\langle\nabla f(y_t),z_t-x^*\rangle. \tag{5}$$
*/
/**ru 1911399195
### Строка 2. Выпуклость, в сторону $x_t$ и в сторону $x^*$

$f(x_t)$ и $f^*$ лежат выше касательной в точке $y_t$. Возьмём их с весами $W_t$
и $w_t$; в силу (1) $W_t(x_t-y_t)=w_t(y_t-z_t)$, и остаётся
$$W_{t+1}(f(y_t)-f^*)\le W_t(f(x_t)-f^*)+w_t\langle\nabla f(y_t),z_t-x^*\rangle. \tag{5}$$
*/
static struct relation convexity(const struct at_step *s) {
    real left = s->next_W * s->f_y, there = s->W * s->f_x;
    return at_most(left, there + s->w * s->inner,
                   left + there + s->w * real_abs(s->inner));
}
CLAIM(line_2_convexity, PROOF_LINE, ON_RUNS(convexity), "Inequality (5).",
      "Неравенство (5).");
/**
### Line 3. The distance

The square of $z_{t+1}-x^*=z_t-x^*-w_tg_t$, in the mean over $g_t$:
$$\tfrac12\mathbb E\|z_{t+1}-x^*\|^2=\tfrac12\|z_t-x^*\|^2-w_t\langle\nabla f(y_t),z_t-x^*\rangle+\tfrac{w_t^2}2\mathbb E\|g_t\|^2. \tag{6}$$
*/
/**ru 199691433
### Строка 3. Расстояние

Возведём $z_{t+1}-x^*=z_t-x^*-w_tg_t$ в квадрат и возьмём среднее по $g_t$:
$$\tfrac12\mathbb E\|z_{t+1}-x^*\|^2=\tfrac12\|z_t-x^*\|^2-w_t\langle\nabla f(y_t),z_t-x^*\rangle+\tfrac{w_t^2}2\mathbb E\|g_t\|^2. \tag{6}$$
*/
static struct relation distance(const struct at_step *s) {
    real noise = s->w * s->w / 2 * s->mean_square;
    return equal(s->mean_moved, s->moved - s->w * s->inner + noise,
                 s->mean_moved + s->moved + s->w * real_abs(s->inner) + noise);
}
CLAIM(line_3_distance, PROOF_LINE, ON_RUNS(distance), "Equation (6).",
      "Равенство (6).");
/**
### Line 4. The potential

Let $\Phi_t=W_t(f(x_t)-f^*)+\frac12\|z_t-x^*\|^2$. Put (5) into the mean of (4) and add
(6): the inner products with $z_t-x^*$ cancel. In (4) $z_{t+1}-z_t=-w_tg_t$, the mean of
whose product with $\nabla f(y_t)$ is $-w_t\|\nabla f(y_t)\|^2$, and $\mathbb
E\|g_t\|^2=\|\nabla f(y_t)\|^2+v_t$, $v_t$ the variance at $y_t$. So
$$\mathbb E\,\Phi_{t+1}\le\Phi_t-\frac{w_t^2}2\Bigl(1-\frac{Lw_t^2}{W_{t+1}}\Bigr)\|\nabla f(y_t)\|^2
  +\frac{w_t^2v_t}2\Bigl(1+\frac{Lw_t^2}{W_{t+1}}\Bigr). \tag{7}$$
As $\frac{Lw_t^2}{W_{t+1}}=2Lc\,\frac{t+1}{t+2}<1$, the term with the gradient may be
dropped.
*/
/**ru 2893939764
### Строка 4. Потенциал

Пусть $\Phi_t=W_t(f(x_t)-f^*)+\frac12\|z_t-x^*\|^2$. Подставим (5) в
математическое ожидание (4) и прибавим (6): скалярные произведения с $z_t-x^*$
сокращаются. В (4) $z_{t+1}-z_t=-w_tg_t$, чьё скалярное произведение с $\nabla
f(y_t)$ в среднем равно $-w_t\|\nabla f(y_t)\|^2$, и $\mathbb
E\|g_t\|^2=\|\nabla f(y_t)\|^2+v_t$, где $v_t$ — дисперсия в точке $y_t$. Итак,
$$\mathbb E\,\Phi_{t+1}\le\Phi_t-\frac{w_t^2}2\Bigl(1-\frac{Lw_t^2}{W_{t+1}}\Bigr)\|\nabla f(y_t)\|^2
  +\frac{w_t^2v_t}2\Bigl(1+\frac{Lw_t^2}{W_{t+1}}\Bigr). \tag{7}$$
Поскольку $\frac{Lw_t^2}{W_{t+1}}=2Lc\,\frac{t+1}{t+2}<1$, слагаемое с
градиентом можно отбросить.
*/
static struct relation potential(const struct at_step *s) {
    real slope2 = real_dot(s->dim, s->gradient, s->gradient);
    double bend = s->L * s->w * s->w / s->next_W, half = s->w * s->w / 2;
    real left = s->next_W * s->mean_f + s->mean_moved,
         before = s->W * s->f_x + s->moved;
    real variance = s->mean_square - slope2;
    return at_most(left,
                   before - half * (1 - bend) * slope2 +
                       half * (1 + bend) * variance,
                   left + before + 4 * half * s->mean_square);
}
CLAIM(line_4_potential, PROOF_LINE, ON_RUNS(potential), "Inequality (7).",
      "Неравенство (7).");
/**
### Line 5. The sum

Take full expectations of (7) for $t<k$ and add: $W_k\,\mathbb
E[f(x_k)-f^*]\le\mathbb E\,\Phi_k$ and $\Phi_0=\frac12R^2$, as $W_0=0$. That is the first
inequality of (2). For the second the brackets are at most 2, and
$\sum_{t<k}w_t^2=\frac{c^2}6k(k+1)(2k+1)$. With the $c$ of (3) the second term of (2) is
at most $R\sqrt{v\frac{2k+1}{3k(k+1)}}$, and the first one is the larger of that and
$\frac{2LR^2}{k(k+1)}$, so at most their sum. $\blacksquare$

## The bound on parabolas with noise

$f=\frac\lambda2x^2$ with $\lambda\le L$ and noise of variance $v$ everywhere. (1) is linear
there, so the mean and the covariance of $(x_t,z_t)$ obey a linear recursion. It agrees
with all sequences of signs $\pm\sqrt v$.
*/
/**ru 3337476180
### Строка 5. Сумма

Возьмём полные математические ожидания от (7) при $t<k$ и сложим: $W_k\,\mathbb
E[f(x_k)-f^*]\le\mathbb E\,\Phi_k$ и $\Phi_0=\frac12R^2$, так как $W_0=0$. Это
первое неравенство (2). Второе следует из того, что скобки не больше 2 и
$\sum_{t<k}w_t^2=\frac{c^2}6k(k+1)(2k+1)$. При $c$ из (3) второе слагаемое в (2)
не больше $R\sqrt{v\frac{2k+1}{3k(k+1)}}$, а первое равно большему из этого
числа и $\frac{2LR^2}{k(k+1)}$, то есть не больше их суммы. $\blacksquare$

## Оценка на параболах с шумом

$f=\frac\lambda2x^2$, где $\lambda\le L$, и шум всюду с дисперсией $v$. Метод
(1) здесь линеен, так что среднее и ковариация пары $(x_t,z_t)$ подчиняются
линейной рекурсии. Она согласуется с перебором всех последовательностей знаков
$\pm\sqrt v$.
*/
static const struct letters letters = {.L = 2, .R = 1.5, .v = 0.36};

/* Mean and covariance of (x_t, z_t). */
struct pair_moments {
    double x, z, xx, xz, zz;
};
static struct pair_moments after_step(struct pair_moments m, double lambda,
                                      double v, double c, size_t t) {
    double p = W(c, t) / W(c, t + 1), q = w(c, t) / W(c, t + 1), a = w(c, t);
    /* y = p x + q z, z' = z - a (lambda y + noise), x' = p x + q z'. */
    double zx = -a * lambda * p, z_z = 1 - a * lambda * q, xx = p + q * zx,
           x_z = q * z_z;
    return (struct pair_moments){xx * m.x + x_z * m.z, zx * m.x + z_z * m.z,
                                 xx * xx * m.xx + 2 * xx * x_z * m.xz +
                                     x_z * x_z * m.zz + q * q * a * a * v,
                                 xx * zx * m.xx + (xx * z_z + x_z * zx) * m.xz +
                                     x_z * z_z * m.zz + q * a * a * v,
                                 zx * zx * m.xx + 2 * zx * z_z * m.xz +
                                     z_z * z_z * m.zz + a * a * v};
}
static double gap_on_parabola(double lambda, double c, size_t k,
                              const struct letters *a) {
    struct pair_moments m = {.x = a->R, .z = a->R};
    for (size_t t = 0; t < k; t++) m = after_step(m, lambda, a->v, c, t);
    return lambda / 2 * (m.x * m.x + m.xx);
}

/* The same by all sequences of signs. */
static double gap_by_signs(double lambda, double c, size_t k,
                           const struct letters *a) {
    double gap = 0, ways = ldexp(1, (int)k);
    for (size_t first = 0; first < (size_t)ways; first += LANES) {
        struct points p = starting(c, 1, &a->R);
        for (size_t t = 0; t < k; t++) {
            real g = lambda * p.y[0];
            for (size_t l = 0; l < LANES; l++)
                g[l] += (first + l) >> t & 1 ? sqrt(a->v) : -sqrt(a->v);
            step(&p, &g);
        }
        for (size_t l = 0; l < LANES; l++)
            if (first + l < (size_t)ways)
                gap += lambda / 2 * p.x[0][l] * p.x[0][l] / ways;
    }
    return gap;
}

static const double curvatures[] = {2, 0.2, 0.02, 0.002};
enum { SIGNS_MOST = 12 };
static void recursion(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(curvatures); i++) {
        size_t first = q->count;
        for (size_t k = 1; k <= SIGNS_MOST; k++) {
            double c = 0.25,
                   gap = gap_on_parabola(curvatures[i], c, k, &letters),
                   size =
                       curvatures[i] * (gsl_pow_2(letters.R) +
                                        gsl_pow_2(c * (double)k) * letters.v);
            inquiry_exact(q, "parabola_with_noise", "accelerated", k, gap,
                          64 * (double)k * DBL_EPSILON * size, EQUAL,
                          gap_by_signs(curvatures[i], c, k, &letters));
        }
        inquiry_which(q, first, "lambda = %g", curvatures[i]);
    }
}
CLAIM(recursion_as_all_signs, IDENTITY, COMPUTE(recursion),
      "The recursion gives the mean over all sequences of signs, $k\\le12$.",
      "Рекурсия даёт среднее по всем последовательностям знаков, $k\\le12$.");

static const size_t lengths[] = {1, 2, 5, 10, 30, 100, 300, 1000};
/* c, as 1/(2L) or made for k. */
static double chosen(bool for_k, const struct letters *a, size_t k) {
    return for_k ? tuned(a, k) : 1 / (2 * a->L);
}
static void on_parabolas(struct inquiry *q) {
    for (int for_k = 0; for_k < 2; for_k++)
        for (size_t i = 0; i < COUNT(curvatures); i++) {
            size_t before = q->count;
            for (size_t j = 0; j < COUNT(lengths); j++) {
                size_t k = lengths[j];
                double c = chosen(for_k, &letters, k),
                       right = bound(&letters, c, k);
                inquiry_exact(q, "parabola_with_noise", "accelerated", k,
                              gap_on_parabola(curvatures[i], c, k, &letters),
                              256 * (double)k * DBL_EPSILON * right, AT_MOST,
                              right);
            }
            inquiry_which(q, before, "lambda = %g, %s", curvatures[i],
                          for_k ? "c for k" : "c = 1/(2L)");
        }
}
CLAIM(bound_on_parabolas, BOUND, LOOSE(0.2785, COMPUTE(on_parabolas)),
      "(2) on four parabolas, from steep to flat, with both choices of $c$.",
      "(2) на четырёх параболах, от крутой до пологой, при обоих выборах $c$.");
/* The first bound of (2) against the second. */
static void simplified(struct inquiry *q) {
    for (int for_k = 0; for_k < 2; for_k++) {
        size_t before = q->count;
        for (size_t j = 0; j < COUNT(lengths); j++) {
            size_t k = lengths[j];
            double c = chosen(for_k, &letters, k),
                   right = plain_bound(&letters, c, k);
            inquiry_exact(q, "", "", k, bound(&letters, c, k),
                          64 * (double)k * DBL_EPSILON * right, AT_MOST, right);
        }
        inquiry_which(q, before, for_k ? "c for k" : "c = 1/(2L)");
    }
}
/* That against (3), with noise and without. */
static void with_tuned(struct inquiry *q) {
    const struct letters *a = q->with;
    for (size_t j = 0; j < COUNT(lengths); j++) {
        size_t k = lengths[j];
        double right = tuned_bound(a, k);
        inquiry_exact(q, "", "", k, plain_bound(a, tuned(a, k), k),
                      64 * DBL_EPSILON * right, AT_MOST, right);
    }
}
/* Where c is made for k the two terms of the second bound are equal. */
static void equal_terms(struct inquiry *q) {
    for (size_t j = 0; j < COUNT(lengths); j++) {
        size_t k = lengths[j];
        double c = tuned(&letters, k);
        struct letters no_start = letters, no_noise = letters;
        no_start.R = no_noise.v = 0;
        double start = plain_bound(&no_noise, c, k);
        if (c < 1 / (2 * letters.L))
            inquiry_exact(q, "", "", k, plain_bound(&no_start, c, k),
                          64 * DBL_EPSILON * start, EQUAL, start);
    }
}
static const struct letters quiet = {.L = 2, .R = 1.5};
CLAIM(line_5_equal_terms, IDENTITY, COMPUTE(equal_terms),
      "The two terms of (2) are equal where noise decides $c$.",
      "Два слагаемых в (2) равны там, где $c$ определяется шумом.");
CLAIM(line_5_simplified, PROOF_LINE, COMPUTE(simplified),
      "The second inequality of (2).", "Второе неравенство (2).");
CLAIM(line_5_tuned, PROOF_LINE, COMPUTE(with_tuned, &letters),
      "The first inequality of (3) ...", "Первое неравенство (3) …");
CLAIM(line_5_tuned_without_noise, PROOF_LINE, COMPUTE(with_tuned, &quiet),
      "... and without noise.", "… и оно же без шума.");
/**
## How sharp it is

**Without noise (2) is attained as $k$ grows.** Let $f'=h$ on a long slope, with a
bottom so small that no gradient is asked there: $f=\frac L2x^2$ for $|x|\le\frac hL$. On
the slope $z_t=R-hW_t$, and $x_k=R-hS_k$ with
$S_k=\frac1{W_k}\sum_{t<k}w_tW_{t+1}\approx\frac12W_k$. With $h=\frac R{2S_k}$ the average
has come half the way, $x_k=\frac R2$, when $z_k$ has come to the end, and
$$f(x_k)-f^*=\frac{hR}2-\frac{h^2}{2L}=\frac{R^2}{4S_k}-\frac{R^2}{8LS_k^2}. \tag{8}$$
As $k\to\infty$ that is $\frac{R^2}{2W_k}$ up to terms smaller by a factor $k$.
*/
/**ru 2567367795
## Насколько оценка точна {#how-sharp-it-is}

**Без шума (2) достигается в пределе при растущем $k$.** Пусть на длинном склоне
$f'=h$, а дно столь мало, что там градиент ни разу не запрашивается: $f=\frac
L2x^2$ при $|x|\le\frac hL$. На склоне $z_t=R-hW_t$ и $x_k=R-hS_k$, где
$S_k=\frac1{W_k}\sum_{t<k}w_tW_{t+1}\approx\frac12W_k$. При $h=\frac R{2S_k}$
среднее проходит половину пути, $x_k=\frac R2$, когда $z_k$ пришло к концу, и
$$f(x_k)-f^*=\frac{hR}2-\frac{h^2}{2L}=\frac{R^2}{4S_k}-\frac{R^2}{8LS_k^2}. \tag{8}$$
При $k\to\infty$ это $\frac{R^2}{2W_k}$ с точностью до слагаемых, меньших в $k$
раз.
*/
static double slope_sum(double c, size_t k) {
    double sum = 0;
    for (size_t t = 0; t < k; t++) sum += w(c, t) * W(c, t + 1);
    return sum / W(c, k);
}
static double huber(double lip, double h, double x) {
    double size = fabs(x), bend = h / lip;
    return size <= bend ? lip / 2 * x * x : h * size - h * bend / 2;
}
static double huber_slope(double lip, double h, double x) {
    return larger(smaller(lip * x, h), -h);
}
/* f(x_k) - f* on the slope that is made for k. */
static double down_the_slope(const struct letters *a, double c, size_t k) {
    double h = a->R / (2 * slope_sum(c, k));
    struct points p = starting(c, 1, &a->R);
    for (size_t t = 0; t < k; t++) {
        real g = real_all(huber_slope(a->L, h, p.y[0][0]));
        step(&p, &g);
    }
    return huber(a->L, h, p.x[0][0]);
}
/* (8). */
static double slope_formula(const struct letters *a, double c, size_t k) {
    double S = slope_sum(c, k);
    return a->R * a->R / (4 * S) - a->R * a->R / (8 * a->L * S * S);
}

static const size_t slopes[] = {5, 10, 30, 100, 300, 1000, 3000};
struct against {
    double (*right)(const struct letters *, double c, size_t k);
    double times;
    enum sign sign;
    bool last; /* only the longest */
};
static void on_slopes(struct inquiry *q) {
    const struct against *with = q->with;
    double c = 1 / (2 * quiet.L);
    for (size_t i = with->last ? COUNT(slopes) - 1 : 0; i < COUNT(slopes);
         i++) {
        size_t k = slopes[i];
        double gap = down_the_slope(&quiet, c, k),
               right = with->times * with->right(&quiet, c, k);
        inquiry_exact(q, "slope", "accelerated", k, gap,
                      64 * (double)k * DBL_EPSILON * gap, with->sign, right);
    }
}
CLAIM(slope_by_formula, IDENTITY,
      COMPUTE(on_slopes,
              &(const struct against){slope_formula, 1, EQUAL, false}),
      "Equation (8), by the method itself.",
      "Равенство (8), по самому методу.");
CLAIM(bound_on_slopes, BOUND,
      COMPUTE(on_slopes, &(const struct against){bound, 1, AT_MOST, false}),
      "(2) on such slopes, the long ones of which come within 1 % of it.",
      "(2) на таких склонах; длинные подходят к этой границе на 1 %.");
CLAIM(fails_at_0_95, CONTROL,
      COMPUTE(on_slopes, &(const struct against){bound, 0.95, AT_MOST, true}),
      "0.95 of (2) is beaten.", "Оценка (2), умноженная на 0,95, нарушена.");
/**
**What it gains on SGD.** SGD with its longest step $\frac1L$ has $\frac{LR^2}{4k+2}$ on
[a slope of its own](rates.html#the-instances), without noise; with a shorter step it is
slower there. With noise so quiet that $\sqrt v=\frac{LR}{1000}$, (3) is below that on
*every* function, up to $k=10^4$. From $k\approx10^5$ on the noise is all that counts.
*/
/**ru 622046459
**Выигрыш по сравнению с SGD.** SGD с самым длинным шагом $\frac1L$ имеет зазор
$\frac{LR^2}{4k+2}$ на [собственном склоне](rates.html#the-instances), без шума;
с более коротким шагом он там медленнее. При шуме столь слабом, что $\sqrt
v=\frac{LR}{1000}$, величина (3) ниже этого на *каждой* функции, вплоть до
$k=10^4$. Начиная с $k\approx10^5$ важен только шум.
*/
static double sgd_on_its_slope(const struct letters *a, size_t k) {
    double h = a->L * a->R / (2 * (double)k + 1);
    real x = real_all(a->R);
    struct settings s = {.alpha = 1 / a->L};
    for (size_t t = 0; t < k; t++) {
        real g = real_all(huber_slope(a->L, h, x[0]));
        method_sgd.step(&s, t, 1, &x, &g, NULL);
    }
    return huber(a->L, h, x[0]);
}
static void behind(struct inquiry *q) {
    struct letters a = quiet;
    a.v = gsl_pow_2(a.L * a.R / 1000);
    for (size_t k = 10; k <= 10000; k *= 10) {
        double gap = sgd_on_its_slope(&a, k);
        inquiry_exact(q, "slope", "sgd", k, gap,
                      64 * (double)k * DBL_EPSILON * gap, AT_LEAST,
                      tuned_bound(&a, k));
    }
}
static void sgd_by_formula(struct inquiry *q) {
    for (size_t k = 10; k <= 10000; k *= 10) {
        double right = quiet.L * quiet.R * quiet.R / (4 * (double)k + 2);
        inquiry_exact(q, "slope", "sgd", k, sgd_on_its_slope(&quiet, k),
                      64 * (double)k * DBL_EPSILON * right, EQUAL, right);
    }
}
CLAIM(sgd_slope_by_formula, IDENTITY, COMPUTE(sgd_by_formula),
      "SGD has $\\frac{LR^2}{4k+2}$ there.",
      "Зазор SGD там равен $\\frac{LR^2}{4k+2}$.");
CLAIM(sgd_is_behind, SHARPNESS, COMPUTE(behind),
      "SGD on its slope is above (3), with such noise in (3).",
      "Зазор SGD на его склоне выше (3) с таким шумом в (3).");
/**
**What it cannot gain.** The second term of (3). On one of two linear functions any method
has at least [$\frac14\cdot\frac{R\sigma}{\sqrt k}$](rates_cannot_be_improved.html),
within a factor of 6.6 of it. This method shows it on flat parabolas,
$\lambda=\frac{\sqrt v}{R\sqrt k}$: with the $c$ of (3) it has more than
$\frac14R\sqrt{\frac vk}$ there.
*/
/**ru 3018178054
**Чего выиграть нельзя.** Второе слагаемое в (3). На одной из двух линейных
функций зазор любого метода не меньше [$\frac14\cdot\frac{R\sigma}{\sqrt
k}$](rates_cannot_be_improved.html), что отличается от этого слагаемого не более
чем в 6,6 раза. Этот метод показывает это на пологих параболах,
$\lambda=\frac{\sqrt v}{R\sqrt k}$: при $c$ из (3) его зазор там больше
$\frac14R\sqrt{\frac vk}$.
*/
static void on_flat(struct inquiry *q) {
    static const size_t longer[] = {30, 100, 300, 1000, 3000};
    for (size_t i = 0; i < COUNT(longer); i++) {
        size_t k = longer[i];
        double rate = letters.R * sqrt(letters.v / (double)k);
        double lambda = rate / gsl_pow_2(letters.R),
               gap = gap_on_parabola(lambda, tuned(&letters, k), k, &letters);
        inquiry_exact(q, "flat_parabola", "accelerated", k, gap,
                      256 * (double)k * DBL_EPSILON * rate, AT_LEAST, rate / 4);
    }
}
CLAIM(noise_stays, SHARPNESS, COMPUTE(on_flat),
      "On flat parabolas its gap is at least $\\frac14R\\sqrt{v/k}$.",
      "На пологих параболах его зазор не меньше $\\frac14R\\sqrt{v/k}$.");
/**
## What breaks

**Weights that grow faster.** With $c=\frac2L$ on $\frac L2x^2$ without noise.
**No convexity.** $1-\cos x$ from next to its maximum. **No smoothness.** $|x|$, with a
made-up $L=1$. **A biased oracle.** $g=\mu x+b$ leads to $-b/\mu$. **Noise that is
left out.** $v=0$ on a parabola with noise.
*/
/**ru 1977244042
## Что ломается {#what-breaks}

**Веса, которые растут быстрее.** С $c=\frac2L$ на $\frac L2x^2$ без шума. **Без
выпуклости.** $1-\cos x$ от точки рядом с максимумом. **Без гладкости.** $|x|$,
с выдуманным $L=1$. **Смещённый оракул.** $g=\mu x+b$ ведёт в точку $-b/\mu$.
**Неучтённый шум.** $v=0$ на параболе с шумом.
*/
/* E f(x_k) - f* of a problem with a single outcome, or of one that answers the
 * same whatever is drawn. */
static double without_noise(const struct problem *p, double c, size_t k) {
    struct points at = starting(c, p->dim, p->x_0);
    for (size_t t = 0; t < k; t++) {
        real g[DIM];
        p->component(p, at.y, whole_all(0), g);
        step(&at, g);
    }
    return (p->value(p, at.x, NULL) - p->f_star_low)[0];
}
struct broken {
    struct problem *(*problem)(void);
    double c_times_L, L; /* of a made-up L, or 0 */
    size_t k;
};
static void run_broken(struct inquiry *q) {
    const struct broken *b = q->with;
    struct problem *p = b->problem();
    struct letters a = {.L = b->L > 0 ? b->L : p->L, .R = problem_distance(p)};
    double c = b->c_times_L / a.L;
    if (inquiry_assumes(q, p, &method_sgd, &(struct settings){.alpha = c},
                        b->k))
        inquiry_exact(q, p->id, "accelerated", b->k, without_noise(p, c, b->k),
                      1e-9 * problem_gap_0(p), AT_MOST, bound(&a, c, b->k));
    problem_free(p);
}
CLAIM(control_large_weights, CONTROL,
      DROPS(small_weights,
            COMPUTE(run_broken, &(const struct broken){parabola, 2, 0, 4})),
      "With $c=\\frac2L$ (2) is beaten.",
      "При $c=\\frac2L$ оценка (2) нарушена.");
CLAIM(control_no_convexity, CONTROL,
      DROPS(convex_function,
            COMPUTE(run_broken, &(const struct broken){cosine, 0.5, 0, 5})),
      "Without convexity (2) is beaten.",
      "Без выпуклости оценка (2) нарушена.");
CLAIM(control_no_smoothness, CONTROL,
      DROPS(smooth_function,
            COMPUTE(run_broken,
                    &(const struct broken){absolute_value, 0.5, 1, 30})),
      "On $|x|$ (2) with $L=1$ is beaten.",
      "На $|x|$ оценка (2) с $L=1$ нарушена.");
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle,
            COMPUTE(run_broken,
                    &(const struct broken){biased_parabola, 0.5, 0, 100})),
      "With a biased oracle (2) is beaten.",
      "При смещённом оракуле оценка (2) нарушена.");
static void noise_left_out(struct inquiry *q) {
    double c = 1 / (2 * letters.L);
    struct letters without = letters;
    without.v = 0;
    inquiry_exact(q, "parabola_with_noise", "accelerated", 100,
                  gap_on_parabola(0.2, c, 100, &letters), 1e-9, AT_MOST,
                  bound(&without, c, 100));
}
CLAIM(control_no_variance, CONTROL,
      DROPS(bounded_variance, COMPUTE(noise_left_out)),
      "With $v=0$ (2) is beaten where there is noise.",
      "При $v=0$ оценка (2) нарушена там, где есть шум.");

static const struct claim *const claims[] = {
    line_1_smoothness,     line_2_convexity,           line_3_distance,
    line_4_potential,      line_5_simplified,          line_5_equal_terms,
    line_5_tuned,          line_5_tuned_without_noise, recursion_as_all_signs,
    bound_on_parabolas,    slope_by_formula,           bound_on_slopes,
    fails_at_0_95,         sgd_slope_by_formula,       sgd_is_behind,
    noise_stays,           control_large_weights,      control_no_convexity,
    control_no_smoothness, control_biased_oracle,      control_no_variance};

static const struct drawing drawings[] = {
    {.name = "slope",
     .title = {"On its worst slope acceleration falls as 1/k^2, SGD as 1/k",
               "На худшем склоне ускорение падает как 1/k^2, SGD как 1/k"},
     .x = {"iterations {/:Italic k}", "итераций {/:Italic k}"},
     .y = {"gap", "зазор"},
     .bounds = false,
     .curves = {{"bound_on_slopes", 0, {"accelerated", "ускорение"}},
                {"sgd_is_behind", 0, {"SGD", "SGD"}}}}};

const struct theorem theorem_accelerated_convex = {
    .id = "accelerated_convex",
    .title = {"Acceleration on convex functions with noise",
              "Ускорение на выпуклых функциях с шумом"},
    .source = "Summary",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise line_5_equal_terms For $L=2$, $R=1.5$ and $v=0.36$, from which $k$ on
    does noise decide the $c$ of (3), and not $\frac1{2L}$? Where would that
    border lie with a batch 64 times as large, which divides $v$ by 64? Of the
    lengths 1, 2, 5, 10, 30 and so on
    `descent verify accelerated_convex/line_5_equal_terms` writes to
    `results.csv` those beyond the border. :: The second number in (3) is the
    smaller one where $k(k+1)(2k+1)>\frac{12L^2R^2}v=300$: not yet at $k=4$,
    where the left side is 180, but at 5, where it is 330; the rows begin at 5.
    The left side grows like $2k^3$, so with $\frac v{64}$ the border is only
    four times as far, at $k=21$: a larger batch prolongs the phase in which
    smoothness decides by the cube root of its size.
@exercise sgd_is_behind With $\sqrt v=\frac{LR}{1000}$, divide SGD's
    $\frac{LR^2}{4k+2}$ by the middle of (3). How does the ratio go as $k$
    grows, where is it largest, and when is the lead used up? Estimate, then
    look at the rows of `descent verify accelerated_convex/sgd_is_behind`. ::
    Over $LR^2$ SGD has about $\frac1{4k}$, and (3) about
    $\frac2{k^2}+\frac{0.00163}{\sqrt k}$. As long as the first term rules, the
    ratio grows like $\frac k8$; where the noise does, it falls like
    $\frac{153}{\sqrt k}$. It is largest, about 7.6, near $k=180$, and 1 near
    $k=23000$. The rows have 1.3, 6.9, 4.7 and 1.5 at $k=10$, 100, 1000 and
    $10^4$.
@exercise control_large_weights Take $c=\frac2L$ on $\frac L2x^2$ without noise,
    from $x_0=R$. Compute $x_1$ by hand and compare its gap with (2). Which line
    of the proof breaks? With $L=R=1$
    `descent verify accelerated_convex/control_large_weights` has $k=4$. :: As
    $y_0=R$, $z_1=R-\frac2L\cdot LR=-R=x_1$: the gap is still $\frac L2R^2$,
    while (2) promises $\frac{R^2}{2c}=\frac{LR^2}4$. Line 4 breaks: now
    $\frac{Lw_t^2}{W_{t+1}}=4\,\frac{t+1}{t+2}\ge2$, so that the term with the
    gradient in (7) has changed its sign and feeds the potential. The weights
    grow, and each step overshoots by more: at $k=4$ the gap is about 125, the
    "bound" 0.025.
*/
/**ru 1892297285
## Упражнения

@exercise line_5_equal_terms При $L=2$, $R=1.5$ и $v=0.36$, начиная с какого $k$
    величину $c$ в (3) определяет шум, а не $\frac1{2L}$? Где лежала бы эта
    граница при батче в 64 раза больше, который делит $v$ на 64? Из длин 1,
    2, 5, 10, 30 и так далее
    `descent verify accelerated_convex/line_5_equal_terms` записывает в
    `results.csv` те, что за границей. :: Второе из чисел в (3) меньше первого,
    когда $k(k+1)(2k+1)>\frac{12L^2R^2}v=300$: ещё не при $k=4$, где слева 180,
    но уже при 5, где слева 330; с 5 и начинаются записанные строки. Левая часть
    растёт как $2k^3$, так что при $\frac v{64}$ граница лишь вчетверо дальше,
    при $k=21$: время, когда решает гладкость, растёт как кубический корень из
    размера батча.
@exercise sgd_is_behind Пусть $\sqrt v=\frac{LR}{1000}$. Разделите зазор SGD,
    равный $\frac{LR^2}{4k+2}$, на среднюю часть (3). Как отношение меняется с
    ростом $k$, где оно наибольшее и когда выигрыш исчерпан? Оцените, затем
    посмотрите строки, которые записывает
    `descent verify accelerated_convex/sgd_is_behind`. :: В долях $LR^2$ у SGD
    примерно $\frac1{4k}$, а в (3) примерно
    $\frac2{k^2}+\frac{0.00163}{\sqrt k}$. Пока главное — первое слагаемое,
    отношение растёт как $\frac k8$; когда главным становится шум, оно убывает
    как $\frac{153}{\sqrt k}$. Наибольшее значение, около 7,6, достигается
    вблизи $k=180$, а единица — вблизи $k=23000$. В строках стоит 1,3, 6,9, 4,7
    и 1,5 при $k=10$, 100, 1000 и $10^4$.
@exercise control_large_weights Возьмите $c=\frac2L$ на $\frac L2x^2$ без шума,
    из $x_0=R$. Вычислите $x_1$ вручную и сравните зазор в этой точке с (2).
    Какая строка доказательства ломается? При $L=R=1$
    `descent verify accelerated_convex/control_large_weights` берёт $k=4$. ::
    Поскольку $y_0=R$, $z_1=R-\frac2L\cdot LR=-R=x_1$: зазор по-прежнему
    $\frac L2R^2$, а (2) обещает $\frac{R^2}{2c}=\frac{LR^2}4$. Ломается строка
    4: теперь $\frac{Lw_t^2}{W_{t+1}}=4\,\frac{t+1}{t+2}\ge2$, так что слагаемое
    с градиентом в (7) сменило знак и питает потенциал. Веса растут, и каждый
    шаг перелетает всё дальше: при $k=4$ зазор около 125, а «оценка» — 0,025.
*/
/**
## References

- G. Lan, *An optimal method for stochastic composite optimization*, Mathematical
  Programming 133 (2012): the method and its rate.
- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004: potentials
  with growing weights.
- Y. Drori, M. Teboulle, *Performance of first-order methods for smooth convex
  minimization: a novel approach*, Mathematical Programming 145 (2014): SGD's slope.
*/
/**ru 53660248
## Литература

- G. Lan, *An optimal method for stochastic composite optimization*,
  Mathematical Programming 133 (2012): метод и его скорость.
- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004:
  потенциалы с растущими весами.
- Y. Drori, M. Teboulle, *Performance of first-order methods for smooth convex
  minimization: a novel approach*, Mathematical Programming 145 (2014): склон
  для SGD.
*/
