/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers held against each other: verdicts, and of many comparisons the one nearest to failing. */
#include <criterion/criterion.h>
#include <math.h>

#include "../verify/numbers/compare.h"

Test(compare, computed_numbers_decide_up_to_their_error) {
    cr_assert(compare_computed(1.05, 1, 0.1, AT_MOST) == HOLDS);
    cr_assert(compare_computed(1.15, 1, 0.1, AT_MOST) == VIOLATED);
    cr_assert(compare_computed(0.95, 1, 0.1, AT_LEAST) == HOLDS);
    cr_assert(compare_computed(0.85, 1, 0.1, AT_LEAST) == VIOLATED);
    cr_assert(compare_computed(0.85, 1, 0.1, AT_MOST) == HOLDS);
    cr_assert(compare_computed(1.15, 1, 0.1, AT_LEAST) == HOLDS);
    cr_assert(compare_computed(0.85, 1, 0.1, EQUAL) == VIOLATED && compare_computed(1.15, 1, 0.1, EQUAL) == VIOLATED);
    cr_assert(compare_computed(1, 1, 0, EQUAL) == HOLDS);
    for (int place = 0; place < 3; place++)
        for (int sign = AT_MOST; sign <= EQUAL; sign++) {
            const double bad[] = {NAN, INFINITY, -INFINITY};
            for (int b = 0; b < 3; b++) {
                double v[3] = {1, 1, 1};
                v[place] = bad[b];
                cr_assert(compare_computed(v[0], v[1], v[2], (enum sign)sign) == INVALID);
            }
        }
}

Test(compare, intervals_decide_on_one_side) {
    struct interval i = {1, 2};
    cr_assert(compare_interval(i, 2, AT_MOST, 0) == HOLDS && compare_interval(i, 1.99, AT_MOST, 0) == UNDECIDED);
    cr_assert(compare_interval(i, 0.99, AT_MOST, 0) == VIOLATED && compare_interval(i, 1, AT_MOST, 0) == UNDECIDED);
    cr_assert(compare_interval(i, 1, AT_LEAST, 0) == HOLDS && compare_interval(i, 1.01, AT_LEAST, 0) == UNDECIDED);
    cr_assert(compare_interval(i, 2.01, AT_LEAST, 0) == VIOLATED && compare_interval(i, 2, AT_LEAST, 0) == UNDECIDED);
    cr_assert(compare_interval(i, 1.5, EQUAL, 0.5) == HOLDS && compare_interval(i, 2.5, EQUAL, 0.5) == VIOLATED &&
              compare_interval(i, 0.5, EQUAL, 0.5) == VIOLATED);
    cr_assert(compare_interval((struct interval){NAN, 2}, 3, AT_MOST, 0) == INVALID);
    cr_assert(compare_interval((struct interval){0, INFINITY}, -1, AT_MOST, 0) == INVALID);
    cr_assert(compare_interval(i, NAN, AT_MOST, 0) == INVALID);
}

Test(compare, larger_and_smaller_keep_a_nan) {
    cr_assert(larger(1, 2) == 2 && larger(2, 1) == 2 && smaller(1, 2) == 1 && smaller(2, 1) == 1);
    cr_assert(isnan(larger(NAN, 1)) && isnan(larger(1, NAN)) && isnan(smaller(NAN, 1)) && isnan(smaller(1, NAN)));
}

Test(compare, the_nearest_to_failing_is_kept) {
    static const double left[] = {1, 3, 2}, right[] = {2, 3.5, 4};
    struct nearest n = {.sign = AT_MOST};
    for (size_t k = 0; k < 3; k++) nearest_take(&n, k, left[k], right[k], 0.1);
    cr_assert(n.any && n.k == 1 && n.left == 3 && n.right == 3.5 && n.error == 0.1);
    nearest_take(&n, 9, 5, 4, 0.1); /* a failure is nearer than all that hold... */
    nearest_take(&n, 10, 4.2, 4, 0.1);
    cr_assert(n.k == 9);
    nearest_take(&n, 11, NAN, 4, 0.1); /* ...and a NaN nearer still, wherever it is */
    nearest_take(&n, 12, 100, 0, 0.1);
    cr_assert(n.k == 11 && isnan(n.left));
    for (int place = 0; place < 3; place++) {
        double v[3] = {1, 1, 1};
        v[place] = NAN;
        struct nearest other = {.sign = EQUAL, .in_errors = true};
        nearest_take(&other, 1, v[0], v[1], v[2]);
        nearest_take(&other, 2, 9, 1, 0.1);
        cr_assert(other.k == 1, "a NaN in place %d is lost", place);
    }

    struct nearest least = {.sign = AT_LEAST};
    nearest_take(&least, 1, 5, 4, 0);
    nearest_take(&least, 2, 5, 4.5, 0);
    cr_assert(least.k == 2);
    struct nearest equal = {.sign = EQUAL};
    nearest_take(&equal, 1, 1, 1.1, 0);
    nearest_take(&equal, 2, 1.2, 1, 0);
    nearest_take(&equal, 3, 1, 1, 0);
    cr_assert(equal.k == 2);

    /* Of two that differ by roundings the first, but none that holds in place of one that fails. */
    struct nearest tied = {.sign = AT_MOST};
    nearest_take(&tied, 1, 1, 1, 1e-14);
    nearest_take(&tied, 2, 1 + 1e-15, 1, 1e-14);
    cr_assert(tied.k == 1);
    nearest_take(&tied, 3, 1 + 1e-13, 1, 1e-14);
    cr_assert(tied.k == 3);
    nearest_take(&tied, 4, 1 + 1e-15, 1, 1e-14);
    cr_assert(tied.k == 3);

    /* In errors: 0.5 below with an error of 0.001 is far, 10 below with an error of 100 is near. */
    struct nearest relative = {.sign = AT_MOST, .in_errors = true};
    nearest_take(&relative, 1, 90, 100, 100);
    nearest_take(&relative, 2, 1, 1.5, 0.001);
    cr_assert(relative.k == 1);
}
