# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: LC_ALL=C awk -v seed=S -f choose.awk tests/mutants/equivalent EDITS
# Puts before each edit, tab-separated: which of its line's edits it is, a random number, and its name.  Sorted by these, the
# first so many are a sample in which every line of code is as likely as another, and no line comes twice before all came once.
# The random numbers are of an edit's file, line and words, and of how many like it stand above: a change elsewhere leaves the
# rest of a sample as it was, and lines that are alike do not come together.
BEGIN { FS = "\t"; for (i = 1; i < 256; i++) CODE[sprintf("%c", i)] = i }

function hash(text, start,    i, h) {
    h = (start + 1) % 2147483647
    for (i = 1; i <= length(text); i++) h = (h * 257 + CODE[substr(text, i, 1)] + 1) % 2147483647
    for (i = 0; i < 4; i++) h = (h * (h % 46337 + 1) + start) % 2147483647 # below 2^53
    return h
}

# file @@ the line's text @@ the edit in words @@ why nothing follows from it
FILENAME ~ /equivalent$/ {
    if ($0 ~ /^(#|$)/) next
    if (split($0, part, / @@ /) != 4) { print "equivalent: not four parts: " $0 > "/dev/stderr"; exit 1 }
    EQUIVALENT[part[1] SUBSEP part[2] SUBSEP part[3]] = $0
    next
}
($1 SUBSEP $8 SUBSEP $7) in EQUIVALENT { MET[$1 SUBSEP $8 SUBSEP $7] = 1; next }
{
    n++
    EDIT[n] = $0
    alike = $1 "\t" $8 "\t" $7
    ALIKE[n] = alike (ABOVE[alike]++ ? "\t" ABOVE[alike] : "")
    NUMBER[n] = hash(ALIKE[n], seed)
    OF[n] = $1 "\t" $2
    LIST[OF[n]] = LIST[OF[n]] " " n
}
END {
    for (i = 1; i <= n; i++) {
        count = split(LIST[OF[i]], others, " ")
        rank = 0
        for (j = 1; j <= count; j++) rank += NUMBER[others[j]] < NUMBER[i] || NUMBER[others[j]] == NUMBER[i] && others[j] + 0 < i
        split(EDIT[i], field, "\t")
        # Not by the number that made it the first of its line: lines of many edits would come early.
        printf "%d\t%d\t%d.%d\t%s\n", rank, hash(ALIKE[i], seed + 1), hash(field[1] field[7] field[8], 0), field[3], EDIT[i]
    }
    if (whole) for (e in EQUIVALENT) if (!(e in MET)) print "equivalent: no such edit any more: " EQUIVALENT[e] > "/dev/stderr"
}
