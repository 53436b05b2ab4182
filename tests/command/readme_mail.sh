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
finish
