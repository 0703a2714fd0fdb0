/* Claims as tests. */
#ifndef DESCENT_TESTS_CLAIMS_H
#define DESCENT_TESTS_CLAIMS_H

#include "../verify/claims/fingerprint.h"

/* Judge a claim with the suite's options and assert the verdict that it expects, and the numbers of the record; NULL: the
 * claim is younger than the record. */
void check_claim(const char *theorem, const char *claim, const struct fingerprint *recorded);
/* How many claims have a test. */
extern const unsigned claim_tests;

#endif
