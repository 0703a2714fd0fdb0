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

static void describe(const struct playable *at, size_t which) {
    struct problem *p = at->setting->problem();
    struct settings s = setting_filled_in(at->setting, p);
    const struct method *m = at->setting->method;
    printf("{\"which\":%zu,\"bound\":%s,\"problem\":\"%s\",\"title\":[", which, at->mean ? "true" : "false", p->id);
    text(p->title[0]);
    putchar(',');
    text(p->title[1]);
    printf("],\"method\":\"%s\",\"called\":[", m->id);
    text(m->title[0]);
    putchar(',');
    text(m->title[1]);
    printf("],\"alpha\":%.17g,\"step\":%s,\"steps\":%zu,\"batches\":%zu,\"noisy\":%s,\"momentum\":%s,\"numbers\":",
           s.alpha, has_step(&s) ? "true" : "false", at->setting->steps,
           p->draw || p->weight || p->dim > 64 ? 1 : p->components,
           !p->draw && !p->weight && !p->lattice && p->components <= 8 ? "true" : "false",
           strcmp(m->id, "sgd") ? "false" : "true");
    numbers(p);
    putchar('}');
    problem_free(p);
}

/* A page begins with a bound that holds. */
static bool fine(const struct theorem *theorem, const struct playable *at) {
    if (!at->mean) return true;
    struct problem *p = at->setting->problem();
    struct settings s = setting_filled_in(at->setting, p);
    struct constants c = constants_of(p, step_size(&s, 0));
    struct premises premises = {p, at->setting->method, &s, &c};
    bool granted = !theorem_objection(theorem, &premises, NULL);
    problem_free(p);
    return granted;
}

static void theorems(void) {
    const char *apart = "";
    for (size_t t = 0; t < catalogue.theorem_count; t++) {
        struct playable all[PLAYABLES];
        size_t count = playables_of(catalogue.theorems[t], all), put = 0;
        for (size_t i = 0; i < count; i++) {
            if (!fine(catalogue.theorems[t], &all[i])) continue;
            if (!put++)
                printf("%s\n\"%s\":{\"kind\":\"play\",\"index\":%zu,\"plays\":[", apart, catalogue.theorems[t]->id, t);
            else
                putchar(',');
            describe(&all[i], i);
        }
        if (put) printf("]}");
        if (put) apart = ",";
    }
    /* Pages whose first figure is another game, see play.js. */
    static const char *const games[][2] = {
        {"adam_counterexample", "game"}, {"adam_counterexample_momentum", "game"}, {"rosenbrock", "race"}};
    for (size_t i = 0; i < COUNT(games); i++) printf("%s\n\"%s\":{\"kind\":\"%s\"}", apart, games[i][0], games[i][1]);
}

int main(void) {
    fputs("{\"methods\":[", stdout);
    for (size_t m = 0; m < catalogue.method_count; m++) {
        printf("%s{\"id\":\"%s\",\"called\":[", m ? "," : "", catalogue.methods[m]->id);
        text(catalogue.methods[m]->title[0]);
        putchar(',');
        text(catalogue.methods[m]->title[1]);
        fputs("]}", stdout);
    }
    fputs("],\"theorems\":{", stdout);
    theorems();
    puts("}}");
    return 0;
}
