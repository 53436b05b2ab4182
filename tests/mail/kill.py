"""Kills the sending process at random moments, and looks at what the server kept and what the ledger says.

    kill.py DRIVER KILLS [RECIPIENTS] [SEED]

In each round RECIPIENTS (100) are mailed by processes that are killed with SIGKILL after random times, the last one not. Afterwards
nobody may have got two messages, whoever is listed as sent must have got one, and everybody must be listed as sent or held. Rounds go on until
KILLS processes died. At the end those that are held are sent again, as a person would ask for: then everybody has it.
"""
import collections
import os
import random
import signal
import subprocess
import sys
import time

here = os.path.dirname(os.path.abspath(__file__))


def start_server(options):
    with open("mode", "w") as file:
        file.write(options)
    server = subprocess.Popen([sys.executable, os.path.join(here, "server.py"), "log", "port", "mode"])
    while not os.path.exists("port"):
        time.sleep(0.02)
    with open("port") as file:
        return server, file.read()


def kept():
    with open("log") as file:
        return collections.Counter(line.split()[0] for line in file)


class Round:
    def __init__(self, driver, port, count, number):
        self.driver, self.port, self.count = driver, port, count
        self.ledger = f"state{number}/mail.db"
        open("log", "w").close()
        subprocess.run([driver, "fill", self.ledger, "message.eml", str(count)], check=True)

    def command(self, *more):
        return [self.driver, "send", self.ledger, "port=" + self.port, "security=plain", "timeout=20", *more]

    def killed(self, seconds):
        """Whether the process was still there to be killed."""
        process = subprocess.Popen(self.command(), stdout=subprocess.DEVNULL)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        code = process.wait()
        if code not in (0, -signal.SIGKILL):
            sys.exit(f"the driver ended with {code}")
        return code == -signal.SIGKILL

    def states(self):
        out = subprocess.run([self.driver, "status", self.ledger], check=True, capture_output=True, text=True).stdout
        return dict(line.split()[:2] for line in out.splitlines())

    def check(self):
        """Returns how many are held, and how many of these the server kept."""
        subprocess.run(self.command(), check=True, stdout=subprocess.DEVNULL)
        time.sleep(0.1)  # what the last process that was killed had sent, the server may still be reading
        got, states = kept(), self.states()
        twice = [r for r, n in got.items() if n > 1]
        false = [r for r, s in states.items() if s == "sent" and not got[r]]
        lost = [r for r, s in states.items() if s not in ("sent", "held")]
        if twice or false or lost or len(states) != self.count:
            sys.exit(f"twice: {twice}; sent and not kept: {false}; neither sent nor held: {lost}; {len(states)} rows")
        held = [r for r, s in states.items() if s == "held"]
        subprocess.run(self.command("resend"), check=True, stdout=subprocess.DEVNULL)
        if len(kept()) != self.count or set(self.states().values()) != {"sent"}:
            sys.exit("after held ones were sent again, somebody has none")
        return len(held), sum(got[r] for r in held)


def main():
    driver, wanted = sys.argv[1], int(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 100
    random.seed(int(sys.argv[4]) if len(sys.argv) > 4 else 7)
    with open("message.eml", "wb") as file:
        file.write(b"Subject: uji\r\n\r\n" + b"".join(b"Baris %d.\r\n" % i for i in range(2000)))
    server, port = start_server("slow=dot:0.004")
    kills = rounds = held = taken = 0
    try:
        while kills < wanted:
            one = Round(driver, port, count, rounds)
            alive = True
            while alive and kills < wanted:
                alive = one.killed(random.uniform(0.0, 0.2))
                kills += alive
            here_held, here_taken = one.check()
            rounds, held, taken = rounds + 1, held + here_held, taken + here_taken
    finally:
        server.kill()
    print(f"{kills} kills in {rounds} rounds of {count} recipients: nobody twice, none falsely sent, all accounted for; "
          f"{held} held, of which the server had kept {taken}")


main()
