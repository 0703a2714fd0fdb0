# SPDX-License-Identifier: GPL-3.0-or-later
#
# The ledger and all theorems' C files -> the index, in Markdown: one card a theorem, in the order given.
#
# Use: awk -v dir=REPORTS -f ledger.awk -f index.awk \
#          part=constants constants.csv part=results results.csv part=source theorems/*.c

part == "source" && FNR == 1 {
    theorem = FILENAME
    sub(/^.*\//, "", theorem)
    sub(/\.c$/, "", theorem)
    order[++theorems] = theorem
}

part == "source" && !(theorem in title) && /^(\/\*\*[ \t]*| \* )?# / {
    sub(/^[^#]*# +/, "")
    title[theorem] = $0
}

END {
    if (failed) exit 1
    html("<ol class=\"cards\">")
    for (t = 1; t <= theorems; t++) card(order[t])
    html("</ol>")
}

function card(theorem,   r, c, name, picture, unused) {
    r = sharpest(theorem)
    html("<li data-sharpness=\"" (r ? cell[r, "ratio"] : "-1") "\">")
    picture = "figures/" theorem "-ratio.en.svg"
    if ((getline unused < (dir "/" picture)) >= 0)
        html("<a class=\"thumbnail\" href=\"" theorem ".html\" tabindex=\"-1\" aria-hidden=\"true\"><img src=\"" picture "\" alt=\"\" loading=\"lazy\"></a>")
    close(dir "/" picture)
    html("<div>")
    print "## [" title[theorem] "](" theorem ".html) {#" theorem "}\n"
    html("<p>" tally(theorem) "</p>" (r ? "<p class=\"how\">" sharpness(r) "</p>" : ""))
    for (c = 1; c <= claims[theorem]; c++) {
        name = claim_of[theorem, c]
        if (surprise(theorem "/" name))
            html("<p class=\"how\">" claim_badge(theorem "/" name) " <a class=\"name\" href=\"" theorem ".html#claim-" name "\">" name "</a></p>")
    }
    html("</div></li>")
}
