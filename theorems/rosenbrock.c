/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Many methods on Rosenbrock's function

The lecture's slide «Много методов» is a picture and three lines:

> Rosenbrock Function. Adaptive stochastic gradient algorithms. Learning
> rate 0.003

Rosenbrock's function (1960)
$$f(x,y)=(1-x)^2+100\,(y-x^2)^2$$
is a valley along the parabola $y=x^2$ with its minimum $0$ at $(1,1)$, where it
is curved 2500 times as much across as along. Here is that picture with the
methods of this book: 2000 steps from $(0.1,\,3)$, where $f=894.82$. The
gradients are **exact**: nothing in this picture is random.

@figure nag_gs Paths of 2000 steps at the learning rate 0.003; the heavy ball
    and Nesterov, which it makes diverge, at 0.0005. The dashed paths of Adam
    with $L_2$ and of AMSGrad nearly cover those of Adam with and without bias
    correction.

What can be said about it for certain is less, and of another kind, than "this
method won":

1. An adaptive method's step has a length of its own, at most $c\,\alpha$
   whatever the gradient is, with a constant $c$ for each method (1). So the
   early part of the picture is decided by $\alpha$ and $c$, and not by $f$;
   AdaGrad, whose steps shrink as $1/\sqrt k$, cannot arrive.
2. Gradient descent's step is as long as the gradient says. At
   $\alpha=0.003>2/\lambda_{\max}$ the minimum **repels** it (3); it does not
   diverge either, but ends by hopping between the valley's two sides, where the
   curvature averaged over a hop is exactly $2/\alpha$ (4). The heavy ball and
   Nesterov with $\beta=0.9$ do diverge, within ten steps.
3. One learning rate for all compares learning rates. Gradient descent at
   $0.0019$ comes nearer than any method here at $0.003$; so does the heavy ball
   at $0.0005$, and so does Adam at $0.3$.

@figure loss The value along the same paths, and along gradient descent's
    at 0.0019

Every run below is made by the program's own methods, with their usual
parameters ($\beta_1=0.9$, $\beta_2=0.999$ for Adam and its kin, $\gamma=0.9$
for RMSProp, $\beta=0.9$ for momentum and for Shampoo's averages). Shampoo and
Muon take $(x,y)^\top$ for a matrix of two rows and one column. A matrix of one
column is $\|M\|$ times a unit vector, so **Muon is here the normalized
gradient**, $-\alpha\nabla f/\|\nabla f\|$. The lecture's own methods in this
picture, Fromage, AdamW, NAG-GS and Lion, are among them; [what the three new ones
are](#three-more-rules).

## The runs and the function

Where a method hops across the valley a rounding error grows. So each run is
made sixteen times, from the start itself and from fifteen points on a circle of
radius $10^{-9}$ around it, about a million times what a rounding moves. Which
value is the smaller in the end is said only where **all sixteen** agree.
*/
/**ru 911830051
# Много методов на функции Розенброка

Слайд лекции «Много методов» — это картинка и три строки:

> Rosenbrock Function. Adaptive stochastic gradient algorithms. Learning rate
> 0.003

Функция Розенброка (1960)
$$f(x,y)=(1-x)^2+100\,(y-x^2)^2$$
имеет вид долины вдоль параболы $y=x^2$ с минимумом $0$ в точке $(1,1)$, где
кривизна поперёк долины в 2500 раз больше, чем вдоль. Здесь та же картинка
нарисована методами этой книги: 2000 шагов из точки $(0.1,\,3)$, где
$f=894.82$. Градиенты **точные**: ничего случайного в этой картинке нет.

@figure nag_gs Траектории за 2000 итераций при шаге обучения 0,003; тяжёлый
    шарик и метод Нестерова, которые при нём расходятся, — при 0,0005.
    Штриховые траектории Adam с $L_2$ и AMSGrad почти закрывают траектории
    Adam с коррекцией смещения и без неё.

Наверняка об этой картинке можно сказать меньше, чем «победил такой-то метод»,
и нечто другого рода:

1. Шаг адаптивного метода имеет собственную длину: при любом градиенте она не
   больше $c\,\alpha$, где постоянная $c$ у каждого метода своя (1). Поэтому
   начало картинки определяют $\alpha$ и $c$, а не $f$; AdaGrad, чьи шаги
   убывают как $1/\sqrt k$, дойти не может.
2. Длину шага градиентного спуска задаёт градиент. При
   $\alpha=0.003>2/\lambda_{\max}$ минимум **отталкивает** его (3); но он и не
   расходится, а в конце концов скачет между двумя склонами долины, где
   кривизна, усреднённая вдоль скачка, равна в точности $2/\alpha$ (4).
   Тяжёлый шарик и метод Нестерова с $\beta=0.9$ действительно расходятся, и
   не позже чем за десять шагов.
3. Один шаг обучения на всех — это сравнение шагов обучения. Градиентный спуск
   при $0.0019$ подходит ближе, чем любой из методов здесь при $0.003$;
   тяжёлый шарик при $0.0005$ — тоже, и Adam при $0.3$ — тоже.

@figure loss Значение функции вдоль тех же траекторий и вдоль траектории
    градиентного спуска при 0,0019

Все запуски ниже делают методы самой программы с обычными параметрами
($\beta_1=0.9$, $\beta_2=0.999$ у Adam и его родни, $\gamma=0.9$ у RMSProp,
$\beta=0.9$ для момента и для средних в Shampoo). Shampoo и Muon считают
$(x,y)^\top$ матрицей из двух строк и одного столбца. Матрица из одного
столбца — это $\|M\|$, умноженное на единичный вектор, поэтому **Muon здесь —
нормированный градиент**, $-\alpha\nabla f/\|\nabla f\|$. Методы самой лекции
с этой картинки, Fromage, AdamW, NAG-GS и Lion, тоже здесь; [что представляют
собой три новых](#three-more-rules).

## Запуски и функция

Там, где метод скачет поперёк долины, ошибка округления растёт. Поэтому каждый
запуск делается шестнадцать раз: из самой начальной точки и из пятнадцати
точек на окружности радиуса $10^{-9}$ вокруг неё, что примерно в миллион раз
больше сдвига от одного округления. Какое значение в конце меньше, говорится
только там, где согласны **все шестнадцать**.
*/
#include "../verify/runs/bundle.h"
#include "theorem.h"

HYPOTHESIS(in_the_strip, "$|x|\\le X$", "$|x|\\le X$", NULL);
HYPOTHESIS(short_steps, "$\\alpha<2/\\lambda_{\\max}$",
           "$\\alpha<2/\\lambda_{\\max}$", NULL);
static const struct hypothesis *const hypotheses[] = {in_the_strip,
                                                      short_steps};

enum { STEPS = 2000 };
static const double rate = 0.003;

static struct bundle begin(const struct method *method, double alpha) {
    return bundle_begin(rosenbrock(), method, alpha, 1e-9);
}

/* A number that has to do with x_k of a bundle's method. */
static void found(struct inquiry *q, const struct bundle *b, double estimate,
                  double error, enum sign sign, double bound) {
    inquiry_exact(q, "rosenbrock", b->method->id, b->k, estimate, error, sign,
                  bound);
}

/* f and if wanted its gradient at a point, as the problem has it. */
static double value_at(const struct problem *p, double x, double y, real *g) {
    real at[2] = {real_all(x), real_all(y)};
    return p->value(p, at, g)[0];
}

static void start(struct inquiry *q) {
    struct bundle b = begin(&method_sgd, rate);
    inquiry_exact(q, "rosenbrock", "", 0, b.value[0], 16 * DBL_EPSILON * 894.82,
                  EQUAL, 894.82);
    bundle_end(&b);
}

/* The gradient against differences of f.  f is a polynomial of degree 4 in x
 * and 2 in y, so central differences are exact once their cubic term,
 * 400 x h^2, is taken off. */
static void differences(struct inquiry *q) {
    static const double h = 0.25;
    static const char *const along[2] = {"d/dx", "d/dy"};
    struct problem *p = rosenbrock();
    /* r = y - x^2 may cancel: 100 r^2 is right to a few roundings of
     * 100 (|y| + x^2)^2 <= 100 * 11^2. */
    double error = 16 * DBL_EPSILON * 100 * 11 * 11 / h;
    for (size_t n = 0; n < 2 * 25; n++) {
        size_t axis = n / 25, i = n % 25;
        double x = -2.5 + 1.25 * (double)(i % 5), dx = axis == 0 ? h : 0;
        double y = -2.5 + 1.25 * (double)(i / 5), dy = h - dx;
        real g[2];
        value_at(p, x, y, g);
        double up = value_at(p, x + dx, y + dy, NULL),
               down = value_at(p, x - dx, y - dy, NULL);
        double slope = (up - down) / (2 * h) - 400 * x * h * dx;
        inquiry_exact(q, "rosenbrock", along[axis], i + 1, slope, error, EQUAL,
                      g[axis][0]);
    }
    problem_free(p);
}
CLAIM(value_at_the_start, IDENTITY, COMPUTE(start),
      "$f(0.1,\\,3)=0.9^2+100\\cdot2.99^2=894.82$.",
      "$f(0.1,\\,3)=0.9^2+100\\cdot2.99^2=894.82$.");
CLAIM(gradient_by_exact_differences, IDENTITY, COMPUTE(differences),
      "The gradient is that of $f$: central differences agree.",
      "Вычисляемый градиент — это градиент $f$: центральные разности с ним "
      "совпадают.");
/**
With $v=(1-x,\ 10(y-x^2))$ it is $f=\|v\|^2$, and
$$\nabla f=-\begin{pmatrix}2&40x\\0&-20\end{pmatrix}v,\qquad\text{so}\qquad\|\nabla f\|^2\ge2\mu(X)\,f\quad\text{where }|x|\le X,$$
with the square $2\mu(X)=\frac12\bigl(S-\sqrt{S^2-6400}\bigr)$, $S=404+1600X^2$,
of the matrix's least singular value. So $f$ is not convex, but PL on every
strip $|x|\le X$, and the book's bounds for PL functions speak of paths that
keep within one, with a constant of about $2/(1+4X^2)$: small, and $0$ on the
whole plane. The bound is attained at a point of each strip's edge.
*/
/**ru 115400981
Если $v=(1-x,\ 10(y-x^2))$, то $f=\|v\|^2$ и
$$\nabla f=-\begin{pmatrix}2&40x\\0&-20\end{pmatrix}v,\qquad\text{так что}\qquad\|\nabla f\|^2\ge2\mu(X)\,f\quad\text{при }|x|\le X,$$
где $2\mu(X)=\frac12\bigl(S-\sqrt{S^2-6400}\bigr)$, $S=404+1600X^2$, — квадрат
наименьшего сингулярного числа этой матрицы. Итак, $f$ не выпукла, но на
каждой полосе $|x|\le X$ удовлетворяет условию PL, и оценки этой книги для
PL-функций относятся к траекториям, которые не выходят из одной полосы, с
константой около $2/(1+4X^2)$: малой, а на всей плоскости равной $0$. Оценка
достигается в точке на краю каждой полосы.
*/
/* mu(X), without cancellation. */
static double pl_constant(double x) {
    double s = 404 + 1600 * x * x;
    return 1600 / (s + sqrt(s * s - 6400));
}

/* ||grad f||^2 / (2 f). */
static double pl_ratio(const struct problem *p, double x, double y) {
    real g[2];
    double f = value_at(p, x, y, g);
    return real_dot(2, g, g)[0] / (2 * f);
}

/* The least ratio on a grid of the strip |x| <= X, and at the point of its edge
 * where v is the least singular vector (a, b): with a = 1 - X, and
 * (4 - 2 mu) a + 80 X b = 0.  Against mu(X), or that of another strip. */
static void pl_on_strips(struct inquiry *q) {
    static const double edges[] = {2, 3, 5, 10};
    const double *other = q->with;
    struct problem *p = rosenbrock();
    for (size_t i = 0; i < COUNT(edges); i++) {
        double edge = edges[i], square = edge * edge;
        double b = -(4 - 2 * pl_constant(edge)) * (1 - edge) / (80 * edge);
        double least = pl_ratio(p, edge, square + b / 10);
        for (int c = -40; c <= 40; c++)
            for (int r = -40; r <= 40; r++)
                least =
                    smaller(least, pl_ratio(p, edge * c / 40, square * r / 39));
        /* At the worst point y - x^2 = b/10 has the roundings of X^2, and
         * ||grad f||^2 is nearly 400 b^2. */
        double error = least * 16 * DBL_EPSILON * square / (b / 10);
        inquiry_exact(q, "rosenbrock", "", (size_t)edge, least, error, AT_LEAST,
                      pl_constant(other ? *other : edge));
    }
    problem_free(p);
}

/* f between two points of the plane against the mean of its ends. */
static void midpoint(struct inquiry *q) {
    struct problem *p = rosenbrock();
    double mean = (value_at(p, -0.5, 3, NULL) + value_at(p, 0.5, 3, NULL)) / 2;
    inquiry_exact(q, "rosenbrock", "", 0, value_at(p, 0, 3, NULL),
                  16 * DBL_EPSILON * mean, AT_MOST, mean);
    problem_free(p);
}
CLAIM(line_pl_on_strips, PROOF_LINE, COMPUTE(pl_on_strips),
      "For $|x|\\le X$ it is $\\|\\nabla f\\|^2\\ge2\\mu(X)f$, with equality "
      "at a point; $k$ is $X$.",
      "При $|x|\\le X$ верно $\\|\\nabla f\\|^2\\ge2\\mu(X)f$, с равенством "
      "в некоторой точке; $k$ — это $X$.");
CLAIM(control_pl_constant_of_a_narrower_strip, CONTROL,
      DROPS(in_the_strip, COMPUTE(pl_on_strips, &(const double){1.9})),
      "The constant of $|x|\\le1.9$ on wider strips.",
      "Константа полосы $|x|\\le1.9$ на более широких полосах.");
CLAIM(control_convex, CONTROL, COMPUTE(midpoint),
      "$f(0,3)$ is at most the mean of $f(\\pm\\frac12,3)$.",
      "$f(0,3)$ не больше среднего значений $f(\\pm\\frac12,3)$.");
/**
## How far a step can go

Adam without bias correction moves a coordinate by $\alpha\,|m_k|/\sqrt{v_k}$
with $m_k=(1-\beta_1)\sum_i\beta_1^{k-i}g_i$,
$v_k=(1-\beta_2)\sum_i\beta_2^{k-i}g_i^2$ after $k$ gradients. Write
$\beta_1^{k-i}g_i=(\beta_1/\sqrt{\beta_2})^{k-i}\cdot\beta_2^{(k-i)/2}g_i$ and
use Cauchy and Schwarz:
$$\frac{|m_k|}{\sqrt{v_k}}\le c_k=\frac{1-\beta_1}{\sqrt{1-\beta_2}}\sqrt{\frac{1-\rho^k}{1-\rho}},\qquad\rho=\frac{\beta_1^2}{\beta_2}<1. \tag{1}$$
Bias correction multiplies $c_k$ by $\sqrt{1-\beta_2^k}/(1-\beta_1^k)$, which
makes it 1 at $k=1$; AMSGrad divides by no less than $\sqrt{v_k}$; AdamW first
takes its decay $\alpha\lambda x$ off. The others are simpler. AdaGrad's and
RMSProp's denominators contain $g_k^2$ with weight 1 and $1-\gamma$, so $c=1$
and $c=1/\sqrt{1-\gamma}$ for each coordinate. Muon's step has length $\alpha$,
and Lion's is $\pm\alpha$ in each coordinate.
For Shampoo $R\ge(1-\beta)\|g\|^2$, and $L\succeq(1-\beta)gg^\top$ has
$L^{1/2}\succeq\sqrt{1-\beta}\,gg^\top/\|g\|$ since the root is monotone, so
$g^\top L^{-1/2}g\le\|g\|/\sqrt{1-\beta}$ and
$\|L^{-1/4}gR^{-1/4}\|\le(1-\beta)^{-1/2}$. (None of this has an $\epsilon$,
which only makes steps shorter.)

Equality in (1) wants $g_i\propto(\beta_2/\beta_1)^i$, gradients that grow, and
one such sequence is worst for every $k$ at once. With the usual parameters
$c_k$ tends to 7.27. Kingma and Ba (2014, section 2.1) give
$(1-\beta_1)/\sqrt{1-\beta_2}\approx3.16$ as an upper bound on Adam's effective
step where $1-\beta_1>\sqrt{1-\beta_2}$, which is $c_1$ without bias correction,
and $\alpha$ for the whole step elsewhere. The growing sequence exceeds both:
with $\beta_1=0.9$, $\beta_2=0.95$, where the second is meant, it makes steps of
$1.165\,\alpha$.
*/
/**ru 8093875
## Как далеко может увести один шаг

Adam без коррекции смещения сдвигает координату на $\alpha\,|m_k|/\sqrt{v_k}$,
где $m_k=(1-\beta_1)\sum_i\beta_1^{k-i}g_i$,
$v_k=(1-\beta_2)\sum_i\beta_2^{k-i}g_i^2$ после $k$ градиентов. Запишем
$\beta_1^{k-i}g_i=(\beta_1/\sqrt{\beta_2})^{k-i}\cdot\beta_2^{(k-i)/2}g_i$ и
применим неравенство Коши–Буняковского:
$$\frac{|m_k|}{\sqrt{v_k}}\le c_k=\frac{1-\beta_1}{\sqrt{1-\beta_2}}\sqrt{\frac{1-\rho^k}{1-\rho}},\qquad\rho=\frac{\beta_1^2}{\beta_2}<1. \tag{1}$$
Коррекция смещения умножает $c_k$ на $\sqrt{1-\beta_2^k}/(1-\beta_1^k)$, что
даёт единицу при $k=1$; AMSGrad делит не меньше чем на $\sqrt{v_k}$; AdamW
сначала вычитает своё затухание $\alpha\lambda x$. Остальные проще.
Знаменатели AdaGrad и RMSProp содержат $g_k^2$ с весом 1 и $1-\gamma$, поэтому
$c=1$ и $c=1/\sqrt{1-\gamma}$ для каждой координаты. Шаг Muon имеет длину
$\alpha$, а шаг Lion равен $\pm\alpha$ по каждой координате. Для Shampoo
$R\ge(1-\beta)\|g\|^2$, а $L\succeq(1-\beta)gg^\top$, откуда
$L^{1/2}\succeq\sqrt{1-\beta}\,gg^\top/\|g\|$ в силу монотонности корня, так
что $g^\top L^{-1/2}g\le\|g\|/\sqrt{1-\beta}$ и
$\|L^{-1/4}gR^{-1/4}\|\le(1-\beta)^{-1/2}$. (Нигде здесь нет $\epsilon$: оно
только укорачивает шаги.)

Равенство в (1) требует $g_i\propto(\beta_2/\beta_1)^i$, то есть растущих
градиентов, и одна такая последовательность — худшая сразу для всех $k$. При
обычных параметрах $c_k$ стремится к 7,27. Кингма и Ба (2014, раздел 2.1)
указывают как верхнюю границу эффективного шага Adam величину
$(1-\beta_1)/\sqrt{1-\beta_2}\approx3.16$ при $1-\beta_1>\sqrt{1-\beta_2}$, а
это $c_1$ без коррекции смещения, и $\alpha$ для всего шага в остальных
случаях. Растущая последовательность превосходит обе: при $\beta_1=0.9$,
$\beta_2=0.95$, где имеется в виду вторая, шаги имеют длину $1.165\,\alpha$.
*/
static const struct method *const scale_free[] = {
    &method_adagrad, &method_rmsprop, &method_adam,  &method_adam_uncorrected,
    &method_adam_l2, &method_amsgrad, &method_adamw, &method_shampoo,
    &method_muon,    &method_lion};

/* These take x for a matrix: c bounds the whole step, not each coordinate. */
static bool for_matrices(const struct method *m) {
    return m == &method_muon || m == &method_shampoo;
}

/* c_k; k counts from 1. */
static double longest_step(const struct method *m, const struct settings *s,
                           size_t k) {
    if (m == &method_adagrad || m == &method_muon || m == &method_lion)
        return 1;
    if (m == &method_rmsprop) return 1 / sqrt(1 - s->gamma);
    if (m == &method_shampoo) return 1 / sqrt(1 - s->beta2);
    double n = (double)k, rho = s->beta1 * s->beta1 / s->beta2;
    double c = (1 - s->beta1) / sqrt(1 - s->beta2) *
               sqrt((1 - pow(rho, n)) / (1 - rho));
    bool corrected = m != &method_adam_uncorrected && m != &method_amsgrad;
    return corrected ? c * sqrt(1 - pow(s->beta2, n)) / (1 - pow(s->beta1, n))
                     : c;
}

/* Each of k steps rounds the averages m and v four times, relative to sums of
 * absolute values, and the rest a few times; a step read off two iterates of
 * size 3 has their roundings too. */
static double step_error(double c, size_t k) {
    return DBL_EPSILON * (c * (8 + 4 * (double)k) + 4 * 3 / rate);
}

/* The length of the last step in units of alpha, decay taken off; per
 * coordinate the longer one. */
static real step_length(const struct bundle *b) {
    const struct settings *s = &b->settings;
    real step[2];
    for (int j = 0; j < 2; j++) {
        step[j] = b->x[j] - b->before[j];
        if (b->method == &method_adamw)
            step[j] += s->alpha * s->weight_decay * b->before[j];
    }
    real length = for_matrices(b->method)
                      ? real_sqrt(real_dot(2, step, step))
                      : real_max(real_abs(step[0]), real_abs(step[1]));
    return length / s->alpha;
}

/* At checkpoints: the longest step since the last one, against c_k. */
static void step_lengths(struct inquiry *q) {
    size_t at[CHECKPOINTS_MAX], count = checkpoints_between(1, STEPS, 4, at);
    for (size_t m = 0; m < COUNT(scale_free); m++) {
        struct bundle b = begin(scale_free[m], rate);
        for (size_t i = 0; i < count; i++) {
            double longest = 0, c = 0;
            while (b.k < at[i]) {
                bundle_step(&b);
                longest = larger(longest, most_of(step_length(&b)));
                c = larger(c, longest_step(b.method, &b.settings, b.k));
            }
            found(q, &b, longest, step_error(c, b.k), AT_MOST, c);
        }
        bundle_end(&b);
    }
}

/* Muon: of all steps the one whose length is farthest from alpha. */
static void muon_steps(struct inquiry *q) {
    struct bundle b = begin(&method_muon, rate);
    struct nearest farthest = {.sign = EQUAL};
    while (b.k < STEPS) {
        bundle_step(&b);
        real length = step_length(&b);
        for (int l = 0; l < LANES; l++)
            nearest_take(&farthest, STEPS, length[l], 1, step_error(1, 1));
    }
    inquiry_nearest(q, "rosenbrock", "muon", &farthest);
    bundle_end(&b);
}

/* Gradients that are worst for (1), fed to a method one coordinate long; where
 * there is no beta_1 a first one, which no later one can beat.  The lengths of
 * steps against c_k, or those of one method against Kingma and Ba's bound. */
static void worst_gradients(struct inquiry *q) {
    const double *beta2 = q->with; /* of Adam alone, against their bound */
    for (size_t i = 0; i < COUNT(scale_free); i++) {
        const struct method *m = scale_free[i];
        if (beta2 && m != &method_adam) continue;
        struct settings s = method_settings(m);
        if (beta2) s.beta2 = *beta2;
        double theirs = larger((1 - s.beta1) / sqrt(1 - s.beta2), 1);
        bool grow = s.beta1 > 0;
        s.alpha = 1;
        s.eps = s.weight_decay = 0;
        real *state = allocate(method_state(m, &s, 2), sizeof *state);
        for (size_t k = 1; k <= (grow ? STEPS : 1); k++) {
            double growing = pow(s.beta2 / s.beta1, (double)k);
            real g[2] = {real_all(grow ? growing : 3),
                         real_all(grow ? growing : 4)},
                 x[2] = {{0}};
            m->step(&s, k - 1, 2, x, g, state);
            if (k != 1 && k != 10 && k != 100 && k != 1000 && k != STEPS)
                continue;
            double length =
                for_matrices(m) ? hypot(x[0][0], x[1][0]) : fabs(x[0][0]);
            double c = longest_step(m, &s, k),
                   error = DBL_EPSILON * c * (16 + 4 * (double)k);
            inquiry_exact(q, grow ? "growing_gradients" : "one_gradient", m->id,
                          k, length, error, beta2 ? AT_MOST : EQUAL,
                          beta2 ? theirs : c);
        }
        free(state);
    }
}
CLAIM(line_1_no_step_is_longer, PROOF_LINE, COMPUTE(step_lengths),
      "Along every path the longest step since the last checkpoint is at most "
      "$c_k\\alpha$.",
      "Вдоль каждой траектории самый длинный шаг после предыдущей "
      "контрольной итерации не больше $c_k\\alpha$.");
CLAIM(muon_is_the_normalized_gradient, IDENTITY, COMPUTE(muon_steps),
      "All 2000 steps of Muon have length $\\alpha$.",
      "Все 2000 шагов Muon имеют длину $\\alpha$.");
CLAIM(sharp_worst_gradients, SHARPNESS, COMPUTE(worst_gradients),
      "Gradients $(\\beta_2/\\beta_1)^i$ make steps of length $c_k\\alpha$ at "
      "every $k$; where there is no $\\beta_1$ any first gradient does.",
      "Градиенты $(\\beta_2/\\beta_1)^i$ дают шаги длины $c_k\\alpha$ при "
      "каждом $k$; где $\\beta_1$ нет, годится любой первый градиент.");
CLAIM(control_kingma_and_ba_bound, CONTROL,
      COMPUTE(worst_gradients, &(const double){0.999}),
      "Adam's steps are at most $\\alpha(1-\\beta_1)/\\sqrt{1-\\beta_2}$ on "
      "these gradients.",
      "На этих градиентах шаги Adam не больше "
      "$\\alpha(1-\\beta_1)/\\sqrt{1-\\beta_2}$.");
CLAIM(control_kingma_and_ba_second_bound, CONTROL,
      COMPUTE(worst_gradients, &(const double){0.95}),
      "With $\\beta_2=0.95$ Adam's steps are at most $\\alpha$ long.",
      "При $\\beta_2=0.95$ шаги Adam не длиннее $\\alpha$.");
/**
### What is within reach

By (1) the iterate $x_k$ lies within $r_k=\alpha\sum_{t\le k}c_t$ of the start:
in a square around it for the methods that work coordinate by coordinate, in a
disc for Muon and Shampoo (AdamW's square is centred at $(1-\alpha\lambda)^k$
times the start). So
$$f(x_k)\ge\min\{f(z):z\text{ within reach after }k\text{ steps}\}, \tag{2}$$
a bound that knows $\alpha$ and nothing of the path. It is nearly attained at
first, since the methods spend their first steps going about as far as they can:
the picture's beginning shows learning rates. At $\alpha=0.003$ Muon cannot come
to $(1,1)$, at the distance 2.19, before step 731.

@figure reach Values along the path, and dashed the least value within reach (2)
*/
/**ru 3783045307
### Что в пределах досягаемости

Согласно (1) точка $x_k$ лежит не дальше чем в $r_k=\alpha\sum_{t\le k}c_t$ от
начальной: в квадрате вокруг неё для покоординатных методов, в круге для Muon
и Shampoo (центр квадрата AdamW — начальная точка, умноженная на
$(1-\alpha\lambda)^k$). Поэтому
$$f(x_k)\ge\min\{f(z):z\text{ досягаема за }k\text{ шагов}\}, \tag{2}$$
и эта оценка знает $\alpha$, но ничего не знает о траектории. Вначале она
почти достигается, потому что первые шаги методы тратят на то, чтобы уйти
примерно так далеко, как только могут: начало картинки показывает шаги
обучения. При $\alpha=0.003$ метод Muon не может прийти в $(1,1)$, до которой
2,19, раньше шага 731.

@figure reach Значения вдоль траектории и, штрихом, наименьшее досягаемое
    значение (2)
*/
static double height(double x, double y) {
    return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
}

/* The points within reach: a square or a disc. */
struct area {
    double centre[2], reach;
    bool disc;
};

/* The least f over y: at the y nearest to x^2. */
static double least_over_y(double x, const void *area) {
    const struct area *a = area;
    double away = x - a->centre[0], half = a->reach;
    if (a->disc) half = sqrt(larger(half * half - away * away, 0));
    return height(
        x, smaller(larger(x * x, a->centre[1] - half), a->centre[1] + half));
}

static double least_within(const struct area *a) {
    double x = fabs(1 - a->centre[0]), y = fabs(1 - a->centre[1]);
    if ((a->disc ? hypot(x, y) : larger(x, y)) <= a->reach) return 0;
    return least_around(a->centre[0], a->reach, 1000, least_over_y, a);
}

/* (2) until the minimum comes within reach, with the reach times a factor. */
static void within(struct inquiry *q, double factor) {
    size_t at[CHECKPOINTS_MAX], count = checkpoints_between(1, STEPS, 8, at);
    for (size_t m = 0; m < COUNT(scale_free); m++) {
        struct bundle b = begin(scale_free[m], rate);
        double reach = 0, slack = 0;
        for (size_t i = 0; i < count; i++) {
            while (b.k < at[i]) {
                bundle_step(&b);
                double c = longest_step(b.method, &b.settings, b.k);
                reach += factor * rate * c;
                slack += rate * step_error(c, b.k);
            }
            double decay =
                b.method == &method_adamw ? rate * b.settings.weight_decay : 0;
            double kept = pow(1 - decay, (double)b.k);
            const double *x_0 = b.problem->x_0;
            struct area a = {{kept * x_0[0], kept * x_0[1]},
                             reach + slack,
                             for_matrices(b.method)};
            double bound = least_within(&a), f = b.value[0];
            if (!(bound > 0)) break;
            /* y - x^2 is of numbers that add up to 12 at most. */
            double error = 16 * DBL_EPSILON * (f + 100 * 12 * 12);
            found(q, &b, f, error, AT_LEAST, bound);
        }
        bundle_end(&b);
    }
}
static void within_reach(struct inquiry *q) {
    within(q, 1);
}
static void within_less(struct inquiry *q) {
    within(q, 0.95);
}
CLAIM(line_2_reach, PROOF_LINE, COMPUTE(within_reach),
      "$f(x_k)$ is at least the least value within reach (2), until the "
      "minimum is.",
      "$f(x_k)$ не меньше наименьшего досягаемого значения (2), пока не "
      "досягаем минимум.");
CLAIM(control_reach_0_95, CONTROL, COMPUTE(within_less),
      "The same with a reach of $0.95\\,r_k$.",
      "То же при досягаемости $0.95\\,r_k$.");
/**
AdaGrad has used up its steps. Where a coordinate's $|g_i|$ never grows it is
$\sum_{i\le k}g_i^2\ge k\,g_k^2$, so step $k$ is at most $\alpha/\sqrt k$, and
all together at most $\alpha\sum_{t\le k}t^{-1/2}\le\alpha(2\sqrt k-1)$. That is
so for $y$ along this path: of the way of 2 to the minimum it can go $0.265$ in
2000 steps, and it goes $0.257$.
*/
/**ru 1601963046
AdaGrad исчерпал свои шаги. Если $|g_i|$ какой-либо координаты никогда не
растёт, то $\sum_{i\le k}g_i^2\ge k\,g_k^2$, так что шаг с номером $k$ не
больше $\alpha/\sqrt k$, а все вместе не больше $\alpha\sum_{t\le
k}t^{-1/2}\le\alpha(2\sqrt k-1)$. Так обстоит дело с координатой $y$ на этой
траектории: из пути длины 2 до минимума она может пройти за 2000 шагов
$0.265$, а проходит $0.257$.
*/
static void adagrad_slope(struct inquiry *q) {
    struct bundle b = begin(&method_adagrad, rate);
    double growth = -INFINITY;
    while (b.k < STEPS) {
        real before = real_abs(b.gradient[1]);
        bundle_step(&b);
        growth = larger(growth, most_of(real_abs(b.gradient[1]) - before));
    }
    /* 200 (y - x^2) rounds numbers of size 3, a few times at either step. */
    found(q, &b, growth, 200 * 8 * DBL_EPSILON * 3, AT_MOST, 0);
    bundle_end(&b);
}
static void adagrad_distance(struct inquiry *q) {
    const double factor = *(const double *)q->with;
    size_t at[CHECKPOINTS_MAX], count = checkpoints_between(1, STEPS, 8, at);
    struct bundle b = begin(&method_adagrad, rate);
    for (size_t i = 0; i < count; i++) {
        bundle_go(&b, at[i]);
        double way = fabs(b.x[1][0] - b.problem->x_0[1]), k = (double)b.k;
        found(q, &b, way, rate * k * step_error(1, b.k), AT_MOST,
              factor * rate * (2 * sqrt(k) - 1));
    }
    bundle_end(&b);
}
CLAIM(adagrad_gradient_never_grows, PROOF_LINE, COMPUTE(adagrad_slope),
      "AdaGrad's $|\\partial f/\\partial y|$ grows in none of 2000 steps.",
      "У AdaGrad $|\\partial f/\\partial y|$ не растёт ни на одном из 2000 "
      "шагов.");
CLAIM(adagrad_way, PROOF_LINE, COMPUTE(adagrad_distance, &(const double){1}),
      "After $k$ steps AdaGrad's $y$ is at most $\\alpha(2\\sqrt k-1)$ from "
      "where it started.",
      "После $k$ шагов $y$ у AdaGrad не дальше чем в $\\alpha(2\\sqrt k-1)$ "
      "от начального значения.");
CLAIM(control_adagrad_way_0_95, CONTROL,
      COMPUTE(adagrad_distance, &(const double){0.95}),
      "The same with $0.95$ of that.", "То же с множителем $0.95$.");
/**
## Gradient descent at 0.003

At the minimum the Hessian $H$ has the rows $(802,-400)$ and $(-400,200)$: trace
1002, determinant 400, $\lambda_{\max}=501+\sqrt{250601}\approx1001.6$. Near it
$x_{k+1}-x^*=(I-\alpha H)(x_k-x^*)+\dots$, so for the part $p_k$ of $x_k-x^*$
along the eigenvector of $\lambda_{\max}$
$$\bigl|\,|p_{k+1}|-|1-\alpha\lambda_{\max}|\,|p_k|\,\bigr|\le\tfrac{\alpha T}2\|x_k-x^*\|^2, \tag{3}$$
with $T=3800$ a bound on the third derivative within $0.05$ of the minimum
($f_{xxx}=2400x$ and $f_{xxy}=-400$ are all there is of it, so it is at most
$2400|x|+3\cdot400$). For $\alpha<2/\lambda_{\max}\approx0.001997$ the factor is
below 1 and $x^*$ attracts; at $0.003$ it is $2.005$, and no path converges to
this minimum but those from a set of starts without area (a curve on which the
$p_k$ stay out of play, and what is mapped onto it).
*/
/**ru 2727264803
## Градиентный спуск при 0,003

В минимуме строки гессиана $H$ — $(802,-400)$ и $(-400,200)$: след 1002,
определитель 400, $\lambda_{\max}=501+\sqrt{250601}\approx1001.6$. Вблизи него
$x_{k+1}-x^*=(I-\alpha H)(x_k-x^*)+\dots$, так что для составляющей $p_k$
вектора $x_k-x^*$ вдоль собственного вектора, отвечающего $\lambda_{\max}$,
$$\bigl|\,|p_{k+1}|-|1-\alpha\lambda_{\max}|\,|p_k|\,\bigr|\le\tfrac{\alpha T}2\|x_k-x^*\|^2, \tag{3}$$
где $T=3800$ — граница третьей производной не дальше $0.05$ от минимума (она
вся состоит из $f_{xxx}=2400x$ и $f_{xxy}=-400$, так что не больше
$2400|x|+3\cdot400$). При $\alpha<2/\lambda_{\max}\approx0.001997$ множитель
меньше 1 и $x^*$ притягивает; при $0.003$ он равен $2.005$, и к этому минимуму
не сходится ни одна траектория, кроме выходящих из множества начальных точек
нулевой площади (это кривая, на которой $p_k$ не участвуют, и всё, что в неё
отображается).
*/
static void hessian(double x, double y, double h[4]) {
    h[0] = 2 - 400 * y + 1200 * x * x;
    h[1] = h[2] = -400 * x;
    h[3] = 200;
}

/* T in (3). */
static const double third = 3800;

static double top_curvature(void) {
    return 501 + sqrt(250601);
}

static void top_eigenvalue(struct inquiry *q) {
    double h[4], least, largest;
    hessian(1, 1, h);
    eigen_extremes(2, h, &least, &largest);
    inquiry_exact(q, "rosenbrock", "", 0, largest, 64 * DBL_EPSILON * largest,
                  EQUAL, top_curvature());
}

/* Steps of gradient descent from 1e-6 or 0.01 away from the minimum, along the
 * eigenvector (lambda - 200, -400): |p| is multiplied by at least or at most so
 * many times |1 - alpha lambda|. */
static void near_the_minimum(struct inquiry *q, double alpha, enum sign sign,
                             double times) {
    static const double near = 0.05;
    double lambda = top_curvature(), length = hypot(lambda - 200, -400);
    double top[2] = {(lambda - 200) / length, -400 / length},
           start = alpha * lambda > 2 ? 1e-6 : 0.01;
    struct bundle b = begin(&method_sgd, alpha);
    for (int j = 0; j < 2; j++) b.x[j] = real_all(1 + start * top[j]);
    bundle_look(&b);
    while (b.k < 15) {
        double d[2] = {b.x[0][0] - 1, b.x[1][0] - 1},
               part = fabs(d[0] * top[0] + d[1] * top[1]);
        double square = d[0] * d[0] + d[1] * d[1],
               rest = alpha * third / 2 * square;
        if (!(square <= near * near)) break;
        bundle_step(&b);
        double next = fabs((b.x[0][0] - 1) * top[0] + (b.x[1][0] - 1) * top[1]);
        double bound = times * fabs(1 - alpha * lambda) * part;
        /* Iterates and y - x^2 round numbers near 1, which the step multiplies
         * by up to 400 alpha. */
        double error = DBL_EPSILON * (8 + 16 * 400 * alpha);
        found(q, &b, next, error, sign,
              sign == AT_LEAST ? bound - rest : bound + rest);
    }
    bundle_end(&b);
}
static void repels(struct inquiry *q) {
    near_the_minimum(q, rate, AT_LEAST, 1);
}
static void attracts(struct inquiry *q) {
    near_the_minimum(q, 0.0019, AT_MOST, 1);
}
static void repels_faster(struct inquiry *q) {
    near_the_minimum(q, rate, AT_LEAST, 1 / 0.95);
}
static void attracts_at_0_003(struct inquiry *q) {
    near_the_minimum(q, rate, AT_MOST, 0.95 / fabs(1 - rate * top_curvature()));
}
/* The rest in (3) itself: one step from sixteen points 0.04 away. */
static void rest_of_3(struct inquiry *q) {
    static const double radius = 0.04;
    double lambda = top_curvature(), length = hypot(lambda - 200, -400);
    double top[2] = {(lambda - 200) / length, -400 / length};
    for (size_t i = 0; i < LANES; i++) {
        struct bundle b = begin(&method_sgd, rate);
        double angle = acos(-1) * (double)i / (LANES / 2), d[2];
        d[0] = radius * (cos(angle) * top[0] - sin(angle) * top[1]);
        d[1] = radius * (cos(angle) * top[1] + sin(angle) * top[0]);
        for (int j = 0; j < 2; j++) b.x[j] = real_all(1 + d[j]);
        bundle_look(&b);
        bundle_step(&b);
        double part = fabs(d[0] * top[0] + d[1] * top[1]);
        double next = fabs((b.x[0][0] - 1) * top[0] + (b.x[1][0] - 1) * top[1]);
        double moved = fabs(next - fabs(1 - rate * lambda) * part);
        inquiry_exact(q, "rosenbrock", "sgd", i + 1, moved, 1e3 * DBL_EPSILON,
                      AT_MOST, rate * third / 2 * radius * radius);
        bundle_end(&b);
    }
}
CLAIM(line_3_the_rest, PROOF_LINE, LOOSE(0.63, COMPUTE(rest_of_3)),
      "The rest in (3) at $\\alpha=0.003$, from sixteen points at the distance "
      "$0.04$.",
      "Остаток в (3) при $\\alpha=0.003$, из шестнадцати точек на расстоянии "
      "$0.04$.");
CLAIM(top_curvature_at_the_minimum, IDENTITY, COMPUTE(top_eigenvalue),
      "The larger eigenvalue of $\\nabla^2f(1,1)$ is $501+\\sqrt{250601}$.",
      "Большее собственное значение $\\nabla^2f(1,1)$ равно "
      "$501+\\sqrt{250601}$.");
CLAIM(line_3_the_minimum_repels, PROOF_LINE, COMPUTE(repels),
      "At $\\alpha=0.003$ each step multiplies $|p|$ by at least "
      "$|1-\\alpha\\lambda_{\\max}|\\approx2.005$, less the rest in (3).",
      "При $\\alpha=0.003$ каждый шаг умножает $|p|$ не меньше чем на "
      "$|1-\\alpha\\lambda_{\\max}|\\approx2.005$, за вычетом остатка в (3).");
CLAIM(line_3_the_minimum_attracts_at_0_0019, PROOF_LINE, COMPUTE(attracts),
      "At $\\alpha=0.0019$ each step multiplies $|p|$ by at most "
      "$|1-\\alpha\\lambda_{\\max}|\\approx0.903$, plus the rest in (3).",
      "При $\\alpha=0.0019$ каждый шаг умножает $|p|$ не больше чем на "
      "$|1-\\alpha\\lambda_{\\max}|\\approx0.903$, с прибавлением остатка в "
      "(3).");
CLAIM(control_repels_faster, CONTROL, COMPUTE(repels_faster),
      "At $\\alpha=0.003$ by at least $|1-\\alpha\\lambda_{\\max}|/0.95$.",
      "При $\\alpha=0.003$ — не меньше чем на "
      "$|1-\\alpha\\lambda_{\\max}|/0.95$.");
CLAIM(control_attracts_at_0_003, CONTROL,
      DROPS(short_steps, COMPUTE(attracts_at_0_003)),
      "At $\\alpha=0.003$ by at most $0.95$.",
      "При $\\alpha=0.003$ — не больше чем на $0.95$.");
/**
Nor does it diverge, as one might expect: it ends by hopping between two points
$a$ and $b$ across the valley. At such a pair $b=a-\alpha\nabla f(a)$ and
$a=b-\alpha\nabla f(b)$, so $\nabla f(b)=-\nabla f(a)$. With $\bar H$ the
Hessian's mean over the segment, $\nabla f(b)-\nabla f(a)=\bar H(b-a)$, hence
$$\bar H\,\nabla f(a)=\frac2\alpha\,\nabla f(a): \tag{4}$$
the valley's averaged curvature there is exactly $2/\alpha$, the largest that a
step of $\alpha$ bears (the "edge of stability" of Cohen et al. 2021). The
Hessian is a quadratic polynomial, so Simpson's rule gives $\bar H$ exactly.
*/
/**ru 3876901775
Но он и не расходится, как можно было бы ожидать: в конце концов он скачет
между двумя точками $a$ и $b$ по разные стороны долины. Для такой пары
$b=a-\alpha\nabla f(a)$ и $a=b-\alpha\nabla f(b)$, так что $\nabla
f(b)=-\nabla f(a)$. Если $\bar H$ — среднее гессиана по отрезку, то $\nabla
f(b)-\nabla f(a)=\bar H(b-a)$, откуда
$$\bar H\,\nabla f(a)=\frac2\alpha\,\nabla f(a): \tag{4}$$
усреднённая кривизна долины там равна в точности $2/\alpha$, наибольшей, какую
выдерживает шаг $\alpha$ («граница устойчивости» у Коэна и др., 2021). Гессиан —
квадратичный многочлен, поэтому формула Симпсона даёт $\bar H$ точно.
*/
static void hopping(struct inquiry *q) {
    const double *critical = q->with;
    struct bundle w = begin(&method_sgd, rate);
    static const size_t at[] = {5000, 10000, 20000}; /* the hop is closed */
    for (size_t i = 0; i < COUNT(at); i++) {
        bundle_go(&w, at[i]);
        double g[2] = {w.gradient[0][0], w.gradient[1][0]};
        bundle_step(&w);
        double a[2] = {w.before[0][0], w.before[1][0]};
        double b[2] = {w.x[0][0], w.x[1][0]};
        double sum[2] = {g[0] + w.gradient[0][0], g[1] + w.gradient[1][0]};
        double at_a[4], at_b[4], between[4], mean[4];
        hessian(a[0], a[1], at_a);
        hessian(b[0], b[1], at_b);
        hessian((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, between);
        for (int e = 0; e < 4; e++)
            mean[e] = (at_a[e] + 4 * between[e] + at_b[e]) / 6;
        double square = g[0] * g[0] + g[1] * g[1];
        double curved = g[0] * (mean[0] * g[0] + mean[1] * g[1]) +
                        g[1] * (mean[2] * g[0] + mean[3] * g[1]);
        /* While the hop is not closed, alpha H g = 2 g - (grad f(a) +
         * grad f(b)); and b rounds as numbers below 1 do, which H makes a part
         * H eps/|g| of g. */
        double error = hypot(sum[0], sum[1]) / sqrt(square) +
                       16 * DBL_EPSILON * (1 + 1000 / sqrt(square));
        inquiry_exact(q, "rosenbrock", "sgd", at[i], rate * curved / square,
                      error, EQUAL, *critical);
    }
    bundle_end(&w);
}

/* From step 1000 on, in all sixteen runs: the least and the largest f. */
static void never_settles(struct inquiry *q) {
    struct bundle b = begin(&method_sgd, rate);
    double least = INFINITY, most = 0;
    while (b.k < 10 * STEPS) {
        bundle_step(&b);
        if (b.k < STEPS / 2) continue;
        least = smaller(least, least_of(b.value));
        most = larger(most, most_of(b.value));
    }
    found(q, &b, least, 0, AT_LEAST, 0.2);
    inquiry_which(q, 0, "the least f");
    found(q, &b, most, 0, AT_MOST, 0.5);
    inquiry_which(q, 1, "the largest f");
    bundle_end(&b);
}

/* The steps until f is above 1e100 in all sixteen runs. */
static void diverge(struct inquiry *q) {
    static const struct method *const with_momentum[] = {&method_heavy_ball,
                                                         &method_nesterov};
    for (size_t m = 0; m < COUNT(with_momentum); m++) {
        struct bundle b = begin(with_momentum[m], rate);
        while (b.k < 20 && !(least_of(b.value) > 1e100)) bundle_step(&b);
        double steps = isfinite(most_of(b.value)) ? (double)b.k : NAN;
        found(q, &b, steps, 0, AT_MOST, 10);
        bundle_end(&b);
    }
}
CLAIM(line_4_averaged_curvature_is_critical, PROOF_LINE,
      COMPUTE(hopping, &(const double){2}),
      "Gradient descent at $0.003$ ends in a hop with $\\alpha\\,g^\\top\\bar "
      "Hg/\\|g\\|^2=2$, from step 5000 on.",
      "Градиентный спуск при $0.003$ в конце концов скачет так, что "
      "$\\alpha\\,g^\\top\\bar Hg/\\|g\\|^2=2$, начиная с шага 5000.");
CLAIM(control_averaged_curvature_2_01, CONTROL,
      COMPUTE(hopping, &(const double){2.01}), "The same with $2.01$.",
      "То же с $2.01$.");
CLAIM(descent_at_0_003_never_settles, SHARPNESS, COMPUTE(never_settles),
      "From step 1000 to 20000 it is $0.2\\le f\\le0.5$, from all sixteen "
      "starts.",
      "С шага 1000 по шаг 20000 верно $0.2\\le f\\le0.5$, из всех "
      "шестнадцати начальных точек.");
CLAIM(momentum_diverges_at_0_003, SHARPNESS, COMPUTE(diverge),
      "At $0.003$ the heavy ball and Nesterov are above $10^{100}$ within ten "
      "steps.",
      "При $0.003$ тяжёлый шарик и метод Нестерова за десять шагов уходят "
      "выше $10^{100}$.");
/**
## Three more rules

**NAG-GS** (Leplat et al. 2022) takes implicit steps of length $\alpha$ along the
flow $x'=v-x$, $\gamma v'=\mu(x-v)-\nabla f(x)$, $\gamma'=\mu-\gamma$, one
equation after the other (Gauss and Seidel), so that only the gradient is
explicit:
$$\begin{aligned}\gamma_k(v_{k+1}-v_k)&=\alpha\bigl(\mu(x_k-v_{k+1})-\nabla f(x_k)\bigr),\\
\gamma_{k+1}-\gamma_k&=\alpha(\mu-\gamma_{k+1}),\qquad x_{k+1}-x_k=\alpha(v_{k+1}-x_{k+1})\end{aligned}\tag{5}$$
from $v_0=x_0$. Each is linear in what it asks for. Let $\gamma_0=\mu$, as in
the picture: then $\gamma$ stays. The last equation says $\alpha(v_k-x_k)=
x_k-x_{k-1}$, and $\alpha(v_{k+1}-x_k)=(1+\alpha)(x_{k+1}-x_k)$. With
$(\gamma+\alpha\mu)x_k$ subtracted on both sides of the first one, times $\alpha$,
$$x_{k+1}-x_k=\frac{\gamma\,(x_k-x_{k-1})-\alpha^2\,\nabla f(x_k)}{(1+\alpha)(\gamma+\alpha\mu)}.\tag{6}$$
So it **is the heavy ball** with $\beta=\frac\gamma{(1+\alpha)(\gamma+\alpha\mu)}$
and the step $\frac{\alpha^2}{(1+\alpha)(\gamma+\alpha\mu)}$, here $0.994$ and
$8.9\cdot10^{-6}$: its learning rate is a time, and enters squared.

**Fromage** (Bernstein et al. 2020) steps in proportion to the length of $x$,
$$\sqrt{1+\alpha^2}\;x_{k+1}-x_k=-\alpha\,\|x_k\|\,\frac{\nabla f(x_k)}{\|\nabla f(x_k)\|}:\tag{7}$$
a vector of the length $\alpha\|x_k\|$ whose product with the gradient is
$-\alpha\|x_k\|\|\nabla f\|$; by Cauchy and Schwarz there is but one. Its rate
is relative, so the same number is another rate. **Lion** has [a page of its
own](lion_stays.html).
*/
/**ru 1527138472
## Ещё три правила {#three-more-rules}

**NAG-GS** (Лепла и др., 2022) делает неявные шаги длины $\alpha$ вдоль потока
$x'=v-x$, $\gamma v'=\mu(x-v)-\nabla f(x)$, $\gamma'=\mu-\gamma$, одно
уравнение за другим (по Гауссу–Зейделю), так что явным остаётся только
градиент:
$$\begin{aligned}\gamma_k(v_{k+1}-v_k)&=\alpha\bigl(\mu(x_k-v_{k+1})-\nabla f(x_k)\bigr),\\
\gamma_{k+1}-\gamma_k&=\alpha(\mu-\gamma_{k+1}),\qquad x_{k+1}-x_k=\alpha(v_{k+1}-x_{k+1})\end{aligned}\tag{5}$$
при $v_0=x_0$. Каждое уравнение линейно относительно своего неизвестного.
Пусть $\gamma_0=\mu$, как на картинке: тогда $\gamma$ не меняется. Последнее
уравнение говорит, что $\alpha(v_k-x_k)= x_k-x_{k-1}$ и
$\alpha(v_{k+1}-x_k)=(1+\alpha)(x_{k+1}-x_k)$. Вычитая $(\gamma+\alpha\mu)x_k$
из обеих частей первого уравнения и умножая на $\alpha$, получаем
$$x_{k+1}-x_k=\frac{\gamma\,(x_k-x_{k-1})-\alpha^2\,\nabla f(x_k)}{(1+\alpha)(\gamma+\alpha\mu)}.\tag{6}$$
Так что это **и есть тяжёлый шарик** с
$\beta=\frac\gamma{(1+\alpha)(\gamma+\alpha\mu)}$ и шагом
$\frac{\alpha^2}{(1+\alpha)(\gamma+\alpha\mu)}$, здесь $0.994$ и
$8.9\cdot10^{-6}$: его шаг обучения — это время, и входит он в квадрате.

**Fromage** (Бернстайн и др., 2020) шагает пропорционально длине $x$,
$$\sqrt{1+\alpha^2}\;x_{k+1}-x_k=-\alpha\,\|x_k\|\,\frac{\nabla f(x_k)}{\|\nabla f(x_k)\|}:\tag{7}$$
это вектор длины $\alpha\|x_k\|$, произведение которого с градиентом равно
$-\alpha\|x_k\|\|\nabla f\|$; по неравенству Коши–Буняковского такой вектор
только один. Его шаг обучения относительный, так что то же число означает
другой шаг. У **Lion** есть [своя страница](lion_stays.html).
*/
/* The first equation of (5) with v and gamma from the other two, which know
 * the iterates alone: how far its sides lie apart. */
static void implicit_steps(struct inquiry *q) {
    const double *mu_there = q->with;
    struct bundle b = begin(&method_nag_gs, 0.01);
    double a = 0.01, mu = mu_there ? *mu_there : 0.5, before[2] = {0};
    b.settings.gamma = 2;
    b.settings.damping = 0.5;
    for (int j = 0; j < 2; j++) before[j] = b.x[j][0]; /* v_0 */
    for (size_t k = 0; k < 100; k++) {
        double g[2] = {b.gradient[0][0], b.gradient[1][0]}, apart = 0, size = 0;
        double gamma = mu + (2 - mu) * pow(1 + a, -(double)k);
        bundle_step(&b);
        for (int j = 0; j < 2; j++) {
            double x = b.before[j][0], v = b.x[j][0] + (b.x[j][0] - x) / a;
            double left = gamma * (v - before[j]),
                   right = a * (mu * (x - v) - g[j]);
            apart = hypot(apart, left - right);
            size = larger(size, fabs(x) / a + fabs(v) + fabs(right));
            before[j] = v;
        }
        if (b.k == 1 || b.k % 10 == 0)
            found(q, &b, apart, 32 * DBL_EPSILON * size, EQUAL, 0);
    }
    bundle_end(&b);
}

/* NAG-GS and the heavy ball of (6), or one whose step is so many times that.  A
 * rounding grows as the distance between the sixteen starts does. */
static void both_balls(struct inquiry *q) {
    const double *times = q->with;
    struct bundle b = begin(&method_nag_gs, rate),
                  ball = begin(&method_heavy_ball, 0);
    double below = (1 + rate) * (1 + rate); /* gamma = mu = 1 */
    ball.settings.alpha = *times * rate * rate / below;
    ball.settings.momentum = 1 / below;
    size_t at[CHECKPOINTS_MAX], count = checkpoints_between(1, STEPS, 4, at);
    for (size_t i = 0; i < count; i++) {
        bundle_go(&b, at[i]);
        bundle_go(&ball, at[i]);
        double spread = 0;
        for (int l = 1; l < LANES; l++)
            spread = larger(
                spread, hypot(b.x[0][l] - b.x[0][0], b.x[1][l] - b.x[1][0]));
        double error =
            (1 + spread / 1e-9) * 16 * (double)at[i] * DBL_EPSILON * 3;
        found(q, &b, hypot(b.x[0][0] - ball.x[0][0], b.x[1][0] - ball.x[1][0]),
              error, EQUAL, 0);
    }
    bundle_end(&b);
    bundle_end(&ball);
}

/* Both numbers that determine Fromage's step, over what (7) says. */
static void turns(struct inquiry *q) {
    const double *times = q->with;
    struct bundle b = begin(&method_fromage, rate);
    size_t at[CHECKPOINTS_MAX], count = checkpoints_between(1, STEPS, 4, at);
    for (size_t i = 0; i < count; i++) {
        bundle_go(&b, at[i] - 1);
        double g[2] = {b.gradient[0][0], b.gradient[1][0]}, step[2];
        bundle_step(&b);
        for (int j = 0; j < 2; j++)
            step[j] = sqrt(1 + rate * rate) * b.x[j][0] - b.before[j][0];
        double along = rate * hypot(b.before[0][0], b.before[1][0]);
        /* A difference of numbers as large as ||x||. */
        double error = 16 * DBL_EPSILON / rate;
        found(q, &b, hypot(step[0], step[1]) / along, error, EQUAL, *times);
        inquiry_which(q, q->count - 1, "length");
        found(q, &b,
              (step[0] * g[0] + step[1] * g[1]) / along / hypot(g[0], g[1]),
              error, EQUAL, -*times);
        inquiry_which(q, q->count - 1, "direction");
    }
    bundle_end(&b);
}
CLAIM(line_5_nag_gs_steps_are_implicit, PROOF_LINE, COMPUTE(implicit_steps),
      "The iterates of NAG-GS solve (5), $\\gamma_0=2$, $\\mu=\\frac12$, "
      "$\\alpha=0.01$.",
      "Точки NAG-GS удовлетворяют (5), $\\gamma_0=2$, $\\mu=\\frac12$, "
      "$\\alpha=0.01$.");
CLAIM(control_nag_gs_of_another_mu, CONTROL,
      COMPUTE(implicit_steps, &(const double){0.51}),
      "They solve it with $\\mu=0.51$.",
      "Они удовлетворяют этим уравнениям с $\\mu=0.51$.");
CLAIM(line_6_nag_gs_is_a_heavy_ball, PROOF_LINE,
      COMPUTE(both_balls, &(const double){1}),
      "NAG-GS in the picture is the heavy ball of (6).",
      "NAG-GS на картинке — это тяжёлый шарик (6).");
CLAIM(control_nag_gs_is_another_heavy_ball, CONTROL,
      COMPUTE(both_balls, &(const double){1.05}),
      "It is the one with 1.05 times that step.",
      "Это тяжёлый шарик с шагом, в 1,05 раза большим.");
CLAIM(line_7_fromage_turns, PROOF_LINE, COMPUTE(turns, &(const double){1}),
      "Length and direction of (7), in units of $\\alpha\\|x_k\\|$.",
      "Длина и направление в (7), в единицах $\\alpha\\|x_k\\|$.");
CLAIM(control_fromage_turns_0_95, CONTROL,
      SOMEWHERE(COMPUTE(turns, &(const double){0.95})), "0.95 of both.",
      "То и другое, умноженное на 0,95.");
/**
## After 2000 steps

The order at the common rate, each before the next in all sixteen runs, and how
the order turns when a method may choose its rate. That Shampoo leads here is
the learning rate's doing as much as Shampoo's.
*/
/**ru 204559224
## После 2000 шагов

Порядок при общем шаге обучения, где каждый метод впереди следующего во всех
шестнадцати запусках, и как порядок меняется, если метод может выбрать свой
шаг. Что Shampoo здесь первый — заслуга шага обучения не меньше, чем самого
Shampoo.
*/
struct entry {
    const struct method *method;
    double alpha;
};

/* f(x_2000) of the sixteen runs. */
static real after_all_steps(const struct method *method, double alpha) {
    struct bundle b = begin(method, alpha);
    bundle_go(&b, STEPS);
    bundle_end(&b);
    return b.value;
}

static void in_order(struct inquiry *q) {
    static const struct method *const order[] = {
        &method_shampoo, &method_lion,    &method_fromage,
        &method_rmsprop, &method_muon,    &method_adam_uncorrected,
        &method_adamw,   &method_amsgrad, &method_adam_l2,
        &method_adam,    &method_sgd,     &method_nag_gs,
        &method_adagrad};
    for (size_t i = 0; i + 1 < COUNT(order); i++) {
        double better = most_of(after_all_steps(order[i], rate));
        double worse = least_of(after_all_steps(order[i + 1], rate));
        inquiry_exact(q, "rosenbrock", order[i]->id, STEPS, better, 0, AT_MOST,
                      worse);
    }
}

static void own_rates(struct inquiry *q) {
    static const struct entry own[] = {{&method_sgd, 0.0019},
                                       {&method_heavy_ball, 0.0005},
                                       {&method_nesterov, 0.0005},
                                       {&method_adam_uncorrected, 0.1},
                                       {&method_adam, 0.3}};
    double best = least_of(after_all_steps(&method_shampoo, rate));
    for (size_t i = 0; i < COUNT(own); i++) {
        double f = most_of(after_all_steps(own[i].method, own[i].alpha));
        inquiry_exact(q, "rosenbrock", own[i].method->id, STEPS, f, 0, AT_MOST,
                      best);
    }
}

/* All runs of the pictures.  AMSGrad and Adam with L_2 nearly coincide with two
 * others: the eleventh and twelfth, which figures draw dashed. */
static const struct entry runs[] = {
    {&method_sgd, 0.003},       {&method_heavy_ball, 0.0005},
    {&method_nesterov, 0.0005}, {&method_rmsprop, 0.003},
    {&method_muon, 0.003},      {&method_adam_uncorrected, 0.003},
    {&method_adamw, 0.003},     {&method_shampoo, 0.003},
    {&method_adam, 0.003},      {&method_adagrad, 0.003},
    {&method_adam_l2, 0.003},   {&method_amsgrad, 0.003},
    {&method_lion, 0.003},      {&method_nag_gs, 0.003},
    {&method_fromage, 0.003},   {&method_sgd, 0.0019},
};
enum { PATHS_DRAWN = COUNT(runs) - 1 };

/* y - x^2 is of numbers that add up to 12 at most. */
static const double value_error = 16 * DBL_EPSILON * 100 * 12 * 12;

/* f along them at checkpoints; and the largest in all sixteen runs. */
static void below_start(struct inquiry *q) {
    size_t at[CHECKPOINTS_MAX], count = checkpoints_between(1, STEPS, 14, at);
    double most[COUNT(runs)] = {0}, start = 0;
    for (size_t r = 0; r < COUNT(runs); r++) {
        struct bundle b = begin(runs[r].method, runs[r].alpha);
        size_t first = q->count;
        start = least_of(b.value);
        for (size_t i = 0; i < count; i++) {
            while (b.k < at[i]) {
                bundle_step(&b);
                most[r] = larger(most[r], most_of(b.value));
            }
            found(q, &b, b.value[0], value_error, AT_MOST, start);
        }
        inquiry_which(q, first, "alpha = %g", runs[r].alpha);
        bundle_end(&b);
    }
    for (size_t r = 0; r < COUNT(runs); r++) {
        inquiry_exact(q, "rosenbrock", runs[r].method->id, STEPS, most[r],
                      value_error, AT_MOST, start);
        inquiry_which(q, q->count - 1, "alpha = %g, the largest on all runs",
                      runs[r].alpha);
    }
}
static void below_start_with_momentum(struct inquiry *q) {
    struct bundle b = begin(&method_heavy_ball, rate);
    double start = b.value[0];
    bundle_go(&b, 5);
    found(q, &b, b.value[0], 0, AT_MOST, start);
    bundle_end(&b);
}
CLAIM(
    order_at_0_003, SHARPNESS, COMPUTE(in_order),
    "After 2000 steps at $0.003$: Shampoo, Lion, Fromage, RMSProp, Muon, Adam "
    "without correction, AdamW, AMSGrad, Adam with $L_2$, Adam, SGD, NAG-GS, "
    "AdaGrad; the largest $f$ of each against the least of the next.",
    "После 2000 шагов при $0.003$: Shampoo, Lion, Fromage, RMSProp, Muon, "
    "Adam без коррекции, AdamW, AMSGrad, Adam с $L_2$, Adam, SGD, NAG-GS, "
    "AdaGrad; наибольшее $f$ каждого против наименьшего у следующего.");
CLAIM(order_turns_with_the_rate, SHARPNESS, COMPUTE(own_rates),
      "SGD at $0.0019$, heavy ball and Nesterov at $0.0005$, Adam without "
      "correction at $0.1$ and Adam at $0.3$ are below the best at $0.003$.",
      "SGD при $0.0019$, тяжёлый шарик и метод Нестерова при $0.0005$, Adam "
      "без коррекции при $0.1$ и Adam при $0.3$ ниже лучшего при $0.003$.");
CLAIM(never_above, SHARPNESS, COMPUTE(below_start),
      "No run in the pictures is ever above the value where it started.",
      "Ни один запуск на картинках никогда не поднимается выше начального "
      "значения.");
CLAIM(control_heavy_ball_at_0_003, CONTROL, COMPUTE(below_start_with_momentum),
      "Nor is the heavy ball at $0.003$.", "И тяжёлый шарик при $0.003$ тоже.");

static const struct claim *const claims[] = {
    value_at_the_start, gradient_by_exact_differences, line_pl_on_strips,
    control_pl_constant_of_a_narrower_strip, control_convex,
    /* the steps */
    line_1_no_step_is_longer, muon_is_the_normalized_gradient,
    sharp_worst_gradients, control_kingma_and_ba_bound,
    control_kingma_and_ba_second_bound, line_2_reach, control_reach_0_95,
    adagrad_gradient_never_grows, adagrad_way, control_adagrad_way_0_95,
    /* gradient descent, and after 2000 steps */
    line_3_the_rest, top_curvature_at_the_minimum, line_3_the_minimum_repels,
    line_3_the_minimum_attracts_at_0_0019, control_repels_faster,
    control_attracts_at_0_003, line_4_averaged_curvature_is_critical,
    control_averaged_curvature_2_01, descent_at_0_003_never_settles,
    momentum_diverges_at_0_003,
    /* NAG-GS and Fromage */
    line_5_nag_gs_steps_are_implicit, control_nag_gs_of_another_mu,
    line_6_nag_gs_is_a_heavy_ball, control_nag_gs_is_another_heavy_ball,
    line_7_fromage_turns, control_fromage_turns_0_95,
    /* after 2000 steps */
    order_at_0_003, order_turns_with_the_rate, never_above,
    control_heavy_ball_at_0_003};

/* ---- figures ---- */

static const char *const path_names[PATHS_DRAWN][2] = {
    {"SGD", "SGD"},
    {"heavy ball, 0.0005", "шарик, 0.0005"},
    {"Nesterov, 0.0005", "Нестеров, 0.0005"},
    {"RMSProp", "RMSProp"},
    {"Muon", "Muon"},
    {"Adam, uncorrected", "Adam без корр."},
    {"AdamW", "AdamW"},
    {"Shampoo", "Shampoo"},
    {"Adam", "Adam"},
    {"AdaGrad", "AdaGrad"},
    {"Adam, L_2", "Adam, L_2"},
    {"AMSGrad", "AMSGrad"},
    {"Lion", "Lion"},
    {"NAG-GS", "NAG-GS"},
    {"Fromage", "Fromage"}};

/* Their methods' colours. */
static const size_t path_colours[PATHS_DRAWN] = {0, 7, 9, 3, 6, 5, 4, 8,
                                                 5, 1, 5, 2, 4, 7, 6};

static size_t path(size_t which, size_t most, double (*point)[2]) {
    struct bundle b = begin(runs[which].method, runs[which].alpha);
    size_t count = bundle_path(&b, STEPS, most, point);
    bundle_end(&b);
    return count;
}

static const double minimum[2] = {1, 1};

static const struct map maps[] = {
    {.name = "nag_gs",
     .title = {"Rosenbrock's function, 2000 steps at rate 0.003: who arrives",
               "Функция Розенброка, 2000 шагов 0.003: кто доходит"},
     .x = {"{/:Italic x}", "{/:Italic x}"},
     .y = {"{/:Italic y}", "{/:Italic y}"},
     .low = {-1.5, -1},
     .high = {2, 3.25},
     .height = height,
     .lowest = 0.01,
     .highest = 2000,
     .height_name = {"{/:Italic f}", "{/:Italic f}"},
     .logarithmic = true,
     .star = minimum,
     .paths = path_names,
     .colours = path_colours,
     .path_count = PATHS_DRAWN,
     .path = path},
};

static const struct drawing drawings[] = {
    {.name = "loss",
     .title = {"Rosenbrock's function at rate 0.003: some methods settle, some "
               "creep",
               "Функция Розенброка, шаг 0.003: одни доходят, другие ползут"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"{/:Italic f}({/:Italic x_k})", "{/:Italic f}({/:Italic x_k})"},
     .curves = {{"never_above", 0, {"SGD", "SGD"}},
                {"never_above", 1, {"heavy ball, 0.0005", "шарик, 0.0005"}},
                {"never_above", 2, {"Nesterov, 0.0005", "Нестеров, 0.0005"}},
                {"never_above", 3, {"RMSProp", "RMSProp"}},
                {"never_above", 4, {"Muon", "Muon"}},
                {"never_above", 5, {"Adam, uncorrected", "Adam без корр."}},
                {"never_above", 6, {"AdamW", "AdamW"}},
                {"never_above", 7, {"Shampoo", "Shampoo"}},
                {"never_above", 8, {"Adam", "Adam"}},
                {"never_above", 9, {"AdaGrad", "AdaGrad"}},
                {"never_above", 10, {"Adam, L_2", "Adam, L_2"}},
                {"never_above", 11, {"AMSGrad", "AMSGrad"}},
                {"never_above", 12, {"Lion", "Lion"}},
                {"never_above", 13, {"NAG-GS", "NAG-GS"}},
                {"never_above", 14, {"Fromage", "Fromage"}},
                {"never_above", 15, {"SGD, 0.0019", "SGD, 0.0019"}}}},
    {.name = "reach",
     .title =
         {"At rate 0.003 none is below its reach, and AdaGrad stays far above",
          "При шаге 0.003 никто не ниже достижимого, AdaGrad далеко"},
     .x = {"iteration {/:Italic k}", "итерация {/:Italic k}"},
     .y = {"{/:Italic f}({/:Italic x_k})", "{/:Italic f}({/:Italic x_k})"},
     .linear_y = true,
     .bounds = true,
     .curves = {{"line_2_reach", 0, {"AdaGrad", "AdaGrad"}},
                {"line_2_reach", 1, {"RMSProp", "RMSProp"}},
                {"line_2_reach", 2, {"Adam", "Adam"}},
                {"line_2_reach", 3, {"Adam, uncorrected", "Adam без корр."}},
                {"line_2_reach", 7, {"Shampoo", "Shampoo"}},
                {"line_2_reach", 8, {"Muon", "Muon"}}}},
};

const struct theorem theorem_rosenbrock = {
    .id = "rosenbrock",
    .title = {"Many methods on Rosenbrock's function",
              "Много методов на функции Розенброка"},
    .source = "Много методов",
    HYPOTHESES(hypotheses),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
    MAPS(maps),
};

/**
## Exercises

@exercise top_curvature_at_the_minimum Does gradient descent arrive with the
    step 0.0021 as it does with 0.0019? Predict it from $\lambda_{\max}$, and
    tell at which $x$ on the floor $y=x^2$ of the valley the longer step becomes
    too long. Then compare
    `descent run rosenbrock sgd --alpha 0.0021 --steps 20000 --runs 16` with the
    same at 0.0019; look at $k=1000$ as well. :: $2/0.0021$ is about 952, below
    $\lambda_{\max}\approx1001.6$: the minimum repels that step. On the floor
    the Hessian has the trace $202+800x^2$ and the determinant 400, so that the
    large eigenvalue passes 952 at about $x=0.97$. Up to there all seems well,
    and at $k=1000$ the value is about 0.0007; then what is left across the
    valley grows, and at $k=20000$ the run hops with a value of about 0.04. With
    0.0019 it is below $10^{-16}$ by then.
@exercise sharp_worst_gradients Feed three equal gradients to Adam without bias
    correction:
    `printf '5\n5\n5\n' | descent trace adam_uncorrected --alpha 1 --eps 0`. Are
    its steps equally long? Predict the first one, and explain which of the two
    averages makes them change, and why no gradients make the first step longer.
    :: They grow: about 3.16, 4.25 and 4.95. Step $k$ is
    $\frac{1-\beta_1^k}{\sqrt{1-\beta_2^k}}$ whatever the gradient is, and at
    first its numerator grows like $k$ and its denominator like $\sqrt k$: $v$
    is a much longer average than $m$, and fills more slowly. The first step is
    $c_1=\frac{1-\beta_1}{\sqrt{1-\beta_2}}$ for any gradient at all; only later
    is there something to gain, and (1) is attained by gradients that grow by
    the factor $\frac{\beta_2}{\beta_1}=1.11$, which equal ones nearly do. Bias
    correction makes all three steps 1.
@exercise momentum_diverges_at_0_003 On a quadratic of curvature $\lambda$ the
    heavy ball is stable for $\alpha<\frac{2(1+\beta)}\lambda$. Does the minimum
    repel it at $\alpha=0.003$, $\beta=0.9$, as it repels gradient descent? How
    does this go together with
    `descent verify rosenbrock/momentum_diverges_at_0_003`? ::
    $\frac{3.8}{1001.6}$ is about 0.0038, which is more than 0.003: for the
    heavy ball this minimum attracts, and a run begun near enough to it
    converges. But that is said of a neighbourhood only. From $(0.1,\,3)$
    momentum carries the iterate far out, where the curvature across the valley,
    which grows like $1200x^2$, is too much for any such step, and within ten
    steps $f$ is above $10^{100}$. With gradient descent it is the other way
    round: it is repelled, and does not diverge. What happens at the minimum and
    what happens on the way are two questions.
*/
/**ru 2230596052
## Упражнения

@exercise top_curvature_at_the_minimum Доходит ли градиентный спуск с шагом
    0,0021 так же, как с шагом 0,0019? Предскажите это по $\lambda_{\max}$ и
    скажите, при каком $x$ на дне долины $y=x^2$ более длинный шаг становится
    слишком длинным. Затем сравните
    `descent run rosenbrock sgd --alpha 0.0021 --steps 20000 --runs 16` с таким
    же запуском при 0,0019; посмотрите и на $k=1000$. :: $2/0.0021$ — около 952,
    меньше, чем $\lambda_{\max}\approx1001.6$: минимум отталкивает такой шаг. На
    дне долины след гессиана равен $202+800x^2$, а определитель 400, так что
    большое собственное значение переходит через 952 примерно при $x=0.97$. До
    этого места всё как будто хорошо, и при $k=1000$ значение около 0,0007;
    потом растёт то, что осталось поперёк долины, и при $k=20000$ запуск скачет
    со значением около 0,04. С шагом 0,0019 оно к этому времени меньше
    $10^{-16}$.
@exercise sharp_worst_gradients Подайте Adam без коррекции смещения три
    одинаковых градиента:
    `printf '5\n5\n5\n' | descent trace adam_uncorrected --alpha 1 --eps 0`.
    Одинаковы ли длины его шагов? Предскажите первую и объясните, какое из двух
    средних заставляет их меняться и почему никакие градиенты не сделают первый
    шаг длиннее. :: Они растут: около 3,16, 4,25 и 4,95. Шаг $k$ равен
    $\frac{1-\beta_1^k}{\sqrt{1-\beta_2^k}}$, каков бы ни был градиент, и
    вначале числитель растёт как $k$, а знаменатель — как $\sqrt k$: $v$
    усредняет по гораздо более долгому времени, чем $m$, и наполняется
    медленнее. Первый шаг при любом градиенте равен
    $c_1=\frac{1-\beta_1}{\sqrt{1-\beta_2}}$; выиграть можно только потом, и (1)
    достигается на градиентах, растущих в $\frac{\beta_2}{\beta_1}=1.11$ раза за
    шаг, а одинаковые почти таковы. С коррекцией смещения все три шага равны 1.
@exercise momentum_diverges_at_0_003 На квадратичной функции с кривизной
    $\lambda$ тяжёлый шарик устойчив при $\alpha<\frac{2(1+\beta)}\lambda$.
    Отталкивает ли его минимум при $\alpha=0.003$, $\beta=0.9$, как отталкивает
    градиентный спуск? Как это согласуется с
    `descent verify rosenbrock/momentum_diverges_at_0_003`? ::
    $\frac{3.8}{1001.6}$ — около 0,0038, а это больше 0,003: тяжёлый шарик этот
    минимум притягивает, и запуск, начатый достаточно близко, сходится. Но
    сказано это лишь об окрестности. Из $(0.1,\,3)$ момент уносит точку далеко,
    туда, где кривизна поперёк долины, растущая как $1200x^2$, слишком велика
    для такого шага, и не позже чем за десять шагов $f$ превышает $10^{100}$. С
    градиентным спуском всё наоборот: минимум его отталкивает, но он не
    расходится. Что происходит у минимума и что происходит по пути — два разных
    вопроса.
*/
/**
## References

- H. Rosenbrock, *An automatic method for finding the greatest or least value of
  a function*, The Computer Journal 3 (1960).
- D. Kingma, J. Ba, *Adam: a method for stochastic optimization* (2014),
  section 2.1: the effective step.
- J. Cohen, S. Kaur, Y. Li, J. Kolter, A. Talwalkar, *Gradient descent on neural
  networks typically occurs at the edge of stability*, ICLR (2021).
- V. Leplat, D. Merkulov, A. Katrutsa, D. Bershatsky, O. Tsymboi, I.
  Oseledets, *NAG-GS: semi-implicit, accelerated and robust stochastic
  optimizer* (2022): where the lecture's picture has its file name from.
- J. Bernstein, A. Vahdat, Y. Yue, M.-Y. Liu, *On the distance between two neural
  networks and the stability of learning*, NeurIPS (2020): Fromage.
*/
/**ru 2104743217
## Литература

- H. Rosenbrock, *An automatic method for finding the greatest or least value
  of a function*, The Computer Journal 3 (1960).
- D. Kingma, J. Ba, *Adam: a method for stochastic optimization* (2014),
  раздел 2.1: эффективный шаг.
- J. Cohen, S. Kaur, Y. Li, J. Kolter, A. Talwalkar, *Gradient descent on
  neural networks typically occurs at the edge of stability*, ICLR (2021).
- V. Leplat, D. Merkulov, A. Katrutsa, D. Bershatsky, O. Tsymboi, I.
  Oseledets, *NAG-GS: semi-implicit, accelerated and robust stochastic
  optimizer* (2022): отсюда имя файла у картинки лекции.
- J. Bernstein, A. Vahdat, Y. Yue, M.-Y. Liu, *On the distance between two
  neural networks and the stability of learning*, NeurIPS (2020): Fromage.
*/
