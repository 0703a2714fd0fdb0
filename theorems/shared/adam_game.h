/* The game of three theorems in which Adam goes wrong: linear functions on
 * [-1, 1], one slope at a time. */
#ifndef DESCENT_ADAM_GAME_H
#define DESCENT_ADAM_GAME_H

#include "../theorem.h"

/* Who plays: the paper's Adam, the lecture's; what goes right; each alone. */
static const struct method
    *const adams[] = {&method_adam_uncorrected, &method_adam, NULL},
           *const cures[] = {&method_amsgrad, &method_sgd, NULL},
           *const uncorrected[] = {&method_adam_uncorrected, NULL},
           *const amsgrad[] = {&method_amsgrad, NULL};

/* From many starting points at once, one a lane.  The first slope of a cycle is
 * C, the others are -1.  The program counts steps from 0: t = k + 1. */
struct game {
    const char *name; /* in the ledger */
    const struct method *method;
    struct settings settings;
    size_t period;
    double C;
    size_t k;       /* steps taken */
    real x, before; /* the point now and before the last step */
    real state[3];  /* of the method; for Adam and its kin m and v come first */
    double m_before, slope; /* m before the last step, and the step's slope */
    size_t cycle, i; /* the last step was number i, from 1, of this one */
    /* The sum of the cycle's moves so far, as if none had been cut off at an
     * end: of all, and of those after the first. */
    double drift, rise;
    double cost, regret; /* of the last step, and of all, from 1 against -1 */
};
enum { FROM_MINUS_ONE = 0, FROM_ONE = LANES - 1 }; /* two of the lanes */

/* On [-1, 1], with steps alpha/sqrt(t), from -1 to 1 evenly. */
struct game game_new(const struct method *, double alpha, double beta1,
                     double beta2, size_t period, double C);
void game_step(struct game *);
void game_until(struct game *, size_t steps);
/* v as the last step used it: corrected, if the method corrects. */
double game_v(const struct game *);

/* What must hold after every step, of whom; of the comparisons the ledger gets
 * the one that came nearest to failing. */
struct line {
    enum sign sign;
    void (*check)(struct nearest *, const struct game *);
    const struct method *const *of;
};
void game_watch(struct inquiry *, struct game *, size_t cycles,
                const struct line *);
/* The claim's line, in all games of its players. */
void game_lines(struct inquiry *, size_t cycles, size_t count,
                struct game (*)(const struct method *, size_t which));
void game_nearest(struct inquiry *, const struct game *,
                  const struct nearest *);

/* Checkpoints at the ends of cycles. */
size_t cycle_ends(size_t period, size_t cycles, size_t out[]);

/* Rounding of numbers about 1 that come from a few operations. */
static const double few = 16 * DBL_EPSILON;
/* Of a point after k steps: each rounds the point once, and a move that is good
 * to a few units of C alpha_t, the size of what is averaged.  What is off stays
 * as it is, because slopes do not depend on x, or shrinks where the interval
 * ends. */
double path_error(const struct game *, size_t k);

/* Six pairs for what is true of any beta1 < sqrt(beta2). */
struct betas {
    double beta1, beta2;
    const char *name; /* in the ledger */
};
enum { PAIRS = 6 };
static const struct betas pairs[PAIRS] = {
    {0, 0.9, "β = 0; 0.9"},       {0.5, 0.9, "β = 0.5; 0.9"},
    {0.9, 0.85, "β = 0.9; 0.85"}, {0.9, 0.8105, "β = 0.9; 0.8105"},
    {0.9, 0.99, "β = 0.9; 0.99"}, {0.9, 0.999, "β = 0.9; 0.999"}};

#endif
