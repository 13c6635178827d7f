"""What sort of file the sender made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from exporter.expressions import expression
from exporter.model import Block, Crosshead, ItemList, Kind, Paragraph, PubStatus, Table
from exporter.readers.wire.dateline import opening
from exporter.readers.wire.parts import Parts

_LONGEST_ALERT = 200
_LEAST_PROSE = 120
_FEW_ITEMS = 3
_FEW_DATELINES = 2
_MOST_BLOCKS = 4
_KILLS = expression(r"(?:[Pp]lease )?(?:[Kk]ill|[Ww]ithhold|[Dd]isregard|[Dd]elete|[Cc]ancel)\b")
_SLUGGED = expression(
    r"(?P<alert>NewsAlert|News Alert|\bFlash\b)"
    r"|\b(?:Advisory|Advisories|Editors[’']? Note|Note to Editors)\b"
)


def kind_of(parts: Parts) -> Kind:
    """The kind, by what the body is made of and what the head has."""
    head = parts.head
    slugged = _by_slug(head.slugline.text) if head.slugline else None
    if slugged is not None and len(parts.body) <= _MOST_BLOCKS:
        return slugged
    if not parts.body:
        return Kind.ALERT if head.headline else Kind.SERVICE_MESSAGE
    if parts.is_release:
        return Kind.PRESS_RELEASE
    if _is_mostly_tables(parts.body):
        return Kind.TABLE
    if head.dateline is None and (_is_mostly_lists(parts.body) or _has_datelines(parts.body)):
        return Kind.DIGEST
    if _is_kill(parts):
        return Kind.SERVICE_MESSAGE
    bare = head.byline is None and head.dateline is None and head.headline is None
    only = parts.body[0]
    if bare and len(parts.body) == 1 and isinstance(only, Paragraph) and not parts.allowed.notes:
        return Kind.ALERT if len(only.text) <= _LONGEST_ALERT else Kind.STORY
    return Kind.STORY


def _is_kill(parts: Parts) -> bool:
    """Whether a few lines cancel another story, and none of them is a story."""
    if parts.allowed.release.status is not PubStatus.CANCELED or parts.head.headline is not None:
        return False
    texts = [block.text for block in parts.body if isinstance(block, Paragraph)]
    if len(texts) < len(parts.body) or len(texts) > _MOST_BLOCKS:
        return False
    return parts.head.dateline is None or bool(texts and _KILLS.match(texts[0]))


def _by_slug(slug: str) -> Kind | None:
    """The kind that some sluglines name: AP-APNewsAlert · BC-US--AP Advisory-Storm."""
    match = _SLUGGED.search(slug)
    return None if match is None else Kind.ALERT if match["alert"] else Kind.SERVICE_MESSAGE


def _has_datelines(body: Sequence[Block]) -> bool:
    """Whether paragraphs below headings open with datelines of their own."""
    below = (block for above, block in pairwise(body) if isinstance(above, Crosshead))
    opened = (isinstance(block, Paragraph) and opening(block.text) for block in below)
    return sum(map(bool, opened)) >= _FEW_DATELINES


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
