"""What makes the values of mail's options good or refuses them; `exporter.mail` waits for one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.diagnostics import UsageError, diagnose, reason_of
from exporter.model.prose import collapsed

if TYPE_CHECKING:
    from exporter.mail.addresses import Mailbox
    from exporter.mail.server import Server

_LONGEST_LETTER = 200_000


def mailboxes(lists: Sequence[str]) -> tuple[Mailbox, ...]:
    """The addresses of lists; UsageError for what is none."""
    if not lists:
        return ()
    from exporter.mail import addresses

    return addresses.mailboxes(lists)


def mailbox(text: str) -> Mailbox:
    """The only address of a text; UsageError."""
    from exporter.mail import addresses

    return addresses.mailbox(text)


def mail_server(url: str) -> Server:
    """The server of an address; UsageError."""
    from exporter.mail.server import server_of

    return server_of(url)


def octets(text: str) -> int:
    """A size in octets; UsageError."""
    from exporter.mail.sizes import size_of

    return size_of(text)


def authorities(path: str) -> str:
    """The path of a file of certificates as it is; UsageError when there are none in it."""
    import ssl

    try:
        ssl.create_default_context(cafile=path)
    except (OSError, ValueError) as error:
        reason = "it holds no certificates" if isinstance(error, ssl.SSLError) else reason_of(error)
        raise _unusable(path, "a file of authorities", reason) from error
    return path


def letter(path: str) -> str:
    """The text of a file, or of standard input, less what no mail program shows; UsageError."""
    purpose = "the text of the message"
    try:
        if path == "-":
            data = sys.stdin.buffer.read(_LONGEST_LETTER + 1) if sys.stdin else b""
        else:
            with Path(path).open("rb") as file:
                data = file.read(_LONGEST_LETTER + 1)
        if len(data) > _LONGEST_LETTER:
            raise _unusable(path, purpose, f"it is larger than {_LONGEST_LETTER:,} bytes")
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unusable(path, purpose, "it is not UTF-8") from error
    except (OSError, ValueError) as error:
        raise _unusable(path, purpose, reason_of(error)) from error
    lines = [_line(each) for each in text.splitlines()]
    if not any(lines):
        raise _unusable(path, purpose, "it is blank")
    return "\n".join(lines).strip("\n")


def _line(text: str) -> str:
    """A line with its blanks, which part columns, and without hidden characters."""
    return "".join(each for each in text.expandtabs(4) if each == " " or collapsed(each)).rstrip()


def _unusable(path: str, purpose: str, reason: str) -> UsageError:
    name = "standard input" if path == "-" else Path(path).name
    return UsageError(diagnose("U045", name=name, purpose=purpose, reason=reason))
