#!/bin/sh
# A month that is published already: nothing to do, a revision with an addendum, damage that is noticed; and what `diff` tells.
. "$top_srcdir/tests/command/common.sh"
mkdir inbox
cat >inbox/a.jsonl <<'END'
{"id":"satu","title":"ASN diminta netral","date":"2024-08-05","region":"32.71","text":"Wali Kota Bogor mengimbau ASN netral."}
{"id":"dua","title":"Warga diminta tenang","date":"2024-08-06","region":"19.06","text":"Bupati Belitung Timur mengimbau warga tenang."}
{"id":"lain","title":"Bulan lain","date":"2024-07-06","region":"19.06","text":"Bupati Belitung Timur mengimbau warga hadir."}
END
run report --month 2024-08 --out b inbox
tells 0 "taklimat: published: b/2024-08"
words() { pdftotext -layout "$1" - | tr -s ' \n' '  '; }

# Unchanged: told at once, without reading an article; whatever the folder is called.
run report --month 2024-08 --out b inbox
expect 0 "taklimat: unchanged: b/2024-08"
count err 1
for spelt in ./inbox inbox/ "$here/inbox"; do
    run report --month 2024-08 --out b "$spelt"
    expect 0 "taklimat: unchanged: b/2024-08"
done
run report --month 2024-08 --out b - <inbox/a.jsonl
[ "$code" -eq 66 ] || fail "no standard input in tests: exit code $code"
for option in "--plain" "--review" "--issued 2024-09-03" "--paper F4" "--template en" "--zone WIT"; do
    rm -rf other && mkdir other && cp -R b/2024-08 other/
    # Words of a command line.
    run report --month 2024-08 $option --out other inbox
    tells 0 "taklimat: published: other/2024-08-r2"
done

# Late articles, one that reads differently, one that is gone.
cat >inbox/a.jsonl <<'END'
{"id":"satu","title":"ASN diminta netral","date":"2024-08-05","region":"32.71","text":"Wali Kota Bogor mengimbau seluruh ASN netral."}
{"id":"tiga","title":"Pegawai diminta tertib","date":"2024-08-07","region":"35.73","text":"Wali Kota Malang mengimbau pegawai tertib dan hadir."}
{"id":"lain","title":"Bulan lain","date":"2024-07-06","region":"19.06","text":"Bupati Belitung Timur mengimbau warga hadir lagi."}
END
sum=$(find b/2024-08 -type f | LC_ALL=C sort | xargs cat | cksum)
run report --month 2024-08 --out b inbox
tells 0 "taklimat: published: b/2024-08-r2"
[ "$sum" = "$(find b/2024-08 -type f | LC_ALL=C sort | xargs cat | cksum)" ] || fail "revision 1 changed"
if command -v pdftotext >/dev/null; then
    words b/2024-08-r2/taklimat-2024-08.pdf >nation
    has nation "REVISI 2 Yang berubah"
    has nation "Berita baru [2] Pegawai diminta tertib"
    has nation "Berita yang isinya berubah [1] ASN diminta netral"
    has nation "Berita yang tidak ada lagi Warga diminta tenang"
    grep -q "Bulan lain.*Ikhtisar" nation && fail "an article of another month stands in the addendum"
    words b/2024-08-r2/35-jawa-timur.pdf >province
    has province "Berita baru [2] Pegawai diminta tertib"
    grep -q "isinya berubah" province && fail "another province's change stands in the addendum"
fi
run diff --out b 2024-08 2024-08-r2
expect 0 ""
printf '%s\n' "2024-08 -> 2024-08-r2" "Kepulauan Bangka Belitung (19): articles 1 -> 0, imbauan 1 -> 0" \
    "Kabupaten Belitung Timur (19.06): articles 1 -> 0, imbauan 1 -> 0" "Jawa Timur (35): articles 0 -> 1, imbauan 0 -> 1" \
    "Kota Malang (35.73): articles 0 -> 1, imbauan 0 -> 1" "- dua  Warga diminta tenang" "~ satu  ASN diminta netral" \
    "+ tiga  Pegawai diminta tertib" >wanted
diff wanted out || fail "diff of revisions"
run diff --out b --json 2024-08 2024-08-r2
has out '{"change":"altered","id":"satu",'
has out '{"code":"35.73","articles":[0,1],'
run report --month 2024-07 --out july inbox
run diff july/2024-07 b/2024-08
has out "Indonesia: articles 1 -> 2, imbauan 1 -> 2"
grep -q '^[-+~]' out && fail "articles of different months are no change"
run diff --out b 2024-08
[ "$code" -eq 64 ] || fail "diff of one: exit code $code"
run diff --out b 2024-08 2024-09
[ "$code" -eq 66 ] || fail "diff with nothing: exit code $code"

# What is published and is not what was published any more is made again, and told; the addendum says so.
echo x >>b/2024-08-r2/quotes.csv
rm b/2024-08-r2/35-jawa-timur.pdf
run report --month 2024-08 --out b inbox
has err "taklimat: b/2024-08-r2/quotes.csv: is not what was published"
has err "taklimat: b/2024-08-r2/35-jawa-timur.pdf: is not what was published: cannot open: No such file or directory"
tells 0 "taklimat: published: b/2024-08-r3"
run report --month 2024-08 --out b inbox
expect 0 "taklimat: unchanged: b/2024-08-r3"
echo '{' >b/2024-08-r3/run.json
sed 's/netral/NETRAL/' b/2024-08-r3/summary.json >s && cat s >b/2024-08-r3/summary.json
run report --month 2024-08 --out b inbox
tells 0 "taklimat: b/2024-08-r3: what changed since cannot be told"
tells 0 "taklimat: published: b/2024-08-r4"

finish
