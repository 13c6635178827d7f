"""The words of a story's text, which page maps count."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from exporter.model.blocks import (
    Block,
    Crosshead,
    Figure,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Table,
)
from exporter.model.document import Document
from exporter.model.inlines import plain_text

# Control and format characters and lone surrogates, which print nothing.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def story_words(document: Document) -> list[str]:
    """The words of a publishable, typeset document's text, in reading order.

    The text is the abstract, the dateline, the body, the boilerplate, the end mark and the
    copyright line: what stands in the same order in every format. Not the title and its decks, nor
    byline and credits, nor alternative texts and the marks of lists. A word is what stands
    between white space, no-break spaces included, and shows at least one character; no word
    goes from one of the texts into the next.
    """
    return [word for text in _texts(document) for word in text.split() if is_seen(word)]


def words_of(block: Block) -> str:
    """The texts of a block in one line, in reading order."""
    return " ".join(filter(None, _block_texts(block)))


def is_seen(word: str) -> bool:
    """Whether a word shows at least one character."""
    return any(unicodedata.category(character) not in _UNSEEN for character in word)


def _texts(document: Document) -> Iterator[str]:
    yield from (part.text for part in document.abstract)
    if document.dateline:
        yield document.dateline.text
    for block in document.body:
        yield from _block_texts(block)
    yield from (part.text for part in document.boilerplate)
    yield from (part.text for part in (document.end_mark, document.copyright) if part)


def _block_texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Crosshead():
            yield block.text
        case ItemList(items):
            for item in items:
                yield from _item_texts(item)
        case Table(rows):
            yield plain_text(block.caption)
            for row in rows:
                yield from row
        case Figure():
            yield plain_text(block.caption)
            yield block.credit or ""
        case Quotation(blocks):
            for inner in blocks:
                yield from _block_texts(inner)


def _item_texts(item: ListItem) -> Iterator[str]:
    yield item.text
    for inner in item.items:
        yield from _item_texts(inner)
