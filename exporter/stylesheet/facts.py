"""What a style shows about a story beside its text, with the house's labels."""

from __future__ import annotations

import re

from exporter.expressions import expression
from exporter.model import Document, PubStatus
from exporter.stylesheet.tokens import Stylesheet, Terms
from exporter.values import Value


class Fact(Value):
    """One labelled entry of the data column, its words as the sender wrote them.

    `label_by_house` is false where the label, too, is the sender's.
    """

    field: str
    label: str
    value: str
    label_by_house: bool = True


# "*Writing by Merve Berker": the phrase becomes the label, so that no word is said twice or lost.
_CREDIT = expression(r"[\s*(\[]*((?:[^\W\d_]+ ){1,3}by|[^\W\d_]+:)\s+(.+?)[\s*)\]]*", re.DOTALL)


def facts(document: Document, style: Stylesheet) -> tuple[Fact, ...]:
    """The facts that the style asks for, in its order, for those fields that the story has."""
    terms = style.terms_for(document.language)
    return tuple(
        fact for name in style.data_column.fields for fact in _FIELDS[name](document, terms)
    )


def note_to_editors(document: Document, style: Stylesheet) -> tuple[str, ...]:
    """The notes to editors that the style prints, as sent; empty when it leaves them out."""
    if not style.house.print_ed_note:
        return ()
    return tuple(note.text for note in document.ed_note)


def notice(document: Document, style: Stylesheet) -> str | None:
    """What every page must say of a story that is not for publication now; None for the others.

    The sender's embargo line follows the house's words.
    """
    if document.pub_status is PubStatus.USABLE:
        return None
    words = getattr(style.terms_for(document.language), str(document.pub_status))
    return f"{words} · {document.embargo.text}" if document.embargo else str(words)


def _embargo(document: Document, terms: Terms) -> list[Fact]:
    """The release line of a story that may be published: the others carry it in their notice."""
    if document.embargo is None or document.pub_status is not PubStatus.USABLE:
        return []
    return [Fact("embargo", terms.embargo, document.embargo.text)]


def _places(document: Document, terms: Terms) -> list[Fact]:
    dateline = document.dateline
    if dateline is None or not dateline.places:
        return []
    return [Fact("place", terms.place, ", ".join(dateline.places))]


def _agency(document: Document, terms: Terms) -> list[Fact]:
    dateline = document.dateline
    if dateline is None or not dateline.agency:
        return []
    return [Fact("agency", terms.agency, dateline.agency)]


def _byline(document: Document, terms: Terms) -> list[Fact]:
    if document.byline is None:
        return []
    text = document.byline.text
    first, _, rest = text.partition(" ")
    said_by_label = rest and first.rstrip(":").casefold() == terms.byline.casefold()
    return [Fact("byline", terms.byline, rest.strip() if said_by_label else text)]


def _credits(document: Document, terms: Terms) -> list[Fact]:
    found = []
    for credit in document.credits:
        match = _CREDIT.fullmatch(credit.text)
        label, value = (match[1].rstrip(":"), match[2]) if match else (terms.credit, credit.text)
        found.append(Fact("credit", label, value, label_by_house=match is None))
    return found


def _date(document: Document, terms: Terms) -> list[Fact]:
    dateline = document.dateline
    if dateline is None or not dateline.date:
        return []
    return [Fact("date", terms.date, dateline.date)]


def _slug(document: Document, terms: Terms) -> list[Fact]:
    return [Fact("slug", terms.slug, document.slugline.text)] if document.slugline else []


def _urgency(document: Document, terms: Terms) -> list[Fact]:
    if document.urgency is None:
        return []
    return [Fact("urgency", terms.urgency, str(document.urgency))]


_FIELDS = {
    "embargo": _embargo,
    "place": _places,
    "agency": _agency,
    "byline": _byline,
    "credit": _credits,
    "date": _date,
    "slug": _slug,
    "urgency": _urgency,
}
FACT_FIELDS = tuple(_FIELDS)
