/* Figures, drawn by gnuplot from a ledger. */
#ifndef DESCENT_PLOT_H
#define DESCENT_PLOT_H

#include "../ledger/ledger.h"

enum { LANGUAGES = 2, FORMATS = 3 };
extern const char *const plot_languages[LANGUAGES]; /* en, ru: the indices of every title[] */
extern const char *const plot_formats[FORMATS];     /* svg, pdf, png */

struct plot_options {
    const char *directory; /* figures go to directory/figures/THEOREM-NAME.LANGUAGE.FORMAT */
    bool language[LANGUAGES], format[FORMATS];
    uint64_t seed; /* for the signature */
};

/* Draw the figures of a theorem: for each problem of its bound claims the mean gap with its confidence band
 * against the bound and the bound's terms, and for all together the ratio of estimate and bound; its own drawings,
 * as far as the ledger has their curves; and its maps, which need no ledger.  Returns how many files
 * were drawn.  Fails if gnuplot is missing or fails; figures that were there stay then. */
size_t plot_theorem(const struct theorem *, const struct catalogue *, const struct curve *, size_t count,
                    const struct plot_options *);

#endif
