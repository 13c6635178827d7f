"""Servers on this machine: a real one, and one that answers as a test says."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from exporter.mail.server import Server

# What a scripted server does in place of an answer.
HANG_UP = "hang up"
SILENCE = "silence"
_ANSWERS = {
    "": "220 test.example ESMTP",
    "EHLO": "250-test.example\n250-8BITMIME\n250 HELP",
    "HELO": "250 test.example",
    "MAIL": "250 sender ok",
    "RCPT": "250 recipient ok",
    "DATA": "354 go ahead",
    ".": "250 taken",
    "QUIT": "221 bye",
}
_PATIENCE = 30  # seconds, so that a test that goes wrong ends


@dataclass
class Conversation:
    """What a client has said in one connection."""

    commands: list[str] = field(default_factory=list)
    content: bytes | None = None

    def count(self, verb: str) -> int:
        return sum(each.upper().startswith(verb) for each in self.commands)


class Scripted:
    """A server that answers by a table of verbs for each connection, by the last for all others.

    Verbs are those of commands, blank for the greeting and a dot for the end of a message; a
    whole command goes before its verb.
    """

    def __init__(self, *tables: Mapping[str, str]) -> None:
        self._tables = tables or ({},)
        self.conversations: list[Conversation] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._released = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def server(self) -> Server:
        return Server("127.0.0.1", self._listening.getsockname()[1], False)

    @property
    def deliveries(self) -> list[bytes]:
        """Every message that has come to its end."""
        return [each.content for each in self.conversations if each.content is not None]

    def close(self) -> None:
        self._released.set()
        with contextlib.suppress(OSError):
            socket.create_connection(self._listening.getsockname(), _PATIENCE).close()
        self._thread.join(_PATIENCE)
        self._listening.close()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listening.accept()
            with connection:
                if self._released.is_set():
                    return
                connection.settimeout(_PATIENCE)
                number = min(len(self.conversations), len(self._tables) - 1)
                self.conversations.append(Conversation())
                with contextlib.suppress(OSError):
                    self._converse(connection, self._tables[number], self.conversations[-1])

    def _converse(
        self, connection: socket.socket, table: Mapping[str, str], said: Conversation
    ) -> None:
        with connection.makefile("rb") as lines:
            if not self._answer(connection, table, ""):
                return
            for line in lines:
                command = line.decode("utf-8", "replace").rstrip("\r\n")
                said.commands.append(command)
                if not self._answer(connection, table, command):
                    return
                if command.upper() == "DATA" and table.get("DATA", "354").startswith("354"):
                    said.content = _message(iter(lines))
                    if not self._answer(connection, table, "."):
                        return

    def _answer(self, connection: socket.socket, table: Mapping[str, str], command: str) -> bool:
        """Whether the conversation goes on."""
        verb = command.split(" ")[0].upper()
        said = {key.lower(): answer for key, answer in {**_ANSWERS, **table}.items()}
        answer = said.get(command.lower(), said.get(verb.lower(), "502 what?"))
        if answer == SILENCE:
            self._released.wait(_PATIENCE)
        if answer in (HANG_UP, SILENCE):
            return False
        connection.sendall(answer.replace("\n", "\r\n").encode() + b"\r\n")
        return verb != "QUIT"


def _message(lines: Iterator[bytes]) -> bytes | None:
    """A message up to its dot, as it was before dots were doubled; None without a dot."""
    content = b""
    for line in lines:
        if line == b".\r\n":
            return content
        content += line.removeprefix(b".")
    return None


@contextlib.contextmanager
def scripted(*tables: Mapping[str, str]) -> Iterator[Scripted]:
    """A scripted server for the time of a test."""
    server = Scripted(*tables)
    try:
        yield server
    finally:
        server.close()


@dataclass
class Inbox:
    """What a real server has been given, and whom it does not know."""

    unknown: set[str] = field(default_factory=set)
    envelopes: list[object] = field(default_factory=list)
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802
        if address in self.unknown:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, _server, session, envelope):  # noqa: N802
        self.envelopes.append(envelope)
        self.encrypted.append(session.ssl is not None)
        return "250 2.0.0 taken"

    def authenticate(self, _server, _session, _envelope, _mechanism, data):
        self.logins.append((data.login, data.password))
        return AuthResult(success=data.password == "schlüssel".encode(), handled=False)


@dataclass(frozen=True)
class Real:
    """A running server, what it has been given, and the file of its authority."""

    server: Server
    inbox: Inbox
    authorities: str


class _Controller(Controller):
    """A server with STARTTLS, as aiosmtpd's controller has none of its own."""

    def __init__(self, handler: Inbox, starttls: ssl.SSLContext | None, **facts: object) -> None:
        self._starttls = starttls
        super().__init__(handler, hostname="127.0.0.1", port=_free_port(), **facts)

    def factory(self) -> SMTP:
        return SMTP(self.handler, tls_context=self._starttls, **self.SMTP_kwargs)


@contextlib.contextmanager
def real(
    folder,
    *,
    starttls: bool = False,
    tls_first: bool = False,
    login: bool = False,
    name: str = "localhost",
    **facts: object,
) -> Iterator[Real]:
    """A real server for the time of a test; `name` is whom its certificate is for."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    authorities = folder / "authority.pem"
    authority.cert_pem.write_to_path(authorities)
    inbox = Inbox()
    if login:
        facts |= {"authenticator": inbox.authenticate, "auth_required": True}
    controller = _Controller(
        inbox,
        context if starttls else None,
        ssl_context=context if tls_first else None,
        require_starttls=starttls,
        enable_SMTPUTF8=True,
        **facts,
    )
    controller.start()
    try:
        server = Server("localhost", controller.port, tls_first)
        yield Real(server, inbox, str(authorities))
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port
