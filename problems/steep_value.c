/* SPDX-License-Identifier: GPL-3.0-or-later */
/* c|x| with c = 2 from x_0 = 3, as in absolute_value.c, so that no letter hides behind a 1. */
#include "problems.h"

struct problem *steep_value(void) {
    struct problem *p = absolute_value();
    p->id = "steep_value";
    p->title[0] = "a steeper absolute value";
    p->title[1] = "модуль покруче";
    p->formula = "c|x|,\\quad c=2,\\ x_0=3,\\text{ no noise}";
    p->lipschitz = 2;
    p->x_0[0] = 3;
    return p;
}
