/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of data show the data: what a reader would read off them, against the tables. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../theorems/catalogue.h"
#include "../verify/ledger/table.h"

static struct canvas drawn(const char *theorem, const char *name) {
    for (size_t t = 0; t < catalogue.theorem_count; t++)
        for (size_t i = 0; i < catalogue.theorems[t]->picture_count; i++) {
            const struct picture *p = &catalogue.theorems[t]->pictures[i];
            if (strcmp(catalogue.theorems[t]->id, theorem) != 0 || strcmp(p->name, name) != 0) continue;
            struct canvas c = {0};
            p->draw(&c, p->with);
            return c;
        }
    cr_assert_fail("no picture %s of %s", name, theorem);
    abort();
}

/* The stroke number `which` of a kind. */
static const struct stroke *stroke_of(const struct canvas *c, enum stroke_kind kind, size_t which) {
    for (size_t i = 0; i < c->count; i++)
        if (c->strokes[i].pen.kind == kind && which-- == 0) return &c->strokes[i];
    cr_assert_fail("no such stroke");
    abort();
}
static size_t count_of(const struct canvas *c, enum stroke_kind kind) {
    size_t count = 0;
    for (size_t i = 0; i < c->count; i++) count += c->strokes[i].pen.kind == kind;
    return count;
}
static bool same_look(const struct stroke *a, const struct stroke *b) {
    return a->pen.colour == b->pen.colour && a->pen.dashed == b->pen.dashed;
}

/* The scores that it prints are the areas under the staircases beside them, up to what line 4 of the page allows. */
Test(benchmarks, the_leaderboard_and_its_profiles_belong_together) {
    static const char *const scores[] = {"0.7784", "0.7077", "0.6383", "0.6301", "0.5909", "0.5707",
                                         "0.4918", "0.4722", "0.3699", "0.3384", "0.0000"};
    struct canvas c = drawn("algoperf", "algoperf");
    cr_assert(count_of(&c, STROKE_STEPS) == 11 && count_of(&c, STROKE_WORDS) == 22);
    for (size_t s = 0; s < 11; s++) {
        const struct stroke *name = stroke_of(&c, STROKE_WORDS, 2 * s), *score = stroke_of(&c, STROKE_WORDS, 2 * s + 1),
                            *steps = stroke_of(&c, STROKE_STEPS, s);
        cr_expect_str_eq(score->name[0], scores[s]);
        cr_expect(name->points[0][1] == score->points[0][1] && name->points[0][0] < score->points[0][0] &&
                  name->pen.panel == 0 && score->pen.panel == 0 && steps->pen.panel == 1);
        cr_expect(same_look(name, score) && same_look(name, steps), "%s is drawn in another colour", name->name[0]);
        cr_expect(!s || !same_look(steps, stroke_of(&c, STROKE_STEPS, s - 1)));
        double area = 0, shift = steps->points[0][1] - round(8 * steps->points[0][1]) / 8;
        for (size_t i = 0; i + 1 < steps->count; i++) {
            double rise = 8 * (steps->points[i + 1][1] - steps->points[i][1]);
            area += (steps->points[i][1] - shift) * (steps->points[i + 1][0] - steps->points[i][0]);
            cr_expect(fabs(rise - round(rise)) < 1e-9 && round(rise) >= 0);
        }
        cr_expect(steps->points[0][0] == 1 && steps->points[steps->count - 1][0] == 4 && fabs(shift) < 0.025);
        cr_expect(fabs(area / 3 - strtod(scores[s], NULL)) < 0.5 / 99 + 5e-5, "%s: %g", name->name[0], area / 3);
    }
    canvas_clear(&c);
}

Test(benchmarks, scores_over_the_horizon_end_at_the_leaderboard) {
    static const double scores[] = {0.7784, 0.7077, 0.6383, 0.6301, 0.5909, 0.5707, 0.4918, 0.4722, 0.3699, 0.3384, 0};
    struct canvas c = drawn("algoperf", "scores_max_tau_external_tuning");
    cr_assert(count_of(&c, STROKE_LINE) == 11);
    for (size_t s = 0; s < 11; s++) {
        const struct stroke *k = stroke_of(&c, STROKE_LINE, s);
        cr_expect(k->points[0][0] == 1.5 && k->points[k->count - 1][0] == 4 && *k->name[0] && k->pen.panel == 0);
        cr_expect(fabs(k->points[k->count - 1][1] - scores[s]) < 0.5 / 99 + 5e-5);
        for (size_t i = 1; i < k->count; i++) cr_expect(k->points[i][1] >= k->points[i - 1][1] - 1e-12);
    }
    canvas_clear(&c);
}

static struct table *records(void) {
    return table_read("nanogpt_speedrun_records.csv", "record,minutes,date,change");
}

Test(benchmarks, every_record_has_its_point_and_label) {
    struct table *t = records();
    struct canvas c = drawn("nanogpt_speedrun", "nanogpt_speedrun");
    const struct stroke *points = stroke_of(&c, STROKE_POINTS, 0), *steps = stroke_of(&c, STROKE_STEPS, 0);
    cr_assert(points->count == 21 && steps->count == 21 && count_of(&c, STROKE_WORDS) == 21 &&
              count_of(&c, STROKE_LINE) == 21);
    for (size_t i = 0; i < 21; i++) {
        const struct stroke *label = stroke_of(&c, STROKE_WORDS, i), *leader = stroke_of(&c, STROKE_LINE, 20 - i);
        char says[160];
        snprintf(says, sizeof says, "%s  %s", table_text(t, i, 0), table_text(t, i, 3));
        cr_expect_str_eq(label->name[0], says);
        cr_expect(*label->name[1] && leader->count == 2);
        cr_expect(points->points[i][0] == table_days(t, i, 2) - table_days(t, 0, 2) &&
                  points->points[i][1] == table_number(t, i, 1));
        cr_expect(memcmp(points->points[i], steps->points[i], sizeof *points->points) == 0);
        cr_expect(memcmp(points->points[i], leader->points[0], sizeof *points->points) == 0);
        cr_expect(leader->points[1][1] == label->points[0][1] && leader->points[1][0] < label->points[0][0]);
        cr_expect(!i || label->points[0][1] < stroke_of(&c, STROKE_WORDS, i - 1)->points[0][1] / 1.12,
                  "labels %zu and %zu overlap", i, i + 1);
    }
    canvas_clear(&c);
    table_free(t);
}

/* The first days of the months on the axes, in days since the first record. */
Test(benchmarks, dates_on_axes_are_first_days_of_months) {
    static const char *const names[] = {"nanogpt_speedrun", "rates"};
    struct table *t = records();
    time_t day_0 = (time_t)table_days(t, 0, 2);
    for (size_t n = 0; n < 2; n++) {
        struct canvas c = drawn("nanogpt_speedrun", names[n]);
        size_t dates = 0;
        for (size_t i = 0; i < c.tic_count; i++) {
            if (c.tics[i].axis != 'x') continue;
            struct tm at;
            char month[16];
            time_t second = (day_0 + (time_t)c.tics[i].at) * 86400;
            cr_assert(gmtime_r(&second, &at) && strftime(month, sizeof month, "%b %Y", &at));
            cr_expect(at.tm_mday == 1 && strncmp(c.tics[i].name[0], month, strlen(c.tics[i].name[0])) == 0,
                      "%s, not %s", c.tics[i].name[0], month);
            dates++;
        }
        cr_expect(dates == 4 + n);
        canvas_clear(&c);
    }
    table_free(t);
}

Test(benchmarks, both_races_are_there_with_their_lines) {
    struct table *t = records();
    struct canvas c = drawn("nanogpt_speedrun", "rates");
    size_t row = 0;
    for (size_t race = 0; race < 2; race++) {
        const struct stroke *points = stroke_of(&c, STROKE_POINTS, race), *line = stroke_of(&c, STROKE_LINE, race);
        double off = 0;
        cr_expect(line->pen.colour == points->pen.colour && line->pen.dashed && !points->pen.dashed);
        cr_expect(line->points[0][0] == points->points[0][0] &&
                  line->points[1][0] == points->points[points->count - 1][0]);
        for (size_t i = 0; i < points->count; i++, row++) {
            double part = (points->points[i][0] - line->points[0][0]) / (line->points[1][0] - line->points[0][0]);
            cr_expect(points->points[i][0] == table_days(t, row, 2) - table_days(t, 0, 2) &&
                      points->points[i][1] == table_number(t, row, 1));
            off += log(points->points[i][1]) - (1 - part) * log(line->points[0][1]) - part * log(line->points[1][1]);
        }
        cr_expect(fabs(off) < 1e-9, "residuals add up to %g", off);
    }
    cr_expect(row == table_rows(t));
    canvas_clear(&c);
    table_free(t);
}

/* Curves of losses: how many points, the last of them, and in which picture. */
Test(benchmarks, losses_end_where_the_logs_do) {
    static const struct {
        const char *picture;
        size_t which, points;
        double x, loss;
    } curves[] = {
        {"nanogpt_speedrun_scale", 0, 164, 9.99948288, 2.7737}, {"nanogpt_speedrun_scale", 1, 164, 9.99948288, 2.7297},
        {"nanogpt_speedrun81w", 1, 80, 10.25507328, 3.2722},    {"nanogpt_speedrun81w", 2, 76, 4.999610368, 3.2760},
        {"nanogpt_speedrun81w", 3, 51, 3.2505856, 3.2785},      {"nanogpt_speedrun81w", 4, 49, 3.145728, 3.2763},
        {"nanogpt_speedrun82w", 1, 51, 1339.0 / 60, 3.2785},    {"nanogpt_speedrun82w", 2, 49, 2176.0 / 60, 3.2763}};
    for (size_t i = 0; i < sizeof curves / sizeof *curves; i++) {
        struct canvas c = drawn("nanogpt_speedrun", curves[i].picture);
        const struct stroke *k = stroke_of(&c, STROKE_LINE, curves[i].which);
        cr_expect(k->count == curves[i].points, "%zu points", k->count);
        cr_expect(fabs(k->points[k->count - 1][0] - curves[i].x) < 1e-9);
        cr_expect(k->points[k->count - 1][1] == curves[i].loss && k->points[0][0] == 0);
        canvas_clear(&c);
    }
    /* A guide from AdamW's end to where Muon's loss is first as low, and down. */
    struct canvas c = drawn("nanogpt_speedrun", "nanogpt_speedrun_scale");
    const struct stroke *muon = stroke_of(&c, STROKE_LINE, 1), *across = stroke_of(&c, STROKE_LINE, 2),
                        *down = stroke_of(&c, STROKE_LINE, 3);
    size_t at = 0;
    while (muon->points[at][1] > 2.7737) at++;
    cr_expect(across->points[0][0] == muon->points[at][0] && fabs(across->points[1][0] - 9.99948288) < 1e-9);
    cr_expect(across->points[0][1] == 2.7737 && across->points[1][1] == 2.7737);
    cr_expect(down->points[0][0] == muon->points[at][0] && down->points[1][0] == muon->points[at][0] &&
              down->points[1][1] == 2.7737);
    cr_expect_str_eq(stroke_of(&c, STROKE_LINE, 0)->name[0], "AdamW");
    cr_expect_str_eq(muon->name[0], "Muon");
    canvas_clear(&c);
}
