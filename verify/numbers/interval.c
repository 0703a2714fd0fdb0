/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "interval.h"

#include <math.h>

struct moments moments_merged(struct moments a, struct moments b) {
    if (!b.count) return a;
    if (!a.count) return b;
    double n = (double)(a.count + b.count), apart = b.mean - a.mean;
    return (struct moments){
        .count = a.count + b.count,
        .broken = a.broken + b.broken,
        .mean = a.mean + apart * ((double)b.count / n),
        .deviations = a.deviations + b.deviations + apart * apart * ((double)a.count * (double)b.count / n),
    };
}

double moments_variance(const struct moments *m) {
    return m->count < 2 ? NAN : m->deviations / (double)(m->count - 1);
}

struct interval interval_of_mean(const struct moments *m, double range, double delta) {
    if (m->count < 2) return (struct interval){0, range};
    double n = (double)m->count, log_term = log(2 / delta);
    double width = sqrt(2 * moments_variance(m) * log_term / n) + 7 * range * log_term / (3 * (n - 1));
    /* fmax would swallow a NaN; a broken sample has to stay broken. */
    double lower = m->mean - width, upper = m->mean + width;
    return (struct interval){lower < 0 ? 0 : lower, upper > range ? range : upper};
}
