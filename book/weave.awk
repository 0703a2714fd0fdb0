# SPDX-License-Identifier: GPL-3.0-or-later
#
# A theorem's C file -> Markdown.  Block comments that open with /** in the first column are prose; all
# else is code.  A line of prose that starts with @ asks for live results:
#
#   @claim NAME            the result of that claim of this theorem
#   @claims KIND           a table of all its claims of that kind
#   @figure NAME CAPTION   the figure THEOREM-NAME
#   @erratum NAME [WORDS ::] SENTENCE
#                          where the lecture (in its own words, perhaps) differs from what is true, and the claim
#                          that shows it; also on the page of all errata
#
# Use: awk -v theorem=ID -v dir=REPORTS -f ledger.awk -f weave.awk \
#          part=constants constants.csv part=results results.csv part=source theorems/ID.c

part != "source" { next }

# Claims that get a box of their own, known before the first table wants to link to one.
{ line[FNR] = $0 }
/^([ \t]+\*[ \t]*)?@claim[ \t]/ {
    sub(/^.*@claim[ \t]+/, "")
    sub(/[ \t]+$/, "")
    boxed[$0] = 1
}

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
    show_the_rest()
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

function flush_code(   from, to, i) {
    from = 1
    to = codes
    while (from <= to && code[from] ~ /^[ \t]*$/) from++
    while (to >= from && code[to] ~ /^[ \t]*$/) to--
    if (from <= to) {
        print "\n```c"
        for (i = from; i <= to; i++) print code[i]
        print "```\n"
    }
    codes = 0
}

function flush_prose(   i, starred) {
    # " * " before each line is decoration; before some it is a list.
    starred = 1
    for (i = 2; i <= proses; i++) if (words[i] !~ /^[ \t]+\*([ \t]|$)/ && words[i] !~ /^[ \t]*$/) starred = 0
    print ""
    for (i = 1; i <= proses; i++) {
        if (starred && i > 1) sub(/^[ \t]+\*[ \t]?/, "", words[i])
        if (i == 1) sub(/^[ \t]+/, "", words[i])
        if (!titled && words[i] !~ /^([ \t]*|# .*)$/) fail(source ":" source_line[i] ": the first prose should start with '# Title'")
        if (words[i] ~ /^@/) directive(words[i], source_line[i])
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

function directive(text, at,   word, count) {
    sub(/[ \t]+$/, "", text)
    count = split(text, word, /[ \t]+/)
    if (word[1] == "@figure") figure(text, word[2], at)
    else if (word[1] == "@erratum") erratum(text, at)
    else if (word[1] != "@claim" && word[1] != "@claims") fail(source ":" at ": unknown directive " word[1] "; there are @claim, @claims, @figure and @erratum")
    else if (count != 2) fail(source ":" at ": " word[1] " takes one word")
    else if (word[1] == "@claim") claim(word[2], at)
    else claims_of_kind(word[2], at)
}

function claim(name, at,   key) {
    key = theorem "/" name
    if (!(key in rows)) fail(source ":" at ": no results for claim " name "; run `build/descent verify " theorem "`")
    if (!(key in says)) fail(source ":" at ": claim " name " is in results.csv but not in constants.csv")
    if (shown[name]++) fail(source ":" at ": claim " name " is shown twice")
    claim_box(key, "claim-" name, "")
}

function claims_of_kind(kind, at,   c, name, key, any) {
    if (kind !~ /^(bound|proof-line|sharpness|control|identity)$/)
        fail(source ":" at ": no kind " kind "; there are bound, proof-line, sharpness, control and identity")
    for (c = 1; c <= claims[theorem]; c++) {
        name = claim_of[theorem, c]
        key = theorem "/" name
        if (cell[row[key, 1], "kind"] != kind) continue
        if (!any++) open_claims_table()
        claims_table_row(key, !(name in boxed) && !shown[name]++)
    }
    if (!any) fail(source ":" at ": no results for claims of kind " kind "; run `build/descent verify " theorem "`")
    close_claims_table()
}

# A claim that the prose forgot would go unseen, and with it a wrong verdict.
function show_the_rest(   c, name, any) {
    for (c = 1; c <= claims[theorem]; c++) {
        name = claim_of[theorem, c]
        if (shown[name]) continue
        if (!any++) {
            print "\n## Further claims\n"
            open_claims_table()
        }
        claims_table_row(theorem "/" name, 1)
    }
    if (any) close_claims_table()
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
