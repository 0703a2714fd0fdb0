/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "erring.h"

#include <math.h>

#include "../verify/numbers/pcg.h"
#include "problems.h"

/* The error has any direction, and a length from 10^-3 to 10^3. */
static void at_random(const struct problem *p, const real x[], struct pcg_lanes *random, real g[]) {
    p->inner->value(p->inner, x, g);
    real length = real_exp(M_LN10 * (6 * pcg_lanes_unit(random) - 3));
    for (size_t j = 0; j < p->dim; j++) g[j] += length * (2 * pcg_lanes_unit(random) - 1);
}

/* e = noise grad f(x). */
static void along(const struct problem *p, const real x[], struct pcg_lanes *random, real g[]) {
    (void)random;
    p->inner->value(p->inner, x, g);
    for (size_t j = 0; j < p->dim; j++) g[j] += p->noise * g[j];
}

/* What the certificate checker is shown is the gradient without its error, for the constants are those of f. */
typedef void oracle(const struct problem *, const real x[], struct pcg_lanes *, real gradient[]);
static struct problem *with_error(struct problem *inner, oracle *draw, const char *id) {
    struct problem *p = problem_full(inner);
    p->draw = draw;
    p->id = id;
    return p;
}

static struct problem *with_error_along(struct problem *inner, double noise, const char *id) {
    struct problem *p = with_error(inner, along, id);
    p->noise = noise;
    return p;
}

static struct problem *with_batch(struct problem *inner, bool replacement, const char *id) {
    struct problem *p = problem_batch(inner, 10, replacement);
    p->id = id;
    return p;
}

struct problem *logistic_exact(void) {
    return with_error(logistic(), NULL, "logistic_exact");
}
struct problem *ridge_exact(void) {
    return with_error(ridge(), NULL, "ridge_exact");
}
struct problem *sine_squared_exact(void) {
    return with_error(sine_squared(), NULL, "sine_squared_exact");
}
struct problem *logistic_random(void) {
    return with_error(logistic(), at_random, "logistic_random");
}
struct problem *ridge_random(void) {
    return with_error(ridge(), at_random, "ridge_random");
}
struct problem *least_squares_random(void) {
    return with_error(least_squares(), at_random, "least_squares_random");
}
struct problem *sine_squared_random(void) {
    return with_error(sine_squared(), at_random, "sine_squared_random");
}
struct problem *log_cosh_random(void) {
    return with_error(log_cosh(), at_random, "log_cosh_random");
}
struct problem *parabola_random(void) {
    return with_error(parabola(), at_random, "parabola_random");
}
struct problem *logistic_reversing(void) {
    return with_error_along(logistic(), -2, "logistic_reversing");
}
struct problem *ridge_reversing(void) {
    return with_error_along(ridge(), -2, "ridge_reversing");
}
struct problem *sine_squared_reversing(void) {
    return with_error_along(sine_squared(), -2, "sine_squared_reversing");
}
struct problem *log_cosh_reversing(void) {
    return with_error_along(log_cosh(), -2, "log_cosh_reversing");
}
struct problem *parabola_reversing(void) {
    return with_error_along(parabola(), -2, "parabola_reversing");
}
struct problem *logistic_huge(void) {
    return with_error_along(logistic(), 100, "logistic_huge");
}
struct problem *sine_squared_huge(void) {
    return with_error_along(sine_squared(), 100, "sine_squared_huge");
}
struct problem *parabola_huge(void) {
    return with_error_along(parabola(), 100, "parabola_huge");
}
struct problem *logistic_batch(void) {
    return with_batch(logistic(), true, "logistic_batch");
}
struct problem *ridge_batch(void) {
    return with_batch(ridge(), true, "ridge_batch");
}
struct problem *logistic_without(void) {
    return with_batch(logistic(), false, "logistic_batch_without");
}
struct problem *least_squares_without(void) {
    return with_batch(least_squares(), false, "least_squares_batch_without");
}
