/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dense data: every example shows all 32 features, each of which counts 1/32.  Ten examples; in the i-th the labels of the
 * features j with i + j divisible by 10 are wrong, so that each feature is mislabelled once.  Losses as in feature_hinge.h. */
#include "feature_hinge.h"
#include "problems.h"

enum { D = FEATURE_COUNT, EXAMPLES = 10 };

static void component(const struct problem *p, const real x[], whole i, real g[]) {
    (void)p;
    for (size_t j = 0; j < D; j++) {
        whole turn = whole_all((EXAMPLES - j % EXAMPLES) % EXAMPLES);
        g[j] = feature_hinge_slope((truth)(i == turn), x[j]) / D;
    }
}

static struct envelope envelope(const struct problem *p, double alpha, size_t steps) {
    (void)p, (void)alpha, (void)steps;
    return (struct envelope){sqrt(D), 0.8 * (1 + 1e-12), 1.0 / D, 1.0 / D};
}

struct problem *equal_features(void) {
    double share[D];
    for (size_t j = 0; j < D; j++) share[j] = 1.0 / D;
    struct problem *p = feature_hinge_new(share);
    p->id = "equal_features";
    p->title[0] = "equal features";
    p->title[1] = "равные признаки";
    p->formula = "\\frac1{32}\\sum_{j=1}^{32}h(x_j),\\ h(t)=0.9\\max(0,1-t)+0.1\\max(0,1+t),\\ 0\\le x_j\\le1;\\quad"
                 "\\text{ten examples, each with all features}";
    p->certified[0] = "- $f^*=0.2$ at $x_j=1$: $h$ has the slope $-0.8$ on the domain.\n"
                      "- $|\\nabla_jf_i|\\le\\frac1{32}$; the slope at the kink is the one from inside the box. Not "
                      "smooth, no $\\mu$.\n"
                      "- envelope: the box, of which $h(0)-h(1)=0.8$ is the largest gap.\n";
    p->certified[1] =
        "- $f^*=0.2$ при $x_j=1$: наклон $h$ на допустимом множестве равен $-0.8$.\n"
        "- $|\\nabla_jf_i|\\le\\frac1{32}$; в точке излома берётся наклон изнутри куба. Функция негладкая, $\\mu$ "
        "нет.\n"
        "- огибающая: сам куб; наибольший зазор в нём $h(0)-h(1)=0.8$.\n";
    p->components = EXAMPLES;
    p->lipschitz = 1 / sqrt(D);
    p->component = component;
    p->envelope = envelope;
    return p;
}
