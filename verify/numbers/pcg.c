/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pcg.h"

static const uint64_t multiplier = UINT64_C(6364136223846793005);

static uint64_t advance(struct pcg *g) {
    uint64_t old = g->state;
    g->state = old * multiplier + g->increment;
    return old;
}

struct pcg pcg_seeded(uint64_t seed, uint64_t stream) {
    struct pcg g = {0, stream << 1 | 1};
    advance(&g);
    g.state += seed;
    advance(&g);
    return g;
}

uint32_t pcg_32(struct pcg *g) {
    uint64_t old = advance(g);
    uint32_t xored = (uint32_t)(((old >> 18) ^ old) >> 27);
    uint32_t turn = (uint32_t)(old >> 59);
    return xored >> turn | xored << ((32 - turn) & 31);
}

uint64_t pcg_64(struct pcg *g) {
    uint64_t old = advance(g);
    uint64_t word = ((old >> ((old >> 59) + 5)) ^ old) * UINT64_C(12605985483714917081);
    return (word >> 43) ^ word;
}

/* GSL's side of it: the state is a struct pcg, the functions forward. */

static void gsl_set(void *state, unsigned long seed) {
    *(struct pcg *)state = pcg_seeded(seed, 0);
}
static unsigned long gsl_get_32(void *state) {
    return pcg_32(state);
}
static unsigned long gsl_get_64(void *state) {
    return pcg_64(state);
}
static double gsl_unit_32(void *state) {
    return pcg_32(state) * 0x1p-32;
}
static double gsl_unit_64(void *state) {
    return (double)(pcg_64(state) >> 11) * 0x1p-53;
}

static const gsl_rng_type type_32 = {
    .name = "pcg32",
    .max = UINT32_MAX,
    .min = 0,
    .size = sizeof(struct pcg),
    .set = gsl_set,
    .get = gsl_get_32,
    .get_double = gsl_unit_32,
};
static const gsl_rng_type type_64 = {
    .name = "pcg64-rxs-m-xs",
    .max = UINT64_MAX,
    .min = 0,
    .size = sizeof(struct pcg),
    .set = gsl_set,
    .get = gsl_get_64,
    .get_double = gsl_unit_64,
};
const gsl_rng_type *const pcg_gsl_32 = &type_32;
const gsl_rng_type *const pcg_gsl_64 = &type_64;

void pcg_gsl_set(gsl_rng *r, struct pcg g) {
    *(struct pcg *)gsl_rng_state(r) = g;
}

/* SplitMix64's finaliser (Steele, Lea and Flood 2014), after one step of its Weyl sequence. */
static uint64_t mix(uint64_t z) {
    z += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

struct pcg pcg_of_run(uint64_t master, uint64_t claim, uint64_t run) {
    uint64_t key = mix(mix(mix(master) ^ claim) ^ run);
    return pcg_seeded(mix(key), mix(key ^ 1));
}

uint64_t pcg_name(uint64_t hash, const char *name) {
    if (!hash) hash = UINT64_C(0xcbf29ce484222325);
    for (; *name; name++) hash = (hash ^ (unsigned char)*name) * UINT64_C(0x100000001b3);
    return hash;
}

struct pcg_lanes pcg_lanes_of_runs(uint64_t master, uint64_t claim, uint64_t first) {
    struct pcg_lanes lanes;
    for (unsigned l = 0; l < LANES; l++) {
        struct pcg g = pcg_of_run(master, claim, first + l);
        lanes.state[l] = g.state;
        lanes.increment[l] = g.increment;
    }
    return lanes;
}
