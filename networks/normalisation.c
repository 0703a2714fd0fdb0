/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the n numbers of a position: u = (x - mean x) / s with s^2 = mean (x - mean x)^2 + 1e-5, and y_j = g_j u_j.  Backwards, with
 * v_j = g_j dy_j: dx = (v - mean v - u mean(u v)) / s, dg_j = u_j dy_j, summed. */
#include "network.h"

static const double least_variance = 1e-5;

static void forward(const struct pass *p) {
    size_t rows = p->batch * p->layer->positions, n = p->layer->block[0].rows;
    for (size_t r = 0; r < rows; r++) {
        const real *x = p->x + r * n;
        real *u = p->kept + r * (n + 1), mean = {0}, square = {0};
        for (size_t j = 0; j < n; j++) mean += x[j] / (double)n;
        for (size_t j = 0; j < n; j++) square += (x[j] - mean) * (x[j] - mean) / (double)n;
        u[n] = 1 / real_sqrt(square + least_variance);
        for (size_t j = 0; j < n; j++) {
            u[j] = (x[j] - mean) * u[n];
            p->y[r * n + j] = p->w[j] * u[j];
        }
    }
}

static void backward(const struct pass *p) {
    size_t rows = p->batch * p->layer->positions, n = p->layer->block[0].rows;
    for (size_t r = 0; r < rows; r++) {
        const real *u = p->kept + r * (n + 1), *dy = p->dy + r * n;
        real mean = {0}, along = {0};
        for (size_t j = 0; j < n; j++) {
            mean += p->w[j] * dy[j] / (double)n;
            along += u[j] * p->w[j] * dy[j] / (double)n;
            p->dw[j] += u[j] * dy[j];
        }
        for (size_t j = 0; j < n; j++) p->dx[r * n + j] += (p->w[j] * dy[j] - mean - u[j] * along) * u[n];
    }
}

static const struct layer_kind normalisation = {"normalisation", forward, backward};

void network_normalisation(struct network *n, size_t positions) {
    struct layer *l = network_add(n, &normalisation);
    l->positions = positions;
    l->block[0] = (struct shape){l->in / positions, 1};
    l->level[0] = 1;
    l->block_count = 1;
    l->kept = positions * (l->in / positions + 1);
    network_added(n);
}
