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
   method whose iterate is $x_0$ plus a fixed linear combination of the gradients
   seen so far, the gap after $k$ gradients is on $\frac\mu2(x-x^*)^2$ at least
   $$\mathbb E f(x_k)-f^*\ge\frac{s^2}{2\mu k}\cdot\frac1{1+s^2/(\mu^2R^2k)},\qquad R=\|x_0-x^*\|. \tag{1}$$
   SGD attains this. The exponent in $k$ is 1 with momentum and without.
   ($x_0$ has the coefficient 1: the method $x_k=0$ knows a minimiser at 0
   beforehand, and [beats (1)](#what-breaks) there.) On convex functions, and for
   methods whose coefficients follow the gradients, as quasi-Newton methods' do,
   (1) says nothing; that no method at all has a better rate than SGD, whatever
   it does with its gradients, is [another theorem](rates_cannot_be_improved.html).
3. *Without noise* momentum does help: $\sqrt\kappa$ in place of $\kappa=L/\mu$.

@figure with_and_without_noise An ill-conditioned quadratic: without noise
    momentum is far ahead; with noise it rests on a floor

Both methods in C, as the formulas say, for one number. What the program runs is
written in other variables; the first claim holds the two against each other
along a path of random gradients.
*/
#include "theorem.h"

static bool is_quadratic(const struct premises *p) {
    return p->problem->quadratic;
}
static bool is_noisy(const struct premises *p) {
    return p->constants->noise > 0 && p->problem->components > 1;
}
HYPOTHESIS(quadratic_function, "f is a quadratic", is_quadratic);
HYPOTHESIS(noise_everywhere, "the noise has the same variance s^2 > 0 at all x",
           is_noisy);
HYPOTHESIS(effective_step, "steps are equal as effective steps", NULL);
HYPOTHESIS(starts_from_x_0, "the coefficient of x_0 in x_k is 1", NULL);
static const struct hypothesis *const hypotheses[] = {
    quadratic_function, noise_everywhere, effective_step, starts_from_x_0};

enum { BALL, NESTEROV, SGD, METHODS };
static const struct method *const methods[METHODS] = {
    &method_heavy_ball, &method_nesterov, &method_sgd};

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
    static const struct settings settings = {.alpha = 0.005, .momentum = 0.9};
    struct problem *p = ill_conditioned();
    for (int m = 0; m < SGD; m++) {
        double at[2], before[2], size = 0;
        real x[2], g[2], there[2], slope[2], state[2] = {{0}};
        for (int j = 0; j < 2; j++)
            x[j] = real_all(at[j] = before[j] = p->x_0[j]);
        for (size_t k = 0; k < 100; k++) {
            /* Any sequence of outcomes will do. */
            whole outcome = whole_all((k * k * k / 7 + k) % 4);
            p->component(p, x, outcome, g);
            methods[m]->step(&settings, k, 2, x, g, state);
            for (int j = 0; j < 2; j++)
                there[j] = real_all(asked_at(m, beta, at[j], before[j]));
            p->component(p, there, outcome, slope);
            double difference = 0;
            for (int j = 0; j < 2; j++) {
                double next =
                    moved(m, alpha, beta, at[j], before[j], slope[j][0]);
                before[j] = at[j];
                at[j] = next;
                size = larger(size, fabs(next) + fabs(before[j]));
                difference = hypot(
                    difference, x[j][0] - asked_at(m, beta, at[j], before[j]));
            }
            /* A step rounds some eight times numbers below 4 size; what it
             * leaves grows to at most 2/(1 - beta). */
            double error =
                8 * (double)(k + 1) * DBL_EPSILON * 4 * size * 2 / (1 - beta);
            inquiry_exact(q, "ill_conditioned", methods[m]->id, k + 1,
                          difference, error, EQUAL, 0);
        }
    }
    problem_free(p);
}
CLAIM(methods_follow_their_formulas, IDENTITY, COMPUTE(same_path),
      "Both move as the formulas say, along a path of stochastic gradients.");
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

/* V and C at rest, lambda = s = 1: the method moves once under a single noise,
 * and as noises are uncorrelated, squares and products along that path add up.
 */
static void moments_at_rest(struct inquiry *q) {
    static const double alphas[] = {0.5, 0.1, 0.01}, betas[] = {0.5, 0.9, 0.99};
    /* A step keeps at most max(1 - alpha/2, root(beta)) of any mode. */
    enum { STEPS = 40000 };
    for (size_t i = 0; i < COUNT(alphas) * COUNT(betas); i++) {
        double alpha = alphas[i / COUNT(betas)], beta = betas[i % COUNT(betas)],
               a = 1 + beta - alpha, v = 0, c = 0;
        const struct settings settings = {alpha, .momentum = beta};
        real x = {0}, state = {0};
        for (size_t k = 0; k < STEPS; k++) {
            real before = x, g = x + (k == 0);
            method_heavy_ball.step(&settings, k, 1, &x, &g, &state);
            v += x[0] * x[0];
            c += x[0] * before[0];
        }
        /* Each step rounds a few numbers of size 8 v; what it leaves adds up
         * over 1/(1 - beta) and 2 (1 - beta)/alpha steps, squared for two modes
         * that nearly coincide. */
        double lasting = 1 / (1 - beta) + 2 * (1 - beta) / alpha;
        double error = 64 * v * DBL_EPSILON * lasting * lasting;
        const double sides[][2] = {
            {(a * a + beta * beta) * v - 2 * beta * a * c + alpha * alpha, v},
            {c, a / (1 + beta) * v},
            {v, 2 * resting(BALL, alpha, beta, 1, 1)}};
        for (size_t l = 0; l < COUNT(sides); l++) {
            inquiry_exact(q, "parabola", "heavy_ball", STEPS, sides[l][0],
                          error, EQUAL, sides[l][1]);
            inquiry_which(q, q->count - 1, "(%zu), alpha = %g, beta = %g",
                          l + 3, alpha, beta);
        }
    }
}
CLAIM(lines_3_to_5_at_rest, PROOF_LINE, COMPUTE(moments_at_rest),
      "The first equation of (3), (4) and (5), for three steps and momenta.");
/**
With (2), the gap is at most the one without noise plus the floor, at every $k$,
and tends to that sum. This is the bound that the program checks with the
second-moment recursion of the lifted state $(x_k,\,x_k-x_{k-1})$, which knows
nothing of (5) and (6).
*/
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

/* Two signs start at the minimiser, or at distance 1; the ill-conditioned
 * quadratic, which alone has two eigenvectors, at distance 1 along either. */
static double bound(int method, double beta, const struct constants *c,
                    size_t k) {
    double start = 0, rest = resting(method, c->alpha, beta, c->mu, c->noise);
    if (c->distance > 0)
        start = without_noise(method, c->alpha, beta, c->mu, k);
    if (c->L > c->mu) {
        start += without_noise(method, c->alpha, beta, c->L, k);
        rest += resting(method, c->alpha, beta, c->L, c->noise);
    }
    return start + rest;
}

static double ball(const struct constants *c, size_t k) {
    return bound(BALL, 0.9, c, k);
}

static double nesterov(const struct constants *c, size_t k) {
    return bound(NESTEROV, 0.9, c, k);
}

static const struct setting ball_runs[] = {
    {two_signs, &method_heavy_ball, {0.05, .momentum = 0.9}, 1, .steps = 3000},
    {shifted_signs, &method_heavy_ball, .settings = {0.005, .momentum = 0.9},
     .first = 1, .steps = 3000},
    {ill_conditioned, &method_heavy_ball, .settings = {0.001, .momentum = 0.9},
     .first = 1, .steps = 10000},
};
static const struct setting nesterov_runs[] = {
    {two_signs, &method_nesterov, {0.05, .momentum = 0.9}, 1, .steps = 3000},
    {shifted_signs, &method_nesterov, .settings = {0.005, .momentum = 0.9},
     .first = 1, .steps = 3000},
    {ill_conditioned, &method_nesterov, .settings = {0.001, .momentum = 0.9},
     .first = 1, .steps = 10000},
};
CLAIM(bound_heavy_ball, BOUND, MEAN(ball, ON(ball_runs)),
      "Heavy ball: at most the gap without noise plus the floor (5).");
CLAIM(bound_nesterov, BOUND, MEAN(nesterov, ON(nesterov_runs)),
      "Nesterov: at most the gap without noise plus the floor (6).");
/**
After $10^4$ steps nothing is left of the gap without noise: it is below a
rounding of the floor.
*/
static const struct setting ball_late[] = {
    {two_signs, &method_heavy_ball, .settings = {0.05, .momentum = 0.9},
     .first = 10000, .steps = 10000},
    {ill_conditioned, &method_heavy_ball, .settings = {0.001, .momentum = 0.9},
     .first = 10000, .steps = 10000},
};
static const struct setting nesterov_late[] = {
    {two_signs, &method_nesterov, .settings = {0.05, .momentum = 0.9},
     .first = 10000, .steps = 10000},
    {ill_conditioned, &method_nesterov, .settings = {0.001, .momentum = 0.9},
     .first = 10000, .steps = 10000},
};
CLAIM(floor_heavy_ball_closed_form, IDENTITY,
      MEAN(ball, ON(ball_late), .sign = EQUAL),
      "After $10^4$ steps the heavy ball rests on the floor (5).");
CLAIM(floor_nesterov_closed_form, IDENTITY,
      MEAN(nesterov, ON(nesterov_late), .sign = EQUAL),
      "After $10^4$ steps Nesterov rests on the floor (6).");
CLAIM(sharp_heavy_ball_fails_at_0_95, CONTROL,
      MEAN(ball, ball_late, 1, .times = 0.95),
      "0.95 of the heavy ball's bound is beaten.");
CLAIM(sharp_nesterov_fails_at_0_95, CONTROL,
      MEAN(nesterov, nesterov_late, 1, .times = 0.95),
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

/* A ratio of two gaps, with its error. */
struct ratio {
    double value, error;
};

/* How far off two gaps may be together, relatively. */
static double errors_of(const struct series *a, const struct series *b,
                        size_t k) {
    return a->gap_error[k] / a->gap[k] + b->gap_error[k] / b->gap[k];
}

/* The gap with momentum b over SGD's at the same effective step. */
static struct ratio ratio_to_sgd(struct inquiry *q,
                                 struct problem *(*problem)(void), int method,
                                 double b, double effective, size_t steps) {
    struct setting plain = {problem, &method_sgd, .settings.alpha = effective,
                            .steps = steps},
                   with = {problem, methods[method],
                           .settings = {effective * (1 - b), .momentum = b},
                           .steps = steps};
    struct ratio ratio = {NAN, 0};
    struct series a = {0}, c = {0};
    if (inquiry_series(q, &with, &a) && inquiry_series(q, &plain, &c)) {
        ratio.value = a.gap[steps] / c.gap[steps];
        ratio.error =
            ratio.value * 1.01 * (errors_of(&a, &c, steps) + DBL_EPSILON);
    }
    series_free(&a);
    series_free(&c);
    return ratio;
}

static void floors(struct inquiry *q) {
    static const double steps[] = {1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01},
                        betas[] = {0.5, 0.9}, least[] = {0.5, 0.25};
    static const enum sign signs[] = {EQUAL, AT_LEAST, AT_MOST};
    for (size_t r = 0; r < COUNT(signs) * SGD * COUNT(betas); r++) {
        enum sign sign = signs[r / (SGD * COUNT(betas))];
        int m = r / COUNT(betas) % SGD;
        double b = betas[r % COUNT(betas)];
        size_t first = q->count;
        for (size_t i = 0; i < COUNT(steps); i++) {
            double t = steps[i];
            struct ratio ratio =
                ratio_to_sgd(q, two_signs, m, b, t, 2000 + (size_t)(30 / t));
            if (q->trouble) return;
            double side = sign == EQUAL     ? ratio_formula(m, b, t)
                          : sign == AT_MOST ? 1
                                            : least[m];
            inquiry_exact(q, "two_signs", methods[m]->id, (size_t)lround(1 / t),
                          ratio.value, ratio.error, sign, side);
        }
        inquiry_which(q, first, "%s, beta = %g", sign_name(sign), b);
    }
}
CLAIM(ratio_of_floors, IDENTITY, COMPUTE(floors),
      "(7) for seven $\\bar\\alpha=1/k\\le1/L$; the ratio is at most 1, at "
      "least $\\frac12$ or $\\frac14$.");
/**
On ridge regression the noise depends on $x$. There it is computed how the
ratio's distance from 1 changes when the effective step is halved.
*/
/* From one ratio to the next: by which factor it is nearer to 1, at most. */
static void nearer_to_1(struct inquiry *q, const char *problem, int method,
                        const size_t k[3], const struct ratio ratios[3],
                        double most) {
    for (int i = 1; i < 3; i++) {
        const struct ratio *from = &ratios[i - 1], *to = &ratios[i];
        double before = fabs(1 - from->value), off = fabs(1 - to->value),
               factor = off / before;
        inquiry_exact(q, problem, methods[method]->id, k[i], factor,
                      1.01 * factor * (to->error / off + from->error / before),
                      AT_MOST, most);
    }
}

static void floors_of_ridge(struct inquiry *q) {
    static const size_t inverse[] = {25, 50, 100};
    struct ratio ratios[3];
    for (int m = 0; m < SGD; m++) {
        for (int i = 0; i < 3; i++) {
            ratios[i] = ratio_to_sgd(q, ridge, m, 0.5, 1 / (double)inverse[i],
                                     20 * inverse[i]);
            if (q->trouble) return;
        }
        nearer_to_1(q, "ridge", m, inverse, ratios, 0.6);
    }
}
CLAIM(ratio_of_floors_tends_to_1_on_ridge, SHARPNESS,
      ALLOWING(1e-5, "distances from 1 are differences of ratios near 1",
               COMPUTE(floors_of_ridge)),
      "Halving $\\bar\\alpha$ to $1/k$ brings it nearer to 1 by a factor below "
      "0.6.");
/**
@figure floors The floors of momentum over SGD's at an equal effective step

## Decreasing steps: no linear method is faster than 1/k

Let $f=\frac\mu2(x-x^*)^2$ with additive noise. A gradient at $x$ is
$g=\mu(x-x^*)+\xi$, so $x-g/\mu=x^*-\xi/\mu$: whatever the point, the oracle
shows $x^*$ once, with the error $\xi/\mu$. A method that adds to $x_0$ a linear
combination of $k$ gradients, with fixed coefficients, can only average what it
has been shown:
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
/* alpha_k with an effective step that is the PL theorem's:
 * (1 - beta) (2k + 1)/(2 mu (k + 1)^2). */
static double effective(const struct settings *s, size_t k) {
    return (1 - s->momentum) * schedule_pl(s, k);
}

static const struct setting decreasing[] = {
    {shifted_signs, &method_heavy_ball,
     .settings = {.alpha = 1, .momentum = 0.9, .schedule = effective},
     .first = 1, .steps = 10000},
    {shifted_signs, &method_nesterov,
     .settings = {.alpha = 1, .momentum = 0.9, .schedule = effective},
     .first = 1, .steps = 10000},
    {shifted_signs, &method_sgd,
     .settings = {.alpha = 1, .schedule = effective}, .first = 1,
     .steps = 10000},
    /* and a constant one */
    {shifted_signs, &method_heavy_ball, .settings = {0.005, .momentum = 0.9},
     .first = 1, .steps = 10000},
};

/* The gaps of the three methods with decreasing steps. */
static void make_gaps(struct inquiry *q, void *out) {
    struct series *of = out;
    for (int m = 0; m < METHODS; m++) inquiry_series(q, &decreasing[m], &of[m]);
}

static void release_gaps(void *made) {
    struct series *of = made;
    for (int m = 0; m < METHODS; m++) series_free(&of[m]);
}
static const struct shared gaps = {sizeof(struct series[METHODS]), make_gaps,
                                   release_gaps};

enum { WEIGHTS = 200 };

/* b and w_t, t < WEIGHTS, for f = x^2/2: what is left of a start at 1, and of a
 * single noise of -1 at step t. */
static double weights_of(const struct method *method,
                         const struct settings *settings, double w[WEIGHTS]) {
    double b = 0;
    for (size_t t = 0; t <= WEIGHTS; t++) {
        real x = real_all(t == WEIGHTS), state = {0};
        for (size_t k = 0; k < WEIGHTS; k++) {
            real g = x - (k == t);
            method->step(settings, k, 1, &x, &g, &state);
        }
        *(t < WEIGHTS ? &w[t] : &b) = x[0];
    }
    return b;
}

static void lines_of_weights(struct inquiry *q) {
    const struct series *of = inquiry_shared(q);
    for (int m = 0; of && m < METHODS; m++) {
        struct settings settings = decreasing[m].settings;
        settings.mu = 1;
        double w[WEIGHTS], b = weights_of(methods[m], &settings, w), sum = 0,
                           squares = 0, size = fabs(b);
        for (size_t t = 0; t < WEIGHTS; t++) {
            sum += w[t];
            squares += w[t] * w[t];
            size += fabs(w[t]);
        }
        /* Every weight is the end of at most WEIGHTS contracting steps of a
         * few roundings, times 2/(1 - beta), beta <= 0.9. */
        double error = 16 * WEIGHTS * DBL_EPSILON * (size + 1) * 2 / (1 - 0.9);
        const char *id = methods[m]->id;
        size_t first = q->count;
        inquiry_exact(q, "shifted_signs", id, WEIGHTS, sum, error, EQUAL,
                      1 - b);
        inquiry_exact(q, "shifted_signs", id, WEIGHTS, of[m].gap[WEIGHTS],
                      of[m].gap_error[WEIGHTS] + error, EQUAL,
                      (b * b + squares) / 2);
        inquiry_exact(q, "shifted_signs", id, WEIGHTS, squares, error, AT_LEAST,
                      (1 - b) * (1 - b) / WEIGHTS);
        for (size_t l = 0; l < 3; l++)
            inquiry_which(q, first + l, "(%zu)", 8 + l);
    }
}
CLAIM(lines_8_to_10_weights, PROOF_LINE,
      COMPUTE(lines_of_weights, .shares = &gaps),
      "(8) to (10) for 200 gradients, (9) against the recursion.");
/**
The bound (1), and the best weights of all, $b=\frac v{R^2+v}$ and equal $w_t$:
with $\mu=s=R=1$ SGD has them by $\alpha_k=\frac1{k+2}$.
*/
static double any_method(const struct constants *c, size_t k) {
    double v = c->noise * c->noise / (c->mu * c->mu * (double)k),
           start = c->distance * c->distance;
    return c->mu / 2 * start * v / (start + v);
}

static double schedule_best(const struct settings *s, size_t k) {
    return 1 / (s->mu * ((double)k + 2));
}

static const struct setting best[] = {
    {shifted_signs, &method_sgd, .settings = {1, .schedule = schedule_best},
     .first = 1, .steps = 10000},
    {shifted_signs, &method_sgd, .settings = {1, .schedule = schedule_best},
     .first = 100, .steps = 100},
};
CLAIM(bound_any_method, BOUND,
      MEAN(any_method, ON(decreasing), .sign = AT_LEAST),
      "(1) for heavy ball, Nesterov and SGD with decreasing steps, heavy ball "
      "with a constant one.");
CLAIM(best_weights, IDENTITY, MEAN(any_method, best, 1, .sign = EQUAL),
      "SGD with the best weights attains (1) at every $k$.");
CLAIM(best_weights_fail_at_1_05, CONTROL,
      MEAN(any_method, &best[1], 1, .times = 1.05, .sign = AT_LEAST),
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
/* On the ill-conditioned quadratic, whose Hessian is diag(100, 1). */
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

static double reciprocal(const struct settings *s, size_t k) {
    return s->alpha / ((double)k + 1);
}

static double in_two_directions(const struct constants *c, size_t k) {
    struct constants flat = *c, steep = *c;
    flat.distance = steep.distance = 1;
    steep.mu = c->L;
    return any_method(&flat, k) + any_method(&steep, k);
}

static double newton_gap(const struct constants *c, size_t k) {
    return c->noise * c->noise / (2 * (double)k) * (1 / c->mu + 1 / c->L);
}

static const struct setting several[] = {
    {ill_conditioned, &method_newton, .settings = {1, .schedule = reciprocal},
     .first = 1, .steps = 3000},
    {ill_conditioned, &method_heavy_ball, .settings = {0.001, .momentum = 0.9},
     .first = 1, .steps = 3000},
    {ill_conditioned, &method_nesterov,
     .settings = {0.01, .momentum = 9.0 / 11}, .first = 1, .steps = 3000},
};
CLAIM(bound_any_method_in_two_directions, BOUND,
      MEAN(in_two_directions, ON(several), .sign = AT_LEAST),
      "(11) for Newton, heavy ball and Nesterov.");
CLAIM(newton_closed_form, IDENTITY, MEAN(newton_gap, several, 1, .sign = EQUAL),
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
/* An exponent of at most, and of at least, the claim's. */
static void slopes(struct inquiry *q) {
    static const size_t ks[] = {1250, 2500, 5000};
    const double *exponents = q->with, off[] = {100, -100};
    const struct series *of = inquiry_shared(q);
    for (int m = 0; of && m < METHODS; m++)
        for (enum sign sign = AT_MOST; sign <= AT_LEAST; sign++) {
            size_t first = q->count;
            const double *gap = of[m].gap, *gap_error = of[m].gap_error;
            for (size_t i = 0; i < COUNT(ks); i++) {
                size_t k = ks[i];
                double error = 1.01 * gap_error[k] / gap[k] / M_LN2 +
                               1.01 * gap_error[2 * k] / gap[2 * k] / M_LN2;
                inquiry_exact(q, "shifted_signs", methods[m]->id, k,
                              log2(gap[k] / gap[2 * k]),
                              error + 4 * DBL_EPSILON, sign,
                              exponents[sign] + off[sign] / (double)k);
            }
            inquiry_which(q, first, "%s", sign_name(sign));
        }
}

static void decreasing_to_sgd(struct inquiry *q) {
    static const size_t ks[] = {600, 2400, 9600};
    const struct series *of = inquiry_shared(q);
    for (int m = 0; of && m < SGD; m++) {
        struct ratio ratios[3];
        for (int i = 0; i < 3; i++) {
            ratios[i].value = of[m].gap[ks[i]] / of[SGD].gap[ks[i]];
            ratios[i].error = 1.01 * (fabs(ratios[i].value - 1) + 1) *
                              errors_of(&of[m], &of[SGD], ks[i]);
        }
        nearer_to_1(q, "shifted_signs", m, ks, ratios, 0.3);
    }
}
#define rounding_of_long_memory                                                \
    "10^4 steps with momentum carry on the roundings of second moments"
CLAIM(slope, SHARPNESS,
      ALLOWING(1e-5, rounding_of_long_memory,
               COMPUTE(slopes, (const double[]){1, 1}, .shares = &gaps)),
      "Between $k$ and $2k$ the exponent is within $1\\pm100/k$.");
CLAIM(ratio_to_sgd_tends_to_1, SHARPNESS,
      ALLOWING(1e-3, rounding_of_long_memory,
               COMPUTE(decreasing_to_sgd, .shares = &gaps)),
      "From $k/4$ to $k$ the ratio comes nearer to 1 by a factor below 0.3.");
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
static struct problem *quiet(void) {
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

/* L = 100, mu = 1. */
static const struct setting plain[] = {
    {quiet, &method_heavy_ball, .settings = {4.0 / 121, .momentum = 81.0 / 121},
     .first = 1, .steps = 100, .by = &second_moment_recursion},
    {quiet, &method_nesterov, .settings = {1.0 / 100, .momentum = 9.0 / 11},
     .first = 1, .steps = 200, .by = &second_moment_recursion},
    {quiet, &method_sgd, .settings = {.alpha = 2.0 / 101}, .first = 1,
     .steps = 1000, .by = &second_moment_recursion},
    /* for a control */
    {quiet, &method_heavy_ball, .settings = {4.0 / 121, .momentum = 81.0 / 121},
     .first = 100, .steps = 100, .by = &second_moment_recursion},
};

/* The steps that bring the gap below 1e-10 of the first one, over those of
 * gradient descent. */
static void accuracy(struct inquiry *q) {
    size_t needed[METHODS] = {0};
    for (int m = 0; m < METHODS; m++) {
        struct setting longer = plain[m];
        longer.steps = 2000;
        struct series s;
        if (!inquiry_series(q, &longer, &s)) return;
        size_t *k = &needed[m];
        while (*k < s.steps && s.gap[*k] + s.gap_error[*k] > 1e-10 * s.gap[0])
            ++*k;
        series_free(&s);
    }
    for (int m = 0; m < SGD; m++)
        inquiry_exact(q, "ill_conditioned", methods[m]->id, needed[m],
                      (double)needed[m] / (double)needed[SGD], 0, AT_MOST,
                      0.25);
}
CLAIM(plain_descent, IDENTITY,
      BEYOND(MEAN(descent_closed_form, &plain[SGD], 1, .sign = EQUAL)),
      "Gradient descent shrinks by $\\frac{\\kappa-1}{\\kappa+1}$ a step.");
CLAIM(plain_heavy_ball, IDENTITY,
      BEYOND(MEAN(ball_closed_form, &plain[BALL], 1, .sign = EQUAL)),
      "Formula (12): the heavy ball without noise.");
CLAIM(plain_nesterov, IDENTITY,
      BEYOND(MEAN(nesterov_closed_form, &plain[NESTEROV], 1, .sign = EQUAL)),
      "Formula (13): Nesterov without noise.");
CLAIM(plain_momentum_needs_a_quarter_of_the_steps, SHARPNESS, COMPUTE(accuracy),
      "Momentum reaches $10^{-10}$ of the first gap within a quarter of "
      "gradient descent's steps.");
/**
With noise the same parameters rest on the floors (5) and (6), far above what
they reach without:
*/
static double fast_ball(const struct constants *c, size_t k) {
    (void)k;
    return resting(BALL, c->alpha, 81.0 / 121, c->mu, c->noise) +
           resting(BALL, c->alpha, 81.0 / 121, c->L, c->noise);
}

static double fast_nesterov(const struct constants *c, size_t k) {
    (void)k;
    return resting(NESTEROV, c->alpha, 9.0 / 11, c->mu, c->noise) +
           resting(NESTEROV, c->alpha, 9.0 / 11, c->L, c->noise);
}
CLAIM(floor_of_accelerated_heavy_ball, IDENTITY,
      MEAN(fast_ball, .sign = EQUAL,
           AT(ill_conditioned, &method_heavy_ball,
              {4.0 / 121, .momentum = 81.0 / 121}, 1000, .steps = 1000)),
      "With noise the accelerated heavy ball rests on the floor (5).");
CLAIM(floor_of_accelerated_nesterov, IDENTITY,
      MEAN(fast_nesterov, .sign = EQUAL,
           AT(ill_conditioned, &method_nesterov,
              {1.0 / 100, .momentum = 9.0 / 11}, 1000, .steps = 1000)),
      "With noise the accelerated Nesterov rests on the floor (6).");
/**
## What breaks

**The noise-free rates, with noise.** (12) and (13), asked of the same problem
with noise:
*/
static const struct setting noisy[] = {
    {ill_conditioned, &method_heavy_ball,
     .settings = {4.0 / 121, .momentum = 81.0 / 121}, .first = 1,
     .steps = 1000},
    {ill_conditioned, &method_nesterov,
     .settings = {1.0 / 100, .momentum = 9.0 / 11}, .first = 1, .steps = 1000},
};
CLAIM(control_fast_ball, CONTROL, MEAN(ball_closed_form, ONE(noisy, BALL)),
      "With noise the accelerated rate (12) is beaten.");
CLAIM(control_fast_nesterov, CONTROL,
      MEAN(nesterov_closed_form, ONE(noisy, NESTEROV)),
      "With noise the accelerated rate (13) is beaten.");
/**
**A larger exponent.** That the slope under the decreasing step is at least
$1.2-100/k$, or at most $0.8+100/k$:
*/
CLAIM(control_exponents, CONTROL,
      ALLOWING(1e-5, rounding_of_long_memory,
               COMPUTE(slopes, (const double[]){0.8, 1.2}, .shares = &gaps)),
      "The exponent under the decreasing step is neither.");
/**
**An equal step in place of an equal effective step.** At the same $\alpha$
momentum's floor is about $\frac1{1-\beta}$ times SGD's, not at most SGD's:
*/
static double sgd_floor(const struct constants *c, size_t k) {
    (void)k;
    return c->alpha * c->noise * c->noise / (2 * (2 - c->alpha * c->mu));
}
CLAIM(control_equal_alpha, CONTROL,
      DROPS(effective_step, MEAN(sgd_floor, ONE(ball_late, 0))),
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
      DROPS(noise_everywhere, MEAN(unit_noise, &plain[3], 1, .sign = AT_LEAST)),
      "Without noise (1) is beaten.");
/**
**Another coefficient of $x_0$.** The method that answers 0 whatever it is told
is a linear combination too, of $x_0$ with the coefficient 0. At a minimiser 0
its gap is 0, and (1) is beaten; so "any linear combination" is too large a
class, though 0 stays at $x^*=0$ when it starts there.
*/
static void answer_0(const struct settings *s, size_t k, size_t dim, real x[],
                     const real g[], real state[]) {
    (void)s, (void)k, (void)g, (void)state;
    for (size_t j = 0; j < dim; j++) x[j] = real_all(0);
}
static const struct method method_zero = {.id = "zero",
                                          .title = {"Zero", "Ноль"},
                                          .rule = "x_{k+1}=0",
                                          .step = answer_0};
CLAIM(control_forgets_x_0, CONTROL,
      DROPS(starts_from_x_0, MEAN(any_method, .sign = AT_LEAST,
                                  AT(shifted_signs, &method_zero, {.alpha = 1},
                                     1, .steps = 100))),
      "The method that answers 0 beats (1).");
/**
**Not a quadratic.** $\log\cosh x$ flattens out: its curvature is nowhere below
the $\mu=0$ that it has at infinity, and of the way from $x_0=100$ the bound (2)
made of that knows nothing.
*/
static void tanh_and_noise(const struct problem *p, const real x[], whole i,
                           real g[]) {
    (void)p;
    g[0] =
        real_tanh(x[0]) + real_where(whole_is(i, 0), real_all(1), real_all(-1));
}
static struct problem *log_cosh_with_noise(void) {
    struct problem *p = log_cosh();
    p->id = "log_cosh_with_noise";
    p->components = 2;
    p->noise = 1;
    p->component = tanh_and_noise;
    return p;
}
CLAIM(control_not_quadratic, CONTROL,
      DROPS(quadratic_function,
            MEAN(ball, AT(log_cosh_with_noise, &method_heavy_ball,
                          {0.01, .momentum = 0.9}, 1, .steps = 8))),
      "On $\\log\\cosh$ with noise the heavy ball's bound is beaten.");
/**
@figure ratio Expectation over bound on all problems: 1 means attained
*/

static const struct claim *const claims[] = {
    methods_follow_their_formulas, lines_3_to_5_at_rest, bound_heavy_ball,
    bound_nesterov, floor_heavy_ball_closed_form, floor_nesterov_closed_form,
    sharp_heavy_ball_fails_at_0_95, sharp_nesterov_fails_at_0_95,
    ratio_of_floors, ratio_of_floors_tends_to_1_on_ridge,
    /* decreasing steps, and no noise */
    lines_8_to_10_weights, bound_any_method, best_weights,
    best_weights_fail_at_1_05, bound_any_method_in_two_directions,
    newton_closed_form, slope, ratio_to_sgd_tends_to_1, plain_descent,
    plain_heavy_ball, plain_nesterov,
    plain_momentum_needs_a_quarter_of_the_steps,
    floor_of_accelerated_heavy_ball, floor_of_accelerated_nesterov,
    control_fast_ball, control_fast_nesterov, control_exponents,
    control_equal_alpha, control_no_noise, control_forgets_x_0,
    control_not_quadratic};

static const struct drawing drawings[] = {
    {.name = "with_and_without_noise",
     .title = {"Momentum on an ill-conditioned quadratic",
               "Момент на плохо обусловленной квадратичной функции"},
     .x = {"iteration k", "итерация k"},
     .y = {"E f(x_k) - f^*", "E f(x_k) - f^*"},
     .curves =
         {{"plain_descent",
           0,
           {"gradient descent, no noise", "спуск, без шума"}},
          {"plain_heavy_ball", 0, {"heavy ball, no noise", "шарик, без шума"}},
          {"plain_nesterov", 0, {"Nesterov, no noise", "Нестеров, без шума"}},
          {"control_fast_ball", 0, {"heavy ball, noise", "шарик, с шумом"}},
          {"control_fast_nesterov",
           0,
           {"Nesterov, noise", "Нестеров, с шумом"}}}},
    {.name = "floors",
     .title = {"Floor of momentum over SGD's floor",
               "Порог метода с моментом к порогу SGD"},
     .x = {"1 / (effective step · μ)", "1 / (эффективный шаг · μ)"},
     .y = {"ratio", "отношение"},
     .linear_y = true,
     .bounds = true,
     .curves =
         {{"ratio_of_floors", 0, {"heavy ball, β = 0.5", "шарик, β = 0.5"}},
          {"ratio_of_floors", 1, {"heavy ball, β = 0.9", "шарик, β = 0.9"}},
          {"ratio_of_floors", 2, {"Nesterov, β = 0.5", "Нестеров, β = 0.5"}},
          {"ratio_of_floors", 3, {"Nesterov, β = 0.9", "Нестеров, β = 0.9"}}}},
    {.name = "decreasing",
     .title = {"Decreasing steps", "Убывающий шаг"},
     .x = {"iteration k", "итерация k"},
     .y = {"E f(x_k) - f^*", "E f(x_k) - f^*"},
     .curves =
         {{"bound_any_method", 0, {"heavy ball, β = 0.9", "шарик, β = 0.9"}},
          {"bound_any_method", 1, {"Nesterov, β = 0.9", "Нестеров, β = 0.9"}},
          {"bound_any_method", 2, {"SGD", "SGD"}},
          {"best_weights",
           0,
           {"best weights = the bound", "лучшие веса = граница"}}}},
};

const struct theorem theorem_momentum_does_not_help = {
    .id = "momentum_does_not_help",
    .title = {"Momentum does not help against noise",
              "Момент не помогает против шума"},
    .source = "Summary",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
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
