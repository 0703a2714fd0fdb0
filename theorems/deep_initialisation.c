/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Deep networks train, or do not, by how they start

The lecture (slide «Влияние инициализации весов нейронной сети на сходимость
методов») shows two pictures of He, Zhang, Ren and Sun: the error over epochs of
ReLU networks with 22 and with 30 layers, started with weights of variance
$\frac2n$ (He) and of variance $\frac1n$ (Xavier):

> 22-layer ReLU net: good init converges faster. 30-layer ReLU net: good init is
> able to converge.

The page [initialisation](initialisation.html) proves what they rest on: a ReLU
layer multiplies the mean square of the signal by $\frac{s^2}2$, and that of the
gradient as well. Here such networks are trained.

**Experiment.** Images of clothes, $14\times14$ pixels in ten classes; 21 or 29
layers of 32 ReLU units, then ten outputs: 22 and 30 layers of weights, without
normalisation and without sums. SGD with momentum 0.9 (heavy ball), step 0.005,
batches of 8 of 1024 images. Every seed draws its own weights and its own
batches. By guessing, nine of ten images are wrong.

1. **22 layers.** With He's weights more than half of the seeds know a quarter of
   the images after 400 steps, with Xavier's fewer than half. Xavier's do learn:
   after 1600 steps more than one of twenty does, so the good start is *faster*.
2. **30 layers.** With He's weights more than half of the seeds know a quarter of
   the images after 800 steps; with Xavier's fewer than half of them after 1600.

Each is a sentence about the distribution over seeds, decided with the limits of
Clopper and Pearson from 48 of them.

@figure converge_22layers 22 layers: sixteen seeds each, and their medians
@figure converge_30layers 30 layers: the same
*/
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

#include "shared/lessons.h"

HYPOTHESIS(relu_units,
           "units are ReLU: half of the signal's mean square passes", NULL);
HYPOTHESIS(he_weights, "weights have the variance 2/n", NULL);
static const struct hypothesis *const hypotheses[] = {relu_units, he_weights};
/**
## The networks

Their first layer has 196 inputs, the others 32. The variance of Xavier's weights,
$\frac2{n_l+n_{l+1}}$ in full, is $\frac1n$ for layers of equal width.
*/
enum { UNITS = 32, SIDE = 14, IMAGES = 1024, SEEDS = 48, BATCH = 8 };
struct start {
    const char *name, *method;
    size_t layers;
    double gain; /* the variance of a weight, times n */
    bool linear;
};
static const struct start he_22 = {"22 layers, He", "he", 22, 2, false},
                          xavier_22 = {"22 layers, Xavier", "xavier", 22, 1,
                                       false},
                          he_30 = {"30 layers, He", "he", 30, 2, false},
                          xavier_30 = {"30 layers, Xavier", "xavier", 30, 1,
                                       false},
                          he_30_linear = {"30 linear layers, He", "he", 30, 2,
                                          true},
                          xavier_30_linear = {"30 linear layers, Xavier",
                                              "xavier", 30, 1, true};
static struct network *network_of(const struct start *s) {
    struct network *n = network_new(SIDE * SIDE);
    for (size_t l = 1; l < s->layers; l++) {
        network_dense(n, 1, UNITS, s->gain);
        if (!s->linear) network_relu(n);
    }
    network_dense(n, 1, IMAGE_CLASSES, s->gain);
    return n;
}
/* The grades of so many seeds after these steps. */
static struct grade (
    *train(const struct start *s, const size_t checkpoints[], size_t count,
           uint64_t master, size_t seeds,
           const volatile sig_atomic_t *interrupted))[MEASURED] {
    struct examples images = images_read(TRAINING, IMAGES, SIDE);
    struct network *n = network_of(s);
    const struct lesson lesson = {.network = n,
                                  .examples = &images,
                                  .batch = BATCH,
                                  .method = &method_heavy_ball,
                                  .settings = {.alpha = 0.005, .momentum = 0.9},
                                  .graded = 256,
                                  .checkpoints = checkpoints,
                                  .count = count};
    struct grade(*grades)[MEASURED] =
        lesson_take(&lesson, master, pcg_name(0, s->name), seeds, interrupted);
    network_free(n);
    examples_free(&images);
    return grades;
}
/**
## What was seen

An image's class is the output that is the largest; errors are those on the first
256 images. A run that leaves all bounds knows no image: it counts as one that has
not learned.
*/
enum { CHECKPOINTS = 3, ROWS = 2 };
static const size_t checkpoints[CHECKPOINTS] = {400, 800, 1600};
struct sight {
    struct grade (*grades)[MEASURED];
    size_t seeds, count;
};
/* In what share of the seeds a start has learned by a checkpoint. */
struct asked {
    const struct start *start;
    struct {
        size_t at;
        enum sign sign;
        double share;
    } row[ROWS];
    size_t rows;
};
static void see(struct inquiry *q, void *out) {
    const struct asked *a = q->with;
    struct sight *s = out;
    s->seeds = runs_wanted(SEEDS, q->options);
    /* It is Xavier's weights that take long. */
    s->count = a->start->gain < 2 && !a->start->linear ? 3 : 2;
    s->grades = train(a->start, checkpoints, s->count, inquiry_seed(q),
                      s->seeds, q->options->interrupted);
    if (!s->grades) q->interrupted = true;
}
static void forget(void *out) {
    struct sight *s = out;
    free(s->grades);
}
static const struct shared seen_xavier_30 = {sizeof(struct sight), see, forget};
static void learned(struct inquiry *q) {
    const struct asked *a = q->with;
    struct sight alone = {0};
    const struct sight *s = &alone;
    if (q->shares)
        s = inquiry_shared(q);
    else
        see(q, &alone);
    if (q->trouble || q->interrupted) return;
    for (size_t r = 0; r < a->rows; r++) {
        size_t known = 0;
        for (size_t i = 0; i < s->seeds; i++)
            known += s->grades[i * s->count + a->row[r].at][0].error <= 0.75;
        inquiry_share(q, a->start->name, "heavy_ball",
                      checkpoints[a->row[r].at], known, s->seeds,
                      a->row[r].sign, a->row[r].share);
    }
    forget(&alone);
}
CLAIM(he_22_learns, SHARPNESS,
      COMPUTE(learned, &(const struct asked){&he_22, {{0, AT_LEAST, 0.5}}, 1},
              .limits = 2),
      "22 layers, He: after 400 steps at most 75 % of the images are wrong, in "
      "more than half of the seeds.");
CLAIM(xavier_22_is_slower, SHARPNESS,
      COMPUTE(learned,
              &(const struct asked){
                  &xavier_22, {{0, AT_MOST, 0.5}, {2, AT_LEAST, 0.05}}, 2},
              .limits = 4),
      "22 layers, Xavier: after 400 steps in fewer than half; after 1600 in "
      "more than one of twenty.");
CLAIM(he_30_learns, SHARPNESS,
      COMPUTE(learned, &(const struct asked){&he_30, {{1, AT_LEAST, 0.5}}, 1},
              .limits = 2),
      "30 layers, He: after 800 steps in more than half.");
CLAIM(xavier_30_does_not, SHARPNESS,
      COMPUTE(learned,
              &(const struct asked){&xavier_30, {{2, AT_MOST, 0.5}}, 1},
              .limits = 2, .shares = &seen_xavier_30),
      "30 layers, Xavier: after 1600 steps in fewer than half.");
/**
## What breaks

**Units.** Without ReLU nothing is lost in a layer, $\frac12$ is not there, and
He's weights double the signal's mean square every time: by $2^{29}$, and that of
the gradient as well, so that the first step leads out of all bounds. It is
Xavier's weights with which linear layers learn, as Glorot and Bengio meant them.
**The variance.** Xavier's are those of the second sentence.
*/
CLAIM(control_he_without_relu, CONTROL,
      DROPS(relu_units, COMPUTE(learned,
                                &(const struct asked){
                                    &he_30_linear, {{1, AT_LEAST, 0.5}}, 1},
                                .limits = 2)),
      "30 linear layers, He's weights: learned after 800 steps in more than "
      "half of the seeds.");
CLAIM(xavier_without_relu, SHARPNESS,
      COMPUTE(learned,
              &(const struct asked){&xavier_30_linear, {{1, AT_LEAST, 0.4}}, 1},
              .limits = 2),
      "The same with Xavier's weights: in more than two of five.");
CLAIM(control_xavier_30, CONTROL,
      DROPS(he_weights,
            COMPUTE(learned,
                    &(const struct asked){&xavier_30, {{1, AT_LEAST, 0.5}}, 1},
                    .limits = 2, .shares = &seen_xavier_30)),
      "30 layers of ReLU, Xavier's weights: learned after 800 steps in more "
      "than half of the seeds.");

static const struct claim *const claims[] = {
    he_22_learns,       xavier_22_is_slower,     he_30_learns,
    xavier_30_does_not, control_he_without_relu, xavier_without_relu,
    control_xavier_30};

/* ---- the lecture's pictures ---- */

enum { SHOWN_SEEDS = 16, SHOWN = 25, SHOWN_EVERY = 50 };
static void draw_start(struct canvas *c, const struct start *s, size_t colour,
                       const char *english, const char *russian) {
    size_t at[SHOWN];
    for (size_t i = 0; i < SHOWN; i++) at[i] = i * SHOWN_EVERY;
    struct grade(*grades)[MEASURED] = train(s, at, SHOWN, 1, SHOWN_SEEDS, NULL);
    double median[SHOWN][2];
    for (size_t seed = 0; seed < SHOWN_SEEDS; seed++) {
        double one[SHOWN][2];
        for (size_t i = 0; i < SHOWN; i++) {
            one[i][0] = (double)at[i];
            one[i][1] = grades[seed * SHOWN + i][0].error;
        }
        canvas_draw(c, (struct pen){.colour = colour, .weight = 0.25},
                    (const double(*)[2])one, SHOWN);
    }
    for (size_t i = 0; i < SHOWN; i++) {
        double errors[SHOWN_SEEDS];
        for (size_t seed = 0; seed < SHOWN_SEEDS; seed++)
            errors[seed] = grades[seed * SHOWN + i][0].error;
        gsl_sort(errors, 1, SHOWN_SEEDS);
        median[i][0] = (double)at[i];
        median[i][1] =
            gsl_stats_median_from_sorted_data(errors, 1, SHOWN_SEEDS);
    }
    canvas_draw(c,
                (struct pen){.colour = colour,
                             .weight = 1.4,
                             .name = {english, russian}},
                (const double(*)[2])median, SHOWN);
    free(grades);
}
static void draw_starts(struct canvas *c, const void *with) {
    const struct start *const *starts = with;
    draw_start(c, starts[1], 1, "Xavier, variance 1/n",
               "Ксавье, дисперсия 1/n");
    draw_start(c, starts[0], 0, "He, variance 2/n", "Хе, дисперсия 2/n");
}
#define ERROR_AXES                                                             \
    {                                                                          \
        {                                                                      \
            .x = {"step", "шаг"},                                              \
            .y = {"training error", "ошибка на обучении"}, .low = {0, 0.3},    \
            .high = {                                                          \
                1200,                                                          \
                1                                                              \
            }                                                                  \
        }                                                                      \
    }
static const struct picture pictures[] = {
    {.name = "converge_22layers",
     .title = {"22 ReLU layers: a good start learns faster",
               "22 слоя ReLU: с хорошим началом обучение быстрее"},
     .shows = {"Training error over steps for sixteen seeds each: with He's "
               "weights it falls at once, with Xavier's after a long plateau "
               "at nine of ten.",
               "Ошибка на обучении по шагам, по шестнадцать запусков: с весами "
               "Хе она падает сразу, с весами Ксавье — после долгого плато у "
               "девяти десятых."},
     .panel = ERROR_AXES,
     .draw = draw_starts,
     .with = (const struct start *const[]){&he_22, &xavier_22}},
    {.name = "converge_30layers",
     .title = {"30 ReLU layers: only a good start learns at all",
               "30 слоёв ReLU: учится лишь сеть с хорошим началом"},
     .shows = {"The same with 30 layers: with He's weights the error falls, "
               "with Xavier's it stays at nine of ten.",
               "То же для 30 слоёв: с весами Хе ошибка падает, с весами Ксавье "
               "остаётся у девяти десятых."},
     .panel = ERROR_AXES,
     .draw = draw_starts,
     .with = (const struct start *const[]){&he_30, &xavier_30}},
};

const struct theorem theorem_deep_initialisation = {
    .id = "deep_initialisation",
    .title = {"Deep networks train, or do not, by how they start",
              "Глубокие сети учатся или нет в зависимости от начала"},
    .source =
        "Влияние инициализации весов нейронной сети на сходимость методов",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .pictures = pictures,
    .picture_count = COUNT(pictures),
};

/**
## Where this differs from the lecture's pictures

Theirs are networks of convolutions on ImageNet, epochs of a million images; these
have 32 units, and 1200 steps. The order is the same. What is not: with 22 layers
some of Xavier's seeds are still where they started after 1600 steps. With so few
units the product of 22 layers is itself random, by a factor of about
$e^{\sqrt{22\cdot5/32}}$ either way (see (3) of
[initialisation](initialisation.html)).

## References

- K. He, X. Zhang, S. Ren, J. Sun, *Delving deep into rectifiers: surpassing
  human-level performance on ImageNet classification*, ICCV 2015, figures 2 and 3.
- X. Glorot, Y. Bengio, *Understanding the difficulty of training deep
  feedforward neural networks*, AISTATS 2010.
- H. Xiao, K. Rasul, R. Vollgraf, *Fashion-MNIST: a novel image dataset for
  benchmarking machine learning algorithms*, 2017: the images.
*/
