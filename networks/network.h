/* Networks in lanes: each lane is a network of its own, with weights drawn from its own seed.
 *
 * A network is a chain of layers.  A layer turns the numbers of an example into others; forwards it computes them, backwards it
 * takes the derivative of the loss by its output to those by its input and by its weights.  Every kind of layer is a file here,
 * whose two functions read like the formula in its comment.
 *
 * With examples a network is a problem like any other: x are its weights, f is the mean loss, and the oracle answers with the
 * gradient of a batch.  Any method trains it; methods for matrices see those of the layers, each for itself.
 */
#ifndef DESCENT_NETWORK_H
#define DESCENT_NETWORK_H

#include "../verify/models/problem.h"
#include "../verify/numbers/pcg.h"
#include "product.h"

struct layer;

/* One call of a layer on a batch of examples.  Gradients are added to. */
struct pass {
    const struct layer *layer;
    size_t batch;
    const real *w;            /* the layer's weights */
    const real *x;            /* batch x in */
    const real *earlier;      /* the output of the layer that a residual sum adds, batch x out */
    real *y;                  /* batch x out */
    real *kept;               /* batch x kept numbers, that forward leaves for backward */
    struct pcg_lanes *random; /* for dropout; NULL: nothing is dropped */
    const real *dy;           /* derivatives of the loss: by y; by the others, to add to */
    real *dx, *d_earlier, *dw;
};

struct layer_kind {
    const char *id;
    void (*forward)(const struct pass *);  /* fills in y and kept */
    void (*backward)(const struct pass *); /* adds to dx, d_earlier and dw */
};

enum { LAYER_BLOCKS = 4 };
struct layer {
    const struct layer_kind *kind;
    size_t in, out, kept;                            /* numbers of an example */
    size_t positions;                                /* where the same weights are used, as at each token of a text */
    size_t from;                                     /* residual: the layer whose output is added */
    size_t height, width, channels, filters, stride; /* convolution */
    double rate;                                     /* dropout: of what is dropped */
    /* Its weights: matrices, and how each starts: Gaussian numbers around `level`. */
    struct shape block[LAYER_BLOCKS];
    double level[LAYER_BLOCKS], deviation[LAYER_BLOCKS];
    size_t block_count;
};
size_t layer_weights(const struct layer *);

struct network {
    struct layer *layers;
    size_t count;
    size_t inputs;  /* numbers, or tokens, of an example */
    size_t weights; /* of all layers */
    struct shape *blocks;
    size_t block_count;
};

struct network *network_new(size_t inputs);
void network_free(struct network *);
/* The layer that comes next, to be filled in: its input is the output of the last one. */
struct layer *network_add(struct network *, const struct layer_kind *);
/* Once it is filled in. */
void network_added(struct network *);
/* How many numbers come out so far. */
size_t network_outputs(const struct network *);

/* ---- the layers ---- */

/* y = W x + b at each of so many positions: weights of variance gain / fan-in, so 2 is He's and 1 is Xavier's (for as many units as
 * inputs); biases 0. */
void network_dense(struct network *, size_t positions, size_t units, double gain);
/* A square kernel of 3 x 3, zeros around the image, every stride-th place; channels x height x width. */
void network_convolution(struct network *, size_t channels, size_t height, size_t width, size_t filters, size_t stride,
                         double gain);
void network_relu(struct network *);      /* max(x, 0) */
void network_quadratic(struct network *); /* x^2 */
/* Every position's numbers less their mean, divided by their deviation, times a gain that is trained (Ba, Kiros and Hinton
 * 2016). */
void network_normalisation(struct network *, size_t positions);
/* The output of layer `from` (by number, from 0) is added. */
void network_residual(struct network *, size_t from);
/* Each number is dropped with this probability, the others divided by what is left, while training. */
void network_dropout(struct network *, double rate);
/* Tokens to vectors: row `token` of a table. */
void network_embedding(struct network *, size_t tokens, size_t width, double deviation);
/* A vector for each place is added. */
void network_place(struct network *, size_t positions, double deviation);
/* The vectors of all positions, added up. */
void network_sum(struct network *, size_t positions);
/* Causal attention with one head: each position looks at itself and at those before. */
void network_attention(struct network *, size_t positions, double gain);

/* ---- examples, and the problem ---- */

enum { EXAMPLE_MOST = 1024 }; /* numbers of an example, labels included */
/* Rows of `inputs` numbers (or tokens) and `labels` classes: one, or one a position.  Copies with other `first`, `count` and
 * `order` share the rows. */
struct examples {
    size_t count, inputs, labels, classes;
    double *rows;       /* real_stride(inputs + labels) doubles each */
    const whole *order; /* which row stands at each place, in each lane; NULL: as they lie */
    size_t first;       /* the first place of these */
};
/* Room for so many; release with examples_free. */
struct examples examples_new(size_t count, size_t inputs, size_t labels, size_t classes);
void examples_free(struct examples *);
static inline double *example_row(const struct examples *e, size_t i) {
    return e->rows + i * real_stride(e->inputs + e->labels);
}

/* Means over labels that are not negative: those are asked for nothing. */
struct score {
    real loss;   /* of the cross-entropy */
    real error;  /* the share of labels that are not the most probable class; NaN where the loss is */
    real labels; /* how many they are */
};
/* The mean loss and error of all examples, with nothing dropped; its gradient as well unless that is NULL, if no label is
 * negative. */
struct score network_score(const struct network *, const struct examples *, const real w[], real gradient[]);

/* What comes out for one example, whose inputs are given. */
void network_outputs_at(const struct network *, const real w[], const real inputs[], real outputs[]);

struct training {
    const struct network *network;
    const struct examples *examples;
};
/* The mean loss as a function of the weights, the oracle the gradient on `batch` examples, drawn with replacement.  Uses the
 * training as long as it lives.  L is not known (infinite), f* at least 0; with dropout the oracle's mean is another function's
 * gradient than f's. */
struct problem *network_problem(const struct training *, size_t batch);
/* The weights that a lane starts with. */
void network_start(const struct network *, struct pcg_lanes *, real w[]);

/* Adds to the score -log of the softmax of the label's logit, the error, and 1, for each of `count` rows of logits whose label is
 * not negative.  dlogits: the derivative of the loss times `times`, or NULL. */
void cross_entropy(size_t count, size_t classes, const real logits[], const real label[], double times, struct score *,
                   real dlogits[]);

#endif
