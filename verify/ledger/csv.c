/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv.h"

#include <string.h>

void csv_text(FILE *file, bool first, const char *text) {
    if (!first) fputc(',', file);
    bool plain = !strpbrk(text, ",\"");
    if (!plain) fputc('"', file);
    for (; *text; text++) {
        if (*text == '"') fputc('"', file);
        fputc(*text, file);
    }
    if (!plain) fputc('"', file);
}

void csv_number(FILE *file, double value, bool applies) {
    fputc(',', file);
    if (applies) fprintf(file, "%.17g", value);
}

void csv_whole(FILE *file, size_t value) {
    fprintf(file, ",%zu", value);
}

size_t csv_cut(char *line, char *field[], size_t most) {
    size_t count = 0;
    char *from = line, *to = line;
    from[strcspn(from, "\n")] = 0;
    bool more = true;
    while (more && count < most) {
        bool quoted = *from == '"';
        if (quoted) from++;
        field[count++] = to;
        while (*from && (quoted || *from != ',')) {
            if (quoted && *from == '"' && *++from != '"')
                quoted = false;
            else
                *to++ = *from++;
        }
        more = *from == ',';
        if (more) from++;
        *to++ = 0;
    }
    return more ? most + 1 : count;
}
