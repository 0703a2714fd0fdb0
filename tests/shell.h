/* The program as a shell runs it, in a folder of the test's own. */
#ifndef DESCENT_SHELL_H
#define DESCENT_SHELL_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static char folder[64], program[4096];

static inline void make_folder(void) {
    strcpy(folder, "/tmp/descent-test-XXXXXX");
    cr_assert(mkdtemp(folder) && realpath(DESCENT_PROGRAM, program));
}
static inline void remove_folder(void) {
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert(system(command) == 0);
}
/* The exit status of a shell's command, within the folder; @ is the program. */
static inline int shell(const char *command) {
    char words[2048];
    int used = snprintf(words, sizeof words, "cd %s && { ", folder);
    for (; *command; command++)
        used += *command == '@' ? snprintf(words + used, sizeof words - (size_t)used, "%s", program)
                                : snprintf(words + used, sizeof words - (size_t)used, "%c", *command);
    snprintf(words + used, sizeof words - (size_t)used, "\n}");
    int status = system(words);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#endif
