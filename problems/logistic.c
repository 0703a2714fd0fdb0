/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lecture's problem: l2-regularised logistic regression, m = 200, n = 10, mu = 1, labels +-1 (slide
 * "Основная проблема SGD").
 *
 * Its loss is that of logistic_loss.h.  Data: a_i uniform on the sphere of radius sqrt(n), as if rows of standard normal
 * features had been normalised; the model's weights are standard normal.
 */
#include "logistic.h"

#include <gsl/gsl_linalg.h>
#include <gsl/gsl_math.h>

#include "../verify/numbers/eigen.h"
#include "logistic_loss.h"
#include "problems.h"

enum { M = 200, N = 10 };
static const double mu = 1;

static real value(const struct problem *p, const real x[], real gradient[]) {
    return logistic_loss(p, M, N, mu, x, gradient);
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    logistic_oracle(p, N, mu, x, i, g);
}

double logistic_gap_on_hull(const struct problem *p, double *longest2) {
    real x[N], t[N];
    for (size_t j = 0; j < N; j++) x[j] = real_all(p->x_0[j]);
    double highest = value(p, x, NULL)[0];
    memset(x, 0, sizeof x);
    highest = fmax(highest, value(p, x, NULL)[0]);
    *longest2 = 0;
    for (size_t i = 0; i < M; i++) {
        component(p, x, whole_all(i), t);
        for (size_t j = 0; j < N; j++) t[j] *= -2 / mu;
        highest = fmax(highest, value(p, t, NULL)[0]);
        *longest2 = fmax(*longest2, mu * mu * real_dot(N, t, t)[0]);
    }
    return (highest - p->f_star_low) * (1 + 1e-12);
}

/* A'A/(4m) + mu I from above, as s(1 - s) <= 1/4; mu I from below. */
static void hessian(const struct problem *p, double lower[], double upper[]) {
    for (size_t r = 0; r < N; r++)
        for (size_t c = 0; c < N; c++) {
            double sum = 0;
            for (size_t i = 0; i < M; i++) {
                const double *t = p->data + i * real_stride(N);
                sum += t[r] * t[c];
            }
            lower[r * N + c] = r == c ? mu : 0;
            upper[r * N + c] = sum / (4 * M) + lower[r * N + c];
        }
}

/* Only the part -s(<t_i, x>) t_i of a component's gradient is random; between two points it differs by at most
 * ||t_i|| |<t_i, x - y>|/4, in mean square by (||t||^2/16) times the largest eigenvalue of E t t'. */
static double fading(const struct problem *p) {
    return sqrt(N * (p->L - mu) / 4) * (1 + 1e-12);
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)steps;
    if (!(alpha * mu <= 1)) return (struct envelope){0};
    double start = 0, star = 0, row = sqrt(N);
    for (size_t j = 0; j < N; j++) {
        start = hypot(start, p->x_0[j]);
        star = hypot(star, p->x_star[j]);
    }
    double reach = fmax(start, row / mu), radius = reach + star;
    double square = gsl_pow_2(mu * (radius + star) + row);
    return (struct envelope){radius, p->L / 2 * radius * radius, square, square};
}

/* Newton's method on f, from 0; it converges in a handful of steps. */
static void minimise(struct problem *p) {
    gsl_matrix *h = gsl_matrix_alloc(N, N);
    gsl_vector *step = gsl_vector_alloc(N);
    for (int iteration = 0; iteration < 30; iteration++) {
        real x[N], gradient[N];
        for (size_t j = 0; j < N; j++) x[j] = real_all(p->x_star[j]);
        value(p, x, gradient);
        gsl_matrix_set_identity(h);
        gsl_matrix_scale(h, mu);
        logistic_add_hessian(p, M, N, p->x_star, h->data);
        for (size_t j = 0; j < N; j++) gsl_vector_set(step, j, gradient[j][0]);
        gsl_linalg_cholesky_decomp1(h);
        gsl_linalg_cholesky_svx(h, step);
        for (size_t j = 0; j < N; j++) p->x_star[j] -= gsl_vector_get(step, j);
    }
    gsl_matrix_free(h);
    gsl_vector_free(step);
}

/* The largest eigenvalue of the upper Hessian bound. */
static double smoothness(const struct problem *p) {
    double lower[N * N], upper[N * N], least, largest;
    hessian(p, lower, upper);
    eigen_extremes(N, upper, &least, &largest);
    return largest * (1 + 1e-12);
}

struct problem *logistic(void) {
    struct problem *p = problem_new(N, M * real_stride(N));
    p->id = "logistic";
    p->title[0] = "logistic regression";
    p->title[1] = "логистическая регрессия";
    p->formula = "\\frac\\mu2\\|x\\|^2+\\frac1m\\sum_{i=1}^m\\log(1+e^{-y_i\\langle a_i,x\\rangle}),\\quad m=200,\\ "
                 "n=10,\\ \\mu=1";
    p->certified[0] =
        "- $L$: the largest eigenvalue of $\\mu I + A^\\top A/(4m)$, since $s(1-s)\\le\\frac14$, with equality at "
        "$x=0$.\n"
        "- $\\mu$: the regulariser makes $f$ $\\mu$-strongly convex, hence PL: an estimate, the loss adds to it.\n"
        "- $f^*$: $f(y)-\\|\\nabla f(y)\\|^2/(2\\mu)\\le f^*\\le f(y)$ at Newton's end point $y$.\n"
        "- $L_{\\max}=\\mu+\\frac14\\|a_i\\|^2$, and $\\|a_i\\|^2=n$.\n"
        "- fading: $\\ell^2=\\frac n4(L-\\mu)$: the random part $-s_iy_ia_i$ of a component's gradient changes by at "
        "most\n"
        "  $\\frac14\\|a_i\\||\\langle a_i,x-y\\rangle|$ from $x$ to $y$; an estimate, as their mean is not taken "
        "off.\n"
        "- envelope: $x_{k+1}=(1-\\alpha\\mu)x_k+\\alpha s_i y_i a_i$ with $0<s_i<1$, so for $\\alpha\\mu\\le1$\n"
        "  $\\|x_k\\|\\le\\max(\\|x_0\\|,\\max_i\\|a_i\\|/\\mu)$.\n";
    p->certified[1] =
        "- $L$ — наибольшее собственное значение матрицы $\\mu I + A^\\top A/(4m)$, так как $s(1-s)\\le\\frac14$, "
        "с равенством при $x=0$.\n"
        "- $\\mu$: регуляризатор делает $f$ $\\mu$-сильно выпуклой, а значит, удовлетворяющей условию PL; это "
        "оценка с запасом: функция потерь добавляет к ней свою кривизну.\n"
        "- $f^*$: $f(y)-\\|\\nabla f(y)\\|^2/(2\\mu)\\le f^*\\le f(y)$ в точке $y$, на которой остановился метод "
        "Ньютона.\n"
        "- $L_{\\max}=\\mu+\\frac14\\|a_i\\|^2$, и $\\|a_i\\|^2=n$.\n"
        "- затухание шума: $\\ell^2=\\frac n4(L-\\mu)$: случайная часть $-s_iy_ia_i$ градиента слагаемого "
        "меняется от $x$ к $y$ не более чем на $\\frac14\\|a_i\\||\\langle a_i,x-y\\rangle|$; это оценка с "
        "запасом, так как среднее этих частей не вычтено.\n"
        "- огибающая: $x_{k+1}=(1-\\alpha\\mu)x_k+\\alpha s_i y_i a_i$, где $0<s_i<1$, поэтому при "
        "$\\alpha\\mu\\le1$ имеем $\\|x_k\\|\\le\\max(\\|x_0\\|,\\max_i\\|a_i\\|/\\mu)$.\n";
    p->convex = true;
    p->components = M;
    p->mu = mu;
    p->roundings = M + N + 16;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->fading = fading;
    p->envelope = envelope;
    p->about_0 = true;
    double length[N];
    for (size_t j = 0; j < N; j++) length[j] = sqrt(N);
    logistic_draw(p->data, M, N, length, NULL);
    p->L = smoothness(p);
    p->estimates = ESTIMATES_MU | ESTIMATES_FADING;
    p->L_max = (mu + N / 4.0) * (1 + 1e-12);
    minimise(p);
    problem_enclose_minimum(p);
    for (size_t j = 0; j < N; j++) p->x_0[j] = 0.5;
    return p;
}
