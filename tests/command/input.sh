#!/bin/sh
# Bad input: each bad record costs one clear line and its place among the rejects, and the rest goes on.
. "$top_srcdir/tests/command/common.sh"

good='{"id":"a","title":"Judul","text":"Bupati mengimbau ASN menjaga netralitas di Wonogiri."}'

# reject NAME REASON BYTES: a file of a good record, the bad one and another good one; the bad one alone is rejected.
reject() {
    { echo "$good"; printf '%b\n' "$3"; echo '{"id":"z","text":"Warga melapor ke Bawaslu Kota Bogor."}'; } >"$1.jsonl"
    run extract --rejects "$1.rejects" "$1.jsonl"
    [ "$code" -eq 0 ] || fail "$1: exit code $code"
    count out 2
    count "$1.rejects" 1
    has "$1.rejects" "\"file\":\"$1.jsonl\",\"record\":2,"
    has "$1.rejects" "\"reason\":\"$2\""
    has err "taklimat: $1.jsonl:2: "
    [ "$(wc -l <err)" -eq 2 ] || fail "$1: not one line and the summary: $(cat err)"
    # The record's bytes are kept, whole.
    raw=$(sed 's/.*"raw_base64":"\([^"]*\)".*/\1/' "$1.rejects" | base64 -d | od -An -c)
    [ "$raw" = "$(printf '%b' "$3" | od -An -c)" ] || fail "$1: the bytes kept are others: $raw"
}

reject latin not_utf8 '{"id":"b","text":"caf\0351"}'
reject escaped_nul nul '{"id":"b","text":"a\\u0000b"}'
reject garbage bad_json '{"id":"b","text":"x"} extra'
reject cut bad_json '{"id":"b","text":"x"'
reject comment bad_json '{"id":"b", /* note */ "text":"x"}'
reject nan bad_json '{"id":"b","text":"x","n":NaN}'
reject no_text no_text '{"id":"b","title":"Judul saja"}'
reject empty_text no_text '{"id":"b","text":"   "}'
reject region unknown_region '{"id":"b","text":"Isi berita.","region":"Kabupaten Negeri Dongeng"}'
reject number bad_json '[1,2,'

# A duplicate key is told by name; the first value counts.
echo '{"id":"b","text":"Isi pertama.","text":"Isi kedua."}' >twice.jsonl
run extract twice.jsonl
tells 0 'text'
has out '"id":"b"'

# Every record rejected: exit 65. No record at all: exit 66.
echo '{"id":"b"}' >bad.jsonl
run extract bad.jsonl
tells 65 'taklimat: every record was rejected'
mkdir empty
run extract empty
[ "$code" -eq 66 ] || fail "empty folder: exit code $code, $(cat err)"
run extract missing.jsonl
[ "$code" -eq 66 ] || fail "missing file: exit code $code"
: >nothing.jsonl
run extract nothing.jsonl
expect 66 "taklimat: the input holds no record"
has err "taklimat: nothing.jsonl: holds no record"

# A file that is not text.
head -c 4096 "$TAKLIMAT" >program.txt
run extract program.txt
[ "$code" -eq 65 ] || fail "binary: exit code $code"

# Arrays, objects, JSON Lines and raw text, from files and from standard input, give the same facts.
printf '[%s,\n %s]' "$good" '{"id":"z","text":"Warga melapor."}' >array.json
run extract array.json
count out 2
printf '%s\n' "$good" | "$TAKLIMAT" extract - >stdin.out 2>err || fail "standard input: $(cat err)"
sed 's/"source":{[^}]*},//' stdin.out >a
head -n 1 out | sed 's/"source":{[^}]*},//' >b
cmp -s a b || fail "standard input gives other facts than a file"

# UTF-16 and Windows-1252 texts are converted, and it is said.
printf 'Bupati mengimbau ASN.' | iconv -t UTF-16 >enam.txt
printf 'Bupati mengimbau \223netral\224 kepada ASN.' >cp1252.txt
run extract enam.txt cp1252.txt
count out 2
has err 'enam.txt'
has err 'cp1252.txt'
has out '"kind":"converted"'

# With standard error closed, as under some schedulers, no message ends up in an output.
"$TAKLIMAT" extract --output closed.out "$here/array.json" cp1252.txt 2>&- </dev/null
"$TAKLIMAT" extract --output open.out "$here/array.json" cp1252.txt 2>err </dev/null || fail "exit code $?"
cmp -s closed.out open.out || fail "standard error closed: $(head -c 300 closed.out)"
# A file that is wrong throughout: 200 messages and a count, every record among the rejects.
seq 1000 >numbers.jsonl
run extract --rejects numbers.rejects numbers.jsonl
[ "$code" -eq 65 ] || fail "numbers: exit code $code"
count numbers.rejects 1000
has err "taklimat: 800 more records were rejected; all are among the rejects"

# A text full of control characters does not fill the facts with flags.
printf '{"id":"c","text":"%s"}\n' "$(awk 'BEGIN { for (i = 0; i < 500; i++) printf "a\\u001b " }')" >control.jsonl
run extract control.jsonl
[ "$(grep -o '"kind":"repaired"' out | wc -l)" -eq 17 ] || fail "control characters: $(grep -o '"kind":"repaired"' out | wc -l) flags"
finish
