/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# AdaGrad

The lecture states (slide «Adagrad (Duchi, Hazan, and Singer 2010/Streeter and
MacMahan 2010)»):

> Пусть $g^{(k)} = \nabla f_{i_k}(x^{(k-1)})$, правило обновления для $j = 1,
> \dots, p$:
> $$v_j^{(k)} = v_j^{k-1} + (g_j^{(k)})^2$$
> $$x_j^{(k)} = x_j^{(k-1)} - \alpha \frac{g_j^{(k)}}{\sqrt{v_j^{(k)} + \epsilon}}$$

and makes five notes, each of which is examined below. In words: every
coordinate has a step size of its own,
$$\eta_{t,j}=\frac\alpha{\sqrt{v_{t,j}+\epsilon}},\qquad v_{t,j}=\sum_{s\le t}g_{s,j}^2,$$
the **effective step**. It falls as that coordinate's gradients add up, and
waits while they are zero. What this buys is a theorem of Duchi, Hazan and
Singer (2011, theorem 5). Let convex functions $f_1,f_2,\dots$ come one after
another, chosen by chance or by an adversary, let $g_t$ be a subgradient of
$f_t$ at $x_t$, and let the method project onto a box or run free. Then for
every $x^*$ in the box and every $T$ the **regret** is bounded by
$$\sum_{t=1}^T\bigl(f_t(x_t)-f_t(x^*)\bigr)\le\sum_j\Bigl(\frac{D_\infty^2}{2\alpha}\sqrt{v_{T,j}+\epsilon}
  +\alpha\bigl(\sqrt{v_{T,j}+\epsilon}-\sqrt\epsilon\bigr)\Bigr), \tag{1}$$
where $D_\infty\ge\max_{t\le T}\|x_t-x^*\|_\infty$. With $\epsilon=0$ this is
their $\bigl(\frac{D_\infty^2}{2\alpha}+\alpha\bigr)\sum_j\|g_{1:T,j}\|_2$. For
functions drawn independently, with $\mathbb Ef_t=f$, it bounds the average
iterate:
$$\mathbb Ef(\bar x_T)-f^*\le\frac1T\,\mathbb E\bigl[\text{right side of (1)}\bigr],\qquad\bar x_T=\frac1T\sum_{t=1}^Tx_t. \tag{2}$$

@figure rare Rare features: the gap at the last iterate, AdaGrad against five
    constant steps and the best decreasing ones; bands are confidence intervals

## What it needs

- Convexity of every $f_t$ for regret; of $f$ for (2). No smoothness, no lower
  bound on anything.
- A bounded path: $D_\infty$ is the largest distance *met on the way*, in the
  maximum norm. A box provides it.
- $\alpha>0$, of any size; with $\epsilon=0$, (1) is least for
  $\alpha=D_\infty/\sqrt2$.
- $\epsilon\ge0$. Iterations count from $t=1$ here, so that $x_1$ is the start,
  $x_0$ elsewhere in this book.

The bound in C:
*/
#include "theorem.h"

/* What (1) allows one coordinate, and the alpha for which that is least if eps = 0. */
static double bound_of(double distance, double alpha, double eps, double v) {
    return distance * distance / (2 * alpha) * sqrt(v + eps) +
           alpha * (sqrt(v + eps) - sqrt(eps));
}
static double best_alpha(double distance) {
    return distance / M_SQRT2;
}

/**
## The rule

The method that the program runs is held against the two lines of the slide,
written for one number at a time. Gradients have random signs and lengths from
$10^{-3}$ to $10^3$; $\epsilon$ is $0$, the lecture's $10^{-6}$, and $1$, which
shows on which side of the root it stands.
*/
static real random_gradient(struct pcg_lanes *random) {
    real sign =
        real_where(pcg_lanes_unit(random) < 0.5, real_all(-1), real_all(1));
    return sign * real_exp(M_LN10 * (6 * pcg_lanes_unit(random) - 3));
}

static const double epsilons[] = {0, 1e-6, 1};
static const char *const epsilon_ids[] = {
    "adagrad eps = 0", "adagrad eps = 1e-6", "adagrad eps = 1"};

static void compute_rule_as_written(struct inquiry *q) {
    enum { DIM = 3, STEPS = 200 };
    for (size_t e = 0; e < COUNT(epsilons); e++) {
        struct settings s = method_settings(&method_adagrad);
        s.alpha = 0.3;
        s.eps = epsilons[e];
        struct pcg_lanes random =
            pcg_lanes_of_runs(q->options->seed, q->stream, e * LANES);
        real x[DIM] = {{0}}, g[DIM], state[DIM] = {{0}};
        double at[DIM][LANES] = {{0}}, v[DIM][LANES] = {{0}}, error = 0;
        for (size_t k = 0; k < STEPS; k++) {
            double apart = 0, longest = 0, farthest = 0;
            for (size_t j = 0; j < DIM; j++) g[j] = random_gradient(&random);
            method_adagrad.step(&s, k, DIM, x, g, state);
            for (size_t j = 0; j < DIM; j++)
                for (int l = 0; l < LANES; l++) {
                    v[j][l] = v[j][l] + g[j][l] * g[j][l];
                    double step = s.alpha * g[j][l] / sqrt(v[j][l] + s.eps);
                    at[j][l] = at[j][l] - step;
                    longest = fmax(longest, fabs(step));
                    farthest = fmax(farthest, fabs(at[j][l]));
                    apart = apart >= fabs(x[j][l] - at[j][l])
                                ? apart
                                : fabs(x[j][l] - at[j][l]); /* keeps a NaN */
                }
            /* v adds k + 1 positive numbers, a step rounds four times more, and its sum with x once. */
            error += DBL_EPSILON * (((double)k + 5) * longest + farthest);
            if ((k + 1) % 20 == 0)
                inquiry_exact(q, "random gradients", epsilon_ids[e], k + 1,
                              apart, error, EQUAL, 0);
        }
    }
}
CLAIM(rule_as_written, IDENTITY, COMPUTE(compute_rule_as_written),
      "The program's AdaGrad moves as the slide says, on random gradients and "
      "for three $\\epsilon$ under the root.");
/**
The step size is read off the method's own moves: put $x=0$ before a step, and
$-x/g$ after it is $\eta$, with nothing lost by cancellation. It never grows,
and of two coordinates (here: of two runs) the one with more accumulated
gradient has the smaller step.
*/
/* The effective steps of the next step, which it takes. */
static void effective_steps(const struct method *m, const struct settings *s,
                            size_t k, size_t dim, const real g[], real state[],
                            real eta[]) {
    for (size_t j = 0; j < dim; j++) eta[j] = (real){0};
    m->step(s, k, dim, eta, g, state);
    for (size_t j = 0; j < dim; j++) eta[j] = -eta[j] / g[j];
}

/* A step size suffers at most five roundings, and one more as it is read. */
static const double reading = 6 * DBL_EPSILON / 2;

static void growth_of_steps(struct inquiry *q, const struct method *m) {
    struct settings s = method_settings(m);
    struct pcg_lanes random = pcg_lanes_of_runs(q->options->seed, q->stream, 0);
    real g, state = {0}, eta, before = real_all(INFINITY);
    double most = 0;
    for (size_t k = 0; k < 1000; k++) {
        g = random_gradient(&random);
        effective_steps(m, &s, k, 1, &g, &state, &eta);
        for (int l = 0; l < LANES; l++)
            most = most >= eta[l] / before[l] ? most : eta[l] / before[l];
        before = eta;
        if ((k + 1) % 100 == 0)
            inquiry_exact(q, "random gradients", m->id, k + 1, most,
                          2 * reading, AT_MOST, 1);
    }
}
static void compute_steps_never_grow(struct inquiry *q) {
    growth_of_steps(q, &method_adagrad);
}
static void steps_of_rmsprop_never_grow(struct inquiry *q) {
    growth_of_steps(q, &method_rmsprop);
}

static void compute_more_gradient_smaller_step(struct inquiry *q) {
    struct settings s = method_settings(&method_adagrad);
    struct pcg_lanes random = pcg_lanes_of_runs(q->options->seed, q->stream, 0);
    real g, state = {0}, eta, sum = {0};
    for (size_t k = 0; k < 1000; k++) {
        g = random_gradient(&random);
        effective_steps(&method_adagrad, &s, k, 1, &g, &state, &eta);
        sum += g * g;
        if ((k + 1) % 100) continue;
        double most =
            0; /* of step over step, the one with more gradient above */
        for (int a = 0; a < LANES; a++)
            for (int b = 0; b < LANES; b++)
                if (sum[a] > sum[b])
                    most = most >= eta[a] / eta[b] ? most : eta[a] / eta[b];
        /* Both sums carry the roundings of k + 1 additions. */
        double error = 2 * reading + (double)(k + 1) * DBL_EPSILON;
        inquiry_exact(q, "random gradients", "adagrad", k + 1, most, error,
                      AT_MOST, 1);
    }
}
CLAIM(steps_never_grow, PROOF_LINE, COMPUTE(compute_steps_never_grow),
      "No effective step exceeds the one before: the largest ratio so far is "
      "at most 1.");
CLAIM(more_gradient_smaller_step, PROOF_LINE,
      COMPUTE(compute_more_gradient_smaller_step),
      "The more accumulated gradient, the smaller the effective step: among 16 "
      "runs, the largest ratio of steps "
      "in that order.");
CLAIM(control_steps_of_rmsprop_never_grow, CONTROL,
      COMPUTE(steps_of_rmsprop_never_grow),
      "RMSProp's effective steps never grow.");
/**
## Rare features

> Шаг обучения для редких информативных признаков убывает медленно.

Let feature $j$ appear in every $P_j$-th example, with gradients $\pm1$. After
$k$ steps it has been seen $k/P_j$ times, and its effective step is exactly
$$\eta_{k,j}=\frac\alpha{\sqrt{k/P_j+\epsilon}}. \tag{3}$$
So all features slow down like $1/\sqrt k$; the rare ones keep longer steps, by
the root of the ratio of the frequencies: $\eta_{k,i}/\eta_{k,j}=\sqrt{P_i/P_j}$
for $\epsilon=0$.
*/
enum { FEATURES = 4 };
static const size_t periods[FEATURES] = {1, 4, 16, 64};
static const char *const period_ids[FEATURES] = {
    "every example", "every 4th example", "every 16th example",
    "every 64th example"};
enum { SPARSE_STEPS = 4096 };

/* eta[k][j] after step k, where feature j appeared in that step. */
static void sparse_steps(struct inquiry *q, const struct settings *s,
                         double (*eta)[FEATURES]) {
    struct pcg_lanes random = pcg_lanes_of_runs(q->options->seed, q->stream, 0);
    real g[FEATURES], state[FEATURES] = {{0}}, read[FEATURES];
    for (size_t k = 1; k <= SPARSE_STEPS; k++) {
        for (size_t j = 0; j < FEATURES; j++)
            g[j] = k % periods[j] ? (real){0}
                                  : real_where(pcg_lanes_unit(&random) < 0.5,
                                               real_all(-1), real_all(1));
        effective_steps(&method_adagrad, s, k - 1, FEATURES, g, state, read);
        for (size_t j = 0; j < FEATURES; j++) eta[k][j] = read[j][0];
    }
}

static void compute_steps_of_rare_features(struct inquiry *q) {
    struct settings s = method_settings(&method_adagrad);
    s.alpha = 1;
    double(*eta)[FEATURES] = allocate(SPARSE_STEPS + 1, sizeof *eta);
    sparse_steps(q, &s, eta);
    for (size_t j = 0; j < FEATURES; j++)
        for (size_t k = periods[j]; k <= SPARSE_STEPS; k *= 2) {
            double exact = s.alpha / sqrt((double)(k / periods[j]) + s.eps);
            inquiry_exact(q, period_ids[j], "adagrad", k, eta[k][j],
                          2 * reading * exact, EQUAL, exact);
        }
    free(eta);
}

static void ratios_of_steps(struct inquiry *q, double exponent) {
    struct settings s = method_settings(&method_adagrad);
    s.alpha = 1;
    s.eps = 0;
    double(*eta)[FEATURES] = allocate(SPARSE_STEPS + 1, sizeof *eta);
    sparse_steps(q, &s, eta);
    for (size_t j = 1; j < FEATURES; j++) {
        double ratio = eta[SPARSE_STEPS][j] / eta[SPARSE_STEPS][0],
               frequencies = (double)(periods[j] / periods[0]);
        inquiry_exact(q, period_ids[j], "adagrad", SPARSE_STEPS, ratio,
                      4 * reading * ratio, EQUAL, pow(frequencies, exponent));
    }
    free(eta);
}
static void compute_root_of_frequencies(struct inquiry *q) {
    ratios_of_steps(q, 0.5);
}
static void ratio_of_frequencies(struct inquiry *q) {
    ratios_of_steps(q, 1);
}
CLAIM(steps_of_rare_features, IDENTITY, COMPUTE(compute_steps_of_rare_features),
      "Formula (3): the effective step of a feature seen in every $P$-th "
      "example, $\\alpha=1$.");
CLAIM(root_of_frequencies, IDENTITY, COMPUTE(compute_root_of_frequencies),
      "After 4096 steps the rare features' steps exceed the most frequent "
      "one's by the root of the ratio of "
      "frequencies.");
CLAIM(control_ratio_of_frequencies, CONTROL, COMPUTE(ratio_of_frequencies),
      "... by the ratio of frequencies itself.");
/**
@figure steps Effective steps: four features, each seen every so many examples;
    the dashed formula (3) lies under the measured steps

## Better than SGD on sparse problems

> Может существенно превосходить SGD на разреженных задачах.

Compare (2) with what [the convex theorem](convex_constant_step.html) says of
SGD. Let an example show one feature only, the $j$-th with probability $p_j$,
with gradients $\pm1$, and let each of $d$ weights start at the distance $D$
from its best value. AdaGrad with $\alpha=D/\sqrt2$, and SGD with its best step
for $T$ iterations:
$$\text{AdaGrad: }\sqrt2\,D\,\frac{\sum_j\sqrt{p_j}}{\sqrt T},\qquad\text{SGD: }D\,\frac{\sqrt d\,\sqrt{\sum_jp_j}}{\sqrt T}. \tag{4}$$
By the Cauchy-Schwarz inequality $\sum_j\sqrt{p_j}\le\sqrt d\sqrt{\sum_jp_j}$,
with equality for equal $p_j$. If $p_j\propto j^{-2}$, the left sum grows like
$\ln d$ and the right one like $\sqrt d$: it is not zeros in the gradient that
make AdaGrad better but **unequal** frequencies, to which no common step can be
right.

The problem `rare_features` is this case: $d=32$ features, hinge losses, one
label in ten wrong, $0\le x_j\le1$ and $D_\infty=D=1$. Its twin `equal_features`
has the same losses, but every example shows all features with the same weight.
AdaGrad runs with the theory's $\alpha=D_\infty/\sqrt2$; SGD with a grid of
steps that brackets the best one, constant and (the lecture's other choice)
decreasing like $\alpha_0/\sqrt{k+1}$. What is measured is the gap at the last
iterate; in the box it lies between 0 and 0.8.
*/
/* What is drawn against what the outcomes weigh: at x = 0 the entry that is not 0 tells the feature, its sign the label. */
static void frequencies(struct inquiry *q) {
    enum { ROUNDS = 1 << 16 };
    struct problem *p = rare_features();
    struct pcg_lanes random = pcg_lanes_of_runs(q->options->seed, q->stream, 0);
    real x[p->dim], g[p->dim];
    double *count = allocate(p->components, sizeof *count),
           draws = (double)ROUNDS * LANES;
    memset(x, 0, sizeof x);
    for (size_t round = 0; round < ROUNDS; round++) {
        p->draw(p, x, &random, g);
        for (size_t j = 0; j < p->dim; j++)
            for (int l = 0; l < LANES; l++)
                if (g[j][l] < 0 || g[j][l] > 0) count[2 * j + (g[j][l] > 0)]++;
    }
    for (size_t o = 0; o < p->components; o++) {
        size_t i = 2 * (o % p->dim) + o / p->dim; /* right labels first */
        struct moments m = {.count = ROUNDS * LANES, .mean = count[i] / draws};
        m.deviations = count[i] * (1 - m.mean);
        struct interval limits = interval_of_mean(&m, 1, q->options->delta);
        inquiry_add(
            q, (struct finding){.problem = p->id,
                                .method = i % 2 ? "wrong label" : "right label",
                                .k = i / 2 + 1,
                                .runs = m.count,
                                .estimate = m.mean,
                                .lower = limits.lower,
                                .upper = limits.upper,
                                .bound = p->weight(p, x, whole_all(i))[0],
                                .sign = EQUAL});
    }
    free(count);
    problem_free(p);
}
CLAIM(rare_features_as_often_as_they_should, IDENTITY,
      COMPUTE(frequencies, .limits = 2 * 2 * 32),
      "Feature $k$ is drawn, with a right or a wrong label, as often as its "
      "probability says.");
/* A method with its settings, and how often it is run. */
struct entrant {
    const char *name;
    const struct method *method;
    struct settings settings;
    size_t runs;
};

static struct entrant adagrad_entrant(const char *name, double alpha,
                                      size_t runs) {
    struct entrant e = {name, &method_adagrad, method_settings(&method_adagrad),
                        runs};
    e.settings.alpha = alpha;
    return e;
}
static struct entrant sgd_entrant(const char *name, double alpha,
                                  bool decreasing, size_t runs) {
    struct entrant e = {name, &method_sgd, {.alpha = alpha}, runs};
    if (decreasing) e.settings.schedule = schedule_root;
    return e;
}

enum { PER_DECADE = 8 };

/* Intervals of the gap at checkpoints; false if there are none to be had. */
static bool measure(struct inquiry *q, const struct problem *p,
                    const struct entrant *e, bool average, uint64_t stream,
                    const size_t k[], size_t count, struct moments moments[],
                    struct interval gap[]) {
    struct envelope envelope = p->envelope(p, e->settings.alpha, k[count - 1]);
    struct measured *m = allocate(count, sizeof *m);
    struct runs runs = {.problem = p,
                        .method = e->method,
                        .settings = &e->settings,
                        .checkpoints = k,
                        .checkpoint_count = count,
                        .average = average,
                        .envelope = envelope,
                        .seed = q->options->seed,
                        .claim = q->stream + stream,
                        .count =
                            (size_t)ceil((double)e->runs * q->options->effort),
                        .interrupted = q->options->interrupted};
    q->trouble = certify(p, e->settings.alpha, k[count - 1]);
    if (!q->trouble && !runs_measure(&runs, m)) q->interrupted = true;
    for (size_t c = 0; c < count && !q->interrupted && !q->trouble; c++) {
        moments[c] = average ? m[c].average_gap : m[c].gap;
        gap[c] = interval_of_mean(&moments[c], envelope.gap, q->options->delta);
        gap[c].lower -= p->f_star_high - p->f_star_low;
        if (moments[c].broken)
            q->trouble = "a gap is outside its certified range";
    }
    free(m);
    return !q->interrupted && !q->trouble;
}

/* Whether the first entrant is ahead of all others: at every checkpoint, and at the last one by `factor`. */
static void race(struct inquiry *q, struct problem *p,
                 const struct entrant *entrants, size_t count, size_t first,
                 size_t last, double factor) {
    size_t k[CHECKPOINTS_MAX],
        checkpoints = checkpoints_between(first, last, PER_DECADE, k);
    struct moments *moments = allocate(count * checkpoints, sizeof *moments);
    struct interval *gap = allocate(count * checkpoints, sizeof *gap);
    bool fine = true;
    for (size_t i = 0; i < count && fine; i++)
        fine = measure(q, p, &entrants[i], false, i, k, checkpoints,
                       moments + i * checkpoints, gap + i * checkpoints);
    for (size_t i = 0; i < count && fine; i++)
        for (size_t c = 0; c < checkpoints; c++) {
            double by = c + 1 < checkpoints ? 1 : factor, nearest = INFINITY;
            for (size_t o = 1; o < count; o++)
                nearest = fmin(nearest, gap[o * checkpoints + c].lower);
            const struct interval *own = &gap[i * checkpoints + c];
            inquiry_add(q, (struct finding){
                               .problem = p->id,
                               .method = entrants[i].name,
                               .k = k[c],
                               .runs = moments[i * checkpoints + c].count,
                               .estimate = moments[i * checkpoints + c].mean,
                               .lower = own->lower,
                               .upper = own->upper,
                               .bound = i ? by * gap[c].upper : nearest / by,
                               .sign = i ? AT_LEAST : AT_MOST});
        }
    free(moments);
    free(gap);
    problem_free(p);
}
enum {
    RARE_FIRST = 30,
    RARE_LAST = 1000,
    EQUAL_FIRST = 10,
    EQUAL_LAST = 100,
    FEW = 12288,
    MANY = 16384,
    MOST = 49152
};

static void rare_against_constant(struct inquiry *q) {
    struct entrant entrants[] = {
        adagrad_entrant("adagrad", best_alpha(1), MANY),
        sgd_entrant("sgd 0.05", 0.05, false, FEW),
        sgd_entrant("sgd 0.1", 0.1, false, FEW),
        sgd_entrant("sgd 0.2", 0.2, false, FEW),
        sgd_entrant("sgd 0.4", 0.4, false, FEW),
        sgd_entrant("sgd 0.8", 0.8, false, FEW),
    };
    race(q, rare_features(), entrants, COUNT(entrants), RARE_FIRST, RARE_LAST,
         1.5);
}

static void rare_against_decreasing(struct inquiry *q) {
    struct entrant entrants[] = {
        adagrad_entrant("adagrad", best_alpha(1), MANY),
        sgd_entrant("sgd 1/root k", 1, true, FEW),
        sgd_entrant("sgd 2/root k", 2, true, FEW),
        sgd_entrant("sgd 4/root k", 4, true, FEW),
        sgd_entrant("sgd 8/root k", 8, true, FEW),
    };
    race(q, rare_features(), entrants, COUNT(entrants), 100, RARE_LAST, 1.25);
}
/**
### Equal features

With equal features AdaGrad has nothing to adapt. All $|g_{t,j}|$ are equal to
one number $G$, so that $v_{t,j}=G^2t$, and without $\epsilon$ AdaGrad *is* SGD
with the steps $\frac{\alpha/G}{\sqrt{t}}$, on every path. A constant step
chosen for the horizon does better than these.
*/
static void same_as_sgd(struct inquiry *q, struct problem *p, double length,
                        double eps) {
    enum { STEPS = 1000 };
    double alpha = best_alpha(1);
    struct settings adaptive = {.alpha = alpha, .eps = eps},
                    decreasing = {.alpha = alpha / length,
                                  .schedule = schedule_root};
    struct trajectory a = trajectory_new(p, &method_adagrad, &adaptive),
                      b = trajectory_new(p, &method_sgd, &decreasing);
    struct pcg_lanes one = pcg_lanes_of_runs(q->options->seed, q->stream, 0),
                     other = one;
    uint64_t surplus = pcg_surplus(p->components);
    double apart = 0;
    for (size_t k = 1; k <= STEPS; k++) {
        trajectory_draw(&a, &one, surplus);
        trajectory_draw(&b, &other, surplus);
        for (size_t j = 0; j < p->dim; j++)
            for (int l = 0; l < LANES; l++)
                apart = apart >= fabs(a.x[j][l] - b.x[j][l])
                            ? apart
                            : fabs(a.x[j][l] - b.x[j][l]);
        /* Each of both rounds four times a step of at most alpha, and its sum with x; v is exact, G being 1/32. */
        double error = (double)k * DBL_EPSILON * (4 * alpha + 1);
        if (k % 100 == 0)
            inquiry_exact(q, p->id, "adagrad", k, apart, error, EQUAL, 0);
    }
    trajectory_free(&a);
    trajectory_free(&b);
    problem_free(p);
}
static void compute_equal_features_same_as_sgd(struct inquiry *q) {
    same_as_sgd(q, equal_features(), 1.0 / 32, 0);
}
static void rare_features_same_as_sgd(struct inquiry *q) {
    same_as_sgd(
        q, rare_features(), 1,
        1e-6); /* a feature not seen yet would divide 0 by 0 without eps */
}

static void equal_against_one_step(struct inquiry *q) {
    struct entrant entrants[] = {
        sgd_entrant("sgd 1", 1, false, MOST),
        adagrad_entrant("adagrad", best_alpha(1), MOST)};
    race(q, equal_features(), entrants, COUNT(entrants), EQUAL_LAST, EQUAL_LAST,
         1.25);
}
static void equal_against_constant(struct inquiry *q) {
    struct entrant entrants[] = {
        adagrad_entrant("adagrad", best_alpha(1), MANY),
        sgd_entrant("sgd 0.5", 0.5, false, MANY),
        sgd_entrant("sgd 1", 1, false, MANY),
        sgd_entrant("sgd 2", 2, false, MANY),
        sgd_entrant("sgd 4", 4, false, MANY),
        sgd_entrant("sgd 8", 8, false, MANY),
    };
    race(q, equal_features(), entrants, COUNT(entrants), EQUAL_FIRST,
         EQUAL_LAST, 1.5);
}
CLAIM(equal_features_same_as_sgd, IDENTITY,
      COMPUTE(compute_equal_features_same_as_sgd),
      "On equal features AdaGrad without $\\epsilon$ is SGD with decreasing "
      "steps: the largest distance of the "
      "two in 16 runs.");
CLAIM(control_rare_features_same_as_sgd, CONTROL,
      COMPUTE(rare_features_same_as_sgd),
      "On rare features AdaGrad is SGD with decreasing steps.");
CLAIM(equal_features_sgd_ahead, SHARPNESS,
      COMPUTE(equal_against_one_step, .limits = 4),
      "On equal features SGD with the constant step 1 is ahead of AdaGrad at "
      "$k=100$, by a factor of 1.25 at least.");
/**
@figure equal Equal features: the same comparison

## The regret bound, line by line

Each line is checked at every step of 64 runs of 1000 steps on seven problems:
the two above, whose box gives $D_\infty=1$, and five without a box, where
$D_\infty$ is the largest distance that the path has met so far. Shown is the
step where the line is nearest to failing, among the first 10 steps, the steps
to 100, and those to 1000. What a line may speak of:
*/
struct coordinate {
    real x, next, star, g; /* x_t, x_{t+1}, x*, g_t */
    real v, root, eta;     /* v_t, the root of v_t + eps, eta_t */
    real length; /* all products below are of numbers at most this long */
    real inner,
        inner_size; /* sum of g (x - x*) so far, and of the sizes of its terms */
    real telescope, telescope_size;
    real squares; /* sum of g^2 / root */
};
struct walk {
    const struct problem *problem;
    double alpha, eps;
    size_t T;
    struct coordinate *c;
    real distance;              /* D_infinity so far */
    real *x, *star, *gradient;  /* x_T, x*, and grad f(x_T) */
    real f, f_star, f_sum;      /* f at x_T and at x*, and the sum of f(x_t) */
    real *sum, *mean, *scratch; /* sum of x_t, and over T */
};

/**
**Line 1, one step of one coordinate.** A projection does not lead away from a
point of the box, so $(x_{t+1}-x^*)^2\le(x_t-\eta_tg_t-x^*)^2$, and
$$2\eta_t\,g_t(x_t-x^*)\le(x_t-x^*)^2-(x_{t+1}-x^*)^2+\eta_t^2g_t^2. \tag{5}$$
Without projection it is an equality.
*/
static struct relation one_step(const struct walk *w, size_t j) {
    const struct coordinate *c = &w->c[j];
    real off = c->x - c->star, next = c->next - c->star;
    return at_most(2 * c->eta * c->g * off,
                   off * off - next * next + c->eta * c->eta * c->g * c->g,
                   c->length * c->length);
}
/**
**Line 2, a telescope with weights.** Divide by $2\eta_t$ and sum. As $1/\eta_t$
never falls, with $1/\eta_0:=0$,
$$\sum_{t\le T}\frac{(x_t-x^*)^2-(x_{t+1}-x^*)^2}{2\eta_t}\le\sum_{t\le T}\Bigl(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Bigr)(x_t-x^*)^2
  \le\frac{D_\infty^2}{2\eta_T}. \tag{6}$$
Here is the one use of monotone steps, and of $D_\infty$. A first step that
leads from the distance $D_\infty$ to $x^*$ makes it an equality at $T=1$, and
on $|x|$ it does, but for $\epsilon$.
*/
static struct relation telescope(const struct walk *w, size_t j) {
    const struct coordinate *c = &w->c[j];
    real right = w->distance * w->distance / (2 * c->eta);
    return at_most(c->telescope, right, c->telescope_size + right);
}
/**
**Line 3, the lemma.** $a\le2\sqrt{s+a}\,(\sqrt{s+a}-\sqrt s)$ for $s,a\ge0$,
because $\sqrt{s+a}+\sqrt s\le2\sqrt{s+a}$. With $s=v_{t-1}+\epsilon$ and
$a=g_t^2$ the differences telescope:
$$\sum_{t\le T}\frac{g_t^2}{\sqrt{v_t+\epsilon}}\le2\bigl(\sqrt{v_T+\epsilon}-\sqrt\epsilon\bigr). \tag{7}$$
*/
static struct relation lemma(const struct walk *w, size_t j) {
    const struct coordinate *c = &w->c[j];
    return at_most(c->squares, 2 * (c->root - sqrt(w->eps)),
                   c->squares + 2 * c->root);
}
/**
**Line 4, all coordinates.** (5) over $2\eta_t$, summed, with (6) and half of
$\alpha$ times (7), and then summed over $j$:
$$\sum_{t\le T}\langle g_t,x_t-x^*\rangle\le\sum_j\Bigl(\frac{D_\infty^2}{2\alpha}\sqrt{v_{T,j}+\epsilon}
  +\alpha\bigl(\sqrt{v_{T,j}+\epsilon}-\sqrt\epsilon\bigr)\Bigr). \tag{8}$$
*/
static struct relation all_coordinates(const struct walk *w, size_t j) {
    (void)j;
    struct relation r = {.sign = AT_MOST};
    for (size_t i = 0; i < w->problem->dim; i++) {
        const struct coordinate *c = &w->c[i];
        for (int l = 0; l < LANES; l++)
            r.right[l] += bound_of(w->distance[l], w->alpha, w->eps, c->v[l]);
        r.left += c->inner;
        /* What rounds in a step of (5) is divided by 2 eta. */
        r.magnitude += c->inner_size + c->telescope_size;
    }
    r.magnitude += r.right + w->alpha * sqrt(w->eps) * (double)w->problem->dim;
    return r;
}
/**
**Line 5, convexity.** $f_t(x_t)-f_t(x^*)\le\langle g_t,x_t-x^*\rangle$, which
gives (1) $\blacksquare$. For (2) take the mean given $x_t$: the oracle is
unbiased, and what is needed and checked is
$$f(x_t)-f^*\le\langle\nabla f(x_t),x_t-x^*\rangle. \tag{9}$$
*/
static struct relation convexity(const struct walk *w, size_t j) {
    (void)j;
    struct relation r = {AT_MOST, .left = w->f - w->f_star,
                         .magnitude = real_abs(w->f) + real_abs(w->f_star)};
    for (size_t i = 0; i < w->problem->dim; i++) {
        r.right += w->gradient[i] * (w->x[i] - w->star[i]);
        r.magnitude += real_abs(w->gradient[i]) *
                       (real_abs(w->x[i]) + real_abs(w->star[i]));
    }
    return r;
}
/**
**Line 6, the average.** By Jensen's inequality
$$f(\bar x_T)\le\frac1T\sum_{t\le T}f(x_t). \tag{10}$$
Expectations of (10), (9) and (8) in a row are (2).
*/
static struct relation average(const struct walk *w, size_t j) {
    (void)j;
    real f = w->problem->value(w->problem, w->mean, w->scratch),
         values = w->f_sum / (double)w->T;
    struct relation r = {AT_MOST, .left = f, .right = values,
                         .magnitude = real_abs(f) + real_abs(values)};
    /* How f answers to roundings of the mean. */
    for (size_t i = 0; i < w->problem->dim; i++)
        r.magnitude += real_abs(w->scratch[i] * w->mean[i]);
    return r;
}
/**
The walk itself keeps the sums. All of them, and $v$, carry the roundings of $T$
additions; a gradient or a value of $f$ has its problem's.
*/
typedef struct relation line_of_proof(const struct walk *, size_t j);

/* Where left - right is largest for its rounding allowance, so that no violation hides behind another step. */
struct near {
    size_t k;
    double left, right, error, score;
    bool any, broken;
};

static void consider(struct near *n, const struct walk *w,
                     const struct relation *r) {
    double roundings =
        (double)(w->T + w->problem->dim) + w->problem->roundings + 16;
    for (int l = 0; l < LANES; l++) {
        double left = r->left[l], right = r->right[l], size = r->magnitude[l];
        bool broken =
            n->broken || !isfinite(left) || !isfinite(right) || !isfinite(size);
        double score =
            size > 0 ? (left - right) / (roundings * size) : -INFINITY;
        if (!n->any || score > n->score)
            *n = (struct near){
                w->T,  left, right, roundings * DBL_EPSILON * size,
                score, true, broken};
        n->broken = broken;
    }
}

static void advance(struct walk *w, struct trajectory *t,
                    struct pcg_lanes *random) {
    const struct problem *p = w->problem;
    w->T++;
    memcpy(w->x, t->x, p->dim * sizeof(real));
    trajectory_draw(t, random, pcg_surplus(p->components));
    w->f = p->value(p, w->x, w->gradient);
    w->f_sum += w->f;
    for (size_t j = 0; j < p->dim; j++) {
        struct coordinate *c = &w->c[j];
        c->x = w->x[j];
        c->next = t->x[j];
        c->star = w->star[j];
        c->g = t->gradient[j];
        c->v += c->g * c->g;
        c->root = real_sqrt(c->v + w->eps);
        c->eta = w->alpha / c->root;
        c->length = real_abs(c->x) + real_abs(c->next) + real_abs(c->star) +
                    c->eta * real_abs(c->g);
        real off = c->x - c->star, next = c->next - c->star;
        c->inner += c->g * off;
        c->inner_size += real_abs(c->g) * c->length;
        c->telescope += (off * off - next * next) / (2 * c->eta);
        c->telescope_size += c->length * c->length / (2 * c->eta);
        c->squares += c->g * c->g / c->root;
        w->distance = real_max(real_abs(off), w->distance);
        w->sum[j] += c->x;
        w->mean[j] = w->sum[j] / (double)w->T;
    }
}

static void walk_problem(struct inquiry *q, struct problem *p, double alpha,
                         line_of_proof *line, bool each_coordinate) {
    enum { GROUPS = 4, ROWS = 3, STEPS = 1000, VECTORS = 6 };
    const size_t d = p->dim;
    struct settings s = method_settings(&method_adagrad);
    s.alpha = alpha;
    struct near nearest[ROWS] = {{0}};
    struct trajectory t = trajectory_new(p, &method_adagrad, &s);
    real *vectors = allocate(VECTORS * d, sizeof *vectors);
    struct coordinate *coordinates = allocate(d, sizeof *coordinates);
    for (size_t group = 0; group < GROUPS; group++) {
        struct pcg_lanes random = pcg_lanes_of_runs(
            q->options->seed, q->stream ^ pcg_name(0, p->id), group * LANES);
        memset(vectors, 0, VECTORS * d * sizeof *vectors);
        memset(coordinates, 0, d * sizeof *coordinates);
        struct walk w = {.problem = p,
                         .alpha = s.alpha,
                         .eps = s.eps,
                         .c = coordinates,
                         .x = vectors,
                         .star = vectors + d,
                         .gradient = vectors + 2 * d,
                         .sum = vectors + 3 * d,
                         .mean = vectors + 4 * d,
                         .scratch = vectors + 5 * d};
        for (size_t j = 0; j < d; j++) w.star[j] = real_all(p->x_star[j]);
        w.f_star = p->value(p, w.star, NULL);
        trajectory_restart(&t);
        while (w.T < STEPS) {
            advance(&w, &t, &random);
            for (size_t j = 0; j < (each_coordinate ? d : 1); j++) {
                struct relation r = line(&w, j);
                consider(&nearest[w.T <= 10 ? 0 : w.T <= 100 ? 1 : 2], &w, &r);
            }
        }
    }
    for (size_t r = 0; r < ROWS; r++) {
        const struct near *n = &nearest[r];
        inquiry_exact(q, p->id, "adagrad", n->k, n->broken ? NAN : n->left,
                      n->error, AT_MOST, n->right);
    }
    free(vectors);
    free(coordinates);
    trajectory_free(&t);
    problem_free(p);
}

static void walk_all(struct inquiry *q, line_of_proof *line,
                     bool each_coordinate) {
    walk_problem(q, rare_features(), best_alpha(1), line, each_coordinate);
    walk_problem(q, equal_features(), best_alpha(1), line, each_coordinate);
    walk_problem(q, absolute_value(), 1, line,
                 each_coordinate); /* from 1 to 0 at once */
    walk_problem(q, max_norm(), 0.5, line, each_coordinate);
    walk_problem(q, hinge_loss(), 0.5, line, each_coordinate);
    walk_problem(q, absolute_deviations(), 0.5, line, each_coordinate);
    walk_problem(q, ridge(), 0.5, line, each_coordinate);
}
static void line_5(struct inquiry *q) {
    walk_all(q, one_step, true);
}
static void line_6(struct inquiry *q) {
    walk_all(q, telescope, true);
}
static void line_7(struct inquiry *q) {
    walk_all(q, lemma, true);
}
static void line_8(struct inquiry *q) {
    walk_all(q, all_coordinates, false);
}
static void line_9(struct inquiry *q) {
    walk_all(q, convexity, false);
}
static void line_10(struct inquiry *q) {
    walk_all(q, average, false);
}
static void not_convex(struct inquiry *q) {
    walk_problem(q, double_well(), 0.5, convexity, false);
}
/**
### In expectation

The bound (2) on the two problems with a box. Given $x_t$, a feature's gradient
is $\pm G$ with the probability $p_j$, whatever $x_t$ is; so $\mathbb
Ev_{T,j}=G^2p_jT$, and $\mathbb E\sqrt{v+\epsilon}\le\sqrt{\mathbb
Ev+\epsilon}$.
*/
/* E g_j^2, the same at every point of the box. */
static void coordinate_squares(const struct problem *p, double square[]) {
    real x[p->dim], g[p->dim];
    for (size_t j = 0; j < p->dim; j++) {
        x[j] = real_all(p->x_0[j]);
        square[j] = 0;
    }
    for (size_t i = 0; i < p->components; i++) {
        p->component(p, x, whole_all(i), g);
        double weight = outcome_weight(p, x, whole_all(i))[0];
        for (size_t j = 0; j < p->dim; j++)
            square[j] += weight * g[j][0] * g[j][0];
    }
}

enum { AVERAGED_RUNS = 4096, AVERAGED_LAST = 316 };

static void expected_gap(struct inquiry *q, struct problem *p,
                         const struct entrant *e, uint64_t stream) {
    size_t k[CHECKPOINTS_MAX],
        count = checkpoints_between(1, AVERAGED_LAST, PER_DECADE, k);
    struct moments *moments = allocate(count, sizeof *moments);
    struct interval *gap = allocate(count, sizeof *gap);
    double *square = allocate(p->dim, sizeof *square);
    coordinate_squares(p, square);
    if (measure(q, p, e, true, stream, k, count, moments, gap))
        for (size_t c = 0; c < count; c++) {
            double bound = 0, T = (double)k[c];
            for (size_t j = 0; j < p->dim; j++)
                bound += bound_of(1, e->settings.alpha, e->settings.eps,
                                  square[j] * T) /
                         T;
            inquiry_add(q, (struct finding){.problem = p->id,
                                            .method = e->name,
                                            .k = k[c],
                                            .runs = moments[c].count,
                                            .estimate = moments[c].mean,
                                            .lower = gap[c].lower,
                                            .upper = gap[c].upper,
                                            .bound = bound,
                                            .sign = AT_MOST});
        }
    free(moments);
    free(gap);
    free(square);
    problem_free(p);
}

static void expected_gaps(struct inquiry *q) {
    struct entrant e = adagrad_entrant("adagrad", best_alpha(1), AVERAGED_RUNS);
    expected_gap(q, rare_features(), &e, 0);
    if (!q->trouble && !q->interrupted)
        expected_gap(q, equal_features(), &e, 1);
}
CLAIM(bound_expected_gap, BOUND,
      COMPUTE(expected_gaps, .limits = 2 * 2 * 21, .average = true),
      "The bound (2) on the average iterate.");
/**
@figure ratio The average iterate's expected gap over (2): random examples are
    no adversaries

## An adversary who attains it

The constants of (1) are the best possible, for every $\alpha$. Let one number
$x\in[0,D]$ play against linear functions $f_t(x)=g_tx$ with $g_t=\pm1$, and
start at $D$. The adversary has two phases.

1. *Hover.* She keeps $x$ near $D$: up ($g=-1$) whenever that step would stay
   inside, else down. Each step pays for itself, as the last term of (5): in all
   $\sum\frac{\eta_t}2\approx\alpha\sqrt T$, the second term of (1).
2. *Descend.* As soon as the steps that remain just suffice to reach 0, she
   answers $g=1$ to the end. That lasts about $\frac D\alpha\sqrt T$ steps at a
   mean distance of $\frac D2$: in all $\frac{D^2}{2\alpha}\sqrt T$, the first
   term.

Against $x^*=0$ the regret is $\sum_tg_tx_t$, and its ratio to (1) tends to 1,
since hovering leaves a distance of at most $\eta_t$ to $D$: a loss of order
$\ln T$ against $\sqrt T$. What moves $x$ is the program's AdaGrad, with
$\epsilon=0$.
*/
struct game {
    double alpha, start; /* x_1 */
    struct box box;
    size_t steps;
    double regret, size; /* and what its rounding errors are a multiple of */
};

static void move(struct game *game, const struct settings *s, size_t k, real *x,
                 real *v, double g) {
    real slope = real_all(g);
    game->regret += g * (*x)[0];
    method_adagrad.step(s, k, 1, x, &slope, v);
}

/* D = 1. */
static void play(struct game *game) {
    struct settings s = {.alpha = game->alpha, .box = game->box};
    real x = real_all(game->start), v = {0};
    bool descending = false;
    game->regret = 0;
    double T = (double)game->steps;
    for (size_t k = 0; k < game->steps; k++) {
        double t = (double)k + 1,
               left = 2 * game->alpha *
                      (sqrt(T + 1) - sqrt(t)); /* sum of alpha/root, t to T */
        descending |= x[0] >= left;
        move(game, &s, k, &x, &v,
             !descending && x[0] + game->alpha / sqrt(t) <= 1 ? -1 : 1);
    }
    /* T sums of at most T terms 1; T steps off by an ulp of D, each of which (6) divides by eta. */
    game->size = T * T + T * sqrt(T) / game->alpha;
}

static const double ratios_to_best[] = {0.1, 0.25, 1, 4, 10};
static const char *const ratio_ids[] = {"adagrad 0.1 best", "adagrad 0.25 best",
                                        "adagrad best", "adagrad 4 best",
                                        "adagrad 10 best"};
enum { BEST = 2, LONGEST = 100000 };

static struct game played(double alpha, double start, struct box box,
                          size_t steps) {
    struct game game = {
        .alpha = alpha, .start = start, .box = box, .steps = steps};
    play(&game);
    return game;
}

static const struct box unit = {0, 1};

static void add_game(struct inquiry *q, const char *problem, const char *method,
                     const struct game *g, enum sign sign, double bound) {
    inquiry_exact(q, problem, method, g->steps, g->regret,
                  2 * DBL_EPSILON * g->size, sign, bound);
}

static void adversary_regret(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(ratios_to_best); i++)
        for (size_t T = 10; T <= LONGEST; T *= 10) {
            struct game g =
                played(ratios_to_best[i] * best_alpha(1), 1, unit, T);
            add_game(q, "adversary", ratio_ids[i], &g, AT_MOST,
                     bound_of(1, g.alpha, 0, (double)T));
        }
}

/* The bound of the game at the best alpha, with its constants changed. */
static void best_game(struct inquiry *q, const char *problem, double start,
                      struct box box, double distance, double factor) {
    struct game g = played(best_alpha(1), start, box, LONGEST);
    add_game(q, problem, ratio_ids[BEST], &g, AT_MOST,
             factor * bound_of(distance, g.alpha, 0, LONGEST));
}
static void bound_at_0_95(struct inquiry *q) {
    best_game(q, "adversary", 1, unit, 1, 0.95);
}
static void distance_of_the_start(struct inquiry *q) {
    best_game(q, "adversary from 0", 0, unit, 0, 1);
}

static void adversary_nearly_attains(struct inquiry *q) {
    for (size_t i = 0; i < COUNT(ratios_to_best); i++) {
        struct game g =
            played(ratios_to_best[i] * best_alpha(1), 1, unit, LONGEST);
        add_game(q, "adversary", ratio_ids[i], &g, AT_LEAST,
                 0.95 * bound_of(1, g.alpha, 0, LONGEST));
    }
}

/* Up for half of the time, then down, without a box. */
static void without_a_box(struct inquiry *q) {
    for (size_t T = 100; T <= 10000; T *= 10) {
        struct game g = {.alpha = best_alpha(1),
                         .steps = T,
                         .size = (double)T * (double)T * sqrt((double)T)};
        struct settings s = {.alpha = g.alpha};
        real x = real_all(1), v = {0};
        for (size_t k = 0; k < T; k++)
            move(&g, &s, k, &x, &v, k < T / 2 ? -1 : 1);
        add_game(q, "adversary without a box", ratio_ids[BEST], &g, AT_MOST,
                 bound_of(1, g.alpha, 0, (double)T));
    }
}

/* sum g^2/sqrt(v) for constant gradients, from the method's own moves, against c sqrt(T). */
static void lemma_sums(struct inquiry *q, enum sign sign, double c,
                       double less) {
    struct settings s = {.alpha = 1};
    real g = real_all(1), state = {0}, eta;
    double sum = 0;
    for (size_t k = 1, row = 10; k <= 10000; k++) {
        effective_steps(&method_adagrad, &s, k - 1, 1, &g, &state, &eta);
        sum += eta[0];
        if (k < row) continue;
        /* k terms of relative error 6 ulp/2, k additions */
        inquiry_exact(q, "constant gradients", "adagrad", k, sum,
                      ((double)k + 6) * DBL_EPSILON * sum, sign,
                      c * sqrt((double)k) - less);
        row *= 10;
    }
}
static void lemma_attained(struct inquiry *q) {
    lemma_sums(q, AT_LEAST, 2, 2);
}
static void lemma_at_1_9(struct inquiry *q) {
    lemma_sums(q, AT_MOST, 1.9, 0);
}
CLAIM(bound_adversary, BOUND, COMPUTE(adversary_regret),
      "The adversary's regret is at most (1), for five $\\alpha$ from a tenth "
      "of the best one to ten times it.");
CLAIM(sharp_adversary, SHARPNESS, COMPUTE(adversary_nearly_attains),
      "After $10^5$ steps it is at least 0.95 of (1), for each of these "
      "$\\alpha$.");
CLAIM(control_bound_at_0_95, CONTROL, COMPUTE(bound_at_0_95),
      "0.95 of the bound (1) is beaten at the best $\\alpha$.");
/**
@figure adversary The adversary's regret for three steps $\alpha$, where
    $\alpha^*$ is the best one; the bounds, dashed, are met

The lemma's 2 is attained by constant gradients: $\sum_{t\le T}t^{-1/2}\ge2\sqrt
T-2$.
*/
CLAIM(sharp_lemma, SHARPNESS, COMPUTE(lemma_attained),
      "For constant gradients the sum in (7) is at least $2\\sqrt T-2$.");
CLAIM(control_lemma_at_1_9, CONTROL, COMPUTE(lemma_at_1_9),
      "(7) with 1.9 in place of 2.");
/**
## The step size does need a choice

> AdaGrad не требует настройки шага обучения: $\alpha > 0$ — фиксированная
> константа, и скорость обучения естественно уменьшается по итерациям.

Three things are true. By (1) the regret is $\mathcal O(\sqrt T)$ for **every**
$\alpha$, without any schedule. The best $\alpha=D_\infty/\sqrt2$ depends
neither on $T$ nor on how often a feature appears; so the method, in its
authors' words, "significantly simplifies setting a learning rate". And it does
not depend on the scale of the gradients: multiply $f$, or even one coordinate
of all gradients, by a constant, and without $\epsilon$ nothing changes; for
powers of 2 not even a rounding error.
*/
static void scaled_path(struct inquiry *q, const struct method *m) {
    enum { DIM = 3, STEPS = 1000 };
    static const double scale[DIM] = {1, 0x1p20, 0x1p-20};
    struct settings s = method_settings(m);
    s.eps = 0;
    s.alpha = 0.1;
    struct pcg_lanes random = pcg_lanes_of_runs(q->options->seed, q->stream, 0);
    real x[DIM] = {{0}}, y[DIM] = {{0}}, g[DIM], scaled[DIM],
         state[DIM] = {{0}}, other[DIM] = {{0}};
    double apart = 0;
    for (size_t k = 0; k < STEPS; k++) {
        for (size_t j = 0; j < DIM; j++) {
            g[j] = random_gradient(&random);
            scaled[j] = scale[j] * g[j];
        }
        m->step(&s, k, DIM, x, g, state);
        m->step(&s, k, DIM, y, scaled, other);
        for (size_t j = 0; j < DIM; j++)
            for (int l = 0; l < LANES; l++)
                apart = apart >= fabs(x[j][l] - y[j][l])
                            ? apart
                            : fabs(x[j][l] - y[j][l]);
        if ((k + 1) % 100 == 0)
            inquiry_exact(q, "random gradients", m->id, k + 1, apart, 0, EQUAL,
                          0);
    }
}
static void compute_scale_does_not_matter(struct inquiry *q) {
    scaled_path(q, &method_adagrad);
}
static void scale_of_sgd_does_not_matter(struct inquiry *q) {
    scaled_path(q, &method_sgd);
}
CLAIM(scale_does_not_matter, IDENTITY, COMPUTE(compute_scale_does_not_matter),
      "AdaGrad without $\\epsilon$ takes the same path, bit by bit, when "
      "gradients are multiplied by $2^{\\pm20}$.");
CLAIM(control_scale_of_sgd_does_not_matter, CONTROL,
      COMPUTE(scale_of_sgd_does_not_matter),
      "SGD takes the same path when gradients are multiplied by $2^{\\pm20}$.");
/**
But the constant depends on $\alpha$, which is a length in the space of $x$, and
$D_\infty$ is seldom known. With $\alpha=c\,D_\infty/\sqrt2$ the bound is
$\frac12(c+\frac1c)$ times the best one, and the adversary shows that this is no
artefact of the proof: ten times too long or too short costs a factor of 5.
*/
/* The regret with c times the best alpha, over the best bound. */
static void cost_of_alpha(struct inquiry *q, enum sign sign, bool by_formula) {
    for (size_t i = 0; i < COUNT(ratios_to_best); i++) {
        double c = ratios_to_best[i],
               best = bound_of(1, best_alpha(1), 0, LONGEST);
        struct game g = played(c * best_alpha(1), 1, unit, LONGEST);
        inquiry_exact(q, "adversary", ratio_ids[i], LONGEST, g.regret / best,
                      2 * DBL_EPSILON * g.size / best, sign,
                      by_formula ? 0.95 * (c + 1 / c) / 2 : 2);
    }
}
static void alpha_costs(struct inquiry *q) {
    cost_of_alpha(q, AT_LEAST, true);
}
static void alpha_does_not_matter(struct inquiry *q) {
    cost_of_alpha(q, AT_MOST, false);
}

static void alpha_on_rare_features(struct inquiry *q) {
    struct entrant entrants[] = {
        adagrad_entrant("adagrad", best_alpha(1), MANY),
        adagrad_entrant("adagrad quarter step", best_alpha(1) / 4, MANY),
        adagrad_entrant("adagrad fourfold step", best_alpha(1) * 4, MANY)};
    race(q, rare_features(), entrants, COUNT(entrants), RARE_LAST, RARE_LAST,
         1.25);
}
CLAIM(alpha_costs_its_factor, SHARPNESS, COMPUTE(alpha_costs),
      "With $c$ times the best $\\alpha$ the adversary's regret is at least "
      "0.95 times $\\frac12(c+\\frac1c)$ "
      "times the best bound.");
CLAIM(control_alpha_does_not_matter, CONTROL, COMPUTE(alpha_does_not_matter),
      "Whatever $\\alpha$ is, the regret is at most twice the best bound.");
CLAIM(
    alpha_matters_on_rare_features, SHARPNESS,
    COMPUTE(alpha_on_rare_features, .limits = 6),
    "On rare features at $k=1000$ the gap is by a factor of 1.25 at least "
    "smaller with "
    "$\\alpha=D_\\infty/\\sqrt2$ than with a quarter of it or four times it.");
/**
@erratum control_alpha_does_not_matter «AdaGrad не требует настройки шага
    обучения» :: No schedule is needed, and the rate $1/\sqrt T$ does not depend
    on $\alpha$; but the constant does, in the worst case by the factor
    $\frac12(c+\frac1c)$ for a step $c$ times the best one.

## The drawback: the denominator only grows

> Основной недостаток — монотонное накопление градиентов в знаменателе.

After $k$ gradients of size $G$ the effective step is $\frac{\alpha}{G\sqrt k}$,
whether or not the method has arrived anywhere. And it never forgets: after $n$
gradients of size $G$ and $m$ of size 1 it is
$$\eta=\frac\alpha{\sqrt{G^2n+m}}, \tag{11}$$
so that it takes $m=3G^2n$ steps before the large gradients only halve it. What
a method that forgets does in that case is the theorem
[RMSProp](rmsprop_tracks.html).
*/
static void compute_denominator_grows(struct inquiry *q) {
    struct settings s = {.alpha = 1};
    static const double sizes[] = {0.01, 1, 100};
    static const char *const ids[] = {"gradients 0.01", "gradients 1",
                                      "gradients 100"};
    for (size_t i = 0; i < COUNT(sizes); i++) {
        real g = real_all(sizes[i]), state = {0}, eta;
        for (size_t k = 1, row = 1; k <= 4096; k++) {
            effective_steps(&method_adagrad, &s, k - 1, 1, &g, &state, &eta);
            if (k < row) continue;
            row *= 4;
            double exact = s.alpha / (sizes[i] * sqrt((double)k));
            /* v carries the roundings of k additions and of its squares. */
            double error =
                (2 * reading + ((double)k + 2) * DBL_EPSILON / 2) * exact;
            inquiry_exact(q, ids[i], "adagrad", k, eta[0], error, EQUAL, exact);
        }
    }
}

static void compute_never_forgets(struct inquiry *q) {
    enum { N = 100, G = 10 };
    struct settings s = {.alpha = 1};
    real large = real_all(G), small = real_all(1), state = {0}, eta;
    for (size_t k = 0; k < N; k++)
        effective_steps(&method_adagrad, &s, k, 1, &large, &state, &eta);
    for (size_t m = 1, row = 1; m <= 3 * G * G * N; m++) {
        effective_steps(&method_adagrad, &s, N + m - 1, 1, &small, &state,
                        &eta);
        if (m < row && m < 3 * G * G * N) continue;
        row *= 10;
        double exact =
            s.alpha /
            sqrt((double)(G * G * N + m)); /* whole numbers: v is exact */
        inquiry_exact(q, "gradients 10 then 1", "adagrad", m, eta[0],
                      2 * reading * exact, EQUAL, exact);
    }
}
CLAIM(denominator_grows, IDENTITY, COMPUTE(compute_denominator_grows),
      "After $k$ gradients of size $G$ the effective step is $\\alpha/(G\\sqrt "
      "k)$, for three $G$.");
CLAIM(never_forgets, IDENTITY, COMPUTE(compute_never_forgets),
      "Formula (11): the effective step after 100 gradients of size 10 and $k$ "
      "of size 1.");
/**
## Epsilon

> Константа $\epsilon$ обычно устанавливается в $10^{-6}$ для обеспечения
> отсутствия деления на ноль или слишком больших шагов.

Without $\epsilon$ the first step has the length $\alpha$ however small the
gradient is, and a first gradient of zero moves $x$ by $0/0$: on sparse data
that happens at once, in every coordinate not seen yet. With $\epsilon$ under
the root the first step is
$$\alpha\frac{|g|}{\sqrt{g^2+\epsilon}}\le\alpha\min\Bigl(1,\frac{|g|}{\sqrt\epsilon}\Bigr), \tag{12}$$
which is short for gradients below $\sqrt\epsilon=10^{-3}$. And no later step is
longer than $\alpha$ either, because $v\ge g^2$.
*/
static const double first_gradients[] = {1e-12, 1e-9, 1e-6, 1e-3, 1, 1e3, 1e6};

static double first_step(double g, double eps) {
    struct settings s = {.alpha = 0.5, .eps = eps};
    real slope = real_all(g), x = {0}, state = {0};
    method_adagrad.step(&s, 0, 1, &x, &slope, &state);
    return -x[0];
}

static void first_steps(struct inquiry *q) {
    for (size_t e = 0; e < 2; e++)
        for (size_t i = 0; i < COUNT(first_gradients); i++) {
            double g = first_gradients[i],
                   exact = 0.5 / sqrt(1 + epsilons[e] / g / g);
            inquiry_exact(q, "first gradient", epsilon_ids[e], i + 1,
                          first_step(g, epsilons[e]), 8 * DBL_EPSILON * exact,
                          EQUAL, exact); /* some 14 roundings of an ulp/2 */
        }
}
static void first_steps_at_most(struct inquiry *q, double eps) {
    for (size_t i = 0; i < COUNT(first_gradients); i++) {
        double g = first_gradients[i], bound = 0.5 * fmin(1, g / sqrt(1e-6));
        inquiry_exact(q, "first gradient", "adagrad", i + 1, first_step(g, eps),
                      8 * DBL_EPSILON * bound, AT_MOST, bound);
    }
}
static void first_steps_with_eps(struct inquiry *q) {
    first_steps_at_most(q, 1e-6);
}
static void first_steps_without_eps(struct inquiry *q) {
    first_steps_at_most(q, 0);
}

static void compute_no_step_beyond_alpha(struct inquiry *q) {
    for (size_t e = 0; e < COUNT(epsilons); e++) {
        struct settings s = {.alpha = 0.5, .eps = epsilons[e]};
        struct pcg_lanes random =
            pcg_lanes_of_runs(q->options->seed, q->stream, e * LANES);
        real state = {0};
        double longest = 0;
        for (size_t k = 0; k < 1000; k++) {
            real g = random_gradient(&random), x = {0};
            method_adagrad.step(&s, k, 1, &x, &g, &state);
            for (int l = 0; l < LANES; l++)
                longest = longest >= fabs(x[l]) ? longest : fabs(x[l]);
            if ((k + 1) % 100 == 0)
                inquiry_exact(q, "random gradients", epsilon_ids[e], k + 1,
                              longest, 2 * reading * s.alpha, AT_MOST, s.alpha);
        }
    }
}

/* In how many lanes is x no number any more, after a first gradient of zero? */
static void zero_gradient(struct inquiry *q) {
    for (size_t e = 0; e < 2; e++) {
        struct settings s = {.alpha = 0.5, .eps = epsilons[e]};
        real zero = {0}, x = real_all(1), state = {0};
        method_adagrad.step(&s, 0, 1, &x, &zero, &state);
        double lost = 0;
        for (int l = 0; l < LANES; l++)
            lost += isnan(x[l]) ? 1 : x[l] == 1 ? 0 : NAN;
        inquiry_exact(q, "first gradient 0", epsilon_ids[e], 1, lost, 0, EQUAL,
                      e == 0 ? LANES : 0);
    }
}
CLAIM(first_step_length, IDENTITY, COMPUTE(first_steps),
      "The first step is $\\alpha|g|/\\sqrt{g^2+\\epsilon}$, for seven $|g|$ "
      "from $10^{-12}$ to $10^6$; without "
      "$\\epsilon$ always $\\alpha$.");
CLAIM(first_step_at_most, SHARPNESS, COMPUTE(first_steps_with_eps),
      "With $\\epsilon=10^{-6}$ it is at most "
      "$\\alpha\\min(1,|g|/\\sqrt\\epsilon)$.");
CLAIM(control_first_step_without_eps, CONTROL, COMPUTE(first_steps_without_eps),
      "The same without $\\epsilon$.");
CLAIM(no_step_beyond_alpha, SHARPNESS, COMPUTE(compute_no_step_beyond_alpha),
      "No step is longer than $\\alpha$, on random gradients: the longest so "
      "far.");
CLAIM(zero_gradient_needs_eps, IDENTITY, COMPUTE(zero_gradient),
      "A first gradient of zero: without $\\epsilon$ all 16 runs are no "
      "numbers any more, with it none moves.");
/**
## What breaks

**No box.** Against an unbounded $x$ an adversary who pushes up for half of the
time and down for the other half collects $T^{3/2}$, whatever $D_\infty$ is
promised:
*/
CLAIM(control_without_a_box, CONTROL, COMPUTE(without_a_box),
      "The bound (1) with $D_\\infty=1$, without a box.");
/**
**The distance of the start** in place of the largest distance on the way. From
$x_1=x^*=0$ the bound would be $\alpha\sqrt T$; the adversary first lifts $x$ to
1, and then plays as before:
*/
CLAIM(control_distance_of_the_start, CONTROL, COMPUTE(distance_of_the_start),
      "The bound (1) with $\\|x_1-x^*\\|_\\infty=0$ for $D_\\infty$.");
/**
**Convexity.** Line 5, (9), on the double well:
*/
CLAIM(control_without_convexity, CONTROL, COMPUTE(not_convex),
      "Inequality (9) on a function that is not convex.");
enum { CHECKPOINTS = 16 }; /* of a race, at most */

CLAIM(rare_features_ahead_of_constant_steps, SHARPNESS,
      COMPUTE(rare_against_constant, .limits = 2 * 6 * CHECKPOINTS),
      "On rare features AdaGrad's gap is below that of SGD with each of five "
      "constant steps from $k=30$ on, and "
      "at $k=1000$ by a factor of 1.5 at least.");
CLAIM(rare_features_ahead_of_decreasing_steps, SHARPNESS,
      COMPUTE(rare_against_decreasing, .limits = 2 * 5 * CHECKPOINTS),
      "On rare features AdaGrad's gap is below that of SGD with each of four "
      "steps $\\alpha_0/\\sqrt{k+1}$ from "
      "$k=100$ on, and at $k=1000$ by a factor of 1.25 at least.");
CLAIM(control_equal_features_ahead_of_constant_steps, CONTROL,
      COMPUTE(equal_against_constant, .limits = 2 * 6 * CHECKPOINTS),
      "On equal features AdaGrad is ahead of SGD with each of five constant "
      "steps, at $k=100$ by a factor of 1.5.");
CLAIM(line_5_one_step, PROOF_LINE, COMPUTE(line_5),
      "Inequality (5) in every coordinate.");
CLAIM(line_6_telescope, PROOF_LINE, COMPUTE(line_6),
      "Inequality (6), first side against last, in every coordinate.");
CLAIM(line_7_lemma, PROOF_LINE, COMPUTE(line_7),
      "Inequality (7) in every coordinate.");
CLAIM(line_8_regret, PROOF_LINE, COMPUTE(line_8),
      "Inequality (8), the bound on linearised regret.");
CLAIM(line_9_convexity, PROOF_LINE, COMPUTE(line_9), "Inequality (9).");
CLAIM(line_10_average, PROOF_LINE, COMPUTE(line_10), "Inequality (10).");

static const struct claim *const claims[] = {
    rule_as_written,
    steps_never_grow,
    more_gradient_smaller_step,
    control_steps_of_rmsprop_never_grow,
    steps_of_rare_features,
    root_of_frequencies,
    control_ratio_of_frequencies,
    rare_features_as_often_as_they_should,
    rare_features_ahead_of_constant_steps,
    rare_features_ahead_of_decreasing_steps,
    equal_features_same_as_sgd,
    control_rare_features_same_as_sgd,
    equal_features_sgd_ahead,
    control_equal_features_ahead_of_constant_steps,
    line_5_one_step,
    line_6_telescope,
    line_7_lemma,
    line_8_regret,
    line_9_convexity,
    line_10_average,
    bound_expected_gap,
    bound_adversary,
    sharp_adversary,
    control_bound_at_0_95,
    sharp_lemma,
    control_lemma_at_1_9,
    scale_does_not_matter,
    control_scale_of_sgd_does_not_matter,
    alpha_costs_its_factor,
    control_alpha_does_not_matter,
    alpha_matters_on_rare_features,
    denominator_grows,
    never_forgets,
    first_step_length,
    first_step_at_most,
    control_first_step_without_eps,
    no_step_beyond_alpha,
    zero_gradient_needs_eps,
    control_without_a_box,
    control_distance_of_the_start,
    control_without_convexity};

static const struct drawing drawings[] = {
    {.name = "rare",
     .title = {"Rare features: AdaGrad and SGD",
               "Редкие признаки: AdaGrad и СГС"},
     .x = {"iteration k", "итерация k"},
     .y = {"E f(x_k) - f^*", "E f(x_k) - f^*"},
     .curves = {{.claim = "rare_features_ahead_of_constant_steps",
                 .name = {"AdaGrad", "AdaGrad"}},
                {.claim = "rare_features_ahead_of_constant_steps",
                 .group = 1,
                 .name = {"SGD, 0.05", "СГС, 0.05"}},
                {.claim = "rare_features_ahead_of_constant_steps",
                 .group = 2,
                 .name = {"SGD, 0.1", "СГС, 0.1"}},
                {.claim = "rare_features_ahead_of_constant_steps",
                 .group = 3,
                 .name = {"SGD, 0.2", "СГС, 0.2"}},
                {.claim = "rare_features_ahead_of_constant_steps",
                 .group = 4,
                 .name = {"SGD, 0.4", "СГС, 0.4"}},
                {.claim = "rare_features_ahead_of_constant_steps",
                 .group = 5,
                 .name = {"SGD, 0.8", "СГС, 0.8"}},
                {.claim = "rare_features_ahead_of_decreasing_steps",
                 .group = 3,
                 .name = {"SGD, 4/√(k+1)", "СГС, 4/√(k+1)"}}}},
    {.name = "equal",
     .title = {"Equal features: AdaGrad and SGD",
               "Равные признаки: AdaGrad и СГС"},
     .x = {"iteration k", "итерация k"},
     .y = {"E f(x_k) - f^*", "E f(x_k) - f^*"},
     .curves = {{.claim = "control_equal_features_ahead_of_constant_steps",
                 .name = {"AdaGrad", "AdaGrad"}},
                {.claim = "control_equal_features_ahead_of_constant_steps",
                 .group = 1,
                 .name = {"SGD, 0.5", "СГС, 0.5"}},
                {.claim = "control_equal_features_ahead_of_constant_steps",
                 .group = 2,
                 .name = {"SGD, 1", "СГС, 1"}},
                {.claim = "control_equal_features_ahead_of_constant_steps",
                 .group = 3,
                 .name = {"SGD, 2", "СГС, 2"}},
                {.claim = "control_equal_features_ahead_of_constant_steps",
                 .group = 4,
                 .name = {"SGD, 4", "СГС, 4"}},
                {.claim = "control_equal_features_ahead_of_constant_steps",
                 .group = 5,
                 .name = {"SGD, 8", "СГС, 8"}}}},
    {.name = "steps",
     .title = {"Effective steps of frequent and rare features",
               "Эффективные шаги частых и редких признаков"},
     .x = {"iteration k", "итерация k"},
     .y = {"effective step / α", "эффективный шаг / α"},
     .bounds = true,
     .curves = {{.claim = "steps_of_rare_features",
                 .name = {"every example", "в каждом примере"}},
                {.claim = "steps_of_rare_features",
                 .group = 1,
                 .name = {"every 4th", "в каждом 4-м"}},
                {.claim = "steps_of_rare_features",
                 .group = 2,
                 .name = {"every 16th", "в каждом 16-м"}},
                {.claim = "steps_of_rare_features",
                 .group = 3,
                 .name = {"every 64th", "в каждом 64-м"}}}},
    {.name = "adversary",
     .title = {"An adversary against AdaGrad", "Противник против AdaGrad"},
     .x = {"iterations T", "число итераций T"},
     .y = {"regret", "сожаление"},
     .bounds = true,
     .curves = {{.claim = "bound_adversary",
                 .group = 0,
                 .name = {"α = 0.1 α^*", "α = 0.1 α^*"}},
                {.claim = "bound_adversary",
                 .group = 2,
                 .name = {"α = α^* = D/√2", "α = α^* = D/√2"}},
                {.claim = "bound_adversary",
                 .group = 3,
                 .name = {"α = 4 α^*", "α = 4 α^*"}}}},
};

const struct theorem theorem_adagrad = {
    .id = "adagrad",
    .title = {"AdaGrad", "AdaGrad"},
    .source =
        "Adagrad (Duchi, Hazan, and Singer 2010/Streeter and MacMahan 2010)",
    .claims = claims,
    .claim_count = COUNT(claims),
    .drawings = drawings,
    .drawing_count = COUNT(drawings),
};

/**
## References

- J. Duchi, E. Hazan, Y. Singer, *Adaptive subgradient methods for online
  learning and stochastic optimization*, Journal of Machine Learning Research 12
  (2011): theorem 5 is (1) for composite mirror descent with diagonal matrices,
  section 1.3 the sparse example with probabilities $p_j\propto j^{-a}$.
- H. McMahan, M. Streeter, *Adaptive bound optimization for online convex
  optimization*, COLT (2010): the same method, found independently.
- N. Cesa-Bianchi, A. Conconi, C. Gentile, *On the generalization ability of
  on-line learning algorithms*, IEEE Transactions on Information Theory 50
  (2004): from regret to (2).
*/
