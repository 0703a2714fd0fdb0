/* The ledger: what was checked, as files.
 *
 * results.csv     one row a claim, case (problem, method, setting) and checkpoint
 * constants.csv   one row a claim and case: the numbers that its bound was evaluated with, and how many rows it has
 * claims.csv      one row a claim: what it says, its verdict, its worst case
 * provenance.json how all of it was made
 * summary.txt     a line a theorem: claims, sharpness, error budget, seconds
 *
 * The first two depend on the seed and effort alone; the same for any number of threads.
 */
#ifndef DESCENT_LEDGER_H
#define DESCENT_LEDGER_H

#include <stdio.h>

#include "../claims/judge.h"

/* How a ledger was made. */
struct provenance {
    uint64_t seed;
    double effort, seconds;
    size_t threads, limits; /* limits: how many one-sided limits share the error budget */
    bool interrupted;
};

/* The summary line of one theorem, from its judgements. */
void ledger_summary(FILE *, const struct judgement *, size_t count, const struct provenance *);

/* Write these files into a directory, each replaced in one step.  If the judging was interrupted, a
 * complete ledger that stands there already is kept as results.previous.csv and so on.  Fails if it cannot write. */
void ledger_write(const char *directory, const struct judgement *, size_t count, const struct provenance *);

/* What a ledger says about one claim on one setting. */
struct curve {
    const struct theorem *theorem;
    const struct claim *claim;
    char *problem_id;
    char *method_id;
    char *which;   /* the case */
    bool measured; /* from runs: its limits are a band */
    struct constants constants;
    struct row *rows; /* without problem and method */
    size_t count;
};

/* Read back the curves of all claims that the catalogue knows; fails with one line if the files are missing
 * or are not ledgers.  *seed is the one they were made with. */
struct curve *ledger_read(const char *directory, const struct catalogue *, size_t *count, uint64_t *seed);
void curves_free(struct curve *, size_t count);

#endif
