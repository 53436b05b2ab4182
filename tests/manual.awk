# Reads a manual page in man(7) macros; prints what tests/manual.sh compares, behind the number of its section:
#   S a section, s a subsection, T the tag of a list's item, X what is set as it is, P a paragraph, B a word set bold.
function plain(s) {
    gsub(/\\f[BIR]/, "", s)
    gsub(/\\\(dq/, "\"", s)
    gsub(/\\-/, "-", s)
    gsub(/\\e/, "\\", s)
    gsub(/^"|"$/, "", s)
    return s
}
# The bold pieces of a line of text.
function pieces(s,   rest) {
    rest = s
    while (match(rest, /\\fB[^\\]*(\\-[^\\]*)*/)) {
        print section, "B", plain(substr(rest, RSTART, RLENGTH))
        rest = substr(rest, RSTART + RLENGTH)
    }
}
# The arguments of a macro line, quoted ones whole, in word[1..].
function arguments(s,   n) {
    n = 0
    sub(/^\.[A-Z]+ */, "", s)
    while (s != "") {
        if (match(s, /^"[^"]*"/)) {
            word[++n] = substr(s, 2, RLENGTH - 2)
        } else {
            match(s, /^[^ ]+/)
            word[++n] = substr(s, 1, RLENGTH)
        }
        s = substr(s, RLENGTH + 1)
        sub(/^ +/, "", s)
    }
    return n
}
function bold(s) {
    if (s ~ /[^ ]/)
        print section, "B", plain(s)
}
BEGIN { section = 0 }
/^\.\\"/ { next }
/^\.SH/ { sub(/^\.SH */, ""); print ++section, "S", plain($0); next }
/^\.SS/ { sub(/^\.SS */, ""); print section, "s", plain($0); next }
/^\.(nf|PP|TP)/ { print section, substr($0, 2, 2); if ($0 == ".TP") tag = 1; next }
/^\.B / { n = arguments($0); line = word[1]; for (i = 2; i <= n; i++) line = line " " word[i]; bold(line) }
/^\.(BR|BI) / { n = arguments($0); for (i = 1; i <= n; i += 2) bold(word[i]) }
/^\.(RB|IB) / { n = arguments($0); for (i = 2; i <= n; i += 2) bold(word[i]) }
!/^\./ { pieces($0) }
tag { line = $0; sub(/^\.[A-Z]+ /, "", line); print section, "T", plain(line); tag = 0 }
