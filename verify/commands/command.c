/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <gsl/gsl_errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#include "../claims/inquiry.h"
#include "../claims/judge.h"
#include "../figures/plot.h"
#include "../ledger/ledger.h"
#include "../ledger/replace.h"
#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "../runs/runs.h"
#include "trace.h"
#include "version.h"

/* A signal handler can reach nothing else. */
static volatile sig_atomic_t interrupted;

static void on_signal(int number) {
    interrupted = number;
}

/* ---- what the options say ---- */

struct arguments {
    const struct catalogue *catalogue;
    char **names; /* what is left beside options */
    int name_count;
    const char *kind, *csv, *out;
    const char *schedule, *x_0, *box, *shape;
    /* Parameters of the method, as they were given; which of them a method takes it says itself. */
    struct {
        const char *name, *text;
    } given[16];
    size_t given_count;
    uint64_t seed;
    double effort, mu;
    size_t steps, runs, threads;
    bool quiet, average;
    bool language[LANGUAGES], format[FORMATS];
};

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
static void choose(const char *option, const char *text, const char *const known[], size_t count, bool chosen[]) {
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

static const struct theorem *find_theorem(const struct catalogue *c, const char *id, size_t length) {
    for (size_t i = 0; i < c->theorem_count; i++)
        if (strlen(c->theorems[i]->id) == length && strncmp(c->theorems[i]->id, id, length) == 0) return c->theorems[i];
    fail("unknown theorem '%.*s'; `descent list --kind theorem` names them", (int)length, id);
}

static struct problem *find_problem(const struct catalogue *c, const char *id) {
    for (size_t i = 0; i < c->problem_count; i++) {
        struct problem *p = c->problems[i]();
        if (strcmp(p->id, id) == 0) return p;
        problem_free(p);
    }
    fail("unknown problem '%s'; `descent list --kind problem` names them", id);
}

static const struct method *find_method(const struct catalogue *c, const char *id) {
    for (size_t i = 0; i < c->method_count; i++)
        if (strcmp(c->methods[i]->id, id) == 0) return c->methods[i];
    fail("unknown method '%s'; `descent list --kind method` names them", id);
}

/* ---- a method's parameters ---- */

/* The numbers of a comma-separated list, at most `most`; how many. */
static size_t numbers_of(const char *option, const char *text, double out[], size_t most) {
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

static bool was_given(const struct arguments *a, const char *name) {
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
static struct settings settings_given(const struct arguments *a, const struct method *m, double mu) {
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
            fail("--%s %.60s: %s takes %s", name, text, m->id, range_name(p->range));
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

/* ---- list ---- */

static int list(const struct arguments *a) {
    static const char *const kinds[] = {"theorem", "problem", "method", "claim"};
    bool shown[COUNT(kinds)];
    for (size_t i = 0; i < COUNT(kinds); i++) shown[i] = !a->kind;
    if (a->kind) choose("kind", a->kind, kinds, COUNT(kinds), shown);
    const struct catalogue *c = a->catalogue;
    for (size_t i = 0; i < c->theorem_count && shown[0]; i++)
        printf("%-24s %s\n", c->theorems[i]->id, c->theorems[i]->title[0]);
    for (size_t i = 0; i < c->problem_count && shown[1]; i++) {
        struct problem *p = c->problems[i]();
        printf("%-24s %s\n", p->id, p->title[0]);
        problem_free(p);
    }
    for (size_t i = 0; i < c->method_count && shown[2]; i++)
        printf("%-24s %s\n", c->methods[i]->id, c->methods[i]->title[0]);
    for (size_t t = 0; t < c->theorem_count && shown[3]; t++)
        for (size_t i = 0; i < c->theorems[t]->claim_count; i++) {
            const struct claim *claim = c->theorems[t]->claims[i];
            printf("%s/%-40s %-10s %s\n", c->theorems[t]->id, claim->name, kind_name(claim->kind), claim->says);
        }
    return 0;
}

/* ---- verify ---- */

/* Which claims the names select: flags in the catalogue's order. */
static bool *select_claims(const struct arguments *a, size_t *count) {
    const struct catalogue *c = a->catalogue;
    size_t all = 0;
    for (size_t t = 0; t < c->theorem_count; t++) all += c->theorems[t]->claim_count;
    bool *chosen = allocate(all, sizeof *chosen);
    for (size_t i = 0; i < all; i++) chosen[i] = a->name_count == 0;
    for (int n = 0; n < a->name_count; n++) {
        const char *name = a->names[n], *slash = strchr(name, '/');
        const struct theorem *theorem = find_theorem(c, name, slash ? (size_t)(slash - name) : strlen(name));
        size_t at = 0;
        bool found = false;
        for (size_t t = 0; c->theorems[t] != theorem; t++) at += c->theorems[t]->claim_count;
        for (size_t i = 0; i < theorem->claim_count; i++)
            if (!slash || strcmp(theorem->claims[i]->name, slash + 1) == 0) chosen[at + i] = found = true;
        if (!found) fail("unknown claim '%s'; `descent list --kind claim` names them", name);
    }
    *count = 0;
    for (size_t i = 0; i < all; i++) *count += chosen[i];
    return chosen;
}

static void print_judgement(const struct judgement *j) {
    bool expected = j->verdict == j->claim->expected;
    const struct row *r = judge_worst(j);
    printf("  %-4s %-40s %-9s %-8s", expected ? "ok" : "NOT", j->claim->name, verdict_name(j->verdict),
           r ? r->evidence : "");
    if (r && j->verdict != INVALID) {
        printf(" %.4g vs %.4g at k=%zu on %s", r->estimate, r->bound, r->k, r->problem);
        if (r->runs) printf(", %zu runs", r->runs);
    }
    if (j->met_count && isfinite(j->met[0].power)) printf(", would catch an excess of %.2g", j->met[0].power);
    if (j->note[0]) printf(" (%s)", j->note);
    putchar('\n');
}

static double seconds_since(const struct timespec *start) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + 1e-9 * (double)(now.tv_nsec - start->tv_nsec);
}

static int verify(const struct arguments *a) {
    struct timespec start;
    clock_gettime(CLOCK_MONOTONIC, &start);
    const struct catalogue *c = a->catalogue;
    size_t total, limits, done = 0, at = 0, unexpected = 0;
    bool *chosen = select_claims(a, &total);
    directory_ready(a->out);
#ifdef _OPENMP
    if (a->threads) omp_set_num_threads((int)a->threads);
    size_t threads = (size_t)omp_get_max_threads();
#else
    size_t threads = 1;
#endif
    struct options options = {.seed = a->seed, .effort = a->effort, .interrupted = &interrupted};
    options.delta = judge_delta(c, &limits);
    struct provenance provenance = {.seed = a->seed, .effort = a->effort, .threads = threads, .limits = limits};
    struct judgement *judgements = allocate(total, sizeof *judgements);
    bool watched = isatty(STDERR_FILENO);
    for (size_t t = 0; t < c->theorem_count && !interrupted; t++) {
        const struct theorem *theorem = c->theorems[t];
        size_t first = done;
        for (size_t i = 0; i < theorem->claim_count && !interrupted; i++) {
            if (!chosen[at++]) continue;
            const struct claim *claim = theorem->claims[i];
            if (watched) {
                double left = done ? seconds_since(&start) / (double)done * (double)(total - done) : 0;
                fprintf(stderr, "\r\033[K[%zu/%zu] %s/%s, about %.0f s left", done + 1, total, theorem->id, claim->name,
                        left);
            }
            if (!a->quiet && done == first) printf("%s\n", theorem->id);
            struct judgement j = judge(theorem, claim, &options, NULL);
            if (watched) fputs("\r\033[K", stderr);
            if (j.interrupted) {
                judgement_free(&j);
                break;
            }
            judgements[done++] = j;
            unexpected += j.verdict != claim->expected;
            if (!a->quiet || j.verdict != claim->expected) print_judgement(&j);
            fflush(stdout);
        }
        if (done > first) ledger_summary(stdout, judgements + first, done - first, &provenance);
    }
    provenance.seconds = seconds_since(&start);
    provenance.interrupted = interrupted;
    if (interrupted && !done) fail("interrupted before a claim was finished; nothing was written");
    ledger_write(a->out, judgements, done, &provenance);
    for (size_t i = 0; i < done; i++) judgement_free(&judgements[i]);
    free(judgements);
    free(chosen);
    if (interrupted)
        fail("interrupted after %zu of %zu claims; their results are in %s/results.csv", done, total, a->out);
    return unexpected ? 1 : 0;
}

/* ---- run ---- */

/* A mean and its limits; nothing where no range is certified or a run has left it, or where there is no mean. */
static void print_limits(FILE *file, const struct moments *m, double range, double delta) {
    struct interval i = interval_of_mean(m, range, delta);
    if (!isfinite(m->mean))
        fputs(",,,", file);
    else if (range > 0 && !m->broken)
        fprintf(file, ",%.17g,%.17g,%.17g", m->mean, i.lower, i.upper);
    else
        fprintf(file, ",%.17g,,", m->mean);
}

static void remark_on_hypotheses(const struct catalogue *c, const struct problem *p, const struct method *m,
                                 double alpha) {
    struct constants constants = constants_of(p, alpha);
    for (size_t t = 0; t < c->theorem_count; t++) {
        bool about = false;
        for (size_t i = 0; i < c->theorems[t]->claim_count && !about; i++) {
            size_t count;
            const struct setting *s = c->theorems[t]->claims[i]->evidence->settings(c->theorems[t]->claims[i], &count);
            about = count && s->method == m;
        }
        const char *objection = about && c->theorems[t]->objection ? c->theorems[t]->objection(&constants) : NULL;
        if (objection)
            fprintf(stderr, "descent: note: %s does not cover this run, it asks for: %s (alpha = %g, mu = %g)\n",
                    c->theorems[t]->id, objection, alpha, p->mu);
    }
}

/* Ready to replace a file, or the one that a link leads to; what is not a file is left alone. */
static struct replacement csv_begin(const char *given) {
    char resolved[PATH_LENGTH], directory[PATH_LENGTH];
    struct stat status;
    bool exists = stat(given, &status) == 0;
    if (exists && !S_ISREG(status.st_mode)) fail("--csv %.60s: this is no regular file", given);
    const char *path = exists && realpath(given, resolved) ? resolved : given, *slash = strrchr(path, '/');
    int length = snprintf(directory, sizeof directory, "%.*s", slash ? (int)(slash - path) : 1, slash ? path : ".");
    const char *name = slash ? slash + 1 : path;
    if (length < 0 || length >= PATH_LENGTH || !*name) fail("--csv %.60s: give the path of a file", given);
    struct replacement csv = replacement_begin(slash == path ? "/" : directory, name);
    if (exists) fchmod(fileno(csv.file), status.st_mode & 07777);
    return csv;
}

static int run(const struct arguments *a) {
    if (a->name_count != 2) fail("usage: descent run PROBLEM METHOD [options]; see `descent help run`");
    const struct method *method = find_method(a->catalogue, a->names[1]);
    struct problem *p = find_problem(a->catalogue, a->names[0]);
    struct settings settings = settings_given(a, method, p->mu);
    /* Where f is not smooth, the step for this many iterations of the convex theorem with a constant step. */
    bool smooth = isfinite(p->L) && p->L > 0;
    double usual = smooth ? 1 / (4 * p->L) : problem_distance(p) / (p->lipschitz * sqrt((double)a->steps));
    if (!was_given(a, "alpha") && !method->scale_free) settings.alpha = usual;
    double first = step_size(&settings, 0); /* schedules fall, so this is the longest step */
    remark_on_hypotheses(a->catalogue, p, method, first);
#ifdef _OPENMP
    if (a->threads) omp_set_num_threads((int)a->threads);
#endif
    size_t checkpoints[CHECKPOINTS_MAX];
    struct runs runs = {.problem = p,
                        .method = method,
                        .settings = &settings,
                        .checkpoints = checkpoints,
                        .checkpoint_count = checkpoints_between(0, a->steps, 8, checkpoints),
                        .average = true,
                        .seed = a->seed,
                        .claim = pcg_name(pcg_name(pcg_name(0, p->id), "/"), method->id),
                        .count = a->runs,
                        .interrupted = &interrupted};
    if (problem_confines(p, method)) runs.envelope = p->envelope(p, first, a->steps);
    if (!(runs.envelope.radius > 0))
        fprintf(stderr, "descent: note: no range is certified on %s for alpha = %g, so the means have no limits\n",
                p->id, first);
    struct measured *m = allocate(runs.checkpoint_count, sizeof *m);
    struct replacement csv;
    FILE *file = stdout;
    if (a->csv) {
        csv = csv_begin(a->csv);
        file = csv.file;
    }
    if (!runs_measure(&runs, m)) {
        if (a->csv) unlink(csv.temporary);
        fail("interrupted; nothing was written");
    }
    double delta = ERROR_BUDGET / (6 * (double)runs.checkpoint_count);
    size_t broken = 0;
    fprintf(file, "k,alpha,runs,broken,gap,gap_lower,gap_upper,average_gap,average_lower,average_upper,"
                  "second_moment,second_lower,second_upper\n");
    for (size_t c = 0; c < runs.checkpoint_count; c++) {
        fprintf(file, "%zu,%.17g,%zu,%zu", checkpoints[c], first, m[c].gap.count, m[c].gap.broken);
        broken = m[c].gap.broken > broken ? m[c].gap.broken : broken;
        print_limits(file, &m[c].gap, runs.envelope.gap, delta);
        print_limits(file, &m[c].average_gap, runs.envelope.gap, delta);
        print_limits(file, &m[c].second, runs.envelope.moment, delta);
        fputc('\n', file);
    }
    if (a->csv) replacement_commit(&csv);
    if (broken)
        fprintf(stderr, "descent: note: %zu of %zu runs left the certified range or are no longer finite\n", broken,
                a->runs);
    free(m);
    problem_free(p);
    return 0;
}

/* ---- trace ---- */

static int trace(const struct arguments *a) {
    if (a->name_count != 1) fail("usage: descent trace METHOD [options] < gradients; see `descent help trace`");
    struct trace t = {
        .method = find_method(a->catalogue, a->names[0]), .average = a->average, .interrupted = &interrupted};
    t.settings = settings_given(a, t.method, 0);
    if (a->shape) {
        unsigned rows = 0, columns = 0;
        int end = 0;
        if (!t.method->shaped) fail("%s takes no --shape: it knows no matrices", t.method->id);
        if (strspn(a->shape, "0123456789x") != strlen(a->shape) ||
            sscanf(a->shape, "%5ux%5u%n", &rows, &columns, &end) != 2 || a->shape[end] || !rows || !columns ||
            rows > TRACE_NUMBERS_MAX / columns)
            fail("--shape %.60s: give rows and columns, as in 2x3, at most %d numbers", a->shape, TRACE_NUMBERS_MAX);
        t.settings.rows = rows;
        t.dim = (size_t)rows * columns;
        t.why = "--shape needs";
    }
    double *x_0 = NULL;
    if (a->x_0) {
        x_0 = allocate(TRACE_NUMBERS_MAX, sizeof *x_0);
        size_t count = numbers_of("x0", a->x_0, x_0, TRACE_NUMBERS_MAX);
        if (t.dim && count != t.dim) fail("--x0 has %zu numbers, but --shape needs %zu", count, t.dim);
        t.dim = count;
        if (!t.why) t.why = "--x0 has";
        for (size_t j = 0; j < count; j++)
            if (!isfinite(x_0[j])) fail("--x0 %.60s: give finite numbers", a->x_0);
        t.x_0 = x_0;
    }
    if (box_closed(t.settings.box))
        for (size_t j = 0; j < (x_0 ? t.dim : 1); j++) {
            double start = x_0 ? x_0[j] : 0;
            if (!(start >= t.settings.box.low && start <= t.settings.box.high))
                fail("--box %.60s: x0 = %g lies outside; give another --x0", a->box, start);
        }
    trace_print(&t, stdin, stdout);
    free(x_0);
    return 0;
}

/* ---- plot ---- */

static int plot(const struct arguments *a) {
    bool chosen[64] = {false};
    const struct catalogue *c = a->catalogue;
    for (int n = 0; n < a->name_count; n++) {
        const struct theorem *theorem = find_theorem(c, a->names[n], strlen(a->names[n]));
        for (size_t t = 0; t < c->theorem_count; t++) chosen[t] |= c->theorems[t] == theorem;
    }
    size_t count, made = 0;
    struct plot_options options = {.directory = a->out};
    memcpy(options.language, a->language, sizeof options.language);
    memcpy(options.format, a->format, sizeof options.format);
    struct curve *curves = ledger_read(a->out, c, &count, &options.seed);
    for (size_t t = 0; t < c->theorem_count; t++)
        if (a->name_count == 0 || chosen[t]) made += plot_theorem(c->theorems[t], c, curves, count, &options);
    curves_free(curves, count);
    if (!made) fail("%s/results.csv holds no bound to draw; run `descent verify` first", a->out);
    printf("%zu figures in %s/figures\n", made, a->out);
    return 0;
}

/* ---- help and version ---- */

static int version(const struct arguments *a) {
    (void)a;
    printf("descent %s (%s)\n%s\n", DESCENT_VERSION, DESCENT_COMMIT, DESCENT_COMPILER);
    return 0;
}

static int help(const struct arguments *a);

/* What a method may take. */
#define PARAMETER_OPTIONS "alpha beta1 beta2 eps gamma weight-decay momentum newton-schulz "

static const struct verb {
    const char *name, *usage, *text;
    const char *options; /* names of the long options that it takes, with a space after each */
    int (*act)(const struct arguments *);
} verbs[] = {
    {"list", "list [--kind theorem|problem|method|claim]", "Names everything that the program knows, one line each.",
     "kind ", list},
    {"verify", "verify [THEOREM[/CLAIM] ...] [--seed S] [--effort X] [--threads N] [--out DIR] [--quiet]",
     "Checks claims (all, or those named) and writes DIR/results.csv, constants.csv and\n"
     "provenance.json.  DIR is reports.  --effort multiplies the numbers of runs.",
     "seed effort threads out quiet ", verify},
    {"run",
     "run PROBLEM METHOD [--alpha A] [PARAMETER ...] [--steps K] [--runs N] [--seed S] [--threads N] [--csv FILE]",
     "Runs a method and prints its mean gap at the last iterate and at the weighted average,\n"
     "and the second moment of its stochastic gradients, with limits that hold together with\n"
     "probability 1 - 1e-6; no limits where no range is certified.  alpha is 1/(4 L), or, where\n"
     "f is not smooth and ||grad f_i|| <= G, ||x_0 - x*||/(G sqrt(K)); for methods whose step has\n"
     "a length of its own (AdaGrad and after) it is as for trace.  K is 1000, N is 10000 unless\n"
     "given.  PARAMETERS are those of `descent help trace`.",
     PARAMETER_OPTIONS "schedule mu steps runs seed threads csv ", run},
    {"trace",
     "trace METHOD [--alpha A] [--beta1 B] [--beta2 B] [--eps E] [--gamma G] [--weight-decay W]\n"
     "                [--momentum M] [--newton-schulz N] [--schedule constant|root|pl] [--mu M]\n"
     "                [--average] [--x0 x1,x2,...] [--box lo,hi] [--shape RxC] < gradients",
     "Reads one gradient a line and prints the iterate after that step, a line each, so that a\n"
     "rule can be compared with another library's or with your own arithmetic.  Nothing is\n"
     "printed unless all of the input can be used.  x0 is the origin unless given.  --box\n"
     "projects every coordinate.  --schedule root takes alpha/sqrt(k+1) as step k, pl takes\n"
     "(2k+1)/(2 mu (k+1)^2).  --average prints the average of x_0, ..., x_k in place of\n"
     "x_{k+1}, weighted by the step sizes.  --shape makes x a matrix, row-major, for shampoo and\n"
     "muon; a column unless given.  muon takes a singular value decomposition, or with\n"
     "--newton-schulz N so many iterations.  shampoo sums its statistics with --beta2 1.",
     PARAMETER_OPTIONS "schedule mu average x0 box shape ", trace},
    {"plot", "plot [THEOREM ...] [--lang en|ru] [--format svg,pdf,png] [--out DIR]",
     "Draws the figures of theorems from DIR/results.csv into DIR/figures, in both languages\n"
     "and all formats unless told otherwise.",
     "lang format out ", plot},
    {"help", "help [VERB]", "Says what the verbs do.", "", help},
    {"version", "version", "Prints the version, commit and compiler.", "", version},
};

static const struct verb *find_verb(const char *name) {
    for (size_t i = 0; i < COUNT(verbs); i++)
        if (strcmp(verbs[i].name, name) == 0) return &verbs[i];
    fail("unknown verb '%s'; the verbs are list, verify, run, trace, plot, help and version", name);
}

/* What each method takes, unless told otherwise. */
static void print_parameters(const struct catalogue *c) {
    puts("\nMethods, their parameters' values unless given, and what these may be:");
    for (size_t i = 0; i < c->method_count; i++) {
        const struct parameter *p = c->methods[i]->parameters;
        for (size_t k = 0; k < PARAMETERS && p[k].name; k++)
            printf("  %-17s--%s %g, %s\n", k ? "" : c->methods[i]->id, p[k].name, p[k].standard,
                   range_name(p[k].range));
    }
}

static int help(const struct arguments *a) {
    if (a->name_count > 1) fail("help takes one verb, not %d", a->name_count);
    if (a->name_count == 1) {
        const struct verb *verb = find_verb(a->names[0]);
        printf("descent %s\n\n%s\n", verb->usage, verb->text);
        if (verb->act == trace) print_parameters(a->catalogue);
        return 0;
    }
    puts("descent: the theorems of a lecture on stochastic gradient descent, checked\n");
    for (size_t i = 0; i < COUNT(verbs); i++) printf("  descent %s\n", verbs[i].usage);
    puts("\nExit status: 0 every verdict as expected, 1 some verdict not as expected, 2 wrong usage\n"
         "or a failure of the machine.  `descent help VERB` says more.");
    return 0;
}

/* ---- from argv to a verb ---- */

static struct arguments parse(int argc, char **argv, const struct verb *verb, const struct catalogue *catalogue) {
    /* Beyond every character, and all different: getopt takes options of the same value for one. */
    enum {
        OPTION_KIND = 256,
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
        OPTION_STEPS,
        OPTION_RUNS,
        OPTION_CSV,
        OPTION_LANG,
        OPTION_FORMAT,
        PARAMETER /* and the ones after it: parameters of methods */
    };
    static const struct option options[] = {
        {"kind", required_argument, NULL, OPTION_KIND},
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
        {"schedule", required_argument, NULL, OPTION_SCHEDULE},
        {"mu", required_argument, NULL, OPTION_MU},
        {"average", no_argument, NULL, OPTION_AVERAGE},
        {"x0", required_argument, NULL, OPTION_X0},
        {"box", required_argument, NULL, OPTION_BOX},
        {"shape", required_argument, NULL, OPTION_SHAPE},
        {"steps", required_argument, NULL, OPTION_STEPS},
        {"runs", required_argument, NULL, OPTION_RUNS},
        {"csv", required_argument, NULL, OPTION_CSV},
        {"lang", required_argument, NULL, OPTION_LANG},
        {"format", required_argument, NULL, OPTION_FORMAT},
        {NULL, 0, NULL, 0},
    };
    struct arguments a = {
        .catalogue = catalogue, .out = "reports", .seed = 1, .effort = 1, .steps = 1000, .runs = 10000};
    for (size_t i = 0; i < LANGUAGES; i++) a.language[i] = true;
    for (size_t i = 0; i < FORMATS; i++) a.format[i] = true;
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
            case OPTION_STEPS: a.steps = whole_number(name, optarg, 1, 1000000000); break;
            case OPTION_RUNS: a.runs = whole_number(name, optarg, 2, 1000000000000); break;
            case OPTION_CSV: a.csv = optarg; break;
            case OPTION_LANG: choose(name, optarg, plot_languages, LANGUAGES, a.language); break;
            case OPTION_FORMAT: choose(name, optarg, plot_formats, FORMATS, a.format); break;
        }
    }
    a.names = argv + optind;
    a.name_count = argc - optind;
    bool nameless = verb->act == list || verb->act == version;
    if (nameless && a.name_count > 0)
        fail("%s takes no '%s'; see `descent help %s`", verb->name, a.names[0], verb->name);
    return a;
}

static void on_gsl_error(const char *reason, const char *file, int line, int number) {
    (void)number;
    fail("GSL: %s (%s:%d)", reason, file, line);
}

static void prepare(void) {
    /* With standard output closed, the first file opened would take its place. */
    if (fcntl(STDIN_FILENO, F_GETFD) == -1) open("/dev/null", O_RDONLY);
    if (fcntl(STDERR_FILENO, F_GETFD) == -1) dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
    if (fcntl(STDOUT_FILENO, F_GETFD) == -1) fail("standard output is closed");
    signal(SIGPIPE, SIG_IGN); /* a closed pipe shows up as a write error, after the results are safe */
    /* A second signal ends the program at once. */
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    struct sigaction hangup;
    sigaction(SIGHUP, NULL, &hangup);
    if (hangup.sa_handler != SIG_IGN) sigaction(SIGHUP, &action, NULL); /* nohup wants to be obeyed */
    gsl_set_error_handler(on_gsl_error);
}

int command(int argc, char **argv, const struct catalogue *catalogue) {
    prepare();
    const char *name = argc > 1 ? argv[1] : "";
    if (!*name) fail("say what to do: list, verify, run, trace, plot, help or version; `descent help` tells more");
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) name = "help";
    if (strcmp(name, "--version") == 0) name = "version";
    const struct verb *verb = find_verb(name);
    struct arguments arguments = parse(argc - 1, argv + 1, verb, catalogue);
    int status = verb->act(&arguments);
    if (ferror(stdout) || fflush(stdout) != 0) fail("cannot write to standard output: %s", strerror(errno));
    return status;
}
