/* Claims about the steps of methods for matrices: random gradients whose singular values are known before any method is
 * asked, and what holds of each. */
#ifndef DESCENT_GRADIENTS_H
#define DESCENT_GRADIENTS_H

#include "../numbers/matrix.h"
#include "inquiry.h"

/* A kind of matrix; its id stands where other claims name a problem. */
struct form {
    const char *id; /* NULL ends a list */
    size_t rows, columns, rank;
};
/* Of full rank, which is above 1 for the first four. */
enum { SHAPES = 6, WITH_RANK = 4 };
extern const struct form shapes[];

struct gradient {
    struct matrix u, v, g; /* g = U S V' */
    double s[LARGEST];     /* in equal ratios from 1 to 1/kappa */
    double kappa;
    size_t k; /* of the row that it is for, see struct quantity */
};
/* One in each of LANES; `set` tells apart those of one claim. */
void random_gradients(const struct inquiry *, size_t set, const struct form *, double kappa,
                      struct gradient out[LANES]);
/* U V'. */
struct matrix polar(const struct gradient *);
/* What a method subtracts from a matrix at the last of `count` gradients G. */
struct matrix step_of(const struct method *, struct settings, size_t count, struct matrix g);

/* A number that each gradient has, and what is claimed of the largest of LANES, or if it should be EQUAL to another, of
 * the one farthest from that: it stands as `sign` says to a bound, up to an error. */
enum { ROWS = 8 };
struct quantity {
    struct matrix (*left)(const struct gradient *), (*right)(const struct gradient *);
    double (*of)(const struct gradient *);    /* NULL: ||left - right|| */
    double (*error)(const struct gradient *); /* NULL: `errors` */
    double (*bound)(const struct gradient *); /* NULL: `times`, and if that is 0, the number is claimed to equal 0 */
    double errors;                            /* so many times the error; 0: once */
    enum sign sign;
    double times;                /* so many times the bound; 0: once */
    const char *method;          /* its id; NULL: shampoo */
    const struct form *forms;    /* NULL: shapes */
    size_t count;                /* so many of the forms at most; 0: all */
    double kappa;                /* 0: k is kappa */
    size_t k[ROWS];              /* a row for each, up to a 0 that is not the first; none: kappa, or 1, 10, ..., 10^6 */
    size_t from;                 /* the first of these */
    bool by_k;                   /* other gradients for each k, not for each form */
    bool drowned;                /* singular values 1, ..., 1, 1/kappa; of forms that have several */
    bool first;                  /* of the first gradient alone */
    const struct quantity *also; /* what is claimed with it */
};
/* COMPUTE(compare, &quantity). */
void compare(struct inquiry *);

#endif
