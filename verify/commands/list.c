/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "../claims/judge.h"
#include "arguments.h"

int list(const struct arguments *a) {
    static const char *const kinds[] = {"theorem", "problem", "method", "claim"};
    bool shown[COUNT(kinds)];
    for (size_t i = 0; i < COUNT(kinds); i++) shown[i] = !a->kind;
    if (a->kind) choose("kind", a->kind, kinds, COUNT(kinds), shown);
    const struct catalogue *c = a->catalogue;
    for (size_t i = 0; i < c->theorem_count && shown[0]; i++)
        printf("%-24s %s\n", c->theorems[i]->id, c->theorems[i]->title[0]);
    for (size_t i = 0; i < c->problem_count && shown[1]; i++) {
        struct problem *p = c->problems[i]();
        printf("%-24s %s\n", p->id, p->title[0]);
        problem_free(p);
    }
    for (size_t i = 0; i < c->method_count && shown[2]; i++)
        printf("%-24s %s\n", c->methods[i]->id, c->methods[i]->title[0]);
    for (size_t t = 0; t < c->theorem_count && shown[3]; t++)
        for (size_t i = 0; i < c->theorems[t]->claim_count; i++) {
            const struct claim *claim = c->theorems[t]->claims[i];
            printf("%s/%-40s %-10s %s\n", c->theorems[t]->id, claim->name, kind_name(claim->kind), claim->says);
        }
    return 0;
}
