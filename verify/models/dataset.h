/* Data to fit a model to, and the models: problems that are made when the program runs. */
#ifndef DESCENT_DATASET_H
#define DESCENT_DATASET_H

#include "problem.h"

enum { FEATURES_MAX = 256, CLASSES_MAX = 64 };

struct dataset {
    size_t rows, features;
    size_t classes; /* 0: labels are numbers; else they are 0, ..., classes - 1 */
    double *row;    /* real_stride(features + 1) numbers a row: the features, then the label */
};
static inline size_t dataset_stride(const struct dataset *s) {
    return real_stride(s->features + 1);
}

/* The mean loss of a model over the rows, plus l2/2 ||x||^2. */
struct model {
    const char *id, *loss; /* of a row, in words */
    bool classes;          /* labels are classes, not numbers ... */
    size_t most;           /* ... and at most so many */
    /* Takes the rows over.  *rank is that of the features; NULL, and *objection, if there is no certified minimum. */
    struct problem *(*fit)(struct dataset *, double l2, size_t *rank, const char **objection);
};

#endif
