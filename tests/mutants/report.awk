# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: awk -v done=FOLDER -f report.awk SAMPLE: a table of what became of the edits by folder, and every survivor.
BEGIN { FS = "\t" }
{
    folder = $2
    sub(/\/[^\/]*$/, "", folder)
    ended = "not asked"; by = ""
    path = done "/" $1
    if ((getline line < path) > 0) { split(line, part, "\t"); ended = part[1]; by = part[2]; seconds += part[4]; asked++ }
    close(path)
    # A bound that only sampled runs are held against need not come near: its confidence interval does not.
    if (directed) folder = $7 (by ~ /, interval: / ? ", sampled" : "")
    if (!(folder in DRAWN)) ORDER[++folders] = folder
    DRAWN[folder]++
    if (ended == "killed") how = by ~ /timeout/ ? "timeout" : by ~ /crash/ ? "crash" : by ~ /^record/ ? "recorded" : "noticed"
    else how = ended
    N[folder, how]++
    if (ended ~ /^survived|^not asked/) {
        LIST[++survivors] = sprintf("%s:%d: %s: %s\n    %s\n    %s%s", $2, $3, $7, $8, $9, ended, by == "" ? "" : ": " by)
    } else LOG[++logged] = sprintf("%s:%d: %s: %s: %s %s", $2, $3, $7, $8, ended, by)
}
function row(name, f,    killed, survived) {
    killed = N[f, "noticed"] + N[f, "recorded"] + N[f, "crash"] + N[f, "timeout"]
    # Weaker lines have other numbers, unless they are equalities or their right sides are 0.
    survived = N[f, "survived, numbers"] + N[f, "survived, rows"] + (directed ? 0 : N[f, "survived, same"])
    printf "%-20s %6d %8d %8d %6d %8d %6d %8d %7s | %10d %9d %8d %8d %10d\n", name, DRAWN[f],
        N[f, "noticed"], N[f, "recorded"], N[f, "crash"] + N[f, "timeout"], N[f, "survived, numbers"], N[f, "survived, rows"], N[f, "survived, same"],
        killed + survived ? sprintf("%.1f %%", 100 * killed / (killed + survived)) : "-",
        N[f, "uncompiled"], N[f, "same code"], N[f, "survived, control"], N[f, "survived, label"], N[f, "survived, allowance"]
    if (f != "all") for (key in N) if (index(key, f SUBSEP) == 1) N["all", substr(key, length(f) + 2)] += N[key]
    if (f != "all") DRAWN["all"] += DRAWN[f]
}
END {
    printf "%-20s %6s %8s %8s %6s %8s %6s %8s %7s | %10s %9s %8s %8s %10s\n", directed ? "made 5 % weaker" : "", "edits", "noticed", "recorded", "crash",
        "passed", "rows", "nothing", "killed", "uncompiled", "same code", "control", "label", "allowance"
    for (i = 1; i <= folders; i++) row(ORDER[i], ORDER[i])
    row("all", "all")
    if (asked) printf "%.1f CPU seconds an edit\n", seconds / asked
    print "\nSurvivors\n"
    for (i = 1; i <= survivors; i++) print LIST[i] "\n"
    print "\nThe others\n"
    for (i = 1; i <= logged; i++) print LOG[i]
}
