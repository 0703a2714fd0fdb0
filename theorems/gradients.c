/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gradients.h"

#include <gsl/gsl_linalg.h>
#include <gsl/gsl_randist.h>

struct matrix transposed(struct matrix a) {
    struct matrix b = {.rows = a.columns, .columns = a.rows};
    for (size_t i = 0; i < a.rows; i++)
        for (size_t j = 0; j < a.columns; j++)
            b.at[j * a.rows + i] = a.at[i * a.columns + j];
    return b;
}

struct matrix spectral(struct matrix u, const double s[], double p,
                       struct matrix v) {
    for (size_t i = 0; i < u.rows; i++)
        for (size_t j = 0; j < u.columns; j++)
            u.at[i * u.columns + j] *= pow(s[j], p);
    return product(u, transposed(v));
}

double inner_product(struct matrix a, struct matrix b) {
    double sum = 0;
    for (size_t e = 0; e < a.rows * a.columns; e++) sum += a.at[e] * b.at[e];
    return sum;
}

double apart(struct matrix a, struct matrix b) {
    double sum = 0;
    for (size_t e = 0; e < a.rows * a.columns; e++)
        sum = hypot(sum, a.at[e] - b.at[e]);
    return sum;
}

struct matrix orthonormal(gsl_rng *rng, size_t rows, size_t columns) {
    gsl_matrix *a = gsl_matrix_alloc(rows, rows),
               *q = gsl_matrix_alloc(rows, rows),
               *r = gsl_matrix_alloc(rows, rows);
    gsl_vector *tau = gsl_vector_alloc(rows);
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < rows; j++)
            gsl_matrix_set(a, i, j, gsl_ran_gaussian_ziggurat(rng, 1));
    gsl_linalg_QR_decomp(a, tau);
    gsl_linalg_QR_unpack(a, tau, q, r);
    struct matrix u = {.rows = rows, .columns = columns};
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            u.at[i * columns + j] = gsl_matrix_get(q, i, j);
    gsl_matrix_free(a);
    gsl_matrix_free(q);
    gsl_matrix_free(r);
    gsl_vector_free(tau);
    return u;
}

const struct form shapes[SHAPES] = {
    {"4x4", 4, 4, .rank = 4}, {"6x3", 6, 3, .rank = 3},
    {"3x6", 3, 6, .rank = 3}, {"8x8", 8, 8, .rank = 8},
    {"1x5", 1, 5, .rank = 1}, {"5x1", 5, 1, .rank = 1}};

static struct gradient random_gradient(gsl_rng *rng, const struct form *f,
                                       double kappa) {
    struct gradient d = {.u = orthonormal(rng, f->rows, f->rank),
                         .v = orthonormal(rng, f->columns, f->rank),
                         .kappa = kappa};
    for (size_t i = 0; i < f->rank; i++)
        if (f->drowned)
            d.s[i] = i + 1 < f->rank ? 1 : 1 / kappa;
        else
            d.s[i] = i ? pow(kappa, -(double)i / (double)(f->rank - 1)) : 1;
    d.g = spectral(d.u, d.s, 1, d.v);
    return d;
}

void random_gradients(const struct inquiry *q, size_t set, const struct form *f,
                      double kappa, struct gradient out[LANES]) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_of_run(q->options->seed, q->stream, set));
    for (size_t l = 0; l < LANES; l++) out[l] = random_gradient(rng, f, kappa);
    gsl_rng_free(rng);
}

struct matrix polar(const struct gradient *d) {
    return spectral(d->u, d->s, 0, d->v);
}

struct matrix step_of(const struct method *method, struct settings settings,
                      size_t count, struct matrix g) {
    struct matrix step = {.rows = g.rows, .columns = g.columns};
    size_t dim = g.rows * g.columns;
    /* One lane is enough: the others hold zeros. */
    real w[LARGEST * LARGEST],
        gradient[LARGEST * LARGEST] = {{0}},
                           state[2 * LARGEST * LARGEST] = {{0}};
    settings.rows = g.rows;
    for (size_t e = 0; e < dim; e++) gradient[e][0] = g.at[e];
    for (size_t k = 0; k < count; k++) {
        memset(w, 0, sizeof w);
        method->step(&settings, k, dim, w, gradient, state);
    }
    for (size_t e = 0; e < dim; e++) step.at[e] = -w[e][0];
    return step;
}

struct matrix shampoo_step(struct matrix g, double eps) {
    return step_of(&method_shampoo, (struct settings){.alpha = 1, .eps = eps},
                   1, g);
}

struct matrix muon_step(struct matrix g, size_t iterations) {
    struct settings s = {.alpha = 1, .newton_schulz = (double)iterations};
    return step_of(&method_muon, s, 1, g);
}
