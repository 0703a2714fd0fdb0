/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certified.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../numbers/array.h"
#include "../numbers/fail.h"
#include "certify.h"

/* What tells a problem with its step apart from others: instances of one problem may differ in their constants. */
struct key {
    const char *id;
    size_t steps;
    struct constants constants;
};

struct certificate {
    struct key key;
    const char *trouble;
};

struct certificates {
    struct certificate *all;
    size_t count;
};

struct certificates *certificates_new(void) {
    return allocate(1, sizeof(struct certificates));
}

void certificates_free(struct certificates *c) {
    free(c->all);
    free(c);
}

static bool same_number(double a, double b) {
    return a == b || (a != a && b != b);
}

static bool same(const struct key *a, const struct key *b) {
    const struct constants *c = &a->constants, *d = &b->constants;
    return strcmp(a->id, b->id) == 0 && a->steps == b->steps && same_number(c->alpha, d->alpha) &&
           same_number(c->L, d->L) && same_number(c->mu, d->mu) && same_number(c->gap_0, d->gap_0) &&
           same_number(c->noise, d->noise) && same_number(c->noise_star, d->noise_star) &&
           same_number(c->distance, d->distance) && same_number(c->lipschitz, d->lipschitz);
}

static bool find(const struct certificates *c, const struct key *key, const char **trouble) {
    bool found = false;
#pragma omp critical(certificates)
    for (size_t i = 0; i < c->count && !found; i++) {
        found = same(&c->all[i].key, key);
        if (found) *trouble = c->all[i].trouble;
    }
    return found;
}

static void keep(struct certificates *c, struct certificate new) {
#pragma omp critical(certificates)
    {
        c->all = array_grown(c->all, c->count, sizeof new);
        c->all[c->count++] = new;
    }
}

/* Two threads may both check the same one, at first. */
const char *certified(struct certificates *c, const struct problem *p, double alpha, size_t steps) {
    if (!c) return certify(p, alpha, steps);
    struct certificate new = {{p->id, steps, constants_of(p, alpha)}, NULL};
    if (find(c, &new.key, &new.trouble)) return new.trouble;
    new.trouble = certify(p, alpha, steps);
    keep(c, new);
    return new.trouble;
}

const char *certified_by_id(struct certificates *c, struct problem *(*const problems[])(void), size_t count,
                            const char *id) {
    struct certificate new = {{id, SIZE_MAX, {.alpha = NAN}}, NULL}; /* no step: unlike any of certified() */
    if (c && find(c, &new.key, &new.trouble)) return new.trouble;
    for (size_t i = 0; i < count; i++) {
        struct problem *p = problems[i]();
        if (strcmp(p->id, id) == 0) {
            new.key.id = p->id;
            new.trouble = certify_problem(p);
        }
        problem_free(p);
    }
    if (c) keep(c, new);
    return new.trouble;
}
