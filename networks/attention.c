/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Causal attention with one head (Vaswani et al. 2017).  With x_t the vectors of an example, of width n,
 *
 *     q = Q x,  k = K x,  v = V x,  a_ts = softmax over s <= t of <q_t, k_s> / sqrt n,  h_t = sum over s of a_ts v_s,  y = O h.
 *
 * Backwards: dh = O' dy, dv_s = sum_t a_ts dh_t, da_ts = <dh_t, v_s>, dz_ts = a_ts (da_ts - sum_r a_tr da_tr) / sqrt n,
 * dq_t = sum_s dz_ts k_s, dk_s = sum_t dz_ts q_t, dx = Q' dq + K' dk + V' dv, and dQ = dq x' and so on. */
#include <stdlib.h>

#include "../verify/numbers/fail.h"
#include "network.h"

/* Of one example: what is kept, and the derivatives of the same. */
struct parts {
    real *q, *k, *v, *h; /* positions x width */
    real *a;             /* positions x positions */
};
static struct parts parts_at(real *at, size_t positions, size_t width) {
    size_t n = positions * width;
    return (struct parts){at, at + n, at + 2 * n, at + 3 * n, at + 4 * n};
}
static size_t parts_size(size_t positions, size_t width) {
    return 4 * positions * width + positions * positions;
}

/* Row t of a, from <q_t, k_s> / sqrt n in its first t + 1 entries. */
static void softmax(size_t count, real a[]) {
    real largest = a[0], sum = {0};
    for (size_t s = 1; s < count; s++) largest = real_max(largest, a[s]);
    for (size_t s = 0; s < count; s++) sum += a[s] = real_exp(a[s] - largest);
    for (size_t s = 0; s < count; s++) a[s] /= sum;
}

static void forward(const struct pass *p) {
    size_t positions = p->layer->positions, n = p->layer->in / positions;
    double scale = 1 / sqrt((double)n);
    const real *w[] = {p->w, p->w + n * n, p->w + 2 * n * n, p->w + 3 * n * n};
    for (size_t b = 0; b < p->batch; b++) {
        const real *x = p->x + b * p->layer->in;
        real *y = p->y + b * p->layer->in;
        struct parts k = parts_at(p->kept + b * p->layer->kept, positions, n);
        memset(k.q, 0, p->layer->kept * sizeof *k.q);
        memset(y, 0, p->layer->in * sizeof *y);
        product_add(positions, n, n, rows_of(x, n), columns_of(w[0], n), k.q, n);
        product_add(positions, n, n, rows_of(x, n), columns_of(w[1], n), k.k, n);
        product_add(positions, n, n, rows_of(x, n), columns_of(w[2], n), k.v, n);
        for (size_t t = 0; t < positions; t++) {
            for (size_t s = 0; s <= t; s++) k.a[t * positions + s] = scale * real_dot(n, k.q + t * n, k.k + s * n);
            softmax(t + 1, k.a + t * positions);
        }
        product_add(positions, n, positions, rows_of(k.a, positions), rows_of(k.v, n), k.h, n);
        product_add(positions, n, n, rows_of(k.h, n), columns_of(w[3], n), y, n);
    }
}

/* From dh to dq, dk and dv of an example. */
static void backward_attention(size_t positions, size_t n, struct parts k, struct parts d) {
    double scale = 1 / sqrt((double)n);
    product_add(positions, n, positions, columns_of(k.a, positions), rows_of(d.h, n), d.v, n);
    for (size_t t = 0; t < positions; t++) {
        real *a = k.a + t * positions, *da = d.a + t * positions, mean = {0};
        for (size_t s = 0; s <= t; s++) {
            da[s] = real_dot(n, d.h + t * n, k.v + s * n);
            mean += a[s] * da[s];
        }
        for (size_t s = 0; s <= t; s++) da[s] = scale * a[s] * (da[s] - mean);
    }
    product_add(positions, n, positions, rows_of(d.a, positions), rows_of(k.k, n), d.q, n);
    product_add(positions, n, positions, columns_of(d.a, positions), rows_of(k.q, n), d.k, n);
}

static void backward(const struct pass *p) {
    size_t positions = p->layer->positions, n = p->layer->in / positions;
    const real *w[] = {p->w, p->w + n * n, p->w + 2 * n * n, p->w + 3 * n * n};
    real *dw[] = {p->dw, p->dw + n * n, p->dw + 2 * n * n, p->dw + 3 * n * n};
    real *scratch = allocate(parts_size(positions, n), sizeof *scratch);
    for (size_t b = 0; b < p->batch; b++) {
        const real *x = p->x + b * p->layer->in, *dy = p->dy + b * p->layer->in;
        struct parts k = parts_at(p->kept + b * p->layer->kept, positions, n), d = parts_at(scratch, positions, n);
        memset(scratch, 0, parts_size(positions, n) * sizeof *scratch);
        product_add(positions, n, n, rows_of(dy, n), rows_of(w[3], n), d.h, n);
        product_add(n, n, positions, columns_of(dy, n), rows_of(k.h, n), dw[3], n);
        backward_attention(positions, n, k, d);
        const real *back[] = {d.q, d.k, d.v};
        for (size_t m = 0; m < 3; m++) {
            product_add(positions, n, n, rows_of(back[m], n), rows_of(w[m], n), p->dx + b * p->layer->in, n);
            product_add(n, n, positions, columns_of(back[m], n), rows_of(x, n), dw[m], n);
        }
    }
    free(scratch);
}

static const struct layer_kind attention = {"attention", forward, backward};

void network_attention(struct network *n, size_t positions, double gain) {
    struct layer *l = network_add(n, &attention);
    size_t width = l->in / positions;
    l->positions = positions;
    for (size_t b = 0; b < 4; b++) {
        l->block[b] = (struct shape){width, width};
        l->deviation[b] = sqrt(gain / (double)width);
    }
    l->block_count = 4;
    l->kept = parts_size(positions, width);
    network_added(n);
}
