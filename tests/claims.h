/* Claims as tests. */
#ifndef DESCENT_TESTS_CLAIMS_H
#define DESCENT_TESTS_CLAIMS_H

/* Judge a claim with the suite's options and assert the verdict that it expects. */
void check_claim(const char *theorem, const char *claim);
/* How many claims have a test. */
extern const unsigned claim_tests;

#endif
