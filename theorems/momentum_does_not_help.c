/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Momentum does not help against noise

The lecture says (slides «Результаты для градиентного спуска» and «Summary»):

> Методы с моментом и квази-Ньютоновские методы не улучшают скорость в
> стохастическом случае, а только могут улучшить константные множители
> (бутылочное горлышко — дисперсия, а не число обусловленности)

> Ускорения Нестерова/Поляка не улучшают скорость сходимости

Here is that for momentum, on the problems where everything can be computed:
quadratics $f=\frac12(x-x^*)^\top H(x-x^*)$ with eigenvalues $\mu\le\lambda_j\le
L$ and noise of variance $s_j^2$ along the $j$-th eigenvector, the same
everywhere. **Heavy ball** (Polyak 1964) steps to
$$x_{k+1}=x_k-\alpha_kg_k+\beta(x_k-x_{k-1}),$$
**Nesterov** (1983) takes its gradient farther on, at
$y_k=x_k+\beta(x_k-x_{k-1})$, and steps to $x_{k+1}=y_k-\alpha_kg(y_k)$; what is
measured is the point $y_k$ at which it asks the oracle. A gradient acts again
and again, in all by $\alpha(1+\beta+\beta^2+\dots)$, so the fair comparison is
with SGD at the **effective step** $\bar\alpha=\alpha/(1-\beta)$.

1. *Constant step.* The gap tends to a floor. At an equal effective step
   $\bar\alpha\le1/L$ it is at most SGD's, and at least $\frac12$ of it (heavy
   ball) or $\frac14$ of it (Nesterov); as $\bar\alpha\to0$ the ratio tends
   to 1.
2. *Decreasing step.* With any steps and any momentum, and in fact with any
   method whose iterate is $x_0$ plus a fixed linear combination of the gradients
   seen so far, the gap after $k$ gradients is on $\frac\mu2(x-x^*)^2$ at least
   $$\mathbb E f(x_k)-f^*\ge\frac{s^2}{2\mu k}\cdot\frac1{1+s^2/(\mu^2R^2k)},\qquad R=\|x_0-x^*\|. \tag{1}$$
   SGD attains this. The exponent in $k$ is 1 with momentum and without.
   ($x_0$ has the coefficient 1: the method $x_k=0$ knows a minimiser at 0
   beforehand, and [beats (1)](#what-breaks) there.)
3. *Without noise* momentum does help: $\sqrt\kappa$ in place of $\kappa=L/\mu$.

(1) says nothing of convex functions that are no quadratics, nor of quasi-Newton
methods, whose coefficients follow the gradients. That no method at all has a
better rate than SGD, whatever it does with its gradients, is
[another theorem](rates_cannot_be_improved.html); what it says of momentum and
of quasi-Newton methods is [below](#other-rows-and-quasi-newton-methods).

@figure with_and_without_noise An ill-conditioned quadratic: without noise
    momentum is far ahead; with noise it rests on a floor

Both methods in C, as the formulas say, for one number. What the program runs is
written in other variables; the first claim holds the two against each other
along a path of random gradients.
*/
/**ru 4099075365
# Момент не помогает против шума

Лекция утверждает (слайды «Результаты для градиентного спуска» и «Summary»):

> Методы с моментом и квази-Ньютоновские методы не улучшают скорость в
> стохастическом случае, а только могут улучшить константные множители
> (бутылочное горлышко — дисперсия, а не число обусловленности)

> Ускорения Нестерова/Поляка не улучшают скорость сходимости

Здесь это показано для методов с моментом на задачах,
где всё можно вычислить: это квадратичные функции
$f=\frac12(x-x^*)^\top H(x-x^*)$ с собственными значениями
$\mu\le\lambda_j\le L$ и с шумом, дисперсия которого вдоль $j$-го собственного
вектора равна $s_j^2$, одна и та же во всех точках. **Тяжёлый шарик**
(Поляк, 1964) делает шаг
$$x_{k+1}=x_k-\alpha_kg_k+\beta(x_k-x_{k-1}),$$
**метод Нестерова** (1983) берёт градиент дальше по ходу движения, в точке
$y_k=x_k+\beta(x_k-x_{k-1})$, и делает шаг $x_{k+1}=y_k-\alpha_kg(y_k)$;
измеряется зазор в точке $y_k$, в которой метод обращается к оракулу. Каждый
градиент действует снова и снова, в сумме с множителем
$\alpha(1+\beta+\beta^2+\dots)$, поэтому справедливо сравнивать с SGD
при **эффективном шаге** $\bar\alpha=\alpha/(1-\beta)$.

1. *Постоянный шаг.* Зазор стремится к шумовому порогу. При одинаковом эффективном
   шаге $\bar\alpha\le1/L$ этот уровень не выше, чем у SGD, и составляет не
   менее $\frac12$ его (тяжёлый шарик) или $\frac14$ его (метод Нестерова); при
   $\bar\alpha\to0$ отношение стремится к 1.
2. *Убывающий шаг.* При любых шагах и любом моменте, и более того, для любого
   метода, текущая точка которого есть $x_0$ плюс линейная комбинация уже
   полученных градиентов с фиксированными коэффициентами, зазор после $k$
   градиентов на $\frac\mu2(x-x^*)^2$ не меньше
   $$\mathbb E f(x_k)-f^*\ge\frac{s^2}{2\mu k}\cdot\frac1{1+s^2/(\mu^2R^2k)},\qquad R=\|x_0-x^*\|. \tag{1}$$
   SGD эту оценку достигает. Показатель при $k$ равен 1 и с моментом, и без
   него. (Коэффициент при $x_0$ равен 1: метод $x_k=0$ заранее знает минимум в
   точке 0 и там [нарушает (1)](#what-breaks).)
3. *Без шума* момент действительно помогает: $\sqrt\kappa$ вместо
   $\kappa=L/\mu$.

Оценка (1) ничего не говорит ни о выпуклых функциях, не являющихся
квадратичными, ни о квазиньютоновских методах, коэффициенты которых зависят от
градиентов. Что никакой метод, как бы он ни обращался со своими градиентами, не
имеет лучшей скорости, чем SGD, — это [другая
теорема](rates_cannot_be_improved.html); что она говорит о моменте и о
квазиньютоновских методах, сказано [ниже](#other-rows-and-quasi-newton-methods).

@figure with_and_without_noise Плохо обусловленная квадратичная функция: без
    шума момент далеко впереди, с шумом он остаётся на шумовом пороге

Оба метода на C, так, как их задают формулы, для одного числа. Программа
пользуется другими переменными; первое утверждение сравнивает обе записи вдоль
траектории случайных градиентов.
*/
#include "theorem.h"

static bool is_quadratic(const struct premises *p) {
    return p->problem->quadratic;
}
static bool is_noisy(const struct premises *p) {
    return p->constants->noise > 0 && p->constants->fading == 0 &&
           p->problem->components > 1;
}
HYPOTHESIS(quadratic_function, "f is a quadratic", "f квадратичная",
           is_quadratic);
HYPOTHESIS(noise_everywhere, "the noise has the same variance s^2 > 0 at all x",
           "шум имеет одну и ту же дисперсию s^2 > 0 при всех x", is_noisy);
HYPOTHESIS(effective_step, "steps are equal as effective steps",
           "равны эффективные шаги", NULL);
HYPOTHESIS(starts_from_x_0, "the coefficient of x_0 in x_k is 1",
           "коэффициент при x_0 в x_k равен 1", NULL);
HYPOTHESIS(fixed_coefficients, "those of the gradients do not depend on them",
           "коэффициенты при градиентах от них не зависят", NULL);
static const struct hypothesis *const hypotheses[] = {
    quadratic_function, noise_everywhere, effective_step, starts_from_x_0,
    fixed_coefficients};

/* The catalogue's quadratics with the same noise everywhere have mu = s = 1.
 * These have not, so that no letter hides behind a 1: f = sum of
 * lambda_j (x_j - x*)^2/2, s = 3, x* = -1 and x_0 - x* = 1/2 in each
 * coordinate, and noise of either sign in each. */
static const double curvature[] = {2, 50}, scale = 3, away = 0.5;

static real squares(const struct problem *p, const real x[], real g[]) {
    real sum = {0};
    for (size_t j = 0; j < p->dim; j++) {
        real v = x[j] - p->x_star[j];
        if (g) g[j] = curvature[j] * v;
        sum += curvature[j] / 2 * v * v;
    }
    return sum;
}
static void squares_and_signs(const struct problem *p, const real x[], whole i,
                              real g[]) {
    squares(p, x, g);
    for (size_t j = 0; j < p->dim; j++)
        g[j] += real_where((truth)((i >> j & 1) == 0), real_all(scale),
                           real_all(-scale));
}
static void second_derivatives(const struct problem *p, double lower[],
                               double upper[]) {
    for (size_t e = 0; e < p->dim * p->dim; e++)
        lower[e] = upper[e] = e % (p->dim + 1) == 0 ? curvature[e / p->dim] : 0;
}
static double never_fades(const struct problem *p) {
    (void)p;
    return 0;
}
static struct problem *uneven(size_t dim) {
    struct problem *p = problem_new(dim, 0);
    p->id = dim == 1 ? "uneven_signs" : "uneven_quadratic";
    p->title[0] = dim == 1 ? "uneven signs" : "uneven quadratic";
    p->title[1] = dim == 1 ? "неравные знаки" : "неравная квадратичная";
    p->components = (size_t)1 << dim;
    p->mu = curvature[0];
    p->L = p->L_max = curvature[dim - 1];
    p->noise = scale;
    p->convex = p->quadratic = true;
    p->roundings = 8;
    p->value = squares;
    p->component = squares_and_signs;
    p->hessian = second_derivatives;
    p->fading = never_fades;
    for (size_t j = 0; j < dim; j++) {
        p->x_star[j] = -1;
        p->x_0[j] = p->x_star[j] + away;
    }
    return p;
}
static struct problem *uneven_signs(void) {
    return uneven(1);
}
static struct problem *uneven_quadratic(void) {
    return uneven(2);
}

enum { BALL, NESTEROV, SGD, METHODS };
static const struct method *const methods[METHODS] = {
    &method_heavy_ball, &method_nesterov, &method_sgd};

/* Where the gradient is taken: x_k, or y_k. */
static double asked_at(int method, double beta, double x, double before) {
    return method == NESTEROV ? x + beta * (x - before) : x;
}

/* x_{k+1} from x_k, x_{k-1} and the gradient there. */
static double moved(int method, double alpha, double beta, double x,
                    double before, double g) {
    return method == NESTEROV ? asked_at(method, beta, x, before) - alpha * g
                              : x - alpha * g + beta * (x - before);
}

static void same_path(struct inquiry *q) {
    static const double alpha = 0.005, beta = 0.9;
    static const struct settings settings = {.alpha = 0.005, .momentum = 0.9};
    struct problem *p = ill_conditioned();
    for (int m = 0; m < SGD; m++) {
        double at[2], before[2], size = 0;
        real x[2], g[2], there[2], slope[2], state[2] = {{0}};
        for (int j = 0; j < 2; j++)
            x[j] = real_all(at[j] = before[j] = p->x_0[j]);
        for (size_t k = 0; k < 100; k++) {
            /* Any sequence of outcomes will do. */
            whole outcome = whole_all((k * k * k / 7 + k) % 4);
            p->component(p, x, outcome, g);
            methods[m]->step(&settings, k, 2, x, g, state);
            for (int j = 0; j < 2; j++)
                there[j] = real_all(asked_at(m, beta, at[j], before[j]));
            p->component(p, there, outcome, slope);
            double difference = 0;
            for (int j = 0; j < 2; j++) {
                double next =
                    moved(m, alpha, beta, at[j], before[j], slope[j][0]);
                before[j] = at[j];
                at[j] = next;
                size = larger(size, fabs(next) + fabs(before[j]));
                difference = hypot(
                    difference, x[j][0] - asked_at(m, beta, at[j], before[j]));
            }
            /* A step rounds some eight times numbers below 4 size; what it
             * leaves grows to at most 2/(1 - beta). */
            double error =
                8 * (double)(k + 1) * DBL_EPSILON * 4 * size * 2 / (1 - beta);
            inquiry_exact(q, "ill_conditioned", methods[m]->id, k + 1,
                          difference, error, EQUAL, 0);
        }
    }
    problem_free(p);
}
CLAIM(methods_follow_their_formulas, IDENTITY, COMPUTE(same_path),
      "Both move as the formulas say, along a path of stochastic gradients.",
      "Оба метода движутся так, как велят формулы, вдоль траектории "
      "стохастических градиентов.");
/**
## Constant step: the floor

Eigenvectors do not mix, so let $f=\frac\lambda2x^2$ with noise of variance
$s^2$, and write $h=\alpha\lambda$. The error $x_k$ is the sum of what $x_0$
leaves, the path without noise, and of what the noise leaves,
$\alpha\sum_{t<k}\psi_{k-1-t}\,\xi_t$ with fixed weights $\psi_j$. The two are
uncorrelated, and so are the $\xi_t$:
$$\mathbb E f(x_k)-f^*=\bigl[\text{gap without noise}\bigr]+\frac\lambda2\alpha^2s^2\sum_{j<k}\psi_j^2. \tag{2}$$
The second part grows with $k$, towards the floor $\frac\lambda2V$, where
$V=\mathbb Ex^2$ at rest. For the heavy ball let $C=\mathbb Ex_kx_{k-1}$. Square
the step $x_{k+1}=(1+\beta-h)x_k-\beta x_{k-1}-\alpha\xi$, and multiply it by
$x_k$:
$$V=\bigl((1+\beta-h)^2+\beta^2\bigr)V-2\beta(1+\beta-h)\,C+\alpha^2s^2,\qquad C=(1+\beta-h)\,V-\beta\,C. \tag{3}$$
The second equation gives
$$C=\frac{1+\beta-h}{1+\beta}\,V, \tag{4}$$
and the first then
$$V=\frac{\alpha s^2(1+\beta)}{\lambda(1-\beta)\,(2(1+\beta)-h)}. \tag{5}$$
For Nesterov the same two lines with $u=1-h$ and the step
$x_{k+1}=u(1+\beta)x_k-u\beta x_{k-1}-\alpha\xi$ give $\mathbb
Ex^2=\frac{\alpha^2s^2(1+u\beta)}{h(1-u\beta)(1+u+2u\beta)}$ and $\mathbb
Ex_kx_{k-1}=\frac{u(1+\beta)}{1+u\beta}\mathbb Ex^2$, and for
$y=(1+\beta)x_k-\beta x_{k-1}$
$$\mathbb Ey^2=\frac{\alpha s^2\,\bigl(1+\beta+h\beta(1+2\beta)\bigr)}{\lambda\,(1-\beta+h\beta)\,\bigl(2(1+\beta)-h(1+2\beta)\bigr)}. \tag{6}$$
*/
/**ru 2923683098
## Постоянный шаг: шумовой порог

Собственные направления не смешиваются, поэтому пусть $f=\frac\lambda2x^2$,
дисперсия шума равна $s^2$, и обозначим $h=\alpha\lambda$. Ошибка $x_k$ есть
сумма того, что осталось от $x_0$, то есть траектории без шума, и того, что
оставил шум, $\alpha\sum_{t<k}\psi_{k-1-t}\,\xi_t$ с фиксированными весами
$\psi_j$. Обе части некоррелированы, и так же некоррелированы между собой
$\xi_t$:
$$\mathbb E f(x_k)-f^*=\bigl[\text{зазор без шума}\bigr]+\frac\lambda2\alpha^2s^2\sum_{j<k}\psi_j^2. \tag{2}$$
Вторая часть растёт с $k$ и стремится к шумовому порогу $\frac\lambda2V$, где
$V=\mathbb Ex^2$ в установившемся режиме. Для тяжёлого шарика положим
$C=\mathbb Ex_kx_{k-1}$. Возведём шаг
$x_{k+1}=(1+\beta-h)x_k-\beta x_{k-1}-\alpha\xi$ в квадрат, а также умножим его
на $x_k$:
$$V=\bigl((1+\beta-h)^2+\beta^2\bigr)V-2\beta(1+\beta-h)\,C+\alpha^2s^2,\qquad C=(1+\beta-h)\,V-\beta\,C. \tag{3}$$
Из второго уравнения получаем
$$C=\frac{1+\beta-h}{1+\beta}\,V, \tag{4}$$
а затем из первого
$$V=\frac{\alpha s^2(1+\beta)}{\lambda(1-\beta)\,(2(1+\beta)-h)}. \tag{5}$$
Для метода Нестерова те же две строки с $u=1-h$ и шагом
$x_{k+1}=u(1+\beta)x_k-u\beta x_{k-1}-\alpha\xi$ дают
$\mathbb Ex^2=\frac{\alpha^2s^2(1+u\beta)}{h(1-u\beta)(1+u+2u\beta)}$ и
$\mathbb Ex_kx_{k-1}=\frac{u(1+\beta)}{1+u\beta}\mathbb Ex^2$, а для
$y=(1+\beta)x_k-\beta x_{k-1}$ —
$$\mathbb Ey^2=\frac{\alpha s^2\,\bigl(1+\beta+h\beta(1+2\beta)\bigr)}{\lambda\,(1-\beta+h\beta)\,\bigl(2(1+\beta)-h(1+2\beta)\bigr)}. \tag{6}$$
*/
/* lambda/2 times (5) or (6): what the noise along one eigenvector leaves. */
static double resting(int method, double alpha, double beta, double lambda,
                      double s) {
    double h = alpha * lambda,
           ball = (1 + beta) / ((1 - beta) * (2 * (1 + beta) - h));
    double nesterov =
        (1 + beta + h * beta * (1 + 2 * beta)) /
        ((1 - beta + h * beta) * (2 * (1 + beta) - h * (1 + 2 * beta)));
    return alpha * s * s / 2 * (method == NESTEROV ? nesterov : ball);
}

/* V, C and E y^2 at rest: the method moves once under a single noise, and as
 * noises are uncorrelated, squares and products along that path add up. */
static void moments_at_rest(struct inquiry *q) {
    static const double alphas[] = {0.25, 0.05, 0.005},
                        betas[] = {0.5, 0.9, 0.99};
    /* A step keeps at most max(1 - h/2, root(beta)) of any mode. */
    enum { STEPS = 40000 };
    struct problem *p = uneven_signs();
    double lambda = p->mu, s = p->noise;
    for (size_t i = 0; i < SGD * COUNT(alphas) * COUNT(betas); i++) {
        int m = (int)(i % SGD);
        double alpha = alphas[i / SGD / COUNT(betas)],
               beta = betas[i / SGD % COUNT(betas)], h = alpha * lambda,
               u = 1 - h;
        const struct settings settings = {alpha, .momentum = beta};
        /* What it knows of the gradient's place: x_k, or y_k. */
        real at = {0}, state = {0};
        double x = 0, v = 0, c = 0, square = 0;
        for (size_t k = 0; k < STEPS; k++) {
            double before = x;
            real g = lambda * at + (k == 0 ? s : 0);
            x = at[0] - alpha * g[0];
            methods[m]->step(&settings, k, 1, &at, &g, &state);
            if (m == BALL) x = at[0];
            v += x * x;
            c += x * before;
            square += at[0] * at[0];
        }
        /* x_{k+1} = a x_k - b x_{k-1} - alpha xi. */
        double a = m == BALL ? 1 + beta - h : u * (1 + beta),
               b = m == BALL ? beta : u * beta, s2 = s * s,
               of_x = m == BALL
                          ? 2 / lambda * resting(m, alpha, beta, lambda, s)
                          : alpha * alpha * s2 * (1 + b) /
                                (h * (1 - b) * (1 + u + 2 * b));
        /* Each step rounds a few numbers of size 8 v; what it leaves adds up
         * over 1/(1 - beta) and 2 (1 - beta)/h steps, squared for two modes
         * that nearly coincide. */
        double lasting = 1 / (1 - beta) + 2 * (1 - beta) / h;
        double error = 64 * larger(v, square) * DBL_EPSILON * lasting * lasting;
        const struct {
            const char *line;
            double left, right;
        } sides[] = {{"(3)",
                      (a * a + b * b) * v - 2 * b * a * c + alpha * alpha * s2,
                      v},
                     {"(4)", c, a / (1 + b) * v},
                     {"E x^2", v, of_x},
                     {"at the query", square,
                      2 / lambda * resting(m, alpha, beta, lambda, s)}};
        for (size_t l = 0; l < COUNT(sides); l++) {
            inquiry_exact(q, p->id, methods[m]->id, STEPS, sides[l].left, error,
                          EQUAL, sides[l].right);
            inquiry_which(q, q->count - 1, "%s, alpha = %g, beta = %g",
                          sides[l].line, alpha, beta);
        }
    }
    problem_free(p);
}
CLAIM(lines_3_to_6_at_rest, PROOF_LINE, COMPUTE(moments_at_rest),
      "The first equation of (3), (4), (5) and (6), and Nesterov's likes of "
      "these, for three steps and momenta.",
      "Первое уравнение (3), равенства (4), (5) и (6) и подобные им для метода "
      "Нестерова при трёх значениях шага и момента.");
/**
With (2), the gap is at most the one without noise plus the floor, at every $k$,
and tends to that sum. This is the bound that the program checks with the
second-moment recursion of the lifted state $(x_k,\,x_k-x_{k-1})$, which knows
nothing of (5) and (6).
*/
/**ru 2449739621
Из (2) следует, что при каждом $k$ зазор не больше суммы зазора без шума и
шумового порога и стремится к этой сумме. Эту оценку программа проверяет рекурсией
вторых моментов расширенного состояния $(x_k,\,x_k-x_{k-1})$, которая ничего не
знает о (5) и (6).
*/
/* The gap without noise along one eigenvector, from distance 1. */
static double without_noise(int method, double alpha, double beta,
                            double lambda, size_t k) {
    double x = 1, before = 1;
    for (size_t t = 0; t < k; t++) {
        double next = moved(method, alpha, beta, x, before,
                            lambda * asked_at(method, beta, x, before));
        before = x;
        x = next;
    }
    double at = asked_at(method, beta, x, before);
    return lambda / 2 * at * at;
}

/* Problems with L > mu have two eigenvectors, and start as far off along
 * either. */
static double bound(int method, double beta, const struct constants *c,
                    size_t k) {
    bool two = c->L > c->mu;
    double start2 = c->distance * c->distance / (two ? 2 : 1),
           start = without_noise(method, c->alpha, beta, c->mu, k),
           rest = resting(method, c->alpha, beta, c->mu, c->noise);
    if (two) {
        start += without_noise(method, c->alpha, beta, c->L, k);
        rest += resting(method, c->alpha, beta, c->L, c->noise);
    }
    return start2 * start + rest;
}

static double ball(const struct constants *c, size_t k) {
    return bound(BALL, 0.9, c, k);
}

static double nesterov(const struct constants *c, size_t k) {
    return bound(NESTEROV, 0.9, c, k);
}

static const struct setting ball_runs[] = {
    {two_signs, &method_heavy_ball, {0.05, .momentum = 0.9}, 1, .steps = 3000},
    {shifted_signs, &method_heavy_ball, .settings = {0.005, .momentum = 0.9},
     .first = 1, .steps = 3000},
    {ill_conditioned, &method_heavy_ball, .settings = {0.001, .momentum = 0.9},
     .first = 1, .steps = 10000},
    {uneven_quadratic, &method_heavy_ball, .settings = {0.002, .momentum = 0.9},
     .first = 1, .steps = 3000},
};
static const struct setting nesterov_runs[] = {
    {two_signs, &method_nesterov, {0.05, .momentum = 0.9}, 1, .steps = 3000},
    {shifted_signs, &method_nesterov, .settings = {0.005, .momentum = 0.9},
     .first = 1, .steps = 3000},
    {ill_conditioned, &method_nesterov, .settings = {0.001, .momentum = 0.9},
     .first = 1, .steps = 10000},
    {uneven_quadratic, &method_nesterov, .settings = {0.002, .momentum = 0.9},
     .first = 1, .steps = 3000},
};
CLAIM(bound_heavy_ball, BOUND, MEAN(ball, ON(ball_runs)),
      "Heavy ball: at most the gap without noise plus the floor (5).",
      "Тяжёлый шарик: не больше зазора без шума плюс шумовой порог (5).");
CLAIM(bound_nesterov, BOUND, MEAN(nesterov, ON(nesterov_runs)),
      "Nesterov: at most the gap without noise plus the floor (6).",
      "Метод Нестерова: не больше зазора без шума плюс шумовой порог (6).");
/**
After $10^4$ steps nothing is left of the gap without noise: it is below a
rounding of the floor.
*/
/**ru 204891179
После $10^4$ шагов от зазора без шума ничего не остаётся: он меньше погрешности
округления шумового порога.
*/
static const struct setting ball_late[] = {
    {two_signs, &method_heavy_ball, .settings = {0.05, .momentum = 0.9},
     .first = 10000, .steps = 10000},
    {ill_conditioned, &method_heavy_ball, .settings = {0.001, .momentum = 0.9},
     .first = 10000, .steps = 10000},
    {uneven_signs, &method_heavy_ball, .settings = {0.02, .momentum = 0.9},
     .first = 10000, .steps = 10000},
};
static const struct setting nesterov_late[] = {
    {two_signs, &method_nesterov, .settings = {0.05, .momentum = 0.9},
     .first = 10000, .steps = 10000},
    {ill_conditioned, &method_nesterov, .settings = {0.001, .momentum = 0.9},
     .first = 10000, .steps = 10000},
    {uneven_signs, &method_nesterov, .settings = {0.02, .momentum = 0.9},
     .first = 10000, .steps = 10000},
};
CLAIM(floor_heavy_ball_closed_form, IDENTITY,
      MEAN(ball, ON(ball_late), .sign = EQUAL),
      "After $10^4$ steps the heavy ball rests on the floor (5).",
      "После $10^4$ шагов тяжёлый шарик находится на шумовом пороге (5).");
CLAIM(floor_nesterov_closed_form, IDENTITY,
      MEAN(nesterov, ON(nesterov_late), .sign = EQUAL),
      "After $10^4$ steps Nesterov rests on the floor (6).",
      "После $10^4$ шагов метод Нестерова находится на шумовом пороге (6).");
CLAIM(sharp_heavy_ball_fails_at_0_95, CONTROL,
      MEAN(ball, ball_late, 1, .times = 0.95),
      "0.95 of the heavy ball's bound is beaten.",
      "Оценка для тяжёлого шарика, умноженная на 0,95, нарушается.");
CLAIM(sharp_nesterov_fails_at_0_95, CONTROL,
      MEAN(nesterov, nesterov_late, 1, .times = 0.95),
      "0.95 of Nesterov's bound is beaten.",
      "Оценка для метода Нестерова, умноженная на 0,95, нарушается.");
/**
### Against SGD at an equal effective step

SGD's floor at the step $\bar\alpha$ is $\frac{\bar\alpha
s^2}{2(2-\bar\alpha\lambda)}$, as (5) with $\beta=0$ says. With
$t=\bar\alpha\lambda$ the ratios of the floors simplify to
$$\begin{aligned}\text{heavy ball}:\text{SGD}&=1-\frac{2\beta t}{2(1+\beta)-(1-\beta)t},\\
  \text{Nesterov}:\text{SGD}&=1-\frac{2\beta^2(1+2\beta)t}{(1+\beta t)\bigl(2(1+\beta)-(1-\beta)(1+2\beta)t\bigr)}.\end{aligned} \tag{7}$$
Both are at most 1 and tend to 1 with $t\to0$. For $t\le1$ the first is at least
$\frac{1+\beta}{1+3\beta}\ge\frac12$, its value at $t=1$. The second is $(2-t)$
times a fraction whose numerator is at least $1+\beta$ and whose denominator at
most $2(1+\beta)^2$, so at least $\frac1{2(1+\beta)}\ge\frac14$. Both sides of
(7) are computed: the left from two runs of the recursion of second moments,
until they rest.
*/
/**ru 3186433216
### Сравнение с SGD при одинаковом эффективном шаге

Шумовой порог SGD при шаге $\bar\alpha$ равен
$\frac{\bar\alpha s^2}{2(2-\bar\alpha\lambda)}$: это (5) с $\beta=0$. Если
положить $t=\bar\alpha\lambda$, отношения уровней упрощаются:
$$\begin{aligned}\text{тяжёлый шарик}:\text{SGD}&=1-\frac{2\beta t}{2(1+\beta)-(1-\beta)t},\\
  \text{метод Нестерова}:\text{SGD}&=1-\frac{2\beta^2(1+2\beta)t}{(1+\beta t)\bigl(2(1+\beta)-(1-\beta)(1+2\beta)t\bigr)}.\end{aligned} \tag{7}$$
Оба не больше 1 и стремятся к 1 при $t\to0$. Для $t\le1$ первое не меньше
$\frac{1+\beta}{1+3\beta}\ge\frac12$, своего значения при $t=1$. Второе равно
$(2-t)$, умноженному на дробь, числитель которой не меньше $1+\beta$, а
знаменатель не больше $2(1+\beta)^2$, так что оно не меньше
$\frac1{2(1+\beta)}\ge\frac14$. Вычисляются обе части (7): левая — по двум
запускам рекурсии вторых моментов, доведённым до установившегося режима.
*/
static double ratio_formula(int method, double b, double t) {
    return method == NESTEROV
               ? 1 - 2 * b * b * (1 + 2 * b) * t /
                         ((1 + b * t) *
                          (2 * (1 + b) - (1 - b) * (1 + 2 * b) * t))
               : 1 - 2 * b * t / (2 * (1 + b) - (1 - b) * t);
}

/* A ratio of two gaps, with its error. */
struct ratio {
    double value, error;
};

/* How far off two gaps may be together, relatively. */
static double errors_of(const struct series *a, const struct series *b,
                        size_t k) {
    return a->gap_error[k] / a->gap[k] + b->gap_error[k] / b->gap[k];
}

/* The gap with momentum b over SGD's at the same effective step. */
static struct ratio ratio_to_sgd(struct inquiry *q,
                                 struct problem *(*problem)(void), int method,
                                 double b, double effective, size_t steps) {
    struct setting plain = {problem, &method_sgd, .settings.alpha = effective,
                            .steps = steps},
                   with = {problem, methods[method],
                           .settings = {effective * (1 - b), .momentum = b},
                           .steps = steps};
    struct ratio ratio = {NAN, 0};
    struct series a = {0}, c = {0};
    if (inquiry_series(q, &with, &a) && inquiry_series(q, &plain, &c)) {
        ratio.value = a.gap[steps] / c.gap[steps];
        ratio.error =
            ratio.value * 1.01 * (errors_of(&a, &c, steps) + DBL_EPSILON);
    }
    series_free(&a);
    series_free(&c);
    return ratio;
}

static void floors(struct inquiry *q) {
    static const double steps[] = {1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01},
                        betas[] = {0.5, 0.9}, least[] = {0.5, 0.25};
    static const enum sign signs[] = {EQUAL, AT_LEAST, AT_MOST};
    for (size_t r = 0; r < COUNT(signs) * SGD * COUNT(betas); r++) {
        enum sign sign = signs[r / (SGD * COUNT(betas))];
        int m = r / COUNT(betas) % SGD;
        double b = betas[r % COUNT(betas)];
        size_t first = q->count;
        for (size_t i = 0; i < COUNT(steps); i++) {
            double t = steps[i];
            struct ratio ratio =
                ratio_to_sgd(q, two_signs, m, b, t, 2000 + (size_t)(30 / t));
            if (q->trouble) return;
            double side = sign == EQUAL     ? ratio_formula(m, b, t)
                          : sign == AT_MOST ? 1
                                            : least[m];
            inquiry_exact(q, "two_signs", methods[m]->id, (size_t)lround(1 / t),
                          ratio.value, ratio.error, sign, side);
        }
        inquiry_which(q, first, "%s, beta = %g", sign_name(sign), b);
    }
}
CLAIM(ratio_of_floors, IDENTITY, COMPUTE(floors),
      "(7) for seven $\\bar\\alpha=1/k\\le1/L$; the ratio is at most 1, at "
      "least $\\frac12$ or $\\frac14$.",
      "(7) для семи значений $\\bar\\alpha=1/k\\le1/L$; отношение не больше 1 "
      "и не меньше $\\frac12$ или $\\frac14$.");
/**
On ridge regression the noise depends on $x$. There it is computed how the
ratio's distance from 1 changes when the effective step is halved.
*/
/**ru 1776722871
В гребневой регрессии шум зависит от $x$. Для неё вычисляется, как меняется
расстояние отношения до 1, когда эффективный шаг уменьшается вдвое.
*/
/* From one ratio to the next: by which factor it is nearer to 1, at most. */
static void nearer_to_1(struct inquiry *q, const char *problem, int method,
                        const size_t k[3], const struct ratio ratios[3],
                        double most) {
    for (int i = 1; i < 3; i++) {
        const struct ratio *from = &ratios[i - 1], *to = &ratios[i];
        double before = fabs(1 - from->value), off = fabs(1 - to->value),
               factor = off / before;
        inquiry_exact(q, problem, methods[method]->id, k[i], factor,
                      1.01 * factor * (to->error / off + from->error / before),
                      AT_MOST, most);
    }
}

static void floors_of_ridge(struct inquiry *q) {
    static const size_t inverse[] = {25, 50, 100};
    struct ratio ratios[3];
    for (int m = 0; m < SGD; m++) {
        for (int i = 0; i < 3; i++) {
            ratios[i] = ratio_to_sgd(q, ridge, m, 0.5, 1 / (double)inverse[i],
                                     20 * inverse[i]);
            if (q->trouble) return;
        }
        nearer_to_1(q, "ridge", m, inverse, ratios, 0.6);
    }
}
CLAIM(ratio_of_floors_tends_to_1_on_ridge, SHARPNESS,
      ALLOWING(1e-5, "distances from 1 are differences of ratios near 1",
               COMPUTE(floors_of_ridge)),
      "Halving $\\bar\\alpha$ to $1/k$ brings it nearer to 1 by a factor below "
      "0.6.",
      "Когда $\\bar\\alpha$ уменьшается вдвое, до $1/k$, расстояние отношения "
      "до 1 умножается на число меньше 0,6.");
/**
@figure floors The floors of momentum over SGD's at an equal effective step

## Decreasing steps: no linear method is faster than 1/k

Let $f=\frac\mu2(x-x^*)^2$ with additive noise. A gradient at $x$ is
$g=\mu(x-x^*)+\xi$, so $x-g/\mu=x^*-\xi/\mu$: whatever the point, the oracle
shows $x^*$ once, with the error $\xi/\mu$. A method that adds to $x_0$ a linear
combination of $k$ gradients, with fixed coefficients, can only average what it
has been shown:
$$x_k-x^*=b\,(x_0-x^*)-\frac1\mu\sum_{t<k}w_t\,\xi_t,\qquad\sum_{t<k}w_t=1-b, \tag{8}$$
since $x_k$ is shifted by 1 when $x_0$ and $x^*$ are. Noises are uncorrelated:
$$\mathbb E f(x_k)-f^*=\frac\mu2\Bigl(b^2R^2+\frac{s^2}{\mu^2}\sum_{t<k}w_t^2\Bigr). \tag{9}$$
By Cauchy and Schwarz
$$\sum_{t<k}w_t^2\ge\frac{(1-b)^2}k. \tag{10}$$
And with $v=\frac{s^2}{\mu^2k}$ the sum $b^2R^2+(1-b)^2v$ is least for $b=\frac
v{R^2+v}$, where it is $\frac{R^2v}{R^2+v}$. That is (1). $\blacksquare$

The weights are read off by running each method without noise, and with a single
noise at a time.
*/
/**ru 3720431544
@figure floors Отношение шумового порога методов с моментом к шумовому порогу SGD при
    одинаковом эффективном шаге

## Убывающий шаг: ни один линейный метод не быстрее 1/k

Пусть $f=\frac\mu2(x-x^*)^2$, шум аддитивный. Градиент в точке $x$ равен
$g=\mu(x-x^*)+\xi$, поэтому $x-g/\mu=x^*-\xi/\mu$: какова бы ни была точка,
оракул один раз показывает $x^*$ с ошибкой $\xi/\mu$. Метод, который прибавляет
к $x_0$ линейную комбинацию $k$ градиентов с фиксированными коэффициентами,
может только усреднять то, что ему показали:
$$x_k-x^*=b\,(x_0-x^*)-\frac1\mu\sum_{t<k}w_t\,\xi_t,\qquad\sum_{t<k}w_t=1-b, \tag{8}$$
поскольку $x_k$ сдвигается на 1 вместе с $x_0$ и $x^*$. Шумы некоррелированы:
$$\mathbb E f(x_k)-f^*=\frac\mu2\Bigl(b^2R^2+\frac{s^2}{\mu^2}\sum_{t<k}w_t^2\Bigr). \tag{9}$$
По неравенству Коши–Буняковского
$$\sum_{t<k}w_t^2\ge\frac{(1-b)^2}k. \tag{10}$$
А при $v=\frac{s^2}{\mu^2k}$ сумма $b^2R^2+(1-b)^2v$ наименьшая для
$b=\frac v{R^2+v}$, где она равна $\frac{R^2v}{R^2+v}$. Это и есть (1).
$\blacksquare$

Чтобы узнать веса, каждый метод запускают без шума, а затем с шумом только на
одном из шагов.
*/
/* alpha_k with an effective step that is the PL theorem's:
 * (1 - beta) (2k + 1)/(2 mu (k + 1)^2). */
static double effective(const struct settings *s, size_t k) {
    return (1 - s->momentum) * schedule_pl(s, k);
}

static const struct setting decreasing[] = {
    {shifted_signs, &method_heavy_ball,
     .settings = {.alpha = 1, .momentum = 0.9, .schedule = effective},
     .first = 1, .steps = 10000},
    {shifted_signs, &method_nesterov,
     .settings = {.alpha = 1, .momentum = 0.9, .schedule = effective},
     .first = 1, .steps = 10000},
    {shifted_signs, &method_sgd,
     .settings = {.alpha = 1, .schedule = effective}, .first = 1,
     .steps = 10000},
    /* and a constant one */
    {shifted_signs, &method_heavy_ball, .settings = {0.005, .momentum = 0.9},
     .first = 1, .steps = 10000},
};

/* The three methods for the weights, and where mu, s and R are not 1. */
enum { WEIGHTS = 200 };
static const struct setting weighted[] = {
    {uneven_signs, &method_heavy_ball,
     .settings = {.alpha = 1, .momentum = 0.9, .schedule = effective},
     .first = 1, .steps = WEIGHTS},
    {uneven_signs, &method_nesterov,
     .settings = {.alpha = 1, .momentum = 0.9, .schedule = effective},
     .first = 1, .steps = WEIGHTS},
    {uneven_signs, &method_sgd, .settings = {.alpha = 1, .schedule = effective},
     .first = 1, .steps = WEIGHTS},
};

/* The gaps of the three methods with decreasing steps. */
static void make_gaps(struct inquiry *q, void *out) {
    struct series *of = out;
    for (int m = 0; m < METHODS; m++) inquiry_series(q, &decreasing[m], &of[m]);
}

static void release_gaps(void *made) {
    struct series *of = made;
    for (int m = 0; m < METHODS; m++) series_free(&of[m]);
}
static const struct shared gaps = {sizeof(struct series[METHODS]), make_gaps,
                                   release_gaps};

/* b and w_t, t < WEIGHTS: what is left of a start at distance 1, and of a single
 * noise of -mu at step t. */
static double weights_of(const struct method *method,
                         const struct settings *settings, double mu,
                         double w[WEIGHTS]) {
    double b = 0;
    for (size_t t = 0; t <= WEIGHTS; t++) {
        real v = real_all(t == WEIGHTS), state = {0};
        for (size_t k = 0; k < WEIGHTS; k++) {
            real g = mu * (v - (k == t));
            method->step(settings, k, 1, &v, &g, &state);
        }
        *(t < WEIGHTS ? &w[t] : &b) = v[0];
    }
    return b;
}

static void lines_of_weights(struct inquiry *q) {
    struct problem *p = uneven_signs();
    double mu = p->mu, s = p->noise, R = problem_distance(p);
    for (int m = 0; m < METHODS; m++) {
        struct series of;
        if (!inquiry_series(q, &weighted[m], &of)) break;
        struct settings settings = weighted[m].settings;
        settings.mu = mu;
        double w[WEIGHTS], b = weights_of(methods[m], &settings, mu, w),
                           sum = 0, squares_of_w = 0, size = fabs(b);
        for (size_t t = 0; t < WEIGHTS; t++) {
            sum += w[t];
            squares_of_w += w[t] * w[t];
            size += fabs(w[t]);
        }
        /* Every weight is the end of at most WEIGHTS contracting steps of a
         * few roundings, times 2/(1 - beta), beta <= 0.9. */
        double error = 16 * WEIGHTS * DBL_EPSILON * (size + 1) * 2 / (1 - 0.9),
               right =
                   mu / 2 * (b * b * R * R + s * s / (mu * mu) * squares_of_w);
        const char *id = methods[m]->id;
        size_t first = q->count;
        inquiry_exact(q, p->id, id, WEIGHTS, sum, error, EQUAL, 1 - b);
        inquiry_exact(q, p->id, id, WEIGHTS, of.gap[WEIGHTS],
                      of.gap_error[WEIGHTS] + error * (1 + s * s), EQUAL,
                      right);
        inquiry_exact(q, p->id, id, WEIGHTS, squares_of_w, error, AT_LEAST,
                      (1 - b) * (1 - b) / WEIGHTS);
        for (size_t l = 0; l < 3; l++)
            inquiry_which(q, first + l, "(%zu)", 8 + l);
        series_free(&of);
    }
    problem_free(p);
}
CLAIM(lines_8_to_10_weights, PROOF_LINE, COMPUTE(lines_of_weights),
      "(8) to (10) for 200 gradients, (9) against the recursion.",
      "(8)–(10) для 200 градиентов, (9) — в сравнении с рекурсией.");
/**
The bound (1), and the best weights of all, $b=\frac v{R^2+v}$ and equal $w_t$:
SGD has them by $\alpha_k=\frac1{\mu(k+1+\rho)}$ with
$\rho=\frac{s^2}{\mu^2R^2}$, at every $k$.
*/
/**ru 314561333
Оценка (1) и наилучшие веса, $b=\frac v{R^2+v}$ и равные $w_t$: при каждом $k$
их имеет SGD с шагом $\alpha_k=\frac1{\mu(k+1+\rho)}$, где
$\rho=\frac{s^2}{\mu^2R^2}$.
*/
static double any_method(const struct constants *c, size_t k) {
    double v = c->noise * c->noise / (c->mu * c->mu * (double)k),
           start = c->distance * c->distance;
    return c->mu / 2 * start * v / (start + v);
}

/* alpha is rho: 1 for the shifted signs, and 9/(4/4) for the uneven ones. */
static double schedule_best(const struct settings *s, size_t k) {
    return 1 / (s->mu * ((double)k + 1 + s->alpha));
}

static const struct setting best[] = {
    {shifted_signs, &method_sgd, .settings = {1, .schedule = schedule_best},
     .first = 1, .steps = 10000},
    {uneven_signs, &method_sgd, .settings = {9, .schedule = schedule_best},
     .first = 1, .steps = 3000},
    {shifted_signs, &method_sgd, .settings = {1, .schedule = schedule_best},
     .first = 100, .steps = 100},
};
CLAIM(bound_any_method, BOUND,
      MEAN(any_method, ON(decreasing), .sign = AT_LEAST),
      "(1) for heavy ball, Nesterov and SGD with decreasing steps, heavy ball "
      "with a constant one.",
      "(1) для тяжёлого шарика, метода Нестерова и SGD с убывающим шагом и для "
      "тяжёлого шарика с постоянным.");
CLAIM(bound_any_method_uneven, BOUND,
      MEAN(any_method, ON(weighted), .sign = AT_LEAST),
      "(1) for the three methods where $\\mu$, $s$ and $R$ are not 1.",
      "(1) для этих трёх методов там, где $\\mu$, $s$ и $R$ не равны 1.");
CLAIM(best_weights, IDENTITY, MEAN(any_method, best, 2, .sign = EQUAL),
      "SGD with the best weights attains (1) at every $k$.",
      "SGD с наилучшими весами достигает (1) при каждом $k$.");
CLAIM(best_weights_fail_at_1_05, CONTROL,
      MEAN(any_method, &best[2], 1, .times = 1.05, .sign = AT_LEAST),
      "1.05 of the bound (1) is beaten.",
      "Оценка (1), умноженная на 1,05, нарушается.");
/**
In several dimensions the coordinates along eigenvectors add up, and
coefficients may differ between them:
$$\mathbb E f(x_k)-f^*\ge\sum_j\frac{s_j^2}{2\lambda_jk}\cdot\frac1{1+s_j^2/(\lambda_j^2R_j^2k)}. \tag{11}$$
So Newton's step with the exact Hessian, $x_{k+1}=x_k-\alpha_kH^{-1}g_k$, is
covered as well. With $\alpha_k=\frac1{k+1}$ it comes to
$\frac1k\sum_j\frac{s_j^2}{2\lambda_j}$: it has no $\kappa$ to wait for, and the
exponent 1. With the best weights in each coordinate, $\frac1{k+1+\rho_j}$ in
place of $\alpha_k$, it attains (11) at every $k$.
*/
/**ru 2333478105
В нескольких измерениях зазоры по координатам вдоль собственных векторов
складываются, и коэффициенты у координат могут быть разными:
$$\mathbb E f(x_k)-f^*\ge\sum_j\frac{s_j^2}{2\lambda_jk}\cdot\frac1{1+s_j^2/(\lambda_j^2R_j^2k)}. \tag{11}$$
Поэтому сюда входит и шаг Ньютона с точным гессианом,
$x_{k+1}=x_k-\alpha_kH^{-1}g_k$. При $\alpha_k=\frac1{k+1}$ он приводит к зазору
$\frac1k\sum_j\frac{s_j^2}{2\lambda_j}$: ждать из-за $\kappa$ ему не приходится,
а показатель равен 1. С наилучшими весами по каждой координате,
$\frac1{k+1+\rho_j}$ вместо $\alpha_k$, он достигает (11) при каждом $k$.
*/
/* On the uneven quadratic: H^{-1} along one of its axes. */
static double newton_length(size_t j, size_t k, double rho) {
    return 1 / (curvature[j] * ((double)k + 1 + rho));
}

static void newton(const struct settings *s, size_t k, size_t dim, real x[],
                   const real g[], real state[]) {
    (void)s, (void)state;
    for (size_t j = 0; j < dim; j++) x[j] -= newton_length(j, k, 0) * g[j];
}

static void best_newton(const struct settings *s, size_t k, size_t dim,
                        real x[], const real g[], real state[]) {
    (void)s, (void)state;
    for (size_t j = 0; j < dim; j++) {
        double root = scale / (curvature[j] * away);
        x[j] -= newton_length(j, k, root * root) * g[j];
    }
}
static const struct method
    method_newton = {.id = "newton",
                     .title = {"Newton", "Ньютон"},
                     .rule = "x_{k+1}=x_k-\\frac1{k+1}H^{-1}\\nabla "
                             "f_{i_k}(x_k)",
                     .step = newton},
    method_best_newton = {
        .id = "best_newton",
        .title = {"Newton, best weights", "Ньютон, лучшие веса"},
        .rule = "x_{k+1,j}=x_{k,j}-\\frac1{\\lambda_j(k+1+\\rho_j)}"
                "\\nabla_jf_{i_k}(x_k)",
        .step = best_newton};

static double in_two_directions(const struct constants *c, size_t k) {
    struct constants flat = *c, steep = *c;
    flat.distance = steep.distance = c->distance / M_SQRT2;
    steep.mu = c->L;
    return any_method(&flat, k) + any_method(&steep, k);
}

static double newton_gap(const struct constants *c, size_t k) {
    return c->noise * c->noise / (2 * (double)k) * (1 / c->mu + 1 / c->L);
}

static const struct setting several[] = {
    {uneven_quadratic, &method_newton, .settings = {.alpha = 1}, .first = 1,
     .steps = 3000},
    {uneven_quadratic, &method_best_newton, .settings = {.alpha = 1},
     .first = 1, .steps = 3000},
    {uneven_quadratic, &method_heavy_ball, .settings = {0.002, .momentum = 0.9},
     .first = 1, .steps = 3000},
    {ill_conditioned, &method_heavy_ball, .settings = {0.001, .momentum = 0.9},
     .first = 1, .steps = 3000},
    {ill_conditioned, &method_nesterov,
     .settings = {0.01, .momentum = 9.0 / 11}, .first = 1, .steps = 3000},
};
CLAIM(bound_any_method_in_two_directions, BOUND,
      MEAN(in_two_directions, ON(several), .sign = AT_LEAST),
      "(11) for Newton, heavy ball and Nesterov.",
      "(11) для метода Ньютона, тяжёлого шарика и метода Нестерова.");
CLAIM(newton_closed_form, IDENTITY, MEAN(newton_gap, several, 1, .sign = EQUAL),
      "Newton's step with $\\alpha_k=\\frac1{k+1}$ comes to just that.",
      "Шаг Ньютона с $\\alpha_k=\\frac1{k+1}$ приводит в точности к этому "
      "зазору.");
CLAIM(newton_best_weights, IDENTITY,
      MEAN(in_two_directions, &several[1], 1, .sign = EQUAL),
      "With the best weights it attains (11) at every $k$.",
      "С наилучшими весами он достигает (11) при каждом $k$.");
/**
So no momentum makes the exponent larger than 1. It is not smaller either: with
the PL theorem's step as the effective one,
$\alpha_k=(1-\beta)\frac{2k+1}{2\mu(k+1)^2}$, the slope between $k$ and $2k$,
$\log_2\frac{\mathbb E f(x_k)-f^*}{\mathbb E f(x_{2k})-f^*}$, is computed for
both methods and for SGD and lies within $1\pm100/k$, and the ratio to SGD tends
to 1: from $k$ to $4k$ its distance from 1 shrinks to less than $0.3$. That it
goes on like that is computed here up to $k=10^4$, not proved.
*/
/**ru 2938736369
Итак, никакой момент не сделает показатель больше 1. Но он и не меньше: если
эффективным взять шаг из теоремы для PL-случая,
$\alpha_k=(1-\beta)\frac{2k+1}{2\mu(k+1)^2}$, то наклон между $k$ и $2k$,
$\log_2\frac{\mathbb E f(x_k)-f^*}{\mathbb E f(x_{2k})-f^*}$, вычисленный для
обоих методов и для SGD, лежит в пределах $1\pm100/k$, а отношение к зазору SGD
стремится к 1: от $k$ до $4k$ его расстояние до 1 сокращается до менее чем $0.3$
прежнего. Что так продолжается и дальше, здесь вычислено до $k=10^4$, но не
доказано.
*/
/* An exponent of at most, and of at least, the claim's. */
static void slopes(struct inquiry *q) {
    static const size_t ks[] = {1250, 2500, 5000};
    const double *exponents = q->with, off[] = {100, -100};
    const struct series *of = inquiry_shared(q);
    for (int m = 0; of && m < METHODS; m++)
        for (enum sign sign = AT_MOST; sign <= AT_LEAST; sign++) {
            size_t first = q->count;
            const double *gap = of[m].gap, *gap_error = of[m].gap_error;
            for (size_t i = 0; i < COUNT(ks); i++) {
                size_t k = ks[i];
                double error = 1.01 * gap_error[k] / gap[k] / M_LN2 +
                               1.01 * gap_error[2 * k] / gap[2 * k] / M_LN2;
                inquiry_exact(q, "shifted_signs", methods[m]->id, k,
                              log2(gap[k] / gap[2 * k]),
                              error + 4 * DBL_EPSILON, sign,
                              exponents[sign] + off[sign] / (double)k);
            }
            inquiry_which(q, first, "%s", sign_name(sign));
        }
}

static void decreasing_to_sgd(struct inquiry *q) {
    static const size_t ks[] = {600, 2400, 9600};
    const struct series *of = inquiry_shared(q);
    for (int m = 0; of && m < SGD; m++) {
        struct ratio ratios[3];
        for (int i = 0; i < 3; i++) {
            ratios[i].value = of[m].gap[ks[i]] / of[SGD].gap[ks[i]];
            ratios[i].error = 1.01 * (fabs(ratios[i].value - 1) + 1) *
                              errors_of(&of[m], &of[SGD], ks[i]);
        }
        nearer_to_1(q, "shifted_signs", m, ks, ratios, 0.3);
    }
}
#define rounding_of_long_memory                                                \
    "10^4 steps with momentum carry on the roundings of second moments"
CLAIM(slope, SHARPNESS,
      ALLOWING(1e-5, rounding_of_long_memory,
               COMPUTE(slopes, (const double[]){1, 1}, .shares = &gaps)),
      "Between $k$ and $2k$ the exponent is within $1\\pm100/k$.",
      "Между $k$ и $2k$ показатель лежит в пределах $1\\pm100/k$.");
CLAIM(ratio_to_sgd_tends_to_1, SHARPNESS,
      ALLOWING(1e-3, rounding_of_long_memory,
               COMPUTE(decreasing_to_sgd, .shares = &gaps)),
      "From $k/4$ to $k$ the ratio comes nearer to 1 by a factor below 0.3.",
      "От $k/4$ до $k$ расстояние отношения до 1 умножается на число меньше "
      "0,3.");
/**
@figure decreasing Decreasing steps: momentum, SGD, and the bound that no linear
    method can beat

## Other rows, and quasi-Newton methods

The lecture's sentence speaks of a whole table, and of quasi-Newton methods.

**The PL row, any method.** A quasi-Newton method divides by a curvature that it
has estimated from differences of gradients. So its coefficients are not fixed,
and (8) does not apply; that alone [can beat (1)](#what-breaks), where the law of
the noise helps. What holds for it is
[theorem 1 of the lower bounds](rates_cannot_be_improved.html): for every $k$
there are two parabolas with a coin such that, after $k$ gradients, *any* method
has on one of them a gap of at least $\frac1{18}\cdot\frac{\sigma^2}{\mu k}$.

**The convex row.** Without noise Nesterov's method needs $\mathcal
O(1/\sqrt\varepsilon)$ steps on smooth convex functions, gradient descent
$\mathcal O(1/\varepsilon)$. With noise theorem 2 of the same page says that any
method, on one of two linear functions on $[-R,R]$, has a gap of at least
$\frac14\cdot\frac{R\sigma}{\sqrt k}$: $\mathcal O(1/\varepsilon^2)$ stays. What
acceleration can do is to shrink the other term, which noise has no part in, from
$\frac{LR^2}{2k}$ to $\frac{2LR^2}{k(k+1)}$, and leave that of the noise as it is:
that is [a theorem of its own](accelerated_convex.html), after Lan (2012).

**The row of functions that are not convex.** There too no method does better
than $\mathcal O(1/\varepsilon^2)$, with $\|\nabla f\|^2\le\varepsilon$ for the
goal (Arjevani et al. 2023), which is quoted here, not proved ([for SGD with a fixed
step](third_row_fixed_step.html) it is). It rests on the
oracle: one that may be asked at two points with the same $i$, and whose
differences there are small in the mean square, allows $\mathcal
O(1/\varepsilon^{3/2})$, and methods with a kind of momentum reach that.

The check of the first two: heavy ball, Nesterov and a secant method, which is
what quasi-Newton methods are in one dimension, on the pair for each
$k=1,\dots,12$, along all $2^k$ sequences of flips. The coin of bias $\delta$
answers $\mu x-sb$ on the parabolas and $-\sigma b$ on the lines, with
$\delta^2=\frac1{k+2}$, $s^2=\frac{\sigma^2}{1+3\delta^2}$ there and
$\delta^2=\frac1{4k}$ here.
*/
/**ru 4257474263
@figure decreasing Убывающий шаг: методы с моментом, SGD и граница, которой не
    преодолеть ни одному линейному методу

## Другие строки и квазиньютоновские методы {#other-rows-and-quasi-newton-methods}

Фраза лекции относится к целой таблице и к квазиньютоновским методам.

**Строка PL, любой метод.** Квазиньютоновский метод делит на кривизну, которую
оценивает по разностям градиентов. Его коэффициенты, таким образом, не
фиксированы, и (8) к нему неприменимо; уже поэтому он [может нарушить
(1)](#what-breaks) там, где этому способствует закон шума. Для него верна
[теорема 1 о нижних оценках](rates_cannot_be_improved.html): для каждого $k$
есть две параболы с монетой такие, что после $k$ градиентов *любой* метод на
одной из них имеет зазор не меньше $\frac1{18}\cdot\frac{\sigma^2}{\mu k}$.

**Строка выпуклых функций.** Без шума методу Нестерова на гладких выпуклых
функциях нужно $\mathcal O(1/\sqrt\varepsilon)$ шагов, градиентному спуску —
$\mathcal O(1/\varepsilon)$. С шумом теорема 2 на той же странице утверждает,
что любой метод на одной из двух линейных функций на $[-R,R]$ имеет зазор не
меньше $\frac14\cdot\frac{R\sigma}{\sqrt k}$: $\mathcal O(1/\varepsilon^2)$
остаётся. Ускорение может лишь уменьшить другое слагаемое, в котором шум не
участвует, с $\frac{LR^2}{2k}$ до $\frac{2LR^2}{k(k+1)}$, оставив слагаемое с
шумом прежним: это [отдельная теорема](accelerated_convex.html), по работе Lan
(2012).

**Строка невыпуклых функций.** И здесь никакой метод не лучше
$\mathcal O(1/\varepsilon^2)$, если цель — $\|\nabla f\|^2\le\varepsilon$
(Arjevani et al. 2023); это здесь приводится без доказательства ([для SGD с
фиксированным шагом](third_row_fixed_step.html) оно есть). Всё зависит от
оракула: если его можно спросить в двух точках с одним и тем же $i$ и разности
его ответов в них малы в среднем квадратичном, то достижимо
$\mathcal O(1/\varepsilon^{3/2})$, и методы с моментом особого вида этого
достигают.

Проверка первых двух: тяжёлый шарик, метод Нестерова и метод секущих, которым
квазиньютоновские методы становятся в одномерном случае, на паре функций для
каждого $k=1,\dots,12$, по всем $2^k$ последовательностям бросаний. Монета со
смещением $\delta$ отвечает $\mu x-sb$ на параболах и $-\sigma b$ на прямых,
причём $\delta^2=\frac1{k+2}$, $s^2=\frac{\sigma^2}{1+3\delta^2}$ в первом
случае и $\delta^2=\frac1{4k}$ во втором.
*/
/* x_{k+1} = x_k - g_k/((k + 1) h_k), h_k the slope of the last two gradients
 * where that is a number between mu/4 and 4 mu, else the nearest of these, and
 * mu at first. */
static void secant(const struct settings *s, size_t k, size_t dim, real x[],
                   const real g[], real state[]) {
    const real low = real_all(s->mu / 4), high = real_all(4 * s->mu);
    real *before = state, *gradient = state + dim;
    for (size_t j = 0; j < dim; j++) {
        real h = (g[j] - gradient[j]) / (x[j] - before[j]);
        h = real_where(real_less(low, h), h, low);
        h = real_where(real_less(h, high), h, high);
        if (k == 0) h = real_all(s->mu);
        before[j] = x[j];
        gradient[j] = g[j];
        x[j] = box_project(s->box, x[j] - g[j] / (h * ((double)k + 1)));
    }
}
static const struct method method_secant = {
    .id = "secant",
    .title = {"secant", "метод секущих"},
    .rule = "x_{k+1}=x_k-\\frac{g_k}{(k+1)h_k},\\ "
            "h_k=\\frac{g_k-g_{k-1}}{x_k-x_{k-1}}\\text{ within "
            "}[\\tfrac\\mu4,4\\mu]",
    .vectors = 2,
    .step = secant,
};

/* The pair of either theorem for that k, with these letters. */
static const double coin_mu = 0.5, coin_sigma = 2, coin_R = 3;
struct coin {
    bool linear;
    double delta, s;
};

static struct coin coin_for(bool linear, size_t k) {
    double delta = linear ? 1 / (2 * sqrt((double)k)) : 1 / sqrt((double)k + 2);
    return (struct coin){linear, delta,
                         linear ? coin_sigma
                                : coin_sigma / sqrt(1 + 3 * delta * delta)};
}

/* E f_nu(x_k) - f_nu^*, over all sequences of k flips, a lane each. */
static double gap_behind(const struct coin *coin, int nu,
                         const struct method *method,
                         const struct settings *settings, size_t k) {
    double gap = 0;
    for (size_t first = 0; first < (size_t)1 << k; first += LANES) {
        real x = {0}, state[2] = {{0}}, weight = real_all(1), left;
        for (size_t lane = 0; lane < LANES; lane++)
            if (first + lane >= (size_t)1 << k) weight[lane] = 0;
        for (size_t t = 0; t < k; t++) {
            real b;
            for (size_t lane = 0; lane < LANES; lane++)
                b[lane] = (first + lane) >> t & 1 ? 1 : -1;
            weight *= (1 + nu * coin->delta * b) / 2;
            real g = (coin->linear ? real_all(0) : coin_mu * x) - coin->s * b;
            method->step(settings, t, 1, &x, &g, state);
        }
        if (coin->linear) {
            left = coin->delta * coin_sigma * (coin_R - nu * x);
        } else {
            real off = x - nu * coin->delta * coin->s / coin_mu;
            left = coin_mu / 2 * off * off;
        }
        for (size_t lane = 0; lane < LANES; lane++)
            gap += weight[lane] * left[lane];
    }
    return gap;
}

enum { FLIPS_MOST = 12 };
struct row {
    bool linear;
    double times; /* so many times the other page's bound */
    struct {
        const struct method *method;
        struct settings settings;
    } by[3];
};

static void worse_of_two(struct inquiry *q) {
    const struct row *row = q->with;
    for (size_t m = 0; m < COUNT(row->by) && row->by[m].method; m++)
        for (size_t k = 1; k <= FLIPS_MOST; k++) {
            struct coin coin = coin_for(row->linear, k);
            double n = (double)k, worse = 0,
                   right = row->linear
                               ? coin_R * coin_sigma / (4 * sqrt(n))
                               : coin_sigma * coin_sigma / (18 * coin_mu * n);
            for (int nu = 1; nu >= -1; nu -= 2)
                worse = larger(worse, gap_behind(&coin, nu, row->by[m].method,
                                                 &row->by[m].settings, k));
            inquiry_exact(q, row->linear ? "slopes" : "biased_coin",
                          row->by[m].method->id, k, worse,
                          64 * n * DBL_EPSILON * (worse + right), AT_LEAST,
                          row->times * right);
        }
}
static const struct row
    pl_row = {false,
              1,
              {{&method_heavy_ball, {.alpha = 0.5, .momentum = 0.5}},
               {&method_nesterov, {.alpha = 0.5, .momentum = 0.5}},
               {&method_secant, {.mu = 0.5}}}},
    convex_row = {
        true,
        1,
        {{&method_heavy_ball, {.alpha = 0.8, .momentum = 0.5, .box = {-3, 3}}},
         {&method_nesterov, {.alpha = 0.8, .momentum = 0.5, .box = {-3, 3}}},
         {&method_secant, {.mu = 0.3, .box = {-3, 3}}}}};
CLAIM(bound_of_any_method_pl, BOUND, COMPUTE(worse_of_two, &pl_row),
      "On one of two parabolas heavy ball, Nesterov and the secant method have "
      "at least $\\frac{\\sigma^2}{18\\mu k}$.",
      "На одной из двух парабол зазор тяжёлого шарика, метода Нестерова и "
      "метода секущих не меньше $\\frac{\\sigma^2}{18\\mu k}$.");
CLAIM(bound_of_any_method_convex, BOUND, COMPUTE(worse_of_two, &convex_row),
      "On one of two linear functions on $[-R,R]$ they have at least "
      "$\\frac{R\\sigma}{4\\sqrt k}$.",
      "На одной из двух линейных функций на $[-R,R]$ их зазор не меньше "
      "$\\frac{R\\sigma}{4\\sqrt k}$.");
/**
That expectation over all flips is right for SGD, which has closed forms: with
$\alpha_k=\frac1{\mu(k+1)}$ it averages flips, $x_k=\frac s\mu\bar b$, and its
gap on either parabola is $\frac{s^2(1-\delta^2)}{2\mu k}$; with $\alpha=\frac
R{\sigma k}$ it walks between $-R$ and $R$ and ends at $R\bar b$, with the gap
$\delta\sigma R(1-\delta)$ on either line.
*/
/**ru 4230906002
Что это среднее по всем бросаниям вычислено верно, видно на SGD, для которого
есть явные формулы: с $\alpha_k=\frac1{\mu(k+1)}$ он усредняет бросания,
$x_k=\frac s\mu\bar b$, и его зазор на каждой из парабол равен
$\frac{s^2(1-\delta^2)}{2\mu k}$; с $\alpha=\frac R{\sigma k}$ он блуждает между
$-R$ и $R$ и приходит в $R\bar b$ с зазором $\delta\sigma R(1-\delta)$ на каждой
из прямых.
*/
static double averaging(const struct settings *s, size_t k) {
    return 1 / (s->mu * ((double)k + 1));
}

static void sgd_behind_coins(struct inquiry *q) {
    for (int linear = 0; linear < 2; linear++)
        for (int nu = 1; nu >= -1; nu -= 2) {
            size_t before = q->count;
            for (size_t k = 1; k <= FLIPS_MOST; k++) {
                struct coin coin = coin_for(linear, k);
                double n = (double)k, delta = coin.delta;
                struct settings settings = {.mu = coin_mu,
                                            .schedule = averaging};
                if (linear)
                    settings =
                        (struct settings){.alpha = coin_R / (coin_sigma * n),
                                          .box = {-coin_R, coin_R}};
                double gap = gap_behind(&coin, nu, &method_sgd, &settings, k),
                       form = linear ? delta * coin_sigma * coin_R * (1 - delta)
                                     : coin.s * coin.s * (1 - delta * delta) /
                                           (2 * coin_mu * n);
                inquiry_exact(q, linear ? "slopes" : "biased_coin", "sgd", k,
                              gap, 64 * n * DBL_EPSILON * (gap + form), EQUAL,
                              form);
            }
            inquiry_which(q, before, "nu = %d", nu);
        }
}
CLAIM(sgd_behind_both_coins, IDENTITY, COMPUTE(sgd_behind_coins),
      "SGD's gap over all sequences of flips is that of its closed forms.",
      "Зазор SGD, взятый по всем последовательностям бросаний, совпадает с "
      "явными формулами.");
/**
## Without noise: what momentum is good for

Give the methods the full gradient of the same ill-conditioned quadratic,
$\kappa=100$. The best constant step of gradient descent is $\frac2{L+\mu}$, and
then every coordinate at either end shrinks by $\frac{\kappa-1}{\kappa+1}$ a
step. The heavy ball with $\alpha=\frac4{(\sqrt L+\sqrt\mu)^2}$,
$\beta=\bigl(\frac{\sqrt\kappa-1}{\sqrt\kappa+1}\bigr)^2$ has the double root
$r=\pm\sqrt\beta$ at either end, so
$$x_k=\Bigl(1+k\bigl(\tfrac{1-\alpha\lambda}r-1\bigr)\Bigr)r^kx_0,\qquad\lambda\in\{\mu,L\}, \tag{12}$$
and the factor a step is $\frac{\sqrt\kappa-1}{\sqrt\kappa+1}$. Nesterov with
$\alpha=\frac1L$, $\beta=\frac{\sqrt\kappa-1}{\sqrt\kappa+1}$ has the double
root $r=1-1/\sqrt\kappa$ at $\lambda=\mu$,
$$y_k=\Bigl(1+k\bigl(\tfrac{(1+\beta)(1-\alpha\mu)-\beta}r-1\bigr)\Bigr)r^kx_0, \tag{13}$$
and at $\lambda=L$ it is done after two steps.
*/
/**ru 1034355431
## Без шума: чем полезен момент

Дадим методам полный градиент той же плохо обусловленной квадратичной функции,
$\kappa=100$. Наилучший постоянный шаг градиентного спуска — $\frac2{L+\mu}$, и
тогда координата у любого из концов спектра за шаг умножается на
$\frac{\kappa-1}{\kappa+1}$. Тяжёлый шарик с
$\alpha=\frac4{(\sqrt L+\sqrt\mu)^2}$,
$\beta=\bigl(\frac{\sqrt\kappa-1}{\sqrt\kappa+1}\bigr)^2$ имеет у обоих концов
двойной корень $r=\pm\sqrt\beta$, так что
$$x_k=\Bigl(1+k\bigl(\tfrac{1-\alpha\lambda}r-1\bigr)\Bigr)r^kx_0,\qquad\lambda\in\{\mu,L\}, \tag{12}$$
и множитель за шаг равен $\frac{\sqrt\kappa-1}{\sqrt\kappa+1}$. Метод Нестерова
с $\alpha=\frac1L$, $\beta=\frac{\sqrt\kappa-1}{\sqrt\kappa+1}$ имеет двойной
корень $r=1-1/\sqrt\kappa$ при $\lambda=\mu$,
$$y_k=\Bigl(1+k\bigl(\tfrac{(1+\beta)(1-\alpha\mu)-\beta}r-1\bigr)\Bigr)r^kx_0, \tag{13}$$
а при $\lambda=L$ заканчивает работу через два шага.
*/
static struct problem *quiet(void) {
    return problem_full(ill_conditioned());
}

static double descent_closed_form(const struct constants *c, size_t k) {
    return (c->L + c->mu) / 2 *
           pow((c->L - c->mu) / (c->L + c->mu), 2 * (double)k);
}

static double double_root(double lambda, double first, double r, size_t k) {
    double x = (1 + (double)k * (first / r - 1)) * pow(r, (double)k);
    return lambda / 2 * x * x;
}

static double ball_closed_form(const struct constants *c, size_t k) {
    double r = (sqrt(c->L) - sqrt(c->mu)) / (sqrt(c->L) + sqrt(c->mu));
    return double_root(c->mu, 1 - c->alpha * c->mu, r, k) +
           double_root(c->L, 1 - c->alpha * c->L, -r, k);
}

static double nesterov_closed_form(const struct constants *c, size_t k) {
    double q = sqrt(c->mu / c->L), b = (1 - q) / (1 + q);
    double steep = k == 0 ? c->L / 2 : k == 1 ? c->L / 2 * b * b : 0;
    return steep +
           double_root(c->mu, (1 + b) * (1 - c->alpha * c->mu) - b, 1 - q, k);
}

/* L = 100, mu = 1. */
static const struct setting plain[] = {
    {quiet, &method_heavy_ball, .settings = {4.0 / 121, .momentum = 81.0 / 121},
     .first = 1, .steps = 100, .by = &second_moment_recursion},
    {quiet, &method_nesterov, .settings = {1.0 / 100, .momentum = 9.0 / 11},
     .first = 1, .steps = 200, .by = &second_moment_recursion},
    {quiet, &method_sgd, .settings = {.alpha = 2.0 / 101}, .first = 1,
     .steps = 1000, .by = &second_moment_recursion},
    /* for a control */
    {quiet, &method_heavy_ball, .settings = {4.0 / 121, .momentum = 81.0 / 121},
     .first = 100, .steps = 100, .by = &second_moment_recursion},
};

/* The steps that bring the gap below 1e-10 of the first one, over those of
 * gradient descent. */
static void accuracy(struct inquiry *q) {
    size_t needed[METHODS] = {0};
    for (int m = 0; m < METHODS; m++) {
        struct setting longer = plain[m];
        longer.steps = 2000;
        struct series s;
        if (!inquiry_series(q, &longer, &s)) return;
        size_t *k = &needed[m];
        while (*k < s.steps && s.gap[*k] + s.gap_error[*k] > 1e-10 * s.gap[0])
            ++*k;
        series_free(&s);
    }
    for (int m = 0; m < SGD; m++)
        inquiry_exact(q, "ill_conditioned", methods[m]->id, needed[m],
                      (double)needed[m] / (double)needed[SGD], 0, AT_MOST,
                      0.25);
}
CLAIM(plain_descent, IDENTITY,
      BEYOND(MEAN(descent_closed_form, &plain[SGD], 1, .sign = EQUAL)),
      "Gradient descent shrinks by $\\frac{\\kappa-1}{\\kappa+1}$ a step.",
      "Градиентный спуск за шаг умножает отклонение на "
      "$\\frac{\\kappa-1}{\\kappa+1}$.");
CLAIM(plain_heavy_ball, IDENTITY,
      BEYOND(MEAN(ball_closed_form, &plain[BALL], 1, .sign = EQUAL)),
      "Formula (12): the heavy ball without noise.",
      "Формула (12): тяжёлый шарик без шума.");
CLAIM(plain_nesterov, IDENTITY,
      BEYOND(MEAN(nesterov_closed_form, &plain[NESTEROV], 1, .sign = EQUAL)),
      "Formula (13): Nesterov without noise.",
      "Формула (13): метод Нестерова без шума.");
CLAIM(plain_momentum_needs_a_quarter_of_the_steps, SHARPNESS, COMPUTE(accuracy),
      "Momentum reaches $10^{-10}$ of the first gap within a quarter of "
      "gradient descent's steps.",
      "Методы с моментом доходят до $10^{-10}$ начального зазора не более чем "
      "за четверть шагов градиентного спуска.");
/**
With noise the same parameters rest on the floors (5) and (6), far above what
they reach without:
*/
/**ru 3688752552
С шумом те же параметры останавливаются на уровнях (5) и (6), намного выше того,
чего достигают без шума:
*/
static double fast_ball(const struct constants *c, size_t k) {
    (void)k;
    return resting(BALL, c->alpha, 81.0 / 121, c->mu, c->noise) +
           resting(BALL, c->alpha, 81.0 / 121, c->L, c->noise);
}

static double fast_nesterov(const struct constants *c, size_t k) {
    (void)k;
    return resting(NESTEROV, c->alpha, 9.0 / 11, c->mu, c->noise) +
           resting(NESTEROV, c->alpha, 9.0 / 11, c->L, c->noise);
}
CLAIM(floor_of_accelerated_heavy_ball, IDENTITY,
      MEAN(fast_ball, .sign = EQUAL,
           AT(ill_conditioned, &method_heavy_ball,
              {4.0 / 121, .momentum = 81.0 / 121}, 1000, .steps = 1000)),
      "With noise the accelerated heavy ball rests on the floor (5).",
      "С шумом ускоренный тяжёлый шарик остаётся на шумовом пороге (5).");
CLAIM(floor_of_accelerated_nesterov, IDENTITY,
      MEAN(fast_nesterov, .sign = EQUAL,
           AT(ill_conditioned, &method_nesterov,
              {1.0 / 100, .momentum = 9.0 / 11}, 1000, .steps = 1000)),
      "With noise the accelerated Nesterov rests on the floor (6).",
      "С шумом ускоренный метод Нестерова остаётся на шумовом пороге (6).");
/**
## What breaks

**The noise-free rates, with noise.** (12) and (13), asked of the same problem
with noise:
*/
/**ru 1843834527
## Что ломается {#what-breaks}

**Скорости, верные без шума, — при шуме.** (12) и (13) на той же задаче, но с
шумом:
*/
static const struct setting noisy[] = {
    {ill_conditioned, &method_heavy_ball,
     .settings = {4.0 / 121, .momentum = 81.0 / 121}, .first = 1,
     .steps = 1000},
    {ill_conditioned, &method_nesterov,
     .settings = {1.0 / 100, .momentum = 9.0 / 11}, .first = 1, .steps = 1000},
};
CLAIM(control_fast_ball, CONTROL, MEAN(ball_closed_form, ONE(noisy, BALL)),
      "With noise the accelerated rate (12) is beaten.",
      "С шумом ускоренная скорость (12) нарушается.");
CLAIM(control_fast_nesterov, CONTROL,
      MEAN(nesterov_closed_form, ONE(noisy, NESTEROV)),
      "With noise the accelerated rate (13) is beaten.",
      "С шумом ускоренная скорость (13) нарушается.");
/**
**A larger exponent.** That the slope under the decreasing step is at least
$1.2-100/k$, or at most $0.8+100/k$:
*/
/**ru 4184175473
**Больший показатель.** Что наклон при убывающем шаге не меньше $1.2-100/k$ или
не больше $0.8+100/k$:
*/
CLAIM(control_exponents, CONTROL,
      ALLOWING(1e-5, rounding_of_long_memory,
               COMPUTE(slopes, (const double[]){0.8, 1.2}, .shares = &gaps)),
      "The exponent under the decreasing step is neither.",
      "При убывающем шаге показатель не удовлетворяет ни тому, ни другому.");
/**
**An equal step in place of an equal effective step.** At the same $\alpha$
momentum's floor is about $\frac1{1-\beta}$ times SGD's, not at most SGD's:
*/
/**ru 173917249
**Одинаковый шаг вместо одинакового эффективного.** При том же $\alpha$ шумовой
порог метода с моментом примерно в $\frac1{1-\beta}$ раз больше, чем у SGD, а не
«не больше, чем у SGD»:
*/
static double sgd_floor(const struct constants *c, size_t k) {
    (void)k;
    return c->alpha * c->noise * c->noise / (2 * (2 - c->alpha * c->mu));
}
CLAIM(control_equal_alpha, CONTROL,
      DROPS(effective_step, MEAN(sgd_floor, ONE(ball_late, 0))),
      "At an equal $\\alpha$ the heavy ball's floor exceeds SGD's.",
      "При том же $\\alpha$ шумовой порог тяжёлого шарика превышает уровень "
      "шума SGD.");
/**
**No noise in the bound on linear methods.** (1) is about noise: heavy ball
without it goes below any multiple of $1/k$.
*/
/**ru 3093394368
**Нет шума в оценке для линейных методов.** (1) — утверждение о шуме: без него
тяжёлый шарик опускается ниже любого кратного $1/k$.
*/
static double unit_noise(const struct constants *c, size_t k) {
    struct constants pretended = *c;
    pretended.noise = 1;
    return any_method(&pretended, k);
}

CLAIM(control_no_noise, CONTROL,
      DROPS(noise_everywhere, MEAN(unit_noise, &plain[3], 1, .sign = AT_LEAST)),
      "Without noise (1) is beaten.", "Без шума (1) нарушается.");
/**
**Another coefficient of $x_0$.** The method that answers 0 whatever it is told
is a linear combination too, of $x_0$ with the coefficient 0. At a minimiser 0
its gap is 0, and (1) is beaten; so "any linear combination" is too large a
class, though 0 stays at $x^*=0$ when it starts there.
*/
/**ru 166439142
**Другой коэффициент при $x_0$.** Метод, который отвечает 0, что бы ему ни
говорили, тоже есть линейная комбинация — с коэффициентом 0 при $x_0$. Если
минимум в 0, его зазор равен 0, и (1) нарушается; так что «любая линейная
комбинация» — слишком широкий класс, хотя 0 и остаётся в $x^*=0$, если там
начинает.
*/
static void answer_0(const struct settings *s, size_t k, size_t dim, real x[],
                     const real g[], real state[]) {
    (void)s, (void)k, (void)g, (void)state;
    for (size_t j = 0; j < dim; j++) x[j] = real_all(0);
}
static const struct method method_zero = {.id = "zero",
                                          .title = {"Zero", "Ноль"},
                                          .rule = "x_{k+1}=0",
                                          .step = answer_0};
CLAIM(control_forgets_x_0, CONTROL,
      DROPS(starts_from_x_0, MEAN(any_method, .sign = AT_LEAST,
                                  AT(shifted_signs, &method_zero, {.alpha = 1},
                                     1, .steps = 100))),
      "The method that answers 0 beats (1).",
      "Метод, который отвечает 0, нарушает (1).");
/**
**Coefficients that follow the gradients.** Gradients of two signs show
$x_t-g_t/\mu=x^*\mp s/\mu$. The midrange of what has been shown is $x^*$ itself
as soon as both signs have come, which they have not with probability $2^{1-k}$.
So its gap is $\frac{s^2}{2\mu}2^{1-k}$, and from $k=4$ on (1) is beaten on the
shifted signs. Where the noise has another law the midrange is worth little.
*/
/**ru 3816178757
**Коэффициенты, зависящие от градиентов.** Градиенты двух знаков показывают
$x_t-g_t/\mu=x^*\mp s/\mu$. Полусумма крайних из показанных значений равна
самому $x^*$, как только встретились оба знака, а с вероятностью $2^{1-k}$ они
ещё не встретились. Поэтому зазор равен $\frac{s^2}{2\mu}2^{1-k}$, и начиная с
$k=4$ оценка (1) на двух знаках издалека нарушается. Если закон шума другой,
полусумма крайних мало чего стоит.
*/
static void midrange(const struct settings *s, size_t k, size_t dim, real x[],
                     const real g[], real state[]) {
    for (size_t j = 0; j < dim; j++) {
        real shown = x[j] - g[j] / s->mu, *low = &state[j],
             *high = &state[dim + j];
        if (k == 0) *low = *high = shown;
        *low = real_where(real_less(shown, *low), shown, *low);
        *high = real_where(real_less(*high, shown), shown, *high);
        x[j] = (*low + *high) / 2;
    }
}
static const struct method method_midrange = {
    .id = "midrange",
    .title = {"midrange", "полусумма крайних"},
    .rule = "x_{k+1}=\\frac12(\\min_t+\\max_t)(x_t-g_t/\\mu)",
    .vectors = 2,
    .step = midrange,
};
static double both_signs(const struct constants *c, size_t k) {
    return c->noise * c->noise / (2 * c->mu) * ldexp(1, 1 - (int)k);
}
CLAIM(midrange_closed_form, IDENTITY,
      BEYOND(MEAN(both_signs, .sign = EQUAL,
                  EACH({shifted_signs,
                        &method_midrange,
                        {.alpha = 1},
                        1,
                        12,
                        .by = &all_paths},
                       {uneven_signs,
                        &method_midrange,
                        {.alpha = 1},
                        1,
                        12,
                        .by = &all_paths}))),
      "The midrange has the gap $\\frac{s^2}{2\\mu}2^{1-k}$ on two signs.",
      "На двух знаках зазор полусуммы крайних равен "
      "$\\frac{s^2}{2\\mu}2^{1-k}$.");
CLAIM(control_coefficients_follow_gradients, CONTROL,
      DROPS(fixed_coefficients,
            MEAN(any_method, .sign = AT_LEAST,
                 AT(shifted_signs, &method_midrange, {.alpha = 1}, 1, 12,
                    .by = &all_paths))),
      "The midrange beats (1).", "Полусумма крайних нарушает (1).");
/**
**Not a quadratic.** The curvature of $\log\cosh x$ lies between 0 and 1, and of
these two (2) and (5) make a bound that has forgotten the start after a few
steps. But its slope is never more than 1, and from $x_0=100$ the heavy ball is
still on its way.
*/
/**ru 1405918032
**Не квадратичная функция.** Кривизна $\log\cosh x$ лежит между 0 и 1, и из этих
двух чисел (2) и (5) составляют оценку, которая через несколько шагов забывает
начало. Но наклон никогда не больше 1, и из $x_0=100$ тяжёлый шарик всё ещё в
пути.
*/
static void tanh_and_noise(const struct problem *p, const real x[], whole i,
                           real g[]) {
    (void)p;
    g[0] =
        real_tanh(x[0]) + real_where(whole_is(i, 0), real_all(1), real_all(-1));
}
static struct problem *log_cosh_with_noise(void) {
    struct problem *p = log_cosh();
    p->id = "log_cosh_with_noise";
    p->components = 2;
    p->noise = 1;
    p->fading = never_fades;
    p->component = tanh_and_noise;
    return p;
}
static double shorter_memory(const struct constants *c, size_t k) {
    return bound(BALL, 0.2, c, k);
}
CLAIM(control_not_quadratic, CONTROL,
      DROPS(quadratic_function,
            MEAN(shorter_memory, AT(log_cosh_with_noise, &method_heavy_ball,
                                    {0.5, .momentum = 0.2}, 1, .steps = 12))),
      "On $\\log\\cosh$ with noise the heavy ball's bound is beaten.",
      "На $\\log\\cosh$ с шумом оценка для тяжёлого шарика нарушается.");
/**
@figure ratio Expectation over bound on all problems: 1 means attained
*/
/**ru 206609353
@figure ratio Отношение математического ожидания к границе на всех задачах: 1
    означает, что она достигается
*/

static const struct claim *const claims[] = {
    methods_follow_their_formulas, lines_3_to_6_at_rest, bound_heavy_ball,
    bound_nesterov, floor_heavy_ball_closed_form, floor_nesterov_closed_form,
    sharp_heavy_ball_fails_at_0_95, sharp_nesterov_fails_at_0_95,
    ratio_of_floors, ratio_of_floors_tends_to_1_on_ridge,
    /* decreasing steps, and no noise */
    lines_8_to_10_weights, bound_any_method, bound_any_method_uneven,
    best_weights, best_weights_fail_at_1_05, bound_any_method_in_two_directions,
    newton_closed_form, newton_best_weights, slope, ratio_to_sgd_tends_to_1,
    bound_of_any_method_pl, bound_of_any_method_convex, sgd_behind_both_coins,
    plain_descent, plain_heavy_ball, plain_nesterov,
    plain_momentum_needs_a_quarter_of_the_steps,
    floor_of_accelerated_heavy_ball, floor_of_accelerated_nesterov,
    control_fast_ball, control_fast_nesterov, control_exponents,
    control_equal_alpha, control_no_noise, control_forgets_x_0,
    midrange_closed_form, control_coefficients_follow_gradients,
    control_not_quadratic};

static const struct drawing drawings[] = {
    {.name = "with_and_without_noise",
     .title =
         {"Momentum is far ahead without noise, and rests on a floor with it",
          "Без шума момент далеко впереди, с шумом стоит на пороге"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"},
     .panels = 2,
     .panel = {{"without noise", "без шума"}, {"with noise", "с шумом"}},
     .panel_of = {0, 0, 0, 1, 1},
     .curves = {{"plain_descent", 0, {"gradient descent", "спуск"}},
                {"plain_heavy_ball", 0, {"heavy ball", "шарик"}},
                {"plain_nesterov", 0, {"Nesterov", "Нестеров"}},
                {"control_fast_ball", 0, {"heavy ball", "шарик"}},
                {"control_fast_nesterov", 0, {"Nesterov", "Нестеров"}}}},
    {.name = "floors",
     .title = {"Momentum's floor tends to SGD's as effective steps shorten",
               "Порог момента стремится к порогу SGD с укорочением шага"},
     .x = {"1 / (effective step · μ)", "1 / (эффективный шаг · μ)"},
     .y = {"ratio", "отношение"},
     .linear_y = true,
     .bounds = true,
     .curves =
         {{"ratio_of_floors", 0, {"heavy ball, β = 0.5", "шарик, β = 0.5"}},
          {"ratio_of_floors", 1, {"heavy ball, β = 0.9", "шарик, β = 0.9"}},
          {"ratio_of_floors", 2, {"Nesterov, β = 0.5", "Нестеров, β = 0.5"}},
          {"ratio_of_floors", 3, {"Nesterov, β = 0.9", "Нестеров, β = 0.9"}}}},
    {.name = "decreasing",
     .title = {"Decreasing steps: no linear method goes below the bound",
               "Убывающий шаг: ни один линейный метод не ниже границы"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]",
           "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"},
     .curves =
         {{"bound_any_method", 0, {"heavy ball, β = 0.9", "шарик, β = 0.9"}},
          {"bound_any_method", 1, {"Nesterov, β = 0.9", "Нестеров, β = 0.9"}},
          {"bound_any_method", 2, {"SGD", "SGD"}},
          {"best_weights",
           0,
           {"best weights = the bound", "лучшие веса = граница"}}}},
};

const struct theorem theorem_momentum_does_not_help = {
    .id = "momentum_does_not_help",
    .title = {"Momentum does not help against noise",
              "Момент не помогает против шума"},
    .source = "Summary",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise floor_heavy_ball_closed_form Predict from (5) on which floor the heavy ball with
    $\alpha=0.05$, $\beta=0.9$ rests on two signs, where $\lambda=s=1$, and check with
    `descent run two_signs heavy_ball --alpha 0.05 --momentum 0.9`. With which constant step
    does SGD have the same floor, and which of the two forgets its start faster? :: Formula (5)
    gives $\frac12V=\frac{0.05\cdot1.9}{2\cdot0.1\cdot3.75}$, about 0.127. SGD's floor
    $\frac\alpha{2(2-\alpha)}$ is as high for $\alpha$ about 0.404, a fifth less than the
    effective step 0.5. With it SGD multiplies the noise-free gap by $(1-\alpha)^2$, about 0.36,
    in each step; the roots of the heavy ball are complex with the absolute value $\sqrt\beta$,
    so that its gap shrinks by about 0.9. On this problem a somewhat shorter step does all that
    momentum does, and faster.
@exercise best_weights With $\alpha_k=\frac1{\mu(k+1)}$ SGD takes the plain average of what the
    oracle has shown. Put its $b$ and $w_t$ into (9): by which factor does it miss (1)? What
    does the $\rho$ in the best step $\frac1{\mu(k+1+\rho)}$ do about it?
    The program's answer:
    `descent verify momentum_does_not_help/best_weights`. :: The first step
    leads to $x_0-g_0/\mu$, in which nothing is left of $x_0$: $b=0$, $w_t=\frac1k$, and (9) is
    $\frac{s^2}{2\mu k}$, which is $1+\frac\rho k$ times (1) with $\rho=\frac{s^2}{\mu^2R^2}$.
    The best step has $b=\frac\rho{k+\rho}$ and $w_t=\frac1{k+\rho}$: it counts $x_0$ as if it
    were the mean of $\rho$ answers that came before, which is what a guess with the error $R$
    is worth, and has the gap $\frac{s^2}{2\mu(k+\rho)}$, which is (1). The gain is a constant
    factor that tends to 1.
@exercise floor_of_accelerated_heavy_ball The heavy ball's best parameters without noise,
    $\alpha=\frac4{121}$ and $\beta=\frac{81}{121}$ for $\mu=1$, $L=100$, are kept although
    there is noise, $s=1$. Predict from (5) where it rests, which of the two directions is to
    blame, and how SGD fares with its own best step without noise, $\frac2{101}$. One command
    shows the first:
    `descent run ill_conditioned heavy_ball --alpha 0.03305785 --momentum 0.66942149`. :: It
    rests at about 2.55, and 2.525 of that are in the steep direction: in (5) the factor
    $2(1+\beta)-\alpha L$ is only 0.033 there, since these parameters put the steep end next to
    the border of stability. In the flat direction the same factor is 3.3, and the floor 0.025.
    SGD with $\frac2{101}$ rests at about 0.505 by (5) with $\beta=0$. What makes the heavy ball
    fast without noise makes its floor five times that of SGD.
*/
/**ru 3517963716
## Упражнения

@exercise floor_heavy_ball_closed_form Предскажите по (5), на каком шумовом пороге остановится
    тяжёлый шарик с $\alpha=0.05$, $\beta=0.9$ на двух знаках, где $\lambda=s=1$, и проверьте:
    `descent run two_signs heavy_ball --alpha 0.05 --momentum 0.9`. При каком постоянном шаге у
    SGD тот же порог и который из двух методов быстрее забывает начало? :: Формула (5) даёт
    $\frac12V=\frac{0.05\cdot1.9}{2\cdot0.1\cdot3.75}$, около 0,127. Порог SGD
    $\frac\alpha{2(2-\alpha)}$ таков же при $\alpha$ около 0,404, на пятую часть меньше
    эффективного шага 0,5. С этим шагом SGD за каждый шаг умножает зазор без шума на
    $(1-\alpha)^2$, около 0,36; у тяжёлого шарика корни комплексные, с модулем $\sqrt\beta$, и
    его зазор умножается примерно на 0,9. На этой задаче чуть более короткий шаг даёт всё, что
    даёт момент, и притом быстрее.
@exercise best_weights С $\alpha_k=\frac1{\mu(k+1)}$ SGD берёт простое среднее того, что показал
    оракул. Подставьте его $b$ и $w_t$ в (9): во сколько раз он хуже (1)? Что с этим делает
    $\rho$ в наилучшем шаге $\frac1{\mu(k+1+\rho)}$? Ответ программы:
    `descent verify momentum_does_not_help/best_weights`. :: Первый шаг приводит в $x_0-g_0/\mu$, где
    от $x_0$ ничего не остаётся: $b=0$, $w_t=\frac1k$, и (9) равно $\frac{s^2}{2\mu k}$, что
    больше (1) в $1+\frac\rho k$ раз, где $\rho=\frac{s^2}{\mu^2R^2}$. У наилучшего шага
    $b=\frac\rho{k+\rho}$ и $w_t=\frac1{k+\rho}$: он считает $x_0$ средним $\rho$ ответов,
    полученных ранее, — столько и стоит догадка с ошибкой $R$, — и его зазор равен
    $\frac{s^2}{2\mu(k+\rho)}$, то есть (1). Выигрыш — постоянный множитель, стремящийся к 1.
@exercise floor_of_accelerated_heavy_ball Наилучшие без шума параметры тяжёлого шарика,
    $\alpha=\frac4{121}$ и $\beta=\frac{81}{121}$ при $\mu=1$, $L=100$, сохранены, хотя шум
    есть, $s=1$. Предскажите по (5), где шарик остановится, какое из двух направлений в этом
    виновато и каков порог SGD с его собственным наилучшим без шума шагом $\frac2{101}$. Первое
    показывает одна команда:
    `descent run ill_conditioned heavy_ball --alpha 0.03305785 --momentum 0.66942149`. :: Он
    останавливается на уровне около 2,55, и 2,525 из них приходятся на крутое направление: там
    множитель $2(1+\beta)-\alpha L$ в (5) равен лишь 0,033, потому что эти параметры ставят
    крутой конец спектра у самой границы устойчивости. В пологом направлении тот же множитель
    равен 3,3, а порог — 0,025. SGD с шагом $\frac2{101}$ останавливается примерно на 0,505,
    согласно (5) с $\beta=0$. То, что делает тяжёлый шарик быстрым без шума, делает его порог
    впятеро выше порога SGD.
*/

/**
## References

- B. Polyak, *Some methods of speeding up the convergence of iteration methods*,
  USSR Computational Mathematics and Mathematical Physics 4 (1964): the heavy
  ball.
- Yu. Nesterov, *A method of solving a convex programming problem with
  convergence rate $O(1/k^2)$*, Soviet Mathematics Doklady 27 (1983).
- G. Lan, *An optimal method for stochastic composite optimization*, Mathematical
  Programming 133 (2012): acceleration on the convex row, with noise.
- Y. Arjevani, Y. Carmon, J. Duchi, D. Foster, N. Srebro, B. Woodworth, *Lower
  bounds for non-convex stochastic optimization*, Mathematical Programming 199
  (2023): the third row, with either oracle.
- A. Cutkosky, F. Orabona, *Momentum-based variance reduction in non-convex SGD*,
  NeurIPS 2019: a momentum that asks twice with the same $i$.
- A. Agarwal, P. Bartlett, P. Ravikumar, M. Wainwright, *Information-theoretic
  lower bounds on the oracle complexity of stochastic convex optimization*, IEEE
  Transactions on Information Theory 58 (2012): (1) for every method, up to a
  constant.
- K. Yuan, B. Ying, A. Sayed, *On the influence of momentum acceleration on
  online learning*, Journal of Machine Learning Research 17 (2016): momentum at
  a constant step amounts to SGD at the effective step.
*/
/**ru 2414591671
## Литература

- B. Polyak, *Some methods of speeding up the convergence of iteration methods*,
  USSR Computational Mathematics and Mathematical Physics 4 (1964): тяжёлый
  шарик.
- Yu. Nesterov, *A method of solving a convex programming problem with
  convergence rate $O(1/k^2)$*, Soviet Mathematics Doklady 27 (1983).
- G. Lan, *An optimal method for stochastic composite optimization*,
  Mathematical Programming 133 (2012): ускорение в строке выпуклых функций, с
  шумом.
- Y. Arjevani, Y. Carmon, J. Duchi, D. Foster, N. Srebro, B. Woodworth, *Lower
  bounds for non-convex stochastic optimization*, Mathematical Programming 199
  (2023): третья строка, с обоими оракулами.
- A. Cutkosky, F. Orabona, *Momentum-based variance reduction in non-convex
  SGD*, NeurIPS 2019: момент, который дважды спрашивает с одним и тем же $i$.
- A. Agarwal, P. Bartlett, P. Ravikumar, M. Wainwright, *Information-theoretic
  lower bounds on the oracle complexity of stochastic convex optimization*, IEEE
  Transactions on Information Theory 58 (2012): (1) для любого метода, с
  точностью до постоянной.
- K. Yuan, B. Ying, A. Sayed, *On the influence of momentum acceleration on
  online learning*, Journal of Machine Learning Research 17 (2016): момент при
  постоянном шаге равносилен SGD с эффективным шагом.
*/
