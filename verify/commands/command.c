/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <gsl/gsl_errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "../numbers/fail.h"
#include "arguments.h"

/* A signal handler can reach nothing else. */
static volatile sig_atomic_t interrupted;

static void on_signal(int number) {
    interrupted = number;
}

static void on_gsl_error(const char *reason, const char *file, int line, int number) {
    (void)number;
    fail("GSL: %s (%s:%d)", reason, file, line);
}

/* Whether standard output is a pipe that nobody reads. */
static bool reader_is_gone(void) {
    struct pollfd out = {STDOUT_FILENO, POLLOUT, 0};
    return poll(&out, 1, 0) == 1 && (out.revents & POLLERR);
}

static void prepare(void) {
    /* With standard output closed, the first file opened would take its place. */
    if (fcntl(STDIN_FILENO, F_GETFD) == -1) open("/dev/null", O_RDONLY);
    if (fcntl(STDERR_FILENO, F_GETFD) == -1) dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
    if (fcntl(STDOUT_FILENO, F_GETFD) == -1) fail("standard output is closed");
    signal(SIGPIPE,
           SIG_IGN); /* a closed pipe shows up as a write error, after the results are safe, and ends in silence */
    /* A second signal ends the program at once. */
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    struct sigaction hangup;
    sigaction(SIGHUP, NULL, &hangup);
    if (hangup.sa_handler != SIG_IGN) sigaction(SIGHUP, &action, NULL); /* nohup wants to be obeyed */
    gsl_set_error_handler(on_gsl_error);
}

int command(int argc, char **argv, const struct catalogue *catalogue) {
    prepare();
    const char *name = argc > 1 ? argv[1] : "";
    if (!*name) fail("say what to do: list, verify, run, trace, plot, help or version; `descent help` tells more");
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) name = "help";
    if (strcmp(name, "--version") == 0) name = "version";
    const struct verb *verb = find_verb(name);
    struct arguments arguments = arguments_parse(argc - 1, argv + 1, verb, catalogue);
    arguments.interrupted = &interrupted;
    int status = verb->act(&arguments);
    bool flushed = fflush(stdout) == 0;
    int why = errno;
    if (!flushed || ferror(stdout)) {
        if (reader_is_gone()) _exit(status); /* it has seen enough */
        /* Of what failed long ago errno says nothing any more. */
        fail("cannot write to standard output%s%s", flushed ? "" : ": ", flushed ? "" : strerror(why));
    }
    return status;
}
