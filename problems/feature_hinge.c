/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feature_hinge.h"

#include <float.h>

real feature_hinge_slope(truth wrong, real t) {
    /* 0 beyond the kink; a NaN, which is on neither side of it, stays one. */
    const real one = real_all(1), none = {0};
    real right = real_where(real_at_most(t, one), -one, real_where(real_less(one, t), none, t));
    return real_where(wrong, real_where(real_at_most(-one, t), one, real_where(real_less(t, -one), none, t)), right);
}

static real value(const struct problem *p, const real x[], real gradient[]) {
    real sum = {0};
    for (size_t j = 0; j < FEATURE_COUNT; j++) {
        double right = p->data[j] * (1 - wrong_labels), wrong = p->data[j] * wrong_labels;
        /* A NaN is neither above 0 nor 0, and must get through. */
        sum += right * real_where(1 - x[j] <= 0, (real){0}, 1 - x[j]) +
               wrong * real_where(1 + x[j] <= 0, (real){0}, 1 + x[j]);
        if (gradient)
            gradient[j] =
                right * feature_hinge_slope((truth){0}, x[j]) + wrong * feature_hinge_slope(~(truth){0}, x[j]);
    }
    return sum;
}

struct problem *feature_hinge_new(const double share[FEATURE_COUNT]) {
    struct problem *p = problem_new(FEATURE_COUNT, FEATURE_COUNT);
    double sum = 0;
    for (size_t j = 0; j < FEATURE_COUNT; j++) {
        p->x_star[j] = 1;
        p->data[j] = share[j];
        sum += share[j];
    }
    p->domain = (struct box){0, 1};
    p->roundings = FEATURE_COUNT + 8;
    double least = 2 * wrong_labels * sum, rounding = p->roundings * DBL_EPSILON * least;
    p->f_star_low = least - rounding;
    p->f_star_high = least + rounding;
    p->L = INFINITY;
    p->lacks = LACKS_SMOOTHNESS | LACKS_PL;
    p->convex = true;
    p->value = value;
    return p;
}
