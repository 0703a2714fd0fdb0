/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "theorems/catalogue.h"
#include "verify/commands/command.h"

int main(int argc, char **argv) {
    return command(argc, argv, &catalogue);
}
