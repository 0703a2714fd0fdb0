/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# The rates cannot be improved

The lecture states (slide «Результаты для градиентного спуска»), of its table of
rates:

> - Оценки скорости не могут быть улучшены при стандартных предположениях.
> - Оракул возвращает несмещённую аппроксимацию градиента с ограниченной
>   дисперсией.

In words: SGD needs $\mathcal O(1/\varepsilon)$ iterations under PL and
$\mathcal O(1/\varepsilon^2)$ on convex functions, and so does *every* method
that learns about $f$ from such an oracle. This page proves both with constants.
Nothing here is asked of the method: it may be adaptive, randomised, use
momentum, second derivatives or any amount of computation. All it lacks is
knowledge.

**Theorem 1 (PL).** For every $\mu,\sigma>0$ and $k\ge1$ there are two parabolas
$f_\pm(x)=\frac\mu2(x\mp d)^2$ with an oracle such that every method, after $k$
answers, has on one of them
$$\mathbb E f_\pm(\hat x_k)-f_\pm^*\ \ge\ \frac1{18}\cdot\frac{\sigma^2}{\mu k}.\tag{1}$$

**Theorem 2 (convex).** For every $R,\sigma>0$ and $k\ge1$ there are two linear
functions on $[-R,R]$ with an oracle such that every method, after $k$ answers,
has on one of them
$$\mathbb E f_\pm(\hat x_k)-f_\pm^*\ \ge\ \frac14\cdot\frac{R\sigma}{\sqrt k}.\tag{2}$$

To reach a gap of $\varepsilon$ takes at least $\sigma^2/(18\mu\varepsilon)$
answers by (1), and $R^2\sigma^2/(16\varepsilon^2)$ by (2). SGD's bounds are
$\frac{L\sigma^2}{2\mu^2k}$ and $\frac{R\sigma}{\sqrt k}$: the same powers of
every letter, as $L=\mu$ here.

@figure pl The smallest possible worst case of any method, and SGD above it;
    dashed the floor (1) and SGD's bound

## What is covered, exactly

- **The oracle.** Asked at any $x\in\mathbb R$, it answers with an independent
  random number whose mean is $f_\pm'(x)$. Its variance is at most $\sigma^2$
  at *every* $x$, which is the lecture's sentence read literally. Its second
  moment, which the lecture's theorems use, is at most $\sigma^2$ at every $x$
  of the interval $[-d,d]$ between the two minimisers (for Theorem 2:
  everywhere). On all of $\mathbb R$ no oracle can have that: the second moment
  is at least $f_\pm'(x)^2$.
- **The method.** Any rule that picks each query from the answers so far and its
  own coin tosses, and after $k$ answers an output $\hat x_k$. It may know
  $\mu$, $\sigma$, $d$, $k$, and that $f$ is one of the two. It may query
  outside $[-d,d]$ too: the oracle has nothing more to tell there.
- **The quantifiers.** The pair depends on $k$ (its minimisers come closer as
  $k$ grows), not on the method. On one fixed function a method may be faster
  for large $k$: [that is a control](#what-breaks).
- **The class.** $f_\pm$ is a finite sum in the lecture's sense whenever the
  coin's bias is rational. For $k=j^2-2$ it is a sum of $2j$ parabolas, $j+1$ of
  which pull one way; `biased_coin` is the pair's member for $k=98$.
*/
/**ru 3701102671
# Оценки скорости не могут быть улучшены

Лекция утверждает (слайд «Результаты для градиентного спуска») о своей таблице
скоростей:

> - Оценки скорости не могут быть улучшены при стандартных предположениях.
> - Оракул возвращает несмещённую аппроксимацию градиента с ограниченной
>   дисперсией.

Иными словами, SGD нужно $\mathcal O(1/\varepsilon)$ итераций при условии PL и
$\mathcal O(1/\varepsilon^2)$ на выпуклых функциях, и столько же нужно *всякому*
методу, который узнаёт о $f$ от такого оракула. На этой странице и то и другое
доказано с константами. К методу не предъявляется никаких требований: он может
быть адаптивным, рандомизированным, может использовать момент, вторые
производные и сколько угодно вычислений. Не хватает ему только знания.

**Теорема 1 (PL).** Для любых $\mu,\sigma>0$ и $k\ge1$ найдутся две параболы
$f_\pm(x)=\frac\mu2(x\mp d)^2$ и оракул для них такие, что у всякого метода
после $k$ ответов на одной из парабол
$$\mathbb E f_\pm(\hat x_k)-f_\pm^*\ \ge\ \frac1{18}\cdot\frac{\sigma^2}{\mu k}.\tag{1}$$

**Теорема 2 (выпуклый случай).** Для любых $R,\sigma>0$ и $k\ge1$ найдутся две
линейные функции на $[-R,R]$ и оракул для них такие, что у всякого метода после
$k$ ответов на одной из функций
$$\mathbb E f_\pm(\hat x_k)-f_\pm^*\ \ge\ \frac14\cdot\frac{R\sigma}{\sqrt k}.\tag{2}$$

Чтобы достичь зазора $\varepsilon$, нужно не менее $\sigma^2/(18\mu\varepsilon)$
ответов согласно (1) и не менее $R^2\sigma^2/(16\varepsilon^2)$ согласно (2).
Оценки для SGD равны $\frac{L\sigma^2}{2\mu^2k}$ и $\frac{R\sigma}{\sqrt k}$:
все буквы входят в тех же степенях, поскольку здесь $L=\mu$.

@figure pl Наименьший возможный худший случай по всем методам и SGD над ним;
    пунктиром — порог (1) и граница для SGD

## Что именно охвачено

- **Оракул.** На запрос в любой точке $x\in\mathbb R$ он отвечает независимым
  случайным числом со средним $f_\pm'(x)$. Дисперсия ответа не превосходит
  $\sigma^2$ в *каждой* точке $x$: это и есть фраза лекции, понятая буквально.
  Второй момент, который входит в теоремы лекции, не превосходит $\sigma^2$ в
  каждой точке $x$ отрезка $[-d,d]$ между двумя точками минимума (в теореме 2 —
  всюду). На всей прямой $\mathbb R$ такого не бывает ни у какого оракула:
  второй момент не меньше $f_\pm'(x)^2$.
- **Метод.** Любое правило, которое выбирает каждый запрос по прежним ответам и
  собственным бросаниям монеты, а после $k$ ответов выдаёт $\hat x_k$. Ему могут
  быть известны $\mu$, $\sigma$, $d$, $k$ и то, что $f$ — одна из двух функций.
  Запрашивать можно и вне $[-d,d]$: там оракул не сообщит ничего нового.
- **Кванторы.** Пара зависит от $k$ (с ростом $k$ точки минимума сближаются), но
  не от метода. На одной фиксированной функции метод при больших $k$ может быть
  быстрее: [это контрольное утверждение](#what-breaks).
- **Класс функций.** Если смещение монеты рационально, то $f_\pm$ — конечная
  сумма в смысле лекции. При $k=j^2-2$ это сумма $2j$ парабол, $j+1$ из которых
  тянут в одну сторону; `biased_coin` — представитель такой пары при $k=98$.
*/
#include <gsl/gsl_math.h>

#include "shared/coins.h"

/* Each of the functions or oracles is one that a control replaces. */
HYPOTHESIS(admissible_oracle, "E g = f', and the variance is at most sigma^2",
           "E g = f', дисперсия не больше sigma^2", NULL);
HYPOTHESIS(one_flip_each, "an answer is one flip of (3), whatever is queried",
           "ответ — одно бросание (3), каков бы ни был запрос", NULL);
HYPOTHESIS(worse_of_two, "the worse of f_+ and f_- counts",
           "считается худшая из f_+ и f_-", NULL);
HYPOTHESIS(pair_for_k, "the pair is made for that k",
           "пара построена для этого k", NULL);
static const struct hypothesis *const hypotheses[] = {
    admissible_oracle, one_flip_each, worse_of_two, pair_for_k};

static const double mu = 0.5, sigma = 2, R = 3;

/* (2) where the functions are linear, else (1). */
static double floor_of(bool linear, double k) {
    return linear ? R * sigma / (4 * sqrt(k)) : sigma * sigma / (18 * mu * k);
}

/**
## The two parabolas and their coin

Let $b=\pm1$ be a coin with bias $\delta$: on $f_\nu$, $\nu=\pm1$, it shows
$b=\nu$ with probability $\frac{1+\delta}2$, so that $\mathbb E b=\nu\delta$.
The oracle flips it and answers
$$g(x)=\mu x-s\,b,\qquad d=\frac{\delta s}\mu,\qquad \delta^2=\frac1{k+2},\qquad
s^2=\frac{\sigma^2}{1+3\delta^2}.\tag{3}$$
The bias is so small that $k$ flips hardly tell the sign, and so large that the
sign matters.
*/
/**ru 565811107
## Две параболы и их монета

Пусть $b=\pm1$ — монета со смещением $\delta$: на $f_\nu$, $\nu=\pm1$, она
показывает $b=\nu$ с вероятностью $\frac{1+\delta}2$, так что
$\mathbb E b=\nu\delta$. Оракул бросает её и отвечает
$$g(x)=\mu x-s\,b,\qquad d=\frac{\delta s}\mu,\qquad \delta^2=\frac1{k+2},\qquad
s^2=\frac{\sigma^2}{1+3\delta^2}.\tag{3}$$
Смещение так мало, что $k$ бросаний почти не выдают знака, и так велико, что
знак важен.
*/
static struct pair pair_with(double delta) {
    double s = sigma / sqrt(1 + 3 * delta * delta);
    return (struct pair){delta, s, delta * s / mu};
}

/**
Everything below is computed for $k$ from 1 to $10^4$, with $\mu=\frac12$,
$\sigma=2$, $R=3$, so that no letter hides behind a 1.
*/
/**ru 3937604062
Всё дальнейшее вычислено для $k$ от 1 до $10^4$ при $\mu=\frac12$, $\sigma=2$,
$R=3$, чтобы ни одна буква не спряталась за единицей.
*/
/* What the best method attains, by Theorem 1 and by Theorem 2; see below. */
static double bayes_risk(size_t k, const struct pair *);
static double risk_convex(size_t k);

static double risk_error(size_t k, double risk) {
    return (2 * coin_law_error(k) + 2 * (double)k * DBL_EPSILON) * risk;
}

static void give(struct given *g) {
    g->pair = pair_with(1 / sqrt(g->n + 2));
    g->risk = g->linear ? risk_convex(g->k) : bayes_risk(g->k, &g->pair);
    g->error = risk_error(g->k, g->risk);
    g->floor = floor_of(g->linear, g->n);
}

static void check(struct inquiry *q) {
    check_line(q, q->with, give);
}

/**
### Line 1. The oracle is admissible

Its mean is $\mathbb E g(x)=\mu x-s\nu\delta=\mu(x-\nu d)=f_\nu'(x)$, at every
$x$: it is unbiased.
*/
/**ru 3043710570
### Строка 1. Оракул допустим

Среднее ответа $\mathbb E g(x)=\mu x-s\nu\delta=\mu(x-\nu d)=f_\nu'(x)$ при
каждом $x$: оракул несмещённый.
*/
static void moments_at(const struct pair *p, int nu, double x, double *mean,
                       double *square) {
    *mean = *square = 0;
    for (int b = 1; b >= -1; b -= 2) {
        double chance = (1 + nu * b * p->delta) / 2, answer = mu * x - p->s * b;
        *mean += chance * answer;
        *square += chance * gsl_pow_2(answer);
    }
}

/* Of a coin with `by` times the bias. */
static struct both_sides bias(const struct given *g) {
    struct pair p = g->pair;
    p.delta *= g->by;
    double worst = 0, size = 0, mean, square;
    for (int place = -20; place <= 20; place++) { /* also far beyond +-d */
        double x = p.d * place / 2;
        moments_at(&p, g->nu, x, &mean, &square);
        worst = larger(worst, fabs(mean - mu * (x - g->nu * p.d)));
        size = larger(size, mu * fabs(x) + p.s);
    }
    return (struct both_sides){worst, EQUAL, 0, 8 * DBL_EPSILON * size};
}
CLAIM(line_1_unbiased, PROOF_LINE,
      COMPUTE(check, &(const struct line){bias, PAIR, .by = 1}),
      "Largest bias of the oracle over 41 queries, on either function: none.",
      "Наибольшее смещение оракула по 41 запросу, на любой из функций: его "
      "нет.");
/**
Its variance is $s^2(1-\delta^2)<\sigma^2$ wherever it is asked, and its second
moment is $\mathbb E g(x)^2=\mu^2(x-\nu d)^2+s^2(1-\delta^2)$, largest on
$[-d,d]$ at the other function's minimiser, where it is
$$\mu^2(2d)^2+s^2(1-\delta^2)=s^2(1+3\delta^2)=\sigma^2.\tag{4}$$
*/
/**ru 559560401
Его дисперсия $s^2(1-\delta^2)<\sigma^2$, где бы его ни спросили, а второй
момент $\mathbb E g(x)^2=\mu^2(x-\nu d)^2+s^2(1-\delta^2)$ принимает наибольшее
на отрезке $[-d,d]$ значение в точке минимума другой функции, где он равен
$$\mu^2(2d)^2+s^2(1-\delta^2)=s^2(1+3\delta^2)=\sigma^2.\tag{4}$$
*/
static struct both_sides second_moments(const struct given *g) {
    double largest = 0, mean, square;
    for (int place = -20; place <= 20; place++) {
        moments_at(&g->pair, g->nu, g->pair.d * place / 20, &mean, &square);
        largest = larger(largest, square);
    }
    double sigma2 = sigma * sigma;
    return (struct both_sides){largest, EQUAL, sigma2,
                               32 * DBL_EPSILON * sigma2};
}

static struct both_sides variance(const struct given *g) {
    double largest = 0, error = 0, mean, square;
    for (double x = -1000; x <= 1000; x += 125) {
        moments_at(&g->pair, 1, x, &mean, &square);
        largest = larger(largest, square - mean * mean);
        error = larger(error, 16 * DBL_EPSILON * square);
    }
    return (struct both_sides){largest, AT_MOST, sigma * sigma, error};
}
CLAIM(line_1_second_moment, PROOF_LINE,
      COMPUTE(check, &(const struct line){second_moments, .on = PAIR}),
      "Equation (4): the largest second moment on $[-d,d]$ is $\\sigma^2$.",
      "Равенство (4): наибольший второй момент на $[-d,d]$ равен $\\sigma^2$.");
CLAIM(line_1_variance, PROOF_LINE,
      COMPUTE(check, &(const struct line){variance, .on = COIN}),
      "The variance is at most $\\sigma^2$ at queries up to 1000 away.",
      "Дисперсия не превосходит $\\sigma^2$ при запросах на расстоянии до "
      "1000.");
/**
### Line 2. Whatever is queried, an answer is one flip

Given the query $x$, the answer $g$ and the coin $b=(\mu x-g)/s$ determine each
other, and the coin does not know $x$. So whatever a method queries, and however
the query depends on earlier answers, it sees $k$ independent flips. Their
probability depends on the number $N$ of plus signs alone:
$$P_\nu(b_1,\dots,b_k)=\Bigl(\frac{1+\nu\delta}2\Bigr)^N\Bigl(\frac{1-\nu\delta}2\Bigr)^{k-N},\qquad
  N\sim\text{Binomial}\Bigl(k,\frac{1+\nu\delta}2\Bigr).\tag{5}$$
The check lets SGD, heavy ball, Nesterov and a method that jumps about wildly
query the finite sum of 20 parabolas. It follows every possible sequence of 12
answers, decodes them, and adds up the probabilities of the sequences with $N$
plus signs, on both functions.
*/
/**ru 2507841084
### Строка 2. Что ни спроси, ответ — одно бросание

При данном запросе $x$ ответ $g$ и монета $b=(\mu x-g)/s$ определяют друг друга,
а монета не знает $x$. Поэтому, что бы метод ни запрашивал и как бы запрос ни
зависел от прежних ответов, он видит $k$ независимых бросаний. Их вероятность
зависит лишь от числа $N$ выпавших плюсов:
$$P_\nu(b_1,\dots,b_k)=\Bigl(\frac{1+\nu\delta}2\Bigr)^N\Bigl(\frac{1-\nu\delta}2\Bigr)^{k-N},\qquad
  N\sim\text{Binomial}\Bigl(k,\frac{1+\nu\delta}2\Bigr).\tag{5}$$
Проверка: конечную сумму 20 парабол запрашивают SGD, тяжёлый шарик, метод
Нестерова и метод, который прыгает как попало. Прослеживаются все возможные
последовательности из 12 ответов, ответы расшифровываются, и для обеих функций
складываются вероятности последовательностей с $N$ плюсами.
*/
static void one_flip(struct inquiry *q) {
    struct problem *p = biased_coin();
    for (size_t m = 0; m < COMPETITORS; m++)
        for (int nu = 1; nu >= -1; nu -= 2) {
            struct tree t = tree_of(p, &competitors[m], nu);
            size_t before = q->count;
            if (!t.decoded) q->trouble = "an answer is not that of a coin";
            for (size_t n = 0; n <= FLIPS; n++)
                inquiry_exact(q, "biased_coin", competitors[m].method->id, n,
                              t.law[n], 2 * coin_law_error(FLIPS) * t.law[n],
                              EQUAL, coin_law(FLIPS, 0.1, nu, n));
            inquiry_which(q, before, "nu = %d", nu);
        }
    problem_free(p);
}
CLAIM(line_2_one_flip, PROOF_LINE, COMPUTE(one_flip),
      "Law (5): the number of plus signs ($k$ in the table) is binomial.",
      "Закон (5): число плюсов ($k$ в таблице) биномиально.");
/**
### Line 3. The worst of two is at least their mean

Whatever the method,
$$\max_{\nu=\pm1}\bigl(\mathbb Ef_\nu(\hat x_k)-f_\nu^*\bigr)\ \ge\
  \frac12\sum_{\nu=\pm1}\bigl(\mathbb E f_\nu(\hat x_k)-f_\nu^*\bigr).\tag{6}$$
The right side is the *Bayes risk* of the method: its mean gap when a fair coin
has picked the sign. On the right there is one number to be minimised, not two.

### Line 4. The best method

By (5) the posterior weights of the signs depend on $N$ alone. Write
$p_\nu=P_\nu(N=n)$. Having seen $n$, an output $\hat x$ has the mean gap
$\frac\mu2\cdot\frac{p_+(\hat x-d)^2+p_-(\hat x+d)^2}{p_++p_-}$, which is least
at the *posterior mean*
$$\hat x(n)=d\,\frac{p_+-p_-}{p_++p_-},\qquad\text{where it is}\quad
\frac\mu2\cdot\frac{4d^2\,p_+p_-}{(p_++p_-)^2}.\tag{7}$$
Weigh this with the probability $\frac12(p_++p_-)$ of $N=n$, and add:
$$r_k=\mu d^2\sum_{n=0}^k\frac{p_+(n)\,p_-(n)}{p_+(n)+p_-(n)}.\tag{8}$$
No method has a smaller Bayes risk, hence none a smaller worst case: randomness
would only add a mean over such outputs.
*/
/**ru 3520529699
### Строка 3. Больший из двух зазоров не меньше их среднего

Каков бы ни был метод,
$$\max_{\nu=\pm1}\bigl(\mathbb Ef_\nu(\hat x_k)-f_\nu^*\bigr)\ \ge\
  \frac12\sum_{\nu=\pm1}\bigl(\mathbb E f_\nu(\hat x_k)-f_\nu^*\bigr).\tag{6}$$
Правая часть — *байесовский риск* метода: его средний зазор, когда знак выбран
бросанием симметричной монеты. Справа нужно минимизировать одно число, а не два.

### Строка 4. Наилучший метод

Согласно (5) апостериорные веса знаков зависят только от $N$. Положим
$p_\nu=P_\nu(N=n)$. Если выпало $n$ плюсов, средний зазор ответа $\hat x$ равен
$\frac\mu2\cdot\frac{p_+(\hat x-d)^2+p_-(\hat x+d)^2}{p_++p_-}$; наименьший он
при *апостериорном среднем*
$$\hat x(n)=d\,\frac{p_+-p_-}{p_++p_-},\qquad\text{где он равен}\quad
\frac\mu2\cdot\frac{4d^2\,p_+p_-}{(p_++p_-)^2}.\tag{7}$$
Остаётся умножить на вероятность $\frac12(p_++p_-)$ события $N=n$ и сложить:
$$r_k=\mu d^2\sum_{n=0}^k\frac{p_+(n)\,p_-(n)}{p_+(n)+p_-(n)}.\tag{8}$$
Меньшего байесовского риска, а значит, и меньшего худшего случая нет ни у какого
метода: случайность лишь добавила бы усреднение по таким ответам.
*/
static double harmonic(double plus, double minus) {
    return plus > 0 && minus > 0 ? plus * minus / (plus + minus) : 0;
}

/* r_k of (8). */
static double bayes_risk(size_t k, const struct pair *p) {
    return mu * p->d * p->d * coin_sum(k, p->delta, harmonic);
}

/**
The checks: after $k=1,\dots,12$ answers each, no competitor's mean gap is below
(8), and so no competitor's worst case is. One of them is the posterior mean,
which decodes each answer, counts, and says
$d\tanh\bigl((2N-k)\,\mathrm{artanh}\,\delta\bigr)$: this is (7) in another
form, and its gap must *equal* (8). The wanderer's output is as wild as its
queries.
*/
/**ru 3600143040
Проверки: после $k=1,\dots,12$ ответов средний зазор ни одного из соперников не
ниже (8), а потому и худший случай ни у кого не ниже. Один из соперников —
апостериорное среднее: он расшифровывает каждый ответ, считает плюсы и называет
$d\tanh\bigl((2N-k)\,\mathrm{artanh}\,\delta\bigr)$. Это (7) в другой записи, и
его зазор должен быть *равен* (8). Ответ блуждающего метода столь же произволен,
как и его запросы.
*/
static void compete(struct inquiry *q) {
    struct problem *p = biased_coin();
    struct pair pair = pair_with(0.1);
    for (size_t m = 0; m < COMPETITORS; m++) {
        const char *id = competitors[m].method->id;
        struct tree plus = tree_of(p, &competitors[m], 1),
                    minus = tree_of(p, &competitors[m], -1);
        for (size_t k = 1; k <= FLIPS; k++) {
            double mean = (plus.risk[k] + minus.risk[k]) / 2,
                   best = bayes_risk(k, &pair),
                   error = risk_error(k, best) +
                           64 * DBL_EPSILON * (double)k * mean;
            inquiry_exact(q, "biased_coin", id, k, mean, error,
                          m == POSTERIOR_MEAN ? EQUAL : AT_LEAST, best);
            inquiry_which(q, q->count - 1, "mean of two");
            inquiry_exact(q, "biased_coin", id, k,
                          larger(plus.risk[k], minus.risk[k]), error,
                          m == POSTERIOR_MEAN ? EQUAL : AT_LEAST, best);
            inquiry_which(q, q->count - 1, "worse of two");
        }
    }
    problem_free(p);
}
CLAIM(lines_3_and_4_risks, IDENTITY, COMPUTE(compete),
      "No gap of four methods is below (8); the posterior mean's equals it.",
      "Зазоры четырёх методов не ниже (8); у апостериорного среднего — "
      "равенство.");
/**
The posterior mean itself attains (8). Moreover its gap is $r_k$ on *each* of
the two functions, because the pair is symmetric. So $r_k$ is exactly the
smallest possible worst case: nothing is lost in line 3 either.
*/
/**ru 2056620456
Само апостериорное среднее достигает (8). Более того, его зазор равен $r_k$ на
*каждой* из двух функций, так как пара симметрична. Значит, $r_k$ — в точности
наименьший возможный худший случай: в строке 3 тоже ничего не потеряно.
*/
/* The gap on f_nu of so many times the posterior mean (7). */
static double risk_of(const struct given *g, int nu, double scale) {
    double delta = g->pair.delta, d = g->pair.d, sum = 0;
    for (size_t n = 0; n <= g->k; n++) {
        double plus = coin_law(g->k, delta, 1, n),
               minus = coin_law(g->k, delta, -1, n), both = plus + minus;
        double mean = both > 0 ? d * (plus - minus) / both : 0;
        sum +=
            (nu > 0 ? plus : minus) * mu / 2 * gsl_pow_2(scale * mean - nu * d);
    }
    return sum;
}

static struct both_sides equal_risks(const struct given *g) {
    double d = g->pair.d;
    /* A posterior mean near +-d takes a difference from d: its error is
     * relative to d, not to what is left. */
    double error = 2 * g->error + 4 * coin_law_error(g->k) * mu * d * d;
    return (struct both_sides){risk_of(g, g->nu, 1), EQUAL, g->risk, error};
}

static struct both_sides scaled_risk(const struct given *g) {
    double mean = (risk_of(g, 1, g->by) + risk_of(g, -1, g->by)) / 2,
           error = g->error + risk_error(g->k, mean);
    return (struct both_sides){mean, AT_LEAST, g->risk, error};
}

static void posterior_means(struct inquiry *q) {
    static const double scales[] = {0, 0.9, 0.99, 1.01, 1.1, 2};
    check_line(q, &(struct line){equal_risks, PAIR, .method = "posterior_mean"},
               give);
    for (size_t j = 0; j < COUNT(scales); j++) {
        size_t before = q->count;
        check_line(q,
                   &(struct line){scaled_risk, COIN, "posterior_mean_scaled",
                                  .by = scales[j]},
                   give);
        inquiry_which(q, before, "times %g", scales[j]);
    }
}
CLAIM(line_4_posterior_mean, PROOF_LINE, COMPUTE(posterior_means),
      "Its gap is $r_k$ on either function; stretched or shrunk, no smaller.",
      "Его зазор равен $r_k$ на обеих функциях; если растянуть или сжать "
      "ответ, зазор не меньше.");
/**
### Line 5. Cauchy and Schwarz

A sum like (8) has no closed form, but a good bound: split
$\sqrt{p_+p_-}=\sqrt{\frac{p_+p_-}{p_++p_-}}\cdot\sqrt{p_++p_-}$. The squares of
the second factors add up to 2, so that
$$\sum_n\frac{p_+p_-}{p_++p_-}\ \ge\ \frac12\Bigl(\sum_n\sqrt{p_+p_-}\Bigr)^2.\tag{9}$$
*/
/**ru 10729439
### Строка 5. Коши и Шварц

У суммы (8) нет замкнутого выражения, но есть хорошая оценка. Разложим
$\sqrt{p_+p_-}=\sqrt{\frac{p_+p_-}{p_++p_-}}\cdot\sqrt{p_++p_-}$. Квадраты
вторых множителей дают в сумме 2, поэтому
$$\sum_n\frac{p_+p_-}{p_++p_-}\ \ge\ \frac12\Bigl(\sum_n\sqrt{p_+p_-}\Bigr)^2.\tag{9}$$
*/
static double root(double plus, double minus) {
    return sqrt(plus * minus);
}

static struct both_sides cauchy_schwarz(const struct given *g) {
    double left = coin_sum(g->k, g->pair.delta, harmonic),
           affinity = coin_sum(g->k, g->pair.delta, root);
    return (struct both_sides){left, AT_LEAST, gsl_pow_2(affinity) / 2,
                               2 * risk_error(g->k, left)};
}
CLAIM(line_5_cauchy_schwarz, PROOF_LINE,
      COMPUTE(check, &(const struct line){cauchy_schwarz, .on = COIN}),
      "Inequality (9).", "Неравенство (9).");
/**
### Line 6. The affinity of two coins

The sum on the right is the Bhattacharyya affinity. Flips are independent, so it
is the $k$-th power of that of one flip, which is
$2\sqrt{\frac{1+\delta}2\cdot\frac{1-\delta}2}$:
$$\sum_n\sqrt{p_+(n)\,p_-(n)}=(1-\delta^2)^{k/2}.\tag{10}$$
*/
/**ru 2011580439
### Строка 6. Близость двух монет

Сумма справа — мера близости двух законов, коэффициент Бхаттачарьи. Бросания
независимы, поэтому она равна $k$-й степени такой же суммы для одного бросания,
а та равна $2\sqrt{\frac{1+\delta}2\cdot\frac{1-\delta}2}$:
$$\sum_n\sqrt{p_+(n)\,p_-(n)}=(1-\delta^2)^{k/2}.\tag{10}$$
*/
static struct both_sides affinity_of_coins(const struct given *g) {
    double delta = g->pair.delta, left = coin_sum(g->k, delta, root),
           right = pow(1 - delta * delta, g->n / 2);
    return (struct both_sides){left, EQUAL, right, 2 * risk_error(g->k, left)};
}
CLAIM(line_6_affinity, PROOF_LINE,
      COMPUTE(check, &(const struct line){affinity_of_coins, .on = COIN}),
      "Equation (10): the affinity of $k$ flips is a power.",
      "Равенство (10): близость для $k$ бросаний — степень.");
/**
### Line 7. The choice of the bias, and the constant

Put (9) and (10) into (8), and (3) for $d$, $s$ and $\delta$:
$$r_k\ \ge\ \frac{\sigma^2}\mu\cdot\frac{\delta^2}{1+3\delta^2}\cdot\frac12(1-\delta^2)^k
  =\frac{\sigma^2}{\mu k}\cdot u_k,\qquad u_k=\frac12\cdot\frac k{k+5}\Bigl(\frac{k+1}{k+2}\Bigr)^k.\tag{11}$$
Now $u_1=\frac1{18}$ and $u_2=\frac9{112}$. For $k\ge3$, $\frac
k{k+5}\ge\frac38$ and
$\bigl(\frac{k+1}{k+2}\bigr)^k=\bigl(1+\frac1{k+1}\bigr)^{-k}\ge
e^{-k/(k+1)}\ge\frac1e$, which makes $u_k\ge\frac3{16e}>\frac1{18}$. So
$r_k\ge\frac1{18}\cdot\frac{\sigma^2}{\mu k}$ for every $k\ge1$, and that is
(1). $\blacksquare$
*/
/**ru 696635988
### Строка 7. Выбор смещения и константа

Подставим (9) и (10) в (8), а вместо $d$, $s$ и $\delta$ — их значения из (3):
$$r_k\ \ge\ \frac{\sigma^2}\mu\cdot\frac{\delta^2}{1+3\delta^2}\cdot\frac12(1-\delta^2)^k
  =\frac{\sigma^2}{\mu k}\cdot u_k,\qquad u_k=\frac12\cdot\frac k{k+5}\Bigl(\frac{k+1}{k+2}\Bigr)^k.\tag{11}$$
Здесь $u_1=\frac1{18}$ и $u_2=\frac9{112}$. При $k\ge3$ имеем
$\frac k{k+5}\ge\frac38$ и
$\bigl(\frac{k+1}{k+2}\bigr)^k=\bigl(1+\frac1{k+1}\bigr)^{-k}\ge
e^{-k/(k+1)}\ge\frac1e$, откуда $u_k\ge\frac3{16e}>\frac1{18}$. Итак,
$r_k\ge\frac1{18}\cdot\frac{\sigma^2}{\mu k}$ при каждом $k\ge1$, а это и есть
(1). $\blacksquare$
*/
static double closed_form(size_t k) {
    double n = (double)k;
    return n / (n + 5) * pow((n + 1) / (n + 2), n) / 2;
}

static struct both_sides above_closed_form(const struct given *g) {
    double right = closed_form(g->k) * sigma * sigma / (mu * g->n);
    return (struct both_sides){g->risk, AT_LEAST, right, 2 * g->error};
}
CLAIM(line_7_closed_form, PROOF_LINE,
      COMPUTE(check, &(const struct line){above_closed_form, .on = COIN}),
      "Inequality (11): $r_k$ against its closed lower bound.",
      "Неравенство (11): $r_k$ и его замкнутая нижняя оценка.");

static void constant_from(struct inquiry *q, size_t first, size_t last,
                          double right) {
    for (size_t k = first; k <= last; k = rung_after(k)) {
        double u = closed_form(k),
               error = 4 * ((double)k + 4) * DBL_EPSILON * u;
        inquiry_exact(q, "biased_coin", "any", k, u, error, AT_LEAST, right);
    }
}

static void constant(struct inquiry *q) {
    constant_from(q, 1, 1000000, 1.0 / 18);
}

static const double FROM_3 = 3 / (16 * M_E);

static void constant_from_3(struct inquiry *q) {
    constant_from(q, 3, 1000000, FROM_3);
}

static void constants_compared(struct inquiry *q) {
    inquiry_exact(q, "biased_coin", "any", 3, 1.0 / 18, DBL_EPSILON, AT_MOST,
                  FROM_3);
}
CLAIM(line_7_the_constant, PROOF_LINE, COMPUTE(constant),
      "$u_k\\ge\\frac1{18}$ up to $k=10^6$.",
      "$u_k\\ge\\frac1{18}$ вплоть до $k=10^6$.");
CLAIM(line_7_from_3, PROOF_LINE, LOOSE(0.608, COMPUTE(constant_from_3)),
      "From $k=3$ on $u_k\\ge\\frac3{16e}$, which is crude.",
      "Начиная с $k=3$, $u_k\\ge\\frac3{16e}$; оценка грубая.");
CLAIM(line_7_compared, PROOF_LINE, LOOSE(0.8054, COMPUTE(constants_compared)),
      "$\\frac1{18}\\le\\frac3{16e}$, with room.",
      "$\\frac1{18}\\le\\frac3{16e}$, с запасом.");
/**
## The bound, against the smallest possible worst case

$r_k$ computed by (8), term by term with GSL's binomial probabilities, against
(1). There is no sampling here, and no method: it is the worst case of the best
of all methods.
*/
/**ru 3891555137
## Оценка и наименьший возможный худший случай

Величина $r_k$, вычисленная по (8) слагаемое за слагаемым с биномиальными
вероятностями из GSL, сравнивается с (1). Здесь нет ни выборки, ни какого-либо
метода: это худший случай для лучшего из всех методов.
*/
static struct both_sides against(const struct given *g, enum sign sign,
                                 double right, double roundings) {
    double error = g->error + roundings * DBL_EPSILON * right;
    return (struct both_sides){g->risk, sign, right, error};
}

static struct both_sides above_floor(const struct given *g) {
    return against(g, AT_LEAST, g->floor / g->by, 8);
}
CLAIM(bound_on_parabolas, BOUND,
      COMPUTE(check, &(const struct line){above_floor, COIN, .by = 1}),
      "The smallest possible worst case after $k$ answers is at least (1).",
      "Наименьший возможный худший случай после $k$ ответов не ниже (1).");
/**
## Theorem 2: convex functions

Take the same coin, without the parabola: $f_\nu(x)=-\nu\delta\sigma x$ on
$[-R,R]$, smooth and convex, with minimiser $\nu R$ and $\|x_0-x^*\|=R$ from
$x_0=0$. The oracle answers
$$g=-\sigma b,\qquad\mathbb Eg=-\nu\delta\sigma=f_\nu',\qquad g^2=\sigma^2\text{ always},\qquad \delta=\frac1{2\sqrt
k}.\tag{12}$$

### Line 8. The best method answers by majority

The gap of an output $\hat x\in[-R,R]$ is $\delta\sigma(R-\nu\hat x)$. Given
$N=n$, its mean over the two signs is least at that end of the interval where
$p_\nu$ is larger, and there it is $2\delta\sigma
R\,\frac{\min(p_+,p_-)}{p_++p_-}$. Weighed and added as before,
$$r_k=\delta\sigma R\sum_n\min\bigl(p_+(n),p_-(n)\bigr).\tag{13}$$
The check: the method that goes to $R$ after more plus than minus signs, to $-R$
after fewer, and to 0 in a tie, has the gap $r_k$ on either function.
*/
/**ru 511670791
## Теорема 2: выпуклые функции

Возьмём ту же монету, но без параболы: $f_\nu(x)=-\nu\delta\sigma x$ на
$[-R,R]$ — гладкая выпуклая функция с точкой минимума $\nu R$, и $\|x_0-x^*\|=R$
при $x_0=0$. Оракул отвечает
$$g=-\sigma b,\qquad\mathbb Eg=-\nu\delta\sigma=f_\nu',\qquad g^2=\sigma^2\text{ всегда},\qquad \delta=\frac1{2\sqrt
k}.\tag{12}$$

### Строка 8. Наилучший метод отвечает по большинству

Зазор ответа $\hat x\in[-R,R]$ равен $\delta\sigma(R-\nu\hat x)$. При данном
$N=n$ его среднее по двум знакам наименьшее на том конце отрезка, для которого
$p_\nu$ больше, и там оно равно
$2\delta\sigma R\,\frac{\min(p_+,p_-)}{p_++p_-}$. Умножая на вероятности и
складывая, как и раньше, получаем
$$r_k=\delta\sigma R\sum_n\min\bigl(p_+(n),p_-(n)\bigr).\tag{13}$$
Проверка: у метода, который идёт в $R$, если плюсов больше, чем минусов, в $-R$,
если их меньше, и в 0, если поровну, зазор равен $r_k$ на обеих функциях.
*/
static double bias_convex(size_t k) {
    return 1 / (2 * sqrt((double)k));
}

static double risk_convex(size_t k) {
    return bias_convex(k) * sigma * R * coin_sum(k, bias_convex(k), smaller);
}

static struct both_sides majority(const struct given *g) {
    double delta = bias_convex(g->k), gap = 0;
    for (size_t n = 0; n <= g->k; n++) {
        double x = 2 * n > g->k ? R : 2 * n < g->k ? -R : 0;
        gap +=
            coin_law(g->k, delta, g->nu, n) * delta * sigma * (R - g->nu * x);
    }
    return (struct both_sides){gap, EQUAL, g->risk, 2 * g->error};
}
CLAIM(line_8_majority, PROOF_LINE,
      COMPUTE(check,
              &(const struct line){majority, SLOPE_PAIR, .method = "majority"}),
      "The gap of the majority's answer is (13) on either function.",
      "Зазор ответа по большинству равен (13) на обеих функциях.");
/**
### Line 9. Overlap and affinity

$\sum\min(p_+,p_-)=1-\frac12\sum|p_+-p_-|$, and by Cauchy and Schwarz on
$|p_+-p_-|=|\sqrt{p_+}-\sqrt{p_-}|\cdot(\sqrt{p_+}+\sqrt{p_-})$ with (10)
$$\sum_n\min(p_+,p_-)\ \ge\ 1-\sqrt{1-(1-\delta^2)^k}.\tag{14}$$
*/
/**ru 4108372801
### Строка 9. Перекрытие и близость

Имеем $\sum\min(p_+,p_-)=1-\frac12\sum|p_+-p_-|$, и по неравенству Коши–Шварца
для $|p_+-p_-|=|\sqrt{p_+}-\sqrt{p_-}|\cdot(\sqrt{p_+}+\sqrt{p_-})$ вместе с
(10)
$$\sum_n\min(p_+,p_-)\ \ge\ 1-\sqrt{1-(1-\delta^2)^k}.\tag{14}$$
*/
static struct both_sides overlap(const struct given *g) {
    double delta = bias_convex(g->k), left = coin_sum(g->k, delta, smaller);
    double right = 1 - sqrt(1 - pow(1 - delta * delta, g->n));
    double error = 2 * risk_error(g->k, left) + 8 * g->n * DBL_EPSILON;
    return (struct both_sides){left, AT_LEAST, right, error};
}
CLAIM(line_9_overlap, PROOF_LINE,
      COMPUTE(check, &(const struct line){overlap, .on = SLOPES}),
      "Inequality (14).", "Неравенство (14).");
/**
### Line 10. The constant

With $\delta=\frac1{2\sqrt k}$ this is $r_k\ge\frac{R\sigma}{\sqrt k}\cdot w_k$,
$w_k=\frac12\bigl(1-\sqrt{1-(1-\frac1{4k})^k}\bigr)$. By Bernoulli's inequality
$(1-\frac1{4k})^k\ge1-\frac14$, so that
$$w_k\ \ge\ \frac12\Bigl(1-\sqrt{\tfrac14}\Bigr)=\frac14,\tag{15}$$
which is (2). $\blacksquare$
*/
/**ru 3919095361
### Строка 10. Константа

При $\delta=\frac1{2\sqrt k}$ это даёт $r_k\ge\frac{R\sigma}{\sqrt k}\cdot w_k$,
где $w_k=\frac12\bigl(1-\sqrt{1-(1-\frac1{4k})^k}\bigr)$. По неравенству
Бернулли $(1-\frac1{4k})^k\ge1-\frac14$, поэтому
$$w_k\ \ge\ \frac12\Bigl(1-\sqrt{\tfrac14}\Bigr)=\frac14,\tag{15}$$
а это и есть (2). $\blacksquare$
*/
static void constant_convex(struct inquiry *q) {
    for (size_t k = 1; k <= 1000000; k = rung_after(k)) {
        double w = (1 - sqrt(1 - pow(1 - 1 / (4 * (double)k), (double)k))) / 2;
        inquiry_exact(q, "slopes", "any", k, w,
                      4 * ((double)k + 4) * DBL_EPSILON, AT_LEAST, 0.25);
    }
}
CLAIM(line_10_the_constant, PROOF_LINE, COMPUTE(constant_convex),
      "Inequality (15) up to $k=10^6$.",
      "Неравенство (15) вплоть до $k=10^6$.");
CLAIM(bound_on_slopes, BOUND,
      COMPUTE(check, &(const struct line){above_floor, SLOPES, .by = 1}),
      "The same for linear functions on $[-R,R]$ and (2).",
      "То же для линейных функций на $[-R,R]$ и (2).");
/**
@figure convex The same for linear functions on an interval

@figure ratio The smallest possible worst case over the floor (1): attained at
    one answer, never more than 4.05 times above it

## How sharp it is

**After one answer** nothing is lost: (9), (10), (14) and (15) are equalities at
$k=1$, and so are (1) and (2). No larger constants would do for these pairs at
$k=1$; later the best method stays within a factor of $4.05$ of (1) and
$1.293$ of (2), which it reaches at $k=2$.
*/
/**ru 33387793
@figure convex То же для линейных функций на отрезке

@figure ratio Отношение наименьшего возможного худшего случая к порогу (1):
    после одного ответа порог достигается и никогда не превышен более чем в 4,05
    раза

## Насколько оценка точна

**После одного ответа** ничего не потеряно: (9), (10), (14) и (15) при $k=1$ —
равенства, а с ними и (1), и (2). При $k=1$ большие константы для этих пар
невозможны; дальше наилучший метод превышает (1) не более чем в $4.05$ раза, а
(2) — не более чем в $1.293$ раза, причём последнее число достигается при $k=2$.
*/
static struct both_sides attained(const struct given *g) {
    return against(g, EQUAL, g->floor, 0);
}

static struct both_sides within_a_factor(const struct given *g) {
    return against(g, AT_MOST, (g->linear ? 1.293 : 4.05) * g->floor, 0);
}
CLAIM(sharp_attained_at_1, SHARPNESS,
      COMPUTE(check, &(const struct line){attained, BOTH, .only = 1}),
      "At $k=1$ the best method attains (1) and (2).",
      "При $k=1$ наилучший метод достигает (1) и (2).");
CLAIM(sharp_within_a_factor, SHARPNESS,
      COMPUTE(check, &(const struct line){within_a_factor, .on = BOTH}),
      "It is never more than 4.05 times above (1), and 1.293 times above (2).",
      "Он никогда не выше (1) более чем в 4,05 раза и не выше (2) более чем "
      "в 1,293 раза.");
/**
**SGD** is one of the methods. With the lecture's decreasing step
$\alpha_k=\frac{2k+1}{2\mu(k+1)^2}$, from $x_0=0$, on the very pair that is made
for its $k$: mean and variance of $x_t-\nu d$ obey
$$m_{t+1}=(1-\alpha_t\mu)m_t,\qquad v_{t+1}=(1-\alpha_t\mu)^2v_t+\alpha_t^2s^2(1-\delta^2),\qquad
  \mathbb Ef_\nu(x_t)=\tfrac\mu2(m_t^2+v_t),\tag{16}$$
the same on both functions. It must lie above $r_k$, and below its own bound
$\frac{L\sigma^2}{2\mu^2k}$ with $\sigma^2$ taken along its path.
*/
/**ru 1947563297
**SGD** — один из методов. Возьмём его с убывающим шагом лекции
$\alpha_k=\frac{2k+1}{2\mu(k+1)^2}$, из точки $x_0=0$, на той самой паре,
которая построена для его $k$. Среднее и дисперсия величины $x_t-\nu d$
удовлетворяют рекурсии
$$m_{t+1}=(1-\alpha_t\mu)m_t,\qquad v_{t+1}=(1-\alpha_t\mu)^2v_t+\alpha_t^2s^2(1-\delta^2),\qquad
  \mathbb Ef_\nu(x_t)=\tfrac\mu2(m_t^2+v_t),\tag{16}$$
одинаковой для обеих функций. Зазор SGD должен лежать выше $r_k$ и ниже
собственной границы SGD $\frac{L\sigma^2}{2\mu^2k}$, где $\sigma^2$ взято вдоль
его траектории.
*/
struct walked {
    double gap, moment; /* E f(x_k) - f*; the largest E g^2 before step k */
};

static struct walked sgd(const struct pair *p,
                         double (*alpha)(const struct settings *, size_t),
                         size_t k) {
    struct settings settings = {.mu = mu};
    double m2 = p->d * p->d, v = 0,
           noise = p->s * p->s * (1 - p->delta * p->delta), largest = 0;
    for (size_t t = 0; t < k; t++) {
        double step = alpha(&settings, t), shrink = gsl_pow_2(1 - step * mu);
        largest = larger(largest, mu * mu * (m2 + v) + noise);
        m2 *= shrink;
        v = shrink * v + step * step * noise;
    }
    return (struct walked){mu / 2 * (m2 + v), largest};
}

/* Each step of (16) rounds a few times, and no step enlarges what was there. */
static double walked_error(size_t k, double gap) {
    return 16 * ((double)k + 4) * DBL_EPSILON * gap;
}

static double sgd_on_biased_coin(const struct constants *c, size_t k) {
    (void)c;
    struct pair p = pair_with(0.1);
    return sgd(&p, schedule_pl, k).gap;
}

static struct both_sides sgd_above_best(const struct given *g) {
    double gap = sgd(&g->pair, schedule_pl, g->k).gap;
    return (struct both_sides){gap, AT_LEAST, g->risk,
                               walked_error(g->k, gap) + g->error};
}

static struct both_sides sgd_below_bound(const struct given *g) {
    struct walked w = sgd(&g->pair, schedule_pl, g->k);
    double bound = mu * w.moment / (2 * mu * mu * g->n);
    return (struct both_sides){w.gap, AT_MOST, bound,
                               2 * walked_error(g->k, w.gap)};
}
static const struct setting sgd_alone[] = {
    {biased_coin, &method_sgd, {.schedule = schedule_pl}, 1, .steps = 1000}};
CLAIM(sharp_sgd_by_the_engine, IDENTITY,
      MEAN(sgd_on_biased_coin, ON(sgd_alone), .sign = EQUAL),
      "Recursion (16) gives the exact expectation for SGD on `biased_coin`.",
      "Рекурсия (16) даёт точное математическое ожидание для SGD на "
      "`biased_coin`.");
/**
For the linear functions, SGD with the lecture's tuned step $\alpha=\frac
R{\sigma\sqrt k}$, projected on $[-R,R]$, and its average $\bar x_k$. For
$k=m^2$ the iterates live on the $2m+1$ points $jR/m$, where their distribution
is computed step by step.
*/
/**ru 4057031515
Для линейных функций — SGD с настроенным шагом лекции
$\alpha=\frac R{\sigma\sqrt k}$ и проекцией на $[-R,R]$, а также его среднее
$\bar x_k$. При $k=m^2$ итерации живут в $2m+1$ точках $jR/m$, и их
распределение вычисляется шаг за шагом.
*/
static void projected(struct inquiry *q, enum sign sign) {
    static const size_t roots[] = {1,  2,  3,  4,  6,  8,  12,
                                   16, 24, 32, 48, 64, 100};
    for (size_t i = 0; i < COUNT(roots); i++) {
        size_t m = roots[i], k = m * m;
        double n = (double)k, delta = bias_convex(k),
               gap = delta * sigma * (R - walled_walk(m, delta, R)),
               right = sign == AT_LEAST ? risk_convex(k) : R * sigma / sqrt(n);
        double error =
            8 * (n + 4) * DBL_EPSILON * R * sigma + risk_error(k, right);
        inquiry_exact(q, "slopes", "projected_sgd", k, gap, error, sign, right);
    }
}

/**
Four steps of $\frac R2$ by hand: the mean position is $0$, $\delta$, $2\delta$ and
$3\delta$ half radii, less what the walls hold back in the third step, after
three equal flips.
*/
/**ru 2707688758
Четыре шага длины $\frac R2$, посчитанные вручную: среднее положение равно $0$,
$\delta$, $2\delta$ и $3\delta$ половинам радиуса, за вычетом того, что стенки
удерживают на третьем шаге после трёх одинаковых бросаний.
*/
static void by_hand(struct inquiry *q) {
    for (double delta = -0.75; delta <= 0.75; delta += 0.25) {
        double held = gsl_pow_3((1 + delta) / 2) - gsl_pow_3((1 - delta) / 2);
        inquiry_exact(q, "slopes", "projected_sgd", 4, walled_walk(2, delta, R),
                      64 * DBL_EPSILON * R, EQUAL,
                      R / 2 * (6 * delta - held) / 4);
        inquiry_which(q, q->count - 1, "delta = %g", delta);
    }
}
CLAIM(sharp_projected_by_hand, IDENTITY, COMPUTE(by_hand),
      "The walk between walls, for $k=4$.",
      "Блуждание между стенками при $k=4$.");

static void above_best(struct inquiry *q) {
    check_line(q, &(const struct line){sgd_above_best, COIN, .method = "sgd"},
               give);
    projected(q, AT_LEAST);
}

static void projected_below_bound(struct inquiry *q) {
    projected(q, AT_MOST);
}
CLAIM(sharp_sgd_above_best, SHARPNESS, COMPUTE(above_best),
      "SGD with these steps is above $r_k$, on parabolas and linear functions.",
      "SGD с такими шагами выше $r_k$, на параболах и на линейных функциях.");
CLAIM(sharp_sgd_below_bound, BOUND,
      LOOSE(0.8, COMPUTE(check, &(const struct line){sgd_below_bound, COIN,
                                                     .method = "sgd"})),
      "And below $\\frac{L\\sigma^2}{2\\mu^2k}$ on parabolas, of which it "
      "takes $\\frac45$.",
      "И ниже $\\frac{L\\sigma^2}{2\\mu^2k}$ на параболах, составляя "
      "$\\frac45$ этой величины.");
CLAIM(sharp_projected_below_bound, BOUND,
      LOOSE(0.5, COMPUTE(projected_below_bound)),
      "And below $R\\sigma/\\sqrt k$ on linear functions.",
      "И ниже $R\\sigma/\\sqrt k$ на линейных функциях.");
/**
**The constant itself.** Two parabolas tell apart rates, not constants. All
parabolas $f_\theta=\frac\mu2(x-\theta)^2$ with $|\theta|\le\frac\sigma\mu$ and
answers $\mu x-\sigma b$, $\mathbb Eb=\mu\theta/\sigma$, do that as well. The
variance is at most $\sigma^2$ everywhere. Line 2 stands, and to guess
$\theta=\frac\sigma\mu(2p-1)$ is to guess the probability $p$ of a binomial law.
Give $p$ the Beta law with both parameters $a=\frac{\sqrt k}2$. Given $N=n$ the
best output is $\frac\sigma\mu\bigl(2\frac{n+a}{k+2a}-1\bigr)$, and the mean of
what remains is
$$\frac\mu2\Bigl(\frac{2\sigma}\mu\Bigr)^2\mathbb E\frac{(N+a)(k-N+a)}{(k+2a)^2(k+2a+1)}=\frac{\sigma^2}{2\mu(1+\sqrt
k)^2}.\tag{17}$$
The gap of that output turns out to be the same for every $\theta$: the mean
square of $N+a-p(k+2a)$ is $kp(1-p)+a^2(1-2p)^2$, which for this $a$ is
$\frac k4$ whatever $p$. So (17) is the smallest possible worst case over all these parabolas, for any method. SGD
with $\alpha_k=\frac1{\mu(k+1)}$ has $\mathbb
Ef_\theta(x_k)=\frac{\sigma^2-\mu^2\theta^2}{2\mu k}\le\frac{\sigma^2}{2\mu k}$.
The two meet as $k$ grows: not even the factor $\frac12$ of SGD can be improved.
*/
/**ru 2864464285
**Сама константа.** Две параболы различают порядки скорости, но не константы.
Семейство всех парабол $f_\theta=\frac\mu2(x-\theta)^2$ с
$|\theta|\le\frac\sigma\mu$ и ответами $\mu x-\sigma b$,
$\mathbb Eb=\mu\theta/\sigma$, различает и константы. Дисперсия всюду не
превосходит $\sigma^2$. Строка 2 остаётся в силе, и угадать
$\theta=\frac\sigma\mu(2p-1)$ — значит угадать вероятность $p$ биномиального
закона. Пусть $p$ имеет бета-распределение, оба параметра которого равны
$a=\frac{\sqrt k}2$. При данном $N=n$ наилучший ответ —
$\frac\sigma\mu\bigl(2\frac{n+a}{k+2a}-1\bigr)$, а среднее того, что остаётся,
равно
$$\frac\mu2\Bigl(\frac{2\sigma}\mu\Bigr)^2\mathbb E\frac{(N+a)(k-N+a)}{(k+2a)^2(k+2a+1)}=\frac{\sigma^2}{2\mu(1+\sqrt
k)^2}.\tag{17}$$
Зазор этого ответа оказывается одним и тем же при всех $\theta$: средний квадрат
величины $N+a-p(k+2a)$ равен $kp(1-p)+a^2(1-2p)^2$, а это при нашем $a$ равно
$\frac k4$, каково бы ни было $p$. Значит, (17) — наименьший возможный худший
случай по всем этим параболам для любого метода. Для SGD с
$\alpha_k=\frac1{\mu(k+1)}$ имеем $\mathbb
Ef_\theta(x_k)=\frac{\sigma^2-\mu^2\theta^2}{2\mu k}\le\frac{\sigma^2}{2\mu k}$.
С ростом $k$ обе величины сближаются: даже множитель $\frac12$ у SGD улучшить
нельзя.
*/
static double family_risk(double k) {
    return sigma * sigma / (2 * mu * gsl_pow_2(1 + sqrt(k)));
}

static struct both_sides family_bayes(const struct given *g) {
    double rest = coin_beta_rest(g->k, sqrt(g->n) / 2);
    double risk = mu / 2 * gsl_pow_2(2 * sigma / mu) * rest;
    return (struct both_sides){risk, EQUAL, family_risk(g->n),
                               4 * risk_error(g->k, risk)};
}

/* The gap at theta = (sigma/mu) place/10 of the output for a Beta law with
 * `times` the parameters. */
static struct both_sides family_gap(const struct given *g, double place,
                                    double times) {
    double k = g->n, a = times * sqrt(k) / 2, theta = sigma / mu * place / 10,
           gap = 0;
    for (double n = 0; n <= k; n++)
        gap += coin_law(g->k, place / 10, 1, (size_t)n) * mu / 2 *
               gsl_pow_2(sigma / mu * (2 * (n + a) / (k + 2 * a) - 1) - theta);
    return (struct both_sides){gap, EQUAL, family_risk(k),
                               4 * risk_error(g->k, family_risk(k))};
}

static struct both_sides family_at_theta(const struct given *g) {
    return family_gap(g, g->by, 1);
}

static struct both_sides family_other_law(const struct given *g) {
    return family_gap(g, g->by, 1.05);
}

static double harmonic_step(const struct settings *s, size_t k) {
    return 1 / (s->mu * ((double)k + 1));
}

/* theta = 0, where the variance is largest. */
static struct both_sides family_sgd(const struct given *g) {
    struct pair fair = {.delta = 0, .s = sigma, .d = 0};
    double gap = sgd(&fair, harmonic_step, g->k).gap,
           right = sigma * sigma / (2 * mu * g->n);
    return (struct both_sides){gap, EQUAL, right, walked_error(g->k, gap)};
}

static struct both_sides family_near_half(const struct given *g) {
    double k = g->n, risk = family_risk(k),
           right = (1 - 2 / sqrt(k)) * sigma * sigma / (2 * mu * k);
    return (struct both_sides){risk, AT_LEAST, right, 16 * DBL_EPSILON * risk};
}

static struct both_sides no_gain(const struct given *g) {
    double risk = family_risk(g->n),
           right = 0.95 * sigma * sigma / (2 * mu * g->n);
    return (struct both_sides){risk, AT_MOST, right, 16 * DBL_EPSILON * risk};
}

static void family_minimax(struct inquiry *q) {
    static const double places[] = {-10, -7, -3, 0, 1, 4, 8, 10};
    check_line(q, &(const struct line){family_bayes, .on = FAMILY}, give);
    for (size_t i = 0; i < COUNT(places); i++) {
        size_t first = q->count;
        check_line(q,
                   &(const struct line){family_at_theta, FAMILY,
                                        .method = "beta_posterior_mean",
                                        .by = places[i]},
                   give);
        inquiry_which(q, first, "theta = %g sigma/mu", places[i] / 10);
    }
}
CLAIM(sharp_family_minimax, IDENTITY, COMPUTE(family_minimax),
      "(17) is the Bayes risk, and that output's gap for eight $\\theta$.",
      "(17) — байесовский риск и зазор этого ответа при восьми значениях "
      "$\\theta$.");
CLAIM(control_another_beta_law, CONTROL,
      BEYOND(COMPUTE(check,
                     &(const struct line){family_other_law, FAMILY,
                                          .method = "beta_posterior_mean",
                                          .by = 10})),
      "With parameters larger by 5% the gap would be (17) at $\\sigma/\\mu$.",
      "С параметрами, большими на 5 %, зазор в $\\sigma/\\mu$ был бы равен "
      "(17).");
CLAIM(sharp_family_sgd, IDENTITY,
      COMPUTE(check, &(const struct line){family_sgd, FAMILY, .method = "sgd"}),
      "SGD has the worst case $\\frac{\\sigma^2}{2\\mu k}$.",
      "Худший случай для SGD — $\\frac{\\sigma^2}{2\\mu k}$.");
CLAIM(sharp_family_near_half, SHARPNESS,
      COMPUTE(check, &(const struct line){family_near_half, .on = FAMILY}),
      "The smallest possible one is at least $(1-2/\\sqrt k)$ times that.",
      "Наименьший возможный — не менее $(1-2/\\sqrt k)$ от него.");
CLAIM(control_no_gain, CONTROL,
      COMPUTE(check, &(const struct line){no_gain, FAMILY, .only = FURTHEST}),
      "That some method be 5% better than SGD at $k=10^4$.",
      "Некоторый метод на 5 % лучше SGD при $k=10^4$.");
/**
## What breaks

**A larger constant.** (1) and (2) with their constants divided by $0.95$ fail
at $k=1$. So they would with any other factor above 1.
*/
/**ru 3235160317
## Что ломается {#what-breaks}

**Константа побольше.** Оценки (1) и (2), константы которых разделены на $0.95$,
неверны при $k=1$. То же было бы и с любым другим множителем больше 1.
*/
CLAIM(control_larger_pl, CONTROL,
      COMPUTE(check, &(const struct line){above_floor, COIN, .by = 0.95}),
      "A constant larger by a factor of 1/0.95 in (1) is wrong.",
      "Константа в (1), большая в 1/0,95 раза, неверна.");
CLAIM(control_larger_convex, CONTROL,
      COMPUTE(check, &(const struct line){above_floor, SLOPES, .by = 0.95}),
      "A constant larger by a factor of 1/0.95 in (2) is wrong.",
      "Константа в (2), большая в 1/0,95 раза, неверна.");
/**
**A biased oracle.** A coin that is more biased than (3) says by 1% has another
mean than $f'$. It tells more, too; but it is not an oracle for $f_\pm$.
*/
/**ru 46351492
**Смещённый оракул.** У монеты, смещение которой на 1 % больше, чем велит (3),
среднее не равно $f'$. Она и сообщает больше; но это уже не оракул для $f_\pm$.
*/
CLAIM(control_biased_oracle, CONTROL,
      DROPS(admissible_oracle,
            COMPUTE(check, &(const struct line){bias, PAIR, .by = 1.01})),
      "With a bias larger by 1% the oracle is unbiased.",
      "Со смещением монеты, большим на 1 %, оракул несмещённый.");
/**
**A slower rate.** Were it impossible to do better than $k^{-0.8}$, or
$k^{-0.4}$ for linear functions, the best method would have to stay above. It
does not.
*/
/**ru 2343796846
**Более медленная скорость.** Если бы нельзя было превзойти $k^{-0.8}$ или, для
линейных функций, $k^{-0.4}$, наилучшему методу пришлось бы оставаться выше. Он
там не остаётся.
*/
static struct both_sides above_slower(const struct given *g) {
    double right = g->floor * pow(g->n, g->linear ? 0.1 : 0.2);
    return against(g, AT_LEAST, right, 8);
}
CLAIM(control_slower_pl, CONTROL,
      COMPUTE(check, &(const struct line){above_slower, .on = COIN}),
      "$k^{-0.8}$ in place of $k^{-1}$ in (1) is wrong.",
      "$k^{-0.8}$ вместо $k^{-1}$ в (1) неверно.");
CLAIM(control_slower_convex, CONTROL,
      COMPUTE(check, &(const struct line){above_slower, .on = SLOPES}),
      "$k^{-0.4}$ in place of $k^{-1/2}$ in (2) is wrong.",
      "$k^{-0.4}$ вместо $k^{-1/2}$ в (2) неверно.");
/**
**One pair for all $k$.** With the pair for $k=98$ kept, the sign is known after
some hundred answers, and the posterior mean converges exponentially. The order
of words in the theorem matters: *for every $k$ there is* a pair.
*/
/**ru 1518885367
**Одна пара для всех $k$.** Если оставить пару, построенную для $k=98$, то
примерно после сотни ответов знак известен, и апостериорное среднее сходится
экспоненциально. Порядок слов в теореме существен: *для каждого $k$ найдётся*
пара.
*/
static struct both_sides one_pair(const struct given *g) {
    struct pair p = pair_with(0.1);
    double risk = bayes_risk(g->k, &p);
    return (struct both_sides){risk, AT_LEAST, g->floor,
                               risk_error(g->k, risk)};
}
CLAIM(control_one_pair, CONTROL,
      DROPS(pair_for_k,
            COMPUTE(check, &(const struct line){one_pair, COIN,
                                                .method = "posterior_mean"})),
      "On a pair that does not depend on $k$ the posterior mean beats (1).",
      "На паре, не зависящей от $k$, апостериорное среднее лучше, чем "
      "допускает (1).");
/**
**One function alone.** The worst of two is essential: on $f_+$ alone the method
that always says $d$, without listening, has no gap. On $f_-$ it has
$\frac\mu2(2d)^2$.
*/
/**ru 1587466086
**Только одна функция.** Без худшей из двух не обойтись: на одной лишь $f_+$ у
метода, который всегда называет $d$, никого не слушая, зазор нулевой. На $f_-$
зазор у него $\frac\mu2(2d)^2$.
*/
static void one_alone(struct inquiry *q) {
    struct problem *p = biased_coin();
    struct tree plus = tree_of(p, &guesser, 1);
    for (size_t k = 1; k <= FLIPS; k++)
        inquiry_exact(q, p->id, guesser.method->id, k, plus.risk[k],
                      64 * DBL_EPSILON * plus.risk[k], AT_LEAST,
                      floor_of(false, (double)k));
    problem_free(p);
}

/* The other one. */
static void two_guessed(struct inquiry *q) {
    struct problem *p = biased_coin();
    double d = p->x_star[0], gap = p->mu / 2 * gsl_pow_2(2 * d);
    struct tree minus = tree_of(p, &guesser, -1);
    for (size_t k = 1; k <= FLIPS; k++)
        inquiry_exact(q, p->id, guesser.method->id, k, minus.risk[k],
                      64 * (double)k * DBL_EPSILON * gap, EQUAL, gap);
    problem_free(p);
}
CLAIM(sharp_guess_on_the_other, IDENTITY, COMPUTE(two_guessed),
      "On $f_-$ who always says $d$ has the gap $2\\mu d^2$.",
      "На $f_-$ у того, кто всегда называет $d$, зазор $2\\mu d^2$.");
CLAIM(control_one_function, CONTROL, DROPS(worse_of_two, COMPUTE(one_alone)),
      "On one function alone a method beats (1).",
      "На одной-единственной функции некоторый метод лучше, чем допускает "
      "(1).");
/**
**No noise.** A coin with bias 1 always tells the sign. It is an oracle without
variance, and after one answer the best method knows the minimiser.
*/
/**ru 3077732797
**Без шума.** Монета со смещением 1 всегда выдаёт знак. Это оракул без
дисперсии, и после одного ответа наилучший метод знает точку минимума.
*/
static void no_noise(struct inquiry *q) {
    struct pair always = pair_with(1);
    double mean, square;
    moments_at(&always, 1, 0, &mean, &square);
    if (square != mean * mean) q->trouble = "the oracle has a variance";
    for (size_t k = 1; k <= 8; k *= 2)
        inquiry_exact(q, "biased_coin", "posterior_mean", k,
                      bayes_risk(k, &always), 0, AT_LEAST,
                      floor_of(false, (double)k));
}
CLAIM(control_no_noise, CONTROL, DROPS(one_flip_each, COMPUTE(no_noise)),
      "Without noise a method beats (1).",
      "Без шума некоторый метод лучше, чем допускает (1).");
/**
**Answers that depend on the query in more than a shift.** Line 2 is where the
oracle enters. Ehrenfest's oracle answers $\pm\sigma$ with mean $\mu(x-\nu d)$:
unbiased, and its second moment is $\sigma^2$ for every
$|x|\le\frac\sigma\mu-d$. But at the end of that interval, $x=\frac\sigma\mu-d$,
it answers $+\sigma$ with probability 1 on $f_-$, and $1-\mu d/\sigma$ on $f_+$.
Whoever asks there sees a minus on $f_+$ soon, and knows. After $k$ answers the
Bayes risk is $\mu d^2\frac q{1+q}$ with $q=(1-\mu d/\sigma)^k\approx e^{-\sqrt
k}$. This oracle is admissible as well, and yet no hard one: the theorem says
that *some* oracle is.
*/
/**ru 3479919185
**Ответы, которые зависят от запроса не только через сдвиг.** Оракул входит в
доказательство в строке 2. Оракул Эренфестов отвечает $\pm\sigma$ со средним
$\mu(x-\nu d)$: он несмещённый, и его второй момент равен $\sigma^2$ при всех
$|x|\le\frac\sigma\mu-d$. Но на конце этого отрезка, при $x=\frac\sigma\mu-d$,
он отвечает $+\sigma$ с вероятностью 1 на $f_-$ и $1-\mu d/\sigma$ на $f_+$. Кто
спрашивает там, тот на $f_+$ скоро увидит минус и всё поймёт. После $k$ ответов
байесовский риск равен $\mu d^2\frac q{1+q}$, где
$q=(1-\mu d/\sigma)^k\approx e^{-\sqrt k}$. Этот оракул тоже допустим, и всё же
он не труден: теорема говорит, что труден *некоторый* оракул.
*/
static struct both_sides telling_queries(const struct given *g) {
    double d = g->pair.d, silent = pow(1 - mu * d / sigma, g->n);
    double risk = mu * d * d * silent / (1 + silent);
    double error = 8 * (g->n + 4) * DBL_EPSILON * risk;
    return (struct both_sides){risk, AT_LEAST, g->floor, error};
}
CLAIM(control_telling_queries, CONTROL,
      DROPS(one_flip_each,
            COMPUTE(check,
                    &(const struct line){telling_queries, .on = EHRENFEST})),
      "With an oracle that tells more at some queries a method beats (1).",
      "С оракулом, который при некоторых запросах сообщает больше, некоторый "
      "метод лучше, чем допускает (1).");
/**
## What is not covered

The table's third row, $\mathcal O(1/\varepsilon^2)$ for functions that are not
convex, cannot be improved either (Arjevani et al. 2023). The functions that
show it have a dimension that grows as $\varepsilon$ falls; they are not built
here. For SGD with a fixed step one dimension is enough, and that is [proved, with
its constant](third_row_fixed_step.html).
*/
/**ru 113468765
## Что не охвачено

Третью строку таблицы, $\mathcal O(1/\varepsilon^2)$ для невыпуклых функций,
тоже нельзя улучшить (Arjevani et al. 2023). Функции, которые это показывают,
имеют размерность, растущую с убыванием $\varepsilon$; здесь они не строятся.
Для SGD с постоянным шагом хватает одной размерности, и это [доказано, вместе с
константой](third_row_fixed_step.html).
*/

static const struct claim *const claims[] = {
    line_1_unbiased,         line_1_second_moment,
    line_1_variance,         line_2_one_flip,
    lines_3_and_4_risks,     line_4_posterior_mean,
    line_5_cauchy_schwarz,   line_6_affinity,
    line_7_closed_form,      line_7_the_constant,
    line_7_from_3,           line_7_compared,
    bound_on_parabolas,      line_8_majority,
    line_9_overlap,          line_10_the_constant,
    bound_on_slopes,         sharp_attained_at_1,
    sharp_within_a_factor,   sharp_sgd_by_the_engine,
    sharp_projected_by_hand, sharp_sgd_above_best,
    sharp_sgd_below_bound,   sharp_projected_below_bound,
    sharp_family_minimax,    control_another_beta_law,
    sharp_family_sgd,        sharp_family_near_half,
    control_no_gain,         control_larger_pl,
    control_larger_convex,   control_biased_oracle,
    control_slower_pl,       control_slower_convex,
    control_one_pair,        sharp_guess_on_the_other,
    control_one_function,    control_no_noise,
    control_telling_queries};

static const struct drawing drawings[] = {
    {.name = "pl",
     .title = {"No method beats the floor, and SGD falls at the same rate",
               "Порог не превзойти, и SGD убывает с той же скоростью"},
     .x = {"answers {/:Italic k}", "ответов {/:Italic k}"},
     .y = {"worst-case mean gap", "средний зазор в худшем случае"},
     .bounds = true,
     .curves = {{.claim = "bound_on_parabolas",
                 .name = {"best method", "лучший метод"}},
                {.claim = "sharp_sgd_below_bound", .name = {"SGD", "SGD"}}}},
    {.name = "convex",
     .title = {"Linear functions: no method beats the floor, SGD falls as fast",
               "Линейные функции: порог не превзойти, SGD убывает так же"},
     .x = {"answers {/:Italic k}", "ответов {/:Italic k}"},
     .y = {"worst-case mean gap", "средний зазор в худшем случае"},
     .bounds = true,
     .curves = {{.claim = "bound_on_slopes",
                 .name = {"best method", "лучший метод"}},
                {.claim = "sharp_projected_below_bound",
                 .name = {"SGD", "SGD"}}}},
};

const struct theorem theorem_rates_cannot_be_improved = {
    .id = "rates_cannot_be_improved",
    .title = {"The rates cannot be improved",
              "Оценки скорости не могут быть улучшены"},
    .source = "Результаты для градиентного спуска",
    HYPOTHESES(hypotheses),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise sharp_sgd_by_the_engine `biased_coin` is the pair's member for $k=98$,
    with $\mu=\frac12$ and $\sigma=2$. After 1000 answers on it the posterior
    mean is about five times below (1). Is SGD with the lecture's decreasing step, and
    by which factor is it above or below? Predict, then
    `descent run biased_coin sgd --schedule pl --steps 1000`. :: It is not: its
    gap is about 0.0038, some 8.6 times
    $\frac{\sigma^2}{18\mu k}\approx0.00044$, and so it remains for all larger
    $k$. The posterior mean knows that there are two candidates, and of two it
    is sure exponentially fast. SGD does not know; it averages the answers, and
    the square of its error falls like $\frac1k$ on this parabola as on any.
    That the floor is for the *worse* function of a pair made *for that* $k$
    matters to a method that can use the pair.
@exercise line_6_affinity Why is $\delta^2$ in (3) of order $\frac1k$? See what
    (10) tends to with $\delta^2=\frac1{k+2}$, and what becomes of (8) where
    $k\delta^2\to\infty$ or $k\delta^2\to0$. The program's answer:
    `descent verify rates_cannot_be_improved/line_6_affinity`. :: With $\delta^2=\frac1{k+2}$ the
    affinity $(1-\delta^2)^{k/2}$ tends to $e^{-1/2}\approx0.607$, so that by
    (9) the sum in (8) stays above $\frac1{2e}$ and $r_k$ falls no faster than
    $\mu d^2$, like $\frac1k$. If $k\delta^2\to\infty$, (10) goes to 0 like
    $e^{-k\delta^2/2}$: the flips give the sign away, and its square in (9)
    costs more than a larger $d$ brings. If $k\delta^2\to0$, (10) tends to 1,
    nothing is learnt, but $d^2\approx\delta^2\sigma^2/\mu^2$ is itself much
    smaller than $\frac1k$. Between them $\delta^2e^{-k\delta^2}$ is largest at
    $\delta^2=\frac1k$.
@exercise line_4_posterior_mean How bad is it not to listen at all? Compute from
    (3) the gap of the method that always says 0, on the pair that is made for
    $k$, and hold it against $r_k$ in the rows `times 0` that
    `descent verify rates_cannot_be_improved/line_4_posterior_mean` writes. ::
    The gap is $\frac\mu2d^2=\frac{\sigma^2}{2\mu(k+5)}$ on either function, as
    $\frac{\delta^2}{1+3\delta^2}=\frac1{k+5}$. That is only 1.5 times $r_k$ at
    $k=1$, and 2.2 times at $k=10^4$: the pair is such that $k$ answers are
    worth next to nothing. A good method it is not: what falls with $k$ is the
    pair, and on any one pair the gap stays what it is.
*/
/**ru 3775234954
## Упражнения

@exercise sharp_sgd_by_the_engine `biased_coin` — представитель пары для $k=98$,
    с $\mu=\frac12$ и $\sigma=2$. На нём апостериорное среднее после 1000
    ответов примерно впятеро ниже (1). Окажется ли ниже и SGD с убывающим шагом лекции и
    во сколько раз он ниже или выше? Предскажите, затем выполните
    `descent run biased_coin sgd --schedule pl --steps 1000`. :: Нет: его зазор
    — около 0,0038, примерно в 8,6 раза больше, чем
    $\frac{\sigma^2}{18\mu k}\approx0.00044$, и так остаётся при всех больших
    $k$. Апостериорное среднее знает, что кандидатов два, а в одном из двух
    уверенность растёт экспоненциально. SGD этого не знает; он усредняет ответы,
    и квадрат его ошибки убывает как $\frac1k$ на этой параболе, как и на любой.
    То, что порог относится к *худшей* функции из пары, построенной *для этого*
    $k$, важно для метода, который умеет воспользоваться парой.
@exercise line_6_affinity Почему $\delta^2$ в (3) имеет порядок $\frac1k$?
    Найдите, к чему стремится (10) при $\delta^2=\frac1{k+2}$ и что происходит с
    (8), если $k\delta^2\to\infty$ или $k\delta^2\to0$.
    Ответ программы:
    `descent verify rates_cannot_be_improved/line_6_affinity`. :: При
    $\delta^2=\frac1{k+2}$ близость $(1-\delta^2)^{k/2}$ стремится к
    $e^{-1/2}\approx0.607$, так что в силу (9) сумма в (8) остаётся выше
    $\frac1{2e}$, а $r_k$ убывает не быстрее, чем $\mu d^2$, то есть как
    $\frac1k$. Если $k\delta^2\to\infty$, то (10) стремится к 0 как
    $e^{-k\delta^2/2}$: бросания выдают знак, и её квадрат в (9) отнимает
    больше, чем приносит большее $d$. Если $k\delta^2\to0$, то (10) стремится к
    1, узнать ничего нельзя, но $d^2\approx\delta^2\sigma^2/\mu^2$ само много
    меньше, чем $\frac1k$. Между ними $\delta^2e^{-k\delta^2}$ наибольшее при
    $\delta^2=\frac1k$.
@exercise line_4_posterior_mean Насколько плохо не слушать вовсе? Вычислите по
    (3) зазор метода, который всегда называет 0, на паре, построенной для $k$, и
    сравните его с $r_k$ в строках `times 0`, которые записывает
    `descent verify rates_cannot_be_improved/line_4_posterior_mean`. :: Зазор
    равен $\frac\mu2d^2=\frac{\sigma^2}{2\mu(k+5)}$ на обеих функциях, так как
    $\frac{\delta^2}{1+3\delta^2}=\frac1{k+5}$. Это всего в 1,5 раза больше
    $r_k$ при $k=1$ и в 2,2 раза при $k=10^4$: пара такова, что $k$ ответов не
    стоят почти ничего. Но метод этим не хорош: с ростом $k$ сближается сама
    пара, а на любой одной паре зазор остаётся каким был.
*/
/**
## References

- A. Nemirovsky, D. Yudin, *Problem complexity and method efficiency in
  optimization*, Wiley 1983: lower bounds for oracles.
- A. Agarwal, P. Bartlett, P. Ravikumar, M. Wainwright, *Information-theoretic
  lower bounds on the oracle complexity of stochastic convex optimization*, IEEE
  Transactions on Information Theory 58 (2012): by coins, as here.
- L. Le Cam, *Convergence of estimates under dimensionality restrictions*,
  Annals of Statistics 1 (1973): two points and their affinity.
- J. Hodges, E. Lehmann, *Some problems in minimax point estimation*, Annals of
  Mathematical Statistics 21 (1950): the Beta law of (17).
- Y. Arjevani, Y. Carmon, J. Duchi, D. Foster, N. Srebro, B. Woodworth, *Lower
  bounds for non-convex stochastic optimization*, Mathematical Programming 199
  (2023): the third row.
*/
/**ru 3939651083
## Литература

- A. Nemirovsky, D. Yudin, *Problem complexity and method efficiency in
  optimization*, Wiley 1983: нижние оценки для оракулов.
- A. Agarwal, P. Bartlett, P. Ravikumar, M. Wainwright, *Information-theoretic
  lower bounds on the oracle complexity of stochastic convex optimization*, IEEE
  Transactions on Information Theory 58 (2012): с помощью монет, как здесь.
- L. Le Cam, *Convergence of estimates under dimensionality restrictions*,
  Annals of Statistics 1 (1973): две точки и их близость.
- J. Hodges, E. Lehmann, *Some problems in minimax point estimation*, Annals of
  Mathematical Statistics 21 (1950): бета-распределение из (17).
- Y. Arjevani, Y. Carmon, J. Duchi, D. Foster, N. Srebro, B. Woodworth, *Lower
  bounds for non-convex stochastic optimization*, Mathematical Programming 199
  (2023): третья строка.
*/
