/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers: the reference library's own, the same through GSL and in lanes, another stream for every run. */
#include <criterion/criterion.h>
#include <inttypes.h>

#include "../verify/numbers/pcg.h"

/* What pcg32 and pcg_engines::setseq_rxs_m_xs_64_64 of the reference C++ library, version 0.98.1, print. */
static const struct {
    uint64_t seed, stream;
    uint64_t first_32[6], first_64[6]; /* the first six outputs... */
    uint64_t late_32, late_64;         /* ...and the one after 1000 */
} known[] = {
    {.seed = 42,
     .stream = 54,
     .first_32 = {0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e},
     .late_32 = 0xefebeab3,
     .first_64 = {0xe1cbc180b69606bb, 0x6573bce7abaee684, 0xc744f07442006076, 0x9e9f98ccbd60b8fc, 0xde693821ee9629ae,
                  0x263cc2cdc66ebc25},
     .late_64 = 0x174c9bd9f1400d2a},
    {.seed = 0xdeadbeefcafef00d,
     .stream = UINT64_MAX,
     .first_32 = {0x872effc8, 0xd7953126, 0xf6208639, 0x34361288, 0x88034f99, 0x484a9fcb},
     .late_32 = 0x36dfb0bd,
     .first_64 = {0xd207a8cb2686b62f, 0x55437f3fa298f12e, 0x4098666429c36ac2, 0x7987998abce06a97, 0x070bae8d29377ad8,
                  0xde484acc3d5fbd9f},
     .late_64 = 0x387a616439b437ab},
    {.seed = 42,
     .stream = 0,
     .first_32 = {0x21b756ee, 0xc15ef750, 0x9548a9bd, 0x35db428d, 0xf0071649, 0xa243807f},
     .late_32 = 0x8583b158,
     .first_64 = {0xaae9285a0912d3aa, 0x11d9766f8974f0ce, 0x14b5fd05745a0b9b, 0x1bc2ee851121132d, 0x773b03390e79c94b,
                  0x0754a1a6fa2fa305},
     .late_64 = 0x36cfa5f96694b6d8},
};
enum { KNOWN = sizeof known / sizeof *known };

Test(pcg, known_answers) {
    for (size_t i = 0; i < KNOWN; i++) {
        struct pcg a = pcg_seeded(known[i].seed, known[i].stream), b = a;
        for (size_t k = 0; k < 1000; k++) {
            uint64_t bits_32 = pcg_32(&a), bits_64 = pcg_64(&b);
            if (k >= 6) continue;
            cr_assert(bits_32 == known[i].first_32[k], "32 bits, seed %zu, output %zu: %" PRIx64, i, k, bits_32);
            cr_assert(bits_64 == known[i].first_64[k], "64 bits, seed %zu, output %zu: %" PRIx64, i, k, bits_64);
        }
        cr_assert(pcg_32(&a) == known[i].late_32, "32 bits, seed %zu, after 1000", i);
        cr_assert(pcg_64(&b) == known[i].late_64, "64 bits, seed %zu, after 1000", i);
    }
}

Test(pcg, known_answers_through_gsl) {
    gsl_rng *a = gsl_rng_alloc(pcg_gsl_32), *b = gsl_rng_alloc(pcg_gsl_64);
    cr_assert(gsl_rng_min(a) == 0 && gsl_rng_max(a) == UINT32_MAX);
    cr_assert(gsl_rng_min(b) == 0 && gsl_rng_max(b) == UINT64_MAX);
    for (size_t i = 0; i < KNOWN; i++) {
        struct pcg start = pcg_seeded(known[i].seed, known[i].stream);
        pcg_gsl_set(a, start);
        pcg_gsl_set(b, start);
        for (size_t k = 0; k < 6; k++) {
            cr_assert(gsl_rng_get(a) == known[i].first_32[k], "32 bits, seed %zu, output %zu", i, k);
            cr_assert(gsl_rng_get(b) == known[i].first_64[k], "64 bits, seed %zu, output %zu", i, k);
        }
        /* Fractions of the very same outputs, all bits that a double can hold. */
        pcg_gsl_set(a, start);
        pcg_gsl_set(b, start);
        for (size_t k = 0; k < 6; k++) {
            double u = gsl_rng_uniform(a), v = gsl_rng_uniform(b);
            cr_assert(u == ldexp((double)known[i].first_32[k], -32), "32 bits, seed %zu, fraction %zu", i, k);
            cr_assert(v == ldexp((double)(known[i].first_64[k] >> 11), -53), "64 bits, seed %zu, fraction %zu", i, k);
        }
    }
    gsl_rng_free(a);
    gsl_rng_free(b);
}

Test(pcg, gsl_seeds_stream_0) {
    gsl_rng *a = gsl_rng_alloc(pcg_gsl_32), *b = gsl_rng_alloc(pcg_gsl_64);
    gsl_rng_set(a, 42);
    gsl_rng_set(b, 42);
    for (size_t k = 0; k < 6; k++) {
        cr_assert(gsl_rng_get(a) == known[2].first_32[k], "32 bits, output %zu", k);
        cr_assert(gsl_rng_get(b) == known[2].first_64[k], "64 bits, output %zu", k);
    }
    gsl_rng_free(a);
    gsl_rng_free(b);
}

/* ---- lanes ---- */

static const struct {
    uint64_t master, claim, first;
} streams[] = {
    {0, 0, 0}, {1, 2, 3}, {1, UINT64_C(0xcbf29ce484222325), 1000003}, {UINT64_MAX, UINT64_MAX, UINT64_MAX - 40}};
enum { STREAMS = sizeof streams / sizeof *streams };

Test(pcg, lanes_are_the_scalar_streams) {
    for (size_t i = 0; i < STREAMS; i++) {
        struct pcg_lanes narrow = pcg_lanes_of_runs(streams[i].master, streams[i].claim, streams[i].first);
        struct pcg_lanes wide = narrow;
        struct pcg a[LANES], b[LANES];
        for (size_t l = 0; l < LANES; l++)
            a[l] = b[l] = pcg_of_run(streams[i].master, streams[i].claim, streams[i].first + l);
        for (size_t k = 0; k < 300; k++) {
            whole bits_32 = pcg_lanes_32(&narrow), bits_64 = pcg_lanes_64(&wide);
            for (size_t l = 0; l < LANES; l++) {
                cr_assert(bits_32[l] == pcg_32(&a[l]), "32 bits, case %zu, output %zu, lane %zu", i, k, l);
                cr_assert(bits_64[l] == pcg_64(&b[l]), "64 bits, case %zu, output %zu, lane %zu", i, k, l);
            }
        }
    }
}

/* Lemire's method as he prints it; *rejected counts the draws thrown away. */
static uint64_t below(struct pcg *g, uint64_t n, size_t *rejected) {
    for (;; ++*rejected) {
        uint64_t product = pcg_32(g) * n;
        if ((uint32_t)product >= (UINT64_C(1) << 32) % n) return product >> 32;
    }
}

Test(pcg, lanes_below_is_lemire_lane_by_lane) {
    static const uint64_t sizes[] = {1, 2, 3, 40, 200, 4096, 2147483649, 3000000000, 4294967295};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct pcg_lanes lanes = pcg_lanes_of_runs(7, 8, 9);
        struct pcg g[LANES];
        for (size_t l = 0; l < LANES; l++) g[l] = pcg_of_run(7, 8, 9 + l);
        size_t rejected = 0;
        for (size_t k = 0; k < 1000; k++) {
            whole index = pcg_lanes_below(&lanes, sizes[i], pcg_surplus(sizes[i]));
            for (size_t l = 0; l < LANES; l++) {
                uint64_t expected = below(&g[l], sizes[i], &rejected);
                cr_assert(expected < sizes[i] && index[l] == expected, "below %" PRIu64 ", draw %zu, lane %zu",
                          sizes[i], k, l);
            }
        }
        /* Three of ten draws go for 3e9, nearly every other one for 2^31 + 1: lanes fall out of step. */
        if (sizes[i] == 3000000000) cr_assert(rejected > 6000 && rejected < 8000, "%zu rejections", rejected);
        if (sizes[i] == 2147483649) cr_assert(rejected > 14000, "%zu rejections", rejected);
    }
}

Test(pcg, lanes_unit_is_a_fraction_of_53_bits) {
    struct pcg_lanes lanes = pcg_lanes_of_runs(1, 2, 3);
    struct pcg g[LANES];
    double least = 1, largest = 0, sum = 0;
    for (size_t l = 0; l < LANES; l++) g[l] = pcg_of_run(1, 2, 3 + l);
    for (size_t k = 0; k < 10000; k++) {
        real u = pcg_lanes_unit(&lanes);
        for (size_t l = 0; l < LANES; l++) {
            cr_assert(u[l] == ldexp((double)(pcg_64(&g[l]) >> 11), -53), "draw %zu, lane %zu", k, l);
            cr_assert(u[l] >= 0 && u[l] < 1, "draw %zu, lane %zu", k, l);
            least = fmin(least, u[l]);
            largest = fmax(largest, u[l]);
            sum += u[l];
        }
    }
    cr_assert(least < 1e-3 && largest > 0.999 && fabs(sum / (10000 * LANES) - 0.5) < 0.005);
    /* The largest output must stay below 1 in a lane, too. */
    whole most = whole_all(UINT64_MAX);
    cr_assert((__builtin_convertvector(most >> 11, real) * 0x1p-53)[0] < 1);
}

/* ---- streams ---- */

/* Computed apart from this program, from the words of pcg.h.  All results of the suite hang on this mix: if it
 * changes, so does every ledger. */
Test(pcg, streams_of_runs_stay_what_they_are) {
    struct pcg a = pcg_of_run(0, 0, 0), b = pcg_of_run(1, 2, 3);
    struct pcg c = pcg_of_run(UINT64_MAX, UINT64_C(0xcbf29ce484222325), 1000000);
    cr_assert(pcg_32(&a) == 0xb676111f && pcg_32(&a) == 0xe98781f8);
    cr_assert(pcg_32(&b) == 0xa6a76b69 && pcg_32(&b) == 0xeaa72956);
    cr_assert(pcg_32(&c) == 0xaa31ed60 && pcg_32(&c) == 0x5b05d117);
}

/* The published answers of FNV-1a, 64 bits. */
Test(pcg, names_are_hashed_by_fnv_1a) {
    cr_assert(pcg_name(0, "") == UINT64_C(0xcbf29ce484222325));
    cr_assert(pcg_name(0, "a") == UINT64_C(0xaf63dc4c8601ec8c));
    cr_assert(pcg_name(0, "foobar") == UINT64_C(0x85944171f73967e8));
    cr_assert(pcg_name(pcg_name(0, "foo"), "bar") == pcg_name(0, "foobar"));
}

/* Whether two streams run apart, also when one is read a few outputs later than the other. */
static bool apart(struct pcg a, struct pcg b) {
    enum { READ = 64, LATER = 8 };
    uint64_t x[READ], y[READ];
    for (size_t k = 0; k < READ; k++) x[k] = pcg_64(&a), y[k] = pcg_64(&b);
    for (size_t by = 0; by < LATER; by++) {
        size_t equal = 0, equal_back = 0;
        for (size_t k = 0; k + by < READ; k++) {
            equal += x[k] == y[k + by];
            equal_back += y[k] == x[k + by];
        }
        if (equal || equal_back) return false;
    }
    return a.increment != b.increment;
}

Test(pcg, master_claim_and_run_each_change_the_stream) {
    struct pcg base = pcg_of_run(1, 2, 3), same = pcg_of_run(1, 2, 3);
    cr_assert(base.state == same.state && base.increment == same.increment);
    /* One bit, anywhere, in any of the three. */
    for (unsigned bit = 0; bit < 64; bit++) {
        uint64_t flip = UINT64_C(1) << bit;
        cr_assert(apart(base, pcg_of_run(1 ^ flip, 2, 3)), "master, bit %u", bit);
        cr_assert(apart(base, pcg_of_run(1, 2 ^ flip, 3)), "claim, bit %u", bit);
        cr_assert(apart(base, pcg_of_run(1, 2, 3 ^ flip)), "run, bit %u", bit);
    }
    /* They do not stand in for one another, as in a plain sum or exclusive or. */
    cr_assert(apart(base, pcg_of_run(1, 3, 2)) && apart(base, pcg_of_run(2, 1, 3)) && apart(base, pcg_of_run(3, 2, 1)));
    cr_assert(apart(pcg_of_run(5, 5, 0), pcg_of_run(6, 6, 0)) && apart(pcg_of_run(5, 0, 5), pcg_of_run(6, 0, 6)) &&
              apart(pcg_of_run(0, 5, 5), pcg_of_run(0, 6, 6)));
}
