/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "../numbers/fail.h"
#include "../runs/runs.h"
#include "inquiry.h"

static void hold_against(struct inquiry *q, const struct measurement *w, const struct envelope *e,
                         const struct measured m[], double (*bound)(const struct constants *, size_t)) {
    struct constants low = constants_of(w->problem, step_size(&w->settings, 0)), high = low;
    double delta = q->options->delta;
    /* sigma^2 is the supremum over the steps before: at least what it is at x_0 and was at the checkpoints among
     * them. */
    low.sigma2 = second_moment_0(w->problem);
    high.sigma2 = e->moment;
    for (size_t i = 0; i < w->count && !q->trouble; i++) {
        struct interval gap = interval_of_mean(&m[i].gap, e->gap, delta);
        size_t k = w->checkpoints[i];
        if (m[i].gap.broken || m[i].second.broken) q->trouble = "a sample outside its certified range";
        struct interval limit = {bound(&low, k), bound(&high, k)};
        inquiry_against(q, w->problem->id, w->method->id, k, &m[i].gap, gap, AT_MOST, limit);
        low.sigma2 = larger(low.sigma2, interval_of_mean(&m[i].second, e->moment, delta).lower);
    }
}

void inquiry_bound(struct inquiry *q, const struct measurement *w, double (*bound)(const struct constants *, size_t)) {
    struct envelope e = {0};
    if (problem_confines(w->problem, w->method))
        e = w->problem->envelope(w->problem, step_size(&w->settings, 0), w->checkpoints[w->count - 1]);
    struct measured *m = allocate(w->count, sizeof *m);
    struct runs runs = {.problem = w->problem,
                        .method = w->method,
                        .settings = &w->settings,
                        .checkpoints = w->checkpoints,
                        .checkpoint_count = w->count,
                        .envelope = e,
                        .seed = inquiry_seed(q),
                        .claim = q->stream + w->stream,
                        .count = runs_wanted(w->runs, q->options),
                        .interrupted = q->options->interrupted};
    if (!(e.radius > 0))
        q->trouble = "no range is certified for this step size";
    else if (!runs_measure(&runs, m))
        q->interrupted = true;
    else
        hold_against(q, w, &e, m, bound);
    free(m);
}
