#!/bin/sh
# A year, a month after the other: what the trends of the last one show, against a count of the facts made separately (year.py). One
# month is missing, one damaged, one has a revision, one was counted with other topics, one by other days.
command -v python3 >/dev/null 2>&1 || { echo "SKIP: year: python3 is not installed"; exit 77; }
. "$top_srcdir/tests/command/common.sh"

# month MONTH FIRST COUNT OPTION...: publishes the month
month() {
    python3 "$top_srcdir/tests/command/year.py" articles "$1" "$2" "$3" "$top_srcdir/samples/articles/txt" >"$1.jsonl" || exit 99
    month=$1
    shift 3
    run report --month "$month" --out b "$@" "$month.jsonl"
    tells 0 "taklimat: published: b/$month"
}

# check PDF PLACE: twelve months up to January 2025
check() {
    python3 "$top_srcdir/tests/command/year.py" check b 2025-01 "$1" "$2" 2024-05 2024-07 2024-08 2024-10 >seen 2>&1 || fail "$1: $(cat seen)"
}

month 2024-02 0 2 --plain
month 2024-03 2 4 --plain
month 2024-04 3 1 --plain
month 2024-06 8 5 --plain
month 2024-06 7 6 --plain
has err "published: b/2024-06-r2"
month 2024-07 4 3 --plain --by published
month 2024-08 5 6 --plain
month 2024-09 9 4 --plain
month 2024-10 1 2 --plain --topics netralitas-asn
month 2024-11 2 7 --plain
month 2024-12 12 5 --plain
sed 's/"quotes":\([0-9]\)/"quotes":9\1/' b/2024-08/figures.json >figures && cp figures b/2024-08/figures.json

month 2025-01 3 9
has err "taklimat: not compared with 2024-05: it is not published below b"
has err "taklimat: not compared with 2024-08: b/2024-08/figures.json: no figures of a month: damaged, its checksum does not hold"
has err "taklimat: not compared with 2024-10: b/2024-10/figures.json: it was counted with other topics or registers, in another zone or by other days"
has b/2025-01/run.json '"folder":"2024-06-r2"'
has b/2025-01/run.json '"left_out":[{"month":"2024-05","reason":"missing"},{"month":"2024-07","reason":"other_scope"},{"month":"2024-08","reason":"damaged"},{"month":"2024-10","reason":"other_scope"}]'
check b/2025-01/taklimat-2025-01.pdf ""
for pdf in b/2025-01/19-*.pdf; do
    check "$pdf" 19
done

# render shows the same of the summary; a folder that is none, or a summary of more than a month, is refused.
run render --history b --output again.pdf b/2025-01/summary.json
[ "$code" -eq 0 ] || fail "render: exit code $code: $(cat err)"
check again.pdf ""
run render --history b/2025-01/run.json --output no.pdf b/2025-01/summary.json
expect 64 "taklimat: --history wants a folder of published months, not 'b/2025-01/run.json'"
finish
