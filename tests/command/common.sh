# What the command tests share; read with `. "$top_srcdir/tests/command/common.sh"`. Each test works in a folder of its own,
# in $here, and ends with `finish`.
set -u
: "${top_srcdir:?run this through make check}" "${TAKLIMAT:?}" "${TAKLIMAT_SCRATCH:?}"
name=${0##*/}
here=$TAKLIMAT_SCRATCH/${name%.sh}.$$
rm -rf "$here" && mkdir -p "$here" && cd "$here" || exit 99
trap 'rm -rf "$here"' EXIT
if [ -z "${TAKLIMAT_CONFIG-}" ]; then
    mkdir config && TAKLIMAT_CONFIG=$here/config && export TAKLIMAT_CONFIG || exit 99
fi
failures=0

fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}

# run ARGUMENT...: the program, with its output in out, its messages in err, its exit code in $code.
run() {
    # Unquoted: the wrapper is a command with options.
    $TAKLIMAT_WRAPPER "$TAKLIMAT" "$@" >out 2>err </dev/null
    code=$?
    case " $TAKLIMAT_WRAPPER " in *valgrind*) [ "$code" -ne 99 ] || fail "valgrind: taklimat $*: $(cat err)" ;; esac
}

# expect CODE MESSAGE: the exit code of the last run, and a line that must stand in its messages ("" for none at all).
expect() {
    [ "$code" -eq "$1" ] || fail "exit code $code, not $1; messages: $(cat err)"
    if [ -z "$2" ]; then
        [ ! -s err ] || fail "messages where there should be none: $(cat err)"
    else
        grep -qFx -- "$2" err || fail "no message '$2' in: $(cat err)"
    fi
}

# tells CODE TEXT: the exit code of the last run, and text that its messages hold.
tells() {
    [ "$code" -eq "$1" ] || fail "exit code $code, not $1; messages: $(cat err)"
    has err "$2"
}

# has FILE TEXT: the file holds the text.
has() {
    grep -qF -- "$2" "$1" || fail "$1 does not hold '$2': $(head -c 2000 "$1")"
}

# count FILE N: the file has N lines.
count() {
    lines=$(wc -l <"$1")
    [ "$lines" -eq "$2" ] || fail "$1 has $lines lines, not $2"
}

finish() {
    [ "$failures" -eq 0 ] || exit 1
    exit 0
}
