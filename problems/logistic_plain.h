/* What a Newton step needs of the logistic regression without a regulariser beside its gradient. */
#ifndef DESCENT_LOGISTIC_PLAIN_H
#define DESCENT_LOGISTIC_PLAIN_H

#include "../verify/models/problem.h"

/* The gradient at x of f_i's second-order expansion around `at`: grad f_i(at) + Hess f_i(at) (x - at). */
void logistic_plain_expansion(const struct problem *, const real at[], const real x[], whole i, real gradient[]);
/* The Hessian of f at x (row-major), and the step that Newton's method takes off x: its inverse times grad f(x). */
void logistic_plain_newton(const struct problem *, const double x[], double step[], double hessian[]);
/* y_i a_i: two numbers. */
const double *logistic_plain_row(const struct problem *, size_t i);
/* max_i ||a_i||, by which f is self-concordant: |f'''| <= that f'' along any line, per unit of length. */
double logistic_plain_reach(const struct problem *);
/* What encloses f* if x_star is as near as Newton's method comes; from below nothing does where it is too far off. */
void logistic_plain_enclose(struct problem *);
/* f - f* is at most this where ||x|| <= radius. */
double logistic_plain_gap_within(const struct problem *, double radius);

#endif
