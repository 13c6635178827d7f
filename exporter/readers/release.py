"""What a source says of a story's publication, in the words of the model."""

from __future__ import annotations

from datetime import UTC, datetime

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.model import PubStatus
from exporter.readers.remarks import Remarks
from exporter.values import Struct

# The stricter word wins where a story carries several.
_STRICTNESS = (PubStatus.USABLE, PubStatus.EMBARGOED, PubStatus.WITHHELD, PubStatus.CANCELED)
# NewsML-G2 pubStatus, NITF management-status and NewsML 1.x Status have the same words.
_STATUSES = {
    "": PubStatus.USABLE,
    "usable": PubStatus.USABLE,
    "embargoed": PubStatus.EMBARGOED,
    "withheld": PubStatus.WITHHELD,
    "canceled": PubStatus.CANCELED,
    "cancelled": PubStatus.CANCELED,
}
_COMPACT = expression(r"(\d{8})T?(\d{6})?([+-]\d{4})?")


class Release(Struct):
    """The status of a story and the end of its embargo; of two the stricter counts.

    Of two ends that is the later, and once there is one that cannot be read (`endless`), nobody
    knows when the embargo ends: no other gives its end any more.
    """

    status: PubStatus = PubStatus.USABLE
    until: str | None = None
    endless: bool = False

    def say(self, status: PubStatus) -> None:
        """Take a status into account."""
        self.status = max(self.status, status, key=_STRICTNESS.index)

    def embargo(self, until: str | None) -> None:
        """Take the end of an embargo into account, ISO 8601 with a zone; None cannot be read."""
        end, known = moment(until or ""), moment(self.until or "")
        if end is None or end.tzinfo is None:
            self.until, self.endless = None, True
        elif not self.endless and (known is None or end >= known):
            self.until = until

    def take(self, other: Release) -> None:
        """Take into account what another part of the source says."""
        self.say(other.status)
        if other.endless or other.until is not None:
            self.embargo(other.until)

    def read_status(self, word: str, remarks: Remarks, lines: Lines | None = None) -> None:
        """Take a format's word into account; one that is not known holds the story back."""
        known = _STATUSES.get(word.rpartition(":")[2].strip().lower())
        if known is None:
            remarks.add("R046", lines, status=word.strip()[:80])
        self.say(known or PubStatus.WITHHELD)

    def read_until(self, value: str, remarks: Remarks, lines: Lines | None = None) -> None:
        """Take the end of an embargo into account, UTC where it names no zone."""
        found = moment(value)
        self.say(PubStatus.EMBARGOED)
        if found is None:
            remarks.add("R016", lines)
            self.embargo(None)
            return
        if found.tzinfo is None:
            found = found.replace(tzinfo=UTC)
            remarks.add("R015", lines, time=found.isoformat())
        self.embargo(found.isoformat())


def moment(value: str) -> datetime | None:
    """The time that ISO 8601 writes so, in its long or its compact form; None when it is none."""
    try:
        return datetime.fromisoformat(value.strip())
    except ValueError:
        return None


def is_timestamp(text: str) -> bool:
    """Whether a text is a time for machines, which no reader is meant to see."""
    words = text.split()
    return bool(words) and (
        _COMPACT.fullmatch("".join(words)) is not None or moment(words[0]) is not None
    )
