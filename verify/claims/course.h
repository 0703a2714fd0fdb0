/* A method on a problem, all of it computed: where claims that compute for themselves mostly start from. */
#ifndef DESCENT_COURSE_H
#define DESCENT_COURSE_H

#include "inquiry.h"

struct course {
    struct problem *problem; /* owned */
    struct settings settings;
    struct series series;       /* empty if it could not be computed, which is the claim's trouble then */
    struct constants constants; /* sigma2 is the supremum of the series' second moments */
    double sigma2_error;        /* the largest rounding error of those */
};

/* Takes the problem over, and its mu into the settings.  `by`: as in a setting. */
struct course course_of(struct inquiry *, struct problem *, const struct method *, struct settings, size_t steps,
                        const struct exact *by);
void course_free(struct course *);

#endif
