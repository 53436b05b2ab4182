#!/bin/sh
# More ways in: saved pages, CSV exports, workbooks and documents go the same way as records, through every command that reads articles.
. "$top_srcdir/tests/command/common.sh"

mkdir -p inbox/ekspor inbox/halaman
cp "$top_srcdir"/tests/input/*.html inbox/halaman/
cp "$top_srcdir"/tests/input/*.xlsx inbox/ekspor/
cp "$top_srcdir"/tests/input/*.docx inbox/
chmod -R u+w inbox
cp inbox/halaman/lama.html inbox/LAMA.HTM
printf 'Judul;Isi;Tanggal;Media\r\n"Dinas Minta Warga Tertib";"Dinas Sosial Kota Kendari meminta warga tertib;\r\nhal itu disampaikan, Kamis (21/11/2024).";21/11/2024;Warta\r\n"Cacat";"Isi" lagi;21/11/2024;Warta\r\n' >inbox/ekspor/a.csv
printf 'fid,text\na-000000,x\n' >inbox/ekspor/quotes.csv

run extract --rejects rejects inbox
if grep -q 'was built without' err; then
    echo "skipped: this build reads no pages or workbooks"
    for kind in html xlsx docx; do
        grep -q "$kind:1: this taklimat was built without" err && break
    done || fail "no message: $(cat err)"
    count out 1
    finish
fi

# In byte order of the paths; ids of pages and documents are their paths, rows have their own.
[ "$code" -eq 0 ] || fail "exit code $code: $(cat err)"
sed 's/.*"id":"\([^"]*\)".*"source":{"file":"\([^"]*\)","record":\([0-9]*\)}.*/\2 \3 \1/; s/ [0-9a-f]\{16\}$/ digest/' out >order
cat >wanted <<'END'
inbox/LAMA.HTM 1 LAMA
inbox/ekspor/a.csv 2 digest
inbox/ekspor/pemantauan-sebaris.xlsx 2 w-1
inbox/ekspor/pemantauan-sebaris.xlsx 3 w-2
inbox/ekspor/pemantauan.xlsx 3 w-1
inbox/ekspor/pemantauan.xlsx 4 w-2
inbox/halaman/lama.html 1 halaman/lama
inbox/halaman/portal.html 1 halaman/portal
inbox/halaman/tanpa-nama.html 1 halaman/tanpa-nama
inbox/halaman/wordpress.html 1 halaman/wordpress
inbox/siaran-pers.docx 1 siaran-pers
END
cmp -s order wanted || fail "other articles: $(diff wanted order)"
has err "taklimat: inbox/ekspor/a.csv:4: text stands behind a closing quotation mark"
has err "taklimat: inbox/ekspor/quotes.csv:1: a table of facts that taklimat wrote"
has err "taklimat: inbox/ekspor/pemantauan.xlsx:5: the record has no text"
has err "taklimat: 15 records read, 11 accepted, 4 rejected"

# Two programs' workbooks hold the same articles.
grep pemantauan.xlsx out | sed 's/"source":{[^}]*},//' >a
grep pemantauan-sebaris.xlsx out | sed 's/"source":{[^}]*},//' >b
cmp -s a b || fail "the workbooks differ: $(diff a b)"
has a '"published":"2024-11-20"'
has a '"url":"https://harianlereng.example/1"'

# A row that was rejected is kept as a record that can be mended and read again; a row of CSV as it stands.
grep 'pemantauan.xlsx' rejects | sed 's/.*"raw_base64":"\([^"]*\)".*/\1/' | base64 -d >raw
has raw '{"id":"w-3","title":"Tanpa isi","published":"2024-11-22","source":"Warta Teluk"}'
grep '"bad_row"' rejects | sed 's/.*"raw_base64":"\([^"]*\)".*/\1/' | base64 -d >raw
[ "$(cat raw)" = '"Cacat";"Isi" lagi;21/11/2024;Warta' ] || fail "the row kept is another: $(cat raw)"

# Every fact leads back: the bytes of the page's text that `show` shows.
run show --color=never inbox/halaman/wordpress.html
has out 'Mobil dinas untuk bekerja'
! grep -q 'Setuju sekali\|Bagikan\|gudang kapas' out || fail "show: $(cat out)"
run show --fact "$(grep '"w-2"' b | sed 's/.*"fid":"\(a-[0-9a-f]*\)".*/\1/')" inbox/ekspor/pemantauan.xlsx
has out 'mengimbau warga melapor ke Bawaslu'

# check counts the same, and tells a table of articles from the other tables.
run check inbox
has out '15 read, 11 accepted, 4 rejected'
run check inbox/ekspor/a.csv
has out '2 read, 1 accepted, 1 rejected'

# A briefing of them, and the digests of the files.
run report --month 2024-11 --out briefing inbox
[ "$code" -eq 0 ] || fail "report: $code, $(cat err)"
sum=$(sha256sum inbox/ekspor/pemantauan.xlsx | cut -c1-64)
has briefing/2024-11/run.json "{\"path\":\"inbox/ekspor/pemantauan.xlsx\",\"bytes\":$(wc -c <inbox/ekspor/pemantauan.xlsx),\"sha256\":\"$sum\"}"
has briefing/2024-11/run.json '"bad_row":1,"no_text":2,"not_articles":1'

# Standard input, and files without an ending that says what they are.
for file in inbox/ekspor/pemantauan.xlsx inbox/siaran-pers.docx inbox/halaman/portal.html inbox/ekspor/a.csv; do
    $TAKLIMAT_WRAPPER "$TAKLIMAT" extract - <"$file" >out 2>err
    [ -s out ] || fail "standard input: $file: $(cat err)"
    cp "$file" nameless && run extract nameless
    [ -s out ] || fail "without an ending: $file: $(cat err)"
done

# UTF-16, as Excel's "Unicode Text" saves it, is the same table.
iconv -f UTF-8 -t UTF-16LE inbox/ekspor/a.csv | { printf '\377\376'; cat; } >enam.csv
run extract enam.csv
sed 's/"source":{[^}]*},//' out >a
run extract inbox/ekspor/a.csv
sed 's/"source":{[^}]*},//' out | cmp -s - a || fail "UTF-16: $(cat a)"

# Files of another kind under these names: one line each, and the rest goes on.
printf '\320\317\021\340lama' >lama.xlsx
printf 'a,b\n1,2\n' >tanpa.csv
printf '<html><body><ul><li><a href="x">Menu</a></li></ul></body></html>' >menu.html
cp inbox/ekspor/pemantauan.xlsx salah.docx
run extract lama.xlsx tanpa.csv menu.html salah.docx
has err "taklimat: lama.xlsx:1: not a workbook or document: no zip file, or a damaged one"
has err "taklimat: tanpa.csv:1: no column holds the text"
has err "taklimat: menu.html:1: the record has no text"
count out 2 # the workbook's, whatever it is called
finish
