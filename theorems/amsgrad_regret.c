/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# AMSGrad's regret

The lecture names AMSGrad once, among the methods that improve on AdaGrad (slide
«Adagrad (Duchi, Hazan, and Singer 2010/Streeter and MacMahan 2010)»),

> AdaDelta, Adam, AMSGrad и др. улучшают это, популярны в обучении глубоких
> нейронных сетей.

and says of Adam, with the paper that proposed AMSGrad in a footnote:

> Не сходится для некоторых простых задач (даже выпуклых)

AMSGrad is the remedy: Adam without bias correction, divided by the *largest* $v$
so far,
$$\begin{aligned}m_t&=\beta_1m_{t-1}+(1-\beta_1)g_t,&v_t&=\beta_2v_{t-1}+(1-\beta_2)g_t^2,\\
  \hat v_t&=\max(\hat v_{t-1},v_t),&x_{t+1}&=\Pi\Bigl(x_t-\frac{\alpha_t}{\sqrt{\hat v_t}}m_t\Bigr),\end{aligned}$$
in every coordinate, with the projection $\Pi$ onto a box. Here is what that
maximum buys. Let convex functions $f_1,f_2,\dots$ come one after another, by
chance or from an adversary, let $g_t$ be a subgradient of $f_t$ at $x_t$.

> **Theorem.** Let the box be $D$ wide in every coordinate, and
> $\alpha_t=\frac\alpha{\sqrt t}$. Then for any constant $\beta_1,\beta_2\in[0,1)$,
> every $x^*$ in the box and every $T$ the regret is bounded by
> $$\sum_{t=1}^T\bigl(f_t(x_t)-f_t(x^*)\bigr)\le\sum_j\Bigl[\frac{D^2}{2\alpha}\sqrt{T\hat v_{T,j}}
>   +\frac{\beta_1DG_j}{1-\beta_1}+\frac{\alpha(1+\beta_1)}{2(1-\beta_1)\sqrt{1-\beta_2}}\sum_{t=1}^T\frac{|g_{t,j}|}{\sqrt t}\Bigr], \tag{1}$$
> where $G_j=\max_{t\le T}|g_{t,j}|$. So it is at most
> $$\sum_jG_j\Bigl[\sqrt T\Bigl(\frac{D^2}{2\alpha}+\frac{\alpha(1+\beta_1)}{(1-\beta_1)\sqrt{1-\beta_2}}\Bigr)+\frac{\beta_1D}{1-\beta_1}\Bigr]: \tag{2}$$
> on average it tends to 0 like $\frac1{\sqrt T}$.

*What the paper has.* Theorem 4 of Reddi, Kale and Kumar (2018) is for
$\beta_{1,t}$ that do not grow. In its proof the terms
$\frac{\sqrt{\hat v_t}}{\alpha_t(1-\beta_{1,t})}\bigl[(x_t-x^*)^2-(x_{t+1}-x^*)^2\bigr]$
are summed as if their weights never fell. But where $\beta_{1,t}$ falls so does
$\frac1{1-\beta_{1,t}}$, and $\hat v$ need not make up for it: the gap that Tran
and Phong (2019) found. With a constant $\beta_1$ the weights are monotone, but
the paper's other term, $\sum_t\frac{\beta_{1,t}\sqrt{\hat v_t}}{\alpha_t}$,
grows like $T^{3/2}$. The proof here is that of Alacaoglu, Malitsky,
Mertikopoulos and Cevher (2020): an identity for $g_t$, line 1, in place of that
term.

@figure adversary The regret that an adversary makes of it, and (dashed) the
    bound (1)

## What it needs

- Convexity of every $f_t$.
- A box of width $D$.
- AMSGrad: $\hat v_t$ **does not fall**.
- Steps $\alpha_t=\frac\alpha{\sqrt t}$.

Nothing is asked of $\beta_1$ and $\beta_2$ together, as [Adam's
counterexamples](adam_counterexample_momentum.html) ask: the maximum remembers
each $g_t^2$. (Until its first slope that is not 0 a coordinate stays where it is; without
$\epsilon$ the program's method is given none that is 0.) All is one coordinate's affair, as the method, the box and the
right side are; so one number $x$ is played with, in $[-1,1]$, $D=2$, from 16
starting points, against $x^*=-1$, where $f_t(x)=g_tx$ with the following
slopes:
*/
/**ru 1889341178
# Сожаление AMSGrad

Лекция упоминает AMSGrad один раз, среди методов, которые улучшают AdaGrad
(слайд «Adagrad (Duchi, Hazan, and Singer 2010/Streeter and MacMahan 2010)»),

> AdaDelta, Adam, AMSGrad и др. улучшают это, популярны в обучении глубоких
> нейронных сетей.

а об Adam, со сноской на статью, где предложен AMSGrad, говорит:

> Не сходится для некоторых простых задач (даже выпуклых)

AMSGrad — средство от этого: Adam без коррекции смещения, где делят
на *наибольшее* из всех $v$ до сих пор,
$$\begin{aligned}m_t&=\beta_1m_{t-1}+(1-\beta_1)g_t,&v_t&=\beta_2v_{t-1}+(1-\beta_2)g_t^2,\\
  \hat v_t&=\max(\hat v_{t-1},v_t),&x_{t+1}&=\Pi\Bigl(x_t-\frac{\alpha_t}{\sqrt{\hat v_t}}m_t\Bigr),\end{aligned}$$
по каждой координате, с проекцией $\Pi$ на параллелепипед. Вот что даёт этот
максимум. Пусть выпуклые функции $f_1,f_2,\dots$ поступают одна за другой,
случайно или от противника, и пусть $g_t$ — субградиент $f_t$ в $x_t$.

> **Теорема.** Пусть ширина параллелепипеда по каждой координате равна $D$, и
> $\alpha_t=\frac\alpha{\sqrt t}$. Тогда при любых постоянных
> $\beta_1,\beta_2\in[0,1)$, для каждого $x^*$ из параллелепипеда и каждого $T$
> сожаление ограничено:
> $$\sum_{t=1}^T\bigl(f_t(x_t)-f_t(x^*)\bigr)\le\sum_j\Bigl[\frac{D^2}{2\alpha}\sqrt{T\hat v_{T,j}}
>   +\frac{\beta_1DG_j}{1-\beta_1}+\frac{\alpha(1+\beta_1)}{2(1-\beta_1)\sqrt{1-\beta_2}}\sum_{t=1}^T\frac{|g_{t,j}|}{\sqrt t}\Bigr], \tag{1}$$
> где $G_j=\max_{t\le T}|g_{t,j}|$. Следовательно, оно не больше
> $$\sum_jG_j\Bigl[\sqrt T\Bigl(\frac{D^2}{2\alpha}+\frac{\alpha(1+\beta_1)}{(1-\beta_1)\sqrt{1-\beta_2}}\Bigr)+\frac{\beta_1D}{1-\beta_1}\Bigr]: \tag{2}$$
> в среднем на шаг оно стремится к 0 как $\frac1{\sqrt T}$.

*Что есть в статье.* Теорема 4 у Reddi, Kale и Kumar (2018) относится к
невозрастающим $\beta_{1,t}$. В её доказательстве слагаемые $\frac{\sqrt{\hat
v_t}}{\alpha_t(1-\beta_{1,t})}\bigl[(x_t-x^*)^2-(x_{t+1}-x^*)^2\bigr]$
складываются так, как если бы их веса никогда не убывали. Но там, где убывает
$\beta_{1,t}$, убывает и $\frac1{1-\beta_{1,t}}$, и $\hat v$ не обязано это
возместить: этот пробел нашли Tran и Phong (2019). При постоянном $\beta_1$ веса
монотонны, но другое слагаемое статьи,
$\sum_t\frac{\beta_{1,t}\sqrt{\hat v_t}}{\alpha_t}$, растёт как $T^{3/2}$.
Доказательство здесь взято у Alacaoglu, Malitsky, Mertikopoulos и Cevher (2020):
вместо этого слагаемого — тождество для $g_t$, строка 1.

@figure adversary Сожаление, которого добивается противник, и (штрихом) граница
    (1)

## Что нужно {#what-it-needs}

- Выпуклость каждой $f_t$.
- Параллелепипед ширины $D$.
- AMSGrad: $\hat v_t$ **не убывает**.
- Шаги $\alpha_t=\frac\alpha{\sqrt t}$.

От $\beta_1$ и $\beta_2$ вместе ничего не требуется, в отличие от [контрпримеров
к Adam](adam_counterexample_momentum.html): максимум помнит каждое $g_t^2$. (До
первого ненулевого наклона координата стоит на месте; без $\epsilon$ методу в
программе нулевых наклонов не дают.) Всё сводится к одной координате, поскольку
таковы и метод, и параллелепипед, и правая часть; поэтому игра идёт с одним
числом $x$ на отрезке $[-1,1]$, $D=2$, из 16 начальных точек, против $x^*=-1$,
где $f_t(x)=g_tx$ со следующими наклонами:
*/
#include "shared/adam_game.h"
#include "shared/adversary.h"

HYPOTHESIS(convex_functions, "every f_t is convex", "каждая f_t выпукла", NULL);
HYPOTHESIS(box, "x lies in a box of width D",
           "x лежит в параллелепипеде ширины D", NULL);
HYPOTHESIS(amsgrads_maximum, "the method is AMSGrad", "метод — AMSGrad", NULL);
HYPOTHESIS(falling_steps, "alpha_t = alpha/sqrt(t)", "alpha_t = alpha/sqrt(t)",
           NULL);
static const struct hypothesis *const hypotheses[] = {
    convex_functions, box, amsgrads_maximum, falling_steps};

static const double width = 2;

/* A run, one starting point a lane, and the sums that the proof speaks of. */
struct run {
    const struct method *method;
    struct settings settings;
    size_t T;
    real x, next, g, m, root; /* x_t and x_{t+1}; root: of v^_t */
    real weight;              /* root over alpha_t */
    real last_m, last_weight; /* m_{t-1} and its weight */
    real moved;               /* x_t - x_{t-1} */
    real state[3];
    real largest_g; /* max |g| so far */
    /* Sums of g (x - x*), m (x - x*), m_{t-1} (x_t - x_{t-1}), of
     * weight/2 [(x_t - x*)^2 - (x_{t+1} - x*)^2], of |m| and |g| over root t; and
     * of the sizes of what goes into the first three, and into the fourth. */
    real inner, averaged, carried, telescope, shares, slopes, sizes, weights;
};

/* Slopes by a rule: of step t at x. */
struct slopes {
    const char *name; /* in the ledger */
    real (*at)(const struct run *, struct pcg_lanes *);
    size_t steps;
    double alpha;
};
static real every_third(const struct run *r, struct pcg_lanes *random) {
    (void)random;
    return real_all(r->T % 3 == 1 ? 3 : -1);
}
static real one_in_fifty(const struct run *r, struct pcg_lanes *random) {
    (void)random;
    return real_all(r->T % 50 == 1 ? 50 : -1);
}
/* Of random signs, from 10^-3 to 10^3 long. */
static real at_random(const struct run *r, struct pcg_lanes *random) {
    (void)r;
    real sign =
        real_where(pcg_lanes_unit(random) < 0.5, real_all(-1), real_all(1));
    return sign * real_exp(M_LN10 * (6 * pcg_lanes_unit(random) - 3));
}
static real all_one(const struct run *r, struct pcg_lanes *random) {
    (void)r;
    (void)random;
    return real_all(1);
}
static real all_three(const struct run *r, struct pcg_lanes *random) {
    return 3 * all_one(r, random);
}
/* Away from the middle, so that the two signs alternate. */
static real outwards(const struct run *r, struct pcg_lanes *random) {
    (void)random;
    return real_where(real_less(r->x, real_all(0)), real_all(-1), real_all(1));
}
/* By beta2/beta1 a step, which makes m as large against v as can be. */
static real growing_slopes(const struct run *r, struct pcg_lanes *random) {
    (void)random;
    double ratio = r->settings.beta2 / r->settings.beta1;
    return real_all(pow(ratio, (double)r->T));
}
static const struct slopes all_slopes[] = {
    {"every third slope is 3", every_third, 2000, 1},
    {"one slope in 50 is 50", one_in_fifty, 2000, 1},
    {"slopes at random", at_random, 2000, 1},
    {"slope 1", all_one, 2000, 1e-3},
    {"outwards", outwards, 2000, 0.5}};
static const struct slopes ones = {"slope 1", all_one, 100000, 1e-6},
                           grow = {"growing slopes", growing_slopes, 100, 1e-3},
                           out = {"outwards", outwards, 2000, 0.5},
                           thirds = {"every third slope is 3", every_third,
                                     2000, 1};

static real distance(real x) {
    return x + 1; /* from x* */
}
static struct run run_new(const struct method *method, double alpha,
                          const struct betas *b) {
    struct run r = {.method = method,
                    .settings = {.alpha = alpha,
                                 .beta1 = b->beta1,
                                 .beta2 = b->beta2,
                                 .box = {-1, 1},
                                 .schedule = schedule_root}};
    for (int l = 0; l < LANES; l++) r.next[l] = -1 + 2.0 * l / (LANES - 1);
    r.x = r.next;
    return r;
}
static void run_step(struct run *r, const struct slopes *slopes,
                     struct pcg_lanes *random) {
    r->T++;
    r->moved = r->next - r->x;
    r->x = r->next;
    r->last_m = r->m;
    r->last_weight = r->weight;
    r->g = slopes->at(r, random);
    r->method->step(&r->settings, r->T - 1, 1, &r->next, &r->g, r->state);
    r->m = r->state[0];
    r->root = real_sqrt(r->state[r->method == &method_amsgrad ? 2 : 1]);
    r->weight = r->root / step_size(&r->settings, r->T - 1);
    real off = distance(r->x), next_off = distance(r->next);
    double root_t = sqrt((double)r->T);
    r->largest_g = real_max(r->largest_g, real_abs(r->g));
    r->inner += r->g * off;
    r->averaged += r->m * off;
    r->carried += r->last_m * r->moved;
    r->telescope += r->weight / 2 * (off * off - next_off * next_off);
    r->shares += real_abs(r->m) / root_t;
    r->slopes += real_abs(r->g) / root_t;
    r->sizes += width * (real_abs(r->g) + real_abs(r->m));
    r->weights += width * width * r->weight;
}

/* A line of the proof, checked at every step of all of these; the ledger gets
 * where it is nearest to failing, in the first 10 steps, up to 100, and to the
 * end. */
struct line_of_run {
    struct relation (*at)(const struct run *);
    const struct method *of;     /* NULL: AMSGrad */
    const struct slopes *slopes; /* these; NULL: all above */
    const struct betas *betas;   /* so many of these; NULL: all six pairs */
    size_t beta_count;
    bool constant_steps;
};
static void on_slopes(struct inquiry *q, const struct line_of_run *line,
                      const struct slopes *slopes, const struct betas *b) {
    const struct method *method = line->of ? line->of : &method_amsgrad;
    struct run r = run_new(method, slopes->alpha, b);
    if (line->constant_steps) r.settings.schedule = NULL;
    struct nearest nearest[] = {
        {.in_errors = true}, {.in_errors = true}, {.in_errors = true}};
    struct pcg_lanes random = inquiry_lanes(q, 0);
    while (r.T < slopes->steps) {
        run_step(&r, slopes, &random);
        struct relation s = line->at(&r);
        struct nearest *n = &nearest[r.T <= 10 ? 0 : r.T <= 100 ? 1 : 2];
        n->sign = s.sign;
        for (int l = 0; l < LANES; l++)
            nearest_take(n, r.T, s.left[l], s.right[l], few * s.magnitude[l]);
    }
    size_t first = q->count;
    for (size_t i = 0; i < COUNT(nearest); i++)
        if (nearest[i].any)
            inquiry_nearest(q, slopes->name, method->id, &nearest[i]);
    inquiry_which(q, first, "%s", b->name);
}
static void on_runs(struct inquiry *q) {
    const struct line_of_run *line = q->with;
    const struct slopes *slopes = line->slopes ? line->slopes : all_slopes;
    const struct betas *betas = line->betas ? line->betas : pairs;
    for (size_t s = 0; s < (line->slopes ? 1 : COUNT(all_slopes)); s++)
        for (size_t p = 0; p < (line->betas ? line->beta_count : PAIRS); p++)
            on_slopes(q, line, &slopes[s], &betas[p]);
}

/**
and the six pairs $(0,\,0.9)$, $(0.5,\,0.9)$, $(0.9,\,0.85)$, $(0.9,\,0.8105)$,
$(0.9,\,0.99)$ and $(0.9,\,0.999)$ of $(\beta_1,\,\beta_2)$.

## The proof

It is for one coordinate. Let $w_t=\frac{\sqrt{\hat v_t}}{\alpha_t}$ and $m_0=0$.

**Line 1. From $g$ to $m$.** As $(1-\beta_1)g_t=m_t-\beta_1m_{t-1}$,
$$\sum_{t\le T}g_t(x_t-x^*)=\sum_{t\le T}m_t(x_t-x^*)+\frac{\beta_1}{1-\beta_1}\Bigl[m_T(x_T-x^*)-\sum_{t\le T}m_{t-1}(x_t-x_{t-1})\Bigr]. \tag{3}$$
Write $m_{t-1}(x_t-x^*)=m_{t-1}(x_{t-1}-x^*)+m_{t-1}(x_t-x_{t-1})$; all but the
last of $m_t(x_t-x^*)$ come twice.
*/
/**ru 3877723349
и шестью парами $(0,\,0.9)$, $(0.5,\,0.9)$, $(0.9,\,0.85)$, $(0.9,\,0.8105)$,
$(0.9,\,0.99)$ и $(0.9,\,0.999)$ значений $(\beta_1,\,\beta_2)$.

## Доказательство

Оно проводится для одной координаты. Пусть
$w_t=\frac{\sqrt{\hat v_t}}{\alpha_t}$ и $m_0=0$.

**Строка 1. От $g$ к $m$.** Так как $(1-\beta_1)g_t=m_t-\beta_1m_{t-1}$,
$$\sum_{t\le T}g_t(x_t-x^*)=\sum_{t\le T}m_t(x_t-x^*)+\frac{\beta_1}{1-\beta_1}\Bigl[m_T(x_T-x^*)-\sum_{t\le T}m_{t-1}(x_t-x_{t-1})\Bigr]. \tag{3}$$
Запишем $m_{t-1}(x_t-x^*)=m_{t-1}(x_{t-1}-x^*)+m_{t-1}(x_t-x_{t-1})$; все
$m_t(x_t-x^*)$, кроме последнего, встречаются дважды.
*/
/* Of sums, for which each step rounds once more. */
static real sum_size(const struct run *r, real sizes) {
    return sizes * (1 + (double)r->T / 16);
}
static double ratio(const struct run *r) { /* beta1 / (1 - beta1) */
    return r->settings.beta1 / (1 - r->settings.beta1);
}
static struct relation from_g_to_m(const struct run *r) {
    real last = r->m * distance(r->x);
    return equal(r->inner, r->averaged + ratio(r) * (last - r->carried),
                 sum_size(r, r->sizes * (1 + ratio(r))));
}
CLAIM(line_1_from_g_to_m, PROOF_LINE,
      COMPUTE(on_runs, &(const struct line_of_run){.at = from_g_to_m}),
      "The identity (3).", "Тождество (3).");
/**
**Line 2. One step.** A projection does not lead away from a point of the box:
$$m_t(x_t-x^*)\le\frac{w_t}2\bigl[(x_t-x^*)^2-(x_{t+1}-x^*)^2\bigr]+\frac{m_t^2}{2w_t}. \tag{4}$$
*/
/**ru 3562555657
**Строка 2. Один шаг.** Проекция не удаляет от точки параллелепипеда:
$$m_t(x_t-x^*)\le\frac{w_t}2\bigl[(x_t-x^*)^2-(x_{t+1}-x^*)^2\bigr]+\frac{m_t^2}{2w_t}. \tag{4}$$
*/
static struct relation one_step(const struct run *r) {
    real off = distance(r->x), next_off = distance(r->next),
         square = r->m * r->m / (2 * r->weight);
    real right = r->weight / 2 * (off * off - next_off * next_off) + square;
    return at_most(r->m * off, right,
                   width * width * r->weight + width * real_abs(r->m) + square);
}
CLAIM(line_2_one_step, PROOF_LINE,
      COMPUTE(on_runs, &(const struct line_of_run){.at = one_step}),
      "Inequality (4).", "Неравенство (4).");
/**
**Line 3. The telescope.** As $\hat v$ does not fall and $\alpha_t$ does, $w_t$
does not fall, and no distance exceeds $D$:
$$\sum_{t\le T}\frac{w_t}2\bigl[(x_t-x^*)^2-(x_{t+1}-x^*)^2\bigr]\le\frac{D^2}2w_T=\frac{D^2}{2\alpha}\sqrt{T\hat v_T}. \tag{5}$$
This is where the maximum is needed, and Adam has nothing to put in its place. A
first step from one end of the box to the other makes it an equality.
*/
/**ru 3707814744
**Строка 3. Телескопическая сумма.** Поскольку $\hat v$ не убывает, а $\alpha_t$
убывает, $w_t$ не убывает, и никакое расстояние не превосходит $D$:
$$\sum_{t\le T}\frac{w_t}2\bigl[(x_t-x^*)^2-(x_{t+1}-x^*)^2\bigr]\le\frac{D^2}2w_T=\frac{D^2}{2\alpha}\sqrt{T\hat v_T}. \tag{5}$$
Именно здесь нужен максимум, и у Adam на его месте нет ничего. Если первый шаг
ведёт из одного конца отрезка в другой, получается равенство.
*/
static real distance_part(const struct run *r) {
    return width * width / (2 * r->settings.alpha) * sqrt((double)r->T) *
           r->root;
}
static struct relation telescope(const struct run *r) {
    return at_most(r->telescope, distance_part(r), sum_size(r, r->weights));
}
CLAIM(line_3_telescope, PROOF_LINE,
      COMPUTE(on_runs, &(const struct line_of_run){.at = telescope}),
      "Inequality (5).", "Неравенство (5).");
/**
**Line 4. What is carried over.** The step before was no longer than
$\frac{|m_{t-1}|}{w_{t-1}}$, and $|m_T|$, an average, is at most $G$:
$$-m_{t-1}(x_t-x_{t-1})\le\frac{m_{t-1}^2}{w_{t-1}},\qquad m_T(x_T-x^*)\le DG. \tag{6}$$
*/
/**ru 3817399
**Строка 4. Что переносится с прошлого шага.** Предыдущий шаг был не длиннее
$\frac{|m_{t-1}|}{w_{t-1}}$, а $|m_T|$, будучи средним, не больше $G$:
$$-m_{t-1}(x_t-x_{t-1})\le\frac{m_{t-1}^2}{w_{t-1}},\qquad m_T(x_T-x^*)\le DG. \tag{6}$$
*/
static struct relation step_before(const struct run *r) {
    /* Times the weight, which is 0 at first. */
    real left = -r->last_m * r->moved * r->last_weight;
    return at_most(left, r->last_m * r->last_m,
                   real_abs(r->last_m) * r->last_weight * width);
}
static struct relation last_average(const struct run *r) {
    real right = width * r->largest_g;
    return at_most(r->m * distance(r->x), right, right);
}
CLAIM(line_4_step_before, PROOF_LINE,
      COMPUTE(on_runs, &(const struct line_of_run){.at = step_before}),
      "Inequality (6), left, times $w_{t-1}$.",
      "Неравенство (6), слева, умноженное на $w_{t-1}$.");
CLAIM(line_4_last_average, PROOF_LINE,
      COMPUTE(on_runs, &(const struct line_of_run){.at = last_average}),
      "Inequality (6), right.", "Неравенство (6), справа.");
/**
**Line 5. The maximum remembers.** $\hat v_T\ge v_t\ge(1-\beta_2)g_t^2$ for all
$t\le T$, and $|m_T|\le\max_{t\le T}|g_t|$:
$$|m_T|\le\frac{\sqrt{\hat v_T}}{\sqrt{1-\beta_2}},\qquad\text{so}\qquad\frac{m_t^2}{w_t}\le\frac{\alpha}{\sqrt{1-\beta_2}}\,\frac{|m_t|}{\sqrt t}. \tag{7}$$
Without momentum the first step makes it an equality. With momentum $m$ comes
nearest to it where slopes grow by $\frac{\beta_2}{\beta_1}$ a step.
*/
/**ru 4219809386
**Строка 5. Максимум помнит.** $\hat v_T\ge v_t\ge(1-\beta_2)g_t^2$ для всех
$t\le T$, и $|m_T|\le\max_{t\le T}|g_t|$:
$$|m_T|\le\frac{\sqrt{\hat v_T}}{\sqrt{1-\beta_2}},\qquad\text{откуда}\qquad\frac{m_t^2}{w_t}\le\frac{\alpha}{\sqrt{1-\beta_2}}\,\frac{|m_t|}{\sqrt t}. \tag{7}$$
Без момента на первом шаге это равенство. С моментом $m$ подходит ближе всего
к границе там, где наклоны растут за шаг в $\frac{\beta_2}{\beta_1}$ раз.
*/
static struct relation remembers(const struct run *r) {
    real right = r->root / sqrt(1 - r->settings.beta2);
    return at_most(real_abs(r->m), right, right);
}
CLAIM(line_5_maximum, PROOF_LINE,
      COMPUTE(on_runs, &(const struct line_of_run){.at = remembers}),
      "Inequality (7), left.", "Неравенство (7), слева.");
CLAIM(line_5_with_momentum, PROOF_LINE,
      LOOSE(0.588,
            COMPUTE(on_runs, &(const struct line_of_run){.at = remembers,
                                                         .slopes = &grow,
                                                         .betas = &pairs[1],
                                                         .beta_count = 1})),
      "The same for slopes that grow, $\\beta=(0.5,\\,0.9)$.",
      "То же для растущих наклонов, $\\beta=(0.5,\\,0.9)$.");
/**
**Line 6. From $m$ back to $g$.** $|m_t|\le(1-\beta_1)\sum_{i\le
t}\beta_1^{t-i}|g_i|$, and $\frac1{\sqrt t}\le\frac1{\sqrt i}$; each $|g_i|$ gets
in all at most $\frac{1}{\sqrt i}$ of that:
$$\sum_{t\le T}\frac{|m_t|}{\sqrt t}\le\sum_{i\le T}\frac{|g_i|}{\sqrt i}. \tag{8}$$
*/
/**ru 1628063964
**Строка 6. От $m$ обратно к $g$.**
$|m_t|\le(1-\beta_1)\sum_{i\le t}\beta_1^{t-i}|g_i|$ и
$\frac1{\sqrt t}\le\frac1{\sqrt i}$; на долю каждого $|g_i|$ приходится в сумме
не больше $\frac{1}{\sqrt i}$:
$$\sum_{t\le T}\frac{|m_t|}{\sqrt t}\le\sum_{i\le T}\frac{|g_i|}{\sqrt i}. \tag{8}$$
*/
static struct relation shares(const struct run *r) {
    return at_most(r->shares, r->slopes, sum_size(r, r->slopes));
}
CLAIM(line_6_shares, PROOF_LINE,
      COMPUTE(on_runs, &(const struct line_of_run){.at = shares}),
      "Inequality (8).", "Неравенство (8).");
CLAIM(line_6_with_momentum, PROOF_LINE,
      COMPUTE(on_runs, &(const struct line_of_run){.at = shares,
                                                   .slopes = &ones,
                                                   .betas = &pairs[1],
                                                   .beta_count = PAIRS - 1}),
      "The same with momentum, for slopes 1.",
      "То же с моментом, для наклонов 1.");
/**
**Line 7. All together.** In (3) put (4) and (5), and (6); the squares come
$\frac12+\frac{\beta_1}{1-\beta_1}=\frac{1+\beta_1}{2(1-\beta_1)}$ times, and are
bounded by (7) and (8). With convexity, $f_t(x_t)-f_t(x^*)\le g_t(x_t-x^*)$, that
is (1) in one coordinate; summed over all, (1) $\blacksquare$

The first step from end to end comes within 3 % of the bound. With momentum all
three terms can hardly be met at once: slopes 3 with short steps, when the
second term is the largest, come to a quarter of it, with long steps, when the
third is, to a fiftieth.
*/
/**ru 2769720154
**Строка 7. Всё вместе.** Подставим в (3) неравенства (4) и (5), а также (6);
квадраты входят с множителем
$\frac12+\frac{\beta_1}{1-\beta_1}=\frac{1+\beta_1}{2(1-\beta_1)}$ и оцениваются
с помощью (7) и (8). В силу выпуклости $f_t(x_t)-f_t(x^*)\le g_t(x_t-x^*)$, и
это есть (1) для одной координаты; суммируя по всем, получаем (1) $\blacksquare$

Первый шаг из конца в конец подходит к границе ближе чем на 3 %. С моментом
достигнуть всех трёх слагаемых сразу едва ли возможно: наклоны 3 при коротких
шагах, когда больше всех второе слагаемое, доходят до четверти границы, а при
длинных, когда больше всех третье, — до одной пятидесятой.
*/
static real bound(const struct run *r) {
    const struct settings *s = &r->settings;
    double squares = (1 + s->beta1) / (2 * (1 - s->beta1));
    return distance_part(r) + ratio(r) * width * r->largest_g +
           s->alpha * squares / sqrt(1 - s->beta2) * r->slopes;
}
static struct relation regret_bound(const struct run *r) {
    return at_most(r->inner, bound(r),
                   sum_size(r, r->sizes * (1 + ratio(r)) + r->weights));
}
CLAIM(bound_on_all_slopes, BOUND,
      LOOSE(0.973,
            COMPUTE(on_runs, &(const struct line_of_run){.at = regret_bound})),
      "The bound (1), on all of the slopes.",
      "Оценка (1) на всех этих наклонах.");
static const struct slopes shorter = {"slope 3, alpha = 0.2", all_three, 100,
                                      0.2},
                           longer = {"slope 3, alpha = 2", all_three, 100, 2};
CLAIM(bound_shorter_steps, BOUND,
      LOOSE(0.25,
            COMPUTE(on_runs, &(const struct line_of_run){.at = regret_bound,
                                                         .slopes = &shorter,
                                                         .betas = &pairs[2],
                                                         .beta_count = 1})),
      "The bound (1), slopes 3, $\\alpha=0.2$, $\\beta=(0.9,\\,0.85)$.",
      "Оценка (1), наклоны 3, $\\alpha=0.2$, $\\beta=(0.9,\\,0.85)$.");
CLAIM(bound_longer_steps, BOUND,
      LOOSE(0.0184,
            COMPUTE(on_runs, &(const struct line_of_run){.at = regret_bound,
                                                         .slopes = &longer,
                                                         .betas = &pairs[2],
                                                         .beta_count = 1})),
      "The same with $\\alpha=2$.", "То же с $\\alpha=2$.");
/**
**Line 8. The order.** $v$ is an average of squares, so $\sqrt{\hat v_T}\le G$,
and $\sum_{t\le T}t^{-1/2}\le2\sqrt T$:
$$\sqrt{\hat v_T}\le G,\qquad\sum_{t\le T}\frac{|g_t|}{\sqrt t}\le2G\sqrt T, \tag{9}$$
which makes (2) of (1).
*/
/**ru 3856299239
**Строка 8. Порядок.** $v$ — среднее квадратов, поэтому $\sqrt{\hat v_T}\le G$,
и $\sum_{t\le T}t^{-1/2}\le2\sqrt T$:
$$\sqrt{\hat v_T}\le G,\qquad\sum_{t\le T}\frac{|g_t|}{\sqrt t}\le2G\sqrt T, \tag{9}$$
откуда из (1) получается (2).
*/
static struct relation average_square(const struct run *r) {
    return at_most(r->root, r->largest_g, r->largest_g);
}
static struct relation sum_of_roots(const struct run *r) {
    real right = 2 * r->largest_g * sqrt((double)r->T);
    return at_most(r->slopes, right, sum_size(r, right));
}
CLAIM(line_8_average_square, PROOF_LINE,
      COMPUTE(on_runs, &(const struct line_of_run){.at = average_square}),
      "Inequality (9), left.", "Неравенство (9), слева.");
CLAIM(line_8_sum_of_roots, PROOF_LINE,
      COMPUTE(on_runs, &(const struct line_of_run){.at = sum_of_roots,
                                                   .slopes = &ones,
                                                   .betas = pairs,
                                                   .beta_count = 1}),
      "Inequality (9), right, for slopes 1.",
      "Неравенство (9), справа, для наклонов 1.");
/**
## An adversary who attains it

With $\beta_1=\beta_2=0$ and slopes $\pm1$ AMSGrad's steps are
$\frac\alpha{\sqrt t}$, those of AdaGrad. So [the adversary
there](adagrad.html#an-adversary-who-attains-it), who hovers at the end of the
box and then descends, attains (1), $\frac{D^2}{2\alpha}\sqrt
T+\frac\alpha2\sum_{t\le T}t^{-1/2}$, in the limit. Here $D=1$ and
$\alpha=\frac1{\sqrt2}$, for which it is least, $\sqrt{2T}$.
*/
/**ru 2820231711
## Противник, который достигает границы

При $\beta_1=\beta_2=0$ и наклонах $\pm1$ шаги AMSGrad равны
$\frac\alpha{\sqrt t}$, как у AdaGrad. Поэтому [тамошний
противник](adagrad.html#an-adversary-who-attains-it), который держится у конца
отрезка, а затем спускается, в пределе достигает (1),
$\frac{D^2}{2\alpha}\sqrt T+\frac\alpha2\sum_{t\le T}t^{-1/2}$. Здесь $D=1$ и
$\alpha=\frac1{\sqrt2}$, при котором эта величина наименьшая, $\sqrt{2T}$.
*/
static void adversary(struct inquiry *q) {
    const double *times = q->with;
    const struct duel duel = {&method_amsgrad,
                              {.alpha = 1 / M_SQRT2, .schedule = schedule_root},
                              1,
                              true};
    for (size_t T = *times < 1 ? 1000000 : 10; T <= 1000000; T *= 10) {
        double sum = 0;
        for (size_t t = 1; t <= T; t++) sum += 1 / sqrt((double)t);
        double right = sqrt((double)T) / M_SQRT2 + sum / (2 * M_SQRT2);
        struct regret r = adversary_regret(&duel, T);
        inquiry_exact(q, "adversary", "amsgrad", T, r.sum, r.error, AT_MOST,
                      *times * right);
    }
}
CLAIM(bound_adversary, BOUND, COMPUTE(adversary, &(const double){1}),
      "Her regret is at most (1).", "Сожаление от противника не больше (1).");
CLAIM(control_bound_at_0_95, CONTROL, COMPUTE(adversary, &(const double){0.95}),
      "Her regret is at most 0.95 of (1).",
      "Сожаление от противника не больше 0,95 от (1).");
/**
## What breaks

**The maximum.** Adam without bias correction, with $\sqrt v$ for
$\sqrt{\hat v}$, on the slopes $3,-1,-1$ and with $\beta_1=0$,
$\beta_2=\frac1{10}$: [Reddi's game](adam_counterexample.html). The weights fall
after every large slope, the telescope does not close, and the regret grows like
$T$:
*/
/**ru 1765023936
## Что ломается {#what-breaks}

**Максимум.** Adam без коррекции смещения, с $\sqrt v$ вместо $\sqrt{\hat v}$,
на наклонах $3,-1,-1$ и с $\beta_1=0$, $\beta_2=\frac1{10}$: [игра
Редди](adam_counterexample.html). После каждого большого наклона веса убывают,
сумма не сворачивается, и сожаление растёт как $T$:
*/
static const struct betas short_memory = {0, 0.1, "β = 0; 0.1"};
CLAIM(control_telescope_of_adam, CONTROL,
      DROPS(amsgrads_maximum,
            SOMEWHERE(COMPUTE(on_runs,
                              &(const struct line_of_run){
                                  .at = telescope,
                                  .of = &method_adam_uncorrected,
                                  .slopes = &thirds,
                                  .betas = &short_memory,
                                  .beta_count = 1}))),
      "Inequality (5) with Adam's $v$: not so from some step on.",
      "Неравенство (5) с $v$ из Adam: начиная с некоторого шага неверно.");
CLAIM(control_regret_of_adam, CONTROL,
      DROPS(amsgrads_maximum,
            SOMEWHERE(COMPUTE(on_runs,
                              &(const struct line_of_run){
                                  .at = regret_bound,
                                  .of = &method_adam_uncorrected,
                                  .slopes = &thirds,
                                  .betas = &short_memory,
                                  .beta_count = 1}))),
      "The bound (1) with Adam's $v$: not so in the end.",
      "Оценка (1) с $v$ из Adam: в конце концов неверна.");
CLAIM(telescope_of_amsgrad, PROOF_LINE,
      LOOSE(0.391,
            COMPUTE(on_runs, &(const struct line_of_run){.at = telescope,
                                                         .slopes = &thirds,
                                                         .betas = &short_memory,
                                                         .beta_count = 1})),
      "AMSGrad in that game: (5) holds, if with room to spare.",
      "AMSGrad в той же игре: (5) выполнено, хотя и с запасом.");
/**
**Steps that do not fall** go on swinging between two points, which costs the
same at every step. **No box:** she who may push as far as she likes collects
$T^{3/2}$. **Convexity:** on $f(x)=-(x-\frac15)^2$ the slope leads from the
right half to $x=1$, which is worse than $-1$ by 0.8 at every step.
*/
/**ru 1539699817
**Шаги, которые не убывают,** без конца качаются между двумя точками, и каждый
шаг обходится одинаково дорого. **Без ограничений:** противник, который может
толкать сколь угодно далеко, набирает $T^{3/2}$. **Выпуклость:** на
$f(x)=-(x-\frac15)^2$ наклон ведёт из правой половины в $x=1$, а это на каждом
шаге хуже, чем $-1$, на 0,8.
*/
static void unboxed(struct inquiry *q) {
    const struct duel duel = {&method_amsgrad,
                              {.alpha = 1 / M_SQRT2, .schedule = schedule_root},
                              1,
                              false};
    for (size_t T = 100; T <= 10000; T *= 10) {
        struct regret r = adversary_regret(&duel, T);
        inquiry_exact(q, "adversary without a box", "amsgrad", T, r.sum,
                      r.error, AT_MOST, sqrt(2 * (double)T));
    }
}
static real concave(real x) {
    return -(x - 0.2) * (x - 0.2);
}
static real concave_slope(const struct run *r, struct pcg_lanes *random) {
    (void)random;
    return -2 * (r->x - 0.2);
}
static void not_convex(struct inquiry *q) {
    static const struct slopes slopes = {"concave", concave_slope, 10000, 1};
    struct run r = run_new(&method_amsgrad, slopes.alpha, &pairs[0]);
    struct pcg_lanes random = inquiry_lanes(q, 0);
    double sum = 0;
    while (r.T < slopes.steps) {
        run_step(&r, &slopes, &random);
        sum += (concave(r.x) - concave(real_all(-1)))[FROM_ONE];
    }
    inquiry_exact(q, slopes.name, "amsgrad", r.T, sum, (double)r.T * few * sum,
                  AT_MOST, bound(&r)[FROM_ONE]);
}
CLAIM(control_constant_steps, CONTROL,
      DROPS(falling_steps, SOMEWHERE(COMPUTE(on_runs,
                                             &(const struct line_of_run){
                                                 .at = regret_bound,
                                                 .slopes = &out,
                                                 .betas = pairs,
                                                 .beta_count = 1,
                                                 .constant_steps = true}))),
      "The bound (1) with $\\alpha_t=\\alpha$, slopes outwards: not so in the "
      "end.",
      "Оценка (1) с $\\alpha_t=\\alpha$, наклоны наружу: в конце концов "
      "неверна.");
CLAIM(control_without_a_box, CONTROL, DROPS(box, COMPUTE(unboxed)),
      "The bound (1) with $D=1$, without a box.",
      "Оценка (1) с $D=1$, но без ограничивающего отрезка.");
CLAIM(control_not_convex, CONTROL, DROPS(convex_functions, COMPUTE(not_convex)),
      "The bound (1) on a function that is not convex, from 1.",
      "Оценка (1) на невыпуклой функции, из точки 1.");

static const struct claim *const claims[] = {
    line_1_from_g_to_m,        line_2_one_step,
    line_3_telescope,          line_4_step_before,
    line_4_last_average,       line_5_maximum,
    line_5_with_momentum,      line_6_shares,
    line_6_with_momentum,      bound_on_all_slopes,
    bound_shorter_steps,       bound_longer_steps,
    line_8_average_square,     line_8_sum_of_roots,
    bound_adversary,           control_bound_at_0_95,
    control_telescope_of_adam, control_regret_of_adam,
    telescope_of_amsgrad,      control_constant_steps,
    control_without_a_box,     control_not_convex};

static const struct drawing drawings[] = {
    {.name = "adversary",
     .title = {"The adversary's regret follows AMSGrad's bound",
               "Сожаление от противника следует за границей AMSGrad"},
     .x = {"iterations T", "число итераций T"},
     .y = {"regret", "сожаление"},
     .bounds = true,
     .curves = {{"bound_adversary", 0, {"α = D/√2", "α = D/√2"}}}},
};

static const struct setting plays[] = {
    {rare_gradient,
     &method_amsgrad,
     {.alpha = 0.5, .beta1 = 0.9, .beta2 = 0.99, .schedule = schedule_root},
     .steps = 3000},
    {rare_gradient,
     &method_adam,
     {.alpha = 0.5, .beta1 = 0.9, .beta2 = 0.99, .schedule = schedule_root},
     .steps = 3000},
    {rare_gradient,
     &method_sgd,
     {.alpha = 0.2, .schedule = schedule_root},
     .steps = 3000},
};

const struct theorem theorem_amsgrad_regret = {
    .id = "amsgrad_regret",
    .title = {"AMSGrad's regret", "Сожаление AMSGrad"},
    .source =
        "Adagrad (Duchi, Hazan, and Singer 2010/Streeter and MacMahan 2010)",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    PLAYS(plays),
};

/**
## Exercises

@exercise control_regret_of_adam The slopes $3,-1,-1$ come again and again,
    $\beta_1=0$, $\beta_2=\frac1{10}$, and $x$ begins at 0. To which side do
    AMSGrad and Adam drift? Predict, then
    `printf '3\n-1\n-1\n3\n-1\n-1\n' | descent trace amsgrad --beta1 0 --beta2 0.1 --eps 0 --schedule root --alpha 1 --box -1,1`,
    and the same with `adam_uncorrected`. :: AMSGrad is back at $-1$, the best
    point, after each slope of 3, and leaves it by less each time: it divides
    all slopes by about the same $\sqrt{\hat v}$, so that two of $-1$ undo less
    than one of 3. Adam ends its periods at about 0.10, 0.31 and so on, upwards:
    $v$ forgets the 3 within a step or two, a slope of $-1$ then leads almost as
    far as one of 3, and there are two of them. Its weights $w_t$ fall after
    each large slope, so that (5) does not close, and its regret exceeds (1).
@exercise control_constant_steps Let $\alpha_t=\alpha t^{-q}$ with $0\le q<1$.
    Which lines of the proof use more than that steps do not grow? By which
    powers of $T$ do the first and the third term of the bound then grow, which
    $q$ is best, and what is left at $q=0$? Compare with
    `descent verify amsgrad_regret/control_constant_steps`. :: Lines 1 to 6 need
    no more: the telescope then closes with
    $\frac{D^2}{2\alpha}T^q\sqrt{\hat v_T}$, and (8) holds with $t^{-q}$ for
    $t^{-1/2}$. Only the sums that remain are others, of the orders $T^q$ and
    $T^{1-q}$, which balance at $q=\frac12$. At $q=0$ the third term is linear
    in $T$, and it is no weakness of the proof: on the slopes outwards $x$
    swings for ever, and the regret is about 266 after 1051 steps, where (1)
    allows 180.
@exercise control_not_convex On $f(x)=-(x-\frac15)^2$ the method stays at $x=1$
    if it begins there. Compute both sides of $f(x_t)-f(-1)\le g_t(x_t+1)$ at
    this point. Which lines of the proof hold on this path all the same? See
    `descent verify amsgrad_regret/control_not_convex`. :: The left side is
    $-0.64+1.44=0.8$, and the right one is $-1.6\cdot2=-3.2$. Lines 1 to 6 speak
    of slopes, not of functions, and hold for any numbers $g_t$: so even here
    $\sum_tg_t(x_t-x^*)$ is below the right side of (1); it is negative. Only
    the last inequality, in line 7, asks for convexity, and it fails at every
    step, so that the regret is about 8000 after 10 000 steps where (1) allows
    about 822.
*/
/**ru 1431299228
## Упражнения

@exercise control_regret_of_adam Наклоны $3,-1,-1$ повторяются снова и снова,
    $\beta_1=0$, $\beta_2=\frac1{10}$, и $x$ начинает в 0. В какую сторону
    сносит AMSGrad и в какую Adam? Предскажите, затем выполните
    `printf '3\n-1\n-1\n3\n-1\n-1\n' | descent trace amsgrad --beta1 0 --beta2 0.1 --eps 0 --schedule root --alpha 1 --box -1,1`
    и то же с `adam_uncorrected`. :: AMSGrad после каждого наклона 3
    возвращается в лучшую точку, $-1$, и с каждым разом уходит от неё меньше: он
    делит все наклоны примерно на один и тот же $\sqrt{\hat v}$, и два наклона
    $-1$ отменяют меньше, чем даёт один наклон 3. Adam заканчивает свои периоды
    примерно в 0,10, в 0,31 и так далее, вверх: $v$ забывает тройку за один-два
    шага, после чего наклон $-1$ уводит почти так же далеко, как 3, а таких
    наклонов два. Его веса $w_t$ убывают после каждого большого наклона, поэтому
    сумма в (5) не сворачивается, и сожаление превосходит (1).
@exercise control_constant_steps Пусть $\alpha_t=\alpha t^{-q}$, где $0\le q<1$.
    Каким строкам доказательства нужно больше, чем то, что шаги не растут? С
    какими степенями $T$ растут тогда первый и третий члены оценки, какое $q$
    лучшее и что остаётся при $q=0$? Сравните с
    `descent verify amsgrad_regret/control_constant_steps`. :: Строкам 1–6
    большего не нужно: телескопическая сумма сворачивается в
    $\frac{D^2}{2\alpha}T^q\sqrt{\hat v_T}$, а (8) верно с $t^{-q}$ вместо
    $t^{-1/2}$. Другими становятся только оставшиеся суммы: их порядки $T^q$ и
    $T^{1-q}$, и они уравновешиваются при $q=\frac12$. При $q=0$ третий член
    линеен по $T$, и это не слабость доказательства: при наклонах наружу $x$
    качается вечно, и сожаление после 1051 шага равно примерно 266, тогда как
    (1) допускает 180.
@exercise control_not_convex На $f(x)=-(x-\frac15)^2$ метод остаётся в $x=1$,
    если там начал. Вычислите обе части неравенства $f(x_t)-f(-1)\le g_t(x_t+1)$
    в этой точке. Какие строки доказательства всё равно верны на этой
    траектории? См. `descent verify amsgrad_regret/control_not_convex`. :: Левая
    часть равна $-0.64+1.44=0.8$, а правая — $-1.6\cdot2=-3.2$. В строках 1–6
    речь идёт о наклонах, а не о функциях, и они верны для любых чисел $g_t$:
    даже здесь $\sum_tg_t(x_t-x^*)$ меньше правой части (1), эта сумма
    отрицательна. Выпуклости требует лишь последнее неравенство, в строке 7, и
    оно нарушается на каждом шаге, так что сожаление после 10 000 шагов равно
    примерно 8000, тогда как (1) допускает около 822.
*/
/**
## References

- S. Reddi, S. Kale, S. Kumar, *On the Convergence of Adam and Beyond*, ICLR
  2018: algorithm 2 and theorem 4.
- T. Tran, L. Phong, *On the Convergence Proof of AMSGrad and a New Version*,
  IEEE Access 7 (2019): the gap.
- A. Alacaoglu, Y. Malitsky, P. Mertikopoulos, V. Cevher, *A new regret analysis
  for Adam-type algorithms*, ICML 2020: the identity (3) and a constant
  $\beta_1$.
*/
/**ru 3210651607
## Литература

- S. Reddi, S. Kale, S. Kumar, *On the Convergence of Adam and Beyond*, ICLR
  2018: алгоритм 2 и теорема 4.
- T. Tran, L. Phong, *On the Convergence Proof of AMSGrad and a New Version*,
  IEEE Access 7 (2019): пробел в доказательстве.
- A. Alacaoglu, Y. Malitsky, P. Mertikopoulos, V. Cevher, *A new regret analysis
  for Adam-type algorithms*, ICML 2020: тождество (3) и постоянное $\beta_1$.
*/
