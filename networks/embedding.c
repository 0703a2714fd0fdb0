/* SPDX-License-Identifier: GPL-3.0-or-later */
/* y_t = E[x_t], the row of a table that the token x_t names.  Backwards: dE[x_t] += dy_t; a token has no derivative. */
#include "network.h"

/* Of what one token reads, in each lane: the numbers of its row, through vectors of addresses, which gcc and clang gather. */
static void rows_of_tokens(const real *token, size_t width, uint64_t row[LANES]) {
    for (unsigned l = 0; l < LANES; l++) row[l] = (uint64_t)(*token)[l] * width * LANES + l;
}

static void forward(const struct pass *p) {
    size_t tokens = p->batch * p->layer->positions, width = p->layer->block[0].columns;
    const double *table = (const double *)p->w;
    double *y = (double *)p->y;
    for (size_t t = 0; t < tokens; t++) {
        uint64_t row[LANES];
        rows_of_tokens(&p->x[t], width, row);
        for (size_t j = 0; j < width; j++, y += LANES)
            for (unsigned l = 0; l < LANES; l++) y[l] = table[row[l] + j * LANES];
    }
}

static void backward(const struct pass *p) {
    size_t tokens = p->batch * p->layer->positions, width = p->layer->block[0].columns;
    const double *dy = (const double *)p->dy;
    double *table = (double *)p->dw;
    for (size_t t = 0; t < tokens; t++) {
        uint64_t row[LANES];
        rows_of_tokens(&p->x[t], width, row);
        for (size_t j = 0; j < width; j++, dy += LANES)
            for (unsigned l = 0; l < LANES; l++) table[row[l] + j * LANES] += dy[l];
    }
}

static const struct layer_kind embedding = {"embedding", forward, backward};

void network_embedding(struct network *n, size_t tokens, size_t width, double deviation) {
    struct layer *l = network_add(n, &embedding);
    l->positions = l->in;
    l->out = l->in * width;
    l->block[0] = (struct shape){tokens, width};
    l->deviation[0] = deviation;
    l->block_count = 1;
    network_added(n);
}
