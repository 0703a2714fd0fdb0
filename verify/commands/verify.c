/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "../claims/judge.h"
#include "../ledger/ledger.h"
#include "../ledger/replace.h"
#include "../models/certified.h"
#include "../numbers/array.h"
#include "../numbers/fail.h"
#include "../numbers/share.h"
#include "arguments.h"

/* Which claims the names select: flags in the catalogue's order. */
static bool *select_claims(const struct arguments *a, size_t *count) {
    const struct catalogue *c = a->catalogue;
    size_t all = 0;
    for (size_t t = 0; t < c->theorem_count; t++) all += c->theorems[t]->claim_count;
    bool *chosen = allocate(all, sizeof *chosen);
    for (size_t i = 0; i < all; i++) chosen[i] = a->name_count == 0;
    for (int n = 0; n < a->name_count; n++) {
        const char *name = a->names[n], *slash = strchr(name, '/');
        const struct theorem *theorem = find_theorem(c, name, slash ? (size_t)(slash - name) : strlen(name));
        size_t at = 0;
        bool found = false;
        for (size_t t = 0; c->theorems[t] != theorem; t++) at += c->theorems[t]->claim_count;
        for (size_t i = 0; i < theorem->claim_count; i++)
            if (!slash || strcmp(theorem->claims[i]->name, slash + 1) == 0) chosen[at + i] = found = true;
        if (!found) fail("unknown claim '%s'; `descent list --kind claim` names them", name);
    }
    *count = 0;
    for (size_t i = 0; i < all; i++) *count += chosen[i];
    return chosen;
}

static void print_judgement(const struct judgement *j) {
    bool expected = j->verdict == j->claim->expected;
    const struct row *r = judge_worst(j);
    printf("  %-4s %-40s %-9s %-8s", expected ? "ok" : "NOT", j->claim->name, verdict_name(j->verdict),
           r ? r->evidence : "");
    if (r && j->verdict != INVALID) {
        printf(" %.4g vs %.4g at k=%zu on %s", r->estimate, r->bound, r->k, r->problem);
        if (r->runs) printf(", %zu runs", r->runs);
    }
    if (isfinite(j->nearest) && j->nearest != 1) printf(", nearest %.4f", j->nearest);
    if (j->met_count && isfinite(j->met[0].power)) printf(", would catch an excess of %.2g", j->met[0].power);
    if (j->note[0]) printf(" (%s)", j->note);
    putchar('\n');
}

static double seconds_since(const struct timespec *start) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + 1e-9 * (double)(now.tv_nsec - start->tv_nsec);
}

/* A chosen claim and what became of it. */
struct trial {
    const struct theorem *theorem;
    const struct claim *claim;
    struct judgement judgement;
    bool done;
};

/* Claims that share something, or a claim alone: what one thread judges in a row. */
struct bundle {
    size_t *members; /* numbers of trials */
    size_t count;
};

struct verification {
    const struct arguments *arguments;
    struct options options;
    struct provenance provenance;
    struct timespec start;
    struct trial *trials; /* in the catalogue's order */
    size_t count;
    struct bundle *bundles;
    size_t bundle_count;
    size_t done;    /* trials judged, whichever */
    size_t printed; /* those before this one are judged, and printed */
    bool watched;   /* progress goes to a terminal */
};

static const struct shared *shared_by(const struct trial *t) {
    return t->claim->evidence == &evidence_own ? t->claim->own.shares : NULL;
}

static void choose_trials(struct verification *v) {
    const struct catalogue *c = v->arguments->catalogue;
    bool *chosen = select_claims(v->arguments, &v->count);
    v->trials = allocate(v->count, sizeof *v->trials);
    size_t at = 0, number = 0;
    for (size_t t = 0; t < c->theorem_count; t++)
        for (size_t i = 0; i < c->theorems[t]->claim_count; i++)
            if (chosen[at++])
                v->trials[number++] = (struct trial){.theorem = c->theorems[t], .claim = c->theorems[t]->claims[i]};
    free(chosen);
    for (size_t i = 0; i < v->count; i++) {
        size_t b = v->bundle_count;
        const struct shared *shares = shared_by(&v->trials[i]);
        if (shares)
            for (b = 0; b < v->bundle_count && shared_by(&v->trials[v->bundles[b].members[0]]) != shares;) b++;
        if (b == v->bundle_count) {
            v->bundles = array_grown(v->bundles, v->bundle_count, sizeof *v->bundles);
            v->bundles[v->bundle_count++] = (struct bundle){0};
        }
        struct bundle *bundle = &v->bundles[b];
        bundle->members = array_grown(bundle->members, bundle->count, sizeof *bundle->members);
        bundle->members[bundle->count++] = i;
    }
}

/* Print what is judged and not printed yet, in the catalogue's order, up to the first trial that is still going on. */
static void print_finished(struct verification *v) {
    bool quiet = v->arguments->quiet;
    for (; v->printed < v->count && v->trials[v->printed].done; v->printed++) {
        const struct trial *t = &v->trials[v->printed];
        bool first = v->printed == 0 || t[-1].theorem != t->theorem;
        bool last = v->printed + 1 == v->count || t[1].theorem != t->theorem;
        if (first && !quiet) printf("%s\n", t->theorem->id);
        if (!quiet || t->judgement.verdict != t->claim->expected) print_judgement(&t->judgement);
        if (last) {
            size_t from = v->printed;
            while (from > 0 && v->trials[from - 1].theorem == t->theorem) from--;
            struct judgement *of_theorem = allocate(v->printed + 1 - from, sizeof *of_theorem);
            for (size_t i = from; i <= v->printed; i++) of_theorem[i - from] = v->trials[i].judgement;
            ledger_summary(stdout, of_theorem, v->printed + 1 - from, &v->provenance);
            free(of_theorem);
        }
    }
    fflush(stdout);
}

static void report(struct verification *v, const struct trial *t) {
    if (v->watched) fputs("\r\033[K", stderr);
    print_finished(v);
    if (!v->watched || v->done == v->count) return;
    double left = seconds_since(&v->start) / (double)v->done * (double)(v->count - v->done);
    fprintf(stderr, "[%zu/%zu] %s/%s, about %.0f s left", v->done, v->count, t->theorem->id, t->claim->name, left);
    fflush(stderr);
}

static void judge_bundle(void *context, size_t b) {
    struct verification *v = context;
    const struct bundle *bundle = &v->bundles[b];
    void *kept = NULL;
    for (size_t i = 0; i < bundle->count && !*v->options.interrupted; i++) {
        struct trial *t = &v->trials[bundle->members[i]];
        struct judgement j = judge(t->theorem, t->claim, &v->options, &kept);
#pragma omp critical(verification)
        {
            t->judgement = j;
            t->done = !j.interrupted;
            if (t->done) {
                v->done++;
                report(v, t);
            }
        }
        if (j.interrupted) judgement_free(&j);
    }
    judge_forget(v->trials[bundle->members[0]].claim, &kept);
}

int verify(const struct arguments *a) {
    struct verification v = {.arguments = a, .watched = isatty(STDERR_FILENO)};
    clock_gettime(CLOCK_MONOTONIC, &v.start);
    choose_trials(&v);
    directory_ready(a->out);
    size_t threads = share_threads(a->threads), limits;
    v.options = (struct options){.seed = a->seed, .effort = a->effort, .interrupted = a->interrupted};
    v.options.catalogue = a->catalogue;
    v.options.certificates = certificates_new();
    v.options.delta = judge_delta(a->catalogue, &limits);
    v.provenance = (struct provenance){.seed = a->seed, .effort = a->effort, .threads = threads, .limits = limits};
    share(v.bundle_count, judge_bundle, &v);
    if (v.watched) fputs("\r\033[K", stderr);
    certificates_free(v.options.certificates);

    bool interrupted = *a->interrupted;
    v.provenance.seconds = seconds_since(&v.start);
    v.provenance.interrupted = interrupted;
    if (interrupted && !v.done) fail("interrupted before a claim was finished; nothing was written");
    struct judgement *judgements = allocate(v.done, sizeof *judgements);
    size_t count = 0, unexpected = 0;
    for (size_t i = 0; i < v.count; i++)
        if (v.trials[i].done) {
            unexpected += v.trials[i].judgement.verdict != v.trials[i].claim->expected;
            judgements[count++] = v.trials[i].judgement;
        }
    ledger_write(a->out, judgements, count, &v.provenance);
    for (size_t i = 0; i < count; i++) judgement_free(&judgements[i]);
    free(judgements);
    for (size_t b = 0; b < v.bundle_count; b++) free(v.bundles[b].members);
    free(v.bundles);
    free(v.trials);
    if (interrupted)
        fail("interrupted after %zu of %zu claims; their results are in %s/results.csv", count, v.count, a->out);
    return unexpected ? 1 : 0;
}
