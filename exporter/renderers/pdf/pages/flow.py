"""Flowing blocks into frames: widows, orphans, and what keeps with what follows it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.renderers.pdf.pages.blocks import Block, Placed
from exporter.values import Struct, Value

# No fewer lines of a paragraph stand alone at the foot or the head of a column, and no fewer
# stand below a crosshead.
_ORPHANS = 2
_WIDOWS = 2
# Of more blocks that each keep with the next none has a claim: where a story is nothing but
# crossheads, or a table but heading, every page would hold one.
_CHAIN = 8
# The part of a column that a table's heading may take where the table goes on.
_MOST_HEADING = 1 / 2
# Rounding of points must not cost a line.
_TOLERANCE = 0.01


class Frame(Value):
    """A column of a page, in points from the trim's edges; its grid begins at `top`."""

    page: int
    x: float
    top: float
    bottom: float


class Cursor(NamedTuple):
    """How far a flow has come: the next block, and the next of its rows."""

    block: int = 0
    row: int = 0


class Column(Struct):
    """A frame as it was filled: its rows, where they end, and from where to go on."""

    frame: Frame
    placed: list[Placed]
    end: float
    cursor: Cursor


def flow(blocks: Sequence[Block], frames: Iterator[Frame], grid: float) -> list[Column]:
    """Every row of the blocks placed, in order; frames are taken as they are needed."""
    columns: list[Column] = []
    cursor = Cursor()
    while cursor.block < len(blocks):
        column = fill(blocks, cursor, next(frames), grid)
        columns.append(column)
        cursor = column.cursor
    return columns


def fill(blocks: Sequence[Block], cursor: Cursor, frame: Frame, grid: float) -> Column:
    """The frame filled from the cursor on: with one row at least, or no story would end."""
    return _Filling(blocks, frame, grid).run(cursor)


class _Filling:
    def __init__(self, blocks: Sequence[Block], frame: Frame, grid: float) -> None:
        self._blocks = blocks
        self._frame = frame
        self._grid = grid
        self._placed: list[Placed] = []
        self._y = frame.top
        self._after = 0.0
        self._at_top = True

    def run(self, cursor: Cursor) -> Column:
        index, row = cursor
        while index < len(self._blocks):
            block = self._blocks[index]
            taken = self._take(index, row) if block.rows else 0
            row += taken
            if row < len(block.rows):
                break
            index, row = index + 1, 0
        if self._placed and index < len(self._blocks):
            self._placed[-1].at_foot = True
        return Column(self._frame, self._placed, self._y, Cursor(index, row))

    def _take(self, index: int, row: int) -> int:
        """Place as many of the block's rows as may stand here; their number."""
        block = self._blocks[index]
        before = self._y
        if self._at_top:
            self._repeat_heading(block)
            count = self._count(block, row)
        else:
            self._y = self._below(self._y, self._after, block)
            count = self._count(block, row) if self._fits_with_next(index) else 0
        if count == 0:
            self._y = before
            return 0
        for each in block.rows[row : row + count]:
            self._placed.append(Placed(self._frame.page, self._frame.x, self._y, block, each))
            self._y += block.leading
        self._after = block.after
        self._at_top = False
        return count

    def _below(self, y: float, after: float, block: Block) -> float:
        """Where a block begins below what ends at `y`: of two spaces the greater counts."""
        y += max(after, block.before)
        if not block.grid:
            return y
        steps = math.ceil((y - self._frame.top - _TOLERANCE) / self._grid)
        return self._frame.top + steps * self._grid

    def _repeat_heading(self, block: Block) -> None:
        """The heading of a table that goes on here, unless it would leave the table no room."""
        height = sum(len(heading.rows) * heading.leading for heading in block.heading)
        if height > (self._frame.bottom - self._frame.top) * _MOST_HEADING:
            return
        for heading in block.heading:
            for row in heading.rows:
                self._placed.append(Placed(self._frame.page, self._frame.x, self._y, heading, row))
                self._y += heading.leading

    def _fits_with_next(self, index: int) -> bool:
        """Whether the block, and as much of what it must keep with, stands in this frame."""
        y, due = self._y, 1
        last = min(index + _CHAIN, len(self._blocks)) - 1
        while y <= self._frame.bottom:
            block = self._blocks[index]
            rows = len(block.rows)
            if block.keep_with_next and rows:
                due = _ORPHANS
            else:
                rows = rows if block.whole else self._first_rows(rows)
                due -= rows
            y += rows * block.leading
            if index == last or (due <= 0 and not block.keep_with_next):
                break
            index += 1
            y = self._below(y, block.after, self._blocks[index])
        return y <= self._frame.bottom + _TOLERANCE

    def _count(self, block: Block, row: int) -> int:
        """How many of the block's rows from `row` on stand in this frame."""
        left = len(block.rows) - row
        room = int((self._frame.bottom - self._y + _TOLERANCE) / block.leading)
        if left <= room:
            return left
        count = 0 if block.whole else min(room, left - _WIDOWS)
        if row == 0 and count < _ORPHANS:
            count = 0
        if count <= 0:
            return max(room, 1) if self._at_top else 0
        return count

    def _first_rows(self, rows: int) -> int:
        """The rows that must stand where a block begins: all of one too short to be divided."""
        return rows if rows < _ORPHANS + _WIDOWS else _ORPHANS
