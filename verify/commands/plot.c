/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "../ledger/ledger.h"
#include "../numbers/fail.h"
#include "arguments.h"

int plot(const struct arguments *a) {
    bool chosen[64] = {false};
    const struct catalogue *c = a->catalogue;
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
    if (!made) fail("%s/results.csv holds no bound to draw; run `descent verify` first", a->out);
    printf("%zu figures in %s/figures\n", made, a->out);
    return 0;
}
