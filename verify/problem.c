/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "problem.h"

#include <float.h>
#include <stdlib.h>

#include "fail.h"

struct problem *problem_new(size_t dim, size_t numbers) {
    struct problem *p = allocate(1, sizeof *p);
    p->dim = dim;
    p->x_0 = allocate(dim, sizeof *p->x_0);
    p->x_star = allocate(dim, sizeof *p->x_star);
    p->data = allocate(numbers, sizeof *p->data);
    return p;
}

void problem_free(struct problem *p) {
    if (!p) return;
    free(p->x_0);
    free(p->x_star);
    free(p->data);
    free(p);
}

void problem_enclose_minimum(struct problem *p) {
    real x[p->dim], gradient[p->dim];
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_star[j]);
    double f = p->value(p, x, gradient)[0];
    double rounding = p->roundings * DBL_EPSILON / 2 * fabs(f);
    p->f_star_high = f + rounding;
    p->f_star_low = f - real_dot(p->dim, gradient, gradient)[0] / (2 * p->mu) - rounding;
}

double problem_distance(const struct problem *p) {
    double sum = 0;
    for (size_t j = 0; j < p->dim; j++) sum += (p->x_0[j] - p->x_star[j]) * (p->x_0[j] - p->x_star[j]);
    return sqrt(sum);
}

double problem_gap_0(const struct problem *p) {
    real x[p->dim];
    for (size_t j = 0; j < p->dim; j++) x[j] = real_all(p->x_0[j]);
    return p->value(p, x, NULL)[0] - p->f_star_low;
}
