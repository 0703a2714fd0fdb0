/* SPDX-License-Identifier: GPL-3.0-or-later */
/* y = x + P, where P is trained and the same for all examples.  Backwards: dx = dP = dy. */
#include "network.h"

static void forward(const struct pass *p) {
    size_t width = p->layer->out;
    for (size_t b = 0; b < p->batch; b++)
        for (size_t j = 0; j < width; j++) p->y[b * width + j] = p->x[b * width + j] + p->w[j];
}

static void backward(const struct pass *p) {
    size_t width = p->layer->out;
    for (size_t b = 0; b < p->batch; b++)
        for (size_t j = 0; j < width; j++) {
            p->dx[b * width + j] += p->dy[b * width + j];
            p->dw[j] += p->dy[b * width + j];
        }
}

static const struct layer_kind place = {"place", forward, backward};

void network_place(struct network *n, size_t positions, double deviation) {
    struct layer *l = network_add(n, &place);
    l->block[0] = (struct shape){positions, l->in / positions};
    l->deviation[0] = deviation;
    l->block_count = 1;
    network_added(n);
}
