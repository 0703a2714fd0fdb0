/* Pathwise checks: a proof line at every step of every run of a sample. */
#ifndef DESCENT_WALK_H
#define DESCENT_WALK_H

#include <signal.h>

#include "theorem.h"

/* The step at which a relation came nearest to failing, or failed worst. */
struct tightest {
    enum verdict verdict; /* HOLDS, VIOLATED, or INVALID after a NaN or infinity; UNDECIDED if interrupted */
    double score;         /* by how much it fails, negative where it holds, in units of its magnitude */
    size_t k;
    double left, right, allowance;
    size_t checked; /* relations looked at */
};

/* Walk `runs` runs (rounded up to whole groups of LANES) and check the line at each of their steps.
 * Computed sides may miss a true relation by rounding: at most `allowance`, which is the relation's
 * magnitude times the number of roundings that either side suffers (problem.roundings for f and its
 * gradient, one more for each outcome of an expectation) times half the machine epsilon. */
struct tightest walk(const struct problem *, const struct method *, const struct settings *, size_t,
                     const struct constants *, struct relation (*line)(const struct step *), size_t runs, uint64_t seed,
                     uint64_t claim, const volatile sig_atomic_t *interrupted);

#endif
