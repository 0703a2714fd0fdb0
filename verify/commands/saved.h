/* A trace's progress, kept in a file from one run of the program to the next. */
#ifndef DESCENT_SAVED_H
#define DESCENT_SAVED_H

#include "iterates.h"

/* A text file: the method with its settings, which must be the same when it is read, then the numbers, in hexadecimal so that
 * none of their digits is lost.  Both fail with one line; an older file is replaced in one step. */
void progress_save(const char *path, const struct trace *, const struct progress *);
struct progress progress_resume(const char *path, const struct trace *);

#endif
