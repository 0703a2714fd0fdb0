/* What deciding a claim needs to know and fills in. */
#ifndef DESCENT_HEARING_H
#define DESCENT_HEARING_H

#include "judge.h"

struct hearing {
    const struct theorem *theorem;
    const struct claim *claim;
    const struct options *options;
    uint64_t stream; /* of the claim's random numbers */
    struct judgement *out;
    void **kept; /* what the claim shares with others, or NULL; see struct shared */
};

/* A claim on one of its settings. */
struct setting_hearing {
    struct hearing *of;
    const struct setting *setting;
    struct settings settings; /* the setting's, with what follows from the problem filled in */
    const struct problem *problem;
    uint64_t stream;
    struct met *met;
};

/* Whether a claim may be heard on a setting: the theorem's hypotheses are satisfied, save for the one that a control says
 * it drops, which is broken.  If not, `why` says what is wrong. */
bool premises_admitted(struct hearing *, const struct premises *, char why[static WHY_LENGTH]);

/* Decide every setting of a claim by `decide`, on a problem whose certificate has been checked. */
void hear_settings(struct hearing *, const struct setting settings[], size_t count,
                   void (*decide)(struct setting_hearing *));

/* Room for `count` more rows of a setting, with `runs` to be filled in; the first of them. */
struct row *hearing_rows(struct setting_hearing *, size_t count, const char *evidence);
/* A row that says that nothing can be decided there, and why. */
void hearing_invalid(struct setting_hearing *, const char *why);
/* The setting's checkpoints, CHECKPOINTS_MAX at most; how many. */
size_t setting_checkpoints(const struct setting *, size_t out[]);

#endif
