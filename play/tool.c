/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages need to know of all that can be played, as JSON: theorems, problems, and their numbers in hexadecimal. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../theorems/catalogue.h"
#include "../verify/numbers/fail.h"
#include "playable.h"

static void text(const char *s) {
    putchar('"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\') putchar('\\');
        putchar(*s);
    }
    putchar('"');
}

static void numbers(struct problem *p) {
    size_t count = problem_numbers(p, NULL, false) + 1;
    double *room = allocate(count, sizeof *room);
    problem_numbers(p, room, false);
    room[count - 1] = constants_of(p, 1).fading; /* which only GSL can find */
    putchar('"');
    for (size_t i = 0; i < count; i++) {
        uint64_t bits;
        memcpy(&bits, &room[i], sizeof bits);
        printf(bits ? "%016" PRIx64 : "-", bits);
    }
    putchar('"');
    free(room);
}

/* Whether the step that a setting begins with is its alpha, so that there is something to choose. */
static bool has_step(const struct settings *s) {
    struct settings longer = *s;
    longer.alpha *= 2;
    return step_size(&longer, 0) != step_size(s, 0);
}

static void describe(const struct playable *at) {
    struct problem *p = at->setting->problem();
    struct settings s = playable_settings(at, p);
    const struct method *m = at->setting->method;
    printf("{\"claim\":\"%s\",\"problem\":\"%s\",\"title\":[", at->claim->name, p->id);
    text(p->title[0]);
    putchar(',');
    text(p->title[1]);
    printf("],\"method\":\"%s\",\"called\":[", m->id);
    text(m->title[0]);
    putchar(',');
    text(m->title[1]);
    printf("],\"alpha\":%.17g,\"step\":%s,\"steps\":%zu,\"batches\":%zu,\"noisy\":%s,\"momentum\":%s,\"numbers\":",
           s.alpha, has_step(&s) ? "true" : "false", at->setting->steps,
           p->draw || p->weight || p->dim > 64 ? 1 : p->components, !p->draw && p->components <= 8 ? "true" : "false",
           strcmp(m->id, "sgd") ? "false" : "true");
    numbers(p);
    putchar('}');
    problem_free(p);
}

int main(void) {
    const char *apart = "";
    putchar('{');
    for (size_t t = 0; t < catalogue.theorem_count; t++) {
        struct playable all[PLAYABLES];
        size_t count = playables_of(catalogue.theorems[t], all);
        if (!count) continue;
        printf("%s\n\"%s\":{\"index\":%zu,\"plays\":[", apart, catalogue.theorems[t]->id, t);
        for (size_t i = 0; i < count; i++) {
            if (i) putchar(',');
            describe(&all[i]);
        }
        printf("]}");
        apart = ",";
    }
    puts("}");
    return 0;
}
