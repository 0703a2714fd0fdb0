/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course.h"

struct course course_of(struct inquiry *q, struct problem *p, const struct method *method, struct settings settings,
                        size_t steps, const struct exact *by) {
    struct course c = {.problem = p, .settings = settings};
    c.settings.mu = p->mu;
    if (!by) by = exact_for(p, &c.settings);
    const char *trouble = by->compute(p, method, &c.settings, steps, &c.series);
    if (trouble) q->trouble = trouble;
    c.constants = constants_of(p, step_size(&c.settings, 0));
    c.constants.sigma2 = series_sigma2(&c.series);
    for (size_t k = 0; k < c.series.steps; k++) c.sigma2_error = larger(c.sigma2_error, c.series.moment_error[k]);
    return c;
}

void course_free(struct course *c) {
    series_free(&c->series);
    problem_free(c->problem);
}
