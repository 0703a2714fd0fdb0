/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "saved.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../ledger/replace.h"
#include "../numbers/fail.h"

static const char first_line[] = "descent trace 1\n";
/* SUM: numbers of a compensated sum. */
enum { WORDS = 1024, SUM = sizeof(struct compensated) / sizeof(real) };

/* Everything about a trace that its state depends on, in a line. */
static void describe(const struct trace *t, char out[static WORDS]) {
    struct settings s = t->settings;
    int used = snprintf(out, WORDS, "%s", t->method->id);
    for (size_t i = 0; i < PARAMETERS && t->method->parameters[i].name; i++)
        used += snprintf(out + used, WORDS - (size_t)used, " --%s %.17g", t->method->parameters[i].name,
                         *parameter_of(&s, &t->method->parameters[i]));
    if (s.schedule) used += snprintf(out + used, WORDS - (size_t)used, " --schedule %s --mu %.17g", t->schedule, s.mu);
    if (box_closed(s.box))
        used += snprintf(out + used, WORDS - (size_t)used, " --box %.17g,%.17g", s.box.low, s.box.high);
    if (s.rows) snprintf(out + used, WORDS - (size_t)used, " --shape with %zu rows", s.rows);
}

static void write_numbers(FILE *file, const real numbers[], size_t count) {
    for (size_t i = 0; i < count; i++) fprintf(file, "%a\n", numbers[i][0]);
}

void progress_save(const char *path, const struct trace *t, const struct progress *p) {
    char words[WORDS];
    describe(t, words);
    struct replacement r = replacement_of("save", path);
    fprintf(r.file, "%s%s\n%zu %zu %zu\n", first_line, words, p->steps, p->dim, p->states);
    write_numbers(r.file, &p->weight.sum, SUM);
    write_numbers(r.file, p->x, p->dim);
    write_numbers(r.file, &p->sum->sum, SUM * p->dim);
    write_numbers(r.file, p->state, p->states);
    replacement_commit(&r);
}

static bool read_numbers(FILE *file, real numbers[], size_t count) {
    for (size_t i = 0; i < count; i++) {
        double value;
        if (fscanf(file, "%la", &value) != 1 || !isfinite(value)) return false;
        numbers[i] = real_all(value);
    }
    return true;
}

struct progress progress_resume(const char *path, const struct trace *t) {
    char words[WORDS], line[WORDS + 2];
    describe(t, words);
    FILE *file = fopen(path, "r");
    if (!file) fail("--resume %.60s: %s", path, strerror(errno));
    if (!fgets(line, sizeof line, file) || strcmp(line, first_line) != 0)
        fail("--resume %.60s: not a file that trace --save has made", path);
    size_t steps, dim, states;
    if (fgets(line, sizeof line, file)) line[strcspn(line, "\n")] = 0;
    if (strcmp(line, words) != 0) fail("--resume %.60s: it was saved by '%.200s', this is '%.200s'", path, line, words);
    if (fscanf(file, "%zu %zu %zu", &steps, &dim, &states) != 3 || !dim || dim > TRACE_NUMBERS_MAX ||
        states != method_state(t->method, &t->settings, dim))
        fail("--resume %.60s: it is damaged", path);
    struct progress p = progress_new(dim, states);
    p.steps = steps;
    char rest;
    if (!read_numbers(file, &p.weight.sum, SUM) || !read_numbers(file, p.x, dim) ||
        !read_numbers(file, &p.sum->sum, SUM * dim) || !read_numbers(file, p.state, states) ||
        fscanf(file, " %c", &rest) == 1)
        fail("--resume %.60s: it is damaged", path);
    fclose(file);
    return p;
}
