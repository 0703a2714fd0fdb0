/* Models that are fitted to data when the program runs. */
#ifndef DESCENT_MODELS_H
#define DESCENT_MODELS_H

#include "../verify/models/dataset.h"

enum { MODELS = 3 };
extern const struct model models[MODELS];

/* See struct model.  x_0 = 0; x_star is the minimiser nearest to it. */
struct problem *fit_least_squares(struct dataset *, double l2, size_t *rank, const char **objection);
struct problem *fit_logistic(struct dataset *, double l2, size_t *rank, const char **objection);
struct problem *fit_softmax(struct dataset *, double l2, size_t *rank, const char **objection);

/* ---- what they share ---- */

/* Sums over rows are taken in blocks of so many, then of the blocks, so that few roundings meet each term. */
enum { ROWS_PER_BLOCK = 1024 };
double dataset_roundings(const struct dataset *);

/* Sums over all rows of ||a||^power a a'/m, power 0 or 2; n x n. */
void dataset_moments(const struct dataset *, int power, double out[]);
/* The largest ||a||. */
double dataset_longest(const struct dataset *);
/* Eigenvalues of A'A/m and how many of them are more than rounding, which is the rank of A.  Of the others none is more than
 * NULL_SHARE of the largest: f hardly changes along these. */
#define NULL_SHARE 1e-10
size_t dataset_rank(const struct dataset *, const double gram[], double values[]);

/* A problem of that dimension on the rows, which it takes over, with room for so many more numbers after them. */
struct problem *dataset_problem(struct dataset *, size_t dim, size_t more);

#endif
