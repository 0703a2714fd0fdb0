/* What the command line says, and what its words stand for. */
#ifndef DESCENT_ARGUMENTS_H
#define DESCENT_ARGUMENTS_H

#include <signal.h>

#include "../claims/theorem.h"
#include "../figures/plot.h"

struct arguments {
    const struct catalogue *catalogue;
    char **names; /* what is left beside options */
    int name_count;
    const char *kind, *csv, *out;
    const char *schedule, *x_0, *box, *shape, *save, *resume;
    /* Parameters of the method, as they were given; which of them a method takes it says itself. */
    struct {
        const char *name, *text;
    } given[16];
    size_t given_count;
    uint64_t seed;
    double effort, mu;
    size_t steps, runs, threads; /* runs: 0 unless given */
    bool quiet, average, markdown;
    const char *data, *label; /* a table, its column of labels */
    bool intercept, standardize;
    double l2;
    const char *plot;
    const char *lecture, *font; /* of figures */
    double width, height, font_size;
    bool no_title, no_signature, transparent;
    bool language[LANGUAGES], format[FORMATS];
    const volatile sig_atomic_t *interrupted; /* not 0 once somebody wants the program to stop */
};

struct verb {
    const char *name, *usage, *text;
    const char *options; /* names of the long options that it takes, with a space after each */
    bool named;          /* it takes names beside options */
    int (*act)(const struct arguments *);
};

/* What the options of a verb say; fails with one line about what is wrong. */
struct arguments arguments_parse(int argc, char **argv, const struct verb *, const struct catalogue *);

/* The members of a comma-separated list, as flags; fails if one is unknown. */
void choose(const char *option, const char *text, const char *const known[], size_t count, bool chosen[]);
/* The numbers of a comma-separated list, `most` at most; how many. */
size_t numbers_of(const char *option, const char *text, double out[], size_t most);
bool was_given(const struct arguments *, const char *name);

/* By name; each fails if there is none such.  A problem is the caller's to free. */
const struct theorem *find_theorem(const struct catalogue *, const char *id, size_t length);
struct problem *find_problem(const struct catalogue *, const char *id);
const struct model *find_model(const struct catalogue *, const char *id);
const struct method *find_method(const struct catalogue *, const char *id);

/* The method's settings with all that the options say; mu is the problem's, 0 if there is none. */
struct settings settings_given(const struct arguments *, const struct method *, double mu);

/* The problem that a run's --data makes of a table, with what there is to say of it on standard error. */
struct problem *problem_of_data(const struct arguments *, const char *model);

/* The verb of that name; fails if there is none. */
const struct verb *find_verb(const char *name);

/* The verbs, one a file. */
int list(const struct arguments *);
int verify(const struct arguments *);
int run(const struct arguments *);
int trace(const struct arguments *);
int plot(const struct arguments *);
int help(const struct arguments *);
int version(const struct arguments *);

#endif
