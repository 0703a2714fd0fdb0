/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "replace.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
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

/* Remove what a killed program left of the same file: directory/.name.PID where no process has that number. */
static void remove_stale(const char *directory, const char *name) {
    DIR *entries = opendir(directory);
    if (!entries) return;
    size_t length = strlen(name);
    for (struct dirent *entry; (entry = readdir(entries));) {
        const char *found = entry->d_name;
        if (found[0] != '.' || strncmp(found + 1, name, length) != 0 || found[1 + length] != '.') continue;
        const char *digits = found + length + 2;
        if (!*digits || strspn(digits, "0123456789") != strlen(digits)) continue;
        if (kill((pid_t)strtol(digits, NULL, 10), 0) == 0 || errno != ESRCH) continue;
        char path[PATH_LENGTH];
        path_join(path, directory, found);
        unlink(path);
    }
    closedir(entries);
}

struct replacement replacement_begin(const char *directory, const char *name) {
    struct replacement r;
    remove_stale(directory, name);
    path_join(r.path, directory, name);
    int length = snprintf(r.temporary, sizeof r.temporary, "%s/.%s.%ld", directory, name, (long)getpid());
    if (length < 0 || length >= PATH_LENGTH) fail("the path %.40s... is too long", directory);
    r.file = fopen(r.temporary, "w");
    if (!r.file) fail("cannot write in %s: %s", directory, strerror(errno));
    return r;
}

struct replacement replacement_of(const char *option, const char *given) {
    char resolved[PATH_LENGTH], directory[PATH_LENGTH];
    struct stat status;
    bool exists = stat(given, &status) == 0;
    if (exists && !S_ISREG(status.st_mode)) fail("--%s %.60s: this is no regular file", option, given);
    const char *path = exists && realpath(given, resolved) ? resolved : given, *slash = strrchr(path, '/');
    int length = snprintf(directory, sizeof directory, "%.*s", slash ? (int)(slash - path) : 1, slash ? path : ".");
    const char *name = slash ? slash + 1 : path;
    if (length < 0 || length >= PATH_LENGTH || !*name) fail("--%s %.60s: give the path of a file", option, given);
    struct replacement r = replacement_begin(slash == path ? "/" : directory, name);
    if (exists) fchmod(fileno(r.file), status.st_mode & 07777);
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
