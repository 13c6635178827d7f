"""Flowing blocks into frames: widows, orphans, and what keeps with what follows it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from exporter.renderers.pdf.pages.blocks import Block, Placed, Row
from exporter.values import Value, replace

# No fewer lines of a paragraph stand alone at the foot or the head of a column.
_ORPHANS = 2
_WIDOWS = 2
# Rounding of points must not cost a line.
_TOLERANCE = 0.01


class Frame(Value):
    """A column of a page, in points from the trim's left and top edges."""

    page: int
    x: float
    top: float
    bottom: float


# A last page with no more rows than this is not worth its paper, if the pages before it can take
# them by running a line or two long, as a make-up man would let them.
_SCANT_PAGE = 5
_LONG_BY = 2


def make_up(
    blocks: list[Block], frames: Callable[[], Iterator[Frame]], grid: float
) -> list[Placed]:
    """The blocks flowed; pages run up to two lines long where that saves a scant last page."""
    placed = flow(blocks, frames(), grid)
    last = placed[-1].page if placed else 0
    if last == 0 or sum(1 for row in placed if row.page == last) > _SCANT_PAGE:
        return placed
    for lines in range(1, _LONG_BY + 1):
        longer = flow(blocks, _lengthened(frames(), lines * grid), grid)
        if longer[-1].page < last:
            return longer
    return placed


def _lengthened(frames: Iterator[Frame], by: float) -> Iterator[Frame]:
    return (replace(frame, bottom=frame.bottom + by) for frame in frames)


def flow(blocks: list[Block], frames: Iterator[Frame], grid: float) -> list[Placed]:
    """Every row of the blocks placed, in order; frames are taken as they are needed."""
    if not blocks:
        return []
    return _Flow(frames, grid).run(blocks)


class _Flow:
    def __init__(self, frames: Iterator[Frame], grid: float) -> None:
        self._frames = frames
        self._grid = grid
        self._placed: list[Placed] = []
        self._next_frame()

    def run(self, blocks: list[Block]) -> list[Placed]:
        for index, block in enumerate(blocks):
            self._approach(block)
            if not self._fits_with_next(blocks, index) and not self._at_top:
                self._next_frame()
                self._approach(block)
            self._place(block)
            self._y += block.after
        return self._placed

    def _next_frame(self) -> None:
        self._frame = next(self._frames)
        self._y = self._frame.top
        self._at_top = True

    def _approach(self, block: Block) -> None:
        """Come to where the block's first row may begin."""
        if not self._at_top:
            self._y += block.before
        if block.grid:
            self._y = self._on_grid(self._y)

    def _on_grid(self, y: float) -> float:
        steps = math.ceil((y - self._frame.top - _TOLERANCE) / self._grid)
        return self._frame.top + max(steps, 0) * self._grid

    def _room(self, leading: float) -> int:
        return int((self._frame.bottom - self._y + _TOLERANCE) / leading)

    def _fits_with_next(self, blocks: list[Block], index: int) -> bool:
        """Whether the block, and as much of what it must keep with, stands in this frame."""
        y = self._y
        while blocks[index].keep_with_next and index + 1 < len(blocks):
            block, after = blocks[index], blocks[index + 1]
            y += len(block.rows) * block.leading + block.after + after.before
            if after.grid:
                y = self._on_grid(y)
            index += 1
        last = blocks[index]
        needed = len(last.rows) if last.whole else min(len(last.rows), _first_rows(last))
        return y + needed * last.leading <= self._frame.bottom + _TOLERANCE

    def _place(self, block: Block) -> None:
        rows = block.rows
        while rows:
            count = self._count(rows, block)
            for row in rows[:count]:
                self._placed.append(Placed(self._frame.page, self._frame.x, self._y, block, row))
                self._y += block.leading
                self._at_top = False
            rows = rows[count:]
            if rows:
                self._next_frame()

    def _count(self, rows: list[Row], block: Block) -> int:
        """How many of the rows stand in this frame."""
        room = self._room(block.leading)
        if len(rows) <= room:
            return len(rows)
        count = 0 if block.whole else min(room, len(rows) - _WIDOWS)
        if count < _ORPHANS and len(rows) == len(block.rows):
            count = 0
        if count <= 0:
            # At the top of an empty frame something must be placed, or nothing ever would.
            return max(room, 1) if self._at_top else 0
        return count


def _first_rows(block: Block) -> int:
    """The rows that must stand where the block begins: all of one too short to be divided."""
    return len(block.rows) if len(block.rows) < _ORPHANS + _WIDOWS else _ORPHANS
