/* SPDX-License-Identifier: GPL-3.0-or-later */
/* y = x_1 + ... + x_T, the vectors of T positions.  Backwards: dx_t = dy. */
#include "network.h"

static void forward(const struct pass *p) {
    size_t width = p->layer->out, positions = p->layer->positions;
    memset(p->y, 0, p->batch * width * sizeof *p->y);
    for (size_t b = 0; b < p->batch; b++)
        for (size_t t = 0; t < positions; t++)
            for (size_t j = 0; j < width; j++) p->y[b * width + j] += p->x[(b * positions + t) * width + j];
}

static void backward(const struct pass *p) {
    size_t width = p->layer->out, positions = p->layer->positions;
    for (size_t b = 0; b < p->batch; b++)
        for (size_t t = 0; t < positions; t++)
            for (size_t j = 0; j < width; j++) p->dx[(b * positions + t) * width + j] += p->dy[b * width + j];
}

static const struct layer_kind sum = {"sum", forward, backward};

void network_sum(struct network *n, size_t positions) {
    struct layer *l = network_add(n, &sum);
    l->positions = positions;
    l->out = l->in / positions;
    network_added(n);
}
