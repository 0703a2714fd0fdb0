/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lessons.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

#include "../../verify/numbers/share.h"

struct class {
    const struct lesson *lesson;
    uint64_t master, stream;
    size_t seeds;
    const volatile sig_atomic_t *interrupted;
    struct grade *grades;
};

/* A random order of `count` places in each lane (Fisher and Yates). */
static whole *shuffled(size_t count, struct pcg_lanes *random) {
    whole *order = allocate(count, sizeof *order);
    for (size_t i = 0; i < count; i++) order[i] = whole_all(i);
    for (size_t i = count; i-- > 1;) {
        whole other = pcg_lanes_below(random, i + 1, pcg_surplus(i + 1));
        for (unsigned l = 0; l < LANES; l++) {
            uint64_t swapped = order[i][l];
            order[i][l] = order[other[l]][l];
            order[other[l]][l] = swapped;
        }
    }
    return order;
}

static void grade(const struct class *c, size_t group, size_t checkpoint,
                  const struct examples *on, size_t set, const real w[]) {
    const struct lesson *x = c->lesson;
    struct score s = network_score(x->network, on, w, NULL);
    for (size_t l = 0, seed = group * LANES; l < LANES && seed < c->seeds;
         l++, seed++)
        c->grades[(seed * x->count + checkpoint) * x->sets + set] =
            (struct grade){s.loss[l], s.error[l]};
}

/* LANES seeds. */
static void take(void *context, size_t group) {
    const struct class *c = context;
    const struct lesson *x = c->lesson;
    struct pcg_lanes random =
        pcg_lanes_of_runs(c->master, c->stream, (uint64_t)group * LANES);
    struct examples halves[2] = {*x->examples, *x->examples};
    whole *order = NULL;
    if (x->split) {
        halves[0].order = halves[1].order = order =
            shuffled(x->examples->count, &random);
        halves[0].count = halves[1].first = x->split;
        halves[1].count -= x->split;
    }
    const struct examples *graded = x->split ? halves : x->graded;
    const struct training training = {x->network, &halves[0]};
    struct problem *p = network_problem(&training, x->batch ? x->batch : 1);
    if (!x->batch) p = problem_full(p);
    struct trajectory t = trajectory_new(p, x->method, &x->settings);
    bool stopped = false;
    trajectory_begin(&t, &random);
    for (size_t i = 0; i < x->count && !stopped; i++) {
        for (; t.k < x->checkpoints[i] && !stopped;
             stopped = c->interrupted && *c->interrupted)
            trajectory_draw(&t, &random, pcg_surplus(p->components));
        for (size_t set = 0; set < x->sets && !stopped; set++)
            grade(c, group, i, &graded[set], set, t.x);
    }
    trajectory_free(&t);
    problem_free(p);
    free(order);
}

struct grade *lesson_take(const struct lesson *x, uint64_t master,
                          uint64_t stream, size_t seeds,
                          const volatile sig_atomic_t *interrupted) {
    struct grade *grades = allocate(seeds * x->count * x->sets, sizeof *grades);
    struct class c = {x, master, stream, seeds, interrupted, grades};
    share((seeds + LANES - 1) / LANES, take, &c);
    if (!interrupted || !*interrupted) return grades;
    free(grades);
    return NULL;
}

struct grade *lesson_best(const struct lesson *x, const double alphas[],
                          size_t alpha_count, uint64_t master, uint64_t stream,
                          size_t seeds,
                          const volatile sig_atomic_t *interrupted) {
    struct grade *best = NULL;
    for (size_t i = 0; i < alpha_count; i++) {
        struct lesson one = *x;
        one.settings.alpha = alphas[i];
        struct grade *now =
            lesson_take(&one, master, stream, seeds, interrupted);
        if (!now || !best) {
            free(best);
            best = now;
            if (!now) return NULL;
            continue;
        }
        for (size_t s = 0; s < seeds; s++) {
            double before = lesson_grade(x, best, s, x->count - 1, 0)->loss;
            if (lesson_grade(x, now, s, x->count - 1, 0)->loss < before ||
                !isfinite(before))
                memcpy(&best[s * x->count * x->sets],
                       &now[s * x->count * x->sets],
                       x->count * x->sets * sizeof *best);
        }
        free(now);
    }
    return best;
}

static double shown(const struct grade *g, enum graded what) {
    return what == LOSS ? g->loss : what == ERROR ? g->error : 1 - g->error;
}

void lesson_draw(struct canvas *c, const struct lesson *x,
                 const struct grade *grades, size_t seeds, size_t set,
                 enum graded what, struct pen pen) {
    double(*points)[2] = allocate(x->count, sizeof *points),
    *sample = allocate(seeds, sizeof *sample);
    struct pen faint = pen;
    faint.weight = 0.25;
    faint.name[0] = faint.name[1] = NULL;
    for (size_t i = 0; i < x->count; i++)
        points[i][0] = (double)x->checkpoints[i];
    for (size_t s = 0; s < seeds; s++) {
        for (size_t i = 0; i < x->count; i++)
            points[i][1] = shown(lesson_grade(x, grades, s, i, set), what);
        canvas_draw(c, faint, (const double(*)[2])points, x->count);
    }
    for (size_t i = 0; i < x->count; i++) {
        for (size_t s = 0; s < seeds; s++)
            sample[s] = shown(lesson_grade(x, grades, s, i, set), what);
        gsl_sort(sample, 1, seeds);
        points[i][1] = gsl_stats_median_from_sorted_data(sample, 1, seeds);
    }
    pen.weight = 1.4;
    canvas_draw(c, pen, (const double(*)[2])points, x->count);
    free(points);
    free(sample);
}
