/* A line through points, by SGD that sees two of them at a time. */
#ifndef DESCENT_LINE_H
#define DESCENT_LINE_H

#include <stddef.h>

#include "../verify/models/problem.h"

enum { LINE_POINTS = 100 };

/* The points (x_i, y_i) of a problem from line_in_pairs or line_without_noise. */
const double (*line_points(const struct problem *))[2];

#endif
