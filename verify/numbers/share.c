/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "share.h"

#ifdef _OPENMP
#include <omp.h>

/* Tasks of one team: a thread that waits for its own pieces works on them, and one that has run out of claims takes
 * pieces of those that others are at. */
static void share_in_team(size_t count, void (*body)(void *, size_t), void *context) {
    /* A taskgroup of tasks rather than a taskloop, whose counter clang takes for a signed one. */
#pragma omp taskgroup
    for (size_t i = 0; i < count; i++) {
#pragma omp task firstprivate(i, body, context)
        body(context, i);
    }
}

void share(size_t count, void (*body)(void *, size_t), void *context) {
    if (omp_in_parallel()) {
        share_in_team(count, body, context);
        return;
    }
#pragma omp parallel
#pragma omp single
    share_in_team(count, body, context);
}

size_t share_threads(size_t wanted) {
    if (wanted) omp_set_num_threads((int)wanted);
    return (size_t)omp_get_max_threads();
}

#else

void share(size_t count, void (*body)(void *, size_t), void *context) {
    for (size_t i = 0; i < count; i++) body(context, i);
}

size_t share_threads(size_t wanted) {
    (void)wanted;
    return 1;
}

#endif
