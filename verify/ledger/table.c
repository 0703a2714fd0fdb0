/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table.h"

#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../numbers/array.h"
#include "../numbers/fail.h"
#include "csv.h"
#include "replace.h"
#include "version.h"

enum { COLUMNS_MAX = 32 };

/* A line of a file, cut. */
struct record {
    char *line;
    char *field[COLUMNS_MAX];
};

struct table {
    char path[PATH_LENGTH];
    struct record heading;
    size_t columns;
    struct record *rows;
    size_t row_count;
};

/* The next line without its end; false at the end of the file. */
static bool next_line(const struct table *t, FILE *file, size_t number, char **line) {
    size_t size = 0;
    *line = NULL;
    ssize_t length = getline(line, &size, file);
    if (length < 0) {
        free(*line);
        if (!feof(file)) fail("cannot read %s: %s", t->path, strerror(errno));
        return false;
    }
    if (strlen(*line) != (size_t)length) fail("%s, line %zu: not a line of text", t->path, number);
    if ((*line)[length - 1] != '\n') fail("%s, line %zu: the file ends within the line", t->path, number);
    (*line)[length - 1] = 0;
    return true;
}

void table_path(char path[], const char *name) {
    const char *given = getenv("DESCENT_DATA");
    path_join(path, given ? given : DESCENT_DATA, name);
}

void table_unreadable(const char *path) {
    fail("cannot read %s: %s; DESCENT_DATA names the folder of the data", path, strerror(errno));
}

struct table *table_read(const char *name, const char *header) {
    struct table *t = allocate(1, sizeof *t);
    table_path(t->path, name);
    FILE *file = fopen(t->path, "r");
    if (!file) table_unreadable(t->path);
    if (!next_line(t, file, 1, &t->heading.line) || strcmp(t->heading.line, header) != 0)
        fail("%s, line 1: the columns should be %s", t->path, header);
    t->columns = csv_cut(t->heading.line, t->heading.field, COLUMNS_MAX);
    if (t->columns > COLUMNS_MAX) fail("%s, line 1: more than %d columns", t->path, COLUMNS_MAX);
    struct record record;
    while (next_line(t, file, t->row_count + 2, &record.line)) {
        size_t fields = csv_cut(record.line, record.field, t->columns);
        if (fields < t->columns)
            fail("%s, line %zu: it ends before the column %s", t->path, t->row_count + 2, t->heading.field[fields]);
        if (fields > t->columns)
            fail("%s, line %zu: it goes on after the last column, %s", t->path, t->row_count + 2,
                 t->heading.field[t->columns - 1]);
        t->rows = array_grown(t->rows, t->row_count, sizeof record);
        t->rows[t->row_count++] = record;
    }
    fclose(file);
    if (!t->row_count) fail("%s, line 2: there is none", t->path);
    return t;
}

void table_free(struct table *t) {
    for (size_t row = 0; row < t->row_count; row++) free(t->rows[row].line);
    free(t->rows);
    free(t->heading.line);
    free(t);
}

size_t table_rows(const struct table *t) {
    return t->row_count;
}

size_t table_columns(const struct table *t) {
    return t->columns;
}

const char *table_heading(const struct table *t, size_t column) {
    return t->heading.field[column];
}

const char *table_text(const struct table *t, size_t row, size_t column) {
    return t->rows[row].field[column];
}

void table_refuse(const struct table *t, size_t row, size_t column, const char *what) {
    fail("%s, line %zu, column %s: '%.40s' %s", t->path, row + 2, t->heading.field[column], t->rows[row].field[column],
         what);
}

size_t table_find(const struct table *t, size_t column, const char *text) {
    size_t found = t->row_count;
    for (size_t row = 0; row < t->row_count; row++) {
        if (strcmp(table_text(t, row, column), text) != 0) continue;
        if (found < t->row_count) table_refuse(t, row, column, "is there twice");
        found = row;
    }
    if (found == t->row_count) fail("%s, column %s: '%s' is missing", t->path, t->heading.field[column], text);
    return found;
}

double table_number(const struct table *t, size_t row, size_t column) {
    const char *text = table_text(t, row, column);
    char *end;
    double value = strtod(text, &end);
    /* strtod takes blanks, hexadecimal digits and words for infinity too. */
    if (!*text || *end || text[strspn(text, "+-.0123456789eE")] || !isfinite(value))
        table_refuse(t, row, column, "is not a number");
    return value;
}

double table_days(const struct table *t, size_t row, size_t column) {
    static const int length[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const char *text = table_text(t, row, column);
    int year = 0, month = 0, day = 0, used = 0;
    bool read = sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3 && used == 10 && !text[10];
    bool known = read && text[strspn(text, "-0123456789")] == 0 && year >= 1970 && month >= 1 && month <= 12;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (!known || day < 1 || day > length[month - 1] + (month == 2 && leap))
        table_refuse(t, row, column, "is not a date such as 2024-05-28");
    int leaps = (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 - 477; /* before this year, since 1970 */
    int days = 365 * (year - 1970) + leaps + (month > 2 && leap) + day - 1;
    for (int m = 1; m < month; m++) days += length[m - 1];
    return days;
}
