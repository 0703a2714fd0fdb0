/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "series.h"

#include <float.h>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_math.h>
#include <stdlib.h>

#include "../models/trajectory.h"
#include "../numbers/compare.h"
#include "../numbers/eigen.h"
#include "../numbers/fail.h"

static const double unit = DBL_EPSILON / 2; /* the largest relative error of one rounding */

/* The largest eigenvalue of a symmetric matrix. */
static double largest_eigenvalue(const gsl_matrix *symmetric) {
    double least, largest;
    eigen_extremes(symmetric->size1, symmetric->data, &least, &largest); /* made whole, so its rows are adjacent */
    return largest;
}

static double frobenius(const gsl_matrix *a) {
    double sum = 0;
    for (size_t i = 0; i < a->size1; i++)
        for (size_t j = 0; j < a->size2; j++) sum += gsl_pow_2(gsl_matrix_get(a, i, j));
    return sqrt(sum);
}

/* The affine maps of a quadratic problem and a linear method, at iteration k. */
struct lifted {
    size_t dim, size; /* of x; of z without its 1 */
    size_t components;
    gsl_matrix **step;     /* B_i, (size + 1) square */
    gsl_matrix **gradient; /* grad f_i = G_i (x - x*, 1), dim by dim + 1 */
};

/* One outcome in each lane, the first of them in lane 0; the last again where there are no more. */
static whole outcomes_from(const struct lifted *b, size_t first) {
    whole outcome = whole_numbered() + first;
    return whole_where((truth)(outcome < b->components), outcome, whole_all(b->components - 1));
}

/* Fill column `column` of all B_i and G_i from a step that starts at z = e_column, or z = 0 for the last. */
static void probe(struct lifted *b, struct trajectory *t, size_t k, size_t column) {
    const struct problem *p = t->problem;
    for (size_t first = 0; first < b->components; first += LANES) {
        trajectory_restart(t);
        t->problem->now = t->k = k;
        for (size_t j = 0; j < b->dim; j++) t->x[j] = real_all(p->x_star[j] + (column == j));
        for (size_t j = b->dim; j < b->size; j++) t->state[j - b->dim] = real_all(column == j);
        trajectory_step(t, outcomes_from(b, first));
        for (unsigned l = 0; l < LANES && first + l < b->components; l++) {
            gsl_matrix *step = b->step[first + l], *gradient = b->gradient[first + l];
            for (size_t j = 0; j < b->dim; j++) gsl_matrix_set(step, j, column, t->x[j][l] - p->x_star[j]);
            for (size_t j = b->dim; j < b->size; j++) gsl_matrix_set(step, j, column, t->state[j - b->dim][l]);
            if (column < b->dim)
                for (size_t j = 0; j < b->dim; j++) gsl_matrix_set(gradient, j, column, t->gradient[j][l]);
            if (column == b->size)
                for (size_t j = 0; j < b->dim; j++) gsl_matrix_set(gradient, j, b->dim, t->gradient[j][l]);
        }
    }
}

static void read_off(struct lifted *b, struct trajectory *t, size_t k) {
    for (size_t column = 0; column <= b->size; column++) probe(b, t, k, column);
    /* A step from e_c gives B e_c plus the constant column: take that off. */
    for (size_t i = 0; i < b->components; i++) {
        for (size_t row = 0; row < b->size; row++)
            for (size_t c = 0; c < b->size; c++)
                *gsl_matrix_ptr(b->step[i], row, c) -= gsl_matrix_get(b->step[i], row, b->size);
        for (size_t row = 0; row < b->dim; row++)
            for (size_t c = 0; c < b->dim; c++)
                *gsl_matrix_ptr(b->gradient[i], row, c) -= gsl_matrix_get(b->gradient[i], row, b->dim);
        gsl_matrix_set(b->step[i], b->size, b->size, 1);
    }
}

/* Whether lane l of a step from z, with outcome i, has led where B_i says, up to errors of numbers of that size. */
static bool leads_where_said(const struct lifted *b, const struct trajectory *t, size_t i, unsigned l, const double z[],
                             double size, double tolerance) {
    const gsl_matrix *step = b->step[i];
    bool agrees = true;
    for (size_t row = 0; row < b->size; row++) {
        double said = gsl_matrix_get(step, row, b->size), terms = fabs(said) + size;
        for (size_t c = 0; c < b->size; c++) {
            said += gsl_matrix_get(step, row, c) * z[c];
            terms += fabs(gsl_matrix_get(step, row, c) * z[c]);
        }
        double is = row < b->dim ? t->x[row][l] - t->problem->x_star[row] : t->state[row - b->dim][l];
        agrees &= fabs(is - said) <= tolerance * terms;
    }
    return agrees;
}

/* Whether a step really is affine: from one irregular state, far and near, it must lead where B says. */
static bool is_affine(const struct lifted *b, struct trajectory *t, size_t k, double tolerance) {
    double *z = allocate(b->size, sizeof *z);
    bool affine = true;
    for (double scale = 1; affine && scale < 1e5; scale *= 1e4) {
        double size = scale;
        for (size_t j = 0; j < b->size; j++) z[j] = scale * sin(1.0 + (double)j);
        for (size_t j = 0; j < b->dim; j++) size = larger(size, fabs(t->problem->x_star[j]));
        for (size_t first = 0; first < b->components; first += LANES) {
            trajectory_restart(t);
            t->problem->now = t->k = k;
            for (size_t j = 0; j < b->dim; j++) t->x[j] = real_all(t->problem->x_star[j] + z[j]);
            for (size_t j = b->dim; j < b->size; j++) t->state[j - b->dim] = real_all(z[j]);
            trajectory_step(t, outcomes_from(b, first));
            for (unsigned l = 0; l < LANES && first + l < b->components; l++)
                affine &= leads_where_said(b, t, first + l, l, z, size, tolerance);
        }
    }
    free(z);
    return affine;
}

/* How a rounding error is carried by the map Z -> sum p_i B_i Z B_i'. */
struct propagation {
    double square;   /* norm of E[A_i A_i']: growth of an error in the second moments */
    double mean;     /* norm of E[A_i]: growth of an error in the means */
    double coupling; /* from an error in the means into the second moments */
    double local;    /* E[||B_i||^2] */
    /* E[(||A_i|| + 1)^2], E[(||A_i|| + 1) c_i], E[c_i^2] and E[||A_i|| + 1], E[c_i], where c_i is the norm of the
     * constant column plus the size of x*, which reading it off may have rounded. */
    double a2, ac, c2, a, c;
    double lifted; /* norm of E[B_i]: growth of an error in the moments of z with a sum of earlier ones */
};

/* E[B_i]. */
static gsl_matrix *mean_map(const struct lifted *b) {
    gsl_matrix *mean = gsl_matrix_calloc(b->size + 1, b->size + 1);
    for (size_t i = 0; i < b->components; i++)
        for (size_t r = 0; r <= b->size; r++)
            for (size_t c = 0; c <= b->size; c++)
                *gsl_matrix_ptr(mean, r, c) += gsl_matrix_get(b->step[i], r, c) / (double)b->components;
    return mean;
}

static struct propagation propagation_of(const struct lifted *b, double x_star, gsl_matrix *mean) {
    struct propagation out = {0};
    double weight = 1.0 / (double)b->components;
    gsl_matrix *square = gsl_matrix_calloc(b->size, b->size), *difference = gsl_matrix_alloc(b->size, b->size);
    gsl_vector *mean_column = gsl_vector_calloc(b->size);
    gsl_matrix_set_zero(mean);
    for (size_t i = 0; i < b->components; i++) {
        gsl_matrix_const_view a = gsl_matrix_const_submatrix(b->step[i], 0, 0, b->size, b->size);
        gsl_blas_dgemm(CblasNoTrans, CblasTrans, weight, &a.matrix, &a.matrix, 1, square);
        for (size_t r = 0; r < b->size; r++) {
            *gsl_vector_ptr(mean_column, r) += weight * gsl_matrix_get(b->step[i], r, b->size);
            for (size_t q = 0; q < b->size; q++)
                *gsl_matrix_ptr(mean, r, q) += weight * gsl_matrix_get(&a.matrix, r, q);
        }
    }
    /* E[A_i e c_i'] = E[(A_i - E A_i) e c_i'] + E[A_i] e E[c_i]'. */
    out.coupling = frobenius(mean) * gsl_blas_dnrm2(mean_column);
    for (size_t i = 0; i < b->components; i++) {
        gsl_matrix_const_view a = gsl_matrix_const_submatrix(b->step[i], 0, 0, b->size, b->size);
        gsl_vector_const_view column = gsl_matrix_const_column(b->step[i], b->size);
        gsl_vector_const_view c = gsl_vector_const_subvector(&column.vector, 0, b->size);
        double constant = gsl_blas_dnrm2(&c.vector), linear = frobenius(&a.matrix) + 1;
        gsl_matrix_memcpy(difference, &a.matrix);
        gsl_matrix_sub(difference, mean);
        out.coupling += weight * frobenius(difference) * constant;
        out.local += weight * gsl_pow_2(frobenius(b->step[i]));
        out.a += weight * linear;
        out.c += weight * (constant + x_star);
        out.a2 += weight * linear * linear;
        out.ac += weight * linear * (constant + x_star);
        out.c2 += weight * gsl_pow_2(constant + x_star);
    }
    out.square = largest_eigenvalue(square);
    gsl_blas_dgemm(CblasNoTrans, CblasTrans, 1, mean, mean, 0, square);
    out.mean = sqrt(largest_eigenvalue(square));
    gsl_vector_free(mean_column);
    gsl_matrix *whole_mean = mean_map(b), *product = gsl_matrix_alloc(b->size + 1, b->size + 1);
    gsl_blas_dgemm(CblasNoTrans, CblasTrans, 1, whole_mean, whole_mean, 0, product);
    out.lifted = sqrt(largest_eigenvalue(product));
    gsl_matrix_free(product);
    gsl_matrix_free(whole_mean);
    gsl_matrix_free(square);
    gsl_matrix_free(difference);
    return out;
}

/* The rounding error of the second moments as a matrix: -E <= error <= E in the order of symmetric matrices, which
 * the map preserves, so that E moves on as Z does.  Where one step may expand (momentum: its matrix is not normal,
 * and two steps contract though one does not) this is far smaller than powers of one step's norm, and it works for
 * steps that change.  The means' error e has its own: e e' <= M, where (A e + l)(A e + l)' <= (1 + h) A e e' A' +
 * (1 + 1/h) l l' for any h > 0. */
struct tracked {
    gsl_matrix *square, *mean; /* E and M */
    gsl_matrix *next, *half;
};

static struct tracked tracked_new(size_t size) {
    return (struct tracked){gsl_matrix_calloc(size, size), gsl_matrix_calloc(size, size), gsl_matrix_alloc(size, size),
                            gsl_matrix_alloc(size, size)};
}

static void tracked_free(struct tracked *t) {
    gsl_matrix_free(t->square);
    gsl_matrix_free(t->mean);
    gsl_matrix_free(t->next);
    gsl_matrix_free(t->half);
}

static void add_to_diagonal(gsl_matrix *a, double number) {
    for (size_t j = 0; j < a->size1; j++) *gsl_matrix_ptr(a, j, j) += number;
}

static void track(struct tracked *t, const struct lifted *b, const struct propagation *carry, const gsl_matrix *mean,
                  double gamma, double trace, size_t steps) {
    double weight = 1.0 / (double)b->components, slowly = 1 / (double)(steps + 1), root = sqrt(trace);
    /* |z z'| <= d d' with d the roots of the diagonal, so a product's sums are at most (||A|| |d| + |c|)^2; twice
     * that leaves room for the roundings of E itself. */
    double local = 2 * gamma * (carry->a2 * trace + 2 * carry->ac * root + carry->c2);
    double local_mean = 2 * gamma * (carry->a * root + carry->c);
    double mean_error = sqrt(frobenius(t->mean));
    gsl_matrix_set_zero(t->next);
    for (size_t i = 0; i < b->components; i++) {
        gsl_matrix_const_view a = gsl_matrix_const_submatrix(b->step[i], 0, 0, b->size, b->size);
        gsl_blas_dgemm(CblasNoTrans, CblasNoTrans, 1, &a.matrix, t->square, 0, t->half);
        gsl_blas_dgemm(CblasNoTrans, CblasTrans, weight, t->half, &a.matrix, 1, t->next);
    }
    add_to_diagonal(t->next, local + 2 * carry->coupling * mean_error);
    gsl_matrix_memcpy(t->square, t->next);
    gsl_blas_dgemm(CblasNoTrans, CblasNoTrans, 1 + slowly, mean, t->mean, 0, t->half);
    gsl_blas_dgemm(CblasNoTrans, CblasTrans, 1, t->half, mean, 0, t->mean);
    add_to_diagonal(t->mean, (1 + 1 / slowly) * local_mean * local_mean);
}

/* tr(A Z) over the leading part of Z that A covers, reading the 1 of z as A's last row and column. */
static double trace_against(const gsl_matrix *a, const gsl_matrix *z, size_t dim) {
    double sum = 0;
    size_t last = z->size1 - 1;
    for (size_t i = 0; i < a->size1; i++)
        for (size_t j = 0; j < a->size2; j++)
            sum += gsl_matrix_get(a, i, j) * gsl_matrix_get(z, i < dim ? i : last, j < dim ? j : last);
    return sum;
}

/* The sum of the first `size` diagonal entries: of a matrix Z without its 1. */
static double trace_of(const gsl_matrix *z, size_t size) {
    double sum = 0;
    for (size_t j = 0; j < size; j++) sum += gsl_matrix_get(z, j, j);
    return sum;
}

/* Moments of S_k = sum over t < k of alpha_t (x_t - x*), for averages.  With z as above, and since the index
 * drawn at k knows nothing of S_k, E[S z'] -> (E[S z'] + alpha E[(x - x*) z']) E[B_i]' and
 * E[S S'] -> E[S S'] + alpha (E[S (x - x*)'] + its transpose) + alpha^2 E[(x - x*)(x - x*)']. */
struct summed {
    gsl_matrix *square, *cross, *half; /* E[S S'], dim square; E[S z'], dim by size + 1; scratch like it */
    double square_error, cross_error;
    double weight; /* the sum of alpha_t */
};

static struct summed summed_new(const struct lifted *b) {
    return (struct summed){.square = gsl_matrix_calloc(b->dim, b->dim),
                           .cross = gsl_matrix_calloc(b->dim, b->size + 1),
                           .half = gsl_matrix_calloc(b->dim, b->size + 1)};
}

static void summed_free(struct summed *s) {
    gsl_matrix_free(s->square);
    gsl_matrix_free(s->cross);
    gsl_matrix_free(s->half);
}

/* Take in x_k, whose second moments z err by z_error at most, and move on to k + 1. */
static void summed_advance(struct summed *s, const struct lifted *b, const gsl_matrix *z, double z_error, double alpha,
                           const struct propagation *carry, double gamma) {
    gsl_matrix_const_view rows = gsl_matrix_const_submatrix(z, 0, 0, b->dim, b->size + 1);
    double z_size = frobenius(&rows.matrix);
    double size = frobenius(s->square) + 2 * alpha * frobenius(s->cross) + alpha * alpha * z_size;
    s->square_error += 2 * alpha * s->cross_error + alpha * alpha * z_error + 8 * unit * size;
    for (size_t r = 0; r < b->dim; r++)
        for (size_t c = 0; c < b->dim; c++)
            *gsl_matrix_ptr(s->square, r, c) +=
                alpha * (gsl_matrix_get(s->cross, r, c) + gsl_matrix_get(s->cross, c, r)) +
                alpha * alpha * gsl_matrix_get(z, r, c);
    gsl_matrix *mean = mean_map(b);
    for (size_t r = 0; r < b->dim; r++)
        for (size_t c = 0; c <= b->size; c++)
            gsl_matrix_set(s->half, r, c, gsl_matrix_get(s->cross, r, c) + alpha * gsl_matrix_get(z, r, c));
    size = (frobenius(s->cross) + alpha * z_size) * frobenius(mean);
    gsl_blas_dgemm(CblasNoTrans, CblasTrans, 1, s->half, mean, 0, s->cross);
    s->cross_error = carry->lifted * (s->cross_error + alpha * z_error) + gamma * size;
    s->weight += alpha;
    gsl_matrix_free(mean);
}

/* E f - f* = tr(H Z)/2 and E||grad f_i||^2 = tr(Q Z), with h the mean Hessian H and q the matrix Q = E[G_i' G_i]. */
static void moments_of(const struct lifted *b, gsl_matrix *h, gsl_matrix *q) {
    double weight = 1.0 / (double)b->components;
    gsl_matrix_set_zero(h);
    gsl_matrix_set_zero(q);
    for (size_t i = 0; i < b->components; i++) {
        for (size_t r = 0; r < b->dim; r++)
            for (size_t c = 0; c < b->dim; c++)
                *gsl_matrix_ptr(h, r, c) += weight * gsl_matrix_get(b->gradient[i], r, c);
        gsl_blas_dgemm(CblasTrans, CblasNoTrans, weight, b->gradient[i], b->gradient[i], 1, q);
    }
}

static const char *by_second_moment(const struct problem *p, const struct method *m, const struct settings *s,
                                    struct series *out) {
    if (!p->quadratic) return "the problem is not quadratic";
    if (p->lacks & LACKS_UNBIASEDNESS) return "f is read off the oracle, which is biased";
    if (box_closed(p->domain)) return "a projection is not affine";
    if (m->matrices) return "the method is not affine";
    if (p->weight || (p->draw && !p->second_order)) return "its oracle is not a uniform draw of one component";
    struct lifted b = {.dim = p->dim, .size = p->dim * (1 + m->vectors), .components = p->components};
    b.step = allocate(b.components, sizeof *b.step);
    b.gradient = allocate(b.components, sizeof *b.gradient);
    for (size_t i = 0; i < b.components; i++) {
        b.step[i] = gsl_matrix_calloc(b.size + 1, b.size + 1);
        b.gradient[i] = gsl_matrix_calloc(b.dim, b.dim + 1);
    }
    struct trajectory t = trajectory_new(p, m, s);
    read_off(&b, &t, 0);
    const double tolerance = 1e3 * unit * (p->roundings + 2 * (double)b.size);
    bool affine = is_affine(&b, &t, 0, tolerance);

    double weight = 1.0 / (double)b.components;
    gsl_matrix *h = gsl_matrix_calloc(b.dim, b.dim), *q = gsl_matrix_calloc(b.dim + 1, b.dim + 1);
    moments_of(&b, h, q);

    gsl_matrix *z = gsl_matrix_calloc(b.size + 1, b.size + 1), *next = gsl_matrix_calloc(b.size + 1, b.size + 1);
    gsl_matrix *half = gsl_matrix_calloc(b.size + 1, b.size + 1);
    gsl_vector *start = gsl_vector_calloc(b.size + 1);
    for (size_t j = 0; j < b.dim; j++) gsl_vector_set(start, j, p->x_0[j] - p->x_star[j]);
    gsl_vector_set(start, b.size, 1);
    gsl_blas_dger(1, start, start, z);

    double size = (double)b.size, x_star = 0;
    for (size_t j = 0; j < b.dim; j++) x_star = larger(x_star, fabs(p->x_star[j]));
    gsl_matrix *mean = gsl_matrix_calloc(b.size, b.size);
    struct propagation carry = propagation_of(&b, x_star, mean);
    /* Below 1 + 1/steps powers of one step's norm stay below e. */
    bool expands = carry.square > 1 + 1 / (double)(out->steps + 1);
    struct summed sum = summed_new(&b);
    /* Reading B off costs a few roundings of numbers as large as x* + 1; each application of the map
     * sums 2 (size + 1) products and then `components` terms. */
    double gamma = unit * (2 * size + (double)b.components + 8 * larger(1, x_star) * (p->roundings + 4));
    double square_error = gamma * frobenius(z), mean_error = gamma * sqrt(frobenius(z));
    struct tracked errors = tracked_new(b.size);
    add_to_diagonal(errors.square, gamma * trace_of(z, b.size));
    add_to_diagonal(errors.mean, gamma * gamma * trace_of(z, b.size));
    for (size_t k = 0;; k++) {
        /* The maps change with the step size, and with k itself if the oracle looks at it. */
        if (k > 0 && affine && (step_size(s, k) != step_size(s, k - 1) || !is_affine(&b, &t, k, tolerance))) {
            read_off(&b, &t, k);
            moments_of(&b, h, q);
            affine = is_affine(&b, &t, k, tolerance);
            carry = propagation_of(&b, x_star, mean);
        }
        double trace = trace_of(z, b.size);
        out->gap[k] = trace_against(h, z, b.dim) / 2;
        out->moment[k] = trace_against(q, z, b.dim);
        if (expands) {
            /* H and E are positive semidefinite: |tr(H error)| <= tr(H E). */
            out->gap_error[k] = trace_against(h, errors.square, b.dim) / 2 + gamma * frobenius(h) * trace;
            out->moment_error[k] = frobenius(q) * (sqrt(size) * frobenius(errors.square) +
                                                   2 * sqrt(frobenius(errors.mean)) + 2 * gamma * (trace + 1));
        } else {
            out->gap_error[k] = frobenius(h) * (sqrt(size) * square_error / 2 + gamma * frobenius(z));
            out->moment_error[k] =
                frobenius(q) * (sqrt(size + 1) * (square_error + 2 * mean_error) + 2 * gamma * frobenius(z));
        }
        if (m->vectors) { /* errors are bounded for z alone then */
            out->average_gap[k] = out->average_error[k] = NAN;
        } else if (k == 0) {
            out->average_gap[k] = out->gap[k];
            out->average_error[k] = out->gap_error[k];
        } else {
            double square = sum.weight * sum.weight;
            out->average_gap[k] = trace_against(h, sum.square, b.dim) / (2 * square);
            out->average_error[k] =
                frobenius(h) * (sqrt(size) * sum.square_error / 2 + gamma * frobenius(sum.square)) / square +
                4 * (double)k * unit * out->average_gap[k];
        }
        if (k == out->steps || !affine) break;
        double z_error =
            expands ? frobenius(errors.square) + 2 * sqrt(frobenius(errors.mean)) : square_error + 2 * mean_error;
        if (!m->vectors) summed_advance(&sum, &b, z, z_error, step_size(s, k), &carry, gamma);
        if (expands) {
            track(&errors, &b, &carry, mean, gamma, trace, out->steps);
        } else {
            double local = gamma * carry.local * frobenius(z);
            square_error = carry.square * square_error + 2 * carry.coupling * mean_error + local;
            mean_error = carry.mean * mean_error + local;
        }
        gsl_matrix_set_zero(next);
        for (size_t i = 0; i < b.components; i++) {
            gsl_blas_dgemm(CblasNoTrans, CblasNoTrans, 1, b.step[i], z, 0, half);
            gsl_blas_dgemm(CblasNoTrans, CblasTrans, weight, half, b.step[i], 1, next);
        }
        gsl_matrix_memcpy(z, next);
    }

    tracked_free(&errors);
    gsl_matrix_free(mean);
    summed_free(&sum);
    gsl_vector_free(start);
    gsl_matrix_free(half);
    gsl_matrix_free(next);
    gsl_matrix_free(z);
    gsl_matrix_free(q);
    gsl_matrix_free(h);
    trajectory_free(&t);
    for (size_t i = 0; i < b.components; i++) {
        gsl_matrix_free(b.step[i]);
        gsl_matrix_free(b.gradient[i]);
    }
    free(b.step);
    free(b.gradient);
    return affine ? NULL : "the method's step is not affine";
}

static const char *compute(const struct problem *p, const struct method *m, const struct settings *s, size_t steps,
                           struct series *out) {
    *out = series_new(steps);
    const char *trouble = by_second_moment(p, m, s, out);
    if (trouble) series_free(out);
    return trouble;
}

const struct exact second_moment_recursion = {"second moment", compute};
