/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "adversary.h"

#include <float.h>
#include <math.h>

struct regret adversary_regret(const struct duel *duel, size_t steps) {
    struct settings s = duel->settings;
    double alpha = s.alpha, eps = s.eps;
    s.box = (struct box){0, duel->boxed ? 1 : 0};
    real x = real_all(duel->start), state[3] = {{0}};
    bool descending = false;
    double sum = 0, T = (double)steps;
    for (size_t k = 0; k < steps; k++) {
        double t = (double)k + 1; /* of steps to T: */
        double left = 2 * alpha * (sqrt(T + 1 + eps) - sqrt(t + eps));
        descending |= duel->boxed ? x[0] >= left : k >= steps / 2;
        bool inside = !duel->boxed || x[0] + alpha / sqrt(t + eps) <= 1;
        real g = real_all(!descending && inside ? -1 : 1);
        sum += g[0] * x[0];
        duel->method->step(&s, k, 1, &x, &g, state);
    }
    /* T sums of at most T terms 1; T steps off by an ulp of the box, each of
     * which the telescope divides by eta. */
    double root = sqrt(T + eps),
           size = duel->boxed ? T * T + T * root / alpha : T * T * root;
    return (struct regret){sum, 2 * DBL_EPSILON * size};
}
