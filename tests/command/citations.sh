#!/bin/sh
# The table of citations: one row each, with verdict, note, flags and the words around it.
. "$top_srcdir/tests/command/common.sh"

cat >articles.jsonl <<'END'
{"id":"a","date":"2024-03-01","source":"Kabar Anu","url":"https://example.org/a","text":"Bupati Wonogiri berpegang pada PP 94/2020; isinya disiplin PNS.\nLihat PP 53/2010."}
{"id":"b","text":"Tidak ada yang dirujuk di sini oleh Bupati Wonogiri."}
{"id":"c","text":"Tanpa tanggal, menurut UU 5/2014."}
END
run extract --citations table.csv --template en -o facts.jsonl articles.jsonl
expect 0 ""
count facts.jsonl 3
count table.csv 4
head -1 table.csv | grep -q '^.*fid;article;event_date;published;region_code;type;number;year;pinpoint;resolved_type;' ||
    fail "the headings are others: $(head -1 table.csv)"
has table.csv ';a;;2024-03-01;33.12;PP;94;2020;;PP;94;2020;;impossible;;;;PP 94/2021;"bad_citation: PP 94/2020 was never issued: '
has table.csv ';"Bupati Wonogiri berpegang pada PP 94/2020; isinya disiplin PNS.";Kabar Anu;https://example.org/a'
has table.csv ';partly_revoked;2010-06-06;PP 94/2021;"the kinds of medium punishment (Pasal 7 ayat (3)) stay, by Pasal 45 of PP 94/2021";'
has table.csv ';Lihat PP 53/2010.;'
has table.csv ";revoked;2014-01-15;UU 20/2023;the article has no date: judged by the register's latest state;;;UU 5/2014;"

# Notes are in the reader's language, Indonesian unless another is asked for; the facts are the same.
run extract --citations id.csv -o id.jsonl articles.jsonl
expect 0 ""
cmp -s facts.jsonl id.jsonl || fail "the facts differ"
has id.csv ';"bad_citation: PP 94/2020 tidak pernah terbit'
if grep -q 'never issued' id.csv; then fail "English notes"; fi
run extract --citations x --template none -o y articles.jsonl
[ "$code" -eq 78 ] || fail "no such template: exit code $code"
[ ! -e x ] && [ ! -e y ] || fail "files are left"

# Facts and table are two files.
run extract --citations - articles.jsonl
expect 64 "taklimat: --output and --citations name the same file"
run extract --rejects x --citations x articles.jsonl
expect 64 "taklimat: --rejects and --citations name the same file"
[ ! -e x ] || fail "a file is left"

# What cannot be written leaves none of them.
run extract --citations none/table.csv -o other.jsonl articles.jsonl
[ "$code" -eq 73 ] || fail "exit code $code, not 73"
[ ! -e other.jsonl ] || fail "facts are left"
finish
