/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fingerprint.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "../numbers/pcg.h"

static double weighed(double x) {
    return isfinite(x) ? asinh(1e9 * x) : 0; /* that a row has one is the verdict's matter */
}

static double bits(double room) {
    return isfinite(room) ? log2(fmax(room, DBL_MIN)) : 0;
}

struct fingerprint fingerprint_of(const struct judgement *j) {
    struct fingerprint f = {.rows = j->row_count};
    uint64_t hash = 0;
    for (size_t i = 0; i < j->row_count; i++) {
        const struct row *r = &j->rows[i];
        const char *words[] = {r->problem,         r->method,   r->which,
                               sign_name(r->sign), r->evidence, verdict_name(r->verdict)};
        for (size_t w = 0; w < COUNT(words); w++) hash = pcg_name(hash, words[w]);
        f.runs += r->runs;
        f.k += (double)r->k;
        f.estimates += weighed(r->estimate);
        f.bounds += weighed(r->bound);
        if (strcmp(r->evidence, "interval") == 0)
            f.limits += weighed(r->lower) + weighed(r->upper);
        else
            f.room += bits(r->estimate - r->lower) + bits(r->upper - r->estimate);
    }
    f.cases = (double)(hash >> 32);
    return f;
}

static bool far(double kept, double now, double room) {
    return fabs(kept - now) > room; /* false where one is NaN: nothing is asked */
}

const char *fingerprint_differs(const struct fingerprint *kept, const struct fingerprint *now) {
    double room = 1e-4 + 1e-6 * (double)kept->rows, wide = 0.1 + 0.02 * (double)kept->rows;
    return kept->rows != now->rows                      ? "the number of rows"
           : kept->runs != now->runs                    ? "the number of runs"
           : far(kept->cases, now->cases, 0)            ? "a problem, method, case, sense, evidence or verdict"
           : far(kept->k, now->k, 0)                    ? "a checkpoint"
           : far(kept->estimates, now->estimates, room) ? "an estimate"
           : far(kept->bounds, now->bounds, room)       ? "a bound"
           : far(kept->limits, now->limits, room)       ? "a confidence limit"
           : far(kept->room, now->room, wide)           ? "room for roundings"
                                                        : NULL;
}
