/* Where Adam goes wrong: a game of linear functions on [-1, 1], which the files
 * of three theorems play. */
#ifndef DESCENT_ADAM_GAME_H
#define DESCENT_ADAM_GAME_H

#include "theorem.h"

/* Who plays; the second of a pair may be missing. */
enum { PLAYERS = 2 };
extern const struct method *const adams[PLAYERS]; /* paper's, lecture's */
extern const struct method *const cures[PLAYERS]; /* AMSGrad, SGD */

/* Many starting points at once, one a lane.  The first slope of a cycle is C,
 * the others are -1.  The program counts steps from 0: t = k + 1. */
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
};
enum { FROM_MINUS_ONE = 0, FROM_ONE = LANES - 1 }; /* two of the lanes */

/* On [-1, 1], with steps alpha/sqrt(t), from -1 to 1 evenly. */
struct game game_new(const struct method *, double alpha, double beta1,
                     double beta2, size_t period, double C);
void game_step(struct game *);
/* Steps until k = steps. */
void game_until(struct game *, size_t steps);

/* Plays so many cycles with a check after every step, and records the
 * comparison that came nearest to failing. */
void game_watch(struct inquiry *, struct game *, size_t cycles, enum sign,
                void (*check)(struct nearest *, const struct game *));
void game_nearest(struct inquiry *, const struct game *,
                  const struct nearest *);

/* v as the last step used it: corrected, if the method corrects. */
double game_v(const struct game *);
/* What the last step cost, against -1. */
double game_cost(const struct game *, size_t lane);

/* Checkpoints at the ends of cycles. */
size_t cycle_ends(size_t period, size_t cycles, size_t out[]);

/* Rounding of numbers about 1 that come from a few operations. */
static const double few = 16 * DBL_EPSILON;
/* Rounding of a point after k steps: each rounds a few times numbers of about
 * 1, and what is off stays as it is, because slopes do not depend on x, or
 * shrinks where the interval ends. */
double path_error(size_t k);

/* Six pairs for what is true of any beta1 < sqrt(beta2). */
struct betas {
    double beta1, beta2;
    const char *name; /* in the ledger */
};
enum { PAIRS = 6 };
extern const struct betas pairs[PAIRS];

#endif
