/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>

#include "../claims/judge.h"
#include "../figures/scene.h"
#include "arguments.h"

/* A problem or a method as a section of a page. */
static void heading(const char *id, const char *const title[LANGUAGES], size_t language) {
    if (language == 0) printf("## %s {#%s}\n\n[%s]{lang=ru} · `%s`\n\n", title[0], id, title[1], id);
    if (language == 1) printf("## %s {#%s}\n\n`%s`\n\n", title[1], id, id);
}

static void constant(const char *letter, double value) {
    if (isfinite(value) && value > 0) printf(" · $%s=%.6g$", letter, value);
}

static const char *outcomes(size_t count, size_t language) {
    size_t last = count % 10, teens = count / 10 % 10 == 1;
    if (language == 0) return count == 1 ? "outcome of the oracle" : "outcomes of the oracle";
    return teens || last == 0 || last > 4 ? "исходов оракула" : last == 1 ? "исход оракула" : "исхода оракула";
}

static void describe_problem(const struct problem *p, size_t language) {
    static const char *const convex[LANGUAGES][2] = {{"not known to be convex", "convex"},
                                                     {"выпуклость не доказана", "выпукла"}};
    const char *certified = p->certified[language];
    heading(p->id, p->title, language);
    printf("$$f(x)=%s$$\n\n%s\n\n$x\\in\\mathbb R^{%zu}$, %zu %s", p->formula ? p->formula : "",
           certified ? certified : "", p->dim, p->components, outcomes(p->components, language));
    constant("L", p->L);
    constant("\\mu", p->mu);
    constant("L_{\\max}", p->L_max);
    constant("f(x_0)-f^*", problem_gap_0(p));
    constant("\\lVert x_0-x^*\\rVert", problem_distance(p));
    printf(" · %s\n\n", convex[language][p->convex]);
}

static void describe_method(const struct method *m, size_t language) {
    heading(m->id, m->title, language);
    printf("$$%s$$\n\n", m->rule);
    for (size_t i = 0; i < PARAMETERS && m->parameters[i].name; i++) {
        char standard[32];
        snprintf(standard, sizeof standard, "%g", m->parameters[i].standard);
        localize(standard, language);
        printf(language == 0 ? "- `--%s`: %s, %s unless given\n" : "- `--%s`: %s, по умолчанию %s\n",
               m->parameters[i].name, range_name(m->parameters[i].range, language), standard);
    }
    putchar('\n');
}

int list(const struct arguments *a) {
    static const char *const kinds[] = {"theorem", "problem", "method", "hypothesis", "claim"};
    bool shown[COUNT(kinds)];
    for (size_t i = 0; i < COUNT(kinds); i++) shown[i] = !a->kind;
    if (a->kind) choose("kind", a->kind, kinds, COUNT(kinds), shown);
    const struct catalogue *c = a->catalogue;
    const size_t language = !a->language[0];
    for (size_t i = 0; i < c->theorem_count && shown[0]; i++)
        printf("%-24s %s\n", c->theorems[i]->id, c->theorems[i]->title[language]);
    for (size_t i = 0; i < c->problem_count && shown[1]; i++) {
        struct problem *p = c->problems[i]();
        if (a->markdown)
            describe_problem(p, language);
        else
            printf("%-24s %s\n", p->id, p->title[language]);
        problem_free(p);
    }
    for (size_t i = 0; i < c->method_count && shown[2]; i++)
        if (a->markdown)
            describe_method(c->methods[i], language);
        else
            printf("%-24s %s\n", c->methods[i]->id, c->methods[i]->title[language]);
    for (size_t t = 0; t < c->theorem_count && shown[3]; t++)
        for (size_t h = 0; h < c->theorems[t]->hypothesis_count; h++)
            printf("%-24s %s\n", c->theorems[t]->id, c->theorems[t]->hypotheses[h]->says[language]);
    for (size_t t = 0; t < c->theorem_count && shown[4]; t++)
        for (size_t i = 0; i < c->theorems[t]->claim_count; i++) {
            const struct claim *claim = c->theorems[t]->claims[i];
            printf("%s/%-40s %-10s %s\n", c->theorems[t]->id, claim->name, kind_name(claim->kind),
                   claim->says[language]);
        }
    return 0;
}
