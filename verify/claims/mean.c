/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearing.h"

#include <float.h>
#include <stdlib.h>

#include "../numbers/fail.h"
#include "../runs/runs.h"

enum { LOOKS = 4, GROWTH = 4 }; /* each look has GROWTH times the runs of the one before */

/* For all settings that are measured and all looks: three limits a checkpoint (gap from below and above, second moment from
 * below) and one a step (second moment from above). */
static size_t limits(const struct claim *claim) {
    size_t count = 0, checkpoints[CHECKPOINTS_MAX];
    const struct mean_claim *c = &claim->mean;
    for (size_t s = 0; s < c->count; s++)
        if (c->settings[s].runs)
            count += LOOKS * (3 * setting_checkpoints(&c->settings[s], checkpoints) +
                              (c->without_sigma2 ? 0 : c->settings[s].steps));
    return count;
}

/* What the claim compares with. */
static double bound_at(const struct mean_claim *c, const struct constants *constants, size_t k) {
    double bound = c->bound(constants, k);
    return c->times != 0 ? c->times * bound : bound;
}

/* The rounding error of a bound: a power of a base near 1 carries the base's error k times. */
static double bound_error(double bound, size_t k) {
    return 8 * ((double)k + 8) * DBL_EPSILON * fabs(bound);
}

/* Gaps are measured against the lower end of what encloses f*, the harder one for upper bounds.  Lower bounds must
 * allow for the other end. */
static double minimum_width(const struct problem *p) {
    return p->f_star_high - p->f_star_low;
}

static const char *exact_series(const struct setting_hearing *h, struct series *s) {
    const struct exact *by = h->setting->by ? h->setting->by : exact_for(h->problem, &h->settings);
    return by->compute(h->problem, h->setting->method, &h->settings, h->setting->steps, s);
}

static void decide_exactly(struct setting_hearing *h) {
    const struct mean_claim *claim = &h->of->claim->mean;
    struct series s;
    const char *trouble = exact_series(h, &s);
    if (trouble) {
        hearing_invalid(h, trouble);
        return;
    }
    /* sigma^2 is the supremum over the path before the last step; its rounding error scales the bound. */
    double sigma2 = series_sigma2(&s), sigma2_error = 0;
    for (size_t k = 0; k < s.steps; k++) sigma2_error = larger(sigma2_error, s.moment_error[k]);
    h->met->constants.sigma2 = sigma2;
    size_t checkpoints[CHECKPOINTS_MAX], count = setting_checkpoints(h->setting, checkpoints);
    struct row *row = hearing_rows(h, count, "exact");
    for (size_t c = 0; c < count; c++, row++) {
        size_t k = checkpoints[c];
        double estimate = claim->average ? s.average_gap[k] : s.gap[k];
        double error = claim->average ? s.average_error[k] : s.gap_error[k],
               bound = bound_at(claim, &h->met->constants, k);
        if (claim->sign != AT_MOST) error += minimum_width(h->problem);
        double relative = sigma2 > 0 ? sigma2_error / sigma2 : 0;
        double allowance = error + bound_error(bound, k) + fabs(bound) * relative;
        row->k = k;
        row->estimate = estimate;
        row->lower = estimate - error;
        row->upper = estimate + error;
        row->bound = bound;
        row->verdict = compare_computed(estimate, bound, allowance, claim->sign);
    }
    series_free(&s);
}

static struct interval gap_interval(const struct setting_hearing *h, const struct measured *m, struct envelope e) {
    return interval_of_mean(h->of->claim->mean.average ? &m->average_gap : &m->gap, e.gap, h->of->options->delta);
}

/* An upper limit of sup_k E||grad f_i(x_k)||^2 over all steps: the certified bound, or a measured one below it. */
static double second_moment_limit(const struct setting_hearing *h, struct envelope e, const struct moments squares[]) {
    double limit = 0;
    for (size_t k = 0; k < h->setting->steps; k++) {
        double upper = interval_of_mean(&squares[k], e.square, h->of->options->delta).upper;
        if (!(upper <= limit) && !isnan(limit)) limit = upper; /* a NaN gets through, and stays */
    }
    return limit > e.moment ? e.moment : limit;
}

/* Rows of one look.  Where the supremum of the second moment lies is known up to an interval as well: it is at
 * least its lower limit at any checkpoint, at most the largest upper limit at any step.  The upper limit of the
 * gap is held against the bound with the former, so that `holds` is the hardest test; its lower limit against
 * the bound with the latter, so that no true bound is called violated because sigma^2 was underestimated. */
static enum verdict look(struct setting_hearing *h, struct envelope e, const struct measured m[],
                         const struct moments squares[], const size_t k[], size_t count, struct row row[]) {
    struct constants low = h->met->constants, high = low; /* sigma^2 is NaN in both */
    if (squares) {
        low.sigma2 = 0;
        for (size_t c = 0; c < count; c++)
            if (k[c] < h->setting->steps)
                low.sigma2 = larger(low.sigma2, interval_of_mean(&m[c].second, e.moment, h->of->options->delta).lower);
        high.sigma2 = second_moment_limit(h, e, squares);
    }
    h->met->constants.sigma2 = low.sigma2;
    h->met->power = 0;
    enum verdict worst = HOLDS;
    for (size_t c = 0; c < count; c++) {
        struct interval gap = gap_interval(h, &m[c], e);
        const struct moments *sample = h->of->claim->mean.average ? &m[c].average_gap : &m[c].gap;
        row[c].k = k[c];
        row[c].runs = sample->count;
        row[c].estimate = sample->mean;
        if (h->of->claim->mean.sign != AT_MOST) gap.lower -= minimum_width(h->problem);
        row[c].lower = gap.lower;
        row[c].upper = gap.upper;
        row[c].bound = bound_at(&h->of->claim->mean, &low, k[c]);
        double most = bound_at(&h->of->claim->mean, &high, k[c]);
        bool broken = sample->broken || m[c].second.broken || (squares && squares[0].broken) || !isfinite(sample->mean);
        /* `holds` against the bound with the smaller sigma^2, `violated` against the one with the larger. */
        enum verdict low_verdict = compare_interval(gap, row[c].bound, h->of->claim->mean.sign);
        enum verdict high_verdict = compare_interval(gap, most, h->of->claim->mean.sign);
        row[c].verdict = broken || low_verdict == INVALID || high_verdict == INVALID  ? INVALID
                         : low_verdict == high_verdict                                ? low_verdict
                         : low_verdict == HOLDS && h->of->claim->mean.sign == AT_MOST ? HOLDS
                                                                                      : UNDECIDED;
        /* An excess over the bound, sigma^2 being anywhere in its interval, that leaves the lower limit above. */
        h->met->power = larger(h->met->power, gap.upper - gap.lower + most - row[c].bound);
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
static const char *compare_with_exact(struct setting_hearing *h, struct envelope e, const struct measured m[],
                                      const size_t k[], size_t count, struct row row[]) {
    struct series s;
    const char *trouble = exact_series(h, &s);
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
        row[c].sign = EQUAL;
        row[c].verdict = m[c].gap.broken || !isfinite(m[c].gap.mean) || !isfinite(exact) ? INVALID
                         : gap.lower <= exact + error && exact - error <= gap.upper      ? HOLDS
                                                                                         : VIOLATED;
        h->met->power = larger(h->met->power, gap.upper - gap.lower);
    }
    series_free(&s);
    return NULL;
}

static void decide_by_interval(struct setting_hearing *h) {
    const struct setting *setting = h->setting;
    struct envelope e = {0};
    if (problem_confines(h->problem, setting->method))
        e = h->problem->envelope(h->problem, step_size(&h->settings, 0), setting->steps);
    if (!(e.radius > 0)) {
        hearing_invalid(h, "no range is certified for this step size, and without one there is no interval");
        return;
    }
    size_t checkpoints[CHECKPOINTS_MAX], count = setting_checkpoints(setting, checkpoints);
    struct measured *m = allocate(count, sizeof *m);
    bool needs_sigma2 = h->of->claim->mean.bound && !h->of->claim->mean.without_sigma2;
    struct moments *squares = needs_sigma2 ? allocate(setting->steps, sizeof *squares) : NULL;
    struct runs runs = {.problem = h->problem,
                        .method = setting->method,
                        .settings = &h->settings,
                        .checkpoints = checkpoints,
                        .checkpoint_count = count,
                        .average = h->of->claim->mean.average,
                        .envelope = e,
                        .squares = squares,
                        .seed = h->of->options->seed,
                        .claim = h->stream,
                        .interrupted = h->of->options->interrupted};
    size_t total = runs_wanted(setting->runs, h->of->options);
    struct row *rows = hearing_rows(h, count, "interval");
    for (int looks = 0; looks < LOOKS; looks++, total *= GROWTH) {
        runs.first = runs.first + runs.count;
        runs.count = total - runs.first;
        if (!runs_measure(&runs, m)) {
            h->of->out->interrupted = true;
            break;
        }
        if (!h->of->claim->mean.bound) {
            const char *trouble = compare_with_exact(h, e, m, checkpoints, count, rows);
            if (trouble) hearing_invalid(h, trouble);
            break;
        }
        if (look(h, e, m, squares, checkpoints, count, rows) != UNDECIDED) break;
    }
    free(m);
    free(squares);
}

static void decide_setting(struct setting_hearing *h) {
    if (h->setting->runs)
        decide_by_interval(h);
    else
        decide_exactly(h);
}

static void decide(struct hearing *h) {
    hear_settings(h, h->claim->mean.settings, h->claim->mean.count, decide_setting);
}

static const struct setting *settings(const struct claim *claim, size_t *count) {
    *count = claim->mean.count;
    return claim->mean.settings;
}

const struct evidence evidence_mean = {limits, decide, settings};
