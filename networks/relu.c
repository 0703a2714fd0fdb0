/* SPDX-License-Identifier: GPL-3.0-or-later */
/* y = max(x, 0).  Backwards: dx = dy where x > 0, else 0.  A NaN stays one. */
#include "network.h"

static void forward(const struct pass *p) {
    const real zero = {0};
    for (size_t j = 0; j < p->batch * p->layer->in; j++) p->y[j] = real_where(real_less(p->x[j], zero), zero, p->x[j]);
}

static void backward(const struct pass *p) {
    const real zero = {0};
    for (size_t j = 0; j < p->batch * p->layer->in; j++)
        p->dx[j] += real_where(real_less(zero, p->x[j]), p->dy[j], zero);
}

static const struct layer_kind relu = {"relu", forward, backward};

void network_relu(struct network *n) {
    network_add(n, &relu);
    network_added(n);
}
