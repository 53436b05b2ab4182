#!/bin/sh
# The tables as a workbook: the same cells as the CSV tables, whatever names and titles hold; listed in run.json; the same bytes
# again.
. "$top_srcdir/tests/command/common.sh"
if ! grep -q 'define HAVE_LIBXLSXWRITER 1' "$top_builddir/config.h" || ! grep -q 'define HAVE_LIBZIP 1' "$top_builddir/config.h"; then
    run report --month 2024-12 --out b "$top_srcdir/samples/articles"
    tells 0 "taklimat: built without libxlsxwriter or libzip"
    [ -z "$(find b -name '*.xlsx')" ] || fail "a workbook without libxlsxwriter"
    finish
fi

cat >hostile.jsonl <<'END'
{"id":"=1+1","date":"2024-08-02","publisher":"@SUM(A1:A9)","author":"+62 811","url":"https://contoh.example/?a=1&b=\"c\"","title":"=HYPERLINK(\"http://contoh.example\";\"klik\")","text":"MALANG - \"-Jangan ikut kampanye,\" kata Camat Lowokwaru Sari Dewi, Jumat (2/8/2024).\n\nIa melarang =pegawai; memasang spanduk \"calon\".\tPegawai\twajib netral sesuai PP 94/2021."}
{"id":"b","date":"2024-08-03","publisher":"Kabar_x0041_; Uji","title":"'=tanda kutip","text":"LAHAT - Bupati Lahat <b>Anton</b> & wakilnya mengimbau ASN netral, Sabtu (3/8/2024)."}
{"id":"c","title":"\ufeff=tanpa tanggal","text":"Camat Gantung melarang pegawai ikut kampanye."}
END
run report --month 2024-08 --review --out b hostile.jsonl "$top_srcdir/samples/articles"
tells 0 "taklimat: published: b/2024-08"
[ -f b/2024-08/taklimat-2024-08.xlsx ] || fail "no workbook: $(ls b/2024-08)"
has b/2024-08/run.json '"taklimat-2024-08.xlsx"'
[ -z "$(find b -name '*part*')" ] || fail "left: $(find b -name '*part*')"
run report --month 2024-08 --review --out c hostile.jsonl "$top_srcdir/samples/articles"
cmp b/2024-08/taklimat-2024-08.xlsx c/2024-08/taklimat-2024-08.xlsx || fail "other bytes"
run report --month 2019-01 --allow-empty --out d "$top_srcdir/samples/articles"
[ -f d/2019-01/taklimat-2019-01.xlsx ] || fail "no workbook of an empty month"

# The reader of others, where it is: a distribution has it for its own Python.
for python in python3 /usr/bin/python3; do
    "$python" -c 'import openpyxl' 2>/dev/null || continue
    "$python" "$top_srcdir/tests/command/workbook.py" b/2024-08 2024-09-01 >out 2>err || fail "$(cat err)"
    grep -q '^6 sheets, [0-9]\{4,\} cells$' out || fail "openpyxl: $(cat out)"
    "$python" "$top_srcdir/tests/command/workbook.py" d/2019-01 2019-02-01 >out 2>err || fail "an empty month: $(cat err)"
    finish
done
[ "$failures" -eq 0 ] || exit 1
echo "SKIP: openpyxl not found (Debian, Fedora: python3-openpyxl)"
exit 77
