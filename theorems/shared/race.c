/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "race.h"

#include <math.h>
#include <stdlib.h>

#include "../../verify/numbers/fail.h"
#include "../../verify/runs/runs.h"

enum { PER_DECADE = 8 };

void race_won(struct inquiry *q) {
    const struct race *r = q->with;
    struct problem *p = r->problem();
    size_t k[CHECKPOINTS_MAX],
        looks = checkpoints_between(r->first, r->last, PER_DECADE, k);
    size_t count = 0;
    while (r->entrants[count].name) count++;
    struct moments(*gap)[CHECKPOINTS_MAX] = allocate(count, sizeof *gap);
    struct interval(*limits)[CHECKPOINTS_MAX] = allocate(count, sizeof *limits);
    bool fine = true;
    for (size_t i = 0; i < count && fine; i++) {
        const struct entrant *e = &r->entrants[i];
        struct measurement m = {.problem = p,
                                .method = e->method,
                                .settings = method_settings(e->method),
                                .runs = e->runs,
                                .stream = i,
                                .checkpoints = k,
                                .count = looks};
        m.settings.alpha = e->alpha;
        m.settings.schedule = e->schedule;
        fine = inquiry_gaps(q, &m, gap[i], limits[i]);
    }
    for (size_t i = 0; i < count && fine; i++)
        for (size_t c = 0; c < looks; c++) {
            double factor = c + 1 < looks ? 1 : r->factor;
            /* What it is held against is an estimate too: the first one's, or
             * the least of the others'. */
            struct interval rival = i ? limits[0][c] : limits[1][c];
            for (size_t o = 2; o < count && i == 0; o++) {
                rival.lower = smaller(rival.lower, limits[o][c].lower);
                rival.upper = smaller(rival.upper, limits[o][c].upper);
            }
            double times = i ? factor : 1 / factor;
            struct interval bound = {times * rival.lower, times * rival.upper};
            inquiry_against(q, p->id, r->entrants[i].name, k[c], &gap[i][c],
                            limits[i][c], i ? AT_LEAST : AT_MOST, bound);
        }
    free(gap);
    free(limits);
    problem_free(p);
}
