/* The one way in which the program gives up: a line on standard error and exit status 2. */
#ifndef DESCENT_FAIL_H
#define DESCENT_FAIL_H

#include <stddef.h>

/* Print "descent: " and the message, and exit with status 2: wrong usage or a failure of the machine. */
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Zeroed memory, aligned for `real`; fails if there is none.  Release with free. */
void *allocate(size_t count, size_t size);
/* The same, to be filled in: what it holds is not known. */
void *allocate_blank(size_t count, size_t size);

#endif
