/* Arrays that grow. */
#ifndef DESCENT_ARRAY_H
#define DESCENT_ARRAY_H

#include <stddef.h>

/* Room for one more entry of `size` bytes in an array that holds `count`: the array itself, or where it is full (at
 * every power of two) a copy of twice the size, and the old one is freed.  Starts from NULL and 0; fails if there is no
 * memory.  Release with free. */
void *array_grown(void *array, size_t count, size_t size);

#endif
