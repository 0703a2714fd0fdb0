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

The formulas are tried on every problem of this project that is a sum of several
components with a uniform index: on all there are now, and on those that will be
added.
*/
#include <gsl/gsl_randist.h>

#include "steps.h"
#include "theorem.h"

typedef struct problem *maker(void);
static maker *const every_problem[] = {
#define PROBLEM(id) id,
#include "../problems/problems.def"
#undef PROBLEM
};

static bool is_finite_sum(const struct problem *p) {
    return p->components > 1 && !p->weight && !p->draw &&
           !(p->lacks & LACKS_UNBIASEDNESS);
}

static void on_finite_sums(struct inquiry *q,
                           void (*look)(struct inquiry *, maker *)) {
    for (size_t i = 0; i < COUNT(every_problem); i++) {
        struct problem *p = every_problem[i]();
        if (is_finite_sum(p)) look(q, every_problem[i]);
        problem_free(p);
    }
}

/**
## The chain of equalities

Each sign of equality is checked at a thousand points of a ball around the
minimiser that holds $x_0$. What both sides are is computed apart, as the
formula says; where the ball's points are is drawn with the program's seed. What
is reported is the point at which the two sides lie farthest apart, measured in
what rounding may do there.
*/
enum { GROUPS = 64 }; /* of LANES points */

static void choose_points(const struct problem *p, gsl_rng *rng, real x[]) {
    double radius = 2 * problem_distance(p) + 1, direction[p->dim];
    for (unsigned l = 0; l < LANES; l++) {
        gsl_ran_dir_nd(rng, p->dim, direction);
        double length = radius * gsl_rng_uniform(rng);
        for (size_t j = 0; j < p->dim; j++)
            x[j][l] = p->x_star[j] + length * direction[j];
    }
}

/* An expression in the chain: sum_i w_i grad f_i(x), or that over n. */
struct expression {
    /* NULL: grad f(x), from a formula of its own. */
    real (*weight)(const struct problem *, const real x[], whole i);
    bool over_n;
};
static real share(const struct problem *p, const real x[], whole i) {
    (void)x, (void)i;
    return real_all(1.0 / (double)p->components);
}
static real one(const struct problem *p, const real x[], whole i) {
    (void)p, (void)x, (void)i;
    return real_all(1);
}
static const struct expression by_probabilities = {outcome_weight, false},
                               by_shares = {share, false},
                               by_mean = {one, true},
                               by_formula = {NULL, false};

/* The expression, and the sum of the absolute values of its terms. */
static void evaluate(const struct expression *e, const struct problem *p,
                     const real x[], real vector[], real size[]) {
    real g[p->dim], terms = {0};
    /* The terms of a formula may cancel, as Hx - Hx* does near x*, so that they
     * are larger than what they add up to: by L (||x|| + ||x*||) at most. */
    p->value(p, x, vector);
    for (size_t j = 0; j < p->dim && isfinite(p->L); j++)
        terms += p->L * (real_abs(x[j]) + fabs(p->x_star[j]));
    for (size_t j = 0; j < p->dim; j++) size[j] = real_abs(vector[j]) + terms;
    if (!e->weight) return;
    memset(vector, 0, sizeof g);
    memset(size, 0, sizeof g);
    for (size_t i = 0; i < p->components; i++) {
        real weight = e->weight(p, x, whole_all(i));
        p->component(p, x, whole_all(i), g);
        for (size_t j = 0; j < p->dim; j++) {
            vector[j] += weight * g[j];
            size[j] += real_abs(weight * g[j]);
        }
    }
    for (size_t j = 0; j < p->dim && e->over_n; j++) {
        vector[j] /= (double)p->components;
        size[j] /= (double)p->components;
    }
}

/* That two expressions are equal, on a problem or on what it is changed to. */
struct equality {
    const struct expression *left, *right;
    struct problem *(*change)(struct problem *);
};

/* ||left - right|| at the point where it is largest beside its allowance. */
static void compare(struct inquiry *q, maker *make) {
    const struct equality *e = q->with;
    struct problem *p = e->change ? e->change(make()) : make();
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng,
                pcg_of_run(q->options->seed, q->stream, pcg_name(0, p->id)));
    double roundings = p->roundings + 2 * (double)p->components + 16,
           worst = -1, distance = NAN, error = NAN;
    for (size_t group = 0; group < GROUPS; group++) {
        real x[p->dim], a[p->dim], b[p->dim], a_size[p->dim], b_size[p->dim],
            apart = {0}, size = {0};
        choose_points(p, rng, x);
        evaluate(e->left, p, x, a, a_size);
        evaluate(e->right, p, x, b, b_size);
        for (size_t j = 0; j < p->dim; j++) {
            apart += (a[j] - b[j]) * (a[j] - b[j]);
            size += (a_size[j] + b_size[j]) * (a_size[j] + b_size[j]);
        }
        for (unsigned l = 0; l < LANES; l++) {
            double here = sqrt(apart[l]),
                   allowed = roundings * DBL_EPSILON / 2 * sqrt(size[l]);
            if (isnan(worst) || here / allowed <= worst)
                continue; /* a NaN gets through, and stays */
            worst = here / allowed;
            distance = here;
            error = allowed;
        }
    }
    gsl_rng_free(rng);
    inquiry_exact(q, p->id, "sgd", p->components, distance, error, EQUAL, 0);
    problem_free(p);
}

static void everywhere(struct inquiry *q) {
    on_finite_sums(q, compare);
}

/**
### Line 1. The expectation is a sum over the indices

$$\mathbb E[\nabla f_{i_k}(x)]=\sum_{i=1}^np(i_k=i)\,\nabla f_i(x). \tag{1}$$
This is what an expectation means. So that there is something to check, its left
side is measured: the oracle draws its index a million times at $x_0$, as it
does in a run, and the sum on the right must lie in the interval of the mean, in
every coordinate. A coordinate of $\nabla f_i(x_0)$ lies between the least and
the largest of the $n$; that is the range that the interval needs.
*/
enum { DRAWS = 1 << 20, COORDINATES_MAX = 512 };

/* The moments of a coordinate in each lane, put together. */
static struct moments merged(real sum, real squares, double count) {
    struct moments all = {0};
    for (unsigned l = 0; l < LANES; l++) {
        double mean = sum[l] / count, deviations = squares[l] - sum[l] * mean;
        struct moments lane = {.count = (size_t)count,
                               .mean = mean,
                               .deviations = larger(0, deviations)};
        all = moments_merged(all, lane);
    }
    return all;
}

static void draw_gradients(struct inquiry *q, maker *make) {
    struct problem *p = make();
    real x[p->dim], one[p->dim], least[p->dim], most[p->dim], mean[p->dim],
        size[p->dim], sum[p->dim], squares[p->dim];
    for (size_t j = 0; j < p->dim; j++) {
        x[j] = real_all(p->x_0[j]);
        least[j] = real_all(INFINITY);
        most[j] = real_all(-INFINITY);
        mean[j] = size[j] = sum[j] = squares[j] = (real){0};
    }
    evaluate(&by_probabilities, p, x, mean, size);
    for (size_t i = 0; i < p->components; i++) {
        p->component(p, x, whole_all(i), one);
        for (size_t j = 0; j < p->dim; j++) {
            least[j] = -real_max(-least[j], -one[j]);
            most[j] = real_max(most[j], one[j]);
        }
    }
    /* Samples are taken from their least value, which is what the interval's
     * range begins with. */
    struct pcg_lanes random =
        pcg_lanes_of_runs(q->options->seed, q->stream, pcg_name(0, p->id));
    uint64_t surplus = pcg_surplus(p->components);
    for (size_t d = 0; d < DRAWS / LANES; d++) {
        p->component(p, x, outcome_drawn(p, x, &random, surplus), one);
        for (size_t j = 0; j < p->dim; j++) {
            real sample = one[j] - least[j];
            sum[j] += sample;
            squares[j] += sample * sample;
        }
    }
    for (size_t j = 0; j < p->dim; j++) {
        struct moments m = merged(sum[j], squares[j], DRAWS / LANES);
        struct interval i =
            interval_of_mean(&m, most[j][0] - least[j][0], q->options->delta);
        m.mean += least[j][0];
        i.lower += least[j][0];
        i.upper += least[j][0];
        inquiry_measured(q, p->id, "sgd", j + 1, &m, i, EQUAL, mean[j][0]);
    }
    if (q->count > COORDINATES_MAX)
        q->trouble = "more coordinates than the error budget was told: raise "
                     "COORDINATES_MAX";
    problem_free(p);
}

static void expectation_is_a_sum(struct inquiry *q) {
    on_finite_sums(q, draw_gradients);
}
CLAIM(line_1_expectation_is_a_sum, PROOF_LINE,
      COMPUTE(expectation_is_a_sum, .limits = 2 * COORDINATES_MAX),
      "Equation (1): $\\sum_ip_i\\nabla f_i(x_0)$ against drawn gradients.");
/**
### Line 2. The index is uniform

$$p(i_k=i)=\frac1n,\qquad\text{so}\qquad\sum_{i=1}^np(i_k=i)\,\nabla f_i(x)=\sum_{i=1}^n\frac1n\nabla f_i(x). \tag{2}$$
The first half is a statement about the random numbers. On the logistic
regression with its 200 components each index must come with a frequency whose
interval contains $\frac1{200}$, in sixteen million draws.
*/
enum { INDICES = 200, INDEX_DRAWS = 1 << 24 };

static void index_is_uniform(struct inquiry *q) {
    size_t *drawn = allocate(INDICES, sizeof *drawn);
    struct pcg_lanes random = pcg_lanes_of_runs(q->options->seed, q->stream, 0);
    uint64_t surplus = pcg_surplus(INDICES);
    for (size_t d = 0; d < INDEX_DRAWS / LANES; d++) {
        whole index = pcg_lanes_below(&random, INDICES, surplus);
        for (unsigned l = 0; l < LANES; l++) drawn[index[l]]++;
    }
    for (size_t i = 0; i < INDICES; i++) {
        double n = INDEX_DRAWS, frequency = (double)drawn[i] / n;
        struct moments m = {.count = INDEX_DRAWS,
                            .mean = frequency,
                            .deviations = n * frequency * (1 - frequency)};
        struct interval limits = interval_of_mean(&m, 1, q->options->delta);
        inquiry_measured(q, "logistic", "sgd", i + 1, &m, limits, EQUAL,
                         1.0 / INDICES);
    }
    free(drawn);
}

CLAIM(line_2_index_is_uniform, PROOF_LINE,
      COMPUTE(index_is_uniform, .limits = 2 * INDICES),
      "Each of 200 indices is drawn with frequency $\\frac1{200}$.");
CLAIM(line_2_probabilities_are_shares, PROOF_LINE,
      COMPUTE(everywhere,
              &(const struct equality){&by_probabilities, &by_shares, NULL}),
      "Equation (2) on every finite sum.");
/**
### Line 3. The factor moves out

$$\sum_{i=1}^n\frac1n\nabla f_i(x)=\frac1n\sum_{i=1}^n\nabla f_i(x). \tag{3}$$
*/
CLAIM(line_3_factor_moves_out, PROOF_LINE,
      COMPUTE(everywhere, &(const struct equality){&by_shares, &by_mean, NULL}),
      "Equation (3) on every finite sum.");
/**
### Line 4. The mean of the gradients is the gradient of the mean

Differentiation is linear, so for $f=\frac1n\sum_if_i$
$$\frac1n\sum_{i=1}^n\nabla f_i(x)=\nabla f(x). \tag{4}$$
The right side comes from a formula for $\nabla f$ that does not ask the oracle:
from $A^\top A$ for least squares, from the loss for the logistic regression.
*/
CLAIM(line_4_mean_is_the_gradient, PROOF_LINE,
      COMPUTE(everywhere,
              &(const struct equality){&by_mean, &by_formula, NULL}),
      "Equation (4) on every finite sum.");
/**
### Together

$$\mathbb E[\nabla f_{i_k}(x)]=\nabla f(x)\quad\text{for every }x. \tag{5}$$
$\blacksquare$ The two ends of the chain, at the same points; and, at every step
of seeded runs of SGD, where the theorems that follow will need it.
*/
static const struct equality ends = {&by_probabilities, &by_formula, NULL};

static const struct setting walks[] = {
    {logistic, &method_sgd, {.alpha = 0.2}, .steps = 60},
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {sine_squared, &method_sgd, {.alpha = 0.05}, .steps = 1000},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 1000},
};

CLAIM(unbiased_everywhere, IDENTITY, COMPUTE(everywhere, &ends),
      "Equation (5) on every finite sum, at a thousand points each.");
CLAIM(unbiased_along_the_path, IDENTITY, WALK(unbiasedness, ON(walks)),
      "Equation (5) at every step of SGD.");
/**
## What an iteration costs

The unit is a **component gradient**, one $\nabla f_i(x)$. Gradient descent
needs $n$ of them an iteration, a mini-batch of $b$ needs $b$, SGD needs one:
«стохастические итерации в $n$ раз быстрее». Here they are counted: a problem
whose components count their calls is given to the three methods for 100
iterations each.
*/
static void counting_component(const struct problem *p, const real x[], whole i,
                               real g[]) {
    p->data[0]++; /* the calls so far, one a lane */
    p->inner->component(p->inner, x, i, g);
}

static struct problem *counting(struct problem *inner) {
    /* As a batch its data has room for a number. */
    struct problem *p = problem_batch(inner, 1, true);
    p->draw = NULL; /* one index is drawn, as in SGD */
    p->square = NULL;
    p->component = counting_component;
    return p;
}

/* All n components, each once: the gradient of (GD) as a sum over the oracle's
 * answers. */
static struct problem *all_components(struct problem *inner) {
    return problem_batch(inner, inner->components, false);
}

enum { ITERATIONS = 100, BATCH = 10 };

/* How often SGD on p calls the components of `counter`, p itself or what p was
 * made from, held against `per_iteration`. */
static void count_calls(struct inquiry *q, const struct problem *p,
                        const struct problem *counter, const char *method,
                        size_t per_iteration) {
    struct settings settings = {.alpha = 1 / (10 * p->L)};
    struct trajectory t = trajectory_new(p, &method_sgd, &settings);
    struct pcg_lanes random = pcg_lanes_of_runs(q->options->seed, q->stream, 0);
    counter->data[0] = 0;
    while (t.k < ITERATIONS)
        trajectory_draw(&t, &random, pcg_surplus(p->components));
    trajectory_free(&t);
    inquiry_exact(q, counter->inner->id, method, ITERATIONS, counter->data[0],
                  0, EQUAL, (double)(per_iteration * ITERATIONS));
}

static void add_costs(struct inquiry *q, maker *make) {
    struct problem *sgd = counting(make());
    struct problem *batch = problem_batch(sgd, BATCH, true);
    struct problem *gd = all_components(counting(make()));
    if (isfinite(sgd->L)) {
        count_calls(q, sgd, sgd, "sgd", 1);
        count_calls(q, batch, sgd, "batch_of_10", BATCH);
        count_calls(q, gd, gd->inner, "gradient_descent", sgd->components);
    }
    problem_free(batch);
    problem_free(gd);
}
static void costs(struct inquiry *q) {
    on_finite_sums(q, add_costs);
}
CLAIM(cost_of_an_iteration, IDENTITY, COMPUTE(costs),
      "In 100 iterations SGD asks for 100 component gradients, a batch of 10 "
      "for 1000, gradient descent for $100n$.");
/**
What was counted as gradient descent is gradient descent: all $n$ components,
each once, give $\nabla f(x_k)$ at every step. (The slide's (GD) has $\nabla
f_i(x)$ without the index of $x_k$; it means the gradient at $x_k$.)
*/
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
      "The mean of all $n$ components is $\\nabla f(x_k)$ at every step of "
      "gradient descent.");
/**
## What the cheap iterations buy

«...но сколько итераций потребуется для достижения заданной точности?» On ridge
regression ($n=40$) expectations are known exactly, so the question can be
answered by computing: SGD with $\alpha=0.05$ and gradient descent with
$\alpha=1/L$, at the same number of component gradients. The first 40 of them
are one iteration of gradient descent and 40 of SGD, and SGD is ahead. Then it
reaches its floor, where a constant step leaves it, and gradient descent passes
it.

@figure race Ridge regression: the gap against component gradients, not
    iterations
*/
enum { SWEEPS = 20 }; /* iterations of gradient descent */

/* Which of the two is said to be ahead, from one number of sweeps to another. */
struct lead {
    bool sgd, gd;
    size_t first, last;
};

static void race(struct inquiry *q) {
    const struct lead *ahead = q->with;
    struct problem *p = ridge(), *full = problem_full(ridge());
    size_t n = p->components;
    struct settings short_step = {.alpha = 0.05},
                    long_step = {.alpha = 1 / p->L};
    struct series sgd = {0}, gd = {0};
    q->trouble = second_moment_recursion.compute(p, &method_sgd, &short_step,
                                                 SWEEPS * n, &sgd);
    if (!q->trouble)
        q->trouble =
            all_paths.compute(full, &method_sgd, &long_step, SWEEPS, &gd);
    for (int who = 0; who < 2 && !q->trouble; who++)
        for (size_t s = ahead->first; s <= ahead->last; s++) {
            double error = sgd.gap_error[s * n] + gd.gap_error[s];
            if (who == 0 && ahead->sgd)
                inquiry_exact(q, p->id, "sgd", s * n, sgd.gap[s * n], error,
                              AT_MOST, gd.gap[s]);
            if (who == 1 && ahead->gd)
                inquiry_exact(q, p->id, "gradient_descent", s * n, gd.gap[s],
                              error, AT_MOST, sgd.gap[s * n]);
        }
    series_free(&sgd);
    series_free(&gd);
    problem_free(p);
    problem_free(full);
}
CLAIM(race_sgd_leads_at_first, SHARPNESS,
      COMPUTE(race, &(const struct lead){.sgd = true, .first = 1, .last = 1}),
      "After one iteration of gradient descent, and $n$ of SGD, SGD leads.");
CLAIM(race_gradient_descent_wins, SHARPNESS,
      COMPUTE(race,
              &(const struct lead){.gd = true, .first = 2, .last = SWEEPS}),
      "From $2n$ to $20n$ component gradients gradient descent leads.");
/**
## What breaks

**An index that is not uniform.** Draw component $i$ of each problem with a
probability proportional to $i$, and leave its gradient as it is. The mean is
then $\sum_ip_i\nabla f_i$, the gradient of another function.
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

CLAIM(control_index_not_uniform, CONTROL,
      COMPUTE(everywhere,
              &(const struct equality){&by_probabilities, &by_formula,
                                       with_rising_index}),
      "With $p_i\\propto i$ the mean of the gradients is not $\\nabla f$.");
/**
Unbiasedness can be had back for any index with positive probabilities: divide,
$g=\nabla f_i(x)/(np_i)$.
*/
static void divided_component(const struct problem *p, const real x[], whole i,
                              real g[]) {
    real share = (double)p->components * rising_weight(p, x, i);
    p->inner->component(p->inner, x, i, g);
    for (size_t j = 0; j < p->dim; j++) g[j] /= share;
}

static struct problem *with_rising_index_divided(struct problem *inner) {
    struct problem *p = with_rising_index(inner);
    p->component = divided_component;
    return p;
}

CLAIM(index_not_uniform_divided, IDENTITY,
      COMPUTE(everywhere,
              &(const struct equality){&by_probabilities, &by_formula,
                                       with_rising_index_divided}),
      "With $p_i\\propto i$ and each gradient divided by $np_i$ it is.");
/**
**A biased oracle.** $g=\mu x+b$ for $f=\frac\mu2x^2$ is off by $b$ at every
point.
*/
static void on_biased_parabola(struct inquiry *q) {
    compare(q, biased_parabola);
}
CLAIM(control_biased_oracle, CONTROL, COMPUTE(on_biased_parabola, &ends),
      "An oracle that adds $b$ is found out.");
/**
**One draw is no gradient.** Unbiased does not mean right: along the path the
gradient that was drawn is not $\nabla f(x_k)$.
*/
CLAIM(control_one_draw_is_the_gradient, CONTROL,
      WALK(drawn_is_the_gradient, ON(walks), .runs = 16),
      "A single draw differs from $\\nabla f(x_k)$.");
/**
**Cheap is not always better, nor always worse.** That one of the two methods is
ahead at any cost is false for either; both are tried.
*/
CLAIM(control_one_is_always_ahead, CONTROL,
      COMPUTE(race,
              &(const struct lead){true, true, .first = 0, .last = SWEEPS}),
      "At equal cost one of the two is ahead from first to last, be it SGD or "
      "gradient descent.");

static const struct claim *const claims[] = {
    line_1_expectation_is_a_sum, line_2_index_is_uniform,
    line_2_probabilities_are_shares, line_3_factor_moves_out,
    line_4_mean_is_the_gradient, unbiased_everywhere, unbiased_along_the_path,
    /* what it costs, and what that buys */
    cost_of_an_iteration, full_sum_is_gradient_descent, race_sgd_leads_at_first,
    race_gradient_descent_wins, control_index_not_uniform,
    index_not_uniform_divided, control_biased_oracle,
    control_one_draw_is_the_gradient, control_one_is_always_ahead};

static const struct drawing drawings[] = {
    {.name = "race",
     .title = {"What cheap iterations buy: ridge regression, n = 40",
               "Что дают дешёвые итерации: гребневая регрессия, n = 40"},
     .x = {"component gradients", "градиенты компонент"},
     .y = {"E[{/:Italic f}({/:Italic x}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x}) − {/:Italic f}^{ *}]"},
     .linear_x = true,
     .curves = {{"control_one_is_always_ahead",
                 0,
                 {"SGD, α = 0.05", "СГС, α = 0.05"}},
                {"control_one_is_always_ahead",
                 1,
                 {"GD, α = 1/L", "ГС, α = 1/L"}}}},
};

const struct theorem theorem_unbiased_gradient = {
    .id = "unbiased_gradient",
    .title = {"The stochastic gradient is unbiased, and n times cheaper",
              "Стохастический градиент не смещён и в n раз дешевле"},
    .source = "Задача с конечной суммой",
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## References

- H. Robbins, S. Monro, *A stochastic approximation method*, Annals of
  Mathematical Statistics 22 (1951): descent with an unbiased estimate in place
  of the truth.
- L. Bottou, F. Curtis, J. Nocedal, *Optimization methods for large-scale
  machine learning*, SIAM Review 60 (2018), section 3: what a cheap iteration
  buys.
*/
