/* Tables of data that a user brings: comma-separated values (RFC 4180) with a header, as a dataset to fit a model to.
 *
 * A file, a pipe or standard input is read once, a row at a time.  Numbers have decimal points.  A column whose first cell is
 * text is left out, unless it is the label.  What cannot be used fails with one line that names the line and the column. */
#ifndef DESCENT_SHEET_H
#define DESCENT_SHEET_H

#include <signal.h>

#include "../models/dataset.h"

struct sheet_request {
    const char *path;  /* "-": standard input */
    const char *label; /* the label's column; NULL: the last one */
    const struct model *model;
    bool intercept;                           /* a feature that is 1 in every row */
    bool standardize;                         /* each feature to mean 0 and mean square 1, unless it is constant */
    const volatile sig_atomic_t *interrupted; /* NULL: never */
};

struct sheet {
    const char *name; /* of the file, for messages */
    struct dataset data;
    char *label;
    char **feature, **left_out; /* columns */
    char **class;               /* by number: in order of size if all are numbers, else of the alphabet */
    bool *constant;             /* which features are */
    size_t left_out_count;
};

struct sheet sheet_read(const struct sheet_request *);
/* Of everything but the rows. */
void sheet_free(struct sheet *);

#endif
