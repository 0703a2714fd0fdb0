/* Problems whose oracle answers the gradient of f with an error e, for the theorem on mini-batches. */
#ifndef DESCENT_ERRING_H
#define DESCENT_ERRING_H

#include "../verify/models/problem.h"

/* e = 0. */
struct problem *logistic_exact(void), *ridge_exact(void), *sine_squared_exact(void);
/* e is random, in all directions, of all lengths from 10^-3 to 10^3. */
struct problem *logistic_random(void), *ridge_random(void), *least_squares_random(void), *sine_squared_random(void),
    *log_cosh_random(void), *parabola_random(void);
/* e = -2 grad f. */
struct problem *logistic_reversing(void), *ridge_reversing(void), *sine_squared_reversing(void),
    *log_cosh_reversing(void), *parabola_reversing(void);
/* e = 100 grad f. */
struct problem *logistic_huge(void), *sine_squared_huge(void), *parabola_huge(void);
/* e is that of a batch of 10, drawn with replacement and without. */
struct problem *logistic_batch(void), *ridge_batch(void), *logistic_without(void), *least_squares_without(void);

#endif
