/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../models/certified.h"
#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "../runs/runs.h"
#include "hearing.h"

enum { PER_DECADE = 8 };

const char *kind_name(enum kind k) {
    static const char *const names[] = {"bound", "proof-line", "sharpness", "control", "identity"};
    return names[k];
}

size_t setting_checkpoints(const struct setting *s, size_t out[]) {
    return checkpoints_between(s->first, s->steps, PER_DECADE, out);
}

double judge_delta(const struct catalogue *c, size_t *limits) {
    size_t count = 0;
    for (size_t t = 0; t < c->theorem_count; t++)
        for (size_t i = 0; i < c->theorems[t]->claim_count; i++)
            count += c->theorems[t]->claims[i]->evidence->limits(c->theorems[t]->claims[i]);
    *limits = count;
    return count ? ERROR_BUDGET / (double)count : ERROR_BUDGET;
}

/* ---- a claim on a setting ---- */

/* What of a setting the problem's and the method's names do not say. */
static void name_case(char out[CASE_LENGTH], struct settings s, const struct method *m, double alpha) {
    size_t used = 0;
    for (size_t i = 0; i < PARAMETERS && m->parameters[i].name; i++) {
        const struct parameter *p = &m->parameters[i];
        bool step = strcmp(p->name, "alpha") == 0;
        if (step && !(alpha > 0)) continue;
        snprintf(out + used, CASE_LENGTH - used, "%s%s%s = %.6g", used ? ", " : "", p->name,
                 step && s.schedule ? "_0" : "", step ? alpha : *parameter_of(&s, p));
        used = strlen(out);
    }
}

struct row *hearing_rows(struct setting_hearing *h, size_t count, const char *evidence) {
    struct judgement *out = h->of->out;
    struct row *rows = allocate(out->row_count + count, sizeof *rows);
    if (out->row_count) memcpy(rows, out->rows, out->row_count * sizeof *rows);
    free(out->rows);
    out->rows = rows;
    struct row *first = rows + out->row_count;
    for (size_t i = 0; i < count; i++) {
        first[i] = (struct row){.problem = h->problem->id,
                                .method = h->setting->method->id,
                                .evidence = evidence,
                                .seeded = strcmp(evidence, "exact") != 0,
                                .closeness = NAN};
        if (h->of->claim->evidence == &evidence_mean) first[i].sign = h->of->claim->mean.sign;
        name_case(first[i].which, h->settings, h->setting->method, h->met->constants.alpha);
    }
    out->row_count += count;
    h->met->rows += count;
    return first;
}

void hearing_invalid(struct setting_hearing *h, const char *why) {
    struct row *row = hearing_rows(h, 1, h->setting->runs ? "interval" : "exact");
    row->k = h->setting->steps;
    row->estimate = row->lower = row->upper = row->bound = NAN;
    row->verdict = INVALID;
    snprintf(h->of->out->note, sizeof h->of->out->note, "%s: %s", h->problem->id, why);
}

bool premises_admitted(struct hearing *h, const struct premises *p, char why[static WHY_LENGTH]) {
    const struct claim *claim = h->claim;
    if (claim->beyond) return true;
    if (claim->drops && claim->drops->met && claim->drops->met(p)) {
        snprintf(why, WHY_LENGTH, "the hypothesis that it drops is satisfied: %s", claim->drops->says[0]);
        return false;
    }
    const struct hypothesis *broken = theorem_objection(h->theorem, p, claim->drops);
    if (broken) snprintf(why, WHY_LENGTH, "a hypothesis of the theorem is broken: %s", broken->says[0]);
    return !broken;
}

static void hear_setting(struct setting_hearing *h, void (*decide)(struct setting_hearing *)) {
    const struct setting *s = h->setting;
    h->settings = setting_filled_in(s, h->problem);
    double first = step_size(&h->settings, 0); /* schedules fall, so this is the longest step */
    *h->met = (struct met){.problem = h->problem->id,
                           .method = s->method->id,
                           .steps = s->steps,
                           .constants = constants_of(h->problem, first),
                           .power = NAN};
    const struct premises premises = {h->problem, s->method, &h->settings, &h->met->constants};
    char why[WHY_LENGTH];
    const char *trouble = certified(h->of->options->certificates, h->problem, first, s->steps);
    if (trouble)
        hearing_invalid(h, trouble);
    else if (!premises_admitted(h->of, &premises, why))
        hearing_invalid(h, why);
    else
        decide(h);
}

void hear_settings(struct hearing *h, const struct setting settings[], size_t count,
                   void (*decide)(struct setting_hearing *)) {
    h->out->met = allocate(count, sizeof *h->out->met);
    h->out->met_count = count;
    for (size_t i = 0; i < count && !h->out->interrupted; i++) {
        struct problem *p = settings[i].problem();
        struct setting_hearing one = {
            .of = h, .setting = &settings[i], .problem = p, .stream = h->stream + i, .met = &h->out->met[i]};
        hear_setting(&one, decide);
        problem_free(p); /* names outlive the instance: they are string literals */
    }
}

/* ---- a claim ---- */

/* An error that is large against what it belongs to shows nothing, whoever computed it. */
static void limit_allowances(struct judgement *j) {
    size_t at = 0;
    for (size_t m = 0; m < j->met_count; m++) {
        bool of_a_setting = j->claim->evidence != &evidence_own;
        for (size_t end = at + j->met[m].rows; at < end; at++) {
            struct row *r = &j->rows[at];
            if (strcmp(r->evidence, "interval") == 0 || !isfinite(r->estimate + r->bound)) continue;
            double error = (r->upper - r->lower) / 2, size = larger(fabs(r->estimate), fabs(r->bound));
            if (of_a_setting)
                size = larger(size, constants_scale(&j->met[m].constants));
            else if (size <= error) /* nothing is left of them: 0 = 0 */
                size = larger(size, 1);
            if (error <= claim_allowance(j->claim) * size) continue;
            r->verdict = INVALID;
            snprintf(j->note, sizeof j->note, "an error of %.2g for numbers of the size %.2g, k = %zu, %s", error, size,
                     r->k, r->problem);
        }
    }
}

static bool same_curve(const struct row *a, const struct row *b) {
    return strcmp(a->problem, b->problem) == 0 && strcmp(a->method, b->method) == 0 && strcmp(a->which, b->which) == 0;
}

/* A control with several curves is violated if each of them is, somewhere: one could hide the others. */
static void violate_everywhere(struct judgement *j) {
    for (size_t i = 0; i < j->row_count; i++) {
        enum verdict curve = HOLDS;
        for (size_t r = 0; r < j->row_count; r++)
            if (same_curve(&j->rows[i], &j->rows[r])) curve = verdict_graver(curve, j->rows[r].verdict);
        if (curve == VIOLATED) continue;
        j->verdict = curve;
        snprintf(j->note, sizeof j->note, "not violated on %s, %s%s%s", j->rows[i].problem, j->rows[i].method,
                 *j->rows[i].which ? ", " : "", j->rows[i].which);
        return;
    }
}

/* An inequality that is nowhere near equality would not notice if it were weakened: how near it comes must be as near as
 * its claim says. */
static void ask_how_near(struct judgement *j) {
    const struct claim *c = j->claim;
    j->nearest = NAN;
    if ((c->kind != BOUND && c->kind != PROOF_LINE) || c->expected != HOLDS) return;
    for (size_t i = 0; i < j->row_count; i++)
        if (c->kind == PROOF_LINE || j->rows[i].k >= 1) j->nearest = closest_of(j->nearest, j->rows[i].closeness);
    if (j->verdict != HOLDS || isnan(j->nearest)) return;
    double said = c->loose > 0 ? c->loose : 1;
    if (j->nearest >= 0.99 * said && j->nearest <= 1.04 * said) return;
    j->verdict = INVALID;
    snprintf(j->note, sizeof j->note, "it comes within a ratio of %.4g of equality, not %.4g", j->nearest, said);
}

struct judgement judge(const struct theorem *theorem, const struct claim *claim, const struct options *options,
                       void **kept) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    struct judgement out = {.theorem = theorem, .claim = claim};
    const char *drawn_as = theorem->drawn_as ? theorem->drawn_as : theorem->id;
    struct hearing h = {.theorem = theorem,
                        .claim = claim,
                        .options = options,
                        .stream = pcg_name(pcg_name(pcg_name(0, drawn_as), "/"), claim->name),
                        .out = &out,
                        .kept = kept};
    claim->evidence->decide(&h);
    if (!out.row_count && !out.interrupted) snprintf(out.note, sizeof out.note, "nothing was checked");
    limit_allowances(&out);
    out.verdict = out.row_count ? HOLDS : INVALID;
    for (size_t i = 0; i < out.row_count; i++) out.verdict = verdict_graver(out.verdict, out.rows[i].verdict);
    if (out.verdict == VIOLATED && claim->expected == VIOLATED && !claim->somewhere) violate_everywhere(&out);
    ask_how_near(&out);
    if (out.verdict == INVALID && !out.note[0])
        snprintf(out.note, sizeof out.note, "NaN, infinity, or a sample outside its certified range");
    if (out.verdict == UNDECIDED)
        snprintf(out.note, sizeof out.note, "the interval still contains the bound after all looks; try --effort 4");
    clock_gettime(CLOCK_MONOTONIC, &end);
    out.seconds = (double)(end.tv_sec - start.tv_sec) + 1e-9 * (double)(end.tv_nsec - start.tv_nsec);
    return out;
}

void judgement_free(struct judgement *j) {
    free(j->rows);
    free(j->met);
}

double judge_sharpness(const struct judgement *j, size_t count, const struct row **at) {
    double sharpest = NAN;
    for (size_t i = 0; i < count; i++) {
        if (j[i].claim->kind != BOUND) continue;
        for (size_t r = 0; r < j[i].row_count; r++) {
            const struct row *row = &j[i].rows[r];
            double ratio = row->estimate / row->bound;
            if (row->sign == AT_LEAST) ratio = 1 / ratio;
            if (row->k == 0 || !isfinite(ratio) || ratio <= sharpest) continue;
            sharpest = ratio;
            *at = row;
        }
    }
    return sharpest;
}

const struct row *judge_worst(const struct judgement *j) {
    const struct row *worst = NULL;
    for (size_t i = 0; i < j->row_count; i++) {
        const struct row *r = &j->rows[i];
        double side = r->sign == AT_LEAST ? -1 : 1;
        if (!worst ||
            (r->verdict != worst->verdict ? r->verdict > worst->verdict
                                          : side * r->estimate / r->bound > side * worst->estimate / worst->bound))
            worst = r;
    }
    return worst;
}
