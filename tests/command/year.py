"""A year of articles made from the samples, and what its trends must show, counted again from facts.jsonl.

year.py articles MONTH FIRST COUNT FOLDER    COUNT of the folder's articles from number FIRST on, as records of MONTH
year.py check OUT MONTH PDF PLACE GAP...     the pictures of PDF against the facts of the twelve months up to MONTH; months
                                             that must be gaps follow; PLACE is "" or the code of a province
"""
import json
import os
import re
import sys

TYPES = ["larangan", "imbauan", "kewajiban", "sanksi", "pelaporan"]
DATED = re.compile(r"\d+ (Desember|Januari|Des|Jan) 20\d\d")
DATE = re.compile(r"\(\d+/\d+(/\d+)?\)")


def articles(month, first, count, folder):
    """The samples' own dates are taken out, so that `published` is the one that counts."""
    names = sorted(name for name in os.listdir(folder) if name.endswith(".txt"))
    for number in range(first, first + count):
        name = names[number % len(names)]
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            lines = [DATE.sub("", line) for line in file.read().split("\n") if not DATED.search(line)]
        record = {"id": name, "published": "%s-%02d" % (month, number % 28 + 1), "text": "\n".join(lines)}
        print(json.dumps(record, ensure_ascii=False))


def month_of(facts):
    event, published = facts["event_date"], facts["published"]
    return (event if event and (not published or event <= published) else published or "")[:7]


def lost(facts, advisory):
    return any(flag["kind"] == "lost_negation" and flag["start"] < advisory["end"] and advisory["start"] < flag["end"]
               for flag in facts["flags"])


def newest(out, month):
    folder, revision = os.path.join(out, month), 2
    while os.path.isdir("%s-r%d" % (os.path.join(out, month), revision)):
        folder = "%s-r%d" % (os.path.join(out, month), revision)
        revision += 1
    return folder


def count(out, month, place):
    """The figures of a month; the samples hold no copies of each other."""
    sums = {"articles": 0, "quotes": 0, "advisories": 0, "topics": {}}
    sums.update({kind: 0 for kind in TYPES})
    with open(os.path.join(newest(out, month), "facts.jsonl"), encoding="utf-8") as file:
        for facts in map(json.loads, file):
            region = facts["region"]["code"] if facts["region"] else ""
            paid = any(flag["kind"] == "advertorial" for flag in facts["flags"])
            if month_of(facts) != month or paid or not region.startswith(place):
                continue
            sums["articles"] += 1
            sums["quotes"] += len(facts["quotes"])
            for advisory in facts["advisories"]:
                if lost(facts, advisory):
                    continue
                sums["advisories"] += 1
                sums[advisory["type"]] += 1
                for topic in advisory["topics"]:
                    sums["topics"][topic] = sums["topics"].get(topic, 0) + 1
    return sums


def pictures(pdf):
    """The words of all pictures: they stand in the file as they are, in hexadecimal."""
    with open(pdf, "rb") as file:
        found = re.findall(rb"/Alt<([0-9A-F]+)>", file.read())
    return [bytes.fromhex(words.decode()).decode("utf-16") for words in found]


def months_until(last):
    number = int(last[:4]) * 12 + int(last[5:]) - 1
    return ["%04d-%02d" % (at // 12, at % 12 + 1) for at in range(number - 11, number + 1)]


def series(words):
    return [None if word == "tidak ada data" else int(word.replace(".", "")) for word in words.split(", ")]


def expect(failures, what, shown, wanted):
    if shown != wanted:
        failures.append("%s: %s is shown, %s was counted" % (what, shown, wanted))


def check(out, last, pdf, place, gaps):
    months = months_until(last)
    figures = [None if month in gaps else count(out, month, place) for month in months]

    def wanted(key):
        return [None if sums is None else sums[key] for sums in figures]

    failures, words = [], pictures(pdf)
    for title, key in (("Artikel", "articles"), ("Arahan pejabat", "advisories"), ("Kutipan langsung", "quotes")):
        card = [text for text in words if text.startswith("Diagram kolom. %s. " % title)]
        expect(failures, title, [series(text.rstrip(".").rsplit(". ", 1)[1]) for text in card], [wanted(key)])
    by_type = [text for text in words if text.startswith("Diagram kolom. Arahan menurut jenis")]
    panels = [panel.split(": ") for text in by_type for panel in text.rstrip(".").rsplit(". ", 1)[1].split("; ")]
    expect(failures, "types", [series(panel[1]) for panel in panels], [wanted(kind) for kind in TYPES])
    by_topic = [text for text in words if text.startswith("Diagram kolom. Arahan menurut topik")]
    shown = [series(panel.split(": ")[1]) for text in by_topic
             for panel in text.rstrip(".").rsplit(". ", 1)[1].split("; ")]
    topics = {topic for sums in figures if sums for topic in sums["topics"]}
    rows = [[None if sums is None else sums["topics"].get(topic, 0) for sums in figures] for topic in topics]
    totals = sorted((sum(value or 0 for value in row) for row in rows), reverse=True)[:5]
    expect(failures, "sums of topics", [sum(value or 0 for value in row) for row in shown], totals)
    failures += ["no topic has %s" % row for row in shown if row not in rows]
    print("\n".join(failures) or "%s: %d months, %d pictures" % (pdf, len(months), len(words)))
    return 1 if failures else 0


if __name__ == "__main__":
    if sys.argv[1] == "articles":
        articles(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
    else:
        sys.exit(check(*sys.argv[2:6], sys.argv[6:]))
