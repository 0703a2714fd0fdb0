/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quadratics.h"

#include <float.h>
#include <gsl/gsl_math.h>
#include <stdlib.h>

#include "../../verify/numbers/eigen.h"
#include "../../verify/numbers/fail.h"

double largest_eigenvalue(size_t n, const double a[]) {
    double values[DIM];
    eigen_system(n, a, values, NULL);
    return values[n - 1];
}

void add_product(size_t n, double weight, const double a[], const double b[],
                 double out[]) {
    for (size_t r = 0; r < n; r++)
        for (size_t c = 0; c < n; c++) {
            double sum = 0;
            for (size_t j = 0; j < n; j++) sum += a[r * n + j] * b[c * n + j];
            out[r * n + c] += weight * sum;
        }
}

double frobenius(size_t count, const double a[]) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) sum += a[i] * a[i];
    return sqrt(sum);
}

/* The largest eigenvalue of H^{-1/2} A H^{-1/2} on the range of H, a little
 * above. */
static double largest_relative_to(const struct quadratic *q, const double a[],
                                  const double values[],
                                  const double vectors[]) {
    size_t n = q->dim;
    double white[DIM * DIM] = {0}, half[DIM * DIM] = {0}, root[DIM * DIM] = {0};
    for (size_t e = n - q->rank; e < n; e++)
        for (size_t r = 0; r < n; r++)
            for (size_t c = 0; c < n; c++)
                root[r * n + c] +=
                    vectors[r * n + e] * vectors[c * n + e] / sqrt(values[e]);
    add_product(n, 1, root, a, half);
    add_product(n, 1, half, root, white);
    return largest_eigenvalue(n, white) * (1 + 1e-12);
}

struct quadratic quadratic_of(struct problem *p) {
    struct quadratic q = {.problem = p, .dim = p->dim, .count = p->components};
    size_t n = q.dim;
    q.h = allocate(q.count * n * n, sizeof *q.h);
    q.r = allocate(q.count * n, sizeof *q.r);
    for (size_t i = 0; i < q.count; i++) {
        real x[DIM], g[DIM];
        double *h = q.h + i * n * n, *r = q.r + i * n;
        for (size_t j = 0; j < n; j++) x[j] = real_all(p->x_star[j]);
        p->component(p, x, whole_all(i), g);
        for (size_t j = 0; j < n; j++) r[j] = g[j][0];
        for (size_t c = 0; c < n; c++) {
            x[c] += 1;
            p->component(p, x, whole_all(i), g);
            x[c] -= 1;
            for (size_t j = 0; j < n; j++) h[j * n + c] = g[j][0] - r[j];
        }
        double weight = 1 / (double)q.count;
        for (size_t e = 0; e < n * n; e++) q.mean[e] += weight * h[e];
        add_product(n, weight, h, h, q.square);
        for (size_t j = 0; j < n; j++)
            for (size_t c = 0; c < n; c++)
                q.noise[j * n + c] += weight * r[j] * r[c];
    }
    double values[DIM], vectors[DIM * DIM];
    eigen_system(n, q.mean, values, vectors);
    for (size_t e = 0; e < n; e++) q.rank += values[e] > 1e-10 * values[n - 1];
    q.Lambda = largest_relative_to(&q, q.square, values, vectors);
    q.sigma2 = largest_relative_to(&q, q.noise, values, vectors);
    for (size_t j = 0; j < n; j++) q.start[j] = p->x_0[j] - p->x_star[j];
    q.distance = problem_distance(p);
    return q;
}

void quadratic_free(struct quadratic *q) {
    problem_free(q->problem);
    free(q->h);
    free(q->r);
}

void recursion_free(struct recursion *z) {
    free(z->b);
    free(z->c);
    free(z);
}

struct recursion *recursion_new(const struct quadratic *q, double gamma,
                                bool noise, bool start) {
    struct recursion *z = allocate(1, sizeof *z);
    size_t n = z->size = q->dim, count = z->count = q->count;
    double weight = 1 / (double)count, outer[DIM * DIM] = {0};
    z->b = allocate(count * n * n, sizeof *z->b);
    z->c = allocate(count * n, sizeof *z->c);
    z->roundings = (double)(4 * n + count) + 8 * (q->problem->roundings + 4);
    for (size_t i = 0; i < count; i++) {
        double *b = z->b + i * n * n, *c = z->c + i * n;
        for (size_t e = 0; e < n * n; e++)
            b[e] = (e % (n + 1) == 0) - gamma * q->h[i * n * n + e];
        for (size_t r = 0; noise && r < n; r++) c[r] = -gamma * q->r[i * n + r];
        for (size_t e = 0; e < n * n; e++) z->a[e] += weight * b[e];
        add_product(n, weight, b, b, outer);
        double b_norm = frobenius(n * n, b), c_norm = frobenius(n, c);
        z->b_square += weight * b_norm * b_norm;
        z->b_c += weight * b_norm * c_norm;
        z->c_square += weight * c_norm * c_norm;
    }
    z->growth = largest_eigenvalue(n, outer);
    memset(outer, 0, sizeof outer);
    add_product(n, 1, z->a, z->a, outer);
    z->a_norm = sqrt(largest_eigenvalue(n, outer));
    for (size_t r = 0; start && r < n; r++) {
        z->mean[r] = q->start[r];
        for (size_t c = 0; c < n; c++)
            z->C[r * n + c] = q->start[r] * q->start[c];
    }
    double unit = DBL_EPSILON / 2 * z->roundings;
    z->mean_error = unit * frobenius(n, z->mean);
    z->C_error = unit * frobenius(n * n, z->C);
    return z;
}

void recursion_step(struct recursion *z) {
    size_t n = z->size;
    double weight = 1 / (double)z->count, unit = DBL_EPSILON / 2 * z->roundings;
    double C_norm = frobenius(n * n, z->C), D_norm = frobenius(n * n, z->D),
           mean_norm = frobenius(n, z->mean);

    z->Q_error += 2 * z->D_error + z->C_error +
                  unit * (frobenius(n * n, z->Q) + 2 * D_norm + C_norm);
    for (size_t r = 0; r < n; r++)
        for (size_t c = 0; c < n; c++)
            z->Q[r * n + c] +=
                z->D[r * n + c] + z->D[c * n + r] + z->C[r * n + c];

    double sum[DIM * DIM], next[DIM * DIM] = {0};
    for (size_t e = 0; e < n * n; e++) sum[e] = z->D[e] + z->C[e];
    memset(z->D, 0, n * n * sizeof *z->D);
    add_product(n, 1, sum, z->a, z->D);
    z->D_error = z->a_norm * (z->D_error + z->C_error) +
                 unit * (D_norm + C_norm) * frobenius(n * n, z->a);

    for (size_t i = 0; i < z->count; i++) {
        const double *b = z->b + i * n * n, *c = z->c + i * n;
        double half[DIM * DIM] = {0}, moved[DIM] = {0};
        add_product(n, 1, b, z->C, half); /* C is symmetric */
        add_product(n, weight, half, b, next);
        for (size_t r = 0; r < n; r++)
            for (size_t j = 0; j < n; j++)
                moved[r] += b[r * n + j] * z->mean[j];
        for (size_t r = 0; r < n; r++)
            for (size_t s = 0; s < n; s++)
                next[r * n + s] +=
                    weight * (moved[r] * c[s] + c[r] * moved[s] + c[r] * c[s]);
    }
    z->C_error =
        z->growth * z->C_error + 2 * z->b_c * z->mean_error +
        unit * (z->b_square * C_norm + 2 * z->b_c * mean_norm + z->c_square);
    memcpy(z->C, next, n * n * sizeof *next);

    double moved[DIM] = {0};
    for (size_t r = 0; r < n; r++)
        for (size_t j = 0; j < n; j++) moved[r] += z->a[r * n + j] * z->mean[j];
    memcpy(z->mean, moved, n * sizeof *moved);
    z->mean_error =
        z->a_norm * z->mean_error + unit * frobenius(n * n, z->a) * mean_norm;
    z->t++;
}

struct number weighed(const struct recursion *z, const struct quadratic *q,
                      bool average) {
    size_t d = q->dim;
    const double *moment = average ? z->Q : z->C;
    double scale = average ? 1 / gsl_pow_2((double)z->t) : 1, sum = 0;
    for (size_t e = 0; e < d * d; e++) sum += q->mean[e] * moment[e];
    double error = average ? z->Q_error : z->C_error,
           norm = frobenius(d * d, q->mean);
    double unit = DBL_EPSILON / 2 * z->roundings;
    return (struct number){scale * sum, scale * norm *
                                            (sqrt((double)d) * error +
                                             unit * frobenius(d * d, moment))};
}
