"""A mail server for tests, with a fault wherever one is asked for. Standard library only.

    server.py LOG PORTFILE MODE

listens on 127.0.0.1, writes its port to PORTFILE, and a line "RECIPIENT SHA256 SIZE" to LOG for each message that it
keeps, before it answers; SHA256 and SIZE are of the message's bytes without the final dot. MODE is a file of options, which may be changed between two connections:

    greet= ehlo= mail= rcpt= data= dot= CODE     answers so at that step (dot: after the message, which is not kept)
    drop=STEP     hangs up instead of an answer: greet, ehlo, mail, rcpt, data, middle (of the message), dot (it is kept)
    slow=STEP:SECONDS   waits before the answer (dot: it is kept)
    once          faults only the first time for each recipient, or, before one is known, for the first connection
    only=NAME     faults only for the recipient whose local part this is
    tls=CERT:KEY  offers STARTTLS; wrap: from the first byte (implicit)
    auth=PASSWORD offers AUTH PLAIN and LOGIN, and XOAUTH2 with it as the token, and wants one of them
    most=N        messages on one connection, then 421
"""
import base64
import hashlib
import os
import socket
import ssl
import sys
import threading
import time

STEPS = ("greet", "ehlo", "mail", "rcpt", "data", "dot")
lock = threading.Lock()
seen = {}  # by mode: who has met its fault


def options(words):
    out = {}
    for word in words:
        key, _, value = word.partition("=")
        out[key] = value
    return out


class Gone(Exception):
    pass


class Session:
    def __init__(self, connection, log, o):
        self.socket, self.log, self.o = connection, log, o
        self.pending = b""
        self.recipient = None
        self.authenticated = "auth" not in o
        self.messages = 0
        self.encrypted = False

    def say(self, text):
        self.socket.sendall(text.encode() + b"\r\n")

    def line(self):
        while b"\n" not in self.pending:
            got = self.socket.recv(65536)
            if not got:
                raise Gone
            self.pending += got
        line, self.pending = self.pending.split(b"\n", 1)
        return line.rstrip(b"\r")

    def faulty(self):
        """Whether faults are in force now."""
        if "only" in self.o and self.recipient and not self.recipient.startswith(self.o["only"] + "@"):
            return False
        if "once" not in self.o:
            return True
        with lock:
            met = seen.setdefault(str(self.o), set())
            first = self.recipient not in met
            met.add(self.recipient)
        return first

    def answer(self, step, good, keep=None):
        """The answer of a step, or its fault. True if it was the good one; keep: called if the message is taken."""
        slow, _, seconds = self.o.get("slow", "").partition(":")
        fault = step in self.o or self.o.get("drop") == step or slow == step
        if fault and self.faulty():
            if step in self.o:
                self.say(self.o[step] + " 4.7.1 not now, or never" if self.o[step] < "5" else self.o[step] + " 5.7.1 refused")
                if self.o[step] == "421":
                    raise Gone
                return False
            if keep:
                keep()
            if slow == step:
                time.sleep(float(seconds))
            else:
                raise Gone
        elif keep:
            keep()
        self.say(good)
        return True

    def ehlo(self):
        lines = ["mail.example.org", "8BITMIME", "SIZE 10485760"]
        if "tls" in self.o and not self.encrypted:
            lines.append("STARTTLS")
        if "auth" in self.o and self.encrypted:
            lines.append("AUTH PLAIN LOGIN XOAUTH2")
        text = "\r\n".join("250-" + line for line in lines[:-1]) + "\r\n250 " + lines[-1]
        self.answer("ehlo", text.lstrip())

    def wrap(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self.o["tls"].split(":"))
        self.socket = context.wrap_socket(self.socket, server_side=True)
        self.encrypted = True

    def auth(self, words):
        mechanism = words[1].upper()
        if mechanism == b"LOGIN":
            self.say("334 VXNlcm5hbWU6")
            base64.b64decode(self.line())
            self.say("334 UGFzc3dvcmQ6")
            given = base64.b64decode(self.line())
        else:
            if len(words) < 3:
                self.say("334 ")
                words = words + [self.line()]
            data = base64.b64decode(words[2])
            given = data.split(b"\0")[-1] if mechanism == b"PLAIN" else data.split(b"Bearer ")[-1].rstrip(b"\1")
        self.authenticated = given == self.o["auth"].encode()
        # A server that repeats what it was given: nobody may log that.
        self.say("235 2.7.0 ok" if self.authenticated else "535 5.7.8 wrong: " + given.decode("latin-1"))

    def keep(self, body):
        digest = hashlib.sha256(body).hexdigest()
        with lock:
            os.write(self.log, f"{self.recipient} {digest} {len(body)}\n".encode())

    def message(self):
        body, faulty = [], self.o.get("drop") == "middle" and self.faulty()
        while True:
            line = self.line()
            if faulty and len(body) > 3:
                raise Gone
            if line == b".":
                break
            body.append(line[1:] if line.startswith(b".") else line)
        whole = b"".join(line + b"\r\n" for line in body)
        self.answer("dot", "250 2.0.0 taken", keep=lambda: self.keep(whole))
        self.messages += 1

    def command(self, line):
        words = line.split()
        verb = words[0].upper() if words else b""
        if verb in (b"EHLO", b"HELO"):
            self.ehlo()
        elif verb == b"STARTTLS" and "tls" in self.o:
            self.say("220 go")
            self.wrap()
        elif verb == b"AUTH":
            self.auth(words)
        elif verb == b"MAIL" and not self.authenticated:
            self.say("530 5.7.0 log in first")
        elif verb == b"MAIL" and self.messages >= int(self.o.get("most", "1000000000")):
            self.say("421 4.7.0 too many on one connection")
            raise Gone
        elif verb == b"MAIL":
            self.recipient = None
            self.answer("mail", "250 2.1.0 ok")
        elif verb == b"RCPT":
            self.recipient = line.split(b"<")[1].split(b">")[0].decode()
            self.answer("rcpt", "250 2.1.5 ok")
        elif verb == b"DATA":
            if self.answer("data", "354 go on"):
                self.message()
        elif verb == b"QUIT":
            self.say("221 2.0.0 bye")
            raise Gone
        else:
            self.say("250 2.0.0 ok")

    def run(self):
        try:
            if "wrap" in self.o:
                self.wrap()
            if self.answer("greet", "220 mail.example.org ESMTP"):
                while True:
                    self.command(self.line())
        except (Gone, OSError):
            pass
        finally:
            self.socket.close()


def main():
    log_path, port_path, mode_path = sys.argv[1:]
    log = os.open(log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    listener = socket.create_server(("127.0.0.1", 0))
    with open(port_path + ".new", "w") as file:
        file.write(str(listener.getsockname()[1]))
    os.rename(port_path + ".new", port_path)
    while True:
        connection, _ = listener.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with open(mode_path) as file:
            mode = options(file.read().split())
        threading.Thread(target=Session(connection, log, mode).run, daemon=True).start()


main()
