/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearing.h"

#include "../runs/walk.h"

static size_t limits(const struct claim *claim) {
    (void)claim;
    return 0;
}

static void decide_setting(struct setting_hearing *h) {
    const struct setting *setting = h->setting;
    const struct walk_claim *claim = &h->of->claim->walk;
    const struct options *o = h->of->options;
    struct constants *c = &h->met->constants;
    size_t runs = claim->runs ? claim->runs : WALK_RUNS;
    if (h->problem->envelope)
        c->sigma2 = h->problem->envelope(h->problem, step_size(&h->settings, 0), setting->steps).moment;
    const struct walk w = {.problem = h->problem,
                           .method = setting->method,
                           .settings = &h->settings,
                           .steps = setting->steps,
                           .constants = c,
                           .line = claim->line,
                           .runs = runs,
                           .most = claim_allowance(h->of->claim),
                           .seed = o->seed,
                           .claim = h->stream,
                           .interrupted = o->interrupted};
    struct tightest t = walk(&w);
    if (t.verdict == UNDECIDED) {
        h->of->out->interrupted = true;
        return;
    }
    struct row *row = hearing_rows(h, 1, "pathwise");
    row->k = t.k;
    row->runs = (runs + LANES - 1) / LANES * LANES;
    row->estimate = t.left;
    row->lower = t.left - t.allowance;
    row->upper = t.left + t.allowance;
    row->bound = t.right;
    row->sign = t.sign;
    row->verdict = t.verdict;
    row->closeness = t.closeness;
}

static void decide(struct hearing *h) {
    hear_settings(h, h->claim->walk.settings, h->claim->walk.count, decide_setting);
}

static const struct setting *settings(const struct claim *claim, size_t *count) {
    *count = claim->walk.count;
    return claim->walk.settings;
}

const struct evidence evidence_walk = {limits, decide, settings};
