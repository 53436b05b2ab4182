#!/bin/sh
# The command line itself: help, version, and what is said to wrong arguments.
. "$top_srcdir/tests/command/common.sh"

run --version
expect 0 ""
has out "taklimat 0."
run --help
expect 0 ""
for command in report extract merge render show check eval; do
    has out "  $command"
    run $command --help
    expect 0 ""
    has out "Usage: taklimat $command"
    run $command -h
    expect 0 ""
    run --help
done

run
expect 64 "taklimat: a command is missing; try 'taklimat --help'"
run help
expect 0 ""
cp out help && run --help && cmp -s out help || fail "'help' is not '--help'"
run help report
expect 0 ""
has out "Usage: taklimat report"
run help raport
expect 64 "taklimat: 'raport' is no command; is 'report' meant?"
run -V
expect 0 ""
has out "taklimat 0."
run reprot --month 2024-08
expect 64 "taklimat: 'reprot' is no command; is 'report' meant?"
run report --reveiw
expect 64 "taklimat: '--reveiw' is no option of 'taklimat report'; is '--review' meant?"
run nonsense
expect 64 "taklimat: 'nonsense' is no command; try 'taklimat --help'"
run report --nonsense
expect 64 "taklimat: try 'taklimat report --help'"
run report --month
expect 64 "taklimat: option '--month' needs a value"
run report inbox
expect 64 "taklimat: --month is missing, such as --month 2024-08"
for month in 2024-13 2024-8 08-2024 2024-08-01 Last ""; do
    run report --month "$month" inbox
    expect 64 "taklimat: --month wants a month such as 2024-08, or last, not '$month'"
done
run report --month 2024-08
expect 64 "taklimat: no articles were named; give a folder or files, - for standard input, or 'inbox' in the configuration"
run report --month 2024-08 --issued tomorrow inbox
expect 64 "taklimat: --issued wants a date such as 2024-09-01, not 'tomorrow'"
run report --month 2024-08 --separator x inbox
expect 64 "taklimat: --separator wants ; or , and not 'x'"
run merge --month 2024
expect 64 "taklimat: --month wants a month such as 2024-08, or last, not '2024'"
run render --region 99.99 none.json
expect 64 "taklimat: '99.99' is no region's code or name"
run render --dump=pages none.json
expect 64 "taklimat: --dump knows 'finished' and 'review', not 'pages'"

run extract --output x --rejects x -
expect 64 "taklimat: --output and --rejects name the same file"

# A full standard output is an error, too.
if [ -e /dev/full ]; then
    "$TAKLIMAT" --help >/dev/full 2>err
    code=$?
    expect 74 "taklimat: cannot write to standard output"
fi

# Without its data the program says what is missing.
(TAKLIMAT_DATA=$here/none && export TAKLIMAT_DATA && "$TAKLIMAT" extract - </dev/null >out 2>err)
code=$?
expect 78 "taklimat: $here/none/tables: cannot read the folder of tables: No such file or directory"
finish
