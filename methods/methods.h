/* The methods. */
#ifndef DESCENT_METHODS_H
#define DESCENT_METHODS_H

#include "../verify/models/method.h"

#define METHOD(id) extern const struct method method_##id;
#include "methods.def"
#undef METHOD

#endif
