/* Comma-separated values (RFC 4180): a field with a comma or a quote stands in quotes, and quotes within it are doubled.
 * Fields here hold no line ends. */
#ifndef DESCENT_CSV_H
#define DESCENT_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* One field, and before it a comma unless it is the first. */
void csv_text(FILE *, bool first, const char *text);
/* A number that reads back as it is; an empty field where it does not apply. */
void csv_number(FILE *, double value, bool applies);
void csv_whole(FILE *, size_t value);

/* Cut a line into its fields, in place; `most` of them at most.  How many there are, most + 1 if it has more. */
size_t csv_cut(char *line, char *field[], size_t most);

#endif
