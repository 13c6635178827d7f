"""Set blocks: lines ready to be placed, with what the page maker must know of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exporter.renderers.pdf.pictures.gallery import Picture
from exporter.renderers.pdf.setting.lines import Line
from exporter.renderers.pdf.writer.structure import Element
from exporter.values import Struct

# Where a hairline begins and ends, from the column's edge.
Ends = tuple[float, float]


class Piece(Struct):
    """One line of type, its distance from the column's edge, and the element that it belongs to.

    None has been said already: a table's heading, repeated where the table goes on.
    """

    x: float
    line: Line
    element: Element | None


class Row(Struct):
    """Pieces that share a baseline: one for running text, several in a table."""

    pieces: list[Piece]


class Hanging(Struct):
    """A picture, its distance from the column's edge, and its element; None if it says nothing."""

    x: float
    picture: Picture
    element: Element | None


class Block(Struct):
    """Rows that belong together; measures in points.

    `grid` puts the rows on the baseline grid, `whole` forbids a page break inside, `bar` is the
    thickness of a rule along the block's left side, `overline` and `underline` the ends of
    hairlines above and below it, `rule_gap` how far from it, `separator` those of one across the
    middle, `foot` those of one below a block that ends a column and goes on. `heading` is repeated
    where the block is the first of a column. `reset` sets the rows anew with no word divided at
    the ends of the rows of those indices: in that number of rows, or not at all if that takes bad
    lines; in any number where that is None.
    A `picture` stands on the baseline of its one row, a quarter of a grid step above its end.
    """

    rows: list[Row]
    leading: float
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    grid: bool = False
    whole: bool = False
    bar: float = 0.0
    overline: Ends | None = None
    underline: Ends | None = None
    separator: Ends | None = None
    foot: Ends | None = None
    rule_gap: float = 0.0
    heading: Sequence[Block] = ()
    reset: Callable[[frozenset[int], int | None], list[Row] | None] | None = None
    picture: Hanging | None = None


class Story(Struct):
    """What goes across all columns, what flows through them, and what stands beside them."""

    head: list[Block]
    text: list[Block]
    beside: Sequence[Block] = ()


class Placed(Struct):
    """A row on a page: `x` and `top` are from the trim's left and top edges, in points.

    `at_foot` says that it is the last of its column, and that the story goes on.
    """

    page: int
    x: float
    top: float
    block: Block
    row: Row
    at_foot: bool = False
