/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "race.h"

#include <math.h>

#include "../verify/runs/runs.h"

enum { PER_DECADE = 8 };

void race_won(struct inquiry *q) {
    const struct race *r = q->with;
    const struct entrant *e = r->entrants;
    struct problem *p = r->problem();
    size_t k[CHECKPOINTS_MAX],
        count = checkpoints_between(r->first, r->last, PER_DECADE, k);
    struct moments gap[ENTRANTS][count];
    struct interval limits[ENTRANTS][count];
    size_t entrants = 0;
    bool fine = true;
    for (; fine && entrants < ENTRANTS && e[entrants].name; entrants++) {
        struct measurement m = {.problem = p,
                                .method = e[entrants].method,
                                .settings = method_settings(e[entrants].method),
                                .runs = e[entrants].runs,
                                .stream = entrants,
                                .checkpoints = k,
                                .count = count};
        m.settings.alpha = e[entrants].alpha;
        m.settings.schedule = e[entrants].schedule;
        fine = inquiry_gaps(q, &m, gap[entrants], limits[entrants]);
    }
    for (size_t i = 0; i < entrants && fine; i++)
        for (size_t c = 0; c < count; c++) {
            double factor = c + 1 < count ? 1 : r->factor, others = INFINITY;
            for (size_t o = 1; o < entrants; o++)
                others = fmin(others, limits[o][c].lower);
            double bound = i ? factor * limits[0][c].upper : others / factor;
            inquiry_measured(q, p->id, e[i].name, k[c], &gap[i][c],
                             limits[i][c], i ? AT_LEAST : AT_MOST, bound);
        }
    problem_free(p);
}
