/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two signs from x_0 = 1: f_{1,2}(x) = mu x^2/2 +- s x with mu = s = 1, as in two_signs.c.  Every stochastic
 * gradient g shows the minimiser once, as x - g/mu = -+ s/mu, and the start says nothing about where it is. */
#include "problems.h"

struct problem *shifted_signs(void) {
    struct problem *p = two_signs();
    p->id = "shifted_signs";
    p->title[0] = "two signs from afar";
    p->title[1] = "два знака издалека";
    p->formula = "\\frac\\mu2x^2,\\quad f_{1,2}(x)=f(x)\\pm s\\,x,\\ \\mu=s=1,\\ x_0=1";
    p->x_0[0] = 1;
    return p;
}
