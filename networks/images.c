/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of the idx format, compressed: a magic number (0, 0, 8 for bytes, the number of dimensions), the dimensions, the bytes;
 * numbers have four bytes, the highest first. */
#include <errno.h>
#include <zlib.h>

#include "../verify/ledger/replace.h"
#include "../verify/ledger/table.h"
#include "../verify/numbers/fail.h"
#include "data.h"

enum { SIDE = 28, PIXELS = SIDE * SIDE };

struct idx {
    char path[PATH_LENGTH];
    gzFile file;
    size_t count; /* of items */
};

static void read_bytes(struct idx *f, unsigned char bytes[], size_t count) {
    int got = gzread(f->file, bytes, (unsigned)count), code;
    if (got < 0) fail("cannot read %s: %s", f->path, gzerror(f->file, &code));
    if ((size_t)got < count) fail("%s: the file ends too early", f->path);
}

static size_t read_number(struct idx *f) {
    unsigned char b[4];
    read_bytes(f, b, 4);
    return (size_t)b[0] << 24 | (size_t)b[1] << 16 | (size_t)b[2] << 8 | b[3];
}

/* A file of items of so many dimensions with SIDE numbers each; false if there is none. */
static bool idx_open(struct idx *f, unsigned dimensions) {
    f->file = gzopen(f->path, "rb");
    if (!f->file) return false;
    if (read_number(f) != (8 << 8 | (dimensions + 1)))
        fail("%s: not an idx file of bytes in %u dimensions", f->path, dimensions + 1);
    f->count = read_number(f);
    for (unsigned d = 0; d < dimensions; d++) {
        size_t wide = read_number(f);
        if (wide != SIDE) fail("%s: items are %zu wide, not %d", f->path, wide, SIDE);
    }
    return true;
}

/* The same, from the whole set if there are not `count` items in data/. */
static struct idx idx_with(enum part part, const char *kind, unsigned dimensions, size_t count) {
    char name[64];
    struct idx f;
    snprintf(name, sizeof name, "%s-%s-idx%u-ubyte.gz", part == TRAINING ? "train" : "t10k", kind, dimensions + 1);
    char own[80];
    snprintf(own, sizeof own, "fashion-mnist-%s", name);
    table_path(f.path, own);
    if (!idx_open(&f, dimensions)) table_unreadable(f.path);
    if (f.count >= count) return f;
    gzclose(f.file);
    path_join(f.path, "/usr/share/datasets/fashion-mnist", name);
    if (!idx_open(&f, dimensions))
        fail("cannot read %s: %s; the package dataset-fashion-mnist has it", f.path, strerror(errno));
    if (f.count < count) fail("%s: %zu items, %zu are needed", f.path, f.count, count);
    return f;
}

struct examples images_read(enum part part, size_t count, size_t side) {
    struct examples e = examples_new(count, side * side, 1, IMAGE_CLASSES);
    struct idx images = idx_with(part, "images", 2, count), labels = idx_with(part, "labels", 0, count);
    size_t square = SIDE / side;
    for (size_t i = 0; i < count; i++) {
        unsigned char pixels[PIXELS], label;
        double *row = example_row(&e, i);
        read_bytes(&images, pixels, PIXELS);
        read_bytes(&labels, &label, 1);
        if (label >= IMAGE_CLASSES)
            fail("%s: label %zu is %d, not a class of %d", labels.path, i, label, IMAGE_CLASSES);
        for (size_t a = 0; a < side; a++)
            for (size_t b = 0; b < side; b++) {
                double sum = 0;
                for (size_t c = 0; c < square * square; c++)
                    sum += pixels[(a * square + c / square) * SIDE + b * square + c % square];
                row[a * side + b] = (sum / (double)(square * square) / 255 - 0.2860) / 0.3530;
            }
        row[side * side] = label;
    }
    gzclose(images.file);
    gzclose(labels.file);
    return e;
}
