#!/bin/sh
# Runs the measurements of bench.c and prints them beside those of the run before: `make bench`. The figures are in
# bench.tsv of the build folder (NAME TAB VALUE), which the next run compares with; delete it to begin anew.
#
#     BENCH_SECONDS=30   processor time for a comparison with cJSON (default 4)
#     BENCH_MB=500       repeat the corpus to so many MB (default: as it is)
#     BENCH_ARTICLES=200000  articles of the month that is finished (default 10000); of 100,000 and more it fails if an
#                            article takes over 2500 bytes
#     BENCH_PAGES=1000   about so many pages of a briefing are set; of 900 and more it fails if a page takes over 3700 bytes
#                        plain or 16000 tagged, or layout and writing over 20000 bytes of memory a page
#     BENCH_CORPUS=DIR   a folder of .jsonl of real articles (default: ../shared/corpus beside the sources, if there)
set -eu
: "${top_srcdir:?run it as: make bench}" "${BENCH:?}" "${MONTH:?}" "${PAGES:?}" "${TAKLIMAT_TABLES:?}"
seconds=${BENCH_SECONDS:-4}
corpus=${BENCH_CORPUS:-$top_srcdir/../shared/corpus}
work=tests/scratch/bench
rm -rf "$work"
mkdir -p "$work"
trap 'rm -rf "$work"' EXIT
now=$work/now.tsv

# repeat BYTES FILE...: the lines of the files, over and over until there are so many bytes
repeat() {
    bytes=$1
    shift
    size=$(cat "$@" | wc -c)
    while [ "$bytes" -gt 0 ]; do
        cat "$@"
        bytes=$((bytes - size))
    done
}

# figures PREFIX COMMAND...: runs it and puts PREFIX before its names
figures() {
    prefix=$1
    shift
    "$@" | sed "s/^/$prefix/"
}

# instructions PREFIX FILE WHAT FUNCTION: instructions a byte inside FUNCTION
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect="$4" "$BENCH" "$3" "$2" 2>"$work/log" >"$work/out"
    awk -v name="$1$3_instructions_a_byte" 'FNR == NR { if ($1 == "bytes") bytes = $2; next }
        /Collected/ { printf "%s\t%.1f\n", name, $NF / bytes }' "$work/out" "$work/log"
}

# pages COUNT: a briefing of about so many pages, of the samples with other words
pages() {
    awk -v count=$((($1 + 8) / 16)) -f "$top_srcdir/tests/bench/vary.awk" "$top_srcdir/samples/gold.jsonl" >"$work/varied.jsonl"
    "$TAKLIMAT" extract "$work/varied.jsonl" | "$TAKLIMAT" merge >"$work/summary.json"
    "$PAGES" "$work/summary.json" "$seconds"
}

# mail COUNT: messages with a PDF of 400 kB, composed and sent to aiosmtpd with STARTTLS; nothing without it
mail() {
    command -v openssl >/dev/null || return 0
    for python in python3 /usr/bin/python3; do "$python" -c 'import aiosmtpd' 2>/dev/null && break; done || return 0
    mkdir "$work/mail"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
        -addext subjectAltName=DNS:localhost -keyout "$work/mail/key" -out "$work/mail/crt" 2>/dev/null
    "$python" "$top_srcdir/tests/mail/real_server.py" "$work/mail/log" "$work/mail/port" "$work/mail/crt" "$work/mail/key" rahasia 2>/dev/null &
    server=$!
    while [ ! -s "$work/mail/port" ]; do sleep 0.1; done
    "$MAIL_BENCH" "$work/mail" "$1" 400000 "$(cat "$work/mail/port")" "$work/mail/crt"
    kill "$server"
    rm -r "$work/mail"
}

sample=$work/sample.jsonl
"$BENCH" records "$top_srcdir/samples/gold.jsonl" >"$work/once.jsonl"
repeat 2000000 "$work/once.jsonl" >"$sample"
{
    figures samples_ "$BENCH" speed "$sample" "$seconds"
    if command -v valgrind >/dev/null; then
        instructions samples_ "$work/once.jsonl" extract bench_extract
        instructions samples_ "$work/once.jsonl" cjson bench_cjson
    fi
    if [ -d "$corpus" ]; then
        repeat $((${BENCH_MB:-0} * 1000000 + 1)) "$corpus"/*.jsonl >"$work/corpus.jsonl"
        figures corpus_ "$BENCH" speed "$work/corpus.jsonl" "$seconds"
        rm "$work/corpus.jsonl"
    fi
    figures samples_ "$BENCH" memory "$sample" 1
    figures samples_10_times_ "$BENCH" memory "$sample" 10
    figures month_ "$MONTH" "$work/once.jsonl" "$work/article.jsonl" "${BENCH_ARTICLES:-10000}"
    figures pages_ pages "${BENCH_PAGES:-1000}"
    if [ -n "$MAIL_BENCH" ]; then
        figures mail_ mail 100
        figures mail_ mail 1000
    fi
    figures "" "$BENCH" sizes "$work/once.jsonl" "$work/article.jsonl"
} >"$now"

# The table: figure, this run, the run before, their ratio.
touch bench.tsv
printf '%-38s %12s %12s %8s\n' figure now before ratio
awk -F '\t' 'FNR == NR && FILENAME == ARGV[1] { before[$1] = $2; next }
    { ratio = before[$1] > 0 ? sprintf("%.2f", $2 / before[$1]) : ""
      printf "%-38s %12s %12s %8s\n", $1, $2, before[$1], ratio }' bench.tsv "$now"
mv "$now" bench.tsv

# Memory and sizes are the same in each run, so that they can be held; time is not.
awk -F '\t' -v articles="${BENCH_ARTICLES:-10000}" -v pages="${BENCH_PAGES:-1000}" '
    function hold(name, most, enough) {
        if ($1 != name || !enough || $2 <= most)
            return
        print name " is " $2 ", more than " most
        failed = 1
    }
    {
        hold("month_bytes_an_article", 2500, articles >= 100000)
        hold("pages_plain_bytes_a_page", 3700, pages >= 900)
        hold("pages_tagged_bytes_a_page", 16000, pages >= 900)
        hold("pages_plain_layout_and_writing_resident_bytes_a_page", 20000, pages >= 900)
    }
    $1 == "mail_100_messages_peak_kB" { hundred = $2 }
    { hold("mail_1000_messages_peak_kB", hundred * 1.1, hundred > 0) }
    END { exit failed }' bench.tsv
