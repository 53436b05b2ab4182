#!/bin/sh
# The section "Mailing" of README.md, as it stands there, with a server of the test's own: list, keys and commands do what they promise.
. "$top_srcdir/tests/mail/common.sh"
sed -n '/^## Mailing/,/^## How/p' "$top_srcdir/README.md" | sed 's/^   //' >section

# block N: the lines of its Nth block of code
block() { awk -v n="$1" '/^```/ { inside = !inside; if (inside) blocks++; next } inside && blocks == n' section; }
taklimat() { $TAKLIMAT_WRAPPER "$TAKLIMAT" "$@" || fail "taklimat $*: exit code $?"; }

taklimat init kantor >out
cp -r "$top_srcdir/samples/articles/." kantor/inbox
block 1 >kantor/recipients.csv
count kantor/recipients.csv 4
serve ''
block 2 >keys
has keys smtp_password_file
# the password is read by check, and not sent to a server without encryption
{ cat kantor/taklimat.conf keys; } >conf && mv conf kantor/taklimat.conf
echo rahasia >password
for n in 3 4; do
    block $n >commands
    grep -q ^taklimat commands || fail "block $n has no commands: $(cat commands)"
    [ $n = 3 ] || sed -i.bak -e '/^smtp_/d' -e "s|^smtp = .*|smtp = \"smtp+plain://localhost:$port\"|" kantor/taklimat.conf
    . ./commands >out 2>err <password
done
[ "$(stat -c %a kantor/smtp-password 2>/dev/null || echo 600)" = 600 ] || fail "others may read the password"
block 5 >table
count table 4
cmp -s table out || fail "README shows $(cat table), the program $(cat out)"
block 6 >commands
[ "$(grep -c '^taklimat mail' commands)" -eq 3 ] || fail "$(cat commands)"
. ./commands >out 2>err
[ "$(cut -d' ' -f1 log | tr '\n' ' ')" = "you@contoh.go.id budi@contoh.go.id siti@contoh.go.id desk@contoh.example " ] || fail "mailed: $(cat log)"
has err "0 composed, 3 sent, 0 deferred, 0 failed, 0 held"
run mail --config kantor --month 2024-12 --eml-only mails/
[ "$(ls mails | wc -l)" -eq 3 ] || fail "--eml-only wrote: $(ls mails)"

# What the table says of `failed`: the corrected address is mailed, and then all is well, whatever became of the old one.
echo 'lama@contoh.go.id,,33,,text' >>kantor/recipients.csv
serve rcpt=550
run mail --config kantor --month 2024-12 --send
tells 76 'lama@contoh.go.id: failed: refused: 550'
sed -i.bak 's/^lama@/baru@/' kantor/recipients.csv
serve ''
run mail --config kantor --month 2024-12 --send
tells 0 'baru@contoh.go.id: sent'
has err '0 composed, 4 sent, 0 deferred, 0 failed, 0 held'
has err 'withdrawn, for the list or the month has changed: 1'
grep -c . log >before
# nobody who was taken off the list is mailed by trying again
run mail --config kantor --month 2024-12 --retry-failed --resend-unknown
tells 0 '0 composed, 4 sent, 0 deferred, 0 failed, 0 held'
[ "$(grep -c . log)" = "$(cat before)" ] || fail "mailed after all: $(cat log)"
run mail --config kantor --status
tells 0 '4 sent'
finish
