#!/bin/sh
# A month mailed by `taklimat mail`: what is shown before, what is sent, what each exit code and line says, and that nothing is sent twice or
# lost when it is killed (TAKLIMAT_MAIL_KILLS and TAKLIMAT_MAIL_PEOPLE for more of both).
. "$top_srcdir/tests/mail/common.sh"
mkdir office
cat >settings <<'END'
recipients = "recipients.csv"
mail_from = "Inspektorat Contoh <taklimat@contoh.go.id>"
smtp_timeout = "5"
END
recipients

# configure LINE...: the settings, and these lines
configure() {
    cp settings office/taklimat.conf
    printf '%s\n' "$@" >>office/taklimat.conf
}

mail() { run mail --config office --month 2024-12 "$@"; }

# states: "address state ..." of the ledger
states() { "$TAKLIMAT" mail --config office --status --json 2>/dev/null | sed 's/.*"recipient":"\([a-z]*\)@[^"]*".*"state":"\([a-z]*\)".*/\1 \2/' | tr '\n' ' '; }

# is STATES: what the ledger has
is() { [ "$(states)" = "$1 " ] || fail "the ledger has: $(states), not $1"; }

configure 'smtp = "smtp+plain://localhost:1"' 'state = "../state"'
run report --config office --month 2024-12 "$top_srcdir/samples/articles"
tells 0 "published: briefing/2024-12"

# Nothing goes out before it was looked at.
serve ''
configure "smtp = \"smtp+plain://localhost:$port\"" 'state = "../state"'
mail
expect 0 ''
has out 'siti@contoh.go.id              32|33.12'
is 'budi composed siti composed teks composed'
[ ! -s log ] || fail "sent without being asked to: $(cat log)"
# A sample goes to one, and is noted nowhere.
mail --to saya@contoh.go.id
tells 0 'saya@contoh.go.id: sample sent: taken: 250 2.0.0 taken'
[ "$(cut -d' ' -f1 log)" = saya@contoh.go.id ] || fail "the sample went to: $(cat log)"
is 'budi composed siti composed teks composed'
# Refused, unknown, put off: each has its state and line, and its exit code; what is over is not sent again.
serve rcpt=550 only=budi
mail --send
tells 76 'taklimat: budi@contoh.go.id: failed: refused: 550 5.7.1 refused'
has err 'taklimat: 0 composed, 2 sent, 0 deferred, 1 failed, 0 held'
serve drop=dot
mail --retry-failed
tells 76 'taklimat: budi@contoh.go.id: held: sent whole, and the connection broke before the answer: it may have arrived'
has err 'taklimat: held: nobody knows whether they arrived; ask, then --arrived ADDRESS, or send again with --resend-unknown'
is 'budi held siti sent teks sent'
mail --send
[ "$(wc -l <log)" -eq 1 ] || fail "held, and sent again unasked: $(cat log)"
serve rcpt=451
mkdir away && cd away || exit 99 # a run from another folder finds what this one froze
run mail --config ../office --out ../briefing --month 2024-12 --resend-unknown
mv out err .. && cd .. || exit 99
tells 75 'taklimat: budi@contoh.go.id: deferred: not now: 451 4.7.1'
serve ''
mail --retry
tells 0 'taklimat: 0 composed, 3 sent, 0 deferred, 0 failed, 0 held'
mail --send
tells 0 '3 sent'
[ "$(wc -l <log)" -eq 1 ] || fail "sent twice: $(cat log)"
[ -z "$(find state/spool -type f)" ] || fail "what was sent stays in the spool: $(find state/spool)"
run mail --config office --month 2024-11 --bounced budi@contoh.go.id
expect 66 'taklimat: nothing that was sent to budi@contoh.go.id is in the ledger'
run mail --config office --bounced Budi@CONTOH.go.id
tells 76 'taklimat: 0 composed, 0 sent, 0 deferred, 1 failed, 0 held'
# The months are mailed from one ledger: another knows nothing of what this one sent.
configure "smtp = \"smtp+plain://localhost:$port\"" 'state = "../second"'
mail --send
tells 78 "are mailed from the ledger in $here/state, not from $here/second"
[ "$(wc -l <log)" -eq 1 ] || fail "sent from a second ledger: $(cat log)"
configure "smtp = \"smtp+plain://localhost:$port\"" 'state = "../state"'
# A ledger that is damaged, from a newer version, or gone
cp state/ledger.sqlite ledger.good
printf 'xxxx' | dd of=state/ledger.sqlite bs=1 seek=18 conv=notrunc 2>/dev/null
mail --send
[ "$code" -ge 74 ] || fail "a damaged ledger: exit code $code: $(cat err)"
: >state/ledger.sqlite
mail --send
tells 74 'lost what was sent'
cp ledger.good state/ledger.sqlite
printf '\0\0\0\011' | dd of=state/ledger.sqlite bs=1 seek=60 conv=notrunc 2>/dev/null # user_version
mail --send
tells 78 'is of version 9, from a newer taklimat'
[ "$(wc -l <log)" -eq 1 ] || fail "sent from a bad ledger: $(cat log)"
# A password from a file, to a server that wants one and encryption
if certificate good localhost; then
    serve tls=good.crt:good.key auth=rahasia
    echo rahasia >office/password && chmod 600 office/password
    configure "smtp = \"smtp://localhost:$port\"" 'smtp_user = "kami"' 'smtp_password_file = "password"' 'smtp_ca_file = "../good.crt"' \
        'state = "../other"'
    rm briefing/.taklimat-mail
    mail --send
    tells 0 'taklimat: 0 composed, 3 sent, 0 deferred, 0 failed, 0 held'
    chmod 644 office/password
    sed -i 's/other/another/' office/taklimat.conf
    rm briefing/.taklimat-mail
    mail --send
    tells 76 'others may read this password'
    grep -q rahasia out err && fail "a password is told"
    [ "$(wc -l <log)" -eq 3 ] || fail "sent with a password that all can read"
fi

# Killed at random moments
{
    echo address,name,regions,language,format,active
    awk -v n="${TAKLIMAT_MAIL_PEOPLE:-20}" 'BEGIN { while (n-- > 0) print "r" n "@contoh.go.id,Nama " n ",nasional,id," (n % 10 ? "text" : "pdf") ",1" }'
} >office/recipients.csv
cp settings office/taklimat.conf
serve slow=dot:0.03
python3 "$top_srcdir/tests/mail/kill.py" "$TAKLIMAT" office 2024-12 "$port" log "${TAKLIMAT_MAIL_KILLS:-5}" || fail "kills: see above"
finish
