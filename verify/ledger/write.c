/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "../claims/fingerprint.h"
#include "../numbers/fail.h"
#include "csv.h"
#include "header.h"
#include "replace.h"
#include "version.h"

static void write_results(FILE *file, const struct judgement *j, uint64_t seed) {
    const struct claim *claim = j->claim;
    for (size_t i = 0; i < j->row_count; i++) {
        const struct row *r = &j->rows[i];
        double ratio = r->estimate / r->bound;
        csv_text(file, true, j->theorem->id);
        csv_text(file, false, claim->name);
        csv_text(file, false, kind_name(claim->kind));
        csv_text(file, false, r->problem);
        csv_text(file, false, r->method);
        csv_text(file, false, r->which);
        csv_whole(file, r->k);
        csv_number(file, (double)r->runs, r->runs);
        csv_number(file, r->estimate, true);
        csv_number(file, r->lower, true);
        csv_number(file, r->upper, true);
        csv_number(file, r->bound, true);
        csv_text(file, false, sign_name(r->sign));
        csv_number(file, ratio, isfinite(ratio));
        csv_text(file, false, r->evidence);
        csv_text(file, false, verdict_name(r->verdict));
        csv_text(file, false, verdict_name(claim->expected));
        fputc(',', file);
        if (r->seeded) fprintf(file, "%" PRIu64, seed);
        fputc('\n', file);
    }
}

static void write_constants(FILE *file, const struct judgement *j) {
    const struct row *row = j->rows;
    for (size_t i = 0; i < j->met_count; row += j->met[i++].rows) {
        const struct met *m = &j->met[i];
        const struct constants *c = &m->constants;
        csv_text(file, true, j->theorem->id);
        csv_text(file, false, j->claim->name);
        csv_text(file, false, m->problem);
        csv_text(file, false, m->method);
        csv_text(file, false, m->rows ? row->which : "");
        csv_whole(file, m->rows);
        csv_number(file, c->alpha, c->alpha > 0);
        csv_number(file, c->L, c->L > 0);
        csv_number(file, c->mu, c->mu > 0);
        csv_number(file, c->gap_0, isfinite(c->gap_0));
        csv_number(file, c->sigma2, isfinite(c->sigma2));
        csv_number(file, c->distance, isfinite(c->distance));
        csv_number(file, c->noise, c->noise > 0);
        csv_whole(file, m->steps);
        csv_number(file, m->power, isfinite(m->power));
        csv_text(file, false, j->claim->says[0]);
        fputc('\n', file);
    }
}

static const char claims_header[] =
    "theorem,claim,kind,says,drops,evidence,expected,verdict,worst_case,ratio,nearest,runs,seconds,"
    "rows,all_runs,cases,all_k,estimates,bounds,limits,room";

/* What a claim's rows were decided by, such as "exact" or "exact and interval". */
static void write_evidence(FILE *file, const struct judgement *j) {
    char all[64] = "";
    for (size_t i = 0; i < j->row_count; i++)
        if (!strstr(all, j->rows[i].evidence))
            snprintf(all + strlen(all), sizeof all - strlen(all), "%s%s", *all ? " and " : "", j->rows[i].evidence);
    csv_text(file, false, all);
}

static void write_claim(FILE *file, const struct judgement *j) {
    const struct claim *claim = j->claim;
    const struct row *worst = judge_worst(j);
    char words[CASE_LENGTH + 160] = "";
    size_t runs = 0;
    if (worst)
        snprintf(words, sizeof words, "%s%s%s%s%s, k = %zu", worst->problem,
                 *worst->problem && *worst->method ? " " : "", worst->method, *worst->which ? ", " : "", worst->which,
                 worst->k);
    for (size_t i = 0; i < j->row_count; i++) runs = j->rows[i].runs > runs ? j->rows[i].runs : runs;
    double ratio = worst ? worst->estimate / worst->bound : NAN;
    csv_text(file, true, j->theorem->id);
    csv_text(file, false, claim->name);
    csv_text(file, false, kind_name(claim->kind));
    csv_text(file, false, claim->says[0]);
    csv_text(file, false, claim->drops ? claim->drops->says[0] : "");
    write_evidence(file, j);
    csv_text(file, false, verdict_name(claim->expected));
    csv_text(file, false, verdict_name(j->verdict));
    csv_text(file, false, words);
    csv_number(file, ratio, isfinite(ratio));
    csv_number(file, j->nearest, isfinite(j->nearest));
    csv_number(file, (double)runs, runs);
    fprintf(file, ",%.3f", j->seconds);
    struct fingerprint f = fingerprint_of(j);
    csv_whole(file, f.rows);
    csv_whole(file, f.runs);
    csv_number(file, f.cases, true);
    csv_number(file, f.k, true);
    csv_number(file, f.estimates, true);
    csv_number(file, f.bounds, true);
    csv_number(file, f.limits, true);
    csv_number(file, f.room, true);
    fputc('\n', file);
}

/* The processor's name where the system tells it. */
static void processor(char out[128]) {
    snprintf(out, 128, "unknown processor");
    FILE *info = fopen("/proc/cpuinfo", "r");
    if (!info) return;
    char line[256];
    while (fgets(line, sizeof line, info))
        if (sscanf(line, "model name : %127[^\n]", out) == 1) break;
    fclose(info);
}

/* A JSON string: quotes and backslashes escaped, control characters dropped. */
static void quoted(FILE *file, const char *key, const char *text) {
    fprintf(file, "  \"%s\": \"", key);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') fputc('\\', file);
        if ((unsigned char)*text >= ' ') fputc(*text, file);
    }
    fputs("\",\n", file);
}

static void write_provenance(FILE *file, const struct provenance *p, size_t claims) {
    char date[32] = "", cpu[128], machine[1024];
    time_t now = time(NULL);
    struct tm utc;
    if (gmtime_r(&now, &utc)) strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", &utc);
    struct utsname system = {0};
    uname(&system);
    processor(cpu);
    snprintf(machine, sizeof machine, "%s %s, %s, %ld processors", system.sysname, system.machine, cpu,
             sysconf(_SC_NPROCESSORS_ONLN));
    fputs("{\n", file);
    quoted(file, "version", DESCENT_VERSION);
    quoted(file, "commit", DESCENT_COMMIT);
    quoted(file, "compiler", DESCENT_COMPILER);
    quoted(file, "flags", DESCENT_FLAGS);
    fprintf(file, "  \"seed\": %" PRIu64 ",\n  \"effort\": %.17g,\n", p->seed, p->effort);
    fprintf(file, "  \"error_budget\": %g,\n  \"limits\": %zu,\n", ERROR_BUDGET, p->limits);
    quoted(file, "date", date);
    quoted(file, "machine", machine);
    fprintf(file, "  \"threads\": %zu,\n  \"seconds\": %.1f,\n  \"claims\": %zu,\n  \"interrupted\": %s\n}\n",
            p->threads, p->seconds, claims, p->interrupted ? "true" : "false");
}

/* Keep directory/name.ext as directory/name.previous.ext, if it is there. */
static void keep_previous(const char *directory, const char *name) {
    char path[PATH_LENGTH], kept[PATH_LENGTH], kept_name[64];
    const char *dot = strrchr(name, '.');
    snprintf(kept_name, sizeof kept_name, "%.*s.previous%s", (int)(dot - name), name, dot);
    path_join(path, directory, name);
    path_join(kept, directory, kept_name);
    if (access(path, F_OK) != 0) return;
    unlink(kept);
    if (link(path, kept) != 0) fail("cannot keep %s as %s: %s", path, kept, strerror(errno));
}

void ledger_summary(FILE *file, const struct judgement *j, size_t count, const struct provenance *p) {
    size_t expected = 0;
    double seconds = 0;
    for (size_t i = 0; i < count; i++) {
        expected += j[i].verdict == j[i].claim->expected;
        seconds += j[i].seconds;
    }
    fprintf(file, "%s: %zu claims checked, %zu as expected", j->theorem->id, count, expected);
    if (expected < count) fprintf(file, ", %zu NOT", count - expected);
    const struct row *at = NULL;
    double sharpness = judge_sharpness(j, count, &at);
    if (at) fprintf(file, "; worst sharpness %.4f (%s, k = %zu)", sharpness, at->problem, at->k);
    fprintf(file, "; error budget %g over %zu limits; %.1f s\n", ERROR_BUDGET, p->limits, seconds);
}

/* Whether the ledger in a directory was finished, by its own word. */
static bool stands_complete(const char *directory) {
    char path[PATH_LENGTH], line[1024];
    bool complete = false;
    path_join(path, directory, "provenance.json");
    FILE *file = fopen(path, "r");
    if (!file) return false;
    while (fgets(line, sizeof line, file)) complete |= strstr(line, "\"interrupted\": false") != NULL;
    fclose(file);
    return complete;
}

void ledger_write(const char *directory, const struct judgement *j, size_t count, const struct provenance *p) {
    static const char *const names[] = {"results.csv", "constants.csv", "claims.csv", "provenance.json", "summary.txt"};
    bool keep = p->interrupted && stands_complete(directory);
    for (size_t i = 0; keep && i < COUNT(names); i++) keep_previous(directory, names[i]);

    struct replacement results = replacement_begin(directory, names[0]);
    fprintf(results.file, "%s\n", results_header);
    for (size_t i = 0; i < count; i++) write_results(results.file, &j[i], p->seed);
    replacement_commit(&results);

    struct replacement constants = replacement_begin(directory, names[1]);
    fprintf(constants.file, "%s\n", constants_header);
    for (size_t i = 0; i < count; i++) write_constants(constants.file, &j[i]);
    replacement_commit(&constants);

    struct replacement claims = replacement_begin(directory, names[2]);
    fprintf(claims.file, "%s\n", claims_header);
    for (size_t i = 0; i < count; i++) write_claim(claims.file, &j[i]);
    replacement_commit(&claims);

    struct replacement provenance = replacement_begin(directory, names[3]);
    write_provenance(provenance.file, p, count);
    replacement_commit(&provenance);

    struct replacement summary = replacement_begin(directory, names[4]);
    for (size_t first = 0, next; first < count; first = next) {
        for (next = first; next < count && j[next].theorem == j[first].theorem;) next++;
        ledger_summary(summary.file, j + first, next - first, p);
    }
    replacement_commit(&summary);
}
