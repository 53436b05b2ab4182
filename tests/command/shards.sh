#!/bin/sh
# Sharded, shuffled, repeated and whole runs give the same summary, and a summary renders to the PDF of the report.
. "$top_srcdir/tests/command/common.sh"
articles=$top_srcdir/samples/articles

run extract --output whole.jsonl "$articles"
[ "$code" -eq 0 ] || fail "extract: exit code $code: $(cat err)"
run merge --month 2024-12 --output whole.json whole.jsonl
expect 0 ""

# With syndicated copies, which connect articles of different shards: another outlet, day and id, and words left out.
sed 's/"id":"\([^"]*\)","sha256":"\(....\)/"id":"copy-\1","sha256":"0000/
     s/"publisher":"[^"]*"/"publisher":"Kabar Salinan"/' whole.jsonl | awk 'NR % 10 < 3' >copies.jsonl
[ "$(wc -l <copies.jsonl)" -ge 9 ] || fail "no copies were made"
run merge --month 2024-12 --output with-copies.json copies.jsonl whole.jsonl
expect 0 ""
cat copies.jsonl whole.jsonl | sort -r | awk 'NR % 2' >half1.jsonl
cat copies.jsonl whole.jsonl | sort -r | awk 'NR % 2 == 0' >half0.jsonl
run merge --month 2024-12 --output half1.json half1.jsonl
expect 0 ""
run merge --month 2024-12 --output joined.json half0.jsonl half1.json whole.jsonl
expect 0 ""
cmp with-copies.json joined.json || fail "sharded and whole runs with copies differ"
run render --dump=finished --output whole.fin whole.json
run render --dump=finished --output copies.fin with-copies.json
expect 0 ""
for what in stories quotes statements citations; do
    is=$(grep -o "\"counts\":{[^}]*}" copies.fin | sed "s/.*\"$what\":\([0-9]*\).*/\1/")
    was=$(grep -o "\"counts\":{[^}]*}" whole.fin | sed "s/.*\"$what\":\([0-9]*\).*/\1/")
    [ "$is" = "$was" ] || fail "copies are counted: $is $what, $was without them"
done
grep -q '"publisher":"Kabar Salinan"' copies.fin || fail "the copies' outlet is not listed"

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
