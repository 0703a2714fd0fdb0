/* The command line. */
#ifndef DESCENT_COMMAND_H
#define DESCENT_COMMAND_H

#include "../claims/theorem.h"

/* Everything main does, for whatever the catalogue holds.  Returns the exit status: 0 every verdict as
 * expected, 1 some verdict not as expected, 2 wrong usage or a failure of the machine. */
int command(int argc, char **argv, const struct catalogue *);

#endif
