#!/usr/bin/env python3
"""The same articles in other typography and surroundings, which must give the same facts.

variants.py check  GOLD... [--tolerance FILE]   compare each variant's figures with those of the articles as they are
variants.py write  VARIANT GOLD...              print the annotated articles so varied
variants.py errors VARIANT KIND GOLD...         mistakes of one kind that the variant has and the original has not
variants.py list

GOLD is annotated as samples/README.md says. A variant is a list of edits (from, to, new text) of an article's text;
the annotations' offsets move along with them. TAKLIMAT names the program (by default taklimat); it does the counting.
Exit 1 if a figure fell by more than the tolerance, 0 otherwise.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import zlib

SPANS = ("quotes", "statements", "citations", "advisories", "flags")
OPENING, CLOSING = "“„‟«", "”»"
MARK = re.compile("[\"“”„‟«»]|''")


class Article:
    """An annotated article with its offsets counted in characters, and what a variant asks of it."""

    def __init__(self, row):
        self.row, self.text = row, row["text"]
        at, chars = 0, {}
        for i, c in enumerate(self.text):
            chars[at] = i
            at += len(c.encode())
        chars[at] = len(self.text)
        for kind in SPANS:
            row[kind] = [{**x, "start": chars[x["start"]], "end": chars[x["end"]]} for x in row.get(kind, [])]
        self.turn = zlib.crc32(row["id"].encode())

    def lines(self):
        """(start, end) of the lines that are not empty."""
        return [m.span() for m in re.finditer(r"[^\r\n]*[^\s][^\r\n]*", self.text)]

    def is_flagged(self, start, end):
        return any(f["start"] < end and start < f["end"] for f in self.row["flags"] if f["kind"] in ("boilerplate", "duplicate"))

    def prose(self):
        """The lines of prose: long, ending as sentences do, not flagged."""
        return [(s, e) for s, e in self.lines()
                if e - s > 60 and self.text[s:e].rstrip()[-1] in ".!?\"”’')" and not self.is_flagged(s, e)]

    def marks(self):
        """(start, end, opens) of the quotation marks."""
        starts = {q["start"] for q in self.row["quotes"]}
        ends = {q["end"] for q in self.row["quotes"]}
        out, is_open = [], False
        for m in MARK.finditer(self.text):
            s, e = m.span()
            if m[0] in "«»" and self.is_flagged(s, e):
                continue  # Beranda » Daerah
            before, behind = self.text[s - 1:s], self.text[e:e + 1]
            gap = next((k for k in range(e, len(self.text)) if not self.text[k].isspace()), e)
            back = len(self.text[:s].rstrip())
            if m[0] in OPENING or gap in starts:
                opens = True
            elif s in ends or back in ends:
                opens = False
            elif m[0] == "”" and not is_open:
                opens = before in ("", " ", "\n") and behind.strip() != ""
            elif m[0] in CLOSING:
                opens = False
            else:
                opens = (before == "" or before.isspace() or before in "([-–—") and not behind.isspace()
            is_open = opens
            out.append((s, e, opens))
        return out

    def paired(self):
        """(mark before, mark behind) of the quotations that have both, directly at their words."""
        opening = {e: (s, e) for s, e, opens in self.marks() if opens}
        closing = {s: (s, e) for s, e, opens in self.marks() if not opens}
        return [(opening[q["start"]], closing[q["end"]]) for q in self.row["quotes"]
                if q["start"] in opening and q["end"] in closing]


# These change one of two copies of a paragraph, which then are no repeats any more.
ONE_COPY = ("name_", "cite_", "dateline_", "position_", "quotes_no_", "lines_of_", "lines_joined", "stops_")


def varied(row, variant):
    """The row after a variant; None where the variant changes nothing."""
    article = Article(json.loads(json.dumps(row)))
    edits, flags, text = variant(article), [], article.text
    if not edits:
        return None
    edits = sorted(edits, key=lambda x: (x[0], x[1]))
    kinds = [x[3] if len(x) > 3 else None for x in edits]
    edits = [x[:3] for x in edits]
    out, at, size = [], 0, 0
    for (s, e, new), kind in zip(edits, kinds):
        assert at <= s <= e, (row["id"], s, e, at)
        out += [text[at:s], new]
        size += s - at
        if kind:
            for m in re.finditer(r"\S[^\n]*", new):
                flags.append({"kind": kind, "start": size + m.start(), "end": size + m.end()})
        size += len(new)
        at = e
    out = "".join(out + [text[at:]])
    moved = {**article.row, "text": out}
    moves = Moves(edits)
    for kind in SPANS:
        moved[kind] = [{**x, "start": moves.start(x["start"]), "end": moves.end(x["end"])} for x in article.row[kind]]
        moved[kind] = [x for x in moved[kind] if x["start"] < x["end"]]
    moved["flags"] += flags
    offsets = [0]
    for c in out:
        offsets.append(offsets[-1] + len(c.encode()))
    for kind in SPANS:
        moved[kind] = [{**x, "start": offsets[x["start"]], "end": offsets[x["end"]]} for x in moved[kind]]
    return moved


class Moves:
    """Maps offsets of the original: what is put in at a span's border lies outside of the span."""

    def __init__(self, edits):
        self.edits = edits

    def start(self, p):
        shift = 0
        for s, e, new in self.edits:
            if s > p or (s == p and e > s):
                break
            if e > p:
                return s + shift
            shift += len(new) - (e - s)
        return p + shift

    def end(self, p):
        shift = 0
        for s, e, new in self.edits:
            if s >= p:
                break
            if e > p:
                return s + shift + len(new)
            shift += len(new) - (e - s)
        return p + shift


VARIANTS = {}


def variant(function):
    VARIANTS[function.__name__] = function
    return function


# --- Quotation marks

def quote_style(name, opening, closing):
    VARIANTS[name] = lambda a: [(s, e, opening if opens else closing) for s, e, opens in a.marks()
                                if a.text[s:e] != (opening if opens else closing)]


quote_style("quotes_straight", '"', '"')
quote_style("quotes_curly", "“", "”")
quote_style("quotes_low", "„", "“")
quote_style("quotes_low_both", "„", "”")
quote_style("quotes_same", "”", "”")
quote_style("quotes_guillemets", "«", "»")
quote_style("quotes_apostrophes", "''", "''")
quote_style("quotes_apostrophes_curly", "‘‘", "’’")
quote_style("quotes_tex", "``", "''")
quote_style("quotes_single", "'", "'")
quote_style("quotes_single_curly", "‘", "’")
quote_style("quotes_entity", "&quot;", "&quot;")
quote_style("quotes_entity_curly", "&ldquo;", "&rdquo;")
quote_style("quotes_entity_number", "&#8220;", "&#8221;")
quote_style("quotes_spaced", "“ ", " ”")
quote_style("quotes_spaced_straight", '" ', ' "')


@variant
def quotes_mixed(a):
    return [(s, e, '"' if opens else "”") for s, e, opens in a.marks()]


@variant
def quotes_glued(a):
    """The space behind a closing mark is lost."""
    return [(e, e + 1, "") for s, e, opens in a.marks() if not opens and a.text[e:e + 1] == " " and a.text[e + 1:e + 2].islower()]


@variant
def quotes_no_closing(a):
    pairs = a.paired()
    return [(*pairs[a.turn % len(pairs)][1], "")] if pairs else []


@variant
def quotes_no_opening(a):
    pairs = a.paired()
    return [(*pairs[a.turn % len(pairs)][0], "")] if pairs else []


@variant
def comma_outside(a):
    return [(s - 1, e, a.text[s:e] + ",") for s, e, opens in a.marks() if not opens and a.text[s - 1:s] == ","]


@variant
def comma_none(a):
    return [(s - 1, s, "") for s, e, opens in a.marks() if not opens and a.text[s - 1:s] == ","]


@variant
def comma_twice(a):
    return [(e, e, ",") for s, e, opens in a.marks() if not opens and a.text[s - 1:s] == ","]


# --- Lines

@variant
def lines_joined(a):
    prose, out = set(a.prose()), []
    lines = a.lines()
    for x, y in zip(lines, lines[1:]):
        if x in prose and y in prose:
            out.append((x[1], y[0], " "))
    return out


def sentence_gaps(a):
    for s, e in a.prose():
        for m in re.finditer(r"(\w+)[.!?][\"”’]?( )(?=[\"“„]?[A-Z])", a.text[s:e]):
            word = m[1]
            if len(word) > 3 and not word[-1].isdigit() and word.islower():
                yield s + m.start(2), s + m.end(2)


@variant
def lines_of_sentences(a):
    return [(s, e, "\n\n") for s, e in sentence_gaps(a)]


@variant
def lines_of_sentences_single(a):
    return [(s, e, "\n") for s, e in sentence_gaps(a)]


@variant
def lines_wrapped(a):
    out = []
    for s, e in a.lines():
        column, last = 0, None
        for i in range(s, e):
            if a.text[i] == " ":
                last = i
            column += 1
            if column > 80 and last is not None:
                out.append((last, last + 1, "\n"))
                column, last = i - last, None
    return out


@variant
def lines_single(a):
    return [(m.start(), m.end(), "\n") for m in re.finditer(r"\n\s*\n", a.text)]


@variant
def lines_blank_between(a):
    return [(m.start(), m.end(), "\n\n") for m in re.finditer(r"(?<!\n)\n(?!\s*\n)", a.text)]


@variant
def lines_crlf(a):
    return [(m.start(), m.end(), "\r\n") for m in re.finditer("\n", a.text)]


@variant
def lines_crlf_mixed(a):
    return [(m.start(), m.end(), "\r\n") for i, m in enumerate(re.finditer("\n", a.text)) if i % 2]


@variant
def lines_cr(a):
    return [(m.start(), m.end(), "\r") for m in re.finditer("\n", a.text)]


@variant
def lines_trailing_space(a):
    return [(m.start(), m.start(), " ") for m in re.finditer(r"\n", a.text)]


@variant
def lines_indented(a):
    return [(s, s, "    ") for s, e in a.lines()]


@variant
def stops_missing(a):
    return [(e - 1, e, "") for s, e in a.prose() if a.text[e - 1] == "."]


# --- Characters

@variant
def spaces_double(a):
    return [(m.start(), m.end(), "  ") for m in re.finditer(" ", a.text)]


@variant
def spaces_no_break(a):
    return [(m.start(), m.end(), "\u00a0") for i, m in enumerate(re.finditer(" ", a.text)) if i % 3 == 0]


@variant
def spaces_all_no_break(a):
    return [(m.start(), m.end(), "\u00a0") for m in re.finditer(" ", a.text)]


@variant
def spaces_entity(a):
    return [(m.start(), m.end(), "&nbsp;") for i, m in enumerate(re.finditer(" ", a.text)) if i % 5 == 0]


@variant
def spaces_tab(a):
    return [(m.start(), m.end(), "\t") for i, m in enumerate(re.finditer(" ", a.text)) if i % 4 == 0]


@variant
def zero_width(a):
    return [(m.end() - 1, m.end(), " \u200b") for i, m in enumerate(re.finditer(" ", a.text)) if i % 3 == 0]


@variant
def zero_width_before(a):
    return [(m.start(), m.end(), "\u200b ") for i, m in enumerate(re.finditer(" ", a.text)) if i % 3 == 0]


@variant
def zero_width_inside(a):
    return [(m.start() + 3, m.start() + 3, "\u200c") for i, m in enumerate(re.finditer(r"[^\W\d_]{6,}", a.text)) if i % 4 == 0]


@variant
def byte_order_mark(a):
    return [(s, s, "\ufeff") for s, e in a.lines()]


@variant
def soft_hyphens(a):
    return [(m.start() + 3, m.start() + 3, "\u00ad") for m in re.finditer(r"[^\W\d_]{6,}", a.text)]


@variant
def direction_marks(a):
    return [(m.start(), m.end(), " \u200e") for i, m in enumerate(re.finditer(" ", a.text)) if i % 7 == 0]


@variant
def decomposed(a):
    return [(i, i + 1, unicodedata.normalize("NFD", c)) for i, c in enumerate(a.text) if unicodedata.normalize("NFD", c) != c]


@variant
def apostrophes_curly(a):
    return [(m.start(), m.end(), "’") for m in re.finditer(r"(?<=\w)'(?=\w)", a.text)]


@variant
def dashes_long(a):
    return [(m.start(1), m.end(1), "—") for m in re.finditer(r" ([-–]) ", a.text)]


@variant
def dashes_short(a):
    return [(m.start(1), m.end(1), "-") for m in re.finditer(r" ([–—]) ", a.text)]


@variant
def hyphens_true(a):
    return [(m.start(), m.end(), "\u2010") for m in re.finditer(r"(?<=[^\W\d_])-(?=[^\W\d_])", a.text)]


@variant
def ellipsis(a):
    return [(m.start(), m.end(), "…") for m in re.finditer(r"\.\.\.", a.text)]


# --- Surroundings (all lines invented)

MENU = ["Beranda", "Pemerintahan", "Olahraga", "Kesehatan", "Wisata", "Indeks"]
SHARE = ["Bagikan:", "Facebook", "Twitter", "WhatsApp", "Telegram"]
RELATED = ["Baca juga: Harga Cabai Naik Menjelang Libur Panjang",
           "Baca Juga: Pasar Ikan Dibuka Kembali Setelah Dua Pekan Ditutup",
           "BACA JUGA: Tim Voli Putri Juara di Kandang Sendiri"]


@variant
def menu_before(a):
    return [(0, 0, "\n".join(MENU) + "\n\n", "boilerplate")]


@variant
def menu_before_line(a):
    return [(0, 0, " | ".join(MENU) + "\n\n", "boilerplate")]


@variant
def share_behind(a):
    return [(len(a.text), len(a.text), "\n\n" + "\n".join(SHARE) + "\n", "boilerplate")]


@variant
def share_line_behind(a):
    return [(len(a.text), len(a.text), "\n\n" + " ".join(SHARE) + "\n", "boilerplate")]


@variant
def copyright_behind(a):
    return [(len(a.text), len(a.text), "\n\nCopyright © 2024 Kabar Muara. All rights reserved.\n", "boilerplate")]


@variant
def related_behind(a):
    return [(len(a.text), len(a.text), "\n\nBerita Terkait\nHarga Cabai Naik Menjelang Libur\nPasar Ikan Dibuka Kembali\n", "boilerplate")]


def between(a, new):
    prose, lines = a.prose(), a.lines()
    follows = {x: y for x, y in zip(lines, lines[1:])}
    open_quotes = [(q["start"], q["end"]) for q in a.row["quotes"]]
    at = [x[1] for x in prose if follows.get(x) in prose and not any(s < x[1] < e for s, e in open_quotes)]
    return [(p, p, "\n\n" + new[i % len(new)], "boilerplate") for i, p in enumerate(at[1::2])]


@variant
def related_between(a):
    return between(a, RELATED)


@variant
def related_between_lines(a):
    return between(a, [x.replace(": ", ":\n") for x in RELATED])


@variant
def advertisement_between(a):
    return between(a, ["ADVERTISEMENT", "SCROLL TO CONTINUE WITH CONTENT", "Iklan"])


@variant
def read_also_bracket_between(a):
    return between(a, ["(Baca juga: Harga Cabai Naik Menjelang Libur)"])


@variant
def body_twice(a):
    prose = a.prose()
    if not prose or any(f["kind"] == "duplicate" for f in a.row["flags"]):
        return []
    start, end = prose[0][0], prose[-1][1]
    inner = [x for x in a.lines() if start <= x[0] and x[1] <= end]
    return [(end, end, "\n" + "\n".join(a.text[s:e] for s, e in inner), "duplicate")]


@variant
def title_first(a):
    title = (a.row.get("title") or "").strip()
    return [(0, 0, title + "\n\n")] if title and title not in a.text else []


@variant
def title_upper(a):
    title = (a.row.get("title") or "").strip()
    if not title:
        return []
    a.row["title"] = title.upper()
    return [(0, 0, "")]


# --- Datelines

REGIONS = {}


def region_name(code):
    if not REGIONS:
        top = os.environ.get("top_srcdir", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
        with open(os.path.join(top, "src/tables/regions.tsv"), encoding="utf-8") as f:
            for line in f:
                if not line.startswith("#"):
                    cells = line.rstrip("\n").split("\t")
                    REGIONS[cells[0]] = cells
    if not code:
        return "Jakarta"
    return re.sub(r"^(KABUPATEN|KOTA|Kabupaten|Kota) (ADM\. )?", "", REGIONS[code][REGION_NAME])


REGION_NAME = 2
DATELINE = re.compile(r"^.{0,60}?( [-–—|] |[-–—]{2}| \| )")


def dateline(name, form):
    def put(a):
        prose = a.prose()
        if not prose or a.row.get("region") is None or len(a.row["region"]) < 5:
            return []
        s, e = prose[0]
        if DATELINE.match(a.text[s:e]) or a.text[s] in "\"“„”'":
            return []
        place = region_name(a.row["region"])
        return [(s, s, form.replace("KOTA", place.upper()).replace("Kota", place))]
    VARIANTS[name] = put


dateline("dateline_upper_site", "KOTA, Kabarmuara.com – ")
dateline("dateline_paren", "Kota (Kabar Muara) - ")
dateline("dateline_plain", "Kota - ")
dateline("dateline_pipe", "KOTA | Kabarmuara.com\n\n")
dateline("dateline_site_first", "Kabarmuara.com, KOTA – ")
dateline("dateline_dots", "KOTA, KABARMUARA.COM -- ")
dateline("dateline_dash_glued", "Kota- ")
dateline("dateline_media_only", "Kabarmuara.com – ")


# --- Names and words

def persons(a):
    """(start, end, person) where a person's full name first stands in the text."""
    for p in a.row.get("people", []):
        if p.get("position") and len(p["name"].split()) > 1:
            m = re.search(r"(?<!\w)" + re.escape(p["name"]) + r"(?!\w)", a.text)
            if m:
                yield m.start(), m.end(), p


def before_name(name, title):
    VARIANTS[name] = lambda a: [(s, s, title) for s, e, p in persons(a)
                                if not re.search(r"(Drs?|Hj?|Ir|dr|Prof|Pak|Bu|Bapak|Ibu)\.? $", a.text[:s])]


before_name("name_haji", "H. ")
before_name("name_haji_bare", "H ")
before_name("name_doctor", "Drs. H. ")
before_name("name_bpk", "Bpk. ")
before_name("name_bapak", "Bapak ")


def behind_name(name, title):
    def put(a):
        out = []
        for s, e, p in persons(a):
            after = a.text[e:e + 2]
            if re.match(r", [A-Z]\.?[A-Za-z]*\.", a.text[e:e + 8]):
                continue
            out.append((e, e, title + ("," if after[:1] == " " and title.endswith(".") and after[1:].strip(" (-–") else "")))
        return out
    VARIANTS[name] = put


behind_name("name_degrees", ", S.Sos., M.Si.")
behind_name("name_degrees_bare", " SE MM")
behind_name("name_degrees_comma", ", SH, MH")


def words(name, pattern, new):
    def put(a):
        for p in a.row.get("people", []):
            p["position"] = p.get("position") and re.sub(pattern, new, p["position"])
            p["name"] = re.sub(pattern, new, p["name"])
        for x in a.row["quotes"] + a.row["statements"] + a.row["advisories"]:
            x["speaker"] = x.get("speaker") and re.sub(pattern, new, x["speaker"])
        return [(m.start(), m.end(), m.expand(new)) for m in re.finditer(pattern, a.text)]
    VARIANTS[name] = put


words("word_kab", r"\bKabupaten (?=[A-Z])", "Kab. ")
words("word_kab_bare", r"\bKabupaten (?=[A-Z])", "Kab ")
words("word_kab_glued", r"\bKabupaten (?=[A-Z])", "Kab.")
words("word_prov", r"\bProvinsi (?=[A-Z])", "Prov. ")
words("word_kec", r"\bKecamatan (?=[A-Z])", "Kec. ")


def citation_words(name, pattern, new):
    def put(a):
        out = []
        for c in a.row["citations"]:
            for m in re.finditer(pattern, a.text[c["start"]:c["end"]]):
                out.append((c["start"] + m.start(), c["start"] + m.end(), m.expand(new)))
        return sorted(set(out))
    VARIANTS[name] = put


citation_words("cite_no", r"\b[Nn]omor\b", "No.")
citation_words("cite_no_glued", r"\b([Nn]omor|[Nn]o\.?) ", "No.")
citation_words("cite_no_bare", r"\b[Nn]omor\b", "No")
citation_words("cite_nomor_lower", r"\b(Nomor|No\.?)(?= )", "nomor")
citation_words("cite_nomor_upper", r"\b([Nn]omor|No\.?)(?= )", "NOMOR")
citation_words("cite_nomor_none", r"\b([Nn]omor|[Nn]o\.?) ", "")
citation_words("cite_tahun_lower", r"\bTahun\b", "tahun")
citation_words("cite_tahun_short", r"\b[Tt]ahun\b", "Thn")
citation_words("cite_th", r"\b[Tt]ahun\b", "Th.")
citation_words("cite_slash", r" [Tt]ahun ", "/")
citation_words("cite_slash_spaced", r" [Tt]ahun ", " / ")
citation_words("cite_colon", r"\b([Nn]omor|[Nn]o\.?) ", "Nomor: ")
citation_words("cite_comma", r" [Tt]ahun ", ", Tahun ")
citation_words("cite_type_short", r"^Undang-[Uu]ndang\b", "UU")
citation_words("cite_type_long", r"^UU\b", "Undang-Undang")
citation_words("cite_type_lower", r"^Undang-Undang\b", "Undang-undang")
citation_words("cite_pp_long", r"^PP\b", "Peraturan Pemerintah (PP)")
citation_words("cite_pp_short", r"^Peraturan Pemerintah( \(PP\))?(?= )", "PP")
citation_words("cite_spaced_dash", r"-", " - ")


@variant
def position_behind(a):
    out = []
    for p in a.row.get("people", []):
        if not p.get("position") or len(p["name"].split()) < 2:
            continue
        m = re.search(re.escape(p["position"]) + r",? " + re.escape(p["name"]) + r"(?!\w)(?!, [A-Z]\.)", a.text)
        if m:
            comma = "," if re.match(r" [^(\-–]", a.text[m.end():m.end() + 2]) else ""
            out.append((m.start(), m.end(), f"{p['name']}, {p['position']}{comma}"))
    return [x for i, x in enumerate(sorted(out)) if i == 0 or x[0] >= sorted(out)[i - 1][1]]


# --- Counting

PROGRAM = os.environ.get("TAKLIMAT", "taklimat")
KINDS = ["quotes", "speaker", "speaker_wrong", "statements", "statement_speaker", "citations", "citations_named", "pinpoint",
         "people", "position", "advisories", "advisory_type", "advisory_speaker", "region", "date", "noise"]


def load(paths):
    rows = []
    for path in paths:
        with open(path, encoding="utf-8") as f:
            rows += [{**json.loads(line)} for line in f if line.strip()]
    for i, row in enumerate(rows):
        row["id"] = f"{i}:{row['id']}"
    return rows


def run(rows, *options):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for row in rows:
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
        f.flush()
        done = subprocess.run([PROGRAM, "eval", *options, f.name], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def figures(rows):
    score = json.loads(run(rows, "--json"))
    assert not score["missing"] and not score["broken"], score
    figures = {k: score[k].get("f", score[k].get("accuracy")) for k in KINDS if k in score}
    return {k: figure for k, figure in figures.items() if figure is not None}  # null: nothing to measure


def apply(rows, name):
    """The rows varied, and those they came from; rows that do not change are left out."""
    if name.startswith(ONE_COPY):
        rows = [x for x in rows if not any(f["kind"] == "duplicate" for f in x["flags"])]
    pairs = [(varied(row, VARIANTS[name]), row) for row in rows]
    return [x for x, _ in pairs if x], [y for x, y in pairs if x]


def tolerances(path):
    """(variant, kind) → points; * stands for any."""
    out = {}
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.strip() and not line.startswith("#"):
                name, kind, points = line.rstrip("\n").split("\t")[:3]
                out[name, kind] = float(points)
    return out


def check(paths, tolerance, only=""):
    rows, known, failed = load(paths), {}, 0
    allowed = tolerances(tolerance) if tolerance else {}
    for name in sorted(VARIANTS):
        new, old = apply(rows, name) if re.match(only, name) else ([], [])
        if not new:
            continue
        ids = tuple(row["id"] for row in old)
        before, after = known.setdefault(ids, None) or figures(old), figures(new)
        known[ids] = before
        fell = {k: 100 * (before[k] - after[k]) * (-1 if k == "speaker_wrong" else 1) for k in before if k in after}
        bad = {k for k, v in fell.items() if v > allowed.get((name, k), allowed.get(("*", "*"), 0.5)) + 0.05}
        shown = ", ".join(f"{k} {-v:+.1f}{' FELL' if k in bad else ''}" for k, v in fell.items() if abs(v) >= 0.15)
        print(f"{'FELL' if bad else 'ok  '} {name:28} {len(new):4} articles  {shown}", flush=True)
        failed |= bool(bad)
    return failed


def errors(name, kind, paths):
    rows = load(paths)
    new, old = apply(rows, name)

    def mistakes(rows):
        return [(re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", x)), x) for x in run(rows, "--errors", kind).splitlines()]
    known = [x for x, _ in mistakes(old)]
    for key, line in mistakes(new):
        if key in known:
            known.remove(key)
        else:
            print(line)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("command", choices=("check", "write", "errors", "list"))
    ap.add_argument("arguments", nargs="*")
    ap.add_argument("--tolerance", metavar="FILE")
    ap.add_argument("--only", default="", metavar="REGEX", help="variants whose names begin so")
    a = ap.parse_args()
    if a.command == "list":
        print("\n".join(VARIANTS))
    elif a.command == "check":
        sys.exit(check(a.arguments, a.tolerance, a.only))
    elif a.command == "errors":
        errors(a.arguments[0], a.arguments[1], a.arguments[2:])
    else:
        for row in apply(load(a.arguments[1:]), a.arguments[0])[0]:
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
