# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: awk -f csv.awk -f differ.awk BASE MUTANT: how a mutant's results.csv differs from what it should be.
# Prints how much, in a number and in a word, and the first row that differs most:
#   same       not at all
#   allowance  only in the stated errors of computed numbers, which the engine holds below its ceiling
#   control    only in numbers of controls, which are violated as they should be
#   label      only in what rows are called: k, problem, method, case
#   numbers    in numbers
#   rows       in how many there are
FNR == 1 { file++ }
file == 1 { BASE[FNR] = $0; rows = FNR; next }
{
    seen = FNR
    if ($0 == BASE[FNR]) next
    cut(BASE[FNR])
    for (i = 1; i <= 18; i++) A[i] = F[i]
    n = cut($0)
    name = A[1] "/" A[2] " on " A[4] " at k = " A[7] ", " A[15]
    worst = 1
    for (i = 1; i <= 18; i++)
        if (A[i] != F[i]) {
            how = (i == 10 || i == 11) && A[15] != "interval" ? 1 : A[3] == "control" ? 2 : i >= 4 && i <= 7 ? 3 : 4
            if (how > worst || worst == 1 && !said[how]) what = TITLE[i] " " A[i] " -> " F[i]
            if (how > worst) worst = how
        }
    if (worst > level) { level = worst; row = name ": " what }
}
BEGIN { split("theorem claim kind problem method case k runs estimate lower upper bound sense ratio evidence verdict expected seed", TITLE, " ") }
END {
    if (seen != rows) { level = 5; row = rows - 1 " rows -> " seen - 1 }
    split("same allowance control label numbers rows", WORD, " ")
    print level + 0, WORD[level + 1], row
}
