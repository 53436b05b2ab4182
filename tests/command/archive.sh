#!/bin/sh
# The briefings as documents for archives: PDF/A-1b by PDFBox's preflight, every font embedded as a subset, no warning
# by poppler, mupdf and qpdf, text in reading order. Each part is skipped with a word where its program is missing; the
# whole counts as skipped if preflight is.
. "$top_srcdir/tests/command/common.sh"
skipped=

# lacks PROGRAM PACKAGE: notes that the program is not there
lacks() {
    command -v "$1" >/dev/null 2>&1 && return 1
    echo "skipped: $1 not found ($2)"
    skipped="$skipped $1"
}

# Two months, one in each language, tagged; and one plain.
run report --month 2024-12 --out id "$top_srcdir/samples/articles"
[ "$code" -eq 0 ] || fail "report: exit code $code: $(cat err)"
run report --month 2025-01 --review --template en --out en "$top_srcdir/samples/articles"
[ "$code" -eq 0 ] || fail "report in English: exit code $code: $(cat err)"
run render --plain --output plain.pdf id/2024-12/summary.json
[ "$code" -eq 0 ] || fail "render --plain: exit code $code: $(cat err)"
# The same with all that an office adds.
mkdir office
cat >office/taklimat.conf <<'END'
letterhead = {"Pemerintah Kota Contoh", "Dinas Contoh Pesisir"}
address = {"Jalan Laut 1, Muara – Telepon (021) 000000"}
number = "7/X/2024"
foreword = "kata.txt"
place = "Muara"
signatory = "Ratna Dewi, S.H."
signatory_title = "Kepala Dinas"
signatory_rank = "Pembina"
signatory_id = "19800101 200501 2 001"
END
printf 'Puji syukur atas tersusunnya taklimat ini.\n\nSemoga berguna.\n' >office/kata.txt
if reads_png; then
    picture office/lambang.png && echo 'logo = "lambang.png"' >>office/taklimat.conf
fi
without=$TAKLIMAT_CONFIG
TAKLIMAT_CONFIG=$here/office
run render --paper F4 --output office.pdf id/2024-12/summary.json
[ "$code" -eq 0 ] || fail "render for an office: exit code $code: $(cat err)"
run render --region 33 --template en --output office-33.pdf id/2024-12/summary.json
[ "$code" -eq 0 ] || fail "render a province for an office: exit code $code: $(cat err)"
TAKLIMAT_CONFIG=$without
mkdir pdf
for file in id/*/*.pdf; do cp "$file" "pdf/id-${file##*/}"; done
for file in en/*/*.pdf; do cp "$file" "pdf/en-${file##*/}"; done
cp plain.pdf office.pdf office-33.pdf pdf/
number=$(find pdf -type f | wc -l)
[ "$number" -gt 20 ] || fail "only $number briefings"
tagged=pdf/id-taklimat-2024-12.pdf

# quiet COMMAND...: it ends well and says nothing on standard error.
quiet() {
    "$@" >printed 2>complaints || fail "$*: exit code $?"
    [ ! -s complaints ] || fail "$*: $(head -n 5 complaints)"
}

grep -aq StructTreeRoot "$tagged" || fail "the briefing has no tags"
! grep -aq -e StructTreeRoot -e StructParent -e BDC plain.pdf || fail "--plain has tags"
if ! lacks qpdf qpdf; then
    for file in pdf/*; do quiet qpdf --check "$file"; done
fi
if ! lacks pdffonts poppler-utils; then
    for file in pdf/*; do
        quiet pdffonts "$file"
        awk 'NR > 2 && ($1 !~ /^[A-Z][A-Z][A-Z][A-Z][A-Z][A-Z][+]/ || !/ yes yes yes /) { print; bad = 1 } END { exit bad || NR < 3 }' printed >bad ||
            fail "$file: a font is not embedded as a subset: $(cat bad)"
    done
    quiet pdfinfo "$tagged"
    has printed "Tagged:          yes"
    has printed "Metadata Stream: yes"
    quiet pdftocairo -r 30 -png "$tagged" page
    quiet pdfinfo -struct "$tagged" # with the text it takes poppler the square of the pages' time
    for type in Document H1 H2 H3 P BlockQuote Note Table TR TH TD L LI LBody TOC TOCI Link; do
        grep -q "^ *$type\( (.*)\)\{0,1\}:\{0,1\}$" printed || fail "no element $type"
    done
    quiet pdfinfo -struct pdf/office.pdf
    ! reads_png || grep -q 'Figure' printed || fail "the logo is no figure"
    quiet pdfinfo -struct-text pdf/office.pdf
    has printed '"PEMERINTAH KOTA CONTOH'
    quiet pdfinfo -struct-text pdf/id-18-lampung.pdf
    awk '/^ *"/ { text = text $0 } END { exit !(index(text, "Ringkasan") && index(text, "Ringkasan") < index(text, "Sorotan")) }' printed ||
        fail "the text of the tags is not in order: $(head -n 40 printed)"
    quiet pdftotext -enc UTF-8 "$tagged" words.txt
    ! grep -q "$(printf '\357\277\275')" words.txt || fail "a character is not shown"
fi
if ! lacks mutool "mupdf-tools"; then
    # -N: Debian's mutool has no colour management, and would say so
    for file in pdf/id-*; do quiet mutool draw -N -q -r 30 -o page.pgm "$file"; done
fi

# Everything that preflight needs, or it is left out.
jars=${PDFBOX_JARS:-/usr/share/java}
classes=
preflight=yes
for jar in preflight xmpbox pdfbox2 fontbox2 commons-logging javax.activation jaxb-api; do
    classes=$classes:$jars/$jar.jar
    [ -f "$jars/$jar.jar" ] || preflight=
done
[ "$preflight" ] || lacks "preflight (PDFBox)" "libpdfbox2-java libactivation-java libjaxb-api-java" || :
! lacks java default-jre-headless || preflight=
[ -f "$TAKLIMAT_DATA/colour/sRGB.icc" ] || { lacks "a profile of sRGB" icc-profiles-free && preflight=; }
if [ "$preflight" ]; then
    java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "${classes#:}" org.apache.pdfbox.preflight.Validator_A1b batch pdf >verdict 2>&1 || :
    valid=$(grep -c 'is a valid PDF/A-1b file' verdict)
    [ "$valid" -eq "$number" ] || fail "$valid of $number briefings are PDF/A-1b: $(grep -v 'is a valid' verdict | head -n 20)"
    # What is no PDF/A must not pass, or the test would show nothing.
    mkdir wrong
    sed 's/GTS_PDFA1/GTS_PDFA9/' "$tagged" >wrong/wrong.pdf
    java -cp "${classes#:}" org.apache.pdfbox.preflight.Validator_A1b batch wrong >verdict 2>&1 || :
    ! grep -q 'is a valid PDF/A-1b file' verdict || fail "preflight takes a PDF without output intent"
fi

# Without a profile nothing is claimed; a broken one is named.
mkdir data && cp -R "$TAKLIMAT_DATA"/. data/ && chmod -R u+w data && rm -rf data/colour
TAKLIMAT_DATA=$here/data
export TAKLIMAT_DATA
run render --output none.pdf id/2024-12/summary.json
[ "$code" -eq 0 ] || fail "without a profile: exit code $code: $(cat err)"
! grep -aq -e pdfaid:part -e OutputIntent none.pdf || fail "PDF/A is claimed without a profile"
grep -aq '<dc:title>' none.pdf || fail "no XMP without a profile"
mkdir data/colour && echo "no profile" >data/colour/sRGB.icc
run render --output broken.pdf id/2024-12/summary.json
expect 78 "taklimat: $here/data/colour/sRGB.icc: no ICC profile of RGB colours, version 2"
[ ! -e broken.pdf ] || fail "a PDF with a broken profile"

[ "$failures" -eq 0 ] && [ -n "$skipped" ] && exit 77
finish
