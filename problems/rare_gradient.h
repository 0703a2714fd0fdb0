/* A linear function whose gradient is mostly small and wrong, and rarely large and right (Reddi, Kale and Kumar 2018). */
#ifndef DESCENT_RARE_GRADIENT_H
#define DESCENT_RARE_GRADIENT_H

#include "../verify/models/problem.h"

/* f(x) = delta x on [-1, 1]: the oracle answers C with probability (1 + delta)/(C + 1), else -1, both times `scale`. */
struct problem *rare_gradient_of(double C, double delta, double scale);

#endif
