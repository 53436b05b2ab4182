#!/bin/sh
# What is hard to set: titles, words and names without measure, a region with thousands of advisories and one with none,
# characters that no font has, fonts and templates that are broken. Either the pages hold all of it, or one line says
# what is wrong and there is no file.
. "$top_srcdir/tests/command/common.sh"
command -v pdftotext >/dev/null 2>&1 || { echo "SKIP: pdftotext not found (poppler-utils)"; exit 77; }
many=2000
case " $TAKLIMAT_WRAPPER " in *valgrind*) many=50 ;; esac

# article ID TITLE PUBLISHER LEAD: a record; all in JSON's escapes
article() {
    printf '{"id":"%s","title":"%s","publisher":"%s","published":"2024-12-02","text":"%s"}\n' "$1" "$2" "$3" "$4"
}

# numbered N: that many words, each another
numbered() { seq "$1" | sed 's/.*/kata&/' | tr '\n' ' '; }

# repeated N TEXT
repeated() { seq "$1" | sed "s/.*/$2/" | tr -d '\n'; }

# solid PDF: its text without white space, as one line in solid.txt; every line must lie inside the page
solid() {
    pdftotext -enc UTF-8 "$1" text.txt 2>poppler.err || fail "pdftotext $1: $(cat poppler.err)"
    [ ! -s poppler.err ] || fail "poppler complains about $1: $(cat poppler.err)"
    tr -d ' \n\f' <text.txt >solid.txt
    pdftotext -bbox "$1" box.html 2>/dev/null
    awk -F'"' '/<page/ { width = $2; height = $4 }
        /<word/ && ($2 < 0 || $4 < 0 || $6 > width || $8 > height) { print; bad = 1 } END { exit bad }' box.html >beyond ||
        fail "$1: words beyond the paper: $(head -n 3 beyond)"
}

x5000=$(repeated 5000 x)
name=A$(repeated 199 a)
said='KOTA BIMA - Wali Kota Bima Budi Santoso meminta ASN menjaga netralitas.'
{
    article judul "$(numbered 400)" Uji "$said"
    article kata "Kata $x5000" Uji "KOTA BIMA - Wali Kota Bima Budi Santoso meminta ASN menjaga $x5000 di kantor."
    article aksara "Salam \ud83d\ude00" Uji "$said \\\"Ucapkan السلام عليكم dan \ud83d\ude00 kepada semua warga kita nanti,\\\" kata Budi."
    article nama Nama "$name" "KOTA BIMA - Kepala Dinas Sosial Kota Bima $name meminta ASN menjaga netralitas. \\\"Jangan ada yang ikut kampanye lagi,\\\" kata $name."
} >hard.jsonl
run report --month 2024-12 --out hard hard.jsonl
[ "$code" -eq 0 ] || fail "hard.jsonl: exit code $code: $(cat err)"
has err "characters that the fonts lack are shown as replacements"
solid hard/2024-12/taklimat-2024-12.pdf
has solid.txt "$(numbered 400 | tr -d ' ')"
[ "$(grep -o "$(numbered 400 | tr -d ' ' | tail -c 40)" solid.txt | wc -l)" -eq 1 ] || fail "a title of 400 words is printed whole more than once"
letters=$(tr -dc x <solid.txt | wc -c)
[ "$letters" -ge 10000 ] || fail "of 10,000 letters of long words $letters are printed"
has text.txt "[?]"
has text.txt "Ucapkan [?] [?] dan [?] kepada"
has solid.txt "“Janganadayangikutkampanyelagi”"
has solid.txt "$name"

# a region with very many advisories, one with none
article banyak Banyak Uji "LAHAT - $(repeated "$many" 'Bupati Lahat Budi Santoso meminta ASN menjaga netralitas di kantor nomor &. ')" >many.jsonl
run report --month 2024-12 --out many many.jsonl
[ "$code" -eq 0 ] || fail "many.jsonl: exit code $code: $(cat err)"
solid many/2024-12/16-sumatera-selatan.pdf
for number in 1 17 "$many"; do has solid.txt "dikantornomor$number."; done
run render --region 11.01 --output none.pdf many/2024-12/summary.json
[ "$code" -eq 0 ] || fail "a region without news: exit code $code: $(cat err)"
solid none.pdf
has text.txt "Tidak ada berita dalam periode ini"

# refused MESSAGE [OPTION...]: no file, and one line that ends in the message
refused() {
    message=$1
    shift
    run render "$@" --output refused.pdf hard/2024-12/summary.json
    [ "$code" -eq 78 ] || fail "$message: exit code $code"
    count err 1
    has err "$message"
    [ ! -e refused.pdf ] || fail "$message: there is a file"
}

mkdir data && cp -R "$TAKLIMAT_DATA"/. data/ && chmod -R u+w data
good=$TAKLIMAT_DATA/fonts/PTF55F.ttf
TAKLIMAT_DATA=$here/data
export TAKLIMAT_DATA
font=data/fonts/PTF55F.ttf
rm "$font" && refused "PTF55F.ttf: cannot open: No such file or directory"
echo rubbish >"$font" && refused "PTF55F.ttf: not a TrueType font"
: >"$font" && refused "PTF55F.ttf: not a TrueType font"
head -c 60000 "$good" >"$font" && refused "PTF55F.ttf: damaged font"
{ head -c 300 "$good" && head -c 200000 /dev/zero; } >"$font" && refused "PTF55F.ttf: damaged font"
cp -f "$good" "$font"

# altered FROM TO: the template with one thing changed, in template.json
altered() { sed "s/$1/$2/" data/templates/id.json >template.json; }
altered '"left": 20' '"left": 300'
refused "leave no room for text on the paper's width" --template template.json
altered '"top": 25' '"top": 280'
refused "leave no room for text on the paper's height" --template template.json
altered '"side": 52' '"side": 400'
refused "leave no room for text on the paper's width" --template template.json
altered '"indent": 12' '"indent": 330'
refused "styles.quote.indent: leaves no room for text in the main column" --template template.json

# the narrowest page that is taken holds the same words
sed 's/"left": 20/"left": 85/; s/"indent": 290/"indent": 100/' data/templates/id.json >template.json
run render --template template.json --output narrow.pdf hard/2024-12/summary.json
[ "$code" -eq 0 ] || fail "a narrow page: exit code $code: $(cat err)"
solid narrow.pdf
letters=$(tr -dc x <solid.txt | wc -c)
[ "$letters" -ge 10000 ] || fail "of 10,000 letters of long words $letters are printed on narrow pages"

finish
