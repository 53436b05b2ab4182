#!/bin/sh
# accuracy.sh [FOLDER]: measures the extraction on annotated articles and compares each figure with the one recorded in
# accuracy.tsv. FOLDER (by default ../shared/eval beside the checkout) holds score.py and the annotated sets.
# TAKLIMAT and TAKLIMAT_DATA say which program to measure, by default that of build/. Not part of `make check`: the
# annotated articles are not the project's to distribute. Exit 1 if a figure fell, 77 if there is nothing to measure with.
set -eu
: "${top_srcdir:=$(cd "$(dirname "$0")/.." && pwd)}"
: "${TAKLIMAT:=$top_srcdir/build/taklimat}"
: "${TAKLIMAT_DATA:=$top_srcdir/build/data}"
export TAKLIMAT_DATA
folder=${1:-$top_srcdir/../shared/eval}

skip() { echo "skipped: accuracy: $*"; exit 77; }
command -v python3 >/dev/null 2>&1 || skip "python3 is not installed"
[ -f "$folder/score.py" ] || skip "no $folder/score.py"
[ -x "$TAKLIMAT" ] || skip "no program $TAKLIMAT"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
mkdir "$work/config"
TAKLIMAT_CONFIG=$work/config
export TAKLIMAT_CONFIG

# gold SET: where the annotations of a set are
gold() {
    case $1 in
        samples) echo "$top_srcdir/samples/gold.jsonl" ;;
        pfsa) echo "$folder/pfsa_dev.jsonl" ;;
        *) echo "$folder/gold_$1.jsonl" ;;
    esac
}

failed=0
for set in $(grep -v '^#' "$top_srcdir/tests/accuracy.tsv" | cut -f 1 | LC_ALL=C sort -u); do
    gold=$(gold "$set")
    if [ ! -f "$gold" ]; then
        echo "skipped: accuracy: no $gold"
        continue
    fi
    python3 "$folder/score.py" --inputs "$gold" >"$work/in.jsonl"
    # pfsa's dates are not all of a form that can be read: that is told, and not measured here
    "$TAKLIMAT" extract - <"$work/in.jsonl" >"$work/facts.jsonl" 2>"$work/log" || { cat "$work/log"; failed=1; }
    python3 "$folder/score.py" "$gold" "$work/facts.jsonl" --json >"$work/score.json"
    python3 - "$set" "$top_srcdir/tests/accuracy.tsv" "$work/score.json" <<'END' || failed=1
import json
import sys

name, recorded, score = sys.argv[1:]
score = json.load(open(score, encoding="utf-8"))
fell = 0
if score["missing"] or score["broken"]:
    print(f"{name}: {score['missing']} articles without facts, broken facts: {score['broken']}")
    fell = 1
for line in open(recorded, encoding="utf-8"):
    if line.startswith("#") or not line.strip():
        continue
    which, kind, figure = line.rstrip("\n").split("\t")[:3]
    if which != name:
        continue
    got = score.get(kind)
    value = None if got is None else got["f"] if "f" in got else got["accuracy"]
    # speaker_wrong counts mistakes: there less is better
    worse = value is None or (value > float(figure) + 5e-4 if kind == "speaker_wrong" else value < float(figure) - 5e-4)
    shown = "missing" if value is None else f"{value:.3f}"
    print(f"{name:8} {kind:20} {shown}, recorded {figure}{'  FELL' if worse else ''}")
    fell |= worse
sys.exit(fell)
END
done
exit $failed
