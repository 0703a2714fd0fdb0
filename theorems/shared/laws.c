/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "laws.h"

double law_moment(const struct law *l, int power, size_t i) {
    double sum = 0, drift = l->drift * (double)i;
    for (size_t o = 0; o < l->outcomes; o++)
        sum += l->probability[o] * pow(l->value[o] + drift, power);
    return sum;
}

double law_largest(const struct law *l) {
    double most = 0;
    for (size_t o = 0; o < l->outcomes; o++)
        most = larger(most, fabs(l->value[o]));
    return most + l->drift * (double)l->length;
}

size_t law_sequences(const struct law *l) {
    size_t sequences = 1;
    for (size_t i = 0; i < l->length; i++) sequences *= l->outcomes;
    return sequences;
}

double law_roundings(const struct law *l) {
    return (double)law_sequences(l) + (double)l->length + 8;
}
