#!/bin/sh
# File systems that are full, at whatever file, or read-only: one line that names the file, nothing published, nothing left behind, and
# the months that were there stay. The file systems are mounted in a namespace of their own.
namespace="unshare --mount"
[ "$(id -u)" -eq 0 ] || namespace="unshare --user --map-root-user --mount"
if [ "${1-}" != inside ]; then
    if ! $namespace mount -t tmpfs tmpfs /mnt 2>/dev/null; then
        echo "SKIP: disks: no file system can be mounted here"
        exit 77
    fi
    exec $namespace "$0" inside
fi
. "$top_srcdir/tests/command/common.sh"
articles=$top_srcdir/samples/articles/txt
mkdir disk
trap 'umount "$here/disk" 2>/dev/null; rm -rf "$here"' EXIT

# full OPTION NAME: on a file system mounted so, the run ends at NAME
full() {
    mount -t tmpfs -o "$1" tmpfs disk || fail "mount $1"
    run report --month 2024-12 --review --out disk/b "$articles"
    tells 74 "No space left on device"
    has err "disk/b/$2"
    [ -z "$(ls -A disk/b 2>/dev/null | grep -vFx .taklimat.lock)" ] || fail "$1: left behind: $(ls -A disk/b)"
    umount disk
}

full size=4k .2024-12.part/facts.jsonl
full size=120k .2024-12.part/
full size=400k .2024-12.part/
full nr_inodes=2 .taklimat.lock
full nr_inodes=3 .2024-12.part
full nr_inodes=5 .2024-12.part/rejected.jsonl
full nr_inodes=9 .2024-12.part/
full nr_inodes=16 .2024-12.part/

# A month that was published while there was room stays as it was, and completes again once there is some.
mount -t tmpfs -o size=3m tmpfs disk
run report --month 2025-01 --out disk/b "$articles"
tells 0 "published: disk/b/2025-01"
before=$(find disk/b/2025-01 -type f | LC_ALL=C sort | xargs cat | cksum)
head -c 3000000 /dev/zero >disk/filler 2>/dev/null
run report --month 2024-12 --out disk/b "$articles"
tells 74 "No space left on device"
rm disk/filler
[ "$before" = "$(find disk/b/2025-01 -type f | LC_ALL=C sort | xargs cat | cksum)" ] || fail "the month before changed"
run report --month 2024-12 --plain --out disk/b "$articles"
tells 0 "published: disk/b/2024-12"

mount -o remount,ro disk
run report --month 2024-11 --out disk/b "$articles"
expect 73 "taklimat: disk/b/.taklimat.lock: cannot create the lock: Read-only file system"
count err 1
run report --month 2024-12 --out disk/other "$articles"
expect 73 "taklimat: disk/other: cannot create the folder: Read-only file system"
run extract -o disk/facts.jsonl "$articles"
expect 73 "taklimat: disk/facts.jsonl: cannot create: Read-only file system"
umount disk

# A spool on a full disk: nothing half written stays, nothing is sent, and the ledger holds only what is there.
if grep -q 'define HAVE_MAIL 1' "$top_builddir/config.h"; then
    mkdir office
    printf 'recipients = "recipients.csv"\nmail_from = "a@contoh.go.id"\nstate = "../disk/state"\nsmtp = "smtp+plain://localhost:1"\n' >office/taklimat.conf
    printf 'address,name,regions,language,format\nbudi@contoh.go.id,,nasional,,\nsiti@contoh.go.id,,nasional,,text\n' >office/recipients.csv
    run report --month 2024-12 --plain --out b "$articles"
    for size in 8k 90k; do
        mount -t tmpfs -o "size=$size" tmpfs disk
        run mail --config office --month 2024-12 --out b --send
        [ "$code" -eq 74 ] || fail "a spool of $size: exit code $code: $(cat err)"
        count err 1
        [ -z "$(find disk -name '*.eml' -o -name '*.part')" ] || fail "left behind: $(find disk)"
        umount disk
    done
    mount -t tmpfs -o nr_inodes=6 tmpfs disk
    run mail --config office --month 2024-12 --out b --send
    tells 73 "disk/state/spool: cannot create the folder: No space left on device"
    umount disk
fi
finish
