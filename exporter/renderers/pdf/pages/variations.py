"""Variations: white added where there is some, paragraphs set a line longer or shorter.

What a make-up man does for columns to come out, and TeX, for paragraphs, with its looseness. In a
narrow column few paragraphs can take it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, islice
from typing import NamedTuple

from exporter.renderers.pdf.pages.blocks import Block, Placed
from exporter.renderers.pdf.pages.flow import Cursor
from exporter.values import replace

_ANY = frozenset[int]()
# More pairs of paragraphs are not tried for one page.
_PAIRS = 40


class Change(NamedTuple):
    """What stands in the place of a block, and by how many lines it is longer."""

    at: int
    block: Block
    lines: int = 0


def changed(blocks: Sequence[Block], changes: Iterable[Change]) -> list[Block]:
    """The blocks with the changes made."""
    made = list(blocks)
    for change in changes:
        made[change.at] = change.block
    return made


def variations(
    blocks: Sequence[Block], start: Cursor, end: Cursor, grid: float
) -> Iterator[list[Change]]:
    """What begins between two places of a story changed in one place, then in two.

    White is cheapest; of paragraphs, the longest come first, since they show it least.
    """
    among = range(start.block + (start.row > 0), end.block + (end.row > 0))
    found: list[Change] = []
    for change in chain(_whiter(blocks, among, grid), _paragraphs(blocks, among)):
        found.append(change)
        yield [change]
    pairs = (pair for pair in combinations(found, 2) if pair[0].at != pair[1].at)
    for pair in islice(pairs, _PAIRS):
        yield [*pair]


def _whiter(blocks: Sequence[Block], among: range, grid: float) -> Iterator[Change]:
    """A line more of white above what has some: two above what closes the story."""
    for index in among[1:]:
        block = blocks[index]
        white = max(block.before, blocks[index - 1].after)
        if block.grid and white >= grid:
            for lines in (1, 2) if index == len(blocks) - 1 else (1,):
                yield Change(index, replace(block, before=white + lines * grid), lines)


def _paragraphs(blocks: Sequence[Block], among: range) -> Iterator[Change]:
    for index in sorted(among, key=lambda index: -len(blocks[index].rows)):
        for lines in (-1, 1):
            block = _anew(blocks[index], _ANY, len(blocks[index].rows) + lines)
            if block is not None:
                yield Change(index, block, lines)


def undivided(
    blocks: Sequence[Block], start: Cursor, placed: Sequence[Placed], *, at_any_cost: bool = False
) -> list[Change]:
    """The paragraphs of those rows with no word divided there, where that can be had.

    They keep their number of lines, and take none that are bad, unless `at_any_cost`. What began
    before `start` stands on an earlier page already and stays as it is.
    """
    changes = []
    for row in placed:
        index = next(at for at, block in enumerate(blocks) if block is row.block)
        if index < start.block + (start.row > 0):
            continue
        at = next(at for at, each in enumerate(row.block.rows) if each is row.row)
        count = None if at_any_cost else len(row.block.rows)
        block = _anew(row.block, frozenset({at}), count)
        if block is not None:
            changes.append(Change(index, block, len(block.rows) - len(row.block.rows)))
    return changes


def _anew(block: Block, unbroken: frozenset[int], count: int | None) -> Block | None:
    rows = block.reset(unbroken, count) if block.reset and count != 0 else None
    if not rows:
        return None
    # A list's marker stands before the text of its first row.
    markers = block.rows[0].pieces[:-1]
    return replace(block, rows=[replace(rows[0], pieces=markers + rows[0].pieces), *rows[1:]])
