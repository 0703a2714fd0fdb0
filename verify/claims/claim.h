/* A claim: one checkable sentence that expects a verdict.
 *
 * A claim stands under the sentence or function that it checks, in a form such as
 *
 *     CLAIM(line_4_pl, PROOF_LINE, WALK(pl, ON(walks)), "The PL condition along the path.", "Условие PL вдоль пути.");
 *
 * which defines a constant of that name for the theorem's list.  The structs here only say what is claimed; judge.h decides
 * it.
 */
#ifndef DESCENT_CLAIM_H
#define DESCENT_CLAIM_H

#include "../models/method.h"
#include "../models/problem.h"
#include "../numbers/compare.h"
#include "../runs/series.h"
#include "../runs/walk.h"

enum kind {
    BOUND,      /* the theorem's bound on a problem */
    PROOF_LINE, /* one line of its proof */
    SHARPNESS,  /* how near the bound comes to what it bounds */
    CONTROL,    /* a hypothesis dropped or a constant shrunk: expects `violated` */
    IDENTITY    /* an equality */
};

/* A method with its parameters on a problem, how long it runs, and how its mean is found. */
struct setting {
    struct problem *(*problem)(void);
    const struct method *method;
    struct settings settings;
    size_t first;           /* the first checkpoint */
    size_t steps;           /* the last one */
    size_t runs;            /* the mean is measured, from so many runs at the first look; 0: it is computed */
    const struct exact *by; /* by what it is computed; NULL: by what suits the problem, see exact_for */
};

/* The parameters of a setting, with what follows from its problem filled in: mu, and alpha where it is chosen. */
struct settings setting_filled_in(const struct setting *, const struct problem *);

/* A claim about the mean gap, E[f(x_k) - f*], at the checkpoints of its settings: how it stands to a bound, or if there
 * is none, that the exact mean lies in the interval of the measured one. */
struct mean_claim {
    double (*bound)(const struct constants *, size_t k);
    const struct setting *settings;
    size_t count; /* of settings */
    double times; /* the bound is so many times that; 0: once */
    enum sign sign;
    bool average; /* f at the weighted average xbar_k, not at x_k */
    /* The bound does not speak of sigma^2.  It is NaN then, and no limit a step is computed or paid for, which for
     * long runs would be most of the error budget and of the memory. */
    bool without_sigma2;
};

/* A claim that a line of a proof holds at every step of a sample of runs. */
struct walk_claim {
    struct relation (*line)(const struct step *);
    const struct setting *settings;
    size_t count; /* of settings */
    size_t runs;  /* of the sample; 0: WALK_RUNS */
};
enum { WALK_RUNS = 32 };

/* What several claims of a theorem need alike, and is dear to compute: made for the first of them in a verification, kept
 * for the others. */
struct inquiry;
struct shared {
    size_t size;
    void (*make)(struct inquiry *, void *out); /* into `size` zeroed bytes */
    void (*release)(void *); /* of what hangs on it, also after a `make` that failed; NULL: nothing does */
};

/* A claim that computes for itself: it fills in findings, see inquiry.h. */
struct own_claim {
    void (*compute)(struct inquiry *);
    const void *with;            /* for the function: what tells this claim from others of its kind; inquiry->with */
    size_t limits;               /* one-sided confidence limits that it uses, at most; 0: it samples nothing */
    const struct shared *shares; /* inquiry_shared gives it; the claims that share it are judged one after the other */
    bool average;                /* its gaps are at the weighted average: figures name their axis by it */
};

struct evidence;
struct hypothesis;
struct claim {
    const char *name; /* unique in its theorem */
    enum kind kind;
    enum verdict expected;
    const struct evidence *evidence; /* which of the three it has, and how that is decided */

    /* A control: the hypothesis of its theorem that it drops.  NULL: it drops none (a constant is shrunk, say). */
    const struct hypothesis *drops;
    bool beyond; /* it says nothing of the theorem's bound, so its settings need not satisfy the hypotheses */
    /* How near its sides come where they come nearest, as right side over left or left over right, whichever is at most
     * 1: a line that stays farther from equality is loose, and its number is stated, to 1 %.  0: equality is reached to
     * 1 %, which is asked of every inequality of a proof. */
    double loose;
    double allowance;    /* the largest error, relative to what it belongs to; 0: 1e-6 ... */
    const char *because; /* ... and why more than that is needed */
    double within;       /* a sampled equality holds if it is sure to so much, relatively; 0: 0.05 */
    /* One violated row is the point, as `says` tells: else a control is violated only if every curve is. */
    bool somewhere;
    union {
        struct mean_claim mean;
        struct walk_claim walk;
        struct own_claim own;
    };
    const char *called[2]; /* what figures tell it by from others beside it, English and Russian */
    const char *says[2];   /* one sentence, Markdown with LaTeX; English, Russian */
};

/* A way to decide claims. */
struct hearing;
struct evidence {
    /* How many one-sided confidence limits the claim can use. */
    size_t (*limits)(const struct claim *);
    /* Adds the claim's rows, see hearing.h. */
    void (*decide)(struct hearing *);
    /* The settings of the claim; NULL where it has none. */
    const struct setting *(*settings)(const struct claim *, size_t *count);
};
extern const struct evidence evidence_mean, evidence_walk, evidence_own;

static inline double claim_allowance(const struct claim *c) {
    return c->allowance > 0 ? c->allowance : 1e-6;
}
static inline double claim_within(const struct claim *c) {
    return c->within > 0 ? c->within : 0.05;
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- how claims are written ---- */

#define CLAIM(id, is, how, ...)                                                                                        \
    static const struct claim id[1] = {                                                                                \
        {.name = #id, .kind = is, .expected = (is) == CONTROL ? VIOLATED : HOLDS, how, SAYS(__VA_ARGS__)}}

/* MEAN(bound, ON(settings)), and what else struct mean_claim has, such as .times = 0.95 or .sign = EQUAL. */
#define MEAN(...) .evidence = &evidence_mean, .mean = {__VA_ARGS__}
/* AVERAGE(bound, ON(settings)): the same for f at the weighted average. */
#define AVERAGE(...) .evidence = &evidence_mean, .mean = {__VA_ARGS__, .average = true}
#ifndef DESCENT_PLAY
#define SAYS(...) .says = {__VA_ARGS__}
/* WALK(line, ON(settings)). */
#define WALK(...) .evidence = &evidence_walk, .walk = {__VA_ARGS__}
/* COMPUTE(function), COMPUTE(function, &parameters), or with .limits = 12. */
#define COMPUTE(...) .evidence = &evidence_own, .own = {.compute = __VA_ARGS__}
#else
/* Pages that one plays with ask for bounds and settings alone, and are spared what decides and tells other claims. */
#define SAYS(...) .says = {NULL}
#define WALK(line, ...) .evidence = &evidence_walk, .walk = {NULL, __VA_ARGS__}
#define COMPUTE(...) .evidence = &evidence_own
#endif

/* What is said of a claim beside its evidence, around that: DROPS(noise_is_bounded, MEAN(...)), LOOSE(0.71, WALK(...)),
 * ALLOWING(1e-3, "a grid is that coarse", COMPUTE(...)), WITHIN(0.02, MEAN(...)), SOMEWHERE(MEAN(...)), BEYOND(MEAN(...)),
 * CALLED("the slide's", "на слайде", MEAN(...)). */
#define DROPS(hypothesis, ...) .drops = hypothesis, __VA_ARGS__
#define BEYOND(...) .beyond = true, __VA_ARGS__
#define LOOSE(ratio, ...) .loose = ratio, __VA_ARGS__
#define ALLOWING(relative, why, ...) .allowance = relative, .because = why, __VA_ARGS__
#define WITHIN(relative, ...) .within = relative, __VA_ARGS__
#define SOMEWHERE(...) .somewhere = true, __VA_ARGS__
#define CALLED(english, russian, ...) .called = {english, russian}, __VA_ARGS__

/* All settings of an array; one of them, ONE(array, 0); a single one written in place, AT(ridge, &method_sgd, {.alpha =
 * 0.1}, 1, 100); or several, EACH({...}, {...}). */
#define ON(array) .settings = array, .count = COUNT(array)
#define ONE(array, i) .settings = &(array)[i], .count = 1
#define AT(...) .settings = (const struct setting[]){{__VA_ARGS__}}, .count = 1
#define EACH(...)                                                                                                      \
    .settings = (const struct setting[]){__VA_ARGS__}, .count = COUNT(((const struct setting[]){__VA_ARGS__}))

#endif
