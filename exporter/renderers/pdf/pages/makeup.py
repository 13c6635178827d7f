"""Making up pages: what goes across, then columns of text, flush on full pages, level on the last.

Lines only flow, some tenths of a millisecond a page. Only where that leaves a fault are paragraphs
of the page set anew (`variations`), as few as can be.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from exporter.renderers.pdf.pages.blocks import Block, Placed, Story
from exporter.renderers.pdf.pages.flow import Column, Cursor, Frame, fill, flow
from exporter.renderers.pdf.pages.geometry import Geometry
from exporter.renderers.pdf.pages.variations import Change, changed, undivided, variations
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


class Faults(NamedTuple):
    """What is wrong with a page, the worst first.

    `unlevel` is by how many lines its columns differ, on the last page beyond the one that an odd
    number leaves; `hyphens` counts the columns that end in one, where the page ends twice; `later`
    is by how many lines a later column of the last page is the longer one.
    """

    unlevel: int
    hyphens: int
    later: int


class _Page(Struct):
    """One page's columns as they were filled from the blocks."""

    blocks: Sequence[Block]
    start: Cursor
    columns: list[Column]
    grid: float
    faults: Faults = Faults(0, 0, 0)

    @property
    def finished(self) -> bool:
        return self.cursor.block == len(self.blocks)

    @property
    def cursor(self) -> Cursor:
        return self.columns[-1].cursor

    @property
    def placed(self) -> list[Placed]:
        return [row for column in self.columns for row in column.placed]

    @property
    def spread(self) -> int:
        """By how many grid lines its columns differ."""
        ends = self.ends
        return max(ends) - min(ends)

    @property
    def ends(self) -> list[int]:
        """How many grid lines each column has."""
        return [round((column.end - column.frame.top) / self.grid) for column in self.columns]

    @property
    def depth(self) -> int:
        """How many grid lines there are room for."""
        frame = self.columns[0].frame
        return round((frame.bottom - frame.top) / self.grid)

    @property
    def hyphenated(self) -> list[Placed]:
        """The last rows of columns that end within a word."""
        last = [column.placed[-1] for column in self.columns if column.placed]
        return [row for row in last if any(piece.line.divided for piece in row.row.pieces)]

    def judge(self) -> None:
        """Find the faults."""
        spread = self.spread
        hyphenated = self.hyphenated
        if self.finished:
            later = max((b - a for a, b in pairwise(self.ends)), default=0)
            self.faults = Faults(max(spread - 1, 0), len(hyphenated), max(later, 0))
        else:
            at_end = bool(hyphenated) and hyphenated[-1] is self.columns[-1].placed[-1]
            self.faults = Faults(spread, len(hyphenated) + at_end, 0)


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
            cursor, self._blocks = page.cursor, page.blocks
        return pages

    def _page(self, number: int, cursor: Cursor) -> _Page:
        full = self._filled(self._blocks, number, cursor, self._depth(number))
        if not full.finished:
            best = self._flush(full, number)
        elif len(full.columns) > 1:
            best = self._level(self._blocks, number, cursor, sum(full.ends)) or full
        else:
            return full
        if any(best.faults):
            best = self._varied(best, number)
        if not best.finished and best.faults.hyphens:
            best = self._without_hyphens(best, number, at_any_cost=True)
        return best

    def _top(self, number: int) -> float:
        return self._first_top if number == self._start else self._geometry.top

    def _depth(self, number: int) -> int:
        """How many grid lines a column of the page has."""
        height = self._geometry.bottom - self._top(number) + _TOLERANCE
        return int(height / self._geometry.grid) + self._long_by

    def _filled(self, blocks: Sequence[Block], number: int, cursor: Cursor, depth: int) -> _Page:
        """The page's columns filled to a depth in grid lines."""
        columns = []
        start = cursor
        for frame in self._frames(number, depth):
            column = fill(blocks, cursor, frame, self._geometry.grid)
            columns.append(column)
            cursor = column.cursor
        page = _Page(blocks, start, columns, self._geometry.grid)
        page.judge()
        return page

    def _frames(self, number: int, depth: int) -> Iterator[Frame]:
        top = self._top(number)
        return self._geometry.text_frames(number, top, top + depth * self._geometry.grid)

    def _flush(self, full: _Page, number: int) -> _Page:
        """A page whose columns all end on one line, and not in a hyphen, if that can be had."""
        best, depth = full, self._depth(number)
        for change in _CHANGES:
            if not any(best.faults):
                break
            if self._long_by + change <= _LONG_BY and depth + change > 1:
                trial = self._filled(full.blocks, number, full.start, depth + change)
                if not trial.finished:
                    best = min(best, trial, key=_faults)
        return best

    def _level(
        self, blocks: Sequence[Block], number: int, start: Cursor, total: int
    ) -> _Page | None:
        """The last page, of so many lines in all, with its columns level: as short as can be.

        None where not all fits on it.
        """
        best, most = None, self._depth(number)
        ideal = -(-total // self._geometry.columns)
        for depth in chain((ideal, ideal - 1), range(ideal + 1, most + 1)):
            if not 0 < depth <= most:
                continue
            trial = self._filled(blocks, number, start, depth)
            if trial.finished:
                if not any(trial.faults):
                    return trial
                most = min(most, depth + _LEVELLING)
                best = min(best or trial, trial, key=_faults)
        return best

    # -- paragraphs set anew ----------------------------------------------------------------------

    def _varied(self, page: _Page, number: int) -> _Page:
        """The page with the fewest of its paragraphs set anew that mend it, if any do.

        Once something has to be changed, the columns might as well end on one line.
        """
        best = self._without_hyphens(page, number)
        if not any(best.faults):
            return best
        for changes in variations(page.blocks, page.start, page.cursor, page.grid):
            if not any(best.faults) and not best.spread:
                break
            trial = self._with(changes, page, number)
            if trial.faults.unlevel <= best.faults.unlevel:
                trial = self._without_hyphens(trial, number)
            best = min(best, trial, key=_unevenness)
        return best

    def _with(self, changes: Sequence[Change], page: _Page, number: int) -> _Page:
        """The page made up with the changes; as it was where it would not be the same page."""
        blocks = changed(page.blocks, changes)
        if page.finished:
            total = sum(page.ends) + sum(change.lines for change in changes)
            return self._level(blocks, number, page.start, total) or page
        full = self._filled(blocks, number, page.start, self._depth(number))
        return page if full.finished else self._flush(full, number)

    def _without_hyphens(self, page: _Page, number: int, *, at_any_cost: bool = False) -> _Page:
        """The page with no word divided at the ends of its columns, where that can be had."""
        rows = page.hyphenated
        changes = rows and undivided(page.blocks, page.start, rows, at_any_cost=at_any_cost)
        if not changes:
            return page
        trial = self._filled(changed(page.blocks, changes), number, page.start, page.depth)
        is_same = trial.finished == page.finished
        return min(page, trial, key=_faults) if is_same else page


def _unevenness(page: _Page) -> tuple[Faults, int, int]:
    return page.faults, page.spread, page.depth


def _faults(page: _Page) -> tuple[Faults, int]:
    return page.faults, page.depth
