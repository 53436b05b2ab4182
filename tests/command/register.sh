#!/bin/sh
# Files that the user adds to the register: what they change, how they are told, and what is wrong with them.
. "$top_srcdir/tests/command/common.sh"
tab=$(printf '\t')
version=$(sed -n '$s/'"$tab"'.*//p' "$TAKLIMAT_TABLES/version.tsv")
mkdir conf
TAKLIMAT_CONFIG=$here/conf
export TAKLIMAT_CONFIG

cat >article.txt <<'END'
Wonogiri, 5 Agustus 2024 - Bupati meminta pegawai menaati Perda Wonogiri Nomor 4 Tahun 2019 dan Peraturan Pemerintah Nomor 94 Tahun 2021.
END
# rows LINE...: a file of acts, fields separated by |
rows() {
    printf 'type|number|year|title|issuer|in_force_from|ended_on|status|replaced_by\n' | tr '|' "$tab"
    printf '%s\n' "$@" | tr '|' "$tab"
}
# cited TYPE TEXT: the citation of this type holds the text.
cited() {
    awk '{ gsub(/\{"fid"/, "\n{\"fid\""); print }' facts | grep -F "\"text\":\"$1" | grep -qF -- "$2" ||
        fail "the citation of a $1 does not say $2: $(grep -o '"citations":.*' facts | head -c 700)"
}

run extract -o facts article.txt
expect 0 ""
cited Perda '"status":"unknown"'
cited Peraturan '"status":"in_force"'

rows 'Perda|4|2019|Ketertiban Umum|Wonogiri|2019-05-02|2023-06-30|revoked|Perda 2/2023' >own.tsv
run extract --register own.tsv -o facts article.txt
expect 0 ""
cited Perda '"status":"revoked"'
cited Perda '"replaced_by":"Perda 2/2023"'
cited Perda 'Ketertiban Umum'
cited Peraturan '"status":"in_force"'

# A later file goes over an earlier one, and the command line over the configuration.
mkdir conf/register.d
cp own.tsv conf/register.d/1.tsv
rows 'Perda|4|2019||Wonogiri||-|in_force|' >conf/register.d/2.tsv
echo 'not a table' >conf/register.d/notes.txt
echo 'register = "register.d"' >conf/taklimat.conf
run extract -o facts article.txt
expect 0 ""
cited Perda '"status":"in_force"'
cited Perda 'Ketertiban Umum'
run extract --register own.tsv -o facts article.txt
expect 0 ""
cited Perda '"status":"revoked"'

# The briefing says that files were added, and run.json which.
run report --month 2024-08 --register own.tsv article.txt
[ "$code" -eq 0 ] || fail "report: $code, $(cat err)"
has briefing/2024-08/run.json '"version":"'"$version+3\""
has briefing/2024-08/run.json "\"register\":[{\"path\":\"1.tsv\""
has briefing/2024-08/run.json '{"path":"own.tsv","bytes":'
has briefing/2024-08/run.json '"date":"20'
has briefing/2024-08/summary.json '"version":"'"$version+3\""
run report --month 2024-08 --register own.tsv article.txt
grep -qF 'unchanged' err || fail "the same register gives another briefing: $(cat err)"
echo '# a comment' >>own.tsv
run report --month 2024-08 --register own.tsv article.txt
[ -d briefing/2024-08-r2 ] || fail "another register gives no revision: $(cat err)"
cp briefing/2024-08/summary.json summary.json

# A summary is read with the tables that it was made with.
run render -o a.pdf summary.json
[ "$code" -eq 65 ] || fail "render with other tables: exit code $code, $(cat err)"
rm -f conf/taklimat.conf
sed '$d' own.tsv >same.tsv
run render --register conf/register.d --register same.tsv -o a.pdf summary.json
expect 0 ""

run extract -o plain.jsonl article.txt
run extract --register same.tsv -o own.jsonl article.txt
expect 0 ""
run merge --register same.tsv -o merged.json own.jsonl
expect 0 ""
has merged.json "\"version\":\"$version+1\""
for files in "plain.jsonl own.jsonl" "own.jsonl plain.jsonl" "merged.json plain.jsonl"; do
    # Words of a command line.
    run merge --register same.tsv -o mixed.json $files
    [ "$code" -eq 65 ] || fail "facts of different tables are merged: $files: $code"
    has err "taklimat: plain.jsonl:1: made with tables $version/"
    has err ", but the rest is of tables $version+1/"
    [ ! -e mixed.json ] || fail "a summary of facts of different tables was written"
done

# What is wrong ends each command, with file and line.
rows 'Perda|4|2019||Wonogiri|||in_force|' 'Perda|4|2019||Wonogiri|||in_force|' 'Perda|5|2019||Wonogiri|||berlaku|' >wrong.tsv
for command in "extract article.txt" "report --month 2024-08 article.txt" "show article.txt"; do
    # Words of a command line.
    run $command --register wrong.tsv
    expect 78 "taklimat: wrong.tsv:3: the act stands here twice, first in line 2"
    expect 78 "taklimat: 1 more like this; 'taklimat check' tells all"
done
run extract --register none.tsv article.txt
expect 78 "taklimat: none.tsv: No such file or directory"
printf '\nregister = {"none.tsv"}\n' >conf/taklimat.conf
run extract article.txt
expect 78 "taklimat: $here/conf/taklimat.conf:2: cannot read '$here/conf/none.tsv': No such file or directory"
finish
