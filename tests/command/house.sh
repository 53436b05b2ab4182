#!/bin/sh
# What an office sets for itself on the page: from the configuration and the command line to the PDF and run.json.
. "$top_srcdir/tests/command/common.sh"
mkdir conf
TAKLIMAT_CONFIG=$here/conf
export TAKLIMAT_CONFIG
conf=$here/conf/taklimat.conf
articles=$top_srcdir/samples/articles

# size PDF WIDTH HEIGHT: the pages are so large, in points without their fractions.
size() {
    grep -aq "/MediaBox *\[ *0 0 $2[.0-9]* $3[.0-9]* *\]" "$1" || fail "$1: not $2 by $3: $(grep -ao '/MediaBox[^]]*' "$1" | head -n 1)"
}

# Paper: the template's, that of the configuration over it, and the option over all.
run report --month 2024-12 --out a "$articles"
size a/2024-12/taklimat-2024-12.pdf 595 841
grep -q '"house"' a/2024-12/run.json && fail "run.json tells of a house that sets nothing"
run report --month 2024-12 --out b --paper a4 "$articles"
cmp a/2024-12/taklimat-2024-12.pdf b/2024-12/taklimat-2024-12.pdf || fail "A4 by name is another A4"
printf 'paper = "F4"\naccent = "#7a1f1f"\n' >"$conf"
run report --month 2024-12 --out c "$articles"
tells 0 "published: c/2024-12"
size c/2024-12/taklimat-2024-12.pdf 609 935
size c/2024-12/33-jawa-tengah.pdf 609 935
has c/2024-12/run.json '"house":{"paper":"F4","accent":"#7a1f1f"}'
run report --month 2024-12 --out c "$articles"
tells 0 "unchanged: c/2024-12"
run report --month 2024-12 --out c --paper Letter "$articles"
tells 0 "published: c/2024-12-r2"
size c/2024-12-r2/taklimat-2024-12.pdf 612 792
run render --paper letter --output one.pdf c/2024-12/summary.json
expect 0 ""
size one.pdf 612 792
run check
[ "$code" -eq 0 ] || fail "check: exit code $code: $(cat err)"
has out "paper = F4 ($conf:1)"
has out "accent = #7a1f1f ($conf:2)"

# Words of the office: in the metadata, in run.json, on paper; a file of its own for the foreword.
office conf
run report --month 2024-12 --out w "$articles"
tells 0 "published: w/2024-12"
has w/2024-12/run.json '"house":{"organisation":"Dinas Contoh Pesisir","number":"7/X/2024","contact":"Jalan Laut 1","foreword_sha256":"'
has w/2024-12/run.json '"place":"Muara","signatory":"Ratna Dewi","signatory_title":"Kepala Dinas","signatory_id":"19800101"}'
has w/2024-12/taklimat-2024-12.pdf "/Author(Dinas Contoh Pesisir)"
run report --month 2024-12 --out w "$articles"
tells 0 "unchanged: w/2024-12"
printf 'Satu.\n\nTiga.\n' >conf/kata.txt
run report --month 2024-12 --out w "$articles"
tells 0 "published: w/2024-12-r2"
run check
[ "$code" -eq 0 ] || fail "check: exit code $code: $(cat err)"
has out "signatory = Ratna Dewi ($conf:6)"
has out "foreword = $here/conf/kata.txt ($conf:4)"

# A foreword that cannot be set: its file and line, or the line that names it.
printf 'Satu.\n\n\377\n' >conf/kata.txt
run report --month 2024-12 --out d "$articles"
expect 78 "taklimat: $here/conf/kata.txt:3: invalid UTF-8"
run check
tells 78 "taklimat: $here/conf/kata.txt:3: invalid UTF-8"
printf ' \n\n' >conf/kata.txt
run report --month 2024-12 --out d "$articles"
expect 78 "taklimat: $here/conf/kata.txt: a foreword without a word"
head -c 70000 /dev/zero | tr '\000' 'a' >conf/kata.txt
run report --month 2024-12 --out d "$articles"
tells 78 "taklimat: $conf:4: cannot read '$here/conf/kata.txt': "
rm conf/kata.txt
run report --month 2024-12 --out d "$articles"
tells 78 "taklimat: $conf:4: cannot read '$here/conf/kata.txt': "
[ ! -e d/2024-12 ] || fail "published without the foreword"
printf 'paper = "F4"\n' >"$conf"

# A letterhead with a logo: on the first page of every edition, in run.json by digest; faults with the line that names it.
printf 'paper = "F4"\nlogo = "lambang.png"\n' >"$conf"
logo=$here/conf/lambang.png
# refuses WHAT: a run and `check` tell of the logo, and nothing is published.
refuses() {
    run report --month 2024-12 --out d "$articles"
    tells 78 "taklimat: $conf:2: the logo '$logo': $1"
    [ ! -e d/2024-12 ] || fail "published without the logo"
    run check
    tells 78 "taklimat: $conf:2: the logo '$logo': $1"
    run check "$conf"
    tells 78 "taklimat: $conf:2: the logo '$logo': $1"
}
refuses "cannot open: No such file or directory"
echo "GIF89a" >"$logo"
refuses "it is a GIF image; a PNG or JPEG image is wanted"
picture "$logo"
if reads_png; then
    run report --month 2024-12 --out l "$articles"
    tells 0 "published: l/2024-12"
    for file in l/2024-12/*.pdf; do
        [ "$(grep -ac '/Subtype/Image/Width 64/Height 48/BitsPerComponent 8/ColorSpace/DeviceRGB' "$file")" -eq 1 ] || fail "$file: no logo"
        grep -aq "/Alt(Logo)" "$file" || fail "$file: the logo has no words"
    done
    has l/2024-12/run.json '"house":{"paper":"F4","logo_sha256":"'
    run report --month 2024-12 --out l "$articles"
    tells 0 "unchanged: l/2024-12"
    cat >>"$conf" <<'END'
letterhead = {"Pemerintah Kota Contoh", "Dinas Contoh Pesisir"}
address = {"Jalan Laut 1, Muara"}
END
    run report --month 2024-12 --out l "$articles"
    tells 0 "published: l/2024-12-r2"
    has l/2024-12-r2/run.json '"letterhead":["Pemerintah Kota Contoh","Dinas Contoh Pesisir"],"address":["Jalan Laut 1, Muara"],"logo_sha256":"'
    has l/2024-12-r2/taklimat-2024-12.pdf "/Author(Dinas Contoh Pesisir)"
    has l/2024-12-r2/33-jawa-tengah.pdf "/Alt(Logo Dinas Contoh Pesisir)"
    run check
    [ "$code" -eq 0 ] || fail "check: exit code $code: $(cat err)"
    has out "logo = $logo ($conf:2)"
    has out "printed 16 by 12 mm, 64 by 48 pixels"
    has out "letterhead = Dinas Contoh Pesisir ($conf:3)"
    head -c 90 "$logo" >cut.png && mv cut.png "$logo"
    refuses "the PNG image is damaged or cut off: "
else
    refuses "this build of taklimat reads no PNG images (libpng)"
fi
printf 'paper = "F4"\n' >"$conf"

# A template whose margins leave no room on the paper: told, nothing printed.
sed 's/"top": 25/"top": 260/; s/"height": 297/"height": 600/' "$top_srcdir/templates/id.json" >tall.json
run report --month 2024-12 --out d --template ./tall.json "$articles"
tells 78 "taklimat: ./tall.json:"
[ ! -e d/2024-12 ] || fail "published on paper without room"

# What is wrong.
run report --month 2024-12 --out d --paper A3 "$articles"
expect 64 "taklimat: --paper wants one of A4, F4 and Letter, not 'A3'"
printf 'paper = F3\naccent = "#ff8800"\n' >"$conf"
run report --month 2024-12 --out d "$articles"
tells 78 "taklimat: $conf:1: 'paper' wants one of A4, F4 and Letter, not 'F3'"
run check
tells 78 "taklimat: $conf:1: 'paper' wants"
tells 78 "taklimat: $conf:2: 'accent' wants a darker colour: the contrast of #ff8800 on white is 2.39, not 4.5"
finish
