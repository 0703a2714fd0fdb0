/* Small distributions of a coordinate's gradients, and expectations over all of
 * their sequences. */
#ifndef DESCENT_LAWS_H
#define DESCENT_LAWS_H

#include "coordinate.h"

enum { OUTCOMES_MAX = 3, LENGTH_MAX = 12 };
struct law {
    const char *id;
    size_t outcomes, length; /* of sequences */
    double value[OUTCOMES_MAX], probability[OUTCOMES_MAX];
    double again; /* how probably an outcome comes again; 0: independently */
    double drift; /* added at each step */
};

/* E g^power at step i. */
double law_moment(const struct law *, int power, size_t i);
/* max |g|. */
double law_largest(const struct law *);
size_t law_sequences(const struct law *);
/* By how many DBL_EPSILON, relative to the largest thing observed, a sum over
 * all sequences errs: one for each of them and each factor of its probability,
 * and a few. */
double law_roundings(const struct law *);

/* E of an observation at each step, from 1, and E of its squared distance to a
 * target. */
struct expected {
    double mean[LENGTH_MAX + 1], square[LENGTH_MAX + 1];
};

/* Over all sequences, each with its probability.  In line, so that what is
 * observed can be as well. */
static inline struct expected law_expect(const struct law *l,
                                         struct walker start, observation *look,
                                         int power, double target) {
    struct expected e = {{0}, {0}};
    size_t sequences = law_sequences(l);
    for (size_t first = 0; first < sequences; first += LANES) {
        struct walker w = start;
        real weight = real_all(1), g, seen[LENGTH_MAX + 1];
        size_t rest[LANES], before[LANES] = {0};
        for (size_t lane = 0; lane < LANES; lane++) {
            rest[lane] = first + lane;
            if (first + lane >= sequences) weight[lane] = 0;
        }
        for (size_t k = 1; k <= l->length; k++) {
            for (size_t lane = 0; lane < LANES; lane++) {
                size_t o = rest[lane] % l->outcomes;
                rest[lane] /= l->outcomes;
                g[lane] = l->value[o] + l->drift * (double)k;
                double stays = o == before[lane] ? l->again : 1 - l->again;
                weight[lane] *=
                    l->again > 0 && k > 1 ? stays : l->probability[o];
                before[lane] = o;
            }
            seen[k] = look(&w, g, power);
        }
        for (size_t k = 1; k <= l->length; k++)
            for (size_t lane = 0; lane < LANES; lane++) {
                double apart = seen[k][lane] - target;
                e.mean[k] += weight[lane] * seen[k][lane];
                e.square[k] += weight[lane] * apart * apart;
            }
    }
    return e;
}

#endif
