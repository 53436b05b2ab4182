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

# picture FILE: a PNG of 64 by 48 pixels, a red rectangle on a transparent ground, by a palette of one bit.
picture() {
    printf '%b' '\0211\0120\0116\0107\0015\0012\0032\0012\0000\0000\0000\0015\0111\0110\0104\0122\0000\0000\0000\0100\0000'\
        '\0000\0000\0060\0001\0003\0000\0000\0000\0233\0205\0356\0134\0000\0000\0000\0006\0120\0114\0124\0105\0377'\
        '\0377\0377\0310\0036\0024\0004\0345\0377\0044\0000\0000\0000\0001\0164\0122\0116\0123\0000\0100\0346\0330'\
        '\0146\0000\0000\0000\0024\0111\0104\0101\0124\0170\0332\0143\0140\0040\0017\0374\0007\0203\0121\0006\0045'\
        '\0014\0162\0000\0000\0226\0013\0327\0051\0024\0027\0043\0263\0000\0000\0000\0000\0111\0105\0116\0104\0256'\
        '\0102\0140\0202' >"$1"
}

# office FOLDER: the configuration of an office with all its words, in eight lines, and its foreword.
office() {
    cat >"$1/taklimat.conf" <<'END'
organisation = "Dinas Contoh Pesisir"
number = "7/X/2024"
contact = "Jalan Laut 1"
foreword = "kata.txt"
place = "Muara"
signatory = "Ratna Dewi"
signatory_title = "Kepala Dinas"
signatory_id = "19800101"
END
    printf 'Satu.\n\nDua.\n' >"$1/kata.txt"
}

# reads_png: the program was built with libpng.
reads_png() { grep -q 'define HAVE_LIBPNG 1' "$top_builddir/config.h"; }

finish() {
    [ "$failures" -eq 0 ] || exit 1
    exit 0
}
