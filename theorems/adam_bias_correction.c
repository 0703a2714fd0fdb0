/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Adam's bias correction

The lecture says of Adam (slide «Adam»):

> $$m_j^{(k)} = \beta_1 m_j^{(k-1)} + (1 - \beta_1) g_j^{(k)},\qquad v_j^{(k)} = \beta_2 v_j^{(k-1)} + (1 - \beta_2) (g_j^{(k)})^2$$
> $$\hat{m}_j = \frac{m_j^{(k)}}{1 - \beta_1^k},\qquad \hat{v}_j = \frac{v_j^{(k)}}{1 - \beta_2^k}$$
> Компенсирует смещение к нулю в начальных моментах, наблюдаемое в других
> методах (например, RMSProp), что делает оценки более точными.

In words: both averages start at 0, so that for a while they hold too little. If
the gradients $g^{(1)},g^{(2)},\dots$ of a coordinate all have the mean $\mathbb
Eg$ and the second moment $\mathbb Eg^2$, then for every $k$
$$\mathbb E\,\hat m^{(k)}=\mathbb Eg,\qquad\mathbb E\,\hat v^{(k)}=\mathbb Eg^2, \tag{1}$$
exactly, whereas $\mathbb Em^{(k)}=(1-\beta_1^k)\,\mathbb Eg$ and $\mathbb
Ev^{(k)}=(1-\beta_2^k)\,\mathbb Eg^2$. RMSProp's $v$ is short by $1-\gamma^k$ in
the same way.

What this does to the step is less obvious. Where $m$ is too small and $v$ is
too small, their ratio $m/\sqrt v$ is too **large**: at $\beta_1=0.9$,
$\beta_2=0.999$ the first step without correction is $3.16\,\alpha$ long, the
twelfth $6.57\,\alpha$ (if gradients do not change), and with correction it is
$\alpha$.

@figure step_ratio The step without bias correction over the step with it: the
    missing correction makes steps longer, for thousands of iterations

## What it needs

- Every $g^{(i)}$ has the same mean (for $m$) and the same second moment (for
  $v$). If they drift, $\hat m$ lags behind ([below](#what-breaks)).
- Independence is not needed for (1): it is a statement on means.
- In a run $g^{(k)}=\nabla f_{i_k}(x^{(k-1)})$ and $x$ moves, so (1) holds as
  far as the gradient's distribution changes little within the $\frac1{1-\beta}$
  last steps.
*/
#include "theorem.h"

/**
## How the averages are read

From the methods themselves: the state of Adam is $m$, then $v$; that of RMSProp
is $v$. But $\hat m$ and $\hat v$ are in no state, only in the step. They can be
read off the step, from $x=0$ and with $\alpha=1$:

- with an $\epsilon$ of $2^{200}$, in which $\sqrt{\hat v}$ drowns, the step is
  $-\hat m/\epsilon$;
- with $\beta_1=0$ and $\epsilon=0$ the step is $-g/\sqrt{\hat v}$.
*/
/* m_hat / (sqrt(v_hat) + eps), or what the method has in its place: minus the step from 0 with alpha = 1. */
static real direction(const struct method *method, const struct settings *given,
                      size_t k, real g, real state[2]) {
    struct settings s = *given;
    s.alpha = 1;
    real x = {0};
    method->step(&s, k, 1, &x, &g, state);
    return -x;
}

/* A number that a step of the method shows.  k counts from 0, so the lecture's k is one more. */
typedef real observation(const struct method *, const struct settings *,
                         size_t k, real g, real state[2]);

static real m_hat(const struct method *method, const struct settings *given,
                  size_t k, real g, real state[2]) {
    struct settings s = *given;
    s.eps =
        0x1p200; /* a power of two: neither the division nor the product rounds */
    return direction(method, &s, k, g, state) * 0x1p200;
}
static real v_hat(const struct method *method, const struct settings *given,
                  size_t k, real g, real state[2]) {
    struct settings s = *given;
    s.beta1 = s.eps = 0;
    real ratio = g / direction(method, &s, k, g, state);
    return ratio * ratio;
}
static real m_of_state(const struct method *method, const struct settings *s,
                       size_t k, real g, real state[2]) {
    direction(method, s, k, g, state);
    return state[0];
}
static real v_of_state(const struct method *method, const struct settings *s,
                       size_t k, real g, real state[2]) {
    direction(method, s, k, g, state);
    return state[method->vectors - 1];
}

static struct settings with_betas(const double betas[2]) {
    return (struct settings){
        .alpha = 1, .beta1 = betas[0], .beta2 = betas[1], .gamma = betas[1]};
}
static const double standard[2] = {0.9, 0.999};
static const double betas_tried[][2] = {{0.9, 0.999}, {0.5, 0.9}, {0.99, 0.9}};

/* Roundings of an average, in units of DBL_EPSILON times the largest number in it: three a step, half an epsilon each, of
 * which each step keeps beta. */
static double roundings_of(double beta, size_t k) {
    return 2 * fmin((double)k, 1 / (1 - beta)) + 2;
}
/* And after division by 1 - beta^k, of which pow gives the last places only: an error of DBL_EPSILON in beta^k.  A
 * weight errs by three roundings a step, relative to itself. */
static double roundings_corrected(double beta, size_t k) {
    return 2 * (double)k + 2 / (1 - beta) + 8;
}

/**
## The proof, line by line

### Line 1. The recursion unrolled

From $m^{(0)}=0$, for any gradients,
$$m^{(k)}=(1-\beta_1)\sum_{i=1}^k\beta_1^{k-i}g^{(i)}, \tag{2}$$
by induction: $\beta_1$ times the sum for $k-1$ raises every exponent by one,
and the new term has the exponent 0. The same with $\beta_2$ and $(g^{(i)})^2$
for $v$, and with $\gamma$ for RMSProp.
*/
/* Gradients of no pattern: 11 values between -5 and 5, none of them 0. */
static double any_gradient(size_t i) {
    return (double)((i * i * i / 7 + 3 * i) % 11) - 4.75;
}

static void unrolled(struct inquiry *q) {
    static const struct method *const methods[] = {
        &method_adam, &method_adam_uncorrected, &method_rmsprop};
    enum { STEPS = 300 };
    for (size_t b = 0; b < COUNT(betas_tried); b++)
        for (size_t i = 0; i < COUNT(methods); i++)
            for (size_t average = 2 - methods[i]->vectors; average < 2;
                 average++) { /* m, v */
                struct settings s = with_betas(betas_tried[b]);
                double beta = betas_tried[b][average];
                real state[2] = {{0}};
                for (size_t k = 1; k <= STEPS; k++) {
                    observation *look = average ? v_of_state : m_of_state;
                    double seen = look(methods[i], &s, k - 1,
                                       real_all(any_gradient(k)), state)[0],
                           sum = 0;
                    for (size_t t = 1; t <= k; t++)
                        sum += pow(beta, (double)(k - t)) *
                               pow(any_gradient(t), average ? 2 : 1);
                    /* The sum's weights add up to at most 1/(1 - beta); it has k terms and each a few roundings. */
                    double error = (roundings_of(beta, k) + (double)k + 4) *
                                   DBL_EPSILON * (average ? 28 : 5.25);
                    if (k < 5 || k % 50 == 0)
                        inquiry_exact(q, "any_gradients", methods[i]->id, k,
                                      seen, error, EQUAL, (1 - beta) * sum);
                }
            }
}
CLAIM(line_1_unrolled, PROOF_LINE, COMPUTE(unrolled),
      "Equation (2) for $m$ and $v$, with and without correction, and for "
      "RMSProp's $v$: the methods' state after "
      "up to 300 gradients of no pattern.");
/**
### Line 2. The mean goes through

Expectation is linear, so it passes the sum, whatever the gradients' joint
distribution:
$$\mathbb Em^{(k)}=(1-\beta_1)\sum_{i=1}^k\beta_1^{k-i}\,\mathbb Eg^{(i)}. \tag{3}$$

The left side is computed by going through **all paths** of outcomes, each with
its probability, of four small distributions:

| distribution | a gradient is | $\mathbb Eg$ | $\mathbb Eg^2$ |
|---|---|---|---|
| `two_values` | 4 with probability $\frac14$, else $-1$ | $\frac14$ | $\frac{19}4$ |
| `three_values` | $-2$, $1$, $5$ with probabilities $\frac12$, $\frac14$, $\frac14$ | $\frac12$ | $\frac{17}2$ |
| `persistent` | 1 or $-3$; the last one again with probability $\frac78$ | $-1$ | 5 |
| `drifting` | that of `two_values`, plus $\frac i2$ at step $i$ | $\frac14+\frac i2$ | |
*/
enum { OUTCOMES_MAX = 3, LENGTH_MAX = 12 };
struct law {
    const char *id;
    size_t outcomes, length; /* of paths */
    double value[OUTCOMES_MAX], probability[OUTCOMES_MAX];
    double
        again; /* the probability that an outcome comes again; 0: independent of the last one */
    double drift; /* added at each step */
};
static const struct law laws[] = {
    {.id = "two_values",
     .outcomes = 2,
     .length = 12,
     .value = {4, -1},
     .probability = {0.25, 0.75}},
    {.id = "three_values",
     .outcomes = 3,
     .length = 8,
     .value = {-2, 1, 5},
     .probability = {0.5, 0.25, 0.25}},
    {.id = "persistent",
     .outcomes = 2,
     .length = 12,
     .value = {1, -3},
     .probability = {0.5, 0.5},
     .again = 0.875},
};
static const struct law drifting = {.id = "drifting",
                                    .outcomes = 2,
                                    .length = 12,
                                    .value = {4, -1},
                                    .probability = {0.25, 0.75},
                                    .drift = 0.5};

/* E g^power at step i. */
static double moment(const struct law *l, int power, size_t i) {
    double sum = 0;
    for (size_t o = 0; o < l->outcomes; o++)
        sum +=
            l->probability[o] * pow(l->value[o] + l->drift * (double)i, power);
    return sum;
}
static double largest(const struct law *l) {
    double most = 0;
    for (size_t o = 0; o < l->outcomes; o++)
        most = fmax(most, fabs(l->value[o]));
    return most + l->drift * (double)l->length;
}
static size_t paths_of(const struct law *l) {
    size_t paths = 1;
    for (size_t i = 0; i < l->length; i++) paths *= l->outcomes;
    return paths;
}

/* E of what is observed at each step, and E of its squared distance to a target, over all paths. */
struct expected {
    double mean[LENGTH_MAX + 1], square[LENGTH_MAX + 1]; /* from step 1 */
};
static struct expected expect(const struct law *l, const struct method *method,
                              const struct settings *s, observation *look,
                              double target) {
    struct expected e = {{0}, {0}};
    size_t paths = paths_of(l);
    for (size_t first = 0; first < paths; first += LANES) {
        real state[2] = {{0}}, weight = real_all(1);
        size_t rest[LANES], before[LANES] = {0};
        for (size_t lane = 0; lane < LANES; lane++) {
            rest[lane] = first + lane;
            if (first + lane >= paths) weight[lane] = 0;
        }
        real seen[LENGTH_MAX + 1];
        for (size_t k = 1; k <= l->length; k++) {
            real g;
            for (size_t lane = 0; lane < LANES; lane++) {
                size_t o = rest[lane] % l->outcomes;
                rest[lane] /= l->outcomes;
                g[lane] = l->value[o] + l->drift * (double)k;
                weight[lane] *=
                    l->again > 0 && k > 1
                        ? (o == before[lane] ? l->again : 1 - l->again)
                        : l->probability[o];
                before[lane] = o;
            }
            seen[k] = look(method, s, k - 1, g, state);
        }
        for (size_t k = 1; k <= l->length; k++)
            for (size_t lane = 0; lane < LANES; lane++) {
                double apart = seen[k][lane] - target;
                e.mean[k] += weight[lane] * seen[k][lane];
                e.square[k] += weight[lane] * apart * apart;
            }
    }
    return e;
}

/* A sum over all paths errs by an epsilon for each of them and each factor of their probabilities. */
static double roundings_of_paths(const struct law *l) {
    return (double)paths_of(l) + (double)l->length;
}

static void means_pass_through(struct inquiry *q) {
    for (size_t b = 0; b < COUNT(betas_tried); b++)
        for (size_t average = 0; average < 2; average++) {
            struct settings s = with_betas(betas_tried[b]);
            double beta = betas_tried[b][average];
            struct expected e = expect(&drifting, &method_adam, &s,
                                       average ? v_of_state : m_of_state, 0);
            for (size_t k = 1; k <= drifting.length; k++) {
                double sum = 0;
                for (size_t i = 1; i <= k; i++)
                    sum += pow(beta, (double)(k - i)) *
                           moment(&drifting, average ? 2 : 1, i);
                double error = (roundings_of(beta, k) +
                                roundings_of_paths(&drifting) + (double)k + 8) *
                               DBL_EPSILON *
                               pow(largest(&drifting), average ? 2 : 1);
                inquiry_exact(q, "drifting", "adam", k, e.mean[k], error, EQUAL,
                              (1 - beta) * sum);
            }
        }
}
CLAIM(line_2_means_pass_through, PROOF_LINE, COMPUTE(means_pass_through),
      "Equation (3) for $m$ and $v$ over all paths, though the mean drifts.");
/**
### Line 3. The weights add up

If $\mathbb Eg^{(i)}=\mathbb Eg$ for all $i$, it comes out of the sum, and what
stays is geometric:
$$(1-\beta_1)\sum_{i=1}^k\beta_1^{k-i}=1-\beta_1^k. \tag{4}$$
The left side is what the method makes of gradients that are all 1.
*/
static void add_weights(struct inquiry *q, const struct method *method,
                        size_t average) {
    size_t checkpoints[CHECKPOINTS_MAX],
        count = checkpoints_between(1, 10000, 8, checkpoints);
    struct settings s = with_betas(average && method == &method_rmsprop
                                       ? (const double[]){0, 0.9}
                                       : standard);
    double beta = average ? s.beta2 : s.beta1;
    real state[2] = {{0}};
    for (size_t k = 1, c = 0; c < count; k++) {
        double seen = (average ? v_of_state : m_of_state)(
            method, &s, k - 1, real_all(1), state)[0];
        if (k != checkpoints[c]) continue;
        c++;
        double error = (roundings_of(beta, k) + 2) * DBL_EPSILON;
        inquiry_exact(q, "ones", method->id, k, seen, error, EQUAL,
                      1 - pow(beta, (double)k));
    }
}
static void weights_add_up(struct inquiry *q) {
    add_weights(q, &method_adam, 0);
    add_weights(q, &method_rmsprop, 1);
    add_weights(q, &method_adam, 1);
}
CLAIM(line_3_weights_add_up, PROOF_LINE, COMPUTE(weights_add_up),
      "Equation (4) for $m$, for RMSProp's $v$ and for Adam's $v$, up to "
      "$k=10^4$.");
/**
@figure weights How much weight each average holds after k steps: what is
    missing to 1 is the bias towards zero

### Line 4. Division

So $\mathbb Em^{(k)}=(1-\beta_1^k)\,\mathbb Eg$, and dividing by $1-\beta_1^k$,
which depends on $k$ alone, gives (1). $\blacksquare$

Without the division the averages are short by that factor, exactly: those of
Adam without correction, as its steps show them, and RMSProp's.
*/
/* What E of an observation is off (1), or off (1) times a factor. */
typedef double factor(double beta, size_t k);
static double one(double beta, size_t k) {
    (void)beta;
    (void)k;
    return 1;
}
static double held(double beta, size_t k) {
    return 1 - pow(beta, (double)k);
}

static void add_means(struct inquiry *q, const struct method *method,
                      observation *look, int power, factor *of) {
    for (size_t l = 0; l < COUNT(laws); l++)
        for (size_t b = 0; b < COUNT(betas_tried); b++) {
            const struct law *law = &laws[l];
            struct settings s = with_betas(betas_tried[b]);
            double beta = betas_tried[b][power - 1];
            struct expected e = expect(law, method, &s, look, 0);
            for (size_t k = 1; k <= law->length; k++) {
                /* Reading v_hat off a quotient adds four roundings, squared. */
                double error = (roundings_corrected(beta, k) +
                                roundings_of_paths(law) + 8) *
                               DBL_EPSILON * pow(largest(law), power);
                inquiry_exact(q, law->id, method->id, k, e.mean[k], error,
                              EQUAL, of(beta, k) * moment(law, power, 0));
            }
        }
}
static void m_hat_is_unbiased(struct inquiry *q) {
    add_means(q, &method_adam, m_hat, 1, one);
}
static void v_hat_is_unbiased(struct inquiry *q) {
    add_means(q, &method_adam, v_hat, 2, one);
}
static void compute_uncorrected_m_is_short(struct inquiry *q) {
    add_means(q, &method_adam_uncorrected, m_hat, 1, held);
}
static void compute_uncorrected_v_is_short(struct inquiry *q) {
    add_means(q, &method_adam_uncorrected, v_hat, 2, held);
}
static void rmsprop_is_short(struct inquiry *q) {
    add_means(q, &method_rmsprop, v_hat, 2, held);
}
CLAIM(line_4_m_hat_is_unbiased, PROOF_LINE, COMPUTE(m_hat_is_unbiased),
      "$\\mathbb E\\,\\hat m^{(k)}=\\mathbb Eg$ over all paths, read off "
      "Adam's steps, also for gradients that "
      "depend "
      "on each other.");
CLAIM(line_4_v_hat_is_unbiased, PROOF_LINE, COMPUTE(v_hat_is_unbiased),
      "$\\mathbb E\\,\\hat v^{(k)}=\\mathbb Eg^2$ likewise.");
CLAIM(uncorrected_m_is_short, IDENTITY, COMPUTE(compute_uncorrected_m_is_short),
      "Without correction $\\mathbb Em^{(k)}=(1-\\beta_1^k)\\,\\mathbb Eg$.");
CLAIM(uncorrected_v_is_short, IDENTITY, COMPUTE(compute_uncorrected_v_is_short),
      "Without correction $\\mathbb Ev^{(k)}=(1-\\beta_2^k)\\,\\mathbb Eg^2$.");
CLAIM(rmsprop_v_is_short, IDENTITY, COMPUTE(rmsprop_is_short),
      "RMSProp: $\\mathbb Ev^{(k)}=(1-\\gamma^k)\\,\\mathbb Eg^2$.");
/**
## On real gradients

The lecture's logistic regression, $x$ held at $x_0$, gradients $\nabla
f_i(x_0)$ of random components: a distribution that stays the same, of the
coordinate whose mean is farthest from 0. Seeded runs, and intervals that hold
for every sample size. The range that they need is certified by line 1: $\hat m$
is a weighted mean of gradients and lies between the least and the largest of
them, $m$ between them and 0, and $v$ and $\hat v$ lie between 0 and the largest
square. All is divided by the true mean, so that 1 is right.
*/
static const size_t looked_at[] = {1, 2, 5, 10, 20, 50, 100};
enum { LOOKED_AT = COUNT(looked_at) };

/* The coordinate of grad f_i(x_0) whose mean is farthest from 0, in every component. */
static double *one_coordinate(const struct problem *p, double *mean) {
    real x[p->dim], full[p->dim], one_of[p->dim];
    size_t j = 0;
    for (size_t i = 0; i < p->dim; i++) x[i] = real_all(p->x_0[i]);
    p->value(p, x, full);
    for (size_t i = 1; i < p->dim; i++)
        if (fabs(full[i][0]) > fabs(full[j][0])) j = i;
    double *values = allocate(p->components, sizeof *values);
    for (size_t i = 0; i < p->components; i++) {
        p->component(p, x, whole_all(i), one_of);
        values[i] = one_of[j][0];
    }
    *mean = full[j][0];
    return values;
}

static bool stopped(const struct inquiry *q) {
    return q->options->interrupted && *q->options->interrupted;
}

/* The interval of what is observed on real gradients, over the true moment: around 1, or, with a margin, near it. */
static void add_sampled(struct inquiry *q, const struct method *method,
                        observation *look, int power, double margin) {
    struct problem *p = logistic();
    double mean, low = 0, high = 0, square = 0,
                 *values = one_coordinate(p, &mean);
    for (size_t i = 0; i < p->components; i++) {
        values[i] /= mean;
        low = fmin(low, values[i]);
        high = fmax(high, values[i]);
        square += values[i] * values[i] / (double)p->components;
    }
    double truth_is = power == 2 ? square : 1;
    if (power == 2) high = fmax(low * low, high * high), low = 0;
    struct settings s = with_betas(standard);
    /* Rounding may carry an average out of its range, by this much. */
    double slack =
        roundings_corrected(standard[power - 1], looked_at[LOOKED_AT - 1]) *
        DBL_EPSILON * fmax(-low, high);
    low -= slack;
    high += slack;
    struct moments m[LOOKED_AT] = {{0}};
    uint64_t surplus = pcg_surplus(p->components);
    size_t groups =
        (size_t)ceil(fmax(1, q->options->effort * (1 << 16) / LANES));
    for (size_t group = 0; group < groups && !stopped(q); group++) {
        struct pcg_lanes random =
            pcg_lanes_of_runs(q->options->seed, q->stream, group * LANES);
        real state[2] = {{0}};
        for (size_t k = 1, c = 0; c < LOOKED_AT; k++) {
            whole index = pcg_lanes_below(&random, p->components, surplus);
            real g;
            for (size_t lane = 0; lane < LANES; lane++)
                g[lane] = values[index[lane]];
            real seen = look(method, &s, k - 1, g, state);
            if (k != looked_at[c]) continue;
            for (size_t lane = 0; lane < LANES; lane++) {
                double sample = seen[lane] - low;
                bool broken = !(sample >= 0 && sample <= high - low);
                m[c] = moments_merged(m[c], (struct moments){.count = 1,
                                                             .broken = broken,
                                                             .mean = sample});
            }
            c++;
        }
    }
    q->interrupted = stopped(q);
    for (size_t c = 0; c < LOOKED_AT && !q->interrupted; c++) {
        struct interval i =
            interval_of_mean(&m[c], high - low, q->options->delta);
        struct finding f = {
            .problem = "logistic",
            .method = method->id,
            .k = looked_at[c],
            .runs = m[c].count,
            .estimate = m[c].broken ? NAN : (m[c].mean + low) / truth_is,
            .lower = m[c].broken ? NAN : (i.lower + low) / truth_is,
            .upper = m[c].broken ? NAN : (i.upper + low) / truth_is,
            .bound = 1,
            .sign = EQUAL};
        if (margin > 0) f.sign = AT_MOST, f.bound = 1 + margin;
        inquiry_add(q, f);
        if (margin > 0)
            f.sign = AT_LEAST, f.bound = 1 - margin, inquiry_add(q, f);
    }
    free(values);
    problem_free(p);
}
static void sampled_m_hat(struct inquiry *q) {
    add_sampled(q, &method_adam, m_hat, 1, 0);
}
static void sampled_v_hat(struct inquiry *q) {
    add_sampled(q, &method_adam, v_hat, 2, 0);
}
static void sampled_m_hat_within(struct inquiry *q) {
    add_sampled(q, &method_adam, m_hat, 1, 0.1);
}
static void sampled_m(struct inquiry *q) {
    add_sampled(q, &method_adam_uncorrected, m_hat, 1, 0);
}
static void sampled_v(struct inquiry *q) {
    add_sampled(q, &method_adam_uncorrected, v_hat, 2, 0);
}
CLAIM(sampled_m_hat_contains_the_mean, IDENTITY,
      COMPUTE(sampled_m_hat, .limits = 2 * LOOKED_AT),
      "On the logistic regression the interval of $\\mathbb E\\,\\hat "
      "m^{(k)}/\\mathbb Eg$ contains 1.");
CLAIM(sampled_v_hat_contains_the_second_moment, IDENTITY,
      COMPUTE(sampled_v_hat, .limits = 2 * LOOKED_AT),
      "On the logistic regression the interval of $\\mathbb E\\,\\hat "
      "v^{(k)}/\\mathbb Eg^2$ contains 1.");
CLAIM(control_sampled_m, CONTROL, COMPUTE(sampled_m, .limits = 2 * LOOKED_AT),
      "Without correction the interval of $\\mathbb Em^{(k)}/\\mathbb Eg$ "
      "would contain 1.");
CLAIM(control_sampled_v, CONTROL, COMPUTE(sampled_v, .limits = 2 * LOOKED_AT),
      "Without correction the interval of $\\mathbb Ev^{(k)}/\\mathbb Eg^2$ "
      "would contain 1.");
/**
An interval that is too wide would contain anything; this one is within 10% of
the truth:
*/
CLAIM(sampled_m_hat_within_a_tenth, SHARPNESS,
      COMPUTE(sampled_m_hat_within, .limits = 2 * LOOKED_AT),
      "The interval of $\\mathbb E\\,\\hat m^{(k)}/\\mathbb Eg$ lies between "
      "0.9 and 1.1.");
/**
@figure sampled Logistic regression, gradients at a fixed point: averages over
    their true means; bands are confidence intervals

## What it does to the step

### The first step

With correction $\hat m=g$ and $\hat v=g^2$ after one gradient, whatever
$\beta_1$ and $\beta_2$ are, so
$$|x^{(1)}-x^{(0)}|=\alpha\frac{|g|}{|g|+\epsilon}\le\alpha. \tag{5}$$
Without it $m=(1-\beta_1)g$ and $v=(1-\beta_2)g^2$: for $\epsilon=0$ the step is
$\alpha\frac{1-\beta_1}{\sqrt{1-\beta_2}}$ long, $3.16\,\alpha$. RMSProp has no
$m$ to shorten it: $\frac\alpha{\sqrt{1-\gamma}}$, which at $\gamma=0.9$ is
$3.16\,\alpha$ as well. Gradients of $10^{k-9}$, $k=1,\dots,17$, and
$\alpha=10^{-3}$:
*/
/* |x_1 - x_0| from x_0 = 0. */
static double first_step(const struct method *method, const struct settings *s,
                         double g) {
    real state[2] = {{0}}, x = {0}, gradient = real_all(g);
    method->step(s, 0, 1, &x, &gradient, state);
    return fabs(x[0]);
}

/* The length of a first step, as `share` of alpha and with an epsilon. */
static void add_first_step(struct inquiry *q, const struct method *method,
                           double eps, enum sign sign, double share) {
    for (size_t k = 1; k <= 17; k++) {
        double g = pow(10, (double)k - 9);
        struct settings s = with_betas(
            method == &method_rmsprop ? (const double[]){0, 0.9} : standard);
        s.alpha = 1e-3;
        s.eps = eps;
        double error = 16 * DBL_EPSILON * share *
                       s.alpha; /* some ten roundings, relative to the step */
        inquiry_exact(q, "first_gradient", method->id, k,
                      first_step(method, &s, g), error, sign, share * s.alpha);
    }
}
static void first_step_at_most_alpha(struct inquiry *q) {
    add_first_step(q, &method_adam, 1e-8, AT_MOST, 1);
    add_first_step(q, &method_adam, 0, AT_MOST, 1);
}
static void first_step_is_alpha(struct inquiry *q) {
    add_first_step(q, &method_adam, 0, EQUAL, 1);
}
static void first_step_at_0_95(struct inquiry *q) {
    add_first_step(q, &method_adam, 0, AT_MOST, 0.95);
}
static void compute_first_step_uncorrected(struct inquiry *q) {
    add_first_step(q, &method_adam_uncorrected, 0, EQUAL,
                   (1 - standard[0]) / sqrt(1 - standard[1]));
}
static void compute_first_step_of_rmsprop(struct inquiry *q) {
    add_first_step(q, &method_rmsprop, 0, EQUAL, 1 / sqrt(1 - 0.9));
}
CLAIM(bound_first_step, BOUND, COMPUTE(first_step_at_most_alpha),
      "Adam's first step is at most $\\alpha$ long, for gradients of "
      "$10^{k-9}$, with $\\epsilon=10^{-8}$ and 0.");
CLAIM(sharp_first_step_is_alpha, SHARPNESS, COMPUTE(first_step_is_alpha),
      "With $\\epsilon=0$ it is $\\alpha$.");
CLAIM(sharp_first_step_fails_at_0_95, CONTROL, COMPUTE(first_step_at_0_95),
      "It exceeds $0.95\\,\\alpha$.");
CLAIM(first_step_uncorrected, IDENTITY, COMPUTE(compute_first_step_uncorrected),
      "Without correction it is "
      "$\\alpha\\frac{1-\\beta_1}{\\sqrt{1-\\beta_2}}$.");
CLAIM(first_step_of_rmsprop, IDENTITY, COMPUTE(compute_first_step_of_rmsprop),
      "RMSProp's first step is $\\frac\\alpha{\\sqrt{1-\\gamma}}$.");
/**
### Every step

With and without correction $m$ and $v$ are the same numbers, so for
$\epsilon=0$ and **any** gradients
$$\frac{\text{step without correction}}{\text{step with it}}=r_k=\frac{1-\beta_1^k}{\sqrt{1-\beta_2^k}}, \tag{6}$$
and RMSProp's step over that of Adam with $\beta_1=0$, $\beta_2=\gamma$ is
$\frac1{\sqrt{1-\gamma^k}}$. For large $k$ both tend to 1, but at
$\beta_2=0.999$ that takes thousands of steps. If the gradient stays the same,
every step with correction is $\alpha$ long, and those without it are
$r_k\alpha$. Beyond $k=100$ $r_k\le(1-\beta_2^{100})^{-1/2}<3.3$, so that
looking at $k\le100$ finds its largest value: $r_{12}=6.57$.
*/
static double ratio_of_steps(double beta1, double beta2, size_t k) {
    return (1 - pow(beta1, (double)k)) / sqrt(1 - pow(beta2, (double)k));
}

static void add_step_ratio(struct inquiry *q, const struct method *method,
                           const double betas[2]) {
    size_t checkpoints[CHECKPOINTS_MAX],
        count = checkpoints_between(1, 10000, 8, checkpoints);
    struct settings s = with_betas(betas);
    real with[2] = {{0}}, without[2] = {{0}};
    for (size_t k = 1, c = 0; c < count; k++) {
        real g = real_all(any_gradient(k)),
             corrected = direction(&method_adam, &s, k - 1, g, with),
             plain = direction(method, &s, k - 1, g, without);
        if (k != checkpoints[c]) continue;
        c++;
        double formula = ratio_of_steps(betas[0], betas[1], k),
               m = fabs(with[0][0]);
        /* Relative errors: of m, whose terms may cancel; of v; of both corrections; of ten operations more. */
        double relative = 2 * roundings_of(betas[0], k) * 5.25 / m +
                          2 * roundings_of(betas[1], k) +
                          4 / held(betas[0], k) + 4 / held(betas[1], k) + 10;
        inquiry_exact(q, "any_gradients", method->id, k, (plain / corrected)[0],
                      relative * DBL_EPSILON * formula, EQUAL, formula);
    }
}
static void compute_step_ratio(struct inquiry *q) {
    add_step_ratio(q, &method_adam_uncorrected, standard);
    add_step_ratio(q, &method_adam_uncorrected, (const double[]){0.9, 0.99});
    add_step_ratio(q, &method_rmsprop, (const double[]){0, 0.9});
}

/* Steps under a gradient that stays 1, with alpha = 1, over what they would be at most. */
static void add_steps(struct inquiry *q, const struct method *method,
                      enum sign sign, double bound) {
    struct settings s = with_betas(standard);
    real state[2] = {{0}};
    for (size_t k = 1; k <= 100; k++) {
        double step = direction(method, &s, k - 1, real_all(1), state)[0];
        double relative = roundings_of(0.9, k) / held(0.9, k) +
                          roundings_of(0.999, k) / held(0.999, k) + 10;
        inquiry_exact(q, "ones", method->id, k, step,
                      relative * DBL_EPSILON * step, sign, bound);
    }
}
static void compute_steps_corrected(struct inquiry *q) {
    add_steps(q, &method_adam, EQUAL, 1);
}
static void steps_uncorrected(struct inquiry *q) {
    add_steps(q, &method_adam_uncorrected, AT_MOST,
              ratio_of_steps(0.9, 0.999, 12));
}
static void steps_uncorrected_at_0_95(struct inquiry *q) {
    add_steps(q, &method_adam_uncorrected, AT_MOST,
              0.95 * ratio_of_steps(0.9, 0.999, 12));
}
static void steps_uncorrected_within_alpha(struct inquiry *q) {
    add_steps(q, &method_adam_uncorrected, AT_MOST, 1);
}
CLAIM(step_ratio, IDENTITY, COMPUTE(compute_step_ratio),
      "Equation (6) for gradients of no pattern up to $k=10^4$, and the same "
      "for RMSProp.");
CLAIM(steps_corrected, IDENTITY, COMPUTE(compute_steps_corrected),
      "Under a constant gradient every step of Adam is $\\alpha$ long.");
CLAIM(bound_steps_uncorrected, BOUND, COMPUTE(steps_uncorrected),
      "Without correction a step under a constant gradient is at most "
      "$r_{12}\\,\\alpha=6.57\\,\\alpha$ long.");
CLAIM(sharp_steps_uncorrected_fail_at_0_95, CONTROL,
      COMPUTE(steps_uncorrected_at_0_95), "0.95 of that is exceeded.");
/**
Averages that are too small do not make steps that are too small:
*/
CLAIM(control_steps_uncorrected_within_alpha, CONTROL,
      COMPUTE(steps_uncorrected_within_alpha),
      "Without correction steps under a constant gradient would be at most "
      "$\\alpha$ long.");
/**
## Unbiased, but more accurate?

The lecture goes on «что делает оценки более точными». As to bias, yes. In mean
square it depends. Let gradients be independent with variance $\sigma^2$ and
mean $\mu$, and $c=1-\beta_1^k$. The variance of $\hat m$ is $\sigma^2$ times
the sum of squares of its weights,
$$\mathbb E(\hat m-\mu)^2=\sigma^2S_k,\qquad S_k=\frac{(1-\beta_1)(1+\beta_1^k)}{(1+\beta_1)(1-\beta_1^k)}, \tag{7}$$
and as $m=c\,\hat m$,
$$\mathbb E(m-\mu)^2=c^2\sigma^2S_k+(1-c)^2\mu^2. \tag{8}$$
So $\hat m$ is the better estimate exactly if $(1-c)\mu^2>(1+c)\,\sigma^2S_k$.
At $k=1$ that is $\sigma^2<\frac{\beta_1}{2-\beta_1}\mu^2$: the signal must
exceed the noise. Where gradients are mostly noise, as near a minimum, the
shrunken $m$ is the more accurate one, and ever so slightly it is for every law
with $\sigma>0$ once $k$ is large, for $1-c$ tends to 0 and $(1+c)S_k$ does not.
*/
static const struct law mostly_signal = {.id = "mostly_signal",
                                         .outcomes = 2,
                                         .length = 12,
                                         .value = {2, 1},
                                         .probability = {0.5, 0.5}};

struct accuracy {
    double with[LENGTH_MAX + 1], without[LENGTH_MAX + 1]; /* mean squares */
    double mean, variance;
};
static struct accuracy accuracy_of(const struct law *l, double beta1) {
    struct settings s = with_betas((const double[]){beta1, 0.999});
    struct accuracy a = {.mean = moment(l, 1, 0)};
    a.variance = moment(l, 2, 0) - a.mean * a.mean;
    struct expected with = expect(l, &method_adam, &s, m_hat, a.mean);
    struct expected without =
        expect(l, &method_adam_uncorrected, &s, m_hat, a.mean);
    memcpy(a.with, with.square, sizeof a.with);
    memcpy(a.without, without.square, sizeof a.without);
    return a;
}
/* A square of numbers below 2 largest: twice the relative error of each, and that of a sum over paths. */
static double accuracy_error(const struct law *l, double beta, size_t k) {
    double size = 2 * largest(l);
    return (2 * roundings_corrected(beta, k) + roundings_of_paths(l) + 8) *
           DBL_EPSILON * size * size;
}

static void compute_mean_squares(struct inquiry *q) {
    const struct law *const independent[] = {&laws[0], &laws[1],
                                             &mostly_signal};
    for (size_t l = 0; l < COUNT(independent); l++)
        for (size_t b = 0; b < COUNT(betas_tried); b++) {
            double beta = betas_tried[b][0];
            struct accuracy a = accuracy_of(independent[l], beta);
            for (int corrected = 1; corrected >= 0; corrected--)
                for (size_t k = 1; k <= independent[l]->length; k++) {
                    double c = held(beta, k),
                           S = (1 - beta) * (2 - c) / ((1 + beta) * c),
                           bias = (1 - c) * a.mean,
                           right = corrected
                                       ? a.variance * S
                                       : c * c * a.variance * S + bias * bias;
                    inquiry_exact(q, independent[l]->id,
                                  corrected ? "adam" : "adam_uncorrected", k,
                                  corrected ? a.with[k] : a.without[k],
                                  accuracy_error(independent[l], beta, k),
                                  EQUAL, right);
                }
        }
}
static void add_more_accurate(struct inquiry *q, const struct law *l) {
    struct accuracy a = accuracy_of(l, standard[0]);
    for (size_t k = 1; k <= l->length; k++)
        inquiry_exact(q, l->id, "adam", k, a.with[k],
                      2 * accuracy_error(l, standard[0], k), AT_MOST,
                      a.without[k]);
}
static void compute_more_accurate_with_signal(struct inquiry *q) {
    add_more_accurate(q, &mostly_signal);
}
static void more_accurate_always(struct inquiry *q) {
    add_more_accurate(q, &laws[0]);
}
CLAIM(mean_squares, IDENTITY, COMPUTE(compute_mean_squares),
      "Equations (7) and (8) over all paths, for three laws and three "
      "$\\beta_1$.");
CLAIM(more_accurate_with_signal, SHARPNESS,
      COMPUTE(compute_more_accurate_with_signal),
      "Where the signal exceeds the noise, $\\mathbb E(\\hat "
      "m-\\mu)^2\\le\\mathbb E(m-\\mu)^2$.");
CLAIM(control_more_accurate_always, CONTROL, COMPUTE(more_accurate_always),
      "Where gradients are mostly noise, $\\mathbb E(\\hat "
      "m-\\mu)^2\\le\\mathbb E(m-\\mu)^2$ too.");
/**
@erratum control_more_accurate_always «Компенсирует смещение к нулю в начальных
    моментах, […] что делает оценки более точными» :: The correction removes the
    bias; in mean square it makes the estimates worse where gradients are mostly
    noise, at the first step whenever
    $\sigma^2>\frac{\beta_1}{2-\beta_1}(\mathbb Eg)^2$.

@figure accuracy Mean square error of the average of gradients: with the signal
    above the noise the correction helps, with the noise above the signal it
    harms

## What breaks

**A mean that drifts.** With $\mathbb Eg^{(i)}=a+di$ the weights of (3), divided
by $1-\beta_1^k$, are still a mean, but of the past. Its age is
$\sum_{j<k}j\beta_1^j\big/\sum_{j<k}\beta_1^j$, and
$$\mathbb E\,\hat m^{(k)}=\mathbb Eg^{(k)}-d\Bigl(\frac{\beta_1}{1-\beta_1}-\frac{k\beta_1^k}{1-\beta_1^k}\Bigr): \tag{9}$$
$\hat m$ lags by up to $\frac{\beta_1}{1-\beta_1}$ steps, nine at $\beta_1=0.9$.
*/
static void add_drift(struct inquiry *q, bool lags) {
    for (size_t b = 0; b < COUNT(betas_tried); b++) {
        struct settings s = with_betas(betas_tried[b]);
        double beta = betas_tried[b][0];
        struct expected e = expect(&drifting, &method_adam, &s, m_hat, 0);
        for (size_t k = 1; k <= drifting.length; k++) {
            double age = beta / (1 - beta) -
                         (double)k * (1 - held(beta, k)) / held(beta, k);
            /* The two terms of the age are up to 1/(1 - beta) long and as inexact. */
            double error = (roundings_corrected(beta, k) +
                            roundings_of_paths(&drifting) + 8) *
                               largest(&drifting) +
                           8 * drifting.drift / ((1 - beta) * (1 - beta));
            inquiry_exact(
                q, "drifting", "adam", k, e.mean[k], error * DBL_EPSILON, EQUAL,
                moment(&drifting, 1, k) - (lags ? drifting.drift * age : 0));
        }
    }
}
static void compute_drift_lags(struct inquiry *q) {
    add_drift(q, true);
}
static void drift_without_lag(struct inquiry *q) {
    add_drift(q, false);
}
CLAIM(drift_lags, IDENTITY, COMPUTE(compute_drift_lags),
      "Equation (9) over all paths.");
CLAIM(
    control_drift, CONTROL, COMPUTE(drift_without_lag),
    "With a mean that drifts, $\\mathbb E\\,\\hat m^{(k)}=\\mathbb Eg^{(k)}$.");
/**
**Another exponent.** Code that counts $k$ from 0 and forgets the one divides by
$1-\beta^{k-1}$ (by 0 at first), or, counting twice, by $1-\beta^{k+1}$. Then
the mean of $m$ would have to be that times $\mathbb Eg$:
*/
static double held_before(double beta, size_t k) {
    return held(beta, k - 1);
}
static double held_after(double beta, size_t k) {
    return held(beta, k + 1);
}
static void exponent_less_one(struct inquiry *q) {
    add_means(q, &method_adam_uncorrected, m_hat, 1, held_before);
}
static void exponent_and_one(struct inquiry *q) {
    add_means(q, &method_adam_uncorrected, m_hat, 1, held_after);
}
CLAIM(control_exponent_less_one, CONTROL, COMPUTE(exponent_less_one),
      "$\\mathbb Em^{(k)}=(1-\\beta_1^{k-1})\\,\\mathbb Eg$.");
CLAIM(control_exponent_and_one, CONTROL, COMPUTE(exponent_and_one),
      "$\\mathbb Em^{(k)}=(1-\\beta_1^{k+1})\\,\\mathbb Eg$.");
/**
**One correction without the other.** With $\hat m$ and a plain $v$ the first
step is $\frac\alpha{\sqrt{1-\beta_2}}=31.6\,\alpha$ long, with a plain $m$ and
$\hat v$ only $(1-\beta_1)\,\alpha$.
*/
static void add_one_of_two(struct inquiry *q, bool of_m) {
    struct settings s = with_betas(standard);
    real state[2] = {{0}};
    direction(&method_adam, &s, 0, real_all(1), state);
    double m = state[0][0] / (of_m ? 1 - standard[0] : 1),
           v = state[1][0] / (of_m ? 1 : 1 - standard[1]);
    inquiry_exact(q, "first_gradient", "adam", 1, m / sqrt(v),
                  32 * DBL_EPSILON * m / sqrt(v), EQUAL, 1);
}
static void only_m_corrected(struct inquiry *q) {
    add_one_of_two(q, true);
}
static void only_v_corrected(struct inquiry *q) {
    add_one_of_two(q, false);
}
CLAIM(control_only_m_corrected, CONTROL, COMPUTE(only_m_corrected),
      "With $\\hat m$ and a plain $v$ the first step would be $\\alpha$ long.");
CLAIM(control_only_v_corrected, CONTROL, COMPUTE(only_v_corrected),
      "With a plain $m$ and $\\hat v$ the first step would be $\\alpha$ long.");
/**
**The mean of the step.** Both parts of the step are unbiased, the step is not:
$\mathbb E\frac{\hat m}{\sqrt{\hat v}}$ is not $\frac{\mathbb Eg}{\sqrt{\mathbb
Eg^2}}$. After one gradient it is $\mathbb E\operatorname{sign}g$. For
`two_values` that is $-\frac12$ while $\mathbb Eg=\frac14$: the mean first step
climbs, away from where gradient descent would go.
*/
static void add_mean_direction(struct inquiry *q, bool of_signs) {
    for (size_t l = 0; l < COUNT(laws); l++) {
        struct settings s = with_betas(standard);
        struct expected e = expect(&laws[l], &method_adam, &s, direction, 0);
        double signs = 0;
        for (size_t o = 0; o < laws[l].outcomes; o++)
            signs += copysign(laws[l].probability[o], laws[l].value[o]);
        for (size_t k = 1; k <= (of_signs ? 1 : laws[l].length); k++) {
            /* |m_hat| <= largest and sqrt(v_hat) >= 1, the least gradient. */
            double error = (2 * roundings_corrected(standard[1], k) +
                            roundings_of_paths(&laws[l]) + 8) *
                           DBL_EPSILON * largest(&laws[l]);
            double right = of_signs ? signs
                                    : moment(&laws[l], 1, 0) /
                                          sqrt(moment(&laws[l], 2, 0));
            inquiry_exact(q, laws[l].id, "adam", k, e.mean[k], error, EQUAL,
                          right);
        }
    }
}
static void mean_first_step(struct inquiry *q) {
    add_mean_direction(q, true);
}
static void mean_of_ratio(struct inquiry *q) {
    add_mean_direction(q, false);
}
CLAIM(mean_first_step_is_a_sign, IDENTITY, COMPUTE(mean_first_step),
      "The mean of Adam's first step is $-\\alpha\\,\\mathbb "
      "E\\operatorname{sign}g$.");
CLAIM(control_mean_of_ratio, CONTROL, COMPUTE(mean_of_ratio),
      "$\\mathbb E\\,\\hat m/\\sqrt{\\hat v}=\\mathbb Eg/\\sqrt{\\mathbb "
      "Eg^2}$.");

static const struct claim *const claims[] = {
    line_1_unrolled,
    line_2_means_pass_through,
    line_3_weights_add_up,
    line_4_m_hat_is_unbiased,
    line_4_v_hat_is_unbiased,
    uncorrected_m_is_short,
    uncorrected_v_is_short,
    rmsprop_v_is_short,
    sampled_m_hat_contains_the_mean,
    sampled_v_hat_contains_the_second_moment,
    sampled_m_hat_within_a_tenth,
    control_sampled_m,
    control_sampled_v,
    bound_first_step,
    sharp_first_step_is_alpha,
    sharp_first_step_fails_at_0_95,
    first_step_uncorrected,
    first_step_of_rmsprop,
    step_ratio,
    steps_corrected,
    bound_steps_uncorrected,
    sharp_steps_uncorrected_fail_at_0_95,
    control_steps_uncorrected_within_alpha,
    mean_squares,
    more_accurate_with_signal,
    control_more_accurate_always,
    drift_lags,
    control_drift,
    control_exponent_less_one,
    control_exponent_and_one,
    control_only_m_corrected,
    control_only_v_corrected,
    mean_first_step_is_a_sign,
    control_mean_of_ratio};

static const struct drawing drawings[] = {
    {.name = "step_ratio",
     .title = {"Steps without bias correction over steps with it",
               "Шаги без коррекции смещения к шагам с ней"},
     .x = {"iteration k", "итерация k"},
     .y = {"ratio of steps", "отношение шагов"},
     .linear_y = true,
     .curves = {{"step_ratio",
                 0,
                 {"β_1 = 0.9, β_2 = 0.999", "β_1 = 0.9, β_2 = 0.999"}},
                {"step_ratio",
                 1,
                 {"β_1 = 0.9, β_2 = 0.99", "β_1 = 0.9, β_2 = 0.99"}},
                {"step_ratio", 2, {"RMSProp, γ = 0.9", "RMSProp, γ = 0.9"}}}},
    {.name = "weights",
     .title = {"The weight that an average holds", "Вес, накопленный средним"},
     .x = {"iteration k", "итерация k"},
     .y = {"1 - β^k", "1 - β^k"},
     .linear_y = true,
     .curves = {{"line_3_weights_add_up",
                 1,
                 {"m; RMSProp's v: 0.9", "m; v в RMSProp: 0.9"}},
                {"line_3_weights_add_up",
                 2,
                 {"Adam's v: 0.999", "v в Adam: 0.999"}}}},
    {.name = "sampled",
     .title = {"Averages over the true means, logistic regression",
               "Средние к истинным моментам, логистическая регрессия"},
     .x = {"iteration k", "итерация k"},
     .y = {"mean of the average / truth", "среднее оценки / истина"},
     .linear_y = true,
     .curves = {{"sampled_v_hat_contains_the_second_moment",
                 0,
                 {"v, corrected", "v с коррекцией"}},
                {"sampled_m_hat_contains_the_mean",
                 0,
                 {"m, corrected", "m с коррекцией"}},
                {"control_sampled_m", 0, {"m, uncorrected", "m без коррекции"}},
                {"control_sampled_v",
                 0,
                 {"v, uncorrected", "v без коррекции"}}}},
    {.name = "accuracy",
     .title = {"Mean square error of the average of gradients",
               "Среднеквадратичная ошибка среднего градиентов"},
     .x = {"iteration k", "итерация k"},
     .y = {"E (estimate - E g)^2", "E (оценка - E g)^2"},
     .linear_x = true,
     .curves =
         {{"mean_squares", 0, {"noise, corrected", "шум, с коррекцией"}},
          {"mean_squares", 1, {"noise, uncorrected", "шум, без неё"}},
          {"mean_squares", 12, {"signal, corrected", "сигнал, с коррекцией"}},
          {"mean_squares", 13, {"signal, uncorrected", "сигнал, без неё"}}}},
};

const struct theorem theorem_adam_bias_correction = {
    .id = "adam_bias_correction",
    .title = {"Adam's bias correction", "Коррекция смещения в Adam"},
    .source = "Adam",
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## References

- D. Kingma, J. Ba, *Adam: a method for stochastic optimization*, ICLR 2015
  (arXiv:1412.6980), section 3: the correction for $v$, with (3) as its equation
  (3).
- S. Reddi, S. Kale, S. Kumar, *On the convergence of Adam and beyond*, ICLR
  2018: Adam without correction, and what a mean step that climbs leads to.
*/
