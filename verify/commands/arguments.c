/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arguments.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../numbers/fail.h"

static double positive_number(const char *option, const char *text) {
    char *end;
    errno = 0;
    double value = strtod(text, &end);
    if (end == text || *end) fail("--%s %s: not a number; give a positive one", option, text);
    if (!(value > 0) || !isfinite(value) || errno == ERANGE)
        fail("--%s %s: out of range; give a positive, finite number", option, text);
    return value;
}

static uint64_t whole_number(const char *option, const char *text, uint64_t least, uint64_t most) {
    char *end;
    errno = 0;
    bool digits = *text && strspn(text, "0123456789") == strlen(text);
    uint64_t value = digits ? strtoull(text, &end, 10) : 0;
    if (!digits || errno == ERANGE || value < least || value > most)
        fail("--%s %s: give a whole number from %" PRIu64 " to %" PRIu64, option, text, least, most);
    return value;
}

/* Mark the members of a comma-separated list. */
void choose(const char *option, const char *text, const char *const known[], size_t count, bool chosen[]) {
    memset(chosen, 0, count * sizeof *chosen);
    for (const char *rest = text;; rest++) {
        size_t length = strcspn(rest, ","), i = 0;
        while (i < count && !(strlen(known[i]) == length && strncmp(known[i], rest, length) == 0)) i++;
        if (i == count) {
            char all[64] = "";
            for (size_t k = 0; k < count; k++)
                snprintf(all + strlen(all), sizeof all - strlen(all), "%s%s", k ? ", " : "", known[k]);
            fail("--%s %s: choose from %s", option, text, all);
        }
        chosen[i] = true;
        rest += length;
        if (!*rest) return;
    }
}

/* ---- looking things up by name ---- */

const struct theorem *find_theorem(const struct catalogue *c, const char *id, size_t length) {
    for (size_t i = 0; i < c->theorem_count; i++)
        if (strlen(c->theorems[i]->id) == length && strncmp(c->theorems[i]->id, id, length) == 0) return c->theorems[i];
    fail("unknown theorem '%.*s'; `descent list --kind theorem` names them", (int)length, id);
}

struct problem *find_problem(const struct catalogue *c, const char *id) {
    for (size_t i = 0; i < c->problem_count; i++) {
        struct problem *p = c->problems[i]();
        if (strcmp(p->id, id) == 0) return p;
        problem_free(p);
    }
    fail("unknown problem '%s'; `descent list --kind problem` names them", id);
}

const struct model *find_model(const struct catalogue *c, const char *id) {
    char all[128] = "";
    for (size_t i = 0; i < c->model_count; i++) {
        if (strcmp(c->models[i].id, id) == 0) return &c->models[i];
        snprintf(all + strlen(all), sizeof all - strlen(all), "%s%s", i ? ", " : "", c->models[i].id);
    }
    fail("--data: '%.60s' cannot be fitted to data; choose from %s", id, all);
}

const struct method *find_method(const struct catalogue *c, const char *id) {
    for (size_t i = 0; i < c->method_count; i++)
        if (strcmp(c->methods[i]->id, id) == 0) return c->methods[i];
    fail("unknown method '%s'; `descent list --kind method` names them", id);
}

/* ---- a method's parameters ---- */

/* The numbers of a comma-separated list, at most `most`; how many. */
size_t numbers_of(const char *option, const char *text, double out[], size_t most) {
    size_t count = 0;
    for (const char *rest = text;; rest++) {
        char *end;
        double value = strtod(rest, &end);
        if (end == rest || (*end && *end != ',')) fail("--%s %.60s: give numbers with commas between", option, text);
        if (isnan(value)) fail("--%s %.60s: NaN is no number", option, text);
        if (count == most) fail("--%s %.60s: more than %zu numbers", option, text, most);
        out[count++] = value;
        rest = end;
        if (!*rest) return count;
    }
}

bool was_given(const struct arguments *a, const char *name) {
    for (size_t i = 0; i < a->given_count; i++)
        if (strcmp(a->given[i].name, name) == 0) return true;
    return false;
}

static const struct schedule *find_schedule(const struct catalogue *c, const char *id) {
    char all[128] = "";
    for (size_t i = 0; i < c->schedule_count; i++) {
        if (strcmp(c->schedules[i].id, id) == 0) return &c->schedules[i];
        snprintf(all + strlen(all), sizeof all - strlen(all), "%s%s", i ? ", " : "", c->schedules[i].id);
    }
    fail("--schedule %.60s: choose from %s", id, all);
}

/* The method's settings with all that the options say; mu is the problem's, 0 if there is none. */
struct settings settings_given(const struct arguments *a, const struct method *m, double mu) {
    struct settings s = method_settings(m);
    for (size_t i = 0; i < a->given_count; i++) {
        const char *name = a->given[i].name, *text = a->given[i].text;
        const struct parameter *p = method_parameter(m, name);
        if (!p) {
            char all[128] = "";
            for (size_t k = 0; k < PARAMETERS && m->parameters[k].name; k++)
                snprintf(all + strlen(all), sizeof all - strlen(all), " --%s", m->parameters[k].name);
            fail("%s takes no --%s; it takes%s", m->id, name, all);
        }
        char *end;
        double value = strtod(text, &end);
        if (end == text || *end || !range_admits(p->range, value))
            fail("--%s %.60s: %s takes %s", name, text, m->id, range_name(p->range, 0));
        *parameter_of(&s, p) = value;
    }
    s.mu = a->mu > 0 ? a->mu : mu;
    const struct schedule *schedule = a->schedule ? find_schedule(a->catalogue, a->schedule) : NULL;
    bool needs_mu = schedule && schedule->needs_mu;
    if (schedule) s.schedule = schedule->at;
    if (a->mu > 0 && !needs_mu) fail("--mu %g goes with --schedule pl only", a->mu);
    if (needs_mu && !(s.mu > 0)) fail("--schedule %s needs --mu", schedule->id);
    if (needs_mu && was_given(a, "alpha")) fail("--alpha: --schedule %s makes its steps of mu alone", schedule->id);
    if (a->box) {
        double ends[2];
        if (numbers_of("box", a->box, ends, 2) != 2 || !(ends[0] < ends[1]))
            fail("--box %.60s: give two numbers, the lower one first, as in -1,1", a->box);
        s.box = (struct box){ends[0], ends[1]};
    }
    return s;
}

/* ---- how figures look ---- */

static void figure_size(const char *text, struct arguments *a) {
    int end = 0;
    unsigned width, height;
    if (strcmp(text, "16x9") == 0) {
        a->width = 960;
        a->height = 540;
    } else if (strcmp(text, "4x3") == 0) {
        a->width = 800;
        a->height = 600;
    } else if (strspn(text, "0123456789x") == strlen(text) && sscanf(text, "%4ux%4u%n", &width, &height, &end) == 2 &&
               !text[end] && width >= 200 && height >= 120 && width <= 4000 && height <= 4000) {
        a->width = width;
        a->height = height;
    } else {
        fail("--size %.60s: give 16x9, 4x3, or a width and a height in pixels, from 200x120 to 4000x4000", text);
    }
}

/* NAME or NAME,SIZE; the name goes to gnuplot in quotes. */
static void figure_font(const char *text, struct arguments *a) {
    const char *comma = strchr(text, ',');
    size_t length = comma ? (size_t)(comma - text) : strlen(text);
    bool fine = length > 0 && length < 100;
    for (size_t i = 0; i < length; i++) fine &= (unsigned char)text[i] >= ' ' && !strchr("'\"\\{}:", text[i]);
    char *end = NULL;
    if (comma) a->font_size = strtod(comma + 1, &end);
    if (!fine || (comma && (end == comma + 1 || *end || !(a->font_size >= 6 && a->font_size <= 100))))
        fail("--font %.60s: give NAME or NAME,SIZE, such as 'CMU Serif,18', with a size from 6 to 100", text);
    char *name = allocate(length + 1, 1);
    memcpy(name, text, length);
    a->font = name;
}

/* ---- options ---- */

struct arguments arguments_parse(int argc, char **argv, const struct verb *verb, const struct catalogue *catalogue) {
    /* Beyond every character, and all different: getopt takes options of the same value for one. */
    enum {
        OPTION_KIND = 256,
        OPTION_MARKDOWN,
        OPTION_SEED,
        OPTION_EFFORT,
        OPTION_THREADS,
        OPTION_OUT,
        OPTION_QUIET,
        OPTION_SCHEDULE,
        OPTION_MU,
        OPTION_AVERAGE,
        OPTION_X0,
        OPTION_BOX,
        OPTION_SHAPE,
        OPTION_SAVE,
        OPTION_RESUME,
        OPTION_STEPS,
        OPTION_RUNS,
        OPTION_CSV,
        OPTION_LANG,
        OPTION_FORMAT,
        OPTION_SIZE,
        OPTION_FONT,
        OPTION_NO_TITLE,
        OPTION_NO_SIGNATURE,
        OPTION_TRANSPARENT,
        OPTION_LECTURE,
        OPTION_DATA,
        OPTION_LABEL,
        OPTION_INTERCEPT,
        OPTION_STANDARDIZE,
        OPTION_L2,
        OPTION_PLOT,
        PARAMETER /* and the ones after it: parameters of methods */
    };
    static const struct option options[] = {
        {"kind", required_argument, NULL, OPTION_KIND},
        {"markdown", no_argument, NULL, OPTION_MARKDOWN},
        {"seed", required_argument, NULL, OPTION_SEED},
        {"effort", required_argument, NULL, OPTION_EFFORT},
        {"threads", required_argument, NULL, OPTION_THREADS},
        {"out", required_argument, NULL, OPTION_OUT},
        {"quiet", no_argument, NULL, OPTION_QUIET},
        {"alpha", required_argument, NULL, PARAMETER + 0},
        {"beta1", required_argument, NULL, PARAMETER + 1},
        {"beta2", required_argument, NULL, PARAMETER + 2},
        {"eps", required_argument, NULL, PARAMETER + 3},
        {"gamma", required_argument, NULL, PARAMETER + 4},
        {"weight-decay", required_argument, NULL, PARAMETER + 5},
        {"momentum", required_argument, NULL, PARAMETER + 6},
        {"newton-schulz", required_argument, NULL, PARAMETER + 7},
        {"damping", required_argument, NULL, PARAMETER + 8},
        {"schedule", required_argument, NULL, OPTION_SCHEDULE},
        {"mu", required_argument, NULL, OPTION_MU},
        {"average", no_argument, NULL, OPTION_AVERAGE},
        {"x0", required_argument, NULL, OPTION_X0},
        {"box", required_argument, NULL, OPTION_BOX},
        {"shape", required_argument, NULL, OPTION_SHAPE},
        {"save", required_argument, NULL, OPTION_SAVE},
        {"resume", required_argument, NULL, OPTION_RESUME},
        {"steps", required_argument, NULL, OPTION_STEPS},
        {"runs", required_argument, NULL, OPTION_RUNS},
        {"csv", required_argument, NULL, OPTION_CSV},
        {"lang", required_argument, NULL, OPTION_LANG},
        {"format", required_argument, NULL, OPTION_FORMAT},
        {"size", required_argument, NULL, OPTION_SIZE},
        {"font", required_argument, NULL, OPTION_FONT},
        {"no-title", no_argument, NULL, OPTION_NO_TITLE},
        {"no-signature", no_argument, NULL, OPTION_NO_SIGNATURE},
        {"transparent", no_argument, NULL, OPTION_TRANSPARENT},
        {"lecture", required_argument, NULL, OPTION_LECTURE},
        {"data", required_argument, NULL, OPTION_DATA},
        {"label", required_argument, NULL, OPTION_LABEL},
        {"intercept", no_argument, NULL, OPTION_INTERCEPT},
        {"standardize", no_argument, NULL, OPTION_STANDARDIZE},
        {"l2", required_argument, NULL, OPTION_L2},
        {"plot", required_argument, NULL, OPTION_PLOT},
        {NULL, 0, NULL, 0},
    };
    struct arguments a = {.catalogue = catalogue, .out = "reports", .seed = 1, .effort = 1, .steps = 1000};
    for (size_t i = 0; i < LANGUAGES; i++) a.language[i] = true;
    opterr = 0;
    int letter, index = 0;
    while ((letter = getopt_long(argc, argv, ":", options, &index)) != -1) {
        if (letter == ':') fail("%s needs a value; see `descent help %s`", argv[optind - 1], verb->name);
        if (letter == '?' && optopt >= 256)
            fail("%s takes no value; see `descent help %s`", argv[optind - 1], verb->name);
        if (letter == '?' && optopt) fail("unknown option -%c; see `descent help %s`", optopt, verb->name);
        if (letter == '?') fail("unknown or ambiguous option %s; see `descent help %s`", argv[optind - 1], verb->name);
        const char *name = options[index].name;
        char padded[32];
        snprintf(padded, sizeof padded, "%s ", name);
        const char *hit = strstr(verb->options, padded);
        if (!hit || (hit > verb->options && hit[-1] != ' '))
            fail("%s takes no --%s; see `descent help %s`", verb->name, name, verb->name);
        if (letter >= PARAMETER) {
            if (a.given_count == COUNT(a.given)) fail("--%s: too many parameters", name);
            a.given[a.given_count].name = name;
            a.given[a.given_count++].text = optarg;
        }
        switch (letter) {
            case OPTION_KIND: a.kind = optarg; break;
            case OPTION_MARKDOWN: a.markdown = true; break;
            case OPTION_SEED: a.seed = whole_number(name, optarg, 0, UINT64_MAX); break;
            case OPTION_EFFORT: a.effort = positive_number(name, optarg); break;
            case OPTION_THREADS: a.threads = whole_number(name, optarg, 1, 1024); break;
            case OPTION_OUT: a.out = optarg; break;
            case OPTION_QUIET: a.quiet = true; break;
            case OPTION_SCHEDULE: a.schedule = optarg; break;
            case OPTION_MU: a.mu = positive_number(name, optarg); break;
            case OPTION_AVERAGE: a.average = true; break;
            case OPTION_X0: a.x_0 = optarg; break;
            case OPTION_BOX: a.box = optarg; break;
            case OPTION_SHAPE: a.shape = optarg; break;
            case OPTION_SAVE: a.save = optarg; break;
            case OPTION_RESUME: a.resume = optarg; break;
            case OPTION_STEPS: a.steps = whole_number(name, optarg, 1, 1000000000); break;
            case OPTION_RUNS: a.runs = whole_number(name, optarg, 2, 1000000000000); break;
            case OPTION_CSV: a.csv = optarg; break;
            case OPTION_LANG: choose(name, optarg, plot_languages, LANGUAGES, a.language); break;
            case OPTION_FORMAT: choose(name, optarg, plot_formats, FORMATS, a.format); break;
            case OPTION_SIZE: figure_size(optarg, &a); break;
            case OPTION_FONT: figure_font(optarg, &a); break;
            case OPTION_NO_TITLE: a.no_title = true; break;
            case OPTION_NO_SIGNATURE: a.no_signature = true; break;
            case OPTION_TRANSPARENT: a.transparent = true; break;
            case OPTION_LECTURE: a.lecture = optarg; break;
            case OPTION_DATA: a.data = optarg; break;
            case OPTION_LABEL: a.label = optarg; break;
            case OPTION_INTERCEPT: a.intercept = true; break;
            case OPTION_STANDARDIZE: a.standardize = true; break;
            case OPTION_L2: a.l2 = positive_number(name, optarg); break;
            case OPTION_PLOT: a.plot = optarg; break;
        }
    }
    a.names = argv + optind;
    a.name_count = argc - optind;
    if (!a.format[0] && !a.format[1] && !a.format[2]) /* slides include PDF, pages SVG */
        a.format[a.lecture ? 1 : 0] = true;
    if (!verb->named && a.name_count > 0)
        fail("%s takes no '%s'; see `descent help %s`", verb->name, a.names[0], verb->name);
    return a;
}
