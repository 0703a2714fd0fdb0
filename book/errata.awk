# SPDX-License-Identifier: GPL-3.0-or-later
#
# The ledger and all theorems' C files -> the errata, in Markdown: every @erratum of their prose, by theorem, with
# the result of the claim that shows it.  An erratum is worth what its claim is worth: if that came out otherwise
# than it expects, there is no page.
#
# Use: awk -f ledger.awk -f sources.awk -f errata.awk \
#          part=constants constants.csv part=results results.csv part=claims claims.csv part=source theorems/*.c

# An erratum may go on in lines that start with blanks.
part == "source" && pending != "" && /^[ \t]+[^ \t]/ {
    sub(/^[ \t]+/, " ")
    pending = pending $0
    next
}

part == "source" && pending != "" { take() }

part == "source" && /^@erratum[ \t]/ {
    pending = $0
    pending_at = FILENAME ":" FNR
    sub(/^.*theorems\//, "theorems/", pending_at)
    pending_theorem = theorem
}

function take(   key, n, now) {
    now = theorem
    theorem = pending_theorem
    sub(/[ \t]*(\*\/)?[ \t]*$/, "", pending)
    split_erratum(pending, pending_at)
    key = theorem "/" erratum_claim
    if (surprise(key)) fail(pending_at ": erratum: claim " erratum_claim " is " outcome[key] ", not " expected[key] ", so it does not show this")
    n = ++errata
    in_theorem[n] = theorem
    shown_by[n] = key
    lecture[n] = erratum_words
    truth[n] = erratum_sentence
    of_theorem[theorem]++
    pending = ""
    theorem = now
}

END {
    if (failed) exit 1
    if (pending != "") take()
    print "# " tr("Errata") "\n"
    html("<p class=\"summary\">" many(errata + 0, "erratum", "errata") "</p>")
    print tr("Where the lecture's words or constants differ from what is true. Each is shown by a claim that the program checks; its result stands below. A claim that expects *violated* holds the lecture's statement as it reads against a problem that breaks it.") "\n"
    if (!errata) print tr("None of the theorems woven here has any.")
    for (t = 1; t <= theorems; t++) {
        if (!of_theorem[order[t]]) continue
        print "\n## [" title[order[t]] "](" order[t] ".html) {#" order[t] "}\n"
        for (n = 1; n <= errata; n++) if (in_theorem[n] == order[t]) show(n)
    }
}

function show(n) {
    if (lecture[n] != "") print "\n> [" lecture[n] "]{lang=ru}\n"
    print "\n" truth[n] "\n"
    # Theorems may have claims of the same name.
    claim_box(shown_by[n], "erratum-" n, in_theorem[n] ".html")
}
