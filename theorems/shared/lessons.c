/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lessons.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <inttypes.h>
#include <time.h>

#include "../../verify/ledger/replace.h"
#include "../../verify/numbers/share.h"

struct work {
    const struct lesson *lesson;
    const struct class *class;
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

static void grade(const struct work *w, size_t group, size_t checkpoint,
                  const struct examples *on, size_t set, const real x[]) {
    const struct lesson *l = w->lesson;
    struct score s = network_score(l->network, on, x, NULL);
    for (size_t lane = 0, seed = group * LANES;
         lane < LANES && seed < w->class->seeds; lane++, seed++)
        w->grades[(seed * l->count + checkpoint) * l->sets + set] =
            (struct grade){s.loss[lane], s.error[lane]};
}

/* ---- what is kept for an interruption ---- */

/* Where a group is: how many checkpoints it has passed, its random numbers, and its trajectory. */
struct progress {
    const struct work *work;
    size_t group, passed;
    struct pcg_lanes *random;
    struct trajectory *trajectory;
    time_t kept; /* when that was last done */
};

/* What tells this group of this lesson from others, a line. */
static void head_of(const struct progress *p, char line[256]) {
    const struct lesson *l = p->work->lesson;
    const struct settings *s = &l->settings;
    uint64_t steps = 0;
    for (size_t i = 0; i < l->count; i++)
        steps = steps * 31 + l->checkpoints[i];
    snprintf(line, 256,
             "lesson %" PRIx64 " %" PRIx64
             " group %zu: %s %a %a %a %a %a, %zu weights, %zu examples, %zu, "
             "%zu, %zu x %zu "
             "grades at %" PRIx64 "\n",
             p->work->class->master, p->work->class->stream, p->group,
             l->method->id, s->alpha, s->beta1, s->beta2, s->momentum,
             s->weight_decay, l->network->weights, l->examples->count, l->batch,
             l->split, l->count, l->sets, steps);
}

static void name_of(const struct progress *p, char name[64]) {
    snprintf(name, 64, CANVAS_KEPT "%016" PRIx64 "-%zu",
             pcg_name(p->work->class->stream, p->work->lesson->method->id),
             p->group);
}

/* Calls `move` for all that a group is, with the size of one and how many. */
static bool move_all(struct progress *p,
                     size_t (*move)(void *, size_t, size_t, FILE *),
                     FILE *file) {
    struct trajectory *t = p->trajectory;
    const struct lesson *l = p->work->lesson;
    size_t dim = t->problem->dim, state = trajectory_state(t),
           first = p->group * LANES,
           seeds = p->work->class->seeds - first < LANES
                       ? p->work->class->seeds - first
                       : LANES,
           grades = seeds * l->count * l->sets;
    return move(&p->passed, sizeof p->passed, 1, file) == 1 &&
           move(&t->k, sizeof t->k, 1, file) == 1 &&
           move(p->random, sizeof *p->random, 1, file) == 1 &&
           move(t->x, sizeof *t->x, dim, file) == dim &&
           move(t->state, sizeof *t->state, state, file) == state &&
           move(&p->work->grades[first * l->count * l->sets],
                sizeof *p->work->grades, grades, file) == grades;
}
static size_t put(void *from, size_t size, size_t count, FILE *file) {
    return fwrite(from, size, count, file);
}

static void keep(struct progress *p) {
    char head[256], name[64];
    head_of(p, head);
    name_of(p, name);
    struct replacement r = replacement_begin(p->work->class->folder, name);
    fputs(head, r.file);
    move_all(p, put, r.file);
    replacement_commit(&r);
    p->kept = time(NULL);
}

/* Goes on from what was kept, if it is of the same lesson and whole. */
static void take_up(struct progress *p) {
    char head[256], found[256], name[64], path[PATH_LENGTH];
    head_of(p, head);
    name_of(p, name);
    path_join(path, p->work->class->folder, name);
    FILE *file = fopen(path, "rb");
    p->kept = time(NULL);
    if (!file) return;
    struct pcg_lanes random = *p->random;
    bool fine = fgets(found, sizeof found, file) && strcmp(found, head) == 0 &&
                move_all(p, fread, file);
    fclose(file);
    if (fine) return;
    p->passed = 0;
    *p->random = random;
    trajectory_begin(p->trajectory, p->random);
}

/* Every few seconds. */
static void keep_and_tell(struct progress *p) {
    enum { SECONDS = 10 };
    if (!p->work->class->folder || time(NULL) < p->kept + SECONDS) return;
    keep(p);
    const struct lesson *l = p->work->lesson;
    fprintf(stderr, "descent: %s, alpha %g: step %zu of %zu\n", l->method->id,
            l->settings.alpha, p->trajectory->k, l->checkpoints[l->count - 1]);
}

/* ---- training ---- */

/* LANES seeds. */
static void take(void *context, size_t group) {
    const struct work *w = context;
    const struct lesson *x = w->lesson;
    const volatile sig_atomic_t *interrupted = w->class->interrupted;
    struct pcg_lanes random = pcg_lanes_of_runs(
        w->class->master, w->class->stream, (uint64_t)group * LANES);
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
    struct progress progress = {w, group, 0, &random, &t, 0};
    trajectory_begin(&t, &random);
    if (w->class->folder) take_up(&progress);
    bool stopped = interrupted && *interrupted;
    while (progress.passed < x->count && !stopped) {
        for (; t.k < x->checkpoints[progress.passed] && !stopped;
             stopped = interrupted && *interrupted) {
            trajectory_draw(&t, &random, pcg_surplus(p->components));
            keep_and_tell(&progress);
        }
        if (stopped) break;
        for (size_t set = 0; set < x->sets; set++)
            grade(w, group, progress.passed, &graded[set], set, t.x);
        progress.passed++;
    }
    if (w->class->folder) keep(&progress);
    trajectory_free(&t);
    problem_free(p);
    free(order);
}

struct grade *lesson_take(const struct lesson *x, const struct class *c) {
    struct work w = {x, c,
                     allocate(c->seeds * x->count * x->sets, sizeof *w.grades)};
    share((c->seeds + LANES - 1) / LANES, take, &w);
    if (!c->interrupted || !*c->interrupted) return w.grades;
    free(w.grades);
    return NULL;
}

struct grade *lesson_best(const struct lesson *x, const double alphas[],
                          size_t alpha_count, const struct class *c) {
    struct grade *best = NULL;
    for (size_t i = 0; i < alpha_count; i++) {
        struct lesson one = *x;
        one.settings.alpha = alphas[i];
        struct grade *now = lesson_take(&one, c);
        if (!now || !best) {
            free(best);
            best = now;
            if (!now) return NULL;
            continue;
        }
        for (size_t s = 0; s < c->seeds; s++) {
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

void school_close(struct school *s) {
    for (size_t i = 0; i < s->set_count; i++) examples_free(&s->sets[i]);
    network_free(s->network);
}

void sight_forget(void *out) {
    struct sight *s = out;
    for (size_t i = 0; i < COUNT(s->grades); i++) free(s->grades[i]);
    school_close(&s->school);
}

struct class class_of(const struct inquiry *q, const char *name, size_t seeds) {
    return (struct class){inquiry_seed(q), pcg_name(0, name), seeds,
                          q->options->interrupted, NULL};
}

/* ---- pictures ---- */

struct class lesson_shown(const struct canvas *c, const char *name) {
    return (struct class){1, pcg_name(0, name), LANES, c->interrupted,
                          c->folder};
}

static double shown(const struct grade *g, enum graded what) {
    return what == LOSS ? g->loss : what == ERROR ? g->error : 1 - g->error;
}

void lesson_draw(struct canvas *c, const struct lesson *x,
                 const struct grade *grades, size_t seeds, size_t set,
                 enum graded what, struct pen pen) {
    if (!grades) return; /* somebody wants to stop */
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
