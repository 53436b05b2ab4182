#!/bin/sh
# No function over 80 lines, no file over 500, and in src/ a median function of at most 15 lines: HACKING.md.
# A function is counted from the line of its opening brace to that of its closing one. Relies on clang-format's layout:
# a definition starts in column 0, its brace ends a line, and the closing brace stands in column 0.
set -u
: "${top_srcdir:=$(cd "$(dirname "$0")/.." && pwd)}"
cd "$top_srcdir" || exit 99

# measure FOLDER…: prints "LINES FILE FUNCTION" for each function and "LINES FILE -" for each file
measure() {
    find "$@" -name '*.[ch]' | LC_ALL=C sort | while IFS= read -r file; do
        awk -v file="$file" '
            { line = $0 }
            comment { if (index(line, "*/")) comment = 0; next }
            /^ *\/\*/ { if (!index(line, "*/")) comment = 1; next }
            /^#/ || macro { macro = (line ~ /\\$/); next }
            inside { if (line ~ /^}/) { print NR - inside + 1, file, name; inside = 0 } next }
            /^[A-Za-z_]/ {
                pending = 0
                if (index(line, "(") && line !~ /^[^(]*=/) {
                    pending = 1
                    name = line
                    sub(/\(.*/, "", name)
                    sub(/.*[ *]/, "", name)
                    if (name == "START_TEST") { name = line; sub(/^[^(]*\(/, "", name); sub(/\).*/, "", name) }
                }
            }
            pending && /\{.*\}$/ { print 1, file, name; pending = 0; next }
            pending && /\{$/ { inside = NR; pending = 0; next }
            pending && /;$/ { pending = 0 }
            END { print NR, file, "-" }' "$file"
    done
}

measure src tests | awk '
    $3 == "-" { files++; if ($1 > 500) { print $2 ": " $1 " lines, at most 500"; bad = 1 } next }
    $1 > 80 { print $2 ": " $3 ": " $1 " lines, at most 80"; bad = 1 }
    $2 ~ /^src\// { count[$1]++; functions++; if ($1 > longest) longest = $1 }
    END {
        for (seen = 0; seen * 2 < functions; median++) seen += count[median]
        median = functions ? median - 1 : 0
        print functions + 0 " functions in src, median " median ", longest " longest + 0 ", " files " files"
        if (median > 15) { print "the median function has " median " lines, at most 15"; bad = 1 }
        exit bad
    }'
