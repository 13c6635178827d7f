"""The package's metadata (EPUB 3.3, 5.5), as what ebooklib writes into the OPF."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

from exporter.model import Document
from exporter.renderers.contract import NAMESPACE, UNDATED, RenderOptions
from exporter.renderers.epub.accessibility import accessibility
from exporter.renderers.epub.content import Story
from exporter.renderers.epub.language import Language
from exporter.renderers.epub.markup import Markup
from exporter.renderers.epub.series import series
from exporter.stylesheet import Stylesheet
from exporter.values import Value, field
from exporter.xmltext import REPLACEMENT

# The prefix under which the package says from what it was made; the PDF uses the same name.
PREFIX = ("exporter", NAMESPACE)
_DIGEST_LENGTH = 32
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


def content_name(sha256: str) -> str | None:
    """A digest as a name of what it was taken of (RFC 6920); None for what is no digest."""
    try:
        digest = bytes.fromhex(sha256)
    except ValueError:
        return None
    if len(digest) != _DIGEST_LENGTH:
        return None
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


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
        yield from self._sources(story.pages)
        yield from self._series()
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
        if self._agency:
            yield Entry("publisher", self._line(self._stylesheet.agency_name(self._agency)))
        if document.slugline is not None and document.slugline.text.strip():
            yield Entry("subject", self._line(document.slugline.text))
        for place in _named(document.dateline.places if document.dateline else ()):
            yield Entry("", self._line(place), {"property": "dcterms:spatial"})
        if document.abstract:
            words = " ".join(part.text for part in document.abstract)
            yield Entry("description", self._line(words))
        if document.copyright is not None and document.copyright.text.strip():
            yield Entry("rights", self._line(document.copyright.text))

    @property
    def _agency(self) -> str:
        dateline = self._document.dateline
        return ((dateline.agency if dateline else None) or "").strip()

    def _sources(self, pages: tuple[int, ...]) -> Iterator[Entry]:
        """The file that was read, and the PDF whose pages the page list names.

        Readers' programs of EPUB 3.2 know the second by its refinement.
        """
        source = self._document.source
        yield Entry("source", self._line(source.name))
        if (name := content_name(source.sha256)) is not None:
            yield Entry("", name, {"property": "dcterms:source"})
        if pages:
            words = self._line(self._pdf(len(pages)))
            yield Entry("source", words, {"id": "pdf"})
            yield Entry("", "pagination", {"refines": "#pdf", "property": "source-of"})
            yield Entry("", words, {"property": "pageBreakSource"})

    def _pdf(self, pages: int) -> str:
        style = self._stylesheet
        count = "1 page" if pages == 1 else f"{pages} pages"
        return f"PDF of {self._document.source.name}, {style.page.name}, {count}"

    def _series(self) -> Iterator[Entry]:
        """The updates of one slug (EPUB 3.3, meta properties vocabulary)."""
        slug = self._document.slugline
        found = series(slug.text, self._agency) if slug else None
        if found is None:
            return
        yield Entry("", self._line(found.name), {"property": "belongs-to-collection", "id": "slug"})
        facts = {"collection-type": "series", "dcterms:identifier": found.identifier}
        if found.position is not None:
            facts["group-position"] = str(found.position)
        for name, value in facts.items():
            yield Entry("", self._line(value), {"refines": "#slug", "property": name})

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
