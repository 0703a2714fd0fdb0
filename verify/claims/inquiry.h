/* For claims that compute for themselves. */
#ifndef DESCENT_INQUIRY_H
#define DESCENT_INQUIRY_H

#include <signal.h>

#include "../numbers/interval.h"
#include "../numbers/pcg.h"
#include "claim.h"

/* What a whole verification is given. */
struct options {
    uint64_t seed;
    double effort; /* multiplies numbers of runs */
    double delta;  /* probability at which each one-sided limit may be wrong, see judge_delta */
    const volatile sig_atomic_t *interrupted;
    const struct catalogue *catalogue; /* its problems are certified when a computed claim names them; NULL: none is */
    struct certificates *certificates; /* those checked so far; NULL: each is checked each time */
};

/* So many runs times the effort, rounded up: at least 2, at most 10^15. */
size_t runs_wanted(size_t runs, const struct options *);

enum { CASE_LENGTH = 64, WHY_LENGTH = 160 };

/* One number held against another, by a claim that computes for itself. */
struct finding {
    const char *problem, *method; /* ids */
    size_t k;                     /* iteration, or whatever whole number the claim is about */
    size_t runs;                  /* 0 if nothing was sampled */
    double estimate;
    double lower, upper; /* rounding included */
    double bound;
    double spread; /* a bound that is an estimate itself lies within so much of that, else 0 */
    enum sign sign;
    bool sampled;            /* from `runs` runs or draws */
    char which[CASE_LENGTH]; /* which of its instances, in words, where problem and method do not tell; or empty */
};

struct inquiry {
    const struct options *options;
    const void *with; /* the claim's */
    const struct shared *shares;
    void **kept;     /* where what is shared is kept */
    uint64_t stream; /* for random numbers: use stream + i for the i-th independent set of runs */
    struct finding *findings;
    size_t count;
    struct hearing *hearing; /* for inquiry_assumes */
    bool *drew;              /* set once it has asked for the seed: then its rows depend on that */
    bool interrupted;        /* set it if a computation returned early */
    char why[WHY_LENGTH];    /* room for words of the engine's */
    const char *trouble;     /* set it to say why nothing could be computed: the claim is then invalid */
};

/* The seed for random numbers of a claim's own. */
static inline uint64_t inquiry_seed(const struct inquiry *q) {
    *q->drew = true;
    return q->options->seed;
}
/* The claim's random numbers: runs first, first + 1, ..., one a lane. */
static inline struct pcg_lanes inquiry_lanes(const struct inquiry *q, uint64_t first) {
    return pcg_lanes_of_runs(inquiry_seed(q), q->stream, first);
}

/* Record a finding.  Findings about the same problem with growing k are one curve in figures and pages. */
void inquiry_add(struct inquiry *, struct finding);
/* The finding of an exact number with a bound on its rounding error. */
struct finding finding_exact(const char *problem, const char *method, size_t k, double estimate, double error,
                             enum sign sign, double bound);
/* Record such a finding. */
void inquiry_exact(struct inquiry *, const char *problem, const char *method, size_t k, double estimate, double error,
                   enum sign sign, double bound);
/* Of many such numbers the one that came nearest to failing; that there were none is the claim's trouble. */
void inquiry_nearest(struct inquiry *, const char *problem, const char *method, const struct nearest *);
/* A mean over runs with its limits. */
void inquiry_measured(struct inquiry *, const char *problem, const char *method, size_t k, const struct moments *,
                      struct interval, enum sign sign, double bound);
/* The same against a bound that is an estimate too, and lies in an interval of its own. */
void inquiry_against(struct inquiry *, const char *problem, const char *method, size_t k, const struct moments *,
                     struct interval, enum sign sign, struct interval bound);
/* How often something happened in so many draws, and limits of its probability (two of them: Clopper and Pearson's). */
void inquiry_share(struct inquiry *, const char *problem, const char *method, size_t k, size_t happened, size_t draws,
                   enum sign sign, double bound);
/* The p-quantile (a median: 1/2) of what a sample came from, between two of its members; puts the sample in order.  Two
 * limits; a sample too small for them leaves the claim undecided, a number in it that is not finite is its trouble. */
void inquiry_quantile(struct inquiry *, const char *problem, const char *method, size_t k, double sample[],
                      size_t count, double p, enum sign sign, double bound);

/* A random experiment, repeated: every seed gives one number, and a lane is a seed. */
struct seeds {
    size_t count;    /* times the effort */
    uint64_t stream; /* they draw from inquiry->stream + this */
    /* The number of each lane, from random numbers of its own; called by several threads at once. */
    real (*number)(struct pcg_lanes *, const void *with);
    const void *with;
};
/* An experiment to repeat: the run of a method, and a number of where it ends, as
 *
 *     const struct seeds s = {40, .number = number_at_end, .with = &(struct run_to_end){p, method, settings, 100, far}};
 *     inquiry_probability(q, &s, p->id, method->id, 100, AT_LEAST, 0.5);
 */
struct run_to_end {
    const struct problem *problem;
    const struct method *method;
    struct settings settings;
    size_t steps;
    real (*number)(const struct problem *, const real x[]); /* NULL: f(x_k) - f*, from the lower end of f* */
};
real number_at_end(struct pcg_lanes *, const void *run_to_end);
/* The number of every seed, in order of seeds, and how many those are; NULL after an interruption.  Release with free. */
double *inquiry_numbers(struct inquiry *, const struct seeds *, size_t *count);
/* The probability, over seeds, that the number is positive: give 1 where an event happened, else 0.  Two limits; a NaN is
 * the claim's trouble.  40 seeds of 40 make it more than 1/2 at a level of 2^-40. */
void inquiry_probability(struct inquiry *, const struct seeds *, const char *problem, const char *method, size_t k,
                         enum sign sign, double bound);
/* The median of the number over seeds.  Two limits. */
void inquiry_median(struct inquiry *, const struct seeds *, const char *problem, const char *method, size_t k,
                    enum sign sign, double bound);

/* Runs of a method, and what is measured of them. */
struct measurement {
    const struct problem *problem;
    const struct method *method;
    struct settings settings;
    size_t runs;     /* times the effort */
    bool average;    /* f at the weighted average, not at x_k */
    bool from_above; /* held against upper bounds only: then the lower end of what encloses f* is the harder one */
    uint64_t stream; /* the runs draw from inquiry->stream + this */
    const size_t *checkpoints;
    size_t count;
};
/* The gap at each checkpoint: its moments over the runs, and its limits from the range that the problem certifies.  False
 * after an interruption or a sample outside that range, which is then the claim's trouble. */
bool inquiry_gaps(struct inquiry *, const struct measurement *, struct moments[], struct interval[]);
/* The gap at each checkpoint held against a bound that speaks of sigma^2.  That is measured at the checkpoints as well,
 * and the bound takes the largest of its lower limits: three limits a checkpoint in all. */
void inquiry_bound(struct inquiry *, const struct measurement *, double (*bound)(const struct constants *, size_t k));

/* Both sides of a line in the mean of SIDES_RUNS runs, at each of so many steps: how much the line gives away.  Takes the
 * problem over. */
void inquiry_sides(struct inquiry *, struct problem *, const struct method *, struct settings, size_t steps,
                   struct relation (*line)(const struct step *));

/* Whether the theorem's hypotheses are satisfied, save for the one that a control drops, which is broken, and the problem is
 * what it says it is: asked by a claim that makes the theorem's statement.  If not, that is the claim's trouble. */
bool inquiry_assumes(struct inquiry *, const struct problem *, const struct method *, const struct settings *,
                     size_t steps);

/* Say of the findings from number `first` on which instance they are about, as printf does. */
void inquiry_which(struct inquiry *, size_t first, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* What the claim shares with others; NULL if it could not be made, which is the claim's trouble or interruption then. */
const void *inquiry_shared(struct inquiry *);

/* The exact expectations of a setting, by what it names or by what suits its problem; release them with series_free.  False
 * after trouble, which is the claim's then, and the series is empty. */
bool inquiry_series(struct inquiry *, const struct setting *, struct series *);

/* Whether somebody wants to stop; then it is marked as interrupted. */
bool inquiry_interrupted(struct inquiry *);

#endif
