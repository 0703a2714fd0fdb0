/* How figures look: sizes, type, colours, line weights, and where labels go.  All of it is decided here. */
#ifndef DESCENT_STYLE_H
#define DESCENT_STYLE_H

#include <stdbool.h>
#include <stddef.h>

/* A colour on a light page and on a dark one. */
struct tint {
    const char *light, *dark;
};

/* Colours of methods, which each names by its index: they stay apart for colour-blind readers and in grey, and are dark
 * (or on a dark page light) enough for text.  A method without one of its own shares its family's. */
enum { STYLE_COLOURS = 10, STYLE_SHADES = 2, STYLE_DASHES = 3 };
extern const struct tint style_colours[STYLE_COLOURS];
/* Other colours: text, text of less weight, the grid, and curves that stand behind others. */
enum { INK, GREY, RULE, BEHIND, STYLE_GREYS };
extern const struct tint style_greys[STYLE_GREYS];
extern const struct tint style_page;

/* The look of a line: its colour, and whether it is broken. */
struct shade {
    char light[8], dark[8];
    const char *dashes; /* as gnuplot's dt takes them */
};
/* A method's colour; others of the same method stand nearer to the text's colour, and after these broken. */
struct shade style_shade(size_t colour, size_t variant);
struct shade style_grey(size_t which);

/* Blue, grey, red (Moreland 2009), for heights; lines need a darker middle than areas do. */
enum { STYLE_HEIGHTS = 4 };
extern const char *const style_cool[STYLE_HEIGHTS], *const style_warm[STYLE_HEIGHTS], style_middle[];
/* From 0, cool, to 1, warm. */
struct shade style_warmth(double);

/* Line widths, in pixels of a figure that is shown 1:1; and how much of a band is seen. */
#define STYLE_CURVE 3.0
#define STYLE_BOUND 1.6
#define STYLE_PART 1.2
#define STYLE_STROKE 2.0
#define STYLE_BAND 0.18

/* Sizes of text in pixels. */
struct sizes {
    double width, height; /* of the figure */
    double title, label, tic, small;
};
/* For a figure of that size: 640 x 400 has text of 15 to 16 pixels. */
struct sizes style_sizes(double width, double height, double label);

/* About how wide gnuplot's enhanced text is, its widest line, in pixels. */
double style_text_width(const char *text, double size);
/* Breaks text at blanks outside braces, so that each line is at most that wide where it can be; returns the number of
 * lines.  gnuplot reads \n as a new line. */
size_t style_wrap(char *out, size_t room, const char *text, double size, double width);

/* Pushes labels apart that stand beside a column: their middles, from low to high in any order, so that each has its
 * height free and none leaves [low, high] while there is room.  They move as little as can be, and keep their order. */
void style_spread(double middle[], const double height[], size_t count, double low, double high);

#endif
