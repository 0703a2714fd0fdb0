/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# The stochastic gradient is unbiased, and n times cheaper

The lecture begins with a finite sum, $f(x)=\frac1n\sum_{i=1}^nf_i(x)$, and with
two methods (slide «Задача с конечной суммой»):

> $$x_{k+1}=x_k-\frac{\alpha_k}n\sum_{i=1}^n\nabla f_i(x)\quad\text{(GD)}\qquad\qquad
>   x_{k+1}=x_k-\alpha_k\nabla f_{i_k}(x_k)\quad\text{(SGD)}$$
>
> С $p(i_k=i)=\frac1n$, стохастический градиент является несмещенной оценкой
> градиента, которая задается следующим образом:
> $$\mathbb E[\nabla f_{i_k}(x)]=\sum_{i=1}^np(i_k=i)\nabla f_i(x)=\sum_{i=1}^n\frac1n\nabla f_i(x)
>   =\frac1n\sum_{i=1}^n\nabla f_i(x)=\nabla f(x)$$

In words: an index drawn uniformly makes the gradient of its component right on
average, at *every* point $x$, whatever the components are. And the price of an
iteration falls from $n$ component gradients to one.

## What it needs

- $f$ is a finite sum of differentiable components. No convexity, no smoothness,
  no bound on anything.
- The index is uniform, and drawn independently of $x_k$.

The formulas are tried on every problem here, now and later, that is a sum of
several components with a uniform index.
*/
/**ru 562429016
# Стохастический градиент не смещён и в n раз дешевле

Лекция начинается с конечной суммы, $f(x)=\frac1n\sum_{i=1}^nf_i(x)$, и с двух
методов (слайд «Задача с конечной суммой»):

> $$x_{k+1}=x_k-\frac{\alpha_k}n\sum_{i=1}^n\nabla f_i(x)\quad\text{(GD)}\qquad\qquad
>   x_{k+1}=x_k-\alpha_k\nabla f_{i_k}(x_k)\quad\text{(SGD)}$$
>
> С $p(i_k=i)=\frac1n$, стохастический градиент является несмещенной оценкой
> градиента, которая задается следующим образом:
> $$\mathbb E[\nabla f_{i_k}(x)]=\sum_{i=1}^np(i_k=i)\nabla f_i(x)=\sum_{i=1}^n\frac1n\nabla f_i(x)
>   =\frac1n\sum_{i=1}^n\nabla f_i(x)=\nabla f(x)$$

Иначе говоря, если индекс выбран равномерно, то градиент соответствующего
слагаемого верен в среднем в *каждой* точке $x$, каковы бы ни были слагаемые. А
стоимость итерации падает с $n$ градиентов слагаемых до одного.

## Что нужно {#what-it-needs}

- Функция $f$ — конечная сумма дифференцируемых слагаемых. Ни выпуклости, ни
  гладкости, ни каких-либо ограничений не нужно.
- Индекс распределён равномерно и выбирается независимо от $x_k$.

Формулы проверяются на каждой задаче этой программы, нынешней или будущей,
которая является суммой нескольких слагаемых с равномерным индексом.
*/
#include <gsl/gsl_randist.h>

#include "catalogue.h"
#include "shared/steps.h"
#include "theorem.h"

/* In its one way of going wrong that no other hypothesis speaks of. */
static bool is_mean(const struct premises *p) {
    return p->problem->weight || !(p->problem->lacks & LACKS_UNBIASEDNESS);
}
/* The probability of outcome i where all coordinates of x are so far from x*. */
static double probability(const struct problem *p, double shift, size_t i) {
    real *x = allocate(p->dim, sizeof *x);
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_star[j] + shift);
    double weight = outcome_weight(p, x, whole_all(i))[0];
    free(x);
    return weight;
}
/* On either side of x* the probabilities are the same, ... */
static bool is_independent(const struct premises *p) {
    for (size_t i = 0; i < p->problem->components; i++)
        if (probability(p->problem, -1, i) != probability(p->problem, 1, i))
            return false;
    return true;
}
/* ... and their mean is 1/n. */
static bool is_uniform(const struct premises *p) {
    double n = (double)p->problem->components;
    for (size_t i = 0; i < p->problem->components; i++) {
        double sum = probability(p->problem, -1, i);
        sum += probability(p->problem, 1, i);
        if (fabs(n * sum - 2) > 1e-9) return false;
    }
    return true;
}
HYPOTHESIS(finite_sum, "f is the mean of differentiable components",
           "f — среднее дифференцируемых слагаемых", is_mean);
HYPOTHESIS(uniform_index, "each index comes with probability 1/n",
           "каждый индекс выпадает с вероятностью 1/n", is_uniform);
HYPOTHESIS(independent_index, "the index does not depend on x_k",
           "индекс не зависит от x_k", is_independent);
static const struct hypothesis *const hypotheses[] = {finite_sum, uniform_index,
                                                      independent_index};

typedef struct problem *maker(void);

/* The four expressions between the lecture's signs of equality, in order. */
enum expression { BY_PROBABILITIES, BY_SHARES, BY_MEAN, BY_FORMULA };

/* What is checked on each finite sum, and for an equality between what. */
struct check {
    void (*on)(struct inquiry *, maker *);
    enum expression left, right;
    struct problem *(*change)(struct problem *); /* it holds of the result */
};

/* Of all of them together, at most: for numbers of limits. */
enum { COMPONENTS_MAX = 16384 };

static void on_finite_sums(struct inquiry *q) {
    const struct check *check = q->with;
    size_t components = 0;
    for (size_t i = 0; i < catalogue.problem_count; i++) {
        struct problem *p = catalogue.problems[i]();
        bool uniform =
            !p->weight && !p->draw && !(p->lacks & LACKS_UNBIASEDNESS);
        if (uniform && p->components > 1) {
            check->on(q, catalogue.problems[i]);
            components += p->components;
        }
        problem_free(p);
    }
    if (components > COMPONENTS_MAX) q->trouble = "COMPONENTS_MAX is too small";
}

/**
## The chain of equalities

Each sign of equality is checked at a thousand random points of a ball around
the minimiser that holds $x_0$. Both sides are computed as the formula says.
What is reported is the point at which they lie farthest apart, in multiples of
the rounding error that is possible there. Where all components have gradient 0
there is nothing to compare, and the point does not count.
*/
/**ru 4034064626
## Цепочка равенств

Каждый знак равенства проверяется в тысяче случайных точек шара с центром в
точке минимума, который содержит $x_0$. Обе стороны вычисляются так, как
написано в формуле. В таблицу попадает точка, где они расходятся сильнее всего,
если мерить расхождение возможной там ошибкой округления. Там, где градиенты
всех слагаемых равны 0, сравнивать нечего, и точка не учитывается.
*/
/* The expression, and the sum of the absolute values of its terms. */
static void evaluate(enum expression e, const struct problem *p, const real x[],
                     real vector[], real size[]) {
    double n = (double)p->components;
    real *g = allocate(p->dim, sizeof *g), terms = {0};
    memset(vector, 0, p->dim * sizeof *vector);
    memset(size, 0, p->dim * sizeof *size);
    for (size_t i = 0; i < p->components && e != BY_FORMULA; i++) {
        real weight = real_all(e == BY_SHARES ? 1 / n : 1);
        if (e == BY_PROBABILITIES) weight = outcome_weight(p, x, whole_all(i));
        p->component(p, x, whole_all(i), g);
        for (size_t j = 0; j < p->dim; j++) {
            real term = weight * g[j];
            vector[j] += term;
            size[j] += real_abs(term);
        }
    }
    free(g);
    for (size_t j = 0; j < p->dim && e == BY_MEAN; j++) {
        vector[j] /= n;
        size[j] /= n;
    }
    if (e != BY_FORMULA) return;
    /* Its terms may cancel, as Hx - Hx* does near x*, so that they are larger
     * than what they add up to: by L (||x|| + ||x*||) at most. */
    p->value(p, x, vector);
    for (size_t j = 0; j < p->dim && isfinite(p->L); j++)
        terms += p->L * (real_abs(x[j]) + fabs(p->x_star[j]));
    for (size_t j = 0; j < p->dim; j++) size[j] = real_abs(vector[j]) + terms;
}

/* ||left - right|| at the point where it is largest beside its allowance. */
static void compare(struct inquiry *q, maker *make) {
    const struct check *e = q->with;
    struct problem *p = e->change ? e->change(make()) : make();
    uint64_t name = pcg_name(0, p->id);
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_of_run(inquiry_seed(q), q->stream, name));
    double roundings = p->roundings + 2 * (double)p->components + 16,
           unit = roundings * DBL_EPSILON / 2,
           *direction = allocate(p->dim, sizeof *direction),
           radius = 2 * problem_distance(p) + 1;
    real *x = allocate(5 * p->dim, sizeof *x), *a = x + p->dim, *b = a + p->dim,
         *a_size = b + p->dim, *b_size = a_size + p->dim;
    struct nearest farthest = {.sign = EQUAL, .in_errors = true};
    for (size_t group = 0; group < 1024 / LANES; group++) {
        real apart = {0}, size = {0};
        for (unsigned l = 0; l < LANES; l++) {
            gsl_ran_dir_nd(rng, p->dim, direction);
            double length = radius * gsl_rng_uniform(rng);
            for (size_t j = 0; j < p->dim; j++)
                x[j][l] = p->x_star[j] + length * direction[j];
        }
        evaluate(e->left, p, x, a, a_size);
        evaluate(e->right, p, x, b, b_size);
        for (size_t j = 0; j < p->dim; j++) {
            apart += (a[j] - b[j]) * (a[j] - b[j]);
            size += (a_size[j] + b_size[j]) * (a_size[j] + b_size[j]);
        }
        for (unsigned l = 0; l < LANES; l++)
            if (size[l] != 0)
                nearest_take(&farthest, p->components, sqrt(apart[l]), 0,
                             unit * sqrt(size[l]));
    }
    gsl_rng_free(rng);
    free(direction);
    free(x);
    inquiry_nearest(q, p->id, "sgd", &farthest);
    problem_free(p);
}

/**
### Line 1. The expectation is a sum over the indices

$$\mathbb E[\nabla f_{i_k}(x)]=\sum_{i=1}^np(i_k=i)\,\nabla f_i(x). \tag{1}$$
This is what an expectation means. So that there is something to check, its left
side is measured: the oracle draws its index a million times at $x_0$, as in a
run, and the sum on the right must lie in the interval of the mean, in every
coordinate. There each $\nabla f_i(x_0)$ lies between the least and the largest
of the $n$, which is the range that the interval needs; both sides are counted
from the least, so that none is 0 by accident.
*/
/**ru 2904861807
### Строка 1. Математическое ожидание — сумма по индексам

$$\mathbb E[\nabla f_{i_k}(x)]=\sum_{i=1}^np(i_k=i)\,\nabla f_i(x). \tag{1}$$
Это определение математического ожидания. Чтобы было что проверять, левая часть
измеряется: оракул миллион раз разыгрывает индекс в точке $x_0$, как в запуске,
и сумма справа должна попасть в доверительный интервал среднего по каждой
координате. Каждый $\nabla f_i(x_0)$ лежит там между наименьшим и наибольшим из
$n$, и это тот размах, который нужен для интервала; обе стороны отсчитываются от
наименьшего, чтобы ни одна не оказалась случайно равной 0.
*/
enum { DRAWS = 1 << 16 /* in each lane */, COORDINATES_MAX = 512 };

static void draw_gradients(struct inquiry *q, maker *make) {
    struct problem *p = make();
    real *x = allocate(8 * p->dim, sizeof *x), *g = x + p->dim,
         *least = g + p->dim, *most = least + p->dim, *mean = most + p->dim,
         *size = mean + p->dim, *sum = size + p->dim, *square = sum + p->dim;
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_0[j]);
    evaluate(BY_PROBABILITIES, p, x, mean, size);
    for (size_t i = 0; i < p->components; i++) {
        p->component(p, x, whole_all(i), g);
        for (size_t j = 0; j < p->dim; j++) {
            least[j] = i ? -real_max(-least[j], -g[j]) : g[j];
            most[j] = i ? real_max(most[j], g[j]) : g[j];
        }
    }
    /* Samples count from their least value. */
    struct pcg_lanes random = inquiry_lanes(q, pcg_name(0, p->id));
    uint64_t surplus = pcg_surplus(p->components);
    for (size_t d = 0; d < DRAWS; d++) {
        p->component(p, x, outcome_drawn(p, x, &random, surplus), g);
        for (size_t j = 0; j < p->dim; j++) {
            real sample = g[j] - least[j];
            sum[j] += sample;
            square[j] += sample * sample;
        }
    }
    for (size_t j = 0; j < p->dim; j++) {
        struct moments m = {0};
        for (unsigned l = 0; l < LANES; l++) {
            double lane_mean = sum[j][l] / DRAWS,
                   deviations = square[j][l] - sum[j][l] * lane_mean;
            struct moments lane = {DRAWS, 0, lane_mean, larger(0, deviations)};
            m = moments_merged(m, lane);
        }
        struct interval i =
            interval_of_mean(&m, most[j][0] - least[j][0], q->options->delta);
        inquiry_measured(q, p->id, "sgd", j + 1, &m, i, EQUAL,
                         mean[j][0] - least[j][0]);
    }
    if (q->count > COORDINATES_MAX) q->trouble = "COORDINATES_MAX is too small";
    free(x);
    problem_free(p);
}
static const struct check line_1 = {.on = draw_gradients};
CLAIM(line_1_expectation_is_a_sum, PROOF_LINE,
      COMPUTE(on_finite_sums, &line_1, .limits = 2 * COORDINATES_MAX),
      "Equation (1), the left side drawn, in each coordinate.",
      "Равенство (1), левая часть разыграна, по каждой координате.");
/**
### Line 2. The index is uniform

$$p(i_k=i)=\frac1n,\qquad\text{so}\qquad\sum_{i=1}^np(i_k=i)\,\nabla f_i(x)=\sum_{i=1}^n\frac1n\nabla f_i(x). \tag{2}$$
The first half is a statement about the random numbers. On the logistic
regression with its 200 components each index must come with a frequency whose
interval contains $\frac1{200}$, in sixteen million draws. And on every finite
sum the oracle's own draws at $x_0$ are counted, $2^{16}$ for each component;
the index whose frequency is farthest from $\frac1n$ is reported.
*/
/**ru 90805532
### Строка 2. Индекс распределён равномерно

$$p(i_k=i)=\frac1n,\qquad\text{откуда}\qquad\sum_{i=1}^np(i_k=i)\,\nabla f_i(x)=\sum_{i=1}^n\frac1n\nabla f_i(x). \tag{2}$$
Первая половина — утверждение о случайных числах. На логистической регрессии с
её 200 слагаемыми каждый индекс должен за шестнадцать миллионов розыгрышей
выпасть с частотой, доверительный интервал которой содержит $\frac1{200}$. А на
каждой конечной сумме подсчитываются розыгрыши самого оракула в точке $x_0$, по
$2^{16}$ на слагаемое; в таблицу попадает индекс, частота которого дальше всего
от $\frac1n$.
*/
enum { INDICES = 200, INDEX_DRAWS = 1 << 24 };
static void index_is_uniform(struct inquiry *q) {
    size_t drawn[INDICES] = {0};
    struct pcg_lanes random = inquiry_lanes(q, 0);
    uint64_t surplus = pcg_surplus(INDICES);
    for (size_t d = 0; d < INDEX_DRAWS / LANES; d++) {
        whole index = pcg_lanes_below(&random, INDICES, surplus);
        for (unsigned l = 0; l < LANES; l++) drawn[index[l]]++;
    }
    for (size_t i = 0; i < INDICES; i++)
        inquiry_share(q, "logistic", "sgd", i + 1, drawn[i], INDEX_DRAWS, EQUAL,
                      1.0 / INDICES);
}
CLAIM(line_2_index_is_uniform, PROOF_LINE,
      COMPUTE(index_is_uniform, .limits = 2 * INDICES),
      "Each of 200 indices is drawn with frequency $\\frac1{200}$.",
      "Каждый из 200 индексов выпадает с частотой $\\frac1{200}$.");

static void count_draws(struct inquiry *q, maker *make) {
    struct problem *p = make();
    size_t n = p->components, draws = n << 16, farthest = 0;
    size_t *drawn = allocate(n, sizeof *drawn);
    real *x = allocate(p->dim, sizeof *x);
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_0[j]);
    struct pcg_lanes random = inquiry_lanes(q, pcg_name(0, p->id));
    uint64_t surplus = pcg_surplus(n);
    for (size_t d = 0; d < draws / LANES; d++) {
        whole index = outcome_drawn(p, x, &random, surplus);
        for (unsigned l = 0; l < LANES; l++) drawn[index[l]]++;
    }
    double share = 1 / (double)n, total = (double)draws;
    for (size_t i = 0; i < n; i++)
        if (fabs((double)drawn[i] / total - share) >
            fabs((double)drawn[farthest] / total - share))
            farthest = i;
    inquiry_share(q, p->id, "sgd", farthest + 1, drawn[farthest], draws, EQUAL,
                  share);
    free(x);
    free(drawn);
    problem_free(p);
}
static const struct check line_2 = {.on = count_draws};
CLAIM(line_2_probabilities_are_shares, PROOF_LINE,
      COMPUTE(on_finite_sums, &line_2, .limits = 2 * COMPONENTS_MAX),
      "On every finite sum each index is drawn with frequency $\\frac1n$.",
      "На каждой конечной сумме каждый индекс выпадает с частотой $\\frac1n$.");
/**
### Line 3. The factor moves out

$$\sum_{i=1}^n\frac1n\nabla f_i(x)=\frac1n\sum_{i=1}^n\nabla f_i(x). \tag{3}$$
*/
/**ru 3733849601
### Строка 3. Множитель выносится

$$\sum_{i=1}^n\frac1n\nabla f_i(x)=\frac1n\sum_{i=1}^n\nabla f_i(x). \tag{3}$$
*/
static const struct check line_3 = {compare, BY_SHARES, BY_MEAN, NULL};
CLAIM(line_3_factor_moves_out, PROOF_LINE, COMPUTE(on_finite_sums, &line_3),
      "Equation (3) on every finite sum.",
      "Равенство (3) на каждой конечной сумме.");
/**
### Line 4. The mean of the gradients is the gradient of the mean

Differentiation is linear, so for $f=\frac1n\sum_if_i$
$$\frac1n\sum_{i=1}^n\nabla f_i(x)=\nabla f(x). \tag{4}$$
The right side comes from a formula for $\nabla f$ that does not ask the oracle:
from $A^\top A$ for least squares, from the loss for the logistic regression.
*/
/**ru 3123575843
### Строка 4. Среднее градиентов — градиент среднего

Дифференцирование линейно, поэтому для $f=\frac1n\sum_if_i$
$$\frac1n\sum_{i=1}^n\nabla f_i(x)=\nabla f(x). \tag{4}$$
Правая часть вычисляется по формуле для $\nabla f$, которая не обращается к
оракулу: через $A^\top A$ для наименьших квадратов, через функцию потерь для
логистической регрессии.
*/
static const struct check line_4 = {compare, BY_MEAN, BY_FORMULA, NULL};
CLAIM(line_4_mean_is_the_gradient, PROOF_LINE, COMPUTE(on_finite_sums, &line_4),
      "Equation (4) on every finite sum.",
      "Равенство (4) на каждой конечной сумме.");
/**
### Together

$$\mathbb E[\nabla f_{i_k}(x)]=\nabla f(x)\quad\text{for every }x. \tag{5}$$
$\blacksquare$ The two ends of the chain: at the points above, and at every step of
seeded runs of SGD, where the theorems that follow need it.
*/
/**ru 822415398
### Всё вместе

$$\mathbb E[\nabla f_{i_k}(x)]=\nabla f(x)\quad\text{для каждого }x. \tag{5}$$
$\blacksquare$ Сравниваются концы цепочки: в тех же точках и на каждом шаге
запусков SGD с заданными зёрнами, где это нужно последующим теоремам.
*/
static const struct check ends = {compare, BY_PROBABILITIES, BY_FORMULA, NULL};
static const struct setting walks[] = {
    {logistic, &method_sgd, {.alpha = 0.2}, .steps = 60},
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {sine_squared, &method_sgd, {.alpha = 0.05}, .steps = 1000},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1000},
};
CLAIM(unbiased_everywhere, IDENTITY, COMPUTE(on_finite_sums, &ends),
      "Equation (5) on every finite sum, at a thousand points each.",
      "Равенство (5) на каждой конечной сумме, в тысяче точек на каждой.");
CLAIM(unbiased_along_the_path, IDENTITY, WALK(unbiasedness, ON(walks)),
      "Equation (5) at every step of SGD.",
      "Равенство (5) на каждом шаге SGD.");
/**
## What an iteration costs

The unit is a **component gradient**, one $\nabla f_i(x)$. Gradient descent
needs $n$ of them an iteration, a mini-batch of $b$ needs $b$, SGD needs one:
«стохастические итерации в $n$ раз быстрее». Here they are counted, by a problem
whose components count their calls; the batch is drawn with replacement.
*/
/**ru 3046972947
## Сколько стоит итерация

Единица — **градиент слагаемого**, один $\nabla f_i(x)$. Градиентному спуску
нужно $n$ таких градиентов за итерацию, мини-батчу из $b$ слагаемых — $b$, а
SGD — один: «стохастические итерации в $n$ раз быстрее». Здесь их считают с
помощью задачи, слагаемые которой ведут счёт своим вызовам; батч выбирается с
возвращением.
*/
static void counting_component(const struct problem *p, const real x[], whole i,
                               real g[]) {
    p->data[0]++; /* the calls so far, one a lane */
    p->inner->component(p->inner, x, i, g);
}
/* Drawn as in SGD; as a batch its data has room for a number. */
static struct problem *counting(struct problem *inner) {
    struct problem *p = problem_batch(inner, 1, true);
    p->draw = NULL;
    p->square = NULL;
    p->component = counting_component;
    return p;
}

static void count_calls(struct inquiry *q, maker *make) {
    enum { ITERATIONS = 100 };
    static const char *const ids[] = {"sgd", "batch_of_10", "gradient_descent"};
    for (size_t i = 0; i < COUNT(ids); i++) {
        struct problem *counter = counting(make()), *p = counter;
        size_t n = p->components, batch[] = {1, 10, n};
        if (i > 0) p = problem_batch(counter, batch[i], i == 1);
        struct settings s = {.alpha = 1 / (10 * p->L)};
        struct trajectory t = trajectory_new(p, &method_sgd, &s);
        struct pcg_lanes random = inquiry_lanes(q, 0);
        while (t.k < ITERATIONS)
            trajectory_draw(&t, &random, pcg_surplus(p->components));
        trajectory_free(&t);
        if (isfinite(p->L))
            inquiry_exact(q, p->id, ids[i], ITERATIONS, counter->data[0], 0,
                          EQUAL, (double)(batch[i] * ITERATIONS));
        problem_free(p);
    }
}
static const struct check costs = {.on = count_calls};
CLAIM(cost_of_an_iteration, IDENTITY, COMPUTE(on_finite_sums, &costs),
      "In 100 iterations SGD asks for 100 component gradients, a batch of 10 "
      "for 1000, gradient descent for $100n$.",
      "За 100 итераций SGD запрашивает 100 градиентов слагаемых, батч из 10 — "
      "1000, градиентный спуск — $100n$.");
/**
**Without replacement** a batch of $b$ distinct components costs $b$ as well; but
not in this program, where sixteen runs go side by side, each with a batch of its
own. It goes through all $n$ components and keeps those that were drawn: $n$
calls, of which $b$ enter the gradient. What enters is seen if every component
answers 1: the mean of $b$ then has the sum $b$.
*/
/**ru 1695211151
**Без возвращения** батч из $b$ различных слагаемых тоже стоит $b$, но не в этой
программе, где шестнадцать запусков идут бок о бок, каждый со своим батчем. Она
перебирает все $n$ слагаемых и оставляет выбранные: $n$ вызовов, из которых в
градиент входят $b$. Сколько их входит, видно, если каждое слагаемое отвечает 1:
тогда сумма, стоящая в среднем из $b$ слагаемых, равна $b$.
*/
static void component_of_ones(const struct problem *p, const real x[], whole i,
                              real g[]) {
    counting_component(p, x, i, g);
    for (size_t j = 0; j < p->dim; j++) g[j] = real_all(1);
}

/* Components that were asked, and those of them that were used. */
static void count_without_replacement(struct inquiry *q, maker *make) {
    enum { BATCHES = 100, OF = 10 };
    struct problem *counter = counting(make());
    size_t n = counter->components, b = n < OF ? n : OF;
    counter->component = component_of_ones;
    struct problem *p = problem_batch(counter, b, false);
    struct pcg_lanes random = inquiry_lanes(q, 0);
    real *x = allocate(2 * p->dim, sizeof *x), *g = x + p->dim;
    double used = 0;
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_0[j]);
    for (size_t k = 0; k < BATCHES; k++) {
        p->draw(p, x, &random, g);
        used += (double)b * g[0][0];
    }
    inquiry_exact(q, p->id, "without_replacement", BATCHES, counter->data[0], 0,
                  EQUAL, (double)(n * BATCHES));
    inquiry_which(q, q->count - 1, "asked");
    inquiry_exact(q, p->id, "without_replacement", BATCHES, used,
                  16 * DBL_EPSILON * used, EQUAL, (double)(b * BATCHES));
    inquiry_which(q, q->count - 1, "used");
    free(x);
    problem_free(p);
}
static const struct check costs_without_replacement = {
    .on = count_without_replacement};
CLAIM(cost_without_replacement, IDENTITY,
      COMPUTE(on_finite_sums, &costs_without_replacement),
      "For 100 batches of ten distinct components, or of all if there are "
      "fewer, this program asks for $100n$ and uses 1000, or $100n$.",
      "Для 100 батчей из десяти различных слагаемых (или из всех, если их "
      "меньше) эта программа запрашивает $100n$ градиентов, а использует 1000 "
      "или $100n$.");
/**
What was counted as gradient descent is gradient descent: all $n$ components,
each once, give $\nabla f(x_k)$ at every step.

@erratum full_sum_is_gradient_descent «Задача с конечной суммой» writes (GD)
    with $\nabla f_i(x)$, without the index of $x_k$: it is the gradient at
    $x_k$ that makes gradient descent.
*/
/**ru 122075526
То, что подсчитано как градиентный спуск, и есть градиентный спуск: все $n$
слагаемых, каждое по одному разу, на каждом шаге дают $\nabla f(x_k)$.

@erratum full_sum_is_gradient_descent На слайде «Задача с конечной суммой» в
    (GD) стоит $\nabla f_i(x)$ без индекса у $x_k$: градиентный спуск
    получается, когда градиент берётся в $x_k$.
*/
static struct problem *all_components(struct problem *inner) {
    return problem_batch(inner, inner->components, false);
}
static struct problem *logistic_all(void) {
    return all_components(logistic());
}
static struct problem *ridge_all(void) {
    return all_components(ridge());
}
static struct problem *least_squares_all(void) {
    return all_components(least_squares());
}
static struct problem *sine_squared_all(void) {
    return all_components(sine_squared());
}
static struct problem *two_signs_all(void) {
    return all_components(two_signs());
}
static const struct setting gradient_descents[] = {
    {logistic_all, &method_sgd, {.alpha = 0.2}, .steps = 20},
    {ridge_all, &method_sgd, {.alpha = 0.1}, .steps = 40},
    {least_squares_all, &method_sgd, {.alpha = 0.1}, .steps = 40},
    {sine_squared_all, &method_sgd, {.alpha = 0.05}, .steps = 40},
    {two_signs_all, &method_sgd, {.alpha = 0.3}, .steps = 40},
};

static struct relation drawn_is_the_gradient(const struct step *s) {
    return is_the_gradient(s, s->sample);
}
CLAIM(full_sum_is_gradient_descent, IDENTITY,
      WALK(drawn_is_the_gradient, ON(gradient_descents), .runs = 16),
      "The mean of all $n$ components is $\\nabla f(x_k)$ at every step.",
      "Среднее всех $n$ слагаемых на каждом шаге равно $\\nabla f(x_k)$.");
/**
## What the cheap iterations buy

«...но сколько итераций потребуется для достижения заданной точности?» On ridge
regression ($n=40$) expectations are exact: SGD with $\alpha=0.05$ and gradient
descent with $\alpha=1/L$, at equal cost. The first 40 component gradients are
one iteration of gradient descent and 40 of SGD, and SGD is ahead. Then it
reaches its floor, where a constant step leaves it, and gradient descent wins.

@figure race Ridge regression: the gap against component gradients
*/
/**ru 564775909
## Что дают дешёвые итерации

«...но сколько итераций потребуется для достижения заданной точности?» На
гребневой регрессии ($n=40$) математические ожидания вычисляются точно: SGD с
$\alpha=0.05$ и градиентный спуск с $\alpha=1/L$, при равной стоимости. Первые
40 градиентов слагаемых — это одна итерация градиентного спуска и 40 итераций
SGD, и SGD впереди. Затем он доходит до своего шумового порога, на котором его
оставляет постоянный шаг, и градиентный спуск выигрывает.

@figure race Гребневая регрессия: зазор в зависимости от числа градиентов
    слагаемых
*/
/* Which of SGD and gradient descent is said to be ahead, after which sweeps. */
struct lead {
    size_t first, last;
    bool leads[2];
};
static void race(struct inquiry *q) {
    static const char *const ids[] = {"sgd", "gradient_descent"};
    const struct lead *ahead = q->with;
    struct problem *p[] = {ridge(), problem_full(ridge())};
    struct settings step[] = {{.alpha = 0.05}, {.alpha = 1 / p[0]->L}};
    struct series of[2] = {{0}};
    for (int i = 0; i < 2 && !q->trouble; i++)
        q->trouble = exact_for(p[i], &step[i])
                         ->compute(p[i], &method_sgd, &step[i],
                                   ahead->last * p[i]->components, &of[i]);
    for (int i = 0; i < 2 && !q->trouble; i++)
        for (size_t s = ahead->first; s <= ahead->last && ahead->leads[i];
             s++) {
            size_t k = s * p[0]->components, at[] = {k, s};
            double error = of[0].gap_error[k] + of[1].gap_error[s];
            inquiry_exact(q, "ridge", ids[i], k, of[i].gap[at[i]], error,
                          AT_MOST, of[!i].gap[at[!i]]);
        }
    for (int i = 0; i < 2; i++) {
        series_free(&of[i]);
        problem_free(p[i]);
    }
}
CLAIM(race_sgd_leads_at_first, SHARPNESS,
      COMPUTE(race, &(const struct lead){1, 1, {true, false}}),
      "After one iteration of gradient descent, or $n$ of SGD, SGD is ahead.",
      "После одной итерации градиентного спуска, или $n$ итераций SGD, впереди "
      "SGD.");
CLAIM(race_gradient_descent_wins, SHARPNESS,
      COMPUTE(race, &(const struct lead){2, 20, {false, true}}),
      "From $2n$ to $20n$ component gradients gradient descent is ahead.",
      "От $2n$ до $20n$ градиентов слагаемых впереди градиентный спуск.");
/**
## What breaks

**An index that is not uniform.** Draw component $i$ of each problem with a
probability proportional to $i$, and leave its gradient as it is. The mean is
then $\sum_ip_i\nabla f_i$, the gradient of another function.
*/
/**ru 911362795
## Что ломается {#what-breaks}

**Неравномерный индекс.** Будем в каждой задаче выбирать слагаемое $i$ с
вероятностью, пропорциональной $i$, а его градиент оставим как есть. Среднее
равно тогда $\sum_ip_i\nabla f_i$, а это градиент другой функции.
*/
static real rising_weight(const struct problem *p, const real x[], whole i) {
    (void)x;
    double n = (double)p->components;
    return (__builtin_convertvector(i, real) + 1) / (n * (n + 1) / 2);
}
static struct problem *with_rising_index(struct problem *inner) {
    struct problem *p = counting(inner);
    p->weight = rising_weight;
    return p;
}
static const struct check rising = {compare, BY_PROBABILITIES, BY_FORMULA,
                                    with_rising_index};
CLAIM(control_index_not_uniform, CONTROL,
      DROPS(uniform_index, COMPUTE(on_finite_sums, &rising)),
      "With $p_i\\propto i$ the mean of the gradients is not $\\nabla f$.",
      "При $p_i\\propto i$ среднее градиентов не равно $\\nabla f$.");
/**
Divided, $g=\nabla f_i(x)/(np_i)$, any index with positive $p_i$ is unbiased.
*/
/**ru 4139026502
С делением, $g=\nabla f_i(x)/(np_i)$, любой индекс с положительными $p_i$ даёт
несмещённый градиент.
*/
static void divided_component(const struct problem *p, const real x[], whole i,
                              real g[]) {
    real times = (double)p->components * rising_weight(p, x, i);
    p->inner->component(p->inner, x, i, g);
    for (size_t j = 0; j < p->dim; j++) g[j] /= times;
}
static struct problem *with_rising_index_divided(struct problem *inner) {
    struct problem *p = with_rising_index(inner);
    p->component = divided_component;
    return p;
}
static const struct check divided = {compare, BY_PROBABILITIES, BY_FORMULA,
                                     with_rising_index_divided};
CLAIM(index_not_uniform_divided, IDENTITY, COMPUTE(on_finite_sums, &divided),
      "With $p_i\\propto i$ and each gradient divided by $np_i$ it is.",
      "При $p_i\\propto i$ и делении каждого градиента на $np_i$ — равно.");
/**
**An index that follows $x_k$.** Two signs, $f_{1,2}(x)=\frac\mu2x^2\pm sx$, from
$x_0=0$; take the component whose step leads away from 0. By symmetry each index
still comes with probability $\frac12$ at every $k$. But *given* $x_k$ there is
nothing random left, and $\nabla f_{i_k}(x_k)=\nabla f(x_k)\mp s$. The methods
need unbiasedness given $x_k$, and $\frac1n$ for each index is not enough.
*/
/**ru 1559278719
**Индекс, который следует за $x_k$.** Возьмём два знака,
$f_{1,2}(x)=\frac\mu2x^2\pm sx$, из $x_0=0$ и будем выбирать слагаемое, шаг по
которому уводит от 0. В силу симметрии при каждом $k$ каждый индекс по-прежнему
выпадает с вероятностью $\frac12$. Но *при данном* $x_k$ ничего случайного уже
нет, и $\nabla f_{i_k}(x_k)=\nabla f(x_k)\mp s$. Методам нужна несмещённость при
данном $x_k$, а одной вероятности $\frac1n$ для каждого индекса недостаточно.
*/
static void add_first_index(const struct on_paths *paths, void *with) {
    const struct trajectory *t = paths->at;
    double *shares = with;
    real share = paths->weight * outcome_weight(t->problem, t->x, (whole){0});
    for (unsigned l = 0; l < LANES; l++)
        if (paths->ahead[l] == 0) shares[t->k] += share[l];
}
static void first_index(struct inquiry *q) {
    enum { STEPS = 12 };
    double shares[STEPS + 1] = {0};
    struct settings s = {.alpha = 0.3};
    struct problem *p = index_follows_x();
    q->trouble =
        along_all_paths(p, &method_sgd, &s, STEPS, add_first_index, shares);
    for (size_t k = 0; k <= STEPS && !q->trouble; k++)
        inquiry_exact(q, p->id, "sgd", k, shares[k], 1e-12, EQUAL, 0.5);
    problem_free(p);
}
CLAIM(index_that_follows_is_uniform, IDENTITY, COMPUTE(first_index),
      "Each of the two indices has probability $\\frac12$ at every $k$.",
      "Каждый из двух индексов при каждом $k$ имеет вероятность $\\frac12$.");
CLAIM(control_index_follows_x, CONTROL,
      DROPS(independent_index,
            WALK(unbiasedness, AT(index_follows_x, &method_sgd, {.alpha = 0.3},
                                  .steps = 100))),
      "But given $x_k$ the gradient is biased.",
      "Но при данном $x_k$ градиент смещён.");
/**
**A biased oracle.** $g=\mu x+b$ for $f=\frac\mu2x^2$ is off by $b$ everywhere: no
components with these gradients have the mean $f$. $b=\frac12$ is found out, and
so is $b=10^{-10}$.
*/
/**ru 1699319591
**Смещённый оракул.** $g=\mu x+b$ для $f=\frac\mu2x^2$ всюду ошибается на $b$:
никакие слагаемые с такими градиентами не имеют среднего $f$. Обнаруживается
$b=\frac12$, обнаруживается и $b=10^{-10}$.
*/
static void on_biased_parabolas(struct inquiry *q) {
    compare(q, biased_parabola);
    compare(q, barely_biased);
}
CLAIM(control_biased_oracle, CONTROL,
      DROPS(finite_sum,
            ALLOWING(1e-5, "a gradient near 1 has roundings of 1e-16",
                     COMPUTE(on_biased_parabolas, &ends))),
      "An oracle that adds $b$ is found out, even if $b=10^{-10}$.",
      "Оракул, прибавляющий $b$, обнаруживается, даже если $b=10^{-10}$.");
CLAIM(control_biased_along_the_path, CONTROL,
      DROPS(finite_sum, WALK(unbiasedness, AT(barely_biased, &method_sgd,
                                              {.alpha = 0.1}, .steps = 20))),
      "So it is at every step of SGD.", "То же и на каждом шаге SGD.");
/**
**One draw is no gradient.** Unbiased does not mean right: along the path the
gradient that was drawn is not $\nabla f(x_k)$.
*/
/**ru 4241181647
**Один розыгрыш — ещё не градиент.** Несмещённый не значит верный: вдоль
траектории разыгранный градиент не равен $\nabla f(x_k)$.
*/
CLAIM(control_one_draw_is_the_gradient, CONTROL,
      WALK(drawn_is_the_gradient, ON(walks), .runs = 16),
      "A single draw differs from $\\nabla f(x_k)$.",
      "Отдельный разыгранный градиент отличается от $\\nabla f(x_k)$.");
/**
**Cheap is not always better, nor always worse.** Both sayings are tried.
*/
/**ru 1363427783
**Дешёвое не всегда лучше и не всегда хуже.** Проверяются оба высказывания.
*/
CLAIM(control_one_is_always_ahead, CONTROL,
      COMPUTE(race, &(const struct lead){0, 20, {true, true}}),
      "At equal cost one of the two is ahead from first to last, be it SGD or "
      "gradient descent.",
      "При равной стоимости один из двух методов, SGD или градиентный спуск, "
      "впереди от начала и до конца.");

static const struct claim *const claims[] = {
    line_1_expectation_is_a_sum, line_2_index_is_uniform,
    line_2_probabilities_are_shares, line_3_factor_moves_out,
    line_4_mean_is_the_gradient, unbiased_everywhere, unbiased_along_the_path,
    /* what it costs, and what that buys */
    cost_of_an_iteration, cost_without_replacement,
    full_sum_is_gradient_descent, race_sgd_leads_at_first,
    race_gradient_descent_wins, control_index_not_uniform,
    index_not_uniform_divided, index_that_follows_is_uniform,
    control_index_follows_x, control_biased_oracle,
    control_biased_along_the_path, control_one_draw_is_the_gradient,
    control_one_is_always_ahead};

static const char always[] = "control_one_is_always_ahead";
static const struct drawing drawings[] = {
    {.name = "race",
     .title = {"Cheap iterations put SGD ahead at first, GD wins in the end",
               "Дешёвые итерации: SGD впереди вначале, GD в конце"},
     .x = {"component gradients", "градиенты компонент"},
     .y = {"E[{/:Italic f}({/:Italic x}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x}) − {/:Italic f}^{ *}]"},
     .linear_x = true,
     .curves = {{always, 0, {"SGD, α = 0.05", "SGD, α = 0.05"}},
                {always, 1, {"GD, α = 1/L", "GD, α = 1/L"}}}},
};

const struct theorem theorem_unbiased_gradient = {
    .id = "unbiased_gradient",
    .title = {"The stochastic gradient is unbiased, and n times cheaper",
              "Стохастический градиент не смещён и в n раз дешевле"},
    .source = "Задача с конечной суммой",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise race_gradient_descent_wins You may spend 800 component gradients on
    ridge regression, $n=40$: on 800 steps of SGD with $\alpha=0.05$, or on 20
    of gradient descent with $\alpha=\frac1L$. Predict which of the two ends
    ahead, by how many powers of ten, and what SGD gains from the second half of
    its steps. Then run
    `descent verify unbiased_gradient/race_gradient_descent_wins` and compare
    the estimates, gaps of gradient descent, with the bounds, gaps of SGD, in
    `reports/results.csv`. :: Gradient descent, by more than nine powers of ten:
    its gap ends below $10^{-10}$, that of SGD at about 0.051. The second half
    gains SGD nothing, its gap was 0.051 at step 400 as well. The noise of a
    constant step holds it up, while an iteration of gradient descent leaves
    about a fifth of its gap every time.
@exercise index_that_follows_is_uniform Where the index of two signs follows
    $x_k$, it still has $p(i_k=i)=\frac12$ at every $k$. Show that by symmetry
    even $\mathbb E\nabla f_{i_k}(x_k)=\mathbb E\nabla f(x_k)$. Which reading of
    (1) fails all the same, and where does the method go? Try
    `descent run index_follows_x sgd --alpha 0.3 --steps 100`. :: The law of
    $x_k$ is symmetric about 0, so both full expectations are 0. What fails is
    (1) given $x_k$: there the probability of an index is 0 or 1 and not
    $\frac12$, and it is this one that a proof needs at each step, since it
    takes expectations over $i_k$ with $x_k$ fixed. After the first step the
    path is $|x_{k+1}|=(1-\alpha\mu)|x_k|+\alpha s$, with nothing random in it;
    so $|x_k|\to\frac s\mu$, and the gap climbs to $\frac{s^2}{2\mu}=\frac12$.
@exercise control_index_not_uniform With $p_i\propto i$ two signs,
    $f_{1,2}(x)=\frac\mu2x^2\pm sx$, come with probabilities $\frac13$ and
    $\frac23$. Of which function does SGD draw gradients then, where is its
    minimiser, and which gap of $f$ is left there? For which finite sums would
    the mistake not move the minimiser? Compare the row of `two_signs` after
    `descent verify unbiased_gradient/control_index_not_uniform`. :: Of
    $\frac13f_1+\frac23f_2=\frac\mu2x^2-\frac s3x$. Its gradient is off by
    $\frac s3$ everywhere, 0.333 in the row, as $s=1$; its minimiser is $\frac
    s{3\mu}$, where the gap of $f$ is $\frac{s^2}{18\mu}$, however short the
    steps. Where all components have their minimum at the same point,
    $\sum_ip_i\nabla f_i$ is 0 there too: then the mean is wrong elsewhere, but
    leads to the same place if the components are convex.
*/
/**ru 2244847321
## Упражнения

@exercise race_gradient_descent_wins Можно потратить 800 градиентов слагаемых на
    гребневую регрессию, $n=40$: на 800 шагов SGD с $\alpha=0.05$ или на 20
    шагов градиентного спуска с $\alpha=\frac1L$. Предскажите, кто окажется
    впереди в конце, на сколько порядков и что даёт SGD вторая половина его
    шагов. Затем запустите
    `descent verify unbiased_gradient/race_gradient_descent_wins` и сравните в
    файле `reports/results.csv` столбец estimate, зазоры градиентного спуска, со
    столбцом bound, зазорами SGD. :: Градиентный спуск, более чем на девять
    порядков: его зазор в конце меньше $10^{-10}$, а у SGD он около 0,051.
    Вторая половина шагов ничего не даёт SGD: на шаге 400 его зазор тоже был
    0,051. Его удерживает шум постоянного шага, а градиентный спуск за каждую
    итерацию оставляет от своего зазора примерно пятую часть.
@exercise index_that_follows_is_uniform Там, где индекс двух знаков следует за
    $x_k$, по-прежнему $p(i_k=i)=\frac12$ при каждом $k$. Покажите, что в силу
    симметрии верно даже $\mathbb E\nabla f_{i_k}(x_k)=\mathbb E\nabla f(x_k)$.
    В каком же понимании (1) всё-таки не выполнено и куда приходит метод?
    Попробуйте `descent run index_follows_x sgd --alpha 0.3 --steps 100`. ::
    Распределение $x_k$ симметрично относительно 0, поэтому оба полных
    математических ожидания равны 0. Не выполнено (1) при данном $x_k$: там
    вероятность индекса равна 0 или 1, а не $\frac12$, а доказательствам на
    каждом шаге нужна именно она, поскольку они берут ожидание по $i_k$ при
    фиксированном $x_k$. После первого шага $|x_{k+1}|=(1-\alpha\mu)|x_k|+\alpha
    s$, и ничего случайного здесь не осталось; поэтому $|x_k|\to\frac s\mu$, а
    зазор растёт до $\frac{s^2}{2\mu}=\frac12$.
@exercise control_index_not_uniform При $p_i\propto i$ два знака,
    $f_{1,2}(x)=\frac\mu2x^2\pm sx$, выпадают с вероятностями $\frac13$ и
    $\frac23$. Градиенты какой функции разыгрывает тогда SGD, где её минимум и
    какой зазор функции $f$ там остаётся? Для каких конечных сумм такая ошибка
    не сдвинула бы точку минимума? Сравните со строкой `two_signs` после
    `descent verify unbiased_gradient/control_index_not_uniform`. :: Функции
    $\frac13f_1+\frac23f_2=\frac\mu2x^2-\frac s3x$. Её градиент всюду отличается
    на $\frac s3$, в строке это 0,333, так как $s=1$; точка её минимума — $\frac
    s{3\mu}$, где зазор $f$ равен $\frac{s^2}{18\mu}$, сколь бы короткими ни
    были шаги. Если же у всех слагаемых минимум в одной и той же точке, то и
    $\sum_ip_i\nabla f_i$ в ней равна 0: в других точках среднее неверно, но для
    выпуклых слагаемых приводит туда же.
*/

/**
## References

- H. Robbins, S. Monro, *A stochastic approximation method*, Annals of
  Mathematical Statistics 22 (1951): descent with an unbiased estimate.
- L. Bottou, F. Curtis, J. Nocedal, *Optimization methods for large-scale
  machine learning*, SIAM Review 60 (2018), section 3: cheap iterations.
*/
/**ru 377998557
## Литература

- H. Robbins, S. Monro, *A stochastic approximation method*, Annals of
  Mathematical Statistics 22 (1951): спуск с несмещённой оценкой градиента.
- L. Bottou, F. Curtis, J. Nocedal, *Optimization methods for large-scale
  machine learning*, SIAM Review 60 (2018), раздел 3: дешёвые итерации.
*/
