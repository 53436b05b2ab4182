"""Sets the blocks (blocks.h) with ReportLab: python3 set_with_reportlab.py BLOCKS.json OUT.pdf"""
import json
import os
import sys
from xml.sax.saxutils import escape

try:
    import reportlab
    from reportlab.lib import colors
    from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
except ImportError:
    print("skipped: apt-get install python3-reportlab", file=sys.stderr)
    sys.exit(77)

FILES = {"serif": "PTF55F", "serif-bold": "PTF75F", "serif-italic": "PTF56F", "serif-bold-italic": "PTF76F",
         "sans": "PTS55F", "sans-bold": "PTS75F", "sans-italic": "PTS56F", "sans-bold-italic": "PTS76F"}
LEVELS = {"title": 0, "h1": 0, "h2": 1, "h3": 2}
MM = 72 / 25.4
LONGEST = 80  # runs of a cell


class Heading(Paragraph):
    """Puts itself into the outline."""

    def draw(self):
        key = f"h{id(self)}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(self.getPlainText(), key, self.level)
        super().draw()


class Setter:
    def __init__(self):
        self.styles = {}
        self.deepest = -1

    def style(self, run):
        key = run["face"], run["size"]
        if key not in self.styles:
            size = run["size"] / 1000
            self.styles[key] = ParagraphStyle(f"s{len(self.styles)}", fontName=run["face"], fontSize=size, leading=size * 1.38, spaceAfter=size / 2,
                                              alignment=TA_JUSTIFY if run["face"].startswith("serif") else TA_LEFT)
        return self.styles[key]

    def paragraph(self, block):
        words = [f'<a name="a{anchor}"/>' for anchor in block["anchors"]]
        first = block["runs"][0]
        for run in block["runs"]:
            text = escape(run["text"])
            if (run["face"], run["size"]) != (first["face"], first["size"]):
                text = f'<font name="{run["face"]}" size="{run["size"] / 1000}">{text}</font>'
            if run["link"] is not None:
                address = f"#a{run['link']}" if isinstance(run["link"], int) else escape(run["link"], {'"': "&quot;"})
                text = f'<a href="{address}">{text}</a>'
            words.append(text)
        level = LEVELS.get(block["kind"])
        if level is None:
            return Paragraph("".join(words), self.style(first))
        heading = Heading("".join(words), self.style(first))
        self.deepest = heading.level = min(level, self.deepest + 1)
        heading.keepWithNext = True
        return heading

    @staticmethod
    def cut(rows):
        """A row is never parted by ReportLab: one that may be higher than a page becomes several."""
        for row in rows:
            for at in range(0, max(len(cell["runs"]) for cell in row), LONGEST):
                yield [dict(cell, runs=cell["runs"][at:at + LONGEST] or [dict(cell["runs"][0], text="")], anchors=cell["anchors"] if at == 0 else [])
                       for cell in row]

    def table(self, rows, width):
        columns = max(map(len, rows))
        rows = list(self.cut(rows))
        cells = [[self.paragraph(cell) for cell in row] + [""] * (columns - len(row)) for row in rows]
        share = width / (columns + 1)
        return Table(cells, colWidths=[2 * share] + [share] * (columns - 1), repeatRows=1,
                     style=[("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def footer(canvas, document):
    canvas.setFont("sans", 8)
    canvas.drawCentredString(document.pagesize[0] / 2, 12 * MM, str(document.page))


def main():
    for name, file in FILES.items():
        pdfmetrics.registerFont(TTFont(name, os.path.join(os.environ["TAKLIMAT_FONTS"], file + ".ttf")))
    with open(sys.argv[1], encoding="utf-8") as file:
        content = json.load(file)
    size = content["width"] / 1000, content["height"] / 1000
    document = SimpleDocTemplate(sys.argv[2], pagesize=size, topMargin=25 * MM, rightMargin=20 * MM, bottomMargin=22 * MM, leftMargin=20 * MM)
    setter = Setter()
    story = [setter.table(block["rows"], size[0] - 40 * MM - 12) if block["kind"] == "table" else setter.paragraph(block)
             for block in content["blocks"]]
    document.build(story, onFirstPage=footer, onLaterPages=footer)
    print("ReportLab", reportlab.Version)


main()
