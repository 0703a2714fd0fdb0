/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Momentum does not help against noise

The lecture says (slides «Результаты для градиентного спуска» and «Summary»):

> Методы с моментом и квази-Ньютоновские методы не улучшают скорость в
> стохастическом случае, а только могут улучшить константные множители
> (бутылочное горлышко — дисперсия, а не число обусловленности)

> Ускорения Нестерова/Поляка не улучшают скорость сходимости

Here is that for momentum, on the problems where everything can be computed:
quadratics $f=\frac12(x-x^*)^\top H(x-x^*)$ with eigenvalues $\mu\le\lambda_j\le
L$ and noise of variance $s_j^2$ along the $j$-th eigenvector, the same
everywhere. **Heavy ball** (Polyak 1964) steps to
$$x_{k+1}=x_k-\alpha_kg_k+\beta(x_k-x_{k-1}),$$
**Nesterov** (1983) takes its gradient farther on, at
$y_k=x_k+\beta(x_k-x_{k-1})$, and steps to $x_{k+1}=y_k-\alpha_kg(y_k)$; what is
measured is the point $y_k$ at which it asks the oracle. A gradient acts again
and again, in all by $\alpha(1+\beta+\beta^2+\dots)$, so the fair comparison is
with SGD at the **effective step** $\bar\alpha=\alpha/(1-\beta)$.

1. *Constant step.* The gap tends to a floor. At an equal effective step
   $\bar\alpha\le1/L$ it is at most SGD's, and at least $\frac12$ of it (heavy
   ball) or $\frac14$ of it (Nesterov); as $\bar\alpha\to0$ the ratio tends
   to 1.
2. *Decreasing step.* With any steps and any momentum, and in fact with any
   method whose iterate is a fixed linear combination of $x_0$ and of the
   gradients seen so far, the gap after $k$ gradients is on $\frac\mu2x^2$ at
   least
   $$\mathbb E f(x_k)-f^*\ge\frac{s^2}{2\mu k}\cdot\frac1{1+s^2/(\mu^2R^2k)},\qquad R=\|x_0-x^*\|. \tag{1}$$
   SGD attains this. The exponent in $k$ is 1 with momentum and without.
3. *Without noise* momentum does help: $\sqrt\kappa$ in place of $\kappa=L/\mu$.

@figure with_and_without_noise An ill-conditioned quadratic: without noise
    momentum is far ahead; with noise it rests on a floor

Both methods in C, as the formulas say, for one number. What the program runs is
written in other variables; the first claim holds the two against each other
along a path of random gradients.
*/
#include "theorem.h"

enum { BALL, NESTEROV, METHODS };
static const struct method *const methods[METHODS] = {&method_heavy_ball,
                                                      &method_nesterov};
static const char *const method_ids[METHODS] = {"heavy_ball", "nesterov"};

/* Where the gradient is taken: x_k, or y_k. */
static double asked_at(int method, double beta, double x, double before) {
    return method == NESTEROV ? x + beta * (x - before) : x;
}

/* x_{k+1} from x_k, x_{k-1} and the gradient there. */
static double moved(int method, double alpha, double beta, double x,
                    double before, double g) {
    return method == NESTEROV ? asked_at(method, beta, x, before) - alpha * g
                              : x - alpha * g + beta * (x - before);
}

static void same_path(struct inquiry *q) {
    static const double alpha = 0.005, beta = 0.9;
    struct problem *p = ill_conditioned();
    for (int m = 0; m < METHODS; m++) {
        struct settings settings = {.alpha = alpha, .momentum = beta};
        real x[2], g[2], state[2] = {{0}};
        double at[2] = {p->x_0[0], p->x_0[1]},
               before[2] = {p->x_0[0], p->x_0[1]}, size = 0;
        for (size_t j = 0; j < 2; j++) x[j] = real_all(p->x_0[j]);
        for (size_t k = 0; k < 100; k++) {
            whole outcome =
                whole_all((k * k * k / 7 + k) % 4); /* any sequence will do */
            p->component(p, x, outcome, g);
            methods[m]->step(&settings, k, 2, x, g, state);
            double difference = 0;
            for (size_t j = 0; j < 2; j++) {
                real there[2];
                for (size_t i = 0; i < 2; i++)
                    there[i] = real_all(asked_at(m, beta, at[j], before[j]));
                real slope[2];
                p->component(
                    p, there, outcome,
                    slope); /* each gradient entry needs its own coordinate only */
                double next =
                    moved(m, alpha, beta, at[j], before[j], slope[j][0]);
                before[j] = at[j];
                at[j] = next;
                size = fmax(size, fabs(next) + fabs(before[j]));
                difference = hypot(
                    difference, x[j][0] - asked_at(m, beta, at[j], before[j]));
            }
            /* A step rounds some eight times numbers below 4 size; what it leaves grows to at most 2/(1 - beta). */
            double error =
                8 * (double)(k + 1) * DBL_EPSILON * 4 * size * 2 / (1 - beta);
            inquiry_add(q, (struct finding){.problem = "ill_conditioned",
                                            .method = method_ids[m],
                                            .k = k + 1,
                                            .estimate = difference,
                                            .lower = difference - error,
                                            .upper = difference + error,
                                            .bound = 0,
                                            .sign = EQUAL});
        }
    }
    problem_free(p);
}
CLAIM(methods_follow_their_formulas, IDENTITY, COMPUTE(same_path),
      "Both methods move as their formulas say, along a path of stochastic "
      "gradients.");
/**
## Constant step: the floor

Eigenvectors do not mix, so let $f=\frac\lambda2x^2$ with noise of variance
$s^2$, and write $h=\alpha\lambda$. The error $x_k$ is the sum of what $x_0$
leaves, the path without noise, and of what the noise leaves,
$\alpha\sum_{t<k}\psi_{k-1-t}\,\xi_t$ with fixed weights $\psi_j$. The two are
uncorrelated, and so are the $\xi_t$:
$$\mathbb E f(x_k)-f^*=\bigl[\text{gap without noise}\bigr]+\frac\lambda2\alpha^2s^2\sum_{j<k}\psi_j^2. \tag{2}$$
The second part grows with $k$, towards the floor $\frac\lambda2V$, where
$V=\mathbb Ex^2$ at rest. For the heavy ball let $C=\mathbb Ex_kx_{k-1}$. Square
the step $x_{k+1}=(1+\beta-h)x_k-\beta x_{k-1}-\alpha\xi$, and multiply it by
$x_k$:
$$V=\bigl((1+\beta-h)^2+\beta^2\bigr)V-2\beta(1+\beta-h)\,C+\alpha^2s^2,\qquad C=(1+\beta-h)\,V-\beta\,C. \tag{3}$$
The second equation gives
$$C=\frac{1+\beta-h}{1+\beta}\,V, \tag{4}$$
and the first then
$$V=\frac{\alpha s^2(1+\beta)}{\lambda(1-\beta)\,(2(1+\beta)-h)}. \tag{5}$$
For Nesterov the same two lines with $u=1-h$ and the step
$x_{k+1}=u(1+\beta)x_k-u\beta x_{k-1}-\alpha\xi$ give $\mathbb
Ex^2=\frac{\alpha^2s^2(1+u\beta)}{h(1-u\beta)(1+u+2u\beta)}$ and $\mathbb
Ex_kx_{k-1}=\frac{u(1+\beta)}{1+u\beta}\mathbb Ex^2$, and for
$y=(1+\beta)x_k-\beta x_{k-1}$
$$\mathbb Ey^2=\frac{\alpha s^2\,\bigl(1+\beta+h\beta(1+2\beta)\bigr)}{\lambda\,(1-\beta+h\beta)\,\bigl(2(1+\beta)-h(1+2\beta)\bigr)}. \tag{6}$$
*/
/* lambda/2 times (5) or (6): what the noise along one eigenvector leaves. */
static double resting(int method, double alpha, double beta, double lambda,
                      double s) {
    double h = alpha * lambda,
           ball = (1 + beta) / ((1 - beta) * (2 * (1 + beta) - h));
    double nesterov =
        (1 + beta + h * beta * (1 + 2 * beta)) /
        ((1 - beta + h * beta) * (2 * (1 + beta) - h * (1 + 2 * beta)));
    return alpha * s * s / 2 * (method == NESTEROV ? nesterov : ball);
}

/* The gap without noise along one eigenvector, from distance 1. */
static double without_noise(int method, double alpha, double beta,
                            double lambda, size_t k) {
    double x = 1, before = 1;
    for (size_t t = 0; t < k; t++) {
        double next = moved(method, alpha, beta, x, before,
                            lambda * asked_at(method, beta, x, before));
        before = x;
        x = next;
    }
    double at = asked_at(method, beta, x, before);
    return lambda / 2 * at * at;
}

/* Moments of (x_k, x_{k-1}) under noise, step by step from the minimiser until they rest: lines (3) to (5). */
static void lines_at_rest(struct inquiry *q, int line) {
    static const double alphas[] = {0.5, 0.1, 0.01}, betas[] = {0.5, 0.9, 0.99};
    for (size_t i = 0; i < COUNT(alphas); i++)
        for (size_t j = 0; j < COUNT(betas); j++) {
            double alpha = alphas[i], beta = betas[j], a = 1 + beta - alpha,
                   v = 0, c = 0, before = 0;
            size_t steps =
                40000; /* a step keeps at most max(1 - alpha/2, root(beta)) of any mode */
            for (size_t k = 0; k < steps; k++) {
                double next = a * a * v + beta * beta * before -
                              2 * a * beta * c + alpha * alpha;
                c = a * v - beta * c;
                before = v;
                v = next;
            }
            double left = line == 3 ? (a * a + beta * beta) * v -
                                          2 * beta * a * c + alpha * alpha
                          : line == 4 ? c
                                      : v;
            double right = line == 3   ? v
                           : line == 4 ? a / (1 + beta) * v
                                       : 2 * resting(BALL, alpha, beta, 1, 1);
            /* Each step rounds a few numbers of size 8 v; what it leaves adds up over 1/(1 - beta) and
             * 2 (1 - beta)/alpha steps, squared for two modes that nearly coincide. */
            double lasting = 1 / (1 - beta) + 2 * (1 - beta) / alpha;
            double error = 64 * v * DBL_EPSILON * lasting * lasting;
            inquiry_exact(q, "two_signs", "heavy_ball", steps, left, error,
                          EQUAL, right);
        }
}
static void line_3(struct inquiry *q) {
    lines_at_rest(q, 3);
}
static void line_4(struct inquiry *q) {
    lines_at_rest(q, 4);
}
static void line_5(struct inquiry *q) {
    lines_at_rest(q, 5);
}
CLAIM(line_3_squared_step_at_rest, PROOF_LINE, COMPUTE(line_3),
      "The first equation of (3), at rest.");
CLAIM(line_4_correlation_at_rest, PROOF_LINE, COMPUTE(line_4),
      "Equation (4), at rest.");
CLAIM(line_5_second_moment_at_rest, PROOF_LINE, COMPUTE(line_5),
      "Equation (5), at rest, for three steps and three momenta.");
/**
With (2), the gap is at most the one without noise plus the floor, at every $k$,
and tends to that sum. This is the bound that the program checks with the
second-moment recursion of the lifted state $(x_k,\,x_k-x_{k-1})$, which knows
nothing of (5) and (6).
*/
static const double beta = 0.9;

static double floor_of(int method, const struct constants *c) {
    double flat = resting(method, c->alpha, beta, c->mu, c->noise);
    return c->L > c->mu ? flat + resting(method, c->alpha, beta, c->L, c->noise)
                        : flat;
}

/* Two signs start at the minimiser, or at distance 1; the ill-conditioned quadratic at distance 1 in either direction. */
static double bound_of(int method, const struct constants *c, size_t k) {
    double start =
        c->distance > 0 ? without_noise(method, c->alpha, beta, c->mu, k) : 0;
    if (c->L > c->mu) start += without_noise(method, c->alpha, beta, c->L, k);
    return start + floor_of(method, c);
}

static double ball_bound(const struct constants *c, size_t k) {
    return bound_of(BALL, c, k);
}
static double nesterov_bound(const struct constants *c, size_t k) {
    return bound_of(NESTEROV, c, k);
}

static double ball_floor(const struct constants *c, size_t k) {
    (void)k;
    return floor_of(BALL, c);
}
static double nesterov_floor(const struct constants *c, size_t k) {
    (void)k;
    return floor_of(NESTEROV, c);
}
CLAIM(
    bound_heavy_ball, BOUND,
    MEAN(ball_bound, EACH({two_signs,
                           &method_heavy_ball,
                           {.alpha = 0.05, .momentum = 0.9},
                           .first = 1,
                           .steps = 3000,
                           .by = &second_moment_recursion},
                          {shifted_signs,
                           &method_heavy_ball,
                           {.alpha = 0.005, .momentum = 0.9},
                           .first = 1,
                           .steps = 3000,
                           .by = &second_moment_recursion},
                          {ill_conditioned,
                           &method_heavy_ball,
                           {.alpha = 0.001, .momentum = 0.9},
                           .first = 1,
                           .steps = 10000,
                           .by = &second_moment_recursion})),
    "Heavy ball: the gap is at most the one without noise plus the floor (5).");
CLAIM(bound_nesterov, BOUND,
      MEAN(nesterov_bound, EACH({two_signs,
                                 &method_nesterov,
                                 {.alpha = 0.05, .momentum = 0.9},
                                 .first = 1,
                                 .steps = 3000,
                                 .by = &second_moment_recursion},
                                {shifted_signs,
                                 &method_nesterov,
                                 {.alpha = 0.005, .momentum = 0.9},
                                 .first = 1,
                                 .steps = 3000,
                                 .by = &second_moment_recursion},
                                {ill_conditioned,
                                 &method_nesterov,
                                 {.alpha = 0.001, .momentum = 0.9},
                                 .first = 1,
                                 .steps = 10000,
                                 .by = &second_moment_recursion})),
      "Nesterov: the gap is at most the one without noise plus the floor (6).");
CLAIM(sharp_heavy_ball_fails_at_0_95, CONTROL,
      MEAN(ball_bound,
           AT(two_signs, &method_heavy_ball, {.alpha = 0.05, .momentum = 0.9},
              .first = 10000, .steps = 10000, .by = &second_moment_recursion),
           .times = 0.95),
      "0.95 of the heavy ball's bound is beaten.");
CLAIM(sharp_nesterov_fails_at_0_95, CONTROL,
      MEAN(nesterov_bound,
           AT(two_signs, &method_nesterov, {.alpha = 0.05, .momentum = 0.9},
              .first = 10000, .steps = 10000, .by = &second_moment_recursion),
           .times = 0.95),
      "0.95 of Nesterov's bound is beaten.");
/**
### Against SGD at an equal effective step

SGD's floor at the step $\bar\alpha$ is $\frac{\bar\alpha
s^2}{2(2-\bar\alpha\lambda)}$, as (5) with $\beta=0$ says. With
$t=\bar\alpha\lambda$ the ratios of the floors simplify to
$$\begin{aligned}\text{heavy ball}:\text{SGD}&=1-\frac{2\beta t}{2(1+\beta)-(1-\beta)t},\\
  \text{Nesterov}:\text{SGD}&=1-\frac{2\beta^2(1+2\beta)t}{(1+\beta t)\bigl(2(1+\beta)-(1-\beta)(1+2\beta)t\bigr)}.\end{aligned} \tag{7}$$
Both are at most 1 and tend to 1 with $t\to0$. For $t\le1$ the first is at least
$\frac{1+\beta}{1+3\beta}\ge\frac12$, its value at $t=1$. The second is $(2-t)$
times a fraction whose numerator is at least $1+\beta$ and whose denominator at
most $2(1+\beta)^2$, so at least $\frac1{2(1+\beta)}\ge\frac14$. Both sides of
(7) are computed: the left from two runs of the recursion of second moments,
until they rest.
*/
static double ratio_formula(int method, double b, double t) {
    return method == NESTEROV
               ? 1 - 2 * b * b * (1 + 2 * b) * t /
                         ((1 + b * t) *
                          (2 * (1 + b) - (1 - b) * (1 + 2 * b) * t))
               : 1 - 2 * b * t / (2 * (1 + b) - (1 - b) * t);
}

/* The ratio of the floors at the effective step, after `steps`, with its error; trouble if any. */
static const char *ratio_of_floors(struct problem *(*problem)(void), int method,
                                   double b, double effective, size_t steps,
                                   double *ratio, double *error) {
    struct problem *p = problem();
    struct settings with = {.alpha = effective * (1 - b),
                            .momentum = b,
                            .mu = p->mu},
                    plain = {.alpha = effective, .mu = p->mu};
    struct series a, c;
    const char *trouble =
        second_moment_recursion.compute(p, methods[method], &with, steps, &a);
    if (!trouble) {
        trouble =
            second_moment_recursion.compute(p, &method_sgd, &plain, steps, &c);
        if (!trouble) {
            *ratio = a.gap[steps] / c.gap[steps];
            *error = *ratio * 1.01 *
                     (a.gap_error[steps] / a.gap[steps] +
                      c.gap_error[steps] / c.gap[steps] + DBL_EPSILON);
            series_free(&c);
        }
        series_free(&a);
    }
    problem_free(p);
    return trouble;
}

static const double effective_steps[] = {1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01};

static void floors(struct inquiry *q, enum sign sign) {
    static const double betas[] = {0.5, 0.9};
    for (int m = 0; m < METHODS; m++)
        for (size_t j = 0; j < COUNT(betas); j++)
            for (size_t i = 0; i < COUNT(effective_steps) && !q->trouble; i++) {
                double t = effective_steps[i], ratio = 1, error = 0;
                q->trouble =
                    ratio_of_floors(two_signs, m, betas[j], t,
                                    2000 + (size_t)(30 / t), &ratio, &error);
                if (q->trouble) return;
                size_t inverse = (size_t)lround(1 / t);
                double bound = sign == EQUAL     ? ratio_formula(m, betas[j], t)
                               : sign == AT_MOST ? 1
                               : methods[m] == &method_heavy_ball ? 0.5
                                                                  : 0.25;
                inquiry_exact(q, "two_signs", method_ids[m], inverse, ratio,
                              error, sign, bound);
            }
}
static void floors_by_formula(struct inquiry *q) {
    floors(q, EQUAL);
}
static void floors_from_below(struct inquiry *q) {
    floors(q, AT_LEAST);
}
static void floors_from_above(struct inquiry *q) {
    floors(q, AT_MOST);
}

/* Ridge regression, whose noise depends on x: how |1 - ratio| changes when the effective step is halved. */
static void floors_of_ridge(struct inquiry *q) {
    for (int m = 0; m < METHODS; m++) {
        double before = 0, before_error = 0;
        for (size_t i = 0; i < 3 && !q->trouble; i++) {
            double t = 0.04 / (double)(1 << i), ratio = 1, error = 0;
            q->trouble = ratio_of_floors(ridge, m, 0.5, t, (size_t)500 << i,
                                         &ratio, &error);
            double off = fabs(1 - ratio), quotient = off / before;
            if (i && !q->trouble)
                inquiry_exact(
                    q, "ridge", method_ids[m], (size_t)lround(1 / t), quotient,
                    1.01 * quotient * (error / off + before_error / before),
                    AT_MOST, 0.6);
            before = off;
            before_error = error;
        }
    }
}
CLAIM(ratio_of_floors_closed_form, IDENTITY, COMPUTE(floors_by_formula),
      "Formulas (7) at seven effective steps $\\bar\\alpha=1/k$, $\\mu=1$, "
      "$\\beta=0.5$ and $0.9$.");
CLAIM(ratio_of_floors_at_least, SHARPNESS, COMPUTE(floors_from_below),
      "For $\\bar\\alpha=1/k\\le1/L$ the floor is at least $\\frac12$ (heavy "
      "ball) or $\\frac14$ (Nesterov) of "
      "SGD's.");
CLAIM(ratio_of_floors_at_most_1, SHARPNESS, COMPUTE(floors_from_above),
      "For $\\bar\\alpha=1/k\\le1/L$ the floor is at most SGD's.");
CLAIM(ratio_of_floors_tends_to_1_on_ridge, SHARPNESS, COMPUTE(floors_of_ridge),
      "On ridge regression, whose noise depends on $x$, halving $\\bar\\alpha$ "
      "to $1/k$ brings the ratio nearer "
      "to 1 by a factor below 0.6.");
/**
@figure floors The floors of momentum over SGD's at an equal effective step

## Decreasing steps: no linear method is faster than 1/k

Let $f=\frac\mu2(x-x^*)^2$ with additive noise. A gradient at $x$ is
$g=\mu(x-x^*)+\xi$, so $x-g/\mu=x^*-\xi/\mu$: whatever the point, the oracle
shows $x^*$ once, with the error $\xi/\mu$. A method that combines $x_0$ and $k$
gradients linearly, with fixed coefficients, and that stays at $x^*$ when it
starts there without noise, can only average what it has been shown:
$$x_k-x^*=b\,(x_0-x^*)-\frac1\mu\sum_{t<k}w_t\,\xi_t,\qquad\sum_{t<k}w_t=1-b, \tag{8}$$
since $x_k$ is shifted by 1 when $x_0$ and $x^*$ are. Noises are uncorrelated:
$$\mathbb E f(x_k)-f^*=\frac\mu2\Bigl(b^2R^2+\frac{s^2}{\mu^2}\sum_{t<k}w_t^2\Bigr). \tag{9}$$
By Cauchy and Schwarz
$$\sum_{t<k}w_t^2\ge\frac{(1-b)^2}k. \tag{10}$$
And with $v=\frac{s^2}{\mu^2k}$ the sum $b^2R^2+(1-b)^2v$ is least for $b=\frac
v{R^2+v}$, where it is $\frac{R^2v}{R^2+v}$. That is (1). $\blacksquare$

The weights are read off by running each method without noise, and with a single
noise at a time.
*/
/* alpha_k with an effective step that is the PL theorem's: (1 - beta) (2k + 1)/(2 mu (k + 1)^2). */
static double schedule_effective(const struct settings *s, size_t k) {
    return (1 - s->momentum) * schedule_pl(s, k);
}

/* The best weights of all: b = v/(R^2 + v) and equal w_t, for mu = s = R = 1. */
static double schedule_best(const struct settings *s, size_t k) {
    return 1 / (s->mu * ((double)k + 2));
}

enum { WEIGHTS = 200, LINEAR = 3 };
static const struct method *const linear[LINEAR] = {
    &method_heavy_ball, &method_nesterov, &method_sgd};
static const char *const linear_ids[LINEAR] = {"heavy_ball", "nesterov", "sgd"};

/* b and w_t, t < WEIGHTS, for f = x^2/2: what is left of a start at 1, and of a single noise of -1 at step t. */
static double weights_of(const struct method *method,
                         const struct settings *settings, double w[WEIGHTS]) {
    double b = 0;
    for (size_t t = 0; t <= WEIGHTS; t++) {
        real x = real_all(t == WEIGHTS), state = {0};
        for (size_t k = 0; k < WEIGHTS; k++) {
            real g = x - (k == t);
            method->step(settings, k, 1, &x, &g, &state);
        }
        if (t < WEIGHTS)
            w[t] = x[0];
        else
            b = x[0];
    }
    return b;
}

static void lines_of_weights(struct inquiry *q, int line) {
    for (int m = 0; m < LINEAR && !q->trouble; m++) {
        struct settings settings = {.alpha = 1,
                                    .mu = 1,
                                    .momentum = m == 2 ? 0 : beta,
                                    .schedule = schedule_effective};
        double w[WEIGHTS], b = weights_of(linear[m], &settings, w), sum = 0,
                           squares = 0, size = fabs(b);
        for (size_t t = 0; t < WEIGHTS; t++) {
            sum += w[t];
            squares += w[t] * w[t];
            size += fabs(w[t]);
        }
        /* Every weight is the end of at most WEIGHTS contracting steps of a few roundings, times 2/(1 - beta). */
        double error = 16 * WEIGHTS * DBL_EPSILON * (size + 1) * 2 / (1 - beta);
        if (line == 8)
            inquiry_exact(q, "shifted_signs", linear_ids[m], WEIGHTS, sum,
                          error, EQUAL, 1 - b);
        if (line == 10)
            inquiry_exact(q, "shifted_signs", linear_ids[m], WEIGHTS, squares,
                          error, AT_LEAST, (1 - b) * (1 - b) / WEIGHTS);
        if (line == 9) {
            struct problem *p = shifted_signs();
            struct series s;
            q->trouble = second_moment_recursion.compute(
                p, linear[m], &settings, WEIGHTS, &s);
            if (!q->trouble) {
                inquiry_exact(q, "shifted_signs", linear_ids[m], WEIGHTS,
                              s.gap[WEIGHTS], s.gap_error[WEIGHTS] + error,
                              EQUAL, (b * b + squares) / 2);
                series_free(&s);
            }
            problem_free(p);
        }
    }
}
static void line_8(struct inquiry *q) {
    lines_of_weights(q, 8);
}
static void line_9(struct inquiry *q) {
    lines_of_weights(q, 9);
}
static void line_10(struct inquiry *q) {
    lines_of_weights(q, 10);
}

static double any_method(const struct constants *c, size_t k) {
    double v = c->noise * c->noise / (c->mu * c->mu * (double)k),
           start = c->distance * c->distance;
    return c->mu / 2 * start * v / (start + v);
}
static double any_method_times_1_05(const struct constants *c, size_t k) {
    return 1.05 * any_method(c, k);
}

static const struct setting decreasing[] = {
    {shifted_signs,
     &method_heavy_ball,
     {.alpha = 1, .momentum = 0.9, .schedule = schedule_effective},
     .first = 1,
     .steps = 10000},
    {shifted_signs,
     &method_nesterov,
     {.alpha = 1, .momentum = 0.9, .schedule = schedule_effective},
     .first = 1,
     .steps = 10000},
    {shifted_signs,
     &method_sgd,
     {.alpha = 1, .schedule = schedule_pl},
     .first = 1,
     .steps = 10000},
    {shifted_signs,
     &method_heavy_ball,
     {.alpha = 0.005, .momentum = 0.9},
     .first = 1,
     .steps = 10000},
};
static const struct setting best = {shifted_signs,
                                    &method_sgd,
                                    {.alpha = 1, .schedule = schedule_best},
                                    .first = 1,
                                    .steps = 10000};
CLAIM(line_8_weights_add_up, PROOF_LINE, COMPUTE(line_8),
      "Equation (8): the weights add up to $1-b$.");
CLAIM(line_9_bias_and_variance, PROOF_LINE, COMPUTE(line_9),
      "Equation (9): the gap by the weights equals that by the recursion.");
CLAIM(line_10_cauchy_schwarz, PROOF_LINE, COMPUTE(line_10), "Inequality (10).");
CLAIM(bound_any_linear_method, BOUND,
      MEAN(any_method,
           EACH({shifted_signs,
                 &method_heavy_ball,
                 {.alpha = 1, .momentum = 0.9, .schedule = schedule_effective},
                 .first = 1,
                 .steps = 10000,
                 .by = &second_moment_recursion},
                {shifted_signs,
                 &method_nesterov,
                 {.alpha = 1, .momentum = 0.9, .schedule = schedule_effective},
                 .first = 1,
                 .steps = 10000,
                 .by = &second_moment_recursion},
                {shifted_signs,
                 &method_sgd,
                 {.alpha = 1, .schedule = schedule_pl},
                 .first = 1,
                 .steps = 10000,
                 .by = &second_moment_recursion},
                {shifted_signs,
                 &method_heavy_ball,
                 {.alpha = 0.005, .momentum = 0.9},
                 .first = 1,
                 .steps = 10000,
                 .by = &second_moment_recursion}),
           .sign = AT_LEAST),
      "The bound (1) from below: heavy ball, Nesterov and SGD with decreasing "
      "steps, heavy ball with a constant "
      "one.");
CLAIM(sharp_best_weights_attain, IDENTITY,
      MEAN(any_method,
           AT(shifted_signs, &method_sgd,
              {.alpha = 1, .schedule = schedule_best}, .first = 1,
              .steps = 10000, .by = &second_moment_recursion),
           .sign = EQUAL),
      "SGD with the best weights, $\\alpha_k=\\frac1{k+2}$, attains (1) at "
      "every $k$.");
CLAIM(sharp_best_weights_fail_at_1_05, CONTROL,
      MEAN(any_method_times_1_05,
           AT(shifted_signs, &method_sgd,
              {.alpha = 1, .schedule = schedule_best}, .first = 100,
              .steps = 100, .by = &second_moment_recursion),
           .sign = AT_LEAST),
      "1.05 of the bound (1) is beaten.");
/**
In several dimensions the coordinates along eigenvectors add up, and
coefficients may differ between them:
$$\mathbb E f(x_k)-f^*\ge\sum_j\frac{s_j^2}{2\lambda_jk}\cdot\frac1{1+s_j^2/(\lambda_j^2R_j^2k)}. \tag{11}$$
So Newton's step with the exact Hessian, $x_{k+1}=x_k-\alpha_kH^{-1}g_k$, is
covered as well. With $\alpha_k=\frac1{k+1}$ it comes to
$\frac1k\sum_j\frac{s_j^2}{2\lambda_j}$: it has no $\kappa$ to wait for, and the
exponent 1.
*/
/* Newton's method on the ill-conditioned quadratic, whose Hessian is diag(100, 1). */
static void newton(const struct settings *s, size_t k, size_t dim, real x[],
                   const real g[], real state[]) {
    (void)state;
    for (size_t j = 0; j < dim; j++)
        x[j] -= step_size(s, k) * g[j] / (j == 0 ? 100 : 1);
}
static const struct method method_newton = {
    .id = "newton",
    .title = {"Newton", "Ньютон"},
    .rule = "x_{k+1}=x_k-\\alpha_kH^{-1}\\nabla f_{i_k}(x_k)",
    .step = newton,
};
static double schedule_newton(const struct settings *s, size_t k) {
    return s->alpha / ((double)k + 1);
}

static double in_two_directions(const struct constants *c, size_t k) {
    struct constants flat = *c, steep = *c;
    flat.distance = steep.distance = 1;
    steep.mu = c->L;
    return any_method(&flat, k) + any_method(&steep, k);
}
static double value_newton_closed_form(const struct constants *c, size_t k) {
    return c->noise * c->noise / (2 * (double)k) * (1 / c->mu + 1 / c->L);
}

static double best_of_nesterov(const struct constants *c, size_t steps) {
    (void)steps;
    return 1 / c->L;
}

CLAIM(newton_closed_form, IDENTITY,
      MEAN(value_newton_closed_form,
           AT(ill_conditioned, &method_newton,
              {.alpha = 1, .schedule = schedule_newton}, .first = 1,
              .steps = 3000, .by = &second_moment_recursion),
           .sign = EQUAL),
      "Newton's step with $\\alpha_k=\\frac1{k+1}$ comes to just that.");
/**
So no momentum makes the exponent larger than 1. It is not smaller either: with
the PL theorem's step as the effective one,
$\alpha_k=(1-\beta)\frac{2k+1}{2\mu(k+1)^2}$, the slope between $k$ and $2k$,
$\log_2\frac{\mathbb E f(x_k)-f^*}{\mathbb E f(x_{2k})-f^*}$, is computed for
both methods and for SGD and lies within $1\pm100/k$, and the ratio to SGD tends
to 1: from $k$ to $4k$ its distance from 1 shrinks to less than $0.3$. That it
goes on like that is computed here up to $k=10^4$, not proved.
*/
/* Is the slope at k at least (at most) exponent + off/k? */
static void slopes(struct inquiry *q, enum sign sign, double exponent,
                   double off) {
    static const size_t k[] = {1250, 2500, 5000};
    struct problem *p = shifted_signs();
    for (int m = 0; m < LINEAR && !q->trouble; m++) {
        struct settings settings = {.alpha = 1,
                                    .mu = p->mu,
                                    .momentum = m == 2 ? 0 : beta,
                                    .schedule = schedule_effective};
        struct series s;
        q->trouble =
            second_moment_recursion.compute(p, linear[m], &settings, 10000, &s);
        if (q->trouble) break;
        for (size_t i = 0; i < COUNT(k); i++) {
            double error = 0;
            for (size_t e = k[i]; e <= 2 * k[i]; e += k[i])
                error += 1.01 * s.gap_error[e] / s.gap[e] / M_LN2;
            inquiry_exact(q, "shifted_signs", linear_ids[m], k[i],
                          log2(s.gap[k[i]] / s.gap[2 * k[i]]),
                          error + 4 * DBL_EPSILON, sign,
                          exponent + off / (double)k[i]);
        }
        series_free(&s);
    }
    problem_free(p);
}
static void slopes_at_least(struct inquiry *q) {
    slopes(q, AT_LEAST, 1, -100);
}
static void slopes_at_most(struct inquiry *q) {
    slopes(q, AT_MOST, 1, 100);
}
static void slopes_too_steep(struct inquiry *q) {
    slopes(q, AT_LEAST, 1.2, -100);
}
static void slopes_too_flat(struct inquiry *q) {
    slopes(q, AT_MOST, 0.8, 100);
}

static void ratio_to_sgd(struct inquiry *q) {
    static const size_t k[] = {600, 2400, 9600};
    struct problem *p = shifted_signs();
    struct series s[LINEAR];
    for (int m = 0; m < LINEAR; m++) {
        struct settings settings = {.alpha = 1,
                                    .mu = p->mu,
                                    .momentum = m == 2 ? 0 : beta,
                                    .schedule = schedule_effective};
        const char *trouble = second_moment_recursion.compute(
            p, linear[m], &settings, 9600, &s[m]);
        if (trouble) q->trouble = trouble;
    }
    problem_free(p);
    for (int m = 0; m < METHODS && !q->trouble; m++) {
        double before = 0, before_error = 0;
        for (size_t i = 0; i < COUNT(k); i++) {
            const struct series *a = &s[m], *c = &s[2];
            double off = fabs(a->gap[k[i]] / c->gap[k[i]] - 1),
                   quotient = off / before;
            double error = 1.01 * (off + 1) *
                           (a->gap_error[k[i]] / a->gap[k[i]] +
                            c->gap_error[k[i]] / c->gap[k[i]]);
            if (i)
                inquiry_exact(q, "shifted_signs", method_ids[m], k[i], quotient,
                              1.01 * quotient *
                                  (error / off + before_error / before),
                              AT_MOST, 0.3);
            before = off;
            before_error = error;
        }
    }
    for (int m = 0; m < LINEAR; m++) series_free(&s[m]);
}
CLAIM(slope_from_below, SHARPNESS, COMPUTE(slopes_at_least),
      "Between $k$ and $2k$ the gap falls with an exponent of at least "
      "$1-100/k$.");
CLAIM(slope_from_above, SHARPNESS, COMPUTE(slopes_at_most),
      "Between $k$ and $2k$ the gap falls with an exponent of at most "
      "$1+100/k$.");
CLAIM(ratio_to_sgd_tends_to_1, SHARPNESS, COMPUTE(ratio_to_sgd),
      "From $k/4$ to $k$ the ratio to SGD's gap comes nearer to 1 by a factor "
      "below 0.3.");
/**
@figure decreasing Decreasing steps: momentum, SGD, and the bound that no linear
    method can beat

## Without noise: what momentum is good for

Give the methods the full gradient of the same ill-conditioned quadratic,
$\kappa=100$. The best constant step of gradient descent is $\frac2{L+\mu}$, and
then every coordinate at either end shrinks by $\frac{\kappa-1}{\kappa+1}$ a
step. The heavy ball with $\alpha=\frac4{(\sqrt L+\sqrt\mu)^2}$,
$\beta=\bigl(\frac{\sqrt\kappa-1}{\sqrt\kappa+1}\bigr)^2$ has the double root
$r=\pm\sqrt\beta$ at either end, so
$$x_k=\Bigl(1+k\bigl(\tfrac{1-\alpha\lambda}r-1\bigr)\Bigr)r^kx_0,\qquad\lambda\in\{\mu,L\}, \tag{12}$$
and the factor a step is $\frac{\sqrt\kappa-1}{\sqrt\kappa+1}$. Nesterov with
$\alpha=\frac1L$, $\beta=\frac{\sqrt\kappa-1}{\sqrt\kappa+1}$ has the double
root $r=1-1/\sqrt\kappa$ at $\lambda=\mu$,
$$y_k=\Bigl(1+k\bigl(\tfrac{(1+\beta)(1-\alpha\mu)-\beta}r-1\bigr)\Bigr)r^kx_0, \tag{13}$$
and at $\lambda=L$ it is done after two steps.
*/
static struct problem *ill_conditioned_without_noise(void) {
    return problem_full(ill_conditioned());
}

static double descent_closed_form(const struct constants *c, size_t k) {
    return (c->L + c->mu) / 2 *
           pow((c->L - c->mu) / (c->L + c->mu), 2 * (double)k);
}

static double double_root(double lambda, double first, double r, size_t k) {
    double x = (1 + (double)k * (first / r - 1)) * pow(r, (double)k);
    return lambda / 2 * x * x;
}
static double ball_closed_form(const struct constants *c, size_t k) {
    double r = (sqrt(c->L) - sqrt(c->mu)) / (sqrt(c->L) + sqrt(c->mu));
    return double_root(c->mu, 1 - c->alpha * c->mu, r, k) +
           double_root(c->L, 1 - c->alpha * c->L, -r, k);
}
static double nesterov_closed_form(const struct constants *c, size_t k) {
    double q = sqrt(c->mu / c->L), b = (1 - q) / (1 + q);
    double steep = k == 0 ? c->L / 2 : k == 1 ? c->L / 2 * b * b : 0;
    return steep +
           double_root(c->mu, (1 + b) * (1 - c->alpha * c->mu) - b, 1 - q, k);
}

static double best_of_descent(const struct constants *c, size_t steps) {
    (void)steps;
    return 2 / (c->L + c->mu);
}
static double best_of_ball(const struct constants *c, size_t steps) {
    (void)steps;
    double sum = sqrt(c->L) + sqrt(c->mu);
    return 4 / (sum * sum);
}

/* kappa = 100: the two betas are (9/11)^2 and 9/11. */
/* The steps that bring the gap below 1e-10 of the first one, over those of gradient descent. */
static void accuracy(struct inquiry *q) {
    static const double alphas[LINEAR] = {4.0 / 121, 1.0 / 100, 2.0 / 101},
                        betas[LINEAR] = {81.0 / 121, 9.0 / 11, 0};
    struct problem *p = ill_conditioned_without_noise();
    size_t needed[LINEAR] = {0};
    for (int m = 0; m < LINEAR && !q->trouble; m++) {
        struct settings settings = {
            .alpha = alphas[m], .momentum = betas[m], .mu = p->mu};
        struct series s;
        q->trouble =
            second_moment_recursion.compute(p, linear[m], &settings, 2000, &s);
        if (q->trouble) break;
        while (needed[m] < s.steps &&
               s.gap[needed[m]] + s.gap_error[needed[m]] > 1e-10 * s.gap[0])
            needed[m]++;
        series_free(&s);
    }
    problem_free(p);
    for (int m = 0; m < METHODS && !q->trouble; m++) {
        double ratio = (double)needed[m] / (double)needed[2];
        inquiry_exact(q, "ill_conditioned", method_ids[m], needed[m], ratio, 0,
                      AT_MOST, 0.25);
    }
}
CLAIM(plain_descent_closed_form, IDENTITY,
      MEAN(descent_closed_form,
           AT(ill_conditioned_without_noise, &method_sgd,
              {.chosen = best_of_descent}, .first = 1, .steps = 1000,
              .by = &second_moment_recursion),
           .sign = EQUAL),
      "Gradient descent shrinks by $\\frac{\\kappa-1}{\\kappa+1}$ a step.");
CLAIM(plain_heavy_ball_closed_form, IDENTITY,
      MEAN(ball_closed_form,
           AT(ill_conditioned_without_noise, &method_heavy_ball,
              {.chosen = best_of_ball, .momentum = 81.0 / 121}, .first = 1,
              .steps = 100, .by = &second_moment_recursion),
           .sign = EQUAL),
      "Formula (12): the heavy ball without noise.");
CLAIM(plain_nesterov_closed_form, IDENTITY,
      MEAN(nesterov_closed_form,
           AT(ill_conditioned_without_noise, &method_nesterov,
              {.chosen = best_of_nesterov, .momentum = 9.0 / 11}, .first = 1,
              .steps = 200, .by = &second_moment_recursion),
           .sign = EQUAL),
      "Formula (13): Nesterov without noise.");
CLAIM(plain_momentum_needs_a_quarter_of_the_steps, SHARPNESS, COMPUTE(accuracy),
      "Without noise, momentum reaches $10^{-10}$ of the first gap within a "
      "quarter of gradient descent's steps.");
/**
With noise the same parameters rest on the floors (5) and (6), far above what
they reach without:
*/
static double accelerated_ball_floor(const struct constants *c, size_t k) {
    (void)k;
    double b = 81.0 / 121;
    return resting(BALL, c->alpha, b, c->mu, c->noise) +
           resting(BALL, c->alpha, b, c->L, c->noise);
}
static double accelerated_nesterov_floor(const struct constants *c, size_t k) {
    (void)k;
    double b = 9.0 / 11;
    return resting(NESTEROV, c->alpha, b, c->mu, c->noise) +
           resting(NESTEROV, c->alpha, b, c->L, c->noise);
}
/**
## What breaks

**The noise-free rates, with noise.** (12) and (13), asked of the same problem
with noise:
*/
CLAIM(control_acceleration_with_noise_heavy_ball, CONTROL,
      MEAN(ball_closed_form,
           AT(ill_conditioned, &method_heavy_ball,
              {.chosen = best_of_ball, .momentum = 81.0 / 121}, .first = 1,
              .steps = 1000, .by = &second_moment_recursion)),
      "With noise the accelerated rate (12) is beaten.");
CLAIM(control_acceleration_with_noise_nesterov, CONTROL,
      MEAN(nesterov_closed_form,
           AT(ill_conditioned, &method_nesterov,
              {.chosen = best_of_nesterov, .momentum = 9.0 / 11}, .first = 1,
              .steps = 1000, .by = &second_moment_recursion)),
      "With noise the accelerated rate (13) is beaten.");
/**
**A larger exponent.** That the slope under the decreasing step is at least
$1.2-100/k$, or at most $0.8+100/k$:
*/
CLAIM(control_exponent_1_2, CONTROL, COMPUTE(slopes_too_steep),
      "An exponent of at least $1.2-100/k$ under the decreasing step.");
CLAIM(control_exponent_0_8, CONTROL, COMPUTE(slopes_too_flat),
      "An exponent of at most $0.8+100/k$ under the decreasing step.");
/**
**An equal step in place of an equal effective step.** At the same $\alpha$
momentum's floor is about $\frac1{1-\beta}$ times SGD's, not at most SGD's:
*/
static double sgd_floor_at_alpha(const struct constants *c, size_t k) {
    (void)k;
    return c->alpha * c->noise * c->noise / (2 * (2 - c->alpha * c->mu));
}
CLAIM(control_equal_alpha, CONTROL,
      MEAN(sgd_floor_at_alpha,
           AT(two_signs, &method_heavy_ball, {.alpha = 0.05, .momentum = 0.9},
              .first = 10000, .steps = 10000, .by = &second_moment_recursion)),
      "At an equal $\\alpha$ the heavy ball's floor exceeds SGD's.");
/**
**No noise in the bound on linear methods.** (1) is about noise: heavy ball
without it goes below any multiple of $1/k$.
*/
static double unit_noise(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.noise = 1;
    return any_method(&pretended, k);
}
CLAIM(control_no_noise, CONTROL,
      MEAN(unit_noise,
           AT(ill_conditioned_without_noise, &method_heavy_ball,
              {.chosen = best_of_ball, .momentum = 81.0 / 121}, .first = 100,
              .steps = 100, .by = &second_moment_recursion),
           .sign = AT_LEAST),
      "Without noise (1) is beaten.");
/**
@figure ratio Expectation over bound on all problems: 1 means attained
*/

static const struct setting ball_late[] = {
    {two_signs,
     &method_heavy_ball,
     {.alpha = 0.05, .momentum = 0.9},
     .first = 10000,
     .steps = 10000},
    {ill_conditioned,
     &method_heavy_ball,
     {.alpha = 0.001, .momentum = 0.9},
     .first = 10000,
     .steps = 10000},
};
CLAIM(floor_heavy_ball_closed_form, IDENTITY,
      MEAN(ball_floor, ON(ball_late), .sign = EQUAL),
      "After $10^4$ steps the heavy ball rests on the floor (5).");
static const struct setting nesterov_late[] = {
    {two_signs,
     &method_nesterov,
     {.alpha = 0.05, .momentum = 0.9},
     .first = 10000,
     .steps = 10000},
    {ill_conditioned,
     &method_nesterov,
     {.alpha = 0.001, .momentum = 0.9},
     .first = 10000,
     .steps = 10000},
};
CLAIM(floor_nesterov_closed_form, IDENTITY,
      MEAN(nesterov_floor, ON(nesterov_late), .sign = EQUAL),
      "After $10^4$ steps Nesterov rests on the floor (6).");
static const struct setting several[] = {
    {ill_conditioned,
     &method_newton,
     {.alpha = 1, .schedule = schedule_newton},
     .first = 1,
     .steps = 3000},
    {ill_conditioned,
     &method_heavy_ball,
     {.alpha = 0.001, .momentum = 0.9},
     .first = 1,
     .steps = 3000},
    {ill_conditioned,
     &method_nesterov,
     {.chosen = best_of_nesterov, .momentum = 9.0 / 11},
     .first = 1,
     .steps = 3000},
};
CLAIM(bound_any_linear_method_ill_conditioned, BOUND,
      MEAN(in_two_directions, ON(several), .sign = AT_LEAST),
      "The bound (11) from below: Newton, heavy ball and Nesterov on the "
      "ill-conditioned quadratic.");
CLAIM(floor_of_accelerated_heavy_ball, IDENTITY,
      MEAN(accelerated_ball_floor,
           AT(ill_conditioned, &method_heavy_ball,
              {.chosen = best_of_ball, .momentum = 81.0 / 121}, .first = 1000,
              .steps = 1000, .by = &second_moment_recursion),
           .sign = EQUAL),
      "With noise the accelerated heavy ball rests on the floor (5).");
CLAIM(floor_of_accelerated_nesterov, IDENTITY,
      MEAN(accelerated_nesterov_floor,
           AT(ill_conditioned, &method_nesterov,
              {.chosen = best_of_nesterov, .momentum = 9.0 / 11}, .first = 1000,
              .steps = 1000, .by = &second_moment_recursion),
           .sign = EQUAL),
      "With noise the accelerated Nesterov rests on the floor (6).");

static const struct claim *const claims[] = {
    methods_follow_their_formulas,
    line_3_squared_step_at_rest,
    line_4_correlation_at_rest,
    line_5_second_moment_at_rest,
    bound_heavy_ball,
    bound_nesterov,
    floor_heavy_ball_closed_form,
    floor_nesterov_closed_form,
    sharp_heavy_ball_fails_at_0_95,
    sharp_nesterov_fails_at_0_95,
    ratio_of_floors_closed_form,
    ratio_of_floors_at_least,
    ratio_of_floors_at_most_1,
    ratio_of_floors_tends_to_1_on_ridge,
    line_8_weights_add_up,
    line_9_bias_and_variance,
    line_10_cauchy_schwarz,
    bound_any_linear_method,
    sharp_best_weights_attain,
    sharp_best_weights_fail_at_1_05,
    bound_any_linear_method_ill_conditioned,
    newton_closed_form,
    slope_from_below,
    slope_from_above,
    ratio_to_sgd_tends_to_1,
    plain_descent_closed_form,
    plain_heavy_ball_closed_form,
    plain_nesterov_closed_form,
    plain_momentum_needs_a_quarter_of_the_steps,
    floor_of_accelerated_heavy_ball,
    floor_of_accelerated_nesterov,
    control_acceleration_with_noise_heavy_ball,
    control_acceleration_with_noise_nesterov,
    control_exponent_1_2,
    control_exponent_0_8,
    control_equal_alpha,
    control_no_noise};

static const struct drawing drawings[] = {
    {.name = "with_and_without_noise",
     .title = {"Momentum on an ill-conditioned quadratic",
               "Момент на плохо обусловленной квадратичной функции"},
     .x = {"iteration k", "итерация k"},
     .y = {"E f(x_k) - f^*", "E f(x_k) - f^*"},
     .curves = {{.claim = "plain_descent_closed_form",
                 .name = {"gradient descent, no noise", "спуск, без шума"}},
                {.claim = "plain_heavy_ball_closed_form",
                 .name = {"heavy ball, no noise", "шарик, без шума"}},
                {.claim = "plain_nesterov_closed_form",
                 .name = {"Nesterov, no noise", "Нестеров, без шума"}},
                {.claim = "control_acceleration_with_noise_heavy_ball",
                 .name = {"heavy ball, noise", "шарик, с шумом"}},
                {.claim = "control_acceleration_with_noise_nesterov",
                 .name = {"Nesterov, noise", "Нестеров, с шумом"}}}},
    {.name = "floors",
     .title = {"Floor of momentum over SGD's floor",
               "Порог метода с моментом к порогу SGD"},
     .x = {"1 / (effective step · μ)", "1 / (эффективный шаг · μ)"},
     .y = {"ratio", "отношение"},
     .linear_y = true,
     .bounds = true,
     .curves = {{.claim = "ratio_of_floors_closed_form",
                 .name = {"heavy ball, β = 0.5", "шарик, β = 0.5"}},
                {.claim = "ratio_of_floors_closed_form",
                 .group = 1,
                 .name = {"heavy ball, β = 0.9", "шарик, β = 0.9"}},
                {.claim = "ratio_of_floors_closed_form",
                 .group = 2,
                 .name = {"Nesterov, β = 0.5", "Нестеров, β = 0.5"}},
                {.claim = "ratio_of_floors_closed_form",
                 .group = 3,
                 .name = {"Nesterov, β = 0.9", "Нестеров, β = 0.9"}}}},
    {.name = "decreasing",
     .title = {"Decreasing steps", "Убывающий шаг"},
     .x = {"iteration k", "итерация k"},
     .y = {"E f(x_k) - f^*", "E f(x_k) - f^*"},
     .curves = {{.claim = "bound_any_linear_method",
                 .name = {"heavy ball, β = 0.9", "шарик, β = 0.9"}},
                {.claim = "bound_any_linear_method",
                 .group = 1,
                 .name = {"Nesterov, β = 0.9", "Нестеров, β = 0.9"}},
                {.claim = "bound_any_linear_method",
                 .group = 2,
                 .name = {"SGD", "SGD"}},
                {.claim = "sharp_best_weights_attain",
                 .name = {"best weights = the bound",
                          "лучшие веса = граница"}}}},
};

const struct theorem theorem_momentum_does_not_help = {
    .id = "momentum_does_not_help",
    .title = {"Momentum does not help against noise",
              "Момент не помогает против шума"},
    .source = "Summary",
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## References

- B. Polyak, *Some methods of speeding up the convergence of iteration methods*,
  USSR Computational Mathematics and Mathematical Physics 4 (1964): the heavy
  ball.
- Yu. Nesterov, *A method of solving a convex programming problem with
  convergence rate $O(1/k^2)$*, Soviet Mathematics Doklady 27 (1983).
- A. Agarwal, P. Bartlett, P. Ravikumar, M. Wainwright, *Information-theoretic
  lower bounds on the oracle complexity of stochastic convex optimization*, IEEE
  Transactions on Information Theory 58 (2012): (1) for every method, up to a
  constant.
- K. Yuan, B. Ying, A. Sayed, *On the influence of momentum acceleration on
  online learning*, Journal of Machine Learning Research 17 (2016): momentum at
  a constant step amounts to SGD at the effective step.
*/
