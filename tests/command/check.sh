#!/bin/sh
# taklimat check: what it looks at, and that it tells everything that is wrong.
. "$top_srcdir/tests/command/common.sh"
tab=$(printf '\t')
mkdir conf
TAKLIMAT_CONFIG=$here/conf
export TAKLIMAT_CONFIG
conf=$here/conf/taklimat.conf

# table LINE...: fields separated by |
table() {
    printf '%s\n' "$@" | tr '|' "$tab"
}

# What is installed is well.
run check
expect 0 ""
has out "configuration  $conf (not there)"
has out "tables         $TAKLIMAT_DATA/tables (version "
has out "template       $TAKLIMAT_DATA/templates/en.json"
has out "template       $TAKLIMAT_DATA/templates/id.json"
has out "fonts          $TAKLIMAT_DATA/fonts"

# Values of the configuration, and where they come from.
table 'type|number|year|issuer|title' 'Perda|4|2019|Wonogiri|Ketertiban' >conf/own.tsv
printf '# office\nregister = {"own.tsv"}\n' >"$conf"
run check
expect 0 ""
has out "register = $here/conf/own.tsv ($conf:2)"
has out "register       $here/conf/own.tsv"
printf 'register = {"own.tsv"\n' >"$conf"
run check
tells 78 "taklimat: $conf:1: "
has out "1 fault"
printf 'register = {"none.tsv"}\ntopics = "none.tsv"\n' >"$conf"
run check
expect 78 "taklimat: $conf:1: cannot read '$here/conf/none.tsv': No such file or directory"
count err 2
rm -f "$conf"

# All faults of all files, each with its line.
table 'type|number|year|status' 'UU|9|2019|gone' 'UU|2|2019' 'UU|1x x|2019|' 'Permendagri|999|2018|' 'Permendagri|999|2018|' >a.tsv
table 'type|number|year|relation|by_type|by_number|by_year' 'UU|1|2019|revoked|UU|2|2019' 'Perda|9|2019|eaten|Perda|1|2019' >b.tsv
run check a.tsv b.tsv
has err "taklimat: a.tsv:2: unknown status 'gone'; known are listed, in_force, "
expect 78 "taklimat: a.tsv:3: 3 cells, but 4 columns"
has err "taklimat: a.tsv:4: '1x x' is no number of a regulation such as 94"
expect 78 "taklimat: a.tsv:6: the act stands here twice, first in line 5"
has err "taklimat: b.tsv:3: unknown relation 'eaten'; known are amended, "
count err 5
has out "5 faults"
mkdir folder && table 'type|number|year' 'UU|1|19' >folder/c.tsv
run check folder
expect 78 "taklimat: folder/c.tsv:2: '19' is no year such as 2021"
run check conf/own.tsv
expect 0 ""

# In the order of the lines, and all that is wrong with one.
table 'type|number|year|in_force_from|ended_on|status|replaced_by' 'UU|9|2019|||gone|' 'Perda|9|2019' 'Perpes|9|19|1 Mei 2019||revokd|UU 5' \
    'Permendagri|998|2018|2019-01-02|2018-12-31|amended|PP 1/2019' >rows.tsv
run check rows.tsv
count err 9
sed 's/^taklimat: rows.tsv:\([0-9]*\): .*/\1/' err | tr '\n' ' ' >lines
has lines '2 3 4 4 4 4 4 5 5 '
has err "rows.tsv:4: unknown type 'Perpes'; is 'Perpres' meant?"
has err "rows.tsv:4: unknown status 'revokd'; is 'revoked' meant?"

# A name that a city and a regency share tells no issuer.
table 'type|number|year|issuer' 'Perda|1|2019|Solok' 'Perda|1|2020|Kota Solok' 'Perda|1|2021|Kabupaten Solok;Kab. Solok' 'SE|1|2019|Wonogiri' >shared.tsv
run check shared.tsv
expect 78 "taklimat: shared.tsv:2: several regions are called Solok; write which, such as Kota Solok"
count err 1

# Templates, configurations and topics that are named.
run check "$TAKLIMAT_TEMPLATES/id.json"
expect 0 ""
has out "template       $TAKLIMAT_TEMPLATES/id.json"
sed 's/"language"/"langauge"/' "$TAKLIMAT_TEMPLATES/id.json" >broken.json
run check broken.json
[ "$code" -eq 78 ] || fail "a broken template: exit code $code"
line=$(grep -n langauge broken.json | cut -d: -f1)
expect 78 "taklimat: broken.json:$line: langauge: is not known; is 'language' meant?"
expect 78 "taklimat: broken.json:1: language: is missing"
count err 2
sed 's/"keep": "next"/"keep": "no"/' "$TAKLIMAT_TEMPLATES/id.json" >several.json
run report --month 2024-08 --template ./several.json none
[ "$code" -eq 78 ] || fail "a template with several faults: exit code $code"
has err "; and "
has err " more, which 'taklimat check' tells"
printf 'topic_threshold = 0\nregistr = "a"\ntopics = ""\n' >other.conf
run check other.conf
tells 78 "other.conf:1: 'topic_threshold' wants"
has err "other.conf:2: no such option 'registr'; is 'register' meant?"
has err "other.conf:3: 'topics' wants"
has out "3 faults"

# A table as a spreadsheet saves it is told as what it is, whatever its name.
printf 'type;number;year;title\r\nUU;9;2001;x\r\n' | tee excel.csv excel.tsv >excel.txt
for file in excel.csv excel.tsv excel.txt; do
    run check $file
    expect 78 "taklimat: $file:1: columns are separated by ';', but tabs are wanted; in a spreadsheet, save as text with tabs, in UTF-8"
    count err 1
done
printf '\377\376t\0y\0' >utf16.tsv
run check utf16.tsv
expect 78 "taklimat: utf16.tsv: is UTF-16 (Excel's \"Unicode Text\"); save it as UTF-8"
printf '\357\273\277type\tnumber\tyear\r\nUU\t900\t1951\r\n' >windows.txt
run check windows.txt
expect 0 ""
has out "register       windows.txt"

# Many faults of one file do not bury those of the next.
{ table 'type|number|year|status' && i=0 && while [ $i -lt 300 ]; do i=$((i + 1)) && table "Permendagri|$i|2199|x"; done; } >many.tsv
run check many.tsv folder
count err 102
expect 78 "taklimat: many.tsv: 200 more"
expect 78 "taklimat: folder/c.tsv:2: '19' is no year such as 2021"
has out "301 faults"
table 'topic|weight|forms|example' 'a|40|kata|kata' '|1|kota|kota' 'b|1|desa|kota' >topics.tsv
run check topics.tsv
tells 78 "topics.tsv:2: the weight"
has err "topics.tsv:3: a topic without a name"
has err "topics.tsv:4: the example holds none of the forms"
count err 3
printf 'topics = "%s/topics.tsv"\n' "$here" >"$conf"
run check
count err 3
rm -f "$conf"

# Decisions.
printf 'fid;article;decision;value\na-123456;x;drop;\na-123457;x;maybe;\n' >decisions.csv
run check decisions.csv
tells 78 "taklimat: decisions.csv:3: "
run check a.tsv decisions.csv
expect 78 "taklimat: a.tsv:3: 3 cells, but 4 columns"
tells 78 "taklimat: decisions.csv:3: "
has out "tables         $TAKLIMAT_DATA/tables (faults: "
has out "decisions      decisions.csv ("

# The template that the configuration names, with those that are installed.
printf 'template = "mine.json"\n' >"$conf"
run check
tells 78 "taklimat: $here/conf/mine.json: "
has out "template       $here/conf/mine.json"
cp "$TAKLIMAT_TEMPLATES/en.json" conf/mine.json
run check
expect 0 ""
has out "template = $here/conf/mine.json ($conf:1)"
printf 'template = en\n' >"$conf"
run check
expect 0 ""
[ "$(grep -c 'templates/en.json' out)" -eq 1 ] || fail "a template is looked at twice: $(cat out)"
rm -f "$conf"

# Who is mailed, named or by the configuration; in every build.
printf 'address,name,regions\nbudi@contoh.go.id,Budi,33|Kabupaten Wonogiri\nsiti@contoh.go.id,Siti,nasional\n' >list.csv
run check list.csv
expect 0 ""
has out "recipients     list.csv (2, active: 2)"
printf 'address;name;regions;active\nbudi@@contoh.go.id;Budi;33;\nbudi@contoh.go.id;;34|Tegal;\nsiti@contoh.go.id;;33;0\nSiti@contoh.go.id;;33;\n' >wrong.csv
run check wrong.csv list.csv
tells 78 "taklimat: wrong.csv:2: 'budi@@contoh.go.id' is no address that can be mailed: "
has err "taklimat: wrong.csv:3: more than one region is called 'Tegal'; "
has err "taklimat: wrong.csv:5: 'Siti@contoh.go.id' is there already, in line 4"
count err 3
has out "recipients     wrong.csv (2, active: 1)"
printf 'addres,regions\n' >slip.csv
run check slip.csv
tells 78 "taklimat: slip.csv:1: no such column: 'addres'"
cp wrong.csv conf/list.csv
printf 'recipients = "list.csv"\n' >"$conf"
run check
tells 78 "taklimat: $here/conf/list.csv:3: "
count err 3
rm -f conf/list.csv
run check
expect 78 "taklimat: $here/conf/list.csv: cannot open: No such file or directory"
count err 1

# How they are mailed.
if grep -q 'define HAVE_MAIL 1' "$top_builddir/config.h"; then
    cp list.csv conf
    printf '%s\n' 'recipients = "list.csv"' 'mail_from = "Kantor <kantor@contoh.go.id>"' 'smtp = "smtp://localhost:587"' 'smtp_user = "kantor"' \
        'smtp_password_file = "password"' 'mail_text_id = "surat.txt"' >right.conf
    printf 'Subject: {month}\n\n{digest}\n' >conf/surat.txt
    echo rahasia >conf/password && chmod 600 conf/password
    cp right.conf "$conf"
    run check
    expect 0 ""
    chmod 644 conf/password
    printf 'Perihal: {month}\n\n{digest}\n' >conf/surat.txt
    run check
    tells 78 "taklimat: $here/conf/surat.txt:1: the first line must be 'Subject: ...'"
    count err 1
    printf 'Subject: {month}\n\n{digest}\n{nama}\n' >conf/surat.txt
    run check
    tells 78 "taklimat: $here/conf/surat.txt:4: there is no place {nama}"
    printf 'Subject: {month}\n\n{digest}\n' >conf/surat.txt
    run check
    tells 78 "taklimat: $conf:5: 'smtp_password_file': others may read this password"
    count err 1
    rm -f conf/password
    run check
    expect 78 "taklimat: $conf:5: 'smtp_password_file': No such file or directory"
    grep -v -e user -e password right.conf | sed 's,smtp://localhost:587,smtp+plain://mail.contoh.go.id,' >"$conf"
    run check
    tells 78 "taklimat: $conf:3: 'smtp': unencrypted mail goes to this machine (localhost) only"
    grep -v -e user -e password -e from right.conf | sed 's,^smtp = .*,sendmail = "/nowhere/sendmail",' >"$conf"
    run check
    tells 78 "taklimat: $conf:2: 'sendmail': "
    has err "'mail_from' is not set: who sends?"
    count err 2
fi
rm -f "$conf"

# Records: what would be rejected, what has no date.
printf '%s\n' '{"text":"Bupati meminta warga waspada.","published":"2024-08-05"}' '{"text":"Bupati meminta warga waspada."}' '{"title":"x"}' '{' >articles.jsonl
run check articles.jsonl
tells 0 "taklimat: articles.jsonl:2: no date can be told; the article will be listed as undated"
has err "taklimat: articles.jsonl:3: "
has err "taklimat: articles.jsonl:4: "
has out "records        4 read, 2 accepted, 2 rejected, 1 undated"
has out "rejected as no_text: 1"
printf '{\n' >bad.jsonl
run check bad.jsonl
expect 65 "taklimat: every record was rejected"
run check bad.jsonl a.tsv
[ "$code" -eq 78 ] || fail "tables come before records: exit code $code"
has err "taklimat: bad.jsonl:1: "
run check nowhere
[ "$code" -eq 66 ] || fail "a path that is not there: exit code $code"
finish
