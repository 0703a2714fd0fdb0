/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gradients.h"

#include "../numbers/pcg.h"

const struct form shapes[] = {{"4x4", 4, 4, 4}, {"6x3", 6, 3, 3}, {"3x6", 3, 6, 3}, {"8x8", 8, 8, 8},
                              {"1x5", 1, 5, 1}, {"5x1", 5, 1, 1}, {.id = NULL}};

static struct gradient random_gradient(gsl_rng *rng, const struct form *f, double kappa) {
    struct gradient d = {
        .u = orthonormal(rng, f->rows, f->rank), .v = orthonormal(rng, f->columns, f->rank), .kappa = kappa};
    for (size_t i = 0; i < f->rank; i++) d.s[i] = i ? pow(kappa, -(double)i / (double)(f->rank - 1)) : 1;
    d.g = spectral(d.u, d.s, 1, d.v);
    return d;
}

void random_gradients(const struct inquiry *q, size_t set, const struct form *f, double kappa,
                      struct gradient out[LANES]) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_of_run(inquiry_seed(q), q->stream, set));
    for (size_t l = 0; l < LANES; l++) out[l] = random_gradient(rng, f, kappa);
    gsl_rng_free(rng);
}

struct matrix polar(const struct gradient *d) {
    return spectral(d->u, d->s, 0, d->v);
}

struct matrix step_of(const struct method *method, struct settings settings, size_t count, struct matrix g) {
    struct matrix step = {.rows = g.rows, .columns = g.columns};
    size_t dim = g.rows * g.columns;
    /* One lane is enough: the others hold zeros. */
    real w[LARGEST * LARGEST], gradient[LARGEST * LARGEST] = {{0}}, state[2 * LARGEST * LARGEST] = {{0}};
    settings.rows = g.rows;
    for (size_t e = 0; e < dim; e++) gradient[e][0] = g.at[e];
    for (size_t k = 0; k < count; k++) {
        memset(w, 0, sizeof w);
        method->step(&settings, k, dim, w, gradient, state);
    }
    for (size_t e = 0; e < dim; e++) step.at[e] = -w[e][0];
    return step;
}

/* Ones but for the last singular value. */
static void drown(struct gradient *d) {
    size_t last = d->u.columns - 1;
    for (size_t i = 0; i <= last; i++) d->s[i] = i < last ? 1 : 1 / d->kappa;
    d->g = spectral(d->u, d->s, 1, d->v);
}

/* One row. */
static void compare_row(struct inquiry *q, const struct quantity *x, size_t set, const struct form *form, size_t k) {
    struct gradient d[LANES];
    random_gradients(q, set, form, x->kappa > 0 ? x->kappa : (double)k, d);
    for (size_t l = 0; l < LANES; l++) {
        d[l].k = k;
        if (x->drowned) drown(&d[l]);
    }
    bool bounded = x->bound || x->times > 0;
    enum sign sign = bounded ? x->sign : EQUAL;
    double error = x->error ? x->error(d) : x->errors, bound = x->bound ? x->bound(d) : x->times;
    if (x->bound && x->times > 0) bound *= x->times;
    if (x->error && x->errors > 0) error *= x->errors;
    double most = -INFINITY, worst = 0;
    for (size_t l = 0; l < (x->first ? 1 : LANES); l++) {
        double number = x->of ? x->of(&d[l]) : apart(x->left(&d[l]), x->right(&d[l]));
        double key = sign == EQUAL ? fabs(number - bound) : number;
        if (isnan(most) || key <= most) continue; /* a NaN stays */
        most = key;
        worst = number;
    }
    inquiry_exact(q, form->id, x->method ? x->method : "shampoo", k, worst, error, sign, bound);
}

void compare(struct inquiry *q) {
    static const size_t kappas[ROWS] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    for (const struct quantity *x = q->with; x; x = x->also) {
        const struct form *f = x->forms ? x->forms : shapes;
        const size_t only[ROWS] = {(size_t)x->kappa};
        const size_t *k = x->k[0] || x->k[1] ? x->k : x->kappa > 0 ? only : kappas;
        for (size_t i = 0; f[i].id && (!x->count || i < x->count); i++)
            for (size_t j = x->from; j < ROWS && (j == 0 || k[j]); j++) {
                /* A single singular value is 1 for any kappa. */
                if (f[i].rank == 1 && (x->drowned || (k == kappas && j > 0))) break;
                compare_row(q, x, x->kappa > 0 && !x->by_k ? i : j, &f[i], k[j]);
            }
    }
}
