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

/* Whether these characters may be one number with a decimal comma, or two: digits, a comma, digits, and no point. */
static bool is_ambiguous(const char *word) {
    size_t sign = strspn(word, "+-"), first = strspn(word + sign, "0123456789");
    const char *comma = word + sign + first;
    size_t second = *comma == ',' ? strspn(comma + 1, "0123456789") : 0;
    return first && second && strcspn(comma + 1, " \t,") == second && comma[1 + second] != ',';
}

/* The numbers of one line; how many. */
static size_t read_line(char *text, size_t line, double row[]) {
    static const char mark[] = "\xef\xbb\xbf"; /* of byte order, which some editors put first */
    if (line == 1 && strncmp(text, mark, strlen(mark)) == 0) text += strlen(mark);
    static const char blank[] = " \t";
    size_t count = 0, end_of_line = strcspn(text, "\n");
    if (end_of_line > 0 && text[end_of_line - 1] == '\r') end_of_line--;
    text[end_of_line] = 0;
    const char *rest = text + strspn(text, blank);
    while (*rest) {
        size_t length = strcspn(rest, " \t,");
        int shown = length > 40 ? 40 : (int)length;
        char *end;
        if ((rest == text || rest[-1] != ',') && is_ambiguous(rest))
            fail("standard input, line %zu: '%.*s' may be one number or two; write a decimal point, or a blank after "
                 "the "
                 "comma",
                 line, (int)strcspn(rest, blank), rest);
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

/* What made an iterate NaN or infinite, where the method's state is finite. */
static const char *why_not_finite(const struct method *m, double x) {
    if (!isnan(x)) return "no longer finite: the step is too large";
    return m->matrices
               ? "unknown: squares of the gradient, or of its small singular values beside the largest, are lost "
                 "to rounding; a larger eps makes up for them"
               : "unknown: so far its gradients are 0, and so is eps, or they are too small for an average of them to "
                 "keep "
                 "its digits";
}

/* Put the iterate after each gradient in the gradient's place, and go on from where `at` stands. */
static void take_steps(const struct trace *t, struct table *rows, struct progress *at) {
    size_t dim = rows->columns;
    real *g = allocate(dim, sizeof *g);
    for (size_t line = 1; line <= rows->rows; line++, at->steps++) {
        double alpha = step_size(&t->settings, at->steps), *row = rows->numbers + (line - 1) * dim;
        if (*t->interrupted) fail("interrupted; nothing was printed");
        if (!(alpha > 0) || !isfinite(alpha))
            fail("step %zu has the size %g; it must be positive and finite", at->steps, alpha);
        compensated_add(&at->weight, real_all(alpha));
        for (size_t j = 0; j < dim; j++) {
            g[j] = real_all(row[j]);
            compensated_add(&at->sum[j], alpha * at->x[j]);
        }
        t->method->step(&t->settings, at->steps, dim, at->x, g, at->state);
        for (size_t e = 0; e < at->states; e++)
            if (!isfinite(at->state[e][0]))
                fail("standard input, line %zu: what %s keeps of the gradients is no longer finite; they are too large",
                     line, t->method->id);
        for (size_t j = 0; j < dim; j++) {
            double x = at->x[j][0];
            row[j] = t->average ? compensated_value(&at->sum[j])[0] / compensated_value(&at->weight)[0] : x;
            if (!isfinite(row[j]) || !isfinite(x))
                fail("standard input, line %zu: coordinate %zu of the iterate is %s", line, j + 1,
                     why_not_finite(t->method, x));
        }
    }
    free(g);
}

struct progress progress_new(size_t dim, size_t states) {
    return (struct progress){.dim = dim,
                             .states = states,
                             .x = allocate(dim, sizeof(real)),
                             .sum = allocate(dim, sizeof(struct compensated)),
                             .state = allocate(states, sizeof(real))};
}

void progress_free(struct progress *p) {
    free(p->x);
    free(p->sum);
    free(p->state);
}

void trace_print(const struct trace *t, struct progress *at, FILE *in, FILE *out) {
    struct table rows = read_gradients(t, in);
    if (!at->x) {
        *at = progress_new(rows.columns, method_state(t->method, &t->settings, rows.columns));
        for (size_t j = 0; j < at->dim; j++) at->x[j] = real_all(t->x_0 ? t->x_0[j] : 0);
    }
    take_steps(t, &rows, at);
    for (size_t k = 0; k < rows.rows && !ferror(out); k++) {
        if (*t->interrupted) fail("interrupted after %zu of %zu lines", k, rows.rows);
        for (size_t j = 0; j < rows.columns; j++)
            fprintf(out, "%.17g%c", rows.numbers[k * rows.columns + j], j + 1 < rows.columns ? ' ' : '\n');
    }
    free(rows.numbers);
}
