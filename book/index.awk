# SPDX-License-Identifier: GPL-3.0-or-later
#
# The ledger and all theorems' C files -> the index, in Markdown: one card a theorem, in the order given.
#
# Use: REPORTS=DIR awk -f ledger.awk -f sources.awk -f index.awk \
#          part=constants constants.csv part=results results.csv part=claims claims.csv part=source theorems/*.c part=about README.md

# The table of theorems in README.md: | [id](...) | claims | about | sharpness |
part == "about" && /^\| \[/ {
    split($0, f, / *\| */)
    gsub(/^\[|\].*$/, "", f[2])
    about[f[2]] = f[4]
}

END {
    if (failed) exit 1
    html("<ol class=\"cards\">")
    for (t = 1; t <= theorems; t++) card(order[t])
    html("</ol>")
}

function card(theorem,   r, c, name, picture) {
    r = sharpest(theorem)
    html("<li data-sharpness=\"" (r ? nearness(r) : "-1") "\">")
    picture = "figures/" theorem "-" figure_of[theorem] ".thumb.svg"
    if (there(dir "/" picture))
        html("<a class=\"thumbnail\" href=\"" theorem ".html\" tabindex=\"-1\" aria-hidden=\"true\"><img src=\"" top picture "\" alt=\"\" width=\"240\" height=\"135\" loading=\"lazy\"></a>")
    html("<div>")
    print "## [" title[theorem] "](" theorem ".html) {#" theorem "}\n"
    if (theorem in about) print tr(about[theorem]) "\n"
    html("<p>" tally(theorem) "</p>" (r ? "<p class=\"how\">" sharpness(r) "</p>" : ""))
    for (c = 1; c <= claims[theorem]; c++) {
        name = claim_of[theorem, c]
        if (surprise(theorem "/" name)) html("<p class=\"how\">" claim_badge(theorem "/" name) " " claim_link(theorem "/" name, theorem ".html") "</p>")
    }
    html("</div></li>")
}
