/* Numbers: one `real` is many runs.
 *
 * An expectation needs 10^4 to 10^7 runs, so every number of a run is a vector with one run in each
 * of its LANES lanes.  Formulas on scalars and on `real` look alike, because GNU C applies + - * /
 * lane by lane and spreads a scalar over all lanes: g[j] = mu * x[j] - s * a[j].
 *
 * Nothing here may assume that numbers are finite: a NaN in a run must reach the verdict.
 */
#ifndef DESCENT_REAL_H
#define DESCENT_REAL_H

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { LANES = 16 };

typedef double real __attribute__((vector_size(LANES * sizeof(double))));      /* one number in each of LANES runs */
typedef uint64_t whole __attribute__((vector_size(LANES * sizeof(uint64_t)))); /* the same for whole numbers */
typedef int64_t truth __attribute__((vector_size(LANES * sizeof(int64_t))));   /* comparisons: -1 true, 0 false */

/* glibc has these functions for whole vectors (libmvec, at most 4 ulp off).  This declaration, which
 * its own headers make under -ffast-math only, lets the loops below reach them; elsewhere the same
 * loops call the scalar function. */
#if defined(__GLIBC__) && defined(__x86_64__)
#pragma omp declare simd notinbranch
double exp(double);
#pragma omp declare simd notinbranch
double log1p(double);
#pragma omp declare simd notinbranch
double sin(double);
#pragma omp declare simd notinbranch
double tanh(double);
#endif

/* The same number in every lane. */
static inline real real_all(double a) {
    double in[LANES]; /* gcc 12 would make `(real){0} + a` of sixteen single stores */
    for (int l = 0; l < LANES; l++) in[l] = a;
    real y;
    memcpy(&y, in, sizeof y);
    return y;
}
static inline whole whole_all(uint64_t a) {
    uint64_t in[LANES];
    for (int l = 0; l < LANES; l++) in[l] = a;
    whole y;
    memcpy(&y, in, sizeof y);
    return y;
}

/* 0, 1, ..., LANES - 1. */
static inline whole whole_numbered(void) {
    whole number = {0};
    for (unsigned l = 0; l < LANES; l++) number[l] = l;
    return number;
}

/* As many lanes as one register of the machine holds. */
typedef double real_part __attribute__((vector_size(__BIGGEST_ALIGNMENT__)));
typedef uint64_t whole_part __attribute__((vector_size(__BIGGEST_ALIGNMENT__)));
typedef int64_t truth_part __attribute__((vector_size(__BIGGEST_ALIGNMENT__)));

/* Comparisons, register by register: gcc 12 makes those of wider vectors number by number. */
static inline truth real_less(real a, real b) {
    truth t;
    for (size_t h = 0; h < sizeof t; h += sizeof(real_part)) {
        real_part p, q;
        memcpy(&p, (const char *)&a + h, sizeof p);
        memcpy(&q, (const char *)&b + h, sizeof q);
        truth_part less = p < q;
        memcpy((char *)&t + h, &less, sizeof less);
    }
    return t;
}
static inline truth real_at_most(real a, real b) {
    truth t;
    for (size_t h = 0; h < sizeof t; h += sizeof(real_part)) {
        real_part p, q;
        memcpy(&p, (const char *)&a + h, sizeof p);
        memcpy(&q, (const char *)&b + h, sizeof q);
        truth_part at_most = p <= q;
        memcpy((char *)&t + h, &at_most, sizeof at_most);
    }
    return t;
}
static inline truth whole_is(whole a, uint64_t number) {
    truth t;
    for (size_t h = 0; h < sizeof t; h += sizeof(whole_part)) {
        whole_part p;
        memcpy(&p, (const char *)&a + h, sizeof p);
        truth_part is = p == number;
        memcpy((char *)&t + h, &is, sizeof is);
    }
    return t;
}
/* low <= a <= high; false for a NaN. */
static inline truth real_between(double low, real a, double high) {
    truth t;
    for (size_t h = 0; h < sizeof t; h += sizeof(real_part)) {
        real_part p;
        memcpy(&p, (const char *)&a + h, sizeof p);
        truth_part between = (low <= p) & (p <= high);
        memcpy((char *)&t + h, &between, sizeof between);
    }
    return t;
}

/* yes where t is true, no elsewhere. */
static inline real real_where(truth t, real yes, real no) {
    return (real)(((truth)yes & t) | ((truth)no & ~t));
}
static inline whole whole_where(truth t, whole yes, whole no) {
    return (whole)(((truth)yes & t) | ((truth)no & ~t));
}

static inline real real_abs(real a) {
    return (real)((truth)a & INT64_MAX);
}
static inline real real_max(real a, real b) {
    return real_where(real_less(b, a), a, b);
}

/* True lanes only where the number is neither NaN nor infinite. */
static inline truth real_finite(real a) {
    return real_between(-DBL_MAX, a, DBL_MAX);
}

/* Whether t is true in at least one lane.  Halving keeps it to a few instructions. */
static inline bool truth_any(truth t) {
    typedef int64_t half __attribute__((vector_size(LANES / 2 * sizeof(int64_t))));
    typedef int64_t quarter __attribute__((vector_size(LANES / 4 * sizeof(int64_t))));
    half low, high;
    memcpy(&low, &t, sizeof low);
    memcpy(&high, (const char *)&t + sizeof low, sizeof high);
    low |= high;
    quarter a, b;
    memcpy(&a, &low, sizeof a);
    memcpy(&b, (const char *)&low + sizeof a, sizeof b);
    a |= b;
    return (a[0] | a[1] | a[2] | a[3]) != 0; /* the compiler refuses an index that a quarter does not have */
}

/* The sum of all lanes, in their order. */
static inline double real_sum(real a) {
    double sum = 0;
    for (int l = 0; l < LANES; l++) sum += a[l];
    return sum;
}

static inline real real_sqrt(real x) {
    real y;
    for (int l = 0; l < LANES; l++) y[l] = sqrt(x[l]);
    return y;
}
static inline real real_exp(real x) {
    double in[LANES], out[LANES];
    memcpy(in, &x, sizeof in);
#pragma omp simd
    for (int l = 0; l < LANES; l++) out[l] = exp(in[l]);
    real y;
    memcpy(&y, out, sizeof y);
    return y;
}
static inline real real_log1p(real x) {
    double in[LANES], out[LANES];
    memcpy(in, &x, sizeof in);
#pragma omp simd
    for (int l = 0; l < LANES; l++) out[l] = log1p(in[l]);
    real y;
    memcpy(&y, out, sizeof y);
    return y;
}
static inline real real_sin(real x) {
    double in[LANES], out[LANES];
    memcpy(in, &x, sizeof in);
#pragma omp simd
    for (int l = 0; l < LANES; l++) out[l] = sin(in[l]);
    real y;
    memcpy(&y, out, sizeof y);
    return y;
}
static inline real real_tanh(real x) {
    double in[LANES], out[LANES];
    memcpy(in, &x, sizeof in);
#pragma omp simd
    for (int l = 0; l < LANES; l++) out[l] = tanh(in[l]);
    real y;
    memcpy(&y, out, sizeof y);
    return y;
}

/* <a, b> for vectors of n entries.  Register by register, as gcc keeps a wider sum in memory. */
static inline real real_dot(size_t n, const real a[], const real b[]) {
    real sum;
    for (size_t h = 0; h < sizeof sum; h += sizeof(real_part)) {
        real_part even = {0}, odd = {0}; /* two sums, so that one addition need not wait for the other */
        for (size_t j = 0; j < n; j++) {
            real_part p, q;
            memcpy(&p, (const char *)&a[j] + h, sizeof p);
            memcpy(&q, (const char *)&b[j] + h, sizeof q);
            if (j % 2 == 0)
                even += p * q;
            else
                odd += p * q;
        }
        even += odd;
        memcpy((char *)&sum + h, &even, sizeof even);
    }
    return sum;
}

/* a += c b for vectors of n entries. */
static inline void real_add_scaled(size_t n, real a[], double c, const real b[]) {
    double *to = (double *)a;
    const double *from = (const double *)b;
#pragma omp simd
    for (size_t j = 0; j < n * LANES; j++) to[j] += c * from[j];
}

/* How many doubles apart the rows of a table with n columns must lie for real_rows. */
static inline size_t real_stride(size_t n) {
    return (n + 3) / 4 * 4;
}

#define REAL_SHUFFLE __builtin_shufflevector /* one name for what gcc (12 on) and clang share */

/* Four columns of eight rows, turned so that each column lies along the lanes. */
typedef double real_8 __attribute__((vector_size(64)));
static inline real_8 real_join(const double low[], const double high[]) {
    typedef double real_4 __attribute__((vector_size(32)));
    real_4 a, b;
    memcpy(&a, low, sizeof a);
    memcpy(&b, high, sizeof b);
    return REAL_SHUFFLE(a, b, 0, 1, 2, 3, 4, 5, 6, 7);
}
static inline void real_columns(const double *const row[8], size_t j, real_8 column[4]) {
    real_8 a = real_join(row[0] + j, row[4] + j), b = real_join(row[1] + j, row[5] + j);
    real_8 c = real_join(row[2] + j, row[6] + j), d = real_join(row[3] + j, row[7] + j);
    real_8 ab_even = REAL_SHUFFLE(a, b, 0, 8, 2, 10, 4, 12, 6, 14);
    real_8 ab_odd = REAL_SHUFFLE(a, b, 1, 9, 3, 11, 5, 13, 7, 15);
    real_8 cd_even = REAL_SHUFFLE(c, d, 0, 8, 2, 10, 4, 12, 6, 14);
    real_8 cd_odd = REAL_SHUFFLE(c, d, 1, 9, 3, 11, 5, 13, 7, 15);
    column[0] = REAL_SHUFFLE(ab_even, cd_even, 0, 1, 8, 9, 4, 5, 12, 13);
    column[1] = REAL_SHUFFLE(ab_odd, cd_odd, 0, 1, 8, 9, 4, 5, 12, 13);
    column[2] = REAL_SHUFFLE(ab_even, cd_even, 2, 3, 10, 11, 6, 7, 14, 15);
    column[3] = REAL_SHUFFLE(ab_odd, cd_odd, 2, 3, 10, 11, 6, 7, 14, 15);
}

/* Row i of a table in each lane, another i in each: a[j] = table[i * real_stride(n) + j], 0 <= j < n.
 * Reading whole rows and turning them in registers takes about half the time of gathering single
 * numbers; it is the dearest part of a step on the logistic regression. */
static inline void real_rows(const double table[], size_t n, whole i, real a[]) {
    uint64_t index[LANES];
    memcpy(index, &i, sizeof index);
    const size_t stride = real_stride(n);
    for (size_t h = 0; h < LANES; h += 8) {
        const double *const row[8] = {table + index[h] * stride,     table + index[h + 1] * stride,
                                      table + index[h + 2] * stride, table + index[h + 3] * stride,
                                      table + index[h + 4] * stride, table + index[h + 5] * stride,
                                      table + index[h + 6] * stride, table + index[h + 7] * stride};
        for (size_t j = 0; j < n; j += 4) {
            real_8 column[4];
            real_columns(row, j, column);
            for (size_t q = 0; q < 4 && j + q < n; q++)
                memcpy((char *)&a[j + q] + h * sizeof(double), &column[q], sizeof column[q]);
        }
    }
}

/* A sum that keeps what its additions round off, so that its error does not grow with their number (Neumaier 1974). */
struct compensated {
    real sum, lost;
};
static inline void compensated_add(struct compensated *s, real x) {
    real sum = s->sum + x;
    truth larger_first = ~real_less(real_abs(s->sum), real_abs(x));
    s->lost += real_where(larger_first, (s->sum - sum) + x, (x - sum) + s->sum);
    s->sum = sum;
}
static inline real compensated_value(const struct compensated *s) {
    return s->sum + s->lost;
}

#endif
