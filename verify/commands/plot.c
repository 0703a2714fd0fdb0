/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "../ledger/ledger.h"
#include "../numbers/fail.h"
#include "arguments.h"

/* What the options say of every figure. */
static struct plot_options options_of(const struct arguments *a) {
    struct plot_options o = {.directory = a->out,
                             .width = a->width,
                             .height = a->height,
                             .font = a->font,
                             .font_size = a->font_size,
                             .no_title = a->no_title,
                             .no_signature = a->no_signature,
                             .transparent = a->transparent,
                             .effort = a->effort,
                             .threads = a->threads,
                             .interrupted = a->interrupted};
    memcpy(o.language, a->language, sizeof o.language);
    memcpy(o.format, a->format, sizeof o.format);
    return o;
}

/* The lecture's pictures, in one language, under their names; and which of them are missing.  They are maps and pictures,
 * which need no ledger. */
static int plot_lecture(const struct arguments *a) {
    const struct catalogue *c = a->catalogue;
    if (a->name_count) fail("--lecture draws what the lecture includes; leave out '%s'", a->names[0]);
    struct plot_options o = options_of(a);
    o.directory = a->lecture;
    if (!o.language[0] || !o.language[1])
        o.language[0] = !(o.language[1] = a->language[1]);
    else
        o.language[1] = false; /* English unless told otherwise */
    o.seed = a->seed;
    size_t there = 0;
    for (size_t i = 0; i < c->slide_count; i++) {
        const struct slide *slide = &c->slides[i];
        if (!slide->theorem) continue;
        struct plot_choice one = {find_theorem(c, slide->theorem, strlen(slide->theorem)), slide->figure};
        o.slide = slide;
        there += plot_figures(&one, 1, c, NULL, 0, &o).files > 0;
    }
    for (size_t i = 0; i < c->slide_count; i++)
        printf("%-40s %s\n", c->slides[i].name, c->slides[i].theorem ? "drawn" : "not yet");
    printf("%zu of %zu pictures of the lecture in %s\n", there, c->slide_count, a->lecture);
    return 0;
}

int plot(const struct arguments *a) {
    const struct catalogue *c = a->catalogue;
    if (a->lecture) return plot_lecture(a);
    size_t choices = a->name_count ? (size_t)a->name_count : c->theorem_count, count;
    struct plot_choice *choice = allocate(choices, sizeof *choice);
    for (size_t n = 0; n < choices; n++) {
        if (!a->name_count) {
            choice[n].theorem = c->theorems[n];
            continue;
        }
        const char *name = a->names[n], *slash = strchr(name, '/');
        choice[n].theorem = find_theorem(c, name, slash ? (size_t)(slash - name) : strlen(name));
        choice[n].figure = slash ? slash + 1 : NULL;
    }
    struct plot_options o = options_of(a);
    struct curve *curves = ledger_read(a->out, c, &count, &o.seed);
    struct plotted made = plot_figures(choice, choices, c, curves, count, &o);
    curves_free(curves, count);
    free(choice);
    if (!made.files)
        fail("%s/results.csv holds nothing that can be drawn of what was asked for; `descent verify` makes it", a->out);
    printf("%zu figures in %s/figures, %zu of them drawn anew\n", made.files, a->out, made.drawn);
    return 0;
}
