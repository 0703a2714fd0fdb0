/* Checks the certificates of a problem: not its constants against a table, but the properties that
 * the constants promise. */
#ifndef DESCENT_CERTIFY_H
#define DESCENT_CERTIFY_H

#include "problem.h"

/* A property that fails, in words, or NULL if all of these hold up to rounding:
 *
 * Promises, looked for where they might fail:
 * - the oracle's probabilities lie in [0, 1] and add up to 1; E grad f_i = grad f, the full sum against the gradient of f;
 * - |f(y) - f(x) - <grad f(x), y - x>| <= L ||y - x||^2 / 2, for pairs near and far: this ties the gradient to f, and both
 *   to L; no derivative of the gradient exceeds L, nor one of a component's L_max;
 * - if it is convex: f(y) >= f(x) + <grad f(x), y - x>; then grad f may be a subgradient, and L infinite;
 * - ||grad f_i|| <= lipschitz, if that is given;
 * - the noise fades, and changes, no faster than is said;
 * - eigenvalues: Hessian <= L, and Hessian >= mu; or H^2 >= mu H for a quadratic, which is PL;
 * - f_star_low <= f <= ..., the enclosure f(y) - ||grad f(y)||^2 / (2 mu) <= f* <= f(y) at y = x_star, and its
 *   width at most 1e-12 of 1 + |f*|; no minimiser is nearer to x_0 than x_star;
 * - ||grad f||^2 >= 2 mu (f - f*): at points, and for smooth functions of one variable that are not convex between them;
 * - the envelope of a step of alpha: f - f* and E||grad f_i||^2 on all of the ball; and from the ball, inside and on its
 *   sphere, no step of alpha leads out of that after one step more.
 *
 * And that promises are no weaker than they need be:
 * - L, mu, L_max, lipschitz and fading are met somewhere, to 1e-3, unless the problem says that they are estimates, and then
 *   they are not; noise is how far apart the answers at x_star are; what looks convex is said to be.
 *
 * The points are a grid of the ball in one dimension and random there in more, moved into the domain if there is one; the
 * same each time.  Derivatives are differences of gradients.
 * An oracle said to be biased must be so; that a function is not PL cannot be seen at points, so there only
 * mu = 0 is asked for. */
const char *certify(const struct problem *, double alpha, size_t steps);
/* The same for some short step. */
const char *certify_problem(const struct problem *);

#endif
