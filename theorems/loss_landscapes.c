/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# What a line, a plane and a curve show of a loss

The lecture (slides «Визуализация с помощью проекции на прямую», «Проекция функции
потерь нейронной сети на плоскость») looks at a loss of many weights along a random
line and on a random plane:

> Обозначим начальную точку как $w_0$ [...] Веса, полученные после обучения,
> обозначим как $\hat w$. Генерируем случайный вектор такой же размерности и нормы
> $w_1\in\mathbb R^p$, затем вычисляем значение функции потерь вдоль этого вектора:
> $L(\alpha)=L(w_0+\alpha w_1)$, where $\alpha\in[-b,b]$. [...] Два случайных
> гауссовых вектора в пространстве большой размерности с высокой вероятностью
> ортогональны.

and asks whether that is of use, with the surfaces of Li and others: a network of
56 layers with and without the sums of a residual network.

**Experiment.** Images of clothes, $14\times14$ pixels, ten classes. Every seed
draws its own weights, batches and directions. Directions are Gaussian and as long
as the weights, except where it is said otherwise.

1. **A line.** The mean of the line's two ends, $\alpha=\pm0.3$, is higher than the
   trained point by more than a twentieth in more than half of the seeds, with and
   without dropout; through the weights at the start it is in fewer than half.
2. **A plane.** Its two directions are orthogonal up to $\frac4{\sqrt p}$ in more than half of
   the seeds.
3. **Depth.** On such planes, with each layer's part of a direction as long as its
   weights, a network of 16 layers with residual sums is convex on a larger
   share of a $13\times13$ grid than the same network without them, in more than
   half of the seeds.
4. **A curve.** Between two trained networks the loss on the segment rises above both
   ends by more than 0.3 in more than half of the seeds; on a parabola whose middle point
   has been trained it rises by less than a third of that, in more than half.

@figure Line_projection_No_Dropout Lines through the start and through trained weights
@figure Line_projection_Dropout_0 The same, trained with dropout 0.2
@figure plane_projection The loss on a plane through trained weights
@figure paths Between two trained networks: the segment, and a trained curve
*/
/**ru 211094003
# Что показывают прямая, плоскость и кривая

Лекция (слайды «Визуализация с помощью проекции на прямую», «Проекция функции
потерь нейронной сети на плоскость») рассматривает функцию потерь от многих
весов вдоль случайной прямой и на случайной плоскости:

> Обозначим начальную точку как $w_0$ [...] Веса, полученные после обучения,
> обозначим как $\hat w$. Генерируем случайный вектор такой же размерности и
> нормы $w_1\in\mathbb R^p$, затем вычисляем значение функции потерь вдоль этого
> вектора: $L(\alpha)=L(w_0+\alpha w_1)$, where $\alpha\in[-b,b]$. [...] Два
> случайных гауссовых вектора в пространстве большой размерности с высокой
> вероятностью ортогональны.

и спрашивает, полезно ли это, показывая поверхности из статьи Ли и соавторов:
сеть из 56 слоёв с остаточными связями и без них.

**Эксперимент.** Изображения одежды, $14\times14$ пикселей, десять классов. У
каждого зерна свои веса, батчи и направления. Направления гауссовские и такой же
длины, как веса, если не сказано иное.

1. **Прямая.** Более чем при половине зёрен среднее потерь на двух концах
   прямой, при $\alpha=\pm0.3$, превышает потери в обученной точке более чем на
   одну двадцатую, с дропаутом и без него; на прямых через начальные веса это
   так менее чем при половине.
2. **Плоскость.** Два её направления ортогональны с точностью до
   $\frac4{\sqrt p}$ более чем при половине зёрен.
3. **Глубина.** На таких плоскостях, если часть направления, отвечающая каждому
   слою, имеет ту же длину, что и веса этого слоя, функция потерь сети из 16
   слоёв с остаточными связями выпукла на большей доле точек сетки $13\times13$,
   чем у той же сети без них, более чем при половине зёрен.
4. **Кривая.** Между двумя обученными сетями потери на отрезке поднимаются над
   обоими концами более чем на 0,3 более чем при половине зёрен; на параболе,
   средняя точка которой обучена, они поднимаются менее чем на треть этой
   высоты, тоже более чем при половине.

@figure Line_projection_No_Dropout Прямые через начальные и через обученные веса
@figure Line_projection_Dropout_0 То же после обучения с дропаутом 0,2
@figure plane_projection Функция потерь на плоскости, проходящей через обученные
    веса
@figure paths Между двумя обученными сетями: отрезок и обученная кривая
*/
#include "shared/lessons.h"

HYPOTHESIS(trained, "the point that lines go through was trained",
           "точка, через которую проходят прямые, обучена", NULL);
HYPOTHESIS(drawn_apart, "directions are drawn independently",
           "направления выбираются независимо", NULL);
HYPOTHESIS(curve_trained, "the curve's middle point was trained",
           "средняя точка кривой обучена", NULL);
static const struct hypothesis *const hypotheses[] = {trained, drawn_apart,
                                                      curve_trained};
/**
## The networks

Two layers of 32 ReLU units and ten outputs; after each hidden layer every number is
dropped with the probability that the picture's title tells. Adam, step 0.003, 400
steps of 16 images.
*/
/**ru 2318606010
## Сети

Два слоя по 32 нейрона ReLU и десять выходов; после каждого скрытого слоя каждое
число отбрасывается с вероятностью, указанной в названии рисунка. Adam, шаг
0,003, 400 шагов по 16 изображений.
*/
enum {
    SEEDS = 48,
    MORE_SEEDS = 64,
    SIDE = 14,
    IMAGES = 1024,
    LOOKED_AT = 256, /* images on which losses are compared */
    UNITS = 32,
    STEPS = 400,
    BATCH = 16
};
static struct network *two_layers(double dropped) {
    struct network *n = network_new(SIDE * SIDE);
    for (size_t l = 0; l < 2; l++) {
        network_dense(n, 1, UNITS, 2);
        network_relu(n);
        if (dropped > 0) network_dropout(n, dropped);
    }
    network_dense(n, 1, IMAGE_CLASSES, 1);
    return n;
}
enum { DEEP = 14, NARROW = 16 };
/* Sixteen networks, trained, where they started, and what draws for them. */
struct place {
    struct examples images, looked_at, unseen;
    struct network *network;
    struct training training;
    struct problem *problem;
    struct pcg_lanes random;
    real *start, *end;
};
static void train_to(struct place *s, size_t steps, real end[]) {
    const struct method *adam = &method_adam;
    struct settings settings = method_settings(adam);
    settings.alpha = 0.003;
    struct trajectory t = trajectory_new(s->problem, adam, &settings);
    trajectory_begin(&t, &s->random);
    memcpy(s->start, t.x, s->problem->dim * sizeof *t.x);
    while (t.k < steps)
        trajectory_draw(&t, &s->random, pcg_surplus(s->problem->components));
    memcpy(end, t.x, s->problem->dim * sizeof *t.x);
    trajectory_free(&t);
}
/* Takes the network over. */
static void place_open(struct place *s, struct network *network, size_t steps,
                       const struct pcg_lanes *random) {
    s->images = s->looked_at = images_read(TRAINING, IMAGES, SIDE);
    s->unseen = images_read(TESTING, LOOKED_AT, SIDE);
    s->looked_at.count = LOOKED_AT;
    s->network = network;
    s->training = (struct training){network, &s->images};
    s->problem = network_problem(&s->training, BATCH);
    s->random = *random;
    s->start = allocate(2 * network->weights, sizeof *s->start);
    s->end = s->start + network->weights;
    train_to(s, steps, s->end);
}
static void place_close(struct place *s) {
    free(s->start);
    problem_free(s->problem);
    network_free(s->network);
    examples_free(&s->images);
    examples_free(&s->unseen);
}
static real loss_at(const struct place *s, const real w[]) {
    return network_score(s->network, &s->looked_at, w, NULL).loss;
}
/**
## Lines

$\|w_1\|=\|w\|$ where $w$ is the point that the line goes through.
*/
/**ru 301905284
## Прямые

$\|w_1\|=\|w\|$, где $w$ — точка, через которую проходит прямая.
*/
static real norm(size_t dim, const real a[]) {
    return real_sqrt(real_dot(dim, a, a));
}
/* Gaussian, and as long as `like`: as a whole, or matrix by matrix. */
static void draw_direction(struct place *s, const real like[], bool by_layer,
                           real out[]) {
    size_t whole_one = s->problem->dim;
    for (size_t b = 0, at = 0; at < whole_one; b++) {
        const struct shape *block = &s->network->blocks[b];
        size_t count = by_layer ? block->rows * block->columns : whole_one;
        for (size_t j = 0; j < count; j++)
            out[at + j] = pcg_lanes_gaussian(&s->random);
        real scale = norm(count, like + at) / norm(count, out + at);
        for (size_t j = 0; j < count; j++) out[at + j] *= scale;
        at += count;
    }
}
enum { POINTS = 31, MIDDLE = POINTS / 2 };
static double along(size_t i) {
    return 0.3 * ((double)i - MIDDLE) / MIDDLE;
}
/* w + a d. */
static void move_to(size_t dim, const real w[], real a, const real d[],
                    real out[]) {
    for (size_t j = 0; j < dim; j++) out[j] = w[j] + a * d[j];
}
struct line {
    double dropped;
    bool at_start;
};
/* 1 where the mean of the line's ends is higher than its middle, by more than a
 * twentieth of that: a slope in the middle adds nothing to it. */
static real middle_of_a_bowl(struct pcg_lanes *random, const void *with) {
    const struct line *line = with;
    struct place s;
    place_open(&s, two_layers(line->dropped), line->at_start ? 0 : STEPS,
               random);
    size_t dim = s.problem->dim;
    real *d = allocate(2 * dim, sizeof *d), *w = d + dim, ends = {0};
    draw_direction(&s, s.end, false, d);
    for (size_t side = 0; side < 2; side++) {
        move_to(dim, s.end, real_all(along(side ? POINTS - 1 : 0)), d, w);
        ends += loss_at(&s, w) / 2;
    }
    real border = 1.05 * loss_at(&s, s.end);
    free(d);
    place_close(&s);
    return real_where(real_less(border, ends), real_all(1), (real){0});
}
static void bowls(struct inquiry *q) {
    const struct line *line = q->with;
    /* The start need not be trained, so that more of them cost nothing. */
    const struct seeds seeds = {line->at_start      ? 4 * (size_t)SEEDS
                                : line->dropped > 0 ? MORE_SEEDS
                                                    : SEEDS,
                                .number = middle_of_a_bowl, .with = line};
    inquiry_probability(q, &seeds, "images", "adam",
                        line->at_start ? 0 : (size_t)STEPS, AT_LEAST, 0.5);
}
CLAIM(trained_in_a_bowl, SHARPNESS,
      COMPUTE(bowls, &(const struct line){0, false}, .limits = 2),
      "On a random line through trained weights the mean of both ends is "
      "higher by more than a twentieth, in more than half of the seeds.",
      "На случайной прямой через обученные веса среднее потерь на двух концах "
      "превышает потери в середине более чем на одну двадцатую, более чем при "
      "половине зёрен.");
CLAIM(trained_in_a_bowl_dropout, SHARPNESS,
      COMPUTE(bowls, &(const struct line){0.2, false}, .limits = 2),
      "The same for networks that were trained with dropout 0.2.",
      "То же для сетей, обученных с дропаутом 0,2.");
CLAIM(control_start_in_a_bowl, CONTROL,
      DROPS(trained,
            COMPUTE(bowls, &(const struct line){0, true}, .limits = 2)),
      "The same through the weights at the start.",
      "То же на прямой через начальные веса.");
/**
## Planes

The page [random_directions](random_directions.html) has the law of the angle:
$p\cos^2$ is about $\chi^2_1$, so that $|\cos|\le\frac4{\sqrt p}$ fails once in
16,000 times. The notebook behind the lecture's picture draws one vector and uses
it twice: its plane is a line.
*/
/**ru 1942341545
## Плоскости

Распределение угла найдено на странице [о случайных
направлениях](random_directions.html): $p\cos^2$ распределено примерно как
$\chi^2_1$, так что $|\cos|\le\frac4{\sqrt p}$ не выполняется в одном случае из
16 000. В ноутбуке, из которого взята картинка лекции, выбирается один вектор и
используется дважды: его плоскость — это прямая.
*/
static real orthogonal(struct pcg_lanes *random, const void *with) {
    const bool *twice = with;
    struct network *n = two_layers(0);
    size_t dim = n->weights;
    real *a = allocate(2 * dim, sizeof *a), *b = *twice ? a : a + dim;
    for (size_t j = 0; j < 2 * dim; j++) a[j] = pcg_lanes_gaussian(random);
    real cosine = real_dot(dim, a, b) / (norm(dim, a) * norm(dim, b));
    truth small =
        real_at_most(real_abs(cosine), real_all(4 / sqrt((double)dim)));
    free(a);
    network_free(n);
    return real_where(small, real_all(1), (real){0});
}
static void orthogonals(struct inquiry *q) {
    const struct seeds seeds = {SEEDS, .number = orthogonal, .with = q->with};
    inquiry_probability(q, &seeds, "images", "two directions", 2, AT_LEAST,
                        0.5);
}
CLAIM(directions_are_orthogonal, SHARPNESS,
      COMPUTE(orthogonals, &(const bool){false}, .limits = 2),
      "$|\\cos|\\le4/\\sqrt p$ for the two directions of a plane, in more than "
      "half of "
      "the seeds.",
      "$|\\cos|\\le4/\\sqrt p$ для двух направлений плоскости, более чем при "
      "половине зёрен.");
CLAIM(control_same_vector, CONTROL,
      DROPS(drawn_apart,
            COMPUTE(orthogonals, &(const bool){true}, .limits = 2)),
      "The same where one vector is used twice.",
      "То же, если один вектор использован дважды.");
/**
## Depth

On a grid a function is convex at a point if the matrix of its second differences
is positive semidefinite there: those along the axes, and the mixed one from the four
corners.
*/
/**ru 3199225997
## Глубина

На сетке функция считается выпуклой в точке, если матрица её вторых разностей
там неотрицательно определена; это разности вдоль осей и смешанная, по четырём
углам.
*/
enum { GRID = 13 };
/* The share of the grid's inner points where the loss is convex. */
static real convex_share(bool residual, struct pcg_lanes *random) {
    struct place s;
    place_open(
        &s, story_residual(DEEP, SIDE * SIDE, NARROW, IMAGE_CLASSES, residual),
        STEPS, random);
    size_t dim = s.problem->dim;
    real *d = allocate(3 * dim, sizeof *d), *e = d + dim, *w = e + dim,
         f[GRID][GRID], convex = {0};
    draw_direction(&s, s.end, true, d);
    draw_direction(&s, s.end, true, e);
    for (size_t r = 0; r < GRID; r++)
        for (size_t c = 0; c < GRID; c++) {
            double x = 2 * (double)c / (GRID - 1) - 1,
                   y = 2 * (double)r / (GRID - 1) - 1;
            for (size_t j = 0; j < dim; j++)
                w[j] = s.end[j] + x * d[j] + y * e[j];
            f[r][c] = loss_at(&s, w);
        }
    for (size_t r = 1; r + 1 < GRID; r++)
        for (size_t c = 1; c + 1 < GRID; c++) {
            real xx = f[r][c + 1] - 2 * f[r][c] + f[r][c - 1],
                 yy = f[r + 1][c] - 2 * f[r][c] + f[r - 1][c],
                 xy = (f[r + 1][c + 1] - f[r + 1][c - 1] - f[r - 1][c + 1] +
                       f[r - 1][c - 1]) /
                      4;
            truth yes = real_at_most((real){0}, xx) &
                        real_at_most((real){0}, yy) &
                        real_at_most(xy * xy, xx * yy);
            convex += real_where(yes, real_all(1), (real){0});
        }
    *random = s.random;
    free(d);
    place_close(&s);
    return convex / ((GRID - 2) * (GRID - 2));
}
static real sums_help(struct pcg_lanes *random, const void *with) {
    (void)with;
    real plain = convex_share(false, random),
         residual = convex_share(true, random);
    return real_where(real_less(plain, residual), real_all(1), (real){0});
}
static void more_convex(struct inquiry *q) {
    const struct seeds seeds = {SEEDS, .number = sums_help};
    inquiry_probability(q, &seeds, "16 layers", "adam", STEPS, AT_LEAST, 0.5);
}
CLAIM(sums_are_more_convex, SHARPNESS, COMPUTE(more_convex, .limits = 2),
      "The network with residual sums is convex on more of its plane than the "
      "one "
      "without, in more than half of the seeds.",
      "Функция потерь сети с остаточными связями выпукла на большей части "
      "своей плоскости, чем у сети без них, более чем при половине зёрен.");
/**
## A curve

Two networks, $a$ and $b$, are trained from different starts. On the segment
between them the loss is high. The parabola
$w(t)=(1-t)^2a+2t(1-t)\,\theta+t^2b$ has the same ends; its middle point $\theta$ is trained by
SGD on $\mathbb E_tL(w(t))$, with the stochastic gradient
$2t(1-t)\nabla L(w(t))$, here by Adam.
*/
/**ru 1286138173
## Кривая

Две сети, $a$ и $b$, обучаются из разных начальных точек. На отрезке между ними
потери велики. Парабола $w(t)=(1-t)^2a+2t(1-t)\,\theta+t^2b$ имеет те же концы;
её средняя точка $\theta$ обучается на $\mathbb E_tL(w(t))$ методом SGD со
стохастическим градиентом $2t(1-t)\nabla L(w(t))$; здесь вместо SGD взят Adam.
*/
enum { STOPS = 11 };
struct ends {
    struct place place;
    real *a, *b, *theta;
};
static void on_parabola(const struct ends *s, real t, real out[]) {
    real first = (1 - t) * (1 - t), middle = 2 * t * (1 - t), last = t * t;
    for (size_t j = 0; j < s->place.problem->dim; j++)
        out[j] = first * s->a[j] + middle * s->theta[j] + last * s->b[j];
}
static void ends_open(struct ends *s, size_t steps, struct pcg_lanes *random) {
    place_open(&s->place, two_layers(0), STEPS, random);
    struct problem *p = s->place.problem;
    size_t dim = p->dim;
    s->a = allocate(7 * dim, sizeof *s->a);
    s->b = s->a + dim;
    s->theta = s->b + dim;
    real *w = s->theta + dim, *g = w + dim, *state = g + dim;
    memcpy(s->a, s->place.end, dim * sizeof *s->a);
    train_to(&s->place, STEPS, s->b);
    for (size_t j = 0; j < dim; j++) s->theta[j] = (s->a[j] + s->b[j]) / 2;
    struct settings settings = method_settings(&method_adam);
    settings.alpha = 0.003;
    for (size_t k = 0; k < steps; k++) {
        real t = pcg_lanes_unit(&s->place.random);
        on_parabola(s, t, w);
        p->draw(p, w, &s->place.random, g);
        for (size_t j = 0; j < dim; j++) g[j] *= 2 * t * (1 - t);
        method_adam.step(&settings, k, dim, s->theta, g, state);
    }
}
static void ends_close(struct ends *s) {
    free(s->a);
    place_close(&s->place);
}
/* Losses on the way, on the segment or on the curve. */
static void on_the_way(const struct ends *s, bool curve, real loss[STOPS]) {
    size_t dim = s->place.problem->dim;
    real *w = allocate(dim, sizeof *w);
    for (size_t i = 0; i < STOPS; i++) {
        real t = real_all((double)i / (STOPS - 1));
        if (curve)
            on_parabola(s, t, w);
        else
            for (size_t j = 0; j < dim; j++)
                w[j] = (1 - t) * s->a[j] + t * s->b[j];
        loss[i] = loss_at(&s->place, w);
    }
    free(w);
}
/* How far the way rises above its higher end. */
static real rise(const real loss[STOPS]) {
    real highest = loss[0];
    for (size_t i = 1; i < STOPS; i++) highest = real_max(highest, loss[i]);
    return highest - real_max(loss[0], loss[STOPS - 1]);
}
/* 1 where the segment rises by more than 0.3, and the curve by less than a third
 * of what the segment rises. */
static real curve_is_low(struct pcg_lanes *random, const void *with) {
    const size_t *steps = with;
    struct ends s;
    real segment[STOPS], curve[STOPS];
    ends_open(&s, *steps, random);
    on_the_way(&s, false, segment);
    on_the_way(&s, true, curve);
    ends_close(&s);
    truth yes = real_less(real_all(0.3), rise(segment)) &
                real_less(3 * rise(curve), rise(segment));
    return real_where(yes, real_all(1), (real){0});
}
static void connected(struct inquiry *q) {
    const size_t *steps = q->with;
    const struct seeds seeds = {SEEDS, .number = curve_is_low, .with = steps};
    inquiry_probability(q, &seeds, "images", "adam", *steps, AT_LEAST, 0.5);
}
CLAIM(connected_by_a_curve, SHARPNESS,
      COMPUTE(connected, &(const size_t){STEPS}, .limits = 2),
      "On the segment the loss rises by more than 0.3, on the curve by less "
      "than a third of that, in more than half of the seeds.",
      "На отрезке потери поднимаются более чем на 0,3, на кривой — менее чем "
      "на треть этой высоты, более чем при половине зёрен.");
CLAIM(control_untrained_curve, CONTROL,
      DROPS(curve_trained, COMPUTE(connected, &(const size_t){0}, .limits = 2)),
      "The same before the curve is trained: it is the segment.",
      "То же до обучения кривой: тогда она и есть отрезок.");

static const struct claim *const claims[] = {
    trained_in_a_bowl,       trained_in_a_bowl_dropout,
    control_start_in_a_bowl, directions_are_orthogonal,
    control_same_vector,     sums_are_more_convex,
    connected_by_a_curve,    control_untrained_curve};

/* ---- the lecture's pictures ---- */

static struct pcg_lanes shown_lanes(void) {
    return pcg_lanes_of_runs(1, pcg_name(0, "landscapes"), 0);
}
/* A line a seed: faint ones, and above them the first, with the name. */
static void draw_seeds(struct canvas *c, struct pen pen,
                       const char *const name[2], size_t count,
                       const double x[], const real y[]) {
    double(*points)[2] = allocate(count, sizeof *points);
    for (size_t l = LANES; l-- > 0;) {
        for (size_t i = 0; i < count; i++) {
            points[i][0] = x[i];
            points[i][1] = y[i][l];
        }
        pen.weight = l ? 0.2 : 1.4;
        pen.name[0] = l ? NULL : name[0];
        pen.name[1] = l ? NULL : name[1];
        canvas_draw(c, pen, (const double(*)[2])points, count);
    }
    free(points);
}
static void draw_line(struct canvas *c, struct place *s, size_t panel,
                      const real through[]) {
    static const char *const names[2][2] = {{"train", "обучение"},
                                            {"test", "проверка"}};
    size_t dim = s->problem->dim;
    real *d = allocate(2 * dim, sizeof *d), *w = d + dim, loss[2][POINTS];
    double x[POINTS];
    draw_direction(s, through, false, d);
    for (size_t i = 0; i < POINTS; i++) {
        move_to(dim, through, real_all(along(i)), d, w);
        loss[0][i] = loss_at(s, w);
        loss[1][i] = network_score(s->network, &s->unseen, w, NULL).loss;
    }
    for (size_t i = 0; i < POINTS; i++) x[i] = along(i);
    for (size_t set = 0; set < 2; set++)
        draw_seeds(c, (struct pen){.panel = panel, .colour = set}, names[set],
                   POINTS, x, loss[set]);
    free(d);
}
static void draw_lines(struct canvas *c, const void *with) {
    const double *dropped = with;
    struct place s;
    struct pcg_lanes random = shown_lanes();
    place_open(&s, two_layers(*dropped), STEPS, &random);
    draw_line(c, &s, 0, s.start);
    draw_line(c, &s, 1, s.end);
    place_close(&s);
}
static void draw_paths(struct canvas *c, const void *with) {
    (void)with;
    static const char *const names[2][2] = {{"segment", "отрезок"},
                                            {"curve", "кривая"}};
    struct ends s;
    struct pcg_lanes random = shown_lanes();
    ends_open(&s, STEPS, &random);
    double t[STOPS];
    for (size_t i = 0; i < STOPS; i++) t[i] = (double)i / (STOPS - 1);
    for (size_t curve = 0; curve < 2; curve++) {
        real loss[STOPS];
        on_the_way(&s, curve, loss);
        draw_seeds(c, (struct pen){.colour = 1 - curve}, names[curve], STOPS, t,
                   loss);
    }
    ends_close(&s);
}
/* Sixteen points of the plane at a time, of the network of one seed. */
enum { PLANE = 51 };
static void fill_plane(const struct map *m, double heights[]) {
    struct place s;
    struct pcg_lanes random = shown_lanes();
    place_open(&s, two_layers(0), STEPS, &random);
    size_t dim = s.problem->dim;
    real *d = allocate(3 * dim, sizeof *d), *e = d + dim, *w = e + dim;
    draw_direction(&s, s.end, false, d);
    draw_direction(&s, s.end, false, e);
    for (size_t first = 0; first < PLANE * PLANE; first += LANES) {
        real x = {0}, y = {0};
        for (size_t l = 0; l < LANES && first + l < PLANE * PLANE; l++) {
            size_t at = first + l;
            x[l] = m->low[0] + (m->high[0] - m->low[0]) * (double)(at % PLANE) /
                                   (PLANE - 1);
            y[l] = m->low[1] + (m->high[1] - m->low[1]) * (double)(at / PLANE) /
                                   (PLANE - 1);
        }
        for (size_t j = 0; j < dim; j++)
            w[j] = s.end[j][0] + x * d[j][0] + y * e[j][0];
        real loss = loss_at(&s, w);
        for (size_t l = 0; l < LANES && first + l < PLANE * PLANE; l++)
            heights[first + l] = loss[l];
    }
    free(d);
    place_close(&s);
}
static const struct map maps[] = {
    {.name = "plane_projection",
     .title = {"On a random plane the trained point lies in a bowl",
               "На случайной плоскости обученная точка лежит в чаше"},
     .x = {"α", "α"},
     .y = {"β", "β"},
     .low = {-1, -1},
     .high = {1, 1},
     .fill = fill_plane,
     .side = PLANE,
     .height_name = {"loss", "потери"},
     .logarithmic = true,
     .star = (const double[]){0, 0}},
};
#define LINE_PANELS                                                            \
    {                                                                          \
        {.title = {"through the start", "через начальную точку"},              \
         .x = {"α", "α"},                                                      \
         .y = {"loss", "потери"}},                                             \
            {.title = {"through trained weights", "через обученные веса"},     \
             .x = {"α", "α"},                                                  \
             .y = {"loss", "потери"}},                                         \
    }
static const struct picture pictures[] = {
    {.name = "Line_projection_No_Dropout",
     .title = {"Trained weights lie in a bowl of a random line",
               "Обученные веса лежат в чаше случайной прямой"},
     .shows = {"Loss along random lines for sixteen seeds, left through the "
               "weights at the start, where it is about flat, right through "
               "trained ones, where it is a bowl.",
               "Потери вдоль случайных прямых для шестнадцати запусков: слева "
               "через начальные веса, где они почти не меняются, справа через "
               "обученные, где это чаша."},
     .width = 900,
     .height = 400,
     .panel_count = 2,
     .panel = LINE_PANELS,
     .draw = draw_lines,
     .with = &(const double){0}},
    {.name = "Line_projection_Dropout_0",
     .title = {"Trained with dropout 0.2: the same, wider",
               "Обучение с дропаутом 0,2: то же, но шире"},
     .shows = {"The same for networks that were trained with dropout.",
               "То же для сетей, обученных с дропаутом."},
     .width = 900,
     .height = 400,
     .panel_count = 2,
     .panel = LINE_PANELS,
     .draw = draw_lines,
     .with = &(const double){0.2}},
    {.name = "paths",
     .title = {"A curve connects what a segment does not",
               "Кривая соединяет то, чего не соединяет отрезок"},
     .shows =
         {"Loss from one trained network to another: on the segment it "
          "rises high, on the trained curve hardly.",
          "Потери на пути от одной обученной сети к другой: на отрезке они "
          "высоки, на обученной кривой почти не растут."},
     .panel = {{.x = {"t", "t"}, .y = {"loss", "потери"}}},
     .draw = draw_paths},
};

const struct theorem theorem_loss_landscapes = {
    .id = "loss_landscapes",
    .title = {"What a line, a plane and a curve show of a loss",
              "Что показывают прямая, плоскость и кривая"},
    .source = "Проекция функции потерь нейронной сети",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    MAPS(maps),
    PICTURES(pictures),
};

/**
## Exercises

@exercise trained_in_a_bowl The claim compares the middle of a line with the mean of its two
    ends, $\alpha=\pm0.3$, and not with each of them. Expand $L(\alpha)$ to the second order:
    what does the mean keep, what does it drop, and how large a curvature does "by more than a
    twentieth" ask for? The program's answer:
    `descent verify loss_landscapes/trained_in_a_bowl`. :: With $L(\alpha)\approx L(0)+\alpha L'(0)+\frac12\alpha^2L''(0)$ the
    mean of both ends is above the middle by $\frac12\cdot0.09\,L''(0)$: the slope drops out,
    which at a point that is no exact minimum raises one end and lowers the other. So the claim
    asks that the curvature $L''(0)=w_1^\top\nabla^2L\,w_1$ along a random direction be above
    $\frac{0.05}{0.045}L(0)$, about $1.1\,L(0)$, as far as the second order goes. It shows a
    bowl on a random line; it does not show that no other line leads down.
@exercise control_same_vector In the notebook behind the lecture's picture both axes of the
    plane are the same vector, $e=d$. What must the level lines of $L(w+\alpha d+\beta e)$ then
    look like, whatever the network, and what are the angle between the directions and the
    determinant of the second derivatives? How would you notice the mistake in the picture
    alone? The program's answer:
    `descent verify loss_landscapes/control_same_vector`. :: The loss is a function of $\alpha+\beta$ alone, so that all level lines are
    straight and parallel to $\alpha+\beta=0$. The cosine is 1 and far above $\frac4{\sqrt p}$,
    which is why the control fails. All four second derivatives are equal, their determinant is
    0, and what looks like a valley that is level along its floor is one line drawn many times.
    Two independent directions show a bowl with closed level lines around the trained point, as
    in the figure above.
@exercise control_untrained_curve Training of the curve starts from $\theta=\frac12(a+b)$. Show
    that the parabola $w(t)$ is the segment then, with the same $t$. At which $t$ does the
    gradient pull at $\theta$ most, and why can the ends not get worse?
    The program's answer:
    `descent verify loss_landscapes/control_untrained_curve`. ::
    $(1-t)^2a+t(1-t)(a+b)+t^2b=(1-t)a+tb$, since $(1-t)^2+t(1-t)=1-t$ and $t(1-t)+t^2=t$. So
    before training the curve rises just as high as the segment, and not by less than a third of
    that: the claim fails without training. $\theta$ enters with the weight $2t(1-t)$, which is
    largest, $\frac12$, in the middle, where the segment is far from both networks, and 0 at
    both ends: these stay $a$ and $b$ whatever $\theta$ does.
*/
/**ru 2385736378
## Упражнения

@exercise trained_in_a_bowl Утверждение сравнивает середину прямой со средним двух её концов,
    $\alpha=\pm0.3$, а не с каждым из них. Разложите $L(\alpha)$ до второго порядка: что среднее
    сохраняет, что отбрасывает и какой кривизны требуют слова «более чем на одну двадцатую»?
    Ответ программы:
    `descent verify loss_landscapes/trained_in_a_bowl`. ::
    При $L(\alpha)\approx L(0)+\alpha L'(0)+\frac12\alpha^2L''(0)$ среднее двух концов выше
    середины на $\frac12\cdot0.09\,L''(0)$: наклон исчезает, а в точке, которая не есть точный
    минимум, он поднимает один конец и опускает другой. Таким образом, утверждение требует,
    чтобы кривизна $L''(0)=w_1^\top\nabla^2L\,w_1$ вдоль случайного направления была больше
    $\frac{0.05}{0.045}L(0)$, около $1.1\,L(0)$, насколько достаточно второго порядка. Оно
    показывает чашу на случайной прямой; что никакая другая прямая не ведёт вниз, оно не
    показывает.
@exercise control_same_vector В ноутбуке, из которого взята картинка лекции, обе оси плоскости —
    один и тот же вектор, $e=d$. Как тогда должны выглядеть линии уровня
    $L(w+\alpha d+\beta e)$, какова бы ни была сеть, и чему равны угол между направлениями и
    определитель вторых производных? Как заметить ошибку по одной лишь картинке?
    Ответ программы:
    `descent verify loss_landscapes/control_same_vector`. :: Потери
    зависят только от $\alpha+\beta$, поэтому все линии уровня — прямые, параллельные прямой
    $\alpha+\beta=0$. Косинус равен 1, намного больше $\frac4{\sqrt p}$, почему контроль и
    нарушается. Все четыре вторые производные равны, определитель равен 0, и то, что выглядит
    долиной с горизонтальным дном, — одна прямая, нарисованная много раз. Два независимых
    направления показывают вокруг обученной точки чашу с замкнутыми линиями уровня, как на
    рисунке выше.
@exercise control_untrained_curve Обучение кривой начинается с $\theta=\frac12(a+b)$. Покажите,
    что тогда парабола $w(t)$ — это отрезок, с тем же $t$. При каком $t$ градиент тянет $\theta$
    сильнее всего и почему концы не могут стать хуже?
    Ответ программы:
    `descent verify loss_landscapes/control_untrained_curve`. :: $(1-t)^2a+t(1-t)(a+b)+t^2b=(1-t)a+tb$,
    так как $(1-t)^2+t(1-t)=1-t$ и $t(1-t)+t^2=t$. Значит, до обучения потери на кривой
    поднимаются ровно так же высоко, как на отрезке, а не менее чем на треть этой высоты: без
    обучения утверждение неверно. $\theta$ входит с весом $2t(1-t)$, который наибольший,
    $\frac12$, в середине, где отрезок далёк от обеих сетей, и равен 0 на концах: они остаются
    $a$ и $b$, что бы ни происходило с $\theta$.
*/

/**
## Errata

1. The notebook of the plane's picture draws one random vector and uses it for both
   axes: what it shows is a line, seen from the side.

## References

- H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, *Visualizing the loss landscape of
  neural nets*, NeurIPS 2018: directions as long as the weights, layer by layer;
  residual networks.
- T. Garipov, P. Izmailov, D. Podoprikhin, D. Vetrov, A. G. Wilson, *Loss surfaces, mode
  connectivity, and fast ensembling of DNNs*, NeurIPS 2018: the curve.
- I. Skorokhodov, M. Burtsev, *Loss landscape sightseeing with multi-point
  optimization*, 2019: the last slide's pictures, which are found by training a whole
  grid of networks to fit them; not drawn here.
*/
/**ru 3897048348
## Поправки

1. Ноутбук, в котором построена картинка с плоскостью, выбирает один случайный
   вектор и берёт его для обеих осей: на ней изображена прямая, видимая сбоку.

## Литература

- H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, *Visualizing the loss
  landscape of neural nets*, NeurIPS 2018: направления такой же длины, как веса,
  слой за слоем; остаточные сети.
- T. Garipov, P. Izmailov, D. Podoprikhin, D. Vetrov, A. G. Wilson, *Loss
  surfaces, mode connectivity, and fast ensembling of DNNs*, NeurIPS 2018:
  кривая.
- I. Skorokhodov, M. Burtsev, *Loss landscape sightseeing with multi-point
  optimization*, 2019: картинки последнего слайда; их находят, обучая целую
  сетку сетей так, чтобы она им соответствовала; здесь они не построены.
*/
