/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare.h"

#include <math.h>

const char *verdict_name(enum verdict v) {
    static const char *const names[] = {"holds", "violated", "undecided", "invalid"};
    return names[v];
}

const char *sign_name(enum sign s) {
    static const char *const names[] = {"at_most", "at_least", "equal"};
    return names[s];
}

enum verdict verdict_graver(enum verdict a, enum verdict b) {
    static const int gravity[] = {[HOLDS] = 0, [UNDECIDED] = 1, [VIOLATED] = 2, [INVALID] = 3};
    return gravity[a] >= gravity[b] ? a : b;
}

/* By how much the comparison fails; negative where it holds. */
static double excess(double left, double right, enum sign sign) {
    return sign == AT_MOST ? left - right : sign == AT_LEAST ? right - left : fabs(left - right);
}

enum verdict compare_computed(double estimate, double bound, double error, enum sign sign) {
    if (!isfinite(estimate) || !isfinite(bound) || !isfinite(error)) return INVALID;
    return excess(estimate, bound, sign) > error ? VIOLATED : HOLDS;
}

enum verdict compare_interval(struct interval i, double bound, enum sign sign, double within) {
    if (!isfinite(i.lower) || !isfinite(i.upper) || !isfinite(bound)) return INVALID;
    if (sign == EQUAL) {
        double room = bound != 0 ? within * fabs(bound) : within;
        if (i.lower > bound || i.upper < bound) return VIOLATED;
        return i.lower >= bound - room && i.upper <= bound + room ? HOLDS : UNDECIDED;
    }
    if (sign == AT_LEAST) return i.lower >= bound ? HOLDS : i.upper < bound ? VIOLATED : UNDECIDED;
    return i.upper <= bound ? HOLDS : i.lower > bound ? VIOLATED : UNDECIDED;
}

double closeness_of(double left, double right, double error, enum sign sign) {
    static const double visible = 1e-3; /* errors below this do not make an inequality near that is not */
    if (sign == EQUAL || right == 0) return NAN;
    return error < visible * fabs(right) ? 1 - fabs(left - right) / fabs(right) : -INFINITY;
}

double closest_of(double a, double b) {
    return isnan(a) || b > a ? b : a;
}

void nearest_take(struct nearest *n, size_t k, double left, double right, double error) {
    double over = excess(left, right, n->sign);
    double margin = !n->in_errors ? error - over : error > 0 || isnan(error) ? -over / error : INFINITY;
    if (isnan(over)) margin = NAN;
    /* Of margins that differ by roundings the first is kept, unless another one fails: which one that is must not depend
     * on the compiler. */
    double size = fmin(fabs(left) + fabs(right), fabs(n->left) + fabs(n->right));
    double tie = over > error ? 0 : n->in_errors ? 1e-9 * fabs(margin) : 1e-12 * size;
    if (n->any && (isnan(n->margin) || margin >= n->margin - tie)) return;
    n->any = true;
    n->k = k;
    n->left = left;
    n->right = right;
    n->error = error;
    n->margin = margin;
}
