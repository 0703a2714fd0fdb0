/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sprint.h"

#include <gsl/gsl_randist.h>

#include "../models/trajectory.h"
#include "../numbers/compare.h"

struct finish sprint_run(const struct sprint *r, const struct settings *s) {
    const struct problem *p = r->problem;
    struct finish finish;
    struct trajectory t = trajectory_new(p, r->method, s);
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(42, 0));
    for (size_t l = 1; l < LANES; l++)
        for (size_t j = 0; j < p->dim; j++) t.x[j][l] = gsl_ran_gaussian_ziggurat(rng, 1);
    gsl_rng_free(rng);
    real first = p->value(p, t.x, NULL);
    size_t left = LANES;
    for (size_t l = 0; l < LANES; l++) finish.steps[l] = finish.least[l] = INFINITY;
    for (size_t k = 0; k <= r->most && left; k++) {
        real ratio = p->value(p, t.x, NULL) / first;
        for (size_t l = 0; l < LANES; l++) {
            finish.least[l] = smaller(finish.least[l], ratio[l]);
            if (isinf(finish.steps[l]) && ratio[l] <= r->target) {
                finish.steps[l] = (double)k;
                left--;
            }
        }
        trajectory_step(&t, whole_all(0));
    }
    trajectory_free(&t);
    return finish;
}

void sprint_path(const struct problem *p, const struct method *method, const struct settings *s, size_t last,
                 double ratio[]) {
    struct trajectory t = trajectory_new(p, method, s);
    double first = p->value(p, t.x, NULL)[0];
    for (size_t k = 0; k <= last; k++) {
        ratio[k] = p->value(p, t.x, NULL)[0] / first;
        trajectory_step(&t, whole_all(0));
    }
    trajectory_free(&t);
}

struct fewest sprint_fewest(const struct sprint *r, const struct settings choices[], size_t count) {
    struct sprint race = *r;
    struct fewest fewest = {.by = {0}};
    for (size_t l = 0; l < LANES; l++) fewest.steps[l] = INFINITY;
    for (size_t i = 0; i < count && !(r->interrupted && *r->interrupted); i++) {
        struct finish finish = sprint_run(&race, &choices[i]);
        double worst = 0;
        for (size_t l = 0; l < LANES; l++) {
            if (finish.steps[l] < fewest.steps[l]) {
                fewest.steps[l] = finish.steps[l];
                fewest.by[l] = i;
            }
            worst = larger(worst, fewest.steps[l]);
        }
        race.most = (size_t)smaller((double)race.most, worst);
    }
    return fewest;
}
