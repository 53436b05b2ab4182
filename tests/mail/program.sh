#!/bin/sh
# Handing messages to a program as sendmail is: its arguments, its input, and what its end means.
. "$top_srcdir/tests/mail/common.sh"
message 1000
# -i -f FROM -- RCPT; what it does depends on who is mailed
cat >mailer <<'END'
#!/bin/sh
echo "$*" >>arguments
cat >"got.$5"
case $5 in
    r1@*) echo "no time" >&2; exit 75 ;;
    r2@*) echo "no such user"; exit 67 ;;
    r3@*) sleep 20 ;;
    r4@*) kill -9 $$ ;;
    r5@*) sleep 20 & ;;
    r6@*) ! env | grep -q rahasia || exit 70 ;;
    r7@*) echo "where is my configuration?" >&2; exit 78 ;;
esac
END
chmod +x mailer
TAKLIMAT_SMTP_PASSWORD=rahasia "$driver" all state/mail.db message.eml 10 sendmail=./mailer timeout=2 >all || fail "$(cat all)"
cat >expected <<'END'
r0@example.org sent taken by ./mailer
r1@example.org deferred ./mailer ended with 75: no time
r2@example.org failed ./mailer ended with 67: no such user
r3@example.org held ./mailer did not end in time: it may have taken the message
r4@example.org held ./mailer was ended by signal 9: it may have taken the message
r5@example.org sent taken by ./mailer
r6@example.org sent taken by ./mailer
r7@example.org deferred ./mailer ended with 78: where is my configuration?
END
sed 's/^sent .*//' all | head -n 8 | cmp -s - expected || fail "$(cat all)"
grep -qx 'sent 3 deferred 2 failed 1 held 2 refused' all || fail "$(cat all)"
grep -q '^r8@example.org composed 0' all || fail "it went on after 78: $(cat all)"
[ "$(head -n 1 arguments)" = '-i -f redaksi@example.org -- r0@example.org' ] || fail "arguments: $(head -n 1 arguments)"
tr -d '\r' <message.eml | cmp - got.r0@example.org || fail "another message came"
"$driver" send state/mail.db sendmail=no-such-program >out && fail "without a program: $(cat out)"
grep -qFx "error 78 no program 'no-such-program' to hand mail to" out || fail "$(cat out)"
# Killed while the program runs: its input is whole, and the message is held.
cat >mailer <<'END'
#!/bin/sh
echo started >started
sleep 1
cat >late
END
"$driver" fill killed/mail.db message.eml 1
"$driver" send killed/mail.db sendmail=./mailer >/dev/null &
sender=$!
wait_for started
kill -9 $sender
wait $sender 2>/dev/null
wait_for late
sleep 0.1
cmp -s late got.r0@example.org || fail "half a message was handed over"
"$driver" send killed/mail.db sendmail=./mailer >out
grep -q '^sent 0 ' out || fail "sent again: $(cat out)"
finish
