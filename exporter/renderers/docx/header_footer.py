"""What stands on every page: notice, agency, slug or title and folio at the head; the source."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from math import ceil

from exporter.model import Document
from exporter.renderers.docx.markup import Element, part_root, w
from exporter.renderers.docx.names import style_id
from exporter.renderers.docx.page import Sheet
from exporter.renderers.docx.paragraphs import paragraph
from exporter.renderers.docx.runs import RunWriter
from exporter.stylesheet import Stylesheet, notice

_ELLIPSIS = "…"
_EM_SPACE = "\u2003"
# An average character in ems: enough to guess where a line ends and how many Word will count.
_CHARACTER, _CAPITAL = 0.48, 0.64
# The folio with the space before it, in its ems.
_FOLIO = 5


def header(
    document: Document, style: Stylesheet, writer: RunWriter, page: Sheet, lengths: list[int],
    *, first: bool,
) -> Element:  # fmt: skip
    """The root of a header; `lengths` are those of the paragraphs in characters.

    The `first` page does not say the title again that stands below it.
    """
    forbidden = running_notice(document, style, writer)
    line = paragraph("header")
    agency = _agency(document, style)
    writer.text(line, agency, "Running Agency")
    width = _width(agency.upper()) * style.roles["running_agency"].size.twips
    # Where the agency does not stand above the data column, the title follows it on the line.
    above = page.hang >= width
    writer.text(line, "\t" if page.hang and above else _EM_SPACE if agency else "")
    if document.slugline or not first:
        room = page.measure - (0 if above else width - page.hang)
        line.append(_running_title(document, style, writer, room))
    writer.text(line, "\t")
    line.append(_field("PAGE", 1))
    writer.text(line, " / ", "Folio")
    line.append(_field("NUMPAGES", _pages(style, page, lengths)))
    return part_root("hdr", forbidden, line)


def running_notice(document: Document, style: Stylesheet, writer: RunWriter) -> Element | None:
    """What forbids publication, as every page says it; None where nothing does."""
    forbidden = notice(document, style)
    if forbidden is None:
        return None
    line = paragraph("Running Notice")
    writer.text(line, forbidden)
    return line


def footer(document: Document, writer: RunWriter) -> Element:
    """The root of a footer."""
    line = paragraph("footer")
    writer.text(line, _source(document))
    return part_root("ftr", line)


def _agency(document: Document, style: Stylesheet) -> str:
    tag = document.dateline.agency if document.dateline else None
    return style.agency_name(tag) if tag and tag.strip() else ""


def _running_title(
    document: Document, style: Stylesheet, writer: RunWriter, measure: float
) -> Element:
    """The slug, or else the title, both no longer than what leaves room for the folio.

    One that is whole is a field, so that it follows the file's properties.
    """
    slug = " ".join(document.slugline.text.split()) if document.slugline else ""
    whole = slug or " ".join(document.title.split())
    shown = whole if slug else _first_words(whole, max(style.house.running_title_words, 1))
    shown = _cut(shown, _room(style, measure))
    holder = w("fldSimple", instr=" SUBJECT " if slug else " TITLE ")
    writer.text(holder, shown)
    return holder if shown == whole else holder[0]


def _first_words(text: str, limit: int) -> str:
    words = text.split()
    return text if len(words) <= limit else " ".join(words[:limit]) + _ELLIPSIS


def _cut(text: str, room: float) -> str:
    """As many words as there is room for, in ems."""
    if _width(text) <= room:
        return text
    text = text[: int(room / _CHARACTER) + 1]
    while text and _width(text) + 1 > room:
        text = text[:-1]
    words = text.rpartition(" ")[0] or text
    return words.rstrip(f" {_ELLIPSIS}") + _ELLIPSIS


def _width(text: str) -> float:
    """How wide a text is in ems: enough to guess by."""
    return sum(_CAPITAL if char.isupper() else _CHARACTER for char in text)


def _room(style: Stylesheet, measure: float) -> float:
    """The ems of the title beside the folio in a measure in twips."""
    role, folio = style.roles["running_title"], style.roles["folio"]
    return (measure - folio.size.twips * _FOLIO) / role.size.twips


def _source(document: Document) -> str:
    return f"{document.source.name} · {document.source.mark}"


def _field(code: str, value: int) -> Element:
    """Field with the value to be shown until Word counts for itself."""
    field = copy(_empty_field(code))
    field[0][-1].text = str(value)
    return field


@lru_cache(maxsize=8)
def _empty_field(code: str) -> Element:
    """What the fields of a code are copied from."""
    run = w("r", w("rPr", w("rStyle", val=style_id("Folio")), w("noProof")), w("t"))
    return w("fldSimple", run, instr=f" {code} ")


def _pages(style: Stylesheet, page: Sheet, lengths: list[int]) -> int:
    body = style.roles["body"]
    a_line = max(page.column / max(body.size.twips * _CHARACTER, 1), 1)
    a_page = max(page.text_height // max(body.leading.twips, 1), 1) * page.columns
    lines = sum(max(ceil(length / a_line), 1) for length in lengths)
    return max(ceil(lines / a_page), 1)
