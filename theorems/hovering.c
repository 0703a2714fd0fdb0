/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# A constant step hovers around the optimum

The lecture shows it on a line that is fitted to points (slide «Типичное
поведение»: «Stochastic Gradient Descent. Batch = 2»): $y=3x+4$ and noise of
deviation 0.2, $N=100$ points, $w_0=(5.5,\ 1.5)$, the step 1. The path comes
near
the optimum in some twenty steps, and three hundred bring it no nearer.

@figure sgd_lin_reg_divergence The path of SGD, and the ellipse in which it stays;
    the line that it fits

How far it is thrown can be said exactly. Let the components be quadratic, and
with the optimum $w^*$ and $v=w-w^*$
$$\nabla f_B(w)=H_Bv+r_B,\qquad\mathbb E\,H_B=H\succ0,\qquad\mathbb E\,r_B=0,\qquad R=\mathbb E\,r_Br_B^\top.$$
For symmetric matrices $S$ let
$$\mathcal A S=HS+SH,\qquad\mathcal B S=\mathbb E\,H_BSH_B,\qquad\mathcal T=1-\alpha\mathcal A+\alpha^2\mathcal B. \tag{1}$$

**Theorem.** Batches are drawn independently, and the step is
$$0<\alpha<\alpha^*=\frac1{\lambda_{\max}(\mathcal A^{-1}\mathcal B)}. \tag{2}$$
Then $\mathbb E\,v_kv_k^\top$ converges, from any $w_0$, to
$$S=\alpha\,(\mathcal A-\alpha\mathcal B)^{-1}R,\qquad\mathbb E[f(w_k)-f^*]\to\tfrac12\operatorname{tr}HS, \tag{3}$$
and what is left of the start falls like the powers of
$\max(\rho,\ \|I-\alpha H\|)<1$, with $\rho=\lambda_{\max}(\mathcal T)$.
With $R^2$ the least number such that $\mathbb E\,H_B^2\preceq R^2H$,
$$\frac\alpha4\operatorname{tr}R\ \le\ \tfrac12\operatorname{tr}HS\ \le\ \frac{\alpha\operatorname{tr}R}{2(2-\alpha R^2)}\quad\text{for }\alpha<\tfrac2{R^2}. \tag{4}$$
From $\alpha^*$ to $\frac2L$ the mean of $\|v_k\|^2$ grows beyond all bounds if
$R\succ0$.

The left of (4) is the point: nothing but a shorter step brings SGD nearer.
*/
/**ru 2176494685
# Постоянный шаг витает около оптимума

Лекция показывает это на прямой, которую подгоняют к точкам (слайд «Типичное
поведение»: «Stochastic Gradient Descent. Batch = 2»): $y=3x+4$ и шум со
стандартным отклонением 0,2, $N=100$ точек, $w_0=(5.5,\ 1.5)$, шаг 1. Траектория
подходит к оптимуму шагов за двадцать, а за триста не подходит ближе.

@figure sgd_lin_reg_divergence Траектория SGD и эллипс, в котором она остаётся;
    прямая, которую она подгоняет

Насколько далеко её отбрасывает, можно сказать точно. Пусть слагаемые
квадратичны, $w^*$ — оптимум, $v=w-w^*$ и
$$\nabla f_B(w)=H_Bv+r_B,\qquad\mathbb E\,H_B=H\succ0,\qquad\mathbb E\,r_B=0,\qquad R=\mathbb E\,r_Br_B^\top.$$
Для симметричных матриц $S$ положим
$$\mathcal A S=HS+SH,\qquad\mathcal B S=\mathbb E\,H_BSH_B,\qquad\mathcal T=1-\alpha\mathcal A+\alpha^2\mathcal B. \tag{1}$$

**Теорема.** Пусть батчи выбираются независимо, а шаг таков, что
$$0<\alpha<\alpha^*=\frac1{\lambda_{\max}(\mathcal A^{-1}\mathcal B)}. \tag{2}$$
Тогда $\mathbb E\,v_kv_k^\top$ сходится, при любом $w_0$, к пределу
$$S=\alpha\,(\mathcal A-\alpha\mathcal B)^{-1}R,\qquad\mathbb E[f(w_k)-f^*]\to\tfrac12\operatorname{tr}HS, \tag{3}$$
а то, что осталось от начала, убывает как степени числа $\max(\rho,\ \|I-\alpha
H\|)<1$, где $\rho=\lambda_{\max}(\mathcal T)$. Если $R^2$ — наименьшее число,
для которого $\mathbb E\,H_B^2\preceq R^2H$, то
$$\frac\alpha4\operatorname{tr}R\ \le\ \tfrac12\operatorname{tr}HS\ \le\ \frac{\alpha\operatorname{tr}R}{2(2-\alpha R^2)}\quad\text{при }\alpha<\tfrac2{R^2}. \tag{4}$$
От $\alpha^*$ до $\frac2L$ среднее значение $\|v_k\|^2$ растёт неограниченно,
если $R\succ0$.

Главное здесь — левая часть (4): ничто, кроме более короткого шага, не подведёт
SGD ближе.
*/
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_randist.h>

#include "../problems/erring.h"
#include "../problems/line.h"
#include "../problems/logistic.h"
#include "shared/batches.h"
#include "shared/premises.h"
#include "shared/steps.h"
#include "theorem.h"

static bool is_quadratic(const struct premises *p) {
    return p->problem->quadratic;
}
HYPOTHESIS(quadratic_components, "every component is quadratic",
           "каждое слагаемое квадратично", is_quadratic);
HYPOTHESIS(independent_batches, "batches are drawn independently",
           "батчи выбираются независимо", NULL);
HYPOTHESIS(noise_at_the_optimum, "components disagree at w*: R > 0",
           "градиенты слагаемых в w* различны: R > 0", NULL);
HYPOTHESIS(stable_step, "0 < alpha < alpha*", "0 < alpha < alpha*", NULL);
static const struct hypothesis *const hypotheses[] = {
    quadratic_components, independent_batches, noise_at_the_optimum,
    stable_step};
/**
## In numbers

A symmetric $2\times2$ matrix is three numbers,
$(s_{11},\sqrt2\,s_{12},s_{22})$, in which
$\operatorname{tr}XS$ is the inner product. $\mathcal A$, $\mathcal B$ and
$\mathcal T$ are $3\times3$ matrices
then, and symmetric ones:
$\operatorname{tr}X(H_BSH_B)=\operatorname{tr}(H_BXH_B)S$.

The pairs need not be gone through. With $a_i=(x_i,1)$, $H_i=a_ia_i^\top$ and
$\varphi=\frac{N-2}{2(N-1)}$, the factor [of batches without
replacement](minibatch_descent.html#how-long-the-error-of-a-batch-is), the
covariance
of anything over pairs is $\varphi$ times that over single points:
$$\mathcal BS=HSH+\varphi\Bigl(\frac1N\sum_iH_iSH_i-HSH\Bigr),\qquad R=\frac\varphi N\sum_i\varepsilon_i^2\,a_ia_i^\top,\quad\varepsilon_i=a_i^\top w^*-y_i. \tag{5}$$
*/
/**ru 3218801611
## В числах

Симметричная матрица $2\times2$ — это три числа,
$(s_{11},\sqrt2\,s_{12},s_{22})$, в которых $\operatorname{tr}XS$ — скалярное
произведение. Тогда $\mathcal A$, $\mathcal B$ и $\mathcal T$ — матрицы
$3\times3$, причём симметричные:
$\operatorname{tr}X(H_BSH_B)=\operatorname{tr}(H_BXH_B)S$.

Перебирать пары не нужно. Если $a_i=(x_i,1)$, $H_i=a_ia_i^\top$ и
$\varphi=\frac{N-2}{2(N-1)}$ — множитель [для батчей без
возвращения](minibatch_descent.html#how-long-the-error-of-a-batch-is), то
ковариация чего угодно по парам равна ковариации по отдельным точкам, умноженной
на $\varphi$:
$$\mathcal BS=HSH+\varphi\Bigl(\frac1N\sum_iH_iSH_i-HSH\Bigr),\qquad R=\frac\varphi N\sum_i\varepsilon_i^2\,a_ia_i^\top,\quad\varepsilon_i=a_i^\top w^*-y_i. \tag{5}$$
*/
enum { SIDE = 2, SYM = 3 };
struct symmetric {
    double s[SYM];
};

static struct symmetric outer(const double u[], const double v[]) {
    return (struct symmetric){
        {u[0] * v[0], M_SQRT1_2 * (u[0] * v[1] + u[1] * v[0]), u[1] * v[1]}};
}
static double inner(struct symmetric a, struct symmetric b) {
    return a.s[0] * b.s[0] + a.s[1] * b.s[1] + a.s[2] * b.s[2];
}
static struct symmetric sum(struct symmetric a, double weight,
                            struct symmetric b) {
    for (size_t j = 0; j < SYM; j++) a.s[j] += weight * b.s[j];
    return a;
}
static const struct symmetric identity = {{1, 0, 1}};

/* S w and H S H. */
static void times(struct symmetric a, const double w[], double out[]) {
    double off = M_SQRT1_2 * a.s[1];
    out[0] = a.s[0] * w[0] + off * w[1];
    out[1] = off * w[0] + a.s[2] * w[1];
}
static struct symmetric around(struct symmetric h, struct symmetric s) {
    double off = M_SQRT1_2 * h.s[1], first[SIDE], second[SIDE];
    const double column[2][SIDE] = {{h.s[0], off}, {off, h.s[2]}};
    times(s, column[0], first);
    times(s, column[1], second);
    double cross[SIDE];
    times(h, first, cross);
    struct symmetric out = {{cross[0], M_SQRT2 * cross[1], 0}};
    times(h, second, cross);
    out.s[2] = cross[1];
    return out;
}
static struct symmetric anticommutator(struct symmetric h, struct symmetric s) {
    double off = M_SQRT1_2 * h.s[1];
    return (struct symmetric){
        {2 * h.s[0] * s.s[0] + 2 * off * M_SQRT1_2 * s.s[1],
         (h.s[0] + h.s[2]) * s.s[1] + h.s[1] * (s.s[0] + s.s[2]),
         2 * h.s[2] * s.s[2] + 2 * off * M_SQRT1_2 * s.s[1]}};
}

struct line_law {
    double point[LINE_POINTS][SIDE], residual[LINE_POINTS]; /* a_i, eps_i */
    struct symmetric H, R;
    double A[SYM * SYM], B[SYM * SYM];
    double mu, R2, start[SIDE];
};

static double pair_factor(void) {
    return batch_factor(LINE_POINTS, 2, false);
}
static struct symmetric mean_around(const struct line_law *l,
                                    struct symmetric s) {
    struct symmetric both = around(l->H, s), mean = {{0}};
    for (size_t i = 0; i < LINE_POINTS; i++) {
        double sa[SIDE];
        times(s, l->point[i], sa);
        double weight = l->point[i][0] * sa[0] + l->point[i][1] * sa[1];
        mean = sum(mean, weight / LINE_POINTS, outer(l->point[i], l->point[i]));
    }
    return sum(both, pair_factor(), sum(mean, -1, both));
}

/* The largest eigenvalue of A x = lambda B x, both symmetric, B positive. */
static double largest_generalised(size_t n, const double a[],
                                  const double b[]) {
    gsl_matrix *x = gsl_matrix_alloc(n, n), *y = gsl_matrix_alloc(n, n);
    gsl_vector *values = gsl_vector_alloc(n);
    for (size_t e = 0; e < n * n; e++) {
        x->data[e] = a[e];
        y->data[e] = b[e];
    }
    gsl_eigen_gensymm_workspace *work = gsl_eigen_gensymm_alloc(n);
    gsl_eigen_gensymm(x, y, values, work);
    double largest = gsl_vector_max(values);
    gsl_eigen_gensymm_free(work);
    gsl_vector_free(values);
    gsl_matrix_free(x);
    gsl_matrix_free(y);
    return largest;
}

static struct line_law line_law_of(const struct problem *p) {
    struct line_law l = {.mu = p->mu};
    for (size_t i = 0; i < LINE_POINTS; i++) {
        const double *at = line_points(p)[i];
        double *a = l.point[i];
        a[0] = at[0];
        a[1] = 1;
        l.residual[i] = a[0] * p->x_star[0] + p->x_star[1] - at[1];
        struct symmetric one = outer(a, a);
        l.H = sum(l.H, 1.0 / LINE_POINTS, one);
        double square = l.residual[i] * l.residual[i];
        l.R = sum(l.R, pair_factor() * square / LINE_POINTS, one);
    }
    for (size_t c = 0; c < SYM; c++) {
        struct symmetric unit = {{c == 0, c == 1, c == 2}};
        struct symmetric a = anticommutator(l.H, unit);
        struct symmetric b = mean_around(&l, unit);
        for (size_t r = 0; r < SYM; r++) {
            l.A[r * SYM + c] = a.s[r];
            l.B[r * SYM + c] = b.s[r];
        }
    }
    struct symmetric square = mean_around(&l, identity); /* E H_B^2 */
    const double e[] = {square.s[0], M_SQRT1_2 * square.s[1],
                        M_SQRT1_2 * square.s[1], square.s[2]},
                 h[] = {l.H.s[0], M_SQRT1_2 * l.H.s[1], M_SQRT1_2 * l.H.s[1],
                        l.H.s[2]};
    l.R2 = largest_generalised(SIDE, e, h);
    for (size_t j = 0; j < SIDE; j++) l.start[j] = p->x_0[j] - p->x_star[j];
    return l;
}
static struct line_law lecture_line(void) {
    struct problem *p = line_in_pairs();
    struct line_law l = line_law_of(p);
    problem_free(p);
    return l;
}
/**
## The proof, line by line

**Line 1. A step.** $v_{k+1}=(I-\alpha H_B)v_k-\alpha r_B$. The batch is
independent of $v_k$, and $\mathbb E\,r_B=0$, so with $m_k=\mathbb E\,v_k$ and
$S_k=\mathbb E\,v_kv_k^\top$
$$m_{k+1}=(I-\alpha H)\,m_k,\qquad S_{k+1}=\mathcal T S_k+\alpha^2R+\alpha^2\,\mathbb E\bigl[H_Bm_kr_B^\top+r_Bm_k^\top H_B\bigr]. \tag{6}$$
The last bracket is there because a pair that is steep may be off as well; it
vanishes with $m_k$. Checked from points around the optimum: one step of the
method with each of the 4950 pairs, against (6) with (5).
*/
/**ru 1248770581
## Доказательство строка за строкой

**Строка 1. Один шаг.** $v_{k+1}=(I-\alpha H_B)v_k-\alpha r_B$. Батч не зависит
от $v_k$, и $\mathbb E\,r_B=0$, так что для $m_k=\mathbb E\,v_k$ и $S_k=\mathbb
E\,v_kv_k^\top$
$$m_{k+1}=(I-\alpha H)\,m_k,\qquad S_{k+1}=\mathcal T S_k+\alpha^2R+\alpha^2\,\mathbb E\bigl[H_Bm_kr_B^\top+r_Bm_k^\top H_B\bigr]. \tag{6}$$
Последняя скобка стоит здесь потому, что крутая пара может к тому же и
отклоняться; вместе с $m_k$ она исчезает. Проверено из нескольких точек вокруг
оптимума: один шаг метода с каждой из 4950 пар, против (6) с (5).
*/
struct state {
    double mean[SIDE];
    struct symmetric square;
};
static struct state state_at(const double v[]) {
    return (struct state){{v[0], v[1]}, outer(v, v)};
}
static struct state state_next(const struct line_law *l, double alpha,
                               const struct state *now) {
    struct state next = {.square = now->square};
    double moved[SIDE];
    times(l->H, now->mean, moved);
    for (size_t j = 0; j < SIDE; j++)
        next.mean[j] = now->mean[j] - alpha * moved[j];
    struct symmetric cross = {{0}};
    for (size_t i = 0; i < LINE_POINTS; i++) {
        const double *a = l->point[i];
        double along = a[0] * now->mean[0] + a[1] * now->mean[1];
        double weight = 2 * along * l->residual[i] / LINE_POINTS;
        cross = sum(cross, pair_factor() * weight, outer(a, a));
    }
    next.square = sum(next.square, -alpha, anticommutator(l->H, now->square));
    next.square = sum(next.square, alpha * alpha, mean_around(l, now->square));
    next.square = sum(next.square, alpha * alpha, sum(l->R, 1, cross));
    return next;
}

/* A sum of so many terms of that size, and a few products. */
static double rounding(double terms, double size) {
    return (terms + 64) * DBL_EPSILON * size;
}

static void one_step(struct inquiry *q) {
    static const double from[][SIDE] = {
        {0, 0}, {2.5, -2.5}, {0.1, 0.3}, {-0.7, 0.05}};
    struct problem *p = line_in_pairs();
    struct line_law l = line_law_of(p);
    struct settings settings = {.alpha = 1};
    struct trajectory t = trajectory_new(p, &method_sgd, &settings);
    for (size_t i = 0; i < COUNT(from); i++) {
        struct state now = state_at(from[i]);
        struct state said = state_next(&l, settings.alpha, &now),
                     is = {.mean = {0}};
        for (size_t pair = 0; pair < p->components; pair++) {
            trajectory_restart(&t);
            double v[SIDE];
            for (size_t j = 0; j < SIDE; j++)
                t.x[j] = real_all(p->x_star[j] + from[i][j]);
            trajectory_step(&t, whole_all(pair));
            for (size_t j = 0; j < SIDE; j++) {
                v[j] = t.x[j][0] - p->x_star[j];
                is.mean[j] += v[j] / (double)p->components;
            }
            is.square = sum(is.square, 1 / (double)p->components, outer(v, v));
        }
        double size = 1 + inner(is.square, identity);
        double error = rounding((double)p->components + LINE_POINTS, 8 * size);
        size_t first = q->count;
        for (size_t j = 0; j < SIDE; j++)
            inquiry_exact(q, p->id, "sgd", j + 1, is.mean[j], error, EQUAL,
                          said.mean[j]);
        inquiry_which(q, first, "mean, from point %zu", i + 1);
        first = q->count;
        for (size_t j = 0; j < SYM; j++)
            inquiry_exact(q, p->id, "sgd", j + 1, is.square.s[j], error, EQUAL,
                          said.square.s[j]);
        inquiry_which(q, first, "second moment, from point %zu", i + 1);
    }
    trajectory_free(&t);
    problem_free(p);
}
CLAIM(line_1_one_step, PROOF_LINE,
      ALLOWING(1e-4,
               "the error is relative to the largest moment; means near "
               "the optimum are small",
               COMPUTE(one_step)),
      "Both equations (6), over all pairs.",
      "Оба равенства (6), по всем парам.");
/**
As (6) is linear in the moments, it holds for $S_k$ whatever the law of $w_k$.
Along the lecture's run, against the project's own recursion of second moments,
which reads its matrices off the method's steps with each pair:
*/
/**ru 1682706720
Поскольку (6) линейно по моментам, оно верно для $S_k$, каким бы ни было
распределение $w_k$. Вдоль запуска из лекции оно сравнивается с собственной
рекурсией проекта для вторых моментов, которая читает свои матрицы по шагам
метода с каждой парой:
*/
enum { NEAR = 40, FAR = 400 };
static const struct setting early[] = {
    {line_in_pairs, &method_sgd, {.alpha = 0.5}, 1, .steps = NEAR},
    {line_in_pairs, &method_sgd, {.alpha = 1.5}, 1, .steps = NEAR}};

/* E f(w_k) - f* by (6), for k up to NEAR. */
static void gaps_by_6(const struct line_law *l, double alpha, double gap[]) {
    struct state s = state_at(l->start);
    for (size_t k = 0; k <= NEAR; k++) {
        gap[k] = inner(l->H, s.square) / 2;
        s = state_next(l, alpha, &s);
    }
}
static void along_the_run(struct inquiry *q) {
    struct line_law l = lecture_line();
    for (size_t i = 0; i < COUNT(early); i++) {
        struct series s;
        double gap[NEAR + 1], alpha = early[i].settings.alpha;
        if (!inquiry_series(q, &early[i], &s)) return;
        gaps_by_6(&l, alpha, gap);
        size_t first = q->count;
        for (size_t k = 0; k <= NEAR; k++)
            inquiry_exact(q, "line_in_pairs", "sgd", k, s.gap[k],
                          s.gap_error[k] + rounding(LINE_POINTS, gap[0]), EQUAL,
                          gap[k]);
        inquiry_which(q, first, "alpha = %g", alpha);
        series_free(&s);
    }
}
CLAIM(
    line_1_along_the_run, PROOF_LINE, COMPUTE(along_the_run),
    "(6) and the project's second moments agree on $\\mathbb E[f(w_k)-f^*]$.",
    "(6) и вторые моменты проекта дают одно и то же $\\mathbb E[f(w_k)-f^*]$.");
/**
**Line 2. What contracts.**
$\mathcal T S=\mathbb E(I-\alpha H_B)S(I-\alpha H_B)$ maps
positive semidefinite matrices to such ones. Being symmetric, it has the norm
$\rho=\max|\lambda|$; by Perron and Frobenius that is
$\lambda_{\max}(\mathcal T)$, and belongs to a
positive semidefinite $Y$. Now
$$\rho<1\iff\mathcal A-\alpha\mathcal B\succ0\iff\alpha<\alpha^*, \tag{7}$$
for $1-\mathcal T=\alpha(\mathcal A-\alpha\mathcal B)$, and $\mathcal A$ is
positive definite.
Below, at and above $\alpha^*$, eigenvalues of $\mathcal T$ against $\alpha^*$,
which is a generalised
eigenvalue of $\mathcal B$ and $\mathcal A$:
*/
/**ru 3877793108
**Строка 2. Что сжимает.** Оператор $\mathcal T S=\mathbb E(I-\alpha
H_B)S(I-\alpha H_B)$ переводит положительно полуопределённые матрицы в такие же.
Будучи симметричным, он имеет норму $\rho=\max|\lambda|$; по Перрону и
Фробениусу это $\lambda_{\max}(\mathcal T)$, и ему отвечает положительно
полуопределённая $Y$. Далее,
$$\rho<1\iff\mathcal A-\alpha\mathcal B\succ0\iff\alpha<\alpha^*, \tag{7}$$
так как $1-\mathcal T=\alpha(\mathcal A-\alpha\mathcal B)$, а $\mathcal A$
положительно определён. Ниже $\alpha^*$, на нём и выше собственные значения
$\mathcal T$ сравниваются с самим $\alpha^*$, которое есть обобщённое
собственное значение $\mathcal B$ и $\mathcal A$:
*/
static double longest_step(const struct line_law *l) {
    return 1 / largest_generalised(SYM, l->B, l->A);
}
static void extremes(const struct line_law *l, double alpha, double *least,
                     double *largest) {
    double t[SYM * SYM];
    for (size_t e = 0; e < SYM * SYM; e++)
        t[e] = (e % (SYM + 1) == 0) - alpha * l->A[e] + alpha * alpha * l->B[e];
    eigen_extremes(SYM, t, least, largest);
}
static double contraction(const struct line_law *l, double alpha) {
    double least, largest;
    extremes(l, alpha, &least, &largest);
    return larger(largest, -least);
}
static const double few = 1e3 * DBL_EPSILON; /* eigenvalues of small matrices */

static void threshold(struct inquiry *q) {
    static const double parts[] = {0.1, 0.5, 0.9, 0.99, 0.999, 1, 1.001, 1.1};
    struct line_law l = lecture_line();
    double most = longest_step(&l);
    for (size_t i = 0; i < COUNT(parts); i++) {
        enum sign sign = parts[i] < 1   ? AT_MOST
                         : parts[i] > 1 ? AT_LEAST
                                        : EQUAL;
        inquiry_exact(q, "line_in_pairs", "sgd", i + 1,
                      contraction(&l, parts[i] * most), few, sign, 1);
        inquiry_which(q, q->count - 1, "%g of alpha*", parts[i]);
    }
}
CLAIM(line_2_threshold, PROOF_LINE, COMPUTE(threshold),
      "(7): $\\rho$ is 1 at $\\alpha^*$, less below and more above.",
      "(7): $\\rho$ равно 1 при $\\alpha^*$, меньше ниже него и больше выше.");
/**
A condition without $\mathcal T$: as
$\operatorname{tr}\mathcal BS=\operatorname{tr}(\mathbb E\,H_B^2)S\le
R^2\operatorname{tr}HS$,
$$\operatorname{tr}\mathcal T S\le\operatorname{tr}S-\alpha(2-\alpha R^2)\operatorname{tr}HS,\qquad\text{so}\qquad1-\rho\ge\alpha\mu(2-\alpha R^2), \tag{8}$$
on the left for all $S\succeq0$, on the right with $S=Y$ where
$\alpha\le\frac2{R^2}$. A short step makes it an equality.
*/
/**ru 4286141973
Условие без $\mathcal T$: поскольку $\operatorname{tr}\mathcal
BS=\operatorname{tr}(\mathbb E\,H_B^2)S\le R^2\operatorname{tr}HS$,
$$\operatorname{tr}\mathcal T S\le\operatorname{tr}S-\alpha(2-\alpha R^2)\operatorname{tr}HS,\qquad\text{значит,}\qquad1-\rho\ge\alpha\mu(2-\alpha R^2), \tag{8}$$
слева при всех $S\succeq0$, справа — с $S=Y$, когда $\alpha\le\frac2{R^2}$. При
коротком шаге это становится равенством.
*/
static void sufficient(struct inquiry *q) {
    static const double parts[] = {0.001, 0.01, 0.1, 0.5, 0.9};
    struct line_law l = lecture_line();
    for (size_t i = 0; i < COUNT(parts); i++) {
        double alpha = parts[i] * 2 / l.R2;
        inquiry_exact(q, "line_in_pairs", "sgd", i + 1,
                      1 - contraction(&l, alpha), few, AT_LEAST,
                      alpha * l.mu * (2 - alpha * l.R2));
        inquiry_which(q, q->count - 1, "%g of 2/R^2", parts[i]);
    }
}
CLAIM(line_2_sufficient, PROOF_LINE, COMPUTE(sufficient),
      "(8): how much a step contracts, at least.",
      "(8): насколько по меньшей мере сжимает шаг.");
/**
**Line 3. Where it rests.** $m_k\to0$, as $\|I-\alpha H\|^2\le\rho$ by Jensen;
then
$S_{k+1}=\mathcal T S_k+\alpha^2R$ but for something that vanishes, and a
contraction has a
single fixed point: $\alpha(\mathcal A-\alpha\mathcal B)S=\alpha^2R$, which is
(3). It is positive
semidefinite, for it is $\alpha^2\sum_j\mathcal T^jR$.
*/
/**ru 536239225
**Строка 3. К чему сходится.** $m_k\to0$, так как $\|I-\alpha H\|^2\le\rho$ по
неравенству Йенсена; тогда $S_{k+1}=\mathcal T S_k+\alpha^2R$ с точностью до
исчезающей поправки, а у сжатия неподвижная точка одна: $\alpha(\mathcal
A-\alpha\mathcal B)S=\alpha^2R$, то есть (3). Она положительно полуопределена,
так как равна $\alpha^2\sum_j\mathcal T^jR$.
*/
static struct symmetric resting(const struct line_law *l, double alpha) {
    gsl_matrix *m = gsl_matrix_alloc(SYM, SYM);
    gsl_vector *s = gsl_vector_alloc(SYM);
    gsl_permutation *order = gsl_permutation_alloc(SYM);
    int sign;
    for (size_t e = 0; e < SYM * SYM; e++)
        m->data[e] = l->A[e] - alpha * l->B[e];
    for (size_t j = 0; j < SYM; j++) s->data[j] = alpha * l->R.s[j];
    gsl_linalg_LU_decomp(m, order, &sign);
    gsl_linalg_LU_svx(m, order, s);
    struct symmetric out;
    for (size_t j = 0; j < SYM; j++) out.s[j] = s->data[j];
    gsl_permutation_free(order);
    gsl_vector_free(s);
    gsl_matrix_free(m);
    return out;
}
static double resting_gap(const struct line_law *l, double alpha) {
    return inner(l->H, resting(l, alpha)) / 2;
}

/* The lecture's problem late in a run, or another one that is taken for it. */
struct late {
    const struct setting *settings;
    size_t count;
    double times, step; /* of the resting gap, and of the step it is for */
    enum sign sign;
};
static void late_gap(struct inquiry *q) {
    const struct late *late = q->with;
    struct line_law l = lecture_line();
    for (size_t i = 0; i < late->count; i++) {
        const struct setting *setting = &late->settings[i];
        struct problem *p = setting->problem();
        struct series s;
        if (inquiry_assumes(q, p, setting->method, &setting->settings, 1) &&
            inquiry_series(q, setting, &s)) {
            double gap =
                late->times * resting_gap(&l, late->step > 0
                                                  ? late->step
                                                  : setting->settings.alpha);
            inquiry_exact(q, p->id, "sgd", s.steps, s.gap[s.steps],
                          s.gap_error[s.steps] + few * gap, late->sign, gap);
            inquiry_which(q, q->count - 1, "alpha = %g",
                          setting->settings.alpha);
            series_free(&s);
        }
        problem_free(p);
    }
}
static const struct setting settled[] = {
    {line_in_pairs, &method_sgd, {.alpha = 1}, 1, .steps = FAR},
    {line_in_pairs, &method_sgd, {.alpha = 1.5}, 1, .steps = FAR}};
static const struct late rests = {settled, COUNT(settled), 1, 0, EQUAL};
CLAIM(bound_attained, IDENTITY, COMPUTE(late_gap, &rests),
      "After 400 steps the project's exact gap is "
      "$\\frac12\\operatorname{tr}HS$.",
      "После 400 шагов точный зазор, вычисленный проектом, равен "
      "$\\frac12\\operatorname{tr}HS$.");
static const struct late below = {settled, COUNT(settled), 0.95, 0, AT_MOST};
CLAIM(control_0_95, CONTROL, COMPUTE(late_gap, &below),
      "0.95 of it is not enough.", "0,95 этой величины недостаточно.");
/**
**Line 4. The speed.** The pair $(m_k,\ S_k-S)$ is multiplied by a block
triangular map, whose eigenvalues are those of $I-\alpha H$ and of $\mathcal T$.
By
Jensen $\|I-\alpha H\|^2\le\rho$. From the optimum itself, where $m_k=0$, the
second
moment rises to $S$ by $S-S_k=\mathcal T^kS$, and what is missing falls by
$\rho$ a step, 0.84
for the step 1: twenty steps leave 3 %.
*/
/**ru 1896024285
**Строка 4. Скорость.** Пара $(m_k,\ S_k-S)$ умножается на блочно-треугольный
оператор, собственные значения которого суть собственные значения $I-\alpha H$ и
$\mathcal T$. По неравенству Йенсена $\|I-\alpha H\|^2\le\rho$. Из самого
оптимума, где $m_k=0$, второй момент поднимается к $S$ так, что $S-S_k=\mathcal
T^kS$, и недостающее за шаг умножается на $\rho$, при шаге 1 — на 0,84: после
двадцати шагов остаётся 3 %.
*/
static void speed(struct inquiry *q) {
    struct line_law l = lecture_line();
    double alpha = 1, floor = resting_gap(&l, alpha), missing = floor;
    struct state s = state_at((const double[]){0, 0});
    for (size_t k = 1; k <= NEAR; k++) {
        s = state_next(&l, alpha, &s);
        double now = floor - inner(l.H, s.square) / 2;
        if (k >= 20)
            inquiry_exact(q, "line_in_pairs", "sgd", k, now / missing,
                          few * floor / now, EQUAL, contraction(&l, alpha));
        missing = now;
    }
}
CLAIM(
    line_4_speed, PROOF_LINE, COMPUTE(speed),
    "From $w^*$ what is missing of the floor falls by $\\rho$ a step.",
    "Если начать с $w^*$, недостающее до шумового порога за шаг умножается на "
    "$\\rho$.");
static void jensen(struct inquiry *q) {
    struct line_law l = lecture_line();
    for (size_t i = 0; i < COUNT(settled); i++) {
        double alpha = settled[i].settings.alpha, left = 1 - alpha * l.mu;
        inquiry_exact(q, "line_in_pairs", "sgd", i + 1, left * left, few,
                      AT_MOST, contraction(&l, alpha));
        inquiry_which(q, q->count - 1, "alpha = %g", alpha);
    }
}
CLAIM(line_4_jensen, PROOF_LINE, COMPUTE(jensen),
      "$(1-\\alpha\\mu)^2\\le\\rho$ for two steps.",
      "$(1-\\alpha\\mu)^2\\le\\rho$ для двух шагов.");
/**
**Line 5. How high.** The trace of $\mathcal A S=\alpha R+\alpha\mathcal BS$ is
$2\operatorname{tr}HS=\alpha\operatorname{tr}R+\alpha\operatorname{tr}(\mathbb
E\,H_B^2)S$, and the last trace lies between 0 and $R^2\operatorname{tr}HS$:
that is (4). Both sides of (4) are attained as $\alpha\to0$.
*/
/**ru 4023620485
**Строка 5. Как высоко.** След равенства $\mathcal A S=\alpha R+\alpha\mathcal
BS$ есть
$2\operatorname{tr}HS=\alpha\operatorname{tr}R+\alpha\operatorname{tr}(\mathbb
E\,H_B^2)S$, а последний след лежит между 0 и $R^2\operatorname{tr}HS$: это и
есть (4). Обе части (4) достигаются при $\alpha\to0$.
*/
static void between(struct inquiry *q) {
    static const double parts[] = {0.001, 0.01, 0.1, 0.5};
    const enum sign *sign = q->with;
    struct line_law l = lecture_line();
    for (size_t i = 0; i < COUNT(parts); i++) {
        double alpha = parts[i] * 2 / l.R2, gap = resting_gap(&l, alpha);
        double noise = alpha * inner(identity, l.R);
        inquiry_exact(q, "line_in_pairs", "sgd", i + 1, gap, few * gap, *sign,
                      *sign == AT_LEAST ? noise / 4
                                        : noise / (2 * (2 - alpha * l.R2)));
        inquiry_which(q, q->count - 1, "%g of 2/R^2", parts[i]);
    }
}
CLAIM(bound_from_below, BOUND, COMPUTE(between, &(const enum sign){AT_LEAST}),
      "The left of (4).", "Левая часть (4).");
CLAIM(bound_from_above, BOUND, COMPUTE(between, &(const enum sign){AT_MOST}),
      "The right of (4).", "Правая часть (4).");
/**
**Line 6. Beyond.** The covariance $V_k=S_k-m_km_k^\top$ obeys
$V_{k+1}=\mathcal TV_k+\alpha^2\operatorname{Cov}(H_Bm_k+r_B)$, and
$m_k\to0$ for $\alpha<\frac2L$. If $\rho\ge1$, then
$\operatorname{tr}YV_{k+1}\ge\operatorname{tr}YV_k+\alpha^2\operatorname{tr}Y\operatorname{Cov}(\cdot)$,
where the last
term tends to $\alpha^2\operatorname{tr}YR>0$; so the sum grows at least
linearly. $\blacksquare$

## Measured

Runs are drawn, too. Their gap can be as large as the envelope
$\|v_k\|\le\|v_0\|+\alpha k\max\|r_B\|$ allows, which is far; after four steps
150 000 runs tell it to
5 %:
*/
/**ru 2287108568
**Строка 6. За порогом.** Ковариация $V_k=S_k-m_km_k^\top$ подчиняется
соотношению $V_{k+1}=\mathcal TV_k+\alpha^2\operatorname{Cov}(H_Bm_k+r_B)$, и
$m_k\to0$ при $\alpha<\frac2L$. Если $\rho\ge1$, то
$\operatorname{tr}YV_{k+1}\ge\operatorname{tr}YV_k+\alpha^2\operatorname{tr}Y\operatorname{Cov}(\cdot)$,
где последнее слагаемое стремится к $\alpha^2\operatorname{tr}YR>0$; поэтому
сумма растёт по крайней мере линейно. $\blacksquare$

## Измерено

Сделаны и случайные запуски. Их зазор может быть столь велик, сколько позволяет
огибающая $\|v_k\|\le\|v_0\|+\alpha k\max\|r_B\|$, а она далеко; после четырёх
шагов 150 000 запусков определяют его с точностью до 5 %:
*/
static double gap_by_6(const struct constants *c, size_t k) {
    struct line_law l = lecture_line();
    double gap[NEAR + 1];
    gaps_by_6(&l, c->alpha, gap);
    return gap[k];
}
CLAIM(measured_gap, IDENTITY,
      MEAN(gap_by_6, .sign = EQUAL, .without_sigma2 = true,
           AT(line_in_pairs, &method_sgd, {.alpha = 1}, 4, .steps = 4,
              .runs = 150000)),
      "(6) lies in the interval of the measured mean.",
      "(6) лежит в доверительном интервале измеренного среднего.");
/**
**The ellipse.** As $\mathbb E\,v^\top S^{-1}v=2$ at rest, Markov's inequality
says
$$P(v^\top S^{-1}v\le c)\ge1-\frac2c. \tag{9}$$
The figure draws $c=6$. It is met by runs, at $k=60$ with the start's rest in
the expectation, and at
the lecture's $k=300$.
*/
/**ru 49735632
**Эллипс.** Поскольку в стационарном режиме $\mathbb E\,v^\top S^{-1}v=2$,
неравенство Маркова даёт
$$P(v^\top S^{-1}v\le c)\ge1-\frac2c. \tag{9}$$
На рисунке проведён эллипс $c=6$. Для запусков неравенство выполнено, при $k=60$
(где в математическом ожидании учтён остаток начала) и при $k=300$, как в
лекции.
*/
enum { ELLIPSE = 6, INSIDE_RUNS = 1 << 16 };

/* v' S^-1 v. */
static real in_ellipse(struct symmetric s, const real v[]) {
    double off = M_SQRT1_2 * s.s[1];
    double determinant = s.s[0] * s.s[2] - off * off;
    return (s.s[2] * v[0] * v[0] - 2 * off * v[0] * v[1] +
            s.s[0] * v[1] * v[1]) /
           determinant;
}
/* E v_k' S^-1 v_k. */
static double expected_in_ellipse(struct symmetric s, const struct state *now) {
    double off = M_SQRT1_2 * s.s[1];
    double determinant = s.s[0] * s.s[2] - off * off;
    return (s.s[2] * now->square.s[0] - s.s[1] * now->square.s[1] +
            s.s[0] * now->square.s[2]) /
           determinant;
}
static void inside(struct inquiry *q) {
    static const size_t looks[] = {60, 300};
    struct problem *p = line_in_pairs();
    struct line_law l = line_law_of(p);
    struct settings settings = {.alpha = 1};
    struct symmetric rest = resting(&l, settings.alpha);
    size_t runs = runs_wanted(INSIDE_RUNS, q->options);
    size_t bundles = (runs + LANES - 1) / LANES, in[COUNT(looks)] = {0};
    uint64_t surplus = pcg_surplus(p->components);
    struct trajectory t = trajectory_new(p, &method_sgd, &settings);
    for (size_t b = 0; b < bundles && !inquiry_interrupted(q); b++) {
        struct pcg_lanes random = inquiry_lanes(q, b * LANES);
        trajectory_restart(&t);
        for (size_t i = 0; i < COUNT(looks); i++) {
            while (t.k < looks[i]) trajectory_draw(&t, &random, surplus);
            const real v[] = {t.x[0] - p->x_star[0], t.x[1] - p->x_star[1]};
            real at = in_ellipse(rest, v);
            for (unsigned lane = 0; lane < LANES; lane++)
                in[i] += at[lane] <= ELLIPSE;
        }
    }
    struct state now = state_at(l.start);
    for (size_t i = 0, k = 0; i < COUNT(looks); i++) {
        for (; k < looks[i]; k++) now = state_next(&l, settings.alpha, &now);
        inquiry_share(q, p->id, "sgd", looks[i], in[i], bundles * LANES,
                      AT_LEAST, 1 - expected_in_ellipse(rest, &now) / ELLIPSE);
    }
    trajectory_free(&t);
    problem_free(p);
}
CLAIM(inside_the_ellipse, BOUND, COMPUTE(inside, .limits = 4),
      "(9) with $c=6$, after 60 steps and after 300.",
      "(9) с $c=6$, после 60 шагов и после 300.");
/**
## What breaks

**No noise:** points on a line, and no step hovers. **A step beyond $\alpha^*$**
grows. **Components that are not
quadratic:** $x^2+3\sin^2x$ with $f''(0)$ in place of $H$. **Batches that depend
on each other**, as all do that are dealt from a
shuffled deck: two signs, each once an epoch. Then the second sign undoes most
of what the first has done: an epoch is
$x\mapsto(1-\alpha\mu)^2x\mp\alpha^2\mu s$ in place of
$x\mapsto\ldots\mp\alpha s(1-\alpha\mu)\mp'\alpha s$, and the floor is of the
order $\alpha^3$ and
not $\alpha$.
*/
/**ru 1615957551
## Что ломается {#what-breaks}

**Без шума:** точки на прямой, и ни при каком шаге SGD не витает. **Шаг за
порогом $\alpha^*$** — рост. **Неквадратичные слагаемые:** $x^2+3\sin^2x$ с
$f''(0)$ вместо $H$. **Батчи, зависящие друг от друга**, каковы все батчи,
сданные из перетасованной колоды: два знака, каждый один раз за эпоху. Тогда
второй знак отменяет большую часть сделанного первым: эпоха — это
$x\mapsto(1-\alpha\mu)^2x\mp\alpha^2\mu s$ вместо $x\mapsto\ldots\mp\alpha
s(1-\alpha\mu)\mp'\alpha s$, и шумовой порог имеет порядок $\alpha^3$, а не
$\alpha$.
*/
static const struct setting quiet[] = {
    {line_without_noise, &method_sgd, {.alpha = 1}, 1, .steps = FAR}};
static const struct late noiseless = {quiet, 1, 1, 0, AT_LEAST};
CLAIM(control_no_noise, CONTROL,
      DROPS(noise_at_the_optimum,
            ALLOWING(1e-3, "a floor of nothing has an error only",
                     COMPUTE(late_gap, &noiseless))),
      "Without noise the gap stays at that floor.",
      "Без шума зазор остаётся на этом уровне.");
static const struct setting long_step[] = {
    {line_in_pairs, &method_sgd, {.alpha = 1.95}, 1, .steps = FAR}};
static const struct late too_long = {long_step, 1, 1, 1.5, AT_MOST};
CLAIM(control_step_too_long, CONTROL,
      DROPS(stable_step, COMPUTE(late_gap, &too_long)),
      "With $\\alpha=1.95$ it stays below the floor of 1.5.",
      "При $\\alpha=1.95$ он остаётся ниже уровня для шага 1,5.");

/* For f'' = L at the minimum and the noise +-s, from there. */
static double one_coordinate(const struct constants *c, size_t k) {
    double q = pow(1 - c->alpha * c->L, 2), a = c->alpha * c->noise;
    return c->L / 2 * a * a * (1 - pow(q, (double)k)) / (1 - q);
}
CLAIM(attained_on_two_signs, IDENTITY,
      MEAN(one_coordinate, .sign = EQUAL, .without_sigma2 = true,
           AT(two_signs, &method_sgd, {.alpha = 0.3}, 1, .steps = 300)),
      "In one coordinate (6) is $\\mathbb "
      "E\\,x_k^2=\\alpha^2s^2\\frac{1-q^k}{1-q}$, $q=(1-\\alpha\\mu)^2$ ...",
      "Для одной координаты (6) — это $\\mathbb "
      "E\\,x_k^2=\\alpha^2s^2\\frac{1-q^k}{1-q}$, $q=(1-\\alpha\\mu)^2$ …");
static double far_from_the_start(const struct constants *c, size_t k) {
    (void)k;
    return one_coordinate(c, 100000);
}
CLAIM(control_not_quadratic, CONTROL,
      DROPS(quadratic_components,
            MEAN(far_from_the_start, .sign = EQUAL, .without_sigma2 = true,
                 AT(sine_squared, &method_sgd, {.alpha = 0.2}, 100,
                    .steps = 100, .runs = 200000))),
      "... and on $x^2+3\\sin^2x$ it says where runs come to rest.",
      "… а на $x^2+3\\sin^2x$ это говорит, где останавливаются запуски.");

/* E x^2 on two signs after so many epochs, each of both signs in either order:
 * all 2^epochs orders. */
static void dealt(struct inquiry *q) {
    enum { EPOCHS = 12, ORDERS = 1 << EPOCHS };
    struct problem *p = two_signs();
    struct settings settings = {.alpha = 0.3};
    struct trajectory t = trajectory_new(p, &method_sgd, &settings);
    double mean = 0;
    for (size_t first = 0; first < ORDERS; first += LANES) {
        trajectory_restart(&t);
        whole order = whole_numbered() + first;
        for (size_t e = 0; e < EPOCHS; e++, order >>= 1) {
            trajectory_step(&t, order & 1);
            trajectory_step(&t, (order & 1) ^ 1);
        }
        mean += real_sum(p->mu / 2 * t.x[0] * t.x[0]) / ORDERS;
    }
    struct constants c = constants_of(p, settings.alpha);
    double independent = one_coordinate(&c, 2 * EPOCHS);
    inquiry_exact(q, p->id, "sgd", 2 * EPOCHS, mean,
                  rounding(ORDERS, independent), AT_LEAST, independent);
    trajectory_free(&t);
    problem_free(p);
}
CLAIM(control_batches_from_a_deck, CONTROL,
      DROPS(independent_batches,
            ALLOWING(1e-3, "a bound for the sum over 4096 orders",
                     COMPUTE(dealt))),
      "With each sign once an epoch it is no lower, over all orders of twelve "
      "epochs.",
      "Если каждый знак берётся один раз за эпоху, он не ниже, по всем "
      "порядкам двенадцати эпох.");
/**
## An epoch

The slides «Идея SGD и батчей» show the data as a grid, from which one batch
after another is taken, until all have been
used: an **epoch**. Dealt from a shuffled deck, every point is in exactly one of
the $N/b$ batches. Drawn
anew each time, a point is missed by a batch with probability $1-\frac bN$, and
$$P(\text{not seen in an epoch})=\Bigl(1-\frac bN\Bigr)^{N/b}\le\frac1e, \tag{10}$$
which tends to $\frac1e$ as $\frac bN\to0$: more than a third of the data is not
seen. And the gradients at any fixed $w$
of the batches of one deck add up to $\frac Nb\nabla f(w)$ exactly, whatever the
order: over an epoch its noise cancels.

@figure batches_1 The data
@figure batches_2 One batch
@figure batches_3 The next one
@figure batches_4 Half of an epoch
@figure batches_5 An epoch: every cell once
*/
/**ru 1642580702
## Эпоха

Слайды «Идея SGD и батчей» показывают данные в виде сетки, из которой берут один
батч за другим, пока не будут использованы все: это **эпоха**. Если сдавать из
перетасованной колоды, то каждая точка лежит ровно в одном из $N/b$ батчей. Если
же выбирать каждый раз заново, то батч пропускает данную точку с вероятностью
$1-\frac bN$, и
$$P(\text{не встретилась за эпоху})=\Bigl(1-\frac bN\Bigr)^{N/b}\le\frac1e, \tag{10}$$
что стремится к $\frac1e$ при $\frac bN\to0$: больше трети данных не
встречается. А градиенты батчей одной колоды в любой фиксированной точке $w$
складываются в точности в $\frac Nb\nabla f(w)$, каким бы ни был порядок: за
эпоху их шум взаимно уничтожается.

@figure batches_1 Данные
@figure batches_2 Один батч
@figure batches_3 Следующий
@figure batches_4 Половина эпохи
@figure batches_5 Эпоха: каждая клетка один раз
*/
static double unseen(size_t n, size_t b) {
    return pow(1 - (double)b / (double)n, (double)n / (double)b);
}
static void unseen_below_1_over_e(struct inquiry *q) {
    static const size_t divisors[] = {1, 2, 4, 5, 10, 20, 25, 50};
    for (size_t i = 0; i < COUNT(divisors); i++)
        inquiry_exact(q, "deck", batch_drawn[0], divisors[i],
                      unseen(100, divisors[i]), few, AT_MOST, exp(-1));
}
CLAIM(bound_unseen, BOUND, COMPUTE(unseen_below_1_over_e),
      "(10), right, for batches of $N=100$: up to $\\frac1e$ to 0.5 %.",
      "(10), справа, для батчей из $N=100$ точек: подходит к $\\frac1e$ на 0,5 "
      "%.");

enum { DECK = LINE_POINTS };
static void in_order(int card[static DECK]) {
    for (int i = 0; i < DECK; i++) card[i] = i;
}
static gsl_rng *seeded(struct pcg from) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, from);
    return rng;
}

/* How often the first point is in none of an epoch's batches, drawn anew. */
static void unseen_in_draws(struct inquiry *q) {
    static const size_t batches[] = {2, 10, 50};
    enum { EPOCHS = 1 << 14 };
    /* Beyond a batch stands the first point. */
    int card[DECK], batch[DECK] = {0};
    in_order(card);
    gsl_rng *rng = seeded(pcg_of_run(inquiry_seed(q), q->stream, 0));
    for (size_t i = 0; i < COUNT(batches); i++) {
        size_t b = batches[i], missed = 0;
        for (size_t e = 0; e < EPOCHS && !inquiry_interrupted(q); e++) {
            bool seen = false;
            for (size_t k = 0; k < DECK / b; k++) {
                gsl_ran_choose(rng, batch, b, card, DECK, sizeof *card);
                for (size_t c = 0; c < b; c++) seen |= batch[c] == 0;
            }
            missed += !seen;
        }
        inquiry_share(q, "deck", batch_drawn[0], b, missed, EPOCHS, EQUAL,
                      unseen(DECK, b));
    }
    gsl_rng_free(rng);
}
CLAIM(unseen_measured, IDENTITY,
      WITHIN(0.15, COMPUTE(unseen_in_draws, .limits = 6)),
      "(10), left, for batches of 2, 10 and 50 of 100.",
      "(10), слева, для батчей по 2, 10 и 50 из 100.");

/* The gradients at w_0 of the pairs of an epoch, dealt from a shuffled deck or
 * drawn anew, added up: against N/2 gradients of f. */
static void epoch_adds_up(struct inquiry *q) {
    const bool *dealt_out = q->with;
    enum { DECKS = 20 };
    struct problem *p = line_in_pairs();
    gsl_rng *rng = seeded(pcg_of_run(inquiry_seed(q), q->stream, 0));
    int card[DECK], hand[DECK];
    in_order(card);
    real x[SIDE], whole_gradient[SIDE], one[SIDE];
    for (size_t j = 0; j < SIDE; j++) x[j] = real_all(p->x_0[j]);
    p->value(p, x, whole_gradient);
    for (size_t d = 0; d < DECKS; d++) {
        double added[SIDE] = {0};
        gsl_ran_shuffle(rng, card, DECK, sizeof *card);
        for (size_t k = 0; k < DECK / 2; k++) {
            hand[0] = card[2 * k];
            hand[1] = card[2 * k + 1];
            if (!*dealt_out)
                gsl_ran_choose(rng, hand, 2, card, DECK, sizeof *card);
            size_t high = (size_t)(hand[0] > hand[1] ? hand[0] : hand[1]);
            size_t low = (size_t)(hand[0] > hand[1] ? hand[1] : hand[0]);
            p->component(p, x, whole_all(high * (high - 1) / 2 + low), one);
            for (size_t j = 0; j < SIDE; j++) added[j] += one[j][0];
        }
        for (size_t j = 0; j < SIDE; j++) {
            double said = DECK / 2 * whole_gradient[j][0];
            inquiry_exact(q, p->id, "sgd", 2 * d + j + 1, added[j],
                          rounding(DECK, 10 * DECK), EQUAL, said);
        }
    }
    gsl_rng_free(rng);
    problem_free(p);
}
CLAIM(epoch_is_a_gradient, IDENTITY,
      COMPUTE(epoch_adds_up, &(const bool){true}),
      "Twenty shuffled decks: the pairs' gradients add up to "
      "$\\frac N2\\nabla f(w_0)$.",
      "Двадцать перетасованных колод: градиенты пар складываются в $\\frac "
      "N2\\nabla f(w_0)$.");
CLAIM(control_epoch_drawn_anew, CONTROL,
      COMPUTE(epoch_adds_up, &(const bool){false}),
      "The same of pairs drawn anew.", "То же для пар, выбранных заново.");
/**
## The lecture's logistic regression

> $$f(x)=\frac\mu2\|x\|_2^2+\frac1m\sum_{i=1}^m\log(1+\exp(-y_i\langle a_i,x\rangle))\to\min_{x\in\mathbb R^n}$$
> Strongly convex binary logistic regression. m=200, n=10, mu=1.

(Slide «Основная проблема SGD».) Its components are not quadratic, but near the
optimum little is missing. Gradient descent goes down in a straight
line; SGD stops at a floor, and each batch at its own.

@figure sgd_problems Gaps and distances by iterations, and gaps by floating-point operations

The straight line: with the step $\frac1L$, as a $\mu$-strongly convex function
is PL,
$$f(x_k)-f^*\le\Bigl(1-\frac\mu L\Bigr)^k[f(x_0)-f^*], \tag{11}$$
and it goes on below $10^{-8}$:
*/
/**ru 463065925
## Логистическая регрессия из лекции

> $$f(x)=\frac\mu2\|x\|_2^2+\frac1m\sum_{i=1}^m\log(1+\exp(-y_i\langle a_i,x\rangle))\to\min_{x\in\mathbb R^n}$$
> Strongly convex binary logistic regression. m=200, n=10, mu=1.

(Слайд «Основная проблема SGD».) Её слагаемые не квадратичны, но вблизи оптимума
до квадратичности недостаёт немногого. Градиентный спуск убывает по прямой; SGD
останавливается на шумовом пороге, и каждый размер батча — на своём.

@figure sgd_problems Зазоры и расстояния по итерациям и зазоры по числу операций
    с плавающей точкой

Прямая: при шаге $\frac1L$, поскольку $\mu$-сильно выпуклая функция
удовлетворяет условию PL,
$$f(x_k)-f^*\le\Bigl(1-\frac\mu L\Bigr)^k[f(x_0)-f^*], \tag{11}$$
и это продолжается ниже $10^{-8}$:
*/
static double straight(const struct constants *c, size_t k) {
    return pow(1 - c->mu / c->L, (double)k) * c->gap_0;
}
static const struct setting descent[] = {
    {logistic_exact, &method_sgd, {.chosen = one_over_L}, 1, .steps = 12}};
CLAIM(bound_gradient_descent, BOUND,
      LOOSE(0.0712,
            BEYOND(MEAN(straight, .without_sigma2 = true, ON(descent)))),
      "(11) for twelve iterations of gradient descent.",
      "(11) для двенадцати итераций градиентного спуска.");

static const double last_gap = 1e-8;
static void gap_of_descent(struct inquiry *q) {
    const size_t *k = q->with;
    struct series s;
    if (!inquiry_series(q, &descent[0], &s)) return;
    inquiry_exact(q, "logistic", "sgd", *k, s.gap[*k], s.gap_error[*k], AT_MOST,
                  last_gap);
    series_free(&s);
}
CLAIM(descent_goes_on, SHARPNESS,
      ALLOWING(1e-3, "$f^*$ is known to $10^{-15}$ and the gap is small",
               COMPUTE(gap_of_descent, &(const size_t){12})),
      "The gap of gradient descent is below $10^{-8}$ after 12 iterations ...",
      "Зазор градиентного спуска ниже $10^{-8}$ после 12 итераций …");
CLAIM(control_descent_at_once, CONTROL,
      ALLOWING(1e-3, "as above", COMPUTE(gap_of_descent, &(const size_t){4})),
      "... and not after 4.", "… но не после 4.");
/**
The floors, after six steps with batches of 1, 10, 50 and 100 drawn with
replacement: each lies below that of the batch before. (What they have to do
with $\frac1b$ is [said elsewhere](minibatch_descent.html#the-noise-floor).)
*/
/**ru 1535987321
Шумовые пороги, после шести шагов с батчами по 1, 10, 50 и 100, выбранными с
возвращением: каждый лежит ниже, чем у предыдущего батча. (Как они связаны с
$\frac1b$, [сказано в другом месте](minibatch_descent.html#the-noise-floor).)
*/
static const size_t sizes[] = {1, 10, 50, 100};
enum { SIZES = COUNT(sizes) };
static void floors_by_batch(struct inquiry *q) {
    static const size_t late[] = {6};
    struct moments gap[SIZES] = {{0}};
    struct interval limits[SIZES];
    for (size_t i = 0; i < SIZES && !inquiry_interrupted(q); i++) {
        struct problem *p = problem_batch(logistic(), sizes[i], true);
        double longest;
        struct batch_runs runs = {.problem = p,
                                  .range =
                                      logistic_gap_on_hull(p->inner, &longest),
                                  .runs = (size_t)1 << (15 + i),
                                  .stream = pcg_name(0, "hovering/floors") + i,
                                  .checkpoints = late,
                                  .count = 1};
        batch_gaps(q, &runs, &gap[i], &limits[i]);
        if (i > 0) {
            inquiry_against(q, "logistic", "sgd", 6, &gap[i], limits[i],
                            AT_MOST, limits[i - 1]);
            inquiry_which(q, q->count - 1, "%zu against %zu", sizes[i],
                          sizes[i - 1]);
        }
        problem_free(p);
    }
}
CLAIM(floors_fall, SHARPNESS, COMPUTE(floors_by_batch, .limits = 8),
      "A larger batch has a lower floor, by disjoint intervals.",
      "У большего батча шумовой порог ниже: доверительные интервалы не "
      "пересекаются.");
/**
**Labels are $\pm1$.** In this formula a label 0 makes the loss of its row
$\log2$, whatever $x$: the row drops out. Data that come with
labels 0 and 1, as most do, lose half of their rows so, without an error or a
curve that looks wrong. What is minimised then is another function.
Here every second row is given the label $-1$; as the loss knows only the
products $y_ia_i$, any row may be.

@erratum control_labels_0_and_1 «Strongly convex binary logistic regression. m=200,
    n=10, mu=1.» :: The slide's formula is for labels $\pm1$. The public notebook
    behind its figure gives it labels 0 and 1, with which the rows of one class have no
    gradient; the figure here is drawn with $\pm1$.
*/
/**ru 1613702494
**Метки — это $\pm1$.** В этой формуле метка 0 делает потери своей строки
равными $\log2$, каким бы ни был $x$: строка выпадает. Так данные с метками 0 и
1, какие чаще всего и встречаются, теряют половину строк, и ни сообщение об
ошибке, ни вид кривой этого не выдаст. Минимизируется тогда другая функция.
Здесь метку $-1$ получает каждая вторая строка; поскольку функция потерь знает
только произведения $y_ia_i$, это может быть любая строка.

@erratum control_labels_0_and_1 «Strongly convex binary logistic regression.
    m=200, n=10, mu=1.» :: Формула слайда — для меток $\pm1$. Открытый ноутбук,
    по которому сделан его рисунок, даёт ей метки 0 и 1, при которых у строк
    одного класса нет градиента; здешний рисунок построен с $\pm1$.
*/
static void labels_0_and_1(struct inquiry *q) {
    struct problem *p = logistic();
    real x[BATCH_DIM] = {{0}}, one[BATCH_DIM], g[BATCH_DIM];
    for (size_t k = 0; k < 100; k++) { /* gradient descent */
        for (size_t j = 0; j < p->dim; j++) g[j] = p->mu * x[j] / 2;
        for (size_t i = 0; i < p->components; i += 2) {
            p->component(p, x, whole_all(i), one);
            for (size_t j = 0; j < p->dim; j++)
                g[j] += one[j] / (double)p->components;
        }
        for (size_t j = 0; j < p->dim; j++) x[j] -= g[j] / p->L;
    }
    double value = p->value(p, x, NULL)[0];
    inquiry_exact(q, p->id, "sgd", 100, value - p->f_star_low,
                  p->roundings * DBL_EPSILON * value +
                      (p->f_star_high - p->f_star_low),
                  AT_MOST, last_gap);
    problem_free(p);
}
CLAIM(control_labels_0_and_1, CONTROL, COMPUTE(labels_0_and_1),
      "With the labels 0 and 1 gradient descent leads to the minimum.",
      "С метками 0 и 1 градиентный спуск приводит к минимуму.");

static const struct claim *const claims[] = {line_1_one_step,
                                             line_1_along_the_run,
                                             line_2_threshold,
                                             line_2_sufficient,
                                             bound_attained,
                                             control_0_95,
                                             line_4_speed,
                                             line_4_jensen,
                                             bound_from_below,
                                             bound_from_above,
                                             measured_gap,
                                             inside_the_ellipse,
                                             control_no_noise,
                                             control_step_too_long,
                                             attained_on_two_signs,
                                             control_not_quadratic,
                                             control_batches_from_a_deck,
                                             bound_unseen,
                                             unseen_measured,
                                             epoch_is_a_gradient,
                                             control_epoch_drawn_anew,
                                             bound_gradient_descent,
                                             descent_goes_on,
                                             control_descent_at_once,
                                             floors_fall,

                                             control_labels_0_and_1};

/* ---- figures ---- */

enum { ROUND = 73, PATH = 300, SOON = 20 };

/* The points v with v' S^-1 v = c about a centre: S^(1/2) of a circle. */
static void ellipse(struct symmetric s, double c, const double centre[],
                    double points[static ROUND][2]) {
    double matrix[] = {s.s[0], M_SQRT1_2 * s.s[1], M_SQRT1_2 * s.s[1], s.s[2]};
    double values[SIDE], vectors[SIDE * SIDE];
    eigen_system(SIDE, matrix, values, vectors);
    for (size_t i = 0; i < ROUND; i++) {
        double turn = 2 * M_PI * (double)i / (ROUND - 1);
        double a = sqrt(c * values[0]) * cos(turn);
        double b = sqrt(c * values[1]) * sin(turn);
        for (size_t j = 0; j < SIDE; j++)
            points[i][j] =
                centre[j] + a * vectors[j * SIDE] + b * vectors[j * SIDE + 1];
    }
}
static struct symmetric inverse(struct symmetric s) {
    double off = M_SQRT1_2 * s.s[1];
    double determinant = s.s[0] * s.s[2] - off * off;
    return (struct symmetric){
        {s.s[2] / determinant, -s.s[1] / determinant, s.s[0] / determinant}};
}
static void draw_fit(struct canvas *c, struct pen pen, const double w[]) {
    const double ends[][2] = {{-0.5, w[1] - w[0] / 2}, {0.5, w[1] + w[0] / 2}};
    pen.panel = 1;
    canvas_draw(c, pen, ends, 2);
}
static void draw_line(struct canvas *c, const void *with) {
    (void)with;
    struct problem *p = line_in_pairs();
    struct line_law l = line_law_of(p);
    struct settings settings = {.alpha = 1};
    double round[ROUND][2], path[PATH + 1][2];
    for (size_t level = 0; level < 7; level++) {
        double gap = 0.02 * pow(2.5, (double)level);
        ellipse(inverse(l.H), 2 * gap, p->x_star, round);
        canvas_draw(c,
                    (struct pen){.colour = PEN_WARMTH,
                                 .warmth = (double)level / 6,
                                 .weight = 0.6},
                    (const double(*)[2])round, ROUND);
    }
    struct trajectory t = trajectory_new(p, &method_sgd, &settings);
    struct pcg_lanes random = pcg_lanes_of_runs(1, pcg_name(0, p->id), 0);
    uint64_t surplus = pcg_surplus(p->components);
    trajectory_restart(&t);
    for (size_t k = 0; k <= PATH; k++) {
        for (size_t j = 0; j < SIDE; j++) path[k][j] = t.x[j][0];
        trajectory_draw(&t, &random, surplus);
    }
    trajectory_free(&t);
    canvas_draw(
        c,
        (struct pen){.kind = STROKE_POINTS, .colour = PEN_GREY, .weight = 0.5},
        (const double(*)[2])path + SOON, PATH + 1 - SOON);
    canvas_draw(c, (struct pen){.colour = 0}, (const double(*)[2])path,
                SOON + 1);
    ellipse(resting(&l, settings.alpha), ELLIPSE, p->x_star, round);
    canvas_draw(c,
                (struct pen){.colour = PEN_INK, .dashed = true, .weight = 0.8},
                (const double(*)[2])round, ROUND);
    canvas_draw(c, (struct pen){.kind = STROKE_STARS, .weight = 0.6},
                (const double(*)[2])p->x_star, 1);
    canvas_draw(c,
                (struct pen){.panel = 1,
                             .kind = STROKE_POINTS,
                             .colour = PEN_BEHIND,
                             .weight = 0.8},
                line_points(p), LINE_POINTS);
    draw_fit(
        c, (struct pen){.colour = PEN_GREY, .dashed = true, .name = {"k = 0"}},
        path[0]);
    draw_fit(c, (struct pen){.colour = 0, .name = {"k = 300"}}, path[PATH]);
    problem_free(p);
}

/* A grid of cells: those of this batch, of the batches before, and the others. */
enum { GRID = 10, CELLS_A_BATCH = 10 };
static void draw_cells(struct canvas *c, const void *with) {
    const size_t *dealt_so_far = with; /* batches, the last one lit */
    int card[DECK];
    in_order(card);
    gsl_rng *rng = seeded(pcg_seeded(GRID, CELLS_A_BATCH));
    gsl_ran_shuffle(rng, card, DECK, sizeof *card);
    gsl_rng_free(rng);
    size_t seen = *dealt_so_far * CELLS_A_BATCH;
    for (size_t i = 0; i < DECK; i++) {
        double x = card[i] % GRID, y = GRID - 1 - card[i] / GRID;
        const double lit = 0.08;
        const double cell[][2] = {{x + lit, y + lit},
                                  {x + 1 - lit, y + lit},
                                  {x + 1 - lit, y + 1 - lit},
                                  {x + lit, y + 1 - lit}};
        bool now = i < seen && i + CELLS_A_BATCH >= seen;
        canvas_draw(c,
                    (struct pen){.kind = STROKE_AREA,
                                 .colour = now        ? PEN_WARMTH
                                           : i < seen ? PEN_GREY
                                                      : PEN_BEHIND,
                                 .warmth = 1},
                    cell, COUNT(cell));
    }
}

/* One run of each batch size on the logistic regression, and gradient descent. */
enum { ITERATIONS = 100 };
static void draw_logistic(struct canvas *c, const void *with) {
    (void)with;
    static const char *const names[][2] = {{"SGD", "SGD"},
                                           {"batch 10", "батч 10"},
                                           {"batch 50", "батч 50"},
                                           {"batch 100", "батч 100"},
                                           {"GD", "GD"}};
    for (size_t i = 0; i <= SIZES; i++) {
        struct problem *p = i < SIZES
                                ? problem_batch(logistic(), sizes[i], true)
                                : problem_full(logistic());
        struct settings settings = {.alpha = 0.08}; /* 1e-8 at the end */
        struct trajectory t = trajectory_new(p, &method_sgd, &settings);
        struct pcg_lanes random = pcg_lanes_of_runs(1, pcg_name(0, p->id), i);
        uint64_t surplus = pcg_surplus(p->components);
        double points[3][ITERATIONS + 1][2];
        double operations =
            4 * (double)p->dim * (double)(i < SIZES ? sizes[i] : 200);
        trajectory_restart(&t);
        for (size_t k = 0; k <= ITERATIONS; k++) {
            double gap = p->value(p, t.x, NULL)[0] - p->f_star_high;
            double off = sqrt(squared_distance(p->dim, t.x, p->x_star)[0]);
            if (!(gap > 1e-15)) gap = NAN;
            const double at[3][2] = {{(double)k, gap},
                                     {(double)k, off > 1e-8 ? off : NAN},
                                     {(double)(k + 1) * operations, gap}};
            memcpy(points[0][k], at[0], sizeof at[0]);
            memcpy(points[1][k], at[1], sizeof at[1]);
            memcpy(points[2][k], at[2], sizeof at[2]);
            trajectory_draw(&t, &random, surplus);
        }
        for (size_t panel = 0; panel < 3; panel++)
            canvas_draw(c,
                        (struct pen){.panel = panel,
                                     .colour = i,
                                     .weight = 0.8,
                                     .name = {names[i][0], names[i][1]}},
                        (const double(*)[2])points[panel], ITERATIONS + 1);
        trajectory_free(&t);
        problem_free(p);
    }
}

#define CELLS(number, batches, english, russian, seen_en, seen_ru)             \
    {                                                                          \
        .name = "batches_" #number, .title = {english, russian},               \
        .shows = {seen_en, seen_ru}, .width = 400, .height = 440,              \
        .panel =                                                               \
            {{.bare = true, .equal = true, .low = {0, 0}, .high = {10, 10}}},  \
        .draw = draw_cells, .with = &(const size_t) {                          \
            batches                                                            \
        }                                                                      \
    }
static const struct picture pictures[] = {
    {.name = "sgd_lin_reg_divergence",
     .title = {"A constant step comes near the optimum and hovers there",
               "Постоянный шаг подходит к оптимуму и витает около него"},
     .shows = {"Left, contours of the loss are ellipses; SGD's path comes near "
               "the optimum in twenty steps, and the next 280 points fill a "
               "region around it, most of them inside the dashed ellipse of "
               "the stationary second moment. Right, the points and the fitted "
               "line at the start and after 300 steps.",
               "Слева линии уровня — эллипсы; путь SGD подходит к оптимуму за "
               "двадцать шагов, а следующие 280 точек заполняют область "
               "вокруг него, большей частью внутри пунктирного эллипса "
               "стационарного второго момента. Справа точки и прямая в "
               "начале и после 300 шагов."},
     .width = 900,
     .height = 420,
     .panel_count = 2,
     .panel = {{.title = {"weights", "веса"},
                .x = {"w_1", "w_1"},
                .y = {"w_2", "w_2"},
                .low = {0.5, 0.5},
                .high = {8, 5.9}},
               {.title = {"data and the line", "данные и прямая"},
                .x = {"x", "x"},
                .y = {"y", "y"}}},
     .draw = draw_line},
    CELLS(1, 0, "The data", "Данные", "A grid of 100 equal cells.",
          "Сетка из 100 одинаковых клеток."),
    CELLS(2, 1, "One batch", "Один батч",
          "Ten cells of the grid, chosen at random, are lit.",
          "Десять случайных клеток сетки выделены."),
    CELLS(3, 2, "The next batch", "Следующий батч",
          "Ten other cells are lit; those of the first batch are dark.",
          "Выделены десять других клеток; клетки первого батча тёмные."),
    CELLS(4, 5, "Half of an epoch", "Половина эпохи",
          "The fifth batch is lit, the cells of four others are dark.",
          "Выделен пятый батч, клетки четырёх прежних тёмные."),
    CELLS(5, 10, "An epoch: every cell once", "Эпоха: каждая клетка один раз",
          "The tenth batch is lit, and all other cells are dark.",
          "Выделен десятый батч, все остальные клетки тёмные."),
    {.name = "sgd_problems",
     .title = {"Gradient descent goes down in a straight line, each batch size "
               "stops at its own floor",
               "Градиентный спуск убывает по прямой, каждый размер батча "
               "останавливается на своём уровне"},
     .shows = {"On logarithmic axes the gap and the distance of gradient "
               "descent fall in straight lines until rounding; those of SGD "
               "and of batches of 10, 50 and 100 stop at levels, the lower the "
               "larger the batch. By operations, SGD is ahead at first.",
               "На логарифмических осях зазор и расстояние градиентного "
               "спуска убывают по прямой до округления; у SGD и батчей по 10, "
               "50 и 100 они останавливаются на уровнях, тем ниже, чем больше "
               "батч. По числу операций SGD сначала впереди."},
     .width = 1100,
     .height = 400,
     .panel_count = 3,
     .panel = {{.x = {"iteration", "итерация"},
                .y = {"f(x_k) − f^*", "f(x_k) − f^*"},
                .log_y = true},
               {.x = {"iteration", "итерация"},
                .y = {"‖x_k − x^*‖", "‖x_k − x^*‖"},
                .log_y = true},
               {.x = {"floating-point operations",
                      "операции с плавающей точкой"},
                .y = {"f(x_k) − f^*", "f(x_k) − f^*"},
                .log_x = true,
                .log_y = true}},
     .draw = draw_logistic},
};

static const struct setting plays[] = {
    {line_in_pairs, &method_sgd, {.alpha = 1}, .steps = 300},
    {line_in_pairs, &method_sgd, {.alpha = 0.3}, .steps = 300},
};

const struct theorem theorem_hovering = {
    .id = "hovering",
    .title = {"A constant step hovers around the optimum",
              "Постоянный шаг витает около оптимума"},
    .source = "Типичное поведение",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    PICTURES(pictures),
    PLAYS(plays),
};

/**
## Exercises

@exercise bound_attained The left of (4) is proportional to the step. Predict
    whether the floor on the line rises by more or by less than a half when the
    step does so, from 1 to 1.5; then compare
    `descent run line_in_pairs sgd --alpha 1` with
    `descent run line_in_pairs sgd --alpha 1.5`. Which operator in (3) is to
    blame? :: By much more, some three times: the exact floors are about 0.0097
    and about 0.0305, and the runs come near them. Besides the $\alpha$ in
    front, (3) contains $(\mathcal A-\alpha\mathcal B)^{-1}$, which grows with
    the step and without bounds towards $\alpha^*$: pairs of different steepness
    throw a point that is off still farther off. Only for short steps, where
    $\alpha\mathcal B$ does not count, is the floor proportional to the step.
@exercise attained_on_two_signs On two signs every component has the curvature
    $\mu$. Solve (3) there by hand, and say which side of (4) is an equality for
    every step, not only in the limit of short ones. Check with
    `descent run two_signs sgd --alpha 0.3`, where $\mu=s=1$. :: In one
    coordinate $\mathcal A=2\mu$ and $\mathcal B=\mu^2$, so that the floor is
    $\frac\mu2S=\frac{\alpha s^2}{2(2-\alpha\mu)}$, here 0.3/3.4 or about 0.088.
    That is the right side: $\mathbb E\,H_B^2=\mu^2$ makes $R^2=\mu$, and the
    last trace in line 5 then is $R^2\operatorname{tr}HS$ itself. The left side,
    which drops this trace, says 0.075.
@exercise control_batches_from_a_deck Let the two signs be dealt from a deck,
    with the order in each epoch drawn anew by a coin. From the map of an epoch
    above find where the mean square at the ends of epochs comes to rest, and
    how many times lower than that of independent signs the floor is for
    $\mu=s=1$, $\alpha=0.3$. Compare with
    `descent verify hovering/control_batches_from_a_deck`, which goes through
    all orders of twelve epochs. :: Epochs are independent, so the mean square
    has the fixed point $\frac{\alpha^4\mu^2s^2}{1-(1-\alpha\mu)^4}$. Half of it
    is about 0.0053, against about 0.088 for independent signs: some seventeen
    times lower. For short steps the fixed point is about
    $\frac{\alpha^3\mu s^2}4$, two orders of $\alpha$ below the independent
    one's $\frac{\alpha s^2}{2\mu}$.
*/
/**ru 3286054912
## Упражнения

@exercise bound_attained Левая часть (4) пропорциональна шагу. Предскажите,
    больше или меньше чем в полтора раза поднимется шумовой порог в задаче о
    прямой, когда шаг увеличится в полтора раза, с 1 до 1,5; затем сравните
    `descent run line_in_pairs sgd --alpha 1` и
    `descent run line_in_pairs sgd --alpha 1.5`. Какой оператор в (3) тому
    виной? :: Намного больше, раза в три: точные значения порога — около 0,0097
    и около 0,0305, и запуски близки к ним. Кроме множителя $\alpha$, в (3) есть
    $(\mathcal A-\alpha\mathcal B)^{-1}$, а этот оператор растёт вместе с шагом
    и неограничен вблизи $\alpha^*$: пары разной крутизны отбрасывают
    отклонившуюся точку ещё дальше. Лишь для коротких шагов, когда
    $\alpha\mathcal B$ не играет роли, порог пропорционален шагу.
@exercise attained_on_two_signs В задаче о двух знаках у каждого слагаемого
    кривизна $\mu$. Решите для неё (3) вручную и скажите, какая из частей (4)
    обращается в равенство при любом шаге, а не только в пределе коротких шагов.
    Проверьте: `descent run two_signs sgd --alpha 0.3`, где $\mu=s=1$. :: Для
    одной координаты $\mathcal A=2\mu$ и $\mathcal B=\mu^2$, так что шумовой
    порог равен $\frac\mu2S=\frac{\alpha s^2}{2(2-\alpha\mu)}$, здесь это
    0,3/3,4, то есть около 0,088. Это правая часть: из $\mathbb E\,H_B^2=\mu^2$
    следует $R^2=\mu$, и последний след в строке 5 в точности равен
    $R^2\operatorname{tr}HS$. Левая часть, в которой этот след отброшен, даёт
    0,075.
@exercise control_batches_from_a_deck Пусть два знака сдаются из колоды, причём
    порядок в каждой эпохе заново выбирается монетой. Из приведённого выше
    отображения за эпоху найдите, к чему приходит средний квадрат в концах эпох
    и во сколько раз шумовой порог ниже, чем у независимых знаков, при
    $\mu=s=1$, $\alpha=0.3$. Сравните с
    `descent verify hovering/control_batches_from_a_deck`, где перебраны все
    порядки двенадцати эпох. :: Эпохи независимы, поэтому у среднего квадрата
    неподвижная точка $\frac{\alpha^4\mu^2s^2}{1-(1-\alpha\mu)^4}$. Половина
    её — около 0,0053, а у независимых знаков — около 0,088: примерно в
    семнадцать раз ниже. Для коротких шагов неподвижная точка близка к
    $\frac{\alpha^3\mu s^2}4$, то есть на два порядка по $\alpha$ меньше, чем
    $\frac{\alpha s^2}{2\mu}$ у независимых знаков.
*/
/**
## References

- A. Dieuleveut, A. Durmus, F. Bach, *Bridging the gap between constant step
size stochastic
gradient descent and Markov chains*, Annals of Statistics 48 (2020): the
stationary law of SGD with a
  constant step.
*/
/**ru 3888810617
## Литература

- A. Dieuleveut, A. Durmus, F. Bach, *Bridging the gap between constant step
  size stochastic gradient descent and Markov chains*, Annals of Statistics 48
  (2020): стационарное распределение SGD с постоянным шагом.
*/
