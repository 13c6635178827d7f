"""The document: metadata by IPTC's names, then the body."""

from __future__ import annotations

from enum import StrEnum

from exporter.diagnostics import Diagnostic, Lines
from exporter.model.blocks import Block
from exporter.model.prose import letters
from exporter.values import Value


class Kind(StrEnum):
    """What sort of file the sender made."""

    STORY = "story"
    PRESS_RELEASE = "press-release"
    ALERT = "alert"
    DIGEST = "digest"
    TABLE = "table"
    SERVICE_MESSAGE = "service-message"


class PubStatus(StrEnum):
    """NewsML-G2 pubStatus, with ninjs's word for an embargo beside it."""

    USABLE = "usable"
    EMBARGOED = "embargoed"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class SourceText(Value):
    """Words of the source outside the body, with the lines they stand on."""

    text: str
    lines: Lines | None = None


class Byline(Value):
    """The byline as sent; `names` are its persons only."""

    text: str
    names: tuple[str, ...] = ()
    lines: Lines | None = None


class Dateline(Value):
    """The dateline as sent, up to and including its closing mark, and its parts as written."""

    text: str
    places: tuple[str, ...] = ()
    region: str | None = None
    date: str | None = None
    agency: str | None = None
    lines: Lines | None = None

    @property
    def named(self) -> tuple[int, int]:
        """From where to where `text` names places and region, a comma after them included."""
        names = [name for name in (*self.places, self.region) if name and name in self.text]
        if not names:
            return 0, 0
        begin = min(map(self.text.find, names))
        end = max(self.text.rfind(name) + len(name) for name in names)
        return begin, end + (self.text[end : end + 1] == ",")


class Credit(Value):
    """One closing credit clause as sent.

    `role` is writing, reporting, editing, translation, contribution, signoff or source.
    """

    text: str
    role: str
    names: tuple[str, ...] = ()
    lines: Lines | None = None


class Source(Value):
    """The file a story was read from: its name without folders, and the digest of its bytes."""

    name: str
    media_type: str
    sha256: str
    encoding: str | None = None

    @property
    def mark(self) -> str:
        """What the foot of a page tells it by: the first sixteen digits of its digest, in fours."""
        return " ".join(("SHA-256", *(self.sha256[at : at + 4] for at in range(0, 16, 4)))).rstrip()


class Document(Value, kw_only=True):
    """One story.

    `title` is never empty: the headline, or a clause of the lead with `title_derived` set.
    `unpublishable` are the source lines from which nothing may reach a reader.
    `embargoed_until` is ISO 8601 with a zone.
    """

    source: Source
    title: str
    title_derived: bool = False
    kind: Kind = Kind.STORY
    language: str | None = None
    slugline: SourceText | None = None
    urgency: int | None = None
    pub_status: PubStatus = PubStatus.USABLE
    embargo: SourceText | None = None
    embargoed_until: str | None = None
    ed_note: tuple[SourceText, ...] = ()
    unpublishable: tuple[Lines, ...] = ()
    headline: SourceText | None = None
    subheadline: tuple[SourceText, ...] = ()
    abstract: tuple[SourceText, ...] = ()
    byline: Byline | None = None
    dateline: Dateline | None = None
    body: tuple[Block, ...] = ()
    credits: tuple[Credit, ...] = ()
    boilerplate: tuple[SourceText, ...] = ()
    end_mark: SourceText | None = None
    copyright: SourceText | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def other_headline(self) -> SourceText | None:
        """The headline where the title says something else, whatever the marks of the two."""
        headline = self.headline
        if headline is None or letters(headline.text) == letters(self.title):
            return None
        return headline
