/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "../numbers/fail.h"
#include "arguments.h"
#include "iterates.h"
#include "saved.h"

int trace(const struct arguments *a) {
    if (a->name_count != 1) fail("usage: descent trace METHOD [options] < gradients; see `descent help trace`");
    struct trace t = {
        .method = find_method(a->catalogue, a->names[0]), .average = a->average, .interrupted = a->interrupted};
    t.settings = settings_given(a, t.method, 0);
    t.schedule = a->schedule;
    if (a->resume && a->x_0) fail("--x0: --resume says where it goes on");
    if (a->shape) {
        unsigned rows = 0, columns = 0;
        int end = 0;
        if (!t.method->shaped) fail("%s takes no --shape: it knows no matrices", t.method->id);
        if (strspn(a->shape, "0123456789x") != strlen(a->shape) ||
            sscanf(a->shape, "%5ux%5u%n", &rows, &columns, &end) != 2 || a->shape[end] || !rows || !columns ||
            rows > TRACE_NUMBERS_MAX / columns)
            fail("--shape %.60s: give rows and columns, as in 2x3, at most %d numbers", a->shape, TRACE_NUMBERS_MAX);
        t.settings.rows = rows;
        t.dim = (size_t)rows * columns;
        t.why = "--shape needs";
    }
    double *x_0 = NULL;
    if (a->x_0) {
        x_0 = allocate(TRACE_NUMBERS_MAX, sizeof *x_0);
        size_t count = numbers_of("x0", a->x_0, x_0, TRACE_NUMBERS_MAX);
        if (t.dim && count != t.dim) fail("--x0 has %zu numbers, but --shape needs %zu", count, t.dim);
        t.dim = count;
        if (!t.why) t.why = "--x0 has";
        for (size_t j = 0; j < count; j++)
            if (!isfinite(x_0[j])) fail("--x0 %.60s: give finite numbers", a->x_0);
        t.x_0 = x_0;
    }
    if (box_closed(t.settings.box))
        for (size_t j = 0; j < (x_0 ? t.dim : 1); j++) {
            double start = x_0 ? x_0[j] : 0;
            if (!(start >= t.settings.box.low && start <= t.settings.box.high))
                fail("--box %.60s: x0 = %g lies outside; give another --x0", a->box, start);
        }
    struct progress at = {0};
    if (a->resume) {
        at = progress_resume(a->resume, &t);
        if (t.dim && t.dim != at.dim)
            fail("--resume %.60s: it has %zu numbers, %s %zu", a->resume, at.dim, t.why, t.dim);
        t.dim = at.dim;
        t.why = "--resume has";
    }
    trace_print(&t, &at, stdin, stdout);
    if (a->save) progress_save(a->save, &t, &at);
    progress_free(&at);
    free(x_0);
    return 0;
}
