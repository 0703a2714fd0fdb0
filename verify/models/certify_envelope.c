/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsl/gsl_randist.h>
#include <stdlib.h>

#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "certificates.h"
#include "trajectory.h"

/* A ball that holds x_k. */
struct ball {
    const double *centre;
    double radius;
};

static struct ball ball_of(const struct problem *p, double radius, const double zero[]) {
    double star = 0;
    for (size_t j = 0; j < p->dim; j++) star = hypot(star, p->x_star[j]);
    return p->about_0 ? (struct ball){zero, radius - star} : (struct ball){p->x_star, radius};
}

/* On a lattice runs see its points only. */
static real nearest_of_lattice(const struct problem *p, double alpha, real x) {
    double spacing = p->lattice ? p->lattice(p, alpha) : 0;
    for (unsigned l = 0; spacing > 0 && l < LANES; l++)
        x[l] = p->x_0[0] + spacing * round((x[l] - p->x_0[0]) / spacing);
    return x;
}

/* Whether every outcome that has a positive probability leads from x into the other ball.  A step's distance to its centre
 * is a convex function of its length, so that shorter ones do as well if this one does. */
static bool leads_into(const struct problem *p, double alpha, const real x[], struct ball to, real g[]) {
    truth within = ~(truth){0};
    for (size_t i = 0; i < p->components; i++) {
        p->component(p, x, whole_all(i), g);
        real distance2 = {0};
        for (size_t j = 0; j < p->dim; j++) {
            real next = box_project(p->domain, x[j] - alpha * g[j]) - to.centre[j];
            distance2 += next * next;
        }
        truth impossible = outcome_weight(p, x, whole_all(i)) < 1e-12;
        within &= impossible | (distance2 <= to.radius * to.radius * (1 + 1e-10));
    }
    return !truth_any(~within);
}

/* Points of the ball: the ends and a grid of it in one dimension, else random ones of which half lie on the sphere. */
static void choose(const struct problem *p, struct ball from, size_t group, size_t groups, gsl_rng *rng,
                   double direction[], real x[]) {
    for (unsigned l = 0; l < LANES; l++) {
        double place = (double)(group * LANES + l) / (double)(groups * LANES - 1), length = from.radius;
        if (p->dim == 1) {
            direction[0] = 2 * place - 1;
        } else {
            gsl_ran_dir_nd(rng, p->dim, direction);
            if (l % 2) length *= gsl_rng_uniform(rng);
        }
        for (size_t j = 0; j < p->dim; j++) x[j][l] = from.centre[j] + length * direction[j];
    }
}

static bool no_step_leaves(const struct problem *p, double alpha, struct ball from, struct ball to) {
    enum { GROUPS = 16 };
    real *x = allocate(2 * p->dim, sizeof *x), *g = x + p->dim;
    double *direction = allocate(p->dim, sizeof *direction);
    gsl_rng *rng = gsl_rng_alloc(pcg_gsl_64);
    bool within = true;
    for (size_t group = 0; group < GROUPS && within; group++) {
        choose(p, from, group, GROUPS, rng, direction, x);
        for (size_t j = 0; j < p->dim; j++) x[j] = box_project(p->domain, nearest_of_lattice(p, alpha, x[j]));
        within = leads_into(p, alpha, x, to, g);
    }
    gsl_rng_free(rng);
    free(direction);
    free(x);
    return within;
}

/* By induction: x_0 lies in it, and no step leads out of it, from k = 0 on and after the last one. */
const char *certify_envelope(const struct problem *p, double alpha, size_t steps) {
    if (!p->envelope || !(p->envelope(p, alpha, steps).radius > 0)) return NULL;
    double *zero = allocate(p->dim, sizeof *zero);
    struct ball first = ball_of(p, p->envelope(p, alpha, 0).radius, zero);
    double start = 0;
    for (size_t j = 0; j < p->dim; j++) start = hypot(start, p->x_0[j] - first.centre[j]);
    bool within = true;
    const size_t at[2] = {0, steps};
    for (int i = 0; i < 2 && within; i++) {
        double now = p->envelope(p, alpha, at[i]).radius, next = p->envelope(p, alpha, at[i] + 1).radius;
        within = no_step_leaves(p, alpha, ball_of(p, now, zero), ball_of(p, next, zero));
    }
    free(zero);
    if (!(start <= first.radius * (1 + 1e-12))) return "x_0 lies outside the envelope of no steps";
    return within ? NULL : "a step leads out of the envelope";
}
