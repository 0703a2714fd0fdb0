/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layers against the same formulas written for one example in long double, and their gradients against differences of those. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../methods/methods.h"
#include "../networks/data.h"
#include "../networks/stories.h"
#include "../theorems/catalogue.h"
#include "../verify/models/trajectory.h"
#include "../verify/numbers/fail.h"

typedef long double number;

enum { EXAMPLES = 3, MOST = 400 };

/* ---- the formulas, from an example's numbers x to y ---- */

static void dense(const struct layer *l, const number w[], const number x[], number y[]) {
    size_t in = l->in / l->positions, out = l->out / l->positions;
    for (size_t t = 0; t < l->positions; t++)
        for (size_t o = 0; o < out; o++) {
            number sum = w[out * in + o];
            for (size_t i = 0; i < in; i++) sum += w[o * in + i] * x[t * in + i];
            y[t * out + o] = sum;
        }
}
static void convolution(const struct layer *l, const number w[], const number x[], number y[]) {
    size_t high = (l->height + l->stride - 1) / l->stride, wide = (l->width + l->stride - 1) / l->stride;
    for (size_t f = 0; f < l->filters; f++)
        for (size_t i = 0; i < high; i++)
            for (size_t j = 0; j < wide; j++) {
                number sum = w[l->filters * l->channels * 9 + f];
                for (size_t c = 0; c < l->channels; c++)
                    for (long u = -1; u <= 1; u++)
                        for (long v = -1; v <= 1; v++) {
                            long row = (long)(i * l->stride) + u, column = (long)(j * l->stride) + v;
                            if (row < 0 || column < 0 || row >= (long)l->height || column >= (long)l->width) continue;
                            sum += w[((f * l->channels + c) * 3 + (size_t)(u + 1)) * 3 + (size_t)(v + 1)] *
                                   x[(c * l->height + (size_t)row) * l->width + (size_t)column];
                        }
                y[(f * high + i) * wide + j] = sum;
            }
}
static void relu(const struct layer *l, const number w[], const number x[], number y[]) {
    (void)w;
    for (size_t j = 0; j < l->in; j++) y[j] = x[j] > 0 ? x[j] : 0;
}
static void quadratic(const struct layer *l, const number w[], const number x[], number y[]) {
    (void)w;
    for (size_t j = 0; j < l->in; j++) y[j] = x[j] * x[j];
}
static void normalisation(const struct layer *l, const number w[], const number x[], number y[]) {
    size_t n = l->in / l->positions;
    for (size_t t = 0; t < l->positions; t++) {
        number mean = 0, square = 0;
        for (size_t j = 0; j < n; j++) mean += x[t * n + j];
        mean /= (number)n;
        for (size_t j = 0; j < n; j++) square += (x[t * n + j] - mean) * (x[t * n + j] - mean);
        for (size_t j = 0; j < n; j++)
            y[t * n + j] = w[j] * (x[t * n + j] - mean) / sqrtl(square / (number)n + (number)1e-5);
    }
}
static void embedding(const struct layer *l, const number w[], const number x[], number y[]) {
    size_t width = l->out / l->in;
    for (size_t t = 0; t < l->in; t++)
        for (size_t j = 0; j < width; j++) y[t * width + j] = w[(size_t)x[t] * width + j];
}
static void place(const struct layer *l, const number w[], const number x[], number y[]) {
    for (size_t j = 0; j < l->in; j++) y[j] = x[j] + w[j];
}
static void sum_of(const struct layer *l, const number w[], const number x[], number y[]) {
    (void)w;
    for (size_t j = 0; j < l->out; j++) {
        y[j] = 0;
        for (size_t t = 0; t < l->positions; t++) y[j] += x[t * l->out + j];
    }
}
static number inner(const struct layer *l, const number matrix[], const number x[], size_t row) {
    size_t n = l->in / l->positions;
    number sum = 0;
    for (size_t j = 0; j < n; j++) sum += matrix[row * n + j] * x[j];
    return sum;
}
static void attention(const struct layer *l, const number w[], const number x[], number y[]) {
    size_t n = l->in / l->positions;
    for (size_t t = 0; t < l->positions; t++) {
        number heads[MOST] = {0}, all = 0;
        for (size_t s = 0; s <= t; s++) {
            number score = 0;
            for (size_t j = 0; j < n; j++) score += inner(l, w, x + t * n, j) * inner(l, w + n * n, x + s * n, j);
            number e = expl(score / sqrtl((number)n));
            all += e;
            for (size_t j = 0; j < n; j++) heads[j] += e * inner(l, w + 2 * n * n, x + s * n, j);
        }
        for (size_t j = 0; j < n; j++) heads[j] /= all;
        for (size_t j = 0; j < n; j++) y[t * n + j] = inner(l, w + 3 * n * n, heads, j);
    }
}
static const struct formula {
    const char *kind;
    void (*of)(const struct layer *, const number w[], const number x[], number y[]);
} formulas[] = {{"dense", dense},
                {"convolution", convolution},
                {"relu", relu},
                {"quadratic", quadratic},
                {"normalisation", normalisation},
                {"embedding", embedding},
                {"place", place},
                {"sum", sum_of},
                {"attention", attention}};

/* The outputs of a network for one example; residual sums add what was there before, dropout drops nothing. */
static void outputs(const struct network *n, const number w[], const number x[], number y[]) {
    number at[16][MOST];
    cr_assert(n->count < 16);
    memcpy(at[0], x, n->inputs * sizeof *x);
    for (size_t i = 0; i < n->count; i++) {
        const struct layer *l = &n->layers[i];
        bool known = false;
        cr_assert(l->out <= MOST && l->in <= MOST);
        for (size_t f = 0; f < sizeof formulas / sizeof *formulas; f++)
            if (strcmp(l->kind->id, formulas[f].kind) == 0) {
                formulas[f].of(l, w, at[i], at[i + 1]);
                known = true;
            }
        if (strcmp(l->kind->id, "residual") == 0 || strcmp(l->kind->id, "dropout") == 0) {
            bool adds = *l->kind->id == 'r';
            for (size_t j = 0; j < l->out; j++) at[i + 1][j] = at[i][j] + (adds ? at[l->from + 1][j] : 0);
            known = true;
        }
        cr_assert(known, "no formula for %s", l->kind->id);
        w += layer_weights(l);
    }
    memcpy(y, at[n->count], network_outputs(n) * sizeof *y);
}

/* The mean cross-entropy of the examples. */
static number mean_loss(const struct network *n, const struct examples *e, const number w[]) {
    number sum = 0;
    for (size_t i = 0; i < e->count; i++) {
        number x[MOST], z[MOST];
        for (size_t j = 0; j < e->inputs; j++) x[j] = example_row(e, i)[j];
        outputs(n, w, x, z);
        for (size_t t = 0; t < e->labels; t++) {
            number all = 0;
            for (size_t c = 0; c < e->classes; c++) all += expl(z[t * e->classes + c]);
            sum += logl(all) - z[t * e->classes + (size_t)example_row(e, i)[e->inputs + t]];
        }
    }
    return sum / (number)(e->count * e->labels);
}

/* The derivative by a number, from four values: the error is of fourth order. */
static number derivative(const struct network *n, const struct examples *e, number w[], number *by) {
    const number h = 1e-4L, before = *by;
    number f[5];
    for (int i = -2; i <= 2; i++) {
        *by = before + i * h;
        f[i + 2] = i ? mean_loss(n, e, w) : 0;
    }
    *by = before;
    return (8 * (f[3] - f[1]) - (f[4] - f[0])) / (12 * h);
}

/* Numbers of no pattern in every lane, of about this size. */
static void fill(real a[], size_t count, double size, uint64_t stream) {
    struct pcg_lanes g = pcg_lanes_of_runs(5, stream, 0);
    for (size_t j = 0; j < count; j++) a[j] = size * pcg_lanes_gaussian(&g);
}

/* A network's loss and gradient in every lane against the formulas; takes the network over. */
static void check_network(struct network *n, struct examples *e) {
    cr_assert(network_outputs(n) == e->labels * e->classes);
    real *w = allocate(2 * n->weights, sizeof *w), *gradient = w + n->weights;
    number *one = allocate(n->weights, sizeof *one);
    double worst = 0, largest = 0;
    fill(w, n->weights, 0.5, 1);
    struct score s = network_score(n, e, w, gradient);
    for (unsigned l = 0; l < LANES; l += 5) {
        for (size_t j = 0; j < n->weights; j++) one[j] = w[j][l];
        double loss = (double)mean_loss(n, e, one);
        cr_assert(fabs(s.loss[l] - loss) <= 1e-13 * (1 + loss), "lane %u: loss %.17g, not %.17g", l, s.loss[l], loss);
        for (size_t j = 0; j < n->weights; j++) {
            double right = (double)derivative(n, e, one, &one[j]);
            worst = fmax(worst, fabs(gradient[j][l] - right));
            largest = fmax(largest, fabs(right));
        }
    }
    cr_log_info("largest error of a derivative: %.2g of %.2g\n", worst, largest);
    cr_assert(worst <= 1e-11 * largest, "a derivative is %.3g off, of %.3g", worst, largest);
    free(w);
    free(one);
    network_free(n);
    examples_free(e);
}

/* Examples of no pattern; tokens below `tokens`, if that is not 0. */
static struct examples some(size_t inputs, size_t labels, size_t classes, size_t tokens) {
    struct examples e = examples_new(EXAMPLES, inputs, labels, classes);
    for (size_t i = 0; i < EXAMPLES; i++)
        for (size_t j = 0; j < inputs + labels; j++) {
            double pattern = 0.3 * (double)((7 * i * i + 5 * j * j + 3 * i * j) % 11) - 1.4;
            size_t whole_one = 3 * i + 2 * j * j + j;
            example_row(&e, i)[j] = j >= inputs ? (double)(whole_one % classes)
                                    : tokens    ? (double)(whole_one % tokens)
                                                : pattern;
        }
    return e;
}

Test(networks, dense_relu) {
    struct network *n = network_new(7);
    struct examples e = some(7, 1, 3, 0);
    network_dense(n, 1, 9, 2);
    network_relu(n);
    network_dense(n, 1, 3, 1);
    check_network(n, &e);
}

Test(networks, dense_at_positions) {
    struct network *n = network_new(6);
    struct examples e = some(6, 3, 4, 0);
    network_dense(n, 3, 5, 2);
    network_quadratic(n);
    network_dense(n, 3, 4, 1);
    check_network(n, &e);
}

Test(networks, convolutions) {
    struct network *n = network_new(2 * 5 * 4);
    struct examples e = some(2 * 5 * 4, 1, 3, 0);
    network_convolution(n, 2, 5, 4, 3, 1, 2);
    network_relu(n);
    network_convolution(n, 3, 5, 4, 2, 2, 2);
    network_dense(n, 1, 3, 1);
    check_network(n, &e);
}

/* Images whose sides the steps divide, and whose derivatives go on to layers before. */
Test(networks, convolutions_of_even_images) {
    struct network *n = network_new(4 * 6);
    struct examples e = some(4 * 6, 1, 3, 0);
    network_convolution(n, 1, 4, 6, 2, 1, 2);
    network_quadratic(n);
    network_convolution(n, 2, 4, 6, 2, 1, 2);
    network_convolution(n, 2, 4, 6, 2, 2, 2);
    network_convolution(n, 2, 2, 3, 1, 2, 2);
    network_dense(n, 1, 3, 1);
    check_network(n, &e);
}

Test(networks, normalisation_and_sums) {
    struct network *n = network_new(8);
    struct examples e = some(8, 1, 4, 0);
    network_dense(n, 1, 8, 1);
    network_normalisation(n, 2);
    network_residual(n, 0);
    network_sum(n, 2);
    network_residual(n, 3); /* of itself: twice */
    check_network(n, &e);
}

Test(networks, dropout_drops_nothing_in_tests) {
    struct network *n = network_new(8);
    struct examples e = some(8, 1, 4, 0);
    network_dense(n, 1, 8, 1);
    network_dropout(n, 0.4);
    network_dense(n, 1, 4, 1);
    check_network(n, &e);
}

Test(networks, transformer) {
    enum { TOKENS = 6, LENGTH = 4 };
    struct network *n = network_new(LENGTH);
    struct examples e = some(LENGTH, LENGTH, 5, TOKENS);
    network_embedding(n, TOKENS, 5, 1);
    network_place(n, LENGTH, 1);
    network_normalisation(n, LENGTH);
    network_attention(n, LENGTH, 1);
    network_residual(n, 1);
    network_dense(n, LENGTH, 5, 1);
    check_network(n, &e);
}

/* A residual sum whose earlier layer is the first of all, and one inside another. */
Test(networks, sums_within_sums) {
    struct network *n = network_new(5);
    struct examples e = some(5, 1, 5, 0);
    network_dense(n, 1, 5, 1);
    network_relu(n);
    network_dense(n, 1, 5, 1);
    network_residual(n, 1);
    network_quadratic(n);
    network_residual(n, 0);
    check_network(n, &e);
}

/* ---- products ---- */

Test(networks, products) {
    enum { SIZE = 11 };
    static const size_t sizes[] = {1, 3, 4, 5, 9};
    real a[SIZE * SIZE], b[SIZE * SIZE], c[SIZE * SIZE], before[SIZE * SIZE];
    fill(a, SIZE * SIZE, 1, 2);
    fill(b, SIZE * SIZE, 1, 3);
    for (size_t m = 0; m < 5; m++)
        for (size_t n = 0; n < 5; n++)
            for (unsigned turned = 0; turned < 4; turned++) {
                size_t rows = sizes[m], columns = sizes[n], k = sizes[(m + n) % 5];
                struct view left = turned & 1 ? columns_of(a, SIZE) : rows_of(a, SIZE);
                struct view right = turned & 2 ? columns_of(b, SIZE) : rows_of(b, SIZE);
                fill(c, SIZE * SIZE, 1, 4);
                memcpy(before, c, sizeof c);
                product_add(rows, columns, k, left, right, c, SIZE);
                for (size_t i = 0; i < SIZE; i++)
                    for (size_t j = 0; j < SIZE; j++) {
                        real sum = before[i * SIZE + j];
                        for (size_t l = 0; l < k && i < rows && j < columns; l++)
                            sum += (turned & 1 ? a[l * SIZE + i] : a[i * SIZE + l]) *
                                   (turned & 2 ? b[j * SIZE + l] : b[l * SIZE + j]);
                        for (unsigned lane = 0; lane < LANES; lane++)
                            cr_assert(fabs(c[i * SIZE + j][lane] - sum[lane]) <= 1e-13, "%zu %zu, %u", i, j, turned);
                    }
            }
}

/* ---- dropout ---- */

Test(networks, dropout) {
    enum { NUMBERS = 4096 };
    struct network *n = network_new(NUMBERS);
    network_dropout(n, 0.25);
    real *x = allocate(5 * NUMBERS, sizeof *x), *y = x + NUMBERS, *kept = y + NUMBERS, *dy = kept + NUMBERS,
         *dx = dy + NUMBERS;
    struct pcg_lanes random = pcg_lanes_of_runs(1, 2, 0);
    fill(x, NUMBERS, 1, 5);
    fill(dy, NUMBERS, 1, 6);
    struct pass p = {
        .layer = &n->layers[0], .batch = 1, .x = x, .y = y, .kept = kept, .random = &random, .dy = dy, .dx = dx};
    p.layer->kind->forward(&p);
    p.layer->kind->backward(&p);
    double dropped = 0;
    for (size_t j = 0; j < NUMBERS; j++)
        for (unsigned l = 0; l < LANES; l++) {
            bool gone = kept[j][l] == 0;
            dropped += gone;
            cr_assert(gone || kept[j][l] == 1 / 0.75);
            cr_assert(y[j][l] == kept[j][l] * x[j][l] && dx[j][l] == kept[j][l] * dy[j][l]);
        }
    double share = dropped / NUMBERS / LANES; /* 5 deviations are 0.0085 */
    cr_assert(fabs(share - 0.25) < 0.0085, "%g are dropped", share);
    free(x);
    network_free(n);
}

/* ---- labels, scores ---- */

Test(networks, labels_below_0_count_nothing) {
    real z[6], label[2] = {real_all(1), real_all(-1)}, dz[6];
    struct score s = {{0}, {0}, {0}};
    fill(z, 6, 1, 7);
    cross_entropy(2, 3, z, label, 0.5, &s, dz);
    for (unsigned l = 0; l < LANES; l++) {
        double all = exp(z[0][l]) + exp(z[1][l]) + exp(z[2][l]);
        cr_assert(fabs(s.loss[l] - (log(all) - z[1][l])) < 1e-14);
        cr_assert(s.labels[l] == 1);
        cr_assert(s.error[l] == !(z[1][l] >= z[0][l] && z[1][l] >= z[2][l]));
        for (size_t c = 0; c < 3; c++) {
            cr_assert(fabs(dz[c][l] - 0.5 * (exp(z[c][l]) / all - (c == 1))) < 1e-15);
            cr_assert(dz[3 + c][l] == 0);
        }
    }
    z[2][3] = NAN;
    s = (struct score){{0}, {0}, {0}};
    cross_entropy(1, 3, z, label, 1, &s, NULL);
    cr_assert(isnan(s.loss[3]) && isnan(s.error[3]) && isfinite(s.loss[2]));
    z[0] = real_all(800); /* where exp overflows */
    z[1] = real_all(-800);
    z[2] = real_all(0);
    s = (struct score){{0}, {0}, {0}};
    cross_entropy(1, 3, z, label, 1, &s, NULL);
    cr_assert(s.loss[0] == 1600 && s.error[0] == 1);
}

/* ---- as a problem ---- */

static struct network *small(void) {
    struct network *n = network_new(4);
    network_dense(n, 1, 6, 2);
    network_relu(n);
    network_dense(n, 1, 3, 1);
    return n;
}

Test(networks, oracle_is_unbiased) {
    struct network *n = small();
    struct examples e = some(4, 1, 3, 0);
    const struct training t = {n, &e};
    struct problem *p = network_problem(&t, 2);
    real *w = allocate(4 * p->dim, sizeof *w), *full = w + p->dim, *one = full + p->dim, *sum = one + p->dim;
    fill(w, p->dim, 1, 8);
    real f = p->value(p, w, full);
    cr_assert(f[0] == network_score(n, &e, w, NULL).loss[0] && f[0] == p->value(p, w, NULL)[0]);
    for (size_t i = 0; i < EXAMPLES; i++) {
        p->component(p, w, whole_all(i), one);
        for (size_t j = 0; j < p->dim; j++) sum[j] += one[j] / EXAMPLES;
    }
    for (size_t j = 0; j < p->dim; j++) cr_assert(fabs(full[j][1] - sum[j][1]) < 1e-14);

    /* A batch is the mean of the examples that are drawn. */
    struct pcg_lanes random = pcg_lanes_of_runs(1, 3, 0), again = random;
    uint64_t surplus = pcg_surplus(EXAMPLES);
    memset(sum, 0, p->dim * sizeof *sum);
    for (size_t b = 0; b < 2; b++) {
        p->component(p, w, pcg_lanes_below(&again, EXAMPLES, surplus), one);
        for (size_t j = 0; j < p->dim; j++) sum[j] += one[j] / 2;
    }
    p->draw(p, w, &random, one);
    for (size_t j = 0; j < p->dim; j++)
        for (unsigned l = 0; l < LANES; l++) cr_assert(fabs(one[j][l] - sum[j][l]) < 1e-14);
    free(w);
    problem_free(p);
    examples_free(&e);
    network_free(n);
}

Test(networks, order_and_first) {
    struct network *n = small();
    struct examples e = some(4, 1, 3, 0), part = e;
    whole order[EXAMPLES];
    for (size_t i = 0; i < EXAMPLES; i++)
        for (unsigned l = 0; l < LANES; l++) order[i][l] = (i + l) % EXAMPLES;
    real *w = allocate(n->weights, sizeof *w);
    struct pcg_lanes random = pcg_lanes_of_runs(1, 4, 0);
    network_start(n, &random, w);
    part.order = order;
    part.first = 1;
    part.count = 1;
    real some_loss = network_score(n, &part, w, NULL).loss;
    for (unsigned l = 0; l < LANES; l++) {
        struct examples alone = e;
        alone.first = (1 + l) % EXAMPLES;
        alone.count = 1;
        cr_assert(some_loss[l] == network_score(n, &alone, w, NULL).loss[l]);
    }
    free(w);
    examples_free(&e);
    network_free(n);
}

/* More examples than are computed together, and a rest. */
Test(networks, many_examples) {
    enum { MANY = 77 };
    struct network *n = small();
    struct examples e = examples_new(MANY, 4, 1, 3);
    for (size_t i = 0; i < MANY; i++)
        for (size_t j = 0; j < 5; j++) example_row(&e, i)[j] = (double)((3 * i * i + 7 * j + i * j) % 3);
    real *w = allocate(3 * n->weights, sizeof *w), *all = w + n->weights, *one = all + n->weights, loss = {0};
    double *sum = allocate(n->weights, sizeof *sum), error = 0;
    fill(w, n->weights, 0.7, 9);
    struct score s = network_score(n, &e, w, all);
    for (size_t i = 0; i < MANY; i++) {
        struct examples alone = e;
        alone.first = i;
        alone.count = 1;
        struct score own = network_score(n, &alone, w, one);
        loss += own.loss / MANY;
        error += own.error[2] / MANY;
        for (size_t j = 0; j < n->weights; j++) sum[j] += one[j][2] / MANY;
    }
    cr_assert(fabs(s.loss[2] - loss[2]) < 1e-13 && fabs(s.error[2] - error) < 1e-13 && s.labels[2] == MANY);
    cr_assert(error > 0 && error < 1);
    for (size_t j = 0; j < n->weights; j++) cr_assert(fabs(all[j][2] - sum[j]) < 1e-13);
    free(w);
    free(sum);
    examples_free(&e);
    network_free(n);
}

/* ---- the lecture's networks ---- */

/* What each layer is, how its first matrix starts (deviation^2 times the units that it reads), and what it adds. */
struct expected {
    const char *kind;
    double gain;
    size_t from;
};
static void check_layers(struct network *n, size_t weights, const struct expected expected[], size_t count) {
    size_t sum = 0;
    cr_assert(n->count == count, "%zu layers", n->count);
    cr_assert(n->weights == weights, "%zu weights", n->weights);
    for (size_t b = 0; b < n->block_count; b++) sum += n->blocks[b].rows * n->blocks[b].columns;
    cr_assert(sum == weights);
    for (size_t i = 0; i < count; i++) {
        const struct layer *l = &n->layers[i];
        double gain = l->deviation[0] * l->deviation[0] * (double)l->block[0].columns;
        cr_expect(strcmp(l->kind->id, expected[i].kind) == 0, "layer %zu is %s", i, l->kind->id);
        cr_expect(fabs(gain - expected[i].gain) < 1e-12, "layer %zu begins with %g", i, gain);
        cr_expect(l->from == expected[i].from, "layer %zu adds %zu", i, l->from);
    }
    network_free(n);
}
Test(networks, stories) {
    static const struct expected transformer[] = {
        {"embedding", 0.16, 0}, {"place", 0.16, 0},      {"normalisation", 0, 0}, {"attention", 1, 0},
        {"residual", 0, 1},     {"normalisation", 0, 0}, {"dense", 2, 0},         {"relu", 0, 0},
        {"dense", 1, 0},        {"residual", 0, 4},      {"normalisation", 0, 0}, {"dense", 1, 0}};
    check_layers(story_transformer(512, 8, 16, 512), 20224, transformer, 12);
    static const struct expected convolutional[] = {
        {"convolution", 2, 0}, {"relu", 0, 0}, {"convolution", 2, 0}, {"relu", 0, 0}, {"dense", 1, 0}};
    check_layers(story_convolutional(14, 10), 3818, convolutional, 5);
    check_layers(story_convolutional(26, 10), 80 + 1168 + 16 * 7 * 7 * 10 + 10, convolutional, 5);
    struct network *reads = story_convolutional(14, 10);
    cr_assert(reads->inputs == 14 * 14);
    network_free(reads);
    static const struct expected sums[] = {{"dense", 2, 0},    {"dense", 2, 0}, {"normalisation", 0, 0}, {"relu", 0, 0},
                                           {"residual", 0, 0}, {"dense", 2, 0}, {"normalisation", 0, 0}, {"relu", 0, 0},
                                           {"residual", 0, 4}, {"dense", 1, 0}};
    check_layers(story_residual(2, 9, 4, 3, true), 9 * 4 + 4 + 2 * (4 * 4 + 4 + 4) + 4 * 3 + 3, sums, 10);
    static const struct expected deep[] = {
        {"dense", 2, 0}, {"relu", 0, 0}, {"dense", 2, 0}, {"relu", 0, 0}, {"dense", 2, 0}};
    check_layers(story_deep(3, 7, 5, 2, 2, false), 7 * 5 + 5 + 5 * 5 + 5 + 5 * 2 + 2, deep, 5);
    static const struct expected linear[] = {{"dense", 1, 0}, {"dense", 1, 0}};
    check_layers(story_deep(2, 7, 5, 2, 1, true), 7 * 5 + 5 + 5 * 2 + 2, linear, 2);
}

/* Every layer's matrices, and no empty one. */
Test(networks, blocks) {
    struct network *n = story_transformer(5, 3, 4, 5);
    /* embedding, place, normalisation, attention, normalisation, two dense, normalisation, dense */
    static const size_t rows[] = {5, 3, 4, 4, 4, 4, 4, 4, 16, 16, 4, 4, 4, 5, 5};
    cr_assert(n->block_count == COUNT(rows));
    size_t weights = 0;
    for (size_t b = 0; b < COUNT(rows); b++) {
        cr_expect(n->blocks[b].rows == rows[b] && n->blocks[b].columns > 0, "block %zu: %zu x %zu", b,
                  n->blocks[b].rows, n->blocks[b].columns);
        weights += n->blocks[b].rows * n->blocks[b].columns;
    }
    cr_assert(weights == n->weights);
    network_free(n);
    network_free(NULL);
}

/* An array with a mark behind it. */
static real *marked(size_t count) {
    real *a = allocate(count + 1, sizeof *a);
    a[count] = real_all(0.125);
    return a;
}
static bool mark_stands(const real a[], size_t count) {
    for (unsigned l = 0; l < LANES; l++)
        if (a[count][l] != 0.125) return false;
    return true;
}
/* No layer writes behind its arrays, whatever it reads. */
Test(networks, layers_keep_to_their_arrays) {
    struct network *networks[] = {story_transformer(5, 3, 4, 5), story_convolutional(6, 3), network_new(6)};
    network_quadratic(networks[2]);
    network_dropout(networks[2], 0.5);
    network_sum(networks[2], 2);
    for (size_t which = 0; which < COUNT(networks); which++)
        for (size_t i = 0; i < networks[which]->count; i++) {
            enum { BATCH = 5 };
            const struct layer *l = &networks[which]->layers[i];
            size_t weights = layer_weights(l), in = BATCH * l->in, out = BATCH * l->out, kept = BATCH * l->kept;
            struct pcg_lanes random = pcg_lanes_of_runs(1, 8, 0);
            real *x = marked(in), *earlier = marked(out), *y = marked(out), *w = marked(weights), *room = marked(kept);
            real *dx = marked(in), *d_earlier = marked(out), *dw = marked(weights), *dy = marked(out);
            for (size_t j = 0; j < in; j++) x[j] = real_all((double)(j % 3)); /* tokens, too */
            for (size_t j = 0; j < weights; j++) w[j] = real_all(0.5);
            struct pass p = {l, BATCH, w, x, earlier, y, room, &random, dy, dx, d_earlier, dw};
            l->kind->forward(&p);
            l->kind->backward(&p);
            cr_expect(mark_stands(y, out) && mark_stands(room, kept) && mark_stands(dx, in) &&
                          mark_stands(d_earlier, out) && mark_stands(dw, weights),
                      "%s", l->kind->id);
            real *const all[] = {x, earlier, y, w, room, dx, d_earlier, dw, dy};
            for (size_t a = 0; a < COUNT(all); a++) free(all[a]);
        }
    for (size_t which = 0; which < COUNT(networks); which++) network_free(networks[which]);
}

/* Weights start around their level, with their deviation, lanes apart. */
Test(networks, start) {
    struct network *n = network_new(64);
    network_dense(n, 1, 64, 2);
    network_normalisation(n, 1);
    real *w = allocate(n->weights, sizeof *w);
    struct pcg_lanes random = pcg_lanes_of_runs(1, 5, 0);
    network_start(n, &random, w);
    double square = 0;
    for (size_t j = 0; j < 64 * 64; j++)
        for (unsigned l = 0; l < LANES; l++) square += w[j][l] * w[j][l] / (64 * 64 * LANES);
    cr_assert(fabs(square * 64 - 2) < 0.06); /* 5 deviations: sqrt(2 / 65536) of 2 */
    cr_assert(w[0][0] != w[0][1]);
    for (size_t j = 0; j < 64; j++) cr_assert(w[64 * 64 + j][0] == 0 && w[64 * 65 + j][0] == 1);
    free(w);
    network_free(n);
}

/* Every matrix of a network has a step of its own, with its own state: Shampoo and Muon see its shape. */
Test(networks, methods_see_matrices) {
    static const struct method *const methods[] = {&method_muon, &method_shampoo, &method_adam, &method_heavy_ball};
    for (size_t m = 0; m < 4; m++) {
        struct network *n = small();
        struct examples e = some(4, 1, 3, 0);
        const struct training t = {n, &e};
        struct problem *p = network_problem(&t, 3);
        struct settings s = method_settings(methods[m]);
        s.alpha = 0.01;
        if (methods[m]->matrices) s.eps = 1e-4; /* where Shampoo's squares are lost it has a direction all the same */
        struct trajectory run = trajectory_new(p, methods[m], &s);
        struct pcg_lanes random = pcg_lanes_of_runs(1, 6, 0), again = random;
        trajectory_begin(&run, &random);
        real *w = allocate(2 * p->dim, sizeof *w), *g = w + p->dim, *state[4];
        p->start(p, &again, w);
        for (size_t b = 0; b < n->block_count; b++) {
            s.rows = n->blocks[b].rows;
            state[b] = allocate(method_state(methods[m], &s, n->blocks[b].rows * n->blocks[b].columns), sizeof(real));
        }
        for (size_t k = 0; k < 3; k++) {
            trajectory_draw(&run, &random, pcg_surplus(EXAMPLES));
            p->draw(p, w, &again, g);
            for (size_t b = 0, at = 0; b < n->block_count; b++) {
                size_t dim = n->blocks[b].rows * n->blocks[b].columns;
                s.rows = n->blocks[b].rows;
                methods[m]->step(&s, k, dim, w + at, g + at, state[b]);
                at += dim;
            }
        }
        for (size_t j = 0; j < p->dim; j++)
            for (unsigned l = 0; l < LANES; l++)
                cr_assert(run.x[j][l] == w[j][l] && isfinite(w[j][l]), "%s, %zu: %g, %g", methods[m]->id, j,
                          run.x[j][l], w[j][l]);
        for (size_t b = 0; b < n->block_count; b++) free(state[b]);
        free(w);
        trajectory_free(&run);
        problem_free(p);
        examples_free(&e);
        network_free(n);
    }
}

/* Any method trains a network. */
Test(networks, all_methods_train) {
    struct network *n = small();
    struct examples e = some(4, 1, 3, 0);
    const struct training t = {n, &e};
    struct problem *p = network_problem(&t, 2);
    for (size_t m = 0; m < catalogue.method_count; m++) {
        const struct method *method = catalogue.methods[m];
        struct settings s = method_settings(method);
        s.alpha = method->scale_free ? 0.01 : 0.05;
        if (method->matrices) s.eps = 1e-4;
        struct trajectory run = trajectory_new(p, method, &s);
        struct pcg_lanes random = pcg_lanes_of_runs(1, 7, 0);
        trajectory_begin(&run, &random);
        real before = p->value(p, run.x, NULL);
        while (run.k < 200) trajectory_draw(&run, &random, pcg_surplus(EXAMPLES));
        real after = p->value(p, run.x, NULL);
        for (unsigned l = 0; l < LANES; l++)
            cr_expect(after[l] < before[l], "%s: %g, then %g", method->id, before[l], after[l]);
        trajectory_free(&run);
    }
    problem_free(p);
    examples_free(&e);
    network_free(n);
}

/* ---- data ---- */

Test(networks, images) {
    struct examples fine = images_read(TRAINING, 2, 28), coarse = images_read(TRAINING, 2, 14);
    cr_assert(example_row(&fine, 0)[784] == 9 && example_row(&fine, 1)[784] == 0); /* a boot, a shirt */
    double darkest = INFINITY, lightest = -INFINITY;
    for (size_t j = 0; j < 784; j++) {
        darkest = fmin(darkest, example_row(&fine, 0)[j]);
        lightest = fmax(lightest, example_row(&fine, 0)[j]);
    }
    cr_assert(fabs(darkest + 0.2860 / 0.3530) < 1e-15 && fabs(lightest - (1 - 0.2860) / 0.3530) < 1e-14);
    for (size_t i = 0; i < 2; i++)
        for (size_t r = 0; r < 14; r++)
            for (size_t c = 0; c < 14; c++) {
                const double *x = example_row(&fine, i) + 2 * r * 28 + 2 * c;
                cr_assert(fabs(example_row(&coarse, i)[r * 14 + c] - (x[0] + x[1] + x[28] + x[29]) / 4) < 1e-14);
            }
    examples_free(&fine);
    examples_free(&coarse);
    struct examples tested = images_read(TESTING, 512, 7);
    double labels[10] = {0};
    for (size_t i = 0; i < 512; i++) labels[(size_t)example_row(&tested, i)[49]]++;
    for (size_t c = 0; c < 10; c++) cr_assert(labels[c] > 30);
    examples_free(&tested);
}

/* More images than there are: it is said who has them, or how many there are. */
Test(networks, more_images_than_there_are) {
    int ends[2], status;
    char said[256] = "";
    cr_assert(pipe(ends) == 0);
    if (fork() == 0) {
        dup2(ends[1], STDERR_FILENO);
        images_read(TRAINING, 1000000, 28);
        _exit(0);
    }
    close(ends[1]);
    cr_assert(read(ends[0], said, sizeof said - 1) > 0 && wait(&status) > 0 && WEXITSTATUS(status) == 2);
    cr_assert(strstr(said, "the package dataset-fashion-mnist has it") ||
                  strstr(said, "60000 items, 1000000 are needed"),
              "%s", said);
}

/* Examples of another network. */
Test(networks, examples_of_other_inputs, .exit_code = 2) {
    struct network *n = network_new(6);
    network_dense(n, 1, 3, 1);
    struct examples e = examples_new(2, 5, 1, 3);
    network_problem(&(const struct training){n, &e}, 1);
}
Test(networks, examples_of_other_classes, .exit_code = 2) {
    struct network *n = network_new(6);
    network_dense(n, 1, 3, 1);
    struct examples e = examples_new(2, 6, 1, 4);
    network_score(n, &e, (const real[21]){{0}}, NULL);
}

Test(networks, text) {
    /* In the beginning God created the heaven and the earth. And ... */
    struct examples e = text_read(0, 4, 6, 512);
    const double *first = example_row(&e, 0), *second = example_row(&e, 1);
    double the = first[1];
    cr_assert(first[5] == the && second[2] == the && first[0] != the && first[2] != the);
    for (size_t t = 0; t < 5; t++) cr_assert(first[6 + t] == first[t + 1]); /* labels are the next tokens */
    cr_assert(first[11] == second[0]);
    cr_assert(second[1] == second[5], "and, And");
    cr_assert(first[1] < first[2], "the frequent word has the lower number");
    struct examples later = text_read(1, 2, 6, 512);
    cr_assert(memcmp(example_row(&later, 0), second, 12 * sizeof *second) == 0);
    for (size_t words = 2; words < 12; words++) {
        struct examples few = text_read(0, 4, 6, words);
        for (size_t i = 0; i < 4; i++)
            for (size_t t = 0; t < 12; t++)
                cr_assert(example_row(&few, i)[t] == fmin(example_row(&e, i)[t], (double)words - 1));
        examples_free(&few);
    }
    examples_free(&e);
    examples_free(&later);
}

/* A text that ends where a piece of it does that is read at once. */
Test(networks, text_of_whole_pieces) {
    char where[] = "/tmp/descent-text-XXXXXX", command[256];
    cr_assert(mkdtemp(where) && setenv("DESCENT_DATA", where, 1) == 0);
    snprintf(command, sizeof command, "yes 'a b b' | head -c 65536 | gzip >%s/genesis.txt.gz", where);
    cr_assert(system(command) == 0);
    struct examples e = text_read(0, 2, 3, 8);
    static const double numbers[] = {1, 0, 0, 1, 0, 0};
    for (size_t t = 0; t < 3; t++) cr_assert(example_row(&e, 0)[t] == numbers[t]);
    examples_free(&e);
    snprintf(command, sizeof command, "rm -r %s", where);
    cr_assert(system(command) == 0);
}

/* Words are numbered by how frequent they are in all of the text, and equals by which stands first. */
Test(networks, words_by_frequency) {
    enum { TOKENS = 44710, WORDS = 4000 };
    struct examples e = text_read(0, TOKENS, 1, WORDS);
    double *seen = allocate(WORDS, sizeof *seen), *first = allocate(WORDS, sizeof *first);
    for (size_t i = TOKENS; i-- > 0;) {
        size_t word = (size_t)example_row(&e, i)[0];
        seen[word]++;
        first[word] = (double)i;
    }
    size_t equals = 0;
    for (size_t w = 0; w + 1 < WORDS && seen[w + 1] > 1; w++) {
        cr_assert(seen[w] >= seen[w + 1], "word %zu", w);
        if (seen[w] > seen[w + 1]) continue;
        equals++;
        cr_assert(first[w] < first[w + 1], "word %zu", w);
    }
    cr_assert(equals > 500);
    free(seen);
    free(first);
    examples_free(&e);
}
