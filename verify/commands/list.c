/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>

#include "../claims/judge.h"
#include "arguments.h"

/* A problem or a method as a section of a page. */
static void heading(const char *id, const char *const title[2]) {
    printf("## %s {#%s}\n\n[%s]{lang=ru} · `%s`\n\n", title[0], id, title[1], id);
}

static void constant(const char *letter, double value) {
    if (isfinite(value) && value > 0) printf(" · $%s=%.6g$", letter, value);
}

static void describe_problem(const struct problem *p) {
    heading(p->id, p->title);
    printf("$$f(x)=%s$$\n\n%s\n\n$x\\in\\mathbb R^{%zu}$, %zu outcome%s of the oracle", p->formula ? p->formula : "",
           p->certified[0] ? p->certified[0] : "", p->dim, p->components, p->components == 1 ? "" : "s");
    constant("L", p->L);
    constant("\\mu", p->mu);
    constant("L_{\\max}", p->L_max);
    constant("f(x_0)-f^*", problem_gap_0(p));
    constant("\\lVert x_0-x^*\\rVert", problem_distance(p));
    puts(p->convex ? " · convex\n" : " · not known to be convex\n");
}

static void describe_method(const struct method *m) {
    heading(m->id, m->title);
    printf("$$%s$$\n\n", m->rule);
    for (size_t i = 0; i < PARAMETERS && m->parameters[i].name; i++)
        printf("- `--%s`: %s, %g unless given\n", m->parameters[i].name, range_name(m->parameters[i].range),
               m->parameters[i].standard);
    putchar('\n');
}

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
        if (a->markdown)
            describe_problem(p);
        else
            printf("%-24s %s\n", p->id, p->title[0]);
        problem_free(p);
    }
    for (size_t i = 0; i < c->method_count && shown[2]; i++)
        if (a->markdown)
            describe_method(c->methods[i]);
        else
            printf("%-24s %s\n", c->methods[i]->id, c->methods[i]->title[0]);
    for (size_t t = 0; t < c->theorem_count && shown[3]; t++)
        for (size_t i = 0; i < c->theorems[t]->claim_count; i++) {
            const struct claim *claim = c->theorems[t]->claims[i];
            printf("%s/%-40s %-10s %s\n", c->theorems[t]->id, claim->name, kind_name(claim->kind), claim->says[0]);
        }
    return 0;
}
