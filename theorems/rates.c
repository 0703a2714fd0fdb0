/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Six rates

The lecture states (slide «Результаты для градиентного спуска»):

> Стохастические итерации в $n$ раз быстрее, но сколько итераций потребуется для
> достижения заданной точности? Если $\nabla f$ является липшицевым, то мы
> получаем:
>
> | Предположение | Детерминированный градиентный спуск | Стохастический градиентный спуск |
> |---|---|---|
> | PL | $\mathcal O(\log(1/\varepsilon))$ | $\mathcal O(1/\varepsilon)$ |
> | Выпуклый | $\mathcal O(1/\varepsilon)$ | $\mathcal O(1/\varepsilon^2)$ |
> | Невыпуклый | $\mathcal O(1/\varepsilon)$ | $\mathcal O(1/\varepsilon^2)$ |
>
> Стохастический градиентный спуск имеет низкую стоимость итерации, но медленную
> скорость сходимости. Сублинейная скорость даже в сильно выпуклом случае.

In words: a table of how the number $K(\varepsilon)$ of iterations grows as the
accuracy $\varepsilon$ falls. On this page each of its six cells gets constants,
an instance that is as slow as the cell allows, and a measurement of the
exponent.

@figure counts Iterations needed for accuracy $\varepsilon$: five of the six
    cells (dashed: the bounds)

## What the table leaves unsaid

- **Accuracy** is $\mathbb Ef(x_K)-f^*\le\varepsilon$ in the first two rows,
  with SGD's average $\bar x_K$ in the second. Without convexity no such promise
  can be made, and the third row means $\min_{t<K}\mathbb E\|\nabla
  f(x_t)\|^2\le\varepsilon$: the *square* of the gradient. For the gradient
  itself the entries would be $1/\varepsilon^2$ and $1/\varepsilon^4$.
- **Steps.** Gradient descent takes $\alpha=1/L$. SGD takes the lecture's
  decreasing step under PL, and steps tuned to $K$ else.
- **$\mathcal O$ is an upper bound for a class.** A single function is often
  faster than its class. To see a cell's exponent, the instance may depend on
  $\varepsilon$: for each number of iterations the slowest member of a family.
  That is what worst case means.
- **SGD** has $\mathbb E\|\nabla f_i(x_k)\|^2\le\sigma^2$ along its path, as
  everywhere in this book.

With $\Delta=f(x_0)-f^*$ and $R=\|x_0-x^*\|$ the cells read:

| | gradient descent | SGD |
|---|---|---|
| PL | $\dfrac{\log(\Delta/\varepsilon)}{-\log(1-\mu/L)}$ | $\dfrac{L\sigma^2}{2\mu^2\varepsilon}$ |
| convex | $\dfrac{LR^2}{2\varepsilon}$ | $\dfrac{R^2\sigma^2}{\varepsilon^2}$ |
| non-convex | $\dfrac{2L\Delta}\varepsilon$ | $\dfrac{2L\Delta\sigma^2}{\varepsilon^2}$ |

The first and second entry for SGD are the subject of other pages; the other
four are derived here. That SGD's exponents cannot be improved by any other
method is [another page](rates_cannot_be_improved.html) for the first two rows; for
the third it is shown [for a fixed step](third_row_fixed_step.html), and quoted for
all methods.
*/
/**ru 1166135635
# Шесть скоростей

Лекция утверждает (слайд «Результаты для градиентного спуска»):

> Стохастические итерации в $n$ раз быстрее, но сколько итераций потребуется для
> достижения заданной точности? Если $\nabla f$ является липшицевым, то мы
> получаем:
>
> | Предположение | Детерминированный градиентный спуск | Стохастический градиентный спуск |
> |---|---|---|
> | PL | $\mathcal O(\log(1/\varepsilon))$ | $\mathcal O(1/\varepsilon)$ |
> | Выпуклый | $\mathcal O(1/\varepsilon)$ | $\mathcal O(1/\varepsilon^2)$ |
> | Невыпуклый | $\mathcal O(1/\varepsilon)$ | $\mathcal O(1/\varepsilon^2)$ |
>
> Стохастический градиентный спуск имеет низкую стоимость итерации, но медленную
> скорость сходимости. Сублинейная скорость даже в сильно выпуклом случае.

Таблица показывает, как растёт число итераций $K(\varepsilon)$ с уменьшением
требуемой точности $\varepsilon$. Здесь каждая из шести её ячеек получает
константы, пример, на котором метод медленен настолько, насколько ячейка
допускает, и измеренный показатель степени.

@figure counts Число итераций, нужное для точности $\varepsilon$: пять из шести
    ячеек (штрихом — границы)

## О чём таблица умалчивает

- **Точность** в первых двух строках — это $\mathbb Ef(x_K)-f^*\le\varepsilon$,
  причём для SGD во второй берётся среднее $\bar x_K$. Без выпуклости обещать
  этого нельзя, и в третьей строке имеется в виду
  $\min_{t<K}\mathbb E\|\nabla f(x_t)\|^2\le\varepsilon$: *квадрат* градиента.
  Для самого градиента в ней стояло бы $1/\varepsilon^2$ и $1/\varepsilon^4$.
- **Шаги.** Градиентный спуск идёт с шагом $\alpha=1/L$. SGD при PL берёт
  убывающий шаг лекции, а в остальных случаях — шаг, настроенный на $K$.
- **$\mathcal O$ — верхняя оценка для целого класса.** Отдельная функция часто
  быстрее своего класса. Чтобы стал виден показатель ячейки, примеру разрешается
  зависеть от $\varepsilon$: для каждого числа итераций берётся самая медленная
  функция семейства. Это и называют худшим случаем.
- **SGD**: вдоль траектории $\mathbb E\|\nabla f_i(x_k)\|^2\le\sigma^2$, как и
  всюду в этой книге.

Если $\Delta=f(x_0)-f^*$ и $R=\|x_0-x^*\|$, то в ячейках стоит:

| | градиентный спуск | SGD |
|---|---|---|
| PL | $\dfrac{\log(\Delta/\varepsilon)}{-\log(1-\mu/L)}$ | $\dfrac{L\sigma^2}{2\mu^2\varepsilon}$ |
| выпуклый | $\dfrac{LR^2}{2\varepsilon}$ | $\dfrac{R^2\sigma^2}{\varepsilon^2}$ |
| невыпуклый | $\dfrac{2L\Delta}\varepsilon$ | $\dfrac{2L\Delta\sigma^2}{\varepsilon^2}$ |

Первому и второму значениям для SGD посвящены другие страницы; остальные четыре
выводятся здесь. Что показатели SGD нельзя улучшить никаким другим методом, для
первых двух строк доказано [на отдельной
странице](rates_cannot_be_improved.html); для третьей это показано [при
фиксированном шаге](third_row_fixed_step.html), а результат для всех методов
приведён без доказательства.
*/
#include <gsl/gsl_math.h>

#include "shared/convex.h"
#include "shared/distances.h"

/* Of the whole table the first two; the others are each of a row, a column or a
 * cell, which a setting cannot tell. */
HYPOTHESIS(smooth_function, "grad f is L-Lipschitz",
           "grad f липшицев с константой L", is_smooth);
HYPOTHESIS(unbiased_oracle, "E grad f_i = grad f", "E grad f_i = grad f",
           is_unbiased);
HYPOTHESIS(pl_condition, "first row: f satisfies PL with mu > 0",
           "первая строка: f удовлетворяет условию PL с mu > 0", NULL);
HYPOTHESIS(convex_function, "second row: f is convex",
           "вторая строка: f выпукла", NULL);
HYPOTHESIS(full_gradient, "first column: the oracle has no noise",
           "первый столбец: оракул без шума", NULL);
HYPOTHESIS(whole_step, "first column: alpha = 1/L",
           "первый столбец: alpha = 1/L", NULL);
HYPOTHESIS(bounded_moment, "second column: E||grad f_i(x_k)||^2 <= sigma^2",
           "второй столбец: E||grad f_i(x_k)||^2 <= sigma^2", NULL);
HYPOTHESIS(tuned_step, "second column: the step is tuned to K or decreases",
           "второй столбец: шаг настроен на K или убывает", NULL);
static const struct hypothesis *const hypotheses[] = {
    smooth_function, unbiased_oracle, pl_condition,   convex_function,
    full_gradient,   whole_step,      bounded_moment, tuned_step};

/**
## The derivations, line by line

Gradient descent here is SGD whose oracle answers with the full gradient. Each
line is checked at every step on several problems.
*/
/**ru 1412205604
## Выводы строка за строкой

Градиентный спуск здесь — это SGD, которому оракул возвращает полный градиент.
Каждая строка проверяется на каждом шаге для нескольких задач.
*/
static struct problem *logistic_full(void) {
    return problem_full(logistic());
}
static struct problem *ridge_full(void) {
    return problem_full(ridge());
}
static struct problem *least_squares_full(void) {
    return problem_full(least_squares());
}
static struct problem *sine_squared_full(void) {
    return problem_full(sine_squared());
}

/* All but the first are PL, all but the last convex; as long as gaps are above
 * rounding. */
static const struct setting descents[] = {
    {log_cosh, &method_sgd, {.chosen = one_over_L}, 1, .steps = 100},
    {two_curvatures, &method_sgd, {.chosen = one_over_L}, 1, .steps = 100},
    {logistic_full, &method_sgd, {.chosen = one_over_L}, 1, .steps = 6},
    {ridge_full, &method_sgd, {.chosen = one_over_L}, 1, .steps = 15},
    {least_squares_full, &method_sgd, {.chosen = one_over_L}, 1, .steps = 32},
    {sine_squared_full, &method_sgd, {.chosen = one_over_L}, 1, .steps = 8},
};
enum { PL = COUNT(descents) - 1, CONVEX = COUNT(descents) - 1 };

static const struct setting noisy[] = {
    {logistic, &method_sgd, {.alpha = 0.1}, .steps = 60},
    {sine_squared, &method_sgd, {.alpha = 0.05}, .steps = 500},
    {two_signs, &method_sgd, {.alpha = 0.1}, .steps = 500},
};
static const struct setting parabolas[] = {
    {shifted_signs, &method_sgd, {.alpha = 0.1}, .steps = 200},
    {biased_coin, &method_sgd, {.alpha = 0.3}, .steps = 200},
};

/**
### Line 1. Descent

An $L$-smooth function lies below its parabola. At $x_{k+1}=x_k-\frac1L\nabla
f(x_k)$ that says
$$f(x_{k+1})\le f(x_k)-\frac1{2L}\|\nabla f(x_k)\|^2.\tag{1}$$
*/
/**ru 3346243344
### Строка 1. Спуск

$L$-гладкая функция лежит под своей параболой. Для
$x_{k+1}=x_k-\frac1L\nabla f(x_k)$ это значит, что
$$f(x_{k+1})\le f(x_k)-\frac1{2L}\|\nabla f(x_k)\|^2.\tag{1}$$
*/
static struct relation descent(const struct step *s) {
    real fall = square(s, s->gradient) / (2 * s->c->L);
    return at_most(s->next_gap, s->gap - fall, s->next_gap + s->gap + fall);
}

static struct relation descent_attained(const struct step *s) {
    return as_equality(descent(s));
}
static const struct setting one_step[] = {
    {parabola, &method_sgd, {.chosen = one_over_L}, .steps = 1}};
CLAIM(line_1_descent, PROOF_LINE, WALK(descent, ON(descents), .runs = 16),
      "Inequality (1) on six problems.", "Неравенство (1) на шести задачах.");
CLAIM(line_1_attained, IDENTITY, WALK(descent_attained, ON(one_step)),
      "On $\\frac L2x^2$ it is an equality, and the step leads to 0.",
      "На $\\frac L2x^2$ это равенство, и шаг приводит в 0.");
/**
### Line 2. PL: a factor in every step

Put $\|\nabla f\|^2\ge2\mu(f-f^*)$ into (1):
$$f(x_{k+1})-f^*\le\Bigl(1-\frac\mu L\Bigr)\bigl(f(x_k)-f^*\bigr),\qquad\text{so}\quad
  f(x_k)-f^*\le\Bigl(1-\frac\mu L\Bigr)^k\Delta.\tag{2}$$
This is at most $\varepsilon$ from
$k=\log(\Delta/\varepsilon)\,/\,{-\log(1-\mu/L)}$ on. No function loses nothing
both here and in (1): a step that gains no more than (1) says ends where the
gradient is 0. On the problems the sides are as near as 0.956.
*/
/**ru 1707383735
### Строка 2. PL: множитель на каждом шаге

Подставим $\|\nabla f\|^2\ge2\mu(f-f^*)$ в (1):
$$f(x_{k+1})-f^*\le\Bigl(1-\frac\mu L\Bigr)\bigl(f(x_k)-f^*\bigr),\qquad\text{откуда}\quad
  f(x_k)-f^*\le\Bigl(1-\frac\mu L\Bigr)^k\Delta.\tag{2}$$
Правая часть не больше $\varepsilon$, начиная с
$k=\log(\Delta/\varepsilon)\,/\,{-\log(1-\mu/L)}$. Нет функции, на которой в
равенство обращались бы сразу и это неравенство, и (1): шаг, дающий не больше
того, что обещает (1), кончается там, где градиент равен 0. На рассмотренных
задачах отношение сторон доходит до 0,956.
*/
static struct relation factor(const struct step *s) {
    real right = (1 - s->c->mu / s->c->L) * s->gap;
    return at_most(s->next_gap, right, s->next_gap + s->gap);
}

/* On two curvatures, where the first step has done away with the steep one. */
static struct relation factor_squared(const struct step *s) {
    struct relation r = factor(s);
    if (s->k > 0) r.right *= 1 - s->c->mu / s->c->L;
    return s->k > 0 ? as_equality(r) : r;
}
CLAIM(line_2_factor, PROOF_LINE,
      LOOSE(0.9556,
            WALK(factor, .settings = descents + 1, .count = PL, .runs = 16)),
      "Inequality (2): a factor in every step.",
      "Неравенство (2): множитель на каждом шаге.");
CLAIM(line_2_squared, IDENTITY,
      WALK(factor_squared, AT(two_curvatures, &method_sgd,
                              {.chosen = one_over_L}, .steps = 100)),
      "On a quadratic the factor in every step is the square of that.",
      "На квадратичной функции множитель на каждом шаге — его квадрат.");
/**
### Line 3. Convex: the distance pays

By convexity $f(x_k)-f^*\le\langle\nabla f(x_k),x_k-x^*\rangle$. Add this to
(1) and complete the square with $x_{k+1}-x^*$:
$$f(x_{k+1})-f^*\le\frac L2\bigl(\|x_k-x^*\|^2-\|x_{k+1}-x^*\|^2\bigr).\tag{3}$$
The sum over $k$ iterations telescopes to at most $\frac{LR^2}2$, and by (1) the
last gap is the smallest, so $f(x_k)-f^*\le\frac{LR^2}{2k}$. The sides are
nearest, 0.988, at the start of a long slope.
*/
/**ru 1789693428
### Строка 3. Выпуклость: платит расстояние

В силу выпуклости $f(x_k)-f^*\le\langle\nabla f(x_k),x_k-x^*\rangle$. Сложим это
с (1) и выделим полный квадрат с $x_{k+1}-x^*$:
$$f(x_{k+1})-f^*\le\frac L2\bigl(\|x_k-x^*\|^2-\|x_{k+1}-x^*\|^2\bigr).\tag{3}$$
В сумме по $k$ итерациям соседние слагаемые сокращаются, и она не больше
$\frac{LR^2}2$; а согласно (1) последний зазор — наименьший, поэтому
$f(x_k)-f^*\le\frac{LR^2}{2k}$. Ближе всего стороны (их отношение 0,988) в
начале длинного склона.
*/
static struct relation distance_pays(const struct step *s) {
    real right = s->c->L / 2 * (s->distance2 - s->next_distance2);
    real size = s->c->L / 2 * (s->distance2 + s->next_distance2);
    return at_most(s->next_gap, right, s->next_gap + size);
}
CLAIM(line_3_distance_pays, PROOF_LINE,
      LOOSE(0.988, WALK(distance_pays, .settings = descents, .count = CONVEX,
                        .runs = 16)),
      "Inequality (3) on the convex problems.",
      "Неравенство (3) на выпуклых задачах.");
/**
### Line 4. Without convexity the gap pays

Sum (1) without any further hypothesis. The gap can fall by $\Delta$ at most:
$$\frac1{2L}\sum_{t<k}\|\nabla f(x_t)\|^2\le f(x_0)-f(x_k)\le\Delta,\qquad\text{so}\quad
  \min_{t<k}\|\nabla f(x_t)\|^2\le\frac{2L\Delta}k.\tag{4}$$
*/
/**ru 4013630559
### Строка 4. Без выпуклости платит зазор

Просуммируем (1), ничего больше не предполагая. Зазор может уменьшиться не более
чем на $\Delta$:
$$\frac1{2L}\sum_{t<k}\|\nabla f(x_t)\|^2\le f(x_0)-f(x_k)\le\Delta,\qquad\text{откуда}\quad
  \min_{t<k}\|\nabla f(x_t)\|^2\le\frac{2L\Delta}k.\tag{4}$$
*/
static struct relation gap_pays(const struct step *s) {
    real fall = square(s, s->gradient) / (2 * s->c->L);
    real *sum = &s->memory[0], *size = &s->memory[1];
    *sum += fall;
    *size += fall + s->gap + s->next_gap;
    return at_most(*sum + s->next_gap, real_all(s->c->gap_0),
                   *size + s->c->gap_0);
}

static struct relation gap_pays_all(const struct step *s) {
    return as_equality(gap_pays(s));
}

/* Where f is linear a step gains twice what (1) says. */
static struct relation gap_pays_twice(const struct step *s) {
    struct relation r = gap_pays(s);
    r.left += s->memory[0];
    return as_equality(r);
}
CLAIM(line_4_gap_pays, PROOF_LINE, WALK(gap_pays, ON(descents), .runs = 16),
      "Inequality (4), the sum carried along.",
      "Неравенство (4); сумма накапливается по ходу запуска.");
CLAIM(line_4_attained, IDENTITY, WALK(gap_pays_all, ON(one_step)),
      "On $\\frac L2x^2$ it is an equality.",
      "На $\\frac L2x^2$ это равенство.");
CLAIM(line_4_twice, IDENTITY,
      WALK(gap_pays_twice,
           AT(log_cosh, &method_sgd, {.chosen = one_over_L}, .steps = 80)),
      "On a straight slope the sum is half of what the gap has paid.",
      "На прямом склоне сумма равна половине того, что заплатил зазор.");
/**
### Line 5. The same with noise

With an unbiased oracle the parabola gives in the mean
$$\mathbb Ef(x_{k+1})\le f(x_k)-\alpha\|\nabla f(x_k)\|^2+\frac{\alpha^2L}2\,\mathbb E\|\nabla
f_{i_k}(x_k)\|^2.\tag{5}$$
Sum, divide by $\alpha k$, and choose $\alpha=\sqrt{2\Delta/(L\sigma^2k)}$:
$$\min_{t<k}\mathbb E\|\nabla f(x_t)\|^2\le\frac\Delta{\alpha k}+\frac{\alpha
L\sigma^2}2=\sigma\sqrt{\frac{2L\Delta}k}.\tag{6}$$
*/
/**ru 3081540641
### Строка 5. То же с шумом

Если оракул несмещённый, то парабола даёт в среднем
$$\mathbb Ef(x_{k+1})\le f(x_k)-\alpha\|\nabla f(x_k)\|^2+\frac{\alpha^2L}2\,\mathbb E\|\nabla
f_{i_k}(x_k)\|^2.\tag{5}$$
Просуммируем, разделим на $\alpha k$ и выберем
$\alpha=\sqrt{2\Delta/(L\sigma^2k)}$:
$$\min_{t<k}\mathbb E\|\nabla f(x_t)\|^2\le\frac\Delta{\alpha k}+\frac{\alpha
L\sigma^2}2=\sigma\sqrt{\frac{2L\Delta}k}.\tag{6}$$
*/
static struct relation noisy_descent(const struct step *s) {
    real fall = s->alpha * square(s, s->gradient);
    real noise = s->alpha * s->alpha * s->c->L / 2 * s->mean_square;
    real next = mean_next_gap(s);
    return at_most(next, s->gap - fall + noise, next + s->gap + fall + noise);
}

/* On a parabola with L = mu. */
static struct relation noisy_descent_attained(const struct step *s) {
    return as_equality(noisy_descent(s));
}
CLAIM(line_5_noisy_descent, PROOF_LINE,
      WALK(noisy_descent, ON(noisy), .runs = 16),
      "Inequality (5), the expectations as full sums.",
      "Неравенство (5); математические ожидания вычислены как полные суммы.");
CLAIM(line_5_attained, IDENTITY,
      WALK(noisy_descent_attained, ON(parabolas), .runs = 16),
      "On parabolas it is an equality.", "На параболах это равенство.");
/**
The sum, before the division, with the surprises $f(x_{t+1})-\mathbb
E_tf(x_{t+1})$ of a run put back, and with the last gap, which is dropped in (6):
*/
/**ru 2837657878
Та же сумма до деления, куда возвращены случайные отклонения
$f(x_{t+1})-\mathbb E_tf(x_{t+1})$ данного запуска и последний зазор,
отброшенный в (6):
*/
static struct relation sum_of_descents(const struct step *s) {
    real fall = s->alpha * square(s, s->gradient);
    real noise = s->alpha * s->alpha * s->c->L / 2 * s->mean_square;
    real *sum = &s->memory[0], *surprises = &s->memory[1],
         *size = &s->memory[2];
    *sum += fall - noise;
    *surprises += s->next_gap - mean_next_gap(s);
    *size += fall + noise + s->gap + s->next_gap + mean_next_gap(s) +
             real_abs(*sum) + real_abs(*surprises);
    return at_most(*sum - *surprises + s->next_gap, real_all(s->c->gap_0),
                   *size + s->c->gap_0);
}

static struct relation sum_attained(const struct step *s) {
    return as_equality(sum_of_descents(s));
}
CLAIM(line_5_sum, PROOF_LINE, WALK(sum_of_descents, ON(noisy), .runs = 16),
      "The sum of (5) along single runs, with their surprises.",
      "Сумма неравенств (5) вдоль отдельных запусков с их случайными "
      "отклонениями.");
CLAIM(line_5_sum_attained, IDENTITY,
      WALK(sum_attained, ON(parabolas), .runs = 16),
      "On parabolas it is an equality.", "На параболах это равенство.");
/**
And (6) for any step, in exact expectations over all sequences of 16 outcomes,
on $x^2+3\sin^2x$, which is not convex. With such steps it is far from the
bound; the instances below come nearer.
*/
/**ru 4113933257
А также (6) с произвольным шагом: математические ожидания вычислены точно, по
всем последовательностям из 16 исходов, на невыпуклой функции $x^2+3\sin^2x$. С
такими шагами она далека от границы; примеры ниже подходят к ней ближе.
*/
static double any_step(double gap_0, double alpha, double lip, double sigma2,
                       size_t k) {
    return gap_0 / (alpha * (double)k) + alpha * lip * sigma2 / 2;
}

/* The step of (6). */
static double tuned(double gap_0, double lip, double sigma2, size_t k) {
    return sqrt(2 * gap_0 / (lip * sigma2 * (double)k));
}

/* Its promise. */
static double with_tuned(double gap_0, double lip, double sigma2, size_t k) {
    return sqrt(2 * lip * gap_0 * sigma2 / (double)k);
}

static void best_step(struct inquiry *q) {
    double gap_0 = 3, lip = 5, sigma2 = 7;
    for (size_t k = 1; k <= 1000000; k *= 10) {
        double best = with_tuned(gap_0, lip, sigma2, k),
               alpha = tuned(gap_0, lip, sigma2, k);
        inquiry_exact(q, "", "", k, any_step(gap_0, alpha, lip, sigma2, k),
                      16 * DBL_EPSILON * best, EQUAL, best);
        inquiry_which(q, q->count - 1, "that step");
        for (int power = -10; power <= 10; power++) {
            inquiry_exact(q, "", "", k,
                          any_step(gap_0, ldexp(alpha, power), lip, sigma2, k),
                          16 * DBL_EPSILON * ldexp(best, abs(power)), AT_LEAST,
                          best);
            inquiry_which(q, q->count - 1, "2^%d times as long", power);
        }
    }
}
CLAIM(line_5_best_step, IDENTITY, COMPUTE(best_step),
      "The equation in (6), and no other step promises more.",
      "Равенство в (6); никакой другой шаг не обещает большего.");

enum { OUTCOMES = 16 };
struct gradients {
    double slope2[OUTCOMES + 1], moment[OUTCOMES + 1]; /* E f'^2, E g^2 */
};

static void add_gradients(const struct on_paths *on, void *with) {
    struct gradients *out = with;
    const struct trajectory *t = on->at;
    real slope;
    t->problem->value(t->problem, t->x, &slope);
    real weight = real_where(on->weight > 0, real_all(1.0 / (double)on->paths),
                             real_all(0));
    out->slope2[t->k] += real_sum(weight * slope * slope);
    out->moment[t->k] +=
        real_sum(weight * second_moment(t->problem, t->x, t->scratch));
}

static void least_gradient(struct inquiry *q) {
    static const struct settings steps[] = {
        {.alpha = 0.02}, {.alpha = 0.05}, {.alpha = 0.1}};
    for (size_t i = 0; i < COUNT(steps); i++) {
        struct problem *p = sine_squared();
        struct gradients e = {0};
        if (inquiry_assumes(q, p, &method_sgd, &steps[i], OUTCOMES))
            q->trouble = along_all_paths(p, &method_sgd, &steps[i], OUTCOMES,
                                         add_gradients, &e);
        struct constants c = constants_of(p, steps[i].alpha);
        double least = INFINITY, sigma2 = 0;
        for (size_t k = 1; k <= OUTCOMES && !q->trouble; k++) {
            least = smaller(least, e.slope2[k - 1]);
            sigma2 = larger(sigma2, e.moment[k - 1]);
            inquiry_exact(q, p->id, "sgd", k, least,
                          1e3 * (double)k * DBL_EPSILON * sigma2, AT_MOST,
                          any_step(c.gap_0, c.alpha, c.L, sigma2, k));
        }
        inquiry_which(q, i * OUTCOMES, "alpha = %g", c.alpha);
        problem_free(p);
    }
}
CLAIM(line_5_least_gradient, BOUND, LOOSE(0.2621, COMPUTE(least_gradient)),
      "The first inequality of (6) on $x^2+3\\sin^2x$.",
      "Первое неравенство в (6) на $x^2+3\\sin^2x$.");
/**
## Upper bounds on problems as they come

(2) on five functions that satisfy PL, one of them not convex, and
$\frac{LR^2}{2k}$ on $\log\cosh$, which is convex and not PL. The gap comes to
0.781 of the first bound and to 0.485 of the second; more on that
[below](#the-instances).
*/
/**ru 3831590289
## Верхние оценки на обычных задачах

Проверяются (2) на пяти функциях с условием PL, одна из которых не выпукла, и
$\frac{LR^2}{2k}$ на $\log\cosh$ — функции выпуклой, но без PL. Зазор доходит до
0,781 первой оценки и до 0,485 второй; подробнее об этом [ниже](#the-instances).
*/
static double pl_bound(const struct constants *c, size_t k) {
    return pow(1 - c->mu / c->L, (double)k) * c->gap_0;
}

static double convex_bound(const struct constants *c, size_t k) {
    return c->L * c->distance * c->distance / (2 * (double)k);
}
CLAIM(bound_gd_pl, BOUND,
      LOOSE(0.7811, MEAN(pl_bound, .settings = descents + 1, .count = PL)),
      "The gap of gradient descent is at most $(1-\\mu/L)^k\\Delta$.",
      "Зазор градиентного спуска не больше $(1-\\mu/L)^k\\Delta$.");
CLAIM(bound_gd_convex, BOUND,
      LOOSE(0.485, MEAN(convex_bound, .settings = descents, .count = 1)),
      "The gap of gradient descent is at most $LR^2/(2k)$.",
      "Зазор градиентного спуска не больше $LR^2/(2k)$.");
/**
@figure ratio Gradient descent on problems, over its bounds

## The instances

All numbers are computed, not sampled. An instance yields the error after $k$
iterations; $K(\varepsilon)$ is the first $k$ at which it is at most
$\varepsilon$. $K$ is a whole number, so that the entries are rounded up. It is
counted only where the errors before and after it are farther from $\varepsilon$
than rounding can move them.
*/
/**ru 327471460
@figure ratio Градиентный спуск на задачах: отношение зазора к границам

## Примеры {#the-instances}

Все числа вычислены, а не получены по выборке. Пример даёт ошибку после $k$
итераций; $K(\varepsilon)$ — первое $k$, при котором она не больше
$\varepsilon$. Число $K$ целое, поэтому табличные значения округляются вверх.
Учитывается оно только там, где ошибки до и после него отстоят от $\varepsilon$
дальше, чем может сдвинуть их округление.
*/
/* With this R no error of Huber's function below is an accuracy exactly. */
static const double L = 2, R = 5.2, Delta = 1.5, sigma = 2, quiet = 0.5;

/**
**Gradient descent, convex: Huber's function.** $f=\frac L2x^2$ for
$|x|\le\delta$, else $L\delta|x|-\frac L2\delta^2$, from $x_0=R$. On the slope
each step is of length $\delta$. With $\delta=\frac R{2k+1}$ the $k$-th iterate
is still there, and
$$f(x_k)-f^*=\frac{LR^2}{4k+2}.\tag{7}$$
No smooth convex function is slower (Drori and Teboulle 2014). The classical
bound is met up to a factor of 2.
*/
/**ru 494809208
**Градиентный спуск, выпуклый случай: функция Хьюбера.** Пусть $f=\frac L2x^2$
при $|x|\le\delta$, иначе $L\delta|x|-\frac L2\delta^2$, и $x_0=R$. На склоне
каждый шаг имеет длину $\delta$. При $\delta=\frac R{2k+1}$ точка после $k$
шагов всё ещё на нём, и
$$f(x_k)-f^*=\frac{LR^2}{4k+2}.\tag{7}$$
Никакая гладкая выпуклая функция не медленнее (Drori и Teboulle, 2014).
Классическая оценка достигается с точностью до множителя 2.
*/
static double huber(size_t k) {
    double delta = R / (2 * (double)k + 1), x = R;
    for (size_t t = 0; t < k; t++)
        x -= smaller(x, delta);                   /* (1/L) f'(x), for x >= 0 */
    return L * delta * x - L / 2 * delta * delta; /* x > delta still */
}

/**
**Gradient descent, non-convex: a staircase.** Let
$f'(x)=h-L\cdot\mathrm{dist}(x,\tfrac hL\mathbb Z)$ for $x\ge0$, and
$f'(x)=h+Lx$ below. Between two steps of the stair $f'$ dips to $\frac h2$ and
comes back: $f$ is $L$-smooth and not convex. From $x_0=(k-1)\frac hL$ gradient
descent meets $f'=h$ at $x_0,\dots,x_{k-1}=0$. A step costs $\frac34\frac{h^2}L$
only and the landing $\frac12\frac{h^2}L$. So with $h$ such that the gap is
$\Delta$
$$\min_{t<k}\|\nabla f(x_t)\|^2=h^2=\frac{4L\Delta}{3k-1},\tag{8}$$
which is $\frac23$ of (4) for large $k$. (Abbaszadehpeivasti, de Klerk and
Zamani 2022 find the exact constant for the class.)
*/
/**ru 1410126614
**Градиентный спуск, невыпуклый случай: лестница.** Пусть
$f'(x)=h-L\cdot\mathrm{dist}(x,\tfrac hL\mathbb Z)$ при $x\ge0$ и $f'(x)=h+Lx$
левее нуля. Между двумя ступенями $f'$ опускается до $\frac h2$ и возвращается:
функция $f$ $L$-гладкая и не выпуклая. Из $x_0=(k-1)\frac hL$ градиентный спуск
встречает $f'=h$ в точках $x_0,\dots,x_{k-1}=0$. Ступень стоит лишь
$\frac34\frac{h^2}L$, а площадка внизу — $\frac12\frac{h^2}L$. Поэтому если $h$
таково, что зазор равен $\Delta$, то
$$\min_{t<k}\|\nabla f(x_t)\|^2=h^2=\frac{4L\Delta}{3k-1},\tag{8}$$
что при больших $k$ составляет $\frac23$ от (4). (Точную константу для этого
класса нашли Abbaszadehpeivasti, de Klerk и Zamani, 2022.)
*/
static double staircase_formula(size_t k) {
    return 4 * L * Delta / (3 * (double)k - 1);
}

/* f'(x) / h at x = y h/L. */
static double stair_slope(double y) {
    return y < 0 ? 1 + y : 1 - fabs(y - round(y));
}

/* In units of h/L the iterates are whole numbers, hence exact.  They have to
 * be: the iteration is unstable, and doubles an error to the right of a stair
 * in every step. */
static double staircase(size_t k) {
    double h = sqrt(staircase_formula(k)), y = (double)k - 1, least = INFINITY;
    for (size_t t = 0; t < k; t++) {
        least = smaller(least, gsl_pow_2(h * stair_slope(y)));
        y -= stair_slope(y);
    }
    return least;
}

/* f(x_0) - f* by trapezoids: f' is linear between multiples of h/(2L). */
static double staircase_gap(size_t k) {
    double h = sqrt(staircase_formula(k)), gap = 0;
    for (double y = -1; y < (double)k - 1; y += 0.5)
        gap += h * h / L * 0.5 * (stair_slope(y) + stair_slope(y + 0.5)) / 2;
    return gap;
}

static void compare_formulas(struct inquiry *q) {
    for (size_t k = 1; k <= 10000; k = rung_after(k)) {
        double n = (double)k, right = L * R * R / (4 * n + 2);
        inquiry_exact(q, "huber", "gradient_descent", k, huber(k),
                      8 * (n + 4) * DBL_EPSILON * right, EQUAL, right);
    }
    for (size_t k = 1; k <= 10000; k = rung_after(k)) {
        double right = staircase_formula(k);
        inquiry_exact(q, "staircase", "gradient_descent", k, staircase(k),
                      16 * DBL_EPSILON * right, EQUAL, right);
    }
    for (size_t k = 1; k <= 10000; k = rung_after(k))
        inquiry_exact(q, "staircase", "any", k, staircase_gap(k),
                      16 * ((double)k + 4) * DBL_EPSILON * Delta, EQUAL, Delta);
}
CLAIM(instances_by_formula, IDENTITY, COMPUTE(compare_formulas),
      "Equations (7) and (8), and $f(x_0)-f^*=\\Delta$ on the staircase.",
      "Равенства (7) и (8), а также $f(x_0)-f^*=\\Delta$ на лестнице.");

/* |f'(x) - f'(y)| <= L |x - y| in the same units. */
static void smoothness(struct inquiry *q) {
    double steepest = 0, apart = 0x1p-6;
    for (double y = -1; y < 10; y += 0x1p-7) {
        double rise = fabs(stair_slope(y + apart) - stair_slope(y));
        steepest = larger(steepest, rise / apart);
    }
    inquiry_exact(q, "staircase", "any", 10, L * steepest, 0, EQUAL, L);
}
CLAIM(staircase_is_smooth, IDENTITY, COMPUTE(smoothness),
      "The derivative of the staircase has Lipschitz constant $L$.",
      "Производная лестницы липшицева с константой $L$.");
/**
**SGD, convex: flat parabolas.** $\frac\lambda2x^2\pm sx$ from $x_0=R$ with
$\lambda=\frac{u\sigma}{R\sqrt k}$ and $s^2=\sigma^2-\lambda^2R^2$: the longer
the run, the flatter the parabola. The slowest of several $u$ counts. Mean and
covariance of $x_t$ and $\sum_{i<t}x_i$ obey a linear recursion, from which
$\mathbb Ef(\bar x_k)$ follows for the tuned step $\alpha=\frac R{\sigma\sqrt
k}$.

**SGD, non-convex: the same,** with a quiet $\sigma=\frac12$,
$x_0=\sqrt{2\Delta/\lambda}$, $\lambda=\frac u{\alpha k}$,
$s^2=\sigma^2-2\lambda\Delta$, and $\alpha$ of (6). These parabolas are convex,
which the third row does not forbid; [below](#a-long-slope) is a function that is
not. Both $\lambda$ are capped, so that $s^2\ge\frac12\sigma^2$. That
$L$-smoothness and $\mathbb E g^2\le\sigma^2$ hold is checked at every step: else
there is no number.
*/
/**ru 357675160
**SGD, выпуклый случай: пологие параболы.** Берётся $\frac\lambda2x^2\pm sx$ из
$x_0=R$, где $\lambda=\frac{u\sigma}{R\sqrt k}$ и $s^2=\sigma^2-\lambda^2R^2$:
чем длиннее запуск, тем положе парабола. Из нескольких $u$ засчитывается самое
медленное. Среднее и ковариация величин $x_t$ и $\sum_{i<t}x_i$ подчиняются
линейной рекурсии, из которой находится $\mathbb Ef(\bar x_k)$ для настроенного
шага $\alpha=\frac R{\sigma\sqrt k}$.

**SGD, невыпуклый случай: то же самое,** но с малым шумом, $\sigma=\frac12$, и с
$x_0=\sqrt{2\Delta/\lambda}$, $\lambda=\frac u{\alpha k}$,
$s^2=\sigma^2-2\lambda\Delta$ и $\alpha$ из (6). Эти параболы выпуклы, чего
третья строка не запрещает; невыпуклая функция есть [ниже](#a-long-slope). Оба
$\lambda$ ограничены сверху так, чтобы было $s^2\ge\frac12\sigma^2$. На каждом
шаге проверяется, что выполнены $L$-гладкость и $\mathbb E g^2\le\sigma^2$:
иначе числа не будет.
*/
static const double flatness[] = {0.5, 0.7, 1, 1.25, 1.5, 2};

struct flat {
    double lambda, s2, x_0, alpha; /* s2: s^2 */
    double sigma2;                 /* what E g^2 must not exceed */
};

/* E f(xbar_k), E f'(x_{k-1})^2, and the least of E f'(x_t)^2 for t < k. */
struct flat_run {
    double average_gap, slope2, least;
};

static struct flat_run run_flat(const struct flat *p, size_t k) {
    double n = (double)k, q = 1 - p->alpha * p->lambda;
    /* The mean of x_t and of the sum, and the covariances of both. */
    double mean = p->x_0, sum = 0, xx = 0, xs = 0, ss = 0;
    struct flat_run out = {.least = INFINITY};
    for (size_t t = 0; t < k; t++) {
        out.slope2 = p->lambda * p->lambda * (mean * mean + xx);
        if (!(p->lambda <= L && out.slope2 + p->s2 <= p->sigma2))
            return (struct flat_run){NAN, NAN, NAN};
        out.least = smaller(out.least, out.slope2);
        sum += mean;
        ss += 2 * xs + xx;
        xs = q * (xs + xx);
        xx = q * q * xx + p->alpha * p->alpha * p->s2;
        mean *= q;
    }
    out.average_gap = p->lambda / 2 * (sum * sum + ss) / (n * n);
    return out;
}

static double flat_average(size_t k) {
    double root = sqrt((double)k), sigma2 = sigma * sigma, worst = 0;
    for (size_t i = 0; i < COUNT(flatness); i++) {
        double lambda =
            smaller(flatness[i] * sigma / (R * root), sigma / (2 * R));
        struct flat p = {lambda, sigma2 - gsl_pow_2(lambda * R), R,
                         R / (sigma * root), sigma2 * (1 + 1e-14)};
        worst = larger(worst, run_flat(&p, k).average_gap);
    }
    return worst;
}

static double flat_gradient(size_t k) {
    double n = (double)k, sigma2 = quiet * quiet, worst = 0;
    double alpha = tuned(Delta, L, sigma2, k);
    for (size_t i = 0; i < COUNT(flatness); i++) {
        double lambda =
            smaller(flatness[i] / (alpha * n), sigma2 / (4 * Delta));
        struct flat p = {lambda, sigma2 - 2 * lambda * Delta,
                         sqrt(2 * Delta / lambda), alpha, sigma2 * (1 + 1e-14)};
        worst = larger(worst, run_flat(&p, k).least);
    }
    return worst;
}
/**
The recursion gives what the engine has for two signs by other means:
$\mathbb Ef(\bar x_k)$ as the mean over all sequences of 18 outcomes, and
$\mathbb E\|\nabla f(x_k)\|^2=\mathbb Eg^2-s^2$ by the recursion of second
moments.
*/
/**ru 4132704159
Рекурсия даёт то же, что программа получает для двух знаков другими средствами:
$\mathbb Ef(\bar x_k)$ — как среднее по всем последовательностям из 18 исходов,
а $\mathbb E\|\nabla f(x_k)\|^2=\mathbb Eg^2-s^2$ — рекурсией вторых моментов.
*/
static void flat_as_engine(struct inquiry *q) {
    static const struct setting ways[] = {
        {two_signs, &method_sgd, {.alpha = 0.3}, 0, 18, .by = &all_paths},
        {two_signs,
         &method_sgd,
         {.alpha = 0.3},
         .steps = 100,
         .by = &second_moment_recursion}};
    struct flat p = {.lambda = 1, .s2 = 1, .alpha = 0.3, .sigma2 = INFINITY},
                loud = {.lambda = 1, .s2 = 1, .alpha = 0.3, .sigma2 = 0.9};
    if (!isnan(run_flat(&loud, 1).average_gap))
        q->trouble = "noise beyond sigma^2 is let through";
    struct series all = {0}, moments = {0};
    bool fine = inquiry_series(q, &ways[0], &all) &&
                inquiry_series(q, &ways[1], &moments);
    for (size_t k = 1; fine && k <= 18; k++)
        inquiry_exact(q, "two_signs", "sgd", k, run_flat(&p, k).average_gap,
                      all.average_error[k] +
                          64 * DBL_EPSILON * all.average_gap[k],
                      EQUAL, all.average_gap[k]);
    inquiry_which(q, 0, "the average");
    size_t first = q->count;
    for (size_t k = 0; fine && k < 100; k++)
        inquiry_exact(q, "two_signs", "sgd", k, run_flat(&p, k + 1).slope2 + 1,
                      moments.moment_error[k] +
                          16 * ((double)k + 4) * DBL_EPSILON,
                      EQUAL, moments.moment[k]);
    inquiry_which(q, first, "the gradient");
    series_free(&all);
    series_free(&moments);
}
CLAIM(flat_parabolas_as_the_engine_has, IDENTITY, COMPUTE(flat_as_engine),
      "The recursion agrees with all sequences and with second moments.",
      "Рекурсия согласуется с перебором всех последовательностей и со вторыми "
      "моментами.");
/**
**SGD under PL: two signs,** $\frac\mu2x^2\pm sx$ with $\mu=s=1$ and the
decreasing step, by the recursion of second moments. **Gradient descent under
PL: two curvatures,** $\frac12(10x_1^2+x_2^2)$ from $(1,1)$. On a quadratic the
slowest direction shrinks by $1-\frac\mu L$ in $x$, hence by its square in $f$:
twice as fast as (2).
*/
/**ru 4010654161
**SGD при PL: два знака,** $\frac\mu2x^2\pm sx$ с $\mu=s=1$ и убывающим шагом;
считается рекурсией вторых моментов. **Градиентный спуск при PL: две кривизны,**
$\frac12(10x_1^2+x_2^2)$ из точки $(1,1)$. На квадратичной функции самое
медленное направление умножается за шаг на $1-\frac\mu L$ по $x$, а значит, на
квадрат этого числа по $f$: вдвое быстрее, чем в (2).
*/
enum { GD_PL, GD_CONVEX, GD_NONCONVEX, SGD_PL, SGD_CONVEX, SGD_NONCONVEX };

/* The table's entries for 1/eps; the first one for log_2(1/eps).  Under PL
 * Delta = 11/2 and mu/L = 1/10, and for SGD L = mu = 1, sigma^2 = 5/4. */
static double entry(size_t cell, double inverse) {
    switch (cell) {
        case GD_PL: return (log(5.5) + inverse * M_LN2) / -log1p(-0.1);
        case GD_CONVEX: return L * R * R / 2 * inverse;
        case GD_NONCONVEX: return 2 * L * Delta * inverse;
        case SGD_PL: return 1.25 / 2 * inverse;
        case SGD_CONVEX: return gsl_pow_2(R * sigma * inverse);
        default: return 2 * L * Delta * gsl_pow_2(quiet * inverse);
    }
}

/* 0.95 of what three instances attain. */
static double less(size_t cell, double inverse) {
    switch (cell) {
        case GD_CONVEX: return 0.95 * L * R * R / 4 * inverse;
        case GD_NONCONVEX: return 0.95 * 4 * L * Delta / 3 * inverse;
        case SGD_PL: return 0.95 * 0.8 * entry(cell, inverse);
        default: return NAN;
    }
}

static const struct setting runs[] = {
    {two_curvatures, &method_sgd, {.alpha = 0.1}, 1, .steps = 400},
    {two_signs, &method_sgd, {.schedule = schedule_pl}, .steps = 20000}};

static const struct {
    const char *row, *method, *problem;
    double exponent; /* of 1/eps in the entry; 0: a logarithm */
    const struct setting *run;
    double (*error)(size_t k); /* where there is no run */
    size_t count;              /* of eps, four a decade */
    double first;              /* 1/eps, or its binary logarithm */
    const char *counted; /* a name that keeps K off the problem's figure */
} cells[] = {
    {"PL", "gradient_descent", "two_curvatures", 0, &runs[0], NULL, 16, 3,
     "counts_two_curvatures"},
    {"convex", "gradient_descent", "huber", 1, NULL, huber, 9, .first = 100},
    {"non-convex", "gradient_descent", "staircase", 1, NULL, staircase, 9,
     .first = 100},
    {"PL", "sgd", "two_signs", 1, &runs[1], NULL, 13, 10, "counts_two_signs"},
    /* These counts grow with the square: larger eps. */
    {"convex", "sgd", "flat_parabolas", 2, NULL, flat_average, 9, .first = 1},
    {"non-convex", "sgd", "flat_parabolas", 2, NULL, flat_gradient, 8,
     .first = 10},
};

/* The error of a cell after k iterations; NaN if there is none. */
static double error_at(size_t cell, const struct series *s, size_t k) {
    if (!cells[cell].run) return cells[cell].error(k);
    return k <= s->steps ? s->gap[k] : NAN;
}

/* The first k with an error of at most eps, for an error that falls from k = 1
 * on; 0: none was found. */
static size_t first_below(size_t cell, const struct series *s, double eps) {
    size_t high = 1;
    for (double error; !((error = error_at(cell, s, high)) <= eps); high *= 2)
        if (isnan(error) || high > 1 << 24) return 0;
    size_t low = high / 2; /* the error there is > eps, or low = 0 */
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        double error = error_at(cell, s, middle);
        if (isnan(error)) return 0;
        *(error <= eps ? &high : &low) = middle;
    }
    return high;
}

/* More than all roundings of an error, relatively. */
static const double ROUNDING = 1e-10;

/* 1/eps, or its binary logarithm, and K(eps), in each cell. */
struct counts {
    double inverse[16], K[16];
};

static void count(struct inquiry *q, void *out) {
    for (size_t j = 0; j < COUNT(cells) && !q->trouble; j++) {
        struct counts *c = (struct counts *)out + j;
        struct series s = {0};
        if (cells[j].run) inquiry_series(q, cells[j].run, &s);
        for (size_t i = 0; i < cells[j].count && !q->trouble; i++) {
            double first = cells[j].first, power = pow(10, (double)i / 4);
            bool bits = j == GD_PL;
            c->inverse[i] =
                bits ? first * (double)(i + 1) : round(first * power);
            double eps =
                bits ? ldexp(1, -(int)c->inverse[i]) : 1 / c->inverse[i];
            size_t k = first_below(j, &s, eps);
            if (!k) q->trouble = "an accuracy is out of reach";
            if (k &&
                (!(error_at(j, &s, k) <= eps * (1 - ROUNDING)) ||
                 (k > 1 && !(error_at(j, &s, k - 1) > eps * (1 + ROUNDING)))))
                q->trouble = "rounding decides a count";
            c->K[i] = (double)k;
        }
        series_free(&s);
    }
}
static const struct shared counted = {COUNT(cells) * sizeof(struct counts),
                                      count, NULL};
/**
## The six entries

The counts $K(\varepsilon)$ of the instances against the table. In these tables
$k$ is $1/\varepsilon$ (for gradient descent under PL its binary logarithm), and
the estimate is $K(\varepsilon)$.
*/
/**ru 3531980508
## Шесть табличных значений

Числа итераций $K(\varepsilon)$ на примерах сравниваются с таблицей. В таблицах
этого раздела $k$ — это $1/\varepsilon$ (для градиентного спуска при PL —
двоичный логарифм этого числа), а оценка — $K(\varepsilon)$.
*/
struct cell {
    size_t number;
    double (*bound)(size_t cell, double inverse);
};

static void compare_counts(struct inquiry *q) {
    const struct cell *cell = q->with;
    const struct counts *all = inquiry_shared(q);
    size_t j = cell->number;
    const char *name = cells[j].counted ? cells[j].counted : cells[j].problem;
    for (size_t i = 0; all && i < cells[j].count; i++)
        inquiry_exact(q, name, cells[j].method, (size_t)all[j].inverse[i],
                      all[j].K[i], 0, AT_MOST,
                      ceil(cell->bound(j, all[j].inverse[i])));
    inquiry_which(q, 0, "%s", cells[j].row);
}
#define CELL(number, bound)                                                    \
    COMPUTE(compare_counts, &(const struct cell){number, bound},               \
            .shares = &counted)
CLAIM(cell_gd_pl, BOUND, LOOSE(0.4665, CELL(GD_PL, entry)),
      "Gradient descent under PL: $K$ is at most the entry.",
      "Градиентный спуск при PL: $K$ не больше табличного значения.");
CLAIM(cell_gd_convex, BOUND, LOOSE(0.5, CELL(GD_CONVEX, entry)),
      "Gradient descent, convex: the same.",
      "Градиентный спуск, выпуклый случай: то же.");
CLAIM(cell_gd_nonconvex, BOUND, LOOSE(0.667, CELL(GD_NONCONVEX, entry)),
      "Gradient descent, non-convex: the same.",
      "Градиентный спуск, невыпуклый случай: то же.");
CLAIM(cell_sgd_pl, BOUND, LOOSE(0.8, CELL(SGD_PL, entry)),
      "SGD under PL: the same.", "SGD при PL: то же.");
CLAIM(cell_sgd_convex, BOUND, LOOSE(0.0917, CELL(SGD_CONVEX, entry)),
      "SGD, convex: the same.", "SGD, выпуклый случай: то же.");
CLAIM(cell_sgd_nonconvex, BOUND, LOOSE(0.037, CELL(SGD_NONCONVEX, entry)),
      "SGD, non-convex: the same.", "SGD, невыпуклый случай: то же.");
/**
## The exponents, measured

The slope of $\log K$ against $\log(1/\varepsilon)$ over a decade (four points
of the ladder). $K$ is a whole number: the error meets $\varepsilon$ at some $k$
in $(K-1,K]$, and this interval, put into the slope, is the interval of the
exponent. A cell is confirmed if the lower end of that interval exceeds the
table's exponent by at most $0.01$: $K$ is a power of $\frac1\varepsilon$ only in
the limit. It is *attained* if that end is at least the exponent less $0.05$:
then no smaller exponent would do.
*/
/**ru 3474462677
## Измеренные показатели

Измеряется наклон $\log K$ относительно $\log(1/\varepsilon)$ на протяжении
одной декады (четыре точки сетки). Число $K$ целое: ошибка сравнивается с
$\varepsilon$ при некотором $k$ из $(K-1,K]$, и этот промежуток, подставленный в
наклон, даёт интервал для показателя. Ячейка подтверждена, если нижний конец
этого интервала превосходит табличный показатель не более чем на $0.01$:
степенью $\frac1\varepsilon$ число $K$ становится лишь в пределе.
Показатель *достигается*, если этот конец не меньше показателя минус $0.05$:
тогда никакой меньший показатель не подошёл бы.
*/
struct how {
    enum sign sign;
    double off; /* from the table's exponent, or from a slope of 1 */
};

static void slopes(struct inquiry *q) {
    const struct how *how = q->with;
    const struct counts *all = inquiry_shared(q);
    for (size_t j = GD_CONVEX; all && j < COUNT(cells); j++) {
        const struct counts *c = &all[j];
        size_t before = q->count;
        for (size_t i = 4; i < cells[j].count; i++) {
            double x = log(c->inverse[i] / c->inverse[i - 4]);
            if (c->K[i - 4] < 50) continue; /* too few for a slope */
            double lower = log((c->K[i] - 1) / c->K[i - 4]) / x;
            inquiry_exact(q, cells[j].problem, cells[j].method,
                          (size_t)c->inverse[i], lower, 8 * DBL_EPSILON,
                          how->sign, cells[j].exponent + how->off);
        }
        inquiry_which(q, before, "%s", cells[j].row);
    }
}
CLAIM(exponents, SHARPNESS,
      COMPUTE(slopes, &(const struct how){AT_MOST, 0.01}, .shares = &counted),
      "No exponent exceeds the table's by more than 0.01.",
      "Ни один показатель не превосходит табличный больше чем на 0,01.");
CLAIM(exponents_attained, SHARPNESS,
      COMPUTE(slopes, &(const struct how){AT_LEAST, -0.05}, .shares = &counted),
      "All five exponents are at least the table's less 0.05.",
      "Все пять показателей не меньше табличных минус 0,05.");
CLAIM(control_exponents, CONTROL,
      COMPUTE(slopes, &(const struct how){AT_MOST, -0.2}, .shares = &counted),
      "An exponent smaller by 0.2 is wrong in each of these cells.",
      "Показатель, меньший на 0,2, неверен в каждой из этих ячеек.");
/**
By (7) and (8) $K=\frac{LR^2}{4\varepsilon}-\frac12$ on Huber's function and
$K=\frac{4L\Delta}{3\varepsilon}+\frac13$ on the staircase, rounded up: $\frac12$
and $\frac23$ of the entries. SGD takes $\frac45$ of its entry under PL on the
two signs; on the flat parabolas about 9% and 3% of the other two, whose
exponents, not constants, are at stake there.
*/
/**ru 104628971
Согласно (7) и (8), $K=\frac{LR^2}{4\varepsilon}-\frac12$ на функции Хьюбера и
$K=\frac{4L\Delta}{3\varepsilon}+\frac13$ на лестнице, с округлением вверх: это
$\frac12$ и $\frac23$ табличных значений. На двух знаках SGD при PL требует
$\frac45$ табличного значения, а на пологих параболах — около 9 % и 3 % двух
других; но там речь идёт о показателях, а не о константах.
*/
CLAIM(control_less_gd_convex, CONTROL, CELL(GD_CONVEX, less),
      "With 0.95 of what Huber's function attains the counts are wrong.",
      "С 0,95 того, что даёт функция Хьюбера, оценка числа итераций неверна.");
CLAIM(control_less_gd_nonconvex, CONTROL, CELL(GD_NONCONVEX, less),
      "With 0.95 of what the staircase attains the counts are wrong.",
      "С 0,95 того, что даёт лестница, оценка числа итераций неверна.");
CLAIM(control_less_sgd_pl, CONTROL, CELL(SGD_PL, less),
      "With 0.95 of what two signs attain the counts are wrong.",
      "С 0,95 того, что дают два знака, оценка числа итераций неверна.");
/**
## A long slope

A function that is not convex, with noise, for the third row. Let $f'=h$ on a
long slope $x\ge0$, but for a dip to $h-\frac{Ld}2$ in the middle between any two
points of a lattice of spacing $d$: there $f$ is not convex. Below, $f'=h+Lx$, as
far as $-\sigma$. The oracle flips a coin and answers $\pm\sigma$ with mean
$f'(x)$, so that $\mathbb Eg^2=\sigma^2$ exactly. With $\alpha$ of (6) and
$d=\alpha\sigma$ a run that starts on the lattice stays there, and its
distribution is computed step by step. The slope is as long as $\Delta$ allows,
and $h^2=\frac\Delta{\alpha k}$ so gentle that after $k$ steps most runs are still on
it. So $\mathbb Ef'(x_t)^2$ stays near $h^2$, which is one half of (6): its first
term. (6) is attained to 0.49, and the entry
$\frac{2L\Delta\sigma^2}{\varepsilon^2}$ to the square of that.
*/
/**ru 541040766
## Длинный склон {#a-long-slope}

Вот невыпуклая функция с шумом для третьей строки. Пусть $f'=h$ на длинном
склоне $x\ge0$, за исключением провалов до $h-\frac{Ld}2$ посередине между
соседними точками решётки с шагом $d$: там $f$ не выпукла. Левее нуля $f'=h+Lx$,
пока производная не упадёт до $-\sigma$. Оракул бросает монету и отвечает
$\pm\sigma$ со средним $f'(x)$, так что $\mathbb Eg^2=\sigma^2$ в точности. С
$\alpha$ из (6) и $d=\alpha\sigma$ запуск, начатый на решётке, на ней и
остаётся, и его распределение вычисляется шаг за шагом. Склон так длинен, как
позволяет $\Delta$, и так полог, $h^2=\frac\Delta{\alpha k}$, что после $k$
шагов большинство запусков ещё на нём. Поэтому $\mathbb Ef'(x_t)^2$ остаётся
близким к $h^2$, а это половина правой части (6): её первое слагаемое. Оценка
(6) достигается на 0,49, а табличное значение
$\frac{2L\Delta\sigma^2}{\varepsilon^2}$ — на квадрат этого числа.
*/
struct slope {
    double alpha, d, h;
    long start; /* x_0/d */
};

/* f'(y d). */
static double slope_at(const struct slope *s, double y) {
    double x = y * s->d;
    if (y < 0) return larger(s->h + L * x, -quiet);
    return s->h - L * s->d * fabs(y - round(y));
}

/* f(b d) - f(a d) by trapezoids between multiples of d/2 from a on. */
static double slope_rise(const struct slope *s, double a, double b) {
    double rise = 0;
    for (double y = a; y < b; y += 0.5)
        rise += s->d / 4 * (slope_at(s, y) + slope_at(s, y + 0.5));
    return rise;
}

static struct slope slope_for(size_t k) {
    double n = (double)k, alpha = tuned(Delta, L, quiet * quiet, k);
    struct slope s = {alpha, alpha * quiet, sqrt(Delta / (alpha * n)), 0};
    double gap = s.h * s.h / (2 * L); /* f(0) - f* */
    for (double cell;
         gap + (cell = slope_rise(&s, (double)s.start, (double)s.start + 1)) <=
         Delta;
         gap += cell)
        s.start++;
    return s;
}

/* E x_k/d, the sum of probabilities, and the least E f'(x_t)^2 for t < k. */
struct slope_run {
    double mean, total, least;
};

static struct slope_run run_slope(const struct slope *s, size_t k) {
    /* x/d from `lowest`, where f' = -sigma and the coin always shows that. */
    long lowest = (long)floor(-(s->h + quiet) / (L * s->d));
    size_t points = (size_t)(s->start - lowest) + k + 2;
    double *at = allocate(3 * points, sizeof *at), *next = at + points,
           *slope = next + points;
    for (size_t j = 0; j < points; j++)
        slope[j] = slope_at(s, (double)lowest + (double)j);
    size_t from = (size_t)(s->start - lowest), to = from;
    at[from] = 1;
    struct slope_run out = {.least = INFINITY};
    for (size_t t = 0; t < k; t++) {
        double slope2 = 0;
        for (size_t j = from; j <= to; j++)
            slope2 += at[j] * slope[j] * slope[j];
        out.least = smaller(out.least, slope2);
        size_t first = from ? from - 1 : 0, last = to + 1;
        for (size_t j = first; j <= last; j++) next[j] = 0;
        for (size_t j = from; j <= to; j++) {
            double down = at[j] * (1 + slope[j] / quiet) / 2;
            if (j) next[j - 1] += down;
            next[j + 1] += at[j] - down;
        }
        memcpy(at + first, next + first, (last - first + 1) * sizeof *at);
        from = first;
        to = last;
    }
    for (size_t j = from; j <= to; j++) {
        out.total += at[j];
        out.mean += at[j] * ((double)lowest + (double)j);
    }
    free(at);
    return out;
}

static const size_t slope_lengths[] = {100, 1000, 3000};
static void along_slope(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(slope_lengths); i++) {
        size_t k = slope_lengths[i];
        struct slope s = slope_for(k);
        double limit = with_tuned(Delta, L, quiet * quiet, k);
        inquiry_exact(q, "slope", "sgd", k, run_slope(&s, k).least,
                      8 * (double)k * DBL_EPSILON * limit, AT_MOST, limit);
    }
}
/**
That this is what it should be: the probabilities add up to 1; before a run can
have left the slope its mean moves down by $\alpha h$ a step; $f(x_0)-f^*$ is at
most $\Delta$, and one more cell would exceed it; and $f$ is $L$-smooth.
*/
/**ru 2551953469
Проверяется и то, что пример устроен как следует: вероятности в сумме дают 1;
пока запуск ещё не мог покинуть склон, его среднее сдвигается вниз на $\alpha h$
за шаг; $f(x_0)-f^*$ не больше $\Delta$, а с ещё одной ячейкой решётки было бы
больше; функция $f$ $L$-гладкая.
*/
static void slope_is_right(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(slope_lengths); i++) {
        size_t k = slope_lengths[i];
        struct slope s = slope_for(k);
        double error = 8 * (double)k * DBL_EPSILON, start = (double)s.start;
        inquiry_exact(q, "slope", "sgd", k, run_slope(&s, k).total, error,
                      EQUAL, 1);
        inquiry_which(q, q->count - 1, "all probabilities");
        size_t before = (size_t)s.start;
        inquiry_exact(q, "slope", "sgd", before, run_slope(&s, before).mean,
                      error * start, EQUAL,
                      start - s.alpha * s.h * start / s.d);
        inquiry_which(q, q->count - 1, "mean, k = %zu", k);
        double bottom = -s.h / (L * s.d), flat = s.h * s.h / (2 * L),
               gap = flat + slope_rise(&s, 0, start);
        inquiry_exact(q, "slope", "any", k, gap, error * Delta, AT_MOST, Delta);
        inquiry_exact(q, "slope", "any", k, slope_at(&s, bottom), error, EQUAL,
                      0);
        inquiry_which(q, q->count - 2, "gap");
        inquiry_which(q, q->count - 1, "slope at the minimum");
        inquiry_exact(q, "slope", "any", k, flat + slope_rise(&s, 0, start + 1),
                      error * Delta, AT_LEAST, Delta);
        inquiry_which(q, q->count - 1, "gap, one cell more");
        double steepest = 0, apart = 0x1p-6;
        for (double y = -20; y < 5; y += 0x1p-7)
            steepest = larger(steepest,
                              fabs(slope_at(&s, y + apart) - slope_at(&s, y)) /
                                  (apart * s.d));
        inquiry_exact(q, "slope", "any", k, steepest, 1e-10, EQUAL, L);
        inquiry_which(q, q->count - 1, "Lipschitz constant");
    }
}
CLAIM(slope_as_it_should_be, IDENTITY, COMPUTE(slope_is_right),
      "Probabilities, drift, gap and smoothness of the slope.",
      "Вероятности, снос, зазор и гладкость склона.");
CLAIM(bound_on_slope, BOUND, LOOSE(0.4932, COMPUTE(along_slope)),
      "Bound (6) on the slope, which is not convex.",
      "Оценка (6) на склоне, то есть на невыпуклой функции.");
/**
## The first cell: a straight line in log(1/eps)

On two curvatures the gap of gradient descent is $\frac12\bigl(1-\frac\mu
L\bigr)^{2k}$ exactly from $k=1$ on, as the steep direction is done with at
once.
*/
/**ru 2999610023
## Первая ячейка: прямая по log(1/eps)

На двух кривизнах зазор градиентного спуска, начиная с $k=1$, в точности равен
$\frac12\bigl(1-\frac\mu L\bigr)^{2k}$: с крутым направлением покончено сразу.
*/
static double two_curvatures_gap(const struct constants *c, size_t k) {
    return 0.5 * pow(1 - c->mu / c->L, 2 * (double)k);
}
CLAIM(straight_exact_gap, IDENTITY,
      MEAN(two_curvatures_gap, .settings = runs, .count = 1, .sign = EQUAL),
      "The gap on two curvatures is $\\frac12(1-\\mu/L)^{2k}$.",
      "Зазор на двух кривизнах равен $\\frac12(1-\\mu/L)^{2k}$.");
/**
So every halving of $\varepsilon$ costs the same number of iterations,
$\frac{\log2}{-2\log(1-\mu/L)}$, and $K$ is
$$K(2^{-b})=\left\lceil(b-1)\,\frac{\log2}{-2\log(1-\mu/L)}\right\rceil.\tag{9}$$
The measured line has half the slope of (2), since on a quadratic the factor is
the square of $1-\frac\mu L$.

@figure straight Gradient descent under PL: iterations against
    $\log_2(1/\varepsilon)$, both axes linear
*/
/**ru 1119194297
Поэтому каждое уменьшение $\varepsilon$ вдвое стоит одного и того же числа
итераций, $\frac{\log2}{-2\log(1-\mu/L)}$, и $K$ равно
$$K(2^{-b})=\left\lceil(b-1)\,\frac{\log2}{-2\log(1-\mu/L)}\right\rceil.\tag{9}$$
Наклон измеренной прямой вдвое меньше, чем у (2), поскольку на квадратичной
функции множителем служит квадрат числа $1-\frac\mu L$.

@figure straight Градиентный спуск при PL: число итераций в зависимости от
    $\log_2(1/\varepsilon)$, обе оси линейные
*/
static void halvings(struct inquiry *q) {
    const struct how *how = q->with;
    const struct counts *all = inquiry_shared(q);
    for (size_t i = 0; all && i < cells[GD_PL].count; i++) {
        double b = all[GD_PL].inverse[i], each = M_LN2 / (-2 * log1p(-0.1));
        inquiry_exact(q, "two_curvatures", "gradient_descent", (size_t)b,
                      all[GD_PL].K[i], 0, how->sign,
                      ceil((1 + how->off) * (b - 1) * each));
    }
}
CLAIM(straight_line, IDENTITY,
      COMPUTE(halvings, &(const struct how){EQUAL, 0}, .shares = &counted),
      "Equation (9): the count is a straight line in $\\log(1/\\varepsilon)$.",
      "Равенство (9): число итераций — прямая по $\\log(1/\\varepsilon)$.");
CLAIM(control_better_factor, CONTROL,
      COMPUTE(halvings, &(const struct how){AT_MOST, -0.05},
              .shares = &counted),
      "A slope smaller by 5% is wrong.", "Наклон, меньший на 5 %, неверен.");
/**
**Sublinear even in the strongly convex case** («сублинейная скорость даже в
сильно выпуклом случае»). For a linearly converging method $\varepsilon^2$ costs
at most twice as much as $\varepsilon$, and a start. Gradient descent passes
that test. SGD with its decreasing step fails it on a parabola: its count is
multiplied by $1/\varepsilon$.
*/
/**ru 1169776723
**«Сублинейная скорость даже в сильно выпуклом случае».** Методу с линейной
сходимостью точность $\varepsilon^2$ стоит самое большее вдвое дороже, чем
$\varepsilon$, плюс начальный расход. Градиентный спуск эту проверку проходит.
SGD с убывающим шагом не проходит её уже на параболе: число его итераций
умножается на $1/\varepsilon$.
*/
struct squares {
    size_t cell, first, every, after;
};

/* The ladder's eps number i squared is its number 2i + `after`. */
static void squared(struct inquiry *q) {
    const struct squares *s = q->with;
    const struct counts *all = inquiry_shared(q), *c = all + s->cell;
    for (size_t i = s->first; all && 2 * i + s->after < cells[s->cell].count;
         i += s->every)
        inquiry_exact(q, cells[s->cell].problem, cells[s->cell].method,
                      (size_t)c->inverse[i], c->K[2 * i + s->after], 0, AT_MOST,
                      ceil(2 * c->K[i] + entry(GD_PL, 0)));
}
CLAIM(linear_gd_passes, SHARPNESS,
      COMPUTE(squared, &(const struct squares){GD_PL, 1, 2, 1},
              .shares = &counted),
      "Gradient descent: $K(\\varepsilon^2)\\le2K(\\varepsilon)$ and a start.",
      "Градиентный спуск: $K(\\varepsilon^2)\\le2K(\\varepsilon)$ плюс "
      "начальный расход.");
CLAIM(control_sgd_is_not_linear, CONTROL,
      COMPUTE(squared, &(const struct squares){SGD_PL, 0, 4, 4},
              .shares = &counted),
      "SGD fails that test on a strongly convex function.",
      "SGD не проходит эту проверку на сильно выпуклой функции.");
/**
## What breaks

**A step that is too long.** With $\alpha=2/L$ the steep direction of two
curvatures jumps from side to side for ever, and (2) fails.
*/
/**ru 168881079
## Что ломается {#what-breaks}

**Слишком длинный шаг.** При $\alpha=2/L$ крутое направление двух кривизн без
конца прыгает из стороны в сторону, и (2) не выполнено.
*/
CLAIM(control_step_too_long, CONTROL,
      DROPS(whole_step, MEAN(pl_bound, AT(two_curvatures, &method_sgd,
                                          {.alpha = 0.2}, 100, .steps = 100))),
      "With $\\alpha=2/L$ bound (2) is beaten.",
      "При $\\alpha=2/L$ оценка (2) нарушается.");
/**
**No PL.** $\log\cosh x$ from 100 has no $\mu$. With a made-up $\mu=0.4$, (2)
promises $0.6$ after 10 steps; the gap is $89.3$.
*/
/**ru 1298794728
**Без PL.** У $\log\cosh x$ из точки 100 нет никакого $\mu$. С выдуманным
$\mu=0.4$ оценка (2) обещает после 10 шагов $0.6$, а зазор равен $89.3$.
*/
static double made_up_mu(const struct constants *c, size_t k) {
    return pow(1 - 0.4 / c->L, (double)k) * c->gap_0;
}
CLAIM(control_no_pl, CONTROL,
      DROPS(pl_condition, MEAN(made_up_mu, AT(log_cosh, &method_sgd,
                                              {.alpha = 1}, 10, .steps = 10))),
      "With a made-up $\\mu$ on a function that is not PL (2) is beaten.",
      "С выдуманным $\\mu$ на функции без PL оценка (2) нарушается.");
/**
**No convexity.** $1-\cos x$ from $x_0=\pi-2^{-20}$, next to its maximum: the
gradient is nearly 0, and gradient descent leaves in some twenty steps only. The
third row's promise is kept meanwhile; the second row's, $\frac{LR^2}{2k}$, is
not.
*/
/**ru 4206999073
**Без выпуклости.** $1-\cos x$ из $x_0=\pi-2^{-20}$, возле максимума: градиент
почти равен 0, и градиентный спуск уходит оттуда лишь шагов через двадцать.
Обещание третьей строки тем временем выполнено, а обещание второй,
$\frac{LR^2}{2k}$, — нет.
*/
CLAIM(control_no_convexity, CONTROL,
      DROPS(convex_function,
            MEAN(convex_bound, AT(cosine, &method_sgd, {.chosen = one_over_L},
                                  4, .steps = 12))),
      "Without convexity $LR^2/(2k)$ is beaten.",
      "Без выпуклости оценка $LR^2/(2k)$ нарушается.");
/**
**No smoothness.** $|x|$ has no $L$. With a made-up $L=1$ the method jumps between
0 and 1 for ever.
*/
/**ru 1193108176
**Без гладкости.** У $|x|$ нет константы $L$. С выдуманной $L=1$ метод без конца
прыгает между 0 и 1.
*/
static double made_up_L(const struct constants *c, size_t k) {
    return c->distance * c->distance / (2 * (double)k);
}
CLAIM(control_no_smoothness, CONTROL,
      DROPS(smooth_function, MEAN(made_up_L, AT(absolute_value, &method_sgd,
                                                {.alpha = 1}, 2, .steps = 2))),
      "With a made-up $L$ on a function that is not smooth $LR^2/(2k)$ is "
      "beaten.",
      "С выдуманной $L$ на негладкой функции оценка $LR^2/(2k)$ нарушается.");
/**
**A biased oracle.** $g=\mu x+b$ leads away from $x_0=x^*$ to $-b/\mu$, where
all bounds are 0 and the gap is $0.125$.
*/
/**ru 2136375971
**Смещённый оракул.** $g=\mu x+b$ уводит из $x_0=x^*$ в $-b/\mu$; все оценки
здесь равны 0, а зазор равен $0.125$.
*/
CLAIM(control_biased_oracle, CONTROL,
      DROPS(unbiased_oracle,
            MEAN(pl_bound, AT(biased_parabola, &method_sgd,
                              {.chosen = one_over_L}, 1, .steps = 10))),
      "With a biased oracle (2) is beaten.",
      "При смещённом оракуле оценка (2) нарушается.");
/**
**Gradient descent's step for SGD.** With $\alpha=1/L$ and noise the gap of two
signs stays at $\frac12$: the PL count of gradient descent is wrong for SGD.
*/
/**ru 603568156
**Шаг градиентного спуска для SGD.** При $\alpha=1/L$ и шуме зазор на двух
знаках остаётся равным $\frac12$: число итераций, верное при PL для градиентного
спуска, для SGD неверно.
*/
CLAIM(control_noise_with_constant_step, CONTROL,
      DROPS(full_gradient,
            MEAN(pl_bound, AT(two_signs, &method_sgd, {.chosen = one_over_L},
                              100, .steps = 100))),
      "With noise bound (2) is beaten.",
      "При наличии шума оценка (2) нарушается.");
/**
**More noise than was promised.** $\frac L2x^2$ with noise of variance
$9\sigma^2$, and the step tuned to $\sigma$: the gradient's square comes to rest
at $4.5$ times (6).

**A step for another $k$.** The step that is tuned to $k=100$ leaves
$\frac{\alpha L\sigma^2}2$, which is five times (6) at $k=10^4$.
*/
/**ru 3929294134
**Больше шума, чем было обещано.** $\frac L2x^2$ с шумом дисперсии $9\sigma^2$ и
шагом, настроенным на $\sigma$: квадрат градиента устанавливается на уровне,
который больше (6) в $4.5$ раза.

**Шаг для другого $k$.** Шаг, настроенный на $k=100$, оставляет
$\frac{\alpha L\sigma^2}2$, а это впятеро больше (6) при $k=10^4$.
*/
struct louder {
    double times; /* the noise's scale */
    size_t tuned; /* to which k the step is */
};

static void rests_too_high(struct inquiry *q) {
    const struct louder *l = q->with;
    size_t k = 10000;
    double sigma2 = quiet * quiet, alpha = tuned(Delta, L, sigma2, l->tuned),
           limit = with_tuned(Delta, L, sigma2, k);
    struct flat p = {L, gsl_pow_2(l->times * quiet), sqrt(2 * Delta / L), alpha,
                     INFINITY};
    double least = run_flat(&p, k).least;
    inquiry_exact(q, "flat_parabolas", "sgd", k, least,
                  8 * (double)k * DBL_EPSILON * least, AT_MOST, limit);
}
CLAIM(control_more_noise, CONTROL,
      DROPS(bounded_moment,
            COMPUTE(rests_too_high, &(const struct louder){3, 10000})),
      "With more noise than $\\sigma$ says (6) is beaten.",
      "Когда шума больше, чем говорит $\\sigma$, оценка (6) нарушается.");
CLAIM(control_another_k, CONTROL,
      DROPS(tuned_step,
            COMPUTE(rests_too_high, &(const struct louder){1, 100})),
      "With the step for $k=100$ (6) is beaten at $k=10^4$.",
      "С шагом для $k=100$ оценка (6) нарушается при $k=10^4$.");

static const struct claim *const claims[] = {line_1_descent,
                                             line_1_attained,
                                             line_2_factor,
                                             line_2_squared,
                                             line_3_distance_pays,
                                             line_4_gap_pays,
                                             line_4_attained,
                                             line_4_twice,
                                             line_5_noisy_descent,
                                             line_5_attained,
                                             line_5_sum,
                                             line_5_sum_attained,
                                             line_5_best_step,
                                             line_5_least_gradient,
                                             bound_gd_pl,
                                             bound_gd_convex,
                                             instances_by_formula,
                                             staircase_is_smooth,
                                             flat_parabolas_as_the_engine_has,
                                             cell_gd_pl,
                                             cell_gd_convex,
                                             cell_gd_nonconvex,
                                             cell_sgd_pl,
                                             cell_sgd_convex,
                                             cell_sgd_nonconvex,
                                             exponents,
                                             exponents_attained,
                                             control_exponents,
                                             control_less_gd_convex,
                                             control_less_gd_nonconvex,
                                             control_less_sgd_pl,
                                             slope_as_it_should_be,
                                             bound_on_slope,
                                             straight_exact_gap,
                                             straight_line,
                                             control_better_factor,
                                             linear_gd_passes,
                                             control_sgd_is_not_linear,
                                             control_step_too_long,
                                             control_no_pl,
                                             control_no_convexity,
                                             control_no_smoothness,
                                             control_biased_oracle,
                                             control_noise_with_constant_step,
                                             control_more_noise,
                                             control_another_k};

static const struct drawing drawings[] = {
    {.name = "counts",
     .title = {"SGD needs the square of GD's iterations for the same accuracy",
               "SGD нужен квадрат числа итераций GD при той же точности"},
     .x = {"1/ε", "1/ε"},
     .y = {"iterations {/:Italic K}", "итерации {/:Italic K}"},
     .bounds = true,
     .curves = {{.claim = "cell_gd_convex",
                 .name = {"GD, convex", "GD, выпуклый"}},
                {.claim = "cell_sgd_convex",
                 .name = {"SGD, convex", "SGD, выпуклый"}},
                {.claim = "cell_gd_nonconvex",
                 .name = {"GD, non-convex", "GD, невып."}},
                {.claim = "cell_sgd_nonconvex",
                 .name = {"SGD, non-convex", "SGD, невып."}},
                {.claim = "cell_sgd_pl", .name = {"SGD, PL", "SGD, PL"}}}},
    {.name = "straight",
     .title =
         {"Under PL gradient descent needs iterations in proportion to "
          "log(1/ε)",
          "При PL градиентному спуску нужно итераций пропорционально log(1/ε)"},
     .x = {"log_2(1/ε)", "log_2(1/ε)"},
     .y = {"iterations {/:Italic K}", "итерации {/:Italic K}"},
     .linear_x = true,
     .linear_y = true,
     .bounds = true,
     .curves = {{.claim = "cell_gd_pl", .name = {"GD", "GD"}}}},
};

const struct theorem theorem_rates = {
    .id = "rates",
    .title = {"Six rates", "Шесть скоростей"},
    .source = "Результаты для градиентного спуска",
    HYPOTHESES(hypotheses),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise straight_line Gradient descent on two curvatures needs 37 iterations for
    $\varepsilon=2^{-12}$. How many does it need for the square of that accuracy? Predict, then
    look at the last two lines of `descent run two_curvatures sgd --alpha 0.1 --steps 76`. By
    what would SGD's count be multiplied? :: Twelve more halvings cost about 3.29 iterations
    each, 39.5 in all, and (9) gives 76: the gap is about $6.8\cdot10^{-8}$ at $k=75$ and
    $5.5\cdot10^{-8}$ at $k=76$, and $2^{-24}$, about $6.0\cdot10^{-8}$, lies between them. The
    count of gradient descent has about doubled, because it is a straight line in
    $\log(1/\varepsilon)$. SGD's, in proportion to $1/\varepsilon$, would be multiplied by
    $2^{12}=4096$.
@exercise instances_by_formula Inequality (1) credits a step with $\frac1{2L}\|\nabla f\|^2$. By
    how much does $f$ really fall in a step of gradient descent that begins where $f'=h$: on a
    straight slope, on a stair of the staircase, on $\frac L2x^2$? Derive the $\frac23$ that (8)
    attains from this. Why is the cheapest of the three not the slowest instance?
    The program's answer:
    `descent verify rates/instances_by_formula`. :: The step
    has the length $\frac hL$, and $f'$ is $h$ on the way, or dips to $\frac h2$ and comes back,
    or falls to 0: so $f$ falls by $\frac{h^2}L$, $\frac34\frac{h^2}L$, $\frac12\frac{h^2}L$.
    (4) pays with $\frac12$ and the staircase with $\frac34$, so that the same $\Delta$ buys
    $\frac23$ of the steps that (4) allows for; the landing accounts for the $-1$ in $3k-1$. The
    step of the parabola costs least, but there can be one only: it ends where the gradient
    is 0. To be met by $f'=h$ again, $f'$ has to climb back on the way, no faster than $L$
    allows.
@exercise control_no_convexity At the top of $1-\cos x$ the second derivative is $-1$, and the
    start is $2^{-20}$ beside it. By which factor does a step of 1 take gradient descent away
    from the top, and about when has it left? Check with
    `descent run cosine sgd --alpha 1 --steps 24`. Why does this contradict the second row of
    the table and not the third? :: Near the top the distance doubles in each step, so it takes
    about twenty steps. After 12 the distance is $2^{-8}$ and the gap still nearly 2, where
    $\frac{LR^2}{2k}$ has come down to 0.41; after 24 it is 0 but for rounding. The third row
    only promises a small gradient, and that is what this run has from its first point on, where
    $\|\nabla f\|^2$ is about $2^{-40}$. Without convexity a small gradient says nothing of the
    gap.
*/
/**ru 2002783586
## Упражнения

@exercise straight_line Градиентному спуску на двух кривизнах для $\varepsilon=2^{-12}$ нужно 37
    итераций. Сколько нужно для квадрата этой точности? Предскажите, а затем посмотрите на
    последние две строки `descent run two_curvatures sgd --alpha 0.1 --steps 76`. Во сколько раз
    выросло бы число итераций SGD? :: Ещё двенадцать делений пополам стоят примерно по 3,29
    итерации, всего 39,5, и (9) даёт 76: зазор равен примерно $6.8\cdot10^{-8}$ при $k=75$ и
    $5.5\cdot10^{-8}$ при $k=76$, а $2^{-24}$, то есть около $6.0\cdot10^{-8}$, лежит между
    ними. Число итераций градиентного спуска выросло примерно вдвое, потому что это прямая по
    $\log(1/\varepsilon)$. Число итераций SGD, пропорциональное $1/\varepsilon$, умножилось бы
    на $2^{12}=4096$.
@exercise instances_by_formula Неравенство (1) засчитывает шагу $\frac1{2L}\|\nabla f\|^2$. На
    сколько на самом деле уменьшается $f$ за шаг градиентного спуска, который начинается там,
    где $f'=h$: на прямом склоне, на ступени лестницы, на $\frac L2x^2$? Выведите отсюда
    $\frac23$, которых достигает (8). Почему самый дешёвый из трёх шагов не даёт самого
    медленного примера? Ответ программы:
    `descent verify rates/instances_by_formula`. :: Длина шага равна $\frac hL$, а $f'$ на этом пути равна $h$, или
    опускается до $\frac h2$ и возвращается, или падает до 0, так что $f$ уменьшается на
    $\frac{h^2}L$, $\frac34\frac{h^2}L$, $\frac12\frac{h^2}L$. (4) платит по $\frac12$, лестница
    — по $\frac34$, поэтому того же $\Delta$ хватает на $\frac23$ шагов, которые допускает (4);
    площадка внизу даёт $-1$ в $3k-1$. Шаг по параболе дешевле всех, но он может быть только
    один: он кончается там, где градиент равен 0. Чтобы снова встретить $f'=h$, производная $f'$
    должна по пути подняться обратно, и не быстрее, чем позволяет $L$.
@exercise control_no_convexity В вершине $1-\cos x$ вторая производная равна $-1$, а запуск
    начинается в $2^{-20}$ от неё. Во сколько раз шаг длины 1 удаляет градиентный спуск от
    вершины и когда примерно он оттуда уйдёт? Проверьте:
    `descent run cosine sgd --alpha 1 --steps 24`. Почему это противоречит второй строке
    таблицы, но не третьей? :: Возле вершины расстояние до неё за шаг удваивается, так что нужно
    около двадцати шагов. После 12 шагов расстояние равно $2^{-8}$ и зазор всё ещё почти 2,
    тогда как $\frac{LR^2}{2k}$ снизилось до 0,41; после 24 шагов зазор равен 0 с точностью до
    округления. Третья строка обещает лишь малый градиент, а он у этого запуска мал с первой же
    точки: там $\|\nabla f\|^2$ примерно равно $2^{-40}$. Без выпуклости малый градиент ничего
    не говорит о зазоре.
*/

/**
## References

- B. Polyak, *Gradient methods for the minimisation of functionals*, USSR
  Computational Mathematics and Mathematical Physics 3 (1963): lines 1, 2.
- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004:
  lines 3 and 4.
- S. Ghadimi, G. Lan, *Stochastic first- and zeroth-order methods for nonconvex
  stochastic programming*, SIAM Journal on Optimization 23 (2013): line 5.
- Y. Drori, M. Teboulle, *Performance of first-order methods for smooth convex
  minimization: a novel approach*, Mathematical Programming 145 (2014): (7), and
  that it is the worst.
- H. Abbaszadehpeivasti, E. de Klerk, M. Zamani, *The exact worst-case
  convergence rate of the gradient method with fixed step lengths for L-smooth
  functions*, Optimization Letters 16 (2022).
*/
/**ru 2752435639
## Литература

- B. Polyak, *Gradient methods for the minimisation of functionals*, USSR
  Computational Mathematics and Mathematical Physics 3 (1963): строки 1 и 2.
- Yu. Nesterov, *Introductory lectures on convex optimization*, Kluwer 2004:
  строки 3 и 4.
- S. Ghadimi, G. Lan, *Stochastic first- and zeroth-order methods for nonconvex
  stochastic programming*, SIAM Journal on Optimization 23 (2013): строка 5.
- Y. Drori, M. Teboulle, *Performance of first-order methods for smooth convex
  minimization: a novel approach*, Mathematical Programming 145 (2014): (7) и
  то, что хуже не бывает.
- H. Abbaszadehpeivasti, E. de Klerk, M. Zamani, *The exact worst-case
  convergence rate of the gradient method with fixed step lengths for L-smooth
  functions*, Optimization Letters 16 (2022).
*/
