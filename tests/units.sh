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
    cp "$systemd/taklimat-report.timer" "$systemd/taklimat-failed@.service" "$kind"
    sed "s|@bindir@|$top_builddir|" "$systemd/$kind/taklimat-report.service.in" >"$kind/taklimat-report.service"
    ! grep -q '@[a-z]*@' "$kind"/taklimat-report.service || fail "$kind: something is not filled in"
    # verify wants the folder of the manager in charge, and tells other units' faults, too
    mkdir -p run
    XDG_RUNTIME_DIR=$here/run SYSTEMD_LOG_COLOR=0 systemd-analyze verify --man=no "--$kind" \
        "$here/$kind/taklimat-report.service" "$here/$kind/taklimat-report.timer" "$here/$kind/taklimat-failed@x.service" >out 2>err ||
        status=$?
    ! grep taklimat err | grep -v "on-failure is not executable" >faults || fail "$kind: $(cat faults)"
done
systemd-analyze security --offline=true --threshold=8 "$here/system/taklimat-report.service" >out 2>&1 ||
    fail "exposed: $(tail -n 3 out)"

sed -n 's/^OnCalendar=//p' "$systemd/taklimat-report.timer" >calendar
read -r calendar <calendar
systemd-analyze calendar --base-time='2025-01-15 00:00:00 UTC' "$calendar" >out 2>&1 || fail "$calendar: $(cat out)"
has out "2025-02-01 23:00:00 UTC"

# What a unit starts is a command line that the program takes: nothing is wrong but that there are no articles.
for kind in system user; do
    command=$(sed -n 's/^ExecStart=//p' "$kind/taklimat-report.service" | sed "s|%[Sh]|$here/none|g; s|\$OPTIONS|--review|")
    # shellcheck disable=SC2086 # words
    set -- $command
    shift
    run "$@"
    expect 66 "taklimat: $here/none/taklimat/inbox: cannot read it: No such file or directory"
done
finish
