/* Where runs on the lecture's logistic regression are. */
#ifndef DESCENT_LOGISTIC_H
#define DESCENT_LOGISTIC_H

#include "../verify/models/problem.h"

/* As grad f_i(x) = mu x - s_i t_i with 0 < s_i < 1, a step of alpha mu <= 1 with any batch leads to a mean of x_k, of 0 and
 * of the points t_i/mu, t_i = -2 grad f_i(0).  So no run leaves the convex hull of these and x_0, and f - f* is at most
 * this, its largest value at a corner.  *longest2 is max ||t_i||^2. */
double logistic_gap_on_hull(const struct problem *, double *longest2);

#endif
