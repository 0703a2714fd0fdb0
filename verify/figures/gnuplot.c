/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gnuplot.h"

#include <math.h>

/* Colours that stay apart for colour-blind readers and in grey (Okabe and Ito 2008). */
static const char *const colours[] = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b",
                                      "#444444", "#56b4e9", "#8b4513", "#6a3d9a", "#999933"};
enum { COLOURS = sizeof colours / sizeof *colours };

void gnuplot_number(FILE *g, double value) {
    if (isfinite(value))
        fprintf(g, " %.17g", value);
    else
        fputs(" NaN", g);
}

const char *gnuplot_colour(size_t i) {
    return colours[i % COLOURS];
}

const char *gnuplot_dashes(size_t i) {
    return i / COLOURS % 2 ? "(8,4)" : "1";
}

void gnuplot_path(FILE *g, const char *path) {
    fputc('\'', g); /* where a doubled quote is a quote, and nothing else is special */
    for (; *path; path++) {
        if (*path == '\'') fputc('\'', g);
        fputc(*path, g);
    }
    fputc('\'', g);
}
