#!/bin/sh
# Messages and help follow the reader's language; output files, and what a command prints as its result, do not.
. "$top_srcdir/tests/command/common.sh"

unavailable() {
    echo "skipped: $*"
    [ "$failures" -eq 0 ] || exit 1
    exit 77
}
grep -q 'define ENABLE_NLS 1' "$top_builddir/config.h" || unavailable "built without gettext"

# The machine's own, C.UTF-8 where gettext looks at LANGUAGE there, else one made here. That one last: with LOCPATH set,
# newlocale of glibc (2.36) loses some 100 bytes, which the sanitizers count as ours.
speaks() { LC_ALL=$1 LANGUAGE=id "$TAKLIMAT" --help 2>/dev/null | grep -q '^Pemakaian: taklimat'; }
made() {
    mkdir locales && localedef -i id_ID -f UTF-8 "$here/locales/id_ID.UTF-8" >/dev/null 2>&1 || return 1
    export LOCPATH="$here/locales"
    echo leak:argz_add_sep >of-glibc
    export LSAN_OPTIONS="${LSAN_OPTIONS:+$LSAN_OPTIONS:}suppressions=$here/of-glibc:print_suppressions=0"
    speaks id_ID.UTF-8
}
if speaks id_ID.UTF-8; then
    locale=id_ID.UTF-8
elif speaks C.UTF-8; then
    locale=C.UTF-8
elif made; then
    locale=id_ID.UTF-8
else
    unavailable "no Indonesian locale, and none could be made (Debian: locales)"
fi

mkdir in
cp "$top_srcdir/samples/articles/txt/wonogiri-01.txt" "$top_srcdir/samples/articles/ekspor/harian-en.jsonl" in
printf 'Bupati mengimbau \223netral\224 kepada ASN.' >in/cp1252.txt
printf '%b\n' '{"id":"b","text":"caf\0351"}' '{"id":"b","text":"a\\u0000b"}' '{"id":"b","text":"x"' '{"id":"b","text":"x","n":NaN}' '{"id":"b","title":"Judul"}' \
    '{"id":"b","text":"Isi berita.","region":"Negeri Dongeng"}' '{"id":"b","text":"Isi pertama.","text":"Isi kedua.","date":"2024-13-40"}' >in/mixed.jsonl
printf 'judul;isi\na;b;c\n"x;y\n' >in/rusak.csv
printf 'PK\003\004' >in/rusak.docx
printf 'region,en-001,accept,,checked\nq-000000,,drop,,\n' | sed '1i fid,article,decision,value,note' >decisions.csv

head -n 3 "$top_srcdir/samples/gold.jsonl" >gold.jsonl

# session FOLDER: one of everything that writes
session() {
    run extract --rejects "$1/rejects" --citations "$1/citations.csv" -o "$1/facts.jsonl" in
    [ "$code" -eq 0 ] || fail "extract: $(cat err)"
    cp err "$1.extract"
    run report --month 2025-01 --by published --plain --review --decisions decisions.csv --topics netralitas-asn --out "$1/out" in
    [ "$code" -eq 0 ] || fail "report: $(cat err)"
    cp err "$1.report"
    run merge --month 2025-01 -o "$1/summary.json" "$1/facts.jsonl"
    run render --dump=finished -o "$1/finished.json" "$1/summary.json"
    run show --html -o "$1/page.html" in
    run show --color=never in && cp out "$1/shown"
    run eval --json gold.jsonl && cp out "$1/eval.json"
    run eval gold.jsonl && cp out "$1/eval"
}
mkdir c id
session c
english=$TAKLIMAT_WRAPPER
TAKLIMAT_WRAPPER="env LC_ALL=$locale LANGUAGE=id $english" # the shell and its tools stay as they are
session id
diff -r c id >difference || fail "outputs differ in another language: $(head -c 2000 difference)"
[ "$(find id -type f | wc -l)" -ge 20 ] || fail "few outputs: $(find id -type f)"
has c/rejects 'at byte'

# The same lines, in the other language
for command in extract report; do
    [ "$(wc -l <c.$command)" -eq "$(wc -l <id.$command)" ] || fail "$command tells other things: $(diff c.$command id.$command)"
done
has c.extract 'the record has no text'
has id.extract 'rekaman itu tanpa teks'
has id.extract 'diubah dari Windows-1252'
has id.report 'diterbitkan: id/out/2025-01'
has id.report 'tidak ada fakta q-000000; diabaikan'
run report --help
has out 'Pemakaian: taklimat report'
has out '  -h, --help                teks ini'
run reprot
expect 64 "taklimat: 'reprot' bukan perintah; apakah maksudnya 'report'?"

# A locale that is not there, and one without translation: English
TAKLIMAT_WRAPPER="env LC_ALL=xx_XX.UTF-8 LANGUAGE=id $english"
run reprot
expect 64 "taklimat: 'reprot' is no command; is 'report' meant?"
TAKLIMAT_WRAPPER="env LC_ALL=C.UTF-8 LANGUAGE=sv $english"
run reprot
expect 64 "taklimat: 'reprot' is no command; is 'report' meant?"
finish
