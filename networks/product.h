/* Products of matrices in lanes: where a network spends its time. */
#ifndef DESCENT_PRODUCT_H
#define DESCENT_PRODUCT_H

#include "../verify/numbers/real.h"

/* A matrix, or its transpose, in memory: entry (i, j) is at[i * down + j * right]. */
struct view {
    const real *at;
    size_t down, right;
};
static inline struct view rows_of(const real *at, size_t columns) {
    return (struct view){at, columns, 1};
}
static inline struct view columns_of(const real *at, size_t columns) {
    return (struct view){at, 1, columns};
}

/* C += A B in every lane, for A of m x k, B of k x n and C of m x n, whose rows lie `down` apart.  Each entry is summed in the
 * order of k, whatever the sizes. */
void product_add(size_t m, size_t n, size_t k, struct view a, struct view b, real c[], size_t down);

#endif
