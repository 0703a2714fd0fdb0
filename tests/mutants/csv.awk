# SPDX-License-Identifier: GPL-3.0-or-later
# The fields of one line of CSV into F[1], F[2], ...; returns how many.
function cut(line,    n, rest, field) {
    n = 0; rest = line ","
    while (rest != "") {
        if (substr(rest, 1, 1) == "\"" && match(rest, /^"([^"]|"")*",/)) field = substr(rest, 2, RLENGTH - 3)
        else { match(rest, /^[^,]*,/); field = substr(rest, 1, RLENGTH - 1) }
        rest = substr(rest, RLENGTH + 1)
        F[++n] = field
    }
    return n
}
