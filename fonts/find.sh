#!/bin/sh
# find.sh MANIFEST [DIR]: says where each font of the manifest is: one line a font, `file TAB path`.
# Looks in DIR and below; without it beside the manifest (a tarball has the fonts there), then where the distributions put
# them. Exit 1 and the missing files' names on standard error if one is not found.
set -eu
manifest=$1
tab=$(printf '\t')

if [ $# -gt 1 ]; then
    roots=$2
else
    roots="$(dirname "$manifest")
/usr/share/fonts/truetype/paratype
/usr/share/fonts/paratype-pt-serif
/usr/share/fonts/paratype-pt-sans
/usr/share/fonts
/usr/local/share/fonts
${HOME:-/nonexistent}/Library/Fonts
/Library/Fonts
${HOME:-/nonexistent}/.local/share/fonts"
fi

# locate NAME: prints the first file of that name at or below the roots; sorted, so that the answer is always the same
locate() {
    printf '%s\n' "$roots" | while IFS= read -r root; do
        [ -d "$root" ] || continue
        if [ -f "$root/$1" ]; then
            printf '%s\n' "$root/$1"
            break
        fi
        hit=$(find -L "$root" -name "$1" -type f 2>/dev/null | LC_ALL=C sort | head -n 1)
        if [ -n "$hit" ]; then
            printf '%s\n' "$hit"
            break
        fi
    done
}

absolute() {
    (cd "$(dirname "$1")" && printf '%s/%s\n' "$(pwd)" "$(basename "$1")")
}

list=$(grep -v '^#' "$manifest" | cut -f 2,5 | while IFS=$tab read -r file also; do
    path=$(locate "$file")
    [ -n "$path" ] || path=$(locate "$also")
    if [ -n "$path" ]; then
        path=$(absolute "$path")
    fi
    printf '%s\t%s\n' "$file" "$path"
done)

lacking=$(printf '%s\n' "$list" | sed -n "s/$tab\$//p" | tr '\n' ' ')
if [ -n "$lacking" ]; then
    echo "${lacking% }" >&2
    exit 1
fi
printf '%s\n' "$list"
