/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network.h"

#include <stdlib.h>

#include "../verify/numbers/array.h"
#include "../verify/numbers/fail.h"

size_t layer_weights(const struct layer *l) {
    size_t weights = 0;
    for (size_t b = 0; b < l->block_count; b++) weights += l->block[b].rows * l->block[b].columns;
    return weights;
}

struct network *network_new(size_t inputs) {
    struct network *n = allocate(1, sizeof *n);
    n->inputs = inputs;
    return n;
}

void network_free(struct network *n) {
    if (!n) return;
    free(n->layers);
    free(n->blocks);
    free(n);
}

size_t network_outputs(const struct network *n) {
    return n->count ? n->layers[n->count - 1].out : n->inputs;
}

struct layer *network_add(struct network *n, const struct layer_kind *kind) {
    size_t in = network_outputs(n);
    n->layers = array_grown(n->layers, n->count, sizeof *n->layers);
    n->layers[n->count] = (struct layer){.kind = kind, .in = in, .out = in, .positions = 1};
    return &n->layers[n->count++];
}

void network_added(struct network *n) {
    const struct layer *l = &n->layers[n->count - 1];
    for (size_t b = 0; b < l->block_count; b++) {
        n->blocks = array_grown(n->blocks, n->block_count, sizeof *n->blocks);
        n->blocks[n->block_count++] = l->block[b];
    }
    n->weights += layer_weights(l);
}

void network_start(const struct network *n, struct pcg_lanes *random, real w[]) {
    for (size_t i = 0; i < n->count; i++) {
        const struct layer *l = &n->layers[i];
        for (size_t b = 0; b < l->block_count; b++)
            for (size_t e = 0; e < l->block[b].rows * l->block[b].columns; e++, w++) {
                *w = real_all(l->level[b]);
                if (l->deviation[b] > 0) *w += l->deviation[b] * pcg_lanes_gaussian(random);
            }
    }
}

/* ---- examples ---- */

struct examples examples_new(size_t count, size_t inputs, size_t labels, size_t classes) {
    struct examples e = {.count = count, .inputs = inputs, .labels = labels, .classes = classes};
    if (inputs + labels > EXAMPLE_MOST) fail("an example has more than %d numbers", EXAMPLE_MOST);
    e.rows = allocate(count * real_stride(inputs + labels), sizeof *e.rows);
    return e;
}

void examples_free(struct examples *e) {
    free(e->rows);
}

/* ---- a batch, forwards and backwards ---- */

/* The numbers of all layers for a batch. */
struct tape {
    const struct network *network;
    size_t batch;
    real *own;              /* all numbers, if they are not elsewhere */
    real **y, **kept, **dy; /* of each layer; y and dy begin with the input's: layer i reads y[i] and writes y[i + 1] */
};

/* How many numbers the tape of a batch has. */
static size_t tape_numbers(const struct network *n, size_t batch) {
    size_t numbers = 2 * n->inputs;
    for (size_t i = 0; i < n->count; i++) numbers += 2 * n->layers[i].out + n->layers[i].kept;
    return numbers * batch;
}

/* In `room`, or in room of its own if that is NULL. */
static struct tape tape_new(const struct network *n, size_t batch, real *room) {
    struct tape t = {.network = n, .batch = batch};
    if (!room) room = t.own = allocate_blank(tape_numbers(n, batch), sizeof *room);
    t.y = allocate(3 * (n->count + 1), sizeof *t.y);
    t.dy = t.y + n->count + 1;
    t.kept = t.dy + n->count + 1;
    for (size_t i = 0; i <= n->count; i++) {
        size_t out = batch * (i ? n->layers[i - 1].out : n->inputs);
        t.y[i] = room;
        t.dy[i] = room + out;
        room += 2 * out;
        if (i == n->count) break;
        t.kept[i] = room;
        room += batch * n->layers[i].kept;
    }
    return t;
}

static void tape_free(struct tape *t) {
    free(t->own);
    free(t->y);
}

static struct pass pass_of(const struct tape *t, size_t i, const real *w, struct pcg_lanes *random) {
    const struct layer *l = &t->network->layers[i];
    return (struct pass){.layer = l,
                         .batch = t->batch,
                         .w = w,
                         .x = t->y[i],
                         .y = t->y[i + 1],
                         .kept = t->kept[i],
                         .random = random,
                         .earlier = t->y[l->from + 1],
                         .dy = t->dy[i + 1],
                         .dx = t->dy[i],
                         .d_earlier = t->dy[l->from + 1]};
}

static void forwards(const struct tape *t, const real w[], struct pcg_lanes *random) {
    for (size_t i = 0; i < t->network->count; i++) {
        struct pass p = pass_of(t, i, w, random);
        p.layer->kind->forward(&p);
        w += layer_weights(p.layer);
    }
}

/* Adds to the gradient. */
static void backwards(const struct tape *t, const real w[], real gradient[]) {
    w += t->network->weights;
    gradient += t->network->weights;
    for (size_t i = t->network->count; i-- > 0;) {
        w -= layer_weights(&t->network->layers[i]);
        gradient -= layer_weights(&t->network->layers[i]);
        struct pass p = pass_of(t, i, w, NULL);
        p.dw = gradient;
        p.layer->kind->backward(&p);
    }
}

/* The example at a place, in each lane. */
static void read_example(const struct examples *e, whole place, real inputs[], real labels[]) {
    if (e->order) {
        whole row;
        for (unsigned l = 0; l < LANES; l++) row[l] = e->order[e->first + place[l]][l];
        place = row;
    } else {
        place += e->first;
    }
    real row[EXAMPLE_MOST];
    real_rows(e->rows, e->inputs + e->labels, place, row);
    memcpy(inputs, row, e->inputs * sizeof *inputs);
    memcpy(labels, row + e->inputs, e->labels * sizeof *labels);
}

/* The places of a batch, in each lane, to the tape's input; forwards; the loss; and backwards if there is a gradient, to which
 * that of the sum times `times` is added. */
static void go(const struct tape *t, const struct examples *e, const whole places[], const real w[],
               struct pcg_lanes *random, double times, struct score *score, real gradient[]) {
    const struct network *n = t->network;
    real *labels = allocate(t->batch * e->labels, sizeof *labels);
    for (size_t b = 0; b < t->batch; b++) read_example(e, places[b], t->y[0] + b * n->inputs, labels + b * e->labels);
    forwards(t, w, random);
    if (gradient) memset(t->dy[0], 0, t->batch * n->inputs * sizeof(real));
    for (size_t i = 1; gradient && i <= n->count; i++)
        memset(t->dy[i], 0, t->batch * n->layers[i - 1].out * sizeof(real));
    cross_entropy(t->batch * e->labels, e->classes, t->y[n->count], labels, times, score,
                  gradient ? t->dy[n->count] : NULL);
    if (gradient) backwards(t, w, gradient);
    free(labels);
}

/* Whether a network reads such examples, and answers as they ask. */
static void check_examples(const struct network *n, const struct examples *e) {
    if (e->inputs != n->inputs || e->labels * e->classes != network_outputs(n))
        fail("a network from %zu numbers to %zu, examples of %zu and %zu", n->inputs, network_outputs(n), e->inputs,
             e->labels * e->classes);
}

/* How many examples of a sum are computed together: as many as stay in a cache, but a few. */
static size_t together(const struct network *n) {
    enum { CACHED = 1 << 14, FEW = 4, MANY = 32 };
    size_t fit = CACHED / tape_numbers(n, 1);
    return fit < FEW ? FEW : fit > MANY ? MANY : fit;
}

struct score network_score(const struct network *n, const struct examples *e, const real w[], real gradient[]) {
    struct score score = {{0}, {0}, {0}};
    check_examples(n, e);
    double total = (double)(e->count * e->labels); /* with a gradient every label counts */
    size_t most = together(n);
    struct tape t = tape_new(n, most, NULL);
    whole *places = allocate(most, sizeof *places);
    if (gradient) memset(gradient, 0, n->weights * sizeof *gradient);
    for (size_t first = 0; first < e->count; first += t.batch) {
        if (e->count - first < most) {
            tape_free(&t);
            t = tape_new(n, e->count - first, NULL);
        }
        for (size_t b = 0; b < t.batch; b++) places[b] = whole_all(first + b);
        go(&t, e, places, w, NULL, 1 / total, &score, gradient);
    }
    tape_free(&t);
    free(places);
    score.loss /= score.labels;
    score.error /= score.labels;
    return score;
}

void network_outputs_at(const struct network *n, const real w[], const real inputs[], real outputs[]) {
    struct tape t = tape_new(n, 1, NULL);
    memcpy(t.y[0], inputs, n->inputs * sizeof *inputs);
    forwards(&t, w, NULL);
    memcpy(outputs, t.y[n->count], network_outputs(n) * sizeof *outputs);
    tape_free(&t);
}

/* ---- as a problem ---- */

static real value(const struct problem *p, const real w[], real gradient[]) {
    const struct training *t = p->with;
    return network_score(t->network, t->examples, w, gradient).loss;
}

static void component(const struct problem *p, const real w[], whole i, real gradient[]) {
    const struct training *t = p->with;
    struct tape tape = tape_new(t->network, 1, NULL);
    struct score ignored = {{0}, {0}, {0}};
    memset(gradient, 0, p->dim * sizeof *gradient);
    go(&tape, t->examples, &i, w, NULL, 1 / (double)t->examples->labels, &ignored, gradient);
    tape_free(&tape);
}

static void draw(const struct problem *p, const real w[], struct pcg_lanes *random, real gradient[]) {
    const struct training *t = p->with;
    struct tape tape = tape_new(t->network, p->batch, p->scratch);
    struct score ignored = {{0}, {0}, {0}};
    whole *places = allocate(p->batch, sizeof *places);
    uint64_t surplus = pcg_surplus(p->components);
    for (size_t b = 0; b < p->batch; b++) places[b] = pcg_lanes_below(random, p->components, surplus);
    memset(gradient, 0, p->dim * sizeof *gradient);
    go(&tape, t->examples, places, w, random, 1 / (double)(p->batch * t->examples->labels), &ignored, gradient);
    free(places);
    tape_free(&tape);
}

static void start(const struct problem *p, struct pcg_lanes *random, real w[]) {
    const struct training *t = p->with;
    network_start(t->network, random, w);
}

struct problem *network_problem(const struct training *t, size_t batch) {
    check_examples(t->network, t->examples);
    struct problem *p = problem_new(t->network->weights, 0);
    p->id = "network";
    p->title[0] = "network";
    p->title[1] = "сеть";
    p->components = t->examples->count;
    p->batch = batch;
    p->L = INFINITY;
    p->f_star_high = INFINITY;
    p->lacks = LACKS_PL | LACKS_SMOOTHNESS;
    p->value = value;
    p->component = component;
    p->draw = draw;
    p->start = start;
    p->blocks = t->network->blocks;
    p->block_count = t->network->block_count;
    p->with = t;
    p->scratch_numbers = tape_numbers(t->network, batch);
    return p;
}
