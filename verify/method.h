/* A method: an update rule. */
#ifndef DESCENT_METHOD_H
#define DESCENT_METHOD_H

#include "real.h"

struct constants; /* theorem.h */

/* The parameters of a method's run. */
struct settings {
    double alpha; /* step size; a schedule may change it with k */
    double mu;    /* the problem's PL constant, for schedules that need it; filled in by the engine */
    double beta;  /* momentum */
    double (*schedule)(const struct settings *, size_t k); /* alpha_k; NULL: alpha */
    /* If not NULL, the engine sets alpha to this, from the problem's constants and the number of steps. */
    double (*chosen)(const struct constants *, size_t steps);
};

/* alpha_k. */
static inline double step_size(const struct settings *s, size_t k) {
    return s->schedule ? s->schedule(s, k) : s->alpha;
}

struct method {
    const char *id;
    const char *title[2]; /* English, Russian */
    const char *rule;     /* the update, as LaTeX */
    size_t vectors;       /* of dim numbers each that it carries from step to step, zero at first */
    /* x_k -> x_{k+1} in place, from the stochastic gradient at x_k. */
    void (*step)(const struct settings *, size_t k, size_t dim, real x[], const real gradient[], real state[]);
};

#endif
