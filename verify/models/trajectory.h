/* LANES trajectories of a method on a problem, side by side.  Who chooses the outcomes - a random
 * stream, a list of all paths, a row of a transition matrix - is the caller's business. */
#ifndef DESCENT_TRAJECTORY_H
#define DESCENT_TRAJECTORY_H

#include "../numbers/pcg.h"
#include "method.h"
#include "problem.h"

struct trajectory {
    struct problem *problem; /* a copy of its own, which knows the iteration; data is shared */
    const struct method *method;
    struct settings settings; /* the domain and shape of the problem filled in */
    size_t k;
    real *x;        /* x_k */
    real *gradient; /* the stochastic gradient of the last step */
    real *state;    /* the method's own vectors */
    real *scratch;  /* dim numbers for second_moment */
};

struct trajectory trajectory_new(const struct problem *, const struct method *, const struct settings *);
void trajectory_free(struct trajectory *);
/* How many numbers the method carries. */
size_t trajectory_state(const struct trajectory *);
/* Back to k = 0: x_0 in every lane. */
void trajectory_restart(struct trajectory *);
/* The same, but from a start that is drawn where the problem says so. */
void trajectory_begin(struct trajectory *, struct pcg_lanes *);
/* The method's step k from x, in place, matrix by matrix: of the trajectory only problem, method and settings matter. */
void trajectory_move(const struct trajectory *, size_t k, real x[], const real gradient[], real state[]);
/* One step with the given outcome in each lane. */
void trajectory_step(struct trajectory *, whole outcome);
/* One step with a gradient drawn as the oracle does.  `surplus` is pcg_surplus(components). */
void trajectory_draw(struct trajectory *, struct pcg_lanes *, uint64_t surplus);

/* An outcome in each lane, drawn with the probabilities that the problem weighs them with at x. */
whole outcome_weighed(const struct problem *, const real x[], struct pcg_lanes *);
/* The same for any oracle; in line, as most indices are uniform.  `surplus` is pcg_surplus(components). */
static inline whole outcome_drawn(const struct problem *p, const real x[], struct pcg_lanes *g, uint64_t surplus) {
    return p->weight ? outcome_weighed(p, x, g) : pcg_lanes_below(g, p->components, surplus);
}
/* The probability of an outcome at x. */
real outcome_weight(const struct problem *, const real x[], whole outcome);
/* E_i ||grad f_i(x)||^2, the full sum; scratch holds dim numbers. */
real second_moment(const struct problem *, const real x[], real scratch[]);
/* The same at x_0. */
double second_moment_0(const struct problem *);
/* ||a - b||^2 with b the same in all lanes. */
real squared_distance(size_t dim, const real a[], const double b[]);

#endif
