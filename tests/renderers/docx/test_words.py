"""The words of a Word file are the model's, each said once and in order."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

from exporter.model import (
    Block,
    Crosshead,
    Document,
    Figure,
    Inline,
    ItemList,
    LineBreak,
    ListItem,
    Paragraph,
    Quotation,
    Table,
    Text,
    publishable,
)
from exporter.renderers.docx import render
from exporter.stylesheet import facts, load, note_to_editors, notice
from tests import strategies
from tests.renderers.docx.reading import find, part, text
from tests.renderers.docx.stories import (
    ARABIC,
    DERIVED,
    EMBARGOED,
    OPTIONS,
    PLAIN,
    RELEASED,
    RICH,
)

WIRE = load("wire")[0]


def said(document: Document) -> str:
    """All that a document has to say in the default style, without its blanks."""
    document = publishable(document)
    return "".join("".join(_pieces(document)).split())


def _pieces(document: Document) -> Iterator[str]:
    yield notice(document, WIRE) or ""
    yield document.title
    yield from (part.text for part in document.subheadline)
    yield from (piece for fact in facts(document, WIRE) for piece in (fact.label, fact.value))
    notes = note_to_editors(document, WIRE)
    yield WIRE.terms_for(document.language).ed_note if notes else ""
    yield from notes
    yield from (part.text for part in document.abstract)
    yield document.dateline.text if document.dateline else ""
    yield from (piece for block in document.body for piece in _block(block))
    yield WIRE.house.end_mark if document.body else ""
    yield from (part.text for part in document.boilerplate)
    yield from (part.text for part in (document.end_mark, document.copyright) if part)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(inlines) | Crosshead(inlines):
            yield _inlines(inlines)
        case ItemList(items):
            yield from (_item(item) for item in items)
        case Table(rows):
            yield from (cell for row in rows for cell in row)
        case Quotation(blocks):
            yield from (piece for inner in blocks for piece in _block(inner))
        case Figure(alt=alt, caption=caption, credit=credit):
            yield (alt or "") + _inlines(caption) + (credit or "")


def _item(item: ListItem) -> str:
    return _inlines(item.inlines) + "".join(map(_item, item.items))


def _inlines(inlines: tuple[Inline, ...]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(words):
            return words
        case LineBreak():
            return "\n"
        case _:
            return _inlines(inline.inlines)


def found(document: Document, **changes) -> str:
    """What the file says, the alternative text of a picture in its place."""
    root = part(render(document, WIRE, OPTIONS))
    for properties in find(root, "//wp:docPr"):
        properties.getparent().getparent().tag = find(root, "//w:t")[0].tag
        holder = properties.getparent().getparent()
        holder.text = properties.get("descr")
    return "".join(text(root).split())


def as_xml(words: str) -> str:
    """The words in characters that XML can hold."""
    legal = (
        c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
        else "\ufffd"
        for c in words
    )  # fmt: skip
    return "".join("".join(legal).split())


def test_hand_made_stories_are_told_word_for_word():
    for document in (PLAIN, RICH, DERIVED, EMBARGOED, RELEASED, ARABIC):
        assert found(document) == said(document)


@given(strategies.documents)
def test_generated_documents_are_told_word_for_word(document: Document):
    forms = (as_xml("".join(_pieces(publishable(document)))), found(document))
    # Control characters are blanks to Python and U+FFFD to XML: neither side counts them.
    assert forms[0].replace("\ufffd", "") == forms[1].replace("\ufffd", "")
