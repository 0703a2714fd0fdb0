/* SPDX-License-Identifier: GPL-3.0-or-later */
/* f(W) = tr(A W B W')/2 for a 4 x 4 matrix W, without noise: a quadratic whose Hessian is a Kronecker product, B (x) A.
 * A = B has the eigenvalues 1, ..., 1/30 in equal ratios, along the columns of a Hadamard matrix, so that no
 * coordinate of W is an eigenvector.
 *
 * A and B are the problem's data, one after the other, so that a claim may try others: it sets L and mu alike. */
#include "problems.h"

enum { N = 4 };
static const double condition = 30;
static const double basis[N * N] = {.5, .5,  .5,  .5,  //
                                    .5, -.5, .5,  -.5, //
                                    .5, .5,  -.5, -.5, //
                                    .5, -.5, -.5, .5};

static real value(const struct problem *p, const real w[], real gradient[]) {
    const double *a = p->data, *b = p->data + N * N;
    real half[N * N], g[N * N];
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++) {
            half[i * N + j] = (real){0};
            for (size_t l = 0; l < N; l++) half[i * N + j] += a[i * N + l] * w[l * N + j];
        }
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++) {
            g[i * N + j] = (real){0};
            for (size_t l = 0; l < N; l++) g[i * N + j] += half[i * N + l] * b[l * N + j];
        }
    if (gradient) memcpy(gradient, g, sizeof g);
    return real_dot(N * N, w, g) / 2;
}

static void component(const struct problem *p, const real w[], whole i, real g[]) {
    (void)i;
    value(p, w, g);
}

/* The derivative of (A W B)_{ij} by W_{kl} is A_{ik} B_{lj}. */
static void hessian(const struct problem *p, double lower[], double upper[]) {
    const double *a = p->data, *b = p->data + N * N;
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++)
            for (size_t k = 0; k < N; k++)
                for (size_t l = 0; l < N; l++) {
                    size_t e = (i * N + j) * N * N + k * N + l;
                    lower[e] = upper[e] = a[i * N + k] * b[l * N + j];
                }
}

struct problem *kronecker(void) {
    struct problem *p = problem_new(N * N, 2 * N * N);
    p->id = "kronecker";
    p->title[0] = "a Kronecker-structured quadratic";
    p->title[1] = "кронекерова квадратичная функция";
    p->formula =
        "\\frac12\\operatorname{tr}(AWBW^\\top),\\quad W\\in\\mathbb R^{4\\times4},\\ \\kappa(A)=\\kappa(B)=30,"
        "\\text{ no noise}";
    p->certified[0] =
        "- $L=L_{\\max}$: the Hessian is $B\\otimes A$, whose eigenvalues are the products of theirs; checked by "
        "its eigenvalues.\n"
        "- $\\mu=1/900$ likewise; $f^*=0$ at $W=0$.\n";
    p->certified[1] =
        "- $L=L_{\\max}$: гессиан равен $B\\otimes A$, и его собственные значения — произведения собственных "
        "значений сомножителей; проверено по собственным значениям самого гессиана.\n"
        "- $\\mu=1/900$ — так же; $f^*=0$ при $W=0$.\n";
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++) {
            double sum = 0;
            for (size_t e = 0; e < N; e++)
                sum += basis[i * N + e] * pow(condition, -(double)e / (N - 1)) * basis[j * N + e];
            p->data[i * N + j] = p->data[N * N + i * N + j] = sum;
        }
    static const double start[N * N] = {1, 0, 2, -1, 3, 1, 0, 1, -1, 2, 1, 0, 2, -2, 1, 1};
    memcpy(p->x_0, start, sizeof start);
    p->rows = N;
    p->components = 1;
    p->L = p->L_max = 1 + 0x1p-48; /* rounding of A and B */
    p->mu = (1 - 0x1p-40) / (condition * condition);
    p->convex = true;
    p->quadratic = true;
    p->roundings = 4 * N + 8;
    p->value = value;
    p->component = component;
    p->hessian = hessian;
    return p;
}
