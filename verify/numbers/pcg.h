/* PCG random numbers (O'Neill 2014, "PCG: A family of simple fast space-efficient statistically good
 * algorithms for random number generation"), for GSL and in lanes, with the very same streams.
 *
 * One state, the 64-bit linear congruential generator with a stream-selecting increment, read through
 * two of the family's output functions: XSH-RR gives 32 bits (pcg32 of the reference library), RXS-M-XS
 * gives 64 (its setseq_rxs_m_xs_64_64).  Each output advances the state once.
 */
#ifndef DESCENT_PCG_H
#define DESCENT_PCG_H

#include <gsl/gsl_math.h>
#include <gsl/gsl_rng.h>

#include "real.h"

struct pcg {
    uint64_t state, increment;
};

/* The reference library's seeding: pcg32(seed, stream). */
struct pcg pcg_seeded(uint64_t seed, uint64_t stream);
uint32_t pcg_32(struct pcg *);
uint64_t pcg_64(struct pcg *);

/* For gsl_rng_alloc.  gsl_rng_set(r, s) seeds stream 0 with s; pcg_gsl_set reaches the other streams. */
extern const gsl_rng_type *const pcg_gsl_32;
extern const gsl_rng_type *const pcg_gsl_64;
void pcg_gsl_set(gsl_rng *, struct pcg);

/* The stream of run r of a claim.  Seed and stream are SplitMix64's finaliser applied along
 * master seed -> claim -> run -> {0, 1}, so that no two runs of the suite share a stream by design
 * and none depends on the run number alone.  `claim` is pcg_name of the claim's name. */
struct pcg pcg_of_run(uint64_t master, uint64_t claim, uint64_t run);
/* FNV-1a of a name, continued from `hash` (0: from its offset basis). */
uint64_t pcg_name(uint64_t hash, const char *name);

struct pcg_lanes {
    whole state, increment;
};

/* Runs first, first + 1, ..., one a lane. */
struct pcg_lanes pcg_lanes_of_runs(uint64_t master, uint64_t claim, uint64_t first);

static inline whole pcg_lanes_32(struct pcg_lanes *g) {
    whole old = g->state;
    g->state = old * UINT64_C(6364136223846793005) + g->increment;
    whole xored = (((old >> 18) ^ old) >> 27) & UINT32_MAX;
    whole turn = old >> 59;
    return ((xored >> turn) | (xored << ((32 - turn) & 31))) & UINT32_MAX;
}

static inline whole pcg_lanes_64(struct pcg_lanes *g) {
    whole old = g->state;
    g->state = old * UINT64_C(6364136223846793005) + g->increment;
    whole word = ((old >> ((old >> 59) + 5)) ^ old) * UINT64_C(12605985483714917081);
    return (word >> 43) ^ word;
}

/* Uniform on 0, ..., n - 1, exactly, for 1 <= n < 2^32 (Lemire 2019: a product's high half, and a new
 * draw where its low half falls among the first 2^32 mod n).  `surplus` is pcg_surplus(n). */
static inline uint64_t pcg_surplus(uint64_t n) {
    return (UINT64_C(1) << 32) % n;
}
static inline whole pcg_lanes_below(struct pcg_lanes *g, uint64_t n, uint64_t surplus) {
    const whole range = whole_all(n), limit = whole_all(surplus);
    whole product = pcg_lanes_32(g) * range;
    truth again = (truth)((product & UINT32_MAX) - limit) >> 63;
    while (__builtin_expect(truth_any(again), 0)) {
        struct pcg_lanes ahead = *g;
        whole fresh = pcg_lanes_32(&ahead) * range;
        g->state = whole_where(again, ahead.state, g->state);
        product = whole_where(again, fresh, product);
        again = (truth)((product & UINT32_MAX) - limit) >> 63;
    }
    return product >> 32;
}

/* Uniform on the multiples of 2^-53 in [0, 1). */
static inline real pcg_lanes_unit(struct pcg_lanes *g) {
    return __builtin_convertvector(pcg_lanes_64(g) >> 11, real) * 0x1p-53;
}

/* A standard Gaussian number (Box and Muller 1958): as far as 53 bits of each of two uniform ones can tell, so below 8.6. */
static inline real pcg_lanes_gaussian(struct pcg_lanes *g) {
    real u = pcg_lanes_unit(g), turn = pcg_lanes_unit(g);
    return real_sqrt(-2 * real_log1p(-u)) * real_sin(2 * M_PI * turn);
}

#endif
