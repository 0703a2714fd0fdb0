/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exact.h"

#include <float.h>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_math.h>
#include <stdlib.h>

#include "eigen.h"
#include "fail.h"
#include "trajectory.h"

static const double unit = DBL_EPSILON / 2; /* the largest relative error of one rounding */

static struct series series_new(size_t steps) {
    return (struct series){
        .steps = steps,
        .gap = allocate(steps + 1, sizeof(double)),
        .gap_error = allocate(steps + 1, sizeof(double)),
        .moment = allocate(steps + 1, sizeof(double)),
        .moment_error = allocate(steps + 1, sizeof(double)),
        .average_gap = allocate(steps + 1, sizeof(double)),
        .average_error = allocate(steps + 1, sizeof(double)),
    };
}

void series_free(struct series *s) {
    free(s->gap);
    free(s->gap_error);
    free(s->moment);
    free(s->moment_error);
    free(s->average_gap);
    free(s->average_error);
    *s = (struct series){0};
}

static double lanes_sum(real a) {
    double sum = 0;
    for (int l = 0; l < LANES; l++) sum += a[l];
    return sum;
}

/* 0, 1, ..., LANES - 1. */
static whole lanes_numbered(void) {
    whole number = {0};
    for (unsigned l = 0; l < LANES; l++) number[l] = l;
    return number;
}

/* ---- all paths ---- */

static const char *by_paths(const struct problem *p, const struct method *m, const struct settings *s,
                            struct series *out) {
    const size_t most = (size_t)1 << 22;
    size_t paths = 1;
    for (size_t k = 0; k < out->steps && p->components > 1; k++)
        if ((paths *= p->components) > most) return "there are more than 2^22 paths";

    if (p->draw) return "its oracle is not a draw of one outcome";
    struct trajectory t = trajectory_new(p, m, s);
    real *sum = allocate(p->dim, sizeof(real)), *average = allocate(p->dim, sizeof(real));
    for (size_t first = 0; first < paths; first += LANES) {
        whole path = lanes_numbered() + first;
        real weight = real_where((truth)(path < paths), real_all(1), real_all(0));
        double weight_sum = 0;
        trajectory_restart(&t);
        memset(sum, 0, p->dim * sizeof(real));
        for (size_t k = 0;; k++) {
            for (size_t j = 0; j < p->dim; j++) average[j] = k ? sum[j] / weight_sum : t.x[j];
            real f = p->value(p, t.x, NULL), second = second_moment(t.problem, t.x, t.scratch);
            real f_average = p->value(p, average, NULL);
            /* The value's own roundings, two for each step that led to x_k and for each weight, and the sum's. */
            double relative = unit * (p->roundings + 8 + 8 * (double)k + (double)(paths / LANES + LANES));
            double f_star = fabs(p->f_star_low);
            /* Paths that part only from here on are one path so far: count the one whose later digits are all 0. */
            real once = real_where((truth)(path == 0), weight, real_all(0));
            out->gap[k] += lanes_sum(once * (f - p->f_star_low));
            out->gap_error[k] += lanes_sum(once * (real_abs(f) + f_star)) * relative;
            out->average_gap[k] += lanes_sum(once * (f_average - p->f_star_low));
            out->average_error[k] += lanes_sum(once * (real_abs(f_average) + f_star)) * relative;
            out->moment[k] += lanes_sum(once * second);
            out->moment_error[k] += lanes_sum(once * second) * relative;
            if (k == out->steps) break;
            double alpha = step_size(s, k);
            for (size_t j = 0; j < p->dim; j++) sum[j] += alpha * t.x[j];
            weight_sum += alpha;
            /* Step k takes the k-th digit of the path's number to the base `components`. */
            whole outcome = path % p->components;
            path /= p->components;
            weight *= outcome_weight(t.problem, t.x, outcome);
            trajectory_step(&t, outcome);
        }
    }
    free(sum);
    free(average);
    trajectory_free(&t);
    return NULL;
}

/* ---- the second-moment recursion ---- */

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

/* Fill column `column` of all B_i and G_i from a step that starts at z = e_column, or z = 0 for the last. */
static void probe(struct lifted *b, struct trajectory *t, size_t k, size_t column) {
    const struct problem *p = t->problem;
    for (size_t first = 0; first < b->components; first += LANES) {
        whole outcome = lanes_numbered() + first;
        outcome = whole_where((truth)(outcome < b->components), outcome, whole_all(b->components - 1));
        trajectory_restart(t);
        t->problem->now = t->k = k;
        for (size_t j = 0; j < b->dim; j++) t->x[j] = real_all(p->x_star[j] + (column == j));
        for (size_t j = b->dim; j < b->size; j++) t->state[j - b->dim] = real_all(column == j);
        trajectory_step(t, outcome);
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

/* Whether a step really is affine: from one irregular state, far and near, it must lead where B says. */
static bool is_affine(const struct lifted *b, struct trajectory *t, size_t k, double tolerance) {
    for (double scale = 1; scale < 1e5; scale *= 1e4) {
        double z[b->size];
        for (size_t j = 0; j < b->size; j++) z[j] = scale * sin(1.0 + (double)j);
        for (size_t i = 0; i < b->components; i++) {
            trajectory_restart(t);
            t->problem->now = t->k = k;
            double size = scale;
            for (size_t j = 0; j < b->dim; j++) {
                t->x[j] = real_all(t->problem->x_star[j] + z[j]);
                size = fmax(size, fabs(t->problem->x_star[j]));
            }
            for (size_t j = b->dim; j < b->size; j++) t->state[j - b->dim] = real_all(z[j]);
            trajectory_step(t, whole_all(i));
            for (size_t row = 0; row < b->size; row++) {
                double said = gsl_matrix_get(b->step[i], row, b->size), terms = fabs(said) + size;
                for (size_t c = 0; c < b->size; c++) {
                    said += gsl_matrix_get(b->step[i], row, c) * z[c];
                    terms += fabs(gsl_matrix_get(b->step[i], row, c) * z[c]);
                }
                double is = row < b->dim ? t->x[row][0] - t->problem->x_star[row] : t->state[row - b->dim][0];
                if (!(fabs(is - said) <= tolerance * terms)) return false;
            }
        }
    }
    return true;
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

static const char *by_second_moment(const struct problem *p, const struct method *m, const struct settings *s,
                                    struct series *out) {
    if (!p->quadratic) return "the problem is not quadratic";
    if (box_closed(p->domain)) return "a projection is not affine";
    if (m->matrices) return "the method is not affine";
    if (p->weight || p->draw) return "its oracle is not a uniform draw of one component";
    struct lifted b = {.dim = p->dim, .size = p->dim * (1 + m->vectors), .components = p->components};
    b.step = allocate(b.components, sizeof *b.step);
    b.gradient = allocate(b.components, sizeof *b.gradient);
    for (size_t i = 0; i < b.components; i++) {
        b.step[i] = gsl_matrix_calloc(b.size + 1, b.size + 1);
        b.gradient[i] = gsl_matrix_calloc(b.dim, b.dim + 1);
    }
    struct trajectory t = trajectory_new(p, m, s);
    read_off(&b, &t, 0);
    bool affine = is_affine(&b, &t, 0, 1e3 * unit * (p->roundings + 2 * (double)b.size));

    /* E f - f* = tr(H Z)/2 and E||grad f_i||^2 = tr(Q Z), with H the mean Hessian and Q = E[G_i' G_i]. */
    double weight = 1.0 / (double)b.components;
    gsl_matrix *h = gsl_matrix_calloc(b.dim, b.dim), *q = gsl_matrix_calloc(b.dim + 1, b.dim + 1);
    for (size_t i = 0; i < b.components; i++) {
        for (size_t r = 0; r < b.dim; r++)
            for (size_t c = 0; c < b.dim; c++) *gsl_matrix_ptr(h, r, c) += weight * gsl_matrix_get(b.gradient[i], r, c);
        gsl_blas_dgemm(CblasTrans, CblasNoTrans, weight, b.gradient[i], b.gradient[i], 1, q);
    }

    gsl_matrix *z = gsl_matrix_calloc(b.size + 1, b.size + 1), *next = gsl_matrix_calloc(b.size + 1, b.size + 1);
    gsl_matrix *half = gsl_matrix_calloc(b.size + 1, b.size + 1);
    gsl_vector *start = gsl_vector_calloc(b.size + 1);
    for (size_t j = 0; j < b.dim; j++) gsl_vector_set(start, j, p->x_0[j] - p->x_star[j]);
    gsl_vector_set(start, b.size, 1);
    gsl_blas_dger(1, start, start, z);

    double size = (double)b.size, x_star = 0;
    for (size_t j = 0; j < b.dim; j++) x_star = fmax(x_star, fabs(p->x_star[j]));
    gsl_matrix *mean = gsl_matrix_calloc(b.size, b.size);
    struct propagation carry = propagation_of(&b, x_star, mean);
    /* Below 1 + 1/steps powers of one step's norm stay below e. */
    bool expands = carry.square > 1 + 1 / (double)(out->steps + 1);
    struct summed sum = summed_new(&b);
    /* Reading B off costs a few roundings of numbers as large as x* + 1; each application of the map
     * sums 2 (size + 1) products and then `components` terms. */
    double gamma = unit * (2 * size + (double)b.components + 8 * fmax(1, x_star) * (p->roundings + 4));
    double square_error = gamma * frobenius(z), mean_error = gamma * sqrt(frobenius(z));
    struct tracked errors = tracked_new(b.size);
    add_to_diagonal(errors.square, gamma * trace_of(z, b.size));
    add_to_diagonal(errors.mean, gamma * gamma * trace_of(z, b.size));
    for (size_t k = 0;; k++) {
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
        if (k > 0 && step_size(s, k) != step_size(s, k - 1)) {
            read_off(&b, &t, k);
            carry = propagation_of(&b, x_star, mean);
        }
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

/* ---- a finite chain ---- */

static const char *by_chain(const struct problem *p, const struct method *m, const struct settings *s,
                            struct series *out) {
    if (!p->lattice || p->dim != 1) return "the problem has no lattice";
    if (m->vectors || m->matrices) return "the method has a memory";
    if (s->schedule) return "the step size changes";
    struct envelope envelope = p->envelope(p, s->alpha, out->steps);
    double spacing = p->lattice(p, s->alpha);
    if (!(envelope.radius > 0) || !(spacing > 0)) return "this step size leaves the lattice";

    /* Points x_0 + h z within the envelope. */
    double x_0 = p->x_0[0], reach = envelope.radius * (1 + 1e-9);
    long low = (long)ceil((p->x_star[0] - reach - x_0) / spacing);
    long high = (long)floor((p->x_star[0] + reach - x_0) / spacing);
    size_t points = (size_t)(high - low + 1);
    gsl_matrix *transition = gsl_matrix_calloc(points, points); /* column: from, row: to */
    gsl_vector *gap = gsl_vector_alloc(points), *moment = gsl_vector_alloc(points);
    gsl_vector *now = gsl_vector_calloc(points), *next = gsl_vector_calloc(points);
    struct trajectory t = trajectory_new(p, m, s);
    const char *trouble = NULL;
    for (size_t first = 0; first < points; first += LANES) {
        whole index = lanes_numbered() + first;
        index = whole_where((truth)(index < points), index, whole_all(points - 1));
        real here;
        for (int l = 0; l < LANES; l++) here[l] = x_0 + spacing * (double)(low + (long)index[l]);
        t.x[0] = here;
        real f = p->value(p, t.x, NULL), second = second_moment(p, t.x, t.scratch);
        for (unsigned l = 0; l < LANES && first + l < points; l++) {
            gsl_vector_set(gap, first + l, f[l] - p->f_star_low);
            gsl_vector_set(moment, first + l, second[l]);
        }
        for (size_t i = 0; i < p->components; i++) {
            t.k = 0;
            t.x[0] = here;
            real weight = outcome_weight(p, t.x, whole_all(i));
            trajectory_step(&t, whole_all(i));
            for (unsigned l = 0; l < LANES && first + l < points; l++) {
                if (weight[l] < 4 * unit) continue; /* an impossible outcome at the edge, up to rounding */
                double place = (t.x[0][l] - x_0) / spacing, nearest = round(place);
                if (!(fabs(place - nearest) <= 1e-9) || nearest < (double)low || nearest > (double)high)
                    trouble = "a step leaves the lattice";
                else
                    *gsl_matrix_ptr(transition, (size_t)((long)nearest - low), first + l) += weight[l];
            }
        }
    }
    trajectory_free(&t);

    gsl_vector_set(now, (size_t)-low, 1);
    for (size_t k = 0; !trouble; k++) {
        double relative = unit * (p->roundings + (double)points + 4 + (double)k * (double)(points + 8));
        gsl_blas_ddot(now, gap, &out->gap[k]);
        gsl_blas_ddot(now, moment, &out->moment[k]);
        out->gap_error[k] = relative * (out->gap[k] + fabs(p->f_star_low));
        out->moment_error[k] = relative * out->moment[k];
        if (k == out->steps) break;
        gsl_blas_dgemv(CblasNoTrans, 1, transition, now, 0, next);
        gsl_vector_memcpy(now, next);
    }
    gsl_matrix_free(transition);
    gsl_vector_free(gap);
    gsl_vector_free(moment);
    gsl_vector_free(now);
    gsl_vector_free(next);
    return trouble;
}

const char *series_compute(enum evidence by, const struct problem *p, const struct method *m, const struct settings *s,
                           size_t steps, struct series *out) {
    *out = series_new(steps);
    const char *trouble = by == PATHS           ? by_paths(p, m, s, out)
                          : by == SECOND_MOMENT ? by_second_moment(p, m, s, out)
                          : by == CHAIN         ? by_chain(p, m, s, out)
                                                : "this is not a kind of exact evidence";
    for (size_t k = 0; by == CHAIN && k <= steps; k++) out->average_gap[k] = out->average_error[k] = NAN;
    if (trouble) series_free(out);
    return trouble;
}
