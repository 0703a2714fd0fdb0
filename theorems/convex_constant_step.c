/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# SGD with a constant step on a convex function

The lecture states (slide «Гладкий выпуклый случай с постоянным шагом»):

> Пусть $f$ — выпуклая функция (не обязательно гладкая), а дисперсия
> стохастического градиента ограничена $\mathbb E[\|\nabla
> f_{i_k}(x_k)\|^2]\le\sigma^2\quad\forall k$. Если SGD использует постоянный
> шаг $\alpha_t\equiv\alpha>0$, то для любого $k\ge1$
> $$\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha k}+\frac{\alpha\sigma^2}2,$$
> где $\bar x_k=\frac1k\sum_{t=0}^{k-1}x_t$.
>
> При выборе постоянного $\alpha=\frac{\|x_0-x^*\|}{\sigma\sqrt k}$ (зависящего
> от $k$) имеем
> $$\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|\sigma}{\sqrt k}=\mathcal O\left(\frac1{\sqrt k}\right).$$

In words: convexity alone is enough, if one looks at the average of all iterates
and not at the last one. The **start** is forgotten like $1/k$; the **floor**
stays, and is proportional to the step. Someone who knows beforehand how many
iterations there will be balances the two, and the error falls like $1/\sqrt k$.

@figure corollary The corollary: a run of its own for every $k$, with the step
    chosen for that $k$; bounds dashed

## What it needs

- $f$ is convex. It need not be smooth, and PL is not asked for. Where $f$ has a
  kink, $\nabla f_i$ is any subgradient; the problems here say which.
- The oracle is unbiased: $\mathbb E[\nabla f_{i_k}(x_k)\mid x_k]=\nabla
  f(x_k)$, a subgradient of $f$.
- $\mathbb E\|\nabla f_{i_k}(x_k)\|^2\le\sigma^2$ at the points that the method
  visits. As in the [PL theorem](pl_constant_step.html), $\sigma^2$ is measured
  where the theorem puts it: the supremum over $t<k$ along the path.
- $\alpha>0$, however large. If the iterates grow, $\sigma^2$ grows with them.
- $x^*$ is a minimiser, whichever is nearest to $x_0$.

@erratum bound_hinge_loss_longer_step The slide's heading says «Гладкий выпуклый
    случай», but nothing here is smooth or needs to be: the bound holds on the
    hinge loss (and the statement itself says «не обязательно гладкая»).

The bound in C:
*/
#include "../problems/max_norm.h"
#include "theorem.h"

static double start_term(const struct constants *c, size_t k) {
    return c->distance * c->distance / (2 * c->alpha * (double)k);
}

static double floor_term(const struct constants *c, size_t k) {
    (void)k;
    return c->alpha * c->sigma2 / 2;
}

static double bound(const struct constants *c, size_t k) {
    return start_term(c, k) + floor_term(c, k);
}

static const char *objection(const struct constants *c) {
    if (!c->convex) return "f to be convex";
    if (!(c->alpha > 0)) return "alpha > 0";
    return NULL;
}

/**
## The bound on eight problems

Four of them are not smooth: the **hinge loss** of a support vector machine
without regularisation on separable data, so that $f^*=0$ is known; **least
absolute deviations** with noise in pairs $\pm e_i$, so that $f^*$ is the mean
of $e_i$; $|x|$; and the maximum norm. The others are smooth, and so much more
benign than the theorem's worst case that they stay far below it. What is
measured is always $f$ at the average $\bar x_k$. For quadratics its expectation
is exact: the second moments of $\sum_t(x_t-x^*)$ obey a linear recursion, like
those of $x_t$. For problems without noise there is one path only.
*/
/**
On a ninth problem, two curvatures with $\alpha>2/L$, gradient descent diverges,
and so does its average. The bound holds all the same, because $\sigma^2$ is the
supremum along that very path:
*/
CLAIM(bound_logistic_longer_step, BOUND,
      MEAN(bound,
           AT(logistic, &method_sgd, {.alpha = 0.2}, .first = 1, .steps = 1000,
              .runs = 8192),
           .average = true),
      "The bound on the logistic regression, $\\alpha=0.2$.");
CLAIM(bound_logistic_shorter_step, BOUND,
      MEAN(bound,
           AT(logistic, &method_sgd, {.alpha = 0.05}, .first = 1, .steps = 1000,
              .runs = 8192),
           .average = true),
      "The bound on the logistic regression, $\\alpha=0.05$.");
CLAIM(bound_ridge_longer_step, BOUND,
      MEAN(bound,
           AT(ridge, &method_sgd, {.alpha = 0.05}, .first = 1, .steps = 1000,
              .by = &second_moment_recursion),
           .average = true),
      "The bound on ridge regression, $\\alpha=0.05$.");
CLAIM(bound_ridge_shorter_step, BOUND,
      MEAN(bound,
           AT(ridge, &method_sgd, {.alpha = 0.01}, .first = 1, .steps = 1000,
              .by = &second_moment_recursion),
           .average = true),
      "The bound on ridge regression, $\\alpha=0.01$.");
CLAIM(bound_least_squares_longer_step, BOUND,
      MEAN(bound,
           AT(least_squares, &method_sgd, {.alpha = 0.05}, .first = 1,
              .steps = 1000, .by = &second_moment_recursion),
           .average = true),
      "The bound on least squares of deficient rank, $\\alpha=0.05$.");
CLAIM(bound_least_squares_shorter_step, BOUND,
      MEAN(bound,
           AT(least_squares, &method_sgd, {.alpha = 0.01}, .first = 1,
              .steps = 1000, .by = &second_moment_recursion),
           .average = true),
      "The bound on least squares of deficient rank, $\\alpha=0.01$.");
CLAIM(bound_two_signs_longer_step, BOUND,
      MEAN(bound,
           AT(two_signs, &method_sgd, {.alpha = 0.3}, .first = 1, .steps = 1000,
              .by = &second_moment_recursion),
           .average = true),
      "The bound on two signs, $\\alpha=0.3$.");
CLAIM(bound_two_signs_shorter_step, BOUND,
      MEAN(bound,
           AT(two_signs, &method_sgd, {.alpha = 0.05}, .first = 1,
              .steps = 1000, .by = &second_moment_recursion),
           .average = true),
      "The bound on two signs, $\\alpha=0.05$.");
CLAIM(bound_absolute_value_longer_step, BOUND,
      MEAN(bound,
           AT(absolute_value, &method_sgd, {.alpha = 1.0 / 64}, .first = 1,
              .steps = 1000, .by = &all_paths),
           .average = true),
      "The bound on the absolute value, $\\alpha=1/64$.");
CLAIM(bound_absolute_value_shorter_step, BOUND,
      MEAN(bound,
           AT(absolute_value, &method_sgd, {.alpha = 1.0 / 512}, .first = 1,
              .steps = 1000, .by = &all_paths),
           .average = true),
      "The bound on the absolute value, $\\alpha=1/512$.");
CLAIM(bound_max_norm_longer_step, BOUND,
      MEAN(bound,
           AT(max_norm, &method_sgd, {.alpha = 1.0 / 8}, .first = 1,
              .steps = 1000, .by = &all_paths),
           .average = true),
      "The bound on the maximum norm, $\\alpha=1/8$.");
CLAIM(bound_max_norm_shorter_step, BOUND,
      MEAN(bound,
           AT(max_norm, &method_sgd, {.alpha = 1.0 / 16}, .first = 1,
              .steps = 1000, .by = &all_paths),
           .average = true),
      "The bound on the maximum norm, $\\alpha=1/16$.");
CLAIM(bound_hinge_loss_longer_step, BOUND,
      MEAN(bound,
           AT(hinge_loss, &method_sgd, {.alpha = 0.5}, .first = 1,
              .steps = 1000, .runs = 16384),
           .average = true),
      "The bound on the hinge loss, $\\alpha=0.5$.");
CLAIM(bound_hinge_loss_shorter_step, BOUND,
      MEAN(bound,
           AT(hinge_loss, &method_sgd, {.alpha = 0.1}, .first = 1,
              .steps = 1000, .runs = 16384),
           .average = true),
      "The bound on the hinge loss, $\\alpha=0.1$.");
CLAIM(bound_absolute_deviations_longer_step, BOUND,
      MEAN(bound,
           AT(absolute_deviations, &method_sgd, {.alpha = 0.2}, .first = 1,
              .steps = 1000, .runs = 16384),
           .average = true),
      "The bound on least absolute deviations, $\\alpha=0.2$.");
CLAIM(bound_absolute_deviations_shorter_step, BOUND,
      MEAN(bound,
           AT(absolute_deviations, &method_sgd, {.alpha = 0.05}, .first = 1,
              .steps = 1000, .runs = 16384),
           .average = true),
      "The bound on least absolute deviations, $\\alpha=0.05$.");
CLAIM(holds_while_diverging, SHARPNESS,
      MEAN(bound,
           AT(two_curvatures, &method_sgd, {.alpha = 0.3}, .first = 1,
              .steps = 50, .by = &all_paths),
           .average = true),
      "The bound on two curvatures with $\\alpha=3/L$, where the iterates and "
      "their average diverge.");
/**
@figure hinge_loss Hinge loss: $f^*=0$ is reached exactly, since all components
    share the minimiser
@figure absolute_deviations Least absolute deviations
@figure absolute_value The absolute value: each of the two runs meets the bound
    when it arrives at 0, and every other step from then on
@figure max_norm The maximum norm
@figure logistic Logistic regression
@figure ridge Ridge regression
@figure least_squares Least squares of deficient rank
@figure two_signs Two components of opposite sign, from $x_0=x^*$

## The proof, line by line

The lecture proves it in seven lines. They are checked in two ways. **Along
paths**: at every step of every run of a sample, on eight problems, with
expectations over the next index as full sums. A line about full expectations,
summed over $t$, is checked there with what the expectation throws away put
back: the surprise
$$\xi_t=\|x_{t+1}-x^*\|^2-\mathbb E_t\|x_{t+1}-x^*\|^2,\qquad\mathbb E\,\xi_t=0. \tag{0}$$
**Over all paths**: where there are few enough sequences of indices, all of them
are walked, and the full expectations in the line are exact. These are the
walks:
*/
static const struct setting walks[] = {
    {logistic, &method_sgd, {.alpha = 0.2}, .steps = 20},
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1000},
    {absolute_value, &method_sgd, {.alpha = 1.0 / 64}, .steps = 200},
    {max_norm, &method_sgd, {.alpha = 1.0 / 8}, .steps = 100},
    {hinge_loss, &method_sgd, {.alpha = 0.5}, .steps = 200},
    {absolute_deviations, &method_sgd, {.alpha = 0.2}, .steps = 200},
};

/* A distance is a difference of numbers as large as x_k, and loses as much by rounding as they do. */
static real distance_size(const struct step *s, real next_distance2) {
    return square(s, s->x) + s->distance2 + next_distance2;
}

/**
and these are the expectations over all paths, for every $k$ up to the last:
each path has its number, whose digits to the base $n$ are the indices drawn.
*/
static const struct setting enumerated[] = {
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 3},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 12},
    {absolute_value, &method_sgd, {.alpha = 1.0 / 32}, .steps = 60},
    {hinge_loss, &method_sgd, {.alpha = 0.5}, .steps = 3},
    {absolute_deviations, &method_sgd, {.alpha = 0.2}, .steps = 3},
};
enum { ENUMERATED_MAX = 64 };

struct expected {
    double distance2;   /* E||x_k - x*||^2 */
    double inner;       /* E<grad f(x_k), x_k - x*> */
    double square;      /* E||grad f_i(x_k)||^2 */
    double gap;         /* E f(x_k) - f* */
    double average_gap; /* E f(xbar_k) - f*, k >= 1 */
    double size;        /* of the numbers that went into these */
};

static double lanes_sum(real a) {
    double sum = 0;
    for (int l = 0; l < LANES; l++) sum += a[l];
    return sum;
}

static void add_path(const struct problem *p, const struct trajectory *t,
                     const real sum[], real weight, struct expected *out) {
    real gradient[p->dim], average[p->dim], inner = {0}, size = {0};
    real gap = p->value(p, t->x, gradient) - p->f_star_low;
    for (size_t j = 0; j < p->dim; j++) {
        real off = t->x[j] - p->x_star[j];
        inner += gradient[j] * off;
        size += off * off + t->x[j] * t->x[j] + gradient[j] * gradient[j];
        average[j] = t->k ? sum[j] / (double)t->k : t->x[j];
    }
    out->distance2 +=
        lanes_sum(weight * squared_distance(p->dim, t->x, p->x_star));
    out->inner += lanes_sum(weight * inner);
    out->square += lanes_sum(weight * second_moment(p, t->x, t->scratch));
    out->gap += lanes_sum(weight * gap);
    out->average_gap +=
        lanes_sum(weight * (p->value(p, average, NULL) - p->f_star_low));
    out->size += lanes_sum(weight * (size + gap + 2 * fabs(p->f_star_low)));
}

static size_t paths_of(const struct problem *p, const struct setting *s) {
    size_t paths = 1;
    for (size_t k = 0; k < s->steps; k++) paths *= p->components;
    return paths;
}

static void expect_over_all_paths(const struct problem *p,
                                  const struct setting *s,
                                  struct expected out[]) {
    size_t paths = paths_of(p, s);
    struct trajectory t = trajectory_new(p, s->method, &s->settings);
    real sum[p->dim];
    for (size_t first = 0; first < paths; first += LANES) {
        whole path;
        for (unsigned l = 0; l < LANES; l++) path[l] = first + l;
        real weight = real_where((truth)(path < paths),
                                 real_all(1.0 / (double)paths), real_all(0));
        trajectory_restart(&t);
        memset(sum, 0, sizeof sum);
        for (size_t k = 0;; k++) {
            add_path(p, &t, sum, weight, &out[k]);
            if (k == s->steps) break;
            for (size_t j = 0; j < p->dim; j++) sum[j] += t.x[j];
            trajectory_step(&t, path % p->components);
            path /= p->components;
        }
    }
    trajectory_free(&t);
}

/* A line about full expectations: two sides at k, from the expectations up to k + 1. */
typedef void full_line(const struct expected e[], const struct constants *,
                       size_t k, double *left, double *right);

static void check_over_all_paths(struct inquiry *q, full_line *line,
                                 enum sign sign) {
    for (size_t i = 0; i < COUNT(enumerated); i++) {
        struct problem *p = enumerated[i].problem();
        struct expected e[ENUMERATED_MAX] = {0};
        expect_over_all_paths(p, &enumerated[i], e);
        struct constants c = constants_of(p, enumerated[i].settings.alpha);
        double size = c.distance * c.distance;
        c.sigma2 = 0;
        for (size_t k = 0; k < enumerated[i].steps; k++) {
            double left, right;
            c.sigma2 = fmax(c.sigma2, e[k].square);
            /* Each term is summed over groups of paths, and its numbers have come k steps. */
            size += (1 + c.alpha * c.alpha) *
                    (e[k].size + e[k + 1].size + e[k].square);
            double sums = (double)(paths_of(p, &enumerated[i]) / LANES + LANES +
                                   2 * p->components);
            double roundings = p->roundings + sums + 16 * (double)(k + 2);
            line(e, &c, k, &left, &right);
            inquiry_exact(q, p->id, "sgd", k + 1, left,
                          DBL_EPSILON / 2 * roundings * size, sign, right);
        }
        problem_free(p);
    }
}

/**
### Line 1. The square of the distance

> Начнём с разложения квадрата расстояния до минимума

$$\|x_{k+1}-x^*\|^2=\|x_k-\alpha\nabla f_{i_k}(x_k)-x^*\|^2=\|x_k-x^*\|^2-2\alpha\langle\nabla f_{i_k}(x_k),x_k-x^*\rangle
  +\alpha^2\|\nabla f_{i_k}(x_k)\|^2. \tag{1}$$
*/
static struct relation square_of_the_distance(const struct step *s) {
    real inner = 2 * s->alpha * s->sample_inner,
         last = s->alpha * s->alpha * square(s, s->sample);
    return equal(s->next_distance2, s->distance2 - inner + last,
                 distance_size(s, s->next_distance2) + real_abs(inner) + last);
}
CLAIM(line_1_square_of_the_distance, PROOF_LINE,
      WALK(square_of_the_distance, ON(walks)),
      "Equation (1) for the index that was drawn.");
/**
### Line 2. Conditional expectation, and three hypotheses

> Берём условное матожидание по $i_k$ (обозначим $\mathbb E_k[\cdot]=\mathbb
> E[\cdot\mid x_k]$), используем свойство $\mathbb E_k[\nabla
> f_{i_k}(x_k)]=\nabla f(x_k)$, ограниченность дисперсии и выпуклость

Unbiasedness turns the mean of (1) into
$$\mathbb E_k\|x_{k+1}-x^*\|^2=\|x_k-x^*\|^2-2\alpha\langle\nabla f(x_k),x_k-x^*\rangle
  +\alpha^2\,\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2. \tag{2}$$
The left side is a sum over all places to which one step may lead; the right
side takes $\nabla f$ from the objective, not from the oracle.
*/
static struct relation identity_of_the_distance(const struct step *s) {
    real inner = 2 * s->alpha * s->inner,
         last = s->alpha * s->alpha * s->mean_square;
    return equal(s->mean_next_distance2, s->distance2 - inner + last,
                 distance_size(s, s->mean_next_distance2) + real_abs(inner) +
                     last);
}

static struct relation unbiasedness(const struct step *s) {
    real difference2 = {0};
    for (size_t j = 0; j < s->dim; j++) {
        real difference = s->mean_gradient[j] - s->gradient[j];
        difference2 += difference * difference;
    }
    real size = real_sqrt(square(s, s->gradient)) + real_sqrt(s->mean_square);
    return equal(real_sqrt(difference2), (real){0}, size);
}

static void full_identity(const struct expected e[], const struct constants *c,
                          size_t k, double *left, double *right) {
    *left = e[k + 1].distance2;
    *right = e[k].distance2 - 2 * c->alpha * e[k].inner +
             c->alpha * c->alpha * e[k].square;
}
static void line_2_over_all_paths(struct inquiry *q) {
    check_over_all_paths(q, full_identity, EQUAL);
}
CLAIM(line_2_unbiasedness, PROOF_LINE, WALK(unbiasedness, ON(walks)),
      "The oracle is unbiased: $\\mathbb E_k\\nabla f_{i_k}(x_k)=\\nabla "
      "f(x_k)$.");
CLAIM(line_2_identity_of_the_distance, PROOF_LINE,
      WALK(identity_of_the_distance, ON(walks)),
      "Equation (2), its left side as the full sum over all outcomes.");
CLAIM(line_2_identity_over_all_paths, IDENTITY, COMPUTE(line_2_over_all_paths),
      "Equation (2) in full expectation, exactly.");
/**
Convexity: $f$ lies above its tangent at $x_k$, at the point $x^*$ too,
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge f(x_k)-f^*; \tag{3}$$
*/
static struct relation convexity(const struct step *s) {
    real size = real_sqrt(square(s, s->gradient)) *
                (real_sqrt(square(s, s->x)) + real_sqrt(s->distance2));
    return at_least(s->inner, s->gap, size + s->gap);
}
CLAIM(line_2_convexity, PROOF_LINE, WALK(convexity, ON(walks)),
      "Inequality (3): convexity along the path.");
/**
and the second moment is bounded,
$$\mathbb E_k\|\nabla f_{i_k}(x_k)\|^2\le\sigma^2. \tag{4}$$
Along a single path it may exceed its mean over all paths; so in the pathwise
checks $\sigma^2$ is the certified supremum on a ball that no run can leave.
Over all paths it is what the theorem says, $\sup_t\mathbb E\|\nabla
f_{i_t}(x_t)\|^2$.
*/
static struct relation bounded_second_moment(const struct step *s) {
    return at_most(s->mean_square, real_all(s->c->sigma2),
                   s->mean_square + s->c->sigma2);
}
CLAIM(line_2_bounded_second_moment, PROOF_LINE,
      WALK(bounded_second_moment, ON(walks)),
      "Inequality (4), with the certified $\\sigma^2$.");
/**
Together:
$$\mathbb E_k\|x_{k+1}-x^*\|^2\le\|x_k-x^*\|^2-2\alpha\,(f(x_k)-f^*)+\alpha^2\sigma^2. \tag{5}$$
*/
static struct relation expected_approach(const struct step *s) {
    real descent = 2 * s->alpha * s->gap,
         noise = real_all(s->alpha * s->alpha * s->c->sigma2);
    return at_most(s->mean_next_distance2, s->distance2 - descent + noise,
                   distance_size(s, s->mean_next_distance2) + descent + noise);
}
CLAIM(line_2_expected_approach, PROOF_LINE, WALK(expected_approach, ON(walks)),
      "Inequality (5).");
/**
### Line 3. The gap to the left

> Переносим слагаемое с $f(x_k)$ влево и берём полное матожидание

$$2\alpha\,\mathbb E[f(x_k)-f^*]\le\mathbb E\|x_k-x^*\|^2-\mathbb E\|x_{k+1}-x^*\|^2+\alpha^2\sigma^2. \tag{6}$$
Along a path, the last expectation is taken given $x_k$; over all paths, (6) is
checked as it stands.
*/
static struct relation gap_to_the_left(const struct step *s) {
    real noise = real_all(s->alpha * s->alpha * s->c->sigma2),
         left = 2 * s->alpha * s->gap;
    return at_most(left, s->distance2 - s->mean_next_distance2 + noise,
                   left + distance_size(s, s->mean_next_distance2) + noise);
}

static void full_gap_to_the_left(const struct expected e[],
                                 const struct constants *c, size_t k,
                                 double *left, double *right) {
    *left = 2 * c->alpha * e[k].gap;
    *right =
        e[k].distance2 - e[k + 1].distance2 + c->alpha * c->alpha * c->sigma2;
}
static void compute_line_3_over_all_paths(struct inquiry *q) {
    check_over_all_paths(q, full_gap_to_the_left, AT_MOST);
}
CLAIM(line_3_gap_to_the_left, PROOF_LINE, WALK(gap_to_the_left, ON(walks)),
      "Inequality (6), given $x_k$.");
CLAIM(line_3_over_all_paths, PROOF_LINE, COMPUTE(compute_line_3_over_all_paths),
      "Inequality (6) in full expectation, exactly.");
/**
### Line 4. The telescope

> Суммируем (телескопируем) по $t=0,\dots,k-1$

$$\sum_{t=0}^{k-1}2\alpha\,\mathbb E[f(x_t)-f^*]\le\sum_{t=0}^{k-1}\bigl(\mathbb E\|x_t-x^*\|^2-\mathbb E\|x_{t+1}-x^*\|^2\bigr)
  +\sum_{t=0}^{k-1}\alpha^2\sigma^2. \tag{7}$$
Along a path the surprises $\xi_t$ stand on the right, since $\mathbb
E_t\|x_{t+1}-x^*\|^2=\|x_{t+1}-x^*\|^2-\xi_t$. What has been summed up is
carried along from step to step:
*/
struct sums {
    real gaps;       /* sum of 2 alpha (f(x_t) - f*) */
    real approaches; /* sum of ||x_t - x*||^2 - ||x_{t+1} - x*||^2 */
    real surprises;  /* sum of xi_t */
    real size;       /* of all that went into these */
};
_Static_assert(sizeof(struct sums) == MEMORY * sizeof(real),
               "a line's memory holds the sums");

static struct sums *summed(const struct step *s) {
    struct sums *sum = (struct sums *)s->memory;
    sum->gaps += 2 * s->alpha * s->gap;
    sum->approaches += s->distance2 - s->next_distance2;
    sum->surprises += s->next_distance2 - s->mean_next_distance2;
    sum->size += 2 * s->alpha * s->gap +
                 distance_size(s, s->next_distance2 + s->mean_next_distance2) +
                 sum->gaps + real_abs(sum->approaches) +
                 real_abs(sum->surprises);
    return sum;
}

static real noises(const struct step *s) {
    return real_all((double)(s->k + 1) * s->alpha * s->alpha * s->c->sigma2);
}

static struct relation sum_of_line_3(const struct step *s) {
    const struct sums *sum = summed(s);
    return at_most(sum->gaps, sum->approaches + sum->surprises + noises(s),
                   sum->size + noises(s));
}
CLAIM(line_4_sum_of_line_3, PROOF_LINE, WALK(sum_of_line_3, ON(walks)),
      "Inequality (7) along single runs, with their surprises.");
/**
All but the ends of the first sum on the right cancel,
$$\sum_{t=0}^{k-1}\bigl(\|x_t-x^*\|^2-\|x_{t+1}-x^*\|^2\bigr)=\|x_0-x^*\|^2-\|x_k-x^*\|^2, \tag{8}$$
*/
static struct relation telescope(const struct step *s) {
    const struct sums *sum = summed(s);
    real first = real_all(s->c->distance * s->c->distance);
    return equal(sum->approaches, first - s->next_distance2, sum->size + first);
}
CLAIM(line_4_telescope, PROOF_LINE, WALK(telescope, ON(walks)),
      "Equation (8): the telescoping sum.");
/**
and the last distance is dropped. This is where the theorem loses something,
unless the method ends at $x^*$:
$$\sum_{t=0}^{k-1}2\alpha\,\mathbb E[f(x_t)-f^*]\le\|x_0-x^*\|^2+k\,\alpha^2\sigma^2. \tag{9}$$
*/
static struct relation last_distance_dropped(const struct step *s) {
    const struct sums *sum = summed(s);
    real first = real_all(s->c->distance * s->c->distance);
    return at_most(sum->gaps - sum->surprises, first + noises(s),
                   sum->size + first + noises(s));
}

static double gap_sum(const struct expected e[], size_t k) {
    double sum = 0;
    for (size_t t = 0; t <= k; t++) sum += e[t].gap;
    return sum;
}
static void full_telescope(const struct expected e[], const struct constants *c,
                           size_t k, double *left, double *right) {
    double noise = (double)(k + 1) * c->alpha * c->alpha * c->sigma2;
    *left = 2 * c->alpha * gap_sum(e, k);
    *right = c->distance * c->distance - e[k + 1].distance2 + noise;
}
static void compute_line_4_over_all_paths(struct inquiry *q) {
    check_over_all_paths(q, full_telescope, AT_MOST);
}
CLAIM(line_4_last_distance_dropped, PROOF_LINE,
      WALK(last_distance_dropped, ON(walks)),
      "Inequality (9) along single runs, with their surprises.");
/**
Over all paths the sum is compared with the sharper middle of the lecture's
chain, which still has $\mathbb E\|x_k-x^*\|^2$:
*/
CLAIM(line_4_over_all_paths, PROOF_LINE, COMPUTE(compute_line_4_over_all_paths),
      "Inequality (7) with (8), in full expectation, exactly.");
/**
### Line 5. Division

> Делим на $2\alpha k$

$$\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha k}+\frac{\alpha\sigma^2}2. \tag{10}$$
*/
static struct relation division(const struct step *s) {
    const struct sums *sum = summed(s);
    double count = (double)(s->k + 1), scale = 1 / (2 * s->alpha * count);
    real right = real_all(bound(s->c, s->k + 1));
    return at_most(s->gap_average - scale * sum->surprises, right,
                   scale * (sum->size + 2 * s->alpha * count * s->gap_average) +
                       right);
}

static void full_division(const struct expected e[], const struct constants *c,
                          size_t k, double *left, double *right) {
    *left = gap_sum(e, k) / (double)(k + 1);
    *right = bound(c, k + 1);
}
static void compute_line_5_over_all_paths(struct inquiry *q) {
    check_over_all_paths(q, full_division, AT_MOST);
}
CLAIM(line_5_division, PROOF_LINE, WALK(division, ON(walks)),
      "Inequality (10) along single runs, with their surprises.");
CLAIM(line_5_over_all_paths, PROOF_LINE, COMPUTE(compute_line_5_over_all_paths),
      "Inequality (10) in full expectation, exactly.");
/**
### Line 6. Jensen's inequality

> Используя выпуклость $f$ и неравенство Йенсена для усреднённой точки $\bar
> x_k=\frac1k\sum_{t=0}^{k-1}x_t$

$$\mathbb E[f(\bar x_k)]\le\mathbb E\Bigl[\frac1k\sum_{t=0}^{k-1}f(x_t)\Bigr]=\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)],\qquad
  \mathbb E[f(\bar x_k)-f^*]\le\frac1k\sum_{t=0}^{k-1}\mathbb E[f(x_t)-f^*]. \tag{11}$$
It holds on every path, before any expectation. The average is a sum of $k$
numbers, and loses as much by rounding.
*/
static struct relation jensen(const struct step *s) {
    real *size = &s->memory[0];
    *size += s->gap + real_sqrt(s->mean_square * square(s, s->x));
    return at_most(s->average_gap, s->gap_average,
                   s->average_gap + s->gap_average + *size);
}

static void full_jensen(const struct expected e[], const struct constants *c,
                        size_t k, double *left, double *right) {
    (void)c;
    *left = e[k + 1].average_gap;
    *right = gap_sum(e, k) / (double)(k + 1);
}
static void compute_line_6_over_all_paths(struct inquiry *q) {
    check_over_all_paths(q, full_jensen, AT_MOST);
}
CLAIM(line_6_jensen, PROOF_LINE, WALK(jensen, ON(walks)),
      "Inequality (11), on every path.");
CLAIM(line_6_over_all_paths, PROOF_LINE, COMPUTE(compute_line_6_over_all_paths),
      "Inequality (11) in full expectation, exactly.");
/**
### Line 7. Together

> Объединяя (5) и (6), получаем искомую оценку

From (10) and (11), $\mathbb E[f(\bar x_k)-f^*]\le\frac{\|x_0-x^*\|^2}{2\alpha
k}+\frac{\alpha\sigma^2}2$. $\blacksquare$
*/
static struct relation together(const struct step *s) {
    const struct sums *sum = summed(s);
    double count = (double)(s->k + 1), scale = 1 / (2 * s->alpha * count);
    real right = real_all(bound(s->c, s->k + 1));
    return at_most(s->average_gap - scale * sum->surprises, right,
                   scale * (sum->size + 2 * s->alpha * count * s->average_gap) +
                       right);
}
CLAIM(line_7_together, PROOF_LINE, WALK(together, ON(walks)),
      "The bound along single runs, with their surprises.");
/**
## The corollary: a step for a given number of iterations

$\frac{R^2}{2\alpha k}+\frac{\alpha\sigma^2}2$ with $R=\|x_0-x^*\|$ is a convex
function of $\alpha$, and least where both terms are equal:
$$\min_{\alpha>0}\Bigl(\frac{R^2}{2\alpha k}+\frac{\alpha\sigma^2}2\Bigr)=\frac{R\sigma}{\sqrt k}\quad\text{at}\quad
  \alpha=\frac R{\sigma\sqrt k}. \tag{12}$$
The first claim puts that step into the bound; the second one takes steps up to
1024 times as long and as short, and none does better.
*/
static double corollary(const struct constants *c, size_t k) {
    return c->distance * sqrt(c->sigma2) / sqrt((double)k);
}

/* The bound with the step 2^power R/(sigma sqrt k), against the corollary, for some R and sigma. */
static void bound_at_step(struct inquiry *q, int power, enum sign sign) {
    for (size_t k = 1; k <= 1000000; k *= 10) {
        struct constants c = {.distance = 3, .sigma2 = 7};
        c.alpha = ldexp(c.distance / sqrt(c.sigma2 * (double)k), power);
        double value = bound(&c, k);
        inquiry_exact(q, "", "", k, value, 16 * DBL_EPSILON * value, sign,
                      corollary(&c, k));
    }
}
static void best_step(struct inquiry *q) {
    bound_at_step(q, 0, EQUAL);
}
static void other_steps(struct inquiry *q) {
    for (int power = -10; power <= 10; power++)
        bound_at_step(q, power, AT_LEAST);
}
CLAIM(corollary_is_the_bound_at_the_best_step, IDENTITY, COMPUTE(best_step),
      "Equation (12): with $\\alpha=\\frac R{\\sigma\\sqrt k}$ the bound is "
      "$\\frac{R\\sigma}{\\sqrt k}$, for "
      "$k$ up to "
      "$10^6$.");
CLAIM(corollary_no_other_step_is_better, PROOF_LINE, COMPUTE(other_steps),
      "Equation (12): with steps $2^{-10},\\dots,2^{10}$ times as long the "
      "bound is not below "
      "$\\frac{R\\sigma}{\\sqrt k}$.");
/**
Nobody knows $\sigma$ beforehand, but a Lipschitz constant will do: if no
$\nabla f_i$ is longer than $c$, then $\sigma=c$ is a valid choice. So it is on
the problems without smoothness. Each $k$ is a run of its own, with its own
step:
*/
static double best_for_steps(const struct constants *c, size_t steps) {
    return c->distance / (c->lipschitz * sqrt((double)steps));
}

static double corollary_for(const struct problem *p, size_t k) {
    struct constants c = constants_of(p, 1);
    c.sigma2 = c.lipschitz * c.lipschitz;
    return corollary(&c, k);
}

static const size_t lengths[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

/* The gap of the average after k steps, along the only path of a problem without noise. */
static bool corollary_along_the_path(struct inquiry *q, struct problem *p,
                                     size_t k, enum sign sign) {
    struct constants c = constants_of(p, 1);
    struct settings settings = {.alpha = best_for_steps(&c, k)};
    struct series s;
    q->trouble = all_paths.compute(p, &method_sgd, &settings, k, &s);
    if (!q->trouble) {
        double limit = corollary_for(p, k),
               error = s.average_error[k] + 8 * DBL_EPSILON * limit;
        inquiry_exact(q, p->id, "sgd", k, s.average_gap[k], error, sign, limit);
        series_free(&s);
    }
    problem_free(p);
    return !q->trouble;
}

static void corollary_on_absolute_value(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(lengths); i++)
        if (!corollary_along_the_path(q, absolute_value(), lengths[i], AT_MOST))
            return;
}

/* From seeded runs, each length with random numbers of its own. */
enum { SAMPLED_RUNS = 16384 };

static void corollary_from_runs(struct inquiry *q, struct problem *p) {
    for (size_t i = 0; i < COUNT(lengths) && !q->interrupted; i++) {
        size_t k = lengths[i];
        struct constants c = constants_of(p, 1);
        struct settings settings = {.alpha = best_for_steps(&c, k)};
        struct measured m = {0};
        struct runs runs = {.problem = p,
                            .method = &method_sgd,
                            .settings = &settings,
                            .checkpoints = &k,
                            .checkpoint_count = 1,
                            .average = true,
                            .envelope = p->envelope(p, settings.alpha, k),
                            .seed = q->options->seed,
                            .claim = q->stream + i,
                            .count =
                                (size_t)ceil(SAMPLED_RUNS * q->options->effort),
                            .interrupted = q->options->interrupted};
        if (runs_measure(&runs, &m)) {
            struct interval limits = interval_of_mean(
                &m.average_gap, runs.envelope.gap, q->options->delta);
            bool broken = m.gap.broken || m.average_gap.broken;
            inquiry_add(q, (struct finding){
                               .problem = p->id,
                               .method = "sgd",
                               .k = k,
                               .runs = m.average_gap.count,
                               .estimate = broken ? NAN : m.average_gap.mean,
                               .lower = broken ? NAN : limits.lower,
                               .upper = broken ? NAN : limits.upper,
                               .bound = corollary_for(p, k),
                               .sign = AT_MOST});
        } else {
            q->interrupted = true;
        }
    }
    problem_free(p);
}
static void corollary_on_hinge_loss(struct inquiry *q) {
    corollary_from_runs(q, hinge_loss());
}
static void corollary_on_absolute_deviations(struct inquiry *q) {
    corollary_from_runs(q, absolute_deviations());
}
CLAIM(corollary_absolute_value, SHARPNESS, COMPUTE(corollary_on_absolute_value),
      "The corollary on the absolute value, a run for each $k$.");
CLAIM(corollary_hinge_loss, SHARPNESS,
      COMPUTE(corollary_on_hinge_loss, .limits = 2 * COUNT(lengths)),
      "The corollary on the hinge loss, runs of their own for each $k$.");
CLAIM(corollary_absolute_deviations, SHARPNESS,
      COMPUTE(corollary_on_absolute_deviations, .limits = 2 * COUNT(lengths)),
      "The corollary on least absolute deviations, runs of their own for each "
      "$k$.");
/**
## How sharp it is

**For every $k$, the bound is attained.** Let $f(x)=c|x|$ without noise, so
$\sigma=c$, and start at $x_0=R=\alpha ck$. The method walks straight to 0 and
arrives there after just $k$ steps. Nothing is lost: (3) is an equality because
$f$ is linear on the way, (4) because there is no noise, (9) because $x_k=x^*$,
and Jensen's inequality because all $x_t$ lie on one side of the kink:
$$f(\bar x_k)=\frac ck\sum_{t=0}^{k-1}\alpha c\,(k-t)=\frac{\alpha c^2(k+1)}2=\frac{R^2}{2\alpha k}+\frac{\alpha\sigma^2}2. \tag{13}$$
*/
static double walk_to_the_minimum(const struct constants *c, size_t steps) {
    return c->distance / (c->lipschitz * (double)steps);
}

/* From the longest to the shortest: a curve of the ledger ends where k starts anew. */
static const struct setting arriving[] = {
    {absolute_value,
     &method_sgd,
     {.chosen = walk_to_the_minimum},
     .first = 1000,
     .steps = 1000,
     .by = &all_paths},
    {absolute_value,
     &method_sgd,
     {.chosen = walk_to_the_minimum},
     .first = 50,
     .steps = 50,
     .by = &all_paths},
    {absolute_value,
     &method_sgd,
     {.chosen = walk_to_the_minimum},
     .first = 5,
     .steps = 5,
     .by = &all_paths},
    {absolute_value,
     &method_sgd,
     {.chosen = walk_to_the_minimum},
     .first = 2,
     .steps = 2,
     .by = &all_paths},
    {absolute_value,
     &method_sgd,
     {.chosen = walk_to_the_minimum},
     .first = 1,
     .steps = 1,
     .by = &all_paths},
};

static double closed_form(const struct constants *c, size_t k) {
    return c->alpha * c->lipschitz * c->lipschitz * ((double)k + 1) / 2;
}

CLAIM(attained_closed_form, IDENTITY,
      MEAN(closed_form, ON(arriving), .sign = EQUAL, .average = true),
      "Equation (13): the gap of the average is $\\alpha c^2(k+1)/2$, for "
      "$k=1,2,5,50,1000$.");
CLAIM(attained_for_every_k, IDENTITY,
      MEAN(bound, ON(arriving), .sign = EQUAL, .average = true),
      "Equation (13): the gap of the average *equals* the bound, for "
      "$k=1,2,5,50,1000$.");
CLAIM(attained_fails_at_0_95, CONTROL,
      MEAN(bound, ON(arriving), .times = 0.95, .average = true),
      "0.95 of the bound is beaten.");
/**
With a fixed step the floor is attained as well: at the kink the oracle answers
$-c$, the run jumps between 0 and $\alpha c$ for ever, and whenever it is at 0,
the gap of the average is the bound again.
*/
CLAIM(attained_again_with_a_fixed_step, IDENTITY,
      MEAN(bound,
           AT(absolute_value, &method_sgd, {.alpha = 1.0 / 64}, .first = 1000,
              .steps = 1000, .by = &all_paths),
           .sign = EQUAL, .average = true),
      "With $\\alpha=1/64$, fixed, the gap of the average at $k=1000$ *equals* "
      "the bound.");
/**
**The corollary is attained too**, in as many dimensions as there are steps. Let
$f(x)=c\max_j|x_j|$ on $\mathbb R^k$, start at $x_0=\frac R{\sqrt
k}(1,\dots,1)$, and let the oracle name the first largest coordinate. The step
$\alpha=\frac R{c\sqrt k}$ takes one coordinate after another to 0. As long as
one is left, $f(x_t)=\frac{cR}{\sqrt k}$; the coordinate that is taken last has
never moved before, so $f(\bar x_k)=\frac{cR}{\sqrt k}$ as well, which *is* the
corollary. (On the line it is not attained: $c|x|$ gets there early and stays
near the minimum.)
*/
static void compute_corollary_attained(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(lengths) && lengths[i] <= 500; i++)
        if (!corollary_along_the_path(q, max_norm_of(lengths[i]), lengths[i],
                                      EQUAL))
            return;
}

static double corollary_moved_exponent(const struct constants *c, size_t k) {
    return corollary(c, k) * pow((double)k, -0.2);
}

CLAIM(corollary_attained, IDENTITY, COMPUTE(compute_corollary_attained),
      "On the maximum norm in $k$ dimensions the gap of the average *equals* "
      "$\\frac{R\\sigma}{\\sqrt k}$.");
CLAIM(corollary_fails_at_0_95, CONTROL,
      MEAN(corollary,
           AT(max_norm, &method_sgd, {.chosen = best_for_steps}, .first = 64,
              .steps = 64, .by = &all_paths),
           .times = 0.95, .average = true),
      "0.95 of the corollary is beaten.");
CLAIM(corollary_fails_at_exponent_0_7, CONTROL,
      MEAN(corollary_moved_exponent,
           AT(max_norm, &method_sgd, {.chosen = best_for_steps}, .first = 64,
              .steps = 64, .by = &all_paths),
           .average = true),
      "$R\\sigma/k^{0.7}$ is beaten.");
/**
@figure ratio Estimate over bound on all problems: 1 means attained

**Two ways to the same average.** Averages of quadratics come from a recursion
of second moments, other exact ones from all paths. On two signs both are
possible:
*/
static void compute_averages_two_ways(struct inquiry *q) {
    struct problem *p = two_signs();
    p->x_0[0] = 1.5; /* so that the transient is compared as well */
    struct settings settings = {.alpha = 0.3};
    struct series paths, moments;
    q->trouble = all_paths.compute(p, &method_sgd, &settings, 14, &paths);
    if (!q->trouble) {
        q->trouble = second_moment_recursion.compute(p, &method_sgd, &settings,
                                                     14, &moments);
        for (size_t k = 0; !q->trouble && k <= 14; k++)
            inquiry_exact(q, "two_signs", "sgd", k, moments.average_gap[k],
                          moments.average_error[k] + paths.average_error[k],
                          EQUAL, paths.average_gap[k]);
        if (!q->trouble) series_free(&moments);
        series_free(&paths);
    }
    problem_free(p);
}
CLAIM(averages_two_ways, IDENTITY, COMPUTE(compute_averages_two_ways),
      "On two signs all paths and the recursion of second moments give the "
      "same $\\mathbb E f(\\bar x_k)$.");
/**
## What breaks

**The last iterate in place of the average.** On $c|x|$ with $\alpha=R/9.9$ the
method ends up jumping between $0.9\alpha c$ and $-0.1\alpha c$. After an odd
number of steps $f(x_k)=0.9\,\alpha c^2$, while the bound tends to $\alpha
c^2/2$. The average of the two has a gap of $0.4\,\alpha c^2$.
*/
CLAIM(control_last_iterate, CONTROL,
      MEAN(bound, AT(absolute_value, &method_sgd, {.alpha = 1 / 9.9},
                     .first = 9999, .steps = 9999, .by = &all_paths)),
      "At the last iterate the bound is beaten.");
/**
**No convexity.** $\frac14(x^2-1)^2+\frac x5$ from $x_0=1$ with $\alpha=0.05$:
gradient descent settles in the well where it starts, and the deeper one is on
the other side. The gap stays at $0.398$, the "bound" is down to $0.045$ at
$k=1000$.
*/
CLAIM(control_no_convexity, CONTROL,
      MEAN(bound,
           AT(double_well, &method_sgd, {.alpha = 0.05}, .first = 1000,
              .steps = 1000, .by = &all_paths),
           .average = true),
      "Without convexity the bound is beaten.");
/**
**Variance in place of the second moment.** There is no noise in (13), so its
variance is 0. A bound with $\sigma^2=0$ is short by $\alpha c^2/2$, for every
$k$.

@erratum control_variance_for_second_moment The condition is called a bounded
    variance («дисперсия»), but it bounds the second moment, and with the
    variance the theorem is false.
*/
static double bound_with_variance(const struct constants *c, size_t k) {
    struct constants misread = *c;
    misread.sigma2 = c->noise * c->noise;
    return bound(&misread, k);
}
CLAIM(control_variance_for_second_moment, CONTROL,
      MEAN(bound_with_variance, ON(arriving), .average = true),
      "With $\\sigma^2$ read as the variance the bound is beaten.");
/**
**A biased oracle.** $g=\mu x+b$ from $x_0=x^*=0$ moves towards $-b/\mu$, where
the gap is $\frac{b^2}{2\mu}=0.125$. The bound is $\alpha b^2/2=0.0125$ for
$\alpha=0.1$.
*/
CLAIM(control_biased_oracle, CONTROL,
      MEAN(bound,
           AT(biased_parabola, &method_sgd, {.alpha = 0.1}, .first = 1000,
              .steps = 1000, .by = &all_paths),
           .average = true),
      "With a biased oracle the bound is beaten.");
/**
**A step for another $k$.** The corollary's step depends on $k$ («зависящего от
$k$»). Take the one for $k=50$ and run on to $k=1000$: the average stops
improving at the floor of that step, and $\frac{R\sigma}{\sqrt k}$ is beaten.
*/
static double best_for_50_steps(const struct constants *c, size_t steps) {
    (void)steps;
    return best_for_steps(c, 50);
}

CLAIM(control_step_for_another_k, CONTROL,
      MEAN(corollary,
           AT(absolute_value, &method_sgd, {.chosen = best_for_50_steps},
              .first = 1000, .steps = 1000, .by = &all_paths),
           .average = true),
      "With the step for $k=50$ the corollary is beaten at $k=1000$.");

static const struct claim *const claims[] = {
    bound_logistic_longer_step,
    bound_logistic_shorter_step,
    bound_ridge_longer_step,
    bound_ridge_shorter_step,
    bound_least_squares_longer_step,
    bound_least_squares_shorter_step,
    bound_two_signs_longer_step,
    bound_two_signs_shorter_step,
    bound_absolute_value_longer_step,
    bound_absolute_value_shorter_step,
    bound_max_norm_longer_step,
    bound_max_norm_shorter_step,
    bound_hinge_loss_longer_step,
    bound_hinge_loss_shorter_step,
    bound_absolute_deviations_longer_step,
    bound_absolute_deviations_shorter_step,
    holds_while_diverging,
    line_1_square_of_the_distance,
    line_2_unbiasedness,
    line_2_identity_of_the_distance,
    line_2_identity_over_all_paths,
    line_2_convexity,
    line_2_bounded_second_moment,
    line_2_expected_approach,
    line_3_gap_to_the_left,
    line_3_over_all_paths,
    line_4_sum_of_line_3,
    line_4_telescope,
    line_4_last_distance_dropped,
    line_4_over_all_paths,
    line_5_division,
    line_5_over_all_paths,
    line_6_jensen,
    line_6_over_all_paths,
    line_7_together,
    corollary_is_the_bound_at_the_best_step,
    corollary_no_other_step_is_better,
    corollary_absolute_value,
    corollary_hinge_loss,
    corollary_absolute_deviations,
    attained_closed_form,
    attained_for_every_k,
    attained_fails_at_0_95,
    attained_again_with_a_fixed_step,
    corollary_attained,
    corollary_fails_at_0_95,
    corollary_fails_at_exponent_0_7,
    averages_two_ways,
    control_last_iterate,
    control_no_convexity,
    control_variance_for_second_moment,
    control_biased_oracle,
    control_step_for_another_k};

static const struct term terms[] = {
    {.name = {"start", "начало"}, .at = start_term},
    {.name = {"floor", "шумовой порог"}, .at = floor_term},
};

static const struct drawing drawings[] = {
    {.name = "corollary",
     .title = {"The best step for each k", "Лучший шаг для каждого k"},
     .x = {"number of iterations {/:Italic k}, known beforehand",
           "число итераций {/:Italic k}, известное заранее"},
     .y = {"E[{/:Italic f}(average) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}(среднее) − {/:Italic f}^{ *}]"},
     .bounds = true,
     .curves = {{.claim = "corollary_attained",
                 .name = {"maximum norm in R^k", "максимум-норма в R^k"}},
                {.claim = "corollary_absolute_value"},
                {.claim = "corollary_hinge_loss"},
                {.claim = "corollary_absolute_deviations"}}},
};

const struct theorem theorem_convex_constant_step = {
    .id = "convex_constant_step",
    .title = {"SGD with a constant step on a convex function",
              "SGD с постоянным шагом на выпуклой функции"},
    .source = "Гладкий выпуклый случай с постоянным шагом",
    .objection = objection,
    .terms = terms,
    .term_count = COUNT(terms),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## References

- N. Z. Shor, *Minimization methods for non-differentiable functions*, Springer
  1985: the distance to the minimiser as the measure of progress.
- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004,
  section 3.2.1: the maximum of coordinates as the worst function for
  subgradients.
- A. Nemirovski, A. Juditsky, G. Lan, A. Shapiro, *Robust stochastic
  approximation approach to stochastic programming*, SIAM Journal on
  Optimization 19 (2009), section 2.2: this theorem with its averaged iterate.
*/
