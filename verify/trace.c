/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trace.h"

#include <errno.h>
#include <stdlib.h>

#include "fail.h"

/* A longer line is a mistake, such as a file whose line ends are missing. */
enum { COLUMNS_MAX = 65536 };

/* Rows of numbers, as many in each. */
struct table {
    double *numbers;
    size_t columns, rows, room;
};

static void add_row(struct table *t, const double row[]) {
    if (t->rows == t->room) {
        size_t room = 2 * t->room + 64;
        double *more = allocate(room * t->columns, sizeof *more);
        if (t->rows) memcpy(more, t->numbers, t->rows * t->columns * sizeof *more);
        free(t->numbers);
        t->numbers = more;
        t->room = room;
    }
    memcpy(t->numbers + t->rows++ * t->columns, row, t->columns * sizeof *row);
}

/* The numbers of one line; how many. */
static size_t read_line(const char *text, size_t line, double row[]) {
    static const char blank[] = " \t\r\n";
    size_t count = 0;
    const char *rest = text + strspn(text, blank);
    while (*rest) {
        int length = (int)strcspn(rest, " \t\r\n,");
        char *end;
        double value = strtod(rest, &end);
        if (end != rest + length || length == 0)
            fail("standard input, line %zu: '%.*s' is not a number", line, length > 40 ? 40 : length, rest);
        if (!isfinite(value)) fail("standard input, line %zu: '%.*s' is not a finite number", line, length, rest);
        if (count == COLUMNS_MAX) fail("standard input, line %zu: more than %d numbers", line, COLUMNS_MAX);
        row[count++] = value;
        rest = end + strspn(end, blank);
        if (*rest != ',') continue;
        rest += 1 + strspn(rest + 1, blank);
        if (!*rest) fail("standard input, line %zu: it ends in a comma", line);
    }
    return count;
}

/* All gradients.  The first line, unless something else has, says how many numbers there are in each. */
static struct table read_gradients(const struct trace *t, FILE *in) {
    struct table gradients = {.columns = t->dim};
    const char *why = t->why;
    double *row = allocate(COLUMNS_MAX, sizeof *row);
    char *text = NULL;
    size_t size = 0, line = 0;
    ssize_t length;
    while ((length = getline(&text, &size, in)) != -1) {
        line++;
        if (strlen(text) != (size_t)length) fail("standard input, line %zu: a zero byte; this is no text", line);
        size_t count = read_line(text, line, row);
        if (count == 0) fail("standard input, line %zu: no numbers; give one gradient a line", line);
        if (!gradients.columns) {
            gradients.columns = count;
            why = "line 1 has";
        }
        if (count != gradients.columns)
            fail("standard input, line %zu: %zu numbers, but %s %zu", line, count, why, gradients.columns);
        add_row(&gradients, row);
    }
    if (*t->interrupted) fail("interrupted; nothing was printed");
    if (ferror(in)) fail("cannot read standard input: %s", strerror(errno));
    if (!gradients.rows) fail("standard input is empty; give one gradient a line");
    free(text);
    free(row);
    return gradients;
}

/* The iterate after each gradient; row k is after k + 1 steps. */
static struct table take_steps(const struct trace *t, const struct table *gradients) {
    size_t dim = gradients->columns;
    struct table iterates = {.columns = dim};
    real *x = allocate(dim, sizeof *x), *g = allocate(dim, sizeof *g), *sum = allocate(dim, sizeof *sum),
         *state = allocate(method_state(t->method, &t->settings, dim), sizeof *state);
    double *row = allocate(dim, sizeof *row), weight = 0;
    for (size_t j = 0; j < dim; j++) x[j] = real_all(t->x_0 ? t->x_0[j] : 0);
    for (size_t k = 0; k < gradients->rows; k++) {
        double alpha = step_size(&t->settings, k);
        weight += alpha;
        for (size_t j = 0; j < dim; j++) {
            g[j] = real_all(gradients->numbers[k * dim + j]);
            sum[j] += alpha * x[j];
        }
        t->method->step(&t->settings, k, dim, x, g, state);
        for (size_t j = 0; j < dim; j++) {
            row[j] = t->average ? sum[j][0] / weight : x[j][0];
            if (!isfinite(row[j]) || !isfinite(x[j][0]))
                fail("standard input, line %zu: coordinate %zu of the iterate is not finite: 0/0 where eps is 0 and so "
                     "are all gradients, or too large a number",
                     k + 1, j + 1);
        }
        add_row(&iterates, row);
    }
    free(x);
    free(g);
    free(sum);
    free(state);
    free(row);
    return iterates;
}

void trace_print(const struct trace *t, FILE *in, FILE *out) {
    struct table gradients = read_gradients(t, in), iterates = take_steps(t, &gradients);
    for (size_t k = 0; k < iterates.rows; k++)
        for (size_t j = 0; j < iterates.columns; j++)
            fprintf(out, "%.17g%c", iterates.numbers[k * iterates.columns + j], j + 1 < iterates.columns ? ' ' : '\n');
    free(gradients.numbers);
    free(iterates.numbers);
}
