/* Checks the certificates of a problem: not its constants against a table, but the properties that
 * the constants promise. */
#ifndef DESCENT_CERTIFY_H
#define DESCENT_CERTIFY_H

#include "problem.h"

/* A property that fails, in words, or NULL if all of these hold up to rounding:
 *
 * - the oracle's probabilities lie in [0, 1] and add up to 1;
 * - E grad f_i = grad f, the full sum against the gradient of f;
 * - |f(y) - f(x) - <grad f(x), y - x>| <= L ||y - x||^2 / 2, for pairs near and far: this ties the
 *   gradient to f, and both to L;
 * - if it is convex: f(y) >= f(x) + <grad f(x), y - x>; then grad f may be a subgradient, and L infinite;
 * - ||grad f_i|| <= lipschitz, if that is given;
 * - eigenvalues: Hessian <= L, and Hessian >= mu; or H^2 >= mu H for a quadratic, which is PL;
 * - f_star_low <= f <= ..., the enclosure f(y) - ||grad f(y)||^2 / (2 mu) <= f* <= f(y) at y = x_star, and its
 *   width at most 1e-12 of 1 + |f*|;
 * - ||grad f||^2 >= 2 mu (f - f*);
 * - the envelope of a step of alpha: f - f* and E||grad f_i||^2 on all of the ball.
 *
 * - the envelope of a step of alpha again: one step from its sphere, or from within, does not leave it;
 * - L and mu are no larger and no smaller than they need be, by 1 %, for a quadratic and in one dimension; and `lipschitz` is
 *   met to 2 % somewhere in the ball; unless the problem says that they are estimates;
 * - no minimiser is nearer to x_0 than x_star.
 *
 * The points are a grid of the ball in one dimension and random there in more, moved into the domain if there is one; the
 * same each time.
 * An oracle said to be biased must be so; that a function is not PL cannot be seen at points, so there only
 * mu = 0 is asked for. */
const char *certify(const struct problem *, double alpha, size_t steps);
/* The same for some short step. */
const char *certify_problem(const struct problem *);

#endif
