# SPDX-License-Identifier: GPL-3.0-or-later
#
# A theorem's C file -> Markdown.  Block comments that open with /** in the first column are prose; all
# else is code.  Where a claim is declared, CLAIM(NAME, ...) in the first column, its result stands.  Of the code, what
# the argument does not need (includes, settings, lists, long helpers) is folded.  A line of prose that starts with @ asks for more; it may go on in lines that start with blanks:
#
#   @figure NAME CAPTION   the figure THEOREM-NAME
#   @erratum NAME [WORDS ::] SENTENCE
#                          where the lecture (in its own words, perhaps) differs from what is true, and the claim
#                          that shows it; also on the page of all errata
#   @exercise NAME QUESTION :: ANSWER
#                          an exercise, its answer folded, and the claim that checks it
#
# With PLAYABLE set, the first figure is one to play with, in that way; see play/play.js.
#
# Use: REPORTS=DIR awk -v theorem=ID -f ledger.awk -f weave.awk \
#          part=constants constants.csv part=results results.csv part=claims claims.csv part=source theorems/ID.c

BEGIN {
    DECLARES = "^(HYPOTHESIS|enum |static const struct |const struct theorem)"
    playable = ENVIRON["PLAYABLE"]
}

part != "source" { next }

{ line[FNR] = $0 }

END {
    if (failed) exit 1
    source = FILENAME
    sub(/^.*theorems\//, "theorems/", source) # an edition of it is a copy
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
    if (put != due) fail(source ": " due " lines of code, of which the page shows " put)
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

# Code between empty lines, in pieces: those that state or compute something of the theorem stand open, the rest is folded,
# neighbours together.
function show_code(from, to,   i, start, folded, next_folded) {
    while (from <= to && code[from] ~ /^[ \t]*$/) from++
    while (to >= from && code[to] ~ /^[ \t]*$/) to--
    if (from > to) return
    show_claims() # which stand above it
    for (i = from; i <= to; i++) due += code[i] !~ /^[ \t]*$/
    start = from
    folded = machinery(from, to)
    for (i = from; i <= to; i++) {
        if (code[i + 1] ~ /^[ \t}]/ || (code[i] !~ /^[ \t]*$/ && (code[i] ~ /\*\/$/ || code[beyond_comment(i + 1)] !~ DECLARES))) continue
        next_folded = machinery(i + 1, to)
        if (next_folded == folded) continue
        put_code(start, i, folded)
        start = i + 1
        folded = next_folded
    }
    put_code(start, to, folded)
}

# A comment belongs to what stands below it.
function beyond_comment(i) {
    if (code[i] !~ /^\/\*/) return i
    while (code[i] !~ /\*\/[ \t]*$/ && i < codes) i++
    return i + 1
}

# Whether the piece that begins there is no part of the argument.
function machinery(from, to,   i) {
    for (i = from; i <= to && code[i] ~ /^[ \t]*$/; i++) {}
    if (code[i] ~ /^\/\* ---- (pictures|figures|drawings) ---- \*\/$/) drawn = 1
    if (drawn) return 1
    while (from < to && code[from] ~ /^[ \t]*$/) from++
    from = beyond_comment(from)
    if (code[from] ~ /^#include|^static const char|^static const double [a-z_]*\[/ || code[from] ~ DECLARES) return 1
    for (i = from; i <= to; i++) {
        if (code[i] ~ /struct relation|const struct constants \*/) return 0
        if (code[i] ~ /^}/) break
    }
    return i - from > 24
}

function put_code(from, to, folded,   i, names, text) {
    while (from <= to && code[from] ~ /^[ \t]*$/) from++
    while (to >= from && code[to] ~ /^[ \t]*$/) to--
    if (from > to) return
    if (folded && to - from < 2) folded = 0
    if (folded) {
        for (i = from; i <= to; i++)
            if (code[i] ~ /^(static )?(const )?[a-z_]+ .*[a-z_0-9]+(\(|\[| = )/ && split(names, unused_names, ", ") < 4) names = names (names == "" ? "" : ", ") named_by(code[i])
        html("<details class=\"machinery\"><summary>" (code[from] ~ /^#include/ ? tr("what it includes") (names == "" ? "" : ", ") : "") names " (" many(to - from + 1, "line", "lines") ")</summary>")
    }
    print "\n```c"
    for (i = from; i <= to; i++) {
        text = code[i]
        put += text !~ /^[ \t]*$/
        sub(/[ \t]+\\$/, " \\", text) # columns of backslashes do not wrap
        print text
    }
    print "```\n"
    if (folded) html("</details>")
}

# The name that a line of C declares.
function named_by(text) {
    sub(/[ \t]*(\(|\[| = ).*$/, "", text)
    sub(/^.*[ *]/, "", text)
    return text
}

# Claims whose declarations stand one under the other.
function show_claims(   i, name, key) {
    for (i = 1; i <= standing_count; i++) {
        name = standing[i]
        key = theorem "/" name
        if (!(key in rows)) fail(source ": no results for claim " name "; run `build/descent verify " theorem "`")
        if (!(key in says)) fail(source ": claim " name " is in results.csv but not in constants.csv")
        if (shown[name]++) fail(source ": claim " name " is declared twice")
        claim_box(key, "claim-" name, "")
    }
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
        if (words[i] ~ /^ +[0-9]+\.( |$)/ && words[i - 1] ~ /[^ ]/ && words[i - 1] !~ /^ *[0-9]+\./) fail(source ":" source_line[i] ": a number and a point at the start of a line make a list of it")
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
    hypotheses()
    proof_map()
}

# Each hypothesis, as a link to the control that breaks it.
function hypotheses(   c, key, text, seen) {
    for (c = 1; c <= claims[theorem]; c++) {
        key = theorem "/" claim_of[theorem, c]
        if (drops[key] == "" || seen[drops[key]]++) continue
        text = text "- [" typeset(drops[key]) "](#claim-" claim_of[theorem, c] " \"" tr("the control that breaks it") "\")\n"
    }
    if (text != "") print "\n::: {.hypotheses}\n" text ":::\n"
}

# A hypothesis, in Markdown.
function typeset(text) {
    if (text ~ /[$]/) return text
    text = lettered(text)
    gsub(/[][*_<>^]/, "\\\\&", text)
    return text
}

# The lines of the proof, with their verdicts.
function proof_map(   c, key, name, text, n, line_of, count, order_of, bad) {
    for (c = 1; c <= claims[theorem]; c++) {
        name = claim_of[theorem, c]
        key = theorem "/" name
        if (kind[key] != "proof-line" || name !~ /^line_[0-9]+/) continue
        n = name
        sub(/^line_/, "", n)
        sub(/_.*/, "", n)
        if (!(n in line_of)) { line_of[n] = name; order_of[++count] = n }
        bad[n] = bad[n] || surprise(key)
    }
    if (!count) return
    for (c = 1; c <= count; c++) {
        n = order_of[c]
        text = text "<li><a class=\"" (bad[n] ? "bad" : "good") "\" href=\"#claim-" line_of[n] "\">" (bad[n] ? "✗" : "✓") " " n "</a></li>"
    }
    html("<nav class=\"proof\" aria-label=\"" tr("Lines of the proof") "\"><span>" tr("Proof, line by line") "</span><ol>" text "</ol></nav>")
}

function directive(text, at,   word) {
    sub(/[ \t]+$/, "", text)
    split(text, word, /[ \t]+/)
    if (word[1] == "@figure") figure(text, word[2], at)
    else if (word[1] == "@erratum") erratum(text, at)
    else if (word[1] == "@exercise") exercise(text, word[2], at)
    else fail(source ":" at ": unknown directive " word[1] "; there are @figure, @erratum and @exercise")
}

function figure(text, name, at,   caption, alt, base) {
    caption = text
    if (!sub(/^@figure[ \t]+[^ \t]+[ \t]+/, "", caption)) fail(source ":" at ": @figure takes a name and a caption")
    base = "figures/" theorem "-" name
    if (!there(dir "/" base "." edition ".svg")) fail(source ":" at ": no " dir "/" base "." edition ".svg; run `build/descent plot " theorem "`")
    gsub(/\.$/, "", caption)
    alt = caption
    gsub(/[$`*\\]/, "", alt)
    read_captions()
    html("<figure" (playable && !figures++ ? " data-play=\"" playable "\" data-theorem=\"" theorem "\"" : "") ">" picture(base, (base in CAPTION) ? alt ". " CAPTION[base] : alt ".") "<figcaption>")
    print caption
    html("</figcaption></figure>")
}

# What figures say of themselves, as whole sentences.
function read_captions(   file, text, f, column, n, i) {
    if (captions_read++) return
    file = dir "/figures/figures.tsv"
    while ((getline text < file) > 0) {
        n = split(text, f, "\t")
        if (!column["base"]) { for (i = 1; i <= n; i++) column[f[i]] = i; continue }
        CAPTION["figures/" f[1]] = f[column["caption_" edition]]
    }
    close(file)
}

# A figure, with a narrower drawing for telephones where there is one.
function picture(base, alt,   phone) {
    phone = base "." edition ".phone.svg"
    return "<picture>" (there(dir "/" phone) ? "<source media=\"(max-width: 34rem)\" srcset=\"" top phone "\">" : "") \
        "<img src=\"" top base "." edition ".svg\" alt=\"" escape(alt) "\" loading=\"lazy\"></picture>"
}

# A question, and its answer below, folded: it is worth what its claim is worth.
function exercise(text, name, at,   key, i) {
    key = theorem "/" name
    i = index(text, " :: ")
    if (!i) fail(source ":" at ": @exercise takes a claim, a question, :: and an answer; do its further lines start with blanks?")
    if (!(key in rows)) fail(source ":" at ": no results for claim " name "; run `build/descent verify " theorem "`")
    if (surprise(key)) fail(source ":" at ": exercise: claim " name " is " outcome[key] ", not " expected[key] ", so it does not show this")
    sub(/^@exercise[ \t]+[^ \t]+[ \t]+/, "", text)
    i = index(text, " :: ")
    html("<section class=\"exercise\">")
    print "**" tr("Exercise") " " ++exercises ".** " substr(text, 1, i - 1) "\n"
    html("<details><summary>" tr("Answer") "</summary>")
    print substr(text, i + 4) " (" tr("Checked by") " [" name "](#claim-" name ").)\n"
    html("</details></section>")
}

# Where the lecture differs from what is true, with the claim that shows it; errata.awk collects these.
function erratum(text, at) {
    split_erratum(text, source ":" at)
    print "\n**" tr("Erratum") "** ([" erratum_claim "](#claim-" erratum_claim "))." (erratum_words == "" ? "" : " [" erratum_words "]{lang=ru} —") " " erratum_sentence "\n"
}

