# SPDX-License-Identifier: GPL-3.0-or-later
#
# A theorem's C file -> Markdown.  Block comments that open with /** in the first column are prose; all
# else is code.  Where a claim is declared, CLAIM(NAME, ...) in the first column, its result stands: a box, or for more than
# two in a row a table.  A line of prose that starts with @ asks for more; it may go on in lines that start with blanks:
#
#   @figure NAME CAPTION   the figure THEOREM-NAME
#   @erratum NAME [WORDS ::] SENTENCE
#                          where the lecture (in its own words, perhaps) differs from what is true, and the claim
#                          that shows it; also on the page of all errata
#
# Use: REPORTS=DIR awk -v theorem=ID -f ledger.awk -f weave.awk \
#          part=constants constants.csv part=results results.csv part=claims claims.csv part=source theorems/ID.c

part != "source" { next }

{ line[FNR] = $0 }

END {
    if (failed) exit 1
    source = FILENAME
    last = FNR
    for (at = first_line(); at <= last; at++) {
        text = line[at]
        if (prose) take_prose(text)
        else if (text ~ /^\/\*\*/ && text !~ /^\/\*\*[\/*]/) start_of_prose(text)
        else if (text ~ /^[ \t]+\/\*\*([ \t]|$)/) fail(source ":" at ": prose must open with /** in the first column")
        else code[++codes] = text
    }
    if (prose) fail(source ":" opened ": this /** is never closed")
    flush_code()
    for (i = 1; i <= claims[theorem]; i++)
        if (!shown[claim_of[theorem, i]]) fail(source ": claim " claim_of[theorem, i] " is in results.csv, but no CLAIM( of it starts a line")
    if (!titled) fail(source ": no prose that starts with '# Title'")
}

# The licence belongs to the file, not to the page.
function first_line() {
    return line[1] ~ /^(\/\*.*SPDX-License-Identifier.*\*\/|\/\/.*SPDX-License-Identifier.*)[ \t]*$/ ? 2 : 1
}

function start_of_prose(text) {
    flush_code()
    prose = 1
    proses = 0
    opened = at
    take_prose(substr(text, 4))
}

# Takes one line of prose, which may be the last one.
function take_prose(text,   close_at) {
    close_at = index(text, "*/")
    source_line[++proses] = at
    words[proses] = close_at ? substr(text, 1, close_at - 1) : text
    if (!close_at) return
    prose = 0
    flush_prose()
    code[++codes] = substr(text, close_at + 2)
}

# Code up to the next claim, the claims that stand together, and so on.  The list of claims' names at the end is for the
# compiler.
function flush_code(   i, from) {
    from = 1
    standing_count = 0
    for (i = 1; i <= codes; i++) {
        if (code[i] ~ /^CLAIM\(/) {
            show_code(from, i - 1)
            standing[++standing_count] = claim_name(code[i] code[i + 1])
            while (i < codes && code[i] !~ /\);[ \t]*$/) i++
            from = i + 1
        } else if (code[i] ~ /^static const struct claim \*const /) {
            show_code(from, i - 1)
            while (i < codes && code[i] !~ /};[ \t]*$/) i++
            from = i + 1
        }
    }
    show_code(from, codes)
    show_claims()
    codes = 0
}

function show_code(from, to,   i) {
    while (from <= to && code[from] ~ /^[ \t]*$/) from++
    while (to >= from && code[to] ~ /^[ \t]*$/) to--
    if (from > to) return
    show_claims() # which stand above it
    print "\n```c"
    for (i = from; i <= to; i++) print code[i]
    print "```\n"
}

# Claims whose declarations stand one under the other.
function show_claims(   i, name, key) {
    if (standing_count > 2) open_claims_table()
    for (i = 1; i <= standing_count; i++) {
        name = standing[i]
        key = theorem "/" name
        if (!(key in rows)) fail(source ": no results for claim " name "; run `build/descent verify " theorem "`")
        if (!(key in says)) fail(source ": claim " name " is in results.csv but not in constants.csv")
        if (shown[name]++) fail(source ": claim " name " is declared twice")
        if (standing_count > 2) claims_table_row(key, 1)
        else claim_box(key, "claim-" name, "")
    }
    if (standing_count > 2) close_claims_table()
    standing_count = 0
}

function claim_name(text) {
    sub(/^CLAIM\([ \t]*/, "", text)
    sub(/[^A-Za-z0-9_].*$/, "", text)
    return text
}

function flush_prose(   i, starred, text) {
    # " * " before each line is decoration; before some it is a list.
    starred = 1
    for (i = 2; i <= proses; i++) if (words[i] !~ /^[ \t]+\*([ \t]|$)/ && words[i] !~ /^[ \t]*$/) starred = 0
    print ""
    for (i = 1; i <= proses; i++) {
        if (starred && i > 1) sub(/^[ \t]+\*[ \t]?/, "", words[i])
        if (i == 1) sub(/^[ \t]+/, "", words[i])
        if (!titled && words[i] !~ /^([ \t]*|# .*)$/) fail(source ":" source_line[i] ": the first prose should start with '# Title'")
        if (words[i] ~ /^@/) {
            text = words[i]
            while (i < proses && words[i + 1] ~ /^[ \t]+[^ \t]/) {
                sub(/^[ \t]+/, " ", words[++i])
                text = text words[i]
            }
            directive(text, source_line[i])
        }
        else {
            print words[i]
            if (!titled && words[i] ~ /^# /) {
                titled = 1
                summary()
            }
        }
    }
    print ""
}

function summary(   r) {
    r = sharpest(theorem)
    html("<p class=\"summary\">" tally(theorem) (r ? " " sharpness(r) : "") "</p>")
}

function directive(text, at,   word) {
    sub(/[ \t]+$/, "", text)
    split(text, word, /[ \t]+/)
    if (word[1] == "@figure") figure(text, word[2], at)
    else if (word[1] == "@erratum") erratum(text, at)
    else fail(source ":" at ": unknown directive " word[1] "; there are @figure and @erratum")
}

function figure(text, name, at,   caption, alt, base, unused) {
    caption = text
    if (!sub(/^@figure[ \t]+[^ \t]+[ \t]+/, "", caption)) fail(source ":" at ": @figure takes a name and a caption")
    base = "figures/" theorem "-" name
    if ((getline unused < (dir "/" base ".en.svg")) < 0) fail(source ":" at ": no " dir "/" base ".en.svg; run `build/descent plot " theorem "`")
    close(dir "/" base ".en.svg")
    alt = caption
    gsub(/[$`*\\]/, "", alt)
    html("<figure><a href=\"" base ".en.svg\"><img src=\"" base ".en.svg\" alt=\"" escape(alt) "\"></a><figcaption>")
    print caption
    html("<p class=\"links\">" links(base, "en", "English") " · " links(base, "ru", "по-русски") "</p></figcaption></figure>")
}

# Where the lecture differs from what is true, with the claim that shows it; errata.awk collects these.
function erratum(text, at) {
    split_erratum(text, source ":" at)
    print "\n**Erratum** ([" erratum_claim "](#claim-" erratum_claim "))." (erratum_words == "" ? "" : " [" erratum_words "]{lang=ru} —") " " erratum_sentence "\n"
}

function links(base, lang, label) {
    base = "<a hreflang=\"" lang "\" href=\"" base "." lang
    return "<span lang=\"" lang "\">" label "</span>: " base ".svg\">svg</a> " base ".pdf\">pdf</a> " base ".png\">png</a>"
}
