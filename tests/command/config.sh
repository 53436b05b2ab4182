#!/bin/sh
# The configuration as the commands see it: what is wrong in it ends them with one line and exit code 78.
. "$top_srcdir/tests/command/common.sh"
mkdir conf
TAKLIMAT_CONFIG=$here/conf
export TAKLIMAT_CONFIG
conf=$here/conf/taklimat.conf
printf 'Bupati meminta warga waspada.\n' >article.txt

# wrong LINE MESSAGE: the file is refused, in one line that begins so.
wrong() {
    run extract article.txt
    [ "$code" -eq 78 ] || fail "exit code $code, not 78, for: $(cat "$conf")"
    count err 1
    case $(cat err) in
        "taklimat: $conf:$1: $2"*) ;;
        *) fail "not 'taklimat: $conf:$1: $2…' but: $(cat err)" ;;
    esac
}

run extract article.txt
expect 0 ""
printf '# nothing\n' >"$conf"
run extract article.txt
expect 0 ""
printf '\nregisters = {"a"}\n' >"$conf"
wrong 2 "no such option 'registers'"
printf 'topic_threshold = yes\n' >"$conf"
wrong 1 "'topic_threshold' wants a whole number from 1 to 1000, not 'yes'"
printf 'register = {"a", "b"\n' >"$conf"
wrong 1 "the list that begins here is not closed by }"
printf 'register = {"a", "b"\ntopics = "c"\n' >"$conf"
wrong 1 "the list that begins here is not closed by }"

for command in "extract article.txt" "report --month 2024-08 article.txt" "show article.txt" "merge article.txt"; do
    # Words of a command line.
    run $command
    [ "$code" -eq 78 ] || fail "$command: exit code $code, not 78"
done
run extract --help
expect 0 ""

rm -f "$conf" && mkdir "$conf"
run extract article.txt
[ "$code" -eq 78 ] || fail "a folder instead of a file: exit code $code"
rmdir "$conf"
TAKLIMAT_CONFIG=$here/none
run extract article.txt
expect 78 "taklimat: $here/none: TAKLIMAT_CONFIG names no folder"
finish
