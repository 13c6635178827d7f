"""What a backend is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol

from exporter.diagnostics import Diagnostic
from exporter.model import Document
from exporter.stylesheet import Stylesheet
from exporter.values import Value, field

# What a file says where its date is unknown and its format demands one.
UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
# The namespace of what an output says of its own making, in the formats that have namespaces.
NAMESPACE = "urn:exporter:ns#"

# Offsets in a word after which it may be divided at a line end.
Hyphenator = Callable[[str], tuple[int, ...]]


class Profile(StrEnum):
    """What a PDF is for."""

    PRINT = "print"
    SCREEN = "screen"


class Trace(Value):
    """By what a print copy finds back to the archive: its story's identifier, and the version."""

    identifier: str
    version: int


def _no_hyphens(_word: str) -> tuple[int, ...]:
    return ()


class HouseTemplate(Value):
    """A house's own Word template: its file's name, and what is in it."""

    name: str
    content: bytes

    def __repr__(self) -> str:
        return f"HouseTemplate({self.name!r})"


class RenderOptions(Value, kw_only=True):
    """Everything that a rendition depends on besides the document and the stylesheet.

    `date` is the document's, in UTC, None when unknown; `dateline_date` is the day that its
    dateline writes, None unless in full. `marks` asks for bleed and printer's
    marks around a PDF's pages. `source` is what the reader was given,
    set only when it may be embedded. `fingerprint` tells from what an output was made.
    `page_map` gives, for each page of the PDF made in the same run, the ordinal of its first
    word among the words of the story's text, as `exporter.model.words` defines them; a page that
    begins after the last of them has their number. `resources` holds the pictures that figures
    name, `docx_template` what a Word file takes styles, pages, head and foot from. `trace` is what
    the foot of a PDF's pages says of its place in an archive.
    """

    date: datetime | None = None
    dateline_date: datetime | None = None
    profile: Profile = Profile.PRINT
    marks: bool = False
    source: bytes | None = None
    fingerprint: str = ""
    generator: str = "exporter"
    hyphenator: Hyphenator = _no_hyphens
    page_map: tuple[int, ...] | None = None
    resources: Mapping[str, bytes] = field(default_factory=dict)
    docx_template: HouseTemplate | None = None
    trace: Trace | None = None


class Rendition(Value, kw_only=True):
    """One finished file: its bytes, its media type, and its suffix with the dot.

    `pages` is the number of a PDF's pages, None where a format has none of its own; `page_map` has,
    for each page of a PDF, the ordinal of its first word in the story. `diagnostics` are those of
    the reading, the style and the format.
    """

    format: str
    content: bytes
    media_type: str
    suffix: str
    pages: int | None = None
    page_map: tuple[int, ...] | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


class Renderer(Protocol):
    """One backend: pure, total over documents; RenderError when it cannot make its file."""

    def __call__(
        self, document: Document, stylesheet: Stylesheet, options: RenderOptions
    ) -> Rendition: ...
