/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lecture's line (slide "Типичное поведение"): y = 3x + 4 + noise of deviation 0.2, 100 points, x uniform on [-1/2, 1/2],
 * f(w) = 1/(2N) sum (w_1 x_i + w_2 - y_i)^2 from w_0 = (5.5, 1.5).
 *
 * A component is a batch of two different points, so that each of the N(N - 1)/2 pairs is equally likely and the exact
 * expectations of quadratic finite sums are those of mini-batch SGD.
 */
#include <gsl/gsl_math.h>
#include <gsl/gsl_randist.h>

#include "../verify/numbers/eigen.h"
#include "../verify/numbers/pcg.h"
#include "line.h"
#include "problems.h"

enum { N = LINE_POINTS, PAIRS = N * (N - 1) / 2, ROW = 5, DIM = 2 };
static const double slope = 3, height = 4, w_0[DIM] = {5.5, 1.5};

/* Layout of data: a pair's Hessian h11, h12, h22 and its linear term c1, c2, one pair a row; then the points; then the same
 * five numbers of f. */
static const double *pair_of(const struct problem *p, size_t i) {
    return p->data + i * real_stride(ROW);
}
const double (*line_points(const struct problem *p))[2] {
    return (const double(*)[2])(p->data + PAIRS * real_stride(ROW));
}
static const double *whole_of(const struct problem *p) {
    return p->data + PAIRS * real_stride(ROW) + N * DIM;
}

static real value(const struct problem *p, const real x[], real gradient[]) {
    const double *of = whole_of(p);
    real sum = {0};
    for (size_t i = 0; i < N; i++) {
        const double *at = line_points(p)[i];
        real residual = at[0] * x[0] + x[1] - at[1];
        sum += residual * residual;
    }
    if (gradient) {
        gradient[0] = of[0] * x[0] + of[1] * x[1] - of[3];
        gradient[1] = of[1] * x[0] + of[2] * x[1] - of[4];
    }
    return sum / (2 * N);
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    real of[ROW];
    real_rows(p->data, ROW, i, of);
    g[0] = of[0] * x[0] + of[1] * x[1] - of[3];
    g[1] = of[1] * x[0] + of[2] * x[1] - of[4];
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    const double *of = whole_of(p), h[DIM * DIM] = {of[0], of[1], of[1], of[2]};
    memcpy(lower, h, sizeof h);
    memcpy(upper, h, sizeof h);
}

/* The root of ||E(H_i - H)^2||. */
static double fading(const struct problem *p) {
    const double *of = whole_of(p);
    double square[DIM * DIM] = {0}, least, largest;
    for (size_t i = 0; i < PAIRS; i++) {
        const double *pair = pair_of(p, i);
        double a = pair[0] - of[0], b = pair[1] - of[1], c = pair[2] - of[2];
        square[0] += (a * a + b * b) / PAIRS;
        square[1] += (a * b + b * c) / PAIRS;
        square[3] += (b * b + c * c) / PAIRS;
    }
    square[2] = square[1];
    eigen_extremes(DIM, square, &least, &largest);
    return sqrt(largest) * (1 + 1e-12);
}

/* The largest eigenvalue of a pair's Hessian, and the longest gradient at x_star. */
static void worst_pair(const struct problem *p, double *stiffest, double *noise) {
    *stiffest = *noise = 0;
    for (size_t i = 0; i < PAIRS; i++) {
        const double *of = pair_of(p, i), h[DIM * DIM] = {of[0], of[1], of[1], of[2]};
        double least, largest, r[DIM];
        eigen_extremes(DIM, h, &least, &largest);
        for (size_t j = 0; j < DIM; j++) r[j] = h[2 * j] * p->x_star[0] + h[2 * j + 1] * p->x_star[1] - of[3 + j];
        *stiffest = fmax(*stiffest, largest);
        *noise = fmax(*noise, hypot(r[0], r[1]));
    }
    *stiffest *= 1 + 1e-12;
    *noise = *noise * (1 + 1e-12) + 1e-13;
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    double stiffest, noise;
    worst_pair(p, &stiffest, &noise);
    if (!(alpha * stiffest <= 2)) return (struct envelope){0};
    double radius = problem_distance(p) + alpha * (double)steps * noise;
    double square = gsl_pow_2(stiffest * radius + noise);
    return (struct envelope){radius, p->L / 2 * radius * radius, square, square};
}

static struct problem *line_new(double deviation) {
    struct problem *p = problem_new(DIM, PAIRS * real_stride(ROW) + N * DIM + ROW);
    double(*point)[2] = (double(*)[2])(p->data + PAIRS * real_stride(ROW));
    double *of = p->data + PAIRS * real_stride(ROW) + N * DIM;
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(N, DIM));
    for (size_t i = 0; i < N; i++) {
        double x = point[i][0] = gsl_rng_uniform(rng) - 0.5;
        double y = point[i][1] = slope * x + height + deviation * gsl_ran_gaussian(rng, 1);
        const double terms[ROW] = {x * x, x, 1, x * y, y};
        for (size_t j = 0; j < ROW; j++) of[j] += terms[j] / N;
    }
    gsl_rng_free(rng);
    double *row = p->data;
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < i; j++, row += real_stride(ROW)) {
            double x = point[i][0], y = point[i][1], u = point[j][0], v = point[j][1];
            const double pair[ROW] = {(x * x + u * u) / 2, (x + u) / 2, 1, (x * y + u * v) / 2, (y + v) / 2};
            memcpy(row, pair, sizeof pair);
        }
    p->components = PAIRS;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->fading = fading;
    p->envelope = envelope;
    p->quadratic = p->convex = true;
    p->roundings = N + 32;
    memcpy(p->x_0, w_0, sizeof w_0);
    double determinant = of[0] * of[2] - of[1] * of[1];
    p->x_star[0] = (of[2] * of[3] - of[1] * of[4]) / determinant;
    p->x_star[1] = (of[0] * of[4] - of[1] * of[3]) / determinant;
    double h[DIM * DIM] = {of[0], of[1], of[1], of[2]}, noise;
    eigen_extremes(DIM, h, &p->mu, &p->L);
    p->mu *= 1 - 1e-12;
    p->L *= 1 + 1e-12;
    worst_pair(p, &p->L_max, &noise);
    problem_enclose_minimum(p);
    p->formula = "\\frac1{2N}\\sum_i(w_1x_i+w_2-y_i)^2,\\quad N=100;\\ \\text{a component is a pair of points}";
    p->certified[0] =
        "- $L$, $\\mu$: extreme eigenvalues of $H=\\frac1N\\sum_ia_ia_i^\\top$, $a_i=(x_i,1)$.\n"
        "- $f^*$: enclosed at the solution of the normal equations.\n"
        "- $L_{\\max}$: the largest eigenvalue of a pair's Hessian $H_B$.\n"
        "- fading: $\\ell^2=\\|\\mathbb E(H_B-H)^2\\|$.\n"
        "- envelope: $w_{k+1}-w^*=(I-\\alpha H_B)(w_k-w^*)-\\alpha r_B$ with $\\|I-\\alpha H_B\\|\\le1$ for\n"
        "  $\\alpha L_{\\max}\\le2$, so $\\|w_k-w^*\\|\\le\\|w_0-w^*\\|+\\alpha k\\max\\|r_B\\|$.\n";
    p->certified[1] =
        "- $L$, $\\mu$ — крайние собственные значения матрицы $H=\\frac1N\\sum_ia_ia_i^\\top$, $a_i=(x_i,1)$.\n"
        "- $f^*$ заключено в границы в решении нормальных уравнений.\n"
        "- $L_{\\max}$ — наибольшее собственное значение гессиана $H_B$ пары точек.\n"
        "- затухание шума: $\\ell^2=\\|\\mathbb E(H_B-H)^2\\|$.\n"
        "- огибающая: $w_{k+1}-w^*=(I-\\alpha H_B)(w_k-w^*)-\\alpha r_B$, где $\\|I-\\alpha H_B\\|\\le1$ при "
        "$\\alpha L_{\\max}\\le2$, поэтому $\\|w_k-w^*\\|\\le\\|w_0-w^*\\|+\\alpha k\\max\\|r_B\\|$.\n";
    return p;
}

struct problem *line_in_pairs(void) {
    struct problem *p = line_new(0.2);
    p->id = "line_in_pairs";
    p->title[0] = "a line, batches of 2";
    p->title[1] = "прямая, батчи по 2";
    return p;
}

struct problem *line_without_noise(void) {
    struct problem *p = line_new(0);
    p->id = "line_without_noise";
    p->title[0] = "points on a line, batches of 2";
    p->title[1] = "точки на прямой, батчи по 2";
    return p;
}
