#!/bin/sh
# The units of systemd: understood as they are meant, and as shut in as they claim. The program of the build stands for the
# installed one.
. "$top_srcdir/tests/command/common.sh"
command -v systemd-analyze >/dev/null || {
    echo "no systemd-analyze here"
    exit 77
}
systemd=$top_srcdir/system/systemd
for kind in system user; do
    mkdir -p "$kind"
    cp "$systemd"/taklimat-*.timer "$systemd/taklimat-failed@.service" "$kind"
    for unit in report mail; do
        sed "s|@bindir@|$top_builddir|" "$systemd/$kind/taklimat-$unit.service.in" >"$kind/taklimat-$unit.service"
        ! grep -q '@[a-z]*@' "$kind/taklimat-$unit.service" || fail "$kind, $unit: something is not filled in"
    done
    # verify wants the folder of the manager in charge, and tells other units' faults, too
    mkdir -p run
    XDG_RUNTIME_DIR=$here/run SYSTEMD_LOG_COLOR=0 systemd-analyze verify --man=no "--$kind" "$here/$kind"/taklimat-report.* \
        "$here/$kind"/taklimat-mail.* "$here/$kind/taklimat-failed@x.service" >out 2>err || status=$?
    ! grep taklimat err | grep -v "on-failure is not executable" >faults || fail "$kind: $(cat faults)"
done
# in tenths: what has no network, and what has one
systemd-analyze security --offline=true --threshold=8 "$here/system/taklimat-report.service" >out 2>&1 ||
    fail "report is exposed: $(tail -n 3 out)"
systemd-analyze security --offline=true --threshold=15 "$here/system/taklimat-mail.service" >out 2>&1 ||
    fail "mail is exposed: $(tail -n 3 out)"

# When they begin after the middle of January 2025: six in the morning in Jakarta.
for timer in report:01 mail:04; do
    calendar=$(sed -n 's/^OnCalendar=//p' "$systemd/taklimat-${timer%:*}.timer")
    systemd-analyze calendar --base-time='2025-01-15 00:00:00 UTC' "$calendar" >out 2>&1 || fail "$calendar: $(cat out)"
    has out "2025-02-${timer#*:} 23:00:00 UTC"
done

# What a unit starts is a command line that the program takes: nothing is wrong but that there are no articles, no settings of mails.
for kind in system user; do
    command=$(sed -n 's/^ExecStart=//p' "$kind/taklimat-report.service" | sed "s|%[Sh]|$here/none|g; s|\$OPTIONS|--review|")
    # shellcheck disable=SC2086 # words
    set -- $command
    shift
    run "$@"
    expect 66 "taklimat: $here/none/taklimat/inbox: cannot read it: No such file or directory"
    command=$(sed -n 's/^ExecStart=//p' "$kind/taklimat-mail.service" | sed "s|%[Sh]|$here/none|g")
    # shellcheck disable=SC2086 # words
    set -- $command
    shift
    run "$@"
    ! grep -q 'define HAVE_MAIL 1' "$top_builddir/config.h" || tells 78 "'mail_from' is not set: who sends?"
done
finish
