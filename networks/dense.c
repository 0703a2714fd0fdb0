/* SPDX-License-Identifier: GPL-3.0-or-later */
/* y = W x + b.  Backwards: dx = W' dy, dW = dy x', db = dy, summed over positions and examples. */
#include "network.h"

static size_t units_in(const struct layer *l) {
    return l->in / l->positions;
}
static size_t units_out(const struct layer *l) {
    return l->out / l->positions;
}

static void forward(const struct pass *p) {
    size_t rows = p->batch * p->layer->positions, in = units_in(p->layer), out = units_out(p->layer);
    const real *bias = p->w + out * in;
    for (size_t r = 0; r < rows; r++) memcpy(p->y + r * out, bias, out * sizeof *bias);
    product_add(rows, out, in, rows_of(p->x, in), columns_of(p->w, in), p->y, out);
}

static void backward(const struct pass *p) {
    size_t rows = p->batch * p->layer->positions, in = units_in(p->layer), out = units_out(p->layer);
    real *dbias = p->dw + out * in;
    product_add(rows, in, out, rows_of(p->dy, out), rows_of(p->w, in), p->dx, in);
    product_add(out, in, rows, columns_of(p->dy, out), rows_of(p->x, in), p->dw, in);
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < out; j++) dbias[j] += p->dy[r * out + j];
}

static const struct layer_kind dense = {"dense", forward, backward};

void network_dense(struct network *n, size_t positions, size_t units, double gain) {
    struct layer *l = network_add(n, &dense);
    size_t in = l->in / positions;
    l->positions = positions;
    l->out = positions * units;
    l->block[0] = (struct shape){units, in};
    l->deviation[0] = sqrt(gain / (double)in);
    l->block[1] = (struct shape){units, 1};
    l->block_count = 2;
    network_added(n);
}
