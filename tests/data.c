/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data that a user brings: what of a table is read, that what is fitted to it has certificates, and that a run says so. */
#include <criterion/criterion.h>
#include <math.h>
#include <unistd.h>

#include "../problems/models.h"
#include "../verify/ledger/sheet.h"
#include "../verify/models/certify.h"
#include "../verify/models/trajectory.h"
#include "shell.h"

TestSuite(data, .init = make_folder, .fini = remove_folder);

static const struct model *model_of(const char *id) {
    for (size_t i = 0; i < MODELS; i++)
        if (strcmp(models[i].id, id) == 0) return &models[i];
    cr_assert(false, "no model %s", id);
    return NULL;
}

/* The table of a text, with its file made in the folder of the test. */
static struct sheet sheet_of(const char *text, struct sheet_request q) {
    char path[128];
    snprintf(path, sizeof path, "%s/table.csv", folder);
    FILE *file = fopen(path, "w");
    cr_assert(file && fputs(text, file) >= 0 && fclose(file) == 0);
    q.path = path;
    return sheet_read(&q);
}

static struct problem *fit(const char *id, const char *text, double l2, size_t *rank, const char **objection) {
    struct sheet t = sheet_of(text, (struct sheet_request){.model = model_of(id)});
    *objection = NULL;
    struct problem *p = t.data.row ? model_of(id)->fit(&t.data, l2, rank, objection) : NULL;
    sheet_free(&t);
    return p;
}

/* Whether the first line of a file in the folder of the test holds a text. */
static bool file_says(const char *name, const char *text) {
    char path[128], line[1024] = "";
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    cr_assert(file && fgets(line, sizeof line, file) && fclose(file) == 0);
    return strstr(line, text);
}

static double cell(const struct sheet *t, size_t row, size_t column) {
    return t->data.row[row * dataset_stride(&t->data) + column];
}

/* ---- what is read ---- */

Test(data, a_mark_quotes_and_ends_of_lines_are_no_part_of_the_data) {
    struct sheet t = sheet_of("\xEF\xBB\xBF"
                              "рост, \"вес, кг\" ,\"say \"\"y\"\"\",имя\r\n"
                              " 1.5 ,\"-2e1\",yes,Анна\r\n\r\n+3,.25,\"no\",\"Иван,\nПётр\"\r\n0,0,yes,x",
                              (struct sheet_request){.label = "say \"y\"", .model = model_of("logistic")});
    cr_assert(t.data.rows == 3 && t.data.features == 2 && t.data.classes == 2 && t.left_out_count == 1);
    cr_assert(strcmp(t.feature[0], "рост") == 0 && strcmp(t.feature[1], "вес, кг") == 0);
    cr_assert(strcmp(t.label, "say \"y\"") == 0 && strcmp(t.left_out[0], "имя") == 0);
    cr_assert(strcmp(t.class[0], "no") == 0 && strcmp(t.class[1], "yes") == 0);
    static const double expected[3][3] = {{1.5, -20, 1}, {3, 0.25, 0}, {0, 0, 1}};
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 3; j++) cr_assert(cell(&t, i, j) == expected[i][j], "row %zu, column %zu", i, j);
    free(t.data.row);
    sheet_free(&t);
}

Test(data, any_end_of_line_will_do) {
    static const char *const texts[] = {"a,y\n1,2\n3,4\n", "a,y\r\n1,2\r\n3,4\r\n", "a,y\r1,2\r3,4",
                                        "a,y\n\n1,2\n\n\n3,4"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct sheet t = sheet_of(texts[i], (struct sheet_request){.model = model_of("least_squares")});
        cr_assert(t.data.rows == 2 && cell(&t, 0, 0) == 1 && cell(&t, 1, 1) == 4, "%zu", i);
        free(t.data.row);
        sheet_free(&t);
    }
}

/* Numbers by size however they are written, words by the alphabet; the order of rows does not matter. */
Test(data, classes_come_in_an_order_of_their_own) {
    struct sheet t = sheet_of("a,y\n1,10\n1,9.0\n1,9\n1,-1e0\n", (struct sheet_request){.model = model_of("softmax")});
    cr_assert(t.data.classes == 3 && strcmp(t.class[0], "-1") == 0 && strcmp(t.class[1], "9") == 0);
    cr_assert(cell(&t, 0, 1) == 2 && cell(&t, 1, 1) == 1 && cell(&t, 2, 1) == 1 && cell(&t, 3, 1) == 0);
    free(t.data.row);
    sheet_free(&t);
    t = sheet_of("a,y\n1,b9\n1,b10\n", (struct sheet_request){.model = model_of("softmax")});
    cr_assert(strcmp(t.class[0], "b10") == 0 && cell(&t, 0, 1) == 1);
    free(t.data.row);
    sheet_free(&t);
}

Test(data, standardized_features_have_mean_0_and_mean_square_1) {
    struct sheet t =
        sheet_of("a,b,y\n1e9,3,1\n1000000001,3,2\n1000000002,3,3\n",
                 (struct sheet_request){.model = model_of("least_squares"), .intercept = true, .standardize = true});
    cr_assert(t.data.features == 3 && !t.constant[0] && t.constant[1] && t.constant[2]);
    double step = sqrt(1.5);
    for (size_t i = 0; i < 3; i++) {
        cr_assert(fabs(cell(&t, i, 0) - ((double)i - 1) * step) < 1e-12);
        cr_assert(cell(&t, i, 1) == 3 && cell(&t, i, 2) == 1 && cell(&t, i, 3) == (double)i + 1);
    }
    free(t.data.row);
    sheet_free(&t);
}

/* What cannot be used is told in one line, with the place. */
Test(data, what_cannot_be_used_is_one_line) {
    static const struct {
        const char *text, *options, *says;
    } wrong[] = {
        {"a,b,y\\n1,2,3\\n4,,5\\n", "least_squares", "line 3, column 2 'b': the cell is empty"},
        {"a,b,y\\n1,,3\\n4,2,5\\n", "least_squares", "line 2, column 2 'b': the cell is empty"},
        {"a,b,y\\n1,2,3\\n4,NA,5\\n", "least_squares", "line 3, column 2 'b': 'NA' is not"},
        {"a,b,y\\n1,N/A,3\\n4,1,5\\n", "least_squares", "line 2, column 2 'b': 'N/A' is not"},
        {"a,b,y\\n1,nan,3\\n4,1,5\\n", "least_squares", "line 2, column 2 'b': 'nan' is not"},
        {"a,b,y\\n1,2,3\\n4,-inf,5\\n", "least_squares", "line 3, column 2 'b': '-inf' is not"},
        {"a,b,y\\n1,2,3\\n4,0x1,5\\n", "least_squares", "line 3, column 2 'b': '0x1' is not"},
        {"a,b,y\\n1,1e300,3\\n", "least_squares", "line 2, column 2 'b': 1e300 is beyond"},
        {"a,b,y\\n1,\"0,5\",3\\n", "least_squares", "'0,5' is not a number; decimals take a point"},
        {"a,b,y\\n1,\"x\\ny\",3\\n2,\"x\",k\\n", "least_squares", "line 4, column 3 'y': 'k' is not"},
        {"a,b,y\\n1,0,5,3\\n", "least_squares", "line 2: 4 columns, where the header has 3"},
        {"a,b,y\\n1,0,5\\n4,4\\n", "least_squares", "line 3: 2 columns, where the header has 3"},
        {"a,b,a\\n1,0,5\\n", "least_squares", "columns 1 and 3 have the same name, 'a'"},
        {"a,,y\\n1,0,5\\n", "least_squares", "line 1, column 2: the name is empty"},
        {"1,2,3\\n1,0,5\\n", "least_squares", "must be a header"},
        {"a,b,y\\n", "least_squares", "no row below the header"},
        {"", "least_squares", "the file is empty"},
        {"a;b;y\\n1;2;3\\n", "least_squares", "commas must separate"},
        {"a,b,y\\n1,0,5\\n", "least_squares --label z", "no such column; it has a, b, y"},
        {"y\\n1\\n", "least_squares", "no column beside the label"},
        {"a,y\\n0,5\\n0,3\\n", "least_squares", "all features are 0"},
        {"a,y\\n0,x\\n1,3\\n", "least_squares", "line 2, column 2 'y': 'x' is not"},
        {"a,y\\n0,x\\n1,x\\n", "logistic", "one value only, 'x'"},
        {"a,y\\n0,x\\n1,\\n", "logistic", "line 3, column 2 'y': the cell is empty"},
        {"a,y\\n0,x\\n1,y\\n2,z\\n", "logistic", "line 4, column 2 'y': 'z' is value number 3, after x, y"},
        {"a,y\\n-1,no\\n1,yes\\n", "logistic", "a plane separates classes"},
        {"a,y\\n0,x\\n1,y\\n3,z\\n", "softmax", "a plane separates classes"},
        {"a,y\\n0,\"x\\n1,x\\n", "logistic", "line 2, column 2: the quote is never closed"},
        {"a,y\\n0,x\"y\\n", "logistic", "line 2, column 2: a quote within"},
        {"a,y\\n0,\"x\"y\\n", "logistic", "line 2, column 2: text after the closing quote"},
        {"a,y\\n0,\\0\\n", "logistic", "line 2, column 2: a zero byte"},
        {"\\377\\376a\\0", "logistic", "UTF-16"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char command[512];
        snprintf(command, sizeof command,
                 "printf '%s' >t.csv; set %s; id=$1; shift; @ run $id sgd --data t.csv $* 2>err >out", wrong[i].text,
                 wrong[i].options);
        cr_expect(shell(command) == 2, "%s: %s", wrong[i].options, wrong[i].text);
        snprintf(command, sizeof command,
                 "grep -v '^descent: data:' err >one; test $(wc -l <one) = 1 && test ! -s out");
        cr_expect(shell(command) == 0, "%s: %s", wrong[i].options, wrong[i].text);
        cr_expect(file_says("one", wrong[i].says), "%s", wrong[i].says);
    }
}

Test(data, wrong_options_are_one_line) {
    static const char *const wrong[] = {"ridge sgd --data t.csv",
                                        "logistic sgd --l2 1",
                                        "logistic sgd --label y",
                                        "logistic sgd --intercept",
                                        "logistic sgd --standardize",
                                        "logistic sgd --plot x.gif",
                                        "logistic sgd --plot svg",
                                        "least_squares sgd --data t.csv --l2 0",
                                        "softmax sgd",
                                        "least_squares sgd --data nothing.csv",
                                        "least_squares sgd --data ."};
    cr_assert(shell("printf 'a,y\\n1,2\\n2,3\\n' >t.csv") == 0);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char command[256];
        snprintf(command, sizeof command, "@ run %s 2>err >out", wrong[i]);
        cr_expect(shell(command) == 2, "%s", wrong[i]);
        cr_expect(shell("test $(wc -l <err) = 1 && test ! -s out") == 0, "%s", wrong[i]);
    }
}

/* ---- what is fitted ---- */

static const char numbers[] = "a,b,y\n1,2,1\n-1,0.5,2\n0.5,-1,-1\n2,1,0\n-0.5,-0.5,3\n1.5,0,-2\n0,1,0.5\n";
static const char deficient[] = "a,b,c,y\n1,2,3,1\n-1,0.5,-0.5,2\n0.5,-1,-0.5,-1\n2,1,3,0\n";
static const char wide[] = "a,b,c,y\n1,2,0,1\n-1,0.5,2,2\n";
static const char words[] =
    "a,b,y\n1,2,u\n-1,0.5,v\n0.5,-1,u\n2,1,v\n-0.5,-0.5,u\n1.5,0,v\n0,1,u\n1,-2,v\n-1,-1,u\n-2,1,v\n";
static const char several[] =
    "a,b,y\n1,2,u\n-1,0.5,v\n0.5,-1,w\n2,1,v\n-0.5,-0.5,w\n1.5,0,u\n0,1,u\n1,-2,v\n-1,-1,u\n-2,1,w\n"
    "0.2,0.1,v\n0.1,0.2,w\n";

/* The same checker as of the catalogue's problems: of the oracle, the constants, f* and the envelopes. */
Test(data, what_is_fitted_has_its_certificates) {
    static const struct {
        const char *id, *text;
        double l2;
        size_t rank;
    } fits[] = {{"least_squares", numbers, 0, 2},   {"least_squares", numbers, 0.5, 2},
                {"least_squares", deficient, 0, 2}, {"least_squares", wide, 0, 2},
                {"least_squares", wide, 0.25, 2},   {"logistic", words, 0, 2},
                {"logistic", words, 0.3, 2},        {"softmax", several, 0, 2},
                {"softmax", several, 0.3, 2},       {"softmax", words, 0.3, 2}};
    for (size_t i = 0; i < sizeof fits / sizeof *fits; i++) {
        size_t rank = 0;
        const char *objection;
        struct problem *p = fit(fits[i].id, fits[i].text, fits[i].l2, &rank, &objection);
        cr_assert(p, "%s: %s", fits[i].id, objection);
        const char *trouble = certify_problem(p);
        cr_expect(!trouble, "%s, number %zu: %s", fits[i].id, i, trouble);
        cr_expect(rank == fits[i].rank, "%s, number %zu: rank %zu", fits[i].id, i, rank);
        problem_free(p);
    }
}

/* A step keeps a run within length/l2 of 0, for alpha l2 <= 1; the longest row is (1, 2). */
Test(data, a_regulariser_keeps_runs_near) {
    static const double l2 = 0.3;
    static const char *const ids[] = {"logistic", "softmax"};
    for (size_t i = 0; i < 2; i++) {
        size_t rank;
        const char *objection;
        struct problem *p = fit(ids[i], words, l2, &rank, &objection);
        cr_assert(p, "%s: %s", ids[i], objection);
        double reach = sqrt(5) * (i ? M_SQRT2 : 1) / l2, radius = p->envelope(p, 0.99 / l2, 10).radius;
        cr_expect(fabs(radius - reach - problem_distance(p)) < 1e-9, "%s: %g", ids[i], radius);
        cr_expect(p->envelope(p, 1.01 / l2, 10).radius == 0, "%s", ids[i]);
        problem_free(p);
    }
}

/* The second moment comes from moments of the data, or from sums of its own: it is what the outcomes' sum is. */
Test(data, the_second_moment_is_that_of_the_outcomes) {
    static const struct {
        const char *id, *text;
        double l2;
    } fits[] = {{"least_squares", numbers, 0},
                {"least_squares", deficient, 0.5},
                {"logistic", words, 0.3},
                {"softmax", several, 0.3}};
    for (size_t i = 0; i < sizeof fits / sizeof *fits; i++) {
        size_t rank;
        const char *objection;
        struct problem *p = fit(fits[i].id, fits[i].text, fits[i].l2, &rank, &objection), summed = *p;
        summed.square = NULL;
        real x[16], scratch[16];
        for (size_t j = 0; j < p->dim; j++)
            x[j] = p->x_star[j] +
                   (0.7 - (double)j) * (real_all(1) - 0.25 * __builtin_convertvector(whole_numbered(), real));
        real direct = second_moment(p, x, scratch), sum = second_moment(&summed, x, scratch);
        for (unsigned l = 0; l < LANES; l++)
            cr_expect(fabs(direct[l] - sum[l]) < 1e-11 * (1 + sum[l]), "%s, number %zu, lane %u", fits[i].id, i, l);
        problem_free(p);
    }
}

/* With nothing but a constant the minima are known: half a variance, and entropies. */
Test(data, a_constant_alone_has_a_known_minimum) {
    size_t rank;
    const char *objection;
    struct problem *p = fit("least_squares", "a,y\n1,1\n1,2\n1,6\n", 0, &rank, &objection);
    cr_assert(fabs(p->x_star[0] - 3) < 1e-14 && fabs(p->f_star_high - 7.0 / 3) < 1e-11);
    cr_assert(fabs(p->L - 1) < 1e-10 && fabs(p->mu - 1) < 1e-10 && fabs(p->L_max - 1) < 1e-10);
    cr_assert(fabs(problem_noise_star(p) - sqrt(14.0 / 3)) < 1e-12);
    problem_free(p);
    p = fit("logistic", "a,y\n2,u\n2,v\n2,v\n2,v\n", 0, &rank, &objection);
    double quarter = -(0.25 * log(0.25) + 0.75 * log(0.75));
    cr_assert(fabs(p->x_star[0] - log(3) / 2) < 1e-12);
    cr_assert(p->f_star_low <= quarter + 1e-15 && p->f_star_high >= quarter - 1e-15 &&
              p->f_star_high - p->f_star_low < 1e-11);
    cr_assert(fabs(p->L - 1) < 1e-10 && p->mu == 0 && fabs(p->lipschitz - 2) < 1e-10);
    cr_assert(fabs(problem_noise_star(p) - 2 * sqrt(3.0 / 16)) < 1e-12);
    problem_free(p);
    p = fit("softmax", "a,y\n1,u\n1,v\n1,v\n1,w\n", 0, &rank, &objection);
    cr_assert(p->dim == 3 && p->rows == 3 && fabs(p->x_star[1] - p->x_star[0] - log(2)) < 1e-12);
    cr_assert(fabs(p->x_star[0] + p->x_star[1] + p->x_star[2]) < 1e-12);
    double entropy = 1.5 * log(2);
    cr_assert(p->f_star_low <= entropy + 1e-15 && p->f_star_high >= entropy - 1e-15 &&
              p->f_star_high - p->f_star_low < 1e-11);
    problem_free(p);
}

/* f is the mean of the rows' losses, and half of l2 ||x||^2. */
Test(data, least_squares_are_what_they_are_called) {
    for (int penalised = 0; penalised < 2; penalised++) {
        double l2 = 0.5 * penalised, sum = 0;
        struct sheet t = sheet_of(numbers, (struct sheet_request){.model = model_of("least_squares")});
        const double at[2] = {0.7, -1.3};
        for (size_t i = 0; i < t.data.rows; i++)
            sum += pow(cell(&t, i, 0) * at[0] + cell(&t, i, 1) * at[1] - cell(&t, i, 2), 2) / 2;
        double f = sum / (double)t.data.rows + l2 / 2 * (at[0] * at[0] + at[1] * at[1]);
        free(t.data.row);
        sheet_free(&t);
        size_t rank;
        const char *objection;
        struct problem *p = fit("least_squares", numbers, l2, &rank, &objection);
        real x[2] = {real_all(at[0]), real_all(at[1])};
        cr_assert(p && p->dim == 2);
        cr_expect(fabs(p->value(p, x, NULL)[0] - f) < 1e-13, "l2 = %g: %g, not %g", l2, p->value(p, x, NULL)[0], f);
        problem_free(p);
    }
}

/* Two classes of softmax with l2 are logistic with half of it: x_1 - x_0 is what that finds. */
Test(data, softmax_of_two_classes_is_logistic) {
    size_t rank;
    const char *objection;
    struct problem *two = fit("softmax", words, 0.2, &rank, &objection),
                   *one = fit("logistic", words, 0.1, &rank, &objection);
    for (size_t j = 0; j < 2; j++)
        cr_assert(fabs(two->x_star[2 + j] - two->x_star[j] - one->x_star[j]) < 1e-9, "%zu", j);
    cr_assert(fabs(two->f_star_high - one->f_star_high) < 1e-11);
    problem_free(two);
    problem_free(one);
}

/* Every row many times is the same problem, and then sums are taken in several blocks. */
Test(data, rows_that_come_again_change_nothing) {
    static const struct {
        const char *id, *text;
        double l2;
    } fits[] = {{"least_squares", numbers, 0.5}, {"logistic", words, 0}, {"softmax", several, 0.3}};
    for (size_t i = 0; i < sizeof fits / sizeof *fits; i++) {
        enum { TIMES = 300 };
        const char *rows = strchr(fits[i].text, '\n') + 1, *objection;
        size_t rank, head = (size_t)(rows - fits[i].text), length = strlen(rows);
        char *many = calloc(head + TIMES * length + 1, 1);
        memcpy(many, fits[i].text, head);
        for (size_t t = 0; t < TIMES; t++) memcpy(many + head + t * length, rows, length);
        struct problem *one = fit(fits[i].id, fits[i].text, fits[i].l2, &rank, &objection);
        struct problem *all = fit(fits[i].id, many, fits[i].l2, &rank, &objection);
        cr_assert(one && all && all->components == TIMES * one->components &&
                  all->components > 2 * ROWS_PER_BLOCK - 200);
        real x[16], g[2][16];
        for (size_t j = 0; j < one->dim; j++) {
            x[j] = real_all(0.3 + 0.1 * (double)j);
            cr_expect(fabs(one->x_star[j] - all->x_star[j]) < 1e-9, "%s: x_star[%zu]", fits[i].id, j);
        }
        cr_expect(fabs(one->value(one, x, g[0])[0] - all->value(all, x, g[1])[0]) < 1e-11, "%s: f", fits[i].id);
        for (size_t j = 0; j < one->dim; j++) cr_expect(fabs(g[0][j][0] - g[1][j][0]) < 1e-11, "%s: slope", fits[i].id);
        cr_expect(fabs(one->square(one, x)[0] - all->square(all, x)[0]) < 1e-10, "%s: square", fits[i].id);
        cr_expect(fabs(one->L - all->L) < 1e-9 && fabs(one->mu - all->mu) < 1e-9, "%s: L, mu", fits[i].id);
        cr_expect(fabs(one->f_star_high - all->f_star_high) < 1e-10, "%s: f*", fits[i].id);
        cr_expect(all->f_star_high - all->f_star_low < 1e-10, "%s: how near f* is known", fits[i].id);
        cr_expect(fabs(one->fading(one) - all->fading(all)) < 1e-9, "%s: fading", fits[i].id);
        problem_free(one);
        problem_free(all);
        free(many);
    }
}

/* ---- what a run says ---- */

/* On b with the constant 1, x_{k+1} - x* = (1 - alpha)(x_k - x*) + alpha xi, whose mean square is known at every k; and so is
 * what the theorems say. */
Test(data, gap_and_bounds_are_those_of_the_formulas) {
    cr_assert(
        shell("printf 'y\\n1\\n2\\n6\\n' | @ run least_squares sgd --data - --intercept --alpha 0.25 --steps 30 --runs "
              "40000 >out 2>err") == 0);
    cr_assert(
        shell("awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }"
              "{ k = $1; a = 0.25; s2 = 14 / 3; q = (1 - a) ^ (2 * k); d = 9 * q + a * s2 / (2 - a) * (1 - q);"
              "  if (($at[\"gap\"] / (d / 2) - 1) ^ 2 > 0.0016) bad = 1;"
              "  if (k == 0) { first = $at[\"second_moment\"]; if ((first - 9 - s2) ^ 2 > 1e-18) bad = 2; next }"
              "  pl = (1 - 2 * a) ^ k * 4.5 + first * a / 4; convex = 9 / (2 * a * k);"
              "  if (($at[\"bound_pl_constant_step\"] / pl - 1) ^ 2 > 1e-16) bad = 3;"
              "  if (($at[\"average_bound_convex_constant_step\"] / (convex + a * first / 2) - 1) ^ 2 > 1e-16) bad = 4;"
              "  at_star = convex + a * s2 / (1 - a) / 2;"
              "  if (($at[\"average_bound_convex_variance_at_minimiser\"] / at_star - 1) ^ 2 > 1e-16) bad = 5;"
              "  if (!($at[\"lower_bound_constant_step_does_not_converge\"] < $at[\"gap\"] * 1.04)) bad = 6;"
              "  if (!($at[\"bound_expected_smoothness\"] > 0)) bad = 7 }"
              "END { exit bad || NR < 10 }' out") == 0);
}

/* On no problem of the catalogue is a bound beaten by more than chance allows: those of theorems that do not apply have no
 * column.  Where no limits are certified a tenth is allowed. */
Test(data, no_bound_beside_a_gap_is_beaten) {
    cr_assert(
        shell("cat >beaten.awk <<'E'\n"
              "NR == 1 { for (i = 1; i <= NF; i++) name[i] = $i; next }\n"
              "{ for (i = 14; i <= NF; i++) {\n"
              "    if ($i == \"\") continue\n"
              "    seen++; at = name[i] ~ /^average_/ ? 8 : 5\n"
              "    low = $(at + 1) == \"\" ? 0.9 * $at : $(at + 1); high = $(at + 2) == \"\" ? 1.1 * $at : $(at + 2)\n"
              "    if (name[i] ~ /lower_/ ? high < $i * (1 - 1e-9) : low > $i * (1 + 1e-9) + 1e-14) bad++ } }\n"
              "END { print seen + 0; exit bad > 0 }\nE\n") == 0);
    for (const char *const *schedule = (const char *const[]){"constant", "root", "pl", NULL}; *schedule; schedule++) {
        char command[512];
        snprintf(
            command, sizeof command,
            "for p in $(@ list --kind problem | cut -d' ' -f1); do @ run $p sgd --schedule %s --steps 60 --runs 2000 "
            ">out 2>err || { grep -q 'needs --mu' err && continue; }; awk -F, -f beaten.awk out >>seen || echo $p "
            ">>beaten; "
            "done; test ! -e beaten && awk '{ n += $1 } END { exit n < 100 }' seen",
            *schedule);
        cr_expect(shell(command) == 0, "%s", *schedule);
        cr_expect(shell("test ! -e beaten || cat beaten >&2; rm -f seen beaten") == 0);
    }
}

/* Schedules, and methods of other names, have other theorems. */
Test(data, only_theorems_that_apply_have_a_column) {
    cr_assert(
        shell("printf 'a,y\\n1,2\\n2,3\\n3,5\\n' >t.csv; @ run least_squares sgd --data t.csv --schedule pl --steps 10 "
              "--runs 16 2>err | head -n 1 >out; grep -q ',bound_pl_decreasing_step' out && ! grep -q constant out") ==
        0);
    cr_assert(shell("@ run least_squares sgd --data t.csv --schedule root --steps 10 --runs 16 2>err | head -n 1 >out; "
                    "grep -q ',average_bound_convex_decreasing_step' out && ! grep -q 'constant\\|pl_' out && grep -q "
                    "'pl_constant_step does not cover this run, it asks for: a constant step' err") == 0);
    cr_assert(shell("@ run least_squares adam --data t.csv --steps 10 --runs 16 2>err | head -n 1 >out; ! grep -q "
                    "bound_ out") == 0);
    cr_assert(
        shell("@ run least_squares sgd --data t.csv --alpha 1e3 --steps 5 --runs 16 2>err | head -n 1 >out; ! grep -q "
              "bound_pl out") == 0);
}

Test(data, a_pipe_is_as_good_as_a_file) {
    cr_assert(
        shell(
            "printf 'a,y\\n1,u\\n2,v\\n3,u\\n2,u\\n' >t.csv; @ run logistic sgd --data t.csv --steps 9 >file 2>err") ==
        0);
    cr_assert(shell("cat t.csv | @ run logistic sgd --data - --steps 9 2>err | cmp - file") == 0);
    cr_assert(shell("mkfifo pipe; cat t.csv >pipe & @ run logistic sgd --data pipe --steps 9 2>err | cmp - file") == 0);
    cr_assert(shell("grep -q '^descent: data: +1 is v, -1 is u$' err") == 0);
}

/* With a stand-in for gnuplot that keeps what it is told. */
Test(data, a_run_is_drawn_where_it_is_told) {
    cr_assert(shell("mkdir bin && printf '#!/bin/sh\\ntee kept | sed -n \"s/^set output .\\(.*\\).$/\\\\1/p\" | while "
                    "read -r file; "
                    "do echo \"<svg><title></title><desc></desc></svg>\" >\"$file\"; done\\n' >bin/gnuplot && chmod +x "
                    "bin/gnuplot; printf 'a,y\\n1,2\\n2,3\\n3,5\\n' >t.csv; mkdir 'a b'") == 0);
    cr_assert(
        shell("PATH=$PWD/bin:$PATH @ run least_squares sgd --data t.csv --steps 20 --plot 'a b/c.svg' 2>err >out") ==
        0);
    cr_assert(
        shell("test -s 'a b/c.svg' && test \"$(ls 'a b')\" = c.svg && grep -q 'PL, σ² of the path' kept && grep -q "
              "'of the nearest bound</title>' 'a b/c.svg'") == 0);
    /* The title's number: of gaps and averages over their own bounds at the last checkpoint the largest. */
    cr_assert(
        shell(
            "awk -F, 'NR == 1 { for (i = 14; i <= NF; i++) at[i] = $i ~ /^average/ ? 8 : $i ~ /^bound/ ? 5 : 0 } "
            "END { for (i in at) if (at[i] && $at[i] / $i > most) most = $at[i] / $i; printf \"the gap is %.2g of the "
            "nearest\", most }' out >says && grep -qf says 'a b/c.svg'") == 0);
    cr_assert(shell("PATH=$PWD/bin:$PATH @ run two_signs sgd --steps 20 --lang ru --plot d.pdf 2>err >out && grep -q "
                    "pdfcairo kept "
                    "&& grep -q 'общий\\|снизу' kept") == 0);
}
