"""The package's metadata (EPUB 3.3, 5.5), as what ebooklib writes into the OPF."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

from exporter.model import Document
from exporter.renderers.contract import NAMESPACE, UNDATED, RenderOptions
from exporter.renderers.epub.accessibility import accessibility
from exporter.renderers.epub.content import Story
from exporter.renderers.epub.language import Language
from exporter.renderers.epub.markup import Markup
from exporter.stylesheet import Stylesheet
from exporter.values import Value, field
from exporter.xmltext import REPLACEMENT

# The prefix under which the package says from what it was made; the PDF uses the same name.
PREFIX = ("exporter", NAMESPACE)
# Roles of credits as MARC relators.
_RELATORS = {
    "writing": "aut",
    "reporting": "rpt",
    "editing": "edt",
    "translation": "trl",
    "contribution": "ctb",
    "signoff": "ctb",
    "source": "dtc",
}


class Entry(Value):
    """One element of the metadata: of Dublin Core, or a meta where `element` is empty."""

    element: str
    value: str
    attributes: dict[str, str] = field(default_factory=dict)


def identifier(document: Document, markup: Markup) -> str:
    """The book's identifier: of the source's digest alone, so that no other story has it."""
    name = f"urn:sha256:{markup.legal(document.source.sha256)}"
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def timestamp(date: datetime | None) -> str:
    """The moment in the one form that dcterms:modified may have; a date without zone is UTC."""
    moment = date or UNDATED
    utc = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return f"{utc.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


class PackageMetadata:
    """Collects what the package says of one story."""

    def __init__(
        self, document: Document, stylesheet: Stylesheet, options: RenderOptions, markup: Markup
    ) -> None:
        self._document = document
        self._stylesheet = stylesheet
        self._options = options
        self._markup = markup

    def entries(self, story: Story, language: Language) -> Iterator[Entry]:
        """Everything but the identifier and the modification date."""
        yield from self._dublin_core(language)
        yield from self._people()
        for found in accessibility(story, language, self._line(self._options.generator)):
            in_english = {"xml:lang": "en"} if found.name.endswith("Summary") else {}
            yield Entry("", found.value, {"property": found.name, **in_english})
        yield from self._provenance()

    def title(self) -> str:
        """The title on one line."""
        return self._line(self._document.title)

    def _line(self, words: str) -> str:
        """Words on one line; never nothing, since no element of the metadata may be empty."""
        return " ".join(self._markup.legal(words).split()) or REPLACEMENT

    def _dublin_core(self, language: Language) -> Iterator[Entry]:
        document = self._document
        yield Entry("title", self.title())
        yield Entry("language", language.tag)
        if self._options.date is not None:
            yield Entry("date", timestamp(self._options.date))
        agency = document.dateline.agency if document.dateline else None
        if agency and agency.strip():
            yield Entry("publisher", self._line(self._stylesheet.agency_name(agency)))
        yield Entry("source", self._line(document.source.name))
        if document.slugline is not None and document.slugline.text.strip():
            yield Entry("subject", self._line(document.slugline.text))
        if document.abstract:
            words = " ".join(part.text for part in document.abstract)
            yield Entry("description", self._line(words))
        if document.copyright is not None and document.copyright.text.strip():
            yield Entry("rights", self._line(document.copyright.text))

    def _people(self) -> Iterator[Entry]:
        byline = self._document.byline
        for number, name in enumerate(_named(byline.names if byline else ()), start=1):
            yield from self._person("creator", number, name, "aut")
        credited = ((c.role, name) for c in self._document.credits for name in _named(c.names))
        for number, (role, name) in enumerate(credited, start=1):
            yield from self._person("contributor", number, name, _RELATORS.get(role, "ctb"))

    def _person(self, element: str, number: int, name: str, relator: str) -> Iterator[Entry]:
        mark = f"{element}-{number}"
        yield Entry(element, self._line(name), {"id": mark})
        role = {"refines": f"#{mark}", "property": "role", "scheme": "marc:relators"}
        yield Entry("", relator, role)

    def _provenance(self) -> Iterator[Entry]:
        """From what the book was made, for a later run and for archives."""
        prefix = PREFIX[0]
        source = self._document.source.sha256
        yield Entry("", self._line(source), {"property": f"{prefix}:source-sha256"})
        yield Entry("", self._line(self._stylesheet.name), {"property": f"{prefix}:style"})
        if self._options.fingerprint:
            made_from = self._line(self._options.fingerprint)
            yield Entry("", made_from, {"property": f"{prefix}:fingerprint"})


def _named(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name.strip())
