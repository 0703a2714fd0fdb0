/* What a claim's rows say, in few numbers: enough to see that some number of the evidence has changed, whatever the verdict.
 * tests/record.csv keeps those of every claim. */
#ifndef DESCENT_FINGERPRINT_H
#define DESCENT_FINGERPRINT_H

#include "judge.h"

struct fingerprint {
    size_t rows, runs; /* how many; runs of all rows together */
    double cases;      /* a hash, below 2^32, of the rows' problems, methods, cases, senses, evidence and verdicts */
    double k;          /* the sum of all k */
    double estimates, bounds; /* sums over the rows, see below */
    double limits;            /* of the confidence limits of rows that were sampled */
    double room;              /* the sum of log2 of what other rows leave for roundings, on either side */
};

/* Sums are of arsinh(10^9 x): each row has its say whatever its size, and a row of rounding errors has none. */
struct fingerprint fingerprint_of(const struct judgement *);

/* The first thing that differs, in words, or NULL.  A NaN in `kept` asks nothing: of many steps that attain a bound the one
 * that is shown may be another on another compiler.  Sums may differ by 10^-6 a row and 10^-4 in all; room for roundings,
 * which is a few units of a number's last place, by 2 % a row and a tenth of a bit in all. */
const char *fingerprint_differs(const struct fingerprint *kept, const struct fingerprint *now);

#endif
