/* c ||x||_oo in any number of dimensions. */
#ifndef DESCENT_MAX_NORM_H
#define DESCENT_MAX_NORM_H

#include "../verify/models/problem.h"

/* From x_0 = (1, ..., 1) / sqrt(dim), so that ||x_0|| = 1. */
struct problem *max_norm_of(size_t dim);

#endif
