# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: awk -f mutants/csv.awk -f record.awk claims.csv ...
# The record: the fingerprint of every claim's rows, of the same verification by several builds.  What they do not agree in
# stays empty.
BEGIN { split("rows all_runs cases all_k estimates bounds limits room", NAME, " ") }
FNR == 1 { build++; n = cut($0); for (i = 1; i <= n; i++) COLUMN[F[i]] = i; next }
{
    cut($0)
    claim = F[1] "/" F[2]
    if (F[COLUMN["verdict"]] != F[COLUMN["expected"]]) { print "record: " claim " is not as expected" > "/dev/stderr"; exit failed = 1 }
    if (build == 1) ORDER[++claims] = claim
    if (!(claim in KEPT)) KEPT[claim]
    for (i = 1; i <= 8; i++) {
        value = F[COLUMN[NAME[i]]]
        # A tenth of the room that a test has.
        room = i <= 4 ? 0 : i == 8 ? 0.01 + 0.002 * F[COLUMN["rows"]] : 1e-5 + 1e-7 * F[COLUMN["rows"]]
        if (build == 1) VALUE[claim, i] = value
        else if ((d = VALUE[claim, i] - value) > room || d < -room) EMPTY[claim, i] = 1
    }
}
END {
    if (failed) exit 1
    print "claim,rows,runs,cases,k,estimates,bounds,limits,room"
    for (c = 1; c <= claims; c++) {
        claim = ORDER[c]
        line = claim
        for (i = 1; i <= 8; i++) line = line "," ((claim, i) in EMPTY ? "" : i <= 4 ? VALUE[claim, i] : sprintf("%.12g", VALUE[claim, i]))
        print line
        if ((claim, 1) in EMPTY || (claim, 2) in EMPTY) print "record: builds do not agree in the rows or runs of " claim > "/dev/stderr"
    }
}
