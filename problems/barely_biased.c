/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parabola with a biased oracle, with a bias of 10^-10, from x_0 = 1: a check that takes it for rounding is blind. */
#include "problems.h"

struct problem *barely_biased(void) {
    struct problem *p = biased_parabola();
    p->id = "barely_biased";
    p->title[0] = "a parabola with a hardly biased oracle";
    p->title[1] = "парабола с едва смещённым оракулом";
    p->formula = "\\frac\\mu2x^2,\\quad g=\\mu x+b,\\ \\mu=1,\\ b=10^{-10}";
    p->data[0] = 1e-10;
    p->x_0[0] = 1;
    return p;
}
