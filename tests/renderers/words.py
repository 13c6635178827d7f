"""What a document has to say, whichever backend says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.model import (
    Block,
    Crosshead,
    Document,
    Emphasis,
    Figure,
    Inline,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
    publishable,
)
from exporter.stylesheet import Stylesheet, facts, note_to_editors, notice

# What a link cannot be called: no words, or none that is seen.
NAMELESS: tuple[tuple[Inline, ...], ...] = (
    (), (Text(" "),), (Text("\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}"),),
    (Emphasis((Text(" "),)),), (LineBreak(),), (LineBreak(), LineBreak()),
)  # fmt: skip
# Everything outside the production Char of XML 1.0, 2.2.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document_words(document: Document, style: Stylesheet) -> str:
    """All of it in the order of the page, squeezed; the house's end mark is not among it."""
    return squeezed("".join(_pieces(publishable(document), style)))


def squeezed(text: str) -> str:
    """The text in characters that XML can hold, without its blanks."""
    return "".join(_ILLEGAL.sub("\ufffd", text).split())


def _pieces(document: Document, style: Stylesheet) -> Iterator[str]:
    yield notice(document, style) or ""
    yield document.title
    headline = document.headline.text if document.headline else document.title
    yield headline if _letters(headline) != _letters(document.title) else ""
    yield from (part.text for part in document.subheadline)
    yield from (fact.label + fact.value for fact in facts(document, style))
    notes = note_to_editors(document, style)
    yield style.terms_for(document.language).ed_note if notes else ""
    yield from notes
    yield from (part.text for part in document.abstract)
    yield document.dateline.text if document.dateline else ""
    yield from map(block_words, document.body)
    yield from (part.text for part in document.boilerplate)
    yield from (part.text for part in (document.end_mark, document.copyright) if part)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def block_words(block: Block) -> str:
    """The words of a node and of what is inside it."""
    match block:
        case Paragraph(inlines) | Crosshead(inlines):
            return inline_words(inlines)
        case ItemList(items):
            return "".join(map(_item_words, items))
        case Table(rows):
            return inline_words(block.caption) + "".join("".join(row) for row in rows)
        case Figure(_, alt, caption, credit):
            return (alt or "") + inline_words(caption) + (credit or "")
        case Quotation(blocks):
            return "".join(map(block_words, blocks))
    return ""


def _item_words(item: ListItem) -> str:
    return inline_words(item.inlines) + "".join(map(_item_words, item.items))


def inline_words(inlines: tuple[Inline, ...]) -> str:
    """The characters of the inlines, without the model's own way to tell them."""
    words = ""
    for inline in inlines:
        match inline:
            case Text(text):
                words += text
            case LineBreak():
                words += "\n"
            case Emphasis(inner) | Strong(inner) | Link(_, inner):
                words += inline_words(inner)
    return words
