/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# Shampoo of the last gradient is Muon

For a matrix of weights $W\in\mathbb R^{m\times n}$ with gradients $G_k$ the
lecture (slides «Shampoo») has

> Обновить статистику $L_k = \beta L_{k-1} + (1 - \beta) G_k G_k^T$ и $R_k =
> \beta R_{k-1} + (1 - \beta) G_k^T G_k$.

> Вычислить предобуславливатели $P_L = L_k^{-1/4}$ и $P_R = R_k^{-1/4}$.

> Update: $W_{k+1} = W_k - \alpha P_L G_k P_R$.

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
Two pages go on from (5): [in which sense $UV^\top$ is the best direction, and
what the iteration computes that stands in for it](newton_schulz.html), and
[what becomes of (5) when $L$ and $R$ remember, and whether that saves
steps](shampoo_remembers.html).

@figure condition The distance of the computed step from $UV^\top$: quadratic in
    $\kappa$ for Shampoo, linear for the singular value decomposition

Matrices are at most $8\times8$, of six shapes, with the gradient built from
known factors: $U$ and $V$ by Householder's QR of random matrices, $s_i$ in
equal ratios from 1 to $1/\kappa$. So the right answer is known before any
method is asked. Tables have the worst of 16 gradients with $\kappa=k$.

## The five lines

In lines (2) to (5) all factors have norm at most 1, but for $S^{-1/2}$ with
$\sqrt\kappa$. With $d=\max(m,n)$ and $u=2^{-53}$, a product of two $d\times d$
matrices loses at most $du$ of $|A||B|$ in each entry, so $d^2u\,\|A\|\|B\|$ in
norm (Higham 2002, section 3.5), and Householder's QR misses orthogonality by
$\sqrt d\,d^2u$ times a small constant (theorem 19.4). Call $\gamma=4d^{5/2}u$
what either may lose.
*/
#include "shampoo_is_muon.h"

#include "theorem.h"

static double gamma_of(const struct gradient *d) {
    double most = fmax((double)d->g.rows, (double)d->g.columns);
    return 2 * most * most * sqrt(most) * DBL_EPSILON;
}
static double rounding(const struct gradient *d) {
    return 8 * gamma_of(d);
}
/**
**Line (2)**: $G=USV^\top$ gives $GG^\top=USV^\top VSU^\top=US^2U^\top$, as
$V^\top V=I$; likewise $G^\top G=VS^2V^\top$.
*/
static double squares_apart(const struct gradient *d) {
    struct matrix t = transposed(d->g);
    return larger(apart(product(d->g, t), spectral(d->u, d->s, 2, d->u)),
                  apart(product(t, d->g), spectral(d->v, d->s, 2, d->v)));
}
static const struct quantity squares = {squares_apart, .error = rounding};
CLAIM(line_2_squares, PROOF_LINE, COMPUTE(quantities, &squares),
      "Line (2): $GG^\\top=US^2U^\\top$ and $G^\\top G=VS^2V^\\top$.");
/**
**Line (3)**: the root is the one symmetric positive semidefinite matrix whose
inverse has the right fourth power. $Q=US^{1/2}U^\top$ has $Q^4=US^2U^\top$, and
$P=US^{-1/2}U^\top$ inverts it: $PQ=UU^\top$. Likewise for $V$.
*/
static double root_apart(const struct gradient *d, struct matrix u) {
    struct matrix p = spectral(u, d->s, -0.5, u), q = spectral(u, d->s, 0.5, u);
    struct matrix q2 = product(q, q), s2 = spectral(u, d->s, 2, u);
    /* ||P|| = kappa^{1/2} scales the losses of P Q. */
    double inverse = apart(product(p, q), product(u, transposed(u)));
    return larger(apart(product(q2, q2), s2), inverse / sqrt(d->kappa));
}
static double roots_apart(const struct gradient *d) {
    return larger(root_apart(d, d->u), root_apart(d, d->v));
}
static const struct quantity roots = {roots_apart, .error = rounding};
CLAIM(line_3_roots, PROOF_LINE, COMPUTE(quantities, &roots),
      "Line (3): $Q^4=US^2U^\\top$ and $PQ=UU^\\top$.");
/**
**Line (4)** uses $U^\top U=V^\top V=I$. What it loses is multiplied by
$\|P_L\|\|P_R\|=\kappa$, as it will be for Muon.
*/
static double triple_apart(const struct gradient *d) {
    struct matrix p_l = spectral(d->u, d->s, -0.5, d->u),
                  p_r = spectral(d->v, d->s, -0.5, d->v);
    double middle[LARGEST];
    for (size_t j = 0; j < d->u.columns; j++)
        middle[j] = 1 / sqrt(d->s[j]) * d->s[j] * (1 / sqrt(d->s[j]));
    return apart(product(product(p_l, d->g), p_r),
                 spectral(d->u, middle, 1, d->v));
}
static const struct quantity triple = {triple_apart, .error = muon_bound};
CLAIM(line_4_orthonormal_columns, PROOF_LINE, COMPUTE(quantities, &triple),
      "Line (4): the three factors make $US^{-1/2}SS^{-1/2}V^\\top$.");
/**
**Line (5)**: diagonal matrices commute, so $S^{-1/2}SS^{-1/2}=I$.
*/
static double diagonals_apart(const struct gradient *d) {
    double middle[LARGEST];
    for (size_t j = 0; j < d->u.columns; j++)
        middle[j] = pow(d->s[j], -0.5) * d->s[j] * pow(d->s[j], -0.5);
    return apart(spectral(d->u, middle, 1, d->v), polar(d));
}
static const struct quantity diagonals = {diagonals_apart, .error = rounding};
CLAIM(line_5_diagonal, PROOF_LINE, COMPUTE(quantities, &diagonals),
      "Line (5): $US^{-1/2}SS^{-1/2}V^\\top=UV^\\top$.");
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
/* e, of `order` rows from sums of `inner` products; ||G||_F^2 = sum s^2. */
double eigen_error(const struct gradient *d, size_t order, size_t inner) {
    double norm2 = 0;
    for (size_t i = 0; i < d->u.columns; i++) norm2 += d->s[i] * d->s[i];
    return ((double)inner + 8 * (double)order) * DBL_EPSILON / 2 * norm2;
}
/* (9) and 8 kappa gamma. */
double shampoo_bound(const struct gradient *d) {
    size_t m = d->g.rows, n = d->g.columns, r = d->u.columns;
    double e_l = eigen_error(d, m, n), e_r = eigen_error(d, n, m);
    double least = d->s[r - 1] * d->s[r - 1], eta = fmax(e_l, e_r) / least;
    double more = pow(1 - eta, -1.25);
    double a = (m > r ? 4 : 1) * e_l / (4 * least) * more;
    double b = (n > r ? 4 : 1) * e_r / (4 * least) * more;
    return a + b + a * b + muon_bound(d);
}
static struct matrix shampoo_step(struct matrix g, double eps) {
    struct settings s = {.alpha = 1, .beta2 = 0, .eps = eps};
    return step_of(&method_shampoo, s, 1, g);
}
static double shampoo_apart(const struct gradient *d) {
    return apart(shampoo_step(d->g, 0), polar(d));
}
static const struct quantity shampoo = {shampoo_apart, .bound = shampoo_bound};
CLAIM(bound_shampoo_error, BOUND, COMPUTE(quantities, &shampoo),
      "Shampoo's step from the last gradient is $UV^\\top$ up to (9).");
/**
Muon's step by a singular value decomposition never squares $G$. GSL's Jacobi
rotations leave a backward error of order $u\|G\|$, and the orthogonal factor of
$G+E$ is off by at most $2\|E\|_F/s_r$ (Higham 2008, theorem 8.10): linear in
$\kappa$. Measuring a distance loses no more, and is among the $8\kappa\gamma$.
*/
double muon_bound(const struct gradient *d) {
    return 8 * d->kappa * gamma_of(d);
}
struct matrix muon_step(struct matrix g, size_t iterations) {
    struct settings s = {.alpha = 1, .newton_schulz = (double)iterations};
    return step_of(&method_muon, s, 1, g);
}
static double muon_apart(const struct gradient *d) {
    return apart(muon_step(d->g, 0), polar(d));
}
static const struct quantity muon = {muon_apart, .bound = muon_bound,
                                     .method = "muon"};
CLAIM(bound_muon_error, BOUND, COMPUTE(quantities, &muon),
      "Muon's step is $UV^\\top$ up to $8\\kappa\\gamma$.");
/**
The two, asked for the same step, agree to the sum of their bounds. But the
square of $\kappa$ is no weakness of the proof:
*/
static double methods_apart(const struct gradient *d) {
    return apart(shampoo_step(d->g, 0), muon_step(d->g, 0));
}
static double both_bounds(const struct gradient *d) {
    return shampoo_bound(d) + muon_bound(d);
}
static double squared(const struct gradient *d) {
    return DBL_EPSILON / 2 * d->kappa * d->kappa / 32;
}
static const struct quantity methods = {methods_apart, .error = both_bounds};
static const struct quantity growing = {shampoo_apart, .bound = squared,
                                        .sign = AT_LEAST, .count = WITH_RANK,
                                        .from = 3};
static const struct quantity linear = {shampoo_apart, .bound = muon_bound,
                                       .count = WITH_RANK, .from = 6};
CLAIM(methods_agree, IDENTITY, COMPUTE(quantities, &methods),
      "Both make the same step, up to the sum of their bounds.");
CLAIM(
    shampoo_error_grows_like_kappa_squared, SHARPNESS,
    COMPUTE(quantities, &growing),
    "From $\\kappa=10^3$ on Shampoo errs by at least $\\frac1{32}u\\kappa^2$.");
CLAIM(control_shampoo_error_linear_in_kappa, CONTROL,
      COMPUTE(quantities, &linear),
      "At $\\kappa=10^6$ Shampoo's step is $UV^\\top$ up to Muon's bound.");
/**
The worst case of (9) has all rounding errors at their limits and along the last
direction, so random ones stay at a few hundredths of it; the next section puts
in an error by hand that attains it. In double precision six digits of $UV^\top$
are left at $\kappa=10^5$ and four at $10^6$; beyond $\kappa\approx10^7\approx
u^{-1/2}/10$ the least eigenvalue drowns in rounding, the pseudo-inverse takes
it for 0, and the step has lost the whole direction. With singular values
$1,\dots,1,10^{-9}$:
*/
static double kept_apart(const struct gradient *d) {
    size_t kept = d->u.columns - 1;
    struct matrix u = first_columns(d->u, kept), v = first_columns(d->v, kept);
    return apart(shampoo_step(d->g, 0), spectral(u, d->s, 0, v));
}
/* kappa = 1 in these directions, and c = 4 on both sides: 2 e, as for 8 x 8. */
static double kept_error(const struct gradient *d) {
    (void)d;
    return 2 * (8 + 8 * 8) * 8 * DBL_EPSILON / 2 + 8 * 2 * 182 * DBL_EPSILON;
}
static const struct quantity lost = {kept_apart, .error = kept_error,
                                     .drowned = true, .count = WITH_RANK,
                                     .kappa = 1e9};
static const struct quantity kept = {muon_apart,         .error = muon_bound,
                                     .method = "muon",   .drowned = true,
                                     .count = WITH_RANK, .kappa = 1e9};
static const struct quantity not_lost = {
    shampoo_apart,   .error = muon_bound, .times = 0.5,
    .drowned = true, .count = WITH_RANK,  .kappa = 1e9};
CLAIM(drowned_direction_is_lost, IDENTITY, COMPUTE(quantities, &lost),
      "Shampoo's step is $UV^\\top$ of the first $r-1$ directions alone.");
CLAIM(drowned_direction_is_kept_by_svd, IDENTITY, COMPUTE(quantities, &kept),
      "Muon's is $UV^\\top$ of all directions, up to $8\\kappa\\gamma$.");
CLAIM(control_identity_at_1e9, CONTROL, COMPUTE(quantities, &not_lost),
      "At $\\kappa=10^9$ Shampoo's step is within $\\frac12$ of $UV^\\top$.");
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
static void larger_square(struct inquiry *q) {
    for (size_t i = 0; i < SHAPES; i++) {
        struct gradient d[LANES];
        if (shapes[i].rows == shapes[i].columns) continue;
        random_gradients(q, i, &shapes[i], 10, d);
        bool tall = shapes[i].rows > shapes[i].columns;
        struct matrix t = transposed(d->g),
                      square = tall ? product(d->g, t) : product(t, d->g);
        double least, largest, error = eigen_error(d, square.rows, square.rows);
        eigen_extremes(square.rows, square.at, &least, &largest);
        inquiry_exact(q, shapes[i].id, "shampoo", 1, least,
                      error + 2 * gamma_of(d), EQUAL, 0);
    }
}
CLAIM(the_larger_square_is_singular, IDENTITY, COMPUTE(larger_square),
      "The least eigenvalue of the larger square is 0 if $m\\ne n$.");
/**
With the **pseudo-inverse** all lines hold with the $r$ positive singular
values, and the step is $U_rV_r^\top$, a partial isometry: it moves nothing
outside the row and column space of $G$. Rounding must not count as a direction,
for Muon at $\kappa=10^{10}$ either:
*/
static const struct form deficient[] = {{"4x4 rank 1", 4, 4, .rank = 1},
                                        {"4x4 rank 2", 4, 4, .rank = 2},
                                        {"6x3 rank 2", 6, 3, .rank = 2},
                                        {"8x8 rank 3", 8, 8, .rank = 3},
                                        {.id = NULL}};
static const struct quantity of_muon[] = {
    {muon_apart, .error = muon_bound, .method = "muon", .forms = deficient,
     .kappa = 1e10},
    {muon_apart, .error = muon_bound, .method = "muon", .forms = deficient,
     .kappa = 10, .also = &of_muon[0]}};
static const struct quantity isometry = {shampoo_apart, .error = shampoo_bound,
                                         .forms = deficient, .kappa = 10,
                                         .also = &of_muon[1]};
CLAIM(rank_deficient_partial_isometry, IDENTITY, COMPUTE(quantities, &isometry),
      "For a gradient of rank $r$ either method's step is $U_rV_r^\\top$.");
/**
With **an $\epsilon$ added** to the eigenvalues, as Gupta, Koren and Singer have
it, the singular values commute as in line (5) and become
$$(s_i^2+\epsilon)^{-1/4}s_i(s_i^2+\epsilon)^{-1/4}=\frac{s_i}{\sqrt{s_i^2+\epsilon}}\ge1-\frac\epsilon{2s_i^2}.\tag{10}$$
As $\epsilon\to0$ the limit is again $U_rV_r^\top$. And (10) is the worst case
of (9) that was promised: $E_L=E_R=\epsilon I$, $\|E\|_2=\epsilon$,
$a+b=\frac\epsilon{2s_r^2}$. In the tables $k=1/\epsilon$.
*/
static double eps_of(const struct gradient *d) {
    return 1 / (double)d->k;
}
static double shrunk_apart(const struct gradient *d) {
    double s[LARGEST], eps = eps_of(d);
    for (size_t e = 0; e < d->u.columns; e++)
        s[e] = d->s[e] / sqrt(d->s[e] * d->s[e] + eps);
    return apart(shampoo_step(d->g, eps), spectral(d->u, s, 1, d->v));
}
/* A null direction holds rounding, times eps^{-1/4} on either side. */
static double shrunk_error(const struct gradient *d) {
    return shampoo_bound(d) + gamma_of(d) / sqrt(eps_of(d));
}
/* From 1 in the last direction, u_r' (step) v_r. */
static double missing(const struct gradient *d) {
    struct matrix step = shampoo_step(d->g, eps_of(d)),
                  inside = product(product(transposed(d->u), step), d->v);
    return 1 - inside.at[d->u.columns * d->u.columns - 1];
}
static double missing_bound(const struct gradient *d) {
    return eps_of(d) * d->kappa * d->kappa / 2;
}
static double less_missing(const struct gradient *d) {
    return 0.95 * eps_of(d) * d->kappa * d->kappa / 2;
}
static const struct quantity shrunk = {
    shrunk_apart, .error = shrunk_error,      .count = WITH_RANK,
    .kappa = 100, .k = {100, 10000, 1000000}, .by_k = true};
static const struct quantity missed = {
    missing,     shampoo_bound, missing_bound,
    .count = 1,  .kappa = 10,   .k = {100, 10000, 1000000},
    .by_k = true};
static const struct quantity missed_less = {
    missing,     shampoo_bound, less_missing,
    .count = 1,  .kappa = 10,   .k = {100, 10000, 1000000},
    .by_k = true};
CLAIM(eps_shrinks_singular_values, IDENTITY, COMPUTE(quantities, &shrunk),
      "The step has the singular values $s_i/\\sqrt{s_i^2+\\epsilon}$.");
CLAIM(bound_eps, BOUND, COMPUTE(quantities, &missed),
      "In direction $r$ at most $\\frac\\epsilon{2s_r^2}$ is missing from 1.");
CLAIM(control_bound_eps_at_0_95, CONTROL, COMPUTE(quantities, &missed_less),
      "0.95 of that bound.");
/**
But on a machine $\epsilon$ cannot be as small as one likes: a direction in
which $G$ is nothing but rounding, $u\,s_1$, is multiplied by $\epsilon^{-1/2}$.
With $\epsilon=10^{-40}$ the step is noise, $10^4$ long.
*/
static double tiny_apart(const struct gradient *d) {
    return apart(shampoo_step(d->g, 1e-40), polar(d));
}
static const struct quantity tiny = {tiny_apart, .error = shampoo_bound,
                                     .forms = deficient, .kappa = 10};
CLAIM(control_tiny_eps, CONTROL, COMPUTE(quantities, &tiny),
      "With $\\epsilon=10^{-40}$ the step of rank $r$ is $U_rV_r^\\top$.");
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
/* L^p G R^q. */
static struct matrix preconditioned(struct matrix g, double p, double q) {
    struct matrix t = transposed(g), r = product(t, g);
    g = product(power(product(g, t), p), g);
    return q != 0 ? product(g, power(r, q)) : g;
}
static double formula_apart(const struct gradient *d) {
    return apart(shampoo_step(d->g, 0), preconditioned(d->g, -0.25, -0.25));
}
static double one_side_apart(const struct gradient *d) {
    return apart(preconditioned(d->g, -0.5, 0), polar(d));
}
static double inverse_apart(const struct gradient *d) {
    struct matrix inverse = spectral(d->u, d->s, -1, d->v);
    return apart(preconditioned(d->g, -0.5, -0.5), inverse);
}
static double halves_apart(const struct gradient *d) {
    return apart(preconditioned(d->g, -0.5, -0.5), polar(d));
}
static double exchanged_apart(const struct gradient *d) {
    struct matrix t = transposed(d->g), l = power(product(d->g, t), -0.25),
                  r = power(product(t, d->g), -0.25);
    return apart(product(product(r, d->g), l), polar(d));
}
static double twice_the_bound(const struct gradient *d) {
    return 2 * shampoo_bound(d);
}
static double one_sided_bound(const struct gradient *d) {
    double least = d->s[d->u.columns - 1] * d->s[d->u.columns - 1];
    double e = eigen_error(d, d->g.rows, d->g.columns) / least;
    return e * pow(1 - e, -1.5) + muon_bound(d);
}
/* ||U S^-1 V'|| = kappa: one more factor of it. */
static double long_bound(const struct gradient *d) {
    return 4 * d->kappa * shampoo_bound(d);
}
static const struct quantity exponents[] = {
    {formula_apart, .error = twice_the_bound, .kappa = 10},
    {one_side_apart, .error = one_sided_bound, .kappa = 10},
    {inverse_apart, .error = long_bound, .kappa = 10},
    {halves_apart, .error = long_bound, .count = WITH_RANK, .kappa = 10},
    {exchanged_apart, .error = shampoo_bound, .count = 1, .kappa = 10}};
CLAIM(line_1_method_is_the_formula, PROOF_LINE,
      COMPUTE(quantities, &exponents[0]),
      "The program's step is $(GG^\\top)^{-1/4}G(G^\\top G)^{-1/4}$.");
CLAIM(one_side_suffices, IDENTITY, COMPUTE(quantities, &exponents[1]),
      "$(GG^\\top)^{-1/2}G=UV^\\top$.");
CLAIM(exponent_half_inverts_singular_values, IDENTITY,
      COMPUTE(quantities, &exponents[2]),
      "$(GG^\\top)^{-1/2}G(G^\\top G)^{-1/2}=US^{-1}V^\\top$.");
CLAIM(control_exponent_half, CONTROL, COMPUTE(quantities, &exponents[3]),
      "$(GG^\\top)^{-1/2}G(G^\\top G)^{-1/2}=UV^\\top$.");
CLAIM(control_exchanged, CONTROL, COMPUTE(quantities, &exponents[4]),
      "$(G^\\top G)^{-1/4}G(GG^\\top)^{-1/4}=UV^\\top$ for square $G$.");

static const struct claim *const claims[] = {
    /* The five lines. */
    line_2_squares, line_3_roots, line_4_orthonormal_columns, line_5_diagonal,
    /* Rounding. */
    bound_shampoo_error, bound_muon_error,
    shampoo_error_grows_like_kappa_squared, methods_agree,
    control_shampoo_error_linear_in_kappa, drowned_direction_is_lost,
    drowned_direction_is_kept_by_svd, control_identity_at_1e9,
    /* Singular matrices. */
    the_larger_square_is_singular, rank_deficient_partial_isometry,
    eps_shrinks_singular_values, bound_eps, control_bound_eps_at_0_95,
    control_tiny_eps,
    /* Exponents. */
    line_1_method_is_the_formula, one_side_suffices,
    exponent_half_inverts_singular_values, control_exponent_half,
    control_exchanged};

static const struct drawing drawings[] = {
    {.name = "condition",
     .title = {"Distance of the computed step from UV'",
               "Расстояние вычисленного шага до UV'"},
     .x = {"condition number κ", "число обусловленности κ"},
     .y = {"error, and its bound (dashed)", "ошибка и её граница (штрихи)"},
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
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## References

- V. Gupta, T. Koren, Y. Singer, *Shampoo: preconditioned stochastic tensor
  optimization*, ICML 2018: algorithm 1, with sums and $\epsilon I$.
- N. Higham, *Accuracy and stability of numerical algorithms*, 2nd edition, SIAM
  2002; *Functions of matrices*, SIAM 2008: chapter 8 on the polar
  decomposition, whose orthogonal factor $UV^\top$ is.
*/
