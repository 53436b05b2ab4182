#!/usr/bin/env python3
"""Broken input for .ci/run and .ci/long.

usage: mutate.py SEED FOLDER OUT               a copy of FOLDER in OUT with bytes changed, cut out and doubled; same SEED, same bytes
       mutate.py --shard N FILE OUT            the lines of FILE, shuffled, dealt to OUT.0 .. OUT.N-1
       mutate.py --all SECONDS PROGRAM WORK [SEED]
           every kind of file that the program reads, made from the samples, broken and given to the command that reads it, until
           SECONDS have passed; from SEED on (1). PROGRAM finds its data by $TAKLIMAT_DATA. Ends with 1 and the seed at the first exit code
           that is not documented (a sanitizer's is none) or run of more than a minute; the file stays in WORK.
"""
import hashlib
import io
import json
import os
import random
import shutil
import subprocess
import sys
import time
import zipfile

PIECES = [b"", b"\0", b"\xff", b"\xc3", b"\xe2\x80", b'"', b"\\", b"\\ud800", b"{", b"[", b"]}", b"\r", b"\n\n", b"\xef\xbb\xbf",
          "“".encode(), "”".encode(), b"Nomor ", b"Kabupaten ", b"Rp", b"31/02/2024", b"9" * 40, b"a" * 5000, b"[" * 3000]
# What separates and means something in tables, decisions and configurations.
TABLE_PIECES = [b"\t", b"\t\t", b";", b",", b"\\;", b"; speaker=", b"type=", b"\n", b"\r\n", b"#", b"/*", b"*/", b"//", b"{", b"}", b"+=", b"=",
                b"-", b"UU 1/2001", b"revoked", b"Perda", b"2199-12-31", b"0000-00-00", b"999999999", b"article", b"drop", b"correct", b"'"]
# What means something in pages, workbooks and documents.
MARKUP_PIECES = [b"<", b">", b"</", b"/>", b"<p>", b"</div>", b"<div class=\"comments\">", b"<table>", b"<li>" * 600, b"<b>" * 600, b"<!--", b"-->",
                 b"<script>", b"<![CDATA[", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"&#0;", b"&#xD800;", b"&amp", b" a='", b" a=1" * 300, b"\"",
                 b"charset=utf-7", b"<meta charset=gb18030>", b" itemprop=articleBody", b"<c r='ZZZ1' t='s'><v>99999999999</v></c>", b"<row r='0'>", b"_x0000_"]
VALUES = [None, True, "", "\u0001", "x" * 3000, -1, 0, 1e308, 2 ** 53, 4294967296, 1.5, [], {}, [[]], "2024-02-30", "c-000000", "19.06", "PP"]
CODES = (0, 65, 66, 78)


def mutate(data, rng, pieces=PIECES):
    data = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        at = rng.randint(0, len(data))
        what = rng.randrange(4)
        if what == 0:
            data[at:at + 1] = bytes([rng.randrange(256)])
        elif what == 1:
            del data[at:at + rng.randint(1, 200)]
        elif what == 2:
            data[at:at] = data[at:at + rng.randint(1, 400)]
        else:
            data[at:at] = rng.choice(pieces)
    return bytes(data)


def places(value, found):
    """Every (container, key) below a JSON value."""
    for key in (list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()):
        found.append((value, key))
        places(value[key], found)
    return found


def mutate_json(value, rng):
    """Changes members of a JSON value in place: other values, those of other members, none, twice."""
    for _ in range(rng.randint(1, 8)):
        found = places(value, [])
        if not found:
            return
        container, key = rng.choice(found)
        what = rng.randrange(5)
        if what == 0:
            del container[key]
        elif what == 1:
            other, other_key = rng.choice(found)
            container[key] = json.loads(json.dumps(other[other_key]))
        elif what == 2 and isinstance(container, list):
            container.extend([json.loads(json.dumps(container[key]))] * rng.choice([1, 2, 300]))
        elif what == 3 and isinstance(container[key], int):
            container[key] += rng.choice([-1, 1, 7, -container[key], 10 ** 9])
        else:
            container[key] = rng.choice(VALUES)


def plain(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def seal(summary):
    """A summary's bytes with the checksum that they must have."""
    summary.pop("checksum", None)
    head = plain(summary)[:-1]
    return head + b',"checksum":"' + hashlib.sha256(head).hexdigest().encode() + b'"}\n'


def folder(seed, source, out):
    rng = random.Random(seed)
    shutil.rmtree(out, ignore_errors=True)
    for path, _, names in sorted(os.walk(source)):
        target = os.path.join(out, os.path.relpath(path, source))
        os.makedirs(target)
        for name in sorted(names):
            with open(os.path.join(path, name), "rb") as f:
                data = f.read()
            with open(os.path.join(target, name), "wb") as f:
                f.write(mutate(data, rng))


def shard(count, source, out):
    with open(source, "rb") as f:
        lines = f.readlines()
    random.Random(count).shuffle(lines)
    for i in range(count):
        with open(f"{out}.{i}", "wb") as f:
            f.writelines(lines[i::count])


REGISTER = """type\tnumber\tyear\ttitle\tissuer\tin_force_from\tended_on\tstatus\treplaced_by\tnote
Perda\t4\t2019\tKetertiban Umum\tWonogiri\t2019-05-02\t2023-06-30\trevoked\tPerda 2/2023\t
UU\t5\t2014\t\t\t\t\tpartly_revoked\tUU 20/2023\tours
SE\t800/12\t2024\tNetralitas\tWonogiri;Sekda Wonogiri\t2024-01-02\t\tin_force\t\t
"""
RELATIONS = """type\tnumber\tyear\trelation\tby_type\tby_number\tby_year\tfrom\tmark\tnote
UU\t5\t2014\trevoked\tUU\t20\t2023\t2023-10-31\t\t
PP\t94\t2021\tamended\tPP\t11\t2024\t\t?\tsome
PP\t53\t2010\tnone\tPP\t94\t2021\t\t\t
"""
YEARS = "type\tyear\tlast_number\tsource\nPermendagri\t2099\t8\tlist\nPKPU\t2098\t0\tlist\n"
CONFIGURATION = """# office
register = {"a.tsv", 'b.tsv', # more
  c/d.tsv} // and
/* no
 more */
register += {"e"}
topics = "t.tsv"
topic_threshold = 10
"""


class Everything:
    """The commands with broken files of every kind."""

    def __init__(self, program, work, samples):
        self.program, self.work = program, work
        shutil.rmtree(work, ignore_errors=True)
        os.makedirs(os.path.join(work, "conf"))
        self.environment = dict(os.environ, TAKLIMAT_CONFIG=os.path.join(work, "conf"))
        self.good = self.path("good.jsonl")
        self.run(0, ["extract", "-o", self.good, samples], (0,))
        self.run(0, ["merge", "-o", self.path("good.json"), self.good], (0,))
        with open(self.good, encoding="utf-8") as f:
            self.facts = f.read().splitlines()
        with open(self.path("good.json"), encoding="utf-8") as f:
            self.summary = f.read()
        data = os.environ["TAKLIMAT_DATA"]
        self.template = self.read(os.path.join(data, "templates/id.json"))
        self.topics = self.read(os.path.join(data, "topics/netralitas-asn.tsv"))
        inputs = os.path.join(os.path.dirname(os.path.dirname(samples)), "tests/input")
        self.inputs = {name: self.read(os.path.join(inputs, name)) for name in sorted(os.listdir(inputs))
                       if name.endswith((".html", ".xlsx", ".docx"))}
        self.inputs["a.csv"] = "judul;isi;tanggal\r\nSatu;\"Bupati \"\"A\"\";\r\nbaris\";5/8/2024\r\nDua;Isi;\r\n".encode() * 9
        self.article = self.path("article.txt")
        with open(self.article, "w", encoding="utf-8") as f:
            f.write("Wonogiri, 5 Agustus 2024 - Bupati meminta ASN menaati Perda Wonogiri Nomor 4 Tahun 2019, PP 94/2021 dan UU 5/2014.\n")

    def path(self, name):
        return os.path.join(self.work, name)

    @staticmethod
    def read(path):
        with open(path, "rb") as f:
            return f.read()

    def write(self, name, data):
        with open(self.path(name), "wb") as f:
            f.write(data)
        return self.path(name)

    def run(self, seed, arguments, codes=CODES):
        try:
            done = subprocess.run([self.program, *arguments], env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.PIPE, timeout=60)
            code, messages = done.returncode, done.stderr
        except subprocess.TimeoutExpired:
            code, messages = "a minute", b""
        if code not in codes:
            sys.exit(messages.decode(errors="replace")[-4000:] + f"\nseed {seed}: {' '.join(arguments)}: {code}")
        return code

    def broken_facts(self, rng):
        lines = []
        for line in rng.sample(self.facts, 4):
            if rng.random() < 0.8:
                value = json.loads(line)
                mutate_json(value, rng)
                lines.append(plain(value))
            else:
                lines.append(mutate(line.encode(), rng).replace(b"\n", b" "))
        return b"\n".join(lines) + b"\n"

    def do_facts(self, seed, rng):
        path = self.write("facts.jsonl", self.broken_facts(rng))
        self.run(seed, ["merge", "-o", self.path("merged.json"), path])
        self.run(seed, ["render", "--dump=finished", "-o", self.path("out"), path])
        self.run(seed, ["render", "--dump=review", "-o", self.path("out"), path])
        if rng.random() < 0.2:
            self.run(seed, ["render", "--review", "-o", self.path("out"), path])

    def do_summary(self, seed, rng):
        if rng.random() < 0.7:
            value = json.loads(self.summary)
            value["articles"] = rng.sample(value["articles"], 6)
            mutate_json(value, rng)
            data = seal(value)
        else:
            data = mutate(self.summary.encode(), rng)
        path = self.write("summary.json", data)
        self.run(seed, ["render", "--dump=finished", "-o", self.path("out"), path, *([self.good] if rng.random() < 0.2 else [])])

    def rows(self, rng):
        yield "fid,article,decision,value,note"
        values = ["", "speaker=Budi", "speaker=0; position=Camat", "text=a\\; b; type=larangan", "type=PP; number=94; year=2021", "region=33.12",
                  "region=nasional", "event_date=2024-12-05; published=", "advertorial=ya; off_topic=tidak", "addressee=ASN;", "speaker="]
        for line in rng.sample(self.facts, 6):
            facts = json.loads(line)
            names = [item["fid"] for kind in ("quotes", "statements", "citations", "advisories") for item in facts[kind]]
            for name in rng.sample(names + ["article", "region", "date"], min(len(names), 8)):
                verb = rng.choice(["accept", "drop", "correct", "correct"])
                value = rng.choice(values) if verb == "correct" else ""
                yield ",".join([name, facts["id"] if rng.random() < 0.9 else "", verb, '"%s"' % value, ""])

    def do_decisions(self, seed, rng):
        data = "\n".join(self.rows(rng)).encode() + b"\n"
        if rng.random() < 0.7:
            data = mutate(data, rng, TABLE_PIECES if rng.random() < 0.7 else PIECES)
        path = self.write("decisions.csv", data)
        self.run(seed, ["render", "--dump=" + rng.choice(["finished", "review"]), "--decisions", path, "-o", self.path("out"), self.path("good.json")])
        self.run(seed, ["check", path])

    def do_register(self, seed, rng):
        data = rng.choice([REGISTER, REGISTER, RELATIONS, YEARS]).encode()
        path = self.write("register.tsv", mutate(data, rng, TABLE_PIECES if rng.random() < 0.7 else PIECES))
        self.run(seed, ["check", path])
        self.run(seed, ["extract", "--register", path, "--citations", self.path("citations.csv"), "-o", self.path("out"), self.article])

    def do_configuration(self, seed, rng):
        data = mutate(CONFIGURATION.encode(), rng, TABLE_PIECES if rng.random() < 0.7 else PIECES)
        self.run(seed, ["check", self.write("other.conf", data)])

    def do_template(self, seed, rng):
        if rng.random() < 0.6:
            value = json.loads(self.template)
            mutate_json(value, rng)
            data = json.dumps(value, indent=1).encode()
        else:
            data = mutate(self.template, rng)
        path = self.write("template.json", data)
        self.run(seed, ["check", path])
        self.run(seed, ["render", "--template", path, "--region", "33.12", "-o", self.path("out"), self.path("good.json")])

    def do_topics(self, seed, rng):
        path = self.write("topics.tsv", mutate(self.topics, rng, TABLE_PIECES if rng.random() < 0.7 else PIECES))
        self.run(seed, ["check", path])
        self.run(seed, ["extract", "--topics", path, "-o", self.path("out"), self.article])

    @staticmethod
    def broken_archive(data, rng):
        """A zip file with one of its parts changed, so that it can be unpacked still."""
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            names = source.namelist()
            victim = rng.choice([name for name in names if name.startswith(("xl/", "word/document")) and name.endswith((".xml", ".rels"))])
            for name in names:
                part = source.read(name)
                target.writestr(name, mutate(part, rng, MARKUP_PIECES) if name == victim else part)
        return out.getvalue()

    def do_inputs(self, seed, rng):
        for name, data in self.inputs.items():
            if name.endswith((".xlsx", ".docx")):
                data = self.broken_archive(data, rng) if rng.random() < 0.7 else mutate(data, rng)
            else:
                data = mutate(data, rng, TABLE_PIECES if name.endswith(".csv") else MARKUP_PIECES if rng.random() < 0.8 else PIECES)
            path = self.write("input" + os.path.splitext(name)[1], data)
            self.run(seed, ["extract", "-o", self.path("out"), path])

    def until(self, end, seed):
        kinds = [self.do_facts, self.do_decisions, self.do_register, self.do_summary, self.do_template, self.do_configuration, self.do_topics,
                 self.do_inputs]
        done = 0
        while time.monotonic() < end:
            kinds[seed % len(kinds)](seed, random.Random(seed))
            seed += 1
            done += 1
        print(f"{done} broken files, the last of seed {seed - 1}")


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] == "--shard":
        shard(int(sys.argv[2]), sys.argv[3], sys.argv[4])
    elif len(sys.argv) in (5, 6) and sys.argv[1] == "--all":
        samples = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "samples/articles")
        Everything(sys.argv[3], sys.argv[4], samples).until(time.monotonic() + float(sys.argv[2]), int(sys.argv[5]) if len(sys.argv) > 5 else 1)
    elif len(sys.argv) == 4:
        folder(int(sys.argv[1]), sys.argv[2], sys.argv[3])
    else:
        sys.exit(__doc__)
