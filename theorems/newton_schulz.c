/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Muon's direction, and the iteration that stands in for it

The lecture's slide «Deriving Muon» ends at the step
$$W_{t+1}=W_t-\alpha\,UV^\top,\qquad G_t=USV^\top,\tag{1}$$
where $U$ and $V$ have orthonormal columns and $S=\operatorname{diag}(s_1\ge
\dots\ge s_r>0)$ the gradient's singular values. It is [Shampoo of the last
gradient](shampoo_is_muon.html), and a singular value decomposition computes it
up to an error linear in $s_1/s_r$. This page says in which sense $UV^\top$ is
the best direction, and what becomes of the singular values when an iteration
stands in for it, as it does in practice. Gradients are at most $8\times8$, of
six shapes, built from known factors.

@figure singular_values Singular values after 1 to 5 iterations, over the
    singular value of $G/\|G\|_F$ that they began at

## In which sense it is the best direction

Among all $O$ with $\|O\|_2\le1$ the one that the gradient likes most is
$UV^\top$ (von Neumann's trace inequality):
$$\langle G,O\rangle=\operatorname{tr}(VSU^\top O)=\sum_is_i\,u_i^\top Ov_i\le\sum_is_i=\|G\|_*=\langle G,UV^\top\rangle.\tag{2}$$
So Muon is steepest descent in the spectral norm, as SGD is in the Frobenius
norm and sign descent in the maximum norm, and its step has spectral norm
exactly $\alpha$, whatever the gradient's scale.
*/
/**ru 459660762
# Направление Muon и заменяющая его итерация Ньютона–Шульца

Слайд лекции «Deriving Muon» заканчивается шагом
$$W_{t+1}=W_t-\alpha\,UV^\top,\qquad G_t=USV^\top,\tag{1}$$
где столбцы $U$ и $V$ ортонормированы, а
$S=\operatorname{diag}(s_1\ge\dots\ge s_r>0)$ — сингулярные числа градиента. Это
[Shampoo, которому известен только последний градиент](shampoo_is_muon.html), и
сингулярное разложение вычисляет этот шаг с ошибкой, линейной по $s_1/s_r$. Эта
страница показывает, в каком смысле $UV^\top$ — наилучшее направление и что
происходит с сингулярными числами, когда его, как это делается на практике,
заменяет итерация. Градиенты здесь — матрицы не больше $8\times8$, шести
размеров, построенные из известных множителей.

@figure singular_values Сингулярные числа после 1–5 итераций в зависимости от
    начального сингулярного числа матрицы $G/\|G\|_F$

## В каком смысле это направление наилучшее

Среди всех $O$ с $\|O\|_2\le1$ лучше всего согласуется с градиентом $UV^\top$
(неравенство фон Неймана для следа):
$$\langle G,O\rangle=\operatorname{tr}(VSU^\top O)=\sum_is_i\,u_i^\top Ov_i\le\sum_is_i=\|G\|_*=\langle G,UV^\top\rangle.\tag{2}$$
Таким образом, Muon — наискорейший спуск в спектральной норме, как SGD — в норме
Фробениуса, а спуск по знаку — в максимум-норме, и спектральная норма его шага в
точности равна $\alpha$, каков бы ни был масштаб градиента.
*/
#include "shared/shampoo_is_muon.h"

HYPOTHESIS(spectral_norm, "steps are measured in the spectral norm",
           "шаги измеряются в спектральной норме", NULL);
HYPOTHESIS(
    not_too_small,
    "singular values are no smaller than what five iterations lift",
    "сингулярные числа не меньше тех, которые способны поднять пять итераций",
    NULL);
static const struct hypothesis *const hypotheses[] = {spectral_norm,
                                                      not_too_small};

static const double alpha = 0.3;
static double step_norm(const struct gradient *d) {
    static const double scales[] = {1e-200, 1, 1e200};
    struct matrix g = d->g;
    double least, largest;
    for (size_t e = 0; e < g.rows * g.columns; e++) g.at[e] *= scales[d->k];
    g = step_of(&method_muon, (struct settings){.alpha = alpha}, 1, g);
    g = product(transposed(g), g);
    eigen_extremes(g.rows, g.at, &least, &largest);
    return sqrt(largest);
}
static const struct quantity norm[] = {
    {NULL, NULL, step_norm, .error = muon_bound, .errors = alpha, .sign = EQUAL,
     .times = alpha, .method = "muon", .kappa = 10, .k = {0, 1, 2}}};
CLAIM(muon_step_has_spectral_norm_alpha, IDENTITY, COMPUTE(compare, norm),
      "Its norm is $\\alpha$, that of $G$ being $10^{-200}$, 1, $10^{200}$.",
      "Норма шага равна $\\alpha$, когда норма $G$ равна $10^{-200}$, 1, "
      "$10^{200}$.");

/**
With momentum it is the factor of $M_k=\beta M_{k-1}+G_k$ in place of the
gradient's. After $G$ and then its mirror image $JG$, whose rows stand in the
opposite order, with $\beta=\frac12$:
*/
/**ru 2681008639
С моментом берётся такой же множитель не градиента, а матрицы
$M_k=\beta M_{k-1}+G_k$. После $G$ и затем зеркально отражённой $JG$, строки
которой стоят в обратном порядке, при $\beta=\frac12$:
*/
static struct matrix mirrored(struct matrix g) {
    struct matrix j = g;
    for (size_t e = 0; e < g.rows * g.columns; e++)
        j.at[e] =
            g.at[(g.rows - 1 - e / g.columns) * g.columns + e % g.columns];
    return j;
}
static struct matrix second_step(const struct gradient *d) {
    struct settings s = {.alpha = 1, .momentum = 0.5, .rows = d->g.rows};
    size_t dim = d->g.rows * d->g.columns;
    struct matrix g = d->g, step = g;
    real w[LARGEST * LARGEST], now[LARGEST * LARGEST] = {{0}},
                                             state[LARGEST * LARGEST] = {{0}};
    for (size_t k = 0; k < 2; k++, g = mirrored(d->g)) {
        memset(w, 0, sizeof w);
        for (size_t e = 0; e < dim; e++) now[e][0] = g.at[e];
        method_muon.step(&s, k, dim, w, now, state);
    }
    for (size_t e = 0; e < dim; e++) step.at[e] = -w[e][0];
    return step;
}
static struct matrix of_remembered(const struct gradient *d) {
    struct matrix m = mirrored(d->g);
    for (size_t e = 0; e < m.rows * m.columns; e++) m.at[e] += 0.5 * d->g.at[e];
    return muon_step(m, 0);
}
static struct matrix of_mirrored(const struct gradient *d) {
    return muon_step(mirrored(d->g), 0);
}
static const struct quantity remembered[] = {
    {second_step, of_remembered, .errors = 1e-10, .method = "muon", .count = 4,
     .kappa = 10},
    {second_step, of_mirrored, .errors = 1e-10, .method = "muon", .count = 4,
     .kappa = 10}};
CLAIM(muon_with_momentum, IDENTITY, COMPUTE(compare, &remembered[0]),
      "Its step after $G$ and $JG$ is that of $JG+\\frac12G$.",
      "Шаг после $G$ и $JG$ — тот же, что для $JG+\\frac12G$.");
CLAIM(control_muon_forgets, CONTROL, COMPUTE(compare, &remembered[1]),
      "It is that of $JG$.", "Он тот же, что для $JG$.");

static double nuclear_norm(const struct gradient *d) {
    double sum = 0;
    for (size_t e = 0; e < d->u.columns; e++) sum += d->s[e];
    return sum;
}
static double nuclear_error(const struct gradient *d) {
    return nuclear_norm(d) * muon_bound(d);
}
static double inner(const struct gradient *d) {
    return inner_product(d->g, muon_step(d->g, 0));
}
static const struct quantity attained[] = {
    {NULL, NULL, inner, .error = nuclear_error, .bound = nuclear_norm,
     .sign = EQUAL, .method = "muon", .kappa = 10, .k = {1}, .first = true}};
CLAIM(muon_attains_the_nuclear_norm, IDENTITY, COMPUTE(compare, attained),
      "Muon's direction $O$ has $\\langle G,O\\rangle=\\lVert G\\rVert_*$.",
      "Для направления $O$ метода Muon $\\langle G,O\\rangle=\\lVert "
      "G\\rVert_*$.");
/**
No other direction reaches it: neither $UV^\top$ turned by the angle $1/k$ in
the plane of the first two, nor the best of a thousand random partial
isometries, at $k=0$; nor the gradient itself, made to have spectral norm 1.
*/
/**ru 2502265696
Ни одно другое направление этого не достигает: ни $UV^\top$, повёрнутое на угол
$1/k$ в плоскости первых двух векторов, ни лучшая из тысячи случайных частичных
изометрий, при $k=0$; ни сам градиент, приведённый к спектральной норме 1.
*/
/* <G, UQV'>, with the rotation Q by that angle. */
static double turned(const struct gradient *d, double angle) {
    size_t rank = d->u.columns;
    struct matrix turn = {.rows = rank, .columns = rank};
    for (size_t e = 0; e < rank; e++)
        turn.at[e * rank + e] = e < 2 ? cos(angle) : 1;
    turn.at[1] = -(turn.at[rank] = sin(angle));
    struct matrix o = product(product(d->u, turn), transposed(d->v));
    return inner_product(d->g, o);
}
static double best_of_random(gsl_rng *rng, const struct gradient *d) {
    double best = -INFINITY;
    for (size_t draw = 0; draw < 1000; draw++) {
        struct matrix v = orthonormal(rng, d->g.columns, d->v.columns),
                      u = orthonormal(rng, d->g.rows, d->u.columns),
                      o = product(u, transposed(v));
        best = larger(best, fabs(inner_product(d->g, o))); /* -O is as good */
    }
    return best;
}
static void steepest(struct inquiry *q) {
    double times = q->with ? *(const double *)q->with : 1;
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    for (size_t i = 0; i < WITH_RANK; i++) {
        struct gradient d[LANES];
        random_gradients(q, i, &shapes[i], 10, d);
        pcg_gsl_set(rng, pcg_of_run(inquiry_seed(q), q->stream, 100 + i));
        double bound = times * nuclear_norm(d), error = nuclear_error(d);
        inquiry_exact(q, shapes[i].id, "muon", 0, best_of_random(rng, d), error,
                      AT_MOST, bound);
        for (size_t k = 1; k <= 100; k *= 10)
            inquiry_exact(q, shapes[i].id, "muon", k, turned(d, 1 / (double)k),
                          error, AT_MOST, bound);
    }
    gsl_rng_free(rng);
}
static double own_inner(const struct gradient *d) {
    return inner_product(d->g, d->g) / d->s[0];
}
static const struct quantity own[] = {
    {NULL, NULL, own_inner, .error = nuclear_error, .bound = nuclear_norm,
     .sign = AT_LEAST, .method = "sgd", .count = WITH_RANK, .kappa = 10,
     .k = {1}, .first = true}};
CLAIM(bound_no_direction_is_steeper, BOUND, COMPUTE(steepest),
      "For all of these $\\langle G,O\\rangle\\le\\lVert G\\rVert_*$.",
      "Для всех них $\\langle G,O\\rangle\\le\\lVert G\\rVert_*$.");
CLAIM(control_no_direction_is_steeper_0_95, CONTROL,
      COMPUTE(steepest, &(const double){0.95}), "0.95 of that bound.",
      "Та же оценка, умноженная на 0,95.");
CLAIM(control_gradient_is_steepest, CONTROL,
      DROPS(spectral_norm, COMPUTE(compare, own)),
      "$\\langle G,O\\rangle\\ge\\lVert G\\rVert_*$ for $O=G/s_1$.",
      "$\\langle G,O\\rangle\\ge\\lVert G\\rVert_*$ для $O=G/s_1$.");
/**
## The Newton–Schulz iteration

Nobody computes singular values of large matrices at each step. Jordan (2024)
takes $X_0=G/\|G\|_F$, with all singular values in $[0,1]$, and five times
$$X\leftarrow aX+bXX^\top X+cX(X^\top X)^2$$
with $a=3.4445$, $b=-4.7750$, $c=2.0315$. With $X=USV^\top$ this is
$U\varphi(S)V^\top$, $\varphi(s)=as+bs^3+cs^5$: the directions stay, and each
singular value goes its own way.

A diagonal gradient $\operatorname{diag}(s,\sqrt{1-s^2})$ has norm 1 and shows
$\varphi$ applied to $s=k\cdot10^{-4}$; random ones, of $\kappa=10^3$, show that
$U$ and $V$ stay. On $[0,1.2024]$, where it all happens, $|\varphi'|\le4$, and
an iteration rounds some ten times numbers below 16, so after $i$ of them the
error is at most $4^i\cdot64\cdot2u$, and in $d$ dimensions $d^2$ times that.
*/
/**ru 78756120
## Итерация Ньютона–Шульца

Никто не вычисляет сингулярные числа больших матриц на каждом шаге. Jordan
(2024) берёт $X_0=G/\|G\|_F$, все сингулярные числа которой лежат в $[0,1]$, и
пять раз выполняет
$$X\leftarrow aX+bXX^\top X+cX(X^\top X)^2$$
с $a=3.4445$, $b=-4.7750$, $c=2.0315$. Для $X=USV^\top$ это $U\varphi(S)V^\top$,
где $\varphi(s)=as+bs^3+cs^5$: направления сохраняются, а каждое сингулярное
число движется само по себе.

Диагональный градиент $\operatorname{diag}(s,\sqrt{1-s^2})$ имеет норму 1 и
показывает действие $\varphi$ на $s=k\cdot10^{-4}$; случайные, с $\kappa=10^3$,
показывают, что $U$ и $V$ сохраняются. На $[0,1.2024]$, где всё и происходит,
$|\varphi'|\le4$, а одна итерация округляет около десяти раз числа меньше 16,
поэтому после $i$ итераций ошибка не больше $4^i\cdot64\cdot2u$, а в размерности
$d$ — в $d^2$ раз больше.
*/
static const double a = 3.4445, b = -4.7750, c = 2.0315;
static double phi(double s) {
    return s * (a + s * s * (b + c * s * s));
}
static double iterated(double s, size_t i) {
    return i ? phi(iterated(s, i - 1)) : s;
}
static double iterated_error(size_t i) {
    return pow(4, (double)i) * 64 * DBL_EPSILON;
}
/* What Muon's iterations make of a singular value s. */
static double orthogonalised(double s, size_t iterations) {
    struct matrix g = {2, 2, {s, 0, 0, sqrt(1 - s * s)}};
    return muon_step(g, iterations).at[0];
}

/* Starting values s = k 10^-4 after `least`, ..., `most` iterations, and what
 * they become or what limits them. */
struct starts {
    size_t least, most;
    size_t from;                      /* from z_from on; 0: from 10^-4 */
    double (*at)(double s, size_t i); /* for each, or... */
    double (*limit)(void);            /* ...for all alike; neither: 1 */
    double times;                     /* 0: once */
    enum sign sign;
    size_t per_decade;         /* of the starts; 0: 50 */
    const struct starts *also; /* what is claimed with it */
};
static double threshold(size_t i); /* z_i, see (4) */

static void follow(struct inquiry *q, const struct starts *x, size_t i) {
    size_t first = x->from ? (size_t)ceil(1e4 * threshold(x->from)) : 1;
    size_t k[CHECKPOINTS_MAX], per_decade = x->per_decade ? x->per_decade : 50;
    size_t count = checkpoints_between(first, 10000, per_decade, k);
    for (size_t n = 0; n < count; n++) {
        double s = 1e-4 * (double)k[n];
        double limit = x->at ? x->at(s, i) : x->limit ? x->limit() : 1;
        inquiry_exact(q, "diagonal", "muon", k[n], orthogonalised(s, i),
                      i > 5 ? 0 : iterated_error(i), x->sign,
                      x->times > 0 ? x->times * limit : limit);
    }
    inquiry_which(q, q->count - count, "%zu iterations from s >= %g, %s", i,
                  1e-4 * (double)first, sign_name(x->sign));
}
static void starts(struct inquiry *q) {
    for (const struct starts *x = q->with; x; x = x->also)
        for (size_t i = x->least; i <= x->most; i++) follow(q, x, i);
}
static const struct starts polynomial = {1, 5, .at = iterated, .sign = EQUAL};
CLAIM(is_its_polynomial, IDENTITY, COMPUTE(starts, &polynomial),
      "After $1,\\dots,5$ iterations $s$ is $\\varphi(\\dots\\varphi(s))$.",
      "После $1,\\dots,5$ итераций из $s$ получается "
      "$\\varphi(\\dots\\varphi(s))$.");

static struct matrix iterated_step(const struct gradient *d) {
    return muon_step(d->g, d->k);
}
static struct matrix iterated_values(const struct gradient *d) {
    double length = 0, s[LARGEST];
    for (size_t e = 0; e < d->u.columns; e++) length = hypot(length, d->s[e]);
    for (size_t e = 0; e < d->u.columns; e++)
        s[e] = iterated(d->s[e] / length, d->k);
    return spectral(d->u, s, 1, d->v);
}
static double directions_error(const struct gradient *d) {
    return 64 * iterated_error(d->k);
}
static const struct quantity directions = {
    iterated_step,    iterated_values, .error = directions_error,
    .method = "muon", .kappa = 1e3,    .k = {1, 2, 3, 4, 5}};
CLAIM(newton_schulz_keeps_directions, IDENTITY, COMPUTE(compare, &directions),
      "After $k$ iterations: $U\\varphi^k(S/\\lVert S\\rVert_F)V^\\top$.",
      "После $k$ итераций: $U\\varphi^k(S/\\lVert S\\rVert_F)V^\\top$.");
/**
**Where they land.** $\varphi'(s)=a+3bs^2+5cs^4$ vanishes at
$$s_\mp^2=\frac{-3b\mp\sqrt{9b^2-20ac}}{10c},\qquad s_-=0.5545\ldots,\quad s_+=1.0501\ldots\tag{3}$$
$\varphi$ rises from 0 to its maximum $h=\varphi(s_-)=1.20236\ldots$, falls to
its minimum $l=\varphi(s_+)=0.68183\ldots$, and rises again. Therefore

1. *it never exceeds $h$*: $\varphi$ maps $[0,h]$ into itself, as its maximum
   there is $h$ or $\varphi(h)=0.9465\ldots$;
2. *what is in $[l,h]$ stays*: $\varphi([l,h])=[l,t]$ with
   $t=\varphi(l)=1.1343\ldots$, since $s_-<l$ leaves $s_+$ as the only critical
   point and $\varphi(h)<t$. From the next iteration on it is in $[l,t]$, which
   $\varphi$ maps onto itself;
3. *who gets there*: let $z_1<s_-$ be where $\varphi(z_1)=l$, and
   $$\varphi(z_{i+1})=z_i.\tag{4}$$
   All of $[z_1,1]$ is in $[l,h]$ after one iteration, all of $[z_i,1]$ after
   $i$. $z_5=0.001505\ldots$

After five iterations from $[z_5,1]$ a singular value can be anything in
$[l,h]=[0.682,1.203]$, and both ends are attained: start where
$\varphi^4(s)=s_\mp$.
*/
/**ru 2200971012
**Куда они приходят.** $\varphi'(s)=a+3bs^2+5cs^4$ обращается в нуль при
$$s_\mp^2=\frac{-3b\mp\sqrt{9b^2-20ac}}{10c},\qquad s_-=0.5545\ldots,\quad s_+=1.0501\ldots\tag{3}$$
$\varphi$ возрастает от 0 до максимума $h=\varphi(s_-)=1.20236\ldots$, убывает
до минимума $l=\varphi(s_+)=0.68183\ldots$ и снова возрастает. Поэтому

1. *$h$ никогда не превышается*: $\varphi$ отображает $[0,h]$ в себя, так как её
   максимум там равен $h$ или $\varphi(h)=0.9465\ldots$;
2. *что попало в $[l,h]$, там и остаётся*: $\varphi([l,h])=[l,t]$, где
   $t=\varphi(l)=1.1343\ldots$, поскольку $s_-<l$ и единственной критической
   точкой остаётся $s_+$, а $\varphi(h)<t$. Начиная со следующей итерации число
   лежит в $[l,t]$, а этот отрезок $\varphi$ отображает на себя;
3. *кто туда попадает*: пусть $z_1<s_-$ — та точка, в которой $\varphi(z_1)=l$,
   и
   $$\varphi(z_{i+1})=z_i.\tag{4}$$
   Весь отрезок $[z_1,1]$ оказывается в $[l,h]$ после одной итерации, весь
   $[z_i,1]$ — после $i$ итераций. $z_5=0.001505\ldots$

После пяти итераций из $[z_5,1]$ сингулярное число может оказаться любым числом
из $[l,h]=[0.682,1.203]$, и оба конца достигаются: для этого надо начать там,
где $\varphi^4(s)=s_\mp$.
*/
static double critical(double sign) {
    return sqrt((-3 * b + sign * sqrt(9 * b * b - 20 * a * c)) / (10 * c));
}
static double high(void) {
    return phi(critical(-1));
}
static double low(void) {
    return phi(critical(+1));
}
static double settled(void) {
    return phi(low());
}
/* The s on the rising branch [0, s_-] with phi^i(s) = y. */
static double pulled_back(double y, size_t i) {
    while (i--) {
        double below = 0, above = critical(-1);
        for (int halving = 0; halving < 100; halving++) {
            double middle = (below + above) / 2;
            *(phi(middle) < y ? &below : &above) = middle;
        }
        y = above;
    }
    return y;
}
static double threshold(size_t i) {
    return pulled_back(low(), i);
}
static void slopes(struct inquiry *q) {
    for (int i = 0; i < 2; i++) {
        double s = critical(2 * i - 1),
               slope = a + 3 * b * s * s + 5 * c * s * s * s * s;
        /* s^2 is known to some four roundings, and terms are below 16. */
        inquiry_exact(q, "diagonal", "muon", (size_t)i, slope,
                      4 * 48 * DBL_EPSILON, EQUAL, 0);
    }
}
CLAIM(critical_points, PROOF_LINE, COMPUTE(slopes),
      "$\\varphi^\\prime(s_\\mp)=0$.", "$\\varphi^\\prime(s_\\mp)=0$.");

/* Of phi over an interval: the ends, and the critical points between. */
static struct interval image(struct interval of) {
    const double points[] = {of.lower, of.upper, critical(-1), critical(+1)};
    struct interval y = {INFINITY, -INFINITY};
    for (size_t i = 0; i < COUNT(points); i++)
        if (of.lower <= points[i] && points[i] <= of.upper) {
            y.lower = smaller(y.lower, phi(points[i]));
            y.upper = larger(y.upper, phi(points[i]));
        }
    return y;
}
static void images(struct inquiry *q) {
    double l = low(), h = high(), t = settled(), z = threshold(1);
    const struct interval from[] = {{0, h}, {l, h}, {l, t}, {z, 1}},
                          to[] = {{0, h}, {l, t}, {l, t}, {l, h}};
    for (size_t i = 0; i < COUNT(from); i++)
        for (int top = 0; top < 2; top++) {
            struct interval y = image(from[i]);
            inquiry_exact(q, "diagonal", "muon", i, top ? y.upper : y.lower,
                          iterated_error(1), EQUAL,
                          top ? to[i].upper : to[i].lower);
            inquiry_which(q, q->count - 1, top ? "the most" : "the least");
        }
}
CLAIM(images_of_intervals, PROOF_LINE, COMPUTE(images),
      "$\\varphi([0,h])=[0,h]$, $\\varphi([l,h])=\\varphi([l,t])=[l,t]$, "
      "$\\varphi([z_1,1])=[l,h]$.",
      "$\\varphi([0,h])=[0,h]$, $\\varphi([l,h])=\\varphi([l,t])=[l,t]$, "
      "$\\varphi([z_1,1])=[l,h]$.");

static const struct starts five[] = {
    {5, 5, .limit = high, .also = &five[1]},
    {5, 5, 5, .limit = low, .sign = AT_LEAST, .also = &five[2]},
    {5, 5, 4, .limit = settled}};
CLAIM(bound_five_iterations, BOUND, COMPUTE(starts, five),
      "After 5 at most $h$; at least $l$ from $z_5$; at most $t$ from $z_4$.",
      "После 5 итераций не больше $h$; не меньше $l$, если начать не ниже "
      "$z_5$; не больше $t$, если не ниже $z_4$.");

/* Both ends, and the threshold z_i, after i iterations. */
static void ends(struct inquiry *q) {
    static const char *const names[] = {"h", "l", "from z_k"};
    for (size_t e = 0; e < COUNT(names); e++)
        for (size_t i = 2; i <= 6; i++) { /* s_+ > 1 is no start for i = 1 */
            double s = e == 2 ? threshold(i)
                              : pulled_back(critical(e ? +1 : -1), i - 1);
            inquiry_exact(q, "diagonal", "muon", i, orthogonalised(s, i),
                          iterated_error(i), EQUAL, e == 0 ? high() : low());
            inquiry_which(q, q->count - 1, "%s", names[e]);
        }
}
CLAIM(ends_are_attained, SHARPNESS, COMPUTE(ends),
      "$h$ and $l$ are attained after $k$ iterations; $z_k$ comes to $l$.",
      "$h$ и $l$ достигаются после $k$ итераций; $z_k$ приходит в $l$.");
static const struct starts above = {5, 5, .limit = high, .times = 0.95};
static const struct starts below = {
    5, 5, 5, .limit = low, .times = 1.05, .sign = AT_LEAST};
CLAIM(control_five_iterations_above_0_95, CONTROL, COMPUTE(starts, &above),
      "After five iterations no singular value exceeds $0.95h$.",
      "После пяти итераций ни одно сингулярное число не превышает $0.95h$.");
CLAIM(control_five_iterations_below_1_05, CONTROL, COMPUTE(starts, &below),
      "After five iterations from $s\\ge z_5$ it is at least $1.05l$.",
      "После пяти итераций из $s\\ge z_5$ оно не меньше $1.05l$.");
/**
**Not 1.** The iteration is made to be fast, not to converge:
$\varphi(1)=a+b+c=0.701$, so 1 is no fixed point, and the fixed point $0.868$
repels ($\varphi'=-1.58$). A gradient of rank one, whose $UV^\top$ is known
without any iteration, gets $\varphi^i(1)$. More iterations do not help.
*/
/**ru 4294286907
**Не 1.** Итерация рассчитана на быстроту, а не на сходимость:
$\varphi(1)=a+b+c=0.701$, так что 1 — не неподвижная точка, а неподвижная точка
$0.868$ отталкивает ($\varphi'=-1.58$). Для градиента ранга один, у которого
$UV^\top$ известно безо всякой итерации, получается $\varphi^i(1)$. Большее
число итераций не помогает.
*/
/* iterated(1, i), whose last digit depends on how far compilers fold it. */
static double phi_of_1(size_t i) {
    return i ? phi(phi_of_1(i - 1)) : 1;
}
static void rank_one(struct inquiry *q) {
    static const struct form one = {"4x3 rank 1", 4, 3, 1};
    for (size_t i = 1; i <= 5; i++) {
        struct gradient d[LANES];
        random_gradients(q, i, &one, 1, d);
        double length = inner_product(muon_step(d->g, i), polar(d));
        inquiry_exact(q, one.id, "muon", i, length, 16 * iterated_error(i),
                      EQUAL, phi_of_1(i));
    }
}
static const struct starts near_1[] = {
    {5, 5, 5, .times = 1.05, .also = &near_1[1]},
    {5, 5, 5, .times = 0.95, .sign = AT_LEAST},
    {100, 100, 5, .times = 1.05, .also = &near_1[3]},
    {100, 100, 5, .times = 0.95, .sign = AT_LEAST}};
CLAIM(rank_one_gets_phi_of_1, IDENTITY, COMPUTE(rank_one),
      "After $k$ iterations rank one has become $\\varphi^k(1)\\,uv^\\top$.",
      "После $k$ итераций из градиента ранга один получается "
      "$\\varphi^k(1)\\,uv^\\top$.");
CLAIM(control_five_iterations_near_1, CONTROL, COMPUTE(starts, &near_1[0]),
      "Five iterations from $s\\ge z_5$ lead to within 0.05 of 1.",
      "Пять итераций из $s\\ge z_5$ приводят в пределы 0,05 от 1.");
CLAIM(control_hundred_iterations_near_1, CONTROL, COMPUTE(starts, &near_1[2]),
      "A hundred do.", "Сто итераций туда приводят.");
/**
**Small singular values are late.** $\varphi(s)\le as$ up to $s^2=-b/c$, so
$\varphi^i(s)\le a^is$: what begins below $l/a^i$ is not there yet. For five
iterations that is $l/a^5=0.00141$, a little below $z_5=0.00150$. A direction
with $10^{-4}$ of the gradient's norm gets $0.048$ in place of 1.
*/
/**ru 4267418762
**Малые сингулярные числа запаздывают.** $\varphi(s)\le as$ вплоть до
$s^2=-b/c$, поэтому $\varphi^i(s)\le a^is$: то, что вначале меньше $l/a^i$, до
цели ещё не дошло. Для пяти итераций это $l/a^5=0.00141$, немного меньше
$z_5=0.00150$. Направление, на которое приходится $10^{-4}$ нормы градиента,
получает $0.048$ вместо 1.
*/
static double grown(double s, size_t i) {
    return pow(a, (double)i) * s;
}
static const struct starts growth = {1, 5, .at = grown, .per_decade = 8};
static const struct starts less = {5, 5, .at = grown, .times = 0.95,
                                   .per_decade = 8};
static const struct starts any = {5, 5, .limit = low, .sign = AT_LEAST};
CLAIM(bound_small_singular_values, BOUND, COMPUTE(starts, &growth),
      "After $i=1,\\dots,5$ iterations it is at most $a^is$.",
      "После $i=1,\\dots,5$ итераций оно не больше $a^is$.");
CLAIM(control_small_singular_values_0_95, CONTROL, COMPUTE(starts, &less),
      "0.95 of that bound.", "Та же оценка, умноженная на 0,95.");
CLAIM(control_small_singular_values_too, CONTROL,
      DROPS(not_too_small, COMPUTE(starts, &any)),
      "After five iterations from any $s\\ge10^{-4}$ it is at least $l$.",
      "После пяти итераций из любого $s\\ge10^{-4}$ оно не меньше $l$.");

static const struct claim *const claims[] = {
    muon_step_has_spectral_norm_alpha, muon_with_momentum, control_muon_forgets,
    muon_attains_the_nuclear_norm, bound_no_direction_is_steeper,
    control_no_direction_is_steeper_0_95, control_gradient_is_steepest,
    /* The iteration. */
    is_its_polynomial, newton_schulz_keeps_directions, critical_points,
    images_of_intervals, bound_five_iterations, ends_are_attained,
    control_five_iterations_above_0_95, control_five_iterations_below_1_05,
    rank_one_gets_phi_of_1, control_five_iterations_near_1,
    control_hundred_iterations_near_1, bound_small_singular_values,
    control_small_singular_values_0_95, control_small_singular_values_too};

static const struct drawing drawings[] = {
    {.name = "singular_values",
     .title = {"Each iteration brings small singular values nearer to 1",
               "Каждая итерация приближает малые сингулярные числа к 1"},
     .x = {"singular value at first", "сингулярное число вначале"},
     .y = {"singular value after", "сингулярное число после"},
     .linear_y = true,
     .x_unit = 1e-4,
     .curves = {{"is_its_polynomial", 0, {"1 iteration", "1 итерация"}},
                {"is_its_polynomial", 1, {"2 iterations", "2 итерации"}},
                {"is_its_polynomial", 2, {"3 iterations", "3 итерации"}},
                {"is_its_polynomial", 3, {"4 iterations", "4 итерации"}},
                {"is_its_polynomial", 4, {"5 iterations", "5 итераций"}}}},
};

const struct theorem theorem_newton_schulz = {
    .id = "newton_schulz",
    .title = {"Muon's direction and the Newton–Schulz iteration",
              "Направление Muon и итерация Ньютона–Шульца"},
    .source = "Deriving Muon",
    .drawn_as = "shampoo_is_muon",
    HYPOTHESES(hypotheses),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise rank_one_gets_phi_of_1 The gradient of a layer with one output is a column,
    $G=(3,4)^\top$. What is $UV^\top$, and what step does Muon take with $\alpha=1$ and five
    iterations? Predict direction and length, then run
    `printf '3 4\n' | descent trace muon --alpha 1 --shape 2x1 --newton-schulz 5`. What if the
    gradient is a hundred times larger? :: A column has a single singular value, and
    $UV^\top=G/\|G\|_F=(0.6,0.8)^\top$. The direction stays, but the singular value 1 of
    $G/\|G\|_F$ becomes $\varphi^5(1)$, about 0.696: the step is $(-0.418,-0.557)$, thirty per
    cent too short. After four iterations it would have been nine per cent too long. The scale
    of $G$ is divided out before the first iteration, and the step stays the same.
@exercise ends_are_attained Five iterations bring all of $[z_5,1]$ into $[l,h]$. Without solving
    (4), about where is $z_6$, and does a sixth iteration make $[l,h]$ narrower? Try
    `printf '0.00044 0 0 1\n' | descent trace muon --alpha 1 --shape 2x2 --newton-schulz 6`, and
    the same with 5. :: $\varphi(s)$ is nearly $as$ for small $s$, so (4) says
    $z_6\approx z_5/a$, about 0.00044: an iteration more lifts singular values that are
    $a=3.4445$ times smaller. From there six iterations come to about 0.69, just above $l$, five
    to 0.21 only. But the interval is no narrower: some start leads to $h$ and another one to
    $l$ after any number of iterations from two on. More iterations reach farther down; they do
    not come nearer to 1.
@exercise control_gradient_is_steepest The gradient scaled to spectral norm 1, $G/s_1$, is
    allowed in (2) as well. How far does it stay behind $UV^\top$, in terms of the $s_i$, and
    for which gradients is it as good? Take $s=(1,10^{-1/2},10^{-1})$ for an example, and see
    `descent verify newton_schulz/control_gradient_is_steepest` for others. ::
    $\langle G,G/s_1\rangle=\sum_is_i^2/s_1$, which is less than $\sum_is_i$ by
    $\sum_is_i(1-s_i/s_1)$. All these terms are 0 only if all the $s_i$ are equal, and then
    $G/s_1$ is $UV^\top$ itself. In the example it is 1.11 against about 1.416. In the spectral
    norm a direction with a small singular value costs no more than that of $s_1$, and $G/s_1$
    makes no use of it. In the Frobenius norm it does cost, and the gradient is the steepest
    direction.
*/
/**ru 1152177762
## Упражнения

@exercise rank_one_gets_phi_of_1 Градиент слоя с одним выходом — столбец, $G=(3,4)^\top$. Чему
    равно $UV^\top$ и какой шаг делает Muon с $\alpha=1$ и пятью итерациями? Предскажите
    направление и длину, а затем выполните
    `printf '3 4\n' | descent trace muon --alpha 1 --shape 2x1 --newton-schulz 5`. А если
    градиент в сто раз больше? :: У столбца одно сингулярное число, и
    $UV^\top=G/\|G\|_F=(0.6,0.8)^\top$. Направление сохраняется, но сингулярное число 1 матрицы
    $G/\|G\|_F$ превращается в $\varphi^5(1)$, около 0,696: шаг равен $(-0.418,-0.557)$, он на
    тридцать процентов короче, чем нужно. После четырёх итераций он был бы на девять процентов
    длиннее. Масштаб $G$ исключается делением ещё до первой итерации, и шаг остаётся тем же.
@exercise ends_are_attained Пять итераций переводят весь отрезок $[z_5,1]$ в $[l,h]$. Не решая
    (4), скажите, где примерно находится $z_6$ и станет ли $[l,h]$ от шестой итерации короче.
    Попробуйте
    `printf '0.00044 0 0 1\n' | descent trace muon --alpha 1 --shape 2x2 --newton-schulz 6` и то
    же с 5. :: При малых $s$ $\varphi(s)$ почти равно $as$, поэтому (4) даёт $z_6\approx z_5/a$,
    около 0,00044: лишняя итерация поднимает сингулярные числа, меньшие в $a=3.4445$ раза.
    Отсюда шесть итераций приводят примерно в 0,69, чуть выше $l$, а пять — лишь в 0,21. Но
    отрезок не становится короче: после любого числа итераций, начиная с двух, какое-то начало
    приводит в $h$, а какое-то — в $l$. Новые итерации достают глубже вниз, но не подходят ближе
    к 1.
@exercise control_gradient_is_steepest Градиент, приведённый к спектральной норме 1, $G/s_1$, в
    (2) тоже допустим. Насколько он отстаёт от $UV^\top$, если выразить это через $s_i$, и для
    каких градиентов он не хуже? Возьмите для примера $s=(1,10^{-1/2},10^{-1})$, а другие
    примеры даёт `descent verify newton_schulz/control_gradient_is_steepest`. ::
    $\langle G,G/s_1\rangle=\sum_is_i^2/s_1$, что меньше $\sum_is_i$ на $\sum_is_i(1-s_i/s_1)$.
    Все эти слагаемые равны 0, только если все $s_i$ равны, а тогда $G/s_1$ и есть $UV^\top$. В
    примере получается 1,11 против примерно 1,416. В спектральной норме направление с малым
    сингулярным числом стоит не больше, чем направление $s_1$, а $G/s_1$ этим не пользуется. В
    норме Фробениуса оно своё стоит, и наискорейшее направление — градиент.
*/

/**
## References

- K. Jordan et al., *Muon: an optimizer for hidden layers in neural networks*,
  2024: the coefficients $a$, $b$, $c$.
- J. Bernstein, L. Newhouse, *Old optimizer, new norm: an anthology*, 2024:
  Shampoo without memory is steepest descent in the spectral norm.
*/
/**ru 3004702731
## Литература

- K. Jordan et al., *Muon: an optimizer for hidden layers in neural networks*,
  2024: коэффициенты $a$, $b$, $c$.
- J. Bernstein, L. Newhouse, *Old optimizer, new norm: an anthology*, 2024:
  Shampoo без памяти — наискорейший спуск в спектральной норме.
*/
