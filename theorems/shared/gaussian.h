/* Normal variates in lanes. */
#ifndef DESCENT_GAUSSIAN_H
#define DESCENT_GAUSSIAN_H

#include "../../verify/numbers/pcg.h"

/* Independent standard normal numbers in each lane (Box and Muller 1958); `n`
 * of them, two at a time. */
static inline void gaussian_fill(struct pcg_lanes *g, size_t n, real x[]) {
    for (size_t j = 0; j < n; j += 2) {
        real radius = real_sqrt(-2 * real_log1p(-pcg_lanes_unit(g)));
        real angle = 2 * M_PI * pcg_lanes_unit(g);
        x[j] = radius * real_sin(angle);
        if (j + 1 < n) x[j + 1] = radius * real_sin(angle + M_PI_2);
    }
}

#endif
