#!/bin/sh
# The manual pages, English and Indonesian, against the program: every command and option of --help, every key of the
# configuration, every key and column of real outputs stands there, and nothing that is not; both languages have the same
# sections, tags and literal words.
. "$top_srcdir/tests/command/common.sh"
man=$top_srcdir/man

# What a page says in a form to search: a line for each section (S), subsection (s), tag of a list (T), example (X) and
# literal word (B, what stands bold), each behind the section that it stands in.
skeleton() {
    awk -f "$top_srcdir/tests/manual.awk" "$1"
}

for page in taklimat.1 taklimat.conf.5 taklimat-formats.5; do
    skeleton "$man/$page" >"$page.en"
    skeleton "$man/id/$page" >"$page.id"
    for language in en id; do
        # order and structure as they are; the literal words of a section as a set, for the languages differ in their order
        grep -v '^[0-9]* B ' "$page.$language" | sed 's/^\([0-9]* [Ss]\) .*/\1/' >structure.$language
        grep '^[0-9]* B ' "$page.$language" | sort -u >words.$language
    done
    diff structure.en structure.id >difference || fail "$page: sections or tags differ: $(cat difference)"
    diff words.en words.id >difference || fail "$page: literal words differ: $(cat difference)"
done

# says PAGE PATTERN: both languages have a line of this form
says() {
    for language in en id; do
        grep -qx -- "$2" "$1.$language" || fail "$1 ($language) lacks: $2"
    done
}

# options FILE: those of a help text, as "-o, --output FILE" or "--json"
options() { sed -n 's/^  \(-[a-zA-Z], \|    \)\(--[^ ]*\( [^ ]*\)\{0,1\}\).*/\1\2/p' "$1" | sed 's/^ *//; s/ $//'; }

# The section of a command in the page, as lines of bold words
section() { awk -v name="$1" '$2 == "s" { on = $3 == name } $2 == "S" { on = 0 } on && ($2 == "B" || $2 == "T")' taklimat.1.en; }

run --help
commands=$(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' out)
[ "$(echo "$commands" | wc -w)" -ge 7 ] || fail "no commands in the help"
for code in $(sed -n '/^Exit codes/,$p' out | grep -o '[0-9][0-9]*'); do
    says taklimat.1 "[0-9]* T $code"
done
for command in $commands; do
    says taklimat.1 "[0-9]* s $command"
    run help "$command"
    options out >options
    [ -s options ] || fail "no options in the help of $command"
    section "$command" >section
    while IFS= read -r option; do
        name=${option#-?, }
        name=${name%% *}
        grep -q "^[0-9]* [BT] .*$name\( \|\$\)" section || fail "taklimat.1: $command lacks $name"
        says taklimat.1 "[0-9]* T $option"
        echo "$name" >>known
    done <options
    for name in $(grep -o -e '--[a-z-]*' section | sort -u); do
        grep -q -e "^[^-]*\(-., \)\{0,1\}$name\( \|\$\)" options || fail "taklimat.1: $command has no $name"
    done
done
for name in $(sed -n 's/^[0-9]* T .*\(--[a-z-]*\).*/\1/p' taklimat.1.en | sort -u); do
    grep -qx -e "$name" known || fail "taklimat.1 explains $name, which no command has"
done

# The keys, as `check` prints them.
run check
keys=$(sed -n 's/^ \{15\}\([a-z_]*\) = .*/\1/p' out)
[ "$(echo "$keys" | wc -w)" -ge 26 ] || fail "no keys of the configuration"
keys=$(echo $keys)
for key in $keys; do
    says taklimat.conf.5 "[0-9]* T $key"
done
for key in $(sed -n 's/^[0-9]* T //p' taklimat.conf.5.en); do
    case " $keys " in *" $key "*) ;; *) fail "taklimat.conf.5 explains $key, which is no key" ;; esac
done

# Real outputs: of an article with much in it, a bad record, a month before and decisions.
mkdir in
cp "$top_srcdir/samples/articles/txt/wonogiri-01.txt" "$top_srcdir/samples/articles/ekspor/harian-en.jsonl" in
echo '{"title":"no text"}' >in/bad.jsonl
run report --month 2024-12 --plain in
[ "$code" -eq 0 ] || fail "report of 2024-12: $(cat err)"
cat >decisions.csv <<'END'
fid,article,decision,value,note
region,en-001,accept,,checked
END
mkdir office && printf 'organisation = "Kantor"\npaper = "A4"\naccent = "#7a1f1f"\nforeword = "kata.txt"\nsignatory = "Nama"\nletterhead = {"Kota", "Kantor"}\n' >office/taklimat.conf &&
    echo Kata >office/kata.txt
TAKLIMAT_CONFIG=$here/office run report --month 2025-01 --by published --plain --review --decisions decisions.csv --topics netralitas-asn in
[ "$code" -eq 0 ] || fail "report of 2025-01: $(cat err)"
TAKLIMAT_CONFIG=$TAKLIMAT_SCRATCH/config
run extract --citations citations.csv -o facts in
[ "$(ls briefing/2025-01/*.json briefing/2025-01/*.jsonl briefing/2025-01/*.csv | wc -l)" -ge 11 ] || fail "outputs are missing"

# Keys of JSON: a word in quotation marks before a colon, where a member begins.
sed 's/\\\\//g; s/\\"//g' briefing/*/*.json briefing/*/*.jsonl | grep -o '[{,]"[a-z_0-9]*":' | tr -d '{,":' | sort -u >keys
# Those that only some runs write, as the sources name them.
(cd "$top_srcdir/src" && grep -ohE '(json|write)_[a-z_]+\(&?[a-z]+, "[a-z0-9_]+"' cli/manifest.c cli/house_style.c cli/mail_rows.c cli/past.c cli/stream.c \
    cli/subscriptions.c extract/facts_json.c summary/history.c summary/summary_json.c) | sed 's/.*"\(.*\)"/\1/' | sort -u >named
[ "$(wc -l <named)" -ge 60 ] || fail "few keys in the sources: $(wc -l <named)"
# Columns: the first row of each table.
for table in briefing/2025-01/*.csv citations.csv; do
    head -n 1 "$table" | tr -d '\357\273\277\r' | tr ';' '\n'
done | sort -u >columns
[ "$(wc -l <keys)" -ge 60 ] && [ "$(wc -l <columns)" -ge 40 ] || fail "few keys or columns: $(wc -l keys columns)"
for word in $(sort -u keys columns named); do
    says taklimat-formats.5 "[0-9]* B $word"
done

# As the programs that print them read them, where they are installed.
for page in "$man"/*.[15] "$man"/id/*.[15]; do
    if command -v mandoc >/dev/null; then
        mandoc -T lint -W warning "$page" >lint || fail "$(cat lint)"
    fi
    if command -v groff >/dev/null; then
        groff -man -Tutf8 -K utf8 -ww -z "$page" >lint 2>&1
        [ ! -s lint ] || fail "$page: $(cat lint)"
    fi
done
finish
