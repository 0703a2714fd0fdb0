/* The kinds of certificates that certify() asks for, a file each: private to it.  Every function answers with a property
 * that fails, in words, or NULL. */
#ifndef DESCENT_CERTIFICATES_H
#define DESCENT_CERTIFICATES_H

#include "problem.h"

enum { SEEN = LANES }; /* matrices of derivatives are made for up to so many dimensions: a direction in each lane */

/* What the points that were looked at show of the best constants: each at most (mu: at least) the true one. */
struct witness {
    double L;         /* the largest |eigenvalue| of a Hessian */
    double least;     /* the least eigenvalue of one */
    double mu;        /* the least ||grad f||^2 / (2 (f - f*)) */
    double lipschitz; /* the largest ||grad f_i|| */
    double L_max;     /* the largest curvature of a component */
    double fading;    /* how fast the noise is seen to fade, or to change */
};

/* ---- certify_minimum.c: f*, and x_star as the minimiser nearest to x_0 ---- */

const char *certify_minimum(const struct problem *);
const char *certify_nearest(const struct problem *);

/* ---- certify_curvature.c: L, mu and the matrices of hessian(), from the derivatives of grad f ---- */

/* What hessian() says against L and mu. */
const char *certify_matrices(const struct problem *);
/* The Hessian at a point, from differences of the gradient. */
void difference_hessian(const struct problem *, const double at[], double matrix[]);
/* Hessians within the ball against L; the least and the largest curvature. */
const char *certify_curvature(const struct problem *, double radius, struct witness *);
/* PL between the points of a grid, for functions of one variable that are not convex. */
const char *certify_between(const struct problem *, double radius);

/* ---- certify_oracle.c: components and noise ---- */

/* A group of points, one in each lane, and what is known there. */
struct group {
    const real *x, *gradient;
    real f;
    real square;  /* E||grad f_i||^2 */
    real largest; /* the largest ||grad f_i||^2 that has a positive probability */
};
/* Probabilities and bias; fills in `square` and `largest`. */
const char *certify_oracle(const struct problem *, struct group *);
/* The noise at x_star against the scale that is stated. */
const char *certify_noise(const struct problem *);
/* E||grad f_i||^2 - ||grad f||^2 >= (s - fading ||x - x_star||)^2 while the bracket is positive. */
const char *certify_fading(const struct problem *, const struct group *, double noise_star, struct witness *);
/* The noise as a function of x: its derivative is at most fading, in mean square. */
const char *certify_noise_slope(const struct problem *, struct witness *);
/* Components are convex and L_max-smooth, between a point and x_star. */
const char *certify_components(const struct problem *, const struct group *);
/* The largest curvature of a component, and the longest gradient far out. */
const char *certify_stiffest(const struct problem *, struct witness *);

/* ---- certify_envelope.c: no step leaves it ---- */

const char *certify_envelope(const struct problem *, double alpha, size_t steps);

#endif
