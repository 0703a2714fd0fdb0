/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../claims/judge.h"
#include "../ledger/replace.h"
#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "../numbers/share.h"
#include "../runs/runs.h"
#include "arguments.h"

/* A mean and its limits; nothing where no range is certified or a run has left it, or where there is no mean. */
static void print_limits(FILE *file, const struct moments *m, double range, double delta) {
    struct interval i = interval_of_mean(m, range, delta);
    if (!isfinite(m->mean))
        fputs(",,,", file);
    else if (range > 0 && !m->broken)
        fprintf(file, ",%.17g,%.17g,%.17g", m->mean, i.lower, i.upper);
    else
        fprintf(file, ",%.17g,,", m->mean);
}

static void remark_on_hypotheses(const struct catalogue *c, const struct problem *p, const struct method *m,
                                 const struct settings *settings) {
    double alpha = step_size(settings, 0);
    struct constants constants = constants_of(p, alpha);
    struct premises premises = {p, m, settings, &constants};
    for (size_t t = 0; t < c->theorem_count; t++) {
        bool about = false;
        for (size_t i = 0; i < c->theorems[t]->claim_count && !about; i++) {
            size_t count;
            const struct setting *s = c->theorems[t]->claims[i]->evidence->settings(c->theorems[t]->claims[i], &count);
            about = count && s->method == m;
        }
        const struct hypothesis *broken = about ? theorem_objection(c->theorems[t], &premises, NULL) : NULL;
        if (broken)
            fprintf(stderr, "descent: note: %s does not cover this run, it asks for: %s (alpha = %g, mu = %g)\n",
                    c->theorems[t]->id, broken->says, alpha, p->mu);
    }
}

int run(const struct arguments *a) {
    if (a->name_count != 2) fail("usage: descent run PROBLEM METHOD [options]; see `descent help run`");
    const struct method *method = find_method(a->catalogue, a->names[1]);
    struct problem *p = find_problem(a->catalogue, a->names[0]);
    struct settings settings = settings_given(a, method, p->mu);
    /* Where f is not smooth, the step for this many iterations of the convex theorem with a constant step. */
    bool smooth = isfinite(p->L) && p->L > 0;
    double usual = smooth ? 1 / (4 * p->L) : problem_distance(p) / (p->lipschitz * sqrt((double)a->steps));
    if (!was_given(a, "alpha") && !method->scale_free) settings.alpha = usual;
    double first = step_size(&settings, 0); /* schedules fall, so this is the longest step */
    remark_on_hypotheses(a->catalogue, p, method, &settings);
    share_threads(a->threads);
    size_t checkpoints[CHECKPOINTS_MAX];
    struct runs runs = {.problem = p,
                        .method = method,
                        .settings = &settings,
                        .checkpoints = checkpoints,
                        .checkpoint_count = checkpoints_between(0, a->steps, 8, checkpoints),
                        .average = true,
                        .seed = a->seed,
                        .claim = pcg_name(pcg_name(pcg_name(0, p->id), "/"), method->id),
                        .count = a->runs,
                        .interrupted = a->interrupted};
    if (problem_confines(p, method)) runs.envelope = p->envelope(p, first, a->steps);
    if (!(runs.envelope.radius > 0))
        fprintf(stderr, "descent: note: no range is certified on %s for alpha = %g, so the means have no limits\n",
                p->id, first);
    struct measured *m = allocate(runs.checkpoint_count, sizeof *m);
    struct replacement csv;
    FILE *file = stdout;
    if (a->csv) {
        csv = replacement_of("csv", a->csv);
        file = csv.file;
    }
    if (!runs_measure(&runs, m)) {
        if (a->csv) unlink(csv.temporary);
        fail("interrupted; nothing was written");
    }
    double delta = ERROR_BUDGET / (6 * (double)runs.checkpoint_count);
    size_t broken = 0;
    fprintf(file, "k,alpha,runs,broken,gap,gap_lower,gap_upper,average_gap,average_lower,average_upper,"
                  "second_moment,second_lower,second_upper\n");
    for (size_t c = 0; c < runs.checkpoint_count; c++) {
        fprintf(file, "%zu,%.17g,%zu,%zu", checkpoints[c], first, m[c].gap.count, m[c].gap.broken);
        broken = m[c].gap.broken > broken ? m[c].gap.broken : broken;
        print_limits(file, &m[c].gap, runs.envelope.gap, delta);
        print_limits(file, &m[c].average_gap, runs.envelope.gap, delta);
        print_limits(file, &m[c].second, runs.envelope.moment, delta);
        fputc('\n', file);
    }
    if (a->csv) replacement_commit(&csv);
    if (broken)
        fprintf(stderr, "descent: note: %zu of %zu runs left the certified range or are no longer finite\n", broken,
                a->runs);
    free(m);
    problem_free(p);
    return 0;
}
