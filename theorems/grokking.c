/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Grokking: a network that has learned by heart understands later

The lecture (slide «Modular Division (training on 50% of data)») shows the accuracy
of a network that learns to divide modulo a prime from half of the table: on that
half it is right soon, on the other half for a long time it only guesses; and then,
when nothing seems to happen any more, it learns the rule.

Here the task is Power's: $a,b$ with $b\ne0$ modulo a prime $p$, and the class is
the quotient $\frac ab$. The network is Gromov's: a vector for $a$ and one for $b$, their
sum, squares, and a layer of outputs,
$$z_c(a,b)=\sum_jW_{cj}\bigl(U_{aj}+V_{bj}\bigr)^2+\beta_c. \tag{1}$$

**Theorem.** Nine units divide modulo every prime. Let $g$ be a primitive root,
$a=g^\alpha$, $b=g^{\alpha'}$, $c=g^\gamma$, $\omega=\frac{2\pi}{p-1}$, and for the
nine pairs of phases $\varphi,\psi\in\{0,\frac{2\pi}3,\frac{4\pi}3\}$
$$U_{aj}=\cos(\omega\alpha+\varphi_j),\quad V_{bj}=\cos(-\omega\alpha'+\psi_j),\quad W_{cj}=\cos(\omega\gamma+\varphi_j+\psi_j), \tag{2}$$
$U_{0j}=W_{0j}=0$, $\beta_0=\frac94$, other $\beta_c=0$. Then for $a,c\ne0$
$$z_c(a,b)=\tfrac92\cos\bigl(\omega(\alpha-\alpha'-\gamma)\bigr), \tag{3}$$
while $z_0=\frac94$ for every $a$, and $z_c=0$ for $a=0\ne c$. So the largest is $\frac92$, at
$c=\frac ab$ alone, and for $a=0$ it is $z_0$. So such weights exist, the network can hold them, and the loss can be
brought to 0 by making them larger. Whether training finds the rule or a table is
another question.

**Experiment.** $p=23$, 64 units, AdamW with the step 0.01, $\beta_1=0.9$,
$\beta_2=0.98$, all of the training half at each step. Every seed draws its own
half of the pairs, and its own weights.

1. After 100 steps more than half of the seeds have no error on what they have
   seen, and in more than half of the seeds more than half of the rest is wrong: *by
   heart*.
2. With weight decay $\lambda=1$ more than half of the seeds have at most a quarter of
   the rest wrong after 1000 steps; with $\lambda=0.3$ more than half still have at least
   that much wrong then, and at most a quarter after 2500: the delay is longer where
   the decay is weaker.
3. Without weight decay more than half of the seeds still have more than half of the rest
   wrong after 1000 steps.

@figure grokking Accuracy on both halves, sixteen seeds and their median
*/
/**ru 2713595138
# Гроккинг: сначала наизусть, потом с пониманием

Лекция (слайд «Modular Division (training on 50% of data)») показывает точность
сети, которая учится делить по простому модулю, видя половину таблицы: на этой
половине она скоро отвечает верно, на другой долгое время лишь угадывает; а
потом, когда кажется, что больше ничего не происходит, она усваивает правило.

Здесь решается задача из статьи Power и соавторов: даны вычеты $a,b$ по простому
модулю $p$, $b\ne0$, а класс — это частное $\frac ab$. Сеть взята у Громова:
вектор для $a$, вектор для $b$, их сумма, квадраты и выходной слой,
$$z_c(a,b)=\sum_jW_{cj}\bigl(U_{aj}+V_{bj}\bigr)^2+\beta_c. \tag{1}$$

**Теорема.** Девять нейронов делят по любому простому модулю. Пусть $g$ —
первообразный корень, $a=g^\alpha$, $b=g^{\alpha'}$, $c=g^\gamma$,
$\omega=\frac{2\pi}{p-1}$, и пусть для девяти пар фаз
$\varphi,\psi\in\{0,\frac{2\pi}3,\frac{4\pi}3\}$
$$U_{aj}=\cos(\omega\alpha+\varphi_j),\quad V_{bj}=\cos(-\omega\alpha'+\psi_j),\quad W_{cj}=\cos(\omega\gamma+\varphi_j+\psi_j), \tag{2}$$
$U_{0j}=W_{0j}=0$, $\beta_0=\frac94$, остальные $\beta_c=0$. Тогда при $a,c\ne0$
$$z_c(a,b)=\tfrac92\cos\bigl(\omega(\alpha-\alpha'-\gamma)\bigr), \tag{3}$$
при этом $z_0=\frac94$ для всех $a$ и $z_c=0$ при $a=0\ne c$. Поэтому наибольшее
значение $\frac92$ принимается только при $c=\frac ab$, а при $a=0$ наибольшее —
$z_0$. Значит, такие веса существуют, сеть может их вместить, и, увеличивая эти
веса, потери можно довести до 0. Найдёт ли обучение правило или же таблицу —
другой вопрос.

**Эксперимент.** $p=23$, 64 нейрона, AdamW с шагом 0,01, $\beta_1=0.9$,
$\beta_2=0.98$, на каждом шаге вся обучающая половина. У каждого запуска своё
зерно, а с ним своя половина пар и свои веса.

1. После 100 шагов более половины запусков не ошибаются на том, что видели, и
   более чем в половине запусков неверно более половины остального: выучено
   *наизусть*.
2. При затухании весов $\lambda=1$ после 1000 шагов более чем в половине
   запусков неверно не более четверти остального; при $\lambda=0.3$ более чем в
   половине запусков к этому моменту неверно ещё не менее четверти, а после
   2500 — не более четверти: чем слабее затухание, тем дольше задержка.
3. Без затухания весов и после 1000 шагов более чем в половине запусков неверно
   более половины остального.

@figure grokking Точность на обеих половинах, шестнадцать запусков и их медиана
*/
#include "shared/lessons.h"

HYPOTHESIS(three_phases, "phases are all pairs of three equidistant ones",
           "фазы — все пары из трёх равноотстоящих", NULL);
HYPOTHESIS(weight_decay, "weights decay", "веса затухают", NULL);
static const struct hypothesis *const hypotheses[] = {three_phases,
                                                      weight_decay};

/* The whole table of quotients: a, p + b, and the class. */
static struct examples quotients(size_t p) {
    struct examples e = examples_new(p * (p - 1), 2, 1, p);
    size_t row = 0;
    for (size_t b = 1; b < p; b++)
        for (size_t c = 0; c < p; c++, row++) {
            example_row(&e, row)[0] = (double)(b * c % p);
            example_row(&e, row)[1] = (double)(p + b);
            example_row(&e, row)[2] = (double)c;
        }
    return e;
}
static struct network *divider(size_t p, size_t units) {
    struct network *n = network_new(2);
    network_embedding(n, 2 * p, units, 1 / sqrt(2 * (double)p));
    network_sum(n, 2);
    network_quadratic(n);
    network_dense(n, 1, p, 1);
    return n;
}
/**
## The proof, line by line

Write $A=\omega\alpha+\varphi$, $B=-\omega\alpha'+\psi$, $C=\omega\gamma+\varphi+\psi$.

**Line 1. A unit.** With $2\cos A\cos B=\cos(A+B)+\cos(A-B)$,
$$(\cos A+\cos B)^2\cos C=\bigl(1+\tfrac12\cos2A+\tfrac12\cos2B+\cos(A+B)+\cos(A-B)\bigr)\cos C. \tag{4}$$
**Line 2. Which phases remain.** Each product of cosines in (4) is half the sum of
two cosines, whose phases are $m\varphi+n\psi$ with
$$\begin{aligned}(m,n)\in\{&\pm(1,1),\ (3,1),\ \pm(1,-1),\ (1,3),\\&(2,2),\ (2,0),\ \pm(0,2),\ (0,0)\}.\end{aligned} \tag{5}$$
The mean over the nine pairs vanishes unless both $m$ and $n$ are multiples of
three, and that is $(0,0)$ alone, from $\cos(A+B)\cos C$: the phases of $A+B$ and $C$
are the same. What remains is $\frac12\cos(A+B-C)$, nine times: (3). For $a=0$ the
unit is $\cos^2B\cos C$, whose phases are among (5) without $(0,0)$. $\blacksquare$

The weights (2) are put into the network, layer by layer, and all of its outputs
are compared with (3):
*/
/**ru 3866121253
## Доказательство строка за строкой

Обозначим $A=\omega\alpha+\varphi$, $B=-\omega\alpha'+\psi$,
$C=\omega\gamma+\varphi+\psi$.

**Строка 1. Один нейрон.** Поскольку $2\cos A\cos B=\cos(A+B)+\cos(A-B)$,
$$(\cos A+\cos B)^2\cos C=\bigl(1+\tfrac12\cos2A+\tfrac12\cos2B+\cos(A+B)+\cos(A-B)\bigr)\cos C. \tag{4}$$
**Строка 2. Какие фазы остаются.** Каждое произведение косинусов в (4) —
полусумма двух косинусов, фазы которых равны $m\varphi+n\psi$, где
$$\begin{aligned}(m,n)\in\{&\pm(1,1),\ (3,1),\ \pm(1,-1),\ (1,3),\\&(2,2),\ (2,0),\ \pm(0,2),\ (0,0)\}.\end{aligned} \tag{5}$$
Среднее по девяти парам равно нулю, если на три делятся не оба числа, $m$ и $n$;
оба делятся лишь у $(0,0)$, из $\cos(A+B)\cos C$: фазы у $A+B$ и $C$ одинаковы.
Остаётся $\frac12\cos(A+B-C)$, девять раз: это (3). При $a=0$ нейрон даёт
$\cos^2B\cos C$, и его фазы содержатся среди (5) без $(0,0)$. $\blacksquare$

Веса (2) помещаются в сеть, слой за слоем, и все её выходы сравниваются с (3):
*/
enum { PHASES = 3 };
static size_t power_mod(size_t g, size_t e, size_t p) {
    size_t result = 1;
    while (e--) result = result * g % p;
    return result;
}
/* The logarithm of each of 1, ..., p - 1 to the least primitive root. */
static void logarithms(size_t p, double log[]) {
    for (size_t g = 2, order = 0; order + 1 < p; g++) {
        order = 1;
        while (power_mod(g, order, p) != 1) order++;
        for (size_t e = 0; e < order; e++) log[power_mod(g, e, p)] = (double)e;
    }
}
/* The weights (2), with so many phases. */
static real *closed_form(size_t p, size_t phases) {
    size_t units = phases * phases;
    double *log = allocate(p, sizeof *log);
    real *w = allocate(2 * p * units + p * units + p, sizeof *w);
    real *table = w, *out = w + 2 * p * units, *bias = out + p * units;
    double omega = 2 * M_PI / (double)(p - 1);
    logarithms(p, log);
    for (size_t a = 1; a < p; a++)
        for (size_t j = 0; j < units; j++) {
            double turn = 2 * M_PI / (double)phases,
                   phi = turn * (double)(j / phases),
                   psi = turn * (double)(j % phases);
            table[a * units + j] = real_all(cos(omega * log[a] + phi));
            table[(p + a) * units + j] = real_all(cos(-omega * log[a] + psi));
            out[a * units + j] = real_all(cos(omega * log[a] + phi + psi));
        }
    bias[0] = real_all(9.0 / 4);
    free(log);
    return w;
}
/* What the network with these weights says of a pair. */
static void outputs_of(const struct network *n, const real w[], size_t p,
                       size_t a, size_t b, real z[]) {
    const real tokens[] = {real_all((double)a), real_all((double)(p + b))};
    network_outputs_at(n, w, tokens, z);
}
static void divides(struct inquiry *q) {
    const size_t *phases = q->with;
    static const size_t primes[] = {5, 7, 23, 31, 97};
    for (size_t i = 0; i < COUNT(primes); i++) {
        size_t p = primes[i];
        struct network *n = divider(p, *phases * *phases);
        real *w = closed_form(p, *phases), *z = allocate(p, sizeof *z);
        double *log = allocate(p, sizeof *log);
        struct nearest worst = {.sign = EQUAL};
        logarithms(p, log);
        for (size_t a = 0; a < p; a++)
            for (size_t b = 1; b < p; b++) {
                outputs_of(n, w, p, a, b, z);
                for (size_t c = 0; c < p; c++) {
                    double angle =
                        2 * M_PI / (double)(p - 1) * (log[a] - log[b] - log[c]);
                    double right = c == 0   ? 9.0 / 4
                                   : a == 0 ? 0
                                            : 4.5 * cos(angle);
                    nearest_take(&worst, p, 9 + z[c][0], 9 + right, 1e-12);
                }
            }
        inquiry_nearest(q, "quotients", "closed form", &worst);
        free(log);
        free(z);
        free(w);
        network_free(n);
    }
}
CLAIM(line_2_outputs, PROOF_LINE, COMPUTE(divides, &(const size_t){PHASES}),
      "All outputs for all pairs against (3), with 9 added to both, the worst "
      "one, for $p=k$.",
      "Все выходы для всех пар в сравнении с (3), к обеим частям прибавлено 9; "
      "худший из них, при $p=k$.");
CLAIM(control_two_phases, CONTROL,
      DROPS(three_phases, COMPUTE(divides, &(const size_t){2})),
      "The same with four pairs of two phases.",
      "То же с четырьмя парами из двух фаз.");
static void errors(struct inquiry *q) {
    const size_t *phases = q->with;
    static const size_t primes[] = {5, 7, 23, 31, 97};
    for (size_t i = 0; i < COUNT(primes); i++) {
        size_t p = primes[i];
        struct network *n = divider(p, *phases * *phases);
        struct examples e = quotients(p);
        real *w = closed_form(p, *phases);
        inquiry_exact(q, "quotients", "closed form", p,
                      network_score(n, &e, w, NULL).error[0], 0, EQUAL, 0);
        free(w);
        examples_free(&e);
        network_free(n);
    }
}
CLAIM(nine_units_divide, IDENTITY, COMPUTE(errors, &(const size_t){PHASES}),
      "No quotient modulo $p=k$ is wrong.",
      "Все частные по модулю $p=k$ найдены верно.");
CLAIM(control_four_units, CONTROL,
      DROPS(three_phases, COMPUTE(errors, &(const size_t){2})),
      "The same with two phases.", "То же с двумя фазами.");
/**
## Training

The loss is the cross-entropy. What a seed has not seen is what it is tested on.
*/
/**ru 2225361270
## Обучение

Функция потерь — перекрёстная энтропия. Проверка идёт на тех парах, которых
запуск не видел.
*/
enum { PRIME = 23, UNITS = 64, SEEDS = 48 };
static const double decays[] = {1, 0.3, 0};
enum { STRONG, WEAK, NONE };
static void school_open(struct school *s, size_t prime, size_t decay,
                        const size_t checkpoints[], size_t count) {
    s->sets[0] = quotients(prime);
    s->set_count = 1;
    s->network = divider(prime, prime > PRIME ? 2 * (size_t)UNITS : UNITS);
    s->lesson = (struct lesson){.network = s->network,
                                .examples = &s->sets[0],
                                .split = s->sets[0].count / 2,
                                .sets = 2,
                                .method = &method_adamw,
                                .settings = {.alpha = 0.01,
                                             .beta1 = 0.9,
                                             .beta2 = 0.98,
                                             .eps = 1e-8,
                                             .weight_decay = decays[decay]},
                                .checkpoints = checkpoints,
                                .count = count};
}
enum { CHECKPOINTS = 3, ROWS = 3 };
static const size_t checkpoints[CHECKPOINTS] = {100, 1000, 2500};
/* Whether the error on one half of the table is on one side of a limit. */
enum { SEEN, UNSEEN };
struct asked {
    size_t decay;
    struct {
        size_t at, half;
        enum sign sign;
        double error;
    } row[ROWS];
    size_t rows;
};
static void see(struct inquiry *q, void *out) {
    const struct asked *a = q->with;
    struct sight *s = out;
    s->seeds = runs_wanted(SEEDS, q->options);
    school_open(&s->school, PRIME, a->decay, checkpoints,
                a->decay == WEAK ? 3 : 2); /* that takes long */
    const struct class class = class_of(q, "quotients", s->seeds);
    s->grades[0] = lesson_take(&s->school.lesson, &class);
    if (!s->grades[0]) q->interrupted = true;
}
static const struct shared without_decay = {sizeof(struct sight), see,
                                            sight_forget},
                           with_strong = {sizeof(struct sight), see,
                                          sight_forget},
                           with_weak = {sizeof(struct sight), see,
                                        sight_forget};
static void in_most_seeds(struct inquiry *q) {
    const struct asked *a = q->with;
    const struct sight *s = inquiry_shared(q);
    if (q->trouble || q->interrupted) return;
    for (size_t r = 0; r < a->rows; r++) {
        size_t happened = 0;
        for (size_t i = 0; i < s->seeds; i++) {
            double error = lesson_grade(&s->school.lesson, s->grades[0], i,
                                        a->row[r].at, a->row[r].half)
                               ->error;
            if (!isfinite(error)) q->trouble = "a run has left all bounds";
            happened += a->row[r].sign == AT_MOST ? error <= a->row[r].error
                                                  : error >= a->row[r].error;
        }
        inquiry_share(q, "quotients", "adamw", checkpoints[a->row[r].at],
                      happened, s->seeds, AT_LEAST, 0.5);
        inquiry_which(q, q->count - 1, "decay %g, error on the %s %s %g",
                      decays[a->decay],
                      a->row[r].half == SEEN ? "half seen" : "rest",
                      a->row[r].sign == AT_MOST ? "at most" : "at least",
                      a->row[r].error);
    }
}
CLAIM(
    by_heart_then_understood, SHARPNESS,
    COMPUTE(in_most_seeds,
            &(const struct asked){STRONG,
                                  {{0, SEEN, AT_MOST, 0},
                                   {0, UNSEEN, AT_LEAST, 0.5},
                                   {1, UNSEEN, AT_MOST, 0.25}},
                                  3},
            .limits = 6, .shares = &with_strong),
    "With $\\lambda=1$, in more than half of the seeds each: after 100 steps "
    "there is no error on the half that is seen; at least half of the rest is "
    "wrong; after 1000 steps at most a quarter of it is.",
    "При $\\lambda=1$, каждое более чем в половине запусков: после 100 шагов "
    "на обучающей половине нет ошибок; неверно не менее половины остального; "
    "после 1000 шагов неверно не более четверти остального.");
CLAIM(
    weak_decay_is_later, SHARPNESS,
    COMPUTE(
        in_most_seeds,
        &(const struct asked){
            WEAK, {{1, UNSEEN, AT_LEAST, 0.25}, {2, UNSEEN, AT_MOST, 0.25}}, 2},
        .limits = 4, .shares = &with_weak),
    "With $\\lambda=0.3$ it is at least a quarter after 1000 steps, at most a "
    "quarter after 2500.",
    "При $\\lambda=0.3$ после 1000 шагов неверно не менее четверти, после 2500 "
    "— не более четверти.");
CLAIM(no_decay_stays_by_heart, SHARPNESS,
      COMPUTE(in_most_seeds,
              &(const struct asked){
                  NONE, {{0, SEEN, AT_MOST, 0}, {1, UNSEEN, AT_LEAST, 0.5}}, 2},
              .limits = 4, .shares = &without_decay),
      "Without decay there is no error on the half that is seen after 100 "
      "steps, and at least half of the rest is wrong after 1000.",
      "Без затухания после 100 шагов на обучающей половине нет ошибок, а после "
      "1000 неверно не менее половины остального.");
CLAIM(
    control_no_decay, CONTROL,
    DROPS(weight_decay,
          COMPUTE(in_most_seeds,
                  &(const struct asked){NONE, {{1, UNSEEN, AT_MOST, 0.25}}, 1},
                  .limits = 2, .shares = &without_decay)),
    "Without decay at most a quarter of the rest is wrong after 1000 steps, in "
    "more than half of the seeds.",
    "Без затухания после 1000 шагов неверно не более четверти остального, "
    "более чем в половине запусков.");

static const struct claim *const claims[] = {
    line_2_outputs,          control_two_phases,       nine_units_divide,
    control_four_units,      by_heart_then_understood, weak_decay_is_later,
    no_decay_stays_by_heart, control_no_decay};

/* ---- the lecture's picture ---- */

enum { SHOWN = 24 };
static void draw_grokking(struct canvas *c, const void *with) {
    (void)with;
    /* With an effort of ten the lecture's prime, and its 10^6 steps. */
    double effort = c->effort > 1 ? c->effort : 1,
           longer = pow(effort, log10(500));
    size_t at[SHOWN], prime = effort >= 10 ? 97 : PRIME;
    struct school s;
    for (size_t i = 0; i < SHOWN; i++)
        at[i] = (size_t)(10 * pow(200 * longer, (double)i / (SHOWN - 1)) + 0.5);
    school_open(&s, prime, STRONG, at, SHOWN);
    const struct class class = lesson_shown(c, "quotients");
    struct grade *grades = lesson_take(&s.lesson, &class);
    lesson_draw(c, &s.lesson, grades, class.seeds, SEEN, ACCURACY,
                (struct pen){.colour = 1, .name = {"train", "обучение"}});
    lesson_draw(c, &s.lesson, grades, class.seeds, UNSEEN, ACCURACY,
                (struct pen){.colour = 0, .name = {"test", "проверка"}});
    free(grades);
    school_close(&s);
}
static const struct picture pictures[] = {
    {.name = "grokking",
     .title = {"By heart after 100 steps, understood after 1000",
               "Наизусть за 100 шагов, с пониманием за 1000"},
     .shows =
         {"Accuracy over steps, on a logarithmic axis, for sixteen seeds: "
          "on the half that is seen it is 1 after a few dozen steps, on the "
          "rest it rises a decade later.",
          "Точность по шагам на логарифмической оси для шестнадцати "
          "запусков: на обучающей половине она равна 1 через несколько "
          "десятков шагов, на остальных парах растёт на порядок позже."},
     .panel = {{.x = {"step", "шаг"},
                .y = {"accuracy", "точность"},
                .log_x = true}},
     .draw = draw_grokking},
};

const struct theorem theorem_grokking = {
    .id = "grokking",
    .title = {"Grokking: by heart first, understood later",
              "Гроккинг: сначала наизусть, потом с пониманием"},
    .source = "Modular Division (training on 50% of data)",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    PICTURES(pictures),
};

/**
## Exercises

@exercise nine_units_divide Which values of $\beta_0$ would do in place of
    $\frac94$, and what goes wrong at either end of their range? The errors with
    $\frac94$ are counted by `descent verify grokking/nine_units_divide`. :: All
    between 0 and $\frac92$. For $a=0$ all other outputs are 0, so that
    $\beta_0$ has to be positive; for $a\ne0$ the right output is $\frac92$, and
    $\beta_0$ has to be smaller. At 0 all classes tie for $a=0$, and at
    $\frac92$ the class 0 ties with the quotient. In the middle, at $\frac94$,
    the margin is the same on either side, and no quotient is wrong.
@exercise nine_units_divide The same nine units serve $p=5$ and $p=97$, and
    `descent verify grokking/nine_units_divide` finds no error. What does get
    worse as $p$ grows, how fast, and by which factor $t$ would $U$, $V$ and $W$
    have to be multiplied to make up for it? :: The margin: the second best of
    the classes other than 0 is an angle $\omega$ away, and so lower by
    $\frac92(1-\cos\omega)$, about $\frac{9\pi^2}{(p-1)^2}$. It is positive for
    every $p$, hence no errors, but the loss is small only where the margin is
    large. As (1) is linear in $W$ and quadratic in $U$ and $V$, the factor
    multiplies outputs by $t^3$, so that $t$ has to grow like $p^{2/3}$, and
    $\beta_0$ with $t^3$.
@exercise control_four_units Take the two phases 0 and $\pi$ only, and so four
    units. What is the mean of (4) now, and which classes does the network ever
    name? Predict the share of errors for $p=7$, and check with
    `descent verify grokking/control_four_units`. :: Now $\cos(A-B)\cos C$
    survives beside $\cos(A+B)\cos C$, and for $a,c\ne0$ together they make
    $z_c=8\cos\omega\alpha\,\cos\omega\alpha'\,\cos\omega\gamma$. It is largest
    at $\gamma=0$ or at $\gamma=\frac{p-1}2$: the network names 1, $-1$ and 0
    only. It is right for $a=0$, and for $\frac ab=\pm1$ where
    $8\cos^2\omega\alpha>\frac94$; for $p=7$ these are 6 and 4 of the 42 pairs,
    and about 76 % are wrong. For $p=97$ it is about 98 %.
*/
/**ru 4215969019
## Упражнения

@exercise nine_units_divide Какие значения $\beta_0$ годятся вместо $\frac94$ и
    что портится на концах их промежутка? Ошибки при $\frac94$ считает
    `descent verify grokking/nine_units_divide`. :: Все между 0 и $\frac92$. При
    $a=0$ все остальные выходы равны 0, поэтому $\beta_0$ должно быть
    положительным; при $a\ne0$ верный выход равен $\frac92$, и $\beta_0$ должно
    быть меньше. В 0 при $a=0$ все классы равны, а в $\frac92$ класс 0
    сравнивается с частным. Посередине, при $\frac94$, запас с обеих сторон
    одинаков, и все частные верны.
@exercise nine_units_divide Одни и те же девять нейронов служат и для $p=5$, и
    для $p=97$, и `descent verify grokking/nine_units_divide` не находит ошибок.
    Что же ухудшается с ростом $p$, как быстро и на какой множитель $t$ пришлось
    бы умножить $U$, $V$ и $W$, чтобы это возместить? :: Запас: вторая по
    величине среди классов, отличных от 0, отстоит на угол $\omega$, и её выход
    ниже на $\frac92(1-\cos\omega)$, то есть примерно на
    $\frac{9\pi^2}{(p-1)^2}$. Он положителен при любом $p$, поэтому ошибок нет,
    но потери малы лишь там, где запас велик. Так как (1) линейно по $W$ и
    квадратично по $U$ и $V$, множитель увеличивает выходы в $t^3$ раз, так что
    $t$ должно расти как $p^{2/3}$, а $\beta_0$ — вместе с $t^3$.
@exercise control_four_units Возьмите только две фазы, 0 и $\pi$, то есть четыре
    нейрона. Чему теперь равно среднее (4) и какие классы сеть вообще называет?
    Предскажите долю ошибок при $p=7$ и проверьте:
    `descent verify grokking/control_four_units`. :: Теперь рядом с
    $\cos(A+B)\cos C$ уцелело и $\cos(A-B)\cos C$, и при $a,c\ne0$ вместе они
    дают $z_c=8\cos\omega\alpha\,\cos\omega\alpha'\,\cos\omega\gamma$.
    Наибольшее значение — при $\gamma=0$ или при $\gamma=\frac{p-1}2$: сеть
    называет только 1, $-1$ и 0. Она права при $a=0$, а также при
    $\frac ab=\pm1$, если $8\cos^2\omega\alpha>\frac94$; при $p=7$ это 6 и 4
    пары из 42, и около 76 % ответов неверны. При $p=97$ неверны около 98 %.
*/
/**
## Where this differs from the lecture's picture

Theirs is a transformer, $p=97$ and $10^5$ steps and more; here 64 quadratic
units, $p=23$ and 2000. The gap between the two curves is a factor of about ten in
steps instead of a thousand: it depends on the decay, as above.

## References

- A. Power, Y. Burda, H. Edwards, I. Babuschkin, V. Misra, *Grokking:
  generalization beyond overfitting on small algorithmic datasets*, 2022.
- A. Gromov, *Grokking modular arithmetic*, 2023: the network with quadratic units and
  weights in closed form, with random phases and all frequencies; that one
  frequency and nine pairs of phases are enough is shown above.
*/
/**ru 2345004280
## Чем это отличается от картинки лекции

Там трансформер, $p=97$ и $10^5$ шагов и более; здесь 64 квадратичных нейрона,
$p=23$ и 2000 шагов. Разрыв между двумя кривыми — примерно в десять раз по числу
шагов вместо тысячи: он зависит от затухания, как показано выше.

## Литература

- A. Power, Y. Burda, H. Edwards, I. Babuschkin, V. Misra, *Grokking:
  generalization beyond overfitting on small algorithmic datasets*, 2022.
- A. Gromov, *Grokking modular arithmetic*, 2023: сеть с квадратичными нейронами
  и веса в явном виде, со случайными фазами и всеми частотами; что достаточно
  одной частоты и девяти пар фаз, показано выше.
*/
