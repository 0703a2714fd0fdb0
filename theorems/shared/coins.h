/* Two functions f_nu, nu = 1 or -1, behind a coin of a small bias; what k flips
 * of it tell; and lines of a proof that are checked for many k. */
#ifndef DESCENT_COINS_H
#define DESCENT_COINS_H

#include "../theorem.h"

/* The coin's bias, its size in an answer, and the functions' minimiser nu d. */
struct pair {
    double delta, s, d;
};

/* What a line may speak of: k answers on f_nu. */
struct given {
    size_t k;
    double n; /* k */
    int nu;
    bool linear; /* f_nu is */
    double by;   /* a number of the line's own */
    /* The pair for that k, the risk of the best method on it with its error,
     * and what is proved to lie below. */
    struct pair pair;
    double risk, error, floor;
};

/* What it says. */
struct both_sides {
    double left;
    enum sign sign;
    double right, error;
};

/* What it is about: one or both functions of the pair of Theorem 1 or, SLOPES,
 * of Theorem 2, one of either pair, or others behind a coin. */
enum on { COIN, PAIR, FAMILY, EHRENFEST, BOTH, SLOPES, SLOPE_PAIR };
struct line {
    struct both_sides (*at)(const struct given *);
    enum on on;
    const char *method; /* NULL: any */
    size_t only;        /* a single k; 0: from 1 to FURTHEST */
    double by;
};
enum { FURTHEST = 10000 };
void check_line(struct inquiry *, const struct line *,
                void (*give)(struct given *));

/* The probability of n plus signs in k flips of a coin that shows nu, +1 or -1,
 * with probability (1 + delta)/2. */
double coin_law(size_t k, double delta, int nu, size_t n);
/* A generous bound on its relative error. */
double coin_law_error(size_t k);
/* The sum over n of a function of that probability for nu = 1 and nu = -1. */
double coin_sum(size_t k, double delta,
                double (*of)(double plus, double minus));

/* A coin shows plus with a probability of the Beta law with parameters a and a:
 * the mean of the variance that is left of it after k flips. */
double coin_beta_rest(size_t k, double a);

/* Every sequence of FLIPS answers that a method can get on f_nu of a problem
 * whose oracle tells no more than a flip. */
enum { FLIPS = 12 };
struct competitor {
    const struct method *method;
    struct settings settings;
};
/* SGD, heavy ball, Nesterov, a method that jumps about wildly, and the best one
 * for biased_coin and its mirror image: the posterior mean. */
enum { POSTERIOR_MEAN = 4, COMPETITORS };
extern const struct competitor competitors[COMPETITORS];
/* Says the minimiser of biased_coin without listening. */
extern const struct competitor guesser;
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
