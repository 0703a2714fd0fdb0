/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods for a matrix parameter W of m rows and n columns, row-major: the lecture's slides "Shampoo" and "Deriving Muon".
 * Every lane has a matrix of its own; decompositions are GSL's, one lane after another. */
#include <float.h>
#include <gsl/gsl_linalg.h>
#include <stdlib.h>

#include "../verify/numbers/eigen.h"
#include "../verify/numbers/fail.h"
#include "methods.h"

/* Whether a lane holds the same numbers as the one before: one decomposition will do then. */
static bool same_as_before(size_t count, const real a[], int lane) {
    for (size_t e = 0; e < count; e++)
        if (lane == 0 || a[e][lane] != a[e][lane - 1]) return false;
    return true;
}

static bool lane_finite(size_t count, const real a[], int lane) {
    for (size_t j = 0; j < count; j++)
        if (!isfinite(a[j][lane])) return false;
    return true;
}

/* c = a b in every lane, for matrices of m x k and k x n. */
static void multiply(size_t m, size_t k, size_t n, const real a[], const real b[], real c[]) {
    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < n; j++) {
            real sum = {0};
            for (size_t l = 0; l < k; l++) sum += a[i * k + l] * b[l * n + j];
            c[i * n + j] = sum;
        }
}

/* b = a', for a of m x n. */
static void transpose(size_t m, size_t n, const real a[], real b[]) {
    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < n; j++) b[j * m + i] = a[i * n + j];
}

/* ---- Shampoo ---- */

/* ||u' G||, for column `which` of the n x n matrix u, and G of n x m. */
static double along(size_t n, size_t m, const double u[], size_t which, const real g[], int lane) {
    double square = 0;
    for (size_t c = 0; c < m; c++) {
        double inner = 0;
        for (size_t r = 0; r < n; r++) inner += u[r * n + which] * g[r * m + c][lane];
        square += inner * inner;
    }
    return sqrt(square);
}

/* (A + eps I)^{-1/4} in every lane, for the n x n matrix A that has gathered G G', G of n x m.
 *
 * Eigenvalues of A that are nothing but rounding errors of the largest one are unknown.  Where G has nothing in their
 * direction but rounding errors either, the direction is left out, as in a pseudo-inverse: they must not be raised to a
 * power.  Where G has something there, its square was lost in A beside the largest eigenvalue: eps, if it is large enough,
 * makes that harmless (to 1e-9 of a step); else the root is not known to any digit, and is NaN. */
static void inverse_fourth_root(size_t n, size_t m, const real a[], const real g[], double eps, real root[]) {
    double *one = allocate(n * n, sizeof *one), *vectors = allocate(n * n, sizeof *vectors),
           *values = allocate(n, sizeof *values);
    for (int l = 0; l < LANES; l++) {
        if (same_as_before(n * n, a, l) && same_as_before(n * m, g, l)) {
            for (size_t e = 0; e < n * n; e++) root[e][l] = root[e][l - 1];
            continue;
        }
        bool known = lane_finite(n * n, a, l); /* the solver does not end on a NaN */
        for (size_t e = 0; e < n * n; e++) one[e] = known ? a[e][l] : 0;
        eigen_system(n, one, values, vectors);
        double noise = 4 * (double)n * DBL_EPSILON * values[n - 1], length = 0, least = values[n - 1];
        for (size_t e = 0; e < n * m; e++) length = hypot(length, g[e][l]);
        for (size_t e = 0; e < n; e++)
            if (values[e] > noise) least = fmin(least, values[e]);
        /* Eigenvectors lean towards that of the least eigenvalue by rounding errors times largest / least. */
        double stray = least > 0 ? 8 * (double)(n + m) * DBL_EPSILON * length * sqrt(values[n - 1] / least) : 0;
        for (size_t e = 0; e < n; e++) {
            double value = values[e] + eps;
            if (values[e] <= noise) {
                bool empty = along(n, m, vectors, e, g, l) <= stray;
                value = empty ? 0 : eps;
                known = known && (empty || eps >= 1e6 * noise);
            }
            values[e] = value > 0 ? 1 / sqrt(sqrt(value)) : 0;
        }
        for (size_t r = 0; r < n; r++)
            for (size_t c = 0; c < n; c++) {
                double sum = 0;
                for (size_t e = 0; e < n; e++) sum += vectors[r * n + e] * values[e] * vectors[c * n + e];
                root[r * n + c][l] = known ? sum : NAN;
            }
    }
    free(one);
    free(vectors);
    free(values);
}

/* L = beta2 L + (1 - beta2) G G', or L + G G' for beta2 = 1; G of m x n. */
static void gather(double beta2, size_t m, size_t n, const real g[], const real transposed[], real statistic[]) {
    real *square = allocate(m * m, sizeof *square);
    multiply(m, n, m, g, transposed, square);
    for (size_t e = 0; e < m * m; e++) statistic[e] = beta2 * statistic[e] + (beta2 < 1 ? 1 - beta2 : 1) * square[e];
    free(square);
}

/* NaN in lanes whose gradient is not 0 while all squares so far have vanished below the smallest number, else 0: such a
 * gradient has a direction, and a step of 0 would be a wrong answer. */
static real squares_lost(size_t rows, const real left[], size_t dim, const real g[]) {
    real trace = {0}, size = {0};
    for (size_t i = 0; i < rows; i++) trace += left[i * rows + i];
    for (size_t j = 0; j < dim; j++) size += real_abs(g[j]);
    return real_where((trace == 0) & (size > 0), real_all(NAN), (real){0});
}

/* Shampoo (Gupta, Koren and Singer 2018; slide "Shampoo"): W -= alpha L^{-1/4} G R^{-1/4}, with L the average or sum of
 * G G' and R that of G' G.  The state is L, then R. */
static void shampoo(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real state[]) {
    double alpha = step_size(s, k);
    struct shape w = parameter_shape(s, dim);
    real *left = state, *right = state + w.rows * w.rows;
    real *transposed = allocate(dim, sizeof *transposed), *half = allocate(dim, sizeof *half),
         *step = allocate(dim, sizeof *step), *left_root = allocate(w.rows * w.rows, sizeof *left_root),
         *right_root = allocate(w.columns * w.columns, sizeof *right_root);
    transpose(w.rows, w.columns, g, transposed);
    gather(s->beta2, w.rows, w.columns, g, transposed, left);
    gather(s->beta2, w.columns, w.rows, transposed, g, right);
    inverse_fourth_root(w.rows, w.columns, left, g, s->eps, left_root);
    inverse_fourth_root(w.columns, w.rows, right, transposed, s->eps, right_root);
    multiply(w.rows, w.rows, w.columns, left_root, g, half);
    multiply(w.rows, w.columns, w.columns, half, right_root, step);
    real lost = squares_lost(w.rows, left, dim, g);
    for (size_t j = 0; j < dim; j++) x[j] = box_project(s->box, x[j] - alpha * step[j] - lost);
    free(transposed);
    free(half);
    free(step);
    free(left_root);
    free(right_root);
}

/* ---- Muon ---- */

/* Divide by a power of two, so that the largest entry of each lane lies in [1/2, 1).  U V' does not depend on the scale,
 * but what follows squares the entries, which must neither overflow nor vanish: GSL's decomposition does not end then. */
static void to_unit_scale(size_t count, real a[]) {
    for (int l = 0; l < LANES; l++) {
        double size = 0;
        int exponent = 0;
        for (size_t e = 0; e < count; e++) size = fmax(size, fabs(a[e][l]));
        if (isfinite(size)) frexp(size, &exponent);
        for (size_t e = 0; e < count; e++) {
            double entry = ldexp(a[e][l], -exponent);
            a[e][l] = fabs(entry) < 1e-150 ? 0 : entry; /* nothing beside the largest, but its square stops GSL */
        }
    }
}

/* U V' of a matrix with at least as many rows as columns, from its singular value decomposition U S V'.  Singular
 * values that are nothing but rounding errors of the largest one count as 0, and their directions are left out. */
static void orthogonal_factor(size_t m, size_t n, const real a[], real factor[]) {
    gsl_matrix *u = gsl_matrix_alloc(m, n), *v = gsl_matrix_alloc(n, n);
    gsl_vector *values = gsl_vector_alloc(n);
    for (int l = 0; l < LANES; l++) {
        bool finite = lane_finite(m * n, a, l);
        for (size_t e = 0; e < m * n; e++) gsl_matrix_set(u, e / n, e % n, finite ? a[e][l] : 0);
        gsl_linalg_SV_decomp_jacobi(u, v, values);
        double noise = (double)m * DBL_EPSILON * gsl_vector_max(values);
        for (size_t r = 0; r < m; r++)
            for (size_t c = 0; c < n; c++) {
                double sum = 0;
                for (size_t e = 0; e < n; e++)
                    if (gsl_vector_get(values, e) > noise) sum += gsl_matrix_get(u, r, e) * gsl_matrix_get(v, c, e);
                factor[r * n + c][l] = finite ? sum : NAN;
            }
    }
    gsl_matrix_free(u);
    gsl_matrix_free(v);
    gsl_vector_free(values);
}

/* The iteration that stands in for U V' in practice (Jordan 2024): X = G / ||G||, then X = a X + b X X'X + c X (X'X)^2 with
 * the coefficients that he tuned.  Singular values that are not too small come near 1, and go on moving there.  (His
 * code adds 1e-7 to ||G||, which would tie the step to the gradient's scale.) */
static void newton_schulz(size_t m, size_t n, const real a[], double iterations, real factor[]) {
    static const double first = 3.4445, third = -4.7750, fifth = 2.0315;
    real *x = factor, *transposed = allocate(m * n, sizeof *transposed), *square = allocate(n * n, sizeof *square),
         *fourth = allocate(n * n, sizeof *fourth), *mixed = allocate(m * n, sizeof *mixed);
    real length = real_sqrt(real_dot(m * n, a, a)), divisor = real_where(length == 0, real_all(1), length);
    for (size_t e = 0; e < m * n; e++) x[e] = a[e] / divisor;
    for (double done = 0; done < iterations; done++) {
        transpose(m, n, x, transposed);
        multiply(n, m, n, transposed, x, square);
        multiply(n, n, n, square, square, fourth);
        for (size_t e = 0; e < n * n; e++) fourth[e] = third * square[e] + fifth * fourth[e];
        multiply(m, n, n, x, fourth, mixed);
        for (size_t e = 0; e < m * n; e++) x[e] = first * x[e] + mixed[e];
    }
    free(transposed);
    free(square);
    free(fourth);
    free(mixed);
}

/* Muon (Jordan et al. 2024; slide "Deriving Muon"): M = beta M + G, W -= alpha U V' with M = U S V'.  The lecture has
 * beta = 0. */
static void muon(const struct settings *s, size_t k, size_t dim, real x[], const real g[], real m[]) {
    double alpha = step_size(s, k);
    struct shape w = parameter_shape(s, dim);
    bool wide = w.rows < w.columns; /* work on the transpose then */
    size_t rows = wide ? w.columns : w.rows, columns = wide ? w.rows : w.columns;
    real *tall = allocate(dim, sizeof *tall), *factor = allocate(dim, sizeof *factor);
    for (size_t j = 0; j < dim; j++) m[j] = s->momentum * m[j] + g[j];
    if (wide)
        transpose(w.rows, w.columns, m, tall);
    else
        memcpy(tall, m, dim * sizeof *tall);
    to_unit_scale(dim, tall);
    if (s->newton_schulz > 0)
        newton_schulz(rows, columns, tall, s->newton_schulz, factor);
    else
        orthogonal_factor(rows, columns, tall, factor);
    if (wide)
        transpose(rows, columns, factor, tall);
    else
        memcpy(tall, factor, dim * sizeof *tall);
    for (size_t j = 0; j < dim; j++) x[j] = box_project(s->box, x[j] - alpha * tall[j]);
    free(tall);
    free(factor);
}

const struct method method_shampoo = {
    .id = "shampoo",
    .title = {"Shampoo", "Shampoo"},
    .colour = 8,
    .rule = "L\\leftarrow\\beta L+(1-\\beta)GG^\\top,\\ R\\leftarrow\\beta R+(1-\\beta)G^\\top G,\\ "
            "W\\leftarrow W-\\alpha L^{-1/4}GR^{-1/4}",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.01, POSITIVE},
                   {"beta2", offsetof(struct settings, beta2), 0.9, UP_TO_ONE}, /* 1: sums in place of averages */
                   {"eps", offsetof(struct settings, eps), 0, NOT_NEGATIVE}},
    .scale_free = true,
    .matrices = true,
    .shaped = true,
    .step = shampoo,
};

const struct method method_muon = {
    .id = "muon",
    .title = {"Muon", "Muon"},
    .colour = 6,
    .rule = "M\\leftarrow\\beta M+G,\\ M=USV^\\top,\\ W\\leftarrow W-\\alpha UV^\\top",
    .parameters = {{"alpha", offsetof(struct settings, alpha), 0.01, POSITIVE},
                   {"momentum", offsetof(struct settings, momentum), 0, BELOW_ONE},
                   {"newton-schulz", offsetof(struct settings, newton_schulz), 0, UP_TO_100}},
    .scale_free = true,
    .vectors = 1,
    .shaped = true,
    .step = muon,
};
