/* Tables of numbers that were measured elsewhere: the files of data/.
 *
 * They lie in the folder that the environment variable DESCENT_DATA names, or in data/ of the sources that the program was
 * built from.  A file that is missing or damaged ends the program with one line that names the file, the line and the column.
 */
#ifndef DESCENT_TABLE_H
#define DESCENT_TABLE_H

#include <stddef.h>

struct table;

/* Where a file of data/ lies, into PATH_LENGTH bytes (replace.h). */
void table_path(char path[], const char *name);
/* Give up: a file of data/ cannot be read, for the reason that errno holds. */
_Noreturn void table_unreadable(const char *path);

/* Read a file, whose first line must be this header.  Every other line has as many fields, and ends. */
struct table *table_read(const char *name, const char *header);
void table_free(struct table *);

size_t table_rows(const struct table *);
size_t table_columns(const struct table *);
/* The name of a column. */
const char *table_heading(const struct table *, size_t column);
const char *table_text(const struct table *, size_t row, size_t column);
/* A finite decimal number; fails if the field is none. */
double table_number(const struct table *, size_t row, size_t column);
/* The number of days from 1970-01-01 to a date that is written so; fails if the field is none. */
double table_days(const struct table *, size_t row, size_t column);

/* The only row that has this text in a column; fails if there is none, or another one. */
size_t table_find(const struct table *, size_t column, const char *text);

/* Fail for what is wrong with a field. */
_Noreturn void table_refuse(const struct table *, size_t row, size_t column, const char *what);

#endif
