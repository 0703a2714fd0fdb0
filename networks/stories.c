/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stories.h"

struct network *story_deep(size_t layers, size_t inputs, size_t units, size_t classes, double gain, bool linear) {
    struct network *n = network_new(inputs);
    for (size_t l = 1; l < layers; l++) {
        network_dense(n, 1, units, gain);
        if (!linear) network_relu(n);
    }
    network_dense(n, 1, classes, gain);
    return n;
}

struct network *story_residual(size_t layers, size_t inputs, size_t units, size_t classes, bool sums) {
    struct network *n = network_new(inputs);
    network_dense(n, 1, units, 2);
    for (size_t l = 0; l < layers; l++) {
        size_t before = n->count - 1;
        network_dense(n, 1, units, 2);
        network_normalisation(n, 1);
        network_relu(n);
        if (sums) network_residual(n, before);
    }
    network_dense(n, 1, classes, 1);
    return n;
}

struct network *story_convolutional(size_t side, size_t classes) {
    enum { FIRST = 8, SECOND = 16 };
    struct network *n = network_new(side * side);
    network_convolution(n, 1, side, side, FIRST, 2, 2);
    network_relu(n);
    size_t half = (side + 1) / 2;
    network_convolution(n, FIRST, half, half, SECOND, 2, 2);
    network_relu(n);
    network_dense(n, 1, classes, 1);
    return n;
}

struct network *story_transformer(size_t words, size_t length, size_t width, size_t classes) {
    struct network *n = network_new(length);
    network_embedding(n, words, width, 0.1);
    network_place(n, length, 0.1);
    size_t before = n->count - 1;
    network_normalisation(n, length);
    network_attention(n, length, 1);
    network_residual(n, before);
    before = n->count - 1;
    network_normalisation(n, length);
    network_dense(n, length, 4 * width, 2);
    network_relu(n);
    network_dense(n, length, width, 1);
    network_residual(n, before);
    network_normalisation(n, length);
    network_dense(n, length, classes, 1);
    return n;
}
