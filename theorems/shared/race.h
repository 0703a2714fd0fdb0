/* Methods against each other, by their mean gaps. */
#ifndef DESCENT_RACE_H
#define DESCENT_RACE_H

#include "../../verify/claims/inquiry.h"

struct entrant {
    const char *name; /* for the ledger */
    const struct method *method;
    double alpha; /* other parameters are the method's own */
    size_t runs;
    double (*schedule)(const struct settings *, size_t k); /* NULL: alpha */
};

/* Claims that the first entrant is ahead of all others at every checkpoint. */
struct race {
    struct problem *(*problem)(void);
    size_t first, last;             /* checkpoints */
    double factor;                  /* by which it is ahead at the last one */
    const struct entrant *entrants; /* up to the first without a name */
};
/* COMPUTE(race_won, &(const struct race){...}, .limits = ...), of which each
 * entrant takes two at a checkpoint.  One curve an entrant, in their order. */
void race_won(struct inquiry *);

#endif
