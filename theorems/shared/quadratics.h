/* Problems with quadratic components, taken apart, and the exact moments of SGD
 * with a constant step on them, and of its average. */
#ifndef DESCENT_QUADRATICS_H
#define DESCENT_QUADRATICS_H

#include "../../verify/models/problem.h"

enum { DIM = 8 }; /* at most */

/* For n x n matrices, row-major. */
double largest_eigenvalue(size_t n, const double symmetric[]);
/* out += weight A B'. */
void add_product(size_t n, double weight, const double a[], const double b[],
                 double out[]);
double frobenius(size_t count, const double a[]);

/* grad f_i(x) = H_i (x - x*) + r_i.  Lambda and sigma^2 are the least numbers with
 * E H_i^2 <= Lambda H and E r_i r_i' <= sigma^2 H, a little above. */
struct quadratic {
    struct problem *problem;
    size_t dim, count, rank;
    double *h, *r;                   /* H_i and r_i, one after another */
    double mean[DIM * DIM];          /* H */
    double square[DIM * DIM];        /* E H_i^2 */
    double noise[DIM * DIM];         /* E r_i r_i' */
    double Lambda, sigma2, distance; /* and ||x_0 - x*|| */
    double start[DIM];               /* x_0 - x* */
};

/* Takes the problem over. */
struct quadratic quadratic_of(struct problem *);
void quadratic_free(struct quadratic *);

/* A number and how far it may be off. */
struct number {
    double value, error;
};

/* With v_t = x_t - x*, S_t = sum over j < t of v_j, v_{t+1} = B_i v_t + c_i:
 * E v_t, C = E v_t v_t', D = E S_t v_t' and Q = E S_t S_t', each with a bound
 * on the norm of its rounding error. */
struct recursion {
    size_t size, count;
    double *b, *c;    /* B_i and c_i, one after another */
    double roundings; /* of one entry in one step */
    double a[DIM * DIM], a_norm, growth, b_square, b_c, c_square;
    double mean[DIM], C[DIM * DIM], D[DIM * DIM], Q[DIM * DIM];
    double mean_error, C_error, D_error, Q_error;
    size_t t;
};

/* With the noise r_i or without; from x_0 or from x*. */
struct recursion *recursion_new(const struct quadratic *, double gamma,
                                bool noise, bool start);
void recursion_free(struct recursion *);
void recursion_step(struct recursion *);
/* E v'Hv, or of the average of v. */
struct number weighed(const struct recursion *, const struct quadratic *,
                      bool average);

#endif
