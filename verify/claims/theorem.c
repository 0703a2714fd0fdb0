/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "theorem.h"

const struct hypothesis *theorem_objection(const struct theorem *t, const struct premises *p,
                                           const struct hypothesis *dropped) {
    for (size_t i = 0; i < t->hypothesis_count; i++)
        if (t->hypotheses[i] != dropped && t->hypotheses[i]->met && !t->hypotheses[i]->met(p)) return t->hypotheses[i];
    return NULL;
}

struct settings setting_filled_in(const struct setting *s, const struct problem *p) {
    struct settings settings = s->settings;
    struct constants given = constants_of(p, settings.alpha);
    settings.mu = p->mu;
    if (settings.chosen) settings.alpha = settings.chosen(&given, s->steps);
    return settings;
}
