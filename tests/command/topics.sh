#!/bin/sh
# The office's topics: articles off them are set apart, and nothing of them is counted.
. "$top_srcdir/tests/command/common.sh"

cat >berita.jsonl <<'END'
{"id":"a","title":"Warga Desa Suka Dilanda Banjir","publisher":"Kabar Satu","url":"https://contoh.example/a","date":"2024-08-05","text":"WONOGIRI - Bupati Wonogiri Rukmini Talo meminta warga waspada banjir, Senin (5/8/2024). \"Jangan membuang sampah ke sungai,\" kata Rukmini."}
{"id":"b","title":"Pasar Baru Dibuka","publisher":"Kabar Dua","url":"https://contoh.example/b","date":"2024-08-06","text":"WONOGIRI - Camat Selogiri Budi Santoso mengimbau pedagang menempati kios baru, Selasa (6/8/2024). \"Kios wajib ditempati bulan ini,\" kata Budi. Hal itu diatur dalam Peraturan Pemerintah Nomor 94 Tahun 2021."}
{"id":"c","title":"Promo Kios Baru","publisher":"Kabar Tiga","date":"2024-08-07","text":"WONOGIRI - Camat Jatisrono Sri Lestari mengajak warga membeli kios, Rabu (7/8/2024). (Adv)"}
END
cat >banjir.tsv <<'END'
# Topics of an office for water.
topic	weight	forms	example
banjir	1	banjir; sungai	Ada banjir.
END

# Without a table everything is on topic, with one only what it names.
run extract berita.jsonl
expect 0 ""
grep -q off_topic out && fail "off topic without a table"
run extract --topics banjir.tsv berita.jsonl
expect 0 ""
[ "$(grep -c '"kind":"off_topic"' out)" -eq 2 ] || fail "off topic: $(grep -c off_topic out) articles"
has out '{"kind":"off_topic","note":"score 0 of 10","fact":null,"code":"off_topic","values":["0","10",""]}'
run extract --topics banjir.tsv --topic-threshold 36 berita.jsonl
[ "$(grep -c '"kind":"off_topic"' out)" -eq 3 ] || fail "the threshold says nothing"

# Set apart in the briefing, in no table of facts, counted, and told in the manifest.
run report --month 2024-08 --topics ./banjir.tsv berita.jsonl
[ "$code" -eq 0 ] || fail "report: exit code $code: $(cat err)"
folder=briefing/2024-08
has $folder/run.json '"topics":{"name":"./banjir.tsv","sha256":"'
has $folder/run.json '"advertorials":0,"off_topic":2,'
for table in advisories quotes citations officials; do
    grep -q 'Kabar Dua\|Budi\|Sri Lestari' $folder/$table.csv && fail "$table.csv holds what is off topic"
done
grep -q '^b;inside;;' $folder/articles.csv || fail "articles.csv lacks what is off topic: $(cat $folder/articles.csv)"
grep -q '^a;inside;1;' $folder/articles.csv || fail "the article on topic is not the first story"
if command -v pdftotext >/dev/null; then
    pdftotext -layout $folder/taklimat-2024-08.pdf page.txt
    has page.txt 'Artikel di luar topik'
    has page.txt 'Pasar Baru Dibuka · Kabar Dua'
    has page.txt 'Promo Kios Baru · Kabar Tiga · advertorial'
    grep -q 'Pasar Baru Dibuka .* 6.*Agu' page.txt || fail "no day beside an article off topic: $(grep 'Pasar Baru' page.txt)"
    has page.txt 'nilai 0 dari 10'
    pdftotext -layout $folder/33-jawa-tengah.pdf province.txt
    has province.txt 'Pasar Baru Dibuka · Kabar Dua'
    grep -q 'Kios wajib' page.txt && fail "words of an article off topic"
fi
run report --month 2024-08 --topics banjir.tsv --topic-threshold 1000 --out lain berita.jsonl
[ "$code" -eq 0 ] || fail "a month without anything on topic: exit code $code: $(cat err)"

# What the score is made of.
run show --topics banjir.tsv --id a berita.jsonl
has out 'topic         score 35 of 10: banjir 7'
run show --topics netralitas-asn --id b berita.jsonl
has out 'topic         score 0 of 10'

# From the configuration, whose table stands beside it; options go over it.
mkdir office
cp banjir.tsv office/
printf 'topics = "banjir.tsv"\ntopic_threshold = 36\n' >office/taklimat.conf
off() {
    want=$1
    shift
    TAKLIMAT_CONFIG=$here/office run extract "$@" berita.jsonl
    [ "$code" -eq 0 ] && [ "$(grep -c '"kind":"off_topic"' out)" -eq "$want" ] || fail "extract $*: $(grep -c off_topic out) off topic; $(cat err)"
}
off 3
off 2 --topic-threshold 10
off 0 --topics ""
printf 'topics = "netralitas-asn"\n' >office/taklimat.conf
off 3
printf 'topic_threshold = 36\n' >office/taklimat.conf
off 0

# Tables and thresholds that are refused.
printf 'topic\tweight\tforms\texample\nbanjir\tberat\tbanjir\tAda banjir.\n' >salah.tsv
for command in extract 'report --month 2024-08' show; do
    run $command --topics salah.tsv berita.jsonl
    expect 78 "taklimat: salah.tsv:2: the weight is no number from -9 to 9 without 0"
    run $command --topics tidak-ada.tsv berita.jsonl
    [ "$code" -eq 78 ] || fail "a missing table: exit code $code"
    run $command --topics banjir.tsv --topic-threshold 0 berita.jsonl
    expect 64 "taklimat: the threshold of topics is a number from 1 to 1000, not '0'"
    run $command --topic-threshold 5 berita.jsonl
    expect 64 "taklimat: a threshold of topics without a table of topics; name one by --topics"
done
finish
