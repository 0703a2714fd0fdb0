/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem made of a table that the user brings. */
#include <stdio.h>
#include <stdlib.h>

#include "../ledger/sheet.h"
#include "../numbers/fail.h"
#include "arguments.h"

/* A text of the table: whatever is in it, it stays on its line. */
static void print_text(const char *text) {
    for (; *text; text++) fputc((unsigned char)*text < ' ' || *text == 127 ? '?' : *text, stderr);
}

static void print_names(char *const names[], size_t count) {
    enum { SHOWN = 12 };
    for (size_t i = 0; i < count && i < SHOWN; i++) {
        fputs(i ? ", " : "", stderr);
        print_text(names[i]);
    }
    if (count > SHOWN) fprintf(stderr, ", and %zu more", count - SHOWN);
}

static void tell_sheet(const struct sheet *t, const struct model *model) {
    fprintf(stderr, "descent: data: %s: rows: %zu, features: %zu (", t->name, t->data.rows, t->data.features);
    print_names(t->feature, t->data.features);
    fputs("), label: ", stderr);
    print_text(t->label);
    fputc('\n', stderr);
    if (t->left_out_count) {
        fputs("descent: data: left out, as their first cell is text: ", stderr);
        print_names(t->left_out, t->left_out_count);
        fputc('\n', stderr);
    }
    if (model->most == 2) {
        fputs("descent: data: +1 is ", stderr);
        print_text(t->class[1]);
        fputs(", -1 is ", stderr);
        print_text(t->class[0]);
        fputc('\n', stderr);
    } else if (model->classes) {
        fprintf(stderr, "descent: data: %zu classes: ", t->data.classes);
        print_names(t->class, t->data.classes);
        fputc('\n', stderr);
    }
}

/* Constant features: one that is not 0 serves as an intercept, others are in its direction. */
static void tell_constants(const struct sheet *t) {
    size_t count = 0;
    for (size_t j = 0; j < t->data.features; j++) {
        if (!t->constant[j] || strcmp(t->feature[j], "intercept") == 0) continue;
        fputs(count++ ? ", " : "descent: data: the same in every row: ", stderr);
        print_text(t->feature[j]);
    }
    if (count) fputc('\n', stderr);
}

static void tell_problem(const struct problem *p, size_t rank, const struct sheet *t, double l2) {
    double noise = problem_noise_star(p), moment = noise * noise;
    bool shared = moment <= p->roundings * 0x1p-52 * p->L_max * problem_gap_0(p);
    fprintf(stderr, "descent: data: L = %.6g, mu = %.6g, L_max = %.6g, rank %zu of %zu%s\n", p->L, p->mu, p->L_max,
            rank, t->data.features, !(l2 > 0) && !(p->mu > 0) ? "; no mu: PL is not certified without --l2" : "");
    fprintf(stderr, "descent: data: %.12g <= f* <= %.12g, %.2g apart\n", p->f_star_low, p->f_star_high,
            p->f_star_high - p->f_star_low);
    fprintf(stderr, "descent: data: E||grad f_i(x*)||^2 = %.6g: %s\n", moment,
            shared ? "interpolation, up to rounding" : "no interpolation");
}

struct problem *problem_of_data(const struct arguments *a, const char *id) {
    const struct model *model = find_model(a->catalogue, id);
    struct sheet_request request = {.path = a->data,
                                    .label = a->label,
                                    .model = model,
                                    .intercept = a->intercept,
                                    .standardize = a->standardize,
                                    .interrupted = a->interrupted};
    struct sheet t = sheet_read(&request);
    tell_sheet(&t, model);
    tell_constants(&t);
    size_t rank = 0;
    const char *objection = NULL;
    struct problem *p = model->fit(&t.data, a->l2, &rank, &objection);
    if (!p) fail("%s: %s", t.name, objection);
    tell_problem(p, rank, &t, a->l2);
    sheet_free(&t);
    return p;
}
