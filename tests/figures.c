/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How figures look: colours that stay apart whoever looks, labels that keep off each other, what options say. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../verify/claims/theorem.h"
#include "../verify/figures/layout.h"
#include "../verify/figures/scene.h"

/* ---- colours ---- */

/* How far apart colours look: CIEDE2000 in CIELAB, seen with normal vision, deuteranopia or protanopia (the matrices of
 * Machado, Oliveira and Fernandes 2009 at full severity, on linear RGB). */
struct colour {
    double v[3];
};
enum sight { NORMAL, DEUTERANOPIA, PROTANOPIA, SIGHTS };

static double linear_of(double c) {
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}
static struct colour colour_read(const char *hex) {
    unsigned n = (unsigned)strtoul(hex + 1, NULL, 16);
    return (struct colour){
        {linear_of((n >> 16) / 255.0), linear_of((n >> 8 & 255) / 255.0), linear_of((n & 255) / 255.0)}};
}
static struct colour colour_times(const double m[3][3], struct colour c) {
    struct colour out;
    for (int i = 0; i < 3; i++) out.v[i] = m[i][0] * c.v[0] + m[i][1] * c.v[1] + m[i][2] * c.v[2];
    return out;
}
static struct colour colour_seen(struct colour c, enum sight sight) {
    static const double seen[SIGHTS][3][3] = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    c = colour_times(seen[sight], c);
    for (int i = 0; i < 3; i++) c.v[i] = fmin(fmax(c.v[i], 0), 1);
    return c;
}
static const double to_xyz[3][3] = {
    {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}};
static double luminance(struct colour c) {
    return colour_times(to_xyz, c).v[1];
}
static double lightness(struct colour c) {
    double y = luminance(c);
    return y > 216.0 / 24389 ? 116 * cbrt(y) - 16 : 24389.0 / 27 * y;
}
static double contrast(struct colour a, struct colour b) {
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return fmax(x, y) / fmin(x, y);
}
static struct colour lab_of(struct colour c) {
    struct colour f = colour_times(to_xyz, c);
    static const double white[3] = {0.95047, 1, 1.08883};
    for (int i = 0; i < 3; i++) {
        double t = f.v[i] / white[i];
        f.v[i] = t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return (struct colour){{116 * f.v[1] - 16, 500 * (f.v[0] - f.v[1]), 200 * (f.v[1] - f.v[2])}};
}
/* CIEDE2000 of two colours in CIELAB (Sharma, Wu and Dalal 2005). */
static double difference(struct colour p, struct colour q) {
    double c7 = pow((hypot(p.v[1], p.v[2]) + hypot(q.v[1], q.v[2])) / 2, 7),
           g = 0.5 * (1 - sqrt(c7 / (c7 + pow(25, 7))));
    double a1 = p.v[1] * (1 + g), a2 = q.v[1] * (1 + g), c1 = hypot(a1, p.v[2]), c2 = hypot(a2, q.v[2]);
    double h1 = c1 > 0 ? fmod(atan2(p.v[2], a1) + 2 * M_PI, 2 * M_PI) : 0;
    double h2 = c2 > 0 ? fmod(atan2(q.v[2], a2) + 2 * M_PI, 2 * M_PI) : 0;
    double turn = c1 * c2 > 0 ? remainder(h2 - h1, 2 * M_PI) : 0, h = h1 + turn / 2;
    if (!(c1 * c2 > 0)) h = h1 + h2;
    double dl = q.v[0] - p.v[0], dc = c2 - c1, dh = 2 * sqrt(c1 * c2) * sin(turn / 2);
    double l = (p.v[0] + q.v[0]) / 2 - 50, c = (c1 + c2) / 2, degree = M_PI / 180;
    double t = 1 - 0.17 * cos(h - 30 * degree) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6 * degree) -
               0.20 * cos(4 * h - 63 * degree);
    double sl = 1 + 0.015 * l * l / sqrt(20 + l * l), sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
    double away = (fmod(h + 2 * M_PI, 2 * M_PI) / degree - 275) / 25, m7 = pow(c, 7);
    double rt = -2 * sqrt(m7 / (m7 + pow(25, 7))) * sin(60 * degree * exp(-away * away));
    double x = dl / sl, y = dc / sc, z = dh / sh;
    return sqrt(x * x + y * y + z * z + rt * y * z);
}

/* The smallest differences of any two of so many colours. */
struct apart {
    double seen[SIGHTS], grey;
};
static struct apart apart_of(const char *const hex[], size_t count) {
    struct apart a = {.seen = {INFINITY, INFINITY, INFINITY}, .grey = INFINITY};
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++) {
            struct colour p = colour_read(hex[i]), q = colour_read(hex[j]);
            for (enum sight s = NORMAL; s < SIGHTS; s++)
                a.seen[s] = fmin(a.seen[s], difference(lab_of(colour_seen(p, s)), lab_of(colour_seen(q, s))));
            a.grey = fmin(a.grey, fabs(lightness(p) - lightness(q)));
        }
    return a;
}

/* CIEDE2000 of any two, whoever looks; of their CIELAB lightness in grey; and the contrast of text by WCAG AA. */
static const double least_difference = 9.5, least_grey = 2.7, least_contrast = 4.5;
static bool is_safe(struct apart a) {
    bool safe = a.grey >= least_grey;
    for (enum sight s = NORMAL; s < SIGHTS; s++) safe &= a.seen[s] >= least_difference;
    return safe;
}

/* Two pairs of the test data of Sharma, Wu and Dalal. */
Test(figures, differences_are_ciede2000) {
    struct colour p = {{50, 2.6772, -79.7751}}, q = {{50, 0, -82.7485}};
    cr_assert(fabs(difference(p, q) - 2.0425) < 1e-4, "%g", difference(p, q));
    struct colour r = {{2.0776, 0.0795, -1.1350}}, t = {{0.9033, -0.0636, -0.5514}};
    cr_assert(fabs(difference(r, t) - 0.9082) < 1e-4, "%g", difference(r, t));
    struct colour u = {{50, -1, 2}}, v = {{50, 0, 0}};
    cr_assert(fabs(difference(u, v) - 2.3669) < 1e-4, "%g", difference(u, v));
}

Test(figures, colours_of_methods_stay_apart_whoever_looks) {
    for (int dark = 0; dark < 2; dark++) {
        const char *hex[STYLE_COLOURS];
        struct colour page = colour_read(dark ? style_page.dark : style_page.light);
        for (size_t i = 0; i < STYLE_COLOURS; i++) {
            hex[i] = dark ? style_colours[i].dark : style_colours[i].light;
            cr_assert(contrast(colour_read(hex[i]), page) >= least_contrast, "%s has a contrast of %g", hex[i],
                      contrast(colour_read(hex[i]), page));
        }
        struct apart a = apart_of(hex, STYLE_COLOURS);
        printf("%s: smallest CIEDE2000 normal %.1f, deuteranopia %.1f, protanopia %.1f; lightness in grey %.1f\n",
               dark ? "dark" : "light", a.seen[NORMAL], a.seen[DEUTERANOPIA], a.seen[PROTANOPIA], a.grey);
        cr_assert(is_safe(a), "%g, %g, %g, %g", a.seen[0], a.seen[1], a.seen[2], a.grey);
    }
}

/* The test can fail: two colours that figures once had. */
Test(figures, colours_that_a_deuteranope_confuses_are_found) {
    const char *const once[] = {"#d55e00", "#b8860b"};
    struct apart a = apart_of(once, 2);
    printf("#d55e00 and #b8860b: CIEDE2000 normal %.1f, deuteranopia %.1f, protanopia %.1f; grey %.1f\n",
           a.seen[NORMAL], a.seen[DEUTERANOPIA], a.seen[PROTANOPIA], a.grey);
    cr_assert(!is_safe(a) && a.seen[DEUTERANOPIA] < least_difference);
}

Test(figures, greys_can_be_read_on_both_pages) {
    for (size_t i = INK; i <= GREY; i++) {
        cr_assert(contrast(colour_read(style_greys[i].light), colour_read(style_page.light)) >= least_contrast);
        cr_assert(contrast(colour_read(style_greys[i].dark), colour_read(style_page.dark)) >= least_contrast);
    }
    for (size_t i = 0; i < STYLE_COLOURS; i++)
        for (size_t v = 0; v < STYLE_SHADES; v++) {
            struct shade s = style_shade(i, v);
            cr_assert(contrast(colour_read(s.light), colour_read(style_page.light)) >= least_contrast, "%s", s.light);
            cr_assert(contrast(colour_read(s.dark), colour_read(style_page.dark)) >= least_contrast, "%s", s.dark);
        }
}

/* ---- labels ---- */

static void assert_apart(const double middle[], const double height[], size_t count, double low, double high) {
    for (size_t i = 0; i < count; i++) {
        cr_assert(middle[i] - height[i] / 2 >= low - 1e-6 && middle[i] + height[i] / 2 <= high + 1e-6, "%zu at %g", i,
                  middle[i]);
        for (size_t j = 0; j < i; j++)
            cr_assert(fabs(middle[i] - middle[j]) >= (height[i] + height[j]) / 2 - 1e-6, "%g and %g", middle[i],
                      middle[j]);
    }
}

Test(figures, labels_with_room_stay_where_they_are) {
    double middle[] = {200, 20, 100}, height[] = {16, 16, 32};
    style_spread(middle, height, 3, 0, 400);
    cr_assert(middle[0] == 200 && middle[1] == 20 && middle[2] == 100);
}

Test(figures, labels_on_each_other_are_pushed_apart_around_their_middle) {
    double middle[] = {100, 100}, height[] = {16, 16};
    style_spread(middle, height, 2, 0, 400);
    cr_assert(middle[0] == 92 && middle[1] == 108);
    double edge[] = {399, 398, 2}, high[] = {16, 34, 16};
    style_spread(edge, high, 3, 0, 400);
    assert_apart(edge, high, 3, 0, 400);
    cr_assert(edge[0] > edge[1]);
}

Test(figures, any_labels_are_apart_while_there_is_room) {
    srand(1);
    for (int trial = 0; trial < 2000; trial++) {
        double middle[12], height[12], first[12];
        size_t count = 1 + (size_t)rand() % 12;
        for (size_t i = 0; i < count; i++) {
            height[i] = 16 + rand() % 20;
            first[i] = middle[i] = rand() % 440 - 20;
        }
        style_spread(middle, height, count, 0, 450);
        assert_apart(middle, height, count, 0, 450);
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < count; j++) cr_assert(!(first[i] < first[j]) || middle[i] < middle[j]);
    }
}

Test(figures, text_is_broken_at_blanks_but_not_within_an_equation) {
    char out[100];
    cr_assert(style_wrap(out, sizeof out, "heavy ball, β = 0.5", 15, 80) == 2);
    cr_assert_str_eq(out, "heavy ball,\\nβ = 0.5");
    cr_assert(style_wrap(out, sizeof out, "one two", 15, 800) == 1);
    cr_assert_str_eq(out, "one two");
}

Test(figures, russian_has_decimal_commas) {
    char text[] = "{/:Italic α} = 0.2, k. 3.";
    localize(text, 0);
    cr_assert_str_eq(text, "{/:Italic α} = 0.2, k. 3.");
    localize(text, 1);
    cr_assert_str_eq(text, "{/:Italic α} = 0,2, k. 3.");
}

/* ---- pictures ---- */

static void two_panels(struct canvas *c, const void *with) {
    const double *height = with;
    canvas_draw(c, (struct pen){.colour = 2, .name = {"step 0.5", "шаг 0.5"}},
                (const double[][2]){{0, 1}, {2, *height}}, 2);
    canvas_draw(c, (struct pen){.panel = 1, .kind = STROKE_POINTS, .colour = PEN_GREY, .weight = 2},
                (const double[][2]){{1, 0.01}, {10, 100}}, 2);
    canvas_draw(c, (struct pen){.kind = STROKE_STARS}, (const double[][2]){{1, 1}}, 1);
    canvas_tic(c, 0, 'x', 2, "May", "май");
    snprintf(c->title[0], sizeof c->title[0], "height %g", *height);
}

static struct picture with_panels(const double *height) {
    return (struct picture){.name = "two",
                            .title = {"unused", "своё"},
                            .shows = {"A line.", "Линия 1.5."},
                            .width = 800,
                            .height = 300,
                            .panel_count = 2,
                            .panel = {{.title = {"left"}, .x = {"time", "время"}, .low = {-1, 0}, .high = {3, 4}},
                                      {.log_x = true, .log_y = true, .y = {"loss"}}},
                            .draw = two_panels,
                            .with = height};
}

Test(figures, a_picture_becomes_a_scene) {
    const double height = 3.5;
    const struct picture picture = with_panels(&height);
    const struct figure figure = {.name = "two", .picture = &picture};
    struct scene *en = scene_of(&figure, 0), *ru = scene_of(&figure, 1);
    cr_assert(en && ru);
    cr_assert_str_eq(en->title, "height 3.5");
    cr_assert_str_eq(ru->title, "своё");
    cr_assert_str_eq(ru->caption, "Линия 1,5.");
    cr_assert(en->panel_count == 2 && en->own_axes && en->width == 800 && en->height == 300);
    cr_assert_str_eq(en->panel_title[0], "left");
    cr_assert_str_eq(ru->axes[0].x_name, "время");
    cr_assert_str_eq(ru->axes[1].y_name, "loss"); /* the English one where there is no other */
    cr_assert(en->axes[0].linear_x && !en->axes[1].linear_x && !en->axes[1].linear_y);
    cr_assert(en->axes[0].low[0] == -1 && en->axes[0].high[1] == 4);
    cr_assert(en->line_count == 3);
    const struct line *line = &en->lines[0], *points = &en->lines[1];
    cr_assert(line->kind == STROKE && line->stroke == STROKE_LINE && line->weight == 1 && line->count == 2);
    cr_assert(line->marks[1].x == 2 && line->marks[1].y == 3.5 && line->panel == 0);
    cr_assert_str_eq(ru->lines[0].label, "шаг 0,5");
    cr_assert_str_eq(line->shade.light, style_shade(2, 0).light);
    cr_assert(points->stroke == STROKE_POINTS && points->panel == 1 && points->weight == 2 && !*points->label);
    cr_assert_str_eq(points->shade.light, style_grey(GREY).light);
    cr_assert(en->tic_count == 1 && en->tics[0].at == 2);
    cr_assert_str_eq(ru->tics[0].name[1], "май");
    scene_free(en);
    scene_free(ru);
}

/* What gnuplot is told of a scene. */
static char *laid_out(const struct scene *scene, double width, double height, size_t language) {
    struct looks looks = {.sizes = style_sizes(width, height, 0), .unit = 1, .title = true, .words = true};
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    layout_scene(out, scene, &looks, language);
    fclose(out);
    return text;
}
Test(figures, a_picture_is_laid_out_on_panels_of_its_own) {
    const double height = 3.5;
    const struct picture picture = with_panels(&height);
    const struct figure figure = {.name = "two", .picture = &picture};
    struct scene *scene = scene_of(&figure, 1);
    char *text = laid_out(scene, 800, 300, 1);
    cr_assert(strstr(text, "set xrange [-1:3]\nset yrange [0:4]"));
    cr_assert(strstr(text, "set logscale x\nset logscale y"));
    cr_assert(strstr(text, "set xtics nomirror scale 0.5,0 (\"май\" 2)"));
    cr_assert(strstr(text, "set object polygon from screen"));
    cr_assert(strstr(text, "points pt 7 ps 0.9"));
    cr_assert(strstr(text, "\"шаг 0,5\""));
    free(text);
    scene_free(scene);
}

Test(figures, warmth_goes_from_cool_to_warm) {
    cr_assert_str_eq(style_warmth(0).light, style_cool[0]);
    cr_assert_str_eq(style_warmth(0.5).light, style_middle);
    cr_assert_str_eq(style_warmth(1).light, style_warm[STYLE_HEIGHTS - 1]);
    cr_assert_str_eq(style_warmth(-3).light, style_cool[0]);
}

/* ---- curves of one problem ---- */

enum { CHECKPOINTS = 3 };
static struct curve curve_of(const struct claim *claim, struct row rows[CHECKPOINTS], double first, double bound,
                             size_t apart) {
    static char problem[] = "two_signs", method[] = "sgd";
    for (size_t r = 0; r < CHECKPOINTS; r++)
        rows[r] =
            (struct row){.k = 1 + r * apart, .estimate = first / (double)(r + 1), .bound = bound, .sign = AT_MOST};
    return (struct curve){.claim = claim,
                          .problem_id = problem,
                          .method_id = method,
                          .constants = {.alpha = 0.5},
                          .rows = rows,
                          .count = CHECKPOINTS};
}

static size_t lines_of(const struct scene *s, enum line_kind kind) {
    size_t count = 0;
    for (size_t i = 0; i < s->line_count; i++) count += s->lines[i].kind == kind;
    return count;
}

static const struct line *labelled(const struct scene *s, const char *label) {
    for (size_t i = 0; i < s->line_count; i++)
        if (strcmp(s->lines[i].label, label) == 0) return &s->lines[i];
    return NULL;
}

Test(figures, claims_that_measured_the_same_share_a_line_and_their_bounds_are_told_apart) {
    static const struct theorem theorem;
    const struct claim plain = {.name = "plain", .evidence = &evidence_mean},
                       slides = {.name = "slides", .evidence = &evidence_mean, .called = {"the slide's", "на слайде"}};
    struct row rows[3][CHECKPOINTS];
    const struct curve one = curve_of(&plain, rows[0], 1, 2, 10), same = curve_of(&slides, rows[1], 1, 3, 10);
    const struct curve other = curve_of(&slides, rows[2], 0.9, 3, 10);
    struct figure f = {.theorem = &theorem, .name = "two_signs", .title = {"two signs", "два знака"}, .count = 2};
    f.curves[0] = &one;
    f.curves[1] = &same;
    struct scene *s = scene_of(&f, 1);
    cr_assert(s->panel_count == 1 && lines_of(s, ESTIMATE) == 1 && lines_of(s, LIMIT) == 2);
    cr_assert(labelled(s, "верхняя граница") && labelled(s, "верхняя граница, на слайде"));
    cr_assert_str_eq(labelled(s, "верхняя граница, на слайде")->shade.light, s->lines[0].shade.light);
    scene_free(s);
    f.curves[1] = &other; /* measured otherwise: a line of its own, whose label says which it is */
    s = scene_of(&f, 0);
    cr_assert(lines_of(s, ESTIMATE) == 2 && lines_of(s, LIMIT) == 2);
    cr_assert(labelled(s, "{/:Italic α} = 0.5, the slide's"));
    scene_free(s);
}

Test(figures, curves_that_end_long_before_others_have_panels) {
    static const struct theorem theorem;
    const struct claim claim = {.name = "plain", .evidence = &evidence_mean};
    struct row rows[3][CHECKPOINTS];
    const struct curve one = curve_of(&claim, rows[0], 1, 2, 10), two = curve_of(&claim, rows[1], 0.9, 2, 10);
    for (size_t apart = 10; apart <= 100; apart += 90) {
        const struct curve far = curve_of(&claim, rows[2], 0.8, 2, apart);
        struct figure f = {.theorem = &theorem, .name = "two_signs", .title = {"two signs", "два знака"}, .count = 3};
        f.curves[0] = &one;
        f.curves[1] = &two;
        f.curves[2] = &far;
        struct scene *s = scene_of(&f, 0);
        cr_assert(s->panel_count == (apart == 100 ? 3 : 1));
        scene_free(s);
    }
}

Test(figures, curves_of_one_method_have_colours_in_turn_in_a_drawing) {
    static const struct theorem theorem;
    static const struct method sgd = {.id = "sgd", .title = {"SGD"}, .colour = 0};
    const struct claim claim = {.name = "plain", .evidence = &evidence_mean};
    struct row rows[3][CHECKPOINTS];
    const struct curve curves[3] = {curve_of(&claim, rows[0], 1, 2, 10), curve_of(&claim, rows[1], 0.9, 2, 10),
                                    curve_of(&claim, rows[2], 0.8, 2, 10)};
    const char *const label[2] = {"p", "p"};
    const struct drawing drawing = {.name = "d", .title = {"d"}, .y = {"y"}};
    struct figure f = {.theorem = &theorem, .name = "d", .title = {"d"}, .drawing = &drawing, .count = 3};
    for (size_t i = 0; i < 3; i++) {
        f.curves[i] = &curves[i];
        f.label[i] = label;
        f.method[i] = &sgd;
    }
    struct scene *s = scene_of(&f, 0);
    cr_assert_str_eq(s->lines[0].shade.light, style_shade(0, 0).light);
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < i; j++) cr_assert(strcmp(s->lines[i].shade.light, s->lines[j].shade.light) != 0);
    scene_free(s);
}

/* What is said of a picture may be long, and Cyrillic letters are two bytes each. */
static void nothing_but_a_point(struct canvas *c, const void *with) {
    (void)with;
    canvas_draw(c, (struct pen){.kind = STROKE_POINTS}, (const double[][2]){{1, 1}}, 1);
}
Test(figures, what_a_picture_shows_is_said_to_the_end) {
    char long_sentence[1200] = "";
    while (strlen(long_sentence) < 900) strcat(long_sentence, "точки, ");
    strcat(long_sentence, "конец.");
    const struct picture picture = {
        .name = "p", .title = {"p"}, .shows = {"A point.", long_sentence}, .draw = nothing_but_a_point};
    const struct figure figure = {.name = "p", .picture = &picture};
    struct scene *s = scene_of(&figure, 1);
    cr_assert_str_eq(s->caption, long_sentence);
    scene_free(s);
}

/* Two numbers on an axis that would touch; many words, each with a number, or few. */
static void words_with_numbers(struct canvas *c, const void *with) {
    const size_t *count = with;
    for (size_t i = 0; i < *count; i++) {
        char words[64];
        snprintf(words, sizeof words, "%zu  number %zu", i + 1, i + 1);
        canvas_draw(c, (struct pen){.kind = STROKE_WORDS, .name = {words, words}}, (const double[][2]){{1, (double)i}},
                    1);
    }
    canvas_draw(c, (struct pen){.kind = STROKE_POINTS}, (const double[][2]){{0, 0}, {3, 20}}, 2);
    canvas_tic(c, 0, 'x', 1, "May", "May");
    canvas_tic(c, 0, 'x', 1.1, "June 2024", "June 2024");
    canvas_tic(c, 0, 'x', 3, "July", "July");
}
Test(figures, many_words_stand_below_a_picture_on_a_phone) {
    for (size_t count = 3; count <= 20; count += 17) {
        const struct picture picture = {
            .name = "p", .title = {"p"}, .shows = {"A point."}, .draw = words_with_numbers, .with = &count};
        const struct figure figure = {.name = "p", .picture = &picture};
        struct scene *s = scene_of(&figure, 0);
        struct sizes phone = style_sizes(360, 400, 0), full = style_sizes(640, 400, 0);
        cr_assert(layout_list_height(s, &full) == 0);
        cr_assert(count == 3 ? layout_list_height(s, &phone) == 0 : layout_list_height(s, &phone) > 20 * phone.tic);
        char *narrow = laid_out(s, 360, 400, 0), *wide = laid_out(s, 640, 400, 0);
        cr_assert((strstr(narrow, "\"number 2\"") != NULL) == (count > 3), "apart, and below");
        cr_assert((strstr(narrow, "\"2  number 2\"") != NULL) == (count == 3));
        cr_assert(strstr(wide, "\"2  number 2\"") && !strstr(wide, "\"number 2\""));
        cr_assert(strstr(narrow, "(\"\" 1, \"June 2024\" 1.1, \"July\" 3)"), "the shorter of two that touch goes");
        free(narrow);
        free(wide);
        scene_free(s);
    }
}
