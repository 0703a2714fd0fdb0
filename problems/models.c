/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models.h"

#include <stdlib.h>

#include "../verify/numbers/eigen.h"
#include "../verify/numbers/fail.h"

const struct model models[MODELS] = {
    {"least_squares", "(<a, x> - b)^2/2", .fit = fit_least_squares},
    {"logistic", "log(1 + exp(-y <a, x>))", true, 2, fit_logistic},
    {"softmax", "log sum_c exp(<a, x_c> - <a, x_b>)", true, CLASSES_MAX, fit_softmax},
};

double dataset_roundings(const struct dataset *s) {
    return ROWS_PER_BLOCK + (double)s->rows / ROWS_PER_BLOCK + 2 * (double)s->features + 32;
}

static double square_of(const struct dataset *s, size_t i) {
    const double *a = s->row + i * dataset_stride(s);
    double square = 0;
    for (size_t j = 0; j < s->features; j++) square += a[j] * a[j];
    return square;
}

double dataset_longest(const struct dataset *s) {
    double longest = 0;
    for (size_t i = 0; i < s->rows; i++) longest = fmax(longest, square_of(s, i));
    return sqrt(longest) * (1 + 1e-12);
}

void dataset_moments(const struct dataset *s, int power, double out[]) {
    size_t n = s->features;
    double *block = allocate(n * n, sizeof *block);
    memset(out, 0, n * n * sizeof *out);
    for (size_t i = 0; i < s->rows; i++) {
        const double *a = s->row + i * dataset_stride(s);
        double weight = (power ? square_of(s, i) : 1) / (double)s->rows;
        for (size_t r = 0; r < n; r++)
            for (size_t c = 0; c <= r; c++) block[r * n + c] += weight * a[r] * a[c];
        if ((i + 1) % ROWS_PER_BLOCK && i + 1 < s->rows) continue;
        for (size_t e = 0; e < n * n; e++) out[e] += block[e];
        memset(block, 0, n * n * sizeof *block);
    }
    for (size_t r = 0; r < n; r++)
        for (size_t c = r + 1; c < n; c++) out[r * n + c] = out[c * n + r];
    free(block);
}

size_t dataset_rank(const struct dataset *s, const double gram[], double values[]) {
    size_t n = s->features, rank = 0;
    eigen_system(n, gram, values, NULL);
    for (size_t e = 0; e < n; e++) rank += values[e] > NULL_SHARE * values[n - 1];
    return rank;
}

struct problem *dataset_problem(struct dataset *s, size_t dim, size_t more) {
    struct problem *p = problem_new(dim, 1);
    size_t numbers = s->rows * dataset_stride(s);
    free(p->data);
    p->data = realloc(s->row, (numbers + more) * sizeof *p->data);
    if (!p->data) fail("out of memory");
    memset(p->data + numbers, 0, more * sizeof *p->data);
    s->row = p->data;
    p->components = s->rows;
    p->convex = true;
    p->roundings = dataset_roundings(s);
    return p;
}
