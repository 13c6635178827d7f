"""Making up pages: what goes across, then columns of text, flush on full pages, level on the last.

Nothing is set anew to make up a page, but a paragraph whose hyphen would end it: lines only flow,
some tenths of a millisecond a page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from exporter.renderers.pdf.pages.blocks import Block, Placed, Story
from exporter.renderers.pdf.pages.flow import ORPHANS, Column, Cursor, Frame, fill, flow
from exporter.renderers.pdf.pages.geometry import Geometry
from exporter.values import Struct

# A last page with no more rows a column than this is not worth its paper, if the pages before it
# can take them by running a line or two long, as a make-up man would let them.
_SCANT_PAGE = 5
_LONG_BY = 2
# By how many lines a page may be shorter or longer than the others, the likelier first, so that
# its columns end on one line and its last line not in a hyphen.
_CHANGES = (-1, 1, -2)
# Fewer lines under a headline at the foot of a page are not worth beginning.
_FEWEST = 4
# How many lines more than the fewest are tried for columns that are more level.
_LEVELLING = 2
_TOLERANCE = 0.01


class _Page(Struct):
    """One page's columns as they were filled."""

    columns: list[Column]
    finished: bool

    @property
    def cursor(self) -> Cursor:
        return self.columns[-1].cursor

    @property
    def placed(self) -> list[Placed]:
        return [row for column in self.columns for row in column.placed]

    def ends(self, grid: float) -> list[int]:
        """How many grid lines each column has."""
        return [round((column.end - column.frame.top) / grid) for column in self.columns]

    def depth(self, grid: float) -> int:
        """How many grid lines there are room for."""
        frame = self.columns[0].frame
        return round((frame.bottom - frame.top) / grid)

    def ends_in_hyphen(self) -> bool:
        """Whether the last line of the last column ends in a hyphen that was added."""
        placed = self.columns[-1].placed
        return bool(placed) and any(piece.line.divided for piece in placed[-1].row.pieces)


def _undivide(placed: Placed) -> bool:
    """Set the row's paragraph anew with no word divided at its end, if it can be."""
    block = placed.block
    index = next((at for at, row in enumerate(block.rows) if row is placed.row), None)
    if block.reset is None or index is None:
        return False
    block.rows = block.reset(frozenset({index}))
    return True


def make_up(story: Story, geometry: Geometry) -> list[Placed]:
    """The story's rows on their pages."""
    head = flow(story.head, geometry.head_frames(), geometry.grid)
    placed = [row for column in head for row in column.placed]
    text = [block for block in story.text if block.rows]
    if not text:
        return placed
    start, top = _start(head, story.head, geometry)
    pages = _MakeUp(text, geometry, start, top, 0).run()
    if len(pages) > 1 and len(pages[-1].placed) <= _SCANT_PAGE * geometry.columns:
        for lines in range(1, _LONG_BY + 1):
            longer = _MakeUp(text, geometry, start, top, lines).run()
            if len(longer) < len(pages):
                pages = longer
                break
    return placed + [row for page in pages for row in page.placed]


def data_column(blocks: Sequence[Block], geometry: Geometry) -> list[Placed]:
    """The rows of the data column, page after page."""
    columns = flow(blocks, geometry.data_frames(), geometry.grid)
    return [row for column in columns for row in column.placed]


def _start(head: list[Column], blocks: Sequence[Block], geometry: Geometry) -> tuple[int, float]:
    """The page on which the text begins, and the grid line at which its columns do."""
    if not head:
        return 0, geometry.top
    end = head[-1].end + blocks[-1].after
    lines = math.ceil((end - geometry.top - _TOLERANCE) / geometry.grid)
    top = geometry.top + lines * geometry.grid
    page = head[-1].frame.page
    if top + _FEWEST * geometry.grid > geometry.bottom:
        return page + 1, geometry.top
    return page, top


class _MakeUp:
    def __init__(
        self, blocks: Sequence[Block], geometry: Geometry, start: int, top: float, long_by: int
    ) -> None:
        self._blocks = blocks
        self._geometry = geometry
        self._start = start
        self._first_top = top
        self._long_by = long_by

    def run(self) -> list[_Page]:
        pages: list[_Page] = []
        cursor = Cursor()
        while not pages or not pages[-1].finished:
            page = self._page(self._start + len(pages), cursor)
            pages.append(page)
            cursor = page.cursor
        return pages

    def _page(self, number: int, cursor: Cursor) -> _Page:
        depth = self._depth(number)
        full = self._filled(number, cursor, depth)
        if not full.finished:
            return self._flush(number, cursor, depth, full)
        return self._level(number, cursor, depth, full) if len(full.columns) > 1 else full

    def _top(self, number: int) -> float:
        return self._first_top if number == self._start else self._geometry.top

    def _depth(self, number: int) -> int:
        """How many grid lines a column of the page has."""
        height = self._geometry.bottom - self._top(number) + _TOLERANCE
        return int(height / self._geometry.grid) + self._long_by

    def _filled(self, number: int, cursor: Cursor, depth: int, orphans: int = ORPHANS) -> _Page:
        """The page's columns filled to a depth in grid lines."""
        columns = []
        for frame in self._frames(number, depth):
            column = fill(self._blocks, cursor, frame, self._geometry.grid, orphans)
            columns.append(column)
            cursor = column.cursor
        return _Page(columns, cursor.block == len(self._blocks))

    def _frames(self, number: int, depth: int) -> Iterator[Frame]:
        top = self._top(number)
        return self._geometry.text_frames(number, top, top + depth * self._geometry.grid)

    # -- full pages -------------------------------------------------------------------------------

    def _flush(self, number: int, cursor: Cursor, depth: int, full: _Page) -> _Page:
        """A page whose columns all end on one line, and not in a hyphen, if that can be had."""
        best, faults = full, self._faults(full)
        for change in _CHANGES:
            if faults == (0, False):
                return best
            if self._long_by + change <= _LONG_BY and depth + change > 1:
                trial = self._filled(number, cursor, depth + change)
                if not trial.finished and self._faults(trial) < faults:
                    best, faults = trial, self._faults(trial)
        if best.ends_in_hyphen() and _undivide(best.columns[-1].placed[-1]):
            return self._filled(number, cursor, best.depth(self._geometry.grid))
        return best

    def _faults(self, page: _Page) -> tuple[int, bool]:
        ends = page.ends(self._geometry.grid)
        return max(ends) - min(ends), page.ends_in_hyphen()

    # -- the last page ----------------------------------------------------------------------------

    def _level(self, number: int, cursor: Cursor, depth: int, full: _Page) -> _Page:
        """The last page with its columns level, at the least depth at which all fits.

        Where paragraphs of three lines forbid that, the first line of one may stand at a column's
        foot: the rest is on the same page.
        """
        best = self._levelled(number, cursor, depth, full, ORPHANS)
        if self._unlevel(best)[0] == 0:
            return best
        freer = self._levelled(number, cursor, depth, full, 1)
        return min(best, freer, key=self._unlevel)

    def _levelled(
        self, number: int, cursor: Cursor, depth: int, full: _Page, orphans: int
    ) -> _Page:
        total = sum(full.ends(self._geometry.grid))
        best, most = full, depth
        lines = max(total // len(full.columns) - 2, 1)
        while lines <= min(depth, most):
            trial = self._filled(number, cursor, lines, orphans)
            if trial.finished:
                most = min(most, lines + _LEVELLING)
                best = min(best, trial, key=self._unlevel)
            lines += 1
        return best

    def _unlevel(self, page: _Page) -> tuple[int, int, int]:
        """How far from level columns are, beyond a line; how much a later is longer; the depth."""
        ends = page.ends(self._geometry.grid)
        later = max((b - a for a, b in pairwise(ends)), default=0)
        return max(max(ends) - min(ends) - 1, 0), max(later, 0), max(ends)
