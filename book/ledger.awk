# SPDX-License-Identifier: GPL-3.0-or-later
#
# The ledger: reads constants.csv and results.csv and lays a claim's result out as HTML.  Shared by all
# pages, which say by `part` what they are reading.  Any POSIX awk will do.
#
# A claim's key is THEOREM/CLAIM, as on the command line.
#
# EDITION=ru in the environment makes the Russian edition's: words come from ru.tsv (part=words), what claims and hypotheses say
# from `descent list --lang ru` (part=claims_say, part=hypotheses_say).
#
# Columns are known by their names, so that a table may gain some.

function fail(message) {
    print message > "/dev/stderr"
    failed = 1 # exit runs END, which asks for this
    exit 1
}

BEGIN {
    MOST_ROWS = 50 # of a folded table; MOST_OPEN of one that shows the worst of each case
    MOST_OPEN = 24
    dir = ENVIRON["REPORTS"] # -v would take a backslash in it for an escape
    edition = ENVIRON["EDITION"] == "ru" ? "ru" : "en"
    top = edition == "ru" ? "../" : "" # from a page to the folder of all
    FS = ","
}

# ---- words ----

part == "words" { i = index($0, "\t"); if (i) WORD[substr($0, 1, i - 1)] = substr($0, i + 1); next }

# Words of a page in its language.  With n, those that go with a number: in Russian one of three forms.
function tr(words, n,   form) {
    if (edition == "en") return words
    if (!(words in WORD)) fail("ru.tsv: no Russian for: " words)
    if (split(WORD[words], form, "|") < 3) return WORD[words]
    return form[n % 10 == 1 && n % 100 != 11 ? 1 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 2 : 3]
}
# A number of things, named in the singular and in the plural.
function many(n, one, several) { return whole(n) " " tr(n == 1 && edition == "en" ? one : several, n) }

# A case of a claim: words with numbers among them, which ru.tsv has as #.  One without a word is the same in both languages.
function case_text(text,   pattern, rest, number, n, i, words, done) {
    if (edition == "en" || text == "") return text
    for (rest = text; match(rest, /-?[0-9]+([.][0-9]+)?(e[-+]?[0-9]+)?/); rest = substr(rest, RSTART + RLENGTH)) {
        number[++n] = substr(rest, RSTART, RLENGTH)
        sub(/[.]/, ",", number[n])
        pattern = pattern substr(rest, 1, RSTART - 1) "#"
    }
    pattern = pattern rest
    words = pattern
    gsub(/alpha|beta|gamma|Lambda|lambda|sigma|delta|theta|eta|eps|pi_|mu|nu/, "", words)
    if (pattern in WORD) words = WORD[pattern]
    else if (words ~ /[A-Za-z][a-z][a-z]/) fail("ru.tsv: no Russian for the case: " pattern)
    else words = pattern
    for (i = 1; (rest = index(words, "#")) && i <= n; i++) {
        done = done substr(words, 1, rest - 1) number[i]
        words = substr(words, rest + 1)
    }
    return done words
}

# What claims say, a line each: its key, its kind, a sentence.
part == "claims_say" { key = $0; sub(/ .*/, "", key); sub(/^[^ ]+ +[^ ]+ +/, ""); says[key] = $0; next }
# What hypotheses say, in both languages beside each other.
part == "hypotheses_say" { i = index($0, "\t"); text = substr($0, 1, i - 1); HYPOTHESIS[text] = substr($0, i + 1); next }

# ---- tables ----

# Cut a line of a table into value[column name].
function cut(   n, i, rest, text) {
    if (index($0, "\"") == 0) {
        if (NF != columns) fail(FILENAME ":" FNR ": " columns " fields expected, not " NF)
        for (i = 1; i <= columns; i++) value[column[i]] = $i
        return
    }
    rest = $0 ","
    for (n = 0; rest != ""; ) {
        if (substr(rest, 1, 1) == "\"") { # to the quote before a comma; doubled ones are part of the text
            text = ""
            rest = substr(rest, 2)
            while ((i = index(rest, "\"")) && substr(rest, i + 1, 1) == "\"") {
                text = text substr(rest, 1, i)
                rest = substr(rest, i + 2)
            }
            if (!i) fail(FILENAME ":" FNR ": a quote is never closed")
            text = text substr(rest, 1, i - 1)
            rest = substr(rest, i + 2)
        } else {
            i = index(rest, ",")
            text = substr(rest, 1, i - 1)
            rest = substr(rest, i + 1)
        }
        value[column[++n]] = text
    }
    if (n != columns) fail(FILENAME ":" FNR ": " columns " fields expected, not " n)
}

(part == "constants" || part == "results" || part == "claims") && FNR == 1 {
    columns = split($0, column, ",")
    wanted = part == "constants" ? "theorem claim problem method case rows alpha steps power says" : \
        part == "claims" ? "theorem claim verdict nearest drops" : \
        "theorem claim kind problem method case k runs estimate lower upper bound sense ratio evidence verdict expected seed"
    count = split(wanted, must, " ")
    for (i = 1; i <= count; i++) if (!index("," $0 ",", "," must[i] ",")) fail(FILENAME ":1: no column " must[i])
    next
}

# One row a setting or curve, in the order of the claim's rows.
part == "constants" {
    cut()
    key = value["theorem"] "/" value["claim"]
    n = ++settings[key]
    setting[key, n, "rows"] = value["rows"]
    setting[key, n, "alpha"] = value["alpha"]
    setting[key, n, "power"] = value["power"]
    if (edition == "en") says[key] = value["says"]
    next
}

part == "results" {
    cut()
    key = value["theorem"] "/" value["claim"]
    verdict = value["verdict"]
    if (!(key in rows)) {
        claim_of[value["theorem"], ++claims[value["theorem"]]] = value["claim"]
        expected[key] = value["expected"]
        kind[key] = value["kind"]
    }
    r = ++ledger
    row[key, ++rows[key]] = r
    for (i = 1; i <= columns; i++) cell[r, column[i]] = value[column[i]]
    if (verdict != cell[row[key, 1], "verdict"]) mixed[key] = 1
    next
}

# What the claim came to, which is more than the gravest verdict of its rows.
part == "claims" {
    cut()
    key = value["theorem"] "/" value["claim"]
    outcome[key] = value["verdict"]
    nearest[key] = value["nearest"]
    drops[key] = value["drops"]
    if (edition == "en" || drops[key] == "") next
    if (!(drops[key] in HYPOTHESIS)) fail("no Russian for the hypothesis: " drops[key])
    drops[key] = HYPOTHESIS[drops[key]]
    next
}

function surprise(key) { return outcome[key] != expected[key] }

# Whether a row makes its claim a surprise: 0 no, 1 not as expected, 2 and what the claim came to.
function unexpected(r,   key) {
    key = cell[r, "theorem"] "/" cell[r, "claim"]
    if (!surprise(key) || cell[r, "verdict"] == expected[key]) return 0
    return cell[r, "verdict"] == outcome[key] ? 2 : 1
}

function gravity(r) { return 2 * unexpected(r) + (cell[r, "verdict"] == "violated") }

# For comparisons only: a missing or NaN ratio is below all others.
function ratio(r,   text) {
    text = cell[r, "ratio"]
    if (text ~ /[0-9]/) return text + 0
    return text ~ /^[+]?[Ii]nf/ ? 1e300 : -1e300
}

# How near a row comes to its bound, or how far it goes beyond.
function nearness(r,   q) {
    q = ratio(r)
    if (q <= 0 || q >= 1e300) return q
    if (cell[r, "sense"] == "at_least") return 1 / q
    return cell[r, "sense"] == "equal" && q < 1 ? (cell[r, "verdict"] == "violated" ? 1 / q : q) : q
}

# The row among a claim's rows from..to that deserves to be seen: a surprise before all, then one that is violated (there may be
# others beside it), then the nearest to its bound or the farthest beyond.
function worst(key, from, to,   n, r, best) {
    best = row[key, from]
    for (n = from + 1; n <= to; n++) {
        r = row[key, n]
        if (gravity(r) > gravity(best) || (gravity(r) == gravity(best) && nearness(r) > nearness(best))) best = r
    }
    return best
}

# Splits a claim's rows into one group a setting or curve: group g is rows first[g] .. first[g+1] - 1.
function find_groups(key,   n, g) {
    n = 1
    for (g = 1; g <= settings[key]; g++) {
        first[g] = n
        n += setting[key, g, "rows"]
    }
    first[g] = n
    if (n != rows[key] + 1) fail(dir ": results.csv and constants.csv do not belong together; run `build/descent verify` again")
    return settings[key]
}

function of_setting(key, g, what) { return setting[key, g, what] }

function escape(text) {
    gsub(/&/, "\\&amp;", text)
    gsub(/</, "\\&lt;", text)
    gsub(/>/, "\\&gt;", text)
    gsub(/"/, "\\&quot;", text)
    return text
}

# Four significant digits.
function number(text,   at) {
    if (text == "") return ""
    if (text !~ /[0-9]/) {
        if (text ~ /[Nn][Aa][Nn]/) return "NaN"
        return text ~ /-/ ? "−∞" : "∞"
    }
    text = sprintf("%.4g", text + 0)
    if ((at = index(text, "e"))) text = substr(text, 1, at - 1) "·10<sup>" (substr(text, at + 1) + 0) "</sup>"
    gsub(/-/, "−", text)
    if (edition == "ru") sub(/[.]/, ",", text)
    return text
}

# All digits, in threes from five digits on.
function whole(text,   grouped) {
    if (text !~ /^[0-9]+$/) return number(text)
    if (length(text) < 5) return text
    while (length(text) > 3) {
        grouped = " " substr(text, length(text) - 2) grouped # a narrow no-break space
        text = substr(text, 1, length(text) - 3)
    }
    return text grouped
}

# By how much a row keeps clear of its bound; the distance of the two sides where they should be equal.
function slack(r,   gap) {
    if (cell[r, "estimate"] !~ /[0-9]/ || cell[r, "bound"] !~ /[0-9]/) return ""
    gap = cell[r, "bound"] - cell[r, "estimate"]
    if (cell[r, "sense"] == "at_least") return -gap
    return cell[r, "sense"] == "equal" && gap < 0 ? -gap : gap
}

# Words besides colour: not everyone sees red and green.
function badge(good, text) {
    return "<span class=\"badge " (good ? "good" : "bad") "\">" (good ? "✓ " : "✗ ") text "</span>"
}

# good, bad, or refuted as it must be.
function manner(key) { return surprise(key) ? "bad" : outcome[key] == "holds" ? "good" : "refuted" }

function claim_badge(key) {
    if (surprise(key)) return badge(0, tr(outcome[key]) tr(", expected ") tr(expected[key]))
    if (outcome[key] == "holds") return badge(1, tr("holds"))
    return "<span class=\"badge refuted\">≠ " tr(outcome[key] == "violated" ? "beaten" : outcome[key]) tr(", as it must be") "</span>"
}

# What a claim says; one that begins with the number of a formula is no item of a list.
function sentence(key) { return says[key] ~ /^\([0-9]+\)/ ? "\\" says[key] : says[key] }

# Words of the keyboard, with the letters that these stand for.
function lettered(text) {
    gsub(/alpha/, "α", text); gsub(/beta/, "β", text); gsub(/gamma/, "γ", text); gsub(/sigma/, "σ", text); gsub(/xi/, "ξ", text)
    while (match(text, /(^|[^A-Za-z])mu($|[^A-Za-z])/)) text = substr(text, 1, RSTART - 1) letter_of(substr(text, RSTART, RLENGTH)) substr(text, RSTART + RLENGTH)
    gsub(/\|\|/, "‖", text); gsub(/<=/, "≤", text); gsub(/>=/, "≥", text); gsub(/grad /, "∇", text); gsub(/\^2/, "²", text)
    gsub(/_max/, "ₘₐₓ", text); gsub(/_0/, "₀", text); gsub(/_k/, "ₖ", text); gsub(/_i/, "ᵢ", text); gsub(/_t/, "ₜ", text)
    return text
}
function letter_of(text) { sub(/mu/, "μ", text); return text }

# A hypothesis, in HTML, with formulas where it has some.
function hypothesis(text,   html) {
    if (text !~ /[$]/) return escape(lettered(text))
    for (; match(text, /[$][^$]*[$]/); text = substr(text, RSTART + RLENGTH))
        html = html escape(substr(text, 1, RSTART - 1)) "<span class=\"math inline\">" escape(substr(text, RSTART + 1, RLENGTH - 2)) "</span>"
    return html escape(text)
}

# What else is known of a claim: the hypothesis that a control drops, and how near an inequality comes to equality.
function remarks(key,   text) {
    if (drops[key] != "") text = " · " tr("drops:") " " hypothesis(drops[key])
    if (nearest[key] != "") text = text " · " tr("nearest") " " (nearest[key] >= 0.99995 ? "1" : number(nearest[key]))
    return text
}

function td(text) { return "<td>" text "</td>" }
function th(text) { return "<th scope=\"col\">" text "</th>" }
function named(text) { return "<th scope=\"row\">" text "</th>" }

function interval(r) {
    if (cell[r, "lower"] == "" && cell[r, "upper"] == "") return ""
    return "[" number(cell[r, "lower"]) (edition == "ru" ? "; " : ", ") number(cell[r, "upper"]) "]"
}

# One row a setting (how = "worst") or one a checkpoint (how = "all").  Columns that this kind of
# evidence leaves empty are left out.
function result_table(key, how,   g, n, r, from, to, groups, evidence, sampled, ranged, sides, method, which, power, verdicts, sense) {
    groups = find_groups(key)
    r = row[key, 1]
    evidence = cell[r, "evidence"]
    ranged = evidence == "interval"
    sampled = evidence != "exact"
    sides = evidence == "pathwise"
    verdicts = surprise(key) || mixed[key]
    method = which = power = 0
    sense = cell[r, "sense"]
    for (g = 1; g <= groups; g++) {
        if (cell[row[key, first[g]], "method"] != cell[r, "method"]) method = 1
        if (cell[row[key, first[g]], "case"] != "") which = 1
        if (cell[row[key, first[g]], "evidence"] != evidence) sampled = ranged = 1
        if (ranged && how == "worst" && of_setting(key, g, "power") != "") power = 1
    }

    print "<div class=\"scroll\" tabindex=\"0\"><table class=\"numbers\"><thead><tr>" th(tr("problem")) (method ? th(tr("method")) : "") \
        (which ? th(tr("case")) : "") th(sides ? tr("tightest <i>k</i>") : "<i>k</i>") th(tr(sides ? "left side" : ranged ? "estimate" : "expectation")) \
        (ranged ? th(tr("interval")) : "") th(tr(sides ? "right side" : sense == "equal" ? "should be" : sense == "at_least" ? "lower bound" : "bound")) \
        th(tr(sides ? "difference" : "slack")) th(tr("ratio")) (sampled ? th(tr("runs", 5)) : "") (power ? th(tr("least excess<br>caught")) : "") \
        (verdicts ? th(tr("verdict")) : "") "</tr></thead><tbody>"
    for (g = 1; g <= groups && (how == "all" || g <= MOST_OPEN); g++) {
        from = first[g]
        to = first[g + 1] - 1
        for (n = from; n <= (how == "all" ? to : from); n++) {
            r = how == "all" ? row[key, n] : worst(key, from, to)
            print "<tr" (unexpected(r) ? " class=\"bad\"" : "") ">" named(problem_link(cell[r, "problem"])) (method ? td(method_link(cell[r, "method"])) : "") \
                (which ? td(escape(case_text(cell[r, "case"]))) : "") td(whole(cell[r, "k"])) td(number(cell[r, "estimate"])) \
                (ranged ? td(interval(r)) : "") td(number(cell[r, "bound"])) td(number(slack(r))) td(number(cell[r, "ratio"])) \
                (sampled ? td(whole(cell[r, "runs"])) : "") (power ? td(number(of_setting(key, g, "power"))) : "") \
                (verdicts ? td(tr(cell[r, "verdict"])) : "") "</tr>"
        }
    }
    print "</tbody></table></div>"
    return groups
}

# Raw HTML goes in fences of its own, so that pandoc's Markdown leaves it alone.
function html(text) { print "\n```{=html}\n" text "\n```\n" }

# A claim's name as a link to its place on a page, "" for this one; or another text for the link.
function claim_link(key, page, text) {
    return "<a class=\"name\" href=\"" page "#claim-" cell[row[key, 1], "claim"] "\">" (text == "" ? cell[row[key, 1], "claim"] : text) "</a>"
}

function relation(r,   sense, bad) {
    sense = cell[r, "sense"]
    bad = cell[r, "verdict"] == "violated"
    return sense == "at_most" ? (bad ? ">" : "≤") : sense == "at_least" ? (bad ? "<" : "≥") : bad ? "≠" : "="
}

# What was found, in one sentence: where it came nearest, or was beaten by most.
function found(key,   r, which, count) {
    r = worst(key, 1, rows[key])
    which = case_text(cell[r, "case"])
    count = rows[key]
    return tr(cell[r, "verdict"] == "violated" ? "beaten by most" : cell[r, "sense"] == "equal" ? "for example" : "nearest") " " tr("on") " " \
        problem_link(cell[r, "problem"]) (which == "" ? "" : ", " escape(which)) " " tr("at") " <i>k</i> = " whole(cell[r, "k"]) ": <span class=\"sides\">" \
        number(cell[r, "estimate"]) " " escape(relation(r)) " " number(cell[r, "bound"]) "</span>" \
        (cell[r, "runs"] == "" ? "" : "; " many(cell[r, "runs"], "run", "runs")) (count > 1 ? "; " many(count, "row", "rows") : "")
}

# Whether there is such a file.
function there(file,   unused, status) {
    status = (getline unused < file)
    close(file)
    return status >= 0
}

# Names that the pages of problems and methods explain.
function problem_link(id) { return id in known_problem ? "<a href=\"problems.html#" id "\">" id "</a>" : escape(named_text(id)) }
function method_link(id) { return id in known_method ? "<a href=\"methods.html#" id "\">" id "</a>" : escape(named_text(id)) }
# A name without a blank is one of the program's own.
function named_text(name) { return name ~ / / ? case_text(name) : name }
part == "problems" { known_problem[$1] = 1; next }
part == "methods" { known_method[$1] = 1; next }

# A box for a claim, on its theorem's page or elsewhere: what it says, and one line of what was found, which unfolds to the
# numbers and the command that finds them again.
function claim_box(key, id, page,   r, how, theorem) {
    r = row[key, 1]
    theorem = cell[r, "theorem"]
    how = tr(kind[key] == "proof-line" ? "proof line" : kind[key]) ", " tr(cell[r, "evidence"]) (cell[r, "method"] == "" ? "" : ", " method_link(cell[r, "method"]))
    html("<section class=\"claim " manner(key) "\" id=\"" id "\">\n<p class=\"head\">" \
        claim_badge(key) " " claim_link(key, page) " <span class=\"how\">" how remarks(key) "</span></p>")
    print sentence(key)
    print "\n```{=html}\n<details" (surprise(key) ? " open" : "") "><summary>" found(key) "</summary>"
    if (rows[key] <= MOST_ROWS) result_table(key, "all")
    else {
        result_table(key, "worst")
        print "<p class=\"how\">" tr("All") " " many(rows[key], "row", "rows") ": <a href=\"" top "data/" theorem ".csv\">" theorem ".csv</a>.</p>"
    }
    print "<p class=\"again\"><code>build/descent verify " key "</code></p></details></section>\n```\n"
}

# The worst ratio of all bounds that hold from the first step on: how near the theorem comes to equality.
# Returns the row, or 0.
function sharpest(theorem,   c, n, key, r, best) {
    best = 0
    for (c = 1; c <= claims[theorem]; c++) {
        key = theorem "/" claim_of[theorem, c]
        for (n = 1; n <= rows[key]; n++) {
            r = row[key, n]
            if (cell[r, "kind"] == "bound" && cell[r, "verdict"] == "holds" && cell[r, "k"] >= 1 && cell[r, "ratio"] ~ /[0-9]/ &&
                (!best || nearness(r) > nearness(best))) best = r
        }
    }
    return best
}

function sharpness(r) {
    return tr("sharpness") " " number(nearness(r)) " " tr("on") " <span class=\"name\">" cell[r, "problem"] "</span> " tr("at") " <i>k</i> = " whole(cell[r, "k"])
}

# How many of a theorem's claims have the verdict they expect.
function tally(theorem,   c, good) {
    if (!claims[theorem]) return badge(0, tr("not checked"))
    good = 0
    for (c = 1; c <= claims[theorem]; c++) good += !surprise(theorem "/" claim_of[theorem, c])
    return badge(good == claims[theorem], good " " tr("of") " " claims[theorem] " " tr("claims as expected", claims[theorem]))
}

# @erratum CLAIM [THE LECTURE'S WORDS ::] SENTENCE, of `theorem`, into erratum_claim, erratum_words and
# erratum_sentence.
function split_erratum(text, at,   i) {
    if (!match(text, /^@erratum[ \t]+[^ \t]+[ \t]+/)) fail(at ": @erratum takes a claim and a sentence")
    erratum_sentence = substr(text, RLENGTH + 1)
    erratum_claim = substr(text, 1, RLENGTH)
    sub(/^@erratum[ \t]+/, "", erratum_claim)
    sub(/[ \t]+$/, "", erratum_claim)
    if (!(theorem "/" erratum_claim in rows)) fail(at ": no results for claim " erratum_claim "; run `build/descent verify " theorem "`")
    i = index(erratum_sentence, " :: ")
    erratum_words = i ? substr(erratum_sentence, 1, i - 1) : ""
    if (i) erratum_sentence = substr(erratum_sentence, i + 4)
    if (erratum_sentence !~ /[.!]$/) fail(at ": an erratum ends with a sentence; do its further lines start with blanks?")
}
