/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linear.h"

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_math.h>

#include "../verify/numbers/fail.h"

enum { LINEAR_N = 16 }; /* n at most */

/* Layout of data: m rows (a_i, b_i); then H, n x n; then c = A'b/m; then lambda. */
static const double *row_of(const struct problem *p, size_t i) {
    return p->data + i * real_stride(p->dim + 1);
}
static const double *hessian_of(const struct problem *p) {
    return p->data + p->components * real_stride(p->dim + 1);
}
static const double *linear_term_of(const struct problem *p) {
    return hessian_of(p) + p->dim * p->dim;
}
static double lambda_of(const struct problem *p) {
    return linear_term_of(p)[p->dim];
}

/* The gradient comes from H and c, not from the rows that the oracle reads. */
static real value(const struct problem *p, const real x[], real gradient[]) {
    size_t n = p->dim;
    real sum = {0};
    for (size_t i = 0; i < p->components; i++) {
        const double *row = row_of(p, i);
        real residual = real_all(-row[n]);
        for (size_t j = 0; j < n; j++) residual += row[j] * x[j];
        sum += residual * residual;
    }
    for (size_t r = 0; gradient && r < n; r++) {
        gradient[r] = real_all(-linear_term_of(p)[r]);
        for (size_t c = 0; c < n; c++) gradient[r] += hessian_of(p)[r * n + c] * x[c];
    }
    return sum / (2 * (double)p->components) + lambda_of(p) / 2 * real_dot(n, x, x);
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    size_t n = p->dim;
    double lambda = lambda_of(p);
    real row[LINEAR_N + 1];
    real_rows(p->data, n + 1, i, row);
    real residual = real_dot(n, row, x) - row[n];
    for (size_t j = 0; j < n; j++) g[j] = residual * row[j] + lambda * x[j];
}

static void hessian(const struct problem *p, double lower[], double upper[]) {
    memcpy(lower, hessian_of(p), p->dim * p->dim * sizeof *lower);
    memcpy(upper, hessian_of(p), p->dim * p->dim * sizeof *upper);
}

/* The largest ||a_i||^2 + lambda: the curvature of the stiffest component. */
static double stiffest_of(const struct problem *p) {
    double stiffest = 0;
    for (size_t i = 0; i < p->components; i++) {
        double square = 0;
        for (size_t j = 0; j < p->dim; j++) square += gsl_pow_2(row_of(p, i)[j]);
        stiffest = fmax(stiffest, square + lambda_of(p));
    }
    return stiffest;
}

/* The noise (H_i - H)(x - x*) + r_i differs from r_i by at most ||E(H_i - H)^2||^(1/2) ||x - x*|| in mean square;
 * E(H_i - H)^2 = E ||a_i||^2 a_i a_i' - (H - lambda I)^2. */
static double fading(const struct problem *p) {
    size_t n = p->dim;
    gsl_matrix *spread = gsl_matrix_calloc(n, n);
    double lambda = lambda_of(p);
    for (size_t r = 0; r < n; r++)
        for (size_t c = 0; c < n; c++) {
            double sum = 0;
            for (size_t i = 0; i < p->components; i++) {
                const double *row = row_of(p, i);
                double square = 0;
                for (size_t j = 0; j < n; j++) square += row[j] * row[j];
                sum += square * row[r] * row[c] / (double)p->components;
            }
            for (size_t j = 0; j < n; j++)
                sum -= (hessian_of(p)[r * n + j] - (r == j ? lambda : 0)) *
                       (hessian_of(p)[j * n + c] - (j == c ? lambda : 0));
            gsl_matrix_set(spread, r, c, sum);
        }
    gsl_vector *values = gsl_vector_alloc(n);
    gsl_eigen_symm_workspace *work = gsl_eigen_symm_alloc(n);
    gsl_eigen_symm(spread, values, work);
    double largest = gsl_vector_max(values);
    gsl_eigen_symm_free(work);
    gsl_vector_free(values);
    gsl_matrix_free(spread);
    return sqrt(largest) * (1 + 1e-12);
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    size_t n = p->dim;
    double lambda = lambda_of(p), stiffest = 0, noise = 0;
    for (size_t i = 0; i < p->components; i++) {
        const double *row = row_of(p, i);
        double square = 0, residual = -row[n], r2 = 0;
        for (size_t j = 0; j < n; j++) {
            square += row[j] * row[j];
            residual += row[j] * p->x_star[j];
        }
        for (size_t j = 0; j < n; j++) r2 += gsl_pow_2(residual * row[j] + lambda * p->x_star[j]);
        stiffest = fmax(stiffest, square + lambda);
        noise = fmax(noise, sqrt(r2));
    }
    double start = problem_distance(p), radius;
    if (lambda > 0 && alpha * stiffest <= 1)
        radius = fmax(start, noise / lambda);
    else if (lambda == 0 && alpha * stiffest <= 2)
        radius = start + alpha * (double)steps * noise;
    else
        return (struct envelope){0};
    double square = gsl_pow_2(stiffest * radius + noise);
    return (struct envelope){radius, p->L / 2 * radius * radius, square, square};
}

/* L, mu and x_star from the eigenvalues of H: x* = x_0 - sum over lambda_j > 0 of v_j v_j'(H x_0 - c) / lambda_j. */
static void solve(struct problem *p) {
    size_t n = p->dim;
    double gradient[LINEAR_N];
    for (size_t r = 0; r < n; r++) {
        gradient[r] = -linear_term_of(p)[r];
        for (size_t c = 0; c < n; c++) gradient[r] += hessian_of(p)[r * n + c] * p->x_0[c];
    }
    gsl_matrix *h = gsl_matrix_alloc(n, n), *vectors = gsl_matrix_alloc(n, n);
    gsl_matrix_const_view view = gsl_matrix_const_view_array(hessian_of(p), n, n);
    gsl_matrix_memcpy(h, &view.matrix);
    gsl_vector *values = gsl_vector_alloc(n);
    gsl_eigen_symmv_workspace *work = gsl_eigen_symmv_alloc(n);
    gsl_eigen_symmv(h, values, vectors, work);
    double largest = gsl_vector_max(values), least = largest;
    memcpy(p->x_star, p->x_0, n * sizeof *p->x_star);
    for (size_t e = 0; e < n; e++) {
        double eigenvalue = gsl_vector_get(values, e), along = 0;
        if (eigenvalue < 1e-10 * largest) continue; /* a null direction of A: f does not change along it */
        least = fmin(least, eigenvalue);
        for (size_t j = 0; j < n; j++) along += gsl_matrix_get(vectors, j, e) * gradient[j];
        for (size_t j = 0; j < n; j++) p->x_star[j] -= gsl_matrix_get(vectors, j, e) * along / eigenvalue;
    }
    p->L = largest * (1 + 1e-12);
    p->mu = least * (1 - 1e-12);
    gsl_eigen_symmv_free(work);
    gsl_vector_free(values);
    gsl_matrix_free(vectors);
    gsl_matrix_free(h);
}

struct problem *linear_new(size_t m, size_t n, const double a[], const double b[], double lambda, const double x_0[]) {
    if (n > LINEAR_N) fail("least squares of more than %d features", LINEAR_N);
    struct problem *p = problem_new(n, m * real_stride(n + 1) + n * n + n + 1);
    p->components = m;
    p->roundings = (double)(m + n) + 16;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    p->envelope = envelope;
    p->fading = fading;
    p->quadratic = true;
    memcpy(p->x_0, x_0, n * sizeof *x_0);

    double *h = p->data + m * real_stride(n + 1), *c = h + n * n;
    c[n] = lambda;
    for (size_t i = 0; i < m; i++) {
        double *row = p->data + i * real_stride(n + 1);
        memcpy(row, a + i * n, n * sizeof *row);
        row[n] = b[i];
        for (size_t r = 0; r < n; r++) {
            c[r] += row[r] * b[i] / (double)m;
            for (size_t q = 0; q < n; q++) h[r * n + q] += row[r] * row[q] / (double)m;
        }
    }
    for (size_t r = 0; r < n; r++) h[r * n + r] += lambda;
    p->L_max = stiffest_of(p) * (1 + 1e-12);
    solve(p);
    problem_enclose_minimum(p);
    return p;
}
