/* One number held against another, up to an error that is known. */
#ifndef DESCENT_COMPARE_H
#define DESCENT_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

#include "interval.h"
#include "real.h"

enum verdict { HOLDS, VIOLATED, UNDECIDED, INVALID };

/* How an estimate and a bound must stand to each other. */
enum sign { AT_MOST, AT_LEAST, EQUAL };

const char *verdict_name(enum verdict);
const char *sign_name(enum sign); /* at_most, at_least, equal */

/* The graver one: invalid before violated before undecided, and nothing of these holds. */
enum verdict verdict_graver(enum verdict, enum verdict);

/* Computed numbers decide up to the errors of both sides together.  NaN or infinity anywhere is invalid. */
enum verdict compare_computed(double estimate, double bound, double error, enum sign);
/* Intervals decide only where they lie on one side.  An equality is violated where they miss the bound, and holds only
 * where they lie within `within` of it, relatively, or absolutely if it is 0: a wide interval shows nothing. */
enum verdict compare_interval(struct interval, double bound, enum sign, double within);

/* a, or b if that is larger; a NaN gets in, and stays: fmax would drop it. */
static inline double larger(double a, double b) {
    return a >= b || a != a ? a : b;
}
/* The same for the smaller one. */
static inline double smaller(double a, double b) {
    return a <= b || a != a ? a : b;
}

/* How near the sides of an inequality come: 1 - |left - right| / |right|.  NaN for what cannot be near or far, an equality or
 * a right side of 0; -INFINITY where errors hide it. */
double closeness_of(double left, double right, double error, enum sign sign);
/* The larger of two of these. */
double closest_of(double a, double b);

/* The largest of all lanes, and of what was found so far. */
static inline double real_largest(double so_far, real a) {
    for (int l = 0; l < LANES; l++) so_far = larger(so_far, a[l]);
    return so_far;
}

/* Of many comparisons the one that comes nearest to failing, or fails worst; a NaN gets in, and stays. */
struct nearest {
    enum sign sign;
    bool in_errors; /* nearness is counted in errors: for comparisons of numbers of different sizes */
    bool any;
    size_t k; /* where it was, and what was compared */
    double left, right, error;
    double margin; /* by how much it holds */
};
void nearest_take(struct nearest *, size_t k, double left, double right, double error);

#endif
