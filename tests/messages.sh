#!/bin/sh
# The translations: every message of the sources is in po/taklimat.pot and has its Indonesian in po/id.po, with the same places for
# values; and what is translated cannot reach an output file.
set -u
: "${top_srcdir:?run this through make check}" "${TAKLIMAT_SCRATCH:?}"
here=$TAKLIMAT_SCRATCH/messages.$$
mkdir -p "$here" && cd "$here" || exit 99
trap 'rm -rf "$here"' EXIT
failures=0
fail() {
    echo "FAIL: $*"
    failures=$((failures + 1))
}
mend="run 'make update-po' (Debian: gettext) and translate what po/id.po lacks"

# Errors and warnings are in the reader's language; only a fault of intake has its English for files besides.
cd "$top_srcdir/src" || exit 99
grep -rnE 'json_(member|string|key)[a-z_]*\(.*((error|cause|fault)(->|\.)message|(->|\.)told|translate[a-z_]*\(|\b_\()' . &&
    fail "a translated message is written to a file"
grep -rlE '(reject|fault|warnings?(\[[a-z]\])?)(->|\.)told\b' . | grep -vxE './intake/(fault|intake|paths)\.c|./cli/(stream|eval)\.c' && fail "'told' is for people: see intake/fault.h"
grep -rlE '\b(strerror|setlocale|gettext)(_r)? ?\(' . | grep -vxE './base/translate.c|./intake/intake.c|./cli/language.c' &&
    fail "not strerror but translate_cause, not gettext but _(): see base/translate.h"
# What the collector would cut off: a macro beside a literal
grep -rnE '(\b_|N_|translate_count|error_set|faults_add|message_line|fault_set|fault_print|tsv_row_error|register_fault|fields_wrong)\(' . |
    sed 's/"\([^"\\]\|\\.\)*"/""/g' | grep -E '""[[:space:]]*[A-Z][A-Z_]+|[A-Z][A-Z_]+[[:space:]]*""' && fail "a message holds a macro"
cd "$here" || exit 99

for tool in xgettext msgcmp msgfmt msgattrib; do
    command -v $tool >/dev/null || {
        echo "skipped: $tool is not installed (Debian: gettext)"
        [ "$failures" -eq 0 ] && exit 77
        exit 1
    }
done
"$top_srcdir/po/collect" >new.pot 2>warnings || fail "po/collect: $(cat warnings)"
[ "$(grep -c '^msgid "' new.pot)" -gt 400 ] || fail "po/collect finds $(grep -c '^msgid "' new.pot) messages only"
# both ways: none is missing, none is left over
msgcmp --use-untranslated "$top_srcdir/po/taklimat.pot" new.pot 2>missing || fail "po/taklimat.pot is not of these sources; $mend: $(cat missing)"
msgcmp --use-untranslated new.pot "$top_srcdir/po/taklimat.pot" 2>missing || fail "po/taklimat.pot has more than these sources; $mend: $(cat missing)"
msgcmp "$top_srcdir/po/id.po" new.pot 2>missing || fail "$mend: $(cat missing)"
msgfmt -c -o id.mo "$top_srcdir/po/id.po" 2>wrong || fail "po/id.po: $(cat wrong)"
[ "$(msgattrib --only-fuzzy "$top_srcdir/po/id.po" | wc -c)" -eq 0 ] || fail "po/id.po has fuzzy entries; look at them and take the mark away"
# msgfmt compares places of messages that xgettext took for formats: none may have escaped it
msgattrib --no-wrap new.pot | awk 'BEGIN { RS = "" } /\nmsgid .*%[-.*0-9]*(zu|lu|s|d|u|c)/ && !/c-format/' >unmarked
[ ! -s unmarked ] || fail "not seen as formats: $(cat unmarked)"
[ "$failures" -eq 0 ]
