#!/bin/sh
# Whole messages to a mail server that others wrote: they arrive byte for byte.
. "$top_srcdir/tests/mail/common.sh"
python=
for candidate in python3 /usr/bin/python3; do
    "$candidate" -c 'import aiosmtpd' 2>/dev/null && python=$candidate && break
done
[ -n "$python" ] || { echo "skipped: aiosmtpd is not installed (Debian: python3-aiosmtpd)"; exit 77; }
certificate good localhost || { echo "skipped: openssl is not installed"; exit 77; }
# lines as a composed message has them, some of which begin with dots; 400 kB
awk 'BEGIN { printf "Subject: uji\r\n\r\n.\r\n..\r\n"; for (n = 0; n < 5200; n++) printf "%s%076d\r\n", n % 3 ? "" : ".", n }' >message.eml
: >log
"$python" "$top_srcdir/tests/mail/real_server.py" log port good.crt good.key rahasia 2>server.err &
server=$!
wait_for port
port=$(cat port)
for auth in plain login; do
    "$driver" all state.$auth/mail.db message.eml 5 port="$port" timeout=10 auth=$auth ca=good.crt >out || fail "$auth: $(cat out)"
    [ "$(grep -c '^r[0-9]*@example.org sent taken: 250' out)" -eq 5 ] || fail "$auth: $(cat out server.err)"
done
"$driver" all state.wrong/mail.db message.eml 2 port="$port" timeout=10 auth=plain ca=good.crt password=salah >out
grep -q '^r0@example.org deferred the server does not accept user name and password: 535' out || fail "$(cat out)"
[ "$(wc -l <log)" -eq 10 ] || fail "$(wc -l <log) messages were kept: $(cat server.err)"
sum=$(sha256sum message.eml)
grep -v " ${sum%% *} $(($(wc -c <message.eml)))\$" log && fail "a message arrived changed"
finish
