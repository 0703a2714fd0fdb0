/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "certify.h"
#include "exact.h"
#include "fail.h"
#include "inquiry.h"
#include "pcg.h"
#include "runs.h"
#include "walk.h"

enum { PER_DECADE = 8, LOOKS = 4, GROWTH = 4 }; /* each look has GROWTH times the runs of the one before */

const char *verdict_name(enum verdict v) {
    static const char *const names[] = {"holds", "violated", "undecided", "invalid"};
    return names[v];
}

const char *kind_name(enum kind k) {
    static const char *const names[] = {"bound", "proof-line", "sharpness", "control", "identity"};
    return names[k];
}

const char *evidence_name(enum evidence e) {
    return e == INTERVAL || e == SAMPLED ? "interval" : e == PATHWISE ? "pathwise" : "exact";
}

static size_t checkpoints_of(const struct setting *s, size_t out[]) {
    return checkpoints_between(s->first, s->steps, PER_DECADE, out);
}

double judge_delta(const struct catalogue *c, size_t *limits) {
    size_t count = 0, checkpoints[CHECKPOINTS_MAX];
    for (size_t t = 0; t < c->theorem_count; t++)
        for (size_t i = 0; i < c->theorems[t]->claim_count; i++) {
            const struct claim *claim = &c->theorems[t]->claims[i];
            if (claim->evidence == SAMPLED) count += claim->limits;
            if (claim->evidence != INTERVAL) continue;
            for (size_t s = 0; s < claim->count; s++)
                count += LOOKS * (3 * checkpoints_of(&claim->settings[s], checkpoints) +
                                  (claim->without_sigma2 ? 0 : claim->settings[s].steps));
        }
    *limits = count;
    return count ? ERROR_BUDGET / (double)count : ERROR_BUDGET;
}

/* ---- one claim on one setting ---- */

/* Everything that deciding needs to know and to fill in. */
struct hearing {
    const struct claim *claim;
    const struct setting *setting;
    struct settings settings; /* the setting's, with what follows from the problem filled in */
    const struct options *options;
    const struct problem *problem;
    uint64_t stream; /* of the claim's random numbers */
    struct judgement *out;
    struct met *met;
};

struct constants constants_of(const struct problem *p, double alpha) {
    return (struct constants){.L = p->L,
                              .mu = p->mu,
                              .alpha = alpha,
                              .gap_0 = problem_gap_0(p),
                              .sigma2 = NAN,
                              .noise = p->noise,
                              .noise_star = problem_noise_star(p),
                              .fading = p->fading ? p->fading(p) : INFINITY,
                              .L_max = p->L_max,
                              .distance = problem_distance(p),
                              .lipschitz = p->lipschitz,
                              .convex = p->convex};
}

/* Room for `count` more rows; the first of them. */
static struct row *more_rows(struct hearing *h, size_t count) {
    struct judgement *out = h->out;
    struct row *rows = allocate(out->row_count + count, sizeof *rows);
    if (out->row_count) memcpy(rows, out->rows, out->row_count * sizeof *rows);
    free(out->rows);
    out->rows = rows;
    struct row *first = rows + out->row_count;
    for (size_t i = 0; i < count; i++)
        first[i] = (struct row){.problem = h->problem->id, .method = h->setting->method->id};
    out->row_count += count;
    h->met->rows += count;
    return first;
}

static void invalid(struct hearing *h, const char *why) {
    struct row *row = more_rows(h, 1);
    row->k = h->setting->steps;
    row->estimate = row->lower = row->upper = row->bound = NAN;
    row->verdict = INVALID;
    snprintf(h->out->note, sizeof h->out->note, "%s: %s", h->problem->id, why);
}

/* The rounding error of a bound: a power of a base near 1 carries the base's error k times. */
static double bound_error(double bound, size_t k) {
    return 8 * ((double)k + 8) * DBL_EPSILON * fabs(bound);
}

/* Computed numbers decide up to their rounding errors. */
static enum verdict compared(double estimate, double bound, double allowance, enum sign sign) {
    if (!isfinite(estimate) || !isfinite(bound) || !isfinite(allowance)) return INVALID;
    double over = sign == AT_MOST ? estimate - bound : sign == AT_LEAST ? bound - estimate : fabs(estimate - bound);
    return over > allowance ? VIOLATED : HOLDS;
}

/* Intervals decide only where they lie on one side. */
static enum verdict placed(double lower, double upper, double bound, enum sign sign) {
    if (!isfinite(lower) || !isfinite(upper) || !isfinite(bound)) return INVALID;
    if (sign == EQUAL) return lower <= bound && bound <= upper ? HOLDS : VIOLATED;
    if (sign == AT_LEAST) return lower >= bound ? HOLDS : upper < bound ? VIOLATED : UNDECIDED;
    return upper <= bound ? HOLDS : lower > bound ? VIOLATED : UNDECIDED;
}

/* Gaps are measured against the lower end of what encloses f*, the harder one for upper bounds.  Lower bounds must
 * allow for the other end. */
static double minimum_width(const struct problem *p) {
    return p->f_star_high - p->f_star_low;
}

static void decide_exactly(struct hearing *h) {
    const struct claim *claim = h->claim;
    struct series s;
    const char *trouble =
        series_compute(claim->evidence, h->problem, h->setting->method, &h->settings, h->setting->steps, &s);
    if (trouble) {
        invalid(h, trouble);
        return;
    }
    /* sigma^2 is the supremum over the path before the last step; its rounding error scales the bound. */
    double sigma2 = 0, sigma2_error = 0;
    for (size_t k = 0; k < s.steps; k++) {
        /* Not fmax, which would drop a NaN. */
        if (!(s.moment[k] <= sigma2) && !isnan(sigma2)) sigma2 = s.moment[k];
        sigma2_error = fmax(sigma2_error, s.moment_error[k]);
    }
    h->met->constants.sigma2 = sigma2;
    size_t checkpoints[CHECKPOINTS_MAX], count = checkpoints_of(h->setting, checkpoints);
    struct row *row = more_rows(h, count);
    for (size_t c = 0; c < count; c++, row++) {
        size_t k = checkpoints[c];
        double estimate = claim->average ? s.average_gap[k] : s.gap[k];
        double error = claim->average ? s.average_error[k] : s.gap_error[k],
               bound = claim->bound(&h->met->constants, k);
        if (claim->sign != AT_MOST) error += minimum_width(h->problem);
        double relative = sigma2 > 0 ? sigma2_error / sigma2 : 0;
        double allowance = error + bound_error(bound, k) + fabs(bound) * relative;
        row->k = k;
        row->estimate = estimate;
        row->lower = estimate - error;
        row->upper = estimate + error;
        row->bound = bound;
        row->verdict = compared(estimate, bound, allowance, claim->sign);
    }
    series_free(&s);
}

static struct interval gap_interval(const struct hearing *h, const struct measured *m, struct envelope e) {
    return interval_of_mean(h->claim->average ? &m->average_gap : &m->gap, e.gap, h->options->delta);
}

/* An upper limit of sup_k E||grad f_i(x_k)||^2 over all steps: the certified bound, or a measured one below it. */
static double second_moment_limit(const struct hearing *h, struct envelope e, const struct moments squares[]) {
    double limit = 0;
    for (size_t k = 0; k < h->setting->steps; k++) {
        double upper = interval_of_mean(&squares[k], e.square, h->options->delta).upper;
        if (!(upper <= limit) && !isnan(limit)) limit = upper; /* a NaN gets through, and stays */
    }
    return limit > e.moment ? e.moment : limit;
}

/* Rows of one look.  Where the supremum of the second moment lies is known up to an interval as well: it is at
 * least its lower limit at any checkpoint, at most the largest upper limit at any step.  The upper limit of the
 * gap is held against the bound with the former, so that `holds` is the hardest test; its lower limit against
 * the bound with the latter, so that no true bound is called violated because sigma^2 was underestimated. */
static enum verdict look(struct hearing *h, struct envelope e, const struct measured m[],
                         const struct moments squares[], const size_t k[], size_t count, struct row row[]) {
    struct constants low = h->met->constants, high = low; /* sigma^2 is NaN in both */
    if (squares) {
        low.sigma2 = 0;
        for (size_t c = 0; c < count; c++)
            if (k[c] < h->setting->steps)
                low.sigma2 = fmax(low.sigma2, interval_of_mean(&m[c].second, e.moment, h->options->delta).lower);
        high.sigma2 = second_moment_limit(h, e, squares);
    }
    h->met->constants.sigma2 = low.sigma2;
    h->met->power = 0;
    enum verdict worst = HOLDS;
    for (size_t c = 0; c < count; c++) {
        struct interval gap = gap_interval(h, &m[c], e);
        const struct moments *sample = h->claim->average ? &m[c].average_gap : &m[c].gap;
        row[c].k = k[c];
        row[c].runs = sample->count;
        row[c].estimate = sample->mean;
        if (h->claim->sign != AT_MOST) gap.lower -= minimum_width(h->problem);
        row[c].lower = gap.lower;
        row[c].upper = gap.upper;
        row[c].bound = h->claim->bound(&low, k[c]);
        double most = h->claim->bound(&high, k[c]);
        bool broken = sample->broken || m[c].second.broken || (squares && squares[0].broken) || !isfinite(sample->mean);
        /* `holds` against the bound with the smaller sigma^2, `violated` against the one with the larger. */
        enum verdict low_verdict = placed(gap.lower, gap.upper, row[c].bound, h->claim->sign);
        enum verdict high_verdict = placed(gap.lower, gap.upper, most, h->claim->sign);
        row[c].verdict = broken || low_verdict == INVALID || high_verdict == INVALID ? INVALID
                         : low_verdict == high_verdict                               ? low_verdict
                         : low_verdict == HOLDS && h->claim->sign == AT_MOST         ? HOLDS
                                                                                     : UNDECIDED;
        /* An excess over the bound, sigma^2 being anywhere in its interval, that leaves the lower limit above. */
        h->met->power = fmax(h->met->power, gap.upper - gap.lower + most - row[c].bound);
        /* One violated checkpoint decides; an undecided one asks for more runs. */
        if (row[c].verdict == INVALID || worst == INVALID)
            worst = INVALID;
        else if (row[c].verdict == VIOLATED || worst == VIOLATED)
            worst = VIOLATED;
        else if (row[c].verdict == UNDECIDED)
            worst = UNDECIDED;
    }
    return worst;
}

/* Rows of a claim that measured and exact expectation agree: the exact one must lie in the interval. */
static const char *compare_with_exact(struct hearing *h, struct envelope e, const struct measured m[], const size_t k[],
                                      size_t count, struct row row[]) {
    struct series s;
    const char *trouble =
        series_compute(h->claim->against, h->problem, h->setting->method, &h->settings, h->setting->steps, &s);
    if (trouble) return trouble;
    h->met->power = 0;
    for (size_t c = 0; c < count; c++) {
        struct interval gap = gap_interval(h, &m[c], e);
        double exact = s.gap[k[c]], error = s.gap_error[k[c]];
        row[c].k = k[c];
        row[c].runs = m[c].gap.count;
        row[c].estimate = m[c].gap.mean;
        row[c].lower = gap.lower;
        row[c].upper = gap.upper;
        row[c].bound = exact;
        row[c].verdict = m[c].gap.broken || !isfinite(m[c].gap.mean) || !isfinite(exact) ? INVALID
                         : gap.lower <= exact + error && exact - error <= gap.upper      ? HOLDS
                                                                                         : VIOLATED;
        h->met->power = fmax(h->met->power, gap.upper - gap.lower);
    }
    series_free(&s);
    return NULL;
}

static void decide_by_interval(struct hearing *h) {
    const struct setting *setting = h->setting;
    struct envelope e = {0};
    if (problem_confines(h->problem, setting->method))
        e = h->problem->envelope(h->problem, step_size(&h->settings, 0), setting->steps);
    if (!(e.radius > 0)) {
        invalid(h, "no range is certified for this step size, and without one there is no interval");
        return;
    }
    size_t checkpoints[CHECKPOINTS_MAX], count = checkpoints_of(setting, checkpoints);
    struct measured *m = allocate(count, sizeof *m);
    bool needs_sigma2 = h->claim->bound && !h->claim->without_sigma2;
    struct moments *squares = needs_sigma2 ? allocate(setting->steps, sizeof *squares) : NULL;
    struct runs runs = {.problem = h->problem,
                        .method = setting->method,
                        .settings = &h->settings,
                        .checkpoints = checkpoints,
                        .checkpoint_count = count,
                        .average = h->claim->average,
                        .envelope = e,
                        .squares = squares,
                        .seed = h->options->seed,
                        .claim = h->stream,
                        .interrupted = h->options->interrupted};
    double wanted = ceil((double)h->claim->runs * h->options->effort);
    if (wanted > 1e15) wanted = 1e15;
    size_t total = wanted < 2 ? 2 : (size_t)wanted;
    struct row *rows = more_rows(h, count);
    for (int looks = 0; looks < LOOKS; looks++, total *= GROWTH) {
        runs.first = runs.first + runs.count;
        runs.count = total - runs.first;
        if (!runs_measure(&runs, m)) {
            h->out->interrupted = true;
            break;
        }
        if (!h->claim->bound) {
            const char *trouble = compare_with_exact(h, e, m, checkpoints, count, rows);
            if (trouble) invalid(h, trouble);
            break;
        }
        if (look(h, e, m, squares, checkpoints, count, rows) != UNDECIDED) break;
    }
    free(m);
    free(squares);
}

static void decide_pathwise(struct hearing *h) {
    const struct setting *setting = h->setting;
    struct constants *c = &h->met->constants;
    if (h->problem->envelope)
        c->sigma2 = h->problem->envelope(h->problem, step_size(&h->settings, 0), setting->steps).moment;
    struct tightest t = walk(h->problem, setting->method, &h->settings, setting->steps, c, h->claim->line,
                             h->claim->runs, h->options->seed, h->stream, h->options->interrupted);
    if (t.verdict == UNDECIDED) {
        h->out->interrupted = true;
        return;
    }
    struct row *row = more_rows(h, 1);
    row->k = t.k;
    row->runs = (h->claim->runs + LANES - 1) / LANES * LANES;
    row->estimate = t.left;
    row->lower = t.left - t.allowance;
    row->upper = t.left + t.allowance;
    row->bound = t.right;
    row->verdict = t.verdict;
}

static void decide(struct hearing *h) {
    const struct setting *s = h->setting;
    h->settings = s->settings;
    h->settings.mu = h->problem->mu;
    struct constants given = constants_of(h->problem, s->settings.alpha);
    if (s->settings.chosen) h->settings.alpha = s->settings.chosen(&given, s->steps);
    double first = step_size(&h->settings, 0); /* schedules fall, so this is the longest step */
    *h->met = (struct met){.problem = h->problem->id,
                           .method = s->method->id,
                           .steps = s->steps,
                           .constants = constants_of(h->problem, first),
                           .power = NAN};
    const char *trouble = certify(h->problem, first, s->steps);
    if (trouble) {
        invalid(h, trouble);
        return;
    }
    if (h->claim->evidence == PATHWISE)
        decide_pathwise(h);
    else if (h->claim->evidence == INTERVAL)
        decide_by_interval(h);
    else
        decide_exactly(h);
}

/* ---- a claim that computes for itself ---- */

void inquiry_add(struct inquiry *q, struct finding f) {
    if ((q->count & (q->count - 1)) == 0) { /* full at every power of two */
        struct finding *more = allocate(q->count ? 2 * q->count : 1, sizeof *more);
        if (q->count) memcpy(more, q->findings, q->count * sizeof *more);
        free(q->findings);
        q->findings = more;
    }
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

static void decide_by_itself(const struct claim *claim, const struct options *options, uint64_t stream,
                             struct judgement *out) {
    struct inquiry q = {.options = options, .stream = stream};
    claim->compute(&q);
    out->interrupted = q.interrupted;
    if (q.trouble) snprintf(out->note, sizeof out->note, "%s", q.trouble);
    if (!q.trouble && !q.count) snprintf(out->note, sizeof out->note, "nothing was found");
    if (out->note[0]) /* a row that says so */
        inquiry_add(&q, (struct finding){
                            .problem = "", .method = "", .estimate = NAN, .lower = NAN, .upper = NAN, .bound = NAN});
    out->rows = allocate(q.count, sizeof *out->rows);
    out->row_count = q.count;
    out->met = allocate(q.count, sizeof *out->met);
    for (size_t i = 0; i < q.count; i++) {
        const struct finding *f = &q.findings[i], *before = i ? f - 1 : NULL;
        double error = (f->upper - f->lower) / 2;
        out->rows[i] = (struct row){.problem = f->problem,
                                    .method = f->method,
                                    .k = f->k,
                                    .runs = f->runs,
                                    .estimate = f->estimate,
                                    .lower = f->lower,
                                    .upper = f->upper,
                                    .bound = f->bound};
        out->rows[i].verdict = claim->evidence == SAMPLED && f->runs ? placed(f->lower, f->upper, f->bound, f->sign)
                                                                     : compared(f->estimate, f->bound, error, f->sign);
        if (!before || strcmp(before->problem, f->problem) != 0 || strcmp(before->method, f->method) != 0 ||
            f->k <= before->k)
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

/* ---- a claim ---- */

struct judgement judge(const struct theorem *theorem, const struct claim *claim, const struct options *options) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    struct judgement out = {.theorem = theorem, .claim = claim};
    uint64_t stream = pcg_name(pcg_name(pcg_name(0, theorem->id), "/"), claim->name);
    if (claim->compute) {
        decide_by_itself(claim, options, stream, &out);
    } else {
        out.met = allocate(claim->count, sizeof *out.met);
        out.met_count = claim->count;
    }
    for (size_t i = 0; !claim->compute && i < claim->count && !out.interrupted; i++) {
        struct problem *p = claim->settings[i].problem();
        struct hearing h = {.claim = claim,
                            .setting = &claim->settings[i],
                            .options = options,
                            .problem = p,
                            .stream = stream + i,
                            .out = &out,
                            .met = &out.met[i]};
        decide(&h);
        /* Names outlive the instance: they are string literals. */
        problem_free(p);
    }
    if (!out.row_count && !out.interrupted) snprintf(out.note, sizeof out.note, "nothing was checked");
    bool any[INVALID + 1] = {[INVALID] = out.row_count == 0};
    for (size_t i = 0; i < out.row_count; i++) any[out.rows[i].verdict] = true;
    out.verdict = any[INVALID] ? INVALID : any[VIOLATED] ? VIOLATED : any[UNDECIDED] ? UNDECIDED : HOLDS;
    if (out.verdict == INVALID && !out.note[0])
        snprintf(out.note, sizeof out.note, "NaN, infinity, or a sample outside its certified range");
    if (out.verdict == UNDECIDED)
        snprintf(out.note, sizeof out.note, "the interval still contains the bound after %d looks; try --effort 4",
                 LOOKS);
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
            if (j[i].claim->sign == AT_LEAST) ratio = 1 / ratio;
            if (row->k == 0 || !isfinite(ratio) || ratio <= sharpest) continue;
            sharpest = ratio;
            *at = row;
        }
    }
    return sharpest;
}
