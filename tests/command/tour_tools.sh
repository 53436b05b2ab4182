#!/bin/sh
# Made for valgrind: what helps a person to look and to check (show, check, eval), the command line, and what is refused.
. "$top_srcdir/tests/command/common.sh"
mkdir conf
TAKLIMAT_CONFIG=$here/conf
export TAKLIMAT_CONFIG

run --help
expect 0 ""
run report --reveiw
expect 64 "taklimat: '--reveiw' is no option of 'taklimat report'; is '--review' meant?"
run report --month 2024-8 inbox
tells 64 "taklimat: --month wants a month such as 2024-08"

cat >berita.jsonl <<'END'
{"id":"a","title":"Judul <b>tebal</b>","url":"https://contoh.example/?a=1&b=2","date":"2024-08-05","text":"Beranda | Berita | Loker\n\nWONOGIRI - Bupati Wonogiri Rukmini Talo meminta ASN netral sesuai Pasal 5 huruf n Peraturan Pemerintah Nomor 94 Tahun 2021.\n\n“Jangan ada yang ikut kampanye. Kami awasi semuanya,” kata Rukmini di Wonogiri, Senin (5/8/2024)."}
{"id":"b","text":"Tidak ada apa-apa."}
END
run show --color=always --topics netralitas-asn berita.jsonl
expect 0 ""
printf '{"id":"e\\u001b]0;x","text":"Bupati \\u001b[2J berkata \\u202egnirim."}\n' >evil.jsonl
run show --html evil.jsonl berita.jsonl
[ "$code" -eq 0 ] || fail "controls: exit code $code: $(cat err)"
has out 'Judul &lt;b&gt;tebal'
run extract -o facts.jsonl berita.jsonl
expect 0 ""
fid=$(grep -o '"fid":"a-[0-9a-f]*"' facts.jsonl | sed -n '1s/.*:"\(.*\)"/\1/p')
COLUMNS=20 run show --fact "$fid" facts.jsonl berita.jsonl
expect 0 ""
run show --html --fact "$fid" facts.jsonl
expect 0 ""
run show --fact q-000000 --id none berita.jsonl
[ "$code" -eq 66 ] || fail "a fact that is not there: exit code $code: $(cat err)"

# Figures of the samples, of facts that break their format, and of PFSA-ID's form.
gold=$top_srcdir/samples/gold.jsonl
run eval "$gold"
expect 0 ""
text='\"Jaga netralitas,\" kata Bupati Rukmini Talo. Ia minta warga tertib.'
{
    echo "{\"id\":\"a\",\"text\":\"$text\",\"quotes\":[{\"start\":1,\"end\":17,\"speaker\":\"Rukmini Talo\"}]}"
    echo "{\"id\":\"b\",\"text\":\"$text\",\"region\":\"33.12\",\"quotes\":[],\"flags\":[{\"kind\":\"boilerplate\",\"start\":0,\"end\":10}]}"
    printf '%s\n' 'no json' '{"id":"x"}'
} >mixed.jsonl
printf '%s\n' '{"id":"a","quotes":[{"start":5,"end":3}]}' '{"id":"b","region":null,"quotes":[{"start":1,"end":17}]}' '{"id":"d"}' >broken.jsonl
run eval --json mixed.jsonl broken.jsonl
tells 0 'taklimat: mixed.jsonl:3: not valid JSON at byte'
has out 'quotes: span 5..3 of'
cat >pfsa.jsonl <<'END'
{"id":"p","text":"Menteri Sosial Wira Sakti datang. ”Kami siap,” kata Wira. ”Nanti,” ujarnya.","spans":[{"label":"ROLE","start":0,"end":14,"text":"Menteri Sosial"},{"label":"PERSON","start":15,"end":25,"text":"Wira Sakti"},{"label":"STATEMENT","start":34,"end":46,"text":"”Kami siap,”"},{"label":"CUE","start":47,"end":51,"text":"kata"},{"label":"PERSON","start":52,"end":56,"text":"Wira"},{"label":"STATEMENT","start":58,"end":66,"text":"”Nanti,”"},{"label":"CUECOREF","start":67,"end":74,"text":"ujarnya"}]}
END
run eval pfsa.jsonl
expect 0 ""
run eval --calibration "$gold"
expect 0 ""
run eval --errors advisories "$gold"
[ "$code" -eq 0 ] || fail "eval --errors: exit code $code: $(cat err)"

# Everything that check can look at, right and wrong.
run check
expect 0 ""
printf 'type\tnumber\tyear\tin_force_from\tended_on\tstatus\treplaced_by\nUU\t9\t2019\t\t\tgone\t\nPerda\t9\t2019\nPerpes\t9\t19\t1 Mei 2019\t\trevokd\tUU 5\n' >rows.tsv
printf 'type\tnumber\tyear\trelation\tby_type\tby_number\tby_year\nUU\t1\t2019\trevoked\tUU\t2\t2019\nPerda\t9\t2019\teaten\tPerda\t1\t2019\n' >relations.tsv
printf 'topic\tweight\tforms\texample\na\t40\tkata\tkata\n\t1\tkota\tkota\nb\t1\tdesa\tkota\n' >topics.tsv
printf 'topic_threshold = 0\nregistr = "a"\nregister = {"a", "b"\n' >other.conf
printf 'fid;article;decision;value\na-123456;x;drop;\na-123457;x;maybe;\n' >decisions.csv
sed 's/"language"/"langauge"/; s/"keep": "next"/"keep": "no"/' "$TAKLIMAT_TEMPLATES/id.json" >broken.json
run check rows.tsv relations.tsv mixed.jsonl
[ "$code" -eq 78 ] || fail "check: exit code $code: $(cat err)"
has err "rows.tsv:4: unknown type 'Perpes'; is 'Perpres' meant?"
has err "relations.tsv:3: unknown relation 'eaten'"
run check topics.tsv other.conf decisions.csv broken.json
[ "$code" -eq 78 ] || fail "check: exit code $code: $(cat err)"
has err "topics.tsv:2: the weight"
has err "decisions.csv:3: "
has err "langauge: is not known; is 'language' meant?"
printf 'register = {"none.tsv"}\n' >conf/taklimat.conf
run extract berita.jsonl
tells 78 "taklimat: $here/conf/taklimat.conf:1: cannot read '$here/conf/none.tsv'"
finish
