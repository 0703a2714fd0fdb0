/* A theorem: a statement with hypotheses, a bound, a proof in numbered lines, and claims. */
#ifndef DESCENT_THEOREM_H
#define DESCENT_THEOREM_H

#include "../models/dataset.h"
#include "claim.h"
#include "picture.h"

/* A part of the bound that figures draw as a line of its own. */
struct term {
    const char *name[2]; /* English, Russian */
    double (*at)(const struct constants *, size_t k);
};

/* A figure beside those that every theorem with bounds has: curves from the rows of its claims.  Labels and names are
 * English, Russian; without a Russian one the English one is taken. */
struct drawing {
    const char *name;
    const char *title[2], *x[2], *y[2]; /* ^ raises, _ lowers; no x: iterations */
    bool linear_x, linear_y;            /* else logarithmic */
    double x_unit;                      /* what k = 1 stands for on the x axis; 0: 1 */
    bool bounds;                        /* draw the claims' bounds too, dashed */
    bool names_bounds;       /* curves' names are those of their bounds; what is bounded is the same for all */
    size_t panels;           /* 2 or 3: panels beside each other; else one, or one a curve where there are many */
    const char *panel[3][2]; /* their titles */
    bool own_axes;           /* each panel has axes of its own; else they share them */
    size_t panel_of[16];     /* on which of them each curve stands */
    struct {
        const char *claim;   /* its name */
        size_t group;        /* which of the claim's settings (or runs of growing k), from 0 */
        const char *name[2]; /* its label; none: the problem's title and the step */
    } curves[16];
};

/* A map of the plane beside the curves: contours of a function, and paths across it.  It shows and claims nothing, so it is
 * computed when it is drawn. */
struct map {
    const char *name;
    const char *title[2], *x[2], *y[2]; /* English, Russian; ^ raises, _ lowers */
    double low[2], high[2];             /* the corners */
    double (*height)(double x, double y);
    /* Where a height is dear: instead, all of them on a grid of side x side points, row by row from below, each row from the
     * left.  Between them lies a bicubic spline. */
    void (*fill)(const struct map *, double heights[]);
    size_t side;
    const double *heights;      /* what that has said, if it was asked already */
    double lowest, highest;     /* heights beyond these are drawn as these, if lowest < highest */
    const char *height_name[2]; /* for the colour bar */
    bool logarithmic;           /* contours at equal ratios of height, which is positive then */
    bool divided;               /* 0 is drawn as a border between areas of cool and of warm colours; not logarithmic */
    const double *star;         /* a point to mark with a star; NULL: none */
    const char *const (*paths)[2]; /* names of paths, English, Russian */
    const size_t *colours;         /* of the paths: indices of methods' colours; NULL: in turn */
    size_t path_count;
    /* Points of a path, at most `most` of them; returns how many. */
    size_t (*path)(size_t which, size_t most, double (*points)[2]);
};

/* What a hypothesis speaks of: a method on a problem. */
struct premises {
    const struct problem *problem;
    const struct method *method;
    const struct settings *settings;
    const struct constants *constants; /* of these; alpha is the first step, sigma2 is NaN */
};

/* A hypothesis of a theorem; HYPOTHESIS(smooth, "f is L-smooth", "f L-гладкая", is_smooth) makes an array of
 * one. */
struct hypothesis {
    const char *says[2]; /* in words, with letters of the theorem; English, Russian */
    /* Whether it is satisfied; NULL: no setting can break it, only a bound that reads the theorem's letters otherwise, or
     * a computation of a claim's own. */
    bool (*met)(const struct premises *);
};
#define HYPOTHESIS(id, english, russian, how)                                                                          \
    static const struct hypothesis id[1] = {{.says = {english, russian}, .met = how}}

/* What a theorem says of any run that meets its hypotheses, for the command line.  sigma^2 in it is what was measured. */
struct forecast {
    const char *name[2]; /* short, for figures: English, Russian */
    const struct method *method;
    double (*bound)(const struct constants *, size_t k);
    bool average;                           /* of f at the weighted average, not at x_k */
    enum sign sign;                         /* AT_LEAST: it is a lower bound */
    bool (*given)(const struct premises *); /* what it asks for besides; NULL: nothing */
    const char *asks;                       /* that, in words */
};

struct theorem {
    const char *id;
    const char *title[2]; /* English, Russian */
    const char *source;   /* where the lecture states it */
    const char *
        drawn_as; /* its random numbers are drawn by this name, so that a new id leaves them as they were; NULL: by id */
    const struct hypothesis *const *hypotheses; /* all of them; each is dropped by a control */
    size_t hypothesis_count;
    const struct term *terms;
    size_t term_count;
    const struct claim *const *claims; /* in the order in which they are checked */
    size_t claim_count;
    const struct drawing *drawings;
    size_t drawing_count;
    const struct map *maps;
    size_t map_count;
    const struct picture *pictures;
    size_t picture_count;
    struct forecast forecast; /* without a bound: none */
    /* Runs to play with on its page, where no claim has a bound on the gap or a walk that would serve. */
    const struct setting *plays;
    size_t play_count;
};

/* The first hypothesis of a theorem that is not met, apart from `dropped`; NULL: all are. */
const struct hypothesis *theorem_objection(const struct theorem *, const struct premises *,
                                           const struct hypothesis *dropped);

/* The claims of a theorem, from its list of them. */
#define CLAIMS(array) .claims = array, .claim_count = COUNT(array)
#define HYPOTHESES(array) .hypotheses = array, .hypothesis_count = COUNT(array)
#define PLAYS(array) .plays = array, .play_count = COUNT(array)
#ifndef DESCENT_PLAY
#define MAPS(array) .maps = array, .map_count = COUNT(array)
#define PICTURES(array) .pictures = array, .picture_count = COUNT(array)
#else
#define MAPS(array) .maps = NULL
#define PICTURES(array) .pictures = NULL
#endif

/* A picture that the lecture's slides include, by its name there. */
struct slide {
    const char *name;
    const char *theorem, *figure; /* a map or a picture; NULL: not drawn yet */
};

/* Everything there is, for the command line. */
struct catalogue {
    const struct theorem *const *theorems;
    struct problem *(*const *problems)(void);
    const struct method *const *methods;
    const struct schedule *schedules;
    const struct model *models; /* to fit to data */
    const struct slide *slides;
    size_t theorem_count, problem_count, method_count, schedule_count, model_count, slide_count;
};

#endif
