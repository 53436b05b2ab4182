#!/bin/sh
# The samples in other typography and surroundings (variants.py) must give the same facts, but for what tolerance.tsv allows.
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
command -v python3 >/dev/null 2>&1 || { echo "skipped: variants: python3 is not installed"; exit 77; }
exec python3 "$top_srcdir/tests/variants/variants.py" check "$top_srcdir/samples/gold.jsonl" \
    --tolerance "$top_srcdir/tests/variants/tolerance.tsv"
