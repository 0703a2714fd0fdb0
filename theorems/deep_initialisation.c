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

1. **22 layers.** With He's weights more than two of five seeds know a quarter of
   the images after 400 steps, with Xavier's fewer than that. Xavier's do learn:
   after 1600 steps more than one of fifty does, so the good start is *faster*.
2. **30 layers.** With He's weights more than half of the seeds know a fifth of the
   images after 800 steps; with Xavier's fewer than half of them after 1600.

Each is a sentence about the distribution over seeds, decided with the limits of
Clopper and Pearson from 48 to 80 of them.

@figure converge_22layers 22 layers: sixteen seeds each, and their medians
@figure converge_30layers 30 layers: the same
*/
/**ru 19515745
# Глубокие сети учатся или нет в зависимости от начала

Лекция (слайд «Влияние инициализации весов нейронной сети на сходимость
методов») показывает две картинки из статьи He, Zhang, Ren и Sun: ошибку по
эпохам для ReLU-сетей с 22 и с 30 слоями, начальные веса которых имеют дисперсию
$\frac2n$ (Хе) или $\frac1n$ (Ксавье):

> 22-layer ReLU net: good init converges faster. 30-layer ReLU net: good init is
> able to converge.

На странице [об инициализации](initialisation.html) доказано то, на чём они
основаны: слой ReLU умножает средний квадрат сигнала на $\frac{s^2}2$, и средний
квадрат градиента тоже. Здесь такие сети обучаются.

**Эксперимент.** Изображения одежды, $14\times14$ пикселей, десять классов; 21
или 29 слоёв по 32 нейрона ReLU, затем десять выходов: всего 22 и 30 слоёв
весов, без нормализации и без остаточных связей. SGD с моментом 0,9 (тяжёлый
шарик), шаг 0,005, батчи по 8 из 1024 изображений. У каждого запуска своё зерно
генератора, а с ним свои веса и свои батчи. При угадывании наугад неверны девять
изображений из десяти.

1. **22 слоя.** С весами Хе более двух запусков из пяти после 400 шагов узнают
   четверть изображений, с весами Ксавье — менее. Но и с весами Ксавье сети
   учатся: после 1600 шагов четверть узнаёт более чем один запуск из
   пятидесяти, так что с хорошим началом обучение именно *быстрее*.
2. **30 слоёв.** С весами Хе более половины запусков после 800 шагов узнают
   пятую часть изображений; с весами Ксавье — менее половины даже после 1600.

Каждый пункт — утверждение о распределении по зёрнам; о нём судят по
доверительным границам Клоппера–Пирсона по выборке из 48–80 зёрен.

@figure converge_22layers 22 слоя: по шестнадцать запусков и их медианы
@figure converge_30layers 30 слоёв: то же
*/
#include "shared/lessons.h"

HYPOTHESIS(relu_units,
           "units are ReLU: half of the signal's mean square passes",
           "нейроны — ReLU: проходит половина среднего квадрата сигнала", NULL);
HYPOTHESIS(he_weights, "weights have the variance 2/n",
           "дисперсия весов равна 2/n", NULL);
static const struct hypothesis *const hypotheses[] = {relu_units, he_weights};
/**
## The networks

Their first layer has 196 inputs, the others 32. The variance of Xavier's weights,
$\frac2{n_l+n_{l+1}}$ in full, is $\frac1n$ for layers of equal width.
*/
/**ru 3732621862
## Сети

У первого слоя 196 входов, у остальных по 32. Дисперсия весов Ксавье, в общем
виде $\frac2{n_l+n_{l+1}}$, для слоёв равной ширины равна $\frac1n$.
*/
enum { UNITS = 32, SIDE = 14, IMAGES = 1024, BATCH = 8 };
struct start {
    const char *name;
    size_t layers;
    double gain;  /* the variance of a weight, times n */
    double error; /* it has learned when no more images are wrong */
    bool linear;
    size_t seeds;
};
enum { HE_22, XAVIER_22, HE_30, XAVIER_30, HE_LINEAR, XAVIER_LINEAR, STARTS };
static const struct start starts[STARTS] = {
    [HE_22] = {"22 layers, He", 22, 2, 0.75, false, 80},
    [XAVIER_22] = {"22 layers, Xavier", 22, 1, 0.75, false, 64},
    [HE_30] = {"30 layers, He", 30, 2, 0.8, false, 80},
    [XAVIER_30] = {"30 layers, Xavier", 30, 1, 0.8, false, 48},
    [HE_LINEAR] = {"30 linear layers, He", 30, 2, 0.8, true, 48},
    [XAVIER_LINEAR] = {"30 linear layers, Xavier", 30, 1, 0.8, true, 64}};
static void school_open(struct school *s, const struct start *start,
                        size_t images, const size_t checkpoints[],
                        size_t count) {
    s->sets[0] = s->sets[1] = images_read(TRAINING, images, SIDE);
    s->sets[1].count = IMAGES / 4; /* of them it is graded on */
    s->set_count = 1;
    s->network = story_deep(start->layers, SIDE * SIDE, UNITS, IMAGE_CLASSES,
                            start->gain, start->linear);
    s->lesson = (struct lesson){.network = s->network,
                                .examples = &s->sets[0],
                                .batch = BATCH,
                                .method = &method_heavy_ball,
                                .settings = {.alpha = 0.005, .momentum = 0.9},
                                .graded = &s->sets[1],
                                .sets = 1,
                                .checkpoints = checkpoints,
                                .count = count};
}
/**
## What was seen

An image's class is the output that is the largest; errors are those on the first
256 images. A run that leaves all bounds knows no image: it counts as one that has
not learned.
*/
/**ru 3522757360
## Что наблюдалось

Класс изображения — это выход с наибольшим значением; ошибки считаются на первых
256 изображениях. Запуск, ушедший за все границы, не узнаёт ни одного
изображения: считается, что сеть в нём не обучилась.
*/
enum { CHECKPOINTS = 3, ROWS = 2 };
static const size_t checkpoints[CHECKPOINTS] = {400, 800, 1600};
/* In what share of the seeds a start has learned by a checkpoint. */
struct asked {
    size_t start;
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
    s->seeds = runs_wanted(starts[a->start].seeds, q->options);
    /* It is Xavier's weights that take long. */
    const struct start *start = &starts[a->start];
    school_open(&s->school, start, IMAGES, checkpoints,
                start->gain < 2 && !start->linear ? 3 : 2);
    const struct class class = class_of(q, start->name, s->seeds);
    s->grades[0] = lesson_take(&s->school.lesson, &class);
    if (!s->grades[0]) q->interrupted = true;
}
#define SEEN                                                                   \
    { sizeof(struct sight), see, sight_forget }
static const struct shared seen[STARTS] = {SEEN, SEEN, SEEN, SEEN, SEEN, SEEN};
static void learned(struct inquiry *q) {
    const struct asked *a = q->with;
    const struct sight *s = inquiry_shared(q);
    if (q->trouble || q->interrupted) return;
    for (size_t r = 0; r < a->rows; r++) {
        size_t known = 0;
        for (size_t i = 0; i < s->seeds; i++)
            known += lesson_grade(&s->school.lesson, s->grades[0], i,
                                  a->row[r].at, 0)
                         ->error <= starts[a->start].error;
        inquiry_share(q, starts[a->start].name, "heavy_ball",
                      checkpoints[a->row[r].at], known, s->seeds,
                      a->row[r].sign, a->row[r].share);
    }
}
CLAIM(he_22_learns, SHARPNESS,
      COMPUTE(learned, &(const struct asked){HE_22, {{0, AT_LEAST, 0.4}}, 1},
              .limits = 2, .shares = &seen[HE_22]),
      "22 layers, He: after 400 steps at most 75 % of the images are wrong, in "
      "more than two of five seeds.",
      "22 слоя, Хе: после 400 шагов неверны не более 75 % изображений, более "
      "чем в двух запусках из пяти.");
CLAIM(xavier_22_is_slower, SHARPNESS,
      COMPUTE(learned,
              &(const struct asked){
                  XAVIER_22, {{0, AT_MOST, 0.4}, {2, AT_LEAST, 0.02}}, 2},
              .limits = 4, .shares = &seen[XAVIER_22]),
      "22 layers, Xavier: after 400 steps in fewer; after 1600 in "
      "more than one of fifty.",
      "22 слоя, Ксавье: после 400 шагов — реже; после "
      "1600 — более чем в одном из пятидесяти.");
CLAIM(he_30_learns, SHARPNESS,
      COMPUTE(learned, &(const struct asked){HE_30, {{1, AT_LEAST, 0.5}}, 1},
              .limits = 2, .shares = &seen[HE_30]),
      "30 layers, He: after 800 steps at most 80 % are wrong, in more than "
      "half.",
      "30 слоёв, Хе: после 800 шагов неверны не более 80 %, более чем в "
      "половине запусков.");
CLAIM(xavier_30_does_not, SHARPNESS,
      COMPUTE(learned, &(const struct asked){XAVIER_30, {{2, AT_MOST, 0.5}}, 1},
              .limits = 2, .shares = &seen[XAVIER_30]),
      "30 layers, Xavier: after 1600 steps in fewer than half.",
      "30 слоёв, Ксавье: после 1600 шагов — менее чем в половине запусков.");
/**
## What breaks

**Units.** Without ReLU nothing is lost in a layer, $\frac12$ is not there, and
He's weights double the signal's mean square every time: by $2^{29}$, and that of
the gradient as well, so that the first step leads out of all bounds. It is
Xavier's weights with which linear layers learn, as Glorot and Bengio meant them.
**The variance.** Xavier's weights are those of item 2.
*/
/**ru 1377193704
## Что ломается {#what-breaks}

**Нейроны.** Без ReLU в слое ничего не теряется, множителя $\frac12$ нет, и веса
Хе в каждом слое удваивают средний квадрат сигнала: всего он растёт в $2^{29}$
раз, и средний квадрат градиента тоже, так что первый же шаг уводит за все
границы. Линейные слои учатся как раз с весами Ксавье: для них Глоро и Бенджо
эти веса и предназначали. **Дисперсия.** Веса Ксавье — те же, что в пункте 2.
*/
CLAIM(control_he_without_relu, CONTROL,
      DROPS(relu_units,
            COMPUTE(learned,
                    &(const struct asked){HE_LINEAR, {{1, AT_LEAST, 0.5}}, 1},
                    .limits = 2, .shares = &seen[HE_LINEAR])),
      "30 linear layers, He's weights: learned after 800 steps in more than "
      "half of the seeds.",
      "30 линейных слоёв, веса Хе: после 800 шагов сеть обучена более чем в "
      "половине запусков.");
CLAIM(xavier_without_relu, SHARPNESS,
      COMPUTE(learned,
              &(const struct asked){XAVIER_LINEAR, {{1, AT_LEAST, 0.4}}, 1},
              .limits = 2, .shares = &seen[XAVIER_LINEAR]),
      "The same with Xavier's weights: in more than two of five.",
      "То же с весами Ксавье: более чем в двух запусках из пяти.");
CLAIM(control_xavier_30, CONTROL,
      DROPS(he_weights,
            COMPUTE(learned,
                    &(const struct asked){XAVIER_30, {{1, AT_LEAST, 0.5}}, 1},
                    .limits = 2, .shares = &seen[XAVIER_30])),
      "30 layers of ReLU, Xavier's weights: learned after 800 steps in more "
      "than half of the seeds.",
      "30 слоёв ReLU, веса Ксавье: после 800 шагов сеть обучена более чем в "
      "половине запусков.");

static const struct claim *const claims[] = {
    he_22_learns,       xavier_22_is_slower,     he_30_learns,
    xavier_30_does_not, control_he_without_relu, xavier_without_relu,
    control_xavier_30};

/* ---- the lecture's pictures ---- */

enum { SHOWN = 21, SHOWN_EVERY = 50, ALL_IMAGES = 60000 };
static void draw_start(struct canvas *c, const struct start *start,
                       size_t colour, const char *english,
                       const char *russian) {
    size_t at[SHOWN], effort = c->effort > 1 ? (size_t)c->effort : 1;
    struct school s;
    for (size_t i = 0; i < SHOWN; i++) at[i] = i * SHOWN_EVERY * effort;
    school_open(&s, start, effort >= 10 ? (size_t)ALL_IMAGES : IMAGES, at,
                SHOWN);
    const struct class class = lesson_shown(c, start->name);
    struct grade *grades = lesson_take(&s.lesson, &class);
    lesson_draw(c, &s.lesson, grades, class.seeds, 0, ERROR,
                (struct pen){.colour = colour, .name = {english, russian}});
    free(grades);
    school_close(&s);
}
static void draw_starts(struct canvas *c, const void *with) {
    const size_t *which = with;
    draw_start(c, &starts[which[1]], 1, "Xavier, variance 1/n",
               "Ксавье, дисперсия 1/n");
    draw_start(c, &starts[which[0]], 0, "He, variance 2/n",
               "Хе, дисперсия 2/n");
}
#define ERROR_AXES                                                             \
    {                                                                          \
        {                                                                      \
            .x = {"step", "шаг"},                                              \
            .y = {"training error", "ошибка на обучении"}, .low = {0, 0.3},    \
            .high = {                                                          \
                0,                                                             \
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
     .with = (const size_t[]){HE_22, XAVIER_22}},
    {.name = "converge_30layers",
     .title = {"30 ReLU layers: only a good start learns at all",
               "30 слоёв ReLU: учится лишь сеть с хорошим началом"},
     .shows = {"The same with 30 layers: with He's weights the error falls, "
               "with Xavier's it stays at nine of ten.",
               "То же для 30 слоёв: с весами Хе ошибка падает, с весами Ксавье "
               "остаётся у девяти десятых."},
     .panel = ERROR_AXES,
     .draw = draw_starts,
     .with = (const size_t[]){HE_30, XAVIER_30}},
};

const struct theorem theorem_deep_initialisation = {
    .id = "deep_initialisation",
    .title = {"Deep networks train, or do not, by how they start",
              "Глубокие сети учатся или нет в зависимости от начала"},
    .source =
        "Влияние инициализации весов нейронной сети на сходимость методов",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    PICTURES(pictures),
};

/**
## Exercises

@exercise xavier_30_does_not With Xavier's weights each layer of ReLU halves the
    mean square of the signal on its way forward
    (`descent verify initialisation/mean_square_xavier`), and that of the error
    on its way back. Which of the 30 layers of weights gets the smallest
    gradient: the first, one in the middle, or the last? :: None of them: a
    layer's gradient is the product of the signal that comes in and of the error
    that comes back. Before layer $l$ the signal has been halved $l-1$ times,
    after it the error has been $30-l$ times, and for every $l$ these are 29
    together. So all gradients are smaller than with He's weights by the same
    factor $2^{29/2}$, some 23 000. It is not the first layers that starve while
    the last ones learn: at first no weights move much, and after 1600 steps
    fewer than half of the seeds have learned.
@exercise xavier_without_relu A leaky ReLU passes $z$ for $z>0$ and $az$
    otherwise. Which variance of the weights keeps the mean square of the
    signal? Check your formula at $a=0$ and $a=1$: which claims of this page are
    these two ends, and what happens at $a=1$ with the variance that is right
    for $a=0$? The program's answer:
    `descent verify deep_initialisation/xavier_without_relu`. :: Half of the mean square passes whole, and the other half is
    multiplied by $a^2$: by a layer's units it is multiplied by $\frac{1+a^2}2$,
    so that the variance must be $\frac2{(1+a^2)n}$. At $a=0$ this is He's
    $\frac2n$, with which 30 layers of ReLU learn; at $a=1$ units are linear,
    and it is $\frac1n$, Xavier's, with which 30 linear layers learn in more
    than two seeds of five. He's weights there double the mean square in each
    layer, and the first step leads out of all bounds. Neither is the better
    start: each belongs to its units.
@exercise he_30_learns The claims speak of more than half of the seeds and not
    of all. Why may a network fail that starts with He's weights? By about which
    factor does the signal of 30 layers of 32 units stray, and what would it be
    with 128 units? What, other than the variance, would you change to have more
    seeds learn? The program's answer:
    `descent verify deep_initialisation/he_30_learns`. :: He's variance keeps the *mean* of the square. In one network
    the product of 30 random layers strays by a factor of about
    $e^{\sqrt{30\cdot5/32}}\approx9$ either way, and that mean is made by the
    few networks where it is large. So a seed may start with a signal too weak
    to learn from in 800 steps, or so strong that the first steps lead astray.
    With 128 units it is $e^{\sqrt{30\cdot5/128}}\approx3$: what makes a start
    dependable is width against depth.
*/
/**ru 730224601
## Упражнения

@exercise xavier_30_does_not С весами Ксавье каждый слой ReLU уменьшает вдвое
    средний квадрат сигнала на пути вперёд
    (`descent verify initialisation/mean_square_xavier`) и средний квадрат
    ошибки на пути назад. У какого из 30 слоёв весов градиент наименьший: у
    первого, у среднего или у последнего? :: Ни у какого: градиент слоя —
    произведение входящего сигнала и пришедшей обратно ошибки. До слоя $l$
    сигнал уменьшился вдвое $l-1$ раз, после него ошибка — $30-l$ раз, и при
    каждом $l$ это вместе 29. Поэтому все градиенты меньше, чем с весами Хе, в
    одно и то же число раз, $2^{29/2}$, то есть примерно в 23 000. Неверно, что
    первые слои голодают, пока последние учатся: вначале почти не движутся
    никакие веса, и после 1600 шагов обучилось менее половины запусков.
@exercise xavier_without_relu ReLU с утечкой пропускает $z$ при $z>0$ и $az$ в
    остальных случаях. Какая дисперсия весов сохраняет средний квадрат сигнала?
    Проверьте свою формулу при $a=0$ и $a=1$: каким утверждениям этой страницы
    отвечают эти два конца и что происходит при $a=1$ с дисперсией, верной для
    $a=0$? Ответ программы:
    `descent verify deep_initialisation/xavier_without_relu`. :: Половина среднего квадрата проходит целиком, другая умножается на
    $a^2$: нейроны слоя умножают его на $\frac{1+a^2}2$, так что дисперсия
    должна быть равна $\frac2{(1+a^2)n}$. При $a=0$ это $\frac2n$, как у Хе, и с
    такими весами 30 слоёв ReLU учатся; при $a=1$ нейроны линейны и получается
    $\frac1n$, как у Ксавье, и 30 линейных слоёв учатся более чем в двух
    запусках из пяти. Веса Хе там удваивают средний квадрат в каждом слое, и
    первый же шаг уводит за все границы. Ни одно из начал не лучше другого:
    каждое подходит к своим нейронам.
@exercise he_30_learns В утверждениях говорится о более чем половине запусков, а
    не обо всех. Почему может не обучиться сеть, которая начинает с весов Хе?
    Примерно во сколько раз отклоняется сигнал после 30 слоёв по 32 нейрона и во
    сколько отклонялся бы при 128 нейронах? Что, кроме дисперсии, стоило бы
    изменить, чтобы обучалось больше запусков? Ответ программы:
    `descent verify deep_initialisation/he_30_learns`. :: Дисперсия Хе сохраняет
    *среднее* квадрата. В отдельной сети произведение 30 случайных слоёв
    отклоняется в ту или другую сторону примерно в
    $e^{\sqrt{30\cdot5/32}}\approx9$ раз, а среднее создают те немногие сети,
    где оно велико. Поэтому сигнал в начале запуска может оказаться слишком
    слабым, чтобы обучиться за 800 шагов, или столь сильным, что первые шаги
    уводят не туда. При 128 нейронах это $e^{\sqrt{30\cdot5/128}}\approx3$ раза:
    надёжным начало делает ширина по сравнению с глубиной.
*/
/**
## Where this differs from the lecture's pictures

Theirs are networks of convolutions on ImageNet, epochs of a million images; these
have 32 units, and a thousand steps. The order is the same. What is not: with 22 layers
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
/**ru 3626129148
## Чем это отличается от картинок лекции

Там свёрточные сети на ImageNet, эпохи по миллиону изображений; здесь 32 нейрона
в слое и тысяча шагов. Взаимный порядок кривых тот же. А вот что иначе: при 22
слоях некоторые запуски с весами Ксавье и после 1600 шагов остаются там, откуда
начали. При столь малом числе нейронов произведение 22 слоёв само случайно и
отклоняется в ту или другую сторону примерно в $e^{\sqrt{22\cdot5/32}}$ раз (см.
(3) на странице [об инициализации](initialisation.html)).

## Литература

- K. He, X. Zhang, S. Ren, J. Sun, *Delving deep into rectifiers: surpassing
  human-level performance on ImageNet classification*, ICCV 2015, рисунки 2 и 3.
- X. Glorot, Y. Bengio, *Understanding the difficulty of training deep
  feedforward neural networks*, AISTATS 2010.
- H. Xiao, K. Rasul, R. Vollgraf, *Fashion-MNIST: a novel image dataset for
  benchmarking machine learning algorithms*, 2017: изображения.
*/
