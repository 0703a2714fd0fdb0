/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "series.h"

#include <stdlib.h>

#include "../numbers/compare.h"
#include "../numbers/fail.h"

struct series series_new(size_t steps) {
    return (struct series){
        .steps = steps,
        .gap = allocate(steps + 1, sizeof(double)),
        .gap_error = allocate(steps + 1, sizeof(double)),
        .moment = allocate(steps + 1, sizeof(double)),
        .moment_error = allocate(steps + 1, sizeof(double)),
        .average_gap = allocate(steps + 1, sizeof(double)),
        .average_error = allocate(steps + 1, sizeof(double)),
    };
}

void series_free(struct series *s) {
    free(s->gap);
    free(s->gap_error);
    free(s->moment);
    free(s->moment_error);
    free(s->average_gap);
    free(s->average_error);
    *s = (struct series){0};
}

double series_sigma2(const struct series *s) {
    double sigma2 = 0;
    for (size_t k = 0; k < s->steps; k++) sigma2 = larger(sigma2, s->moment[k]);
    return sigma2;
}

const struct exact *exact_for(const struct problem *p, const struct settings *s) {
    if (p->lattice && !s->schedule) return &finite_chain;
    if (p->components == 1) return &all_paths;
    return p->quadratic ? &second_moment_recursion : &all_paths;
}
