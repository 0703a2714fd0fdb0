/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run_scene.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../numbers/fail.h"

/* At the last checkpoint: what was measured over the upper bound that is nearest to it; 0 if there is none. */
static double nearest(size_t last, const struct run_curve curve[], size_t count) {
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        if (!curve[i].bounds || curve[i].sign != AT_MOST) continue;
        double ratio = curve[i].bounds->value[last] / curve[i].value[last];
        if (isfinite(ratio)) most = fmax(most, ratio);
    }
    return most;
}

static void write_words(struct scene *s, const struct problem *p, const struct method *m, double alpha,
                        const struct run_curve curve[], size_t count, double ratio, size_t at, size_t language) {
    char finding[TEXT];
    if (!(ratio > 0))
        snprintf(finding, TEXT, "%s", language ? "верхних границ нет" : "no upper bound applies");
    else
        snprintf(finding, TEXT,
                 language ? "при {/:Italic k} = %zu зазор равен %.2g ближайшей границы"
                          : "at {/:Italic k} = %zu the gap is %.2g of the nearest bound",
                 at, ratio);
    snprintf(s->title, sizeof s->title, "%s, %s, {/:Italic α} = %.3g: %s", p->title[language], m->title[language],
             alpha, finding);
    snprintf(s->axes[0].x_name, TEXT, "%s", language ? "итерация {/:Italic k}" : "iteration {/:Italic k}");
    snprintf(s->axes[0].y_name, TEXT, "E[{/:Italic f} − {/:Italic f}^{ *}]");
    char names[2 * TEXT] = "";
    for (size_t i = 0; i < count && strlen(names) < TEXT; i++)
        snprintf(names + strlen(names), TEXT, "%s%.200s", i ? "; " : "", curve[i].name[language]);
    char all[6 * TEXT];
    snprintf(all, sizeof all, language ? "%s. Кривые: %s." : "%s. Curves: %s.", s->title, names);
    plain_text(s->caption, sizeof s->caption, all);
    localize(s->title, language);
    localize(s->caption, language);
}

/* What is measured has a panel each, with its bounds. */
static size_t panel_of(const struct run_curve *c, const struct run_curve curve[]) {
    const struct run_curve *of = c->bounds ? c->bounds : c;
    size_t panel = 0;
    for (; curve < of; curve++) panel += !curve->bounds;
    return panel;
}

struct scene *run_scene(const struct problem *p, const struct method *m, double alpha, const size_t k[],
                        size_t checkpoints, const struct run_curve curve[], size_t count, size_t language) {
    struct scene *s = allocate(1, sizeof *s);
    for (size_t i = 0; i < count; i++)
        if (!curve[i].bounds) {
            s->panel_shade[s->panel_count] = style_shade(m->colour, 0);
            snprintf(s->panel_title[s->panel_count++], TEXT, "%s", curve[i].name[language]);
        }
    s->lines = allocate(count, sizeof *s->lines);
    s->line_count = count;
    size_t bounds = 0, drawn = 0;
    static const size_t turn[] = {5, 9, 7, 2, 1, 4, 3, 8, 6, 0}; /* those most apart first, as in scene.c */
    write_words(s, p, m, alpha, curve, count, nearest(checkpoints - 1, curve, count), k[checkpoints - 1], language);
    for (size_t i = 0; i < count; i++) {
        struct line *line = &s->lines[i];
        line->marks = allocate(checkpoints, sizeof *line->marks);
        line->kind = curve[i].bounds ? LIMIT : ESTIMATE;
        line->band = curve[i].low && curve[i].low[checkpoints - 1] > 0;
        line->panel = panel_of(&curve[i], curve);
        line->shade = curve[i].bounds ? style_shade(turn[bounds++ % STYLE_COLOURS], 0) : style_shade(m->colour, 0);
        if (s->panel_count == 1 || curve[i].bounds) snprintf(line->label, TEXT, "%s", curve[i].name[language]);
        for (size_t c = 0; c < checkpoints; c++) {
            if (!k[c]) continue; /* no place on a logarithmic axis */
            double y = curve[i].value[c];
            line->marks[line->count++] =
                (struct mark){(double)k[c], y, line->band ? curve[i].low[c] : NAN, line->band ? curve[i].high[c] : NAN};
            drawn += line->kind == ESTIMATE && isfinite(y) && y > 0;
        }
    }
    if (drawn) return s;
    scene_free(s);
    return NULL;
}
