/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Lion stays within 1/λ

In the lecture's picture «Много методов» one of the paths is Lion's (Chen et al.
2023), a rule that a search among programs has found. For each coordinate
$$\begin{aligned}c_k&=\beta_1m_{k-1}+(1-\beta_1)g_k,\\
x_k&=x_{k-1}-\alpha\bigl(\operatorname{sign}c_k+\lambda x_{k-1}\bigr),\\
m_k&=\beta_2m_{k-1}+(1-\beta_2)g_k.\end{aligned}\tag{1}$$
It keeps one average where Adam keeps two, and of $c_k$ only the sign. So its
step has the length $\alpha$ whatever the gradients are, and the decay, which is
AdamW's, has the last word on how far the weights can go:

**Theorem.** Let $\lambda>0$ and $0<\alpha\lambda\le1$. Under **every** sequence
of gradients
$$|x_k|\le\max\Bigl(|x_0|,\ \frac1\lambda\Bigr)\qquad\text{for all }k,\tag{2}$$
and more precisely
$$|x_k|\le\frac1\lambda+(1-\alpha\lambda)^k\Bigl(|x_0|-\frac1\lambda\Bigr).\tag{3}$$
Gradients of one sign, which push the weight away from 0 or start there, attain
(3) at every $k$, and (2) in the limit.

So the box $|x|\le1/\lambda$ attracts whatever comes from outside, and nothing
leaves it: with $\lambda=0.1$ no weight ends beyond 10, be the loss convex or
not, noisy or not. (Where the loss has its minimiser outside, Lion cannot find
it: Chen et al. 2024 show that it solves the problem confined to that box.)
[AdamW's weights](adamw_decouples.html) have the like of (2), with a constant
that depends on $\beta_1$ and $\beta_2$; Lion's does not.

@figure way Lion under gradients of one sign, from 0, -20 and 20, λ = 0.1

## The rule

The program's method, one step after the other, against (1) with $m$ written out
as the sum $m_k=(1-\beta_2)\sum_{i\le k}\beta_2^{k-i}g_i$.
*/
/**ru 1355650122
# Lion не выходит за 1/λ

Одна из траекторий на рисунке лекции «Много методов» принадлежит Lion (Chen et
al. 2023) — правилу, найденному поиском среди программ. Для каждой координаты
$$\begin{aligned}c_k&=\beta_1m_{k-1}+(1-\beta_1)g_k,\\
x_k&=x_{k-1}-\alpha\bigl(\operatorname{sign}c_k+\lambda x_{k-1}\bigr),\\
m_k&=\beta_2m_{k-1}+(1-\beta_2)g_k.\end{aligned}\tag{1}$$
Lion хранит одно среднее там, где Adam хранит два, а от $c_k$ берёт только знак.
Поэтому длина его шага равна $\alpha$, каковы бы ни были градиенты, и как далеко
могут уйти веса, в конечном счёте решает затухание, то же, что в AdamW:

**Теорема.** Пусть $\lambda>0$ и $0<\alpha\lambda\le1$. При **любой**
последовательности градиентов
$$|x_k|\le\max\Bigl(|x_0|,\ \frac1\lambda\Bigr)\qquad\text{при всех }k,\tag{2}$$
и, точнее,
$$|x_k|\le\frac1\lambda+(1-\alpha\lambda)^k\Bigl(|x_0|-\frac1\lambda\Bigr).\tag{3}$$
На градиентах одного знака, уводящих вес от нуля или начатых в нём, (3)
достигается при каждом $k$, а (2) — в пределе.

Итак, куб $|x|\le1/\lambda$ притягивает всё, что приходит снаружи, и ничто его
не покидает: при $\lambda=0.1$ ни один вес не окажется дальше 10, будь функция
потерь выпуклой или нет, с шумом или без. (Если минимум функции потерь лежит
снаружи, Lion не может его найти: Chen et al. 2024 показывают, что он решает
задачу с ограничением на этот куб.) Для [весов AdamW](adamw_decouples.html)
верно подобное (2), но с постоянной, зависящей от $\beta_1$ и $\beta_2$; у Lion
она от них не зависит.

@figure way Lion на градиентах одного знака, из 0, −20 и 20, λ = 0,1

## Правило

Метод программы, шаг за шагом, сравнивается с (1), где $m$ выписано как сумма
$m_k=(1-\beta_2)\sum_{i\le k}\beta_2^{k-i}g_i$.
*/
#include "shared/coordinate.h"

HYPOTHESIS(decay, "$\\lambda>0$", "$\\lambda>0$", NULL);
HYPOTHESIS(short_steps, "$\\alpha\\lambda\\le1$", "$\\alpha\\lambda\\le1$",
           NULL);
HYPOTHESIS(signs_alone, "of $c_k$ only the sign counts",
           "от $c_k$ берётся только знак", NULL);
static const struct hypothesis *const hypotheses[] = {decay, short_steps,
                                                      signs_alone};

static const double lambda = 0.1;

static struct walker lion(double alpha, const struct sequence *under,
                          double start) {
    struct settings s = {
        .alpha = alpha, .beta1 = 0.9, .beta2 = 0.99, .weight_decay = lambda};
    return (struct walker){.method = &method_lion,
                           .settings = s,
                           .under = under,
                           .scale = 1,
                           .x = real_all(start)};
}

/* m_k of the patternless gradients, from all of them; */
static double average(double beta2, size_t k) {
    double m = 0;
    for (size_t i = 1; i <= k; i++)
        m += (1 - beta2) * pow(beta2, (double)(k - i)) * any_gradient(i);
    return m;
}
/* and their c_k. */
static double leaning(double beta1, double beta2, size_t k) {
    return beta1 * average(beta2, k - 1) + (1 - beta1) * any_gradient(k);
}
static void moves(struct inquiry *q) {
    const double *beta1 = q->with;
    struct walker w = lion(0.5, &patternless, 3);
    struct nearest worst = {.sign = EQUAL};
    for (size_t k = 1; k <= 200; k++) {
        walk_along(&w);
        double c = leaning(*beta1, 0.99, k), x = w.before;
        /* A sign is certain where c is not a sum of roundings. */
        if (fabs(c) < 1e-9) q->trouble = "a sign hangs on roundings";
        double right = x - 0.5 * ((c > 0 ? 1 : -1) + lambda * x);
        nearest_take(&worst, k, w.x[0], right, 8 * DBL_EPSILON * (fabs(x) + 1));
    }
    inquiry_nearest(q, "any_gradients", "lion", &worst);
}
CLAIM(rule_as_written, IDENTITY, COMPUTE(moves, &(const double){0.9}),
      "200 steps of the program's Lion, $\\beta=(0.9,\\,0.99)$, are those of "
      "(1).",
      "200 шагов Lion, как он есть в программе, с $\\beta=(0.9,\\,0.99)$ — это "
      "шаги (1).");
CLAIM(control_rule_with_another_beta1, CONTROL,
      COMPUTE(moves, &(const double){0.8}), "They are, with $\\beta_1=0.8$.",
      "Так и есть, с $\\beta_1=0.8$.");

/* Only the sign of c_k is seen in a step, and m itself in the method's state. */
static void averages(struct inquiry *q) {
    struct walker w = lion(0.5, &patternless, 3);
    struct nearest worst = {.sign = EQUAL};
    double largest = 0;
    for (size_t k = 1; k <= 200; k++) {
        walk_along(&w);
        largest = larger(largest, fabs(any_gradient(k)));
        nearest_take(&worst, k, w.state[0][0], average(0.99, k),
                     4 * (double)k * DBL_EPSILON * largest);
    }
    inquiry_nearest(q, "any_gradients", "lion", &worst);
}
CLAIM(average_as_written, IDENTITY, COMPUTE(averages),
      "Its $m_k$ is that sum, for 200 steps.",
      "Его $m_k$ на протяжении 200 шагов равно этой сумме.");
/**
## The proof

**Line 1. A mean.** Put $\operatorname{sign}c_k=-\sigma$ with $|\sigma|\le1$.
Then (1) is
$$x_k=(1-\alpha\lambda)\,x_{k-1}+\alpha\lambda\,\frac\sigma\lambda,\qquad\text{so}\qquad|x_k|\le(1-\alpha\lambda)|x_{k-1}|+\alpha\lambda\cdot\frac1\lambda,\tag{4}$$
since for $\alpha\lambda\le1$ neither weight is negative. It is an equality
where the sign of $c_k$ is against that of $x_{k-1}$, outwards.

**Line 2. Sum up.** Take $\frac1\lambda$ off both sides of (4):
$|x_k|-\frac1\lambda\le(1-\alpha\lambda)\bigl(|x_{k-1}|-\frac1\lambda\bigr)$, and
$k$ times over this is (3). Its right side is a mean of $|x_0|$ and
$\frac1\lambda$, hence (2) $\blacksquare$
*/
/**ru 752412209
## Доказательство

**Строка 1. Среднее.** Положим $\operatorname{sign}c_k=-\sigma$, где
$|\sigma|\le1$. Тогда (1) есть
$$x_k=(1-\alpha\lambda)\,x_{k-1}+\alpha\lambda\,\frac\sigma\lambda,\qquad\text{так что}\qquad|x_k|\le(1-\alpha\lambda)|x_{k-1}|+\alpha\lambda\cdot\frac1\lambda,\tag{4}$$
поскольку при $\alpha\lambda\le1$ ни один из весов не отрицателен. Равенство
имеет место там, где знак $c_k$ противоположен знаку $x_{k-1}$, то есть при
движении наружу.

**Строка 2. Суммирование.** Вычтем $\frac1\lambda$ из обеих частей (4):
$|x_k|-\frac1\lambda\le(1-\alpha\lambda)\bigl(|x_{k-1}|-\frac1\lambda\bigr)$, и
применённое $k$ раз это даёт (3). Правая часть здесь — среднее чисел $|x_0|$ и
$\frac1\lambda$, отсюда (2) $\blacksquare$
*/
/* Lion, or what a control puts in its place, and a bound on |x|. */
struct way_of_lion {
    const char *which;
    double alpha, start;
    const struct sequence *under;
};
static const struct way_of_lion ways[] = {
    {"from 0", 0.05, 0, &constant},
    {"from -20, outwards", 0.05, -20, &constant},
    {"from 20, inwards", 0.05, 20, &constant},
    {"from 0", 0.05, 0, &patternless},
    {"from 0", 0.05, 0, &alternating},
    {"from 0, alpha = 1/lambda", 10, 0, &patternless},
    {.which = NULL}};
static const struct way_of_lion outwards[] = {
    {"from 0", 0.05, 0, &constant},
    {"from -20", 0.05, -20, &constant},
    {.which = NULL}};
static const struct way_of_lion longer[] = {
    {"from 0, alpha lambda = 2.01", 20.1, 0, &constant}, {.which = NULL}};
static const struct way_of_lion upwards[] = {{"from 0", 0.05, 0, &growing},
                                             {.which = NULL}};

struct asked {
    double (*bound)(const struct way_of_lion *, const struct walker *);
    const struct way_of_lion *ways;
    double times;                /* so many times the bound */
    const struct method *method; /* NULL: Lion */
    bool without_decay;
};
static double one_step(const struct way_of_lion *a, const struct walker *w) {
    return (1 - a->alpha * lambda) * fabs(w->before) + a->alpha;
}
static double in_all(const struct way_of_lion *a, const struct walker *w) {
    double kept = pow(1 - a->alpha * lambda, (double)w->k);
    return 1 / lambda + kept * (fabs(a->start) - 1 / lambda);
}
static double box(const struct way_of_lion *a, const struct walker *w) {
    (void)w;
    return larger(fabs(a->start), 1 / lambda);
}
static void stay(struct inquiry *q) {
    const struct asked *asked = q->with;
    /* Growing gradients come to the end of a double's range later. */
    size_t at[CHECKPOINTS_MAX], count = checkpoints_between(1, 3000, 6, at);
    for (const struct way_of_lion *a = asked->ways; a->which; a++) {
        struct walker w = lion(a->alpha, a->under, a->start);
        if (asked->method) w.method = asked->method;
        if (asked->without_decay) w.settings.weight_decay = 0;
        size_t first = q->count;
        for (size_t i = 0; i < count; i++) {
            while (w.k < at[i]) walk_along(&w);
            double x = fabs(w.x[0]),
                   steps = smaller((double)w.k, 1 / lambda / a->alpha);
            /* A step rounds a few times, and what it leaves fades as x does;
             * the power in (3) has k roundings. */
            double error = DBL_EPSILON * (8 * larger(steps, 1) * (20 + x) +
                                          (double)w.k * in_all(a, &w));
            inquiry_exact(q, a->under->id, w.method->id, w.k, x, error, AT_MOST,
                          asked->times * asked->bound(a, &w));
        }
        inquiry_which(q, first, "%s", a->which);
    }
}
static const struct asked
    mean = {.bound = one_step, .ways = ways, .times = 1},
    sum = {.bound = in_all, .ways = ways, .times = 1},
    boxed = {.bound = box, .ways = ways, .times = 1},
    mean_0_95 = {.bound = one_step, .ways = outwards, .times = 0.95},
    sum_0_95 = {.bound = in_all, .ways = outwards, .times = 0.95},
    boxed_0_95 = {.bound = box, .ways = outwards, .times = 0.95},
    undecayed = {.bound = box,
                 .ways = outwards,
                 .times = 1,
                 .without_decay = true},
    too_long = {.bound = box, .ways = longer, .times = 1},
    with_sizes = {
        .bound = box, .ways = upwards, .times = 1, .method = &method_adamw};
CLAIM(line_1_mean, PROOF_LINE, COMPUTE(stay, &mean), "Inequality (4).",
      "Неравенство (4).");
CLAIM(control_line_1_at_0_95, CONTROL, COMPUTE(stay, &mean_0_95),
      "0.95 of it, outwards.",
      "Оно же с множителем 0,95 справа, при движении наружу.");
CLAIM(line_2_sum, PROOF_LINE, COMPUTE(stay, &sum),
      "Inequality (3), for six ways.", "Неравенство (3) для шести траекторий.");
CLAIM(control_line_2_at_0_95, CONTROL, COMPUTE(stay, &sum_0_95),
      "0.95 of it, outwards.",
      "Оно же с множителем 0,95 справа, при движении наружу.");
CLAIM(bound_box, BOUND, COMPUTE(stay, &boxed), "The bound (2).", "Оценка (2).");
CLAIM(control_box_at_0_95, CONTROL, COMPUTE(stay, &boxed_0_95),
      "0.95 of it, outwards.",
      "Она же с множителем 0,95, при движении наружу.");
/**
**Sharp.** Under $g_k=1$ for all $k$ it is $m_k\ge0$, so $c_k>0$ and $\sigma=-1$
for ever: from $x_0\le0$ (3) is an equality at every $k$.
*/
/**ru 2185916946
**Точность.** Если $g_k=1$ при всех $k$, то $m_k\ge0$, так что $c_k>0$ и всегда
$\sigma=-1$: из $x_0\le0$ в (3) имеет место равенство при каждом $k$.
*/
static void attained(struct inquiry *q) {
    for (const struct way_of_lion *a = outwards; a->which; a++) {
        struct walker w = lion(a->alpha, a->under, a->start);
        struct nearest worst = {.sign = EQUAL};
        while (w.k < 3000) {
            walk_along(&w);
            nearest_take(&worst, w.k, -w.x[0], in_all(a, &w),
                         DBL_EPSILON * (8 / (lambda * a->alpha) + (double)w.k) *
                             40);
        }
        inquiry_nearest(q, a->under->id, "lion", &worst);
        inquiry_which(q, q->count - 1, "%s", a->which);
    }
}
CLAIM(sharp_at_every_step, SHARPNESS, COMPUTE(attained),
      "Under gradients of 1 it is $-x_k$ that equals (3), at all of 3000 "
      "steps.",
      "При градиентах, равных 1, именно $-x_k$ совпадает с (3) на всех 3000 "
      "шагах.");
/**
## What breaks

**No decay**: under gradients of one sign $x_k=x_0-\alpha k$. **Longer steps**:
for $\alpha\lambda>2$ the first step from 0 alone is longer than $\frac2\lambda$,
and the next ones swing farther. **More than signs**: AdamW's direction can be
longer than 1 where gradients grow, and its weights go beyond $\frac1\lambda$.
*/
/**ru 2101942736
## Что ломается {#what-breaks}

**Нет затухания**: на градиентах одного знака $x_k=x_0-\alpha k$. **Более
длинный шаг**: при $\alpha\lambda>2$ уже первый шаг из 0 длиннее
$\frac2\lambda$, а следующие раскачиваются ещё дальше. **Не только знаки**:
направление AdamW может быть длиннее 1 там, где градиенты растут, и его веса
выходят за $\frac1\lambda$.
*/
CLAIM(control_without_decay, CONTROL, DROPS(decay, COMPUTE(stay, &undecayed)),
      "(2) without weight decay.", "(2) без затухания весов.");
CLAIM(control_longer_steps, CONTROL,
      DROPS(short_steps, COMPUTE(stay, &too_long)),
      "(2) for $\\alpha\\lambda=2.01$.", "(2) при $\\alpha\\lambda=2.01$.");
CLAIM(control_more_than_signs, CONTROL,
      DROPS(signs_alone, COMPUTE(stay, &with_sizes)),
      "(2) for AdamW under growing gradients.",
      "(2) для AdamW на растущих градиентах.");

static const struct claim *const claims[] = {
    rule_as_written,        control_rule_with_another_beta1,
    average_as_written,     line_1_mean,
    control_line_1_at_0_95, line_2_sum,
    control_line_2_at_0_95, bound_box,
    control_box_at_0_95,    sharp_at_every_step,
    control_without_decay,  control_longer_steps,
    control_more_than_signs};

static const struct drawing drawings[] = {
    {.name = "way",
     .title = {"Lion goes to 1/λ and no farther, wherever it starts",
               "Lion идёт до 1/λ и не дальше, откуда бы ни начал"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"|{/:Italic x_k}|", "|{/:Italic x_k}|"},
     .linear_y = true,
     .curves = {{"line_2_sum", 0, {"from 0", "от 0"}},
                {"line_2_sum", 1, {"from -20, outwards", "от -20, наружу"}},
                {"line_2_sum", 2, {"from 20, inwards", "от 20, внутрь"}}}},
};

static const struct setting plays[] = {
    {ill_conditioned,
     &method_lion,
     {.alpha = 0.01, .beta1 = 0.9, .beta2 = 0.99, .weight_decay = 0.1},
     .steps = 1000},
};

const struct theorem theorem_lion_stays = {
    .id = "lion_stays",
    .title = {"Lion stays within 1/λ", "Lion не выходит за 1/λ"},
    .source = "Много методов",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    PLAYS(plays),
};

/**
## Exercises

@exercise sharp_at_every_step Lion starts at 0, with $\alpha=0.05$ and
    $\lambda=0.1$, and all gradients are 1. After how many steps is it half the
    way to the wall $-\frac1\lambda$? What changes if $\alpha$ is halved, and
    what if $\lambda$ is? Predict, then run
    `yes 1 | head -n 139 | descent trace lion --alpha 0.05 --weight-decay 0.1`. ::
    (3) is an equality here, so half the way takes
    $(1-\alpha\lambda)^k=\frac12$, $k\approx\frac{\ln2}{\alpha\lambda}$: after
    139 steps $x=-5.02$. With half of $\alpha$ it takes twice as many steps to
    the same wall. With half of $\lambda$ it takes twice as many too, but the
    wall is twice as far away: the first steps are as long as before.
@exercise control_longer_steps Where does the proof use $\alpha\lambda\le1$? If
    $\alpha\lambda>1$ and $x_0=0$, after which step does (2) fail, and what do
    gradients of one sign make of $x_k+\frac1\lambda$ from there on? Compare
    `yes 1 | head -n 6 | descent trace lion --alpha 15 --weight-decay 0.1` with
    the same for `--alpha 20.1`. :: In (4), where $1-\alpha\lambda$ and
    $\alpha\lambda$ are the weights of a mean. Beyond, the very first step leads
    out of the box, $|x_1|=\alpha>\frac1\lambda$. Then every step multiplies
    $x_k+\frac1\lambda$ by $1-\alpha\lambda$, which is negative: for
    $\alpha\lambda<2$ the weight swings about the wall ever less, $-15$, $-7.5$,
    $-11.25$, and beyond 2 ever more, so that no box holds it.
@exercise control_more_than_signs Put AdamW's direction $\frac{m_k}{\sqrt{v_k}}$
    in the place of the sign, leaving corrections aside. How long can it be, by
    the inequality of Cauchy and Schwarz, and under which gradients? For
    $\beta=(0.9,\,0.99)$ and $\lambda=0.1$, predict how far from 0 the weight
    gets, then look up the last row of `reports/results.csv` after
    `descent verify lion_stays/control_more_than_signs`. :: As
    $m_k=(1-\beta_1)\sum_j\beta_1^jg_{k-j}$ and
    $v_k=(1-\beta_2)\sum_j\beta_2^jg_{k-j}^2$, the direction is at most
    $\frac{1-\beta_1}{\sqrt{(1-\beta_2)(1-\beta_1^2/\beta_2)}}\approx2.345$,
    which gradients that grow like $(\beta_2/\beta_1)^k$ come to in the limit.
    The wall of (2) moves out with the direction: the weight gets to about
    23.45, where Lion stays within 10.
*/
/**ru 4051397540
## Упражнения

@exercise sharp_at_every_step Lion начинает в 0, с $\alpha=0.05$ и
    $\lambda=0.1$, и все градиенты равны 1. Через сколько шагов он пройдёт
    половину пути до стенки $-\frac1\lambda$? Что изменится, если вдвое
    уменьшить $\alpha$, а что — если вдвое уменьшить $\lambda$? Предскажите, а
    затем запустите
    `yes 1 | head -n 139 | descent trace lion --alpha 0.05 --weight-decay 0.1`. ::
    Здесь (3) — равенство, поэтому половина пути — это
    $(1-\alpha\lambda)^k=\frac12$, $k\approx\frac{\ln2}{\alpha\lambda}$: через
    139 шагов $x=-5.02$. С вдвое меньшим $\alpha$ нужно вдвое больше шагов до
    той же стенки. С вдвое меньшим $\lambda$ шагов тоже нужно вдвое больше, но и
    стенка вдвое дальше: первые шаги так же длинны, как прежде.
@exercise control_longer_steps Где в доказательстве используется
    $\alpha\lambda\le1$? Если $\alpha\lambda>1$ и $x_0=0$, после какого шага
    нарушается (2) и что делают дальше градиенты одного знака с
    $x_k+\frac1\lambda$? Сравните
    `yes 1 | head -n 6 | descent trace lion --alpha 15 --weight-decay 0.1` с тем
    же при `--alpha 20.1`. :: В (4), где $1-\alpha\lambda$ и $\alpha\lambda$ —
    веса среднего. Если условие нарушено, уже первый шаг выводит из куба:
    $|x_1|=\alpha>\frac1\lambda$. Затем каждый шаг умножает $x_k+\frac1\lambda$
    на $1-\alpha\lambda$, отрицательное число: при $\alpha\lambda<2$ вес
    колеблется около стенки всё слабее, $-15$, $-7.5$, $-11.25$, а при значениях
    больше 2 всё сильнее, так что никакой куб его не удержит.
@exercise control_more_than_signs Поставьте на место знака направление AdamW
    $\frac{m_k}{\sqrt{v_k}}$, оставив коррекции в стороне. Какой длины оно может
    быть в силу неравенства Коши–Буняковского и на каких градиентах? Предскажите
    при $\beta=(0.9,\,0.99)$ и $\lambda=0.1$, как далеко от 0 уйдёт вес, и
    посмотрите последнюю строку файла `reports/results.csv` после
    `descent verify lion_stays/control_more_than_signs`. :: Поскольку
    $m_k=(1-\beta_1)\sum_j\beta_1^jg_{k-j}$ и
    $v_k=(1-\beta_2)\sum_j\beta_2^jg_{k-j}^2$, направление не длиннее
    $\frac{1-\beta_1}{\sqrt{(1-\beta_2)(1-\beta_1^2/\beta_2)}}\approx2.345$, и к
    этому пределу его приводят градиенты, растущие как $(\beta_2/\beta_1)^k$.
    Стенка из (2) отодвигается во столько же раз: вес доходит примерно до 23,45,
    тогда как Lion остаётся в пределах 10.
*/

/**
## References

- X. Chen, C. Liang, D. Huang, E. Real, K. Wang, Y. Liu, H. Pham, X. Dong, T.
  Luong, C.-J. Hsieh, Y. Lu, Q. Le, *Symbolic discovery of optimization
  algorithms*, NeurIPS (2023): Lion.
- L. Chen, B. Liu, K. Liang, Q. Liu, *Lion secretly solves constrained
  optimization: as Lyapunov predicts*, ICLR (2024).
*/
/**ru 2353580963
## Литература

- X. Chen, C. Liang, D. Huang, E. Real, K. Wang, Y. Liu, H. Pham, X. Dong, T.
  Luong, C.-J. Hsieh, Y. Lu, Q. Le, *Symbolic discovery of optimization
  algorithms*, NeurIPS (2023): Lion.
- L. Chen, B. Liu, K. Liang, Q. Liu, *Lion secretly solves constrained
  optimization: as Lyapunov predicts*, ICLR (2024).
*/
