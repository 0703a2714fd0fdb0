# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: awk -f claims.awk record.csv CLAIMS, where CLAIMS is what `descent list --kind claim` prints
# One named Criterion test a claim, with what the record says of it.
BEGIN { print "/* Made by tests/claims.awk. */\n#include <criterion/criterion.h>\n#include <math.h>\n\n#include \"claims.h\"\n" }
function number(text) { return text == "" ? "NAN" : text }
FILENAME == ARGV[1] {
    if (FNR == 1) next
    split($0, f, ",")
    RECORD[f[1]] = sprintf("&(struct fingerprint){%s, %s, %s, %s, %s, %s, %s, %s}", f[2], f[3],
        number(f[4]), number(f[5]), number(f[6]), number(f[7]), number(f[8]), number(f[9]))
    next
}
{
    split($1, name, "/")
    printf "Test(%s, %s) {\n    check_claim(\"%s\", \"%s\", %s);\n}\n", name[1], name[2], name[1], name[2], $1 in RECORD ? RECORD[$1] : "NULL"
    delete RECORD[$1]
    count++
}
END {
    if (!count) print "#error no claims were listed"
    for (claim in RECORD) print "#error \"tests/record.csv speaks of", claim ", which is no claim any more: make record\""
    printf "\nconst unsigned claim_tests = %d;\n", count
}
