/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gnuplot is handed of a map: heights with holes, areas of colour that tile it, paths. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../verify/figures/layout.h"
#include "../verify/numbers/fail.h"

/* Numbers of a block of data, row after row; how many. */
static size_t block(const struct map *m, const char *name, double **numbers) {
    char *text, start[32];
    size_t size, count = 0;
    FILE *stream = open_memstream(&text, &size);
    map_data(stream, m);
    fclose(stream);
    snprintf(start, sizeof start, "$%s << END\n", name);
    const char *at = strstr(text, start);
    cr_assert(at, "no block %s", name);
    at += strlen(start);
    const char *end = strstr(at, "END\n");
    cr_assert(end);
    *numbers = allocate((size_t)(end - at), sizeof **numbers);
    for (char *next; at < end; at = next) {
        double number = strtod(at, &next);
        if (next == at || next > end) break;
        (*numbers)[count++] = number;
    }
    free(text);
    return count;
}

static char *commands(const struct map *m, size_t language) {
    char *text;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    const struct looks looks = {.sizes = style_sizes(640, 400, 0), .unit = 1, .title = true, .words = true};
    map_plot(stream, m, "a map", &looks, language);
    fclose(stream);
    return text;
}

/* No number in the left half, and in the right one 0 along a slanted line. */
static double half(double x, double y) {
    return x < 0 ? NAN : x * x + y - 1;
}

Test(map, a_height_that_is_no_number_leaves_a_hole) {
    const struct map m = {.low = {-1, 0}, .high = {1, 2}, .height = half, .divided = true};
    double *at, *rectangle, far_left = INFINITY;
    size_t heights = block(&m, "H", &at), rectangles = block(&m, "B", &rectangle);
    cr_assert(heights > 0 && heights % 3 == 0 && rectangles > 0 && rectangles % 5 == 0);
    size_t holes = 0;
    for (size_t i = 0; i < heights; i += 3) {
        holes += isnan(at[i + 2]) != 0;
        cr_assert(at[i] < 0 ? isnan(at[i + 2]) : fabs(at[i + 2] - half(at[i], at[i + 1])) < 1e-7);
    }
    cr_assert(holes > heights / 3 / 3);
    for (size_t i = 0; i < rectangles; i += 5) far_left = fmin(far_left, rectangle[i]);
    cr_assert(far_left > -0.01 && far_left <= 0, "areas begin at %g", far_left);
    free(at);
    free(rectangle);
}

/* The rectangle that is drawn last at a point gives it its colour: on the right side of 0, and its height to a band. */
Test(map, areas_tile_the_map_in_the_colours_of_their_heights) {
    const struct map m = {.low = {-1, 0}, .high = {1, 2}, .height = half, .divided = true};
    double *at, *rectangle;
    size_t heights = block(&m, "H", &at), rectangles = block(&m, "B", &rectangle);
    double across = at[3] - at[0]; /* of the grid */
    for (size_t i = 0; i < heights; i += 3 * 37) {
        /* At a point of the grid, and away from all of them. */
        for (int between = 0; between < 2; between++) {
            double x = at[i] + between * 0.4 * across, y = at[i + 1] + between * 0.4 * across, colour = NAN;
            if (x < 0 || x > 1 || y > 2) continue;
            for (size_t r = 0; r < rectangles; r += 5)
                if (rectangle[r] <= x && x <= rectangle[r + 1] && rectangle[r + 2] <= y && y <= rectangle[r + 3])
                    colour = rectangle[r + 4];
            /* From -1 to 2 in bands of 0.25, each in the colour of its middle; a row has the heights of its middle. */
            cr_assert(fabs(colour - half(x, y)) < 0.1251 + between * across, "%g at (%g, %g) has the colour of %g",
                      half(x, y), x, y, colour);
            cr_assert(fabs(half(x, y)) < 1e-6 + between * across || colour * half(x, y) > 0);
        }
    }
    free(at);
    free(rectangle);
}

static double bowl(double x, double y) {
    return x * x + y * y;
}

Test(map, heights_are_logarithms_within_the_limits) {
    const struct map m = {
        .low = {-100, -100}, .high = {100, 100}, .height = bowl, .logarithmic = true, .lowest = 1, .highest = 1000};
    double *at, low = INFINITY, high = -INFINITY;
    size_t heights = block(&m, "H", &at);
    for (size_t i = 2; i < heights; i += 3) {
        low = fmin(low, at[i]);
        high = fmax(high, at[i]);
    }
    cr_assert(low == 0 && high == 3);
    free(at);
}

static const char *const names[][2] = {{"out", "наружу"}, {"nowhere", "никуда"}, {"still", "стоит"}};

/* Leaves the map for good and then the numbers; has none; stays. */
static size_t path(size_t which, size_t most, double (*point)[2]) {
    size_t count = which == 1 ? 0 : 1000;
    cr_assert(count <= most);
    for (size_t i = 0; i < count; i++) {
        point[i][0] = which ? 0.5 + 1e-9 * (double)i : pow(10, (double)i);
        point[i][1] = 0.5;
    }
    return count;
}

Test(map, a_path_ends_where_it_is_no_number_and_is_clipped_by_the_map) {
    const struct map m = {
        .low = {-2, -3}, .high = {1, 2}, .height = bowl, .paths = names, .path_count = 3, .path = path};
    double *points;
    size_t count = block(&m, "P0", &points);
    cr_assert(count == 2 * 309, "%zu numbers", count); /* 10^308 is the last power of 10 that is one */
    cr_assert(points[0] == 1 && points[count - 2] > 9e307);
    free(points);
    cr_assert(block(&m, "P1", &points) == 0);
    free(points);
    cr_assert(block(&m, "P2", &points) == 4, "the first and the last point are enough");
    cr_assert(points[2] > 0.5);
    free(points);
    for (size_t language = 0; language < 2; language++) {
        char *text = commands(&m, language);
        cr_assert(strstr(text, "set xrange [-2:1]\nset yrange [-3:2]\n"));
        for (size_t i = 0; i < 3; i++) cr_assert(strstr(text, names[i][language]));
        free(text);
    }
}

/* Many paths stand in one column beside the map, which is as high as the map at most. */
static size_t one_point(size_t which, size_t most, double (*points)[2]) {
    (void)which, (void)most;
    points[0][0] = points[0][1] = 0.5;
    return 1;
}
Test(map, every_path_is_in_the_key) {
    enum { MANY = 30 };
    static const char *called[MANY][2];
    for (size_t i = 0; i < MANY; i++) called[i][0] = called[i][1] = "a path";
    for (size_t count = 3; count <= MANY; count += MANY - 3) {
        const struct map m = {.low = {-1, 0},
                              .high = {1, 2},
                              .height = half,
                              .paths = (const char *const(*)[2])called,
                              .path_count = count,
                              .path = one_point};
        char *text = commands(&m, 0);
        size_t at = 0;
        while (text[at] && strncmp(text + at, "maxcols 1 samplen 1.2 spacing ", 30) != 0) at++;
        cr_assert(text[at], "the key has one column");
        double spacing = strtod(text + at + 30, NULL);
        cr_expect(spacing * 1.55 * style_sizes(640, 400, 0).tic * (double)(count + 1) < 400);
        cr_expect(count > 3 || spacing > 1);
        free(text);
    }
}
