/* SPDX-License-Identifier: GPL-3.0-or-later */
/* y[f][i][j] = b[f] + sum over c, u, v of W[f][c][u][v] x[c][i stride + u - 1][j stride + v - 1], u, v = 0, 1, 2, with x = 0 outside
 * the image.  As a product: the columns z of an image hold, for each place of the output, the 9 c numbers that it reads, so that
 * y = W z + b.  Backwards: dW = dy z', dz = W' dy, and dx gathers what lies in each column. */
#include <stdlib.h>

#include "../verify/numbers/fail.h"
#include "network.h"

enum { KERNEL = 3 };

static size_t places_high(const struct layer *l) {
    return (l->height + l->stride - 1) / l->stride;
}
static size_t places_wide(const struct layer *l) {
    return (l->width + l->stride - 1) / l->stride;
}
static size_t reads(const struct layer *l) {
    return l->channels * KERNEL * KERNEL;
}

/* For each number of the columns, where in the image it lies; SIZE_MAX: outside. */
static size_t source(const struct layer *l, size_t read, size_t place) {
    size_t v = read % KERNEL, u = read / KERNEL % KERNEL, c = read / (KERNEL * KERNEL);
    size_t i = place / places_wide(l) * l->stride + u, j = place % places_wide(l) * l->stride + v;
    bool inside = i >= 1 && i <= l->height && j >= 1 && j <= l->width;
    return inside ? (c * l->height + i - 1) * l->width + j - 1 : SIZE_MAX;
}

static void fill_columns(const struct layer *l, const real x[], real z[]) {
    size_t places = places_high(l) * places_wide(l);
    for (size_t r = 0; r < reads(l); r++)
        for (size_t q = 0; q < places; q++) {
            size_t from = source(l, r, q);
            z[r * places + q] = from == SIZE_MAX ? (real){0} : x[from];
        }
}

static void forward(const struct pass *p) {
    const struct layer *l = p->layer;
    size_t places = places_high(l) * places_wide(l);
    const real *bias = p->w + l->filters * reads(l);
    real *z = allocate(reads(l) * places, sizeof *z);
    for (size_t b = 0; b < p->batch; b++) {
        real *y = p->y + b * l->out;
        for (size_t f = 0; f < l->filters; f++)
            for (size_t q = 0; q < places; q++) y[f * places + q] = bias[f];
        fill_columns(l, p->x + b * l->in, z);
        product_add(l->filters, places, reads(l), rows_of(p->w, reads(l)), rows_of(z, places), y, places);
    }
    free(z);
}

static void backward(const struct pass *p) {
    const struct layer *l = p->layer;
    size_t places = places_high(l) * places_wide(l);
    real *dbias = p->dw + l->filters * reads(l), *z = allocate(2 * reads(l) * places, sizeof *z),
         *dz = z + reads(l) * places;
    for (size_t b = 0; b < p->batch; b++) {
        const real *dy = p->dy + b * l->out;
        for (size_t f = 0; f < l->filters; f++)
            for (size_t q = 0; q < places; q++) dbias[f] += dy[f * places + q];
        fill_columns(l, p->x + b * l->in, z);
        product_add(l->filters, reads(l), places, rows_of(dy, places), columns_of(z, places), p->dw, reads(l));
        memset(dz, 0, reads(l) * places * sizeof *dz);
        product_add(reads(l), places, l->filters, columns_of(p->w, reads(l)), rows_of(dy, places), dz, places);
        for (size_t r = 0; r < reads(l); r++)
            for (size_t q = 0; q < places; q++) {
                size_t to = source(l, r, q);
                if (to != SIZE_MAX) p->dx[b * l->in + to] += dz[r * places + q];
            }
    }
    free(z);
}

static const struct layer_kind convolution = {"convolution", forward, backward};

void network_convolution(struct network *n, size_t channels, size_t height, size_t width, size_t filters, size_t stride,
                         double gain) {
    struct layer *l = network_add(n, &convolution);
    l->channels = channels;
    l->height = height;
    l->width = width;
    l->filters = filters;
    l->stride = stride;
    l->out = filters * places_high(l) * places_wide(l);
    l->block[0] = (struct shape){filters, reads(l)};
    l->deviation[0] = sqrt(gain / (double)reads(l));
    l->block[1] = (struct shape){filters, 1};
    l->block_count = 2;
    network_added(n);
}
