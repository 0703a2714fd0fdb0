/* From a scene to gnuplot's commands: where panels, axes, curves and labels lie. */
#ifndef DESCENT_LAYOUT_H
#define DESCENT_LAYOUT_H

#include <stdio.h>

#include "map.h"
#include "scene.h"

struct looks {
    struct sizes sizes;
    double unit;           /* gnuplot's units of type in a pixel: 1, or where the terminal counts points less */
    const char *signature; /* NULL: none */
    bool title, words;     /* words: any text at all */
    bool dotted;           /* the grid, as on the lecture's slides */
};

/* The commands that draw it, after terminal and output. */
void layout_scene(FILE *, const struct scene *, const struct looks *, size_t language);

/* Many words on a picture, "5  what the fifth is", have no room on a phone: there the number alone stands in the picture, and
 * a list below it says the rest.  How high that list is; 0: there is none. */
double layout_list_height(const struct scene *, const struct sizes *);

/* How high the labels of all curves would stand in a column beside them. */
double layout_column_height(const struct scene *, const struct sizes *);

/* The title in its lines, the signature; returns how much height the title takes. */
double layout_title(FILE *, const char *title, const struct looks *);

/* A gold five-pointed star at a place in pixels, as an object over all else. */
void layout_star(FILE *, const struct sizes *, double x, double y, double radius);

#endif
