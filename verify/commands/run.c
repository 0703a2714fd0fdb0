/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../claims/judge.h"
#include "../figures/run_scene.h"
#include "../ledger/csv.h"
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

/* What a theorem says of this run, at each checkpoint. */
struct promise {
    const struct theorem *theorem;
    double *bound;
};

/* Whether a theorem speaks of runs of a method: a claim of it does. */
static bool is_about(const struct theorem *t, const struct method *m) {
    for (size_t i = 0; i < t->claim_count; i++) {
        size_t count;
        const struct setting *s = t->claims[i]->evidence->settings(t->claims[i], &count);
        if (count && s->method == m) return true;
    }
    return false;
}

/* What a theorem asks for and this run has not; NULL: its forecast applies, or it makes none. */
static const char *missing(const struct theorem *t, const struct premises *p) {
    const struct hypothesis *broken = theorem_objection(t, p, NULL);
    if (broken) return broken->says[0];
    return t->forecast.given && !t->forecast.given(p) ? t->forecast.asks : NULL;
}

/* The theorems whose hypotheses this run meets, with room for their bounds; of the others it is said why not. */
static size_t find_promises(const struct catalogue *c, const struct premises *p, size_t checkpoints,
                            struct promise out[]) {
    size_t count = 0;
    for (size_t i = 0; i < c->theorem_count; i++) {
        const struct theorem *t = c->theorems[i];
        if (!is_about(t, p->method)) continue;
        const char *asks = missing(t, p);
        if (asks)
            fprintf(stderr, "descent: note: %s does not cover this run, it asks for: %s (alpha = %g, mu = %g)\n", t->id,
                    asks, p->constants->alpha, p->problem->mu);
        else if (t->forecast.bound && t->forecast.method == p->method)
            out[count++] = (struct promise){t, allocate(checkpoints, sizeof(double))};
    }
    return count;
}

/* The bounds, with sigma^2 as the largest second moment measured up to each checkpoint. */
static void evaluate(const struct promise *promise, struct constants constants, const struct runs *r,
                     const struct measured m[]) {
    constants.sigma2 = 0;
    for (size_t c = 0; c < r->checkpoint_count; c++) {
        constants.sigma2 = larger(constants.sigma2, m[c].second.mean);
        promise->bound[c] = promise->theorem->forecast.bound(&constants, r->checkpoints[c]);
    }
}

/* ---- the table ---- */

static void print_header(FILE *file, const struct promise promise[], size_t count) {
    fputs("k,alpha,runs,broken,gap,gap_lower,gap_upper,average_gap,average_lower,average_upper,"
          "second_moment,second_lower,second_upper",
          file);
    for (size_t i = 0; i < count; i++) {
        const struct forecast *f = &promise[i].theorem->forecast;
        fprintf(file, ",%s%sbound_%s", f->average ? "average_" : "", f->sign == AT_LEAST ? "lower_" : "",
                promise[i].theorem->id);
    }
    fputc('\n', file);
}

/* Returns the most runs that were broken at a checkpoint. */
static size_t print_table(FILE *file, const struct runs *r, const struct measured m[], double alpha,
                          const struct promise promise[], size_t count) {
    double delta = ERROR_BUDGET / (6 * (double)r->checkpoint_count);
    size_t broken = 0;
    print_header(file, promise, count);
    for (size_t c = 0; c < r->checkpoint_count; c++) {
        fprintf(file, "%zu,%.17g,%zu,%zu", r->checkpoints[c], alpha, m[c].gap.count, m[c].gap.broken);
        broken = m[c].gap.broken > broken ? m[c].gap.broken : broken;
        print_limits(file, &m[c].gap, r->envelope.gap, delta);
        print_limits(file, &m[c].average_gap, r->envelope.gap, delta);
        print_limits(file, &m[c].second, r->envelope.moment, delta);
        for (size_t i = 0; i < count; i++) csv_number(file, promise[i].bound[c], isfinite(promise[i].bound[c]));
        fputc('\n', file);
    }
    return broken;
}

/* ---- the figure ---- */

/* One of the two gaps of each checkpoint with its limits, three arrays in a row. */
static struct run_curve curve_of(const struct runs *r, const struct measured m[], bool average, double room[]) {
    size_t n = r->checkpoint_count;
    double delta = ERROR_BUDGET / (6 * (double)n);
    bool certified = r->envelope.radius > 0;
    for (size_t c = 0; c < n; c++) {
        const struct moments *gap = average ? &m[c].average_gap : &m[c].gap;
        struct interval i = interval_of_mean(gap, r->envelope.gap, delta);
        room[c] = gap->mean;
        room[n + c] = i.lower;
        room[2 * n + c] = i.upper;
        certified &= !gap->broken;
    }
    struct run_curve curve = {.value = room};
    static const char *const names[2][LANGUAGES] = {{"mean at {/:Italic x_k}", "среднее в {/:Italic x_k}"},
                                                    {"mean at {/:Italic x̄_k}", "среднее в {/:Italic x̄_k}"}};
    memcpy(curve.name, names[average], sizeof curve.name);
    if (certified) {
        curve.low = room + n;
        curve.high = room + 2 * n;
    }
    return curve;
}

static void draw_run(const struct arguments *a, const struct runs *r, const struct measured m[], double alpha,
                     const struct promise promise[], size_t count) {
    struct run_curve *curves = allocate(count + 2, sizeof *curves);
    double *room = allocate(6 * r->checkpoint_count, sizeof *room);
    bool averages = count == 0;
    for (size_t i = 0; i < count; i++) averages |= promise[i].theorem->forecast.average;
    size_t measured = averages ? 2 : 1;
    for (size_t i = 0; i < measured; i++) curves[i] = curve_of(r, m, i == 1, room + 3 * i * r->checkpoint_count);
    for (size_t i = 0; i < count; i++) {
        const struct forecast *f = &promise[i].theorem->forecast;
        curves[measured + i] = (struct run_curve){.name = {f->name[0], f->name[1]},
                                                  .value = promise[i].bound,
                                                  .bounds = &curves[f->average],
                                                  .sign = f->sign};
    }
    size_t language = !a->language[0]; /* English unless told otherwise */
    struct scene *scene = run_scene(r->problem, r->method, alpha, r->checkpoints, r->checkpoint_count, curves,
                                    measured + count, language);
    struct plot_options options = {.seed = a->seed, .threads = 1, .interrupted = a->interrupted};
    if (!scene) fail("--plot %.60s: no gap is positive and finite, so there is nothing to draw", a->plot);
    plot_scene(a->plot, scene, r->problem->id, language, &options);
    scene_free(scene);
    free(room);
    free(curves);
}

/* ---- the run ---- */

/* So many runs that f and the second moment, where they are sums over all rows, cost some seconds; 10^4 at most. */
static size_t affordable_runs(const struct problem *p, size_t checkpoints) {
    static const double terms = 3e8, most = 10000;
    double group = 3 * (double)checkpoints * (double)p->components * (double)(p->dim + 8);
    double groups = floor(terms / group);
    return (size_t)larger(LANES, smaller(most, groups * LANES));
}

/* The step unless one is given.  Of data, where components may be far steeper than f, the one that suits these.  Where f is
 * not smooth, the step for this many iterations of the convex theorem with a constant step. */
static double usual_step(const struct problem *p, const struct arguments *a) {
    if (a->data) return 1 / (4 * p->L_max);
    if (isfinite(p->L) && p->L > 0) return 1 / (4 * p->L);
    return problem_distance(p) / (p->lipschitz * sqrt((double)a->steps));
}

static void check_options(const struct arguments *a) {
    if (a->name_count != 2)
        fail("usage: descent run PROBLEM METHOD [options], or with --data FILE a model for PROBLEM; see `descent help "
             "run`");
    static const char *const needs_data = "goes with --data FILE only";
    if (!a->data && a->label) fail("--label %s", needs_data);
    if (!a->data && a->intercept) fail("--intercept %s", needs_data);
    if (!a->data && a->standardize) fail("--standardize %s", needs_data);
    if (!a->data && a->l2 > 0) fail("--l2 %s", needs_data);
    if (a->plot) plot_format_of("plot", a->plot);
}

int run(const struct arguments *a) {
    check_options(a);
    const struct method *method = find_method(a->catalogue, a->names[1]);
    struct problem *p = a->data ? problem_of_data(a, a->names[0]) : find_problem(a->catalogue, a->names[0]);
    struct settings settings = settings_given(a, method, p->mu);
    if (!was_given(a, "alpha") && !method->scale_free) settings.alpha = usual_step(p, a);
    double first = step_size(&settings, 0); /* schedules fall, so this is the longest step */
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
                        .count = a->runs ? a->runs : 10000,
                        .interrupted = a->interrupted};
    if (a->data && !a->runs && !p->quadratic) runs.count = affordable_runs(p, runs.checkpoint_count);
    struct constants constants = constants_of(p, first);
    struct premises premises = {p, method, &settings, &constants};
    struct promise *promises = allocate(a->catalogue->theorem_count, sizeof *promises);
    size_t promised = find_promises(a->catalogue, &premises, runs.checkpoint_count, promises);
    if (problem_confines(p, method)) runs.envelope = p->envelope(p, first, a->steps);
    if (!(runs.envelope.radius > 0))
        fprintf(stderr, "descent: note: no range is certified on %s for alpha = %g, so the means have no limits\n",
                p->id, first);
    struct measured *m = allocate(runs.checkpoint_count, sizeof *m);
    struct replacement csv;
    if (a->csv) csv = replacement_of("csv", a->csv);
    if (!runs_measure(&runs, m)) {
        if (a->csv) unlink(csv.temporary);
        fail("interrupted; nothing was written");
    }
    for (size_t i = 0; i < promised; i++) evaluate(&promises[i], constants, &runs, m);
    size_t broken = print_table(a->csv ? csv.file : stdout, &runs, m, first, promises, promised);
    if (a->csv) replacement_commit(&csv);
    if (broken)
        fprintf(stderr, "descent: note: %zu of %zu runs left the certified range or are no longer finite\n", broken,
                runs.count);
    if (a->plot) draw_run(a, &runs, m, first, promises, promised);
    for (size_t i = 0; i < promised; i++) free(promises[i].bound);
    free(promises);
    free(m);
    problem_free(p);
    return 0;
}
