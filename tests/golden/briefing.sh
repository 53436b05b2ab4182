#!/bin/sh
# The briefing of the samples against what it was when somebody last looked at it: the words of its pages (in the text
# files beside this one) and how dark each part of each page is (in the .ink files, see ink.awk). Skipped without poppler,
# and with other fonts than those of fonts.cksum, which break lines elsewhere.
#
# After a change that is meant to show, look at the pages and renew the files: make renew-golden; git diff tests/golden
. "$top_srcdir/tests/command/common.sh"
golden=$top_srcdir/tests/golden
MOST_OFF=3 # cells in a hundred that may differ by more than the tolerance of ink.awk

skip() {
    echo "SKIP: $*"
    exit 77
}

for program in pdftotext pdftoppm; do
    command -v $program >/dev/null 2>&1 || skip "$program not found (Debian, Fedora: poppler-utils; Homebrew: poppler)"
done
(cd "$TAKLIMAT_FONTS" && cksum ./*.ttf) >fonts.cksum
if [ "${RENEW_GOLDEN-}" ]; then
    cp fonts.cksum "$golden/fonts.cksum" || exit 99
fi
cmp -s fonts.cksum "$golden/fonts.cksum" || skip "the fonts are not those that the golden files were made with"

# words PDF: what stands on its pages, line by line. White space does not count: poppler's versions differ in it.
words() {
    pdftotext -enc UTF-8 -layout "$1" words.txt 2>poppler.err || fail "pdftotext $1: $(cat poppler.err)"
    [ ! -s poppler.err ] || fail "poppler complains about $1: $(cat poppler.err)"
    awk 'BEGIN { RS = "\f" } NF { print "== " NR; n = split($0, lines, "\n")
        for (i = 1; i <= n; i++) { $0 = lines[i]; if (NF) { $1 = $1; print } } }' words.txt
}

# ink PDF: how dark each cell of each page is.
ink() {
    rm -f page-*.pgm
    pdftoppm -r 40 -gray "$1" page 2>poppler.err || fail "pdftoppm $1: $(cat poppler.err)"
    for page in page-*.pgm; do
        number=${page#page-}
        od -An -v -tu1 "$page" | awk -v page="${number%.pgm}" -f "$golden/ink.awk"
    done
}

# against NAME: compares NAME.txt and NAME.ink with the golden ones, or renews those.
against() {
    if [ "${RENEW_GOLDEN-}" ]; then
        cp "$1.txt" "$1.ink" "$golden/" || exit 99
        return
    fi
    diff "$golden/$1.txt" "$1.txt" >words.diff || fail "the words of $1 are others than before (< before, > now):
$(head -n 60 words.diff)"
    awk -v most="$MOST_OFF" -f "$golden/compare.awk" "$golden/$1.ink" "$1.ink" >ink.diff || fail "the pages of $1 look different:
$(head -n 20 ink.diff)"
}

# golden PDF NAME
golden() {
    words "$1" >"$2.txt"
    ink "$1" >"$2.ink"
    against "$2"
}

run report --month 2024-12 --out b "$top_srcdir/samples/articles"
[ "$code" -eq 0 ] || fail "report: exit code $code: $(cat err)"
golden b/2024-12/taklimat-2024-12.pdf nation-id

run report --month 2025-01 --template en --out b "$top_srcdir/samples/articles"
[ "$code" -eq 0 ] || fail "report in English: exit code $code: $(cat err)"
golden b/2025-01/13-sumatera-barat.pdf province-en

[ -z "${RENEW_GOLDEN-}" ] || echo "renewed: $golden"
finish
