"""Set blocks: lines ready to be placed, with what the page maker must know of them."""

from __future__ import annotations

from exporter.renderers.pdf.pictures.gallery import Picture
from exporter.renderers.pdf.setting.lines import Line
from exporter.renderers.pdf.writer.structure import Element
from exporter.values import Struct


class Piece(Struct):
    """One line of type, its distance from the column's edge, and the element that it belongs to."""

    x: float
    line: Line
    element: Element


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
    thickness of a rule along the block's left side, `underline` the ends of a hairline below it.
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
    underline: tuple[float, float] | None = None
    picture: Hanging | None = None


class Placed(Struct):
    """A row on a page: `x` and `top` are from the trim's left and top edges, in points."""

    page: int
    x: float
    top: float
    block: Block
    row: Row
