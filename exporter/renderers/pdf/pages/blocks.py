"""Set blocks: lines ready to be placed, with what the page maker must know of them."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.renderers.pdf.pictures.gallery import Picture
from exporter.renderers.pdf.setting.lines import Line
from exporter.renderers.pdf.writer.structure import Element


@dataclass(slots=True)
class Piece:
    """One line of type, its distance from the column's edge, and the element that it belongs to."""

    x: float
    line: Line
    element: Element


@dataclass(slots=True)
class Row:
    """Pieces that share a baseline: one for running text, several in a table."""

    pieces: list[Piece]


@dataclass(slots=True)
class Hanging:
    """A picture, its distance from the column's edge, and its element; None if it says nothing."""

    x: float
    picture: Picture
    element: Element | None


@dataclass(slots=True)
class Block:
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


@dataclass(slots=True)
class Placed:
    """A row on a page: `x` and `top` are from the trim's left and top edges, in points."""

    page: int
    x: float
    top: float
    block: Block
    row: Row
