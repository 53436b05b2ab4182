#!/bin/sh
# Encryption and passwords: what is required, and that nothing goes out, and no password anywhere, where something is wrong.
. "$top_srcdir/tests/mail/common.sh"
certificate good localhost && certificate other elsewhere.example || { echo "skipped: openssl is not installed"; exit 77; }
message 100
runs=0

# try KEPT STATE TEXT SERVER-OPTIONS SEND-OPTIONS: what the server keeps, the state of two messages, and what the first line says
try() {
    # Unquoted: options are words.
    serve $4
    runs=$((runs + 1))
    "$driver" all state$runs/mail.db message.eml 2 port="$port" timeout=5 $5 >out 2>&1 || fail "$4 / $5: $(cat out)"
    [ "$(wc -l <log)" -eq "$1" ] || fail "$4 / $5: $(wc -l <log) kept, not $1: $(cat out)"
    [ "$(tail -n 2 out | cut -d' ' -f2 | tr '\n' ' ')" = "$2 " ] || fail "$4 / $5: not $2: $(cat out)"
    head -n 1 out | grep -qF "$3" || fail "$4 / $5: not '$3': $(cat out)"
    grep -qi 'rahasia\|cmFoYXNpYQ' out state$runs/* && fail "$4 / $5: a password is told: $(cat out)"
    case $2 in composed* | 'deferred composed') grep -q ' refused$' out || fail "$4 / $5: the run went on: $(cat out)" ;; esac
}

tls=tls=good.crt:good.key
try 2 'sent sent' 'sent taken: 250' "$tls" 'ca=good.crt'
try 2 'sent sent' 'sent taken: 250' "$tls wrap" 'security=tls ca=good.crt'
for auth in plain login xoauth2; do
    try 2 'sent sent' 'sent taken: 250' "$tls auth=rahasia" "ca=good.crt auth=$auth"
    try 0 'deferred composed' 'does not accept user name and password: 535 5.7.8' "$tls auth=lain" "ca=good.crt auth=$auth"
done
# without a password though one is wanted; with one though the server knows no passwords
try 0 'deferred composed' '530 5.7.0 log in first' "$tls auth=rahasia" 'ca=good.crt'
# a certificate that nobody vouches for, that of another machine
try 0 'deferred composed' 'certificate is not trusted' "$tls" ''
try 0 'deferred composed' 'certificate is not trusted' 'tls=other.crt:other.key' 'ca=other.crt'
try 0 'deferred composed' 'certificate is not trusted' "$tls wrap" 'security=tls'
# required and not offered; a server that speaks no TLS from the first byte
try 0 'deferred composed' 'offers no encryption' '' 'ca=good.crt'
try 0 'deferred composed' 'no encrypted connection comes about' '' 'security=tls ca=good.crt'
# nothing is sent unencrypted with a password
"$driver" fill plain/mail.db message.eml 1 && "$driver" send plain/mail.db port="$port" security=plain auth=plain >out
grep -qFx 'error 78 no password is sent unencrypted' out || fail "a password unencrypted: $(cat out)"
finish
