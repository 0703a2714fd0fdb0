/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stdio.h>

#include "coordinate.h"

static double any(const struct walker *w, size_t k) {
    (void)w;
    return any_gradient(k);
}
static double one(const struct walker *w, size_t k) {
    (void)w, (void)k;
    return 1;
}
static double one_in_turn(const struct walker *w, size_t k) {
    (void)w;
    return k % 2 ? 1 : -1;
}
static double powers(const struct walker *w, size_t k) {
    return 0x1p-400 * pow(w->settings.beta2 / w->settings.beta1, (double)k);
}
static double towards_minimiser(const struct walker *w, size_t k) {
    return w->x[0] >= minimiser(w, k - 1) ? 1 : -1;
}
const struct sequence patternless = {"any_gradients", any},
                      constant = {"constant_gradient", one},
                      alternating = {"alternating", one_in_turn},
                      growing = {"growing", powers},
                      still = {"absolute_value", towards_minimiser},
                      moving_away = {"moving_away", towards_minimiser},
                      to_and_fro = {"to_and_fro", towards_minimiser};

double minimiser(const struct walker *w, size_t k) {
    double away = w->speed * (double)k, phase = fmod(away, 2);
    return w->under == &still         ? 0
           : w->under == &moving_away ? away
           : phase < 1                ? phase
                                      : 2 - phase;
}

void walk_lanes(struct walker *w, real gradient) {
    w->method->step(&w->settings, w->k++, 1, &w->x, &gradient, w->state);
}

void walk_on(struct walker *w, double gradient) {
    if (w->anew) w->x = (real){0};
    w->before = w->x[0];
    w->g = gradient;
    walk_lanes(w, real_all(gradient));
}

void walk_along(struct walker *w) {
    walk_on(w, w->scale * w->under->at(w, w->k + 1));
}

real direction(struct walker *w, real gradient) {
    w->x = (real){0};
    walk_lanes(w, gradient);
    return -w->x;
}

double effective_step(const struct walker *w) {
    return -w->x[0] / w->g;
}

bool recorded(size_t k) {
    return k <= 10 || k % 21 == 0;
}

bool marked(size_t k, size_t per_decade, size_t last) {
    double n = (double)per_decade, near = floor(n * log10((double)k));
    for (double i = near - 1; i <= near + 1; i++)
        if (k == (size_t)(pow(10, i / n) + 0.5)) return k <= last;
    return k == last;
}

double averaged(struct average *a, double next) {
    a->sum = a->beta * a->sum + (1 - a->beta) * next;
    a->weight = a->beta * a->weight + (1 - a->beta);
    return a->sum / a->weight;
}

double average_error(size_t k) {
    return (4 * (double)k + 2 / (1 - 0.999) + 32) * DBL_EPSILON;
}

double v_error(size_t k, double gamma) {
    return (2 * (double)k + 2 / (1 - gamma) + 16) * DBL_EPSILON;
}

void follow(struct inquiry *q, struct way w, const char *format, ...) {
    size_t first = q->count, n = w.per_decade;
    struct nearest worst = {.any = false};
    for (size_t k = 1; k <= w.steps; k++) {
        walk_along(&w.a);
        if (w.b.method) walk_along(&w.b);
        struct compared c = w.compare(&w);
        if (!w.between) worst.any = false;
        worst.sign = c.sign;
        nearest_take(&worst, k, c.left, c.right, 0);
        worst.error = c.error;
        if (w.shown ? !w.shown(k) : n ? !marked(k, n, w.steps) : !recorded(k))
            continue;
        inquiry_nearest(q, w.a.under->id, w.a.method->id, &worst);
        worst.any = false;
    }
    char name[CASE_LENGTH];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    inquiry_which(q, first, "%s", name);
}

/* The observations of one look, less `low`. */
static void take(struct moments *m, real seen, double range) {
    for (size_t lane = 0; lane < LANES; lane++) {
        bool broken = !(seen[lane] >= 0 && seen[lane] <= range);
        struct moments one = {1, broken, seen[lane], 0};
        *m = moments_merged(*m, one);
    }
}

bool measure_walks(struct inquiry *q, const struct walks *w, struct moments m[],
                   struct interval limits[]) {
    double range = w->high - w->low;
    uint64_t surplus = pcg_surplus(w->count);
    size_t runs = runs_wanted(1 << 16, q->options);
    for (size_t c = 0; c < w->looks; c++) m[c] = (struct moments){0};
    for (size_t run = 0; run < runs && !inquiry_interrupted(q); run += LANES) {
        struct pcg_lanes random =
            pcg_lanes_of_runs(inquiry_seed(q), q->stream, run);
        struct walker walker = w->start;
        for (size_t k = 1, c = 0; c < w->looks; k++) {
            whole index = pcg_lanes_below(&random, w->count, surplus);
            real g;
            for (size_t lane = 0; lane < LANES; lane++)
                g[lane] = w->gradients[index[lane]];
            real seen = w->look(&walker, g, w->power) - w->low;
            if (k == w->at[c]) take(&m[c++], seen, range);
        }
    }
    for (size_t c = 0; c < w->looks && !q->interrupted; c++) {
        limits[c] = interval_of_mean(&m[c], range, q->options->delta);
        limits[c].lower = (limits[c].lower + w->low) / w->unit;
        limits[c].upper = (limits[c].upper + w->low) / w->unit;
        m[c].mean = (m[c].mean + w->low) / w->unit;
        if (m[c].broken)
            q->trouble = "an observation is outside its certified range";
    }
    return !q->interrupted && !q->trouble;
}
