/* A method: an update rule. */
#ifndef DESCENT_METHOD_H
#define DESCENT_METHOD_H

#include "real.h"

/* The parameters of a method's run. */
struct settings {
    double alpha; /* step size, the first one if a schedule changes it */
};

struct method {
    const char *id;
    const char *title[2]; /* English, Russian */
    const char *rule;     /* the update, as LaTeX */
    size_t vectors;       /* of dim numbers each that it carries from step to step, zero at first */
    /* x_k -> x_{k+1} in place, from the stochastic gradient at x_k. */
    void (*step)(const struct settings *, size_t k, size_t dim, real x[], const real gradient[], real state[]);
    /* The step size alpha_k that it uses at iteration k, for weighted averages and proofs. */
    double (*step_size)(const struct settings *, size_t k);
};

#endif
