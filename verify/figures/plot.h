/* Figures, drawn by gnuplot from a ledger. */
#ifndef DESCENT_PLOT_H
#define DESCENT_PLOT_H

#include <signal.h>

#include "scene.h"

enum { FORMATS = 3 };
extern const char *const plot_languages[LANGUAGES]; /* en, ru: the indices of every title[] */
extern const char *const plot_formats[FORMATS];     /* svg, pdf, png */

struct plot_options {
    const char *directory; /* figures go to directory/figures/THEOREM-NAME.LANGUAGE.FORMAT */
    bool language[LANGUAGES], format[FORMATS];
    double width, height; /* in pixels; 0: 640 x 400 */
    const char *font;     /* NULL: CMU Serif */
    double font_size;     /* of labels; 0: what suits the size */
    bool no_title, no_signature, transparent;
    double effort;                            /* of pictures that take one: times the usual size; 0: 1 */
    size_t threads;                           /* gnuplot processes at once; 0: one a processor */
    const struct slide *slide;                /* if not NULL: this one alone, directory/NAME.pdf */
    const volatile sig_atomic_t *interrupted; /* NULL: never */
    uint64_t seed;                            /* for the signature */
};

/* A figure to draw: a theorem's, all of them without a name.  The first one named of a theorem has a thumbnail too, and so
 * has each where none is named. */
struct plot_choice {
    const struct theorem *theorem;
    const char *figure;
};

/* How many files there are of what was asked for, and how many of them gnuplot had to draw. */
struct plotted {
    size_t files, drawn;
};

/* Draw figures: for each problem of a theorem's bound claims the mean gap with its confidence band against the bound and
 * the bound's terms, and for all together the ratio of estimate and bound; its own drawings, as far as the ledger has their
 * curves; and its maps, which need no ledger.  Beside an SVG stand one for phones and a thumbnail; figures.tsv says of each
 * figure what it shows.  Several gnuplot processes draw at once, and only what has changed.  Fails if gnuplot is missing or
 * fails; figures that were there stay then. */
struct plotted plot_figures(const struct plot_choice *, size_t choices, const struct catalogue *, const struct curve *,
                            size_t count, const struct plot_options *);

/* The index of the format that a file's name ends in; fails if it is none. */
size_t plot_format_of(const char *option, const char *path);
/* One file with one scene; `of` is for the signature.  Of the options directory, language and format do not matter. */
void plot_scene(const char *path, const struct scene *, const char *of, size_t language, const struct plot_options *);

#endif
