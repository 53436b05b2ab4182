#!/bin/sh
# The main job: what is published, under which names, and what is refused.
. "$top_srcdir/tests/command/common.sh"
articles=$top_srcdir/samples/articles

run report --month 2024-12 --out b "$articles"
tells 0 "taklimat: published: b/2024-12"
for file in taklimat-2024-12.pdf facts.jsonl summary.json run.json rejected.jsonl articles.csv advisories.csv \
    citations.csv officials.csv quotes.csv 33-jawa-tengah.pdf ringkasan.txt 33-jawa-tengah.txt; do
    [ -f "b/2024-12/$file" ] || fail "no b/2024-12/$file"
    [ "$file" = run.json ] || has b/2024-12/run.json "\"$file\""
done
has b/2024-12/run.json '"taklimat":"run/1"'
[ -z "$(find b -name '.*part*')" ] || fail "temporary files are left: $(find b)"

# The same again: nothing to do. Other input: a revision, and the first is untouched.
sum=$(find b/2024-12 -type f | LC_ALL=C sort | xargs cat | cksum)
run report --month 2024-12 --out b "$articles"
tells 0 "taklimat: unchanged: b/2024-12"
[ ! -e b/2024-12-r2 ] || fail "a revision of an unchanged month"
mkdir more
echo '{"id":"baru","text":"BOGOR - Wali Kota Bogor mengimbau ASN netral, Rabu (4/12/2024)."}' >more/a.jsonl
run report --month 2024-12 --out b "$articles" more
[ "$code" -eq 0 ] || fail "revision: exit code $code: $(cat err)"
[ -f b/2024-12-r2/run.json ] || fail "no revision"
has b/2024-12-r2/run.json '"revision":2'
[ "$sum" = "$(find b/2024-12 -type f | LC_ALL=C sort | xargs cat | cksum)" ] || fail "the first revision changed"

# The same bytes wherever it is written.
run report --month 2024-12 --out c "$articles"
diff -r b/2024-12 c/2024-12 || fail "two runs differ"

# The month before is compared with: its figures stand beside it, and its newest revision counts. Figures that cannot be
# read, or that are another month's, cost a line and the comparison.
has c/2024-12/figures.json '"month":"2024-12"'
run report --month 2025-01 --out alone "$articles"
run report --month 2025-01 --out c "$articles"
tells 0 "taklimat: published: c/2025-01"
cmp -s alone/2025-01/taklimat-2025-01.pdf c/2025-01/taklimat-2025-01.pdf && fail "nothing was compared"
has c/2025-01/run.json '"compared_with":{"folder":"2024-12","sha256":"'
has c/2025-01/run.json '"history":{"months":[{"month":"2024-12","folder":"2024-12","sha256":"'
grep -q compared_with alone/2025-01/run.json && fail "run.json names a month that was not there"
cmp alone/2025-01/figures.json c/2025-01/figures.json || fail "the figures of a month depend on another"
run report --month 2025-01 --out c "$articles"
tells 0 "taklimat: unchanged: c/2025-01"
for wrong in 'cp alone/2025-01/figures.json' 'echo {} | tee' 'rm -f'; do
    rm -rf again && mkdir again && cp -R c/2024-12 again/
    eval "$wrong again/2024-12/figures.json" >/dev/null
    run report --month 2025-01 --out again "$articles"
    tells 0 "taklimat: not compared with 2024-12: again/2024-12/figures.json: "
    has again/2025-01/run.json '"history":{"months":[],"left_out":[{"month":"2024-12","reason":"damaged"}]}'
done

# A month without articles: 66 and nothing published, unless it is asked for.
run report --month 2019-01 --out d "$articles"
[ "$code" -eq 66 ] || fail "empty month: exit code $code"
[ "$(find d -type f)" = d/.taklimat.lock ] || fail "an empty month was published: $(find d)"
run report --month 2019-01 --allow-empty --out d "$articles"
[ "$code" -eq 0 ] || fail "--allow-empty: exit code $code: $(cat err)"
[ -f d/2019-01/taklimat-2019-01.pdf ] || fail "--allow-empty: no PDF"
has d/2019-01/ringkasan.txt "Tidak ada berita dalam periode ini"

# Records of one content: the one that knows its day is kept, and the other is told.
printf '%s\n' '{"text":"Bupati Lahat mengimbau ASN netral.","author":"X"}' \
    '{"text":"Bupati Lahat mengimbau ASN netral.","date":"2024-08-01"}' >same.jsonl
run report --month 2024-08 --out f same.jsonl
tells 0 "taklimat: 1 record has the same publisher, address, title and text as another; counted once"
has f/2024-08/run.json '"duplicates":1'

# A briefing published inside the inbox is no input of the next run.
mkdir inbox && cp same.jsonl inbox && (cd inbox && "$TAKLIMAT" report --month 2024-08 . >../out 2>../err) || fail "inbox: $(cat err)"
(cd inbox && "$TAKLIMAT" report --month 2024-08 . >../out 2>../err) || fail "inbox again: $(cat err)"
has err "taklimat: unchanged: briefing/2024-08"
echo '{"text":"Bupati Lahat mengimbau ASN tertib.","date":"2024-08-02"}' >inbox/more.jsonl
(cd inbox && "$TAKLIMAT" report --month 2024-08 . >../out 2>../err) || fail "inbox, once more: $(cat err)"
has err "a published briefing, not read"
has err "taklimat: 3 read, "

# Refused outputs: a planted link, a file in the way, a folder that cannot be written.
mkdir real && ln -s real link
run report --month 2024-12 --out link "$articles"
expect 73 "taklimat: link: refused: is a symbolic link"
: >file
run report --month 2024-12 --out file "$articles"
[ "$code" -eq 73 ] || fail "a file as folder: exit code $code"
mkdir locked e && chmod 555 locked
if ! : 2>/dev/null >locked/x; then
    run report --month 2024-12 --out locked "$articles"
    [ "$code" -eq 73 ] || fail "unwritable: exit code $code"
fi
ln -s real e/2024-12
run report --month 2024-12 --out e "$articles"
expect 73 "taklimat: e/2024-12: refused: is a symbolic link"
[ -z "$(ls real)" ] || fail "a planted link was followed"

# A disk that is full (a limit on file sizes stands in for it): 74, and nothing that looks finished.
(trap '' XFSZ && ulimit -f 8 && "$TAKLIMAT" report --month 2024-12 --out full "$articles" >out 2>err)
code=$?
[ "$code" -eq 74 ] || fail "full disk: exit code $code: $(cat err)"
[ "$(find full -type f)" = full/.taklimat.lock ] || fail "full disk: left behind: $(find full)"

# English, and the fixed date of issue.
run report --month 2025-01 --template en --issued 2025-02-03 --out en "$articles"
[ "$code" -eq 0 ] || fail "English: exit code $code: $(cat err)"
run report --month 2025-01 --template none --out en "$articles"
[ "$code" -eq 78 ] || fail "no such template: exit code $code"
finish
