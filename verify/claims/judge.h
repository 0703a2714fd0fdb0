/* Decides claims: from problem, method and bound to rows of the ledger. */
#ifndef DESCENT_JUDGE_H
#define DESCENT_JUDGE_H

#include "inquiry.h"
#include "theorem.h"

/* One line of the ledger: a claim on a problem at a checkpoint. */
struct row {
    const char *problem, *method;
    const char *evidence;    /* exact, interval or pathwise */
    char which[CASE_LENGTH]; /* which of the claim's settings or instances it is, in words */
    size_t k, runs;
    double estimate, lower, upper, bound; /* pathwise: left side, left side -+ allowance, right side */
    enum sign sign;                       /* how the estimate must stand to the bound */
    enum verdict verdict;
    bool seeded;      /* it depends on the seed: it was sampled, or its instance was drawn */
    double closeness; /* of its sides, see closeness_of; NaN if it was sampled */
};

/* A setting of a claim, as it was met. */
struct met {
    const char *problem, *method; /* ids */
    size_t steps;
    struct constants constants; /* sigma2: the value that the bound was evaluated with */
    double power; /* INTERVAL: the smallest excess over the bound that so many runs would have caught, else NaN */
    size_t rows;  /* how many of the claim's rows belong to it */
};

struct judgement {
    const struct theorem *theorem;
    const struct claim *claim;
    enum verdict verdict; /* the worst of its rows; of a control the best of its curves, unless one is the point */
    char note[160];       /* why it is invalid or undecided, else empty */
    double nearest; /* how near an inequality comes where it comes nearest, 1: equality; NaN if that is not asked */
    struct row *rows;
    size_t row_count;
    struct met *met; /* one a setting; for a claim that computes for itself one a curve, without constants */
    size_t met_count;
    double seconds;
    bool interrupted; /* then there is no verdict */
};

/* The suite's error budget: the probability that one run of it reaches even one wrong verdict by chance. */
#define ERROR_BUDGET 1e-6

/* ERROR_BUDGET split evenly over every one-sided limit that the whole catalogue can ever compute.  It does not depend on
 * which claims are asked for, so neither do results. */
double judge_delta(const struct catalogue *, size_t *limits);

/* `kept` holds what claims that share something have computed: start it with NULL, give it to each of them, and forget it in
 * the end.  A NULL in its place: the claim shares nothing. */
struct judgement judge(const struct theorem *, const struct claim *, const struct options *, void **kept);
void judge_forget(const struct claim *, void **kept);
void judgement_free(struct judgement *);

/* How near a theorem comes to equality: estimate / bound, or bound / estimate for a lower bound, where
 * it is largest among the rows of its bound claims at k >= 1.  NaN if there is none; *at is that row. */
double judge_sharpness(const struct judgement *, size_t count, const struct row **at);

/* The row that came nearest to its bound, or went farthest beyond; NULL if there is none. */
const struct row *judge_worst(const struct judgement *);

const char *kind_name(enum kind);

#endif
