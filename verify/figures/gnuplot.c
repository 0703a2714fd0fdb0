/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gnuplot.h"

#include <math.h>

void gnuplot_number(FILE *g, double value) {
    if (isfinite(value))
        fprintf(g, " %.17g", value);
    else
        fputs(" NaN", g);
}

void gnuplot_path(FILE *g, const char *path) {
    fputc('\'', g); /* where a doubled quote is a quote, and nothing else is special */
    for (; *path; path++) {
        if (*path == '\'') fputc('\'', g);
        fputc(*path, g);
    }
    fputc('\'', g);
}
