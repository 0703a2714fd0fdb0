/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "product.h"

enum { TILE = 4 };

/* The tile of rows x columns entries of C from c on, of one register's lanes: its sums stay in registers while k runs. */
static inline __attribute__((always_inline)) void tile(size_t rows, size_t columns, size_t k, struct view a,
                                                       struct view b, real c[], size_t down, size_t lanes) {
    real_part sum[TILE][TILE];
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            memcpy(&sum[i][j], (const char *)&c[i * down + j] + lanes, sizeof sum[i][j]);
    for (size_t l = 0; l < k; l++) {
        real_part left[TILE], right[TILE];
        for (size_t i = 0; i < rows; i++)
            memcpy(&left[i], (const char *)&a.at[i * a.down + l * a.right] + lanes, sizeof left[i]);
        for (size_t j = 0; j < columns; j++)
            memcpy(&right[j], (const char *)&b.at[l * b.down + j * b.right] + lanes, sizeof right[j]);
        for (size_t i = 0; i < rows; i++)
            for (size_t j = 0; j < columns; j++) sum[i][j] += left[i] * right[j];
    }
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++) memcpy((char *)&c[i * down + j] + lanes, &sum[i][j], sizeof sum[i][j]);
}

/* Sizes of tiles must be constants for the compiler to keep them in registers. */
static void any_tile(size_t rows, size_t columns, size_t k, struct view a, struct view b, real c[], size_t down) {
    for (size_t lanes = 0; lanes < sizeof(real); lanes += sizeof(real_part))
        if (rows == TILE && columns == TILE)
            tile(TILE, TILE, k, a, b, c, down, lanes);
        else if (rows == TILE)
            tile(TILE, 1, k, a, b, c, down, lanes);
        else if (columns == TILE)
            tile(1, TILE, k, a, b, c, down, lanes);
        else
            tile(1, 1, k, a, b, c, down, lanes);
}

void product_add(size_t m, size_t n, size_t k, struct view a, struct view b, real c[], size_t down) {
    for (size_t i = 0, rows; i < m; i += rows) {
        rows = m - i < TILE ? 1 : TILE;
        for (size_t j = 0, columns; j < n; j += columns) {
            columns = n - j < TILE ? 1 : TILE;
            any_tile(rows, columns, k, (struct view){a.at + i * a.down, a.down, a.right},
                     (struct view){b.at + j * b.right, b.down, b.right}, c + i * down + j, down);
        }
    }
}
