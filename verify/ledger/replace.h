/* Files that are replaced in one step: written under a temporary name beside their place, then renamed, so
 * that a reader never sees half of one and a failure leaves the old one alone. */
#ifndef DESCENT_REPLACE_H
#define DESCENT_REPLACE_H

#include <stdio.h>

enum { PATH_LENGTH = 4096 };

struct replacement {
    FILE *file;
    char path[PATH_LENGTH], temporary[PATH_LENGTH];
};

/* "directory/name"; fails if that is too long. */
void path_join(char out[PATH_LENGTH], const char *directory, const char *name);
/* Make a directory with its parents, and see that files can be made in it; fails otherwise. */
void directory_ready(const char *directory);

/* Begin to replace directory/name; fails if its directory takes no files. */
struct replacement replacement_begin(const char *directory, const char *name);
/* The same for the file of a path that an option gave, or where its link leads; fails if there is something that is no regular
 * file. */
struct replacement replacement_of(const char *option, const char *path);
/* Put it in place.  After any write error (a full disk) it removes the temporary file and fails. */
void replacement_commit(struct replacement *);

#endif
