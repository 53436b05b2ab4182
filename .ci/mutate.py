#!/usr/bin/env python3
"""Broken input for .ci/long.

usage: mutate.py SEED FOLDER OUT      a copy of FOLDER in OUT with bytes changed, cut out and doubled; same SEED, same bytes
       mutate.py --shard N FILE OUT   the lines of FILE, shuffled, dealt to OUT.0 .. OUT.N-1
"""
import os
import random
import shutil
import sys

PIECES = [b"", b"\0", b"\xff", b"\xc3", b"\xe2\x80", b'"', b"\\", b"\\ud800", b"{", b"[", b"]}", b"\r", b"\n\n", b"\xef\xbb\xbf",
          "“".encode(), "”".encode(), b"Nomor ", b"Kabupaten ", b"Rp", b"31/02/2024", b"9" * 40, b"a" * 5000, b"[" * 3000]


def mutate(data, rng):
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
            data[at:at] = rng.choice(PIECES)
    return bytes(data)


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


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] == "--shard":
        shard(int(sys.argv[2]), sys.argv[3], sys.argv[4])
    elif len(sys.argv) == 4:
        folder(int(sys.argv[1]), sys.argv[2], sys.argv[3])
    else:
        sys.exit(__doc__)
