/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "iterates.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../numbers/fail.h"

/* Rows of numbers, as many in each: first the gradients, then in their places the iterates. */
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
static size_t read_line(char *text, size_t line, double row[]) {
    static const char blank[] = " \t";
    size_t count = 0, end_of_line = strcspn(text, "\n");
    if (end_of_line > 0 && text[end_of_line - 1] == '\r') end_of_line--;
    text[end_of_line] = 0;
    const char *rest = text + strspn(text, blank);
    while (*rest) {
        size_t length = strcspn(rest, " \t,");
        int shown = length > 40 ? 40 : (int)length;
        char *end;
        double value = strtod(rest, &end);
        if (end != rest + length || length == 0)
            fail("standard input, line %zu: '%.*s' is not a number", line, shown, rest);
        if (!isfinite(value)) fail("standard input, line %zu: '%.*s' is not a finite number", line, shown, rest);
        if (count == TRACE_NUMBERS_MAX) fail("standard input, line %zu: more than %d numbers", line, TRACE_NUMBERS_MAX);
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
    double *row = allocate(TRACE_NUMBERS_MAX, sizeof *row);
    char *text = NULL;
    size_t size = 0, line = 0;
    ssize_t length;
    while (!*t->interrupted && (length = getline(&text, &size, in)) != -1) {
        line++;
        if (strlen(text) != (size_t)length) fail("standard input, line %zu: a zero byte; this is no text", line);
        size_t count = read_line(text, line, row);
        if (count == 0) fail("standard input, line %zu: no numbers; give one gradient a line", line);
        if (!gradients.columns) {
            gradients.columns = count;
            why = "line 1 has";
        }
        if (count != gradients.columns)
            fail("standard input, line %zu: %zu number%s, but %s %zu", line, count, count == 1 ? "" : "s", why,
                 gradients.columns);
        add_row(&gradients, row);
    }
    if (*t->interrupted) fail("interrupted; nothing was printed");
    if (ferror(in)) fail("cannot read standard input: %s", strerror(errno));
    if (!gradients.rows) fail("standard input is empty; give one gradient a line");
    free(text);
    free(row);
    return gradients;
}

/* Put the iterate after each gradient in the gradient's place. */
static void take_steps(const struct trace *t, struct table *rows) {
    size_t dim = rows->columns, states = method_state(t->method, &t->settings, dim);
    real *x = allocate(dim, sizeof *x), *g = allocate(dim, sizeof *g), *sum = allocate(dim, sizeof *sum),
         *state = allocate(states, sizeof *state);
    double weight = 0;
    for (size_t j = 0; j < dim; j++) x[j] = real_all(t->x_0 ? t->x_0[j] : 0);
    for (size_t k = 0; k < rows->rows; k++) {
        double alpha = step_size(&t->settings, k), *row = rows->numbers + k * dim;
        if (*t->interrupted) fail("interrupted; nothing was printed");
        if (!(alpha > 0) || !isfinite(alpha))
            fail("step %zu has the size %g; it must be positive and finite", k, alpha);
        weight += alpha;
        for (size_t j = 0; j < dim; j++) {
            g[j] = real_all(row[j]);
            sum[j] += alpha * x[j];
        }
        t->method->step(&t->settings, k, dim, x, g, state);
        for (size_t e = 0; e < states; e++)
            if (!isfinite(state[e][0]))
                fail("standard input, line %zu: what %s keeps of the gradients is no longer finite; they are too large",
                     k + 1, t->method->id);
        for (size_t j = 0; j < dim; j++) {
            row[j] = t->average ? sum[j][0] / weight : x[j][0];
            if (!isfinite(row[j]) || !isfinite(x[j][0]))
                fail("standard input, line %zu: coordinate %zu of the iterate is %s", k + 1, j + 1,
                     isnan(x[j][0]) ? "0/0: so far its gradients, or their squares, are 0, and so is eps"
                                    : "no longer finite: the step is too large");
        }
    }
    free(x);
    free(g);
    free(sum);
    free(state);
}

void trace_print(const struct trace *t, FILE *in, FILE *out) {
    struct table rows = read_gradients(t, in);
    take_steps(t, &rows);
    for (size_t k = 0; k < rows.rows && !ferror(out); k++) {
        if (*t->interrupted) fail("interrupted after %zu of %zu lines", k, rows.rows);
        for (size_t j = 0; j < rows.columns; j++)
            fprintf(out, "%.17g%c", rows.numbers[k * rows.columns + j], j + 1 < rows.columns ? ' ' : '\n');
    }
    free(rows.numbers);
}
