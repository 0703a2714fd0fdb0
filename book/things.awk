# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the program says of its problems or methods (`descent list --markdown`), and the ledger -> a page of them, each with the
# theorems that use it, in Markdown.
#
# Use: WHAT=problem awk -f ledger.awk -f sources.awk -f things.awk part=constants constants.csv part=results results.csv \
#          part=claims claims.csv part=source theorems/*.c part=things LIST

BEGIN { what = ENVIRON["WHAT"] }

part == "things" { line[++lines] = in_formula($0) }

# Formulas are the same in both languages, save for words in them.
function in_formula(text,   done) {
    for (; edition == "ru" && match(text, /\\text[{][^}]*[a-z][^}]*[}]/); text = substr(text, RSTART + RLENGTH))
        done = done substr(text, 1, RSTART - 1) "\\text{" tr(substr(text, RSTART + 6, RLENGTH - 7)) "}"
    return done text
}

END {
    if (failed) exit 1
    for (i = 1; i <= ledger; i++) {
        thing = cell[i, what]
        if (!used[thing, cell[i, "theorem"]]++) uses[thing] = uses[thing] " " cell[i, "theorem"]
    }
    print "# " tr(what == "problem" ? "Problems" : "Methods") "\n"
    print tr(what == "problem" ? "Functions to minimise, each with an oracle and with constants that the program certifies before it uses them." : \
        "Update rules, each as one step of C; `make compare` holds them against PyTorch and 50 digits.") "\n"
    for (i = 1; i <= lines; i++) {
        if (line[i] ~ /^## /) show_uses()
        print line[i]
        if (line[i] ~ /^## /) { id = line[i]; sub(/.*[{]#/, "", id); sub(/[}].*/, "", id) }
    }
    show_uses()
}

function show_uses(   n, k, name, text) {
    if (id == "") return
    n = split(uses[id], name, " ")
    for (k = 1; k <= n; k++) text = text (k > 1 ? ", " : "") "<a href=\"" name[k] ".html\">" title_text(name[k]) "</a>"
    html("<p class=\"covers\">" (n ? tr("On") " " text "." : tr("No theorem's rows name it.")) "</p>")
}

function title_text(theorem,   text) {
    text = title[theorem]
    gsub(/[$`*\\]/, "", text)
    return escape(text)
}
