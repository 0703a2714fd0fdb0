/* A picture: lines, points and words on panels that a function draws.  It shows and claims nothing, so it is made when it
 * is drawn, as a map is. */
#ifndef DESCENT_PICTURE_H
#define DESCENT_PICTURE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

enum { PICTURE_PANELS = 6 };

enum stroke_kind {
    STROKE_LINE,
    STROKE_STEPS,  /* a line that stays until the next point's x */
    STROKE_POINTS, /* round ones */
    STROKE_STARS,
    STROKE_AREA, /* a polygon, filled */
    STROKE_WORDS /* the name alone, from the only point to the right */
};

/* A colour: the index of a method's colour, or one of these. */
enum { PEN_INK = 1000, PEN_GREY, PEN_BEHIND, PEN_WARMTH };

struct pen {
    size_t panel;
    enum stroke_kind kind;
    size_t colour;
    double warmth; /* with PEN_WARMTH: from 0, cool, to 1, warm, as maps colour heights */
    bool dashed;
    double weight;       /* times the usual width of a line or size of a point; 0: 1 */
    const char *name[2]; /* its label, English and Russian; none: it has no label */
};

struct stroke {
    struct pen pen;
    double (*points)[2];
    size_t count;
    char name[2][160];
};

/* A number of an axis that is written in words: a date, a count that matters. */
struct picture_tic {
    size_t panel;
    char axis; /* 'x' or 'y'; an axis with tics of its own has no others */
    double at;
    char name[2][40];
};

struct canvas {
    struct stroke *strokes;
    struct picture_tic *tics;
    size_t count, tic_count;
    char title[2][400]; /* if it is found when it is drawn; empty: the picture's own */
    /* For pictures that are dear: how many times the usual size they may have, 0 or 1 for once; where they may keep what they have
     * computed so far, in files whose names begin with CANVAS_KEPT, to go on from there after an interruption, or NULL; and whether
     * somebody wants to stop: nothing is drawn then. */
    double effort;
    const char *folder;
    const volatile sig_atomic_t *interrupted;
};
#define CANVAS_KEPT ".unfinished-"

/* Copies the points and names; a point that is no number interrupts a line. */
void canvas_draw(struct canvas *, struct pen, const double (*points)[2], size_t count);
void canvas_tic(struct canvas *, size_t panel, char axis, double at, const char *english, const char *russian);
void canvas_clear(struct canvas *);

/* The axes of a panel.  Names are English, Russian; ^ raises, _ lowers. */
struct picture_axes {
    const char *title[2], *x[2], *y[2];
    bool log_x, log_y;
    double low[2], high[2]; /* what x and y show; where low >= high, all there is */
    bool equal;             /* a unit of x is as long as one of y */
    bool bare;              /* neither axes nor numbers */
};

struct picture {
    const char *name;
    const char *title[2]; /* English, Russian; the finding */
    const char *shows[2]; /* a full sentence for who cannot see it */
    double width, height; /* in pixels, where 640 x 400 does not suit; 0: that */
    size_t panel_count;   /* 0: 1 */
    struct picture_axes panel[PICTURE_PANELS];
    void (*draw)(struct canvas *, const void *with);
    const void *with;
};

#endif
