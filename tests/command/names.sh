#!/bin/sh
# Names of files with spaces, line ends, escapes and bytes that are no UTF-8; ids and regions that would leave the folder: every output
# is sound, and nothing is written elsewhere. An inbox that changes while it is read: nothing is published.
. "$top_srcdir/tests/command/common.sh"

text='Wali Kota Bandung mengimbau ASN netral, Sabtu (28/12/2024).'
mkdir -p inbox/-o work
echo "BANDUNG - $text" >'inbox/spasi di nama.txt'
echo "CIMAHI - $text" >"inbox/baris
baru.txt"
echo "GARUT - $text" >"inbox/$(printf 'bukan\377utf8').txt" 2>/dev/null || echo "GARUT - $text" >inbox/biasa.txt # some systems refuse it
echo "CIAMIS - $text" >"inbox/$(printf 'warna\033[31m').txt"
echo "BOGOR - $text" >inbox/-o/--month.txt
echo '{bad' >"inbox/jelek
.json"
echo '{"id":"../../x","date":"2024-12-02","text":"Bupati Garut mengimbau warga tertib."}' >inbox/id.json
echo '{"id":"y","date":"2024-12-02","region":"../../etc","text":"Bupati Garut mengimbau warga tertib."}' >inbox/region.json
echo '{"id":"z","date":"2024-12-02","region":"Garut/../../x","text":"Bupati Garut mengimbau warga tertib."}' >inbox/region2.json

cd work || exit 99
run report --month 2024-12 --review --out b ../inbox
[ "$code" -eq 0 ] || fail "exit code $code: $(cat err)"
has err "taklimat: ../inbox/jelek%0A.json:1: "
has err "taklimat: ../inbox/region.json:1: the region field names no region"
has err "taklimat: ../inbox/region2.json:1: the region field names no region"
grep -v 'built without libxlsxwriter' err >told && mv told err
count err 5
has b/2024-12/run.json '"path":"inbox/baris%0Abaru.txt"'
has b/2024-12/articles.csv 'warna%1B[31m;'
[ "$(cd .. && find . -newer inbox/region2.json -type f | grep -v '^./work/')" = "" ] || fail "written elsewhere"
LC_ALL=C grep -l "$(printf '\033')" b/2024-12/*.csv b/2024-12/*.json* err && fail "an escape character in an output"
cd ..

# An inbox into which somebody goes on writing: what was digested is not what was read. On a busy machine the writer may not have had
# its turn in between; then once more.
mkdir growing
cp "$top_srcdir"/samples/articles/txt/*.txt growing
echo 'Bupati Garut mengimbau warga tertib, Sabtu (28/12/2024).' >growing/a.txt
(while [ -d growing ]; do echo 'Warga menyambut baik.' >>growing/a.txt; done) 2>/dev/null &
writer=$!
tries=0
code=0
while [ "$code" -ne 75 ] && [ "$tries" -lt 20 ]; do
    rm -rf changed
    run report --month 2024-12 --plain --out changed growing
    tries=$((tries + 1))
done
kill "$writer" && wait "$writer" 2>/dev/null
expect 75 "taklimat: growing/a.txt: the input changed while it was read; nothing was published, try again"
[ "$(ls -A changed)" = .taklimat.lock ] || fail "left behind: $(ls -A changed)"
run report --month 2024-12 --plain --out changed growing
tells 0 "published: changed/2024-12"
finish
