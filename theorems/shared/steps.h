/* Lines that several proofs have in common, about one step of SGD. */
#ifndef DESCENT_STEPS_H
#define DESCENT_STEPS_H

#include "../../verify/runs/walk.h"

/* The same sides, said to be equal: for problems on which a line loses nothing. */
static inline struct relation as_equality(struct relation r) {
    return equal(r.left, r.right, r.magnitude);
}

/* alpha ||grad f(x_k)||^2: what a step gains. */
real gain_term(const struct step *);

/* alpha^2 L/2 E||grad f_i(x_k)||^2: what the noise costs a step. */
static inline real noise_term(const struct step *s) {
    return s->alpha * s->alpha * s->c->L / 2 * s->mean_square;
}

/* E f(x_{k+1}) - f* <= f(x_k) - f* - decrease + noise_term, decrease >= 0. */
static inline struct relation descends(const struct step *s, real decrease) {
    real size = mean_next_gap(s) + s->gap + decrease + noise_term(s);
    real right = s->gap - decrease + noise_term(s);
    return at_most(mean_next_gap(s), right, size);
}

/* The step that settings.chosen makes 1/L. */
static inline double one_over_L(const struct constants *c, size_t steps) {
    (void)steps;
    return 1 / c->L;
}

/* ||e_k||^2, with e_k what the oracle answered less the gradient. */
static inline real error_square(const struct step *s) {
    real sum = {0};
    for (size_t j = 0; j < s->dim; j++) {
        real e = s->sample[j] - s->gradient[j];
        sum += e * e;
    }
    return sum;
}

/* E||grad f_i(x_k) - grad f(x_k)||^2, as a difference. */
static inline real variance(const struct step *s) {
    return s->mean_square - square(s, s->gradient);
}

/* alpha^2 L/2 times that. */
static inline real noise_price(const struct step *s) {
    return s->alpha * s->alpha * s->c->L / 2 * variance(s);
}

/* E f(x_{k+1}) - f* <= rest + price: terms may cancel, but none is larger than
 * those of expected_descent. */
static inline struct relation step_leaves(const struct step *s, real rest,
                                          real price) {
    real size = mean_next_gap(s) + s->gap + gain_term(s) + noise_term(s);
    return at_most(mean_next_gap(s), rest + price, size + price);
}

/* (1 - 2 alpha mu) (f(x_k) - f*): what PL lets a step leave of the gap. */
static inline real shrunk_gap(const struct step *s) {
    return (1 - 2 * s->alpha * s->c->mu) * s->gap;
}

/* E f(x_{k+1}) - f* <= rest + noise, with a rest of f(x_k) - f*. */
static inline struct relation contracts(const struct step *s, real rest,
                                        real noise) {
    real size = mean_next_gap(s) + s->gap + noise;
    return at_most(mean_next_gap(s), rest + noise, size);
}

/* E <grad f(x_k), grad f_i(x_k)> = <grad f(x_k), E grad f_i(x_k)>. */
struct relation linearity(const struct step *);

/* v = grad f(x_k): the length of their difference is 0. */
struct relation is_the_gradient(const struct step *, const real v[]);

/* E grad f_i(x_k) = grad f(x_k). */
struct relation unbiasedness(const struct step *);

/* E f(x_{k+1}) - f* <= f(x_k) - f* - alpha ||grad f(x_k)||^2 + noise_term. */
struct relation expected_descent(const struct step *);

#endif
