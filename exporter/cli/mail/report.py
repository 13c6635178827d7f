"""What a script reads on standard output of a message."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from exporter.cli.console import put_json, put_line
from exporter.cli.mail.stories import Attached
from exporter.cli.mail.ways import Arrival
from exporter.diagnostics import Diagnostic
from exporter.mail.message import Letter
from exporter.mail.outcome import Fate, Recipient
from exporter.model import diagnostic_json

_NOWHERE = Arrival(is_complete=False)


class MailReport:
    """Prints where the message is: its file, or the addresses whose server has it."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json

    def arrived(
        self,
        letter: Letter,
        content: bytes,
        files: Sequence[Attached],
        arrival: Arrival,
        found: Sequence[Diagnostic],
    ) -> None:
        """What became of a message that was made."""
        if self._as_json:
            said = (*found, *arrival.diagnostics)
            put_json(_message(letter, content, files) | _arrival(arrival) | _diagnostics(said))
            return
        if arrival.output is not None:
            put_line(arrival.output)
        for each in arrival.recipients:
            if each.fate is Fate.ACCEPTED:
                put_line(each.address)

    def failed(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Why there is no message."""
        if self._as_json:
            put_json(dict.fromkeys(_KEYS) | _arrival(_NOWHERE) | _diagnostics(diagnostics))


_KEYS = ("message_id", "subject", "from", "to", "cc", "bcc", "bytes", "sha256", "attachments")


def _message(letter: Letter, content: bytes, files: Sequence[Attached]) -> dict[str, object]:
    values = (
        letter.message_id,
        letter.subject,
        letter.sender.address if letter.sender else None,
        *([each.address for each in group] for group in (letter.to, letter.cc, letter.bcc)),
        len(content),
        hashlib.sha256(content).hexdigest(),
        [_file(file) for file in files],
    )
    return dict(zip(_KEYS, values, strict=True))


def _file(file: Attached) -> dict[str, object]:
    made = file.rendition
    return {
        "input": file.story.shown,
        "name": file.name,
        "format": made.format,
        "media_type": made.media_type,
        "bytes": len(made.content),
        "sha256": hashlib.sha256(made.content).hexdigest(),
        "pages": made.pages,
    }


def _arrival(arrival: Arrival) -> dict[str, object]:
    return {
        "output": arrival.output,
        "server": arrival.server,
        "recipients": [_recipient(each) for each in arrival.recipients],
    }


def _recipient(recipient: Recipient) -> dict[str, object]:
    reply = recipient.reply
    return {
        "address": recipient.address,
        "outcome": str(recipient.fate),
        "code": reply.code if reply else None,
        "reply": reply.text if reply else None,
    }


def _diagnostics(diagnostics: Sequence[Diagnostic]) -> dict[str, object]:
    return {"diagnostics": [diagnostic_json(each) for each in diagnostics]}
