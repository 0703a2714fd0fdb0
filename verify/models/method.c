/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "method.h"

bool range_admits(enum range range, double value) {
    switch (range) {
        case POSITIVE: return value > 0 && isfinite(value);
        case NOT_NEGATIVE: return value >= 0 && isfinite(value);
        case BELOW_ONE: return value >= 0 && value < 1;
        case UP_TO_ONE: return value >= 0 && value <= 1;
        case UP_TO_100: return value >= 0 && value <= 100 && value == floor(value);
    }
    return false;
}

const char *range_name(enum range range, size_t language) {
    static const char *const names[][2] = {{"a number in (0, inf)", "число из (0, ∞)"},
                                           {"a number in [0, inf)", "число из [0, ∞)"},
                                           {"a number in [0, 1)", "число из [0, 1)"},
                                           {"a number in [0, 1]", "число из [0, 1]"},
                                           {"a whole number from 0 to 100", "целое число от 0 до 100"}};
    return names[range][language];
}

size_t method_state(const struct method *m, const struct settings *s, size_t dim) {
    struct shape w = parameter_shape(s, dim);
    return m->vectors * dim + (m->matrices ? w.rows * w.rows + w.columns * w.columns : 0);
}

double *parameter_of(struct settings *s, const struct parameter *p) {
    return (double *)(void *)((char *)s + p->offset);
}

struct settings method_settings(const struct method *m) {
    struct settings s = {0};
    for (size_t i = 0; i < PARAMETERS && m->parameters[i].name; i++)
        *parameter_of(&s, &m->parameters[i]) = m->parameters[i].standard;
    return s;
}

const struct parameter *method_parameter(const struct method *m, const char *name) {
    for (size_t i = 0; i < PARAMETERS && m->parameters[i].name; i++)
        if (strcmp(m->parameters[i].name, name) == 0) return &m->parameters[i];
    return NULL;
}
