/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "distances.h"

real distance_size(const struct step *s, real next_distance2) {
    return square(s, s->x) + s->distance2 + next_distance2;
}

struct relation square_drawn(const struct step *s) {
    real inner = 2 * s->alpha * s->sample_inner,
         last = s->alpha * s->alpha * square(s, s->sample);
    return equal(s->next_distance2, s->distance2 - inner + last,
                 distance_size(s, s->next_distance2) + real_abs(inner) + last);
}

struct relation square_mean(const struct step *s) {
    real inner = 2 * s->alpha * s->inner,
         last = s->alpha * s->alpha * s->mean_square,
         size = distance_size(s, s->mean_next_distance2);
    return equal(s->mean_next_distance2, s->distance2 - inner + last,
                 size + real_abs(inner) + last);
}

struct relation convexity(const struct step *s) {
    real size = real_sqrt(square(s, s->gradient)) *
                (real_sqrt(square(s, s->x)) + real_sqrt(s->distance2));
    return at_least(s->inner, s->gap, size + s->gap);
}

struct relation approach(const struct step *s) {
    real descent = 2 * s->alpha * s->gap,
         noise = real_all(s->alpha * s->alpha * s->c->sigma2),
         size = distance_size(s, s->mean_next_distance2);
    return at_most(s->mean_next_distance2, s->distance2 - descent + noise,
                   size + descent + noise);
}

struct relation noise_is(const struct step *s, double noise) {
    real slope = square(s, s->gradient);
    return equal(s->mean_square, slope + noise, s->mean_square + slope + noise);
}

struct relation coercivity(const struct step *s) {
    real slope = square(s, s->gradient) / (2 * s->c->L),
         size = real_sqrt(square(s, s->gradient)) *
                (real_sqrt(square(s, s->x)) + real_sqrt(s->distance2));
    return at_least(s->inner, s->gap + slope, size + s->gap + slope);
}

real left_over(const struct step *s) {
    return s->alpha * (1 / s->c->L - s->alpha) * square(s, s->gradient);
}

struct relation quiet_approach(const struct step *s) {
    real descent = 2 * s->alpha * s->gap, scale = real_all(s->alpha * s->alpha),
         size = distance_size(s, s->mean_next_distance2);
    return at_most(s->mean_next_distance2,
                   s->distance2 - descent + scale * variance(s),
                   size + descent + scale * s->mean_square);
}

struct relation jensen(const struct step *s) {
    real *size = &s->memory[0];
    *size += s->gap + real_sqrt(s->mean_square * square(s, s->x));
    return at_most(s->average_gap, s->gap_average,
                   s->average_gap + s->gap_average + *size);
}

_Static_assert(sizeof(struct sums) == MEMORY * sizeof(real),
               "a line's memory holds the sums");

struct sums *sums_before(const struct step *s) {
    return (struct sums *)s->memory;
}

const struct sums *sums_with(const struct step *s, real own_size) {
    struct sums *sum = sums_before(s);
    real gap = 2 * s->alpha * s->gap,
         distances = s->next_distance2 + s->mean_next_distance2;
    sum->gaps += gap;
    sum->surprises += s->next_distance2 - s->mean_next_distance2;
    sum->size += gap + distance_size(s, distances) + sum->gaps + own_size +
                 real_abs(sum->surprises);
    return sum;
}
