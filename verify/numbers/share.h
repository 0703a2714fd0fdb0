/* Work that threads share. */
#ifndef DESCENT_SHARE_H
#define DESCENT_SHARE_H

#include <stddef.h>

/* body(context, i) for i = 0, ..., count - 1, each once, in any order, by whichever threads are free; returns when all are
 * done.  A body may share out work of its own. */
void share(size_t count, void (*body)(void *context, size_t i), void *context);

/* How many threads there may be: `wanted`, or if that is 0 as many as the machine has.  Returns how many. */
size_t share_threads(size_t wanted);

#endif
