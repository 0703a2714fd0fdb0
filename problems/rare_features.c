/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sparse data: an example shows one feature of 32, the j-th with probability p_j = (33/32)/(j (j + 1)): the rarest one
 * in 1024 times.  Feature, label and loss as in feature_hinge.h; the gradient has one entry, 1 or -1, the others are 0.
 * With u uniform on (1/33, 1], P(1/u >= j) is 33/32 (1/j - 1/33), so that j = floor(1/u) has these probabilities. */
#include "../verify/numbers/pcg.h"
#include "feature_hinge.h"
#include "problems.h"

enum { D = FEATURE_COUNT };

static double share_of(size_t j) {
    return (D + 1.0) / D / ((double)(j + 1) * (double)(j + 2));
}

/* One entry a lane. */
static void show(const real x[], whole feature, truth wrong, real g[]) {
    real at;
    memset(g, 0, D * sizeof(real));
    for (int l = 0; l < LANES; l++) at[l] = x[feature[l]][l];
    real slope = feature_hinge_slope(wrong, at);
    for (int l = 0; l < LANES; l++) g[feature[l]][l] = slope[l];
}

/* Outcome 2 j is feature j with its right label, 2 j + 1 with the wrong one. */
static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    show(x, i >> 1, (truth)((i & 1) == 1), g);
}

static real weight(const struct problem *p, const real x[], whole i) {
    (void)x;
    real w;
    for (int l = 0; l < LANES; l++) w[l] = p->data[i[l] >> 1] * (i[l] & 1 ? wrong_labels : 1 - wrong_labels);
    return w;
}

static void draw(const struct problem *p, const real x[], struct pcg_lanes *random, real g[]) {
    (void)p;
    real u = 1 - pcg_lanes_unit(random) * (D / (D + 1.0));
    whole feature = __builtin_convertvector(1 / u, whole) - 1;
    feature = whole_where((truth)(feature < D), feature, whole_all(D - 1)); /* 1/u rounded up to D + 1 */
    show(x, feature, pcg_lanes_unit(random) < wrong_labels, g);
}

static real square(const struct problem *p, const real x[]) {
    real sum = {0};
    for (size_t j = 0; j < D; j++) {
        real right = feature_hinge_slope((truth){0}, x[j]), wrong = feature_hinge_slope(~(truth){0}, x[j]);
        sum += p->data[j] * ((1 - wrong_labels) * right * right + wrong_labels * wrong * wrong);
    }
    return sum;
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)p, (void)alpha, (void)steps;
    return (struct envelope){sqrt(D), 0.8 * (1 + 1e-12), 1 + 1e-12, 1};
}

struct problem *rare_features(void) {
    double share[D];
    for (size_t j = 0; j < D; j++) share[j] = share_of(j);
    struct problem *p = feature_hinge_new(share);
    p->id = "rare_features";
    p->title[0] = "rare features";
    p->title[1] = "редкие признаки";
    p->formula =
        "\\sum_{j=1}^{32}p_jh(x_j),\\ h(t)=0.9\\max(0,1-t)+0.1\\max(0,1+t),\\ 0\\le x_j\\le1;\\quad g=h_\\pm'(x_j)e_j"
        "\\text{ with probability }p_j\\propto\\frac1{j(j+1)}";
    p->certified[0] =
        "- $f^*=0.2\\sum_jp_j$ at $x_j=1$: $h$ has the slope $-0.8$ on the domain.\n"
        "- $\\|\\nabla f_i\\|\\le1$; the slope at the kink is the one from inside the box. Not smooth, no $\\mu$.\n"
        "- envelope: the box, of which $h(0)-h(1)=0.8$ is the largest gap.\n";
    p->certified[1] =
        "- $f^*=0.2\\sum_jp_j$ при $x_j=1$: наклон $h$ на допустимом множестве равен $-0.8$.\n"
        "- $\\|\\nabla f_i\\|\\le1$; в точке излома берётся наклон изнутри куба. Функция негладкая, $\\mu$ нет.\n"
        "- огибающая: сам куб; наибольший зазор в нём $h(0)-h(1)=0.8$.\n";
    p->components = 2 * D;
    p->lipschitz = 1;
    p->component = component;
    p->weight = weight;
    p->draw = draw;
    p->square = square;
    p->envelope = envelope;
    return p;
}
