/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "matrices.h"

#include <gsl/gsl_randist.h>
#include <stdlib.h>

#include "../numbers/fail.h"
#include "../numbers/pcg.h"

enum { GROUPS = 8 }; /* of LANES pairs */

/* One group of random pairs. */
static const char *compare_matrices(const struct problem *p, const double lower[], const double upper[], gsl_rng *rng,
                                    real scratch[]) {
    size_t n = p->dim;
    real *x = scratch, *y = scratch + n, *g = scratch + 2 * n, *h = scratch + 3 * n;
    double scale = 1 + problem_distance(p);
    for (size_t j = 0; j < n; j++)
        for (unsigned l = 0; l < LANES; l++) {
            x[j][l] = p->x_star[j] + scale * gsl_ran_gaussian(rng, 1);
            y[j][l] = x[j][l] + scale * gsl_ran_gaussian(rng, 1);
        }
    p->value(p, x, g);
    p->value(p, y, h);
    real rise = {0}, least = {0}, most = {0}, size = {0};
    truth equal = real_finite(rise);
    for (size_t r = 0; r < n; r++) {
        real product = {0}, terms = real_abs(g[r]) + real_abs(h[r]);
        for (size_t c = 0; c < n; c++) {
            real step = y[c] - x[c];
            product += lower[r * n + c] * step;
            terms += fabs(lower[r * n + c]) * (real_abs(x[c]) + real_abs(y[c]));
            least += (y[r] - x[r]) * lower[r * n + c] * step;
            most += (y[r] - x[r]) * upper[r * n + c] * step;
        }
        rise += (h[r] - g[r]) * (y[r] - x[r]);
        size += terms * real_abs(y[r] - x[r]);
        equal &= real_abs(h[r] - g[r] - product) <= 1e-12 * (terms + scale);
    }
    if (p->quadratic && truth_any(~equal)) return "the matrices are not the Hessian of f";
    truth between = (rise >= least - 1e-12 * (size + scale)) & (rise <= most + 1e-12 * (size + scale));
    return truth_any(~between) ? "grad f does not rise between the matrices" : NULL;
}

const char *matrices_agree(const struct problem *p) {
    if (!p->hessian) return NULL;
    size_t n = p->dim;
    double *lower = allocate(n * n, sizeof *lower), *upper = allocate(n * n, sizeof *upper);
    real *scratch = allocate(4 * n, sizeof *scratch);
    p->hessian(p, lower, upper);
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    const char *trouble = NULL;
    for (size_t group = 0; group < GROUPS && !trouble; group++)
        trouble = compare_matrices(p, lower, upper, rng, scratch);
    gsl_rng_free(rng);
    free(scratch);
    free(upper);
    free(lower);
    return trouble;
}
