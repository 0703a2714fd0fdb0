/* Least squares with Chebyshev features T_0, ..., T_{p-1} at n points, of least norm where many fit, for one degree after
 * another, in as many bits as it takes. */
#ifndef DESCENT_MINIMUM_NORM_H
#define DESCENT_MINIMUM_NORM_H

#include <stdbool.h>
#include <stddef.h>

enum measure {
    UNIFORM,
    ARCSINE,
    MEASURES
}; /* of test points on [-1, 1]; Chebyshev polynomials are orthogonal in the second */

/* What is known of the fit with p features.  A is the n x p matrix of features at the points, A+ its pseudoinverse. */
struct fit {
    double size; /* ||A+||_F^2 */
    /* The last column a of A, against the A of the p - 1 before it: d = A+ a, c = a - A d. */
    double residual;    /* ||c||^2, 0 where p > n */
    double reach, pull; /* ||d||^2, ||A+' d||^2 */
    double noise
        [MEASURES]; /* E || sum_k T_k(x) A+_k ||^2 over the test points x: what noise of variance 1 costs */
    double bias[MEASURES]; /* E of the squared error without noise */
    double train; /* mean squared error at the n points without noise */
    double
        defect; /* a bound on the error of A+, in the Frobenius norm; NaN where it was not asked for */
};

/* What is fitted is sin(4.5 x). */
extern const double target_frequency;

/* The fits with p = 1, ..., count features: fits[p - 1].  `proved` says for which p the defect is asked for. */
void minimum_norm_fits(size_t n, const double x[], unsigned bits, size_t count,
                       bool (*proved)(size_t p), struct fit fits[]);

#endif
