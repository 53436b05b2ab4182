#!/bin/sh
# The tour of README.md, as it stands there: every command does what it promises.
. "$top_srcdir/tests/command/common.sh"
sed -n '/^## A tour/,/^## Your own/p' "$top_srcdir/README.md" | sed -n '/^```sh$/,/^```$/p' | grep -v '^```' >tour
[ "$(grep -c ^taklimat tour)" -ge 6 ] || fail "no tour in README.md"
ln -s "$top_srcdir/samples" samples
taklimat() { $TAKLIMAT_WRAPPER "$TAKLIMAT" "$@" || fail "taklimat $*: exit code $?"; }
. ./tour >out 2>err </dev/null
[ "$failures" -eq 0 ] || cat err

has out 'c-7ef9a1;txt/wonogiri-01;'
sed -n 2p briefing/2024-12/review.csv | grep -q '^c-7ef9a1;' || fail "the first line of review.csv is another: $(sed -n 2p briefing/2024-12/review.csv)"
has out 'PP) 94/2020'
has err 'published: briefing/2024-12-r2'
has briefing/2024-12/citations.csv 'c-7ef9a1;'
grep '^c-7ef9a1;' briefing/2024-12-r2/citations.csv | grep -q ';2021;' || fail "the decision did nothing"
has briefing/2025-01/run.json '"compared_with":{"folder":"2024-12-r2"'
[ "$(head -c 5 jateng.pdf)" = %PDF- ] || fail "no jateng.pdf"
finish
