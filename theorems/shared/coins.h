/* Coins of a small bias, and what k flips of them tell. */
#ifndef DESCENT_COINS_H
#define DESCENT_COINS_H

#include "../theorem.h"

/* The probability of n plus signs in k flips of a coin that shows nu, +1 or -1,
 * with probability (1 + delta)/2. */
double coin_law(size_t k, double delta, int nu, size_t n);
/* A generous bound on its relative error. */
double coin_law_error(size_t k);
/* The sum over n of a function of that probability for nu = 1 and nu = -1. */
double coin_sum(size_t k, double delta,
                double (*of)(double plus, double minus));

/* Every sequence of FLIPS answers that a method can get on f_nu of a problem
 * whose oracle tells no more than a flip. */
enum { FLIPS = 12 };
struct competitor {
    const struct method *method;
    struct settings settings;
};
/* SGD, heavy ball, Nesterov, and a method that jumps about wildly. */
enum { COMPETITORS = 4 };
extern const struct competitor competitors[COMPETITORS];
struct tree {
    const struct problem *problem; /* f_+; f_- is its mirror image */
    const struct competitor *by;
    int nu;
    double law[FLIPS + 1];  /* probability of n plus signs in FLIPS flips */
    double risk[FLIPS + 1]; /* E f(x_k) - f*, k = 0, ..., FLIPS */
    bool decoded;           /* every answer was that of a coin */
};
struct tree tree_of(const struct problem *, const struct competitor *, int nu);

/* The mean over t < m^2 of E x_t, where x walks from 0 by R/m, up with
 * probability (1 + delta)/2, else down, between walls at -R and R. */
double walled_walk(size_t m, double delta, double R);

#endif
