/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Probabilities and medians over seeds. */
#include <float.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <stdlib.h>

#include "../models/trajectory.h"
#include "../numbers/confidence.h"
#include "../numbers/fail.h"
#include "../numbers/share.h"
#include "inquiry.h"

struct repetition {
    struct inquiry *of;
    const struct seeds *seeds;
    size_t count;
    double *numbers;
};

static void repeat(void *context, size_t group) {
    const struct repetition *r = context;
    const volatile sig_atomic_t *interrupted = r->of->options->interrupted;
    if (interrupted && *interrupted) return;
    size_t first = group * LANES;
    struct pcg_lanes random =
        pcg_lanes_of_runs(r->of->options->seed, r->of->stream + r->seeds->stream, (uint64_t)first);
    real number = r->seeds->number(&random, r->seeds->with);
    for (size_t l = 0; l < LANES && first + l < r->count; l++) r->numbers[first + l] = number[l];
}

double *inquiry_numbers(struct inquiry *q, const struct seeds *s, size_t *count) {
    *count = runs_wanted(s->count, q->options);
    *q->drew = true;
    double *numbers = allocate(*count, sizeof *numbers);
    struct repetition r = {q, s, *count, numbers};
    share((*count + LANES - 1) / LANES, repeat, &r);
    if (!inquiry_interrupted(q)) return numbers;
    free(numbers);
    return NULL;
}

void inquiry_probability(struct inquiry *q, const struct seeds *s, const char *problem, const char *method, size_t k,
                         enum sign sign, double bound) {
    size_t count, happened = 0;
    double *numbers = inquiry_numbers(q, s, &count);
    if (!numbers) return;
    for (size_t i = 0; i < count; i++) {
        if (isnan(numbers[i])) q->trouble = "whether it happened is not a number";
        happened += numbers[i] > 0;
    }
    free(numbers);
    if (!q->trouble) inquiry_share(q, problem, method, k, happened, count, sign, bound);
}

void inquiry_quantile(struct inquiry *q, const char *problem, const char *method, size_t k, double sample[],
                      size_t count, double p, enum sign sign, double bound) {
    for (size_t i = 0; i < count; i++)
        if (!isfinite(sample[i])) q->trouble = "a member of the sample is not finite";
    if (q->trouble) return;
    gsl_sort(sample, 1, count);
    struct interval limits = limits_of_quantile(sample, count, p, q->options->delta);
    limits = (struct interval){larger(limits.lower, -DBL_MAX), smaller(limits.upper, DBL_MAX)}; /* nothing is known */
    struct moments m = {.count = count, .mean = gsl_stats_quantile_from_sorted_data(sample, 1, count, p)};
    inquiry_measured(q, problem, method, k, &m, limits, sign, bound);
}

void inquiry_median(struct inquiry *q, const struct seeds *s, const char *problem, const char *method, size_t k,
                    enum sign sign, double bound) {
    size_t count;
    double *numbers = inquiry_numbers(q, s, &count);
    if (!numbers) return;
    inquiry_quantile(q, problem, method, k, numbers, count, 0.5, sign, bound);
    free(numbers);
}

real number_at_end(struct pcg_lanes *random, const void *with) {
    const struct run_to_end *run = with;
    const struct problem *p = run->problem;
    struct trajectory t = trajectory_new(p, run->method, &run->settings);
    uint64_t surplus = pcg_surplus(p->components);
    trajectory_begin(&t, random);
    while (t.k < run->steps) trajectory_draw(&t, random, surplus);
    real number = run->number ? run->number(p, t.x) : p->value(p, t.x, NULL) - p->f_star_low;
    trajectory_free(&t);
    return number;
}
