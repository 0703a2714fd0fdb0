/* For claims that compute for themselves: COMPUTED and SAMPLED. */
#ifndef DESCENT_INQUIRY_H
#define DESCENT_INQUIRY_H

#include "judge.h"

struct inquiry {
    const struct options *options; /* seed, effort, delta, interrupted */
    uint64_t stream;               /* for random numbers: use stream + i for the i-th independent set of runs */
    struct finding *findings;
    size_t count;
    bool interrupted;    /* set it if a computation returned early */
    const char *trouble; /* set it to say why nothing could be computed: the claim is then invalid */
};

/* Record a finding.  Findings about the same problem with growing k are one curve in figures and pages. */
void inquiry_add(struct inquiry *, struct finding);
/* The finding of an exact number with a bound on its rounding error. */
struct finding finding_exact(const char *problem, const char *method, size_t k, double estimate, double error,
                             enum sign sign, double bound);
/* The constants of a problem under a step size, as bounds take them; sigma2 is NaN. */
struct constants constants_of(const struct problem *, double alpha);

#endif
