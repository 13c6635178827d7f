"""How deep a document may be nested."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.model.blocks import Crosshead, Figure, ItemList, ListItem, Paragraph, Quotation
from exporter.model.document import Document
from exporter.model.inlines import Emphasis, Link, Strong

# The deepest nesting that is read or printed: beyond it the input is hostile, not a story.
MAX_DEPTH = 32


def is_too_deep(document: Document) -> bool:
    """Whether blocks, items or inlines stand within more than `MAX_DEPTH` others of their kind."""
    level: Iterable[object] = document.body
    # A list within quotations, and markup within its items, may each be as deep as is read.
    for _ in range(3 * (MAX_DEPTH + 2)):
        level = [part for whole in level for part in _parts(whole)]
        if not level:
            return False
    return True


def _parts(whole: object) -> Iterable[object]:
    match whole:
        case Quotation(blocks):
            return blocks
        case ItemList(items):
            return items
        case ListItem(inlines, items):
            return (*inlines, *items)
        case Paragraph(inlines) | Crosshead(inlines) | Emphasis(inlines) | Strong(inlines):
            return inlines
        case Link(_, inlines):
            return inlines
        case Figure():
            return whole.caption
        case _:
            return ()
