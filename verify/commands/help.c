/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "../numbers/fail.h"
#include "arguments.h"
#include "version.h"

int version(const struct arguments *a) {
    (void)a;
    printf("descent %s (%s)\n%s\n", DESCENT_VERSION, DESCENT_COMMIT, DESCENT_COMPILER);
    return 0;
}

/* What a method may take. */
#define PARAMETER_OPTIONS "alpha beta1 beta2 eps gamma weight-decay momentum newton-schulz damping "

static const struct verb verbs[] = {
    {"list", "list [--kind theorem|problem|method|hypothesis|claim] [--markdown] [--lang en|ru]",
     "Names everything that the program knows, one line each, in English unless told otherwise.\n"
     "--markdown tells all that problems and methods say of themselves.",
     "kind markdown lang ", false, list},
    {"verify", "verify [THEOREM[/CLAIM] ...] [--seed S] [--effort X] [--threads N] [--out DIR] [--quiet]",
     "Checks claims (all, or those named) and writes DIR/results.csv, claims.csv, constants.csv,\n"
     "provenance.json and summary.txt.  DIR is reports.  --effort multiplies the numbers of runs.\n"
     "Claims about data read them from the folder that DESCENT_DATA names, or else from data/ of\n"
     "the sources that the program was built from.",
     "seed effort threads out quiet ", true, verify},
    {"run",
     "run PROBLEM METHOD [--alpha A] [PARAMETER ...] [--steps K] [--runs N] [--seed S] [--threads N]\n"
     "                [--csv FILE] [--plot FILE] [--lang en|ru]\n"
     "  descent run least_squares|logistic|softmax METHOD --data FILE.csv [--label COLUMN]\n"
     "                [--intercept] [--standardize] [--l2 W] ...",
     "Runs a method and prints its mean gap at the last iterate and at the weighted average,\n"
     "and the second moment of its stochastic gradients, with limits that hold together with\n"
     "probability 1 - 1e-6; no limits where no range is certified.  Beside them stand the bounds\n"
     "of theorems whose hypotheses the run meets: bound_THEOREM on gap, average_bound_THEOREM on\n"
     "average_gap, lower_bound_THEOREM from below; sigma^2 in them is the largest second moment\n"
     "measured so far, so they are estimates as it is.  Standard error names the theorems that do\n"
     "not apply, and what they ask for.  --plot draws gap and bounds; FILE ends in .svg, .pdf or\n"
     ".png.  alpha is 1/(4 L), or, where f is not smooth and ||grad f_i|| <= G,\n"
     "||x_0 - x*||/(G sqrt(K)); for methods whose step has a length of its own (AdaGrad and\n"
     "after) it is as for trace.  K is 1000, N is 10000 unless given.  PARAMETERS are those of\n"
     "`descent help trace`.\n"
     "\n"
     "--data fits a model to your own table: comma-separated values (RFC 4180) in UTF-8 whose\n"
     "first line names the columns; decimals take a point, never a comma.  FILE may be - for\n"
     "standard input, or a pipe.  The label is the last column unless --label names another one:\n"
     "a number b for least_squares, f_i = (<a_i, x> - b_i)^2/2; one of two values for logistic,\n"
     "f_i = log(1 + exp(-y_i <a_i, x>)), where the larger number, or the later word of the\n"
     "alphabet, is +1; one of up to 64 for softmax.  All other columns of numbers are features,\n"
     "those whose first cell is text are left out.  No constant is added: --intercept adds a\n"
     "feature that is 1.  --standardize brings features that vary to mean 0 and mean square 1,\n"
     "since L may be huge else.  --l2 adds W/2 ||x||^2, which makes mu = W for the two\n"
     "regressions of classes; without it these have no certified mu, and none is fitted if a\n"
     "plane separates the classes, as f has no minimum then.  L, mu, L_max, f* and\n"
     "E||grad f_i(x*)||^2 are certified on the spot and told on standard error.  x_0 = 0, alpha\n"
     "is 1/(4 L_max), and N is smaller where f is a sum over many rows: 10^4 as far as that takes\n"
     "seconds, and at least 16.",
     PARAMETER_OPTIONS "schedule mu steps runs seed threads csv plot lang data label intercept standardize l2 ", true,
     run},
    {"trace",
     "trace METHOD [--alpha A] [--beta1 B] [--beta2 B] [--eps E] [--gamma G] [--weight-decay W]\n"
     "                [--momentum M] [--newton-schulz N] [--damping D] [--schedule constant|root|pl] [--mu M]\n"
     "                [--average] [--x0 x1,x2,...] [--box lo,hi] [--shape RxC]\n"
     "                [--save FILE] [--resume FILE] < gradients",
     "Reads one gradient a line and prints the iterate after that step, a line each, so that a\n"
     "rule can be compared with another library's or with your own arithmetic.  Numbers stand\n"
     "apart by blanks, or by commas if they have decimal points: 0.5, not 0,5.  Nothing is\n"
     "printed unless all of the input can be used.  x0 is the origin unless given.  --box\n"
     "projects every coordinate.  --schedule root takes alpha/sqrt(k+1) as step k, pl takes\n"
     "(2k+1)/(2 mu (k+1)^2).  --average prints the average of x_0, ..., x_k in place of\n"
     "x_{k+1}, weighted by the step sizes.  --shape makes x a matrix, row-major, for shampoo and\n"
     "muon; a column unless given.  muon takes a singular value decomposition, or with\n"
     "--newton-schulz N so many iterations.  shampoo sums its statistics with --beta2 1.\n"
     "--damping is the mu of nag_gs.  fromage needs an --x0: it turns x and keeps its length.\n"
     "--save keeps the last iterate and all that the method remembers, --resume goes on from\n"
     "there, as if the gradients had followed in one input; the options must be the same.",
     PARAMETER_OPTIONS "schedule mu average x0 box shape save resume ", true, trace},
    {"plot",
     "plot [THEOREM[/FIGURE] ...] [--format svg,pdf,png] [--lang en|ru] [--size 16x9|4x3|WxH]\n"
     "                [--font NAME[,SIZE]] [--no-title] [--no-signature] [--transparent]\n"
     "                [--lecture DIR] [--effort X] [--threads N] [--out DIR]",
     "Draws figures (all, or those named) from DIR/results.csv into DIR/figures, as SVG in both\n"
     "languages unless told otherwise, and figures.tsv, which says what each shows.  What has not\n"
     "changed is not drawn again.  W and H are pixels, 640x400 unless given; 16x9 is 960x540, 4x3\n"
     "is 800x600; a PDF has 80 pixels an inch.  --lecture draws the pictures that the lecture's\n"
     "slides include into its DIR, under the lecture's names (PDF and English unless told\n"
     "otherwise), and says which are missing; it needs no results.  --effort 10 trains the networks\n"
     "of pictures ten times as long, on whole sets of data, grokking's modulo 97 for a million\n"
     "steps, which takes days; an interrupted one goes on where it stopped, from files in the folder\n"
     "of the figures.",
     "lang format size font no-title no-signature transparent lecture effort threads out ", true, plot},
    {"help", "help [VERB]", "Says what the verbs do.", "", true, help},
    {"version", "version", "Prints the version, commit and compiler.", "", false, version},
};

const struct verb *find_verb(const char *name) {
    for (size_t i = 0; i < COUNT(verbs); i++)
        if (strcmp(verbs[i].name, name) == 0) return &verbs[i];
    fail("unknown verb '%s'; the verbs are list, verify, run, trace, plot, help and version", name);
}

/* What each method takes, unless told otherwise. */

static void print_parameters(const struct catalogue *c) {
    puts("\nMethods, their parameters' values unless given, and what these may be:");
    for (size_t i = 0; i < c->method_count; i++) {
        const struct parameter *p = c->methods[i]->parameters;
        for (size_t k = 0; k < PARAMETERS && p[k].name; k++)
            printf("  %-17s--%s %g, %s\n", k ? "" : c->methods[i]->id, p[k].name, p[k].standard,
                   range_name(p[k].range, 0));
    }
}

int help(const struct arguments *a) {
    if (a->name_count > 1) fail("help takes one verb, not %d", a->name_count);
    if (a->name_count == 1) {
        const struct verb *verb = find_verb(a->names[0]);
        printf("descent %s\n\n%s\n", verb->usage, verb->text);
        if (verb->act == trace) print_parameters(a->catalogue);
        return 0;
    }
    puts("descent: the theorems of a lecture on stochastic gradient descent, checked\n");
    for (size_t i = 0; i < COUNT(verbs); i++) printf("  descent %s\n", verbs[i].usage);
    puts("\nExit status: 0 every verdict as expected, 1 some verdict not as expected, 2 wrong usage\n"
         "or a failure of the machine.  `descent help VERB` says more.");
    return 0;
}

/* ---- from argv to a verb ---- */
