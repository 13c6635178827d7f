"""What sort of file the sender made."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.model import Block, Crosshead, ItemList, Kind, Paragraph, Table
from exporter.readers.wire.parts import Parts

_LONGEST_ALERT = 200
_LEAST_PROSE = 120
_FEW_ITEMS = 3


def kind_of(parts: Parts) -> Kind:
    """The kind, by what the body is made of and what the head has."""
    head = parts.head
    if not parts.body:
        return Kind.ALERT if head.headline else Kind.SERVICE_MESSAGE
    if parts.is_release:
        return Kind.PRESS_RELEASE
    if _is_mostly_tables(parts.body):
        return Kind.TABLE
    if head.dateline is None and _is_mostly_lists(parts.body):
        return Kind.DIGEST
    bare = head.byline is None and head.dateline is None and head.headline is None
    only = parts.body[0]
    if bare and len(parts.body) == 1 and isinstance(only, Paragraph) and not parts.allowed.notes:
        return Kind.ALERT if len(only.text) <= _LONGEST_ALERT else Kind.STORY
    return Kind.STORY


def _is_mostly_tables(body: Sequence[Block]) -> bool:
    """Whether tables say more than the sentences around them."""
    tables = [block for block in body if isinstance(block, Table)]
    cells = sum(len(cell) for table in tables for row in table.rows for cell in row)
    return bool(tables) and cells > sum(map(_prose, body))


def _prose(block: Block) -> int:
    """How much running text a block has; results run on have a semicolon after each."""
    text = block.text if isinstance(block, Paragraph) else ""
    results = text.count(";") * _LEAST_PROSE > 2 * len(text)
    return 0 if results or len(text) <= _LEAST_PROSE else len(text)


def _is_mostly_lists(body: Sequence[Block]) -> bool:
    """Whether there is nothing but items, their headings, and a line that leads to them."""
    items = sum(len(block.items) for block in body if isinstance(block, ItemList))
    others = sum(not isinstance(block, ItemList | Crosshead) for block in body)
    return items >= _FEW_ITEMS and others * 2 <= items
