# SPDX-License-Identifier: GPL-3.0-or-later
#
# A file that speaks English and Russian -> what one edition says, with as many lines before each: a theorem's C file, whose
# Russian prose opens with /**ru (see twins.awk), or coverage.md, where @ru opens the Russian text of what stands above it.
#
# Use: awk -v language=en|ru -f edition.awk FILE.c|FILE.md

FILENAME ~ /\.md$/ { line[++lines] = $0; next }

/^\/\*\*ru/ && !inside { inside = "ru"; sub(/^\/\*\*ru[ \t]*[0-9]*/, "/**") }
/^\/\*\*/ && !/^\/\*\*[\/*]/ && !inside { inside = "en" }
{
    print inside == "" || inside == language ? $0 : ""
    if (inside && index($0, "*/")) inside = ""
}

END {
    for (i = 1; i <= lines; i++) {
        if (line[i] !~ /^@ru /) {
            # What a Russian text would replace: a reason, a title, or a paragraph.
            if (line[i] ~ /^(@uncovered |#)/) from = to = i
            else if (line[i] ~ /^([@>#]|\$\$)|^[ \t]*$/) { if (line[i] !~ /^[ \t]*$/) from = 0 }
            else { if (!(from && to == i - 1 && line[from] !~ /^[@#]/)) from = i; to = i }
            continue
        }
        if (!from) { print "edition: " FILENAME ":" i ": @ru without an English text above it" > "/dev/stderr"; exit 1 }
        text = substr(line[i], 5)
        line[i] = ""
        while (i < lines && line[i + 1] !~ /^([@>#]|\$\$)|^[ \t]*$/) { text = text " " line[++i]; line[i] = "" }
        if (language != "ru") { from = 0; continue }
        if (line[from] ~ /^@uncovered /) text = "@uncovered " text
        for (n = from; n <= to; n++) line[n] = ""
        line[from] = text
        from = 0
    }
    for (i = 1; i <= lines; i++) print line[i]
}
