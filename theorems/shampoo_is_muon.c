/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Shampoo of the last gradient is Muon

For a matrix of weights $W\in\mathbb R^{m\times n}$ with gradients $G_k$ the
lecture (slides «Shampoo») has

> Обновить статистику $L_k = \beta L_{k-1} + (1 - \beta) G_k G_k^T$ и
> $R_k = \beta R_{k-1} + (1 - \beta) G_k^T G_k$. Вычислить предобуславливатели
> $P_L = L_k^{-1/4}$ и $P_R = R_k^{-1/4}$. $W_{k+1} = W_k - \alpha P_L G_k P_R$.

and, keeping the last gradient only, derives from it (slide «Deriving Muon»)
$$\begin{aligned}
W_{t+1}&=W_t-\eta\,(G_tG_t^\top)^{-1/4}\,G_t\,(G_t^\top G_t)^{-1/4}&\text{(1)}\\
&=W_t-\eta\,(US^2U^\top)^{-1/4}(USV^\top)(VS^2V^\top)^{-1/4}&\text{(2)}\\
&=W_t-\eta\,(US^{-1/2}U^\top)(USV^\top)(VS^{-1/2}V^\top)&\text{(3)}\\
&=W_t-\eta\,US^{-1/2}SS^{-1/2}V^\top&\text{(4)}\\
&=W_t-\eta\,UV^\top.&\text{(5)}
\end{aligned}$$
$G=USV^\top$ is the singular value decomposition: $U$ is $m\times r$ and $V$ is
$n\times r$ with orthonormal columns, $S=\operatorname{diag}(s_1\ge\dots\ge
s_r>0)$. So the step forgets how long the gradient is in each of its directions
and keeps the directions: every singular value becomes 1.

This page checks the five lines, and says what they leave open: what rounding
does to them (the fourth root squares the condition number $\kappa=s_1/s_r$),
what $A^{-1/4}$ means where $A$ is singular, and which other exponents would do.
[The iteration that stands in for $UV^\top$, and in which sense that is the best
direction](newton_schulz.html), and [Shampoo with a memory, and whether it saves
steps](shampoo_remembers.html), have pages of their own.

@figure condition The distance of the computed step from $UV^\top$: quadratic in
    $\kappa$ for Shampoo, linear for the singular value decomposition

Gradients are at most $8\times8$, of six shapes, built from known factors: $U$
and $V$ by Householder's QR of random matrices, $s_i$ in equal ratios from 1 to
$1/\kappa$. Tables have the worst of 16 for $\kappa=k$.

## The five lines

In lines (2) to (5) all factors have norm at most 1, but for $S^{-1/2}$ with
$\sqrt\kappa$. With $d=\max(m,n)$ and $u=2^{-53}$, a product of two $d\times d$
matrices loses at most $du$ of $|A||B|$ in each entry, so $d^2u\,\|A\|\|B\|$ in
norm (Higham 2002, section 3.5), and Householder's QR misses orthogonality by
$\sqrt d\,d^2u$ times a small constant (theorem 19.4). Call $\gamma=4d^{5/2}u$
what either may lose.
*/
/**ru 3994278659
# Shampoo с последним градиентом — это Muon

Для матрицы весов $W\in\mathbb R^{m\times n}$ с градиентами $G_k$ в лекции
(слайды «Shampoo») написано

> Обновить статистику $L_k = \beta L_{k-1} + (1 - \beta) G_k G_k^T$ и
> $R_k = \beta R_{k-1} + (1 - \beta) G_k^T G_k$. Вычислить предобуславливатели
> $P_L = L_k^{-1/4}$ и $P_R = R_k^{-1/4}$. $W_{k+1} = W_k - \alpha P_L G_k P_R$.

и отсюда, если хранить только последний градиент, выведено (слайд «Deriving
Muon»)
$$\begin{aligned}
W_{t+1}&=W_t-\eta\,(G_tG_t^\top)^{-1/4}\,G_t\,(G_t^\top G_t)^{-1/4}&\text{(1)}\\
&=W_t-\eta\,(US^2U^\top)^{-1/4}(USV^\top)(VS^2V^\top)^{-1/4}&\text{(2)}\\
&=W_t-\eta\,(US^{-1/2}U^\top)(USV^\top)(VS^{-1/2}V^\top)&\text{(3)}\\
&=W_t-\eta\,US^{-1/2}SS^{-1/2}V^\top&\text{(4)}\\
&=W_t-\eta\,UV^\top.&\text{(5)}
\end{aligned}$$
Здесь $G=USV^\top$ — сингулярное разложение: $U$ размера $m\times r$ и $V$
размера $n\times r$ имеют ортонормированные столбцы,
$S=\operatorname{diag}(s_1\ge\dots\ge s_r>0)$. Итак, шаг забывает, какова длина
градиента в каждом из его направлений, а сами направления сохраняет: все
сингулярные числа становятся равны 1.

На этой странице проверены пять строк и сказано, что они оставляют открытым: что
с ними делает округление (корень четвёртой степени возводит в квадрат число
обусловленности $\kappa=s_1/s_r$), что означает $A^{-1/4}$ для вырожденной $A$ и
какие ещё показатели подошли бы. [Итерации, которая заменяет $UV^\top$, и
вопросу, в каком смысле это направление лучшее](newton_schulz.html), а также
[Shampoo с памятью и тому, экономит ли она шаги](shampoo_remembers.html),
посвящены отдельные страницы.

@figure condition Расстояние от вычисленного шага до $UV^\top$: квадратичное по
    $\kappa$ для Shampoo, линейное для сингулярного разложения

Градиенты имеют размер не больше $8\times8$ и шесть разных форм и построены из
известных множителей: $U$ и $V$ получены QR-разложением Хаусхолдера из случайных
матриц, числа $s_i$ образуют геометрическую прогрессию от 1 до $1/\kappa$. В
таблицах — худший из 16 случаев при $\kappa=k$.

## Пять строк

В строках (2)–(5) норма всех множителей не больше 1, кроме $S^{-1/2}$, где она
равна $\sqrt\kappa$. Пусть $d=\max(m,n)$ и $u=2^{-53}$. Произведение двух матриц
размера $d\times d$ теряет в каждом элементе не больше $du$ от $|A||B|$, т. е.
по норме не больше $d^2u\,\|A\|\|B\|$ (Higham 2002, раздел 3.5), а QR-разложение
Хаусхолдера отступает от ортогональности на $\sqrt d\,d^2u$, умноженное на
небольшую константу (теорема 19.4). Обозначим через $\gamma=4d^{5/2}u$ то, что
может потерять любое из них.
*/
#include "shared/shampoo_is_muon.h"

HYPOTHESIS(errors_are_small, "$e_L,e_R<s_r^2$: $\\kappa$ is below about $10^7$",
           "$e_L,e_R<s_r^2$: $\\kappa$ меньше примерно $10^7$", NULL);
static const struct hypothesis *const hypotheses[] = {errors_are_small};
#include "../verify/numbers/eigen.h"

static double gamma_of(const struct gradient *d) {
    double most = larger((double)d->g.rows, (double)d->g.columns);
    return 2 * most * most * sqrt(most) * DBL_EPSILON;
}
static double rounding(const struct gradient *d) {
    return 8 * gamma_of(d);
}
/**
**Line (2)**: $G=USV^\top$ gives $GG^\top=USV^\top VSU^\top=US^2U^\top$, as
$V^\top V=I$; likewise $G^\top G=VS^2V^\top$.
*/
/**ru 2235509871
**Строка (2)**: из $G=USV^\top$ следует $GG^\top=USV^\top VSU^\top=US^2U^\top$,
так как $V^\top V=I$; точно так же $G^\top G=VS^2V^\top$.
*/
static double left_square_apart(const struct gradient *d) {
    struct matrix t = transposed(d->g);
    return apart(product(d->g, t), spectral(d->u, d->s, 2, d->u));
}
static double right_square_apart(const struct gradient *d) {
    struct matrix t = transposed(d->g);
    return apart(product(t, d->g), spectral(d->v, d->s, 2, d->v));
}
static const struct quantity line_2[] = {
    {.of = left_square_apart, .error = rounding},
    {.of = right_square_apart, .error = rounding}};
CLAIM(line_2_squares, PROOF_LINE, COMPUTE(compare, &line_2[0]),
      "Line (2): $GG^\\top=US^2U^\\top$ ...",
      "Строка (2): $GG^\\top=US^2U^\\top$ ...");
CLAIM(line_2_other_squares, PROOF_LINE, COMPUTE(compare, &line_2[1]),
      "... and $G^\\top G=VS^2V^\\top$.", "... и $G^\\top G=VS^2V^\\top$.");
/**
**Line (3)**: the root is the one symmetric positive semidefinite matrix whose
inverse has the right fourth power. $Q=US^{1/2}U^\top$ has $Q^4=US^2U^\top$, and
$P=US^{-1/2}U^\top$ inverts it: $PQ=UU^\top$. Likewise for $V$.
*/
/**ru 1184366917
**Строка (3)**: корень — это та единственная симметричная неотрицательно
определённая матрица, для которой четвёртая степень обратной равна данной. Для
$Q=US^{1/2}U^\top$ имеем $Q^4=US^2U^\top$, и $P=US^{-1/2}U^\top$ обращает её:
$PQ=UU^\top$. Точно так же для $V$.
*/
static double root_apart(const struct gradient *d, struct matrix u) {
    struct matrix p = spectral(u, d->s, -0.5, u), q = spectral(u, d->s, 0.5, u);
    struct matrix q2 = product(q, q), s2 = spectral(u, d->s, 2, u);
    /* ||P|| = kappa^{1/2} scales the losses of P Q. */
    double inverse = apart(product(p, q), product(u, transposed(u)));
    return larger(apart(product(q2, q2), s2), inverse / sqrt(d->kappa));
}
static double left_root_apart(const struct gradient *d) {
    return root_apart(d, d->u);
}
static double right_root_apart(const struct gradient *d) {
    return root_apart(d, d->v);
}
static const struct quantity line_3[] = {
    {.of = left_root_apart, .error = rounding},
    {.of = right_root_apart, .error = rounding}};
CLAIM(line_3_roots, PROOF_LINE, COMPUTE(compare, &line_3[0]),
      "Line (3): $Q^4=US^2U^\\top$ and $PQ=UU^\\top$ ...",
      "Строка (3): $Q^4=US^2U^\\top$ и $PQ=UU^\\top$ ...");
CLAIM(line_3_other_roots, PROOF_LINE, COMPUTE(compare, &line_3[1]),
      "... and with $V$ in place of $U$.", "... и то же с $V$ вместо $U$.");
/**
**Line (4)** uses $U^\top U=V^\top V=I$. What it loses is multiplied by
$\|P_L\|\|P_R\|=\kappa$, as it will be for Muon.
*/
/**ru 77957572
**Строка (4)** использует $U^\top U=V^\top V=I$. То, что здесь теряется,
умножается на $\|P_L\|\|P_R\|=\kappa$, как будет и для Muon.
*/
static struct matrix factors(const struct gradient *d) {
    struct matrix p_l = spectral(d->u, d->s, -0.5, d->u),
                  p_r = spectral(d->v, d->s, -0.5, d->v);
    return product(product(p_l, d->g), p_r);
}
static struct matrix triple(const struct gradient *d) {
    double s[LARGEST];
    for (size_t j = 0; j < d->u.columns; j++)
        s[j] = 1 / sqrt(d->s[j]) * d->s[j] * (1 / sqrt(d->s[j]));
    return spectral(d->u, s, 1, d->v);
}
static const struct quantity line_4 = {factors, triple, .error = muon_bound};
CLAIM(line_4_orthonormal_columns, PROOF_LINE, COMPUTE(compare, &line_4),
      "Line (4): the three factors make $US^{-1/2}SS^{-1/2}V^\\top$.",
      "Строка (4): три множителя дают $US^{-1/2}SS^{-1/2}V^\\top$.");
/**
**Line (5)**: diagonal matrices commute, so $S^{-1/2}SS^{-1/2}=I$.
*/
/**ru 2425255764
**Строка (5)**: диагональные матрицы коммутируют, поэтому $S^{-1/2}SS^{-1/2}=I$.
*/
static struct matrix commuted(const struct gradient *d) {
    double s[LARGEST];
    for (size_t j = 0; j < d->u.columns; j++)
        s[j] = pow(d->s[j], -0.5) * d->s[j] * pow(d->s[j], -0.5);
    return spectral(d->u, s, 1, d->v);
}
static const struct quantity line_5 = {commuted, polar, .error = rounding};
CLAIM(line_5_diagonal, PROOF_LINE, COMPUTE(compare, &line_5),
      "Line (5): $US^{-1/2}SS^{-1/2}V^\\top=UV^\\top$.",
      "Строка (5): $US^{-1/2}SS^{-1/2}V^\\top=UV^\\top$.");
/**
**Line (1)** is the method. What the program runs is held against $UV^\top$ at
once: all five lines together. How near must it come?

## What rounding leaves of it

A machine does not see $S$. It forms $GG^\top$ and finds its eigenvalues, each
up to an error of order $u\|GG^\top\|=us_1^2$, while the least one is $s_r^2$.
That is the trouble: relative to it the error is $u\kappa^2$.

*Proof of the bound.* Let the eigenvectors and eigenvalues that the program
finds be exact for $\tilde L=GG^\top+E_L$ and $\tilde R=G^\top G+E_R$, with
$\|E_L\|_F\le e_L$, $\|E_R\|_F\le e_R$. For $h(\lambda)=\lambda^{-1/4}$ and any
symmetric $A$, $\tilde A=A+E$ with eigenvectors $Q,\tilde Q$ (Daleckii and
Krein's formula, an identity)
$$\tilde Q^\top\bigl(h(\tilde A)-h(A)\bigr)Q=\Bigl[\frac{h(\tilde\lambda_i)-h(\lambda_j)}{\tilde\lambda_i-\lambda_j}\Bigr]_{ij}\circ\bigl(\tilde Q^\top EQ\bigr).\tag{6}$$
For $\lambda_i=s_i^2$, $\lambda_j=s_j^2$ the bracket is
$$h[\lambda_i,\lambda_j]=-\frac1{\sqrt{s_is_j}\,(\sqrt{s_i}+\sqrt{s_j})(s_i+s_j)},\tag{7}$$
and in $(\tilde P_L-P_L)\,GP_R$ the columns come multiplied by $s_j\cdot
s_j^{-1/2}$, so entry $ij$ of $E_L$ comes with
$$\frac1{\sqrt{s_i}(\sqrt{s_i}+\sqrt{s_j})(s_i+s_j)}\le\frac1{4s_r^2}.\tag{8}$$
The perturbed eigenvalues are at least $(1-\eta)\lambda_j$ with
$\eta=\max(e_L,e_R)/s_r^2$ (Weyl), which costs a factor $(1-\eta)^{-5/4}$. So
with
$$\begin{aligned}\|\tilde P_LG\tilde P_R-UV^\top\|_F&\le a+b+ab,\\
a=\frac{c_Le_L}{4s_r^2(1-\eta)^{5/4}},\quad b&=\frac{c_Re_R}{4s_r^2(1-\eta)^{5/4}},\end{aligned}\tag{9}$$
the product from $\tilde P_L$ in place of $P_L$ in the second difference. Here
$c=1$ where the matrix is regular. Where it is not (more rows than columns, for
$L$) its root is that of the pseudo-inverse, $h(0)=0$; then
$h[s_j^2,0]=s_j^{-5/2}$, which is $\frac1{s_r^2}$ in (8): $c=4$. Both factors
thus contribute $\frac14e\,s_1^{-2}\kappa^2$, and for a regular square $G$ the
sum is about $\frac12e\,s_1^{-2}\kappa^2$.

What is $e$? Products of rows of $n$ numbers lose $nu|G||G^\top|$, at most
$nu\|G\|_F^2$; Householder's $m$ reflections and the QR sweeps lose a small
multiple of $mu\|L\|$, taken as $8mu\|G\|_F^2$ (it is what the program takes for
rounding too). What the products with $\|P_L\|=\|P_R\|=\sqrt{\kappa/s_1}$ and
the factors of $G$ itself lose is $8\kappa\gamma$, as in line (4): linear in
$\kappa$. $\square$
*/
/**ru 3762717272
**Строка (1)** — сам метод. То, что выполняет программа, сравнивается сразу с
$UV^\top$: все пять строк вместе. Насколько близко оно должно быть?

## Что от этого оставляет округление

Машина не видит $S$. Она составляет $GG^\top$ и находит собственные значения,
каждое с ошибкой порядка $u\|GG^\top\|=us_1^2$, тогда как наименьшее из них
равно $s_r^2$. В этом и беда: по отношению к нему ошибка составляет $u\kappa^2$.

*Доказательство оценки.* Пусть собственные векторы и собственные значения,
которые находит программа, — точные для $\tilde L=GG^\top+E_L$ и
$\tilde R=G^\top G+E_R$, где $\|E_L\|_F\le e_L$, $\|E_R\|_F\le e_R$. Для
$h(\lambda)=\lambda^{-1/4}$ и любых симметричных $A$, $\tilde A=A+E$ с
собственными векторами $Q,\tilde Q$ справедливо тождество (формула Далецкого и
Крейна)
$$\tilde Q^\top\bigl(h(\tilde A)-h(A)\bigr)Q=\Bigl[\frac{h(\tilde\lambda_i)-h(\lambda_j)}{\tilde\lambda_i-\lambda_j}\Bigr]_{ij}\circ\bigl(\tilde Q^\top EQ\bigr).\tag{6}$$
При $\lambda_i=s_i^2$, $\lambda_j=s_j^2$ скобка равна
$$h[\lambda_i,\lambda_j]=-\frac1{\sqrt{s_is_j}\,(\sqrt{s_i}+\sqrt{s_j})(s_i+s_j)},\tag{7}$$
а в $(\tilde P_L-P_L)\,GP_R$ столбцы умножены на $s_j\cdot s_j^{-1/2}$, так что
элемент $ij$ матрицы $E_L$ входит с множителем
$$\frac1{\sqrt{s_i}(\sqrt{s_i}+\sqrt{s_j})(s_i+s_j)}\le\frac1{4s_r^2}.\tag{8}$$
Возмущённые собственные значения не меньше $(1-\eta)\lambda_j$, где
$\eta=\max(e_L,e_R)/s_r^2$ (Вейль), а это стоит множителя $(1-\eta)^{-5/4}$.
Итак,
$$\begin{aligned}\|\tilde P_LG\tilde P_R-UV^\top\|_F&\le a+b+ab,\\
a=\frac{c_Le_L}{4s_r^2(1-\eta)^{5/4}},\quad b&=\frac{c_Re_R}{4s_r^2(1-\eta)^{5/4}},\end{aligned}\tag{9}$$
где произведение возникает оттого, что во второй разности вместо $P_L$ стоит
$\tilde P_L$. Здесь $c=1$ там, где матрица невырождена. Где она вырождена (для
$L$ — если строк больше, чем столбцов), её корень берётся от псевдообратной,
$h(0)=0$; тогда $h[s_j^2,0]=s_j^{-5/2}$, что в (8) даёт $\frac1{s_r^2}$: $c=4$.
Таким образом, каждый из двух множителей вносит $\frac14e\,s_1^{-2}\kappa^2$, и
для невырожденной квадратной $G$ сумма составляет около
$\frac12e\,s_1^{-2}\kappa^2$.

Чему равно $e$? Произведения строк из $n$ чисел теряют $nu|G||G^\top|$, не
больше $nu\|G\|_F^2$; $m$ отражений Хаусхолдера и проходы QR-алгоритма теряют
небольшое кратное величины $mu\|L\|$, за которое принято $8mu\|G\|_F^2$ (столько
же принимает за округление и программа). То, что теряют умножения на матрицы с
$\|P_L\|=\|P_R\|=\sqrt{\kappa/s_1}$ и сами множители $G$, составляет
$8\kappa\gamma$, как в строке (4): линейно по $\kappa$. $\square$
*/
/* e, of `order` rows from sums of `inner` products; ||G||_F^2 = sum s^2. */
double eigen_error(const struct gradient *d, size_t order, size_t inner) {
    double norm2 = 0;
    for (size_t i = 0; i < d->u.columns; i++) norm2 += d->s[i] * d->s[i];
    return ((double)inner + 8 * (double)order) * DBL_EPSILON / 2 * norm2;
}
/* (9). */
static double perturbed(const struct gradient *d, double e_l, double e_r) {
    size_t m = d->g.rows, n = d->g.columns, r = d->u.columns;
    double least = d->s[r - 1] * d->s[r - 1], eta = larger(e_l, e_r) / least;
    double more = pow(1 - eta, -1.25);
    double a = (m > r ? 4 : 1) * e_l / (4 * least) * more;
    double b = (n > r ? 4 : 1) * e_r / (4 * least) * more;
    return a + b + a * b;
}
/* (9) and 8 kappa gamma. */
double shampoo_bound(const struct gradient *d) {
    size_t m = d->g.rows, n = d->g.columns;
    double e_l = eigen_error(d, m, n), e_r = eigen_error(d, n, m);
    return perturbed(d, e_l, e_r) + muon_bound(d);
}
static struct matrix step_with(const struct gradient *d, double eps) {
    struct settings s = {.alpha = 1, .beta2 = 0, .eps = eps};
    return step_of(&method_shampoo, s, 1, d->g);
}
static struct matrix shampoo_step(const struct gradient *d) {
    return step_with(d, 0);
}
static const struct quantity shampoo = {shampoo_step, polar,
                                        .bound = shampoo_bound};
CLAIM(bound_shampoo_error, IDENTITY, COMPUTE(compare, &shampoo),
      "Shampoo's step from the last gradient is $UV^\\top$ up to (9).",
      "Шаг Shampoo по последнему градиенту равен $UV^\\top$ с точностью до "
      "(9).");
/**
Rounding errors are random, and reach a few hundredths of (9) only. Its
constants show where $E_L$ and $E_R$ are put in by hand. On the last directions,
$E_L=-e\,u_ru_r^\top$ and $E_R=-e\,v_rv_r^\top$, the last singular value of
the step becomes $s_r/\sqrt{s_r^2-e}=1+\frac e{2s_r^2}+\dots$: (9) is attained
for a square $G$, as $e\to0$. Where $G$ has more rows than columns, let $w$ be a
unit vector with $G^\top w=0$ and $E_L=\frac e{\sqrt2}(wu_r^\top+u_rw^\top)$,
$E_R=0$. Then entry $(w,r)$ alone moves the step, by $\frac e{\sqrt2\,s_r^2}$:
of $c=4$ in (9) the part $\frac1{\sqrt2}$ is reached, because $E_L$ is
symmetric, and its other half is multiplied by $G^\top w=0$. Here
$e=10^{-4}s_r^2$.
*/
/**ru 804298376
Ошибки округления случайны и достигают лишь нескольких сотых от (9). Константы
этой оценки видны, если задать $E_L$ и $E_R$ вручную. Если возмутить последние
направления, $E_L=-e\,u_ru_r^\top$ и $E_R=-e\,v_rv_r^\top$, последнее
сингулярное число шага становится равным
$s_r/\sqrt{s_r^2-e}=1+\frac e{2s_r^2}+\dots$: для квадратной $G$ оценка (9)
достигается при $e\to0$. Если у $G$ строк больше, чем столбцов, пусть $w$ —
единичный вектор с $G^\top w=0$ и $E_L=\frac e{\sqrt2}(wu_r^\top+u_rw^\top)$,
$E_R=0$. Тогда шаг изменяется только из-за элемента $(w,r)$, на
$\frac e{\sqrt2\,s_r^2}$: от $c=4$ в (9) достигается доля $\frac1{\sqrt2}$,
потому что $E_L$ симметрична, а её вторая половина умножается на $G^\top w=0$.
Здесь $e=10^{-4}s_r^2$.
*/
static double injected(const struct gradient *d) {
    return 1e-4 * d->s[d->u.columns - 1] * d->s[d->u.columns - 1];
}
static struct matrix column(struct matrix a, size_t j) {
    struct matrix one = {.rows = a.rows, .columns = 1};
    for (size_t i = 0; i < a.rows; i++) one.at[i] = a.at[i * a.columns + j];
    return one;
}
static void add(struct matrix *a, double times, struct matrix b) {
    for (size_t e = 0; e < a->rows * a->columns; e++)
        a->at[e] += times * b.at[e];
}
/* (GG' + E_L)^{-1/4} G (G'G + E_R)^{-1/4}, E along the last directions. */
static struct matrix pushed_along(const struct gradient *d) {
    struct matrix t = transposed(d->g), l = product(d->g, t),
                  r = product(t, d->g), u = column(d->u, d->u.columns - 1),
                  v = column(d->v, d->v.columns - 1);
    add(&l, -injected(d), product(u, transposed(u)));
    add(&r, -injected(d), product(v, transposed(v)));
    return product(product(power(l, -0.25), d->g), power(r, -0.25));
}
/* The part of e_1, or of another unit vector, that is not in the range of U. */
static struct matrix outside(struct matrix u) {
    struct matrix w = {.rows = u.rows, .columns = 1, .at = {1}};
    for (int twice = 0; twice < 2; twice++)
        add(&w, -1, product(u, product(transposed(u), w)));
    double length = sqrt(inner_product(w, w));
    for (size_t i = 0; i < w.rows; i++) w.at[i] /= length;
    return w;
}
static struct matrix pushed_outside(const struct gradient *d) {
    struct matrix t = transposed(d->g), l = product(d->g, t),
                  u = column(d->u, d->u.columns - 1), w = outside(d->u),
                  e = product(w, transposed(u));
    add(&l, injected(d) / sqrt(2), e);
    add(&l, injected(d) / sqrt(2), transposed(e));
    return product(product(power(l, -0.25), d->g),
                   power(product(t, d->g), -0.25));
}
/* The same on the other side: E_R, where G has more columns than rows. */
static struct matrix pushed_beside(const struct gradient *d) {
    struct gradient turned = {
        .u = d->v, .v = d->u, .g = transposed(d->g), .kappa = d->kappa};
    memcpy(turned.s, d->s, sizeof turned.s);
    return transposed(pushed_outside(&turned));
}
static double right_pushed(const struct gradient *d) {
    return perturbed(d, 0, injected(d));
}
static double both_pushed(const struct gradient *d) {
    return perturbed(d, injected(d), injected(d));
}
static double left_pushed(const struct gradient *d) {
    return perturbed(d, injected(d), 0);
}
static const struct form regular[] = {{"4x4", 4, 4, 4},
                                      {"8x8", 8, 8, 8},
                                      {.id = NULL}},
                         tall[] = {{"6x3", 6, 3, 3}, {.id = NULL}},
                         wide[] = {{"3x6", 3, 6, 3}, {.id = NULL}};
static const struct quantity pushed[] = {
    {pushed_along, polar, .error = shampoo_bound, .bound = both_pushed,
     .forms = regular, .kappa = 3},
    {pushed_along, polar, .error = shampoo_bound, .bound = both_pushed,
     .times = 0.95, .forms = regular, .kappa = 3},
    {pushed_outside, polar, .error = shampoo_bound, .bound = left_pushed,
     .forms = tall, .kappa = 3},
    {pushed_outside, polar, .error = shampoo_bound, .bound = left_pushed,
     .times = 0.67, .forms = tall, .kappa = 3},
    {pushed_beside, polar, .error = shampoo_bound, .bound = right_pushed,
     .forms = wide, .kappa = 3}};
CLAIM(bound_injected_error, BOUND, COMPUTE(compare, &pushed[0]),
      "(9) for $E_L=-eu_ru_r^\\top$, $E_R=-ev_rv_r^\\top$.",
      "(9) для $E_L=-eu_ru_r^\\top$, $E_R=-ev_rv_r^\\top$.");
CLAIM(control_injected_error_at_0_95, CONTROL, COMPUTE(compare, &pushed[1]),
      "0.95 of that bound.", "0,95 этой оценки.");
CLAIM(bound_injected_outside, BOUND, LOOSE(0.707, COMPUTE(compare, &pushed[2])),
      "(9) with $c=4$, for an error between $u_r$ and what $G$ does not reach.",
      "(9) с $c=4$, для ошибки между $u_r$ и тем, чего $G$ не достигает.");
CLAIM(bound_injected_beside, BOUND, LOOSE(0.707, COMPUTE(compare, &pushed[4])),
      "The same for $E_R$, where $G$ has more columns than rows.",
      "То же для $E_R$, когда у $G$ столбцов больше, чем строк.");
CLAIM(control_injected_outside_at_0_67, CONTROL, COMPUTE(compare, &pushed[3]),
      "0.67 of that bound.", "0,67 этой оценки.");
/**
Muon's step by a singular value decomposition never squares $G$. GSL's Jacobi
rotations leave a backward error $E$ of order $u\|G\|$. What does that do to the
orthogonal factor? Let $G+E=\tilde U\tilde S\tilde V^\top$ and let $G$ be square
and regular. Then
$$\tilde U^\top EV=\tilde S\tilde V^\top V-\tilde U^\top US,\qquad\tilde V^\top E^\top U=\tilde S\tilde U^\top U-\tilde V^\top VS,$$
and for $X=\tilde V^\top V-\tilde U^\top U=\tilde U^\top(\tilde U\tilde
V^\top-UV^\top)V$ their difference is $\tilde SX+XS$. Entry $ij$ of $X$ is that of
the difference over $\tilde s_i+s_j$, so (Li 1995; Weyl for $\tilde s_r$)
$$\|\tilde U\tilde V^\top-UV^\top\|_F\le\frac{2\|E\|_F}{\tilde s_r+s_r}\le\frac{\|E\|_F}{s_r-\frac12\|E\|_F}: \tag{10}$$
linear in $\kappa$. With more rows than columns what of $U$ is outside the range
of $\tilde U$ adds at most $\|(I-\tilde U\tilde U^\top)E\|_F/s_r$, and to first
order the factor of (10) is at most $\frac2{\sqrt3}$. Measuring a distance loses
no more, and is among the $8\kappa\gamma$.
*/
/**ru 3549329488
Шаг Muon через сингулярное разложение никогда не возводит $G$ в квадрат.
Вращения Якоби из GSL оставляют обратную ошибку $E$ порядка $u\|G\|$. Как она
действует на ортогональный множитель? Пусть $G+E=\tilde U\tilde S\tilde V^\top$,
а $G$ — квадратная и невырожденная. Тогда
$$\tilde U^\top EV=\tilde S\tilde V^\top V-\tilde U^\top US,\qquad\tilde V^\top E^\top U=\tilde S\tilde U^\top U-\tilde V^\top VS,$$
и для $X=\tilde V^\top V-\tilde U^\top U=\tilde U^\top(\tilde U\tilde
V^\top-UV^\top)V$ разность этих двух равенств есть $\tilde SX+XS$. Элемент $ij$
матрицы $X$ — это элемент разности, делённый на $\tilde s_i+s_j$, поэтому (Li
1995; для $\tilde s_r$ — Вейль)
$$\|\tilde U\tilde V^\top-UV^\top\|_F\le\frac{2\|E\|_F}{\tilde s_r+s_r}\le\frac{\|E\|_F}{s_r-\frac12\|E\|_F}: \tag{10}$$
линейно по $\kappa$. Если строк больше, чем столбцов, то часть $U$ вне образа
$\tilde U$ добавляет не больше $\|(I-\tilde U\tilde U^\top)E\|_F/s_r$, и
множитель к (10) в первом порядке не больше $\frac2{\sqrt3}$. При измерении
расстояния теряется не больше этого, и эта потеря входит в $8\kappa\gamma$.
*/
double muon_bound(const struct gradient *d) {
    return 8 * d->kappa * gamma_of(d);
}
struct matrix muon_step(struct matrix g, size_t iterations) {
    struct settings s = {.alpha = 1, .newton_schulz = (double)iterations};
    return step_of(&method_muon, s, 1, g);
}
static struct matrix by_svd(const struct gradient *d) {
    return muon_step(d->g, 0);
}
static const struct quantity muon = {by_svd, polar, .bound = muon_bound,
                                     .method = "muon"};
CLAIM(bound_muon_error, IDENTITY, COMPUTE(compare, &muon),
      "Muon's step is $UV^\\top$ up to $8\\kappa\\gamma$.",
      "Шаг Muon равен $UV^\\top$ с точностью до $8\\kappa\\gamma$.");
/**
Its constant is attained as well where an error is put in by hand: $E=\frac
e{\sqrt2}(u_rv_{r-1}^\top-u_{r-1}v_r^\top)$ turns the last two directions into
each other, by $\frac{2e}{s_r+s_{r-1}}$, and here $s_1=1.02\,s_r$.
*/
/**ru 1294990786
Константа этой оценки тоже достигается, если задать ошибку вручную:
$E=\frac e{\sqrt2}(u_rv_{r-1}^\top-u_{r-1}v_r^\top)$ поворачивает два последних
направления одно в сторону другого на $\frac{2e}{s_r+s_{r-1}}$, причём здесь
$s_1=1.02\,s_r$.
*/
static struct matrix turned_by_svd(const struct gradient *d) {
    size_t r = d->u.columns;
    struct matrix g = d->g, last = column(d->u, r - 1),
                  next = column(d->u, r - 2), v_last = column(d->v, r - 1),
                  v_next = column(d->v, r - 2);
    add(&g, injected(d) / sqrt(2), product(last, transposed(v_next)));
    add(&g, -injected(d) / sqrt(2), product(next, transposed(v_last)));
    return muon_step(g, 0);
}
static double factor_apart(const struct gradient *d) {
    return injected(d) / (d->s[d->u.columns - 1] - injected(d) / 2);
}
static const struct quantity turned_factor[] = {
    {turned_by_svd, polar, .error = muon_bound, .bound = factor_apart,
     .method = "muon", .forms = regular, .kappa = 1.02},
    {turned_by_svd, polar, .error = muon_bound, .bound = factor_apart,
     .times = 0.95, .method = "muon", .forms = regular, .kappa = 1.02}};
CLAIM(bound_muon_injected, BOUND, COMPUTE(compare, &turned_factor[0]),
      "(10) for Muon's step, with such an $E$.",
      "(10) для шага Muon с такой $E$.");
CLAIM(control_muon_injected_at_0_95, CONTROL,
      COMPUTE(compare, &turned_factor[1]), "0.95 of that bound.",
      "0,95 этой оценки.");
/**
The two, asked for the same step, agree to the sum of their bounds. But the
square of $\kappa$ is no weakness of the proof:
*/
/**ru 2056270698
Оба метода, если спросить их об одном и том же шаге, расходятся не больше чем на
сумму своих оценок. Но квадрат $\kappa$ — не слабость доказательства:
*/
static double both_bounds(const struct gradient *d) {
    return shampoo_bound(d) + muon_bound(d);
}
static double squared(const struct gradient *d) {
    return DBL_EPSILON / 2 * d->kappa * d->kappa / 32;
}
static const struct quantity compared[] = {
    {shampoo_step, by_svd, .error = both_bounds},
    {shampoo_step, polar, .bound = squared, .sign = AT_LEAST, .from = 3},
    {shampoo_step, polar, .bound = muon_bound, .from = 6}};
CLAIM(methods_agree, IDENTITY,
      ALLOWING(0.01, "(9) is of order $u\\kappa^2$",
               COMPUTE(compare, &compared[0])),
      "Both make the same step, up to the sum of their bounds.",
      "Оба метода делают один и тот же шаг с точностью до суммы их оценок.");
CLAIM(shampoo_error_grows_like_kappa_squared, SHARPNESS,
      COMPUTE(compare, &compared[1]),
      "For $\\kappa\\ge10^3$ Shampoo errs by $\\frac1{32}u\\kappa^2$ or more.",
      "При $\\kappa\\ge10^3$ ошибка Shampoo не меньше "
      "$\\frac1{32}u\\kappa^2$.");
CLAIM(control_shampoo_error_linear_in_kappa, CONTROL,
      COMPUTE(compare, &compared[2]),
      "At $\\kappa=10^6$ Shampoo's step is $UV^\\top$ up to Muon's bound.",
      "При $\\kappa=10^6$ шаг Shampoo равен $UV^\\top$ с точностью до оценки "
      "для Muon.");
/**
In double precision six digits of $UV^\top$
are left at $\kappa=10^5$ and four at $10^6$; beyond $\kappa\approx10^7\approx
u^{-1/2}/10$ the least eigenvalue drowns in rounding: $GG^\top$ no longer tells it
from 0, and a pseudo-inverse would leave the whole direction out. Since $G$
itself still shows that something is there, the program refuses such a step (it
is not a number) rather than make a wrong one. With singular values
$1,\dots,1,10^{-9}$:
*/
/**ru 1366478814
При двойной точности от $UV^\top$ остаётся шесть цифр при $\kappa=10^5$ и четыре
при $10^6$; а начиная с $\kappa\approx10^7\approx u^{-1/2}/10$ наименьшее
собственное значение тонет в округлении: $GG^\top$ уже не отличает его от 0, и
псевдообратная выбросила бы это направление целиком. Поскольку по самой $G$ ещё
видно, что там что-то есть, программа отказывается от такого шага (результат —
не число), вместо того чтобы сделать неверный. С сингулярными числами
$1,\dots,1,10^{-9}$:
*/
static double is_refused(const struct gradient *d) {
    return isnan(shampoo_step(d).at[0]);
}
/* What is left of it where no one looks at G. */
static struct matrix left_out(const struct gradient *d) {
    struct matrix t = transposed(d->g);
    return product(product(power(product(d->g, t), -0.25), d->g),
                   power(product(t, d->g), -0.25));
}
static const struct quantity drowned[] = {
    {.of = is_refused,
     .times = 1,
     .sign = EQUAL,
     .drowned = true,
     .kappa = 1e9},
    {by_svd, polar, .error = muon_bound, .method = "muon", .drowned = true,
     .kappa = 1e9},
    {left_out, polar, .times = 0.5, .errors = 1e-9, .drowned = true,
     .kappa = 1e9},
    {.of = is_refused,
     .times = 1,
     .sign = EQUAL,
     .drowned = true,
     .kappa = 1e6}};
CLAIM(drowned_direction_is_refused, IDENTITY, COMPUTE(compare, &drowned[0]),
      "At $\\kappa=10^9$ Shampoo makes no step.",
      "При $\\kappa=10^9$ Shampoo не делает шага.");
CLAIM(control_refused_at_1e6, CONTROL, COMPUTE(compare, &drowned[3]),
      "It makes none at $\\kappa=10^6$ either.",
      "При $\\kappa=10^6$ он тоже не делает шага.");
CLAIM(drowned_direction_is_kept_by_svd, IDENTITY,
      ALLOWING(0.001, "$8\\kappa\\gamma$ is that large at $\\kappa=10^9$",
               COMPUTE(compare, &drowned[1])),
      "Muon's is $UV^\\top$ of all directions, up to $8\\kappa\\gamma$.",
      "Шаг Muon — $UV^\\top$ по всем направлениям, с точностью до "
      "$8\\kappa\\gamma$.");
CLAIM(control_identity_at_1e9, CONTROL,
      DROPS(errors_are_small, COMPUTE(compare, &drowned[2])),
      "There line (1) with pseudo-inverses is within $\\frac12$ of $UV^\\top$.",
      "Строка (1) с псевдообратными там отличается от $UV^\\top$ не больше "
      "чем на $\\frac12$.");
/**
## A singular matrix has no root of its inverse

If $G$ is not square, one of $GG^\top$ and $G^\top G$ is singular: the larger
one has rank $r<\max(m,n)$. If $G$ has not full rank, both are. Then $A^{-1/4}$
does not exist, and lines (1) to (3) mean nothing as they stand.

@erratum the_larger_square_is_singular $(G_t G_t^\top)^{-1/4} G_t (G_t^\top
    G_t)^{-1/4}$ :: For a gradient that is not square one of the two matrices
    has no inverse; the pseudo-inverse, or an $\epsilon$ on the diagonal, has to
    be meant.
*/
/**ru 1573948475
## У вырожденной матрицы нет корня из обратной

Если $G$ не квадратная, одна из матриц $GG^\top$ и $G^\top G$ вырождена: ранг
большей из них $r<\max(m,n)$. Если $G$ неполного ранга, вырождены обе. Тогда
$A^{-1/4}$ не существует, и строки (1)–(3) в таком виде ничего не означают.

@erratum the_larger_square_is_singular
    $(G_t G_t^\top)^{-1/4} G_t (G_t^\top G_t)^{-1/4}$ :: Для неквадратного
    градиента у одной из двух матриц нет обратной; нужно иметь в виду
    псевдообратную или $\epsilon$ на диагонали.
*/
static void larger_square(struct inquiry *q) {
    for (size_t i = 0; i < SHAPES; i++) {
        struct gradient d[LANES];
        random_gradients(q, i, &shapes[i], 10, d);
        struct matrix g = d->g, t = transposed(g),
                      a = g.rows > t.rows ? product(g, t) : product(t, g);
        double least, largest, error = eigen_error(d, a.rows, a.rows);
        eigen_extremes(a.rows, a.at, &least, &largest);
        if (g.rows != t.rows)
            inquiry_exact(q, shapes[i].id, "shampoo", 1, least,
                          error + 2 * gamma_of(d), EQUAL, 0);
    }
}
CLAIM(the_larger_square_is_singular, IDENTITY, COMPUTE(larger_square),
      "The least eigenvalue of the larger square is 0 if $m\\ne n$.",
      "Наименьшее собственное значение большего квадрата равно 0, если "
      "$m\\ne n$.");
/**
With the **pseudo-inverse** all lines hold with the $r$ positive singular
values, and the step is $U_rV_r^\top$, a partial isometry: it moves nothing
outside the row and column space of $G$. Rounding must not count as a direction,
for Muon at $\kappa=10^{10}$ either:
*/
/**ru 2166278742
С **псевдообратной** все строки верны для $r$ положительных сингулярных чисел, и
шаг равен $U_rV_r^\top$ — частичной изометрии: он ничего не сдвигает вне
пространств строк и столбцов матрицы $G$. Округление не должно считаться
направлением, и для Muon при $\kappa=10^{10}$ тоже:
*/
static const struct form deficient[] = {{"4x4 rank 1", 4, 4, 1},
                                        {"4x4 rank 2", 4, 4, 2},
                                        {"6x3 rank 2", 6, 3, 2},
                                        {"8x8 rank 3", 8, 8, 3},
                                        {.id = NULL}};
static const struct quantity isometry[] = {
    {shampoo_step, polar, .error = shampoo_bound, .forms = deficient,
     .kappa = 10, .also = &isometry[1]},
    {by_svd, polar, .error = muon_bound, .method = "muon", .forms = deficient,
     .kappa = 10, .also = &isometry[2]},
    {by_svd, polar, .error = muon_bound, .method = "muon", .forms = deficient,
     .kappa = 1e10}};
CLAIM(rank_deficient_partial_isometry, IDENTITY,
      ALLOWING(0.01, "$8\\kappa\\gamma$ is that large at $\\kappa=10^{10}$",
               COMPUTE(compare, isometry)),
      "For a gradient of rank $r$ either method's step is $U_rV_r^\\top$.",
      "Для градиента ранга $r$ шаг обоих методов равен $U_rV_r^\\top$.");
/**
With **an $\epsilon$ added** to the eigenvalues, as Gupta, Koren and Singer have
it, the singular values commute as in line (5) and become
$$(s_i^2+\epsilon)^{-1/4}s_i(s_i^2+\epsilon)^{-1/4}=\frac{s_i}{\sqrt{s_i^2+\epsilon}}\ge1-\frac\epsilon{2s_i^2}.\tag{11}$$
As $\epsilon\to0$ the limit is again $U_rV_r^\top$. In the tables $k=1/\epsilon$.
*/
/**ru 2092764151
Если **прибавить $\epsilon$** к собственным значениям, как у Гупты, Корена и
Зингера, то сингулярные числа коммутируют, как в строке (5), и становятся
равными
$$(s_i^2+\epsilon)^{-1/4}s_i(s_i^2+\epsilon)^{-1/4}=\frac{s_i}{\sqrt{s_i^2+\epsilon}}\ge1-\frac\epsilon{2s_i^2}.\tag{11}$$
При $\epsilon\to0$ предел снова равен $U_rV_r^\top$. В таблицах $k=1/\epsilon$.
*/
static double eps_of(const struct gradient *d) {
    return 1 / (double)d->k;
}
static struct matrix eps_step(const struct gradient *d) {
    return step_with(d, eps_of(d));
}
static struct matrix shrunk(const struct gradient *d) {
    double s[LARGEST];
    for (size_t e = 0; e < d->u.columns; e++)
        s[e] = d->s[e] / sqrt(d->s[e] * d->s[e] + eps_of(d));
    return spectral(d->u, s, 1, d->v);
}
/* A null direction holds rounding, times eps^{-1/4} on either side. */
static double shrunk_error(const struct gradient *d) {
    return shampoo_bound(d) + gamma_of(d) / sqrt(eps_of(d));
}
/* From 1 in the last direction, u_r' (step) v_r. */
static double missing(const struct gradient *d) {
    struct matrix left = product(transposed(d->u), eps_step(d)),
                  inside = product(left, d->v);
    return 1 - inside.at[d->u.columns * d->u.columns - 1];
}
static double missing_bound(const struct gradient *d) {
    return eps_of(d) * d->kappa * d->kappa / 2;
}
static double less_missing(const struct gradient *d) {
    return 0.95 * eps_of(d) * d->kappa * d->kappa / 2;
}
static const struct quantity added[] = {
    {eps_step, shrunk, .error = shrunk_error, .count = WITH_RANK, .kappa = 100,
     .k = {100, 10000, 1000000}, .by_k = true},
    {NULL, NULL, missing, .error = shampoo_bound, .bound = missing_bound,
     .count = 1, .kappa = 10, .k = {100, 10000, 1000000}, .by_k = true},
    {NULL, NULL, missing, .error = shampoo_bound, .bound = less_missing,
     .count = 1, .kappa = 10, .k = {100, 10000, 1000000}, .by_k = true}};
CLAIM(eps_shrinks_singular_values, IDENTITY, COMPUTE(compare, &added[0]),
      "The step has the singular values $s_i/\\sqrt{s_i^2+\\epsilon}$.",
      "Сингулярные числа шага — $s_i/\\sqrt{s_i^2+\\epsilon}$.");
CLAIM(bound_eps, BOUND, COMPUTE(compare, &added[1]),
      "In direction $r$ at most $\\frac\\epsilon{2s_r^2}$ is missing from 1.",
      "В направлении $r$ до 1 недостаёт не больше $\\frac\\epsilon{2s_r^2}$.");
CLAIM(control_bound_eps_at_0_95, CONTROL, COMPUTE(compare, &added[2]),
      "0.95 of that bound.", "0,95 этой оценки.");
/**
But on a machine a direction in which $G$ is nothing but rounding, $u\,s_1$,
would be multiplied by $\epsilon^{-1/2}$: with $\epsilon=10^{-40}$ the step would
be noise, $10^4$ long. So the program leaves such directions out with an
$\epsilon$, too.
*/
/**ru 3388830968
Но на машине направление, в котором у $G$ нет ничего, кроме округления $u\,s_1$,
умножилось бы на $\epsilon^{-1/2}$: при $\epsilon=10^{-40}$ шаг был бы шумом
длины $10^4$. Поэтому программа отбрасывает такие направления и при наличии
$\epsilon$.
*/
static struct matrix tiny_step(const struct gradient *d) {
    return step_with(d, 1e-40);
}
/* The formula, with no direction left out. */
static struct matrix noisy_step(const struct gradient *d) {
    struct matrix t = transposed(d->g), roots[2];
    for (int right = 0; right < 2; right++) {
        struct matrix a = right ? product(t, d->g) : product(d->g, t), q = a;
        double values[LARGEST];
        eigen_system(a.rows, a.at, values, q.at);
        for (size_t i = 0; i < a.rows; i++)
            values[i] = larger(values[i], 0) + 1e-40;
        roots[right] = spectral(q, values, -0.25, q);
    }
    return product(product(roots[0], d->g), roots[1]);
}
static const struct quantity tiny = {tiny_step, polar, .error = shampoo_bound,
                                     .forms = deficient, .kappa = 10},
                             noisy = {noisy_step, polar, .error = shampoo_bound,
                                      .forms = deficient, .kappa = 10};
CLAIM(tiny_eps_does_no_harm, IDENTITY, COMPUTE(compare, &tiny),
      "With $\\epsilon=10^{-40}$ the step of rank $r$ is $U_rV_r^\\top$.",
      "При $\\epsilon=10^{-40}$ шаг ранга $r$ равен $U_rV_r^\\top$.");
CLAIM(control_tiny_eps, CONTROL, COMPUTE(compare, &noisy),
      "So is the formula's, with no direction left out.",
      "То же верно для шага по формуле, если не отбрасывать направлений.");
/**
## One side suffices, and other exponents do not

The formula of line (1), computed apart from the method, is its step. The same
lines give $(GG^\top)^{-1/2}G=US^{-1}U^\top\,USV^\top=UV^\top$: half as many
roots for the same step. (Its bound: $h=\lambda^{-1/2}$ has
$h[s_i^2,s_j^2]=-\frac1{s_is_j(s_i+s_j)}$, so
$\frac{c\,e_L}{2s_r^2(1-\eta)^{3/2}}$ with $c=2$ for a singular $GG^\top$.) The
exponents must add up to $-\frac12$: with $-\frac12$ on *both* sides the step is
$US^{-1}V^\top$, longest where the gradient is shortest. And with $L$ and $R$
exchanged nothing commutes.
*/
/**ru 1753732859
## Одной стороны достаточно, а другие показатели не годятся

Формула строки (1), вычисленная отдельно от метода, даёт его шаг. Те же строки
дают $(GG^\top)^{-1/2}G=US^{-1}U^\top\,USV^\top=UV^\top$: для того же шага вдвое
меньше корней. (Его оценка: для $h=\lambda^{-1/2}$ имеем
$h[s_i^2,s_j^2]=-\frac1{s_is_j(s_i+s_j)}$, откуда
$\frac{c\,e_L}{2s_r^2(1-\eta)^{3/2}}$, где $c=2$ для вырожденной $GG^\top$.)
Показатели должны давать в сумме $-\frac12$: если взять $-\frac12$ с *обеих*
сторон, шаг равен $US^{-1}V^\top$ и длиннее всего там, где градиент короче
всего. А если поменять местами $L$ и $R$, ничто не коммутирует.
*/
/* L^p G R^q. */
static struct matrix preconditioned(struct matrix g, double p, double q) {
    struct matrix t = transposed(g), r = product(t, g);
    g = product(power(product(g, t), p), g);
    return q != 0 ? product(g, power(r, q)) : g;
}
static struct matrix quarters(const struct gradient *d) {
    return preconditioned(d->g, -0.25, -0.25);
}
static struct matrix one_half(const struct gradient *d) {
    return preconditioned(d->g, -0.5, 0);
}
static struct matrix halves(const struct gradient *d) {
    return preconditioned(d->g, -0.5, -0.5);
}
static struct matrix exchanged(const struct gradient *d) {
    struct matrix t = transposed(d->g), l = power(product(d->g, t), -0.25),
                  r = power(product(t, d->g), -0.25);
    return product(product(r, d->g), l);
}
static struct matrix inverse(const struct gradient *d) {
    return spectral(d->u, d->s, -1, d->v);
}
static double one_sided_bound(const struct gradient *d) {
    double least = d->s[d->u.columns - 1] * d->s[d->u.columns - 1];
    double e = eigen_error(d, d->g.rows, d->g.columns) / least;
    return e * pow(1 - e, -1.5) + muon_bound(d);
}
static const struct quantity exponents[] = {
    {shampoo_step, quarters, .error = shampoo_bound, .errors = 2, .kappa = 10},
    {one_half, polar, .error = one_sided_bound, .kappa = 10},
    /* ||U S^-1 V'|| = kappa: one more factor of it. */
    {halves, inverse, .error = shampoo_bound, .errors = 40, .kappa = 10},
    {halves, polar, .error = shampoo_bound, .errors = 40, .count = WITH_RANK,
     .kappa = 10},
    {exchanged, polar, .error = shampoo_bound, .count = 1, .kappa = 10}};
CLAIM(line_1_method_is_the_formula, PROOF_LINE, COMPUTE(compare, &exponents[0]),
      "The program's step is $(GG^\\top)^{-1/4}G(G^\\top G)^{-1/4}$.",
      "Шаг программы равен $(GG^\\top)^{-1/4}G(G^\\top G)^{-1/4}$.");
CLAIM(one_side_suffices, IDENTITY, COMPUTE(compare, &exponents[1]),
      "$(GG^\\top)^{-1/2}G=UV^\\top$.", "$(GG^\\top)^{-1/2}G=UV^\\top$.");
CLAIM(exponent_half_inverts_singular_values, IDENTITY,
      COMPUTE(compare, &exponents[2]),
      "$(GG^\\top)^{-1/2}G(G^\\top G)^{-1/2}=US^{-1}V^\\top$.",
      "$(GG^\\top)^{-1/2}G(G^\\top G)^{-1/2}=US^{-1}V^\\top$.");
CLAIM(control_exponent_half, CONTROL, COMPUTE(compare, &exponents[3]),
      "$(GG^\\top)^{-1/2}G(G^\\top G)^{-1/2}=UV^\\top$.",
      "$(GG^\\top)^{-1/2}G(G^\\top G)^{-1/2}=UV^\\top$.");
CLAIM(control_exchanged, CONTROL, COMPUTE(compare, &exponents[4]),
      "$(G^\\top G)^{-1/4}G(GG^\\top)^{-1/4}=UV^\\top$ for square $G$.",
      "$(G^\\top G)^{-1/4}G(GG^\\top)^{-1/4}=UV^\\top$ для квадратной $G$.");

static const struct claim *const claims[] = {
    line_2_squares, line_2_other_squares, line_3_roots, line_3_other_roots,
    line_4_orthonormal_columns, line_5_diagonal, bound_shampoo_error,
    bound_muon_error, bound_muon_injected, control_muon_injected_at_0_95,
    shampoo_error_grows_like_kappa_squared, methods_agree,
    control_shampoo_error_linear_in_kappa, bound_injected_error,
    control_injected_error_at_0_95, bound_injected_outside,
    bound_injected_beside, control_injected_outside_at_0_67,
    drowned_direction_is_refused, control_refused_at_1e6,
    drowned_direction_is_kept_by_svd, control_identity_at_1e9,
    /* Singular matrices and other exponents. */
    the_larger_square_is_singular, rank_deficient_partial_isometry,
    eps_shrinks_singular_values, bound_eps, control_bound_eps_at_0_95,
    tiny_eps_does_no_harm, control_tiny_eps, line_1_method_is_the_formula,
    one_side_suffices, exponent_half_inverts_singular_values,
    control_exponent_half, control_exchanged};

static const struct drawing drawings[] = {
    {.name = "condition",
     .title = {"Rounding grows like κ^2 in Shampoo, like κ in Muon",
               "Округление растёт как κ^2 в Shampoo и как κ в Muon"},
     .x = {"condition number κ", "число обусловленности κ"},
     .y = {"error", "ошибка"},
     .bounds = true,
     .curves = {{"bound_shampoo_error", 0, {"Shampoo, 4×4", "Shampoo, 4×4"}},
                {"bound_shampoo_error", 1, {"Shampoo, 6×3", "Shampoo, 6×3"}},
                {"bound_muon_error", 0, {"Muon, 4×4", "Muon, 4×4"}},
                {"bound_muon_error", 1, {"Muon, 6×3", "Muon, 6×3"}}}},
};

const struct theorem theorem_shampoo_is_muon = {
    .id = "shampoo_is_muon",
    .title = {"Shampoo of the last gradient is Muon",
              "Shampoo с последним градиентом — это Muon"},
    .source = "Shampoo; Deriving Muon",
    HYPOTHESES(hypotheses),
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## Exercises

@exercise eps_shrinks_singular_values For $G=\operatorname{diag}(1,\frac1{10})$
    find the $\epsilon$ with which Shampoo's step in the weaker direction is
    half of what Muon would make, and what is left then of the stronger one.
    The program's answer:
    `descent verify shampoo_is_muon/eps_shrinks_singular_values`. ::
    By (11) $\frac s{\sqrt{s^2+\epsilon}}=\frac12$ if $\epsilon=3s^2=0.03$, and
    the stronger direction keeps $\frac1{\sqrt{1.03}}\approx0.985$. Indeed
    `echo '1 0 0 0.1' | descent trace shampoo --shape 2x2 --alpha 1 --beta2 0 --eps 0.03`
    prints $-0.985$ and $-0.5$ on the diagonal. So $\sqrt\epsilon$ is a
    threshold: singular values far above it become 1, those far below are only
    multiplied by $\frac1{\sqrt\epsilon}$, as in gradient descent.
@exercise one_side_suffices For a gradient of the shape $3\times6$ and of full
    rank $G^\top G$ is singular, and line (1) means nothing without a
    pseudo-inverse. Derive a formula for $UV^\top$ that needs none, and only one
    root; then say what to do for $6\times3$.
    `descent verify shampoo_is_muon/one_side_suffices` tries six shapes. :: Take
    the root of the smaller square, which is regular. With $m\le n$ that is
    $GG^\top=US^2U^\top$, and $(GG^\top)^{-1/2}G=US^{-1}U^\top USV^\top=UV^\top$
    by $U^\top U=I$ alone. For $6\times3$ transpose this:
    $G(G^\top G)^{-1/2}=USV^\top VS^{-1}V^\top=UV^\top$. What counts is that the
    exponents on both sides add up to $-\frac12$.
@exercise shampoo_error_grows_like_kappa_squared In double precision,
    $u=2^{-53}$, four digits of Shampoo's step are left at $\kappa=10^6$. For
    which $\kappa$ are as many left in single precision, $u=2^{-24}$? How many
    times smaller is $u\kappa$, the order of Muon's error, at that $\kappa$?
    (`descent verify shampoo_is_muon/shampoo_error_grows_like_kappa_squared`
    tries $\kappa$ from $10^3$ to $10^6$ in double precision.) :: The error is
    of the order $u\kappa^2$: each factor of ten in $\kappa$ costs two digits,
    and a $u$ that is $2^{29}$ times as large has to be made up by a $\kappa$
    that is $2^{29/2}\approx2.3\cdot10^4$ times smaller. That is
    $\kappa\approx43$. The order $u\kappa$ is smaller by the factor $\kappa$, 43
    times. And some $\kappa\approx u^{-1/2}/10\approx400$ is already enough for
    the least direction to drown.
*/
/**ru 1338602696
## Упражнения

@exercise eps_shrinks_singular_values Найдите для
    $G=\operatorname{diag}(1,\frac1{10})$ такое $\epsilon$, при котором шаг
    Shampoo в более слабом направлении вдвое короче, чем у Muon, и узнайте, что
    остаётся тогда от более сильного. Ответ программы:
    `descent verify shampoo_is_muon/eps_shrinks_singular_values`. :: В силу (11)
    $\frac s{\sqrt{s^2+\epsilon}}=\frac12$, если $\epsilon=3s^2=0.03$, а от
    более сильного направления остаётся $\frac1{\sqrt{1.03}}\approx0.985$. И
    действительно,
    `echo '1 0 0 0.1' | descent trace shampoo --shape 2x2 --alpha 1 --beta2 0 --eps 0.03`
    печатает на диагонали $-0.985$ и $-0.5$. Значит, $\sqrt\epsilon$ — порог:
    сингулярные числа намного больше него становятся равны 1, а намного меньшие
    лишь умножаются на $\frac1{\sqrt\epsilon}$, как в градиентном спуске.
@exercise one_side_suffices Для градиента размера $3\times6$ полного ранга
    матрица $G^\top G$ вырождена, и строка (1) без псевдообратной ничего не
    означает. Выведите для $UV^\top$ формулу, которой псевдообратная не нужна, а
    корень нужен только один; затем скажите, что делать в случае $6\times3$.
    Шесть форм проверяет `descent verify shampoo_is_muon/one_side_suffices`. ::
    Возьмите корень из меньшего квадрата, который невырожден. При $m\le n$ это
    $GG^\top=US^2U^\top$, и $(GG^\top)^{-1/2}G=US^{-1}U^\top USV^\top=UV^\top$
    благодаря одному только $U^\top U=I$. В случае $6\times3$ транспонируйте
    это: $G(G^\top G)^{-1/2}=USV^\top VS^{-1}V^\top=UV^\top$. Важно лишь, чтобы
    показатели с обеих сторон давали в сумме $-\frac12$.
@exercise shampoo_error_grows_like_kappa_squared При двойной точности,
    $u=2^{-53}$, от шага Shampoo при $\kappa=10^6$ остаётся четыре цифры. При
    каком $\kappa$ их остаётся столько же при одинарной точности, $u=2^{-24}$?
    Во сколько раз меньше при этом $\kappa$ величина $u\kappa$ — порядок ошибки
    Muon?
    (`descent verify shampoo_is_muon/shampoo_error_grows_like_kappa_squared`
    проверяет $\kappa$ от $10^3$ до $10^6$ при двойной точности.) :: Ошибка
    имеет порядок $u\kappa^2$: каждое увеличение $\kappa$ в десять раз стоит
    двух цифр, и $u$, большее в $2^{29}$ раз, возмещается только $\kappa$,
    меньшим в $2^{29/2}\approx2.3\cdot10^4$ раз. Это $\kappa\approx43$. Порядок
    $u\kappa$ меньше в $\kappa$ раз, то есть в 43 раза. А чтобы наименьшее
    направление утонуло, достаточно уже $\kappa\approx u^{-1/2}/10\approx400$.
*/

/**
## References

- V. Gupta, T. Koren, Y. Singer, *Shampoo: preconditioned stochastic tensor
  optimization*, ICML 2018: algorithm 1, with sums and $\epsilon I$.
- N. Higham, *Accuracy and stability of numerical algorithms*, 2nd edition, SIAM
  2002; *Functions of matrices*, SIAM 2008: chapter 8 on the polar
  decomposition, whose orthogonal factor $UV^\top$ is.
- R.-C. Li, *New perturbation bounds for the unitary polar factor*, SIAM Journal
  on Matrix Analysis and Applications 16 (1995): (10).
*/
/**ru 398541545
## Литература

- V. Gupta, T. Koren, Y. Singer, *Shampoo: preconditioned stochastic tensor
  optimization*, ICML 2018: алгоритм 1, с суммами и $\epsilon I$.
- N. Higham, *Accuracy and stability of numerical algorithms*, 2nd edition, SIAM
  2002; *Functions of matrices*, SIAM 2008: глава 8 о полярном разложении,
  ортогональный множитель которого и есть $UV^\top$.
- R.-C. Li, *New perturbation bounds for the unitary polar factor*, SIAM Journal
  on Matrix Analysis and Applications 16 (1995): (10).
*/
