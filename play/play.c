/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine in a page: what `descent run` measures, a theorem's bound beside it, and what a run is like.
 *
 * play_new makes a problem's functions, the page fills in its numbers, play_choose sets step and seed, and play_more advances
 * runs, a few at a time, as long as the page has time.  Numbers are those of `descent run` with the same seed. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "../methods/methods.h"
#include "../problems/problems.h"
#include "../theorems/shared/adam_game.h"
#include "../verify/claims/judge.h"
#include "../verify/models/trajectory.h"
#include "../verify/numbers/compare.h"
#include "../verify/numbers/fail.h"
#include "../verify/runs/runs.h"
#include "playable.h"

#define EXPORT(name) __attribute__((export_name(#name)))

/* Claims name them; nothing is decided here. */
const struct evidence evidence_mean, evidence_walk, evidence_own;
const struct exact all_paths, second_moment_recursion, steady_oracle;

#define THEOREM(id) extern const struct theorem theorem_##id;
#include "../theorems/theorems.def"
#undef THEOREM
static const struct theorem *const theorems[] = {
#define THEOREM(id) &theorem_##id,
#include "../theorems/theorems.def"
#undef THEOREM
};

/* ---- what the engine asks of a machine ---- */

__attribute__((import_module("page"), import_name("fail"))) _Noreturn void page_fail(const char *message);
void fail(const char *format, ...) {
    static char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    page_fail(message);
}
void *allocate_blank(size_t count, size_t size) {
    size_t bytes = (count * size / sizeof(real) + 1) * sizeof(real);
    void *memory = aligned_alloc(sizeof(real), bytes);
    if (!memory) fail("out of memory");
    return memory;
}
void *allocate(size_t count, size_t size) {
    void *memory = allocate_blank(count, size);
    memset(memory, 0, count * size);
    return memory;
}

/* ---- a play ---- */

enum { LOOKED_AT = 1024, BLOCK = 128 };
/* Columns of the table, a number a checkpoint each. */
enum column {
    K,
    GAP,
    LOWER,
    UPPER,
    AVERAGE,
    AVERAGE_LOWER,
    AVERAGE_UPPER,
    SECOND,
    BOUND_AT,
    ERROR, /* the standard error of the gap, and of the average's */
    AVERAGE_ERROR,
    TERMS
};

struct play {
    const struct theorem *theorem;
    struct playable at;
    struct problem *problem; /* as the claim has it */
    struct problem *run;     /* with the chosen batch and noise; it owns the other one then */
    double weaker;           /* so many times weaker is its noise, everywhere */
    struct settings standard, settings;
    const struct method *method;
    double *numbers; /* the problem's, then its constant `fading` */
    size_t checkpoints[CHECKPOINTS_MAX];
    struct runs runs;
    struct measured *measured;
    double *table;    /* TERMS columns and those of the bound's terms, of CHECKPOINTS_MAX numbers each */
    double *singles;  /* gaps of LANES runs at each checkpoint, a run a row */
    float *positions; /* x_k's first coordinate of LOOKED_AT runs, a checkpoint a row */
};

EXPORT(play_new) struct play *play_new(size_t theorem, size_t which) {
    struct playable all[PLAYABLES];
    struct play *p = allocate(1, sizeof *p);
    p->theorem = theorems[theorem];
    playables_of(p->theorem, all);
    p->at = all[which];
    p->run = p->problem = p->at.setting->problem();
    p->numbers = allocate(problem_numbers(p->problem, NULL, false) + 1, sizeof *p->numbers);
    p->measured = allocate(CHECKPOINTS_MAX, sizeof *p->measured);
    p->table = allocate((TERMS + p->theorem->term_count) * CHECKPOINTS_MAX, sizeof *p->table);
    p->singles = allocate(LANES * CHECKPOINTS_MAX, sizeof *p->singles);
    p->positions = allocate(LOOKED_AT * CHECKPOINTS_MAX, sizeof *p->positions);
    return p;
}
EXPORT(play_free) void play_free(struct play *p) {
    problem_free(p->run);
    free(p->numbers);
    free(p->measured);
    free(p->table);
    free(p->singles);
    free(p->positions);
    free(p);
}
EXPORT(play_number_count) size_t play_number_count(struct play *p) {
    return problem_numbers(p->problem, NULL, false) + 1;
}
EXPORT(play_numbers) double *play_numbers(struct play *p) {
    return p->numbers;
}
EXPORT(play_table) double *play_table(struct play *p) {
    return p->table;
}
EXPORT(play_singles) double *play_singles(struct play *p) {
    return p->singles;
}
EXPORT(play_positions) float *play_positions(struct play *p) {
    return p->positions;
}
EXPORT(play_rows) size_t play_rows(struct play *p) {
    return p->runs.checkpoint_count;
}
EXPORT(play_terms) size_t play_terms(struct play *p) {
    return p->theorem->term_count;
}
EXPORT(play_term_name) const char *play_term_name(struct play *p, size_t i, size_t language) {
    return p->theorem->terms[i].name[language];
}

/* The numbers are there. */
EXPORT(play_ready) void play_ready(struct play *p) {
    problem_numbers(p->problem, p->numbers, true);
    p->problem->fading = NULL; /* constants() knows it */
    p->standard = setting_filled_in(p->at.setting, p->problem);
}

static struct constants constants(const struct play *p) {
    struct constants c = constants_of(p->run, step_size(&p->settings, 0));
    c.fading = p->numbers[problem_numbers(p->problem, NULL, false)] / p->weaker;
    return c;
}

/* Keeps what pages show of single runs. */
static void look(void *looker, size_t first, size_t checkpoint, const real x[], real gap) {
    struct play *p = looker;
    for (size_t l = 0; l < LANES && first == 0; l++) p->singles[l * CHECKPOINTS_MAX + checkpoint] = gap[l];
    for (size_t l = 0; l < LANES && first + l < LOOKED_AT; l++)
        p->positions[checkpoint * LOOKED_AT + first + l] = (float)x[0][l];
}

/* The oracle's noise so many times as large: grad f + times (g - grad f). */
static void louder_component(const struct problem *p, const real x[], whole i, real g[]) {
    double times = p->data[0];
    real *gradient = allocate_blank(p->dim, sizeof *gradient);
    p->inner->value(p->inner, x, gradient);
    p->inner->component(p->inner, x, i, g);
    for (size_t j = 0; j < p->dim; j++) g[j] = gradient[j] + times * (g[j] - gradient[j]);
    free(gradient);
}
static struct problem *louder(struct problem *inner, double times) {
    if (inner->draw || inner->weight) fail("louder noise of a problem whose index is not uniform");
    struct problem *p = problem_full(inner);
    p->components = inner->components;
    p->component = louder_component;
    p->noise = times * inner->noise;
    p->L_max = 0;
    p->lacks = inner->lacks;
    p->data[0] = times;
    return p;
}

/* What the theorem asks for and the choice has not, in words; NULL: all is granted. */
EXPORT(play_choose)
const char *play_choose(struct play *p, double alpha, double momentum, size_t batch, double noise, size_t steps,
                        unsigned seed, size_t language) {
    if (p->run != p->problem) { /* made from it: only what was added goes */
        p->run->inner = NULL;
        problem_free(p->run);
    }
    p->run = p->problem;
    p->weaker = 1;
    if (noise != 1) {
        p->run = louder(p->problem, noise);
        p->weaker = 1 / noise;
    } else if (batch > 1) {
        p->run = problem_batch(p->problem, batch, true);
        p->weaker = sqrt((double)batch);
    }
    p->settings = p->standard;
    p->settings.alpha = alpha;
    p->method = p->at.setting->method;
    if (momentum > 0) {
        p->method = &method_heavy_ball;
        p->settings.momentum = momentum;
    }
    size_t count = checkpoints_between(0, steps, 8, p->checkpoints);
    double first = step_size(&p->settings, 0);
    p->runs = (struct runs){.problem = p->run,
                            .method = p->method,
                            .settings = &p->settings,
                            .checkpoints = p->checkpoints,
                            .checkpoint_count = count,
                            .average = true,
                            .look = look,
                            .looker = p,
                            .seed = seed,
                            .claim = pcg_name(pcg_name(pcg_name(0, p->run->id), "/"), p->method->id)};
    size_t calls = stand_in_calls();
    if (p->run->envelope && problem_confines(p->run, p->method))
        p->runs.envelope = p->run->envelope(p->run, first, steps);
    if (stand_in_calls() != calls) p->runs.envelope = (struct envelope){0}; /* none is known here */
    memset(p->measured, 0, count * sizeof *p->measured);
    struct constants known = constants(p);
    struct premises premises = {p->run, p->method, &p->settings, &known};
    const struct hypothesis *broken = theorem_objection(p->theorem, &premises, NULL);
    return broken ? broken->says[language] : NULL;
}

static void limits(const struct play *p, const struct moments *m, double range, double *lower, double *upper) {
    double delta = ERROR_BUDGET / (6 * (double)p->runs.checkpoint_count); /* as `descent run` shares its budget */
    bool certified = range > 0 && !m->broken && isfinite(m->mean);
    struct interval i = certified ? interval_of_mean(m, range, delta) : (struct interval){NAN, NAN};
    *lower = i.lower;
    *upper = i.upper;
}

static void tabulate(struct play *p) {
    const struct mean_claim *claim = p->at.mean;
    struct constants c = constants(p);
    double *t = p->table;
    c.sigma2 = 0;
    for (size_t i = 0; i < p->runs.checkpoint_count; i++) {
        const struct measured *m = &p->measured[i];
        size_t k = p->checkpoints[i];
        c.sigma2 = larger(c.sigma2, m->second.mean);
        t[K * CHECKPOINTS_MAX + i] = (double)k;
        t[GAP * CHECKPOINTS_MAX + i] = m->gap.mean;
        t[AVERAGE * CHECKPOINTS_MAX + i] = m->average_gap.mean;
        t[SECOND * CHECKPOINTS_MAX + i] = m->second.mean;
        limits(p, &m->gap, p->runs.envelope.gap, &t[LOWER * CHECKPOINTS_MAX + i], &t[UPPER * CHECKPOINTS_MAX + i]);
        limits(p, &m->average_gap, p->runs.envelope.gap, &t[AVERAGE_LOWER * CHECKPOINTS_MAX + i],
               &t[AVERAGE_UPPER * CHECKPOINTS_MAX + i]);
        t[ERROR * CHECKPOINTS_MAX + i] = sqrt(moments_variance(&m->gap) / (double)m->gap.count);
        t[AVERAGE_ERROR * CHECKPOINTS_MAX + i] = sqrt(moments_variance(&m->average_gap) / (double)m->gap.count);
        t[BOUND_AT * CHECKPOINTS_MAX + i] = claim ? (claim->times > 0 ? claim->times : 1) * claim->bound(&c, k) : NAN;
        for (size_t term = 0; term < p->theorem->term_count; term++)
            t[(TERMS + term) * CHECKPOINTS_MAX + i] = p->theorem->terms[term].at(&c, k);
    }
}
EXPORT(play_is_average) int play_is_average(struct play *p) {
    return p->at.mean && p->at.mean->average;
}
EXPORT(play_is_lower) int play_is_lower(struct play *p) {
    return p->at.mean && p->at.mean->sign == AT_LEAST;
}

/* The table of the first LANES runs alone, for a page that is in a hurry. */
EXPORT(play_preview) void play_preview(struct play *p) {
    struct runs all = p->runs;
    p->runs.count = LANES;
    runs_measure(&p->runs, p->measured);
    tabulate(p);
    memset(p->measured, 0, p->runs.checkpoint_count * sizeof *p->measured);
    p->runs = all;
}

/* So many blocks of 128 runs more; how many runs there are then.  The table is that of them. */
EXPORT(play_more) size_t play_more(struct play *p, size_t blocks) {
    size_t calls = stand_in_calls();
    for (size_t b = 0; b < blocks; b++) { /* block by block, as `descent run` merges them */
        p->runs.count = BLOCK;
        runs_measure(&p->runs, p->measured);
        p->runs.first += BLOCK;
    }
    tabulate(p);
    if (stand_in_calls() != calls) fail("%s: what was computed rests on GSL", p->theorem->id);
    return p->runs.first;
}

/* ---- Adam's game ---- */

EXPORT(room) double *room(size_t numbers) {
    return allocate(numbers, sizeof(double));
}
EXPORT(room_free) void room_free(double *numbers) {
    free(numbers);
}
/* x_1, ..., x_steps of Adam with steps 1/sqrt(t) on slopes C, -1, -1, ..., from -1 (the best point) and from 1. */
EXPORT(game_path)
void game_path(double C, double beta1, double beta2, size_t period, size_t steps, double from_best[],
               double from_worst[]) {
    struct game g = game_new(&method_adam_uncorrected, 1, beta1, beta2, period, C);
    for (size_t k = 0; k < steps; k++) {
        from_best[k] = g.x[FROM_MINUS_ONE];
        from_worst[k] = g.x[FROM_ONE];
        game_step(&g);
    }
}
/* How far the last of so many cycles moves Adam, before it is cut off at an end: positive is the wrong way. */
EXPORT(game_drift) double game_drift(double C, double beta1, double beta2, size_t period, size_t cycles) {
    struct game g = game_new(&method_adam_uncorrected, 1, beta1, beta2, period, C);
    game_until(&g, cycles * period);
    return g.drift;
}

/* ---- the race on Rosenbrock's function ---- */

static const struct method *const methods[] = {
#define METHOD(id) &method_##id,
#include "../methods/methods.def"
#undef METHOD
};
/* The path of a method, by its place in methods.def, with its usual parameters: x, y of each of `steps` points.  How many are
 * finite; 0 for a method that cannot be played here. */
EXPORT(race_path) size_t race_path(size_t method, double alpha, double x, double y, size_t steps, double out[]) {
    struct problem *p = rosenbrock();
    struct settings s = method_settings(methods[method]);
    s.alpha = alpha;
    p->x_0[0] = x;
    p->x_0[1] = y;
    struct trajectory t = trajectory_new(p, methods[method], &s);
    size_t k = 0, calls = stand_in_calls();
    for (; k < steps && isfinite(t.x[0][0]) && isfinite(t.x[1][0]); k++) {
        out[2 * k] = t.x[0][0];
        out[2 * k + 1] = t.x[1][0];
        trajectory_step(&t, whole_all(0));
    }
    trajectory_free(&t);
    problem_free(p);
    return stand_in_calls() == calls ? k : 0; /* some methods need GSL */
}
