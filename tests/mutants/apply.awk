# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: LC_ALL=C awk -v number=N -f apply.awk SAMPLE FILE: the file with edit number N of the sample in it.
BEGIN { FS = "\t" }
FILENAME == ARGV[1] {
    if (FNR == number) { at = $4; size = $5; new = $6 }
    next
}
{ text = text $0 "\n" }
END { printf "%s%s%s", substr(text, 1, at), new, substr(text, at + size + 1) }
