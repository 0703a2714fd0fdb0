/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn stays as it was when somebody last looked at it: a number here that changes is a picture to look at. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../theorems/catalogue.h"
#include "../verify/claims/claim.h"
#include "../verify/numbers/fail.h"

/* Of a picture its strokes, their points and looks; of a map its paths, their points and heights on a grid. */
struct drawn {
    const char *theorem, *name;
    size_t strokes, points;
    double x, y,
        looks; /* NaN where networks are trained: after hundreds of steps roundings decide, and those are the compiler's */
};
static const struct drawn seen[] = {
    {"hovering", "sgd_lin_reg_divergence", 14, 991, 45382.6536984, 61801.1076803, 784675.5069},
    {"hovering", "batches_1", 100, 400, 15776.7878623, 15864.1325996, 55888450},
    {"hovering", "batches_2", 100, 400, 15776.7878623, 15864.1325996, 55889055},
    {"hovering", "batches_3", 100, 400, 15776.7878623, 15864.1325996, 55889550},
    {"hovering", "batches_4", 100, 400, 15776.7878623, 15864.1325996, 55884435},
    {"hovering", "batches_5", 100, 400, 15776.7878623, 15864.1325996, 55853910},
    {"hovering", "sgd_problems", 15, 1515, 122024.996069, 57474.6107312, 4020.012},
    {"adam_counterexample_momentum", "phase_third", 0, 0, 0, 0, -2880.0059332},
    {"adam_counterexample_momentum", "phase_period", 0, 0, 0, 0, 3063.70545466},
    {"rosenbrock", "nag_gs", 15, 6000, 316942.020168, 349385.098478, 12957.4703203},
    {"algoperf", "algoperf", 33, 98, 4337.30062526, 3923.85333541, 1106292},
    {"algoperf", "scores_max_tau_external_tuning", 11, 1386, 85880.2968714, 68559.9950079, 124751},
    {"nanogpt_speedrun", "nanogpt_speedrun", 48, 109, 4988.58973023, 4162.59767296, 10430240.0105},
    {"nanogpt_speedrun", "rates", 18, 106, 7452.84178924, 5577.30122098, 78944},
    {"nanogpt_speedrun", "nanogpt_speedrun_scale", 5, 333, 20676.6523406, 20403.6432909, 132583.0014},
    {"nanogpt_speedrun", "nanogpt_speedrun81w", 9, 262, 15430.735405, 16044.7998678, 13407.0007},
    {"nanogpt_speedrun", "nanogpt_speedrun82w", 5, 104, 6729.23944562, 6311.26680267, 11947.0007},
    {"heavy_tailed_labels", "PTB_classes", 2, 300, 25237.6419265, 22960.2529985, 22070},
    {"heavy_tailed_labels", "total", 3, 513, 42342.1758528, 24097.2159833, 55154},
    {"heavy_tailed_labels", "sgd_adam_imb", 2, 202, 14414.7815938, 11351.8432814, 110},
    {"heavy_tailed_labels", "sgd_adam_imb_leg", 24, 2024, 144221.49866, 92713.4322506, 3316938},
    {"local_minima", "gd_scalar_convergence", 4, 704, 14780.9649345, -37126.8171724, 55253.0029},
    {"local_minima", "gd_scalar_convergence_to_local_minimum", 4, 704, 17407.8442087, -36634.1854216, 55253.0029},
    {"local_minima", "sgd_escape", 5, 1005, 33203.1158786, -26904.8201513, 55353.0036},
    {"adam_on_text", "cnns", 70, 810, 52415.1493686, NAN, 9821929.0216},
    {"adam_on_text", "text_by_frequency", 10, 110, 7201.75753044, NAN, 607501},
    {"deep_initialisation", "converge_22layers", 34, 714, 58210.5694808, NAN, 10931.0108},
    {"deep_initialisation", "converge_30layers", 34, 714, 58210.5694808, NAN, 10931.0108},
    {"loss_landscapes", "Line_projection_No_Dropout", 64, 1984, 1667.18374172, NAN, 51552.0176},
    {"loss_landscapes", "Line_projection_Dropout_0", 64, 1984, 1667.18374172, NAN, 51552.0176},
    {"loss_landscapes", "paths", 32, 352, 16292.3456474, NAN, 9656.0088},
    {"loss_landscapes", "plane_projection", 0, 2601, 0, 0, 0},
    {"grokking", "grokking", 34, 816, 59735.7522533, NAN, 10931.0108},
    {"width_of_minima", "sam_a", 5, 505, 24456.3594968, -26976.385918, 88508.0014},
    {"width_of_minima", "sam_b", 8, 1010, 48936.2669348, -53702.1384135, 275957.003},
    {"width_of_minima", "sam_c", 3, 1004, 62641.46584, 63632.0105348, 33112},
    {"width_of_minima", "sgd_local_divergence", 5, 741, 38910.8786595, -27422.3695339, 11337.0008},
    {"double_descent", "dd", 2, 150, 10616.5291966, 12586.2741537, 132},
    {"double_descent", "gaussian", 3, 104, 7280.20563826, 5764.88957914, 55242},
};

/* Each number has its say whatever its size and its place, and a rounding error around 0 has none. */
static double weighed(double number, size_t place) {
    return isfinite(number) ? (1 + (double)(place % 7)) * asinh(1e6 * number) : 0;
}
static void add(struct drawn *d, const double (*points)[2], size_t count) {
    for (size_t i = 0; i < count; i++) {
        d->x += weighed(points[i][0], i);
        d->y += weighed(points[i][1], i);
    }
    d->strokes++;
    d->points += count;
}

static struct drawn of_picture(const struct theorem *t, const struct picture *p) {
    struct drawn d = {t->id, p->name, 0, 0, 0, 0, 0};
    struct canvas c = {0};
    p->draw(&c, p->with);
    for (size_t i = 0; i < c.count; i++) {
        const struct stroke *s = &c.strokes[i];
        cr_expect(!s->pen.name[0] || s->pen.name[1] || strpbrk(s->name[0], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
                  "%s/%s: '%s' is no name, and in English alone", t->id, p->name, s->name[0]);
        add(&d, (const double(*)[2])s->points, s->count);
        d.looks += (double)((i + 1) * (s->pen.panel * 3 + s->pen.kind * 7 + s->pen.colour * 11 + s->pen.dashed * 13 +
                                       (size_t) !*s->name[0] * 17)) +
                   s->pen.warmth + 1e-3 * s->pen.weight;
    }
    for (size_t i = 0; i < c.tic_count; i++)
        add(&d, &(const double[2]){c.tics[i].at, (double)(c.tics[i].panel * 3 + (c.tics[i].axis == 'y'))}, 1);
    canvas_clear(&c);
    return d;
}

static struct drawn of_map(const struct theorem *t, const struct map *m) {
    struct drawn d = {t->id, m->name, 0, 0, 0, 0, 0};
    enum { MOST = 400, GRID = 12 };
    static double points[MOST][2];
    for (size_t p = 0; p < m->path_count; p++) add(&d, (const double(*)[2])points, m->path(p, MOST, points));
    if (m->fill) {
        double *heights = allocate(m->side * m->side, sizeof *heights);
        m->fill(m, heights);
        for (size_t i = 0; i < m->side * m->side; i++) d.points += isfinite(heights[i]) != 0;
        free(heights);
    }
    for (int i = 0; i <= GRID && m->height; i++)
        for (int j = 0; j <= GRID; j++)
            d.looks += weighed(m->height(m->low[0] + (m->high[0] - m->low[0]) * i / GRID,
                                         m->low[1] + (m->high[1] - m->low[1]) * j / GRID),
                               (size_t)(i + 5 * j));
    return d;
}

static void compare(struct drawn now, size_t *known) {
    struct drawn was = {0};
    for (size_t i = 0; i < COUNT(seen); i++)
        if (strcmp(seen[i].theorem, now.theorem) == 0 && strcmp(seen[i].name, now.name) == 0) was = seen[i];
    double room = 1e-3 + 1e-6 * (double)now.points;
    *known += was.name != NULL;
    cr_expect(
        was.name && was.strokes == now.strokes && was.points == now.points && !(fabs(was.x - now.x) > room) &&
            !(fabs(was.y - now.y) > room) && !(fabs(was.looks - now.looks) > room),
        "%s/%s is new, or another picture now: look at it; then\n{\"%s\", \"%s\", %zu, %zu, %.12g, %.12g, %.12g},",
        now.theorem, now.name, now.theorem, now.name, now.strokes, now.points, now.x, now.y, now.looks);
    /* Looks are said, and not computed: a pen that is a twentieth heavier is another. */
    cr_expect(!was.name || fabs(was.looks - now.looks) <= 2e-5, "%s/%s has another look: %.12g, not %.12g", now.theorem,
              now.name, now.looks, was.looks);
}

Test(pictures, are_those_that_were_looked_at) {
    size_t known = 0;
    for (size_t t = 0; t < catalogue.theorem_count; t++) {
        const struct theorem *theorem = catalogue.theorems[t];
        for (size_t i = 0; i < theorem->picture_count; i++) compare(of_picture(theorem, &theorem->pictures[i]), &known);
        for (size_t i = 0; i < theorem->map_count; i++) compare(of_map(theorem, &theorem->maps[i]), &known);
    }
    cr_expect(known == COUNT(seen), "a picture of the list is no more");
}
