#!/bin/sh
# taklimat eval: fixed figures on small annotated files, and the same digits as score.py where that lies beside the checkout.
. "$top_srcdir/tests/command/common.sh"

# --- Four articles written here; offsets are bytes.
text='\"Jaga netralitas,\" kata Bupati Rukmini Talo. Ia minta warga tertib.'
cat >gold.jsonl <<END
{"id":"a","text":"$text","region":"19.06","also":["19.02"],"event_date":"2024-12-12","people":[{"name":"Rukmini Talo","position":"Bupati Belitung Timur"}],"quotes":[{"start":1,"end":17,"speaker":"Rukmini Talo"}],"statements":[{"start":45,"end":67,"speaker":"Rukmini Talo"}],"citations":[],"advisories":[{"start":1,"end":17,"type":"imbauan","speaker":"Rukmini Talo"}],"flags":[]}
{"id":"b","text":"$text","region":null,"also":[],"event_date":null,"people":[{"name":"Drs. H. Rukmini Talo","position":null}],"quotes":[{"start":1,"end":16,"speaker":"Rukmini Talo"}],"statements":[],"citations":[],"advisories":[],"flags":[{"kind":"boilerplate","start":0,"end":10},{"kind":"duplicate","start":5,"end":20}]}
{"id":"c","text":"UU Nomor 010 Tahun 2016 Pasal 5 huruf n, dan UU Pemilu.","citations":[{"start":0,"end":23,"type":"UU","number":"010","year":2016,"pinpoint":"Pasal 5 huruf n"},{"start":45,"end":54,"type":"UU","number":null,"year":null,"pinpoint":null}]}
{"id":"d","text":"Bupati hadir.","region":"33.12"}
END
cat >facts.jsonl <<END
{"taklimat":"facts/1","id":"b","region":null,"event_date":null,"people":[{"id":0,"name":"Rukmini Talo","position":"Bupati"}],"quotes":[{"start":1,"end":17,"speaker":0}],"statements":[{"start":45,"end":67,"speaker":null}],"flags":[{"kind":"boilerplate","start":0,"end":15},{"kind":"converted"}]}
{"taklimat":"facts/1","id":"a","region":{"code":"19.02"},"also":["19.02","33"],"event_date":"2024-12-12","people":[{"id":0,"name":"RUKMINI TALO","position":"Bupati Belitung"},{"id":1,"name":"Warga"},{"id":2,"name":"Bawaslu"}],"quotes":[{"start":0,"end":18,"speaker":1}],"statements":[{"start":45,"end":60,"speaker":0}],"advisories":[{"start":1,"end":17,"type":"kewajiban","speaker":0}]}
{"taklimat":"facts/1","id":"c","citations":[{"start":0,"end":22,"type":"uu","number":"10","year":2016,"pinpoint":"pasal 5, huruf n"},{"start":45,"end":54,"type":"UU","number":"7","year":2017}]}
{"taklimat":"facts/1","id":"elsewhere"}
END
run eval gold.jsonl facts.jsonl
expect 0 ""
cat >want <<'END'
4 articles read, 4 used, 0 rejected
of those used 1 without facts, 0 with broken facts
  d: no facts

found or missed      F     precision  recall  annotated    found
also                 0.667      0.500   1.000          1        2
quotes               1.000      1.000   1.000          2        2
quotes_near          1.000      1.000   1.000          2        2
attributed           0.500      0.500   0.500          2        2
statements           0.667      0.500   1.000          1        2
citations            0.667      0.500   1.000          1        2
citations_named      0.000        -     0.000          1        0
people               0.800      0.667   1.000          2        3
position (words)     0.800      1.000   0.667          3        2
advisories           1.000      1.000   1.000          1        1
noise (bytes)        0.857      1.000   0.750         20       15

right or wrong       share        judged
region               0.333             3
province             0.667             3
date                 1.000             1
date_null            1.000             1
speaker              0.500             2
speaker_wrong        0.500             2
statement_speaker    1.000             1
pinpoint             1.000             1
advisory_type        0.000             1
advisory_speaker     1.000             1
END
cmp -s want out || fail "the table is another: $(diff want out)"

"$TAKLIMAT" eval --json gold.jsonl facts.jsonl >json
"$TAKLIMAT" eval --json gold.jsonl - <facts.jsonl >out || fail "facts from standard input: exit code $?"
cmp -s json out || fail "facts from standard input: other figures"
has json '{"records":4,"read":4,"rejected":0,"regions_given":0,"missing":1,"broken":[],'
has json '"citations_named":{"p":null,"r":0.0,"f":0.0,"gold":1,"got":0}'
has json '"also":{"p":0.5,"r":1.0,"f":0.6666666666666666,"gold":1,"got":2}'
has json '"region":{"accuracy":0.3333333333333333,"of":3}'

# errors KIND LINE…: the errors of one kind.
errors() {
    kind=$1
    shift
    printf '%b\n' "$@" >want
    run eval --errors "$kind" gold.jsonl facts.jsonl
    expect 0 ""
    cmp -s want out || fail "errors of $kind: $(diff want out)"
}
errors region 'a\t19.06\t19.02\t-' 'd\t33.12\tno facts\t-'
errors also 'a\tspurious\t33\t-'
errors speaker 'a\tRukmini Talo\tWarga\tJaga netralitas,'
errors speaker_wrong 'a\tRukmini Talo\tWarga\tJaga netralitas,'
errors attributed 'a\tmissed\tRukmini Talo\tJaga netralitas,' 'a\tspurious\tWarga\t"Jaga netralitas,"'
errors statements 'b\tspurious\t-\tIa minta warga tertib.'
errors citations 'c\tspurious\tUU 7/2017 45..54\tUU Pemilu'
errors citations_named 'c\tmissed\tUU -/- 45..54\tUU Pemilu'
errors people 'a\tspurious\tWarga\t-'
errors position 'a\tRukmini Talo\tBupati Belitung Timur\tBupati Belitung'
errors advisory_type 'a\timbauan\tkewajiban\tJaga netralitas,'
run eval --errors quotes gold.jsonl facts.jsonl
expect 0 "taklimat: no errors of kind quotes, 2 annotated"
[ ! -s out ] || fail "errors of quotes where there are none: $(cat out)"

# Every kind that is printed is explained, and can be asked for.
run eval --help
cp out help
for kind in $(grep -o '"[a-z_]*":{' json | tr -d '":{'); do
    grep -qw "$kind" help || fail "--help does not explain $kind"
    run eval --errors "$kind" gold.jsonl facts.jsonl
    [ "$code" -eq 0 ] || fail "--errors $kind: exit code $code"
    [ -s out ] || has err "taklimat: no errors of kind $kind, "
done

# --- Facts that break their format count as none, and say why.
broken() {
    printf '%s\n' "$2" '{"id":"b"}' >bad.jsonl
    run eval --json gold.jsonl bad.jsonl
    expect 0 ""
    has out "\"missing\":2,\"broken\":[[\"a\",\"$1\"]]"
}
broken 'quotes: span 5..3 of 67' '{"id":"a","quotes":[{"start":5,"end":3}]}'
broken 'quotes: span 5..68 of 67' '{"id":"a","quotes":[{"start":5,"end":68}]}'
broken 'quotes: text differs from its span 1..5' '{"id":"a","quotes":[{"start":1,"end":5,"text":"Jagal"}]}'
broken 'statements: speaker is nobody' '{"id":"a","statements":[{"start":1,"end":5,"speaker":0}]}'
broken 'people: person without id or name' '{"id":"a","people":[{"name":"X"}]}'
broken 'people: is no list' '{"id":"a","people":{"id":0}}'
broken 'citations: type or year of the wrong kind' '{"id":"a","citations":[{"start":1,"end":5,"type":"UU","year":"2016"}]}'
broken 'region: is no object' '{"id":"a","region":"19.06"}'
{ echo '{"id":"e","text":"“Ya,” katanya.","quotes":[]}'; echo '{"id":"f","text":"Ya."}'; } >cut-gold.jsonl
{ echo '{"id":"e","quotes":[{"start":1,"end":6}]}'; echo '{"id":"f"}'; } >cut.jsonl
run eval --json cut-gold.jsonl cut.jsonl
has out '"broken":[["e","quotes: span 1..6 cuts a character"]]'

# --- The PFSA-ID form: characters instead of bytes, speakers from cues and persons labelled nearby.
cat >pfsa.jsonl <<'END'
{"id":"p","text":"Menteri Sosial Wira Sakti datang. ”Kami siap,” kata Wira. ”Nanti,” ujarnya.","spans":[{"label":"ROLE","start":0,"end":14,"text":"Menteri Sosial"},{"label":"PERSON","start":15,"end":25,"text":"Wira Sakti"},{"label":"STATEMENT","start":34,"end":46,"text":"”Kami siap,”"},{"label":"CUE","start":47,"end":51,"text":"kata"},{"label":"PERSON","start":52,"end":56,"text":"Wira"},{"label":"STATEMENT","start":58,"end":66,"text":"”Nanti,”"},{"label":"CUECOREF","start":67,"end":74,"text":"ujarnya"}]}
END
echo '{"id":"p","people":[{"id":0,"name":"Wira Sakti","position":"Menteri Sosial RI"}],"quotes":[{"start":37,"end":47,"speaker":0}]}' >pfsa-facts.jsonl
run eval --json pfsa.jsonl pfsa-facts.jsonl
expect 0 ""
echo '{"records":1,"read":1,"rejected":0,"regions_given":0,"missing":0,"broken":[],"pfsa_recall":{"accuracy":0.5,"of":2},"pfsa_near":{"accuracy":0.5,"of":2},"pfsa_speaker":{"accuracy":1.0,"of":1},"pfsa_role":{"p":1.0,"r":1.0,"f":1.0,"gold":2,"got":2}}' >want
cmp -s want out || fail "PFSA-ID: $(diff want out)"

# --- Without FACTS they are extracted, and what is annotated changes nothing: the figures are those of extract's output.
gold=$top_srcdir/samples/gold.jsonl
run eval --json "$gold"
expect 0 ""
cp out own.json
# All regions, quotes and people of the annotations replaced: were one looked at, other facts would be found.
sed 's/"region": "[0-9.]*"/"region": "31.71"/; s/"quotes": \[[^]]*\]/"quotes": []/; s/"people": \[[^]]*\]/"people": []/' "$gold" >blind.jsonl
run eval --json blind.jsonl
tells 0 "blind.jsonl:1: txt/beltim-01: statements: 'Zulfan Marzuki' speaks, but is not among the people"
[ "$(grep -o '"quotes":{[^}]*"got":[0-9]*' out | sed 's/.*://')" = "$(grep -o '"quotes":{[^}]*"got":[0-9]*' own.json | sed 's/.*://')" ] ||
    fail "annotations reach the extractor: other quotes"
has out '"region":{"accuracy":0.0'

# --- Gold lines that are wrong are told and left out; nothing left is an error.
{ echo '{"_header":1}'; cat gold.jsonl; echo 'no json'; echo '{"id":"x"}'; echo '{"text":"x"}'; echo '{"id":"d","text":"Lagi."}'; } >mixed.jsonl
run eval mixed.jsonl facts.jsonl
tells 0 'taklimat: mixed.jsonl:6: not valid JSON at byte'
has err 'taklimat: mixed.jsonl:7: x: the article has no "text"'
has err 'taklimat: mixed.jsonl:8: the article has no "id"'
has err 'taklimat: mixed.jsonl:9: the id stood before; the last article with it counts'
has out '8 articles read, 4 used, 3 rejected'
echo '{"id":"x","text":"ab","quotes":[{"start":0,"end":3}]}' >wrong.jsonl
run eval wrong.jsonl facts.jsonl
expect 65 "taklimat: every record was rejected"
has err 'taklimat: wrong.jsonl:1: x: quotes: span 0..3 of 2'
: >empty.jsonl
run eval empty.jsonl
expect 66 "taklimat: the input holds no annotated article"
run eval none.jsonl
expect 66 "taklimat: none.jsonl: cannot open: No such file or directory"
run eval gold.jsonl none.jsonl
expect 66 "taklimat: none.jsonl: cannot open: No such file or directory"
run eval
expect 64 "taklimat: eval wants a file of annotated articles, and perhaps one of facts"
run eval - -
expect 64 "taklimat: GOLD and FACTS cannot both be standard input"
run eval --errors nonsense gold.jsonl
expect 64 "taklimat: 'nonsense' is no kind of figure; there are: region province also date date_null quotes quotes_near attributed speaker speaker_wrong statements statement_speaker citations citations_named pinpoint people position advisories advisory_type advisory_speaker noise pfsa_recall pfsa_near pfsa_speaker pfsa_speaker_coref pfsa_role"
run eval --errors quotes --json gold.jsonl facts.jsonl
expect 64 "taklimat: --errors and --json do not go together"

# Facts by confidence: of two quotations one is right, of two advisories one has another type.
cat >sure.gold <<'END'
{"id":"x","text":"\"Satu dua tiga,\" kata Ani. \"Empat lima,\" kata Budi.","quotes":[{"start":1,"end":14,"text":"Satu dua tiga","speaker":"Ani"},{"start":28,"end":38,"text":"Empat lima","speaker":"Budi"}],"advisories":[{"start":1,"end":14,"text":"Satu dua tiga","type":"larangan","speaker":null}]}
END
cat >sure.facts <<'END'
{"taklimat":"facts/1","id":"x","people":[{"id":0,"name":"Ani","position":""}],"quotes":[{"start":1,"end":14,"speaker":0,"confidence":0.98},{"start":28,"end":38,"speaker":0,"confidence":0.61}],"advisories":[{"start":1,"end":14,"type":"imbauan","speaker":null,"confidence":0.5},{"start":28,"end":38,"type":"larangan","speaker":null,"confidence":0.49}]}
END
run eval --calibration sure.gold sure.facts
expect 0 ""
cat >wanted <<'END'
kind         confidence   facts   right
quotes        60.. 69         1   0.000
quotes        95..100         1   1.000
advisories     0.. 49         1   0.000
advisories    50.. 59         1   0.000
END
diff wanted out || fail "calibration: $(cat out)"
run eval --calibration --json sure.gold
expect 64 "taklimat: --calibration does not go together with --errors or --json"

# --- Against score.py, digit for digit: on the samples, on the articles above, and on facts that were tampered with.
score=$top_srcdir/../shared/eval/score.py
if ! command -v python3 >/dev/null 2>&1 || [ ! -f "$score" ]; then
    echo "not compared with score.py: there is no python3, or no $score"
    finish
fi

# same GOLD FACTS: all figures, and the lines of the table.
same() {
    run eval --json "$1" "$2"
    cp out ours.json
    run eval "$1" "$2"
    python3 "$score" "$1" "$2" --json >theirs.json || fail "score.py $1 $2"
    python3 "$score" "$1" "$2" >theirs.txt
    python3 - ours.json theirs.json out theirs.txt <<'END' || fail "score.py says something else about $1 $2"
import json
import re
import sys

ours, theirs = (json.load(open(p, encoding="utf-8")) for p in sys.argv[1:3])
for kind in theirs.values():
    if isinstance(kind, dict):
        del kind["low"], kind["high"]  # intervals by resampling: eval has none
for key in ("read", "rejected", "regions_given"):
    del ours[key]
for kind in ours.values():
    if isinstance(kind, dict):  # null where there is nothing to measure
        kind.update({k: 0.0 for k, v in kind.items() if v is None})
for key in sorted(set(ours) | set(theirs)):
    if ours.get(key) != theirs.get(key):
        print(key, ours.get(key), theirs.get(key))
figures = [{(k := line.split()[0]): re.findall(r"\d\.\d{3}", re.sub(r"\[.*?\]", "", line[20:])) for line in open(p).read().replace("  -  ", "0.000").split("\n") if re.match(r"[a-z_]+ .*\d\.\d{3}", line)} for p in sys.argv[3:]]
if figures[0] != figures[1]:
    print(figures)
sys.exit(ours != theirs or figures[0] != figures[1])
END
}

head -n 2 gold.jsonl >full.jsonl # score.py wants every list
same full.jsonl facts.jsonl
same pfsa.jsonl pfsa-facts.jsonl
python3 "$score" --inputs "$gold" >inputs.jsonl
run extract -o extracted.jsonl inputs.jsonl
same "$gold" extracted.jsonl
cmp -s ours.json own.json || fail "extracting here and beforehand differ"
python3 - extracted.jsonl >tampered.jsonl <<'END'
import json
import random
import sys

r = random.Random(7)
for line in open(sys.argv[1], encoding="utf-8"):
    facts = json.loads(line)
    for kind in ("quotes", "statements", "advisories", "citations"):
        facts[kind] = [x for x in facts[kind] if r.random() > 0.1]
        for x in facts[kind]:
            if r.random() < 0.3 and x["end"] - x["start"] > 30 and x["text"].isascii():
                x["end"] -= r.randint(1, 25)
                del x["text"]
            if "speaker" in x and r.random() < 0.2:
                x["speaker"] = r.choice([None] + [p["id"] for p in facts["people"]])
    for person in facts["people"]:
        if r.random() < 0.3:
            person["name"] = r.choice(["Drs. " + person["name"] + ", M.Si", person["name"].upper(), person["name"].split()[0]])
    if r.random() < 0.9:
        print(json.dumps(facts, ensure_ascii=False))
END
same "$gold" tampered.jsonl
finish
