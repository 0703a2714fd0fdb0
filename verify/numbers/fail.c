/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fail.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "real.h"

void fail(const char *format, ...) {
    char message[1024]; /* the rest of a longer one is dropped */
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    for (char *c = message; *c; c++) /* one line, whatever is quoted */
        if ((unsigned char)*c < ' ' || *c == 127) *c = '?';
#pragma omp critical(failing)
    { /* of threads that fail together one is heard, and the others wait for the end */
        fprintf(stderr, "descent: %s\n", message);
        exit(2);
    }
}

void *allocate_blank(size_t count, size_t size) {
    if (size && count > (SIZE_MAX - sizeof(real)) / size) fail("out of memory");
    size_t bytes = (count * size + sizeof(real) - 1) / sizeof(real) * sizeof(real);
    void *memory = aligned_alloc(sizeof(real), bytes ? bytes : sizeof(real));
    if (!memory) fail("out of memory: %zu bytes", bytes);
    return memory;
}

void *allocate(size_t count, size_t size) {
    void *memory = allocate_blank(count, size);
    memset(memory, 0, count * size);
    return memory;
}
