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
    const double *x_0; /* dim numbers; NULL: the origin */
    size_t dim;        /* 0: as many as the first line has */
    const char *why;   /* what fixes dim, such as "--x0 has", for messages */
    bool average;      /* in place of x_{k+1} the average of x_0, ..., x_k, weighted by the step sizes */
    const volatile sig_atomic_t *interrupted;
};

/* Read one gradient a line, numbers apart by white space or a comma, and print the iterate after each step, %.17g with
 * blanks between.  Everything is read, and every step taken, before the first line is printed: what cannot be used makes it
 * fail with one line, and nothing has been printed then. */
void trace_print(const struct trace *, FILE *in, FILE *out);

#endif
