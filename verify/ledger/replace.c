/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "replace.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../numbers/fail.h"

void path_join(char out[PATH_LENGTH], const char *directory, const char *name) {
    int length = snprintf(out, PATH_LENGTH, "%s/%s", directory, name);
    if (length < 0 || length >= PATH_LENGTH) fail("the path %s/... is too long", directory);
}

void directory_ready(const char *directory) {
    char path[PATH_LENGTH];
    int length = snprintf(path, sizeof path, "%s", directory);
    if (!*directory) fail("the output directory has an empty name; give --out DIR");
    if (length < 0 || length >= PATH_LENGTH - 16) fail("the path %.40s... is too long", directory);
    for (char *slash = path + 1;; slash++) {
        if (*slash != '/' && *slash) continue;
        char kept = *slash;
        *slash = 0;
        if (mkdir(path, 0777) != 0 && errno != EEXIST) fail("cannot make the directory %s: %s", path, strerror(errno));
        *slash = kept;
        if (!kept) break;
    }
    /* Trying is the one test that knows about read-only disks, modes and root alike. */
    struct replacement trial = replacement_begin(directory, "trial");
    fclose(trial.file);
    unlink(trial.temporary);
}

struct replacement replacement_begin(const char *directory, const char *name) {
    struct replacement r;
    path_join(r.path, directory, name);
    int length = snprintf(r.temporary, sizeof r.temporary, "%s/.%s.%ld", directory, name, (long)getpid());
    if (length < 0 || length >= PATH_LENGTH) fail("the path %.40s... is too long", directory);
    r.file = fopen(r.temporary, "w");
    if (!r.file) fail("cannot write in %s: %s", directory, strerror(errno));
    return r;
}

void replacement_commit(struct replacement *r) {
    int trouble = ferror(r->file) || fflush(r->file) != 0 || fsync(fileno(r->file)) != 0 ? errno : 0;
    if (fclose(r->file) != 0 && !trouble) trouble = errno;
    if (!trouble && rename(r->temporary, r->path) != 0) trouble = errno;
    if (!trouble) return;
    unlink(r->temporary);
    fail("cannot write %s: %s", r->path, strerror(trouble));
}
