/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gnuplot.h"

#include <math.h>

void gnuplot_number(FILE *g, double value) {
    if (isfinite(value))
        fprintf(g, " %.17g", value);
    else
        fputs(" NaN", g);
}

void gnuplot_quoted(FILE *g, const char *text) {
    fputc('\'', g); /* where a doubled quote is a quote, and nothing else is special */
    for (; *text; text++) {
        if (*text == '\'') fputc('\'', g);
        fputc(*text, g);
    }
    fputc('\'', g);
}
