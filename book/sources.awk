# SPDX-License-Identifier: GPL-3.0-or-later
#
# The theorems whose C files are read as part=source: order[1..theorems], and the title and the first figure of each.
# Shared by the pages that speak of all theorems: index.awk, errata.awk, coverage.awk.

part == "source" && FNR == 1 {
    theorem = FILENAME
    sub(/^.*\//, "", theorem)
    sub(/\.c$/, "", theorem)
    order[++theorems] = theorem
    woven[theorem] = 1
}

part == "source" && !(theorem in title) && /^(\/\*\*[ \t]*| \* )?# / {
    title[theorem] = $0
    sub(/^[^#]*# +/, "", title[theorem])
}

part == "source" && !(theorem in figure_of) && /^([ \t]+\*[ \t]*)?@figure[ \t]/ {
    figure_of[theorem] = $0
    sub(/^.*@figure[ \t]+/, "", figure_of[theorem])
    sub(/[ \t].*$/, "", figure_of[theorem])
}
