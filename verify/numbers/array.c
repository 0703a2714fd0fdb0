/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "array.h"

#include <stdlib.h>
#include <string.h>

#include "fail.h"

void *array_grown(void *array, size_t count, size_t size) {
    if (count & (count - 1)) return array;
    void *more = allocate(count ? 2 * count : 1, size);
    if (count) memcpy(more, array, count * size);
    free(array);
    return more;
}
