/* SPDX-License-Identifier: GPL-3.0-or-later */
/* y = m x / (1 - rate) with m = 0 with probability `rate`, else 1, each number for itself: the mean of y is x (Srivastava,
 * Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014).  Backwards: dx = m dy / (1 - rate).  Nothing is dropped where there are no
 * random numbers: then m / (1 - rate) is 1. */
#include "network.h"

static void forward(const struct pass *p) {
    double rate = p->layer->rate;
    const real all = real_all(1), kept = real_all(1 / (1 - rate)), dropped = {0}, border = real_all(rate);
    for (size_t j = 0; j < p->batch * p->layer->in; j++) {
        p->kept[j] = p->random ? real_where(real_less(pcg_lanes_unit(p->random), border), dropped, kept) : all;
        p->y[j] = p->kept[j] * p->x[j];
    }
}

static void backward(const struct pass *p) {
    for (size_t j = 0; j < p->batch * p->layer->in; j++) p->dx[j] += p->kept[j] * p->dy[j];
}

static const struct layer_kind dropout = {"dropout", forward, backward};

void network_dropout(struct network *n, double rate) {
    struct layer *l = network_add(n, &dropout);
    l->rate = rate;
    l->kept = l->in;
    network_added(n);
}
