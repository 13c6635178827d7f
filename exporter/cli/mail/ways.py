"""Where a message goes: into a file, or to a server."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from exporter.cli.console import Narrator, put_bytes
from exporter.cli.inputs import Input
from exporter.diagnostics import Diagnostic, UsageError, diagnose
from exporter.mail.delivery import Parcel, deliver, pauses
from exporter.mail.message import Letter
from exporter.mail.outcome import Recipient
from exporter.mail.session import Access
from exporter.outputs import safe, write
from exporter.values import Value

_STANDARD_OUTPUT = "-"
_NAMELESS = "message"


class Arrival(Value):
    """Where a message has got to."""

    is_complete: bool
    output: str | None = None
    server: str | None = None
    recipients: tuple[Recipient, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class Way(Protocol):
    """Takes a message to where it goes. `done` is what is then said of it."""

    done: str
    is_draft: bool

    def take(self, letter: Letter, content: bytes) -> Arrival: ...


class Draft:
    """A file to be opened as a draft; in a folder it is called after its subject."""

    done = "written"
    is_draft = True

    def __init__(self, path: str) -> None:
        self._path = path

    def spare(self, stories: Iterable[Input]) -> None:
        """UsageError when the file is one of the stories."""
        own = os.path.realpath(self._path)
        if any(story.path and os.path.realpath(story.path) == own for story in stories):
            raise UsageError(diagnose("U049", output=self._path))

    def take(self, letter: Letter, content: bytes) -> Arrival:
        """Write the file, whole or not at all; ExportError."""
        if self._path == _STANDARD_OUTPUT:
            put_bytes(content)
            return Arrival(is_complete=True)
        path = Path(self._path)
        if path.is_dir() or self._path.endswith(("/", os.sep)):
            path /= f"{safe(letter.subject) or _NAMELESS}.eml"
        write(path, content)
        return Arrival(is_complete=True, output=str(path))


class Post:
    """A server to hand the message to."""

    done = "sent"
    is_draft = False

    def __init__(self, access: Access, retries: int, narrator: Narrator) -> None:
        self._access = access
        self._pauses = pauses(retries)
        self._narrator = narrator

    def take(self, letter: Letter, content: bytes) -> Arrival:
        """Hand the message over, once for all recipients."""
        parcel = Parcel(
            sender=letter.sender.address if letter.sender else "",
            recipients=tuple(each.address for each in letter.recipients),
            content=content,
            message_id=letter.message_id,
            international=letter.is_international,
        )
        delivery = deliver(parcel, self._access, self._pauses, sleep=time.sleep, tell=self._tell)
        return Arrival(
            is_complete=delivery.is_complete,
            server=str(self._access.server),
            recipients=delivery.recipients,
            diagnostics=delivery.diagnostics,
        )

    def _tell(self, diagnostic: Diagnostic) -> None:
        self._narrator.tell((diagnostic,))
