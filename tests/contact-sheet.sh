#!/bin/sh
# All pages of the samples' briefing as one picture, for people: `make contact-sheet` calls it with the file to write.
# What is looked for is in HACKING.md, "The page".
set -eu
: "${TAKLIMAT:?run this through make contact-sheet}" "${top_srcdir:?}"
sheet=$1
for program in pdftoppm montage; do
    command -v $program >/dev/null 2>&1 || {
        echo "contact-sheet: $program not found (Debian, Fedora: poppler-utils and ImageMagick)" >&2
        exit 1
    }
done
folder=$TAKLIMAT_SCRATCH/contact-sheet.$$
mkdir -p "$folder"
trap 'rm -rf "$folder"' EXIT
"$TAKLIMAT" report --month "${CONTACT_MONTH:-2024-12}" --review --out "$folder" ${CONTACT_ARTICLES:-"$top_srcdir/samples/articles"} >/dev/null
pdftoppm -r "${CONTACT_DPI:-60}" -png "$folder/${CONTACT_MONTH:-2024-12}"/taklimat-*.pdf "$folder/page"
montage "$folder"/page-*.png -tile 6x -geometry +8+8 -background '#808080' "$sheet"
echo "$sheet: $(find "$folder" -name 'page-*.png' | wc -l) pages"
