/* Certificates that were checked already: a verification asks for the same ones over and over. */
#ifndef DESCENT_CERTIFIED_H
#define DESCENT_CERTIFIED_H

#include "problem.h"

struct certificates;
struct certificates *certificates_new(void);
void certificates_free(struct certificates *);

/* certify(), once for each problem, step and number of steps.  From several threads at once. */
const char *certified(struct certificates *, const struct problem *, double alpha, size_t steps);
/* certify_problem(), once for the one of `count` problems that has this id; NULL if none has. */
const char *certified_by_id(struct certificates *, struct problem *(*const problems[])(void), size_t count,
                            const char *id);

#endif
