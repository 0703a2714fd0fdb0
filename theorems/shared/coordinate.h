/* One coordinate: gradients written down by hand or drawn from a list, and a
 * method that walks under them. */
#ifndef DESCENT_COORDINATE_H
#define DESCENT_COORDINATE_H

#include "../theorem.h"

/* Gradients of no pattern, k = 1, 2, ...: 11 values from -4.75 to 5.25, none of
 * them 0. */
static inline double any_gradient(size_t k) {
    return (double)((k * k * k / 7 + 3 * k) % 11) - 4.75;
}

/* Gradients by a rule. */
struct walker;
struct sequence {
    const char *id;
    double (*at)(const struct walker *, size_t k); /* k = 1, 2, ... */
};
/* The above; all 1; 1, -1, 1, ...; and those that grow by beta2 / beta1, from
 * so low that their squares keep within a double's range. */
extern const struct sequence patternless, constant, alternating, growing;
/* Those of |x - c_k|, 1 at the kink, with a minimiser c_k that stays at 0, or
 * moves by `speed` a step: away for ever, or to 1 and back to 0 and so on. */
extern const struct sequence still, moving_away, to_and_fro;
double minimiser(const struct walker *, size_t k);

/* A method on its way. */
struct walker {
    const struct method *method;
    struct settings settings;
    const struct sequence *under; /* its gradients, */
    double scale;                 /* times so much */
    double speed;                 /* of the minimiser */
    const void *with;             /* for other sequences */
    bool anew;        /* each step starts from 0, where x does not round it */
    real x, state[2]; /* m, then v, of methods that have both */
    double before, g; /* x before the last step; its gradient */
    size_t k;         /* steps taken */
};
/* One step, under a gradient of its sequence, */
void walk_along(struct walker *);
/* or another one, or other ones in each lane. */
void walk_on(struct walker *, double gradient);
void walk_lanes(struct walker *, real gradient);
/* alpha times the direction that it takes: minus its step from 0. */
real direction(struct walker *, real gradient);
/* By what its last step, from 0, multiplied the gradient. */
double effective_step(const struct walker *);

/* Which steps are shown in the ledger: the first ones, and then some, odd and
 * even; or marks, evenly spaced in log k, and the last step. */
bool recorded(size_t k);
bool marked(size_t k, size_t per_decade, size_t last);

/* The corrected average of a sequence, by its sum and the sum of its weights. */
struct average {
    double beta, sum, weight;
};
double averaged(struct average *, double next);
/* How far such averages with beta <= 0.999, and so all parts of a step of Adam,
 * err, relative to the largest number in them: three roundings a step fade with
 * beta; 1 - beta^k loses at most a factor 1/(1 - beta) of precision. */
double average_error(size_t k);
/* And v of RMSProp, or for gamma = 0 of AdaGrad: its terms are positive, and
 * each suffers some three roundings a step; powers of gamma are as exact. */
double v_error(size_t k, double gamma);

/* What is compared after a step. */
struct compared {
    double left, right, error;
    enum sign sign;
};
/* A walker is followed for so many steps, maybe with another one beside it. */
struct way {
    struct walker a;
    size_t steps, per_decade; /* of marks; 0: recorded() says what is shown */
    struct compared (*compare)(const struct way *); /* at every step */
    const void *with;                               /* for compare, */
    void *state;                                    /* and what it changes */
    bool (*shown)(size_t k); /* if not NULL, instead of marks and recorded() */
    /* Show the worst comparison since the last one that was shown, up to the
     * error where it is shown. */
    bool between;
    struct walker b; /* takes its steps too, if it has a method */
};
/* Adds a finding for each step that is shown, and names their case as printf
 * does. */
void follow(struct inquiry *, struct way, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* What a walker shows under its next gradient, of m (the average of gradients
 * to the power 1) or of v (to the power 2). */
typedef real observation(struct walker *, real gradient, int power);

/* Many walks from `start`, each under gradients drawn from a list. */
struct walks {
    struct walker start;
    const double *gradients;
    size_t count;
    observation *look;
    int power;
    double low, high; /* observations beyond these count as broken */
    double unit;      /* in which the mean and its limits are given */
    const size_t *at; /* the steps, from 1, at which one looks */
    size_t looks;
};
/* The mean observation: its moments, and its limits.  False after an
 * interruption or a broken one, which is then the claim's trouble. */
bool measure_walks(struct inquiry *, const struct walks *, struct moments[],
                   struct interval[]);

#endif
