/* Lines that several proofs have in common, about one step of SGD. */
#ifndef DESCENT_STEPS_H
#define DESCENT_STEPS_H

#include "../verify/runs/walk.h"

/* alpha^2 L/2 E||grad f_i(x_k)||^2: what the noise costs a step. */
real noise_term(const struct step *);

/* E <grad f(x_k), grad f_i(x_k)> = <grad f(x_k), E grad f_i(x_k)>. */
struct relation linearity(const struct step *);

/* v = grad f(x_k): the length of their difference is 0. */
struct relation is_the_gradient(const struct step *, const real v[]);

/* E grad f_i(x_k) = grad f(x_k). */
struct relation unbiasedness(const struct step *);

#endif
