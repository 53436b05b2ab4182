#!/bin/sh
# A month mailed to a Postfix of the test's own: by SMTP with STARTTLS, and by its sendmail. What it delivered is read again by Python's
# email: one message a recipient, headers as they should be, the PDFs the published ones to the byte.
python=/usr/bin/python3
for needed in /usr/sbin/postfix openssl "$python"; do
    command -v "$needed" >/dev/null 2>&1 || { echo "SKIP: postfix: $needed is not installed"; exit 77; }
done
[ "$(id -u)" -eq 0 ] || { echo "SKIP: postfix: it starts as root only"; exit 77; }
. "$top_srcdir/tests/mail/common.sh"
# Postfix wants folders that others may enter; the scratch folder may lie where nobody may.
base=$(mktemp -d /tmp/taklimat-postfix.XXXXXX) && chmod 755 "$base" || exit 99
trap 'postfix -c "$base/etc" stop >/dev/null 2>&1; rm -rf "$base" "$here"' EXIT
port=$((20000 + $$ % 10000))
mkdir -p "$base/etc" "$base/queue" "$base/data" "$base/mail" && chown postfix "$base/data" && chown nobody "$base/mail" || exit 99
certificate "$base/good" localhost
cat >"$base/etc/main.cf" <<END
compatibility_level = 3.6
myhostname = localhost.localdomain
mydestination =
queue_directory = $base/queue
data_directory = $base/data
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps =
maillog_file = $base/log
maillog_file_prefixes = $base
smtpd_tls_cert_file = $base/good.crt
smtpd_tls_key_file = $base/good.key
smtpd_tls_security_level = encrypt
virtual_mailbox_domains = contoh.go.id
virtual_mailbox_base = $base/mail
virtual_mailbox_maps = static:box/
virtual_uid_maps = static:$(id -u nobody)
virtual_gid_maps = static:$(id -g nobody)
virtual_transport = virtual
END
sed "s/^smtp  *inet/127.0.0.1:$port inet/; s/^\(127.0.0.1:$port inet  *n  *-  *\)y/\1n/" /etc/postfix/master.cf >"$base/etc/master.cf"
sed -i 's/^\([a-z0-9]*  *unix  *[-yn]  *[-yn]  *\)y/\1n/; s/^\(127[^ ]* inet  *[-yn]  *[-yn]  *\)y/\1n/' "$base/etc/master.cf"
echo "postlog unix-dgram n - n - 1 postlogd" >>"$base/etc/master.cf"
postfix -c "$base/etc" start >log 2>&1 || { echo "SKIP: postfix: it does not start here: $(tail -n 2 log)"; exit 77; }

mkdir office
recipients
cat >office/taklimat.conf <<END
recipients = "recipients.csv"
mail_from = "Inspektorat Contoh <taklimat@contoh.go.id>"
smtp = "smtp://localhost:$port"
smtp_ca_file = "$base/good.crt"
state = "$here/state"
END
run report --config office --month 2024-12 "$top_srcdir/samples/articles"
tells 0 "published: briefing/2024-12"

# delivered N: so many files are in the box, within ten seconds
delivered() {
    tries=0
    until [ "$(ls "$base/mail/box/new" 2>/dev/null | wc -l)" -ge "$1" ] || [ "$tries" -ge 100 ]; do sleep 0.1; tries=$((tries + 1)); done
    [ "$(ls "$base/mail/box/new" | wc -l)" -eq "$1" ] || fail "$(ls "$base/mail/box/new" | wc -l) delivered, not $1: $(tail -n 5 "$base/log")"
}

run mail --config office --month 2024-12 --send
tells 0 "taklimat: 0 composed, 3 sent, 0 deferred, 0 failed, 0 held"
delivered 3
run mail --config office --month 2024-12 --send
tells 0 "3 sent"
delivered 3
grep -q 'STARTTLS\|TLS' "$base/log" || grep -lq 'with ESMTPS' "$base"/mail/box/new/* || fail "it went unencrypted"

# By its sendmail, of which the settings are the test's.
printf '#!/bin/sh\nexec /usr/sbin/sendmail -C %s "$@"\n' "$base/etc" >send && chmod 755 send
sed -i '/^smtp/d' office/taklimat.conf
echo "sendmail = \"$here/send\"" >>office/taklimat.conf
rm -r state
run mail --config office --month 2024-12 --send
tells 0 "taklimat: 0 composed, 3 sent, 0 deferred, 0 failed, 0 held"
delivered 6

"$python" - "$base/mail/box/new" briefing/2024-12 >seen 2>&1 <<'END' || fail "$(cat seen)"
import collections, email, email.policy, pathlib, sys

wanted = {"budi@contoh.go.id": ("Budi Santoso, S.H.", ["taklimat-2024-12.pdf"]),
          "siti@contoh.go.id": ("Siti “Ayu” Ñusantara", ["32-jawa-barat-en.pdf", "33.12-kabupaten-wonogiri-en.pdf"]),
          "teks@contoh.go.id": ("", [])}
seen = collections.Counter()
for path in pathlib.Path(sys.argv[1]).iterdir():
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert not message.defects, (path, message.defects)
    to, = message["To"].addresses
    name, files = wanted[to.addr_spec]
    seen[to.addr_spec] += 1
    assert to.display_name == name, to
    assert message["From"].addresses[0].addr_spec == "taklimat@contoh.go.id"
    assert message["Delivered-To"] == to.addr_spec
    assert message["Auto-Submitted"] == "auto-generated" and message["Message-ID"].endswith("@contoh.go.id>")
    assert len(message.get_all("Date")) == len(message.get_all("Subject")) == len(message.get_all("Message-ID")) == 1
    body = message.get_body(("plain",)).get_content()
    digest = pathlib.Path(sys.argv[2], "ringkasan.txt" if to.addr_spec[0] != "s" else "32-jawa-barat-en.txt").read_text()
    assert digest.strip() in body.replace("\r\n", "\n"), body
    found = [part.get_filename() for part in message.iter_attachments()]
    assert found == files, found
    for part in message.iter_attachments():
        assert part.get_content() == pathlib.Path(sys.argv[2], part.get_filename()).read_bytes(), part.get_filename()
assert seen == {address: 2 for address in wanted}, seen
END
finish
