#!/bin/sh
# The briefing of the samples against what it was when somebody last looked at it: the words of its pages and of its digest (in
# the text files beside this one) and how dark and how blue each part of each page is, and where lines, bars and grounds lie (in the .ink
# files, see ink.c). Skipped without poppler, and with other fonts than those of fonts.cksum, which break lines elsewhere. With
# another poppler than that of poppler.version, which smooths edges elsewhere, only the darkness is compared, and roughly.
#
# After a change that is meant to show, look at the pages and renew the files: make renew-golden; git diff tests/golden
. "$top_srcdir/tests/command/common.sh"
golden=$top_srcdir/tests/golden
ROUGHLY="-v coarse=1 -v tolerance=20 -v most=3" # thousandths; parts in a hundred that may be off by more
EXACTLY="-v tolerance=2 -v edge=0 -v most=0"

skip() {
    echo "SKIP: $*"
    exit 77
}

for program in pdftotext pdftoppm; do
    command -v $program >/dev/null 2>&1 || skip "$program not found (Debian, Fedora: poppler-utils; Homebrew: poppler)"
done
(cd "$TAKLIMAT_FONTS" && cksum ./*.ttf) >fonts.cksum
pdftoppm -v 2>&1 | sed -n 1p >poppler.version
if [ "${RENEW_GOLDEN-}" ]; then
    cp fonts.cksum poppler.version "$golden/" || exit 99
fi
if cmp -s poppler.version "$golden/poppler.version"; then how=$EXACTLY; else how=$ROUGHLY; fi
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
    rm -f page-*.ppm
    pdftoppm -r 72 "$1" page 2>poppler.err || fail "pdftoppm $1: $(cat poppler.err)"
    "$INK" page-*.ppm || fail "ink: exit code $?"
}

# against NAME: compares NAME.txt and NAME.ink with the golden ones, or renews those.
against() {
    if [ "${RENEW_GOLDEN-}" ]; then
        cp "$1.txt" "$1.ink" "$golden/" || exit 99
        return
    fi
    diff "$golden/$1.txt" "$1.txt" >words.diff || fail "the words of $1 are others than before (< before, > now):
$(head -n 60 words.diff)"
    # shellcheck disable=SC2086 # several words
    awk $how -f "$golden/compare.awk" "$golden/$1.ink" "$1.ink" >ink.diff || fail "the pages of $1 look different:
$(head -n 20 ink.diff)"
}

# golden PDF NAME
golden() {
    words "$1" >"$2.txt"
    ink "$1" >"$2.ink"
    against "$2"
}

# digest FILE NAME: the digest against NAME.txt, or renews that. Which highlights it has depends on the pages.
digest() {
    if [ "${RENEW_GOLDEN-}" ]; then
        cp "$1" "$golden/$2.txt" || exit 99
    fi
    diff "$golden/$2.txt" "$1" >digest.diff || fail "the digest $2 is another than before (< before, > now):
$(cat digest.diff)"
}

run report --month 2024-12 --out b "$top_srcdir/samples/articles"
[ "$code" -eq 0 ] || fail "report: exit code $code: $(cat err)"
golden b/2024-12/taklimat-2024-12.pdf nation-id
digest b/2024-12/ringkasan.txt digest-nation-id

run report --month 2025-01 --template en --out b "$top_srcdir/samples/articles"
[ "$code" -eq 0 ] || fail "report in English: exit code $code: $(cat err)"
golden b/2025-01/13-sumatera-barat.pdf province-en
digest b/2025-01/13-sumatera-barat.txt digest-province-en

[ -z "${RENEW_GOLDEN-}" ] || echo "renewed: $golden"
finish
