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
what $A^{-1/4}$ means where $A$ is singular, what becomes of (5) when $L$ and
$R$ remember, what the iteration computes that stands in for $UV^\top$ in
practice, in which sense $UV^\top$ is the best direction, and whether Shampoo
saves steps.

@figure condition The distance of the computed step from $UV^\top$: quadratic in
    $\kappa$ for Shampoo, linear for the singular value decomposition

Matrices of at most $8\times8$, with the gradient built from known factors: $U$
and $V$ by Householder's QR of random matrices, $s_i$ in equal ratios from 1 to
$1/\kappa$. So the right answer is known before any method is asked.
*/
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_randist.h>

#include "theorem.h"

enum { LARGEST = 8 };
struct matrix {
    size_t rows, columns;
    double at[LARGEST * LARGEST]; /* row-major */
};

static struct matrix product(struct matrix a, struct matrix b) {
    struct matrix c = {.rows = a.rows, .columns = b.columns};
    for (size_t i = 0; i < a.rows; i++)
        for (size_t j = 0; j < b.columns; j++)
            for (size_t l = 0; l < a.columns; l++)
                c.at[i * c.columns + j] +=
                    a.at[i * a.columns + l] * b.at[l * b.columns + j];
    return c;
}

static struct matrix transposed(struct matrix a) {
    struct matrix b = {.rows = a.columns, .columns = a.rows};
    for (size_t i = 0; i < a.rows; i++)
        for (size_t j = 0; j < a.columns; j++)
            b.at[j * a.rows + i] = a.at[i * a.columns + j];
    return b;
}

static double inner_product(struct matrix a, struct matrix b) {
    double sum = 0;
    for (size_t e = 0; e < a.rows * a.columns; e++) sum += a.at[e] * b.at[e];
    return sum;
}

/* ||c a - b||_F. */
static double apart(double c, struct matrix a, struct matrix b) {
    double sum = 0;
    for (size_t e = 0; e < a.rows * a.columns; e++)
        sum = hypot(sum, c * a.at[e] - b.at[e]);
    return sum;
}

static struct matrix first_columns(struct matrix a, size_t count) {
    struct matrix b = {.rows = a.rows, .columns = count};
    for (size_t i = 0; i < a.rows; i++)
        for (size_t j = 0; j < count; j++)
            b.at[i * count + j] = a.at[i * a.columns + j];
    return b;
}

/* U S^p V'. */
static struct matrix spectral(struct matrix u, const double s[], double p,
                              struct matrix v) {
    for (size_t i = 0; i < u.rows; i++)
        for (size_t j = 0; j < u.columns; j++)
            u.at[i * u.columns + j] *= pow(s[j], p);
    return product(u, transposed(v));
}

/* Orthonormal columns. */
static struct matrix orthonormal(gsl_rng *rng, size_t rows, size_t columns) {
    gsl_matrix *a = gsl_matrix_alloc(rows, rows),
               *q = gsl_matrix_alloc(rows, rows),
               *r = gsl_matrix_alloc(rows, rows);
    gsl_vector *tau = gsl_vector_alloc(rows);
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < rows; j++)
            gsl_matrix_set(a, i, j, gsl_ran_gaussian_ziggurat(rng, 1));
    gsl_linalg_QR_decomp(a, tau);
    gsl_linalg_QR_unpack(a, tau, q, r);
    struct matrix u = {.rows = rows, .columns = columns};
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            u.at[i * columns + j] = gsl_matrix_get(q, i, j);
    gsl_matrix_free(a);
    gsl_matrix_free(q);
    gsl_matrix_free(r);
    gsl_vector_free(tau);
    return u;
}

struct gradient {
    struct matrix u, v, g; /* g = U S V' */
    double s[LARGEST], kappa;
};

static struct gradient gradient_of(gsl_rng *rng, size_t rows, size_t columns,
                                   size_t rank, double kappa) {
    struct gradient d = {.u = orthonormal(rng, rows, rank),
                         .v = orthonormal(rng, columns, rank),
                         .kappa = kappa};
    for (size_t i = 0; i < rank; i++)
        d.s[i] = rank > 1 ? pow(kappa, -(double)i / (double)(rank - 1)) : 1;
    d.g = spectral(d.u, d.s, 1, d.v);
    return d;
}

/* One in each lane; `set` tells apart those of one claim. */
static void random_gradients(const struct inquiry *q, size_t set, size_t rows,
                             size_t columns, size_t rank, double kappa,
                             struct gradient out[LANES]) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_of_run(q->options->seed, q->stream, set));
    for (size_t l = 0; l < LANES; l++)
        out[l] = gradient_of(rng, rows, columns, rank, kappa);
    gsl_rng_free(rng);
}

/* What the project's method subtracts from W at the last of `count` equal gradients, in every lane. */
static void steps_of(const struct method *method, struct settings settings,
                     size_t count, const struct gradient d[LANES],
                     struct matrix step[LANES]) {
    size_t rows = d->g.rows, columns = d->g.columns, dim = rows * columns;
    real w[LARGEST * LARGEST], g[LARGEST * LARGEST],
        state[2 * LARGEST * LARGEST] = {{0}};
    settings.rows = rows;
    for (size_t l = 0; l < LANES; l++)
        for (size_t e = 0; e < dim; e++) g[e][l] = d[l].g.at[e];
    for (size_t k = 0; k < count; k++) {
        memset(w, 0, sizeof w);
        method->step(&settings, k, dim, w, g, state);
    }
    for (size_t l = 0; l < LANES; l++) {
        step[l] = (struct matrix){.rows = rows, .columns = columns};
        for (size_t e = 0; e < dim; e++) step[l].at[e] = -w[e][l];
    }
}

/* W_t - W_{t+1} = eta U V' for eta = 1: Shampoo of the last gradient, without anything added to the eigenvalues... */
static const struct settings last_gradient = {.alpha = 1, .beta2 = 0, .eps = 0};
/* ...and Muon without momentum, by a singular value decomposition. */
static const struct settings by_svd = {.alpha = 1, .newton_schulz = 0};

/* Shapes, by names that stand where other theorems name a problem. */
static const struct {
    const char *id;
    size_t rows, columns;
} shapes[] = {{"4x4", 4, 4}, {"6x3", 6, 3}, {"3x6", 3, 6},
              {"8x8", 8, 8}, {"1x5", 1, 5}, {"5x1", 5, 1}};

static size_t shape_rank(size_t i) {
    return shapes[i].rows < shapes[i].columns ? shapes[i].rows
                                              : shapes[i].columns;
}
/**
## The five lines

In lines (2) to (5) all factors have norm at most 1, but for $S^{-1/2}$ with
$\sqrt\kappa$. With $d=\max(m,n)$ and $u=2^{-53}$, a product of two $d\times d$
matrices loses at most $du$ of $|A||B|$ in each entry, so $d^2u\,\|A\|\|B\|$ in
norm (Higham 2002, section 3.5), and Householder's QR misses orthogonality by
$\sqrt d\,d^2u$ times a small constant (theorem 19.4). Call $\gamma=4d^{5/2}u$
what either may lose.

**Line (2)**: $G=USV^\top$ gives $GG^\top=USV^\top VSU^\top=US^2U^\top$, as
$V^\top V=I$; likewise $G^\top G=VS^2V^\top$.

**Line (3)**: the root is the one symmetric positive semidefinite matrix whose
inverse has the right fourth power. $Q=US^{1/2}U^\top$ has $Q^4=US^2U^\top$, and
$P=US^{-1/2}U^\top$ inverts it: $PQ=UU^\top$.

**Line (4)** uses $U^\top U=V^\top V=I$, and **line (5)** that diagonal matrices
commute: $S^{-1/2}SS^{-1/2}=I$.
*/
/* gamma. */
static double grain(const struct gradient *d) {
    double most = fmax((double)d->g.rows, (double)d->g.columns);
    return 2 * most * most * sqrt(most) * DBL_EPSILON;
}

static const double kappas[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

/* How far the two sides of a line are apart, and how far rounding may drive them. */
struct difference {
    double size, error;
};

static struct difference line_2(const struct gradient *d) {
    struct matrix t = transposed(d->g);
    return (struct difference){
        larger(apart(1, product(d->g, t), spectral(d->u, d->s, 2, d->u)),
               apart(1, product(t, d->g), spectral(d->v, d->s, 2, d->v))),
        8 * grain(d)};
}

static struct difference line_3(const struct gradient *d) {
    double size = 0;
    for (int side = 0; side < 2; side++) {
        struct matrix u = side ? d->v : d->u, p = spectral(u, d->s, -0.5, u),
                      q = spectral(u, d->s, 0.5, u);
        struct matrix square = product(q, q);
        /* ||P|| = kappa^{1/2} scales the losses of P Q. */
        size = larger(
            size, apart(1, product(square, square), spectral(u, d->s, 2, u)));
        size = larger(size, apart(1, product(p, q), product(u, transposed(u))) /
                                sqrt(d->kappa));
    }
    return (struct difference){size, 8 * grain(d)};
}

static struct difference line_4(const struct gradient *d) {
    struct matrix p_l = spectral(d->u, d->s, -0.5, d->u),
                  p_r = spectral(d->v, d->s, -0.5, d->v), middle = d->u;
    for (size_t i = 0; i < middle.rows; i++)
        for (size_t j = 0; j < middle.columns; j++)
            middle.at[i * middle.columns + j] *=
                1 / sqrt(d->s[j]) * d->s[j] * (1 / sqrt(d->s[j]));
    return (struct difference){apart(1, product(product(p_l, d->g), p_r),
                                     product(middle, transposed(d->v))),
                               8 * d->kappa *
                                   grain(d)}; /* ||P_L|| ||P_R|| = kappa */
}

static struct difference line_5(const struct gradient *d) {
    struct matrix middle = {.rows = d->u.columns, .columns = d->u.columns};
    for (size_t j = 0; j < middle.rows; j++)
        middle.at[j * middle.rows + j] =
            pow(d->s[j], -0.5) * d->s[j] * pow(d->s[j], -0.5);
    return (struct difference){
        apart(1, product(product(d->u, middle), transposed(d->v)),
              spectral(d->u, d->s, 0, d->v)),
        8 * grain(d)};
}

/* Over all shapes and condition numbers, the lane where the line is worst. */
static void line(struct inquiry *q,
                 struct difference (*sides)(const struct gradient *)) {
    for (size_t i = 0; i < COUNT(shapes); i++)
        for (size_t j = 0; j < (shape_rank(i) > 1 ? COUNT(kappas) : 1); j++) {
            struct gradient d[LANES];
            struct difference worst = {0};
            random_gradients(q, j, shapes[i].rows, shapes[i].columns,
                             shape_rank(i), kappas[j], d);
            for (size_t l = 0; l < LANES; l++) {
                struct difference here = sides(&d[l]);
                worst =
                    (struct difference){larger(worst.size, here.size),
                                        here.error}; /* all errors are equal */
            }
            inquiry_exact(q, shapes[i].id, "shampoo", (size_t)kappas[j],
                          worst.size, worst.error, EQUAL, 0);
        }
}
static void lines_2(struct inquiry *q) {
    line(q, line_2);
}
static void lines_3(struct inquiry *q) {
    line(q, line_3);
}
static void lines_4(struct inquiry *q) {
    line(q, line_4);
}
static void lines_5(struct inquiry *q) {
    line(q, line_5);
}
CLAIM(line_2_squares, PROOF_LINE, COMPUTE(lines_2),
      "Line (2): $GG^\\top=US^2U^\\top$ and $G^\\top G=VS^2V^\\top$, for six "
      "shapes and $\\kappa=k$.");
CLAIM(line_3_roots, PROOF_LINE, COMPUTE(lines_3),
      "Line (3): $(US^{1/2}U^\\top)^4=US^2U^\\top$, and $US^{-1/2}U^\\top$ "
      "inverts $US^{1/2}U^\\top$; for $V$ "
      "likewise.");
CLAIM(line_4_orthonormal_columns, PROOF_LINE, COMPUTE(lines_4),
      "Line (4): the product of three factors is $US^{-1/2}SS^{-1/2}V^\\top$.");
CLAIM(line_5_diagonal, PROOF_LINE, COMPUTE(lines_5),
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
/* e: of `order` rows, from sums of `inner` products; relative to ||G||_F^2 = sum s^2. */
static double eigen_error(const struct gradient *d, size_t order,
                          size_t inner) {
    double squares = 0;
    for (size_t i = 0; i < d->u.columns; i++) squares += d->s[i] * d->s[i];
    return ((double)inner + 8 * (double)order) * DBL_EPSILON / 2 * squares;
}

/* (9) and 8 kappa gamma: how far Shampoo's step may be from U V'. */
static double shampoo_bound(const struct gradient *d) {
    double e_l = eigen_error(d, d->g.rows, d->g.columns),
           e_r = eigen_error(d, d->g.columns, d->g.rows);
    double least = d->s[d->u.columns - 1],
           eta = fmax(e_l, e_r) / (least * least), more = pow(1 - eta, -1.25);
    double a =
        (d->g.rows > d->u.columns ? 4 : 1) * e_l / (4 * least * least) * more;
    double b = (d->g.columns > d->u.columns ? 4 : 1) * e_r /
               (4 * least * least) * more;
    return a + b + a * b + 8 * d->kappa * grain(d);
}
/**
Muon's step by a singular value decomposition never squares $G$. GSL's Jacobi
rotations leave a backward error of order $u\|G\|$, and the orthogonal factor of
$G+E$ is off by at most $2\|E\|_F/s_r$ (Higham 2008, theorem 8.10): linear in
$\kappa$.
*/
static double muon_bound(const struct gradient *d) {
    return 8 * d->kappa * grain(d);
}

static double distance_from_truth(const struct gradient *d,
                                  struct matrix step) {
    return apart(1, step, spectral(d->u, d->s, 0, d->v));
}

/* The worst lane of each shape and condition number against a bound. */
static void errors(struct inquiry *q, const struct method *method,
                   const struct settings *settings, size_t first_kappa,
                   size_t shape_count, enum sign sign,
                   double (*bound)(const struct gradient *)) {
    for (size_t i = 0; i < shape_count; i++)
        for (size_t j = first_kappa;
             j < (shape_rank(i) > 1 ? COUNT(kappas) : 1); j++) {
            struct gradient d[LANES];
            struct matrix step[LANES];
            random_gradients(q, j, shapes[i].rows, shapes[i].columns,
                             shape_rank(i), kappas[j], d);
            steps_of(method, *settings, 1, d, step);
            double worst = 0;
            for (size_t l = 0; l < LANES; l++)
                worst = larger(worst, distance_from_truth(&d[l], step[l]));
            /* What measuring loses is among the 8 kappa gamma. */
            inquiry_exact(q, shapes[i].id, method->id, (size_t)kappas[j], worst,
                          0, sign, bound(d));
        }
}
static void shampoo_errors(struct inquiry *q) {
    errors(q, &method_shampoo, &last_gradient, 0, COUNT(shapes), AT_MOST,
           shampoo_bound);
}
static void muon_errors(struct inquiry *q) {
    errors(q, &method_muon, &by_svd, 0, COUNT(shapes), AT_MOST, muon_bound);
}
/* From kappa = 10^3 on, for the shapes of rank above 1. */
static double squared(const struct gradient *d) {
    return DBL_EPSILON / 2 * d->kappa * d->kappa / 32;
}
static void shampoo_errors_grow(struct inquiry *q) {
    errors(q, &method_shampoo, &last_gradient, 3, 4, AT_LEAST, squared);
}
/* At kappa = 10^6 as if it were linear. */
static void shampoo_errors_linear(struct inquiry *q) {
    errors(q, &method_shampoo, &last_gradient, 6, 4, AT_MOST, muon_bound);
}
CLAIM(bound_shampoo_error, BOUND, COMPUTE(shampoo_errors),
      "Shampoo's step from the last gradient is $UV^\\top$ up to (9), for "
      "$\\kappa=k$ up to $10^6$.");
CLAIM(bound_muon_error, BOUND, COMPUTE(muon_errors),
      "Muon's step by a singular value decomposition is $UV^\\top$ up to "
      "$8\\kappa\\gamma$.");
CLAIM(shampoo_error_grows_like_kappa_squared, SHARPNESS,
      COMPUTE(shampoo_errors_grow),
      "From $\\kappa=10^3$ on the largest of 16 errors of Shampoo's step is at "
      "least $\\frac1{32}u\\kappa^2$.");
CLAIM(control_shampoo_error_linear_in_kappa, CONTROL,
      COMPUTE(shampoo_errors_linear),
      "At $\\kappa=10^6$ Shampoo's step is as near to $UV^\\top$ as Muon's "
      "bound, linear in $\\kappa$, says.");
/**
The worst case of (9) has all rounding errors at their limits and along the last
direction, so random ones stay at a few hundredths of it; the next section puts
in an error by hand that attains it. In double precision six digits of $UV^\top$
are left at $\kappa=10^5$ and four at $10^6$; beyond $\kappa\approx10^7\approx
u^{-1/2}/10$ the least eigenvalue drowns in rounding, the pseudo-inverse takes
it for 0, and the step has lost the whole direction. At $\kappa=10^9$:
*/
/* Among the r - 1 directions that are kept kappa = 1, and c = 4 on both sides: 2 e, with e as for an 8 x 8 matrix. */
static const double kept_exactly =
    2 * (8 + 8 * 8) * 8 * DBL_EPSILON / 2 + 8 * 2 * 182 * DBL_EPSILON;

/* Singular values 1, ..., 1, 10^-9: how far the step is from U V' of all directions, or of those but the last. */
static void drowned(struct inquiry *q, const struct method *method,
                    const struct settings *settings, bool lost, double within) {
    for (size_t i = 0; i < 4; i++) {
        size_t rank = shape_rank(i), kept = lost ? rank - 1 : rank;
        struct gradient d[LANES];
        struct matrix step[LANES];
        random_gradients(q, i, shapes[i].rows, shapes[i].columns, rank, 1, d);
        for (size_t l = 0; l < LANES; l++) {
            d[l].s[rank - 1] = 1 / (d[l].kappa = 1e9);
            d[l].g = spectral(d[l].u, d[l].s, 1, d[l].v);
        }
        steps_of(method, *settings, 1, d, step);
        double worst = 0, error = lost ? kept_exactly : muon_bound(d);
        for (size_t l = 0; l < LANES; l++) {
            struct matrix u = first_columns(d[l].u, kept),
                          v = first_columns(d[l].v, kept);
            worst = larger(worst, apart(1, step[l], spectral(u, d[l].s, 0, v)));
        }
        inquiry_exact(q, shapes[i].id, method->id, 1000000000, worst, error,
                      within > 0 ? AT_MOST : EQUAL, within);
    }
}
static void drowned_shampoo(struct inquiry *q) {
    drowned(q, &method_shampoo, &last_gradient, true, 0);
}
static void drowned_muon(struct inquiry *q) {
    drowned(q, &method_muon, &by_svd, false, 0);
}
static void drowned_shampoo_whole(struct inquiry *q) {
    drowned(q, &method_shampoo, &last_gradient, false, 0.5);
}
CLAIM(drowned_direction_is_lost, IDENTITY, COMPUTE(drowned_shampoo),
      "With singular values $1,\\dots,1,10^{-9}$ the step is $UV^\\top$ of the "
      "first $r-1$ directions alone.");
CLAIM(drowned_direction_is_kept_by_svd, IDENTITY, COMPUTE(drowned_muon),
      "With the same gradients Muon's step is $UV^\\top$ of all directions, up "
      "to $8\\kappa\\gamma$.");
CLAIM(control_identity_at_1e9, CONTROL, COMPUTE(drowned_shampoo_whole),
      "At $\\kappa=10^9$ Shampoo's step is within $\\frac12$ of $UV^\\top$.");
/**
The two methods, asked for the same step, agree to the sum of their bounds:
*/
static void agreement(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(shapes); i++)
        for (size_t j = 0; j < (shape_rank(i) > 1 ? COUNT(kappas) : 1); j++) {
            struct gradient d[LANES];
            struct matrix one[LANES], other[LANES];
            random_gradients(q, j, shapes[i].rows, shapes[i].columns,
                             shape_rank(i), kappas[j], d);
            steps_of(&method_shampoo, last_gradient, 1, d, one);
            steps_of(&method_muon, by_svd, 1, d, other);
            double worst = 0;
            for (size_t l = 0; l < LANES; l++)
                worst = larger(worst, apart(1, one[l], other[l]));
            inquiry_exact(q, shapes[i].id, "shampoo", (size_t)kappas[j], worst,
                          shampoo_bound(d) + muon_bound(d), EQUAL, 0);
        }
}
CLAIM(methods_agree, IDENTITY, COMPUTE(agreement),
      "The two methods make the same step of one gradient, up to the sum of "
      "their bounds.");
/**
## A singular matrix has no root of its inverse

If $G$ is not square, one of $GG^\top$ and $G^\top G$ is singular: the larger
one has rank $r<\max(m,n)$. If $G$ has not full rank, both are. Then $A^{-1/4}$
does not exist, and lines (1) to (3) mean nothing as they stand.

@erratum the_larger_square_is_singular $(G_t G_t^\top)^{-1/4} G_t (G_t^\top
    G_t)^{-1/4}$ :: For a gradient that is not square one of the two matrices
    has no inverse; the pseudo-inverse, or an $\epsilon$ on the diagonal, has to
    be meant.

With the **pseudo-inverse** all lines hold with the $r$ positive singular
values, and the step is $U_rV_r^\top$, a partial isometry: it moves nothing
outside the row and column space of $G$.

With **an $\epsilon$ added** to the eigenvalues, as Gupta, Koren and Singer have
it, the singular values commute as in line (5) and become
$$(s_i^2+\epsilon)^{-1/4}s_i(s_i^2+\epsilon)^{-1/4}=\frac{s_i}{\sqrt{s_i^2+\epsilon}}\ge1-\frac\epsilon{2s_i^2}.\tag{10}$$
As $\epsilon\to0$ the limit is again $U_rV_r^\top$. But on a machine $\epsilon$
cannot be as small as one likes: a direction in which $G$ is nothing but
rounding, $u\,s_1$, is multiplied by $\epsilon^{-1/2}$. With $\epsilon=10^{-40}$
the step is noise, $10^4$ long. And (10) is the worst case of (9) that was
promised: $E_L=E_R=\epsilon I$, $\|E\|_2=\epsilon$, $a+b=\frac\epsilon{2s_r^2}$.
*/
static void larger_square(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(shapes); i++) {
        if (shapes[i].rows == shapes[i].columns) continue;
        struct gradient d[LANES];
        random_gradients(q, i, shapes[i].rows, shapes[i].columns, shape_rank(i),
                         10, d);
        struct matrix t = transposed(d->g),
                      square = shapes[i].rows > shapes[i].columns
                                   ? product(d->g, t)
                                   : product(t, d->g);
        double least, largest;
        eigen_extremes(square.rows, square.at, &least, &largest);
        inquiry_exact(q, shapes[i].id, "shampoo", 1, least,
                      eigen_error(d, square.rows, square.rows) + 2 * grain(d),
                      EQUAL, 0);
    }
}

static const struct {
    const char *id;
    size_t rows, columns, rank;
} deficient[] = {{"4x4 rank 1", 4, 4, 1},
                 {"4x4 rank 2", 4, 4, 2},
                 {"6x3 rank 2", 6, 3, 2},
                 {"8x8 rank 3", 8, 8, 3}};

/* Rank-deficient gradients, positive singular values from 1 to 1/kappa. */
static void partial_isometry(struct inquiry *q, const struct method *method,
                             struct settings settings, double kappa,
                             double (*error)(const struct gradient *)) {
    for (size_t i = 0; i < COUNT(deficient); i++) {
        struct gradient d[LANES];
        struct matrix step[LANES];
        random_gradients(q, i, deficient[i].rows, deficient[i].columns,
                         deficient[i].rank, kappa, d);
        steps_of(method, settings, 1, d, step);
        double worst = 0;
        for (size_t l = 0; l < LANES; l++)
            worst = larger(worst, distance_from_truth(&d[l], step[l]));
        inquiry_exact(q, deficient[i].id, method->id, (size_t)kappa, worst,
                      error(d), EQUAL, 0);
    }
}
static void partial_isometry_of_both(struct inquiry *q) {
    partial_isometry(q, &method_shampoo, last_gradient, 10, shampoo_bound);
    partial_isometry(q, &method_muon, by_svd, 10, muon_bound);
    partial_isometry(
        q, &method_muon, by_svd, 1e10,
        muon_bound); /* rounding must not count as a direction here either */
}
static void partial_isometry_tiny_eps(struct inquiry *q) {
    partial_isometry(q, &method_shampoo,
                     (struct settings){.alpha = 1, .eps = 1e-40}, 10,
                     shampoo_bound);
}

static const double epsilons[] = {1e-2, 1e-4, 1e-6};

/* U' (step) V against diag(s / sqrt(s^2 + eps)); k is 1/eps. */
static void added_eps(struct inquiry *q) {
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < COUNT(epsilons); j++) {
            struct gradient d[LANES];
            struct matrix step[LANES];
            double worst = 0;
            random_gradients(q, j, shapes[i].rows, shapes[i].columns,
                             shape_rank(i), 100, d);
            steps_of(&method_shampoo,
                     (struct settings){.alpha = 1, .eps = epsilons[j]}, 1, d,
                     step);
            for (size_t l = 0; l < LANES; l++) {
                double shrunk[LARGEST];
                for (size_t e = 0; e < d[l].u.columns; e++)
                    shrunk[e] =
                        d[l].s[e] / sqrt(d[l].s[e] * d[l].s[e] + epsilons[j]);
                worst =
                    larger(worst, apart(1, step[l],
                                        spectral(d[l].u, shrunk, 1, d[l].v)));
            }
            /* Besides, a null direction holds rounding, grain, times eps^{-1/4} on either side. */
            inquiry_exact(q, shapes[i].id, "shampoo",
                          (size_t)lround(1 / epsilons[j]), worst,
                          shampoo_bound(d) + grain(d) / sqrt(epsilons[j]),
                          EQUAL, 0);
        }
}

/* What is missing from 1 in the last direction, u_r' (step) v_r, against eps / (2 s_r^2); k is 1/eps. */
static void missing(struct inquiry *q, double factor) {
    for (size_t j = 0; j < COUNT(epsilons); j++) {
        struct gradient d[LANES];
        struct matrix step[LANES];
        random_gradients(q, j, 4, 4, 4, 10, d);
        steps_of(&method_shampoo,
                 (struct settings){.alpha = 1, .eps = epsilons[j]}, 1, d, step);
        double most = 0;
        for (size_t l = 0; l < LANES; l++) {
            struct matrix inside =
                product(product(transposed(d[l].u), step[l]), d[l].v);
            most = larger(most, 1 - inside.at[15]);
        }
        inquiry_exact(q, "4x4", "shampoo", (size_t)lround(1 / epsilons[j]),
                      most, shampoo_bound(d), AT_MOST,
                      factor * epsilons[j] * d->kappa * d->kappa / 2);
    }
}
static void missing_by_eps(struct inquiry *q) {
    missing(q, 1);
}
static void missing_by_less(struct inquiry *q) {
    missing(q, 0.95);
}
CLAIM(the_larger_square_is_singular, IDENTITY, COMPUTE(larger_square),
      "For a gradient that is not square the least eigenvalue of the larger of "
      "$GG^\\top$ and $G^\\top G$ is 0.");
CLAIM(rank_deficient_partial_isometry, IDENTITY,
      COMPUTE(partial_isometry_of_both),
      "For a gradient of rank $r$ the step of either method is $U_rV_r^\\top$, "
      "for Muon at $\\kappa=10^{10}$ too.");
CLAIM(eps_shrinks_singular_values, IDENTITY, COMPUTE(added_eps),
      "With $\\epsilon=1/k$ added to the eigenvalues the step is "
      "$U\\operatorname{diag}(s_i/\\sqrt{s_i^2+\\epsilon})V^\\top$.");
CLAIM(bound_eps, BOUND, COMPUTE(missing_by_eps),
      "In the last direction at most $\\frac\\epsilon{2s_r^2}$ is missing from "
      "1, for $\\epsilon=1/k$.");
CLAIM(control_bound_eps_at_0_95, CONTROL, COMPUTE(missing_by_less),
      "0.95 of that bound.");
CLAIM(control_tiny_eps, CONTROL, COMPUTE(partial_isometry_tiny_eps),
      "With $\\epsilon=10^{-40}$ the step of a rank-deficient gradient is "
      "$U_rV_r^\\top$.");
/**
## One side suffices, and other exponents do not

The same lines give $(GG^\top)^{-1/2}G=US^{-1}U^\top\,USV^\top=UV^\top$: half as
many roots for the same step. (Its bound: $h=\lambda^{-1/2}$ has
$h[s_i^2,s_j^2]=-\frac1{s_is_j(s_i+s_j)}$, so
$\frac{c\,e_L}{2s_r^2(1-\eta)^{3/2}}$ with $c=2$ for a singular $GG^\top$.) The
exponents must add up to $-\frac12$: with $-\frac12$ on *both* sides the step is
$US^{-1}V^\top$, longest where the gradient is shortest. And with $L$ and $R$
exchanged nothing commutes.
*/
/* A^p of a symmetric positive semidefinite matrix, 0^p = 0. */
static struct matrix power(struct matrix a, double p) {
    double values[LARGEST], vectors[LARGEST * LARGEST];
    eigen_system(a.rows, a.at, values, vectors);
    struct matrix q = {.rows = a.rows, .columns = a.rows};
    memcpy(q.at, vectors, a.rows * a.rows * sizeof *vectors);
    for (size_t i = 0; i < a.rows; i++)
        if (values[i] <=
            4 * (double)a.rows * DBL_EPSILON * values[a.rows - 1]) {
            values[i] = 1;
            for (size_t j = 0; j < a.rows; j++) q.at[j * a.rows + i] = 0;
        }
    return spectral(q, values, p, q);
}

/* The first line as a formula: L^p G R^q, or with L and R exchanged. */
static struct matrix preconditioned(struct matrix g, double p, double q,
                                    bool exchanged) {
    struct matrix l = product(g, transposed(g)), r = product(transposed(g), g);
    if (p != 0) g = product(power(exchanged ? r : l, p), g);
    return q != 0 ? product(g, power(exchanged ? l : r, q)) : g;
}

static void against_formula(struct inquiry *q, size_t shape_count, double p,
                            double other, bool exchanged, double result,
                            double (*bound)(const struct gradient *)) {
    for (size_t i = 0; i < shape_count; i++) {
        struct gradient d[LANES];
        double worst = 0;
        random_gradients(q, i, shapes[i].rows, shapes[i].columns, shape_rank(i),
                         10, d);
        for (size_t l = 0; l < LANES; l++)
            worst = larger(worst,
                           apart(1, preconditioned(d[l].g, p, other, exchanged),
                                 spectral(d[l].u, d[l].s, result, d[l].v)));
        inquiry_exact(q, shapes[i].id, "shampoo", 10, worst, bound(d), EQUAL,
                      0);
    }
}
static double one_sided_bound(const struct gradient *d) {
    double least = d->s[d->u.columns - 1],
           e = eigen_error(d, d->g.rows, d->g.columns) / (least * least);
    return e * pow(1 - e, -1.5) + 8 * d->kappa * grain(d);
}
/* ||U S^-1 V'|| = kappa: one more factor of it. */
static double long_bound(const struct gradient *d) {
    return 4 * d->kappa * shampoo_bound(d);
}
static void formula_is_method(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(shapes); i++) {
        struct gradient d[LANES];
        struct matrix step[LANES];
        double worst = 0;
        random_gradients(q, i, shapes[i].rows, shapes[i].columns, shape_rank(i),
                         10, d);
        steps_of(&method_shampoo, last_gradient, 1, d, step);
        for (size_t l = 0; l < LANES; l++)
            worst = larger(
                worst,
                apart(1, step[l], preconditioned(d[l].g, -0.25, -0.25, false)));
        inquiry_exact(q, shapes[i].id, "shampoo", 10, worst,
                      2 * shampoo_bound(d), EQUAL, 0);
    }
}
static void one_side(struct inquiry *q) {
    against_formula(q, COUNT(shapes), -0.5, 0, false, 0, one_sided_bound);
}
static void halves(struct inquiry *q) {
    against_formula(q, COUNT(shapes), -0.5, -0.5, false, -1, long_bound);
}
static void halves_as_quarters(struct inquiry *q) {
    against_formula(q, 4, -0.5, -0.5, false, 0, long_bound);
}
static void exchanged_sides(struct inquiry *q) {
    against_formula(q, 1, -0.25, -0.25, true, 0, shampoo_bound);
}
CLAIM(line_1_method_is_the_formula, PROOF_LINE, COMPUTE(formula_is_method),
      "The program's step is $(GG^\\top)^{-1/4}G(G^\\top G)^{-1/4}$, computed "
      "apart.");
CLAIM(one_side_suffices, IDENTITY, COMPUTE(one_side),
      "$(GG^\\top)^{-1/2}G=UV^\\top$.");
CLAIM(exponent_half_inverts_singular_values, IDENTITY, COMPUTE(halves),
      "$(GG^\\top)^{-1/2}G(G^\\top G)^{-1/2}=US^{-1}V^\\top$.");
CLAIM(control_exponent_half, CONTROL, COMPUTE(halves_as_quarters),
      "$(GG^\\top)^{-1/2}G(G^\\top G)^{-1/2}=UV^\\top$.");
CLAIM(control_exchanged, CONTROL, COMPUTE(exchanged_sides),
      "$(G^\\top G)^{-1/4}G(GG^\\top)^{-1/4}=UV^\\top$ for square $G$.");
/**
## What remembering does: sums, averages, and the last gradient

The lecture's slides have three Shampoos. $L\approx\sum_kG_kG_k^\top$ is that of
Gupta, Koren and Singer, as in AdaGrad; $L_k=\beta L_{k-1}+(1-\beta)G_kG_k^\top$
is an average; and the derivation of Muon has the last gradient alone,
$\beta=0$. From $L_0=R_0=0$ and $k$ equal gradients, $L_k=cGG^\top$ and
$R_k=cG^\top G$ with $c=k$ for the sum and
$c=(1-\beta)(1+\beta+\dots+\beta^{k-1})=1-\beta^k$ for the average, so
$$L_k^{-1/4}GR_k^{-1/4}=c^{-1/4}c^{-1/4}\,UV^\top=\begin{cases}UV^\top/\sqrt k&\text{sum},\\UV^\top/\sqrt{1-\beta^k}&\text{average}.\end{cases}\tag{11}$$
The first step of the average is $1/\sqrt{1-\beta}$ times too long (ten times
for $\beta=0.99$): the slide has no correction of the bias that the slide «Adam»
explains. Then it tends to Muon's. The sum's step falls like $1/\sqrt k$ and
makes a schedule of its own.

@erratum control_sum_is_the_average $L \approx \sum_k G_k G_k^T$ :: The sum and
    the average $\beta L_{k-1}+(1-\beta)G_kG_k^\top$ are two methods: after $k$
    equal gradients the sum's step is $\sqrt{(1-\beta^k)/k}$ of the average's,
    which tends to 0 and cannot be absorbed in $\alpha$.
*/
static const double betas[] = {0.5, 0.9, 0.99, 1};
static double remembered(double b, size_t k) {
    return b < 1 ? 1 - pow(b, (double)k) : (double)k;
}

/* The lengths of steps, <step, U V'> / r, in the lane where the step is farthest from a multiple of U V'. */
static void memory(struct inquiry *q, size_t first, size_t last, bool as_sum) {
    size_t k[CHECKPOINTS_MAX], count = checkpoints_between(1, 100, 8, k);
    for (size_t b = first; b < last; b++) {
        struct gradient d[LANES];
        random_gradients(q, b, 3, 5, 3, 2, d);
        for (size_t i = 0; i < count; i++) {
            struct matrix step[LANES];
            double factor = 1 / sqrt(remembered(as_sum ? 1 : betas[b], k[i])),
                   off = 0, length = 0;
            steps_of(&method_shampoo,
                     (struct settings){.alpha = 1, .beta2 = betas[b]}, k[i], d,
                     step);
            for (size_t l = 0; l < LANES; l++) {
                double here = distance_from_truth(&d[l], step[l]);
                if (l && here <= off) continue;
                off = here;
                length = inner_product(step[l],
                                       spectral(d[l].u, d[l].s, 0, d[l].v)) /
                         3;
            }
            /* Remembering rounds three times a step, as three more terms of a sum would. */
            double error =
                factor * (shampoo_bound(d) +
                          3 * (double)k[i] * eigen_error(d, 1, 0) * 4);
            inquiry_exact(q, "3x5", "shampoo", k[i], length, error, EQUAL,
                          factor);
        }
    }
}
static void remembering(struct inquiry *q) {
    memory(q, 0, COUNT(betas), false);
}
static void average_as_sum(struct inquiry *q) {
    memory(q, 1, 2, true);
}
CLAIM(equal_gradients, IDENTITY, COMPUTE(remembering),
      "After $k$ equal gradients the step is $UV^\\top/\\sqrt{1-\\beta^k}$ for "
      "averages with "
      "$\\beta=0.5,0.9,0.99$ and $UV^\\top/\\sqrt k$ for sums.");
CLAIM(control_sum_is_the_average, CONTROL, COMPUTE(average_as_sum),
      "The step of the average, $\\beta=0.9$, is $UV^\\top/\\sqrt k$, as if it "
      "were the sum.");
/**
@figure memory The length of Shampoo's step after $k$ equal gradients

## In practice: the Newton–Schulz iteration

Nobody computes singular values of large matrices at each step. Jordan (2024)
takes $X_0=G/\|G\|_F$, all of whose singular values lie in $[0,1]$, and five
times
$$X\leftarrow aX+bXX^\top X+cX(X^\top X)^2$$
with $a=3.4445$, $b=-4.7750$, $c=2.0315$. With $X=USV^\top$ this is
$U\varphi(S)V^\top$, $\varphi(s)=as+bs^3+cs^5$: the directions stay, and each
singular value goes its own way.

@figure newton_schulz Singular values after 1 to 5 iterations, over the singular
    value of $G/\|G\|_F$ that they began at

A diagonal gradient $\operatorname{diag}(s,\sqrt{1-s^2})$ has norm 1 and shows
$\varphi$ applied to $s$; random ones show that $U$ and $V$ stay. On
$[0,1.2024]$, where it all happens, $|\varphi'|\le4$, and an iteration rounds
some ten times numbers below 16, so after $i$ of them the error is at most
$4^i\cdot64\cdot2u$, and in $d$ dimensions $d^2$ times that.
*/
static const double a = 3.4445, b = -4.7750, c = 2.0315;
static double phi(double s) {
    return s * (a + s * s * (b + c * s * s));
}
static double iterated(double s, size_t i) {
    return i ? phi(iterated(s, i - 1)) : s;
}
static double iterated_error(size_t i) {
    return pow(4, (double)i) * 64 * DBL_EPSILON;
}

/* What Muon's iterations make of each singular value s. */
static void orthogonalised(size_t iterations, const double s[LANES],
                           double out[LANES]) {
    struct gradient d[LANES];
    struct matrix step[LANES];
    for (size_t l = 0; l < LANES; l++)
        d[l].g = (struct matrix){
            .rows = 2, .columns = 2, .at = {s[l], 0, 0, sqrt(1 - s[l] * s[l])}};
    steps_of(&method_muon,
             (struct settings){.alpha = 1, .newton_schulz = (double)iterations},
             1, d, step);
    for (size_t l = 0; l < LANES; l++) out[l] = step[l].at[0];
}

/* Starting values k 10^-4 from `first` on, `per_decade` of them, after i iterations against a bound. */
static void starting_values(struct inquiry *q, size_t i, size_t first,
                            size_t per_decade, enum sign sign,
                            double (*bound)(double s, size_t i)) {
    size_t k[CHECKPOINTS_MAX],
        count = checkpoints_between(first, 10000, per_decade, k);
    for (size_t done = 0; done < count; done += LANES) {
        double s[LANES], out[LANES];
        for (size_t l = 0; l < LANES; l++)
            s[l] = 1e-4 * (double)k[done + l < count ? done + l : count - 1];
        orthogonalised(i, s, out);
        for (size_t l = 0; l < LANES && done + l < count; l++)
            inquiry_exact(q, "diagonal", "muon", k[done + l], out[l],
                          i > 5 ? 0 : iterated_error(i), sign, bound(s[l], i));
    }
}
static void follows_polynomial(struct inquiry *q) {
    for (size_t i = 1; i <= 5; i++)
        starting_values(q, i, 1, 50, EQUAL, iterated);
}

/* Random gradients of condition 10^3. */
static void directions_stay(struct inquiry *q) {
    for (size_t j = 0; j < COUNT(shapes); j++)
        for (size_t i = 1; i <= 5; i++) {
            struct gradient d[LANES];
            struct matrix step[LANES];
            double worst = 0;
            random_gradients(q, j, shapes[j].rows, shapes[j].columns,
                             shape_rank(j), 1e3, d);
            steps_of(&method_muon,
                     (struct settings){.alpha = 1, .newton_schulz = (double)i},
                     1, d, step);
            for (size_t l = 0; l < LANES; l++) {
                double length = 0, s[LARGEST];
                for (size_t e = 0; e < d[l].u.columns; e++)
                    length = hypot(length, d[l].s[e]);
                for (size_t e = 0; e < d[l].u.columns; e++)
                    s[e] = iterated(d[l].s[e] / length, i);
                worst = larger(
                    worst, apart(1, step[l], spectral(d[l].u, s, 1, d[l].v)));
            }
            inquiry_exact(q, shapes[j].id, "muon", i, worst,
                          64 * iterated_error(i), EQUAL, 0);
        }
}
CLAIM(newton_schulz_is_its_polynomial, IDENTITY, COMPUTE(follows_polynomial),
      "After $1,\\dots,5$ iterations a singular value that began at "
      "$s=k\\cdot10^{-4}$ is "
      "$\\varphi(\\dots\\varphi(s))$.");
CLAIM(newton_schulz_keeps_directions, IDENTITY, COMPUTE(directions_stay),
      "After $k$ iterations on a random gradient the step is "
      "$U\\varphi^k(S/\\lVert S\\rVert_F)V^\\top$.");
/**
**Where they land.** $\varphi'(s)=a+3bs^2+5cs^4$ vanishes at
$$s_\mp^2=\frac{-3b\mp\sqrt{9b^2-20ac}}{10c},\qquad s_-=0.5545\ldots,\quad s_+=1.0501\ldots\tag{12}$$
$\varphi$ rises from 0 to its maximum $h=\varphi(s_-)=1.20236\ldots$, falls to
its minimum $l=\varphi(s_+)=0.68183\ldots$, and rises again. Therefore

1. *it never exceeds $h$*: $\varphi$ maps $[0,h]$ into itself, as its maximum
   there is $h$ or $\varphi(h)=0.9465\ldots$;
2. *what is in $[l,h]$ stays*: $\varphi([l,h])=[l,t]$ with
   $t=\varphi(l)=1.1343\ldots$, since $s_-<l$ leaves $s_+$ as the only critical
   point and $\varphi(h)<t$. From the next iteration on it is in $[l,t]$, which
   $\varphi$ maps onto itself;
3. *who gets there*: let $z_1<s_-$ be where $\varphi(z_1)=l$, and
   $\varphi(z_{i+1})=z_i$. All of $[z_1,1]$ is in $[l,h]$ after one iteration,
   all of $[z_i,1]$ after $i$. $z_5=0.001505\ldots$

After five iterations from $[z_5,1]$ a singular value can be anything in
$[l,h]=[0.682,1.203]$, and both ends are attained: start where
$\varphi^4(s)=s_\mp$.
*/
static double critical(double sign) {
    return sqrt((-3 * b + sign * sqrt(9 * b * b - 20 * a * c)) / (10 * c));
}
static double high(double s, size_t i) {
    (void)s, (void)i;
    return phi(critical(-1));
}
static double low(double s, size_t i) {
    (void)s, (void)i;
    return phi(critical(+1));
}
static double settled(double s, size_t i) {
    return phi(low(s, i));
}

/* The s on the rising branch [0, s_-] with phi^i(s) = y. */
static double pulled_back(double y, size_t i) {
    while (i--) {
        double below = 0, above = critical(-1);
        for (int halving = 0; halving < 100; halving++) {
            double middle = (below + above) / 2;
            if (phi(middle) < y)
                below = middle;
            else
                above = middle;
        }
        y = above;
    }
    return y;
}

static void compute_critical_points(struct inquiry *q) {
    for (int i = 0; i < 2; i++) {
        double s = critical(2 * i - 1),
               slope = a + 3 * b * s * s + 5 * c * s * s * s * s;
        /* s^2 is known to some four roundings, and its terms are below 16 each. */
        inquiry_exact(q, "diagonal", "muon", (size_t)i, slope,
                      4 * 48 * DBL_EPSILON, EQUAL, 0);
    }
}

/* Extremes of phi over [from, to]: the ends, and the critical points between. */
static void extremes(double from, double to, double *least, double *most) {
    *least = fmin(phi(from), phi(to));
    *most = fmax(phi(from), phi(to));
    for (int i = 0; i < 2; i++) {
        double s = critical(2 * i - 1);
        if (from < s && s < to) {
            *least = fmin(*least, phi(s));
            *most = fmax(*most, phi(s));
        }
    }
}
static void images(struct inquiry *q) {
    double l = low(0, 0), h = high(0, 0), t = settled(0, 0),
           z = pulled_back(l, 1);
    const double from[] = {0, l, l, z}, to[] = {h, h, t, 1},
                 least[] = {0, l, l, l}, most[] = {h, t, t, h};
    for (size_t i = 0; i < COUNT(from); i++) {
        double bottom, top;
        extremes(from[i], to[i], &bottom, &top);
        inquiry_exact(q, "diagonal", "muon", i, bottom, iterated_error(1),
                      EQUAL, least[i]);
        inquiry_exact(q, "diagonal", "muon", i, top, iterated_error(1), EQUAL,
                      most[i]);
    }
}

/* The first k 10^-4 above z_i. */
static size_t first_above(size_t i) {
    return (size_t)ceil(1e4 * pulled_back(low(0, 0), i));
}
static void five_at_most(struct inquiry *q) {
    starting_values(q, 5, 1, 50, AT_MOST, high);
}
static void five_at_least(struct inquiry *q) {
    starting_values(q, 5, first_above(5), 50, AT_LEAST, low);
}
static void five_settled(struct inquiry *q) {
    starting_values(q, 5, first_above(4), 50, AT_MOST, settled);
}
static double high_times_0_95(double s, size_t i) {
    return 0.95 * high(s, i);
}
static double low_times_1_05(double s, size_t i) {
    return 1.05 * low(s, i);
}
static void five_at_most_0_95(struct inquiry *q) {
    starting_values(q, 5, 1, 50, AT_MOST, high_times_0_95);
}
static void five_at_least_1_05(struct inquiry *q) {
    starting_values(q, 5, first_above(5), 50, AT_LEAST, low_times_1_05);
}

/* Both ends, and the threshold z_i, after i iterations. */
static void ends(struct inquiry *q) {
    const double l = low(0, 0), h = high(0, 0);
    for (size_t e = 0; e < 3; e++)
        for (size_t i = 2; i <= 6;
             i++) { /* for a single one s_+ > 1 is no start */
            double from = e == 2
                              ? pulled_back(l, i)
                              : pulled_back(critical(e == 0 ? -1 : +1), i - 1),
                   s[LANES], out[LANES];
            for (size_t lane = 0; lane < LANES; lane++) s[lane] = from;
            orthogonalised(i, s, out);
            inquiry_exact(q, "diagonal", "muon", i, out[0], iterated_error(i),
                          EQUAL, e == 0 ? h : l);
        }
}
CLAIM(critical_points, PROOF_LINE, COMPUTE(compute_critical_points),
      "$\\varphi^\\prime(s_\\mp)=0$.");
CLAIM(images_of_intervals, PROOF_LINE, COMPUTE(images),
      "$\\varphi([0,h])=[0,h]$, $\\varphi([l,h])=\\varphi([l,t])=[l,t]$ and "
      "$\\varphi([z_1,1])=[l,h]$, from the "
      "ends and the critical points.");
CLAIM(bound_five_iterations_above, BOUND, COMPUTE(five_at_most),
      "After five iterations no singular value exceeds $h$.");
CLAIM(bound_five_iterations_below, BOUND, COMPUTE(five_at_least),
      "After five iterations from $s\\ge z_5$ it is at least $l$.");
CLAIM(bound_five_iterations_settled, BOUND, COMPUTE(five_settled),
      "After five iterations from $s\\ge z_4$ it is at most $t$.");
CLAIM(ends_are_attained, SHARPNESS, COMPUTE(ends),
      "$h$ and $l$ are attained after $k$ iterations, and $z_k$ comes to $l$.");
CLAIM(control_five_iterations_above_0_95, CONTROL, COMPUTE(five_at_most_0_95),
      "After five iterations no singular value exceeds $0.95h$.");
CLAIM(control_five_iterations_below_1_05, CONTROL, COMPUTE(five_at_least_1_05),
      "After five iterations from $s\\ge z_5$ it is at least $1.05l$.");
/**
**Not 1.** The iteration is made to be fast, not to converge:
$\varphi(1)=a+b+c=0.701$, so 1 is no fixed point, and the fixed point $0.868$
repels ($\varphi'=-1.58$). A gradient of rank one, whose $UV^\top$ is known
without any iteration, gets $\varphi^i(1)$. More iterations do not help.

**Small singular values are late.** $\varphi(s)\le as$ up to $s^2=-b/c$, so
$\varphi^i(s)\le a^is$: what begins below $l/a^i$ is not there yet. For five
iterations that is $l/a^5=0.00141$, a little below $z_5=0.00150$. A direction
with $10^{-4}$ of the gradient's norm gets $0.048$ in place of 1.
*/
static void rank_one(struct inquiry *q) {
    for (size_t i = 1; i <= 5; i++) {
        struct gradient d[LANES];
        struct matrix step[LANES];
        random_gradients(q, i, 4, 3, 1, 1, d);
        steps_of(&method_muon,
                 (struct settings){.alpha = 1, .newton_schulz = (double)i}, 1,
                 d, step);
        double length = inner_product(step[0], spectral(d->u, d->s, 0, d->v));
        inquiry_exact(q, "4x3 rank 1", "muon", i, length,
                      16 * iterated_error(i), EQUAL, iterated(1, i));
    }
}
static double at_most_1_05(double s, size_t i) {
    (void)s, (void)i;
    return 1.05;
}
static double at_least_0_95(double s, size_t i) {
    (void)s, (void)i;
    return 0.95;
}
static void near_1(struct inquiry *q, size_t i) {
    starting_values(q, i, first_above(5), 50, AT_MOST, at_most_1_05);
    starting_values(q, i, first_above(5), 50, AT_LEAST, at_least_0_95);
}
static void five_near_1(struct inquiry *q) {
    near_1(q, 5);
}
static void hundred_near_1(struct inquiry *q) {
    near_1(q, 100);
}
static double linear_growth(double s, size_t i) {
    return pow(a, (double)i) * s;
}
static void grows_linearly(struct inquiry *q) {
    for (size_t i = 1; i <= 5; i++)
        starting_values(q, i, 1, 8, AT_MOST, linear_growth);
}
static double linear_growth_times_0_95(double s, size_t i) {
    return 0.95 * linear_growth(s, i);
}
static void grows_less(struct inquiry *q) {
    starting_values(q, 5, 1, 8, AT_MOST, linear_growth_times_0_95);
}
static void small_ones_too(struct inquiry *q) {
    starting_values(q, 5, 1, 50, AT_LEAST, low);
}
CLAIM(rank_one_gets_phi_of_1, IDENTITY, COMPUTE(rank_one),
      "The step of a gradient of rank one after $k$ iterations is "
      "$\\varphi^k(1)\\,uv^\\top$.");
CLAIM(control_five_iterations_near_1, CONTROL, COMPUTE(five_near_1),
      "After five iterations from $s\\ge z_5$ singular values lie within 0.05 "
      "of 1.");
CLAIM(control_hundred_iterations_near_1, CONTROL, COMPUTE(hundred_near_1),
      "After a hundred iterations they do.");
CLAIM(bound_small_singular_values, BOUND, COMPUTE(grows_linearly),
      "After $i=1,\\dots,5$ iterations a singular value is at most $a^is$.");
CLAIM(control_small_singular_values_0_95, CONTROL, COMPUTE(grows_less),
      "0.95 of that bound.");
CLAIM(control_small_singular_values_too, CONTROL, COMPUTE(small_ones_too),
      "After five iterations from any $s\\ge10^{-4}$ singular values are at "
      "least $l$.");
/**
## In which sense it is the best direction

Among all $O$ with $\|O\|_2\le1$ the one that the gradient likes most is
$UV^\top$ (von Neumann's trace inequality):
$$\langle G,O\rangle=\operatorname{tr}(VSU^\top O)=\sum_is_i\,u_i^\top Ov_i\le\sum_is_i=\|G\|_*=\langle G,UV^\top\rangle.\tag{13}$$
So Muon is steepest descent in the spectral norm, as SGD is in the Frobenius
norm and sign descent in the maximum norm, and its step has spectral norm
exactly $\alpha$, whatever the gradient's scale.
*/
static const double scales[] = {1e-200, 1, 1e200};

static void spectral_norm(struct inquiry *q) {
    static const double alpha = 0.3;
    for (size_t i = 0; i < COUNT(shapes); i++)
        for (size_t j = 0; j < COUNT(scales); j++) {
            struct gradient d[LANES];
            struct matrix step[LANES];
            random_gradients(q, i, shapes[i].rows, shapes[i].columns,
                             shape_rank(i), 10, d);
            for (size_t l = 0; l < LANES; l++)
                for (size_t e = 0; e < LARGEST * LARGEST; e++)
                    d[l].g.at[e] *= scales[j];
            steps_of(&method_muon, (struct settings){.alpha = alpha}, 1, d,
                     step);
            double worst = alpha;
            for (size_t l = 0; l < LANES; l++) {
                double least, largest;
                struct matrix square = product(transposed(step[l]), step[l]);
                eigen_extremes(square.rows, square.at, &least, &largest);
                if (!(fabs(sqrt(largest) - alpha) <= fabs(worst - alpha)))
                    worst = sqrt(largest);
            }
            inquiry_exact(q, shapes[i].id, "muon", j, worst,
                          alpha * muon_bound(d), EQUAL, alpha);
        }
}

static double nuclear_norm(const struct gradient *d) {
    double sum = 0;
    for (size_t e = 0; e < d->u.columns; e++) sum += d->s[e];
    return sum;
}

/* <G, step> against ||G||_*. */
static void attained(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(shapes); i++) {
        struct gradient d[LANES];
        struct matrix step[LANES];
        random_gradients(q, i, shapes[i].rows, shapes[i].columns, shape_rank(i),
                         10, d);
        steps_of(&method_muon, by_svd, 1, d, step);
        inquiry_exact(q, shapes[i].id, "muon", 1, inner_product(d->g, step[0]),
                      nuclear_norm(d) * muon_bound(d), EQUAL, nuclear_norm(d));
    }
}

/* Directions U Q V' with Q turned by the angle 1/k, k = 1, 10, 100, and the best of a thousand random ones at k = 0. */
static void steepest(struct inquiry *q, double factor) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    for (size_t i = 0; i < 4; i++) {
        struct gradient d[LANES];
        size_t rank = shape_rank(i);
        random_gradients(q, i, shapes[i].rows, shapes[i].columns, rank, 10, d);
        pcg_gsl_set(rng, pcg_of_run(q->options->seed, q->stream, 100 + i));
        double best = -INFINITY, error = nuclear_norm(d) * muon_bound(d);
        for (size_t draw = 0; draw < 1000; draw++) {
            struct matrix o =
                product(orthonormal(rng, shapes[i].rows, rank),
                        transposed(orthonormal(rng, shapes[i].columns, rank)));
            best = larger(
                best, fabs(inner_product(d->g, o))); /* -O is as good as O */
        }
        inquiry_exact(q, shapes[i].id, "muon", 0, best, error, AT_MOST,
                      factor * nuclear_norm(d));
        for (size_t k = 1; k <= 100; k *= 10) {
            struct matrix turn = {.rows = rank, .columns = rank};
            for (size_t e = 0; e < rank; e++)
                turn.at[e * rank + e] = e < 2 ? cos(1 / (double)k) : 1;
            turn.at[1] = -(turn.at[rank] = sin(1 / (double)k));
            struct matrix o = product(product(d->u, turn), transposed(d->v));
            inquiry_exact(q, shapes[i].id, "muon", k, inner_product(d->g, o),
                          error, AT_MOST, factor * nuclear_norm(d));
        }
    }
    gsl_rng_free(rng);
}
static void no_direction_is_steeper(struct inquiry *q) {
    steepest(q, 1);
}
static void no_direction_is_steeper_0_95(struct inquiry *q) {
    steepest(q, 0.95);
}
/* The gradient itself, made to have spectral norm 1. */
static void gradient_is_steepest(struct inquiry *q) {
    for (size_t i = 0; i < 4; i++) {
        struct gradient d[LANES];
        random_gradients(q, i, shapes[i].rows, shapes[i].columns, shape_rank(i),
                         10, d);
        inquiry_exact(
            q, shapes[i].id, "sgd", 1, inner_product(d->g, d->g) / d->s[0],
            nuclear_norm(d) * muon_bound(d), AT_LEAST, nuclear_norm(d));
    }
}
CLAIM(muon_step_has_spectral_norm_alpha, IDENTITY, COMPUTE(spectral_norm),
      "Muon's step has spectral norm $\\alpha$, for gradients of norm "
      "$10^{-200}$, 1 and $10^{200}$.");
CLAIM(
    muon_attains_the_nuclear_norm, IDENTITY, COMPUTE(attained),
    "$\\langle G,O\\rangle=\\lVert G\\rVert_*$ for the direction $O$ of Muon.");
CLAIM(bound_no_direction_is_steeper, BOUND, COMPUTE(no_direction_is_steeper),
      "$\\langle G,O\\rangle\\le\\lVert G\\rVert_*$ for the best of a thousand "
      "random partial isometries $O$ "
      "($k=0$) and for $UV^\\top$ turned by the angle $1/k$.");
CLAIM(control_no_direction_is_steeper_0_95, CONTROL,
      COMPUTE(no_direction_is_steeper_0_95),
      "$\\langle G,O\\rangle\\le0.95\\lVert G\\rVert_*$ for them.");
CLAIM(control_gradient_is_steepest, CONTROL, COMPUTE(gradient_is_steepest),
      "$O=G/\\lVert G\\rVert_2$ has $\\langle G,O\\rangle\\ge\\lVert "
      "G\\rVert_*$.");
/**
## Does it save steps?

> Вычислительно дороже, чем Adam, но может сходиться быстрее или приводить к
> лучшим решениям по числу шагов.

On a quadratic made for it, it does. Let
$f(W)=\frac12\operatorname{tr}(AWBW^\top)$ with $A$ and $B$ of condition 30
each, whose eigenvectors are no coordinate axes. The gradient is $AWB$, the
Hessian $B\otimes A$ of condition 900: a Kronecker product, as Shampoo supposes.
There is no noise, so the steps until the gap is first at most $10^{-8}$ of what
it was can be counted. (Adam swings to and fro, and passes the mark before it
stays below: that counts as well, in its favour.)

Every method has the best of its choices, from each start anew: the schedules
$\alpha_k=\alpha$, $\alpha/\sqrt{k+1}$ and $\alpha\cdot0.95^k$ with
$\alpha=2^{-6},2^{-5},\dots,2^4$; for SGD, whose step is no length, with
$\alpha=(2-2^{-j})/L$, $j=0,\dots,8$, and the optimal $\frac2{L+\mu}$. Adam may
choose $\beta_1\in\{0,0.9\}$ and $\beta_2\in\{0.9,0.99,0.999\}$ too; Shampoo
chooses nothing else: the sum, or the average with $\beta=0.9$. From the
problem's start and from 15 random ones:

@figure steps The gap on the Kronecker-structured quadratic, each method with
    the fastest of its choices
*/
static double schedule_geometric(const struct settings *s, size_t k) {
    return s->alpha * pow(0.95, (double)k);
}

enum contestant { SGD, ADAM, SUM, AVERAGE, CONTESTANTS };
static const struct method *const contestants[CONTESTANTS] = {
    &method_sgd, &method_adam, &method_shampoo, &method_shampoo};
static const double target = 1e-8;

/* The choices of a contestant: its settings number i; false if there is none. */
enum { SCHEDULES_TRIED = 3 };
static bool choice(const struct problem *p, enum contestant who, size_t i,
                   struct settings *s) {
    static double (*const schedules_tried[SCHEDULES_TRIED])(
        const struct settings *, size_t) = {NULL, schedule_root,
                                            schedule_geometric};
    *s = method_settings(contestants[who]);
    if (who == SUM || who == AVERAGE) s->beta2 = who == SUM ? 1 : 0.9;
    s->schedule = schedules_tried[i % SCHEDULES_TRIED];
    i /= SCHEDULES_TRIED;
    if (who == ADAM) {
        s->beta1 = i % 2 ? 0 : 0.9;
        s->beta2 = 1 - pow(10, -1 - (double)(i / 2 % 3));
        i /= 6;
    }
    if (who == SGD)
        s->alpha = i < 9 ? (2 - ldexp(1, -(int)i)) / p->L : 2 / (p->L + p->mu);
    else
        s->alpha = ldexp(
            1,
            4 - (int)i); /* long ones first: they set a limit to the others */
    return i < (who == SGD ? 10 : 11);
}

/* 16 starts: the problem's and random ones. */
static void random_starts(const struct problem *p, real w[]) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    pcg_gsl_set(rng, pcg_seeded(42, 0)); /* the same for any seed */
    for (size_t l = 0; l < LANES; l++)
        for (size_t j = 0; j < p->dim; j++)
            w[j][l] = l ? gsl_ran_gaussian_ziggurat(rng, 1) : p->x_0[j];
    gsl_rng_free(rng);
}

/* Steps from each start to `target` of the first gap, at most `most` of them, or infinity; *least takes the lowest gap
 * over the first one. */
static void count_steps(const struct problem *p, enum contestant who,
                        const struct settings *s, const real start[],
                        size_t most, double needed[LANES],
                        double least[LANES]) {
    struct trajectory t = trajectory_new(p, contestants[who], s);
    memcpy(t.x, start, p->dim * sizeof(real));
    real first = p->value(p, t.x, NULL);
    size_t left = LANES;
    for (size_t l = 0; l < LANES; l++) needed[l] = least[l] = INFINITY;
    for (size_t k = 0; k <= most && left; k++) {
        real ratio = p->value(p, t.x, NULL) / first;
        for (size_t l = 0; l < LANES; l++) {
            least[l] = fmin(least[l], ratio[l]);
            if (isinf(needed[l]) && ratio[l] <= target) {
                needed[l] = (double)k;
                left--;
            }
        }
        trajectory_step(&t, whole_all(0));
    }
    trajectory_free(&t);
}

static bool interrupted(const struct inquiry *q) {
    return q->options->interrupted && *q->options->interrupted;
}

/* The fewest steps from each start over all choices, and of which choice. */
static void fewest_steps(const struct inquiry *q, const struct problem *p,
                         enum contestant who, const real start[],
                         double fewest[LANES], size_t of[LANES]) {
    struct settings s;
    double most = who == SUM || who == AVERAGE ? 300 : 4000;
    for (size_t l = 0; l < LANES; l++) fewest[l] = INFINITY;
    for (size_t i = 0; choice(p, who, i, &s) && !interrupted(q); i++) {
        double needed[LANES], least[LANES], worst = 0;
        count_steps(p, who, &s, start, (size_t)most, needed, least);
        for (size_t l = 0; l < LANES; l++) {
            if (needed[l] < fewest[l]) {
                fewest[l] = needed[l];
                of[l] = i;
            }
            worst = fmax(worst, fewest[l]);
        }
        most = fmin(most, worst); /* who needs more has lost */
    }
}

/* Steps of the others against `times` those of Shampoo, from every start. */
static void against_others(struct inquiry *q, struct problem *p,
                           enum contestant who, double times) {
    real start[LARGEST * LARGEST];
    double own[LANES], other[LANES];
    size_t of[LANES];
    q->trouble = certify(
        p, 1,
        1); /* SGD's longest steps have no envelope that would ask for them */
    random_starts(p, start);
    fewest_steps(q, p, who, start, own, of);
    for (enum contestant rival = SGD; rival <= ADAM && !q->trouble; rival++) {
        fewest_steps(q, p, rival, start, other, of);
        for (size_t l = 0; l < LANES; l++)
            inquiry_exact(q, "kronecker", contestants[rival]->id, l + 1,
                          other[l], 0, AT_LEAST, times * own[l]);
    }
    q->interrupted = interrupted(q);
    problem_free(p);
}
static void sum_against_others(struct inquiry *q) {
    against_others(q, kronecker(), SUM, 3);
}
static void average_against_others(struct inquiry *q) {
    against_others(q, kronecker(), AVERAGE, 3);
}
static struct problem *isotropic(void) {
    struct problem *p = kronecker();
    for (size_t i = 0; i < 32; i++) p->data[i] = i % 16 % 5 == 0;
    p->L = p->L_max = p->mu = 1;
    return p;
}
static void sum_on_isotropic(struct inquiry *q) {
    against_others(q, isotropic(), SUM, 1);
}

/* The gradients at the 16 unit matrices, one in each lane, against the columns of the Hessian. */
static void hessian_columns(struct inquiry *q) {
    struct problem *p = kronecker();
    double lower[LARGEST * LARGEST * 4], upper[LARGEST * LARGEST * 4],
        worst = 0;
    real w[LARGEST * LARGEST] = {{0}}, g[LARGEST * LARGEST];
    for (size_t j = 0; j < 16; j++) w[j][j] = 1;
    p->value(p, w, g);
    p->hessian(p, lower, upper);
    for (size_t i = 0; i < 16; i++)
        for (size_t j = 0; j < 16; j++)
            worst = larger(worst, larger(fabs(lower[i * 16 + j] - g[i][j]),
                                         fabs(upper[i * 16 + j] - g[i][j])));
    /* A product of two entries below 1, and sums with zeros. */
    inquiry_exact(q, "kronecker", "sgd", 16, worst, 2 * DBL_EPSILON, EQUAL, 0);
    problem_free(p);
}

/* Gaps over the first one along `last` steps from x_0, by the choice that is fastest from there, which is given back. */
static struct settings path_of_gaps(const struct inquiry *q,
                                    const struct problem *p,
                                    enum contestant who, size_t last,
                                    double ratio[]) {
    real start[LARGEST * LARGEST];
    double fewest[LANES];
    size_t of[LANES] = {0};
    struct settings s;
    random_starts(p, start);
    fewest_steps(q, p, who, start, fewest, of);
    choice(p, who, of[0], &s);
    struct trajectory t = trajectory_new(p, contestants[who], &s);
    double first = p->value(p, t.x, NULL)[0];
    for (size_t k = 0; k <= last; k++) {
        ratio[k] = p->value(p, t.x, NULL)[0] / first;
        trajectory_step(&t, whole_all(0));
    }
    trajectory_free(&t);
    return s;
}

enum { LAST = 2000 };

/* One below the other until it first reaches the target, but for its first steps, `above` of them, that are too long. */
static void below(struct inquiry *q, enum contestant who, enum contestant other,
                  size_t above) {
    double own[LAST + 1], others[LAST + 1];
    struct problem *p = kronecker();
    path_of_gaps(q, p, who, LAST, own);
    path_of_gaps(q, p, other, LAST, others);
    size_t last = 1;
    while (last < LAST && own[last] > target) last++;
    size_t k[CHECKPOINTS_MAX], count = checkpoints_between(1, last, 40, k);
    for (size_t i = 0; i < count; i++)
        inquiry_exact(q, "kronecker", contestants[who]->id, k[i], own[k[i]], 0,
                      k[i] <= above ? AT_LEAST : AT_MOST, others[k[i]]);
    q->interrupted = interrupted(q);
    problem_free(p);
}
static void sum_below_adam(struct inquiry *q) {
    below(q, SUM, ADAM, 2);
}
static void average_below_adam(struct inquiry *q) {
    below(q, AVERAGE, ADAM, 2);
}
static void adam_below_sgd(struct inquiry *q) {
    below(q, ADAM, SGD, 0);
}

/* SGD in the eigenvectors of A = B: w_ij shrinks by 1 - alpha lambda_i lambda_j a step. */
static void compute_sgd_closed_form(struct inquiry *q) {
    double ratio[LAST + 1], values[4], vectors[16];
    size_t k[CHECKPOINTS_MAX], count = checkpoints_between(1, LAST, 20, k);
    struct problem *p = kronecker();
    struct settings s = path_of_gaps(q, p, SGD, LAST, ratio);
    struct matrix w = {.rows = 4, .columns = 4}, basis = w;
    eigen_system(4, p->data, values, vectors);
    memcpy(w.at, p->x_0, 16 * sizeof *w.at);
    memcpy(basis.at, vectors, sizeof vectors);
    w = product(product(transposed(basis), w), basis);
    double gap_0 = problem_gap_0(p), square = inner_product(w, w);
    double slowest = fmax(fabs(1 - s.alpha * p->mu), fabs(1 - s.alpha * p->L));
    for (size_t i = 0; i < count; i++) {
        double gap = 0;
        for (size_t e = 0; e < 16; e++) {
            double lambda = values[e / 4] * values[e % 4];
            gap += lambda / 2 * w.at[e] * w.at[e] *
                   pow(1 - s.alpha * lambda, 2 * (double)k[i]);
        }
        /* A step rounds at most 32 times, relative to ||w_k||, and shrinks what the steps before left as it shrinks w. */
        double error = 32 * (double)(k[i] + 1) * DBL_EPSILON * square *
                       pow(slowest, 2 * (double)k[i] - 1);
        inquiry_exact(q, "kronecker", "sgd", k[i], ratio[k[i]], error / gap_0,
                      EQUAL, gap / gap_0);
    }
    q->interrupted = interrupted(q);
    problem_free(p);
}

/* The lowest gap that the average reaches in 300 steps from the worst start, with the best constant step. */
static void average_constant(struct inquiry *q) {
    struct problem *p = kronecker();
    real start[LARGEST * LARGEST];
    struct settings s;
    double lowest = INFINITY;
    random_starts(p, start);
    for (size_t i = 0; choice(p, AVERAGE, i, &s) && !interrupted(q); i++) {
        double needed[LANES], least[LANES], worst = 0;
        if (s.schedule) continue;
        count_steps(p, AVERAGE, &s, start, 300, needed, least);
        for (size_t l = 0; l < LANES; l++) worst = larger(worst, least[l]);
        lowest = fmin(lowest, worst);
    }
    q->interrupted = interrupted(q);
    inquiry_exact(q, "kronecker", "shampoo", 300, lowest, 0, AT_MOST, target);
    problem_free(p);
}
CLAIM(hessian_is_the_kronecker_product, IDENTITY, COMPUTE(hessian_columns),
      "The Hessian of $\\frac12\\operatorname{tr}(AWBW^\\top)$ is $B\\otimes "
      "A$: its columns are the gradients "
      "at unit "
      "matrices.");
CLAIM(sum_needs_a_third_of_the_steps, SHARPNESS, COMPUTE(sum_against_others),
      "From each of 16 starts SGD and Adam need at least three times the steps "
      "of Shampoo with sums.");
CLAIM(average_needs_a_third_of_the_steps, SHARPNESS,
      COMPUTE(average_against_others),
      "From each of 16 starts SGD and Adam need at least three times the steps "
      "of Shampoo with averages.");
CLAIM(sum_is_below_adam, SHARPNESS, COMPUTE(sum_below_adam),
      "Shampoo with sums first steps too far, and from the third step on its "
      "gap is below Adam's, until it is "
      "$10^{-8}$ of the first.");
CLAIM(average_is_below_adam, SHARPNESS, COMPUTE(average_below_adam),
      "Shampoo with averages first steps too far, and from the third step on "
      "its gap is below Adam's, until it "
      "is $10^{-8}$ of the first.");
CLAIM(adam_is_below_sgd, SHARPNESS, COMPUTE(adam_below_sgd),
      "Adam's gap is below SGD's until it is $10^{-8}$ of the first.");
CLAIM(sgd_closed_form, IDENTITY, COMPUTE(compute_sgd_closed_form),
      "SGD's gap is "
      "$\\sum_{ij}\\frac{\\lambda_i\\lambda_j}2(1-\\alpha\\lambda_i\\lambda_j)^"
      "{2k}w_{ij}^2$ in "
      "the eigenvectors of $A=B$.");
/**
Three warnings. The fast runs owe something to their schedule: the average has a
step of its own length however small the gradient, so at a constant $\alpha$ it
hovers about the minimiser and needs a step that falls; the sum does not, since
its step falls with the gradient. On an **isotropic** quadratic, $A=B=I$, there
is nothing to learn: SGD with $\alpha=1/L$ is done in one step, and Shampoo is
not. And a step of Shampoo costs two eigenvalue problems of order $m$ and $n$,
Adam's $mn$ roots.
*/
CLAIM(control_average_with_a_constant_step, CONTROL, COMPUTE(average_constant),
      "With its best constant step Shampoo with averages reaches $10^{-8}$ of "
      "the first gap from all starts "
      "within 300 steps.");
CLAIM(control_sum_on_isotropic, CONTROL, COMPUTE(sum_on_isotropic),
      "On an isotropic quadratic SGD and Adam need at least as many steps as "
      "Shampoo with sums.");

static const struct claim *const claims[] = {
    line_2_squares,
    line_3_roots,
    line_4_orthonormal_columns,
    line_5_diagonal,
    bound_shampoo_error,
    bound_muon_error,
    shampoo_error_grows_like_kappa_squared,
    control_shampoo_error_linear_in_kappa,
    drowned_direction_is_lost,
    drowned_direction_is_kept_by_svd,
    control_identity_at_1e9,
    methods_agree,
    the_larger_square_is_singular,
    rank_deficient_partial_isometry,
    eps_shrinks_singular_values,
    bound_eps,
    control_bound_eps_at_0_95,
    control_tiny_eps,
    line_1_method_is_the_formula,
    one_side_suffices,
    exponent_half_inverts_singular_values,
    control_exponent_half,
    control_exchanged,
    equal_gradients,
    control_sum_is_the_average,
    newton_schulz_is_its_polynomial,
    newton_schulz_keeps_directions,
    critical_points,
    images_of_intervals,
    bound_five_iterations_above,
    bound_five_iterations_below,
    bound_five_iterations_settled,
    ends_are_attained,
    control_five_iterations_above_0_95,
    control_five_iterations_below_1_05,
    rank_one_gets_phi_of_1,
    control_five_iterations_near_1,
    control_hundred_iterations_near_1,
    bound_small_singular_values,
    control_small_singular_values_0_95,
    control_small_singular_values_too,
    muon_step_has_spectral_norm_alpha,
    muon_attains_the_nuclear_norm,
    bound_no_direction_is_steeper,
    control_no_direction_is_steeper_0_95,
    control_gradient_is_steepest,
    hessian_is_the_kronecker_product,
    sum_needs_a_third_of_the_steps,
    average_needs_a_third_of_the_steps,
    sum_is_below_adam,
    average_is_below_adam,
    adam_is_below_sgd,
    sgd_closed_form,
    control_average_with_a_constant_step,
    control_sum_on_isotropic};

static const struct drawing drawings[] = {
    {.name = "condition",
     .title = {"Distance of the computed step from UV'",
               "Расстояние вычисленного шага до UV'"},
     .x = {"condition number κ", "число обусловленности κ"},
     .y = {"error, and its bound (dashed)", "ошибка и её граница (штрихи)"},
     .bounds = true,
     .curves = {{.claim = "bound_shampoo_error",
                 .name = {"Shampoo, 4×4", "Shampoo, 4×4"}},
                {.claim = "bound_shampoo_error",
                 .group = 1,
                 .name = {"Shampoo, 6×3", "Shampoo, 6×3"}},
                {.claim = "bound_muon_error",
                 .name = {"Muon, 4×4", "Muon, 4×4"}},
                {.claim = "bound_muon_error",
                 .group = 1,
                 .name = {"Muon, 6×3", "Muon, 6×3"}}}},
    {.name = "memory",
     .title = {"Step after k equal gradients", "Шаг после k равных градиентов"},
     .x = {"k", "k"},
     .y = {"length over that of UV'", "длина к длине UV'"},
     .curves = {{.claim = "equal_gradients",
                 .name = {"average, β = 0.5", "среднее, β = 0.5"}},
                {.claim = "equal_gradients",
                 .group = 1,
                 .name = {"average, β = 0.9", "среднее, β = 0.9"}},
                {.claim = "equal_gradients",
                 .group = 2,
                 .name = {"average, β = 0.99", "среднее, β = 0.99"}},
                {.claim = "equal_gradients",
                 .group = 3,
                 .name = {"sum", "сумма"}}}},
    {.name = "newton_schulz",
     .title = {"Newton–Schulz: singular values",
               "Ньютон–Шульц: сингулярные числа"},
     .x = {"singular value at first", "сингулярное число вначале"},
     .y = {"singular value after", "сингулярное число после"},
     .linear_y = true,
     .x_unit = 1e-4,
     .curves = {{.claim = "newton_schulz_is_its_polynomial",
                 .name = {"1 iteration", "1 итерация"}},
                {.claim = "newton_schulz_is_its_polynomial",
                 .group = 1,
                 .name = {"2 iterations", "2 итерации"}},
                {.claim = "newton_schulz_is_its_polynomial",
                 .group = 2,
                 .name = {"3 iterations", "3 итерации"}},
                {.claim = "newton_schulz_is_its_polynomial",
                 .group = 3,
                 .name = {"4 iterations", "4 итерации"}},
                {.claim = "newton_schulz_is_its_polynomial",
                 .group = 4,
                 .name = {"5 iterations", "5 итераций"}}}},
    {.name = "steps",
     .title = {"tr(AWBW')/2 without noise", "tr(AWBW')/2 без шума"},
     .x = {"iteration k", "итерация k"},
     .y = {"f(W_k) / f(W_0)", "f(W_k) / f(W_0)"},
     .curves = {{.claim = "sgd_closed_form", .name = {"SGD", "СГС"}},
                {.claim = "adam_is_below_sgd", .name = {"Adam", "Adam"}},
                {.claim = "sum_is_below_adam",
                 .name = {"Shampoo, sum", "Shampoo, сумма"}},
                {.claim = "average_is_below_adam",
                 .name = {"Shampoo, average", "Shampoo, среднее"}}}},
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
- R. Anil, V. Gupta, T. Koren, K. Regan, Y. Singer, *Scalable second order
  optimization for deep learning*, 2020.
- K. Jordan et al., *Muon: an optimizer for hidden layers in neural networks*,
  2024: the coefficients $a$, $b$, $c$.
- J. Bernstein, L. Newhouse, *Old optimizer, new norm: an anthology*, 2024:
  Shampoo without memory is steepest descent in the spectral norm.
- N. Higham, *Accuracy and stability of numerical algorithms*, 2nd edition, SIAM
  2002; *Functions of matrices*, SIAM 2008: chapter 8 on the polar
  decomposition, whose orthogonal factor $UV^\top$ is.
*/
