/* Batches of the components of a finite sum: all of them, and drawn ones. */
#ifndef DESCENT_BATCHES_H
#define DESCENT_BATCHES_H

#include "../../verify/claims/inquiry.h"

/* E||e||^2 is this times S^2, for the error e of a batch of b among n. */
double batch_factor(size_t n, size_t b, bool replacement);

/* Names for both ways to draw it: without_replacement, with_replacement. */
extern const char *const batch_drawn[2];

/* grad f_i - grad f of the first n components at x_0. */
enum { BATCH_DIM = 10, BATCH_SUM = 200, BATCH_MAX = 8 };
struct cloud {
    size_t n, dim;
    double z[BATCH_SUM][BATCH_DIM], covariance[BATCH_DIM * BATCH_DIM];
    double s2, longest2; /* S^2, the trace of the covariance; max ||z_i||^2 */
};
/* `gradient` is that of f; NULL: the mean of the n is taken for it.  Release
 * with free. */
struct cloud *cloud_at_start(const struct problem *, size_t n,
                             const real gradient[]);

/* Sums over all batches of at most BATCH_MAX: 1, e and e e'. */
struct errors {
    double batches, mean[BATCH_DIM], covariance[BATCH_DIM * BATCH_DIM];
    double rounding; /* of a mean over batches, relative to its terms' size */
};
struct errors all_batches(const struct cloud *, size_t b, bool replacement);

/* Moments of other samples and of `count` more in each lane. */
struct moments moments_of_lanes(struct moments, size_t count, real mean,
                                real deviations);

/* ||e||^2 of batches drawn at x_0, and S^2.  The interval needs a range: with
 * replacement ||e|| <= max ||z_i||; without, also ||e||^2 <= (n - b)/b times
 * the largest eigenvalue of the covariance. */
struct drawn_errors {
    size_t b;
    bool replacement;
    struct moments square;
    struct interval limits;
    double s2;
};
/* Takes the problem over. */
struct drawn_errors draw_errors(struct inquiry *, struct problem *, size_t b,
                                bool replacement);

/* The same finite sum with noise of one component that is made shorter: the
 * same first two moments as a batch has.  Takes the problem over. */
struct problem *batch_as_shorter_noise(struct problem *, size_t b,
                                       bool replacement);

/* Gaps of runs of SGD with the step 1/L at each checkpoint (eight at most), all
 * of them in [0, range]. */
struct batch_runs {
    const struct problem *problem;
    double range;
    size_t runs; /* times the effort, rounded up to whole chunks */
    uint64_t stream;
    const size_t *checkpoints;
    size_t count;
};
void batch_gaps(struct inquiry *, const struct batch_runs *, struct moments[],
                struct interval[]);

/* How often each batch of URN_BATCH out of an urn of URN is drawn; it is
 * counted in seen[sum over its members j of 4^j]. */
enum { URN = 6, URN_BATCH = 3 };
void count_urn(struct inquiry *, bool replacement, size_t draws, size_t seen[]);

#endif
