/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "../models/certified.h"
#include "../numbers/array.h"
#include "../numbers/confidence.h"
#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "../runs/runs.h"
#include "hearing.h"

size_t runs_wanted(size_t runs, const struct options *o) {
    double wanted = ceil((double)runs * o->effort);
    return wanted > 1e15 ? (size_t)1e15 : wanted < 2 ? 2 : (size_t)wanted;
}

void inquiry_add(struct inquiry *q, struct finding f) {
    q->findings = array_grown(q->findings, q->count, sizeof f);
    q->findings[q->count++] = f;
}

struct finding finding_exact(const char *problem, const char *method, size_t k, double estimate, double error,
                             enum sign sign, double bound) {
    return (struct finding){.problem = problem,
                            .method = method,
                            .k = k,
                            .estimate = estimate,
                            .lower = estimate - error,
                            .upper = estimate + error,
                            .bound = bound,
                            .sign = sign};
}

void inquiry_exact(struct inquiry *q, const char *problem, const char *method, size_t k, double estimate, double error,
                   enum sign sign, double bound) {
    inquiry_add(q, finding_exact(problem, method, k, estimate, error, sign, bound));
}

void inquiry_nearest(struct inquiry *q, const char *problem, const char *method, const struct nearest *n) {
    if (!n->any)
        q->trouble = "nothing was compared";
    else
        inquiry_exact(q, problem, method, n->k, n->left, n->error, n->sign, n->right);
}

void inquiry_measured(struct inquiry *q, const char *problem, const char *method, size_t k, const struct moments *m,
                      struct interval limits, enum sign sign, double bound) {
    inquiry_add(q, (struct finding){.problem = problem,
                                    .method = method,
                                    .k = k,
                                    .runs = m->count,
                                    .sampled = true,
                                    .estimate = m->mean,
                                    .lower = limits.lower,
                                    .upper = limits.upper,
                                    .bound = bound,
                                    .sign = sign});
}

void inquiry_against(struct inquiry *q, const char *problem, const char *method, size_t k, const struct moments *m,
                     struct interval limits, enum sign sign, struct interval bound) {
    inquiry_measured(q, problem, method, k, m, limits, sign, (bound.lower + bound.upper) / 2);
    q->findings[q->count - 1].spread = (bound.upper - bound.lower) / 2;
}

void inquiry_share(struct inquiry *q, const char *problem, const char *method, size_t k, size_t happened, size_t draws,
                   enum sign sign, double bound) {
    double share = (double)happened / (double)draws;
    struct moments m = {.count = draws, .mean = share, .deviations = (double)happened * (1 - share)};
    inquiry_measured(q, problem, method, k, &m, limits_of_probability(happened, draws, q->options->delta), sign, bound);
}

bool inquiry_gaps(struct inquiry *q, const struct measurement *w, struct moments gap[], struct interval limits[]) {
    const struct problem *p = w->problem;
    double alpha = step_size(&w->settings, 0);
    size_t steps = w->checkpoints[w->count - 1];
    struct envelope envelope = {0};
    if (problem_confines(p, w->method)) envelope = p->envelope(p, alpha, steps);
    struct measured *m = allocate(w->count, sizeof *m);
    struct runs runs = {.problem = p,
                        .method = w->method,
                        .settings = &w->settings,
                        .checkpoints = w->checkpoints,
                        .checkpoint_count = w->count,
                        .average = w->average,
                        .envelope = envelope,
                        .seed = inquiry_seed(q),
                        .claim = q->stream + w->stream,
                        .count = runs_wanted(w->runs, q->options),
                        .interrupted = q->options->interrupted};
    q->trouble = certified(q->options->certificates, p, alpha, steps);
    if (!q->trouble && !(envelope.radius > 0)) q->trouble = "no range is certified for this step size";
    if (!q->trouble && !runs_measure(&runs, m)) q->interrupted = true;
    for (size_t c = 0; c < w->count && !q->interrupted && !q->trouble; c++) {
        gap[c] = w->average ? m[c].average_gap : m[c].gap;
        limits[c] = interval_of_mean(&gap[c], envelope.gap, q->options->delta);
        if (!w->from_above) limits[c].lower -= p->f_star_high - p->f_star_low;
        if (gap[c].broken) q->trouble = "a gap is outside its certified range";
    }
    free(m);
    return !q->interrupted && !q->trouble;
}

void inquiry_sides(struct inquiry *q, struct problem *p, const struct method *method, struct settings settings,
                   size_t steps, struct relation (*line)(const struct step *)) {
    struct constants c = constants_of(p, step_size(&settings, 0));
    struct sides *at = allocate(steps, sizeof *at);
    walk_sides(p, method, &settings, steps, &c, line, inquiry_seed(q), q->stream ^ pcg_name(0, p->id), at);
    for (size_t k = 0; k < steps; k++)
        inquiry_exact(q, p->id, method->id, k + 1, at[k].left, at[k].error, at[k].sign, at[k].right);
    free(at);
    problem_free(p);
}

void inquiry_which(struct inquiry *q, size_t first, const char *format, ...) {
    for (size_t i = first; i < q->count; i++) {
        va_list arguments;
        va_start(arguments, format);
        vsnprintf(q->findings[i].which, CASE_LENGTH, format, arguments);
        va_end(arguments);
    }
}

static void release(const struct shared *shares, void **kept) {
    if (*kept && shares->release) shares->release(*kept);
    free(*kept);
    *kept = NULL;
}

const void *inquiry_shared(struct inquiry *q) {
    *q->drew = true; /* what is shared may have been drawn for another claim */
    if (*q->kept) return *q->kept;
    *q->kept = allocate(1, q->shares->size);
    q->shares->make(q, *q->kept);
    if (q->trouble || q->interrupted) release(q->shares, q->kept);
    return *q->kept;
}

bool inquiry_series(struct inquiry *q, const struct setting *setting, struct series *out) {
    *out = (struct series){0};
    if (q->trouble) return false;
    struct problem *p = setting->problem();
    struct settings settings = setting_filled_in(setting, p);
    const struct exact *by = setting->by ? setting->by : exact_for(p, &settings);
    q->trouble = by->compute(p, setting->method, &settings, setting->steps, out);
    problem_free(p);
    return !q->trouble;
}

void judge_forget(const struct claim *claim, void **kept) {
    if (claim->evidence == &evidence_own && claim->own.shares) release(claim->own.shares, kept);
}

bool inquiry_assumes(struct inquiry *q, const struct problem *p, const struct method *method,
                     const struct settings *settings, size_t steps) {
    double first = step_size(settings, 0);
    const struct constants constants = constants_of(p, first);
    const struct premises premises = {p, method, settings, &constants};
    q->trouble = certified(q->options->certificates, p, first, steps);
    if (!q->trouble && !premises_admitted(q->hearing, &premises, q->why)) q->trouble = q->why;
    return !q->trouble;
}

bool inquiry_interrupted(struct inquiry *q) {
    if (q->options->interrupted && *q->options->interrupted) q->interrupted = true;
    return q->interrupted;
}

static size_t limits(const struct claim *claim) {
    return claim->own.limits;
}

/* A bound that is an estimate is held against with its harder end for `holds`, with its easier one for `violated`; the row
 * shows the one that decided. */
static void decide_finding(const struct claim *claim, const struct finding *f, struct row *row) {
    const struct interval found = {f->lower, f->upper};
    if (f->sampled && !f->runs) {
        row->verdict = INVALID;
    } else if (!f->sampled && f->spread == 0) {
        row->verdict = compare_computed(f->estimate, f->bound, (f->upper - f->lower) / 2, f->sign);
        row->closeness = closeness_of(f->estimate, f->bound, (f->upper - f->lower) / 2, f->sign);
    } else if (f->sign == EQUAL) { /* of the difference from what the bound is for certain */
        struct interval apart = {f->lower - f->spread, f->upper + f->spread};
        row->verdict = compare_interval(apart, f->bound, EQUAL, claim_within(claim));
    } else {
        double side = f->sign == AT_MOST ? 1 : -1;
        row->bound = f->bound + side * f->spread;
        row->verdict = compare_interval(found, row->bound, f->sign, 0);
        if (row->verdict == VIOLATED) return;
        row->bound = f->bound - side * f->spread;
        row->verdict = compare_interval(found, row->bound, f->sign, 0);
        if (row->verdict == VIOLATED) row->verdict = UNDECIDED;
    }
}

/* Every problem of the catalogue that a finding names is certified; what is wrong with one of them. */
static const char *certify_named(const struct inquiry *q) {
    const struct catalogue *c = q->options->catalogue;
    for (size_t i = 0; i < q->count; i++) {
        const char *name = q->findings[i].problem;
        if (!c || (i && strcmp(name, q->findings[i - 1].problem) == 0)) continue;
        const char *trouble = certified_by_id(q->options->certificates, c->problems, c->problem_count, name);
        if (trouble) return trouble;
    }
    return NULL;
}

static void decide(struct hearing *h) {
    struct judgement *out = h->out;
    void *own = NULL;
    bool drew = false;
    struct inquiry q = {.options = h->options,
                        .drew = &drew,
                        .hearing = h,
                        .stream = h->stream,
                        .with = h->claim->own.with,
                        .shares = h->claim->own.shares,
                        .kept = h->kept ? h->kept : &own};
    h->claim->own.compute(&q);
    if (own) release(q.shares, &own);
    out->interrupted = q.interrupted;
    if (q.trouble) snprintf(out->note, sizeof out->note, "%s", q.trouble);
    if (!q.trouble && !q.count) snprintf(out->note, sizeof out->note, "nothing was found");
    const char *uncertified = q.trouble ? NULL : certify_named(&q);
    if (uncertified) snprintf(out->note, sizeof out->note, "%s", uncertified);
    if (out->note[0]) /* a row that says so */
        inquiry_exact(&q, "", "", 0, NAN, NAN, AT_MOST, NAN);
    out->rows = allocate(q.count, sizeof *out->rows);
    out->row_count = q.count;
    out->met = allocate(q.count, sizeof *out->met);
    for (size_t i = 0; i < q.count; i++) {
        const struct finding *f = &q.findings[i], *before = i ? f - 1 : NULL;
        out->rows[i] = (struct row){.problem = f->problem,
                                    .method = f->method,
                                    .evidence = f->sampled ? "interval" : "exact",
                                    .k = f->k,
                                    .runs = f->runs,
                                    .estimate = f->estimate,
                                    .lower = f->lower,
                                    .upper = f->upper,
                                    .bound = f->bound,
                                    .sign = f->sign,
                                    .closeness = NAN,
                                    .seeded = drew};
        memcpy(out->rows[i].which, f->which, CASE_LENGTH);
        decide_finding(h->claim, f, &out->rows[i]);
        if (!before || strcmp(before->problem, f->problem) != 0 || strcmp(before->method, f->method) != 0 ||
            strcmp(before->which, f->which) != 0 || f->k <= before->k)
            out->met[out->met_count++] = (struct met){.problem = f->problem,
                                                      .method = f->method,
                                                      .constants = {.sigma2 = NAN, .gap_0 = NAN, .distance = NAN},
                                                      .power = NAN};
        struct met *curve = &out->met[out->met_count - 1];
        curve->steps = f->k;
        curve->rows++;
    }
    free(q.findings);
}

static const struct setting *settings(const struct claim *claim, size_t *count) {
    (void)claim;
    *count = 0;
    return NULL;
}

const struct evidence evidence_own = {limits, decide, settings};
