/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../numbers/fail.h"

void canvas_draw(struct canvas *c, struct pen pen, const double (*points)[2], size_t count) {
    c->strokes = realloc(c->strokes, (c->count + 1) * sizeof *c->strokes);
    if (!c->strokes) fail("out of memory");
    struct stroke *s = &c->strokes[c->count++];
    *s = (struct stroke){.pen = pen, .points = allocate(count, sizeof *s->points), .count = count};
    memcpy(s->points, points, count * sizeof *points);
    for (size_t l = 0; l < 2 && pen.name[0]; l++)
        snprintf(s->name[l], sizeof s->name[l], "%s", pen.name[l] ? pen.name[l] : pen.name[0]);
}

void canvas_tic(struct canvas *c, size_t panel, char axis, double at, const char *english, const char *russian) {
    c->tics = realloc(c->tics, (c->tic_count + 1) * sizeof *c->tics);
    if (!c->tics) fail("out of memory");
    struct picture_tic *t = &c->tics[c->tic_count++];
    *t = (struct picture_tic){.panel = panel, .axis = axis, .at = at};
    snprintf(t->name[0], sizeof t->name[0], "%s", english);
    snprintf(t->name[1], sizeof t->name[1], "%s", russian);
}

void canvas_clear(struct canvas *c) {
    for (size_t i = 0; i < c->count; i++) free(c->strokes[i].points);
    free(c->strokes);
    free(c->tics);
    *c = (struct canvas){0};
}
