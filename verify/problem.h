/* A problem: an objective f, a stochastic gradient oracle, and the certified constants of both. */
#ifndef DESCENT_PROBLEM_H
#define DESCENT_PROBLEM_H

#include "real.h"

/* Hypotheses that a problem is made to break, for controls.  The certificate checker demands that
 * they are in fact broken. */
enum lacks { LACKS_NOTHING = 0, LACKS_PL = 1, LACKS_UNBIASEDNESS = 2 };

/* Bounds, proved on paper, for every run of SGD with a constant step from x_0. */
struct envelope {
    double radius; /* ||x_k - x_star|| <= radius */
    double gap;    /* f(x_k) - f* <= gap */
    double moment; /* E_i ||grad f_i(x_k)||^2 <= moment, the expectation over i alone */
    double square; /* ||grad f_i(x_k)||^2 <= square for every i */
};

struct problem {
    const char *id;
    const char *title[2]; /* English, Russian; ^ raises in figures */
    const char *formula;  /* f and its components, as LaTeX */

    size_t dim;        /* of x */
    size_t components; /* of the finite sum, or outcomes of the oracle */
    double *x_0;       /* where runs start; dim numbers */
    double *x_star;    /* a minimiser up to rounding; dim numbers */

    double L;          /* grad f is L-Lipschitz */
    double mu;         /* PL constant: ||grad f||^2 >= 2 mu (f - f*); 0 if none is certified */
    double f_star_low; /* f_star_low <= f* <= f_star_high, see certify.h */
    double f_star_high;
    double noise; /* scale s or sigma of the oracle's noise where it is a parameter, else 0 */
    unsigned lacks;
    const char *certified; /* how L, mu, f* and the envelope are known: one line each, Markdown */

    /* f(x); if gradient is not NULL it takes grad f(x), computed apart from the oracle. */
    real (*value)(const struct problem *, const real x[], real gradient[]);
    /* grad f_i(x), the oracle's answer for index (outcome) i, which may differ between lanes. */
    void (*component)(const struct problem *, const real x[], whole i, real gradient[]);
    /* Probability of outcome i at x; NULL: 1/components, a uniform index. */
    real (*weight)(const struct problem *, const real x[], whole i);
    /* The proved envelope for a step alpha and a horizon; NULL or radius 0: none is known. */
    struct envelope (*envelope)(const struct problem *, double alpha, size_t steps);
    /* Matrices lower <= Hessian of f <= upper everywhere (dim x dim, row-major), the certificate of L
     * and of strong convexity; NULL where another proof serves. */
    void (*hessian)(const struct problem *, double lower[], double upper[]);

    bool quadratic; /* every component is a quadratic: its gradient is affine */
    /* The spacing h such that with step alpha every run stays on x_0 + h Z (dim 1); NULL: no lattice. */
    double (*lattice)(const struct problem *, double alpha);

    double roundings; /* f and grad f suffer at most this many roundings, relative to the sum of |terms| */
    double *data;     /* tables, owned */
};

/* A zeroed problem with room for x_0 and x_star and `numbers` doubles of data (all aligned for vectors). */
struct problem *problem_new(size_t dim, size_t numbers);
void problem_free(struct problem *);

/* Set f_star_low and f_star_high from x_star: f(y) - ||grad f(y)||^2 / (2 mu) <= f* <= f(y) for every y where
 * f is PL, widened by the roundings of f.  Needs value, mu > 0 and roundings. */
void problem_enclose_minimum(struct problem *);
/* ||x_0 - x_star||. */
double problem_distance(const struct problem *);
/* f(x_0) - f*. */
double problem_gap_0(const struct problem *);

#endif
