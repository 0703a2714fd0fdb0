/* Monte Carlo: many seeded runs, their moments at checkpoints. */
#ifndef DESCENT_RUNS_H
#define DESCENT_RUNS_H

#include <signal.h>

#include "../models/method.h"
#include "../models/problem.h"
#include "../numbers/interval.h"

/* What is run.  Run r draws from pcg_of_run(seed, claim, r): any run can be replayed alone by
 * first = r, count = 1, and gives the same numbers there. */
struct runs {
    const struct problem *problem;
    const struct method *method;
    const struct settings *settings;
    const size_t *checkpoints; /* increasing */
    size_t checkpoint_count;
    bool average;             /* measure f at the weighted average as well */
    struct envelope envelope; /* samples outside it count as broken; radius 0: no envelope is known */
    /* If not NULL: moments of ||grad f_{i_k}(x_k)||^2, the gradient that was drawn, at every k below the last
     * checkpoint.  Cheaper than the full sum at a checkpoint, and without a k left out between two. */
    struct moments *squares;
    /* If not NULL, sees LANES runs from run `first` on at each checkpoint; from several threads, as they come. */
    void (*look)(void *looker, size_t first, size_t checkpoint, const real x[], real gap);
    void *looker;
    uint64_t seed, claim;
    size_t first, count;                      /* run numbers first, ..., first + count - 1 */
    const volatile sig_atomic_t *interrupted; /* stop soon once this is not zero; may be NULL */
};

/* What is measured at a checkpoint k. */
struct measured {
    struct moments gap;         /* f(x_k) - f* */
    struct moments average_gap; /* f(xbar_k) - f*, xbar_k = sum alpha_t x_t / sum alpha_t, t < k; xbar_0 = x_0 */
    struct moments second;      /* E_i ||grad f_i(x_k)||^2 */
};

/* Add the runs to out[checkpoint_count].  The result depends neither on the number of threads nor, up
 * to rounding, on how the runs are split into calls.  False if interrupted: out is then useless. */
bool runs_measure(const struct runs *, struct measured out[]);

/* Checkpoints evenly spaced in log k: `first` itself, then about `per_decade` in a decade up to `last`. */
size_t checkpoints_between(size_t first, size_t last, size_t per_decade, size_t out[]);
enum { CHECKPOINTS_MAX = 256 };

/* The next whole number of a ladder 1, 2, ..., 10, 15, 22, ...: for what is known at each k without a run. */
static inline size_t rung_after(size_t k) {
    return k < 10 ? k + 1 : k * 3 / 2;
}

#endif
