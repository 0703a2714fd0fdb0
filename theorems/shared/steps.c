/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps.h"

real gain_term(const struct step *s) {
    return s->alpha * square(s, s->gradient);
}

struct relation linearity(const struct step *s) {
    real right = real_dot(s->dim, s->gradient, s->mean_gradient);
    real size = square(s, s->gradient) + s->mean_square;
    return equal(s->mean_inner, right, size);
}

struct relation is_the_gradient(const struct step *s, const real v[]) {
    real apart = {0};
    for (size_t j = 0; j < s->dim; j++) {
        real difference = v[j] - s->gradient[j];
        apart += difference * difference;
    }
    real size = real_sqrt(square(s, s->gradient)) + real_sqrt(s->mean_square);
    return equal(real_sqrt(apart), (real){0}, size);
}

struct relation unbiasedness(const struct step *s) {
    return is_the_gradient(s, s->mean_gradient);
}

struct relation expected_descent(const struct step *s) {
    return descends(s, gain_term(s));
}
