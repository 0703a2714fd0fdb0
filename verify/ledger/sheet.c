/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../numbers/array.h"
#include "../numbers/fail.h"

enum { CELL_MAX = 1 << 16, COLUMNS_MAX = 4096 };

/* ---- records ---- */

struct reader {
    FILE *file;
    const char *name;
    size_t line, first; /* the line being read, and the one on which the record began */
    char *text;         /* cells of the record, each ended by a 0 */
    size_t used, room;
    size_t *cell; /* where they begin */
    bool *quoted;
    size_t cells;
};

static void put(struct reader *r, int c) {
    if (r->used - r->cell[r->cells - 1] == CELL_MAX)
        fail("%s: line %zu, column %zu: the cell is longer than %d bytes", r->name, r->first, r->cells, CELL_MAX);
    if (r->used == r->room) {
        r->room = 2 * r->room + 256;
        r->text = realloc(r->text, r->room);
        if (!r->text) fail("out of memory");
    }
    r->text[r->used++] = (char)c;
}

static void begin_cell(struct reader *r) {
    if (r->cells == COLUMNS_MAX) fail("%s: line %zu: more than %d columns", r->name, r->first, COLUMNS_MAX);
    r->quoted[r->cells] = false;
    r->cell[r->cells++] = r->used;
}

/* Blanks around a cell without quotes are no part of it. */
static void end_cell(struct reader *r) {
    size_t start = r->cell[r->cells - 1], end = r->used;
    while (!r->quoted[r->cells - 1] && end > start && strchr(" \t", r->text[end - 1])) end--;
    r->used = end;
    put(r, 0);
}

/* After the opening quote, to the character behind the closing one. */
static int read_quoted(struct reader *r) {
    size_t opened = r->line;
    r->quoted[r->cells - 1] = true;
    for (int c;;) {
        c = getc_unlocked(r->file);
        if (c == EOF) fail("%s: line %zu, column %zu: the quote is never closed", r->name, opened, r->cells);
        if (c == '\n') r->line++;
        if (c == '"' && (c = getc_unlocked(r->file)) != '"') {
            while (c == ' ' || c == '\t') c = getc_unlocked(r->file);
            if (c != ',' && c != '\r' && c != '\n' && c != EOF)
                fail("%s: line %zu, column %zu: text after the closing quote", r->name, r->line, r->cells);
            return c;
        }
        if (!c) fail("%s: line %zu, column %zu: a zero byte; this is no text", r->name, r->line, r->cells);
        put(r, c);
    }
}

/* To the comma or the end of the line. */
static int read_cell(struct reader *r) {
    begin_cell(r);
    int c = getc_unlocked(r->file);
    while (c == ' ' || c == '\t') c = getc_unlocked(r->file);
    if (c == '"') {
        c = read_quoted(r);
    } else {
        for (; c != ',' && c != '\r' && c != '\n' && c != EOF; c = getc_unlocked(r->file)) {
            if (c == '"')
                fail("%s: line %zu, column %zu: a quote within a cell that has none around it", r->name, r->line,
                     r->cells);
            if (!c) fail("%s: line %zu, column %zu: a zero byte; this is no text", r->name, r->line, r->cells);
            put(r, c);
        }
    }
    end_cell(r);
    if (c == '\r' && (c = getc_unlocked(r->file)) != '\n' && c != EOF) {
        ungetc(c, r->file);
        c = '\n'; /* ends of lines as on old Macs */
    }
    return c;
}

/* The next record that is not an empty line; false at the end. */
static bool read_record(struct reader *r) {
    for (;;) {
        int c;
        r->first = ++r->line;
        r->used = r->cells = 0;
        do c = read_cell(r);
        while (c == ',');
        if (ferror(r->file)) fail("cannot read %s: %s", r->name, strerror(errno));
        bool empty = r->cells == 1 && !r->text[0] && !r->quoted[0];
        if (!empty) return true;
        if (c == EOF) return false;
    }
}

static const char *cell_of(const struct reader *r, size_t i) {
    return r->text + r->cell[i];
}

/* Past the mark that some programs begin UTF-8 with. */
static void skip_mark(struct reader *r) {
    int c = getc_unlocked(r->file);
    if (c == 0xFF || c == 0xFE) fail("%s: this looks like UTF-16; save it as UTF-8", r->name);
    if (c != 0xEF) {
        if (c != EOF) ungetc(c, r->file);
        return;
    }
    if (getc_unlocked(r->file) != 0xBB || getc_unlocked(r->file) != 0xBF)
        fail("%s: line 1: this is not UTF-8", r->name);
}

/* ---- numbers ---- */

static char *kept_text(const char *text) {
    char *copy = allocate(strlen(text) + 1, 1);
    return strcpy(copy, text);
}

/* Decimal, with a point; nothing that strtod knows besides. */
static bool is_number(const char *text, double *out) {
    char *end;
    *out = strtod(text, &end);
    return *text && !*end && strspn(text, "0123456789.+-eE") == strlen(text);
}

/* Squares of squares of numbers, and their sums, are finite. */
static const double largest_number = 1e60;

static double number_in(const struct reader *r, size_t column, const char *name) {
    const char *text = cell_of(r, column);
    double value;
    if (!*text) fail("%s: line %zu, column %zu '%.60s': the cell is empty", r->name, r->first, column + 1, name);
    if (!is_number(text, &value))
        fail("%s: line %zu, column %zu '%.60s': '%.40s' is not a number%s", r->name, r->first, column + 1, name, text,
             strchr(text, ',') ? "; decimals take a point: 0.5" : "");
    if (!(fabs(value) <= largest_number))
        fail("%s: line %zu, column %zu '%.60s': %.40s is beyond 1e60", r->name, r->first, column + 1, name, text);
    return value;
}

/* Text that stands for a number that is missing, or would be one elsewhere: no reason to take its column for one of words. */
static bool is_spoilt_number(const char *text) {
    static const char *const missing[] = {"", "na", "n/a", "nan", "null", "none", "inf", "infinity", "?", "-", "."};
    char low[16] = "";
    if (strchr("+-", *text) && *text && text[1]) text++;
    for (size_t i = 0; text[i] && i + 1 < sizeof low; i++)
        low[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]);
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
        if (strcmp(low, missing[i]) == 0 && strlen(text) == strlen(low)) return true;
    return strspn(text, "0123456789,.") == strlen(text); /* 0,5 */
}

/* ---- header ---- */

/* What each column is for. */
enum { LABEL = -1, LEFT_OUT = -2 };
struct columns {
    char **name;
    int *use; /* the number of the feature, or one of the two above */
    size_t count, label;
};

static void check_header(const struct reader *r, const struct columns *c) {
    bool numbers = true;
    for (size_t i = 0; i < c->count; i++) {
        double value;
        if (!*c->name[i]) fail("%s: line %zu, column %zu: the name is empty", r->name, r->first, i + 1);
        numbers &= is_number(c->name[i], &value);
        for (size_t j = 0; j < i; j++)
            if (strcmp(c->name[i], c->name[j]) == 0)
                fail("%s: line %zu: columns %zu and %zu have the same name, '%.60s'", r->name, r->first, j + 1, i + 1,
                     c->name[i]);
    }
    if (numbers) fail("%s: line %zu: all names are numbers; the first line must be a header", r->name, r->first);
    if (c->count == 1 && strpbrk(c->name[0], ";\t"))
        fail("%s: line %zu: one column, '%.60s'; commas must separate columns", r->name, r->first, c->name[0]);
}

static struct columns read_header(struct reader *r, const struct sheet_request *q) {
    if (!read_record(r)) fail("%s: the file is empty; it needs a header and rows", r->name);
    struct columns c = {.name = allocate(r->cells, sizeof *c.name),
                        .use = allocate(r->cells, sizeof *c.use),
                        .count = r->cells,
                        .label = r->cells - 1};
    for (size_t i = 0; i < c.count; i++) c.name[i] = kept_text(cell_of(r, i));
    check_header(r, &c);
    if (q->label) {
        for (c.label = 0; c.label < c.count && strcmp(c.name[c.label], q->label) != 0;) c.label++;
        if (c.label == c.count) {
            char all[400] = "";
            for (size_t i = 0; i < c.count && strlen(all) < sizeof all - 80; i++)
                snprintf(all + strlen(all), sizeof all - strlen(all), "%s%.60s", i ? ", " : "", c.name[i]);
            fail("--label %.60s: %s has no such column; it has %s", q->label, r->name, all);
        }
    }
    return c;
}

/* By the first row: a column of numbers is a feature. */
static void sort_columns(const struct reader *r, const struct sheet_request *q, struct columns *c, struct sheet *t) {
    for (size_t i = 0; i < c->count; i++) {
        double value;
        const char *text = cell_of(r, i);
        if (i == c->label) {
            c->use[i] = LABEL;
        } else if (is_number(text, &value) || is_spoilt_number(text)) {
            t->feature = array_grown(t->feature, t->data.features, sizeof *t->feature);
            t->feature[t->data.features] = kept_text(c->name[i]);
            c->use[i] = (int)t->data.features++;
        } else {
            t->left_out = array_grown(t->left_out, t->left_out_count, sizeof *t->left_out);
            t->left_out[t->left_out_count++] = kept_text(c->name[i]);
            c->use[i] = LEFT_OUT;
        }
    }
    if (q->intercept) {
        t->feature = array_grown(t->feature, t->data.features, sizeof *t->feature);
        t->feature[t->data.features++] = kept_text("intercept");
    }
    if (!t->data.features)
        fail("%s: no column beside the label '%.60s' holds numbers; --intercept fits a constant alone", r->name,
             c->name[c->label]);
    if (t->data.features > FEATURES_MAX)
        fail("%s: %zu features; at most %d can be used", r->name, t->data.features, FEATURES_MAX);
}

/* ---- labels ---- */

/* The number of a class; numbers are the same class however they are written. */
static double class_in(const struct reader *r, size_t column, const char *name, struct sheet *t,
                       const struct model *model) {
    const char *text = cell_of(r, column);
    char standard[32];
    double value;
    if (!*text) fail("%s: line %zu, column %zu '%.60s': the cell is empty", r->name, r->first, column + 1, name);
    if (is_number(text, &value)) {
        value += 0.0; /* of two zeros one */
        snprintf(standard, sizeof standard, "%.15g", value);
        if (strtod(standard, NULL) < value || strtod(standard, NULL) > value)
            snprintf(standard, sizeof standard, "%.17g", value);
        text = standard;
    }
    for (size_t i = 0; i < t->data.classes; i++)
        if (strcmp(t->class[i], text) == 0) return (double)i;
    if (t->data.classes == model->most)
        fail("%s: line %zu, column %zu '%.60s': '%.40s' is value number %zu, after %.40s, %.40s%s; %s takes %s",
             r->name, r->first, column + 1, name, text, model->most + 1, t->class[0], t -> class[1],
             model -> most > 2 ? ", ..." : "", model->id,
             model->most > 2 ? "64 classes at most" : "two classes, softmax any number");
    t->class = array_grown(t->class, t->data.classes, sizeof *t->class);
    t->class[t->data.classes] = kept_text(text);
    return (double)t->data.classes++;
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}
static int by_size(const void *a, const void *b) {
    double x = strtod(*(char *const *)a, NULL), y = strtod(*(char *const *)b, NULL);
    return (x > y) - (x < y);
}

/* Classes come in an order that does not depend on that of the rows. */
static void order_classes(struct sheet *t) {
    size_t k = t->data.classes, n = t->data.features;
    bool numbers = true;
    double rank[CLASSES_MAX], value;
    char *before[CLASSES_MAX];
    for (size_t i = 0; i < k; i++) {
        before[i] = t->class[i];
        numbers &= is_number(t->class[i], &value);
    }
    qsort(t->class, k, sizeof *t->class, numbers ? by_size : by_text);
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++)
            if (t->class[j] == before[i]) rank[i] = (double)j;
    for (size_t i = 0; i < t->data.rows; i++) {
        double *label = &t->data.row[i * dataset_stride(&t->data) + n];
        *label = rank[(size_t)*label];
    }
}

/* ---- features ---- */

/* Which of them are constant; if asked for, the others to mean 0 and mean square 1.  The mean first, so that the squares are
 * of small numbers. */
static void finish_features(struct sheet *t, bool standardize) {
    struct dataset *s = &t->data;
    size_t stride = dataset_stride(s);
    t->constant = allocate(s->features, sizeof *t->constant);
    for (size_t j = 0; j < s->features; j++) {
        double low = INFINITY, high = -INFINITY, sum = 0, squares = 0, *x = s->row + j;
        for (size_t i = 0; i < s->rows; i++) {
            low = fmin(low, x[i * stride]);
            high = fmax(high, x[i * stride]);
        }
        t->constant[j] = low == high;
        if (t->constant[j] || !standardize) continue;
        for (size_t i = 0; i < s->rows; i++) sum += x[i * stride] - low;
        double mean = low + sum / (double)s->rows;
        for (size_t i = 0; i < s->rows; i++) squares += (x[i * stride] - mean) * (x[i * stride] - mean);
        double deviation = sqrt(squares / (double)s->rows);
        if (!(deviation > 0)) continue;
        for (size_t i = 0; i < s->rows; i++) x[i * stride] = (x[i * stride] - mean) / deviation;
    }
}

/* ---- the table ---- */

/* Room for one more row: twice as much where it is full. */
static double *next_row(struct dataset *s, size_t *room) {
    size_t stride = dataset_stride(s);
    if (s->rows == *room) {
        *room = *room ? 2 * *room : 1024;
        s->row = realloc(s->row, *room * stride * sizeof *s->row);
        if (!s->row) fail("out of memory after %zu rows", s->rows);
    }
    double *row = s->row + s->rows++ * stride;
    memset(row, 0, stride * sizeof *row);
    return row;
}

static void read_rows(struct reader *r, const struct sheet_request *q, struct columns *c, struct sheet *t) {
    enum { ROWS_UNHEARD = 4096 };
    size_t room = 0;
    while (read_record(r)) {
        if (r->cells != c->count)
            fail("%s: line %zu: %zu columns, where the header has %zu%s", r->name, r->first, r->cells, c->count,
                 r->cells > c->count ? "; decimals take a point" : "");
        if (!t->data.rows) sort_columns(r, q, c, t);
        double *row = next_row(&t->data, &room);
        for (size_t i = 0; i < c->count; i++)
            if (c->use[i] == LABEL)
                row[t->data.features] =
                    q->model->classes ? class_in(r, i, c->name[i], t, q->model) : number_in(r, i, c->name[i]);
            else if (c->use[i] != LEFT_OUT)
                row[c->use[i]] = number_in(r, i, c->name[i]);
        if (q->intercept) row[t->data.features - 1] = 1;
        if (t->data.rows % ROWS_UNHEARD == 0 && q->interrupted && *q->interrupted)
            fail("interrupted; nothing was written");
    }
}

struct sheet sheet_read(const struct sheet_request *q) {
    bool standard = strcmp(q->path, "-") == 0;
    struct reader r = {.name = standard ? "standard input" : q->path,
                       .cell = allocate(COLUMNS_MAX, sizeof *r.cell),
                       .quoted = allocate(COLUMNS_MAX, sizeof *r.quoted)};
    r.file = standard ? stdin : fopen(q->path, "r");
    if (!r.file) fail("--data %.400s: %s", q->path, strerror(errno));
    skip_mark(&r);
    struct sheet t = {.name = r.name};
    struct columns c = read_header(&r, q);
    read_rows(&r, q, &c, &t);
    if (!t.data.rows) fail("%s: there is no row below the header", r.name);
    if (q->model->classes && t.data.classes < 2)
        fail("%s: column '%.60s' holds one value only, '%.40s'; %s needs two", r.name, c.name[c.label], t.class[0],
             q -> model -> id);
    if (q->model->classes) order_classes(&t);
    finish_features(&t, q->standardize);
    t.label = kept_text(c.name[c.label]);
    for (size_t i = 0; i < c.count; i++) free(c.name[i]);
    free(c.name);
    free(c.use);
    free(r.text);
    free(r.cell);
    free(r.quoted);
    if (!standard) fclose(r.file);
    return t;
}

void sheet_free(struct sheet *t) {
    for (size_t i = 0; i < t->data.features; i++) free(t->feature[i]);
    for (size_t i = 0; i < t->left_out_count; i++) free(t->left_out[i]);
    for (size_t i = 0; i < t->data.classes; i++) free(t->class[i]);
    free(t->feature);
    free(t->left_out);
    free(t->class);
    free(t->constant);
    free(t->label);
}
