"""Passages as the blocks of a body: paragraphs, crossheads, lists, tables, breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice, takewhile

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.model import Block, Break, Crosshead, ItemList, ListItem, Paragraph, Table, Text
from exporter.readers.text.characters import collapse
from exporter.readers.text.lines import Line
from exporter.readers.wire.passages import Passage, is_delimited, is_tabular
from exporter.readers.wire.remarks import Remarks
from exporter.readers.wire.terminals import is_separator

_DASH_HEAD = expression(r"(?P<dash>[-–])(?P<words>[\"'“‘«]?[^\W_].*)")
_BULLETED = expression(r"(?P<bullet>[*•·▪]|--?)\s+(?P<words>\S.*)")
_CELLS = expression(r"\t+| {2,}")
_LONGEST_HEAD = 80
_TERMINAL = expression(r"[.!?:;,…][\"”’'»)\]]*$")
_PROSE_END = expression(r"[.!?…][\"”’'»)\]]*$")
_LEAST_PROSE = 60
_TAIL = 8


def blocks(passages: Sequence[Passage], remarks: Remarks) -> tuple[Block, ...]:
    """The passages as blocks; what is not surely something else is a paragraph."""
    found: list[Block] = []
    index = 0
    while index < len(passages):
        block, used = _block(passages, index, remarks)
        found.append(block)
        index += used
    return tuple(found)


def _block(passages: Sequence[Passage], index: int, remarks: Remarks) -> tuple[Block, int]:
    """The block that begins at a passage, and how many passages it takes."""
    passage = passages[index]
    if is_separator(passage.text):
        remarks.marker(passage.text, "a break between passages", passage.span.first)
        return Break(passage.span), 1
    if _is_row(passage) and len(rows := _run(passages, index, _is_row)) > 1:
        return _table(rows, remarks), len(rows)
    bullet = _bullet(passage.text)
    if bullet and len(items := _run(passages, index, _has_bullet(bullet))) > 1:
        return _list(items, remarks), len(items)
    words = _crosshead(passages, index, remarks)
    if words is not None:
        return Crosshead((Text(words),), passage.span), 1
    return Paragraph(passage.inlines, passage.span), 1


def _run(
    passages: Sequence[Passage], index: int, belongs: Callable[[Passage], bool]
) -> list[Passage]:
    """The passages from one on that belong together."""
    return list(takewhile(belongs, islice(passages, index, None)))


# -- tables and lists ----------------------------------------------------------------------------


def _is_row(passage: Passage) -> bool:
    return len(passage.lines) == 1 and is_tabular(passage.lines[0])


def _table(rows: Sequence[Passage], remarks: Remarks) -> Table:
    return Table(tuple(_cells(row.lines[0], remarks) for row in rows), 0, _over(rows))


def _cells(line: Line, remarks: Remarks) -> tuple[str, ...]:
    if not is_delimited(line):
        return tuple(collapse(cell) for cell in _CELLS.split(line.columns.strip()))
    for _ in range(line.text.count(";")):
        remarks.marker(";", "a column of a table", line.number)
    return tuple(collapse(cell) for cell in line.text.split(";"))


def _has_bullet(bullet: str) -> Callable[[Passage], bool]:
    return lambda passage: _bullet(passage.text) == bullet


def _bullet(text: str) -> str | None:
    match = _BULLETED.match(text)
    return match["bullet"] if match else None


def _list(items: Sequence[Passage], remarks: Remarks) -> ItemList:
    found = []
    for item in items:
        bullet = _bullet(item.text) or ""
        remarks.marker(bullet, "an item of a list", item.span.first)
        found.append(ListItem.of(item.text.removeprefix(bullet).lstrip()))
    return ItemList(tuple(found), lines=_over(items))


def _over(passages: Sequence[Passage]) -> Lines:
    return Lines(passages[0].span.first, passages[-1].span.last)


# -- crossheads ----------------------------------------------------------------------------------


def _crosshead(passages: Sequence[Passage], index: int, remarks: Remarks) -> str | None:
    """The words of a crosshead; None when the passage is no such thing."""
    passage = passages[index]
    text = passage.text
    if len(text) > _LONGEST_HEAD or len(passage.lines) > 1 or not _goes_on(passages, index):
        return None
    dashed = _DASH_HEAD.fullmatch(text)
    if dashed is not None and not _TERMINAL.search(text.rstrip("?")):
        remarks.marker(dashed["dash"], "a crosshead", passage.span.first)
        return dashed["words"]
    return text if _is_plain_head(passages, index) else None


def _is_plain_head(passages: Sequence[Passage], index: int) -> bool:
    """A short line without a full stop between two pieces of prose; capitals need less around."""
    text = passages[index].text
    if _TERMINAL.search(text[-_TAIL:]) or not text[:1].isalnum() or text[:1].islower():
        return False
    following = passages[index + 1]
    if text.isupper():
        return index > 0 and (_is_row(following) or _is_below(following.text))
    return index > 0 and _is_prose(passages[index - 1].text) and _is_prose(following.text)


def _is_below(text: str) -> bool:
    """Whether a text in small letters is long enough to have a heading in capitals."""
    return len(text) >= _LEAST_PROSE and not text.isupper()


def _is_prose(text: str) -> bool:
    return len(text) >= _LEAST_PROSE and _PROSE_END.search(text[-_TAIL:]) is not None


def _goes_on(passages: Sequence[Passage], index: int) -> bool:
    """Whether text follows: a crosshead is never the last word."""
    if index + 1 >= len(passages):
        return False
    following = passages[index + 1].text
    return not is_separator(following) and _DASH_HEAD.fullmatch(following) is None
