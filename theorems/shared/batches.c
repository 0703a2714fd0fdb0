/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batches.h"

#include <float.h>
#include <stdlib.h>

#include "../../methods/methods.h"
#include "../../verify/models/trajectory.h"
#include "../../verify/numbers/eigen.h"
#include "../../verify/numbers/fail.h"
#include "../../verify/numbers/share.h"

double batch_factor(size_t n, size_t b, bool replacement) {
    return replacement ? 1 / (double)b
                       : (double)(n - b) / ((double)b * (double)(n - 1));
}

const char *const batch_drawn[2] = {"without_replacement", "with_replacement"};

/* Arrays here have room for BATCH_DIM numbers. */
static void fits(const struct problem *p) {
    if (p->dim > BATCH_DIM)
        fail("%s has more than %d dimensions", p->id, BATCH_DIM);
}

struct cloud *cloud_at_start(const struct problem *p, size_t n,
                             const real gradient[]) {
    fits(p);
    struct cloud *c = allocate(1, sizeof *c);
    size_t dim = c->dim = p->dim;
    real x[BATCH_DIM], one[BATCH_DIM];
    double mean[BATCH_DIM] = {0};
    c->n = n;
    for (size_t j = 0; j < dim; j++) x[j] = real_all(p->x_0[j]);
    for (size_t i = 0; i < n; i++) {
        p->component(p, x, whole_all(i), one);
        for (size_t j = 0; j < dim; j++) {
            c->z[i][j] = one[j][0];
            mean[j] += c->z[i][j] / (double)n;
        }
    }
    for (size_t i = 0; i < n; i++) {
        double *z = c->z[i], length2 = 0;
        for (size_t j = 0; j < dim; j++)
            z[j] -= gradient ? gradient[j][0] : mean[j];
        for (size_t j = 0; j < dim; j++) {
            length2 += z[j] * z[j];
            for (size_t l = 0; l < dim; l++)
                c->covariance[j * dim + l] += z[j] * z[l] / (double)n;
        }
        c->longest2 = larger(c->longest2, length2);
    }
    for (size_t j = 0; j < dim; j++) c->s2 += c->covariance[j * dim + j];
    return c;
}

/* The members i[0], ..., i[b - 1] of the next batch; false after the last. */
static bool next_batch(size_t n, size_t b, bool replacement, size_t i[]) {
    for (size_t m = b; m-- > 0;)
        if (++i[m] < (replacement ? n : n - (b - 1 - m))) {
            for (size_t l = m + 1; l < b; l++)
                i[l] = replacement ? 0 : i[l - 1] + 1;
            return true;
        }
    return false;
}

struct errors all_batches(const struct cloud *c, size_t b, bool replacement) {
    struct errors sums = {0};
    size_t i[BATCH_MAX];
    for (size_t m = 0; m < b; m++) i[m] = replacement ? 0 : m;
    do {
        double e[BATCH_DIM] = {0};
        for (size_t m = 0; m < b; m++)
            for (size_t j = 0; j < c->dim; j++) e[j] += c->z[i[m]][j];
        for (size_t j = 0; j < c->dim; j++) e[j] /= (double)b;
        for (size_t j = 0; j < c->dim; j++) {
            sums.mean[j] += e[j];
            for (size_t l = 0; l < c->dim; l++)
                sums.covariance[j * c->dim + l] += e[j] * e[l];
        }
        sums.batches++;
    } while (next_batch(c->n, b, replacement, i));
    /* A sum of N terms errs by at most N eps times the sum of their sizes; a
     * batch's mean errs by b + n roundings. */
    sums.rounding = (sums.batches + 4 * (double)(b + c->n) + 16) * DBL_EPSILON;
    return sums;
}

struct moments moments_of_lanes(struct moments m, size_t count, real mean,
                                real deviations) {
    for (unsigned l = 0; l < LANES; l++)
        m = moments_merged(m, (struct moments){.count = count,
                                               .mean = mean[l],
                                               .deviations = deviations[l]});
    return m;
}

/* So many draws pass before an interrupt is heard. */
enum { DRAWS_UNHEARD = 1024 };

struct drawn_errors draw_errors(struct inquiry *q, struct problem *inner,
                                size_t b, bool replacement) {
    struct problem *p = problem_batch(inner, b, replacement);
    size_t n = p->components, draws = replacement ? 1 << 19 : 1 << 17;
    fits(p);
    real x[BATCH_DIM], gradient[BATCH_DIM], g[BATCH_DIM], scratch[BATCH_DIM];
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_0[j]);
    p->value(p, x, gradient);
    struct cloud *c = cloud_at_start(p, n, gradient);
    double least, largest, range = c->longest2;
    eigen_extremes(p->dim, c->covariance, &least, &largest);
    largest *= 1 + 1e-12;
    if (!replacement)
        range = smaller(range, (double)(n - b) / (double)b * largest);
    range *= 1 + 1e-12;
    struct pcg_lanes random = pcg_lanes_of_runs(inquiry_seed(q), q->stream + b,
                                                replacement ? 0 : LANES);
    real first = {0}, second = {0};
    for (size_t d = 0; d < draws / LANES; d++) {
        if (d % DRAWS_UNHEARD == 0 && inquiry_interrupted(q)) break;
        p->draw(p, x, &random, g);
        real e2 = {0};
        for (size_t j = 0; j < p->dim; j++)
            e2 += (g[j] - gradient[j]) * (g[j] - gradient[j]);
        first += e2;
        second += e2 * e2;
        if (truth_any(~(e2 <= range)))
            q->trouble = "an error is longer than it can be";
    }
    double count = (double)(draws / LANES);
    struct drawn_errors out = {b, replacement,
                               .s2 = (second_moment(p->inner, x, scratch) -
                                      real_dot(p->dim, gradient, gradient))[0]};
    out.square = moments_of_lanes(out.square, draws / LANES, first / count,
                                  second - first * first / count);
    out.limits = interval_of_mean(&out.square, range, q->options->delta);
    free(c);
    problem_free(p);
    return out;
}

static void shorter_noise(const struct problem *p, const real x[], whole i,
                          real g[]) {
    real gradient[BATCH_DIM];
    p->inner->value(p->inner, x, gradient);
    p->inner->component(p->inner, x, i, g);
    for (size_t j = 0; j < p->dim; j++)
        g[j] = gradient[j] + p->noise * (g[j] - gradient[j]);
}

struct problem *batch_as_shorter_noise(struct problem *inner, size_t b,
                                       bool replacement) {
    struct problem *p = problem_batch(inner, b, replacement);
    fits(p);
    p->draw = NULL;
    p->square = NULL;
    p->component = shorter_noise;
    p->noise = sqrt(batch_factor(p->components, b, replacement));
    p->roundings *= 2;
    return p;
}

/* Sums of gaps and of their squares over CHUNK groups of runs. */
enum { CHUNK = 64 };
struct chunk {
    real first[8], second[8];
    bool broken;
};

static void run_chunk(const struct batch_runs *r, uint64_t seed, size_t number,
                      struct chunk *out) {
    const struct problem *p = r->problem;
    struct settings settings = {.alpha = 1 / p->L};
    struct trajectory t = trajectory_new(p, &method_sgd, &settings);
    uint64_t surplus = pcg_surplus(p->components);
    for (size_t group = 0; group < CHUNK; group++) {
        struct pcg_lanes random = pcg_lanes_of_runs(
            seed, r->stream, (number * CHUNK + group) * LANES);
        trajectory_restart(&t);
        for (size_t c = 0; c < r->count; c++) {
            while (t.k < r->checkpoints[c])
                trajectory_draw(&t, &random, surplus);
            real gap = p->value(p, t.x, NULL) - p->f_star_low;
            out->first[c] += gap;
            out->second[c] += gap * gap;
            out->broken |= truth_any(~(gap <= r->range));
        }
    }
    trajectory_free(&t);
}

struct chunks {
    const struct batch_runs *runs;
    const struct options *options;
    struct chunk *parts;
};

static void run_chunk_number(void *context, size_t c) {
    const struct chunks *all = context;
    const struct options *o = all->options;
    if (!(o->interrupted && *o->interrupted))
        run_chunk(all->runs, o->seed, c, &all->parts[c]);
}

void batch_gaps(struct inquiry *q, const struct batch_runs *r,
                struct moments gap[], struct interval limits[]) {
    const struct options *o = q->options;
    size_t together = CHUNK * LANES;
    size_t chunks = (runs_wanted(r->runs, o) + together - 1) / together;
    struct chunk *parts = allocate(chunks, sizeof *parts);
    share(chunks, run_chunk_number, &(struct chunks){r, o, parts});
    for (size_t c = 0; c < chunks && !inquiry_interrupted(q); c++) {
        if (parts[c].broken)
            q->trouble = "a gap is outside its certified range";
        for (size_t k = 0; k < r->count; k++) {
            real mean = parts[c].first[k] / CHUNK;
            gap[k] = moments_of_lanes(gap[k], CHUNK, mean,
                                      parts[c].second[k] - CHUNK * mean * mean);
        }
    }
    for (size_t k = 0; k < r->count; k++)
        limits[k] = interval_of_mean(&gap[k], r->range, o->delta);
    free(parts);
}

static void unit_component(const struct problem *p, const real x[], whole i,
                           real g[]) {
    (void)x;
    for (size_t j = 0; j < p->dim; j++)
        g[j] = real_where((truth)(i == whole_all(j)), real_all(1), (real){0});
}

void count_urn(struct inquiry *q, bool replacement, size_t draws,
               size_t seen[]) {
    struct problem *inner = problem_new(URN, 0);
    inner->components = URN;
    inner->component = unit_component;
    struct problem *p = problem_batch(inner, URN_BATCH, replacement);
    struct pcg_lanes random =
        pcg_lanes_of_runs(inquiry_seed(q), q->stream, replacement ? 0 : LANES);
    real x[URN] = {{0}}, g[URN];
    for (size_t d = 0; d < draws / LANES; d++) {
        if (d % DRAWS_UNHEARD == 0 && inquiry_interrupted(q)) break;
        p->draw(p, x, &random, g);
        for (unsigned l = 0; l < LANES; l++) {
            size_t key = 0;
            for (size_t j = 0; j < URN; j++)
                key += (size_t)lround(URN_BATCH * g[j][l]) << (2 * j);
            seen[key]++;
        }
    }
    problem_free(p);
}
