/* Where SGD with a constant step comes to rest on a quadratic. */
#ifndef DESCENT_REST_H
#define DESCENT_REST_H

#include "../models/problem.h"

/* With A_i = I - alpha H_i and r_i = grad f_i(x*) a step is x - x* -> A_i (x - x*) - alpha r_i.  Means die out, and the second
 * moments S = E[(x - x*)(x - x*)'] rest where S = E[A_i S A_i'] + alpha^2 E[r_i r_i'], a linear system for S. */
struct rest {
    double gap;         /* E f - f* = tr(H S)/2 */
    double error;       /* a bound on its rounding error: what is left of the equation, divided by 1 - contraction */
    double trace;       /* tr S */
    double contraction; /* the largest eigenvalue of E[A_i A_i']; below 1, or there is no rest */
};
struct rest rest_of(const struct problem *, double alpha);

#endif
