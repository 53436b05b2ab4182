#!/bin/sh
# The program as it was installed, from another folder and without the source tree: an article is written, its briefing set and
# checked; the manual, the completion and the units are where they are looked for. `make installcheck` calls it, with DESTDIR
# and the folders in the environment; without them they are those of a package.
set -u
prefix=${prefix:-/usr}
bindir=${DESTDIR-}${bindir:-$prefix/bin}
mandir=${DESTDIR-}${mandir:-$prefix/share/man}
bashcompdir=${DESTDIR-}${bashcompdir:-$prefix/share/bash-completion/completions}
zshcompdir=${DESTDIR-}${zshcompdir:-$prefix/share/zsh/vendor-completions}
unitdir=${systemunitdir+${systemunitdir:+${DESTDIR-}$systemunitdir}}
catalogue=${catalogue-$prefix/share/locale/id/LC_MESSAGES/taklimat.mo}
docdir=${DESTDIR-}${docdir:-$prefix/share/doc/taklimat}
unset TAKLIMAT TAKLIMAT_CONFIG TAKLIMAT_DATA XDG_CONFIG_HOME MAKEFLAGS
if [ -n "${DESTDIR-}" ]; then # the program itself knows of no DESTDIR
    TAKLIMAT_DATA=$DESTDIR${pkgdatadir:-$prefix/share/taklimat}
    export TAKLIMAT_DATA
fi
here=$(mktemp -d) || exit 99
trap 'rm -rf "$here"' EXIT
cd "$here" || exit 99
HOME=$here PATH=$bindir:$PATH
export HOME PATH

failures=0
fail() {
    echo "installcheck: $*"
    failures=$((failures + 1))
}
is() { [ -s "$1" ] || [ -s "$1.gz" ] || fail "$1 is missing or empty"; } # packages compress what is read

[ "$(command -v taklimat)" = "$bindir/taklimat" ] || fail "the program is not in $bindir"
[ -z "${version-}" ] || [ "$(taklimat --version)" = "taklimat $version" ] || fail "version: $(taklimat --version)"
taklimat check >checked 2>&1 || fail "taklimat check: $(cat checked)"

mkdir inbox
cat >inbox/berita.json <<'END'
{"judul":"Inspektur Ingatkan Batas Laporan","tanggal":"2025-01-14","sumber":"Warta Contoh","wilayah":"Kabupaten Wonogiri",
"isi":"WONOGIRI - Inspektur Kabupaten Wonogiri Sri Contoh meminta kepala desa menyerahkan laporan dana desa sebelum 31 Januari, Selasa (14/1/2025). “Jangan menunggu hari terakhir,” kata Sri. Ia mendasarkan imbauan itu pada Undang-Undang Nomor 6 Tahun 2014."}
END
taklimat report --month 2025-01 --review inbox >out 2>err || fail "report: $(cat err)"
for file in taklimat-2025-01.pdf 33-jawa-tengah.pdf ringkasan.txt 33-jawa-tengah.txt advisories.csv review.csv facts.jsonl summary.json run.json; do
    is "briefing/2025-01/$file"
done
[ "$(head -c 5 briefing/2025-01/taklimat-2025-01.pdf)" = %PDF- ] || fail "the briefing is no PDF"
grep -q 'Jangan menunggu hari terakhir' briefing/2025-01/quotes.csv || fail "the quotation is not in quotes.csv"
taklimat report --month 2025-01 --review inbox >out 2>err && grep -q unchanged err || fail "the second report: $(cat err)"
taklimat extract inbox | taklimat merge --month 2025-01 | taklimat render --template en >en.pdf || fail "extract, merge, render"
is en.pdf

taklimat init kantor >out 2>err && cp inbox/berita.json kantor/inbox && taklimat check --config kantor >out 2>err || fail "init: $(cat err)"
taklimat report --config kantor --month 2025-01 >out 2>err || fail "report --config: $(cat err)"
is kantor/briefing/2025-01/taklimat-2025-01.pdf

# A mail of it, in a build that can: composed with the words that are installed, and for another mailer.
printf 'address,regions\nbudi@contoh.go.id,33\n' >kantor/recipients.csv
printf 'recipients = "recipients.csv"\nmail_from = "kantor@contoh.go.id"\nstate = "state"\n' >>kantor/taklimat.conf
taklimat check --config kantor >out 2>err || fail "check --config with mail: $(cat err)"
if taklimat mail --config kantor --month 2025-01 --eml-only mails >out 2>err; then
    grep -q '^Subject: Taklimat Januari 2025: Jawa Tengah' mails/*.eml || fail "mail: $(cat out)"
else
    grep -q 'this build cannot mail' err || fail "mail: $(cat err)"
fi

for page in taklimat.1 taklimat.conf.5 taklimat-formats.5; do
    for folder in "$mandir" "$mandir/id"; do
        is "$folder/man${page##*.}/$page"
        ! command -v mandb >/dev/null || MANPATH=$folder man -w "${page%.*}" >man 2>&1 || fail "man ${page%.*}: $(cat man)"
    done
done
[ -z "$catalogue" ] || is "${DESTDIR-}$catalogue"
is "$docdir/README.md" # man pages refer to it
is "$docdir/examples/on-failure"

is "$bashcompdir/taklimat"
is "$zshcompdir/_taklimat"
if command -v bash >/dev/null; then
    bash --noprofile --norc -c '. "$1" && complete -p taklimat && COMP_WORDS=(taklimat rep) COMP_CWORD=1 && _taklimat taklimat rep taklimat &&
        [ "${COMPREPLY[*]}" = report ]' bash "$bashcompdir/taklimat" >out 2>&1 || fail "completion: $(cat out)"
fi
if [ -n "$unitdir" ]; then
    units=report
    taklimat mail --status 2>&1 | grep -q 'this build cannot mail' || units='report mail'
    for unit in $units; do
        is "$unitdir/taklimat-$unit.timer"
        command=$(sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' "$unitdir/taklimat-$unit.service")
        [ -x "${DESTDIR-}$command" ] || fail "taklimat-$unit.service starts '$command'"
    done
fi
[ "$failures" -eq 0 ] && echo "installcheck: all is well in ${DESTDIR-}$prefix"
