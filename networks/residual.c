/* SPDX-License-Identifier: GPL-3.0-or-later */
/* y = x + e, where e is the output of an earlier layer.  Backwards: dx = de = dy. */
#include "network.h"

static void forward(const struct pass *p) {
    for (size_t j = 0; j < p->batch * p->layer->out; j++) p->y[j] = p->x[j] + p->earlier[j];
}

static void backward(const struct pass *p) {
    for (size_t j = 0; j < p->batch * p->layer->out; j++) {
        p->dx[j] += p->dy[j];
        p->d_earlier[j] += p->dy[j];
    }
}

static const struct layer_kind residual = {"residual", forward, backward};

void network_residual(struct network *n, size_t from) {
    network_add(n, &residual)->from = from;
    network_added(n);
}
