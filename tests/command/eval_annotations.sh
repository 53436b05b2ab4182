#!/bin/sh
# taklimat eval on annotations as people make them: incomplete, misspelt, with other offsets, and with the wrong files.
. "$top_srcdir/tests/command/common.sh"

text='\"Jaga netralitas,\" kata Bupati Rukmini Talo di Manggar. “Ya,” ujarnya. UU Nomor 10 Tahun 2016.'
words='"text":"'$text'"'

# facts LINE…, gold LINE…: the files.
gold() { printf '%s\n' "$@" >gold.jsonl; }
facts() { printf '%s\n' "$@" >facts.jsonl; }

# --- What an item leaves out is not judged; null means nobody.
facts '{"id":"a","people":[{"id":0,"name":"Rukmini Talo","position":"Bupati"}],"quotes":[{"start":1,"end":17,"speaker":0}],"statements":[{"start":1,"end":17,"speaker":0}],"advisories":[{"start":1,"end":17,"type":"imbauan","speaker":0}],"citations":[{"start":75,"end":97,"type":"UU","number":"10","year":2016,"pinpoint":"Pasal 2"}]}'
gold "{\"id\":\"a\",$words,\"people\":[{\"name\":\"Rukmini Talo\"}],\"quotes\":[{\"start\":1,\"end\":17}],\"statements\":[{\"start\":1,\"end\":17}],\"advisories\":[{\"start\":1,\"end\":17}],\"citations\":[{\"start\":75,\"end\":97,\"type\":\"UU\",\"number\":\"10\"}]}"
run eval --json gold.jsonl facts.jsonl
expect 0 ""
for kind in quotes quotes_near statements advisories citations people; do
    has out "\"$kind\":{\"p\":1.0,\"r\":1.0,\"f\":1.0,"
done
for kind in speaker speaker_wrong attributed statement_speaker advisory_type advisory_speaker pinpoint position; do
    ! grep -q "\"$kind\"" out || fail "$kind is judged where nothing says it: $(cat out)"
done
# Of two quotes one says its speaker: the other is out of the count of both sides.
gold "{\"id\":\"a\",$words,\"quotes\":[{\"start\":1,\"end\":17},{\"text\":\"Ya,\",\"speaker\":null}]}"
facts '{"id":"a","people":[{"id":0,"name":"Rukmini Talo"}],"quotes":[{"start":1,"end":17,"speaker":0},{"start":59,"end":62,"speaker":0}]}'
run eval --json gold.jsonl facts.jsonl
has out '"attributed":{"p":0.0,"r":0.0,"f":0.0,"gold":1,"got":1},"speaker":{"accuracy":0.0,"of":1},"speaker_wrong":{"accuracy":1.0,"of":1}'
gold "{\"id\":\"a\",$words,\"citations\":[{\"start\":75,\"end\":97,\"type\":\"UU\"}]}"
run eval gold.jsonl facts.jsonl
has err 'citations: item without number; it is null where there is none'

# --- A list of errors is as long as the figure says.
gold "{\"id\":\"a\",$words,\"people\":[{\"name\":\"Rukmini Talo\"},{\"name\":\"Bawaslu\"}],\"quotes\":[{\"start\":1,\"end\":17,\"speaker\":\"Rukmini Talo\"},{\"start\":59,\"end\":62,\"speaker\":\"Bawaslu\"}]}"
run eval --errors speaker_wrong gold.jsonl facts.jsonl
expect 0 ""
count out 1
has out 'Bawaslu	Rukmini Talo	Ya,'

# --- A region that the record told is not counted as found.
gold "{\"id\":\"a\",$words,\"region\":\"33.12\",\"also\":[]}"
"$TAKLIMAT" extract gold.jsonl >facts.jsonl 2>/dev/null
run eval gold.jsonl facts.jsonl
expect 0 "taklimat: facts of 1 article have their region from the record, not from the text: region, province and also are not counted for them; extract from the articles of 'taklimat eval --inputs GOLD'"
! grep -q '^region' out || fail "a region that was given counts: $(cat out)"
run eval --inputs gold.jsonl
expect 0 ""
echo "{\"id\":\"a\",$words}" >want
cmp -s want out || fail "--inputs: $(cat out)"

# --- Misspelt keys, once each.
gold "{\"id\":\"a\",$words,\"quote\":[],\"Quotes\":[],\"people\":[],\"statements\":[{\"start\":1,\"end\":17,\"speeker\":\"X\"},{\"start\":2,\"end\":17,\"speeker\":\"X\"}],\"citations\":[{\"start\":75,\"end\":97,\"type\":\"UU\",\"nomor\":\"10\",\"number\":\"10\"}],\"xyzzy\":1}"
facts '{"id":"a"}'
run eval gold.jsonl facts.jsonl
expect 0 "taklimat: gold.jsonl: 'speeker' in statements is no key that is known, and stands 2 times; is 'speaker' meant?"
has err "'quote' is no key that is known, and stands 1 time; is 'quotes' meant?"
has err "'Quotes' is no key that is known, and stands 1 time; is 'quotes' meant?"
has err "'nomor' in citations is no key that is known, and stands 1 time; is 'number' meant?"
grep -qFx "taklimat: gold.jsonl: 'xyzzy' is no key that is known, and stands 1 time" err || fail "xyzzy: $(cat err)"
count err 5

# --- Values that no table knows.
# doubt FIELDS MESSAGE: one message about the article with these fields.
doubt() {
    gold "{\"id\":\"a\",$words,$1}" '{"id":"b","text":"Ya.","quotes":[]}'
    run eval --json gold.jsonl facts.jsonl
    expect 0 "taklimat: gold.jsonl:1: a: $2"
    count err 1
}
doubt '"region":"Belitong Raya"' "region: 'Belitong Raya' names no region, or more than one; not counted"
! grep -q '"region":' out || fail "an unknown region counts"
doubt '"region":19.06' "region: is no string that holds a code or a name; not counted"
doubt '"also":["19.06","99.99"]' "also: '99.99' names no region, or more than one; not counted"
doubt '"event_date":"12/12/2024"' "event_date: '12/12/2024' is no day as in 2024-12-31; not counted"
doubt '"event_date":"2024-02-30"' "event_date: '2024-02-30' is no day as in 2024-12-31; not counted"
doubt '"advisories":[{"start":1,"end":17,"type":"saran"}]' "advisories: 'saran' is no type of advisory; not counted"
doubt '"citations":[{"start":75,"end":97,"type":"UUX","number":"1"}]' "citations: 'UUX' is no type that the program knows"
doubt '"flags":[{"kind":"menu","start":1,"end":17}]' "flags: 'menu' is no kind of flag; not counted"
doubt '"people":[{"name":"Rukmini Talo"}],"quotes":[{"start":1,"end":17,"speaker":"Warga"}]' "quotes: 'Warga' speaks, but is not among the people"
doubt '"people":[{"name":"Rukmini Talo"}],"quotes":[{"start":1,"end":17,"speaker":"Warga"},{"start":2,"end":17,"speaker":"Warga"}]' "quotes: 'Warga' speaks, but is not among the people"
doubt '"quotes":[{"start":1,"end":17,"speaker":0}]' "quotes: '0' is a speaker, but no name"
# Names and former spellings of a region are as good as its code.
gold "{\"id\":\"a\",$words,\"region\":\"Kabupaten Belitung Timur\",\"also\":[\"Kab. Wonogiri\"]}"
facts '{"id":"a","region":{"code":"19.06"},"also":["33.12"]}'
run eval --json gold.jsonl facts.jsonl
expect 0 ""
has out '"region":{"accuracy":1.0,"of":1}'
has out '"also":{"p":1.0,"r":1.0'

# --- Offsets: words instead, the second time they stand; characters instead of bytes are recognised.
gold '{"id":"a","text":"“Ya,” katanya. “Ya,” ujarnya lagi.","quotes":[{"text":"Ya","occurrence":2}]}'
facts '{"id":"a","quotes":[{"start":22,"end":24}]}'
run eval --json gold.jsonl facts.jsonl
expect 0 ""
has out '"quotes":{"p":1.0,"r":1.0'
gold '{"id":"a","text":"“Ya,” katanya.","quotes":[{"text":"Ya","occurrence":2}]}' '{"id":"b","text":"Ya","quotes":[{"speaker":null}]}' '{"id":"c","text":"Ya","quotes":[{"text":"Tidak"}]}'
run eval gold.jsonl
has err 'gold.jsonl:1: a: quotes: its text stands only 1 times in the article'
has err 'gold.jsonl:2: b: quotes: has neither start and end nor text'
has err 'gold.jsonl:3: c: quotes: its text does not stand in the article'
gold '{"id":"a","text":"Ia bilang “Nanti saja,” ujarnya kepada warga.","statements":[{"start":24,"end":31}]}'
facts '{"id":"a"}'
run eval gold.jsonl facts.jsonl
has err 'a: start and end: look like offsets of characters; they must be of bytes'
gold '{"id":"a","text":"““““Ya,” katanya.","quotes":[{"start":4,"end":6}]}'
run eval gold.jsonl facts.jsonl
has err 'a: quotes: span 4..6 cuts a character; its offsets look like characters, they must be bytes'

# --- Files of another kind.
gold "{\"id\":\"a\",$words,\"quotes\":[]}"
facts '{"taklimat":"facts/1","id":"b"}'
run eval gold.jsonl facts.jsonl
expect 65 "taklimat: facts.jsonl: no annotated article has facts here that can be used"
has err 'taklimat: annotated: a'
has err 'taklimat: facts about: b'
: >empty.jsonl
run eval gold.jsonl empty.jsonl
expect 65 "taklimat: empty.jsonl: no annotated article has facts here that can be used"
gold "{\"id\":\"a\",$words,\"region\":\"33.12\",\"quotes\":[]}"
run eval gold.jsonl gold.jsonl
expect 65 "taklimat: gold.jsonl: this is a file of articles; name what extract made of it"
run eval facts.jsonl gold.jsonl
expect 65 "taklimat: facts.jsonl: this is a file of facts; name the annotated articles first"
printf '[\n{\n"id": "a",\n"text": "b",\n"quotes": []\n},\n{\n"id": "c"\n}\n]\n' >pretty.json
run eval pretty.json
expect 65 "taklimat: pretty.json: GOLD must hold one JSON object a line"
[ "$(wc -l <err)" -le 6 ] || fail "pretty-printed JSON is told line by line: $(cat err)"
for i in 1 2 3 4 5 6; do echo "{\"id\":\"x$i\",\"text\":\"b\",\"quotes\":[{\"start\":5,\"end\":6}]}"; done >late.jsonl
echo '{"id":"a","text":"b","quotes":[]}' >>late.jsonl
run eval late.jsonl
[ "$code" -eq 0 ] || fail "six articles that are wrong hide the seventh: $(cat err)"
has out '7 articles read, 1 used, 6 rejected'
echo '[{"id":"a","text":"b"}]' >list.json
run eval list.json
expect 65 "taklimat: every record was rejected; GOLD must hold one JSON object a line"
echo '{"id":"a","text":"Bupati hadir."}' >bare.jsonl
run eval bare.jsonl
expect 65 "taklimat: nothing is annotated: samples/README.md says how"

run eval --errors quotes --errors people gold.jsonl
expect 64 "taklimat: --errors lists one kind; it was given more than once"
run show facts.jsonl
expect 65 "taklimat: this is a file of facts; name the articles that they were found in"

# --- Facts of a copy with other line ends: that is said, instead of where they first go wrong alone.
printf '%s\n' '{"id":"a","text":"Pembuka.\r\n\"Jaga netralitas,\" kata Bupati Rukmini Talo."}' >copy.jsonl
"$TAKLIMAT" extract -o copy-facts.jsonl copy.jsonl
gold '{"id":"a","text":"Pembuka.\n\"Jaga netralitas,\" kata Bupati Rukmini Talo.","quotes":[]}'
run eval gold.jsonl copy-facts.jsonl
expect 65 "taklimat: copy-facts.jsonl: no annotated article has facts here that can be used"
has err 'taklimat: its facts: made from another text or title (quotes: text differs from its span 1'
gold '{"id":"a","text":"Pembuka.\r\n\"Jaga netralitas,\" kata Bupati Rukmini Talo.","quotes":[]}'
sed 's/"text":"[^"]*"/"text":"X"/' copy-facts.jsonl >spoilt.jsonl
run eval gold.jsonl spoilt.jsonl
has err 'taklimat: its facts: quotes: text differs from its span 1'

# --- The example in the samples' README is read without a complaint.
grep '^{"id":"contoh-' "$top_srcdir/samples/README.md" >example.jsonl
count example.jsonl 3
run eval example.jsonl
expect 0 ""
has out '3 articles read, 3 used, 0 rejected'
has out 'quotes               1.000'
has out 'citations            1.000'
grep -q '^region .* 2$' out || fail "the example's regions: $(cat out)"
finish
