/* A method's iterates for gradients that somebody else has computed. */
#ifndef DESCENT_ITERATES_H
#define DESCENT_ITERATES_H

#include <signal.h>
#include <stdio.h>

#include "../models/method.h"

/* How many numbers x may have.  A longer line is a mistake, such as a file whose line ends are missing. */
enum { TRACE_NUMBERS_MAX = 65536 };

struct trace {
    const struct method *method;
    struct settings settings;
    const char *schedule; /* its name; NULL: none */
    const double *x_0;    /* dim numbers; NULL: the origin */
    size_t dim;           /* 0: as many as the first line has */
    const char *why;      /* what fixes dim, such as "--x0 has", for messages */
    bool average;         /* in place of x_{k+1} the average of x_0, ..., x_k, weighted by the step sizes */
    const volatile sig_atomic_t *interrupted;
};

/* Where a trace stands: all that its next step needs. */
struct progress {
    size_t steps, dim, states;
    real *x;                   /* the iterate: dim numbers */
    struct compensated *sum;   /* of all iterates before it, times their step sizes: dim numbers */
    struct compensated weight; /* the sum of these step sizes */
    real *state;               /* what the method remembers: `states` numbers */
};
struct progress progress_new(size_t dim, size_t states);
void progress_free(struct progress *);

/* Read one gradient a line, numbers apart by white space or a comma, and print the iterate after each step, %.17g with
 * blanks between.  Everything is read, and every step taken, before the first line is printed: what cannot be used makes it
 * fail with one line, and nothing has been printed then.  It goes on from `at`, or if that is empty from x_0, and leaves there
 * where it ends. */
void trace_print(const struct trace *, struct progress *at, FILE *in, FILE *out);

#endif
