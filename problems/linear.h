/* What the two linear regressions share: f_i(x) = (<a_i, x> - b_i)^2 / 2 + lambda/2 ||x||^2. */
#ifndef DESCENT_LINEAR_H
#define DESCENT_LINEAR_H

#include "../verify/models/problem.h"

/* A problem with m rows a_i of n numbers and right-hand sides b_i, from x_0; a is m x n, row-major.  Sets
 * everything but id, titles, formula and certified.
 *
 * Constants: H = A'A/m + lambda I; L is its largest eigenvalue, mu its least one above rounding (the PL
 * constant of a quadratic, full rank or not); x_star the minimiser nearest to x_0.
 *
 * Envelope, with r_i = grad f_i(x*) and H_i = a_i a_i' + lambda I: x_{k+1} - x* = (I - alpha H_i)(x_k - x*) - alpha r_i.
 * If lambda > 0 and alpha ||H_i|| <= 1, ||x_k - x*|| <= max(||x_0 - x*||, max ||r_i|| / lambda).  If lambda = 0 and
 * alpha ||a_i||^2 <= 2 the map does not expand, so ||x_k - x*|| <= ||x_0 - x*|| + alpha k max ||r_i||. */
struct problem *linear_new(size_t m, size_t n, const double a[], const double b[], double lambda, const double x_0[]);

#endif
