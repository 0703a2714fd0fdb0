/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedules.h"

double schedule_pl(const struct settings *s, size_t k) {
    double next = (double)k + 1;
    return (2 * (double)k + 1) / (2 * s->mu * next * next);
}

double schedule_root(const struct settings *s, size_t k) {
    return s->alpha / sqrt((double)k + 1);
}

double schedule_harmonic(const struct settings *s, size_t k) {
    return 1 / (1 / s->alpha + s->mu / 2 * (double)k);
}

const struct schedule schedules[SCHEDULES] = {
    {.id = "constant"},
    {.id = "root", .at = schedule_root},
    {.id = "pl", .at = schedule_pl, .needs_mu = true},
};
