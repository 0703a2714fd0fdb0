/* Hypotheses that several theorems have in common. */
#ifndef DESCENT_PREMISES_H
#define DESCENT_PREMISES_H

#include "../../verify/claims/theorem.h"

/* grad f is L-Lipschitz. */
static inline bool is_smooth(const struct premises *p) {
    return isfinite(p->constants->L);
}
/* ||grad f||^2 >= 2 mu (f - f*) with mu > 0. */
static inline bool is_pl(const struct premises *p) {
    return p->constants->mu > 0;
}
/* E grad f_i(x) = grad f(x) for every x. */
static inline bool is_unbiased(const struct premises *p) {
    return !(p->problem->lacks & LACKS_UNBIASEDNESS);
}
/* f is convex. */
static inline bool is_convex(const struct premises *p) {
    return p->constants->convex;
}
/* The first step is. */
static inline bool is_positive(const struct premises *p) {
    return p->constants->alpha > 0;
}
/* The same step at every k. */
static inline bool is_constant(const struct premises *p) {
    return !p->settings->schedule;
}

#endif
