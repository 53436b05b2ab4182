#!/bin/sh
# Sharded, shuffled, repeated and whole runs give the same summary, and a summary renders to the PDF of the report.
. "$top_srcdir/tests/command/common.sh"
articles=$top_srcdir/samples/articles

run extract --output whole.jsonl "$articles"
[ "$code" -eq 0 ] || fail "extract: exit code $code: $(cat err)"
run merge --month 2024-12 --output whole.json whole.jsonl
expect 0 ""

# Every third line to a shard, each merged on its own, in another order, one of them twice.
for shard in 0 1 2; do
    awk -v s=$shard 'NR % 3 == s' whole.jsonl | sort -r >shard$shard.jsonl
    run merge --month 2024-12 --output shard$shard.json shard$shard.jsonl
    expect 0 ""
done
run merge --month 2024-12 --output nested.json shard2.json shard0.json
expect 0 ""
run merge --month 2024-12 --output sharded.json shard1.json nested.json shard0.jsonl shard1.json
expect 0 ""
cmp whole.json sharded.json || fail "sharded and whole runs differ"

# From standard input, and again through itself.
"$TAKLIMAT" merge --month 2024-12 - <whole.json >again.json 2>err || fail "merge -: $(cat err)"
cmp whole.json again.json || fail "a summary merged again differs"

run report --month 2024-12 --out b "$articles"
[ "$code" -eq 0 ] || fail "report: exit code $code: $(cat err)"
cmp whole.json b/2024-12/summary.json || fail "the report's summary differs from that of extract and merge"

# A damaged summary is refused.
sed 's/Wonogiri/Wonogirl/' whole.json >damaged.json
cmp -s whole.json damaged.json && fail "nothing was damaged"
run merge damaged.json
[ "$code" -eq 65 ] || fail "damaged: exit code $code: $(cat err)"
run render --region 33 --output jateng.pdf whole.json
expect 0 ""
[ "$(head -c 5 jateng.pdf)" = "%PDF-" ] || fail "no PDF"
run render --dump=finished whole.json
expect 0 ""
has out '"counts"'
finish
