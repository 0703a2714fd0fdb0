/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger's tables: fields with commas and quotes, and claims that share what they compute. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../problems/problems.h"
#include "../verify/claims/judge.h"
#include "../verify/ledger/csv.h"
#include "../verify/ledger/ledger.h"
#include "../verify/ledger/replace.h"

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

/* ---- tables, as they are written ---- */

static void three_rows(struct inquiry *q) {
    inquiry_exact(q, "left", "none", 0, 1, 0, AT_MOST, 8);
    inquiry_exact(q, "right", "none", 10, 3.5, 0x1p-20, AT_MOST, 4);
    inquiry_exact(q, "right", "none", 20, 2, 0, AT_MOST, 4);
    inquiry_which(q, 1, "C = %d", 2);
}
static void too_much(struct inquiry *q) {
    inquiry_exact(q, "left", "none", 1, 5, 0, AT_MOST, 4);
}

CLAIM(rows_of_two, SHARPNESS, COMPUTE(three_rows), "At most, \"so\" to say.");
CLAIM(beyond, CONTROL, COMPUTE(too_much), "More.");

static char *file_text(const char *directory, const char *name) {
    char path[256], *text = NULL;
    size_t size = 0;
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = fopen(path, "r"), *out = open_memstream(&text, &size);
    cr_assert(file && out, "%s", path);
    for (int c; (c = getc(file)) != EOF;) putc(c, out);
    fclose(file);
    fclose(out);
    return text;
}

/* The rest of a line is not asked where an @ stands: a fingerprint has tests of its own. */
static void expect_text(const char *text, const char *expected) {
    const char *t = text, *e = expected;
    for (; *e && *t; t++, e++) {
        if (*e == '@') {
            t += strcspn(t, "\n");
            e++;
        }
        if (*t != *e) break;
    }
    cr_expect(!*t && !*e, "at \"%.40s\", where it should be \"%.40s\"", t, e);
}

Test(ledger, tables_say_what_was_judged) {
    static const struct claim *both[2];
    static const struct theorem toy = {.id = "toy", CLAIMS(both)};
    const struct options options = {.seed = 5, .effort = 1, .delta = 1e-9};
    const struct provenance provenance = {.seed = 5, .effort = 1, .threads = 1, .limits = 3};
    both[0] = rows_of_two, both[1] = beyond;
    struct judgement j[2];
    for (size_t i = 0; i < 2; i++) {
        j[i] = judge(&toy, both[i], &options, NULL);
        j[i].seconds = 0.25;
    }
    char directory[] = "/tmp/descent-test-XXXXXX";
    cr_assert(mkdtemp(directory));
    ledger_write(directory, j, 2, &provenance);

    static const struct {
        const char *name, *text;
    } files[] = {
        {"results.csv", "theorem,claim,kind,problem,method,case,k,runs,estimate,lower,upper,bound,sense,ratio,evidence,"
                        "verdict,expected,seed\n"
                        "toy,rows_of_two,sharpness,left,none,,0,,1,1,1,8,at_most,0.125,exact,holds,holds,\n"
                        "toy,rows_of_two,sharpness,right,none,C = "
                        "2,10,,3.5,3.4999990463256836,3.5000009536743164,4,at_most,0.875,exact,"
                        "holds,holds,\n"
                        "toy,rows_of_two,sharpness,right,none,C = 2,20,,2,2,2,4,at_most,0.5,exact,holds,holds,\n"
                        "toy,beyond,control,left,none,,1,,5,5,5,4,at_most,1.25,exact,violated,violated,\n"},
        {"claims.csv",
         "theorem,claim,kind,says,drops,evidence,expected,verdict,worst_case,ratio,nearest,runs,seconds,rows,all_runs,"
         "cases,"
         "all_k,estimates,bounds,limits,room\n"
         "toy,rows_of_two,sharpness,\"At most, \"\"so\"\" to say.\",,exact,holds,holds,\"right none, C = 2, k = "
         "10\",0.875,,,0.250,3,0,@\n"
         "toy,beyond,control,More.,,exact,violated,violated,\"left none, k = 1\",1.25,,,0.250,1,0,@\n"},
        {"constants.csv",
         "theorem,claim,problem,method,case,rows,alpha,L,mu,gap_0,sigma2,distance,noise,steps,power,says\n"
         "toy,rows_of_two,left,none,,1,,,,,,,,0,,\"At most, \"\"so\"\" to say.\"\n"
         "toy,rows_of_two,right,none,C = 2,2,,,,,,,,20,,\"At most, \"\"so\"\" to say.\"\n"
         "toy,beyond,left,none,,1,,,,,,,,1,,More.\n"},
        {"summary.txt", "toy: 2 claims checked, 2 as expected; error budget 1e-06 over 3 limits; 0.5 s\n"},
    };
    for (size_t i = 0; i < COUNT(files); i++) {
        char *text = file_text(directory, files[i].name);
        expect_text(text, files[i].text);
        free(text);
    }
    /* What was there is kept aside only where the new one is not whole. */
    ledger_write(directory, j, 2, &provenance);
    char kept[64];
    snprintf(kept, sizeof kept, "%s/results.previous.csv", directory);
    cr_expect(access(kept, F_OK) != 0);
    struct provenance cut_short = provenance;
    cut_short.interrupted = true;
    ledger_write(directory, j, 1, &cut_short);
    cr_expect(access(kept, F_OK) == 0 && unlink(kept) == 0);
    ledger_write(directory, j, 1, &cut_short);
    cr_expect(access(kept, F_OK) != 0, "what is kept is whole");
    ledger_write(directory, j, 2, &provenance);
    for (size_t i = 0; i < 2; i++) judgement_free(&j[i]);

    static const struct theorem *const theorems[] = {&toy};
    const struct catalogue only = {.theorems = theorems, .theorem_count = 1};
    size_t count;
    uint64_t seed;
    struct curve *curves = ledger_read(directory, &only, &count, &seed);
    cr_assert(count == 3 && seed == 0, "%zu curves, seed %zu", count, (size_t)seed);
    cr_assert(curves[0].claim == rows_of_two && curves[2].claim == beyond && curves[1].theorem == &toy);
    cr_assert(curves[0].count == 1 && curves[1].count == 2 && curves[2].count == 1);
    cr_assert_str_eq(curves[1].problem_id, "right");
    cr_assert_str_eq(curves[1].method_id, "none");
    cr_assert_str_eq(curves[1].which, "C = 2");
    const struct row *row = &curves[1].rows[0];
    cr_assert(row->k == 10 && row->estimate == 3.5 && row->lower == 3.5 - 0x1p-20 && row->upper == 3.5 + 0x1p-20 &&
              row->bound == 4 && curves[2].rows[0].estimate == 5);
    curves_free(curves, count);
}

/* The one curve of these rows, written and read again. */
static struct curve *written_and_read(struct row rows[], size_t count, const struct constants *c, uint64_t seed) {
    static const struct claim *one[1];
    static const struct theorem toy = {.id = "toy", CLAIMS(one)}, *const theorems[] = {&toy};
    const struct catalogue only = {.theorems = theorems, .theorem_count = 1};
    one[0] = beyond;
    for (size_t i = 0; i < count; i++) {
        rows[i].problem = "p";
        rows[i].method = "m";
        rows[i].evidence = "exact";
        rows[i].seeded = true;
        rows[i].k = i;
    }
    struct met met = {.problem = "p", .method = "m", .rows = count, .constants = *c};
    struct judgement j = {
        .theorem = &toy, .claim = beyond, .rows = rows, .row_count = count, .met = &met, .met_count = 1};
    char directory[] = "/tmp/descent-test-XXXXXX";
    cr_assert(mkdtemp(directory));
    ledger_write(directory, &j, 1, &(struct provenance){.seed = seed});
    size_t curve_count;
    uint64_t seed_read;
    struct curve *curves = ledger_read(directory, &only, &curve_count, &seed_read);
    cr_assert(curve_count == 1 && seed_read == seed && curves[0].count == count);
    return curves;
}

Test(ledger, every_sense_of_a_bound_is_read) {
    struct row rows[3] = {{.sign = AT_MOST}, {.sign = AT_LEAST}, {.sign = EQUAL}};
    struct curve *curves = written_and_read(rows, COUNT(rows), &(const struct constants){0}, 1);
    for (size_t i = 0; i < COUNT(rows); i++) cr_expect(curves[0].rows[i].sign == rows[i].sign, "%zu", i);
    curves_free(curves, 1);
}

Test(ledger, a_folder_within_folders_is_made) {
    char directory[] = "/tmp/descent-test-XXXXXX", within[64];
    cr_assert(mkdtemp(directory));
    for (int again = 0; again < 2; again++) {
        snprintf(within, sizeof within, "%s/a/b//c%s", directory, again ? "/" : "");
        directory_ready(within);
        cr_expect(access(within, W_OK) == 0);
    }
}

/* What a process left that is no more goes; what one that runs is writing stays. */
Test(ledger, only_what_the_dead_left_is_cleared) {
    char directory[] = "/tmp/descent-test-XXXXXX", left[2][64];
    cr_assert(mkdtemp(directory));
    pid_t gone = fork();
    if (gone == 0) _exit(0);
    cr_assert(waitpid(gone, NULL, 0) == gone);
    const pid_t numbers[] = {gone, getppid()};
    for (int i = 0; i < 2; i++) {
        snprintf(left[i], sizeof left[i], "%s/.table.csv.%ld", directory, (long)numbers[i]);
        FILE *file = fopen(left[i], "w");
        cr_assert(file && fclose(file) == 0);
    }
    struct replacement r = replacement_begin(directory, "table.csv");
    cr_expect(access(left[0], F_OK) != 0 && access(left[1], F_OK) == 0 && access(r.temporary, W_OK) == 0);
    replacement_commit(&r);
    cr_expect(access(r.path, F_OK) == 0 && access(r.temporary, F_OK) != 0);
}

Test(ledger, constants_are_read_as_they_were_written) {
    struct row rows[11];
    for (size_t i = 0; i < COUNT(rows); i++) rows[i] = (struct row){.estimate = 1, .bound = 2};
    const struct constants given = {.alpha = 1, .L = 2, .mu = 3, .gap_0 = 4, .sigma2 = 5, .distance = 6, .noise = 7};
    struct curve *curves = written_and_read(rows, COUNT(rows), &given, 123456789012345);
    for (size_t i = 0; i < COUNT(rows); i++) cr_assert(curves[0].rows[i].k == i);
    const struct constants *c = &curves[0].constants;
    cr_assert(c->alpha == 1 && c->L == 2 && c->mu == 3 && c->gap_0 == 4 && c->sigma2 == 5 && c->distance == 6 &&
              c->noise == 7);
    curves_free(curves, 1);
}
