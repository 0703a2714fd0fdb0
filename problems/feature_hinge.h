/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A linear classifier that learns one weight a feature by the hinge loss, from labels of which one in ten is wrong:
 *
 *     f(x) = sum_j p_j h(x_j),  h(t) = 9/10 max(0, 1 - t) + 1/10 max(0, 1 + t),  0 <= x_j <= 1,  from x_0 = 0,
 *
 * with signs of the features such that the right label is +1.  p_j is how much feature j counts.  h falls with slope -4/5
 * up to its minimum 1/5 at t = 1, so f* = 1/5 sum_j p_j.  The oracle is the caller's. */
#ifndef DESCENT_FEATURE_HINGE_H
#define DESCENT_FEATURE_HINGE_H

#include "../verify/models/problem.h"

enum { FEATURE_COUNT = 32 };
static const double wrong_labels = 0.1;

/* f with these p_j, which data keeps, and no oracle yet. */
struct problem *feature_hinge_new(const double share[FEATURE_COUNT]);
/* The slope of max(0, 1 - y t) for a right label y = 1 or a wrong one; at the kink the one from inside the domain, so
 * that E g_j^2 is the same everywhere. */
real feature_hinge_slope(truth wrong, real t);

#endif
