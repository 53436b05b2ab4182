#!/bin/sh
# Composed messages, read back by other people's code: tests/mail/parse.py. LETTERS for more of them.
. "$top_srcdir/tests/mail/common.sh"
python3 "$top_srcdir/tests/mail/parse.py" "$top_builddir/tests/mail/letter" "${LETTERS:-40}" || fail "see above"
finish
