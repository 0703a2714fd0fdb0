/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certify.h"

#include <float.h>
#include <gsl/gsl_randist.h>
#include <stdlib.h>

#include "../numbers/compare.h"
#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "certificates.h"
#include "matrices.h"

enum { GROUPS = 64 }; /* of LANES points */

static bool all(truth t) {
    return !truth_any(~t);
}

/* Points of the ball around x_star, and, where f has a domain, of that: a grid of it in one dimension. */
static void choose_points(const struct problem *p, double radius, size_t group, gsl_rng *rng, double direction[],
                          real x[]) {
    for (unsigned l = 0; l < LANES; l++) {
        double place = (double)(group * LANES + l) / (GROUPS * LANES - 1), length = radius;
        if (p->dim == 1) {
            direction[0] = 2 * place - 1;
        } else {
            gsl_ran_dir_nd(rng, p->dim, direction);
            length *= sqrt(gsl_rng_uniform(rng)); /* more of them near the edge */
        }
        for (size_t j = 0; j < p->dim; j++) x[j][l] = p->x_star[j] + length * direction[j];
    }
    for (size_t j = 0; j < p->dim; j++) x[j] = box_project(p->domain, x[j]);
}

/* ---- f at two points ---- */

/* y, a random direction away from x; how far f(y) lies above the tangent at x, and the roundings of that. */
struct chord {
    real above, apart2, rounding;
};
static struct chord chord(const struct problem *p, const struct group *at, double distance, gsl_rng *rng,
                          double direction[], real y[]) {
    gsl_ran_dir_nd(rng, p->dim, direction);
    real inner = {0}, terms = {0};
    struct chord c = {0};
    for (size_t j = 0; j < p->dim; j++) {
        real slope = at->gradient[j], x = at->x[j];
        y[j] = box_project(p->domain, x + distance * direction[j]);
        inner += slope * (y[j] - x);
        c.apart2 += (y[j] - x) * (y[j] - x);
        terms += real_abs(slope * x) + real_abs(slope * y[j]);
    }
    real f_y = p->value(p, y, NULL);
    c.above = f_y - at->f - inner;
    c.rounding = (p->roundings + 8) * DBL_EPSILON * (real_abs(at->f) + real_abs(f_y) + terms);
    return c;
}

/* |f(y) - f(x) - <grad f(x), y - x>| <= L/2 ||y - x||^2, and >= 0 without the bars if f is convex, at distances from the
 * radius down to 1e-4 of it. */
static const char *certify_chords(const struct problem *p, const struct group *at, double radius, gsl_rng *rng,
                                  double direction[], real y[]) {
    bool smooth = !(p->lacks & LACKS_SMOOTHNESS);
    for (double distance = radius; (smooth || p->convex) && distance > 1e-5 * radius; distance *= 0.1) {
        struct chord c = chord(p, at, distance, rng, direction, y);
        real most = p->L / 2 * c.apart2 * (1 + 8 * DBL_EPSILON) + c.rounding;
        if (smooth && !all(real_abs(c.above) <= most)) return "f is not L-smooth, or grad f is not its gradient";
        if (p->convex && !all(c.above >= -c.rounding)) return "f is not convex, or its gradient is not a subgradient";
    }
    return NULL;
}

/* ---- f and grad f at points ---- */

static const char *certify_values(const struct problem *p, const struct group *at, struct envelope e,
                                  struct witness *w) {
    double rounding = (p->roundings + 8) * DBL_EPSILON;
    real gap = at->f - p->f_star_low, size = real_abs(at->f) + fabs(p->f_star_low);
    real slope = real_dot(p->dim, at->gradient, at->gradient);
    if (!all(gap >= -rounding * size)) return "f falls below the enclosure of f*";
    /* PL with the smaller gap: the enclosure's upper end. */
    if (!all(slope >= 2 * p->mu * (at->f - p->f_star_high) - rounding * (slope + 2 * p->mu * size)))
        return "||grad f||^2 >= 2 mu (f - f*) fails";
    for (unsigned l = 0; l < LANES; l++)
        if (gap[l] > 1e6 * rounding * size[l]) w->mu = smaller(w->mu, slope[l] / (2 * gap[l]));
    w->lipschitz = larger(w->lipschitz, sqrt(real_largest(0, at->largest)));
    if (p->lipschitz > 0 && !(w->lipschitz <= p->lipschitz * (1 + 1e-12)))
        return "a component's gradient is longer than the Lipschitz constant";
    if (!(e.radius > 0)) return NULL;
    if (!all(gap <= e.gap * (1 + 1e-12) + rounding * size)) return "f - f* leaves its envelope";
    if (!all(at->square <= e.moment * (1 + 1e-12))) return "E||grad f_i||^2 leaves its envelope";
    if (!all(at->largest <= e.square * (1 + 1e-12))) return "||grad f_i||^2 leaves its envelope";
    return NULL;
}

static const char *certify_points(const struct problem *p, double radius, struct envelope e, struct witness *w) {
    size_t n = p->dim;
    real *x = allocate(3 * n, sizeof *x), *gradient = x + n, *y = gradient + n;
    double *direction = allocate(n, sizeof *direction), noise_star = problem_noise_star(p);
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    struct problem asked = *p;
    const char *trouble = NULL;
    for (; asked.now < GROUPS && !trouble; asked.now++) { /* noise may depend on the iteration */
        choose_points(p, radius, asked.now, rng, direction, x);
        struct group at = {.x = x, .gradient = gradient, .f = p->value(p, x, gradient)};
        trouble = certify_oracle(&asked, &at);
        if (!trouble) trouble = certify_chords(p, &at, radius, rng, direction, y);
        if (!trouble) trouble = certify_components(p, &at);
        if (!trouble && asked.now == 0) trouble = certify_noise(p);
        if (!trouble) trouble = certify_fading(p, &at, noise_star, w);
        if (!trouble) trouble = certify_values(p, &at, e, w);
    }
    gsl_rng_free(rng);
    free(direction);
    free(x);
    return trouble;
}

/* ---- is each constant the best one? ---- */

static const double near = 1e-3; /* so near to it */

/* Not if what was seen is less; if it was said to be an estimate only, not if it is seen. */
static const char *certify_attained(const struct problem *p, const struct witness *w) {
    double fading = p->fading ? p->fading(p) : 0;
    const struct {
        unsigned name;
        bool stated, seen;
        const char *missed, *met;
    } all_constants[] = {
        {ESTIMATES_L, isfinite(p->L) && p->dim <= SEEN, w->L >= p->L * (1 - near), "f is smoother than L says",
         "L is said to be an estimate and is attained"},
        {ESTIMATES_MU, p->mu > 0, w->mu <= p->mu * (1 + near), "mu could be larger",
         "mu is said to be an estimate and is attained"},
        {ESTIMATES_L_MAX, p->L_max > 0, w->L_max >= p->L_max * (1 - near), "no component's curvature is L_max",
         "L_max is said to be an estimate and is attained"},
        {ESTIMATES_LIPSCHITZ, p->lipschitz > 0, w->lipschitz >= p->lipschitz * (1 - near),
         "no component's gradient is as long as the Lipschitz constant",
         "the Lipschitz constant is said to be an estimate and is attained"},
        {ESTIMATES_FADING, p->fading != NULL,
         w->fading >= fading * (1 - near) && (!(fading > 0) || w->fading <= fading * (1 + near)),
         "the noise fades slower than is said", "the fading is said to be an estimate and is attained"},
    };
    for (size_t i = 0; i < sizeof all_constants / sizeof *all_constants; i++) {
        bool estimate = p->estimates & all_constants[i].name;
        if (!all_constants[i].stated) continue;
        if (!estimate && !all_constants[i].seen) return all_constants[i].missed;
        if (estimate && all_constants[i].seen) return all_constants[i].met;
    }
    bool bends = w->least >= -1e-6 * w->L;
    if (!p->convex && !(p->lacks & LACKS_SMOOTHNESS) && p->dim <= SEEN && bends)
        return "f looks convex and is not said to be";
    return NULL;
}

const char *certify(const struct problem *p, double alpha, size_t steps) {
    if (!(p->mu >= 0) || !(p->mu <= p->L * (1 + 1e-12))) return "0 <= mu <= L is not so";
    if ((p->lacks & LACKS_SMOOTHNESS) && isfinite(p->L)) return "L is given for a problem that is not smooth";
    if ((p->lacks & LACKS_PL) && p->mu > 0) return "mu is given for a problem without PL";
    struct envelope envelope = {0};
    if (p->envelope) envelope = p->envelope(p, alpha, steps);
    double start = problem_distance(p), radius = envelope.radius > 0 ? envelope.radius : 2 * start + 1;
    struct witness w = {.mu = INFINITY};

    const char *trouble = certify_minimum(p);
    if (!trouble) trouble = certify_matrices(p);
    if (!trouble && !(start <= radius * (1 + 1e-12))) trouble = "x_0 lies outside the envelope";
    if (!trouble) trouble = certify_points(p, radius, envelope, &w);
    if (!trouble) trouble = matrices_agree(p);
    if (!trouble) trouble = certify_curvature(p, radius, &w);
    if (!trouble) trouble = certify_nearest(p);
    if (!trouble) trouble = certify_noise_slope(p, &w);
    if (!trouble) trouble = certify_stiffest(p, &w);
    if (!trouble) trouble = certify_attained(p, &w);
    if (!trouble) trouble = certify_between(p, radius);
    if (!trouble) trouble = certify_envelope(p, alpha, steps);
    return trouble;
}

const char *certify_problem(const struct problem *p) {
    return certify(p, isfinite(p->L) && p->L > 0 ? 1 / (20 * p->L) : 0.01, 1);
}
