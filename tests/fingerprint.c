/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a claim's rows say, in few numbers: every change that matters shows in them, and none that does not. */
#include "../verify/claims/fingerprint.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 1000 };

/* What differs after a change of one row among a thousand. */
static const char *after(void (*change)(struct row *, size_t *rows)) {
    struct row rows[ROWS];
    for (size_t i = 0; i < ROWS; i++)
        rows[i] = (struct row){.problem = "parabola",
                               .method = "sgd",
                               .evidence = "exact",
                               .which = "C = 2",
                               .k = i,
                               .runs = 8,
                               .estimate = pow(10, -(double)(i % 8)),
                               .lower = 0.9 * pow(10, -(double)(i % 8)),
                               .upper = 1.1 * pow(10, -(double)(i % 8)),
                               .bound = 1,
                               .sign = AT_MOST};
    rows[8].evidence = "interval";
    rows[8].lower = rows[8].upper = 1e-3;
    struct judgement j = {.rows = rows, .row_count = ROWS};
    struct fingerprint kept = fingerprint_of(&j);
    change(&rows[7], &j.row_count); /* whose estimate is 10^-7 */
    struct fingerprint now = fingerprint_of(&j);
    return fingerprint_differs(&kept, &now);
}

static void nothing(struct row *r, size_t *rows) {
    (void)r, (void)rows;
}
static void rounding(struct row *r, size_t *rows) {
    (void)rows;
    r->estimate *= 1 + 1e-9, r->bound *= 1 - 1e-9, r->upper *= 1 + 1e-9;
}
static void lost(struct row *r, size_t *rows) {
    (void)r;
    --*rows;
}
static void runs(struct row *r, size_t *rows) {
    (void)rows;
    r->runs = 16;
}
static void problem(struct row *r, size_t *rows) {
    (void)rows;
    r->problem = "hyperbola";
}
static void method(struct row *r, size_t *rows) {
    (void)rows;
    r->method = "adam";
}
static void which(struct row *r, size_t *rows) {
    (void)rows;
    strcpy(r->which, "C = 3");
}
static void sense(struct row *r, size_t *rows) {
    (void)rows;
    r->sign = AT_LEAST;
}
static void evidence(struct row *r, size_t *rows) {
    (void)rows;
    r->evidence = "interval";
}
static void verdict(struct row *r, size_t *rows) {
    (void)rows;
    r->verdict = VIOLATED;
}
static void checkpoint(struct row *r, size_t *rows) {
    (void)rows;
    r->k++;
}
static void estimate(struct row *r, size_t *rows) {
    (void)rows;
    r->estimate *= 1.002;
}
static void turned(struct row *r, size_t *rows) {
    (void)rows;
    r->estimate = -r->estimate;
}
static void limit(struct row *r, size_t *rows) {
    (void)rows;
    r[1].upper *= 1.002; /* this one was sampled */
}
static void allowance(struct row *r, size_t *rows) {
    (void)rows;
    for (size_t i = 0; i < 600; i++)
        if (i != 1) r[i].upper += 0.05 * (r[i].upper - r[i].estimate);
}
static void no_allowance(struct row *r, size_t *rows) {
    (void)rows;
    r->lower = r->estimate;
}
static void endless(struct row *r, size_t *rows) {
    (void)rows;
    r->upper = INFINITY;
}
static void bound(struct row *r, size_t *rows) {
    (void)rows;
    r->bound *= 0.998;
}

Test(fingerprint, every_change_shows) {
    cr_assert_null(after(nothing));
    cr_assert_null(after(rounding));
    cr_assert_str_eq(after(lost), "the number of rows");
    cr_assert_str_eq(after(runs), "the number of runs");
    void (*const words[])(struct row *, size_t *) = {problem, method, which, sense, evidence, verdict};
    for (size_t i = 0; i < COUNT(words); i++)
        cr_expect_str_eq(after(words[i]), "a problem, method, case, sense, evidence or verdict", "%zu", i);
    cr_assert_str_eq(after(checkpoint), "a checkpoint");
    cr_assert_str_eq(after(estimate), "an estimate");
    cr_assert_str_eq(after(turned), "an estimate");
    cr_assert_str_eq(after(bound), "a bound");
    cr_assert_str_eq(after(limit), "a confidence limit");
    cr_assert_str_eq(after(allowance), "room for roundings", "5 % more on every row");
    cr_assert_str_eq(after(no_allowance), "room for roundings");
    cr_assert_str_eq(after(endless), "room for roundings");
}

Test(fingerprint, what_the_record_leaves_empty_is_not_asked) {
    const struct fingerprint kept = {3, 8, NAN, NAN, NAN, NAN, NAN, NAN}, now = {3, 8, 1, 2, 3, 4, 5, 6};
    cr_assert_null(fingerprint_differs(&kept, &now));
    const struct fingerprint fewer = {2, 8, NAN, NAN, NAN, NAN, NAN, NAN};
    cr_assert_not_null(fingerprint_differs(&fewer, &now));
}
