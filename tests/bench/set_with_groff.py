"""Sets the blocks (blocks.h) with groff: python3 set_with_groff.py BLOCKS.json OUT.pdf

Times and Helvetica stand in for PT Serif and PT Sans: groff has no way to read a TrueType font."""
import json
import re
import shutil
import subprocess
import sys

FONTS = {"serif": "TR", "serif-bold": "TB", "serif-italic": "TI", "serif-bold-italic": "TBI",
         "sans": "HR", "sans-bold": "HB", "sans-italic": "HI", "sans-bold-italic": "HBI"}
LEVELS = {"title": 1, "h1": 1, "h2": 2, "h3": 3}


def plain(run):
    text = run["text"].strip().replace("\\", "\\[rs]").replace('"', "\\[dq]")
    return f"\\f[{FONTS[run['face']]}]" + re.sub(r"^(['.])", r"\\&\1", text)


def lines_of(block):
    """The anchors and runs of a block."""
    for anchor in block["anchors"]:
        yield f".pdfhref M -N a{anchor}"
    for run in block["runs"]:
        if run["link"] is None:
            yield plain(run)
        elif isinstance(run["link"], int):
            yield f".pdfhref L -D a{run['link']} -- {plain(run)}"
        else:
            yield f".pdfhref W -D {run['link']} -- {plain(run)}"


def table(rows):
    columns = max(map(len, rows))
    width = 6.4 / (columns + 1)
    yield ".LP\n.TS H"
    yield f"lw({2 * width:.2f}i)" + f" lw({width:.2f}i)" * (columns - 1) + "."
    for number, row in enumerate(rows):
        yield "\t".join("\n".join(["T{", *lines_of(cell), "T}"]) for cell in row)
        yield "_"
        if number == 0:
            yield ".TH"
    yield ".TE"


def source(content):
    yield f".nr PO {20 / 25.4}i\n.nr LL {content['width'] / 1000 - 113.4}p\n.nr PS 10\n.nr VS 14\n.ds CH\n.ds CF %\n.LP"
    for block in content["blocks"]:
        if block["kind"] == "table":
            yield from table(block["rows"])
            continue
        first = block["runs"][0]
        size = first["size"] / 1000
        if block["kind"] in LEVELS:
            yield ".SH"
            yield f".pdfbookmark {LEVELS[block['kind']]} {first['text']}"
        else:
            yield ".LP"
        yield f".ad {'b' if first['face'].startswith('serif') else 'l'}\n.ps {size}\n.vs {size * 1.38}p"
        yield from lines_of(block)


def main():
    if not shutil.which("gropdf"):
        print("skipped: apt-get install groff", file=sys.stderr)
        sys.exit(77)
    with open(sys.argv[1], encoding="utf-8") as file:
        content = json.load(file)
    with open(sys.argv[2], "wb") as out:
        subprocess.run(["groff", "-Tpdf", "-k", "-Kutf8", "-t", "-ms", "-P-pa4"], input="\n".join(source(content)).encode() + b"\n",
                       stdout=out, stderr=subprocess.DEVNULL, check=True)
    version = subprocess.run(["groff", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    print(version)


main()
