#!/bin/sh
# taklimat show: an article with its facts, in a terminal and as a web page.
. "$top_srcdir/tests/command/common.sh"
unset NO_COLOR COLUMNS
escape=$(printf '\033')

cat >apel.txt <<'END'
Beranda | Berita | Loker

ASN Wonogiri Diminta Netral

WONOGIRI - Bupati Wonogiri Rukmini Talo meminta aparatur sipil negara (ASN) menjaga netralitas sesuai Pasal 5 huruf n Peraturan Pemerintah Nomor 94 Tahun 2021.

“Jangan ada yang ikut kampanye. Kami awasi semuanya,” kata Rukmini di Wonogiri, Kamis (12/12/2024).
END

# The marks, numbered in the text. How sure a rule is may change with the rules: masked.
run show apel.txt
expect 0 ""
cat >want <<'END'
[boilerplate]Beranda | Berita | Loker[/boilerplate]

ASN Wonogiri Diminta Netral

WONOGIRI - [1][2]Bupati Wonogiri Rukmini Talo meminta aparatur sipil negara
(ASN) menjaga netralitas sesuai Pasal 5 huruf n [3]Peraturan Pemerintah Nomor 94
Tahun 2021[/3].[/2][/1]

“[4][5]Jangan ada yang ikut kampanye.[/5] Kami awasi semuanya,[/4]” kata Rukmini
di Wonogiri, Kamis (12/12/2024).

Facts

END
sed -n '/^\[boilerplate\]/,/^Facts/p' out >text
echo >>text
cmp -s want text || fail "the text is another: $(diff want text)"
[ "$(head -n 1 out)" = "ASN Wonogiri Diminta Netral" ] || fail "no title on top: $(head -n 1 out)"
has out 'id            apel'
has out 'file          apel.txt, record 1'
has out 'event         2024-12-12, from "Kamis (12/12/2024)"'
has out 'region        Kabupaten Wonogiri (33.12), confidence '
cat >want <<'END'
[3] citation "Peraturan Pemerintah Nomor 94 Tahun 2021"
    names         PP 94/2021
    pinpoint      Pasal 5 huruf n
END
sed -n '/^\[3\] citation/,/^    pinpoint/p' out >entry
cmp -s want entry || fail "the citation's entry: $(diff want entry)"
cat >want <<'END'
[4] quote "Jangan ada yang ikut kampanye. Kami awasi semuanya,"
    speaker       Rukmini Talo, Bupati Wonogiri
    verb          kata
    rule          after-named, confidence 0.NN
    fact          q-NNNNNN, bytes 219 to 270

END
sed -n '/^\[4\] quote/,/^$/p' out | sed 's/0\.[0-9][0-9]*$/0.NN/; s/q-[0-9a-f]\{6\}/q-NNNNNN/' >entry
cmp -s want entry || fail "the quote's entry: $(diff want entry)"
sed -n '/^\[5\] advisory/,/^$/p' out >entry
has entry '    type          larangan (must not)'
has entry '    speaker       Rukmini Talo, Bupati Wonogiri'

# No escapes where nobody looks; --color overrides, in both directions; every line switches off what it switched on.
grep -qF "$escape" out && fail "escapes in a file"
NO_COLOR=1 run show --color=always apel.txt
grep -qF "$escape[4;33m" out || fail "no colour with --color=always"
grep -qF '[/3]' out && fail "ends of marks although they are coloured"
awk -v e="$escape" '{ n = split($0, part, e "\\["); on = 0; for (i = 2; i <= n; i++) on = part[i] !~ /^0m/ } on { print; bad = 1 } END { exit bad }' out ||
    fail "a line ends in colour"
run show --color=never apel.txt
grep -qF "$escape" out && fail "escapes with --color=never"

# On a terminal (python3 has one to lend, where the system has one to give: a bare chroot has not): colours, unless
# NO_COLOR or TERM say otherwise.
if ! python3 -c 'import pty; pty.openpty()' 2>/dev/null; then
    echo "not tried on a terminal: python3 or a pseudo-terminal is missing"
else
    cat >terminal.py <<'END'
import os
import pty
import sys

data = b""
def read(fd):
    global data
    piece = os.read(fd, 65536)
    data += piece
    return piece
pty.spawn(sys.argv[1:], read)
sys.exit(11 if b"\x1b" in data else 10 if data else 12)
END
    # terminal STATUS VARIABLE...: 11 where escapes are written, 10 where none are.
    terminal() {
        want=$1
        shift
        env "$@" python3 terminal.py "$TAKLIMAT" show apel.txt >/dev/null </dev/null
        [ $? -eq "$want" ] || fail "on a terminal with $*: escapes, or none, against what was wanted"
    }
    terminal 11 TERM=xterm
    terminal 11 TERM=xterm NO_COLOR=
    terminal 10 TERM=xterm NO_COLOR=1
    terminal 10 TERM=dumb
    terminal 10 -u TERM
fi

# Lines keep to the width; a word that is longer is cut.
for width in 20 41 100; do
    COLUMNS=$width run show --color=never apel.txt
    expect 0 ""
    # Typographic quotation marks are three bytes and one column.
    tr -d '\200-\277' <out | awk -v w="$width" 'length($0) > w { print; bad = 1 } END { exit bad }' || fail "lines wider than $width"
done
awk 'BEGIN { for (i = 0; i < 200; i++) printf "Panjang"; print "." }' >long.txt
COLUMNS=50 run show long.txt
awk 'length($0) > 50 { bad = 1 } END { exit bad }' out || fail "a long word is not cut"
for width in 0 -5 x 99999999999999999999; do
    COLUMNS=$width run show apel.txt
    expect 0 ""
done

# Controls of the article cannot steer the terminal, whatever way they come in.
cat >evil.jsonl <<'END'
{"id":"e\u001b]0;x","title":"Judul \u001b[31m\u009b2J","source":"\u202eSumber","text":"Bupati \u001b[2J berkata \u009b31m dan \u202egnirim\u202c, \u0007 \u007f selesai \u200b\u2066x\u2069.\nBaris\rkedua.\u2028Ketiga."}
{"id":"aman","text":"Aman saja."}
END
run show --color=never evil.jsonl
[ "$code" -eq 0 ] || fail "controls: exit code $code"
LC_ALL=C grep -n "$(printf '[\001-\010\013-\037\177]')" out && fail "control characters on the terminal"
for bytes in '\302\233' '\342\200\256' '\342\201\246'; do
    LC_ALL=C grep -qF "$(printf "$bytes")" out && fail "controls beyond ASCII on the terminal"
done
has out 'Aman saja.'
run show --html evil.jsonl
for bytes in '\033' '\302\233' '\342\200\256' '\342\201\246'; do
    LC_ALL=C grep -qF "$(printf "$bytes")" out && fail "controls in the page"
done

# --- The web page: whole, escaped, linked both ways.
cat >page.jsonl <<'END'
{"id":"a\"><script>alert(1)</script>","title":"Judul <b>tebal</b> & 'kutip'","url":"javascript:alert(1)","text":"“Jangan <i>ikut</i> kampanye & </p></article>,” kata Bupati Wonogiri Rukmini Talo.\n\nIa juga meminta warga <script>alert(2)</script> tertib."}
{"id":"b","title":"Kedua","url":"https://example.org/?a=1&b=\"2\"","text":"Tidak ada apa-apa."}
END
run show --html page.jsonl
expect 0 ""
cp out page.html
grep -qi '<script' page.html && fail "a script in the page"
grep -q '<i>\|<b>' page.html && fail "markup of the article in the page"
grep -q 'href="javascript' page.html && fail "a link that runs something"
has page.html '<h2 id="a1-title" lang="id">Judul &lt;b&gt;tebal&lt;/b&gt; &amp; &#39;kutip&#39;</h2>'
has page.html '<a rel="noreferrer" href="https://example.org/?a=1&amp;b=&quot;2&quot;">'
has page.html '<html lang="en">'
has page.html '<nav aria-label="Articles">'
has page.html '<main id="articles">'
has page.html '<a class="number quote" id="a1-t1" href="#a1-f1" lang="en" aria-label="Fact 1, quote">1</a>'
has page.html '<li id="a1-f1"><a href="#a1-t1" aria-label="quote, fact 1 in the text">'
has page.html '<p>No facts were found.</p>'
grep -o '\(src\|href\)="[^#"]*"' page.html | grep -v 'href="https://example.org' && fail "the page loads something"
# Every anchor exists once.
grep -o ' id="[^"]*"' page.html | sort | uniq -d | grep . && fail "an id twice"
for anchor in $(grep -o 'href="#[^"]*"' page.html | sed 's/href="#//; s/"$//'); do
    grep -qF " id=\"$anchor\"" page.html || fail "a link to nowhere: $anchor"
done
# Every element that is opened is closed.
for element in p span a li ol ul dl div section article main header nav h2 h3 q strong; do
    opened=$(grep -o "<$element[ >]" page.html | wc -l)
    closed=$(grep -o "</$element>" page.html | wc -l)
    [ "$opened" -eq "$closed" ] || fail "$element: $opened opened, $closed closed"
done
run show --html apel.txt
grep -q '<nav' out && fail "contents of a single article"
has out '[cut: boilerplate]'
run show --html --output page2.html page.jsonl
expect 0 ""
cmp -s page.html page2.html || fail "--output writes something else"

# --- One article, one fact.
run show --id b page.jsonl
expect 0 ""
has out 'Kedua'
grep -q 'Judul' out && fail "--id shows others, too"
run show --id none -o none.txt page.jsonl
expect 66 "taklimat: there is no article with the id 'none'"
[ ! -e none.txt ] || fail "an output although there was nothing"
run extract apel.txt
fid=$(grep -o '"fid":"a-[0-9a-f]*"' out | sed -n '2s/.*:"\(.*\)"/\1/p')
run show --fact "$fid" apel.txt
expect 0 ""
cat >want <<'END'
ASN Wonogiri Diminta Netral

“[5]Jangan ada yang ikut kampanye.[/5] Kami awasi semuanya,” kata Rukmini di
Wonogiri, Kamis (12/12/2024).

[5] advisory "Jangan ada yang ikut kampanye."
END
head -n 6 out >top
cmp -s want top || fail "the fact in its paragraph: $(diff want top)"
has out "fact          $fid, bytes "
has out 'id            apel'
has out 'file          apel.txt, record 1'
has out 'rule          '
run show --fact q-000000 apel.txt
expect 66 "taklimat: there is no fact 'q-000000'; name the file or folder that it was found in"
[ ! -s out ] || fail "output for a fact that is not there"
for width in 20 40; do
    COLUMNS=$width run show --fact "$fid" apel.txt
    tr -d '\200-\277' <out | awk -v w="$width" 'length($0) > w { print; bad = 1 } END { exit bad }' || fail "a fact wider than $width"
done
run show --color=always --fact "$fid" apel.txt
grep -qF "${escape}[" out || fail "a fact without colour"
run show --html --fact "$fid" apel.txt
expect 0 ""
has out '<span class="advisory">Jangan ada yang ikut kampanye.</span>'
has out ' Kami awasi semuanya'
grep -q 'aparatur sipil negara' out && fail "other paragraphs on the page of one fact"
[ "$(grep -o '<li id=' out | wc -l)" -eq 1 ] || fail "not one fact on the page of one"

# A text wrapped at a fixed width: the whole paragraph. Names stay the same in another file and order.
mkdir inbox
cat >inbox/dua.jsonl <<'END'
{"id":"lain","text":"Bupati meresmikan pasar."}
{"id":"berita-1","title":"Pesan Camat","publisher":"Kabar Satu","url":"https://contoh.example/1","date":"2024-08-05","text":"Pasar dibuka kembali. Camat Selogiri Budi Santoso melarang pedagang berjualan di trotoar, Senin (5/8/2024)."}
{"id":"berita-2","title":"Pesan Camat","publisher":"Kabar Satu","date":"2024-08-05","text":"Camat Selogiri Budi Santoso melarang warga membakar sampah, Senin (5/8/2024)."}
END
{ sed -n 3p inbox/dua.jsonl; sed -n 2p inbox/dua.jsonl; } >terbalik.jsonl
run extract inbox
grep -o '"fid":"[^"]*"' out | sort >one
run extract terbalik.jsonl
grep -o '"fid":"[^"]*"' out | sort >two
cmp -s one two || fail "names of facts depend on file and order: $(diff one two)"
fid=$(grep 'berita-1' out | grep -o '"fid":"a-[0-9a-f]*"' | sed -n '1s/.*:"\(.*\)"/\1/p')
run extract inbox
cp out facts.jsonl
run show --fact "$fid" inbox
expect 0 ""
has out '[/'
has out 'publisher     Kabar Satu'
has out 'url           https://contoh.example/1'

# From facts or a summary alone: the words, and where they came from. Where the article is there too, its paragraph.
run show --fact "$fid" facts.jsonl
expect 0 ""
has out 'trotoar'
has out 'file          inbox/dua.jsonl, record 2'
grep -q 'Pasar dibuka' out && fail "a paragraph out of nothing"
run merge facts.jsonl
cp out summary.json
run show --fact "$fid" summary.json
expect 0 ""
has out 'trotoar'
run show --html --fact "$fid" facts.jsonl
expect 0 ""
has out 'trotoar'
run show --fact "$fid" facts.jsonl inbox
expect 0 ""
has out 'Pasar dibuka'
[ "$(grep -c '^Pesan Camat' out)" -eq 1 ] || fail "the same fact twice"
run show --fact "$fid" --id berita facts.jsonl
expect 0 ""
run show --fact "$fid" --id berita-2 facts.jsonl
expect 66 "taklimat: there is no fact '$fid'; name the file or folder that it was found in"
run show facts.jsonl
[ "$code" -eq 65 ] || fail "facts shown as articles: exit code $code"

# Two articles may share a name: all are shown.
sed "s/\"id\":\"berita-1\"/\"id\":\"berita-9\"/; s/trotoar/pinggir jalan/g" facts.jsonl | grep berita-9 >more.jsonl
run show --fact "$fid" facts.jsonl more.jsonl
expect 0 "taklimat: 2 facts have the name '$fid'; --id tells the article"
has out 'trotoar'
has out 'pinggir'
has out '----'
run show --fact "$fid" --id berita-9 facts.jsonl more.jsonl
expect 0 ""
grep -q trotoar out && fail "--id does not tell facts of one name apart"

# --- What is told to wrong arguments and inputs.
run show
expect 64 "taklimat: no articles were named; give files or folders, or - for standard input"
run show --color=green apel.txt
expect 64 "taklimat: --color wants auto, always or never, not 'green'"
run show none.txt
[ "$code" -eq 66 ] || fail "a missing file: exit code $code"
echo '{"id":"x"}' >bad.jsonl
run show bad.jsonl
expect 65 "taklimat: every record was rejected"
[ ! -s out ] || fail "output although there was nothing"
finish
