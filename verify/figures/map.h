/* Maps of the plane, for gnuplot to draw. */
#ifndef DESCENT_MAP_H
#define DESCENT_MAP_H

#include <stdio.h>

#include "../claims/theorem.h"

/* What is drawn, once for all languages and formats: heights on a grid and paths, as blocks of data that gnuplot keeps,
 * and contours, which it makes of them.  A height that is no number leaves a hole; a path ends before such a point. */
void map_data(FILE *, const struct map *);
/* The commands that draw it, after terminal and output. */
struct looks;
void map_plot(FILE *, const struct map *, const char *title, const struct looks *, size_t language);

/* How high its key of paths is below it, where there is no room beside it. */
double map_key_height(const struct map *);

#endif
