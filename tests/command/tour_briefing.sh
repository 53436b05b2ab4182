#!/bin/sh
# Made for valgrind: the briefing with everything that an office can ask for, then decided on, compared with the month before, in English,
# of one province, and of nothing.
. "$top_srcdir/tests/command/common.sh"
articles=$top_srcdir/samples/articles
mkdir conf
TAKLIMAT_CONFIG=$here/conf
export TAKLIMAT_CONFIG
office conf
cat >>conf/taklimat.conf <<'END'
paper = "F4"
accent = "#7a1f1f"
letterhead = {"Pemerintah Kabupaten Contoh", "Dinas Contoh Pesisir"}
address = {"Jalan Laut 1, Muara"}
topics = "netralitas-asn"
register = {"own.tsv"}
END
if reads_png; then
    picture conf/lambang.png
    echo 'logo = "lambang.png"' >>conf/taklimat.conf
fi
printf 'type\tnumber\tyear\ttitle\tissuer\tin_force_from\tended_on\tstatus\treplaced_by\nPerda\t4\t2019\tKetertiban Umum\tWonogiri\t2019-05-02\t2023-06-30\trevoked\tPerda 2/2023\n' >conf/own.tsv

run report --month 2024-12 --review --out b "$articles"
[ "$code" -eq 0 ] || fail "report: exit code $code: $(cat err)"
first=b/2024-12
has $first/run.json '"house":{"paper":"F4","accent":"#7a1f1f","letterhead":["Pemerintah Kabupaten Contoh",'

# Every third line of the review decided, one way or another, and one decision about nothing.
awk -F';' -v OFS=';' 'NR == 1 { print "fid;article;decision;value"; next }
    NR % 3 == 0 { print $1, $2, NR % 2 ? "drop" : "accept", "" }
    NR % 3 == 1 && $1 ~ /^q-/ { print $1, $2, "correct", "\"speaker=Budi; position=Camat\"" }
    END { print "q-000000;tidak-ada;drop;" }' $first/review.csv >decisions.csv
run report --month 2024-12 --review --jobs 2 --decisions decisions.csv --out b "$articles"
tells 0 "taklimat: published: b/2024-12-r2"
run diff $first b/2024-12-r2
[ "$code" -le 1 ] || fail "diff: exit code $code: $(cat err)"
run report --month 2025-01 --template en --paper Letter --issued 2025-02-03 --plain --separator , --out b "$articles"
tells 0 "taklimat: published: b/2025-01"
has b/2025-01/run.json '"compared_with":{"folder":"2024-12-r2"'
run render --region 33 --topics "" --output jateng.pdf $first/summary.json
run render --region 33 --output jateng.pdf $first/summary.json
expect 0 ""
[ "$(head -c 5 jateng.pdf)" = "%PDF-" ] || fail "no PDF"
run render --dump=review --decisions decisions.csv $first/summary.json
[ "$code" -eq 0 ] || fail "render --dump=review: exit code $code: $(cat err)"
run report --month 2019-01 --allow-empty --out d "$articles"
[ "$code" -eq 0 ] || fail "--allow-empty: exit code $code: $(cat err)"

# What is hard to set: a word without end, other scripts, a title that does not stop.
awk 'BEGIN { word = "Panjang"; for (i = 0; i < 8; i++) word = word word; title = "Judul"; for (i = 0; i < 80; i++) title = title " yang panjang"
    printf "{\"id\":\"x\",\"title\":\"%s\",\"date\":\"2024-08-05\",\"text\":\"WONOGIRI - \\\"%s العربية 😀 天,\\\" kata Bupati Wonogiri Rukmini Talo, Senin (5/8/2024). Ia meminta warga tertib.\"}\n", title, word }' >hard.jsonl
run report --month 2024-08 --topics "" --out hard hard.jsonl
[ "$code" -eq 0 ] || fail "what is hard to set: exit code $code: $(cat err)"

# Refused: a planted link, a full disk (a limit on file sizes stands in for it), a foreword that cannot be set.
mkdir real && ln -s real link
run report --month 2024-12 --out link "$articles"
expect 73 "taklimat: link: refused: is a symbolic link"
(trap '' XFSZ && ulimit -f 8 && "$TAKLIMAT" report --month 2024-12 --out full "$articles" >out 2>err)
[ $? -eq 74 ] || fail "full disk: $(cat err)"
printf 'Satu.\n\n\377\n' >conf/kata.txt
run report --month 2024-12 --out e "$articles"
expect 78 "taklimat: $here/conf/kata.txt:3: invalid UTF-8"
finish
