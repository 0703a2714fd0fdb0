/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of data: what is read of a good one, and the line with which a missing or damaged one is refused. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../verify/ledger/table.h"

static char folder[64];

static void make_folder(void) {
    strcpy(folder, "/tmp/descent-test-XXXXXX");
    cr_assert(mkdtemp(folder) && setenv("DESCENT_DATA", folder, 1) == 0);
}
static void remove_folder(void) {
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert(system(command) == 0);
}
TestSuite(table, .init = make_folder, .fini = remove_folder);

static void put(const char *text, size_t length) {
    char path[128];
    snprintf(path, sizeof path, "%s/some.csv", folder);
    FILE *file = fopen(path, "w");
    cr_assert(file && fwrite(text, 1, length, file) == length && fclose(file) == 0);
}

static const char header[] = "name,minutes,date";

Test(table, fields_are_read) {
    static const char text[] = "name,minutes,date\n\"a, b\",12.5,1970-01-02\nc,,2024-02-29\n,-1e-3,1970-01-01\n";
    put(text, strlen(text));
    struct table *t = table_read("some.csv", header);
    cr_assert(table_rows(t) == 3 && table_columns(t) == 3);
    cr_assert_str_eq(table_heading(t, 1), "minutes");
    cr_assert_str_eq(table_text(t, 0, 0), "a, b");
    cr_assert_str_eq(table_text(t, 1, 1), "");
    cr_assert(table_find(t, 0, "c") == 1 && table_find(t, 1, "12.5") == 0);
    cr_assert(table_number(t, 0, 1) == 12.5 && table_number(t, 2, 1) == -1e-3);
    cr_assert(table_days(t, 0, 2) == 1 && table_days(t, 1, 2) == 19782);
    table_free(t);
}

/* Of every day of two centuries, against the C library's. */
Test(table, days_are_counted_as_the_calendar_does) {
    for (long day = 0; day < 80000; day += 40) {
        char *text = NULL;
        size_t size = 0;
        FILE *out = open_memstream(&text, &size);
        fprintf(out, "%s\n", header);
        for (long d = day; d < day + 40; d++) {
            struct tm at;
            cr_assert(gmtime_r(&(time_t){d * 86400}, &at));
            fprintf(out, "x,1,%04d-%02d-%02d\n", at.tm_year + 1900, at.tm_mon + 1, at.tm_mday);
        }
        fclose(out);
        put(text, size);
        struct table *t = table_read("some.csv", header);
        for (size_t row = 0; row < 40; row++)
            cr_assert(table_days(t, row, 2) == (double)day + (double)row, "%s", table_text(t, row, 2));
        table_free(t);
        free(text);
    }
}

/* Reads all of it, as a program would whose first column is text. */
static void read_all(void) {
    struct table *t = table_read("some.csv", header);
    for (size_t row = 0; row < table_rows(t); row++) {
        table_number(t, row, 1);
        table_days(t, row, 2);
    }
    table_find(t, 0, "x");
    exit(0);
}

/* What a child says that reads it, and that it ends with status 2. */
static void expect_refusal(const char *what) {
    int ends[2], status;
    cr_assert(pipe(ends) == 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        read_all();
    }
    close(ends[1]);
    char said[2048];
    size_t length = 0;
    for (ssize_t more; (more = read(ends[0], said + length, sizeof said - 1 - length)) > 0;) length += (size_t)more;
    said[length] = 0;
    close(ends[0]);
    cr_assert(waitpid(child, &status, 0) == child);
    cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 2, "status %d where it should say %s", status, what);
    cr_expect(strncmp(said, "descent: ", 9) == 0 && strstr(said, "some.csv") && strstr(said, what), "said %s, not %s",
              said, what);
    cr_expect(length && strchr(said, '\n') == said + length - 1, "not one line: %s", said);
}

Test(table, a_missing_file_is_one_line) {
    expect_refusal("some.csv: No such file or directory; DESCENT_DATA names the folder");
}

Test(table, a_damaged_file_is_one_line) {
    static const struct {
        const char *text, *what;
    } damaged[] = {
        {"", "some.csv, line 1: the columns should be name,minutes,date"},
        {"name,seconds,date\nx,1,2024-05-28\n", "line 1: the columns should be name,minutes,date"},
        {"name,minutes,date\r\nx,1,2024-05-28\r\n", "line 1: the columns should be"},
        {"name,minutes,date\n", "line 2: there is none"},
        {"name,minutes,date", "line 1: the file ends within the line"},
        {"name,minutes,date\nx,1,2024-05-28\ny,2,2024-0", "line 3: the file ends within the line"},
        {"name,minutes,date\nx,1,2024-05-28\ny,2\n", "line 3: it ends before the column date"},
        {"name,minutes,date\n\n", "line 2: it ends before the column minutes"},
        {"name,minutes,date\nx,1,2024-05-28,\n", "line 2: it goes on after the last column, date"},
        {"name,minutes,date\nx,1,2024-05-28\ny,l2,2024-05-29\n", "line 3, column minutes: 'l2' is not a number"},
        {"name,minutes,date\nx,,2024-05-28\n", "line 2, column minutes: '' is not a number"},
        {"name,minutes,date\nx,1 ,2024-05-28\n", "column minutes: '1 ' is not a number"},
        {"name,minutes,date\nx, 1,2024-05-28\n", "column minutes: ' 1' is not a number"},
        {"name,minutes,date\nx,0x10,2024-05-28\n", "column minutes: '0x10' is not a number"},
        {"name,minutes,date\nx,nan,2024-05-28\n", "column minutes: 'nan' is not a number"},
        {"name,minutes,date\nx,1e999,2024-05-28\n", "column minutes: '1e999' is not a number"},
        {"name,minutes,date\nx,1,2023-02-29\n", "line 2, column date: '2023-02-29' is not a date such as"},
        {"name,minutes,date\nx,1,2024-13-01\n", "column date: '2024-13-01' is not a date"},
        {"name,minutes,date\nx,1,2024-12-32\n", "column date: '2024-12-32' is not a date"},
        {"name,minutes,date\nx,1,2025-04-31\n", "column date: '2025-04-31' is not a date"},
        {"name,minutes,date\nx,1,2024-00-01\n", "column date: '2024-00-01' is not a date"},
        {"name,minutes,date\nx,1,2024-05-00\n", "column date: '2024-05-00' is not a date"},
        {"name,minutes,date\nx,1,2024-5-28\n", "column date: '2024-5-28' is not a date"},
        {"name,minutes,date\nx,1,2024-05-281\n", "column date: '2024-05-281' is not a date"},
        {"name,minutes,date\nx,1,2024/05/28\n", "column date: '2024/05/28' is not a date"},
        {"name,minutes,date\ny,1,2024-05-28\n", "some.csv, column name: 'x' is missing"},
        {"name,minutes,date\nx,1,2024-05-28\nx,1,2024-05-28\n", "line 3, column name: 'x' is there twice"},
        {"name,minutes,date\nx,1,1969-05-28\n", "column date: '1969-05-28' is not a date"},
    };
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        put(damaged[i].text, strlen(damaged[i].text));
        expect_refusal(damaged[i].what);
    }
    static const char with_a_zero[] = "name,minutes,date\nx,\0001,2024-05-28\n";
    put(with_a_zero, sizeof with_a_zero - 1);
    expect_refusal("line 2: not a line of text");
}

Test(table, a_folder_is_no_file) {
    char path[128];
    snprintf(path, sizeof path, "%s/some.csv", folder);
    cr_assert(mkdir(path, 0777) == 0);
    expect_refusal("cannot read ");
}
