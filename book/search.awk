# SPDX-License-Identifier: GPL-3.0-or-later
#
# Pages in Markdown -> what the search box looks through: search.js, a list of places with a page, an anchor, a heading and words.
# Use: LC_ALL=C awk -f search.awk NAME.md ...

BEGIN { printf "descentSearch([" }

FNR == 1 {
    finish()
    page = FILENAME
    sub(/.*\//, "", page)
    sub(/\.md$/, "", page)
    heading = title = ""
    fence = 0
}

/^```/ { fence = !fence; raw = /[{]=html[}]/; next }
fence && raw && match($0, /id="[^"]*"/) { finish(); anchor = substr($0, RSTART + 4, RLENGTH - 5); next }
fence || /^:::/ { next }

/^#+ / {
    finish()
    anchor = ""
    heading = $0
    sub(/^#+ +/, "", heading)
    if (match(heading, /[{]#[^}]*[}]/)) { anchor = substr(heading, RSTART + 2, RLENGTH - 3); heading = substr(heading, 1, RSTART - 1) }
    if (title == "") title = plain(heading)
    next
}

{ sub(/^[-*] /, ""); words = words " " $0 }

END { finish(); print "]);" }

function plain(text) {
    gsub(/\]\([^)]*\)|\]?[{][^}]*[}]/, " ", text)
    gsub(/[][`*#>"\\$]/, " ", text)
    gsub(/[ \t]+/, " ", text)
    sub(/^ /, "", text)
    sub(/ $/, "", text)
    return text
}

# At a blank: letters may be of several bytes.
function first_of(text) {
    if (length(text) < 900) return text
    text = substr(text, 1, 900)
    sub(/ [^ ]*$/, "", text)
    return text
}

function finish() {
    words = plain(words)
    if (words != "" || heading != "") printf "%s\n[\"%s\",\"%s\",\"%s\",\"%s\"]", places++ ? "," : "", page, anchor, title (heading == "" || plain(heading) == title ? "" : " · " plain(heading)), first_of(words)
    words = heading = ""
}
