#!/bin/sh
# The configuration as the commands see it: what is wrong in it ends them with one line and exit code 78.
. "$top_srcdir/tests/command/common.sh"
mkdir conf
TAKLIMAT_CONFIG=$here/conf
export TAKLIMAT_CONFIG
conf=$here/conf/taklimat.conf
printf 'Bupati meminta warga waspada.\n' >article.txt

# wrong LINE MESSAGE: the file is refused, in one line that begins so.
wrong() {
    run extract article.txt
    [ "$code" -eq 78 ] || fail "exit code $code, not 78, for: $(cat "$conf")"
    count err 1
    case $(cat err) in
        "taklimat: $conf:$1: $2"*) ;;
        *) fail "not 'taklimat: $conf:$1: $2…' but: $(cat err)" ;;
    esac
}

run extract article.txt
expect 0 ""
printf '# nothing\n' >"$conf"
run extract article.txt
expect 0 ""
printf '\nregisters = {"a"}\n' >"$conf"
wrong 2 "no such option 'registers'"
printf 'topic_threshold = yes\n' >"$conf"
wrong 1 "'topic_threshold' wants a whole number from 1 to 1000, not 'yes'"
printf 'register = {"a", "b"\n' >"$conf"
wrong 1 "the list that begins here is not closed by }"
printf 'register = {"a", "b"\ntopics = "c"\n' >"$conf"
wrong 1 "the list that begins here is not closed by }"

for command in "extract article.txt" "report --month 2024-08 article.txt" "show article.txt" "merge article.txt"; do
    # Words of a command line.
    run $command
    [ "$code" -eq 78 ] || fail "$command: exit code $code, not 78"
done
run extract --help
expect 0 ""

rm -f "$conf" && mkdir "$conf"
run extract article.txt
[ "$code" -eq 78 ] || fail "a folder instead of a file: exit code $code"
rmdir "$conf"
TAKLIMAT_CONFIG=$here/none
run extract article.txt
expect 78 "taklimat: $here/none: TAKLIMAT_CONFIG names no folder"
TAKLIMAT_CONFIG=$here/conf

# What is to be read and written, from the file: paths from its folder. `diff` finds the months there, too.
mkdir conf/in && printf 'Wonogiri, 5 Agustus 2024 - Bupati meminta warga waspada.\n' | tee conf/in/satu.txt >dua.txt
cat >"$conf" <<'END'
inbox = {"in", "none"}
out = "months"
template = "en"
separator = ","
by = "event"
plain = yes
allow_empty = yes
jobs = 1
END
run check
expect 78 "taklimat: $conf:1: cannot read '$here/conf/none': No such file or directory"
count err 1
run report --month 2024-08
[ "$code" -eq 66 ] || fail "half an inbox: exit code $code: $(cat err)"
mkdir conf/none
run report --month 2024-08
tells 0 "published: $here/conf/months/2024-08"
first=conf/months/2024-08
has $first/run.json '"template":{"name":"en"'
has $first/run.json '"by":"event"'
has $first/run.json '"allow_empty":true,"review":false,"plain":true,"separator":","'
has $first/run.json "\"path\":\"in/satu.txt\""
head -n 1 $first/articles.csv | grep -q ',' || fail "the separator of articles.csv"
printf 'Menurut UU Nomor 5 Tahun 2014, kata Bupati.\n' >law.txt
run extract --citations citations.csv law.txt
expect 0 ""
head -n 1 citations.csv | grep -q ',' || fail "the separator of citations.csv"
run report --month 2024-09
tells 0 "published: $here/conf/months/2024-09"
run diff 2024-08 2024-09
expect 0 ""

# A variable goes over the file, the command line over both; what is named is read instead of the inbox.
TAKLIMAT_OUT=a TAKLIMAT_SEPARATOR=';' TAKLIMAT_PLAIN=no TAKLIMAT_BY=published TAKLIMAT_ALLOW_EMPTY=no run report --month 2024-08
[ "$code" -eq 66 ] || fail "undated by publication: exit code $code: $(cat err)"
TAKLIMAT_OUT=a TAKLIMAT_SEPARATOR=';' TAKLIMAT_PLAIN=no TAKLIMAT_TEMPLATE=id TAKLIMAT_INBOX="conf/in
dua.txt" run report --month 2024-08
tells 0 "published: a/2024-08"
has a/2024-08/run.json '"template":{"name":"id"'
has a/2024-08/run.json '"plain":false,"separator":";"'
has a/2024-08/run.json '"path":"in/satu.txt"'
has a/2024-08/run.json '"path":"dua.txt"'
TAKLIMAT_OUT=a TAKLIMAT_SEPARATOR=';' run report --month 2024-08 --out b --separator , --template id dua.txt
tells 0 "published: b/2024-08"
has b/2024-08/run.json '"template":{"name":"id"'
has b/2024-08/run.json '"plain":true,"separator":","'
has b/2024-08/run.json '"inputs":[{"path":"dua.txt"'
TAKLIMAT_PAPER=A3 TAKLIMAT_SIGNATORY_ID=1 run extract article.txt
expect 78 "taklimat: TAKLIMAT_PAPER: 'paper' wants one of A4, F4 and Letter, not 'A3'"
TAKLIMAT_PAPER=A3 TAKLIMAT_SIGNATORY_ID=1 run check
expect 78 "taklimat: TAKLIMAT_SIGNATORY_ID: 'signatory_id' is set, and no 'signatory'"
has out "paper is wrong (TAKLIMAT_PAPER)"
has out "has faults; "
run extract
expect 66 "taklimat: the input holds no record"

# What is in force, and from where.
TAKLIMAT_OUTT=x TAKLIMAT_SEPARATOR=';' TAKLIMAT_LETTERHEAD="Kota
Dinas" run check
expect 0 "taklimat: TAKLIMAT_OUTT is no variable of taklimat's and does nothing; is TAKLIMAT_OUT meant?"
count err 1
has out "configuration  $conf, TAKLIMAT_CONFIG"
grep "has faults" out && fail "faults where there are none"
has out "inbox = $here/conf/in ($conf:1)"
has out "plain = yes ($conf:6)"
has out "separator = ; (TAKLIMAT_SEPARATOR)"
has out "letterhead = Kota (TAKLIMAT_LETTERHEAD)"
has out "letterhead = Dinas (TAKLIMAT_LETTERHEAD)"
has out "topic_threshold = 10 (default)"
has out "jobs = 1 ($conf:8)"

# --config names a folder that holds a configuration, and goes over the variable.
mkdir other && echo 'separator = ";"' >other/taklimat.conf
run check --config other/
expect 0 ""
has out "configuration  other/taklimat.conf, --config"
has out "separator = ; (other/taklimat.conf:1)"
has out "out = briefing (default)"
run extract --config in article.txt
expect 78 "taklimat: in: --config names no folder"
run extract --config conf/in article.txt
expect 78 "taklimat: conf/in/taklimat.conf: no such file, and --config names its folder"
run extract --config
expect 64 "taklimat: option '--config' needs a value"
run extract --confgi other article.txt
has err "is '--config' meant?"

# The example of README.md, with the files that it names left out, which are not there.
sed -n '/^# taklimat.conf: /,/^```/p' "$top_srcdir/README.md" | sed '/^```/d; /^logo/d; /^foreword/d' >readme.conf
[ "$(grep -c '^[a-z_]* = ' readme.conf)" -ge 20 ] || fail "no example in README.md"
run check readme.conf
has out "configuration  readme.conf"
expect 0 ""

# With every key wrong, and two that are none, `check` tells each with its line.
run check
for key in $(sed -n 's/^ \{15\}\([a-z_]*\) = .*/\1/p' out | sort -u); do
    case $key in
        inbox | out | register | topics | template | logo | foreword | recipients | mail_text_id | mail_text_en | smtp_password_file | smtp_ca_file | state) echo "$key = \"\"" ;;
        *) echo "$key = \"\\x07\"" ;;
    esac
done >all.conf
printf 'papers = A4\nrgister = {"a",\n "b"}\n' >>all.conf
lines=$(($(wc -l <all.conf) - 1))
[ "$lines" -ge 28 ] || fail "few keys: $lines"
cp all.conf "$conf"
for file in "$conf" all.conf; do
    run check $([ $file = all.conf ] && echo all.conf)
    [ "$code" -eq 78 ] || fail "every key wrong: exit code $code"
    number=0
    while [ $number -lt $lines ]; do
        number=$((number + 1))
        grep -q "^taklimat: [./]*$file:$number: " err || fail "$file: nothing is told of line $number: $(sed -n ${number}p all.conf)"
    done
    grep -c "^taklimat: [./]*$file:" err | grep -qx $lines || fail "$file: more or less than a fault a line: $(cat err)"
done
has err "no such option 'rgister'; is 'register' meant?"
finish
