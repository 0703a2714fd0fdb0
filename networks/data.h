/* What networks are trained on. */
#ifndef DESCENT_NETWORK_DATA_H
#define DESCENT_NETWORK_DATA_H

#include "network.h"

/* Images of clothes in ten classes (Fashion-MNIST: Xiao, Rasul and Vollgraf 2017), the first so many of those to train on or to
 * test with.  Pixels are means of squares of 28/side x 28/side, brought to about mean 0 and variance 1: (pixel/255 - 0.2860)/0.3530.
 * From data/; more than that has from the whole set, where Debian's package dataset-fashion-mnist puts it.  A file that is missing
 * or damaged, or has too few images, ends the program with one line. */
enum part { TRAINING, TESTING };
struct examples images_read(enum part, size_t count, size_t side);
enum { IMAGE_CLASSES = 10 };

/* Windows of `length` tokens of English (the book of Genesis in the King James Version) and their successors, one after another
 * from the `first`-th on, `count` of them.  Tokens are words without regard to case, and marks of punctuation: the most frequent one is 0,
 * and all from number `words` - 1 on are that. */
struct examples text_read(size_t first, size_t count, size_t length, size_t words);

#endif
