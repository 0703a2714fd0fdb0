/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `descent trace`, the program itself: each rule against one written anew in scalar long double, and what it says to input
 * that it cannot use.  (make compare holds the rules against PyTorch and 50-digit arithmetic.) */
#include <criterion/criterion.h>
#include <gsl/gsl_randist.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../verify/claims/theorem.h"
#include "../verify/numbers/pcg.h"

enum { STEPS = 50, SIZE = 6, TEXT = 1 << 16 };

/* What a command left behind. */
struct outcome {
    int status;
    char out[TEXT], err[TEXT];
};

static void read_all(const char *path, char text[TEXT]) {
    FILE *file = fopen(path, "r");
    cr_assert(file, "cannot read %s", path);
    text[fread(text, 1, TEXT - 1, file)] = 0;
    fclose(file);
    unlink(path);
}

/* `descent trace WORDS` with that on standard input. */
static struct outcome *traced(const char *words, const char *input, size_t length) {
    static struct outcome o;
    char in[] = "/tmp/descent-test-XXXXXX", out[64], err[64], command[1024];
    int fd = mkstemp(in);
    cr_assert(fd >= 0 && write(fd, input, length) == (ssize_t)length && close(fd) == 0);
    snprintf(out, sizeof out, "%s.out", in);
    snprintf(err, sizeof err, "%s.err", in);
    snprintf(command, sizeof command, "%s trace %s <%s >%s 2>%s", DESCENT_PROGRAM, words, in, out, err);
    int status = system(command);
    o.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    read_all(out, o.out);
    read_all(err, o.err);
    unlink(in);
    return &o;
}

/* ---- the rules ---- */

/* STEPS gradients of `dim` numbers, of different sizes. */
static void draw(size_t dim, double g[STEPS][SIZE]) {
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    gsl_rng_set(rng, 7);
    for (size_t k = 0; k < STEPS; k++)
        for (size_t j = 0; j < dim; j++) g[k][j] = gsl_ran_gaussian(rng, 1) * pow(10, (double)(j % 3) - 1);
    gsl_rng_free(rng);
}

static const double start[SIZE] = {0.05, -0.075, 0.1125, 0.02, -0.04, 0.06};

/* The path by the program. */
static void path_of(const char *words, size_t dim, double x[STEPS][SIZE]) {
    double g[STEPS][SIZE];
    char input[TEXT] = "", command[512], *end = input;
    draw(dim, g);
    for (size_t k = 0; k < STEPS; k++)
        for (size_t j = 0; j < dim; j++) end += sprintf(end, "%.17g%c", g[k][j], j + 1 < dim ? ' ' : '\n');
    int used = snprintf(command, sizeof command, "%s --x0 ", words);
    for (size_t j = 0; j < dim; j++) used += snprintf(command + used, 64, "%.17g%s", start[j], j + 1 < dim ? "," : "");
    struct outcome *o = traced(command, input, strlen(input));
    cr_assert(o->status == 0 && !o->err[0], "%s: exit %d, %s", words, o->status, o->err);
    char *rest = o->out;
    for (size_t k = 0; k < STEPS; k++)
        for (size_t j = 0; j < dim; j++) x[k][j] = strtod(rest, &rest);
    cr_assert(rest[strspn(rest, "\n")] == 0, "%s: more output than %d lines", words, STEPS);
}

/* One coordinate's rule; m and v are its memory, k counts from 1. */
typedef long double rule(size_t k, long double x, long double g, long double *m, long double *v, long double *top);

static void agree(const char *words, rule *step) {
    double g[STEPS][SIZE], x[STEPS][SIZE];
    draw(3, g);
    path_of(words, 3, x);
    for (size_t j = 0; j < 3; j++) {
        long double at = start[j], m = 0, v = 0, top = 0;
        for (size_t k = 1; k <= STEPS; k++) {
            at = step(k, at, g[k - 1][j], &m, &v, &top);
            cr_assert(fabsl(at - x[k - 1][j]) <= 1e-13L * (fabsl(at) + 0.01L),
                      "%s, coordinate %zu after step %zu: %.17g, not %.17Lg", words, j, k, x[k - 1][j], at);
        }
    }
}

static long double sgd(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    (void)k, (void)m, (void)v, (void)top;
    return x - 0.003L * g;
}
static long double sgd_root(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    (void)m, (void)v, (void)top;
    return x - 0.003L * g / sqrtl(k);
}
static long double sgd_pl(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    (void)m, (void)v, (void)top;
    return x - (2 * k - 1) * g / (2 * 4.0L * k * k);
}
static long double sgd_average(size_t k, long double x, long double g, long double *m, long double *v,
                               long double *top) {
    if (k == 1) *m = x; /* m: the iterate, v: sum of alpha x, top: of alpha */
    long double alpha = 0.003L / sqrtl(k);
    *v += alpha * *m;
    *top += alpha;
    *m -= alpha * g;
    return *v / *top;
}
static long double heavy_ball(size_t k, long double x, long double g, long double *m, long double *v,
                              long double *top) {
    (void)v, (void)top;
    long double next = x - 0.003L * g + 0.9L * (k == 1 ? 0 : x - *m);
    *m = x;
    return next;
}
static long double nesterov(size_t k, long double y, long double g, long double *m, long double *v, long double *top) {
    (void)v, (void)top;
    long double before = k == 1 ? y : *m, next = y - 0.003L * g;
    *m = next;
    return next + 0.9L * (next - before);
}
static long double adagrad(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    (void)k, (void)m, (void)top;
    *v += g * g;
    return x - 0.003L * g / sqrtl(*v + 1e-6L);
}
static long double rmsprop(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    (void)k, (void)m, (void)top;
    *v = 0.8L * *v + 0.2L * g * g;
    return x - 0.003L * g / sqrtl(*v + 1e-6L);
}
static long double adadelta(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    (void)k, (void)top;
    *v = 0.8L * *v + 0.2L * g * g;
    long double step = sqrtl(*m + 1e-6L) / sqrtl(*v + 1e-6L) * g;
    *m = 0.8L * *m + 0.2L * step * step;
    return x - 0.3L * step;
}
static long double lion(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    (void)k, (void)v, (void)top;
    long double towards = 0.8L * *m + 0.2L * g;
    *m = 0.95L * *m + 0.05L * g;
    return x - 0.003L * ((towards > 0 ? 1 : -1) + 0.3L * x);
}
/* As the paper counts: x_{k+1} by v_k, then v_{k+1} by the gradient at x_{k+1}.  What is printed is its next x. */
static long double nag_gs(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    const long double h = 0.03L, mu = 0.5L;
    if (k == 1) {
        *v = x;
        *top = 2;
    }
    (void)m;
    /* The solution of v_new = v + h (mu / gamma (x - v_new) - g / gamma). */
    *v = (*v + h * mu / *top * x - h * g / *top) / (1 + h * mu / *top);
    *top += h * (mu - *top) / (1 + h); /* of gamma_new = gamma + h (mu - gamma_new) */
    return x + h * (*v - x) / (1 + h); /* of x_new = x + h (v - x_new) */
}
static long double moments(long double g, long double *m, long double *v, long double share_1, long double share_2) {
    *m = 0.8L * *m + 0.2L * g;
    *v = 0.95L * *v + 0.05L * g * g;
    return *m / share_1 / (sqrtl(*v / share_2) + 1e-4L);
}
static long double corrected(size_t k, long double g, long double *m, long double *v) {
    return moments(g, m, v, 1 - powl(0.8L, k), 1 - powl(0.95L, k));
}
static long double adam(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    (void)top;
    return x - 0.003L * corrected(k, g, m, v);
}
static long double adam_uncorrected(size_t k, long double x, long double g, long double *m, long double *v,
                                    long double *top) {
    (void)k, (void)top;
    return x - 0.003L * moments(g, m, v, 1, 1);
}
static long double adam_l2(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    (void)top;
    return x - 0.003L * corrected(k, g + 0.3L * x, m, v);
}
static long double adamw(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    (void)top;
    return x - 0.003L * (corrected(k, g, m, v) + 0.3L * x);
}
static long double amsgrad(size_t k, long double x, long double g, long double *m, long double *v, long double *top) {
    (void)k;
    moments(g, m, v, 1, 1);
    *top = fmaxl(*top, *v);
    return x - 0.003L * *m / (sqrtl(*top) + 1e-4L);
}

Test(trace, each_rule_as_written_anew) {
    agree("sgd --alpha 0.003", sgd);
    agree("sgd --alpha 0.003 --schedule root", sgd_root);
    agree("sgd --schedule pl --mu 4", sgd_pl);
    agree("sgd --alpha 0.003 --schedule root --average", sgd_average);
    agree("heavy_ball --alpha 0.003 --momentum 0.9", heavy_ball);
    agree("nesterov --alpha 0.003 --momentum 0.9", nesterov);
    agree("adagrad --alpha 0.003 --eps 1e-6", adagrad);
    agree("rmsprop --alpha 0.003 --gamma 0.8 --eps 1e-6", rmsprop);
    agree("nag_gs --alpha 0.03 --gamma 2 --damping 0.5", nag_gs);
    agree("adadelta --alpha 0.3 --gamma 0.8 --eps 1e-6", adadelta);
    agree("lion --alpha 0.003 --beta1 0.8 --beta2 0.95 --weight-decay 0.3", lion);
    agree("adam --alpha 0.003 --beta1 0.8 --beta2 0.95 --eps 1e-4", adam);
    agree("adam_uncorrected --alpha 0.003 --beta1 0.8 --beta2 0.95 --eps 1e-4", adam_uncorrected);
    agree("adam_l2 --alpha 0.003 --beta1 0.8 --beta2 0.95 --eps 1e-4 --weight-decay 0.3", adam_l2);
    agree("amsgrad --alpha 0.003 --beta1 0.8 --beta2 0.95 --eps 1e-4", amsgrad);
    agree("adamw --alpha 0.003 --beta1 0.8 --beta2 0.95 --eps 1e-4 --weight-decay 0.3", adamw);
}

/* Two rows: eigenvalues and vectors of a symmetric 2 x 2 matrix have formulas.  out = the matrix to the power p. */
static void power_2x2(const long double a[4], long double p, long double out[4]) {
    long double middle = (a[0] + a[3]) / 2, apart = hypotl((a[0] - a[3]) / 2, a[1]);
    long double high = middle + apart, low = (a[0] * a[3] - a[1] * a[1]) / high, f = powl(high, p), g = powl(low, p);
    long double slope = (f - g) / (high - low);
    for (size_t e = 0; e < 4; e++) out[e] = slope * a[e];
    out[0] += f - slope * high;
    out[3] += f - slope * high;
}

/* c = a b, or a' b, or a b', all 2 x 2. */
static void product_2x2(const long double a[4], bool turn_a, const long double b[4], bool turn_b, long double c[4]) {
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < 2; j++) {
            c[2 * i + j] = 0;
            for (size_t l = 0; l < 2; l++)
                c[2 * i + j] += a[turn_a ? 2 * l + i : 2 * i + l] * b[turn_b ? 2 * j + l : 2 * l + j];
        }
}

Test(trace, matrix_rules_on_two_by_two) {
    static const char *const words[] = {"shampoo --alpha 0.003 --beta2 0.8 --shape 2x2",
                                        "shampoo --alpha 0.003 --beta2 1 --shape 2x2",
                                        "muon --alpha 0.003 --momentum 0.8 --shape 2x2"};
    for (size_t which = 0; which < COUNT(words); which++) {
        double g[STEPS][SIZE], x[STEPS][SIZE];
        draw(4, g);
        path_of(words[which], 4, x);
        long double w[4], left[4] = {0}, right[4] = {0}, m[4] = {0};
        for (size_t e = 0; e < 4; e++) w[e] = start[e];
        for (size_t k = 0; k < STEPS; k++) {
            long double big[4], square[4], a[4], b[4], half[4], step[4];
            for (size_t e = 0; e < 4; e++) big[e] = g[k][e];
            long double keep = which == 0 ? 0.8L : 1, add = which == 0 ? 0.2L : 1;
            product_2x2(big, false, big, true, square);
            for (size_t e = 0; e < 4; e++) left[e] = keep * left[e] + add * square[e];
            product_2x2(big, true, big, false, square);
            for (size_t e = 0; e < 4; e++) right[e] = keep * right[e] + add * square[e];
            for (size_t e = 0; e < 4; e++) m[e] = 0.8L * m[e] + big[e];
            if (which == 2) { /* U V' = M (M'M)^{-1/2} */
                product_2x2(m, true, m, false, square);
                power_2x2(square, -0.5L, a);
                product_2x2(m, false, a, false, step);
            } else {
                power_2x2(left, -0.25L, a);
                power_2x2(right, -0.25L, b);
                product_2x2(a, false, big, false, half);
                product_2x2(half, false, b, false, step);
            }
            for (size_t e = 0; e < 4; e++) {
                w[e] -= 0.003L * step[e];
                cr_assert(fabsl(w[e] - x[k][e]) <= 1e-12L * (fabsl(w[e]) + 0.01L),
                          "%s, entry %zu after step %zu: %.17g, not %.17Lg", words[which], e, k + 1, x[k][e], w[e]);
            }
        }
    }
}

/* The numbers that a trace prints, within so much of these. */
static void comes_near(const char *words, const char *input, size_t count, const double right[], double within) {
    struct outcome *o = traced(words, input, strlen(input));
    cr_assert(o->status == 0, "%s: exit %d, %s", words, o->status, o->err);
    char *rest = o->out;
    for (size_t i = 0; i < count; i++) {
        double x = strtod(rest, &rest);
        cr_assert(fabs(x - right[i]) <= within, "%s: number %zu is %.17g, not %.17g", words, i + 1, x, right[i]);
    }
}

/* In the plane: a turn by the angle atan(alpha) towards -g, if that is across x, and a length that stays. */
Test(trace, fromage_keeps_the_length_of_x_across) {
    comes_near("fromage --alpha 0.75 --x0 3,4", "4e200 -3e200\n", 2, (const double[]){0, 5}, 1e-15);
    comes_near("fromage --alpha 0.75 --x0 3e-170,4e-170", "-4e-300 3e-300\n", 2, (const double[]){4.8e-170, 1.4e-170},
               1e-184);
    comes_near("fromage --alpha 0.75 --x0 3,4", "0.3 0.4\n", 2, (const double[]){0.6, 0.8}, 1e-15);
    comes_near("fromage --alpha 0.75 --x0 3,4", "0 0\n", 2, (const double[]){2.4, 3.2}, 1e-15);
    comes_near("fromage --alpha 0.75", "10 -20\n", 2, (const double[]){-6, 12}, 1e-14);
}

static void prints(const char *words, const char *input, const char *output) {
    struct outcome *o = traced(words, input, strlen(input));
    cr_assert(o->status == 0 && !o->err[0], "%s: exit %d, %s", words, o->status, o->err);
    cr_assert_str_eq(o->out, output, "%s: printed %s", words, o->out);
}

Test(trace, a_box_holds_every_coordinate) {
    prints("sgd --alpha 1 --box -1,0.5", "3 -3\n-0.25 0.25\n", "-1 0.5\n-0.75 0.25\n");
    prints("heavy_ball --alpha 1 --momentum 0.5 --box -1,1", "3\n0\n-0.5\n", "-1\n-1\n-0.5\n");
    prints("nesterov --alpha 1 --momentum 0.5 --box -1,1", "0.5\n0.5\n", "-0.75\n-1\n");
    prints("muon --alpha 2 --shape 1x2 --box -1,1", "3 4\n", "-1 -1\n");
    prints("adam --alpha 2 --box -1,1 --x0 0.5", "7\n", "-1\n");
    prints("lion --alpha 2 --box -1,1 --x0 0.5", "7\n", "-1\n");
    /* v goes to -4, x to -2 and is held at -1; then v to -2.5, and x is held again. */
    prints("nag_gs --alpha 1 --box -1,4", "8\n0\n-16\n", "-1\n-1\n2.625\n");
    /* AdaGrad's first step is alpha, its second alpha / sqrt(2) for the same gradient: from the border, not from beyond. */
    prints("adagrad --alpha 2 --eps 0 --box -1,1", "1\n-1\n", "-1\n0.41421356237309492\n");
}

Test(trace, gradients_may_be_apart_by_blanks_or_commas) {
    prints("sgd --alpha 1", "1,2,3\n", "-1 -2 -3\n");
    prints("sgd --alpha 1", "1.0,2\n", "-1 -2\n");
    prints("sgd --alpha 1", "1, 2\n", "-1 -2\n");
    prints("sgd --alpha 1", "  1 ,\t2 \r\n3 4", "-1 -2\n-4 -6\n");
}

Test(trace, a_byte_order_mark_is_no_part_of_the_first_number) {
    prints("sgd --alpha 1",
           "\xef\xbb\xbf"
           "1\n2\n",
           "-1\n-3\n");
}

/* What is saved after each line and taken up again is the trace of all lines. */
Test(trace, goes_on_where_it_was_saved) {
    static const char *const rules[] = {"sgd --alpha 0.3 --schedule root --average",
                                        "heavy_ball --alpha 0.1",
                                        "adam",
                                        "amsgrad",
                                        "adagrad",
                                        "muon --shape 2x1",
                                        "shampoo --shape 1x2"};
    static const char *const lines[] = {"1 -2\n", "0.3 4\n", "-1e-3 0.5\n"};
    char file[] = "/tmp/descent-test-XXXXXX", words[256], all[64] = "", printed[TEXT] = "";
    cr_assert(close(mkstemp(file)) == 0);
    for (size_t r = 0; r < COUNT(rules); r++) {
        all[0] = printed[0] = 0;
        for (size_t i = 0; i < COUNT(lines); i++) {
            int used = snprintf(words, sizeof words, "%s --save %s", rules[r], file);
            if (i) snprintf(words + used, sizeof words - (size_t)used, " --resume %s", file);
            struct outcome *o = traced(words, lines[i], strlen(lines[i]));
            cr_assert(o->status == 0 && !o->err[0], "%s: exit %d, %s", words, o->status, o->err);
            strcat(printed, o->out);
            strcat(all, lines[i]);
        }
        prints(rules[r], all, printed);
    }
    unlink(file);
}

/* ---- what cannot be used ---- */

/* Exit status 2, nothing on standard output, one line on standard error with these words in it. */
static void refuses(const char *words, const char *input, const char *expected) {
    struct outcome *o = traced(words, input, strlen(input));
    cr_assert(o->status == 2, "%s: exit %d", words, o->status);
    cr_assert(!o->out[0], "%s: printed %s", words, o->out);
    cr_assert(strchr(o->err, '\n') == o->err + strlen(o->err) - 1, "%s: not one line: %s", words, o->err);
    cr_assert(strstr(o->err, expected), "%s: '%s' is not in: %s", words, expected, o->err);
}

Test(trace, refuses_gradients_that_it_cannot_use) {
    refuses("adam", "", "standard input is empty");
    refuses("adam", "1 2 3\n4 5\n", "line 2: 2 numbers, but line 1 has 3");
    refuses("adam", "1 2\n4 5 6\n", "line 2: 3 numbers, but line 1 has 2");
    refuses("adam", "1 2\n\n3 4\n", "line 2: no numbers");
    refuses("adam", "1 two\n", "line 1: 'two' is not a number");
    refuses("adam", "1 2x\n", "line 1: '2x' is not a number");
    refuses("adam", "1 2\n1 nan\n", "line 2: 'nan' is not a finite number");
    refuses("adam", "1 -inf\n", "line 1: '-inf' is not a finite number");
    refuses("adam", "1e999\n", "line 1: '1e999' is not a finite number");
    refuses("adam", "1,,2\n", "line 1: '' is not a number");
    refuses("adam", "1,\n", "line 1: it ends in a comma");
    refuses("adam", "1\r2\r", "line 1: '1?2' is not a number");
    refuses("adam --x0 1,2", "1 2 3\n", "line 1: 3 numbers, but --x0 has 2");
    refuses("muon --shape 2x2", "1 2 3\n", "line 1: 3 numbers, but --shape needs 4");
    struct outcome *o = traced("adam", "1 2\n3 \0 4\n", 10);
    cr_assert(o->status == 2 && !o->out[0] && strstr(o->err, "line 2: a zero byte"));
    char *wide = malloc(200001); /* one line of 100000 numbers */
    for (size_t i = 0; i < 100000; i++) memcpy(wide + 2 * i, "1 ", 2);
    wide[200000] = 0;
    refuses("adam", wide, "line 1: more than 65536 numbers");
    free(wide);
}

Test(trace, refuses_what_may_be_one_number_or_two) {
    refuses("sgd", "0,5\n", "line 1: '0,5' may be one number or two");
    refuses("sgd", "1 2\n0.3 -0,5\n", "line 2: '-0,5' may be one number or two");
}

Test(trace, refuses_to_go_on_from_something_else) {
    char file[] = "/tmp/descent-test-XXXXXX", words[256];
    cr_assert(close(mkstemp(file)) == 0);
    snprintf(words, sizeof words, "adam --resume %s", file);
    refuses(words, "1 2\n", "not a file that trace --save has made");
    snprintf(words, sizeof words, "adam --save %s", file);
    cr_assert(traced(words, "1 2\n", 4)->status == 0);
    snprintf(words, sizeof words, "adam --beta1 0.5 --resume %s", file);
    refuses(words, "1 2\n", "it was saved by 'adam --alpha 0.001");
    snprintf(words, sizeof words, "adam --x0 1,2 --resume %s", file);
    refuses(words, "1 2\n", "--resume says where it goes on");
    snprintf(words, sizeof words, "adam --resume %s", file);
    refuses(words, "1 2 3\n", "line 1: 3 numbers, but --resume has 2");
    FILE *more = fopen(file, "a");
    fputs("1\n", more);
    fclose(more);
    refuses(words, "1 2\n", "it is damaged");
    cr_assert(truncate(file, 120) == 0);
    refuses(words, "1 2\n", "it is damaged");
    unlink(file);
    refuses(words, "1 2\n", "No such file");
}

Test(trace, refuses_steps_that_are_no_numbers) {
    prints("adagrad --alpha 1 --eps 0", "1 0.5\n0 0\n", "-1 -1\n-1 -1\n");
    refuses("adagrad --eps 0", "1 0\n1 1\n",
            "line 1: coordinate 2 of the iterate is unknown: so far its gradients are 0");
    refuses("sgd --alpha 1e300", "1e10\n", "line 1: coordinate 1 of the iterate is no longer finite");
    /* The square of a gradient overflows, or vanishes; a step of 0 would be wrong. */
    refuses("adam --eps 0", "1e-305\n", "line 1: coordinate 1 of the iterate is unknown");
    refuses("adam", "1\n1e160\n", "line 2: what adam keeps of the gradients is no longer finite");
    refuses("shampoo", "1e-200\n", "line 1: coordinate 1 of the iterate is unknown: squares of the gradient");
    prints("shampoo --alpha 1", "0\n", "0\n");
}

/* v/(1 - beta2^k) may overflow where v does not. */
Test(trace, a_square_that_fits_is_not_divided_into_infinity) {
    static const char input[] = "1e155\n1e-3\n1e-3\n1e-3\n";
    static const double right[] = {-0.001, -0.0016700582541365, -0.0021880152266218, -0.0026122940617814};
    comes_near("adam", input, 4, right, 1e-15);
    comes_near("adam_l2 --weight-decay 0", input, 4, right, 1e-15);
    comes_near("adamw --weight-decay 0", input, 4, right, 1e-15);
}

/* Without epsilon and decay a step forgets the gradients' scale: by powers of two, to the last bit, also where their
 * squares are subnormal or 0. */
Test(trace, squares_that_vanish_are_kept) {
    static const char *const rules[] = {
        "adagrad --eps 0 --x0 1,1,1",
        "rmsprop --eps 0 --gamma 0.75 --x0 1,1,1",
        "adam --eps 0 --x0 1,1,1",
        "adam_uncorrected --eps 0 --x0 1,1,1",
        "adam_l2 --eps 0 --weight-decay 0 --x0 1,1,1",
        "adamw --eps 0 --x0 1,1,1",
        "amsgrad --eps 0 --beta2 0.5 --x0 1,1,1",
    };
    double g[STEPS][SIZE];
    draw(3, g);
    for (size_t r = 0; r < COUNT(rules); r++) {
        char plain[TEXT] = "", at_scale[TEXT];
        for (int scale = 0; scale <= 980; scale += 70) {
            char *end = at_scale;
            for (size_t k = 0; k < STEPS; k++)
                end +=
                    sprintf(end, "%a %a %a\n", ldexp(g[k][0], -scale), ldexp(g[k][1], -scale), ldexp(g[k][2], -scale));
            struct outcome *o = traced(rules[r], at_scale, strlen(at_scale));
            cr_assert(o->status == 0, "%s, 2^-%d: %s", rules[r], scale, o->err);
            if (!scale) strcpy(plain, o->out);
            cr_assert_str_eq(o->out, plain, "%s: not the same for gradients times 2^-%d", rules[r], scale);
        }
    }
    prints("adagrad --alpha 1 --eps 0", "4.94e-324\n", "-1\n");
    comes_near("rmsprop --alpha 1e-3 --eps 0 --gamma 0.75", "4.94e-324\n", 1, (const double[]){-2e-3}, 1e-18);
}

/* Gradients of all sizes in one run, up and down across the border below which squares are kept apart, and epsilons about
 * as large: against long doubles, whose squares do not vanish there. */
Test(trace, squares_come_back_into_range) {
    static const double sizes[] = {1e-140, 3e-136, 1,     0, 1e-155, 2e-200, 1e-250,
                                   0,      4e-137, 1e-60, 0, 5e-150, 1e30,   1e-290};
    static const double epsilons[] = {0, 1e-310, 1e-250, 1e-160, 1e-138, 1e-20};
    char input[TEXT] = "", *end = input;
    for (size_t k = 0; k < STEPS; k++)
        end += sprintf(end, "%.17g\n", (k % 3 ? 1 : -1) * sizes[k * (k + 1) / 2 % COUNT(sizes)]);
    for (size_t e = 0; e < COUNT(epsilons); e++)
        for (int which = 0; which < 4; which++) {
            static const char *const words[] = {"adagrad", "rmsprop --gamma 0x1p-60", "adam --beta1 0 --beta2 0x1p-60",
                                                "amsgrad --beta1 0 --beta2 0x1p-60"};
            const long double keep = 0x1p-60L, eps = epsilons[e];
            char command[128];
            snprintf(command, sizeof command, "%s --alpha 1 --eps %g", words[which], epsilons[e]);
            struct outcome *o = traced(command, input, strlen(input));
            cr_assert(o->status == 0, "%s: %s", command, o->err);
            char *in = input, *out = o->out;
            long double x = 0, v = 0, top = 0;
            for (size_t k = 1; k <= STEPS; k++) {
                long double g = strtod(in, &in);
                v = which == 0 ? v + g * g : keep * v + (1 - keep) * g * g;
                top = fmaxl(top, v);
                long double root = which < 2    ? sqrtl(v + eps)
                                   : which == 2 ? sqrtl(v / (1 - powl(keep, k))) + eps
                                                : sqrtl(top) + eps;
                x -= g / root;
                double at = strtod(out, &out);
                cr_assert(fabsl(at - x) <= 1e-14L * (fabsl(x) + 1), "%s, step %zu: %.17g, not %.17Lg", command, k, at,
                          x);
            }
        }
}

/* 1 - beta^k without cancellation: after equal gradients m_hat = g and v_hat = g^2. */
Test(trace, bias_correction_near_1_keeps_its_digits) {
    static const double right[] = {-1, -2, -3};
    comes_near("adam --alpha 1 --eps 0 --beta1 0.99999999 --beta2 0.999999", "3\n3\n3\n", 3, right, 1e-14);
    comes_near("adam --alpha 1 --eps 0 --beta1 0 --beta2 0.99999999", "3\n3\n3\n", 3, right, 1e-14);
}

/* The squares of a matrix lose singular values below 1e-8 of the largest: a step that ignores them would be wrong. */
Test(trace, shampoo_leaves_out_nothing_that_is_there) {
    static const char lost[] = "coordinate 1 of the iterate is unknown";
    refuses("shampoo --beta2 1 --alpha 1 --shape 2x2", "1 1 1 1.0000001\n", lost);
    refuses("shampoo --beta2 1 --alpha 1 --shape 2x2", "1 0 0 2e-8\n", lost);
    refuses("shampoo --beta2 1 --alpha 1 --shape 2x2 --eps 1e-16", "1 0 0 2e-8\n", lost);
    static const double kept[] = {-1, 0, 0, -1}, blurred[] = {-0.99999950000037, 0, 0, -2e-5};
    comes_near("muon --alpha 1 --shape 2x2", "1 1 1 1.0000001\n", 4, kept, 1e-8);
    comes_near("shampoo --beta2 1 --alpha 1 --shape 2x2 --eps 1e-6", "1 0 0 2e-8\n", 4, blurred, 1e-12);
    comes_near("shampoo --beta2 1 --alpha 1 --shape 2x2", "1 0 0 2e-7\n", 4, kept, 1e-3);
}

/* A rank of 1 in integers, (1, 2, 3, -1)' (2, -1, 4, 3): the other directions hold rounding errors, whatever eps is. */
Test(trace, shampoo_does_not_raise_rounding_errors_to_a_power) {
    static const char input[] = "2 -1 4 3 4 -2 8 6 6 -3 12 9 -2 1 -4 -3\n";
    static const char *const eps[] = {"0", "1e-300", "1e-30", "1e-20", "1e-12"};
    double right[16];
    for (size_t e = 0; e < 16; e++)
        right[e] = -(double[]){1, 2, 3, -1}[e / 4] * (double[]){2, -1, 4, 3}[e % 4] / sqrt(15 * 30);
    for (size_t i = 0; i < COUNT(eps); i++) {
        char words[128];
        snprintf(words, sizeof words, "shampoo --beta2 1 --alpha 1 --shape 4x4 --eps %s", eps[i]);
        comes_near(words, input, 16, right, 1e-14);
    }
}

Test(trace, matrices_of_mixed_size_come_to_an_end) {
    /* Entries whose squares are subnormal, beside others, stop neither decomposition. */
    static const char *const inputs[] = {"1e-160 1e-155 1e-160 1e-155\n", "1 0 0 1e-154\n0 1 1 1e-160\n",
                                         "1 0 1e-300 -4e-288\n1 -1e-323 2 1e155\n"};
    for (size_t i = 0; i < COUNT(inputs); i++) {
        struct outcome *o = traced("muon --shape 2x2", inputs[i], strlen(inputs[i]));
        cr_assert(o->status == 0 && !o->err[0], "muon: exit %d, %s", o->status, o->err);
        o = traced("shampoo --shape 2x2", inputs[i], strlen(inputs[i]));
        cr_assert((o->status == 0) != (strchr(o->err, '\n') != NULL), "shampoo: exit %d, %s", o->status, o->err);
    }
}

Test(trace, defaults_are_those_of_the_help) {
    static const char *const same[][2] = {
        {"sgd", "sgd --alpha 0.01"},
        {"heavy_ball", "heavy_ball --alpha 0.01 --momentum 0.9"},
        {"nesterov", "nesterov --alpha 0.01 --momentum 0.9"},
        {"adagrad", "adagrad --alpha 0.01 --eps 1e-6"},
        {"rmsprop", "rmsprop --alpha 0.001 --gamma 0.9 --eps 1e-6"},
        {"nag_gs", "nag_gs --alpha 0.01 --gamma 1 --damping 1"},
        {"adadelta", "adadelta --alpha 1 --gamma 0.95 --eps 1e-6"},
        {"lion", "lion --alpha 0.0001 --beta1 0.9 --beta2 0.99 --weight-decay 0"},
        {"fromage", "fromage --alpha 0.01"},
        {"adam", "adam --alpha 0.001 --beta1 0.9 --beta2 0.999 --eps 1e-8"},
        {"adam_uncorrected", "adam_uncorrected --alpha 0.001 --beta1 0.9 --beta2 0.999 --eps 1e-8"},
        {"adam_l2", "adam_l2 --alpha 0.001 --beta1 0.9 --beta2 0.999 --eps 1e-8 --weight-decay 0.01"},
        {"amsgrad", "amsgrad --alpha 0.001 --beta1 0.9 --beta2 0.999 --eps 1e-8"},
        {"adamw", "adamw --alpha 0.001 --beta1 0.9 --beta2 0.999 --eps 1e-8 --weight-decay 0.01"},
        {"shampoo", "shampoo --alpha 0.01 --beta2 0.9 --eps 0"},
        {"muon", "muon --alpha 0.01 --momentum 0 --newton-schulz 0"},
    };
    static const char gradients[] = "1 -2\n0.5 3\n-1 1\n";
    for (size_t i = 0; i < COUNT(same); i++) {
        char words[256], output[TEXT];
        snprintf(words, sizeof words, "%s --x0 1,2", same[i][1]);
        strcpy(output, traced(words, gradients, strlen(gradients))->out);
        snprintf(words, sizeof words, "%s --x0 1,2", same[i][0]);
        cr_assert(output[0]);
        prints(words, gradients, output);
    }
}

Test(trace, refuses_options_that_it_cannot_use) {
    refuses("", "1\n", "usage: descent trace METHOD");
    refuses("adan", "1\n", "unknown method 'adan'");
    refuses("adam sgd", "1\n", "usage: descent trace METHOD");
    refuses("adam --beta2 1", "1\n", "--beta2 1: adam takes a number in [0, 1)");
    refuses("adam --beta1 -0.1", "1\n", "--beta1 -0.1: adam takes a number in [0, 1)");
    refuses("adam --beta1 nan", "1\n", "--beta1 nan: adam takes a number in [0, 1)");
    refuses("adam --alpha 0", "1\n", "--alpha 0: adam takes a number in (0, inf)");
    refuses("adam --alpha x", "1\n", "--alpha x: adam takes a number in (0, inf)");
    refuses("adam --eps -1", "1\n", "--eps -1: adam takes a number in [0, inf)");
    refuses("adam --gamma 0.9", "1\n", "adam takes no --gamma; it takes --alpha --beta1 --beta2 --eps");
    refuses("muon --newton-schulz 1.5", "1\n", "--newton-schulz 1.5: muon takes a whole number from 0 to 100");
    refuses("shampoo --beta2 1.1", "1\n", "--beta2 1.1: shampoo takes a number in [0, 1]");
    refuses("adam --shape 1x1", "1\n", "adam takes no --shape");
    refuses("muon --shape 2x", "1\n", "--shape 2x: give rows and columns");
    refuses("muon --shape 0x3", "1\n", "--shape 0x3: give rows and columns");
    refuses("muon --shape 2x2 --x0 1,2", "1\n", "--x0 has 2 numbers, but --shape needs 4");
    refuses("sgd --x0 1,b", "1\n", "--x0 1,b: give numbers with commas between");
    refuses("sgd --x0 inf", "1\n", "--x0 inf: give finite numbers");
    refuses("sgd --box 1,-1", "1\n", "--box 1,-1: give two numbers");
    refuses("sgd --box 1", "1\n", "--box 1: give two numbers");
    refuses("sgd --box 1,2", "1\n", "x0 = 0 lies outside");
    refuses("sgd --schedule cosine", "1\n", "--schedule cosine: choose from constant, root, pl");
    refuses("sgd --schedule pl", "1\n", "--schedule pl needs --mu");
    refuses("sgd --seed 1", "1\n", "trace takes no --seed");
    refuses("sgd --schedule pl --mu 1 --alpha 1", "1\n", "--alpha: --schedule pl makes its steps of mu alone");
    refuses("sgd --mu 1", "1\n", "--mu 1 goes with --schedule pl only");
    refuses("sgd --schedule pl --mu 1.7e308", "1\n", "step 0 has the size 0");
    refuses("adam --beta 0.9", "1\n", "unknown or ambiguous option --beta");
    refuses("sgd -alpha 1", "1\n", "unknown option -a");
    refuses("sgd --average=1", "1\n", "--average=1 takes no value");
}
