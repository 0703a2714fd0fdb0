/* A method: an update rule. */
#ifndef DESCENT_METHOD_H
#define DESCENT_METHOD_H

#include "../numbers/real.h"

struct constants; /* problem.h */

/* An interval for every coordinate of x; none unless low < high. */
struct box {
    double low, high;
};

/* The parameters of a method's run.  A method reads those that its table of parameters names. */
struct settings {
    double alpha;         /* step size; a schedule may change it with k */
    double mu;            /* the problem's PL constant, for schedules that need it; filled in by the engine */
    double momentum;      /* beta of heavy ball, Nesterov and Muon */
    double beta1, beta2;  /* how much of the averages of g and of g^2 (or of the matrices L and R) a step keeps */
    double gamma;         /* the same for g^2, by RMSProp's name; of NAG-GS the gamma that its flow begins with */
    double damping;       /* mu of NAG-GS's flow */
    double eps;           /* what is added to the denominator */
    double weight_decay;  /* lambda */
    double newton_schulz; /* Muon: iterations that orthogonalise the gradient; 0: a singular value decomposition */
    size_t rows;          /* x is a matrix of so many rows, row-major; 0: a single column */
    struct box box;       /* iterates are projected onto it; the engine puts the problem's domain here */
    double (*schedule)(const struct settings *, size_t k); /* alpha_k; NULL: alpha */
    /* If not NULL, the engine sets alpha to this, from the problem's constants and the number of steps. */
    double (*chosen)(const struct constants *, size_t steps);
};

/* alpha_k. */
static inline double step_size(const struct settings *s, size_t k) {
    return s->schedule ? s->schedule(s, k) : s->alpha;
}

/* A step size that changes with k, by name. */
struct schedule {
    const char *id;
    double (*at)(const struct settings *, size_t k); /* for settings.schedule; NULL: a constant step */
    bool needs_mu;                                   /* and makes nothing of alpha */
};

/* Whether iterates are confined to a box. */
static inline bool box_closed(struct box b) {
    return b.low < b.high;
}
/* The nearest point of the box; x itself if there is none.  A NaN stays one. */
static inline real box_project(struct box b, real x) {
    if (!box_closed(b)) return x;
    const real low = real_all(b.low), high = real_all(b.high);
    return real_where(real_less(x, low), low, real_where(real_less(high, x), high, x));
}

/* What a parameter may be. */
enum range {
    POSITIVE,     /* (0, inf) */
    NOT_NEGATIVE, /* [0, inf) */
    BELOW_ONE,    /* [0, 1) */
    UP_TO_ONE,    /* [0, 1] */
    UP_TO_100     /* 0, 1, ..., 100 */
};
bool range_admits(enum range, double);
const char *range_name(enum range, size_t language); /* such as "a number in [0, 1)" */

struct parameter {
    const char *name; /* as the command line's option spells it */
    size_t offset;    /* of its double in struct settings */
    double standard;  /* its value unless another one is given */
    enum range range;
};
enum { PARAMETERS = 6 }; /* of one method, at most */

struct method {
    const char *id;
    const char *title[2];                    /* English, Russian */
    const char *rule;                        /* the update, as LaTeX */
    size_t colour;                           /* the index of its colour in figures, see style.h; a family shares one */
    struct parameter parameters[PARAMETERS]; /* up to the first without a name */
    /* Its step has a length of its own, whatever the gradient's, so that alpha is a length in x and not 1/L. */
    bool scale_free;
    size_t vectors; /* of dim numbers each that it carries from step to step, zero at first */
    bool matrices;  /* besides, a square matrix for the rows and one for the columns */
    bool shaped;    /* x is a matrix to it, see settings.rows */
    /* x_k -> x_{k+1} in place, from the stochastic gradient at x_k. */
    void (*step)(const struct settings *, size_t k, size_t dim, real x[], const real gradient[], real state[]);
};

/* The shape of a parameter of dim numbers. */
struct shape {
    size_t rows, columns;
};
static inline struct shape parameter_shape(const struct settings *s, size_t dim) {
    size_t rows = s->rows ? s->rows : dim;
    return (struct shape){rows, dim / rows};
}

/* How many numbers the method carries from step to step. */
size_t method_state(const struct method *, const struct settings *, size_t dim);
/* The parameters that a method has unless others are given. */
struct settings method_settings(const struct method *);
/* The parameter of that name, or NULL. */
const struct parameter *method_parameter(const struct method *, const char *name);
double *parameter_of(struct settings *, const struct parameter *);

#endif
