/* The problems.  Each function makes a new instance, to be released with problem_free. */
#ifndef DESCENT_PROBLEMS_H
#define DESCENT_PROBLEMS_H

#include "../verify/models/problem.h"

#define PROBLEM(id) struct problem *id(void);
#include "problems.def"
#undef PROBLEM

#endif
