#!/bin/sh
# The picture in README.md: the front page of the samples' briefing of January 2025, compared with December. `make picture` calls
# it with the file to write, which is to be looked at.
set -eu
: "${TAKLIMAT:?run this through make picture}" "${top_srcdir:?}"
command -v pdftoppm >/dev/null || {
    echo "picture: pdftoppm not found (poppler-utils)" >&2
    exit 1
}
folder=$TAKLIMAT_SCRATCH/picture.$$
mkdir -p "$folder"
trap 'rm -rf "$folder"' EXIT
for month in 2024-12 2025-01; do
    "$TAKLIMAT" report --month $month --out "$folder" "$top_srcdir/samples/articles"
done
pdftoppm -r 72 -f 1 -l 1 -singlefile -png "$folder/2025-01/taklimat-2025-01.pdf" "$folder/page"
cp "$folder/page.png" "$1"
