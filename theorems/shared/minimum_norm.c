/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "minimum_norm.h"

#include <math.h>
#include <mpfr.h>
#include <stdlib.h>

#include "../../verify/numbers/fail.h"

const double target_frequency = 4.5;

/* A table of numbers, column by column. */
struct table {
    size_t rows, columns;
    mpfr_t *at;
};
static struct table table_new(size_t rows, size_t columns) {
    struct table t = {rows, columns, allocate(rows * columns, sizeof(mpfr_t))};
    for (size_t e = 0; e < rows * columns; e++) {
        mpfr_init(t.at[e]);
        mpfr_set_zero(t.at[e], 1);
    }
    return t;
}
static void table_free(struct table *t) {
    for (size_t e = 0; e < t->rows * t->columns; e++) mpfr_clear(t->at[e]);
    free(t->at);
}
static mpfr_t *column(const struct table *t, size_t j) {
    return t->at + j * t->rows;
}

/* sum += <a, b>. */
static void add_dot(mpfr_t sum, size_t n, mpfr_t a[], mpfr_t b[],
                    mpfr_t scratch) {
    for (size_t i = 0; i < n; i++) {
        mpfr_mul(scratch, a[i], b[i], MPFR_RNDN);
        mpfr_add(sum, sum, scratch, MPFR_RNDN);
    }
}
/* a -= t b. */
static void subtract_scaled(size_t n, mpfr_t a[], mpfr_t t, mpfr_t b[],
                            mpfr_t scratch) {
    for (size_t i = 0; i < n; i++) {
        mpfr_mul(scratch, t, b[i], MPFR_RNDN);
        mpfr_sub(a[i], a[i], scratch, MPFR_RNDN);
    }
}

/* A fit with p features, and what it was made from. */
struct work {
    size_t n, p;
    struct table features; /* n x count: A is its first p columns */
    struct table
        inverse; /* n x count: the first p columns are A+ transposed, so that row k of A+ lies together */
    struct table
        moments; /* count x count: E T_j T_k over uniform test points; those over arcsine ones are below */
    struct table
        vectors; /* count x 5: c or f at the points, d, b, coefficients of f, of the error */
    mpfr_t scratch, sum;
};
enum {
    RESIDUAL,     /* c */
    REACH,        /* d */
    ROW,          /* b */
    TARGET,       /* f at the points */
    COEFFICIENTS, /* of f's Chebyshev series */
    VECTORS
};
enum {
    SERIES = 101
}; /* its terms: those of degree 101 and more add less than 1e-100 */

static double norm_square(struct work *w, size_t n, mpfr_t a[]) {
    mpfr_set_zero(w->sum, 1);
    add_dot(w->sum, n, a, a, w->scratch);
    return mpfr_get_d(w->sum, MPFR_RNDN);
}

/* T_0 = 1, T_1 = x, T_k = 2 x T_{k-1} - T_{k-2}. */
static void fill_features(struct work *w, const double x[]) {
    for (size_t i = 0; i < w->n; i++)
        for (size_t k = 0; k < w->features.columns; k++) {
            mpfr_t *now = column(&w->features, k) + i;
            if (k == 0) mpfr_set_ui(*now, 1, MPFR_RNDN);
            if (k == 1) mpfr_set_d(*now, x[i], MPFR_RNDN);
            if (k < 2) continue;
            mpfr_mul_d(*now, *(now - w->n), 2 * x[i], MPFR_RNDN);
            mpfr_sub(*now, *now, *(now - 2 * w->n), MPFR_RNDN);
        }
}

/* The integral of T_j T_k / 2 on [-1, 1], by T_j T_k = (T_{j+k} + T_{|j-k|}) / 2: a half of 1/(1 - (j+k)^2) +
 * 1/(1 - (j-k)^2) where j + k is even, else 0. */
static void fill_moments(struct work *w) {
    for (long j = 0; j < (long)w->moments.columns; j++)
        for (long k = j % 2; k < (long)w->moments.rows; k += 2) {
            mpfr_t *m = column(&w->moments, (size_t)j) + k;
            mpfr_set_si(*m, 1, MPFR_RNDN);
            mpfr_div_si(*m, *m, 2 * (1 - (j + k) * (j + k)), MPFR_RNDN);
            mpfr_set_si(w->scratch, 1, MPFR_RNDN);
            mpfr_div_si(w->scratch, w->scratch, 2 * (1 - (j - k) * (j - k)),
                        MPFR_RNDN);
            mpfr_add(*m, *m, w->scratch, MPFR_RNDN);
        }
}
/* <v, M v> for p entries of v, where M is that of the measure. */
static double in_measure(struct work *w, enum measure measure, size_t p,
                         mpfr_t v[]) {
    mpfr_t form;
    mpfr_init(form);
    mpfr_set_zero(form, 1);
    for (size_t j = 0; j < p; j++) {
        mpfr_set_zero(w->sum, 1);
        if (measure ==
            UNIFORM) { /* twice what stands before the diagonal, and the diagonal */
            for (size_t k = j % 2; k < j; k += 2) {
                mpfr_mul(w->scratch, column(&w->moments, j)[k], v[k],
                         MPFR_RNDN);
                mpfr_add(w->sum, w->sum, w->scratch, MPFR_RNDN);
            }
            mpfr_mul_ui(w->sum, w->sum, 2, MPFR_RNDN);
            mpfr_mul(w->scratch, column(&w->moments, j)[j], v[j], MPFR_RNDN);
            mpfr_add(w->sum, w->sum, w->scratch, MPFR_RNDN);
        } else {
            mpfr_div_ui(w->sum, v[j], j ? 2 : 1, MPFR_RNDN);
        }
        mpfr_mul(w->sum, w->sum, v[j], MPFR_RNDN);
        mpfr_add(form, form, w->sum, MPFR_RNDN);
    }
    double value = mpfr_get_d(form, MPFR_RNDN);
    mpfr_clear(form);
    return value;
}

/* sin(w x) = 2 sum_i (-1)^i J_{2i+1}(w) T_{2i+1}(x) (Jacobi and Anger). */
static void fill_target(struct work *w, const double x[]) {
    mpfr_t frequency;
    mpfr_init_set_d(frequency, target_frequency, MPFR_RNDN);
    mpfr_t *f = column(&w->vectors, TARGET),
           *c = column(&w->vectors, COEFFICIENTS);
    for (size_t i = 0; i < w->n; i++) {
        mpfr_mul_d(f[i], frequency, x[i], MPFR_RNDN);
        mpfr_sin(f[i], f[i], MPFR_RNDN);
    }
    for (size_t k = 1; k < SERIES; k += 2) {
        mpfr_jn(c[k], (long)k, frequency, MPFR_RNDN);
        mpfr_mul_si(c[k], c[k], k % 4 == 1 ? 2 : -2, MPFR_RNDN);
    }
    mpfr_clear(frequency);
}

/* One more feature (Greville 1960): A+ of (A, a) is A+ - d b' above b', where b is c / ||c||^2, or where a is in the span
 * of A, so that c = 0, A+' d / (1 + ||d||^2). */
static void add_feature(struct work *w, struct fit *fit) {
    const size_t n = w->n, p = w->p;
    mpfr_t *a = column(&w->features, p), *c = column(&w->vectors, RESIDUAL),
           *d = column(&w->vectors, REACH), *b = column(&w->vectors, ROW);
    for (size_t k = 0; k < p; k++) {
        mpfr_set_zero(d[k], 1);
        add_dot(d[k], n, column(&w->inverse, k), a, w->scratch);
    }
    for (size_t i = 0; i < n; i++) {
        mpfr_set(c[i], a[i], MPFR_RNDN);
        mpfr_set_zero(b[i], 1);
    }
    for (size_t k = 0; k < p; k++) {
        subtract_scaled(n, c, d[k], column(&w->features, k), w->scratch);
        for (size_t i = 0; i < n; i++) {
            mpfr_mul(w->scratch, d[k], column(&w->inverse, k)[i], MPFR_RNDN);
            mpfr_add(b[i], b[i], w->scratch, MPFR_RNDN);
        }
    }
    fit->reach = norm_square(w, p, d);
    fit->pull = norm_square(w, n, b);
    mpfr_set_ui(w->sum, 1, MPFR_RNDN);
    add_dot(w->sum, p, d, d, w->scratch);
    if (p < n) {
        fit->residual = norm_square(w, n, c);
        b = c;
    }
    for (size_t i = 0; i < n; i++)
        mpfr_div(column(&w->inverse, p)[i], b[i], w->sum, MPFR_RNDN);
    for (size_t k = 0; k < p; k++)
        subtract_scaled(n, column(&w->inverse, k), d[k], column(&w->inverse, p),
                        w->scratch);
    w->p++;
}

/* By entries u of the product of the first p columns of a and of b, as sum_k a_k b_k' (`outer`) or as a_j' b_k: the sum of
 * squares of u - 1 on the diagonal and u off it, or where it is not to be 1, of u minus its mirror image. */
static double departure(struct work *w, bool outer, bool from_one) {
    size_t side = outer ? w->n : w->p;
    struct table product = table_new(side, side);
    for (size_t j = 0; j < side; j++)
        for (size_t i = 0; i < side; i++) {
            mpfr_t *u = column(&product, j) + i;
            if (outer)
                for (size_t k = 0; k < w->p; k++) {
                    mpfr_mul(w->scratch, column(&w->features, k)[i],
                             column(&w->inverse, k)[j], MPFR_RNDN);
                    mpfr_add(*u, *u, w->scratch, MPFR_RNDN);
                }
            else
                add_dot(*u, w->n, column(&w->inverse, i),
                        column(&w->features, j), w->scratch);
        }
    mpfr_set_zero(w->sum, 1);
    for (size_t j = 0; j < side; j++)
        for (size_t i = 0; i < side; i++) {
            if (from_one)
                mpfr_sub_ui(w->scratch, column(&product, j)[i], i == j,
                            MPFR_RNDN);
            else
                mpfr_sub(w->scratch, column(&product, j)[i],
                         column(&product, i)[j], MPFR_RNDN);
            mpfr_sqr(w->scratch, w->scratch, MPFR_RNDN);
            mpfr_add(w->sum, w->sum, w->scratch, MPFR_RNDN);
        }
    table_free(&product);
    return sqrt(mpfr_get_d(w->sum, MPFR_RNDN));
}

/* Let X be what was computed for A+ where p >= n, AX = I + E and XA = (XA)' + F.  Then X(I + E) = XAX = A'X'X + FX: up to
 * FX - XE, X is in the range of A', in which A+ (I + E) is the only solution of A Y = I + E.  So ||X - A+|| is at most
 * ||A+|| ||E|| + ||X|| (||E|| + ||F||), and with ||A+|| <= ||X|| / (1 - ||E||) at most ||X|| (3 ||E|| + ||F||) if
 * ||E|| <= 1/2.  For p <= n the same with rows and columns exchanged.  E and F come out up to the roundings of their sums. */
static double defect(struct work *w, double size) {
    bool wide = w->p >= w->n;
    double a = 0, x = sqrt(size);
    for (size_t k = 0; k < w->p; k++)
        a += norm_square(w, w->n, column(&w->features, k));
    double terms = (double)(w->p + w->n + 2);
    double roundings =
        terms * ldexp(1, -(int)mpfr_get_default_prec()) * sqrt(a) * x;
    double e = departure(w, wide, true) + roundings,
           f = departure(w, !wide, false) + 2 * roundings;
    return e <= 0.5 ? x * (3 * e + f) * (1 + 1e-12) : INFINITY;
}

static void measure(struct work *w, struct fit *fit) {
    const size_t n = w->n, p = w->p, terms = w->moments.columns;
    struct table row = table_new(terms, 1), error = table_new(terms, 1),
                 rest = table_new(n, 1);
    mpfr_t *f = column(&w->vectors, TARGET);
    for (size_t k = 0; k < p; k++)
        fit->size += norm_square(w, n, column(&w->inverse, k));
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < p; k++)
            mpfr_set(row.at[k], column(&w->inverse, k)[i], MPFR_RNDN);
        for (enum measure m = 0; m < MEASURES; m++)
            fit->noise[m] += in_measure(w, m, p, row.at);
        mpfr_set(rest.at[i], f[i], MPFR_RNDN);
    }
    for (size_t k = 0; k < terms; k++) {
        mpfr_neg(error.at[k], column(&w->vectors, COEFFICIENTS)[k], MPFR_RNDN);
        if (k >= p) continue;
        mpfr_set_zero(row.at[k], 1);
        add_dot(row.at[k], n, column(&w->inverse, k), f, w->scratch);
        mpfr_add(error.at[k], error.at[k], row.at[k], MPFR_RNDN);
        subtract_scaled(n, rest.at, row.at[k], column(&w->features, k),
                        w->scratch);
    }
    for (enum measure m = 0; m < MEASURES; m++)
        fit->bias[m] = in_measure(w, m, terms, error.at);
    fit->train = norm_square(w, n, rest.at) / (double)n;
    table_free(&row);
    table_free(&error);
    table_free(&rest);
}

void minimum_norm_fits(size_t n, const double x[], unsigned bits, size_t count,
                       bool (*proved)(size_t p), struct fit fits[]) {
    mpfr_set_default_prec(bits); /* each thread has its own */
    size_t terms = count > SERIES ? count : SERIES,
           longest = n > terms ? n : terms;
    struct work w = {.n = n,
                     .features = table_new(n, count),
                     .inverse = table_new(n, count),
                     .moments = table_new(terms, terms),
                     .vectors = table_new(longest, VECTORS)};
    mpfr_inits(w.scratch, w.sum, (mpfr_ptr)NULL);
    fill_features(&w, x);
    fill_moments(&w);
    fill_target(&w, x);
    for (size_t p = 1; p <= count; p++) {
        struct fit *fit = &fits[p - 1];
        *fit = (struct fit){.defect = NAN};
        add_feature(&w, fit);
        measure(&w, fit);
        if (proved(p)) fit->defect = defect(&w, fit->size);
    }
    mpfr_clears(w.scratch, w.sum, (mpfr_ptr)NULL);
    table_free(&w.features);
    table_free(&w.inverse);
    table_free(&w.moments);
    table_free(&w.vectors);
}
