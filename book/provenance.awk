# SPDX-License-Identifier: GPL-3.0-or-later
#
# provenance.json, one key a line, -> variables for pandoc's template.  JSON is YAML once it is indented.
#
# Use: awk -f ledger.awk -f provenance.awk provenance.json

BEGIN { print "variables:" }

{
    gsub(/&/, "\\&amp;")
    gsub(/</, "\\&lt;")
    sub(/T[0-9:.]+Z?"/, "\"", $0) # a date's hour
}

# Numbers for people; whole ones stay as they are, to the last digit of the seed.
/: *[0-9][0-9.]*[.e][0-9.e+-]*,?[ \t]*$/ {
    match($0, /: */)
    print "  " substr($0, 1, RSTART) " \"" number(substr($0, RSTART + RLENGTH)) "\"" (/,[ \t]*$/ ? "," : "")
    next
}

{ print "  " $0 }
