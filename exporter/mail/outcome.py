"""What became of a message, recipient by recipient."""

from __future__ import annotations

from enum import StrEnum

from exporter.diagnostics import Diagnostic
from exporter.values import Value


class Fate(StrEnum):
    """What became of a message for one recipient.

    UNKNOWN is that the server may have it: the last word on it was lost.
    """

    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNSENT = "unsent"
    UNKNOWN = "unknown"


class Reply(Value):
    """A server's reply: its code of three digits and its words."""

    code: int
    text: str

    def __str__(self) -> str:
        return f"{self.code} {self.text}".rstrip()

    @property
    def is_temporary(self) -> bool:
        """Whether the server may say otherwise later (RFC 5321, 4.2.1)."""
        return 400 <= self.code < 500


class Recipient(Value):
    """An address, and what became of the message there."""

    address: str
    fate: Fate
    reply: Reply | None = None


class Delivery(Value):
    """What became of a message, and what is to be said of it."""

    recipients: tuple[Recipient, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether everybody's server has it."""
        return all(each.fate is Fate.ACCEPTED for each in self.recipients)
