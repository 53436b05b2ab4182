"""Kills `taklimat mail --send` at random moments, and looks at what the server kept and what the ledger says.

    kill.py TAKLIMAT OFFICE MONTH PORT LOG KILLS [SEED]

OFFICE is a folder with a taklimat.conf whose last line is still to be written: the port of a server, and where the state is kept. In each
round everybody on the list is mailed by processes that are killed with SIGKILL after random times, the last one not. Afterwards nobody may
have got two messages, whoever is listed as sent must have got one, and everybody must be listed as sent or held. Rounds go on until KILLS
processes died. At the end of each those that are held are sent again, as a person would ask for: then everybody has it.
"""
import collections
import json
import os
import random
import signal
import subprocess
import sys
import time

taklimat, office, month, port, log, wanted, *seed = sys.argv[1:]
SENT, HELD = 0, 76
with open(office + "/taklimat.conf") as file:
    settings = file.read()
with open(office + "/recipients.csv") as file:
    people = len(file.readlines()) - 1


def kept():
    with open(log) as file:
        return collections.Counter(line.split()[0] for line in file)


def command(*more):
    return [taklimat, "mail", "--config", office, *more]


def send(*more):
    return subprocess.run(command("--month", month, "--send", *more), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def killed(seconds):
    """Whether the process was still there to be killed."""
    process = subprocess.Popen(command("--month", month, "--send"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    code = process.wait()
    if code not in (SENT, HELD, -signal.SIGKILL):
        sys.exit(f"exit code {code}")
    return code == -signal.SIGKILL


def states():
    run = subprocess.run(command("--status", "--json"), capture_output=True, text=True)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    return {row["recipient"]: row["state"] for row in rows}


def check():
    """Returns how many are held, and how many of these the server kept."""
    last = send()
    time.sleep(0.1)  # what the last process that was killed had sent, the server may still be reading
    got, found = kept(), states()
    twice = [r for r, n in got.items() if n > 1]
    false = [r for r, s in found.items() if s == "sent" and not got[r]]
    held = [r for r, s in found.items() if s == "held"]
    lost = [r for r, s in found.items() if s not in ("sent", "held")]
    if twice or false or lost or len(found) != people:
        sys.exit(f"twice: {twice}; sent and not kept: {false}; neither sent nor held: {lost}; {len(found)} rows")
    if last.returncode != (HELD if held else SENT) or ("--resend-unknown" in last.stderr) != bool(held):
        sys.exit(f"{len(held)} held, and yet {last.returncode}: {last.stderr}")
    last = send("--resend-unknown")
    if last.returncode != SENT or len(kept()) != people or set(states().values()) != {"sent"}:
        sys.exit(f"after held ones were sent again, somebody has none: {last.stderr}")
    return len(held), sum(got[r] for r in held)


random.seed(int(seed[0]) if seed else 7)
kills = rounds = unknown = taken = 0
while kills < int(wanted):
    rounds += 1
    with open(office + "/taklimat.conf", "w") as file:
        file.write(f'{settings}smtp = "smtp+plain://localhost:{port}"\nstate = "../state.{rounds}"\n')
    if os.path.exists("briefing/.taklimat-mail"):
        os.remove("briefing/.taklimat-mail")  # each round has a ledger of its own
    open(log, "w").close()
    alive = True  # composing takes 5 ms a message, sending 40
    while alive and kills < int(wanted):
        alive = killed(random.uniform(0.0, 0.3 + people * 0.01))
        kills += alive
    here_held, here_taken = check()
    unknown, taken = unknown + here_held, taken + here_taken
print(f"{kills} kills in {rounds} rounds of {people} recipients: nobody twice, none falsely sent, all accounted for; "
      f"{unknown} held, of which the server had kept {taken}")
