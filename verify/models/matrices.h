/* The matrices of a problem against its gradient. */
#ifndef DESCENT_MATRICES_H
#define DESCENT_MATRICES_H

#include "problem.h"

/* (y-x)'lower(y-x) <= <grad f(y) - grad f(x), y-x> <= (y-x)'upper(y-x), and grad f(y) - grad f(x) = H(y-x) for a quadratic, at
 * random x and y: what fails, in words, or NULL. */
const char *matrices_agree(const struct problem *);

#endif
