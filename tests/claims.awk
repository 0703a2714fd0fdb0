# SPDX-License-Identifier: GPL-3.0-or-later
# `descent list --kind claim` -> one named Criterion test a claim.
BEGIN { print "/* Made by tests/claims.awk. */\n#include <criterion/criterion.h>\n\n#include \"claims.h\"\n" }
{
    split($1, name, "/")
    printf "Test(%s, %s) {\n    check_claim(\"%s\", \"%s\");\n}\n", name[1], name[2], name[1], name[2]
    count++
}
END {
    if (!count) { print "#error no claims were listed" }
    printf "\nconst unsigned claim_tests = %d;\n", count
}
