# SPDX-License-Identifier: GPL-3.0-or-later
#
# coverage.md, the ledger and the list of theorems -> which formula of the lecture is checked by which claims,
# in Markdown.
#
# coverage.md is Markdown with an item for each displayed formula ($$ ... $$) and for each sentence of the lecture
# that claims something without one (a block quote), in the lecture's order, by slide (##).  After each item:
#
#   @covers THEOREM/CLAIM ...   the claims that check it; the line may be repeated
#   @uncovered REASON           why none does
#
# Use: awk -f ledger.awk -f sources.awk -f coverage.awk part=constants constants.csv part=results results.csv part=claims claims.csv \
#          part=source theorems/*.c part=coverage coverage.md

part != "coverage" { next }

FNR == 1 && /SPDX-License-Identifier/ { next }

/^@/ {
    at = FILENAME ":" FNR
    count = split($0, word, /[ \t]+/)
    while (count && word[count] == "") count--
    if (word[1] != "@covers" && word[1] != "@uncovered") fail(at ": unknown directive " word[1] "; there are @covers and @uncovered")
    if (display) fail(at ": " word[1] " within a formula")
    if (!item) fail(at ": " word[1] " without a formula or a quotation above it")
    if (count < 2) fail(at ": " (word[1] == "@covers" ? "@covers takes THEOREM/CLAIM, one or more" : "@uncovered takes a reason"))
    if (answer != "" && (answer != "@covers" || word[1] != "@covers")) fail(at ": " word[1] " after " answer " of the same formula")
    if (word[1] == "@covers") for (i = 2; i <= count; i++) covers(word[i], at)
    else uncovered($0)
    answer = word[1]
    quote = 0
    next
}

# A formula may span lines; a quotation ends at an empty line, and formulas within one are part of it.
{
    if (!display && /^>/) {
        if (!quote) open_item("quotation")
        quote = 1
    } else if (quote && /^[ \t]*$/) quote = 0
    if (/^#/ && !display) close_item()
    text = $0
    while ((i = index(text, "$$"))) {
        if (!display && !quote) open_item("formula")
        display = !display
        text = substr(text, i + 2)
    }
    put($0 (/^##+ / ? " {lang=ru}" : ""))
}

END {
    if (failed) exit 1
    if (display) fail(opened_at ": this $$ is never closed")
    close_item()
    for (i = 1; i <= lines; i++) {
        print line[i]
        if (line[i] ~ /^# / && !counted++) summary()
    }
    if (!counted) fail(FILENAME ": no line that starts with '# Title'")
}

function put(text) { line[++lines] = text }

function open_item(what) {
    close_item()
    item = what
    opened_at = FILENAME ":" FNR
    items[what]++
}

function close_item() {
    if (item && answer == "") fail(opened_at ": this " item " has neither @covers nor @uncovered")
    item = answer = ""
}

function covers(name, at,   part_of, i) {
    i = index(name, "/")
    part_of = substr(name, 1, i - 1)
    if (!i) fail(at ": " name " is not THEOREM/CLAIM")
    if (!(part_of in woven)) fail(at ": " part_of " is not among the theorems that are woven")
    if (!(name in rows)) fail(at ": " part_of " has no claim " substr(name, i + 1) " in the results; `build/descent list --kind claim` names them")
    if (!used[name]++) claims_used++
    if (!speaks[part_of]++) theorems_used++
    surprises += surprise(name)
    if (answer == "" && !already[opened_at]++) covered[item]++
    put("\n```{=html}\n<p class=\"covers\">" claim_badge(name) " " claim_link(name, part_of ".html", name) "</p>\n```\n")
}

function uncovered(text) {
    sub(/^@uncovered[ \t]+/, "", text)
    put("\n::: covers\n" open_badge(tr("no claim")) " " text "\n:::\n")
}

# Inline, for Markdown goes on after it.
function open_badge(text) { return "[" text "]{.badge .open}" }

function share(what, name,   all) {
    all = items[what] + 0
    if (edition == "ru") return many(all, name, name "s") ": " tr("covered") " " covered[what] + 0 ", " tr("not") " " all - covered[what]
    return many(all, name, name "s") ", " covered[what] + 0 " covered, " all - covered[what] " not"
}

function summary(   good) {
    good = items["formula"] + items["quotation"] == covered["formula"] + covered["quotation"] && !surprises
    html("<p class=\"summary\">" (good ? badge(1, tr("all covered")) " " : surprises ? badge(0, tr("some verdicts not as expected")) " " : "") \
        share("formula", "formula") "; " share("quotation", "sentence") "; " tr("by") " " claims_used + 0 " " tr("claims of", claims_used) " " many(theorems_used + 0, "theorem", "theorems") "</p>")
}
