/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fail.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "real.h"

void fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("descent: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(2);
}

void *allocate(size_t count, size_t size) {
    if (size && count > (SIZE_MAX - sizeof(real)) / size) fail("out of memory");
    size_t bytes = (count * size + sizeof(real) - 1) / sizeof(real) * sizeof(real);
    void *memory = aligned_alloc(sizeof(real), bytes ? bytes : sizeof(real));
    if (!memory) fail("out of memory: %zu bytes", bytes);
    memset(memory, 0, bytes);
    return memory;
}
