#!/bin/sh
# What a person should check, and what an editor decided: report --review, --decisions, and the way round.
. "$top_srcdir/tests/command/common.sh"

cat >a.jsonl <<'END'
{"id":"satu","title":"ASN diminta netral","date":"2024-08-05","source":"koran.example","url":"https://koran.example/1","text":"BELITUNG TIMUR - Kepala BKPSDM Belitung Timur Hendra Contoh meminta seluruh ASN menjaga netralitas, Senin (5/8/2024). Ia merujuk Peraturan Pemerintah Nomor 94 Tahun 2020 tentang Disiplin Pegawai Negeri Sipil.\n\n\"ASN dilarang ikut kampanye,\" kata Hendra Contoh."}
{"id":"dua","title":"Camat ingatkan warga","source":"koran.example","text":"Camat Gantung Surya Contoh mengimbau warga agar menjaga ketertiban di Kabupaten Belitung Timur."}
END

# fields FILE COLUMN: the cells of a column whose cells hold no separator.
cells() {
    sed 's/^\xEF\xBB\xBF//; s/\r$//' "$1" | cut -d';' -f"$2"
}

run report --month 2024-08 --review --out briefing a.jsonl
[ "$code" -eq 0 ] || fail "report --review: $(cat err)"
csv=briefing/2024-08/review.csv
head -1 "$csv" | tr -d '\r' | sed 's/^\xEF\xBB\xBF//' >head
printf 'fid;article;region;kind;reason;confidence;text;source;url;decision;value;note\n' | cmp - head || fail "headings: $(cat head)"
has "$csv" 'nomor yang tidak pernah ada: PP 94/2020'
has "$csv" 'd-'
[ "$(cells "$csv" 2 | sed -n 2p)" = satu ] || fail "the wrong citation is not the first: $(cat "$csv")"
citation=$(cells "$csv" 1 | sed -n 2p)
undated=$(cells "$csv" 1 | grep '^d-')
case $citation in c-??????) ;; *) fail "no citation first: $citation" ;; esac
run report --month 2024-08 --out plain a.jsonl
[ ! -e plain/2024-08/review.csv ] || fail "review.csv without --review"

# The same list from the summary, and in English.
run render --dump=review briefing/2024-08/summary.json
cmp out "$csv" || fail "render --dump=review differs"
run render --dump=review --template en briefing/2024-08/summary.json
has out 'number never given out: PP 94/2020'

# Filled in, it is a file of decisions: a citation corrected, an article given its day.
cat >decisions.csv <<END
fid,article,decision,value,note
$citation,satu,correct,year=2021,salah cetak
$undated,dua,correct,event_date=2024-08-06,
END
run report --month 2024-08 --review --decisions decisions.csv --out briefing a.jsonl
[ "$code" -eq 0 ] || fail "report --decisions: $(cat err)"
new=briefing/2024-08-r2
cmp briefing/2024-08/summary.json $new/summary.json || fail "the summary shows decisions"
cmp briefing/2024-08/facts.jsonl $new/facts.jsonl || fail "the facts show decisions"
has $new/run.json "\"decisions\":[{\"fid\":\"$undated\",\"decision\":\"correct\",\"note\":\"\",\"article\":\"dua\",\"value\":\"event_date=2024-08-06\"},{\"fid\":\"$citation\",\"decision\":\"correct\",\"note\":\"salah cetak\",\"article\":\"satu\",\"value\":\"year=2021\"}]"
has $new/run.json '"undated":0'
has $new/citations.csv ';PP;94;2021;'
has $new/citations.csv ';in_force;'
if grep -q 'tidak pernah ada' $new/review.csv; then fail "what was corrected is asked again"; fi

# What was decided stands in the new list, which alone decides the same.
run report --month 2024-08 --review --decisions $new/review.csv --out briefing a.jsonl
expect 0 "taklimat: unchanged: $new"
run report --month 2024-08 --review --decisions decisions.csv --out briefing a.jsonl
expect 0 "taklimat: unchanged: $new"

# As Excel saves it: another separator, its line, quotes, an apostrophe before what looks like a formula.
printf 'sep=;\r\n"article";"fid";"decision";"value";"note"\r\n"satu";"%s";"correct";"year=2021";"salah cetak"\r\n"dua";"%s";"correct";"event_date=2024-08-06";""\r\n' \
    "$citation" "$undated" >excel.csv
run report --month 2024-08 --review --decisions excel.csv --out briefing a.jsonl
expect 0 "taklimat: unchanged: $new"

# The page of a summary with decisions says the same.
run render --decisions decisions.csv --dump=finished briefing/2024-08/summary.json
has out '"year":2021'
has out '"undated":0'

# Later files hold against earlier ones, and say so.
printf 'fid,article,decision\n%s,satu,drop\n' "$citation" >later.csv
run report --month 2024-08 --decisions decisions.csv --decisions later.csv --out later a.jsonl
expect 0 "taklimat: later.csv:2: $citation: decided otherwise in decisions.csv:2; this one holds"
[ "$(wc -l <later/2024-08/citations.csv)" -eq 1 ] || fail "a dropped citation is still there"

# A fact that is not there (any more): a warning that names it.
printf 'fid,article,decision\nq-000000,satu,drop\n' >gone.csv
run report --month 2024-08 --decisions gone.csv --out gone a.jsonl
expect 0 "taklimat: gone.csv:2: there is no fact q-000000 in article satu; left out"
has gone/2024-08/run.json '"decisions":[]'

# What is wrong in a file is told by line, all of it, and nothing is published.
printf 'fid,decision,value\n%s,correct,year=20\nq-1,drop,\n%s,keep,\n' "$citation" "$citation" >wrong.csv
run report --month 2024-08 --decisions wrong.csv --out wrong a.jsonl
expect 78 "taklimat: wrong.csv:2: year wants a year such as 2021, not '20'"
expect 78 "taklimat: wrong.csv:3: 'q-1' is no fact's name such as q-7a31c9, nor article, region or date"
expect 78 "taklimat: wrong.csv:4: a decision is accept, drop or correct, not 'keep'"
expect 78 "taklimat: 3 decisions are wrong; nothing was done"
[ ! -e wrong/2024-08 ] || fail "published in spite of wrong decisions"
printf 'fid,article\n' >columns.csv
run report --month 2024-08 --decisions columns.csv --out wrong a.jsonl
expect 78 "taklimat: columns.csv:1: no column 'decision' in the first row"
printf 'fid,decision\n%s,"drop\n' "$citation" >open.csv
run render --decisions open.csv briefing/2024-08/summary.json
expect 78 "taklimat: open.csv:2: a quotation mark is opened and never closed"
run report --month 2024-08 --decisions none.csv --out wrong a.jsonl
[ "$code" -eq 66 ] || fail "a file that is not there: exit code $code"
finish
