/* A bundle of runs: a method under way in the plane, with exact gradients, from LANES starts.  The first is x_0, the others
 * lie on a small circle around it, so that what a rounding error could have changed differs among the runs. */
#ifndef DESCENT_BUNDLE_H
#define DESCENT_BUNDLE_H

#include <gsl/gsl_math.h>
#include <stdlib.h>

#include "../models/method.h"
#include "../models/problem.h"
#include "../numbers/compare.h"
#include "../numbers/fail.h"

struct bundle {
    struct problem *problem; /* owned; its domain confines nothing here */
    const struct method *method;
    struct settings settings;
    size_t k;
    real x[2], before[2];    /* x_k and x_{k-1} */
    real gradient[2], value; /* at x_k */
    real *state;
};

/* After a change of x by hand. */
static inline void bundle_look(struct bundle *b) {
    b->value = b->problem->value(b->problem, b->x, b->gradient);
}

/* With the method's usual parameters but for alpha.  Takes the problem, of two dimensions, over. */
static inline struct bundle bundle_begin(struct problem *p, const struct method *method, double alpha, double radius) {
    struct bundle b = {.problem = p, .method = method, .settings = method_settings(method)};
    if (p->dim != 2) fail("a bundle of runs needs a plane, not %zu dimensions", p->dim);
    b.settings.alpha = alpha;
    b.state = allocate(method_state(method, &b.settings, 2), sizeof *b.state);
    for (int l = 0; l < LANES; l++) {
        double turn = 2 * M_PI * l / (LANES - 1), away = l ? radius : 0;
        b.x[0][l] = p->x_0[0] + away * cos(turn);
        b.x[1][l] = p->x_0[1] + away * sin(turn);
    }
    bundle_look(&b);
    return b;
}

static inline void bundle_step(struct bundle *b) {
    memcpy(b->before, b->x, sizeof b->x);
    b->method->step(&b->settings, b->k, 2, b->x, b->gradient, b->state);
    b->k++;
    bundle_look(b);
}

/* Steps until that k. */
static inline void bundle_go(struct bundle *b, size_t k) {
    while (b->k < k) bundle_step(b);
}

/* x_k of the first run for k = 0, ..., steps, or only `most` of them; how many. */
static inline size_t bundle_path(struct bundle *b, size_t steps, size_t most, double (*point)[2]) {
    for (size_t count = 0;; bundle_step(b)) {
        point[count][0] = b->x[0][0];
        point[count][1] = b->x[1][0];
        if (++count == most || b->k == steps) return count;
    }
}

static inline void bundle_end(struct bundle *b) {
    problem_free(b->problem);
    free(b->state);
}

/* The largest and the least of the lanes; a NaN gets in, and stays. */
static inline double most_of(real a) {
    double most = a[0];
    for (int l = 1; l < LANES; l++) most = larger(most, a[l]);
    return most;
}
static inline double least_of(real a) {
    return -most_of(-a);
}

#endif
