/* Step sizes alpha_k that change with k, for settings.schedule. */
#ifndef DESCENT_SCHEDULES_H
#define DESCENT_SCHEDULES_H

#include "../verify/models/method.h"

/* (2k + 1) / (2 mu (k + 1)^2), of the PL theorem with a decreasing step. */
double schedule_pl(const struct settings *, size_t k);
/* alpha / sqrt(k + 1), of the convex theorem with a decreasing step. */
double schedule_root(const struct settings *, size_t k);

/* beta/(gamma + k) with beta = 2/mu and gamma = beta/alpha, so that it begins with alpha. */
double schedule_harmonic(const struct settings *, size_t k);

/* Those with a name on the command line, the constant step among them. */
enum { SCHEDULES = 3 };
extern const struct schedule schedules[SCHEDULES];

#endif
