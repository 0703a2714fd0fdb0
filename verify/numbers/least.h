/* The least value of a function on an interval. */
#ifndef DESCENT_LEAST_H
#define DESCENT_LEAST_H

#include <math.h>

#include "compare.h"

/* On a grid of `half` points on either side of the centre, and then by golden sections around its best point, where f is
 * taken to have a single least value between the neighbours. */
static inline double least_around(double centre, double reach, int half, double (*f)(double x, const void *),
                                  const void *with) {
    static const double golden = 1.6180339887498949;
    enum { SECTIONS = 80 }; /* more than the roundings leave room for */
    double best = centre, least = INFINITY;
    for (int i = -half; i <= half; i++) {
        double x = centre + reach * i / half, value = f(x, with);
        if (value < least) {
            least = value;
            best = x;
        }
    }
    double low = larger(best - reach / half, centre - reach), high = smaller(best + reach / half, centre + reach);
    for (int i = 0; i < SECTIONS; i++) {
        double part = (high - low) / golden;
        if (f(high - part, with) < f(low + part, with))
            high = low + part;
        else
            low = high - part;
    }
    return smaller(least, smaller(f(low, with), f(high, with)));
}

#endif
