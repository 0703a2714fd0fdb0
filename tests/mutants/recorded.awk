# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: awk -f csv.awk -f recorded.awk tests/record.csv BASE/claims.csv MUTANT/claims.csv
# What `make check` would find against the record, as fingerprint_differs() does, at the effort that both were made with:
# the first claim and what differs, or nothing.
BEGIN { split("rows all_runs cases all_k estimates bounds limits room", NAME, " ") }
FNR == 1 { file++; if (file > 1) { n = cut($0); for (i = 1; i <= n; i++) COLUMN[F[i]] = i }; next }
file == 1 { n = split($0, f, ","); for (i = 1; i <= 8; i++) ASKED[f[1], i] = f[i + 1] != ""; next }
{
    cut($0)
    claim = F[1] "/" F[2]
    for (i = 1; i <= 8; i++) {
        value = F[COLUMN[NAME[i]]]
        if (file == 2) { BASE[claim, i] = value; continue }
        if (!ASKED[claim, i] || differs) continue
        room = i <= 4 ? 0 : i == 8 ? 0.1 + 0.02 * F[COLUMN["rows"]] : 1e-4 + 1e-6 * F[COLUMN["rows"]]
        if ((d = BASE[claim, i] - value) > room || d < -room) differs = F[2] ", " NAME[i]
    }
}
END { if (differs) print differs }
