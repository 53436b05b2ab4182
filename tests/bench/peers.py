#!/usr/bin/env python3
"""Sets one briefing with taklimat, and its text with other typesetters, each as a whole process: make bench-peers.

In the environment: PAGES (the program of pages.c), what every test has, BENCH_PAGES (about so many pages, 1000), PEERS (which of typst groff
reportlab weasyprint; all), PEERS_PYTHON. A peer that is not installed is named and left out; the line says how to install it. Typst's compiler belongs into
peers/ of the build folder: npm install --prefix peers @myriaddreamin/typst-ts-node-compiler. Nothing is installed from here.

Times are of the processor, user and system, with all threads, the fastest of some runs. Ends with 1 if a peer is less than ten times slower, in all or a page:
pages of others hold less, since what stands beside the text here stands between its paragraphs there."""
import os
import re
import subprocess
import sys
import time

BAR = 10
HERE = os.path.dirname(os.path.abspath(__file__))
WORK = "tests/scratch/peers"
RUNS = 3
ENOUGH = 20  # seconds: what takes longer is run once
TAGGED = {"typst"}
PYTHON = os.environ.get("PEERS_PYTHON", "/usr/bin/python3")  # the distribution's: its packages are meant


class Run:
    """A process from beginning to end."""

    def __init__(self, command, folder="."):
        begin = time.monotonic()
        with open(f"{WORK}/out", "w+b") as out, open(f"{WORK}/err", "w+b") as err:
            child = subprocess.Popen(command, cwd=folder, stdout=out, stderr=err, stdin=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            self.wall = time.monotonic() - begin
            out.seek(0)
            err.seek(0)
            self.out, self.err = out.read().decode(errors="replace"), err.read().decode(errors="replace")
        self.code, self.seconds, self.megabytes = child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def fastest(command, folder="."):
    runs = []
    while len(runs) < RUNS and (not runs or runs[0].seconds < ENOUGH):
        runs.append(Run(command, folder))
        if runs[-1].code != 0:
            return runs[-1]
    return min(runs, key=lambda run: run.seconds)


def pages_of(pdf):
    out = subprocess.run(["pdfinfo", pdf], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return int(re.search(r"^Pages: *(\d+)", out, re.M)[1])


def row(name, pages, seconds, wall, size, megabytes, note=""):
    print(f"{name:<46}{pages:>6}{seconds:>9.2f}{wall:>8.1f}{seconds / pages * 1e3:>9.3f}{size / pages / 1e3:>8.1f}{megabytes:>8.0f}  {note}", flush=True)


def prepare(program):
    """The briefing's summary, and its text as blocks. Lines are not hyphenated there, since they are joined."""
    top, count = os.environ["top_srcdir"], (int(os.environ.get("BENCH_PAGES", "1000")) + 8) // 16
    with open(f"{WORK}/articles.jsonl", "wb") as out:
        subprocess.run(["awk", "-v", f"count={count}", "-f", f"{HERE}/vary.awk", f"{top}/samples/gold.jsonl"], stdout=out, check=True)
    subprocess.run([program, "extract", "-o", f"{WORK}/facts.jsonl", f"{WORK}/articles.jsonl"], check=True)
    subprocess.run([program, "merge", "-o", f"{WORK}/summary.json", f"{WORK}/facts.jsonl"], check=True)
    with open(f"{os.environ['TAKLIMAT_TEMPLATES']}/id.json", encoding="utf-8") as file, open(f"{WORK}/whole.json", "w", encoding="utf-8") as out:
        out.write(file.read().replace(', "hyphenate": true', ""))
    with open(f"{WORK}/blocks.json", "wb") as out:
        subprocess.run([os.environ["PAGES"], f"{WORK}/summary.json", "blocks", f"{WORK}/whole.json"], stdout=out, check=True)


def ours(program):
    """Processor seconds of the whole way, in all and a page, with tags and without."""
    seconds = {}
    for name, options in ("tagged", []), ("plain", ["--plain"]):
        pdf = f"{WORK}/taklimat-{name}.pdf"
        run = fastest([program, "render", *options, "-o", pdf, f"{WORK}/summary.json"])
        if run.code != 0:
            sys.exit(run.err)
        pages = pages_of(pdf)
        seconds[name] = run.seconds, run.seconds / pages
        row(f"taklimat {name}, from the summary", pages, run.seconds, run.wall, os.path.getsize(pdf), run.megabytes)
    run = Run([os.environ["PAGES"], f"{WORK}/summary.json", "3"])
    figures = dict(line.split("\t") for line in run.out.splitlines())
    pages = int(figures["count"])
    for name in seconds:
        alone = pages * int(figures["layout_us_a_page"]) / 1e6 + int(figures[f"{name}_ms"]) / 1e3
        row(f"taklimat {name}, layout and PDF alone", pages, alone, alone, pages * int(figures[f"{name}_bytes_a_page"]), 0)
    return seconds


def against(peer, seconds):
    """The peer's line; false if it is not ten times slower."""
    script = f"{HERE}/set_with_{peer}." + ("mjs" if peer == "typst" else "py")
    pdf = os.path.abspath(f"{WORK}/{peer}.pdf")
    os.makedirs("peers", exist_ok=True)
    command = ["node" if peer == "typst" else PYTHON, script, os.path.abspath(f"{WORK}/blocks.json"), pdf]
    try:
        run = fastest(command, "peers")
    except FileNotFoundError:
        print(f"{peer}: skipped: {command[0]} is not installed")
        return True
    if run.code == 77:
        print(f"{peer}: {run.err.strip()}")
        return True
    if run.code != 0:
        print(f"{peer}: failed: {run.err[-2000:]}")
        return False
    pages, (whole, a_page) = pages_of(pdf), seconds["tagged" if peer in TAGGED else "plain"]
    ratios = run.seconds / whole, run.seconds / pages / a_page
    row(run.out.strip(), pages, run.seconds, run.wall, os.path.getsize(pdf), run.megabytes,
        f"{ratios[0]:.1f} times, {ratios[1]:.1f} a page" + ("" if min(ratios) >= BAR else f": less than {BAR}"))
    return min(ratios) >= BAR


def main():
    os.makedirs(WORK, exist_ok=True)
    os.environ["TAKLIMAT_FONTS"] = os.path.abspath(os.environ["TAKLIMAT_FONTS"])
    program = os.environ["TAKLIMAT"]
    prepare(program)
    print(f"{'':<46}{'pages':>6}{'s':>9}{'s wall':>8}{'ms/page':>9}{'kB/page':>8}{'MB':>8}")
    seconds = ours(program)
    reached = [against(peer, seconds) for peer in os.environ.get("PEERS", "typst groff reportlab weasyprint").split()]
    sys.exit(not all(reached))


main()
