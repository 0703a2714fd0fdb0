/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue.h"

#include "../methods/methods.h"
#include "../methods/schedules.h"
#include "../problems/models.h"
#include "../problems/problems.h"

#define THEOREM(id) extern const struct theorem theorem_##id;
#include "theorems.def"
#undef THEOREM

static const struct theorem *const theorems[] = {
#define THEOREM(id) &theorem_##id,
#include "theorems.def"
#undef THEOREM
};

static struct problem *(*const problems[])(void) = {
#define PROBLEM(id) id,
#include "../problems/problems.def"
#undef PROBLEM
};

static const struct method *const methods[] = {
#define METHOD(id) &method_##id,
#include "../methods/methods.def"
#undef METHOD
};

/* clang-format off */
static const struct slide slides[] = {
#define SLIDE(name, theorem, figure) {name, theorem, figure},
#define MISSING(name) {name, NULL, NULL},
#include "lecture.def"
#undef MISSING
#undef SLIDE
};
/* clang-format on */

const struct catalogue catalogue = {
    .theorems = theorems,
    .theorem_count = COUNT(theorems),
    .problems = problems,
    .problem_count = COUNT(problems),
    .methods = methods,
    .method_count = COUNT(methods),
    .schedules = schedules,
    .schedule_count = SCHEDULES,
    .models = models,
    .model_count = MODELS,
    .slides = slides,
    .slide_count = COUNT(slides),
};
