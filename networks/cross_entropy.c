/* SPDX-License-Identifier: GPL-3.0-or-later */
/* -log p_y with p = softmax(z).  Backwards: dz = p - e_y; and 0 where y is negative. */
#include "network.h"

void cross_entropy(size_t count, size_t classes, const real logits[], const real label[], double times,
                   struct score *score, real dlogits[]) {
    const real none = {0}, one = real_all(1);
    for (size_t r = 0; r < count; r++) {
        const real *z = logits + r * classes;
        truth asked = real_at_most(none, label[r]);
        real largest = z[0], sum = {0}, right;
        for (size_t c = 1; c < classes; c++) largest = real_max(largest, z[c]);
        for (unsigned l = 0; l < LANES; l++) right[l] = z[asked[l] ? (size_t)label[r][l] : 0][l];
        for (size_t c = 0; c < classes; c++) {
            real e = real_exp(z[c] - largest);
            sum += e;
            if (dlogits) dlogits[r * classes + c] = e;
        }
        real wrong = real_where(real_less(right, largest), one, none) + (sum - sum); /* a NaN stays one */
        score->loss += real_where(asked, real_log1p(sum - 1) + (largest - right), none);
        score->error += real_where(asked, wrong, none);
        score->labels += real_where(asked, one, none);
        if (!dlogits) continue;
        real share = real_where(asked, times / sum, none);
        for (size_t c = 0; c < classes; c++) dlogits[r * classes + c] *= share;
        for (unsigned l = 0; l < LANES; l++)
            if (asked[l]) dlogits[r * classes + (size_t)label[r][l]][l] -= times;
    }
}
