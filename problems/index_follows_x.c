/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two signs with an index that is not independent of x_k: it is the one whose step leads away from 0, and either with
 * probability 1/2 at 0 itself, where runs start.  By symmetry each index still comes with probability 1/2 at every k, and
 * E grad f_{i_k}(x_k) = E grad f(x_k) = 0; but given x_k it is not unbiased, and |x_k| tends to s/mu. */
#include "problems.h"

/* Component 1 is mu x^2/2 - s x, and leads upwards. */
static real weight(const struct problem *p, const real x[], whole i) {
    (void)p;
    real up = real_where(x[0] > 0, real_all(1), real_where(x[0] < 0, real_all(0), 0.5 + x[0]));
    return real_where(whole_is(i, 0), 1 - up, up);
}

struct problem *index_follows_x(void) {
    struct problem *p = two_signs();
    p->id = "index_follows_x";
    p->title[0] = "two signs, the index chosen by x";
    p->title[1] = "два знака, индекс выбран по x";
    p->formula =
        "\\frac\\mu2x^2,\\quad f_{1,2}(x)=f(x)\\pm s\\,x,\\ \\mu=s=1,\\text{ and }i_k\\text{ leads away from }0";
    p->certified[0] = "- $L=\\mu=f''$, $f^*=0$ at $x=0$.\n"
                      "- Biased on purpose, but at $x=0$: $\\mathbb E[g\\mid x]=\\mu x\\mp s$ for $x\\gtrless0$.\n";
    p->certified[1] =
        "- $L=\\mu=f''$, $f^*=0$ при $x=0$.\n"
        "- Оракул намеренно смещён всюду, кроме $x=0$: $\\mathbb E[g\\mid x]=\\mu x\\mp s$ при $x\\gtrless0$.\n";
    p->lacks = LACKS_UNBIASEDNESS;
    p->weight = weight;
    p->fading = NULL;
    p->envelope = NULL;
    p->quadratic = false; /* the recursion of second moments asks for probabilities that do not depend on x */
    return p;
}
