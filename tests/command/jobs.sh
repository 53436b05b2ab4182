#!/bin/sh
# Briefings set by several processes: the same bytes as by one, and nothing is published where one of them fails or dies.
. "$top_srcdir/tests/command/common.sh"
articles=$top_srcdir/samples/articles

for jobs in 1 2 4 99; do
    run report --month 2024-12 -j "$jobs" --review --out "out$jobs" "$articles"
    tells 0 "taklimat: published: out$jobs/2024-12"
    grep -o '[0-9]* regions, [0-9]* pages' err >"told$jobs"
    diff -r out1/2024-12 "out$jobs/2024-12" || fail "-j $jobs: other bytes"
    cmp told1 "told$jobs" || fail "-j $jobs: other figures"
done
run report --month 2024-12 --out default "$articles"
[ "$code" -eq 0 ] || fail "without -j: exit code $code: $(cat err)"
run report --month 2024-12 --out plain1 --plain -j 1 "$articles"
run report --month 2024-12 --out plain3 --plain --jobs 3 "$articles"
diff -r plain1 plain3 || fail "--plain: other bytes"

for wrong in 0 1000 -1 x 2.5 ''; do
    run report --month 2024-12 --jobs "$wrong" --out wrong "$articles"
    expect 64 "taklimat: --jobs wants a number from 1 to 999, not '$wrong'"
done

# limited ACTION ARGUMENT...: run, where no file may grow as large as the nation's briefing. The system then sends SIGXFSZ:
# ACTION SIG_IGN makes it an error of writing, SIG_DFL ends the process that wrote.
limited() {
    action=$1
    shift
    python3 -c 'import os, resource, signal, sys
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (260000, 260000))
signal.signal(signal.SIGXFSZ, getattr(signal, sys.argv[1]))
os.execvp(sys.argv[2], sys.argv[2:])' "$action" "$TAKLIMAT" "$@" >out 2>err </dev/null
    code=$?
}

# nothing FOLDER: nothing was published there, and nothing is left.
nothing() {
    [ "$(find "$1" -type f)" = "$1/.taklimat.lock" ] || fail "$1: left: $(find "$1")"
}

if ! command -v python3 >/dev/null 2>&1; then
    echo "not tried with a limit on files: python3 is not installed"
    finish
fi
size=$(wc -c <out1/2024-12/taklimat-2024-12.pdf)
most=$(wc -c out1/2024-12/*.csv out1/2024-12/*.json* out1/2024-12/[0-9]*.pdf | awk '$2 != "total" && $1 > most { most = $1 } END { print most }')
if [ "$size" -gt 260000 ] && [ "$most" -lt 260000 ]; then
    for jobs in 1 4; do
        limited SIG_IGN report --month 2024-12 -j "$jobs" --out full "$articles"
        [ "$code" -eq 74 ] || fail "-j $jobs: a full disk: exit code $code: $(cat err)"
        has err "taklimat: full/.2024-12.part/taklimat-2024-12.pdf: "
        cp err "full$jobs"
        nothing full
    done
    cmp full1 full4 || fail "other errors: $(cat full1 full4)"
    limited SIG_DFL report --month 2024-12 -j 4 --out dead "$articles"
    tells 70 "taklimat: a process that set pages was ended by signal "
    grep -v 'built without libxlsxwriter' err >told && mv told err
    count err 1
    nothing dead
else
    fail "the briefing of $size bytes is no longer the largest file ($most), or no longer over the limit"
fi
finish
