/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a method does in one lane is no business of the others, and what a matrix has is looked for in all of its rows. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../methods/methods.h"
#include "../methods/schedules.h"
#include "../theorems/catalogue.h"
#include "../verify/numbers/fail.h"

enum { ENTRIES = 4 };

/* Shampoo's step on a 2 x 2 matrix, by sums, after two gradients: the first lane has its own, all others have theirs. */
static void two_gradients(const double own[2][ENTRIES], const double theirs[2][ENTRIES], real step[ENTRIES]) {
    struct settings s = {.alpha = 1, .beta2 = 1, .rows = 2};
    real state[2 * ENTRIES] = {{0}}, g[ENTRIES];
    for (size_t k = 0; k < 2; k++) {
        for (size_t e = 0; e < ENTRIES; e++) {
            step[e] = (real){0};
            g[e] = real_all(theirs[k][e]);
            g[e][0] = own[k][e];
        }
        method_shampoo.step(&s, k, ENTRIES, step, g, state);
    }
}

/* Roots are found once for lanes that are alike.  These are not, though they begin alike: */
Test(methods, shampoo_takes_no_root_from_another_lane) {
    /* in the sums of squares, diag(2, 5) and diag(2, 10), when the gradients are the same; */
    static const double five[2][ENTRIES] = {{1, 0, 0, 2}, {1, 0, 0, 1}}, ten[2][ENTRIES] = {{1, 0, 0, 3}, {1, 0, 0, 1}};
    real step[ENTRIES];
    two_gradients(five, ten, step);
    cr_expect(fabs(step[3][0] + 1 / sqrt(5)) < 1e-14 && fabs(step[3][1] + 1 / sqrt(10)) < 1e-14, "%g, %g", step[3][0],
              step[3][1]);
    /* in the gradients, when the sums are the same: of (0, 1e-9) the square is lost, and only who has it must know that. */
    static const double before[2][ENTRIES] = {{1, 0, 0, 1e-9}, {1, 0, 0, 0}},
                        now[2][ENTRIES] = {{1, 0, 0, 0}, {1, 0, 0, 1e-9}};
    two_gradients(before, now, step);
    cr_expect(fabs(step[0][0] + 1 / sqrt(2)) < 1e-14 && isnan(step[0][1]), "%g, %g", step[0][0], step[0][1]);
    two_gradients(now, before, step);
    cr_expect(isnan(step[0][0]) && fabs(step[0][1] + 1 / sqrt(2)) < 1e-14, "%g, %g", step[0][0], step[0][1]);
}

/* A gradient whose square vanishes has a direction that is not known; one with a single row has none of its squares in the
 * other rows, and a known direction. */
Test(methods, shampoo_misses_no_row) {
    enum { ROWS = 3 };
    struct settings s = {.alpha = 1, .beta2 = 1, .rows = ROWS};
    for (size_t row = 0; row < ROWS; row++)
        for (int lost = 0; lost < 2; lost++) {
            /* Beyond the state lies what is none of its business. */
            real state[ROWS * ROWS + 1 + ROWS], x[ROWS] = {{0}}, g[ROWS] = {{0}};
            for (size_t e = 0; e < sizeof state / sizeof *state; e++) state[e] = real_all(e > ROWS * ROWS);
            g[row] = real_all(lost ? 1e-170 : 5);
            method_shampoo.step(&s, 0, ROWS, x, g, state);
            for (size_t j = 0; j < ROWS; j++)
                cr_expect(lost ? isnan(x[j][0]) : fabs(x[j][0] + (j == row)) < 1e-14, "row %zu: %g", row, x[j][0]);
        }
}

/* Whether a method says of itself that its step has a length of its own: then gradients a thousand times as long change
 * nothing. */
Test(methods, steps_of_their_own_length_are_called_so) {
    cr_assert(catalogue.method_count > 10);
    for (size_t i = 0; i < catalogue.method_count; i++) {
        const struct method *m = catalogue.methods[i];
        double length[2] = {0};
        for (int longer = 0; longer < 2; longer++) {
            struct settings s = method_settings(m);
            real x[ENTRIES], state[64] = {{0}};
            s.weight_decay = 0;
            s.rows = 2;
            for (size_t e = 0; e < ENTRIES; e++) x[e] = real_all(1 + (double)e);
            for (size_t k = 0; k < 3; k++) {
                real g[ENTRIES];
                for (size_t e = 0; e < ENTRIES; e++)
                    g[e] = real_all((longer ? 1e6 : 1e3) * (1 + sin((double)(7 * k + 3 * e))));
                m->step(&s, k, ENTRIES, x, g, state);
            }
            for (size_t e = 0; e < ENTRIES; e++) length[longer] += fabs(x[e][0] - (1 + (double)e));
        }
        bool same = fabs(length[1] / length[0] - 1) < 1e-3;
        cr_expect(same == m->scale_free, "%s: steps of %g and %g", m->id, length[0], length[1]);
    }
}

/* Three steps from (1, 2, 3, 4), a matrix to those that see one. */
static void three_steps(const struct method *m, struct settings s, bool by_hand, real x[ENTRIES], real state[64]) {
    struct settings now = s;
    s.rows = now.rows = 2;
    for (size_t e = 0; e < ENTRIES; e++) x[e] = real_all(1 + (double)e);
    for (size_t e = 0; e < 64; e++) state[e] = (real){0};
    now.schedule = NULL;
    for (size_t k = 0; k < 3; k++) {
        real g[ENTRIES];
        for (size_t e = 0; e < ENTRIES; e++) g[e] = real_all(1.5 + sin((double)(7 * k + 3 * e)));
        now.alpha = step_size(&s, k);
        m->step(by_hand ? &now : &s, k, ENTRIES, x, g, state);
    }
}

Test(methods, every_schedule_is_followed_from_its_first_step) {
    for (size_t i = 0; i < catalogue.method_count; i++) {
        struct settings s = method_settings(catalogue.methods[i]);
        real scheduled[ENTRIES], by_hand[ENTRIES], state[64];
        s.schedule = schedule_root;
        three_steps(catalogue.methods[i], s, false, scheduled, state);
        three_steps(catalogue.methods[i], s, true, by_hand, state);
        for (size_t e = 0; e < ENTRIES; e++)
            for (unsigned l = 1; l < LANES; l++)
                cr_expect(scheduled[e][l] == scheduled[e][0], "%s", catalogue.methods[i]->id);
        for (size_t e = 0; e < ENTRIES; e++)
            cr_expect(scheduled[e][0] == by_hand[e][0] && scheduled[e][0] != 1 + (double)e, "%s",
                      catalogue.methods[i]->id);
    }
}

/* What a method says that it carries, it fills, and no more. */
Test(methods, carry_what_they_say) {
    for (size_t i = 0; i < catalogue.method_count; i++) {
        const struct method *m = catalogue.methods[i];
        real x[ENTRIES], state[64];
        struct settings s = method_settings(m);
        s.damping = 0.5; /* else NAG-GS's second number stays where it begins */
        three_steps(m, s, false, x, state);
        size_t filled = 64, said = m->vectors * ENTRIES + (m->matrices ? 2 * 2 * 2 : 0);
        while (filled && state[filled - 1][0] == 0) filled--;
        cr_expect(filled == said, "%s: %zu numbers of %zu", m->id, filled, said);
    }
}

/* A colour means a method, on every slide that was ever made. */
Test(methods, keep_their_colours) {
    static const struct {
        const char *id;
        size_t colour;
    } kept[] = {
        {"adagrad", 1},    {"rmsprop", 3},  {"adadelta", 3}, {"adam", 5},    {"adam_uncorrected", 5}, {"adam_l2", 5},
        {"amsgrad", 2},    {"adamw", 4},    {"lion", 4},     {"fromage", 6}, {"shampoo", 8},          {"muon", 6},
        {"heavy_ball", 7}, {"nesterov", 9}, {"nag_gs", 7},   {"sgd", 0},
    };
    size_t known = 0;
    for (size_t i = 0; i < catalogue.method_count; i++)
        for (size_t j = 0; j < sizeof kept / sizeof *kept; j++)
            if (strcmp(catalogue.methods[i]->id, kept[j].id) == 0) {
                known++;
                cr_expect(catalogue.methods[i]->colour == kept[j].colour, "%s", kept[j].id);
            }
    cr_assert(known == catalogue.method_count && known == sizeof kept / sizeof *kept);
}
