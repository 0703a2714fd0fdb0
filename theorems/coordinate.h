/* One coordinate: gradients written down by hand or drawn from a list, and a
 * method that walks under them. */
#ifndef DESCENT_COORDINATE_H
#define DESCENT_COORDINATE_H

#include "theorem.h"

/* Gradients of no pattern, k = 1, 2, ...: 11 values from -4.75 to 5.25, none of
 * them 0. */
static inline double any_gradient(size_t k) {
    return (double)((k * k * k / 7 + 3 * k) % 11) - 4.75;
}

/* A method on its way, under other gradients in each lane or the same in all. */
struct walker {
    const struct method *method;
    struct settings settings;
    real x, state[2]; /* m, then v, of methods that have both */
    size_t k;         /* steps taken */
};
struct walker walker_at(const struct method *, struct settings, double x);
void walk_lanes(struct walker *, real gradient);
void walk_on(struct walker *, double gradient);
/* alpha times the direction that it takes: minus its step from 0, where x does
 * not round it. */
real direction(struct walker *, real gradient);

/* Gradients by a rule: those that alternate are 1, -1, ...; those that grow, by
 * beta2 / beta1, start so low that squares keep within a double's range. */
enum pattern { GROWING, CONSTANT, PATTERNLESS, ALTERNATING };
extern const char *const patterns[]; /* their ids */
/* That of the walker's next step. */
double next_gradient(enum pattern, const struct walker *);

/* Which steps go into the ledger: the first ones, and then some, odd and even;
 * or some evenly spaced in log k, and the last. */
bool recorded(size_t k);
bool marked(size_t k, size_t per_decade, size_t last);

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
