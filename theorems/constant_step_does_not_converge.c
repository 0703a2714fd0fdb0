/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# SGD with a constant step does not converge

The lecture sums up (slide «Summary»):

> SGD с постоянным шагом не сходится даже для PL (сильно выпуклого) случая

The theorem on the [constant step](pl_constant_step.html) bounds the gap from
above by a transient and a floor. An upper bound cannot tell that the floor is
really there: a smaller bound might exist. This page bounds the gap
from *below*. Run $x_{k+1}=x_k-\alpha\nabla f_{i_k}(x_k)$ with $\alpha L\le1$,
and let $s^2=\mathbb E\|\nabla f_i(x^*)\|^2$ be the noise that is left at the
minimiser. Then
$$\mathbb E[f(x_k)-f^*]\ge\frac\mu2\Bigl(D+p^k\bigl(\|x_0-x^*\|^2-D\bigr)\Bigr),\qquad
  D=\frac{\alpha s^2}{\bigl(\sqrt{L(2-\alpha L)}+\ell\sqrt\alpha\bigr)^2}, \tag{1}$$
with $0\le p<1$, so that $\liminf_k\mathbb E f(x_k)-f^*\ge\frac\mu2D>0$ whenever
$s>0$. The one exception is the one that the formula shows: $s=0$, when all
components share a minimiser. Then SGD with a constant step [does
converge](#the-exception-interpolation), and linearly.

@figure dichotomy The noise at the minimiser decides: with it the gap stays,
    without it the gap vanishes

## What it needs

- $f$ is $L$-smooth, and $f(x)-f^*\ge\frac\mu2\|x-x^*\|^2$ where the method
  goes. Strong convexity gives that, and so does PL with a single minimiser
  (Karimi, Nutini and Schmidt 2016). On least squares of deficient rank the
  iterates stay in the plane through $x_0$ spanned by the rows, and there it
  holds as well.
- The oracle is unbiased.
- The noise $\xi_i(x)=\nabla f_i(x)-\nabla f(x)$ has the mean square $s^2$ at
  $x^*$, and it fades away from there at most at the rate $\ell$: $\mathbb
  E\|\xi_i(x)\|^2\ge(s-\ell\|x-x^*\|)^2$ while the bracket is positive. If
  $\xi_i$ is $\ell$-Lipschitz in mean square, that is the triangle inequality.
  Additive noise has $\ell=0$.
- $\alpha L\le1$, and $p=(1-\alpha L)^2-\alpha\ell\sqrt{\alpha L(2-\alpha
  L)}\ge0$: the step is not too long.

The bound in C:
*/
#include "../verify/runs/rest.h"
#include "theorem.h"

/* D and p. */
static double resting_distance2(const struct constants *c) {
    double root =
        sqrt(c->L * (2 - c->alpha * c->L)) + c->fading * sqrt(c->alpha);
    return c->alpha * c->noise_star * c->noise_star / (root * root);
}

static double forgetting(const struct constants *c) {
    double al = c->alpha * c->L;
    return (1 - al) * (1 - al) - c->alpha * c->fading * sqrt(al * (2 - al));
}

static double bound(const struct constants *c, size_t k) {
    double d = resting_distance2(c), start = c->distance * c->distance;
    return c->mu / 2 * (d + pow(forgetting(c), (double)k) * (start - d));
}

static bool grows(const struct premises *p) {
    return p->constants->mu > 0;
}
static bool is_unbiased(const struct premises *p) {
    return !(p->problem->lacks & LACKS_UNBIASEDNESS);
}
static bool is_short(const struct premises *p) {
    return p->constants->alpha > 0 &&
           p->constants->alpha * p->constants->L <= 1;
}
static bool lasts(const struct premises *p) {
    return isfinite(p->constants->fading);
}
static bool forgets(const struct premises *p) {
    return forgetting(p->constants) >= 0;
}
HYPOTHESIS(growing_gap, "f - f* >= mu/2 ||x - x*||^2 with mu > 0", grows);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", is_unbiased);
HYPOTHESIS(short_step, "0 < alpha <= 1/L", is_short);
HYPOTHESIS(lasting_noise, "a certified rate at which the noise fades", lasts);
HYPOTHESIS(forgetting_factor, "p >= 0", forgets);
static const struct hypothesis *const hypotheses[] = {
    growing_gap, unbiased_oracle, short_step, lasting_noise, forgetting_factor};

/**
Two signs have $\ell=0$ and $L=\mu$, and there (1) is an equality. Elsewhere it
is loose by a factor of about $\kappa=L/\mu$, as it must be: the proof knows no
more of $f$ than that it lies between two parabolas.
[Below](#the-exact-floor-on-quadratics) that factor goes.
*/
static const struct setting run[] = {
    {logistic, &method_sgd, {.alpha = 0.1}, 1, 200, .runs = 32768},
    {sine_squared, &method_sgd, {.alpha = 0.05}, 1, 1000, .runs = 65536},
    {two_signs, &method_sgd, {.alpha = 0.3}, 1, 1000, .runs = 65536},
};
static const struct setting exact[] = {
    {ridge, &method_sgd, {.alpha = 0.05}, 1, .steps = 1000},
    {least_squares, &method_sgd, {.alpha = 0.05}, 1, .steps = 1000},
    {two_signs, &method_sgd, {.alpha = 0.3}, 1, .steps = 1000},
    {shifted_signs, &method_sgd, {.alpha = 0.1}, 1, .steps = 1000},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 10}, 1, .steps = 1000},
    {ill_conditioned, &method_sgd, {.alpha = 0.002}, 1, .steps = 3000},
};
CLAIM(bound_logistic, BOUND, MEAN(bound, &run[0], 1, .sign = AT_LEAST),
      "The lower bound (1) on the logistic regression.");
CLAIM(bound_sine_squared, BOUND, MEAN(bound, &run[1], 1, .sign = AT_LEAST),
      "The lower bound (1) on $x^2+3\\sin^2x$, PL and not convex.");
CLAIM(bound_exact, BOUND, MEAN(bound, ON(exact), .sign = AT_LEAST),
      "The lower bound (1) on six more problems, exactly.");
/**
## The proof, line by line

Every line is checked at every step of every run of a sample, with expectations
over the next index as full sums. Write $r_k=\|x_k-x^*\|$.
*/
static const struct setting walks[] = {
    {logistic, &method_sgd, {.alpha = 0.1}, .steps = 40},
    {ridge, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {least_squares, &method_sgd, {.alpha = 0.05}, .steps = 200},
    {sine_squared, &method_sgd, {.alpha = 0.05}, .steps = 500},
    {two_signs, &method_sgd, {.alpha = 0.3}, .steps = 500},
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 10}, .steps = 500},
    {shifted_signs, &method_sgd, {.alpha = 0.1}, .steps = 500},
    {ill_conditioned, &method_sgd, {.alpha = 0.002}, .steps = 500},
};

static real squared(real a) {
    return a * a;
}

/* The size of all terms in the square of the distance after a step. */
static real distance_terms(const struct step *s) {
    return s->distance2 + s->next_distance2 + s->mean_next_distance2 +
           2 * s->alpha * real_abs(s->inner) +
           s->alpha * s->alpha * (s->mean_square + square(s, s->gradient)) +
           square(s, s->x);
}

/* ||x_k - alpha grad f(x_k) - x*||^2: where gradient descent would lead. */
static real descended(const struct step *s) {
    return s->distance2 - 2 * s->alpha * s->inner +
           s->alpha * s->alpha * square(s, s->gradient);
}

/**
### Line 1. The step and its noise

The step is gradient descent's, plus noise of mean 0. So the cross term
vanishes:
$$\mathbb E\,r_{k+1}^2=\|x_k-\alpha\nabla f(x_k)-x^*\|^2+\alpha^2\,\mathbb E\|\xi_i(x_k)\|^2. \tag{2}$$
*/
static struct relation step_and_noise(const struct step *s) {
    real noise =
        s->alpha * s->alpha * (s->mean_square - square(s, s->gradient));
    return equal(s->mean_next_distance2, descended(s) + noise,
                 distance_terms(s));
}
CLAIM(line_1_step_and_noise, PROOF_LINE, WALK(step_and_noise, ON(walks)),
      "Equation (2): the cross term vanishes.");
/**
### Line 2. Gradient descent is not too fast

$\|\nabla f(x_k)\|=\|\nabla f(x_k)-\nabla f(x^*)\|\le L\,r_k$, so a step of
gradient descent leaves at least $r_k-\alpha Lr_k$. As $\alpha L\le1$, squares
keep the order:
$$\|x_k-\alpha\nabla f(x_k)-x^*\|^2\ge(1-\alpha L)^2\,r_k^2. \tag{3}$$
*/
static struct relation not_too_fast(const struct step *s) {
    double q = 1 - s->alpha * s->c->L;
    return at_least(descended(s), q * q * s->distance2, distance_terms(s));
}
CLAIM(line_2_not_too_fast, PROOF_LINE, WALK(not_too_fast, ON(walks)),
      "Inequality (3): it keeps at least $1-\\alpha L$ of the distance.");
/**
### Line 3. The noise is still there

With $(\cdot)_+$ for the positive part,
$$\mathbb E\|\xi_i(x_k)\|^2\ge(s-\ell r_k)_+^2. \tag{4}$$
*/
static real remaining(const struct step *s) {
    return real_max(s->c->noise_star - s->c->fading * real_sqrt(s->distance2),
                    (real){0});
}

static struct relation noise_remains(const struct step *s) {
    real slope2 = square(s, s->gradient), right = squared(remaining(s));
    return at_least(s->mean_square - slope2, right,
                    s->mean_square + slope2 + right +
                        s->c->noise_star * s->c->noise_star);
}
CLAIM(line_3_noise_remains, PROOF_LINE, WALK(noise_remains, ON(walks)),
      "Inequality (4): the noise fades at most at the rate $\\ell$.");
/**
### Line 4. A tangent

By (2), (3) and (4) the next mean square distance is at least $\varphi(r_k^2)$
with $\varphi(t)=(1-\alpha L)^2t+\alpha^2(s-\ell\sqrt t)_+^2$. That function is
convex, since $(s-\ell\sqrt t)^2=s^2-2s\ell\sqrt t+\ell^2t$. Its fixed point
solves $\alpha(s-\ell\sqrt t)=\sqrt{\alpha L(2-\alpha L)}\sqrt t$, which gives
$t=D$, and its slope there is $p$. A convex function lies above its tangent:
$$(1-\alpha L)^2r_k^2+\alpha^2(s-\ell r_k)_+^2\ge D+p\,(r_k^2-D). \tag{5}$$
*/
static struct relation tangent(const struct step *s) {
    double q = 1 - s->alpha * s->c->L, d = resting_distance2(s->c),
           p = forgetting(s->c);
    real left =
        q * q * s->distance2 + s->alpha * s->alpha * squared(remaining(s));
    return at_least(left, d + p * (s->distance2 - d),
                    left + d + s->distance2 +
                        s->alpha * s->alpha * s->c->noise_star *
                            s->c->noise_star);
}
CLAIM(line_4_tangent, PROOF_LINE, WALK(tangent, ON(walks)),
      "Inequality (5): the tangent at the fixed point.");
/**
Together:
$$\mathbb E\,r_{k+1}^2-D\ge p\,(r_k^2-D). \tag{6}$$
*/
static struct relation one_step(const struct step *s) {
    double d = resting_distance2(s->c), p = forgetting(s->c);
    return at_least(s->mean_next_distance2 - d, p * (s->distance2 - d),
                    distance_terms(s) + d);
}
CLAIM(line_4_one_step, PROOF_LINE, WALK(one_step, ON(walks)),
      "Inequality (6), all four lines together.");
/**
### Line 5. Unrolling

(6) is linear in $r_k^2$, so full expectations go through, and since $p\ge0$ it
may be applied to itself:
$$\mathbb E\,r_k^2-D\ge p^k(r_0^2-D). \tag{7}$$
Along single runs the surprises $\zeta_t=r_{t+1}^2-\mathbb E[r_{t+1}^2\mid
x_t]$, whose mean is 0, are kept: $r_k^2-\sum_{t<k}p^{k-1-t}\zeta_t-D\ge
p^k(r_0^2-D)$.
*/
static struct relation unrolling(const struct step *s) {
    double d = resting_distance2(s->c), p = forgetting(s->c);
    real *surprises = &s->memory[0], *sizes = &s->memory[1];
    *surprises = p * *surprises + (s->next_distance2 - s->mean_next_distance2);
    *sizes = p * *sizes + distance_terms(s) + real_abs(*surprises);
    double start =
        pow(p, (double)(s->k + 1)) * (s->c->distance * s->c->distance - d);
    return at_least(s->next_distance2 - *surprises - d, real_all(start),
                    *sizes + d + fabs(start));
}
CLAIM(line_5_unrolling, PROOF_LINE, WALK(unrolling, ON(walks)),
      "Inequality (7) along single runs.");
/**
### Line 6. From distance to gap

$$f(x_k)-f^*\ge\frac\mu2\,r_k^2. \tag{8}$$
With (7) this is (1). $\blacksquare$
*/
static struct relation growth(const struct step *s) {
    real right = s->c->mu / 2 * s->distance2;
    return at_least(s->gap, right, s->gap + right + s->c->mu * square(s, s->x));
}
CLAIM(line_6_growth, PROOF_LINE, WALK(growth, ON(walks)),
      "Inequality (8): the gap grows with the squared distance.");
/**
## How sharp it is

On the two signs, from the minimiser or from afar, every line is an equality:
the noise does not fade, and $L=\mu$. So (1) *is* the expectation, at every $k$,
and a bound larger by a twentieth is beaten.
*/
static const struct setting late[] = {
    {two_signs, &method_sgd, {.alpha = 0.3}, 100, .steps = 100},
    {interpolation, &method_sgd, {.alpha = 0.02}, 1000, .steps = 1000},
};
CLAIM(sharp_signs, IDENTITY, MEAN(bound, &exact[2], 2, .sign = EQUAL),
      "On both the expectation is the bound (1), at every checkpoint.");
CLAIM(sharp_two_signs_measured_equals_exact, SHARPNESS,
      MEAN(.settings = &run[2], .count = 1),
      "The exact expectation lies in the interval of the measured one.");
CLAIM(sharp_two_signs_fails_at_1_05, CONTROL,
      MEAN(bound, late, 1, .times = 1.05, .sign = AT_LEAST),
      "1.05 of the lower bound is beaten.");
/**
## The exact floor on quadratics

Let $f$ be quadratic with eigenvalues $\lambda_j$, and let the noise be additive
with the variance $s_j^2$ along the $j$-th eigenvector. Each coordinate goes its
own way, $y_{k+1}=(1-\alpha\lambda)y_k-\alpha\xi$, and
$$\mathbb E f(x_k)-f^*=\sum_j\Bigl[\frac{\lambda_j}2(1-\alpha\lambda_j)^{2k}y_{0,j}^2
  +\frac{\alpha s_j^2}{2(2-\alpha\lambda_j)}\bigl(1-(1-\alpha\lambda_j)^{2k}\bigr)\Bigr]
  \longrightarrow\frac\alpha2\sum_j\frac{s_j^2}{2-\alpha\lambda_j}. \tag{9}$$
The floor hardly knows of the eigenvalues: for $\alpha L\le1$ it lies between
$\frac{\alpha s^2}4$ and $\frac{\alpha s^2}2$ however badly conditioned the
problem is. Already before the limit,
$$\mathbb E f(x_k)-f^*\ge\frac{\alpha s^2}4\bigl(1-(1-\alpha\mu)^{2k}\bigr). \tag{10}$$
The variance, not the condition number, is the bottleneck, as the lecture says
where it speaks of [momentum](momentum_does_not_help.html).
*/
/* One coordinate's part of (9), started at distance `start`. */
static double coordinate(const struct constants *c, double lambda, double start,
                         size_t k) {
    double left = pow(1 - c->alpha * lambda, 2 * (double)k);
    return lambda / 2 * left * start * start +
           c->alpha * c->noise * c->noise / (2 * (2 - c->alpha * lambda)) *
               (1 - left);
}

/* On the ill-conditioned quadratic, whose eigenvalues are known and whose
 * x_0 = (1, 1). */
static double two_axes(const struct constants *c, size_t k) {
    return coordinate(c, c->L, 1, k) + coordinate(c, c->mu, 1, k);
}

static double quarter_bound(const struct constants *c, size_t k) {
    double s2 = c->noise_star * c->noise_star;
    return c->alpha * s2 / 4 * (1 - pow(1 - c->alpha * c->mu, 2 * (double)k));
}

static const struct setting additive[] = {
    {two_signs, &method_sgd, {.alpha = 0.01}, 1, .steps = 3000},
    {shifted_signs, &method_sgd, {.alpha = 0.01}, 1, .steps = 3000},
    {ill_conditioned, &method_sgd, {.alpha = 0.01}, 1, .steps = 3000},
    {ill_conditioned, &method_sgd, {.alpha = 0.0005}, 1, .steps = 30000},
};
CLAIM(floor_formula, IDENTITY, MEAN(two_axes, &additive[2], 2, .sign = EQUAL),
      "Formula (9) is the exact expectation on the ill-conditioned quadratic.");
CLAIM(bound_quarter, BOUND, MEAN(quarter_bound, ON(additive), .sign = AT_LEAST),
      "The lower bound (10); $\\kappa=100$ on the last does not enter.");
/**
When the curvature itself is random, as in ridge regression,
$x_{k+1}-x^*=A_i(x_k-x^*)-\alpha r_i$ with $A_i=I-\alpha H_i$ and $r_i=\nabla
f_i(x^*)$. The mean dies out, and the second moment $S$ rests where
$$S=\mathbb E[A_iSA_i^\top]+\alpha^2\,\mathbb E[r_ir_i^\top],\qquad\mathbb E f-f^*\to\tfrac12\operatorname{tr}(HS): \tag{11}$$
a linear system for the entries of $S$. It is solved here once, and compared
with what the recursion of second moments has reached after $k$ steps. What
rounding left of the equation, divided by $1-\|\mathbb E A_i^2\|$, bounds the
error of the solution. What is left of the start at step $k$ is bounded by a
second run that starts at rest and draws the same indices: with $c=\|\mathbb
EA_i^2\|$ the two are apart by at most $2c^k(\|x_0-x^*\|^2+\operatorname{tr}S)$
in mean square, so their gaps by at most
$\frac52Lc^{k/2}(\|x_0-x^*\|^2+\operatorname{tr}S)$.
*/
static void rest_of_ridge(struct inquiry *q) {
    static const double steps[] = {0.05, 0.02};
    const size_t k = 4000;
    struct problem *p = ridge();
    double distance2 = problem_distance(p) * problem_distance(p);
    for (size_t i = 0; i < COUNT(steps) && !q->trouble; i++) {
        struct settings settings = {.alpha = steps[i]};
        struct rest rest = rest_of(p, steps[i]);
        double start = 2.5 * p->L * pow(rest.contraction, (double)k / 2) *
                       (distance2 + rest.trace);
        struct series s;
        q->trouble =
            second_moment_recursion.compute(p, &method_sgd, &settings, k, &s);
        if (q->trouble) break;
        inquiry_exact(q, "ridge", "sgd", k, s.gap[k],
                      s.gap_error[k] + rest.error + start, EQUAL, rest.gap);
        inquiry_which(q, i, "alpha = %g", steps[i]);
        series_free(&s);
    }
    problem_free(p);
}
CLAIM(floor_of_ridge, IDENTITY, COMPUTE(rest_of_ridge),
      "Ridge regression rests where (11) says, for two steps.");
/**
## The exception: interpolation

Let every $f_i$ be convex with an $L_{\max}$-Lipschitz gradient, and let all of
them be minimised at the same $x^*$, so that $s=0$. Let $f$ be $\mu$-strongly
convex. Then for $0<\alpha<2/L_{\max}$
$$\mathbb E\|x_k-x^*\|^2\le\rho^k\|x_0-x^*\|^2,\qquad\mathbb E f(x_k)-f^*\le\frac L2\,\rho^k\|x_0-x^*\|^2,\qquad
  \rho=1-\alpha\mu(2-\alpha L_{\max}). \tag{12}$$
The best step, $\alpha=1/L_{\max}$, gives $\rho=1-\mu/L_{\max}$.
Overparametrised models come near to this case: they fit every example.
*/
static double rate(const struct constants *c) {
    return 1 - c->alpha * c->mu * (2 - c->alpha * c->L_max);
}

static double upper(const struct constants *c, size_t k) {
    return c->L / 2 * pow(rate(c), (double)k) * c->distance * c->distance;
}

static const struct setting shared[] = {
    {interpolation, &method_sgd, {.alpha = 0.1}, .steps = 100},
    {one_at_a_time, &method_sgd, {.alpha = 0.1}, .steps = 100},
};
static const struct setting linear[] = {
    {interpolation, &method_sgd, {.alpha = 0.1}, 1, .steps = 300},
    {interpolation, &method_sgd, {.alpha = 0.02}, 1, .steps = 1000},
    {one_at_a_time, &method_sgd, {.alpha = 0.25}, 1, .steps = 60},
    {one_at_a_time, &method_sgd, {.alpha = 0.05}, 1, .steps = 100},
};
CLAIM(bound_linear_rate, BOUND, MEAN(upper, ON(linear)),
      "The linear rate (12) on two problems with a shared minimiser.");
/**
The proof. Expand the square, and use that the oracle is unbiased:
$$\mathbb E\,r_{k+1}^2=r_k^2-2\alpha\langle\nabla f(x_k),x_k-x^*\rangle+\alpha^2\,\mathbb E\|\nabla f_i(x_k)\|^2. \tag{13}$$
*/
static struct relation expansion(const struct step *s) {
    real right = s->distance2 - 2 * s->alpha * s->inner +
                 s->alpha * s->alpha * s->mean_square;
    return equal(s->mean_next_distance2, right, distance_terms(s));
}
CLAIM(line_7_expansion, PROOF_LINE, WALK(expansion, ON(shared)),
      "Equation (13) for shared minimisers.");
/**
For convex, $L_{\max}$-smooth $f_i$ with $\nabla f_i(x^*)=0$ the gradient is
co-coercive, $\|\nabla f_i(x)\|^2\le L_{\max}\langle\nabla f_i(x),x-x^*\rangle$.
In the mean,
$$\mathbb E\|\nabla f_i(x_k)\|^2\le L_{\max}\langle\nabla f(x_k),x_k-x^*\rangle: \tag{14}$$
the noise vanishes together with the gradient.
*/
static struct relation noise_vanishes(const struct step *s) {
    real right = s->c->L_max * s->inner;
    real data = s->c->L_max * s->c->L_max *
                (s->distance2 + square(s, s->x) * DBL_EPSILON);
    return at_most(s->mean_square, right,
                   s->mean_square + real_abs(right) + data);
}
CLAIM(line_8_noise_vanishes, PROOF_LINE, WALK(noise_vanishes, ON(shared)),
      "Inequality (14): co-coercive components.");
/**
Strong convexity gives
$$\langle\nabla f(x_k),x_k-x^*\rangle\ge\mu\,r_k^2, \tag{15}$$
*/
static struct relation strong_convexity(const struct step *s) {
    real right = s->c->mu * s->distance2;
    return at_least(s->inner, right,
                    real_abs(s->inner) + right + s->c->L * s->distance2);
}
CLAIM(line_9_strong_convexity, PROOF_LINE, WALK(strong_convexity, ON(shared)),
      "Inequality (15).");
/**
and since $2-\alpha L_{\max}\ge0$, (13), (14) and (15) make
$$\mathbb E\,r_{k+1}^2\le r_k^2-\alpha(2-\alpha L_{\max})\langle\nabla f(x_k),x_k-x^*\rangle\le\rho\,r_k^2. \tag{16}$$
*/
static struct relation contraction(const struct step *s) {
    return at_most(s->mean_next_distance2, rate(s->c) * s->distance2,
                   distance_terms(s));
}
CLAIM(line_10_contraction, PROOF_LINE, WALK(contraction, ON(shared)),
      "Inequality (16): one step contracts.");
/**
Full expectations and $f(x)-f^*\le\frac L2\|x-x^*\|^2$ finish it. $\blacksquare$

On the problem that shows one coordinate at a time, $f_i=\frac{L_{\max}}2x_i^2$,
every line is an equality, as $\|\nabla f_i(x)\|^2=
L_{\max}^2x_i^2=L_{\max}\langle\nabla f_i(x),x\rangle$ and $f=\frac\mu2\|x\|^2$
with $\mu=L=L_{\max}/n$. So (12) is the expectation at every $k$.
*/
CLAIM(sharp_one_at_a_time, IDENTITY, MEAN(upper, &linear[2], 2, .sign = EQUAL),
      "On it the expectation is the bound (12), at every checkpoint.");
CLAIM(sharp_one_at_a_time_fails_at_0_95, CONTROL,
      MEAN(upper, &linear[2], 1, .times = 0.95), "0.95 of it is beaten.");
/**
@figure ratio Expectation over bound on all problems: 1 means attained; lower
    bounds lie below the expectation, upper ones above

## What breaks

**No shared minimiser.** Ridge regression keeps a noise at $x^*$. The linear
rate that interpolation would give is beaten.

**A step beyond $2/L_{\max}$.** Then (16) needs $\langle\nabla
f(x_k),x_k-x^*\rangle\le\mu r_k^2$, the wrong way round. On $\frac12(Lx_1^2+\mu
x_2^2)$, a single component with $L_{\max}=L=10$, a step of $0.3$ multiplies
$x_1^2$ by 4, while $\rho=1.3$.
*/
static const struct setting not_linear[] = {
    {ridge, &method_sgd, {.alpha = 0.05}, 1000, .steps = 1000},
    {two_curvatures,
     &method_sgd,
     {.alpha = 0.3},
     50,
     .steps = 50,
     .by = &second_moment_recursion},
};
CLAIM(control_linear_rate, CONTROL, MEAN(upper, ON(not_linear)),
      "Without a shared minimiser, or with a longer step, (12) is beaten.");
/**
**Noise elsewhere than at the minimiser.** On the interpolating problem the
noise at $x_0$ is large. Read as $s$, it would forbid convergence, and the
method converges. It is the noise *at the minimiser* that counts. Nor is it the
upper bound's $\sigma^2$, which includes the gradient itself: on the two signs
that exceeds $s^2$ by the factor $\frac2{2-\alpha\mu}$, and the lower bound with
it is beaten.
*/
static double misread(const struct constants *c, size_t k) {
    struct constants with_second_moment = *c;
    with_second_moment.noise_star = sqrt(c->sigma2); /* at x_0, or at rest */
    with_second_moment.fading = 0;
    return bound(&with_second_moment, k);
}
CLAIM(control_other_noise, CONTROL, MEAN(misread, ON(late), .sign = AT_LEAST),
      "With other noise than that at $x^*$ the lower bound is beaten.");
/**
**Noise that fades, taken for noise that stays.** The urn's oracle has the
variance $\sigma^2-\mu^2x^2$: it fades away from the minimiser, at the rate
$\ell=\mu$. With $\ell=0$ the bound asks for too much.
*/
static double unfading(const struct constants *c, size_t k) {
    struct constants without_fading = *c;
    without_fading.fading = 0;
    return bound(&without_fading, k);
}

static const struct setting urn[] = {
    {ehrenfest, &method_sgd, {.alpha = 1.0 / 3}, 1000, .steps = 1000},
};
CLAIM(control_no_fading, CONTROL, MEAN(unfading, ON(urn), .sign = AT_LEAST),
      "With $\\ell=0$ for noise that fades the lower bound is beaten.");
/**
**A step beyond $1/L$.** Line 2 fails: with $L=10$, $\mu=1$, $\alpha=0.19$ the
factor $(1-\alpha L)^2=0.81$ bounds what happens to the steep coordinate, while
the flat one shrinks by $(1-\alpha\mu)^2=0.656$.
*/
static const struct setting steep[] = {
    {two_curvatures, &method_sgd, {.alpha = 0.19}, .steps = 10},
};
CLAIM(control_step_beyond_1_over_L, CONTROL,
      WALK(not_too_fast, ON(steep), .runs = 16), "Inequality (3) fails.");

static const struct claim *const claims[] = {
    bound_logistic, bound_sine_squared, bound_exact,
    /* the proof, how sharp it is, the exception */
    line_1_step_and_noise, line_2_not_too_fast, line_3_noise_remains,
    line_4_tangent, line_4_one_step, line_5_unrolling, line_6_growth,
    sharp_signs, sharp_two_signs_measured_equals_exact,
    sharp_two_signs_fails_at_1_05, floor_formula, bound_quarter, floor_of_ridge,
    bound_linear_rate, line_7_expansion, line_8_noise_vanishes,
    line_9_strong_convexity, line_10_contraction, sharp_one_at_a_time,
    sharp_one_at_a_time_fails_at_0_95, control_linear_rate, control_other_noise,
    control_no_fading, control_step_beyond_1_over_L};

static const struct drawing drawings[] = {
    {.name = "dichotomy",
     .title = {"Mean gap under a constant step",
               "Средний зазор при постоянном шаге"},
     .x = {"iteration k", "итерация k"},
     .y = {"E f(x_k) - f^*", "E f(x_k) - f^*"},
     .bounds = true,
     .curves =
         {{.claim = "bound_exact", .name = {"ridge", "гребневая регрессия"}},
          {.claim = "bound_exact",
           .group = 3,
           .name = {"two signs from afar", "два знака издалека"}},
          {.claim = "bound_linear_rate",
           .name = {"exact solution, α = 0.1", "точное решение, α = 0.1"}},
          {.claim = "bound_linear_rate",
           .group = 3,
           .name = {"one coordinate at a time", "по одной координате"}}}},
};

const struct theorem theorem_constant_step_does_not_converge = {
    .id = "constant_step_does_not_converge",
    .title = {"SGD with a constant step does not converge",
              "SGD с постоянным шагом не сходится"},
    .source = "Summary",
    HYPOTHESES(hypotheses),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## References

- G. Pflug, *Stochastic minimization with constant step-size: asymptotic laws*,
  SIAM Journal on Control and Optimization 24 (1986): where SGD with a constant
  step comes to rest.
- H. Karimi, J. Nutini, M. Schmidt, *Linear convergence of gradient and
  proximal-gradient methods under the Polyak-Łojasiewicz condition*, ECML-PKDD
  2016, appendix A: PL implies $f-f^*\ge\frac\mu2\operatorname{dist}^2$.
- T. Strohmer, R. Vershynin, *A randomized Kaczmarz algorithm with exponential
  convergence*, Journal of Fourier Analysis and Applications 15 (2009): the
  interpolating least squares.
- D. Needell, N. Srebro, R. Ward, *Stochastic gradient descent, weighted
  sampling, and the randomized Kaczmarz algorithm*, Mathematical Programming 155
  (2016): the linear rate (12), with the noise at the minimiser as its limit.
*/
