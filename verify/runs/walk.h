/* Proof lines, checked at every step of every run of a sample. */
#ifndef DESCENT_WALK_H
#define DESCENT_WALK_H

#include <signal.h>

#include "../models/problem.h"
#include "../numbers/compare.h"

/* What a proof line may speak of at step k, in LANES runs at once.  Expectations are over the index
 * i_k given x_k, as full sums over all outcomes. */
struct step {
    const struct constants *c; /* c->sigma2 is the certified supremum of E_i ||grad f_i||^2 */
    size_t k, dim;
    double alpha;              /* alpha_k */
    const real *x;             /* x_k */
    const real *gradient;      /* grad f(x_k), not from the oracle */
    const real *mean_gradient; /* E grad f_i(x_k) */
    const real *sample;        /* grad f_{i_k}(x_k) */
    const real *next_x;        /* x_{k+1} along this run */
    real gap;                  /* f(x_k) - f* */
    real next_gap;             /* f(x_{k+1}) - f* along this run */
    real mean_inner;           /* E <grad f(x_k), grad f_i(x_k)> */
    real mean_square;          /* E ||grad f_i(x_k)||^2 */
    real distance2;            /* ||x_k - x*||^2 */
    real next_distance2;       /* ||x_{k+1} - x*||^2 along this run */
    real mean_next_distance2;  /* E ||x_{k+1} - x*||^2 */
    real inner;                /* <grad f(x_k), x_k - x*> */
    real sample_inner;         /* <grad f_{i_k}(x_k), x_k - x*> */
    real average_gap;          /* f(xbar_{k+1}) - f*, xbar_{k+1} the weighted average of x_0, ..., x_k */
    real gap_average;          /* the same weighted average of the gaps */
    real *memory;              /* MEMORY numbers of the line's own, carried along the run, zero at k = 0 */
    struct ahead *ahead;       /* for mean_next_gap */
};
enum { MEMORY = 4 };

/* E f(x_{k+1}) - f*.  Dearer than all the rest of a step, so it is computed for lines that ask. */
real mean_next_gap(const struct step *);

/* left <= right, left >= right or left = right, up to rounding errors of the size of `magnitude`:
 * the sum of the absolute values of all terms on both sides. */
struct relation {
    enum sign sign;
    real left, right, magnitude;
};

static inline struct relation at_most(real left, real right, real magnitude) {
    return (struct relation){AT_MOST, left, right, magnitude};
}
static inline struct relation at_least(real left, real right, real magnitude) {
    return (struct relation){AT_LEAST, left, right, magnitude};
}
static inline struct relation equal(real left, real right, real magnitude) {
    return (struct relation){EQUAL, left, right, magnitude};
}

/* ||v||^2 of a vector of x's dimension. */
static inline real square(const struct step *s, const real v[]) {
    return real_dot(s->dim, v, v);
}

/* The step at which a relation came nearest to failing, or failed worst. */
struct tightest {
    enum verdict verdict; /* HOLDS, VIOLATED, or INVALID after a NaN or infinity; UNDECIDED if interrupted */
    double score;         /* by how much it fails, negative where it holds, in units of its magnitude */
    size_t k;
    double left, right, allowance;
    enum sign sign;
    bool any;         /* a relation was looked at */
    double closeness; /* the largest of an inequality at any step, see closeness_of; NaN: there is none */
};

/* A line of a proof, and the runs along which it is checked. */
struct walk {
    const struct problem *problem;
    const struct method *method;
    const struct settings *settings;
    size_t steps;
    const struct constants *constants;
    struct relation (*line)(const struct step *);
    size_t runs; /* rounded up to whole groups of LANES */
    double most; /* the largest allowance, relative to the larger of |left|, |right| and the gap at the start */
    uint64_t seed, claim;
    const volatile sig_atomic_t *interrupted;
};
/* Checks the line at each step of each run.  Computed sides may miss a true relation by rounding: at most `allowance`,
 * which is the relation's magnitude times the number of roundings that either side suffers (problem.roundings for f and
 * its gradient, one more for each outcome of an expectation) times half the machine epsilon.  A larger one than `most` is
 * invalid: a line with so much room shows nothing. */
struct tightest walk(const struct walk *);

/* Both sides of a line in the mean of SIDES_RUNS runs, and the error of their comparison. */
enum { SIDES_RUNS = 64 };
struct sides {
    enum sign sign;
    double left, right, error;
};
/* The sides at every step k < steps. */
void walk_sides(const struct problem *, const struct method *, const struct settings *, size_t steps,
                const struct constants *, struct relation (*line)(const struct step *), uint64_t seed, uint64_t claim,
                struct sides out[]);

#endif
