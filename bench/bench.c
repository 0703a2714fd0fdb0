/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a step costs: constant-step SGD on the logistic regression by the engine, by a scalar loop and, if
 * the one argument says how to call bench/sgd.py, by NumPy.  All do the same work: draw an index, evaluate
 * that component's gradient, update x; f is measured once, at the end of a run.
 *
 * Machines are noisy and drift, so everything is timed once a round, and a ratio is the median of the
 * rounds' own ratios.  Speed is printed, never asserted.  What is asserted is that all have the same mean
 * gap at the end: they did run the same method on the same problem.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#include "../methods/methods.h"
#include "../problems/problems.h"
#include "../verify/numbers/fail.h"
#include "../verify/numbers/pcg.h"
#include "../verify/runs/runs.h"
#include "version.h"

enum { ROUNDS = 7 };
/* The method and the problem.  The scalar loop may know the dimension, as the problem's own code does. */
enum { N = 10 };
static const struct settings settings = {.alpha = 0.05};
static struct problem *problem;

/* A step costs nanoseconds, measuring f and the second moment tens of microseconds: with so many steps to
 * a run that is a fraction of a percent.  The runs are such that a repetition takes some 0.3 s. */
enum { STEPS = 40000, RUNS_PER_THREAD = 12 * 8 * LANES, SCALAR_RUNS = 250 };
/* NumPy measures outside its timing; these steps are enough to forget x_0, which makes the gaps comparable. */
enum { NUMPY_STEPS = 600 };

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Something that is timed once a round. */
struct entry {
    const char *name;
    double (*time)(struct entry *, uint64_t round); /* ns a step; adds what its runs ended with to gap */
    int threads;
    const char *style; /* of sgd.py */
    double ns[ROUNDS];
    struct moments gap;
};

static void use_threads(int threads) {
#ifdef _OPENMP
    omp_set_num_threads(threads);
#endif
    (void)threads;
}

static struct moments measured_gap(size_t runs, size_t steps, uint64_t seed) {
    struct runs r = {.problem = problem,
                     .method = &method_sgd,
                     .settings = &settings,
                     .checkpoints = &steps,
                     .checkpoint_count = 1,
                     .envelope = problem->envelope(problem, settings.alpha, steps),
                     .seed = seed,
                     .claim = pcg_name(0, "bench"),
                     .count = runs};
    struct measured m = {0};
    runs_measure(&r, &m);
    return m.gap;
}

static double engine(struct entry *e, uint64_t round) {
    use_threads(e->threads);
    size_t runs = (size_t)e->threads * RUNS_PER_THREAD;
    double start = seconds();
    struct moments gap = measured_gap(runs, STEPS, round);
    double ns = (seconds() - start) * 1e9 / STEPS / (double)runs;
    e->gap = moments_merged(e->gap, gap);
    return ns;
}

static double scalar_gap(const double x[]) {
    double square = 0, losses = 0;
    for (size_t j = 0; j < N; j++) square += x[j] * x[j];
    for (size_t i = 0; i < problem->components; i++) {
        const double *t = problem->data + i * real_stride(N);
        double margin = 0;
        for (size_t j = 0; j < N; j++) margin += t[j] * x[j];
        losses += log1p(exp(-margin));
    }
    return problem->mu / 2 * square + losses / (double)problem->components - problem->f_star_low;
}

static double scalar(struct entry *e, uint64_t round) {
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(rng, round + 1);
    const double alpha = settings.alpha, mu = problem->mu;
    const double *data = problem->data;
    const size_t m = problem->components;
    double start = seconds();
    for (size_t r = 0; r < SCALAR_RUNS; r++) {
        double x[N], g[N];
        memcpy(x, problem->x_0, sizeof x);
        for (size_t k = 0; k < STEPS; k++) {
            const double *t = data + gsl_rng_uniform_int(rng, m) * real_stride(N);
            double even = 0, odd = 0; /* as in real_dot: it is a tenth faster here, too */
            for (size_t j = 0; j < N; j += 2) {
                even += t[j] * x[j];
                odd += t[j + 1] * x[j + 1];
            }
            double s = 1 / (1 + exp(even + odd));
            for (size_t j = 0; j < N; j++) g[j] = mu * x[j] - s * t[j];
            for (size_t j = 0; j < N; j++) x[j] -= alpha * g[j];
        }
        e->gap = moments_merged(e->gap, (struct moments){.count = 1, .mean = scalar_gap(x)});
    }
    double ns = (seconds() - start) * 1e9 / STEPS / SCALAR_RUNS;
    gsl_rng_free(rng);
    return ns;
}

/* NumPy is given the problem on standard input, see problem_to_stdin. */
static const char *numpy_call;
static char numpy_version[16];

static double numpy(struct entry *e, uint64_t round) {
    char call[512];
    snprintf(call, sizeof call, "%s %s %d %llu %d %.17g %.17g", numpy_call, e->style, NUMPY_STEPS,
             (unsigned long long)round, N, settings.alpha, problem->mu);
    lseek(STDIN_FILENO, 0, SEEK_SET);
    FILE *answer = popen(call, "r");
    double ns = NAN;
    struct moments gap = {0};
    if (!answer ||
        fscanf(answer, "%15s %lf %zu %lf %lf", numpy_version, &ns, &gap.count, &gap.mean, &gap.deviations) != 5)
        fail("no answer from %s", call);
    pclose(answer);
    gap.mean -= problem->f_star_low;
    e->gap = moments_merged(e->gap, gap);
    return ns;
}

static void problem_to_stdin(void) {
    FILE *f = tmpfile();
    if (!f) fail("cannot make a temporary file");
    fwrite(problem->x_0, sizeof(double), N, f);
    for (size_t i = 0; i < problem->components; i++) fwrite(problem->data + i * real_stride(N), sizeof(double), N, f);
    if (fflush(f) || dup2(fileno(f), STDIN_FILENO) < 0) fail("cannot hand the problem to NumPy");
}

/* The parts of a step by themselves.  As they wait for nothing they may overlap from call to call more
 * than they do in a run, where a gradient needs the step before it. */
enum { PART_CALLS = 200000 };
static void keep(const void *result) { /* the compiler must take it for used */
    __asm__ volatile("" : : "r"(result) : "memory");
}

static double drawing(struct entry *e, uint64_t round) {
    (void)e;
    const uint64_t m = problem->components, surplus = pcg_surplus(m);
    struct pcg_lanes random = pcg_lanes_of_runs(round, 0, 0);
    whole sum = {0};
    double start = seconds();
    for (size_t k = 0; k < PART_CALLS; k++) sum += pcg_lanes_below(&random, m, surplus);
    keep(&sum);
    return (seconds() - start) * 1e9 / PART_CALLS / LANES;
}

static double component(struct entry *e, uint64_t round) {
    (void)e;
    enum { INDICES = 64 };
    whole index[INDICES];
    real x[N], g[N];
    struct pcg_lanes random = pcg_lanes_of_runs(round, 0, 0);
    for (size_t i = 0; i < INDICES; i++)
        index[i] = pcg_lanes_below(&random, problem->components, pcg_surplus(problem->components));
    for (size_t j = 0; j < N; j++) x[j] = real_all(problem->x_0[j]);
    double start = seconds();
    for (size_t k = 0; k < PART_CALLS; k++) problem->component(problem, x, index[k % INDICES], g);
    keep(g);
    return (seconds() - start) * 1e9 / PART_CALLS / LANES;
}

/* What measuring adds to a run, spread over its steps. */
static double measuring(struct entry *e, uint64_t round) {
    use_threads(e->threads);
    double start = seconds();
    measured_gap(RUNS_PER_THREAD, 1, round);
    return (seconds() - start) * 1e9 / STEPS / RUNS_PER_THREAD;
}

/* Peak memory of a process of its own, in MB.  To be called before this process starts threads, which a
 * child would miss. */
static double peak_memory(size_t runs) {
    pid_t child = fork();
    if (child == 0) {
        measured_gap(runs, 1, 0);
        _exit(0);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) < 0 || status) fail("cannot run a process to measure its memory");
    return (double)usage.ru_maxrss * 1024 / 1e6;
}

/* Median, least and greatest. */
struct spread {
    double median, least, greatest;
};

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static struct spread spread_of(const double values[]) {
    double sorted[ROUNDS];
    memcpy(sorted, values, sizeof sorted);
    qsort(sorted, ROUNDS, sizeof *sorted, compare);
    return (struct spread){sorted[ROUNDS / 2], sorted[0], sorted[ROUNDS - 1]};
}

static void print_spread(const char *name, const double values[]) {
    struct spread s = spread_of(values);
    printf("  %-36s %8.2f   (%.2f to %.2f)", name, s.median, s.least, s.greatest);
}

/* How many times faster the one is than the other; target 0: none is set. */
static void print_ratio(const char *name, const struct entry *fast, const struct entry *slow, double target) {
    double ratio[ROUNDS];
    for (size_t r = 0; r < ROUNDS; r++) ratio[r] = slow->ns[r] / fast->ns[r];
    print_spread(name, ratio);
    if (target > 0) printf("   target %g: %s", target, spread_of(ratio).median >= target ? "reached" : "missed");
    putchar('\n');
}

static double standard_error(const struct moments *m) {
    return sqrt(moments_variance(m) / (double)m->count);
}

static bool print_gap(const struct entry *e, const struct entry *reference) {
    double apart = e->gap.mean - reference->gap.mean;
    double error = standard_error(&e->gap), errors = hypot(error, standard_error(&reference->gap));
    bool agrees = !e->gap.broken && (e == reference || fabs(apart) <= 5 * errors);
    printf("  %-36s %.6f +- %.6f%s\n", e->name, e->gap.mean, error, agrees ? "" : "   DISAGREES");
    return agrees;
}

#if defined(__AVX512F__)
static const struct {
    const char *name;
    double scalar, numpy;
} target = {"AVX-512", 4, 15};
#elif defined(__AVX2__)
static const struct {
    const char *name;
    double scalar, numpy;
} target = {"AVX2", 2.5, 8};
#else
static const struct {
    const char *name;
    double scalar, numpy;
} target = {"neither AVX2 nor AVX-512", 0, 0};
#endif

int main(int argc, char *argv[]) {
    numpy_call = argc > 1 ? argv[1] : NULL;
    problem = logistic();
    if (problem->dim != N) fail("the benchmark is written for dimension %d", N);
    double memory_small = peak_memory(10000), memory_large = peak_memory(1000000);

    int cores = 1;
#ifdef _OPENMP
    cores = omp_get_num_procs();
#endif
    char all_cores[48];
    snprintf(all_cores, sizeof all_cores, "engine, %d threads", cores);
    enum { ONE, TWO, ALL, SCALAR, FORMULAS, IN_PLACE, DRAWING, COMPONENT, MEASURING, ENTRIES };
    struct entry entry[ENTRIES] = {
        [ONE] = {.name = "engine, 1 thread", .time = engine, .threads = 1},
        [TWO] = {.name = "engine, 2 threads", .time = cores >= 2 ? engine : NULL, .threads = 2},
        [ALL] = {.name = all_cores, .time = cores > 2 ? engine : NULL, .threads = cores},
        [SCALAR] = {.name = "scalar C, GSL's mt19937", .time = scalar},
        [FORMULAS] = {.name = "NumPy, 4096 runs, a formula a line",
                      .time = numpy_call ? numpy : NULL,
                      .style = "formulas"},
        [IN_PLACE] = {.name = "NumPy, 4096 runs, all in place", .time = numpy_call ? numpy : NULL, .style = "in_place"},
        [DRAWING] = {.name = "drawing indices alone", .time = drawing},
        [COMPONENT] = {.name = "component gradients alone", .time = component},
        [MEASURING] = {.name = "measuring, once a run", .time = measuring, .threads = 1},
    };

    printf("SGD, logistic regression, m = %zu, n = %d; built for %s by " DESCENT_COMPILER "\n", problem->components, N,
           target.name);
    if (numpy_call) problem_to_stdin();
    for (size_t r = 0; r < ROUNDS; r++)
        for (struct entry *e = entry; e < entry + ENTRIES; e++)
            if (e->time) e->ns[r] = e->time(e, r);

    printf("\nns a step: median (least to greatest) of %d rounds\n", ROUNDS);
    for (size_t i = 0; i < ENTRIES; i++) {
        if (i == DRAWING) puts("ns a step, of what the engine does with 1 thread");
        if (entry[i].time) print_spread(entry[i].name, entry[i].ns), putchar('\n');
        if (i == IN_PLACE && !numpy_call) puts("  NumPy is left out: no python3 here has it");
    }

    puts("\ntimes faster");
    print_ratio("1 thread than scalar C", &entry[ONE], &entry[SCALAR], target.scalar);
    if (numpy_call) {
        print_ratio("1 thread than NumPy, formulas", &entry[ONE], &entry[FORMULAS], target.numpy);
        print_ratio("1 thread than NumPy, in place", &entry[ONE], &entry[IN_PLACE], target.numpy);
    }
    if (entry[TWO].time) print_ratio("2 threads than 1", &entry[TWO], &entry[ONE], 1.85);
    if (entry[ALL].time) print_ratio("all threads than 1", &entry[ALL], &entry[ONE], 0);

    puts("\npeak memory in MB");
    printf("  10^4 runs %.2f, 10^6 runs %.2f   target the same: %s\n", memory_small, memory_large,
           memory_large <= memory_small + 0.5 ? "reached" : "missed" /* the kernel counts some pages late */);

    puts("\nmean gap at the end, +- standard error; 5 of them may lie between any and the first");
    bool agree = true;
    for (size_t i = 0; i < DRAWING; i++)
        if (entry[i].time) agree &= print_gap(&entry[i], &entry[ONE]);
    problem_free(problem);
    return agree ? EXIT_SUCCESS : EXIT_FAILURE;
}
