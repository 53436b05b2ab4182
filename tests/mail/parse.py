"""Composes letters from words that are hard to encode, and reads them back with Python's email package.

    parse.py LETTER COUNT [SEED]

LETTER is the program of letter.c. Of each message are compared: every header, the text, the attached bytes, the length of the lines.
"""
import email
import email.policy
import email.utils
import hashlib
import os
import random
import subprocess
import sys

ATOMS = ["Taklimat", "Agustus 2024", "Kepulauan Bangka Belitung", "é", "ş", "—", "😀", "𝕏", "日本語", '"', "\\", "'", "(", ")", "<", ">", "@", ",", ";", ":",
         ".", "=?utf-8?q?x?=", "=?", "?=", "=20", "_", "S.H., M.H.", "x" * 90, "ü" * 60, "Bcc: a@example.com", "%s%n", "$(id)", "&amp;", "[1]", "/../", "\u0301a",
         "ﷺ", "א", "\ufffd"]
BREAKS = ["\r\n", "\n", "\r", "\t", "\x0b", "\x1b[31m", "\u2028", "\x85", "\r\n\r\n", " ", "  "]
LINES = ATOMS + [".", "..", "From x", "--=_2024-08", "-- ", "", " ", "\t", "trailing  ", "=", "=\t", "x" * 1200, "é" * 700]


def words(source, most):
    return "".join(random.choice(ATOMS) + random.choice(source) for _ in range(random.randrange(most)))


def plain(text):
    """As a header of a letter has it."""
    out = ""
    for c in text:
        blank = c.isspace() or ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u2028\u2029\u200b"
        out += " " if blank else c
    return " ".join(out.split()).replace("=?", "= ")


def same(what, got, expected):
    if got != expected:
        sys.exit(f"{what}: {got!r} is not {expected!r}")


def headers(message, subject, from_name, to_name, message_id, multipart):
    names = ["Date", "From", "Reply-To", "Subject", "To", "Message-Id", "MIME-Version", "Auto-Submitted", "List-Unsubscribe", "Content-Type"]
    same("headers", message.keys(), names if multipart else names + ["Content-Transfer-Encoding"])
    same("Date", message["Date"], "Sat, 31 Aug 2024 20:30:00 -0330")
    same("Subject", "".join(message["Subject"].split()), "".join(subject.split()))
    for name, person, address in (("From", from_name, "redaksi@xn--bcher-kva.example"), ("To", to_name, "o'neil+x@example.org"), ("Reply-To", "", "balas@example.org")):
        same(name, [a.addr_spec for a in message[name].addresses], [address])
        same(name, "".join(message[name].addresses[0].display_name.split()), "".join(person.split()))
    same("Message-Id", message["Message-Id"], f"<{message_id}>")
    same("List-Unsubscribe", message["List-Unsubscribe"], "<https://example.org/berhenti?x=1&y=2>")
    same("Auto-Submitted", message["Auto-Submitted"], "auto-generated")


def lines(raw):
    if not raw.endswith(b"\r\n") or raw.replace(b"\r\n", b"").translate(None, b"\t" + bytes(range(0x20, 0x7F))):
        sys.exit("a line end or a byte that is not 7-bit")
    same("longest line", [line for line in raw.split(b"\r\n") if len(line) > 998], [])


def check(program, number):
    subject, from_name, to_name = words(BREAKS, 12), words(BREAKS, 4), words(BREAKS, 4)
    body = "\n".join(random.choice(LINES) for _ in range(random.randrange(30))) + "\n"
    pdf = random.randbytes(random.randrange(1, 5000)) if number % 3 else b""
    for name, data in (("body", body.encode()), ("pdf", pdf)):
        with open(name, "wb") as file:
            file.write(data)
    run = subprocess.run([program, "out.eml", subject, from_name, to_name, words(BREAKS, 3), "body", "pdf" if pdf else ""], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"letter {number}: {run.stdout}{run.stderr}")
    message_id, size, digest = run.stdout.split()
    with open("out.eml", "rb") as file:
        raw = file.read()
    same("size", len(raw), int(size))
    same("digest", hashlib.sha256(raw).hexdigest(), digest)
    lines(raw)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    headers(message, plain(subject), plain(from_name), plain(to_name), message_id, bool(pdf))
    parts = list(message.iter_parts()) if pdf else [message]
    same("parts", [p.get_content_type() for p in parts], ["text/plain", "application/pdf"][: 2 if pdf else 1])
    same("body", parts[0].get_payload(decode=True).decode().replace("\r\n", "\n"), body)
    if pdf:
        same("pdf", parts[1].get_content(), pdf)
        same("disposition", parts[1].get_content_disposition(), "attachment")
        name = parts[1].get_filename()
        same("file name", name.isascii() and name.isprintable() and not set(name) & set(' /"\\;:'), True)


def main():
    count = int(sys.argv[2])
    random.seed(int(sys.argv[3]) if len(sys.argv) > 3 else 3)
    for number in range(count):
        check(sys.argv[1], number)
    print(count, "letters read back")


main()
