#!/bin/sh
# Each fault that a mail server can have, and the state and line that it ends in: notes of what was measured, and more. Two recipients.
. "$top_srcdir/tests/mail/common.sh"
message 7000
runs=0

# try KEPT STATES END SERVER-OPTIONS [SEND-OPTIONS]: what the server keeps, the states at the end, the last line's end
try() {
    # Unquoted: options are words.
    serve $4
    runs=$((runs + 1))
    ledger=state$runs/mail.db
    "$driver" all "$ledger" message.eml 2 port="$port" security=plain timeout=5 ${5-} >all || fail "$4: $(cat all)"
    sed '/^sent [0-9]/q' all >out
    states=$(sed '1,/^sent [0-9]/d' all | cut -d' ' -f2 | tr '\n' ' ')
    [ "$states" = "$2 " ] || fail "$4 ${5-}: states $states, not $2: $(cat out)"
    [ "$(wc -l <log)" -eq "$1" ] || fail "$4 ${5-}: $(wc -l <log) kept, not $1"
    [ "$(sort -u log | wc -l)" -eq "$1" ] || fail "$4: the same twice: $(cat log)"
    end=$(tail -n 1 out | sed 's/^sent [0-9]* deferred [0-9]* failed [0-9]* held [0-9]*//')
    [ "$end" = "${3:+ $3}" ] || fail "$4: ended '$end', not '$3': $(cat out)"
    [ ! -s server.err ] || fail "$4: the server: $(cat server.err)"
}

# says TEXT: the first line of the last run
says() { head -n 1 out | grep -qF -- "$1" || fail "not '$1' but: $(head -n 1 out)"; }

try 2 'sent sent' '' ''
try 2 'sent sent' '' most=1
# 4xx is later, 5xx never; before the envelope it is the server's, at MAIL the sender's affair
for step in greet ehlo mail rcpt data dot; do
    try 0 'deferred deferred' '' $step=451
    says 'deferred not now: 451 4.7.1'
done
for step in rcpt data dot; do
    try 0 'failed failed' '' $step=554
    says 'failed refused: 554 5.7.1 refused'
done
try 0 'deferred composed' refused mail=550
says 'the server refuses the sender: 550 5.7.1 refused'
try 0 'failed failed' '' mail=552
try 0 'deferred composed' refused ehlo=554
try 0 'deferred composed' refused greet=554
says 'the server refuses to talk: 554 5.7.1 refused'
# hung up: before the end nothing was kept, after it nobody knows
for step in greet ehlo; do
    try 0 'deferred deferred' '' drop=$step
    says 'deferred the server cannot be reached'
done
for step in mail rcpt data; do
    try 0 'deferred deferred' '' drop=$step
    says 'deferred the connection broke before the message was complete'
done
try 2 'held held' '' drop=dot
says 'held sent whole, and the connection broke before the answer: it may have arrived'
# one of two
try 1 'failed sent' '' 'rcpt=550 only=r0'
try 2 'held sent' '' 'drop=dot only=r0'
# greylisting: a second attempt succeeds
try 2 'sent sent' '' 'rcpt=451 once' 'patience=5 wait=1'
# no answer in time
try 1 'deferred sent' '' 'slow=rcpt:5 only=r0' timeout=2
try 2 'held sent' '' 'slow=dot:5 only=r0' timeout=2
says 'held sent whole, and no answer in time: it may have arrived'
# no encryption, though it is asked for
try 0 'deferred composed' refused '' security=starttls
says 'the server offers no encryption (STARTTLS)'
# nobody is there
stop_server
"$driver" fill state.none/mail.db message.eml 5 && "$driver" send state.none/mail.db port="$port" security=plain timeout=1 >out
[ "$("$driver" status state.none/mail.db | cut -d' ' -f2 | tr '\n' ' ')" = 'deferred deferred deferred composed composed ' ] || fail "nobody there: $(cat out)"
says 'the server cannot be reached'
# what is held goes out again only when that is asked for
serve 'drop=dot' once
"$driver" fill again/mail.db message.eml 2 && "$driver" send again/mail.db port="$port" security=plain >out
"$driver" send again/mail.db port="$port" security=plain >out
[ "$(wc -l <log)" -eq 2 ] || fail "held ones were sent again unasked: $(cat log)"
"$driver" send again/mail.db port="$port" security=plain resend >out
[ "$(wc -l <log)" -eq 4 ] || fail "held ones were not sent again: $(cat out)"
# a connection that breaks in the middle of a message that no buffer holds
message 20000000
try 0 'deferred deferred' '' drop=middle
says 'deferred the connection broke before the message was complete'
finish
