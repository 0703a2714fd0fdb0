/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "../ledger/ledger.h"
#include "../numbers/fail.h"
#include "arguments.h"

int plot(const struct arguments *a) {
    const struct catalogue *c = a->catalogue;
    bool *chosen = allocate(c->theorem_count, sizeof *chosen);
    for (int n = 0; n < a->name_count; n++) {
        const struct theorem *theorem = find_theorem(c, a->names[n], strlen(a->names[n]));
        for (size_t t = 0; t < c->theorem_count; t++) chosen[t] |= c->theorems[t] == theorem;
    }
    size_t count, made = 0;
    struct plot_options options = {.directory = a->out};
    memcpy(options.language, a->language, sizeof options.language);
    memcpy(options.format, a->format, sizeof options.format);
    struct curve *curves = ledger_read(a->out, c, &count, &options.seed);
    for (size_t t = 0; t < c->theorem_count; t++)
        if (a->name_count == 0 || chosen[t]) made += plot_theorem(c->theorems[t], c, curves, count, &options);
    curves_free(curves, count);
    free(chosen);
    if (!made)
        fail("%s/results.csv holds nothing that can be drawn of what was asked for; `descent verify` makes it", a->out);
    printf("%zu figures in %s/figures\n", made, a->out);
    return 0;
}
