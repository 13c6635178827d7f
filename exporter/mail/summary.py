"""What the body of a message says of a story: how it begins, and what is attached."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.mail import sizes
from exporter.mail.onelines import one_line, shortened
from exporter.model import Document, Paragraph, PubStatus
from exporter.model.capitals import capitals
from exporter.model.prose import tidy_text
from exporter.model.words import words_of
from exporter.stylesheet import Stylesheet, note_to_editors, notice
from exporter.values import Value

_LONGEST_SUBJECT = 120
_LONGEST_PASSAGE = 900
_MOST_PASSAGES = 6
_FORMS = {"pdf": "PDF", "epub": "EPUB", "docx": "Word", "ninjs": "ninjs", "nitf": "NITF"}


class Enclosure(Value):
    """An attached file, as the body lists it. `pages` is None for a file without pages."""

    name: str
    format: str
    octets: int
    pages: int | None = None

    @property
    def facts(self) -> str:
        """Its form, its pages and its size."""
        form = _FORMS.get(self.format, self.format)
        number = self.pages
        pages = () if number is None else (f"{number} page" if number == 1 else f"{number} pages",)
        return ", ".join((form, *pages, sizes.shown(self.octets)))


class Summary(Value, kw_only=True):
    """A story in a body. `heading` is None where the lead says the same.

    `house_language` is the language of the house's own words.
    """

    language: str | None
    house_language: str
    notice: str | None
    heading: str | None
    decks: tuple[str, ...]
    byline: str | None
    lead: str | None
    note_label: str
    notes: tuple[str, ...]
    enclosures: tuple[Enclosure, ...]


def summary(document: Document, style: Stylesheet, enclosures: Iterable[Enclosure]) -> Summary:
    """Summary of a publishable, typeset document, with what is attached of it."""
    return Summary(
        language=document.language,
        house_language=style.terms_language(document.language),
        notice=_passage(notice(document, style) or ""),
        heading=None if document.title_derived else _passage(document.title),
        decks=_passages(part.text for part in (*document.subheadline, *document.abstract)),
        byline=_passage(document.byline.text) if document.byline else None,
        lead=_lead(document),
        note_label=style.terms_for(document.language).ed_note,
        notes=_passages(note_to_editors(document, style)),
        enclosures=tuple(enclosures),
    )


def subject_of(document: Document) -> str:
    """What a message with the story is called: by its headline, else by its slug."""
    slug = document.slugline.text if document.slugline else ""
    title = slug if document.title_derived and one_line(slug) else document.title
    return one_line(title)


def status_of(document: Document, style: Stylesheet) -> str | None:
    """The house's word for why a story may not be published; None for one that may."""
    if document.pub_status is PubStatus.USABLE:
        return None
    words: str = getattr(style.terms_for(document.language), str(document.pub_status))
    return capitals(words.partition(":")[0], style.terms_language(document.language))


def subject(about: str, others: int, status: str | None) -> str:
    """A subject of sensible length: about the first story and so many others.

    `status` is why it may not be published, if it may not.
    """
    more = f" (+{others})" if others else ""
    told = f"{one_line(status)}: " if status else ""
    room = _LONGEST_SUBJECT - len(told) - len(more)
    return told + shortened(one_line(about), max(room, _LONGEST_SUBJECT // 2)) + more


def _lead(document: Document) -> str | None:
    paragraphs = (block.text for block in document.body if isinstance(block, Paragraph))
    passages = (*paragraphs, *map(words_of, document.body))
    first = next((text for text in passages if tidy_text(text)), "")
    dateline = document.dateline.text if document.dateline else ""
    return _passage(f"{dateline} {first}")


def _passages(texts: Iterable[str]) -> tuple[str, ...]:
    found = [passage for text in texts if (passage := _passage(text))]
    return tuple(found[:_MOST_PASSAGES])


def _passage(text: str) -> str | None:
    return shortened(tidy_text(text), _LONGEST_PASSAGE) or None
