/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The test program: Criterion's, with two gaps of it closed.  A filter that matches nothing must not
 * pass, and neither must a claim without a test. */
#include <criterion/criterion.h>
#include <criterion/hooks.h>
#include <criterion/logging.h>
#include <stdio.h>

#include "../theorems/catalogue.h"
#include "../verify/claims/judge.h"
#include "claims.h"

/* A row is told from the others by its problem, method, case and k: a ledger that is read alone needs that. */
static void check_rows(const struct judgement *j) {
    for (size_t a = 0; a < j->row_count; a++)
        for (size_t b = 0; b < a; b++) {
            const struct row *x = &j->rows[a], *y = &j->rows[b];
            cr_assert(x->k != y->k || strcmp(x->problem, y->problem) != 0 || strcmp(x->method, y->method) != 0 ||
                          strcmp(x->which, y->which) != 0,
                      "two rows are alike: %s, %s, %s, k = %zu", x->problem, x->method, x->which, x->k);
        }
}

void check_claim(const char *theorem, const char *name, const struct fingerprint *recorded) {
    size_t limits;
    struct options options = {
        .seed = 1, .effort = 1, .delta = judge_delta(&catalogue, &limits), .catalogue = &catalogue};
    for (size_t t = 0; t < catalogue.theorem_count; t++)
        for (size_t i = 0; i < catalogue.theorems[t]->claim_count; i++) {
            const struct claim *claim = catalogue.theorems[t]->claims[i];
            if (strcmp(catalogue.theorems[t]->id, theorem) != 0 || strcmp(claim->name, name) != 0) continue;
            struct judgement j = judge(catalogue.theorems[t], claim, &options, NULL);
            enum verdict verdict = j.verdict;
            size_t settings;
            claim->evidence->settings(claim, &settings);
            cr_expect(j.row_count >= settings, "a setting of the claim left no row");
            check_rows(&j);
            cr_assert(verdict == claim->expected, "%s, but %s was expected. %s", verdict_name(verdict),
                      verdict_name(claim->expected), j.note);
            struct fingerprint now = fingerprint_of(&j);
            const char *differs = recorded ? fingerprint_differs(recorded, &now) : NULL;
            cr_assert(!differs, "as expected, but %s is not as in tests/record.csv; `make record` if it should not be",
                      differs);
            judgement_free(&j);
            return;
        }
    cr_assert_fail("no such claim");
}

/* The example of README.md, compiled from there: all of its claims come out as they expect. */
extern const struct theorem theorem_shrinking;

Test(suite, the_example_of_the_readme) {
    struct options options = {.seed = 1, .effort = 1, .delta = 1e-9};
    cr_assert(theorem_shrinking.claim_count == 3);
    for (size_t i = 0; i < theorem_shrinking.claim_count; i++) {
        const struct claim *claim = theorem_shrinking.claims[i];
        struct judgement j = judge(&theorem_shrinking, claim, &options, NULL);
        cr_assert(j.verdict == claim->expected, "%s: %s. %s", claim->name, verdict_name(j.verdict), j.note);
        judgement_free(&j);
    }
}

Test(suite, every_claim_has_a_test) {
    size_t claims = 0;
    for (size_t t = 0; t < catalogue.theorem_count; t++) claims += catalogue.theorems[t]->claim_count;
    cr_assert(claims == claim_tests);
}

/* A hypothesis that no control drops might as well not be there. */
Test(suite, every_hypothesis_is_dropped_by_a_control) {
    for (size_t t = 0; t < catalogue.theorem_count; t++) {
        const struct theorem *theorem = catalogue.theorems[t];
        cr_expect(theorem->hypothesis_count > 0, "%s lists no hypotheses", theorem->id);
        for (size_t h = 0; h < theorem->hypothesis_count; h++) {
            bool dropped = false;
            for (size_t i = 0; i < theorem->claim_count; i++) {
                const struct claim *c = theorem->claims[i];
                dropped |= c->kind == CONTROL && c->expected == VIOLATED && c->drops == theorem->hypotheses[h];
            }
            cr_expect(dropped, "%s: no control drops: %s", theorem->id, theorem->hypotheses[h]->says[0]);
        }
    }
}

/* A sentence with a letter of Russian, or one that is all formula. */
static bool is_russian(const char *words, const char *english) {
    if (!words || !*words) return false;
    for (const char *c = words; *c; c++)
        if (*c == '\xd0' || *c == '\xd1') return true;
    return strcmp(words, english) == 0;
}

/* Claims and hypotheses say what they say in both languages, problems how they are certified. */
Test(suite, all_is_said_in_russian) {
    for (size_t t = 0; t < catalogue.theorem_count; t++) {
        const struct theorem *theorem = catalogue.theorems[t];
        for (size_t i = 0; i < theorem->claim_count; i++)
            cr_expect(is_russian(theorem->claims[i]->says[1], theorem->claims[i]->says[0]), "%s/%s", theorem->id,
                      theorem->claims[i]->name);
        for (size_t h = 0; h < theorem->hypothesis_count; h++)
            cr_expect(is_russian(theorem->hypotheses[h]->says[1], theorem->hypotheses[h]->says[0]), "%s: %s",
                      theorem->id, theorem->hypotheses[h]->says[0]);
    }
    for (size_t i = 0; i < catalogue.problem_count; i++) {
        struct problem *p = catalogue.problems[i]();
        cr_expect(!p->certified[0] || is_russian(p->certified[1], p->certified[0]), "%s", p->id);
        cr_expect(p->title[1] != NULL, "%s", p->id);
        problem_free(p);
    }
}

static size_t tests_run; /* Criterion's hooks have no other way to tell main */

ReportHook(POST_ALL)(struct criterion_global_stats *stats) {
    tests_run = stats->nb_tests - stats->tests_skipped;
}

int main(int argc, char **argv) {
    struct criterion_test_set *tests = criterion_initialize();
    int status = 0;
    if (criterion_handle_args(argc, argv, true)) {
        status = !criterion_run_all_tests(tests);
        if (tests_run == 0) {
            fprintf(stderr, "check: no test matches; `descent list --kind claim` names the claims\n");
            status = 2;
        }
    }
    criterion_finalize(tests);
    return status;
}
