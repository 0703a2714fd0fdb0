/* Sprints: how many steps a method needs on a problem without noise, from several starts at once. */
#ifndef DESCENT_SPRINT_H
#define DESCENT_SPRINT_H

#include <signal.h>

#include "../models/method.h"
#include "../models/problem.h"

/* The starts: x_0 in the first lane, standard normal numbers in the others, the same for any seed.  From each the sprint
 * ends where f is first at most `target` of its first value (f* = 0), or after `most` steps. */
struct sprint {
    const struct problem *problem;
    const struct method *method;
    double target;
    size_t most;
    const volatile sig_atomic_t *interrupted; /* may be NULL */
};

struct finish {
    double steps[LANES]; /* or infinity */
    double least[LANES]; /* the lowest f over the first one */
};
struct finish sprint_run(const struct sprint *, const struct settings *);

/* f over its first value at each step of the way from x_0, to the step `last`. */
void sprint_path(const struct problem *, const struct method *, const struct settings *, size_t last, double ratio[]);

/* The fewest steps from each start over a list of choices, and by which of them.  Who needs more than all starts have
 * needed so far has lost, and is not run to the end. */
struct fewest {
    double steps[LANES];
    size_t by[LANES];
};
struct fewest sprint_fewest(const struct sprint *, const struct settings choices[], size_t count);

#endif
