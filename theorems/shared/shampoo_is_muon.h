/* What shampoo_is_muon.c proves, for the theorems that go on from there. */
#ifndef DESCENT_SHAMPOO_IS_MUON_H
#define DESCENT_SHAMPOO_IS_MUON_H

#include "../../verify/claims/gradients.h"
#include "../theorem.h"

/* Muon's step for alpha = 1 without momentum; for 0 iterations, by an SVD. */
struct matrix muon_step(struct matrix g, size_t iterations);

/* How far rounding may drive steps from U V', and eigenvalues from theirs. */
double shampoo_bound(const struct gradient *);
double muon_bound(const struct gradient *);
double eigen_error(const struct gradient *, size_t order, size_t inner);

#endif
