/* Networks that are trained from many seeds, and how they do on the way. */
#ifndef DESCENT_LESSONS_H
#define DESCENT_LESSONS_H

#include "../../networks/data.h"
#include "../theorem.h"

enum { MEASURED = 2 };

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
    const struct examples *
        unseen; /* what it is tested on; after a split the others of `examples`; NULL: on nothing */
    const struct method *method;
    struct settings settings;
    size_t graded; /* on so many of each, from the first; 0: on all */
    const size_t *checkpoints; /* steps after which it is graded, ascending */
    size_t count;
};

/* Every seed's grades: number seed * lesson->count + checkpoint, [0] on what it is trained on, [1] on what it is tested on.
 * Threads share the work.  Run r of a stream of a master seed is the same everywhere.  NULL after an interruption. */
struct grade (*lesson_take(const struct lesson *, uint64_t master,
                           uint64_t stream, size_t seeds,
                           const volatile sig_atomic_t *interrupted))[MEASURED];

/* A method at several step sizes, and each seed's best: the grades where the loss on what it is trained on is the least at
 * the last checkpoint; a run whose loss is no number is never the best. */
struct grade (*lesson_best(const struct lesson *, const double steps[],
                           size_t step_count, uint64_t master, uint64_t stream,
                           size_t seeds,
                           const volatile sig_atomic_t *interrupted,
                           size_t chosen[]))[MEASURED];

/* In how many of the seeds something happened. */
size_t lesson_count(const struct grade (*)[MEASURED], const struct lesson *,
                    size_t seeds, size_t checkpoint,
                    bool (*happened)(const struct grade[MEASURED],
                                     const void *),
                    const void *with);

#endif
