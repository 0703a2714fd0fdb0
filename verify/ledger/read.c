/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../numbers/array.h"
#include "../numbers/fail.h"
#include "csv.h"
#include "header.h"
#include "ledger.h"
#include "replace.h"

/* A number, NaN for an empty field; anything else was put there by somebody else. */
static double field_number(const char *field, const char *directory) {
    char *end;
    double value = strtod(field, &end);
    if (*end) fail("%s: '%.40s' is not a number; run `descent verify` again", directory, field);
    return end == field ? NAN : value;
}

/* Names go into figures, whose language would read quotes and their like as its own. */
static void check_name(const char *field, const char *directory) {
    for (const char *c = field; *c; c++)
        if ((unsigned char)*c < ' ' || strchr("\"'`\\", *c))
            fail("%s: '%.40s' is no name of a problem, method or case; run `descent verify` again", directory, field);
}

static FILE *open_ledger(const char *directory, const char *name, const char *header, char *line, size_t size) {
    char path[PATH_LENGTH];
    path_join(path, directory, name);
    FILE *file = fopen(path, "r");
    if (!file) fail("cannot read %s: %s; `descent verify` makes it", path, strerror(errno));
    if (!fgets(line, (int)size, file) || strncmp(line, header, strlen(header)) != 0 || line[strlen(header)] != '\n')
        fail("%s is not a ledger of this version; run `descent verify` again", path);
    return file;
}

static const struct claim *find_claim(const struct catalogue *c, const char *theorem, const char *claim,
                                      const struct theorem **found) {
    for (size_t t = 0; t < c->theorem_count; t++) {
        *found = c->theorems[t];
        if (strcmp((*found)->id, theorem) != 0) continue;
        for (size_t i = 0; i < (*found)->claim_count; i++)
            if (strcmp((*found)->claims[i]->name, claim) == 0) return (*found)->claims[i];
    }
    return NULL;
}

/* A copy that lives as long as the curves. */
static char *kept_text(const char *text) {
    char *copy = allocate(strlen(text) + 1, 1);
    return strcpy(copy, text);
}

static enum sign sign_of(const char *name, const char *directory) {
    for (enum sign s = AT_MOST; s <= EQUAL; s++)
        if (strcmp(sign_name(s), name) == 0) return s;
    fail("%s: '%.40s' is no sense of a bound; run `descent verify` again", directory, name);
}

/* The curves that constants.csv tells of, still without their rows. */
static struct curve *read_constants(const char *directory, const struct catalogue *catalogue, size_t *count) {
    char line[4096], *field[CONSTANTS_COLUMNS];
    struct curve *curves = NULL;
    FILE *file = open_ledger(directory, "constants.csv", constants_header, line, sizeof line);
    for (*count = 0; fgets(line, sizeof line, file);) {
        struct curve c = {0};
        if (csv_cut(line, field, CONSTANTS_COLUMNS) != CONSTANTS_COLUMNS)
            fail("%s/constants.csv has a line of too few or too many fields", directory);
        for (size_t i = 2; i < 5; i++) check_name(field[i], directory);
        c.claim = find_claim(catalogue, field[0], field[1], &c.theorem);
        if (!c.claim) continue;
        c.problem_id = kept_text(field[2]);
        c.method_id = kept_text(field[3]);
        c.which = kept_text(field[4]);
        c.count = strtoull(field[5], NULL, 10);
        c.constants = (struct constants){.alpha = field_number(field[6], directory),
                                         .L = field_number(field[7], directory),
                                         .mu = field_number(field[8], directory),
                                         .gap_0 = field_number(field[9], directory),
                                         .sigma2 = field_number(field[10], directory),
                                         .distance = field_number(field[11], directory),
                                         .noise = field_number(field[12], directory)};
        c.rows = allocate(c.count, sizeof *c.rows);
        curves = array_grown(curves, *count, sizeof c);
        curves[(*count)++] = c;
    }
    fclose(file);
    return curves;
}

struct curve *ledger_read(const char *directory, const struct catalogue *catalogue, size_t *count, uint64_t *seed) {
    char line[4096], *field[RESULTS_COLUMNS];
    struct curve *curves = read_constants(directory, catalogue, count);
    FILE *file = open_ledger(directory, "results.csv", results_header, line, sizeof line);
    size_t at = 0, row = 0; /* rows come in the order of the constants */
    *seed = 0;
    while (fgets(line, sizeof line, file)) {
        const struct theorem *theorem;
        if (csv_cut(line, field, RESULTS_COLUMNS) != RESULTS_COLUMNS)
            fail("%s/results.csv has a line of too few or too many fields", directory);
        const struct claim *claim = find_claim(catalogue, field[0], field[1], &theorem);
        if (!claim) continue;
        if (*field[17]) *seed = strtoull(field[17], NULL, 10);
        while (at < *count && row == curves[at].count) {
            at++;
            row = 0;
        }
        struct curve *c = &curves[at];
        if (at == *count || c->claim != claim || strcmp(c->problem_id, field[3]) != 0)
            fail("%s/results.csv and constants.csv do not belong together; run `descent verify` again", directory);
        c->measured = strcmp(field[14], "interval") == 0;
        c->rows[row++] = (struct row){.k = strtoull(field[6], NULL, 10),
                                      .runs = strtoull(field[7], NULL, 10),
                                      .estimate = field_number(field[8], directory),
                                      .lower = field_number(field[9], directory),
                                      .sign = sign_of(field[12], directory),
                                      .upper = field_number(field[10], directory),
                                      .bound = field_number(field[11], directory)};
    }
    fclose(file);
    return curves;
}

void curves_free(struct curve *curves, size_t count) {
    for (size_t i = 0; i < count; i++) {
        free(curves[i].problem_id);
        free(curves[i].method_id);
        free(curves[i].which);
        free(curves[i].rows);
    }
    free(curves);
}
