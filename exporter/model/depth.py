"""How deep a document may be nested."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from exporter.model.blocks import Crosshead, Figure, ItemList, ListItem, Paragraph, Quotation, Table
from exporter.model.document import Document
from exporter.model.inlines import Emphasis, Link, Strong

# The deepest nesting that is read or printed: beyond it the input is hostile, not a story.
MAX_DEPTH = 32


def is_too_deep(document: Document) -> bool:
    """Whether blocks, items or inlines stand within more than `MAX_DEPTH` others of their kind."""
    # A list within quotations, and markup within its items, may each be as deep as is read.
    return is_deeper(document, 3 * (MAX_DEPTH + 2))


def is_deeper(document: Document, levels: int) -> bool:
    """Whether parts of whatever kind stand within so many others; JSON takes `MAX_DEPTH`."""
    level: Iterable[object] = document.body
    for _ in range(levels):
        level = [part for whole in level for part in _parts(whole)]
        if not level:
            return False
    return True


def _parts(whole: object) -> Iterable[object]:
    parts = _PARTS.get(type(whole))
    return parts(whole) if parts else ()


def _item_parts(item: ListItem) -> Iterable[object]:
    return (*item.inlines, *item.items)


# Most parts of most stories are text, which a look into a table tells at once.
_PARTS: dict[type, Callable[[Any], Iterable[object]]] = {
    Quotation: attrgetter("blocks"),
    ItemList: attrgetter("items"),
    ListItem: _item_parts,
    **dict.fromkeys((Paragraph, Crosshead, Emphasis, Strong, Link), attrgetter("inlines")),
    **dict.fromkeys((Figure, Table), attrgetter("caption")),
}
