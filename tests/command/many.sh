#!/bin/sh
# Very many decisions and flags, decisions and facts in any order, other locales and time zones: in time, and with the same result.
. "$top_srcdir/tests/command/common.sh"

seconds=60
many=100000
case " $TAKLIMAT_WRAPPER " in *valgrind*) many=300 ;; esac
articles=$top_srcdir/samples/articles

# timed ARGUMENT...: the program within so many seconds of processor time
timed() {
    (
        ulimit -t $seconds
        run "$@"
        exit "$code"
    )
    code=$?
    [ "$code" -eq 0 ] || fail "taklimat $*: exit code $code, or more than $seconds s: $(head -c 300 err)"
}

# A month whose every fact is decided on, and as many decisions again about facts that are not there.
run extract -o facts.jsonl "$articles"
[ "$code" -eq 0 ] || fail "extract: $(cat err)"
run merge --month 2024-12 -o summary.json facts.jsonl
expect 0 ""
awk '{
    match($0, /"id":"[^"]*"/); id = substr($0, RSTART + 6, RLENGTH - 7)
    rest = $0
    while (match(rest, /"fid":"[aqsc]-[0-9a-f]*"/)) {
        fid = substr(rest, RSTART + 7, RLENGTH - 8)
        n++
        kind = substr(fid, 1, 1)
        if (n % 3 == 0) print fid "," id ",drop,"
        else if (n % 3 == 1 || kind == "c") print fid "," id ",accept,"
        else print fid "," id ",correct,speaker=Orang " n % 7 "; position=Camat"
        rest = substr(rest, RSTART + RLENGTH)
    }
    if (NR % 5 == 0) print "article," id ",drop,"
    if (NR % 5 == 1) print "article," id ",correct,advertorial=ya"
    if (NR % 5 == 2) print "region," id ",correct,region=33.12"
    if (NR % 5 == 3) print "date," id ",correct,event_date=2024-12-09"
}' facts.jsonl >rows
seq "$many" | awk '{ printf "q-%06x,tidak-ada,drop,\n", $1 }' >none
{ echo fid,article,decision,value; cat rows none; } >decisions.csv
timed render --dump=finished --decisions decisions.csv -o decided.json summary.json
[ "$(grep -c 'there is no fact' err)" -eq "$many" ] || fail "not each decision that is about nothing is told"

# In any order.
{ echo fid,article,decision,value; sort -t, -k2,2 -k1,1r rows; } >sorted.csv
{ echo 'value;decision;fid;article'; awk -F, '{ print $4 ";" $3 ";" $1 ";" $2 }' rows | sed 's/^\([^;]*; *position=Camat\)/"\1"/' | sort -r; } >other.csv
run render --dump=finished --decisions sorted.csv -o sorted.json summary.json
[ "$code" -eq 0 ] || fail "sorted: $(cat err)"
cmp decided.json sorted.json || fail "decisions in another order give another month"
run render --dump=finished --decisions other.csv -o other.json summary.json
[ "$code" -eq 0 ] || fail "other columns: $(cat err)"
cmp decided.json other.json || fail "decisions in other columns and order give another month"
for dump in finished review; do
    run render --dump=$dump --decisions sorted.csv -o a summary.json
    sort -r facts.jsonl >reversed.jsonl
    run merge --month 2024-12 -o reversed.json reversed.jsonl
    run render --dump=$dump --decisions sorted.csv -o b reversed.json
    cmp a b || fail "facts in another order give another $dump"
done

# One article with very many flags, about facts and beside them, and very many decisions about its facts.
seq "$many" | awk -v n="$many" '
    BEGIN {
        printf "{\"taklimat\":\"facts/1\",\"id\":\"banyak\",\"sha256\":\"%064d\",\"title\":\"Judul\",\"publisher\":null,\"url\":null,\"author\":null,", 1
        printf "\"published\":\"2024-12-05\",\"event_date\":\"2024-12-05\",\"date_evidence\":null,\"scope\":\"national\",\"region\":null,\"also\":[],"
        printf "\"people\":[],\"quotes\":["
    }
    { printf "%s{\"fid\":\"q-%06x\",\"start\":%d,\"end\":%d,\"text\":\"a\",\"speaker\":null,\"cue\":null,\"repeats\":[],\"confidence\":0.9,\"rule\":\"r\"}", (NR > 1 ? "," : ""), $1, 4 * $1, 4 * $1 + 2 }
    END {
        printf "],\"statements\":[],\"citations\":[],\"backrefs\":[],\"advisories\":[],\"flags\":["
        for (i = 1; i <= n; i++)
            printf "%s{\"kind\":\"%s\",\"start\":%d,\"end\":%d,\"note\":\"\",\"fact\":%s}", (i > 1 ? "," : ""), (i % 2 ? "garbled" : "unbalanced_quote"),
                4 * i, 4 * i + 1, (i % 3 ? "null" : sprintf("\"q-%06x\"", i))
        printf "],\"sketch\":\"\"}\n"
    }' >flags.jsonl
seq "$many" | awk 'BEGIN { print "fid,article,decision,value" } { printf "q-%06x,banyak,%s\n", $1, $1 % 2 ? "accept," : "correct,speaker=Orang " $1 }' >all.csv
timed merge --month 2024-12 -o flags.json flags.jsonl
timed render --dump=review -o review.csv flags.json
[ "$(wc -l <review.csv)" -gt "$many" ] || fail "the review lists $(wc -l <review.csv) rows of $many flags"
timed render --dump=finished --decisions all.csv -o finished.json flags.json
has finished.json '"name":"Orang '

# Neither language nor time zone of the machine count.
for locale in C id_ID.UTF-8 tr_TR.UTF-8; do
    for zone in UTC Asia/Jayapura; do
        LC_ALL=$locale LANG=$locale TZ=$zone "$TAKLIMAT" report --month 2024-12 --review --decisions sorted.csv --out "out-$locale-${zone#*/}" "$articles" >out 2>err ||
            fail "$locale, $zone: $(cat err)"
        diff -r out-C-UTC "out-$locale-${zone#*/}" || fail "$locale, $zone: another briefing"
    done
done
finish
