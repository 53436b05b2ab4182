#!/bin/sh
# Made for valgrind, as all tours are: few runs that lead through as much of the program as they can. Everything that can be read or
# rejected, in one run; then facts merged in pieces, damaged and whole.
. "$top_srcdir/tests/command/common.sh"

mkdir inbox
good='{"id":"a","title":"Judul","text":"Bupati mengimbau ASN menjaga netralitas di Wonogiri."}'
printf '[%s,\n %s]' "$good" '{"id":"z","text":"Warga melapor ke Bawaslu Kota Bogor."}' >inbox/array.json
printf 'Bupati mengimbau ASN.' | iconv -t UTF-16 >inbox/enam.txt
printf 'Bupati mengimbau \223netral\224 kepada ASN.' >inbox/cp1252.txt
printf 'Beranda | Loker\n\n<p>Camat Gantung meng&shy;imbau&nbsp;warga, Senin (5/8/2024).</p>\n\nBaca juga: Lain\n\nHidup!\nHidup!\n' >inbox/laman.txt
head -c 4096 "$TAKLIMAT" >inbox/program.txt
: >inbox/nothing.jsonl
{
    printf '%b\n' '{"id":"b","text":"caf\0351"}' '{"id":"b","text":"a\\u0000b"}' '{"id":"b","text":"x"} extra' '{"id":"b","text":"x"' \
        '{"id":"b", /* note */ "text":"x"}' '{"id":"b","text":"x","n":NaN}' '{"id":"b","title":"Judul saja"}' '{"id":"b","text":"   "}' \
        '{"id":"b","text":"Isi berita.","region":"Kabupaten Negeri Dongeng"}' '[1,2,' '{"id":"c","text":"a\\u001b \\ud83d\\ude00 \\ud83d"}'
    echo '{"id":"b","text":"Isi pertama.","text":"Isi kedua.","date":"2024-13-40"}'
    echo '{"id":"d","text":"Pegawai berpegang pada PP 94/2020, UU ASN dan PP 53/2010 Pasal 3 angka 4; lihat SKB Nomor 2 Tahun 2022.","date":"2024-03-01","url":"https://contoh.example/d"}'
    # quotation marks, lists and names that are made to be hard
    awk 'BEGIN { printf "{\"id\":\"e\",\"text\":\""; for (i = 0; i < 60; i++)
        printf "“Kami %d,” kata Bupati. \\\"Nanti ” ujar Budi Santosa A. %d. menjaga netralitas; Kepala Dinas Sosial, Plt. Wakil (\\n\\n", i, i
        print "\"}" }'
} >inbox/mixed.jsonl
printf '# dari luar\n' >inbox/catatan.md

run extract --rejects rejects --citations citations.csv --template en -o facts.jsonl inbox missing.jsonl
[ "$code" -eq 66 ] || fail "a missing file: exit code $code: $(cat err)"
run extract --rejects rejects --citations citations.csv --template en -o facts.jsonl inbox
[ "$code" -eq 0 ] || fail "extract: exit code $code: $(cat err)"
count rejects 12
count facts.jsonl 8
has rejects '"reason":"not_utf8"'
has rejects '"reason":"unknown_region"'
has citations.csv 'PP 94/2020 was never issued'
has facts.jsonl '"kind":"converted"'
has facts.jsonl '"kind":"boilerplate"'
cat inbox/mixed.jsonl | $TAKLIMAT_WRAPPER "$TAKLIMAT" extract - >stdin.out 2>err || fail "standard input: $(cat err)"
echo '{"id":"b"}' >bad.jsonl
run extract bad.jsonl
tells 65 'taklimat: every record was rejected'

# Shards with copies by another outlet, in pieces and at once; what is damaged is refused.
run extract -o whole.jsonl "$top_srcdir/samples/articles"
[ "$code" -eq 0 ] || fail "extract: exit code $code: $(cat err)"
sed 's/"id":"\([^"]*\)","sha256":"\(....\)/"id":"copy-\1","sha256":"0000/
     s/"publisher":"[^"]*"/"publisher":"Kabar Salinan"/' whole.jsonl | awk 'NR % 10 < 3' >copies.jsonl
cat copies.jsonl whole.jsonl | sort -r | awk 'NR % 2' >half.jsonl
run merge --month 2024-12 -o whole.json copies.jsonl whole.jsonl
expect 0 ""
run merge --month 2024-12 -o half.json half.jsonl
expect 0 ""
run merge --month 2024-12 -o joined.json half.json whole.jsonl copies.jsonl
expect 0 ""
cmp whole.json joined.json || fail "sharded and whole runs differ"
sed 's/Wonogiri/Wonogirl/' whole.json >damaged.json
run merge damaged.json
[ "$code" -eq 65 ] || fail "damaged: exit code $code: $(cat err)"
sed 's/"speaker":0/"speaker":99/; s/"start":1/"start":91/' whole.jsonl >wrong.jsonl
run merge -o wrong.json wrong.jsonl
[ "$code" -eq 65 ] || [ "$code" -eq 0 ] || fail "wrong facts: exit code $code: $(cat err)"
run render --dump=finished -o finished.json whole.json
expect 0 ""
has finished.json '"publisher":"Kabar Salinan"'
finish
