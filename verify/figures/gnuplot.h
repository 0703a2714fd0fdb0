/* What all figures share in gnuplot's language. */
#ifndef DESCENT_GNUPLOT_H
#define DESCENT_GNUPLOT_H

#include <stdio.h>

/* A space and a number; gnuplot knows no inf, which leaves a hole as NaN does. */
void gnuplot_number(FILE *, double);
/* A text in quotes that gnuplot reads as it stands, whatever is in it: a path, the name of a font. */
void gnuplot_quoted(FILE *, const char *);

#endif
