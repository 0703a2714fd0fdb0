# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: LC_ALL=C awk -f edits.awk [-v directed=1] FILE.c ...
# Every edit of one token that the mutation test may make, one a line, tab-separated: file, line, offset of what is
# replaced, its length, the replacement, the kind of edit, the edit in words, the line's text.
#
# Only code in functions and what initialises constants is edited.  Comments, strings, types, sizes of arrays and of memory,
# what chooses instances (settings, lengths, checkpoints, random numbers), labels and figures are not; nor is, outside of the engine, room
# for roundings: the engine says when there is too much of it, and nothing can say that a little is missing.
#
# directed: instead of these, every line of a proof, finding and bound made 5 % weaker.

# ---- tokens of a file ----

function begin_file(name) {
    file = name; text = ""; count = 0; lines = 0; in_comment = 0; in_macro = 0
}

function add(token, kind, at) {
    T[++count] = token; KIND[count] = kind; AT[count] = at; LINE[count] = lines
}

function tokenise(line, base,    rest, at, n, kind, end) {
    SOURCE[++lines] = line
    if (!in_comment && (in_macro || line ~ /^[ \t]*#/)) { in_macro = line ~ /\\$/; return }
    for (at = 1; at <= length(line); at += n) {
        rest = substr(line, at)
        if (in_comment) {
            end = index(rest, "*/")
            if (!end) return
            in_comment = 0; n = end + 1
            continue
        }
        n = 1
        if (substr(rest, 1, 2) == "/*") { in_comment = 1; n = 2; continue }
        if (substr(rest, 1, 2) == "//") return
        if (match(rest, /^[ \t]+/)) { n = RLENGTH; continue }
        if (match(rest, /^"([^"\\]|\\.)*"/) || match(rest, /^'([^'\\]|\\.)*'/)) kind = "string"
        else if (match(rest, /^0[xX][0-9a-fA-F]+[uUlL]*/)) kind = "number"
        else if (match(rest, /^([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[fFuUlL]*/)) kind = "number"
        else if (match(rest, /^[A-Za-z_][A-Za-z0-9_]*/)) kind = "name"
        else if (match(rest, /^(->|[+][+]|--|<<=|>>=|<<|>>|<=|>=|==|!=|&&|[|][|]|[-+*\/%&|^]=|[.][.][.])/)) kind = "mark"
        else { match(rest, /^./); kind = "mark" }
        n = RLENGTH
        add(substr(rest, 1, n), kind, base + at - 1)
    }
}

# ---- structure ----

function opens(t) { return t == "(" || t == "[" || t == "{" }
function closes(t) { return t == ")" || t == "]" || t == "}" }

function pair(    i, depth, open) {
    for (i = 1; i <= count; i++) {
        MATE[i] = 0; EDITED[i] = 0; BINARY[i] = 0
        if (opens(T[i])) open[++depth] = i
        if (closes(T[i]) && depth) { MATE[i] = open[depth]; MATE[open[depth--]] = i }
    }
    T[count + 1] = T[count + 2] = ""; KIND[count + 1] = KIND[count + 2] = ""
}

function is_type(t) {
    return t ~ /^(const|static|struct|enum|union|unsigned|signed|int|char|bool|void|float|double|long|short|volatile|register|real|whole|truth|FILE)$/ || t ~ /_t$/
}

# The bracket that closes at i is a cast.
function is_cast(i) {
    return T[i] == ")" && MATE[i] && is_type(T[MATE[i] + 1]) && T[MATE[i] - 1] !~ /^(sizeof|[A-Za-z_][A-Za-z0-9_]*)$/
}

function ends_operand(i) {
    if (KIND[i] == "number" || KIND[i] == "string" || T[i] == "]") return 1
    if (KIND[i] == "name") return !is_type(T[i]) && T[i] !~ /^(return|case|sizeof|else|do)$/ && T[i - 1] !~ /^(struct|enum|union)$/
    return T[i] == ")" && !is_cast(i)
}

function find_binary(    i) {
    for (i = 2; i < count; i++)
        if (T[i] ~ /^([-+*\/%<>&|^]|<=|>=|==|!=|&&|[|][|]|<<|>>)$/) BINARY[i] = ends_operand(i - 1)
}

function edit_all(from, to, yes) { for (; from <= to; from++) EDITED[from] = yes }

# What is inside the brackets at i is left alone.
function leave(i) { if (MATE[i] > i) edit_all(i, MATE[i], 0) }

# The next such token from i to `to`, outside of inner brackets; 0: there is none.
function next_outside(i, to, pattern) {
    for (; i <= to; i++) {
        if (T[i] ~ pattern) return i
        if (opens(T[i]) && MATE[i]) i = MATE[i]
    }
    return 0
}

# A declaration in a function starts at i: sizes of arrays and stars of pointers are left alone.
function leave_declarators(i,    given) {
    for (given = 0; i <= count && T[i] != ";" && T[i] != "{" || given; i++) {
        if (T[i] == ";") return
        if (T[i] == "=") given = 1
        else if (T[i] == ",") given = 0
        else if (!given && (T[i] == "[" || T[i] == "(")) leave(i)
        else if (!given && T[i] == "*") BINARY[i] = 0
        if (closes(T[i])) return
        if (opens(T[i]) && MATE[i]) i = MATE[i]
    }
}

# Arguments m to n of the call whose bracket opens at i are left alone.
function leave_arguments(i, m, n) { if (arguments(i) >= n) edit_all(ARGUMENT[m], ARGUMENT[n + 1] - 2, 0) }

# From i to the end of the expression around it.
function leave_rest(i) {
    for (; i < count && T[i] !~ /^[,;]$/ && !closes(T[i]); i++) {
        EDITED[i] = 0
        if (opens(T[i]) && MATE[i]) { leave(i); i = MATE[i] }
    }
}
function leave_before(i) {
    for (; i > 1 && T[i] !~ /^[,;=?:]$/ && T[i] !~ /^[-+*\/]=$/ && T[i] != "return" && !opens(T[i]); i--) {
        EDITED[i] = 0
        if (closes(T[i]) && MATE[i]) { i = MATE[i]; leave(i) }
    }
}

function is_room(name) { return name ~ /^(size|sizes|magnitude|error|errors|relative|rounding|roundings|allowance|room|slack|precision|tie)$|_(size|sizes|error|errors|roundings)$|^roundings_/ }

function rounding(from, to,    i, j) {
    for (i = from; i <= to; i++) {
        if (T[i] ~ /^(at_most|at_least|equal)$/ && T[i + 1] == "(") leave_arguments(i + 1, 3, 3)
        if (T[i] == "inquiry_exact") leave_arguments(i + 1, 6, 6)
        if (T[i] == "inquiry_assumes") leave_arguments(i + 1, 5, 5) # how many steps a premise may ask about
        if (T[i] ~ /^(finding_exact|nearest_take)$/) leave_arguments(i + 1, 5, 5)
        if (T[i] ~ /EPSILON$/) { leave_before(i); leave_rest(i) }
        if (KIND[i] == "name" && is_room(T[i])) {
            j = i + 1
            while (T[j] == "[") j = MATE[j] + 1
            if (T[j] ~ /^[-+*\/]?=$/) leave_rest(j)
        }
    }
}

function function_body(from, to, name,    i, j) {
    edit_all(from, to, 1)
    # Certificates may have room for roundings as well; what is too much of it, tests/certify.c shows.
    if (file !~ /^verify\// || file ~ /^verify\/models\/certif/) {
        if (is_room(name)) edit_all(from, to, 0)
        rounding(from, to)
    }
    for (i = from; i <= to; i++) {
        if (T[i] ~ /^(sizeof|allocate|array_grown|malloc|calloc|realloc|free|memcpy|memset|memmove|printf|fprintf|snprintf|vsnprintf|puts|fputs|fputc|inquiry_which|fail|_Static_assert|__attribute__)$/ && T[i + 1] == "(") leave(i + 1)
        # Labels.
        if (T[i] ~ /^inquiry_(exact|measured|share)$/) leave_arguments(i + 1, 2, 4)
        if (T[i] == "inquiry_nearest") leave_arguments(i + 1, 2, 3)
        if (T[i] == "finding_exact") leave_arguments(i + 1, 1, 3)
        if (T[i] == "nearest_take") leave_arguments(i + 1, 2, 2)
        if (T[i] == "memory" && T[i + 1] == "[") leave(i + 1)
        # How long a loop goes on, and what a computation is told to try.
        if (T[i] == "for" && T[i + 1] == "(" && file !~ /^(methods|verify)\//)
            for (j = next_outside(i + 2, to, "^;$") + 1; j && T[j] != ";" && j < MATE[i + 1]; j++)
                if (KIND[j] == "number" && T[j] + 0 >= 8) EDITED[j] = EDITED[j - 1] = 0
        if (KIND[i] == "name" && T[i] !~ /^(inquiry|finding)_/ && T[i + 1] == "(" && T[i + 2] == "q" && T[i + 3] == ",")
            for (j = i + 4; j < MATE[i + 1]; j++) if (KIND[j] == "number" && T[j - 1] == "," && T[j + 1] ~ /^[,)]$/) EDITED[j] = 0
        # Other random numbers and more runs are other instances.
        if (T[i] ~ /^(inquiry_lanes|runs_wanted|checkpoints_between|pcg_[a-z_]+)$/ && T[i + 1] == "(" && file !~ /^verify\//) leave(i + 1)
        if (T[i] == "enum" && (T[i + 1] == "{" || T[i + 2] == "{")) leave(T[i + 1] == "{" ? i + 1 : i + 2)
        if (T[i] == "title" && T[i + 1] == "[") edit_all(i, next_outside(i, to, "^[;,]$") - 1, 0)
        # All lanes of a value are alike where one is taken.
        if (T[i] == "[" && T[i - 1] == ")" && file !~ /^verify\//) leave(i)
        # A path that trouble takes; there is none.
        if (T[i] == "trouble" && T[i + 1] == "&&" && file !~ /^verify\//) EDITED[i + 1] = 0
        # Settings choose instances.
        if (T[i] == "struct" && T[i + 1] ~ /^(settings?|walker|way)$/)
            for (j = i + 2; j <= to && T[j] !~ /^[;{]$/; j++) if (T[j] == "(") break
        if (T[i] == "struct" && T[i + 1] ~ /^(settings?|walker|way)$/ && T[j] == "{") leave(j)
        if (T[i] == "." && T[i + 1] ~ /^(steps|runs)$/ && T[i + 2] == "=" && file !~ /^verify\//)
            for (j = i + 3; j <= to && T[j] != "," && !closes(T[j]); j++) {
                EDITED[j] = 0
                if (opens(T[j]) && MATE[j]) { leave(j); j = MATE[j] }
            }
        if (T[i] == "(" && T[i - 1] == "for" || T[i] ~ /^[;{}]$/) {
            if (is_type(T[i + 1]) || KIND[i + 1] == "name" && T[i + 2] == "*" && KIND[i + 3] == "name") leave_declarators(i + 1)
            if (T[i + 1] == "static" && file ~ /^(theorems|problems)\//) {
                for (j = i + 1; j && T[j] != ";"; j = next_outside(j + 1, to, "^[=;]$"))
                    if (T[j] == "=" && T[j + 1] == "{") leave(j + 1)
            }
        }
    }
}

# An initialiser, from its `=`.
function constant(from, to, head,    i) {
    if (head ~ / struct (setting|settings|drawing|map|term|theorem|claim|hypothesis|verb|catalogue|entrant|race|shared) /) return
    if (head ~ / char /) return
    if (file !~ /^verify\// && next_token(from, to, "DBL_EPSILON")) return
    # Data of problems, and tables of what a theorem tries, choose instances; but for the side that a bound is on.
    if (T[from + 1] == "{" && file ~ /^(theorems|problems)\//) {
        for (i = from; i <= to; i++) if (T[i] ~ /^AT_(MOST|LEAST)$/) EDITED[i] = 1
    } else edit_all(from, to, 1)
}

# A claim: its sign, its factor and its number of looseness.
function claim(from, to,    i) {
    for (i = from; i <= to; i++) {
        if (T[i] ~ /^AT_(MOST|LEAST)$/) EDITED[i] = 1
        if (T[i] == "times" && T[i + 1] == "=") for (i += 2; KIND[i] == "number" || T[i] ~ /^[-+*\/]$/; i++) EDITED[i] = 1
        if (T[i] == "LOOSE" && KIND[i + 2] == "number") EDITED[i + 2] = 1
    }
}

# The file's functions, constants and claims, in order.
function structure(    i, start, head, equals) {
    pair()
    find_binary()
    functions = claims = 0
    for (start = i = 1; i <= count; i++) {
        if (i == start) { head = " "; equals = 0 }
        if (!equals) head = head T[i] " "
        if (T[i] == "=" && !equals) equals = i
        if (T[i] == "{" && T[i - 1] == ")" && !equals) {
            FUNCTION[++functions] = T[name_before(start, i)]; HEAD[functions] = head
            BODY[functions] = i; END_OF[functions] = MATE[i]
            function_body(i, MATE[i], FUNCTION[functions])
            i = MATE[i]; start = i + 1
        } else if (T[i] == ";") {
            if (T[start] == "CLAIM") { CLAIM_FROM[++claims] = start; CLAIM_TO[claims] = i; claim(start, i) }
            else if (equals) constant(equals, i, head)
            start = i + 1
        } else if (opens(T[i]) && MATE[i]) {
            if (!equals && T[i] != "{") for (start_of = i + 1; start_of <= MATE[i]; start_of++) head = head T[start_of] " "
            i = MATE[i]
        }
        if (!i) return
    }
}

# The name of the function whose head goes from `from` to its body.
function name_before(from, to,    i) {
    for (i = from; i < to; i++) if (T[i] == "(" && KIND[i - 1] == "name") return i - 1
    return from
}

# ---- operands ----

function is_break(i) {
    return T[i] ~ /^([,;:?=]|[-+*\/%&|^]=|<<=|>>=)$/ || T[i] == "" || T[i] == "return"
}
# How tightly the operator at i binds.
function binds(i) {
    if (T[i] ~ /^[*\/%]$/) return 3
    if (T[i] ~ /^[-+]$/) return 2
    return 1
}
# The last token of the operand right of the operator at i.
function right_end(i,    level, j) {
    level = binds(i)
    for (j = i + 1; j <= count; j++) {
        if (is_break(j) || closes(T[j])) return j - 1
        if (BINARY[j] && binds(j) <= level) return j - 1
        if (opens(T[j])) j = MATE[j]
    }
    return i
}
# The first token of the operand left of it.
function left_start(i,    level, j) {
    level = binds(i)
    for (j = i - 1; j >= 1; j--) {
        if (is_break(j) || opens(T[j])) return j + 1
        if (BINARY[j] && binds(j) <= level) return j + 1
        if (closes(T[j])) j = MATE[j]
    }
    return i
}
# The argument that ends before the bracket or comma at `end`, of a call whose bracket opens at `open`.
function source(from, to) { return substr(text, AT[from] + 1, AT[to] + length(T[to]) - AT[from]) }

function one_line(s) { gsub(/[ \t\n]+/, " ", s); sub(/^ /, "", s); sub(/ $/, "", s); return s }

# Commas of the call whose bracket opens at i: ARGUMENT[n] is the first token of its argument n; returns how many there are.
function arguments(i,    n, j) {
    ARGUMENT[n = 1] = i + 1
    for (j = i + 1; j < MATE[i]; j++) {
        if (T[j] == ",") ARGUMENT[++n] = j + 1
        else if (opens(T[j])) j = MATE[j]
    }
    ARGUMENT[n + 1] = MATE[i] + 1
    return n
}

# ---- edits ----

# Instead of tokens from .. to stands `new`.  In words: with a token more on either side where they are not said.
function emit(kind, from, to, new, old_words, new_words,    at, size, words, key, shown) {
    at = AT[from]; size = AT[to] + length(T[to]) - at
    if (old_words == "") { old_words = source(from, to); new_words = new }
    words = one_line(old_words) " -> " one_line(new_words)
    key = file SUBSEP LINE[from] SUBSEP words
    if (SEEN[key]++) words = words " (" SEEN[key] ")"
    shown = SOURCE[LINE[from]]
    gsub(/\t/, " ", shown)
    gsub(/\n/, " ", new)
    printf "%s\t%d\t%d\t%d\t%s\t%s\t%s\t%s\n", file, LINE[from], at, size, new, kind, words, one_line(shown)
}
function around(i, new) { emit(kind_now, i, i, new, T[i - 1] " " T[i] " " T[i + 1], T[i - 1] " " new " " T[i + 1]) }
function drop(from, to, whole_from, whole_to, kept_from, kept_to) {
    emit(kind_now, from, to, "", source(whole_from, whole_to), source(kept_from, kept_to))
}

function operator(i,    start, end) {
    if (!BINARY[i]) return
    if (T[i] ~ /^[-+*\/]$/) {
        kind_now = "arithmetic"
        around(i, T[i] == "+" ? "-" : T[i] == "-" ? "+" : T[i] == "*" ? "/" : "*")
        kind_now = T[i] ~ /^[-+]$/ ? "term" : "factor"
        start = left_start(i); end = right_end(i)
        if (T[end] ~ /e-[1-9][0-9]/) return # room for roundings
        drop(i, end, start, end, start, i - 1)
        if (T[i] ~ /^[+*]$/ && !(BINARY[start - 1] && binds(start - 1) == binds(i)))
            drop(start, i, start, end, i + 1, end)
    }
    kind_now = "comparison"
    # Beyond the last lane or dimension there is nothing.
    if (T[i] == "<") { if (T[i + 1] !~ /^[A-Z][A-Z_]*$/) around(i, "<="); around(i, ">=") }
    if (T[i] == "<=") { around(i, "<"); around(i, ">") }
    if (T[i] == ">") { around(i, ">="); around(i, "<=") }
    if (T[i] == ">=") { around(i, ">"); around(i, "<") }
    if (T[i] == "==") around(i, "!=")
    if (T[i] == "!=") around(i, "==")
    kind_now = "logic"
    if (T[i] == "&&") around(i, "||")
    if (T[i] == "||") around(i, "&&")
}

function scaled(n, by,    s) {
    s = sprintf("%.6g", n * by)
    return s ~ /[.en]/ ? s : s ".0"
}

function number(i,    n, whole) {
    n = T[i]
    if (T[i - 1] == "{" && T[i + 1] == "}") return # = {0}
    whole = n ~ /^(0[xX]|[0-9]+[uUlL]*$)/
    kind_now = "literal"
    if (n ~ /^[0-9][0-9]?[0-9]?[0-9]?[0-9]?[0-9]?$/) around(i, n + 1 "")
    else if (whole) around(i, "(" n " + 1)")
    if (n ~ /[fFuUlL]$/ || n ~ /^0[xX]/ || n + 0 == 0) return
    if (!whole && n + 0 < 1e-6) return # a tolerance
    if (!whole || T[i - 1] ~ /^[*\/]$/ || T[i + 1] ~ /^[*\/]$/) {
        around(i, scaled(n, 1.05))
        if (!whole) around(i, scaled(n, 2))
    }
}

function name(i,    n, start) {
    if (T[i] == "true" || T[i] == "false") { kind_now = "truth"; around(i, T[i] == "true" ? "false" : "true") }
    kind_now = "side"
    if (T[i] == "AT_MOST") around(i, "AT_LEAST")
    if (T[i] == "AT_LEAST") around(i, "AT_MOST")
    if (T[i + 1] == "(" && T[i] == "at_most") around(i, "at_least")
    if (T[i + 1] == "(" && T[i] == "at_least") around(i, "at_most")
    if (T[i + 1] == "(" && T[i] ~ /^(larger|smaller|fmax|fmin|real_largest)$/) {
        kind_now = "extreme"
        if (T[i] != "real_largest")
            around(i, T[i] == "larger" ? "smaller" : T[i] == "smaller" ? "larger" : T[i] == "fmax" ? "fmin" : "fmax")
        if (arguments(i + 1) == 2) {
            emit(kind_now, i, MATE[i + 1], "(" source(ARGUMENT[1], ARGUMENT[2] - 2) ")")
            if (T[i] != "real_largest") emit(kind_now, i, MATE[i + 1], "(" source(ARGUMENT[2], MATE[i + 1] - 1) ")")
        }
    }
    if (T[i + 1] == "(" && T[i] ~ /^(sqrt|real_sqrt|fabs|real_abs)$/) {
        kind_now = "function"
        emit(kind_now, i, i, "", source(i, MATE[i + 1]), source(i + 1, MATE[i + 1]))
    }
    if (T[i] ~ /^(k|t|after)$/ && T[i + 1] !~ /^([=(.[]|->|[+][+]|--|[-+*\/]=)$/ && T[i - 1] !~ /^([&.]|[+][+]|--)$/ && !is_type(T[i - 1]) &&
        !(T[i - 1] == "," && T[i + 1] ~ /^[;=]$/)) {
        kind_now = "off by one"
        for (start = i; T[start - 1] ~ /^([.]|->)$/; start -= 2)
            if (closes(T[start - 2])) start = MATE[start - 2] + 2 # of a call or a subscript
        emit(kind_now, start, i, "(" source(start, i) " + 1)")
        emit(kind_now, start, i, "(" source(start, i) " - 1)")
    }
}

function edits(    i) {
    for (i = 2; i < count; i++) {
        if (!EDITED[i]) continue
        if (KIND[i] == "number") number(i)
        else if (KIND[i] == "name") name(i)
        else if (KIND[i] == "mark") {
            operator(i)
            if (T[i] == "!" || T[i] == "-" && !BINARY[i]) { kind_now = "negation"; emit(kind_now, i, i, "", T[i] " " T[i + 1], T[i + 1]) }
            kind_now = "arithmetic"
            if (T[i] ~ /^[-+*\/]=$/) around(i, T[i] == "+=" ? "-=" : T[i] == "-=" ? "+=" : T[i] == "*=" ? "/=" : "*=")
        }
    }
}

# ---- what is made weaker ----

function by_sign(sign, size) {
    return " + 0.05 * ((" sign ") == AT_MOST ? 1 : (" sign ") == AT_LEAST ? -1 : 0) * " size
}

# Names in claims that say how loose they are, and in the constants that those name.
function find_loose(    c, i, n, marked) {
    for (n in LOOSE) delete LOOSE[n]
    for (c = 1; c <= claims; c++) {
        marked = 0
        for (i = CLAIM_FROM[c]; i < CLAIM_TO[c]; i++) {
            if (T[i] == "LOOSE") marked = 1
            if (marked && KIND[i] == "name") LOOSE[T[i]] = 1
        }
    }
    for (i = 1; i < count; i++)
        if (KIND[i] == "name" && T[i] in LOOSE && T[i + 1] == "=" && T[i + 2] == "{")
            for (n = i + 3; n < MATE[i + 2]; n++) if (KIND[n] == "name" && T[n - 1] != ".") LOOSE[T[n]] = 1
}

# Functions that BOUND claims name as their bound; BOUNDS[f] is 1 or, of a lower bound, -1.
function find_bounds(    c, i, n, side) {
    for (n in BOUNDS) delete BOUNDS[n]
    for (c = 1; c <= claims; c++) {
        if (!next_token(CLAIM_FROM[c], CLAIM_TO[c], "BOUND")) continue
        side = next_token(CLAIM_FROM[c], CLAIM_TO[c], "AT_LEAST") ? -1 : 1
        if (next_token(CLAIM_FROM[c], CLAIM_TO[c], "EQUAL")) continue
        for (i = CLAIM_FROM[c]; i < CLAIM_TO[c]; i++)
            if (T[i] ~ /^(MEAN|AVERAGE)$/) {
                BOUNDS[T[i + 2]] = side
                if (!next_token(i, MATE[i + 1], "times"))
                    emit(T[i + 2] in LOOSE ? "claim, loose" : "claim", MATE[i + 1], MATE[i + 1], ", .times = " (side > 0 ? "1.05" : "0.95") ")",
                         T[CLAIM_FROM[c] + 2], "its bound 5 % weaker")
            }
    }
    # ... and those that a claim hands on.
    for (i = 1; i < count; i++)
        if (T[i] == "inquiry_bound" && T[i + 1] == "(" && arguments(i + 1) == 3) BOUNDS[T[ARGUMENT[3]]] = 1
}
function next_token(from, to, token) {
    for (; from < to; from++) if (T[from] == token) return from
    return 0
}

function weaken(kind, f, from, to, new, words) {
    emit(kind (FUNCTION[f] in LOOSE ? ", loose" : ""), from, to, new, FUNCTION[f] ": " words, "5 % weaker")
}

function weaker(    f, i, n, end, value) {
    find_loose()
    find_bounds()
    for (f = 1; f <= functions; f++)
        for (i = BODY[f]; i < END_OF[f]; i++) {
            if (T[i] == "return") {
                end = next_outside(i + 1, END_OF[f], "^;$")
                value = source(i + 1, end - 1)
                if (HEAD[f] ~ / struct relation [^*]/ && value !~ /^equal ?\(/)
                    weaken("line", f, i, end, "{ struct relation weaker_ = " value "; weaker_.right += ((weaker_.sign == AT_MOST) - (weaker_.sign == AT_LEAST)) * 0.05 * real_abs(weaker_.right); return weaker_; }", value)
                if (FUNCTION[f] in BOUNDS && HEAD[f] ~ / double /)
                    weaken("bound", f, i, end, "{ double weaker_ = " value "; return weaker_ " (BOUNDS[FUNCTION[f]] > 0 ? "+" : "-") " 0.05 * fabs(weaker_); }", value)
            }
            if (T[i] ~ /^(inquiry_exact|finding_exact|inquiry_measured|inquiry_share|nearest_take)$/ && T[i + 1] == "(") {
                n = arguments(i + 1)
                sign = T[i] == "nearest_take" ? "(" source(ARGUMENT[1], ARGUMENT[2] - 2) ")->sign" : source(ARGUMENT[n - 1], ARGUMENT[n] - 2)
                n = T[i] == "nearest_take" ? 4 : n
                end = ARGUMENT[n + 1] - 2
                value = source(ARGUMENT[n], end)
                if (sign == "EQUAL" || value == "0") continue
                weaken("finding", f, ARGUMENT[n], end, "((" value ")" by_sign(sign, "fabs(" value ")") ")", "... " value)
            }
        }
}

function end_file() {
    if (file == "") return
    structure()
    if (directed) weaker()
    else edits()
}

FNR == 1 { end_file(); begin_file(FILENAME) }
{ tokenise($0, length(text)); text = text $0 "\n" }
END { end_file() }
