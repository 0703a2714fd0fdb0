/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vectors of numbers: each lane must be what plain C would compute, NaN and infinity included. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "../verify/numbers/fail.h"
#include "../verify/numbers/pcg.h"
#include "../verify/numbers/real.h"

Test(real, rows_are_plain_indexing) {
    enum { ROWS = 37 };
    struct pcg_lanes lanes = pcg_lanes_of_runs(1, 1, 0);
    for (size_t n = 1; n <= 12; n++) {
        size_t stride = real_stride(n);
        cr_assert(stride >= n && stride < n + 4 && stride % 4 == 0, "width %zu: stride %zu", n, stride);
        double *table = allocate(ROWS * stride, sizeof *table);
        for (size_t i = 0; i < ROWS; i++)
            for (size_t j = 0; j < stride; j++) table[i * stride + j] = j < n ? (double)(100 * i + j) : NAN;
        real a[13];
        for (size_t draw = 0; draw < 200; draw++) {
            for (size_t j = 0; j < 13; j++) a[j] = real_all(-1);
            whole i = pcg_lanes_below(&lanes, ROWS, pcg_surplus(ROWS));
            real_rows(table, n, i, a);
            for (size_t l = 0; l < LANES; l++) {
                for (size_t j = 0; j < n; j++)
                    cr_assert(a[j][l] == table[i[l] * stride + j], "width %zu, column %zu, lane %zu", n, j, l);
                cr_assert(a[n][l] == -1, "width %zu: wrote past the last column", n);
            }
        }
        free(table);
    }
}

Test(real, truth_any_sees_every_lane) {
    cr_assert(!truth_any((truth){0}));
    cr_assert(truth_any(~(truth){0}));
    for (size_t l = 0; l < LANES; l++) {
        truth one = {0};
        one[l] = -1;
        cr_assert(truth_any(one), "lane %zu", l);
        cr_assert(truth_any(real_all(1) > real_where(one, real_all(0), real_all(2))), "lane %zu of a comparison", l);
    }
}

Test(real, where_chooses_and_keeps_every_bit) {
    truth odd;
    real yes, no;
    whole big, small;
    for (unsigned l = 0; l < LANES; l++) {
        odd[l] = -(int64_t)(l % 2);
        yes[l] = l % 3 == 0 ? NAN : -0.0;
        no[l] = l % 3 == 0 ? -INFINITY : 5;
        big[l] = UINT64_MAX - l;
        small[l] = l;
    }
    real a = real_where(odd, yes, no);
    whole b = whole_where(odd, big, small);
    for (size_t l = 0; l < LANES; l++) {
        double expected = odd[l] ? yes[l] : no[l], got = a[l];
        cr_assert(memcmp(&expected, &got, sizeof got) == 0, "lane %zu", l);
        cr_assert(b[l] == (odd[l] ? big[l] : small[l]), "lane %zu", l);
    }
}

Test(real, finite_abs_and_max) {
    static const double cases[] = {0, -0.0, 1, -1, 0x1p-1074, -1e308, 1e308, INFINITY, -INFINITY, NAN, -NAN};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t l = 0; l < LANES; l++) {
            /* The case in one lane only, so that no lane speaks for another. */
            real a = real_all(-2);
            a[l] = cases[i];
            truth finite = real_finite(a);
            real size = real_abs(a), most = real_max(a, real_all(-1.5));
            for (size_t q = 0; q < LANES; q++) {
                cr_assert(finite[q] == -(q != l || isfinite(cases[i])), "%g, lane %zu", cases[i], q);
                double expected = fabs(a[q]);
                cr_assert(isnan(a[q]) ? isnan(size[q]) : size[q] == expected && !signbit(size[q]), "|%g|", a[q]);
                if (!isnan(a[q])) cr_assert(most[q] == fmax(a[q], -1.5), "max of %g", a[q]);
            }
        }
}

Test(real, dot_is_the_sum_of_products) {
    for (size_t n = 0; n <= 7; n++) {
        real a[7], b[7];
        double sum[LANES] = {0};
        for (size_t j = 0; j < n; j++)
            for (size_t l = 0; l < LANES; l++) {
                a[j][l] = (double)(3 * j + l);
                b[j][l] = (double)j - (double)(2 * l);
                sum[l] += a[j][l] * b[j][l]; /* whole numbers: no rounding, so any order gives the same */
            }
        real dot = real_dot(n, a, b);
        for (size_t l = 0; l < LANES; l++) cr_assert(dot[l] == sum[l], "length %zu, lane %zu", n, l);
    }
}

/* ---- elementary functions ---- */

/* libmvec promises 4 ulp, libm about 1: they may differ by 5 ulp of the result. */
static void check_function(const char *name, real (*vector)(real), double (*scalar)(double), double low, double high) {
    struct pcg_lanes lanes = pcg_lanes_of_runs(2, 2, 0);
    for (size_t i = 0; i < 4000; i++) {
        real x = low + (high - low) * pcg_lanes_unit(&lanes);
        if (i % 2) x *= pcg_lanes_unit(&lanes) * 1e-3; /* near 0, where relative errors are easily lost */
        if (i == 0) x = real_all(0);
        real y = vector(x);
        for (size_t l = 0; l < LANES; l++) {
            double exact = scalar(x[l]), ulp = nextafter(fabs(exact), INFINITY) - fabs(exact);
            cr_assert(fabs(y[l] - exact) <= 5 * ulp, "%s(%.17g) = %.17g, libm has %.17g", name, x[l], y[l], exact);
        }
    }
}

/* One odd argument among ordinary ones: the answer must be that of libm, and stay in its lane. */
static void check_special(const char *name, real (*vector)(real), double (*scalar)(double), double special) {
    for (size_t l = 0; l < LANES; l++) {
        real x = real_all(0.5);
        x[l] = special;
        real y = vector(x);
        for (size_t q = 0; q < LANES; q++) {
            double exact = scalar(x[q]);
            bool same = isnan(exact) ? isnan(y[q]) : isinf(exact) ? y[q] == exact : fabs(y[q] - exact) <= 1e-14;
            cr_assert(same, "%s(%g) = %g in lane %zu beside %g, libm has %g", name, x[q], y[q], q, special, exact);
        }
    }
}

static const struct {
    const char *name;
    real (*vector)(real);
    double (*scalar)(double);
    double low, high;
} functions[] = {
    {"exp", real_exp, exp, -700, 700},
    {"log1p", real_log1p, log1p, -0.999, 1e6},
    {"sin", real_sin, sin, -100, 100},
    {"tanh", real_tanh, tanh, -25, 25},
};

Test(real, functions_agree_with_libm) {
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        check_function(functions[i].name, functions[i].vector, functions[i].scalar, functions[i].low,
                       functions[i].high);
        /* And where the problems use them. */
        check_function(functions[i].name, functions[i].vector, functions[i].scalar, i == 1 ? 0 : -4, i == 1 ? 1 : 4);
    }
}

Test(real, functions_let_nan_and_infinity_through) {
    static const double special[] = {NAN, INFINITY, -INFINITY, 0.0, -0.0, 1000, -1000};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        for (size_t s = 0; s < sizeof special / sizeof *special; s++)
            check_special(functions[i].name, functions[i].vector, functions[i].scalar, special[s]);
}

Test(real, compensated_sums_do_not_drift) {
    struct compensated ones = {0};
    real naive = {0};
    for (size_t i = 0; i < 1000000; i++) {
        compensated_add(&ones, real_all(0.1));
        naive += 0.1;
    }
    double right = 100000.0 + 1e6 * (0.1 - 1.0 / 10); /* as 0.1 is the nearest number to a tenth */
    cr_assert(fabs(compensated_value(&ones)[0] - right) < 1e-10 && fabs(naive[0] - right) > 1e-7);
    /* Small ones before a large one and after. */
    struct compensated mixed = {0};
    static const double terms[] = {1, 1e100, 1, -1e100};
    for (size_t i = 0; i < 4; i++) compensated_add(&mixed, real_all(terms[i]));
    for (int l = 0; l < LANES; l++) cr_assert(compensated_value(&mixed)[l] == 2);
    compensated_add(&mixed, real_all(NAN));
    cr_assert(isnan(compensated_value(&mixed)[0]));
}
