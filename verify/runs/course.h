/* A method on a problem, all of it computed: what claims that compute for themselves mostly start from. */
#ifndef DESCENT_COURSE_H
#define DESCENT_COURSE_H

#include "series.h"

struct course {
    struct problem *problem; /* owned */
    struct settings settings;
    struct series series;
    struct constants constants; /* sigma2 is the supremum of the series' second moments */
    double sigma2_error;        /* the largest rounding error of those */
    const char *trouble;        /* why the series is empty, or NULL */
};

/* By what suits the problem, see exact_for.  Takes the problem over, and its mu into the settings. */
struct course course_of(struct problem *, const struct method *, struct settings, size_t steps);
void course_free(struct course *);

#endif
