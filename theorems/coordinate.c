/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coordinate.h"

struct walker walker_at(const struct method *method, struct settings settings,
                        double x) {
    return (struct walker){
        .method = method, .settings = settings, .x = real_all(x)};
}

void walk_lanes(struct walker *w, real gradient) {
    w->method->step(&w->settings, w->k++, 1, &w->x, &gradient, w->state);
}

void walk_on(struct walker *w, double gradient) {
    walk_lanes(w, real_all(gradient));
}

real direction(struct walker *w, real gradient) {
    w->x = (real){0};
    walk_lanes(w, gradient);
    return -w->x;
}

const char *const patterns[] = {"growing", "constant_gradient", "any_gradients",
                                "alternating"};

double next_gradient(enum pattern pattern, const struct walker *w) {
    size_t k = w->k + 1;
    double growth = w->settings.beta2 / w->settings.beta1;
    return pattern == GROWING       ? 0x1p-400 * pow(growth, (double)k)
           : pattern == CONSTANT    ? 1
           : pattern == PATTERNLESS ? any_gradient(k)
           : k % 2                  ? 1
                                    : -1;
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
            pcg_lanes_of_runs(q->options->seed, q->stream, run);
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
