/* Everything there is: the three lists, put together for the command line and the tests. */
#ifndef DESCENT_CATALOGUE_H
#define DESCENT_CATALOGUE_H

#include "../verify/claims/theorem.h"

extern const struct catalogue catalogue;

#endif
