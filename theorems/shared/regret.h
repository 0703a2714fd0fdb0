/* AdaGrad's regret: along seeded paths, with the sums that the proof of its bound
 * speaks of; and against an adversary.  Iterations count from t = 1. */
#ifndef DESCENT_REGRET_H
#define DESCENT_REGRET_H

#include "../../verify/claims/inquiry.h"

struct coordinate {
    real x, star, g;        /* x_t, x*, g_t */
    real off, next_off;     /* x_t - x*, x_{t+1} - x* */
    real v, root, eta;      /* v_t, the root of v_t + eps, eta_t */
    real slope;             /* of f at x_t */
    real length;            /* all products are of numbers at most this long */
    real sum;               /* of x */
    real inner, inner_size; /* sum of g (x - x*), and of its terms' sizes */
    real telescope; /* sum of ((x_t - x*)^2 - (x_{t+1} - x*)^2) / (2 eta_t) */
    real telescope_size;
    real weighted; /* sum of (1 / (2 eta_t) - 1 / (2 eta_{t-1})) (x_t - x*)^2 */
    real squares;  /* sum of g^2 / root */
};

struct path {
    const struct problem *problem;
    double alpha, eps;
    size_t dim, T;
    struct coordinate *c;
    real distance;         /* D_infinity so far */
    real f, f_star, f_sum; /* f at x_T and at x*, and the sum of f(x_t) */
    real *mean, *scratch;  /* of x_t; dim numbers */
};

/* A line of the proof: about each coordinate, or about all of them. */
struct line {
    struct relation (*each)(const struct path *, const struct coordinate *);
    struct relation (*all)(const struct path *);
};

/* Check a line at every step of 64 runs of 1000 steps with this alpha and eps.
 * Adds the step where it is nearest to failing, among the first 10, up to 100,
 * and up to 1000.  Takes the problem over. */
void check_along_paths(struct inquiry *, const struct line *, struct problem *,
                       double alpha, double eps);

/* E g_j^2 at x_0. */
void mean_squares(const struct problem *, double square[]);

#endif
