/* Networks that are trained from many seeds, and how they do on the way. */
#ifndef DESCENT_LESSONS_H
#define DESCENT_LESSONS_H

#include "../../networks/data.h"
#include "../../networks/stories.h"
#include "../theorem.h"

/* How a network does on some examples. */
struct grade {
    double loss,
        error; /* see network_score; not finite once a run has left all bounds */
};

struct lesson {
    const struct network *network;
    const struct examples *examples; /* what it is trained on ... */
    size_t
        batch; /* ... so many at each step, drawn with replacement; 0: all of them */
    size_t
        split; /* if not 0, it is trained on so many of them, which each seed draws for itself */
    const struct method *method;
    struct settings settings;
    const size_t *checkpoints; /* steps after which it is graded, ascending */
    size_t count;
    /* What it is graded on; after a split, that is what it is trained on, then the rest. */
    const struct examples *graded;
    size_t sets;
};

/* Which seeds take it: run r of a stream of a master seed is the same everywhere. */
struct class {
    uint64_t master, stream;
    size_t seeds;
    const volatile sig_atomic_t *interrupted; /* NULL: never */
    /* Where what was computed so far is kept, to go on from there after an interruption; and how far it is is told.  NULL: it
     * is not. */
    const char *folder;
};
/* Every seed's grades, released with free; see lesson_grade.  Threads share the work.  NULL after an interruption. */
struct grade *lesson_take(const struct lesson *, const struct class *);
/* The grade of a seed at a checkpoint, on one of the sets. */
static inline const struct grade *lesson_grade(const struct lesson *x,
                                               const struct grade *all,
                                               size_t seed, size_t checkpoint,
                                               size_t set) {
    return &all[(seed * x->count + checkpoint) * x->sets + set];
}
/* The method at several step sizes, and of each seed the best: that whose loss on the first set is the least at the last
 * checkpoint; one that is no number is never the best. */
struct grade *lesson_best(const struct lesson *, const double alphas[],
                          size_t alpha_count, const struct class *);

/* A lesson with what it needs; school_close releases that. */
struct school {
    struct lesson lesson;
    struct network *network;
    struct examples sets[6]; /* released, the first `set_count` of them */
    size_t set_count;
};
void school_close(struct school *);
/* What several claims look at: a school and the grades of its seeds, of each lesson that they took there. */
struct sight {
    struct school school;
    struct grade *grades[2];
    size_t seeds;
};
void sight_forget(void *);
/* The class of a claim. */
struct class class_of(const struct inquiry *, const char *name, size_t seeds);

/* The class whose grades a picture shows: sixteen seeds, with what the canvas says of interruptions. */
struct class lesson_shown(const struct canvas *, const char *name);
/* Draws the grades of all seeds as faint lines, and their median. */
enum graded { LOSS, ERROR, ACCURACY };
void lesson_draw(struct canvas *, const struct lesson *, const struct grade *,
                 size_t seeds, size_t set, enum graded, struct pen);

#endif
