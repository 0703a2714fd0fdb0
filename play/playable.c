/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playable.h"

static bool known(const struct playable all[], size_t count, const struct setting *s) {
    for (size_t i = 0; i < count; i++)
        if (all[i].setting->problem == s->problem && all[i].setting->method == s->method) return true;
    return false;
}

size_t playables_of(const struct theorem *t, struct playable out[PLAYABLES]) {
    size_t count = 0;
    for (size_t i = 0; i < t->play_count && count < PLAYABLES; i++)
        out[count++] = (struct playable){NULL, &t->plays[i]};
    if (count) return count;
    for (size_t i = 0; i < t->claim_count; i++) {
        const struct claim *c = t->claims[i];
        if (c->evidence != &evidence_mean || c->kind != BOUND || !c->mean.bound) continue;
        for (size_t s = 0; s < c->mean.count && count < PLAYABLES; s++)
            if (!known(out, count, &c->mean.settings[s]))
                out[count++] = (struct playable){&c->mean, &c->mean.settings[s]};
    }
    if (count) return count;
    for (size_t i = 0; i < t->claim_count; i++) {
        const struct claim *c = t->claims[i];
        if (c->evidence != &evidence_walk || c->kind == CONTROL) continue;
        for (size_t s = 0; s < c->walk.count && count < PLAYABLES; s++)
            if (!known(out, count, &c->walk.settings[s])) out[count++] = (struct playable){NULL, &c->walk.settings[s]};
    }
    return count;
}

size_t problem_numbers(struct problem *p, double room[], bool set) {
    if (!p) return 0;
    size_t count = problem_numbers(p->inner, room, set);
    struct {
        double *at;
        size_t count;
    } parts[] = {{p->x_0, p->dim},   {p->x_star, p->dim}, {p->data, p->numbers}, {&p->L, 1},
                 {&p->mu, 1},        {&p->f_star_low, 1}, {&p->f_star_high, 1},  {&p->noise, 1},
                 {&p->lipschitz, 1}, {&p->L_max, 1},      {&p->domain.low, 1},   {&p->domain.high, 1}};
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (room && set) memcpy(parts[i].at, room + count, parts[i].count * sizeof *room);
        if (room && !set) memcpy(room + count, parts[i].at, parts[i].count * sizeof *room);
        count += parts[i].count;
    }
    return count;
}
