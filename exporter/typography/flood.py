"""Inputs with more quotation marks than any story has."""

from __future__ import annotations

from msgspec import msgpack

from exporter.expressions import expression
from exporter.model import Document, to_json

# A marked-up novel has half as many; to pair so many takes half a second.
MOST_MARKS = 40_000
_MARK = expression("[\"'`´“”„‟«»‘’‚‛‹›＂＇「」『』]")


def may_flood(document: Document) -> bool:
    """Whether there could be too many: every mark has its place in a document as MessagePack.

    `to_json`, which is what they are counted in, says no word more than three times.
    """
    try:
        return 3 * len(msgpack.encode(document)) > MOST_MARKS
    except UnicodeEncodeError:  # half a character
        return True


def count_marks(document: Document) -> int:
    """How many quotation marks and apostrophes a document has; never less after than before."""
    waiting: list[object] = [to_json(document)]
    count = 0
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            count += len(_MARK.findall(value))
        elif isinstance(value, dict | list):
            waiting.extend(value.values() if isinstance(value, dict) else value)
    return count
