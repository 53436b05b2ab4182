#!/bin/sh
# Who gets what: no news, an empty mail that is wanted, places of two languages, a list that changes after composing, a briefing that is not
# published, a revision, files that are too large or not what was published.
. "$top_srcdir/tests/mail/common.sh"
mkdir office
cat >office/taklimat.conf <<'END'
recipients = "recipients.csv"
mail_from = "Inspektorat Contoh <taklimat@contoh.go.id>"
mail_reply_to = "umum@contoh.go.id"
mail_signature = {"Subbagian Umum", "Telepon (021) 000000"}
state = "../state"
END
list() { { echo 'address,name,regions,language,format,active,empty' && cat; } >office/recipients.csv; }
list <<'END'
budi@contoh.go.id,Budi,nasional,id,pdf,1,0
siti@contoh.go.id,Siti,33.12|32,en,pdf,1,0
cut@contoh.go.id,Cut,Kota Sabang,id,pdf,1,0
wati@contoh.go.id,Wati,Kota Sabang,id,text,1,1
END
articles=$top_srcdir/samples/articles
run report --config office --month 2024-12 --plain "$articles"
tells 0 "published: briefing/2024-12"
[ -f briefing/2024-12/33.12-kabupaten-wonogiri-en.pdf ] && [ -f briefing/2024-12/11.72-kota-sabang.txt ] || fail "$(ls briefing/2024-12)"

# mail OPTION...: with the month
mail() { run mail --config office --month 2024-12 "$@"; }

# state ADDRESS STATE: as the last run showed it
state() { grep -q "^$1 .* $2 " out || fail "$1 is not $2: $(cat out)"; }

# kept N: so many messages the server has had since it was started or its log emptied
kept() { [ "$(wc -l <log)" -eq "$1" ] || fail "the server kept $(wc -l <log), not $1"; }

# Shown, and nothing sent. Personal data is its owner's alone.
serve
mail
expect 0 ""
state budi@contoh.go.id composed
state siti@contoh.go.id composed
state cut@contoh.go.id no-news
state wati@contoh.go.id composed
kept 0
grep -q '^siti@contoh.go.id .* Briefing December 2024: Jawa Barat, Kabupaten Wonogiri$' out || fail "$(cat out)"
[ "$(find state -type f -perm /077 | wc -l)" -eq 0 ] || fail "others may read: $(find state -type f -perm /077)"
echo "smtp = \"smtp+plain://127.0.0.1:$port\"" >>office/taklimat.conf
mail --eml-only eml
[ "$(ls eml | wc -l)" -eq 3 ] && [ "$code" -eq 0 ] || fail "exit code $code; $(ls eml)"
kept 0

# The list has changed since it was composed: who is off it gets nothing, who is new needs a briefing that is not published yet.
rm -r state
mail
list <<'END'
budi@contoh.go.id,Budi,nasional,id,pdf,1,0
siti@contoh.go.id,Siti,33.12|32,en,pdf,0,0
baru@contoh.go.id,Baru,Kabupaten Bogor,id,pdf,1,0
END
serve
mail --send
tells 76 "taklimat: withdrawn, for the list or the month has changed: 2"
has err "office/recipients.csv:4: 32.01-kabupaten-bogor.pdf is not in briefing/2024-12: publish it with 'taklimat report', which reads this list"
state baru@contoh.go.id lacking
kept 1
grep -q '^budi@contoh.go.id ' log || fail "$(cat log)"

# A revision goes to those who have none of the month's; to the others only when asked for.
run report --config office --month 2024-12 --plain "$articles"
tells 0 "published: briefing/2024-12-r2"
mail --send
tells 0 "1 sent"
state budi@contoh.go.id mailed-r1
state baru@contoh.go.id composed
kept 2
mail --revision
state budi@contoh.go.id composed
mail --send # looked at before with --revision, and not asked for now
state budi@contoh.go.id mailed-r1
kept 2
mail --revision --send
tells 0 "2 sent"
kept 3
mail --revision --send
kept 3

# Composed for places that he does not want any more; the same address in other letters; files of an earlier run.
rm -r state briefing/.taklimat-mail
list <<'END'
budi@contoh.go.id,Budi,nasional,id,pdf,1,0
siti@contoh.go.id,Siti,nasional,id,text,1,0
END
serve
mail
list <<'END'
budi@contoh.go.id,Budi,Kota Sabang,id,pdf,1,0
Siti@contoh.go.id,Siti,nasional,id,text,1,0
END
mail --send
tells 0 "taklimat: 0 composed, 1 sent, 0 deferred, 0 failed, 0 held"
state budi@contoh.go.id no-news
kept 1
mail --send
kept 1
mail --eml-only eml
expect 73 "taklimat: eml holds messages already ($(ls eml | head -n 1)); name another folder, or empty it"
mail --send --status
expect 64 "taklimat: only one of --to, --eml-only, --status, --bounced, --arrived and sending"

list <<'END'
budi@contoh.go.id,Budi,nasional,id,pdf,1,0
END
# Too large, here by bytes behind its end: the mail says so, and where it is.
printf 'mail_limit = 1\nmail_location = "https://contoh.go.id/taklimat/"\n' >>office/taklimat.conf
mkdir large && cp -r briefing/2024-12-r2 large/2024-12
head -c 1000000 /dev/zero >>large/2024-12/taklimat-2024-12.pdf
digest=$(sha256sum <large/2024-12/taklimat-2024-12.pdf | cut -c1-64)
bytes=$(wc -c <large/2024-12/taklimat-2024-12.pdf)
sed -i "s/\(\"path\":\"taklimat-2024-12.pdf\",\"bytes\":\)[0-9]*,\"sha256\":\"[0-9a-f]*\"/\1$bytes,\"sha256\":\"$digest\"/" large/2024-12/run.json
mail --out large --eml-only toolarge
[ "$code" -eq 0 ] || fail "exit code $code: $(cat err)"
has err "office/recipients.csv:2: mailed without the files, which are too large (taklimat-2024-12.pdf, "
grep -l 'https://contoh.go.id/taklimat/' toolarge/*.eml >found || fail "no place is named"
[ "$(find toolarge -size +1000k | wc -l)" -eq 0 ] || fail "larger than the limit: $(ls -l toolarge)"

# A PDF that is not what was published goes nowhere.
echo x >>large/2024-12/taklimat-2024-12.pdf
sed -i '/^mail_limit/d' office/taklimat.conf
mail --out large --eml-only broken
[ "$code" -ne 0 ] || fail "a changed PDF was mailed"
has err "taklimat-2024-12.pdf"
finish
