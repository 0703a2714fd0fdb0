/* The figure of one run of the command line: what was measured, and bounds on it. */
#ifndef DESCENT_RUN_SCENE_H
#define DESCENT_RUN_SCENE_H

#include "../models/method.h"
#include "scene.h"

/* A curve over the checkpoints. */
struct run_curve {
    const char *name[LANGUAGES];
    const double *value, *low, *high; /* low and high: NULL where there is no band */
    const struct run_curve *bounds;   /* what it is a bound on; NULL: it was measured */
    enum sign sign;                   /* of a bound */
};

/* Its scene in a language; NULL if there is no point to draw. */
struct scene *run_scene(const struct problem *, const struct method *, double alpha, const size_t k[],
                        size_t checkpoints, const struct run_curve[], size_t count, size_t language);

#endif
