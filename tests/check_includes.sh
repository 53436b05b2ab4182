#!/bin/sh
# Holds the sources to the table of folders in HACKING.md: who may include whom, and which folder may see which library.
set -u
: "${top_srcdir:=$(cd "$(dirname "$0")/.." && pwd)}"
cd "$top_srcdir/src" || exit 99

# FILE TAB HEADER, one line an #include of our own or of a library
includes() {
    find . -name '*.[ch]' | LC_ALL=C sort | while IFS= read -r file; do
        sed -n 's/^# *include *\([<"][^>"]*\).*/\1/p' "$file" | sed "s|^|${file#./} |"
    done
}

# The rules. may: folder, then what it may include besides itself (a folder, or the beginning of a path). sees: a
# library's header, then the only places (the same) that may include it.
rules='
may base
may tables base/
may intake base/ tables/
may extract base/ tables/ intake/article.h
may summary base/ tables/ extract/facts extract/sketch.h
may layout base/ tables/ summary/
may pdf base/ layout/
may mail base/ tables/ summary/
may cli base/ tables/ intake/ extract/ summary/ layout/ pdf/ mail/
sees cJSON.h intake/ base/json_read. layout/template
sees utf8proc.h base/
sees hpdf pdf/
sees curl/ mail/smtp
sees gmime/ mail/compose
sees sqlite3.h mail/ledger
sees idn2.h mail/address.c
sees openssl/ base/
sees png.h base/image_png.
sees jpeglib.h base/image_jpeg.
sees iconv.h intake/
sees libxml/ intake/markup.c
sees zip.h intake/archive.c
sees xlsxwriter.h cli/spreadsheet.c
sees locale.h cli/language.
sees libintl.h cli/language.
sees getopt.h cli/
sees confuse.h cli/config.
'

{ printf '%s\n' "$rules"; includes; } | awk '
    function starts(path, list,   n, parts, i) {
        n = split(list, parts, " ")
        for (i = 1; i <= n; i++) if (index(path, parts[i]) == 1) return 1
        return 0
    }
    function wrong(what) { print "src/" $1 ": " what; bad = 1 }
    $1 == "may" { key = $2; $1 = $2 = ""; may[key] = $0 " "; next }
    $1 == "sees" { key = $2; $1 = $2 = ""; sees[key] = $0; next }
    NF == 0 { next }
    {
        total++
        folder = $1
        sub(/\/.*/, "", folder)
        header = substr($2, 2)
        if (!(folder in may)) { wrong("folder " folder " is not in the table"); next }
        if (!($1 in first)) {
            first[$1] = header
            if ($1 ~ /\.c$/ && $2 != "<config.h") wrong("its first header must be <config.h>")
        }
        if ($1 ~ /\.h$/ && header == "config.h") wrong("a header does not include <config.h>")
        if (substr($2, 1, 1) == "\"") {
            if (!starts(header, folder "/" may[folder])) wrong(folder " may not include \"" header "\"")
            else if ((getline line < header) < 0) wrong("no such file: \"" header "\", paths are relative to src/")
            close(header)
        } else {
            bare = header
            if (header ~ /cJSON\.h$/) bare = "cJSON.h"
            for (library in sees)
                if (index(bare, library) == 1 && !starts($1, sees[library])) wrong(folder " may not include <" header ">")
        }
    }
    END { print total + 0 " includes checked"; exit bad }'
