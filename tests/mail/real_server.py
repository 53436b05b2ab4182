"""aiosmtpd, a mail server that others wrote, with STARTTLS and a password: the same arguments and log as server.py.

    real_server.py LOG PORTFILE CERT KEY PASSWORD
"""
import asyncio
import hashlib
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

log_path, port_path, cert, key, password = sys.argv[1:]
log = os.open(log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)


class Keeper:
    async def handle_DATA(self, server, session, envelope):
        body = envelope.content
        os.write(log, f"{envelope.rcpt_tos[0]} {hashlib.sha256(body).hexdigest()} {len(body)}\n".encode())
        return "250 2.0.0 taken"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=data.password == password.encode(), handled=False)


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(cert, key)


def session():
    return SMTP(Keeper(), tls_context=context, require_starttls=True, auth_required=True, authenticator=authenticate,
                data_size_limit=20000000)


async def main():
    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", 0)
    with open(port_path + ".new", "w") as file:
        file.write(str(server.sockets[0].getsockname()[1]))
    os.rename(port_path + ".new", port_path)
    await server.serve_forever()


asyncio.run(main())
