#!/bin/sh
# Sending is killed at random moments; nobody gets two messages and none is lost: tests/mail/kill.py. KILLS and RECIPIENTS for more of both.
. "$top_srcdir/tests/mail/common.sh"
python3 "$top_srcdir/tests/mail/kill.py" "$driver" "${KILLS:-5}" "${RECIPIENTS:-20}" || fail "kills: see above"
finish
