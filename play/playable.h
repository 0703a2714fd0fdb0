/* What pages let one play with: bounds on mean gaps, each with the problem and the method of a claim. */
#ifndef DESCENT_PLAYABLE_H
#define DESCENT_PLAYABLE_H

#include "../verify/claims/theorem.h"

struct playable {
    const struct mean_claim *mean; /* its bound; NULL: the theorem has none, and runs are what there is to see */
    const struct setting *setting;
};
enum { PLAYABLES = 16 }; /* of one theorem, at most */

/* The runs that a theorem names, or else those of its claims of bounds, or of its walks, one a problem and method; returns
 * how many. */
size_t playables_of(const struct theorem *, struct playable out[PLAYABLES]);

/* All numbers that a problem's constructor found, of those that it was made from too, in a fixed order: into room, or with
 * `set` out of it; returns how many.  room may be NULL, to count. */
size_t problem_numbers(struct problem *, double room[], bool set);

/* In a page: how often something was computed that only GSL can, so that its result is none. */
size_t stand_in_calls(void);

#endif
