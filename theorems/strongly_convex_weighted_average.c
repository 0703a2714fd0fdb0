/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# A weighted average on a strongly convex function

The lecture's rate for strongly convex functions comes from PL:
$\frac{L\sigma^2}{2\mu^2k}$ with a [decreasing step](pl_decreasing_step.html). An
average that gives later iterates more weight needs neither the factor $\frac
L\mu$ nor any smoothness (Lacoste-Julien, Schmidt and Bach 2012). With
$$\alpha_k=\frac2{\mu(k+2)},\qquad \bar x_k=\frac2{k(k+1)}\sum_{t=0}^{k-1}(t+1)\,x_t$$
on a $\mu$-strongly convex $f$, and $\mathbb E\|\nabla f_{i_t}(x_t)\|^2\le\sigma^2$
along the path,
$$\mathbb E[f(\bar x_k)-f^*]\le\frac2{k(k+1)}\sum_{t=0}^{k-1}(t+1)\,\mathbb E[f(x_t)-f^*]\le\frac{2\sigma^2}{\mu(k+1)}. \tag{1}$$
In words: the start is forgotten altogether, and what noise leaves falls like
$\frac1k$. With equal weights the average of the gaps loses a logarithm.

## What it needs

- $f$ is $\mu$-strongly convex: $f-\frac\mu2\|x\|^2$ is convex. Kinks are allowed.
- The oracle is unbiased, and $\sigma^2\ge\sup_{t<k}\mathbb E\|\nabla
  f_{i_t}(x_t)\|^2$.
- These steps and these weights.
*/
/**ru 2081823495
# Взвешенное среднее на сильно выпуклой функции

Скорость для сильно выпуклых функций получена в лекции из PL:
$\frac{L\sigma^2}{2\mu^2k}$ с [убывающим шагом](pl_decreasing_step.html).
Среднему, которое придаёт поздним итерациям больший вес, не нужны ни множитель
$\frac L\mu$, ни какая-либо гладкость (Lacoste-Julien, Schmidt, Bach, 2012).
При
$$\alpha_k=\frac2{\mu(k+2)},\qquad \bar x_k=\frac2{k(k+1)}\sum_{t=0}^{k-1}(t+1)\,x_t$$
на $\mu$-сильно выпуклой $f$, если $\mathbb E\|\nabla
f_{i_t}(x_t)\|^2\le\sigma^2$ вдоль траектории,
$$\mathbb E[f(\bar x_k)-f^*]\le\frac2{k(k+1)}\sum_{t=0}^{k-1}(t+1)\,\mathbb E[f(x_t)-f^*]\le\frac{2\sigma^2}{\mu(k+1)}. \tag{1}$$
Иными словами, начало забывается совсем, а то, что оставляет шум, убывает как
$\frac1k$. При равных весах среднее зазоров теряет логарифм.

## Что нужно {#what-it-needs}

- Функция $f$ $\mu$-сильно выпукла: $f-\frac\mu2\|x\|^2$ выпукла. Изломы
  допускаются.
- Оракул несмещённый, и $\sigma^2\ge\sup_{t<k}\mathbb E\|\nabla
  f_{i_t}(x_t)\|^2$.
- Именно эти шаги и эти веса.
*/
#include <gsl/gsl_math.h>

#include "../verify/numbers/eigen.h"
#include "../verify/runs/runs.h"
#include "shared/convex.h"
#include "shared/distances.h"

static double bound(double mu, double sigma2, size_t k) {
    return 2 * sigma2 / (mu * ((double)k + 1));
}

static double harmonic_step(const struct settings *s, size_t k) {
    return 2 / (s->mu * ((double)k + 2));
}

/* By the certified Hessian; on the line a convex function with L = mu is a
 * parabola. */
static bool is_strongly_convex(const struct premises *p) {
    const struct problem *f = p->problem;
    double lower[DIM_MOST * DIM_MOST], upper[DIM_MOST * DIM_MOST], least, most;
    if (!f->convex || !(f->mu > 0) || f->dim > DIM_MOST) return false;
    if (!f->hessian) return f->dim == 1 && f->L == f->mu;
    f->hessian(f, lower, upper);
    eigen_extremes(f->dim, lower, &least, &most);
    return least >= f->mu * (1 - 1e-9);
}

static bool is_harmonic(const struct premises *p) {
    for (size_t k = 0; k < 3; k++) {
        double step = step_size(p->settings, k) * p->settings->mu;
        if (!(fabs(step * ((double)k + 2) - 2) <= 1e-12)) return false;
    }
    return true;
}
HYPOTHESIS(strongly_convex, "f is mu-strongly convex", "f mu-сильно выпуклая",
           is_strongly_convex);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(bounded_moment, "E||grad f_i(x_k)||^2 <= sigma^2",
           "E||grad f_i(x_k)||^2 <= sigma^2", NULL);
HYPOTHESIS(harmonic_steps, "alpha_k = 2/(mu(k + 2))", "alpha_k = 2/(mu(k + 2))",
           is_harmonic);
HYPOTHESIS(growing_weights, "the average's weights are t + 1",
           "веса среднего равны t + 1", NULL);
static const struct hypothesis *const hypotheses[] = {
    strongly_convex, unbiased_oracle, bounded_moment, harmonic_steps,
    growing_weights};

/**
## The bound on seven problems

The average is not the engine's, whose weights are the steps. So its mean is
computed here, in two ways. **Over all paths**, where there are few enough: on
ridge regression, least squares with an exact solution and two signs for some
steps, and on a parabola without noise.
*/
/**ru 2316478562
## Оценка на семи задачах

Это не то среднее, которое считает сама программа: там весами служат шаги.
Поэтому его математическое ожидание вычисляется здесь, и двумя способами. **По
всем траекториям** там, где их достаточно мало: на гребневой регрессии, МНК с
точным решением и двух знаках при небольшом числе шагов и на параболе без
шума.
*/
static const struct setting paths[] = {
    {ridge, &method_sgd, {.schedule = harmonic_step}, .steps = 3},
    {interpolation, &method_sgd, {.schedule = harmonic_step}, .steps = 3},
    {two_signs, &method_sgd, {.schedule = harmonic_step}, .steps = 12},
    {shifted_signs, &method_sgd, {.schedule = harmonic_step}, .steps = 12},
    {parabola, &method_sgd, {.schedule = harmonic_step}, .steps = 100},
};
enum { WITHOUT_NOISE = COUNT(paths) - 1 };

/* The weights. */
static double growing(size_t t) {
    return (double)t + 1;
}

static double equal_weight(size_t t) {
    (void)t;
    return 1;
}

/* For each k <= steps: E f(xbar_k) - f*, the same average of the gaps, and
 * E||grad f_i(x_k)||^2. */
struct averages {
    double *gap, *gaps, *moment;
    size_t steps;
};

static struct averages averages_new(size_t steps) {
    double *numbers = allocate(3 * (steps + 1), sizeof *numbers);
    return (struct averages){numbers, numbers + steps + 1,
                             numbers + 2 * (steps + 1), steps};
}

static void averages_free(struct averages *a) {
    free(a->gap);
}

struct adding {
    double total;                /* of the weights so far */
    real sum[DIM_MOST], gap_sum; /* on the paths at hand */
    struct averages *to;
};

static void add_paths(const struct on_paths *on, void *with) {
    struct adding *a = with;
    const struct trajectory *t = on->at;
    const struct problem *p = t->problem;
    real average[DIM_MOST], gap = p->value(p, t->x, NULL) - p->f_star_low;
    real each = real_where(on->weight > 0, real_all(1.0 / (double)on->paths),
                           real_all(0));
    double weight = growing(t->k);
    if (t->k == 0) {
        a->total = 0;
        a->gap_sum = (real){0};
        for (size_t j = 0; j < p->dim; j++) a->sum[j] = (real){0};
    } else {
        for (size_t j = 0; j < p->dim; j++) average[j] = a->sum[j] / a->total;
        real at = p->value(p, average, NULL) - p->f_star_low;
        a->to->gap[t->k] += real_sum(each * at);
        a->to->gaps[t->k] += real_sum(each * a->gap_sum / a->total);
    }
    a->to->moment[t->k] += real_sum(each * second_moment(p, t->x, t->scratch));
    a->total += weight;
    a->gap_sum += weight * gap;
    for (size_t j = 0; j < p->dim; j++) a->sum[j] += weight * t->x[j];
}

/* The problem's averages over all paths; false after trouble.  mu: what the steps
 * take for it. */
static bool averages_on(struct inquiry *q, const struct problem *p,
                        const struct setting *s, double mu,
                        struct averages *out) {
    struct settings settings = s->settings;
    settings.mu = mu;
    if (!inquiry_assumes(q, p, s->method, &settings, s->steps)) return false;
    *out = averages_new(s->steps);
    struct adding adding = {.to = out};
    q->trouble =
        along_all_paths(p, s->method, &settings, s->steps, add_paths, &adding);
    if (q->trouble) averages_free(out);
    return !q->trouble;
}

/* A sum over paths of numbers that came k steps, of the size of the minimum. */
static double averages_error(const struct problem *p, size_t k, double value) {
    return 64 * ((double)k + 16) * DBL_EPSILON *
           (fabs(value) + fabs(p->f_star_low));
}

static void over_paths(struct inquiry *q, const struct setting *s, double mu) {
    struct problem *p = s->problem();
    struct averages a;
    if (averages_on(q, p, s, mu, &a)) {
        double sigma2 = 0;
        for (size_t k = 1; k <= s->steps; k++) {
            sigma2 = larger(sigma2, a.moment[k - 1]);
            if (k < s->first || (k != s->steps && k != rung_after(k - 1)))
                continue;
            inquiry_exact(q, p->id, s->method->id, k, a.gap[k],
                          averages_error(p, k, a.gap[k]), AT_MOST,
                          bound(mu, sigma2, k));
        }
        averages_free(&a);
    }
    problem_free(p);
}

static double mu_of(const struct setting *s) {
    struct problem *p = s->problem();
    double mu = p->mu;
    problem_free(p);
    return mu;
}

static void bounds_over_paths(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(paths) && !q->trouble; i++)
        over_paths(q, &paths[i], mu_of(&paths[i]));
}
CLAIM(bound_over_all_paths, BOUND, LOOSE(0.5, COMPUTE(bounds_over_paths)),
      "Bound (1) on ridge regression, least squares, and parabolas.",
      "Оценка (1) на гребневой регрессии, МНК и параболах.");
/**
**On parabolas**, by recursion: the mean squares of $x_t-x^*$ and of
$S_t=\sum_{i<t}(i+1)(x_i-x^*)$, and the mean of their product, obey
$$x_{t+1}-x^*=\frac t{t+2}(x_t-x^*)-\alpha_t\xi_t,\qquad S_{t+1}=S_t+(t+1)(x_t-x^*), \tag{2}$$
with noise $\xi_t$ of mean 0, whose mean square is $s^2$ on the two signs and
behind a coin, and $\sigma^2-\mu^2(x_t-x^*)^2$ where the second moment is steady.
*/
/**ru 1480483823
**На параболах** — по рекурсии: средние квадраты $x_t-x^*$ и
$S_t=\sum_{i<t}(i+1)(x_i-x^*)$ и среднее их произведения подчиняются
соотношениям
$$x_{t+1}-x^*=\frac t{t+2}(x_t-x^*)-\alpha_t\xi_t,\qquad S_{t+1}=S_t+(t+1)(x_t-x^*), \tag{2}$$
где шум $\xi_t$ имеет среднее 0, а его средний квадрат равен $s^2$ на двух
знаках и за монетой и $\sigma^2-\mu^2(x_t-x^*)^2$ там, где второй момент
постоянен.
*/
struct noisy {
    struct problem *(*problem)(void);
    bool steady;
};
static const struct noisy parabolas[] = {
    {two_signs, false},
    {shifted_signs, false},
    {biased_coin, false},
    {steady_noise, true},
};

static struct averages recursion(const struct noisy *n,
                                 double (*weight)(size_t t), size_t steps) {
    struct problem *p = n->problem();
    double mu = p->mu, s2 = gsl_pow_2(problem_noise_star(p));
    double xx = gsl_pow_2(problem_distance(p)), xs = 0, ss = 0, total = 0,
           gaps = 0;
    struct settings settings = {.mu = mu, .schedule = harmonic_step};
    struct averages out = averages_new(steps);
    for (size_t k = 0; k <= steps; k++) {
        double w = weight(k), alpha = step_size(&settings, k),
               q = 1 - alpha * mu, gap = mu / 2 * xx,
               noise = n->steady ? s2 - mu * mu * xx : s2;
        if (k) out.gap[k] = mu / 2 * ss / (total * total);
        if (k) out.gaps[k] = gaps / total;
        out.moment[k] = mu * mu * xx + noise;
        ss += 2 * w * xs + w * w * xx;
        xs = q * (xs + w * xx);
        xx = q * q * xx + alpha * alpha * noise;
        total += w;
        gaps += w * gap;
    }
    problem_free(p);
    return out;
}

struct on_parabolas {
    double (*weight)(size_t t);
    bool gaps; /* their average, not the gap at the average */
};

static void by_recursion(struct inquiry *q) {
    static const size_t lengths[] = {3, 10, 32, 100, 316, 1000, 10000};
    enum { LONGEST = 10000 };
    const struct on_parabolas *w = q->with;
    for (size_t i = 0; i < COUNT(parabolas); i++) {
        struct problem *p = parabolas[i].problem();
        struct averages a = recursion(&parabolas[i], w->weight, LONGEST);
        double sigma2 = 0;
        for (size_t l = 0, k = 1; l < COUNT(lengths); l++) {
            size_t at = lengths[l];
            for (; k <= at; k++) sigma2 = larger(sigma2, a.moment[k - 1]);
            double value = w->gaps ? a.gaps[at] : a.gap[at];
            inquiry_exact(q, p->id, "sgd", at, value,
                          64 * (double)at * DBL_EPSILON * value, AT_MOST,
                          bound(p->mu, sigma2, at));
        }
        averages_free(&a);
        problem_free(p);
    }
}
CLAIM(bound_on_parabolas, BOUND,
      LOOSE(0.2962, COMPUTE(by_recursion,
                            &(const struct on_parabolas){growing, false})),
      "Bound (1) on four parabolas with noise.",
      "Оценка (1) на четырёх параболах с шумом.");
CLAIM(bound_on_average_of_gaps, BOUND,
      LOOSE(0.6658,
            COMPUTE(by_recursion, &(const struct on_parabolas){growing, true})),
      "The second inequality of (1) on the same.",
      "Второе неравенство (1) на них же.");
/**
@figure averages Where the second moment is steady: the gap at the average and the
    average of the gaps, below the bound, dashed; with equal weights, above

The two ways agree where both can be gone:
*/
/**ru 4124683531
@figure averages Там, где второй момент постоянен: зазор в среднем и среднее
    зазоров, ниже границы, показанной пунктиром; с равными весами — выше

Там, где возможны оба способа, они согласуются:
*/
static void both_ways(struct inquiry *q) {
    static const size_t both[] = {2, 3}; /* of `paths` */
    for (size_t i = 0; i < COUNT(both); i++) {
        const struct setting *s = &paths[both[i]];
        struct problem *p = s->problem();
        struct averages over, by = recursion(&parabolas[i], growing, s->steps);
        if (averages_on(q, p, s, p->mu, &over)) {
            for (size_t k = 1; k <= s->steps; k++) {
                inquiry_exact(q, p->id, "sgd", k, by.gap[k],
                              averages_error(p, k, by.gap[k]) +
                                  1e-15 * by.moment[k],
                              EQUAL, over.gap[k]);
                inquiry_which(q, q->count - 1, "gap");
                inquiry_exact(q, p->id, "sgd", k, by.gaps[k],
                              averages_error(p, k, by.gaps[k]) +
                                  1e-15 * by.moment[k],
                              EQUAL, over.gaps[k]);
                inquiry_which(q, q->count - 1, "average of gaps");
                inquiry_exact(q, p->id, "sgd", k, by.moment[k],
                              averages_error(p, k, by.moment[k]), EQUAL,
                              over.moment[k]);
                inquiry_which(q, q->count - 1, "moment");
            }
            averages_free(&over);
        }
        averages_free(&by);
        problem_free(p);
    }
}
CLAIM(averages_two_ways, IDENTITY, COMPUTE(both_ways),
      "All paths and recursion (2) give the same.",
      "Перебор всех траекторий и рекурсия (2) дают одно и то же.");
/**
## The proof, line by line

Checked along runs, and as equalities on parabolas with noise, where strong
convexity is one.
*/
/**ru 4049567757
## Доказательство строка за строкой

Строки проверяются вдоль запусков, а на параболах с шумом, где неравенство
сильной выпуклости — равенство, проверяются как равенства.
*/
static const struct setting walks[] = {
    {logistic, &method_sgd, {.schedule = harmonic_step}, .steps = 20},
    {ridge, &method_sgd, {.schedule = harmonic_step}, .steps = 100},
    {interpolation, &method_sgd, {.schedule = harmonic_step}, .steps = 50},
    {shifted_signs, &method_sgd, {.schedule = harmonic_step}, .steps = 200},
    {biased_coin, &method_sgd, {.schedule = harmonic_step}, .steps = 200},
    {steady_noise, &method_sgd, {.schedule = harmonic_step}, .steps = 200},
};
static const struct setting equal_walks[] = {
    {shifted_signs, &method_sgd, {.schedule = harmonic_step}, .steps = 100},
    {biased_coin, &method_sgd, {.schedule = harmonic_step}, .steps = 100},
    {steady_noise, &method_sgd, {.schedule = harmonic_step}, .steps = 100},
};

/**
### Line 1. Strong convexity

$f$ lies above a parabola at $x_k$, at the point $x^*$ too:
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge f(x_k)-f^*+\frac\mu2\|x_k-x^*\|^2. \tag{3}$$
*/
/**ru 2470411996
### Строка 1. Сильная выпуклость

График $f$ лежит выше параболы, построенной в $x_k$, в том числе и в точке
$x^*$:
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge f(x_k)-f^*+\frac\mu2\|x_k-x^*\|^2. \tag{3}$$
*/
static struct relation strong_convexity(const struct step *s) {
    real away = s->c->mu / 2 * s->distance2,
         size = real_sqrt(square(s, s->gradient)) *
                (real_sqrt(square(s, s->x)) + real_sqrt(s->distance2));
    return at_least(s->inner, s->gap + away, size + s->gap + away);
}

static struct relation strong_convexity_attained(const struct step *s) {
    return as_equality(strong_convexity(s));
}
CLAIM(line_1_strong_convexity, PROOF_LINE, WALK(strong_convexity, ON(walks)),
      "Inequality (3).", "Неравенство (3).");
CLAIM(line_1_attained, IDENTITY,
      WALK(strong_convexity_attained, ON(equal_walks)),
      "On parabolas it is an equality.",
      "На параболах оно обращается в равенство.");
/**
### Line 2. One step

Expand the square, take the expectation over $i_k$, and put in (3):
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le(1-\alpha_k\mu)\|x_k-x^*\|^2-2\alpha_k\,(f(x_k)-f^*)
  +\alpha_k^2\,\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2. \tag{4}$$
*/
/**ru 4194276997
### Строка 2. Один шаг

Раскроем квадрат, возьмём математическое ожидание по $i_k$ и подставим (3):
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le(1-\alpha_k\mu)\|x_k-x^*\|^2-2\alpha_k\,(f(x_k)-f^*)
  +\alpha_k^2\,\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2. \tag{4}$$
*/
static struct relation one_step(const struct step *s) {
    real descent = 2 * s->alpha * s->gap,
         noise = s->alpha * s->alpha * s->mean_square;
    return at_most(s->mean_next_distance2,
                   (1 - s->alpha * s->c->mu) * s->distance2 - descent + noise,
                   distance_size(s, s->mean_next_distance2) + descent + noise);
}

static struct relation one_step_attained(const struct step *s) {
    return as_equality(one_step(s));
}
CLAIM(line_2_one_step, PROOF_LINE, WALK(one_step, ON(walks)), "Inequality (4).",
      "Неравенство (4).");
CLAIM(line_2_attained, IDENTITY, WALK(one_step_attained, ON(equal_walks)),
      "On parabolas it is an equality.",
      "На параболах оно обращается в равенство.");
/**
### Line 3. The weights make it telescope

Divide by $2\alpha_k$ and multiply by $k+1$. With
$\frac1{2\alpha_k}=\frac{\mu(k+2)}4$ the factor of $\|x_k-x^*\|^2$ becomes
$\frac\mu4k(k+1)$, which is that of $\|x_{k+1}-x^*\|^2$ one step before:
$$(k+1)(f(x_k)-f^*)\le\frac\mu4\Bigl(k(k+1)\|x_k-x^*\|^2-(k+1)(k+2)\,\mathbb E_k\|x_{k+1}-x^*\|^2\Bigr)
  +\frac{k+1}{k+2}\cdot\frac{\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2}\mu. \tag{5}$$
*/
/**ru 806471839
### Строка 3. Веса делают сумму телескопической

Разделим на $2\alpha_k$ и умножим на $k+1$. Так как
$\frac1{2\alpha_k}=\frac{\mu(k+2)}4$, множитель при $\|x_k-x^*\|^2$ становится
равным $\frac\mu4k(k+1)$, а это множитель при $\|x_{k+1}-x^*\|^2$ на
предыдущем шаге:
$$(k+1)(f(x_k)-f^*)\le\frac\mu4\Bigl(k(k+1)\|x_k-x^*\|^2-(k+1)(k+2)\,\mathbb E_k\|x_{k+1}-x^*\|^2\Bigr)
  +\frac{k+1}{k+2}\cdot\frac{\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2}\mu. \tag{5}$$
*/
static real noise_of(const struct step *s) {
    double k = (double)s->k;
    return (k + 1) / (k + 2) / s->c->mu * s->mean_square;
}

static struct relation weighted_step(const struct step *s) {
    double k = (double)s->k, mu = s->c->mu;
    real left = (k + 1) * s->gap, before = mu / 4 * k * (k + 1) * s->distance2,
         after = mu / 4 * (k + 1) * (k + 2) * s->mean_next_distance2,
         size = mu / 4 * (k + 1) * (k + 2) *
                distance_size(s, s->mean_next_distance2);
    return at_most(left, before - after + noise_of(s),
                   left + size + noise_of(s));
}

static struct relation weighted_attained(const struct step *s) {
    return as_equality(weighted_step(s));
}
CLAIM(line_3_weighted_step, PROOF_LINE, WALK(weighted_step, ON(walks)),
      "Inequality (5).", "Неравенство (5).");
CLAIM(line_3_attained, IDENTITY, WALK(weighted_attained, ON(equal_walks)),
      "On parabolas it is an equality.",
      "На параболах оно обращается в равенство.");
/**
### Line 4. The sum

At $t=0$ the factor of $\|x_0-x^*\|^2$ is 0: the start does not count. In the sum
over $t<k$ all but the last distance cancel, and that one is dropped:
$$\sum_{t=0}^{k-1}(t+1)\,\mathbb E[f(x_t)-f^*]\le\frac1\mu\sum_{t=0}^{k-1}\frac{t+1}{t+2}\,\mathbb E\|\nabla f_{i_t}(x_t)\|^2. \tag{6}$$
Along a run the surprises $\frac\mu4(t+1)(t+2)\bigl(\|x_{t+1}-x^*\|^2-\mathbb
E_t\|x_{t+1}-x^*\|^2\bigr)$ are put back.
*/
/**ru 1291912310
### Строка 4. Сумма

При $t=0$ множитель при $\|x_0-x^*\|^2$ равен 0: начало не в счёт. В сумме по
$t<k$ сокращаются все расстояния, кроме последнего, а оно отбрасывается:
$$\sum_{t=0}^{k-1}(t+1)\,\mathbb E[f(x_t)-f^*]\le\frac1\mu\sum_{t=0}^{k-1}\frac{t+1}{t+2}\,\mathbb E\|\nabla f_{i_t}(x_t)\|^2. \tag{6}$$
Вдоль запуска добавляются случайные отклонения
$\frac\mu4(t+1)(t+2)\bigl(\|x_{t+1}-x^*\|^2-\mathbb
E_t\|x_{t+1}-x^*\|^2\bigr)$.
*/
static struct relation sum_of(const struct step *s, bool complete) {
    double k = (double)s->k, factor = s->c->mu / 4 * (k + 1) * (k + 2);
    real *gaps = &s->memory[0], *noises = &s->memory[1],
         *surprises = &s->memory[2], *size = &s->memory[3];
    *gaps += (k + 1) * s->gap;
    *noises += noise_of(s);
    *surprises += factor * (s->next_distance2 - s->mean_next_distance2);
    *size +=
        (k + 1) * s->gap + noise_of(s) + real_abs(*surprises) + *gaps +
        *noises +
        factor * distance_size(s, s->next_distance2 + s->mean_next_distance2);
    real left = *gaps - *surprises;
    if (complete) left += factor * s->next_distance2;
    return at_most(left, *noises, *size);
}

static struct relation sum_line(const struct step *s) {
    return sum_of(s, false);
}

static struct relation sum_complete(const struct step *s) {
    return as_equality(sum_of(s, true));
}
CLAIM(line_4_sum, PROOF_LINE, WALK(sum_line, ON(walks)),
      "Inequality (6) along single runs, with their surprises.",
      "Неравенство (6) вдоль отдельных запусков, с учётом случайных "
      "отклонений.");
CLAIM(line_4_complete, IDENTITY, WALK(sum_complete, ON(equal_walks)),
      "On parabolas it is an equality, with the last distance put back.",
      "На параболах оно обращается в равенство, если вернуть последнее "
      "расстояние.");
/**
### Line 5. Division, and Jensen's inequality

Bound every second moment by $\sigma^2$ and every $\frac{t+1}{t+2}$ by 1: the
right side of (6) is at most $\frac{k\sigma^2}\mu$. The weights add up to
$\frac{k(k+1)}2$, and $f$ is convex:
$$\mathbb E[f(\bar x_k)-f^*]\le\frac2{k(k+1)}\sum_{t=0}^{k-1}(t+1)\,\mathbb E[f(x_t)-f^*]
  \le\frac2{k(k+1)}\cdot\frac{k\sigma^2}\mu. \tag{7}$$
$\blacksquare$
*/
/**ru 253383449
### Строка 5. Деление и неравенство Йенсена

Оценим каждый второй момент числом $\sigma^2$, а каждую дробь
$\frac{t+1}{t+2}$ — единицей: правая часть (6) не больше
$\frac{k\sigma^2}\mu$. Веса дают в сумме $\frac{k(k+1)}2$, а $f$ выпукла:
$$\mathbb E[f(\bar x_k)-f^*]\le\frac2{k(k+1)}\sum_{t=0}^{k-1}(t+1)\,\mathbb E[f(x_t)-f^*]
  \le\frac2{k(k+1)}\cdot\frac{k\sigma^2}\mu. \tag{7}$$
$\blacksquare$
*/
static void weights(struct inquiry *q) {
    for (size_t k = 1; k <= 10000; k *= 10) {
        double total = 0, sum = 0, n = (double)k;
        for (size_t t = 0; t < k; t++) {
            total += growing(t);
            sum += growing(t) / (growing(t) + 1);
        }
        inquiry_exact(q, "", "", k, total, 0, EQUAL, n * (n + 1) / 2);
        inquiry_which(q, q->count - 1, "the weights");
        inquiry_exact(q, "", "", k, sum, n * DBL_EPSILON * n, AT_MOST, n);
        inquiry_which(q, q->count - 1, "the factors");
    }
}
CLAIM(line_5_weights, PROOF_LINE, COMPUTE(weights),
      "The sum of the weights, and that of the factors in (6).",
      "Сумма весов и сумма множителей из (6).");

static void jensen_over_paths(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(paths) && !q->trouble; i++) {
        const struct setting *s = &paths[i];
        struct problem *p = s->problem();
        struct averages a;
        if (averages_on(q, p, s, p->mu, &a)) {
            for (size_t k = 1; k <= s->steps; k++)
                if (k == s->steps || k == rung_after(k - 1))
                    inquiry_exact(q, p->id, "sgd", k, a.gap[k],
                                  averages_error(p, k, a.gaps[k]), AT_MOST,
                                  a.gaps[k]);
            averages_free(&a);
        }
        problem_free(p);
    }
}
CLAIM(line_5_jensen, PROOF_LINE, COMPUTE(jensen_over_paths),
      "The first inequality of (7), over all paths.",
      "Первое неравенство (7), по всем траекториям.");
/**
## How sharp it is

At $k=1$ on $\frac\mu2x^2$ without noise the gap is $\frac{\sigma^2}{2\mu}$, one
half of (1), and all of (6): the factor $\frac12$ at $t=0$ is what (1) gives away.
For large $k$ the gap comes to 0.296 of (1) where the second moment is steady, and
the average of the gaps to two thirds; what is lost there is the last distance.
*/
/**ru 3371786755
## Насколько оценка точна {#how-sharp-it-is}

При $k=1$ на $\frac\mu2x^2$ без шума зазор равен $\frac{\sigma^2}{2\mu}$: это
половина (1), но вся (6): множитель $\frac12$ при $t=0$ — это и есть то, что
отдаёт (1). При больших $k$ зазор составляет 0,296 от (1) там, где второй
момент постоянен, а среднее зазоров — две трети; теряется там последнее
расстояние.
*/
static void half_of_it(struct inquiry *q) {
    const struct setting *s = &paths[WITHOUT_NOISE];
    struct problem *p = s->problem();
    struct averages a;
    if (averages_on(q, p, s, p->mu, &a)) {
        inquiry_exact(q, p->id, "sgd", 1, a.gap[1],
                      averages_error(p, 1, a.gap[1]), EQUAL,
                      bound(p->mu, a.moment[0], 1) / 2);
        averages_free(&a);
    }
    problem_free(p);
}
CLAIM(half_attained_at_1, IDENTITY, COMPUTE(half_of_it),
      "At $k=1$ the gap on a parabola is one half of (1).",
      "При $k=1$ зазор на параболе равен половине (1).");
/**
## What breaks

**Equal weights.** On a parabola with noise the gaps fall like $\frac1t$, and
their plain average like $\frac{\ln k}k$. From some hundred steps on, or some
thousand, that is more than (1). (Rakhlin, Shamir and Sridharan 2012 show that
on functions with kinks the gap at the plain average falls no faster either.)
*/
/**ru 2568044967
## Что ломается {#what-breaks}

**Равные веса.** На параболе с шумом зазоры убывают как $\frac1t$, а их
простое среднее — как $\frac{\ln k}k$. Начиная с нескольких сотен или
нескольких тысяч шагов это больше, чем (1). (Rakhlin, Shamir, Sridharan, 2012,
показывают, что на функциях с изломами и зазор в простом среднем убывает не
быстрее.)
*/
CLAIM(control_equal_weights, CONTROL,
      DROPS(growing_weights,
            COMPUTE(by_recursion,
                    &(const struct on_parabolas){equal_weight, true})),
      "With equal weights the average of the gaps is above (1) in the end.",
      "При равных весах среднее зазоров в конце концов больше (1).");
/**
**No strong convexity.** $\log\cosh x$ from $100$ with a made-up $\mu=1$: the steps
are too short to get anywhere.

**A biased oracle.** $g=\mu x+b$ stays at $-b/\mu$ from the first step on.

**The variance in place of the second moment.** On a parabola without noise it is
0, and the gap is not.

**Other steps.** With $\alpha=0.01$ for ever the parabola is hardly descended in 100
steps.
*/
/**ru 1091699895
**Нет сильной выпуклости.** $\log\cosh x$ из $100$ с придуманным $\mu=1$: шаги
слишком коротки, чтобы куда-либо прийти.

**Смещённый оракул.** $g=\mu x+b$ с первого же шага стоит в $-b/\mu$.

**Дисперсия вместо второго момента.** На параболе без шума она равна 0, а
зазор нет.

**Другие шаги.** При $\alpha=0.01$ на всех итерациях за 100 шагов по параболе
почти не удаётся спуститься.
*/
static void no_strong_convexity(struct inquiry *q) {
    over_paths(q,
               &(const struct setting){log_cosh,
                                       &method_sgd,
                                       {.schedule = harmonic_step},
                                       100,
                                       .steps = 100},
               1);
}

static void biased(struct inquiry *q) {
    over_paths(q,
               &(const struct setting){biased_parabola,
                                       &method_sgd,
                                       {.schedule = harmonic_step},
                                       100,
                                       .steps = 100},
               1);
}

static void other_steps(struct inquiry *q) {
    over_paths(q,
               &(const struct setting){
                   parabola, &method_sgd, {.alpha = 0.01}, 100, .steps = 100},
               1);
}

static void by_variance(struct inquiry *q) {
    const struct setting *s = &paths[WITHOUT_NOISE];
    struct problem *p = s->problem();
    struct averages a;
    if (averages_on(q, p, s, p->mu, &a)) {
        double variance = a.moment[0] - gsl_pow_2(p->mu * problem_distance(p));
        inquiry_exact(q, p->id, "sgd", 1, a.gap[1],
                      averages_error(p, 1, a.gap[1]), AT_MOST,
                      bound(p->mu, variance, 1));
        averages_free(&a);
    }
    problem_free(p);
}
CLAIM(control_no_strong_convexity, CONTROL,
      DROPS(strongly_convex, COMPUTE(no_strong_convexity)),
      "With a made-up $\\mu$ (1) is beaten.",
      "С придуманным $\\mu$ оценка (1) нарушается.");
CLAIM(control_biased_oracle, CONTROL, DROPS(unbiased_oracle, COMPUTE(biased)),
      "With a biased oracle (1) is beaten.",
      "При смещённом оракуле оценка (1) нарушается.");
CLAIM(control_variance_for_second_moment, CONTROL,
      DROPS(bounded_moment, COMPUTE(by_variance)),
      "With $\\sigma^2$ read as the variance (1) is beaten.",
      "Если понимать $\\sigma^2$ как дисперсию, оценка (1) нарушается.");
CLAIM(control_constant_step, CONTROL,
      DROPS(harmonic_steps, COMPUTE(other_steps)),
      "With a short constant step (1) is beaten.",
      "С коротким постоянным шагом оценка (1) нарушается.");

static const struct claim *const claims[] = {bound_over_all_paths,
                                             bound_on_parabolas,
                                             bound_on_average_of_gaps,
                                             averages_two_ways,
                                             line_1_strong_convexity,
                                             line_1_attained,
                                             line_2_one_step,
                                             line_2_attained,
                                             line_3_weighted_step,
                                             line_3_attained,
                                             line_4_sum,
                                             line_4_complete,
                                             line_5_weights,
                                             line_5_jensen,
                                             half_attained_at_1,
                                             control_equal_weights,
                                             control_no_strong_convexity,
                                             control_biased_oracle,
                                             control_variance_for_second_moment,
                                             control_constant_step};

static const struct drawing drawings[] = {
    {.name = "averages",
     .title = {"Weighted averages stay below the bound, equal weights do not",
               "Взвешенные средние ниже границы, с равными весами нет"},
     .y = {"mean gap", "средний зазор"},
     .bounds = true,
     .curves = {{.claim = "bound_on_parabolas",
                 .group = 3,
                 .name = {"gap at the average", "зазор в среднем"}},
                {.claim = "bound_on_average_of_gaps",
                 .group = 3,
                 .name = {"average of the gaps", "среднее зазоров"}},
                {.claim = "control_equal_weights",
                 .group = 3,
                 .name = {"with equal weights", "с равными весами"}}}},
};

const struct theorem theorem_strongly_convex_weighted_average = {
    .id = "strongly_convex_weighted_average",
    .title = {"A weighted average on a strongly convex function",
              "Взвешенное среднее на сильно выпуклой функции"},
    .source = "Результаты для градиентного спуска",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise half_attained_at_1 The right side of (1) does not contain
    $\|x_0-x^*\|$. On $\frac\mu2x^2$ without noise, start ten times as far away:
    does the bound at $k=1$ stay as it is? Explain what is forgotten and what is
    not, and see
    `descent verify strongly_convex_weighted_average/half_attained_at_1`. :: It
    becomes 100 times as large. $\sigma^2$ must bound the second moment at $x_0$
    too, which is $\mu^2\|x_0-x^*\|^2$ here, so that at $k=1$ the bound is
    $\mu\|x_0-x^*\|^2$: twice the gap at $\bar x_1=x_0$. What is forgotten is
    the distance as a term of its own, whose factor in (5) is 0 at $k=0$. By (6)
    the start enters only through its gradient, and adds
    $\frac{\|\nabla f(x_0)\|^2}{\mu k(k+1)}$ to the bound: a part that falls
    like $\frac1{k^2}$.
@exercise bound_on_average_of_gaps Where the second moment is steady, the
    average of the gaps comes to two thirds of (1) for large $k$. Derive this
    from (2): what does the recursion become when it is multiplied by
    $(t+1)(t+2)$, and what is $\mathbb E f(x_t)-f^*$ then? The number is printed
    by
    `descent verify strongly_convex_weighted_average/bound_on_average_of_gaps`.
    :: With $z_t=t(t+1)(x_t-x^*)$ it is $z_{t+1}=z_t-\frac2\mu(t+1)\xi_t$: the
    start drops out, and noise only adds up. As $x_t$ tends to $x^*$, the mean
    square of $\xi_t$ tends to $\sigma^2$, so
    $\mathbb Ez_t^2\approx\frac{4\sigma^2}{\mu^2}\cdot\frac{t^3}3$, and
    $\mathbb E f(x_t)-f^*\approx\frac{2\sigma^2}{3\mu t}$. Weighted by $t+1$
    these gaps average to about $\frac{4\sigma^2}{3\mu k}$, two thirds of
    $\frac{2\sigma^2}{\mu k}$; the program finds 0.6658 at $k=10000$.
@exercise control_no_strong_convexity On $\log\cosh x$, whose slope is at most
    1, with a made-up $\mu=1$ and from $x_0=100$: how far can the steps
    $\frac2{t+2}$ lead in 100 iterations, and how many would it take to reach
    the minimum? Predict the gap at $\bar x_{100}$ to within ten, then
    `descent verify strongly_convex_weighted_average/control_no_strong_convexity`.
    :: In $k$ iterations they lead no farther than $\sum_{t<k}\frac2{t+2}$,
    which grows like $2\ln k$: to about 8.4 for 100 of them, so that the gap is
    still about 92 where (1) allows 0.02. The whole way would take more than
    $e^{50}$ iterations. The steps are as short as they are because strong
    convexity promises gradients that grow with the distance; where they do not,
    nothing makes up for it.
*/
/**ru 1636017507
## Упражнения

@exercise half_attained_at_1 В правой части (1) нет $\|x_0-x^*\|$. Начните на
    $\frac\mu2x^2$ без шума в десять раз дальше: останется ли оценка при $k=1$
    прежней? Объясните, что забывается, а что нет; см.
    `descent verify strongly_convex_weighted_average/half_attained_at_1`. :: Она
    станет в 100 раз больше. $\sigma^2$ должна ограничивать второй момент и в
    $x_0$, а здесь он равен $\mu^2\|x_0-x^*\|^2$, так что при $k=1$ оценка равна
    $\mu\|x_0-x^*\|^2$: это удвоенный зазор в $\bar x_1=x_0$. Забывается
    расстояние как отдельный член: его множитель в (5) при $k=0$ равен 0.
    Согласно (6), начало входит только через свой градиент и добавляет к оценке
    $\frac{\|\nabla f(x_0)\|^2}{\mu k(k+1)}$: эта часть убывает как
    $\frac1{k^2}$.
@exercise bound_on_average_of_gaps Там, где второй момент постоянен, среднее
    зазоров при больших $k$ составляет две трети от (1). Выведите это из (2): во
    что превращается рекурсия, если умножить её на $(t+1)(t+2)$, и чему тогда
    равно $\mathbb E f(x_t)-f^*$? Число печатает
    `descent verify strongly_convex_weighted_average/bound_on_average_of_gaps`.
    :: При $z_t=t(t+1)(x_t-x^*)$ получается $z_{t+1}=z_t-\frac2\mu(t+1)\xi_t$:
    начало выпадает, а шум только накапливается. Когда $x_t$ стремится к $x^*$,
    средний квадрат $\xi_t$ стремится к $\sigma^2$, так что
    $\mathbb Ez_t^2\approx\frac{4\sigma^2}{\mu^2}\cdot\frac{t^3}3$ и
    $\mathbb E f(x_t)-f^*\approx\frac{2\sigma^2}{3\mu t}$. Среднее этих зазоров
    с весами $t+1$ — около $\frac{4\sigma^2}{3\mu k}$, две трети от
    $\frac{2\sigma^2}{\mu k}$; программа находит 0,6658 при $k=10000$.
@exercise control_no_strong_convexity На $\log\cosh x$, где наклон не больше 1,
    с придуманным $\mu=1$ и из $x_0=100$: как далеко могут увести шаги
    $\frac2{t+2}$ за 100 итераций и сколько итераций нужно, чтобы дойти до
    минимума? Предскажите зазор в $\bar x_{100}$ с точностью до десяти, затем
    выполните
    `descent verify strongly_convex_weighted_average/control_no_strong_convexity`.
    :: За $k$ итераций они уводят не дальше чем на $\sum_{t<k}\frac2{t+2}$, а
    это растёт как $2\ln k$: за 100 итераций примерно до 8,4, так что зазор всё
    ещё около 92, а (1) допускает 0,02. Весь путь занял бы больше $e^{50}$
    итераций. Шаги столь коротки потому, что сильная выпуклость обещает
    градиенты, растущие с расстоянием; где они не растут, возместить это нечем.
*/
/**
## References

- S. Lacoste-Julien, M. Schmidt, F. Bach, *A simpler approach to obtaining an
  O(1/t) convergence rate for the projected stochastic subgradient method*,
  arXiv:1212.2002 (2012): the theorem and its proof.
- A. Rakhlin, O. Shamir, K. Sridharan, *Making gradient descent optimal for
  strongly convex stochastic optimization*, ICML 2012: plain averages lose a
  logarithm on functions that are not smooth.
*/
/**ru 3258304205
## Литература

- S. Lacoste-Julien, M. Schmidt, F. Bach, *A simpler approach to obtaining an
  O(1/t) convergence rate for the projected stochastic subgradient method*,
  arXiv:1212.2002 (2012): теорема и её доказательство.
- A. Rakhlin, O. Shamir, K. Sridharan, *Making gradient descent optimal for
  strongly convex stochastic optimization*, ICML 2012: простые средние теряют
  логарифм на негладких функциях.
*/
