/* SPDX-License-Identifier: GPL-3.0-or-later */
/* -log p_y with p = softmax(z).  Backwards: dz = p - e_y. */
#include "network.h"

void cross_entropy(size_t count, size_t classes, const real logits[], const real label[], double times,
                   struct score *score, real dlogits[]) {
    for (size_t r = 0; r < count; r++) {
        const real *z = logits + r * classes;
        real largest = z[0], sum = {0}, right, one = real_all(1);
        for (size_t c = 1; c < classes; c++) largest = real_max(largest, z[c]);
        for (unsigned l = 0; l < LANES; l++) right[l] = z[(size_t)label[r][l]][l];
        for (size_t c = 0; c < classes; c++) {
            real e = real_exp(z[c] - largest);
            sum += e;
            if (dlogits) dlogits[r * classes + c] = e;
        }
        score->loss += real_log1p(sum - 1) + (largest - right);
        score->error += real_where(real_less(right, largest), one, (real){0}) + (sum - sum); /* a NaN stays one */
        if (!dlogits) continue;
        for (size_t c = 0; c < classes; c++) dlogits[r * classes + c] *= times / sum;
        for (unsigned l = 0; l < LANES; l++) dlogits[r * classes + (size_t)label[r][l]][l] -= times;
    }
}
