/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearing.h"

#include <float.h>
#include <stdlib.h>

#include "../numbers/confidence.h"
#include "../numbers/fail.h"
#include "../runs/runs.h"

enum { LOOKS = 4, GROWTH = 4 }; /* each look has GROWTH times the runs of the one before */

/* For all settings that are measured and all looks: four limits a checkpoint (gap from below and above, second moment from
 * below there and one step before) and one a step (second moment from above). */
static size_t limits(const struct claim *claim) {
    size_t count = 0, checkpoints[CHECKPOINTS_MAX];
    const struct mean_claim *c = &claim->mean;
    for (size_t s = 0; s < c->count; s++)
        if (c->settings[s].runs)
            count += LOOKS * ((c->without_sigma2 ? 2 : 4) * setting_checkpoints(&c->settings[s], checkpoints) +
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

/* sigma^2 in a bound at k: the supremum of the second moments before the last step, t < k, and what rounding adds. */
struct running_supremum {
    const struct series *of;
    size_t seen; /* steps */
    double value, error;
};
static void running_to(struct running_supremum *r, size_t k) {
    for (; r->seen < k || r->seen == 0; r->seen++) { /* at k = 0 no bound may use it, yet it is a number */
        r->value = larger(r->value, r->of->moment[r->seen]);
        r->error = larger(r->error, r->of->moment_error[r->seen]);
    }
}

static void decide_exactly(struct setting_hearing *h) {
    const struct mean_claim *claim = &h->of->claim->mean;
    struct series s;
    const char *trouble = exact_series(h, &s);
    if (trouble) {
        hearing_invalid(h, trouble);
        return;
    }
    struct running_supremum sigma2 = {.of = &s};
    size_t checkpoints[CHECKPOINTS_MAX], count = setting_checkpoints(h->setting, checkpoints);
    struct row *row = hearing_rows(h, count, "exact");
    for (size_t c = 0; c < count; c++, row++) {
        size_t k = checkpoints[c];
        running_to(&sigma2, k);
        h->met->constants.sigma2 = claim->without_sigma2 ? NAN : sigma2.value;
        double estimate = claim->average ? s.average_gap[k] : s.gap[k];
        double error = claim->average ? s.average_error[k] : s.gap_error[k],
               bound = bound_at(claim, &h->met->constants, k);
        if (claim->sign != AT_MOST) error += minimum_width(h->problem);
        double relative = !claim->without_sigma2 && sigma2.value > 0 ? sigma2.error / sigma2.value : 0;
        double allowance = error + bound_error(bound, k) + fabs(bound) * relative;
        row->k = k;
        row->estimate = estimate;
        row->lower = estimate - error;
        row->upper = estimate + error;
        row->bound = bound;
        row->verdict = compare_computed(estimate, bound, allowance, claim->sign);
        row->closeness = closeness_of(estimate, bound, allowance, claim->sign);
    }
    series_free(&s);
}

static const struct moments *gap_of(const struct setting_hearing *h, const struct measured *m) {
    return h->of->claim->mean.average ? &m->average_gap : &m->gap;
}

/* Where sigma^2 of the bound at a checkpoint lies, the supremum over the steps before it.  From below: the
 * moment at x_0, which is no estimate, what was measured at the checkpoints before, as an expectation at each x_k, and one
 * step before, as the square of a sample, whose range is wider.  From above: the certified bound, or what was measured at
 * every step, if that is lower. */
struct sigma2_limits {
    size_t seen; /* steps */
    double lower, upper;
};
static void limits_to(struct sigma2_limits *s, const struct setting_hearing *h, struct envelope e,
                      const struct moments squares[], const struct measured *before, size_t k) {
    double delta = h->of->options->delta;
    if (s->seen == 0) { /* at k = 0 no bound may use it, yet it is a number */
        s->lower = s->upper = second_moment_0(h->problem);
        s->seen = 1;
    }
    for (; s->seen < k; s->seen++)
        s->upper = larger(s->upper, interval_of_mean(&squares[s->seen], e.square, delta).upper);
    s->upper = smaller(s->upper, e.moment);
    s->lower = larger(s->lower, interval_of_mean(&squares[s->seen - 1], e.square, delta).lower);
    if (before) s->lower = larger(s->lower, interval_of_mean(&before->second, e.moment, delta).lower);
}

/* Rows of one look.  The upper limit of the gap is held against the bound with the lower limit of sigma^2, so that `holds` is
 * the hardest test; its lower limit against the bound with the upper one, so that no true bound is called violated because
 * sigma^2 was underestimated. */
static enum verdict look(struct setting_hearing *h, struct envelope e, const struct measured m[],
                         const struct interval gaps[], const struct moments squares[], const size_t k[], size_t count,
                         struct row row[]) {
    const struct claim *claim = h->of->claim;
    struct constants low = h->met->constants, high = low;
    struct sigma2_limits sigma2 = {0};
    h->met->power = 0;
    enum verdict worst = HOLDS;
    for (size_t c = 0; c < count; c++) {
        struct interval gap = gaps[c];
        if (squares) limits_to(&sigma2, h, e, squares, c ? &m[c - 1] : NULL, k[c]);
        low.sigma2 = squares ? sigma2.lower : NAN;
        high.sigma2 = squares ? sigma2.upper : NAN;
        const struct moments *sample = gap_of(h, &m[c]);
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
        double within = claim_within(claim);
        enum verdict low_verdict = compare_interval(gap, row[c].bound, claim->mean.sign, within);
        enum verdict high_verdict = compare_interval(gap, most, claim->mean.sign, within);
        row[c].verdict = broken || low_verdict == INVALID || high_verdict == INVALID ? INVALID
                         : low_verdict == high_verdict                               ? low_verdict
                                                                                     : UNDECIDED;
        /* An excess over the bound, sigma^2 being anywhere in its interval, that leaves the lower limit above. */
        h->met->power = larger(h->met->power, gap.upper - gap.lower + most - row[c].bound);
        worst = verdict_graver(worst, row[c].verdict); /* an undecided checkpoint asks for more runs */
    }
    h->met->constants.sigma2 = low.sigma2;
    return worst;
}

/* Rows of a claim that measured and exact expectation agree: the exact one must lie in the interval, which must be narrow. */
static enum verdict compare_with_exact(struct setting_hearing *h, const struct measured m[],
                                       const struct interval gaps[], const struct series *s, const size_t k[],
                                       size_t count, struct row row[]) {
    bool average = h->of->claim->mean.average;
    enum verdict worst = HOLDS;
    h->met->power = 0;
    for (size_t c = 0; c < count; c++) {
        struct interval gap = gaps[c];
        const struct moments *sample = gap_of(h, &m[c]);
        double error = average ? s->average_error[k[c]] : s->gap_error[k[c]];
        row[c].k = k[c];
        row[c].runs = sample->count;
        row[c].estimate = sample->mean;
        row[c].lower = gap.lower;
        row[c].upper = gap.upper;
        row[c].bound = average ? s->average_gap[k[c]] : s->gap[k[c]];
        row[c].sign = EQUAL;
        const struct interval apart = {gap.lower - error, gap.upper + error};
        row[c].verdict = sample->broken || !isfinite(sample->mean)
                             ? INVALID
                             : compare_interval(apart, row[c].bound, EQUAL, claim_within(h->of->claim));
        h->met->power = larger(h->met->power, gap.upper - gap.lower);
        worst = verdict_graver(worst, row[c].verdict);
    }
    return worst;
}

/* What a setting has measured so far: runs in one block, or in those of a median of means; their gaps' limits. */
struct blocks {
    size_t count, runs;      /* blocks, and runs in each */
    struct measured *each;   /* block by block, a checkpoint after the other */
    struct measured *all;    /* of all blocks, a checkpoint each */
    struct interval *limits; /* likewise */
};

/* Whether the gap's variance is bounded at every checkpoint. */
static bool variance_is_known(const struct setting_hearing *h, const size_t k[], size_t count) {
    bool known = true;
    for (size_t c = 0; c < count; c++)
        known &=
            problem_variance(h->problem, h->setting->method, &h->settings, k[c], h->of->claim->mean.average) < INFINITY;
    return known;
}

static struct interval gap_limits(const struct setting_hearing *h, const struct blocks *b, const struct runs *r,
                                  size_t checkpoint) {
    double delta = h->of->options->delta;
    if (b->count == 1) return interval_of_mean(gap_of(h, &b->all[checkpoint]), r->envelope.gap, delta);
    double *means = allocate(b->count, sizeof *means);
    for (size_t i = 0; i < b->count; i++) means[i] = gap_of(h, &b->each[i * r->checkpoint_count + checkpoint])->mean;
    double variance = problem_variance(h->problem, h->setting->method, &h->settings, r->checkpoints[checkpoint],
                                       h->of->claim->mean.average);
    struct interval limits = limits_by_median_of_means(means, b->runs, variance, delta);
    free(means);
    return limits;
}

/* More runs, so that there are `total`, or a few more where blocks must be equal.  False if interrupted. */
static bool measure_more(const struct setting_hearing *h, struct blocks *b, struct runs *r, size_t total) {
    size_t had = b->runs;
    b->runs = (total + b->count - 1) / b->count;
    r->count = b->runs - had;
    memset(b->all, 0, r->checkpoint_count * sizeof *b->all);
    for (size_t i = 0; i < b->count; i++) {
        r->first = had * b->count + i * r->count;
        struct measured *block = &b->each[i * r->checkpoint_count];
        if (!runs_measure(r, block)) return false;
        for (size_t c = 0; c < r->checkpoint_count; c++) {
            b->all[c].gap = moments_merged(b->all[c].gap, block[c].gap);
            b->all[c].average_gap = moments_merged(b->all[c].average_gap, block[c].average_gap);
            b->all[c].second = moments_merged(b->all[c].second, block[c].second);
        }
    }
    for (size_t c = 0; c < r->checkpoint_count; c++) b->limits[c] = gap_limits(h, b, r, c);
    return true;
}

static void decide_by_interval(struct setting_hearing *h) {
    const struct setting *setting = h->setting;
    struct envelope e = {0};
    if (problem_confines(h->problem, setting->method))
        e = h->problem->envelope(h->problem, step_size(&h->settings, 0), setting->steps);
    size_t checkpoints[CHECKPOINTS_MAX], count = setting_checkpoints(setting, checkpoints);
    bool ranged = e.radius > 0, needs_sigma2 = h->of->claim->mean.bound && !h->of->claim->mean.without_sigma2;
    if (!ranged && !variance_is_known(h, checkpoints, count)) {
        hearing_invalid(h, "no range is certified for this step size, and without one there is no interval");
        return;
    }
    if (!ranged && needs_sigma2) {
        hearing_invalid(h, "sigma^2 has no limits where no range is certified");
        return;
    }
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
    struct blocks b = {.count = ranged ? 1 : blocks_of_means(h->of->options->delta)};
    b.each = allocate((b.count + 1) * count, sizeof *b.each);
    b.all = b.each + b.count * count;
    b.limits = allocate(count, sizeof *b.limits);
    struct series exact = {0};
    const char *trouble = h->of->claim->mean.bound ? NULL : exact_series(h, &exact);
    size_t total = runs_wanted(setting->runs, h->of->options);
    struct row *rows = hearing_rows(h, trouble ? 0 : count, "interval");
    if (trouble) hearing_invalid(h, trouble);
    enum verdict found = UNDECIDED;
    for (int looks = 0; looks < LOOKS && !trouble && found == UNDECIDED; looks++, total *= GROWTH) {
        if (!measure_more(h, &b, &runs, total)) {
            h->of->out->interrupted = true;
            break;
        }
        found = h->of->claim->mean.bound ? look(h, e, b.all, b.limits, squares, checkpoints, count, rows)
                                         : compare_with_exact(h, b.all, b.limits, &exact, checkpoints, count, rows);
    }
    series_free(&exact);
    free(b.each);
    free(b.limits);
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
