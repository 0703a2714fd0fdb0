/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logistic and softmax regression on data.  Of a row a with label b, with scores s_c = <a, x_c>:
 *
 *     logistic, labels y = -1 and +1:  f_i = log(1 + exp(-y s)),       grad f_i = w a,    w = -y/(1 + exp(y s))
 *     softmax, C classes:              f_i = log sum_c exp(s_c - s_b), grad f_i = (w_c a), w_c = p_c - [c = b]
 *
 * plus l2/2 ||x||^2; x is one row of n numbers, or C of them.
 *
 * Constants.  The Hessian in s is at most 1/4 (logistic), diag(p) - pp' at most 1/2 (softmax): call that c.  With R = max
 * ||a||, L = c lambda_max(A'A/m) + l2 and L_max = c R^2 + l2.  w changes by at most c times the change of s, so the noise
 * fades at most at c lambda_max(E||a||^2 a a')^(1/2), an estimate.  ||w|| <= 1, or sqrt(2), so ||grad f_i|| <= G = R, or
 * sqrt(2) R, where l2 = 0.
 *
 * f* is enclosed as in logistic_plain.c: |f'''| <= G f'' along lines, so on the ball of radius 1/G around y the Hessian is
 * at least its value at y divided by e, and f is m-strongly convex there, m = lambda_min/e, along all directions that
 * change f.  If ||grad f(y)|| < m/(2 G), the minimiser lies inside, and f* >= f(y) - ||grad f(y)||^2/(2m).  That fails where
 * a plane separates classes, and then there is no minimiser.  With l2 > 0 m = l2 does, everywhere.
 *
 * Envelope.  l2 > 0: x_{k+1} = (1 - alpha l2) x_k - alpha w a, so for alpha l2 <= 1 ||x_k|| <= max(||x_0||, G/l2).
 * Logistic, l2 = 0: as on logistic_plain.c. */
#include <gsl/gsl_math.h>
#include <stdlib.h>

#include "../verify/numbers/eigen.h"
#include "../verify/numbers/fail.h"
#include "models.h"

static bool is_softmax(const struct problem *p) {
    return p->rows > 0;
}
static size_t scores_of(const struct problem *p) {
    return is_softmax(p) ? p->rows : 1;
}
static size_t features_of(const struct problem *p) {
    return p->dim / scores_of(p);
}

enum { DIM_MAX = 256 }; /* its Hessian is decomposed */

/* What lies after the rows. */
struct parts {
    double l2, fading, longest;
};
static double *after_rows(const struct problem *p) {
    return p->data + p->components * real_stride(features_of(p) + 1);
}
static struct parts parts_of(const struct problem *p) {
    const double *at = after_rows(p);
    return (struct parts){at[0], at[1], at[2]};
}

/* The loss at scores s, and its derivatives w in them; labels may differ between lanes. */
static inline real loss_at(const struct problem *p, const real s[], real label, real w[]) {
    if (!is_softmax(p)) {
        real y = 2 * label - 1, margin = y * s[0];
        /* log(1 + exp(-z)) without overflow: max(-z, 0) + log1p(exp(-|z|)). */
        real e = real_exp(-real_abs(margin));
        w[0] = -y * real_where(margin > 0, e, real_all(1)) / (1 + e);
        return real_max(-margin, (real){0}) + real_log1p(e);
    }
    real top = s[0], sum = {0}, own = {0};
    for (size_t c = 1; c < p->rows; c++) top = real_max(top, s[c]);
    for (size_t c = 0; c < p->rows; c++) {
        w[c] = real_exp(s[c] - top);
        sum += w[c];
    }
    for (size_t c = 0; c < p->rows; c++) {
        truth is = label == real_all((double)c);
        own = real_where(is, s[c], own);
        w[c] = w[c] / sum - real_where(is, real_all(1), (real){0});
    }
    return top - own + real_log1p(sum - 1);
}

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    size_t n = features_of(p);
    double l2 = parts_of(p).l2;
    real row[FEATURES_MAX + 1], s[CLASSES_MAX], w[CLASSES_MAX];
    real_rows(p->data, n + 1, i, row);
    for (size_t c = 0; c < scores_of(p); c++) s[c] = real_dot(n, row, x + c * n);
    loss_at(p, s, row[n], w);
    for (size_t c = 0; c < scores_of(p); c++)
        for (size_t j = 0; j < n; j++) g[c * n + j] = w[c] * row[j] + l2 * x[c * n + j];
}

/* The sum of a function of the rows, in blocks; gradient may be NULL. */
struct row_sums {
    real loss, square, along; /* of f_i, ||w||^2 ||a||^2 and <w, s> */
};
static struct row_sums sum_rows(const struct problem *p, const real x[], real gradient[]) {
    size_t n = features_of(p), k = scores_of(p), m = p->components;
    struct row_sums total = {0}, block = {0};
    real *slope = gradient ? allocate(p->dim, sizeof *slope) : NULL, s[CLASSES_MAX], w[CLASSES_MAX];
    for (size_t e = 0; gradient && e < p->dim; e++) gradient[e] = (real){0};
    for (size_t i = 0; i < m; i++) {
        const double *a = p->data + i * real_stride(n + 1);
        double length2 = 0;
        for (size_t j = 0; j < n; j++) length2 += a[j] * a[j];
        for (size_t c = 0; c < k; c++) {
            s[c] = (real){0};
            for (size_t j = 0; j < n; j++) s[c] += a[j] * x[c * n + j];
        }
        block.loss += loss_at(p, s, real_all(a[n]), w);
        block.square += length2 * real_dot(k, w, w);
        block.along += real_dot(k, w, s);
        for (size_t c = 0; gradient && c < k; c++)
            for (size_t j = 0; j < n; j++) slope[c * n + j] += w[c] * a[j];
        if ((i + 1) % ROWS_PER_BLOCK && i + 1 < m) continue;
        total.loss += block.loss / (double)m;
        total.square += block.square / (double)m;
        total.along += block.along / (double)m;
        block = (struct row_sums){0};
        for (size_t e = 0; gradient && e < p->dim; e++) {
            gradient[e] += slope[e] / (double)m;
            slope[e] = (real){0};
        }
    }
    free(slope);
    return total;
}

static real value(const struct problem *p, const real x[], real gradient[]) {
    double l2 = parts_of(p).l2;
    real loss = sum_rows(p, x, gradient).loss;
    for (size_t e = 0; gradient && e < p->dim; e++) gradient[e] += l2 * x[e];
    return loss + l2 / 2 * real_dot(p->dim, x, x);
}

/* ||w a + l2 x||^2 in the mean. */
static real square(const struct problem *p, const real x[]) {
    double l2 = parts_of(p).l2;
    struct row_sums sums = sum_rows(p, x, NULL);
    return sums.square + 2 * l2 * sums.along + l2 * l2 * real_dot(p->dim, x, x);
}

static double fading(const struct problem *p) {
    return parts_of(p).fading;
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    struct parts t = parts_of(p);
    double length = t.longest * (is_softmax(p) ? M_SQRT2 : 1), star = problem_distance(p), reach; /* x_0 = 0 */
    if (t.l2 > 0 && alpha * t.l2 <= 1)
        reach = length / t.l2;
    else if (!(t.l2 > 0) && !is_softmax(p))
        reach = sqrt((double)steps * alpha * (0.557 + alpha * gsl_pow_2(t.longest)));
    else
        return (struct envelope){0};
    double radius = (reach + star) * (1 + 1e-12), gap = p->L / 2 * radius * radius,
           moment = gsl_pow_2(t.l2 * (radius + star) + length);
    if (!(t.l2 > 0)) gap = fmin(gap, length * radius);
    return (struct envelope){radius, gap, moment, moment};
}

/* The Hessian at x from probabilities, dim x dim; x is the same in all lanes. */
static void curvature(const struct problem *p, const real x[], double h[]) {
    size_t n = features_of(p), k = scores_of(p), m = p->components, d = p->dim;
    double *block = allocate(d * d, sizeof *block), s[CLASSES_MAX], q[CLASSES_MAX];
    memset(h, 0, d * d * sizeof *h);
    for (size_t i = 0; i < m; i++) {
        const double *a = p->data + i * real_stride(n + 1);
        double top = -INFINITY, sum = 0;
        for (size_t c = 0; c < k; c++) {
            s[c] = 0;
            for (size_t j = 0; j < n; j++) s[c] += a[j] * x[c * n + j][0];
            top = fmax(top, s[c]);
        }
        for (size_t c = 0; c < k; c++) sum += q[c] = exp(s[c] - top);
        for (size_t c = 0; c < k; c++) q[c] = is_softmax(p) ? q[c] / sum : 1 / (1 + exp(-s[c]));
        for (size_t c = 0; c < k; c++)
            for (size_t b = 0; b <= c; b++) {
                double weight = q[c] * ((b == c) - q[b]) / (double)m;
                for (size_t r = 0; r < n; r++)
                    for (size_t j = 0; j < n; j++) block[(c * n + r) * d + b * n + j] += weight * a[r] * a[j];
            }
        if ((i + 1) % ROWS_PER_BLOCK && i + 1 < m) continue;
        for (size_t e = 0; e < d * d; e++) h[e] += block[e];
        memset(block, 0, d * d * sizeof *block);
    }
    for (size_t r = 0; r < d; r++) {
        for (size_t j = r + 1; j < d; j++) h[r * d + j] = h[j * d + r];
        h[r * d + r] += parts_of(p).l2;
    }
    free(block);
}

/* Newton's method from 0. */
struct newton {
    size_t flat; /* so many directions do not change f */
    real *x, *gradient, *next;
    double f, *values, *vectors, *h;
};

static void look_here(const struct problem *p, struct newton *w) {
    w->f = value(p, w->x, w->gradient)[0];
    curvature(p, w->x, w->h);
    eigen_system(p->dim, w->h, w->values, w->vectors);
}

/* next = x - scale H^-1 grad f(x); what a quadratic would lose by the whole step. */
static double step_to_next(const struct problem *p, struct newton *w, double scale) {
    size_t d = p->dim;
    double loss = 0;
    memcpy(w->next, w->x, d * sizeof *w->next);
    for (size_t e = w->flat; e < d; e++) {
        double along = 0;
        for (size_t j = 0; j < d; j++) along += w->vectors[j * d + e] * w->gradient[j][0];
        for (size_t j = 0; j < d; j++) w->next[j] -= scale * along / w->values[e] * w->vectors[j * d + e];
        loss += along * along / (2 * w->values[e]);
    }
    return loss;
}

/* Steps are halved until f falls; once little is left the whole one is the last.  Whether there was such an end. */
static bool descend(const struct problem *p, struct newton *w) {
    enum { ITERATIONS = 60, HALVINGS = 30 };
    static const double little = 1e-9;
    bool falls = w->flat < p->dim;
    for (int i = 0; i < ITERATIONS && falls; i++) {
        look_here(p, w);
        if (!(w->values[w->flat] > 0)) return false;
        double scale = 1, loss = step_to_next(p, w, scale);
        if (loss <= little * w->f) {
            memcpy(w->x, w->next, p->dim * sizeof *w->x);
            look_here(p, w);
            return true;
        }
        falls = value(p, w->next, NULL)[0] < w->f;
        for (int halving = 0; halving < HALVINGS && !falls; halving++) {
            step_to_next(p, w, scale /= 2);
            falls = value(p, w->next, NULL)[0] < w->f;
        }
        memcpy(w->x, w->next, p->dim * sizeof *w->x);
    }
    return false;
}

/* x_star, and what encloses f*; false if nothing does. */
static bool minimise(struct problem *p, size_t flat) {
    size_t d = p->dim;
    struct parts t = parts_of(p);
    struct newton w = {
        .flat = flat, .x = allocate(3 * d, sizeof(real)), .values = allocate(d + 2 * d * d, sizeof(double))};
    w.gradient = w.x + d;
    w.next = w.gradient + d;
    w.vectors = w.values + d;
    w.h = w.vectors + d * d;
    bool arrived = descend(p, &w);
    double length = t.longest * (is_softmax(p) ? M_SQRT2 : 1),
           m = t.l2 > 0 ? t.l2 : w.values[flat < d ? flat : 0] / M_E;
    /* Each term w a of the gradient is at most `length`, so their sum is off by no more than that. */
    double slope = sqrt(real_dot(d, w.gradient, w.gradient)[0]) + p->roundings * DBL_EPSILON * length;
    double rounding = p->roundings * DBL_EPSILON * w.f;
    for (size_t j = 0; j < d; j++) p->x_star[j] = w.x[j][0];
    p->f_star_high = w.f + rounding;
    p->f_star_low = fmax(0, w.f - slope * slope / (2 * m) - rounding);
    free(w.x);
    free(w.values);
    return arrived && m > 0 && (t.l2 > 0 || slope < m / (2 * length));
}

static struct problem *fit_scores(struct dataset *s, size_t scores, double l2, size_t *rank, const char **objection) {
    size_t n = s->features;
    bool softmax = scores > 1;
    if (scores * n > DIM_MAX) {
        *objection = "there are more than 256 products of a feature and a class";
        return NULL;
    }
    struct problem *p = dataset_problem(s, scores * n, 3);
    p->rows = softmax ? scores : 0;
    p->value = value;
    p->component = component;
    p->square = square;
    p->fading = fading;
    p->envelope = envelope;
    p->about_0 = true;
    double *gram = allocate(n * n + n, sizeof *gram), *values = gram + n * n, curved = softmax ? 0.5 : 0.25, trace = 0;
    dataset_moments(s, 2, gram);
    dataset_rank(s, gram, values);
    double *at = after_rows(p), error = (p->roundings + 8 * (double)n) * DBL_EPSILON;
    at[0] = l2;
    at[1] = curved * sqrt(values[n - 1]) * (1 + 1e-6);
    at[2] = dataset_longest(s);
    dataset_moments(s, 0, gram);
    for (size_t j = 0; j < n; j++) trace += gram[j * n + j];
    *rank = dataset_rank(s, gram, values);
    p->L = (curved * (values[n - 1] + error * trace) + l2) * (1 + 1e-12);
    p->mu = l2;
    p->L_max = (curved * at[2] * at[2] + l2) * (1 + 1e-12);
    p->lipschitz = l2 > 0 ? 0 : at[2] * (softmax ? M_SQRT2 : 1);
    /* L and L_max are met at 0, where all classes are as probable: with more than two they are less there. */
    p->estimates = ESTIMATES_FADING | (scores > 2 ? ESTIMATES_L | ESTIMATES_L_MAX : 0);
    /* Softmax does not change when all x_c are moved alike. */
    if (!softmax && l2 > 0) p->estimates |= ESTIMATES_MU;
    free(gram);
    size_t steep = l2 > 0 ? p->dim : (softmax ? scores - 1 : 1) * *rank;
    if (*rank == 0)
        *objection = "all features are 0";
    else if (!minimise(p, p->dim - steep))
        *objection =
            "no minimiser of f could be certified: a plane separates classes, or nearly so, and f falls for ever; "
            "--l2 0.001 makes one";
    if (!*objection) return p;
    problem_free(p);
    return NULL;
}

struct problem *fit_logistic(struct dataset *s, double l2, size_t *rank, const char **objection) {
    struct problem *p = fit_scores(s, 1, l2, rank, objection);
    if (!p) return NULL;
    p->id = "logistic";
    p->title[0] = "logistic regression on data";
    p->title[1] = "логистическая регрессия на данных";
    return p;
}

struct problem *fit_softmax(struct dataset *s, double l2, size_t *rank, const char **objection) {
    struct problem *p = fit_scores(s, s->classes, l2, rank, objection);
    if (!p) return NULL;
    p->id = "softmax";
    p->title[0] = "softmax regression on data";
    p->title[1] = "softmax-регрессия на данных";
    return p;
}
