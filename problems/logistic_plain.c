/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lecture's logistic regression without its regulariser, in two dimensions: convex, and neither strongly
 * convex nor PL, since far out f grows linearly and its curvature vanishes.
 *
 * Its loss is that of logistic_loss.h with mu = 0.
 *
 * Data: m = 200 points uniform on the circle of radius sqrt(2), the second feature then halved (features
 * of different scale are why plain SGD is slow); the model's weights are sqrt(2) (1, -1).
 * The labels cannot be separated by a line, so that a minimiser exists.
 *
 * Envelope.  With z = y_i <a_i, x>: ||x - alpha grad f_i(x)||^2 = ||x||^2 + 2 alpha s_i z + alpha^2 s_i^2 ||a_i||^2,
 * and s z = z/(1 + e^z) <= 0.27847 (Lambert's W(1/e)) whatever z is.  So every step of at most alpha adds at most
 * alpha (0.557 + alpha max ||a_i||^2) to ||x||^2. */
#include "logistic_plain.h"

#include <gsl/gsl_math.h>

#include "logistic_loss.h"
#include "problems.h"

enum { M = 200, N = 2 };

static real value(const struct problem *p, const real x[], real gradient[]) {
    return logistic_loss(p, M, N, 0, x, gradient);
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    logistic_oracle(p, N, 0, x, i, g);
}

void logistic_plain_expansion(const struct problem *p, const real at[], const real x[], whole i, real g[]) {
    real t[N], along = {0};
    real_rows(p->data, N, i, t);
    real s = 1 / (1 + real_exp(real_dot(N, t, at)));
    for (size_t j = 0; j < N; j++) along += t[j] * (x[j] - at[j]);
    real factor = s * (1 - s) * along - s;
    for (size_t j = 0; j < N; j++) g[j] = factor * t[j];
}

/* grad f and the Hessian of f at x. */
static void derivatives(const struct problem *p, const double x[], double gradient[], double h[]) {
    memset(gradient, 0, N * sizeof *gradient);
    memset(h, 0, N * N * sizeof *h);
    logistic_add_hessian(p, M, N, x, h);
    for (size_t i = 0; i < M; i++) {
        const double *t = p->data + i * real_stride(N);
        double margin = 0;
        for (size_t j = 0; j < N; j++) margin += t[j] * x[j];
        for (size_t j = 0; j < N; j++) gradient[j] -= 1 / (1 + exp(margin)) * t[j] / M;
    }
}

void logistic_plain_newton(const struct problem *p, const double x[], double step[], double h[]) {
    double g[N];
    derivatives(p, x, g, h);
    double determinant = h[0] * h[3] - h[1] * h[2];
    step[0] = (h[3] * g[0] - h[1] * g[1]) / determinant;
    step[1] = (h[0] * g[1] - h[2] * g[0]) / determinant;
}

const double *logistic_plain_row(const struct problem *p, size_t i) {
    return p->data + i * real_stride(N);
}

static double row_length(const struct problem *p, size_t i) {
    const double *t = logistic_plain_row(p, i);
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
        double step[N], h[N * N];
        logistic_plain_newton(p, p->x_star, step, h);
        for (size_t j = 0; j < N; j++) p->x_star[j] -= step[j];
    }
}

/* With a = max ||a_i||: on the ball of radius 1/a around y the Hessian is at least its value at y divided by e, since
 * |d/dt log phi''| <= a ||v|| along y + t v.  So f is m-strongly convex there, m = lambda_min/e.  If
 * ||grad f(y)|| < m/(2a), then f > f(y) on the sphere, the minimiser lies inside, and
 * f* >= f(y) - ||grad f(y)||^2/(2m). */
void logistic_plain_enclose(struct problem *p) {
    double g[N], h[N * N];
    derivatives(p, p->x_star, g, h);
    double m = eigenvalue(h, -1) / M_E, slope = hypot(g[0], g[1]);
    real x[N] = {real_all(p->x_star[0]), real_all(p->x_star[1])};
    double f = value(p, x, NULL)[0], rounding = p->roundings * 0x1p-53 * f;
    bool inside = slope < m / (2 * logistic_plain_reach(p));
    p->f_star_high = f + rounding;
    p->f_star_low = inside ? f - slope * slope / (2 * m) - rounding : -INFINITY; /* which the checker refuses */
}

struct problem *logistic_plain(void) {
    struct problem *p = problem_new(N, M * real_stride(N));
    p->id = "logistic_plain";
    p->title[0] = "logistic regression without a regulariser";
    p->title[1] = "логистическая регрессия без регуляризации";
    p->formula = "\\frac1m\\sum_{i=1}^m\\log(1+e^{-y_i\\langle a_i,x\\rangle}),\\quad m=200,\\ n=2";
    p->certified[0] =
        "- $L$: the largest eigenvalue of $A^\\top A/(4m)$, since $s(1-s)\\le\\frac14$, with equality at "
        "$x=0$; $\\|\\nabla "
        "f_i\\|\\le\\max\\|a_i\\|$.\n"
        "- $f^*$: with $a=\\max\\|a_i\\|$, $f$ is $m$-strongly convex with "
        "$m=\\lambda_{\\min}(\\nabla^2f(y))/e$ on the ball of "
        "radius $1/a$ around Newton's end point $y$;\n"
        "  as $\\|\\nabla f(y)\\|<m/(2a)$, the minimiser lies inside, and $f(y)-\\|\\nabla "
        "f(y)\\|^2/(2m)\\le f^*\\le f(y)$.\n"
        "- envelope: $\\|x_{k+1}\\|^2=\\|x_k\\|^2+2\\alpha sz+\\alpha^2s^2\\|a_i\\|^2$ with $z=y_i\\langle "
        "a_i,x_k\\rangle$ and "
        "$sz=z/(1+e^z)\\le0.2785$;\n"
        "  $f$ on a disc is at most its largest value at the vertices of a polygon around it.\n";
    p->certified[1] =
        "- $L$ — наибольшее собственное значение матрицы $A^\\top A/(4m)$, так как $s(1-s)\\le\\frac14$, с "
        "равенством при $x=0$; $\\|\\nabla f_i\\|\\le\\max\\|a_i\\|$.\n"
        "- $f^*$: пусть $a=\\max\\|a_i\\|$, а $y$ — точка, на которой остановился метод Ньютона; в шаре радиуса "
        "$1/a$ вокруг неё функция $f$ $m$-сильно выпукла с $m=\\lambda_{\\min}(\\nabla^2f(y))/e$; так как "
        "$\\|\\nabla f(y)\\|<m/(2a)$, точка минимума лежит внутри, и "
        "$f(y)-\\|\\nabla f(y)\\|^2/(2m)\\le f^*\\le f(y)$.\n"
        "- огибающая: $\\|x_{k+1}\\|^2=\\|x_k\\|^2+2\\alpha sz+\\alpha^2s^2\\|a_i\\|^2$, где "
        "$z=y_i\\langle a_i,x_k\\rangle$ и $sz=z/(1+e^z)\\le0.2785$; на круге $f$ не больше своего наибольшего "
        "значения в вершинах многоугольника, описанного около него.\n";
    p->components = M;
    p->convex = true;
    p->lacks = LACKS_PL;
    p->roundings = M + N + 16;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->envelope = envelope;
    static const double length[N] = {M_SQRT2, M_SQRT2 * 0.5}, w[N] = {M_SQRT2, -M_SQRT2};
    logistic_draw(p->data, M, N, length, w);
    p->lipschitz = logistic_plain_reach(p) * (1 + 1e-12);
    double lower[N * N], upper[N * N];
    hessian(p, lower, upper);
    p->L = eigenvalue(upper, 1) * (1 + 1e-12);
    p->about_0 = true;
    minimise(p);
    logistic_plain_enclose(p);
    return p;
}
