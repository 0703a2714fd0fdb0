/* The networks that the lecture's stories are told with, small. */
#ifndef DESCENT_STORIES_H
#define DESCENT_STORIES_H

#include "network.h"

/* So many layers of weights, all but the last with `units` outputs and ReLU, or nothing, after them; weights of variance gain / n. */
struct network *story_deep(size_t layers, size_t inputs, size_t units, size_t classes, double gain, bool linear);

/* A dense layer, then so many of dense, normalisation and ReLU, each added to what was there if `sums`, and outputs. */
struct network *story_residual(size_t layers, size_t inputs, size_t units, size_t classes, bool sums);

/* Two convolutions with 8 and 16 filters, every second place, on side x side pixels, and a dense layer. */
struct network *story_convolutional(size_t side, size_t classes);

/* A transformer of one block: vectors of tokens and of places; attention, then two dense layers with 4 x width units between them, each on
 * normalised vectors and added to what was there; outputs. */
struct network *story_transformer(size_t words, size_t length, size_t width, size_t classes);

#endif
