#!/bin/sh
# Every source is formatted as .clang-format says. Only with clang-format 14: other versions see some lines differently.
set -u
: "${top_srcdir:=$(cd "$(dirname "$0")/.." && pwd)}"

formatter=
for name in clang-format-14 clang-format; do
    if command -v "$name" >/dev/null 2>&1 && "$name" --version | grep -q 'version 14\.'; then
        formatter=$name
        break
    fi
done
if [ -z "$formatter" ]; then
    echo "skipped: clang-format 14 is not installed (Debian: clang-format-14)"
    exit 77
fi
cd "$top_srcdir" || exit 99
list=$(find src tests -name '*.[ch]' | LC_ALL=C sort | while IFS= read -r file; do
    "$formatter" --style=file --dry-run -Werror "$file" 2>/dev/null || echo "$file"
done)
[ -z "$list" ] || {
    echo "$list"
    echo "are not formatted; to mend: $formatter -i FILE"
    exit 1
}
