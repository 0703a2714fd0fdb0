/* Gradients of matrices whose singular values are known before any method is
 * asked, what Shampoo and Muon make of them, and claims about that. */
#ifndef DESCENT_GRADIENTS_H
#define DESCENT_GRADIENTS_H

#include "../methods/methods.h"
#include "../verify/claims/inquiry.h"
#include "../verify/numbers/matrix.h"

/* A kind of matrix; its id stands where other theorems name a problem. */
struct form {
    const char *id; /* NULL ends a list */
    size_t rows, columns, rank;
    bool drowned; /* singular values 1, ..., 1, 1/kappa, not in equal ratios */
};
/* Of full rank; that of the first four is above 1. */
enum { SHAPES = 6, WITH_RANK = 4 };
extern const struct form shapes[];

struct gradient {
    struct matrix u, v, g;    /* g = U S V' */
    double s[LARGEST], kappa; /* from 1 to 1/kappa */
    size_t k;                 /* of the claim's row */
};
/* 16 of a form; `set` tells apart those of one claim. */
void random_gradients(const struct inquiry *, size_t set, const struct form *,
                      double kappa, struct gradient out[LANES]);
/* U V'. */
struct matrix polar(const struct gradient *);

/* What a method subtracts from W at the last of `count` gradients G. */
struct matrix step_of(const struct method *, struct settings, size_t count,
                      struct matrix g);
/* The same for alpha = 1: Shampoo of this gradient alone; Muon without
 * momentum, by a singular value decomposition for 0 iterations. */
struct matrix shampoo_step(struct matrix g, double eps);
struct matrix muon_step(struct matrix g, size_t iterations);

/* How far rounding may drive these steps from U V', and eigenvalues of sums of
 * `inner` products from theirs: proved in shampoo_is_muon.c. */
double shampoo_bound(const struct gradient *);
double muon_bound(const struct gradient *);
double eigen_error(const struct gradient *, size_t order, size_t inner);

/* A number that each gradient has, and what is claimed of the largest of 16: it
 * equals 0 up to `error`, or stands so to `times` a bound, or to `times`. */
struct quantity {
    double (*of)(const struct gradient *);
    double (*error)(const struct gradient *); /* NULL: 0 */
    double (*bound)(const struct gradient *);
    enum sign sign;
    double times;             /* 0 with a bound: once */
    const char *method;       /* NULL: shampoo */
    const struct form *forms; /* NULL: shapes */
    size_t count;             /* so many of the forms at most; 0: all */
    double kappa;             /* 0: each k */
    const size_t *k;          /* up to a 0; NULL: kappa, or 1, 10, ..., 10^6 */
    size_t from;              /* the first of these */
    bool by_k;                /* other gradients for each k, not each form */
    bool first;               /* of the first gradient alone */
    const struct quantity *also; /* what is claimed with it */
};
/* COMPUTE(quantities, &quantity). */
void quantities(struct inquiry *);

#endif
