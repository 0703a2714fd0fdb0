/* What a figure shows, before it is laid out: lines on panels, their names, and what the figure finds. */
#ifndef DESCENT_SCENE_H
#define DESCENT_SCENE_H

#include "../claims/picture.h"
#include "../ledger/ledger.h"
#include "style.h"

enum { LANGUAGES = 2, TEXT = 400, PANELS_MAX = 16, LABELLED = 5 /* curves with labels of their own, at most */ };

/* A point of a line; its band, NaN where there is none. */
struct mark {
    double x, y, low, high;
};

/* A curve, a bound, a part of it, something that is no result, and what a picture draws. */
enum line_kind { ESTIMATE, LIMIT, PART, GUIDE, STROKE };

struct line {
    struct mark *marks;
    size_t count, panel;
    enum line_kind kind;
    bool band;
    enum stroke_kind stroke;
    double weight; /* of a stroke */
    struct shade shade;
    char label[TEXT]; /* empty: none */
};

struct scene_axes {
    char x_name[TEXT], y_name[TEXT];
    bool linear_x, linear_y;
    double low[2], high[2]; /* what x and y are to hold, if low < high */
    bool exact;             /* and no more than that */
    bool equal, bare;
};

struct scene {
    char title[2 * TEXT], caption[6 * TEXT];
    double width, height; /* that suit it */
    struct line *lines;
    size_t line_count;
    size_t panel_count; /* more than one: each with its title; curves of the others stand behind it in grey */
    char panel_title[PANELS_MAX][TEXT];
    struct shade panel_shade[PANELS_MAX];
    bool own_axes; /* each panel has its own; else the first one's are those of all */
    struct scene_axes axes[PANELS_MAX];
    struct picture_tic *tics;
    size_t tic_count;
};

/* A figure: its file name's middle part, and the curves on it. */
struct figure {
    const struct theorem *theorem;
    const char *name;
    const char *title[LANGUAGES];
    const struct curve *curves[64];
    const char *const *label[64];    /* the curves' problems, by language */
    const struct method *method[64]; /* and methods; NULL: none that the catalogue knows */
    size_t count;
    bool ratio;
    const struct drawing *drawing; /* a theorem's own, else NULL */
    const struct map *map;         /* the same */
    const struct picture *picture;
    const struct canvas *canvas; /* what that has drawn; NULL: it is drawn anew */
};

/* Its scene in a language; NULL if there is no point to draw. */
struct scene *scene_of(const struct figure *, size_t language);
void scene_free(struct scene *);

/* Decimal points become commas in Russian. */
void localize(char *text, size_t language);
/* Without gnuplot's markup. */
void plain_text(char *out, size_t room, const char *text);

#endif
