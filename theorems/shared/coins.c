/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coins.h"

#include <gsl/gsl_math.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>

enum { PER_DECADE = 4 };

void check_line(struct inquiry *q, const struct line *line,
                void (*give)(struct given *)) {
    static const char *const problems[][2] = {
        [COIN] = {"biased_coin"},
        [PAIR] = {"minimiser_plus_d", "minimiser_minus_d"},
        [FAMILY] = {"parabolas"},
        [EHRENFEST] = {"ehrenfest"},
        [BOTH] = {"biased_coin", "slopes"},
        [SLOPES] = {"slopes"},
        [SLOPE_PAIR] = {"slope_down", "slope_up"}};
    size_t k[CHECKPOINTS_MAX] = {line->only}, count = 1;
    if (!line->only) count = checkpoints_between(1, FURTHEST, PER_DECADE, k);
    for (size_t j = 0; j < 2 && problems[line->on][j]; j++)
        for (size_t i = 0; i < count; i++) {
            struct given g = {.k = k[i], .n = (double)k[i], .by = line->by};
            g.linear = line->on + j > BOTH;
            g.nu = line->on != BOTH && j == 1 ? -1 : 1;
            give(&g);
            struct both_sides s = line->at(&g);
            inquiry_exact(q, problems[line->on][j],
                          line->method ? line->method : "any", g.k, s.left,
                          s.error, s.sign, s.right);
        }
}

/* It adds logarithms of factorials, each below k ln k and good to a few units
 * in the last place, and k logarithms of a probability. */
double coin_law_error(size_t k) {
    double n = (double)k + 1;
    return 16 * DBL_EPSILON * (3 * n * log(n + 1) + 2 * n + 8);
}

double coin_law(size_t k, double delta, int nu, size_t n) {
    return gsl_ran_binomial_pdf((unsigned)n, (1 + nu * delta) / 2, (unsigned)k);
}

double coin_sum(size_t k, double delta,
                double (*of)(double plus, double minus)) {
    double sum = 0;
    for (size_t n = 0; n <= k; n++)
        sum += of(coin_law(k, delta, 1, n), coin_law(k, delta, -1, n));
    return sum;
}

double coin_beta_rest(size_t flips, double a) {
    double k = (double)flips, rest = 0;
    for (double n = 0; n <= k; n++) {
        double weight =
            exp(gsl_sf_lnchoose((unsigned)flips, (unsigned)n) +
                gsl_sf_lnbeta(n + a, k - n + a) - gsl_sf_lnbeta(a, a));
        rest += weight * (n + a) * (k - n + a) /
                (gsl_pow_2(k + 2 * a) * (k + 2 * a + 1));
    }
    return rest;
}

/* Queries near and far, and far more so after a minus. */
static void wander(const struct settings *s, size_t k, size_t dim, real x[],
                   const real g[], real state[]) {
    (void)s;
    (void)dim;
    state[0] = state[0] * -3 + g[0];
    x[0] = real_sin(1e3 * state[0]) * (double)(1 + 100 * k);
}

static const struct method wanderer = {
    .id = "wanderer",
    .title = {"a wanderer", "скиталец"},
    .rule = "x_{k+1}=(1+100k)\\sin(10^3u_k),\\ u_k=-3u_{k-1}+g_k",
    .vectors = 1,
    .step = wander,
};

/* biased_coin's bias, size of an answer, and minimiser. */
static const double known_bias = 0.1;

static double known_scale(void) {
    return 2 / sqrt(1 + 3 * known_bias * known_bias);
}

static double known_minimiser(const struct settings *s) {
    return known_bias * known_scale() / s->mu;
}

/* Decodes the flip, and counts plus signs less minus signs. */
static void listen(const struct settings *s, size_t k, size_t dim, real x[],
                   const real g[], real state[]) {
    (void)k;
    (void)dim;
    state[0] += (s->mu * x[0] - g[0]) / known_scale();
    x[0] = known_minimiser(s) * real_tanh(atanh(known_bias) * state[0]);
}

static const struct method listener = {
    .id = "posterior_mean",
    .title = {"the posterior mean", "апостериорное среднее"},
    .rule = "x_{k+1}=d\\tanh(S_{k+1}\\,\\mathrm{artanh}\\,\\delta),\\ "
            "S_{k+1}=S_k+(\\mu x_k-g_k)/s",
    .vectors = 1,
    .step = listen,
};

static void guess(const struct settings *s, size_t k, size_t dim, real x[],
                  const real g[], real state[]) {
    (void)k;
    (void)dim;
    (void)g;
    (void)state;
    x[0] = real_all(known_minimiser(s));
}

static const struct method always_d = {
    .id = "always_d",
    .title = {"always d", "всегда d"},
    .rule = "x_{k+1}=d",
    .step = guess,
};

const struct competitor guesser = {&always_d, {.mu = 0.5}};
const struct competitor competitors[COMPETITORS] = {
    {&method_sgd, {.mu = 0.5, .schedule = schedule_pl}},
    {&method_heavy_ball, {.alpha = 0.3, .momentum = 0.5}},
    {&method_nesterov, {.alpha = 0.3, .momentum = 0.5}},
    {&wanderer, {.alpha = 1}},
    {&listener, {.mu = 0.5}},
};

/* Scalars ride in lane 0. */
static void grow(struct tree *t, size_t k, double x, double state, size_t plus,
                 double probability) {
    const struct problem *p = t->problem;
    real at = real_all(t->nu * x), g[1];
    t->risk[k] += probability * p->value(p, &at, NULL)[0];
    if (k == FLIPS) {
        t->law[plus] += probability;
        return;
    }
    /* The components with each sign; all with the same sign answer alike. */
    double weight[2] = {0}, answers[2] = {0};
    for (size_t i = 0; i < p->components; i++) {
        p->component(p, &at, whole_all(i), g);
        double b = t->nu * (p->mu * at[0] - g[0][0]) / p->noise;
        t->decoded &= fabs(fabs(b) - 1) <=
                      64 * DBL_EPSILON * (1 + p->mu * fabs(x) / p->noise);
        weight[b > 0] += 1.0 / (double)p->components;
        answers[b > 0] = t->nu * g[0][0];
    }
    for (int sign = 0; sign < 2; sign++) {
        if (weight[sign] == 0) continue;
        real next = real_all(x), memory = real_all(state);
        g[0] = real_all(answers[sign]);
        t->by->method->step(&t->by->settings, k, 1, &next, g, &memory);
        grow(t, k + 1, next[0], memory[0], plus + (size_t)sign,
             probability * weight[sign]);
    }
}

struct tree tree_of(const struct problem *p, const struct competitor *by,
                    int nu) {
    struct tree t = {.problem = p, .by = by, .nu = nu, .decoded = true};
    grow(&t, 0, 0, 0, 0, 1);
    return t;
}

double walled_walk(size_t m, double delta, double R) {
    size_t points = 2 * m + 1, k = m * m; /* x = (j - m) R/m */
    double *at = allocate(2 * points, sizeof *at), *next = at + points,
           mean = 0;
    at[m] = 1;
    for (size_t t = 0; t < k; t++) {
        for (size_t j = 0; j < points; j++) {
            mean +=
                at[j] * (R * ((double)j - (double)m) / (double)m) / (double)k;
            next[j] = 0;
        }
        for (size_t j = 0; j < points; j++) {
            next[j + 1 < points ? j + 1 : j] += at[j] * (1 + delta) / 2;
            next[j > 0 ? j - 1 : j] += at[j] * (1 - delta) / 2;
        }
        memcpy(at, next, points * sizeof *at);
    }
    free(at);
    return mean;
}
