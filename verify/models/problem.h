/* A problem: an objective f, a stochastic gradient oracle, and the certified constants of both. */
#ifndef DESCENT_PROBLEM_H
#define DESCENT_PROBLEM_H

#include "method.h"

struct pcg_lanes;

/* Hypotheses that a problem is made to break, for controls.  The certificate checker demands that
 * they are in fact broken. */
enum lacks { LACKS_NOTHING = 0, LACKS_PL = 1, LACKS_UNBIASEDNESS = 2, LACKS_SMOOTHNESS = 4 };

/* Bounds, proved on paper, for every run of SGD from x_0 with steps of at most alpha; on a problem with a domain, for
 * every run of any method.  No step leads from the ball after k steps out of that after k + 1: most do not depend on k at
 * all, the others grow with it. */
struct envelope {
    double radius; /* ||x_k - x_star|| <= radius */
    double gap;    /* f(x_k) - f* <= gap */
    double moment; /* E_i ||grad f_i(x_k)||^2 <= moment, the expectation over i alone */
    double square; /* ||grad f_i(x_k)||^2 <= square for every i */
};

/* Constants that are true and not the best ones.  Of all others the certificate checker demands that they are met. */
enum { ESTIMATES_L = 1, ESTIMATES_MU = 2, ESTIMATES_LIPSCHITZ = 4, ESTIMATES_L_MAX = 8, ESTIMATES_FADING = 16 };

struct problem {
    const char *id;
    const char *title[2]; /* English, Russian; ^ raises in figures */
    const char *formula;  /* f and its components, as LaTeX */

    size_t dim;        /* of x */
    size_t components; /* of the finite sum, or outcomes of the oracle */
    double *x_0;       /* where runs start; dim numbers */
    double *x_star;    /* a minimiser up to rounding; dim numbers */
    struct box domain; /* f is minimised over it, and every method projects onto it; none unless low < high */
    size_t rows;       /* x is a matrix of so many rows, for methods that care; 0: a column */
    /* x is several matrices, one after another, and a method steps on each for itself; NULL: it is one. */
    const struct shape *blocks;
    size_t block_count;
    /* Draws where a run starts, for networks, whose first weights are random; NULL: x_0. */
    void (*start)(const struct problem *, struct pcg_lanes *, real x[]);

    double L;          /* grad f is L-Lipschitz; INFINITY with LACKS_SMOOTHNESS */
    double mu;         /* PL constant: ||grad f||^2 >= 2 mu (f - f*); 0 if none is certified */
    double f_star_low; /* f_star_low <= f* <= f_star_high, see certify.h */
    double f_star_high;
    double noise; /* scale s or sigma of the oracle's noise where it is a parameter: half of how far apart the answers
                       * at x_star are, in the coordinate where they are the farthest; else 0 */
    double lipschitz; /* ||grad f_i(x)|| <= lipschitz for all i and x; 0 if there is no such bound */
    double L_max;     /* every f_i is convex and its gradient L_max-Lipschitz; 0 if that is not certified */
    bool convex;      /* f is convex (and the certificate checker tests it) */
    unsigned lacks;
    unsigned estimates;    /* constants that are on the safe side only; `certified` says why */
    const char *certified[2]; /* how L, mu, f* and the envelope are known: one line each, Markdown; English, Russian */

    /* f(x); if gradient is not NULL it takes grad f(x), computed apart from the oracle. */
    real (*value)(const struct problem *, const real x[], real gradient[]);
    /* grad f_i(x), the oracle's answer for index (outcome) i, which may differ between lanes. */
    void (*component)(const struct problem *, const real x[], whole i, real gradient[]);
    /* Probability of outcome i at x; NULL: 1/components, a uniform index. */
    real (*weight)(const struct problem *, const real x[], whole i);
    /* A whole stochastic gradient drawn at once, for oracles that are not a draw of one outcome (a batch);
     * NULL: an outcome is drawn, and `component` answers. */
    void (*draw)(const struct problem *, const real x[], struct pcg_lanes *, real gradient[]);
    /* What is drawn has infinitely many values, and the outcomes are those of a rule with its mean and second moments:
     * expectations of both by sums over the outcomes are exact. */
    bool second_order;
    /* E||g||^2 of the oracle at x; NULL: summed over the outcomes. */
    real (*square)(const struct problem *, const real x[]);
    /* How fast the noise can fade away from x_star: E||g - grad f||^2 at x is at least (s - fading ||x - x_star||)^2
     * while that bracket is positive, with s^2 its value at x_star.  Where probabilities do not depend on x, the root of
     * E||noise(x) - noise(y)||^2 is at most fading ||x - y||, which implies it.  NULL: nothing is certified. */
    double (*fading)(const struct problem *);
    /* The proved envelope for a step alpha and a horizon; NULL or radius 0: none is known. */
    struct envelope (*envelope)(const struct problem *, double alpha, size_t steps);
    /* Where the noise is unbounded, and no envelope can be: a proved bound on the variance of f(x_k), or of f(xbar_k) with
     * `average`, under SGD with these steps; infinite if there is none, NULL: nothing is known.  Means are then measured
     * by medians of means. */
    double (*variance)(const struct problem *, const struct settings *, size_t k, bool average);
    /* The ball that a step does not leave is not the envelope's but that of radius - ||x_star|| around 0. */
    bool about_0;
    /* Matrices lower <= Hessian of f <= upper everywhere (dim x dim, row-major), the certificate of L
     * and of strong convexity; NULL where another proof serves. */
    void (*hessian)(const struct problem *, double lower[], double upper[]);

    bool quadratic; /* every component is a quadratic: its gradient is affine */
    /* The spacing h such that with step alpha every run stays on x_0 + h Z (dim 1); NULL: no lattice. */
    double (*lattice)(const struct problem *, double alpha);

    double roundings; /* f and grad f suffer at most this many roundings, relative to the sum of |terms| */
    double *data;     /* tables, owned, of so many numbers */
    size_t numbers;
    const void *with; /* what its functions need besides; not owned */
    /* Room for so many numbers, which a trajectory gives its copy so that no step need allocate it; NULL: there is none. */
    size_t scratch_numbers;
    real *scratch;

    size_t now; /* the iteration at which the oracle is asked, for noise that changes with k; kept by trajectories */
    struct problem *inner; /* the problem that this one was made from, owned; or NULL */
    size_t batch;          /* how many of its components make one gradient */
};

/* A zeroed problem with room for x_0 and x_star and `numbers` doubles of data (all aligned for vectors). */
struct problem *problem_new(size_t dim, size_t numbers);
void problem_free(struct problem *);

/* The same objective with its full gradient as the oracle: what gradient descent sees.  Takes the problem over. */
struct problem *problem_full(struct problem *);
/* The same finite sum with the mean of `batch` components as the oracle, drawn uniformly with or without
 * replacement.  Takes the problem over. */
struct problem *problem_batch(struct problem *, size_t batch, bool replacement);

/* Set f_star_low and f_star_high from x_star: f(y) - ||grad f(y)||^2 / (2 mu) <= f* <= f(y) for every y where
 * f is PL, widened by the roundings of f.  Needs value, mu > 0 and roundings. */
void problem_enclose_minimum(struct problem *);
/* The root of E||grad f_i(x_star)||^2. */
double problem_noise_star(const struct problem *);
/* ||x_0 - x_star||. */
double problem_distance(const struct problem *);
/* Whether the problem's envelope speaks of this method: methods other than SGD may leave a ball that SGD cannot, but not
 * a domain. */
bool problem_confines(const struct problem *, const struct method *);
/* The problem's bound on the variance of f(x_k), infinite where that does not speak of this method. */
double problem_variance(const struct problem *, const struct method *, const struct settings *, size_t k, bool average);
/* f(x_0) - f*. */
double problem_gap_0(const struct problem *);

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

/* The constants of a problem under a step size; sigma2 is NaN. */
struct constants constants_of(const struct problem *, double alpha);
/* What numbers of a run are small against, where they vanish themselves: the gap at the start, or 1 if there is none. */
double constants_scale(const struct constants *);

#endif
