/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "runs.h"

#include <math.h>
#include <stdlib.h>

#include "../models/trajectory.h"
#include "../numbers/compare.h"
#include "../numbers/fail.h"
#include "../numbers/share.h"

/* Runs are dealt in blocks, blocks in batches: the threads share the blocks of a batch, and the blocks
 * are then merged in their own order.  Both sizes are fixed, so that neither the result nor the memory
 * depends on the number of threads or of runs. */
enum { GROUPS_PER_BLOCK = 8, RUNS_PER_BLOCK = GROUPS_PER_BLOCK * LANES, BLOCKS_PER_BATCH = 64 };

/* Moments in each lane. */
struct tally {
    real mean, deviations;
};

static void tally_add(struct tally *t, real sample, double count_with_it) {
    real apart = sample - t->mean;
    t->mean += apart / count_with_it;
    t->deviations += apart * (sample - t->mean);
}

/* What one thread needs to advance a group of runs. */
struct worker {
    struct trajectory trajectory;
    real *sum;                  /* sum of alpha_t x_t */
    real *average;              /* xbar_k */
    struct tally *tallies;      /* three a checkpoint, in the order of struct measured */
    whole *broken;              /* likewise: broken samples */
    struct power_sums *squares; /* one a step, if asked for */
    truth square_fine;          /* no square of a group was out of range */
};
enum { QUANTITIES = 3 };

/* Sums of ||g||^2 and of its square: cheaper at every step than running moments, and as good over the few
 * runs of a block. */
struct power_sums {
    real first, second;
};

static size_t steps_of(const struct runs *r) {
    return r->checkpoints[r->checkpoint_count - 1];
}

static struct worker worker_new(const struct runs *r) {
    size_t quantities = QUANTITIES * r->checkpoint_count;
    return (struct worker){
        .trajectory = trajectory_new(r->problem, r->method, r->settings),
        .sum = allocate(r->problem->dim, sizeof(real)),
        .average = allocate(r->problem->dim, sizeof(real)),
        .tallies = allocate(quantities, sizeof(struct tally)),
        .broken = allocate(quantities, sizeof(whole)),
        .squares = r->squares ? allocate(steps_of(r), sizeof(struct power_sums)) : NULL,
    };
}

static void worker_free(struct worker *w) {
    trajectory_free(&w->trajectory);
    free(w->sum);
    free(w->average);
    free(w->tallies);
    free(w->broken);
    free(w->squares);
}

/* True where a sample is a number within [0, limit].  Rounding may carry it over the edge by a few ulp
 * of the numbers it came from. */
static truth within(real sample, double limit, double magnitude) {
    double slack = 0x1p-40 * (limit + magnitude); /* infinite where there is no limit: any number will do then */
    return real_between(larger(-slack, -DBL_MAX), sample, smaller(limit + slack, DBL_MAX));
}

static void measure(const struct runs *r, struct worker *w, size_t at, size_t first, double count, double weight_sum) {
    const struct problem *p = w->trajectory.problem;
    const real *x = w->trajectory.x;
    bool certified = r->envelope.radius > 0;
    double f_star = p->f_star_low, gap_limit = certified ? r->envelope.gap : INFINITY;

    real sample[QUANTITIES] = {p->value(p, x, NULL) - f_star};
    truth fine[QUANTITIES] = {within(sample[0], gap_limit, fabs(f_star))};
    if (certified) {
        real distance2 = squared_distance(p->dim, x, p->x_star);
        fine[0] &= within(distance2, r->envelope.radius * r->envelope.radius, 0);
    }
    sample[1] = sample[0];
    fine[1] = fine[0];
    if (r->average && w->trajectory.k > 0) {
        for (size_t j = 0; j < p->dim; j++) w->average[j] = w->sum[j] / weight_sum;
        sample[1] = p->value(p, w->average, NULL) - f_star;
        fine[1] = within(sample[1], gap_limit, fabs(f_star));
    }
    sample[2] = second_moment(p, x, w->trajectory.scratch);
    fine[2] = within(sample[2], certified ? r->envelope.moment : INFINITY, 0);

    if (r->look) r->look(r->looker, first, at, x, sample[0]);
    for (size_t q = 0; q < QUANTITIES; q++) {
        tally_add(&w->tallies[QUANTITIES * at + q], sample[q], count);
        w->broken[QUANTITIES * at + q] += (whole)(fine[q] + 1);
    }
}

/* The length of the gradient that has just been used, at step k - 1. */
static void add_square(const struct runs *r, struct worker *w) {
    struct power_sums *sums = &w->squares[w->trajectory.k - 1];
    real square = real_dot(r->problem->dim, w->trajectory.gradient, w->trajectory.gradient);
    sums->first += square;
    sums->second += square * square;
    w->square_fine &= within(square, r->envelope.radius > 0 ? r->envelope.square : INFINITY, 0);
}

enum { STEPS_UNHEARD = 4096 }; /* so many steps, a millisecond, pass before an interrupt is heard */

/* LANES runs from x_0 to the last checkpoint. */
static void advance_group(const struct runs *r, struct worker *w, size_t first, double count) {
    struct trajectory *t = &w->trajectory;
    const struct problem *p = t->problem;
    struct pcg_lanes random = pcg_lanes_of_runs(r->seed, r->claim, first);
    uint64_t surplus = pcg_surplus(p->components);
    double weight_sum = 0;
    trajectory_begin(t, &random);
    memset(w->sum, 0, p->dim * sizeof(real));
    for (size_t c = 0; c < r->checkpoint_count; c++) {
        if (r->interrupted && *r->interrupted) return; /* as f may be a sum of millions */
        while (t->k < r->checkpoints[c]) {
            if (t->k % STEPS_UNHEARD == 0 && r->interrupted && *r->interrupted) return; /* the runs are dropped then */
            if (r->average) {
                double alpha = step_size(r->settings, t->k);
                for (size_t j = 0; j < p->dim; j++) w->sum[j] += alpha * t->x[j];
                weight_sum += alpha;
            }
            trajectory_draw(t, &random, surplus);
            if (r->squares) add_square(r, w);
        }
        measure(r, w, c, first, count, weight_sum);
    }
}

static void clear(const struct runs *r, struct worker *w) {
    size_t quantities = QUANTITIES * r->checkpoint_count;
    memset(w->tallies, 0, quantities * sizeof *w->tallies);
    memset(w->broken, 0, quantities * sizeof *w->broken);
    if (r->squares) memset(w->squares, 0, steps_of(r) * sizeof *w->squares);
    w->square_fine = ~(truth){0};
}

/* Merge the first `lanes` lanes of a worker, each with `count` runs, in order. */
static void collect(const struct runs *r, const struct worker *w, size_t count, unsigned lanes, struct measured out[],
                    struct moments squares[]) {
    struct moments *merged = (struct moments *)out;
    for (size_t q = 0; q < QUANTITIES * r->checkpoint_count; q++)
        for (unsigned l = 0; l < lanes; l++) {
            struct moments lane = {.count = count,
                                   .broken = w->broken[q][l],
                                   .mean = w->tallies[q].mean[l],
                                   .deviations = w->tallies[q].deviations[l]};
            merged[q] = moments_merged(merged[q], lane);
        }
    for (size_t k = 0; r->squares && k < steps_of(r); k++) {
        double first = 0, second = 0;
        for (unsigned l = 0; l < lanes; l++) {
            first += w->squares[k].first[l];
            second += w->squares[k].second[l];
        }
        double n = (double)(count * lanes), deviations = second - first * first / n;
        struct moments part = {
            .count = count * lanes, .mean = first / n, .deviations = deviations < 0 ? 0 : deviations};
        /* One square out of range breaks them all; which step it was does not matter. */
        for (unsigned l = 0; l < lanes; l++) part.broken += w->square_fine[l] == 0;
        squares[k] = moments_merged(squares[k], part);
    }
}

/* The moments of a block of runs. */
static void advance_block(const struct runs *r, struct worker *w, size_t first, size_t count, struct measured out[],
                          struct moments squares[]) {
    size_t full = count / LANES, rest = count % LANES;
    clear(r, w);
    for (size_t g = 0; g < full; g++) advance_group(r, w, first + g * LANES, (double)(g + 1));
    if (full) collect(r, w, full, LANES, out, squares);
    if (!rest) return;
    /* The last few runs: all lanes are advanced, those beyond the end are left out. */
    clear(r, w);
    advance_group(r, w, first + full * LANES, 1);
    collect(r, w, 1, (unsigned)rest, out, squares);
}

/* The blocks of a batch, and where their moments go. */
struct batch {
    const struct runs *runs;
    size_t first, count; /* run numbers */
    struct measured *blocks;
    struct moments *squares;
};

static void measure_block(void *context, size_t b) {
    const struct batch *batch = context;
    const struct runs *r = batch->runs;
    if (r->interrupted && *r->interrupted) return;
    size_t start = b * RUNS_PER_BLOCK, left = batch->count - start;
    struct worker w = worker_new(r);
    advance_block(r, &w, batch->first + start, left < RUNS_PER_BLOCK ? left : RUNS_PER_BLOCK,
                  &batch->blocks[b * r->checkpoint_count], batch->squares ? &batch->squares[b * steps_of(r)] : NULL);
    worker_free(&w);
}

bool runs_measure(const struct runs *r, struct measured out[]) {
    _Static_assert(sizeof(struct measured) == QUANTITIES * sizeof(struct moments), "moments in a row");
    const size_t steps = r->squares ? steps_of(r) : 0, batch_runs = (size_t)BLOCKS_PER_BATCH * RUNS_PER_BLOCK;
    struct batch batch = {.runs = r, .blocks = allocate(BLOCKS_PER_BATCH * r->checkpoint_count, sizeof *batch.blocks)};
    if (steps) batch.squares = allocate(BLOCKS_PER_BATCH * steps, sizeof *batch.squares);
    bool stopped = false;
    for (size_t done = 0; done < r->count && !stopped; done += batch.count) {
        batch.first = r->first + done;
        batch.count = r->count - done < batch_runs ? r->count - done : batch_runs;
        size_t block_count = (batch.count + RUNS_PER_BLOCK - 1) / RUNS_PER_BLOCK;
        memset(batch.blocks, 0, block_count * r->checkpoint_count * sizeof *batch.blocks);
        if (steps) memset(batch.squares, 0, block_count * steps * sizeof *batch.squares);
        share(block_count, measure_block, &batch);
        stopped = r->interrupted && *r->interrupted;
        struct moments *total = (struct moments *)out;
        const struct moments *part = (const struct moments *)batch.blocks;
        for (size_t b = 0; b < block_count; b++) {
            for (size_t q = 0; q < QUANTITIES * r->checkpoint_count; q++)
                total[q] = moments_merged(total[q], part[b * QUANTITIES * r->checkpoint_count + q]);
            for (size_t k = 0; k < steps; k++)
                r->squares[k] = moments_merged(r->squares[k], batch.squares[b * steps + k]);
        }
    }
    free(batch.blocks);
    free(batch.squares);
    return !stopped;
}

size_t checkpoints_between(size_t first, size_t last, size_t per_decade, size_t out[]) {
    if ((double)per_decade * log10((double)last + 1) > CHECKPOINTS_MAX - 2) per_decade = 1; /* never short of `last` */
    size_t count = 0;
    out[count++] = first;
    for (size_t i = 0; out[count - 1] < last && count < CHECKPOINTS_MAX - 1; i++) {
        double exact = pow(10, (double)i / (double)per_decade);
        size_t k = exact < (double)last ? (size_t)(exact + 0.5) : last;
        if (k > out[count - 1]) out[count++] = k;
    }
    return count;
}
