#!/bin/sh
# Which days a briefing is about: months, last month by the clock, days from one to another, zones, and the day that counts.
. "$top_srcdir/tests/command/common.sh"

# Moments on both sides of two midnights, and an article whose event lies in the month before.
cat >a.jsonl <<'END'
{"id":"akhir","date":"2024-12-31T16:59:59Z","region":"19.06","text":"Bupati Belitung Timur mengimbau ASN netral."}
{"id":"awal","date":"2024-12-31T17:00:00Z","region":"19.06","text":"Bupati Belitung Timur mengimbau ASN tertib."}
{"id":"timur","date":"2024-12-31T15:30:00Z","region":"91.71","text":"Wali Kota Jayapura mengimbau ASN netral."}
{"id":"lampau","date":"2025-01-02","region":"32.73","text":"BANDUNG - Wali Kota Bandung mengimbau ASN netral, Sabtu (28/12/2024)."}
{"id":"entah","region":"32.73","text":"Wali Kota Bandung mengimbau ASN hadir."}
END

# inside FOLDER ID…: the articles that the briefing in the folder counts.
inside() {
    folder=$1
    shift
    [ "$(awk -F ';' '$2 == "inside" { print $1 }' "$folder/articles.csv" | LC_ALL=C sort | tr '\n' ' ')" = "$* " ] ||
        fail "$folder: $(cut -d ';' -f 1,2,5 "$folder/articles.csv" | tr '\n' ' '), not $*"
}

run report --month 2024-12 --out a a.jsonl
inside a/2024-12 akhir lampau timur
run report --month 2025-01 --out a a.jsonl
inside a/2025-01 awal
has a/2025-01/run.json '"month":"2025-01","zone":"Asia/Jakarta","issued"'

# Another zone's midnight; each region's own.
run report --month 2025-01 --zone WIT --out wit a.jsonl
inside wit/2025-01 akhir awal timur
run report --month 2025-01 --zone region --out own a.jsonl
inside own/2025-01 awal timur
has own/2025-01/summary.json '"zone":"region"'
mkdir conf
printf 'zone = wita\n' >conf/taklimat.conf
TAKLIMAT_CONFIG=$here/conf run report --month 2025-01 --out wita a.jsonl
inside wita/2025-01 akhir awal
printf 'zone = GMT\n' >conf/taklimat.conf
TAKLIMAT_CONFIG=$here/conf run report --month 2025-01 --out wita a.jsonl
expect 78 "taklimat: $here/conf/taklimat.conf:1: 'zone' wants WIB, WITA, WIT or region, not 'GMT'"
TAKLIMAT_CONFIG=$here/conf run check
[ "$code" -eq 78 ] || fail "check: exit code $code"

# The day that counts: the event's or the paper's; without it an article is undated, never guessed.
run report --month 2025-01 --by published --out by a.jsonl
inside by/2025-01 awal lampau
run report --month 2024-12 --by event --out by a.jsonl
inside by/2024-12 lampau
tells 0 "4 articles without a month that can be determined"
has by/2024-12/run.json '"by":"event"'
has by/2024-12/summary.json '"by":"event"'
run render --output again.pdf by/2024-12/summary.json
[ "$code" -eq 0 ] || fail "render: $(cat err)"
pdftotext again.pdf - 2>/dev/null | tr '\n' ' ' | grep -q 'Periode: Desember 2024, menurut waktu WIB' ||
    ! command -v pdftotext >/dev/null || fail "the rule does not stand in the briefing"

# From one day to before another; a whole month is called as one.
run report --since 2024-12-28 --until 2024-12-31 --out days a.jsonl
inside days/2024-12-28_2024-12-30 lampau
[ -f days/2024-12-28_2024-12-30/taklimat-2024-12-28_2024-12-30.pdf ] || fail "$(ls days/*)"
[ ! -e days/2024-12-28_2024-12-30/figures.json ] || fail "figures of what is no month"
run report --since 2024-12-01 --until 2025-01-01 --out days a.jsonl
expect 0 "taklimat: published: days/2024-12"

# Last month, by the clock in the zone: in January it is that of the year before.
for wanted in 1735664399:2024-11 1735664400:2024-12 1738342799:2024-12; do
    SOURCE_DATE_EPOCH=${wanted%:*} run report --month last --allow-empty --out last a.jsonl
    tells 0 "last/${wanted#*:}"
done
# A clock that was set back finds a month that is published, and leaves it alone.
SOURCE_DATE_EPOCH=1735664399 run report --month last --allow-empty --out last a.jsonl
tells 0 "taklimat: unchanged: last/2024-11"
[ "$(ls last | tr '\n' ' ')" = "2024-11 2024-12 " ] || fail "$(ls last)"

for wrong in "" "--month 2024-13" "--month 2024-12 --since 2024-12-01" "--since 2024-12-01" "--until 2024-12-01" \
    "--since 2024-12-02 --until 2024-12-02" "--since 2024-02-30 --until 2024-03-01" "--month 2024-12 --by hand" \
    "--month 2024-12 --zone UTC"; do
    # Words of a command line.
    run report $wrong --out no a.jsonl
    [ "$code" -eq 64 ] || fail "'$wrong': exit code $code: $(cat err)"
    count err 1
done
[ ! -e no ] || fail "a folder was made"

# Summaries told by other zones or rules are no one period, unless one is given.
run merge a/2025-01/summary.json wit/2025-01/summary.json
tells 0 "its days are of another zone or chosen by another rule"
run merge --month 2025-01 a/2025-01/summary.json wit/2025-01/summary.json
[ "$code" -eq 0 ] || fail "merge: $(cat err)"
finish
