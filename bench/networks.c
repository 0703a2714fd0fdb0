/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks for PyTorch to be held against.
 *
 *     networks check              for each network a line: name, then counts of weights, inputs, labels, examples; then, a number a
 *                                 line, the weights of one lane, the examples' inputs and labels, the loss, the gradient
 *     networks time NAME STEPS    seconds of so many steps of sixteen seeds, with one thread
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../methods/methods.h"
#include "../networks/data.h"
#include "../networks/stories.h"
#include "../verify/models/trajectory.h"
#include "../verify/numbers/fail.h"

enum { SIDE = 14, LENGTH = 8, WORDS = 512, WIDTH = 16, CHECKED = 5, BATCH = 8 };

static struct network *residual(void) {
    return story_residual(4, SIDE * SIDE, 16, IMAGE_CLASSES, true);
}
static struct network *divider(void) {
    struct network *n = network_new(2);
    network_embedding(n, 2 * WORDS, WIDTH, 0.1);
    network_sum(n, 2);
    network_quadratic(n);
    network_dense(n, 1, IMAGE_CLASSES, 1);
    return n;
}
static struct network *deep(void) {
    return story_deep(30, SIDE * SIDE, 32, IMAGE_CLASSES, 2, false);
}
static struct network *convolutional(void) {
    return story_convolutional(SIDE, IMAGE_CLASSES);
}
static struct network *transformer(void) {
    return story_transformer(WORDS, LENGTH, WIDTH, WORDS);
}
static struct examples images(size_t count) {
    return images_read(TRAINING, count, SIDE);
}
static struct examples text(size_t count) {
    return text_read(0, count, LENGTH, WORDS);
}
static struct examples pairs(size_t count) {
    struct examples e = examples_new(count, 2, 1, IMAGE_CLASSES);
    for (size_t i = 0; i < count; i++) {
        example_row(&e, i)[0] = (double)(i * i % WORDS);
        example_row(&e, i)[1] = (double)(WORDS + 3 * i % WORDS);
        example_row(&e, i)[2] = (double)(i % IMAGE_CLASSES);
    }
    return e;
}

static const struct subject {
    const char *name;
    struct network *(*network)(void);
    struct examples (*examples)(size_t count);
    const struct method *method;
    double alpha;
} subjects[] = {{"deep", deep, images, &method_heavy_ball, 0.005},
                {"transformer", transformer, text, &method_adam, 0.01},
                {"convolutional", convolutional, images, &method_adam, 0.01},
                {"residual", residual, images, &method_adam, 0.003},
                {"divider", divider, pairs, &method_adam, 0.01}};
enum { SUBJECTS = sizeof subjects / sizeof *subjects };

static void print_lane(const real a[], size_t count) {
    for (size_t j = 0; j < count; j++) printf("%.17g\n", a[j][3]);
}

static void check(const struct subject *s) {
    struct network *n = s->network();
    struct examples e = s->examples(CHECKED);
    struct pcg_lanes random = pcg_lanes_of_runs(1, pcg_name(0, s->name), 0);
    real *w = allocate(2 * n->weights, sizeof *w), *gradient = w + n->weights;
    network_start(n, &random, w);
    /* Biases and gains too are not what they start with. */
    for (size_t j = 0; j < n->weights; j++) w[j] += 0.01 * pcg_lanes_gaussian(&random);
    struct score score = network_score(n, &e, w, gradient);
    printf("%s %zu %zu %zu %zu\n", s->name, n->weights, e.inputs, e.labels, e.count);
    print_lane(w, n->weights);
    for (size_t i = 0; i < e.count; i++)
        for (size_t j = 0; j < e.inputs + e.labels; j++) printf("%.17g\n", example_row(&e, i)[j]);
    print_lane(&score.loss, 1);
    print_lane(gradient, n->weights);
    free(w);
    examples_free(&e);
    network_free(n);
}

static void time_steps(const struct subject *s, size_t steps) {
    struct network *n = s->network();
    struct examples e = s->examples(256);
    const struct training t = {n, &e};
    struct problem *p = network_problem(&t, BATCH);
    struct settings settings = method_settings(s->method);
    settings.alpha = s->alpha;
    struct trajectory run = trajectory_new(p, s->method, &settings);
    struct pcg_lanes random = pcg_lanes_of_runs(1, 1, 0);
    struct timespec begin, end;
    trajectory_begin(&run, &random);
    clock_gettime(CLOCK_MONOTONIC, &begin);
    while (run.k < steps) trajectory_draw(&run, &random, pcg_surplus(p->components));
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.9g\n", (double)(end.tv_sec - begin.tv_sec) + 1e-9 * (double)(end.tv_nsec - begin.tv_nsec));
    trajectory_free(&run);
    problem_free(p);
    examples_free(&e);
    network_free(n);
}

int main(int argc, char *argv[]) {
    if (argc == 2 && strcmp(argv[1], "check") == 0) {
        for (size_t i = 0; i < SUBJECTS; i++) check(&subjects[i]);
        return EXIT_SUCCESS;
    }
    for (size_t i = 0; argc == 4 && i < SUBJECTS; i++)
        if (strcmp(argv[1], "time") == 0 && strcmp(argv[2], subjects[i].name) == 0) {
            time_steps(&subjects[i], strtoul(argv[3], NULL, 10));
            return EXIT_SUCCESS;
        }
    fail("usage: networks check | networks time NAME STEPS");
}
