/* A theorem: a statement with hypotheses, a bound, a proof in numbered lines, and claims.
 *
 * A claim is one checkable sentence.  The structs here only say what is claimed; judge.h decides it.
 */
#ifndef DESCENT_THEOREM_H
#define DESCENT_THEOREM_H

#include "method.h"
#include "problem.h"

enum verdict { HOLDS, VIOLATED, UNDECIDED, INVALID };

enum kind {
    BOUND,      /* the theorem's bound on a problem */
    PROOF_LINE, /* one line of its proof */
    SHARPNESS,  /* how near the bound comes to what it bounds */
    CONTROL,    /* a hypothesis dropped or a constant shrunk: expects `violated` */
    IDENTITY    /* an equality */
};

/* How a claim is decided. */
enum evidence {
    PATHS,         /* exact: all sequences of outcomes, exact.h */
    SECOND_MOMENT, /* exact: the recursion of E[(x - x*)(x - x*)'] on quadratics, exact.h */
    CHAIN,         /* exact: the transition matrix on a lattice, exact.h */
    INTERVAL,      /* Monte Carlo and an interval that holds for every sample size, runs.h, interval.h */
    PATHWISE,      /* at every step of every run of a sample, walk.h */
    COMPUTED,      /* exact: by the claim's own function */
    SAMPLED        /* intervals: by the claim's own function, from runs */
};

/* How an estimate and a bound must stand to each other. */
enum sign { AT_MOST, AT_LEAST, EQUAL };

/* What a bound may speak of. */
struct constants {
    double L, mu;      /* the problem's */
    double alpha;      /* step size */
    double gap_0;      /* f(x_0) - f* */
    double sigma2;     /* sigma^2: second moment of the stochastic gradient along the path, its supremum over k */
    double noise;      /* the problem's noise scale */
    double noise_star; /* the root of E||grad f_i(x*)||^2 */
    double fading;     /* the problem's; infinite if none is certified */
    double L_max;      /* the problem's, 0 if none is certified */
    double distance;   /* ||x_0 - x*|| */
    double lipschitz;  /* ||grad f_i(x)|| <= lipschitz for all i and x, 0 if there is no such bound */
    bool convex;       /* f is */
};

/* A method with its parameters on a problem, and how long it runs. */
struct setting {
    struct problem *(*problem)(void);
    const struct method *method;
    struct settings settings;
    size_t first; /* the first checkpoint */
    size_t steps; /* the last one */
};

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
    real mean_next_gap;        /* E f(x_{k+1}) - f* */
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
};
enum { MEMORY = 4 };

/* left <= right, left >= right or left = right, up to rounding errors of the size of `magnitude`:
 * the sum of the absolute values of all terms on both sides. */
struct relation {
    enum sign sign;
    real left, right, magnitude;
};

/* One number held against another, by a claim that computes for itself. */
struct finding {
    const char *problem, *method; /* ids */
    size_t k;                     /* iteration, or whatever whole number the claim is about */
    size_t runs;                  /* 0 if nothing was sampled */
    double estimate;
    double lower, upper; /* rounding included */
    double bound;
    enum sign sign;
};

/* What such a claim is given: seeds and budgets, and a place for its findings. */
struct inquiry;

struct claim {
    const char *name; /* a C identifier, unique in its theorem */
    const char *says; /* one sentence, Markdown with LaTeX */
    enum kind kind;
    enum evidence evidence;
    enum verdict expected;
    const struct setting *settings;
    size_t count; /* of settings */
    size_t runs;  /* INTERVAL: runs of the first look; PATHWISE: runs of the sample */

    /* Claims on E[f(x_k) - f*]: what it is compared with at each checkpoint... */
    double (*bound)(const struct constants *, size_t k);
    enum sign sign; /* ...and how it must stand to that */
    bool average;   /* f at the weighted average xbar_k, not at x_k */
    /* INTERVAL: the bound does not speak of sigma^2.  It is NaN then, and no limit a step is computed or paid for, which
     * for long runs would be most of the error budget and of the memory. */
    bool without_sigma2;
    /* ...or, if there is no bound, the exact expectation by this evidence. */
    enum evidence against;

    struct relation (*line)(const struct step *); /* PATHWISE */

    /* COMPUTED and SAMPLED: fills in findings, see inquiry.h.  SAMPLED: `limits` one-sided limits at most. */
    void (*compute)(struct inquiry *);
    size_t limits;
};

/* A part of the bound that figures draw as a line of its own. */
struct term {
    const char *name[2]; /* English, Russian */
    double (*at)(const struct constants *, size_t k);
};

/* A figure beside those that every theorem with bounds has: curves from the rows of its claims. */
struct drawing {
    const char *name;
    const char *title[2], *x[2], *y[2]; /* English, Russian; ^ raises, _ lowers */
    bool linear_x, linear_y;            /* else logarithmic */
    double x_unit;                      /* what k = 1 stands for on the x axis; 0: 1 */
    bool bounds;                        /* draw the claims' bounds too, dashed */
    struct {
        const char *claim;   /* its name */
        size_t group;        /* which of the claim's settings (or runs of growing k), from 0 */
        const char *name[2]; /* for the key; NULL: the problem's title and the step */
    } curves[16];
};

/* A map of the plane beside the curves: contours of a function, and paths across it.  It shows and claims nothing, so it is
 * computed when it is drawn. */
struct map {
    const char *name;
    const char *title[2], *x[2], *y[2]; /* English, Russian; ^ raises, _ lowers */
    double low[2], high[2];             /* the corners */
    double (*height)(double x, double y);
    double lowest, highest;     /* heights beyond these are drawn as these, if lowest < highest */
    const char *height_name[2]; /* for the colour bar */
    bool logarithmic;           /* contours at equal ratios of height, which is positive then */
    bool divided;               /* 0 is drawn as a border between areas of cool and of warm colours; not logarithmic */
    const double *star;         /* a point to mark with a star; NULL: none */
    const char *const (*paths)[2]; /* names of paths, English, Russian */
    size_t path_count;
    /* Points of a path, at most `most` of them; returns how many. */
    size_t (*path)(size_t which, size_t most, double (*points)[2]);
};

struct theorem {
    const char *id;
    const char *title[2]; /* English, Russian */
    const char *source;   /* where the lecture states it */
    /* NULL if the constants satisfy the hypotheses, else the hypothesis that they break. */
    const char *(*objection)(const struct constants *);
    const struct term *terms;
    size_t term_count;
    const struct claim *claims;
    size_t claim_count;
    const struct drawing *drawings;
    size_t drawing_count;
    const struct map *maps;
    size_t map_count;
};

/* Everything there is, for the command line. */
struct catalogue {
    const struct theorem *const *theorems;
    struct problem *(*const *problems)(void);
    const struct method *const *methods;
    const struct schedule *schedules;
    size_t theorem_count, problem_count, method_count, schedule_count;
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

#endif
