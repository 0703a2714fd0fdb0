/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as a shell sees it: closed pipes, interrupts, hostile paths, files that somebody else has changed. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "shell.h"
#include "version.h"

TestSuite(program, .init = make_folder, .fini = remove_folder);

static const char verified[] = "@ verify newton_schulz/muon_step_has_spectral_norm_alpha --out ledger >/dev/null";

Test(program, a_closed_pipe_ends_in_silence) {
    cr_assert(shell("(@ list --kind claim; echo $? >status) 2>err | head -n 1 >out") == 0);
    cr_assert(shell("test ! -s err && test \"$(cat status)\" = 0 && test $(wc -l <out) = 1") == 0);
}

Test(program, a_full_disk_is_an_error) {
    if (access("/dev/full", W_OK) != 0) return;
    cr_assert(shell("@ list --kind claim >/dev/full 2>err") == 2);
    cr_assert(shell("grep -q 'No space left' err && test $(wc -l <err) = 1") == 0);
}

/* An interrupt is heard within a tenth of a second, however many steps are still to come. */
/* In Russian as in English, a line for a line; numbers go with the right form of their word, and have a comma. */
Test(program, lists_in_russian) {
    cr_assert(
        shell("for kind in theorem problem method hypothesis claim; do @ list --kind $kind >en && @ list --kind $kind "
              "--lang ru >ru && test $(wc -l <en) = $(wc -l <ru) && ! cmp -s en ru || exit 1; done") == 0);
    cr_assert(shell("@ list --kind problem --markdown --lang ru >ru && grep -q ', 1 исход оракула' ru && "
                    "grep -q ', 2 исхода оракула' ru && grep -q ', 40 исходов оракула' ru && ! grep -q 'outcome' ru") ==
              0);
    cr_assert(shell("@ list --kind method --markdown --lang ru | grep -q '^- `--alpha`: число из (0, ∞), по умолчанию "
                    "0,01$'") == 0);
}

Test(program, an_interrupt_is_heard_at_once) {
    char path[128];
    snprintf(path, sizeof path, "%s/err", folder);
    pid_t child = fork();
    if (child == 0) {
        cr_assert(freopen(path, "w", stderr) && freopen("/dev/null", "w", stdout));
        execl(program, program, "run", "logistic", "sgd", "--steps", "100000000", "--runs", "256", NULL);
        _exit(127);
    }
    struct timespec half = {.tv_nsec = 500000000}, start, end;
    nanosleep(&half, NULL);
    int status;
    clock_gettime(CLOCK_MONOTONIC, &start);
    kill(child, SIGTERM);
    cr_assert(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 2);
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = (double)(end.tv_sec - start.tv_sec) + 1e-9 * (double)(end.tv_nsec - start.tv_nsec);
    cr_assert(seconds < 1, "%g s", seconds); /* a loaded machine needs some of it to end a process at all */
    cr_assert(shell("tail -n 1 err | grep -q 'descent: interrupted'") == 0);
}

Test(program, what_a_killed_one_left_is_cleared) {
    /* No process has the number of the shell that has just ended. */
    cr_assert(
        shell("mkdir ledger && sh -c 'echo $$' >gone && touch ledger/.results.csv.$(cat gone) ledger/.other.1x") == 0);
    cr_assert(shell(verified) == 0);
    cr_assert(shell("test ! -e ledger/.results.csv.$(cat gone) && test -e ledger/.other.1x") == 0);
}

Test(program, a_ledger_that_was_changed_is_refused) {
    cr_assert(shell(verified) == 0);
    cr_assert(shell("cp -r ledger commas && sed -i '2s/\\.\\([0-9]\\)/,\\1/' commas/results.csv") == 0);
    cr_assert(shell("@ plot --out commas 2>err") == 2);
    cr_assert(shell("grep -q 'too few or too many fields' err && test $(wc -l <err) = 1") == 0);
    cr_assert(shell("cp -r ledger words && awk -F, -v OFS=, 'NR == 2 { $9 = \"many\" } 1' ledger/results.csv "
                    ">words/results.csv; @ plot --out words 2>err") == 2);
    cr_assert(shell("grep -q \"'many' is not a number\" err && test $(wc -l <err) = 1") == 0);
    cr_assert(shell("cp -r ledger names && awk -F, -v OFS=, 'NR == 2 { $3 = \"a`b\" } 1' ledger/constants.csv "
                    ">names/constants.csv; @ plot --out names 2>err") == 2);
    cr_assert(shell("grep -q 'is no name' err && test $(wc -l <err) = 1") == 0);
}

/* With a stand-in for gnuplot that keeps what it is told. */
Test(program, a_path_is_no_program) {
    cr_assert(shell("mkdir bin && printf '#!/bin/sh\\ncat >\"$KEPT\"\\n' >bin/gnuplot && chmod +x bin/gnuplot") == 0);
    cr_assert(shell("out=\"x'; system('touch created'); y='\"; export KEPT=$PWD/kept; "
                    "@ verify pl_constant_step/line_4_pl --effort 0.01 --out \"$out\" >/dev/null; "
                    "PATH=$PWD/bin:$PATH @ plot --lang en --format svg --out \"$out\" >/dev/null 2>&1; test -s kept") ==
              0);
    cr_assert(shell("grep -q \"set output 'x''; system(''touch created''); y=''/figures\" kept") == 0);
    cr_assert(
        shell("! grep \"^set output\" kept | grep -v \"^set output 'x''; system(''touch created''); y=''/figures\"") ==
        0);
}

/* A file that is replaced stays where a link says, and as open to others as it was. */
Test(program, a_file_that_is_there_keeps_its_place) {
    cr_assert(shell("touch there && chmod 640 there && ln -s there link && mkdir folder") == 0);
    cr_assert(shell("@ run two_signs sgd --steps 1 --runs 8 --csv link 2>err >out") == 0);
    cr_assert(shell("test -L link && test $(stat -c %a there) = 640 && grep -q ^k,alpha there") == 0);
    cr_assert(shell("@ run two_signs sgd --steps 1 --runs 8 --csv folder 2>err >out") == 2);
    cr_assert(shell("test -d folder && test $(grep -c 'no regular file' err) = 1") == 0);
}

/* A step of 1/(4L) where it multiplies the gradient; where it is a length of its own, the method's. */
Test(program, steps_that_were_not_given_are_the_usual_ones) {
    static const char *const steps[] = {
        "sgd 0.25",      "heavy_ball 0.25", "nesterov 0.25", "adagrad 0.01",           "rmsprop 0.001", "adam 0.001",
        "adam_l2 0.001", "amsgrad 0.001",   "adamw 0.001",   "adam_uncorrected 0.001", "shampoo 0.01",  "muon 0.01"};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        char command[256];
        snprintf(command, sizeof command,
                 "set %s; @ run two_signs $1 --steps 1 --runs 8 2>err | awk -F, -v a=$2 'NR > 1 && $2 + 0 != a + 0 { "
                 "bad = 1 } "
                 "END { exit NR != 3 || bad }'",
                 steps[i]);
        cr_expect(shell(command) == 0, "%s", steps[i]);
    }
}

static const char drawable[] =
    "@ verify newton_schulz --effort 0.01 --out ledger >/dev/null; test -s ledger/results.csv";

Test(program, wrong_looks_of_figures_are_one_line) {
    static const char *const wrong[] = {"--size 3",     "--size 10x10",      "--size 640x400x2", "--size 640x",
                                        "--font ,3",    "--font X,none",     "--font X,500",     "--font 'a\"b'",
                                        "--format gif", "--lang de",         "--threads 0",      "--lecture",
                                        "nobody/knows", "rosenbrock/nothing"};
    cr_assert(shell(drawable) == 0);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char command[256];
        snprintf(command, sizeof command, "@ plot --out ledger %s 2>err >out", wrong[i]);
        cr_assert(shell(command) == 2, "%s", wrong[i]);
        cr_assert(shell("test $(wc -l <err) = 1 && test ! -s out") == 0, "%s", wrong[i]);
    }
}

/* With a stand-in for gnuplot that makes of each script an SVG, and counts how many. */
static const char stand_in[] =
    "mkdir bin && printf '#!/bin/sh\\nsed -n \"s/^set output .\\(.*\\).$/\\\\1/p\" | while read -r file; do"
    " echo \"<svg><title></title><desc></desc></svg>\" >\"$file\"; echo x >>\"$KEPT\"; done\\n' >bin/gnuplot && chmod "
    "+x bin/gnuplot";

Test(program, figures_that_have_not_changed_are_not_drawn_again) {
    cr_assert(shell(drawable) == 0 && shell(stand_in) == 0);
    static const char once[] = "export KEPT=$PWD/kept; rm -f kept; touch kept; PATH=$PWD/bin:$PATH "
                               "@ plot newton_schulz/singular_values --out ledger --threads 2 >out";
    cr_assert(shell(once) == 0);
    /* Two languages and two sizes, and a thumbnail. */
    cr_assert(shell("test $(wc -l <kept) = 5 && grep -q '^5 figures in ledger/figures, 5 of them' out") == 0);
    cr_assert(shell("test $(wc -l <ledger/figures/figures.tsv) = 2 && grep -q '<title>Each iter' "
                    "ledger/figures/newton_schulz-singular_values.en.svg") == 0);
    cr_assert(shell(once) == 0 && shell("test ! -s kept && grep -q ' 0 of them drawn' out") == 0);
    cr_assert(shell("rm ledger/figures/newton_schulz-singular_values.ru.svg") == 0);
    cr_assert(shell(once) == 0 && shell("test $(wc -l <kept) = 1") == 0);
    cr_assert(shell("sed -i '/^newton_schulz,is_its_polynomial,/s/,1,,[0-9.e-]*,/,1,,0.123,/' ledger/results.csv") ==
              0);
    cr_assert(shell(once) == 0 && shell("test $(wc -l <kept) = 5") == 0);
}

Test(program, a_gnuplot_that_fails_leaves_figures_alone) {
    cr_assert(shell(drawable) == 0 && shell(stand_in) == 0);
    cr_assert(shell("export KEPT=$PWD/kept; PATH=$PWD/bin:$PATH @ plot newton_schulz --out ledger >out") == 0);
    cr_assert(shell("ls -l --full-time ledger/figures >before; printf '#!/bin/sh\\necho oh dear >&2; exit 1\\n' "
                    ">bin/gnuplot") == 0);
    cr_assert(shell("PATH=$PWD/bin:$PATH @ plot newton_schulz --no-title --out ledger >out 2>err") == 2);
    cr_assert(
        shell("ls -l --full-time ledger/figures | cmp - before && grep -q 'no figure was replaced.*oh dear' err && "
              "test $(wc -l <err) = 1") == 0);
}

Test(program, the_lecture_gets_its_names) {
    cr_assert(shell(stand_in) == 0); /* and no ledger */
    cr_assert(shell("export KEPT=$PWD/kept; PATH=$PWD/bin:$PATH @ plot --lecture slides >out") == 0);
    cr_assert(shell("test -s slides/nag_gs.pdf && test -s 'slides/Line_projection_No Dropout.pdf' && "
                    "grep -q '^nag_gs  *drawn$' out && grep -q '^31 of 31 pictures' out && ! grep 'not yet' out") == 0);
}

Test(program, data_that_are_not_there_are_named) {
    cr_assert(shell("mkdir data && DESCENT_DATA=$PWD/data @ verify algoperf --out ledger >out 2>err") == 2);
    cr_assert(
        shell("grep -q \"^descent: cannot read $PWD/data/algoperf_.*No such file\" err && test $(wc -l <err) = 1 && "
              "test ! -e ledger/results.csv") == 0);
    cr_assert(shell("printf 'submission,criteo1tb\\namos,1\\n' >data/algoperf_v05_external_time_to_targets.csv; "
                    "DESCENT_DATA=$PWD/data @ verify algoperf/line_2_area --out ledger >out 2>err") == 2);
    cr_assert(shell("grep -q 'csv, line 1: the columns should be submission,' err && test $(wc -l <err) = 1") == 0);
}

/* Images and text: files that are missing, cut, or something else. */
Test(program, damaged_images_and_text_are_refused) {
    static const struct {
        const char *damage, *claim, *says;
    } damages[] = {
        {"rm genesis.txt.gz", "adam_on_text/ahead_on_text", "genesis.txt.gz: No such file or directory; DESCENT_DATA"},
        {"head -c 1000 $from/genesis.txt.gz >genesis.txt.gz", "adam_on_text/ahead_on_text", "gz: the file is damaged"},
        {"echo Moses | gzip >genesis.txt.gz", "adam_on_text/ahead_on_text",
         "genesis.txt.gz: 1 tokens, 4097 are needed"},
        {"rm $images", "loss_landscapes/trained_in_a_bowl",
         "images-idx3-ubyte.gz: No such file or directory; DESCENT_DATA"},
        {"head -c 1000 $from/$images >$images", "loss_landscapes/trained_in_a_bowl", "gz: the file ends too early"},
        {"echo x >$images", "loss_landscapes/trained_in_a_bowl", "gz: the file ends too early"},
        {"cp $from/$labels $images", "loss_landscapes/trained_in_a_bowl",
         "gz: not an idx file of bytes in 3 dimensions"},
        {"zcat $from/$labels | tr '\\011' '\\012' | gzip >$labels", "loss_landscapes/trained_in_a_bowl",
         "gz: label 0 is 10, not a class of 10"},
        {"zcat $from/$images | { head -c 8; head -c 4 >/dev/null; printf '\\0\\0\\0\\033'; cat; } | gzip >$images",
         "loss_landscapes/trained_in_a_bowl", "gz: items are 27 wide, not 28"},
    };
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        char command[2048];
        snprintf(command, sizeof command,
                 "rm -rf data && cp -r '" DESCENT_DATA "' data && export from='" DESCENT_DATA
                 "' images=fashion-mnist-train-images-idx3-ubyte.gz labels=fashion-mnist-train-labels-idx1-ubyte.gz && "
                 "(command cd data && %s) && DESCENT_DATA=$PWD/data @ verify %s --out ledger >out 2>err",
                 damages[i].damage, damages[i].claim);
        cr_expect(shell(command) == 2, "%s, after %s", damages[i].claim, damages[i].damage);
        snprintf(command, sizeof command, "grep -qF \"%s\" err && test $(wc -l <err) = 1", damages[i].says);
        cr_expect(shell(command) == 0, "not said: %s", damages[i].says);
    }
}

/* A picture that takes long goes on where it was interrupted, and is the same then. */
Test(program, interrupted_pictures_go_on) {
    cr_assert(shell("@ verify grokking/nine_units_divide --out ledger --quiet >out") == 0);
    cr_assert(shell("(@ plot grokking/grokking --effort 1.5 --out ledger >out 2>err & pid=$!; sleep 1; kill -INT $pid; "
                    "wait $pid)") == 2);
    cr_assert(
        shell("grep -q '^descent: interrupted; no figure was replaced' err && test -s ledger/figures/.unfinished-*") ==
        0);
}

/* Numbers that are numbers, but cannot be true: an edit of a file, a claim that reads it, and what is said. */
Test(program, data_that_cannot_be_true_are_refused) {
    static const char algoperf[] = "algoperf_v05_external_time_to_targets.csv",
                      records[] = "nanogpt_speedrun_records.csv", losses[] = "nanogpt_loss_curves.csv";
    static const struct {
        const char *file, *edit, *claim, *says;
    } edits[] = {
        {algoperf, "s/,1119.3,/,-1119.3,/", "algoperf/line_2_area", "line 4, column fastmri: '-1119.3' is no time"},
        {algoperf, "s/,1119.3,/,never,/", "algoperf/line_2_area", "column fastmri: 'never' is not a number"},
        {algoperf, "s/^amos/sofas/", "algoperf/line_2_area", "column submission: 'amos' is missing"},
        {algoperf, "2p", "algoperf/line_2_area",
         "line 13, column submission: 'shampoo_submission' is one submission too"},
        {records, "s/,24.9,/,0,/", "nanogpt_speedrun/records_fall", "line 4, column minutes: '0' is no time"},
        {records, "s/^3,/2,/", "nanogpt_speedrun/records_fall", "line 4, column record: '2' is not above the record"},
        {losses, "/^SOAP/s/,131072000,/,65536000,/", "nanogpt_speedrun/soap_against_muon",
         "column tokens: '65536000' is not above the line before"},
        {losses, "s/^SOAP/SOPA/", "nanogpt_speedrun/soap_against_muon", "has no line of 'SOAP'"},
    };
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        char command[2048];
        snprintf(command, sizeof command,
                 "rm -rf data && cp -r '" DESCENT_DATA "' data && sed '%s' '" DESCENT_DATA "/%s' >data/%s && "
                 "DESCENT_DATA=$PWD/data @ verify %s --out ledger >out 2>err",
                 edits[i].edit, edits[i].file, edits[i].file, edits[i].claim);
        cr_expect(shell(command) == 2, "%s, after %s", edits[i].claim, edits[i].edit);
        snprintf(command, sizeof command, "grep -qF \"%s\" err && test $(wc -l <err) = 1", edits[i].says);
        cr_expect(shell(command) == 0, "not said: %s", edits[i].says);
    }
}
