#!/bin/sh
# Runs that meet others, are asked to stop or are killed: what is left, and what the next run does.
. "$top_srcdir/tests/command/common.sh"
articles=$top_srcdir/samples/articles

# What killed runs left is removed, and told, whichever month it was; nothing else is, and no link is followed.
mkdir -p killed/.2024-12.part killed/.2024-11.part victim
: >victim/precious
: >killed/.2024-12.part/facts.jsonl
ln -s ../../victim/precious killed/.2024-12.part/link
ln -s ../victim killed/.2024-10.part
: >killed/.2024-09.part
mkdir killed/.2024-12.partial killed/.x2024-12.part killed/2024-08.part killed/.part
run report --month 2024-12 --out killed "$articles"
expect 0 "taklimat: removed what a run that was killed had left: killed/.2024-12.part"
has err "killed/.2024-11.part"
[ "$(grep -c removed err)" -eq 2 ] || fail "more was removed: $(cat err)"
[ ! -e killed/.2024-12.part ] || fail "the folder is still there"
[ -f victim/precious ] || fail "a link was followed"
for left in .2024-10.part .2024-09.part .2024-12.partial .x2024-12.part 2024-08.part .part; do
    [ -e "killed/$left" ] || fail "$left was removed"
done

# What is in the way of the new run's own folder: nothing is published.
mkdir -p way/.2024-12.part/folder linked
ln -s ../victim linked/.2024-12.part
ln -s ../victim/lock linked/.taklimat.lock
for out in way linked; do
    run report --month 2024-12 --out "$out" "$articles"
    [ "$code" -eq 73 ] || fail "$out: exit code $code: $(cat err)"
done
expect 73 "taklimat: linked/.taklimat.lock: refused: is a symbolic link"
[ ! -e victim/lock ] || fail "the lock followed a link"

# One run at a time, held up here by its input: the other is told who is at it. One that is asked to stop takes away what
# it began, and ends by that signal.
mkfifo slow
for signal in TERM INT HUP; do
    # A signal that is ignored stays ignored: SIGINT is in a shell's background, SIGHUP below nohup.
    default="env --default-signal=$signal"
    if ! $default true 2>/dev/null; then
        [ "$signal" = TERM ] || continue
        default=
    fi
    exec 5<>slow # both ways, so that nothing waits for the other end
    $default "$TAKLIMAT" report --month 2024-12 --out busy - <slow >out 2>held 5>&- &
    holder=$!
    cat "$articles"/ekspor/*.jsonl >&5
    tries=0
    until [ -e busy/.2024-12.part ] || [ "$tries" -ge 200 ]; do sleep 0.05; tries=$((tries + 1)); done
    run report --month 2024-11 --out busy "$articles"
    expect 75 "taklimat: busy: another run (process $holder) is publishing here; try again"
    kill -s "$signal" "$holder"
    echo '{"text":"Bupati Lahat mengimbau ASN netral.","date":"2024-12-01"}' >&5
    exec 5>&-
    wait "$holder"
    [ $? -gt 128 ] || fail "SIG$signal: exit code $?"
    has held "stopped by SIG$signal"
    [ "$(ls -A busy)" = .taklimat.lock ] || fail "SIG$signal: left behind: $(ls -A busy)"
done

# What goes to systemd's journal has levels; elsewhere a line has none. A command is told of a failure, and of nothing else.
mkdir office
printf '%s\n' 'on_failure = "echo \"$1 $2\" >>told; exit 3"' >office/taklimat.conf
: >err
JOURNAL_STREAM=$(stat -c %d:%i err) run report --config office --month 2024-12 --out levels "$articles"
has err '<6>taklimat: published: levels/2024-12'
[ ! -e told ] || fail "told of no failure: $(cat told)"
: >err
JOURNAL_STREAM=$(stat -c %d:%i err) run report --config office --month 2031-12 --out levels "$articles"
tells 66 '<3>taklimat: no article of 2031-12'
has err '<4>taklimat: on_failure has failed itself'
[ "$(cat told)" = "report 66" ] || fail "told: $(cat told)"
JOURNAL_STREAM=1:1 run report --config office --month 2031-12 --out levels "$articles"
[ "$(grep -c '^taklimat: ' err)" -eq "$(wc -l <err)" ] || fail "levels where there is no journal: $(cat err)"
run extract --config office nothing.jsonl
[ "$(wc -l <told)" -eq 2 ] || fail "told of other commands, too: $(cat told)"

# Killed at any moment: what was published stays as it was, to the byte, and the next run completes.
run report --month 2025-01 --out old "$articles"
published=$(find old/2025-01 -type f | LC_ALL=C sort | xargs cat | cksum)
run report --month 2024-12 --out whole "$articles"
kills=${TAKLIMAT_KILLS-6}
number=0
while [ "$number" -lt "$kills" ]; do
    rm -rf old/2024-12
    "$TAKLIMAT" report --month 2024-12 --out old "$articles" >out 2>err &
    victim=$!
    sleep "0.$(printf %03d $((number * 613 % 400)))"
    kill -KILL "$victim" 2>/dev/null
    wait "$victim" 2>/dev/null
    if [ -e old/2024-12 ]; then
        diff -r whole/2024-12 old/2024-12 || fail "killed after $number: the month differs"
    fi
    [ "$published" = "$(find old/2025-01 -type f | LC_ALL=C sort | xargs cat | cksum)" ] || fail "killed after $number: the other month changed"
    run report --month 2024-12 --out old "$articles"
    [ "$code" -eq 0 ] || fail "after a kill: exit code $code: $(cat err)"
    diff -r whole/2024-12 old/2024-12 || fail "after a kill: the month differs"
    [ "$(ls -A old | LC_ALL=C sort | tr '\n' ' ')" = ".taklimat.lock 2024-12 2025-01 " ] || fail "after a kill: $(ls -A old)"
    number=$((number + 1))
done
finish
