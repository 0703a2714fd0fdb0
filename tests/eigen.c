/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eigenvalues of matrices whose eigenvalues are known, of any sign and size. */
#include "../verify/numbers/eigen.h"

#include <criterion/criterion.h>
#include <math.h>

/* scale (c I - v v'), v = (1, 1, 1): c - 3 and c twice. */
static void rank_one_off(double c, double scale, double a[9]) {
    for (int e = 0; e < 9; e++) a[e] = scale * ((e % 4 ? 0 : c) - 1);
}

/* The first row and column are 0, and the others large, or small. */
Test(eigen, the_last_entries_count) {
    for (int sign = -1; sign <= 1; sign += 2) {
        const double s = pow(10, 200 * sign), a[9] = {0, 0, 0, 0, 3 * s, s, 0, s, 3 * s};
        double low, high, values[3];
        eigen_extremes(3, a, &low, &high);
        eigen_system(3, a, values, NULL);
        cr_expect(low == 0 && fabs(high - 4 * s) <= 1e-14 * s && values[0] == 0 &&
                  fabs(values[1] - 2 * s) <= 1e-14 * s);
    }
}

Test(eigen, sizes_and_signs_do_not_matter) {
    static const double scales[] = {1, -1, 1e-160, 1e200, -1e200, 0x1p-1040, 1e307};
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++)
        for (int c = -2; c <= 5; c++) {
            double a[9], values[3], vectors[9], low, high, scale = scales[s];
            rank_one_off(c, scale, a);
            double expected[2] = {fmin(scale * (c - 3), scale * c), fmax(scale * (c - 3), scale * c)};
            double room = 1e-14 * fabs(scale) * 5 + 0x1p-1072;
            eigen_extremes(3, a, &low, &high);
            cr_expect(fabs(low - expected[0]) <= room && fabs(high - expected[1]) <= room, "%g, %d: %g, %g", scale, c,
                      low, high);
            eigen_system(3, a, values, vectors);
            cr_expect(fabs(values[0] - expected[0]) <= room && fabs(values[2] - expected[1]) <= room &&
                      fabs(values[1] - scale * c) <= room);
            for (int i = 0; i < 3; i++)
                for (int r = 0; r < 3; r++) {
                    double product = 0;
                    for (int j = 0; j < 3; j++) product += a[3 * r + j] * vectors[3 * j + i];
                    cr_expect(fabs(product - values[i] * vectors[3 * r + i]) <= 4 * room, "%g, %d: A v = l v", scale,
                              c);
                }
        }
}
