"""One conversation with a server (RFC 5321): each step succeeds, or says why it did not."""

from __future__ import annotations

import contextlib
import re
import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator
from types import TracebackType

from exporter.diagnostics import Diagnostic, diagnose, reason_of
from exporter.expressions import expression
from exporter.mail.outcome import Reply
from exporter.mail.server import Server
from exporter.values import Value

_DONE, _GO_AHEAD, _CHALLENGE, _LOGGED_IN = 250, 354, 334, 235
_NAME = "localhost"  # in place of one that would be asked of the network, and never said
_MECHANISMS = ("PLAIN", "LOGIN")
_CHUNK = 1 << 16  # a time-out is for each
# RFC 5321, 4.5.3.2.6: ten minutes, five times what other replies are given.
_LAST_REPLY = 10
_FAREWELL = 5  # seconds: all is said
_LONGEST_REPLY = 500
_CODES = range(200, 600)
_NUMBER = expression(r"[0-9]{1,20}")  # RFC 1870, 4


class Login(Value):
    """Who sends, as the server knows them."""

    user: str
    password: str

    def __repr__(self) -> str:
        return f"Login({self.user!r})"


class Access(Value):
    """How a server is reached. `plain` allows a conversation that others can read.

    `authorities` is a file of certificates that are trusted, None for the system's. `timeout` is
    in seconds, for each step.
    """

    server: Server
    login: Login | None = None
    plain: bool = False
    authorities: str | None = None
    timeout: float = 60


class StoppedError(Exception):
    """The conversation ended before the message was handed over, which nobody has.

    `reply` is what the server said, if it was the server who ended it.
    """

    def __init__(self, diagnostic: Diagnostic, reply: Reply | None = None) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic
        self.reply = reply


class Session:
    """A conversation, encrypted and logged in, for one message."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._is_handing_over = False
        with self._translated():
            self._smtp = self._connected()
        try:
            self._introduce()
            self._encrypt()
            self._log_in()
        except BaseException:
            self._smtp.close()
            raise

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take leave, unless that would be taken for a part of the message, or nobody waits."""
        if not self._is_handing_over and (kind is None or issubclass(kind, Exception)):
            with contextlib.suppress(OSError, AttributeError):
                self._smtp.sock.settimeout(_FAREWELL)  # type: ignore[union-attr]
                self._smtp.docmd("QUIT")
        self._smtp.close()

    @property
    def largest(self) -> int:
        """The octets that the server takes at most, 0 when it does not say (RFC 1870)."""
        said = self._smtp.esmtp_features.get("size", "")
        return int(said) if _NUMBER.fullmatch(said) else 0

    @property
    def takes_international(self) -> bool:
        """Whether addresses may have any letters before the @ (RFC 6531)."""
        return self._smtp.has_extn("smtputf8")

    def begin(self, sender: str, octets: int, *, international: bool) -> None:
        """Name the sender; StoppedError when the server does not take the message from them."""
        options = [f"SIZE={octets}"] if self._smtp.has_extn("size") else []
        if international:
            options += ["SMTPUTF8", "BODY=8BITMIME"]
        with self._translated():
            reply = _reply(self._smtp.mail(sender, options))
        if reply.code != _DONE:
            raise StoppedError(diagnose("M009", sender=sender, reply=reply), reply)

    def ask(self, recipient: str) -> Reply:
        """What the server says to a recipient."""
        with self._translated():
            return _reply(self._smtp.rcpt(recipient))

    def hand_over(self, content: bytes) -> Reply | None:
        """The server's last word on the message; None when it was lost, and nobody knows.

        StoppedError as long as the server cannot have taken it.
        """
        reply = self._command("DATA")
        if reply.code != _GO_AHEAD:
            raise StoppedError(diagnose("M012", reply=reply), reply)
        stuffed = re.sub(rb"(?m)^\.", b"..", content)  # RFC 5321, 4.5.2
        if not stuffed.endswith(b"\r\n"):
            stuffed += b"\r\n"
        self._is_handing_over = True
        with self._translated():
            for start in range(0, len(stuffed), _CHUNK):
                self._smtp.send(stuffed[start : start + _CHUNK])
        try:
            last = self._end_of_message()
        except (OSError, KeyboardInterrupt, SystemExit):
            return None
        self._is_handing_over = False
        return last if last.code in _CODES else None

    def _end_of_message(self) -> Reply:
        if self._smtp.sock:
            self._smtp.sock.settimeout(self._access.timeout * _LAST_REPLY)
        self._smtp.send(b".\r\n")
        return _reply(self._smtp.getreply())

    def _connected(self) -> smtplib.SMTP:
        server, timeout = self._access.server, self._access.timeout
        if not server.tls_first:
            return _Smtp(server.host, server.port, _NAME, timeout)
        context = self._context()
        return _SmtpOverTls(server.host, server.port, _NAME, timeout=timeout, context=context)

    def _introduce(self) -> None:
        with self._translated():
            try:
                self._smtp.ehlo_or_helo_if_needed()
            except smtplib.SMTPHeloError as error:
                raise self._stopped(_reply((error.smtp_code, error.smtp_error))) from error

    def _encrypt(self) -> None:
        """Go on under TLS wherever the server can (RFC 3207); StoppedError where it must."""
        access = self._access
        if access.server.tls_first or access.plain:
            return
        if not self._smtp.has_extn("starttls"):
            if not access.server.is_here:
                raise StoppedError(diagnose("M005", server=access.server))
            return
        with self._translated():
            self._smtp.starttls(context=self._context())
        self._introduce()

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._access.authorities)

    def _log_in(self) -> None:
        access = self._access
        if access.login is None:
            return
        if not (isinstance(self._smtp.sock, ssl.SSLSocket) or access.server.is_here):
            raise StoppedError(diagnose("M008", server=access.server))
        offered = self._smtp.esmtp_features.get("auth", "").upper().split()
        mechanism = next((name for name in _MECHANISMS if name in offered), None)
        if mechanism is None:
            known = " and ".join(_MECHANISMS)
            raise StoppedError(diagnose("M016", server=access.server, known=known))
        answer = self._plain if mechanism == "PLAIN" else self._two_answers
        reply = answer(access.login)
        if reply.code != _LOGGED_IN:
            raise StoppedError(
                diagnose("M007", server=access.server, user=access.login.user, reply=reply), reply
            )

    def _plain(self, login: Login) -> Reply:
        """RFC 4616, in UTF-8, which the standard library's login does not speak."""
        answer = _base64("\0".join(("", login.user, login.password)))
        return self._command("AUTH", f"PLAIN {answer}")

    def _two_answers(self, login: Login) -> Reply:
        reply = self._command("AUTH", "LOGIN")
        for answer in (login.user, login.password):
            if reply.code != _CHALLENGE:
                break
            reply = self._command(_base64(answer))
        return reply

    def _command(self, *words: str) -> Reply:
        with self._translated():
            return _reply(self._smtp.docmd(*words))

    def _stopped(self, reply: Reply) -> StoppedError:
        return StoppedError(diagnose("M017", server=self._access.server, reply=reply), reply)

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        """Say in the user's terms what went wrong with the connection."""
        server = self._access.server
        try:
            yield
        except smtplib.SMTPResponseException as error:
            raise self._stopped(_reply((error.smtp_code, error.smtp_error))) from error
        except ssl.SSLCertVerificationError as error:
            reason = error.verify_message.rstrip(".")
            raise StoppedError(diagnose("M006", server=server, reason=reason)) from error
        except TimeoutError as error:
            reason = f"no answer within {self._access.timeout:g} s"
            raise StoppedError(diagnose("M004", server=server, reason=reason)) from error
        except smtplib.SMTPServerDisconnected as error:
            late = isinstance(error.__context__, TimeoutError)
            reason = f"no answer within {self._access.timeout:g} s" if late else "it hung up"
            raise StoppedError(diagnose("M018", server=server, reason=reason)) from error
        except (OSError, UnicodeError) as error:
            raise StoppedError(diagnose("M004", server=server, reason=_reason(error))) from error


class _Smtp(smtplib.SMTP):
    """The standard library's client, called by its address, as mail programs call themselves."""

    def ehlo(self, name: str = "") -> tuple[int, bytes]:
        """The server's reply to the greeting, with what it can do."""
        return super().ehlo(name or _own_name(self.sock))

    def helo(self, name: str = "") -> tuple[int, bytes]:
        """The server's reply to the older greeting."""
        return super().helo(name or _own_name(self.sock))


class _SmtpOverTls(smtplib.SMTP_SSL, _Smtp):
    """The same, under TLS from the first byte."""


def _own_name(connection: socket.socket | None) -> str:
    """RFC 5321, 4.1.3: the address as a literal."""
    address = "127.0.0.1"
    with contextlib.suppress(OSError, AttributeError):  # it has been closed
        address = str(connection.getsockname()[0]) if connection else address
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def _reply(answer: tuple[int, bytes | str]) -> Reply:
    code, text = answer
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return Reply(code, " ".join(words.split())[:_LONGEST_REPLY])


def _base64(text: str) -> str:
    return b64encode(text.encode("utf-8", "surrogateescape")).decode("ascii")


def _reason(error: OSError | UnicodeError) -> str:
    if isinstance(error, socket.gaierror):
        return "there is no such host"
    if isinstance(error, ssl.SSLError):
        return f"TLS failed ({error.reason or error})"
    return reason_of(error)
