/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lecture's logistic regression without its regulariser, in two dimensions: convex, and neither strongly
 * convex nor PL, since far out f grows linearly and its curvature vanishes.
 *
 *     f(x) = 1/m sum_i log(1 + exp(-y_i <a_i, x>)),  grad f_i(x) = -s_i y_i a_i,  s_i = 1/(1 + exp(y_i <a_i, x>)).
 *
 * Data: m = 200 points uniform on the circle of radius sqrt(2), the second feature then halved (features
 * of different scale are why plain SGD is slow); y_i = +1 with the probability that a model w = sqrt(2) (1, -1)
 * gives.  The labels cannot be separated by a line, so that a minimiser exists.  All from PCG with a fixed seed.
 *
 * Envelope.  With z = y_i <a_i, x>: ||x - alpha grad f_i(x)||^2 = ||x||^2 + 2 alpha s_i z + alpha^2 s_i^2 ||a_i||^2,
 * and s z = z/(1 + e^z) <= 0.27847 (Lambert's W(1/e)) whatever z is.  So every step of at most alpha adds at most
 * alpha (0.557 + alpha max ||a_i||^2) to ||x||^2. */
#include "logistic_plain.h"

#include <gsl/gsl_math.h>
#include <gsl/gsl_randist.h>

#include "../verify/numbers/pcg.h"
#include "problems.h"

enum { M = 200, N = 2 };

/* One row of data a component: t_i = y_i a_i, since labels and features enter only so. */

static real value(const struct problem *p, const real x[], real gradient[]) {
    const size_t stride = real_stride(N);
    real losses = {0};
    if (gradient)
        for (size_t j = 0; j < N; j++) gradient[j] = (real){0};
    for (size_t i = 0; i < M; i++) {
        const double *t = p->data + i * stride;
        real margin = {0};
        for (size_t j = 0; j < N; j++) margin += t[j] * x[j];
        /* log(1 + exp(-z)) without overflow: max(-z, 0) + log1p(exp(-|z|)). */
        real e = real_exp(-real_abs(margin));
        losses += real_max(-margin, (real){0}) + real_log1p(e);
        if (gradient) {
            real s = real_where(margin > 0, e, real_all(1)) / (1 + e);
            for (size_t j = 0; j < N; j++) gradient[j] -= s * t[j];
        }
    }
    if (gradient)
        for (size_t j = 0; j < N; j++) gradient[j] /= M;
    return losses / M;
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    real t[N];
    real_rows(p->data, N, i, t);
    real s = 1 / (1 + real_exp(real_dot(N, t, x)));
    for (size_t j = 0; j < N; j++) g[j] = -s * t[j];
}

void logistic_plain_expansion(const struct problem *p, const real at[], const real x[], whole i, real g[]) {
    real t[N], along = {0};
    real_rows(p->data, N, i, t);
    real s = 1 / (1 + real_exp(real_dot(N, t, at)));
    for (size_t j = 0; j < N; j++) along += t[j] * (x[j] - at[j]);
    real factor = s * (1 - s) * along - s;
    for (size_t j = 0; j < N; j++) g[j] = factor * t[j];
}

void logistic_plain_derivatives(const struct problem *p, const double x[], double gradient[], double h[]) {
    memset(gradient, 0, N * sizeof *gradient);
    memset(h, 0, N * N * sizeof *h);
    for (size_t i = 0; i < M; i++) {
        const double *t = p->data + i * real_stride(N);
        double margin = 0;
        for (size_t j = 0; j < N; j++) margin += t[j] * x[j];
        double s = 1 / (1 + exp(margin));
        for (size_t r = 0; r < N; r++) {
            gradient[r] -= s * t[r] / M;
            for (size_t c = 0; c < N; c++) h[r * N + c] += s * (1 - s) * t[r] * t[c] / M;
        }
    }
}

static double row_length(const struct problem *p, size_t i) {
    const double *t = p->data + i * real_stride(N);
    return hypot(t[0], t[1]);
}

double logistic_plain_reach(const struct problem *p) {
    double longest = 0;
    for (size_t i = 0; i < M; i++) longest = fmax(longest, row_length(p, i));
    return longest;
}

/* f is convex, so on a regular polygon around the disc it is largest at a vertex. */
double logistic_plain_gap_within(const struct problem *p, double radius) {
    enum { VERTICES = 64 };
    double out = radius / cos(M_PI / VERTICES) * (1 + 1e-12), largest = 0;
    for (unsigned v = 0; v < VERTICES; v++) {
        real x[N] = {real_all(out * cos(2 * M_PI * v / VERTICES)), real_all(out * sin(2 * M_PI * v / VERTICES))};
        largest = fmax(largest, value(p, x, NULL)[0]);
    }
    return (largest - p->f_star_low) * (1 + 1e-12);
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    memset(lower, 0, N * N * sizeof *lower);
    memset(upper, 0, N * N * sizeof *upper);
    for (size_t i = 0; i < M; i++) {
        const double *t = p->data + i * real_stride(N);
        for (size_t r = 0; r < N; r++)
            for (size_t c = 0; c < N; c++) upper[r * N + c] += t[r] * t[c] / (4 * M);
    }
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    double start = 0, star = hypot(p->x_star[0], p->x_star[1]), square = gsl_pow_2(p->lipschitz);
    for (size_t j = 0; j < N; j++) start += gsl_pow_2(p->x_0[j]);
    double norm = sqrt(start + (double)steps * alpha * (0.557 + alpha * square));
    /* The disc around x* that holds the runs lies within a larger one around 0. */
    return (struct envelope){norm + star, logistic_plain_gap_within(p, norm + 2 * star), square, square};
}

/* Eigenvalues of a symmetric 2 x 2 matrix. */
static double eigenvalue(const double h[], int sign) {
    double mean = (h[0] + h[3]) / 2;
    return mean + sign * hypot((h[0] - h[3]) / 2, h[1]);
}

/* Newton's method from 0. */
static void minimise(struct problem *p) {
    for (int iteration = 0; iteration < 30; iteration++) {
        double g[N], h[N * N];
        logistic_plain_derivatives(p, p->x_star, g, h);
        double determinant = h[0] * h[3] - h[1] * h[2];
        p->x_star[0] -= (h[3] * g[0] - h[1] * g[1]) / determinant;
        p->x_star[1] -= (h[0] * g[1] - h[2] * g[0]) / determinant;
    }
}

/* With R = max ||a_i||: on the ball of radius 1/R around y the Hessian is at least its value at y divided by e, since
 * |d/dt log phi''| <= R ||v|| along y + t v.  So f is m-strongly convex there, m = lambda_min/e.  If
 * ||grad f(y)|| < m/(2R), then f > f(y) on the sphere, the minimiser lies inside, and
 * f* >= f(y) - ||grad f(y)||^2/(2m). */
static void enclose_minimum(struct problem *p) {
    double g[N], h[N * N];
    logistic_plain_derivatives(p, p->x_star, g, h);
    double m = eigenvalue(h, -1) / M_E, slope = hypot(g[0], g[1]);
    real x[N] = {real_all(p->x_star[0]), real_all(p->x_star[1])};
    double f = value(p, x, NULL)[0], rounding = p->roundings * 0x1p-53 * f;
    bool inside = slope < m / (2 * logistic_plain_reach(p));
    p->f_star_high = f + rounding;
    p->f_star_low = inside ? f - slope * slope / (2 * m) - rounding : -INFINITY; /* which the checker refuses */
}

static void draw_data(double table[]) {
    static const double w[N] = {M_SQRT2, -M_SQRT2}, scale[N] = {1, 0.5};
    double a[N];
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(200, 2));
    for (size_t i = 0; i < M; i++) {
        gsl_ran_dir_nd(rng, N, a);
        double margin = 0;
        for (size_t j = 0; j < N; j++) margin += (a[j] *= M_SQRT2 * scale[j]) * w[j];
        double y = gsl_rng_uniform(rng) < 1 / (1 + exp(-margin)) ? 1 : -1;
        for (size_t j = 0; j < N; j++) table[i * real_stride(N) + j] = y * a[j];
    }
    gsl_rng_free(rng);
}

struct problem *logistic_plain(void) {
    struct problem *p = problem_new(N, M * real_stride(N));
    p->id = "logistic_plain";
    p->title[0] = "logistic regression without a regulariser";
    p->title[1] = "логистическая регрессия без регуляризации";
    p->formula = "\\frac1m\\sum_{i=1}^m\\log(1+e^{-y_i\\langle a_i,x\\rangle}),\\quad m=200,\\ n=2";
    p->certified = "- $L$: the largest eigenvalue of $A^\\top A/(4m)$, since $s(1-s)\\le\\frac14$; $\\|\\nabla "
                   "f_i\\|\\le\\max\\|a_i\\|$.\n"
                   "- $f^*$: with $R=\\max\\|a_i\\|$, $f$ is $m$-strongly convex with "
                   "$m=\\lambda_{\\min}(\\nabla^2f(y))/e$ on the ball of "
                   "radius $1/R$ around Newton's end point $y$;\n"
                   "  as $\\|\\nabla f(y)\\|<m/(2R)$, the minimiser lies inside, and $f(y)-\\|\\nabla "
                   "f(y)\\|^2/(2m)\\le f^*\\le f(y)$.\n"
                   "- envelope: $\\|x_{k+1}\\|^2=\\|x_k\\|^2+2\\alpha sz+\\alpha^2s^2\\|a_i\\|^2$ with $z=y_i\\langle "
                   "a_i,x_k\\rangle$ and "
                   "$sz=z/(1+e^z)\\le0.2785$;\n"
                   "  $f$ on a disc is at most its largest value at the vertices of a polygon around it.\n";
    p->components = M;
    p->convex = true;
    p->lacks = LACKS_PL;
    p->roundings = M + N + 16;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->envelope = envelope;
    draw_data(p->data);
    p->lipschitz = logistic_plain_reach(p) * (1 + 1e-12);
    double lower[N * N], upper[N * N];
    hessian(p, lower, upper);
    p->L = eigenvalue(upper, 1) * (1 + 1e-12);
    minimise(p);
    enclose_minimum(p);
    return p;
}
