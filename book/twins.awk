# SPDX-License-Identifier: GPL-3.0-or-later
#
# Blocks of prose and their Russian twins in a theorem's C file.  A block of prose opens with /** in the first column; its
# Russian twin follows at once and opens with /**ru FINGERPRINT, where the fingerprint is that of the English text, so that a
# text that changed alone is seen.  Both have the same headings, formulas, links, tables and @directives.
#
# Use: awk -v into=DIR -f twins.awk FILE.c     English blocks by themselves, DIR/1, DIR/2, ..., blanks made one
#      awk -v stale=1 -v sums="SUM SUM ..." -f twins.awk FILE.c
#                                              what is wrong with the twins, one complaint a line; without stale, nothing
#                                              is said of fingerprints

/^\/\*\*ru/ && !inside { open(1); next }
/^\/\*\*/ && !/^\/\*\*[\/*]/ && !inside { open(0); next }
inside { take($0); next }
/[^ \t]/ && waiting { complain(at[0], "no Russian text follows"); waiting = 0 }

END {
    if (waiting) complain(at[0], "no Russian text follows")
    if (inside) complain(at[russian], "this block is never closed")
}

function complain(line, what) { if (!into) print FILENAME ":" line ": " what }

function open(is_russian,   rest) {
    if (waiting && !is_russian) complain(at[0], "no Russian text follows")
    if (is_russian && !waiting) complain(FNR, "a Russian text without an English one before it")
    russian = is_russian
    inside = 1
    at[russian] = FNR
    text[russian] = ""
    rest = substr($0, russian ? 6 : 4)
    if (russian) {
        sub(/^[ \t]+/, "", rest)
        sum = rest
        sub(/[^0-9].*$/, "", sum)
        rest = substr(rest, length(sum) + 1)
    }
    take(rest)
}

function take(line,   end) {
    end = index(line, "*/")
    text[russian] = text[russian] (end ? substr(line, 1, end - 1) : line) "\n"
    if (!end) return
    inside = 0
    if (!russian) {
        waiting = 1
        block++
        if (into) write(text[0])
        return
    }
    if (waiting) compare()
    waiting = 0
}

function write(words) {
    gsub(/[ \t\n]+/, " ", words)
    print words > (into "/" block)
    close(into "/" block)
}

function compare(   n, s) {
    if (text[1] !~ /[\320\321]/ && text[0] ~ /[A-Za-z][a-z]+ [a-z]+ [a-z]+/) complain(at[1], "not Russian")
    if (torn(text[1])) complain(at[1], "an empty line within a formula")
    same("headings", headings(text[0]), headings(text[1]))
    same("directives", directives(text[0]), directives(text[1]))
    same("links", links(text[0]), links(text[1]))
    same("formulas", formulas(text[0]), formulas(text[1]))
    same("code", codes(text[0]), codes(text[1]))
    same("items of lists, rows of tables and quotations", items(text[0]), items(text[1]))
    split(sums, s, " ")
    if (stale && sum != s[block]) complain(at[0], sum == "" ? "its Russian text bears no fingerprint; write /**ru " s[block] : \
        "the English text changed: see to the Russian one, then write /**ru " s[block])
}

# Whether an empty line stands within a displayed formula.
function torn(words,   n, line, i, k, within) {
    n = split(words, line, "\n")
    for (i = 1; i <= n; i++) {
        if (within && line[i] ~ /^[ \t]*$/) return 1
        while ((k = index(line[i], "$$"))) { within = !within; line[i] = substr(line[i], k + 2) }
    }
    return 0
}

function same(what, english, its_russian,   e, r, i, n, m, k, left, extra, have) {
    if (english == its_russian) return
    n = split(english, e, "\n")
    m = split(its_russian, r, "\n")
    for (i = 1; i <= m; i++) have[r[i]]++
    for (i = 1; i <= n; i++) if (have[e[i]] > 0) have[e[i]]--; else left = left " «" e[i] "»"
    for (i = 1; i <= m; i++) if (have[r[i]] > 0) { have[r[i]]--; extra = extra " «" r[i] "»" }
    if (left == "" && extra == "") { if (what == "formulas" || what == "links" || what == "code") return; left = " the order" }
    complain(at[1], "other " what " than in English:" (left == "" ? "" : " lacks" left) (extra == "" ? "" : " has" extra))
}

function headings(words,   n, line, i, all) {
    n = split(words, line, "\n")
    for (i = 1; i <= n; i++) if (line[i] ~ /^#+ /) { sub(/ .*/, "", line[i]); all = all line[i] "\n" }
    return all
}

function directives(words,   n, line, i, all, f) {
    n = split(words, line, "\n")
    for (i = 1; i <= n; i++) if (line[i] ~ /^@/) { split(line[i], f, /[ \t]+/); all = all f[1] " " f[2] "\n" }
    return all
}

function links(words,   all) {
    gsub(/\n/, " ", words)
    for (; match(words, /\]\([^)]*\)/); words = substr(words, RSTART + RLENGTH)) all = all substr(words, RSTART + 2, RLENGTH - 3) "\n"
    return all
}

function codes(words,   all) {
    gsub(/\n/, " ", words)
    for (; match(words, /`[^`]*`/); words = substr(words, RSTART + RLENGTH)) all = all substr(words, RSTART, RLENGTH) "\n"
    return all
}

# Formulas without blanks and without words in them.
function formulas(words,   all, f) {
    gsub(/`[^`]*`/, "", words)
    gsub(/[ \t\n]+/, " ", words)
    gsub(/\\\$/, "", words)
    for (; match(words, /\$\$[^$]*\$\$|\$[^$]+\$/); words = substr(words, RSTART + RLENGTH)) {
        f = substr(words, RSTART, RLENGTH)
        gsub(/\\(text|mathrm|textrm|operatorname)[{][^{}]*[}]/, "", f)
        gsub(/[ \t\n]/, "", f)
        all = all f "\n"
    }
    return all
}

function items(words,   n, line, i, all) {
    n = split(words, line, "\n")
    for (i = 1; i <= n; i++) {
        if (line[i] ~ /^[ \t]*[-*+] /) all = all "-\n"
        else if (line[i] ~ /^[ \t]*[0-9]+\. /) all = all "1.\n"
        else if (line[i] ~ /^\|/) all = all "|\n"
        else if (line[i] ~ /^>/ && (i == 1 || line[i - 1] !~ /^>/)) all = all ">\n"
    }
    return all
}
