#!/bin/sh
# taklimat init: the folder that it makes is right as it is and with every key set, and a briefing comes of it.
. "$top_srcdir/tests/command/common.sh"
export TAKLIMAT_CONFIG=

run init kantor/
expect 0 ""
conf=kantor/taklimat.conf
[ "$(ls -A kantor | tr '\n' ' ')" = "inbox taklimat.conf " ] || fail "made: $(ls -A kantor)"
[ -z "$(ls -A kantor/inbox)" ] || fail "an inbox that is not empty"
has out "  taklimat check --config kantor"
has out "  taklimat report --config kantor --month last"
cp $conf before

# As it is.
run check --config kantor
expect 0 ""
has out "configuration  $conf"
has out "inbox = kantor/inbox ($conf:"
has out "paper = the template's (default)"
sed -n 's/^ \{15\}\([a-z_]*\) = .*/\1/p' out | sort -u >keys
run report --config kantor --month 2024-08
[ "$code" -eq 66 ] || fail "an empty inbox: exit code $code: $(cat err)"
printf 'Wonogiri, 5 Agustus 2024 - Bupati meminta warga waspada.\n' >kantor/inbox/satu.txt
run report --config kantor --month 2024-08
tells 0 "published: kantor/briefing/2024-08"

# Every key stands there once, each with a line before it that explains it; the lines are right, all at once and, but for what
# belongs to another key, alone.
sed -n 's/^#\{0,1\}\([a-z_]*\) = .*/\1/p' $conf | sort >written
cmp keys written || fail "keys: $(diff keys written)"
[ "$(wc -l <keys)" -ge 26 ] || fail "few keys"
awk '/^#?[a-z_]+ = / { if (before !~ /^# .........../) print "not explained: " $0 } { before = $0 }' $conf >bare
[ ! -s bare ] || fail "$(cat bare)"
# Two of which only one can hold are left out.
sed 's/^#\([a-z_]* = \)/\1/; /^sendmail = /d; /^smtp_password_command = /d' before >$conf
sed '/^sendmail$/d; /^smtp_password_command$/d' keys >rest && mv rest keys
mkdir kantor/register.d
printf 'type\tnumber\tyear\nUU\t900\t1951\n' >kantor/our-decrees.tsv
echo Kata >kantor/kata-pengantar.txt
echo address,name,regions,language,format,active >kantor/recipients.csv
echo rahasia >kantor/smtp-password && chmod 600 kantor/smtp-password
cp "$top_srcdir/templates/mail.id.txt" kantor/surat.txt
cp "$top_srcdir/templates/mail.en.txt" kantor/mail.txt
: >kantor/ca.pem
if reads_png; then
    picture kantor/logo.png
else
    sed 's/^\(#\{0,1\}\)logo = .*//' $conf >rest && mv rest $conf
    sed /logo/d keys >rest && mv rest keys
fi
run check --config kantor
expect 0 ""
sed -n "s|^ \{15\}\([a-z_]*\) = .* ($conf:[0-9]*)\$|\1|p" out | sort -u >set
cmp keys set || fail "not set: $(diff keys set)"
grep '^[a-z_]* = ' $conf >lines
[ "$(wc -l <lines)" -ge 25 ] || fail "few lines"
number=0
while IFS= read -r line; do
    number=$((number + 1))
    case $line in
        place* | signatory_*) printf 'signatory = a\n' ;;
        address*) printf 'letterhead = a\n' ;;
    esac >"kantor/$number.conf"
    printf '%s\n' "$line" >>"kantor/$number.conf"
done <lines
run check kantor/[0-9]*.conf
expect 0 ""

# What is there is not touched; what could not be made complete is taken away.
run init kantor
expect 73 "taklimat: kantor/taklimat.conf: is there already; nothing was changed"
[ ! -s out ] || fail "output: $(cat out)"
grep -q '^paper = ' $conf || fail "the configuration was written anew"
mkdir mine mine/inbox && echo x >mine/inbox/a.txt && echo y >mine/b
run init mine
expect 0 ""
cmp before mine/taklimat.conf || fail "another file"
[ "$(cat mine/inbox/a.txt mine/b | tr '\n' ' ')" = "x y " ] || fail "touched what was there"
mkdir half && ln -s /nowhere half/inbox
run init half
[ "$code" -eq 73 ] || fail "a link: exit code $code"
[ "$(ls -A half)" = inbox ] || fail "left behind: $(ls -A half)"
echo file >file
run init file/a/b
[ "$code" -eq 73 ] || fail "below a file: exit code $code"
(trap '' XFSZ && ulimit -f 0 && "$TAKLIMAT" init new/a/b 2>/dev/null)
[ $? -eq 74 ] || fail "a full disk"
[ ! -e new ] || fail "left behind: $(find new)"
run init "it's a folder"
expect 0 ""
has out "taklimat check --config 'it'\\''s a folder'"
run init
expect 64 "taklimat: the one folder to make is missing, such as 'taklimat init kantor'"
run init a b
[ "$code" -eq 64 ] || fail "two folders: exit code $code"

# It needs no configuration, which may be wrong.
mkdir broken && echo 'paper = A3' >broken/taklimat.conf
TAKLIMAT_CONFIG=$here/broken
run init other
expect 0 ""
finish
