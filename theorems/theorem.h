/* What a theorem's file needs: claims and all that they speak of. */
#ifndef DESCENT_THEOREM_FILE_H
#define DESCENT_THEOREM_FILE_H

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "../methods/methods.h"
#include "../methods/schedules.h"
#include "../problems/problems.h"
#include "../verify/claims/course.h"
#include "../verify/claims/inquiry.h"
#include "../verify/claims/theorem.h"
#include "../verify/models/certify.h"
#include "../verify/models/trajectory.h"
#include "../verify/numbers/eigen.h"
#include "../verify/numbers/fail.h"
#include "../verify/numbers/least.h"
#include "../verify/numbers/pcg.h"
#include "../verify/numbers/share.h"
#include "../verify/runs/runs.h"

#endif
