/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "fail.h"
#include "replace.h"
#include "version.h"

static const char results_header[] =
    "theorem,claim,kind,problem,method,k,runs,estimate,lower,upper,bound,ratio,evidence,verdict,expected,seed";
static const char constants_header[] =
    "theorem,claim,problem,method,alpha,L,mu,gap_0,sigma2,distance,noise,steps,power,says";

/* ---- writing ---- */

/* A number and the comma after it; nothing where it does not apply. */
static void number(FILE *file, double value, bool applies) {
    if (applies) fprintf(file, "%.17g", value);
    fputc(',', file);
}

static void write_results(FILE *file, const struct judgement *j, uint64_t seed) {
    const struct claim *claim = j->claim;
    bool sampled = claim->evidence == INTERVAL || claim->evidence == PATHWISE || claim->evidence == SAMPLED;
    for (size_t i = 0; i < j->row_count; i++) {
        const struct row *r = &j->rows[i];
        double ratio = r->estimate / r->bound;
        fprintf(file, "%s,%s,%s,%s,%s,%zu,", j->theorem->id, claim->name, kind_name(claim->kind), r->problem, r->method,
                r->k);
        if (r->runs) fprintf(file, "%zu", r->runs);
        fputc(',', file);
        number(file, r->estimate, true);
        number(file, r->lower, true);
        number(file, r->upper, true);
        number(file, r->bound, true);
        number(file, ratio, isfinite(ratio));
        fprintf(file, "%s,%s,%s,", evidence_name(claim->evidence), verdict_name(r->verdict),
                verdict_name(claim->expected));
        if (sampled) fprintf(file, "%" PRIu64, seed);
        fputc('\n', file);
    }
}

static void write_constants(FILE *file, const struct judgement *j) {
    for (size_t i = 0; i < j->met_count; i++) {
        const struct met *m = &j->met[i];
        const struct constants *c = &m->constants;
        fprintf(file, "%s,%s,%s,%s,", j->theorem->id, j->claim->name, m->problem, m->method);
        number(file, c->alpha, c->alpha > 0);
        number(file, c->L, c->L > 0);
        number(file, c->mu, c->mu > 0);
        number(file, c->gap_0, isfinite(c->gap_0));
        number(file, c->sigma2, isfinite(c->sigma2));
        number(file, c->distance, isfinite(c->distance));
        number(file, c->noise, c->noise > 0);
        fprintf(file, "%zu,", m->steps);
        number(file, m->power, isfinite(m->power));
        fprintf(file, "%s\n", j->claim->says);
    }
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
    static const char *const names[] = {"results.csv", "constants.csv", "provenance.json", "summary.txt"};
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

    struct replacement provenance = replacement_begin(directory, names[2]);
    write_provenance(provenance.file, p, count);
    replacement_commit(&provenance);

    struct replacement summary = replacement_begin(directory, names[3]);
    for (size_t first = 0, next; first < count; first = next) {
        for (next = first; next < count && j[next].theorem == j[first].theorem;) next++;
        ledger_summary(summary.file, j + first, next - first, p);
    }
    replacement_commit(&summary);
}

/* ---- reading ---- */

/* Cut a line at its commas into at most `most` fields, the last one taking the rest. */
static size_t cut(char *line, char *field[], size_t most) {
    size_t count = 0;
    line[strcspn(line, "\n")] = 0;
    for (char *next = line; next && count < most; count++) {
        field[count] = next;
        next = count + 1 < most ? strchr(next, ',') : NULL;
        if (next) *next++ = 0;
    }
    return count;
}

static double field_number(const char *field) {
    return *field ? strtod(field, NULL) : NAN;
}

static FILE *open_ledger(const char *directory, const char *name, const char *header, char *line, size_t size) {
    char path[PATH_LENGTH];
    path_join(path, directory, name);
    FILE *file = fopen(path, "r");
    if (!file) fail("cannot read %s: %s; `descent verify` makes it", path, strerror(errno));
    if (!fgets(line, (int)size, file) || strncmp(line, header, strlen(header)) != 0 || line[strlen(header)] != '\n')
        fail("%s is not a ledger of this version; run `descent verify` again", path);
    return file;
}

static const struct claim *find_claim(const struct catalogue *c, const char *theorem, const char *claim,
                                      const struct theorem **found) {
    for (size_t t = 0; t < c->theorem_count; t++) {
        *found = c->theorems[t];
        if (strcmp((*found)->id, theorem) != 0) continue;
        for (size_t i = 0; i < (*found)->claim_count; i++)
            if (strcmp((*found)->claims[i].name, claim) == 0) return &(*found)->claims[i];
    }
    return NULL;
}

/* A copy that lives as long as the curves. */
static char *kept_text(const char *text) {
    char *copy = allocate(strlen(text) + 1, 1);
    return strcpy(copy, text);
}

struct curve *ledger_read(const char *directory, const struct catalogue *catalogue, size_t *count, uint64_t *seed) {
    char line[4096], *field[16];
    size_t room = 0, used = 0;
    struct curve *curves = NULL;
    FILE *file = open_ledger(directory, "constants.csv", constants_header, line, sizeof line);
    while (fgets(line, sizeof line, file)) {
        struct curve curve = {0};
        if (cut(line, field, 14) < 14) fail("%s/constants.csv has a line of too few fields", directory);
        curve.claim = find_claim(catalogue, field[0], field[1], &curve.theorem);
        if (!curve.claim) continue;
        curve.problem_id = kept_text(field[2]);
        curve.method_id = kept_text(field[3]);
        curve.constants = (struct constants){.alpha = field_number(field[4]),
                                             .L = field_number(field[5]),
                                             .mu = field_number(field[6]),
                                             .gap_0 = field_number(field[7]),
                                             .sigma2 = field_number(field[8]),
                                             .distance = field_number(field[9]),
                                             .noise = field_number(field[10])};
        if (used == room) {
            room = 2 * room + 64;
            struct curve *more = allocate(room, sizeof *more);
            if (used) memcpy(more, curves, used * sizeof *more);
            free(curves);
            curves = more;
        }
        curves[used++] = curve;
    }
    fclose(file);

    /* Rows come in the order of the constants; a curve ends where the next claim, problem or method begins
     * or k starts anew. */
    file = open_ledger(directory, "results.csv", results_header, line, sizeof line);
    size_t at = SIZE_MAX, row_room = 0;
    *seed = 0;
    while (fgets(line, sizeof line, file)) {
        const struct theorem *theorem;
        if (cut(line, field, 16) < 16) fail("%s/results.csv has a line of too few fields", directory);
        const struct claim *claim = find_claim(catalogue, field[0], field[1], &theorem);
        if (!claim) continue;
        if (*field[15]) *seed = strtoull(field[15], NULL, 10);
        size_t k = strtoull(field[5], NULL, 10);
        /* Of a walk each setting leaves one row. */
        bool same = at != SIZE_MAX && claim->evidence != PATHWISE && curves[at].claim == claim &&
                    strcmp(curves[at].problem_id, field[3]) == 0 && strcmp(curves[at].method_id, field[4]) == 0 &&
                    k > curves[at].rows[curves[at].count - 1].k;
        if (!same) {
            at++;
            row_room = 0;
            if (at >= used || curves[at].claim != claim || strcmp(curves[at].problem_id, field[3]) != 0)
                fail("%s/results.csv and constants.csv do not belong together; run `descent verify` again", directory);
        }
        struct curve *curve = &curves[at];
        if (curve->count == row_room) {
            row_room = 2 * row_room + 32;
            struct row *more = allocate(row_room, sizeof *more);
            if (curve->count) memcpy(more, curve->rows, curve->count * sizeof *more);
            free(curve->rows);
            curve->rows = more;
        }
        curve->rows[curve->count++] = (struct row){.k = k,
                                                   .runs = strtoull(field[6], NULL, 10),
                                                   .estimate = field_number(field[7]),
                                                   .lower = field_number(field[8]),
                                                   .upper = field_number(field[9]),
                                                   .bound = field_number(field[10])};
    }
    fclose(file);
    *count = used;
    return curves;
}

void curves_free(struct curve *curves, size_t count) {
    for (size_t i = 0; i < count; i++) {
        free(curves[i].problem_id);
        free(curves[i].method_id);
        free(curves[i].rows);
    }
    free(curves);
}
