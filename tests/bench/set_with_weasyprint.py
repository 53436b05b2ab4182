"""Sets the blocks (blocks.h) with WeasyPrint: python3 set_with_weasyprint.py BLOCKS.json OUT.pdf"""
import json
import os
import sys
from html import escape

try:
    import weasyprint
except ImportError:
    print("skipped: apt-get install weasyprint", file=sys.stderr)
    sys.exit(77)

TAGS = {"title": "h1", "h1": "h1", "h2": "h2", "h3": "h3"}
FILES = {"serif": "PTF55F", "serif-bold": "PTF75F", "serif-italic": "PTF56F", "serif-bold-italic": "PTF76F",
         "sans": "PTS55F", "sans-bold": "PTS75F", "sans-italic": "PTS56F", "sans-bold-italic": "PTS76F"}
CSS = """
@page { size: %gpt %gpt; margin: 25mm 20mm 22mm 20mm; @bottom-center { content: counter(page); font: 8pt sans } }
html { hyphens: auto; line-height: 1.38 } h1, h2, h3, p { margin: 0 0 .5em; font-weight: normal } a { color: inherit; text-decoration: none }
table { border-collapse: collapse; width: 100%%; table-layout: fixed } td, th { border-bottom: .5pt solid grey; text-align: left; vertical-align: top; font-weight: normal }
"""


class Setter:
    def __init__(self):
        self.classes = {}

    def name(self, run):
        return self.classes.setdefault((run["face"], run["size"]), f"c{len(self.classes)}")

    def words(self, block):
        for anchor in block["anchors"]:
            yield f'<span id="a{anchor}"></span>'
        first = self.name(block["runs"][0])
        for run in block["runs"]:
            text, name = escape(run["text"]), self.name(run)
            inner = f' class="{name}"' if name != first else ""
            if run["link"] is not None:
                address = f"#a{run['link']}" if isinstance(run["link"], int) else escape(run["link"])
                text = f'<a href="{address}"{inner}>{text}</a>'
            elif inner:
                text = f"<span{inner}>{text}</span>"
            yield text

    def element(self, tag, block):
        return f'<{tag} class="{self.name(block["runs"][0])}">{"".join(self.words(block))}</{tag}>'

    def table(self, rows):
        columns = max(map(len, rows))
        share = 100 / (columns + 1)
        yield f'<table><col style="width: {2 * share:.2f}%">'
        for number, row in enumerate(rows):
            cells = "".join(self.element("td" if number else "th", cell) for cell in row) + "<td></td>" * (columns - len(row))
            yield f"<tr>{cells}</tr>" if number else f"<thead><tr>{cells}</tr></thead><tbody>"
        yield "</tbody></table>"

    def style(self):
        for name, file in FILES.items():
            yield f'@font-face {{ font-family: "{name}"; src: url("file://{os.environ["TAKLIMAT_FONTS"]}/{file}.ttf") }}'
        for (face, size), name in self.classes.items():
            yield f'.{name} {{ font-family: "{face}"; font-size: {size / 1000}pt; text-align: {"justify" if face.startswith("serif") else "left"} }}'


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        content = json.load(file)
    setter, body = Setter(), []
    for block in content["blocks"]:
        if block["kind"] == "table":
            body.extend(setter.table(block["rows"]))
        else:
            body.append(setter.element(TAGS.get(block["kind"], "p"), block))
    css = CSS % (content["width"] / 1000, content["height"] / 1000) + "\n".join(setter.style())
    weasyprint.HTML(string=f'<html lang="id"><head><style>{css}</style></head><body>{"".join(body)}</body></html>').write_pdf(sys.argv[2])
    print("WeasyPrint", weasyprint.__version__)


main()
