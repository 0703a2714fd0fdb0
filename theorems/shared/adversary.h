/* An adversary against methods whose steps fall like 1/root t. */
#ifndef DESCENT_ADVERSARY_H
#define DESCENT_ADVERSARY_H

#include "../../verify/models/method.h"

/* One number x against an adversary, who names the slope 1 or -1 of f_t, and a
 * method that moves by alpha/sqrt(t + eps) then: the regret against x* = 0 after
 * T steps.  In the box [0, 1] she hovers and then descends.  Without it she
 * pushes up for half of the time, then down. */
struct regret {
    double sum, error; /* of rounding */
};
struct duel {
    const struct method *method;
    struct settings settings;
    double start;
    bool boxed;
};
struct regret adversary_regret(const struct duel *, size_t T);

#endif
