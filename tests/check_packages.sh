#!/bin/sh
# The libraries that quickstart installs in Debian are those that the Debian package is built with.
set -u
: "${top_srcdir:?run this through make check}"
libraries() { grep -oE '(lib[a-z0-9.-]+|zlib1g)-dev|fonts-paratype|icc-profiles-free|gettext' | grep -v libc6-dev | sort -u; }
ours=$(sed -n "/^debian='/,/'\$/p" "$top_srcdir/quickstart" | libraries)
package=$(sed -n '/^Build-Depends/,/^Standards/p' "$top_srcdir/debian/control" | libraries)
[ "$(echo "$ours" | wc -l)" -ge 10 ] || { echo "quickstart's list was not found"; exit 1; }
[ "$ours" = "$package" ] || { echo "quickstart installs:" $ours; echo "debian/control wants:" $package; exit 1; }
