/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lessons.h"

#include "../../verify/numbers/share.h"

struct class {
    const struct lesson *lesson;
    uint64_t master, stream;
    size_t seeds;
    const volatile sig_atomic_t *interrupted;
    struct grade (*grades)[MEASURED];
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
                  const struct examples *all, size_t measured, const real w[]) {
    struct examples some = *all;
    if (c->lesson->graded && c->lesson->graded < some.count)
        some.count = c->lesson->graded;
    struct score s = network_score(c->lesson->network, &some, w, NULL);
    for (size_t l = 0; l < LANES && group * LANES + l < c->seeds; l++)
        c->grades[(group * LANES + l) * c->lesson->count + checkpoint]
                 [measured] = (struct grade){s.loss[l], s.error[l]};
}

/* LANES seeds. */
static void take(void *context, size_t group) {
    const struct class *c = context;
    const struct lesson *x = c->lesson;
    struct pcg_lanes random =
        pcg_lanes_of_runs(c->master, c->stream, (uint64_t)group * LANES);
    struct examples seen = *x->examples,
                    unseen = x->unseen ? *x->unseen : *x->examples;
    whole *order = NULL;
    if (x->split) {
        seen.order = unseen.order = order = shuffled(seen.count, &random);
        unseen.first = x->split;
        unseen.count = seen.count - x->split;
        seen.count = x->split;
    }
    const struct training training = {x->network, &seen};
    struct problem *p = network_problem(&training, x->batch ? x->batch : 1);
    if (!x->batch) p = problem_full(p);
    struct trajectory t = trajectory_new(p, x->method, &x->settings);
    trajectory_begin(&t, &random);
    for (size_t i = 0; i < x->count; i++) {
        for (; t.k < x->checkpoints[i];
             trajectory_draw(&t, &random, pcg_surplus(p->components)))
            if (c->interrupted && *c->interrupted) goto end;
        grade(c, group, i, &seen, 0, t.x);
        if (x->split || x->unseen) grade(c, group, i, &unseen, 1, t.x);
    }
end:
    trajectory_free(&t);
    problem_free(p);
    free(order);
}

struct grade (*lesson_take(
    const struct lesson *x, uint64_t master, uint64_t stream, size_t seeds,
    const volatile sig_atomic_t *interrupted))[MEASURED] {
    struct class c = {
        x,
        master,
        stream,
        seeds,
        interrupted,
        allocate(seeds * x->count, sizeof(struct grade[MEASURED]))};
    share((seeds + LANES - 1) / LANES, take, &c);
    if (!interrupted || !*interrupted) return c.grades;
    free(c.grades);
    return NULL;
}

struct grade (*lesson_best(const struct lesson *x, const double steps[],
                           size_t step_count, uint64_t master, uint64_t stream,
                           size_t seeds,
                           const volatile sig_atomic_t *interrupted,
                           size_t chosen[]))[MEASURED] {
    struct grade(*best)[MEASURED] = NULL;
    size_t last = x->count - 1;
    for (size_t i = 0; i < step_count; i++) {
        struct lesson one = *x;
        one.settings.alpha = steps[i];
        struct grade(*now)[MEASURED] =
            lesson_take(&one, master, stream, seeds, interrupted);
        if (!now) {
            free(best);
            return NULL;
        }
        for (size_t s = 0; best && s < seeds; s++) {
            if (!(now[s * x->count + last][0].loss <
                  best[s * x->count + last][0].loss) &&
                isfinite(best[s * x->count + last][0].loss))
                continue;
            memcpy(best[s * x->count], now[s * x->count],
                   x->count * sizeof *best);
            if (chosen) chosen[s] = i;
        }
        if (!best) {
            best = now;
            for (size_t s = 0; chosen && s < seeds; s++) chosen[s] = 0;
        } else {
            free(now);
        }
    }
    return best;
}

size_t lesson_count(const struct grade (*grades)[MEASURED],
                    const struct lesson *x, size_t seeds, size_t checkpoint,
                    bool (*happened)(const struct grade[MEASURED],
                                     const void *),
                    const void *with) {
    size_t count = 0;
    for (size_t s = 0; s < seeds; s++)
        count += happened(grades[s * x->count + checkpoint], with);
    return count;
}
