/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger's tables: fields with commas and quotes, and claims that share what they compute. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../problems/problems.h"
#include "../verify/claims/judge.h"
#include "../verify/ledger/csv.h"

Test(ledger, fields_are_read_as_they_were_written) {
    static const char *const texts[] = {"", "plain", "a, b", "\"quoted\"", "a \"b\", c", ",", "\"", "C = 10, from -1"};
    char *line = NULL, *field[16];
    size_t size = 0;
    FILE *file = open_memstream(&line, &size);
    for (size_t i = 0; i < COUNT(texts); i++) csv_text(file, i == 0, texts[i]);
    csv_number(file, 1.0 / 3, true);
    csv_number(file, 1, false);
    csv_whole(file, 12);
    fputc('\n', file);
    fclose(file);
    size_t count = csv_cut(line, field, 16);
    cr_assert(count == COUNT(texts) + 3, "%zu fields", count);
    for (size_t i = 0; i < COUNT(texts); i++) cr_assert_str_eq(field[i], texts[i]);
    cr_assert(strtod(field[COUNT(texts)], NULL) == 1.0 / 3, "numbers keep all their digits");
    cr_assert_str_eq(field[COUNT(texts) + 1], "");
    cr_assert_str_eq(field[COUNT(texts) + 2], "12");
    free(line);
}

/* ---- claims that share ---- */

static size_t made, released;

static void make(struct inquiry *q, void *out) {
    (void)q;
    made++;
    *(double *)out = 7;
}
static void make_trouble(struct inquiry *q, void *out) {
    (void)out;
    q->trouble = "nothing to be had";
}
static void release(void *what) {
    cr_assert(*(double *)what == 7);
    released++;
}
static void compare_with_seven(struct inquiry *q) {
    const double *seven = inquiry_shared(q);
    if (seven) inquiry_exact(q, "toy", "none", 1, *seven, 0, EQUAL, 7);
}
static const struct shared seven = {sizeof(double), make, release}, none = {sizeof(double), make_trouble, NULL};

CLAIM(first, IDENTITY, COMPUTE(compare_with_seven, .shares = &seven), "Seven.");
CLAIM(second, IDENTITY, COMPUTE(compare_with_seven, .shares = &seven), "Seven.");
CLAIM(troubled, IDENTITY, COMPUTE(compare_with_seven, .shares = &none), "Nothing.");

Test(ledger, what_claims_share_is_made_once_and_released) {
    static const struct theorem toy = {.id = "toy"};
    const struct options options = {.seed = 1, .effort = 1, .delta = 1e-9};
    void *kept = NULL;
    const struct claim *const both[] = {first, second};
    for (size_t i = 0; i < 2; i++) {
        struct judgement j = judge(&toy, both[i], &options, &kept);
        cr_assert(j.verdict == HOLDS);
        judgement_free(&j);
    }
    cr_assert(made == 1 && released == 0);
    judge_forget(first, &kept);
    cr_assert(released == 1 && !kept);
    struct judgement alone = judge(&toy, first, &options, NULL); /* made for this claim alone */
    cr_assert(alone.verdict == HOLDS && made == 2 && released == 2);
    judgement_free(&alone);
    struct judgement j = judge(&toy, troubled, &options, &kept);
    cr_assert(j.verdict == INVALID && strcmp(j.note, "nothing to be had") == 0 && !kept);
    judgement_free(&j);
}
