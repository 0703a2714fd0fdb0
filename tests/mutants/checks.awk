# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: awk -v theorem=T -f csv.awk -f checks.awk LOW/claims.csv FULL/claims.csv LOW/results.csv FULL/results.csv
# Puts a theorem's claims into checks, those that cost about the same together: seconds of the dearest claim, the check's
# name, the theorem, the effort, the claims.
# A claim is asked at little effort if it comes out as expected then, and at full effort if that makes a difference.
FNR == 1 { file++; if (file <= 2) { n = cut($0); for (i = 1; i <= n; i++) COLUMN[F[i]] = i }; next }
file == 1 || file == 2 {
    cut($0)
    name = F[1] "/" F[2]
    if (file == 1) CLAIM[++claims] = name
    SECONDS[file, name] = F[COLUMN["seconds"]]
    FINE[file, name] = F[COLUMN["verdict"]] == F[COLUMN["expected"]]
    next
}
{ split($0, f, ","); ROWS[file - 2, f[1] "/" f[2]] = ROWS[file - 2, f[1] "/" f[2]] $0 "\n" }
function add(level, name, seconds,    group) {
    for (group = 0; seconds > 0.05 * 3 ^ group; group++) {}
    group = level group
    LIST[group] = LIST[group] " " name
    if (seconds > DEAREST[group]) DEAREST[group] = seconds
}
END {
    for (i = 1; i <= claims; i++) {
        name = CLAIM[i]
        if (!FINE[2, name]) { print "mutants: not as expected without an edit: " name > "/dev/stderr"; continue }
        if (FINE[1, name]) add("low", name, SECONDS[1, name])
        if (!FINE[1, name] || ROWS[1, name] != ROWS[2, name]) add("full", name, SECONDS[2, name])
    }
    for (group in LIST) print DEAREST[group], group, theorem, (group ~ /^full/ ? 1 : 0.05) LIST[group]
}
